import type { Topic } from './flags.ts';

/** What the help of each command begins with: how it is called, what it does, examples. */
export const USAGE: Readonly<Record<Topic, string>> = {
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
  image: `Usage: nix-feature image [<Feature> …] --base <image> --tag <reference> [flags]
       nix-feature image --devcontainer <file> --tag <reference> [flags]

Makes an image of a base image and published Features, as the dev container tools would leave it, and
pushes it. No docker, no build, no root: the layers of base and Features are taken as they are, inside
the registry where it can, and one layer is added that says what is installed. With --output, the
image is written as an OCI layout. The Features must have been built for this base, and have no
install.sh of their own (docs/use/image.md).

  nix-feature image ghcr.io/org/features/my-tools:1 --base ghcr.io/org/bedrock:1.4.0 \\
    --tag ghcr.io/org/dev:1
  nix-feature image --devcontainer .devcontainer/devcontainer.json --output image`,
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
