{ ... }:
{
  home.username = "me";
  home.homeDirectory = "/home/me";
  home.stateVersion = "26.05";
  programs.home-manager.enable = true;

  # MCP servers for both programs.
  programs.mcp.enable = true;
  programs.mcp.sets = [ "nixos" "context7" ];

  programs.claude-code = {
    enable = true;
    enableMcpIntegration = true;
    # "claude-max" and "claude-work": each has a login of its own.
    accounts.max = { };
    accounts.work.secrets.ANTHROPIC_API_KEY.file = "~/.secrets/anthropic";
  };

  programs.opencode.enable = true;
  programs.opencode.enableMcpIntegration = true;
}
