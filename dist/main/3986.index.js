export const id = 3986;
export const ids = [3986];
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
    return 'has a header that nix-feature would write differently';
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
    /** The earlier file with the same contents; if there is none (or it has too many links), this file takes its place. */
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
  AM: () => (/* binding */ readImage),
  QW: () => (/* binding */ readingFor)
});

// UNUSED EXPORTS: readBase

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
    return readImage(source, await selectPlatform(source, arch), options);
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

/***/ 77365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ layersToKeep),
/* harmony export */   n: () => (/* binding */ layerKey)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** Goes up whenever the same paths would be written as another tar. */
const PACKER_FORMAT = 'nix-feature-layer-v1';
/** Returns what a layer holds, whatever the codec: docs/reference/formats.md, "The delta document". */
function layerKey(paths, infos) {
    const lines = paths.toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6).map((path) => `${path} ${infos.get(path)?.narHash ?? ''}\n`);
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(`${PACKER_FORMAT}\n${lines.join('')}`);
}
/**
 * Returns the layers that can be used again as they are: every path is still wanted and still holds the same, and no layer that
 * goes before has one of them. A document may be wrong about its layers, so the key is computed again.
 * @param history in order of preference
 */
function layersToKeep(add, history) {
    const taken = new Set();
    return history.filter(({ paths, key }) => {
        const whole = paths.length > 0 && paths.every((path) => add.has(path) && !taken.has(path)) && new Set(paths).size === paths.length;
        if (!whole || layerKey(paths, add) !== key)
            return false;
        for (const path of paths)
            taken.add(path);
        return true;
    });
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

/***/ 7558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ LayoutWriter)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _format_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1306);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55541);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(749);






const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;
const UNFINISHED = '.unfinished';
/**
 * Writes an OCI image layout (image-layout.md): the same bytes and modes for the same input, whatever the umask. It is
 * a layout only once `finish` was called; until then there is no `oci-layout` that would call it one.
 */
class LayoutWriter {
    folder;
    #files = 0;
    constructor(folder) {
        this.folder = folder;
    }
    /** @param folder new or empty */
    static async create(folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        const writer = new LayoutWriter(folder);
        const folders = [folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'blobs'), writer.blobsFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, UNFINISHED)];
        for (const path of folders) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, FOLDER_MODE);
        }
        return writer;
    }
    get blobsFolder() {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, 'blobs', 'sha256');
    }
    /** Where a blob may be written to by a stream, on the file system that it will stay on. Then hand it to `adoptFile`. */
    newBlobFile() {
        this.#files += 1;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, UNFINISHED, String(this.#files));
    }
    /** Adds a blob that is in memory. @returns its descriptor, to be put into a manifest */
    async addBytes(bytes, mediaType, annotations) {
        const path = this.newBlobFile();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes);
        const descriptor = {
            mediaType,
            digest: (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes),
            size: bytes.length,
            ...(annotations === undefined ? {} : { annotations }),
        };
        await this.adoptFile(path, descriptor);
        return descriptor;
    }
    /**
     * Moves a file in as a blob. The digest is taken as given: whoever wrote the file computed it on the way.
     * @throws IntegrityError if the file has another size
     */
    async adoptFile(path, descriptor) {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size !== descriptor.size) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${path} has ${size} bytes, but the blob ${descriptor.digest} has ${descriptor.size}.`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, FILE_MODE);
        await move(path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.blobsFolder, (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .hexOf */ .ZD)(descriptor.digest)), () => this.newBlobFile());
    }
    /** Writes index.json and oci-layout. Nothing may be added any more. */
    async finish(manifests, annotations) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, UNFINISHED), { recursive: true, force: true });
        const index = { schemaVersion: 2, mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .IMAGE_INDEX */ .L$, manifests, annotations };
        await this.#write('index.json', (0,_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(index));
        await this.#write('oci-layout', (0,_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)({ imageLayoutVersion: '1.0.0' }));
    }
    async #write(name, text) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, FILE_MODE);
    }
}
async function move(from, to, temporary) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(from, to);
    }
    catch (cause) {
        if (cause.code !== 'EXDEV')
            throw cause;
        // From another file system: copied first, so that a blob's name never stands for half of it.
        const copy = temporary();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, copy);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(copy, FILE_MODE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(copy, to);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(from);
    }
}


/***/ })

};
