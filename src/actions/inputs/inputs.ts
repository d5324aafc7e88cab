import type { BuildRequest } from '../../request.ts';
import { CACHE_ONLY } from './cache-only.ts';
import { VERIFY_ONLY } from './verify-only.ts';

/**
 * The one table of inputs. Reading them, the flags of the command line, `--help`, action.yml and docs/inputs.md all
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
  /** As the user would write it; empty where the default is computed or is nothing. */
  readonly default: string;
  /** What an empty value comes to, in words. */
  readonly otherwise?: string;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Markdown, one paragraph. */
  readonly description: string;
  /** Only where GitHub runs us: no flag of the command line. */
  readonly githubOnly?: true;
  /** What action.yml has as the default, where GitHub has to fill it in. */
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
      "Any flake reference with an optional `#attribute`: `./other#tools`, `#tools` (in the feature's folder), `github:org/repo/<revision>#tools`, `git+file:///checkout?ref=main`. A local folder is used as `path:`, without git, and Nix sees that folder alone; a flake that reaches out of it is named with its repository: `git+file:.?dir=features/tools`.",
  },
  {
    name: 'packages',
    group: 'What to build',
    fills: 'flake',
    kind: 'lines',
    default: '',
    placeholder: 'attribute',
    description:
      'Attribute names of nixpkgs (`jq`, `python3Packages.black`), separated by blanks, commas or lines; a flake is generated from them when the folder has none.',
  },
  {
    name: 'include',
    group: 'What to build',
    fills: 'include',
    kind: 'lines',
    default: '',
    placeholder: 'file',
    description:
      `Files and folders, relative to the Feature's folder, that ship although git ignores them, or although their names say that they hold a secret (docs/creating-a-feature.md, "What ships").`,
  },
  {
    name: 'base-image',
    group: 'What to build',
    fills: 'bases',
    kind: 'lines',
    default: '',
    placeholder: 'image',
    description:
      'The image that the Feature is installed into, or several, one a line (the delta then fits each of them): `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`, or `none` to pack everything. Required.',
  },
  {
    name: 'arches',
    group: 'What to build',
    fills: 'arches',
    kind: 'lines',
    default: '',
    otherwise: "the machine's own",
    placeholder: 'arch',
    description: '`amd64`, `arm64` or both, separated by commas, blanks or lines.',
  },
  {
    name: 'build-in',
    group: 'Where to build it',
    fills: 'buildIn',
    kind: 'choice',
    default: 'container',
    values: ['container', 'host'],
    description:
      "`container`: Nix runs in a container of the (first) base image. `host`: the machine's own Nix builds, and the base is read from its registry without pulling it. Both give the same bytes.",
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
    description: "Further arguments for the engine's `run`, one a line: `--privileged`, `--network=host`.",
  },
  {
    name: 'compression',
    group: 'How to pack it',
    fills: 'compression',
    kind: 'choice',
    default: 'gzip',
    values: ['gzip', 'zstd', 'auto'],
    description: '`gzip`, `zstd`, or `auto`: zstd where the base can unpack it and there is no `complement`.',
  },
  {
    name: 'max-layers',
    group: 'How to pack it',
    fills: 'maxLayers',
    kind: 'count',
    default: '16',
    min: 1,
    max: 100,
    description: "Into how many layers a platform's delta is split at most.",
  },
  {
    name: 'delivery',
    group: 'How to pack it',
    fills: 'delivery',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'layers', 'embed'],
    description:
      '`layers`: install.sh fetches the layers of its platform. `embed`: they are inside the Feature (private registries, no network). `auto`: embed up to 32 MiB over all platforms.',
  },
  {
    name: 'complement',
    group: 'How to pack it',
    fills: 'complement',
    kind: 'boolean',
    default: 'false',
    description:
      'Also ship what the base has of the closure, in layers of its own that are used only where paths are missing: the Feature then installs on plain Debian and Ubuntu too.',
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
    description: 'How many threads compress. Never changes a byte of the result.',
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
      'Further events that may publish, separated by blanks, commas or lines. `push`, `release`, `schedule`, `workflow_dispatch` and `repository_dispatch` may; a run for another one builds, and a notice says that nothing was published. What a fork proposes and what a merge queue tries is never published.',
  },
  {
    name: 'registry',
    group: 'Publishing',
    fills: 'registry',
    kind: 'text',
    default: 'ghcr.io',
    placeholder: 'host[:port]',
    description: 'The Feature is `<registry>/<namespace>/<id>`.',
  },
  {
    name: 'namespace',
    group: 'Publishing',
    fills: 'namespace',
    kind: 'text',
    default: '',
    otherwise: 'GITHUB_REPOSITORY, in a job the repository (`owner/name`)',
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
      'Ids of other Features of the namespace, separated by blanks, commas or lines. A layer that one of their last releases has is mounted from there, and neither packed nor uploaded. The `plan` action says which are worth it.',
  },
  {
    name: 'moving-tags',
    group: 'Publishing',
    fills: 'movingTags',
    kind: 'boolean',
    default: 'true',
    description:
      "Write the tags that name one release after the other too: `1.2`, `1`, `latest` and `latest-<arch>`. `false` for registries that let no tag move: then a release has its version's tag and those of its platforms.",
  },
  {
    name: 'collection',
    group: 'Publishing',
    fills: 'collection',
    kind: 'boolean',
    default: 'true',
    description: "Put the Feature's metadata into the collection of its namespace, `<registry>/<namespace>:latest`, by which tools find Features.",
  },
  {
    name: 'sbom',
    group: 'Publishing',
    fills: 'sbom',
    kind: 'choice',
    default: 'cyclonedx',
    values: ['cyclonedx', 'spdx', 'both', 'none'],
    description:
      'A list of all that ships, with versions, hashes and licences (docs/sbom.md): CycloneDX 1.6, SPDX 2.3, `both` or `none`. It lies in the layout, and is attached to what is published.',
  },
  {
    name: 'sign',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'choice',
    default: 'none',
    values: ['none', 'key', 'keyless'],
    description:
      "Who signs the provenance of what is published (docs/provenance.md): it is attached to the Feature, and read back. `key`: `sign-key`. `keyless`: the job's identity, by sigstore; on GitHub that needs `id-token: write`. `none` where `actions/attest` signs, as the reusable workflows let it.",
  },
  {
    name: 'sign-key',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'secret',
    default: '',
    githubOnly: true,
    description: 'The private key itself, as PEM: ECDSA P-256 or Ed25519, encrypted by cosign or OpenSSL, or not at all. From a secret.',
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
    description: "For `sign: keyless`: the certificate authority, if it is one of your own. It gets to know the job's identity.",
  },
  {
    name: 'rekor-url',
    group: 'Publishing',
    fills: 'provenance',
    kind: 'text',
    default: 'https://rekor.sigstore.dev',
    placeholder: 'url',
    description: 'For `sign: keyless`: the transparency log, if it is one of your own. The public one shows everybody who signed what.',
  },
  {
    name: 'username',
    group: 'Publishing',
    fills: 'credentials',
    kind: 'text',
    default: '',
    otherwise: "docker's own config file and credential helpers",
    description: 'User name for `registry`. In a job of github.com that publishes to ghcr.io it is the actor unless given.',
  },
  {
    name: 'password',
    group: 'Publishing',
    fills: 'credentials',
    kind: 'secret',
    default: '',
    otherwise: "docker's own config file and credential helpers",
    description: "Password or token for `registry`. In a job of github.com that publishes to ghcr.io it is the job's token unless given.",
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
    description: 'The token that stands in for `password` on the registry of the server that runs the job: ghcr.io for github.com, `containers.<host>` for another GitHub. It is sent to no other.',
  },
  {
    name: 'test',
    group: 'Testing and limits',
    fills: 'test',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    description:
      'Install into a fresh container of the base with the shipped runtime and run `test.sh`. `auto` warns where there is no container engine, `true` fails, `false` does not test.',
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
      'A plain image, such as debian:12, in which the Feature is installed in development mode (`install-dev.sh`, or the complement) and `test.sh` is run, besides the test in the base. Written as `base-image`.',
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
      'Whom `test.sh` runs as: the user of the base image that a dev container works as (`remoteUser` in devcontainer.json).',
  },
  {
    name: 'strict',
    group: 'Testing and limits',
    fills: 'strict',
    kind: 'boolean',
    default: 'false',
    description: "Warnings of the contract's checks (docs/contract.md) are errors, and so is a version that would have to be raised to be published.",
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
    otherwise: 'nothing is demanded',
    placeholder: 'file',
    description:
      'A YAML file that says what may be published (docs/policy.md): licences, forbidden packages, sizes, the age of nixpkgs, exceptions with reason and end. A breach is an error before anything is published.',
  },
  {
    name: 'leaks',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'choice',
    default: 'warn',
    values: ['warn', 'fail', 'off'],
    description:
      'What becomes of secrets and private names in what is packed (docs/leaks.md). `warn`: each is an annotation and a row of the summary. `fail`: nothing is published or kept. `off`: nobody looks.',
  },
  {
    name: 'leaks-allow',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'text',
    default: '',
    placeholder: 'file',
    description: 'A YAML file of findings that may be there: a list of `rule`, `path`, `file`, `reason` and `until` (docs/leaks.md).',
  },
  {
    name: 'identifiers',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'lines',
    default: '',
    placeholder: 'name',
    description: "Names that must not be published, such as those of the team's people, machines and mail domains; capitals and small letters are the same.",
  },
  {
    name: 'leak-values',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'secret',
    default: '',
    description:
      'Secret values that must not be in what is packed, one a line, such as `${{ secrets.SIGNING_KEY }}`. They are looked for as they are, in base64, and URL-encoded. Secret inputs and variables such as `…_TOKEN` are looked for anyway.',
  },
  {
    name: 'substituters',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'url',
    description: 'Further binary caches, separated by blanks or lines.',
  },
  {
    name: 'trusted-public-keys',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'name:key',
    description: 'Further keys that paths of binary caches may be signed with, separated by blanks or lines.',
  },
  {
    name: 'builders',
    group: 'Nix',
    fills: 'nix',
    kind: 'lines',
    default: '',
    placeholder: 'builder',
    description: 'Remote builders as in nix.conf, one a line or separated by `;`.',
  },
  {
    name: 'nix-config',
    group: 'Nix',
    fills: 'nix',
    kind: 'block',
    default: '',
    placeholder: 'line',
    description: "Further lines of nix.conf. A flake's own `nixConfig` is never accepted.",
  },
  {
    name: 'sandbox',
    group: 'Nix',
    fills: 'nix',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    description: "Nix's build sandbox. `auto`: on where the place of the build allows it.",
  },
  {
    name: 'output',
    group: 'Results',
    fills: 'output',
    kind: 'folder',
    default: '',
    otherwise: "a new folder below RUNNER_TEMP, else below the machine's temporary folder; it stays there",
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
      'Upload the layout as the artifact `feature-<id>-<arch>` (in a second attempt of the run `feature-<id>-<arch>-attempt-2`), without its layers once they are pushed. `auto`: without layers in pull requests and merge queues too, where nobody publishes them.',
  },
  {
    name: 'retention-days',
    group: 'Results',
    fills: 'retentionDays',
    kind: 'count',
    default: '',
    otherwise: 'as long as the repository says',
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
] as const satisfies readonly BuildInputSpec[];

/** What the publish action has besides the inputs that it shares with the main action. */
export const PUBLISH_ONLY = [
  {
    name: 'feature-id',
    group: 'What to publish',
    kind: 'text',
    default: '',
    otherwise: 'the only one there is',
    placeholder: 'id',
    githubOnly: true,
    description: 'Which Feature, where the jobs of this run built several.',
  },
  {
    name: 'layouts',
    group: 'What to publish',
    kind: 'lines',
    default: '',
    otherwise: 'the artifacts `feature-<id>-<arch>` of this run',
    placeholder: 'folder',
    description: "Folders with the image layouts that the builds wrote, one a line, in place of the run's artifacts.",
  },
] as const satisfies readonly InputSpec[];

/** What the plan action has besides the inputs that it shares with the main action. */
export const PLAN_ONLY = [
  {
    name: 'features',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: 'every folder with a `devcontainer-feature.json`; `node_modules` and hidden folders are not looked into',
    placeholder: 'folder',
    description: 'Folders of Features, or patterns for them, one a line: `features/*`, `tools/**`; `!features/old` leaves one out again.',
  },
  {
    name: 'runners',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: '`amd64=ubuntu-24.04` and `arm64=ubuntu-24.04-arm`',
    placeholder: 'arch=label',
    description: 'The label of the runner for each platform, one a line: `arm64=my-arm-runner`.',
  },
  {
    name: 'force',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description: 'Everything has to be built, whatever is published.',
  },
  {
    name: 'attest',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    githubOnly: true,
    description:
      'What is published and has no attestation on GitHub is planned too, so that the job that publishes makes up for it. Needs `attestations: read`; where GitHub does not tell, nothing is done.',
  },
  {
    name: 'max-jobs',
    group: 'What to build',
    kind: 'count',
    default: '256',
    min: 1,
    max: 256,
    description: 'How many jobs the matrix has at most; GitHub allows 256. Features beyond that are left for the next run.',
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
    description: 'The folder of a Feature that scripts built and installed: its files are taken over, and stay where they are.',
  },
  {
    name: 'repair',
    group: 'Publishing',
    kind: 'boolean',
    default: 'false',
    description: 'Set moving tags, the tags of platforms and the collection to what they should be.',
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
    name: 'vex',
    group: 'Results',
    kind: 'text',
    default: '',
    otherwise: 'none',
    placeholder: 'file',
    description: 'A VEX document in CycloneDX: its vulnerabilities are put into the SBOM.',
  },
] as const satisfies readonly InputSpec[];

export type InputName = (typeof INPUTS | typeof PUBLISH_ONLY | typeof PLAN_ONLY | typeof VERIFY_ONLY | typeof CACHE_ONLY | typeof TERMINAL_ONLY)[number]['name'];

/** Hands out the raw text of an input; empty where it was not given. */
export type InputReader = (name: InputName) => string;

/** The row of an input, with the fields that not all rows have. */
export function specOf(name: InputName): InputSpec {
  const spec: InputSpec | undefined = [...INPUTS, ...PUBLISH_ONLY, ...PLAN_ONLY, ...VERIFY_ONLY, ...CACHE_ONLY, ...TERMINAL_ONLY].find((input) => input.name === name);
  if (spec === undefined) throw new TypeError(`There is no input "${name}".`);
  return spec;
}

/** Is this kind given several times on the command line? */
export function isRepeatable(spec: InputSpec): boolean {
  return spec.kind === 'lines' || spec.kind === 'block';
}
