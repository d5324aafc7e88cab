export const id = 115;
export const ids = [115];
export const modules = {

/***/ 68165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ fetchLayers)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20489);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6988);






/**
 * Brings layers that a layout lacks, because a release had packed them, into it.
 * @throws RegistryError, IntegrityError if they are not what their digests say, CancelledError
 */
async function fetchLayers(platforms, reader, job) {
    const missing = new Map();
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            if (!(await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnDisk */ .L)(platform, layer)))
                missing.set(platform.fileOf(layer), layer);
        }
    }
    if (missing.size === 0)
        return;
    const total = [...missing.values()].reduce((sum, { size }) => sum + size, 0);
    await (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .inStage */ .uE)(job, 'Fetch the reused layers', { unit: 'bytes', total }, async () => {
        for (const [file, layer] of missing) {
            // A blob's name never stands for half of it.
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(reader.blob(layer), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(`${file}.part`), { signal: job.signal });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${file}.part`, file);
        }
        return [undefined, `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(missing.size, 'layer')}, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(total)}`];
    });
}


/***/ }),

/***/ 1548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   _X: () => (/* binding */ takenForHub),
/* harmony export */   b1: () => (/* binding */ orTakenForHub)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93410);


/** Explains a name that was looked for on Docker Hub: a mistyped name of a folder looks like one. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** Returns the problem of a source's first answer, as a verb. */
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : "can't be read";
}
/** Reads a source for the first time: if that fails, a name that was only taken for one of Docker Hub's is said to be. */
async function orTakenForHub(name, source, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
            throw error;
        const hint = takenForHub(name, source);
        if (hint === undefined)
            throw error;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, hint });
    }
}


/***/ }),

/***/ 1925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   V: () => (/* binding */ readAttachments)
/* harmony export */ });
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2116);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83270);
/* harmony import */ var _oci_format_referrer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44130);
/* harmony import */ var _publish_attach_copy_attached_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49193);




/**
 * Reads the SBOMs and the attestations of a Feature. Other attachments are left out, and so is what is attached to another manifest.
 * @param digests of manifests that may be some
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readAttachments(source, feature, digests) {
    const found = [];
    for (const digest of digests.toSorted()) {
        if (found.length === _publish_attach_copy_attached_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_COPIED */ .tR)
            break;
        const raw = await source.manifest(digest);
        const [referrer, parsed] = [(0,_oci_format_referrer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReferrer */ .Xc)(raw, source.name), (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(raw, source.name)];
        const [payload] = referrer.layers;
        if (parsed.kind === 'index' || payload === undefined || referrer.subject !== feature || !(0,_publish_attach_copy_attached_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfOurKind */ .yG)(referrer))
            continue;
        found.push({ raw, artifactType: referrer.artifactType, annotations: referrer.annotations, config: parsed.manifest.config, payload });
    }
    return found;
}
/** Returns what is attached again elsewhere. @throws RegistryError, IntegrityError, CancelledError */
async function contentOf({ artifactType, annotations, payload }, source) {
    return { artifactType, mediaType: payload.mediaType, payload: await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .blobBytes */ .R)(source, payload, payload.size), annotations };
}


/***/ }),

/***/ 26666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ writeBundle),
/* harmony export */   h: () => (/* binding */ openBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56118);
/* harmony import */ var _feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13050);
/* harmony import */ var _feature_files_unpack_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(76323);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(749);
/* harmony import */ var _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5110);
/* harmony import */ var _write_folder_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6809);













/** The members of a bundle that are read: all else is unpacked out of them again. */
const LAYOUT_MEMBER = /^(?:\.\/)?dist\/(oci-layout|index\.json|blobs\/sha256\/[0-9a-f]{64})$/;
/** Bytes that oci-layout and index.json may have. */
const SMALL = 4 * 1024 * 1024;
/**
 * Writes a folder that `writePortableFolder` made into one tar (docs/make/portable.md). The same folder gives the same bytes.
 * @param file absolute; it is whole or not there
 * @throws InputError if another file has this name
 */
async function writeBundle(folder, file) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file)}.${process.pid}.part`);
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from((0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_7__/* .featureTar */ ._8)(await filesOf(folder, ''))), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(temporary));
        await refuseOther(file, temporary);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, file);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
    }
}
async function filesOf(folder, below) {
    const files = [];
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, below), { withFileTypes: true })) {
        const name = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            files.push(...(await filesOf(folder, name)));
        else
            files.push({ name, file: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), executable: ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))).mode & 0o100) !== 0 });
    }
    return files;
}
/** What is there stays, unless it is this very bundle. */
async function refuseOther(file, ours) {
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file).catch(() => undefined);
    if (there === undefined)
        return;
    if (there.isFile() && (await sha256Of(file)) === (await sha256Of(ours)))
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .InputError */ .dz('output', `output: ${file} exists already and has other contents.`, { hint: 'Remove it, or name another file: "output".' });
}
async function sha256Of(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return hash.digest('hex');
}
/**
 * Opens the Feature that a bundle, or a folder that was exported, holds.
 * @param place absolute
 * @param work an empty folder, on a disk with room for the layers
 * @throws Failure if it holds none; IntegrityError if it is damaged
 */
async function openBundle(place, work) {
    const folder = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(place)).isDirectory() ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place, _write_folder_js__WEBPACK_IMPORTED_MODULE_12__/* .LAYOUT_FOLDER */ .Ws) : await unpackLayout(place, work);
    const { manifests } = await _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .LayoutReader */ .I.open(folder).catch((cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .Failure */ .HR(`${place} holds no Feature with its layers.`, {
            cause,
            inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.',
        });
    });
    const beside = manifests.filter(({ artifactType }) => artifactType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_10__/* .DELTA_ARTIFACT */ .YD);
    const [root, ...further] = beside.filter(({ annotations }) => annotations?.[_oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .REF_NAME */ .w] !== undefined);
    if (root === undefined || further.length > 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .IntegrityError */ .cs(`${place} has to hold one Feature, but holds ${root === undefined ? 'none' : 'several'}.`);
    const digests = new Set(manifests.map(({ digest }) => digest));
    return { reader: await _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_11__/* .LayoutReader */ .I.open(folder, root.digest, place), holds: (digest) => digests.has(digest), attached: () => Promise.resolve(beside.filter((each) => each !== root).map(({ digest }) => digest)) };
}
async function unpackLayout(file, work) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(work, _write_folder_js__WEBPACK_IMPORTED_MODULE_12__/* .LAYOUT_FOLDER */ .Ws);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'blobs/sha256'), { recursive: true });
    const members = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const reading = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { highWaterMark: 1024 * 1024 }), members);
    const unpacking = (async () => {
        for await (const member of members) {
            const { name, type, size } = member.header;
            const wanted = type === 'file' ? LAYOUT_MEMBER.exec(name)?.[1] : undefined;
            if (wanted === undefined) {
                member.resume();
                continue;
            }
            if (!wanted.startsWith('blobs/') && size > SMALL)
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .IntegrityError */ .cs(`${name} in ${file} has ${size} bytes; the limit is ${SMALL}.`);
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(member), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, wanted), { flags: 'wx' })).catch((cause) => {
                if (cause.code !== 'EEXIST')
                    throw cause;
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .IntegrityError */ .cs(`${file} has the member ${name} twice.`, { cause });
            });
        }
    })();
    await Promise.all([reading, unpacking]).catch((cause) => {
        throw (0,_feature_files_unpack_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .tarFailure */ .U)(file, cause);
    });
    return folder;
}


/***/ }),

/***/ 35115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ openFeature),
  a: () => (/* binding */ openPortable)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/layout/compose-feature.js
var compose_feature = __webpack_require__(47665);
// EXTERNAL MODULE: ./lib/layout/fetch-layers.js
var fetch_layers = __webpack_require__(68165);
// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
// EXTERNAL MODULE: ./lib/portable/bundle-file.js
var bundle_file = __webpack_require__(26666);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/portable/composed-source.js





/** A Feature that was built and not published, read as if it were. */
class ComposedSource {
    name;
    repository;
    #composed;
    #platforms;
    /** @param name of the layout, for messages */
    constructor(name, composed, { platforms }) {
        this.name = name;
        this.repository = name;
        this.#composed = composed;
        this.#platforms = platforms;
    }
    root() {
        const { bytes, digest } = this.#composed;
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes });
    }
    manifest(digest) {
        const platform = this.#platforms.find((each) => each.digest === digest);
        if (platform === undefined)
            return this.root();
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes });
    }
    blob(descriptor) {
        const { digest, size } = descriptor;
        const blobs = this.#platforms.flatMap((platform) => [platform.manifest.config, ...platform.manifest.layers].map((blob) => ({ blob, platform })));
        const found = blobs.find(({ blob }) => blob.digest === digest && blob.size === size);
        const content = found === undefined ? this.#composed.blobs(digest) : (0,blob_content/* fileContent */.qY)(found.platform.fileOf(found.blob));
        const where = `the blob ${digest} of ${this.name}`;
        const verified = (0,verify_stream/* verifyStream */.u)(descriptor, where);
        const bytes = content.open(0, size);
        bytes.on('error', (cause) => verified.destroy(new errors/* IntegrityError */.cs(`${where} can't be read: ${cause.message}.`, { cause })));
        return (0,external_node_stream_.pipeline)(bytes, verified, () => { });
    }
}

// EXTERNAL MODULE: ./lib/portable/portable-feature.js
var portable_feature = __webpack_require__(78463);
;// CONCATENATED MODULE: ./lib/portable/open-source.js













/**
 * Opens the Feature that is to be carried away: a published one, a bundle, or what a build left.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is none, or it lacks a platform; RegistryError, IntegrityError, CancelledError
 */
async function openPortable(request, registries, cleanup) {
    const { reader, ...more } = await openFeature(request, registries, cleanup);
    return (0,portable_feature/* readPortable */.a)(reader, { name: request.source.text, wanted: request.arches, ...more });
}
/**
 * Opens a Feature wherever it lies, and reads nothing.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file; RegistryError, IntegrityError, CancelledError
 */
async function openFeature(request, registries, cleanup) {
    const { source } = request;
    if (source.kind === 'published') {
        const reader = registries.open((0,reference/* parseReference */.F2)(source.text));
        cleanup.defer(() => reader.close());
        return { reader, attached: async (feature) => (await reader.referrers(feature)).list.map(({ digest }) => digest) };
    }
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-portable');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    const isBuild = (await (0,promises_.stat)((0,external_node_path_.join)(source.path, layout_facts/* FACTS_FILE */.Ho)).catch(() => undefined)) !== undefined;
    return isBuild ? { reader: await openBuild(source.path, work, request, registries) } : (0,bundle_file/* openBundle */.h)(source.path, work);
}
/** As it would be published, but with its layers beside it. */
async function openBuild(folder, work, place, registries) {
    const layout = await (0,built_layout/* readBuiltLayout */.n)(folder);
    const assembly = (0,assemble/* assemble */.f)([layout], []);
    const { registry, namespace } = place;
    const { id } = layout.facts.feature;
    const repository = namespace === '' ? id : (0,target/* repositoryOf */._M)(place, id);
    await bringLayers(assembly.platforms, layout.facts.pushed ?? (namespace === '' ? undefined : { registry, repository }), registries);
    const composed = await (0,compose_feature/* composeFeature */.x)((0,assemble/* prepare */.i)(assembly, 'layers'), { registry, repository, onGithub: (0,target/* isGithubRegistry */.HV)(place), work });
    return new ComposedSource(folder, composed, assembly);
}
/** A build that pushed its layers, or took some over from a release, has left them out. */
async function bringLayers(platforms, place, registries) {
    if (place === undefined)
        return;
    const reader = registries.open(place);
    try {
        await (0,fetch_layers/* fetchLayers */.v)(platforms, reader, registries.job);
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 78463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readPortable)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47933);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53597);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95365);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60385);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(749);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83270);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1925);
/* harmony import */ var _oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1548);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(82480);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(77627);













/**
 * Reads all that a Feature says of itself; its layers are not read.
 * @param source whose root is the Feature's manifest
 * @throws Failure if it is no Feature of ours, or lacks a platform; IntegrityError if it contradicts itself
 */
async function readPortable(source, { name, wanted, holds = () => true, attached }) {
    const raw = await (0,_oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_10__/* .orTakenForHub */ .b1)(name, source, () => source.root());
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseManifest */ .N)(raw, name);
    if (parsed.kind === 'index' || parsed.manifest.config.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .DEVCONTAINER_CONFIG */ .Wj)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(`${name} is not a Dev Container Feature.`);
    const { layers, config } = parsed.manifest;
    const [tar] = layers;
    if (tar?.mediaType === _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .COLLECTION_LAYER */ .ZJ)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(`${name} is a collection of Features.`, { hint: 'Name one Feature of it: <namespace>/<id>:<version>.' });
    const published = (0,_release_published_js__WEBPACK_IMPORTED_MODULE_12__/* .publishedAs */ .hY)(name, raw);
    const arches = [...published.platforms.keys()];
    if (tar?.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .DEVCONTAINER_LAYER */ .nz || arches.length === 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(`${name} is a Feature that nix-feature did not publish, so its layers are unknown.`);
    }
    const there = [...published.platforms].filter(([, { digest }]) => holds(digest)).map(([arch]) => arch);
    const missing = wanted.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(`${name} is for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_6__/* .formatList */ .ki)(there)}, not for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_6__/* .formatList */ .ki)(missing)}.`);
    const metadata = metadataOf(published);
    const identity = { id: String(metadata['id']), version: String(metadata['version']) };
    const platforms = [];
    for (const arch of wanted.length === 0 ? there : wanted)
        platforms.push(await readPlatform(source, published, arch, identity));
    const attachments = attached === undefined ? [] : await (0,_attachments_js__WEBPACK_IMPORTED_MODULE_9__/* .readAttachments */ .V)(source, raw.digest, await attached(raw.digest));
    return { name, ...identity, metadata: published.metadata ?? '', raw, origin: parsed.manifest.annotations?.['org.opencontainers.image.source'], config, tar, arches, platforms, source, attachments };
}
function metadataOf({ name, metadata: text, version }) {
    const value = parseObject(text ?? '');
    if (value === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`The metadata of ${name} is not a JSON object.`);
    const { id } = value;
    if (typeof id !== 'string' || !(0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isFeatureId */ .GK)(id))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`The metadata of ${name} has no usable "id".`);
    if (typeof value['version'] !== 'string' || (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(value['version']) === undefined || (version !== undefined && version !== value['version'])) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`The version in the metadata of ${name} differs from the one in its manifest.`);
    }
    return value;
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function readPlatform(source, { name, platforms }, arch, { id, version }) {
    const platform = platforms.get(arch);
    if (platform === undefined)
        throw new Error(`${name} has no ${arch}`);
    const where = `the platform manifest of ${name} for ${arch}`;
    const raw = await source.manifest(platform.digest);
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseManifest */ .N)(raw, where);
    if (parsed.kind === 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDeltaDocument */ .X)((await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(source.blob(manifest.config))).toString('utf8'), `the delta document of ${name} for ${arch}`);
    if ((0,_platform_js__WEBPACK_IMPORTED_MODULE_11__/* .archOf */ .Qh)(document.system) !== arch || document.feature.id !== id || document.feature.version !== version) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`The delta document of ${name} for ${arch} is of ${document.feature.id} ${document.feature.version} for ${document.system}.`);
    }
    const listed = ({ digest, size }) => {
        const found = manifest.layers.find((layer) => layer.digest === digest && layer.size === size);
        if (found === undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .IntegrityError */ .cs(`${where} does not list the layer ${digest} of its delta document.`);
        return found;
    };
    // A layout names no media type for what its index does not list.
    return { arch, raw: { ...raw, mediaType: manifest.mediaType }, manifest, document, layers: document.layers.map(listed), complement: (document.complement ?? []).map(listed) };
}


/***/ })

};
