{
  description = "jq and ripgrep from nixpkgs";

  # A revision. Ideally the one that the base image was built from, because what both have in common does not ship.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";

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
