{
  description = "jq and ripgrep out of nixpkgs";

  # Best the nixpkgs that the base image was built from: what both have in common is not shipped.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.11";

  outputs =
    { self, nixpkgs }:
    let
      tools =
        system:
        let
          pkgs = nixpkgs.legacyPackages.${system};
        in
        pkgs.buildEnv {
          name = "my-tools";
          paths = [
            pkgs.jq
            pkgs.ripgrep
          ];
          pathsToLink = [
            "/bin"
            "/share"
          ];
        };
    in
    {
      packages.x86_64-linux.default = tools "x86_64-linux";
      packages.aarch64-linux.default = tools "aarch64-linux";
    };
}
