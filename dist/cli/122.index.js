export const id = 122;
export const ids = [122];
export const modules = {

/***/ 19561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ Spool)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _tar_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20543);




/** Bytes that all hard links of a layer may stand for: a layer of a few kilobytes could stand for terabytes. */
const MOST_READ_BACK = 64 * 1024 ** 3;
/** Bytes of the names of a layer's files, which stay in memory: packed, a few kilobytes could stand for gigabytes. */
const MOST_NAMES = 512 * 1024 * 1024;
/** Bytes that are read back at once. */
const PIECE = 256 * 1024;
/**
 * The contents of a layer's files, on disk: a hard link stands for a file that came before it, and a NAR has both. The file
 * has no name, so that nothing is left of it, whatever happens.
 */
class Spool {
    #kept = new Map();
    #file;
    #end = 0;
    #readBack = 0;
    #names = 0;
    /** The file that is being written; undefined if nothing may link to it. */
    #open;
    /** @param folder for work */
    constructor(folder, name) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        this.#file = reached(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx+', 0o600));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path);
    }
    begin(name, executable, size) {
        this.#open = size > 0 && size <= _tar_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_HELD_FILE */ .SR ? { name, kept: { offset: this.#end, size, executable } } : undefined;
    }
    /** @throws Failure if the disk is full or broken */
    write(bytes) {
        if (this.#open === undefined)
            return;
        for (let at = 0; at < bytes.length;)
            at += reached(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#file, bytes, at, bytes.length - at, this.#end + at));
        this.#end += bytes.length;
    }
    endFile() {
        if (this.#open !== undefined)
            this.#keep(this.#open.name, this.#open.kept);
        this.#open = undefined;
    }
    #keep(name, kept) {
        this.#names += name.length;
        if (this.#names > MOST_NAMES)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The names of a layer's files have more than ${MOST_NAMES} bytes, and no more are read.`);
        this.#kept.set(name, kept);
    }
    /** A file that came before. */
    find(name) {
        return this.#kept.get(name);
    }
    /** @throws Failure if the disk is broken, or too much is read */
    *contents({ offset, size }) {
        this.#readBack += size;
        if (this.#readBack > MOST_READ_BACK)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The hard links of a layer stand for more than ${MOST_READ_BACK} bytes, which is the limit.`);
        const piece = Buffer.allocUnsafe(Math.min(size, PIECE));
        for (let at = 0; at < size;) {
            const read = reached(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#file, piece, 0, Math.min(piece.length, size - at), offset + at));
            if (read === 0)
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('A temporary file was cut short while it was read.');
            at += read;
            yield piece.subarray(0, read);
        }
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#file);
    }
}
/** @throws Failure if the disk is full or broken */
function reached(operation) {
    try {
        return operation();
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The contents of a layer could not be written to the temporary folder: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .fileReason */ .pP)(cause)}.`, { cause });
    }
}


/***/ }),

/***/ 17487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ StrictTarReader)
/* harmony export */ });
/* harmony import */ var _base_tar_pax_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6275);
/* harmony import */ var _base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66550);
/* harmony import */ var _tar_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84551);



/** A name has up to 4 KiB, and so has a link's target. */
const MOST_EXTENDED = 64 * 1024;
const WRITTEN = { file: 'file', link: 'hard-link', symlink: 'symlink', directory: 'directory' };
/**
 * Reads a tar that `TarWriter` wrote, strictly: each header is compared with the one that would be written for what it says,
 * so owners, times and all that readers disagree about are covered at once. Memory stays flat.
 */
class StrictTarReader {
    #visitor;
    #step = 'header';
    /** Bytes that the present step still takes. */
    #left = _tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_BLOCK */ .mv;
    #parts = [];
    /** Of an extended header: its own block, its data and their size. */
    #extended;
    #pax = new Map();
    #padding = 0;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /** @throws Error if it is no such tar; the end of a sentence */
    write(chunk) {
        for (let rest = chunk; rest.length > 0;) {
            if (this.#step === 'end')
                throw new Error('goes on after its end');
            const part = rest.subarray(0, this.#left);
            rest = rest.subarray(part.length);
            this.#left -= part.length;
            if (this.#step === 'contents') {
                this.#visitor.contents(part);
                if (this.#left === 0)
                    this.#endContents();
            }
            else {
                this.#parts.push(part);
                if (this.#left === 0)
                    this.#endBlock();
            }
        }
    }
    /** @throws Error if it is cut short */
    end() {
        if (this.#step !== 'end')
            throw new Error('is cut short');
    }
    #endBlock() {
        const [only] = this.#parts;
        // What is kept must not change with the chunk that it came in.
        const bytes = this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
        this.#parts = [];
        if (this.#step === 'header')
            return this.#header(bytes);
        if (this.#step === 'extended')
            return this.#endExtended(bytes);
        if (this.#step === 'padding') {
            if (!(0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isZero */ .be)(bytes))
                throw new Error('has something behind the contents of a file');
            return this.#endMember();
        }
        if (!(0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isZero */ .be)(bytes))
            throw new Error('goes on after a block of zeros');
        this.#step = 'end';
    }
    #header(block) {
        if ((0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isZero */ .be)(block)) {
            if (this.#extended !== undefined)
                throw new Error('ends with an extended header');
            return this.#next('end-block', _tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_BLOCK */ .mv);
        }
        const header = (0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHeader */ .RW)(block);
        if (header.flag === 'x') {
            if (this.#extended !== undefined || header.size === 0 || header.size > MOST_EXTENDED)
                throw new Error('has an extended header that says nothing');
            this.#extended = { blocks: [Buffer.from(block)], size: header.size };
            return this.#next('extended', header.size + (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarPadding */ .vr)(header.size));
        }
        if ('gLKS'.includes(header.flag))
            throw new Error(`has a header of the kind "${header.flag}", which no layer of ours has`);
        const name = this.#pax.get('path') ?? header.name;
        const type = (0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(header.flag, name);
        const size = (0,_base_tar_tar_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isHeaderOnly */ .kc)(header.flag) ? 0 : ((0,_base_tar_pax_records_js__WEBPACK_IMPORTED_MODULE_0__/* .paxNumber */ .H8)(this.#pax, 'size') ?? header.size);
        const facts = { name, type, mode: header.mode, size, target: this.#pax.get('linkpath') ?? header.target };
        this.#visitor.member({ ...facts, oddity: oddityOf(facts, block, this.#extended?.blocks ?? []) });
        this.#extended = undefined;
        this.#pax = new Map();
        this.#padding = (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarPadding */ .vr)(size);
        if (size > 0)
            this.#next('contents', size);
        else
            this.#endMember();
    }
    #endExtended(data) {
        if (this.#extended === undefined)
            throw new Error('has no extended header');
        this.#extended.blocks.push(Buffer.from(data));
        this.#pax = (0,_base_tar_pax_records_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePax */ .dA)(data.subarray(0, this.#extended.size));
        this.#next('header', _tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_BLOCK */ .mv);
    }
    #endContents() {
        if (this.#padding > 0)
            this.#next('padding', this.#padding);
        else
            this.#endMember();
    }
    #endMember() {
        this.#visitor.memberEnd();
        this.#next('header', _tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_BLOCK */ .mv);
    }
    #next(step, size) {
        this.#step = step;
        this.#left = size;
    }
}
function oddityOf(facts, block, extended) {
    const type = WRITTEN[facts.type];
    if (type === undefined)
        return undefined; // its type is odd enough
    const isLink = type === 'symlink' || type === 'hard-link';
    const { target, ...rest } = facts;
    const wanted = (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarHeader */ .pI)({ ...rest, type, ...(isLink && { target }) });
    if (wanted.equals(extended.length === 0 ? block : Buffer.concat([...extended, block])))
        return undefined;
    const own = wanted.subarray(wanted.length - _tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_BLOCK */ .mv);
    const differs = (from, to) => !own.subarray(from, to).equals(block.subarray(from, to));
    if (differs(108, 124))
        return 'does not belong to root';
    if (differs(136, 148))
        return 'has a time other than 1';
    return 'has a header that is not written as ours are';
}


/***/ }),

/***/ 20543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R1: () => (/* binding */ HoldingRoom),
  SR: () => (/* binding */ LARGEST_HELD_FILE),
  rW: () => (/* binding */ TarWriter)
});

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/archive/content-tag.js

const CIPHER = 'aes-128-gcm';
const KEY = (0,external_node_crypto_.randomBytes)(16);
const NONCE = Buffer.alloc(12);
/**
 * Tells whether two files of this run are the same, an order of magnitude quicker than SHA-256.
 *
 * It is GMAC under a key that is drawn again in each process and shown to nobody. Two different files get one tag with
 * a probability of at most their length in 16-byte blocks over 2^128, whatever is in them (NIST SP 800-38D; GHASH is a
 * universal hash, and nobody who made the files knew the key). Tags are compared with each other and never leave memory:
 * the layer's bytes depend on which files are alike, not on the key.
 */
class ContentTag {
    #cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, KEY, NONCE);
    update(bytes) {
        this.#cipher.setAAD(bytes);
    }
    end() {
        this.#cipher.final();
        return this.#cipher.getAuthTag().toString('base64');
    }
}

// EXTERNAL MODULE: ./lib/archive/tar-header.js
var tar_header = __webpack_require__(84551);
;// CONCATENATED MODULE: ./lib/archive/tar-writer.js



/**
 * A file that might be a copy of an earlier one is held back until that is known, so this bounds memory (bytes).
 * Larger files are written as they come, twice if they are there twice.
 */
const LARGEST_HELD_FILE = 32 * 1024 * 1024;
/** ext4 gives up at 65 000 links to a file; installed trees are linked once more by `nix-store --optimise`. */
const MOST_LINKS = 30_000;
const ZEROS = Buffer.alloc(512);
/** Room for the file that is held back: one for all layers, as freed memory of this size is not always memory again. */
class HoldingRoom {
    #bytes;
    get bytes() {
        return (this.#bytes ??= Buffer.allocUnsafeSlow(LARGEST_HELD_FILE));
    }
}
/**
 * Writes one layer: a deterministic tar of whole store paths, in the order in which they come, under `nix/store/`.
 *
 * Identical files become hard links to the first of them (NAR knows no links, and tool suites ship a hundred copies of
 * one binary). To know that, a file whose size was seen before is held until its end; the first of any size streams.
 */
class TarWriter {
    #sink;
    /** By executable bit and size, then by the tag of the contents. */
    #originals = new Map();
    #room;
    #root = '';
    #file;
    constructor(sink, room) {
        this.#sink = sink;
        this.#room = room;
        for (const name of ['nix/', 'nix/store/'])
            this.#header({ name, type: 'directory', mode: 0o755, size: 0 });
    }
    beginPath(info) {
        this.#root = `nix/store/${(0,store_path/* baseNameOf */.mv)(info.path)}`;
        this.#sink.beginPath?.();
    }
    endPath() {
        this.#root = '';
        this.#sink.endPath?.();
    }
    directory(path) {
        this.#header({ name: `${this.#nameOf(path)}/`, type: 'directory', mode: 0o555, size: 0 });
    }
    symlink(path, target) {
        this.#header({ name: this.#nameOf(path), type: 'symlink', mode: 0o777, size: 0, target });
    }
    file(path, executable, size) {
        const name = this.#nameOf(path);
        const linkable = size > 0 && size <= LARGEST_HELD_FILE;
        const seen = linkable && this.#originals.has(sizeKey(executable, size));
        this.#file = {
            name,
            executable,
            size,
            tag: linkable ? new ContentTag() : undefined,
            held: seen ? 0 : undefined,
        };
        if (!seen)
            this.#fileHeader(this.#file);
    }
    contents(bytes) {
        const file = this.#openFile();
        file.tag?.update(bytes);
        if (file.held === undefined)
            this.#sink.write(bytes);
        else
            file.held += bytes.copy(this.#room.bytes, file.held);
    }
    fileEnd() {
        const file = this.#openFile();
        this.#file = undefined;
        const original = file.tag === undefined ? undefined : this.#originalOf(file, file.tag.end());
        if (file.held !== undefined) {
            if (original !== undefined)
                return this.#hardLink(file, original);
            this.#fileHeader(file);
            this.#sink.write(this.#room.bytes.subarray(0, file.held));
        }
        this.#pad(file.size);
    }
    /** Ends the archive. */
    end() {
        this.#sink.begin?.('padding');
        this.#sink.write(tar_header/* TAR_END */.y7);
    }
    #openFile() {
        if (this.#file === undefined)
            throw new Error('contents outside a file');
        return this.#file;
    }
    /** The earlier file with the same contents; if there is none (or it has too many links), this one is it from now on. */
    #originalOf(file, tag) {
        const key = sizeKey(file.executable, file.size);
        const ofSize = this.#originals.get(key) ?? new Map();
        this.#originals.set(key, ofSize);
        const original = ofSize.get(tag);
        if (original !== undefined && original.links < MOST_LINKS) {
            original.links += 1;
            return original;
        }
        ofSize.set(tag, { name: file.name, links: 1 });
        return undefined;
    }
    #hardLink(file, original) {
        this.#header({ name: file.name, type: 'hard-link', mode: modeOf(file), size: 0, target: original.name });
    }
    #fileHeader(file) {
        this.#header({ name: file.name, type: 'file', mode: modeOf(file), size: file.size });
        this.#sink.begin?.('contents');
    }
    #nameOf(path) {
        return path === '' ? this.#root : `${this.#root}/${path}`;
    }
    #header(entry) {
        const header = (0,tar_header/* tarHeader */.pI)(entry);
        this.#sink.begin?.({ header: entry.name });
        let done = 0;
        for (const end of (0,tar_header/* fullFields */.FA)(header)) {
            this.#sink.write(header.subarray(done, end));
            this.#sink.begin?.('field');
            done = end;
        }
        this.#sink.write(header.subarray(done));
    }
    #pad(size) {
        const padding = (0,tar_header/* tarPadding */.vr)(size);
        this.#sink.begin?.('padding');
        if (padding > 0)
            this.#sink.write(ZEROS.subarray(0, padding));
    }
}
function sizeKey(executable, size) {
    return `${executable ? 'x' : '-'}${size}`;
}
function modeOf(file) {
    return file.executable ? 0o555 : 0o444;
}


/***/ }),

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












const SCHEMA_VERSION = 3;
const FILE = 'layers.json';
/** Bytes: about a million store paths. */
const FILE_LIMIT = 128 * 1024 * 1024;
/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 *
 * Whoever may write the cache can write an index that looks right all the same. Nothing of it becomes content of a
 * Feature: what it can do, and what finds that out, is in docs/bases.md, "What is remembered of a base".
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
// EXTERNAL MODULE: ./lib/base/layer-index.js + 2 modules
var layer_index = __webpack_require__(20202);
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
    return { name: source.name, digest: manifestDigest, ...(0,fold_layers/* contentsOf */.K)(ordered) };
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

/***/ 69922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ layerKey)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** Goes up whenever the same paths would be written as another tar. */
const PACKER_FORMAT = 'nix-feature-layer-v1';
/** What a layer holds, whatever the codec: docs/formats.md, "The delta document". */
function layerKey(paths, infos) {
    const lines = paths.toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6).map((path) => `${path} ${infos.get(path)?.narHash ?? ''}\n`);
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(`${PACKER_FORMAT}\n${lines.join('')}`);
}


/***/ }),

/***/ 99953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ NarEncoder)
/* harmony export */ });
/** Small tokens are gathered: to hash or to write a few bytes costs as much as some hundred. */
const ROOM = 32 * 1024;
const ZEROS = Buffer.alloc(8);
const MAGIC = strings('nix-archive-1');
const DIRECTORY = strings('(', 'type', 'directory');
const FILE = strings('(', 'type', 'regular', 'contents');
const EXECUTABLE = strings('(', 'type', 'regular', 'executable', '', 'contents');
const SYMLINK = strings('(', 'type', 'symlink', 'target');
const ENTRY = strings('entry', '(', 'name');
const NODE = strings('node');
const CLOSE = strings(')');
/**
 * Makes the NAR of a file system object again from what is told of it: the opposite of `NarParser`. Memory stays flat.
 * Everything must be told in a NAR's own order: a directory before its entries, entries sorted by byte. (Format: Nix
 * manual, "Nix Archive (NAR) format".) Each call throws an Error, whose message is the end of a sentence, if the order is wrong.
 */
class NarEncoder {
    #sink;
    #open = [];
    #room = Buffer.allocUnsafe(ROOM);
    #filled = 0;
    #size = 0;
    #hasRoot = false;
    /** The path of the file that is being told. */
    #file;
    /** @param sink takes the bytes of the NAR, in order; they are there only during the call */
    constructor(sink) {
        this.#sink = sink;
    }
    directory(path) {
        this.#enter(path);
        this.#put(DIRECTORY);
        this.#open.push({ prefix: path === '' ? '' : `${path}/`, last: '' });
    }
    file(path, executable, size) {
        this.#enter(path);
        this.#put(executable ? EXECUTABLE : FILE);
        this.#put(number(size));
        this.#file = { path, size, left: size };
    }
    contents(bytes) {
        if (this.#file === undefined || bytes.length > this.#file.left)
            throw new Error('has more contents than its size says');
        this.#file.left -= bytes.length;
        this.#put(bytes);
    }
    fileEnd() {
        if (this.#file === undefined || this.#file.left > 0)
            throw new Error('has fewer contents than its size says');
        const { path, size } = this.#file;
        this.#file = undefined;
        this.#put(ZEROS.subarray(0, paddingOf(size)));
        this.#close(path === '');
    }
    symlink(path, target) {
        this.#enter(path);
        this.#put(SYMLINK);
        this.#put(text(target));
        this.#close(path === '');
    }
    /** Ends the archive. @returns its bytes */
    finish() {
        if (!this.#hasRoot || this.#file !== undefined)
            throw new Error('is not complete');
        while (this.#open.length > 0)
            this.#closeDirectory();
        this.#flush();
        return this.#size;
    }
    #enter(path) {
        if (path === '') {
            if (this.#hasRoot)
                throw new Error('is there twice');
            this.#hasRoot = true;
            return this.#put(MAGIC);
        }
        const slash = path.lastIndexOf('/') + 1;
        const [prefix, name] = [path.slice(0, slash), path.slice(slash)];
        while (this.#open.length > 0 && this.#open.at(-1)?.prefix !== prefix)
            this.#closeDirectory();
        const directory = this.#open.at(-1);
        if (directory === undefined)
            throw new Error('does not follow the directory that it is in');
        if (name <= directory.last)
            throw new Error('is not in the order of its directory');
        directory.last = name;
        this.#put(ENTRY);
        this.#put(text(name));
        this.#put(NODE);
    }
    #closeDirectory() {
        const directory = this.#open.pop();
        this.#close(directory?.prefix === '');
    }
    /** Ends a node and, unless it is the object itself, the entry that it is in. */
    #close(isRoot) {
        this.#put(CLOSE);
        if (!isRoot)
            this.#put(CLOSE);
    }
    #put(bytes) {
        this.#size += bytes.length;
        if (bytes.length > ROOM - this.#filled)
            this.#flush();
        if (bytes.length > ROOM)
            this.#sink(bytes);
        else
            this.#filled += bytes.copy(this.#room, this.#filled);
    }
    #flush() {
        if (this.#filled > 0)
            this.#sink(this.#room.subarray(0, this.#filled));
        this.#filled = 0;
    }
}
/** A string of a NAR; one byte in each char (latin1). */
function text(value) {
    const bytes = Buffer.alloc(8 + value.length + paddingOf(value.length));
    bytes.writeUInt32LE(value.length);
    bytes.write(value, 8, 'latin1');
    return bytes;
}
function strings(...values) {
    return Buffer.concat(values.map(text));
}
function number(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
}
function paddingOf(length) {
    return (8 - (length % 8)) % 8;
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


/***/ })

};
