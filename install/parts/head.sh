#!/bin/sh
# nix-feature runtime: installs the store paths of a Dev Container Feature into /nix/store.
#
# An install.sh in the Feature's folder uses it like this:
#
#   . "$(dirname "$0")/nix-feature/install.sh"
#   nix_feature_install || exit 1
#
# It can be run as it is, too: sh nix-feature/install.sh [--uninstall | --help].
# What it does, in which order, and what each message means: docs/use/install.md of nix-feature-action.
#
# POSIX sh with `local` (dash, bash, BusyBox ash). Everything runs in a subshell, so that a script that sources this
# keeps its options, traps, umask and variables. No command's failure is left to `set -e`: a caller that writes
# `nix_feature_install || …` turns that off for everything inside.

# Raised whenever nix-feature-ctl learns something: of the runtimes on a system the one with the highest number is it.
nf_runtime=3
