export const id = 143;
export const ids = [143];
export const modules = {

/***/ 70642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRuntime)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The parts of the installer, in the order in which they are joined: the program itself must be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
    'signed',
    'bundle',
    'options',
    'rights',
    'nar',
    'preflight',
    'whole',
    'lock',
    'nix',
    'registry',
    'failure',
    'watch',
    'fetch',
    'layers',
    'unpack',
    'store',
    'owner',
    'switch',
    'shells',
    'record',
    'prune',
    'door',
    'dev',
    'register',
    'dev-lib',
    'release',
    'packages',
    'ctl',
    'why',
    'build',
    'mode',
    'main',
];
/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
async function readRuntime(folder) {
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}


/***/ }),

/***/ 59275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ checkLayers)
});

// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/archive/strict-tar.js
var strict_tar = __webpack_require__(17487);
// EXTERNAL MODULE: ./lib/base/tar/decompress.js
var decompress = __webpack_require__(49498);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/verify/result/checks.js
var checks = __webpack_require__(85378);
// EXTERNAL MODULE: ./lib/nix/nar/nar-encoder.js
var nar_encoder = __webpack_require__(99953);
;// CONCATENATED MODULE: ./lib/nix/nar/nar-hasher.js


/** Makes a NAR again, and keeps nothing but its hash. */
class NarHasher extends nar_encoder/* NarEncoder */.Y {
    #hash;
    constructor() {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        super((bytes) => hash.update(bytes));
        this.#hash = hash;
    }
    /** Ends the archive. @throws Error if it is not whole; the end of a sentence */
    end() {
        const narSize = this.finish();
        return { narHash: `sha256-${this.#hash.digest('base64')}`, narSize };
    }
}

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/verify/layer/layer-members.js




/** Each takes memory for as long as its layer is read. */
const MOST_MEMBERS = 2_000_000;
/** Of a name in a message. */
const LONGEST_SHOWN = 200;
const FOLDERS = ['nix/', 'nix/store/'];
const SPECIAL_BITS = 0o7000;
/**
 * Looks at each member of a layer: whole store paths of its list, in their order, as `TarWriter` writes them, and nothing
 * else. The NAR of every path is made again on the way.
 */
class LayerMembers {
    /** Of members. */
    problems = new checks/* Problems */.Zw();
    /** Of NAR hashes. */
    narProblems = new checks/* Problems */.Zw();
    #wanted;
    #spool;
    #places;
    #count = 0;
    /** How many of the list have begun, or were passed over. */
    #begun = 0;
    #open;
    /** The store name whose members are skipped, because it should not be there. */
    #foreign = '';
    #isFile = false;
    constructor(wanted, spool) {
        this.#wanted = wanted;
        this.#spool = spool;
        this.#places = new Map(wanted.paths.map((path, index) => [(0,store_path/* baseNameOf */.mv)(path), index]));
    }
    member(member) {
        this.#count += 1;
        this.#isFile = false;
        if (this.#count > MOST_MEMBERS)
            throw new Error(`has more than ${MOST_MEMBERS} members`);
        const folder = FOLDERS[this.#count - 1];
        if (folder !== undefined)
            return this.#seeFolder(member, folder);
        const place = this.#placeOf(member.name, member.type === 'directory');
        if (place === undefined)
            return this.problems.fail(`${shown(member.name)} is not in a store path`);
        this.#seeHeader(member);
        const open = this.#pathOf(place.root);
        if (open === undefined || open.isBroken)
            return;
        try {
            this.#hash(open.hasher, place.path, member);
        }
        catch (error) {
            if (error instanceof errors/* Failure */.HR)
                throw error;
            this.#break(open, `${shown(member.name)} ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    contents(bytes) {
        if (!this.#isFile)
            return;
        this.#spool.write(bytes);
        if (this.#open?.isBroken === false)
            this.#open.hasher.contents(bytes);
    }
    memberEnd() {
        if (!this.#isFile)
            return;
        this.#spool.endFile();
        if (this.#open?.isBroken === false)
            this.#open.hasher.fileEnd();
    }
    /** To be called when the tar is read to its end. */
    end() {
        this.#endPath();
        this.#passOver(this.#wanted.paths.length);
    }
    #seeFolder(member, wanted) {
        const { name, type, mode, oddity } = member;
        if (name !== wanted || type !== 'directory')
            throw new Error(`begins with ${shown(name)} instead of ${FOLDERS.join(' and ')}`);
        if (mode !== 0o755)
            return this.problems.fail(`${wanted} has the mode ${octal(mode)} instead of 0755`);
        if (oddity !== undefined)
            this.problems.fail(`${wanted} ${oddity}`);
    }
    /** `nix/store/<root>/<path>`; undefined for all else. */
    #placeOf(name, isDirectory) {
        if (!name.startsWith('nix/store/') || name.endsWith('/') !== isDirectory)
            return undefined;
        const [root = '', ...parts] = (isDirectory ? name.slice(0, -1) : name).slice('nix/store/'.length).split('/');
        const isPlain = [root, ...parts].every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
        return isPlain ? { root, path: parts.join('/') } : undefined;
    }
    /** Of several things that are wrong with a member, the worst is said. */
    #seeHeader(member) {
        const wrong = headerProblem(member);
        if (wrong !== undefined)
            this.problems.fail(`${shown(member.name)} ${wrong}`);
    }
    /** @returns undefined for a path that should not be there */
    #pathOf(root) {
        if (this.#open !== undefined && (0,store_path/* baseNameOf */.mv)(this.#open.path) === root)
            return this.#open;
        if (this.#foreign === root)
            return undefined;
        this.#endPath();
        const place = this.#places.get(root);
        const path = this.#wanted.paths[place ?? -1];
        if (place === undefined || path === undefined || place < this.#begun) {
            this.#foreign = root;
            this.problems.fail(`${shown(`${store_path/* STORE_DIR */.SF}/${root}`)} is in the layer ${place === undefined ? 'and not in its list' : 'in a place that is not its own'}`);
            return undefined;
        }
        this.#passOver(place);
        this.#begun = place + 1;
        this.#open = { path, hasher: new NarHasher(), isBroken: false };
        return this.#open;
    }
    #passOver(end) {
        for (const path of this.#wanted.paths.slice(this.#begun, end))
            this.problems.fail(`${path} is in the list of its layer but not in the layer`);
    }
    #hash(hasher, path, { name, type, mode, size, target }) {
        switch (type) {
            case 'directory':
                return hasher.directory(path);
            case 'symlink':
                return hasher.symlink(path, target);
            case 'file':
                hasher.file(path, isExecutable(mode), size);
                this.#spool.begin(name, isExecutable(mode), size);
                this.#isFile = true;
                return;
            case 'link':
                return this.#hashLinked(hasher, path, { mode, target });
            default:
                throw new Error('can be in no store path');
        }
    }
    #hashLinked(hasher, path, { mode, target }) {
        const kept = this.#spool.find(target);
        if (kept === undefined)
            throw new Error(`is a hard link to ${shown(target)}, which is not a file before it`);
        if (kept.executable !== isExecutable(mode))
            throw new Error(`has a different mode than ${shown(target)}, to which it is a hard link`);
        hasher.file(path, kept.executable, kept.size);
        for (const bytes of this.#spool.contents(kept))
            hasher.contents(bytes);
        hasher.fileEnd();
    }
    /** Its hash can't be made any more. */
    #break(open, why) {
        open.isBroken = true;
        this.problems.fail(why);
        this.narProblems.skip(`${open.path} was not hashed, because its members are not in order`);
    }
    #endPath() {
        const open = this.#open;
        this.#open = undefined;
        this.#foreign = '';
        if (open === undefined || open.isBroken)
            return;
        const { narHash, narSize } = open.hasher.end();
        const wanted = this.#wanted.nars.get(open.path);
        if (wanted === undefined)
            this.narProblems.fail(`The expected hash of ${open.path} is unknown`);
        else if (wanted.narHash !== narHash || wanted.narSize !== narSize) {
            this.narProblems.fail(`${open.path} hashes to ${narHash} (${narSize} bytes) and should hash to ${wanted.narHash} (${wanted.narSize} bytes)`);
        }
    }
}
/** The end of a sentence; undefined if the header is as we write it. */
function headerProblem({ name, type, mode, oddity }) {
    if (type === 'device' || type === 'fifo' || type === 'other')
        return `is a ${type === 'other' ? 'file of a kind that no store has' : type}`;
    if (lastPart(name).startsWith('.wh.'))
        return 'would remove a file: container engines read it as a whiteout';
    if ((mode & SPECIAL_BITS) !== 0)
        return `has the mode ${octal(mode)}: it is ${specialBits(mode)}`;
    const modes = type === 'symlink' ? [0o777] : type === 'directory' ? [0o555] : [0o444, 0o555];
    if (!modes.includes(mode))
        return `has the mode ${octal(mode)} instead of ${modes.map(octal).join(' or ')}`;
    return oddity;
}
function specialBits(mode) {
    const bits = [[0o4000, 'set-uid'], [0o2000, 'set-gid'], [0o1000, 'sticky']];
    return bits.filter(([bit]) => (mode & bit) !== 0).map(([, word]) => word).join(' and ');
}
/** The owner's bit alone counts, as in Nix. */
function isExecutable(mode) {
    return (mode & 0o100) !== 0;
}
function octal(mode) {
    return mode.toString(8).padStart(4, '0');
}
function lastPart(name) {
    return name.replace(/\/$/, '').split('/').at(-1) ?? '';
}
function shown(name) {
    return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}...` : name);
}

// EXTERNAL MODULE: ./lib/archive/spool.js
var archive_spool = __webpack_require__(19561);
;// CONCATENATED MODULE: ./lib/verify/layer/check-layer.js










/** The bytes of the tar are more than they may be. */
class TooLong extends Error {
}
/**
 * Reads a layer once, as a stream: its digest, its diff id, its members and the NAR of each of its paths.
 * @throws CancelledError, and nothing else that is no bug
 */
async function checkLayer(source, layer, { folder, signal }) {
    const result = { bytes: new checks/* Problems */.Zw(), diffId: new checks/* Problems */.Zw(), members: new checks/* Problems */.Zw(), nars: new checks/* Problems */.Zw() };
    const spool = new archive_spool/* Spool */.Q(folder, `layer-${layer.digest.slice('sha256:'.length)}`);
    const members = new LayerMembers(layer, spool);
    const tar = new Unpacked(members, { most: layer.mostBytes, signal });
    const blob = source.blob(layer);
    try {
        await (0,promises_.pipeline)([...(await (0,decompress/* decompression */.m)(blob, layer.mediaType)), tar]);
        tar.finish(layer, result);
    }
    catch (error) {
        blob.destroy();
        if (signal.aborted)
            throw (0,errors/* reasonOf */.A3)(signal);
        await noteBreak(error, { source, layer, result });
        return result;
    }
    finally {
        spool.close();
    }
    result.members.add(members.problems);
    result.nars.add(members.narProblems);
    return result;
}
/** What a stream broke of: its bytes, what they unpack to, or the way that they come by. */
async function noteBreak(error, { source, layer, result }) {
    const where = `the layer ${layer.digest}`;
    const bytes = error instanceof errors/* Failure */.HR ? error : await faultOfBytes(source.blob(layer));
    if (bytes !== undefined) {
        (0,checks/* noteFault */.hT)(result.bytes, bytes);
        for (const problems of [result.diffId, result.members, result.nars])
            problems.skip(`The bytes of ${where} are missing or wrong`);
        return;
    }
    const why = (0,errors/* messageOf */.bD)(error);
    result.diffId.fail(error instanceof TooLong ? `The layer ${layer.digest} unpacks to more than ${layer.mostBytes} bytes` : `The layer ${layer.digest} can't be unpacked: ${why}`);
    for (const problems of [result.members, result.nars])
        problems.skip(`${where.replace('the', 'The')} was not completely unpacked`);
}
/** Whatever unpacks them broke first: are the bytes themselves right? */
async function faultOfBytes(blob) {
    try {
        for await (const _ of blob)
            ;
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc)
            throw error;
        return error;
    }
}
/** The tar of a layer, as it comes: hashed, and looked through for as long as it can be read. */
class Unpacked extends external_node_stream_.Writable {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #members;
    #reader;
    #limits;
    #size = 0;
    /** Why nothing more is read of it. */
    #broken;
    #fault;
    constructor(members, limits) {
        super();
        this.#members = members;
        this.#reader = new strict_tar/* StrictTarReader */.u(members);
        this.#limits = limits;
    }
    _write(chunk, _encoding, done) {
        this.#size += chunk.length;
        if (this.#limits.signal.aborted)
            return done((0,errors/* reasonOf */.A3)(this.#limits.signal));
        if (this.#size > this.#limits.most)
            return done(new TooLong());
        this.#hash.update(chunk);
        this.#read(() => this.#reader.write(chunk));
        done();
    }
    /** Compares what came with what should have come. */
    finish({ digest, diffId, tarSize }, result) {
        const found = (0,format_digest/* digestOfHex */.z9)(this.#hash.digest('hex'));
        if (found !== diffId)
            result.diffId.fail(`The layer ${digest} unpacks to ${found} and should unpack to ${diffId}`);
        else if (tarSize !== undefined && tarSize !== this.#size)
            result.diffId.fail(`The layer ${digest} unpacks to ${this.#size} bytes and should unpack to ${tarSize}`);
        this.#read(() => {
            this.#reader.end();
            this.#members.end();
        });
        if (this.#broken !== undefined) {
            result.members.fail(`The tar of the layer ${digest} ${this.#broken}`);
            result.nars.skip(`The layer ${digest} was not completely read`);
        }
        if (this.#fault !== undefined)
            for (const problems of [result.members, result.nars])
                (0,checks/* noteFault */.hT)(problems, this.#fault);
    }
    #read(read) {
        if (this.#broken !== undefined || this.#fault !== undefined)
            return;
        try {
            read();
        }
        catch (error) {
            if (error instanceof errors/* Failure */.HR)
                this.#fault = error;
            else
                this.#broken = (0,errors/* messageOf */.bD)(error);
        }
    }
}

;// CONCATENATED MODULE: ./lib/verify/check-layers.js





/** Layers that are read at once: enough to keep two cores and a line busy. */
const PARALLEL = 4;
/**
 * Reads all layers of some platforms, each once and several at once.
 * @param folder for work, with room for four layers as they are unpacked
 * @throws CancelledError
 */
async function checkLayers(source, platforms, folder, job) {
    const limiter = new parallel/* Limiter */.jG(PARALLEL);
    const wanted = platforms.flatMap(({ arch, layers, complement = [] }) => [...layers, ...complement].map((layer) => ({ arch, layer })));
    const total = wanted.reduce((sum, { layer }) => sum + layer.size, 0);
    return (0,stages/* inStage */.uE)(job, 'Read the layers', { unit: 'bytes', total }, async (progress) => {
        let done = 0;
        // The largest first: one of them begun last would keep one core busy while the others wait.
        const ordered = wanted.toSorted((a, b) => b.layer.size - a.layer.size);
        const read = await Promise.all(ordered.map(({ arch, layer }) => limiter.run(async () => {
            job.signal.throwIfAborted();
            const result = await checkLayer(source, layer, { folder, signal: job.signal });
            progress.update((done += layer.size));
            return { arch, digest: layer.digest, result };
        })));
        const checks = platforms.flatMap((platform) => checksOf(platform, new Map(read.filter(({ arch }) => arch === platform.arch).map(({ digest, result }) => [digest, result]))));
        return [checks, `${(0,format/* formatNumberOf */.Of)(wanted.length, 'layer')}, ${(0,format/* formatBytes */.z3)(total)}`];
    });
}
function checksOf({ arch, layers, complement = [] }, results) {
    const all = [...layers, ...complement];
    const paths = all.reduce((sum, layer) => sum + layer.paths.length, 0);
    const gather = (name, of, passed) => gathered(all, results, of).toCheck(name, passed, arch);
    return [
        gather('layers', ({ bytes }) => bytes, `${(0,format/* formatNumberOf */.Of)(all.length, 'layer')}, ${(0,format/* formatBytes */.z3)(all.reduce((sum, { size }) => sum + size, 0))}: digests and sizes`),
        gather('diff-ids', ({ diffId }) => diffId, 'Each layer unpacks to its diff id'),
        gather('members', ({ members }) => members, `Whole store paths of the list (${(0,format/* formatCount */.B4)(paths)}), and nothing else`),
        gather('nar-hashes', ({ nars }) => nars, `Recomputed for ${(0,format/* formatNumberOf */.Of)(paths, 'store path')}`),
    ];
}
function gathered(layers, results, of) {
    const problems = new checks/* Problems */.Zw();
    for (const { digest } of layers) {
        const result = results.get(digest);
        if (result !== undefined)
            problems.add(of(result));
    }
    return problems;
}


/***/ }),

/***/ 21964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ factLines),
/* harmony export */   Ou: () => (/* binding */ keyedOf),
/* harmony export */   o1: () => (/* binding */ factsOfDocument)
/* harmony export */ });
/* harmony import */ var _delta_layers_known_layers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77365);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82480);


function factsOfDocument(document) {
    const { system, storePath, closure, layers, complement } = document;
    const nars = new Map(closure.map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
    const held = (where) => new Map(closure.filter((entry) => entry.in === where).map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
    const wanted = ({ digest, size, mediaType, diffId, tarSize, paths }) => ({ digest, size, mediaType, diffId, tarSize, paths, nars, mostBytes: tarSize ?? largestTar(paths, nars) });
    return { arch: (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .archOf */ .Qh)(system), system, storePath, layers: layers.map(wanted), complement: complement?.map(wanted), shipped: held('delta'), required: held('base') };
}
/** Returns what the release key has of it. */
function keyedOf({ system, storePath, layers, complement, shipped, required }) {
    const nars = new Map([...required, ...shipped]);
    const keyed = ({ paths }) => ({ key: (0,_delta_layers_known_layers_js__WEBPACK_IMPORTED_MODULE_0__/* .layerKey */ .n)(paths, nars) });
    const closure = [...required].map(([path, { narHash }]) => ({ in: 'base', path, narHash }));
    return { system, storePath, layers: layers.map(keyed), ...(complement !== undefined && { complement: complement.map(keyed) }), closure };
}
/** Returns the facts of a platform as lines, so that two records can be compared and their differences shown. */
function factLines({ storePath, layers, complement, shipped, required }) {
    return [`store path ${storePath}`, ...layerLines('layer', layers), ...layerLines('complement', complement), ...narLines('ships', shipped), ...narLines('requires', required)];
}
function layerLines(kind, all = []) {
    return [
        ...all.map(({ digest, size, mediaType, diffId }, index) => `${kind} ${index + 1}: ${digest} ${size} ${mediaType} ${diffId}`),
        ...all.flatMap(({ digest, paths }) => paths.map((path) => `${path} in ${kind} ${digest}`)),
    ];
}
function narLines(kind, nars) {
    return [...nars].map(([path, { narHash, narSize }]) => `${kind} ${path} ${narHash} ${narSize}`);
}
/**
 * A bound on the bytes of a tar that nobody counted. A node takes 112 bytes of NAR or more; in a tar, a header, an extended
 * header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(paths, nars) {
    return 10_240 + paths.reduce((sum, path) => sum + 100 * (nars.get(path)?.narSize ?? 0), 0);
}


/***/ }),

/***/ 85378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   VJ: () => (/* binding */ unchecked),
/* harmony export */   Zw: () => (/* binding */ Problems),
/* harmony export */   hT: () => (/* binding */ noteFault)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43765);


/** Problems that one row lists. */
const SHOWN = 10;
/** What is wrong with one thing, gathered while it is looked at. A thousand problems take no more memory than ten. */
class Problems {
    #failed = [];
    #unchecked = [];
    #failures = 0;
    #gaps = 0;
    /** @param what a sentence without its full stop */
    fail(what) {
        this.#failures += 1;
        if (this.#failures <= SHOWN)
            this.#failed.push(what);
    }
    /** Takes note of what could not be checked, and why. @param why a sentence without its full stop */
    skip(why) {
        this.#gaps += 1;
        if (this.#gaps <= SHOWN)
            this.#unchecked.push(why);
    }
    get outcome() {
        return this.#failures > 0 ? 'failed' : this.#gaps > 0 ? 'unchecked' : 'passed';
    }
    /** Adds those of another. */
    add(other) {
        for (const what of other.#failed)
            this.fail(what);
        for (const why of other.#unchecked)
            this.skip(why);
        this.#failures += other.#failures - other.#failed.length;
        this.#gaps += other.#gaps - other.#unchecked.length;
    }
    /** @param passed what is said if there is nothing wrong */
    toCheck(name, passed, arch) {
        const { outcome } = this;
        const [texts, count] = outcome === 'failed' ? [this.#failed, this.#failures] : [this.#unchecked, this.#gaps];
        const [first = passed, ...others] = texts;
        return {
            name,
            ...(arch !== undefined && { arch }),
            outcome,
            says: first,
            problems: others,
            more: Math.max(0, count - texts.length),
        };
    }
}
/** Returns what could not be looked at since something before it is wrong. */
function unchecked(name, why, arch) {
    const problems = new Problems();
    problems.skip(why);
    return problems.toCheck(name, '', arch);
}
/** Answers of a registry that say that there is no such thing. */
const GONE = new Set([404, 410]);
/**
 * Records why something could not be read. Wrong bytes and missing parts are failures of the Feature; any other error only means that it could
 * not be checked.
 * @throws CancelledError, and what is a bug in nix-feature
 */
function noteFault(problems, error) {
    if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
        throw error;
    const what = (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTrailing */ .hT)(error.message, '.');
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs || isGone(error))
        problems.fail(what);
    else
        problems.skip(what);
}
/** Tells whether a registry or a layout says that there is no such thing. */
function isGone(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return GONE.has(error.status ?? 0);
    return error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs && error.cause?.code === 'ENOENT';
}


/***/ })

};
