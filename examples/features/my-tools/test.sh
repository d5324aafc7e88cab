#!/bin/sh
set -eu
test "$(echo '{"a": 1}' | jq .a)" = 1
rg --version
