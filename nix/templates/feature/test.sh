#!/bin/sh
# Runs in the base image, as the remote user, with the Feature installed.
set -eu
test "$(echo "{\"a\": 1}" | jq .a)" = 1
test -f "$RIPGREP_CONFIG_PATH"
echo Needle | rg --quiet needle
