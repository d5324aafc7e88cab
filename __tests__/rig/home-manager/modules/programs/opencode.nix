{ config, lib, pkgs, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.programs.opencode;
in
{
  options.programs.opencode = {
    enable = lib.mkEnableOption "opencode";
    package = lib.mkPackageOption pkgs "opencode" { nullable = true; };
    enableMcpIntegration = mkOption { type = types.bool; default = false; };
    settings = mkOption { type = (pkgs.formats.json { }).type; default = { }; };
  };
  config = lib.mkIf cfg.enable {
    home.packages = lib.mkIf (cfg.package != null) [ cfg.package ];
    xdg.configFile."opencode/opencode.json" = lib.mkIf (cfg.settings != { }) { text = builtins.toJSON cfg.settings; };
  };
}
