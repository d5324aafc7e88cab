#!/bin/sh
set -eu
hello | grep -q '^Hello from '
