# For NixOS. Functions, because Nix 2.8's "flake check" refuses paths.
{
  runner = import ./runner.nix;
  builder = import ./builder.nix;
  wsl-common = import ./wsl-common.nix;
  wsl-tarball-checks = import ./wsl-tarball-checks.nix;
  wsl-cuda = import ./wsl-cuda.nix;
}
