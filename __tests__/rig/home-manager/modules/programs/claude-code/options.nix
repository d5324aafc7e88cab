{ lib, pkgs, ... }:
let
  inherit (lib) mkOption types;
  json = (pkgs.formats.json { }).type;
in
{
  options.programs.claude-code = {
    enable = lib.mkEnableOption "Claude Code";
    package = lib.mkPackageOption pkgs "claude-code" { nullable = true; };
    finalPackage = mkOption { type = types.package; readOnly = true; internal = true; };
    enableMcpIntegration = mkOption { type = types.bool; default = false; };
    settings = mkOption { type = json; default = { }; };
    mcpServers = mkOption { type = types.attrsOf json; default = { }; };
    hooks = mkOption { type = types.attrsOf types.lines; default = { }; };
  };
}
