# A stand-in for NixOS-WSL: its options that the tests set, and a tarball builder that only names what it would pack. docs/contributing/status.md says what it leaves out.
{
  description = "a stand-in for NixOS-WSL";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs";

  outputs =
    { self, nixpkgs }:
    {
      nixosModules.default = { config, lib, pkgs, ... }: {
        options.wsl = {
          enable = lib.mkOption { type = lib.types.bool; default = false; };
          defaultUser = lib.mkOption { type = lib.types.str; default = "nixos"; };
          useWindowsDriver = lib.mkOption { type = lib.types.bool; default = false; };
          tarball.configPath = lib.mkOption { type = lib.types.nullOr lib.types.path; default = null; };
        };
        config = lib.mkIf config.wsl.enable {
          users.users.${config.wsl.defaultUser} = { isNormalUser = true; uid = 1000; extraGroups = [ "wheel" ]; };
          system.build.toplevel = pkgs.writeText "nixos-wsl-stand-in" (lib.concatMapStringsSep "\n" (package: "${package}") config.environment.systemPackages);
          system.build.tarballBuilder = pkgs.writeText "nixos-wsl-tarball-builder" "${config.system.build.toplevel}";
        };
      };
    };
}
