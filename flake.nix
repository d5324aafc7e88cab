{
  description = "From a flake to what a team works in: a Dev Container Feature, a home, a machine";

  # Only where the packages come from: let it follow your own. There is no flake.lock, so that no revision is
  # coupled to the library: who uses this flake as an input has theirs in their own lock.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      inherit (nixpkgs) lib;
      linux = [ "x86_64-linux" "aarch64-linux" ];
      # The command works on Linux; what is pure works on these too, as far as the nixpkgs in use has them.
      all = linux ++ [ "aarch64-darwin" "x86_64-darwin" ];
      each = systems: f: lib.genAttrs (builtins.filter (system: nixpkgs.legacyPackages ? ${system}) systems) (system: f nixpkgs.legacyPackages.${system});
      project = "https://github.com/org/nix-feature-action";
    in
    {
      lib = import ./nix/lib { inherit lib; } // import ./nix/docs/options.nix { inherit lib; };

      packages = each linux (pkgs: rec {
        nix-feature = pkgs.callPackage ./nix/packages/nix-feature.nix { };
        default = nix-feature;
      });
      overlays.default = final: _: { nix-feature = final.callPackage ./nix/packages/nix-feature.nix { }; };

      apps = each linux (pkgs: rec {
        nix-feature = {
          type = "app";
          program = "${self.packages.${pkgs.stdenv.hostPlatform.system}.nix-feature}/bin/nix-feature";
          meta = { description = "Builds, tests and publishes Dev Container Features from flakes"; homepage = project; };
        };
        default = nix-feature;
      });

      # To work on this project: CONTRIBUTING.md says what comes then.
      devShells = each all (pkgs: { default = pkgs.mkShellNoCC { packages = [ pkgs.nodejs pkgs.jq pkgs.zstd ]; }; });

      homeModules = import ./nix/modules/home;
      homeManagerModules = self.homeModules;
      nixosModules = import ./nix/modules/nixos;
      templates = import ./nix/templates;
      checks = each all (pkgs: import ./nix/checks { inherit pkgs lib; flake = self; });
    };
}
