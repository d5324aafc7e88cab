{
  description = "The team's WSL machines";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  inputs.nixos-wsl = { url = "github:nix-community/NixOS-WSL"; inputs.nixpkgs.follows = "nixpkgs"; };
  inputs.nix-feature = { url = "github:org/nix-feature-action/v1"; inputs.nixpkgs.follows = "nixpkgs"; };

  outputs = { self, nixpkgs, nixos-wsl, nix-feature }:
    let
      inherit (nix-feature.lib.wslConfigurations) minimal dev-team;
      machine = configuration: nixpkgs.lib.nixosSystem {
        system = "x86_64-linux"; # or "aarch64-linux"
        modules = [ nixos-wsl.nixosModules.default configuration ];
      };
    in
    {
      nixosConfigurations = {
        minimal = machine (minimal { });
        dev-team = machine (dev-team {
          # cuda = true; # the graphics card, by the driver of Windows
          # aiDev = true; # Claude Code and OpenCode
          packages = pkgs: [ pkgs.jq ];
          modules = [ ./team.nix ];
        });
      };
    };
}
