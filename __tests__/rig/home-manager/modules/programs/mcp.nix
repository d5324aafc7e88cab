{ lib, ... }:
let
  inherit (lib) mkOption types;
  maybe = type: mkOption { type = types.nullOr type; default = null; };
  value = types.oneOf [ types.str (types.submodule { options.file = mkOption { type = types.str; }; }) ];
in
{
  options.programs.mcp = {
    enable = lib.mkEnableOption "mcp";
    servers = mkOption {
      default = { };
      type = types.attrsOf (types.submodule {
        freeformType = types.attrsOf types.anything;
        options = {
          command = maybe types.str;
          url = maybe types.str;
          enabled = maybe types.bool;
          args = mkOption { type = types.listOf types.str; default = [ ]; };
          env = mkOption { type = types.attrsOf value; default = { }; };
          headers = mkOption { type = types.attrsOf types.str; default = { }; };
        };
      });
    };
  };
}
