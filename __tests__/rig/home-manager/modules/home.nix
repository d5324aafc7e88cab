{ lib, ... }:
let
  inherit (lib) mkOption types;
  files = mkOption { type = types.attrsOf types.anything; default = { }; };
in
{
  options = {
    assertions = mkOption { type = types.listOf types.unspecified; default = [ ]; };
    warnings = mkOption { type = types.listOf types.str; default = [ ]; };
    home = {
      username = mkOption { type = types.str; };
      homeDirectory = mkOption { type = types.path; };
      stateVersion = mkOption { type = types.str; };
      packages = mkOption { type = types.listOf types.package; default = [ ]; };
      sessionVariables = mkOption { type = types.attrsOf types.anything; default = { }; };
      file = files;
    };
    xdg.configFile = files;
    programs.home-manager.enable = lib.mkEnableOption "Home Manager";
  };
}
