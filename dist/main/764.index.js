export const id = 764;
export const ids = [764];
export const modules = {

/***/ 39445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ foldZstd),
/* harmony export */   I: () => (/* binding */ foldLayers)
/* harmony export */ });
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13756);

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

/***/ 51479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ indexLayer),
  O: () => (/* binding */ indexTar)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(81423);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
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
var store_path = __webpack_require__(13756);
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

/***/ 3559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readExport),
/* harmony export */   q: () => (/* binding */ listContainer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13756);
/* harmony import */ var _layer_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51479);
/* harmony import */ var _fold_layers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39445);




// `ls` and a shell are in every image that Nix runs in; `find` is not. Entries of any type are listed: a store path may
// be a single file or a link.
const LIST = `if [ -e /usr/bin/zstd ] || [ -e /bin/zstd ] || [ -e /usr/local/bin/zstd ]; then echo zstd; else echo; fi
if [ -L /nix ] || [ -L ${_nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} ]; then echo link; elif [ -d ${_nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} ]; then echo store; ls -1A ${_nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF}/; fi`;
/**
 * Which store paths there are where Nix runs: in a container of the base. No store at all is an empty one.
 * @throws BaseError where the store is behind a symbolic link; CommandError, CancelledError
 */
async function listContainer(site) {
    const [zstd, kind, ...names] = (await site.capture(['sh', '-c', LIST])).split('\n');
    if (kind === 'link') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BaseError */ .Cf(`In ${site.where}, /nix or ${_nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} is a symbolic link.`, {
            hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
        });
    }
    return { paths: new Set(names.map(_nix_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathOfName */ .p7).filter((path) => path !== undefined)), hasZstd: zstd === 'zstd' };
}
/**
 * Which store paths a container has, from the tar that `docker export` gives of it: for images without a shell.
 * @param where for messages: “the image localhost/bedrock:1”
 * @throws BaseError where the tar can't be read; CancelledError
 */
async function readExport(tar, where, signal) {
    const layers = [await (0,_layer_index_js__WEBPACK_IMPORTED_MODULE_2__/* .indexTar */ .O)(tar, where, signal)];
    const sizes = (0,_fold_layers_js__WEBPACK_IMPORTED_MODULE_3__/* .foldLayers */ .I)(layers);
    return { paths: new Set(sizes.keys()), sizes, hasZstd: (0,_fold_layers_js__WEBPACK_IMPORTED_MODULE_3__/* .foldZstd */ .$)(layers) };
}


/***/ }),

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   lD: () => (/* binding */ writtenName),
/* harmony export */   m: () => (/* binding */ openBase)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _oci_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97771);
/* harmony import */ var _oci_docker_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(293);
/* harmony import */ var _oci_layout_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92611);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23940);
/* harmony import */ var _oci_registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40188);
/* harmony import */ var _oci_select_platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78619);








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

/***/ 17131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ baseDigests)
/* harmony export */ });
/* harmony import */ var _base_open_base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7035);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _oci_select_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78619);



/** The images that a base's name stands for now. What is wrong with it, whoever needs it will say. */
async function baseDigests(base, request, host) {
    if (base.kind === 'daemon')
        return new Map();
    try {
        const open = await (0,_base_open_base_js__WEBPACK_IMPORTED_MODULE_0__/* .openBase */ .m)(base, request, host);
        try {
            return await (0,_oci_select_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigests */ .J)(open.source, request.arches);
        }
        finally {
            open.close();
        }
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc)
            throw error;
        return new Map();
    }
}


/***/ }),

/***/ 2193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ readBases)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/base/list-container.js
var list_container = __webpack_require__(3559);
// EXTERNAL MODULE: ./lib/base/open-base.js
var open_base = __webpack_require__(7035);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/oci/select-platform.js + 1 modules
var select_platform = __webpack_require__(78619);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(81423);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
// EXTERNAL MODULE: ./lib/oci/canonical-json.js
var canonical_json = __webpack_require__(29634);
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
var fold_layers = __webpack_require__(39445);
// EXTERNAL MODULE: ./lib/base/layer-index.js + 3 modules
var layer_index = __webpack_require__(51479);
;// CONCATENATED MODULE: ./lib/base/read-base.js






// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;
/**
 * Which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
async function readBase(source, arch, options = {}) {
    return readImage(source, await selectPlatform(source, arch), options);
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

// EXTERNAL MODULE: ./lib/build/site.js + 10 modules
var site = __webpack_require__(40726);
// EXTERNAL MODULE: ./lib/engine/find-engine.js + 1 modules
var find_engine = __webpack_require__(13604);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/build/read-bases.js
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
 * Which store paths each base holds, read without running anything in it.
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
async function readBases(references, request, arch, host, stages) {
    const stores = [];
    for (const reference of references)
        stores.push(await readOne(reference, request, arch, host, stages));
    return stores;
}
function readOne(reference, request, arch, host, stages) {
    return stages.run(`Read the base store of ${(0,open_base/* writtenName */.lD)(reference)}`, { unit: 'bytes' }, async (progress) => {
        const store = reference.kind === 'daemon'
            ? await readDaemonImage(reference, request, arch, host)
            : await read_bases_readLayers(reference, request, arch, host, (done, total) => progress.update(done, undefined, total));
        return [store, (0,format/* formatNumberOf */.Of)(store.paths.size, 'store path')];
    });
}
async function read_bases_readLayers(reference, request, arch, host, onProgress) {
    const base = await (0,open_base/* openBase */.m)(reference, request, host);
    try {
        const store = await readImage(base.source, await (0,open_base/* imageOf */.dT)(base, reference, arch), {
            cache: host.cache,
            signal: host.signal,
            debug: (line) => host.debug(line),
            onProgress,
        });
        return { ...store, name: (0,open_base/* writtenName */.lD)(reference) };
    }
    finally {
        base.close();
    }
}
/** The image may have no shell to list its store with, so a container of it is made, and read without being started. */
async function readDaemonImage(reference, request, arch, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const engine = await (0,find_engine/* findEngine */.G)(request.engine, { signal: host.signal });
        const image = await (0,site/* daemonImage */.a1)(engine, reference.image, arch);
        const name = `nix-feature-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        cleanup.defer(() => engine.remove(name));
        await engine.create(image, name);
        const { stdout, done } = engine.export(name);
        done.catch(() => undefined);
        const contents = await (0,list_container/* readExport */.J)(stdout, reference.text, host.signal);
        await done;
        return { name: reference.text, digest: undefined, ...contents };
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


/***/ }),

/***/ 17268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ folderHash),
/* harmony export */   x: () => (/* binding */ isBuiltFrom)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _nix_nar_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53799);


/**
 * Is this flake the one that a delta was built from, down to the last byte? Then it evaluates to what it did, and no Nix
 * is needed to know it: evaluation is pure, and the lock file names every input (nix/flake-metadata.ts). The time of its
 * files, which a flake may look at, is not counted: each checkout has another.
 * @param hashOf tells a folder's hash; for whoever asks about one folder several times
 */
async function isBuiltFrom({ source }, { written, reference, folder }, hashOf = folderHash) {
    if (source.narHash === undefined || source.flake !== written || folder === undefined || !reference.startsWith('path:'))
        return false;
    return (await hashOf(folder)) === source.narHash;
}
/** @returns undefined for a folder that can't be read: that is for Nix to complain about */
async function folderHash(folder) {
    const hash = await (0,_nix_nar_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .narHashOf */ .p)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder)).catch(() => undefined);
    return hash?.narHash;
}


/***/ }),

/***/ 40726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bX: () => (/* binding */ containerState),
  a1: () => (/* binding */ daemonImage),
  aK: () => (/* binding */ fetchImage),
  hv: () => (/* binding */ openContainerSite),
  gZ: () => (/* binding */ openHostSite),
  EL: () => (/* binding */ startSite)
});

// UNUSED EXPORTS: lostText

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/base/list-container.js
var list_container = __webpack_require__(3559);
// EXTERNAL MODULE: ./lib/base/open-base.js
var open_base = __webpack_require__(7035);
// EXTERNAL MODULE: ./lib/engine/find-engine.js + 1 modules
var find_engine = __webpack_require__(13604);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/engine/load-image.js





/**
 * Bring an image of a layout folder into the engine, unless it is there. Its local name says which one it is, so that
 * a second run finds it; it stays there as a pulled image would.
 * @throws BaseError where the engine can't read it
 */
async function loadImage(engine, image) {
    const name = `localhost/nix-feature-base:${image.config.digest.replace('sha256:', '')}`;
    const there = await engine.inspectImage(name);
    if (there !== undefined)
        return there;
    try {
        await engine.run(['load'], { input: dockerArchive(image, name) });
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        throw new errors/* BaseError */.Cf(`${engine.name} can't load the image of the layout ${image.folder}. ${error.message}`, { cause: error });
    }
    const loaded = await engine.inspectImage(name);
    if (loaded === undefined)
        throw new errors/* BaseError */.Cf(`The image of ${image.folder} was loaded, but ${engine.name} does not find it.`);
    return loaded;
}
/**
 * The archive of `docker save`: a `manifest.json` that names configuration and layers. Every engine of any age reads
 * it, and finds out by itself how a layer is compressed; an OCI archive only newer ones do.
 * (Docker image specification 1.2, "Combined image JSON + filesystem changeset format".)
 */
function dockerArchive({ folder, config, layers }, name) {
    const archive = (0,tar_stream.pack)();
    const write = async () => {
        // A layer may occur twice in an image, but a file only once in the archive.
        const blobs = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
        for (const blob of blobs.values())
            await addFile(archive, external_node_path_.join(folder, blobPath(blob)), blobPath(blob), blob.size);
        const manifest = [{ Config: blobPath(config), RepoTags: [name], Layers: layers.map(blobPath) }];
        archive.entry({ name: 'manifest.json', mtime: new Date(0) }, JSON.stringify(manifest));
        archive.finalize();
    };
    write().catch((error) => archive.destroy(error));
    return archive;
}
async function addFile(archive, file, name, size) {
    await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(file), archive.entry({ name, size, mtime: new Date(0) }));
}
function blobPath({ digest }) {
    return `blobs/${digest.replace(':', '/')}`;
}

// EXTERNAL MODULE: ./lib/engine/complaint.js
var complaint = __webpack_require__(97515);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/engine/registry-auth.js



/** Where Docker Hub's credentials are kept in Docker's own file, for historical reasons. */
const DOCKER_HUB_KEY = 'https://index.docker.io/v1/';
/**
 * Calls `body` with a temporary folder, readable for us alone, that holds the credentials in the engine's own format.
 * They are neither on a command line nor left in the user's configuration.
 */
async function withRegistryAuth(engine, registry, credentials, env, body) {
    if (credentials === undefined)
        return body({ before: [], after: [] });
    const folder = await (0,external_node_fs_promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'nix-feature-auth-'));
    try {
        return await body(engine === 'docker' ? await dockerConfig(folder, registry, credentials, env) : await authFile(folder, registry, credentials));
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A copy of the user's configuration (proxies, the current context) whose only credentials are these. */
async function dockerConfig(folder, registry, credentials, env) {
    const users = env['DOCKER_CONFIG'] ?? external_node_path_.join(env['HOME'] ?? (0,external_node_os_.homedir)(), '.docker');
    // A credential helper would be asked in place of what stands in the file.
    const { credsStore: _store, credHelpers: _helpers, ...config } = await usersConfig(external_node_path_.join(users, 'config.json'));
    const key = registry === 'docker.io' ? DOCKER_HUB_KEY : registry;
    await writeAuth(external_node_path_.join(folder, 'config.json'), config, key, credentials);
    // The configuration may name a context, which lies beside it.
    await (0,external_node_fs_promises_.symlink)(external_node_path_.join(users, 'contexts'), external_node_path_.join(folder, 'contexts'));
    return { before: ['--config', folder], after: [] };
}
async function authFile(folder, registry, credentials) {
    const file = external_node_path_.join(folder, 'auth.json');
    await writeAuth(file, {}, registry, credentials);
    return { before: [], after: ['--authfile', file] };
}
async function writeAuth(file, config, key, { username, password }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    await (0,external_node_fs_promises_.writeFile)(file, JSON.stringify({ ...config, auths: { [key]: { auth } } }), { mode: 0o600 });
}
/** A configuration that is absent or broken is the client's to complain about, when it is used. */
async function usersConfig(file) {
    try {
        const config = JSON.parse(await (0,external_node_fs_promises_.readFile)(file, 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/engine/pull-image.js



/**
 * Pull an image for a platform, unless the engine holds it already.
 * @param reference `registry/repo@sha256:…`; a digest, so that what is there needs no second look
 * @throws BaseError where it can't be pulled, or is for another platform
 */
async function pullImage(engine, reference, options) {
    const there = await engine.inspectImage(reference);
    if (there?.architecture === options.arch)
        return there;
    await pull(engine, reference, options);
    const image = await engine.inspectImage(reference);
    if (image === undefined)
        throw new errors/* BaseError */.Cf(`${reference} was pulled, but ${engine.name} does not find it.`);
    checkArch(image, reference, options.arch);
    return image;
}
/** @throws BaseError where the image is for another platform than is asked for */
function checkArch(image, name, arch) {
    if (image.architecture === arch && image.os === 'linux')
        return;
    throw new errors/* BaseError */.Cf(`The base image ${name} is for ${image.os}/${image.architecture}, not for linux/${arch}.`, {
        hint: `Name an image that has linux/${arch}, or leave ${arch} out of “arches”.`,
    });
}
async function pull(engine, reference, { arch, credentials, onProgress }) {
    const registry = reference.slice(0, reference.indexOf('/'));
    const platform = engine.name === 'docker' ? ['--platform', `linux/${arch}`] : ['--os', 'linux', '--arch', arch];
    // Docker speaks plain http to a registry on loopback unasked.
    const plain = engine.name === 'podman' && isLoopback(registry) ? ['--tls-verify=false'] : [];
    try {
        await withRegistryAuth(engine.name, registry, credentials, engine.env, ({ before, after }) => engine.run([...before, 'pull', ...platform, ...plain, ...after, reference], onProgress === undefined ? {} : { onStderr: onProgress }));
    }
    catch (error) {
        throw error instanceof errors/* CommandError */.Qd ? explained(error, reference, arch) : error;
    }
}
function isLoopback(registry) {
    return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(registry);
}
function explained(error, reference, arch) {
    const said = error.stderr;
    if (/no matching manifest|no image found in (manifest list|image index)|does not match the specified platform/i.test(said)) {
        return new errors/* BaseError */.Cf(`The base image ${reference} has no linux/${arch}.`, {
            cause: error,
            hint: `Name an image that has it, or leave ${arch} out of “arches”.`,
        });
    }
    if (/manifest unknown|not found|name unknown/i.test(said)) {
        return new errors/* BaseError */.Cf(`The base image ${reference} does not exist.`, { cause: error, hint: 'Check its name and tag.' });
    }
    if (/unauthorized|denied|forbidden|authentication required|no basic auth credentials/i.test(said)) {
        return new errors/* BaseError */.Cf(`The registry refuses to give the base image ${reference}: ${(0,complaint/* complaint */.U)(said)}`, {
            cause: error,
            hint: 'Give “username” and “password” of someone who may read it, or log in before.',
        });
    }
    return new errors/* BaseError */.Cf(`The base image ${reference} could not be pulled: ${(0,complaint/* complaint */.U)(said)}`, { cause: error });
}

// EXTERNAL MODULE: ./lib/engine/start-container.js
var start_container = __webpack_require__(89372);
// EXTERNAL MODULE: ./lib/nix/nar.js
var nar = __webpack_require__(630);
// EXTERNAL MODULE: ./lib/nix/nix32.js
var nix32 = __webpack_require__(79717);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
;// CONCATENATED MODULE: ./lib/nix/mention-scan.js


const PREFIX = Buffer.from(`${store_path/* STORE_DIR */.SF}/`);
/** Nix's own tools blank a reference out with characters that no hash has; such a name is none. */
const HASH = new RegExp(`^[${nix32/* NIX32_ALPHABET */.$f}]{32}-$`);
/** Bytes of a hash part and the dash behind it. */
const LENGTH = 33;
/**
 * Finds the store paths that a stream names in full, whether or not anybody knows them: the hash parts behind
 * `/nix/store/`. What a {@link ReferenceScanner} looks for must be known, but may stand without that.
 */
class MentionScanner {
    found = new Set();
    /** The last bytes of the stream so far: one less than a name's beginning has. */
    #tail = Buffer.alloc(0);
    write(chunk) {
        const whole = PREFIX.length + LENGTH;
        // A name may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, whole - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= whole - 1 ? Buffer.from(chunk.subarray(1 - whole)) : border.subarray(1 - whole);
    }
    #scan(bytes) {
        for (let at = bytes.indexOf(PREFIX); at >= 0; at = bytes.indexOf(PREFIX, at + PREFIX.length)) {
            const name = bytes.toString('latin1', at + PREFIX.length, at + PREFIX.length + LENGTH);
            if (HASH.test(name))
                this.found.add(name.slice(0, -1));
        }
    }
}

;// CONCATENATED MODULE: ./lib/nix/reference-scan.js


/** Characters of a store path's hash part. */
const reference_scan_LENGTH = 32;
/** Value of each byte as a digit of Nix's base 32, or 255. */
const DIGIT = new Uint8Array(256).fill(255);
for (let value = 0; value < nix32/* NIX32_ALPHABET */.$f.length; value++)
    DIGIT[nix32/* NIX32_ALPHABET */.$f.charCodeAt(value)] = value;
/** Leading digits that the bitmap knows: four of five bits each, a bit for each of 2^20 beginnings. */
const PREFIX_BITS = 20;
/** What references are looked for: made once, used by many scanners. */
class ReferenceTable {
    #paths = new Map();
    #beginnings = new Uint8Array(2 ** PREFIX_BITS / 8);
    constructor(paths) {
        for (const path of paths) {
            const hash = (0,store_path/* hashPartOf */.bV)(path);
            this.#paths.set(hash, path);
            const beginning = beginningOf(Buffer.from(hash, 'latin1'), 0);
            this.#beginnings[beginning >> 3] = (this.#beginnings[beginning >> 3] ?? 0) | (1 << (beginning & 7));
        }
    }
    /** The path whose hash part begins at `at`, where 32 digits are known to follow. */
    find(bytes, at) {
        const beginning = beginningOf(bytes, at);
        if (((this.#beginnings[beginning >> 3] ?? 0) & (1 << (beginning & 7))) === 0)
            return undefined;
        return this.#paths.get(bytes.toString('latin1', at, at + reference_scan_LENGTH));
    }
}
/**
 * Finds the store paths whose hash part occurs in a stream, as Nix does after a build to learn what an output refers
 * to (references.cc): any 32 base 32 digits in a row may be a hash.
 */
class ReferenceScanner {
    found = new Set();
    #table;
    /** The last bytes of the stream so far: one less than a hash has. */
    #tail = Buffer.alloc(0);
    constructor(table) {
        this.#table = table;
    }
    write(chunk) {
        // A hash may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, reference_scan_LENGTH - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= reference_scan_LENGTH - 1 ? Buffer.from(chunk.subarray(1 - reference_scan_LENGTH)) : border.subarray(1 - reference_scan_LENGTH);
    }
    #scan(bytes) {
        const last = bytes.length - reference_scan_LENGTH;
        let start = 0;
        // Digits from `start` on that are known to be some: they need no second look when the window moves by one.
        let known = 0;
        while (start <= last) {
            // From the window's end: in most data this finds a byte that is no digit at once, and skips the whole window.
            let at = start + reference_scan_LENGTH - 1;
            const stop = start + known;
            while (at >= stop && DIGIT[bytes[at]] !== 255)
                at--;
            if (at >= stop) {
                known = start + reference_scan_LENGTH - 1 - at;
                start = at + 1;
                continue;
            }
            const path = this.#table.find(bytes, start);
            if (path !== undefined)
                this.found.add(path);
            start++;
            known = reference_scan_LENGTH - 1;
        }
    }
}
function beginningOf(bytes, at) {
    return ((DIGIT[bytes[at]] << 15) |
        (DIGIT[bytes[at + 1]] << 10) |
        (DIGIT[bytes[at + 2]] << 5) |
        DIGIT[bytes[at + 3]]);
}

// EXTERNAL MODULE: ./lib/nix/site.js
var nix_site = __webpack_require__(81092);
;// CONCATENATED MODULE: ./lib/nix/adopt.js







const DATABASE = '/nix/var/nix/db';
/** One path a line; the parser finds by itself where a NAR ends and the next begins. */
const DUMP_SCRIPT = 'while read -r path; do nix-store --dump "$path" </dev/null || exit 1; done';
/**
 * Register the store paths that lie on disk but are unknown to Nix, as in an image whose store came without its
 * database: without that, Nix would fetch or build them again. Their references are found as Nix finds them after a
 * build, by scanning.
 *
 * A path that names one which is not on disk was torn out of its closure, and so was whatever refers to it. Registered
 * without that reference, a closure would lack the path for ever; left alone, Nix fetches or builds it as it should be.
 *
 * A database that knows paths which are not on disk, as when an upper layer of the image removed them, is of no use: Nix
 * would neither fetch nor build them. It is made anew from what is there; so call this only where nobody else needs it.
 *
 * @param onDisk what `/nix/store` holds
 * @returns how many were registered
 * @throws CommandError, Failure
 */
async function adopt(site, onDisk, events = {}) {
    const valid = await usablePaths(site, onDisk, events);
    const unknown = [...onDisk].filter((path) => !valid.has(path) && isAdoptable(path)).sort(store_path/* compareText */.n6);
    if (unknown.length === 0)
        return 0;
    const table = new ReferenceTable([...unknown, ...[...valid].filter((path) => onDisk.has(path))]);
    const there = new Set([...onDisk, ...valid].map(store_path/* hashPartOf */.bV));
    const { registrations: read, torn } = await readPaths(site, unknown, { table, there, ...events });
    if (torn.size > 0)
        events.onTorn?.([...torn]);
    const registrations = withoutCycles(withoutTorn(read, torn));
    await site.capture(['nix-store', '--load-db'], { input: loadDbText(registrations), env: { NIX_REMOTE: 'local' } });
    const after = await validPaths(site);
    const missed = registrations.find(({ path }) => !after.has(path));
    if (missed !== undefined)
        throw new errors/* Failure */.HR(`Nix ${(0,nix_site/* placeOf */.$)(site)} did not take ${missed.path} into its database.`);
    return registrations.length;
}
/**
 * Derivations are written anew by every evaluation, and their references can't be found by scanning where their sources
 * are gone. The others are what an interrupted Nix leaves behind.
 */
function isAdoptable(path) {
    return !/\.(drv|lock|chroot|check)$/.test((0,store_path/* baseNameOf */.mv)(path));
}
/** What Nix knows and has. */
async function usablePaths(site, onDisk, { onLost }) {
    const valid = await validPaths(site);
    const lost = [...valid].filter((path) => !onDisk.has(path)).sort(store_path/* compareText */.n6);
    if (lost.length === 0)
        return valid;
    onLost?.(lost);
    // Nix itself would forget a lost path only where no other refers to it.
    await site.capture(['rm', '-rf', DATABASE]);
    return new Set();
}
async function validPaths(site) {
    const lines = (await site.capture(['nix', 'path-info', '--all'], { env: { NIX_REMOTE: 'local' } })).split('\n');
    const paths = lines.map((line) => (0,store_path/* storePathOfName */.p7)(line.slice(store_path/* STORE_DIR */.SF.length + 1)));
    return new Set(paths.filter((path) => path !== undefined));
}
async function readPaths(site, paths, { table, there, onProgress }) {
    const { stdout, done } = site.stream(['sh', '-c', DUMP_SCRIPT], { input: `${paths.join('\n')}\n` });
    const registrations = [];
    const torn = new Set();
    let reader;
    for await (const bytes of stdout) {
        let rest = bytes;
        while (rest.length > 0) {
            const path = paths[registrations.length];
            if (path === undefined)
                throw new errors/* IntegrityError */.cs(`Nix ${(0,nix_site/* placeOf */.$)(site)} wrote more than the paths that were asked for.`);
            reader ??= new PathReader(path, table);
            rest = reader.write(rest);
            if (!reader.done)
                continue;
            registrations.push(reader.registration());
            if (reader.mentions.some((hash) => !there.has(hash)))
                torn.add(path);
            reader = undefined;
            onProgress?.(registrations.length);
        }
    }
    await done;
    if (registrations.length < paths.length) {
        throw new errors/* IntegrityError */.cs(`Nix ${(0,nix_site/* placeOf */.$)(site)} ended in the middle of ${paths[registrations.length] ?? 'a path'}.`);
    }
    return { registrations, torn };
}
/** Leaves out the torn paths, and what refers to one of them over however many others. */
function withoutTorn(registrations, torn) {
    if (torn.size === 0)
        return [...registrations];
    const referrers = new Map();
    for (const { path, references } of registrations) {
        for (const reference of references)
            referrers.set(reference, [...(referrers.get(reference) ?? []), path]);
    }
    const out = new Set();
    const open = [...torn];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (out.has(path))
            continue;
        out.add(path);
        open.push(...(referrers.get(path) ?? []));
    }
    return registrations.filter(({ path }) => !out.has(path));
}
/** Hashes, measures and scans one NAR as it comes. */
class PathReader {
    #path;
    #parser = new nar/* NarParser */.j(NOBODY);
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #scanner;
    #mentions = new MentionScanner();
    #size = 0;
    constructor(path, table) {
        this.#path = path;
        this.#scanner = new ReferenceScanner(table);
    }
    get done() {
        return this.#parser.done;
    }
    /** The hash parts of the store paths that are named in full. */
    get mentions() {
        return [...this.#mentions.found];
    }
    /** @returns what lies behind the end of the NAR */
    write(chunk) {
        const used = this.#parser.write(chunk);
        const own = chunk.subarray(0, used);
        this.#hash.update(own);
        this.#scanner.write(own);
        this.#mentions.write(own);
        this.#size += used;
        return chunk.subarray(used);
    }
    registration() {
        return {
            path: this.#path,
            narHash: this.#hash.digest('hex'),
            narSize: this.#size,
            references: [...this.#scanner.found].sort(store_path/* compareText */.n6),
        };
    }
}
const NOBODY = {
    directory: () => undefined,
    file: () => undefined,
    contents: () => undefined,
    fileEnd: () => undefined,
    symlink: () => undefined,
};
/**
 * Nix refuses paths that refer to each other in a circle. A build can't make such ones, but a text that merely lists
 * store paths can look like it; there the reference that closes the circle is dropped.
 */
function withoutCycles(registrations) {
    const byPath = new Map(registrations.map((registration) => [registration.path, registration]));
    const kept = new Map(registrations.map(({ path }) => [path, []]));
    const state = new Map();
    for (const { path: root } of registrations) {
        // Depth first, without recursion: chains of references can be long.
        const stack = state.has(root) ? [] : [{ path: root, next: 0 }];
        for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
            state.set(frame.path, 'open');
            const reference = byPath.get(frame.path)?.references[frame.next++];
            if (reference === undefined) {
                state.set(frame.path, 'closed');
                stack.pop();
            }
            else if (reference === frame.path || state.get(reference) !== 'open') {
                kept.get(frame.path)?.push(reference);
                if (byPath.has(reference) && !state.has(reference))
                    stack.push({ path: reference, next: 0 });
            }
        }
    }
    return registrations.map((registration) => Object.assign({}, registration, { references: kept.get(registration.path) ?? [] }));
}
/** The input of `nix-store --load-db`: per path its name, hash, size, deriver (none), and references with their number. */
function loadDbText(registrations) {
    return registrations
        .map(({ path, narHash, narSize, references }) => [path, narHash, narSize, '', references.length, ...references].map((line) => `${line}\n`).join(''))
        .join('');
}

;// CONCATENATED MODULE: ./lib/nix/container-site.js
/**
 * A container of the base image. Signals don't reach the commands in it: where a run is cancelled, the caller removes
 * the container, and that ends them all.
 */
class ContainerSite {
    where;
    storeIsHere = false;
    system;
    #engine;
    #options;
    constructor(engine, options) {
        this.where = `a container of ${options.imageName}`;
        this.system = options.system;
        this.#engine = engine;
        this.#options = options;
    }
    async capture(argv, options = {}) {
        const { stdout, done } = this.stream(argv, options);
        const chunks = [];
        for await (const chunk of stdout)
            chunks.push(chunk);
        await done;
        return Buffer.concat(chunks).toString('utf8');
    }
    stream(argv, options = {}) {
        const env = { ...FIXED, ...this.#options.env, ...options.env };
        return this.#engine.exec(this.#options.container, argv, this.where, { ...options, env });
    }
}
const FIXED = {
    // What we read must not be translated.
    LC_ALL: 'C',
    // No daemon runs in there, even where the image is set up for one.
    NIX_REMOTE: 'local',
    // A mounted repository belongs to another user than the container's root.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
};

// EXTERNAL MODULE: ./lib/nix/emulation.js
var emulation = __webpack_require__(6687);
// EXTERNAL MODULE: ./lib/process.js
var lib_process = __webpack_require__(26318);
;// CONCATENATED MODULE: ./lib/nix/host-site.js

/** The Nix that is installed where we run. */
class HostSite {
    where = 'the host';
    storeIsHere = true;
    system;
    #options;
    constructor(options) {
        this.system = options.system;
        this.#options = options;
    }
    capture(argv, options = {}) {
        return lib_process/* capture */.F(argv, this.#merged(options));
    }
    stream(argv, options = {}) {
        return lib_process/* stream */.T(argv, this.#merged(options));
    }
    #merged(options) {
        const { env, baseEnv, signal } = this.#options;
        return { ...options, env: { ...env, ...options.env }, signal, ...(baseEnv !== undefined && { baseEnv }) };
    }
}

;// CONCATENATED MODULE: ./lib/nix/settings.js

/**
 * The text of NIX_CONFIG. Nix reads it after its own files, and a later line wins.
 *
 * - `sandbox: auto` leaves the host's Nix as it was set up. In a container it is off, as building namespaces needs rights
 *   that an unprivileged container lacks; in a privileged one it is on.
 * - In a container builds run as the container's root: build users would need a daemon or a set-up that few images have.
 * - `substituters` and `trusted-public-keys` are added to those of the place. Who wants these and no others says
 *   `substituters =` in `nix-config`.
 * - A flake's own `nixConfig` is never accepted: it could name a binary cache, and so decide what is shipped.
 *
 * @throws InputError where a value can't be what it should be
 */
function nixConfig(settings, facts) {
    checkNixSettings(settings);
    const lines = [
        ...(facts.place === 'host' && facts.inherited !== '' ? [facts.inherited] : []),
        'extra-experimental-features = nix-command flakes',
        'accept-flake-config = false',
        ...(facts.place === 'container' ? ['build-users-group ='] : []),
        ...sandboxLines(settings.sandbox, facts),
        ...emulationLines(facts),
        ...(settings.builders.length > 0 ? [`builders = ${settings.builders.join(' ; ')}`] : []),
        ...settings.config.split(/\r?\n/).filter((line) => line.trim() !== ''),
        // Behind the user's lines: `substituters =` there takes away what came before it.
        ...list('extra-substituters', settings.substituters),
        ...list('extra-trusted-public-keys', settings.trustedPublicKeys),
    ];
    return `${lines.join('\n')}\n`;
}
/** @throws InputError, naming the input, the value, and what would be right */
function checkNixSettings(settings) {
    for (const url of settings.substituters) {
        if (!/^[^\s#]+$/.test(url)) {
            throw new errors/* InputError */.dz('substituters', `“${url}” is not the address of a binary cache: one URL without blanks is expected.`);
        }
    }
    for (const key of settings.trustedPublicKeys) {
        if (!/^[^\s:#]+:[A-Za-z0-9+/]+={0,2}$/.test(key)) {
            throw new errors/* InputError */.dz('trusted-public-keys', `“${key}” is not a public key: expected <name>:<base64>.`);
        }
    }
    for (const builder of settings.builders) {
        if (builder.trim() === '' || /[\r\n#]/.test(builder)) {
            throw new errors/* InputError */.dz('builders', `“${builder}” is not a remote builder: expected one line, such as ssh://host x86_64-linux.`);
        }
    }
    for (const line of settings.config.split(/\r?\n/))
        checkConfigLine(line);
}
function checkConfigLine(line) {
    const text = line.replace(/#.*/, '').trim();
    if (text === '' || /^!?include\s+\S/.test(text))
        return;
    const name = /^([a-z0-9][a-z0-9-]*)\s*=(?:\s|$)/.exec(text)?.[1];
    if (name === undefined) {
        throw new errors/* InputError */.dz('nix-config', `“${line.trim()}” is not a line of nix.conf: expected name = value, with blanks around the sign.`);
    }
    if (name === 'accept-flake-config') {
        throw new errors/* InputError */.dz('nix-config', 'It sets accept-flake-config, but the nixConfig of a flake is never accepted here.', {
            hint: 'Give the binary caches as “substituters” and “trusted-public-keys”.',
        });
    }
}
function sandboxLines(sandbox, { place, privileged }) {
    if (sandbox !== 'auto')
        return [`sandbox = ${sandbox}`];
    return place === 'host' ? [] : [`sandbox = ${String(privileged)}`];
}
/**
 * QEMU in user mode knows no seccomp filters, and Nix fails where it can't load its own. On the host Nix must be told
 * that it can build for the other system too; in an emulated container it is itself a program of that system.
 */
function emulationLines({ emulated, place }) {
    if (emulated === undefined)
        return [];
    return ['filter-syscalls = false', ...(place === 'host' ? [`extra-extra-platforms = ${emulated}`] : [])];
}
function list(name, values) {
    return values.length > 0 ? [`${name} = ${values.join(' ')}`] : [];
}

;// CONCATENATED MODULE: ./lib/nix/version.js


/** The first with all that is used here: flakes as they are today, `nix build --json` with derivations and outputs. */
const OLDEST = { major: 2, minor: 8 };
/**
 * Reads `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.8.1) 2.30.1`.
 * @returns undefined where the text is none of these
 */
function parseNixVersion(text) {
    const match = /^nix \(([^)]*)\) (\d+)\.(\d+)\S*$/m.exec(text.trim());
    if (match === null)
        return undefined;
    const flavour = (match[1] ?? '').replace(/,.*| [\d.]+.*/, '');
    return { flavour, major: Number(match[2]), minor: Number(match[3]), text: match[0].replace(/^nix \(([^)]*)\)/, '$1') };
}
/**
 * Which Nix runs there?
 * @param place decides what a missing Nix is told to do about it
 * @throws SetupError where there is none, or one too old
 */
async function nixVersion(site, place) {
    const printed = await printedVersion(site, place);
    const version = parseNixVersion(printed);
    if (version === undefined) {
        throw new errors/* SetupError */.w3(`“nix --version” ${(0,nix_site/* placeOf */.$)(site)} answered “${printed.trim().slice(0, 80)}”, which names no version.`);
    }
    if (version.major < OLDEST.major || (version.major === OLDEST.major && version.minor < OLDEST.minor)) {
        throw new errors/* SetupError */.w3(`Nix ${(0,nix_site/* placeOf */.$)(site)} is too old: it is ${version.text}, and ${OLDEST.major}.${OLDEST.minor} or newer is needed.`, { hint: place === 'host' ? 'Update it, or use “build-in: container”.' : 'Update Nix in the base image, or use “build-in: host”.' });
    }
    return version;
}
async function printedVersion(site, place) {
    try {
        return await site.capture(['nix', '--version']);
    }
    catch (cause) {
        if (!isMissingProgram(cause))
            throw cause;
        if (place === 'host') {
            throw new errors/* SetupError */.w3('“build-in: host” needs Nix on the machine, and there is no “nix” in PATH.', {
                cause,
                hint: 'Install it first (for example with cachix/install-nix-action), or use “build-in: container”, which runs the Nix of the base image.',
            });
        }
        throw new errors/* SetupError */.w3(`There is no “nix” in ${site.where}.`, {
            cause,
            hint: 'The base image must have Nix in PATH. Else use “build-in: host”, which needs no Nix in the base image.',
        });
    }
}
/** 126 and 127 are what container engines and shells answer for a program that can't be run, or isn't there. */
function isMissingProgram(error) {
    if (error instanceof errors/* SetupError */.w3)
        return error.cause?.code === 'ENOENT';
    return error instanceof errors/* CommandError */.Qd && (error.exitCode === 126 || error.exitCode === 127);
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(23940);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/build/site.js

















/** The state that tells the post step which container, of which engine, may have been left behind: `docker <name>`. */
function containerState(arch) {
    return `container-${arch}`;
}
/** The host's own Nix. @throws SetupError where there is none, or it is too old */
async function openHostSite(request, arch, host) {
    const system = (0,platform/* systemOf */.br)(arch);
    const emulated = system !== (0,emulation/* nativeSystem */.dr)() && (await (0,emulation/* isEmulated */.eV)(system)) ? system : undefined;
    const config = nixConfig(request.nix, {
        place: 'host',
        privileged: false,
        emulated,
        inherited: process.env['NIX_CONFIG'] ?? '',
    });
    const site = new HostSite({ system, signal: host.signal, env: { NIX_CONFIG: config } });
    const version = await nixVersion(site, 'host');
    host.info(`Using ${version.text} on the host.`);
    return { site, base: undefined, prepare: async () => undefined };
}
/**
 * A container of the first base, pinned by digest, with what it holds listed. `prepare` makes it known to its Nix.
 *
 * @param mounts absolute folders that the build needs to see
 * @param pinned the base's image, where it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
async function openContainerSite(request, arch, mounts, tools, pinned) {
    const { host, stages } = tools;
    const { site, reference, digest } = await startSite(request, arch, mounts, tools, pinned);
    const contents = await stages.run('List the base store', {}, async () => {
        const listed = await (0,list_container/* listContainer */.q)(site);
        return [listed, (0,format/* formatNumberOf */.Of)(listed.paths.size, 'store path')];
    });
    const prepare = () => adoptPaths(site, contents.paths, reference.text, host, stages);
    return { site, base: { name: (0,open_base/* writtenName */.lD)(reference), digest, ...contents }, prepare };
}
/** A base without a Nix database, or with one that lies, gets one that knows what is there. */
function adoptPaths(site, paths, base, host, stages) {
    return stages.run('Look for unregistered paths', { unit: 'paths' }, async (progress) => {
        const adopted = await adopt(site, paths, {
            onProgress: (done) => progress.update(done),
            onTorn: (torn) => host.info(tornText(torn, base)),
            onLost: (lost) => host.info(lostText(lost, base)),
        });
        return [undefined, adopted === 0 ? 'none' : `${(0,format/* formatNumberOf */.Of)(adopted, 'store path')} adopted into the Nix database`];
    });
}
/**
 * A container of the first base, pinned by digest, as it is: enough to evaluate in. It is removed when `cleanup` is; its
 * name is known to the post step before it starts.
 *
 * @param mounts absolute folders that Nix needs to see
 * @param pinned the base's image, where it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
async function startSite(request, arch, mounts, { host, stages, cleanup }, pinned) {
    const reference = request.bases[0];
    if (reference === undefined)
        throw new Error('a container needs a base');
    const engine = await (0,find_engine/* findEngine */.G)(request.engine, { signal: host.signal });
    const { image, digest } = await stages.run('Fetch the base image', {}, async (progress) => {
        const fetched = await fetchImage(engine, reference, request, arch, host, (line) => progress.update(0, line), pinned);
        return [fetched, `${reference.text} ${fetched.digest ?? ''}`.trim()];
    });
    const name = `nix-feature-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    cleanup.defer(() => engine.remove(name));
    host.saveState(containerState(arch), `${engine.name} ${name}`);
    await (0,start_container/* startContainer */.Y)(engine, image, {
        name,
        imageName: reference.text,
        mounts,
        containerOptions: request.containerOptions,
    });
    const system = (0,platform/* systemOf */.br)(arch);
    const config = nixConfig(request.nix, {
        place: 'container',
        privileged: (0,start_container/* isPrivileged */.a)(request.containerOptions),
        emulated: system === (0,emulation/* nativeSystem */.dr)() ? undefined : system,
        inherited: '',
    });
    const site = new ContainerSite(engine, { container: name, imageName: reference.text, system, env: { NIX_CONFIG: config } });
    const version = await nixVersion(site, 'container');
    host.info(`Using ${version.text} in ${site.where}, by ${engine.name}.`);
    return { site, reference, digest };
}
function tornText(torn, base) {
    const which = `${(0,format/* formatNumberOf */.Of)(torn.length, 'store path')} of ${base} ${torn.length === 1 ? 'names another' : 'name others'} that it does not have`;
    return `${which} (such as ${torn[0] ?? ''}): Nix will fetch or build anew what is needed of them.`;
}
function lostText(lost, base) {
    return `The Nix database of ${base} knows ${(0,format/* formatNumberOf */.Of)(lost.length, 'store path')} that it does not have (such as ${lost[0] ?? ''}): it is made anew from what is there, for this build.`;
}
/**
 * Brings a base image into the engine, pinned by digest.
 * @param onLine called with what the engine says meanwhile
 * @param pinned the image's digest, where it is known already: an engine that holds it spares the registry
 */
async function fetchImage(engine, reference, request, arch, host, onLine, pinned) {
    if (reference.kind === 'daemon')
        return { image: await daemonImage(engine, reference.image, arch), digest: undefined };
    if (reference.kind === 'registry' && pinned !== undefined) {
        const image = await engine.inspectImage(`${repositoryName(reference)}@${pinned}`);
        if (image?.architecture === arch)
            return { image, digest: pinned };
    }
    const base = await (0,open_base/* openBase */.m)(reference, request, host);
    try {
        const { manifest, manifestDigest } = await (0,open_base/* imageOf */.dT)(base, reference, arch);
        if (reference.kind === 'layout') {
            const { config, layers } = manifest;
            return { image: await loadImage(engine, { folder: reference.folder, config, layers }), digest: manifestDigest };
        }
        const image = await pullImage(engine, `${repositoryName(reference)}@${manifestDigest}`, {
            arch,
            credentials: (0,oci_reference/* parseReference */.Y)(reference.text).registry === request.registry ? request.credentials : undefined,
            onProgress: onLine,
        });
        return { image, digest: manifestDigest };
    }
    finally {
        base.close();
    }
}
function repositoryName({ text }) {
    const { registry, repository } = (0,oci_reference/* parseReference */.Y)(text);
    return `${registry}/${repository}`;
}
/** An image that the engine holds already. @throws BaseError where it doesn't, or holds it for another platform */
async function daemonImage(engine, name, arch) {
    const image = await engine.inspectImage(name);
    if (image === undefined) {
        throw new errors/* BaseError */.Cf(`${engine.name} has no image “${name}”.`, {
            hint: `Build or pull it first; “${engine.name} images” lists what is there. An image of a registry is named without “daemon:”.`,
        });
    }
    checkArch(image, `daemon:${name}`, arch);
    return image;
}


/***/ }),

/***/ 25413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ Stages)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
class Stages {
    times = [];
    #host;
    #suffix;
    /** @param suffix tells the platforms of one job apart; empty where there is only one */
    constructor(host, suffix) {
        this.#host = host;
        this.#suffix = suffix;
    }
    /**
     * @param body gets the stage's progress; what it returns besides its value is the stage's last line
     */
    async run(title, options, body) {
        const began = performance.now();
        const progress = this.#host.stage(`${title}${this.#suffix}`, options);
        try {
            const [value, result] = await body(progress);
            progress.end(result);
            return value;
        }
        catch (error) {
            progress.end(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'stopped' : 'failed');
            throw error;
        }
        finally {
            this.times.push({ title, duration: performance.now() - began });
        }
    }
}


/***/ }),

/***/ 57571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ differenceOf)
/* harmony export */ });
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13756);

/**
 * Would a build come to the delta that this document describes? A store path's name says what it was made from (Nix
 * manual, "Store path"), so the same outputs have the same closure; what of it is shipped depends on the bases.
 */
function differenceOf(document, present) {
    const output = outputDifference(document, present);
    if (output !== undefined)
        return { kind: 'some', what: output };
    if (areSame(document.bases, present.bases))
        return { kind: 'none' };
    const stores = present.bases.flatMap(({ paths }) => paths ?? []);
    if (stores.length < present.bases.length)
        return { kind: 'bases' };
    const moved = movedPath(document, stores);
    return moved === undefined ? { kind: 'none' } : { kind: 'some', what: moved };
}
function outputDifference({ system, outputs, storePath }, present) {
    const names = [...new Set([...Object.keys(outputs), ...Object.keys(present.outputs)])].sort();
    for (const name of names) {
        const [before, now] = [outputs[name], present.outputs[name]];
        if (before !== now)
            return `the output “${name}” for ${system} was ${before ?? 'not there'}, and is now ${now ?? 'not there'}`;
    }
    return storePath === present.storePath ? undefined : `PATH pointed into ${storePath} for ${system}, and would now point into ${present.storePath}`;
}
/** The same images, in whatever order, by their digests. */
function areSame(before, now) {
    const digests = (bases) => bases.map(({ digest }) => digest ?? 'none').toSorted().join();
    return digests(before) === digests(now) && before.every(({ digest }) => digest !== undefined);
}
/** The first path that is in another place: shipped where a base would have it now, or relied upon and gone. */
function movedPath({ closure, system }, stores) {
    for (const { path, in: place } of closure) {
        const isInBases = stores.length > 0 && stores.every((store) => store.has(path));
        if (isInBases === (place === 'base'))
            continue;
        return isInBases
            ? `${(0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} for ${system} was shipped, and the base has it now`
            : `${(0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} for ${system} was in the base, and is not any more`;
    }
    return undefined;
}


/***/ }),

/***/ 97515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ complaint)
/* harmony export */ });
/* harmony import */ var _redact_urls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75561);

/** The line of an engine's standard error that says what is wrong; around it are warnings, progress and help. */
function complaint(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const line = lines.find((text) => /^(docker: )?error|^(docker: )?(unknown|invalid|unexpected)/i.test(text)) ?? lines.at(-1) ?? '';
    return (0,_redact_urls_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .s)(line).replace(/^(docker: )?(error: |error response from daemon: )*/i, '');
}


/***/ }),

/***/ 89372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ startContainer),
/* harmony export */   a: () => (/* binding */ isPrivileged)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _complaint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97515);




/** GitHub ends a job after six hours; a container that was forgotten ends by itself then, and is removed. */
const LIFETIME_S = 6 * 60 * 60;
/** Where Nix may be in an image that sets PATH in a login shell's profile only. */
const NIX_FOLDERS = ['/nix/var/nix/profiles/default/bin', '/root/.nix-profile/bin', '/run/current-system/sw/bin'];
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** `sleep` where there is one; a shell alone waits for the end of an input that stays open. */
const WAIT = `sleep ${LIFETIME_S} || read -r _`;
/**
 * Start a container that does nothing and lives until it is removed.
 * @throws SetupError (no emulation for its platform), BaseError (no shell in it), CommandError
 */
async function startContainer(engine, image, options) {
    try {
        await engine.run(runArguments(engine, image, options, options.mounts));
    }
    catch (error) {
        if (!isMissingMount(error))
            throw explained(error, image, options);
        // The engine runs on another machine, or we run in a container ourselves: our folders have to be sent there.
        await engine.remove(options.name);
        await engine.run(runArguments(engine, image, options, []));
        for (const folder of options.mounts)
            await copyInto(engine, options.name, folder);
    }
    await checkAlive(engine, image, options);
}
/** Do the user's options make the container a privileged one? */
function isPrivileged(containerOptions) {
    return containerOptions.some((option) => /^--privileged(=true)?$/.test(option.trim()));
}
function runArguments(engine, image, options, mounts) {
    return [
        'run',
        '--detach',
        // Keeps the input open that WAIT may wait for.
        '--interactive',
        '--rm',
        '--name',
        options.name,
        ...engine.platformOf(image),
        // The image may have an entrypoint, a user and a working directory of its own.
        '--entrypoint',
        '/bin/sh',
        '--user',
        '0:0',
        '--workdir',
        '/',
        // The first process of a container ignores SIGTERM; podman would wait ten seconds for it.
        '--stop-signal',
        'SIGKILL',
        '--env',
        `PATH=${pathOf(image)}`,
        ...mounts.flatMap(mountArguments),
        // SELinux would deny reading what is mounted, and relabelling the user's files is not ours to do.
        ...(mounts.length > 0 ? ['--security-opt', 'label=disable'] : []),
        ...options.containerOptions.flatMap(splitOption),
        image.id,
        '-c',
        WAIT,
    ];
}
function pathOf(image) {
    const own = image.env.find((entry) => entry.startsWith('PATH='))?.slice('PATH='.length) ?? USUAL_PATH;
    return [own, ...NIX_FOLDERS.filter((folder) => !own.split(':').includes(folder))].join(':');
}
/** The value is a line of CSV, where a comma or a quote wants quotes around it. */
function mountArguments(folder) {
    return ['--mount', ['type=bind', csvField(`source=${folder}`), csvField(`target=${folder}`), 'readonly'].join(',')];
}
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** `--volume /a:/b` on one line is an option and its value. */
function splitOption(line) {
    const match = /^(--?[a-zA-Z][\w-]*)\s+(\S.*)$/.exec(line.trim());
    return match === null ? [line.trim()] : [match[1], match[2]];
}
function isMissingMount(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd && /bind source path does not exist|statfs .*: no such file or directory/i.test(error.stderr);
}
async function copyInto(engine, container, folder) {
    await engine.run(['exec', container, '/bin/sh', '-c', 'mkdir -p -- "$1"', 'sh', node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder)]);
    await engine.run(['cp', folder, `${container}:${node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder)}/`]);
}
/** A container whose first program can't be run is gone before anyone can read what it said: run it once more to hear it. */
async function checkAlive(engine, image, options) {
    try {
        await engine.run(['exec', options.name, '/bin/sh', '-c', ':']);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd))
            throw error;
        await engine.remove(options.name);
        try {
            await engine.run(['run', '--rm', ...engine.platformOf(image), '--entrypoint', '/bin/sh', image.id, '-c', ':']);
        }
        catch (reason) {
            throw explained(reason, image, options);
        }
        throw explained(error, image, options);
    }
}
function explained(error, image, { imageName }) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CommandError */ .Qd))
        return error;
    if (/exec format error/i.test(error.stderr))
        return noEmulation(image, imageName, error);
    if (/\/bin\/sh["`:' ].*(no such file|not found)/i.test(error.stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`The base image ${imageName} has no /bin/sh, so no build can run in it.`, {
            cause: error,
            hint: 'Use “build-in: host”, which reads the store paths of the base and runs nothing in it.',
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`No container of the base image ${imageName} could be started: ${(0,_complaint_js__WEBPACK_IMPORTED_MODULE_3__/* .complaint */ .U)(error.stderr)}`, {
        cause: error,
        hint: 'If “container-options” are given, check them first.',
    });
}
function noEmulation({ architecture }, imageName, cause) {
    if (architecture === (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .archOfNode */ .CQ)(process.arch)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`The base image ${imageName} says that it is for ${architecture}, but its /bin/sh is not.`, { cause });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w3(`This machine (${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .archOfNode */ .CQ)(process.arch) ?? process.arch}) can't run ${architecture} programs: no emulator is set up for them.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), or build ${architecture} in a job on a native ${architecture} runner.`,
    });
}


/***/ }),

/***/ 4166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkFeature)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/nix/flake-text.js
var flake_text = __webpack_require__(10124);
// EXTERNAL MODULE: ./lib/feature/complete-metadata.js
var complete_metadata = __webpack_require__(44525);
// EXTERNAL MODULE: ./lib/feature/finding.js
var finding = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/feature/metadata.js + 1 modules
var feature_metadata = __webpack_require__(96801);
// EXTERNAL MODULE: ./lib/feature/option-environment.js
var option_environment = __webpack_require__(60225);
// EXTERNAL MODULE: ./lib/suggest.js
var suggest = __webpack_require__(81733);
;// CONCATENATED MODULE: ./lib/feature/schema-rules.js


function child(place, name, value) {
    return { value, names: [...place.names, name], at: (...more) => place.at(name, ...more) };
}
function fault(place, expected, hint) {
    return {
        severity: 'error',
        message: `${feature_metadata/* METADATA_FILE */.VR}: “${place.names.join('.')}” ${expected}.`,
        ...(hint !== undefined && { hint }),
        location: place.at(),
    };
}
/** @param known the names that there are */
function unknownName(place, owner, known) {
    return {
        severity: 'warning',
        message: `${feature_metadata/* METADATA_FILE */.VR}: ${owner} has no property “${place.names.join('.')}”; dev container tools ignore it.${(0,suggest/* didYouMean */.a)(place.names.at(-1) ?? '', known)}`,
        hint: 'See https://containers.dev/implementors/features/ for the names that there are.',
        location: place.at(),
    };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function schema_rules_text(place) {
    return typeof place.value === 'string' ? [] : [fault(place, 'has to be a text in quotes')];
}

;// CONCATENATED MODULE: ./lib/feature/option-schema.js


const KNOWN = new Set(['type', 'default', 'description', 'enum', 'proposals']);
/** What install.sh would lose if an option took the name. */
const TAKEN = new Set(['PATH', 'HOME', 'IFS', 'USER', 'SHELL', 'PWD', 'ENV', 'BASH_ENV', 'LD_PRELOAD', 'LD_LIBRARY_PATH']);
/** What the runtime takes for the option `mode`. */
const MODES = new Set(['auto', 'secure', 'dev']);
/** containers.dev, "Feature options": each has a type and a default that fits it. */
function checkOptions(place) {
    const { value: options } = place;
    if (!isObject(options))
        return [fault(place, 'has to be an object in braces')];
    return [
        ...Object.entries(options).flatMap(([name, option]) => checkOption(child(place, name, option), name)),
        ...sameVariables(place, Object.keys(options)),
    ];
}
function checkOption(place, name) {
    const { value: option } = place;
    if (!isObject(option))
        return [fault(place, 'has to be an object with a type and a default')];
    return [
        ...Object.keys(option).filter((key) => !KNOWN.has(key)).map((key) => unknownName(child(place, key, option[key]), 'an option', [...KNOWN])),
        ...('description' in option ? schema_rules_text(child(place, 'description', option['description'])) : []),
        ...checkType(place, option),
        ...checkOurs(place, name, option),
        ...(TAKEN.has((0,option_environment/* optionVariable */.eO)(name)) ? [taken(place, name)] : []),
    ];
}
function taken(place, name) {
    return fault(place, `sets the variable ${(0,option_environment/* optionVariable */.eO)(name)} for install.sh, which can’t work without its own`, 'Give the option another name.');
}
function checkType(place, option) {
    const { type } = option;
    if (type !== 'boolean' && type !== 'string') {
        return [fault(type === undefined ? place : child(place, 'type', type), type === undefined ? 'has no type' : 'has to be "boolean" or "string"')];
    }
    const value = option['default'];
    if (value === undefined)
        return [fault(place, 'has no default', 'Whoever gives no value gets the default: install.sh needs one.')];
    if (typeof value !== type) {
        return [fault(child(place, 'default', value), type === 'boolean' ? 'has to be true or false, without quotes' : 'has to be a text in quotes')];
    }
    return checkValues(place, option, value);
}
function checkValues(place, option, value) {
    const lists = ['enum', 'proposals'].filter((key) => key in option);
    const [list] = lists;
    if (list === undefined)
        return [];
    if (lists.length > 1)
        return [fault(place, 'has both enum and proposals', 'enum allows no other value, proposals do: keep one.')];
    if (option['type'] === 'boolean')
        return [fault(child(place, list, option[list]), 'is of no use for a boolean')];
    const values = option[list];
    if (!Array.isArray(values) || !values.every((item) => typeof item === 'string')) {
        return [fault(child(place, list, values), 'has to be a list of texts')];
    }
    if (list === 'proposals' || values.some((each) => each === value))
        return [];
    return [fault(child(place, 'default', value), `is “${String(value)}”, which is not in its enum (${values.join(', ')})`)];
}
/** The runtime reads `mode` and `userLinks` itself. */
function checkOurs(place, name, option) {
    const { type } = option;
    if (name.toLowerCase() === 'userlinks' && type === 'string')
        return [fault(place, 'has to be a boolean: the install runtime reads it')];
    if (name.toLowerCase() !== 'mode')
        return [];
    const listed = option['enum'] ?? option['proposals'] ?? [];
    const values = [option['default'], ...(Array.isArray(listed) ? listed : [])];
    const wrong = values.find((value) => !MODES.has(value));
    if (type === 'string' && wrong === undefined)
        return [];
    return [fault(place, 'is read by the install runtime, which knows auto, secure and dev', 'Use these, or give the option another name.')];
}
/** `my-tool` and `my_tool` both are MY_TOOL. */
function sameVariables(place, names) {
    return names.flatMap((name, index) => {
        const other = names.slice(0, index).find((earlier) => (0,option_environment/* optionVariable */.eO)(earlier) === (0,option_environment/* optionVariable */.eO)(name));
        if (other === undefined)
            return [];
        return [fault(child(place, name, undefined), `and “${other}” are both ${(0,option_environment/* optionVariable */.eO)(name)} to install.sh`, 'Rename one of them.')];
    });
}

;// CONCATENATED MODULE: ./lib/feature/schema.js


/**
 * The properties of devcontainer-feature.json (containers.dev, "devcontainer-feature.json properties", and the schema in
 * the specification's repository). `id` and `version` have rules of their own.
 */
const PROPERTIES = {
    $schema: schema_rules_text,
    id: () => [],
    version: () => [],
    name: schema_rules_text,
    description: schema_rules_text,
    documentationURL: url,
    licenseURL: url,
    keywords: listOf(schema_rules_text),
    options: checkOptions,
    containerEnv: mapOf(schema_rules_text),
    privileged: truth,
    init: truth,
    capAdd: listOf(schema_rules_text),
    securityOpt: listOf(schema_rules_text),
    entrypoint: schema_rules_text,
    customizations: mapOf(() => []),
    dependsOn: mapOf(() => []),
    installsAfter: listOf(schema_rules_text),
    legacyIds: listOf(schema_rules_text),
    deprecated: truth,
    mounts: listOf(mount),
    onCreateCommand: command,
    updateContentCommand: command,
    postCreateCommand: command,
    postStartCommand: command,
    postAttachCommand: command,
};
/** Checks types and names of everything in the metadata. */
function checkSchema(document) {
    return Object.entries(document.value).flatMap(([name, value]) => {
        const place = placeOf(document, value, [name]);
        return Object.hasOwn(PROPERTIES, name) ? (PROPERTIES[name]?.(place) ?? []) : [unknownName(place, 'a Feature', Object.keys(PROPERTIES))];
    });
}
function placeOf(document, value, names) {
    return { value, names, at: (...more) => document.locationOf(...names, ...more) };
}
function truth(place) {
    return typeof place.value === 'boolean' ? [] : [fault(place, 'has to be true or false, without quotes')];
}
function url(place) {
    const { value } = place;
    if (typeof value !== 'string')
        return schema_rules_text(place);
    if (/^https?:\/\//.test(value) && URL.canParse(value))
        return [];
    return [{ ...fault(place, `is “${value}”, which is no address`, 'Write one that begins with https://.'), severity: 'warning' }];
}
function listOf(rule) {
    return (place) => Array.isArray(place.value)
        ? place.value.flatMap((item, index) => rule(child(place, String(index), item)))
        : [fault(place, 'has to be a list in brackets')];
}
function mapOf(rule) {
    return (place) => isObject(place.value)
        ? Object.entries(place.value).flatMap(([name, item]) => rule(child(place, name, item)))
        : [fault(place, 'has to be an object in braces')];
}
/** The schema knows objects alone; the tools take docker's text for `--mount` as well. */
function mount(place) {
    const { value } = place;
    if (typeof value === 'string')
        return [];
    if (!isObject(value))
        return [fault(place, 'has to be an object with source, target and type')];
    const missing = ['source', 'target', 'type'].filter((name) => typeof value[name] !== 'string');
    // A volume without a name is an anonymous one.
    const needed = missing.filter((name) => name !== 'source' || value['type'] === 'bind');
    if (needed.length > 0)
        return [fault(place, `lacks ${needed.join(' and ')}`)];
    return ['bind', 'volume'].includes(String(value['type'])) ? [] : [fault(child(place, 'type', value['type']), 'has to be bind or volume')];
}
/** A text for a shell, a list of words, or an object of these. */
function command(place) {
    const { value } = place;
    if (typeof value === 'string')
        return [];
    if (Array.isArray(value))
        return listOf(schema_rules_text)(place);
    if (!isObject(value))
        return [fault(place, 'has to be a text, a list of texts, or an object of these')];
    return Object.entries(value).flatMap(([name, item]) => {
        const inner = child(place, name, item);
        return typeof item === 'string' ? [] : Array.isArray(item) ? listOf(schema_rules_text)(inner) : [fault(inner, 'has to be a text or a list of texts')];
    });
}

;// CONCATENATED MODULE: ./lib/feature/script-checks.js
/** Of every script: a first line that names its shell, Unix line ends, an end at the first failure. */
function checkScript(file, name, { text, executable }) {
    const findings = [];
    const [first = ''] = text.split('\n');
    if (text.includes('\r')) {
        const line = text.slice(0, text.indexOf('\r')).split('\n').length;
        findings.push({
            severity: 'error',
            message: `${name} has line ends of Windows, and no shell will run it.`,
            hint: 'Save it with Unix line ends; “*.sh text eol=lf” in .gitattributes keeps them.',
            location: { file, line },
        });
    }
    else if (!/^#!\s*\/\S+/.test(first)) {
        findings.push({
            severity: 'error',
            message: `${name} does not say in its first line what runs it.`,
            hint: 'Begin it with “#!/bin/sh”, or another shell that every base image has.',
            location: { file, line: 1 },
        });
    }
    if (!executable) {
        findings.push({
            severity: 'warning',
            message: `${name} is not executable. It will be in the published Feature.`,
            hint: `Run “git update-index --chmod=+x ${name}”, or “chmod +x ${name}”.`,
            location: { file },
        });
    }
    if (!stopsAtFailure(text)) {
        findings.push({
            severity: 'warning',
            message: `${name} has no “set -e”, so it goes on after a command that failed.`,
            hint: 'Put “set -eu” below its first line.',
            location: { file, line: 1 },
        });
    }
    return findings;
}
/** Of the author's own install.sh. */
function checkInstall(file, { text }) {
    const findings = [];
    const code = withoutComments(text);
    if (!/nix-feature\/install\.sh/.test(code)) {
        findings.push({
            severity: 'warning',
            message: 'install.sh does not call the install runtime, so nothing that was built is installed.',
            hint: 'Add: . "$(dirname "$0")/nix-feature/install.sh" and nix_feature_install || exit 1. Or remove install.sh: one is made.',
            location: { file },
        });
    }
    const line = code.split('\n').findIndex((each) => /\buname\s+-m\b/.test(each) && /\b(?:exit|x86_64)\b/.test(each));
    if (line >= 0 && !/aarch64|arm64/.test(code)) {
        findings.push({
            severity: 'warning',
            message: 'install.sh looks at “uname -m” and knows no aarch64: a Feature is for amd64 and arm64.',
            location: { file, line: line + 1 },
        });
    }
    return findings;
}
/** `set -e`, `set -eu`, `set -o errexit`, or `-e` in the first line. */
function stopsAtFailure(text) {
    const [first = ''] = text.split('\n');
    return /^#!.*\s-[a-z]*e/.test(first) || /(?:^|[;\s])set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e[a-z]*\b|-[a-z]*o\s+errexit)/.test(withoutComments(text));
}
/** Lines stay where they are. */
function withoutComments(text) {
    return text.replaceAll(/^\s*#.*$/gm, '');
}

;// CONCATENATED MODULE: ./lib/feature/contract.js








/** docs/contract.md, point by point. */
function checkContract(feature, options) {
    return [...checkMetadata(feature), ...checkFlake(feature, options), ...checkTexts(feature)];
}
function checkMetadata({ folder, metadata }) {
    const { id } = metadata.value;
    return [
        ...(0,finding/* findingsOf */.WX)(() => (0,feature_metadata/* checkId */.ij)(metadata, (0,feature_metadata/* requiredText */.$4)(metadata, 'id'))),
        ...(0,finding/* findingsOf */.WX)(() => (0,feature_metadata/* checkVersion */.ps)(metadata, (0,feature_metadata/* requiredText */.$4)(metadata, 'version'))),
        ...(0,feature_metadata/* metadataWarnings */.lk)(metadata, typeof id === 'string' ? id : '', folder).map((warning) => ({ severity: 'warning', ...warning })),
        ...checkSchema(metadata),
        ...(typeof metadata.value['name'] === 'string' ? [] : [nameless(metadata)]),
        ...checkContainerEnv(metadata, typeof id === 'string' ? (0,complete_metadata/* linkOf */.I)(id) : undefined),
        ...checkDeclared(metadata),
    ];
}
function nameless(metadata) {
    return {
        severity: 'warning',
        message: `${feature_metadata/* METADATA_FILE */.VR}: there is no “name”.`,
        hint: 'Tools list the Feature by it: "name": "My tools".',
        location: metadata.locationOf('name'),
    };
}
/** What the contract demands and the build completes. */
function checkDeclared(metadata) {
    const { options, containerEnv, id } = metadata.value;
    const findings = [];
    if (!isObject(options) || !('mode' in options)) {
        findings.push({
            severity: 'warning',
            message: `${feature_metadata/* METADATA_FILE */.VR}: ${options === undefined ? 'there are no “options”' : '“options” has no “mode”'}. The published Feature gets the option “mode” (auto, secure, dev).`,
            hint: 'Declare it, so that the file says all: "options": { "mode": { "type": "string", "enum": ["auto", "secure", "dev"], "default": "auto" } }',
            location: metadata.locationOf('options'),
        });
    }
    if (!isObject(containerEnv) || !('PATH' in containerEnv)) {
        const path = `${(0,complete_metadata/* linkOf */.I)(String(id))}/bin:\${PATH}`;
        findings.push({
            severity: 'warning',
            message: `${feature_metadata/* METADATA_FILE */.VR}: ${containerEnv === undefined ? 'there is no “containerEnv”' : '“containerEnv” has no “PATH”'}. The published Feature gets PATH=${path}.`,
            hint: `Declare it, so that the file says all: "containerEnv": { "PATH": "${path}" }`,
            location: metadata.locationOf('containerEnv'),
        });
    }
    return findings;
}
function checkContainerEnv(metadata, link) {
    const { containerEnv } = metadata.value;
    const path = isObject(containerEnv) ? containerEnv['PATH'] : undefined;
    if (typeof path !== 'string')
        return [];
    const location = metadata.locationOf('containerEnv', 'PATH');
    const parts = path.split(':');
    const findings = [];
    if (!parts.some((part) => part === '${PATH}' || part === '$PATH')) {
        findings.push({
            severity: 'error',
            message: `${feature_metadata/* METADATA_FILE */.VR}: containerEnv.PATH is “${path}”, which takes the image’s own PATH away.`,
            hint: `Keep it: "PATH": "${path}:\${PATH}".`,
            location,
        });
    }
    if (link !== undefined && !parts.some((part) => part === link || part.startsWith(`${link}/`))) {
        findings.push({
            severity: 'warning',
            message: `${feature_metadata/* METADATA_FILE */.VR}: containerEnv.PATH does not have ${link}/bin, so nothing that is installed is found.`,
            hint: `Put it first: "PATH": "${link}/bin:\${PATH}".`,
            location,
        });
    }
    return findings;
}
const SYSTEMS = ['x86_64-linux', 'aarch64-linux'];
function checkFlake({ folder, files }, { flake }) {
    if (flake === 'elsewhere')
        return [];
    const file = (0,external_node_path_.join)(folder, 'flake.nix');
    const found = files.get('flake.nix');
    if (found === undefined) {
        return [
            {
                severity: 'error',
                message: `There is no flake.nix in ${folder}.`,
                hint: 'Write one, name another flake with “flake”, or name what to install from nixpkgs with “packages”.',
                location: { file: folder },
            },
        ];
    }
    // A flake may get its systems from a helper, and then names none.
    const named = SYSTEMS.filter((system) => found.text.includes(system));
    const missing = SYSTEMS.find((system) => !named.includes(system));
    if (named.length !== 1 || missing === undefined)
        return [];
    return [
        {
            severity: 'warning',
            message: `flake.nix has ${named.join('')} and not ${missing}: a Feature is for amd64 and arm64.`,
            hint: `Offer packages.${missing}.default as well.`,
            location: { file, line: lineOf(found.text, named[0] ?? '') },
        },
    ];
}
/** A flake with inputs wants a lock file. Apart from the rest: a build looks at the flake that it builds, wherever that is. */
function checkLock({ folder, files }) {
    const flake = files.get('flake.nix');
    if (flake === undefined || files.has('flake.lock') || !hasFloatingInputs(flake.text))
        return [];
    return [
        {
            severity: 'warning',
            message: 'This flake has inputs but no flake.lock, so every build may use other versions of them.',
            hint: 'Run “nix flake lock” and commit the file.',
            location: { file: join(folder, 'flake.nix') },
        },
    ];
}
function checkTexts({ folder, files }) {
    const findings = [];
    for (const name of ['install.sh', 'install-dev.sh', 'test.sh']) {
        const script = files.get(name);
        if (script !== undefined)
            findings.push(...checkScript((0,external_node_path_.join)(folder, name), name, script));
    }
    const install = files.get('install.sh');
    if (install !== undefined)
        findings.push(...checkInstall((0,external_node_path_.join)(folder, 'install.sh'), install));
    if (!files.has('test.sh')) {
        findings.push({
            severity: 'warning',
            message: 'There is no test.sh, so only what every Feature is tested for is tested.',
            hint: 'Write one that runs each tool once; it runs in the base image, as the remote user, with the Feature installed.',
            location: { file: folder },
        });
    }
    if (!files.has('README.md')) {
        findings.push({
            severity: 'warning',
            message: 'There is no README.md.',
            hint: 'Say in it what the Feature brings and which options it has.',
            location: { file: folder },
        });
    }
    return findings;
}
function lineOf(text, part) {
    return text.slice(0, text.indexOf(part)).split('\n').length;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/feature/feature-folder.js



/** The names of the files that the checks look at. */
const CONTRACT_FILES = ['install.sh', 'install-dev.sh', 'test.sh', 'flake.nix', 'flake.lock', 'README.md'];
/** No script or flake of an author's is longer. */
const MAX_BYTES = 1024 * 1024;
/** @throws InputError where the metadata can't be read */
async function readFeatureFolder(folder) {
    const metadata = await (0,feature_metadata/* readMetadataFile */.WJ)((0,external_node_path_.join)(folder, feature_metadata/* METADATA_FILE */.VR));
    const files = new Map();
    for (const name of CONTRACT_FILES) {
        const file = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.stat)(file).catch(() => undefined);
        if (found?.isFile() !== true)
            continue;
        const text = found.size > MAX_BYTES ? '' : await (0,promises_.readFile)(file, 'utf8');
        files.set(name, { text, executable: (found.mode & 0o100) !== 0 });
    }
    return { folder, metadata, files };
}

// EXTERNAL MODULE: ./lib/feature/shipped-files.js
var shipped_files = __webpack_require__(95359);
;// CONCATENATED MODULE: ./lib/feature/check-feature.js




/**
 * Checks a Feature's folder against the contract.
 * @param folder absolute
 * @returns errors first; empty where all is well
 */
async function checkFeature(folder, options) {
    try {
        const feature = await readFeatureFolder(folder);
        return (0,finding/* sortFindings */.Tc)([...checkContract(feature, options), ...(await checkShipped(folder))]);
    }
    catch (error) {
        return [(0,finding/* findingOf */.hD)(error)];
    }
}
async function checkShipped(folder) {
    try {
        await (0,shipped_files/* readShippedFiles */.n)(folder);
        return [];
    }
    catch (error) {
        return [(0,finding/* findingOf */.hD)(error)];
    }
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ textOfFinding),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   rS: () => (/* binding */ withStrictness)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Runs a check that throws, and hands out what it threw. @throws what is no InputError */
function findingsOf(check) {
    try {
        check();
        return [];
    }
    catch (error) {
        return [findingOf(error)];
    }
}
/** @throws what is no InputError */
function findingOf(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
        throw error;
    const { message, hint, location } = error;
    return { severity: 'error', message, ...(hint !== undefined && { hint }), ...(location !== undefined && { location }) };
}
/** Errors first, then by file and line. */
function sortFindings(findings) {
    const key = ({ severity, location }) => [severity, location?.file ?? '', String(location?.line ?? 0).padStart(8, '0')].join('\0');
    return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
/** With `strict`, a warning is an error. */
function withStrictness(findings, strict) {
    return strict ? findings.map((finding) => ({ ...finding, severity: 'error' })) : findings;
}
/** Message and hint as one text. */
function textOfFinding({ message, hint }) {
    return hint === undefined ? message : `${message}\n${hint}`;
}


/***/ }),

/***/ 60225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ defaultOptions),
/* harmony export */   Vk: () => (/* binding */ containerEnvironment),
/* harmony export */   eO: () => (/* binding */ optionVariable)
/* harmony export */ });
/** The variable that install.sh gets an option by (containers.dev, "Option resolution"). */
function optionVariable(name) {
    return name
        .replaceAll(/[^\w]/g, '_')
        .replace(/^[\d_]+/, '_')
        .toUpperCase();
}
/** The environment of install.sh where the user of the Feature gives no option. */
function defaultOptions(options) {
    const values = Object.entries(options ?? {}).map(([name, option]) => {
        const value = option?.default;
        return [optionVariable(name), typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''];
    });
    return Object.fromEntries(values);
}
const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)/g;
/**
 * `containerEnv` as the dev container tools apply it: as ENV of the image, in order, where `${PATH}` is what was there
 * before (Dockerfile reference, "Environment replacement").
 * @param image the image's own variables
 */
function containerEnvironment(containerEnv, image) {
    const environment = { ...image };
    for (const [name, value] of Object.entries((containerEnv ?? {}))) {
        if (typeof value !== 'string')
            continue;
        environment[name] = value.replaceAll(REFERENCE, (_, braced, bare) => environment[braced ?? bare ?? ''] ?? '');
    }
    return environment;
}


/***/ }),

/***/ 95359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readShippedFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13756);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74072);





/** All files together; what belongs into layers is in the delta, and not here. */
const LIMIT = 32 * 1024 * 1024;
/** What tools leave in a folder, and nobody means to publish. */
const LEFT_BEHIND = new Set(['.git', '.direnv', '.DS_Store', 'node_modules', 'dist']);
/**
 * Reads what the author ships besides the delta: everything in the Feature's folder but what builds leave there.
 * Links are followed where they stay inside.
 * @param folder absolute
 * @param excluded absolute folders that are left out, such as the output of a build
 * @returns sorted by name
 * @throws InputError for a file that can't be in a Feature
 */
async function readShippedFiles(folder, excluded = []) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const files = [];
    let size = 0;
    for (const name of await listFiles(root, '', new Set(excluded.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))))) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
        const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        size += bytes.length;
        if (size > LIMIT)
            throw tooLarge(folder, name);
        files.push({ name, executable: name.endsWith('.sh') || (mode & 0o100) !== 0, bytes });
    }
    return files;
}
async function listFiles(root, below, excluded) {
    const names = [];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, below), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.name, b.name))) {
        const name = below === '' ? entry.name : `${below}/${entry.name}`;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
        if (LEFT_BEHIND.has(entry.name) || excluded.has(path))
            continue;
        if (name === _bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_FOLDER */ .oA)
            throw reserved(path);
        if (entry.isSymbolicLink() && (await isBuildResult(path)))
            continue;
        const kind = entry.isSymbolicLink() ? await followed(root, path, name) : entry;
        if (kind.isDirectory())
            names.push(...((await isLayout(path)) ? [] : await listFiles(root, name, excluded)));
        else if (kind.isFile())
            names.push(name);
        else
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${path} is neither a file nor a folder, and can't be in a Feature.`);
    }
    return names;
}
/** What an earlier build wrote. */
async function isLayout(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'oci-layout')).catch(() => undefined)) !== undefined;
}
/** `nix build` leaves links called result, result-bin and so on. */
async function isBuildResult(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(path)).startsWith(`${_nix_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .STORE_DIR */ .SF}/`);
}
async function followed(root, path, name) {
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${path} is a link ${why}.`, { cause, hint: 'Put the file itself there.' });
    };
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch((cause) => refuse('that leads nowhere', cause));
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, target);
    if (inside.startsWith('..'))
        refuse('that leads out of the Feature’s folder');
    // A folder above the link would be in itself without end.
    if (inside === '' || `${name}/`.startsWith(`${inside.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/')}/`))
        refuse('to a folder that it is in');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target);
}
function reserved(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${path} is there, and that name is reserved for the install runtime.`, {
        hint: 'Rename it; the runtime and its files are put into a published Feature under this name.',
    });
}
function tooLarge(folder, name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `The files in ${folder} have more than 32 MiB together, ${name} among them.`, {
        hint: 'All files in the Feature’s folder are published with it. Let large ones be built by the flake, or move them elsewhere.',
    });
}


/***/ }),

/***/ 36803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ parseBuildResult),
/* harmony export */   FV: () => (/* binding */ chosen),
/* harmony export */   PA: () => (/* binding */ dryRun),
/* harmony export */   jq: () => (/* binding */ build)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _flake_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70521);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13756);



/**
 * Build what the flake names, or fetch it from where it is built already. Nix's own words go to the host's log.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function build(site, flake, host) {
    const options = {
        onStderr: (line) => {
            if (!NOISE.test(line))
                host.info(line);
        },
    };
    const run = (installables) => site.capture([...BUILD, '--print-build-logs', ...installables], options);
    return parseBuildResult(await (0,_flake_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .withAttribute */ .Vx)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run)));
}
/**
 * What Nix would build for a flake, in the words of `nix build --json`; an output that only building can tell is null.
 * Nothing is built, but binary caches are asked for what is not there.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function dryRun(site, flake) {
    const run = (installables) => site.capture([...BUILD, '--dry-run', ...installables]);
    return (0,_flake_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .withAttribute */ .Vx)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
}
/** --json where --print-out-paths would do, because Nix 2.8 has only that. */
const BUILD = ['nix', 'build', '--json', '--no-link', '--no-write-lock-file'];
async function buildAttribute(site, flake, attribute, run) {
    try {
        return await run([`${flake.reference}#${attribute}`]);
    }
    catch (error) {
        // Nix 2.8 knows outputs as attributes only: `multi.man` for `multi^man`.
        const asAttributes = attribute.includes('^') && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && error.stderr.includes('is not a valid URL');
        if (!asAttributes)
            throw error;
        return run(await outputAttributes(site, flake, attribute));
    }
}
/** What Nix says when it is told to stop, and what we say better: see {@link failureOf}. */
const NOISE = /interrupted by the user|does not provide attribute/;
async function outputAttributes(site, flake, installable) {
    const { path, choice = [] } = (0,_flake_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .splitChoice */ .e6)(installable);
    const place = `${flake.reference}#${path}`;
    const names = choice === '*' ? await outputNames(site, place) : choice;
    return names.map((name) => `${place}.${name}`);
}
async function outputNames(site, place) {
    return JSON.parse(await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${place}.outputs`]));
}
/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 */
function parseBuildResult(json) {
    const outputs = {};
    let derivation;
    for (const entry of entriesOf(json)) {
        if (typeof entry === 'string') {
            outputs['out'] = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(entry);
            continue;
        }
        if (entry.path !== undefined)
            outputs['out'] = (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(entry.path);
        if (entry.drvPath !== undefined)
            derivation ??= (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(entry.drvPath);
        for (const [name, value] of Object.entries(entry.outputs ?? {}))
            outputs[name] = outputPath(name, value);
    }
    return { ...chosen(outputs), derivation };
}
/**
 * Puts outputs in order, and chooses the one for PATH: `bin` where there is one, as nixpkgs' `getBin` and `nix profile`
 * have it: programs are there, while `out` may hold none. Else `out`; else the first by name, when only others were
 * asked for (`^man`).
 * @throws Failure where there are none
 */
function chosen(outputs) {
    const sorted = Object.entries(outputs).sort(([a], [b]) => (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a, b));
    const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
    if (storePath === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('Nix built nothing: “nix build --json” names no output.');
    return { outputs: Object.fromEntries(sorted), storePath };
}
function entriesOf(json) {
    try {
        const parsed = JSON.parse(json);
        return Array.isArray(parsed) ? parsed : [];
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('“nix build --json” wrote something that is not JSON.', { cause });
    }
}
function outputPath(name, value) {
    const text = typeof value === 'object' && value !== null ? value.path : value;
    if (typeof text !== 'string')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Nix built the output “${name}”, but does not say where it is.`);
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(text);
}


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dr: () => (/* binding */ nativeSystem),
/* harmony export */   eV: () => (/* binding */ isEmulated)
/* harmony export */ });
/* unused harmony export binfmtRuns */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82480);


const BINFMT = '/proc/sys/fs/binfmt_misc';
/** elf(5): e_machine, little endian, at byte 18 of a file. */
const MACHINES = { 'x86_64-linux': '3e00', 'aarch64-linux': 'b700' };
const MACHINE_AT = 18;
/** The system of this machine. @returns undefined where it is none that we build for */
function nativeSystem() {
    const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .archOfNode */ .CQ)(process.arch);
    return arch === undefined ? undefined : (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .systemOf */ .br)(arch);
}
/** Does the kernel run programs of another system here, by an emulator that was registered for them? */
async function isEmulated(system) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(BINFMT).catch(() => []);
    const entries = names.filter((name) => name !== 'register' && name !== 'status');
    const texts = await Promise.all(entries.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`${BINFMT}/${name}`, 'utf8').catch(() => '')));
    return texts.some((text) => binfmtRuns(text, system));
}
/** Is this entry of binfmt_misc enabled, and for programs of that system? (Linux, admin-guide/binfmt-misc.rst) */
function binfmtRuns(entry, system) {
    const magic = /^magic ([0-9a-f]+)$/m.exec(entry)?.[1] ?? '';
    return (/^enabled$/m.test(entry) &&
        /^offset 0$/m.test(entry) &&
        magic.startsWith('7f454c46') &&
        magic.slice(MACHINE_AT * 2, MACHINE_AT * 2 + 4) === MACHINES[system]);
}


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ evaluate)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/nix/build.js
var build = __webpack_require__(36803);
// EXTERNAL MODULE: ./lib/nix/flake-text.js
var flake_text = __webpack_require__(10124);
;// CONCATENATED MODULE: ./lib/nix/evaluate-expression.js

/**
 * A function of a choice of outputs (null: none was made) and of a value. It answers for derivations whose outputs are
 * attributes of theirs, as they all are but for odd ones made by hand.
 *
 * Which outputs Nix takes by itself is as in its installable-flake.cc: those of an output that was picked by attribute,
 * else `meta.outputsToInstall`, else `out`. Nix 2.8 always takes the one that the attribute stands for.
 */
const ANSWER = `choice: value: let
  has = name: builtins.isAttrs value && builtins.hasAttr name value;
  isDerivation = has "type" && value.type == "derivation" && has "drvPath";
  own = if has "outputName" then [ value.outputName ] else [ ];
  wanted = value.meta.outputsToInstall or [ ];
  orOut = names: if names == [ ] then [ "out" ] else names;
  default =
    if builtins.compareVersions builtins.nixVersion "2.9" < 0 then own
    else if has "outputSpecified" then orOut (if value.outputSpecified then own else [ ])
    else orOut wanted;
  names = if choice == null then default else if choice == "*" then value.outputs or [ ] else choice;
  output = name: builtins.getAttr name value;
  isKnown = name: has name && builtins.isAttrs (output name) && output name ? outPath && (output name).drvPath or null == value.drvPath;
in
  if isDerivation && names != [ ] && builtins.all isKnown names
  then { outputs = builtins.listToAttrs (map (name: { inherit name; value = toString (output name).outPath; }) names); }
  else { }`;
/** For `nix eval --apply`: a function of the value that an attribute stands for. */
function answerFunction(choice) {
    return `(${ANSWER}) (${choiceText(choice)})`;
}
function choiceText(choice) {
    if (choice === undefined)
        return 'null';
    return choice === '*' ? '"*"' : `[ ${choice.map(flake_text/* nixString */.z7).join(' ')} ]`;
}
/**
 * An expression that asks many flakes, for `nix eval --expr`. Take its attribute `answers`, so that Nix calls it with
 * the arguments: `mark`, and `part…` with lists of flakes and questions as JSON (see evaluate-together.ts). What it is
 * asked is data, never code.
 *
 * It says each answer as soon as it has it, as a trace with the mark before it: an error that Nix can't catch, and most
 * are of that kind, ends the process, and what was found out until then must not be lost. Nothing of a flake is kept,
 * so its memory can be used for the next one.
 */
const ANSWERS = `{ ... }@arguments: {
  answers = let
    answer = ${ANSWER};
    parts = builtins.filter (name: builtins.substring 0 4 name == "part") (builtins.attrNames arguments);
    flakes = builtins.concatLists (map (name: builtins.fromJSON (builtins.getAttr name arguments)) parts);
    find = builtins.foldl' (found: name:
      if found != null && builtins.isAttrs found.it && builtins.hasAttr name found.it
      then { it = builtins.getAttr name found.it; }
      else null);
    first = outputs: paths:
      if paths == [ ] then { }
      else let found = find { it = outputs; } (builtins.head paths);
      in if found == null then first outputs (builtins.tail paths) else found;
    ask = outputs: { id, choice, paths }: let found = first outputs paths;
      in builtins.trace (arguments.mark + builtins.toJSON ({ inherit id; } // (if found ? it then answer choice found.it else { })));
    all = builtins.foldl' (done: { reference, questions }: let inherit (builtins.getFlake reference) outputs;
      in builtins.foldl' (before: question: ask outputs question before) done questions);
  in all true flakes;
}`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/nix/evaluate-together.js




/** Linux takes 128 KiB in one argument (execve(2), MAX_ARG_STRLEN), and by default 2 MiB in all, environment included. */
const PART_BYTES = 100_000;
const PARTS = 10;
/**
 * Evaluate many flakes in one Nix process. Where one of them breaks it, another process goes on behind that one.
 * Evaluation is as pure as that of `nix build`, which is why all references have to be locked.
 * @returns answers by id; those that got none have to be asked alone, to hear why
 * @throws SetupError, CancelledError
 */
async function evaluateTogether(site, questions) {
    const answers = new Map();
    // A flake is evaluated once for all that is asked of it in a row.
    let left = [...Map.groupBy(questions, ({ reference }) => reference).values()].flat();
    while (left.length > 0) {
        const { parts, taken } = partsOf(left);
        const broken = await ask(site, parts, answers);
        const next = broken ? left.findIndex(({ id }) => !answers.has(id)) + 1 : 0;
        left = left.slice(next > 0 ? next : taken);
    }
    return answers;
}
/** @returns whether the process broke, before the first question without an answer was dealt with */
async function ask(site, parts, answers) {
    const mark = `${(0,external_node_crypto_.randomUUID)()} `;
    const data = { mark, ...Object.fromEntries(parts.map((part, n) => [`part${n}`, part])) };
    const given = Object.entries(data).flatMap(([name, value]) => ['--argstr', name, value]);
    try {
        await site.capture(['nix', 'eval', '--json', ...given, '--expr', ANSWERS, 'answers'], {
            onStderr: (line) => {
                const at = line.indexOf(mark);
                if (at >= 0)
                    note((0,external_node_util_.stripVTControlCharacters)(line.slice(at + mark.length)), answers);
            },
        });
        return false;
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return true;
        throw error;
    }
}
function note(json, answers) {
    const read = parsed(json);
    if (read === undefined)
        return;
    const { id, ...answer } = read;
    answers.set(id, answer);
}
/** @returns undefined for a line that was cut, as very long ones are: no answer */
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
/** As many of the questions as one process takes, as JSON by flake, cut into arguments of a size that the system takes. */
function partsOf(questions) {
    const parts = [];
    let taken = 0;
    while (taken < questions.length && parts.length < PARTS) {
        const from = taken;
        let bytes = 0;
        while (taken < questions.length && (taken === from || bytes < PART_BYTES)) {
            bytes += Buffer.byteLength(JSON.stringify(questions[taken]));
            taken++;
        }
        parts.push(partOf(questions.slice(from, taken)));
    }
    return { parts, taken };
}
function partOf(questions) {
    const flakes = Map.groupBy(questions, ({ reference }) => reference);
    const asked = ({ id, choice, paths }) => ({ id, choice: choice ?? null, paths });
    return JSON.stringify([...flakes].map(([reference, own]) => ({ reference, questions: own.map(asked) })));
}

// EXTERNAL MODULE: ./lib/nix/flake-attributes.js + 2 modules
var flake_attributes = __webpack_require__(70521);
// EXTERNAL MODULE: ./lib/nix/in-parallel.js
var in_parallel = __webpack_require__(86334);
// EXTERNAL MODULE: ./lib/nix/nar-hash.js
var nar_hash = __webpack_require__(53799);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
;// CONCATENATED MODULE: ./lib/nix/evaluate.js








/** Folders that are hashed at a time, and Nix processes for flakes that can't be evaluated together. */
const HASHES = 8;
const PROCESSES = 4;
/** A folder whose name needs no escaping in a reference; see PLAIN_PATH in flake.ts. */
const PLAIN_FOLDER = /^path:(\/[A-Za-z0-9/._~+-]*)$/;
/**
 * Which store paths would flakes be built to? Nothing is built (but for what a flake itself imports from a build), and
 * nothing is written to the user's folders.
 *
 * Flakes in local folders are evaluated together in one Nix process; others, and those that fail there, alone.
 *
 * @returns one for each flake, in their order; a flake's own faults are values
 * @throws SetupError (the machine lacks something), CancelledError
 */
async function evaluate(site, flakes) {
    const answers = await evaluateTogether(site, await questionsOf(flakes));
    return (0,in_parallel/* inParallel */.H)(PROCESSES, [...flakes.entries()], ([id, flake]) => {
        const answer = answers.get(id);
        return faultsAsValues(async () => (answer === undefined ? evaluateAlone(site, flake) : evaluationOf(site, flake, answer)));
    });
}
async function questionsOf(flakes) {
    const folders = [...new Set(flakes.map(folderOf))].filter((folder) => folder !== undefined);
    const locked = new Map(await (0,in_parallel/* inParallel */.H)(HASHES, folders, async (folder) => [folder, await lockedReference(folder)]));
    return [...flakes.entries()].flatMap(([id, flake]) => {
        const reference = locked.get(folderOf(flake) ?? '');
        const paths = (0,flake_attributes/* attributePaths */.fT)(flake);
        return reference === undefined || paths === undefined ? [] : [{ id, reference, paths, choice: (0,flake_attributes/* splitChoice */.e6)(flake.attribute).choice }];
    });
}
function folderOf({ reference }) {
    return PLAIN_FOLDER.exec(reference)?.[1];
}
/**
 * A reference that pure evaluation takes, as it says what is in the folder. The time is given because some flakes look
 * at it, and Nix doesn't where it has the contents in its store already.
 * @returns undefined for a folder that can't be read, about which Nix itself has to complain
 */
async function lockedReference(folder) {
    try {
        const { narHash, lastModified } = await (0,nar_hash/* narHashOf */.p)(folder);
        return `path:${folder}?lastModified=${lastModified}&narHash=${encodeURIComponent(narHash)}`;
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR || error.code !== undefined)
            return undefined;
        throw error;
    }
}
async function evaluateAlone(site, flake) {
    const json = await (0,flake_attributes/* withAttribute */.Vx)(site, flake, (attribute) => {
        const { path, choice } = (0,flake_attributes/* splitChoice */.e6)(attribute);
        const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${flake.reference}#${path}`];
        return site.capture([...command, '--apply', answerFunction(choice)]);
    });
    return evaluationOf(site, flake, JSON.parse(json));
}
async function evaluationOf(site, flake, { outputs }) {
    if (outputs === undefined)
        return evaluationOfDryRun(await (0,build/* dryRun */.PA)(site, flake));
    return knownOutputs(() => (0,build/* chosen */.FV)(Object.fromEntries(Object.entries(outputs).map(([name, path]) => [name, (0,store_path/* parseStorePath */.GV)(path)]))));
}
function evaluationOfDryRun(json) {
    return knownOutputs(() => (0,build/* parseBuildResult */.FG)(json));
}
/** What a content-addressed derivation will come to has no store path yet, but a placeholder or nothing at all. */
function knownOutputs(read) {
    try {
        const { outputs, storePath } = read();
        return { kind: 'outputs', outputs, storePath };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { kind: 'unknown', why: 'only building it tells its store paths, as is the case with content-addressed derivations' };
    }
}
async function faultsAsValues(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* SetupError */.w3 || error instanceof errors/* CancelledError */.cc)
            throw error;
        return { kind: 'failed', error };
    }
}


/***/ }),

/***/ 70521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ attributePaths),
  e6: () => (/* binding */ splitChoice),
  Vx: () => (/* binding */ withAttribute)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/redact-urls.js
var redact_urls = __webpack_require__(75561);
;// CONCATENATED MODULE: ./lib/nix/diagnose.js


const DRV = String.raw `(/nix/store/[^'\s]+\.drv)`;
/** Each with the words of Nix up to 2.3x and of later ones. The order matters: what is at the bottom causes what is above. */
const RULES = [
    (stderr) => {
        const [, derivation, specified, got] = new RegExp(`hash mismatch in fixed-output derivation '${DRV}':\\s+(?:specified|wanted):\\s+(\\S+)\\s+got:\\s+(\\S+)`).exec(stderr) ?? [];
        return derivation && specified && got ? { kind: 'hash', derivation, specified, got } : undefined;
    },
    (stderr) => {
        const old = new RegExp(`a '([^']+)' with features \\{([^}]*)\\} is required to build '${DRV}'`).exec(stderr);
        if (old !== null)
            return { kind: 'platform', required: old[1] ?? '', features: old[2] ?? '', derivation: old[3] ?? '' };
        const block = new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: (?:[^\\n]*mismatch|missing system features)([\\s\\S]*?)(?=\\nerror|$)`).exec(stderr);
        if (block === null)
            return undefined;
        const required = /Required system: '([^']+)'/.exec(block[2] ?? '')?.[1] ?? '';
        const features = /Required features: \{([^}]*)\}/.exec(block[2] ?? '')?.[1] ?? '';
        return { kind: 'platform', required, features, derivation: block[1] ?? '' };
    },
    (stderr) => {
        const old = new RegExp(`builder for '${DRV}' (failed[^;\\n]*)`).exec(stderr);
        const match = old ?? new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: builder (failed[^\\n]*?)\\.?\\n`).exec(stderr);
        return match === null ? undefined : { kind: 'builder', derivation: match[1] ?? '', how: (match[2] ?? 'failed').replace(/[.,:]$/, '') };
    },
    (stderr) => (/^\s*error:.*(No space left on device|database or disk is full|Disk quota exceeded)/im.test(stderr) ? { kind: 'disk' } : undefined),
    (stderr) => (/does not provide attribute/.test(stderr) ? { kind: 'attribute' } : undefined),
    (stderr) => {
        const [, url, reason] = /^\s*error: (?:unable to download|cannot (?:download|fetch)|failed to fetch) '([^']+)':? ?(.*)$/im.exec(stderr) ?? [];
        return url === undefined ? undefined : { kind: 'network', url: (0,redact_urls/* redactUrls */.s)(url), reason: (0,redact_urls/* redactUrls */.s)(reason ?? '') };
    },
    (stderr) => {
        const [, program] = /executing '([^']+)': No such file or directory|program '([^']+)' (?:not found|failed to start)/.exec(stderr) ?? [];
        return program === undefined ? undefined : { kind: 'program', program };
    },
];
/** Reads the end of what a failed `nix build` or `nix eval` wrote. */
function diagnose(output) {
    // Nix colours what it says before it looks whether anybody sees colours.
    const stderr = (0,external_node_util_.stripVTControlCharacters)(output);
    for (const rule of RULES) {
        const diagnosis = rule(stderr);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    // Nix announces what it builds once all is evaluated.
    const building = /^(?:building '|these \d+ derivations will be built|this derivation will be built)/m.test(stderr);
    return { kind: 'other', message: (0,redact_urls/* redactUrls */.s)(lastError(stderr)), building, at: positions(stderr) };
}
/** A trace goes from the outside in; the error itself comes last. */
function lastError(stderr) {
    const errors = [...stderr.matchAll(/^\s*error:[ \t]*(\S.*)$/gm)].map((match) => match[1] ?? '');
    return errors.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
}
/** Places in sources that were copied to the store, or in flakes as newer ones write them: `«path:…»/flake.nix:3:11`. */
function positions(stderr) {
    const pattern = /at (?:\/nix\/store\/[a-z0-9]{32}-[^/\s]+|«[^»]+»)\/([^\s:]+):(\d+):(\d+)/g;
    return [...stderr.matchAll(pattern)].map(([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }));
}

// EXTERNAL MODULE: ./lib/nix/site.js
var nix_site = __webpack_require__(81092);
;// CONCATENATED MODULE: ./lib/nix/build-failure.js






/** Lines of a failing derivation's log that are worth showing. */
const LOG_LINES = 40;
/** Makes of a failed `nix build` an error that says what failed, and what to do. */
async function failureOf(error, site, flake) {
    const diagnosis = diagnose(error.stderr);
    switch (diagnosis.kind) {
        case 'builder':
            return builderFailure(diagnosis, error, site);
        case 'attribute':
            return attributeFailure(error, site, flake);
        case 'platform':
            return platformFailure(diagnosis, error, site);
        case 'hash':
            return hashFailure(diagnosis, error);
        case 'other':
            return otherFailure(diagnosis, error, flake);
        case 'disk':
            return new errors/* SetupError */.w3(`The disk is full: Nix ${(0,nix_site/* placeOf */.$)(site)} has no space left for ${flake.written}.`, {
                cause: Object.assign(new Error('No space left on device', { cause: error }), { code: 'ENOSPC' }),
                hint: 'Free some space before this step, or build on a machine with a larger disk.',
            });
        case 'network':
            return new errors/* Failure */.HR(`Nix ${(0,nix_site/* placeOf */.$)(site)} could not download ${diagnosis.url}: ${diagnosis.reason}`, {
                cause: error,
                hint: 'Is there a network, and may this machine reach that host? A private repository needs “access-tokens” in “nix-config”.',
            });
        default:
            return new errors/* SetupError */.w3(`Nix ${(0,nix_site/* placeOf */.$)(site)} needs the program “${diagnosis.program}”, which is not there.`, {
                cause: error,
                hint: `Add ${diagnosis.program} to the base image, use “build-in: host”, or name the flake in a way that does not need it.`,
            });
    }
}
function hashFailure({ derivation, got, specified }, error) {
    return new errors/* BuildError */.zS(`${titleOf(derivation)} downloaded something else than was expected: its hash is ${got}, the flake says ${specified}.`, { derivation }, { cause: error, hint: 'If the new contents are right, put the new hash into the flake.' });
}
function otherFailure({ message, building, at }, error, flake) {
    const location = locationOf(at, flake);
    return new errors/* BuildError */.zS(`The flake ${flake.written} can't be ${building ? 'built' : 'evaluated'}: ${message}`, {}, { cause: error, ...(location && { location }) });
}
async function builderFailure({ derivation, how }, error, site) {
    const log = await logOf(derivation, error.stderr, site);
    if (log.some((line) => /exec(ve)?.*Exec format error|Exec format error$/.test(line)))
        return foreignProgram(site, error);
    const diskFull = log.some((line) => line.includes('No space left on device'));
    return new errors/* BuildError */.zS(`The build of ${titleOf(derivation)} ${(0,nix_site/* placeOf */.$)(site)} ${how}.`, { derivation, log }, { cause: error, ...(diskFull && { hint: 'The disk is full. Free some space before this step.' }) });
}
/** From Nix's own log; where it keeps none, from what was printed with the derivation's name before each line. */
async function logOf(derivation, stderr, site) {
    const prefix = `${titleOf(derivation)}> `;
    const printed = stderr.split('\n').filter((line) => line.startsWith(prefix));
    const lines = await site.capture(['nix', 'log', derivation]).then((text) => text.trimEnd().split('\n'), () => printed.map((line) => line.slice(prefix.length)));
    return lines.slice(-LOG_LINES).map(plainText);
}
async function attributeFailure(error, site, flake) {
    const offered = await offeredAttributes(site, flake);
    const hint = offered.length > 0
        ? `For ${flake.system} it offers: ${offered.join(', ')}.`
        : `It offers no packages for ${flake.system}. Add packages.${flake.system}.default to it, or leave this platform out of “arches”.`;
    const file = flake.folder === undefined ? undefined : external_node_path_.join(flake.folder, 'flake.nix');
    return new errors/* BuildError */.zS(`The flake ${flake.written.replace(/#.*/, '')} has no package “${flake.attribute.replace(/\^.*/, '')}” for ${flake.system}.`, {}, { cause: error, hint, ...(file !== undefined && (0,external_node_fs_.existsSync)(file) && { location: { file } }) });
}
/** Builders colour their output, and old Nix puts its own messages in a binary envelope. */
function plainText(line) {
    return (0,external_node_util_.stripVTControlCharacters)(line).replaceAll(/[^\P{Cc}\t]/gu, '');
}
/** Best effort: a flake without packages for this system, or one that fails here too, offers nothing. */
async function offeredAttributes(site, { reference, system }) {
    const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#packages.${system}`, '--apply', 'builtins.attrNames'];
    return site.capture(command).then((json) => JSON.parse(json), () => []);
}
function platformFailure({ required, features, derivation }, error, site) {
    if (required !== '' && required !== site.system)
        return foreignProgram(site, error, required);
    if (required === site.system && features.trim() === '')
        return foreignProgram(site, error, required);
    return new errors/* BuildError */.zS(`${titleOf(derivation)} needs a builder with the features {${features}}, which Nix ${(0,nix_site/* placeOf */.$)(site)} does not have.`, { derivation }, {
        cause: error,
        hint: 'Name such a builder with “builders”, or set “system-features” in “nix-config”.',
    });
}
function foreignProgram(site, cause, system = site.system) {
    return new errors/* SetupError */.w3(`Nix ${(0,nix_site/* placeOf */.$)(site)} can't build for ${system}: no emulator is set up for it, and no builder was named.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), build in a job on a native ${system} runner, or name a machine with “builders”.`,
    });
}
/** The innermost place that is in the user's own files; most of a trace is about nixpkgs. */
function locationOf(at, { folder }) {
    if (folder === undefined)
        return undefined;
    const position = at.findLast(({ file }) => (0,external_node_fs_.existsSync)(external_node_path_.join(folder, file)));
    return position && { file: external_node_path_.join(folder, position.file), line: position.line, column: position.column };
}
function titleOf(derivation) {
    return derivation.slice('/nix/store/'.length + 33).replace(/\.drv$/, '');
}

// EXTERNAL MODULE: ./lib/nix/emulation.js
var emulation = __webpack_require__(6687);
;// CONCATENATED MODULE: ./lib/nix/flake-attributes.js




/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }) {
    if (system === (0,emulation/* nativeSystem */.dr)())
        return [attribute];
    const [path = ''] = attribute.split('^');
    // Whoever names the system means just that place.
    if (path.split('.').includes(system))
        return [attribute];
    return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
/**
 * Give Nix one after the other of the attributes that a flake's attribute may stand for, until there is one.
 * @throws Failure that says what is wrong with the flake; SetupError, CancelledError
 */
async function withAttribute(site, flake, attempt) {
    let missing;
    for (const attribute of attributesOf(flake)) {
        try {
            return await attempt(attribute);
        }
        catch (error) {
            if (!(error instanceof errors/* CommandError */.Qd))
                throw error;
            if (diagnose(error.stderr).kind !== 'attribute')
                throw await failureOf(error, site, flake);
            missing ??= error;
        }
    }
    if (missing === undefined)
        throw new Error('no attribute was tried');
    throw await failureOf(missing, site, flake);
}
/** `multi^man,bin` is the path `multi` and a choice of outputs. */
function splitChoice(attribute) {
    const [path = '', outputs] = attribute.split('^');
    return { path, choice: outputs === '*' ? '*' : outputs?.split(',') };
}
/**
 * Where Nix looks for an attribute in a flake's outputs, in its order; names from the outside in.
 * @returns undefined where only Nix itself can tell: names in quotes, or none between two dots
 */
function attributePaths(flake) {
    const native = (0,emulation/* nativeSystem */.dr)() ?? flake.system;
    const places = attributesOf(flake).flatMap((attribute) => {
        const names = splitChoice(attribute).path.split('.');
        return [['packages', native, ...names], ['legacyPackages', native, ...names], names];
    });
    return places.flat().every((name) => /^[^"\s]+$/.test(name)) ? places : undefined;
}


/***/ }),

/***/ 10124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ pinnedNixpkgs),
/* harmony export */   X$: () => (/* binding */ packagesFlake),
/* harmony export */   aM: () => (/* binding */ hasFloatingInputs),
/* harmony export */   z7: () => (/* binding */ nixString)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** nixpkgs attribute paths: `jq`, `python3Packages.requests`, `gtk+3`. Nothing in them can end a Nix string. */
const PACKAGE = /^[A-Za-z0-9_][A-Za-z0-9_'.+-]*$/;
/**
 * Does a flake.nix declare inputs that may be others tomorrow, where no lock file says which? An input whose address
 * names a revision is none. Comments are left out of account; strings are not, which at worst warns once too often.
 */
function hasFloatingInputs(flakeNix) {
    const code = flakeNix.replaceAll(/#.*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    if (!/(?:^|[\s{;])inputs\s*(?:=\s*\{\s*[^\s}]|\.)/.test(code))
        return false;
    const urls = [...code.matchAll(/\burl\s*=\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
    return urls.length === 0 || urls.some((url) => !/\b[0-9a-f]{40}\b/.test(url));
}
/**
 * A flake that offers an environment of packages of nixpkgs as its default.
 * @param nixpkgs undefined: what Nix's registry of flakes knows by that name
 * @throws InputError where a name is none
 */
function packagesFlake(name, packages, system, nixpkgs) {
    const paths = packages.map((attribute) => `        ${selection(attribute)}`);
    return `{
  inputs.nixpkgs${nixpkgs === undefined ? '.url = "flake:nixpkgs"' : ` = ${attributes(nixpkgs)}`};
  outputs = { self, nixpkgs }: let pkgs = nixpkgs.legacyPackages.${system}; in {
    packages.${system}.default = pkgs.buildEnv {
      name = ${nixString(name)};
      paths = [
${paths.join('\n')}
      ];
    };
  };
}
`;
}
/**
 * The nixpkgs that a flake.lock pins.
 * @returns undefined where it has none
 * @throws InputError where it can't be read
 */
function pinnedNixpkgs(flakeLock, file) {
    try {
        const { nodes, root } = JSON.parse(flakeLock);
        const node = nodes[root]?.inputs?.['nixpkgs'];
        return typeof node === 'string' ? nodes[node]?.locked : undefined;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('packages', `${file} is not a lock file of Nix.`, { cause, hint: 'Write it anew with “nix flake lock”.', location: { file } });
    }
}
function selection(attribute) {
    const parts = attribute.split('.');
    if (!PACKAGE.test(attribute) || parts.includes('')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('packages', `“${attribute}” is not the name of a package in nixpkgs, such as jq or python3Packages.requests.`);
    }
    return ['pkgs', ...parts.map(nixString)].join('.');
}
function attributes(source) {
    const entries = Object.entries(source).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) && name !== '__final');
    return `{ ${entries.map(([name, value]) => `${name} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}
/** Text as Nix code. */
function nixString(text) {
    return `"${text.replaceAll(/["\\]|\$(?=\{)/g, String.raw `\$&`)}"`;
}


/***/ }),

/***/ 74446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ resolveFlake)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _flake_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10124);





/** What a path may hold if every Nix is to read it from `path:` as it is: old ones don't decode `%20`, new ones do. */
const PLAIN_PATH = /^[A-Za-z0-9/._~+-]*$/;
/** Makes of a flake source what can be given to Nix. @throws InputError where a folder or its flake.nix is not there */
async function resolveFlake(source, options) {
    switch (source.kind) {
        case 'folder':
            return folderFlake(source.folder, source.attribute, options);
        case 'reference':
            return {
                reference: source.reference,
                attribute: source.attribute,
                system: options.system,
                written: `${portable(source.reference, source.mount)}#${source.attribute}`,
                mounts: source.mount === undefined ? [] : [source.mount],
                folder: source.mount,
            };
        default:
            return generatedFlake(source.packages, options);
    }
}
async function folderFlake(folder, attribute, options) {
    const text = await readFlake(folder);
    if ((0,_flake_text_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFloatingInputs */ .aM)(text) && !(await exists(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'flake.lock')))) {
        options.host.warning('This flake has inputs but no flake.lock, so every build may use other versions of them. Run “nix flake lock” and commit the file.', { file: node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'flake.nix') });
    }
    const place = await plainFolder(folder, options.cleanup);
    return {
        reference: `path:${place}`,
        attribute,
        system: options.system,
        written: `./${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(folder)}#${attribute}`,
        mounts: [place],
        folder,
    };
}
async function readFlake(folder) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'flake.nix'), 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            throw cause;
        if (!(await exists(folder))) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('flake', `The folder ${folder} does not exist.`, { cause, hint: 'Name a folder that holds a flake.nix.' });
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('flake', `There is no flake.nix in ${folder}.`, {
            cause,
            hint: 'Write one, name another flake with “flake”, or name what to install from nixpkgs with “packages”.',
        });
    }
}
/** The folder itself, or a copy with a name that every Nix can read. The copy builds the same: only contents count. */
async function plainFolder(folder, cleanup) {
    // `path:` of a link would take the link for the flake.
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    if (PLAIN_PATH.test(real))
        return real;
    const copy = node_path__WEBPACK_IMPORTED_MODULE_2__.join(await temporaryFolder(cleanup), 'flake');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(real, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return copy;
}
async function generatedFlake(packages, options) {
    const { host, featureFolder, featureId, system } = options;
    const nixpkgs = featureFolder === undefined ? undefined : await lockedNixpkgs(node_path__WEBPACK_IMPORTED_MODULE_2__.join(featureFolder, 'flake.lock'));
    if (nixpkgs === undefined) {
        host.notice('The packages come from the nixpkgs that is newest today. A flake.lock with an input “nixpkgs” beside devcontainer-feature.json pins it.');
    }
    const folder = await temporaryFolder(options.cleanup);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'flake.nix'), (0,_flake_text_js__WEBPACK_IMPORTED_MODULE_4__/* .packagesFlake */ .X$)(featureId, packages, system, nixpkgs));
    return {
        reference: `path:${folder}`,
        attribute: 'default',
        system,
        written: packages.map((name) => `nixpkgs#${name}`).join(' '),
        mounts: [folder],
        folder: undefined,
    };
}
async function lockedNixpkgs(file) {
    if (!(await exists(file)))
        return undefined;
    return (0,_flake_text_js__WEBPACK_IMPORTED_MODULE_4__/* .pinnedNixpkgs */ .Pl)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'), file);
}
async function temporaryFolder(cleanup) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2__.join((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'nix-feature-flake-')));
    cleanup.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }));
    return folder;
}
/** A local reference names a folder of this machine, which is nobody else's business. Query strings may hold tokens. */
function portable(reference, mount) {
    if (mount === undefined)
        return /^[a-z+]*https?:/.test(reference) ? reference.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '') : reference;
    const [scheme] = reference.split(':');
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    return `${scheme ?? 'path'}:./${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(mount)}${query}`;
}
async function exists(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).then(() => true, () => false);
}


/***/ }),

/***/ 86334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Do the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
async function inParallel(atATime, things, work) {
    const results = [];
    const queue = things.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, thing] of queue) {
            if (failed)
                return;
            try {
                results[at] = await work(thing);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
    return results;
}


/***/ }),

/***/ 53799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ narHashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);




/** Up to this many bytes a file is read in one go. */
const SMALL = 256 * 1024;
const PADDING = Buffer.alloc(8);
/**
 * Hash a folder as Nix does when it copies a `path:` flake: all that is in it, whatever git thinks of it. Nothing but
 * the hash is kept, so memory stays flat. (Format: Nix manual, "Nix Archive (NAR) format".)
 * @throws Failure where something in it is neither file, folder nor link, or changes meanwhile; what the file system throws
 */
async function narHashOf(folder) {
    const sink = { hash: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256'), lastModified: 0 };
    strings(sink, 'nix-archive-1');
    await node(sink, Buffer.from(folder));
    return { narHash: `sha256-${sink.hash.digest('base64')}`, lastModified: sink.lastModified };
}
/** Paths are bytes: names need not be UTF-8. */
async function node(sink, path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    sink.lastModified = Math.max(sink.lastModified, Math.floor(stat.mtimeMs / 1000));
    strings(sink, '(', 'type');
    if (stat.isDirectory()) {
        strings(sink, 'directory');
        await entries(sink, path);
    }
    else if (stat.isFile()) {
        strings(sink, 'regular');
        // The owner's bit alone counts, as in Nix.
        if ((stat.mode & 0o100) !== 0)
            strings(sink, 'executable', '');
        strings(sink, 'contents');
        await contents(sink, path, stat.size);
    }
    else if (stat.isSymbolicLink()) {
        strings(sink, 'symlink', 'target', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(path, 'buffer'));
    }
    else {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${path.toString()} is neither a file, a folder nor a link, and Nix takes nothing else.`);
    }
    strings(sink, ')');
}
async function entries(sink, folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder, { encoding: 'buffer' });
    for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
        strings(sink, 'entry', '(', 'name', name, 'node');
        await node(sink, Buffer.concat([folder, Buffer.from('/'), name]));
        strings(sink, ')');
    }
}
async function contents(sink, file, size) {
    number(sink, size);
    let read = 0;
    for await (const chunk of size <= SMALL ? [await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file)] : (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file)) {
        sink.hash.update(chunk);
        read += chunk.length;
    }
    if (read !== size)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${file.toString()} changed while it was read: ${size} bytes at first, then ${read}.`);
    pad(sink, size);
}
function strings(sink, ...values) {
    for (const value of values) {
        const bytes = Buffer.from(value);
        number(sink, bytes.length);
        sink.hash.update(bytes);
        pad(sink, bytes.length);
    }
}
function number(sink, value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    sink.hash.update(bytes);
}
function pad(sink, length) {
    sink.hash.update(PADDING.subarray(0, (8 - (length % 8)) % 8));
}


/***/ }),

/***/ 630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ NarParser)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Longest string other than file contents that we take: PATH_MAX for a link's target is 4096. */
const LONGEST_TOKEN = 8192;
const EMPTY = Buffer.alloc(0);
/**
 * An incremental parser of Nix archives. Bytes go in as they come, what they mean goes to the visitor at once; memory
 * stays constant. Everything that Nix itself refuses is refused (order, names, padding), so a NAR that passes is
 * canonical. (Format: Nix manual, "Nix Archive (NAR) format".)
 */
class NarParser {
    #visitor;
    #stack = [];
    #state = 'magic';
    /** Bytes of an unfinished string, from earlier chunks. */
    #carry = EMPTY;
    #path = '';
    #executable = false;
    /** Bytes of contents, then of padding, that are still to come. */
    #left = 0;
    #padding = 0;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    get done() {
        return this.#state === 'done';
    }
    /**
     * Takes bytes until the archive ends. The chunk is the caller's own again afterwards.
     * @returns how many bytes of the chunk belong to the archive: all of them unless it ended
     * @throws IntegrityError where the bytes are no canonical NAR
     */
    write(chunk) {
        const carried = this.#carry.length;
        const bytes = carried === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
        this.#carry = EMPTY;
        let at = 0;
        while (this.#state !== 'done') {
            const next = this.#step(bytes, at);
            if (next === undefined) {
                this.#carry = Buffer.from(bytes.subarray(at));
                return chunk.length;
            }
            at = next;
        }
        return at - carried;
    }
    /** One step of the grammar. @returns where the next one begins, or undefined when it needs more bytes */
    #step(bytes, at) {
        switch (this.#state) {
            case 'contents': {
                if (at === bytes.length)
                    return undefined;
                const end = Math.min(bytes.length, at + this.#left);
                this.#left -= end - at;
                this.#visitor.contents(bytes.subarray(at, end));
                if (this.#left === 0)
                    this.#endOfContents();
                return end;
            }
            case 'padding': {
                if (at === bytes.length)
                    return undefined;
                if (bytes[at] !== 0)
                    throw this.#malformed('padding is not zero');
                this.#padding -= 1;
                if (this.#padding === 0)
                    this.#endOfFile();
                return at + 1;
            }
            case 'contents-size': {
                if (bytes.length - at < 8)
                    return undefined;
                const size = bytes.readBigUInt64LE(at);
                if (size > BigInt(Number.MAX_SAFE_INTEGER))
                    throw this.#malformed('a file of more than 2^53 bytes');
                this.#beginFile(Number(size));
                return at + 8;
            }
            default:
                return this.#stringStep(bytes, at);
        }
    }
    /** All other steps take one string: a length of 8 bytes, little-endian, the bytes, zeros up to a multiple of 8. */
    #stringStep(bytes, at) {
        if (bytes.length - at < 8)
            return undefined;
        const length = bytes.readUInt32LE(at);
        if (length > LONGEST_TOKEN || bytes.readUInt32LE(at + 4) !== 0)
            throw this.#malformed('a string is too long');
        const end = at + 8 + length;
        const next = at + 8 + Math.ceil(length / 8) * 8;
        if (bytes.length < next)
            return undefined;
        for (let i = end; i < next; i++)
            if (bytes[i] !== 0)
                throw this.#malformed('padding is not zero');
        this.#token(bytes.toString('latin1', at + 8, end));
        return next;
    }
    #token(text) {
        switch (this.#state) {
            case 'magic':
                return this.#expect(text, 'nix-archive-1', 'open');
            case 'open':
                return this.#expect(text, '(', 'type');
            case 'type':
                return this.#expect(text, 'type', 'type-value');
            case 'type-value':
                return this.#type(text);
            case 'regular':
                if (text === 'executable')
                    this.#state = 'executable-value';
                else if (text === 'contents')
                    this.#state = 'contents-size';
                else if (text === ')')
                    this.#emptyFile();
                else
                    throw this.#malformed(`“${text}” inside a file`);
                return;
            case 'executable-value':
                this.#executable = true;
                return this.#expect(text, '', 'contents-keyword');
            case 'contents-keyword':
                return this.#expect(text, 'contents', 'contents-size');
            case 'symlink-keyword':
                return this.#expect(text, 'target', 'symlink-target');
            case 'symlink-target':
                if (text === '' || text.includes('\0'))
                    throw this.#malformed('a link without a usable target');
                this.#visitor.symlink(this.#path, text);
                this.#state = 'close';
                return;
            case 'directory':
                if (text === 'entry')
                    this.#state = 'entry-open';
                else if (text === ')')
                    this.#endOfDirectory();
                else
                    throw this.#malformed(`“${text}” inside a directory`);
                return;
            case 'entry-open':
                return this.#expect(text, '(', 'entry-name-keyword');
            case 'entry-name-keyword':
                return this.#expect(text, 'name', 'entry-name');
            case 'entry-name':
                return this.#entryName(text);
            case 'entry-node':
                return this.#expect(text, 'node', 'open');
            case 'entry-close':
                return this.#expect(text, ')', 'directory');
            case 'close':
                this.#expect(text, ')', 'done');
                return this.#endOfNode();
            default:
                throw this.#malformed(`“${text}” where no string can be`);
        }
    }
    #expect(text, wanted, next) {
        if (text !== wanted)
            throw this.#malformed(`“${text}” instead of “${wanted}”`);
        this.#state = next;
    }
    #type(text) {
        if (text === 'regular') {
            this.#executable = false;
            this.#state = 'regular';
        }
        else if (text === 'symlink') {
            this.#state = 'symlink-keyword';
        }
        else if (text === 'directory') {
            this.#visitor.directory(this.#path);
            this.#stack.push({ prefix: this.#path === '' ? '' : `${this.#path}/`, last: '' });
            this.#state = 'directory';
        }
        else {
            throw this.#malformed(`“${text}” is no type of file`);
        }
    }
    #entryName(name) {
        const directory = this.#stack.at(-1);
        if (directory === undefined)
            throw this.#malformed('an entry outside a directory');
        if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) {
            throw this.#malformed(`“${name}” is no name for a file`);
        }
        if (name <= directory.last)
            throw this.#malformed(`“${name}” is not in order`);
        directory.last = name;
        this.#path = directory.prefix + name;
        this.#state = 'entry-node';
    }
    #beginFile(size) {
        this.#visitor.file(this.#path, this.#executable, size);
        this.#left = size;
        this.#padding = (8 - (size % 8)) % 8;
        if (size === 0)
            this.#endOfContents();
        else
            this.#state = 'contents';
    }
    #endOfContents() {
        if (this.#padding === 0)
            this.#endOfFile();
        else
            this.#state = 'padding';
    }
    #endOfFile() {
        this.#visitor.fileEnd();
        this.#state = 'close';
    }
    #emptyFile() {
        this.#visitor.file(this.#path, this.#executable, 0);
        this.#visitor.fileEnd();
        this.#endOfNode();
    }
    #endOfDirectory() {
        this.#stack.pop();
        this.#endOfNode();
    }
    #endOfNode() {
        this.#state = this.#stack.length === 0 ? 'done' : 'entry-close';
    }
    #malformed(what) {
        const where = this.#path === '' ? '' : ` at “${this.#path}”`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`Not a canonical Nix archive: ${what}${where}.`);
    }
}


/***/ }),

/***/ 81092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/** For messages: “on the host”, “in a container of …”. */
function placeOf(site) {
    return `${site.storeIsHere ? 'on' : 'in'} ${site.where}`;
}


/***/ }),

/***/ 78619:
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
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(92222);
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


/***/ }),

/***/ 81733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export closest */
/**
 * The candidate that a mistyped word most likely meant, or undefined where none is close.
 * Close: at most one edit per three letters (a swap of neighbours is one edit), or one is the beginning of the other.
 */
function closest(word, candidates) {
    const lower = word.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(lower, candidate.toLowerCase());
        if (distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    const longest = Math.max(word.length, best?.candidate.length ?? 0);
    if (best !== undefined && best.distance <= Math.max(1, Math.floor(longest / 3)))
        return best.candidate;
    return lower.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(lower));
}
/** ` Did you mean docker?`, or nothing. Ready to be appended to a sentence. */
function didYouMean(word, candidates) {
    const candidate = closest(word, candidates);
    return candidate === undefined ? '' : ` Did you mean ${candidate}?`;
}
/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const replace = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let cost = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return last[b.length] ?? 0;
}


/***/ })

};
