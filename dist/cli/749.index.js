export const id = 749;
export const ids = [749];
export const modules = {

/***/ 9445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ foldZstd),
/* harmony export */   I: () => (/* binding */ foldLayers)
/* harmony export */ });
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3756);

/**
 * What is in the store once the layers lie on each other, the lowest first, and the bytes of the regular files in each
 * store path. Names that are no store paths are dropped.
 *
 * Store paths don't change: where two layers bring one, the upper is the same again (another owner, a copied file), so
 * the larger counts and not their sum.
 */
function foldLayers(layers) {
    const names = new Map();
    for (const { added, sizes, whiteouts, opaque } of layers) {
        // A layer hides what is below it, never what it brings itself.
        if (opaque)
            names.clear();
        for (const name of whiteouts)
            names.delete(name);
        added.forEach((name, i) => names.set(name, Math.max(names.get(name) ?? 0, sizes[i] ?? 0)));
    }
    const paths = [...names].map(([name, bytes]) => [(0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .storePathOfName */ .p7)(name), bytes]);
    return new Map(paths.filter((path) => path[0] !== undefined));
}
/** Is there a `zstd` to unpack layers with, once the layers lie on each other, the lowest first? */
function foldZstd(layers) {
    return layers.findLast(({ zstd }) => zstd !== undefined)?.zstd ?? false;
}


/***/ }),

/***/ 1479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ indexLayer),
  O: () => (/* binding */ indexTar)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/base/zstd-frames.js

const FRAME_MAGIC = 0xfd2fb528;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
/**
 * Cuts zstd data so that no chunk reaches over the end of a frame, and leaves skippable frames out.
 *
 * Node's zstd stream takes what follows the end of a frame inside one chunk for garbage, and drops it without a word.
 * Layers that can be fetched in parts (“zstd:chunked”, pzstd) have many frames, and skippable ones with their tables.
 * The frames are walked by their block headers alone (RFC 8878, section 3.1).
 */
class ZstdFrames extends external_node_stream_.Transform {
    #step = 'magic';
    /** Bytes of the step that are still to come. */
    #left = 4;
    /** The bytes of a step that is a field. */
    #field = Buffer.alloc(0);
    #hasChecksum = false;
    #lastBlock = false;
    #out = [];
    _transform(chunk, _encoding, done) {
        try {
            let rest = chunk;
            while (rest.length > 0)
                rest = this.#take(rest);
            this.#emit();
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        const between = this.#step === 'magic' && this.#field.length === 0;
        done(between ? null : new Error('the zstd data ends in the middle of a frame'));
    }
    #take(rest) {
        const taken = rest.subarray(0, this.#left);
        this.#left -= taken.length;
        if (this.#step === 'content' || this.#step === 'checksum')
            this.#out.push(taken);
        else if (this.#step !== 'skip')
            this.#field = this.#field.length === 0 ? taken : Buffer.concat([this.#field, taken]);
        if (this.#left === 0)
            this.#finishStep();
        return rest.subarray(taken.length);
    }
    #finishStep() {
        const field = this.#field;
        this.#field = Buffer.alloc(0);
        switch (this.#step) {
            case 'magic':
                return this.#begin(field);
            case 'skip-size':
                return this.#next('skip', field.readUInt32LE(0));
            case 'skip':
                return this.#next('magic', 4);
            case 'descriptor':
                this.#out.push(field);
                return this.#readDescriptor(field.readUInt8(0));
            case 'header':
                this.#out.push(field);
                return this.#next('block', 3);
            case 'block':
                this.#out.push(field);
                return this.#readBlockHeader(field.readUIntLE(0, 3));
            case 'content':
                return this.#afterBlock();
            case 'checksum':
                return this.#endFrame();
        }
    }
    /** Goes to a step of `length` bytes, past it where it has none. */
    #next(step, length) {
        this.#step = step;
        this.#left = length;
        if (length === 0)
            this.#finishStep();
    }
    #begin(field) {
        const magic = field.readUInt32LE(0);
        // 0x184D2A50 to 0x184D2A5F
        if (magic >>> 4 === 0x184d2a5)
            return this.#next('skip-size', 4);
        if (magic !== FRAME_MAGIC)
            throw new Error('what follows a zstd frame is not zstd');
        this.#out.push(field);
        this.#next('descriptor', 1);
    }
    #readDescriptor(byte) {
        const singleSegment = (byte & 0x20) !== 0;
        this.#hasChecksum = (byte & 0x04) !== 0;
        const contentSize = [singleSegment ? 1 : 0, 2, 4, 8][byte >>> 6] ?? 0;
        const dictionaryId = [0, 1, 2, 4][byte & 0x03] ?? 0;
        this.#next('header', (singleSegment ? 0 : 1) + dictionaryId + contentSize);
    }
    #readBlockHeader(bits) {
        this.#lastBlock = (bits & 1) !== 0;
        const type = (bits >>> 1) & 3;
        if (type === BLOCK_RESERVED)
            throw new Error('a zstd block is of a kind that does not exist');
        this.#next('content', type === BLOCK_RLE ? 1 : bits >>> 3);
    }
    #afterBlock() {
        if (!this.#lastBlock)
            this.#next('block', 3);
        else if (this.#hasChecksum)
            this.#next('checksum', 4);
        else
            this.#endFrame();
    }
    #endFrame() {
        this.#emit();
        this.#next('magic', 4);
    }
    #emit() {
        if (this.#out.length === 0)
            return;
        const [only] = this.#out;
        this.push(this.#out.length === 1 ? only : Buffer.concat(this.#out));
        this.#out = [];
    }
}

;// CONCATENATED MODULE: ./lib/base/decompress.js



// What a compressed stream begins with. Names in a tar begin with none of these.
const MAGIC = [
    [Buffer.from([0x1f, 0x8b]), 'gzip'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'zstd'],
    [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'xz'],
    [Buffer.from('BZh'), 'bzip2'],
    [Buffer.from([0x04, 0x22, 0x4d, 0x18]), 'lz4'],
];
const LONGEST_MAGIC = 5;
// Bytes. Node makes its output buffers anew: those of 128 KiB cost a tenth more of processor time, larger ones no less.
const CHUNK = 512 * 1024;
/**
 * Finds out how a layer is compressed: by its first bytes, because media types are not always right, and by its media
 * type, because bytes that are nothing known must not pass for a tar where something else was announced.
 * @throws Error where it is of no kind that we can read, or not what its media type says
 */
async function decompression(blob, mediaType) {
    let head = Buffer.alloc(0);
    let ended = true;
    for await (const chunk of blob.iterator({ destroyOnReturn: false })) {
        head = Buffer.concat([head, chunk]);
        ended = head.length < LONGEST_MAGIC;
        if (!ended)
            break;
    }
    const stages = stagesOf(codecOf(head, mediaType));
    if (ended)
        return [external_node_stream_.Readable.from(head.length === 0 ? [] : [head]), ...stages];
    blob.unshift(head);
    return [blob, ...stages];
}
function codecOf(head, mediaType) {
    const found = isSkippableFrame(head) ? 'zstd' : MAGIC.find(([magic]) => head.subarray(0, magic.length).equals(magic))?.[1];
    if (found === 'gzip' || found === 'zstd')
        return found;
    if (found !== undefined)
        throw new Error(`it is compressed with ${found}, which no OCI layer may be`);
    const announced = /[+.]gzip$/.test(mediaType) ? 'gzip' : /[+.]zstd$/.test(mediaType) ? 'zstd' : undefined;
    if (announced !== undefined)
        throw new Error(`its media type ${mediaType} says ${announced}, and its bytes are not`);
    return 'none';
}
function isSkippableFrame(head) {
    return head.length >= 4 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;
}
function stagesOf(codec) {
    if (codec === 'gzip')
        return [(0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK })];
    if (codec === 'zstd')
        return [new ZstdFrames(), (0,external_node_zlib_.createZstdDecompress)({ chunkSize: CHUNK })];
    return [];
}

// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(3756);
;// CONCATENATED MODULE: ./lib/base/store-entries.js


/** Where an optimised store keeps one copy of each file, which those of store paths are hard links to. */
const LINKS = '.links';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Where a program is found without a set-up; `docs/formats.md` says what `compression: auto` makes of it. */
const ZSTD = /^(?:usr\/(?:local\/)?)?bin\/(\.wh\.)?zstd$/;
/** Takes from the entries of a layer's tar what concerns the store (OCI image specification, layer.md, "Whiteouts"). */
class StoreEntries {
    /** By name, bytes. */
    #added = new Map();
    /** Bytes of what lies in `.links`, until the first store path that has it takes them on. */
    #links = new Map();
    #whiteouts = new Set();
    #opaque = false;
    #zstd;
    /** @throws BaseError where the store, or what it lies in, is a symbolic link */
    see(header) {
        // ./nix/store/x, /nix/store/x and nix/store/x are one name.
        const parts = header.name.split('/').filter((part) => part !== '' && part !== '.');
        if (parts.includes('..'))
            return;
        const zstd = ZSTD.exec(parts.join('/'));
        if (zstd !== null)
            this.#zstd = zstd[1] === undefined;
        const [root, store, name] = parts;
        if (parts.length === 1 && (root === OPAQUE || root === `${WHITEOUT}nix`))
            this.#opaque = true;
        if (root !== 'nix')
            return;
        if (parts.length === 1)
            return this.#seeFolder('/nix', header);
        if (parts.length === 2 && (store === OPAQUE || store === `${WHITEOUT}store`))
            this.#opaque = true;
        if (store !== 'store')
            return;
        if (name === undefined)
            return this.#seeFolder('/nix/store', header);
        this.#seeName(name, parts.slice(3), this.#bytesOf(header));
        if (name === LINKS && header.type === 'file')
            this.#links.set(parts.slice(3).join('/'), header.size ?? 0);
    }
    result() {
        const added = [...this.#added].sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b));
        return {
            added: added.map(([name]) => name),
            sizes: added.map(([, bytes]) => bytes),
            whiteouts: [...this.#whiteouts].sort(store_path/* compareText */.n6),
            opaque: this.#opaque,
            ...(this.#zstd === undefined ? {} : { zstd: this.#zstd }),
        };
    }
    #seeFolder(path, header) {
        if (header.type === 'directory')
            return;
        if (header.type === 'symlink') {
            throw new errors/* BaseError */.Cf(`its ${path} is a symbolic link to ${header.linkname}`, {
                hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
            });
        }
        // Whatever else takes the folder's place hides what the layers below have in it.
        this.#opaque = true;
    }
    /** A hard link costs nothing where its target is a file of a store path. */
    #bytesOf({ type, size, linkname }) {
        if (type === 'file' || type === 'contiguous-file')
            return size ?? 0;
        const shared = type === 'link' ? linkname?.split(`/${LINKS}/`)[1] : undefined;
        if (shared === undefined)
            return 0;
        const bytes = this.#links.get(shared) ?? 0;
        this.#links.delete(shared);
        return bytes;
    }
    #seeName(name, inside, bytes) {
        if (name === OPAQUE)
            this.#opaque = true;
        else if (name.startsWith(WHITEOUT)) {
            const removed = name.slice(WHITEOUT.length);
            if ((0,store_path/* isStoreName */.nF)(removed))
                this.#whiteouts.add(removed);
        }
        else if ((0,store_path/* isStoreName */.nF)(name) && inside.length === 1 && inside[0] === OPAQUE) {
            // A folder made anew: what the layers below have in it is gone, the path itself is there.
            this.#whiteouts.add(name);
            this.#added.set(name, this.#added.get(name) ?? 0);
            // Something removed inside a store path does not say that this layer brings the path itself.
        }
        else if ((0,store_path/* isStoreName */.nF)(name) && inside.at(-1)?.startsWith(WHITEOUT) !== true) {
            this.#added.set(name, (this.#added.get(name) ?? 0) + bytes);
        }
    }
}

;// CONCATENATED MODULE: ./lib/base/layer-index.js









/**
 * Reads one layer: unpacks it in memory, looks at the tar's headers, keeps names of the store alone.
 * @param blob the layer's bytes; it fails by itself where they are not those of its digest
 * @throws BaseError where it can't be read, IntegrityError where it isn't the config's layer, CancelledError
 */
async function indexLayer(blob, facts, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        if (signal !== undefined)
            (0,external_node_stream_.addAbortSignal)(signal, blob);
        const stages = await decompression(blob, facts.mediaType);
        const counted = new external_node_stream_.Transform({
            transform(chunk, _encoding, done) {
                hash.update(chunk);
                done(null, chunk);
            },
        });
        const changes = await readEntries([...stages, counted], signal);
        const diffId = (0,digest/* digestOfHex */.z9)(hash.digest('hex'));
        if (diffId !== facts.diffId) {
            throw new errors/* IntegrityError */.cs(`${capital(facts.where)} unpacks to ${diffId}, and the image's config says ${facts.diffId}.`, 
            // https://github.com/containers/storage/issues/1771: such an image can't be pulled by anybody.
            { hint: 'The image is broken: build it and push it again. Old versions of podman and skopeo write such layers with zstd:chunked.' });
        }
        return { diffId, ...changes };
    }
    catch (error) {
        blob.destroy();
        throw explained(error, facts.where, signal);
    }
}
/** Reads the tar of a whole container, as `docker export` gives it. @throws BaseError, CancelledError */
async function indexTar(tar, where, signal) {
    try {
        return await readEntries([tar], signal);
    }
    catch (error) {
        tar.destroy();
        throw explained(error, where, signal);
    }
}
async function readEntries(streams, signal) {
    const entries = new StoreEntries();
    const tar = (0,tar_stream.extract)();
    tar.on('entry', (header, body, next) => {
        try {
            entries.see(header);
        }
        catch (error) {
            next(error);
            return;
        }
        body.on('end', () => next());
        // Its errors are those of the tar as a whole, which the pipeline reports; unheard, they would end the process.
        body.on('error', () => { });
        body.resume();
    });
    // A streamx stream: node's pipeline takes it, its types don't.
    const sink = tar;
    await (0,promises_.pipeline)([...streams, sink], signal === undefined ? {} : { signal });
    return entries.result();
}
function explained(error, where, signal) {
    if (signal?.aborted === true)
        return (0,transport_error/* cancelled */.KW)(signal);
    if (error instanceof errors/* BaseError */.Cf) {
        return new errors/* BaseError */.Cf(`${capital(where)} can't be used: ${error.message}.`, {
            cause: error,
            ...(error.hint === undefined ? {} : { hint: error.hint }),
        });
    }
    if (error instanceof errors/* Failure */.HR || error instanceof errors/* CancelledError */.cc)
        return error;
    const why = error instanceof Error ? error.message : String(error);
    return new errors/* BaseError */.Cf(`${capital(where)} can't be read: ${why}.`, {
        cause: error,
        hint: 'The base image is broken, or of a kind that is not supported: try `docker pull` on it.',
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   lD: () => (/* binding */ writtenName),
/* harmony export */   m: () => (/* binding */ openBase)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _oci_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7771);
/* harmony import */ var _oci_docker_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(293);
/* harmony import */ var _oci_layout_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2611);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3940);
/* harmony import */ var _oci_registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(188);
/* harmony import */ var _oci_select_platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8619);








/**
 * Opens a base of a registry or a layout, to be read. The user's own credentials go to the registry that they were
 * given for and to no other; elsewhere Docker's configuration counts.
 * @throws Failure where the reference is none, or the layout isn't there
 */
async function openBase(reference, request, host) {
    if (reference.kind === 'layout') {
        return { source: await _oci_layout_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .LayoutReader */ .I.open(reference.folder, reference.ref), close: () => undefined };
    }
    const docker = (0,_oci_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerCredentials */ .d)({ debug: (line) => host.debug(line) });
    const { registry, credentials } = request;
    const source = new _oci_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .Registry */ .O((0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .Y)(reference.text), {
        credentials: credentials === undefined ? docker : (0,_oci_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .credentialsFor */ .Og)(registry, credentials, docker),
        signal: host.signal,
        debug: (line) => host.debug(line),
        mask: (secret) => host.mask(secret),
    });
    return { source, close: () => source.close() };
}
/**
 * The base's image for a platform.
 * @throws BaseError which names the base as the user did, where it isn't there or not for that platform; IntegrityError,
 *   CancelledError
 */
async function imageOf({ source }, reference, arch) {
    try {
        return await (0,_oci_select_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .selectPlatform */ .m)(source, arch);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`The base image ${reference.text} ${problemOf(error)}: ${error.message}`, {
            cause: error,
            ...(error.hint === undefined ? {} : { hint: error.hint }),
        });
    }
}
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : 'can’t be read';
}
/** The base's name in what is written down: as the user wrote it, but without the folders of this machine. */
function writtenName(reference) {
    if (reference.kind !== 'layout')
        return reference.text;
    return `oci:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(reference.folder)}${reference.ref === undefined ? '' : `:${reference.ref}`}`;
}


/***/ }),

/***/ 7155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readBase),
  A: () => (/* binding */ readImage)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/oci/select-platform.js + 1 modules
var select_platform = __webpack_require__(8619);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(3756);
// EXTERNAL MODULE: ./lib/oci/canonical-json.js
var canonical_json = __webpack_require__(9634);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/base/base-index-cache.js






const SCHEMA_VERSION = 2;
const FILE = 'layers.json';
/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 *
 * Whoever may write the cache can write an index that looks right all the same. Nothing of it becomes content of a
 * Feature: what it can do, and what finds that out, is in docs/bases.md, “What is remembered of a base”.
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
            const key = await this.#cache.restore(keyOf(image), prefixOf(image), folder);
            if (key === undefined)
                return;
            const entries = entriesOf(await (0,promises_.readFile)((0,external_node_path_.join)(folder, FILE), 'utf8'));
            for (const { digest, diffId } of layers) {
                if (entries[digest] === undefined)
                    continue;
                const index = parseEntry(entries[digest], digest);
                if (index?.diffId === diffId)
                    found.set(digest, index);
                else
                    this.#debug(`What the cache ${key} says of the layer ${digest} is not used: it is damaged, or of another tar.`);
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
            await this.#cache.save(keyOf(image), folder);
        });
    }
    async #inFolder(work) {
        let folder;
        try {
            folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nix-feature-base-'));
            await work(folder);
        }
        catch (error) {
            this.#debug(`The cache of base images is of no help: ${error instanceof Error ? error.message : String(error)}`);
        }
        finally {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
/**
 * All entries of one repository and platform begin with this; the newest of them serves an image that is not in the
 * cache. Platforms share no layers: the newest of another one would be of no help.
 */
function prefixOf({ repository, architecture }) {
    return `nix-feature-base-v${SCHEMA_VERSION}-${(0,digest/* hexOf */.ZD)((0,digest/* digestOf */.ol)(`${repository} ${architecture}`)).slice(0, 32)}-`;
}
function keyOf(image) {
    return `${prefixOf(image)}${(0,digest/* hexOf */.ZD)(image.manifest)}`;
}
function entriesOf(text) {
    const json = JSON.parse(text);
    if (!isObject(json) || json['schemaVersion'] !== SCHEMA_VERSION || !isObject(json['layers'])) {
        throw new TypeError(`${FILE} is not of schema version ${SCHEMA_VERSION}`);
    }
    return json['layers'];
}
function checkOf(layer, index) {
    return (0,digest/* digestOf */.ol)((0,canonical_json/* canonicalJson */.d)([layer, index]));
}
/** Every name is checked again: it is going to be compared with store paths. */
function parseEntry(value, layer) {
    if (!isObject(value))
        return undefined;
    const { diffId, added, sizes, whiteouts, opaque, zstd } = value;
    if (typeof diffId !== 'string' || typeof opaque !== 'boolean' || !isNames(added) || !isNames(whiteouts))
        return undefined;
    if (!isSizes(sizes) || sizes.length !== added.length)
        return undefined;
    if (zstd !== undefined && typeof zstd !== 'boolean')
        return undefined;
    const index = { diffId: diffId, added, sizes, whiteouts, opaque, ...(zstd === undefined ? {} : { zstd }) };
    return value['check'] === checkOf(layer, index) ? index : undefined;
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && (0,store_path/* isStoreName */.nF)(name));
}
function isSizes(value) {
    return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/base/fold-layers.js
var fold_layers = __webpack_require__(9445);
// EXTERNAL MODULE: ./lib/base/layer-index.js + 3 modules
var layer_index = __webpack_require__(1479);
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
    const known = (await cache?.load(remembered, layers)) ?? new Map();
    const unread = [...new Map(layers.filter(({ digest }) => !known.has(digest)).map((layer) => [layer.digest, layer])).values()];
    if (unread.length > 0) {
        for (const [digest, index] of await readLayers(source, unread, options))
            known.set(digest, index);
        await cache?.save(remembered, known);
    }
    const ordered = layers.map(({ digest }) => known.get(digest)).filter((index) => index !== undefined);
    const sizes = (0,fold_layers/* foldLayers */.I)(ordered);
    return { name: source.name, digest: manifestDigest, paths: new Set(sizes.keys()), sizes, hasZstd: (0,fold_layers/* foldZstd */.$)(ordered) };
}
async function readLayers(source, layers, { signal, onProgress }) {
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
            found.set(layer.digest, await (0,layer_index/* indexLayer */.U)(counted(source.blob(layer), count), { ...layer, where }, any));
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

/***/ 8619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ imageDigests),
  m: () => (/* binding */ selectPlatform)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/image-source.js
var image_source = __webpack_require__(2184);
;// CONCATENATED MODULE: ./lib/oci/blob-bytes.js


/** A small blob, whole and verified: a config. @throws IntegrityError also where it is over 8 MiB */
async function blobBytes(source, descriptor) {
    if (descriptor.size > image_source/* MANIFEST_LIMIT */.M) {
        throw new errors/* IntegrityError */.cs(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, too many for a config.`);
    }
    const chunks = [];
    for await (const chunk of source.blob(descriptor))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(2222);
;// CONCATENATED MODULE: ./lib/oci/select-platform.js





// An index of indexes is allowed, and seldom seen; one that goes on for ever is an attack.
const MAX_DEPTH = 4;
const MAX_TRIED = 64;
/**
 * Finds the image for linux/<arch> behind what the source's reference names.
 * @throws BaseError where there is none; it lists the platforms that are there
 */
async function selectPlatform(source, arch) {
    const root = await source.root();
    const search = new Search(source, arch);
    const found = await search.within(root, 0);
    if (found !== undefined)
        return { ...found, indexDigest: found.manifestDigest === root.digest ? undefined : root.digest };
    const there = [...search.seen].sort();
    throw new errors/* BaseError */.Cf(`${source.name} has no image for linux/${arch}: ` +
        (there.length === 0 ? 'it names no platform at all.' : `it is there for ${there.join(', ')}.`), { hint: 'Choose another base image, or other arches.' });
}
/**
 * The digests of the images for linux/<arch> behind what the source's reference names, told by that manifest or index
 * alone: one request, whatever the number of platforms.
 * @returns without the platforms that only a further look would tell
 */
async function imageDigests(source, arches) {
    const root = await source.root();
    const parsed = (0,parse_manifest/* parseManifest */.N)(root, source.name);
    return new Map(arches.flatMap((arch) => {
        const digest = parsed.kind === 'manifest' ? root.digest : new Search(source, arch).bestOf(parsed.index.manifests)?.digest;
        return digest === undefined ? [] : [[arch, digest]];
    }));
}
class Search {
    seen = new Set();
    #source;
    #arch;
    #tried = 0;
    constructor(source, arch) {
        this.#source = source;
        this.#arch = arch;
    }
    async within(raw, depth, named) {
        const parsed = (0,parse_manifest/* parseManifest */.N)(raw, this.#source.name);
        if (parsed.kind === 'manifest')
            return this.#image(raw, parsed.manifest, named);
        if (depth >= MAX_DEPTH)
            return undefined;
        for (const descriptor of this.#candidates(parsed.index.manifests)) {
            if (++this.#tried > MAX_TRIED)
                return undefined;
            const found = await this.within(await this.#source.manifest(descriptor.digest), depth + 1, descriptor.platform);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    /** The image that an index itself says is for the platform. */
    bestOf(all) {
        const [best] = this.#candidates(all);
        return best?.platform === undefined || isIndex(best) ? undefined : best;
    }
    // Best first: a platform that fits, plain before variants; then what does not say what it is for.
    #candidates(all) {
        const ranked = [];
        for (const descriptor of all) {
            if (isAttestation(descriptor))
                continue;
            const { platform } = descriptor;
            if (platform === undefined)
                ranked.push({ descriptor, rank: isIndex(descriptor) ? 2 : 3 });
            else if (this.#fits(platform))
                ranked.push({ descriptor, rank: platform.variant === undefined ? 0 : 1 });
            else
                this.seen.add(formatPlatform(platform));
        }
        return ranked.sort((a, b) => a.rank - b.rank).map(({ descriptor }) => descriptor);
    }
    async #image(raw, manifest, named) {
        const config = await readConfig(this.#source, manifest);
        // Where an index names the platform, that counts: there are images whose config was never adapted.
        if (named === undefined && !this.#fits(config)) {
            this.seen.add(formatPlatform(config));
            return undefined;
        }
        return { manifest, manifestDigest: raw.digest, config };
    }
    #fits({ os, architecture, variant }) {
        // The first variant of each is what every machine of the architecture runs.
        const baseline = this.#arch === 'arm64' ? 'v8' : 'v1';
        return os === 'linux' && architecture === this.#arch && (variant === undefined || variant === '' || variant === baseline);
    }
}
function isIndex({ mediaType }) {
    return mediaType === media_types/* IMAGE_INDEX */.L$ || mediaType === media_types/* DOCKER_INDEX */.Mu;
}
// BuildKit lists provenance beside the images, as a platform that nothing runs on.
function isAttestation({ annotations, platform }) {
    return annotations?.['vnd.docker.reference.type'] !== undefined || platform?.os === 'unknown';
}
function formatPlatform({ os, architecture, variant }) {
    return `${os}/${architecture}${variant === undefined || variant === '' ? '' : `/${variant}`}`;
}
async function readConfig(source, manifest) {
    const { config: descriptor } = manifest;
    if (descriptor.mediaType !== media_types/* IMAGE_CONFIG */.Ve && descriptor.mediaType !== media_types/* DOCKER_CONFIG */.e6) {
        throw new errors/* BaseError */.Cf(`${source.name} is not a container image: its config is of the type ${descriptor.mediaType}.`, {
            hint: 'A base image is what containers are started from, not a Feature, a chart or another artifact.',
        });
    }
    const bytes = await blobBytes(source, descriptor);
    const refuse = (why, cause) => {
        throw new errors/* IntegrityError */.cs(`The config ${descriptor.digest} of ${source.name} can't be used: ${why}.`, { cause });
    };
    let json;
    try {
        json = JSON.parse(bytes.toString('utf8'));
    }
    catch (cause) {
        return refuse('it is not JSON', cause);
    }
    const { architecture, os, variant, rootfs, config } = objectOr(json);
    const { diff_ids: diffIds } = objectOr(rootfs);
    const { Env: env, User: user } = objectOr(config);
    if (typeof architecture !== 'string' || typeof os !== 'string')
        return refuse('it names no architecture and os');
    if (!Array.isArray(diffIds) || !diffIds.every((id) => typeof id === 'string' && (0,digest/* isDigest */.Bc)(id))) {
        return refuse('its rootfs.diff_ids are not digests');
    }
    if (diffIds.length !== manifest.layers.length) {
        return refuse(`it lists ${diffIds.length} layers, and the manifest ${manifest.layers.length}`);
    }
    return {
        architecture,
        os,
        variant: typeof variant === 'string' ? variant : undefined,
        diffIds,
        env: Array.isArray(env) ? env.filter((item) => typeof item === 'string') : [],
        user: typeof user === 'string' ? user : '',
    };
}
function objectOr(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}


/***/ })

};
