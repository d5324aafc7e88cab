# Three accounts, each with a program, a folder and secrets of its own: claude-max, claude-pro, claude-work.
{
  programs.claude-code = {
    enable = true;
    accounts.max = { };
    accounts.pro.configDir = "~/.claude-private";
    accounts.work = {
      defaultModel = "opus";
      secrets.ANTHROPIC_API_KEY.file = "/run/secrets/anthropic";
      settings.includeCoAuthoredBy = false;
    };
  };

  # The same for OpenCode: opencode-work.
  programs.opencode = {
    enable = true;
    accounts.work.secrets.ANTHROPIC_API_KEY.file = "/run/secrets/anthropic";
  };
}
