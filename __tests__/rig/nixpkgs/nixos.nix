# Options of NixOS that the tests set. Each takes what it is given; nothing is made of it.
{ config, lib, options, ... }:
let
  inherit (lib) mkOption types;
  free = mkOption { type = types.attrsOf types.anything; default = { }; description = "Whatever it is."; };
  list = type: mkOption { type = types.listOf type; default = [ ]; };
in
{
  options = {
    assertions = mkOption { type = types.listOf types.unspecified; default = [ ]; internal = true; };
    warnings = mkOption { type = types.listOf types.str; default = [ ]; internal = true; };
    nixpkgs = free;
    environment.systemPackages = list types.package;
    environment.variables = free;
    environment.etc = free;
    boot.binfmt.emulatedSystems = list types.str;
    nix.settings = free;
    nix.channel.enable = mkOption { type = types.bool; default = true; };
    users.users = free;
    users.groups = free;
    users.defaultUserShell = mkOption { type = types.anything; default = null; };
    users.mutableUsers = mkOption { type = types.bool; default = true; };
    services.openssh = free;
    services.github-runners = free;
    virtualisation = free;
    programs = free;
    systemd = free;
    security = free;
    networking = free;
    hardware = free;
    time = free;
    i18n = free;
    system = {
      stateVersion = mkOption { type = types.str; default = "26.05"; };
      build = free;
    };
  };
}
