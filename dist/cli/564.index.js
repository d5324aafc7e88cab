export const id = 564;
export const ids = [564];
export const modules = {

/***/ 70642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRuntime)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The parts of the install runtime, in the order in which they are joined: the program itself must be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
    'signed',
    'bundle',
    'options',
    'rights',
    'nar',
    'preflight',
    'whole',
    'lock',
    'nix',
    'registry',
    'failure',
    'watch',
    'fetch',
    'layers',
    'unpack',
    'store',
    'owner',
    'switch',
    'shells',
    'record',
    'prune',
    'door',
    'dev',
    'register',
    'dev-lib',
    'release',
    'packages',
    'ctl',
    'why',
    'build',
    'mode',
    'main',
];
/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
async function readRuntime(folder) {
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _release_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92748);




/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure if they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout is given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Several layouts are for ${arch}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(missing)} is missing. ` +
            `Only ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))} was built.`, { hint: 'Check whether the job that builds it failed or did not run. No tag was written.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
/** Whose release it is, and all content that is not each platform's own. */
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ...(0,_release_content_js__WEBPACK_IMPORTED_MODULE_3__/* .agreedFacts */ .mO)().map(({ what, of }) => [what, ({ facts }) => of(facts)]),
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don't belong together: their ${what} differs${values}.`, {
        hint: 'Publish only layouts that the jobs of one run built from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don't belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'It was pushed between the two jobs. Build all platforms again ("Re-run all jobs"), or name the base by digest.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don't belong together: they were built for different base images, ${first.names} and ${other.names}.`, { hint: 'Set the same base-image in each job of the matrix.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}


/***/ }),

/***/ 47665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ composeFeature)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26791);
/* harmony import */ var _feature_layer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15174);






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key, sign } = prepared;
    const { facts, platforms } = assembly;
    const { onGithub, ...own } = place;
    const tar = await (0,_feature_layer_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFeatureLayer */ .j)(assembly, { metadata, delivery, ...own, ...(sign === undefined ? {} : { sign }) });
    const config = { mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVCONTAINER_CONFIG */ .Wj, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v), size: _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v.length };
    const manifest = (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .featureManifest */ .EX)({
        feature: facts.feature,
        metadata,
        key,
        config,
        tar: tar.descriptor,
        platforms,
        origin: facts.origin,
        onGithub,
        ...(facts.created === undefined ? {} : { created: facts.created }),
    });
    const bytes = Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesContent */ .dy)(Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v)) : (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .fileContent */ .qY)(tar.file));
    return { bytes, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), config, tar, blobs };
}


/***/ }),

/***/ 15174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/feature/environment/runtime-options.js
var runtime_options = __webpack_require__(31479);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
;// CONCATENATED MODULE: ./lib/feature/files/signed-files.js



/** What is signed: a line for each file. The runtime reads it, see docs/reference/formats.md. */
const SIGNED_LIST = `${bundle/* BUNDLE_FOLDER */.oA}/signed`;
const SIGNATURE = `${bundle/* BUNDLE_FOLDER */.oA}/signed.sig`;
const FORMAT = 'nix-feature-files-v1';
/** Layers are in the lists of layers, by digest; an exported Feature has them elsewhere. */
const LAYER = new RegExp(`^${bundle/* BUNDLE_FOLDER */.oA}/[^/]+/layers/`);
/** Makes the files that show who made a Feature's other files. @param files all of the others */
function signedFiles(files, sign) {
    const list = listOf(files);
    return [
        { name: SIGNED_LIST, bytes: list },
        { name: SIGNATURE, bytes: sign(Buffer.from(list)) },
    ];
}
/** `<SHA-256> <mode> <name>`, sorted by the bytes of the names. */
function listOf(files) {
    const lines = files
        .filter(({ name }) => !LAYER.test(name))
        .toSorted((a, b) => (0,feature_tar/* byBytes */.bg)(a.name, b.name))
        .map((file) => {
        if (!('bytes' in file))
            throw new Error(`${file.name} is neither a layer nor text`);
        return `${(0,external_node_crypto_.createHash)('sha256').update(file.bytes).digest('hex')} ${(0,feature_tar/* modeOf */.VV)(file).toString(8)} ${file.name}`;
    });
    return [FORMAT, ...lines].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/layout/feature-layer.js
















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/reference/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work, sign } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: metadata_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await (0,runtime/* readRuntime */.F)(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._8)(sign === undefined ? files : [...files, ...signedFiles(files, sign)])), async function* count(chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(file));
    return { file, descriptor: { mediaType: media_types/* DEVCONTAINER_LAYER */.nz, digest: (0,digest/* digestOfHex */.z9)(hash.digest('hex')), size } };
}
async function embedded(platforms, { reader, work }) {
    const files = [];
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            const name = `${bundle/* BUNDLE_FOLDER */.oA}/${platform.document.system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`;
            files.push({ name, file: await localFile(platform, layer, reader, work) });
        }
    }
    return files;
}
async function localFile(platform, layer, reader, work) {
    if (await (0,built_layout/* isOnDisk */.L)(platform, layer))
        return platform.fileOf(layer);
    if (reader === undefined)
        throw new Error(`the layer ${layer.digest} is not on disk`);
    const file = (0,external_node_path_.join)(work, 'layers', (0,bundle/* layerFileName */.dX)(layer));
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, 'layers'), { recursive: true });
    await (0,external_node_stream_promises_.pipeline)(reader.blob(layer), (0,external_node_fs_.createWriteStream)(file));
    return file;
}


/***/ }),

/***/ 81049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(283);

function prepare(assembly, wanted, sign) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_0__/* .publishedMetadata */ .Eb)(content);
    return { assembly, content, metadata, delivery: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_0__/* .deliveryOf */ .A9)(content), key: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(content), ...(sign === undefined ? {} : { sign }) };
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
