# Options that Home Manager's programs.claude-code lacks. What it has stays its own: these fill it.
{ config, lib, pkgs, ... }:
let
  ai-dev = (import ../../lib { inherit lib; }).ai-dev;
  inherit (lib) mkOption types;
  cfg = config.programs.claude-code;
  servers = lib.optionalAttrs (cfg.enableMcpIntegration && config.programs.mcp.enable) config.programs.mcp.servers // cfg.mcpServers;
  wrapper = name: account: ai-dev.mkClaudeWrapper { inherit pkgs name account; package = cfg.finalPackage; mcpServers = servers; inherit (cfg) settings; };
  folders = lib.mapAttrsToList (_: account: account.configDir) cfg.accounts;

  eventHook = types.submodule {
    options = {
      matcher = mkOption {
        type = types.nullOr types.str;
        default = null;
        example = "Edit|Write";
        description = "Tools that the hook is for; all of them if null.";
      };
      command = mkOption {
        type = types.str;
        example = "nix fmt";
        description = "Shell command. It gets the event as JSON on standard input.";
      };
      timeout = mkOption {
        type = types.nullOr types.ints.positive;
        default = null;
        example = 30;
        description = "Seconds after which the command is stopped; Claude Code's own limit if null.";
      };
    };
  };
  settingsOfHook = { matcher, command, timeout }:
    lib.optionalAttrs (matcher != null) { inherit matcher; }
    // { hooks = [ ({ type = "command"; inherit command; } // lib.optionalAttrs (timeout != null) { inherit timeout; }) ]; };
in
{
  imports = [ ./mcp-sets.nix ];

  options.programs.claude-code = {
    accounts = mkOption {
      type = types.attrsOf ai-dev.types.claudeAccount;
      default = { };
      example = { max = { }; work = { defaultModel = "opus"; secrets.ANTHROPIC_API_KEY.file = "/run/secrets/anthropic"; }; };
      description = "Accounts, each with a program (`claude-<name>`) and a folder of its own. They share `programs.claude-code.settings` and the MCP servers.";
    };
    defaultModel = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "sonnet";
      description = "Model that new sessions begin with: `model` in `programs.claude-code.settings`.";
    };
    eventHooks = mkOption {
      type = types.attrsOf (types.listOf eventHook);
      default = { };
      example = { PostToolUse = [ { matcher = "Edit|Write"; command = "nix fmt"; } ]; };
      description = "Commands to run at events, by the event's name: `hooks` in `programs.claude-code.settings`. (Home Manager's `hooks` writes the scripts only.)";
    };
    statusLine = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "jq -r .model.display_name";
      description = "Shell command that prints the status line. It gets the session as JSON on standard input.";
    };
  };

  config = lib.mkIf cfg.enable {
    programs.claude-code.settings = lib.mkMerge [
      (lib.mkIf (cfg.defaultModel != null) { model = lib.mkDefault cfg.defaultModel; })
      (lib.mkIf (cfg.eventHooks != { }) { hooks = lib.mapAttrs (_: map settingsOfHook) cfg.eventHooks; })
      (lib.mkIf (cfg.statusLine != null) { statusLine = { type = "command"; command = cfg.statusLine; }; })
    ];
    home.packages = lib.mkIf (cfg.package != null) (lib.mapAttrsToList wrapper cfg.accounts);
    assertions = [
      { assertion = cfg.accounts == { } || cfg.package != null; message = "programs.claude-code.accounts: their programs need `programs.claude-code.package`, which is null."; }
      { assertion = lib.length (lib.unique folders) == lib.length folders; message = "programs.claude-code.accounts: two accounts have the same `configDir`, so they would share a login."; }
    ];
  };
}
