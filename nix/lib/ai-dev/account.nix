# An account: one login with a folder of its own. Modules and wrappers share these options, so they are written once.
{ lib, secrets }:
let
  inherit (lib) mkOption types;

  json = types.attrsOf types.anything;

  accountOf = { program, title, folder }: { name, ... }: {
    options = {
      command = mkOption {
        type = types.strMatching "[A-Za-z0-9._-]+";
        default = "${program}-${name}";
        defaultText = lib.literalExpression "\"${program}-<name>\"";
        example = "${program}-company";
        description = "Name of the program that starts ${title} with this account.";
      };
      configDir = mkOption {
        type = types.str;
        default = "${folder}-${name}";
        defaultText = lib.literalExpression "\"${folder}-<name>\"";
        example = "~/company/.${program}";
        description = "Folder of the account: its login, settings and history. `~/` is the user's home. No two accounts share one.";
      };
      defaultModel = mkOption {
        type = types.nullOr types.str;
        default = null;
        example = "opus";
        description = "Model that new sessions begin with.";
      };
      env = mkOption {
        type = types.attrsOf types.str;
        default = { };
        example = { HTTPS_PROXY = "http://proxy.example.org:3128"; };
        description = "Environment variables that are not secret.";
      };
      secrets = mkOption {
        type = types.attrsOf secrets.secret;
        default = { };
        example = { ANTHROPIC_API_KEY.file = "/run/secrets/anthropic"; };
        description = "Environment variables that are read at each start. A secret that can't be read ends the start.";
      };
      settings = mkOption {
        type = json;
        default = { };
        example = { includeCoAuthoredBy = false; };
        description = "Settings of this account only. They win over the shared ones.";
      };
    };
  };

  claude = { name, ... }: {
    imports = [ (accountOf { program = "claude"; title = "Claude Code"; folder = "~/.claude"; }) ];
    options.plan = mkOption {
      type = types.nullOr (types.enum [ "max" "pro" "work" ]);
      default = if builtins.elem name [ "max" "pro" "work" ] then name else null;
      defaultText = lib.literalExpression "<name>, if it is one of these; else null";
      example = "work";
      description = "Kind of account: with a subscription (`max`, `pro`), Claude Code offers only the login for it; with `work`, and without a plan, every login.";
    };
  };
  openCode = accountOf { program = "opencode"; title = "OpenCode"; folder = "~/.config/opencode"; };

  # An account as plain attributes, with types and defaults.
  evaluate = module: name: account: (lib.evalModules {
    modules = [ module { config = { inherit name; } // account; } { options.name = mkOption { type = types.str; internal = true; }; } ];
    specialArgs = { inherit name; };
  }).config;
in
{
  claudeAccount = types.submodule claude;
  openCodeAccount = types.submodule openCode;
  evaluateClaude = evaluate claude;
  evaluateOpenCode = evaluate openCode;
}
