export const id = 3844;
export const ids = [3844];
export const modules = {

/***/ 9935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ CACHE_ONLY),
/* harmony export */   xJ: () => (/* binding */ CACHE_INPUTS)
/* harmony export */ });
/* unused harmony export SERVE_INPUTS */
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9970);
/* harmony import */ var _rows_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66544);



/** What the cache action and `serve` have besides the inputs that they share with others. */
const CACHE_ONLY = [
    {
        name: 'pack',
        group: 'Nix',
        kind: 'boolean',
        default: 'true',
        githubOnly: true,
        description: 'Keep what the job builds in the Actions cache, as one entry, for the next job with the same lock files (docs/use/cache.md).',
    },
    {
        name: 'budget',
        group: 'Nix',
        kind: 'size',
        default: '1GB',
        githubOnly: true,
        description: 'The maximum unpacked size of the pack. If it is larger, the paths that no job has used for the longest time are left out.',
    },
    {
        name: 'push-to',
        group: 'Nix',
        kind: 'text',
        default: '',
        otherwise: 'nothing is uploaded',
        placeholder: 'url',
        githubOnly: true,
        description: 'A binary cache to upload to when the job ends, with what the job built and the cache lacks: `https://…`, `s3://…`, `ssh://…`, `file:///…`. The steps after this one also read from it.',
    },
    {
        name: 'secret-key',
        group: 'Nix',
        kind: 'secret',
        default: '',
        otherwise: 'what is uploaded is not signed',
        githubOnly: true,
        description: 'The key that signs what is uploaded, from a secret, as `nix-store --generate-binary-cache-key` writes it. No program gets it as an argument or in its environment.',
    },
    {
        name: 'public-key',
        group: 'Nix',
        kind: 'text',
        default: '',
        otherwise: 'that of `secret-key`',
        placeholder: 'name:key',
        githubOnly: true,
        description: 'The public key that Nix checks the signatures of paths from `push-to` with.',
    },
    {
        name: 'priority',
        group: 'Nix',
        kind: 'count',
        default: '10',
        min: 1,
        max: 1000,
        description: 'The priority of this cache: Nix asks the cache with the lowest number first, and cache.nixos.org has 40.',
    },
    {
        name: 'port',
        group: 'Nix',
        kind: 'count',
        default: '',
        otherwise: 'a free one',
        min: 1,
        max: 65_535,
        description: 'The port on 127.0.0.1 that the server listens on.',
    },
];
const READING = ['registry', 'namespace', 'username', 'password', 'github-token'];
/** Every input of cache/action.yml, in its order. */
const CACHE_INPUTS = [
    {
        ...(0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_ONLY */ .b, 'features'),
        group: 'What to serve',
        otherwise: 'the Features of `namespace`, if it has a collection',
        placeholder: 'reference',
        description: 'Published Features (`registry/namespace/id[:version]`) and namespaces (`registry/namespace`) whose store paths are served, one per line, or `none`.',
    },
    ...CACHE_ONLY.filter(({ name }) => name !== 'port'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('substituters'), description: 'Additional binary caches that the steps after this one use, separated by spaces or newlines.' },
    (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('trusted-public-keys'),
    ...READING.map((name) => (name === 'registry' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' } : name === 'namespace' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: 'The namespace whose Features are served if `features` is empty.' } : (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name))),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), description: 'Write a summary of the cache when the job ends.' },
];
/** Every flag of `nix-feature serve`, in its order; its words are the first. */
const SERVE_INPUTS = [
    {
        ...(0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_ONLY */ .b, 'features'),
        group: 'What to serve',
        otherwise: 'none',
        placeholder: 'reference',
        description: 'Published Features (`registry/namespace/id[:version]`) and namespaces with a collection (`registry/namespace`), one per line.',
    },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'), otherwise: 'both', description: 'Which platforms, separated by commas: `amd64`, `arm64`. Store paths of other platforms are not served.' },
    (0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(CACHE_ONLY, 'port'),
    (0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(CACHE_ONLY, 'priority'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('registry'), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' },
    (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('username'),
    (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('password'),
];


/***/ }),

/***/ 75060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ IMAGE_INPUTS),
/* harmony export */   d: () => (/* binding */ IMAGE_ONLY)
/* harmony export */ });
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9970);
/* harmony import */ var _rows_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66544);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35176);




/** What the image action has besides the inputs that it shares with other actions. */
const IMAGE_ONLY = [
    {
        name: 'devcontainer',
        group: 'What to build',
        kind: 'text',
        default: '',
        otherwise: 'none',
        placeholder: 'file',
        description: 'A devcontainer.json. Its `image` is the base unless `base` names one, its `features` come along, and its other properties go into the metadata of the image, such as `remoteUser` and `postCreateCommand`.',
    },
    {
        name: 'tag',
        group: 'Publishing',
        kind: 'lines',
        default: '',
        otherwise: 'the image is pushed nowhere',
        placeholder: 'reference',
        description: 'What the image is called, or several names, one per line: `ghcr.io/org/dev:1`. Each has a tag, which is moved to the image. It is `latest` if none is written.',
    },
];
const LOGIN = ['registry', 'username', 'password', 'github-token'];
const [DEVCONTAINER, TAG] = IMAGE_ONLY;
/** Every input of image/action.yml, in its order. */
const IMAGE_INPUTS = [
    {
        ...(0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .findRow */ .uv)(_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .VERIFY_ONLY */ .r, 'base'),
        group: 'What to build',
        kind: 'text',
        otherwise: 'the `image` of `devcontainer`',
        description: 'The base image: `registry/repo:tag`, or `oci:<layout folder>`. The Features must have been built for it.',
    },
    {
        ...(0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .findRow */ .uv)(_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_ONLY */ .b, 'features'),
        group: 'What to build',
        kind: 'lines',
        default: '',
        otherwise: 'those of `devcontainer`',
        placeholder: 'reference',
        description: 'Published Features, one per line: `registry/namespace/id[:version][@digest]`. They come in addition to those of `devcontainer`.',
    },
    DEVCONTAINER,
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'), otherwise: 'all platforms that the Features have in common', description: 'Which platforms the image is for, separated by commas: `amd64`, `arm64`.' },
    TAG,
    ...LOGIN.map((name) => (name === 'registry' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: 'The registry that `username` and `password` are for.' } : (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name))),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('output'), otherwise: 'no layout is written', description: 'A folder to write the image to as an OCI layout, with all of its layers. A layout that is there is replaced.' },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), description: 'Write the table of Features and platforms.' },
];


/***/ }),

/***/ 63268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ specOf)
/* harmony export */ });
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9935);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75060);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6018);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9970);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58298);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25152);
/* harmony import */ var _rows_spec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66544);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16597);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35176);
/* harmony import */ var _wsl_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7167);










/**
 * All inputs of all actions, and the flags that only a terminal has. Reading them, the flags, `--help`, each action.yml and
 * docs/reference/inputs.md come from these tables. Names are a contract: add, never rename.
 */
const ALL = [..._main_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .m, ..._publish_js__WEBPACK_IMPORTED_MODULE_4__/* .PUBLISH_ONLY */ .N, ..._plan_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_ONLY */ .b, ..._verify_js__WEBPACK_IMPORTED_MODULE_7__/* .VERIFY_ONLY */ .r, ..._cache_js__WEBPACK_IMPORTED_MODULE_0__/* .CACHE_ONLY */ .QL, ..._run_js__WEBPACK_IMPORTED_MODULE_5__/* .RUN_ONLY */ .v9, ..._wsl_js__WEBPACK_IMPORTED_MODULE_8__/* .WSL_ONLY */ .u, ..._image_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_ONLY */ .d, ..._terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .TERMINAL_ONLY */ .e];
/** Returns the row of any input. */
function specOf(name) {
    return (0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_9__/* .findRow */ .uv)(ALL, name);
}


/***/ }),

/***/ 6018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS),
  M: () => (/* binding */ mainRow)
});

;// CONCATENATED MODULE: ./lib/actions/inputs/rows/feature.js
/** What is built, where, and how it is packed. */
const FEATURE_ROWS = [
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
        description: "Any flake reference with an optional `#attribute`: `./other#tools`, `#tools` (in the feature's folder), `github:org/repo/<revision>#tools`, `git+file:///checkout?ref=main`. A local folder is used as `path:`, without git, and Nix sees only that folder. If the flake refers to files outside of it, name the repository: `git+file:.?dir=features/tools`.",
    },
    {
        name: 'packages',
        group: 'What to build',
        fills: 'flake',
        kind: 'lines',
        default: '',
        placeholder: 'attribute',
        description: 'Attribute names of nixpkgs (`jq`, `python3Packages.black`), separated by spaces, commas or newlines. If the folder has no flake, one is generated from them.',
    },
    {
        name: 'nixpkgs',
        group: 'What to build',
        fills: 'nixpkgs',
        kind: 'text',
        default: '',
        otherwise: "the flake's own; for `packages` the Feature's flake.lock, else the base image's",
        placeholder: 'revision',
        description: 'The nixpkgs to build with, as a revision (40 digits) or a flake reference. It replaces the flake\'s input `nixpkgs` (docs/make/nixpkgs.md).',
    },
    {
        name: 'follow-base',
        group: 'What to build',
        fills: 'followBase',
        kind: 'boolean',
        default: 'false',
        description: 'Build with the nixpkgs of the (first) base image, instead of the flake\'s own input `nixpkgs`. The image names it in its label `dev.nix-feature.nixpkgs` or in `/etc/nix/registry.json`.',
    },
    {
        name: 'dev-shell',
        group: 'What to build',
        fills: 'flake',
        kind: 'text',
        default: '',
        otherwise: 'a package of the flake',
        placeholder: 'name',
        description: 'A development shell of the flake, such as `default`, instead of a package: its PATH and variables (docs/make/dev-shell.md). A folder without a `flake.nix` may have a `devenv.nix` or an `.envrc` instead.',
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
        description: `Files and folders, relative to the Feature's folder, that ship even if git ignores them or their names suggest a secret (docs/make/creating-a-feature.md, "What ships").`,
    },
    {
        name: 'base-image',
        group: 'What to build',
        fills: 'bases',
        kind: 'lines',
        default: '',
        placeholder: 'image',
        description: 'The image that the Feature is installed into, or several, one per line (the delta then works with each of them): `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`, `./base-image.Dockerfile` (a file with one `FROM <image>`, which bots keep up to date), or `none` to pack everything. Required.',
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
        description: "`container`: Nix runs in a container of the (first) base image. `host`: Nix runs on the machine itself, and the base is read from its registry without being pulled. Both give the same bytes.",
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
        description: '`layers`: install.sh downloads the layers of its platform. `embed`: the layers are inside the Feature (for private registries, or without a network). `auto`: `embed` if the layers of all platforms together have at most 4 MiB, otherwise `layers`.',
    },
    {
        name: 'complement',
        group: 'How to pack it',
        fills: 'complement',
        kind: 'boolean',
        default: 'false',
        description: 'Also ship the paths of the closure that the base has, in separate layers that are used only if paths are missing. The Feature then also installs on plain Debian and Ubuntu.',
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
];

;// CONCATENATED MODULE: ./lib/actions/inputs/rows/nix.js
/** Which Nix builds, and what it fetches from where. */
const NIX_ROWS = [
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
];

;// CONCATENATED MODULE: ./lib/actions/inputs/rows/publishing.js
/** Where the result is published, with what beside it, and by whom. */
const PUBLISHING_ROWS = [
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
        description: 'Additional events that may publish, separated by spaces, commas or newlines. `push`, `release`, `schedule`, `workflow_dispatch` and `repository_dispatch` always may. For any other event the Feature is built, and a notice says that it was not published. Changes from forks and in merge queues are never published.',
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
        description: 'Ids of other Features in the namespace, separated by spaces, commas or newlines. Layers that their latest releases contain are mounted from there, instead of being packed and uploaded. The `plan` action says which ids are worth naming.',
    },
    {
        name: 'moving-tags',
        group: 'Publishing',
        fills: 'movingTags',
        kind: 'boolean',
        default: 'true',
        description: "Also write the tags that move from release to release: `1.2`, `1`, `latest` and `latest-<arch>`. Use `false` if the registry does not let tags move: a release then has only the tags of its version and of its platforms.",
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
        description: 'A list of everything that ships, with versions, hashes and licences (docs/verify/sbom.md): CycloneDX 1.6, SPDX 2.3, `both` or `none`. It is written into the layout and attached to the published Feature.',
    },
    {
        name: 'sign',
        group: 'Publishing',
        fills: 'provenance',
        kind: 'choice',
        default: 'none',
        values: ['none', 'key', 'keyless'],
        description: "How the provenance of the published Feature is signed (docs/verify/provenance.md); the signature is attached to the Feature. `key`: with `sign-key`. `keyless`: with the job's identity, by sigstore; on GitHub this needs `id-token: write`. `none`: not here, for example because `actions/attest` signs, as in the reusable workflows.",
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
];

;// CONCATENATED MODULE: ./lib/actions/inputs/rows/results.js
/** What the run leaves: files, artifact, summary, comment. */
const RESULTS_ROWS = [
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
        description: 'Upload the layout as the artifact `feature-<id>-<arch>` (in a second attempt of the run `feature-<id>-<arch>-attempt-2`), without the layers that were pushed. With `auto`, artifacts of pull requests and merge queues contain no layers, because nobody publishes them.',
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
        description: 'Write what changed since the last release into one comment of the pull request, which all jobs share and keep up to date. Needs `pull-requests: write`; without it, and in pull requests of forks, the output `comment-body` has the text.',
    },
];

;// CONCATENATED MODULE: ./lib/actions/inputs/rows/testing.js
/** What a build is tested for, and what it must not exceed or hold. */
const TESTING_ROWS = [
    {
        name: 'test',
        group: 'Testing and limits',
        fills: 'test',
        kind: 'choice',
        default: 'auto',
        values: ['auto', 'true', 'false'],
        description: 'Install the Feature into a fresh container of the base with the shipped installer, and run `test.sh`. Without a container engine `auto` warns and `true` fails; `false` does not test.',
    },
    {
        name: 'test-dev',
        group: 'Testing and limits',
        fills: 'testDev',
        kind: 'text',
        default: '',
        otherwise: 'development mode is not tested',
        placeholder: 'image',
        description: 'A plain image, such as debian:12, for a second test: the Feature is installed there in development mode (`install-dev.sh`, or the complement), and `test.sh` runs. Written like `base-image`.',
    },
    {
        name: 'remote-user',
        group: 'Testing and limits',
        fills: 'remoteUser',
        kind: 'text',
        default: '',
        otherwise: 'the one that the base image names',
        placeholder: 'user',
        description: 'The user of the base image that `test.sh` runs as, like `remoteUser` in devcontainer.json.',
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
        description: 'What is checked in a build (docs/verify/reproducible.md). `locked`: a flake whose inputs are not pinned needs a flake.lock. `check`: the same; also, everything that this run built is built and packed a second time, and a difference is an error. `off`: nothing.',
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
        description: 'A YAML file that says what may be published (docs/verify/policy.md): licences, forbidden packages, sizes, the age of nixpkgs, exceptions with a reason and an end date. A breach is an error before anything is published.',
    },
    {
        name: 'leaks',
        group: 'Testing and limits',
        fills: 'leaks',
        kind: 'choice',
        default: 'warn',
        values: ['warn', 'fail', 'off'],
        description: 'What to do about secrets and private names in packed files (docs/verify/leaks.md). `warn`: report each as an annotation and in the summary. `fail`: publish and keep nothing. `off`: do not search.',
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
        description: 'Secret values that must not be packed, one per line, such as `${{ secrets.SIGNING_KEY }}`. The search finds them as plain text and in common encodings. Secret inputs and variables such as `…_TOKEN` are always searched for.',
    },
];

// EXTERNAL MODULE: ./lib/actions/inputs/rows/spec.js
var spec = __webpack_require__(66544);
;// CONCATENATED MODULE: ./lib/actions/inputs/main.js






/** Every input of action.yml, in its order. Other actions take rows from here, with their own words where those differ. */
const INPUTS = [...FEATURE_ROWS, ...PUBLISHING_ROWS, ...TESTING_ROWS, ...NIX_ROWS, ...RESULTS_ROWS];
/** Returns a row of the main action, for another action or for a message. */
function mainRow(name) {
    return (0,spec/* findRow */.uv)(INPUTS, name);
}


/***/ }),

/***/ 9970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PLAN_INPUTS),
/* harmony export */   b: () => (/* binding */ PLAN_ONLY)
/* harmony export */ });
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);

/** What the plan action has besides the inputs that it shares with the main action. */
const PLAN_ONLY = [
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
        description: "Raise versions that are published with other content, by what changed, in each `devcontainer-feature.json`. Commits nothing: the output `bumped` says whether there is something to commit (docs/keep/updates.md).",
    },
    {
        name: 'attest',
        group: 'What to build',
        kind: 'boolean',
        default: 'false',
        githubOnly: true,
        description: 'Also plan what is published without an attestation on GitHub, so that the publishing job adds it. Needs `attestations: read`; if GitHub does not tell, nothing is added.',
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
];
const NIX = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'ssh-key', 'known-hosts', 'nix-config', 'sandbox'];
/** Every input of plan/action.yml, in its order. */
const PLAN_INPUTS = [
    ...PLAN_ONLY,
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('include'), description: `As in the builds: ${(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('include').description.replace(/^F/, 'f')}` },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('base-image'), description: `${(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('base-image').description.replace(/ Required\.$/, '')} The same for all Features. Required.` },
    ...['dev-shell', 'shell-hook', 'direnv-hook'].map((name) => ({ ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: `As in the builds: ${(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name).description.replace(/^[AW]/, (first) => first.toLowerCase())}` })),
    ...['nixpkgs', 'follow-base'].map((name) => ({ ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: `As in the builds: ${(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name).description.replace(/^[TB]/, (first) => first.toLowerCase())}` })),
    (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('build-in'), description: "`container`: Nix evaluates in one container of the (first) base image. `host`: Nix on the machine itself. Nothing is started if nothing must be evaluated." },
    ...['container-engine', 'container-options'].map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('delivery'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('complement'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
    ...['registry', 'namespace', 'username', 'password', 'github-token'].map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    ...NIX.map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), description: 'Write the summary of what must be built, and why.' },
];


/***/ }),

/***/ 58298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ PUBLISH_ONLY),
/* harmony export */   _: () => (/* binding */ PUBLISH_INPUTS)
/* harmony export */ });
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);

/** What the publish action has besides the inputs that it shares with the main action. */
const PUBLISH_ONLY = [
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
];
/** Every input of publish/action.yml, in its order. */
const PUBLISH_INPUTS = [
    ...PUBLISH_ONLY,
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'),
        group: 'What to publish',
        otherwise: 'those that were built',
        description: '`amd64`, `arm64` or both: the platforms to publish. Publishing fails if one is missing.',
    },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('delivery'), default: '', otherwise: 'as in the builds' },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('sbom'), default: '', otherwise: 'what the builds wrote', description: `${(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('sbom').description} Builds with \`none\` have none to attach.` },
    ...['policy', 'allow-events', 'registry', 'namespace', 'moving-tags', 'collection', 'sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url', 'username', 'password', 'github-token', 'summary'].map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
];


/***/ }),

/***/ 28988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   VY: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77363);

/** Returns the value of an input as a report may show it. */
function shownValue(spec, value) {
    // Somebody may take the one for the other.
    if (spec.kind === 'secret' || value.includes('PRIVATE KEY'))
        return _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .MASKED */ .uA;
    // A value may be a secret, and nothing tells.
    if (spec.name === 'env')
        return value.replaceAll(/=.*$/gm, '=…');
    const redacted = (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(value);
    return spec.kind === 'block' ? redactSettings(redacted) : redacted;
}
/**
 * Returns what must never appear in any output: secret inputs, and what is secret in others and in the job's NIX_CONFIG. To be
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
    return text.replaceAll(SECRET_SETTING, `$1 ${_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .MASKED */ .uA}`);
}


/***/ }),

/***/ 66544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uv: () => (/* binding */ findRow)
/* harmony export */ });
/* unused harmony exports GROUPS, isRepeatable */
const GROUPS = (/* unused pure expression or super */ null && ([
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
]));
/** Tells whether a flag of this kind may be repeated on the command line. */
function isRepeatable(spec) {
    return spec.kind === 'lines' || spec.kind === 'block';
}
/** Returns the row of this name, with the fields that not all rows have. */
function findRow(rows, name) {
    const row = rows.find((each) => each.name === name);
    if (row === undefined)
        throw new TypeError(`There is no input "${name}".`);
    return row;
}


/***/ }),

/***/ 25152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qT: () => (/* binding */ RUN_INPUTS),
/* harmony export */   v9: () => (/* binding */ RUN_ONLY)
/* harmony export */ });
/* unused harmony export EVAL_INPUTS */
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);
/* harmony import */ var _rows_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66544);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16597);



/** What the run action has besides the inputs that it shares with the main action. */
const RUN_ONLY = [
    {
        name: 'run',
        group: 'What to run',
        kind: 'block',
        default: '',
        placeholder: 'script',
        githubOnly: true,
        description: 'The commands, as in any step. Required.',
    },
    {
        name: 'shell',
        group: 'What to run',
        kind: 'text',
        default: '',
        otherwise: '`bash` if there is one, else `sh`; both stop at the first command that fails',
        placeholder: 'command',
        githubOnly: true,
        description: 'The program that runs the commands: `bash`, `sh`, or a command in which `{0}` stands for the file with them, such as `python {0}`.',
    },
    {
        name: 'working-directory',
        group: 'What to run',
        kind: 'folder',
        default: '.',
        description: 'The folder that the command starts in. If no flake is named, the flake of this folder is used.',
    },
    {
        name: 'env',
        group: 'What to run',
        kind: 'block',
        default: '',
        otherwise: 'none',
        placeholder: 'NAME=value',
        description: 'Additional variables for the command, one `NAME=value` per line. They are passed in a file that nobody else can read, and reports show only their names.',
    },
    {
        name: 'time-limit',
        group: 'Where to build it',
        kind: 'count',
        default: '',
        otherwise: 'no limit',
        min: 1,
        max: 1_000_000,
        placeholder: 'seconds',
        description: 'How many seconds Nix may take to build or evaluate. The time of the command itself does not count; GitHub has `timeout-minutes` for that.',
    },
];
const PLACE = ['container-engine', 'container-options'];
const NIX = ['substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
const READING = ['username', 'password', 'github-token'];
/** Every input of run/action.yml, in its order. */
const RUN_INPUTS = [
    ...RUN_ONLY.filter(({ group }) => group === 'What to run'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('shell-hook'), group: 'What to run', description: "Run the shell's own `shellHook` before the command, which needs bash. Otherwise only the shell's variables are set." },
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('flake'),
        group: 'What to run',
        otherwise: "the shell `default` of the flake in `working-directory`",
        description: 'The flake whose development shell the command gets, as for `nix develop`: `.#ci`, `github:org/repo/<revision>#default`.',
    },
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('packages'),
        group: 'What to run',
        otherwise: 'the shell of `flake`',
        description: 'Packages that the command finds first in PATH, instead of a shell: attribute names of nixpkgs (`jq`), or flake references with an attribute (`./tools#lint`), separated by spaces, commas or newlines.',
    },
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('base-image'),
        group: 'Where to build it',
        default: 'none',
        description: 'The command runs in a container of this image: `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`. `none`: the command runs on the machine itself.',
    },
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('build-in'),
        default: '',
        otherwise: '`container` if a base image is named, else `host`',
        description: "`container`: Nix and the command run in a container of the base image, with the workspace mounted. `host`: they run on the machine itself, with its Nix.",
    },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'), group: 'Where to build it', description: 'One platform: `amd64` or `arm64`.' },
    ...PLACE.map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    (0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(RUN_ONLY, 'time-limit'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('registry'), description: 'The registry that `username` and `password` are for.' },
    ...READING.map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    ...NIX.map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), default: 'false', description: 'Write a summary of what was run, where, and how it ended. A command that fails is always in the summary.' },
];
/** Every flag of `nix-feature eval`. */
const EVAL_INPUTS = [
    (0,_rows_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .findRow */ .uv)(_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .TERMINAL_ONLY */ .e, 'expr'),
    ...RUN_INPUTS.filter(({ group, name }) => group !== 'What to run' && group !== 'Results' && name !== 'summary'),
];


/***/ }),

/***/ 906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cB: () => (/* binding */ surroundingsInJob),
/* harmony export */   gu: () => (/* binding */ requireLinux)
/* harmony export */ });
/* unused harmony exports surroundingsOf, requireNode */
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


/** Returns where this process is. @param folder where relative paths start from; absolute */
function surroundingsOf(process, folder) {
    const { env, platform, arch } = process;
    return { folder, env, platform, arch, cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)() };
}
/** Returns where a step of a job is: relative paths start from the workspace. */
function surroundingsInJob(process) {
    return surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
}
const NAMES = { darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };
/**
 * Features hold Linux programs, and their store paths come from Nix on Linux.
 * @param platform `process.platform`
 * @throws SetupError
 */
function requireLinux(platform) {
    if (platform === 'linux')
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w3(`nix-feature runs only on Linux, and this machine runs ${NAMES[platform] ?? platform}.`, {
        hint: 'In a workflow use runs-on: ubuntu-latest (or ubuntu-24.04-arm for arm64); elsewhere use a Linux virtual machine. "build-in: container" needs Linux too.',
    });
}
const OLDEST = 24;
const HINTS = {
    action: 'Runners have it from version 2.327.1 on: update the runner, and don\'t force another Node.js on actions.',
    terminal: 'The npm package "node" brings one: npx --package node@24 node …',
};
/** @param version `process.versions.node` @throws SetupError */
function requireNode(version, where) {
    if (Number.parseInt(version, 10) >= OLDEST)
        return;
    throw new SetupError(`nix-feature needs Node.js ${OLDEST} or newer, and this is ${version}.`, { hint: HINTS[where] });
}


/***/ }),

/***/ 16597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ TERMINAL_ONLY)
/* harmony export */ });
/** Flags of the command line that no action has. */
const TERMINAL_ONLY = [
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
];


/***/ }),

/***/ 35176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ VERIFY_INPUTS),
/* harmony export */   r: () => (/* binding */ VERIFY_ONLY)
/* harmony export */ });
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);

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
        otherwise: 'the base image is not checked',
        placeholder: 'image',
        description: 'A base image, or several, one per line. Each must have all paths that the Feature requires of it; what is shipped must not be in it. `registry/repo:tag` or `oci:<layout folder>`.',
    },
    {
        name: 'rebuild',
        group: 'What to verify',
        kind: 'lines',
        default: '',
        otherwise: 'nothing is compared with a build',
        placeholder: 'folder',
        description: 'The layout of a build of the same sources and lock file, or several, one per line. The Feature must equal this build, path by path. A build writes its layout into the folder "output".',
    },
    {
        name: 'key',
        group: 'What to verify',
        kind: 'block',
        default: '',
        otherwise: 'no attestation is looked for',
        placeholder: 'key',
        description: 'The public key that must have signed its provenance: PEM, or a file that contains it. ECDSA P-256 or Ed25519.',
    },
    {
        name: 'identity',
        group: 'What to verify',
        kind: 'text',
        default: '',
        otherwise: 'no attestation is looked for',
        description: 'The identity that must have signed its provenance without a key: `https://github.com/org/features/.github/workflows/*@refs/heads/main`. The whole identity is compared; `*` matches anything but a slash, `**` matches anything.',
    },
    {
        name: 'issuer',
        group: 'What to verify',
        kind: 'text',
        default: 'https://token.actions.githubusercontent.com',
        description: 'The issuer that must have confirmed `identity`.',
    },
    {
        name: 'trusted-root',
        group: 'What to verify',
        kind: 'text',
        default: '',
        placeholder: 'file',
        description: 'For `identity`: the file with the authorities and logs of sigstore that are trusted (`gh attestation trusted-root`, `cosign trusted-root create`). The network is not used.',
    },
];
const READING = ['registry', 'username', 'password', 'github-token'];
/** Every input of verify/action.yml, in its order. */
const VERIFY_INPUTS = [
    ...VERIFY_ONLY,
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'), otherwise: 'all platforms of the Feature', description: 'Which platforms to verify, separated by commas: `amd64`, `arm64`.' },
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('policy'),
        group: 'What to verify',
        description: 'A YAML file that says what may be published (docs/verify/policy.md). Each of its rules is one check of what is published (docs/verify/verifying.md).',
    },
    ...READING.map((name) => (name === 'registry' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: 'The registry that `username` and `password` are for.' } : (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name))),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), description: 'Write the table of checks.' },
];


/***/ }),

/***/ 7167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ WSL_INPUTS),
/* harmony export */   u: () => (/* binding */ WSL_ONLY)
/* harmony export */ });
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6018);

/** What the wsl action has besides the inputs that it shares with the main action. */
const WSL_ONLY = [
    {
        name: 'configuration',
        group: 'What to build',
        kind: 'text',
        default: '',
        otherwise: 'none; a tarball must be named instead',
        placeholder: 'name',
        description: 'The name in `nixosConfigurations` whose tarball is built. It must import NixOS-WSL. The file is called `nixos-<name>.wsl`.',
    },
    {
        name: 'tarball',
        group: 'What to build',
        kind: 'text',
        default: '',
        otherwise: 'the tarball is built',
        placeholder: 'file',
        description: 'A tarball that is there already: it is checked, and nothing is built, written or released.',
    },
    {
        name: 'extra-files',
        group: 'What to build',
        kind: 'folder',
        default: '',
        otherwise: 'none',
        description: 'A folder whose files are put into the root of the machine, such as `home/nixos/.config/team`. They belong to root unless `chown` says otherwise.',
    },
    {
        name: 'chown',
        group: 'What to build',
        kind: 'lines',
        default: '',
        otherwise: 'none',
        placeholder: 'path uid:gid',
        description: 'Owners of paths of `extra-files`, one per line: `/home/nixos 1000:100`.',
    },
    {
        name: 'max-size',
        group: 'Testing and limits',
        kind: 'size',
        default: '',
        otherwise: 'no limit',
        description: 'Fail if the tarball is larger than this (`1.5GB`, `800MiB`, or bytes).',
    },
    {
        name: 'skip-checks',
        group: 'Testing and limits',
        kind: 'lines',
        default: '',
        otherwise: 'every check counts',
        placeholder: 'check',
        description: 'Checks whose findings do not count, by their names, separated by spaces, commas or newlines (docs/team/wsl.md). They are shown in red all the same.',
    },
    {
        name: 'release',
        group: 'Publishing',
        kind: 'choice',
        default: 'tag',
        values: ['tag', 'off'],
        githubOnly: true,
        description: '`tag`: in a run for a tag, put the files into the release of that tag, which is created if there is none. It needs `permissions: contents: write`. `off`: release nothing.',
    },
];
const LEAKS = ['identifiers', 'leaks-allow', 'leak-values'];
const SIGNING = ['sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url'];
const NIX = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
function ownRows(group) {
    return WSL_ONLY.filter((row) => row.group === group);
}
/** Every input of wsl/action.yml, in its order. */
const WSL_INPUTS = [
    ...ownRows('What to build'),
    {
        ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('flake'),
        otherwise: 'the flake of the current folder',
        description: 'The flake with `nixosConfigurations`, without an attribute: `./machines`, `github:org/machines`.',
    },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('arches'), description: 'The architecture that the tarball is for: `amd64` or `arm64`.' },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('compression'), values: ['gzip', 'xz'], description: '`gzip`, as the builder writes it, or `xz`: smaller, and slower to make.' },
    ...ownRows('Testing and limits'),
    ...LEAKS.map(_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M),
    ...ownRows('Publishing'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('sbom'), description: 'A list of the store paths in the tarball, with versions and hashes, written beside it: CycloneDX 1.6, SPDX 2.3, `both` or `none`.' },
    ...SIGNING.map((name) => (name === 'sign' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: 'Who signs the provenance of the tarball, which is written beside it: `key`, `keyless` (by the identity of the job; needs `permissions: id-token: write`), or `none`.' } : (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name))),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('github-token'), description: 'The token that writes the release of the tag.' },
    ...NIX.map((name) => (name === 'nix-version' ? { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name), description: (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name).description.replace(/^With `build-in: host`, the/, 'The') } : (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)(name))),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('output'), otherwise: '`wsl` in the current folder', description: 'Where the tarball and the files beside it are written. What an earlier run wrote is replaced.' },
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('upload-artifact'), default: 'true', values: ['true', 'false'], description: 'Upload the files as the artifact `wsl-<configuration>-<arch>`.' },
    (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('retention-days'),
    { ...(0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .mainRow */ .M)('summary'), description: 'Write the table of checks.' },
];


/***/ }),

/***/ 47770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VK: () => (/* binding */ readJobLinks),
  P2: () => (/* binding */ readOrigin),
  uX: () => (/* binding */ readReleaseTag),
  e6: () => (/* binding */ withCommit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/git/inert-git.js
var inert_git = __webpack_require__(63041);
// EXTERNAL MODULE: ./lib/git/listed-files.js
var listed_files = __webpack_require__(8345);
;// CONCATENATED MODULE: ./lib/git/commit.js




/**
 * Finds the commit of a folder.
 * @param folders what is built; files elsewhere in the checkout may differ from the commit
 * @returns undefined if git knows none
 * @throws CancelledError
 */
async function commitOf(folder, folders, signal) {
    const listed = await (0,listed_files/* listedFiles */.H)(folder, signal);
    if (listed === undefined)
        return undefined;
    const { checkout } = listed;
    const hash = (await (0,inert_git/* askGit */.gG)(checkout, ['rev-parse', '--verify', 'HEAD^{commit}'], { signal }))?.trim();
    if (hash === undefined || !/^[0-9a-f]{40,64}$/.test(hash))
        return undefined;
    const object = await (0,inert_git/* askGit */.gG)(checkout, ['cat-file', 'commit', hash], { signal });
    const isDirty = await differs(checkout, hash, folders, signal);
    return { revision: isDirty ? `${hash}-dirty` : hash, isDirty, time: committerTime(object ?? '') };
}
/** A file is compared as it is: what a filter would make of it, only running the filter could tell. */
async function differs(checkout, hash, folders, signal) {
    const inside = (await Promise.all(folders.map((folder) => (0,promises_.realpath)(folder)))).map((folder) => external_node_path_.relative(checkout.top, folder) || '.');
    const paths = inside.filter((below) => below !== '..' && !below.startsWith('../'));
    const settings = await withoutFilters(checkout, signal);
    const args = ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '--ignore-submodules=all', '-z', hash, '--', ...paths];
    return (await (0,inert_git/* askGit */.gG)(checkout, args, { signal, settings, long: true })) !== '';
}
/** Filters are named freely, so that each must be turned off by its name. */
async function withoutFilters(checkout, signal) {
    const names = await (0,inert_git/* askGit */.gG)(checkout, ['config', '--null', '--name-only', '--get-regexp', String.raw `^filter\.`], { signal });
    const filters = new Set((names ?? '').split('\0').map((name) => name.slice(0, name.lastIndexOf('.'))));
    filters.delete('');
    return [...filters].flatMap((filter) => [
        [`${filter}.clean`, ''],
        [`${filter}.smudge`, ''],
        [`${filter}.process`, ''],
        [`${filter}.required`, 'false'],
    ]);
}
/** gitformat: `committer <name> <email> <seconds> <zone>`, in the lines before the first empty one. */
function committerTime(object) {
    const [header = ''] = object.split('\n\n', 1);
    const [, seconds] = /^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(header) ?? [];
    return seconds === undefined ? undefined : Number(seconds);
}

// EXTERNAL MODULE: ./lib/layout/check-facts.js
var check_facts = __webpack_require__(37172);
;// CONCATENATED MODULE: ./lib/actions/requests/read-origin.js


/** Reads where a job's sources come from (GitHub's documentation, "Default environment variables"). */
function readOrigin(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '' } = env;
    const source = `${server}/${repository}`;
    return {
        origin: {
            ...(server === '' || repository === '' || !(0,check_facts/* isSource */.__)(source) ? {} : { source }),
            ...((0,check_facts/* isRevision */.oN)(revision) ? { revision } : {}),
        },
    };
}
/** Reads the git tag that the run was started for. */
function readReleaseTag(env) {
    const tag = env['GITHUB_REF_NAME'] ?? '';
    return { releaseTag: env['GITHUB_REF_TYPE'] === 'tag' && tag !== '' ? tag : undefined };
}
/** Reads where a job's summary can lead to (GitHub's documentation, "Default environment variables"); nothing outside of a job. */
function readJobLinks(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: revision = '', GITHUB_RUN_ID: id = '' } = env;
    const source = `${server}/${repository}`;
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !(0,check_facts/* isSource */.__)(source))
        return {};
    return {
        source,
        ...((0,check_facts/* isRevision */.oN)(revision) ? { revision } : {}),
        ...(/^\d+$/.test(id) ? { run: `${source}/actions/runs/${id}` } : {}),
    };
}
/**
 * Returns the request with the commit that is really there: GITHUB_SHA names the one that the run was started for, and a job may
 * check out another. Its time is `created` unless SOURCE_DATE_EPOCH said one. If git knows no commit, the request
 * stays as it is.
 * @throws CancelledError
 */
async function withCommit(request, host) {
    const commit = await commitOf(request.featureFolder, foldersOf(request), host.signal);
    if (commit === undefined)
        return request;
    const { revision, isDirty, time } = commit;
    if (isDirty) {
        const text = `Files differ from the commit that is checked out, so the revision is recorded as ${revision}.`;
        if (request.push === 'false')
            host.notice(text);
        else
            host.warning(`${text} It can't be rebuilt from the commit.`);
    }
    return { ...request, created: request.created ?? time, origin: { ...request.origin, revision } };
}
/** Local folders that the build reads. */
function foldersOf({ featureFolder, flake: source }) {
    const flake = source.kind === 'shell' ? source.of : source;
    if (flake.kind === 'folder')
        return [featureFolder, flake.folder];
    return flake.kind === 'reference' && flake.mount !== undefined ? [featureFolder, flake.mount] : [featureFolder];
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
        throw new errors/* Failure */.HR('The signing key is not a PEM private key.', { hint: HINT });
    if ((0,keys/* kindOf */.I)(key) === undefined)
        throw new errors/* Failure */.HR(`The signing key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint: HINT });
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
            throw new errors/* Failure */.HR('The signing key is encrypted, but there is no password.', { hint: 'Set "sign-password".' });
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
        costs.get('N').refuse('is an scrypt cost that cosign does not use');
    costs.get('r').is(8);
    costs.get('p').is(1);
    const [salt, nonce, box] = [document.get('kdf').get('salt'), document.get('cipher').get('nonce'), document.get('ciphertext')].map((field) => Buffer.from(field.text(LONGEST_KEY), 'base64'));
    if (salt?.length !== KEY_BYTES || nonce?.length !== NONCE_BYTES || box === undefined)
        return refuse('its salt or its nonce has the wrong length');
    const opening = (0,external_node_crypto_.scryptSync)(password, salt, KEY_BYTES, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
    const der = nacl_fast.secretbox.open(box, nonce, opening);
    if (der === null)
        throw new errors/* Failure */.HR(password === '' ? 'The signing key is encrypted, and its password is not empty.' : WRONG_PASSWORD, { hint: 'Set "sign-password".' });
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    }
    catch {
        return refuse('it does not contain a private key');
    }
}
function refuse(why) {
    throw new errors/* Failure */.HR(`The encrypted signing key can't be used: ${why}.`, { hint: HINT });
}

// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/requests/read-provenance.js



/** What docs/verify/provenance.md says of runs that no service vouches for. */
const ELSEWHERE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#elsewhere';
/** Reads who signs, and what run this is. @throws InputError */
function readProvenanceRequest(read, env) {
    return { provenance: { run: readRun(env), signing: readSigning(read, env) } };
}
function readSigning(read, env) {
    const sign = (0,values/* choiceOf */.FH)(read, 'sign', ['none', 'key', 'keyless']);
    const [key, password] = [read('sign-key').trim(), read('sign-password')];
    if (sign !== 'key' && key !== '') {
        throw new errors/* InputError */.dz('sign-key', `sign-key: is given, but sign is ${sign}.`, { hint: 'Set "sign: key", or leave "sign-key" out.' });
    }
    if (sign === 'none')
        return undefined;
    if (sign === 'key')
        return { by: 'key', key: read_provenance_readKey(key, password) };
    const [fulcio, rekor] = ['fulcio-url', 'rekor-url'].map((name) => readService(read, name));
    if (fulcio === undefined || rekor === undefined)
        throw new Error('both were read');
    if ((env['SIGSTORE_ID_TOKEN'] ?? '') === '' && (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') {
        throw new errors/* InputError */.dz('sign', 'sign: keyless needs an identity, but there is none.', {
            hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere set SIGSTORE_ID_TOKEN to an OpenID Connect token for the audience "sigstore".',
        });
    }
    return { by: 'identity', fulcio, rekor, env };
}
/** Whatever is wrong with it, the key itself is in no message. */
function read_provenance_readKey(text, password) {
    if (text === '') {
        throw new errors/* InputError */.dz('sign-key', 'sign-key: is missing, but sign is key.', {
            hint: 'Pass the private key itself, from a secret.',
            inTerminal: 'Give the private key itself as NIX_FEATURE_SIGN_KEY, and its password as NIX_FEATURE_SIGN_PASSWORD.',
        });
    }
    try {
        return parsePrivateKey(text, password);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        throw new errors/* InputError */.dz('sign-key', `sign-key: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`, (0,errors/* adviceOf */.wr)(error));
    }
}
function readService(read, name) {
    const url = URL.parse((0,values/* textOf */.b6)(read, name));
    const isLocal = url !== null && url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    if (url !== null && (url.protocol === 'https:' || isLocal) && url.username === '' && url.password === '')
        return url;
    throw new errors/* InputError */.dz(name, `${name}: is not the URL of a service.`, { hint: 'Expected https://host, without a login.' });
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

/***/ 98748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ readCreated),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   oH: () => (/* binding */ readBuildRequest),
/* harmony export */   v: () => (/* binding */ readInclude),
/* harmony export */   yI: () => (/* binding */ readPlace)
/* harmony export */ });
/* unused harmony export readFeatureFolder */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49793);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95365);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(43765);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20844);
/* harmony import */ var _inputs_main_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6018);
/* harmony import */ var _inputs_redact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28988);
/* harmony import */ var _inputs_surroundings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(906);
/* harmony import */ var _values_base_reference_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(46448);
/* harmony import */ var _values_read_arches_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18061);
/* harmony import */ var _values_read_flake_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(12988);
/* harmony import */ var _values_read_nix_settings_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4462);
/* harmony import */ var _values_read_nix_release_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(47966);
/* harmony import */ var _values_read_publishing_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34380);
/* harmony import */ var _values_values_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(68950);
/* harmony import */ var _read_origin_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(47770);
/* harmony import */ var _values_read_rules_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(69429);
/* harmony import */ var _read_provenance_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(68386);




















/**
 * Reads and checks every input, before any work. Touches nothing but the folders that the inputs name.
 * @throws InputError for the first input that can't be used; SetupError if we can't run at all
 */
function readBuildRequest(read, where) {
    (0,_inputs_surroundings_js__WEBPACK_IMPORTED_MODULE_8__/* .requireLinux */ .gu)(where.platform);
    const featureFolder = readFeatureFolder(read, where.folder);
    const flake = (0,_values_read_flake_js__WEBPACK_IMPORTED_MODULE_11__/* .readFlake */ .aH)(read, featureFolder, where.folder);
    const bases = (0,_values_base_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .parseBases */ .wE)((0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .linesOf */ .Dx)(read, 'base-image'), where.folder, _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2);
    (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .refuseDuplicates */ .B7)('base-image', bases.map((base) => base.text));
    const { registry, namespace, push, credentials } = (0,_values_read_publishing_js__WEBPACK_IMPORTED_MODULE_14__/* .readPublishing */ .ER)(read, where.env);
    return {
        featureFolder,
        flake,
        ...(0,_values_read_flake_js__WEBPACK_IMPORTED_MODULE_11__/* .readNixpkgs */ .jG)(read, bases, where.folder),
        include: readInclude(read, featureFolder),
        bases,
        arches: (0,_values_read_arches_js__WEBPACK_IMPORTED_MODULE_10__/* .readArches */ .J)(read, where.arch),
        ...readPlace(read, bases),
        compression: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'compression', ['gzip', 'zstd', 'auto']),
        maxLayers: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .countOf */ .pq)(read, 'max-layers') ?? 16,
        delivery: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'delivery', ['auto', 'layers', 'embed']),
        push,
        registry,
        namespace,
        credentials,
        ...(0,_values_read_publishing_js__WEBPACK_IMPORTED_MODULE_14__/* .readNames */ .r6)(read),
        shareWith: readShareWith(read),
        ...readTests(read, { bases, featureFolder, folder: where.folder }),
        remoteUser: readRemoteUser(read),
        strict: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .booleanOf */ .SF)(read, 'strict'),
        reproducible: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'reproducible', ['off', 'locked', 'check']),
        maxDeltaSize: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .sizeOf */ .$d)(read, 'max-delta-size'),
        nix: { ...(0,_values_read_nix_settings_js__WEBPACK_IMPORTED_MODULE_12__/* .readNixSettings */ .r)(read), ...(0,_values_read_nix_release_js__WEBPACK_IMPORTED_MODULE_13__/* .readInstall */ .S)(read, where) },
        output: readOutput(read, where.folder),
        uploadArtifact: readUpload(read, where.env),
        retentionDays: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .countOf */ .pq)(read, 'retention-days'),
        ...readJudges(read, where),
        reuse: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .booleanOf */ .SF)(read, 'reuse'),
        sbom: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none']),
        summary: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .booleanOf */ .SF)(read, 'summary'),
        ...(0,_read_origin_js__WEBPACK_IMPORTED_MODULE_16__/* .readOrigin */ .P2)(where.env),
        ...(0,_read_origin_js__WEBPACK_IMPORTED_MODULE_16__/* .readReleaseTag */ .uX)(where.env),
        ...(0,_read_provenance_js__WEBPACK_IMPORTED_MODULE_18__/* .readProvenanceRequest */ .Z)(read, where.env),
        created: readCreated(where.env),
        jobs: (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .countOf */ .pq)(read, 'jobs') ?? where.cores,
        given: givenInputs(read),
    };
}
/** What is looked for, and what is demanded. @throws InputError if a policy demands a search that is off: it would hold without having been checked */
function readJudges(read, where) {
    const [{ policy }, leaks] = [(0,_values_read_rules_js__WEBPACK_IMPORTED_MODULE_17__/* .readPolicy */ .T)(read, where.folder), (0,_values_read_rules_js__WEBPACK_IMPORTED_MODULE_17__/* .readLeaks */ .L)(read, where)];
    if (policy?.leaks !== undefined && leaks.mode === 'off') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('leaks', `leaks: is off, but the policy ${policy.file} requires that nothing leaks.`, { hint: 'Leave "leaks" out, or take leaks out of the policy.' });
    }
    return { leaks, policy };
}
/** Returns what the user gave and the defaults don't say, in the order of the table; nothing secret. */
function givenInputs(read, inputs = _inputs_main_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m) {
    return inputs
        .map((spec) => ({ spec, value: read(spec.name).trim() }))
        .filter(({ spec, value }) => spec.name !== 'github-token' && !['', spec.default].includes(value))
        .map(({ spec, value }) => [spec.name, (0,_inputs_redact_js__WEBPACK_IMPORTED_MODULE_7__/* .shownValue */ .JJ)(spec, value)]);
}
/** What a pull request builds, people look at, and nobody publishes: layers would fill the storage for nothing. */
function readUpload(read, env) {
    const upload = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'upload-artifact', ['auto', 'true', 'false']);
    if (upload === 'false')
        return 'none';
    return upload === 'auto' && /^(?:pull_request|merge_group)/.test(env['GITHUB_EVENT_NAME'] ?? '') ? 'metadata' : 'all';
}
/** Nothing can be installed into no base; to find that out after a build would be late. */
function readTests(read, { bases, featureFolder, folder }) {
    const test = readTest(read, bases);
    const complement = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .booleanOf */ .SF)(read, 'complement');
    return { test, complement, ...(0,_values_base_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .readTestDev */ .mu)(read, folder, { featureFolder, complement, test }) };
}
function readTest(read, bases) {
    const test = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'test', ['auto', 'true', 'false']);
    if (test === 'true' && bases.length === 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('test', 'test: true installs the Feature into its base image, but base-image is none.', {
            hint: 'Name a base image, or leave "test" out.',
        });
    }
    return test;
}
/** A folder of a Feature beside the one that was named, with almost its name. */
function folderAlike(folder) {
    const features = readFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)).filter((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), name, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR), { throwIfNoEntry: false })?.isFile() === true);
    return (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_19__/* .closest */ .kp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder), features);
}
/** @returns nothing if it can't be read */
function readFolder(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
/** Reads the absolute folder of the Feature. @throws InputError if it is not there, or holds no Feature */
function readFeatureFolder(read, here) {
    const text = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .textOf */ .b6)(read, 'feature');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(here, text);
    const kind = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false });
    if (kind === undefined) {
        const alike = folderAlike(folder);
        const message = `feature: "${text}" names the folder ${folder}, which does not exist.`;
        if (alike !== undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', message, { hint: `Did you mean ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(text), alike)}?` });
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', message, {
            hint: 'In a workflow, check the repository out before this step (actions/checkout).',
            inTerminal: 'Name a folder that is there. To write a new Feature: nix-feature init <folder> --packages jq,ripgrep',
        });
    }
    if (!kind.isDirectory())
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `feature: "${text}" is not a folder.`, { hint: `Name the folder that holds ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR}.` });
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR), { throwIfNoEntry: false })?.isFile() !== true) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `feature: ${folder} has no ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR}.`, {
            hint: `Name the folder of the Feature; a Feature is described by a ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR} with at least "id" and "version".`,
            inTerminal: `Name the folder of the Feature, which has a ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR} with at least "id" and "version". nix-feature init <folder> writes a new one.`,
        });
    }
    return folder;
}
/** @param featureFolder where the files must be; undefined if there are several @throws InputError */
function readInclude(read, featureFolder) {
    return (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .linesOf */ .Dx)(read, 'include').map((line) => {
        const name = (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_19__/* .withoutTrailing */ .hT)(line.replace(/^(?:\.\/+)+/, ''), '/');
        if (/^(?:\/|\.{1,2}$|\.\.\/)|\/\.\.(?:\/|$)/.test(name) || name === '') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('include', `include: "${line}" is not a file or folder below the Feature's folder.`, { hint: 'Write its path relative to that folder: lib/generated.sh.' });
        }
        if (name.split('/').includes('.git'))
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('include', `include: "${line}" is in a .git folder, which never ships.`);
        if (featureFolder === undefined || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(featureFolder, name), { throwIfNoEntry: false }) !== undefined)
            return name;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('include', `include: "${line}" does not exist in ${featureFolder}.`);
    });
}
/** Reads where Nix runs. @throws InputError */
function readPlace(read, bases) {
    return { buildIn: readBuildIn(read, bases), engine: readEngine(read), containerOptions: readContainerOptions(read) };
}
/** Each becomes a part of a repository's name. */
function readShareWith(read) {
    const ids = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .wordsOf */ .Z9)(read, 'share-with', ',');
    const wrong = ids.find((id) => !(0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isFeatureId */ .GK)(id));
    if (wrong === undefined)
        return [...new Set(ids)];
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('share-with', `share-with: "${wrong}" is not the id of a Feature.`, {
        hint: 'Name Features of the same namespace by their ids, as in devcontainer-feature.json.',
    });
}
function readBuildIn(read, bases) {
    const buildIn = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'build-in', ['container', 'host']);
    if (buildIn === 'container' && bases.length === 0) {
        if (read('build-in').trim() === '') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('build-in', 'build-in: is container by default, which runs Nix in the base image, but base-image is none.', {
                hint: 'Use "build-in: host", or name a base image.',
            });
        }
        (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .refuseTogether */ .ll)('build-in', ['base-image'], 'build-in: container runs Nix in the base image, but base-image is none.', 'Use "build-in: host", or name a base image.');
    }
    return buildIn;
}
function readEngine(read) {
    if ((0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .textOf */ .b6)(read, 'container-engine') === '')
        return undefined;
    return (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .choiceOf */ .FH)(read, 'container-engine', ['docker', 'podman']);
}
/** The names of adduser, and numbers. */
function readRemoteUser(read) {
    const text = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .textOf */ .b6)(read, 'remote-user');
    if (text === '')
        return undefined;
    if (/^[a-z0-9_][a-z0-9_.-]*$/i.test(text))
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('remote-user', `remote-user: "${text}" is not the name of a user.`);
}
function readContainerOptions(read) {
    const lines = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .linesOf */ .Dx)(read, 'container-options');
    const [first] = lines;
    if (first === undefined || first.startsWith('-'))
        return lines;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('container-options', `container-options: "${first}" is not an option: it must begin with a dash.`);
}
function readOutput(read, here) {
    const text = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_15__/* .textOf */ .b6)(read, 'output');
    if (text === '')
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(here, text);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('output', `output: ${folder} exists and is not a folder.`);
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
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('SOURCE_DATE_EPOCH', `SOURCE_DATE_EPOCH: "${text}" is not a number of seconds since 1970.`);
}


/***/ }),

/***/ 73844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction),
  n: () => (/* binding */ setOutputs)
});

// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/report/build/summary.js + 3 modules
var summary = __webpack_require__(53721);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
;// CONCATENATED MODULE: ./lib/report/runs/failure.js



/**
 * Renders the job summary of a run that failed, in GitHub's Markdown.
 */
function renderFailureSummary(failure, given, { faults = [], job = {} } = {}) {
    const { message, hint, location, log } = failure;
    const place = location === undefined ? '' : `In ${placeOf(location)}.`;
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)(headlineOf(failure))}`,
        faults.map(faultItem).join('\n'),
        (0,markdown/* quote */.hD)(message),
        place,
        hint === undefined ? '' : `**What to do:** ${(0,markdown/* prose */.CS)(hint)}`,
        pagesSection(failure, job),
        log.length === 0 ? '' : `The end of the log:\n\n${(0,markdown/* fence */.EU)((0,safe_text/* withoutSequences */.V$)(log.join('\n')), 'text')}`,
        (0,summary/* givenSection */.X3)(given),
    ]);
}
/** `Failed: the build failed`; who cancelled a run knows that it did not fail. */
function headlineOf({ kind, title }) {
    if (kind === 'cancelled')
        return title;
    return title === 'Failed' ? title : `Failed: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
/** The pages that the hint names, the commit and the run. */
function pagesSection({ message, hint = '' }, { source, revision, run }) {
    const pages = new Set([...`${message} ${hint}`.matchAll(/https:\/\/github\.com\/org\/nix-feature-action\/blob\/v1\/docs\/[a-z/-]+\.md/g)].map(([url]) => url));
    const links = [
        ...[...pages].map((url) => `[${url.split('/').at(-1)?.replace(/\.md$/, '') ?? 'documentation'}](<${url}>)`),
        ...(source === undefined || revision === undefined ? [] : [`[Commit ${revision.slice(0, 7)}](<${source}/commit/${revision}>)`]),
        ...(run === undefined ? [] : [`[Run](<${run}>)`]),
    ];
    return links.join(' · ');
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
 * Explains errors of the file system, in this one place: a refusal is no bug, and has to do with the input that names the path, or with
 * the machine.
 * @param here where relative paths start from
 * @returns an InputError or a SetupError for such an error; any other as it is
 */
function explainedFileError(error, given, here) {
    if (error instanceof errors/* Failure */.HR || !(error instanceof Error))
        return error;
    const { code = '', syscall = '', path, dest } = error;
    if (code === 'ENOENT' && syscall === 'uv_cwd') {
        return new errors/* SetupError */.w3('The current folder no longer exists.', { cause: error, hint: 'Change to a folder that exists: this one was removed or recreated.' });
    }
    const reason = code === 'ENOENT' && /^mkd(?:ir|temp)$/.test(syscall) ? "a folder can't be created there" : errors/* FILE_REASONS */.h6[code];
    if (reason === undefined)
        return error;
    const places = [path, dest].filter((place) => typeof place === 'string');
    const what = `${places[0] ?? 'A file'} can't be used (${syscall}): ${reason} (${code}).`;
    const input = here === undefined ? undefined : [...given].find(([, value]) => places.some((place) => names(value, place, here)))?.[0];
    const isTemporary = places.some((place) => place.startsWith(`${(0,temporary/* temporaryPlace */.jA)()}/`));
    const hint = isTemporary ? { hint: 'Set RUNNER_TEMP or TMPDIR to a folder that exists and is writable.' } : {};
    return input === undefined ? new errors/* SetupError */.w3(what, { cause: error, ...hint }) : new errors/* InputError */.dz(input, `${input}: ${what}`, { cause: error });
}
/** Tells whether a value, a line of it, or the part after its scheme names this place or a folder above it. */
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
// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js + 1 modules
var read_origin = __webpack_require__(47770);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
;// CONCATENATED MODULE: ./lib/actions/run-action.js






/**
 * Runs what every action's main step has in common: secrets are masked first, and a failure ends as one annotation and a
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
function setOutputs(host, outputs) {
    for (const [name, value] of Object.entries(outputs))
        host.output(name, value);
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
        await host.summary(renderFailureSummary(failure, given, { faults: host.faults, job: (0,read_origin/* readJobLinks */.VK)(process.env) }));
}
/** The inputs may be what is wrong, so they can't be trusted here. */
function wantsSummary(read) {
    return read('summary').trim().toLowerCase() !== 'false';
}


/***/ }),

/***/ 46448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uf: () => (/* binding */ isPath),
  wE: () => (/* binding */ parseBases),
  U8: () => (/* binding */ parseLayout),
  mu: () => (/* binding */ readTestDev)
});

// UNUSED EXPORTS: refuseForeign

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
;// CONCATENATED MODULE: ./lib/base/base-file.js


const INPUT = 'base-image';
/** Bytes; one instruction and some comments have fewer. */
const MOST_BYTES = 64 * 1024;
/** `FROM <image>`, with a platform and a name that nothing here depends on (Dockerfile reference, "FROM"). */
const FROM = /^FROM\s+(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+\S+)?$/i;
/**
 * Reads the image that a Dockerfile begins with, so that bots which update Dockerfiles update the base. Anything else in it would
 * make another image, which nobody has built.
 * @param file absolute
 * @param text as it was given, for messages
 * @throws InputError unless there is one FROM, of a literal reference, and nothing else
 */
function referenceInFile(file, text) {
    const refuse = (why, line) => {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${text} ${why}.`, { hint: EXPECTED, location: { file, ...(line === undefined ? {} : { line }) } });
    };
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size > MOST_BYTES)
        return refuse(`has ${size} bytes, more than a file with one line needs`);
    const lines = (0,external_node_fs_.readFileSync)(file, 'utf8').replace(/^\ufeff/, '').split(/\r\n|\n|\r/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
    const [first, ...others] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
    if (first === undefined)
        return refuse('has no line "FROM <image>"');
    const [, reference] = FROM.exec(first.line) ?? [];
    if (reference === undefined)
        return refuse(`does not begin with "FROM <image>"`, first.number);
    if (reference.includes('$'))
        return refuse('has a FROM with a variable, so its image is not known', first.number);
    if (reference.toLowerCase() === 'scratch')
        return refuse('has a FROM without an image (scratch)', first.number);
    const [other] = others;
    if (other !== undefined)
        return refuse('has another instruction behind its FROM, so it stands for a different image', other.number);
    return reference;
}
const EXPECTED = 'Expected one line, which bots such as Dependabot and Renovate keep up to date: FROM ghcr.io/org/bedrock:1.4.0@sha256:…';

// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/values/base-reference.js







const base_reference_INPUT = 'base-image';
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
 * @param checkReference throws if the text is no image reference
 * @returns an empty list for `none`
 * @throws InputError
 */
function parseBases(lines, folder, checkReference) {
    if (lines.length === 0) {
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: is missing.`, {
            hint: 'Name the image that the Feature is installed into (ghcr.io/org/bedrock:latest, or oci:<folder> for an image layout), or none to pack everything.',
        });
    }
    if (lines.includes('none')) {
        if (lines.length === 1)
            return [];
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: none can't be combined with other images.`);
    }
    return lines.map((line) => parseBase(line, folder, checkReference));
}
function parseBase(text, folder, checkReference) {
    if (/[\s,]/.test(text)) {
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: "${(0,safe_text/* redactUrls */.sK)(text)}" is not a single image reference.`, {
            hint: 'Write one image per line.',
            inTerminal: 'Repeat the flag: --base-image <one> --base-image <other>.',
        });
    }
    if (text.startsWith('oci:'))
        return parseLayout(text, folder, base_reference_INPUT);
    refuseForeign(text, base_reference_INPUT);
    if (isPath(text) && isFile((0,external_node_path_.resolve)(folder, text)))
        return referenceIn((0,external_node_path_.resolve)(folder, text), text, checkReference);
    if (isPath(text) && (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(folder, text), { throwIfNoEntry: false }) === undefined) {
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: "${text}" names ${(0,external_node_path_.resolve)(folder, text)}, which does not exist.`, { hint: 'Expected a file with one line "FROM <image>", or oci:<folder> for an image layout. In a workflow, check the repository out before this step (actions/checkout).' });
    }
    if (looksLikeLayout(text, folder)) {
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: "${text}" is a path, not an image reference.`, { hint: `Did you mean oci:${text}?` });
    }
    const local = text.startsWith('daemon:');
    const image = local ? text.slice('daemon:'.length) : text;
    // An engine also knows an image by its id, with or without sha256: before it.
    if (!(local && /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image)))
        checked(image, checkReference);
    return local ? { kind: 'daemon', text, image } : { kind: 'registry', text };
}
/** @throws InputError if it is spelt as other tools do */
function refuseForeign(text, input) {
    const foreign = FOREIGN_PREFIXES.find(([prefix]) => text.startsWith(prefix));
    if (foreign === undefined)
        return;
    throw new errors/* InputError */.dz(input, `${input}: "${(0,safe_text/* redactUrls */.sK)(text)}" begins with ${foreign[0]}, which is not supported.`, {
        hint: `Write ${foreign[1]}.`,
    });
}
function checked(image, checkReference) {
    try {
        checkReference(image);
    }
    catch (cause) {
        const why = (0,errors/* messageOf */.bD)(cause);
        throw new errors/* InputError */.dz(base_reference_INPUT, `${base_reference_INPUT}: ${why}`, {
            cause,
            hint: 'Expected registry/repo:tag[@sha256:…], oci:<layout folder>, daemon:<local image> or none.',
        });
    }
}
/**
 * Reads `oci:<folder>[:<name>]`.
 * @param folder where a relative one starts from
 * @throws InputError if it is not there
 */
function parseLayout(text, folder, input) {
    const rest = text.slice('oci:'.length);
    const end = folderEnd(rest, folder);
    const path = (0,external_node_path_.resolve)(folder, rest.slice(0, end));
    const ref = end < rest.length ? rest.slice(end + 1) : undefined;
    if (rest === '' || ref === '') {
        throw new errors/* InputError */.dz(input, `${input}: "${text}" is incomplete: expected oci:<layout folder>[:<name>].`);
    }
    if (!isFolder(path)) {
        throw new errors/* InputError */.dz(input, `${input}: "${text}" names the folder ${path}, which does not exist.`, {
            hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
        });
    }
    return { kind: 'layout', text, folder: path, ref };
}
/** Where the folder's name ends: colons may be part of it, and of the image's name (`sha256:…`, `org/app:1.0`), so what is there decides. */
function folderEnd(text, folder) {
    const colons = [...text.matchAll(/:/g)].map(({ index }) => index).filter((index) => index > 0);
    const ends = [text.length, ...colons.toReversed()];
    return ends.find((end) => isFolder((0,external_node_path_.resolve)(folder, text.slice(0, end)))) ?? colons[0] ?? text.length;
}
/** A path, or something that may be an image's name as well, but names an image layout here. */
function looksLikeLayout(text, folder) {
    if (isPath(text))
        return true;
    return (0,external_node_fs_.statSync)((0,external_node_path_.join)((0,external_node_path_.resolve)(folder, text), 'oci-layout'), { throwIfNoEntry: false }) !== undefined;
}
/** The image that a file names is the same as if it were named by itself. */
function referenceIn(file, text, checkReference) {
    const reference = referenceInFile(file, text);
    refuseForeign(reference, base_reference_INPUT);
    checked(reference, checkReference);
    return { kind: 'registry', text: reference };
}
/** Tells whether a reference is written as the path of a file or folder, as no image and no Feature is. */
function isPath(text) {
    return /^(?:\.{0,2}\/|\.{1,2}$)/.test(text);
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
/**
 * Reads `test-dev`: the image in which development mode is tested.
 * @param folder where relative layout folders start from, absolute
 * @throws InputError if it is no image, or the Feature has nothing for other systems
 */
function readTestDev(read, folder, request) {
    const text = (0,values/* textOf */.b6)(read, 'test-dev');
    if (text === '' || text === 'none')
        return { testDev: undefined };
    if (request.test === 'false') {
        throw new errors/* InputError */.dz('test-dev', 'test-dev: names an image to test in, but test is false.', { hint: 'Leave one of them out.' });
    }
    if (!request.complement && (0,external_node_fs_.statSync)((0,external_node_path_.join)(request.featureFolder, 'install-dev.sh'), { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* InputError */.dz('test-dev', 'test-dev: there is nothing to test, as the Feature has no install-dev.sh and is built without a complement.', {
            hint: 'Write an install-dev.sh, or use "complement: true".',
        });
    }
    const [testDev] = (0,values/* byGrammarOf */.gh)(base_reference_INPUT, 'test-dev', () => parseBases([text], folder, reference/* parseReference */.F2));
    return { testDev };
}


/***/ }),

/***/ 11698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ isShellName),
/* harmony export */   pb: () => (/* binding */ envrcShell)
/* harmony export */ });
/* unused harmony export parseEnvrc */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _flake_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2579);




/** What direnv runs when somebody enters a folder; here it is read, and never run. */
const ENVRC_FILE = '.envrc';
/** No `.envrc` that is understood is longer. */
const MAX_BYTES = 64 * 1024;
/**
 * `use flake` and maybe a reference: the one form that direnv and nix-feature read in the same way. Options, and anything that a shell would
 * expand or split, are not accepted.
 */
const USE_FLAKE = /^\s*use[ \t]+flake(?:[ \t]+("?)([A-Za-z0-9_./#:?=%+@-]+)\1)?[ \t]*(?:[ \t]#.*)?$/;
/** Reads an `.envrc`. @returns undefined if no line, or more than one, names a flake in the one form that is understood */
function parseEnvrc(text) {
    const code = text.split(/\r?\n/).flatMap((line, index) => (/^\s*(?:#.*)?$/.test(line) ? [] : [{ line, number: index + 1 }]));
    const uses = code.flatMap(({ line, number }) => {
        const found = USE_FLAKE.exec(line);
        return found === null ? [] : [{ reference: found[2] ?? '', number }];
    });
    const [use, other] = uses;
    if (use === undefined || other !== undefined)
        return undefined;
    return { reference: use.reference, line: use.number, ignored: code.flatMap(({ number }) => (number === use.number ? [] : [number])) };
}
/**
 * Returns the development shell that a folder's `.envrc` names, if the folder has no flake of its own.
 * @param folder absolute
 * @throws InputError if the flake that it names can't be meant
 */
function envrcShell(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ENVRC_FILE);
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false });
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'flake.nix')) || found?.isFile() !== true || found.size > MAX_BYTES)
        return undefined;
    const envrc = parseEnvrc((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    if (envrc === undefined)
        return undefined;
    const of = sourceOf(envrc, folder, file);
    if (of === undefined || !isShellName(of.attribute))
        return undefined;
    return { kind: 'shell', of, hook: false, said: { file, ignored: envrc.ignored } };
}
/** Tells whether a text is the name of one shell in `devShells.<system>`. */
function isShellName(text) {
    return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(text);
}
/** Nix looks for the flake of a folder in the folders above it, too, up to the repository. */
function sourceOf({ reference, line }, folder, file) {
    try {
        const source = (0,_flake_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFlake */ .J)(reference === '' ? '.' : reference, { feature: folder, here: folder });
        if (source.kind === 'folder') {
            const nearest = withFlake(source.folder);
            return nearest === undefined ? undefined : { ...source, folder: nearest };
        }
        return source.kind === 'reference' ? source : undefined;
    }
    catch (cause) {
        if (!(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz))
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('flake', `${ENVRC_FILE}: ${cause.message.replace(/^flake: /, '')}`, { cause, hint: 'Correct the reference there, or name the flake with "flake".', location: { file, line } });
    }
}
function withFlake(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'flake.nix')))
        return folder;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return above === folder || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')) ? undefined : withFlake(above);
}


/***/ }),

/***/ 2579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseFlake),
/* harmony export */   X: () => (/* binding */ defaultFlake)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77363);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43765);





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
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(text)}" contains a space.`, { hint: 'Write a space as %20.' });
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
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(text)}" begins with ${scheme}:, which Nix does not know.${(0,_kit_text_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(scheme, SCHEMES)}`);
    }
    if (!scheme.endsWith('+file'))
        return { kind: 'reference', reference, attribute };
    const mount = existing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(places.here, localPathOf(rest, text)), text);
    return { kind: 'reference', reference: `${scheme}://${encodePath(mount)}${query}`, attribute, mount };
}
/** Returns the folder that a feature is built from when nothing else is said. */
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
    const folder = existing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(here, path), path);
    if (query === '')
        return { kind: 'folder', folder, attribute };
    return { kind: 'reference', reference: `path:${encodePath(folder)}${query}`, attribute, mount: folder };
}
/** `nixpkgs` and the like: a name in Nix's registry of flakes. */
function indirectFlake(reference, path, attribute, here) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(here, path))) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(reference)}" may be a folder or a name in Nix's flake registry.`, {
            hint: `Write ./${shown(reference)} for the folder, flake:${shown(reference)} for the registry.`,
        });
    }
    // Nix manual, "nix registry": a name, then maybe a branch, then maybe a revision.
    if (/^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9_.-]+){0,2}$/.test(path)) {
        return { kind: 'reference', reference: `flake:${reference}`, attribute };
    }
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(reference)}" is not a flake reference.`, {
        hint: 'Write ./folder#attribute, github:owner/repo#attribute, git+https://…, or another that `nix build` accepts.',
    });
}
/** The path in what follows `path:` or `git+file:`, which may have an empty authority (`//`) before it. */
function localPathOf(rest, text) {
    const path = rest.startsWith('//') ? rest.slice(2) : rest;
    if (rest.startsWith('//') && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(text)}" names a host; a local path begins with a third slash.`);
    }
    try {
        return decodeURIComponent(path);
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(text)}" has a % without two hexadecimal digits behind it.`, { cause, hint: 'Write % as %25.' });
    }
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}
function existing(folder, text) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(INPUT, `${INPUT}: "${shown(text)}" names the folder ${folder}, which does not exist.`);
}
/** A login and a query may hold tokens. */
function shown(text) {
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrls */ .sK)(text).replace(/\?[^#]*/, '?…');
}


/***/ }),

/***/ 18061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readNamedArches),
/* harmony export */   J: () => (/* binding */ readArches)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43765);
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
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('arches', `arches: is missing, and this machine's architecture (${nodeArch}) is not one of ${_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.join(', ')}.`);
}
/** Reads the platforms that are named; none: all that there are. @throws InputError */
function readNamedArches(read, nodeArch) {
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'arches') === '' ? [] : readArches(read, nodeArch);
}
function archOf(word) {
    if ((0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .isArch */ .nn)(word))
        return word;
    const alias = ALIASES[word.toLowerCase()] ?? _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.find((arch) => arch === word.toLowerCase());
    const suggestion = alias === undefined ? (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(word, _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr) : ` Write ${alias}.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('arches', `arches: "${word}" is not one of ${_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.join(', ')}.${suggestion}`);
}


/***/ }),

/***/ 12988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aH: () => (/* binding */ readFlake),
/* harmony export */   jG: () => (/* binding */ readNixpkgs),
/* harmony export */   xr: () => (/* binding */ devenvShell)
/* harmony export */ });
/* unused harmony export packageNames */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77363);
/* harmony import */ var _nix_flake_flake_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16394);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63268);
/* harmony import */ var _inputs_redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28988);
/* harmony import */ var _envrc_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11698);
/* harmony import */ var _flake_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2579);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68950);










/** Reads which flake output is built: a package, or a shell that is named or that files of the folder describe. @throws InputError */
function readFlake(read, featureFolder, here) {
    const name = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(read, 'dev-shell');
    const hook = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .booleanOf */ .SF)(read, 'shell-hook');
    const isNamed = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(read, 'flake') !== '' || packageNames(read).length > 0;
    const described = isNamed ? undefined : ((0,_envrc_js__WEBPACK_IMPORTED_MODULE_7__/* .envrcShell */ .pb)(featureFolder) ?? devenvShell(featureFolder));
    const wish = { name, hook, direnv: (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .booleanOf */ .SF)(read, 'direnv-hook') };
    if (described === undefined)
        refuseIdleHook(wish);
    if (name !== '' && !(0,_envrc_js__WEBPACK_IMPORTED_MODULE_7__/* .isShellName */ .Uq)(name))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('dev-shell', `dev-shell: "${name}" is not the name of a shell.`, { hint: 'Write the name alone, as in devShells.<system>.<name>: default.' });
    if (described !== undefined)
        return describedShell(described, wish, featureFolder);
    const source = readPackageFlake(read, featureFolder, here);
    return name === '' ? source : shellOf(source, wish);
}
function refuseIdleHook({ name, hook, direnv }) {
    const idle = hook ? 'shell-hook' : direnv ? 'direnv-hook' : undefined;
    if (name === '' && idle !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(idle, `${idle}: is true, but no shell is named.`, { hint: 'Name it with "dev-shell".' });
}
/** The shell of a folder's .envrc or devenv.nix, or the one of that name beside it. */
function describedShell(shell, wish, featureFolder) {
    const { name } = wish;
    if (shell.of.kind === 'devenv' && !['', 'default'].includes(name)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('dev-shell', `dev-shell: ${featureFolder} is a folder of devenv, which has only the shell "default", and no "${name}".`, { hint: 'Use "dev-shell: default", or leave it out.' });
    }
    return { ...shell, of: name === '' ? shell.of : { ...shell.of, attribute: name }, ...hooksOf(wish) };
}
function shellOf(source, wish) {
    if (source.kind === 'packages' || source.kind === 'shell')
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseTogether */ .ll)('dev-shell', ['packages'], 'packages have no development shell.', 'Leave one of them out.');
    if (source.attribute !== 'default')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('dev-shell', `dev-shell: is given, but flake already names #${source.attribute}.`, { hint: 'Leave the attribute out of "flake".' });
    return { kind: 'shell', of: { ...source, attribute: wish.name }, ...hooksOf(wish) };
}
function hooksOf({ hook, direnv }) {
    return { hook, ...(direnv && { direnv: true }) };
}
/** Returns the shell that devenv makes of a folder without a flake. @param folder absolute */
function devenvShell(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'flake.nix')) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'devenv.nix')))
        return undefined;
    return { kind: 'shell', of: { kind: 'devenv', folder, attribute: 'default' }, hook: false };
}
function readPackageFlake(read, featureFolder, here) {
    const flake = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(read, 'flake');
    const packages = packageNames(read);
    if (packages.length === 0) {
        return flake === '' ? (0,_flake_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultFlake */ .X)(featureFolder) : (0,_flake_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseFlake */ .J)(flake, { feature: featureFolder, here });
    }
    if (flake !== '') {
        (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseTogether */ .ll)('packages', ['flake'], 'packages generates a flake of its own.', 'Leave one of them out.');
    }
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(featureFolder, 'flake.nix'))) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('packages', `packages: ${featureFolder} has a flake.nix, which would not be used.`, {
            hint: 'Leave "packages" out and name the packages in flake.nix, or remove flake.nix.',
        });
    }
    return { kind: 'packages', packages };
}
/** Returns the names in `packages`, checked to be such. @throws InputError */
function packageNames(read) {
    const packages = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .wordsOf */ .Z9)(read, 'packages', ',');
    const wrong = packages.find((name) => !(0,_nix_flake_flake_text_js__WEBPACK_IMPORTED_MODULE_4__/* .isPackageName */ .kb)(name));
    if (wrong !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('packages', `packages: "${wrong}" is not an attribute name of nixpkgs.`, {
            hint: wrong.includes('#')
                ? 'Write the name alone (jq), or use flake for a reference such as nixpkgs#jq.'
                : 'Expected names such as jq or python3Packages.black.',
        });
    }
    (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseDuplicates */ .B7)('packages', packages);
    return packages;
}
/** Reads which nixpkgs the flake is built with, if not its own. @param here what relative names start from @throws InputError */
function readNixpkgs(read, bases, here) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)(read, 'nixpkgs');
    const followBase = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .booleanOf */ .SF)(read, 'follow-base');
    if (followBase && text !== '') {
        (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseTogether */ .ll)('follow-base', ['nixpkgs'], "the first takes the base image's nixpkgs, the second another.", 'Leave one of them out; for a base image that does not say what it was made of, name it with nixpkgs.');
    }
    if (followBase && bases.length === 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('follow-base', 'follow-base: there is no base image to follow (base-image: none).', { hint: 'Name the nixpkgs with "nixpkgs".' });
    return { nixpkgs: text === '' ? undefined : choiceOf(text, here), followBase };
}
function choiceOf(text, here) {
    if (/^[0-9a-f]{40}$/.test(text))
        return { reference: `github:NixOS/nixpkgs/${text}` };
    if (text.includes('#'))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('nixpkgs', `nixpkgs: "${text}" names an attribute, but a whole nixpkgs is expected.`, { hint: 'Leave out the # and what follows it.' });
    // It is in the flake that is generated, which the summary and the artifact show, and on Nix's command line.
    if ((0,_inputs_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .secretsIn */ .VY)((0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .specOf */ .r)('nixpkgs'), text).length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('nixpkgs', `nixpkgs: "${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .redactUrls */ .sK)(text)}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc, and tokens from "access-tokens" in "nix-config".' });
    }
    const source = (0,_values_js__WEBPACK_IMPORTED_MODULE_9__/* .byGrammarOf */ .gh)('flake', 'nixpkgs', () => (0,_flake_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .parseFlake */ .J)(text, { feature: here, here }));
    if (source.kind === 'folder')
        return { reference: `path:${source.folder}`, mount: source.folder };
    if (source.kind === 'reference')
        return { reference: source.reference, ...(source.mount !== undefined && { mount: source.mount }) };
    throw new Error('packages are not a flake reference');
}


/***/ }),

/***/ 47966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readNixRelease),
/* harmony export */   S: () => (/* binding */ readInstall)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43765);
/* harmony import */ var _nix_install_nix_releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99863);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82480);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68950);






/**
 * Reads which release of Nix is to be installed if there is none.
 * @throws InputError; SetupError on a machine that has no release
 */
function readNixRelease(read, { arch: nodeArch }) {
    const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOfNode */ .CQ)(nodeArch);
    if (arch === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`Nix is installed on x64 and arm64 only, and this machine is ${nodeArch}.`);
    return (0,_nix_install_nix_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseRelease */ .bX)({ version: readVersion(read), sha256: readHash(read), mirror: readMirror(read) }, (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .systemOf */ .br)(arch));
}
/** Reads the same for a build, which installs none unless it is told which. @throws InputError */
function readInstall(read, where) {
    const given = ['nix-version', 'nix-sha256'].find((name) => (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(read, name) !== '');
    if (given === undefined)
        return {};
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(read, 'build-in') !== 'host') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(given, `${given}: is about the Nix of the machine, and "build-in: container" runs the Nix of the base image.`, { hint: `Use "build-in: host", or leave "${given}" out.` });
    }
    if (given === 'nix-sha256')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-sha256', 'nix-sha256: is given, but no release is named.', { hint: 'Name the release with "nix-version".' });
    return { install: readNixRelease(read, where) };
}
function readVersion(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(read, 'nix-version');
    if (text === '')
        return undefined;
    if ((0,_nix_install_nix_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isUsableVersion */ .TA)(text))
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-version', `nix-version: "${text}" is not the version of a release that can be used.`, { hint: `Expected three numbers, 2.8.0 or newer, such as ${_nix_install_nix_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_NIX */ ._9}.` });
}
function readHash(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(read, 'nix-sha256').toLowerCase().replace(/^sha256:/, '');
    if (text === '' || /^[0-9a-f]{64}$/.test(text))
        return text === '' ? undefined : text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-sha256', `nix-sha256: "${text}" is not a SHA-256.`, { hint: 'Expected 64 hexadecimal digits, as in the file "….tar.xz.sha256" beside the release.' });
}
function readMirror(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(read, 'nix-mirror');
    // Its address goes to another program as an argument.
    if ((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasLogin */ .eA)(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-mirror', `nix-mirror: "${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .sK)(text)}" contains a login, which process lists would show and which is not sent.`, { hint: 'Name a mirror that can be read without one.' });
    if (/^https?:$/.test(URL.parse(text)?.protocol ?? '') && !/[?#\s]/.test(text))
        return (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutTrailing */ .hT)(text, '/');
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-mirror', `nix-mirror: "${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .sK)(text)}" is not the address of a server.`, { hint: 'Expected one such as https://releases.nixos.org/nix.' });
}


/***/ }),

/***/ 4462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNixSettings)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _nix_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10710);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68950);




// Each becomes part of a line of nix.conf: a blank, a line break or a comment sign in it would begin something else.
const SUBSTITUTER = /^(?:[a-z][a-z0-9+.-]*:\/\/[^\s#]+|\/[^\s#]*|(?:daemon|auto|local)(?:\?[^\s#]*)?)$/;
// Nix manual, nix.conf, "trusted-public-keys": a name, a colon, and an Ed25519 key (32 bytes) in base 64.
const PUBLIC_KEY = /^[^\s:#]+:[A-Za-z0-9+/]{43}=$/;
// nix.conf(5): "name = value", or a file to include.
const SETTING = /^([a-z0-9][a-z0-9-]*)\s+=(?:\s|$)/;
const INCLUDE = /^!?include\s+\S/;
/** Among the binary caches: those that the nix.conf of the place names. */
const CONFIGURED = 'configured';
/**
 * Reads and checks the settings of Nix. What comes out needs no second look: its parts can be joined to a nix.conf. No
 * message shows a value, as each may hold a secret.
 * @throws InputError
 */
function readNixSettings(read) {
    const [words, builders] = [readSubstituters(read), readBuilders(read)];
    const substituters = words.filter((word) => word !== CONFIGURED);
    return {
        substituters,
        ...(words.includes(CONFIGURED) && { configured: true }),
        trustedPublicKeys: readKeys(read),
        builders,
        ...readSsh(read, { builders, substituters }),
        config: readConfig(read),
        sandbox: (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .choiceOf */ .FH)(read, 'sandbox', ['auto', 'true', 'false']),
    };
}
function readSubstituters(read) {
    const urls = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)(read, 'substituters');
    const wrong = urls.find((url) => url !== CONFIGURED && !SUBSTITUTER.test(url));
    if (wrong === undefined)
        return urls;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('substituters', `substituters: "${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .sK)(wrong)}" is not a URL.`, {
        hint: 'Expected addresses such as https://cache.example.org, s3://bucket or file:///folder, or the word configured for those that nix.conf names.',
    });
}
function readKeys(read) {
    const keys = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)(read, 'trusted-public-keys');
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
    const builders = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(read, 'builders')
        .split(/[;\n]/)
        .map((builder) => builder.trim())
        .filter((builder) => builder !== '');
    const wrong = builders.find((builder) => /[#\p{Cc}]/u.test(builder.replaceAll('\t', ' ')));
    if (wrong === undefined)
        return builders;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('builders', `builders: "${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .sK)(wrong.replaceAll(/\p{Cc}/gu, ' '))}" is not a remote builder.`, {
        hint: 'Expected one per line, such as ssh://host x86_64-linux.',
    });
}
function readConfig(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(read, 'nix-config').replaceAll('\r\n', '\n');
    for (const [index, line] of text.split('\n').entries())
        checkConfigLine(line, index + 1);
    return text;
}
function checkConfigLine(line, number) {
    if (/[^\P{Cc}\t]/u.test(line))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} contains a control character.`);
    const text = line.replace(/#.*/, '').trim();
    if (text === '' || INCLUDE.test(text))
        return;
    const name = SETTING.exec(text)?.[1];
    if (name === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} is not a line of nix.conf.`, { hint: 'Expected name = value, with spaces around the equals sign.' });
    }
    if (name === 'accept-flake-config') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-config', `nix-config: line ${number} sets accept-flake-config, but the nixConfig of a flake is never accepted here.`, {
            hint: 'Give the binary caches as "substituters" and "trusted-public-keys".',
        });
    }
}
/**
 * Reads how remote builders and stores are reached by ssh. No message shows a key.
 * @throws InputError
 */
function readSsh(read, { builders, substituters }) {
    const [key, knownHosts] = [readKey(read), readKnownHosts(read)];
    if (key === undefined && knownHosts === undefined)
        return {};
    const given = key === undefined ? 'known-hosts' : 'ssh-key';
    if (![...builders, ...substituters].some((each) => (0,_nix_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_2__/* .sshAddress */ .zE)(each) !== undefined || each.startsWith('@'))) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(given, `${given}: is given, but no builder is reached by ssh.`, { hint: 'Name one with "builders", such as ssh://user@host aarch64-linux.' });
    }
    const host = (0,_nix_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_2__/* .twoPorts */ .FZ)(builders);
    if (host !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('builders', `builders: ${host} has builders at several ports, which ssh can't tell apart by its name.`, { hint: 'Give each a name of its own, such as an alias in DNS.' });
    }
    return { ssh: { key, knownHosts } };
}
function readKey(read) {
    const text = read('ssh-key').replaceAll('\r\n', '\n').trim();
    if (text === '')
        return undefined;
    // PEM and OpenSSH's own form begin alike (RFC 7468; PROTOCOL.key of OpenSSH).
    if (/^-----BEGIN (?:\w+ )*PRIVATE KEY-----\n[\s\S]+\n-----END (?:\w+ )*PRIVATE KEY-----$/.test(text))
        return `${text}\n`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('ssh-key', 'ssh-key: is not a private key.', {
        hint: 'Pass the private key itself, from a secret: the whole file, from "-----BEGIN" to "-----END …-----", without a passphrase.',
        inTerminal: 'Give the private key itself, without a passphrase, as NIX_FEATURE_SSH_KEY.',
    });
}
function readKnownHosts(read) {
    const text = read('known-hosts').replaceAll('\r\n', '\n').trim();
    if (text === '')
        return undefined;
    const wrong = (0,_nix_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongHostLine */ .cA)(text);
    if (wrong === undefined)
        return `${text}\n`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('known-hosts', `known-hosts: line ${wrong} is not a line of a known_hosts file.`, { hint: 'Expected lines such as "builder.example.org ssh-ed25519 AAAA…", as ssh-keyscan prints them.' });
}


/***/ }),

/***/ 34380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ readPublishing),
/* harmony export */   fp: () => (/* binding */ QUEUE_BRANCH),
/* harmony export */   gB: () => (/* binding */ isPublishingEvent),
/* harmony export */   mN: () => (/* binding */ readLogin),
/* harmony export */   r6: () => (/* binding */ readNames),
/* harmony export */   u6: () => (/* binding */ PUBLISHING)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68950);



/** @param why what a namespace is wanted for, the end of a sentence @throws InputError */
function readPublishing(read, env, why = 'nothing can be published without it') {
    const push = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choiceOf */ .FH)(read, 'push', ['false', 'layers', 'true']);
    const registry = readRegistry(read);
    const namespace = readNamespace(read, env);
    if (push !== 'false' && namespace === '') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: is missing, and ${why}.`, {
            hint: `A Feature is published as ${registry}/<namespace>/<id>. Name it: "namespace: org/features".`,
        });
    }
    return { push, registry, namespace, credentials: readCredentials(read, registry, env) };
}
/** Reads what is published besides the release itself. @throws InputError */
function readNames(read) {
    return {
        movingTags: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(read, 'moving-tags'),
        collection: (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanOf */ .SF)(read, 'collection'),
    };
}
/** Reads a registry and its login, for runs that only read. @throws InputError */
function readLogin(read, env) {
    const registry = readRegistry(read);
    return { registry, credentials: readCredentials(read, registry, env) };
}
function readRegistry(read) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'registry');
    if (/^(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(text))
        return text;
    const shown = text.replace(/^([a-z]+:\/\/)?[^/]*@/i, `$1${_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .MASKED */ .uA}@`);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `registry: "${shown}" is not a registry's host.`, {
        hint: text.includes('/')
            ? 'Write the host alone (ghcr.io, localhost:5000); the path belongs in "namespace".'
            : 'Expected a host in lower case with an optional port: ghcr.io, localhost:5000.',
    });
}
// OCI distribution specification, "Pulling manifests": the grammar of a repository's name.
const NAMESPACE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
function readNamespace(read, env) {
    const text = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'namespace');
    // Names on GitHub keep their case, those in registries have none.
    if (text === '')
        return (env['GITHUB_REPOSITORY'] ?? '').toLowerCase();
    if (NAMESPACE.test(text))
        return text;
    const lower = text.toLowerCase();
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: "${text}" can't be part of a repository's name.`, {
        hint: NAMESPACE.test(lower)
            ? `Registries accept only lower case: write ${lower}.`
            : 'Expected parts of lower case letters, digits and single . _ - between them, separated by slashes.',
    });
}
function readCredentials(read, registry, env) {
    const username = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'username');
    const password = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'password');
    const token = isGithubRegistry(registry, env) ? (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(read, 'github-token') : '';
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
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `${missing}: is missing, but ${given} is given.`, {
        hint: "Give both or neither. Without them, docker's config file and credential helpers are used.",
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
/** What publishes by itself: a push (of a tag too), a release, a schedule, and what somebody with write access starts. */
const PUBLISHING = new Set(['push', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
/** The branches that a merge queue pushes to try what is in it. */
const QUEUE_BRANCH = 'refs/heads/gh-readonly-queue/';
/** Tells whether the run is for an event that publishes by itself. What other events build, such as a pull request, must reach no release. */
function isPublishingEvent(env) {
    return PUBLISHING.has(env['GITHUB_EVENT_NAME'] ?? '') && !(env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH);
}


/***/ }),

/***/ 69429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readLeaks),
  T: () => (/* binding */ readPolicy)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/leaks/allow.js
var allow = __webpack_require__(40865);
// EXTERNAL MODULE: ./lib/leaks/literals.js + 2 modules
var literals = __webpack_require__(39651);
// EXTERNAL MODULE: ./lib/leaks/search.js
var search = __webpack_require__(96334);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/yaml.js
var json_yaml = __webpack_require__(53183);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/request/rules.js
var rules = __webpack_require__(27950);
;// CONCATENATED MODULE: ./lib/policy/parse-policy.js






/** Bytes of a policy file. */
const POLICY_LIMIT = 256 * 1024;
const MOST = 1000;
const LONGEST = 300;
const DAY = (0,json_field/* grammar */.qN)('a day (2026-12-31)', kit_text/* isDay */.N);
const SIZE = (0,json_field/* grammar */.qN)('a size (200MiB)', (text) => (0,format/* parseSize */.DB)(text) !== undefined);
/**
 * Reads a policy file (docs/verify/policy.md, schemas/policy.schema.json).
 * @param file for messages and annotations
 * @throws InputError that names the line of what is wrong
 */
function parsePolicy(text, file) {
    const refuseAt = (why, line) => {
        throw new errors/* InputError */.dz('policy', `policy: ${file} can't be used: ${why}.`, {
            hint: 'docs/verify/policy.md describes the format of a policy.',
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
    const rule = field.get('rule').oneOf(rules/* POLICY_RULES */.b);
    const isOfPackages = rule === 'licences' || rule === 'forbid';
    if (!isOfPackages && field.get('package').value !== undefined)
        field.get('package').refuse(`has no meaning for the rule ${rule}, which is not about a package`);
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

// EXTERNAL MODULE: ./lib/actions/inputs/main.js + 5 modules
var main = __webpack_require__(6018);
// EXTERNAL MODULE: ./lib/actions/inputs/redact.js
var redact = __webpack_require__(28988);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/values/read-rules.js










/** Variables that hold secrets, by their names. */
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)$/;
/** Homes of users that machines have by themselves; what upstream builds on such machines names them too. */
const COMMON_HOME = /^(?:\/|\/root|\/home\/(?:runner|vscode|ubuntu|user|root|build|nixbld\d*)|\/github\/home|\/homeless-shelter|\/nonexistent|\/tmp|\/var\/empty)\/?$/;
/**
 * Reads what is to be looked for in what is packed.
 * @throws InputError if `leaks-allow` can't be read, or an identifier is too short to be looked for
 */
function readLeaks(read, where) {
    const mode = (0,values/* choiceOf */.FH)(read, 'leaks', ['warn', 'fail', 'off']);
    const identifiers = (0,values/* linesOf */.Dx)(read, 'identifiers');
    const short = identifiers.find((identifier) => identifier.length < search/* SHORTEST_IDENTIFIER */.Dg);
    if (short !== undefined)
        throw new errors/* InputError */.dz('identifiers', `identifiers: "${short}" has fewer than ${search/* SHORTEST_IDENTIFIER */.Dg} characters, so it would match everywhere.`);
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
    const inputs = main/* INPUTS */.m.filter(({ name }) => name !== 'leak-values').flatMap((spec) => (0,redact/* secretsIn */.VY)(spec, read(spec.name)).map((value) => ({ name: `the input ${spec.name}`, value })));
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
/** Reads the policy that an input names. @param here where relative names start from @throws InputError */
function readPolicy(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'policy');
    if (text === '')
        return { policy: undefined };
    const file = (0,external_node_path_.resolve)(here, text);
    return { policy: parsePolicy(contentsOf(file), file) };
}
function contentsOf(file) {
    return (0,values/* readInputFile */.jH)('policy', file, { limit: POLICY_LIMIT, regular: true, hint: 'Name a file of the checkout; docs/verify/policy.md says what it holds.' }).toString('utf8');
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
/* harmony export */   Wf: () => (/* binding */ readReference),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gh: () => (/* binding */ byGrammarOf),
/* harmony export */   jH: () => (/* binding */ readInputFile),
/* harmony export */   ll: () => (/* binding */ refuseTogether),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60385);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43765);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20844);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63268);






/** Returns the text of an input, or its default if it is empty (an unset expression in a workflow gives an empty text). */
function textOf(read, name) {
    const given = read(name).trim();
    return given === '' ? (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .specOf */ .r)(name).default : given;
}
/**
 * Returns one of the values of a choice. `True` and `FALSE` are taken as well where `true` and `false` are choices, as YAML 1.2
 * has them (core schema, 10.3.2).
 * @throws InputError
 */
function choiceOf(read, name, values) {
    const text = textOf(read, name);
    const normal = /^(?:True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    const found = values.find((value) => value === normal);
    if (found !== undefined)
        return found;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(name, `${name}: "${text}" is not one of ${values.join(', ')}.${(0,_kit_text_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .au)(text, values)}`);
}
/** @throws InputError */
function booleanOf(read, name) {
    const text = textOf(read, name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(name, `${name}: "${text}" is neither true nor false.`);
}
/** @returns undefined if the input is empty and has no default @throws InputError */
function countOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .specOf */ .r)(name);
    const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (count >= min && count <= max)
        return count;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(name, `${name}: "${text}" is not a whole number from ${min} to ${max}.`);
}
/** Bytes of `1000`, `500kB`, `1.5 GiB`; undefined if the input is empty. @throws InputError */
function sizeOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const bytes = (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSize */ .DB)(text);
    if (bytes !== undefined)
        return bytes;
    const [, number = '', unit = ''] = /^([\d.]+)\s*([a-zA-Z]*)$/.exec(text) ?? [];
    // Some programs take M for 10⁶ bytes and some for 2²⁰.
    const letter = /^[kmgt]$/i.test(unit) ? unit.toUpperCase() : undefined;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(name, `${name}: "${text}" is not a size.`, {
        hint: letter === undefined
            ? 'Write bytes (40000000) or a number with a unit: 40MB is 40,000,000 bytes, 40MiB is 41,943,040.'
            : `Write ${number}${letter === 'K' ? 'k' : letter}B for decimal units or ${number}${letter}iB for binary ones.`,
    });
}
/** Returns the lines that are not blank, trimmed. */
function linesOf(read, name) {
    return textOf(read, name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Returns what blanks or line breaks (and `separators`, such as a comma) separate. */
function wordsOf(read, name, separators = '') {
    return textOf(read, name)
        .split(new RegExp(`[\\s${separators}]+`))
        .filter((word) => word !== '');
}
/** @throws InputError naming the first value that appears twice */
function refuseDuplicates(name, values) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(name, `${name}: "${twice}" is given twice.`);
}
/** @throws InputError saying that these inputs exclude each other */
function refuseTogether(first, others, why, hint) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(first, `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)([first, ...others])} can't be given together: ${why}`, { hint });
}
/** Reads the file that an input names. @throws InputError */
function readInputFile(input, file, { limit, hint, regular }) {
    const refuseLarge = (size) => {
        if (size > limit)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${input}: ${file} has ${size} bytes; the limit is ${limit}.`);
    };
    try {
        const info = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
        if (regular === true && !info.isFile())
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${input}: ${file} is not a file.`);
        refuseLarge(info.size);
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
        // A pipe does not say how much it has.
        refuseLarge(bytes.length);
        return bytes;
    }
    catch (cause) {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz)
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${input}: ${file} can't be read: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fileReason */ .pP)(cause)}.`, { cause, hint });
    }
}
/** Reads an input by the grammar of another one, whose name would else be in the messages. @throws InputError */
function byGrammarOf(other, input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        if (!(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz))
            throw cause;
        const { message } = cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, message.startsWith(`${other}:`) ? `${input}${message.slice(other.length)}` : message, { cause, ...(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOf */ .wr)(cause) });
    }
}
/** Reads the name of something in a registry. @throws InputError */
function readReference(input, text, hint) {
    try {
        return (0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(text);
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${input}: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    }
}


/***/ }),

/***/ 37172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   oN: () => (/* binding */ isRevision),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _feature_contract_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7342);
/* harmony import */ var _feature_metadata_jsonc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41881);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49793);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95365);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27298);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20844);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);








/** 31 December 9999: no later time has a text. */
const LAST_SECOND = 253_402_300_799;
/** Characters of what Nix says of itself. */
const LONGEST_VERSION = 200;
/** As many as a delta document may have. */
const MOST_BASES = 100;
const SOURCE = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .qN)('the address of a repository (https://...)', isSource);
const REVISION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .qN)('a revision', isRevision);
/** In JSON, all but those that texts of several lines have. */
const CONTROL = /\\[bf]|\\u00[01][0-9a-f]|[\u007f-\u009f]/; // oxlint-disable-line no-control-regex
/**
 * Checks all that feature.json says: whoever may write an artifact of the run may have written it.
 * @param refuse throws; it is given the end of a sentence
 */
function checkFacts(json, refuse) {
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .Field */ .D0.of(json, refuse);
    const id = field.get('feature').get('id').as(_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .FEATURE_ID */ .DU);
    const version = field.get('feature').get('version').as(_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .FEATURE_VERSION */ .Q2);
    checkMetadata(field.get('metadata'), { id, version });
    field.get('files').as(_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    field.get('delivery').oneOf(['auto', 'layers', 'embed']);
    field.get('complement').optional((complement) => complement.is(true));
    field.get('origin').get('source').optional((source) => source.as(SOURCE));
    field.get('origin').get('revision').optional((revision) => revision.as(REVISION));
    field.get('created').optional((created) => created.count(0, LAST_SECOND));
    field.get('reused').optional((reused) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            reused.get(arch).optional((count) => count.count(0, 1000));
    });
    field.get('nix').optional((nix) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            nix.get(arch).optional((own) => own.text(LONGEST_VERSION));
    });
    field.get('bases').optional((bases) => bases.each(MOST_BASES, (base) => {
        base.get('name').text();
        base.get('digest').as(_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    }));
    field.get('pushed').optional((pushed) => {
        pushed.get('registry').as(_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY */ .Mo);
        // Blobs are mounted from there: the Feature's own ones, and no others.
        const repository = pushed.get('repository').as(_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REPOSITORY */ .Bw);
        if (!repository.endsWith(`/${id}`))
            pushed.get('repository').refuse(`is ${repository}, and should end in /${id}`);
    });
}
/** What was built was held against the contract, and has to pass it again. */
function checkMetadata(field, feature) {
    field.get('id').is(feature.id, 'the id of the Feature');
    field.get('version').is(feature.version, 'the version of the Feature');
    const document = (0,_feature_metadata_jsonc_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonc */ .A)('feature', _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR, JSON.stringify(field.object()));
    const error = (0,_feature_contract_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSchema */ ._)(document).find(({ severity }) => severity === 'error');
    if (error !== undefined)
        field.refuse(`breaks the contract: ${error.message.replace(/\.$/, '')}`);
    if (CONTROL.test(JSON.stringify(field.value)))
        field.refuse('holds control characters');
}
/** Tells whether a text can be the revision of a Feature. */
function isRevision(text) {
    return /^[0-9A-Za-z][0-9A-Za-z._/-]{0,255}$/.test(text);
}
/** Tells whether a text can be the address of a Feature's repository. */
function isSource(text) {
    const url = text.length <= 2048 ? URL.parse(text) : null;
    return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' && /^[\x21-\x7e]+$/.test(text);
}


/***/ }),

/***/ 27950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ POLICY_RULES)
/* harmony export */ });
/** The rules that a policy may have, as its exceptions name them. */
const POLICY_RULES = ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs'];


/***/ })

};
