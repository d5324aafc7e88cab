{
  description = "A home with Claude Code, OpenCode and MCP servers";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  inputs.home-manager = { url = "github:nix-community/home-manager"; inputs.nixpkgs.follows = "nixpkgs"; };
  inputs.nix-feature = { url = "github:org/nix-feature-action/v1"; inputs.nixpkgs.follows = "nixpkgs"; };

  outputs = { self, nixpkgs, home-manager, nix-feature }:
    let
      system = "x86_64-linux"; # or "aarch64-linux", "aarch64-darwin"
    in
    {
      homeConfigurations.me = home-manager.lib.homeManagerConfiguration {
        pkgs = import nixpkgs { inherit system; config.allowUnfree = true; }; # Claude Code is not free software
        modules = [ nix-feature.homeModules.claude-code nix-feature.homeModules.opencode ./home.nix ];
      };
    };
}
