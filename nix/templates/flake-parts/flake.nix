{
  description = "jq and ripgrep for our dev containers, with flake-parts";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";
  inputs.flake-parts = { url = "github:hercules-ci/flake-parts"; inputs.nixpkgs-lib.follows = "nixpkgs"; };
  inputs.nix-feature = { url = "github:org/nix-feature-action/v1"; inputs.nixpkgs.follows = "nixpkgs"; };

  outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } {
    systems = [ "x86_64-linux" "aarch64-linux" ];
    flake = inputs.nix-feature.lib.mkFeature {
      inherit (inputs) nixpkgs;
      name = "my-tools";
      metadata = ./devcontainer-feature.json;
      packages = pkgs: [ pkgs.jq pkgs.ripgrep ];
    };
    # More outputs of yours, for each system.
    perSystem = { pkgs, ... }: { checks.jq = pkgs.jq; };
  };
}
