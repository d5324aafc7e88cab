# `make demo` and `make test` do all their own set-up on a Debian or Ubuntu machine (root, or a user with sudo).
# What they download and start stays in .rig/.
NODE := node_modules/.bin/node
.DEFAULT_GOAL := help
.PHONY: help demo test bench clean

help:
	@echo 'make demo    build a feature from real programs, lay it over its base, run a tool out of it'
	@echo 'make test    every check and every test, with a Docker engine, podman, Nix and a registry'
	@echo 'make bench   time and memory against the by-hand way'
	@echo 'make clean   remove what these made (.rig, lib)'
	@echo
	@echo 'npm test     what needs no set-up, in a few minutes'
	@echo
	@echo 'One end-to-end file, after make test or scripts/setup.sh test:'
	@echo '  $(NODE) scripts/test.ts e2e __tests__/e2e/one.e2e.ts'

demo:
	@scripts/setup.sh demo
	@$(NODE) scripts/demo.ts

test:
	@scripts/setup.sh test
	@$(NODE) scripts/test.ts

bench:
	@scripts/setup.sh bench
	@$(NODE) bench/run.ts

clean:
	@scripts/clean.sh
