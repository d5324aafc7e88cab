export const id = 3537;
export const ids = [3537];
export const modules = {

/***/ 35572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishCache: () => (/* binding */ finishCache),
  runCacheServer: () => (/* binding */ runCacheServer),
  startCache: () => (/* binding */ startCache)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/nix/run/site.js
var site = __webpack_require__(38658);
// EXTERNAL MODULE: ./lib/nix/run/ssh-access.js
var ssh_access = __webpack_require__(10710);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/nix/cache/binary-cache.js










/** Arguments of one command; keeps a command line far below the system's limit. */
const LONGEST_RUN = 500;
const MOST_PATHS = 1_000_000;
/** A binary cache, or a store, that Nix itself speaks with. */
class NixCache {
    #site;
    #settings;
    constructor(site, settings) {
        this.#site = site;
        this.#settings = settings;
    }
    async exists(paths) {
        const there = new Set();
        for (let at = 0; at < paths.length; at += LONGEST_RUN) {
            const run = paths.slice(at, at + LONGEST_RUN);
            for (const path of validPaths(await this.#pathInfo(run)))
                there.add(path);
        }
        return there;
    }
    async upload(paths) {
        const there = await this.exists(paths);
        const missing = paths.filter((path) => !there.has(path));
        if (missing.length === 0)
            return [];
        const { secretKey, url } = this.#settings;
        if (secretKey === undefined)
            await this.#copy(url, missing);
        else
            await withKeyFile(secretKey, (file) => this.#uploadSigned(file, missing));
        return missing;
    }
    configure() {
        const { url, publicKey, priority } = this.#settings;
        return [
            `extra-substituters = ${priority === undefined ? url : withParameter(url, 'priority', String(priority))}`,
            ...(publicKey === undefined ? [] : [`extra-trusted-public-keys = ${publicKey}`]),
        ];
    }
    async #pathInfo(paths) {
        const ask = (...more) => this.#run(['nix', 'path-info', '--json', ...more, '--store', this.#settings.url, ...paths]);
        try {
            return await ask();
        }
        catch (error) {
            // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
            if (!(error instanceof errors/* CommandError */.Qd && error.stderr.includes('--json-format')))
                throw error;
            return ask('--json-format', '1');
        }
    }
    /** Nix does not say why it could not connect, ssh does. */
    async #run(argv) {
        try {
            return await this.#site.capture(argv);
        }
        catch (cause) {
            const complaint = cause instanceof errors/* CommandError */.Qd ? (0,ssh_access/* sshComplaint */.uv)(cause.stderr) : undefined;
            if (complaint === undefined)
                throw cause;
            throw new errors/* Failure */.HR(`Nix ${(0,site/* placeOf */.$)(this.#site)} can't reach ${(0,safe_text/* redactUrls */.sK)(this.#settings.url)}: ${complaint.replace(/\.$/, '')}.`, { cause, hint: "ssh takes its keys and the hosts' keys from the agent and the configuration of the user whom Nix runs as." });
        }
    }
    /** A store that is reached by ssh takes what is signed; a binary cache is signed as it is written. */
    async #uploadSigned(file, paths) {
        const { url } = this.#settings;
        if (!/^ssh(?:-ng)?:/.test(url))
            return this.#copy(withParameter(url, 'secret-key', file), paths);
        await this.#site.capture(['nix', 'store', 'sign', '--recursive', '--key-file', file, ...paths]);
        await this.#copy(url, paths);
    }
    async #copy(url, paths) {
        for (let at = 0; at < paths.length; at += LONGEST_RUN)
            await this.#run(['nix', 'copy', '--to', url, ...paths.slice(at, at + LONGEST_RUN)]);
    }
}
/** The key is in a file that only its owner reads, and only for as long as it is needed. */
async function withKeyFile(key, use) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-key');
    try {
        const file = (0,external_node_path_.join)(folder, 'secret');
        await (0,promises_.writeFile)(file, key.secretText(), { mode: 0o600, flag: 'wx' });
        await use(file);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function withParameter(url, name, value) {
    return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}
/** Of a path that is not there, older Nixes say `valid: false`, and newer ones null. */
function validPaths(json) {
    const parsed = (0,parse_json/* parsedJson */.U4)(json, refuse);
    const found = [];
    const see = (text, value) => {
        const path = text.startsWith('/') ? text : `${store_path/* STORE_DIR */.SF}/${text}`;
        const isThere = typeof value === 'object' && value !== null && value.valid !== false;
        if (isThere && (0,store_path/* isStorePath */.zP)(path))
            found.push(path);
    };
    if (Array.isArray(parsed))
        json_field/* Field */.D0.of(parsed, refuse).each(MOST_PATHS, (entry) => see(entry.get('path').text(), entry.value));
    else
        for (const [path, entry] of json_field/* Field */.D0.of(parsed, refuse).members(MOST_PATHS))
            see(path, entry.value);
    return found;
}
function refuse(why) {
    throw new errors/* Failure */.HR(`"nix path-info --json" wrote something that can't be read: ${why}.`);
}

// EXTERNAL MODULE: ./lib/nix/store/path-info.js
var path_info = __webpack_require__(8723);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var place_site = __webpack_require__(1405);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/cache/signing-key.js
var signing_key = __webpack_require__(75323);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/serve/catalogue.js
var serve_catalogue = __webpack_require__(92022);
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

// EXTERNAL MODULE: ./lib/serve/nar-stock.js + 1 modules
var nar_stock = __webpack_require__(16384);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/serve/layer-nars.js
var layer_nars = __webpack_require__(4045);
;// CONCATENATED MODULE: ./lib/serve/pack/pack-index.js





/** The file that says what a pack holds; beside it lies the NAR of each path. */
const PACK_INDEX = 'pack.json';
const SCHEMA = 1;
const pack_index_MOST_PATHS = 100_000;
/** Bytes. */
const LIMIT = 64 * 1024 * 1024;
const STORE_PATH = (0,json_field/* grammar */.qN)('a store path', store_path/* isStorePath */.zP);
const NAR_HASH = (0,json_field/* grammar */.qN)('the hash of a NAR', nix_hash/* isSha256Sri */.EM);
/** It becomes a line of a narinfo. */
const CONTENT_ADDRESS = (0,json_field/* grammar */.qN)('a content address', (text) => /^[a-z0-9]+(?::[A-Za-z0-9+/=_-]+)+$/.test(text));
/** @throws IntegrityError if it is no index */
function parsePackIndex(bytes) {
    const json = (0,parse_json/* parsedJson */.U4)(bytes, pack_index_refuse, { bytes: LIMIT });
    const field = json_field/* Field */.D0.of(json, pack_index_refuse);
    field.get('schemaVersion').is(SCHEMA);
    field.get('paths').each(pack_index_MOST_PATHS, (entry) => {
        const [deriver, ca] = [entry.get('deriver'), entry.get('ca')];
        entry.get('path').as(STORE_PATH);
        entry.get('narHash').as(NAR_HASH);
        entry.get('narSize').count(1);
        entry.get('references').each(pack_index_MOST_PATHS, (reference) => reference.as(STORE_PATH));
        if (deriver.value !== null)
            deriver.as(STORE_PATH);
        if (ca.value !== null)
            ca.as(CONTENT_ADDRESS);
    });
    return json;
}
function packIndexText(paths) {
    const index = { schemaVersion: SCHEMA, paths: paths.map(({ path, narHash, narSize, references, deriver, ca }) => ({ path, narHash, narSize, references, deriver, ca })) };
    return `${JSON.stringify(index)}\n`;
}
function pack_index_refuse(why) {
    throw new errors/* IntegrityError */.cs(`The index of the pack can't be read: ${why}.`);
}

;// CONCATENATED MODULE: ./lib/serve/pack/pack-source.js








/**
 * The store paths of a pack in the host's cache. It is restored when a path is wanted that nobody before it has, and nothing
 * of it is believed: a path is there once its NAR was found to have the hash that the index says.
 */
class PackSource {
    /** What was taken from it. */
    used = new Set();
    #host;
    #prefixes;
    #folder;
    #infos;
    #checked = new Map();
    /** @param prefixes of keys, the best first @param folder where it is unpacked; it is not there yet */
    constructor(prefixes, folder, host) {
        this.#prefixes = prefixes;
        this.#folder = folder;
        this.#host = host;
    }
    async find(hashPart) {
        const info = (await (this.#infos ??= this.#restore())).get(hashPart);
        if (info === undefined)
            return undefined;
        const checking = this.#checked.get(hashPart) ?? this.#check(info);
        this.#checked.set(hashPart, checking);
        return (await checking) ? info : undefined;
    }
    async nar(hashPart) {
        const info = await this.find(hashPart);
        if (info === undefined)
            return undefined;
        this.used.add(info.path);
        return { file: this.#fileOf(hashPart), size: info.narSize };
    }
    async #restore() {
        try {
            for (const prefix of this.#prefixes) {
                const key = await this.#host.cache.restore(prefix, prefix, this.#folder);
                if (key === undefined)
                    continue;
                const { paths } = parsePackIndex(await (0,promises_.readFile)((0,external_node_path_.join)(this.#folder, PACK_INDEX)));
                this.#host.info(`The pack ${key} holds ${paths.length} store paths.`);
                return new Map(paths.map((info) => [(0,store_path/* hashPartOf */.bV)(info.path), info]));
            }
        }
        catch (error) {
            this.#host.warning(`The pack of the cache is not used: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        return new Map();
    }
    async #check(info) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        try {
            // An entry may hold links and pipes, which have no end.
            if (!(await isNarOf(info, this.#folder)))
                throw new Error('the pack has no file of the size that its index says');
            for await (const chunk of (0,external_node_fs_.createReadStream)(this.#fileOf((0,store_path/* hashPartOf */.bV)(info.path)))) {
                hash.update(chunk);
                size += chunk.length;
            }
            if (size === info.narSize && `sha256-${hash.digest('base64')}` === info.narHash)
                return true;
            this.#host.warning(`${info.path} of the pack is not served: it does not have the hash that the index of the pack says.`);
        }
        catch (error) {
            this.#host.warning(`${info.path} of the pack is not served: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        return false;
    }
    #fileOf(hashPart) {
        return (0,external_node_path_.join)(this.#folder, (0,layer_nars/* narFileName */.vU)(hashPart));
    }
}
/** Tells whether a path's NAR is in the folder of a pack, as a file of the size that the index says. */
async function isNarOf({ path, narSize }, folder) {
    const found = await (0,promises_.lstat)((0,external_node_path_.join)(folder, (0,layer_nars/* narFileName */.vU)((0,store_path/* hashPartOf */.bV)(path)))).catch(() => undefined);
    return found?.isFile() === true && found.size === narSize;
}
/**
 * Returns what a folder with a pack holds: none if there is no pack, and no path whose NAR is missing, of another size, or named twice.
 * @throws IntegrityError if it has no index that can be read
 */
async function pathsOfPack(folder) {
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, PACK_INDEX)).catch(() => undefined);
    const there = new Map();
    for (const info of bytes === undefined ? [] : parsePackIndex(bytes).paths)
        if (await isNarOf(info, folder))
            there.set((0,store_path/* hashPartOf */.bV)(info.path), info);
    return [...there.values()];
}

;// CONCATENATED MODULE: ./lib/serve/pack/pack-keys.js

/** Returns the prefixes of keys by which a cache entry is looked up, the best first. */
function packPrefixes({ system, lock, isTrusted }) {
    const trusted = [`${scope('trusted', system)}${lock}-`, scope('trusted', system)];
    // What a pull request has built is read by nothing that publishes.
    return isTrusted ? trusted : [`${scope('untrusted', system)}${lock}-`, ...trusted];
}
/** Returns the key of an entry: one for each set of paths, as keys never change. @param paths store paths, in any order */
function packKey({ system, lock, isTrusted }, paths) {
    return `${scope(isTrusted ? 'trusted' : 'untrusted', system)}${lock}-${shortHash(paths.toSorted().join('\n'))}`;
}
function shortHash(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex').slice(0, 16);
}
function scope(who, system) {
    return `nix-feature-pack-v1-${who}-${system}-`;
}

// EXTERNAL MODULE: ./lib/nix/nar/nar-encoder.js
var nar_encoder = __webpack_require__(99953);
// EXTERNAL MODULE: ./lib/nix/nar/store-reader.js
var store_reader = __webpack_require__(87850);
;// CONCATENATED MODULE: ./lib/serve/pack/write-pack.js








/**
 * Writes a pack into a folder, which is made.
 * @param paths what was used last first
 * @throws IntegrityError if a path of the store is not what Nix says; errors of the file system
 */
async function writePack(folder, paths, { before, built }) {
    await (0,promises_.mkdir)(folder);
    for (const info of paths) {
        const name = (0,layer_nars/* narFileName */.vU)((0,store_path/* hashPartOf */.bV)(info.path));
        if (built.has(info.path))
            writeNar(info, (0,external_node_path_.join)(folder, name));
        else
            await (0,promises_.rename)((0,external_node_path_.join)(before, name), (0,external_node_path_.join)(folder, name));
    }
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, PACK_INDEX), packIndexText(paths));
}
class StoreNar extends nar_encoder/* NarEncoder */.Y {
    beginPath() { }
    endPath() {
        this.finish();
    }
}
function writeNar(info, file) {
    const descriptor = (0,external_node_fs_.openSync)(file, 'wx', 0o600);
    try {
        const visitor = new StoreNar((bytes) => {
            for (let at = 0; at < bytes.length;)
                at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
        });
        for (const _ of (0,store_reader/* readStore */.u)([info], visitor))
            ;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./lib/serve/pack/save-pack.js





/** Saves what a job built, with what it used before, as one entry of the cache. Never throws: a pack only spares work. */
async function savePack({ session, built, used, pack }, host) {
    if (built.length === 0)
        return undefined;
    try {
        const before = await pathsOfPack(session.pack);
        const paths = choosePack({ built, before, used: used, budget: pack.budget });
        const fresh = new Set(built.map(({ path }) => path));
        if (!paths.some(({ path }) => fresh.has(path))) {
            host.warning(`Nothing that the job built fits into the pack: "budget" is ${pack.budget} bytes.`);
            return undefined;
        }
        await writePack(session.newPack, paths, { before: session.pack, built: fresh });
        await host.cache.save(packKey(pack.place, paths.map(({ path }) => path)), session.newPack);
        return { paths: paths.length, bytes: paths.reduce((sum, { narSize }) => sum + narSize, 0) };
    }
    catch (error) {
        host.warning(`What the job built is not kept for the next one: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
    finally {
        await (0,promises_.rm)(session.newPack, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** Chooses the paths of a pack: first those that were built, then those that were used, then those that were used before, within the budget. */
function choosePack({ built, before, used, budget }) {
    const fresh = new Set(built.map(({ path }) => path));
    const older = before.filter(({ path }) => !fresh.has(path));
    const ordered = [...built, ...older.filter(({ path }) => used.has(path)), ...older.filter(({ path }) => !used.has(path))];
    let left = budget;
    return ordered.filter(({ narSize }) => {
        if (narSize > left)
            return false;
        left -= narSize;
        return true;
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
;// CONCATENATED MODULE: ./lib/serve/session/session.js









/** How long a server may take to read all Features, and to end; milliseconds. */
const session_PATIENCE = { start: 300_000, stop: 15_000, look: 50 };
/**
 * A binary cache of a job: a process that outlives its step, and the folder in which the steps and it leave each other notes.
 * Only this user may enter the folder.
 */
class CacheSession {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    static async make() {
        const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-session');
        await (0,temporary/* keepTemporary */.HI)(folder);
        return new CacheSession(folder);
    }
    /** What the server unpacks its pack into, and a new one is written into. */
    get pack() {
        return (0,external_node_path_.join)(this.folder, 'pack');
    }
    get newPack() {
        return (0,external_node_path_.join)(this.folder, 'new-pack');
    }
    /** @param note `request`, `ready`, `before`, `used`; nothing in it is printed */
    async leave(note, value) {
        // Whole or not at all: somebody may look for it right now.
        const file = this.#fileOf(note);
        await (0,promises_.writeFile)(`${file}.part`, JSON.stringify(value), { mode: 0o600 });
        await (0,promises_.rename)(`${file}.part`, file);
    }
    /** @returns undefined if there is none */
    async find(note) {
        const text = await (0,promises_.readFile)(this.#fileOf(note), 'utf8').catch(() => undefined);
        if (text === undefined)
            return undefined;
        return (0,parse_json/* parsedJson */.U4)(text, (why) => {
            throw new errors/* Failure */.HR(`The note "${note}" of the job's binary cache can't be read: ${why}.`);
        });
    }
    async forget(note) {
        await (0,promises_.rm)(this.#fileOf(note), { force: true });
    }
    /** What the server has said. */
    async log() {
        return (0,promises_.readFile)((0,external_node_path_.join)(this.folder, 'log'), 'utf8').catch(() => '');
    }
    /** Starts the server. @param program what Node runs @throws Failure if it ends, or does not answer in time; CancelledError */
    async start(program, env, signal) {
        const log = (0,external_node_fs_.openSync)((0,external_node_path_.join)(this.folder, 'log'), 'a', 0o600);
        (0,programs_process/* startDetached */.tG)([process.execPath, program], { purpose: 'server', env }, log);
        (0,external_node_fs_.closeSync)(log);
        for (const end = performance.now() + session_PATIENCE.start; performance.now() < end; await (0,external_node_timers_promises_.setTimeout)(session_PATIENCE.look)) {
            if (signal.aborted)
                throw (0,errors/* reasonOf */.A3)(signal);
            const ready = await this.ready();
            if (ready !== undefined)
                return ready;
            if ((await this.find('failed')) !== undefined)
                break;
        }
        throw new errors/* Failure */.HR(`The job's binary cache did not start.`, { hint: `It said: ${(await this.log()).trim().split('\n').at(-1) ?? ''}` });
    }
    async ready() {
        const note = await this.find('ready');
        if (note === undefined)
            return undefined;
        const field = json_field/* Field */.D0.of(note, (why) => {
            throw new errors/* Failure */.HR(`The description of the job's binary cache can't be read: ${why}.`);
        });
        return { url: field.get('url').text(), publicKey: field.get('publicKey').text(), features: field.get('features').count(), paths: field.get('paths').count(), owner: field.get('owner').text(), pid: field.get('pid').count(1) };
    }
    /** Ends the server, if it is there, and waits until it is gone. */
    async stop() {
        const ready = await this.ready();
        if (ready === undefined || (await (0,temporary/* isDeadOwner */.uB)(ready.owner)))
            return;
        for (const signal of ['SIGTERM', 'SIGKILL']) {
            kill(ready.pid, signal);
            for (const end = performance.now() + session_PATIENCE.stop; performance.now() < end; await (0,external_node_timers_promises_.setTimeout)(session_PATIENCE.look)) {
                if (await (0,temporary/* isDeadOwner */.uB)(ready.owner))
                    return;
            }
        }
    }
    #fileOf(note) {
        return (0,external_node_path_.join)(this.folder, `${note}.json`);
    }
}
function kill(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/serve/session/server-note.js


/** Returns what the server needs of a request. It holds a password, and goes into a file that only this user reads. */
function serverNote({ features, arches, registry, credentials, port, priority, mayBeMissing = false, pack }) {
    return { request: { features, arches, registry, credentials, port, priority, mayBeMissing }, pack: pack?.place };
}
/** Reads what `serverNote` wrote. @throws Failure */
function readServerRequest(note) {
    const field = json_field/* Field */.D0.of(note, (why) => {
        throw new errors/* Failure */.HR(`The record of requests to the job's binary cache can't be read: ${why}.`);
    });
    field.get('request').get('features').each(10_000, (feature) => feature.get('repository').text());
    field.get('request').get('port').count();
    return note;
}
/** Returns the warnings in what the server wrote, which are workflow commands there (GitHub's documentation, "Workflow commands"). */
function serverWarnings(log) {
    return log.split('\n').flatMap((line) => {
        const text = /^::warning(?: [^:]*)?::(.*)$/.exec(line)?.[1];
        return text === undefined ? [] : [text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')];
    });
}

;// CONCATENATED MODULE: ./lib/app/cache.js
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
 * Starts the binary cache of a job: a process that stays when this one ends.
 * @param program what Node runs as the server
 * @throws Failure with what the user needs to know
 */
async function startCache(request, host, program) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const session = await CacheSession.make();
        host.saveState('cache-session', session.folder);
        const site = await openSite(request, host, cleanup);
        await session.leave('before', await (0,path_info/* storeContents */.IF)(site));
        await session.leave('request', serverNote(request));
        const env = { NIX_FEATURE_ACTION: 'cache-server', NIX_FEATURE_SESSION: session.folder, ...runnerTemp() };
        const served = await session.start(program, env, host.signal);
        for (const warning of serverWarnings(await session.log()))
            host.warning(warning);
        const pushed = request.push === undefined ? [] : pushCache(site, request.push).configure();
        const own = [`extra-substituters = ${served.url}`, `extra-trusted-public-keys = ${served.publicKey}`];
        const lines = [...(request.inherited === '' ? [] : [request.inherited.trimEnd()]), ...own, ...pushed, ...request.settings];
        return { served, session: session.folder, nixConfig: `${lines.join('\n')}\n` };
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
/**
 * Answers until it is told to stop: what `startCache` starts.
 * @param folder of the session
 * @returns the exit code
 */
async function runCacheServer(folder, host) {
    const session = new CacheSession(folder);
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
            const { request, pack } = readServerRequest(await session.find('request'));
            // It may hold a password.
            await session.forget('request');
            const source = pack === undefined ? undefined : new PackSource(packPrefixes(pack), session.pack, host);
            const { served } = await openServer(request, host, cleanup, source === undefined ? [] : [source]);
            await session.leave('ready', { ...served, owner: (0,temporary/* ownerToken */.hs)(), pid: process.pid });
            if (!host.signal.aborted)
                await (0,external_node_events_.once)(host.signal, 'abort');
            await session.leave('used', [...(source?.used ?? [])]);
            return 0;
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch (error) {
        host.warning((0,errors/* messageOf */.bD)(error));
        await session.leave('failed', true);
        return 1;
    }
}
/**
 * Ends the binary cache of a job, saves what the job built as a pack, and uploads it if requested. Only that upload can fail.
 * @throws Failure if something can't be uploaded
 */
async function finishCache(request, folder, host) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = new CacheSession(folder);
        const cleanup = __addDisposableResource(env_3, new AsyncDisposableStack(), true);
        try {
            await session.stop();
            for (const warning of serverWarnings(await session.log()))
                host.warning(warning);
            const before = await session.find('before');
            // Without it, all that was ever built on this machine would pass for the job's, and be uploaded.
            if (!Array.isArray(before))
                return { built: 0, packed: undefined, unpacked: 0, pushed: undefined };
            const site = await openSite(request, host, cleanup);
            const built = await (0,path_info/* builtSince */.pN)(site, new Set(textsOf(before)));
            const used = new Set(textsOf(await session.find('used')));
            const packed = request.pack === undefined ? undefined : await savePack({ session, built, used, pack: request.pack }, host);
            const pushed = request.push === undefined ? undefined : await push(pushCache(site, request.push), built);
            return { built: built.length, packed, unpacked: used.size, pushed };
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = __disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
async function push(cache, built) {
    try {
        return (await cache.upload(built.map(({ path }) => path))).length;
    }
    catch (cause) {
        if (!(cause instanceof errors/* Failure */.HR))
            throw cause;
        throw new errors/* Failure */.HR(`What the job built could not be uploaded: ${cause.message}`, { cause, hint: 'Check the address in "push-to", the right to write there, and "secret-key".' });
    }
}
function pushCache(site, { url, publicKey, secretKey }) {
    return new NixCache(site, { url, ...(publicKey === undefined ? {} : { publicKey }), ...(secretKey === undefined ? {} : { secretKey }) });
}
async function openSite({ pack, push: to, arches }, job, cleanup) {
    const arch = pack === undefined ? (arches[0] ?? 'amd64') : (0,platform/* archOf */.Qh)(pack.place.system);
    const nix = { substituters: to === undefined ? [] : [to.url], trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto', configured: true };
    return (await (0,place_site/* openHostSite */.gZ)({ nix, arch, job, cleanup })).site;
}
/** Where the server makes its own temporary folders. */
function runnerTemp() {
    const { RUNNER_TEMP } = process.env;
    return RUNNER_TEMP === undefined ? {} : { RUNNER_TEMP };
}
function textsOf(note) {
    return Array.isArray(note) ? note.filter((each) => typeof each === 'string') : [];
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

/***/ 44864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* unused harmony export settleEntry */
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

/***/ 53597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ looksLikeArchTag),
/* harmony export */   PS: () => (/* binding */ tagsOfHighest),
/* harmony export */   UL: () => (/* binding */ highestRelease),
/* harmony export */   Ui: () => (/* binding */ movingTags),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   p9: () => (/* binding */ archTag)
/* harmony export */ });
/* unused harmony export otherArchTag */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82480);

const NUMBER = '(0|[1-9][0-9]*)';
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$`);
/** @returns undefined if the text is no version */
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = VERSION.exec(text) ?? [];
    if (major === undefined)
        return undefined;
    return { text, numbers: [Number(major), Number(minor), Number(patch)], prerelease: prerelease?.split('.') ?? [] };
}
function isPrerelease(version) {
    return version.prerelease.length > 0;
}
/** Compares versions (semver.org, item 11). */
function compareVersions(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const difference = number - (b.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (isPrerelease(a) !== isPrerelease(b))
        return isPrerelease(a) ? -1 : 1;
    for (let index = 0; index < Math.max(a.prerelease.length, b.prerelease.length); index += 1) {
        const difference = compareIdentifiers(a.prerelease[index], b.prerelease[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Numbers come before words; what ends sooner comes first. */
function compareIdentifiers(a, b) {
    if (a === undefined || b === undefined)
        return a === b ? 0 : a === undefined ? -1 : 1;
    const [left, right] = [a, b].map((text) => (/^[0-9]+$/.test(text) ? Number(text) : undefined));
    if (left !== undefined && right !== undefined)
        return left - right;
    if (left !== undefined || right !== undefined)
        return left === undefined ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
}
const LATEST = 'latest';
/** Returns `1.2`, `1` and `latest` for 1.2.3; a pre-release moves none. */
function movingTags(version) {
    if (isPrerelease(version))
        return [];
    const [major, minor] = version.numbers;
    return [
        { tag: `${major}.${minor}`, covers: ({ numbers }) => numbers[0] === major && numbers[1] === minor },
        { tag: String(major), covers: ({ numbers }) => numbers[0] === major },
        { tag: LATEST, covers: () => true },
    ];
}
/** Returns the highest release among a repository's tags that the moving tag covers. Other tags than versions don't count. */
function highestRelease(tags, { covers }) {
    return tags
        .flatMap((tag) => parseVersion(tag) ?? [])
        .filter((version) => !isPrerelease(version) && covers(version))
        .reduce((best, version) => (best === undefined || compareVersions(version, best) > 0 ? version : best), undefined);
}
/**
 * Returns the tag of one platform's delta: `1.2.0_amd64`, `latest-arm64`. No parser takes the first for a version: with a dash it
 * would be a pre-release, and newer than the pre-release whose platform it is.
 */
function archTag(tag, arch) {
    return `${tag}${tag === LATEST ? '-' : '_'}${arch}`;
}
/**
 * Returns a platform's tag as earlier versions of this program wrote it, or as this one does: the other of both.
 * @param name maybe with what stands before the tag
 * @returns undefined if it does not end in the tag of a platform
 */
function otherArchTag(name) {
    const [, version, sign, arch] = /^((?:.*:)?\d[^:/@]*)([-_])(amd64|arm64)$/s.exec(name) ?? [];
    return version === undefined ? undefined : `${version}${sign === '-' ? '_' : '-'}${arch}`;
}
/** Returns all tags of the highest release, as they are written one after the other. */
function tagsOfHighest(version, arches) {
    const moving = movingTags(version).map(({ tag }) => tag);
    return [version.text, ...arches.map((arch) => archTag(version.text, arch)), ...moving.filter((tag) => tag !== LATEST), ...arches.map((arch) => archTag(LATEST, arch)), LATEST];
}
/** Tells whether this version looks like a platform's tag, as earlier versions of this program wrote them. */
function looksLikeArchTag(version) {
    return _platform_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHES */ .Pr.some((arch) => version.endsWith(`-${arch}`));
}


/***/ }),

/***/ 83956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ compactJson),
/* harmony export */   Is: () => (/* binding */ sortedJson),
/* harmony export */   Je: () => (/* binding */ stringOf),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   ak: () => (/* binding */ indentedJson),
/* harmony export */   kR: () => (/* binding */ objectJson),
/* harmony export */   lS: () => (/* binding */ membersOf)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);

/**
 * Reads an object without losing how it was written.
 * @param json with comments and trailing commas, or without
 * @returns empty if the text is no object
 */
function membersOf(json) {
    const root = json === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json, [], { allowTrailingComma: true });
    return root?.type === 'object' ? membersOfNode(json ?? '', root, 'written') : new Map();
}
/** Returns the items of a list, each as JSON text; undefined if the text is no list. */
function itemsOf(json) {
    const root = json === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json);
    return root?.type === 'array' ? (root.children ?? []).map((item) => compactJson(json ?? '', item)) : undefined;
}
/** Returns the value of a member that is a text; undefined if it is none. */
function stringOf(json) {
    const value = json === undefined ? undefined : JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
}
/** Returns the object that has these members, without blanks. */
function objectJson(members) {
    return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}
/**
 * Writes a node without blanks and comments: names in their order, numbers digit for digit. Of a name that appears twice
 * the last value counts, in the first one's place, as JSON.parse has it.
 * @param text what the node was parsed from
 */
function compactJson(text, node) {
    return write(text, node, 'written');
}
/** Returns the same text for the same JSON, in whatever order its names were written. Numbers stay digit for digit. */
function sortedJson(json) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json);
    return root === undefined ? json : write(json, root, 'sorted');
}
/** Returns the same, a line for each member and item. @param json without blanks */
function indentedJson(json, indent = '') {
    const inner = `${indent}  `;
    const block = (open, lines, close) => lines.length === 0 ? `${open}${close}` : `${open}\n${lines.map((line) => `${inner}${line}`).join(',\n')}\n${indent}${close}`;
    if (json.startsWith('{'))
        return block('{', [...membersOf(json)].map(([name, value]) => `${JSON.stringify(name)}: ${indentedJson(value, inner)}`), '}');
    if (json.startsWith('['))
        return block('[', (itemsOf(json) ?? []).map((item) => indentedJson(item, inner)), ']');
    return json;
}
function write(text, node, order) {
    switch (node.type) {
        case 'object':
            return objectJson(membersOfNode(text, node, order));
        case 'array':
            return `[${(node.children ?? []).map((item) => write(text, item, order)).join(',')}]`;
        case 'number':
            return text.slice(node.offset, node.offset + node.length);
        default:
            return JSON.stringify(node.value);
    }
}
function membersOfNode(text, object, order) {
    const members = new Map();
    for (const { children: [name, value] = [] } of object.children ?? []) {
        if (name !== undefined && value !== undefined)
            members.set(String(name.value), write(text, value, order));
    }
    return order === 'written' ? members : new Map([...members].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 95365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ FEATURE_ID),
/* harmony export */   GK: () => (/* binding */ isFeatureId),
/* harmony export */   Q2: () => (/* binding */ FEATURE_VERSION),
/* harmony export */   R7: () => (/* binding */ isFeatureVersion),
/* harmony export */   SF: () => (/* binding */ LONGEST_VERSION)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);

// A Feature's id is the last part of its name in the registry; this is the grammar that the dev container CLI has for
// it (spec-configuration/containerCollectionsOCI.ts, "regexForPath").
const ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
// https://semver.org, "Is there a suggested regular expression": without build metadata, whose plus sign no tag can have.
const NUMBER = String.raw `(?:0|[1-9]\d*)`;
const IDENTIFIER = String.raw `(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?$`);
const LONGEST_ID = 128;
/** Characters. A tag has 128 at most, and the tags of platforms are longer than that of the version. */
const LONGEST_VERSION = 100;
function isFeatureId(text) {
    return text.length <= LONGEST_ID && ID.test(text);
}
function isFeatureVersion(text) {
    return text.length <= LONGEST_VERSION && VERSION.test(text);
}
const FEATURE_ID = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)('the id of a Feature (lower case letters and digits, with single . _ - between them)', isFeatureId);
const FEATURE_VERSION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)('a semantic version without build metadata (1.2.0, 2.0.0-rc.1)', isFeatureVersion);


/***/ }),

/***/ 93040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ JsonError),
/* harmony export */   NE: () => (/* binding */ JSON_DEPTH),
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Why a text is not the JSON that was wanted; the end of a sentence: "it is not JSON". Never quotes the text. */
class JsonError extends Error {
}
/** What everything that we read stays far below; deeper ones end a recursion's stack. */
const JSON_DEPTH = 64;
/** Each takes up to 40 bytes of memory, however little it takes of the text. */
const JSON_VALUES = 4_000_000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses JSON from outside: what would take too much memory or stack is refused before it is built.
 * @throws JsonError
 */
function parseJson(source, { bytes, depth = JSON_DEPTH, values = JSON_VALUES }) {
    const buffer = typeof source === 'string' ? Buffer.from(source) : source;
    if (buffer.length > bytes)
        throw new JsonError(`it has ${buffer.length} bytes; the limit is ${bytes}`);
    measure(buffer, depth, values);
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a secret.
        throw new JsonError('it is not JSON');
    }
}
/** What a program of ours writes about a closure may be large; more than this is never needed. */
const PROGRAM_LIMIT = 512 * 1024 * 1024;
/**
 * Returns the JSON in a text, or refuses it.
 * @param refuse throws; it is given the end of a sentence
 * @param limits unless given, those of what a program wrote
 */
function parsedJson(source, refuse, limits = { bytes: PROGRAM_LIMIT, values: 10 * JSON_VALUES }) {
    try {
        return parseJson(source, limits);
    }
    catch (cause) {
        return refuse(cause instanceof JsonError ? cause.message : String(cause), cause);
    }
}
/** Counts what JSON.parse would build; of what is no JSON, something or other. */
function measure(bytes, depth, values) {
    let open = 0;
    let count = 1;
    let inText = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (inText) {
            if (byte === BACKSLASH)
                at++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE) {
            inText = true;
        }
        else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
            open++;
            count++;
            if (open > depth)
                throw new JsonError(`it is nested more than ${depth} levels deep`);
        }
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
            open--;
        }
        else if (byte === COMMA || byte === COLON) {
            count++;
        }
        if (count > values)
            throw new JsonError(`it holds more than ${values} values`);
    }
}


/***/ }),

/***/ 75323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ SigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


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
        return new SigningKey(name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519').privateKey);
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
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('it is not <name>:<88 characters of base 64>, as "nix-store --generate-binary-cache-key" writes it into the secret file');
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PKCS8, bytes.subarray(0, HALF)]), format: 'der', type: 'pkcs8' });
        if (!publicHalf(key).equals(bytes.subarray(HALF)))
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('its two halves do not belong together');
        return new SigningKey(name, key);
    }
    /** The whole key as Nix writes it: for a file that only its owner reads, and for nothing else. */
    secretText() {
        const seed = this.#key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
        return `${this.name}:${Buffer.concat([seed, publicHalf(this.#key)]).toString('base64')}`;
    }
    /** @returns what stands behind `Sig:` */
    sign(text) {
        return `${this.name}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(text), this.#key).toString('base64')}`;
    }
}
function publicHalf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-HALF);
}


/***/ }),

/***/ 99863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ isUsableVersion),
/* harmony export */   _9: () => (/* binding */ DEFAULT_NIX),
/* harmony export */   bX: () => (/* binding */ chooseRelease)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/**
 * SHA-256 of `nix-<version>-<system>.tar.xz`, as the installer of each release has it
 * (`https://releases.nixos.org/nix/nix-<version>/install`). Each was found in a copy of that script and again in a pin of
 * somebody else; docs/use/setup.md says which, and how a row is added.
 */
const RELEASES = {
    '2.26.3': {
        'x86_64-linux': 'd378a057253fb98f05c3e7c431c1852cca6afae3376f5853a9fcb7ae423a05ad',
        'aarch64-linux': '8e52a0ff91b14a3fd7e5bdf5abe263c732b8655ecc67d7730844bb90e2203416',
    },
    '2.28.3': {
        'x86_64-linux': '85d1847d06d5d56167796d3f61cd992908de84584db3e700da031a782b59ea22',
        'aarch64-linux': '3dffb118772382e35526806fb97acc05df7ad6dc29dbe52b921b77e52e39f571',
    },
    '2.31.2': {
        'x86_64-linux': 'd1f67c86eed016214864ba08bfb9529c307aea7e8fafb74853f96fcc3bfd8a60',
        'aarch64-linux': '64db528412096d718b4bf8f78f85e5ac2b714b774e5005500dee37d23f560456',
    },
    '2.35.1': {
        'x86_64-linux': 'c3fe29778acaa93b5095ee66e36f11ec7c6a284c40970a24cc83ac4f04809db3',
        'aarch64-linux': '79b739996f1751573b4d2b56e4ae607855184c711f2cc1274fa0952a13d4bfc9',
    },
};
/** Within the range that this project is tested with; newer ones are there for those who ask for them. */
const DEFAULT_NIX = '2.31.2';
/** Older ones lack what is used here (nix/run/version.ts). */
const OLDEST_MINOR = 8;
/**
 * Chooses what to install.
 * @throws InputError if the version can't be installed, or nothing says which hash it has
 */
function chooseRelease({ version = DEFAULT_NIX, sha256, mirror }, system) {
    const known = Object.hasOwn(RELEASES, version) ? RELEASES[version]?.[system] : undefined;
    const hash = sha256 ?? known;
    if (hash === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-sha256', `nix-version: the SHA-256 of Nix ${version} for ${system} is not known; nix-feature knows the hashes of ${Object.keys(RELEASES).join(', ')}.`, {
            hint: `Give it as "nix-sha256"; it is at https://releases.nixos.org/nix/nix-${version}/nix-${version}-${system}.tar.xz.sha256.`,
        });
    }
    return { version, system, sha256: hash, url: `${mirror}/nix-${version}/nix-${version}-${system}.tar.xz` };
}
/** Is it the version of a release that can be used here: three numbers, 2.8.0 or newer? */
function isUsableVersion(text) {
    const [, major = '', minor = ''] = /^(\d{1,4})\.(\d{1,4})\.\d{1,4}$/.exec(text) ?? [];
    return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= OLDEST_MINOR);
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

/***/ 10710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ twoPorts),
/* harmony export */   K4: () => (/* binding */ sshFiles),
/* harmony export */   bN: () => (/* binding */ sshOptions),
/* harmony export */   cA: () => (/* binding */ wrongHostLine),
/* harmony export */   pW: () => (/* binding */ buildersWithKeys),
/* harmony export */   uv: () => (/* binding */ sshComplaint),
/* harmony export */   zE: () => (/* binding */ sshAddress)
/* harmony export */ });
/** One host of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), without a marker. */
const KNOWN_HOST = /^([^\s@#]\S*)\s+((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/;
/** The same, which may have a marker, be hashed, or be a pattern. */
const LINE = /^(?:@(?:cert-authority|revoked)\s+)?\S+\s+(?:ssh|ecdsa|sk)-\S+\s+[A-Za-z0-9+/]+={0,2}(?:\s|$)/;
/** What ssh says last of why it gives up (OpenSSH, sshconnect.c and clientloop.c). */
const COMPLAINT = /Host key verification failed\.|(?<![\w.@-])[\w.@-]+: Permission denied \([^)\n]{0,200}\)\.|ssh: (?:connect to|Could not)[^\n]{0,500}|Load key [^\n]{0,500}/;
/** A remote builder that is reached by ssh: the first word of its line (Nix manual, "Remote Builds"). */
const SSH_BUILDER = /^(?:(ssh|ssh-ng):\/\/)?((?:[^@\s/]+@)?)(\[[^\]\s]+\]|[^\s:/?#[\]]+)(?::(\d+))?(\?\S*)?$/;
/** @returns undefined for what is not reached by ssh: a file with builders, a store of another kind */
function sshAddress(builder) {
    const [uri = ''] = builder.split(/\s+/);
    if (/^[@/]/.test(uri))
        return undefined;
    const [match, scheme = 'ssh', user = '', host = '', port, query = ''] = SSH_BUILDER.exec(uri) ?? [];
    return match === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port, portless: `${scheme}://${user}${host}${query}` };
}
/** Returns the number of the first line that is not one of a known_hosts file, from 1; undefined: all are. */
function wrongHostLine(text) {
    const at = text.split('\n').findIndex((line) => !/^\s*(?:#|$)/.test(line) && !LINE.test(line.trim()));
    return at < 0 ? undefined : at + 1;
}
/** Finds a host with builders at several ports: ssh's list of known hosts can't tell them apart. */
function twoPorts(builders) {
    const ports = new Map();
    for (const { host, port } of builders.flatMap((builder) => sshAddress(builder) ?? [])) {
        if (ports.has(host) && ports.get(host) !== port)
            return host;
        ports.set(host, port);
    }
    return undefined;
}
/** Returns why ssh gave up. @returns undefined if it did not */
function sshComplaint(stderr) {
    return COMPLAINT.exec(stderr)?.[0].trim();
}
/** Where the files of {@link sshFiles} are, seen from where Nix runs. */
const NAMES = { key: 'key', hosts: 'known_hosts', config: 'config' };
/**
 * Returns the files that ssh needs, by their names in one folder. Ours come before those of the user and the machine, and the first
 * value of a setting counts (ssh_config(5)).
 */
function sshFiles({ key, knownHosts }, builders, folder) {
    const ports = builders.flatMap((builder) => {
        const { host, port } = sshAddress(builder) ?? {};
        return host === undefined || port === undefined ? [] : [`Host ${host}`, `  Port ${port}`];
    });
    const config = [
        ...ports,
        'Host *',
        ...(key === undefined ? [] : [`  IdentityFile ${folder}/${NAMES.key}`, '  IdentitiesOnly yes']),
        ...(knownHosts === undefined ? [] : [`  UserKnownHostsFile ${folder}/${NAMES.hosts}`, '  GlobalKnownHostsFile /dev/null']),
        '  StrictHostKeyChecking yes',
        '  BatchMode yes',
        'Include ~/.ssh/config',
        'Include /etc/ssh/ssh_config',
    ];
    return new Map([
        [NAMES.config, `${config.join('\n')}\n`],
        ...(key === undefined ? [] : [[NAMES.key, key]]),
        ...(knownHosts === undefined ? [] : [[NAMES.hosts, knownHosts]]),
    ]);
}
/** Returns what Nix tells ssh; `inherited` wins, as it is the user's own. */
function sshOptions(folder, inherited) {
    return `${inherited} -F ${folder}/${NAMES.config}`.trim();
}
/**
 * Returns the builders with the key and the host's key in their own fields, unless they have others: a daemon, which does not know our
 * environment, reads them there. Fields are: address, systems, key, jobs, speed, features, required features, host key.
 */
function buildersWithKeys(builders, { key, knownHosts }, folder) {
    return builders.map((builder) => {
        const address = sshAddress(builder);
        if (address === undefined)
            return builder;
        const [, ...fields] = builder.split(/\s+/);
        const all = [address.portless, ...fields];
        if (key !== undefined)
            setField(all, 2, `${folder}/${NAMES.key}`);
        const hostKey = knownHosts === undefined ? undefined : keyOf(address, knownHosts);
        if (hostKey !== undefined)
            setField(all, 7, Buffer.from(hostKey).toString('base64'));
        return all.join(' ');
    });
}
function setField(fields, index, value) {
    while (fields.length <= index)
        fields.push('-');
    if (fields[index] === '-')
        fields[index] = value;
}
/** The first key that is known of a host by its name; hashed names and patterns are for ssh. */
function keyOf({ host, port }, knownHosts) {
    const names = new Set(port === undefined ? [host] : [`[${host}]:${port}`]);
    for (const line of knownHosts.split('\n')) {
        const [, hosts = '', type = '', key = ''] = KNOWN_HOST.exec(line.trim()) ?? [];
        if (hosts.split(',').some((name) => names.has(name)))
            return `${type} ${key}`;
    }
    return undefined;
}


/***/ }),

/***/ 8723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ storeContents),
/* harmony export */   TQ: () => (/* binding */ closureOf),
/* harmony export */   pN: () => (/* binding */ builtSince)
/* harmony export */ });
/* unused harmony export parseClosure */
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _nix_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43643);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);




/** Returns everything that the roots need at run time, themselves included. @throws CommandError, Failure */
async function closureOf(site, roots) {
    if (roots.length === 0)
        return new Map();
    return parseClosure(await pathInfoJson(site, roots), site.where);
}
/**
 * Returns all that was built by this Nix, and not fetched, besides what was there before; no derivations.
 * @param before everything that was there
 * @throws CommandError, Failure, CancelledError
 */
async function builtSince(site, before) {
    const json = await pathInfoJson(site, ['--all']);
    const closure = parseClosure(json, site.where);
    const built = entriesOf(json, site.where).filter(([, value]) => field(value, 'ultimate') === true);
    return built.flatMap(([key]) => {
        const path = storePath(key);
        const info = closure.get(path);
        return info === undefined || before.has(path) || path.endsWith('.drv') ? [] : [info];
    });
}
/** Returns all that the store holds. @throws CommandError, CancelledError */
async function storeContents(site) {
    return (await site.capture(['nix', 'path-info', '--all'])).split('\n').filter((line) => line !== '');
}
async function pathInfoJson(site, roots) {
    try {
        return await site.capture(['nix', 'path-info', '--json', ...recursive(roots), ...roots]);
    }
    catch (error) {
        // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && error.stderr.includes('--json-format')))
            throw error;
        return site.capture(['nix', 'path-info', '--json', '--json-format', '1', ...recursive(roots), ...roots]);
    }
}
/** All that there is has no further references. */
function recursive(roots) {
    return roots[0] === '--all' ? [] : ['--recursive'];
}
/**
 * Reads the answer of any Nix: an array (up to 2.18), an object keyed by path (2.19 and later), or one with the paths
 * under `info` and without the store's folder (`--json-format 2`).
 * @param where for messages: where Nix ran
 * @throws Failure if a path is not valid or the set is not closed
 */
function parseClosure(json, where) {
    const values = new Map(entriesOf(json, where).map(([key, value]) => [storePath(key), value]));
    // References are most of what there is: each is one of the keys, and that one text of it is kept.
    const known = new Map([...values.keys()].map((path) => [path, path]));
    return new Map([...values.keys()].sort().map((path) => [path, pathInfo(path, values.get(path), known, where)]));
}
function entriesOf(json, where) {
    const parsed = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedJson */ .U4)(json, (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"nix path-info --json" (${where}) gave an invalid answer: ${why}.`);
    });
    if (Array.isArray(parsed))
        return parsed.map((entry) => [String(field(entry, 'path')), entry]);
    if (typeof parsed !== 'object' || parsed === null)
        throw unreadable(where, json.slice(0, 80));
    const info = field(parsed, 'info');
    return Object.entries(typeof info === 'object' && info !== null ? info : parsed);
}
function pathInfo(path, value, known, where) {
    if (value === null || field(value, 'valid') === false) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${path} is not a valid path in the Nix store of ${where}.`);
    }
    const storeDir = field(value, 'storeDir');
    const narSize = field(value, 'narSize');
    const references = field(value, 'references');
    if (typeof narSize !== 'number' || !Array.isArray(references))
        throw unreadable(where, path);
    if (typeof storeDir === 'string' && storeDir !== _store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Nix (${where}) uses the store ${storeDir}; stores elsewhere than ${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF} are not supported.`);
    }
    return {
        path,
        narHash: (0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(field(value, 'narHash')),
        narSize,
        references: references.map((reference) => known.get(String(reference)) ?? referred(path, String(reference), known, where)).sort(_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6),
        deriver: deriver(field(value, 'deriver')),
        ca: contentAddress(field(value, 'ca')),
    };
}
/** What a path refers to, however it is written. @throws Failure if that is not valid */
function referred(path, reference, known, where) {
    const full = storePath(reference);
    const found = known.get(full);
    if (found !== undefined)
        return found;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`The Nix database of ${where} is damaged: ${path} refers to ${full}, which is not valid.`, {
        hint: 'Repair it with "nix-store --verify --check-contents --repair", or use a fresh base image.',
    });
}
/** With or without the store's folder. */
function storePath(text) {
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(text.startsWith('/') ? text : `${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF}/${text}`);
}
function deriver(value) {
    return typeof value === 'string' && value !== '' && !value.endsWith('unknown-deriver') ? storePath(value) : null;
}
/** The string that the database and binary caches hold (Nix manual, "Content-addressing store objects"). */
function contentAddress(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    if (typeof value !== 'object' || value === null)
        return null;
    const hash = (0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .toNix32 */ .eN)((0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNixHash */ .BB)(field(value, 'hash')));
    const method = field(value, 'method');
    switch (method) {
        case 'text':
            return `text:${hash}`;
        case 'flat':
            return `fixed:${hash}`;
        case 'nar':
            return `fixed:r:${hash}`;
        default:
            return `fixed:${String(method)}:${hash}`;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function unreadable(where, what) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"nix path-info --json" (${where}) wrote an unknown format: ${what}.`, {
        hint: 'This Nix may be newer than this action supports. Please report its version.',
    });
}


/***/ }),

/***/ 55541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Dh: () => (/* binding */ DIGEST),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   z9: () => (/* binding */ digestOfHex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



const SHA256 = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return SHA256.test(text);
}
const DIGEST = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .grammar */ .qN)('a digest (sha256:<64 hexadecimal digits>)', isDigest);
/** @throws Failure if `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
function parseDigest(text) {
    if (!isDigest(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`"${text}" is not a digest: expected sha256:<64 hexadecimal digits>.`);
    return text;
}
/** Returns the digest of bytes in memory. */
function digestOf(bytes) {
    return digestOfHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'));
}
/** Returns the digest of a SHA-256 that was computed in a stream. */
function digestOfHex(hex) {
    return `sha256:${hex}`;
}
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 20844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Mo: () => (/* binding */ REGISTRY),
/* harmony export */   n_: () => (/* binding */ checkRepository),
/* harmony export */   uC: () => (/* binding */ checkTagOrDigest)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77363);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);




// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;
const REGISTRY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a registry's host (ghcr.io, localhost:5000)", isRegistry);
const REPOSITORY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a repository's name (org/my-tools)", isRepository);
function isRegistry(text) {
    return text.length <= MAX_NAME && HOST.test(text);
}
function isRepository(text) {
    return text.length <= MAX_NAME && NAME.test(text);
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * Checks names again before a request, wherever they come from, because its address is made of them.
 * @throws Failure if one is none
 */
function checkName({ registry, repository }) {
    if (!isRegistry(registry))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(registry)} is not ${REGISTRY.what}.`);
    checkRepository(repository);
}
/** @throws Failure if the text is no repository's name */
function checkRepository(text) {
    if (!isRepository(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is not ${REPOSITORY.what}.`);
}
/** @throws Failure if the text is neither a tag nor a digest */
function checkTagOrDigest(text) {
    if (isTag(text) || (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(text))
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is neither a tag nor a digest of a repository.`);
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}
const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';
/** @throws Failure if `text` is no image reference */
function parseReference(text) {
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${text}" is not an image reference: ${why}.`, { hint: HINT });
    };
    if (text === '')
        refuse('it is empty');
    if (/^[a-z]+:\/\//i.test(text))
        refuse('a reference has no scheme such as https://');
    // No tag and no digest has a slash behind the at sign: this is a login, and not to be shown.
    const login = /^[^/@]+@(?=[^@]*\/)/.exec(text)?.[0];
    if (login !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .MASKED */ .uA}@${text.slice(login.length)}" is not an image reference: it can't contain a login.`, {
            hint: 'Give user name and password separately, or log in with docker.',
        });
    }
    const at = text.indexOf('@');
    const digest = at === -1 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest))
        refuse(`"${digest}" is not sha256: and 64 hexadecimal digits`);
    const rest = at === -1 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        refuse(`"${tag}" is not a tag (letters, digits, "_", ".", "-", at most 128, not beginning with "." or "-")`);
    }
    const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
    if (!isRegistry(registry))
        refuse(`"${registry}" is not a registry's host name`);
    if (/[A-Z]/.test(repository))
        refuse(`the repository "${repository}" must be lower case`);
    if (!NAME.test(repository))
        refuse(`"${repository}" is not a repository's name`);
    if (registry.length + 1 + repository.length > MAX_NAME)
        refuse(`its name is longer than ${MAX_NAME} characters`);
    return {
        registry,
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest: digest }),
    };
}
/** Returns the reference written out in full: `docker.io/library/debian:12@sha256:…`. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const named = /[.:[A-Z]/.test(first) || first === 'localhost';
    const registry = named ? first : 'docker.io';
    const repository = named ? name.slice(slash + 1) : name;
    if (registry !== 'docker.io' && registry !== 'index.docker.io')
        return { registry, repository };
    return { registry: 'docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}


/***/ }),

/***/ 82480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ archOfNode),
/* harmony export */   Pr: () => (/* binding */ ARCHES),
/* harmony export */   Qh: () => (/* binding */ archOf),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   nn: () => (/* binding */ isArch)
/* harmony export */ });
/** The one place where OCI platforms and Nix systems are converted into each other. */
const ARCHES = ['amd64', 'arm64'];
const SYSTEMS = { amd64: 'x86_64-linux', arm64: 'aarch64-linux' };
function systemOf(arch) {
    return SYSTEMS[arch];
}
function archOf(system) {
    return system === 'x86_64-linux' ? 'amd64' : 'arm64';
}
function isArch(text) {
    return ARCHES.includes(text);
}
/** Returns the arch of a `process.arch`, or undefined if this action has no name for it. */
function archOfNode(nodeArch) {
    return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
}


/***/ })

};
