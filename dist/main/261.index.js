export const id = 261;
export const ids = [261];
export const modules = {

/***/ 63268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ PUBLISH_ONLY),
/* harmony export */   b$: () => (/* binding */ PLAN_ONLY),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   rI: () => (/* binding */ specOf)
/* harmony export */ });
/* unused harmony exports GROUPS, TERMINAL_ONLY, isRepeatable */
/* harmony import */ var _verify_only_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5339);

const GROUPS = (/* unused pure expression or super */ null && ([
    'What to build',
    'What to publish',
    'What to verify',
    'Where to build it',
    'How to pack it',
    'Publishing',
    'Testing and limits',
    'Nix',
    'Results',
]));
const INPUTS = [
    {
        name: 'feature',
        group: 'What to build',
        fills: 'featureFolder',
        kind: 'folder',
        default: '.',
        description: 'Folder with `devcontainer-feature.json`; usually also `flake.nix` and `test.sh`, maybe `install.sh` and `install-dev.sh`.',
    },
    {
        name: 'flake',
        group: 'What to build',
        fills: 'flake',
        kind: 'text',
        default: '',
        otherwise: "the feature's folder, `#default`",
        placeholder: 'reference',
        description: "Any flake reference with an optional `#attribute`: `./other#tools`, `#tools` (in the feature's folder), `github:org/repo/<revision>#tools`, `git+file:///checkout?ref=main`. A local folder is used as `path:`, without git, and Nix sees that folder alone; a flake that reaches out of it is named with its repository: `git+file:.?dir=features/tools`.",
    },
    {
        name: 'packages',
        group: 'What to build',
        fills: 'flake',
        kind: 'lines',
        default: '',
        placeholder: 'attribute',
        description: 'Attribute names of nixpkgs (`jq`, `python3Packages.black`), separated by blanks, commas or lines; a flake is generated from them when the folder has none.',
    },
    {
        name: 'include',
        group: 'What to build',
        fills: 'include',
        kind: 'lines',
        default: '',
        placeholder: 'file',
        description: `Files and folders, relative to the Feature's folder, that ship although git ignores them, or although their names say that they hold a secret (docs/creating-a-feature.md, "What ships").`,
    },
    {
        name: 'base-image',
        group: 'What to build',
        fills: 'bases',
        kind: 'lines',
        default: '',
        placeholder: 'image',
        description: 'The image that the Feature is installed into, or several, one a line (the delta then fits each of them): `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`, or `none` to pack everything. Required.',
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
        description: "`container`: Nix runs in a container of the (first) base image. `host`: the machine's own Nix builds, and the base is read from its registry without pulling it. Both give the same bytes.",
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
        description: '`layers`: install.sh fetches the layers of its platform. `embed`: they are inside the Feature (private registries, no network). `auto`: embed up to 32 MiB over all platforms.',
    },
    {
        name: 'complement',
        group: 'How to pack it',
        fills: 'complement',
        kind: 'boolean',
        default: 'false',
        description: 'Also ship what the base has of the closure, in layers of its own that are used only where paths are missing: the Feature then installs on plain Debian and Ubuntu too.',
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
        description: '`false`: publish nothing. `layers`: blobs and platform manifests by digest, no tag (for matrix jobs). `true`: the whole Feature with its tags.',
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
        description: 'Further events that may publish, separated by blanks, commas or lines. `push`, `release`, `schedule`, `workflow_dispatch` and `repository_dispatch` may; a run for another one builds, and a notice says that nothing was published. What a fork proposes and what a merge queue tries is never published.',
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
        description: 'Ids of other Features of the namespace, separated by blanks, commas or lines. A layer that one of their last releases has is mounted from there, and neither packed nor uploaded. The `plan` action says which are worth it.',
    },
    {
        name: 'moving-tags',
        group: 'Publishing',
        fills: 'movingTags',
        kind: 'boolean',
        default: 'true',
        description: "Write the tags that name one release after the other too: `1.2`, `1`, `latest` and `latest-<arch>`. `false` for registries that let no tag move: then a release has its version's tag and those of its platforms.",
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
        description: 'A list of all that ships, with versions, hashes and licences (docs/sbom.md): CycloneDX 1.6, SPDX 2.3, `both` or `none`. It lies in the layout, and is attached to what is published.',
    },
    {
        name: 'sign',
        group: 'Publishing',
        fills: 'provenance',
        kind: 'choice',
        default: 'none',
        values: ['none', 'key', 'keyless'],
        description: "Who signs the provenance of what is published (docs/provenance.md): it is attached to the Feature, and read back. `key`: `sign-key`. `keyless`: the job's identity, by sigstore; on GitHub that needs `id-token: write`. `none` where `actions/attest` signs, as the reusable workflows let it.",
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
        description: 'Install into a fresh container of the base with the shipped runtime and run `test.sh`. `auto` warns where there is no container engine, `true` fails, `false` does not test.',
    },
    {
        name: 'test-dev',
        group: 'Testing and limits',
        fills: 'testDev',
        kind: 'text',
        default: '',
        otherwise: 'development mode is not tested',
        placeholder: 'image',
        description: 'A plain image, such as debian:12, in which the Feature is installed in development mode (`install-dev.sh`, or the complement) and `test.sh` is run, besides the test in the base. Written as `base-image`.',
    },
    {
        name: 'remote-user',
        group: 'Testing and limits',
        fills: 'remoteUser',
        kind: 'text',
        default: '',
        otherwise: 'the one that the base image names',
        placeholder: 'user',
        description: 'Whom `test.sh` runs as: the user of the base image that a dev container works as (`remoteUser` in devcontainer.json).',
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
        description: 'A YAML file that says what may be published (docs/policy.md): licences, forbidden packages, sizes, the age of nixpkgs, exceptions with reason and end. A breach is an error before anything is published.',
    },
    {
        name: 'leaks',
        group: 'Testing and limits',
        fills: 'leaks',
        kind: 'choice',
        default: 'warn',
        values: ['warn', 'fail', 'off'],
        description: 'What becomes of secrets and private names in what is packed (docs/leaks.md). `warn`: each is an annotation and a row of the summary. `fail`: nothing is published or kept. `off`: nobody looks.',
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
        description: 'Secret values that must not be in what is packed, one a line, such as `${{ secrets.SIGNING_KEY }}`. They are looked for as they are, in base64, and URL-encoded. Secret inputs and variables such as `…_TOKEN` are looked for anyway.',
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
        description: 'Upload the layout as the artifact `feature-<id>-<arch>` (in a second attempt of the run `feature-<id>-<arch>-attempt-2`), without its layers once they are pushed. `auto`: without layers in pull requests and merge queues too, where nobody publishes them.',
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
];
/** What the publish action has besides the inputs that it shares with the main action. */
const PUBLISH_ONLY = [
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
];
/** What the plan action has besides the inputs that it shares with the main action. */
const PLAN_ONLY = [
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
        description: 'What is published and has no attestation on GitHub is planned too, so that the job that publishes makes up for it. Needs `attestations: read`; where GitHub does not tell, nothing is done.',
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
];
/** Flags of the command line that no action has. */
const TERMINAL_ONLY = [
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
];
/** The row of an input, with the fields that not all rows have. */
function specOf(name) {
    const spec = [...INPUTS, ...PUBLISH_ONLY, ...PLAN_ONLY, ..._verify_only_js__WEBPACK_IMPORTED_MODULE_0__/* .VERIFY_ONLY */ .r, ...TERMINAL_ONLY].find((input) => input.name === name);
    if (spec === undefined)
        throw new TypeError(`There is no input "${name}".`);
    return spec;
}
/** Is this kind given several times on the command line? */
function isRepeatable(spec) {
    return spec.kind === 'lines' || spec.kind === 'block';
}


/***/ }),

/***/ 28988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   VY: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18486);

/** The value of an input as a report may show it. */
function shownValue(spec, value) {
    // Somebody may take the one for the other.
    if (spec.kind === 'secret' || value.includes('PRIVATE KEY'))
        return _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_0__/* .MASKED */ .uA;
    const redacted = (0,_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(value);
    return spec.kind === 'block' ? redactSettings(redacted) : redacted;
}
/**
 * What must never appear in any output: secret inputs, and what is secret in others and in the job's NIX_CONFIG. To be
 * masked before anything else is done with them.
 */
function secretsOf(inputs, read, nixConfig = '') {
    return [...inputs.flatMap((spec) => secretsIn(spec, read(spec.name))), ...secretsInSettings(nixConfig)];
}
function secretsIn(spec, value) {
    if (spec.kind === 'secret')
        return value.trim() === '' ? [] : [value.trim()];
    return spec.kind === 'block' ? secretsInSettings(value) : secretsInAddresses(value);
}
function secretsInSettings(text) {
    // nix.conf(5), "access-tokens": host=token pairs, separated by blanks; GitLab's tokens have their kind before them.
    const tokens = [...text.matchAll(SECRET_SETTING)].flatMap(([, , pairs = '']) => pairs
        .trim()
        .split(/\s+/)
        .map((pair) => pair.slice(pair.indexOf('=') + 1))
        .flatMap((token) => [token, token.slice(token.indexOf(':') + 1)].filter((part, index) => index === 0 || (part !== token && part.length > 3))));
    return [...tokens.filter((token) => token !== ''), ...secretsInAddresses(text)];
}
/** Shorter ones would be found everywhere. A user alone may be a token, but not one that ssh is told of. */
const SHORTEST = 8;
const TOKEN_PARAMETER = /[?&](?:(?:access|private|auth)[-_]?token|token|passw(?:or)?d|secret|api[-_]?key|sig|signature)=([^&\s#'"]+)/gi;
function secretsInAddresses(text) {
    const logins = [...text.matchAll(/:\/\/([^\s/'"?#]*)@/g)].flatMap(({ 1: login = '', index }) => {
        const colon = login.indexOf(':');
        if (colon >= 0)
            return spellings(login.slice(colon + 1));
        const isSsh = /ssh(?:-ng)?$/i.test(text.slice(Math.max(0, index - 20), index));
        return isSsh || login.length < SHORTEST ? [] : spellings(login);
    });
    const parameters = [...text.matchAll(TOKEN_PARAMETER)].flatMap(([, token = '']) => (token.length < SHORTEST ? [] : spellings(token)));
    return [...logins, ...parameters];
}
/** As it is written, and as whoever decodes it would write it. */
function spellings(secret) {
    if (secret === '')
        return [];
    try {
        return [...new Set([secret, decodeURIComponent(secret)])];
    }
    catch {
        return [secret];
    }
}
/** In a comment too: what was tried before is as secret. */
const SECRET_SETTING = /^([ \t#]*(?:extra-)?access-tokens[ \t]*=)[ \t]*(\S.*)$/gm;
function redactSettings(text) {
    return text.replaceAll(SECRET_SETTING, `$1 ${_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_0__/* .MASKED */ .uA}`);
}


/***/ }),

/***/ 54849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ requireLinux)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

const NAMES = { darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };
/**
 * Features hold Linux programs, and their store paths come from Nix on Linux.
 * @param platform `process.platform`
 * @throws SetupError
 */
function requireLinux(platform) {
    if (platform === 'linux')
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`This runs on Linux only, and the machine runs ${NAMES[platform] ?? platform}.`, {
        hint: 'In a workflow use runs-on: ubuntu-latest (or ubuntu-24.04-arm for arm64); elsewhere use a Linux virtual machine. "build-in: container" needs Linux too.',
    });
}


/***/ }),

/***/ 906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ surroundingsOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);

/** Where this process is. @param folder where relative paths start from; absolute */
function surroundingsOf(process, folder) {
    const { env, platform, arch } = process;
    return { folder, env, platform, arch, cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)() };
}


/***/ }),

/***/ 5339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ VERIFY_ONLY)
/* harmony export */ });
/** What the verify action has besides the inputs that it shares with the main action. */
const VERIFY_ONLY = [
    {
        name: 'ref',
        group: 'What to verify',
        kind: 'text',
        default: '',
        placeholder: 'reference',
        description: 'The Feature: `registry/namespace/id[:version][@digest]`, `oci:<layout folder>[:<name>]`, or a file or folder (a bundle, what was exported, the layout of a build). Required.',
    },
    {
        name: 'base',
        group: 'What to verify',
        kind: 'lines',
        default: '',
        otherwise: 'the base image is not looked at',
        placeholder: 'image',
        description: 'A base image, or several, one a line: what the Feature relies upon has to be in each of them, and what it ships must not. `registry/repo:tag` or `oci:<layout folder>`.',
    },
    {
        name: 'rebuild',
        group: 'What to verify',
        kind: 'lines',
        default: '',
        otherwise: 'nothing is compared with a build',
        placeholder: 'folder',
        description: 'The layout of a build of the same sources and lock file, or several, one a line: what was built again has to be what is published, path by path. A build leaves its layout in the folder "output".',
    },
    {
        name: 'key',
        group: 'What to verify',
        kind: 'block',
        default: '',
        otherwise: 'no attestation is looked for',
        placeholder: 'key',
        description: 'The public key that has signed its provenance: PEM, or a file that holds it. ECDSA P-256 or Ed25519.',
    },
    {
        name: 'identity',
        group: 'What to verify',
        kind: 'text',
        default: '',
        otherwise: 'no attestation is looked for',
        description: 'Who has signed its provenance without a key: `https://github.com/org/features/.github/workflows/*@refs/heads/main`. All of the identity is compared; `*` stands for anything but a slash, `**` for anything.',
    },
    {
        name: 'issuer',
        group: 'What to verify',
        kind: 'text',
        default: 'https://token.actions.githubusercontent.com',
        description: 'Who has confirmed `identity`.',
    },
    {
        name: 'trusted-root',
        group: 'What to verify',
        kind: 'text',
        default: '',
        placeholder: 'file',
        description: 'For `identity`: the file with the authorities and logs of sigstore that are believed (`gh attestation trusted-root`, `cosign trusted-root create`). Nothing is asked of a network.',
    },
];


/***/ }),

/***/ 18075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readOrigin),
/* harmony export */   u: () => (/* binding */ readReleaseTag)
/* harmony export */ });
/* harmony import */ var _layout_check_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37172);

/** Where a job's sources come from (GitHub's documentation, "Default environment variables"). */
function readOrigin(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '' } = env;
    const source = `${server}/${repository}`;
    const origin = {
        ...(server === '' || repository === '' || !(0,_layout_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isSource */ .__)(source) ? {} : { source }),
        ...((0,_layout_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isRevision */ .oN)(revision) ? { revision } : {}),
    };
    return Object.keys(origin).length === 0 ? {} : { origin };
}
/** The git tag that the run was started for. */
function readReleaseTag(env) {
    const tag = env['GITHUB_REF_NAME'] ?? '';
    return env['GITHUB_REF_TYPE'] === 'tag' && tag !== '' ? { releaseTag: tag } : {};
}


/***/ }),

/***/ 41509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readPolicy)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/yaml.js
var json_yaml = __webpack_require__(53183);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/request.js
var request = __webpack_require__(75834);
;// CONCATENATED MODULE: ./lib/policy/parse-policy.js





/** Bytes of a policy file. */
const POLICY_LIMIT = 256 * 1024;
const MOST = 1000;
const LONGEST = 300;
const DAY = (0,json_field/* grammar */.qN)('a day (2026-12-31)', isDay);
const SIZE = (0,json_field/* grammar */.qN)('a size (200MiB)', (text) => (0,format/* parseSize */.DB)(text) !== undefined);
/**
 * Reads a policy file (docs/policy.md, schemas/policy.schema.json).
 * @param file for messages and annotations
 * @throws InputError that names the line of what is wrong
 */
function parsePolicy(text, file) {
    const refuseAt = (why, line) => {
        throw new errors/* InputError */.dz('policy', `policy: ${file} can't be used: ${why}.`, {
            hint: 'What a policy may hold is in docs/policy.md.',
            location: { file, ...(line === undefined ? {} : { line }) },
        });
    };
    const yaml = (0,json_yaml/* parseYaml */.h)(text, { bytes: POLICY_LIMIT }, refuseAt);
    const refuse = (why) => refuseAt(why, yaml.lineOf(why));
    const policy = new Map(json_field/* Field */.D0.of(yaml.value ?? {}, refuse).members(MOST));
    const field = json_field/* Field */.D0.of(yaml.value ?? {}, refuse);
    only(field, ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs', 'exceptions']);
    const read = (name, reader) => {
        const member = policy.get(name);
        return member === undefined ? undefined : reader(member);
    };
    const licences = read('licences', readLicences);
    const size = read('size', readSize);
    const attestation = read('attestation', (member) => member.oneOf(['required']));
    const leaks = read('leaks', (member) => member.oneOf(['fail']));
    const nixpkgs = read('nixpkgs', readNixpkgs);
    return {
        file,
        ...(licences === undefined ? {} : { licences }),
        forbid: read('forbid', (list) => listOf(list, readForbidden)) ?? [],
        ...(size === undefined ? {} : { size }),
        ...(attestation === undefined ? {} : { attestation }),
        ...(leaks === undefined ? {} : { leaks }),
        ...(nixpkgs === undefined ? {} : { nixpkgs }),
        exceptions: (read('exceptions', (list) => listOf(list, readException)) ?? []).map((exception, index) => withLine(exception, yaml.lineOf(`exceptions[${index}]`))),
    };
}
function withLine(exception, line) {
    return line === undefined ? exception : { ...exception, line };
}
function readLicences(field) {
    only(field, ['allow', 'unknown']);
    return {
        allow: listOf(field.get('allow'), textOf),
        unknown: field.get('unknown').optional((unknown) => unknown.oneOf(['allow', 'warn', 'fail'])) ?? 'warn',
    };
}
function readForbidden(field) {
    only(field, ['package', 'below', 'reason']);
    const below = field.get('below').optional(textOf);
    const reason = field.get('reason').optional(textOf);
    return { package: textOf(field.get('package')), ...(below === undefined ? {} : { below }), ...(reason === undefined ? {} : { reason }) };
}
function readSize(field) {
    only(field, ['delta', 'closure']);
    const delta = field.get('delta').optional(bytesOf);
    const closure = field.get('closure').optional(bytesOf);
    return { ...(delta === undefined ? {} : { delta }), ...(closure === undefined ? {} : { closure }) };
}
function readNixpkgs(field) {
    only(field, ['max-age-days']);
    return { maxAgeDays: field.get('max-age-days').count(0, 36_500) };
}
function readException(field) {
    only(field, ['rule', 'package', 'reason', 'until']);
    const rule = field.get('rule').oneOf(request/* POLICY_RULES */.b);
    const isOfPackages = rule === 'licences' || rule === 'forbid';
    if (!isOfPackages && field.get('package').value !== undefined)
        field.get('package').refuse(`has no meaning for the rule ${rule}, which is about no package`);
    return { rule, package: isOfPackages ? textOf(field.get('package')) : '*', reason: textOf(field.get('reason')), until: field.get('until').as(DAY) };
}
/** A number is bytes; a text may have a unit. */
function bytesOf(field) {
    return typeof field.value === 'number' ? field.count() : ((0,format/* parseSize */.DB)(field.as(SIZE)) ?? 0);
}
function textOf(field) {
    const text = field.text(LONGEST);
    return text.trim() === '' ? field.refuseValue('a text that is not blank') : text;
}
function listOf(field, read) {
    const items = [];
    field.each(MOST, (item) => items.push(read(item)));
    return items;
}
/** A name that is misspelt would demand nothing. */
function only(field, names) {
    for (const [name, member] of field.members(MOST))
        if (!names.includes(name))
            member.refuse(`is none of ${names.join(', ')}`);
}
function isDay(text) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/requests/read-policy.js





/** Reads the policy that an input names. @param here where relative names start from @throws InputError */
function readPolicy(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'policy');
    if (text === '')
        return {};
    const file = (0,external_node_path_.resolve)(here, text);
    return { policy: parsePolicy(contentsOf(file), file) };
}
function contentsOf(file) {
    try {
        const info = (0,external_node_fs_.statSync)(file);
        if (!info.isFile())
            throw new errors/* InputError */.dz('policy', `policy: ${file} is not a file.`);
        if (info.size > POLICY_LIMIT)
            throw new errors/* InputError */.dz('policy', `policy: ${file} has ${info.size} bytes, and no more than ${POLICY_LIMIT} are read.`);
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        throw new errors/* InputError */.dz('policy', `policy: ${file} can't be read: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause, hint: 'Name a file of the checkout; docs/policy.md says what it holds.' });
    }
}


/***/ }),

/***/ 68386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ readProvenanceRequest)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/tweetnacl/nacl-fast.js
var nacl_fast = __webpack_require__(80668);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
;// CONCATENATED MODULE: ./lib/provenance/sign/private-key.js






const LONGEST_KEY = 64 * 1024;
/** What cosign writes, of old and now. */
const ENCRYPTED = /^-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END ENCRYPTED \1 PRIVATE KEY-----\s*$/;
/** The costs of scrypt that cosign has used: whoever wrote the file decides nothing about our memory. */
const COSTS = new Set([32_768, 65_536]);
const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const HINT = 'Expected a PEM private key of ECDSA P-256 or Ed25519: from `cosign generate-key-pair`, or `openssl genpkey`.';
/**
 * Parses a private key: PEM (PKCS #8 or SEC 1; encrypted as OpenSSL does), or cosign's own encrypted form. Nothing of the key or the password is
 * in any message.
 * @param password empty if the key has none
 * @throws Failure
 */
function parsePrivateKey(text, password) {
    const pem = text.trim();
    const key = pem.length <= LONGEST_KEY ? readKey(pem, password) : undefined;
    if (key === undefined)
        throw new errors/* Failure */.HR('The signing key is no PEM of a private key.', { hint: HINT });
    if ((0,keys/* kindOf */.I)(key) === undefined)
        throw new errors/* Failure */.HR(`The signing key is of a kind that can't be used (${key.asymmetricKeyType ?? 'unknown'}).`, { hint: HINT });
    return key;
}
function readKey(pem, password) {
    const encrypted = ENCRYPTED.exec(`${pem}\n`)?.[2];
    if (encrypted !== undefined)
        return decryptedKey(Buffer.from(encrypted, 'base64'), password);
    if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----$/m.test(pem))
        return undefined;
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: pem, ...(password === '' ? {} : { passphrase: password }) });
    }
    catch {
        // Without its cause: nobody knows what a library quotes.
        if (password === '' && /ENCRYPTED/.test(pem))
            throw new errors/* Failure */.HR('The signing key is encrypted, and there is no password.', { hint: 'Give it as sign-password.' });
        throw new errors/* Failure */.HR(password === '' ? "The signing key can't be read." : WRONG_PASSWORD, { hint: HINT });
    }
}
const WRONG_PASSWORD = "The signing key can't be decrypted with this password.";
/** go-securesystemslib, "encrypted": scrypt for the key, NaCl's secretbox (XSalsa20 and Poly1305) for what it opens, PKCS #8 in it. */
function decryptedKey(bytes, password) {
    let json;
    try {
        json = (0,parse_json/* parseJson */.qF)(bytes, { bytes: LONGEST_KEY });
    }
    catch (cause) {
        return refuse(cause instanceof parse_json/* JsonError */.N3 ? cause.message : 'it is not JSON');
    }
    const document = field/* Field */.D0.of(json, refuse);
    document.get('kdf').get('name').is('scrypt');
    document.get('cipher').get('name').is('nacl/secretbox');
    const costs = document.get('kdf').get('params');
    const N = costs.get('N').count();
    if (!COSTS.has(N))
        costs.get('N').refuse('is a cost of scrypt that cosign does not use');
    costs.get('r').is(8);
    costs.get('p').is(1);
    const [salt, nonce, box] = [document.get('kdf').get('salt'), document.get('cipher').get('nonce'), document.get('ciphertext')].map((field) => Buffer.from(field.text(LONGEST_KEY), 'base64'));
    if (salt?.length !== KEY_BYTES || nonce?.length !== NONCE_BYTES || box === undefined)
        return refuse('its salt or its nonce has another length than it should');
    const opening = (0,external_node_crypto_.scryptSync)(password, salt, KEY_BYTES, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
    const der = nacl_fast.secretbox.open(box, nonce, opening);
    if (der === null)
        throw new errors/* Failure */.HR(password === '' ? 'The signing key is encrypted, and its password is not the empty one.' : WRONG_PASSWORD, { hint: 'Give its password as sign-password.' });
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    }
    catch {
        return refuse('what is in it is no private key');
    }
}
function refuse(why) {
    throw new errors/* Failure */.HR(`The encrypted signing key can't be used: ${why}.`, { hint: HINT });
}

// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/requests/read-provenance.js



/** What docs/provenance.md says of runs that no service vouches for. */
const ELSEWHERE = 'https://github.com/org/nix-feature-action/blob/v1/docs/provenance.md#elsewhere';
/** Reads who signs, and what run this is. @throws InputError */
function readProvenanceRequest(read, env) {
    return { provenance: { run: readRun(env), signing: readSigning(read, env) } };
}
function readSigning(read, env) {
    const sign = (0,values/* choiceOf */.FH)(read, 'sign', ['none', 'key', 'keyless']);
    const [key, password] = [read('sign-key').trim(), read('sign-password')];
    if (sign !== 'key' && key !== '') {
        throw new errors/* InputError */.dz('sign-key', `sign-key: is given, and sign is ${sign}.`, { hint: 'Say "sign: key", or leave sign-key out.' });
    }
    if (sign === 'none')
        return undefined;
    if (sign === 'key')
        return { by: 'key', key: read_provenance_readKey(key, password) };
    const [fulcio, rekor] = ['fulcio-url', 'rekor-url'].map((name) => readService(read, name));
    if (fulcio === undefined || rekor === undefined)
        throw new Error('both were read');
    if ((env['SIGSTORE_ID_TOKEN'] ?? '') === '' && (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') {
        throw new errors/* InputError */.dz('sign', 'sign: keyless needs an identity, and there is none.', {
            hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere put an OpenID Connect token for the audience "sigstore" into SIGSTORE_ID_TOKEN.',
        });
    }
    return { by: 'identity', fulcio, rekor, env };
}
/** Whatever is wrong with it, the key itself is in no message. */
function read_provenance_readKey(text, password) {
    if (text === '') {
        throw new errors/* InputError */.dz('sign-key', 'sign-key: is missing, and sign is key.', {
            hint: 'Give the private key itself, from a secret.',
            inTerminal: 'Give the private key itself as NIX_FEATURE_SIGN_KEY, and its password as NIX_FEATURE_SIGN_PASSWORD.',
        });
    }
    try {
        return parsePrivateKey(text, password);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        throw new errors/* InputError */.dz('sign-key', `sign-key: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`, error.hint === undefined ? {} : { hint: error.hint });
    }
}
function readService(read, name) {
    const url = URL.parse((0,values/* textOf */.b6)(read, name));
    const isLocal = url !== null && url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    if (url !== null && (url.protocol === 'https:' || isLocal) && url.username === '' && url.password === '')
        return url;
    throw new errors/* InputError */.dz(name, `${name}: is not the address of a service.`, { hint: 'Expected https://host, without a login.' });
}
/** The job (GitHub's documentation, "Default environment variables"). */
function readRun(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = env;
    const { GITHUB_WORKFLOW_REF: reference = '', GITHUB_EVENT_NAME: event = '' } = env;
    const found = /^([\w.-]+\/[\w.-]+)\/([^@\s]{1,512})@([\x21-\x7e]{1,512})$/.exec(reference);
    const [, owner = '', path = '', ref = ''] = found ?? [];
    const isJob = URL.parse(server)?.protocol === 'https:' && found !== null;
    if (!isJob)
        return { builder: ELSEWHERE };
    return {
        builder: `${server}/${reference}`,
        workflow: { repository: `${server}/${owner}`, path, ref },
        ...(/^\d+$/.test(id) && /^\d+$/.test(attempt) ? { invocation: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}` } : {}),
        ...(/^\w{1,64}$/.test(event) ? { event } : {}),
    };
}


/***/ }),

/***/ 73163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PC: () => (/* binding */ givenInputs),
  oH: () => (/* binding */ readBuildRequest),
  v: () => (/* binding */ readInclude),
  yI: () => (/* binding */ readPlace)
});

// UNUSED EXPORTS: readFeatureFolder

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/lines.js
var lines = __webpack_require__(97583);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/inputs/inputs.js
var inputs_inputs = __webpack_require__(63268);
// EXTERNAL MODULE: ./lib/actions/inputs/redact.js
var redact = __webpack_require__(28988);
// EXTERNAL MODULE: ./lib/actions/inputs/require-linux.js
var require_linux = __webpack_require__(54849);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js
var base_reference = __webpack_require__(50117);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
// EXTERNAL MODULE: ./lib/kit/redact-urls.js
var redact_urls = __webpack_require__(18486);
// EXTERNAL MODULE: ./lib/kit/suggest.js
var suggest = __webpack_require__(39442);
;// CONCATENATED MODULE: ./lib/actions/values/flake-reference.js





const INPUT = 'flake';
const DEFAULT_ATTRIBUTE = 'default';
// Nix manual, "nix flake", "Types".
const SCHEMES = `github gitlab sourcehut flake path git http https
  git+https git+http git+ssh git+file hg+https hg+http hg+ssh hg+file
  tarball+https tarball+http tarball+file file+https file+http file+file`.split(/\s+/);
/** What names a folder of this machine, whose name may have blanks in it. */
const LOCAL = /^(?:\.{0,2}\/|\.{1,2}(?:$|[?#])|#|path:|git\+file:)/;
/**
 * Reads a flake reference. Local ones become absolute, because Nix may run somewhere else than in our folder.
 * @param text not empty: the caller knows what the default is
 * @param places absolute folders: `feature` for a bare `#attribute`, `here` where relative paths start from
 * @throws InputError
 */
function parseFlake(text, places) {
    if (/\p{Cc}/u.test(text) || (/\s/.test(text) && !LOCAL.test(text))) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(text)}" has a blank in it.`, { hint: 'Write a blank as %20.' });
    }
    const { reference, attribute } = splitAttribute(text);
    if (reference === '')
        return { kind: 'folder', folder: places.feature, attribute };
    const { path, query } = splitQuery(reference);
    if (/^\.{0,2}\/|^\.{1,2}$/.test(path))
        return localFlake(path, query, attribute, places.here);
    const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(path) ?? [];
    if (scheme === undefined)
        return indirectFlake(reference, path, attribute, places.here);
    if (scheme === 'path')
        return localFlake(localPathOf(rest, text), query, attribute, places.here);
    if (!SCHEMES.includes(scheme)) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(text)}" begins with ${scheme}:, which Nix does not know.${(0,suggest/* didYouMean */.a)(scheme, SCHEMES)}`);
    }
    if (!scheme.endsWith('+file'))
        return { kind: 'reference', reference, attribute };
    const mount = existing((0,external_node_path_.resolve)(places.here, localPathOf(rest, text)), text);
    return { kind: 'reference', reference: `${scheme}://${encodePath(mount)}${query}`, attribute, mount };
}
/** The folder that a feature is built from when nothing else is said. */
function defaultFlake(featureFolder) {
    return { kind: 'folder', folder: featureFolder, attribute: DEFAULT_ATTRIBUTE };
}
function splitAttribute(text) {
    const hash = text.indexOf('#');
    if (hash < 0)
        return { reference: text, attribute: DEFAULT_ATTRIBUTE };
    const attribute = text.slice(hash + 1);
    // `#^man` means: of the default, this output.
    return {
        reference: text.slice(0, hash),
        attribute: attribute === '' || attribute.startsWith('^') ? `${DEFAULT_ATTRIBUTE}${attribute}` : attribute,
    };
}
function splitQuery(reference) {
    const mark = reference.indexOf('?');
    return mark < 0 ? { path: reference, query: '' } : { path: reference.slice(0, mark), query: reference.slice(mark).replaceAll(' ', '%20') };
}
function localFlake(path, query, attribute, here) {
    const folder = existing((0,external_node_path_.resolve)(here, path), path);
    if (query === '')
        return { kind: 'folder', folder, attribute };
    return { kind: 'reference', reference: `path:${encodePath(folder)}${query}`, attribute, mount: folder };
}
/** `nixpkgs` and the like: a name in Nix's registry of flakes. */
function indirectFlake(reference, path, attribute, here) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(here, path))) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(reference)}" may be the folder or a name in Nix's registry of flakes.`, {
            hint: `Write ./${shown(reference)} for the folder, flake:${shown(reference)} for the registry.`,
        });
    }
    // Nix manual, "nix registry": a name, then maybe a branch, then maybe a revision.
    if (/^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9_.-]+){0,2}$/.test(path)) {
        return { kind: 'reference', reference: `flake:${reference}`, attribute };
    }
    throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(reference)}" is no flake reference.`, {
        hint: 'Write ./folder#attribute, github:owner/repo#attribute, git+https://…, or any other that `nix build` takes.',
    });
}
/** The path in what follows `path:` or `git+file:`, which may have an empty authority (`//`) before it. */
function localPathOf(rest, text) {
    const path = rest.startsWith('//') ? rest.slice(2) : rest;
    if (rest.startsWith('//') && !(0,external_node_path_.isAbsolute)(path)) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(text)}" names a host; a local path begins with a third slash.`);
    }
    try {
        return decodeURIComponent(path);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(text)}" has a % that encodes nothing.`, { cause, hint: 'Write % as %25.' });
    }
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}
function existing(folder, text) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new errors/* InputError */.dz(INPUT, `${INPUT}: "${shown(text)}" names the folder ${folder}, which is not there.`);
}
/** A login and a query may hold tokens. */
function shown(text) {
    return (0,redact_urls/* redactUrls */.sK)(text).replace(/\?[^#]*/, '?…');
}

// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/values/read-flake.js






/** @throws InputError */
function readFlake(read, featureFolder, here) {
    const flake = (0,values/* textOf */.b6)(read, 'flake');
    const packages = packageNames(read);
    if (packages.length === 0) {
        return flake === '' ? defaultFlake(featureFolder) : parseFlake(flake, { feature: featureFolder, here });
    }
    if (flake !== '') {
        (0,values/* refuseTogether */.ll)('packages', ['flake'], 'packages makes a flake of its own.', 'Leave one of them out.');
    }
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(featureFolder, 'flake.nix'))) {
        throw new errors/* InputError */.dz('packages', `packages: ${featureFolder} has a flake.nix, which would not be used.`, {
            hint: 'Leave "packages" out and name the packages in flake.nix, or remove flake.nix.',
        });
    }
    return { kind: 'packages', packages };
}
/** The names in `packages`, checked to be such. @throws InputError */
function packageNames(read) {
    const packages = (0,values/* wordsOf */.Z9)(read, 'packages', ',');
    const wrong = packages.find((name) => !(0,flake_text/* isPackageName */.kb)(name));
    if (wrong !== undefined) {
        throw new errors/* InputError */.dz('packages', `packages: "${wrong}" is not an attribute name of nixpkgs.`, {
            hint: wrong.includes('#')
                ? 'Write the name alone (jq), or use flake for a reference such as nixpkgs#jq.'
                : 'Expected names such as jq or python3Packages.black.',
        });
    }
    (0,values/* refuseDuplicates */.B7)('packages', packages);
    return packages;
}

// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
;// CONCATENATED MODULE: ./lib/actions/values/read-test-dev.js






/**
 * Reads `test-dev`: the image in which development mode is tested.
 * @param folder where relative layout folders start from, absolute
 * @throws InputError where it is no image, or the Feature has nothing for other systems
 */
function readTestDev(read, folder, request) {
    const text = (0,values/* textOf */.b6)(read, 'test-dev');
    if (text === '' || text === 'none')
        return {};
    if (request.test === 'false') {
        throw new errors/* InputError */.dz('test-dev', 'test-dev: names an image to test in, and test: false tests nothing.', { hint: 'Leave one of them out.' });
    }
    if (request.complement !== true && (0,external_node_fs_.statSync)((0,external_node_path_.join)(request.featureFolder, 'install-dev.sh'), { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* InputError */.dz('test-dev', 'test-dev: there is nothing to test, as the Feature has no install-dev.sh and is built without a complement.', {
            hint: 'Write an install-dev.sh, or use "complement: true".',
        });
    }
    try {
        const [testDev] = (0,base_reference/* parseBases */.wE)([text], folder, reference/* parseReference */.F2);
        return testDev === undefined ? {} : { testDev };
    }
    catch (cause) {
        if (!(cause instanceof errors/* InputError */.dz))
            throw cause;
        throw new errors/* InputError */.dz('test-dev', cause.message.replace(/^base-image:/, 'test-dev:'), { cause, ...(0,errors/* adviceOf */.wr)(cause) });
    }
}

// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js
var read_origin = __webpack_require__(18075);
// EXTERNAL MODULE: ./lib/actions/requests/read-policy.js + 1 modules
var read_policy = __webpack_require__(41509);
// EXTERNAL MODULE: ./lib/leaks/allow.js
var allow = __webpack_require__(40865);
// EXTERNAL MODULE: ./lib/leaks/literals.js + 3 modules
var literals = __webpack_require__(64788);
// EXTERNAL MODULE: ./lib/leaks/search.js
var search = __webpack_require__(96334);
;// CONCATENATED MODULE: ./lib/actions/values/read-leaks.js









/** Variables that hold secrets, by their names. */
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)$/;
/** Homes of users that machines have by themselves; what upstream builds on such machines names them too. */
const COMMON_HOME = /^(?:\/|\/root|\/home\/(?:runner|vscode|ubuntu|user|root|build|nixbld\d*)|\/github\/home|\/homeless-shelter|\/nonexistent|\/tmp|\/var\/empty)\/?$/;
/**
 * Reads what is to be looked for in what is packed.
 * @throws InputError where `leaks-allow` can't be read, or an identifier is too short to be looked for
 */
function readLeaks(read, where) {
    const mode = (0,values/* choiceOf */.FH)(read, 'leaks', ['warn', 'fail', 'off']);
    const identifiers = (0,values/* linesOf */.Dx)(read, 'identifiers');
    const short = identifiers.find((identifier) => identifier.length < search/* SHORTEST_IDENTIFIER */.Dg);
    if (short !== undefined)
        throw new errors/* InputError */.dz('identifiers', `identifiers: "${short}" has fewer than ${search/* SHORTEST_IDENTIFIER */.Dg} characters, and would be found everywhere.`);
    return { mode, allow: readAllow(read, where.folder), search: { values: knownValues(read, where.env), identifiers, folders: foldersOf(where) } };
}
function readAllow(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'leaks-allow');
    if (text === '')
        return [];
    const file = (0,external_node_path_.resolve)(here, text);
    try {
        const kind = (0,external_node_fs_.statSync)(file);
        if (!kind.isFile() || kind.size > allow/* ALLOW_LIMIT */.mx)
            throw new errors/* InputError */.dz('leaks-allow', `leaks-allow: ${file} is not a file of up to ${allow/* ALLOW_LIMIT */.mx / 1024} KiB.`);
        return (0,allow/* parseAllowList */.jR)((0,external_node_fs_.readFileSync)(file, 'utf8'), file, new Set([...literals/* RULES */.y0.map(({ id }) => id), ...literals/* OWN_RULES */.PQ]));
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        throw new errors/* InputError */.dz('leaks-allow', `leaks-allow: ${file} can't be read: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause });
    }
}
/** What is secret in the inputs and the environment. What else the runner masks, it does not tell: `leak-values` does. */
function knownValues(read, env) {
    const explicit = (0,values/* linesOf */.Dx)(read, 'leak-values').map((value) => ({ name: '`leak-values`', value }));
    const inputs = inputs_inputs/* INPUTS */.mc.filter(({ name }) => name !== 'leak-values').flatMap((spec) => (0,redact/* secretsIn */.VY)(spec, read(spec.name)).map((value) => ({ name: `the input ${spec.name}`, value })));
    const settings = (0,redact/* secretsOf */.Fj)([], read, env['NIX_CONFIG']).map((value) => ({ name: 'a token in NIX_CONFIG', value }));
    const variables = Object.entries(env)
        .filter(([name]) => SECRET_NAME.test(name))
        .map(([name, value = '']) => ({ name: `the variable ${name}`, value: value.trim() }));
    const found = [...[...inputs, ...settings, ...variables].filter(({ value }) => (0,literals/* isSecretValue */.w2)(value)), ...explicit];
    return [...new Map(found.filter(({ value }) => value.length >= search/* SHORTEST_VALUE */.Lr).map((each) => [each.value, each])).values()];
}
/** Folders that only this machine has. */
function foldersOf({ folder, env }) {
    const homes = [env['HOME'] ?? '', ...['/home/', '/Users/'].map((above) => above + (env['SUDO_USER'] ?? env['USER'] ?? ''))];
    const folders = [folder, env['GITHUB_WORKSPACE'] ?? '', env['RUNNER_TEMP'] ?? '', ...homes].map((each) => each.replace(/\/$/, ''));
    return [...new Set(folders)].filter((each) => /^\/[^/]+\/[^/]+/.test(each) && !COMMON_HOME.test(each) && !each.startsWith('/home/runner/work/_'));
}

// EXTERNAL MODULE: ./lib/actions/requests/read-provenance.js + 1 modules
var read_provenance = __webpack_require__(68386);
;// CONCATENATED MODULE: ./lib/actions/requests/read-request.js





















/**
 * Reads and checks every input, before any work. Touches nothing but the folders that the inputs name.
 * @throws InputError for the first input that can't be used; SetupError where we can't run at all
 */
function readBuildRequest(read, where) {
    (0,require_linux/* requireLinux */.g)(where.platform);
    const featureFolder = readFeatureFolder(read, where.folder);
    const flake = readFlake(read, featureFolder, where.folder);
    const bases = (0,base_reference/* parseBases */.wE)((0,values/* linesOf */.Dx)(read, 'base-image'), where.folder, reference/* parseReference */.F2);
    (0,values/* refuseDuplicates */.B7)('base-image', bases.map((base) => base.text));
    const { registry, namespace, push, credentials } = (0,read_publishing/* readPublishing */.ER)(read, where.env);
    return {
        featureFolder,
        flake,
        include: readInclude(read, featureFolder),
        bases,
        arches: (0,read_arches/* readArches */.J)(read, where.arch),
        ...readPlace(read, bases),
        compression: (0,values/* choiceOf */.FH)(read, 'compression', ['gzip', 'zstd', 'auto']),
        maxLayers: (0,values/* countOf */.pq)(read, 'max-layers') ?? 16,
        delivery: (0,values/* choiceOf */.FH)(read, 'delivery', ['auto', 'layers', 'embed']),
        push,
        registry,
        namespace,
        credentials,
        ...(0,read_publishing/* readNames */.r6)(read),
        shareWith: readShareWith(read),
        ...readTests(read, { bases, featureFolder, folder: where.folder }),
        remoteUser: readRemoteUser(read),
        strict: (0,values/* booleanOf */.SF)(read, 'strict'),
        maxDeltaSize: (0,values/* sizeOf */.$d)(read, 'max-delta-size'),
        leaks: readLeaks(read, where),
        nix: (0,read_nix_settings/* readNixSettings */.r)(read),
        output: readOutput(read, where.folder),
        uploadArtifact: readUpload(read, where.env),
        retentionDays: (0,values/* countOf */.pq)(read, 'retention-days'),
        ...(0,read_policy/* readPolicy */.T)(read, where.folder),
        sbom: (0,values/* choiceOf */.FH)(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none']),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        ...(0,read_origin/* readOrigin */.P)(where.env),
        ...(0,read_origin/* readReleaseTag */.u)(where.env),
        ...(0,read_provenance/* readProvenanceRequest */.Z)(read, where.env),
        created: readCreated(where.env),
        jobs: (0,values/* countOf */.pq)(read, 'jobs') ?? where.cores,
        given: givenInputs(read),
    };
}
/** What the user gave and the defaults don't say, in the order of the table; nothing secret. */
function givenInputs(read, inputs = inputs_inputs/* INPUTS */.mc) {
    return inputs
        .map((spec) => ({ spec, value: read(spec.name).trim() }))
        .filter(({ spec, value }) => spec.name !== 'github-token' && !['', spec.default].includes(value))
        .map(({ spec, value }) => [spec.name, (0,redact/* shownValue */.JJ)(spec, value)]);
}
/** What a pull request builds, people look at, and nobody publishes: layers would fill the storage for nothing. */
function readUpload(read, env) {
    const upload = (0,values/* choiceOf */.FH)(read, 'upload-artifact', ['auto', 'true', 'false']);
    if (upload === 'false')
        return 'none';
    return upload === 'auto' && /^(?:pull_request|merge_group)/.test(env['GITHUB_EVENT_NAME'] ?? '') ? 'metadata' : 'all';
}
/** Nothing can be installed into no base; to find that out after a build would be late. */
function readTests(read, { bases, featureFolder, folder }) {
    const test = readTest(read, bases);
    const complement = (0,values/* booleanOf */.SF)(read, 'complement');
    return { test, complement, ...readTestDev(read, folder, { featureFolder, complement, test }) };
}
function readTest(read, bases) {
    const test = (0,values/* choiceOf */.FH)(read, 'test', ['auto', 'true', 'false']);
    if (test === 'true' && bases.length === 0) {
        throw new errors/* InputError */.dz('test', 'test: true installs the Feature into its base image, and base-image: none has none.', {
            hint: 'Name a base image, or leave "test" out.',
        });
    }
    return test;
}
/** The absolute folder of the Feature. @throws InputError where it is not there, or holds no Feature */
function readFeatureFolder(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'feature');
    const folder = (0,external_node_path_.resolve)(here, text);
    const kind = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    if (kind === undefined) {
        throw new errors/* InputError */.dz('feature', `feature: "${text}" names the folder ${folder}, which is not there.`, {
            hint: 'In a workflow, check the repository out before this step (actions/checkout).',
        });
    }
    if (!kind.isDirectory())
        throw new errors/* InputError */.dz('feature', `feature: "${text}" is not a folder.`);
    if ((0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, metadata/* METADATA_FILE */.VR), { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* InputError */.dz('feature', `feature: ${folder} has no ${metadata/* METADATA_FILE */.VR}.`, {
            hint: `Name the folder of the Feature; a Feature is described by a ${metadata/* METADATA_FILE */.VR} with at least "id" and "version".`,
        });
    }
    return folder;
}
/** @param featureFolder where the files have to be; undefined where there are several @throws InputError */
function readInclude(read, featureFolder) {
    return (0,values/* linesOf */.Dx)(read, 'include').map((line) => {
        const name = (0,lines/* withoutTrailing */.h)(line.replace(/^(?:\.\/+)+/, ''), '/');
        if (/^(?:\/|\.{1,2}$|\.\.\/)|\/\.\.(?:\/|$)/.test(name) || name === '') {
            throw new errors/* InputError */.dz('include', `include: "${line}" is not a file or folder below the Feature's folder.`, { hint: 'Name it as seen from there: lib/generated.sh.' });
        }
        if (name.split('/').includes('.git'))
            throw new errors/* InputError */.dz('include', `include: "${line}" is in a repository, which never ships.`);
        if (featureFolder === undefined || (0,external_node_fs_.statSync)((0,external_node_path_.join)(featureFolder, name), { throwIfNoEntry: false }) !== undefined)
            return name;
        throw new errors/* InputError */.dz('include', `include: "${line}" is not there in ${featureFolder}.`);
    });
}
/** Where Nix runs. @throws InputError */
function readPlace(read, bases) {
    return { buildIn: readBuildIn(read, bases), engine: readEngine(read), containerOptions: readContainerOptions(read) };
}
/** Each becomes a part of a repository's name. */
function readShareWith(read) {
    const ids = (0,values/* wordsOf */.Z9)(read, 'share-with', ',');
    const wrong = ids.find((id) => !(0,identity/* isFeatureId */.GK)(id));
    if (wrong === undefined)
        return [...new Set(ids)];
    throw new errors/* InputError */.dz('share-with', `share-with: "${wrong}" is not the id of a Feature.`, {
        hint: 'Name Features of the same namespace by their ids, as in devcontainer-feature.json.',
    });
}
function readBuildIn(read, bases) {
    const buildIn = (0,values/* choiceOf */.FH)(read, 'build-in', ['container', 'host']);
    if (buildIn === 'container' && bases.length === 0) {
        if (read('build-in').trim() === '') {
            throw new errors/* InputError */.dz('build-in', 'build-in: is container where nothing else is said, which runs Nix in the base image, and base-image: none has none.', {
                hint: 'Use "build-in: host", or name a base image.',
            });
        }
        (0,values/* refuseTogether */.ll)('build-in', ['base-image'], 'build-in: container runs Nix in the base image, and base-image: none has none.', 'Say build-in: host, or name a base image.');
    }
    return buildIn;
}
function readEngine(read) {
    if ((0,values/* textOf */.b6)(read, 'container-engine') === '')
        return undefined;
    return (0,values/* choiceOf */.FH)(read, 'container-engine', ['docker', 'podman']);
}
/** The names of adduser, and numbers. */
function readRemoteUser(read) {
    const text = (0,values/* textOf */.b6)(read, 'remote-user');
    if (text === '')
        return undefined;
    if (/^[a-z0-9_][a-z0-9_.-]*$/i.test(text))
        return text;
    throw new errors/* InputError */.dz('remote-user', `remote-user: "${text}" is not the name of a user.`);
}
function readContainerOptions(read) {
    const lines = (0,values/* linesOf */.Dx)(read, 'container-options');
    const [first] = lines;
    if (first === undefined || first.startsWith('-'))
        return lines;
    throw new errors/* InputError */.dz('container-options', `container-options: "${first}" is not an option: it must begin with a dash.`);
}
function readOutput(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'output');
    if (text === '')
        return undefined;
    const folder = (0,external_node_path_.resolve)(here, text);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
        throw new errors/* InputError */.dz('output', `output: ${folder} is there and is not a folder.`);
    }
    return folder;
}
/** https://reproducible-builds.org/specs/source-date-epoch/ */
function readCreated(env) {
    const text = env['SOURCE_DATE_EPOCH'] ?? '';
    if (text === '')
        return undefined;
    if (/^\d{1,11}$/.test(text))
        return Number(text);
    throw new errors/* InputError */.dz('SOURCE_DATE_EPOCH', `SOURCE_DATE_EPOCH: "${text}" is not a number of seconds since 1970.`);
}


/***/ }),

/***/ 95832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./lib/kit/inert.js
var inert = __webpack_require__(10192);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
// EXTERNAL MODULE: ./lib/report/markdown/summary.js + 7 modules
var summary = __webpack_require__(84452);
;// CONCATENATED MODULE: ./lib/report/markdown/failure-summary.js



/**
 * The job summary of a run that failed, in GitHub's Markdown.
 * @param faults the errors that the failure is made of, where it is several
 */
function renderFailureSummary(failure, given, faults = []) {
    const { title, message, hint, location, log } = failure;
    const place = location === undefined ? '' : `In ${placeOf(location)}.`;
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)(title)}`,
        faults.map(faultItem).join('\n'),
        (0,markdown/* quote */.hD)(message),
        place,
        hint === undefined ? '' : `**What to do:** ${(0,markdown/* prose */.CS)(hint)}`,
        log.length === 0 ? '' : `The end of the log:\n\n${(0,markdown/* fence */.EU)((0,inert/* withoutSequences */.V$)(log.join('\n')), 'text')}`,
        (0,summary/* givenSection */.X3)(given),
    ]);
}
function faultItem({ message, at }) {
    return `- ${(0,markdown/* prose */.CS)(message)}${at === undefined ? '' : ` (${placeOf(at)})`}`;
}
function placeOf({ file, line }) {
    return (0,markdown/* code */.aY)([file, line].filter((part) => part !== undefined).join(':'));
}

// EXTERNAL MODULE: ./lib/report/text/explain.js
var explain = __webpack_require__(17323);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
;// CONCATENATED MODULE: ./lib/actions/file-errors.js



/**
 * The one boundary for errors of the file system: what it refuses is no bug, and has to do with the input that names the
 * place, or with the machine.
 * @param here where relative paths start from
 * @returns an InputError or a SetupError for such an error; any other as it is
 */
function explainedFileError(error, given, here) {
    if (error instanceof errors/* Failure */.HR || !(error instanceof Error))
        return error;
    const { code = '', syscall = '', path, dest } = error;
    if (code === 'ENOENT' && syscall === 'uv_cwd') {
        return new errors/* SetupError */.w3('The folder that this runs in is gone.', { cause: error, hint: 'Change to a folder that is there: it was removed, or made anew.' });
    }
    const reason = code === 'ENOENT' && /^mkd(?:ir|temp)$/.test(syscall) ? 'no folder can be made there' : errors/* FILE_REASONS */.h6[code];
    if (reason === undefined)
        return error;
    const places = [path, dest].filter((place) => typeof place === 'string');
    const what = `${places[0] ?? 'A file'} can't be used (${syscall}): ${reason} (${code}).`;
    const input = here === undefined ? undefined : [...given].find(([, value]) => places.some((place) => names(value, place, here)))?.[0];
    const isTemporary = places.some((place) => place.startsWith(`${(0,temporary/* temporaryPlace */.jA)()}/`));
    const hint = isTemporary ? { hint: 'Let RUNNER_TEMP or TMPDIR name a folder that is there and can be written to.' } : {};
    return input === undefined ? new errors/* SetupError */.w3(what, { cause: error, ...hint }) : new errors/* InputError */.dz(input, `${input}: ${what}`, { cause: error });
}
/** Does a value, a line of it, or what follows its scheme, name this place or a folder above it? */
function names(value, place, here) {
    const lines = value.split(/[\n,]/).map((line) => line.trim()).filter((line) => line !== '');
    const texts = lines.flatMap((line) => {
        const bare = line.replace(/^[a-z+]+:(?:\/\/(?=\/))?/, '');
        return [line, bare, bare.replace(/[#?].*/s, ''), bare.replace(/:[^:/]*$/, '')];
    });
    return texts.some((text) => {
        const folder = (0,external_node_path_.resolve)(here, text);
        return text !== '' && (place === folder || place.startsWith(`${folder}/`));
    });
}

// EXTERNAL MODULE: ./lib/actions/inputs/redact.js
var redact = __webpack_require__(28988);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js + 4 modules
var read_request = __webpack_require__(73163);
;// CONCATENATED MODULE: ./lib/actions/run-action.js





/**
 * What every action's main step has in common: secrets are masked first, and a failure ends as one annotation and a
 * summary.
 * @param inputs those of the action
 * @returns the exit code
 */
async function runAction(host, inputs, body) {
    const read = (name) => host.input(name);
    try {
        for (const secret of (0,redact/* secretsOf */.Fj)(inputs, read, process.env['NIX_CONFIG']))
            host.mask(secret);
        await body(read);
        return 0;
    }
    catch (error) {
        // Whatever broke because of a signal, the signal is why.
        const failure = explainedFileError((0,explain/* failureBehind */.PD)(error), inputs.map(({ name }) => [name, read(name)]), currentFolder());
        await showFailure(host.signal.aborted ? host.signal.reason : failure, host, read, (0,read_request/* givenInputs */.PC)(read, inputs));
        return 1;
    }
    finally {
        host.endAnnotations();
    }
}
/** Where relative paths start from; undefined if it is gone. */
function currentFolder() {
    try {
        return process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    }
    catch {
        return undefined;
    }
}
async function showFailure(error, host, read, given) {
    const explained = (0,explain/* explain */.WE)(error);
    const failure = host.faults.length > 0 && explained.kind === 'input' ? { ...explained, title: explain/* CONTRACT */.PW } : explained;
    if (failure.log.length > 0) {
        await host.group('The end of the log', async () => {
            for (const line of failure.log)
                host.info(line);
        });
    }
    if (failure.trace !== '')
        host.debug(failure.trace);
    host.error(failure.hint === undefined ? failure.message : `${failure.message}\n${failure.hint}`, failure.title, failure.location);
    if (wantsSummary(read))
        await host.summary(renderFailureSummary(failure, given, host.faults));
}
/** The inputs may be what is wrong, so they can't be trusted here. */
function wantsSummary(read) {
    return read('summary').trim().toLowerCase() !== 'false';
}


/***/ }),

/***/ 50117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U8: () => (/* binding */ parseLayout),
/* harmony export */   wE: () => (/* binding */ parseBases)
/* harmony export */ });
/* unused harmony export refuseForeign */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18486);




const INPUT = 'base-image';
// How other tools spell the same thing.
const FOREIGN_PREFIXES = [
    ['docker://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['docker-daemon:', 'daemon:<image>'],
    ['containers-storage:', 'daemon:<image>'],
    ['docker-image://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['https://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['http://', 'the reference alone (localhost:5000/image:tag)'],
    ['oci-archive:', 'oci:<folder>, once the archive is unpacked'],
    ['docker-archive:', 'daemon:<image>, once the archive is loaded'],
    ['dir:', 'oci:<layout folder>'],
];
/**
 * Reads the lines of `base-image`.
 * @param folder where relative layout folders start from, absolute
 * @param checkReference throws where the text is no image reference
 * @returns an empty list for `none`
 * @throws InputError
 */
function parseBases(lines, folder, checkReference) {
    if (lines.length === 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: is missing.`, {
            hint: 'Name the image that the Feature is installed into (ghcr.io/org/bedrock:latest, or oci:<folder> for an image layout), or say none to pack everything.',
        });
    }
    if (lines.includes('none')) {
        if (lines.length === 1)
            return [];
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: none can't be combined with other images.`);
    }
    return lines.map((line) => parseBase(line, folder, checkReference));
}
function parseBase(text, folder, checkReference) {
    if (/[\s,]/.test(text)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${(0,_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrls */ .sK)(text)}" is not one image reference.`, {
            hint: 'Write one image a line.',
            inTerminal: 'Repeat the flag: --base-image <one> --base-image <other>.',
        });
    }
    if (text.startsWith('oci:'))
        return parseLayout(text, folder, INPUT);
    refuseForeign(text, INPUT);
    if (looksLikeLayout(text, folder)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${text}" is a path, and no image reference.`, { hint: `Did you mean oci:${text}?` });
    }
    const local = text.startsWith('daemon:');
    const image = local ? text.slice('daemon:'.length) : text;
    // An engine also knows an image by its id, with or without sha256: before it.
    if (!(local && /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image)))
        checked(image, checkReference);
    return local ? { kind: 'daemon', text, image } : { kind: 'registry', text };
}
/** @throws InputError where it is spelt as other tools do */
function refuseForeign(text, input) {
    const foreign = FOREIGN_PREFIXES.find(([prefix]) => text.startsWith(prefix));
    if (foreign === undefined)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(input, `${input}: "${(0,_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrls */ .sK)(text)}" begins with ${foreign[0]}, which is not known here.`, {
        hint: `Write ${foreign[1]}.`,
    });
}
function checked(image, checkReference) {
    try {
        checkReference(image);
    }
    catch (cause) {
        const why = (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: ${why}`, {
            cause,
            hint: 'Expected registry/repo:tag[@sha256:…], oci:<layout folder>, daemon:<local image> or none.',
        });
    }
}
/**
 * Reads `oci:<folder>[:<name>]`.
 * @param folder where a relative one starts from
 * @throws InputError where it is not there
 */
function parseLayout(text, folder, input) {
    const rest = text.slice('oci:'.length);
    const end = folderEnd(rest, folder);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, rest.slice(0, end));
    const ref = end < rest.length ? rest.slice(end + 1) : undefined;
    if (rest === '' || ref === '') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(input, `${input}: "${text}" is incomplete: expected oci:<layout folder>[:<name>].`);
    }
    if (!isFolder(path)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(input, `${input}: "${text}" names the folder ${path}, which is not there.`, {
            hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
        });
    }
    return { kind: 'layout', text, folder: path, ref };
}
/** Where the folder's name ends: colons may be part of it, and of the image's name (`sha256:…`, `org/app:1.0`), so what is there decides. */
function folderEnd(text, folder) {
    const colons = [...text.matchAll(/:/g)].map(({ index }) => index).filter((index) => index > 0);
    const ends = [text.length, ...colons.toReversed()];
    return ends.find((end) => isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, text.slice(0, end)))) ?? colons[0] ?? text.length;
}
/** A path, or something that may be an image's name as well, but names an image layout here. */
function looksLikeLayout(text, folder) {
    if (/^(?:\.{0,2}\/|\.{1,2}$)/.test(text))
        return true;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, text), 'oci-layout'), { throwIfNoEntry: false }) !== undefined;
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}


/***/ }),

/***/ 18061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readArches)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39442);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82480);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68950);




const ALIASES = {
    'x86_64': 'amd64',
    'x86-64': 'amd64',
    'x64': 'amd64',
    'x86_64-linux': 'amd64',
    'linux/amd64': 'amd64',
    'aarch64': 'arm64',
    'armv8': 'arm64',
    'arm64v8': 'arm64',
    'arm64/v8': 'arm64',
    'aarch64-linux': 'arm64',
    'linux/arm64': 'arm64',
};
/** @param nodeArch `process.arch`, for the default @throws InputError */
function readArches(read, nodeArch) {
    const words = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(read, 'arches', ',');
    (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseDuplicates */ .B7)('arches', words);
    if (words.length > 0)
        return words.map(archOf);
    const own = (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .archOfNode */ .CQ)(nodeArch);
    if (own !== undefined)
        return [own];
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('arches', `arches: is missing, and this machine's own (${nodeArch}) is not one of ${_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.join(', ')}.`);
}
function archOf(word) {
    if ((0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .isArch */ .nn)(word))
        return word;
    const alias = ALIASES[word.toLowerCase()] ?? _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.find((arch) => arch === word.toLowerCase());
    const suggestion = alias === undefined ? (0,_kit_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(word, _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr) : ` Write ${alias}.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('arches', `arches: "${word}" is not one of ${_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.join(', ')}.${suggestion}`);
}


/***/ }),

/***/ 4462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNixSettings)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18486);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68950);



// Each becomes part of a line of nix.conf: a blank, a line break or a comment sign in it would begin something else.
const SUBSTITUTER = /^(?:[a-z][a-z0-9+.-]*:\/\/[^\s#]+|\/[^\s#]*|(?:daemon|auto|local)(?:\?[^\s#]*)?)$/;
// Nix manual, nix.conf, "trusted-public-keys": a name, a colon, and an Ed25519 key (32 bytes) in base 64.
const PUBLIC_KEY = /^[^\s:#]+:[A-Za-z0-9+/]{43}=$/;
// nix.conf(5): "name = value", or a file to include.
const SETTING = /^([a-z0-9][a-z0-9-]*)\s+=(?:\s|$)/;
const INCLUDE = /^!?include\s+\S/;
/**
 * Reads and checks the settings of Nix. What comes out needs no second look: its parts can be joined to a nix.conf. No
 * message shows a value, as each may hold a secret.
 * @throws InputError
 */
function readNixSettings(read) {
    return {
        substituters: readSubstituters(read),
        trustedPublicKeys: readKeys(read),
        builders: readBuilders(read),
        config: readConfig(read),
        sandbox: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choiceOf */ .FH)(read, 'sandbox', ['auto', 'true', 'false']),
    };
}
function readSubstituters(read) {
    const urls = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(read, 'substituters');
    const wrong = urls.find((url) => !SUBSTITUTER.test(url));
    if (wrong === undefined)
        return urls;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('substituters', `substituters: "${(0,_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrls */ .sK)(wrong)}" is not a URL.`, {
        hint: 'Expected addresses such as https://cache.example.org, s3://bucket or file:///folder.',
    });
}
function readKeys(read) {
    const keys = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(read, 'trusted-public-keys');
    const wrong = keys.findIndex((key) => !PUBLIC_KEY.test(key));
    if (wrong < 0)
        return keys;
    // It may be the secret one of the pair.
    const [name = ''] = (keys[wrong] ?? '').split(':');
    const shown = (keys[wrong] ?? '').includes(':') ? `"${name}:…"` : `number ${wrong + 1}`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('trusted-public-keys', `trusted-public-keys: ${shown} is not a public key.`, {
        hint: 'Expected <name>:<44 characters of base 64>, as `nix-store --generate-binary-cache-key` writes it into the public file.',
    });
}
/** A builder's own fields are separated by blanks. */
function readBuilders(read) {
    const builders = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'builders')
        .split(/[;\n]/)
        .map((builder) => builder.trim())
        .filter((builder) => builder !== '');
    const wrong = builders.find((builder) => /[#\p{Cc}]/u.test(builder.replaceAll('\t', ' ')));
    if (wrong === undefined)
        return builders;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('builders', `builders: "${(0,_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrls */ .sK)(wrong.replaceAll(/\p{Cc}/gu, ' '))}" is not a remote builder.`, {
        hint: 'Expected one a line, such as ssh://host x86_64-linux.',
    });
}
function readConfig(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'nix-config').replaceAll('\r\n', '\n');
    for (const [index, line] of text.split('\n').entries())
        checkConfigLine(line, index + 1);
    return text;
}
function checkConfigLine(line, number) {
    if (/[^\P{Cc}\t]/u.test(line))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} has a control character in it.`);
    const text = line.replace(/#.*/, '').trim();
    if (text === '' || INCLUDE.test(text))
        return;
    const name = SETTING.exec(text)?.[1];
    if (name === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} is not a line of nix.conf.`, { hint: 'Expected name = value, with blanks around the sign.' });
    }
    if (name === 'accept-flake-config') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} sets accept-flake-config, but the nixConfig of a flake is never accepted here.`, {
            hint: 'Give the binary caches as "substituters" and "trusted-public-keys".',
        });
    }
}


/***/ }),

/***/ 34380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ readPublishing),
/* harmony export */   mN: () => (/* binding */ readLogin),
/* harmony export */   r6: () => (/* binding */ readNames)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18486);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68950);



/** @param why what a namespace is wanted for, the end of a sentence @throws InputError */
function readPublishing(read, env, why = 'nothing can be published without it') {
    const push = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .choiceOf */ .FH)(read, 'push', ['false', 'layers', 'true']);
    const registry = readRegistry(read);
    const namespace = readNamespace(read, env);
    if (push !== 'false' && namespace === '') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: is missing, and ${why}.`, {
            hint: `A Feature is published as ${registry}/<namespace>/<id>. Name it: "namespace: org/features".`,
        });
    }
    return { push, registry, namespace, credentials: readCredentials(read, registry, env) };
}
/** What is published besides the release itself. @throws InputError */
function readNames(read) {
    return {
        ...((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanOf */ .SF)(read, 'moving-tags') ? {} : { movingTags: false }),
        ...((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanOf */ .SF)(read, 'collection') ? {} : { collection: false }),
    };
}
/** Whom a login is for, and the login, where something is read only. @throws InputError */
function readLogin(read, env) {
    const registry = readRegistry(read);
    return { registry, credentials: readCredentials(read, registry, env) };
}
function readRegistry(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'registry');
    if (/^(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(text))
        return text;
    const shown = text.replace(/^([a-z]+:\/\/)?[^/]*@/i, `$1${_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__/* .MASKED */ .uA}@`);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `registry: "${shown}" is not a registry's host.`, {
        hint: text.includes('/')
            ? 'Write the host alone (ghcr.io, localhost:5000); the path belongs into "namespace".'
            : 'Expected a host in lower case with an optional port: ghcr.io, localhost:5000.',
    });
}
// OCI distribution specification, "Pulling manifests": the grammar of a repository's name.
const NAMESPACE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
function readNamespace(read, env) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'namespace');
    // Names on GitHub keep their case, those in registries have none.
    if (text === '')
        return (env['GITHUB_REPOSITORY'] ?? '').toLowerCase();
    if (NAMESPACE.test(text))
        return text;
    const lower = text.toLowerCase();
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: "${text}" can't be part of a repository's name.`, {
        hint: NAMESPACE.test(lower)
            ? `Registries know lower case only: write ${lower}.`
            : 'Expected parts of lower case letters, digits and single . _ - between them, separated by slashes.',
    });
}
function readCredentials(read, registry, env) {
    const username = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'username');
    const password = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'password');
    const token = isGithubRegistry(registry, env) ? (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(read, 'github-token') : '';
    const actor = env['GITHUB_ACTOR'] ?? '';
    if (password !== '') {
        if (username === '' && actor === '')
            refuseHalf('password', 'username');
        return { username: username || actor, password };
    }
    // The registry looks at the token alone, but wants a name as well.
    if (token !== '')
        return { username: username || actor || 'x-access-token', password: token };
    return username === '' ? undefined : refuseHalf('username', 'password');
}
function refuseHalf(given, missing) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `${missing}: is missing, and ${given} is given.`, {
        hint: "Give both, or neither: then docker's own config file and credential helpers are asked.",
    });
}
/** The job's token is for the registry of the server that gave it, and must reach no other. */
function isGithubRegistry(registry, env) {
    const server = env['GITHUB_SERVER_URL'] ?? '';
    if (!URL.canParse(server))
        return false;
    const { host } = new URL(server);
    // A token of another GitHub, or of Forgejo, is nothing that ghcr.io should see.
    return registry === (host === 'github.com' ? 'ghcr.io' : `containers.${host}`);
}


/***/ }),

/***/ 68950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   B7: () => (/* binding */ refuseDuplicates),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   FH: () => (/* binding */ choiceOf),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ll: () => (/* binding */ refuseTogether),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _kit_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39442);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63268);




/** The text of an input, or its default where it is empty (an unset expression in a workflow gives an empty text). */
function textOf(read, name) {
    const given = read(name).trim();
    return given === '' ? (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .specOf */ .rI)(name).default : given;
}
/**
 * One of the values of a choice. `True` and `FALSE` are taken as well where `true` and `false` are choices, as YAML 1.2
 * has them (core schema, 10.3.2).
 * @throws InputError
 */
function choiceOf(read, name, values) {
    const text = textOf(read, name);
    const normal = /^(?:True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    const found = values.find((value) => value === normal);
    if (found !== undefined)
        return found;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${name}: "${text}" is not one of ${values.join(', ')}.${(0,_kit_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(text, values)}`);
}
/** @throws InputError */
function booleanOf(read, name) {
    const text = textOf(read, name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${name}: "${text}" is neither true nor false.`);
}
/** @returns undefined where the input is empty and has no default @throws InputError */
function countOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .specOf */ .rI)(name);
    const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (count >= min && count <= max)
        return count;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${name}: "${text}" is not a whole number from ${min} to ${max}.`);
}
/** Bytes of `1000`, `500kB`, `1.5 GiB`; undefined where the input is empty. @throws InputError */
function sizeOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const bytes = (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined)
        return bytes;
    const [, number = '', unit = ''] = /^([\d.]+)\s*([a-zA-Z]*)$/.exec(text) ?? [];
    // Some programs take M for 10⁶ bytes and some for 2²⁰.
    const letter = /^[kmgt]$/i.test(unit) ? unit.toUpperCase() : undefined;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${name}: "${text}" is not a size.`, {
        hint: letter === undefined
            ? 'Write bytes (40000000) or a number with a unit: 40MB is 40,000,000 bytes, 40MiB is 41,943,040.'
            : `Write ${number}${letter === 'K' ? 'k' : letter}B for decimal units or ${number}${letter}iB for binary ones.`,
    });
}
/** The lines that are not blank, trimmed. */
function linesOf(read, name) {
    return textOf(read, name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** What blanks or line breaks (and `separators`, such as a comma) separate. */
function wordsOf(read, name, separators = '') {
    return textOf(read, name)
        .split(new RegExp(`[\\s${separators}]+`))
        .filter((word) => word !== '');
}
/** @throws InputError naming the first value that is there twice */
function refuseDuplicates(name, values) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${name}: "${twice}" is there more than once.`);
}
/** @throws InputError saying that these inputs exclude each other */
function refuseTogether(first, others, why, hint) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(first, `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)([first, ...others])} can't be given together: ${why}`, { hint });
}


/***/ }),

/***/ 84452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X3: () => (/* binding */ givenSection),
  Br: () => (/* binding */ renderSummary),
  xd: () => (/* binding */ warningsSection)
});

// UNUSED EXPORTS: treeRootsOf

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/report/facts/facts.js
var facts_facts = __webpack_require__(49261);
;// CONCATENATED MODULE: ./lib/report/text/headline.js


/** The whole report in one line of plain text. */
function headline(report) {
    const { id, version } = report.feature;
    const arches = (0,format/* formatList */.ki)(report.platforms.map((platform) => platform.arch));
    const subject = `${id} ${version}${arches === '' ? '' : ` for ${arches}`}`;
    if (report.upToDate)
        return `${subject}: up to date, nothing to do`;
    return `${subject}: ${verdict((0,facts_facts/* totalsOf */.vA)(report))}`;
}
function verdict({ closure, delta, base, baseShare, compressed }) {
    const all = (0,format/* formatNumberOf */.Of)(closure.paths, 'store path');
    if (delta.paths === 0)
        return `the base already has everything (${all}, ${(0,format/* formatBytes */.z3)(closure.bytes)})`;
    if (base.paths === 0)
        return `${all} to ship, ${(0,format/* formatBytes */.z3)(delta.bytes)}, ${(0,format/* formatBytes */.z3)(compressed)} compressed`;
    return (`${(0,format/* formatCount */.B4)(delta.paths)} of ${all} to ship, ${(0,format/* formatBytes */.z3)(delta.bytes)} of ${(0,format/* formatBytes */.z3)(closure.bytes)} ` +
        `(the base has ${(0,format/* formatShare */.T1)(baseShare)}), ${(0,format/* formatBytes */.z3)(compressed)} compressed`);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/report/text/next-steps.js


const DOWNLOADED = 'layout';
const TO_PUBLISH = {
    job: 'Nothing was published. Set push to true to publish it as a Feature.',
    terminal: 'Nothing was published. To publish it as a Feature, say --push and --namespace, or give the layout to nix-feature publish.',
};
/** What a person does next with what was built, most likely first. */
function nextSteps(report, reader) {
    const { published } = report;
    if (published?.what === 'feature')
        return [useStep(report, published)];
    if (published?.what === 'layers') {
        return [{ text: `The layers are in ${published.repository}, without a tag. A later job assembles and publishes the Feature.` }];
    }
    if (report.upToDate)
        return [{ text: 'Change the Feature and raise its version in devcontainer-feature.json to publish it anew.' }];
    // A folder of the runner is gone when a person reads this.
    const look = reader === 'terminal' ? layoutStep(report) : [];
    return [...artifactStep(report), ...look, { text: TO_PUBLISH[reader] }];
}
function useStep({ feature }, { repository, tags }) {
    // A range moves with compatible releases; the lock file of the dev container tools pins what it came to. A patch of an
    // older line is not what the wider range names.
    const [major = '', minor = ''] = feature.version.split('.');
    const ranges = /^0\.|-/.test(feature.version) ? [] : [major, `${major}.${minor}`];
    const tag = ranges.find((range) => tags.includes(range)) ?? feature.version;
    return {
        text: 'Use it in devcontainer.json:',
        snippet: { language: 'json', text: JSON.stringify({ features: { [`${repository}:${tag}`]: {} } }, undefined, 2) },
    };
}
function artifactStep({ artifact }) {
    if (artifact === undefined)
        return [];
    return [
        {
            text: `Fetch the layout from this run's artifacts (${(0,format/* formatBytes */.z3)(artifact.size)}):`,
            snippet: { language: 'sh', text: `gh run download --name ${artifact.name} --dir ${DOWNLOADED}` },
        },
    ];
}
function layoutStep({ layout }) {
    if (layout === undefined)
        return [];
    return [
        {
            text: 'Look into the image layout:',
            snippet: { language: 'sh', text: `jq .manifests ${quoteForShell((0,external_node_path_.join)(layout, 'index.json'))}` },
        },
    ];
}
function quoteForShell(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./lib/report/text/tree.js


/**
 * The closure as a tree of what needs what, from its roots. The limit is spent from the top down, on new paths first,
 * so that a large closure is cut at its far end and not in the middle.
 */
function dependencyTree(closure, roots, limits) {
    const shown = closure.filter((entry) => limits.show === 'all' || entry.in === 'delta');
    const graph = new Map(shown.map((entry) => [entry.path, entry]));
    const starts = present(graph, [...new Set(roots)]).slice(0, limits.lines);
    const expanded = chooseExpanded(graph, starts, limits);
    const seen = new Set();
    const listed = new Set();
    const trees = starts.map((entry) => grow(entry, { graph, expanded, seen, listed, depth: limits.depth }));
    return { roots: trees, leftOut: graph.size - listed.size };
}
/**
 * How many references of which paths are listed, breadth first until the lines are used up. What the base has gets the
 * lines that new paths leave over.
 */
function chooseExpanded(graph, starts, limits) {
    const expanded = new Map();
    let left = limits.lines - starts.length;
    for (const round of ['new', 'all']) {
        const queue = starts.map((entry) => ({ entry, depth: 0 }));
        const visited = new Set(starts);
        for (const { entry, depth } of queue) {
            const children = childrenOf(graph, entry);
            if (!expanded.has(entry.path)) {
                const count = Math.min(children.length, left);
                if (count === 0 || depth >= limits.depth || (round === 'new' && entry.in === 'base'))
                    continue;
                expanded.set(entry.path, count);
                left -= count;
            }
            for (const child of children) {
                if (visited.has(child))
                    continue;
                visited.add(child);
                queue.push({ entry: child, depth: depth + 1 });
            }
        }
    }
    return expanded;
}
/** As deep as `depth`, so recursion is no danger, however long the chains of the closure are. */
function grow(entry, growth) {
    growth.listed.add(entry.path);
    const references = childrenOf(growth.graph, entry);
    if (references.length === 0)
        return { entry, children: [], more: 0, below: 'listed' };
    if (growth.seen.has(entry.path))
        return { entry, children: [], more: 0, below: 'above' };
    const count = growth.depth === 0 ? 0 : (growth.expanded.get(entry.path) ?? 0);
    if (count === 0)
        return { entry, children: [], more: references.length, below: 'left out' };
    growth.seen.add(entry.path);
    const below = { ...growth, depth: growth.depth - 1 };
    const children = references.slice(0, count).map((child) => grow(child, below));
    return { entry, children, more: references.length - count, below: 'listed' };
}
/** What a path refers to, without itself. */
function childrenOf(graph, entry) {
    return sorted(present(graph, entry.references.filter((path) => path !== entry.path)));
}
function present(graph, paths) {
    return paths.map((path) => graph.get(path)).filter((entry) => entry !== undefined);
}
/** New ones first; then by name, as a reader looks for them. */
function sorted(entries) {
    return entries
        .map((entry) => ({ entry, key: `${entry.in === 'delta' ? 0 : 1}${(0,store_path/* nameOf */.Vb)(entry.path)}${entry.path}` }))
        .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ entry }) => entry);
}
/** The tree as lines of text, drawn with rules. `label` says how a node is written. */
function treeLines(tree, label) {
    const lines = [];
    const draw = (node, own, indent) => {
        lines.push(own + label(node));
        for (const [index, child] of node.children.entries()) {
            const last = index === node.children.length - 1 && node.more === 0;
            draw(child, `${indent}${last ? '└─ ' : '├─ '}`, `${indent}${last ? '   ' : '│  '}`);
        }
        if (node.children.length > 0 && node.more > 0)
            lines.push(`${indent}└─ … ${(0,format/* formatCount */.B4)(node.more)} more`);
    };
    for (const root of tree.roots)
        draw(root, '', '');
    return lines;
}

// EXTERNAL MODULE: ./lib/report/text/changes-text.js
var changes_text = __webpack_require__(37753);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
;// CONCATENATED MODULE: ./lib/report/markdown/changes-section.js




const PAGE = { rows: 50, names: 20, chains: 50 };
/** In the summary of a build. */
const BRIEF = { rows: 15, names: 8, chains: 5 };
/** For who asked for nothing else. */
const WHOLE = { rows: Infinity, names: Infinity, chains: Infinity };
/** Which columns are sizes. */
const SIZES = [2, 3];
/** What changed since the last release, for the job summary. @param of whose changes, where there are several: ` for amd64` */
function changesSection(changes, of) {
    const title = `### ${(0,markdown/* escapeText */.X1)((0,changes_text/* changesTitle */.wv)(changes, of))}`;
    if (changes.packages.length === 0)
        return title;
    const groups = (0,changes_text/* changeGroups */.hu)(changes).map((group) => `${(0,markdown/* escapeText */.X1)(group.text)}: ${namesText(group, PAGE, markdown/* code */.aY)}.`);
    return [title, (0,markdown/* escapeText */.X1)((0,changes_text/* extentText */.WL)(changes)), changesTable(changes), ...groups, chainsFolded(changes)].filter((text) => text !== '').join('\n\n');
}
function changesTable(changes) {
    const listed = (0,changes_text/* listedChanges */.D1)(changes);
    if (listed.length === 0)
        return '';
    const rows = listed
        .slice(0, PAGE.rows)
        .map((change) => [(0,markdown/* code */.aY)(change.name), (0,markdown/* escapeText */.X1)((0,changes_text/* versionText */.KA)(change)), (0,changes_text/* freshText */.AT)(change), (0,changes_text/* growthText */.bn)(change), (0,changes_text/* placeText */.Z9)(change)]);
    const rest = listed.length - rows.length;
    if (rest > 0)
        rows.push([`${(0,format/* formatCount */.B4)(rest)} more`, '', '', '', '']);
    return (0,markdown/* table */.tp)(['Package', 'Version', 'New', 'Size', 'In'], rows, SIZES);
}
function chainsFolded(changes) {
    const chains = (0,changes_text/* chainsOf */.My)(changes);
    if (chains.length === 0)
        return '';
    return (0,markdown/* details */.zH)('What pulled the new packages in', (0,markdown/* fence */.EU)(limited(chains, PAGE.chains).join('\n'), 'text'));
}
/** The same as lines for a terminal, each set in by two blanks; the first stands for the title. */
function changesLines(changes, limits, palette) {
    if (changes.packages.length === 0)
        return [];
    const listed = listedChanges(changes);
    const rows = alignColumns(listed.slice(0, limits.rows).map((change) => {
        const fresh = freshText(change);
        const cells = [change.name, versionText(change), fresh === '' ? '' : `${fresh} new`, growthText(change)];
        return changes.what === 'base' ? cells : [...cells, placeText(change)];
    }), SIZES);
    const rest = listed.length - rows.length;
    const groups = changeGroups(changes).flatMap((group) => folded(`${group.text}: ${namesText(group, limits, String)}`));
    const chains = limited(chainsOf(changes), limits.chains);
    return [
        extentText(changes),
        ...rows,
        ...(rest > 0 ? [palette.dim(`… and ${formatCount(rest)} more`)] : []),
        ...groups,
        ...(chains.length === 0 ? [] : ['What pulled the new packages in:', ...chains.map((chain) => `  ${chain}`)]),
    ].map((line) => `  ${line}`);
}
function namesText({ names }, limits, write) {
    const first = names.slice(0, limits.names).map(write).join(', ');
    return names.length > limits.names ? `${first} and ${(0,format/* formatCount */.B4)(names.length - limits.names)} more` : first;
}
/** Characters; with what lines are set in by there are a hundred. */
const WIDTH = 96;
/** A line as several where it is too long to be read; all but the first are set in. */
function folded(text) {
    return wrapText(text, WIDTH).map((line, index) => (index === 0 ? line : `  ${line}`));
}
function limited(lines, count) {
    return lines.length > count ? [...lines.slice(0, count), `… and ${(0,format/* formatCount */.B4)(lines.length - count)} more`] : lines;
}

;// CONCATENATED MODULE: ./lib/report/markdown/licences-section.js


const ROWS = 40;
const NAMES = 12;
/** The licences of what is shipped, folded, and above that what changed in them. @param of ` for amd64` if there are several platforms */
function licencesSection({ uses, changes }, of) {
    if (uses.length === 0)
        return '';
    const known = uses.filter(({ licence }) => licence !== undefined).length;
    const rows = uses.slice(0, ROWS).map((use) => [licenceCell(use), (0,format/* formatCount */.B4)(use.packages.length), listed(use.packages)]);
    if (uses.length > ROWS)
        rows.push([`${(0,format/* formatCount */.B4)(uses.length - ROWS)} more`, '', '']);
    const folded = (0,markdown/* details */.zH)(`Licences${of} (${(0,format/* formatCount */.B4)(known)})`, (0,markdown/* table */.tp)(['Licence', 'Packages', ''], rows, [1]));
    return (0,markdown/* joinSections */.lS)([changesText(changes, of), folded]);
}
function licenceCell({ licence }) {
    return licence === undefined ? 'the flake does not say' : (0,markdown/* escapeText */.X1)(licence);
}
function changesText(changes, of) {
    if (changes === undefined)
        return '';
    const { added, removed, changed } = changes;
    const lines = [
        ...(added.length === 0 ? [] : [`- New: ${listed(added)}`]),
        ...(removed.length === 0 ? [] : [`- No longer there: ${listed(removed)}`]),
        ...changed.slice(0, NAMES).map(({ name, before, after }) => `- ${(0,markdown/* code */.aY)(name)}: ${textOf(before)} → ${textOf(after)}`),
        ...(changed.length > NAMES ? [`- ${(0,format/* formatCount */.B4)(changed.length - NAMES)} more packages have other licences`] : []),
    ];
    return lines.length === 0 ? '' : `### Changes in licences${of}\n\n${lines.join('\n')}`;
}
function textOf(licences) {
    return licences.length === 0 ? 'not said' : listed(licences);
}
function listed(names) {
    const shown = names.slice(0, NAMES).map(markdown/* code */.aY).join(', ');
    return names.length > NAMES ? `${shown} and ${(0,format/* formatCount */.B4)(names.length - NAMES)} more` : shown;
}

// EXTERNAL MODULE: ./lib/report/text/leaks-text.js
var leaks_text = __webpack_require__(80950);
;// CONCATENATED MODULE: ./lib/report/markdown/leaks-section.js




/** The section of the job summary; nothing where there is nothing to tell. */
function leaksSection(leaks) {
    if (leaks === undefined || (leaks.found.length === 0 && leaks.allowed.length === 0))
        return '';
    return (0,markdown/* joinSections */.lS)([
        `### Leaks`,
        leaks.found.length === 0 ? '' : (0,markdown/* table */.tp)(['Rule', 'Store path', 'File', 'Offset', 'Begins', 'Shipped because of'], rows(leaks.found), [3]),
        (0,leaks_text/* allowedText */.En)(leaks) === '' ? '' : (0,markdown/* escapeText */.X1)((0,leaks_text/* allowedText */.En)(leaks)),
        (0,markdown/* escapeText */.X1)((0,leaks_text/* scannedText */.At)(leaks)),
    ]);
}
function rows(found) {
    const shown = found.slice(0, leaks_text/* MOST_LEAKS */.Pj).map((each) => [
        `${(0,markdown/* code */.aY)(each.rule)} (${each.severity})`,
        each.storePath === undefined ? "the Feature's own files" : (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(each.storePath)),
        (0,markdown/* code */.aY)([each.file === '' ? '.' : each.file, ...each.inside].join(' › ')) + (each.inName ? ' (its name or target)' : ''),
        (0,format/* formatCount */.B4)(each.offset),
        each.shown === '' ? '' : (0,markdown/* code */.aY)(each.shown),
        each.via.length > 1 ? (0,markdown/* code */.aY)(each.via.map(store_path/* nameOf */.Vb).join(' → ')) : '',
    ]);
    return found.length > leaks_text/* MOST_LEAKS */.Pj ? [...shown, [`${(0,format/* formatCount */.B4)(found.length - leaks_text/* MOST_LEAKS */.Pj)} more`, '', '', '', '', '']] : shown;
}

;// CONCATENATED MODULE: ./lib/report/markdown/tests-section.js


/** What the tests in the bases showed, for the job summary; nothing where there were none. */
function testsSection({ tests = [] }) {
    if (tests.length === 0)
        return '';
    const rows = tests.map((test) => [test.arch, (0,markdown/* code */.aY)(test.base), (0,markdown/* escapeText */.X1)(test.user || '–'), (0,markdown/* escapeText */.X1)(resultOfTest(test)), (0,format/* formatDuration */.a3)(test.duration)]);
    const checks = tests.flatMap((test) => test.checks.map((check) => [test.arch, (0,markdown/* code */.aY)(test.base), (0,markdown/* escapeText */.X1)(check.title), (0,markdown/* escapeText */.X1)(resultOfCheck(check))]));
    const list = checks.length === 0 ? '' : `\n\n${(0,markdown/* details */.zH)('All checks', (0,markdown/* table */.tp)(['Platform', 'Base', 'Check', 'Result'], checks))}`;
    return `### Tested in its base\n\n${(0,markdown/* table */.tp)(['Platform', 'Base', 'User', 'Result', 'Time'], rows)}${list}`;
}
/** The same for a terminal. */
function terminalTestsSection({ tests = [] }, palette) {
    if (tests.length === 0)
        return '';
    const lines = tests.map((test) => `  ${test.arch} in ${test.base}${test.user === '' ? '' : ` as ${test.user}`}: ${resultOfTest(test)}`);
    return [palette.bold('Tested in its base'), ...lines].join('\n');
}
/** All that `nix-feature test` has to say. */
function renderTestReport({ feature, tests = [] }, palette) {
    const blocks = tests.map((test) => [
        palette.bold(`${feature.id} ${feature.version} for ${test.arch} in ${test.base}: ${resultOfTest(test)}`),
        ...test.checks.map((check) => `  ${check.title}: ${resultOfCheck(check)}`),
    ]);
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
function resultOfTest({ checks, skipped }) {
    // Why is a warning already, and may be long.
    if (skipped !== undefined)
        return 'not tested (the warnings say why)';
    const count = (outcome) => checks.filter((check) => check.outcome === outcome).length;
    const left = count('skipped');
    return `${(0,format/* formatNumberOf */.Of)(count('passed'), 'check')} passed${count('failed') > 0 ? `, ${count('failed')} failed` : ''}${left > 0 ? `, ${left} not possible there` : ''}`;
}
function resultOfCheck({ outcome, detail }) {
    return detail === undefined ? outcome : `${outcome}: ${detail}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/summary.js












const LARGEST = 10;
const MAX_WARNINGS = 20;
const MAX_FILES = 100;
const TREE_LIMITS = { lines: 400, depth: 24, show: 'all' };
/** The job summary, in GitHub's Markdown. Its first line says it all. */
function renderSummary(report) {
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)(headline(report))}`,
        publishedSection(report),
        platformTable(report.platforms),
        warningsSection(report),
        leaksSection(report.leaks),
        testsSection(report),
        ...report.platforms.map(({ arch, changes }) => (changes === undefined ? '' : changesSection(changes, report.platforms.length > 1 ? ` for ${arch}` : ''))),
        ...report.platforms.map(({ arch, licences }) => (licences === undefined ? '' : licencesSection(licences, report.platforms.length > 1 ? ` for ${arch}` : ''))),
        ...report.platforms.map((platform) => largestSection(platform, report.platforms.length > 1)),
        nextSection(report),
        ...report.platforms.map((platform) => treeSection(platform, report.platforms.length > 1)),
        ...report.platforms.map((platform) => layersSection(platform, report.platforms.length > 1)),
        shipsSection(report),
        givenSection(report.given),
    ]);
}
/** The inputs that the user gave, folded; nothing where there are none. */
function givenSection(given) {
    if (given.length === 0)
        return '';
    return (0,markdown/* details */.zH)(`Inputs (${given.length})`, (0,markdown/* table */.tp)(['Input', 'Value'], given.map(([name, value]) => [(0,markdown/* code */.aY)(name), value.split('\n').map(markdown/* code */.aY).join('<br>')])));
}
/** What of the Feature's folder everybody gets to see who installs it. */
function shipsSection({ ships = [] }) {
    if (ships.length === 0)
        return '';
    const rows = ships.slice(0, MAX_FILES).map(({ name, size }) => [(0,markdown/* code */.aY)(name), (0,format/* formatBytes */.z3)(size)]);
    if (ships.length > MAX_FILES)
        rows.push([`${(0,format/* formatCount */.B4)(ships.length - MAX_FILES)} more`, '']);
    return (0,markdown/* details */.zH)(`${(0,format/* formatNumberOf */.Of)(ships.length, 'file')} of the folder`, (0,markdown/* table */.tp)(['File', 'Size'], rows, [1]));
}
/** Where it can be had, and by which names. */
function publishedSection(report) {
    const { published, digest, upToDate } = report;
    if (published?.what !== 'feature')
        return '';
    const verb = upToDate ? 'Published before, with the same content' : 'Published';
    const names = published.tags.map((tag) => (0,markdown/* code */.aY)(tag)).join(', ');
    return `${verb} as ${(0,markdown/* code */.aY)(`${published.repository}${digest === undefined ? '' : `@${digest}`}`)}. Tags: ${names}.${upToDate ? '' : ` ${(0,format/* formatBytes */.z3)((0,facts_facts/* uploadedBytesOf */.d2)(report))} were sent in all.`}`;
}
/** A column per platform. */
function platformTable(platforms) {
    if (platforms.length === 0)
        return '';
    const columns = platforms.map(platformFacts);
    const labels = [...new Set(columns.flatMap((facts) => [...facts.keys()]))];
    return (0,markdown/* table */.tp)(['', ...platforms.map((platform) => platform.arch)], labels.map((label) => [`**${label}**`, ...columns.map((facts) => facts.get(label) ?? '')]));
}
function platformFacts({ document, digest, reusedLayers, uploadedBytes, stages }) {
    const { closure, base, delta, baseShare, layers, compressed, complement } = (0,facts_facts/* figuresOf */.h5)(document);
    const facts = new Map([
        ['Base', document.bases.map(baseCell).join('<br>') || 'none'],
        ['Closure', summary_extentText(closure)],
        ['In the base', base.paths === 0 ? 'nothing' : `${summary_extentText(base)} (${(0,format/* formatShare */.T1)(baseShare)})`],
        ['Delta', delta.paths === 0 ? 'nothing' : summary_extentText(delta)],
        ['Compressed', layers === 0 ? 'nothing' : `${(0,format/* formatBytes */.z3)(compressed)} in ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`],
    ]);
    if (reusedLayers > 0)
        facts.set('Reused', `${(0,format/* formatCount */.B4)(reusedLayers)} of ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`);
    if (complement.layers > 0)
        facts.set('Complement', complementText(complement));
    if (uploadedBytes > 0)
        facts.set('Uploaded', (0,format/* formatBytes */.z3)(uploadedBytes));
    facts.set('Output', (0,markdown/* code */.aY)(document.storePath));
    if (digest !== undefined)
        facts.set('Manifest', (0,markdown/* code */.aY)(digest));
    if (stages.length > 0) {
        facts.set('Time', stages.map(({ title, duration }) => `${(0,markdown/* escapeText */.X1)(title)} ${(0,format/* formatDuration */.a3)(duration)}`).join(', '));
    }
    return facts;
}
function summary_extentText({ paths, bytes }) {
    return `${(0,format/* formatNumberOf */.Of)(paths, 'path')}, ${(0,format/* formatBytes */.z3)(bytes)}`;
}
function complementText(complement) {
    const { layers, compressed } = complement;
    return `${summary_extentText(complement)}; ${(0,format/* formatBytes */.z3)(compressed)} in ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}, used only where the base lacks paths`;
}
function baseCell({ name, digest, storePaths }) {
    const pinned = digest === undefined || name.includes(digest) ? name : `${name}@${digest.slice(0, 19)}`;
    return `${(0,markdown/* code */.aY)(pinned)} (${(0,format/* formatNumberOf */.Of)(storePaths, 'store path')})`;
}
function warningsSection({ warnings }) {
    if (warnings.length === 0)
        return '';
    const lines = warnings.slice(0, MAX_WARNINGS).map(({ message, location }) => {
        const place = location === undefined ? '' : ` (${(0,markdown/* code */.aY)([location.file, location.line].filter(Boolean).join(':'))})`;
        return `- ${(0,markdown/* escapeText */.X1)(message)}${place}`;
    });
    if (warnings.length > MAX_WARNINGS)
        lines.push(`- … and ${(0,format/* formatCount */.B4)(warnings.length - MAX_WARNINGS)} more`);
    return `### Warnings\n\n${lines.join('\n')}`;
}
function largestSection({ arch, document }, several) {
    const largest = (0,facts_facts/* largestNewPaths */.FO)(document, LARGEST);
    if (largest.length === 0)
        return '';
    const { delta } = (0,facts_facts/* figuresOf */.h5)(document);
    const rest = delta.paths - largest.length;
    const rows = largest.map(({ path, narSize }) => [
        (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(path)),
        (0,format/* formatBytes */.z3)(narSize),
        (0,format/* formatShare */.T1)(delta.bytes === 0 ? 0 : narSize / delta.bytes),
    ]);
    if (rest > 0) {
        const bytes = delta.bytes - largest.reduce((sum, { narSize }) => sum + narSize, 0);
        rows.push([`${(0,format/* formatCount */.B4)(rest)} more`, (0,format/* formatBytes */.z3)(bytes), (0,format/* formatShare */.T1)(bytes / delta.bytes)]);
    }
    return `### Largest new paths${several ? ` for ${arch}` : ''}\n\n${(0,markdown/* table */.tp)(['Path', 'Size', 'Of the delta'], rows, [1, 2])}`;
}
function nextSection(report) {
    const steps = nextSteps(report, 'job').map(({ text, snippet }) => snippet === undefined ? (0,markdown/* prose */.CS)(text) : `${(0,markdown/* prose */.CS)(text)}\n\n${(0,markdown/* fence */.EU)(snippet.text, snippet.language)}`);
    return `### What to do next\n\n${steps.join('\n\n')}`;
}
function treeSection({ arch, document }, several) {
    const tree = dependencyTree(document.closure, treeRootsOf(document), TREE_LIMITS);
    if (tree.roots.length === 0)
        return '';
    const lines = [...treeLines(tree, treeLabel)];
    if (tree.leftOut > 0)
        lines.push('', `${(0,format/* formatNumberOf */.Of)(tree.leftOut, 'path')} further down left out.`);
    const title = `Dependency tree${several ? ` for ${arch}` : ''}: + is new, = is in the base`;
    return (0,markdown/* details */.zH)(title, (0,markdown/* fence */.EU)(lines.join('\n'), 'text'));
}
function treeLabel({ entry, below, more }) {
    const mark = entry.in === 'delta' ? '+' : '=';
    const rest = below === 'above' ? '  (see above)' : below === 'left out' ? `  (${(0,format/* formatCount */.B4)(more)} below)` : '';
    return `${mark} ${(0,store_path/* nameOf */.Vb)(entry.path)}  ${(0,format/* formatBytes */.z3)(entry.narSize)}${rest}`;
}
/** What the tree begins with: the output that PATH points into, then the others. */
function treeRootsOf(document) {
    return [document.storePath, ...Object.values(document.outputs)];
}
function layersSection({ arch, document }, several) {
    if (document.layers.length === 0)
        return '';
    const rows = document.layers.map((layer) => [
        (0,markdown/* code */.aY)((0,digest/* hexOf */.ZD)(layer.digest).slice(0, 12)),
        (0,format/* formatBytes */.z3)(layer.size),
        (0,markdown/* code */.aY)(layer.mediaType.replace(/^.*\./, '')),
        layer.paths.length === 1 ? layer.paths.map((path) => (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(path))).join('') : (0,format/* formatNumberOf */.Of)(layer.paths.length, 'path'),
    ]);
    return (0,markdown/* details */.zH)(`${(0,format/* formatNumberOf */.Of)(rows.length, 'layer')}${several ? ` for ${arch}` : ''}`, (0,markdown/* table */.tp)(['Digest', 'Size', 'Type', 'Holds'], rows));
}


/***/ }),

/***/ 37753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ freshText),
/* harmony export */   D1: () => (/* binding */ listedChanges),
/* harmony export */   KA: () => (/* binding */ versionText),
/* harmony export */   My: () => (/* binding */ chainsOf),
/* harmony export */   WL: () => (/* binding */ extentText),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   bn: () => (/* binding */ growthText),
/* harmony export */   hu: () => (/* binding */ changeGroups),
/* harmony export */   wv: () => (/* binding */ changesTitle),
/* harmony export */   xb: () => (/* binding */ countKinds)
/* harmony export */ });
/* unused harmony export changesHeadline */
/* harmony import */ var _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71623);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);



/** How what changed is said, on a page and in a terminal alike; plain text. */
/** `3 upgraded, 1 added, 1 removed, +1.2 MB` */
function changesHeadline({ packages, before, after }) {
    if (packages.length === 0)
        return 'nothing changed';
    const counts = countKinds(packages);
    const parts = [...counts].filter(([, count]) => count > 0).map(([kind, count]) => `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count)} ${kind}`);
    const size = before.bytes === undefined || after.bytes === undefined ? [] : [(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(after.bytes - before.bytes)];
    return [...parts, ...size].join(', ');
}
/**
 * The heading of what changed since the last release. Files of the Feature may have changed where no store path has.
 * @param of whose changes, where there are several: ` for amd64`
 */
function changesTitle(changes, of = '') {
    if (changes.packages.length === 0)
        return `No store path changed since ${changes.since}${of}`;
    return `Changed since ${changes.since}${of}: ${changesHeadline(changes)}`;
}
/** How many packages of each kind there are. */
function countKinds(packages) {
    const counts = new Map(_delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_KINDS */ .tO.map((kind) => [kind, 0]));
    for (const { kind } of packages)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
}
/** How large both sides are; of a Feature, what is shipped too. */
function extentText({ what, before, after, packages }) {
    const whole = fromTo(before, after);
    if (what === 'base')
        return `The store: ${whole}.`;
    const fresh = sum(packages.map((change) => change.fresh.shipped.bytes ?? 0));
    const shipped = `Shipped: ${fromTo(before.shipped, after.shipped)}, ${fresh === 0 ? 'nothing' : (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(fresh)} of it new`;
    return `${shipped}. The closure: ${whole}.`;
}
function fromTo(before, after) {
    const text = ({ paths, bytes }) => `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(paths, 'path')}${bytes === undefined ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(bytes)}`}`;
    return `${text(before)} → ${text(after)}`;
}
/** What has a line of its own: packages that came, went or have another version. */
function listedChanges({ packages }) {
    return packages.filter(({ kind }) => kind !== 'rebuilt' && kind !== 'moved');
}
/** `1.7 → 1.7.1`, `added: 14.1` */
function versionText({ kind, before, after }) {
    if (before === undefined || after === undefined) {
        const versions = versionsOf(before ?? after);
        return versions === '' ? kind : `${kind}: ${versions}`;
    }
    return `${versionsOf(before) || NONE} → ${versionsOf(after) || NONE}${kind === 'downgraded' ? ' (downgraded)' : ''}`;
}
const NONE = 'no version';
const MAX_VERSIONS = 4;
/** The newest are said; empty where there is none at all. */
function versionsOf(side) {
    const versions = side?.versions ?? [];
    const last = versions.slice(-MAX_VERSIONS).map((version) => (version === '' && versions.length > 1 ? NONE : version));
    return [...(versions.length > MAX_VERSIONS ? ['…'] : []), ...last].join(', ');
}
/** Bytes of paths that were not there before. */
function freshText({ fresh }) {
    if (fresh.paths === 0)
        return '';
    return fresh.bytes === undefined ? (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(fresh.paths, 'path') : (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(fresh.bytes);
}
/** By how much the package grew or shrank; empty where that is not known. */
function growthText({ before, after }) {
    const [from, to] = [before === undefined ? 0 : before.bytes, after === undefined ? 0 : after.bytes];
    return from === undefined || to === undefined ? '' : (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(to - from);
}
/** Where a Feature has it: `delta`, `base → delta`. */
function placeText({ before, after }) {
    const places = [before, after].filter((side) => side !== undefined).map(placeOf);
    return [...new Set(places)].join(' → ');
}
function placeOf({ paths, shipped }) {
    if (shipped.paths === 0)
        return 'base';
    return shipped.paths === paths ? 'delta' : 'both';
}
/** What was built again, and what went from the delta into the base or back. */
function changeGroups({ what, packages }) {
    const rebuilt = packages.filter(({ kind }) => kind === 'rebuilt');
    const both = packages.flatMap(({ name, before, after }) => (before === undefined || after === undefined ? [] : [{ name, before, after }]));
    const left = both.filter(({ before, after }) => placeOf(after) === 'base' && placeOf(before) !== 'base');
    const came = both.filter(({ before, after }) => placeOf(before) === 'base' && placeOf(after) !== 'base');
    const groups = [
        { text: `Rebuilt with the same version${newBytes(rebuilt)}`, names: rebuilt.map(({ name }) => name) },
        ...(what === 'base'
            ? []
            : [
                { text: `Taken from the base now, shipped before${bytesText(left.map(({ before }) => before.shipped.bytes))}`, names: left.map(({ name }) => name) },
                { text: `Shipped now, taken from the base before${bytesText(came.map(({ after }) => after.shipped.bytes))}`, names: came.map(({ name }) => name) },
            ]),
    ];
    return groups.filter(({ names }) => names.length > 0);
}
function newBytes(packages) {
    return bytesText(packages.map(({ fresh }) => fresh.bytes), ' new');
}
function bytesText(bytes, suffix = '') {
    const known = bytes.filter((each) => each !== undefined);
    return known.length < bytes.length ? '' : ` (${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(sum(known))}${suffix})`;
}
/** What pulled the new paths of each listed package in, as names; those that nothing pulled in are left out. */
function chainsOf(changes) {
    return listedChanges(changes)
        .filter(({ why }) => why.length > 1)
        .map(({ why }) => shortened(why.map(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)).join(' → '));
}
/** The ends of a long chain say most. */
function shortened(names) {
    return names.length <= 8 ? names : [...names.slice(0, 3), `… ${names.length - 6} more …`, ...names.slice(-3)];
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}


/***/ }),

/***/ 75834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ POLICY_RULES)
/* harmony export */ });
/** The rules that a policy may have, as its exceptions name them. */
const POLICY_RULES = ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs'];


/***/ })

};
