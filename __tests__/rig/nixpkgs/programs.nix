# Programs that Debian does not have, as scripts that say what they were started with.
{ lib, system, pkgs }:
let
  # Its folder and its variables that matter to the tests, then its arguments, a line each.
  saying = { name, program ? name, variables ? "" }: pkgs.writeScriptBin program ''
    #!${pkgs.bash}/bin/bash
    for variable in ${variables}; do
      [ -z "''${!variable+set}" ] || echo "$variable=''${!variable}"
    done
    for argument in "$@"; do echo "argument: $argument"; done
  '' // { pname = name; version = "1.0"; };
  ACCOUNT = "CLAUDE_CONFIG_DIR OPENCODE_CONFIG_DIR OPENCODE_CONFIG XDG_DATA_HOME ANTHROPIC_API_KEY TOKEN EXTRA";
in
{
  claude-code = saying { name = "claude-code"; program = "claude"; variables = ACCOUNT; } // { version = "2.1.200"; };
  opencode = saying { name = "opencode"; variables = ACCOUNT; };
  # The machine's own, whose closure is not shipped.
  nodejs = pkgs.writeScriptBin "node" "#!/bin/sh\nexec \"\${NIX_FEATURE_TEST_NODE:-/usr/bin/node}\" \"$@\"\n" // { version = "24.0.0"; };
  nodejs_24 = pkgs.nodejs;
} // lib.genAttrs [ "rbw" "sops" "gh" "glab" "git" "docker" "podman" "zstd" "vim" "htop" "mcp-nixos" "context7-mcp" "github-mcp-server" "playwright-mcp" ]
  (name: saying { inherit name; variables = ACCOUNT; })
