export const id = 561;
export const ids = [561];
export const modules = {

/***/ 73561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serveFeatures: () => (/* binding */ serveFeatures)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/nix/cache/signing-key.js
var signing_key = __webpack_require__(75323);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/serve/catalogue.js
var serve_catalogue = __webpack_require__(92022);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/serve/feature-cache.js


/** The Features of a namespace as a binary cache: `oci://registry/namespace`. Publishing is how paths get into it. */
class FeatureCache {
    #catalogue;
    #served;
    constructor(catalogue, served) {
        this.#catalogue = catalogue;
        this.#served = served;
    }
    exists(paths) {
        return Promise.resolve(new Set(paths.filter((path) => this.#catalogue.find((0,store_path/* hashPartOf */.bV)(path))?.info.path === path)));
    }
    upload() {
        return Promise.reject(new errors/* Failure */.HR('A registry takes store paths only as part of a Feature.', { hint: 'Publish a Feature with "push: true".', inTerminal: 'Publish a Feature: nix-feature build --push.' }));
    }
    configure() {
        return [`extra-substituters = ${this.#served.url}`, `extra-trusted-public-keys = ${this.#served.publicKey}`];
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/serve/loopback-server.js




const LOOPBACK = '127.0.0.1';
/** How long a client that does nothing keeps its connection; milliseconds. */
const PATIENCE = 60_000;
/**
 * Answers on loopback, and only to reading. Whatever goes wrong is a 404: for a 5xx Nix would not ask this cache again.
 * @param port 0: a free one
 * @param debug told what went wrong
 * @throws SetupError if the port is taken
 */
async function serveLoopback(answer, port, debug) {
    const server = (0,external_node_http_.createServer)({ requestTimeout: PATIENCE, keepAliveTimeout: PATIENCE }, (request, response) => {
        respond(request, response, answer).catch((error) => {
            debug(`${request.url?.slice(0, 200) ?? ''}: ${(0,errors/* messageOf */.bD)(error)}`);
            if (response.headersSent)
                response.destroy();
            else
                notThere(response);
        });
    });
    await listening(server, port);
    return {
        url: `http://${LOOPBACK}:${server.address().port}`,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function listening(server, port) {
    await new Promise((resolve, reject) => {
        server.once('error', (cause) => {
            const why = cause.code === 'EADDRINUSE' ? `the port ${port} is in use` : (0,errors/* messageOf */.bD)(cause);
            reject(new errors/* SetupError */.w3(`The binary cache can't be served: ${why}.`, { cause, hint: 'Name another "port", or none: then a free one is taken.' }));
        });
        server.listen(port, LOOPBACK, resolve);
    });
}
async function respond(request, response, answer) {
    const { method, url = '/' } = request;
    // A page in a browser may call this address by a name of its own.
    if (!isOwnHost(request))
        return notThere(response);
    if (method !== 'GET' && method !== 'HEAD') {
        response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
        return;
    }
    const found = await answer(url);
    if (found === undefined)
        return notThere(response);
    if ('text' in found) {
        response.writeHead(200, { 'content-type': found.type, 'content-length': Buffer.byteLength(found.text) }).end(method === 'HEAD' ? undefined : found.text);
        return;
    }
    response.writeHead(200, { 'content-type': 'application/x-nix-nar', 'content-length': found.nar.size });
    if (method === 'HEAD')
        response.end();
    else
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(found.nar.file), response);
}
function isOwnHost({ headers, socket }) {
    return [LOOPBACK, 'localhost'].some((name) => headers.host === `${name}:${socket.localPort ?? ''}`);
}
function notThere(response) {
    response.writeHead(404, { 'content-length': 0 }).end();
}

// EXTERNAL MODULE: ./lib/serve/nar-stock.js + 2 modules
var nar_stock = __webpack_require__(25469);
// EXTERNAL MODULE: ./lib/serve/read-features.js
var read_features = __webpack_require__(84599);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
;// CONCATENATED MODULE: ./lib/nix/cache/narinfo.js


/** Returns what a binary cache says of itself (Nix manual, "nix-cache-info"). @param priority the lowest is asked first; cache.nixos.org has 40 */
function cacheInfo(priority) {
    return `StoreDir: /nix/store\nWantMassQuery: 1\nPriority: ${priority}\n`;
}
/** Where the NAR of a path is, below the cache's address. */
function narFileOf(info) {
    return `nar/${(0,store_path/* hashPartOf */.bV)(info.path)}.nar`;
}
/** Returns what a binary cache says of a store path, signed; the NAR is served as it is. */
function narInfoText(info, key) {
    const { path, narSize, references, deriver, ca } = info;
    const lines = [
        ['StorePath', path],
        ['URL', narFileOf(info)],
        ['Compression', 'none'],
        ['NarHash', hashOf(info)],
        ['NarSize', String(narSize)],
        ['References', inOrder(references).map(store_path/* baseNameOf */.mv).join(' ')],
        ...(deriver === null ? [] : [['Deriver', (0,store_path/* baseNameOf */.mv)(deriver)]]),
        ['Sig', key.sign(fingerprintOf(info))],
        ...(ca === null ? [] : [['CA', ca]]),
    ];
    return lines.map(([name, value]) => `${name}: ${value}\n`).join('');
}
/** What a signature of a path is of (Nix's path-info.cc, `fingerprint`). */
function fingerprintOf(info) {
    return `1;${info.path};${hashOf(info)};${info.narSize};${inOrder(info.references).join(',')}`;
}
function hashOf({ narHash }) {
    return (0,nix_hash/* toNix32 */.eN)((0,nix_hash/* parseNixHash */.BB)(narHash));
}
function inOrder(references) {
    return references.toSorted(store_path/* compareText */.n6);
}

;// CONCATENATED MODULE: ./lib/serve/substituter.js

const NAR_INFO = /^\/([0-9a-df-np-sv-z]{32})\.narinfo$/;
const NAR = /^\/nar\/([0-9a-df-np-sv-z]{32})\.nar$/;
/** Answers as a Nix binary cache: what the first of its sources has, signed. What none of them has is not there. */
class Substituter {
    #sources;
    #key;
    #info;
    /** Signed texts, by hash part. */
    #texts = new Map();
    /** @param sources in the order in which they are asked @param priority the lowest is asked first */
    constructor(sources, key, priority) {
        this.#sources = sources;
        this.#key = key;
        this.#info = cacheInfo(priority);
    }
    /** @param path of the request, as it was sent @returns undefined for what is not there */
    async answer(path) {
        if (path === '/nix-cache-info')
            return { text: this.#info, type: 'text/x-nix-cache-info' };
        const wanted = NAR_INFO.exec(path)?.[1];
        if (wanted !== undefined)
            return this.#narInfo(wanted);
        const nar = NAR.exec(path)?.[1];
        return nar === undefined ? undefined : this.#nar(nar);
    }
    async #narInfo(hashPart) {
        const known = this.#texts.get(hashPart);
        if (known !== undefined)
            return { text: known, type: 'text/x-nix-narinfo' };
        for (const source of this.#sources) {
            const info = await source.find(hashPart);
            if (info === undefined)
                continue;
            const text = narInfoText(info, this.#key);
            this.#texts.set(hashPart, text);
            return { text, type: 'text/x-nix-narinfo' };
        }
        return undefined;
    }
    /** Of the source whose narinfo was given: another one may have built other bytes. */
    async #nar(hashPart) {
        for (const source of this.#sources) {
            if ((await source.find(hashPart)) === undefined)
                continue;
            const nar = await source.nar(hashPart);
            return nar === undefined ? undefined : { nar };
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/serve/open-server.js













/** What the signatures of such a cache are known by; each has a key of its own, which nobody else ever has. */
const KEY_NAME = 'nix-feature-cache-1';
/**
 * Reads what Features hold, and answers as a binary cache on loopback until `cleanup` ends it.
 * @param further sources, which are asked after the Features
 * @throws SetupError, CancelledError; what can't be read is a warning
 */
async function openServer(request, job, cleanup, further = []) {
    const catalogue = new serve_catalogue/* Catalogue */.Q();
    const features = await readAll(request, catalogue, job, cleanup);
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-serve');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    const stock = new nar_stock/* NarStock */.I({ folder, signal: job.signal }, job);
    const key = signing_key/* SigningKey */.h.generate(KEY_NAME);
    // The first signature of a process takes longer than all that follow.
    key.sign('');
    const substituter = new Substituter([new serve_catalogue/* FeatureSource */.a(catalogue, stock), ...further], key, request.priority);
    const server = await serveLoopback((path) => substituter.answer(path), request.port, (line) => job.debug(line));
    cleanup.defer(() => server.close());
    const served = { url: server.url, publicKey: key.publicText, features, paths: catalogue.size };
    return { served, cache: new FeatureCache(catalogue, served) };
}
/** @returns how many Features were read */
async function readAll({ features, arches, mayBeMissing, ...login }, catalogue, job, cleanup) {
    const progress = job.stage('Read what the Features hold');
    const registries = new pull_registries/* Registries */.I(login, job);
    let count = 0;
    for (const reference of features) {
        try {
            count += await (0,read_features/* readFeatures */._)(reference, catalogue, { registries, arches }, cleanup);
        }
        catch (error) {
            if (error instanceof errors/* CancelledError */.cc || !(error instanceof errors/* Failure */.HR))
                throw error;
            const text = `${(0,format_reference/* formatReference */.FH)(reference)} is not served: ${(0,errors/* messageOf */.bD)(error)}`;
            if (mayBeMissing === true)
                job.info(text);
            else
                job.warning(text);
        }
    }
    progress.end(`${(0,format/* formatNumberOf */.Of)(count, 'Feature')}, ${(0,format/* formatNumberOf */.Of)(catalogue.size, 'store path')}`);
    return count;
}

;// CONCATENATED MODULE: ./lib/app/serve.js
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
 * Serves what published Features hold as a Nix binary cache on loopback, until it is told to stop.
 * @param told how it can be reached, once it can
 * @throws Failure with what the user needs to know
 */
async function serveFeatures(request, host, told) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const { served, cache } = await openServer(request, host, cleanup);
        if (served.features === 0)
            throw new errors/* Failure */.HR('Nothing that was named could be read, so there is nothing to serve.', { hint: 'The warnings say why.' });
        told(served, cache.configure());
        if (!host.signal.aborted)
            await (0,external_node_events_.once)(host.signal, 'abort');
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

/***/ 49498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decompression)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _zstd_frames_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98573);



// What a compressed stream begins with. Names in a tar begin with none of these.
const MAGIC = [
    [Buffer.from([0x1f, 0x8b]), 'gzip'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'zstd'],
    [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'xz'],
    [Buffer.from('BZh'), 'bzip2'],
    [Buffer.from([0x04, 0x22, 0x4d, 0x18]), 'lz4'],
];
const LONGEST_MAGIC = 5;
// Bytes. Node makes its output buffers again: those of 128 KiB cost a tenth more of processor time, larger ones no less.
const CHUNK = 512 * 1024;
/**
 * Finds out how a layer is compressed: by its first bytes, because media types are not always right, and by its media
 * type, because bytes that are nothing known must not pass for a tar where something else was announced.
 * @throws Error if it is of no kind that we can read, or not what its media type says
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
        return [node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(head.length === 0 ? [] : [head]), ...stages];
    blob.unshift(head);
    return [blob, ...stages];
}
function codecOf(head, mediaType) {
    const found = isSkippableFrame(head) ? 'zstd' : MAGIC.find(([magic]) => head.subarray(0, magic.length).equals(magic))?.[1];
    if (found === 'gzip' || found === 'zstd')
        return found;
    if (found !== undefined)
        throw new Error(`it is compressed with ${found}, which OCI does not allow for a layer`);
    const announced = /[+.]gzip$/.test(mediaType) ? 'gzip' : /[+.]zstd$/.test(mediaType) ? 'zstd' : undefined;
    if (announced !== undefined)
        throw new Error(`its media type ${mediaType} says ${announced}, but its bytes are not`);
    return 'none';
}
function isSkippableFrame(head) {
    return head.length >= 4 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;
}
function stagesOf(codec) {
    if (codec === 'gzip')
        return [(0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)({ chunkSize: CHUNK })];
    if (codec === 'zstd')
        return [new _zstd_frames_js__WEBPACK_IMPORTED_MODULE_2__/* .ZstdFrames */ .u(), (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress)({ chunkSize: CHUNK })];
    return [];
}


/***/ }),

/***/ 6275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ paxNumber),
/* harmony export */   dA: () => (/* binding */ parsePax),
/* harmony export */   u8: () => (/* binding */ sparseFacts)
/* harmony export */ });
/**
 * Reads `<length> <key>=<value>\n`, again and again (POSIX.1-2017, pax, "pax Extended Header").
 * @throws Error if it is something else
 */
function parsePax(data) {
    const records = new Map();
    const all = data.toString('latin1');
    for (let at = 0; at < all.length;) {
        const blank = all.indexOf(' ', at);
        const digits = blank < 0 ? '' : all.slice(at, blank);
        const end = at + Number(digits);
        const record = all.slice(blank + 1, end);
        const equals = record.indexOf('=');
        if (!/^\d{1,9}$/.test(digits) || end > all.length || !record.endsWith('\n') || equals < 1)
            throw new Error('an extended header of its tar is broken');
        const [key, value] = [record.slice(0, equals), record.slice(equals + 1, -1)];
        if (key.includes('\0') || (NAMES.has(key) && value.includes('\0')))
            throw new Error('an extended header of its tar is broken');
        records.set(key, value);
        at = end;
    }
    return records;
}
const NAMES = new Set(['path', 'linkpath', 'uname', 'gname']);
/** Returns a number of a record that is there and not empty. @throws Error if it is none */
function paxNumber(records, key) {
    const value = records.get(key) ?? '';
    if (value === '')
        return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number))
        throw new Error(`an extended header of its tar has a ${key} that is not a number`);
    return number;
}
/** Reads the name and size of a file with holes: the header itself describes only the stored data (GNU tar, "PAX Format, Versions 0.0, 0.1 and 1.0"). */
function sparseFacts(records) {
    const [major, minor] = [records.get('GNU.sparse.major') ?? '', records.get('GNU.sparse.minor') ?? ''];
    const known = ['0.0', '0.1', '1.0'].includes(`${major}.${minor}`) || (`${major}${minor}` === '' && (records.get('GNU.sparse.map') ?? '') !== '');
    if (!known)
        return undefined;
    const name = records.get('GNU.sparse.name') ?? '';
    return { name: name === '' ? undefined : name, size: paxNumber(records, 'GNU.sparse.size') ?? paxNumber(records, 'GNU.sparse.realsize') };
}


/***/ }),

/***/ 66550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ tarText),
/* harmony export */   IE: () => (/* binding */ BLOCK),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   kc: () => (/* binding */ isHeaderOnly)
/* harmony export */ });
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43765);

/** One header block of a tar, taken apart as Go's archive/tar does it: what container engines are written with. */
const BLOCK = 512;
const TYPES = {
    '0': 'file', '\0': 'file', '7': 'file', S: 'file',
    '1': 'link', '2': 'symlink', '3': 'device', '4': 'device', '5': 'directory', '6': 'fifo',
};
function typeOf(flag, name) {
    // v7 knows folders by their name alone.
    if (flag === '\0' && name.endsWith('/'))
        return 'directory';
    return TYPES[flag] ?? 'other';
}
/** Tells whether no content follows a header, whatever its size says (Go: `isHeaderOnlyType`). */
function isHeaderOnly(flag) {
    return '123456'.includes(flag);
}
function isZero(block) {
    return block.every((byte) => byte === 0);
}
/** @throws Error if the checksum or a number is wrong */
function parseHeader(block) {
    if (!hasChecksum(block))
        throw new Error('it is not a tar archive, or a damaged one: the checksum of a header is wrong');
    const magic = block.toString('latin1', 257, 265);
    const flag = block.toString('latin1', 156, 157);
    const prefix = prefixOf(block, magic);
    const name = tarText(block, 0, 100);
    return {
        name: prefix === '' ? name : `${prefix}/${name}`,
        flag,
        mode: number(block, 100, 8),
        uid: number(block, 108, 8),
        gid: number(block, 116, 8),
        owners: magic.startsWith('ustar') ? [tarText(block, 265, 32), tarText(block, 297, 32)] : ['', ''],
        size: sizeOf(block, 124),
        target: tarText(block, 157, 100),
        realSize: flag === 'S' ? sizeOf(block, 483) : 0,
        extended: flag === 'S' && (block[482] ?? 0) > 0,
    };
}
/** The sum of all bytes, the checksum's own counted as blanks; old writers took the bytes for signed. */
function hasChecksum(block) {
    let unsigned = 256;
    let signed = 256;
    for (let i = 0; i < BLOCK; i += 1) {
        if (i >= 148 && i < 156)
            continue;
        const byte = block[i] ?? 0;
        unsigned += byte;
        signed += byte < 128 ? byte : byte - 256;
    }
    const digits = trimmed(block, 148, 8);
    if (!/^[0-7]+$/.test(digits))
        return false;
    const wanted = Number.parseInt(digits, 8);
    return wanted === unsigned || wanted === signed;
}
/** Only ustar, and Schilling's form of it, has a field for the beginning of a long name. */
function prefixOf(block, magic) {
    if (magic.startsWith('ustar\0'))
        return tarText(block, 345, block.toString('latin1', 508) === 'tar\0' ? 131 : 155);
    // Writers older than Go 1.8 put a name's beginning into GNU's time fields too.
    if (magic !== 'ustar  \0' || block[345] === 0 || isNumber(block, 345, 12))
        return '';
    return tarText(block, 345, 155);
}
function isNumber(block, offset, length) {
    return ((block[offset] ?? 0) & 0x80) !== 0 || /^[0-7]*$/.test(trimmed(block, offset, length));
}
/** Returns the text of a field up to the first NUL. */
function tarText(block, offset, length) {
    const field = block.toString('latin1', offset, offset + length);
    const end = field.indexOf('\0');
    return end < 0 ? field : field.slice(0, end);
}
function trimmed(block, offset, length) {
    const field = block.toString('latin1', offset, offset + length).replace(/^[ \0]+/, '');
    const end = field.indexOf('\0');
    return (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutTrailing */ .hT)(end < 0 ? field : field.slice(0, end), ' ');
}
function sizeOf(block, offset) {
    const size = number(block, offset, 12);
    if (size < 0)
        throw new Error('a header of its tar has a negative size');
    return size;
}
/** Octal digits; or, if the first bit is set, a number of base 256. */
function number(block, offset, length) {
    const first = block[offset] ?? 0;
    if ((first & 0x80) !== 0)
        return binary(block.subarray(offset, offset + length));
    const digits = trimmed(block, offset, length);
    if (digits === '')
        return 0;
    if (!/^[0-7]+$/.test(digits))
        throw new Error('a header of its tar has an invalid number');
    return Number.parseInt(digits, 8);
}
function binary(bytes) {
    const negative = ((bytes[0] ?? 0) & 0x40) !== 0;
    let value = negative ? -1n : 0n;
    bytes.forEach((byte, i) => {
        value = (value << 8n) | BigInt(i === 0 ? (negative ? byte : byte & 0x7f) : byte);
    });
    if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < -BigInt(Number.MAX_SAFE_INTEGER))
        throw new Error('a number in a header of its tar is too large');
    return Number(value);
}


/***/ }),

/***/ 98573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ZstdFrames)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);

const FRAME_MAGIC = 0xfd2fb528;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
/**
 * Cuts zstd data so that no chunk reaches over the end of a frame, and leaves skippable frames out.
 *
 * Node's zstd stream takes what follows the end of a frame inside one chunk for garbage, and drops it without a word.
 * Layers that can be fetched in parts ("zstd:chunked", pzstd) have many frames, and skippable ones with their tables.
 * The frames are walked by their block headers alone (RFC 8878, section 3.1).
 */
class ZstdFrames extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
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
    /** Goes to a step of `length` bytes, past it if it has none. */
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
            throw new Error('the data behind a zstd frame is not zstd');
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
            throw new Error('a zstd block has an unknown type');
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


/***/ }),

/***/ 44864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Y_: () => (/* binding */ settleEntry),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95365);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(749);
/* harmony import */ var _metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53597);
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);





const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure if the text is no collection */
function parseCollection(text, where) {
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not JSON.`, { cause });
    }
    const members = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(text);
    const features = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(members.get('features') ?? '[]');
    const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
    if (!isCollection)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not a collection of Features.`);
    return { members, features };
}
/** Returns the text of the file. */
function collectionText({ members, features }) {
    const json = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * Returns the collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined if there is none yet
 * @param metadata as JSON
 * @returns undefined if nothing has to change: it is in, or a newer version of it is
 */
function mergeIntoCollection(present, metadata, source) {
    const { members, features } = present ?? { members: sourceInformation(source), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === memberText(metadata, 'id'));
    const earlier = features[index];
    if (earlier === undefined)
        return { members, features: [...features, metadata] };
    return replaces(metadata, earlier) ? { members, features: features.with(index, metadata) } : undefined;
}
/**
 * Returns the collection with a Feature's entry as it should be.
 * @param metadata as JSON; undefined: the Feature is gone. That of another id, which a Feature has that was renamed, changes nothing
 * @returns undefined if it is so already
 */
function settleEntry(present, id, metadata) {
    const { members, features } = present ?? { members: sourceInformation(undefined), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === id);
    if (metadata === undefined)
        return index < 0 ? undefined : { members, features: features.toSpliced(index, 1) };
    if (features[index] === metadata || memberText(metadata, 'id') !== id)
        return undefined;
    return { members, features: index < 0 ? [...features, metadata] : features.with(index, metadata) };
}
/** Returns the id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
function entriesOf({ features }) {
    return features.flatMap((each) => {
        const id = memberText(each, 'id');
        return id === undefined || !(0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .isFeatureId */ .GK)(id) ? [] : [{ id, version: memberText(each, 'version') }];
    });
}
function sourceInformation(source = 'nix-feature-action') {
    return new Map([['sourceInformation', JSON.stringify({ source })]]);
}
function memberText(json, name) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .stringOf */ .Je)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(json).get(name));
}
function replaces(metadata, earlier) {
    if (metadata === earlier)
        return false;
    const [next, last] = [metadata, earlier].map((json) => (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(memberText(json, 'version') ?? ''));
    if (next === undefined || last === undefined)
        return true;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last))
        return false;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next))
        return true;
    return (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(next, last) >= 0;
}
/** Returns the manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS,
        config: { ...config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [{ ...file, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .COLLECTION_LAYER */ .ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
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
