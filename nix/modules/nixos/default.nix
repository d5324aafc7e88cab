# For NixOS. Functions, because Nix 2.8's "flake check" refuses paths.
{
  runner = import ./runner.nix;
  builder = import ./builder.nix;
}
