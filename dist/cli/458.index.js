export const id = 458;
export const ids = [458];
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

/***/ 92022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ Catalogue),
/* harmony export */   a: () => (/* binding */ FeatureSource)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);

/** Which store paths the layers of published Features hold. What the first of them says of a path counts. */
class Catalogue {
    #entries = new Map();
    /** Takes what a Feature's document says. @param source where its layers are */
    add({ closure, layers, complement = [] }, source) {
        const infos = new Map(closure.map(({ in: _in, ...info }) => [info.path, info]));
        for (const entry of [...layers, ...complement]) {
            const layer = { entry, source, infos };
            for (const path of entry.paths)
                this.#hold(infos.get(path), layer);
        }
    }
    /** @param hashPart the 32 characters in front of a store path's name */
    find(hashPart) {
        return this.#entries.get(hashPart);
    }
    /** How many store paths there are. */
    get size() {
        return this.#entries.size;
    }
    *paths() {
        for (const { info } of this.#entries.values())
            yield info;
    }
    #hold(info, layer) {
        if (info === undefined)
            return;
        const key = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .hashPartOf */ .bV)(info.path);
        const entry = this.#entries.get(key);
        if (entry === undefined)
            this.#entries.set(key, { info, layers: [layer] });
        else if (entry.info.path === info.path && entry.info.narHash === info.narHash)
            entry.layers.push(layer);
    }
}
/** The store paths of published Features. */
class FeatureSource {
    #catalogue;
    #stock;
    constructor(catalogue, stock) {
        this.#catalogue = catalogue;
        this.#stock = stock;
    }
    async find(hashPart) {
        const held = this.#catalogue.find(hashPart);
        // Whatever a document says of who built a path, and of its content address, nobody has checked.
        return held === undefined ? undefined : { ...held.info, deriver: null, ca: null };
    }
    async nar(hashPart) {
        const held = this.#catalogue.find(hashPart);
        return held === undefined ? undefined : this.#stock.narOf(held);
    }
}


/***/ }),

/***/ 25469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ NarStock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/nix/nar/nar-encoder.js
var nar_encoder = __webpack_require__(99953);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/serve/layer-nars.js






const STORE = 'nix/store/';
const FOLDERS = new Set(['nix/', STORE]);
const OWNER_EXECUTES = 0o100;
/** Returns the name of a file with a NAR. @param hashPart the 32 characters in front of a store path's name, and what else tells NARs apart */
function narFileName(hashPart) {
    return `${hashPart}.nar`;
}
/** Returns the name of a NAR made from a layer. Two Features may say something else of one path, so its hash is in it. */
function madeFileName({ path, narHash }) {
    return narFileName(`${(0,store_path/* hashPartOf */.bV)(path)}-${Buffer.from(narHash.slice('sha256-'.length), 'base64').toString('hex')}`);
}
/**
 * Makes the NARs of a layer's store paths again, each into a file. A file has its name only once its hash was found to be
 * the one that the Feature's document says; what has another hash leaves no file.
 */
class LayerNars {
    /** Those whose NARs are whole and right. */
    made = new Set();
    #infos;
    #folder;
    #spool;
    #open;
    #root = '';
    #isFile = false;
    /** @param infos of the paths that are wanted; all else in the layer is passed over */
    constructor(infos, folder, spool) {
        this.#infos = infos;
        this.#folder = folder;
        this.#spool = spool;
    }
    /** @throws Error if it is no layer of ours, the end of a sentence; Failure if the disk is full */
    member(member) {
        this.#isFile = false;
        if (FOLDERS.has(member.name))
            return;
        const { root, path } = placeOf(member);
        if (root !== this.#root)
            this.#begin(root);
        const executable = (member.mode & OWNER_EXECUTES) !== 0;
        const encoder = this.#open?.encoder;
        switch (member.type) {
            case 'directory':
                return encoder?.directory(path);
            case 'symlink':
                return encoder?.symlink(path, member.target);
            case 'file':
                this.#isFile = true;
                // Another path may link to it, so it is kept although its own path is not wanted.
                this.#spool.begin(member.name, executable, member.size);
                return encoder?.file(path, executable, member.size);
            case 'link':
                return encoder === undefined ? undefined : this.#linked(encoder, path, member);
            default:
                throw new Error(`holds ${JSON.stringify(member.name.slice(0, 200))}, which no store path can`);
        }
    }
    contents(bytes) {
        if (!this.#isFile)
            return;
        this.#spool.write(bytes);
        this.#open?.encoder.contents(bytes);
    }
    memberEnd() {
        if (!this.#isFile)
            return;
        this.#spool.endFile();
        this.#open?.encoder.fileEnd();
    }
    /** To be called when all that there is was read. */
    end() {
        this.#finish();
    }
    /** To be called when it can't be read to its end: what is half written goes. */
    close() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined)
            return;
        (0,external_node_fs_.closeSync)(open.descriptor);
        (0,external_node_fs_.rmSync)(open.file, { force: true });
    }
    #begin(root) {
        this.#finish();
        this.#root = root;
        const path = (0,store_path/* storePathOfName */.p7)(root);
        const info = path === undefined ? undefined : this.#infos.get(path);
        if (info === undefined || this.made.has(info.path))
            return;
        const file = (0,external_node_path_.join)(this.#folder, `${madeFileName(info)}.part-${process.pid}-${(files += 1)}`);
        const descriptor = onDisk(() => (0,external_node_fs_.openSync)(file, 'wx', 0o600));
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let left = info.narSize;
        const encoder = new nar_encoder/* NarEncoder */.Y((bytes) => {
            left -= bytes.length;
            if (left < 0)
                throw new Error(`holds more of ${info.path} than its document says`);
            hash.update(bytes);
            onDisk(() => writeAll(descriptor, bytes));
        });
        this.#open = { info, encoder, file, descriptor, hash };
    }
    #linked(encoder, path, { target }) {
        const kept = this.#spool.find(target);
        if (kept === undefined)
            throw new Error(`has a hard link to ${JSON.stringify(target.slice(0, 200))}, which is no file before it`);
        encoder.file(path, kept.executable, kept.size);
        for (const bytes of this.#spool.contents(kept))
            encoder.contents(bytes);
        encoder.fileEnd();
    }
    #finish() {
        const open = this.#open;
        if (open === undefined)
            return;
        const size = open.encoder.finish();
        const isRight = size === open.info.narSize && `sha256-${open.hash.digest('base64')}` === open.info.narHash;
        if (!isRight)
            return this.close();
        this.#open = undefined;
        (0,external_node_fs_.closeSync)(open.descriptor);
        onDisk(() => (0,external_node_fs_.renameSync)(open.file, (0,external_node_path_.join)(this.#folder, madeFileName(open.info))));
        this.made.add(open.info.path);
    }
}
let files = 0;
/** `nix/store/<root>/<path>` */
function placeOf({ name, type }) {
    const isFolder = type === 'directory';
    const refuse = () => {
        throw new Error(`holds ${JSON.stringify(name.slice(0, 200))}, which is in no store path`);
    };
    if (!name.startsWith(STORE) || name.endsWith('/') !== isFolder)
        return refuse();
    const [root = '', ...parts] = (isFolder ? name.slice(0, -1) : name).slice(STORE.length).split('/');
    const isPlain = [root, ...parts].every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
    return isPlain ? { root, path: parts.join('/') } : refuse();
}
function writeAll(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
}
/** @throws Failure if the disk is full or broken */
function onDisk(operation) {
    try {
        return operation();
    }
    catch (cause) {
        throw new errors/* Failure */.HR(`The temporary folder can't take a store path: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause });
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/archive/spool.js
var archive_spool = __webpack_require__(19561);
// EXTERNAL MODULE: ./lib/archive/strict-tar.js
var strict_tar = __webpack_require__(17487);
// EXTERNAL MODULE: ./lib/base/tar/decompress.js
var decompress = __webpack_require__(49498);
;// CONCATENATED MODULE: ./lib/serve/unpack-layer.js






/**
 * Makes the NARs of a layer again: each that is right gets its file, and no other does.
 * @returns those that got one
 * @throws Error if the bytes are no layer of ours, or end too early; what was right until then is kept
 */
async function unpackLayer({ bytes, mediaType, infos, most }, { folder, signal }) {
    const spool = new archive_spool/* Spool */.Q(folder, `spool-${process.pid}-${(spools += 1)}`);
    const nars = new LayerNars(infos, folder, spool);
    try {
        const stages = await (0,decompress/* decompression */.m)(bytes, mediaType);
        await (0,external_node_stream_promises_.pipeline)([...stages, tarInto(nars, most)], { signal });
        nars.end();
        return nars.made;
    }
    finally {
        bytes.destroy();
        nars.close();
        spool.close();
    }
}
let spools = 0;
function tarInto(nars, most) {
    const reader = new strict_tar/* StrictTarReader */.u(nars);
    let size = 0;
    return new external_node_stream_.Writable({
        write(chunk, _encoding, done) {
            size += chunk.length;
            try {
                if (size > most)
                    throw new Error(`unpacks to more than ${most} bytes`);
                reader.write(chunk);
                done();
            }
            catch (error) {
                done(error);
            }
        },
    });
}
/** Bytes of other paths that may be in the first and the last frame of one. */
const NEIGHBOURS = 64 * 1024 * 1024;
/**
 * Makes the NAR of one path again from its own frames: one request. A hard link to a file of another path is in none of them.
 * @returns whether it is there now
 * @throws Error, Failure if the frames can't be had, or hold something else
 */
async function readFrames({ entry, source }, info, place) {
    const [, offset = 0, size = 0] = entry.frames?.find(([index]) => entry.paths[index] === info.path) ?? [];
    if (source.part === undefined || size === 0)
        return false;
    const bytes = source.part(entry, { offset, size });
    const made = await unpackLayer({ bytes, mediaType: entry.mediaType, infos: new Map([[info.path, info]]), most: 100 * info.narSize + NEIGHBOURS }, place);
    return made.has(info.path);
}

;// CONCATENATED MODULE: ./lib/serve/nar-stock.js






/** Layers that are read at once. */
const PARALLEL = 3;
/** Bytes that reading single frames must save, compared with the whole layer. */
const WORTH = 1024 * 1024;
/** NARs that were made again, as files of a folder; each layer is read once, when the first of its paths is wanted. */
class NarStock {
    #place;
    #log;
    #limiter = new parallel/* Limiter */.jG(PARALLEL);
    /** Layers that are being read, or were; one that could not be reached is read again. */
    #reading = new Map();
    /** Layers whose bytes are not what they should be: nothing more is asked of them. */
    #broken = new Set();
    constructor(place, log) {
        this.#place = place;
        this.#log = log;
    }
    /** @returns undefined if no layer gives the path as its document says it is; a warning says why */
    async narOf({ info, layers }) {
        const there = await this.#find(info);
        if (there !== undefined)
            return there;
        for (const layer of layers) {
            await this.#bring(layer, info);
            const found = await this.#find(info);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    async #find(info) {
        const file = (0,external_node_path_.join)(this.#place.folder, madeFileName(info));
        const found = await (0,promises_.stat)(file).catch(() => undefined);
        return found?.size === info.narSize ? { file, size: found.size } : undefined;
    }
    async #bring(layer, info) {
        if (await this.#bringFrames(layer, info))
            return;
        const { digest } = layer.entry;
        if (this.#broken.has(digest))
            return;
        const running = this.#reading.get(digest) ?? this.#limiter.run(() => this.#read(layer));
        this.#reading.set(digest, running);
        await running;
    }
    /** Reads the whole layer. Never throws. */
    async #read({ entry, source, infos }) {
        const wanted = new Map(entry.paths.flatMap((path) => infosOf(infos, path)));
        try {
            const made = await unpackLayer({ bytes: source.blob(entry), mediaType: entry.mediaType, infos: wanted, most: mostOf(entry.tarSize, wanted) }, this.#place);
            const wrong = entry.paths.filter((path) => !made.has(path));
            if (wrong.length > 0)
                this.#refuse(entry.digest, `${wrong[0] ?? ''} in it is not what its document says`, source.name);
        }
        catch (error) {
            if (this.#place.signal.aborted)
                return;
            // What can't be had now, the next one who wants it asks for again.
            if (error instanceof errors/* RegistryError */.gl) {
                this.#reading.delete(entry.digest);
                this.#log.warning(`The layer ${entry.digest} of ${source.name} could not be read: ${error.message}`);
            }
            else
                this.#refuse(entry.digest, (0,errors/* messageOf */.bD)(error), source.name);
        }
    }
    /** @returns whether the path is there now */
    async #bringFrames(layer, info) {
        const { entry } = layer;
        const frames = entry.frames?.find(([index]) => entry.paths[index] === info.path);
        if (frames === undefined || entry.size - frames[2] < WORTH || this.#broken.has(entry.digest))
            return false;
        try {
            return await this.#limiter.run(() => readFrames(layer, info, this.#place));
        }
        catch (error) {
            this.#log.debug(`${info.path} can't be read by itself, so its whole layer is read: ${(0,errors/* messageOf */.bD)(error)}`);
            return false;
        }
    }
    #refuse(digest, why, where) {
        this.#broken.add(digest);
        this.#log.warning(`The layer ${digest} of ${where} is not served: ${why}.`);
    }
}
function infosOf(infos, path) {
    const info = infos.get(path);
    return info === undefined ? [] : [[path, info]];
}
/** Bytes of a tar at most: in a tar a node takes at most 100 times what it takes in a NAR (see feature/files/bundle.ts). */
function mostOf(tarSize, infos) {
    const bound = [...infos.values()].reduce((sum, { narSize }) => sum + 100 * narSize, 10_240);
    return Math.min(tarSize ?? bound, bound);
}


/***/ }),

/***/ 84599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readFeatures)
/* harmony export */ });
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44864);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97825);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2116);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(749);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83270);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77627);








/** Features that are read at once. */
const PARALLEL = 8;
const MOST_FEATURES = 2000;
/** Bytes of a collection. */
const COLLECTION_LIMIT = 32 * 1024 * 1024;
/**
 * Reads what the layers of a Feature hold, or of all Features of a namespace; each by the release that its reference or its
 * namespace's collection names.
 * @param cleanup ends connections: layers are read by them later
 * @returns how many Features were read
 * @throws Failure if there is neither a Feature nor a collection; RegistryError, IntegrityError, CancelledError
 */
async function readFeatures(reference, catalogue, by, cleanup) {
    const reader = open(reference, by, cleanup);
    const raw = await reader.root();
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .N)(raw, reader.name);
    const [layer] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
    if (layer?.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .COLLECTION_LAYER */ .ZJ)
        return addFeature(reader, catalogue, by);
    const collection = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCollection */ .mU)((await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .blobBytes */ .R)(reader, layer, COLLECTION_LIMIT)).toString('utf8'), reader.name);
    const named = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(collection);
    const isFirst = ({ id }) => by.first?.has(id) === true;
    const entries = [...named.filter(isFirst), ...named.filter((each) => !isFirst(each))].slice(0, by.most ?? MOST_FEATURES);
    const read = await (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(PARALLEL, entries, async ({ id, version = '' }) => {
        const tag = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(version) === undefined ? 'latest' : version;
        const feature = open({ registry: reference.registry, repository: `${reference.repository}/${id}`, tag }, by, cleanup);
        try {
            return await addFeature(feature, catalogue, by);
        }
        catch (error) {
            if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc)
                throw error;
            by.registries.job.warning(`The Feature ${feature.name} is not served: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
            return 0;
        }
    });
    return read.reduce((sum, count) => sum + count, 0);
}
function open(reference, { registries, patience = {} }, cleanup) {
    const reader = registries.open(reference, patience);
    cleanup.defer(() => reader.close());
    return reader;
}
async function addFeature(reader, catalogue, { arches }) {
    const published = (0,_release_published_js__WEBPACK_IMPORTED_MODULE_7__/* .publishedAs */ .hY)(reader.name, await reader.root());
    if (published.platforms.size === 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${reader.name} is neither a Feature that nix-feature published nor a collection of Features.`, { hint: 'Name a published Feature (registry/namespace/id[:version]) or a namespace with a collection.' });
    for (const document of (await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_7__/* .readDocuments */ .r9)(reader, published, arches)).values())
        catalogue.add(document, reader);
    return 1;
}


/***/ })

};
