export const id = 299;
export const ids = [299];
export const modules = {

/***/ 2140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together),
/* harmony export */   p: () => (/* binding */ stoppable)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);

/** The same host, whose signal we can give too: what fails must not wait for the end of something long beside it. */
function stoppable(host) {
    const stop = new AbortController();
    const signal = AbortSignal.any([host.signal, stop.signal]);
    // As many listeners as there are requests and commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return { host: { ...host, signal }, stop };
}
/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
async function together(stop, first, second) {
    let failure;
    const watch = async (task) => {
        try {
            await task;
        }
        catch (reason) {
            // What fails after this fails because of it.
            failure ??= { reason };
            stop.abort(reason);
        }
    };
    await Promise.all([watch(first), watch(second)]);
    if (failure !== undefined)
        throw failure.reason;
    return Promise.all([first, second]);
}


/***/ }),

/***/ 2531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2480);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7703);



/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure where they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout was given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${arch} is there more than once: in ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(missing)} is missing. ` +
            `There is ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))}.`, { hint: 'Did the job that builds it fail, or not run? Nothing was given a tag.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ['delivery', ({ facts }) => facts.delivery],
    ['complement', ({ facts }) => facts.complement ?? false],
    ['metadata', ({ facts }) => facts.metadata],
    ['files of the Feature', ({ facts }) => facts.files],
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don’t belong together: their ${what} differs${values}.`, {
        hint: 'Publish what jobs of one run built, from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don’t belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'Somebody pushed it between the two jobs. Build all platforms again (“Re-run all jobs”); a base that is named by digest does not move.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don’t belong together: they were built for other base images, ${first.names} and ${other.names}.`, { hint: 'Give each job of the matrix the same base-image.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}


/***/ }),

/***/ 3789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isOnDisk),
  n: () => (/* binding */ readBuiltLayout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/layout-reader.js
var layout_reader = __webpack_require__(2611);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(2222);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(2480);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/publish/check-platform.js



/** What `oras pull` makes files of. */
const TITLE = 'org.opencontainers.image.title';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;
/**
 * Is a platform manifest what its delta document and its layout say? It is published as it is, so that there must be
 * nothing else in it.
 * @param where for messages
 * @throws IntegrityError
 */
function checkPlatform(manifest, document, { feature }, where) {
    const refuse = (why) => {
        throw new errors/* IntegrityError */.cs(`${where} can't be used: ${why}.`, { hint: 'Nothing was sent. Build again, and publish what that build wrote.' });
    };
    const named = `${document.feature.id} ${document.feature.version}`;
    if (named !== `${feature.id} ${feature.version}`)
        refuse(`its delta document is of ${named}, and its layout of ${feature.id} ${feature.version}`);
    if (manifest.artifactType !== media_types/* DELTA_ARTIFACT */.YD || manifest.config.mediaType !== media_types/* DELTA_CONFIG */.kt)
        refuse('it is not the manifest of a delta');
    const wanted = [...document.layers, envPathOf(document), ...(document.complement ?? [])];
    for (const [index, layer] of wanted.entries()) {
        if (!isSame(manifest.layers[index], layer))
            refuse(`its layer ${index + 1} is not the ${layer.digest} of its delta document`);
    }
    if (manifest.layers.length > wanted.length)
        refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
    const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
    if (title !== undefined)
        refuse(`${JSON.stringify(title.slice(0, 80))} is no name for a file`);
}
function envPathOf({ storePath }) {
    const text = `${storePath}\n`;
    return { mediaType: media_types/* ENV_PATH */.cc, digest: (0,digest/* digestOf */.ol)(text), size: text.length };
}
function isSame(found, { digest, size, mediaType }) {
    return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}

// EXTERNAL MODULE: ./lib/publish/layout-facts.js
var layout_facts = __webpack_require__(1531);
// EXTERNAL MODULE: ./lib/publish/read-document.js
var read_document = __webpack_require__(4669);
;// CONCATENATED MODULE: ./lib/publish/built-layout.js









/** @throws Failure where the folder holds no build of a Feature; IntegrityError where it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,layout_facts/* readLayoutFacts */.Sn)(folder);
    const reader = await layout_reader/* LayoutReader */.I.open(folder);
    const platforms = [];
    const listed = reader.manifests.filter(({ artifactType }) => artifactType === media_types/* DELTA_ARTIFACT */.YD);
    if (listed.length > platform/* ARCHES */.Pr.length)
        throw new errors/* IntegrityError */.cs(`The layout ${folder} holds ${listed.length} platforms, and there are ${platform/* ARCHES */.Pr.length}.`);
    for (const { digest } of listed)
        platforms.push(await readPlatform(reader, digest, facts));
    if (platforms.length === 0)
        throw new errors/* Failure */.HR(`The layout ${folder} holds no platform of a Feature.`);
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms };
}
async function readPlatform(reader, digest, facts) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new errors/* IntegrityError */.cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = await (0,read_document/* readDocument */.u)(reader, manifest.config, `the config of ${where}`);
    checkPlatform(manifest, document, facts, where);
    const listed = ({ digest: wanted, size }) => {
        const found = manifest.layers.find((each) => each.digest === wanted && each.size === size);
        if (found === undefined)
            throw new errors/* IntegrityError */.cs(`${where} does not list the layer ${wanted} of its own delta document.`);
        return found;
    };
    const layers = document.layers.map(listed);
    const complement = (document.complement ?? []).map(listed);
    const fileOf = (blob) => reader.blobPath(blob.digest);
    const arch = (0,platform/* archOf */.Qh)(document.system);
    const { pushed, reused = {} } = facts;
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0 };
}
async function isOnDisk(platform, blob) {
    const found = await (0,promises_.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
}


/***/ }),

/***/ 568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ composeFeature)
/* harmony export */ });
/* harmony import */ var _feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7844);
/* harmony import */ var _oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9634);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(261);
/* harmony import */ var _feature_layer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6538);






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key } = prepared;
    const { facts, platforms } = assembly;
    const { registry, repository, reader, work, onGithub } = place;
    const tar = await (0,_feature_layer_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFeatureLayer */ .j)(assembly, { metadata, delivery, registry, repository, work, ...(reader === undefined ? {} : { reader }) });
    const config = { mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVCONTAINER_CONFIG */ .Wj, digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v), size: _feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v.length };
    const manifest = (0,_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .featureManifest */ .EX)({
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
    const bytes = Buffer.from((0,_oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesContent */ .dy)(Buffer.from(_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v)) : (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .fileContent */ .qY)(tar.file));
    return { bytes, digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), config, tar, blobs };
}


/***/ }),

/***/ 6538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./lib/feature/bundle.js
var bundle = __webpack_require__(4072);
// EXTERNAL MODULE: ./lib/feature/feature-tar.js
var feature_tar = __webpack_require__(8838);
// EXTERNAL MODULE: ./lib/feature/metadata.js
var feature_metadata = __webpack_require__(7801);
// EXTERNAL MODULE: ./lib/feature/runtime-options.js
var runtime_options = __webpack_require__(305);
;// CONCATENATED MODULE: ./lib/feature/runtime.js


/** The parts of the install runtime, in the order in which they are joined: the program itself has to be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
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
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,promises_.readFile)((0,external_node_path_.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(3789);
;// CONCATENATED MODULE: ./lib/publish/feature-layer.js















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: feature_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await readRuntime(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._)(files)), async function* count(chunks) {
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

/***/ 1531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* unused harmony export FILES_FILE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6118);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(452);
/* harmony import */ var _feature_bundle_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4072);
/* harmony import */ var _feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8838);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7801);
/* harmony import */ var _feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3228);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3040);
/* harmony import */ var _oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9634);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9501);
/* harmony import */ var _read_up_to_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3607);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2061);

















const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__/* .featureTar */ ._)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_12__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    // The author's own order would be lost in an object.
    const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : (0,_oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_15__/* .canonicalJson */ .d)(value)]]));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}
/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure where the folder holds no build of ours, or one of another version of us; IntegrityError where it is no
 *   such document
 */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const bytes = await (0,_read_up_to_js__WEBPACK_IMPORTED_MODULE_13__/* .readUpTo */ .V)(file, FACTS_LIMIT).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature’s build.`, {
            cause,
            hint: 'Name the layouts that `nix-feature build` wrote, or the folders of downloaded artifacts.',
        });
    });
    const refuse = (why) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const json = parse(bytes, refuse);
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_14__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
}
function parse(bytes, refuse) {
    try {
        return (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .parseJson */ .qF)(bytes, { bytes: FACTS_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
}
/**
 * The author's files of a layout. The archive has to be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError where they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_read_up_to_js__WEBPACK_IMPORTED_MODULE_13__/* .readUpTo */ .V)(path, FILES_LIMIT).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs)
            throw cause;
        return refuse('it can’t be read', cause);
    });
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_12__/* .digestOf */ .ol)(bytes);
    if (digest !== facts.files)
        refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
    const files = await unpack(bytes).catch((cause) => refuse('it is no tar', cause));
    const foreign = files.find(({ name }) => name.split('/')[0] === _feature_bundle_js__WEBPACK_IMPORTED_MODULE_8__/* .BUNDLE_FOLDER */ .oA || name === _feature_metadata_js__WEBPACK_IMPORTED_MODULE_10__/* .METADATA_FILE */ .VR);
    if (foreign !== undefined)
        refuse(`it holds ${foreign.name}, a name that is ours alone`);
    const again = await remade(files).catch((cause) => refuse('it holds names that a Feature has not', cause));
    if (!again.equals(bytes))
        refuse('it is not written as a build writes it');
    return files;
}
async function unpack(bytes) {
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([bytes]), entries);
    read.catch(() => undefined);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const contents = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
    }
    await read;
    return files;
}
async function remade(files) {
    const chunks = [];
    for await (const chunk of (0,_feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__/* .featureTar */ ._)(files))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 8288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lookAtRelease),
/* harmony export */   D: () => (/* binding */ lookAtParts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2222);



const LATEST = 'latest';
/**
 * Looks whether a release is whole: by a HEAD for each tag and blob, and a GET for each platform's manifest.
 * @param moving whether tags such as `1.2` and `latest` are looked at
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function lookAtRelease(reader, release, moving) {
    const [tags, missing] = await Promise.all([lookAtTags(reader, release, moving), lookAtParts(reader, release)]);
    return { ...tags, missing };
}
async function lookAtTags(reader, { version: text, digest, platforms }, moving) {
    const version = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return { tags: [], missingTags: [] };
    const wandering = new Set([...(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .movingTags */ .Ui)(version).map(({ tag }) => tag), ...[...platforms.keys()].map((arch) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .archTag */ .p9)(LATEST, arch))]);
    const named = new Map([
        ...(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsOfHighest */ .PS)(version, []).map((tag) => [tag, digest]),
        ...[...platforms].flatMap(([arch, own]) => [text, ...((0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .movingTags */ .Ui)(version).length > 0 ? [LATEST] : [])].map((tag) => [(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .archTag */ .p9)(tag, arch), own])),
    ]);
    const wanted = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsOfHighest */ .PS)(version, [...platforms.keys()]).filter((tag) => named.has(tag) && (moving || !wandering.has(tag)));
    const seen = new Map(await Promise.all(wanted.map(async (tag) => [tag, (await reader.head(tag))?.digest])));
    const isLatest = seen.get(LATEST) === digest;
    return {
        tags: wanted.filter((tag) => seen.get(tag) === named.get(tag)),
        // What a moving tag names instead may be a higher version; where `latest` is ours, there is none.
        missingTags: wanted.filter((tag) => seen.get(tag) !== named.get(tag) && (!wandering.has(tag) || seen.get(tag) === undefined || isLatest)),
    };
}
/** Looks at manifests and blobs alone. */
async function lookAtParts(reader, { bytes, mediaType, digest, platforms }) {
    const found = await Promise.all([...platforms].map(async ([arch, own]) => ({ arch, own, raw: await manifestIfThere(reader, own) })));
    const blobs = new Map();
    for (const { arch, raw } of found) {
        if (raw !== undefined)
            for (const blob of blobsOf(raw))
                blobs.set(blob.digest, { ...blob, what: `a blob of ${arch}` });
    }
    const [config, tar, ...layers] = blobsOf({ bytes, mediaType, digest });
    for (const blob of layers)
        if (!blobs.has(blob.digest))
            blobs.set(blob.digest, { ...blob, what: 'a layer' });
    if (config !== undefined)
        blobs.set(config.digest, { ...config, what: "the Feature's config" });
    if (tar !== undefined)
        blobs.set(tar.digest, { ...tar, what: "the Feature's tar" });
    const there = await Promise.all([...blobs.values()].map(async (blob) => ({ ...blob, isThere: await reader.hasBlob(blob, true) })));
    return [
        ...found.filter(({ raw }) => raw === undefined).map(({ arch, own }) => ({ digest: own, what: `the platform manifest for ${arch}` })),
        ...there.filter(({ isThere }) => !isThere).map(({ digest: each, what }) => ({ digest: each, what })),
    ];
}
function blobsOf(raw) {
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, 'a release');
    return parsed.kind === 'index' ? [] : [parsed.manifest.config, ...parsed.manifest.layers];
}
async function manifestIfThere(reader, digest) {
    return reader.manifest(digest).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}


/***/ }),

/***/ 4505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ps: () => (/* binding */ checkVersion),
  xB: () => (/* binding */ completeRelease),
  iA: () => (/* binding */ prepare),
  wD: () => (/* binding */ publishAssembly)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/build/together.js
var together = __webpack_require__(2140);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/feature/metadata.js
var metadata = __webpack_require__(7801);
;// CONCATENATED MODULE: ./lib/feature/release-tag.js


// v1.2.3, 1.2.3, my-tools-v1.2.3, my-tools-1.2.3, my-tools/v1.2.3, my-tools@1.2.3; feature_my-tools_1.2.3 is what the
// official action writes.
const TAG = /^(?:feature_(?<official>[a-z0-9]+(?:[._-][a-z0-9]+)*)_|(?<id>[a-z0-9]+(?:[._-][a-z0-9]+)*?)[-/@])?v?(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;
/** What a git tag releases. @returns undefined where it names no whole version (`v1`, `nightly`) */
function parseReleaseTag(tag) {
    const groups = TAG.exec(tag)?.groups;
    if (groups?.['version'] === undefined)
        return undefined;
    return { id: groups['id'] ?? groups['official'], version: groups['version'] };
}
/**
 * On a git tag that names a version, the metadata has to name the same.
 * @throws InputError where they differ, or the tag is another Feature's
 */
function checkReleaseTag(tag, feature) {
    const release = parseReleaseTag(tag);
    if (release === undefined)
        return;
    if (release.id !== undefined && release.id !== feature.id) {
        throw new errors/* InputError */.dz('feature', `The git tag ${tag} releases the Feature “${release.id}”, and this is “${feature.id}”.`, {
            hint: 'Let the workflow build the Feature that the tag names, and no other.',
        });
    }
    if (release.version === feature.version)
        return;
    throw new errors/* InputError */.dz('feature', `The git tag ${tag} says version ${release.version}, and ${metadata/* METADATA_FILE */.VR} of ${feature.id} says ${feature.version}.`, { hint: `Set "version" in ${metadata/* METADATA_FILE */.VR} to ${release.version}, or delete the tag and tag version ${feature.version}.` });
}

// EXTERNAL MODULE: ./lib/feature/versions.js
var versions = __webpack_require__(341);
// EXTERNAL MODULE: ./lib/oci/blob-content.js
var blob_content = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/push-image.js
var push_image = __webpack_require__(469);
// EXTERNAL MODULE: ./lib/oci/push-manifest.js
var push_manifest = __webpack_require__(4555);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/temporary.js
var temporary = __webpack_require__(1780);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(3789);
// EXTERNAL MODULE: ./lib/oci/credentials.js
var credentials = __webpack_require__(7771);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var registry = __webpack_require__(188);
// EXTERNAL MODULE: ./lib/publish/target.js + 7 modules
var publish_target = __webpack_require__(4875);
;// CONCATENATED MODULE: ./lib/publish/readability.js




/** Nobody waits minutes for an answer without which the release is one. */
const POLICY = { attempts: 2, deadline: 15_000 };
/**
 * Asks for a release as somebody without a login would. Where that can't be found out, as registries limit the requests
 * of strangers, a warning says so.
 * @param repository without the registry
 * @throws CancelledError
 */
async function readability(target, repository, { version }, host) {
    const reference = { registry: target.registry, repository, tag: version };
    const everybody = new registry/* Registry */.O(reference, { ...(0,publish_target/* registryOptions */._A)(target, host), credentials: credentials/* anonymous */._5, policy: POLICY });
    try {
        return (await everybody.head(version)) === undefined ? 'with a login' : 'by everybody';
    }
    catch (error) {
        if (error instanceof errors/* RegistryError */.gl && [401, 403].includes(error.status ?? 0))
            return 'with a login';
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || host.signal.aborted)
            throw error;
        host.warning(`Whether everybody may read ${everybody.name} could not be found out: ${error.message}`);
        return 'unknown';
    }
    finally {
        everybody.close();
    }
}

// EXTERNAL MODULE: ./lib/publish/compose-feature.js
var compose_feature = __webpack_require__(568);
// EXTERNAL MODULE: ./lib/publish/look-at-release.js
var look_at_release = __webpack_require__(8288);
// EXTERNAL MODULE: ./lib/publish/move-tags.js + 1 modules
var move_tags = __webpack_require__(9998);
// EXTERNAL MODULE: ./lib/publish/legacy-ids.js
var legacy_ids = __webpack_require__(8347);
// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(2714);
// EXTERNAL MODULE: ./lib/publish/release.js
var publish_release = __webpack_require__(4610);
// EXTERNAL MODULE: ./lib/publish/same-release.js + 1 modules
var same_release = __webpack_require__(7456);
// EXTERNAL MODULE: ./lib/publish/update-collection.js
var update_collection = __webpack_require__(8923);
;// CONCATENATED MODULE: ./lib/publish/publish-assembly.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






















/**
 * Publishes a Feature with all of its platforms. Everything is in the registry, by digest, before the first tag is
 * written; run again after it was interrupted, it completes what is missing.
 * @throws Failure where the version is published with other content; RegistryError, IntegrityError, CancelledError
 */
async function publishAssembly(assembly, options, host) {
    const { target } = options;
    const { feature, origin } = assembly.facts;
    checkVersion(feature, options.releaseTag);
    const prepared = prepare(assembly, options.delivery);
    const writer = options.writer ?? (0,publish_target/* openWriter */.Kn)(target, (0,publish_target/* repositoryOf */._M)(target, feature.id), host);
    try {
        const earlier = await (0,publish_release/* findRelease */.dv)(writer.reader, feature, prepared.content);
        const pushed = earlier === undefined ? await pushRelease(prepared, target, writer, host) : await mendRelease(earlier, prepared, target, writer);
        const { release } = pushed;
        const tags = await completeRelease(target, writer, release, { id: feature.id, metadata: prepared.metadata, delivery: prepared.delivery, source: origin.source }, host);
        if (earlier !== undefined)
            host.info(`${writer.repository}:${feature.version} is published already, with this very content.`);
        return {
            repository: writer.repository,
            digest: release.digest,
            tags,
            upToDate: earlier !== undefined,
            sent: pushed.sent,
            featureBytes: pushed.featureBytes,
        };
    }
    finally {
        if (options.writer === undefined)
            writer.close();
    }
}
/** What can be known to be wrong before anything is built. @throws InputError */
function checkVersion(feature, releaseTag) {
    if (releaseTag !== undefined)
        checkReleaseTag(releaseTag, feature);
    if ((0,versions/* looksLikeArchTag */.IB)(feature.version)) {
        throw new errors/* InputError */.dz('feature', `The version ${feature.version} of ${feature.id} can’t be published: it ends like a platform tag (-amd64, -arm64).`, {
            hint: 'Let the pre-release end in something else than the name of an architecture.',
        });
    }
}
function prepare(assembly, wanted) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,same_release/* publishedMetadata */.Eb)(content);
    return { assembly, content, metadata, delivery: (0,same_release/* deliveryOf */.A9)(content), key: (0,same_release/* keyOf */.TN)(content) };
}
/**
 * Pushes the platforms by digest, and then the Feature under its version's tag, with which it is published. Who finds the
 * tag taken touches no other one.
 */
async function pushRelease(prepared, target, writer, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { assembly, delivery } = prepared;
        const { facts, platforms } = assembly;
        const repository = (0,publish_target/* repositoryOf */._M)(target, facts.feature.id);
        const sent = await (0,push_platforms/* pushPlatforms */.z)(writer, repository, platforms, host);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-publish');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const { bytes, blobs } = await (0,compose_feature/* composeFeature */.x)(prepared, { registry: target.registry, repository, onGithub: (0,publish_target/* isGithubRegistry */.HV)(target), reader: writer.reader, work });
        const progress = host.stage('Push the Feature', { unit: 'bytes' });
        try {
            const { descriptor, blobBytes, sent: isNew } = await (0,push_image/* pushImage */.G)(writer, { bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS }, {
                content: ({ digest }) => blobs(digest),
                onProgress: (done, total) => progress.update(done, undefined, total),
                signal: host.signal,
                tag: facts.feature.version,
            });
            progress.end(`${descriptor.digest}, ${(0,format/* formatBytes */.z3)(blobBytes)} sent, delivery: ${delivery}`);
            const release = {
                version: facts.feature.version,
                digest: descriptor.digest,
                bytes,
                mediaType: media_types/* IMAGE_MANIFEST */.MS,
                platforms: new Map(platforms.map(({ arch, digest }) => [arch, digest])),
                manifests: platforms.map((platform) => ({ digest: platform.digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes })),
                ...(isNew ? { isNew } : {}),
            };
            return { release, sent, featureBytes: blobBytes };
        }
        catch (error) {
            progress.end('failed');
            const theirs = error instanceof push_manifest/* TagMovedError */.w ? await (0,publish_release/* findRelease */.dv)(writer.reader, facts.feature, prepared.content) : undefined;
            if (theirs === undefined)
                throw error;
            // Somebody else has published the same version in the meantime: theirs counts, as it holds the same.
            return { release: theirs, sent, featureBytes: 0 };
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * Sends what a published release has lost: platform manifests, layers, documents, the Feature's tar. A Feature that was copied here from
 * another registry may have come without some.
 * @throws Failure where what was built now has other bytes than what is gone
 */
async function mendRelease(release, prepared, target, writer) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const missing = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (missing.length === 0)
            return { release, sent: new Map(), featureBytes: 0 };
        const { facts, platforms } = prepared.assembly;
        const repository = (0,publish_target/* repositoryOf */._M)(target, facts.feature.id);
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-publish');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        // Layers first: an embedding tar is made of them.
        const lost = new Set(missing.map(({ digest }) => digest));
        const sent = new Map();
        for (const platform of platforms)
            sent.set(platform.arch, await mendPlatform(platform, lost, writer));
        const composed = await (0,compose_feature/* composeFeature */.x)(prepared, { registry: target.registry, repository, onGithub: (0,publish_target/* isGithubRegistry */.HV)(target), reader: writer.reader, work });
        let featureBytes = 0;
        for (const blob of [composed.config, composed.tar.descriptor]) {
            if (lost.has(blob.digest))
                featureBytes += (await writer.pushBlob(blob, composed.blobs(blob.digest))).sent;
        }
        const [still] = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (still !== undefined) {
            throw new errors/* Failure */.HR(`${writer.repository}:${release.version} lacks ${still.what} (${still.digest}) in the registry, and what was built now has other bytes.`, {
                hint: 'Raise the version, and publish that. Withdraw this one: nix-feature withdraw.',
            });
        }
        return { release, sent, featureBytes };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Sends those of a platform's blobs that are lost and on disk, and then its manifest if that is lost. @returns the bytes of blobs that were sent */
async function mendPlatform(platform, lost, writer) {
    let sent = 0;
    for (const blob of [platform.manifest.config, ...platform.manifest.layers]) {
        // What a manifest that is gone refers to could not be looked for.
        const isWanted = lost.has(blob.digest) || lost.has(platform.digest);
        if (isWanted && (await (0,built_layout/* isOnDisk */.L)(platform, blob)))
            sent += (await writer.pushBlob(blob, (0,blob_content/* fileContent */.qY)(platform.fileOf(blob)))).sent;
    }
    if (lost.has(platform.digest))
        await writer.pushManifest(platform.bytes, media_types/* IMAGE_MANIFEST */.MS, platform.digest);
    return sent;
}
/**
 * Gives a release that has its version's tag what it may still lack: its place in the collection, and the other tags. It
 * is a release without them, so that whatever is refused of these is a warning.
 * @returns all tags that name it or one of its platforms
 */
async function completeRelease(target, writer, release, facts, host) {
    const { host: stoppableHost, stop } = (0,together/* stoppable */.p)(host);
    const collected = target.collection === false ? Promise.resolve() : (0,update_collection/* updateCollection */.IX)(target, facts, stoppableHost);
    const read = readability(target, (0,publish_target/* repositoryOf */._M)(target, facts.id), release, stoppableHost);
    const named = (0,together/* together */.b)(stop, collected, (0,legacy_ids/* publishLegacyIds */.T)(target, writer, release, facts, stoppableHost));
    const rest = (0,together/* together */.b)(stop, named, read);
    const moving = target.movingTags !== false;
    const [[, readable], tags] = await (0,together/* together */.b)(stop, rest, (0,move_tags/* tagRelease */.Q)(writer, release, { moving, rest }, stoppableHost));
    if (readable === 'with a login')
        warnOfPrivacy(writer.repository, facts.delivery, host);
    return tags;
}
function warnOfPrivacy(name, delivery, host) {
    const what = delivery === 'layers' ? 'nobody can install it: install.sh fetches the layers without a login' : 'it installs only for those who are logged in';
    const remedy = delivery === 'layers' ? 'Make the package public, or build with delivery: embed.' : 'Make the package public if it is for everybody.';
    host.warning(`${name} is private, so that ${what}. ${remedy} On GitHub this is under “Package settings” of the package, once for all versions.`);
}


/***/ }),

/***/ 2714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pushPlatforms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);
/* harmony import */ var _oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(469);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7703);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3789);






/**
 * Pushes each platform's blobs and its manifest, by digest: no tag is touched.
 * @param repository without the registry
 * @returns bytes of blobs that were sent for each platform
 */
async function pushPlatforms(writer, repository, platforms, host) {
    const sent = new Map();
    for (const platform of platforms) {
        const blobs = await blobsOf(platform);
        const progress = host.stage(`Push the layers of ${platform.arch}`, { unit: 'bytes', total: sizeOf(platform) });
        try {
            const pushed = await (0,_oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__/* .pushImage */ .G)(writer, { bytes: platform.bytes, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS }, {
                content: (blob) => contentOf(blob, blobs, platform),
                // The job that built it may have pushed it, and no tag tells of that.
                isKnown: (blob) => platform.pushed !== undefined || !blobs.has(blob.digest),
                mountFrom: () => mountSource(platform, writer, repository),
                onProgress: (done) => progress.update(done),
                signal: host.signal,
            });
            sent.set(platform.arch, pushed.blobBytes);
            progress.end(pushed.blobBytes === 0 ? 'the registry has them all' : `${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(pushed.blobBytes)} sent`);
        }
        catch (error) {
            progress.end('failed');
            throw error;
        }
    }
    return sent;
}
function sizeOf({ manifest }) {
    return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
async function blobsOf(platform) {
    const { config, layers } = platform.manifest;
    const here = await Promise.all([config, ...layers].map(async (blob) => ((await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnDisk */ .L)(platform, blob)) ? [blob.digest] : [])));
    return new Set(here.flat());
}
/** A layer that was pushed by the job that built it may have been left out of what it handed on. */
function contentOf(blob, onDisk, platform) {
    if (onDisk.has(blob.digest))
        return (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .fileContent */ .qY)(platform.fileOf(blob));
    return {
        open: () => {
            const { pushed } = platform;
            const missing = `The layer ${blob.digest} for ${platform.arch} is neither in the layout nor in the registry`;
            if (pushed === undefined && platform.reusedLayers === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; the artifact was uploaded without layers, as those of pull requests are.`, {
                    hint: 'Let the jobs that build say upload-artifact: true.',
                });
            }
            if (pushed === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was taken over from an earlier release.`, {
                    hint: 'Build again: a layer that has been deleted meanwhile is packed then. To publish elsewhere, build without push, so that the layout holds all layers.',
                });
            }
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was pushed to ${pushed.registry}/${pushed.repository}.`, {
                hint: 'Build and publish with the same registry and namespace, or let the jobs that build not push, so that their artifacts hold the layers.',
            });
        },
    };
}
function mountSource({ pushed }, writer, repository) {
    if (pushed === undefined || pushed.repository === repository)
        return undefined;
    return writer.repository === `${pushed.registry}/${repository}` ? pushed.repository : undefined;
}


/***/ }),

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   yL: () => (/* binding */ otherContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7801);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5889);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7456);




/**
 * The release of this version that is published already.
 * @param content what is to be published
 * @returns undefined where there is none
 * @throws Failure where it holds something else: a version that is published never changes
 */
async function findRelease(reader, feature, content) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, feature.version);
    if (published === undefined)
        return undefined;
    // Another key may be another split into layers, of the same paths.
    if (published.key !== (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(content)) {
        const documents = await documentsOf(reader, published);
        if (documents.size < published.platforms.size)
            throw otherContent(published, feature.id);
        const difference = (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .contentDifference */ .Lz)(published, documents, content);
        if (difference !== undefined)
            throw otherContent(published, feature.id, difference);
    }
    return releaseOf(published, feature.version);
}
function releaseOf({ digest, bytes, mediaType, platforms }, version) {
    return { version, digest, bytes, mediaType, platforms: new Map([...platforms].map(([arch, platform]) => [arch, platform.digest])) };
}
/** @param why what differs, as the end of a sentence, where it is known */
function otherContent({ name, key, digest }, id, why) {
    const what = key === undefined ? 'by something else than nix-feature' : 'with other content';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} is published already, ${what} (${digest})${key === undefined || why === undefined ? '' : `: ${why}`}.`, {
        hint: `A published version never changes: bump the version. Raise "version" in ${_feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_FILE */ .VR} of ${id}.`,
    });
}
async function documentsOf(reader, published) {
    return published.key === undefined ? new Map() : (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
}


/***/ }),

/***/ 7456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lz: () => (/* binding */ contentDifference),
  A9: () => (/* binding */ deliveryOf),
  w: () => (/* binding */ isOwnPart),
  TN: () => (/* binding */ keyOf),
  ol: () => (/* binding */ ownDifference),
  Eb: () => (/* binding */ publishedMetadata)
});

// EXTERNAL MODULE: ./lib/feature/complete-metadata.js
var complete_metadata = __webpack_require__(4525);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(3756);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/feature/runtime-options.js
var runtime_options = __webpack_require__(305);
// EXTERNAL MODULE: ./lib/feature/written-json.js
var written_json = __webpack_require__(3228);
;// CONCATENATED MODULE: ./lib/feature/release-key.js




/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';
/**
 * What a release holds (docs/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is.
 * @param metadata the completed metadata, in the form of {@link keyMetadata}
 */
function releaseKey(metadata, files, documents, delivery) {
    const lines = [
        FORMAT,
        `metadata ${(0,digest/* digestOf */.ol)(metadata)}`,
        ...files.toSorted((a, b) => (0,store_path/* compareText */.n6)(a.name, b.name)).map(fileLine),
        `delivery ${delivery}`,
        ...documents.toSorted((a, b) => (0,store_path/* compareText */.n6)(a.system, b.system)).flatMap(platformLines),
    ];
    return (0,digest/* digestOf */.ol)(lines.map((line) => `${line}\n`).join(''));
}
/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
function keyMetadata(json) {
    const members = [...(0,written_json/* membersOf */.lS)(json)].map(([name, value]) => [name, keyMember(name, value)]);
    return (0,written_json/* objectJson */.kR)(new Map(members.toSorted(([a], [b]) => (0,store_path/* compareText */.n6)(a, b))));
}
function keyMember(name, value) {
    if (name === 'containerEnv')
        return value;
    return (0,written_json/* sortedJson */.Is)(name === 'options' ? (0,runtime_options/* withoutAddedOptions */.dH)(value) : value);
}
function fileLine({ name, executable, bytes }) {
    return `file ${executable ? 'x' : '-'} ${(0,digest/* digestOf */.ol)(bytes)} ${JSON.stringify(name)}`;
}
function platformLines({ system, storePath, layers, complement = [], closure }) {
    return [
        `system ${system} ${storePath}`,
        ...layers.map(({ key }) => `layer ${key}`).toSorted(store_path/* compareText */.n6),
        ...complement.map(({ key }) => `complement ${key}`).toSorted(store_path/* compareText */.n6),
        ...closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
    ];
}

// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(2480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/publish/same-release.js





/** `auto` embeds up to this many bytes of layers, over all platforms. */
const EMBED_LIMIT = 32 * 1024 * 1024;
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
    return (0,complete_metadata/* completeMetadata */.h)(metadata, id, first.env);
}
function keyOf(content) {
    return releaseKey(keyMetadata(publishedMetadata(content)), content.files, content.documents, deliveryOf(content));
}
/**
 * Is what is published made of this own part? Its key is made anew with the documents that are published: it comes out
 * the same where nothing else differs.
 */
function isOwnPart(published, documents, part) {
    const { key } = published;
    if (documents.size === 0)
        return false;
    const content = { ...part, documents: [...documents.values()] };
    return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}
/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }, content) {
    return metadata === undefined ? undefined : releaseKey(metadata, content.files, content.documents, deliveryOf(content));
}
/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }, content) {
    const [before, now] = [metadata, publishedMetadata(content)].map((json) => (0,written_json/* membersOf */.lS)(keyMetadata(json)));
    return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}
/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'];
/** Of this own part, what differs from what is published; as a part of a sentence. Undefined where nothing does. */
function ownDifference(published, documents, part) {
    if (isOwnPart(published, documents, part))
        return undefined;
    const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
    if (names.length > 0)
        return `its metadata differs (${names.join(', ')})`;
    const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
    return delivery === undefined ? 'its files differ' : `it was published with delivery: ${delivery}`;
}
/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined where nothing does
 */
function contentDifference(published, documents, content) {
    const arches = content.documents.map(({ system }) => (0,platform/* archOf */.Qh)(system));
    if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
        return `it was published for ${(0,format/* formatList */.ki)([...documents.keys()])}, and is now for ${(0,format/* formatList */.ki)(arches)}`;
    }
    return (ownDifference(published, documents, content) ??
        content.documents.map((document) => platformDifference(documents.get((0,platform/* archOf */.Qh)(document.system)), document)).find((difference) => difference !== undefined));
}
function platformDifference(published, document) {
    if (published === undefined || contentOf(published) === contentOf(document))
        return undefined;
    const { storePath, system } = document;
    return published.storePath === storePath
        ? `what is shipped for ${system}, or required of the base, is other than it was`
        : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}
/** What a platform installs and relies upon, as a text to compare. */
function contentOf({ storePath, closure, complement = [] }) {
    const lines = closure.map((entry) => `${entry.in} ${entry.path} ${entry.narHash}`);
    return [storePath, complement.length > 0 ? 'complement' : 'none', ...lines].join('\n');
}


/***/ })

};
