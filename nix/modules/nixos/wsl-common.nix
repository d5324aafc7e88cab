# What every WSL machine of a team has. It goes beside NixOS-WSL's own module, whose options it sets.
{ config, lib, options, pkgs, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.wsl;
  # As a list, so that a nixpkgs that lacks one says so only when it is asked for.
  aiDev = map (name: pkgs.${name} or (throw "services.nix-feature.wsl.aiDev needs pkgs.${name}")) [ "claude-code" "opencode" ];
in
{
  imports = [ ./team-cache.nix ];

  options.services.nix-feature.wsl = {
    enable = lib.mkEnableOption "what every WSL machine of a team has";
    user = mkOption {
      type = types.strMatching "[a-z_][a-z0-9_-]*";
      default = "nixos";
      example = "dev";
      description = "User that WSL logs in.";
    };
    packages = mkOption {
      type = types.listOf types.package;
      default = [ ];
      example = lib.literalExpression "[ pkgs.git pkgs.vim ]";
      description = "Programs for everybody on the machine.";
    };
    aiDev = mkOption {
      type = types.bool;
      default = false;
      example = true;
      description = "Whether the machine has Claude Code, which is not free software, and OpenCode. Accounts belong to a home: `homeModules.claude-code`.";
    };
    flakes = mkOption {
      type = types.bool;
      default = true;
      example = false;
      description = "Whether Nix has flakes and its new commands, and no channels.";
    };
  };

  config = lib.mkIf cfg.enable (lib.mkMerge [
    {
      environment.systemPackages = cfg.packages ++ lib.optionals cfg.aiDev aiDev;
      nix.settings.experimental-features = lib.mkIf cfg.flakes [ "nix-command" "flakes" ];
      nix.channel.enable = lib.mkIf cfg.flakes (lib.mkDefault false);
      assertions = [
        { assertion = options ? wsl; message = "services.nix-feature.wsl needs NixOS-WSL: import nixos-wsl.nixosModules.default too."; }
        { assertion = cfg.user != "root"; message = "services.nix-feature.wsl.user is root: the check of the tarball would refuse it."; }
      ];
    }
    (lib.optionalAttrs (options ? wsl) {
      wsl = { enable = true; defaultUser = cfg.user; };
    })
  ]);
}
