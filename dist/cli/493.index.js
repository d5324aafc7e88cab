export const id = 493;
export const ids = [493];
export const modules = {

/***/ 67155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wZ: () => (/* binding */ readBase),
  AM: () => (/* binding */ readImage),
  QW: () => (/* binding */ readingFor)
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
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
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
            const entries = entriesOf(await (0,files/* readUpTo */.Vc)((0,external_node_path_.join)(folder, FILE), FILE_LIMIT));
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
 * Returns what all entries of one repository and platform begin with; the newest of them serves an image that is not in the
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






/** Reads for somebody: with the host's cache, until its job is stopped, and shows how far it is. */
function readingFor({ cache, signal, debug }, progress) {
    return { cache, signal, debug: (line) => debug(line), onProgress: (done, total) => progress.update(done, undefined, total) };
}
// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;
/**
 * Reads which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
async function readBase(source, arch, options = {}) {
    return readImage(source, await (0,select_platform/* selectPlatform */.m)(source, arch), options);
}
/** Reads the same from an image that was selected before, so that the image that runs and the one that is read are the same. */
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
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33963);
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
async function readSide(input, request, registries, cleanup) {
    const reference = request[input];
    const { text: name } = reference;
    if (reference.kind === 'path')
        return readPath(input, name, reference.path, request.arches);
    // A build's layout has a manifest for each platform, and is compared whole unless one of them is named.
    if (reference.kind === 'layout' && reference.ref === undefined)
        return readPath(input, name, reference.folder, request.arches);
    const other = otherwise(reference);
    const read = async (named) => {
        const opened = await (0,_place_open_base_js__WEBPACK_IMPORTED_MODULE_14__/* .openBase */ .m)(named, registries);
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
    if (await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isThere */ .$B)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _layout_layout_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .FACTS_FILE */ .Ho))) {
        return featureOf(name, (await (0,_layout_built_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuiltLayout */ .n)(path)).platforms.map(({ document }) => document));
    }
    if (await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isThere */ .$B)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'oci-layout')))
        return readImage(name, await _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_10__/* .LayoutReader */ .I.open(path), arches);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(input, `${path} holds neither the build of a Feature nor an image: it has neither ${_layout_layout_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .FACTS_FILE */ .Ho} nor oci-layout.`, { hint: NAME_A_BUILD });
}
async function readDocumentFile(input, path) {
    try {
        return (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDeltaDocument */ .X)(await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .Vc)(path, _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCUMENT_LIMIT */ .w), path);
    }
    catch (cause) {
        if (!(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs))
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(input, cause.message, { cause, hint: NAME_A_BUILD });
    }
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

/***/ 57200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readLayoutSbom),
/* harmony export */   G: () => (/* binding */ writeLayoutSboms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33963);
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
        const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .Vc)(file, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_LIMIT */ .QN).catch((error) => {
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

/***/ 82611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writeLayoutTests),
/* harmony export */   k: () => (/* binding */ readLayoutTests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77363);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33963);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1306);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);









const TESTS_FILE = 'tests.json';
/** Bytes. */
const LIMIT = 1024 * 1024;
/** Bases of each platform, and checks of each base. */
const MOST_TESTS = 100;
const MOST_CHECKS = 200;
/** Characters. */
const LONGEST = 1000;
const OUTCOMES = ['passed', 'failed', 'skipped'];
/** Writes the results of a build's tests into its layout, for the summary of the job that publishes. How long they took is left out: the same build leaves the same file. */
async function writeLayoutTests(folder, tests) {
    if (tests.length === 0)
        return;
    const written = tests.map(({ arch, base, user, checks, skipped }) => ({
        arch,
        base: oneLine(base),
        user: oneLine(user),
        checks: checks.map(({ title, outcome, detail }) => ({ title: oneLine(title), outcome, ...(detail === undefined ? {} : { detail: oneLine(detail) }) })),
        ...(skipped === undefined ? {} : { skipped: oneLine(skipped) }),
    }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE), (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)({ schemaVersion: 1, tests: written }), { mode: 0o644 });
}
/**
 * Reads them from a layout that anybody may have written.
 * @param arches the layout's own: a job says nothing of another one's platform
 * @returns none if there are none; durations are 0
 * @throws IntegrityError if they are not what a build wrote
 */
async function readLayoutTests(folder, arches) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE);
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .Vc)(file, LIMIT).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (bytes === undefined)
        return [];
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_2__/* .Field */ .D0.of((0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parsedJson */ .U4)(bytes, refuse, { bytes: LIMIT }), refuse);
    field.get('schemaVersion').is(1);
    const tests = [];
    field.get('tests').each(MOST_TESTS * _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr.length, (test) => tests.push(testOf(test, arches)));
    return tests;
}
function testOf(test, arches) {
    const checks = [];
    test.get('checks').each(MOST_CHECKS, (check) => {
        const detail = check.get('detail').optional((text) => text.text(LONGEST));
        checks.push({ title: check.get('title').text(LONGEST), outcome: check.get('outcome').oneOf(OUTCOMES), ...(detail === undefined ? {} : { detail }) });
    });
    const skipped = test.get('skipped').optional((text) => text.text(LONGEST));
    return {
        arch: test.get('arch').oneOf(arches),
        base: test.get('base').text(LONGEST),
        user: test.get('user').text(LONGEST),
        checks,
        ...(skipped === undefined ? {} : { skipped }),
        duration: 0,
    };
}
function oneLine(text) {
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inertLog */ .H_)(text).replaceAll(/\s+/g, ' ').slice(0, LONGEST).toWellFormed();
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
 * Checks that a platform manifest agrees with its delta document and its layout. It is published as it is, so it must contain nothing else.
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
// EXTERNAL MODULE: ./lib/layout/beside/layout-sboms.js
var layout_sboms = __webpack_require__(57200);
// EXTERNAL MODULE: ./lib/layout/beside/layout-tests.js
var layout_tests = __webpack_require__(82611);
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
    const tests = await (0,layout_tests/* readLayoutTests */.k)(folder, platforms.map(({ arch }) => arch));
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms, tests };
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
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33963);
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
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .Vc)(file, FACTS_LIMIT).catch((cause) => {
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
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .parsedJson */ .U4)(bytes, refuse, { bytes: FACTS_LIMIT });
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
}
/**
 * Reads the author's files of a layout. The archive must be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError if they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .Vc)(path, FILES_LIMIT).catch((cause) => {
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


/***/ })

};
