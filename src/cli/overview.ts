import type { Topic } from './flags.ts';

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
  wsl: { group: 'Carry it, and use it elsewhere', summary: 'build and check WSL tarballs' },
  completion: { group: 'Run and set up', summary: 'print a completion script for a shell' },
  man: { group: 'Run and set up', summary: 'print the man page' },
};
