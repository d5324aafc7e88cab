import type { Topic } from './flags.ts';

/** What it is, in one paragraph. */
export const DESCRIPTION = `nix-feature turns a Nix flake into a Dev Container Feature. It builds the flake, finds the store
paths that your base image does not have, packs only those, byte for byte reproducibly, and writes
them as an OCI image layout.`;

/** What one does with it, with the commands. */
export const EXAMPLES = `Write a new Feature, and a workflow for it at the root of the checkout that you are in (without
--packages, the Feature contains hello; replace it in flake.nix). Check the Feature's folder.
Install the Feature into a fresh container of your base image, run its test.sh there, and check
that its programs are found and complete:

  nix-feature init features/my-tools --packages jq,ripgrep
  nix-feature validate features/my-tools
  nix-feature test features/my-tools --base-image ghcr.io/org/bedrock:latest

Build with this machine's own Nix, for a base image in a registry:

  nix-feature build --feature my-tools --base-image ghcr.io/org/bedrock:latest --build-in host

Build inside the base image instead, with docker or podman, and write the layout to ./layout:

  nix-feature build --feature my-tools --base-image ghcr.io/org/bedrock:latest --output layout

Build a single package without any base, and print the result as JSON. The folder jq needs a
devcontainer-feature.json, such as {"id": "jq", "version": "1.0.0", "name": "jq"}, and no flake.nix:

  nix-feature build --feature jq --packages jq --base-image none --build-in host --json

Publish what was built, with all of its platforms (takes --arches, --delivery, --summary and the
flags of "Publishing" except --push):

  nix-feature publish layout-amd64 layout-arm64 --registry ghcr.io --namespace org/features

See which Features of a folder must be built, and why (nix-feature plan --help has its flags):

  nix-feature plan --base-image ghcr.io/org/bedrock:latest --namespace org/features

Raise the versions that must be raised, by what changed:

  nix-feature bump auto --base-image ghcr.io/org/bedrock:latest --namespace org/features

See what changed between two versions of a Feature, or between two base images:

  nix-feature diff ghcr.io/org/features/my-tools:1.1.0 ghcr.io/org/features/my-tools:1.2.0

Use a Feature without a registry: as a local folder of a devcontainer.json, or from one file that
you carry into a network without internet access:

  nix-feature export features/my-tools --base-image ghcr.io/org/bedrock:latest
  nix-feature bundle ghcr.io/org/features/my-tools:1.2.0
  nix-feature load my-tools-1.2.0.tar --registry registry.corp.example --namespace mirror

Verify a Feature from the outside, using only what is in the registry: digests, the files in its
layers, the NAR hash of every path, metadata, the release key:

  nix-feature verify ghcr.io/org/features/my-tools:1.2.0

Use published Features as a binary cache. Nix then fetches what they ship, and does not build it:

  nix-feature serve ghcr.io/org/features

Run a command with a flake's development shell, here or inside the base image; or open the shell:

  nix-feature run --base-image ghcr.io/org/bedrock:latest -- make test
  nix-feature shell --flake .#ci

Check that published Features are complete, and withdraw a version:

  nix-feature check ghcr.io/org/features
  nix-feature withdraw ghcr.io/org/features/my-tools 1.2.0

See which old versions may go, and delete them with --apply:

  nix-feature prune ghcr.io/org/features --keep 10`;

/** The variables that it reads. */
export const ENVIRONMENT = [
  ['NIX_FEATURE_PASSWORD', 'the password; does not show in a list of processes'],
  ['NIX_FEATURE_SSH_KEY', 'the private key for --builders'],
  ['NIX_FEATURE_SIGN_KEY', 'the private key for --sign key, as PEM'],
  ['NIX_FEATURE_SIGN_PASSWORD', 'its password'],
  ['NIX_FEATURE_CACHE', 'the folder of the cache for base images [default: ~/.cache/nix-feature]'],
  ['NIX_FEATURE_DEBUG', '1 says more, and shows stack traces'],
  ['SOURCE_DATE_EPOCH', `seconds since 1970 for "created" [default: the commit's time]`],
  ['NO_COLOR', 'any value turns colours off'],
  ['TMPDIR', 'where temporary files go'],
] as const;

/** What people want to do, in the order in which they come to it. */
export const COMMAND_GROUPS = ['Make a Feature', 'Publish it, and look after releases', 'See what is published', 'Carry it, and use it elsewhere', 'Run and set up'] as const;

export interface CommandSummary {
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** What it does, in a few words that begin with a verb. */
  readonly summary: string;
}

/** All commands that have a help of their own, as the help, the man page and completion list them. */
export const SUMMARIES: Readonly<Record<Topic, CommandSummary>> = {
  init: { group: 'Make a Feature', summary: 'write the folder of a new Feature, and a workflow' },
  validate: { group: 'Make a Feature', summary: "check a Feature's folder; nothing is built" },
  build: { group: 'Make a Feature', summary: 'build a Feature, and pack what the base lacks' },
  test: { group: 'Make a Feature', summary: 'install it into its base, and run its test.sh' },
  publish: { group: 'Publish it, and look after releases', summary: 'publish what builds wrote, as one Feature' },
  plan: { group: 'Publish it, and look after releases', summary: 'say which Features must be built, and why' },
  bump: { group: 'Publish it, and look after releases', summary: 'raise versions, by what changed' },
  check: { group: 'Publish it, and look after releases', summary: 'check releases, tags and the collection' },
  withdraw: { group: 'Publish it, and look after releases', summary: 'withdraw a published version' },
  prune: { group: 'Publish it, and look after releases', summary: 'say which old versions may go, and delete them' },
  list: { group: 'See what is published', summary: 'list the Features of a namespace' },
  inspect: { group: 'See what is published', summary: 'say what a Feature is: platforms, sizes, base, tags' },
  diff: { group: 'See what is published', summary: 'say what changed between two Features or bases' },
  drift: { group: 'See what is published', summary: 'say what ships although the base has it' },
  explore: { group: 'See what is published', summary: 'show what ships and why, as a page for browsers' },
  sbom: { group: 'See what is published', summary: 'list what ships, as CycloneDX or SPDX' },
  verify: { group: 'See what is published', summary: 'check a Feature from the outside' },
  export: { group: 'Carry it, and use it elsewhere', summary: 'write a Feature as a local folder' },
  bundle: { group: 'Carry it, and use it elsewhere', summary: 'write a Feature into one file' },
  load: { group: 'Carry it, and use it elsewhere', summary: 'publish what a bundle holds' },
  serve: { group: 'Carry it, and use it elsewhere', summary: 'serve published Features as a binary cache' },
  run: { group: 'Run and set up', summary: "run a command with a flake's shell" },
  shell: { group: 'Run and set up', summary: "open a flake's shell" },
  eval: { group: 'Run and set up', summary: 'evaluate an attribute to JSON' },
  setup: { group: 'Run and set up', summary: 'install a pinned Nix' },
  image: { group: 'Carry it, and use it elsewhere', summary: 'make an image of a base and Features, without a build' },
  wsl: { group: 'Carry it, and use it elsewhere', summary: 'build and check WSL tarballs' },
  completion: { group: 'Run and set up', summary: 'print a completion script for a shell' },
  man: { group: 'Run and set up', summary: 'print the man page' },
};
