export const id = 249;
export const ids = [249];
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

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isOnDisk),
  n: () => (/* binding */ readBuiltLayout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/published.js
var published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
;// CONCATENATED MODULE: ./lib/layout/check-platform.js



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
            refuse(`its layer ${index + 1} is not ${layer.digest}, as in its delta document`);
    }
    if (manifest.layers.length > wanted.length)
        refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
    const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
    if (title !== undefined)
        refuse(`${JSON.stringify(title.slice(0, 80))} is not a valid file name`);
}
function envPathOf({ storePath }) {
    const text = `${storePath}\n`;
    return { mediaType: media_types/* ENV_PATH */.cc, digest: (0,digest/* digestOf */.ol)(text), size: text.length };
}
function isSame(found, { digest, size, mediaType }) {
    return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}

// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/layout/layout-sboms.js
var layout_sboms = __webpack_require__(37433);
;// CONCATENATED MODULE: ./lib/layout/built-layout.js










/** @throws Failure if the folder holds no build of a Feature; IntegrityError if it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,layout_facts/* readLayoutFacts */.Sn)(folder);
    const reader = await layout_reader/* LayoutReader */.I.open(folder);
    const platforms = [];
    const listed = reader.manifests.filter(({ artifactType }) => artifactType === media_types/* DELTA_ARTIFACT */.YD);
    if (listed.length > platform/* ARCHES */.Pr.length)
        throw new errors/* IntegrityError */.cs(`The layout ${folder} holds ${listed.length} platforms, and there are ${platform/* ARCHES */.Pr.length}.`);
    for (const { digest } of listed)
        platforms.push(await readPlatform(reader, digest, { facts, folder }));
    if (platforms.length === 0)
        throw new errors/* Failure */.HR(`The layout ${folder} holds no platform of a Feature.`);
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms };
}
async function readPlatform(reader, digest, { facts, folder }) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new errors/* IntegrityError */.cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = await (0,published/* readDocument */.u0)(reader, manifest.config, `the config of ${where}`);
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
    const { pushed, reused = {}, nix = {} } = facts;
    const sbom = await (0,layout_sboms/* readLayoutSbom */.C)(folder, document, facts.created);
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0, sbom, ...(nix[arch] === undefined ? {} : { nix: nix[arch] }) };
}
async function isOnDisk(platform, blob) {
    const found = await (0,promises_.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
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



/** What is signed: a line for each file. The runtime reads it, see docs/formats.md. */
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
 * Writes `layers[0]` of a Feature (docs/formats.md): the author's files, the runtime and what it reads; and with
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

/***/ 84472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56118);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22500);
/* harmony import */ var _feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13050);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49793);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(83956);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(48285);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(36118);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(55541);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(37172);

















const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    // The author's own order would be lost in an object.
    const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__/* .canonicalJson */ .d)(value)]]));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}
/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure if the folder holds no build of ours, or one of another version of us; IntegrityError if it is no
 *   such document
 */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .V)(file, FACTS_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature's build.`, {
            cause,
            hint: 'Name the layouts that builds wrote, or the folders of downloaded artifacts.',
        });
    });
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const json = parse(bytes, refuse);
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
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
 * The author's files of a layout. The archive must be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError if they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .V)(path, FILES_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        return refuse("it can't be read", cause);
    });
    const digest = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(bytes);
    if (digest !== facts.files)
        refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
    const files = await unpack(bytes).catch((cause) => refuse('it is not a tar archive', cause));
    const foreign = files.find(({ name }) => name.split('/')[0] === _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__/* .BUNDLE_FOLDER */ .oA || name === _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__/* .METADATA_FILE */ .VR);
    if (foreign !== undefined)
        refuse(`it holds ${foreign.name}, which is reserved for nix-feature`);
    const again = await remade(files).catch((cause) => refuse('it holds names that a Feature can\'t have', cause));
    if (!again.equals(bytes))
        refuse('a build would write it differently');
    return files;
}
async function unpack(bytes) {
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([bytes]), entries);
    read.catch(() => undefined);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const contents = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
    }
    await read;
    return files;
}
async function remade(files) {
    const chunks = [];
    for await (const chunk of (0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 37433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readLayoutSbom),
/* harmony export */   G: () => (/* binding */ writeLayoutSboms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36118);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62338);






/** Writes the SBOM of a platform into a layout, in each of the formats. */
async function writeLayoutSboms(folder, facts, formats) {
    for (const format of formats) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(facts.document.system), format)), _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMATS */ .hR[format].write(facts), { mode: 0o644 });
    }
}
/**
 * Reads the SBOM of a platform from a layout that anybody may have written, and checks each format against the delta document.
 * @returns undefined if there is none
 * @throws IntegrityError if one is not what a build wrote
 */
async function readLayoutSbom(folder, document, created) {
    let metas;
    const formats = [];
    for (const format of _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .SBOM_FORMATS */ .zu) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(document.system), format));
        const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .V)(file, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_LIMIT */ .QN).catch((error) => {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        });
        if (bytes === undefined)
            continue;
        const read = (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .checkedSbom */ .b6)(bytes, format, { document, created }, file);
        metas ??= read;
        formats.push(format);
    }
    return metas === undefined ? undefined : { formats, metas };
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

/***/ 18366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ packageMeta)
});

// UNUSED EXPORTS: licenceOf

;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/deprecated.json
const deprecated_namespaceObject = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');
;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/index.json
const spdx_license_ids_namespaceObject = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');
// EXTERNAL MODULE: ./lib/kit/inert.js
var inert = __webpack_require__(10192);
;// CONCATENATED MODULE: ./lib/nix/meta/package-meta.js



/** Characters of a text that is kept. */
const LONGEST = 500;
const MOST_LICENCES = 20;
const MOST_MAINTAINERS = 50;
const IDS = new Map([...spdx_license_ids_namespaceObject, ...deprecated_namespaceObject].map((id) => [id.toLowerCase(), id]));
/** NIST IR 7695, 6.2: the formatted string. Other characters than these are escaped with a backslash. */
const CPE = /^cpe:2\.3:[aho*-](?::(?:[A-Za-z0-9_.*?-]|\\[!-/:-@[-`{-~]){1,200}){10}$/;
const NAMESPACE = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
/** Keeps what has the shape that it should have, and leaves out the rest. */
function packageMeta(raw) {
    const one = {
        name: textOf(raw.name),
        version: textOf(raw.version),
        description: textOf(raw.description),
        homepage: homepageOf(raw.homepage),
        cpe: matching(raw.cpe, CPE),
        namespace: matching(raw.namespace, NAMESPACE),
    };
    const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    return { ...known, licences: licencesOf(raw.licences), maintainers: maintainersOf(raw.maintainers) };
}
/** A licence by what is known of it. @returns undefined for what names none */
function licenceOf(text) {
    const name = textOf(text);
    if (name === undefined)
        return undefined;
    const id = IDS.get(name.toLowerCase());
    return id === undefined ? { name } : { id };
}
function licencesOf(value) {
    const found = listOf(value, MOST_LICENCES).flatMap((each) => licenceOf(each) ?? []);
    return [...new Map(found.map((licence) => ['id' in licence ? licence.id : ` ${licence.name}`, licence])).values()];
}
function maintainersOf(value) {
    return [...new Set(listOf(value, MOST_MAINTAINERS).flatMap((each) => textOf(each) ?? []))];
}
function listOf(value, most) {
    return Array.isArray(value) ? value.slice(0, most) : [];
}
function textOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.trim();
    return text === '' || text.length > LONGEST || (0,inert/* firstUnfit */.JU)(text) !== undefined ? undefined : text;
}
function matching(value, grammar) {
    return typeof value === 'string' && grammar.test(value) ? value : undefined;
}
/** An address with a login in it is nobody's homepage. */
function homepageOf(value) {
    const text = textOf(value);
    if (text === undefined || !/^https?:\/\/[!-~]+$/.test(text) || !URL.canParse(text))
        return undefined;
    const { username, password } = new URL(text);
    return username === '' && password === '' && !/["<>\\^`{|}]/.test(text) ? text : undefined;
}


/***/ }),

/***/ 34874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ checkPolicy)
});

;// CONCATENATED MODULE: ./lib/kit/wildcard.js
/**
 * Whether a text fits a pattern, all of it; `*` stands for any characters, and nothing else has a meaning. It takes as many steps as the
 * text has characters times the pattern's, whatever they are.
 */
function fitsWildcard(text, pattern) {
    const [first = '', ...rest] = pattern.split('*');
    if (rest.length === 0)
        return text === pattern;
    const last = rest.pop() ?? '';
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let from = first.length;
    for (const part of rest) {
        const at = text.indexOf(part, from);
        if (at < 0)
            return false;
        from = at + part.length;
    }
    return from <= text.length - last.length;
}

// EXTERNAL MODULE: ./lib/delta/compare/why-depends.js
var why_depends = __webpack_require__(88542);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/store/package-name.js
var package_name = __webpack_require__(54445);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/licences.js
var licences = __webpack_require__(35433);
;// CONCATENATED MODULE: ./lib/policy/rules.js






const DAY = 86_400;
/** Rules about a release as a whole. */
const RELEASE_RULES = [deltaSize, attestation, leaks];
/** Rules about each platform. */
const PLATFORM_RULES = [rules_licences, forbidden, closureSize, nixpkgsAge];
function deltaSize({ size }, { platforms }) {
    if (size?.delta === undefined)
        return [];
    const bytes = platforms.flatMap(({ document }) => document.layers).reduce((sum, layer) => sum + layer.size, 0);
    if (bytes <= size.delta)
        return [];
    return [{ rule: 'size', severity: 'error', message: `the layers have ${(0,format/* formatBytes */.z3)(bytes)}, and size.delta allows ${(0,format/* formatBytes */.z3)(size.delta)}`, why: [] }];
}
function closureSize({ size }, { arch, document }) {
    if (size?.closure === undefined)
        return [];
    const bytes = document.closure.reduce((sum, { narSize }) => sum + narSize, 0);
    if (bytes <= size.closure)
        return [];
    return [{ rule: 'size', severity: 'error', arch, message: `the closure has ${(0,format/* formatBytes */.z3)(bytes)}, and size.closure allows ${(0,format/* formatBytes */.z3)(size.closure)}`, why: [] }];
}
function attestation(policy, { attested, unknown }) {
    if (policy.attestation === undefined || attested === true)
        return [];
    if (attested === false)
        return [{ rule: 'attestation', severity: 'error', message: 'there is no valid attestation', why: [] }];
    return [{ rule: 'attestation', severity: 'unchecked', message: unknown?.attestation ?? 'only verifying can tell whether the release is attested', why: [] }];
}
function leaks(policy, { leaks: found, unknown }) {
    if (policy.leaks === undefined)
        return [];
    if (found === undefined)
        return [{ rule: 'leaks', severity: 'unchecked', message: unknown?.leaks ?? 'only the build can tell whether something leaks', why: [] }];
    const breaches = found.found.filter(({ severity }) => severity !== 'low');
    return [
        ...breaches.map(({ arch, message, why }) => ({ rule: 'leaks', severity: 'error', message, why, ...(arch === undefined ? {} : { arch }) })),
        ...(found.lost === 0 ? [] : [{ rule: 'leaks', severity: 'error', message: `there are ${(0,format/* formatNumberOf */.Of)(found.lost, 'further leak')} that can't be told one by one`, why: [] }]),
    ];
}
function rules_licences({ licences: rule }, platform, { unknown }) {
    if (rule === undefined)
        return [];
    const { arch, document, metas } = platform;
    if (metas === undefined)
        return [{ rule: 'licences', severity: 'unchecked', arch, message: unknown?.licences ?? 'there is no SBOM that names the licences', why: [] }];
    const allowed = rule.allow.map((pattern) => pattern.toLowerCase());
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        if (component.place !== 'shipped')
            return [];
        const names = (0,licences/* namesOf */.e)(component);
        if (names.length === 0)
            return rule.unknown === 'allow' ? [] : [{ component, severity: rule.unknown === 'fail' ? 'error' : 'warning', message: 'its flake names no licence' }];
        const wrong = names.filter((name) => !allowed.some((pattern) => fitsWildcard(name.toLowerCase(), pattern)));
        return wrong.length === 0 ? [] : [{ component, severity: 'error', message: `the licence ${wrong.join(', ')} is not in licences.allow` }];
    });
    return explained(breaches, 'licences', platform);
}
function forbidden({ forbid }, platform) {
    if (forbid.length === 0)
        return [];
    const { document, metas = new Map() } = platform;
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        const found = forbid.find(({ package: pattern, below }) => fitsWildcard(component.name, pattern) && (below === undefined || component.version === '' || (0,package_name/* comparePackageVersions */.z)(component.version, below) < 0));
        if (found === undefined)
            return [];
        const which = found.below === undefined ? 'is forbidden' : component.version === '' ? `is forbidden below ${found.below}, and its version is not known` : `is forbidden below ${found.below}`;
        return [{ component, severity: 'error', message: `${which}${found.reason === undefined ? '' : `: ${found.reason}`}` }];
    });
    return explained(breaches, 'forbid', platform);
}
function explained(breaches, rule, { arch, document }) {
    if (breaches.length === 0)
        return [];
    const references = new Map(document.closure.map((entry) => [entry.path, entry.references]));
    const reached = (0,why_depends/* reach */.g)((0,component/* rootsOf */.R)(document), { referencesOf: (path) => references.get(path) ?? [], within: new Set(references.keys()), dull: new Set() });
    return breaches.map(({ component: { name, version, path }, severity, message }) => ({
        rule,
        severity,
        arch,
        package: name,
        path,
        message: `${name}${version === '' ? '' : ` ${version}`}: ${message}`,
        why: (0,why_depends/* chainTo */.p)(path, reached),
    }));
}
/** Of each input that is nixpkgs by its name or its repository. */
function nixpkgsAge({ nixpkgs }, { arch, document }, { today }) {
    if (nixpkgs === undefined)
        return [];
    const inputs = Object.entries(Object(document.source.locked)).map(([name, input]) => ({ name, ...Object(input) }));
    const found = inputs.filter(({ name, repo }) => /^nixpkgs(?:$|[_-])/.test(name) || repo === 'nixpkgs');
    const now = Date.parse(`${today}T00:00:00Z`) / 1000;
    return found.flatMap(({ name, lastModified }) => {
        if (typeof lastModified !== 'number')
            return [{ rule: 'nixpkgs', severity: 'unchecked', arch, message: `the lock file does not say how old the input ${name} is`, why: [] }];
        const days = Math.floor((now - lastModified) / DAY);
        if (days <= nixpkgs.maxAgeDays)
            return [];
        return [{ rule: 'nixpkgs', severity: 'error', arch, message: `the input ${name} is ${(0,format/* formatNumberOf */.Of)(days, 'day')} old, and nixpkgs.max-age-days allows ${nixpkgs.maxAgeDays}`, why: [] }];
    });
}

;// CONCATENATED MODULE: ./lib/policy/check-policy.js


/**
 * Holds a policy against a release.
 * @returns what breaches it, what could not be checked, and exceptions that are out of date; in the order of the rules
 */
function checkPolicy(policy, facts) {
    const all = [...RELEASE_RULES.flatMap((rule) => rule(policy, facts)), ...facts.platforms.flatMap((platform) => PLATFORM_RULES.flatMap((rule) => rule(policy, platform, facts)))];
    const unchecked = new Set(all.flatMap(({ rule, severity }) => (severity === 'unchecked' ? [rule] : [])));
    const used = new Set();
    const left = all.flatMap((finding) => {
        if (finding.severity === 'unchecked')
            return [finding];
        const fitting = policy.exceptions.filter((exception) => isAbout(exception, finding));
        const valid = fitting.find(({ until }) => until >= facts.today);
        for (const exception of fitting)
            used.add(exception);
        if (valid !== undefined)
            return [];
        const [ended] = fitting;
        return [ended === undefined ? finding : { ...finding, message: `${finding.message}; its exception ended on ${ended.until}` }];
    });
    return [...left, ...policy.exceptions.filter((exception) => !used.has(exception) && !unchecked.has(exception.rule)).map(unused)];
}
function isAbout({ rule, package: pattern }, finding) {
    return rule === finding.rule && fitsWildcard(finding.package ?? '', pattern);
}
function unused({ rule, package: pattern, line }) {
    return { rule, severity: 'warning', message: `the exception for ${pattern === '*' ? rule : `${pattern} (${rule})`} is no longer needed`, why: [], ...(line === undefined ? {} : { line }) };
}


/***/ }),

/***/ 91544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);

/** Returns what a finding says, with the store path and what needs it: sentences with their full stops. */
function describeFinding({ message, path, why }) {
    const chain = why.length < 2 ? '' : ` It is needed by ${why.slice(0, -1).map(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb).join(' → ')}.`;
    return `${message}.${path === undefined ? '' : ` Path: ${path}.`}${chain}`;
}


/***/ }),

/***/ 62847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ keyBundle),
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   Sq: () => (/* binding */ signedBytes),
/* harmony export */   lI: () => (/* binding */ BUNDLE_LIMIT),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);





/** The sigstore bundle format, version 0.3: artifact type and media type of what is attached. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** What others may have attached. */
const READ_TYPES = [BUNDLE_TYPE, 'application/vnd.dev.sigstore.bundle+json;version=0.3', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.1'];
/** Bytes. The payload is in it as base64. */
const BUNDLE_LIMIT = 2 * _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_LIMIT */ .QS;
const LONGEST_SIGNATURE = 4096;
const MOST_ENTRIES = 32;
/** Parses a bundle: one DSSE envelope with one signature. @throws IntegrityError */
function parseBundle(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: BUNDLE_LIMIT, values: 100_000 });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('mediaType').oneOf(READ_TYPES);
    const envelope = document.get('dsseEnvelope');
    const signatures = [];
    envelope.get('signatures').each(MOST_ENTRIES, (signature) => signatures.push(base64(signature.get('sig'), LONGEST_SIGNATURE)));
    const [signature, ...others] = signatures;
    if (signature === undefined || others.length > 0)
        return refuse(`it has ${signatures.length} signatures instead of one`);
    const material = document.get('verificationMaterial');
    material.get('tlogEntries').optional((entries) => entries.each(MOST_ENTRIES, (entry) => entry.object()));
    const kinds = ['publicKey', 'certificate', 'x509CertificateChain'].filter((kind) => material.get(kind).value !== undefined);
    if (kinds.length !== 1)
        refuse(`it should name one of publicKey, certificate and x509CertificateChain, but names ${kinds.length}`);
    return {
        payloadType: envelope.get('payloadType').text(),
        payload: base64(envelope.get('payload'), BUNDLE_LIMIT),
        signature,
        signedBy: kinds[0] === 'publicKey' ? 'key' : 'certificate',
        json,
    };
}
/** Standard base64 and nothing else: Buffer would read past what is none. */
function base64(field, most) {
    const { value } = field;
    if (typeof value !== 'string' || value === '' || value.length > most)
        return field.refuse('is not base64 of a reasonable length');
    const bytes = Buffer.from(value, 'base64');
    return bytes.toString('base64') === value ? bytes : field.refuse('is not base64');
}
/** Writes a bundle of an envelope that was signed with a key. @param hint names the key; sigstore's clients only show it */
function keyBundle(payloadType, payload, signature, hint) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({
        mediaType: BUNDLE_TYPE,
        verificationMaterial: { publicKey: { hint }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
        // A key id that is not empty makes cosign 3 fail.
        dsseEnvelope: { payloadType, payload: asBase64(payload), signatures: [{ sig: asBase64(signature), keyid: '' }] },
    }));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The sigstore bundle can't be used: ${why}.`);
}
function asBase64(bytes) {
    return Buffer.from(bytes).toString('base64');
}
/**
 * What is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
function signedBytes(payloadType, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}


/***/ }),

/***/ 12612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   YD: () => (/* binding */ SLSA_PROVENANCE),
/* harmony export */   mK: () => (/* binding */ BUILD_TYPE)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);

/** SLSA provenance, version 1: the predicate's type. */
const SLSA_PROVENANCE = 'https://slsa.dev/provenance/v1';
/** What our predicate's members mean: docs/provenance.md. */
const BUILD_TYPE = 'https://github.com/org/nix-feature-action/blob/v1/docs/provenance.md#feature-v1';
const MOST_DEPENDENCIES = 10_000;
const MOST_DIGESTS = 16;
/**
 * Reads a predicate of SLSA provenance v1: ours, or that of GitHub's own attestations.
 * @param refuse throws; it is given the end of a sentence
 */
function readProvenance(predicate, refuse) {
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of(predicate, refuse);
    const definition = document.get('buildDefinition');
    const dependencies = [];
    definition.get('resolvedDependencies').optional((list) => list.each(MOST_DEPENDENCIES, (each) => dependencies.push(readResource(each))));
    const source = dependencies.find(({ uri, digest }) => uri?.startsWith('git+') === true && digest?.['gitCommit'] !== undefined);
    return {
        buildType: definition.get('buildType').text(),
        builder: document.get('runDetails').get('builder').get('id').text(),
        source: source?.uri?.replace(/^git\+/, '').replace(/@(?:refs\/.*|[0-9a-f]{40,64})$/, ''),
        revision: source?.digest?.['gitCommit'],
        dependencies,
    };
}
function readResource(resource) {
    const name = resource.get('name').optional((field) => field.text());
    const uri = resource.get('uri').optional((field) => field.text());
    const digests = resource.get('digest').optional((field) => field.members(MOST_DIGESTS).map(([algorithm, digest]) => [algorithm, digest.text()]));
    return { ...(name === undefined ? {} : { name }), ...(uri === undefined ? {} : { uri }), ...(digests === undefined ? {} : { digest: Object.fromEntries(digests) }) };
}


/***/ }),

/***/ 36462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   QS: () => (/* binding */ STATEMENT_LIMIT),
/* harmony export */   Tp: () => (/* binding */ statementBytes),
/* harmony export */   lP: () => (/* binding */ STATEMENT_PAYLOAD)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);





/** in-toto attestation framework, "Statement", and what older clients write. */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const STATEMENT_TYPES = [STATEMENT, 'https://in-toto.io/Statement/v0.1'];
/** The payload type of an envelope that holds a statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';
/** Bytes. An SBOM of a large closure may be the predicate. */
const STATEMENT_LIMIT = 64 * 1024 * 1024;
const MOST_SUBJECTS = 1024;
const MOST_DIGESTS = 16;
const LONGEST_TYPE = 1024;
/** Writes a statement about one manifest: the same bytes for the same content. @param name of its repository */
function statementBytes(subject, predicateType, predicate) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({ _type: STATEMENT, subject: [{ name: subject.name, digest: { sha256: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.digest) } }], predicateType, predicate }));
}
/** Parses the payload of an envelope. @throws IntegrityError */
function parseStatement(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: STATEMENT_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('_type').oneOf(STATEMENT_TYPES);
    const subjects = [];
    document.get('subject').each(MOST_SUBJECTS, (subject) => subjects.push(readSubject(subject)));
    return { subjects, predicateType: document.get('predicateType').text(LONGEST_TYPE), predicate: document.get('predicate').object() };
}
function readSubject(subject) {
    const digests = subject.get('digest').members(MOST_DIGESTS);
    return { name: subject.get('name').optional((name) => name.text()) ?? '', digest: Object.fromEntries(digests.map(([algorithm, digest]) => [algorithm, digest.text()])) };
}
/** Tells whether a statement is about a manifest: one of its subjects has this very digest. */
function isAbout({ subjects }, digest) {
    return subjects.some((subject) => Object.hasOwn(subject.digest, 'sha256') && subject.digest['sha256'] === (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The statement can't be used: ${why}.`);
}


/***/ }),

/***/ 71750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
function refused(refusal, why) {
    return { verified: false, refusal, why };
}


/***/ }),

/***/ 13271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ verifyBundle)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var format_bundle = __webpack_require__(62847);
;// CONCATENATED MODULE: ./lib/provenance/verify/identity-pattern.js
/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;
/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
function matchesIdentity(pattern, identity) {
    if (pattern.length > LONGEST || identity.length > LONGEST)
        return false;
    const parts = pattern.match(/\*\*|[^]/g) ?? [];
    // After each part of the pattern: how much of the identity may be used up.
    let reached = new Set([0]);
    for (const part of parts) {
        const next = new Set();
        for (const at of reached) {
            if (part === '*' || part === '**') {
                for (let end = at;; end += 1) {
                    if (next.has(end) && end > at)
                        break;
                    next.add(end);
                    if (end >= identity.length || (part === '*' && identity[end] === '/'))
                        break;
                }
            }
            else if (identity[at] === part) {
                next.add(at + 1);
            }
        }
        reached = next;
    }
    return reached.has(identity.length);
}

// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/provenance/verify/verification.js
var verification = __webpack_require__(71750);
;// CONCATENATED MODULE: ./lib/provenance/verify/verify-bundle.js






/**
 * Verifies a sigstore bundle, offline: its signature by a key, or its certificate by a trusted root and its identity and issuer. What the
 * statement is about is for the caller to compare: see `isAbout`.
 * @param bytes of the bundle, from anybody
 */
async function verifyBundle(bytes, trust) {
    let bundle;
    try {
        bundle = (0,format_bundle/* parseBundle */.QN)(bytes);
    }
    catch (error) {
        if (!(error instanceof errors/* IntegrityError */.cs))
            throw error;
        return (0,verification/* refused */.J)('format', error.message);
    }
    if (bundle.payloadType !== statement/* STATEMENT_PAYLOAD */.lP)
        return (0,verification/* refused */.J)('statement', `The signed content is ${bundle.payloadType}, not a statement (${statement/* STATEMENT_PAYLOAD */.lP}).`);
    const signer = trust.by === 'key' ? byKey(bundle, trust.key) : await byIdentity(bundle, trust);
    if ('refusal' in signer)
        return signer;
    try {
        return { verified: true, statement: (0,statement/* parseStatement */.By)(bundle.payload), signer };
    }
    catch (error) {
        if (!(error instanceof errors/* IntegrityError */.cs))
            throw error;
        return (0,verification/* refused */.J)('statement', error.message);
    }
}
function byKey({ signedBy, payloadType, payload, signature }, key) {
    if (signedBy !== 'key')
        return (0,verification/* refused */.J)('kind', 'It was signed with a certificate, not with a key: verify it by identity and issuer.');
    if (!(0,keys/* isSignedWith */.J0)(key, (0,format_bundle/* signedBytes */.Sq)(payloadType, payload), signature))
        return (0,verification/* refused */.J)('signature', 'The signature was not made with this key, or the signed content has changed.');
    return { by: 'key', fingerprint: (0,keys/* keyFingerprint */.yy)(key) };
}
async function byIdentity(bundle, { identity, issuer, roots }) {
    if (bundle.signedBy !== 'certificate')
        return (0,verification/* refused */.J)('kind', 'It was signed with a key, not with a certificate: verify it with that key.');
    // Loaded where it is used alone: it is large.
    const { certifiedSigner } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(187), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 55071));
    const signer = certifiedSigner(bundle, roots);
    if ('refusal' in signer)
        return signer;
    if (signer.issuer !== issuer)
        return (0,verification/* refused */.J)('issuer', `The identity was confirmed by ${signer.issuer}, not by ${issuer}.`);
    if (!matchesIdentity(identity, signer.identity))
        return (0,verification/* refused */.J)('identity', `It was signed by ${signer.identity}, not by ${identity}.`);
    return signer;
}


/***/ }),

/***/ 49193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kz: () => (/* binding */ copyAttached)
/* harmony export */ });
/* unused harmony exports MOST_COPIED, isOfOurKind */
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2116);
/* harmony import */ var _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62338);




/** What a release is given, with the bytes that each may have. Whatever else somebody has attached stays where it is. */
const COPIED = new Map([[_provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_TYPE */ .q$, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_LIMIT */ .lI], ..._sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_FORMATS */ .zu.map((format) => [_sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMATS */ .hR[format].mediaType, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__/* .SBOM_LIMIT */ .QN])]);
/** Referrers of a release that are copied; anybody who may write to the repository may have attached more. */
const MOST_COPIED = 100;
/**
 * Attaches the SBOMs and the attestations of a release to its copy in another repository. They name the manifest by its digest, so that they
 * hold there too. What the copy has already is not read again.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function copyAttached(from, to, { digest, mediaType, bytes }) {
    const [{ list }, there] = await Promise.all([from.referrers(digest), to.reader.referrers(digest)]);
    const present = new Set(there.list.map(contentOf));
    const missing = list.filter((referrer) => isOfOurKind(referrer) && !present.has(contentOf(referrer))).slice(0, MOST_COPIED);
    const contents = [];
    for (const { artifactType, annotations, layers: [payload] } of missing) {
        if (payload === undefined)
            continue;
        contents.push({ artifactType, mediaType: payload.mediaType, payload: await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .blobBytes */ .R)(from, payload, payload.size), annotations });
    }
    if (contents.length > 0)
        await to.pushReferrers({ mediaType, digest, size: bytes.length }, contents);
}
/** One payload, of a type and a size that a release is given. */
function isOfOurKind({ artifactType, layers: [payload, ...others] }) {
    return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}
function contentOf({ artifactType, layers: [payload] }) {
    return `${artifactType} ${payload?.digest ?? ''}`;
}


/***/ }),

/***/ 37413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ ARCH_ANNOTATION),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   fn: () => (/* binding */ attachedMetas),
/* harmony export */   pc: () => (/* binding */ attachedSboms)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2116);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93410);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62338);







/** Which platform of a Feature an SBOM is about. */
const ARCH_ANNOTATION = 'dev.nix-feature.arch';
const CREATED = 'org.opencontainers.image.created';
/** The time that a Feature's manifest names, in seconds since the epoch; undefined if it names none. @throws IntegrityError if it is no manifest */
function createdOf(raw, where) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, where);
    const time = parsed.kind === 'manifest' ? (parsed.manifest.annotations?.[CREATED] ?? '') : '';
    const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? Date.parse(time) / 1000 : Number.NaN;
    return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}
/**
 * Lists the SBOMs that are attached to a Feature. Anybody who may write to the repository may have attached them.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function attachedSboms(reader, feature) {
    const { list } = await reader.referrers(feature);
    return list.flatMap((referrer) => {
        const format = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_FORMATS */ .zu.find((each) => _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .FORMATS */ .hR[each].mediaType === referrer.artifactType);
        const arch = referrer.annotations[ARCH_ANNOTATION] ?? '';
        return format === undefined || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .isArch */ .nn)(arch) ? [] : [{ arch, format, referrer }];
    });
}
/** The bytes of an attached SBOM. @throws IntegrityError if it has no payload, or one that is too large; RegistryError, CancelledError */
async function attachedBytes(reader, { arch, referrer }) {
    const [layer] = referrer.layers;
    if (layer === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The SBOM ${referrer.digest} for ${arch} in ${reader.repository} is empty.`);
    return (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .blobBytes */ .R)(reader, layer, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__/* .SBOM_LIMIT */ .QN);
}
/** SBOMs of a release that are read; anybody who may write to the repository may have attached more. */
const MOST_READ = 20;
/**
 * Returns what the SBOMs of a release say of its packages: for each platform the first that fits its delta document. What can't be read, and
 * what does not fit, is left out.
 */
async function attachedMetas(reader, release, documents) {
    const found = new Map();
    const created = createdOf(release, reader.repository);
    for (const sbom of (await attachedSboms(reader, release.digest).catch(noneIfUnreadable)).slice(0, MOST_READ)) {
        const document = documents.get(sbom.arch);
        if (document === undefined || found.has(sbom.arch))
            continue;
        const where = `the SBOM of ${reader.repository} for ${sbom.arch}`;
        const metas = await attachedBytes(reader, sbom).then((bytes) => (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedSbom */ .b6)(bytes, sbom.format, { document, created }, where)).catch(noneIfUnreadable);
        if (!Array.isArray(metas))
            found.set(sbom.arch, metas);
    }
    return found;
}
function noneIfUnreadable(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return [];
    throw error;
}


/***/ }),

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rootsOf),
/* harmony export */   c: () => (/* binding */ componentsOf)
/* harmony export */ });
/* harmony import */ var _nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54445);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);


const PLACES = (/* unused pure expression or super */ null && (['shipped', 'relied-upon']));
const UNKNOWN = { licences: [], maintainers: [] };
/** The store paths of a closure in the order of their paths. */
function componentsOf({ document, metas }) {
    const layers = new Map([...(document.complement ?? []), ...document.layers].flatMap(({ paths, digest }) => paths.map((path) => [path, digest])));
    return document.closure.map(({ path, narHash, narSize, references, in: place }) => {
        const meta = metas.get(path) ?? UNKNOWN;
        return {
            path,
            ...nameAndVersion(path, meta),
            meta,
            place: place === 'delta' ? 'shipped' : 'relied-upon',
            layer: layers.get(path),
            narHash,
            narSize,
            dependencies: references.filter((reference) => reference !== path),
        };
    });
}
/** What the flake calls a package, else what the name of its store path says. */
function nameAndVersion(path, { name, version }) {
    return name === undefined || version === undefined ? (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageName */ .R)((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(path)) : { name, version };
}
/** What a Feature's platform installs: its outputs, each once, the one for PATH first. */
function rootsOf({ storePath, outputs }) {
    return [...new Set([storePath, ...Object.values(outputs)])];
}


/***/ }),

/***/ 40848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hR: () => (/* binding */ FORMATS),
  zu: () => (/* binding */ SBOM_FORMATS),
  b6: () => (/* binding */ checkedSbom),
  IO: () => (/* binding */ formatsOf),
  yp: () => (/* binding */ sbomFile)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/sbom/read-metas-of.js
var read_metas_of = __webpack_require__(62338);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/names.js
var names = __webpack_require__(67413);
// EXTERNAL MODULE: ./lib/sbom/package-url.js
var package_url = __webpack_require__(78613);
;// CONCATENATED MODULE: ./lib/sbom/write-cyclonedx.js



/** Writes an SBOM in CycloneDX 1.6 (ECMA-424). The same facts give the same bytes. */
function writeCycloneDx(facts) {
    const components = (0,component/* componentsOf */.c)(facts);
    const { document } = facts;
    const root = featureRef(document);
    const bom = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: metadataOf(facts),
        components: components.map(componentOf),
        dependencies: [{ ref: root, dependsOn: (0,component/* rootsOf */.R)(document).toSorted() }, ...components.map(({ path, dependencies }) => ({ ref: path, dependsOn: dependencies }))],
    };
    const text = JSON.stringify(bom);
    return (0,names/* withMember */.RV)(text, 'serialNumber', `urn:uuid:${(0,names/* uuidOf */.pV)(text)}`);
}
function featureRef({ feature, system }) {
    return `feature:${feature.id}@${feature.version}/${system}`;
}
function metadataOf({ document, created }) {
    const { feature, system, bases, source } = document;
    const properties = [
        ...bases.map(({ name, digest }) => ({ name: names/* BASE */.Wm, value: digest === undefined || name.includes(digest) ? name : `${name}@${digest}` })),
        { name: names/* FLAKE */.aH, value: source.flake },
        { name: names/* SYSTEM */.IJ, value: system },
    ];
    return {
        ...(created === undefined ? {} : { timestamp: (0,names/* timeOf */.nR)(created) }),
        tools: { components: [{ type: 'application', name: names/* TOOL */.js }] },
        component: {
            type: 'application',
            'bom-ref': featureRef(document),
            name: feature.id,
            version: feature.version,
            purl: (0,package_url/* packageUrl */.E)({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } }),
            properties,
        },
    };
}
function componentOf(component) {
    const { path, name, version, meta, narHash } = component;
    const { description, homepage, cpe, licences } = meta;
    return {
        type: 'library',
        'bom-ref': path,
        name,
        ...(version === '' ? {} : { version }),
        ...(description === undefined ? {} : { description }),
        hashes: [{ alg: 'SHA-256', content: (0,names/* hexOfSri */.Nu)(narHash) }],
        ...(licences.length === 0 ? {} : { licenses: licences.map(licenceOf) }),
        ...(cpe === undefined ? {} : { cpe }),
        purl: (0,package_url/* packageUrl */.E)(component),
        ...(homepage === undefined ? {} : { externalReferences: [{ type: 'website', url: homepage }] }),
        properties: propertiesOf(component),
    };
}
function licenceOf(licence) {
    return { license: 'id' in licence ? { id: licence.id } : { name: licence.name } };
}
function propertiesOf({ path, narHash, narSize, place, layer, meta }) {
    return [
        { name: names/* STORE_PATH */.wj, value: path },
        { name: names/* NAR_HASH */.Xq, value: narHash },
        { name: names/* NAR_SIZE */.Sl, value: String(narSize) },
        { name: names/* PLACE */.CC, value: place },
        ...(layer === undefined ? [] : [{ name: names/* LAYER */.IO, value: layer }]),
        ...meta.maintainers.map((value) => ({ name: names/* MAINTAINER */.vE, value })),
    ];
}

// EXTERNAL MODULE: ./lib/sbom/write-spdx.js + 1 modules
var write_spdx = __webpack_require__(40771);
;// CONCATENATED MODULE: ./lib/sbom/formats.js




const SBOM_FORMATS = ['cyclonedx', 'spdx'];
const FORMATS = {
    cyclonedx: { mediaType: 'application/vnd.cyclonedx+json', extension: 'cdx.json', write: writeCycloneDx, read: read_metas_of/* readCycloneDx */.iH },
    spdx: { mediaType: 'application/spdx+json', extension: 'spdx.json', write: write_spdx/* writeSpdx */.Nt, read: read_metas_of/* readSpdx */.G1 },
};
function formatsOf(choice) {
    if (choice === 'none')
        return [];
    return choice === 'both' ? SBOM_FORMATS : [choice];
}
/** The name in a layout: `sbom-amd64.cdx.json` */
function sbomFile(arch, format) {
    return `sbom-${arch}.${FORMATS[format].extension}`;
}
/**
 * Checks an SBOM from outside: it must be, byte for byte, what the delta document and its own words on the packages give.
 * Then it names each path of the closure once, and nothing else.
 * @returns what it says of the packages
 * @throws IntegrityError
 */
function checkedSbom(bytes, format, facts, where) {
    const { read, write } = FORMATS[format];
    const metas = read(bytes, where);
    if (Buffer.from(write({ ...facts, metas })).equals(bytes))
        return metas;
    throw new errors/* IntegrityError */.cs(`${where} is not the SBOM of the build beside it: its packages or hashes differ from the delta document, or a build would write it differently.`, {
        hint: 'Build again. Only a build writes this file.',
    });
}


/***/ }),

/***/ 35433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ licenceReport),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8022);

/** Says under which licences a platform's shipped packages are, and what changed in that since the last release. */
function licenceReport(now, before) {
    const shipped = shippedOf(now);
    const uses = usesOf(shipped);
    return before === undefined ? { uses } : { uses, changes: changesOf(shippedOf(before), shipped) };
}
function shippedOf(side) {
    return (0,_component_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsOf */ .c)(side).filter(({ place }) => place === 'shipped');
}
function usesOf(components) {
    const packages = new Map();
    for (const component of components) {
        const licences = namesOf(component);
        for (const licence of licences.length === 0 ? [undefined] : licences) {
            const names = packages.get(licence) ?? new Set();
            packages.set(licence, names.add(component.name));
        }
    }
    return [...packages].map(([licence, names]) => ({ licence, packages: [...names].toSorted() })).toSorted(byWeight);
}
function byWeight(a, b) {
    if (a.licence === undefined || b.licence === undefined)
        return a.licence === b.licence ? 0 : a.licence === undefined ? 1 : -1;
    return b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1);
}
/** Licences as texts: identifiers of SPDX, and names. */
function namesOf({ meta }) {
    return meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
}
function changesOf(before, after) {
    const [left, right] = [byPackage(before), byPackage(after)];
    const changed = [...right].flatMap(([name, now]) => {
        const then = left.get(name);
        return then === undefined || then.join('\n') === now.join('\n') ? [] : [{ name, before: then, after: now }];
    });
    const [had, has] = [new Set([...left.values()].flat()), new Set([...right.values()].flat())];
    return { added: [...has].filter((each) => !had.has(each)).toSorted(), removed: [...had].filter((each) => !has.has(each)).toSorted(), changed };
}
/** The licences of each package, whatever its outputs and versions. */
function byPackage(components) {
    const groups = Map.groupBy(components, ({ name }) => name);
    return new Map([...groups].map(([name, all]) => [name, [...new Set(all.flatMap(namesOf))].toSorted()]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 67413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ PLACE),
/* harmony export */   IJ: () => (/* binding */ SYSTEM),
/* harmony export */   IO: () => (/* binding */ LAYER),
/* harmony export */   Nu: () => (/* binding */ hexOfSri),
/* harmony export */   RV: () => (/* binding */ withMember),
/* harmony export */   Sl: () => (/* binding */ NAR_SIZE),
/* harmony export */   Wm: () => (/* binding */ BASE),
/* harmony export */   Xq: () => (/* binding */ NAR_HASH),
/* harmony export */   aH: () => (/* binding */ FLAKE),
/* harmony export */   js: () => (/* binding */ TOOL),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   pV: () => (/* binding */ uuidOf),
/* harmony export */   vE: () => (/* binding */ MAINTAINER),
/* harmony export */   wj: () => (/* binding */ STORE_PATH)
/* harmony export */ });
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);

/** The program as both formats name it; its version is left out, as the same build gives the same bytes. */
const TOOL = 'nix-feature';
/** Names of properties in CycloneDX, and of external references in SPDX. */
const STORE_PATH = 'nix:store-path';
const NAR_HASH = 'nix:nar-hash';
const NAR_SIZE = 'nix:nar-size';
const MAINTAINER = 'nix:maintainer';
const PLACE = 'nix-feature:place';
const LAYER = 'nix-feature:layer';
const BASE = 'nix-feature:base';
const SYSTEM = 'nix-feature:system';
const FLAKE = 'nix-feature:flake';
/** A UUID that depends on a text and on nothing else (RFC 9562, 5.8). */
function uuidOf(text) {
    const hex = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)((0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(text));
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
    return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
/** Adds a member to the text of an object that has some. */
function withMember(text, name, value) {
    return `${text.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;
}
/** Seconds since the epoch, as both formats write times. */
function timeOf(seconds) {
    return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** A hash of a NAR (`sha256-<base64>`) in hexadecimal digits. */
function hexOfSri(sri) {
    return Buffer.from(sri.slice('sha256-'.length), 'base64').toString('hex');
}


/***/ }),

/***/ 78613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ namespaceOfUrl),
/* harmony export */   E: () => (/* binding */ packageUrl)
/* harmony export */ });
/**
 * A package URL (purl specification). `pkg:nix` only if the repository that defines the package is known, as a name alone
 * may be anything; else `pkg:generic`.
 */
function packageUrl({ name, version, meta: { namespace } }) {
    const place = namespace === undefined ? 'pkg:generic' : `pkg:nix/${namespace.split('/').map(encode).join('/')}`;
    return `${place}/${encode(name)}${version === '' ? '' : `@${encode(version)}`}`;
}
/** @returns the repository that a package URL of ours names */
function namespaceOfUrl(url) {
    const found = typeof url === 'string' ? /^pkg:nix\/([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)\//.exec(url)?.[1] : undefined;
    return found;
}
function encode(text) {
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}


/***/ }),

/***/ 62338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ readSpdx),
/* harmony export */   QN: () => (/* binding */ SBOM_LIMIT),
/* harmony export */   iH: () => (/* binding */ readCycloneDx)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18366);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73662);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67413);
/* harmony import */ var _package_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78613);
/* harmony import */ var _write_spdx_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40771);








/** Bytes of an SBOM: about 80,000 store paths. */
const SBOM_LIMIT = 128 * 1024 * 1024;
const MOST_COMPONENTS = 200_000;
const MOST_ITEMS = 100;
/**
 * Reads what an SBOM in CycloneDX says of the packages in it. Components that are no store paths are passed over.
 * @param where for messages
 * @throws IntegrityError if it is no such document
 */
function readCycloneDx(bytes, where) {
    const field = parsed(bytes, where);
    field.get('bomFormat').is('CycloneDX');
    field.get('specVersion').oneOf(['1.4', '1.5', '1.6', '1.7']);
    return new Map(itemsOf(field.get('components'), MOST_COMPONENTS).flatMap((component) => {
        const properties = objectsOf(component['properties']);
        const path = properties.find(({ name }) => name === _names_js__WEBPACK_IMPORTED_MODULE_4__/* .STORE_PATH */ .wj)?.['value'];
        if (typeof path !== 'string' || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(path))
            return [];
        const licences = objectsOf(component['licenses']).map(({ license, expression }) => {
            const { id, name } = Object(license);
            return id ?? name ?? expression;
        });
        const meta = (0,_nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__/* .packageMeta */ .u)({
            ...component,
            cpe: component['cpe'],
            homepage: objectsOf(component['externalReferences']).find(({ type }) => type === 'website')?.['url'],
            licences,
            maintainers: properties.filter(({ name }) => name === _names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAINTAINER */ .vE).map(({ value }) => value),
            namespace: (0,_package_url_js__WEBPACK_IMPORTED_MODULE_6__/* .namespaceOfUrl */ .C)(component['purl']),
        });
        return [[path, meta]];
    }));
}
/**
 * Reads what an SBOM in SPDX 2.3 says of the packages in it, as {@link readCycloneDx} does.
 * @throws IntegrityError if it is no such document
 */
function readSpdx(bytes, where) {
    const field = parsed(bytes, where);
    field.get('spdxVersion').oneOf(['SPDX-2.2', 'SPDX-2.3']);
    const names = new Map((field.get('hasExtractedLicensingInfos').optional((list) => itemsOf(list, MOST_COMPONENTS)) ?? []).map(({ licenseId, name }) => [licenseId, name]));
    return new Map(itemsOf(field.get('packages'), MOST_COMPONENTS).flatMap((each) => {
        const references = objectsOf(each['externalRefs']);
        const locator = (type) => references.find(({ referenceType }) => referenceType === type)?.['referenceLocator'];
        const path = locator(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .STORE_PATH */ .wj);
        if (typeof path !== 'string' || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(path))
            return [];
        const meta = (0,_nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__/* .packageMeta */ .u)({
            name: each['name'],
            version: each['versionInfo'],
            description: each['summary'],
            homepage: each['homepage'],
            cpe: locator(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .CPE */ .Zu),
            licences: termsOf(each['licenseDeclared']).map((term) => names.get(term) ?? term),
            maintainers: maintainersOf(each['comment']),
            namespace: (0,_package_url_js__WEBPACK_IMPORTED_MODULE_6__/* .namespaceOfUrl */ .C)(locator('purl')),
        });
        return [[path, meta]];
    }));
}
/** The licences of an expression, whatever joins them. */
function termsOf(expression) {
    if (typeof expression !== 'string' || /^(?:NOASSERTION|NONE)$/.test(expression))
        return [];
    return expression.split(/[\s()]+/).filter((word) => word !== '' && !/^(?:AND|OR|WITH)$/.test(word));
}
function maintainersOf(comment) {
    if (typeof comment !== 'string')
        return [];
    return comment.split('\n').flatMap((line) => (line.startsWith(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .MAINTAINER_LINE */ .Kn) ? [line.slice(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .MAINTAINER_LINE */ .Kn.length)] : []));
}
function parsed(bytes, where) {
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is not a valid SBOM: ${why}.`, { cause });
    };
    try {
        return _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of((0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(bytes, { bytes: SBOM_LIMIT }), refuse);
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_7__/* .JsonError */ .N3 ? cause.message : String(cause), cause);
    }
}
function itemsOf(list, most) {
    const found = [];
    list.each(most, (item) => found.push(item.object()));
    return found;
}
/** Of a list in a component those that are objects; what else stands there is nothing to us. */
function objectsOf(value) {
    return Array.isArray(value) ? value.slice(0, MOST_ITEMS).filter((each) => typeof each === 'object' && each !== null) : [];
}


/***/ }),

/***/ 40771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zu: () => (/* binding */ CPE),
  Kn: () => (/* binding */ MAINTAINER_LINE),
  Nt: () => (/* binding */ writeSpdx)
});

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
;// CONCATENATED MODULE: ./lib/sbom/licence-expression.js

/** What SPDX says of what nobody has said. */
const NOASSERTION = 'NOASSERTION';
/**
 * Licences as an expression (SPDX 2.3, annex D). A flake that lists several does not say whether all of them apply or one may be chosen: all is
 * the careful reading.
 */
function licenceExpression(licences) {
    return licences.length === 0 ? NOASSERTION : licences.map(licenceTerm).join(' AND ');
}
function licenceTerm(licence) {
    if ('id' in licence)
        return licence.id;
    const slug = licence.name.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
    return `LicenseRef-${slug === '' ? '' : `${slug}-`}${(0,digest/* hexOf */.ZD)((0,digest/* digestOf */.ol)(licence.name)).slice(0, 8)}`;
}
/** Those of a closure that are not of the SPDX list, each once and in order. */
function extractedLicences(all) {
    const found = new Map();
    for (const licence of [...all].flat()) {
        if ('id' in licence)
            continue;
        const licenseId = licenceTerm(licence);
        found.set(licenseId, { licenseId, name: licence.name, extractedText: `The flake names this licence but does not contain its text: ${licence.name}` });
    }
    return [...found.values()].toSorted((a, b) => (a.licenseId < b.licenseId ? -1 : 1));
}

// EXTERNAL MODULE: ./lib/sbom/names.js
var names = __webpack_require__(67413);
// EXTERNAL MODULE: ./lib/sbom/package-url.js
var package_url = __webpack_require__(78613);
;// CONCATENATED MODULE: ./lib/sbom/write-spdx.js





/** Begins each line of a package's comment that names a maintainer. */
const MAINTAINER_LINE = 'Maintainer: ';
const DOCUMENT = 'SPDXRef-DOCUMENT';
const FEATURE = 'SPDXRef-Feature';
const PURL = 'purl';
const CPE = 'cpe23Type';
/** Writes an SBOM in SPDX 2.3. The same facts give the same bytes; without a time it is 1970, as SPDX wants one. */
function writeSpdx(facts) {
    const { document, created = 0 } = facts;
    const { feature, system } = document;
    const components = (0,component/* componentsOf */.c)(facts);
    const extracted = extractedLicences(components.map(({ meta }) => meta.licences));
    const name = `${feature.id}-${feature.version}-${system}`;
    const content = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: DOCUMENT,
        name,
        creationInfo: { created: (0,names/* timeOf */.nR)(created), creators: [`Tool: ${names/* TOOL */.js}`] },
        packages: [featurePackage(document), ...components.map(packageOf)],
        relationships: relationshipsOf(document, components),
        ...(extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }),
    };
    const text = JSON.stringify(content);
    return (0,names/* withMember */.RV)(text, 'documentNamespace', `https://spdx.org/spdxdocs/${encodeURIComponent(name)}-${(0,names/* uuidOf */.pV)(text)}`);
}
/** An identifier has letters, digits, dots and dashes (SPDX 2.3, 7.2); the hash makes it one of a kind. */
function idOf(path) {
    return `SPDXRef-${(0,store_path/* hashPartOf */.bV)(path)}-${(0,store_path/* nameOf */.Vb)(path).replaceAll(/[^A-Za-z0-9.-]/g, '-')}`;
}
/** What an SBOM of a build does not know; the fields are mandatory. */
const UNKNOWN = { downloadLocation: NOASSERTION, filesAnalyzed: false, copyrightText: NOASSERTION, licenseConcluded: NOASSERTION };
function featurePackage({ feature, source, bases }) {
    const url = (0,package_url/* packageUrl */.E)({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } });
    return {
        ...UNKNOWN,
        SPDXID: FEATURE,
        name: feature.id,
        versionInfo: feature.version,
        licenseDeclared: NOASSERTION,
        primaryPackagePurpose: 'INSTALL',
        externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: url }],
        comment: [`Flake: ${source.flake}`, ...bases.map(({ name, digest }) => `Base: ${name}${digest === undefined || name.includes(digest) ? '' : `@${digest}`}`)].join('\n'),
    };
}
function packageOf(component) {
    const { path, name, version, narHash, meta } = component;
    return {
        ...UNKNOWN,
        SPDXID: idOf(path),
        name,
        ...(version === '' ? {} : { versionInfo: version }),
        ...(meta.description === undefined ? {} : { summary: meta.description }),
        ...(meta.homepage === undefined ? {} : { homepage: meta.homepage }),
        licenseDeclared: licenceExpression(meta.licences),
        checksums: [{ algorithm: 'SHA256', checksumValue: (0,names/* hexOfSri */.Nu)(narHash) }],
        externalRefs: referencesOf(component),
        ...(meta.maintainers.length === 0 ? {} : { comment: meta.maintainers.map((each) => `${MAINTAINER_LINE}${each}`).join('\n') }),
    };
}
function referencesOf(component) {
    const { path, layer, meta } = component;
    return [
        { referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: (0,package_url/* packageUrl */.E)(component) },
        ...(meta.cpe === undefined ? [] : [{ referenceCategory: 'SECURITY', referenceType: CPE, referenceLocator: meta.cpe }]),
        { referenceCategory: 'OTHER', referenceType: names/* STORE_PATH */.wj, referenceLocator: path },
        ...(layer === undefined ? [] : [{ referenceCategory: 'OTHER', referenceType: names/* LAYER */.IO, referenceLocator: layer }]),
    ];
}
/** SPDX 2.3, 11.1: what is shipped is contained, what is relied upon must be there before. */
function relationshipsOf(document, components) {
    const ids = new Map(components.map(({ path }) => [path, idOf(path)]));
    const relate = (spdxElementId, relationshipType, related) => ({ spdxElementId, relationshipType, relatedSpdxElement: ids.get(related) });
    return [
        { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: FEATURE },
        ...(0,component/* rootsOf */.R)(document).map((root) => relate(FEATURE, 'DEPENDS_ON', root)),
        ...components.map(({ path, place }) => relate(FEATURE, place === 'shipped' ? 'CONTAINS' : 'HAS_PREREQUISITE', path)),
        ...components.flatMap(({ path, dependencies }) => dependencies.map((each) => relate(ids.get(path), 'DEPENDS_ON', each))),
    ];
}


/***/ })

};
