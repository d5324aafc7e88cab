import type { BuildRequest } from '../../request.ts';
import { CACHE_ONLY } from './cache-only.ts';
import { RUN_ONLY } from './run-only.ts';
import { VERIFY_ONLY } from './verify-only.ts';
import { WSL_ONLY } from '../rows/wsl-only.ts';

/**
 * The one table of inputs. Reading them, the flags of the command line, `--help`, action.yml and docs/reference/inputs.md all
 * come from it. Names are a contract: add, never rename.
 */

export type InputKind =
  /** any text, one value */
  | 'text'
  /** a folder, relative to where the job or the shell stands */
  | 'folder'
  /** several values, one a line; a flag may be repeated */
  | 'lines'
  /** text of several lines that is handed on as it is */
  | 'block'
  | 'boolean'
  /** one of `values` */
  | 'choice'
  /** a whole number from `min` to `max` */
  | 'count'
  /** bytes: `500kB`, `32MiB`, `1000` */
  | 'size'
  /** never shown, in no message and no report */
  | 'secret';

export const GROUPS = [
  'What to build',
  'What to publish',
  'What to verify',
  'What to serve',
  'What to run',
  'Where to build it',
  'How to pack it',
  'Publishing',
  'Testing and limits',
  'Nix',
  'Results',
] as const;

export interface InputSpec {
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly kind: InputKind;
  /** As the user would write it; empty if the default is computed or is nothing. */
  readonly default: string;
  /** What an empty value comes to, in words. */
  readonly otherwise?: string;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Markdown, one paragraph. */
  readonly description: string;
  /** Only if GitHub runs us: no flag of the command line. */
  readonly githubOnly?: true;
  /** What action.yml has as the default, if GitHub has to fill it in. */
  readonly githubDefault?: string;
  /** In messages and help: what stands for the value. */
  readonly placeholder?: string;
}

/** A row of the main action's inputs: all of them become a build's request. */
export interface BuildInputSpec extends InputSpec {
  /** The field that it decides; release/content.ts says whether that field is content. */
  readonly fills: keyof BuildRequest;
}

export const INPUTS = [
  {
    name: 'feature',
    group: 'What to build',
    fills: 'featureFolder',
    kind: 'folder',
    default: '.',
    description:
      'Folder with `devcontainer-feature.json`; usually also `flake.nix` and `test.sh`, maybe `install.sh` and `install-dev.sh`.',
  },
  {
    name: 'flake',
    group: 'What to build',
    fills: 'flake',
    kind: 'text',
    default: '',
    otherwise: "the feature's folder, `#default`",
    placeholder: 'reference',
    description:
      "Any flake reference with an optional `#attribute`: `./other#tools`, `#tools` (in the feature's folder), `github:org/repo/<revision>#tools`, `git+file:///checkout?ref=main`. A local folder is used as `path:`, without git, and Nix sees only that folder. If the flake refers to files outside of it, name the repository: `git+file:.?dir=features/tools`.",
  },
  {
    name: 'packages',
    group: 'What to build',
    fills: 'flake',
    kind: 'lines',
    default: '',
    placeholder: 'attribute',
    description:
      'Attribute names of nixpkgs (`jq`, `python3Packages.black`), separated by spaces, commas or newlines. If the folder has no flake, one is generated from them.',
  },
  {
    name: 'nixpkgs',
    group: 'What to build',
    fills: 'nixpkgs',
    kind: 'text',
    default: '',
    otherwise: "the flake's own; for `packages` the Feature's flake.lock, else the base image's",
    placeholder: 'revision',
    description:
      'The nixpkgs to build with, as a revision (40 digits) or a flake reference. It replaces the flake\'s input `nixpkgs` (docs/make/nixpkgs.md).',
  },
  {
    name: 'follow-base',
    group: 'What to build',
    fills: 'followBase',
    kind: 'boolean',
    default: 'false',
    description:
      'Build with the nixpkgs of the (first) base image, instead of the flake\'s own input `nixpkgs`. The image names it in its label `dev.nix-feature.nixpkgs` or in `/etc/nix/registry.json`.',
  },
  {
    name: 'dev-shell',
    group: 'What to build',
    fills: 'flake',
    kind: 'text',
    default: '',
    otherwise: 'a package of the flake',
    placeholder: 'name',
    description:
      'A development shell of the flake, such as `default`, instead of a package: its PATH and variables (docs/make/dev-shell.md). A folder without a `flake.nix` may have a `devenv.nix` or an `.envrc` instead.',
  },
  {
    name: 'shell-hook',
    group: 'What to build',
    fills: 'flake',
    kind: 'boolean',
    default: 'false',
    description: "With `dev-shell`, login shells that are bash also run the shell's `shellHook`.",
  },
  {
    name: 'direnv-hook',
    group: 'What to build',
    fills: 'flake',
    kind: 'boolean',
    default: 'false',
    description: "With `dev-shell`, login shells that are bash and interactive also run direnv's hook. The shell must have direnv.",
  },
  {
    name: 'include',
    group: 'What to build',
    fills: 'include',
    kind: 'lines',
    default: '',
    placeholder: 'file',
    description:
      `Files and folders, relative to the Feature's folder, that ship even if git ignores them or their names suggest a secret (docs/make/creating-a-feature.md, "What ships").`,
  },
  {
    name: 'base-image',
    group: 'What to build',
    fills: 'bases',
    kind: 'lines',
    default: '',
    placeholder: 'image',
    description:
      'The image that the Feature is installed into, or several, one per line (the delta then works with each of them): `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`, `./base-image.Dockerfile` (a file with one `FROM <image>`, which bots keep up to date), or `none` to pack everything. Required.',
  },
  {
    name: 'arches',
    group: 'What to build',
    fills: 'arches',
    kind: 'lines',
    default: '',
    otherwise: "the machine's architecture",
    placeholder: 'arch',
    description: '`amd64`, `arm64` or both, separated by commas, spaces or newlines.',
  },
  {
    name: 'build-in',
    group: 'Where to build it',
    fills: 'buildIn',
    kind: 'choice',
    default: 'container',
    values: ['container', 'host'],
    description:
      "`container`: Nix runs in a container of the (first) base image. `host`: Nix runs on the machine itself, and the base is read from its registry without being pulled. Both give the same bytes.",
  },
  {
    name: 'container-engine',
    group: 'Where to build it',
    fills: 'engine',
    kind: 'choice',
    default: '',
    otherwise: 'the first that is found',
    values: ['docker', 'podman'],
    description: '`docker` or `podman`.',
  },
  {
    name: 'container-options',
    group: 'Where to build it',
    fills: 'containerOptions',
    kind: 'lines',
    default: '',
    placeholder: 'argument',
    description: "Additional arguments for the engine's `run`, one per line: `--privileged`, `--network=host`.",
  },
  {
    name: 'compression',
    group: 'How to pack it',
    fills: 'compression',
    kind: 'choice',
    default: 'gzip',
    values: ['gzip', 'zstd', 'auto'],
    description: '`gzip`, `zstd`, or `auto`: zstd if the base can unpack it and there is no `complement`, otherwise gzip.',
  },
  {
    name: 'max-layers',
    group: 'How to pack it',
    fills: 'maxLayers',
    kind: 'count',
    default: '16',
    min: 1,
    max: 100,
    description: "The maximum number of layers for the delta of a platform.",
  },
  {
    name: 'delivery',
    group: 'How to pack it',
    fills: 'delivery',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'layers', 'embed'],
    description:
      '`layers`: install.sh downloads the layers of its platform. `embed`: the layers are inside the Feature (for private registries, or without a network). `auto`: `embed` if the layers of all platforms together have at most 4 MiB, otherwise `layers`.',
  },
  {
    name: 'complement',
    group: 'How to pack it',
    fills: 'complement',
    kind: 'boolean',
    default: 'false',
    description:
      'Also ship the paths of the closure that the base has, in separate layers that are used only if paths are missing. The Feature then also installs on plain Debian and Ubuntu.',
  },
  {
    name: 'jobs',
    group: 'How to pack it',
    fills: 'jobs',
    kind: 'count',
    default: '',
    otherwise: 'the number of cores',
    min: 1,
    max: 256,
    description: 'The number of threads that compress. It never changes the result.',
  },
  {
    name: 'push',
    group: 'Publishing',
    fills: 'push',
    kind: 'choice',
    default: 'false',
    values: ['false', 'layers', 'true'],
    description:
      '`false`: publish nothing. `layers`: blobs and platform manifests by digest, no tag (for matrix jobs). `true`: the whole Feature with its tags.',
  },
  {
    name: 'allow-events',
    group: 'Publishing',
    fills: 'push',
    kind: 'lines',
    default: '',
    otherwise: 'none',
    placeholder: 'event',
    githubOnly: true,
    description:
      'Additional events that may publish, separated by spaces, commas or newlines. `push`, `release`, `schedule`, `workflow_dispatch` and `repository_dispatch` always may. For any other event the Feature is built, and a notice says that it was not published. Changes from forks and in merge queues are never published.',
  },
  {
    name: 'registry',
    group: 'Publishing',
    fills: 'registry',
    kind: 'text',
    default: 'ghcr.io',
    placeholder: 'host[:port]',
    description: 'The registry that the Feature is published to, as `<registry>/<namespace>/<id>`.',
  },
  {
    name: 'namespace',
    group: 'Publishing',
    fills: 'namespace',
    kind: 'text',
    default: '',
    otherwise: 'in a job the repository (`owner/name`), from GITHUB_REPOSITORY',
    placeholder: 'path',
    description: "The part of the Feature's name between registry and id.",
  },
  {
    name: 'share-with',
    group: 'Publishing',
    fills: 'shareWith',
    kind: 'lines',
    default: '',
    placeholder: 'id',
    description:
      'Ids of other Features in the namespace, separated by spaces, commas or newlines. Layers that their latest releases contain are mounted from there, instead of being packed and uploaded. The `plan` action says which ids are worth naming.',
  },
  {
    name: 'moving-tags',
    group: 'Publishing',
    fills: 'movingTags',
    kind: 'boolean',
    default: 'true',
    description:
      "Also write the tags that move from release to release: `1.2`, `1`, `latest` and `latest-<arch>`. Use `false` if the registry does not let tags move: a release then has only the tags of its version and of its platforms.",
  },
  {
    name: 'collection',
    group: 'Publishing',
    fills: 'collection',
    kind: 'boolean',
    default: 'true',
    description: "Add the Feature's metadata to the collection of its namespace, `<registry>/<namespace>:latest`, in which tools find Features.",
  },
  {
    name: 'sbom',
    group: 'Publishing',
    fills: 'sbom',
    kind: 'choice',
    default: 'cyclonedx',
    values: ['cyclonedx', 'spdx', 'both', 'none'],
    description:
      'A list of everything that ships, with versions, hashes and licences (docs/verify/sbom.md): CycloneDX 1.6, SPDX 2.3, `both` or `none`. It is written into the layout and attached to the published Feature.',
  },
  {
    name: 'sign',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'choice',
    default: 'none',
    values: ['none', 'key', 'keyless'],
    description:
      "How the provenance of the published Feature is signed (docs/verify/provenance.md); the signature is attached to the Feature. `key`: with `sign-key`. `keyless`: with the job's identity, by sigstore; on GitHub this needs `id-token: write`. `none`: not here, for example because `actions/attest` signs, as in the reusable workflows.",
  },
  {
    name: 'sign-key',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'secret',
    default: '',
    githubOnly: true,
    description: 'The private key itself, as PEM, from a secret. ECDSA P-256 or Ed25519; encrypted by cosign or OpenSSL, or not encrypted.',
  },
  {
    name: 'sign-password',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'secret',
    default: '',
    githubOnly: true,
    description: 'The password of `sign-key`.',
  },
  {
    name: 'fulcio-url',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'text',
    default: 'https://fulcio.sigstore.dev',
    placeholder: 'url',
    description: "For `sign: keyless`: the certificate authority, if you run your own. It learns the job's identity.",
  },
  {
    name: 'rekor-url',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'text',
    default: 'https://rekor.sigstore.dev',
    placeholder: 'url',
    description: 'For `sign: keyless`: the transparency log, if you run your own. The public one shows everybody who signed what.',
  },
  {
    name: 'username',
    group: 'Publishing',
    fills: 'credentials',
    kind: 'text',
    default: '',
    otherwise: "docker's config file and credential helpers",
    description: 'User name for `registry`. In a github.com job that publishes to ghcr.io, the default is the actor.',
  },
  {
    name: 'password',
    group: 'Publishing',
    fills: 'credentials',
    kind: 'secret',
    default: '',
    otherwise: "docker's config file and credential helpers",
    description: "Password or token for `registry`. In a github.com job that publishes to ghcr.io, the default is the job's token.",
  },
  {
    name: 'github-token',
    group: 'Publishing',
    fills: 'credentials',
    kind: 'secret',
    default: '',
    otherwise: "the job's token",
    githubDefault: '${{ github.token }}',
    githubOnly: true,
    description: 'The token that is used if there is no `password`, only for the registry of the GitHub server that runs the job: ghcr.io for github.com, `containers.<host>` for other servers.',
  },
  {
    name: 'test',
    group: 'Testing and limits',
    fills: 'test',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    description:
      'Install the Feature into a fresh container of the base with the shipped installer, and run `test.sh`. Without a container engine `auto` warns and `true` fails; `false` does not test.',
  },
  {
    name: 'test-dev',
    group: 'Testing and limits',
    fills: 'testDev',
    kind: 'text',
    default: '',
    otherwise: 'development mode is not tested',
    placeholder: 'image',
    description:
      'A plain image, such as debian:12, for a second test: the Feature is installed there in development mode (`install-dev.sh`, or the complement), and `test.sh` runs. Written like `base-image`.',
  },
  {
    name: 'remote-user',
    group: 'Testing and limits',
    fills: 'remoteUser',
    kind: 'text',
    default: '',
    otherwise: 'the one that the base image names',
    placeholder: 'user',
    description:
      'The user of the base image that `test.sh` runs as, like `remoteUser` in devcontainer.json.',
  },
  {
    name: 'strict',
    group: 'Testing and limits',
    fills: 'strict',
    kind: 'boolean',
    default: 'false',
    description: "Treat as errors: warnings of the contract's checks (docs/make/contract.md), and a version that must be raised before publishing.",
  },
  {
    name: 'reproducible',
    group: 'Testing and limits',
    fills: 'reproducible',
    kind: 'choice',
    default: 'locked',
    values: ['off', 'locked', 'check'],
    description:
      'What is checked in a build (docs/verify/reproducible.md). `locked`: a flake whose inputs are not pinned needs a flake.lock. `check`: the same; also, everything that this run built is built and packed a second time, and a difference is an error. `off`: nothing.',
  },
  {
    name: 'max-delta-size',
    group: 'Testing and limits',
    fills: 'maxDeltaSize',
    kind: 'size',
    default: '',
    otherwise: 'no limit',
    description: "Fail if a platform's layers are larger than this (`40MB`, `32MiB`, or bytes), and say which paths grew.",
  },
  {
    name: 'policy',
    group: 'Testing and limits',
    fills: 'policy',
    kind: 'text',
    default: '',
    otherwise: 'no policy',
    placeholder: 'file',
    description:
      'A YAML file that says what may be published (docs/verify/policy.md): licences, forbidden packages, sizes, the age of nixpkgs, exceptions with a reason and an end date. A breach is an error before anything is published.',
  },
  {
    name: 'leaks',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'choice',
    default: 'warn',
    values: ['warn', 'fail', 'off'],
    description:
      'What to do about secrets and private names in packed files (docs/verify/leaks.md). `warn`: report each as an annotation and in the summary. `fail`: publish and keep nothing. `off`: do not search.',
  },
  {
    name: 'leaks-allow',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'text',
    default: '',
    placeholder: 'file',
    description: 'A YAML file of allowed findings: a list of `rule`, `path`, `file`, `reason` and `until` (docs/verify/leaks.md).',
  },
  {
    name: 'identifiers',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'lines',
    default: '',
    placeholder: 'name',
    description: "Names that must not be published, such as those of the team's people, machines and mail domains. Upper and lower case are treated alike.",
  },
  {
    name: 'leak-values',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'secret',
    default: '',
    description:
      'Secret values that must not be packed, one per line, such as `${{ secrets.SIGNING_KEY }}`. The search finds them as plain text and in common encodings. Secret inputs and variables such as `…_TOKEN` are always searched for.',
  },
  {
    name: 'nix-version',
    group: 'Nix',
    fills: 'nix',
    kind: 'text',
    default: '',
    otherwise: 'nothing is installed',
    placeholder: 'version',
    description: 'With `build-in: host`, the release of Nix, such as `2.31.2`, to install on a machine that has none (docs/use/setup.md). If Nix is installed already, it is used instead.',
  },
  {
    name: 'nix-sha256',
    group: 'Nix',
    fills: 'nix',
    kind: 'text',
    default: '',
    otherwise: 'the hash in that table',
    placeholder: 'hash',
    description: 'The SHA-256 of the tarball of `nix-version` for this machine, in hexadecimal. Releases that are not in the table of docs/use/setup.md need it.',
  },
  {
    name: 'nix-mirror',
    group: 'Nix',
    fills: 'nix',
    kind: 'text',
    default: 'https://releases.nixos.org/nix',
    placeholder: 'url',
    description: 'Where releases of Nix are downloaded from: `<url>/nix-<version>/nix-<version>-<system>.tar.xz`. The download must have the expected hash.',
  },
  {
    name: 'substituters',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'url',
    description: 'Binary caches to use besides cache.nixos.org, separated by spaces or newlines. The word `configured` stands for those that the nix.conf of the base image or the machine names, which do not count otherwise.',
  },
  {
    name: 'trusted-public-keys',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'name:key',
    description: 'Additional public keys that may have signed the paths of binary caches, separated by spaces or newlines.',
  },
  {
    name: 'builders',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'builder',
    description: 'Remote builders as in nix.conf, one per line or separated by `;`.',
  },
  {
    name: 'ssh-key',
    group: 'Nix',
    fills: 'nix',
    kind: 'secret',
    default: '',
    otherwise: "the user's own keys",
    githubOnly: true,
    description: 'The private key for `builders`, from a secret: the key itself, without a passphrase (docs/use/setup.md). It is written into a file for this run only, and removed afterwards.',
  },
  {
    name: 'known-hosts',
    group: 'Nix',
    fills: 'nix',
    kind: 'block',
    default: '',
    otherwise: "the user's own known_hosts",
    placeholder: 'line',
    description: 'The host keys of `builders`, as lines of a known_hosts file. A server with another key is refused.',
  },
  {
    name: 'reuse',
    group: 'Nix',
    fills: 'reuse',
    kind: 'boolean',
    default: 'true',
    description: 'If a path would have to be built, and the last release of a Feature in the namespace has it, fetch it from that release instead (docs/use/cache.md).',
  },
  {
    name: 'nix-config',
    group: 'Nix',
    fills: 'nix',
    kind: 'block',
    default: '',
    placeholder: 'line',
    description: "Additional lines of nix.conf. The `nixConfig` of a flake is never accepted.",
  },
  {
    name: 'sandbox',
    group: 'Nix',
    fills: 'nix',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    description: "Whether Nix builds in its sandbox. `auto`: as the host's Nix is configured; in a container, only if it is privileged.",
  },
  {
    name: 'output',
    group: 'Results',
    fills: 'output',
    kind: 'folder',
    default: '',
    otherwise: "a new folder in RUNNER_TEMP, or else in the machine's temporary folder; it is kept",
    description: 'Where the OCI image layout is written.',
  },
  {
    name: 'upload-artifact',
    group: 'Results',
    fills: 'uploadArtifact',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    githubOnly: true,
    description:
      'Upload the layout as the artifact `feature-<id>-<arch>` (in a second attempt of the run `feature-<id>-<arch>-attempt-2`), without the layers that were pushed. With `auto`, artifacts of pull requests and merge queues contain no layers, because nobody publishes them.',
  },
  {
    name: 'retention-days',
    group: 'Results',
    fills: 'retentionDays',
    kind: 'count',
    default: '',
    otherwise: "the repository's setting",
    min: 1,
    max: 400,
    githubOnly: true,
    description: 'How many days the artifact is kept.',
  },
  {
    name: 'summary',
    group: 'Results',
    fills: 'summary',
    kind: 'boolean',
    default: 'true',
    description: 'Write the summary of what was built.',
  },
  {
    name: 'comment',
    group: 'Results',
    fills: 'summary',
    kind: 'boolean',
    default: 'false',
    githubOnly: true,
    description:
      'Write what changed since the last release into one comment of the pull request, which all jobs share and keep up to date. Needs `pull-requests: write`; without it, and in pull requests of forks, the output `comment-body` has the text.',
  },
] as const satisfies readonly BuildInputSpec[];

/** What the publish action has besides the inputs that it shares with the main action. */
export const PUBLISH_ONLY = [
  {
    name: 'feature-id',
    group: 'What to publish',
    kind: 'text',
    default: '',
    otherwise: 'the only one',
    placeholder: 'id',
    githubOnly: true,
    description: 'Which Feature to publish, if the jobs of this run built several.',
  },
  {
    name: 'layouts',
    group: 'What to publish',
    kind: 'lines',
    default: '',
    otherwise: 'the artifacts `feature-<id>-<arch>` of this run',
    placeholder: 'folder',
    description: "Folders with the image layouts that the builds wrote, one per line, instead of the run's artifacts.",
  },
] as const satisfies readonly InputSpec[];

/** What the plan action has besides the inputs that it shares with the main action. */
export const PLAN_ONLY = [
  {
    name: 'features',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: 'every folder with a `devcontainer-feature.json`; `node_modules` and hidden folders other than `.devcontainer` are skipped',
    placeholder: 'folder',
    description: 'Folders of Features, or patterns for them, one per line: `features/*`, `tools/**`. `!features/old` leaves one out.',
  },
  {
    name: 'runners',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: '`amd64=ubuntu-24.04` and `arm64=ubuntu-24.04-arm`',
    placeholder: 'arch=label',
    description: 'The label of the runner for each platform, one per line: `arm64=my-arm-runner`.',
  },
  {
    name: 'force',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description: 'Build everything, whatever is published.',
  },
  {
    name: 'bump',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description:
      "Raise versions that are published with other content, by what changed, in each `devcontainer-feature.json`. Commits nothing: the output `bumped` says whether there is something to commit (docs/keep/updates.md).",
  },
  {
    name: 'attest',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    githubOnly: true,
    description:
      'Also plan what is published without an attestation on GitHub, so that the publishing job adds it. Needs `attestations: read`; if GitHub does not tell, nothing is added.',
  },
  {
    name: 'max-jobs',
    group: 'What to build',
    kind: 'count',
    default: '256',
    min: 1,
    max: 256,
    description: 'The maximum number of jobs in the matrix; GitHub allows 256. Features beyond that are left for the next run.',
  },
] as const satisfies readonly InputSpec[];

/** Flags of the command line that no action has. */
export const TERMINAL_ONLY = [
  {
    name: 'from',
    group: 'What to build',
    kind: 'folder',
    default: '',
    otherwise: 'a new Feature',
    description: 'The folder of a Feature that scripts of your own built and installed. Its files are copied into the new Feature; the folder stays unchanged.',
  },
  {
    name: 'direnv',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description: 'Also write an `.envrc` with `use flake`, and a development shell with the packages into the new flake.nix. An existing `.envrc` is left alone.',
  },
  {
    name: 'workflow-only',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description: 'Write only the workflow, for a Feature whose folder is there already.',
  },
  {
    name: 'repair',
    group: 'Publishing',
    kind: 'boolean',
    default: 'false',
    description: 'Correct the moving tags, the tags of platforms and the collection.',
  },
  {
    name: 'keep',
    group: 'Publishing',
    kind: 'count',
    default: '10',
    min: 1,
    max: 100_000,
    placeholder: 'number',
    description: 'How many of the highest versions of each Feature stay.',
  },
  {
    name: 'apply',
    group: 'Publishing',
    kind: 'boolean',
    default: 'false',
    description: 'Delete the versions. Without it, prune only says which ones it would delete.',
  },
  {
    name: 'format',
    group: 'Results',
    kind: 'choice',
    default: 'cyclonedx',
    values: ['cyclonedx', 'spdx'],
    description: 'CycloneDX 1.6 or SPDX 2.3.',
  },
  {
    name: 'expr',
    group: 'What to run',
    kind: 'text',
    default: '',
    otherwise: 'the attribute that is named',
    placeholder: 'expression',
    description: "A Nix expression that is evaluated, purely: `builtins.attrNames (builtins.getFlake \"github:org/repo/<revision>\").packages`.",
  },
  {
    name: 'vex',
    group: 'Results',
    kind: 'text',
    default: '',
    otherwise: 'none',
    placeholder: 'file',
    description: 'A VEX document in CycloneDX: its vulnerabilities are added to the SBOM.',
  },
  {
    name: 'shipped',
    group: 'Results',
    kind: 'boolean',
    default: 'false',
    description: 'Compare only what the two Features ship: what comes from the base is left out.',
  },
  {
    name: 'since',
    group: 'Results',
    kind: 'text',
    default: '',
    otherwise: 'for a published Feature the release before it, otherwise none',
    placeholder: 'Feature',
    description: 'The published Feature or the layout to compare with.',
  },
] as const satisfies readonly InputSpec[];

export type InputName = (typeof INPUTS | typeof PUBLISH_ONLY | typeof PLAN_ONLY | typeof VERIFY_ONLY | typeof CACHE_ONLY | typeof RUN_ONLY | typeof WSL_ONLY | typeof TERMINAL_ONLY)[number]['name'];

/** Hands out the raw text of an input; empty if it was not given. */
export type InputReader = (name: InputName) => string;

/** Returns the row of an input, with the fields that not all rows have. */
export function specOf(name: InputName): InputSpec {
  const spec: InputSpec | undefined = [...INPUTS, ...PUBLISH_ONLY, ...PLAN_ONLY, ...VERIFY_ONLY, ...CACHE_ONLY, ...RUN_ONLY, ...WSL_ONLY, ...TERMINAL_ONLY].find((input) => input.name === name);
  if (spec === undefined) throw new TypeError(`There is no input "${name}".`);
  return spec;
}

/** Tells whether a flag of this kind may be repeated on the command line. */
export function isRepeatable(spec: InputSpec): boolean {
  return spec.kind === 'lines' || spec.kind === 'block';
}
