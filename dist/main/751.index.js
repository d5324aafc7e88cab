export const id = 751;
export const ids = [751];
export const modules = {

/***/ 75675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linkOf),
/* harmony export */   h: () => (/* binding */ completeMetadata)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _runtime_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31479);


/** The folder that stays the same whatever is installed (docs/reference/formats.md, "On the installed system"). */
function linkOf(id) {
    return `/opt/nix-feature/${id}`;
}
/**
 * Adds to the author's metadata what every Feature of ours needs if they have not declared it: PATH in `containerEnv`,
 * the option `mode`, the options of the runtime, and `currentId` if it was renamed. What they wrote stays as it is, in their order: one variable of
 * `containerEnv` may use another that stands before it.
 * @param json the author's metadata, and what is returned: JSON without blanks
 */
function completeMetadata(json, id, env) {
    const metadata = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([
        ...metadata,
        ['options', (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withRuntimeOptions */ .$I)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withMode */ .cq)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata.get('options')))))],
        ['containerEnv', containerEnvOf(metadata.get('containerEnv'), id, env)],
        ...(isRenamed(metadata) ? [['currentId', JSON.stringify(id)]] : []),
    ]));
}
/** Who installs it by an old id is told the new one by the tools. */
function isRenamed(metadata) {
    return ((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(metadata.get('legacyIds')) ?? []).length > 0;
}
function containerEnvOf(json, id, env) {
    const own = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    const built = Object.entries(env.variables).filter(([name]) => !own.has(name));
    const folders = env.PATH.map((folder) => `${linkOf(id)}/${folder}`);
    const path = own.has('PATH') || folders.length === 0 ? [] : [['PATH', JSON.stringify([...folders, '${PATH}'].join(':'))]];
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...built.map(([name, value]) => [name, JSON.stringify(value)]), ...own, ...path]));
}


/***/ }),

/***/ 31479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ withRuntimeOptions),
/* harmony export */   cq: () => (/* binding */ withMode),
/* harmony export */   dH: () => (/* binding */ withoutAddedOptions),
/* harmony export */   gW: () => (/* binding */ runtimeOptionsOf)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _option_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32511);


/** What tells an option of the install runtime from an author's own of the same name, in all versions. */
const MARK = 'For the installer: ';
/**
 * Options that the install runtime reads itself. They are declared in what is published, so that tools offer them; an
 * author's own option of such a name stays the author's, and the runtime does not read it.
 */
const RUNTIME_OPTIONS = new Map(Object.entries({
    mirror: { type: 'string', default: '', description: `${MARK}a registry to get layers from instead of the Feature's own, as [scheme://]host[/prefix].` },
    debug: { type: 'boolean', default: false, description: `${MARK}say more about each step.` },
    verify: {
        type: 'string',
        enum: ['full', 'quick', 'all'],
        default: 'full',
        description: `${MARK}full hashes store paths of the Feature that are there already; quick takes them for whole; all hashes what it relies on too.`,
    },
}).map(([name, option]) => [name, JSON.stringify(option)]));
/** The option that every Feature has; an author may declare it too, with values of their own. */
const MODE = {
    type: 'string',
    enum: ['auto', 'secure', 'dev', 'build'],
    default: 'auto',
    description: 'secure: install the pre-built store paths. dev: install what the Feature has for other systems. build: build the flake here. auto: whichever fits.',
};
/** What it was described by in what is published. */
const MODE_DESCRIPTIONS = new Set([
    MODE.description,
    'secure: install the pre-built store paths. dev: install what the Feature has for other systems. auto: whichever fits.',
]);
/** Adds the option `mode`, if none of the author's has its variable. @param options each as JSON */
function withMode(options) {
    const isDeclared = [...options.keys()].some((name) => (0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name) === 'MODE');
    return isDeclared ? options : new Map([...options, ['mode', JSON.stringify(MODE)]]);
}
/** Adds the runtime's options to the author's, if none of theirs has the variable. @param options each as JSON */
function withRuntimeOptions(options) {
    const taken = new Set([...options.keys()].map(_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO));
    return new Map([...options, ...[...RUNTIME_OPTIONS].filter(([name]) => !taken.has((0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name)))]);
}
/** The names of the runtime's options that are declared. @param metadata completed, as JSON */
function runtimeOptionsOf(metadata) {
    return [...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata).get('options'))].filter(([name, option]) => isRuntimeOption(name, option)).map(([name]) => name);
}
/** Options without those that were added, which are no content of a release. @param options as JSON */
function withoutAddedOptions(options) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(options)].filter(([name, option]) => !isAdded(name, option))));
}
function isAdded(name, option) {
    return isRuntimeOption(name, option) || (name === 'mode' && MODE_DESCRIPTIONS.has(descriptionOf(option)));
}
function isRuntimeOption(name, option) {
    return RUNTIME_OPTIONS.has(name) && descriptionOf(option).startsWith(MARK);
}
function descriptionOf(option) {
    const description = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(option).get('description');
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(description) ?? '';
}


/***/ }),

/***/ 22500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S9: () => (/* binding */ GENERATED_INSTALL),
/* harmony export */   dX: () => (/* binding */ layerFileName),
/* harmony export */   e6: () => (/* binding */ bundleFiles),
/* harmony export */   oA: () => (/* binding */ BUNDLE_FOLDER)
/* harmony export */ });
/* harmony import */ var _nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43643);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The version of everything below; the runtime refuses any other. */
const SCHEMA = 1;
const BUNDLE_FOLDER = 'nix-feature';
/** The install.sh of a Feature whose author has written none. */
const GENERATED_INSTALL = `#!/bin/sh
# Installs this Feature: what nix-feature/install.sh does, and nothing more.
. "$(dirname -- "$0")/nix-feature/install.sh"
nix_feature_install || exit 1
`;
/**
 * The files of `nix-feature/` that the runtime reads (docs/reference/formats.md, "The install bundle"), sorted by name. The same
 * documents give the same bytes.
 * @param platforms one document for each system, all of the same Feature and version
 */
function bundleFiles(facts, platforms) {
    const sorted = platforms.toSorted((a, b) => (a.document.system < b.document.system ? -1 : 1));
    const files = [featureEnv(facts, sorted), ...sorted.flatMap(platformFiles)];
    return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
/** The file that a layer has among the embedded ones, and in a local `dist/`. */
function layerFileName(layer) {
    const end = layer.mediaType.endsWith('zstd') ? '.tar.zst' : layer.mediaType.endsWith('gzip') ? '.tar.gz' : '.tar';
    return `${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(layer.digest).slice(0, 32)}${end}`;
}
function featureEnv(facts, platforms) {
    const [first] = platforms;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    const bases = new Set(platforms.flatMap(({ document }) => document.bases.map(({ name, digest }) => (digest === undefined ? name : `${name} (${digest})`))));
    const lines = [
        `schema=${SCHEMA}`,
        `id=${first.document.feature.id}`,
        `version=${first.document.feature.version}`,
        `registry=${facts.registry}`,
        `repository=${facts.repository}`,
        ...[...bases].map((base) => `base=${base}`),
        `links=${facts.userLinks}`,
        ...facts.options.map((name) => `option=${name}`),
        // Absent for `default`, as in all that was published before.
        ...(first.document.source.attribute === undefined ? [] : [`attribute=${first.document.source.attribute}`]),
    ];
    return { name: `${BUNDLE_FOLDER}/feature.env`, text: linesText(lines.map(oneLine)) };
}
function platformFiles({ document }) {
    const added = document.closure.filter((entry) => entry.in === 'delta');
    const required = document.closure.filter((entry) => entry.in === 'base');
    const file = (name, text) => ({ name: `${BUNDLE_FOLDER}/${document.system}/${name}`, text });
    const files = [
        file('manifest', linesText(document.layers.map((layer) => manifestLine(layer, document.closure)))),
        file('paths', linesText(pathLines(added, document.layers))),
        file('requires', linesText(required.map(hashedPath))),
        file('registration', added.map(registration).join('')),
        file('requires-registration', required.map(registration).join('')),
        file('env-path', `${document.storePath}\n`),
        file('environment', linesText(environmentLines(document))),
    ];
    const { complement } = document;
    if (complement === undefined)
        return files;
    const covered = new Set(complement.flatMap((layer) => layer.paths));
    return [
        ...files,
        file('complement-manifest', linesText(complement.map((layer) => manifestLine(layer, document.closure)))),
        file('complement-paths', linesText(pathLines(required.filter(({ path }) => covered.has(path)), complement))),
    ];
}
/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>` */
function manifestLine(layer, closure) {
    const unpacked = layer.tarSize ?? largestTar(layer, closure);
    return [layer.digest, layer.size, layer.diffId, layer.mediaType, layerFileName(layer), unpacked].join(' ');
}
/**
 * A bound on the bytes of a layer's tar if they were not counted. A node takes 112 bytes of NAR or more; in a tar, a
 * header, an extended header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(layer, closure) {
    const sizes = new Map(closure.map(({ path, narSize }) => [path, narSize]));
    return 10_240 + layer.paths.reduce((sum, path) => sum + 100 * (sizes.get(path) ?? 0), 0);
}
/** `<path> sha256:<hex> <NAR size> <digest of its layer>` */
function pathLines(entries, layers) {
    const homes = new Map(layers.flatMap((layer) => layer.paths.map((path) => [path, layer])));
    return entries.map((entry) => {
        const layer = homes.get(entry.path);
        if (layer === undefined)
            throw new Error(`${entry.path} is in no layer`);
        return `${hashedPath(entry)} ${layer.digest}`;
    });
}
function hashedPath({ path, narHash, narSize }) {
    return `${path} sha256:${narHex(narHash)} ${narSize}`;
}
/** One entry as `nix-store --load-db` reads it: path, hash, size, deriver or an empty line, references. */
function registration({ path, narHash, narSize, deriver, references }) {
    return linesText([path, narHex(narHash), String(narSize), deriver ?? '', String(references.length), ...references]);
}
/** `PATH=<folder of the output>` for each, `.=<script of the output>` if there is one, then `NAME=value`. */
function environmentLines({ env }) {
    const variables = Object.entries(env.variables).filter(([name]) => name !== 'PATH');
    return [
        ...env.PATH.map((folder) => `PATH=${oneLine(folder)}`),
        // No variable has this name: an installer that does not know it takes no notice.
        ...(env.profile === undefined ? [] : [`.=${oneLine(env.profile)}`]),
        ...variables.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => oneLine(`${name}=${value}`)),
    ];
}
function narHex(narHash) {
    const { algorithm, bytes } = (0,_nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNixHash */ .BB)(narHash);
    if (algorithm !== 'sha256')
        throw new Error(`${narHash} is not a SHA-256`);
    return Buffer.from(bytes).toString('hex');
}
function oneLine(text) {
    if (/[\r\n\0]/.test(text))
        throw new Error(`"${text}" holds a line break, which the runtime can't read`);
    return text;
}
function linesText(lines) {
    return lines.map((line) => `${line}\n`).join('');
}


/***/ }),

/***/ 13050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   _8: () => (/* binding */ featureTar),
/* harmony export */   bg: () => (/* binding */ byBytes),
/* harmony export */   wi: () => (/* binding */ checkFileName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84551);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_inert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10192);





/**
 * `layers[0]` of a Feature as bytes: an uncompressed tar with `./`-prefixed members, regular files and directories alone
 * (dev container distribution specification; some readers refuse anything else). Sorted by name; the same files give
 * the same bytes.
 * @throws InputError for a name that such a tar can't hold; Failure if a file changes while it is read
 */
async function* featureTar(files) {
    const byName = new Map(files.map((file) => [file.name, file]));
    if (byName.size !== files.length)
        throw new Error('two files of the Feature have the same name');
    yield header({ name: './', type: 'directory', mode: 0o755, size: 0 });
    for (const name of [...foldersOf(byName.keys()), ...byName.keys()].toSorted(byBytes)) {
        const file = byName.get(name);
        if (file === undefined)
            yield header({ name: `./${name}`, type: 'directory', mode: 0o755, size: 0 });
        else
            yield* fileMember(file);
    }
    yield _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_END */ .y7;
}
/** Returns the mode that a file has in the tar. */
function modeOf({ name, executable }) {
    return executable === true || name.endsWith('.sh') ? 0o755 : 0o644;
}
async function* fileMember(file) {
    const mode = modeOf(file);
    const bytes = 'bytes' in file ? Buffer.from(file.bytes) : undefined;
    const size = 'file' in file ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file.file)).size : (bytes?.length ?? 0);
    yield header({ name: `./${file.name}`, type: 'file', mode, size });
    if (bytes !== undefined)
        yield bytes;
    if ('file' in file) {
        let read = 0;
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file.file)) {
            read += chunk.length;
            yield chunk;
        }
        if (read !== size)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${file.file} changed while it was read: ${size} bytes before, ${read} now.`);
    }
    const padding = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarPadding */ .vr)(size);
    if (padding > 0)
        yield Buffer.alloc(padding);
}
/** Each folder above a file, once, with a slash at the end so that it sorts before what it holds. */
function foldersOf(names) {
    const folders = new Set();
    for (const name of names) {
        if ((0,_kit_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .firstUnfit */ .JU)(name) !== undefined || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `"${name}" can't be the name of a file in a Feature.`);
        }
        for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1))
            folders.add(name.slice(0, slash + 1));
    }
    return folders;
}
/**
 * Can this be the name of a file in a Feature?
 * @param file where it is, for the error
 * @throws InputError
 */
function checkFileName(name, file) {
    for (const folder of foldersOf([name]))
        header({ name: `./${folder}`, type: 'directory', mode: 0o755, size: 0 }, file);
    header({ name: `./${name}`, type: 'file', mode: 0o644, size: 0 }, file);
}
/** Headers hold one byte in each char. An extended header would be a member that is no regular file. */
function header(entry, file) {
    const blocks = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarHeader */ .pI)({ ...entry, name: Buffer.from(entry.name).toString('latin1') });
    if (blocks.length > 512) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `"${entry.name}" is too long a name for a file in a Feature.`, {
            hint: 'A tar without extensions holds up to 100 bytes, or 255 with a slash in the right place.',
            ...(file === undefined ? {} : { location: { file } }),
        });
    }
    return blocks;
}
/** Compares names by their bytes. */
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}


/***/ }),

/***/ 92748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ askedDifference),
/* harmony export */   FP: () => (/* binding */ hasComplement),
/* harmony export */   W7: () => (/* binding */ holdSame),
/* harmony export */   mO: () => (/* binding */ agreedFacts),
/* harmony export */   rg: () => (/* binding */ keyLines)
/* harmony export */ });
/* unused harmony export decidesContent */
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The facts, in the order of the release key. */
const FACTS = {
    metadata: {
        of: 'feature',
        what: 'metadata',
        key: ({ metadata }) => [`metadata ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(metadata)}`],
        jobs: ({ metadata }) => metadata,
    },
    files: {
        of: 'feature',
        what: 'files of the Feature',
        key: ({ files }) => files.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.name, b.name)).map(fileLine),
        jobs: ({ files }) => files,
    },
    delivery: {
        of: 'feature',
        what: 'delivery',
        key: ({ delivery }) => [`delivery ${delivery}`],
        jobs: ({ delivery }) => delivery,
    },
    output: {
        of: 'platform',
        what: 'output',
        key: ({ system, storePath }) => [`system ${system} ${storePath}`],
        holds: ({ storePath }) => [storePath],
        jobs: 'each',
        before: 'evaluation',
    },
    shipped: {
        of: 'platform',
        what: 'shipped paths',
        key: ({ layers }) => layers.map(({ key }) => `layer ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: ({ closure }) => linesOf(closure, 'delta'),
        jobs: 'each',
        before: 'evaluation',
    },
    complement: {
        of: 'platform',
        what: 'complement',
        key: ({ complement = [] }) => complement.map(({ key }) => `complement ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: (document) => [hasComplement(document) ? 'complement' : 'none'],
        jobs: ({ complement }) => complement ?? false,
        before: complementDifference,
    },
    required: {
        of: 'platform',
        what: 'paths of the base',
        key: ({ closure }) => closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
        holds: ({ closure }) => linesOf(closure, 'base'),
        jobs: 'each',
        before: 'evaluation',
    },
};
function no(why) {
    return { why };
}
const PLACE = no('says where Nix runs; a store path is the same wherever it was built');
const NAME = no('says where it is published; what it holds is the same everywhere');
const CHECK = no('checks what was built');
const RESULT = no('says where results go');
/** Which facts each field of a request decides. */
const DECISIONS = {
    featureFolder: ['metadata', 'files'],
    flake: ['output'],
    nixpkgs: ['output'],
    followBase: ['output'],
    include: ['files'],
    bases: ['shipped', 'required'],
    arches: ['output'],
    delivery: ['delivery'],
    complement: ['complement'],
    buildIn: PLACE,
    engine: PLACE,
    containerOptions: PLACE,
    nix: PLACE,
    jobs: PLACE,
    compression: no('a layer is known by what it holds, whatever packed it'),
    maxLayers: no('the same paths in other layers are the same release'),
    reuse: no('what is taken from a release has the hash that it says'),
    shareWith: no('the same paths in other layers are the same release'),
    push: NAME,
    registry: NAME,
    namespace: NAME,
    credentials: NAME,
    movingTags: NAME,
    collection: NAME,
    reproducible: CHECK,
    releaseTag: CHECK,
    test: CHECK,
    testDev: CHECK,
    remoteUser: CHECK,
    strict: CHECK,
    maxDeltaSize: CHECK,
    policy: CHECK,
    leaks: CHECK,
    output: RESULT,
    uploadArtifact: RESULT,
    retentionDays: RESULT,
    summary: RESULT,
    sbom: no('an SBOM describes a release; it is attached to it, and no part of it'),
    given: RESULT,
    origin: no('annotations name the commit; the next commit may hold the same Feature'),
    provenance: no('says who built it, and is attached to what is published'),
    created: no('a time is not what a release holds'),
};
/** Decides a field what a release holds? */
function decidesContent(field) {
    return !('why' in DECISIONS[field]);
}
const ALL = Object.values(FACTS);
const OF_FEATURE = ALL.filter((fact) => fact.of === 'feature');
const OF_PLATFORM = ALL.filter((fact) => fact.of === 'platform');
/** All lines of a release key: those of the Feature, then those of each platform. */
function keyLines(content) {
    const documents = content.documents.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.system, b.system));
    return [...OF_FEATURE.flatMap(({ key }) => key(content)), ...documents.flatMap((document) => OF_PLATFORM.flatMap(({ key }) => key(document)))];
}
/** What the jobs of a matrix must have in common: what it is called, and how it is found in what a job was told. */
function agreedFacts() {
    return ALL.flatMap(({ what, jobs }) => (jobs === 'each' ? [] : [{ what, of: jobs }]));
}
/** Do two platforms hold the same, in whatever layers? */
function holdSame(a, b) {
    return OF_PLATFORM.every(({ holds }) => holds(a).join('\n') === holds(b).join('\n'));
}
/** The first fact of a published platform that is not what is asked for. */
function askedDifference(published, asked) {
    return OF_PLATFORM.map(({ before }) => (before === 'evaluation' ? undefined : before(published, asked))).find((difference) => difference !== undefined);
}
function hasComplement({ complement = [] }) {
    return complement.length > 0;
}
/** Where the base has nothing of the closure there is nothing that a complement could hold. */
function complementDifference(published, { complement }) {
    const wanted = complement && published.closure.some((entry) => entry.in === 'base');
    if (published.hasComplement === wanted)
        return undefined;
    return published.hasComplement
        ? { published: 'with a complement', has: 'a complement, which is not requested' }
        : { published: 'without a complement', has: 'no complement, which is requested' };
}
function fileLine({ name, executable, bytes }) {
    return `file ${executable ? 'x' : '-'} ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes)} ${JSON.stringify(name)}`;
}
function linesOf(closure, place) {
    return closure.filter((entry) => entry.in === place).map(({ path, narHash }) => `${path} ${narHash}`);
}


/***/ }),

/***/ 48118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ releaseKey),
/* harmony export */   L: () => (/* binding */ keyMetadata)
/* harmony export */ });
/* harmony import */ var _feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31479);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92748);





/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';
/**
 * What a release holds (docs/reference/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is. What counts is listed in content.ts.
 */
function releaseKey(content) {
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)([FORMAT, ...(0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLines */ .rg)(content)].map((line) => `${line}\n`).join(''));
}
/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
function keyMetadata(json) {
    const members = [...(0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)(json)].map(([name, value]) => [name, keyMember(name, value)]);
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a, b))));
}
function keyMember(name, value) {
    if (name === 'containerEnv')
        return value;
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedJson */ .Is)(name === 'options' ? (0,_feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutAddedOptions */ .dH)(value) : value);
}


/***/ }),

/***/ 283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ deliveryOf),
/* harmony export */   Eb: () => (/* binding */ publishedMetadata),
/* harmony export */   H3: () => (/* binding */ platformDifference),
/* harmony export */   Lz: () => (/* binding */ contentDifference),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xf: () => (/* binding */ FILES_DIFFER),
/* harmony export */   ol: () => (/* binding */ ownDifference),
/* harmony export */   w: () => (/* binding */ isOwnPart)
/* harmony export */ });
/* harmony import */ var _feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75675);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92748);
/* harmony import */ var _release_key_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48118);







/**
 * `auto` embeds up to this many bytes of layers, over all platforms: from here on an installation takes no longer by layers, and what each
 * release sends again is many times what changed (docs/contributing/performance.md, "Where the layers travel").
 */
const EMBED_LIMIT = 4 * 1024 * 1024;
/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'];
/** How layers reach whoever installs: as was asked for, or by their size. */
function deliveryOf({ delivery, documents }) {
    if (delivery !== 'auto')
        return delivery;
    const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
    return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}
/** The author's metadata as it is published, as JSON: completed, in their order. */
function publishedMetadata({ id, metadata, documents }) {
    const [first] = documents;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    const other = documents.find(({ env }) => JSON.stringify(env.variables) !== JSON.stringify(first.env.variables));
    if (other !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The development shells for ${first.system} and ${other.system} set different variables, and a Feature has one "containerEnv".`, { hint: 'Let the shell of each platform set the same variables; values with store paths may differ.' });
    return (0,_feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__/* .completeMetadata */ .h)(metadata, id, first.env);
}
function keyOf(content) {
    return (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseKey */ .D)({ ...content, metadata: (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .keyMetadata */ .L)(publishedMetadata(content)), delivery: deliveryOf(content) });
}
/**
 * Is what is published made of this own part? Its key is made again with the documents that are published: it comes out
 * the same where nothing else differs. `auto` is content with either delivery of what is published.
 */
function isOwnPart(published, documents, part) {
    if (documents.size === 0)
        return false;
    const deliveries = part.delivery === 'auto' ? DELIVERIES : [part.delivery];
    return deliveries.some((delivery) => isMadeOf(published, { ...part, delivery, documents: [...documents.values()] }));
}
function isMadeOf(published, content) {
    const { key } = published;
    return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}
/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }, content) {
    return metadata === undefined ? undefined : (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseKey */ .D)({ ...content, metadata, delivery: deliveryOf(content) });
}
/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }, content) {
    const [before, now] = [metadata, publishedMetadata(content)].map((json) => (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .keyMetadata */ .L)(json)));
    return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}
/** What `ownDifference` says of files. */
const FILES_DIFFER = 'its files differ';
/** Of this own part, what differs from what is published; as a part of a sentence. Undefined if nothing does. */
function ownDifference(published, documents, part) {
    if (isOwnPart(published, documents, part))
        return undefined;
    const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
    if (names.length > 0)
        return `its metadata differs (${names.join(', ')})`;
    const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
    return delivery === undefined ? FILES_DIFFER : `it was published with delivery: ${delivery}`;
}
/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined if nothing does
 */
function contentDifference(published, documents, content) {
    const arches = content.documents.map(({ system }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(system));
    if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
        return `it was published for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)([...documents.keys()])} and is now for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(arches)}`;
    }
    return (ownDifference(published, documents, content) ??
        content.documents.map((document) => platformDifference(documents.get((0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(document.system)), document)).find((difference) => difference !== undefined));
}
/** What of one platform differs, as a part of a sentence; undefined if nothing does, or nothing is published. */
function platformDifference(published, document) {
    if (published === undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_5__/* .holdSame */ .W7)(published, document))
        return undefined;
    const { storePath, system } = document;
    return published.storePath === storePath
        ? `what is shipped for ${system}, or required of the base, has changed`
        : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}


/***/ })

};
