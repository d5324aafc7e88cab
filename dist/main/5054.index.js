export const id = 5054;
export const ids = [5054];
export const modules = {

/***/ 77533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ checkNar)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/**
 * Compares a NAR that was read with what Nix's database says of the path.
 * @param narHash SRI
 * @param narSize bytes
 * @throws IntegrityError
 */
function checkNar(info, narHash, narSize) {
    if (narHash === info.narHash && narSize === info.narSize)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${info.path} is damaged in its store: its contents hash to ${narHash} (${narSize} bytes), ` +
        `but Nix's database says ${info.narHash} (${info.narSize} bytes).`, { hint: `Repair it there with "nix-store --repair-path ${info.path}", or delete and build it again.` });
}


/***/ }),

/***/ 87850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _nar_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77533);




const BUFFER = 1024 * 1024;
/** What an entry counts besides its contents: about what a visitor makes of its name. */
const ENTRY = 1024;
const TOKENS = 64 * 1024;
/** The longest that is written at once: a link's target of PATH_MAX, or a name. */
const LONGEST_TOKEN = 8192;
const OWNER_EXECUTES = 0o100;
/**
 * Reads store paths from the file system that we see ourselves, and tells what they hold as an export would: in NAR
 * order, each checked against its NAR hash. Where we can do so it saves a process, a pipe and a copy of every byte.
 *
 * The generator pauses whenever it has told some 1 MiB, in large files or many small ones, so that its reader can wait
 * for room; what it tells lives only until then.
 *
 * @throws IntegrityError if a path isn't what Nix says
 */
function* readStore(infos, visitor) {
    const buffers = { contents: Buffer.allocUnsafeSlow(BUFFER), tokens: Buffer.allocUnsafeSlow(TOKENS) };
    for (const info of infos) {
        visitor.beginPath(info);
        const dump = new Dump(visitor, buffers, info.path);
        yield* dump.run();
        (0,_nar_check_js__WEBPACK_IMPORTED_MODULE_3__/* .checkNar */ .u)(info, dump.narHash(), dump.narSize);
        visitor.endPath(info);
        yield;
    }
}
/** Serialises one store path (Nix manual, "Nix Archive (NAR) format") into a hash, and tells the visitor. */
class Dump {
    #visitor;
    #buffer;
    #root;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    /** What is not hashed yet: hashing few bytes at a time costs more than the bytes. */
    #tokens;
    #pending = 0;
    /** Bytes that were told since the last pause. */
    #told = 0;
    narSize = 0;
    constructor(visitor, buffers, root) {
        this.#visitor = visitor;
        this.#buffer = buffers.contents;
        this.#tokens = buffers.tokens;
        this.#root = root;
    }
    *run() {
        this.#strings('nix-archive-1');
        yield* this.#node('');
    }
    narHash() {
        this.#flush();
        return `sha256-${this.#hash.digest('base64')}`;
    }
    *#node(path) {
        const file = this.#fileOf(path);
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(file);
        this.#strings('(', 'type');
        if (stat.isFile())
            yield* this.#file(path, file, stat.size, (stat.mode & OWNER_EXECUTES) !== 0);
        else if (stat.isDirectory())
            yield* this.#directory(path, file);
        else if (stat.isSymbolicLink())
            this.#symlink(path, file);
        else
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${this.#root} holds "${path}", which is not a file, a directory or a symbolic link.`);
        this.#strings(')');
        this.#told += ENTRY;
        if (this.#pauseIsDue())
            yield;
    }
    *#directory(path, file) {
        this.#visitor.directory(path);
        this.#strings('directory');
        // One char for each byte, so that this order is the order of bytes.
        const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(file, { encoding: 'latin1' }).sort();
        for (const name of names) {
            this.#strings('entry', '(', 'name', name, 'node');
            yield* this.#node(path === '' ? name : `${path}/${name}`);
            this.#strings(')');
        }
    }
    #symlink(path, file) {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(file, { encoding: 'latin1' });
        this.#visitor.symlink(path, target);
        this.#strings('symlink', 'target', target);
    }
    *#file(path, file, size, executable) {
        this.#visitor.file(path, executable, size);
        if (executable)
            this.#strings('regular', 'executable', '', 'contents');
        else
            this.#strings('regular', 'contents');
        this.#number(size);
        if (size > 0)
            yield* this.#contents(path, file, size);
        this.#zeros((8 - (size % 8)) % 8);
        this.#visitor.fileEnd();
    }
    *#contents(path, file, size) {
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'r');
        try {
            for (let left = size; left > 0;) {
                const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, this.#buffer, 0, Math.min(left, BUFFER), null);
                if (count === 0)
                    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${this.#root}/${path} became shorter while it was read.`);
                const bytes = this.#buffer.subarray(0, count);
                this.#flush();
                this.#hash.update(bytes);
                this.narSize += count;
                this.#visitor.contents(bytes);
                left -= count;
                this.#told += count;
                if (this.#pauseIsDue())
                    yield;
            }
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
        }
    }
    #pauseIsDue() {
        if (this.#told < BUFFER)
            return false;
        this.#told = 0;
        return true;
    }
    #fileOf(path) {
        return Buffer.from(path === '' ? this.#root : `${this.#root}/${path}`, 'latin1');
    }
    /** A string: its length in 8 bytes, little-endian, its bytes, zeros up to a multiple of 8. */
    #strings(...texts) {
        for (const text of texts) {
            this.#number(text.length);
            this.#pending += this.#tokens.write(text, this.#pending, 'latin1');
            this.#zeros((8 - (text.length % 8)) % 8);
        }
    }
    #number(value) {
        if (this.#pending > TOKENS - LONGEST_TOKEN)
            this.#flush();
        this.#tokens.writeUInt32LE(value % 2 ** 32, this.#pending);
        this.#tokens.writeUInt32LE(Math.floor(value / 2 ** 32), this.#pending + 4);
        this.#pending += 8;
    }
    #zeros(count) {
        this.#tokens.fill(0, this.#pending, this.#pending + count);
        this.#pending += count;
    }
    #flush() {
        this.#hash.update(this.#tokens.subarray(0, this.#pending));
        this.narSize += this.#pending;
        this.#pending = 0;
    }
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

/***/ 4045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ LayerNars),
/* harmony export */   Ve: () => (/* binding */ madeFileName),
/* harmony export */   vU: () => (/* binding */ narFileName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _nix_nar_nar_encoder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99953);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73662);






const STORE = 'nix/store/';
const FOLDERS = new Set(['nix/', STORE]);
const OWNER_EXECUTES = 0o100;
/** Returns the name of a file with a NAR. @param hashPart the 32 characters in front of a store path's name, and what else tells NARs apart */
function narFileName(hashPart) {
    return `${hashPart}.nar`;
}
/** Returns the name of a NAR made from a layer. Two Features may say something else of one path, so its hash is in it. */
function madeFileName({ path, narHash }) {
    return narFileName(`${(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .hashPartOf */ .bV)(path)}-${Buffer.from(narHash.slice('sha256-'.length), 'base64').toString('hex')}`);
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(open.descriptor);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(open.file, { force: true });
    }
    #begin(root) {
        this.#finish();
        this.#root = root;
        const path = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_5__/* .storePathOfName */ .p7)(root);
        const info = path === undefined ? undefined : this.#infos.get(path);
        if (info === undefined || this.made.has(info.path))
            return;
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, `${madeFileName(info)}.part-${process.pid}-${(files += 1)}`);
        const descriptor = onDisk(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'wx', 0o600));
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        let left = info.narSize;
        const encoder = new _nix_nar_nar_encoder_js__WEBPACK_IMPORTED_MODULE_4__/* .NarEncoder */ .Y((bytes) => {
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(open.descriptor);
        onDisk(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(open.file, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, madeFileName(open.info))));
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
        at += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(descriptor, bytes, at);
}
/** @throws Failure if the disk is full or broken */
function onDisk(operation) {
    try {
        return operation();
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The temporary folder can't take a store path: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileReason */ .pP)(cause)}.`, { cause });
    }
}


/***/ }),

/***/ 16384:
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
// EXTERNAL MODULE: ./lib/serve/layer-nars.js
var layer_nars = __webpack_require__(4045);
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
    const nars = new layer_nars/* LayerNars */.Oy(infos, folder, spool);
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
        const file = (0,external_node_path_.join)(this.#place.folder, (0,layer_nars/* madeFileName */.Ve)(info));
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
