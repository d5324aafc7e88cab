# Programs that start Claude Code and OpenCode with one account: its folder, its secrets, its MCP servers.
{ lib, secrets, accounts, mcp }:
let
  exports = variables: lib.concatStrings (lib.mapAttrsToList (name: value: "export ${name}=${lib.escapeShellArg value}\n") variables);

  # What another account, or the shell around it, may have set must not decide who pays.
  CLAUDE_LOGINS = [ "ANTHROPIC_API_KEY" "ANTHROPIC_AUTH_TOKEN" "CLAUDE_CODE_OAUTH_TOKEN" "CLAUDE_CODE_USE_BEDROCK" "CLAUDE_CODE_USE_VERTEX" ];

  script = { pkgs, account, title, body }: pkgs.writeTextFile {
    name = account.command;
    executable = true;
    destination = "/bin/${account.command}";
    text = ''
      #!${pkgs.bash}/bin/bash
      set -eu
      : "''${HOME:?${account.command} needs HOME, the home of the user}"
      folder=${secrets.shellPath account.configDir}
      # Logins are kept here: nobody else's business.
      [ -d "$folder" ] || (umask 077 && mkdir -p -- "$folder")
    '' + body;
    meta = { description = "${title} with an account of its own"; mainProgram = account.command; };
  };

  # The program itself: of the package, or, if that is null, the one on the PATH of whoever starts it.
  find = account: package: program:
    if package != null then "program=${lib.getExe' package program}"
    else ''program=$(command -v ${program}) || { echo "${account.command}: ${program} is not on PATH. Install it, or give the wrapper a package." >&2; exit 127; }'';

  json = pkgs: name: value: "${pkgs.writeText name (builtins.toJSON value)}";
in
{
  # `account`: the options of an account (plan, command, configDir, defaultModel, env, secrets, settings).
  mkClaudeWrapper = { pkgs, name, package ? pkgs.claude-code, account ? { }, mcpServers ? { }, settings ? { } }:
    let
      given = accounts.evaluateClaude name account;
      all = settings
        // lib.optionalAttrs (given.plan == "max" || given.plan == "pro") { forceLoginMethod = "claudeai"; }
        // lib.optionalAttrs (given.defaultModel != null) { model = given.defaultModel; }
        // given.settings;
      # `=`, because `--mcp-config` takes every word that follows it.
      flags = lib.optional (all != { }) "--settings=${json pkgs "claude-${name}-settings.json" all}"
        ++ lib.optional (mcpServers != { }) "--mcp-config=${json pkgs "claude-${name}-mcp.json" { mcpServers = mcp.toClaude pkgs mcpServers; }}";
    in
    script {
      inherit pkgs;
      account = given;
      title = "Claude Code";
      body = ''
        unset ${toString CLAUDE_LOGINS}
        export CLAUDE_CONFIG_DIR="$folder"
        ${exports given.env}${secrets.readSecrets given.command given.secrets}${find given package "claude"}
        case "''${1-}" in
          # These take no flags before them.
          rc | remote-control) exec "$program" "$@" ;;
          *) exec "$program" ${lib.escapeShellArgs flags} "$@" ;;
        esac
      '';
    };

  # OpenCode keeps its logins with its data, so that the data get a folder of the account too. `~/.config/opencode` is
  # read first, by every account.
  mkOpenCodeWrapper = { pkgs, name, package ? pkgs.opencode, account ? { }, mcpServers ? { }, settings ? { } }:
    let
      given = accounts.evaluateOpenCode name account;
      all = settings
        // lib.optionalAttrs (mcpServers != { }) { mcp = mcp.toOpenCode mcpServers // settings.mcp or { }; }
        // lib.optionalAttrs (given.defaultModel != null) { model = given.defaultModel; }
        // given.settings;
    in
    script {
      inherit pkgs;
      account = given;
      title = "OpenCode";
      body = ''
        unset ANTHROPIC_API_KEY OPENAI_API_KEY OPENCODE_CONFIG_CONTENT
        export OPENCODE_CONFIG_DIR="$folder" XDG_DATA_HOME="$folder/data" XDG_STATE_HOME="$folder/state"
        ${lib.optionalString (all != { }) "export OPENCODE_CONFIG=${json pkgs "opencode-${name}.json" ({ "$schema" = "https://opencode.ai/config.json"; } // all)}\n"}${exports given.env}${secrets.readSecrets given.command given.secrets}${find given package "opencode"}
        exec "$program" "$@"
      '';
    };
}
