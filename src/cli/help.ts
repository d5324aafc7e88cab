import { GROUPS, isRepeatable } from '../actions/inputs/inputs.ts';
import type { InputSpec } from '../actions/inputs/inputs.ts';
import { VERSION } from '../version.ts';
import { EXIT_CODES } from './exit-code.ts';
import { FLAGS, flagsOf, OWN_FLAGS, type Topic } from './flags.ts';
import { COMMAND_GROUPS, SUMMARIES } from './overview.ts';
import type { CommandModel, FlagModel } from './text/command-model.ts';
import { SHELLS } from './text/completion.ts';
import { manPage } from './text/man-page.ts';
import { hanging, reflow, twoColumns, WIDEST } from './text/reflow.ts';

const INDENT = '      ';

const DESCRIPTION = `nix-feature turns a Nix flake into a Dev Container Feature. It builds the flake, finds the store
paths that your base image does not have, packs only those, byte for byte reproducibly, and writes
them as an OCI image layout.`;

const EXAMPLES = `Write a new Feature, and a workflow for it at the root of the checkout that you are in (without
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

const ENVIRONMENT = [
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

const USAGE: Readonly<Record<Topic, string>> = {
  build: `Usage: nix-feature build [folder] --base-image <image> [flags]

Builds a Feature, packs what the base images lack, and writes an OCI image layout. With --push the
Feature is published as well.

  nix-feature build my-tools --base-image ghcr.io/org/bedrock:latest --build-in host
  nix-feature build my-tools --base-image ghcr.io/org/bedrock:latest --output layout`,
  test: `Usage: nix-feature test [folder] --base-image <image> [flags]

Builds a Feature, installs it into a fresh container of each base image and runs its test.sh there.
Keeps nothing.

  nix-feature test features/my-tools --base-image ghcr.io/org/bedrock:latest`,
  validate: `Usage: nix-feature validate [folder] [--strict]

Checks the folder of a Feature against the contract (docs/make/contract.md), and builds nothing. Ends
with 2 if there are errors.`,
  init: `Usage: nix-feature init <id> [--packages jq,ripgrep | --from <folder>] [--base-image <image>]
       [--direnv]
       nix-feature init <folder> --workflow-only [--base-image <image>]

Writes the folder of a new Feature, and a workflow that builds, tests and publishes it. The id may
be a path that ends in it. Changes no existing file.

  nix-feature init features/my-tools --packages jq,ripgrep

With --direnv, it also writes an .envrc: direnv then offers the packages to everybody who enters the
folder.

With --from, a Feature that scripts of your own built and installed is converted as far as possible:
metadata, flake, test.sh, the script for other systems, old values of the option mode. The output
says what was done, and what is left to you.

  nix-feature init features/my-tools --from .devcontainer/features/my-tools

With --workflow-only, it writes only the workflow, for a Feature whose folder exists already.

  nix-feature init features/my-tools --workflow-only --base-image ghcr.io/org/bedrock:1.4.0`,
  diff: `Usage: nix-feature diff <before> <after> [--shipped] [--json] [flags]

Says what changed between two Features or two base images: packages that came, went or have another
version, how many bytes that is, and what pulled the new ones in. Each of the two is
  - a published Feature (registry/namespace/id[:version]), or one platform of it (…:1.2.0_amd64),
  - the folder of a layout that a build wrote, or its delta.json,
  - a base image: registry/repo:tag[@digest], or oci:<layout folder>[:<name>].
With --shipped, only what the two Features ship counts. Builds nothing. Differences are not an
error: the exit code is 0.

  nix-feature diff ghcr.io/org/features/my-tools layout
  nix-feature diff ghcr.io/org/bedrock:1.4.0 ghcr.io/org/bedrock:1.5.0 --arches amd64,arm64`,
  drift: `Usage: nix-feature drift <Feature> <base> [--json] [flags]

Lists the packages that a Feature ships although the base image has the same versions from a
different revision of nixpkgs, how many bytes that costs, and the line that fixes it. The Feature
is a published one, the folder of a layout, or its delta.json; the base is registry/repo:tag or
oci:<layout folder>. Builds nothing. Drift is not an error: the exit code is 0.

  nix-feature drift ghcr.io/org/features/my-tools ghcr.io/org/bedrock:latest
  nix-feature drift layout ghcr.io/org/bedrock:1.5.0 --json`,
  plan: `Usage: nix-feature plan [folder …] --base-image <image> [flags]

Says which Features below the current folder must be built, and why: their versions are not
published, or a build would give another result. Builds nothing. Folders may be patterns
('features/*'); those after a "!" are left out. Ends with 2 if a folder breaks the contract.

  nix-feature plan --base-image ghcr.io/org/bedrock:latest --namespace org/features
  nix-feature plan 'features/*' '!features/old' --base-image none --build-in host --json`,
  bump: `Usage: nix-feature bump [patch|minor|major|auto] [folder …] [flags]

Raises the version in devcontainer-feature.json; the rest of the file stays as it is. With patch,
minor or major nothing else is read. With auto, the default, it raises the versions that are
published with other content, by what changed (docs/keep/updates.md), and takes the flags of
nix-feature plan. Ends with 0 if no version has to be raised.

  nix-feature bump minor features/jq
  nix-feature bump auto --base-image ghcr.io/org/bedrock:latest --namespace org/features`,
  export: `Usage: nix-feature export <Feature> [--output <folder>] [flags]

Writes a Feature as a folder that a devcontainer.json takes as "./my-tools": {}. The Feature is
  - the folder of its sources, which is built first with the flags of nix-feature build,
  - the layout of a build, a bundle, or a folder that was exported before,
  - a published Feature (registry/namespace/id[:version]). With --delivery layers its layers stay
    in the registry, and install.sh fetches them.

  nix-feature export features/my-tools --base-image ghcr.io/org/bedrock:latest
  nix-feature export ghcr.io/org/features/my-tools:1.2.0 --output .devcontainer/my-tools`,
  bundle: `Usage: nix-feature bundle <Feature> [--output <file>] [flags]

Writes a published Feature, or the layout of a build, into one tar: all platforms, or those of
--arches. To use it without a registry, unpack it and use the folder as a local Feature. To publish
it elsewhere, use nix-feature load.

  nix-feature bundle ghcr.io/org/features/my-tools:1.2.0
  nix-feature bundle layout --arches amd64 --output my-tools.tar`,
  load: `Usage: nix-feature load <bundle> --registry <host> --namespace <namespace>
       nix-feature load <bundle> --output <folder>

Publishes what a bundle contains, byte for byte, so all digests stay the same. With --output, it
writes a folder instead, as nix-feature export does.

  nix-feature load my-tools-1.2.0.tar --registry registry.corp.example --namespace mirror`,
  verify: `Usage: nix-feature verify <Feature> [--base <image>] [--json] [flags]

Checks a Feature from the outside: manifests, digests and sizes, what each layer holds, the NAR hash
of every path, metadata, delta documents, the release key. With --base, it also checks that the
image has everything that the Feature relies on, and nothing that it ships. With --policy, it also
checks each rule of a policy. The Feature is
  - a published one: registry/namespace/id[:version][@digest],
  - a bundle, a folder that was exported, or the layout of a build,
  - oci:<layout folder>[:<name>], as other tools copy it.
Prints a table. Ends with 0 if everything is correct, with 1 if anything is not, and with 4 if
nothing is known to be wrong but something could not be checked.

  nix-feature verify ghcr.io/org/features/my-tools:1.2.0
  nix-feature verify my-tools-1.2.0.tar --base ghcr.io/org/bedrock:latest --json`,
  serve: `Usage: nix-feature serve <Feature or namespace> … [flags]

Serves the store paths that published Features ship as a binary cache, on 127.0.0.1, until you stop
it (Ctrl-C). A namespace (registry/namespace) means all Features of its collection. Each path is
signed with a key that is generated for this run, and served only after its hash was checked.
Prints the settings for Nix.

  nix-feature serve ghcr.io/org/features
  nix-feature serve ghcr.io/org/features/my-tools:1.2.0 --port 8080 --json`,
  run: `Usage: nix-feature run [flags] -- <command> [argument …]

Runs a command with the development shell of a flake, or with packages: in a container of a base
image if one is named, otherwise on this machine. The container has the current folder too. The exit
code is that of the command (docs/use/run.md).

  nix-feature run -- make test
  nix-feature run --flake .#ci --base-image ghcr.io/org/bedrock:latest -- npm test
  nix-feature run --packages jq,./tools#lint -- lint src`,
  shell: `Usage: nix-feature shell [flags]

Opens a shell in this terminal, with the programs and variables that nix-feature run gives a command.

  nix-feature shell
  nix-feature shell --flake .#ci --base-image ghcr.io/org/bedrock:latest`,
  eval: `Usage: nix-feature eval <flake>#<attribute> [flags]
       nix-feature eval --expr <expression> [flags]

Evaluates an attribute or an expression, and prints JSON. Evaluation is pure, and builds only what
it reads.

  nix-feature eval .#lib.version
  nix-feature eval --expr 'builtins.nixVersion' --base-image ghcr.io/org/bedrock:latest`,
  sbom: `Usage: nix-feature sbom <Feature> [flags]

Prints the SBOM of a platform of a published Feature, or of the layout of a build: all store paths,
with versions, hashes, licences and dependencies. With --output it writes the SBOMs of all platforms
into a folder. The paths come from the delta document; licences and homepages come from the SBOM
that the build wrote or attached.

  nix-feature sbom ghcr.io/org/features/my-tools:1.2.0 > my-tools.cdx.json
  nix-feature sbom layout --format spdx --output sboms
  nix-feature sbom layout --vex our-vex.cdx.json | grype`,
  setup: `Usage: nix-feature setup [--nix-version <version>] [flags]

Installs Nix if this machine has none: downloads a release, compares its SHA-256, and copies it to
/nix for this user, without its installer and without a daemon. Only creating /nix may need sudo.
Prints the commands with which a shell finds Nix.

  eval "$(nix-feature setup)"
  nix-feature setup --nix-version 2.35.1 --json`,
  wsl: `Usage: nix-feature wsl build <configuration> [--flake <flake>] [flags]
       nix-feature wsl check <tarball> [--json] [flags]

build makes nixosConfigurations.<configuration> into a tarball for WSL, with NixOS-WSL's builder,
which runs as root (with sudo, if you are not), and checks it. A tarball that passes goes to
--output, with an SBOM and SHA256SUMS. check checks an existing tarball: configuration, accounts,
programs and their architecture, hard links, secrets, names, histories, keys. Both print a table
(docs/team/wsl.md), and end with 1 if any check failed.

  nix-feature wsl build dev-team --flake ./machines
  nix-feature wsl check nixos.wsl --identifiers corp.example --max-size 1.5GB --json`,
  list: `Usage: nix-feature list [<registry>/]<namespace> [--json] [flags]

Lists the Features of a namespace, as its collection names them, with the versions that are
published.

  nix-feature list ghcr.io/org/features`,
  inspect: `Usage: nix-feature inspect <Feature> [--json] [flags]

Shows a published Feature, or the layout of a build: its platforms and their sizes, its base images,
the repository and commit that it was built from, its tags, and what is attached to it. Reads no
layer, and checks nothing; nix-feature verify does that.

  nix-feature inspect ghcr.io/org/features/my-tools:1.2.0
  nix-feature inspect layout --json`,
  explore: `Usage: nix-feature explore <Feature> [--since <Feature>] [--json] [flags]

Writes a page that shows what a published Feature, or the layout of a build, ships and why: sizes,
chains of references, licences, what changed since the last release, and what the next one sends
again. Open it in a browser; it needs no network. With --json, it prints the paths and their sizes
instead. A build writes this page into its layout.

  nix-feature explore ghcr.io/org/features/my-tools:1.2.0
  nix-feature explore layout --since ghcr.io/org/features/my-tools:1.1.0 --output my-tools.html`,
  withdraw: `Usage: nix-feature withdraw [<registry>/]<namespace>/<id> <version> [flags]
       nix-feature withdraw <id> <version> --namespace <namespace> [flags]

Withdraws a published version. Moving tags (1.2, 1, latest) and the collection get the highest
version that is left, then the manifests of this version are deleted. The registry deletes its
layers when it cleans up.

  nix-feature withdraw my-tools 1.2.0 --namespace org/features
  nix-feature withdraw ghcr.io/org/features/my-tools 1.2.0`,
  check: `Usage: nix-feature check [<registry>/]<namespace>[/<id>] [--repair] [flags]
       nix-feature check [<id>] --namespace <namespace> [--repair] [flags]

Checks every release of a namespace, or of one Feature: that each manifest and layer exists, that
each tag names the right version, and that the collection is correct. Ends with 1 if something is
wrong. --repair corrects tags and the collection. To restore a missing layer, publish its version
again.

  nix-feature check ghcr.io/org/features
  nix-feature check my-tools --namespace org/features --repair`,
  completion: `Usage: nix-feature completion bash|zsh|fish

Prints a script that completes commands, flags and their values.

  source <(nix-feature completion bash)
  nix-feature completion fish > ~/.config/fish/completions/nix-feature.fish`,
  man: `Usage: nix-feature man

Prints the man page.

  nix-feature man | man -l -`,
  prune: `Usage: nix-feature prune [<registry>/]<namespace>[/<id>] [--keep 10] [--apply] [flags]
       nix-feature prune [<id>] --namespace <namespace> [--keep 10] [--apply] [flags]

Says which old versions of a Feature, or of all Features of a namespace, may go, and how many bytes
that frees. It keeps the highest versions (--keep), those that a moving tag or any other tag names,
those that something other than an SBOM or a signature is attached to, and those that another tool
published. With --apply, it deletes the others, with their SBOMs and attestations.

  nix-feature prune ghcr.io/org/features
  nix-feature prune registry.corp.example/features/my-tools --keep 5 --apply`,
  publish: `Usage: nix-feature publish <layout> … [flags]

Publishes the layouts that builds wrote with --output, all platforms as one Feature.

  nix-feature publish layout-amd64 layout-arm64 --registry ghcr.io --namespace org/features`,
};

const ALL = 'nix-feature --help lists all commands and flags, the environment and the exit codes.';

/** Returns what `nix-feature` alone prints. @param width columns */
export function usageText(width = WIDEST): string {
  return `${[`Usage: nix-feature <command> [flags]\n\n${overview(width)}`, reflow('Begin with nix-feature init <id>. nix-feature <command> --help has the flags of one command, nix-feature --help all.', width)].join('\n\n')}\n`;
}

/**
 * Returns what `nix-feature --help` prints, or `nix-feature <command> --help`.
 * @param topic the command; undefined for everything
 * @param width columns
 */
export function helpText(topic?: Topic, width = WIDEST): string {
  if (topic !== undefined) return `${[reflow(USAGE[topic], width), ...groupTexts(flagsOf(topic), width), otherFlags(width, topic), reflow(ALL, width)].join('\n\n')}\n`;
  return `${[
    reflow(DESCRIPTION, width),
    'Usage: nix-feature <command> [flags]',
    overview(width),
    reflow(EXAMPLES, width),
    reflow('nix-feature <command> --help has the flags of one command. These are all of them:', width),
    ...groupTexts(FLAGS, width),
    otherFlags(width),
    `Environment:\n\n${twoColumns(ENVIRONMENT, width).join('\n')}`,
    `Exit codes:\n\n${twoColumns(exitCodes(), width).join('\n')}`,
  ].join('\n\n')}\n`;
}

/** Returns the man page; docs/nix-feature.1 is the same. */
export function manText(): string {
  return manPage({
    version: VERSION,
    description: DESCRIPTION,
    groups: COMMAND_GROUPS,
    commands: commandModels(),
    flags: GROUPS.map((group) => ({ group, flags: FLAGS.filter((flag) => flag.group === group).map(flagModel) })).filter(({ flags }) => flags.length > 0),
    environment: ENVIRONMENT,
    exitCodes: exitCodes(),
  });
}

/** Returns every command with its flags, for completion and the man page. */
export function commandModels(): readonly CommandModel[] {
  return topics().map((name) => ({
    name,
    ...SUMMARIES[name],
    text: USAGE[name],
    flags: [...flagsOf(name).map(flagModel), ...ownFlags(name).map((flag) => ({ name: flag.name, value: undefined, values: [], completes: 'nothing' as const, description: flag.description }))],
    words: name === 'completion' ? SHELLS : [],
  }));
}

function topics(): readonly Topic[] {
  return Object.keys(SUMMARIES) as Topic[];
}

function overview(width: number): string {
  // All summaries begin in one column.
  const longest = Math.max(...topics().map((name) => name.length));
  const group = (title: string): string => `${title}:\n${twoColumns(topics().filter((name) => SUMMARIES[name].group === title).map((name) => [name.padEnd(longest), SUMMARIES[name].summary]), width).join('\n')}`;
  return COMMAND_GROUPS.map(group).join('\n');
}

function exitCodes(): readonly (readonly [string, string])[] {
  return EXIT_CODES.map(({ code, meaning }) => [String(code), meaning]);
}

function groupTexts(all: readonly InputSpec[], width: number): readonly string[] {
  return GROUPS.flatMap((group) => {
    const flags = all.filter((flag) => flag.group === group);
    return flags.length === 0 ? [] : [`${group}:\n\n${flags.map((flag) => flagText(flag, width)).join('\n')}`];
  });
}

/** What these commands print is for other programs, or what to do next. */
const WITHOUT_JSON: ReadonlySet<Topic | undefined> = new Set(['init', 'completion', 'man']);

function ownFlags(topic?: Topic): readonly (typeof OWN_FLAGS)[number][] {
  return OWN_FLAGS.filter(({ name }) => !WITHOUT_JSON.has(topic) || (name !== 'json' && name !== 'quiet'));
}

function otherFlags(width: number, topic?: Topic): string {
  return `Other flags:\n\n${twoColumns(ownFlags(topic).map(({ name, description }) => [`--${name}${name === 'help' ? ', -h' : ''}`, description]), width).join('\n')}`;
}

function flagText(spec: InputSpec, width: number): string {
  const { name, value, description } = flagModel(spec);
  return [...hanging(value ?? '', `  --${name} `, width), ...hanging(description, INDENT, width)].join('\n');
}

function flagModel(spec: InputSpec): FlagModel {
  const { name, kind } = spec;
  const values = spec.values ?? (kind === 'boolean' ? ['true', 'false'] : []);
  const completes = kind === 'folder' ? 'folder' : spec.placeholder === 'file' ? 'file' : 'nothing';
  return { name, value: valueText(spec), values, completes, description: `${plain(spec.description)}${defaultText(spec)}` };
}

function valueText(spec: InputSpec): string {
  const value = spec.values?.join('|') ?? `<${spec.placeholder ?? placeholderOf(spec)}>`;
  return isRepeatable(spec) ? `${value} …` : value;
}

function placeholderOf(spec: InputSpec): string {
  if (spec.kind === 'count') return 'number';
  if (spec.kind === 'boolean') return 'true|false';
  return spec.kind === 'secret' || spec.kind === 'text' ? spec.name : spec.kind;
}

function defaultText(spec: InputSpec): string {
  const text = spec.default === '' ? spec.otherwise : spec.default;
  return text === undefined ? '' : ` [default: ${plain(text)}]`;
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
