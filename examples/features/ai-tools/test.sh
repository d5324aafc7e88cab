#!/bin/sh
# Two accounts of Claude Code, each with its folder, its key and the MCP servers. A script stands for Claude Code.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work"
mkdir "$work/bin" "$work/.secrets"
printf '#!/bin/sh\necho "$CLAUDE_CONFIG_DIR ${ANTHROPIC_API_KEY-no key} $*"\n' > "$work/bin/claude"
chmod +x "$work/bin/claude"
PATH="$PATH:$work/bin"

ANTHROPIC_API_KEY=of-somebody-else claude-max --version | grep "^$work/.claude-max no key .*--mcp-config=/nix/store/.* --version"

# Without its key the other account does not start.
if claude-work; then exit 1; fi
echo key-of-work > "$work/.secrets/anthropic"
claude-work | grep "^$work/.claude-work key-of-work "

opencode-work --version
