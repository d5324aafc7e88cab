# programs.mcp.sets: names of known MCP servers, which become `programs.mcp.servers` for every client that takes part.
{ config, lib, pkgs, ... }:
let
  ai-dev = (import ../../lib { inherit lib; }).ai-dev;
  # Those that need no more than packages.
  known = builtins.removeAttrs ai-dev.mcpServers [ "filesystem" ];
  cfg = config.programs.mcp;
in
{
  options.programs.mcp = {
    sets = lib.mkOption {
      type = lib.types.listOf (lib.types.enum (builtins.attrNames known));
      default = [ ];
      example = [ "nixos" "context7" ];
      description = "Known MCP servers to add to `programs.mcp.servers`. Settings in `programs.mcp.servers` change a known server.";
    };
    setSecrets = lib.mkOption {
      type = lib.types.attrsOf (lib.types.attrsOf ai-dev.types.secret);
      default = { };
      example = { context7.CONTEXT7_API_KEY.file = "/run/secrets/context7"; };
      description = "For servers of `programs.mcp.sets`: their variables that are read from files or commands at each start.";
    };
  };
  config.programs.mcp.servers = lib.genAttrs cfg.sets
    (name: lib.mapAttrs (_: lib.mkDefault) (known.${name} { inherit pkgs; secrets = cfg.setSecrets.${name} or { }; }));
}
