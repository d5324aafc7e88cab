export const id = 96;
export const ids = [96];
export const modules = {

/***/ 67155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readBase),
  A: () => (/* binding */ readImage)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/oci/format/select-platform.js
var select_platform = __webpack_require__(46285);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/read-up-to.js
var read_up_to = __webpack_require__(36118);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/canonical-json.js
var canonical_json = __webpack_require__(1306);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/base/path-contents.js + 1 modules
var path_contents = __webpack_require__(95432);
// EXTERNAL MODULE: ./lib/base/program-way.js
var program_way = __webpack_require__(90951);
;// CONCATENATED MODULE: ./lib/base/base-index-cache.js












const SCHEMA_VERSION = 4;
const FILE = 'layers.json';
/** Bytes: about a million store paths. */
const FILE_LIMIT = 128 * 1024 * 1024;
/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 *
 * Whoever may write the cache can write an index that looks right all the same. Nothing of it becomes content of a
 * Feature: what it can do, and what finds that out, is in docs/make/bases.md, "What is remembered of a base".
 */
class BaseIndexCache {
    #cache;
    #debug;
    constructor(cache, debug) {
        this.#cache = cache;
        this.#debug = debug;
    }
    /** What is known of these layers, by the digest of their blobs. Never throws. */
    async load(image, layers) {
        const found = new Map();
        await this.#inFolder(async (folder) => {
            const key = await this.#cache.restore(indexKeyOf(image), prefixOf(image), folder);
            if (key === undefined)
                return;
            const entries = entriesOf(await (0,read_up_to/* readUpTo */.V)((0,external_node_path_.join)(folder, FILE), FILE_LIMIT));
            for (const { digest, diffId } of layers) {
                if (entries[digest] === undefined)
                    continue;
                const index = parseEntry(entries[digest], digest);
                if (index?.diffId === diffId)
                    found.set(digest, index);
                else
                    this.#debug(`What the cache ${key} says of the layer ${digest} is ignored: it is damaged, or belongs to another tar.`);
            }
        });
        return found;
    }
    /** Remembers the layers of one image. Never throws. */
    async save(image, layers) {
        await this.#inFolder(async (folder) => {
            const entries = [...layers].map(([digest, index]) => [digest, { ...index, check: checkOf(digest, index) }]);
            const document = { schemaVersion: SCHEMA_VERSION, layers: Object.fromEntries(entries) };
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, FILE), (0,canonical_json/* canonicalJson */.d)(document));
            await this.#cache.save(indexKeyOf(image), folder);
        });
    }
    async #inFolder(work) {
        let folder;
        try {
            folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-base');
            await work(folder);
        }
        catch (error) {
            this.#debug(`The base-image cache could not be used: ${(0,errors/* messageOf */.bD)(error)} The layers are read instead.`);
        }
        finally {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
/**
 * All entries of one repository and platform begin with this; the newest of them serves an image that is not in the
 * cache. Platforms share no layers, so an entry of another platform would not help.
 */
function prefixOf({ repository, architecture }) {
    return `nix-feature-base-v${SCHEMA_VERSION}-${(0,digest/* hexOf */.ZD)((0,digest/* digestOf */.ol)(`${repository} ${architecture}`)).slice(0, 32)}-`;
}
function indexKeyOf(image) {
    return `${prefixOf(image)}${(0,digest/* hexOf */.ZD)(image.manifest)}`;
}
function entriesOf(text) {
    const json = (0,parse_json/* parseJson */.qF)(text, { bytes: FILE_LIMIT });
    if (!(0,field/* isObject */.Gv)(json) || json['schemaVersion'] !== SCHEMA_VERSION || !(0,field/* isObject */.Gv)(json['layers'])) {
        throw new TypeError(`${FILE} is not of schema version ${SCHEMA_VERSION}`);
    }
    return json['layers'];
}
function checkOf(layer, index) {
    return (0,digest/* digestOf */.ol)((0,canonical_json/* canonicalJson */.d)([layer, index]));
}
/** Every name is checked again: it is going to be compared with store paths. */
function parseEntry(value, layer) {
    if (!(0,field/* isObject */.Gv)(value))
        return undefined;
    const { diffId, added, sizes, contents, whiteouts, holes, opaque, way } = value;
    if (typeof diffId !== 'string' || typeof opaque !== 'boolean' || !isNames(added) || !isNames(whiteouts) || !isNames(holes))
        return undefined;
    if (!isSizes(sizes) || sizes.length !== added.length || !isContents(contents) || contents.length !== added.length || !isWay(way))
        return undefined;
    const index = { diffId: diffId, added, sizes, contents, whiteouts, holes, opaque, way };
    return value['check'] === checkOf(layer, index) ? index : undefined;
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && (0,store_path/* isStoreName */.nF)(name));
}
function isSizes(value) {
    return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
function isContents(value) {
    return Array.isArray(value) && value.every((packed) => typeof packed === 'string' && (0,path_contents/* unpackContents */.xu)(packed) !== undefined);
}
function isWay(value) {
    return Array.isArray(value) && value.every((step) => Array.isArray(step) && step.every((part) => typeof part === 'string') && program_way/* WAY_KINDS */.MX.includes(step[1]));
}

// EXTERNAL MODULE: ./lib/base/fold-layers.js
var fold_layers = __webpack_require__(39445);
// EXTERNAL MODULE: ./lib/base/layer-index.js
var layer_index = __webpack_require__(98257);
;// CONCATENATED MODULE: ./lib/base/read-base.js






// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;
/**
 * Which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
async function readBase(source, arch, options = {}) {
    return readImage(source, await (0,select_platform/* selectPlatform */.m)(source, arch), options);
}
/** The same for an image that was selected before: what runs and what is read are then one. */
async function readImage(source, image, options = {}) {
    const { manifest, manifestDigest, config } = image;
    const layers = manifest.layers.map((layer, i) => ({ ...layer, diffId: config.diffIds[i] }));
    const remembered = { repository: source.repository, architecture: config.architecture, manifest: manifestDigest };
    const cache = options.cache === undefined ? undefined : new BaseIndexCache(options.cache, options.debug ?? (() => { }));
    const known = options.observe !== undefined || cache === undefined ? new Map() : await cache.load(remembered, layers);
    const unread = [...new Map(layers.filter(({ digest }) => !known.has(digest)).map((layer) => [layer.digest, layer])).values()];
    if (unread.length > 0) {
        for (const [digest, index] of await readLayers(source, unread, options))
            known.set(digest, index);
        await cache?.save(remembered, known);
    }
    const ordered = layers.map(({ digest }) => known.get(digest)).filter((index) => index !== undefined);
    return { name: source.name, digest: manifestDigest, ...(0,fold_layers/* contentsOf */.K)(ordered) };
}
async function readLayers(source, layers, { signal, onProgress, observe }) {
    const total = layers.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const count = (bytes) => {
        done += bytes;
        onProgress?.(done, total);
    };
    // The first failure stops the others: nobody waits for layers of an image that can't be used.
    const stop = new AbortController();
    const any = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const found = new Map();
    // The largest first: one of them begun last would keep one core busy while the other waits.
    const queue = [...layers].sort((a, b) => b.size - a.size);
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            any.throwIfAborted();
            const where = `the layer ${layer.digest} of ${source.name}`;
            found.set(layer.digest, await (0,layer_index/* indexLayer */.U)(counted(source.blob(layer), count), { ...layer, where, observer: observe?.(layer.digest) }, any));
        }
    };
    const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, () => work().catch((error) => {
        stop.abort(error);
        throw error;
    }));
    const results = await Promise.allSettled(workers);
    if (signal?.aborted === true)
        throw (0,transport_error/* cancelled */.KW)(signal);
    if (results.some(({ status }) => status === 'rejected'))
        throw stop.signal.reason;
    return found;
}
function counted(blob, count) {
    const meter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            count(chunk.length);
            done(null, chunk);
        },
    });
    return (0,external_node_stream_.pipeline)(blob, meter, () => { });
}


/***/ }),

/***/ 56567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readSide)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47933);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36118);
/* harmony import */ var _layout_built_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6988);
/* harmony import */ var _layout_layout_facts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84472);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(749);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83270);
/* harmony import */ var _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5110);
/* harmony import */ var _oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1548);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(93410);
/* harmony import */ var _oci_pull_tags_there_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(94843);
/* harmony import */ var _place_open_base_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(54545);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(82480);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(77627);

















const NAME_A_BUILD = 'Name a folder that `nix-feature build` wrote with --output, an OCI image layout, or a delta.json.';
/**
 * Finds out by its manifest, or by the files in its folder, what a reference names, and reads a Feature's documents.
 * @param cleanup ends the connections
 * @throws InputError for a file or folder that is neither; Failure, RegistryError, IntegrityError, CancelledError
 */
async function readSide(input, request, host, cleanup) {
    const reference = request[input];
    const { text: name } = reference;
    if (reference.kind === 'path')
        return readPath(input, name, reference.path, request.arches);
    // A build's layout has a manifest for each platform, and is compared whole unless one of them is named.
    if (reference.kind === 'layout' && reference.ref === undefined)
        return readPath(input, name, reference.folder, request.arches);
    const other = otherwise(reference);
    const read = async (named) => {
        const opened = await (0,_place_open_base_js__WEBPACK_IMPORTED_MODULE_14__/* .openBase */ .m)(named, request, host);
        cleanup.defer(() => opened.close());
        return readImage(name, opened.source, request.arches);
    };
    if (other === undefined)
        return read(reference);
    return read(reference).catch((error) => read(other).catch(() => Promise.reject(error)));
}
/** A platform by the name that earlier versions of this program gave it, or that this one gives it. */
function otherwise(reference) {
    const text = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .otherArchTag */ .pL)(reference.text);
    if (text === undefined)
        return undefined;
    return reference.kind === 'layout' ? { ...reference, text, ref: (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .otherArchTag */ .pL)(reference.ref ?? '') } : { ...reference, text };
}
async function readPath(input, name, path, arches) {
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory())
        return featureOf(name, [await readDocumentFile(input, path)]);
    if (await isThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _layout_layout_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .FACTS_FILE */ .Ho))) {
        return featureOf(name, (await (0,_layout_built_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuiltLayout */ .n)(path)).platforms.map(({ document }) => document));
    }
    if (await isThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'oci-layout')))
        return readImage(name, await _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_10__/* .LayoutReader */ .I.open(path), arches);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(input, `${path} holds neither the build of a Feature nor an image: it has neither ${_layout_layout_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .FACTS_FILE */ .Ho} nor oci-layout.`, { hint: NAME_A_BUILD });
}
async function readDocumentFile(input, path) {
    try {
        return (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDeltaDocument */ .X)(await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .V)(path, _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCUMENT_LIMIT */ .w), path);
    }
    catch (cause) {
        if (!(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs))
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(input, cause.message, { cause, hint: NAME_A_BUILD });
    }
}
function isThere(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
}
async function readImage(name, source, arches) {
    const root = await rootOf(name, source);
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .parseManifest */ .N)(root, name);
    if (parsed.kind === 'index')
        return { what: 'base', name, source };
    const { manifest } = parsed;
    if (manifest.artifactType === _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .DELTA_ARTIFACT */ .YD)
        return featureOf(name, [await platformDocument(name, source, manifest)]);
    if (manifest.config.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .DEVCONTAINER_CONFIG */ .Wj)
        return { what: 'base', name, source };
    refuseCollection(name, manifest);
    return readPublished(name, source, (0,_release_published_js__WEBPACK_IMPORTED_MODULE_16__/* .publishedAs */ .hY)(name, root), arches);
}
function refuseCollection(name, { layers }) {
    if (!layers.some(({ mediaType }) => mediaType === _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .COLLECTION_LAYER */ .ZJ))
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${name} is a collection of Features; only single ones can be compared.`, { hint: `Name one of them: ${withoutTag(name)}/<id>.` });
}
async function readPublished(name, source, published, wanted) {
    const arches = [...published.platforms.keys()];
    if (arches.length === 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${name} is a Feature that nix-feature did not publish, so its store paths are unknown.`);
    }
    return { what: 'feature', name, arches, documents: await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_16__/* .readDocuments */ .r9)(source, published, wanted.length > 0 ? wanted : arches) };
}
function withoutTag(name) {
    const [tagged = ''] = name.split('@', 1);
    const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    return colon < 0 ? tagged : tagged.slice(0, colon);
}
async function platformDocument(name, source, { config }) {
    return (0,_release_published_js__WEBPACK_IMPORTED_MODULE_16__/* .readDocument */ .u0)(source, config, `the delta document of ${name}`);
}
function featureOf(name, all) {
    const documents = new Map(all.map((document) => [(0,_platform_js__WEBPACK_IMPORTED_MODULE_15__/* .archOf */ .Qh)(document.system), document]));
    return { what: 'feature', name, arches: [...documents.keys()], documents };
}
async function rootOf(name, source) {
    try {
        return await source.root();
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl))
            throw error;
        const mistaken = (0,_oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_11__/* .takenForHub */ ._X)(name, source);
        if (error.status === undefined && mistaken === undefined)
            throw error;
        const meant = mistaken ?? (error.status === 404 && source instanceof _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_12__/* .Registry */ .O ? await (0,_oci_pull_tags_there_js__WEBPACK_IMPORTED_MODULE_13__/* .tagsThere */ .Q)(source) : undefined);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${name} ${(0,_oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_11__/* .problemOf */ .Zw)(error)}: ${error.message}`, { cause: error, ...(meant === undefined ? (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .adviceOf */ .wr)(error) : { hint: meant }) });
    }
}


/***/ }),

/***/ 85972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   EX: () => (/* binding */ featureManifest),
/* harmony export */   F8: () => (/* binding */ VERSION_ANNOTATION),
/* harmony export */   NT: () => (/* binding */ publishedPlatforms),
/* harmony export */   kH: () => (/* binding */ METADATA_ANNOTATION),
/* harmony export */   qc: () => (/* binding */ KEY_ANNOTATION)
/* harmony export */ });
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);



const METADATA_ANNOTATION = 'dev.containers.metadata';
const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
const VERSION_ANNOTATION = 'org.opencontainers.image.version';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const DOCUMENT_ANNOTATION = 'dev.nix-feature.document.';
const GITHUB_PACKAGE = 'com.github.package.type';
/** The whole config of a Feature's manifest (dev container distribution specification). */
const EMPTY_CONFIG = '{}';
/** The manifest of a Feature (docs/reference/formats.md): its tar, the delta layers of each platform, then those of each complement. */
function featureManifest(facts) {
    const { feature, tar, platforms, onGithub } = facts;
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_MANIFEST */ .MS,
        config: { ...facts.config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [
            { ...tar, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_LAYER */ .nz, annotations: { [TITLE]: `devcontainer-feature-${feature.id}.tgz` } },
            ...distinct([...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement }) => complement)]),
        ],
        annotations: {
            [METADATA_ANNOTATION]: facts.metadata,
            [KEY_ANNOTATION]: facts.key,
            ...Object.fromEntries(platforms.map(({ arch, digest }) => [`${PLATFORM_ANNOTATION}${arch}`, digest])),
            ...Object.fromEntries(platforms.map(({ arch, manifest: { config } }) => [`${DOCUMENT_ANNOTATION}${arch}`, `${config.digest} ${config.size}`])),
            ...imageAnnotations(facts),
            ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
        },
    };
}
/** The platforms that a published Feature was made of; none if something other than this program made it. */
function publishedPlatforms(annotations) {
    const platforms = new Map();
    for (const [name, digest] of Object.entries(annotations)) {
        const arch = name.slice(PLATFORM_ANNOTATION.length);
        if (!name.startsWith(PLATFORM_ANNOTATION) || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .isArch */ .nn)(arch) || !(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            continue;
        platforms.set(arch, { digest, document: blobOf(annotations[`${DOCUMENT_ANNOTATION}${arch}`]) });
    }
    return platforms;
}
function blobOf(text = '') {
    const [digest = '', size = ''] = text.split(' ');
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && /^[1-9][0-9]{0,9}$/.test(size) ? { digest, size: Number(size) } : undefined;
}
/** OCI image specification, annotations.md. */
function imageAnnotations({ feature, metadata, platforms, origin, created }) {
    const { name, description, documentationURL } = JSON.parse(metadata);
    const base = platforms[0]?.document.bases[0];
    const annotations = {
        [TITLE]: typeof name === 'string' ? name : feature.id,
        description,
        documentation: documentationURL,
        version: feature.version,
        source: origin.source,
        revision: origin.revision,
        'base.name': base?.name,
        // One of an image for several platforms differs between them.
        'base.digest': platforms.every(({ document }) => document.bases[0]?.digest === base?.digest) ? base?.digest : undefined,
        created: created === undefined ? undefined : new Date(created * 1000).toISOString().replace('.000Z', 'Z'),
    };
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => typeof value === 'string' && value !== '' ? [[key === TITLE ? key : `org.opencontainers.image.${key}`, value]] : []));
}
/** A layer that two platforms share is listed once. */
function distinct(layers) {
    return layers.filter(({ digest }, index) => layers.findIndex((layer) => layer.digest === digest) === index);
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


/** A folder whose name is mistyped is a name of Docker Hub's. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** What a source's first answer came to, as a verb. */
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


/***/ })

};
