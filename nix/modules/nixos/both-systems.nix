# services.nix-feature.emulate: builds for the other of x86_64-linux and aarch64-linux, by qemu.
{ config, lib, pkgs, ... }:
let
  own = pkgs.stdenv.hostPlatform.system;
  others = lib.filter (system: system != own) [ "x86_64-linux" "aarch64-linux" ];
in
{
  options.services.nix-feature.emulate = lib.mkOption {
    type = lib.types.bool;
    default = false;
    example = true;
    description = "Whether to run programs of the other system (x86_64-linux or aarch64-linux) by emulation, so that one machine builds for both.";
  };
  # NixOS adds them to Nix's `extra-platforms`.
  config.boot.binfmt.emulatedSystems = lib.mkIf config.services.nix-feature.emulate others;
}
