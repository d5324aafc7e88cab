#!/bin/sh
# Runs in the base image, as the remote user, with the Feature installed.
set -eu
test "$(echo "{\"a\": 1}" | jq .a)" = 1
