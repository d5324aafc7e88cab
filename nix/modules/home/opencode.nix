# Options that Home Manager's programs.opencode lacks. What it has stays its own: these fill it.
{ config, lib, pkgs, ... }:
let
  ai-dev = (import ../../lib { inherit lib; }).ai-dev;
  inherit (lib) mkOption types;
  cfg = config.programs.opencode;
  # `programs.opencode.settings` is in the file that every account reads first.
  servers = lib.optionalAttrs (cfg.enableMcpIntegration && config.programs.mcp.enable) config.programs.mcp.servers;
  wrapper = name: account: ai-dev.mkOpenCodeWrapper { inherit pkgs name account; inherit (cfg) package; mcpServers = servers; };
  folders = lib.mapAttrsToList (_: account: account.configDir) cfg.accounts;
in
{
  imports = [ ./mcp-sets.nix ];

  options.programs.opencode = {
    accounts = mkOption {
      type = types.attrsOf ai-dev.types.openCodeAccount;
      default = { };
      example = { work = { defaultModel = "anthropic/claude-sonnet-4-5"; secrets.ANTHROPIC_API_KEY.file = "/run/secrets/anthropic"; }; };
      description = "Accounts, each with a program (`opencode-<name>`) and a folder of its own for its configuration and its login. They share `programs.opencode.settings`.";
    };
    defaultModel = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "anthropic/claude-sonnet-4-5";
      description = "Model that new sessions begin with: `model` in `programs.opencode.settings`.";
    };
  };

  config = lib.mkIf cfg.enable {
    programs.opencode.settings = lib.mkIf (cfg.defaultModel != null) { model = lib.mkDefault cfg.defaultModel; };
    home.packages = lib.mkIf (cfg.package != null) (lib.mapAttrsToList wrapper cfg.accounts);
    assertions = [
      { assertion = cfg.accounts == { } || cfg.package != null; message = "programs.opencode.accounts: their programs need `programs.opencode.package`, which is null."; }
      { assertion = lib.length (lib.unique folders) == lib.length folders; message = "programs.opencode.accounts: two accounts have the same `configDir`, so they would share a login."; }
    ];
  };
}
