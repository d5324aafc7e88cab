# What `nix flake check` builds.
{ pkgs, lib, flake }:
let
  packages = flake.packages.${pkgs.stdenv.hostPlatform.system} or { };
in
lib.optionalAttrs (packages ? nix-feature) {
  nix-feature = pkgs.runCommand "nix-feature-starts" { } ''
    ${packages.nix-feature}/bin/nix-feature --version > "$out"
  '';
}
