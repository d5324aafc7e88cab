{ config, lib, pkgs, ... }:
let cfg = config.programs.claude-code;
in
{
  imports = [ ./options.nix ];
  config = lib.mkIf cfg.enable {
    programs.claude-code.finalPackage = lib.mkIf (cfg.package != null) cfg.package;
    home.packages = lib.mkIf (cfg.package != null) [ cfg.finalPackage ];
    home.file.".claude/settings.json" = lib.mkIf (cfg.settings != { }) { text = builtins.toJSON cfg.settings; };
  };
}
