# The library: pure functions, for any nixpkgs. What needs packages takes `pkgs`.
{ lib }:
{
  ai-dev = import ./ai-dev { inherit lib; };
  mkFeature = import ./feature.nix { inherit lib; };
}
