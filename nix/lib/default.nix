# The library: pure functions, for any nixpkgs. What needs packages takes `pkgs`.
{ lib }:
{
  ai-dev = import ./ai-dev { inherit lib; };
  wslConfigurations = import ../configurations;
  mkFeature = import ./feature.nix { inherit lib; };
}
