# An MCP server of your own beside two known ones, for both programs. Its token comes from Bitwarden when it starts.
# `nix-feature` is the flake's input; hand it on with `extraSpecialArgs = { inherit nix-feature; };`.
{ pkgs, nix-feature, ... }:
let
  inherit (nix-feature.lib) ai-dev;
in
{
  programs.mcp = {
    enable = true;
    sets = [
      "nixos"
      "context7"
    ];
    servers.tickets = ai-dev.mkMcpServer {
      inherit pkgs;
      name = "tickets";
      package = pkgs.writeShellScriptBin "tickets-mcp" "echo the server of your own >&2; exit 1";
      args = [ "--project=team" ];
      secrets.TICKETS_TOKEN = ai-dev.secrets.mkRbwCommand {
        inherit pkgs;
        entry = "tickets";
        field = "token";
      };
    };
  };
  programs.claude-code = {
    enable = true;
    enableMcpIntegration = true;
  };
  programs.opencode = {
    enable = true;
    enableMcpIntegration = true;
  };
}
