export const id = 857;
export const ids = [857];
export const modules = {

/***/ 32235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyFeature: () => (/* binding */ verifyFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/report/runs/verify.js
var verify = __webpack_require__(68608);
// EXTERNAL MODULE: ./lib/oci/format/blob-bytes.js
var blob_bytes = __webpack_require__(2116);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/sbom-referrers.js
var sbom_referrers = __webpack_require__(37413);
// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var formats = __webpack_require__(40848);
// EXTERNAL MODULE: ./lib/sbom/read-metas-of.js
var read_metas_of = __webpack_require__(62338);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
;// CONCATENATED MODULE: ./lib/verify/result/checks.js


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
    if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc)
        throw error;
    const what = (0,kit_text/* withoutTrailing */.hT)(error.message, '.');
    if (error instanceof errors/* IntegrityError */.cs || isGone(error))
        problems.fail(what);
    else
        problems.skip(what);
}
/** Tells whether a registry or a layout says that there is no such thing. */
function isGone(error) {
    if (error instanceof errors/* RegistryError */.gl)
        return GONE.has(error.status ?? 0);
    return error instanceof errors/* IntegrityError */.cs && error.cause?.code === 'ENOENT';
}

;// CONCATENATED MODULE: ./lib/verify/check-attached.js






/**
 * Reads the lists of what is attached to a manifest, by the registry's API and by the fallback tag. Whatever they name must be there,
 * and to be about this very manifest.
 * @throws CancelledError
 */
async function readAttached(registry, digest) {
    const problems = new Problems();
    let found;
    try {
        found = await registry.referrers(digest);
        for (const { digest: stale, listedBy, why } of found.stale) {
            problems.fail(`${listedBy === 'api' ? "The registry's list" : 'The list under the fallback tag'} names ${stale}, which is not a referrer of the manifest: ${why}`);
        }
    }
    catch (error) {
        noteFault(problems, error);
    }
    const count = found?.list.length ?? 0;
    return { check: problems.toCheck('attached', count === 0 ? 'Nothing is attached' : `${count} attached, each about this manifest`), list: found?.list };
}
/** SBOMs of one platform that are read; anybody who may write to the repository may have attached more. */
const MOST_SBOMS = 20;
/**
 * Compares each SBOM of a platform with its delta document: it names each path of the closure once, with its hash, and nothing else.
 * @param created of the release, in seconds since the epoch
 * @returns no check of a platform if none is attached
 * @throws CancelledError
 */
async function checkSboms(registry, list, platforms, created) {
    const metas = new Map();
    const checks = platforms.map(async ({ arch, document }) => {
        const sboms = sbomsOf(list, arch);
        if (sboms.length === 0)
            return [];
        if (document === undefined)
            return [unchecked('sbom', 'The delta document for the comparison is missing', arch)];
        const problems = new Problems();
        if (sboms.length > MOST_SBOMS)
            problems.fail(`${sboms.length} SBOMs are attached, and no more than ${MOST_SBOMS} are read`);
        for (const sbom of sboms.slice(0, MOST_SBOMS)) {
            const found = await checkSbom(registry, sbom, { document, created }, problems);
            if (found !== undefined && !metas.has(arch))
                metas.set(arch, found);
        }
        return [problems.toCheck('sbom', `${sboms.map(({ format }) => format).join(', ')}: each path of the closure with its hash, and nothing else`, arch)];
    });
    return { checks: (await Promise.all(checks)).flat(), metas };
}
function sbomsOf(list, arch) {
    return list.flatMap((referrer) => {
        const format = formats/* SBOM_FORMATS */.zu.find((each) => formats/* FORMATS */.hR[each].mediaType === referrer.artifactType);
        return format === undefined || referrer.annotations[sbom_referrers/* ARCH_ANNOTATION */.JD] !== arch ? [] : [{ format, referrer }];
    });
}
/** @returns undefined if it does not pass */
async function checkSbom(registry, { format, referrer }, facts, problems) {
    const [payload] = referrer.layers;
    if (payload === undefined) {
        problems.fail(`The ${format} SBOM ${referrer.digest} is empty`);
        return undefined;
    }
    try {
        return (0,formats/* checkedSbom */.b6)(await (0,blob_bytes/* blobBytes */.R)(registry, payload, read_metas_of/* SBOM_LIMIT */.QN), format, facts, `The ${format} SBOM ${referrer.digest} for ${(0,platform/* archOf */.Qh)(facts.document.system)}`);
    }
    catch (error) {
        noteFault(problems, error);
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var format_bundle = __webpack_require__(62847);
// EXTERNAL MODULE: ./lib/provenance/format/slsa.js
var slsa = __webpack_require__(12612);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var format_statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/provenance/verify/verify-bundle.js
var verify_bundle = __webpack_require__(62781);
;// CONCATENATED MODULE: ./lib/verify/check-attestation.js








/** Bundles that are looked at; anybody who may write to the repository may have attached more. */
const MOST_BUNDLES = 100;
const BUNDLE = 'application/vnd.dev.sigstore.bundle';
/**
 * Looks for attached provenance that a trusted signer signed for this manifest, with the source and revision that the manifest names. Needs no
 * network. One such attestation is enough, whatever else is attached.
 * @throws CancelledError
 */
async function checkAttestation(registry, list, subject, trust) {
    const problems = new Problems();
    const bundles = list.filter(({ artifactType }) => artifactType.startsWith(BUNDLE));
    for (const referrer of bundles.slice(0, MOST_BUNDLES)) {
        const says = await checkBundle(registry, referrer, subject, { trust, problems });
        if (says !== undefined)
            return new Problems().toCheck('attestation', says);
    }
    if (bundles.length === 0)
        problems.fail('No attestation is attached to the manifest');
    if (bundles.length > MOST_BUNDLES)
        problems.fail(`${bundles.length} attestations are attached, and no more than ${MOST_BUNDLES} are read`);
    return problems.toCheck('attestation', '');
}
/** @returns what it says, if it is what is looked for */
async function checkBundle(registry, { digest: name, layers: [payload] }, { digest, stated }, { trust, problems }) {
    const fail = (why) => {
        problems.fail(`The attestation ${name}: ${(0,kit_text/* withoutTrailing */.hT)(why, '.')}`);
        return undefined;
    };
    if (payload === undefined)
        return fail('it is empty');
    try {
        const verification = await (0,verify_bundle/* verifyBundle */.I)(await (0,blob_bytes/* blobBytes */.R)(registry, payload, format_bundle/* BUNDLE_LIMIT */.lI), trust);
        if (!verification.verified)
            return fail(verification.why);
        const { statement, signer } = verification;
        if (!(0,format_statement/* isAbout */.KH)(statement, digest))
            return fail('it is about something else');
        if (statement.predicateType !== slsa/* SLSA_PROVENANCE */.YD)
            return fail(`it is of the type ${statement.predicateType}, not provenance`);
        const provenance = (0,slsa/* readProvenance */.Ch)(statement.predicate, (why) => {
            throw new errors/* IntegrityError */.cs(`its provenance can't be used: ${why}.`);
        });
        const difference = originDifference(provenance, signer, stated);
        return difference === undefined ? describe(provenance, signer) : fail(difference);
    }
    catch (error) {
        noteFault(problems, error);
        return undefined;
    }
}
/** Manifest, provenance and certificate may each name the source; those that do must agree. */
function originDifference({ source, revision }, signer, stated) {
    const claims = signer.by === 'identity' ? signer.claims : {};
    if (differs(source, stated.source))
        return `its source is ${source ?? ''}, but the manifest names ${stated.source ?? ''}`;
    if (differs(revision, stated.revision))
        return `its revision is ${revision ?? ''}, but the manifest names ${stated.revision ?? ''}`;
    if (differs(claims.sourceRepository, source))
        return `its certificate names the source ${claims.sourceRepository ?? ''}, but its provenance ${source ?? ''}`;
    if (differs(claims.sourceRevision, revision))
        return `its certificate names the revision ${claims.sourceRevision ?? ''}, but its provenance ${revision ?? ''}`;
    return undefined;
}
function differs(a, b) {
    return a !== undefined && b !== undefined && a !== b;
}
function describe({ builder, source, revision }, signer) {
    const who = signer.by === 'key' ? `the key ${signer.fingerprint}` : `${signer.identity} (${signer.issuer})`;
    const what = source === undefined ? '' : `, of ${source}${revision === undefined ? '' : ` at ${revision}`}`;
    return `Signed by ${who}; built by ${builder}${what}`;
}

// EXTERNAL MODULE: ./lib/place/open-base.js + 1 modules
var open_base = __webpack_require__(86978);
// EXTERNAL MODULE: ./lib/base/read-base.js + 1 modules
var read_base = __webpack_require__(67155);
// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
;// CONCATENATED MODULE: ./lib/verify/check-base.js




/**
 * Reads the store of each named base: all of them must have what a platform relies upon, and at least one must lack what it ships.
 * @throws CancelledError
 */
async function checkBase(bases, facts, place) {
    const problems = new Problems();
    const stores = [];
    for (const reference of bases) {
        try {
            stores.push(await readStore(reference, facts, place));
        }
        catch (error) {
            noteFault(problems, error);
        }
    }
    if (problems.outcome !== 'passed')
        return unchecked('base', problems.toCheck('base', '').says, facts.arch);
    for (const { name, narSizes, paths } of stores) {
        for (const [path, { narSize }] of facts.required) {
            if (narSizes.get(path) === narSize)
                continue;
            problems.fail(paths.has(path) ? `${path} is required but incomplete in ${name}` : `${path} is required but not in ${name}`);
        }
    }
    // With several bases, what only some of them have is shipped.
    for (const [path, { narSize }] of facts.shipped) {
        if (stores.every(({ narSizes }) => narSizes.get(path) === narSize))
            problems.fail(`${path} is shipped although ${stores.length === 1 ? 'the base has' : 'all bases have'} it`);
    }
    return problems.toCheck('base', `All required paths are there (${facts.required.size}), and no shipped path is (${facts.shipped.size})`, facts.arch);
}
async function readStore(reference, { arch }, { registries, cache }) {
    const { job } = registries;
    const opened = await (0,open_base/* openBase */.m)(reference, registries);
    try {
        return await (0,stages/* inStage */.uE)(job, `Read the store of ${reference.text} for ${arch}`, { unit: 'bytes' }, async (progress) => {
            const store = await (0,read_base/* readImage */.AM)(opened.source, await (0,open_base/* imageOf */.dT)(opened, reference, arch), (0,read_base/* readingFor */.QW)({ ...job, cache }, progress));
            return [{ ...store, name: reference.text }];
        });
    }
    finally {
        opened.close();
    }
}

// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/archive/strict-tar.js
var strict_tar = __webpack_require__(17487);
// EXTERNAL MODULE: ./lib/base/tar/decompress.js
var decompress = __webpack_require__(49498);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
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
    problems = new Problems();
    /** Of NAR hashes. */
    narProblems = new Problems();
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
    const result = { bytes: new Problems(), diffId: new Problems(), members: new Problems(), nars: new Problems() };
    const spool = new archive_spool/* Spool */.Q(folder, `layer-${layer.digest.slice('sha256:'.length)}`);
    const members = new LayerMembers(layer, spool);
    const tar = new Unpacked(members, { most: layer.mostBytes, signal });
    const blob = source.blob(layer);
    try {
        await (0,external_node_stream_promises_.pipeline)([...(await (0,decompress/* decompression */.m)(blob, layer.mediaType)), tar]);
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
        noteFault(result.bytes, bytes);
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
                noteFault(problems, this.#fault);
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
    const problems = new Problems();
    for (const { digest } of layers) {
        const result = results.get(digest);
        if (result !== undefined)
            problems.add(of(result));
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/feature/environment/complete-metadata.js
var complete_metadata = __webpack_require__(75675);
// EXTERNAL MODULE: ./lib/release/release-key.js
var release_key = __webpack_require__(48118);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/delta/layers/known-layers.js
var known_layers = __webpack_require__(77365);
;// CONCATENATED MODULE: ./lib/verify/platform-facts.js


function factsOfDocument(document) {
    const { system, storePath, closure, layers, complement } = document;
    const nars = new Map(closure.map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
    const held = (where) => new Map(closure.filter((entry) => entry.in === where).map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
    const wanted = ({ digest, size, mediaType, diffId, tarSize, paths }) => ({ digest, size, mediaType, diffId, tarSize, paths, nars, mostBytes: tarSize ?? largestTar(paths, nars) });
    return { arch: (0,platform/* archOf */.Qh)(system), system, storePath, layers: layers.map(wanted), complement: complement?.map(wanted), shipped: held('delta'), required: held('base') };
}
/** Returns what the release key has of it. */
function keyedOf({ system, storePath, layers, complement, shipped, required }) {
    const nars = new Map([...required, ...shipped]);
    const keyed = ({ paths }) => ({ key: (0,known_layers/* layerKey */.n)(paths, nars) });
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

;// CONCATENATED MODULE: ./lib/verify/check-metadata.js







/** Bytes. Metadata have at most 1 MiB in what we publish; a parser's tree takes many times as much. */
const MOST_METADATA = 4 * 1024 * 1024;
/** Returns metadata that can be parsed; undefined if it is not JSON, or nested too deep for a parser. */
function readableMetadata(text) {
    try {
        if (text !== undefined)
            (0,parse_json/* parseJson */.qF)(text, { bytes: MOST_METADATA });
        return text;
    }
    catch (error) {
        if (error instanceof parse_json/* JsonError */.N3)
            return undefined;
        throw error;
    }
}
/** Compares the metadata of the annotation, of the tar, of the installer's facts and of the documents. */
function checkMetadata(published, tar, documents) {
    const problems = new Problems();
    const { version } = published;
    const metadata = readableMetadata(published.metadata);
    const id = membersText(metadata, 'id');
    if (metadata === undefined)
        problems.fail('The manifest has no annotation with valid metadata');
    else if (metadata !== tar.metadata)
        problems.fail(tar.metadata === undefined ? "The Feature's tar has no metadata" : "The metadata of the manifest's annotation differs from the metadata in the Feature's tar");
    else if (id === undefined || membersText(metadata, 'version') !== version)
        problems.fail(`The metadata is not of the version ${version ?? '(none)'}`);
    const facts = new Set((tar.ours.get('feature.env')?.toString('utf8') ?? '').split('\n'));
    // What is wrong with the metadata of either makes no further problem of what the other says.
    const own = membersText(tar.metadata, 'id');
    if (!facts.has(`id=${own ?? ''}`) || !facts.has(`version=${membersText(tar.metadata, 'version') ?? ''}`)) {
        problems.fail("nix-feature/feature.env in the Feature's tar does not name the Feature and version of its metadata");
    }
    for (const document of documents)
        checkDocument(document, tar.metadata, problems);
    return problems.toCheck('metadata', `The same in the annotation, the tar and ${documents.length === 0 ? "the installer's facts" : 'each document'}: ${id ?? ''} ${version ?? ''}`);
}
function checkDocument({ feature, system, env }, metadata = '{}', problems) {
    const [id, version] = [membersText(metadata, 'id'), membersText(metadata, 'version')];
    if (feature.id !== id || feature.version !== version)
        return problems.fail(`The delta document for ${system} is of ${feature.id} ${feature.version}, but the metadata is of ${id ?? '(none)'} ${version ?? '(none)'}`);
    const [own, completed] = [metadata, (0,complete_metadata/* completeMetadata */.h)(metadata, feature.id, env)].map((json) => (0,written_json/* membersOf */.lS)(json).get('containerEnv'));
    if (own !== completed)
        problems.fail(`containerEnv of the metadata lacks what the delta document for ${system} says of the environment`);
}
function membersText(json, name) {
    return json === undefined ? undefined : (0,written_json/* stringOf */.Je)((0,written_json/* membersOf */.lS)(json).get(name));
}
/** Makes the release key again, of the Feature's tar and of what its platforms hold. */
function checkKey(published, tar, platforms) {
    const problems = new Problems();
    const { key } = published;
    const metadata = tar.metadata ?? '';
    const hasLayers = platforms.some(({ layers, complement = [] }) => layers.length + complement.length > 0);
    // Of a Feature without layers nothing tells.
    const deliveries = tar.embedded.size > 0 ? ['embed'] : hasLayers ? ['layers'] : ['embed', 'layers'];
    const keyed = platforms.map(keyedOf);
    // Earlier versions of this program took the metadata in its own order.
    const made = [(0,release_key/* keyMetadata */.L)(metadata), metadata].flatMap((text) => filesOf(tar).flatMap((files) => deliveries.map((delivery) => (0,release_key/* releaseKey */.D)({ metadata: text, files, delivery, documents: keyed }))));
    if (key === undefined || !made.includes(key))
        problems.fail(`The release key is ${key ?? '(none)'}, but what is published gives ${made[0] ?? '(none)'}`);
    return problems.toCheck('key', `Recomputed: ${key ?? ''}`);
}
/** An author who wrote none got an install.sh; one who wrote the very same is to be told apart by the key alone. */
function filesOf({ files }) {
    return files.some(isGenerated) ? [files.filter((file) => !isGenerated(file)), files] : [files];
}
function isGenerated({ name, bytes }) {
    return name === 'install.sh' && bytes.equals(Buffer.from(bundle/* GENERATED_INSTALL */.S9));
}

// EXTERNAL MODULE: ./lib/policy/check-policy.js + 1 modules
var check_policy = __webpack_require__(36984);
// EXTERNAL MODULE: ./lib/policy/policy-facts.js
var policy_facts = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/request/rules.js
var rules = __webpack_require__(27950);
;// CONCATENATED MODULE: ./lib/verify/check-policy.js





const NO_SIGNER = 'no signer was named: give key or identity';
const NO_SBOMS = 'SBOMs could not be looked for: they are attached to a Feature in a registry';
const NO_LEAKS = 'only the build searches for leaks: leave the rule out of a policy for verify';
/**
 * Holds a policy against what is published. Each rule is one check, and one for each platform if it is about platforms.
 * What the rule is about but is not known here could not be checked. Exceptions that are not needed are no fault of what is published.
 * @param today `2026-12-31`
 */
function checkPublishedPolicy(policy, facts, today) {
    const findings = (0,check_policy/* checkPolicy */.h)(policy, policyFacts(facts, today));
    return rules/* POLICY_RULES */.b.flatMap((rule) => scopesOf(policy, rule, facts.arches).map((arch) => checkRule(findings.filter((finding) => finding.rule === rule && finding.arch === arch), { rule, arch, unread: unreadIn(facts, rule, arch) })));
}
function policyFacts({ platforms, metas, attestation }, today) {
    return {
        platforms: platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [{ arch, document, metas: metas?.get(arch) }])),
        attested: attestation === undefined || attestation.outcome === 'unchecked' ? undefined : attestation.outcome === 'passed',
        leaks: undefined,
        today,
        unknown: { leaks: NO_LEAKS, attestation: attestation?.says ?? NO_SIGNER, ...(metas === undefined && { licences: NO_SBOMS }) },
    };
}
/** What a rule is about, as far as the policy has it: the release (undefined), or each platform. */
function scopesOf({ licences, forbid, size, attestation, leaks, nixpkgs }, rule, arches) {
    const [release, platforms] = {
        licences: [false, licences !== undefined],
        forbid: [false, forbid.length > 0],
        size: [size?.delta !== undefined, size?.closure !== undefined],
        attestation: [attestation !== undefined, false],
        leaks: [leaks !== undefined, false],
        nixpkgs: [false, nixpkgs !== undefined],
    }[rule];
    return [...(release === true ? [undefined] : []), ...(platforms === true ? arches : [])];
}
/** The platforms without whose delta documents nothing can be said. */
function unreadIn({ platforms }, rule, arch) {
    if (rule === 'attestation' || rule === 'leaks')
        return [];
    return platforms.filter((platform) => platform.document === undefined && (arch === undefined || platform.arch === arch)).map((platform) => platform.arch);
}
function checkRule(findings, { rule, arch, unread }) {
    const problems = new Problems();
    for (const each of unread)
        problems.skip(`${rule}: the delta document for ${each} is missing`);
    const warnings = [];
    for (const finding of findings) {
        const text = (0,kit_text/* withoutTrailing */.hT)((0,policy_facts/* describeFinding */.j)(finding), '.');
        if (finding.severity === 'error')
            problems.fail(`${rule}: ${text}`);
        else if (finding.severity === 'unchecked')
            problems.skip(`${rule}: ${text}`);
        // Those of exceptions are about the policy.
        else if (finding.line === undefined && finding.package !== undefined)
            warnings.push(finding.message);
    }
    const [first] = warnings;
    const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
    return problems.toCheck('policy', `${rule}: the policy holds${first === undefined ? '' : `; a warning: ${first}${more}`}`, arch);
}

// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/release/same-release.js
var same_release = __webpack_require__(283);
;// CONCATENATED MODULE: ./lib/verify/check-rebuild.js





/**
 * Holds what somebody built again from the locked flake against what is published: the Feature's own files and metadata, and of each
 * platform the output and the NAR hash of every path that is shipped or relied upon. How they were packed may differ.
 * @param folders layouts that builds wrote
 * @throws CancelledError
 */
async function checkRebuild(folders, { published, platforms }) {
    if (folders.length === 0)
        return [];
    const problems = new Problems();
    const layouts = [];
    for (const folder of folders) {
        try {
            layouts.push(await (0,built_layout/* readBuiltLayout */.n)(folder));
        }
        catch (error) {
            noteFault(problems, error);
        }
    }
    // What is wrong with a build is nothing that the Feature could help.
    if (problems.outcome !== 'passed')
        return [unchecked('rebuild', problems.toCheck('rebuild', '').says)];
    const documents = new Map(platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [[arch, document]])));
    const built = new Map(layouts.flatMap((layout) => layout.platforms.map((platform) => [platform.arch, platform])));
    return [
        documents.size < published.platforms.size || readableMetadata(published.metadata) === undefined
            ? unchecked('rebuild', 'Not all documents, or the metadata, could be read')
            : checkOwnPart(published, documents, layouts),
        ...platforms.map(({ arch, facts }) => checkPlatform(arch, facts, built.get(arch))),
    ];
}
function checkOwnPart(published, documents, layouts) {
    const problems = new Problems();
    for (const { facts, files, folder } of layouts) {
        if (facts.feature.version !== published.version)
            problems.fail(`${folder} is a build of ${facts.feature.id} ${facts.feature.version}, but ${published.version ?? ''} is published`);
        else {
            const difference = (0,same_release/* ownDifference */.ol)(published, documents, { id: facts.feature.id, metadata: facts.metadata, files, delivery: facts.delivery });
            if (difference !== undefined)
                problems.fail(`Of ${folder}, ${difference}`);
        }
    }
    return problems.toCheck('rebuild', 'The same metadata, files and delivery');
}
function checkPlatform(arch, facts, built) {
    if (facts === undefined)
        return unchecked('rebuild', 'Its contents are unknown', arch);
    if (built === undefined)
        return unchecked('rebuild', 'It was not rebuilt', arch);
    const problems = new Problems();
    const again = factsOfDocument(built.document);
    if (again.storePath !== facts.storePath)
        problems.fail(`${facts.storePath} is published, but the build made ${again.storePath}`);
    for (const what of ['shipped', 'required']) {
        for (const [path, { narHash }] of facts[what]) {
            const found = again[what].get(path)?.narHash;
            if (found === undefined)
                problems.fail(`${path} is ${what}, but not in the rebuild`);
            else if (found !== narHash)
                problems.fail(`${path} is published with ${narHash}, but was built with ${found}`);
        }
        for (const path of again[what].keys())
            if (!facts[what].has(path))
                problems.fail(`${path} would be ${what}, but is not published`);
    }
    return problems.toCheck('rebuild', `The same output and the same ${facts.shipped.size + facts.required.size} paths, by their NAR hashes`, arch);
}

// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
;// CONCATENATED MODULE: ./lib/verify/check-tags.js


/**
 * Checks the tag that a Feature was named by, and the tags of its version: each must name what it stands for. A missing tag is no fault,
 * because a copy need not have it.
 * @throws CancelledError
 */
async function checkTags(registry, tag, published) {
    const problems = new Problems();
    const version = (0,versions/* parseVersion */.ot)(published.version ?? '');
    if (version === undefined)
        problems.fail(`The manifest has no version to compare the tag ${tag} with`);
    else {
        checkOwnTag(tag, version, problems);
        await checkNamed(registry, published, version, problems);
        await checkMoving(registry, tag, version, problems);
    }
    return problems.toCheck('tags', `The tag ${tag} names version ${published.version ?? ''}`);
}
/** `1.2.0` names 1.2.0; a tag that is no version may name any. */
function checkOwnTag(tag, version, problems) {
    const isPart = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?$/.test(tag);
    const isWrong = isPart ? !(0,versions/* movingTags */.Ui)(version).some((moving) => moving.tag === tag) : (0,versions/* parseVersion */.ot)(tag) !== undefined && tag !== version.text;
    if (isWrong)
        problems.fail(`The tag ${tag} names version ${version.text}`);
}
async function checkNamed(registry, { digest, platforms }, version, problems) {
    const named = [[version.text, digest], ...[...platforms].map(([arch, platform]) => [(0,versions/* archTag */.p9)(version.text, arch), platform.digest])];
    await Promise.all(named.map(async ([tag, wanted]) => {
        try {
            const found = await registry.head(tag);
            if (found !== undefined && found.digest !== wanted)
                problems.fail(`The tag ${tag} names ${found.digest}, but for version ${version.text} it should name ${wanted}`);
        }
        catch (error) {
            noteFault(problems, error);
        }
    }));
}
async function checkMoving(registry, tag, version, problems) {
    const moving = (0,versions/* movingTags */.Ui)(version).find((each) => each.tag === tag);
    if (moving === undefined)
        return;
    try {
        const highest = (0,versions/* highestRelease */.UL)(await registry.tags(), moving);
        if (highest !== undefined && highest.text !== version.text)
            problems.fail(`The tag ${tag} names version ${version.text}, but ${highest.text} is published too`);
    }
    catch (error) {
        noteFault(problems, error);
    }
}

// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/compose-feature.js
var compose_feature = __webpack_require__(47665);
// EXTERNAL MODULE: ./lib/layout/fetch-layers.js
var fetch_layers = __webpack_require__(68165);
// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/unpack-feature-tar.js
var unpack_feature_tar = __webpack_require__(76323);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/portable/write-folder.js
var write_folder = __webpack_require__(6809);
;// CONCATENATED MODULE: ./lib/portable/bundle-file.js













/** The members of a bundle that are read: all else is unpacked out of them again. */
const LAYOUT_MEMBER = /^(?:\.\/)?dist\/(oci-layout|index\.json|blobs\/sha256\/[0-9a-f]{64})$/;
/** Bytes that oci-layout and index.json may have. */
const SMALL = 4 * 1024 * 1024;
/**
 * Writes a folder that `writePortableFolder` made into one tar (docs/make/portable.md). The same folder gives the same bytes.
 * @param file absolute; it is whole or not there
 * @throws InputError if another file has this name
 */
async function writeBundle(folder, file) {
    const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
    try {
        await pipeline(Readable.from(featureTar(await bundle_file_filesOf(folder, ''))), createWriteStream(temporary));
        await refuseOther(file, temporary);
        await rename(temporary, file);
    }
    finally {
        await rm(temporary, { force: true });
    }
}
async function bundle_file_filesOf(folder, below) {
    const files = [];
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
        const name = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            files.push(...(await bundle_file_filesOf(folder, name)));
        else
            files.push({ name, file: join(folder, name), executable: ((await stat(join(folder, name))).mode & 0o100) !== 0 });
    }
    return files;
}
/** What is there stays, unless it is this very bundle. */
async function refuseOther(file, ours) {
    const there = await stat(file).catch(() => undefined);
    if (there === undefined)
        return;
    if (there.isFile() && (await sha256Of(file)) === (await sha256Of(ours)))
        return;
    throw new InputError('output', `output: ${file} exists already and has other contents.`, { hint: 'Remove it, or name another file: "output".' });
}
async function sha256Of(file) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
}
/**
 * Opens the Feature that a bundle, or a folder that was exported, holds.
 * @param place absolute
 * @param work an empty folder, on a disk with room for the layers
 * @throws Failure if it holds none; IntegrityError if it is damaged
 */
async function openBundle(place, work) {
    const folder = (await (0,promises_.stat)(place)).isDirectory() ? (0,external_node_path_.join)(place, write_folder/* LAYOUT_FOLDER */.Ws) : await unpackLayout(place, work);
    const { manifests } = await layout_reader/* LayoutReader */.I.open(folder).catch((cause) => {
        throw new errors/* Failure */.HR(`${place} holds no Feature with its layers.`, {
            cause,
            inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.',
        });
    });
    const beside = manifests.filter(({ artifactType }) => artifactType !== media_types/* DELTA_ARTIFACT */.YD);
    const [root, ...further] = beside.filter(({ annotations }) => annotations?.[layout_reader/* REF_NAME */.w] !== undefined);
    if (root === undefined || further.length > 0)
        throw new errors/* IntegrityError */.cs(`${place} has to hold one Feature, but holds ${root === undefined ? 'none' : 'several'}.`);
    const digests = new Set(manifests.map(({ digest }) => digest));
    return { reader: await layout_reader/* LayoutReader */.I.open(folder, root.digest, place), holds: (digest) => digests.has(digest), attached: () => Promise.resolve(beside.filter((each) => each !== root).map(({ digest }) => digest)) };
}
async function unpackLayout(file, work) {
    const folder = (0,external_node_path_.join)(work, write_folder/* LAYOUT_FOLDER */.Ws);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'blobs/sha256'), { recursive: true });
    const members = (0,tar_stream.extract)();
    const reading = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1024 * 1024 }), members);
    const unpacking = (async () => {
        for await (const member of members) {
            const { name, type, size } = member.header;
            const wanted = type === 'file' ? LAYOUT_MEMBER.exec(name)?.[1] : undefined;
            if (wanted === undefined) {
                member.resume();
                continue;
            }
            if (!wanted.startsWith('blobs/') && size > SMALL)
                throw new errors/* IntegrityError */.cs(`${name} in ${file} has ${size} bytes; the limit is ${SMALL}.`);
            await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(member), (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, wanted), { flags: 'wx' })).catch((cause) => {
                if (cause.code !== 'EEXIST')
                    throw cause;
                throw new errors/* IntegrityError */.cs(`${file} has the member ${name} twice.`, { cause });
            });
        }
    })();
    await Promise.all([reading, unpacking]).catch((cause) => {
        throw (0,unpack_feature_tar/* tarFailure */.U)(file, cause);
    });
    return folder;
}

// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/portable/composed-source.js





/** A Feature that was built and not published, read as if it were. */
class ComposedSource {
    name;
    repository;
    #composed;
    #platforms;
    /** @param name of the layout, for messages */
    constructor(name, composed, { platforms }) {
        this.name = name;
        this.repository = name;
        this.#composed = composed;
        this.#platforms = platforms;
    }
    root() {
        const { bytes, digest } = this.#composed;
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes });
    }
    manifest(digest) {
        const platform = this.#platforms.find((each) => each.digest === digest);
        if (platform === undefined)
            return this.root();
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes });
    }
    blob(descriptor) {
        const { digest, size } = descriptor;
        const blobs = this.#platforms.flatMap((platform) => [platform.manifest.config, ...platform.manifest.layers].map((blob) => ({ blob, platform })));
        const found = blobs.find(({ blob }) => blob.digest === digest && blob.size === size);
        const content = found === undefined ? this.#composed.blobs(digest) : (0,blob_content/* fileContent */.qY)(found.platform.fileOf(found.blob));
        const where = `the blob ${digest} of ${this.name}`;
        const verified = (0,verify_stream/* verifyStream */.u)(descriptor, where);
        const bytes = content.open(0, size);
        bytes.on('error', (cause) => verified.destroy(new errors/* IntegrityError */.cs(`${where} can't be read: ${cause.message}.`, { cause })));
        return (0,external_node_stream_.pipeline)(bytes, verified, () => { });
    }
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/delta/document/parse-document.js + 1 modules
var parse_document = __webpack_require__(47933);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/publish/attach/copy-attached.js
var copy_attached = __webpack_require__(49193);
;// CONCATENATED MODULE: ./lib/portable/attachments.js




/**
 * Reads the SBOMs and the attestations of a Feature. Other attachments are left out, and so is what is attached to another manifest.
 * @param digests of manifests that may be some
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function attachments_readAttachments(source, feature, digests) {
    const found = [];
    for (const digest of digests.toSorted()) {
        if (found.length === MOST_COPIED)
            break;
        const raw = await source.manifest(digest);
        const [referrer, parsed] = [parseReferrer(raw, source.name), parseManifest(raw, source.name)];
        const [payload] = referrer.layers;
        if (parsed.kind === 'index' || payload === undefined || referrer.subject !== feature || !isOfOurKind(referrer))
            continue;
        found.push({ raw, artifactType: referrer.artifactType, annotations: referrer.annotations, config: parsed.manifest.config, payload });
    }
    return found;
}
/** Returns what is attached again elsewhere. @throws RegistryError, IntegrityError, CancelledError */
async function contentOf({ artifactType, annotations, payload }, source) {
    return { artifactType, mediaType: payload.mediaType, payload: await blobBytes(source, payload, payload.size), annotations };
}

// EXTERNAL MODULE: ./lib/oci/pull/hub-name.js
var hub_name = __webpack_require__(1548);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
;// CONCATENATED MODULE: ./lib/portable/portable-feature.js













/**
 * Reads all that a Feature says of itself; its layers are not read.
 * @param source whose root is the Feature's manifest
 * @throws Failure if it is no Feature of ours, or lacks a platform; IntegrityError if it contradicts itself
 */
async function portable_feature_readPortable(source, { name, wanted, holds = () => true, attached }) {
    const raw = await orTakenForHub(name, source, () => source.root());
    const parsed = parseManifest(raw, name);
    if (parsed.kind === 'index' || parsed.manifest.config.mediaType !== DEVCONTAINER_CONFIG)
        throw new Failure(`${name} is not a Dev Container Feature.`);
    const { layers, config } = parsed.manifest;
    const [tar] = layers;
    if (tar?.mediaType === COLLECTION_LAYER)
        throw new Failure(`${name} is a collection of Features.`, { hint: 'Name one Feature of it: <namespace>/<id>:<version>.' });
    const published = publishedAs(name, raw);
    const arches = [...published.platforms.keys()];
    if (tar?.mediaType !== DEVCONTAINER_LAYER || arches.length === 0) {
        throw new Failure(`${name} is a Feature that nix-feature did not publish, so its layers are unknown.`);
    }
    const there = [...published.platforms].filter(([, { digest }]) => holds(digest)).map(([arch]) => arch);
    const missing = wanted.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new Failure(`${name} is for ${formatList(there)}, not for ${formatList(missing)}.`);
    const metadata = metadataOf(published);
    const identity = { id: String(metadata['id']), version: String(metadata['version']) };
    const platforms = [];
    for (const arch of wanted.length === 0 ? there : wanted)
        platforms.push(await readPlatform(source, published, arch, identity));
    const attachments = attached === undefined ? [] : await readAttachments(source, raw.digest, await attached(raw.digest));
    return { name, ...identity, metadata: published.metadata ?? '', raw, origin: parsed.manifest.annotations?.['org.opencontainers.image.source'], config, tar, arches, platforms, source, attachments };
}
function metadataOf({ name, metadata: text, version }) {
    const value = parseObject(text ?? '');
    if (value === undefined)
        throw new IntegrityError(`The metadata of ${name} is not a JSON object.`);
    const { id } = value;
    if (typeof id !== 'string' || !isFeatureId(id))
        throw new IntegrityError(`The metadata of ${name} has no usable "id".`);
    if (typeof value['version'] !== 'string' || parseVersion(value['version']) === undefined || (version !== undefined && version !== value['version'])) {
        throw new IntegrityError(`The version in the metadata of ${name} differs from the one in its manifest.`);
    }
    return value;
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function readPlatform(source, { name, platforms }, arch, { id, version }) {
    const platform = platforms.get(arch);
    if (platform === undefined)
        throw new Error(`${name} has no ${arch}`);
    const where = `the platform manifest of ${name} for ${arch}`;
    const raw = await source.manifest(platform.digest);
    const parsed = parseManifest(raw, where);
    if (parsed.kind === 'index')
        throw new IntegrityError(`${where} is an index.`);
    const { manifest } = parsed;
    const document = parseDeltaDocument((await buffer(source.blob(manifest.config))).toString('utf8'), `the delta document of ${name} for ${arch}`);
    if (archOf(document.system) !== arch || document.feature.id !== id || document.feature.version !== version) {
        throw new IntegrityError(`The delta document of ${name} for ${arch} is of ${document.feature.id} ${document.feature.version} for ${document.system}.`);
    }
    const listed = ({ digest, size }) => {
        const found = manifest.layers.find((layer) => layer.digest === digest && layer.size === size);
        if (found === undefined)
            throw new IntegrityError(`${where} does not list the layer ${digest} of its delta document.`);
        return found;
    };
    // A layout names no media type for what its index does not list.
    return { arch, raw: { ...raw, mediaType: manifest.mediaType }, manifest, document, layers: document.layers.map(listed), complement: (document.complement ?? []).map(listed) };
}

;// CONCATENATED MODULE: ./lib/portable/open-source.js













/**
 * Opens the Feature that is to be carried away: a published one, a bundle, or what a build left.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is none, or it lacks a platform; RegistryError, IntegrityError, CancelledError
 */
async function openPortable(request, registries, cleanup) {
    const { reader, ...more } = await openFeature(request, registries, cleanup);
    return readPortable(reader, { name: request.source.text, wanted: request.arches, ...more });
}
/**
 * Opens a Feature wherever it lies, and reads nothing.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file; RegistryError, IntegrityError, CancelledError
 */
async function openFeature(request, registries, cleanup) {
    const { source } = request;
    if (source.kind === 'published') {
        const reader = registries.open((0,reference/* parseReference */.F2)(source.text));
        cleanup.defer(() => reader.close());
        return { reader, attached: async (feature) => (await reader.referrers(feature)).list.map(({ digest }) => digest) };
    }
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-portable');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    const isBuild = (await (0,promises_.stat)((0,external_node_path_.join)(source.path, layout_facts/* FACTS_FILE */.Ho)).catch(() => undefined)) !== undefined;
    return isBuild ? { reader: await openBuild(source.path, work, request, registries) } : openBundle(source.path, work);
}
/** As it would be published, but with its layers beside it. */
async function openBuild(folder, work, place, registries) {
    const layout = await (0,built_layout/* readBuiltLayout */.n)(folder);
    const assembly = (0,assemble/* assemble */.f)([layout], []);
    const { registry, namespace } = place;
    const { id } = layout.facts.feature;
    const repository = namespace === '' ? id : (0,target/* repositoryOf */._M)(place, id);
    await bringLayers(assembly.platforms, layout.facts.pushed ?? (namespace === '' ? undefined : { registry, repository }), registries);
    const composed = await (0,compose_feature/* composeFeature */.x)((0,assemble/* prepare */.i)(assembly, 'layers'), { registry, repository, onGithub: (0,target/* isGithubRegistry */.HV)(place), work });
    return new ComposedSource(folder, composed, assembly);
}
/** A build that pushed its layers, or took some over from a release, has left them out. */
async function bringLayers(platforms, place, registries) {
    if (place === undefined)
        return;
    const reader = registries.open(place);
    try {
        await (0,fetch_layers/* fetchLayers */.v)(platforms, reader, registries.job);
    }
    finally {
        reader.close();
    }
}

;// CONCATENATED MODULE: ./lib/verify/open-subject.js




const open_subject_all = () => true;
/**
 * Opens what is verified; nothing is read of it.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file or folder, or it holds no Feature; RegistryError, IntegrityError, CancelledError
 */
async function openSubject(request, registries, cleanup) {
    const { source } = request;
    const name = source.text;
    if (source.kind === 'layout') {
        const opened = await (0,open_base/* openBase */.m)(source, registries);
        cleanup.defer(() => opened.close());
        return { name, source: opened.source, registry: undefined, tag: undefined, holds: open_subject_all };
    }
    const { reader, holds = open_subject_all } = await openFeature({ ...request, source, namespace: '' }, registries, cleanup);
    if (!(reader instanceof registry/* Registry */.O))
        return { name, source: reader, registry: undefined, tag: undefined, holds };
    const { tag, digest } = (0,reference/* parseReference */.F2)(name);
    return { name, source: reader, registry: reader, tag: digest === undefined ? (tag ?? 'latest') : undefined, holds };
}

;// CONCATENATED MODULE: ./lib/verify/tar-facts.js





/** Returns the platforms in the lists of a Feature's tar, which the installer uses (docs/reference/formats.md, "The install bundle"). */
function tarPlatforms({ ours }) {
    return platform/* ARCHES */.Pr.filter((arch) => ours.has(`${(0,platform/* systemOf */.br)(arch)}/manifest`));
}
/**
 * Reads those of one platform. Later versions may add to the end of a line, and may add files.
 * @throws IntegrityError
 */
function factsOfTar({ ours }, arch) {
    const system = (0,platform/* systemOf */.br)(arch);
    const read = (name) => new Lines(ours, `${system}/${name}`);
    const [shipped, required] = [read('paths'), read('requires')];
    const nars = new Map([...narsOf(required), ...narsOf(shipped)]);
    const complement = ours.has(`${system}/complement-manifest`) ? layersOf(read('complement-manifest'), read('complement-paths'), nars) : undefined;
    const layers = layersOf(read('manifest'), shipped, nars);
    return { arch, system, storePath: storePathOf(read('env-path')), layers, complement, shipped: narsOf(shipped), required: narsOf(required) };
}
/** A file of lines, each of words. */
class Lines {
    #name;
    #lines;
    constructor(files, name) {
        const text = files.get(name)?.toString('utf8');
        this.#name = name;
        if (text === undefined)
            throw new errors/* IntegrityError */.cs(`The Feature's tar has no nix-feature/${name}.`);
        if (text !== '' && !text.endsWith('\n'))
            throw new errors/* IntegrityError */.cs(`nix-feature/${name} in the Feature's tar is cut short.`);
        this.#lines = text === '' ? [] : text.slice(0, -1).split('\n').map((line) => line.split(' '));
    }
    /** @param read returns undefined for an invalid line */
    map(read) {
        return this.#lines.map((words, index) => {
            const value = read(words);
            if (value === undefined)
                throw new errors/* IntegrityError */.cs(`nix-feature/${this.#name} in the Feature's tar has an invalid line ${index + 1}.`);
            return value;
        });
    }
}
function storePathOf(lines) {
    const [path, ...others] = lines.map(([text = '']) => ((0,store_path/* isStorePath */.zP)(text) ? text : undefined));
    if (path === undefined || others.length > 0)
        throw new errors/* IntegrityError */.cs("nix-feature/*/env-path in the Feature's tar is not one store path.");
    return path;
}
/** `<path> sha256:<hex> <NAR size>` */
function narsOf(lines) {
    return new Map(lines.map(([path = '', hash = '', size = '']) => {
        const narSize = countOf(size);
        if (!(0,store_path/* isStorePath */.zP)(path) || !(0,format_digest/* isDigest */.Bc)(hash) || narSize === undefined)
            return undefined;
        return [path, { narHash: `sha256-${Buffer.from(hash.slice('sha256:'.length), 'hex').toString('base64')}`, narSize }];
    }));
}
/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>`; which paths are in it, each path says. */
function layersOf(manifest, paths, nars) {
    const homes = new Map();
    for (const [path, digest] of paths.map(homeOf)) {
        const home = homes.get(digest) ?? [];
        home.push(path);
        homes.set(digest, home);
    }
    return manifest.map(([digest = '', size = '', diffId = '', mediaType = '', , most = '']) => {
        const [bytes, mostBytes] = [countOf(size), countOf(most)];
        if (!(0,format_digest/* isDigest */.Bc)(digest) || !(0,format_digest/* isDigest */.Bc)(diffId) || bytes === undefined || mostBytes === undefined)
            return undefined;
        if (mediaType !== media_types/* LAYER_GZIP */.fc && mediaType !== media_types/* LAYER_ZSTD */.wd)
            return undefined;
        return { digest, size: bytes, mediaType, diffId, tarSize: undefined, mostBytes, paths: homes.get(digest) ?? [], nars };
    });
}
function homeOf([path = '', , , digest = '']) {
    return (0,store_path/* isStorePath */.zP)(path) && (0,format_digest/* isDigest */.Bc)(digest) ? [path, digest] : undefined;
}
function countOf(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/verify/read-platform.js












/** Files of the installer that say what no other list says. */
const RECORDS = ['registration', 'requires-registration', 'environment'];
const COPIED = 'a copy may lack it, because copying tools follow no annotations (docs/verify/verifying.md, "Copies")';
/**
 * Reads a platform's manifest and delta document, and compares them with each other and with the lists in the Feature's tar,
 * which the installer goes by. If the document is wrong, its layers are compared with the tar alone.
 * @throws CancelledError
 */
async function read_platform_readPlatform(subject, { arch, platform }, tar) {
    const [own, documentProblems] = [new Problems(), new Problems()];
    const manifest = await readManifest(subject, platform, own);
    const config = platform.document ?? manifest?.config;
    const document = await readConfig(subject, { arch, config, isCopy: manifest === undefined }, documentProblems);
    if (manifest !== undefined && platform.document !== undefined && manifest.config.digest !== platform.document.digest) {
        documentProblems.fail(`The platform manifest has the document ${manifest.config.digest}, but the Feature's manifest says ${platform.document.digest}`);
    }
    const inTar = tar === undefined ? undefined : tarFacts(tar, arch, documentProblems);
    if (document !== undefined)
        read_platform_checkDocument(document, tar, inTar, documentProblems);
    const facts = document !== undefined && documentProblems.outcome === 'passed' ? factsOfDocument(document) : (inTar ?? (document === undefined ? undefined : factsOfDocument(document)));
    if (manifest !== undefined && facts !== undefined)
        await checkManifest(subject, manifest, facts, own);
    return {
        arch,
        document,
        facts,
        checks: [
            own.toCheck('platform', `${platform.digest}, with the layers of its document`, arch),
            documentProblems.toCheck('document', `${config?.digest ?? ''}, and the installer's lists say the same`, arch),
        ],
    };
}
async function readManifest({ source, holds, name }, { digest }, problems) {
    try {
        if (!holds(digest))
            throw new errors/* IntegrityError */.cs('', { cause: { code: 'ENOENT' } });
        const parsed = (0,parse_manifest/* parseManifest */.N)(await source.manifest(digest), name);
        if (parsed.kind === 'manifest' && parsed.manifest.artifactType === media_types/* DELTA_ARTIFACT */.YD && parsed.manifest.config.mediaType === media_types/* DELTA_CONFIG */.kt)
            return parsed.manifest;
        problems.fail(`${digest} is not the manifest of a delta`);
    }
    catch (error) {
        if (isGone(error))
            problems.skip(`The platform manifest ${digest} is missing: ${COPIED}`);
        else
            noteFault(problems, error);
    }
    return undefined;
}
async function readConfig({ source, name }, { arch, config, isCopy }, problems) {
    if (config === undefined) {
        problems.skip('Its digest is unknown');
        return undefined;
    }
    try {
        const document = await (0,release_published/* readDocument */.u0)(source, config, `The delta document of ${name} for ${arch}`);
        if ((0,platform/* archOf */.Qh)(document.system) === arch)
            return document;
        problems.fail(`The delta document for ${arch} is for ${document.system}`);
    }
    catch (error) {
        if (isCopy && isGone(error))
            problems.skip(`The delta document ${config.digest} is missing: ${COPIED}`);
        else
            noteFault(problems, error);
    }
    return undefined;
}
function tarFacts(tar, arch, problems) {
    try {
        return factsOfTar(tar, arch);
    }
    catch (error) {
        noteFault(problems, error);
        return undefined;
    }
}
function read_platform_checkDocument(document, tar, inTar, problems) {
    const nars = new Map(document.closure.map(({ path, narHash }) => [path, { narHash }]));
    for (const { key, digest, paths } of [...document.layers, ...(document.complement ?? [])]) {
        if ((0,known_layers/* layerKey */.n)(paths, nars) !== key)
            problems.fail(`The key of the layer ${digest} does not match its paths`);
    }
    if (tar === undefined || inTar === undefined)
        return problems.skip("The Feature's tar can't be used, so its lists were not compared");
    const [said, listed] = [factLines(factsOfDocument(document)), factLines(inTar)];
    const [known, inLists] = [new Set(said), new Set(listed)];
    for (const line of said)
        if (!inLists.has(line))
            problems.fail(`The document says "${line}", but the lists in the Feature's tar don't`);
    for (const line of listed)
        if (!known.has(line))
            problems.fail(`The lists in the Feature's tar say "${line}", but the document doesn't`);
    checkRecords(document, tar, problems);
}
/** The registry and the options are no platform's. */
function checkRecords(document, { ours }, problems) {
    const made = new Map((0,bundle/* bundleFiles */.e6)({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }]).map(({ name, text }) => [name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), text]));
    for (const record of RECORDS) {
        const name = `${document.system}/${record}`;
        if (ours.get(name)?.toString('utf8') !== made.get(name))
            problems.fail(`nix-feature/${name} in the Feature's tar does not match the document`);
    }
}
/** It lists the delta's layers, the store path, and the complement's layers, and nothing else. */
async function checkManifest({ source }, { layers }, { storePath, layers: own, complement = [] }, problems) {
    const text = `${storePath}\n`;
    const envPath = { mediaType: media_types/* ENV_PATH */.cc, digest: (0,format_digest/* digestOf */.ol)(text), size: text.length };
    const wanted = [...own, envPath, ...complement];
    const differs = wanted.findIndex(({ digest, size, mediaType }, index) => layers[index]?.digest !== digest || layers[index].size !== size || layers[index].mediaType !== mediaType);
    if (differs >= 0)
        problems.fail(`The layer ${differs + 1} of the platform manifest is ${layers[differs]?.digest ?? '(none)'} and should be ${wanted[differs]?.digest ?? ''}`);
    else if (layers.length > wanted.length)
        problems.fail(`The platform manifest lists ${layers.length} layers, but its platform has ${wanted.length}`);
    else
        await (0,blob_bytes/* blobBytes */.R)(source, envPath).catch((error) => noteFault(problems, error));
}

// EXTERNAL MODULE: ./lib/feature/manifest/feature-manifest.js
var feature_manifest = __webpack_require__(85972);
;// CONCATENATED MODULE: ./lib/verify/read-root.js







/**
 * Reads the manifest that a reference names, which must be a Feature that nix-feature published.
 * @returns undefined if nothing further can be looked at
 * @throws CancelledError
 */
async function readRoot({ source, name }, problems) {
    try {
        const raw = await (0,hub_name/* orTakenForHub */.b1)(name, source, () => source.root());
        const parsed = (0,parse_manifest/* parseManifest */.N)(raw, name);
        if (parsed.kind === 'index')
            problems.fail(`${name} is an index, not a Feature's manifest`);
        if (parsed.kind === 'index')
            return undefined;
        const { manifest } = parsed;
        const published = (0,release_published/* publishedAs */.hY)(name, raw);
        const why = foreign(manifest, published);
        const [tar] = manifest.layers;
        if (why !== undefined || tar === undefined)
            problems.fail(`${name} ${why ?? 'has no layers'}`);
        else
            await (0,blob_bytes/* blobBytes */.R)(source, manifest.config).catch((error) => noteFault(problems, error));
        return why !== undefined || tar === undefined ? undefined : { raw, manifest, published, tar };
    }
    catch (error) {
        noteFault(problems, error);
        return undefined;
    }
}
/** Why it is not a Feature that nix-feature published; the end of a sentence. */
function foreign({ artifactType, config, layers, annotations }, { key, platforms }) {
    if (artifactType === media_types/* DELTA_ARTIFACT */.YD)
        return 'is one platform of a Feature: name the Feature by its version alone';
    if (layers.some(({ mediaType }) => mediaType === media_types/* COLLECTION_LAYER */.ZJ))
        return 'is a collection of Features: name one of them';
    if (config.mediaType !== media_types/* DEVCONTAINER_CONFIG */.Wj || layers[0]?.mediaType !== media_types/* DEVCONTAINER_LAYER */.nz)
        return 'is not a Dev Container Feature';
    if (key === undefined)
        return annotations?.[feature_manifest/* KEY_ANNOTATION */.qc] === undefined ? 'is a Feature that nix-feature did not publish' : 'has an invalid release key';
    return platforms.size === 0 ? 'names no platform' : undefined;
}
/** Checks that a Feature's manifest lists, after its tar, the layers of each platform, then those of each complement, none of them twice. */
function checkRootLayers({ manifest }, platforms, problems) {
    const all = [...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement = [] }) => complement)];
    const wanted = all.filter(({ digest }, index) => all.findIndex((layer) => layer.digest === digest) === index);
    const [, ...listed] = manifest.layers;
    for (const [index, layer] of wanted.entries()) {
        const found = listed[index];
        if (found?.digest === layer.digest && found.size === layer.size && found.mediaType === layer.mediaType)
            continue;
        return problems.fail(`The layer ${index + 2} of the manifest is ${found?.digest ?? '(none)'} and should be ${layer.digest}`);
    }
    if (listed.length > wanted.length)
        problems.fail(`The manifest lists ${manifest.layers.length} layers, but its tar and its platforms have ${wanted.length + 1}`);
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
;// CONCATENATED MODULE: ./lib/verify/read-tar.js










/** Bytes of all that is kept in memory: an author's files have at most 32 MiB. */
const MOST_BYTES = 256 * 1024 * 1024;
const read_tar_MOST_MEMBERS = 100_000;
const EMBEDDED = /^[a-z0-9_]+-linux\/layers\/[^/]+$/;
/**
 * Reads a Feature's tar, as a stream: its members must be as `featureTar` writes them. Layers in it are hashed and not kept.
 * @param where "the tar of ghcr.io/org/tool:1.2.0"
 * @returns undefined if its bytes can't be trusted
 * @throws CancelledError
 */
async function readTar(source, descriptor, where, problems) {
    const reading = new Reading(where, problems);
    const members = (0,tar_stream.extract)();
    const looking = (async () => {
        for await (const member of members) {
            if (reading.begin(member.header))
                for await (const chunk of member)
                    reading.take(chunk);
            else
                member.resume();
            reading.end();
        }
    })();
    try {
        await Promise.all([(0,external_node_stream_promises_.pipeline)(source.blob(descriptor), members), looking]);
        return reading.result();
    }
    catch (error) {
        noteFault(problems, (0,unpack_feature_tar/* tarFailure */.U)(where, error));
        return undefined;
    }
}
class Reading {
    #where;
    #problems;
    #files = new Map();
    #ours = new Map();
    #embedded = new Map();
    #seen = new Set();
    #metadata;
    #bytes = 0;
    #chunks = [];
    #open;
    constructor(where, problems) {
        this.#where = where;
        this.#problems = problems;
    }
    /** @returns false if nothing of it is looked at */
    begin(header) {
        this.#open = undefined;
        if (this.#seen.size >= read_tar_MOST_MEMBERS)
            throw new errors/* IntegrityError */.cs(`${this.#where} has more than ${read_tar_MOST_MEMBERS} members.`);
        const name = this.#nameOf(header);
        if (name === undefined || name === '')
            return false;
        if (this.#seen.has(name)) {
            this.#problems.fail(`${this.#where} has the member ${read_tar_shown(name)} twice`);
            return false;
        }
        this.#seen.add(name);
        if (header.type === 'directory')
            return false;
        const isEmbedded = name.startsWith(`${bundle/* BUNDLE_FOLDER */.oA}/`) && EMBEDDED.test(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1));
        this.#open = { name, executable: (header.mode & 0o100) !== 0, hash: isEmbedded ? (0,external_node_crypto_.createHash)('sha256') : undefined };
        return true;
    }
    take(chunk) {
        if (this.#open?.hash !== undefined) {
            this.#open.hash.update(chunk);
            return;
        }
        this.#bytes += chunk.length;
        if (this.#bytes > MOST_BYTES)
            throw new errors/* IntegrityError */.cs(`${this.#where} has more than ${MOST_BYTES} bytes besides its layers.`);
        this.#chunks.push(Buffer.from(chunk));
    }
    end() {
        if (this.#open === undefined)
            return;
        const { name, executable, hash } = this.#open;
        const bytes = Buffer.concat(this.#chunks);
        this.#chunks = [];
        if (hash !== undefined)
            this.#embedded.set(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), (0,format_digest/* digestOfHex */.z9)(hash.digest('hex')));
        else if (name === metadata/* METADATA_FILE */.VR)
            this.#metadata = bytes.toString('utf8');
        else if (name.startsWith(`${bundle/* BUNDLE_FOLDER */.oA}/`))
            this.#ours.set(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), bytes);
        else
            this.#files.set(name, { name, executable, bytes });
    }
    result() {
        return { metadata: readableMetadata(this.#metadata), files: [...this.#files.values()], ours: this.#ours, embedded: this.#embedded };
    }
    /** @returns without `./`; undefined for a member that should not be there */
    #nameOf({ name, type, mode, uid, gid, mtime }) {
        const fail = (why) => {
            this.#problems.fail(`${this.#where} has the member ${read_tar_shown(name)}, ${why}`);
            return undefined;
        };
        if (type !== 'file' && type !== 'directory')
            return fail(`which is a ${type}: only files and folders belong there`);
        const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
        if (plain !== '' && (!name.startsWith('./') || plain.split('/').some((part) => part === '' || part === '.' || part === '..')))
            return fail('which leads out of the folder');
        const modes = type === 'directory' ? [0o755] : [0o644, 0o755];
        if (!modes.includes(mode & 0o7777))
            return fail(`with the mode ${mode.toString(8).padStart(4, '0')}`);
        if (uid !== 0 || gid !== 0)
            return fail('which does not belong to root');
        if (mtime?.getTime() !== 1000)
            return fail('which has a time other than 1');
        return plain;
    }
}
function read_tar_shown(name) {
    return JSON.stringify(name.slice(0, 200));
}

;// CONCATENATED MODULE: ./lib/app/verify.js
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























// Both src/app and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Checks a Feature from the outside: with nothing but the place where it lies, all that it says of itself is made again or
 * compared. What can't be read is said, and never thrown.
 * @throws InputError if it is not for an arch that was asked for; Failure if a file or folder holds no Feature; CancelledError
 */
async function verifyFeature(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = Date.now();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new pull_registries/* Registries */.I(request, host);
        const subject = await openSubject(request, registries, cleanup);
        const manifest = new Problems();
        const root = await readRoot(subject, manifest);
        const rest = root === undefined ? [] : await checkAll({ subject, root, manifest, request, place: { registries, cache: host.cache }, cleanup });
        const checks = [manifest.toCheck('manifest', root?.raw.digest ?? ''), ...rest].toSorted((a, b) => placeOf(a) - placeOf(b));
        const { published } = root ?? {};
        return { name: subject.name, digest: root?.raw.digest, version: published?.version, arches: archesOf(checks), checks, given: request.given, duration: Date.now() - started };
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
async function checkAll(verification) {
    const { subject, root, manifest, request, place, cleanup } = verification;
    const { published } = root;
    refuseMissing(request.arches, [...published.platforms.keys()], subject.name);
    const tarProblems = new Problems();
    const tar = await readTar(subject.source, root.tar, `The tar of ${subject.name}`, tarProblems);
    const all = await Promise.all([...published.platforms].map(([arch, platform]) => read_platform_readPlatform(subject, { arch, platform }, tar)));
    const wanted = request.arches.length === 0 ? all : all.filter(({ arch }) => request.arches.includes(arch));
    const facts = all.flatMap((platform) => platform.facts ?? []);
    if (facts.length === all.length)
        checkRootLayers(root, facts, manifest);
    if (tar !== undefined)
        checkEmbedded(tar, facts, tarProblems);
    if (tar !== undefined)
        checkPlatforms(tar, published.platforms, tarProblems);
    const tags = subject.registry === undefined || subject.tag === undefined ? [] : [await checkTags(subject.registry, subject.tag, published)];
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-verify');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    const attached = await checkAttached(verification, wanted);
    const wantedFacts = wanted.flatMap((platform) => platform.facts ?? []);
    return [
        ...tags,
        tarProblems.toCheck('tar', `${root.tar.digest}, as nix-feature writes it`),
        ...(await ownChecks(root, tar, all)),
        ...wanted.flatMap(({ checks }) => checks),
        ...wanted.filter((platform) => platform.facts === undefined).map(({ arch }) => unchecked('layers', 'Its list of layers could not be read', arch)),
        ...(await checkLayers(subject.source, wantedFacts, work, place.registries.job)),
        ...(await checkBases(request.bases, wantedFacts, place)),
        ...(await checkRebuild(request.rebuilt, { published, platforms: wanted })),
        ...attached.checks,
        ...(request.policy === undefined ? [] : checkPublishedPolicy(request.policy, { ...attached, platforms: all, arches: wanted.map(({ arch }) => arch) }, new Date().toISOString().slice(0, 10))),
    ];
}
/** What is about the Feature as a whole, and not about one platform. */
async function ownChecks(root, tar, platforms) {
    if (tar === undefined)
        return ['runtime', 'metadata', 'key'].map((name) => unchecked(name, "The Feature's tar can't be used"));
    const facts = platforms.flatMap((platform) => platform.facts ?? []);
    const documents = platforms.flatMap(({ document }) => document ?? []);
    const key = facts.length < platforms.length ? unchecked('key', 'Not all of its platforms could be read') : checkKey(root.published, tar, facts);
    return [await checkRuntime(tar), checkMetadata(root.published, tar, documents), key];
}
/** The program that runs as root: only that of this version can be compared. */
async function checkRuntime({ ours }) {
    const problems = new Problems();
    const found = ours.get('install.sh')?.toString('utf8');
    if (found === undefined)
        problems.fail("The Feature's tar has no nix-feature/install.sh");
    else if (found !== (await (0,runtime/* readRuntime */.F)(RUNTIME))) {
        problems.skip('nix-feature/install.sh differs from the one in this version of nix-feature: verify with the version that published it, or by an attestation');
    }
    return problems.toCheck('runtime', 'nix-feature/install.sh is that of this version of nix-feature');
}
/** The installer reads only the tar, so a platform that the manifest does not name would be installed without being verified. */
function checkPlatforms(tar, named, problems) {
    for (const arch of tarPlatforms(tar))
        if (!named.has(arch))
            problems.fail(`The Feature's tar has lists for ${arch}, and the manifest names no such platform`);
}
/** With `delivery: embed` the tar has every layer, and no other file among them. */
function checkEmbedded({ embedded }, platforms, problems) {
    if (embedded.size === 0)
        return;
    const wanted = new Map(platforms.flatMap(({ system, layers, complement = [] }) => [...layers, ...complement].map((layer) => [`${system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`, layer.digest])));
    for (const [name, digest] of wanted) {
        const found = embedded.get(name);
        if (found !== digest)
            problems.fail(`nix-feature/${name} in the Feature's tar has the digest ${found ?? '(none)'} and should have ${digest}`);
    }
    for (const name of embedded.keys())
        if (!wanted.has(name))
            problems.fail(`nix-feature/${name} in the Feature's tar is not one of its layers`);
}
async function checkBases(bases, platforms, place) {
    const checks = [];
    if (bases.length > 0)
        for (const facts of platforms)
            checks.push(await checkBase(bases, facts, place));
    return checks;
}
/** What is attached can be found in a registry alone. */
async function checkAttached({ subject: { registry }, root: { raw, manifest }, request: { trust } }, platforms) {
    const none = (why, ...checks) => {
        const attestation = trust === undefined ? undefined : unchecked('attestation', why);
        return { metas: undefined, attestation, checks: attestation === undefined ? checks : [...checks, attestation] };
    };
    if (registry === undefined)
        return none('Attestations are attached only in registries, and this Feature is on disk');
    const { check, list } = await readAttached(registry, raw.digest);
    if (list === undefined)
        return none("What is attached can't be listed", check);
    const annotation = (name) => manifest.annotations?.[`org.opencontainers.image.${name}`];
    const created = Date.parse(annotation('created') ?? '');
    const stated = { source: annotation('source'), revision: annotation('revision') };
    const sboms = await checkSboms(registry, list, platforms, Number.isNaN(created) ? undefined : created / 1000);
    const attestation = trust === undefined ? undefined : await checkAttestation(registry, list, { digest: raw.digest, stated }, trust);
    return { metas: sboms.metas, attestation, checks: [check, ...sboms.checks, ...(attestation === undefined ? [] : [attestation])] };
}
function refuseMissing(wanted, there, name) {
    const missing = wanted.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new errors/* InputError */.dz('arches', `arches: ${name} is for ${(0,format/* formatList */.ki)(there)}, not for ${(0,format/* formatList */.ki)(missing)}.`);
}
function placeOf({ name, arch }) {
    return verify/* CHECKS */.ui.findIndex((check) => check.name === name) * 3 + (arch === undefined ? 0 : arch === 'amd64' ? 1 : 2);
}
function archesOf(checks) {
    return [...new Set(checks.flatMap(({ arch }) => arch ?? []))];
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

/***/ 76323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ tarFailure),
/* harmony export */   e: () => (/* binding */ unpackFeatureTar)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56118);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43765);








/** What a Feature's tar may hold at most; the layers that it may embed are not counted. */
const MEMBERS = 100_000;
/**
 * Unpacks `layers[0]` of a Feature: regular files and folders, nothing else, each below the folder. The tar is foreign:
 * what is not as the distribution specification has it is refused.
 * @param folder new and empty
 * @throws IntegrityError
 */
async function unpackFeatureTar(tar, folder, { where, skip }) {
    const seen = new Set();
    const members = (0,tar_stream__WEBPACK_IMPORTED_MODULE_5__.extract)();
    const unpacking = (async () => {
        for await (const member of members) {
            const name = nameOf(member.header, where);
            if (seen.size >= MEMBERS)
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .IntegrityError */ .cs(`${where} has more than ${MEMBERS} members.`);
            if (name !== '' && member.header.type === 'file' && seen.has(name))
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .IntegrityError */ .cs(`${where} has the member ${JSON.stringify(name)} twice.`);
            seen.add(name);
            if (name === '' || skip(name))
                member.resume();
            else
                await unpackMember(member, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), where);
        }
    })();
    await Promise.all([(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(tar, members), unpacking]).catch((cause) => {
        throw tarFailure(where, cause);
    });
}
async function unpackMember(member, path, where) {
    const { type, mode } = member.header;
    try {
        if (type === 'directory') {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { recursive: true });
            member.resume();
            return;
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(member), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { flags: 'wx', mode: (mode & 0o100) === 0 ? 0o644 : 0o755 }));
    }
    catch (cause) {
        if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes(cause.code ?? ''))
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .IntegrityError */ .cs(`${where} has a file and a folder of the same name.`, { cause });
    }
}
/** Returns the error for a tar that could not be read: what its source says, or the file system, is said by itself; the rest is the tar's own. */
function tarFailure(where, cause) {
    if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR || typeof cause.errno === 'number')
        return cause;
    const why = cause instanceof Error ? (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutTrailing */ .hT)(cause.message, '.') : String(cause);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .IntegrityError */ .cs(`${where} is not a complete tar archive: ${why}.`, { cause, hint: 'If it was cut short, get it again; if it is compressed, unpack it first (gunzip).' });
}
/** @returns without `./` and without a slash at the end; empty for the folder itself */
function nameOf({ name, type }, where) {
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .IntegrityError */ .cs(`${where} has the member ${JSON.stringify(name.slice(0, 200))}, ${why}.`);
    };
    if (type !== 'file' && type !== 'directory')
        return refuse(`which is a ${type}, and only files and folders belong there`);
    const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
    if (plain === '' || plain === '.')
        return '';
    if (name.startsWith('/') || plain.includes('\0') || plain.split('/').some((part) => part === '' || part === '.' || part === '..'))
        return refuse('which leads out of the folder');
    return plain;
}


/***/ }),

/***/ 20489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   e3: () => (/* binding */ Stages),
/* harmony export */   uE: () => (/* binding */ inStage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
class Stages {
    times = [];
    #log;
    #suffix;
    /** @param suffix tells the platforms of one job apart; empty if there is only one */
    constructor(log, suffix) {
        this.#log = log;
        this.#suffix = suffix;
    }
    /**
     * @param body gets the stage's progress; what it returns besides its value is the stage's last line
     */
    async run(title, options, body) {
        const began = performance.now();
        const progress = this.#log.stage(`${title}${this.#suffix}`, options);
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
/**
 * Runs `body` as a stage that is shown; if it fails, the stage says so.
 * @param body what it returns besides its value is the stage's last line
 */
async function inStage(log, title, options, body) {
    const progress = log.stage(title, options);
    try {
        const [value, result] = await body(progress);
        progress.end(result);
        return value;
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
/** Runs something that shows its own stages, and remembers how long all of it took. */
async function timed(title, times, body) {
    const began = performance.now();
    const value = await body();
    times.push({ title, duration: performance.now() - began });
    return value;
}


/***/ }),

/***/ 68165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ fetchLayers)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20489);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6988);






/**
 * Brings layers that a layout lacks, because a release had packed them, into it.
 * @throws RegistryError, IntegrityError if they are not what their digests say, CancelledError
 */
async function fetchLayers(platforms, reader, job) {
    const missing = new Map();
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            if (!(await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnDisk */ .L)(platform, layer)))
                missing.set(platform.fileOf(layer), layer);
        }
    }
    if (missing.size === 0)
        return;
    const total = [...missing.values()].reduce((sum, { size }) => sum + size, 0);
    await (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .inStage */ .uE)(job, 'Fetch the reused layers', { unit: 'bytes', total }, async () => {
        for (const [file, layer] of missing) {
            // A blob's name never stands for half of it.
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(reader.blob(layer), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(`${file}.part`), { signal: job.signal });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${file}.part`, file);
        }
        return [undefined, `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(missing.size, 'layer')}, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(total)}`];
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


/***/ }),

/***/ 1548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b1: () => (/* binding */ orTakenForHub)
/* harmony export */ });
/* unused harmony exports takenForHub, problemOf */
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93410);


/** Explains a name that was looked for on Docker Hub: a mistyped name of a folder looks like one. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** Returns the problem of a source's first answer, as a verb. */
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : "can't be read";
}
/** Reads a source for the first time: if that fails, a name that was only taken for one of Docker Hub's is said to be. */
async function orTakenForHub(name, source, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
            throw error;
        const hint = takenForHub(name, source);
        if (hint === undefined)
            throw error;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, hint });
    }
}


/***/ }),

/***/ 6809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ LAYOUT_FOLDER),
/* harmony export */   vJ: () => (/* binding */ EXPORT_MARK)
/* harmony export */ });
/* unused harmony export writePortableFolder */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22500);
/* harmony import */ var _feature_files_unpack_feature_tar_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76323);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20489);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(749);
/* harmony import */ var _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5110);
/* harmony import */ var _oci_layout_layout_writer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7558);












/** Says that a folder was made here, and of what: only such a folder is replaced. */
const EXPORT_MARK = `${_feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_FOLDER */ .oA}/exported`;
/** The OCI image layout inside the folder. The runtime looks for layers in it before it asks a registry. */
const LAYOUT_FOLDER = 'dist';
/**
 * Writes a Feature as a folder that the dev container tools take as `"./<id>": {}` (docs/make/portable.md). The same Feature
 * gives the same files.
 * @param folder new and empty
 * @returns the bytes of the layers in it
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function writePortableFolder(feature, folder, { layers, job }) {
    const { name, id, version, source, tar } = feature;
    await mkdir(folder, { recursive: true });
    // An author's own files may be in a folder of that name; only what the layout writes is ours.
    const ours = new RegExp(`^(?:${BUNDLE_FOLDER}/[^/]*/layers|${LAYOUT_FOLDER}/(?:oci-layout|index\\.json|blobs|\\.unfinished))(?:/|$)`);
    await unpackFeatureTar(source.blob(tar), folder, { where: `the tar of ${name}`, skip: (member) => layers && ours.test(member) });
    await writeFile(join(folder, EXPORT_MARK), `${id} ${version} ${feature.raw.digest}\n`, { flag: 'wx' }).catch((cause) => {
        if (cause.code !== 'EEXIST' && cause.code !== 'ENOENT')
            throw cause;
        throw new IntegrityError(`The tar of ${name} was not made by nix-feature.`, { cause });
    });
    return layers ? writeLayout(feature, join(folder, LAYOUT_FOLDER), job) : 0;
}
async function writeLayout(feature, folder, job) {
    const { platforms, source, attachments } = feature;
    const writer = await LayoutWriter.create(folder);
    const wanted = new Map([feature.config, feature.tar, ...platforms.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]), ...attachments.flatMap(({ config, payload }) => [config, payload])].map((blob) => [blob.digest, blob]));
    const total = [...wanted.values()].reduce((sum, { size }) => sum + size, 0);
    await inStage(job, 'Fetch the layers', { unit: 'bytes', total }, async (progress) => {
        let done = 0;
        for (const blob of wanted.values()) {
            const file = writer.newBlobFile();
            await pipeline(source.blob(blob), createWriteStream(file), { signal: job.signal });
            await writer.adoptFile(file, blob);
            progress.update((done += blob.size));
        }
        return [undefined, `${formatNumberOf(wanted.size, 'blob')}, ${formatBytes(total)}`];
    });
    const root = await addManifest(writer, feature.raw, { annotations: { [REF_NAME]: feature.version } });
    const own = [];
    for (const { raw } of platforms)
        own.push(await addManifest(writer, raw, { artifactType: DELTA_ARTIFACT }));
    for (const { raw, artifactType } of attachments)
        own.push(await addManifest(writer, raw, { artifactType }));
    await writer.finish([root, ...own]);
    return total;
}
async function addManifest(writer, { bytes }, facts) {
    return { ...(await writer.addBytes(bytes, IMAGE_MANIFEST)), ...facts };
}


/***/ }),

/***/ 77603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   J0: () => (/* binding */ isSignedWith),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   yy: () => (/* binding */ keyFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


const LONGEST_KEY = 64 * 1024;
const PUBLIC_LABEL = /^-----BEGIN PUBLIC KEY-----$/m;
/** Returns what kind of key it is; undefined if it is none that signs here. */
function kindOf(key) {
    if (key.asymmetricKeyType === 'ed25519')
        return 'ed25519';
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
}
/** @throws Failure if the text is no PEM of a public key of a kind that is used here. It may be a secret, and is not shown. */
function parsePublicKey(pem) {
    const hint = 'Expected PEM with "BEGIN PUBLIC KEY", of ECDSA P-256 or Ed25519: `cosign public-key`, or `openssl pkey -pubout`.';
    if (/PRIVATE KEY/.test(pem.slice(0, LONGEST_KEY)))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is a private key.', { hint });
    if (pem.length > LONGEST_KEY || !PUBLIC_LABEL.test(pem))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is not a PEM public key.', { hint });
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("The public key can't be read.", { hint });
    }
    if (kindOf(key) === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`The public key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint });
    return key;
}
/** Returns the digest of a public key's DER: a name for it. */
function keyFingerprint(key) {
    const own = key.type === 'private' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key) : key;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(own.export({ type: 'spki', format: 'der' })).digest('hex')}`;
}
/** Signs bytes. An ECDSA signature is DER. @param key a private one of a known kind */
function signWith(key, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key);
}
/** Tells whether a signature of bytes was made with the key's private half. */
function isSignedWith(key, bytes, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key, signature);
    }
    catch {
        return false; // not even a signature's form
    }
}


/***/ }),

/***/ 68608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   i2: () => (/* binding */ renderVerifySummary),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   ui: () => (/* binding */ CHECKS),
/* harmony export */   xb: () => (/* binding */ verifyOutputsOf)
/* harmony export */ });
/* unused harmony exports VERIFY_OUTPUTS, verifyResultOf, renderTerminalVerification */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _build_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53721);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65235);
/* harmony import */ var _text_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8832);





/** All checks, in the order in which they are shown; `docs/verify/verifying.md` says what each proves. */
const CHECKS = [
    { name: 'manifest', title: 'Manifest' },
    { name: 'tags', title: 'Tags' },
    { name: 'tar', title: "Feature's tar" },
    { name: 'runtime', title: 'Installer' },
    { name: 'metadata', title: 'Metadata' },
    { name: 'key', title: 'Release key' },
    { name: 'platform', title: 'Platform manifest' },
    { name: 'document', title: 'Delta document' },
    { name: 'layers', title: 'Layers' },
    { name: 'diff-ids', title: 'Diff ids' },
    { name: 'members', title: 'Members' },
    { name: 'nar-hashes', title: 'NAR hashes' },
    { name: 'base', title: 'Base image' },
    { name: 'rebuild', title: 'Built again' },
    { name: 'attached', title: 'Attached' },
    { name: 'sbom', title: 'SBOM' },
    { name: 'attestation', title: 'Attestation' },
    { name: 'policy', title: 'Policy' },
];
/** Returns `failed` if anything failed; else `unchecked` if anything could not be checked. */
function outcomeOf({ checks }) {
    return ['failed', 'unchecked'].find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}
/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
function faultOf({ checks }) {
    return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it claims to be';
}
function titleOf({ name, arch }) {
    const title = CHECKS.find((check) => check.name === name)?.title ?? name;
    return arch === undefined ? title : `${title} (${arch})`;
}
/** Returns the whole result in one line of plain text. */
function verifyHeadline({ name, version, checks }) {
    const outcome = outcomeOf({ checks });
    const count = (wanted) => checks.filter((check) => check.outcome === wanted).length;
    const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
    const all = (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(checks.length, 'check');
    if (outcome === 'passed')
        return `${subject} is what it claims to be: ${all} passed`;
    const open = count('unchecked') === 0 ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('unchecked'))} could not be made`;
    if (outcome === 'failed')
        return `${subject} ${faultOf({ checks })}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('failed'))} of ${all} failed${open}`;
    return `No check of ${subject} failed: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('passed'))} of ${all} passed${open}`;
}
/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
const VERIFY_OUTPUTS = [
    { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
    { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
    { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
];
/** Returns what the verify action sets. Text from outside is in `json` alone. */
function verifyOutputsOf(report) {
    const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
    return {
        outcome: outcomeOf(report),
        digest: report.digest ?? '',
        failed: CHECKS.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
        json: JSON.stringify(verifyResultOf(report)),
    };
}
/** Returns what `nix-feature verify --json` prints: `null` if there is nothing. */
function verifyResultOf(report) {
    const { name, digest = null, version = null, arches, checks } = report;
    return { schemaVersion: 1, ref: name, outcome: outcomeOf(report), digest, version, arches, checks: checks.map(checkResult) };
}
function checkResult(check) {
    const { name, arch = null, outcome, says, problems, more } = check;
    return { check: name, title: titleOf({ name }), arch, outcome, says, problems, more };
}
const MARKS = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };
/** Renders the job summary of a verification, in GitHub's Markdown. Its first line says it all. */
function renderVerifySummary(report) {
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joinSections */ .lS)([
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(verifyHeadline(report)))}`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Check', 'Result', 'Found'], report.checks.map((check) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(titleOf(check)), MARKS[check.outcome], cell(check)])),
        report.digest === undefined ? '' : `Verified: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(report.digest)}`,
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .givenSection */ .X3)(report.given),
    ]);
}
function cell({ says, problems, more }) {
    return [says, ...problems, ...(more === 0 ? [] : [`and ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(more)} more`])].map((text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(text))).join('<br>');
}
const WORDS = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };
/** Renders a verification as a person reads it in a terminal. */
function renderTerminalVerification(report, palette) {
    const width = Math.max(...report.checks.map((check) => titleOf(check).length));
    const rows = report.checks.flatMap((check) => rowsOf(check, width, palette));
    return `${palette.bold(onOneLine(verifyHeadline(report)))}\n\n${rows.join('\n')}\n\n${report.digest ?? 'No manifest was read.'}\nTook ${formatDuration(report.duration)}.\n`;
}
function rowsOf(check, width, palette) {
    const indent = ' '.repeat(width + 17);
    return [
        `  ${titleOf(check).padEnd(width)}  ${painted(check.outcome, palette)}  ${onOneLine(check.says)}`,
        ...check.problems.map((problem) => `${indent}${onOneLine(problem)}`),
        ...(check.more === 0 ? [] : [`${indent}and ${formatCount(check.more)} more`]),
    ];
}
function painted(outcome, palette) {
    const word = WORDS[outcome].padEnd(11);
    if (outcome === 'passed')
        return palette.dim(word);
    return outcome === 'failed' ? palette.red(word) : palette.yellow(word);
}


/***/ }),

/***/ 27950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ POLICY_RULES)
/* harmony export */ });
/** The rules that a policy may have, as its exceptions name them. */
const POLICY_RULES = ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs'];


/***/ })

};
