export const id = 768;
export const ids = [768];
export const modules = {

/***/ 70239:
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/nix/cache/signing-key.js


/** Bytes of an Ed25519 key's seed, and of its public half. */
const HALF = 32;
// RFC 8410, 7: what PKCS #8 puts in front of a seed.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** A key that signs store paths. Nothing of it but its public half is ever shown. */
class SigningKey {
    name;
    /** For `trusted-public-keys`: `<name>:<base64>`. */
    publicText;
    #key;
    constructor(name, key) {
        this.name = name;
        this.#key = key;
        this.publicText = `${name}:${publicHalf(key).toString('base64')}`;
    }
    /** Makes a new key. @param name for people: which cache signs */
    static generate(name) {
        return new SigningKey(name, (0,external_node_crypto_.generateKeyPairSync)('ed25519').privateKey);
    }
    /**
     * Reads a secret key as `nix-store --generate-binary-cache-key` writes it: a name, a colon, and the seed with the public
     * key behind it, in base 64.
     * @throws Failure if the text is none; it never shows what the text is
     */
    static parse(text) {
        const [name = '', digits = ''] = text.trim().split(':');
        const bytes = /^[A-Za-z0-9+/]{86}==$/.test(digits) ? Buffer.from(digits, 'base64') : undefined;
        if (!NAME.test(name) || bytes === undefined)
            throw new errors/* Failure */.HR('it is not <name>:<88 characters of base 64>, as "nix-store --generate-binary-cache-key" writes it into the secret file');
        const key = (0,external_node_crypto_.createPrivateKey)({ key: Buffer.concat([PKCS8, bytes.subarray(0, HALF)]), format: 'der', type: 'pkcs8' });
        if (!publicHalf(key).equals(bytes.subarray(HALF)))
            throw new errors/* Failure */.HR('its two halves do not belong together');
        return new SigningKey(name, key);
    }
    /** The whole key as Nix writes it: for a file that only its owner reads, and for nothing else. */
    secretText() {
        const seed = this.#key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
        return `${this.name}:${Buffer.concat([seed, publicHalf(this.#key)]).toString('base64')}`;
    }
    /** @returns what stands behind `Sig:` */
    sign(text) {
        return `${this.name}:${(0,external_node_crypto_.sign)(null, Buffer.from(text), this.#key).toString('base64')}`;
    }
}
function publicHalf(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-HALF);
}

// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
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
        return Promise.reject(new errors/* Failure */.HR('Store paths get into a registry with a Feature that ships them, and not one by one.', { hint: 'Publish a Feature with "push: true".', inTerminal: 'Publish a Feature: nix-feature build --push.' }));
    }
    configure() {
        return [`extra-substituters = ${this.#served.url}`, `extra-trusted-public-keys = ${this.#served.publicKey}`];
    }
}

;// CONCATENATED MODULE: ./lib/serve/feature-source.js
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

// EXTERNAL MODULE: ./lib/serve/nar-stock.js + 3 modules
var nar_stock = __webpack_require__(5027);
// EXTERNAL MODULE: ./lib/serve/read-features.js
var read_features = __webpack_require__(84599);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
;// CONCATENATED MODULE: ./lib/nix/cache/narinfo.js


/** What a binary cache says of itself (Nix manual, "nix-cache-info"). @param priority the lowest is asked first; cache.nixos.org has 40 */
function cacheInfo(priority) {
    return `StoreDir: /nix/store\nWantMassQuery: 1\nPriority: ${priority}\n`;
}
/** Where the NAR of a path is, below the cache's address. */
function narFileOf(info) {
    return `nar/${(0,store_path/* hashPartOf */.bV)(info.path)}.nar`;
}
/** What a binary cache says of a store path, signed; the NAR is served as it is. */
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
async function openServer(request, host, cleanup, further = []) {
    const catalogue = new serve_catalogue/* Catalogue */.Q();
    const features = await readAll(request, catalogue, host, cleanup);
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-serve');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    const stock = new nar_stock/* NarStock */.I({ folder, signal: host.signal }, host);
    const key = SigningKey.generate(KEY_NAME);
    // The first signature of a process takes longer than all that follow.
    key.sign('');
    const substituter = new Substituter([new FeatureSource(catalogue, stock), ...further], key, request.priority);
    const server = await serveLoopback((path) => substituter.answer(path), request.port, (line) => host.debug(line));
    cleanup.defer(() => server.close());
    const served = { url: server.url, publicKey: key.publicText, features, paths: catalogue.size };
    return { served, cache: new FeatureCache(catalogue, served) };
}
/** @returns how many Features were read */
async function readAll({ features, arches, registry, credentials, mayBeMissing }, catalogue, host, cleanup) {
    const progress = host.stage('Read what the Features hold');
    const target = { registry, namespace: '', credentials };
    let count = 0;
    for (const reference of features) {
        try {
            count += await (0,read_features/* readFeatures */._)(reference, catalogue, { target, arches, host }, cleanup);
        }
        catch (error) {
            if (error instanceof errors/* CancelledError */.cc || !(error instanceof errors/* Failure */.HR))
                throw error;
            const text = `${(0,format_reference/* formatReference */.FH)(reference)} is not served: ${(0,errors/* messageOf */.bD)(error)}`;
            if (mayBeMissing === true)
                host.info(text);
            else
                host.warning(text);
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
/** A number of a record that is there and not empty. @throws Error if it is none */
function paxNumber(records, key) {
    const value = records.get(key) ?? '';
    if (value === '')
        return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number))
        throw new Error(`an extended header of its tar has a ${key} that is not a number`);
    return number;
}
/** A file with holes: its name and size, which the header itself has only those of what is stored of (GNU tar, "PAX Format, Versions 0.0, 0.1 and 1.0"). */
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
/* harmony import */ var _kit_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97583);

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
/** No content follows these, whatever size the header says (Go: `isHeaderOnlyType`). */
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
/** Up to the first NUL. */
function tarText(block, offset, length) {
    const field = block.toString('latin1', offset, offset + length);
    const end = field.indexOf('\0');
    return end < 0 ? field : field.slice(0, end);
}
function trimmed(block, offset, length) {
    const field = block.toString('latin1', offset, offset + length).replace(/^[ \0]+/, '');
    const end = field.indexOf('\0');
    return (0,_kit_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutTrailing */ .h)(end < 0 ? field : field.slice(0, end), ' ');
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

/***/ 47933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ DOCUMENT_LIMIT),
  X: () => (/* binding */ parseDeltaDocument)
});

// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
;// CONCATENATED MODULE: ./lib/delta/document/check-places.js
/**
 * What the parts of a delta document say of each other: the closure is sorted and whole, each path that is shipped is in
 * one layer, and what is in no delta is in none.
 * @param refuse throws; it is given the end of a sentence
 */
function checkPlaces(document, refuse) {
    const { closure, layers, complement = [], storePath, outputs } = document;
    const places = new Map(closure.map((entry) => [entry.path, entry.in]));
    checkClosure(closure, places, refuse);
    for (const path of [storePath, ...Object.values(outputs)]) {
        if (!places.has(path))
            refuse(`the output ${path} is not in its closure`);
    }
    const all = [...layers, ...complement];
    if (new Set(all.map(({ digest }) => digest)).size !== all.length)
        refuse('two of its layers have the same digest');
    const shipped = checkLayers(layers, 'delta', places, refuse);
    checkLayers(complement, 'base', places, refuse);
    const homeless = closure.find((entry) => entry.in === 'delta' && !shipped.has(entry.path));
    if (homeless !== undefined)
        refuse(`${homeless.path} is shipped but in none of its layers`);
}
function checkClosure(closure, places, refuse) {
    let last = '';
    let size = 0;
    for (const { path, references, narSize } of closure) {
        if (path <= last)
            refuse(`its closure is not sorted: ${path} comes after ${last}`);
        last = path;
        size += narSize;
        const stranger = references.find((reference) => !places.has(reference));
        if (stranger !== undefined)
            refuse(`${path} refers to ${stranger}, which is not in the closure`);
        if (references.some((reference, index) => index > 0 && reference <= (references[index - 1] ?? '')))
            refuse(`the references of ${path} are not sorted`);
    }
    if (!Number.isSafeInteger(size))
        refuse('the sizes of its closure add up to more than 2^53 bytes');
}
/** @returns the paths that the layers hold */
function checkLayers(layers, place, places, refuse) {
    const what = place === 'delta' ? 'a layer' : 'the complement';
    const seen = new Set();
    for (const { paths, size, frames = [] } of layers) {
        const odd = frames.find((frame) => !isFrame(frame, paths.length, size));
        if (odd !== undefined)
            refuse(`${what} has the frame [${odd.join(', ')}], which is not in it`);
        if (paths.length === 0)
            refuse(`${what} holds no store path`);
        for (const path of paths) {
            if (!places.has(path))
                refuse(`${what} holds ${path}, which is not in the closure`);
            if (places.get(path) !== place)
                refuse(`${what} holds ${path}, which is ${place === 'delta' ? 'of the base' : 'not of the base'}`);
            if (seen.has(path))
                refuse(`${path} is in more than one layer`);
            seen.add(path);
        }
    }
    return seen;
}
/** @param paths how many the layer has @param size bytes of the layer */
function isFrame(frame, paths, size) {
    const [path = paths, offset = size, length = 0] = frame;
    return frame.length === 3 && path < paths && length > 0 && offset + length <= size;
}

;// CONCATENATED MODULE: ./lib/delta/document/parse-document.js









/** The only version of the document that there is. */
const SCHEMA = 1;
/** Bytes of a delta document: about 80,000 store paths. */
const DOCUMENT_LIMIT = 64 * 1024 * 1024;
const MOST_PATHS = 200_000;
const MOST_OUTPUTS = 100;
const MOST_BASES = 100;
/** `max-layers` goes up to 100. */
const MOST_LAYERS = 1000;
const MOST_FOLDERS = 100;
const MOST_VARIABLES = 1000;
const STORE_PATH = (0,json_field/* grammar */.qN)('a store path (/nix/store/<hash>-<name>)', store_path/* isStorePath */.zP);
const NAR_HASH = (0,json_field/* grammar */.qN)('the hash of a NAR (sha256-<base64>)', nix_hash/* isSha256Sri */.EM);
const ATTRIBUTE = (0,json_field/* grammar */.qN)('an attribute of a flake', (text) => /^[^\p{C}]{1,1024}$/u.test(text));
const OUTPUT = (0,json_field/* grammar */.qN)('the name of an output', (text) => /^[A-Za-z0-9+\-._?=]{1,211}$/.test(text));
const FOLDER = (0,json_field/* grammar */.qN)('a folder inside the output (bin)', isRelativeFolder);
const PROFILE = (0,json_field/* grammar */.qN)('a file inside the output (share/nix-feature/profile.sh)', isRelativeFolder);
const VARIABLE = (0,json_field/* grammar */.qN)('the name of an environment variable', (text) => /^[A-Za-z_][A-Za-z0-9_]{0,255}$/.test(text));
/**
 * Reads a delta document, and checks all of it: whoever has it need not ask any more whether a path is in a layer, or a
 * hash is one. Members that are not known are left alone.
 * @param where for messages
 * @throws IntegrityError if it is none, or of another version
 */
function parseDeltaDocument(source, where) {
    const refuse = (why, cause) => {
        throw new errors/* IntegrityError */.cs(`${where} is not a valid delta document: ${why}.`, { cause });
    };
    let json;
    try {
        json = (0,parse_json/* parseJson */.qF)(source, { bytes: DOCUMENT_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof parse_json/* JsonError */.N3 ? cause.message : String(cause), cause);
    }
    const field = json_field/* Field */.D0.of(json, refuse);
    const version = field.get('schemaVersion').value;
    if (version !== SCHEMA) {
        return refuse(`its schema version is ${typeof version === 'number' ? version : 'missing'}, and this version of nix-feature knows ${SCHEMA}`);
    }
    checkDocument(field);
    const document = json;
    checkPlaces(document, refuse);
    return document;
}
function checkDocument(field) {
    field.get('feature').get('id').as(identity/* FEATURE_ID */.DU);
    field.get('feature').get('version').as(identity/* FEATURE_VERSION */.Q2);
    field.get('system').oneOf(['x86_64-linux', 'aarch64-linux']);
    field.get('storePath').as(STORE_PATH);
    for (const [name, path] of field.get('outputs').members(MOST_OUTPUTS)) {
        if (!OUTPUT.test(name))
            path.refuse(`is not ${OUTPUT.what}`);
        path.as(STORE_PATH);
    }
    field.get('bases').each(MOST_BASES, checkBase);
    field.get('closure').each(MOST_PATHS, checkEntry);
    field.get('layers').each(MOST_LAYERS, checkLayer);
    field.get('complement').optional((complement) => complement.each(MOST_LAYERS, checkLayer));
    checkEnv(field.get('env'));
    field.get('source').get('flake').text(16 * 1024);
    field.get('source').get('narHash').optional((hash) => hash.as(NAR_HASH));
    field.get('source').get('attribute').optional((attribute) => attribute.as(ATTRIBUTE));
}
function checkBase(field) {
    field.get('name').text();
    field.get('digest').optional((digest) => digest.as(format_digest/* DIGEST */.Dh));
    field.get('storePaths').count();
}
function checkEntry(field) {
    const [deriver, ca] = [field.get('deriver'), field.get('ca')];
    field.get('path').as(STORE_PATH);
    field.get('narHash').as(NAR_HASH);
    field.get('narSize').count();
    field.get('references').each(MOST_PATHS, (reference) => reference.as(STORE_PATH));
    if (deriver.value !== null)
        deriver.as(STORE_PATH);
    if (ca.value !== null)
        ca.text();
    field.get('in').oneOf(['delta', 'base']);
}
function checkLayer(field) {
    for (const name of ['key', 'digest', 'diffId'])
        field.get(name).as(format_digest/* DIGEST */.Dh);
    field.get('size').count(1);
    field.get('tarSize').optional((size) => size.count());
    field.get('mediaType').oneOf([media_types/* LAYER_GZIP */.fc, media_types/* LAYER_ZSTD */.wd]);
    field.get('paths').each(MOST_PATHS, (path) => path.as(STORE_PATH));
    field.get('frames').optional((frames) => frames.each(MOST_PATHS, (frame) => frame.each(3, (number) => number.count())));
}
function checkEnv(field) {
    field.get('PATH').each(MOST_FOLDERS, (folder) => folder.as(FOLDER));
    field.get('profile').optional((profile) => profile.as(PROFILE));
    for (const [name, value] of field.get('variables').members(MOST_VARIABLES)) {
        if (!VARIABLE.test(name))
            value.refuse(`is not ${VARIABLE.what}`);
        value.text(32 * 1024);
    }
}
function isRelativeFolder(text) {
    return /^[A-Za-z0-9+\-._/@]{1,1024}$/.test(text) && text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
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
/** The text of the file. */
function collectionText({ members, features }) {
    const json = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * The collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
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
 * The collection with a Feature's entry as it should be.
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
/** The id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
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
/** The manifest of a collection (dev container distribution specification). */
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

/***/ 93325:
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

/***/ 77627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e2: () => (/* binding */ findPublished),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   r9: () => (/* binding */ readDocuments),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47933);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2116);







/**
 * What a tag of a Feature's repository names right now; one request.
 * @returns undefined if there is none
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function findPublished(reader, tag) {
    const resolved = await ifThere(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    const { digest, mediaType } = descriptor;
    return publishedAs(`${reader.repository}:${tag}`, { digest, mediaType, bytes });
}
/**
 * The Feature that a manifest is the whole of, whoever made it.
 * @param name for messages
 * @throws IntegrityError if it is no manifest
 */
function publishedAs(name, raw) {
    const { digest, mediaType, bytes } = raw;
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(raw, name);
    const annotations = parsed.kind === 'manifest' ? (parsed.manifest.annotations ?? {}) : {};
    const key = annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_ANNOTATION */ .qc];
    const ours = key !== undefined && (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(key);
    return {
        name,
        version: ours ? annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION_ANNOTATION */ .F8] : undefined,
        key: ours ? key : undefined,
        metadata: annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .METADATA_ANNOTATION */ .kH],
        digest,
        bytes,
        mediaType,
        platforms: (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .publishedPlatforms */ .NT)(annotations),
    };
}
/**
 * The delta documents of a published Feature, all at once; one request for each, two where the manifest does not name its blob.
 * @param arches those wanted; what the Feature has no platform for is left out, and so is a document that is not in the
 *   repository: a Feature that was copied from another registry may have come without
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readDocuments(reader, published, arches) {
    const read = [...arches].map(async (arch) => (await ifThere(readPlatform(reader, published, arch))) ?? []);
    return new Map((await Promise.all(read)).flat());
}
/** @returns undefined if the registry has none */
async function ifThere(answer) {
    return answer.catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}
async function readPlatform(reader, { name, version, platforms }, arch) {
    const platform = platforms.get(arch);
    if (platform === undefined)
        return [];
    const where = `the delta document of ${name} (${arch})`;
    const config = platform.document ?? (await configOf(reader, platform.digest, `${name} (${arch})`));
    const document = await readDocument(reader, config, where);
    if ((0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(document.system) !== arch)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is for ${document.system}.`);
    if (version !== undefined && document.feature.version !== version)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is of version ${document.feature.version}.`);
    return [[arch, document]];
}
async function configOf(reader, digest, name) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(await reader.manifest(digest), name);
    if (parsed.kind !== 'manifest')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The platform manifest ${digest} of ${name} is an index.`);
    return parsed.manifest.config;
}
/**
 * Reads a delta document out of a registry or a layout.
 * @param where for messages
 * @throws IntegrityError if it is none, or too large; RegistryError, CancelledError
 */
async function readDocument(source, config, where) {
    return (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDeltaDocument */ .X)(await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .blobBytes */ .R)(source, config, _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCUMENT_LIMIT */ .w), where);
}


/***/ })

};
