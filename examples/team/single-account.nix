# One account: Home Manager's own module, with a model, a hook and a status line.
{ pkgs, ... }:
{
  programs.claude-code = {
    enable = true;
    defaultModel = "sonnet";
    eventHooks.PostToolUse = [
      {
        matcher = "Edit|Write";
        command = "nix fmt";
      }
    ];
    statusLine = "${pkgs.jq}/bin/jq -r .model.display_name";
  };
}
