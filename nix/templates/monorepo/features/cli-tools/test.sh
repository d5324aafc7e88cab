#!/bin/sh
# Runs in the base image, as the remote user, with the Feature installed.
set -eu
echo needle | rg --quiet needle
