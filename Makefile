# `make demo` and `make test` do all their own set-up on a Debian or Ubuntu machine (root, or a user with sudo).
# What they download and start stays in .rig/.
NODE := node_modules/.bin/node
.DEFAULT_GOAL := help
.PHONY: help demo test test-all test-fast bench audit clean

help:
	@echo 'make demo       build a feature from real programs, lay it over its base, run a tool out of it'
	@echo 'make test       every check and every test, with a Docker engine, podman, Nix and a registry'
	@echo 'make test-all   the same, with every state and combination, not a sample'
	@echo 'make test-fast  every check, the unit tests and a few end-to-end tests'
	@echo 'make bench      time and memory against the by-hand way'
	@echo 'make audit      known vulnerabilities of the packages that ship, if the package registry answers'
	@echo 'make clean      remove what these made (.rig, lib)'
	@echo
	@echo 'npm test        what needs no set-up, in a few minutes'
	@echo
	@echo 'Some end-to-end files, after make test or scripts/setup.sh test:'
	@echo '  $(NODE) scripts/test.ts e2e install plan'

demo:
	@scripts/setup.sh demo
	@$(NODE) scripts/demo.ts

test:
	@scripts/setup.sh code
	@$(NODE) scripts/test.ts

test-all:
	@scripts/setup.sh code
	@$(NODE) scripts/test.ts --all

test-fast:
	@scripts/setup.sh code
	@$(NODE) scripts/test.ts fast

bench:
	@scripts/setup.sh bench
	@$(NODE) bench/run.ts

audit:
	@$(NODE) scripts/audit.ts

clean:
	@scripts/clean.sh
