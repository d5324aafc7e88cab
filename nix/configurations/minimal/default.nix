# The smallest machine that a team can share: the user, Nix with flakes, and the checks of the tarball.
{ user ? "nixos", modules ? [ ], stateVersion ? "25.11" }:
{ lib, ... }:
{
  imports = [ ../../modules/nixos/wsl-common.nix ../../modules/nixos/wsl-tarball-checks.nix ] ++ modules;
  services.nix-feature.wsl = { enable = true; inherit user; };
  services.nix-feature.wslTarballChecks.enable = lib.mkDefault true;
  system.stateVersion = lib.mkDefault stateVersion;
}
