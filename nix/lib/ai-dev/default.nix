# lib.ai-dev: MCP servers, wrappers with an account each, and secrets that are read at run time.
{ lib }:
let
  secrets = import ./secrets.nix { inherit lib; };
  account = import ./account.nix { inherit lib secrets; };
  mcp = import ./mcp.nix { inherit lib secrets; };
  wrappers = import ./wrappers.nix { inherit lib secrets mcp; accounts = account; };
in
{
  inherit (mcp) mkMcpServer toClaude toOpenCode;
  mcpServers = import ./servers.nix { inherit lib mcp; };
  inherit (wrappers) mkClaudeWrapper mkOpenCodeWrapper;
  secrets = { inherit (secrets) mkRbwCommand mkSopsSecret mkForgeToken; };
  # For modules: the types of an account and of a secret.
  types = { inherit (secrets) secret; inherit (account) claudeAccount openCodeAccount; };
}
