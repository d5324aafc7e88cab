export const id = 576;
export const ids = [576];
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


/***/ })

};
