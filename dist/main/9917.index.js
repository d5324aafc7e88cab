export const id = 9917;
export const ids = [9917];
export const modules = {

/***/ 49917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeImage: () => (/* binding */ makeImage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
;// CONCATENATED MODULE: ./lib/image/config/metadata-label.js


/** Where images have what dev container tools need to know of them (containers.dev, "Image Metadata"). */
const METADATA_LABEL = 'devcontainer.metadata';
/** Bytes of a label. */
const LABEL_LIMIT = 4 * 1024 * 1024;
const COMMANDS = ['onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'];
/** What of a Feature's metadata an image carries. Its variables are the image's own. */
const OF_FEATURE = [...COMMANDS, 'init', 'privileged', 'capAdd', 'securityOpt', 'entrypoint', 'mounts', 'customizations'];
/** And what of a devcontainer.json. */
const OF_DEVCONTAINER = [
    ...COMMANDS,
    ...'waitFor customizations mounts containerEnv containerUser init privileged capAdd securityOpt remoteUser userEnvProbe remoteEnv'.split(' '),
    ...'overrideCommand portsAttributes otherPortsAttributes forwardPorts shutdownAction updateRemoteUserUID hostRequirements'.split(' '),
];
/**
 * The text of the label: the base's entries, one for each Feature, and what the devcontainer.json says, each without what it
 * does not say.
 */
function metadataLabel({ base, features, devcontainer }) {
    const own = features.map(({ text, metadata }) => ({ id: text, ...picked(metadata, OF_FEATURE) }));
    const last = picked(devcontainer ?? {}, OF_DEVCONTAINER);
    return JSON.stringify([...(entriesOfLabel(base) ?? []), ...own, ...(Object.keys(last).length === 0 ? [] : [last])]);
}
/** @returns undefined for a label that is neither a list nor an object: the tools take no notice of one either */
function entriesOfLabel(label) {
    if (label === undefined)
        return [];
    try {
        const json = (0,parse_json/* parseJson */.qF)(label, { bytes: LABEL_LIMIT });
        return Array.isArray(json) ? json : (0,field/* isObject */.Gv)(json) ? [json] : undefined;
    }
    catch (error) {
        if (!(error instanceof parse_json/* JsonError */.N3))
            throw error;
        return undefined;
    }
}
function picked(properties, names) {
    return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(properties, name) ? [[name, properties[name]]] : [])));
}

;// CONCATENATED MODULE: ./lib/image/config/compose-image.js





const LAYER_TYPES = {
    [media_types/* LAYER_TAR */.WP]: media_types/* LAYER_TAR */.WP,
    [media_types/* LAYER_GZIP */.fc]: media_types/* LAYER_GZIP */.fc,
    [media_types/* LAYER_ZSTD */.wd]: media_types/* LAYER_ZSTD */.wd,
    [media_types/* DOCKER_LAYER */.n2]: media_types/* LAYER_GZIP */.fc,
    'application/vnd.docker.image.rootfs.diff.tar': media_types/* LAYER_TAR */.WP,
    'application/vnd.docker.image.rootfs.diff.tar.zstd': media_types/* LAYER_ZSTD */.wd,
};
/** Overlay file systems take no more, with a layer for what containers write. */
const MOST_LAYERS = 126;
/** The config of an image on a base: all that the base says stays, but for what is replaced. */
function composeConfig({ base, diffIds, layers, environment, label, created }) {
    const { config } = base;
    const started = (0,field/* isObject */.Gv)(config) ? config : {};
    const labels = (0,field/* isObject */.Gv)(started['Labels']) ? started['Labels'] : {};
    const time = created === undefined ? undefined : timeText(created);
    const json = {
        ...base,
        ...(time !== undefined && { created: time }),
        config: { ...started, Env: environment, Labels: { ...labels, [METADATA_LABEL]: label } },
        rootfs: { type: 'layers', diff_ids: [...diffIds, ...layers.map(({ diffId }) => diffId)] },
        ...historyOf(base['history'], diffIds.length, layers, time),
    };
    return blobOf(json, media_types/* IMAGE_CONFIG */.Ve);
}
/** A base whose history does not tell of each layer has none that could be gone on with. */
function historyOf(history, before, layers, created) {
    if (!Array.isArray(history))
        return {};
    const filled = history.filter((entry) => (0,field/* isObject */.Gv)(entry) && entry['empty_layer'] !== true).length;
    if (filled !== before)
        return {};
    const added = layers.map(({ of }) => ({ ...(created !== undefined && { created }), created_by: `nix-feature image: ${of}` }));
    return { history: [...history, ...added] };
}
/** @throws BaseError if a layer of the base may not be copied, or there are more than engines take */
function composeManifest(base, config, layers, annotations) {
    const below = base.layers.map(({ mediaType, digest, size }) => {
        const known = LAYER_TYPES[mediaType];
        if (known === undefined)
            throw new errors/* BaseError */.Cf(`it has a layer of the type ${mediaType}, which can't be part of another image`);
        return { mediaType: known, digest, size };
    });
    const all = [...below, ...layers.map(({ descriptor }) => descriptor)];
    if (all.length > MOST_LAYERS) {
        throw new errors/* BaseError */.Cf(`the image would have ${all.length} layers, more than the ${MOST_LAYERS} that engines take`, { hint: 'Name fewer Features, have them published with a smaller "max-layers", or use a base image with fewer layers.' });
    }
    const manifest = { schemaVersion: 2, mediaType: media_types/* IMAGE_MANIFEST */.MS, config, layers: all, annotations };
    return blobOf(manifest, media_types/* IMAGE_MANIFEST */.MS);
}
/** The index of several platforms. */
function composeIndex(manifests, annotations) {
    const index = { schemaVersion: 2, mediaType: media_types/* IMAGE_INDEX */.L$, manifests, annotations };
    return blobOf(index, media_types/* IMAGE_INDEX */.L$);
}
/** What a manifest says of where it comes from (OCI image specification, annotations.md). */
function originAnnotations(base, created) {
    return {
        ...(base.name !== undefined && { 'org.opencontainers.image.base.name': base.name }),
        'org.opencontainers.image.base.digest': base.digest,
        ...(created !== undefined && { 'org.opencontainers.image.created': timeText(created) }),
    };
}
function blobOf(json, mediaType) {
    const bytes = Buffer.from(JSON.stringify(json));
    return { bytes, descriptor: { mediaType, digest: (0,digest/* digestOf */.ol)(bytes), size: bytes.length } };
}
function timeText(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

// EXTERNAL MODULE: ./lib/base/read-base.js + 1 modules
var read_base = __webpack_require__(67155);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/oci/format/blob-bytes.js
var blob_bytes = __webpack_require__(2116);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
// EXTERNAL MODULE: ./lib/place/open-base.js + 1 modules
var open_base = __webpack_require__(86978);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/base/store-entries.js
var store_entries = __webpack_require__(19193);
;// CONCATENATED MODULE: ./lib/image/base/wanted-files.js
/** Folders that what is installed lies in, and where an image has them as folders must have them in one more layer. */
const FOLDERS = new Set([
    'etc etc/profile.d etc/fish etc/fish/conf.d',
    'nix nix/store nix/var nix/var/nix nix/var/nix/gcroots nix/var/nix/db',
    'opt opt/nix-feature usr usr/local usr/local/bin var var/lib var/lib/nix-feature',
].flatMap((line) => line.split(' ')));
const DATABASE = 'nix/var/nix/db/db.sqlite';
/** What SQLite has not yet put into a database, and an index of that. */
const DATABASE_LOG = `${DATABASE}-wal`;
const DATABASE_INDEX = `${DATABASE}-shm`;
/** What SQLite takes back of a database when it opens it, if a program ended in the midst of writing. */
const DATABASE_JOURNAL = `${DATABASE}-journal`;
const PATH_LIST = 'opt/nix-feature/.path';
const RECORDS = 'var/lib/nix-feature';
const DOOR = 'usr/local/bin/nix-feature-ctl';
const RECORD = /^var\/lib\/nix-feature\/[^/]+(?:\/runtime)?$/;
/** Not deeper than any image has it. */
const NIX_STORE = /^(?:[^/]+\/){0,8}bin\/nix-store$/;
/** Must what an image has of this name be known, so that a layer can be laid over it? Names are without the first slash. */
function isWanted(path) {
    return FOLDERS.has(path) || [DATABASE, DATABASE_LOG, DATABASE_INDEX, DATABASE_JOURNAL, PATH_LIST, DOOR].includes(path) || RECORD.test(path) || NIX_STORE.test(path);
}
/** How the contents of a file are wanted: a short text in memory, or all of it on disk. */
function wantedContents(path) {
    if (path === PATH_LIST || (path.startsWith(`${RECORDS}/`) && path.endsWith('/runtime')))
        return 'text';
    return [DATABASE, DATABASE_LOG, DATABASE_JOURNAL].includes(path) ? 'file' : undefined;
}

;// CONCATENATED MODULE: ./lib/image/base/base-tree.js






/** Bytes. */
const MOST_TEXT = 64 * 1024;
const MOST_FILE = 2 * 1024 * 1024 * 1024;
/** Bytes that a step takes besides its name and its text. */
const STEP = 200;
/** Of a name: Linux takes none that is longer, so no engine unpacks one. */
const MOST_NAME = 4096;
/** Bytes that what is remembered of the layers of one image may take, all together: ten times what the largest images need. */
class TreeRoom {
    #memory = 256 * 1024 * 1024;
    #disk = 4 * MOST_FILE;
    /** @throws BaseError */
    take(where, bytes) {
        if (where === 'memory')
            this.#memory -= bytes;
        else
            this.#disk -= bytes;
        if (this.#memory < 0)
            throw new errors/* BaseError */.Cf('it removes more files, or has more where Features are installed, than any image');
        if (this.#disk < 0)
            throw new errors/* BaseError */.Cf('it has too many copies of a Nix database, one over the other', { hint: 'Make an image of one layer of it.' });
    }
}
/** Reads what a layer has under the names that are wanted; whiteouts as in base/store-entries.ts. */
class TreeObserver {
    #steps = [];
    #place;
    #open;
    #room;
    /** @param folder where files are put @param layer tells apart what several layers have of one file @param room of all layers of the image */
    constructor(folder, layer, room) {
        this.#place = (0,external_node_path_.join)(folder, (0,digest/* hexOf */.ZD)(layer));
        this.#room = room;
    }
    /** @throws BaseError if there is more than any image has */
    see(entry) {
        this.#closeFile();
        if (entry.name.length > MOST_NAME)
            return;
        const parts = (0,store_entries/* partsOf */.C)(entry.name);
        const last = parts.at(-1) ?? '';
        if (last === '.wh..wh..opq')
            return this.#add({ path: parts.slice(0, -1).join('/'), what: 'emptied' });
        if (last.startsWith('.wh..wh.') || entry.type === 'other')
            return;
        if (last.startsWith('.wh.'))
            return this.#add({ path: [...parts.slice(0, -1), last.slice('.wh.'.length)].join('/'), what: 'gone' });
        const path = parts.join('/');
        if (!isWanted(path))
            return;
        const wanted = entry.type === 'file' ? wantedContents(path) : undefined;
        if (wanted === undefined)
            return this.#add({ path, what: 'node', node: nodeOf(entry) });
        const most = wanted === 'text' ? MOST_TEXT : MOST_FILE;
        if (entry.size > most)
            throw new errors/* BaseError */.Cf(`its ${path} has ${entry.size} bytes, more than the ${most} that are read`);
        this.#room.take(wanted === 'text' ? 'memory' : 'disk', entry.size);
        this.#open = { path, entry, chunks: wanted === 'text' ? [] : undefined, file: wanted === 'file' ? (0,external_node_fs_.openSync)(this.#fileOf(path), 'w', 0o600) : undefined, left: entry.size };
        if (entry.size === 0)
            this.#closeFile();
    }
    contents(bytes) {
        const open = this.#open;
        if (open === undefined)
            return;
        open.left -= bytes.length;
        open.chunks?.push(Buffer.from(bytes));
        if (open.file !== undefined)
            (0,external_node_fs_.writeSync)(open.file, bytes);
        if (open.left <= 0)
            this.#closeFile();
    }
    /** What the layer does, once all of it was seen. */
    end() {
        this.#closeFile();
        return this.#steps;
    }
    /** Ends the file that is being read; what has other bytes than its size says, as one with holes, has no contents that are known. */
    #closeFile() {
        const open = this.#open;
        if (open === undefined)
            return;
        this.#open = undefined;
        if (open.file !== undefined)
            (0,external_node_fs_.closeSync)(open.file);
        const { path, entry, chunks, left } = open;
        const contents = left !== 0 ? {} : chunks === undefined ? { file: this.#fileOf(path) } : { text: Buffer.concat(chunks).toString('utf8') };
        this.#add({ path, what: 'node', node: { ...nodeOf(entry), ...contents } });
    }
    #fileOf(path) {
        return `${this.#place}-${path.slice(path.lastIndexOf('/') + 1)}`;
    }
    #add(step) {
        this.#room.take('memory', STEP + step.path.length + (step.what === 'node' ? step.node.target.length : 0));
        this.#steps.push(step);
    }
}
function nodeOf({ type, mode, uid, gid, target }) {
    const kind = type === 'directory' || type === 'symlink' ? type : type === 'file' || type === 'link' ? 'file' : 'other';
    return { type: kind, mode: mode & 0o7777, owner: { uid: Math.max(0, uid), gid: Math.max(0, gid) }, target: type === 'symlink' ? target : '' };
}
/** A name, and the names below it. */
class Branch {
    node;
    below = new Map();
    /** @returns undefined if nothing has this name */
    find(path) {
        return (0,store_entries/* partsOf */.C)(path).reduce((branch, part) => branch?.below.get(part), this);
    }
    make(path) {
        return (0,store_entries/* partsOf */.C)(path).reduce((branch, part) => {
            const next = branch.below.get(part) ?? new Branch();
            branch.below.set(part, next);
            return next;
        }, this);
    }
    *nodes(folder = '') {
        for (const [name, branch] of this.below) {
            if (branch.node !== undefined)
                yield [`${folder}${name}`, branch.node];
            yield* branch.nodes(`${folder}${name}/`);
        }
    }
}
/** What is there once the layers lie on each other, the lowest first. */
function foldTree(layers) {
    const root = new Branch();
    for (const steps of layers) {
        // A layer empties what is below it, never what it brings itself.
        for (const { path, what } of steps)
            if (what === 'emptied')
                root.find(path)?.below.clear();
        for (const step of steps) {
            if (step.what === 'emptied')
                continue;
            const branch = step.what === 'node' ? root.make(step.path) : root.find(step.path);
            if (branch === undefined)
                continue;
            branch.node = step.what === 'node' ? step.node : undefined;
            if (branch.node?.type !== 'directory')
                branch.below.clear();
        }
    }
    return new Map(root.nodes());
}

// EXTERNAL MODULE: ./lib/feature/environment/env-words.js
var env_words = __webpack_require__(92871);
;// CONCATENATED MODULE: ./lib/image/config/merge-environment.js



/** What engines search where an image sets no PATH. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What an ENV instruction takes. */
const NAME = /^[^\s="'\\$\p{Cc}]+$/u;
/** Bytes of all variables: Linux starts no program with more. */
const MOST = 2 * 1024 * 1024;
/**
 * Sets the variables of Features in the order of their installation, as the dev container tools do by ENV instructions: one
 * after the other, each with what is set before. A variable that is set already keeps its place.
 * @param image `NAME=value`, of the base
 * @throws Failure for a value that an engine would refuse
 */
function mergeEnvironment(image, sources) {
    const environment = new Map(image.map((line) => [line.split('=', 1)[0] ?? '', line.split('=').slice(1).join('=')]));
    const known = (name) => environment.get(name) ?? (name === 'PATH' ? DEFAULT_PATH : undefined);
    let size = 0;
    for (const { name: source, containerEnv } of sources) {
        for (const [name, json] of (0,written_json/* membersOf */.lS)(containerEnv)) {
            const refuse = (why) => {
                throw new errors/* Failure */.HR(`${source} sets ${JSON.stringify(name)} in "containerEnv", which ${why}.`, { hint: 'Have it published with a value that engines take (docs/make/contract.md).' });
            };
            const value = (0,written_json/* stringOf */.Je)(json) ?? refuse('is not a text');
            if (!NAME.test(name))
                refuse('is not the name of a variable');
            const word = (0,env_words/* expandEnv */.q)(value, known);
            if (word.kind === 'fault')
                return refuse(word.why);
            size += name.length + word.value.length;
            if (size > MOST)
                refuse(`is more than an image can have: all variables together are longer than ${MOST} bytes`);
            environment.set(name, word.value);
        }
    }
    return [...environment].map(([name, value]) => `${name}=${value}`);
}
/** Of a devcontainer.json's own variables those that stand for themselves, on one line: the tools set the others where a container is started. */
function plainVariables(containerEnv) {
    if (typeof containerEnv !== 'object' || containerEnv === null)
        return undefined;
    const plain = Object.entries(containerEnv).filter(([name, value]) => NAME.test(name) && typeof value === 'string' && !/[$\n\0]/.test(value));
    return plain.length === 0 ? undefined : JSON.stringify(Object.fromEntries(plain));
}

;// CONCATENATED MODULE: ./lib/image/layer/check-fit.js


/**
 * Checks that Features fit on a base, and together: what they rely on is in the base, as it was when they were built, or comes
 * with a Feature before; and no store path would be laid over another build of itself.
 * @returns for each Feature the paths that are there only because of it, sorted
 * @throws BaseError, Failure
 */
function checkFit(base, features) {
    const known = new Map();
    return features.map(({ text, document }) => {
        const [required, shipped] = ['base', 'delta'].map((place) => document.closure.filter((entry) => entry.in === place));
        const absent = (required ?? []).filter(({ path, narSize, narHash }) => base.narSizes.get(path) !== narSize && known.get(path)?.narHash !== narHash);
        if (absent.length > 0) {
            const { name } = document.bases[0] ?? {};
            throw new errors/* BaseError */.Cf(`${(0,format/* formatNumberOf */.Of)(absent.length, 'store path')} that the Feature ${text} relies on ${absent.length === 1 ? 'is' : 'are'} not in it, or not complete, such as ${absent[0]?.path ?? ''}`, {
                hint: `The Feature was built for ${name ?? 'another base image'}: use that one, or have the Feature built for this one.`,
            });
        }
        const other = (shipped ?? []).find(({ path, narSize }) => base.paths.has(path) && base.narSizes.get(path) !== narSize);
        if (other !== undefined)
            throw new errors/* BaseError */.Cf(`its ${other.path} is not what the Feature ${text} ships under that name`, { hint: 'It is incomplete there, or another build. Have the Feature built for this base image.' });
        refuseClash(text, document, known);
        const owned = (shipped ?? []).map(({ path }) => path).filter((path) => !known.has(path) && !base.paths.has(path));
        for (const entry of document.closure)
            if (!known.has(entry.path))
                known.set(entry.path, { narHash: entry.narHash, in: entry.in, text });
        return owned.toSorted();
    });
}
/** @throws Failure if another Feature means another build by the same path */
function refuseClash(text, { closure }, known) {
    for (const { path, narHash, in: place } of closure) {
        const before = known.get(path);
        if (before === undefined || before.narHash === narHash)
            continue;
        const what = place === 'delta' && before.in === 'delta' ? 'ship different builds of' : 'rely on different builds of';
        throw new errors/* Failure */.HR(`The Features ${before.text} and ${text} ${what} ${path}.`, { hint: 'Have both built from the same flake inputs, by the same cache, and publish them again.' });
    }
}

// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
;// CONCATENATED MODULE: ./lib/image/base/database-schema.js

const DATABASE_HINT = 'Look at it in a container of the base: nix-store --verify.';
/** Of Nix's own databases since 2.0. */
const TABLES = [
    ['ValidPaths', ['id', 'path', 'hash', 'registrationTime', 'deriver', 'narSize']],
    ['Refs', ['referrer', 'reference']],
];
/**
 * All that a schema may have, as Nix writes it. Whatever else SQLite knows (views, virtual tables, checks, defaults, columns and indexes
 * that compute, what runs when a row is added) makes a database do more than hold rows.
 */
const PLAIN = {
    table: /^create table \w+ ?\([\w ,()]*\)$/,
    index: /^create (?:unique )?index \w+ on \w+ ?\([\w ,]*\)$/,
    trigger: /^create trigger \w+ (?:before|after) delete on \w+ begin /,
};
const COMPUTES = /\b(?:check|default|generated|as|collate)\b/;
/**
 * Checks that a database of Nix holds rows, and does nothing else. It looks at nothing but the schema: not even a check of the
 * database for damage may come before, as that would compute what the schema says.
 * @throws BaseError
 */
function checkDatabaseSchema(database) {
    // This name is SQLite's own; a table of a database may have that of any other.
    const schema = database.prepare("SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_master").all();
    for (const { type, name, sql } of schema) {
        const text = plainText(sql);
        // SQLite makes an index of its own for what is unique; it has no text.
        const isPlain = (type === 'index' && text === '') || (PLAIN[type]?.test(text) === true && (type === 'trigger' || !COMPUTES.test(text)));
        if (!isPlain)
            refuse(`it has the ${type} ${JSON.stringify(name.slice(0, 100))}, which does more than hold rows`);
    }
    for (const [table, wanted] of TABLES) {
        const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table);
        const missing = wanted.find((name) => !columns.some((column) => column.name === name));
        if (missing !== undefined)
            refuse(`its table ${table} has no column ${missing}`);
    }
}
function refuse(why) {
    throw new errors/* BaseError */.Cf(`its Nix database is not one that Nix made: ${why}`, { hint: DATABASE_HINT });
}
/**
 * A statement in small letters, without comments and quotes, with one blank where there are several. A text that has a quote around
 * anything but a plain name keeps it, and no pattern has one: so what looks like a comment was one.
 */
function plainText(sql) {
    const bare = sql.toLowerCase().replaceAll(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ').replaceAll(/"(\w+)"/g, '$1');
    return bare.replaceAll(/\s+/g, ' ').replaceAll(/ ?([(),]) ?/g, '$1').trim();
}

;// CONCATENATED MODULE: ./lib/image/base/nix-database.js




/** Where SQLite notes in a database which version of it wrote last (SQLite file format, 1.3): four bytes of no meaning to readers. */
const WRITER = { offset: 96, length: 4 };
/**
 * Tells a Nix database of store paths. The database is foreign: nothing in its schema is run that would do more than hold rows.
 * @param file the database, with what SQLite keeps beside it; it is changed
 * @returns which required paths it does not know; then it is as it was
 * @throws BaseError if it is no database of Nix, or a damaged one; its message is the end of a sentence
 */
async function registerPaths(file, registration) {
    const writer = await bytesAt(file);
    const database = await openDatabase(file);
    let unknown;
    try {
        checkDatabase(database);
        unknown = [...registration.required].filter((path) => idOf(database, path) === undefined);
        if (unknown.length === 0)
            register(database, registration);
    }
    catch (error) {
        if (error instanceof errors/* BaseError */.Cf)
            throw error;
        throw new errors/* BaseError */.Cf(`its Nix database can't be used: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, hint: DATABASE_HINT });
    }
    finally {
        database.close();
    }
    // The same bytes whichever Node.js this is.
    await putBytes(file, writer);
    for (const end of ['-wal', '-shm', '-journal'])
        await (0,promises_.rm)(`${file}${end}`, { force: true });
    return unknown;
}
/** Node.js warns of this module as experimental; nobody who uses an image of ours can do anything about that. */
async function openDatabase(file) {
    const emitWarning = process.emitWarning.bind(process);
    process.emitWarning = () => undefined;
    try {
        const { DatabaseSync: Database } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 80099, 19));
        return new Database(file, { allowExtension: false, enableForeignKeyConstraints: false });
    }
    catch (error) {
        throw new errors/* BaseError */.Cf(`its Nix database can't be opened: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, hint: DATABASE_HINT });
    }
    finally {
        process.emitWarning = emitWarning;
    }
}
/** @throws BaseError if it does more than hold rows, or is damaged */
function checkDatabase(database) {
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = OFF; PRAGMA cache_size = -65536');
    checkDatabaseSchema(database);
    const [check] = database.prepare('PRAGMA quick_check(1)').all();
    if (Object.values(check ?? {})[0] !== 'ok')
        throw new errors/* BaseError */.Cf('its Nix database is damaged', { hint: DATABASE_HINT });
}
function idOf(database, path) {
    return database.prepare('SELECT id FROM ValidPaths WHERE path = ?').get(path)?.id;
}
function register(database, { shipped, time }) {
    database.exec('BEGIN IMMEDIATE');
    const insert = database.prepare('INSERT INTO ValidPaths (path, hash, registrationTime, deriver, narSize) VALUES (?, ?, ?, ?, ?)');
    const update = database.prepare('UPDATE ValidPaths SET hash = ?, narSize = ? WHERE id = ?');
    const refer = database.prepare('INSERT OR REPLACE INTO Refs (referrer, reference) VALUES (?, ?)');
    for (const { path, narHash, narSize, deriver } of shipped) {
        const id = idOf(database, path);
        const hash = hashText(narHash);
        if (id === undefined)
            insert.run(path, hash, time, deriver, narSize);
        else
            update.run(hash, narSize, id);
    }
    for (const { path, references } of shipped) {
        for (const reference of references)
            refer.run(needed(idOf(database, path)), needed(idOf(database, reference)));
    }
    database.exec('COMMIT');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
function needed(id) {
    if (id === undefined)
        throw new errors/* BaseError */.Cf('its Nix database lost a path while it was told of it');
    return id;
}
/** As Nix's database has it. */
function hashText(narHash) {
    return `sha256:${Buffer.from((0,nix_hash/* parseNixHash */.BB)(narHash).bytes).toString('hex')}`;
}
async function bytesAt(file) {
    const handle = await (0,promises_.open)(file, 'r');
    try {
        const bytes = Buffer.alloc(WRITER.length);
        await handle.read(bytes, 0, WRITER.length, WRITER.offset);
        return bytes;
    }
    finally {
        await handle.close();
    }
}
async function putBytes(file, bytes) {
    const handle = await (0,promises_.open)(file, 'r+');
    try {
        await handle.write(bytes, 0, WRITER.length, WRITER.offset);
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./lib/feature/environment/complete-metadata.js
var complete_metadata = __webpack_require__(75675);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
;// CONCATENATED MODULE: ./lib/image/layer/shell-files.js


/*
 * What tells shells of a Feature, byte for byte as the install runtime writes it (install/parts/shells.sh): `nix-feature-ctl
 * status` compares the texts, and an end-to-end test runs it.
 */
/** `/etc/profile.d/nix-feature-<id>.sh` */
function profileFileText(id, env) {
    return [
        `# Written by the Dev Container Feature ${id}, and removed with it.`,
        `if [ -r /${PATH_LIST} ]; then`,
        '  while IFS= read -r nix_feature_folder; do',
        '    case ":$PATH:" in *":$nix_feature_folder:"*) ;; *) PATH="$nix_feature_folder${PATH:+:$PATH}" && export PATH ;; esac',
        `  done < /${PATH_LIST}`,
        '  unset nix_feature_folder',
        'fi',
        ...env.PATH.map((folder) => folderOf(id, folder)).map((folder) => `case ":$PATH:" in *":${folder}:"*) ;; *) PATH="${folder}\${PATH:+:$PATH}" && export PATH ;; esac`),
        ...(env.profile === undefined ? [] : [`[ ! -r "${folderOf(id, env.profile)}" ] || . "${folderOf(id, env.profile)}"`]),
        ...variablesOf(env).map(([name, value]) => `[ -n "\${${name}+set}" ] || export ${name}='${value.replaceAll("'", String.raw `'\''`)}'`),
        '',
    ].join('\n');
}
/** `/etc/fish/conf.d/nix-feature-<id>.fish` */
function fishText(id, env) {
    return [
        `# Written by the Dev Container Feature ${id}, and removed with it.`,
        `if test -r /${PATH_LIST}`,
        '    while read -l folder',
        String.raw `        contains -- $folder $PATH; or set -gx PATH $folder $PATH`,
        `    end < /${PATH_LIST}`,
        'end',
        ...env.PATH.map((folder) => folderOf(id, folder)).map((folder) => `contains -- '${folder}' $PATH; or set -gx PATH '${folder}' $PATH`),
        ...variablesOf(env).map(([name, value]) => `set -q ${name}; or set -gx ${name} '${value.replaceAll(/['\\]/g, String.raw `\$&`)}'`),
        '',
    ].join('\n');
}
/**
 * The list of all Features' folders for PATH, the last installed last.
 * @param before its text in the image; undefined if there is none
 * @param features in the order of their installation
 */
function pathListText(before, features) {
    const folders = features.flatMap(({ id, env }) => env.PATH.map((folder) => folderOf(id, folder)).toReversed());
    const others = (before ?? '').split('\n').filter((line) => line !== '' && !features.some(({ id }) => line === (0,complete_metadata/* linkOf */.I)(id) || line.startsWith(`${(0,complete_metadata/* linkOf */.I)(id)}/`)));
    return [...others, ...folders].map((line) => `${line}\n`).join('');
}
function folderOf(id, folder) {
    return `${(0,complete_metadata/* linkOf */.I)(id)}/${folder}`;
}
/** In the order of the bundle's file `environment`. */
function variablesOf({ variables }) {
    return Object.entries(variables).filter(([name]) => name !== 'PATH').toSorted(([a], [b]) => (a < b ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/image/layer/feature-items.js




/** The files of the record that are copies of those of the bundle (install/parts/record.sh). */
const COPIED = ['manifest', 'paths', 'requires', 'registration', 'requires-registration', 'env-path', 'environment', 'complement-paths'];
/** What an installation in mode `secure` leaves besides store paths (docs/reference/formats.md, "On the installed system"). */
function featureItems({ document, featureEnv, owned }, facts) {
    const { id } = document.feature;
    const record = `${RECORDS}/${id}`;
    const bundle = new Map(platformFilesOf(document));
    return [
        { path: (0,complete_metadata/* linkOf */.I)(id).slice(1), type: 'symlink', target: document.storePath },
        { path: `nix/var/nix/gcroots/nix-feature-${id}`, type: 'symlink', target: document.storePath },
        ...(facts.profile ? [textItem(`etc/profile.d/nix-feature-${id}.sh`, profileFileText(id, document.env))] : []),
        ...(facts.fish ? [textItem(`etc/fish/conf.d/nix-feature-${id}.fish`, fishText(id, document.env))] : []),
        textItem(`${record}/feature.env`, featureEnv),
        ...COPIED.flatMap((name) => (bundle.has(name) ? [textItem(`${record}/${name}`, bundle.get(name) ?? '')] : [])),
        textItem(`${record}/install.sh`, facts.runtime, 0o755),
        textItem(`${record}/mode`, 'secure\n'),
        textItem(`${record}/runtime`, `${facts.runtimeNumber}\n`),
        textItem(`${record}/options`, 'no links'),
        textItem(`${record}/registered`, `${facts.registered}\n`),
        textItem(`${record}/links`, ''),
        textItem(`${record}/owned`, owned.map((path) => `${path}\n`).join('')),
    ];
}
function textItem(path, content, mode = 0o644) {
    return { path, type: 'file', mode, bytes: Buffer.from(content) };
}
/** The files of a bundle that are about one platform, by their names in its folder. */
function platformFilesOf(document) {
    const folder = `${bundle/* BUNDLE_FOLDER */.oA}/${document.system}/`;
    // The registry and the options are no platform's.
    const files = (0,bundle/* bundleFiles */.e6)({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }]);
    return files.flatMap(({ name, text }) => (name.startsWith(folder) ? [[name.slice(folder.length), text]] : []));
}

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/image/layer/layer-items.js


/** A file that hides what the layers below have under that name (OCI image specification, layer.md, "Whiteouts"). */
function whiteout(path) {
    const slash = path.lastIndexOf('/') + 1;
    return { path: `${path.slice(0, slash)}.wh.${path.slice(slash)}`, type: 'file', mode: 0o644, bytes: Buffer.alloc(0) };
}
/**
 * Adds the folders that items lie in, and sorts. An engine takes a folder's mode and owner from the uppermost layer that has
 * anything in it, so each folder of the image is written as it is there.
 * @param also folders that other layers have written since
 * @throws BaseError if one of them is no folder in the image
 */
function withFolders(items, tree, also = []) {
    const folders = new Set([...also, ...items.map(({ path }) => path)].flatMap((path, index) => aboveOf(path, index < also.length)));
    const all = [...[...folders].map((path) => folderItem(path, tree)), ...items.filter(({ path, type }) => type !== 'directory' || !folders.has(path))];
    return all.toSorted((a, b) => (0,store_path/* compareText */.n6)(a.path, b.path));
}
/** `a/b/c` is in `a` and `a/b`. */
function aboveOf(path, itself) {
    const parts = path.split('/');
    return parts.slice(0, itself ? undefined : -1).map((_part, index) => parts.slice(0, index + 1).join('/'));
}
function folderItem(path, tree) {
    const node = tree.get(path);
    if (node === undefined)
        return { path, type: 'directory', mode: 0o755 };
    if (node.type === 'directory')
        return { path, type: 'directory', mode: node.mode, owner: node.owner };
    throw new errors/* BaseError */.Cf(`its /${path} is ${node.type === 'symlink' ? `a symbolic link (to ${node.target})` : 'not a folder'}, and nothing is written through it`, {
        hint: `Make it a real folder in the image, for example: RUN rm /${path} && mkdir /${path}`,
    });
}
/** Is this a folder of the image, with no link on the way? */
function isFolder(path, tree) {
    return aboveOf(path, true).every((folder) => tree.get(folder)?.type === 'directory');
}
/** Is this a folder of the image, or can one be made there, with no link on the way? */
function canBeFolder(path, tree) {
    return aboveOf(path, true).every((folder) => [undefined, 'directory'].includes(tree.get(folder)?.type));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/archive/tar-header.js
var tar_header = __webpack_require__(84551);
;// CONCATENATED MODULE: ./lib/image/layer/write-layer.js









/**
 * Writes a layer: the same bytes for the same items. Compressed with gzip, which every engine reads.
 * @param items in the order of their names, folders before what is in them
 * @param file new
 */
async function writeLayer(items, file) {
    const [tar, blob] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(tarOf(items)), hashing(tar), (0,external_node_zlib_.createGzip)({ level: 9 }), hashing(blob), (0,external_node_fs_.createWriteStream)(file, { flags: 'wx' }));
    const { size } = await (0,promises_.stat)(file);
    return { file, descriptor: { mediaType: media_types/* LAYER_GZIP */.fc, digest: (0,digest/* digestOfHex */.z9)(blob.digest('hex')), size }, diffId: (0,digest/* digestOfHex */.z9)(tar.digest('hex')) };
}
async function* tarOf(items) {
    for (const item of items) {
        const size = item.type !== 'file' ? 0 : 'bytes' in item ? item.bytes.length : item.size;
        // Names of the image are UTF-8; headers hold a byte in each char.
        const name = Buffer.from(item.path).toString('latin1');
        yield (0,tar_header/* tarHeader */.pI)({
            name: item.type === 'directory' ? `${name}/` : name,
            type: item.type,
            mode: item.type === 'symlink' ? 0o777 : item.mode,
            size,
            ...(item.type === 'symlink' && { target: item.target }),
            ...(item.owner !== undefined && { owner: item.owner }),
        });
        if (item.type !== 'file')
            continue;
        if ('bytes' in item)
            yield item.bytes;
        else if (item.size > 0)
            for await (const chunk of (0,external_node_fs_.createReadStream)(item.file, { end: item.size - 1 }))
                yield chunk;
        yield Buffer.alloc((0,tar_header/* tarPadding */.vr)(size));
    }
    yield tar_header/* TAR_END */.y7;
}
function hashing(hash) {
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
}

;// CONCATENATED MODULE: ./lib/image/layer/compose-layer.js










/** Layers of store paths have these two, as every store has them, and this base may have them otherwise. */
const STORE = ['nix', 'nix/store'];
const NUMBER = /^nf_runtime=(\d+)$/m;
/**
 * Writes the layer of an image that no Feature has: all that an installation leaves besides store paths.
 * @param work a folder for files
 * @throws BaseError whose message is the end of a sentence about the base
 */
async function composeLayer({ base, tree, features, runtime, created }, work, log) {
    for (const { document } of features)
        if (tree.has(`${RECORDS}/${document.feature.id}`))
            throw new errors/* BaseError */.Cf(`it has the Feature ${document.feature.id} already`, { hint: 'Use a base image without it, or leave the Feature out.' });
    refuseForeignStore(tree);
    const database = await registered(base, tree, features, { time: created ?? 1, log });
    const facts = {
        runtime,
        runtimeNumber: Number(NUMBER.exec(runtime)?.[1] ?? 0),
        registered: database === undefined ? 'waiting' : 'yes',
        profile: isFolder('etc', tree) && canBeFolder('etc/profile.d', tree),
        fish: isFolder('etc/fish', tree) && canBeFolder('etc/fish/conf.d', tree),
    };
    const items = [
        ...features.flatMap((feature) => featureItems(feature, facts)),
        ...pathList(tree, features),
        ...door(tree, features, facts.runtimeNumber),
        ...(database ?? []),
    ];
    return writeLayer(withFolders(items, tree, STORE), (0,external_node_path_.join)(work, 'layer.tar.gz'));
}
/** A store that a user owns is that user's to collect garbage in, and layers hold files of root. */
function refuseForeignStore(tree) {
    const { owner = { uid: 0 } } = tree.get('nix/store') ?? {};
    if (owner.uid !== 0)
        throw new errors/* BaseError */.Cf(`its /nix/store belongs to the user ${owner.uid}, and the layers of Features to root`, { hint: 'Build the image with the dev container tools, which give the paths to that user; or use a base image whose store belongs to root.' });
}
function pathList(tree, features) {
    const text = pathListText(tree.get(PATH_LIST)?.text, features.map(({ document }) => ({ id: document.feature.id, env: document.env })));
    return text === '' ? [] : [{ path: PATH_LIST, type: 'file', mode: 0o644, bytes: Buffer.from(text) }];
}
/** nix-feature-ctl is the newest runtime that there is (install/parts/door.sh). */
function door(tree, features, number) {
    const node = tree.get(DOOR);
    const isOurs = node?.type === 'symlink' && /^\/var\/lib\/nix-feature\/[^/]+\/install\.sh$/.test(node.target);
    const folder = DOOR.slice(0, DOOR.lastIndexOf('/'));
    if ((node !== undefined && !isOurs) || !isFolder(folder, tree))
        return [];
    const newest = [...tree].reduce((most, [path, { text = '' }]) => (path.endsWith('/runtime') && /^\d{1,9}\n?$/.test(text) ? Math.max(most, Number(text)) : most), 0);
    const [first] = features.map(({ document }) => document.feature.id).toSorted();
    return first === undefined || (isOurs && newest >= number) ? [] : [{ path: DOOR, type: 'symlink', target: `/${RECORDS}/${first}/install.sh` }];
}
/** @returns what the database is replaced with; undefined: it is not told, and `nix-feature-ctl register` tells a Nix later */
async function registered(base, tree, features, { time, log }) {
    const node = tree.get(DATABASE);
    if (node === undefined) {
        if ([...tree.keys()].some((path) => path.endsWith('bin/nix-store')))
            log.notice(`${base} has Nix and no Nix database. "nix-feature-ctl register" in the image tells Nix of the Features; until then a garbage collection deletes what they brought.`);
        return undefined;
    }
    if (node.file === undefined || !isFolder(DATABASE.slice(0, DATABASE.lastIndexOf('/')), tree))
        throw new errors/* BaseError */.Cf('its Nix database is not a plain file in plain folders');
    await putLogBeside(node.file, tree);
    const entries = new Map(features.flatMap(({ document }) => document.closure).map((entry) => [entry.path, entry]));
    const shipped = new Map(features.flatMap(({ document }) => document.closure.filter((entry) => entry.in === 'delta')).map((entry) => [entry.path, entry]));
    const required = new Set([...entries.keys()].filter((path) => !shipped.has(path)));
    const unknown = await registerPaths(node.file, { shipped: [...shipped.values()], required, time });
    if (unknown.length > 0) {
        log.warning(`The Nix database of ${base} does not know ${(0,format/* formatNumberOf */.Of)(unknown.length, 'store path')} of the base that the Features rely on (such as ${unknown[0] ?? ''}), so it is told nothing of the Features. "nix-feature-ctl register" in the image tells it; until then a garbage collection deletes what they brought.`);
        return undefined;
    }
    const { size } = await (0,promises_.stat)(node.file);
    const { mode, owner } = node;
    return [{ path: DATABASE, type: 'file', mode, owner, file: node.file, size }, ...[DATABASE_LOG, DATABASE_INDEX, DATABASE_JOURNAL].filter((path) => tree.has(path)).map(whiteout)];
}
/**
 * SQLite looks for a log beside the database. It must be the one that the image has, which another layer may have brought; if the
 * image has none, what a layer had of it counts no more.
 * @throws BaseError if it is not known what the database holds
 */
async function putLogBeside(database, tree) {
    const [log, journal] = [tree.get(DATABASE_LOG), tree.get(DATABASE_JOURNAL)];
    if (log !== undefined && log.file === undefined)
        throw new errors/* BaseError */.Cf('the log of its Nix database is not a plain file');
    // It may name other files, which SQLite would look for and delete.
    if (journal !== undefined && (journal.file === undefined || (await (0,promises_.stat)(journal.file)).size > 0)) {
        throw new errors/* BaseError */.Cf('its Nix database was being written when the image was made', { hint: 'Run nix-store --verify when the base is made, after the last command that uses Nix.' });
    }
    await (0,promises_.rm)(`${database}-journal`, { force: true });
    if (log?.file === undefined)
        await (0,promises_.rm)(`${database}-wal`, { force: true });
    else if (log.file !== `${database}-wal`)
        await (0,promises_.rename)(log.file, `${database}-wal`);
}

;// CONCATENATED MODULE: ./lib/image/layer/feature-layers.js
/**
 * Returns the layers of Features that come on top of a base, each once. One that the base has is left out if the base still has what
 * it holds: a layer above it may have removed that.
 * @param features that fit on the base
 */
function featureLayers(features, below) {
    const there = new Set();
    return features.flatMap(({ text, version, document }) => document.layers.flatMap(({ mediaType, digest, size, diffId, paths }) => {
        if (there.has(digest) || (below.layers.has(digest) && paths.every((path) => below.paths.has(path))))
            return [];
        there.add(digest);
        return [{ descriptor: { mediaType, digest, size }, diffId, of: `${text} ${version}` }];
    }));
}

;// CONCATENATED MODULE: ./lib/image/compose/compose-platform.js


















/**
 * Puts an image together: the base's layers, those of the Features, and one that says what is installed. The base is read layer by
 * layer, as a stream; nothing is run.
 * @throws BaseError, Failure, RegistryError, IntegrityError, CancelledError
 */
async function composePlatform(arch, composing) {
    const { request, cleanup } = composing;
    const opened = await (0,open_base/* openBase */.m)(request.base, composing.registries);
    cleanup.defer(() => opened.close());
    const image = await (0,open_base/* imageOf */.dT)(opened, request.base, arch);
    try {
        return await compose(arch, { source: opened.source, image }, composing);
    }
    catch (error) {
        // What others say of it names it already.
        if (!(error instanceof errors/* BaseError */.Cf) || /^[A-Z]/.test(error.message))
            throw error;
        throw new errors/* BaseError */.Cf(`The base image ${request.base.text} can't be used for linux/${arch}: ${error.message}.`, { cause: error, ...(0,errors/* adviceOf */.wr)(error) });
    }
}
async function compose(arch, base, composing) {
    const { request, job, runtime } = composing;
    const { source, image } = base;
    const features = composing.features.map((feature) => ({ ...feature, document: documentOf(feature, arch) }));
    const work = (0,external_node_path_.join)(composing.work, arch);
    await (0,promises_.mkdir)(work, { recursive: true });
    const { store, tree } = await readTree(arch, base, { request, work, job });
    const owned = checkFit(store, features);
    const installed = features.map((feature, index) => ({ ...feature, owned: owned[index] ?? [] }));
    const layer = await composeLayer({ base: request.base.text, tree, features: installed, runtime, created: request.created }, work, job);
    const below = { layers: new Set(image.manifest.layers.map(({ digest }) => digest)), paths: store.paths };
    const added = [...featureLayers(features, below), { descriptor: layer.descriptor, diffId: layer.diffId, of: 'what is installed' }];
    const config = composeConfig({
        base: await rawConfig(base),
        diffIds: image.config.diffIds,
        layers: added,
        environment: mergeEnvironment(image.config.env, environmentSources(composing)),
        label: labelOf(image, composing),
        created: request.created,
    });
    const manifest = composeManifest(image.manifest, config.descriptor, added, originAnnotations({ name: baseName(request.base), digest: image.manifestDigest }, request.created));
    const own = new Set([layer.descriptor.digest]);
    const root = await source.root();
    const { variant } = image.config;
    return {
        arch,
        manifest,
        platform: { architecture: image.config.architecture, os: image.config.os, ...(variant !== undefined && variant !== '' && { variant }) },
        base: image.manifestDigest,
        baseIndex: root.digest === image.manifestDigest ? undefined : root.digest,
        blobs: new Map([
            ...image.manifest.layers.map((blob) => [blob.digest, placeIn(source, blob)]),
            ...features.flatMap((feature) => feature.document.layers.map((blob) => [blob.digest, placeIn(feature.source, blob)])),
            [layer.descriptor.digest, { content: (0,blob_content/* fileContent */.qY)(layer.file), repository: undefined }],
            [config.descriptor.digest, { content: (0,blob_content/* bytesContent */.dy)(config.bytes), repository: undefined }],
        ]),
        layers: [
            ...image.manifest.layers.map(({ digest, size }) => ({ of: 'base', digest, size })),
            ...added.map(({ descriptor: { digest, size } }) => ({ of: own.has(digest) ? 'own' : 'feature', digest, size })),
        ],
    };
}
function documentOf({ documents, text }, arch) {
    const document = documents.get(arch);
    if (document === undefined)
        throw new errors/* IntegrityError */.cs(`The Feature ${text} has no delta document for ${arch}.`);
    return document;
}
async function readTree(arch, { source, image }, { request, work, job }) {
    const observers = new Map();
    const room = new TreeRoom();
    const observe = (layer) => {
        const observer = new TreeObserver(work, layer, room);
        observers.set(layer, observer);
        return observer;
    };
    const progress = job.stage(`Read the base image ${request.base.text} for ${arch}`, { unit: 'bytes' });
    try {
        const store = await (0,read_base/* readImage */.AM)(source, image, { signal: job.signal, debug: (line) => job.debug(line), observe, onProgress: (done, total) => progress.update(done, undefined, total) });
        progress.end((0,format/* formatNumberOf */.Of)(store.paths.size, 'store path'));
        return { store, tree: foldTree(image.manifest.layers.map(({ digest }) => observers.get(digest)?.end() ?? [])) };
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
async function rawConfig({ source, image }) {
    const json = JSON.parse((await (0,blob_bytes/* blobBytes */.R)(source, image.manifest.config)).toString('utf8'));
    // Whoever selected the image has parsed it.
    if (!(0,field/* isObject */.Gv)(json))
        throw new errors/* IntegrityError */.cs(`The config of ${source.name} is not an object.`);
    return json;
}
function environmentSources({ features, request }) {
    const own = plainVariables(request.devcontainer?.properties['containerEnv']);
    return [
        ...features.map(({ text, metadata }) => ({ name: `The Feature ${text}`, containerEnv: (0,written_json/* membersOf */.lS)(metadata).get('containerEnv') })),
        ...(own === undefined ? [] : [{ name: 'The devcontainer.json', containerEnv: own }]),
    ];
}
function labelOf({ config }, { features, request, job }) {
    const base = config.labels[METADATA_LABEL];
    if (entriesOfLabel(base) === undefined)
        job.warning(`The label ${METADATA_LABEL} of ${request.base.text} is not JSON that dev container tools know, and is replaced.`);
    return metadataLabel({ base, features: features.map(({ text, properties }) => ({ text, metadata: properties })), devcontainer: request.devcontainer?.properties });
}
/** In full, as other tools look it up; a layout has none. */
function baseName(base) {
    if (base.kind === 'layout')
        return undefined;
    const { registry, repository, tag } = (0,format_reference/* parseReference */.F2)(base.text);
    return (0,format_reference/* formatReference */.FH)({ registry, repository, ...(tag !== undefined && { tag }) });
}
function placeIn(source, blob) {
    return { content: (0,blob_content/* sourceContent */.D3)(source, blob), repository: source.repository };
}

// EXTERNAL MODULE: ./lib/feature/metadata/feature-reference.js
var feature_reference = __webpack_require__(72536);
;// CONCATENATED MODULE: ./lib/image/features/image-feature.js
/** `ghcr.io/org/features/tool`: where the Feature is, whatever its version. */
function resourceOf({ registry, repository }) {
    return `${registry}/${repository}`;
}

;// CONCATENATED MODULE: ./lib/image/features/install-order.js





/**
 * Puts Features into the order in which the dev container tools install them (containers.dev, "Installation order"): in rounds,
 * each of those whose dependencies are installed; of these first what `overrideFeatureInstallOrder` puts first; then by name.
 * @param override `overrideFeatureInstallOrder` of the devcontainer.json, the first first
 * @throws Failure if Features wait for each other
 */
function installOrder(features, override) {
    const done = [];
    let open = [...features];
    while (open.length > 0) {
        const ready = open.filter((feature) => dependenciesOf(feature).every((name) => isMet(name, done)) && installsAfter(feature, features).every((name) => isMet(name, done)));
        if (ready.length === 0) {
            throw new errors/* Failure */.HR(`The Features ${(0,format/* formatList */.ki)(open.map(({ text }) => text))} wait for each other: their "dependsOn" and "installsAfter" have a circle.`, { hint: 'Leave one of them out, or have one published without it.' });
        }
        const most = Math.max(...ready.map((feature) => priority(feature, override)));
        const round = ready.filter((feature) => priority(feature, override) === most).toSorted(byName);
        done.push(...round);
        open = open.filter((feature) => !round.includes(feature));
    }
    return done;
}
/** The names of `dependsOn`, as they are written. */
function dependenciesOf({ properties }) {
    const { dependsOn } = properties;
    return (0,field/* isObject */.Gv)(dependsOn) ? Object.keys(dependsOn) : [];
}
/** Of `installsAfter` those that are installed at all. */
function installsAfter(feature, all) {
    const names = feature.properties['installsAfter'];
    return (Array.isArray(names) ? names : []).filter((name) => typeof name === 'string' && all.some((other) => isCalled(other, name)));
}
function isMet(name, done) {
    return done.some((feature) => isCalled(feature, name));
}
/** Is the Feature meant by a name, whatever version that has? It may be an older name of it. */
function isCalled({ reference, properties }, name) {
    const wanted = referenceOf(name);
    if (wanted === undefined || wanted.registry !== reference.registry)
        return false;
    if (wanted.repository === reference.repository)
        return true;
    const { legacyIds, currentId } = properties;
    const namespace = reference.repository.slice(0, reference.repository.lastIndexOf('/') + 1);
    const others = [currentId, ...(Array.isArray(legacyIds) ? legacyIds : [])];
    return others.some((id) => typeof id === 'string' && `${namespace}${id}` === wanted.repository);
}
function referenceOf(name) {
    try {
        return (0,format_reference/* parseReference */.F2)(name.toLowerCase());
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return undefined;
    }
}
/** The first of the list has the highest. */
function priority(feature, override) {
    const place = override.findIndex((name) => isCalled(feature, name));
    return place < 0 ? 0 : override.length - place;
}
/** As the tools compare them: by namespace, then by id. */
function byName(a, b) {
    const [left, right] = [resourceOf(a.reference), resourceOf(b.reference)].map((text) => [text.slice(0, text.lastIndexOf('/')), text.slice(text.lastIndexOf('/') + 1)]);
    return (left?.[0] ?? '').localeCompare(right?.[0] ?? '', 'en') || (left?.[1] ?? '').localeCompare(right?.[1] ?? '', 'en');
}

// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/oci/format/image-source.js
var image_source = __webpack_require__(22992);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/pull/hub-name.js
var hub_name = __webpack_require__(1548);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/feature/environment/option-environment.js
var option_environment = __webpack_require__(32511);
;// CONCATENATED MODULE: ./lib/image/features/check-options.js



/** Options of the install runtime that say how it works, and nothing of what it leaves. */
const OF_NO_CONSEQUENCE = new Set(['MIRROR', 'DEBUG', 'VERIFY']);
const MODES = new Set(['auto', 'secure', '']);
/**
 * Checks that the options of a Feature ask for what an image gets: what was published, in mode `secure`. A value that is the
 * default asks for nothing.
 * @param metadata as JSON
 * @throws Failure for the first that asks for something else
 */
function checkGivenOptions({ text, options }, metadata) {
    const values = (0,option_environment/* optionValues */.ib)(metadata, options);
    if (values['USERLINKS'] === 'true') {
        throw new errors/* Failure */.HR(`The Feature ${text} links its programs into the home of the user, who is known only where it is installed.`, {
            hint: 'Set its option "userLinks" to false in devcontainer.json, or build the image with the dev container tools.',
        });
    }
    if (!MODES.has(values['MODE'] ?? '')) {
        throw new errors/* Failure */.HR(`The Feature ${text} is to be installed in mode ${values['MODE'] ?? ''}, which can only be run.`, { hint: 'Images get what was published: mode auto or secure.' });
    }
    const defaults = (0,option_environment/* optionValues */.ib)(metadata, {});
    const odd = Object.entries(values).find(([name, value]) => !['MODE', 'USERLINKS'].includes(name) && !OF_NO_CONSEQUENCE.has(name) && (defaults[name] ?? '') !== value);
    // A version that is no number names none in particular.
    if (odd === undefined || (odd[0] === 'VERSION' && typeof options !== 'object' && !/^v?\d/.test(odd[1])))
        return;
    throw new errors/* Failure */.HR(`The Feature ${text} is given the option ${JSON.stringify(nameOf(odd[0], options))} with the value ${JSON.stringify(odd[1])}, and no option changes what an image gets.`, {
        hint: 'Leave the option out, or build the image with the dev container tools, which run install.sh.',
    });
}
/** As it was written. */
function nameOf(variable, options) {
    return (0,field/* isObject */.Gv)(options) ? (Object.keys(options).find((name) => (0,option_environment/* optionVariable */.eO)(name) === variable) ?? variable) : variable.toLowerCase();
}

// EXTERNAL MODULE: ./lib/feature/files/unpack-feature-tar.js
var unpack_feature_tar = __webpack_require__(76323);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
;// CONCATENATED MODULE: ./lib/image/features/read-bundle.js








/** Bytes of a list of the installer: as many paths as a delta document may have. */
const LIST_LIMIT = 256 * 1024 * 1024;
const INSTALL = 'install.sh';
const FEATURE_ENV = `${bundle/* BUNDLE_FOLDER */.oA}/feature.env`;
/**
 * Reads a Feature's tar: it must be installed by our installer alone, which goes by lists that say what the delta documents say.
 * @param name of the Feature, for messages
 * @returns the text of feature.env
 * @throws Failure if it can't be installed without running its scripts; IntegrityError, CancelledError
 */
async function readBundle(source, tar, name, documents) {
    const lists = documents.flatMap((document) => platformFilesOf(document).map(([file, text]) => [`${bundle/* BUNDLE_FOLDER */.oA}/${document.system}/${file}`, text]));
    const wanted = new Set([INSTALL, FEATURE_ENV, ...lists.map(([file]) => file)]);
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-image');
    try {
        await (0,unpack_feature_tar/* unpackFeatureTar */.e)(source.blob(tar), folder, { where: `The tar of ${name}`, skip: (file) => !wanted.has(file) });
        const read = (file) => (0,files/* readUpTo */.Vc)((0,external_node_path_.join)(folder, file), LIST_LIMIT).then((bytes) => bytes.toString('utf8'), ifMissing);
        if ((await read(INSTALL)) !== bundle/* GENERATED_INSTALL */.S9) {
            throw new errors/* Failure */.HR(`The Feature ${name} has an install.sh of its own, which can only be run.`, { hint: 'Leave it out, or build the image with the dev container tools, which run it.' });
        }
        for (const [file, text] of lists) {
            if ((await read(file)) !== text)
                throw new errors/* IntegrityError */.cs(`${file} in the tar of ${name} does not match its delta document.`, { hint: 'The Feature was changed, or an older nix-feature published it: publish a new version.' });
        }
        return checkEnv((await read(FEATURE_ENV)) ?? '', name, documents);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function ifMissing(error) {
    if (error.code === 'ENOENT')
        return undefined;
    throw error;
}
function checkEnv(text, name, documents) {
    const values = new Map(text.split('\n').map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]));
    if (values.get('schema') !== '1')
        throw new errors/* IntegrityError */.cs(`${FEATURE_ENV} in the tar of ${name} has a format that this version of nix-feature does not know.`);
    for (const { feature } of documents) {
        const odd = ['id', 'version'].find((key) => values.get(key) !== feature[key]);
        if (odd !== undefined)
            throw new errors/* IntegrityError */.cs(`${FEATURE_ENV} in the tar of ${name} says that its ${odd} is ${JSON.stringify(values.get(odd) ?? '')}, and its delta document says ${feature[odd]}.`, { hint: 'The Feature was changed: publish a new version.' });
    }
    if (values.get('links') === 'true') {
        throw new errors/* Failure */.HR(`The Feature ${name} links its programs into the home of the user, who is known only where it is installed.`, { hint: 'Build the image with the dev container tools, which run install.sh.' });
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/image/features/read-feature.js













/**
 * Reads a published Feature, and checks that an image can have it without anything being run.
 * @throws Failure if it can't; RegistryError, IntegrityError, CancelledError
 */
async function readFeature(given, { arches, registries, cleanup }) {
    const { text } = given;
    const reference = (0,format_reference/* parseReference */.F2)(text.toLowerCase());
    const source = registries.open(reference);
    cleanup.defer(() => source.close());
    const raw = await (0,hub_name/* orTakenForHub */.b1)(text, source, () => source.root());
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, text);
    const [tar] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
    if (tar?.mediaType !== media_types/* DEVCONTAINER_LAYER */.nz)
        throw new errors/* Failure */.HR(`${text} is not a Dev Container Feature.`, { hint: 'Name published Features: registry/namespace/id[:version][@digest].' });
    const published = (0,release_published/* publishedAs */.hY)(text, raw);
    const { key, version, metadata } = published;
    if (key === undefined || version === undefined || metadata === undefined) {
        throw new errors/* Failure */.HR(`The Feature ${text} was not published by nix-feature: its install.sh can only be run.`, { hint: 'Leave it out, and add it with the dev container tools; or have it made of a flake (docs/move/from-scripts.md).' });
    }
    const { id, properties } = readMetadata(metadata, text);
    checkGivenOptions(given, metadata);
    const documents = await (0,release_published/* readDocuments */.r9)(source, published, wantedOf(published, arches));
    const missing = wantedOf(published, arches).filter((arch) => !documents.has(arch));
    if (missing.length > 0)
        throw new errors/* Failure */.HR(`The delta document of ${text} for ${(0,format/* formatList */.ki)(missing)} is not in the registry.`, {
            hint: 'A tool that copied the Feature left it behind. Name the original.',
            inTerminal: 'A tool that copied the Feature left it behind. Copy it with nix-feature bundle and load (docs/make/portable.md), or name the original.',
        });
    for (const { feature } of documents.values())
        if (feature.id !== id)
            throw new errors/* IntegrityError */.cs(`The delta document of ${text} is of the Feature ${feature.id}, and its metadata of ${id}.`);
    const featureEnv = await readBundle(source, tar, text, [...documents.values()]);
    return { ...given, reference, source, digest: raw.digest, id, version, metadata, properties, documents, featureEnv };
}
/** @throws Failure if it is for other platforms */
function wantedOf({ name, platforms }, arches) {
    const there = [...platforms.keys()];
    const missing = arches.filter((arch) => !platforms.has(arch));
    if (there.length === 0)
        throw new errors/* Failure */.HR(`${name} names no platform.`);
    if (missing.length > 0)
        throw new errors/* Failure */.HR(`The Feature ${name} is for ${(0,format/* formatList */.ki)(there)}, not for ${(0,format/* formatList */.ki)(missing)}.`, { hint: 'Name other "arches", or have the Feature published for them.' });
    return arches.length === 0 ? there : arches;
}
function readMetadata(text, name) {
    const refuse = (why, cause) => {
        throw new errors/* IntegrityError */.cs(`The metadata of ${name} can't be used: ${why}.`, { cause });
    };
    let json;
    try {
        json = (0,parse_json/* parseJson */.qF)(text, { bytes: image_source/* MANIFEST_LIMIT */.M });
    }
    catch (cause) {
        return refuse(cause instanceof parse_json/* JsonError */.N3 ? cause.message : 'it is not JSON', cause);
    }
    if (!(0,field/* isObject */.Gv)(json))
        return refuse('it is not an object');
    const { id } = json;
    return typeof id === 'string' && (0,identity/* isFeatureId */.GK)(id) ? { id, properties: json } : refuse('it has no id');
}

;// CONCATENATED MODULE: ./lib/image/features/read-features.js






/** Features with all that they depend on: more than any image has. */
const MOST_FEATURES = 100;
/**
 * Reads the Features of an image, with those that they depend on, which the dev container tools would install as well.
 * @returns in the order of their installation
 * @throws Failure if one can't be had or can't be in an image; RegistryError, IntegrityError, CancelledError
 */
async function readImageFeatures({ features, devcontainer }, by) {
    const found = [];
    const open = [...features];
    const seen = new Set();
    for (let given = open.shift(); given !== undefined; given = open.shift()) {
        const { text, options } = given;
        const key = JSON.stringify([text.toLowerCase(), options]);
        if (seen.has(key))
            continue;
        seen.add(key);
        if ((0,feature_reference/* readFeatureReference */.Ue)(text).kind !== 'registry' || !text.includes('/'))
            throw new errors/* Failure */.HR(`The Feature ${text} is not in a registry.`, { hint: 'Name published Features: registry/namespace/id[:version][@digest].' });
        const feature = await readFeature(given, by);
        if (found.length >= MOST_FEATURES)
            throw new errors/* Failure */.HR(`There are more than ${MOST_FEATURES} Features, with those that they depend on.`);
        found.push(feature);
        open.push(...dependencies(feature));
    }
    return installOrder(withoutTwins(found), devcontainer?.order ?? []);
}
function dependencies(feature) {
    const { dependsOn } = feature.properties;
    return dependenciesOf(feature).map((text) => {
        const options = (0,field/* isObject */.Gv)(dependsOn) ? dependsOn[text] : undefined;
        return { text, options: isGivenOptions(options) ? options : {} };
    });
}
function isGivenOptions(value) {
    return (0,field/* isObject */.Gv)(value) || typeof value === 'string' || typeof value === 'boolean';
}
/** One that is named twice, by different tags, is one. @throws Failure if two versions, or two Features of one id, are wanted */
function withoutTwins(features) {
    const kept = [];
    for (const feature of features) {
        const twin = kept.find(({ id, reference }) => id === feature.id || resourceOf(reference) === resourceOf(feature.reference) || isCalled(feature, resourceOf(reference)));
        if (twin === undefined)
            kept.push(feature);
        else if (twin.digest !== feature.digest) {
            throw new errors/* Failure */.HR(`${twin.text} and ${feature.text} can't be in one image: they are ${twin.version} and ${feature.version} of ${feature.id}.`, { hint: 'Name one of them, and see "dependsOn" of the Features that need it.' });
        }
    }
    return kept;
}

// EXTERNAL MODULE: ./lib/oci/push/push-image.js
var push_image = __webpack_require__(53540);
// EXTERNAL MODULE: ./lib/oci/push/registry-writer.js + 8 modules
var registry_writer = __webpack_require__(93908);
;// CONCATENATED MODULE: ./lib/image/compose/push-composed.js





/**
 * Pushes an image under each of its names: blobs first, then manifests, then tags, so that a tag names what is whole.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function pushComposed(image, { tags }, { registries, job }) {
    let [uploaded, mounted] = [0, 0];
    for (const [repository, names] of Map.groupBy(tags, (tag) => `${tag.registry}/${tag.repository}`)) {
        const [reference] = names;
        if (reference === undefined)
            continue;
        const writer = new registry_writer/* RegistryWriter */.b({ registry: reference.registry, repository: reference.repository }, registries.options());
        try {
            for (const platform of image.platforms) {
                const sent = await pushPlatform(platform, writer, job);
                uploaded += sent.uploaded;
                mounted += sent.mounted;
            }
            const { bytes, descriptor } = image.index ?? onlyManifest(image);
            if (image.index !== undefined)
                await writer.pushManifest(bytes, descriptor.mediaType, descriptor.digest, { signal: job.signal });
            for (const { tag } of names)
                await writer.pushManifest(bytes, descriptor.mediaType, tag, { signal: job.signal });
            job.info(`${names.map(({ tag }) => `${repository}:${tag}`).join(', ')} ${names.length === 1 ? 'is' : 'are'} ${descriptor.digest}.`);
        }
        finally {
            writer.close();
        }
    }
    return { uploaded, mounted };
}
/** What the image's digest is of. */
function onlyManifest({ platforms: [platform] }) {
    if (platform === undefined)
        throw new errors/* IntegrityError */.cs('The image has no platform.');
    return platform.manifest;
}
/** Where a blob is. */
function placeOfBlob({ blobs }, { digest }) {
    const place = blobs.get(digest);
    if (place === undefined)
        throw new errors/* IntegrityError */.cs(`Nothing has the blob ${digest}.`);
    return place;
}
async function pushPlatform(platform, writer, job) {
    const sizes = new Map(platform.layers.map(({ digest, size }) => [digest, size]));
    const progress = job.stage(`Push the image for ${platform.arch} to ${writer.repository}`, { unit: 'bytes' });
    try {
        const { blobs, blobBytes } = await (0,push_image/* pushImage */.G)(writer, { bytes: platform.manifest.bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS }, {
            content: (blob) => placeOfBlob(platform, blob).content,
            mountFrom: (blob) => mountSource(placeOfBlob(platform, blob), writer),
            onProgress: (done, total) => progress.update(done, undefined, total),
            signal: job.signal,
        });
        const mounted = [...blobs].reduce((sum, [digest, { outcome }]) => sum + (outcome === 'mounted' ? (sizes.get(digest) ?? 0) : 0), 0);
        progress.end(`${(0,format/* formatBytes */.z3)(blobBytes)} sent, ${(0,format/* formatBytes */.z3)(mounted)} mounted`);
        return { uploaded: blobBytes, mounted };
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
/** Without its registry; undefined if it is of another registry, or the very repository that is pushed to. */
function mountSource({ repository = '' }, writer) {
    const registry = writer.repository.slice(0, writer.repository.indexOf('/') + 1);
    return repository !== writer.repository && repository.startsWith(registry) ? repository.slice(registry.length) : undefined;
}

// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/layout/layout-writer.js
var layout_writer = __webpack_require__(7558);
;// CONCATENATED MODULE: ./lib/image/compose/write-image-layout.js











/**
 * Writes an image with all of its layers as an OCI layout, which engines load and skopeo copies.
 * @param folder absolute; new, empty, or a layout that is replaced
 * @throws InputError if the folder holds anything else; RegistryError, IntegrityError, CancelledError
 */
async function writeImageLayout(image, folder, job) {
    await clear(folder);
    const progress = job.stage(`Write the layout ${folder}`, { unit: 'bytes' });
    try {
        const writer = await layout_writer/* LayoutWriter */.s.create(folder);
        const there = new Set();
        let written = 0;
        for (const platform of image.platforms) {
            const parsed = (0,parse_manifest/* parseManifest */.N)({ ...platform.manifest.descriptor, bytes: platform.manifest.bytes }, 'the image');
            const { config, layers } = parsed.kind === 'manifest' ? parsed.manifest : { config: undefined, layers: [] };
            for (const blob of [...layers, ...(config === undefined ? [] : [config])]) {
                if (there.has(blob.digest))
                    continue;
                there.add(blob.digest);
                const file = writer.newBlobFile();
                await (0,external_node_stream_promises_.pipeline)(placeOfBlob(platform, blob).content.open(0, blob.size), (0,verify_stream/* verifyStream */.u)(blob, `the blob ${blob.digest}`), (0,external_node_fs_.createWriteStream)(file), { signal: job.signal });
                await writer.adoptFile(file, blob);
                written += blob.size;
                progress.update(written);
            }
            await writer.addBytes(platform.manifest.bytes, platform.manifest.descriptor.mediaType);
        }
        await writer.finish([await rootOf(image, writer)]);
        progress.end((0,format/* formatBytes */.z3)(written));
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
async function rootOf(image, writer) {
    if (image.index !== undefined)
        return writer.addBytes(image.index.bytes, image.index.descriptor.mediaType);
    const { descriptor } = onlyManifest(image);
    const [platform] = image.platforms;
    return { ...descriptor, ...(platform !== undefined && { platform: platform.platform }) };
}
/**
 * Makes the folder, before any work is done.
 * @throws InputError if it can't be one, holds what no layout has, or is the base's own, which is still to be read when the image is written
 */
async function checkOutput(folder, base) {
    await checkFolder(folder);
    if (base.kind !== 'layout')
        return;
    // A base that is not there is refused where it is read.
    const [output, layout] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)(base.folder).catch(() => '')]);
    if (layout !== output && !layout.startsWith(`${output}${external_node_path_.sep}`))
        return;
    throw new errors/* InputError */.dz('output', `output: ${folder} holds the base image ${base.text}, and would be emptied before that is copied.`, { hint: 'Name another folder.' });
}
/** @throws InputError */
async function checkFolder(folder) {
    const made = (0,files/* makeFolders */.wZ)(folder).then(() => (0,promises_.readdir)(folder));
    const entries = await made.catch((cause) => {
        throw new errors/* InputError */.dz('output', `output: ${folder} can't be used as a folder: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause });
    });
    const odd = entries.find((name) => !['blobs', 'index.json', 'oci-layout', '.unfinished'].includes(name));
    const isLayout = entries.length === 0 || (await (0,promises_.stat)((0,external_node_path_.join)(folder, 'blobs')).catch(() => undefined))?.isDirectory() === true;
    if (odd === undefined && isLayout)
        return;
    throw new errors/* InputError */.dz('output', `output: ${folder} holds files that are not a layout's, such as "${odd ?? entries[0] ?? ''}".`, { hint: 'Name a new or empty folder, or a layout that is to be replaced.' });
}
async function clear(folder) {
    await checkFolder(folder);
    for (const name of ['oci-layout', 'index.json', 'blobs', '.unfinished'])
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
}

// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/place/pin-bases.js
var pin_bases = __webpack_require__(13667);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/verify/check-layers.js + 3 modules
var check_layers = __webpack_require__(59275);
// EXTERNAL MODULE: ./lib/verify/platform-facts.js
var platform_facts = __webpack_require__(21964);
;// CONCATENATED MODULE: ./lib/app/image/check-features.js



/**
 * Reads the layers of Features as the installer reads them before it uses anything of them: whole store paths of the list, with their
 * hashes, and nothing else. An image takes a layer as it is, so whatever else one had would be in the image.
 * @param work a folder, with room for four layers as they are unpacked
 * @throws IntegrityError for the first that is not as its Feature says; Failure for one that can't be read; CancelledError
 */
async function checkFeatureLayers(features, arches, work, job) {
    for (const { text, source, documents } of features) {
        const platforms = arches.flatMap((arch) => documents.get(arch) ?? []).filter(({ layers }) => layers.length > 0);
        // Nobody installs a complement into an image of the right base.
        const facts = platforms.map((document) => ({ ...(0,platform_facts/* factsOfDocument */.o1)(document), complement: undefined }));
        const checks = facts.length === 0 ? [] : await (0,check_layers/* checkLayers */.H)(source, facts, work, job);
        const failed = checks.find(({ outcome }) => outcome === 'failed');
        if (failed !== undefined)
            throw new errors/* IntegrityError */.cs(`The Feature ${text} can't be part of an image: ${failed.says}.`, { hint: 'A layer holds whole store paths and nothing else. The Feature is broken or hostile: tell whoever made it.' });
        const unread = checks.find(({ outcome }) => outcome === 'unchecked');
        if (unread !== undefined)
            throw new errors/* Failure */.HR(`The layers of the Feature ${text} can't be checked: ${unread.says}.`, { hint: 'If the registry did not answer, try again later.' });
    }
}

;// CONCATENATED MODULE: ./lib/app/image/make-image.js
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
















// src/app/image is one folder further below the project than each folder of dist.
const RUNTIMES = ['../../install', '../../../install'].map((folder) => (0,external_node_path_.join)(import.meta.dirname, folder));
/**
 * Makes an image of a base and published Features, as an installation by the dev container tools would leave it, and pushes it or
 * writes it as a layout. Nothing is built and nothing is run.
 * @throws InputError, Failure, BaseError, RegistryError, IntegrityError, CancelledError
 */
async function makeImage(given, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = Date.now();
        if (given.output !== undefined)
            await checkOutput(given.output, given.base);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new pull_registries/* Registries */.I(given, host);
        const request = await pinned(given, registries);
        const features = await readAll(request, { registries, job: host, cleanup });
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-image');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const composing = { request, features, runtime: await runtimeText(), registries, work, job: host, cleanup };
        const arches = archesOf(request, features);
        await checkFeatureLayers(features, arches, work, host);
        const platforms = [];
        for (const arch of arches)
            platforms.push(await composePlatform(arch, composing));
        const image = { platforms, index: indexOf(platforms, request) };
        const sent = request.tags.length === 0 ? { uploaded: 0, mounted: 0 } : await pushComposed(image, request, composing);
        if (request.output !== undefined)
            await writeImageLayout(image, request.output, host);
        return reportOf(request, { features, image, sent, duration: Date.now() - started });
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
/** What the base's name stands for is one image, however long it takes. */
async function pinned(request, registries) {
    const { bases: [base] } = await (0,pin_bases/* pinBases */.ip)({ bases: [request.base] }, registries);
    return base === undefined ? request : { ...request, base };
}
async function readAll(request, { registries, job, cleanup }) {
    const progress = job.stage('Read the Features');
    try {
        const features = await readImageFeatures(request, { arches: request.arches, cleanup, registries });
        progress.end(features.map(({ id, version }) => `${id} ${version}`).join(', '));
        return features;
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
/** @throws Failure if the Features have no platform in common */
function archesOf({ arches }, features) {
    const wanted = platform/* ARCHES */.Pr.filter((arch) => (arches.length === 0 ? features.every(({ documents }) => documents.has(arch)) : arches.includes(arch)));
    if (wanted.length > 0)
        return wanted;
    throw new errors/* Failure */.HR(`The ${(0,format/* formatNumberOf */.Of)(features.length, 'Feature')} ${features.length === 1 ? 'has' : 'have'} no platform in common: ${features.map(({ text, documents }) => `${text} is for ${[...documents.keys()].join(' and ')}`).join(', ')}.`);
}
async function runtimeText() {
    const [first = '', second = ''] = RUNTIMES;
    return (0,runtime/* readRuntime */.F)(first).catch(() => (0,runtime/* readRuntime */.F)(second));
}
function indexOf(platforms, { base, created }) {
    if (platforms.length < 2)
        return undefined;
    const [first] = platforms;
    const digest = first?.baseIndex;
    const annotations = digest === undefined ? {} : originAnnotations({ name: baseName(base), digest }, created);
    return composeIndex(platforms.map(({ manifest, platform }) => ({ ...manifest.descriptor, platform })), annotations);
}
function reportOf({ base, tags, output, given }, { features, image, sent, duration }) {
    return {
        base: base.text,
        digest: (image.index ?? onlyManifest(image)).descriptor.digest,
        tags: tags.map((tag) => (0,format_reference/* formatReference */.FH)(tag)),
        output,
        features: features.map(({ id, version, text, digest }) => ({ id, version, reference: text, digest })),
        platforms: image.platforms.map(({ arch, manifest, base: digest, layers }) => ({ arch, digest: manifest.descriptor.digest, base: digest, layers })),
        sent,
        given,
        duration,
    };
}


/***/ }),

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

/***/ 53540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pushImage)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);




/** What registries say of a manifest whose blob they have not. */
const MISSING = new Set(['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN']);
/**
 * Pushes an image: first the blobs, then the manifest, so that what can be found is whole. A blob that the registry said
 * to have, and then misses when it gets the manifest, is sent once more.
 * @param manifest its bytes, as they are to be published
 * @throws RegistryError, IntegrityError, CancelledError; the other uploads are ended then too
 */
async function pushImage(writer, manifest, options) {
    const digest = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(manifest.bytes);
    const signal = eitherOf(options.signal, writer.signal);
    const all = blobsOf(manifest, digest);
    const blobs = await pushBlobs(writer, all, signal, options);
    const pushed = await send().catch(async (error) => {
        const believed = all.filter((blob) => blobs.get(blob.digest)?.outcome !== 'uploaded');
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && MISSING.has(error.code ?? '')) || believed.length === 0)
            throw error;
        for (const [blob, sent] of await pushBlobs(writer, believed, signal, { ...options, again: true }))
            blobs.set(blob, sent);
        return send();
    });
    const blobBytes = [...blobs.values()].reduce((sum, { sent }) => sum + sent, 0);
    return { ...pushed, blobs, blobBytes };
    function send() {
        if (options.tag !== undefined)
            return writer.pushManifest(manifest.bytes, manifest.mediaType, options.tag, { expect: 'none', signal });
        // If a blob was missing there was no manifest.
        const isNew = [...blobs.values()].some(({ outcome }) => outcome !== 'present');
        return writer.pushManifest(manifest.bytes, manifest.mediaType, digest, { signal, ...(isNew ? { watched: true } : {}) });
    }
}
/** Each blob once, the largest first: what takes longest must not begin last. */
function blobsOf(manifest, digest) {
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)({ ...manifest, digest }, 'the image to be pushed');
    if (parsed.kind === 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${digest} is an index; only an image can be pushed.`);
    const { config, layers } = parsed.manifest;
    const all = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
    return [...all.values()].sort((a, b) => b.size - a.size);
}
async function pushBlobs(writer, blobs, stop, options) {
    const failed = new AbortController();
    const signal = eitherOf(failed.signal, stop);
    const progress = sumOf(blobs, options.onProgress);
    let firstError;
    const results = await Promise.allSettled(blobs.map(async (blob) => {
        try {
            const mountFrom = options.mountFrom?.(blob);
            const onProgress = (bytes) => progress(blob.digest, bytes);
            const content = { open: (start, end) => options.content(blob).open(start, end) };
            const pushed = await writer.pushBlob(blob, content, { signal, onProgress, again: options.again === true, ask: options.isKnown?.(blob) === true, ...(mountFrom === undefined ? {} : { mountFrom }) });
            return [blob.digest, pushed];
        }
        catch (error) {
            firstError ??= error;
            failed.abort(error);
            throw error;
        }
    }));
    if (firstError !== undefined)
        throw firstError;
    return new Map(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
}
function eitherOf(...signals) {
    const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
    // As many listeners as there are requests at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return signal;
}
function sumOf(blobs, report) {
    const total = blobs.reduce((sum, { size }) => sum + size, 0);
    const done = new Map();
    let sum = 0;
    return (digest, bytes) => {
        sum += bytes - (done.get(digest) ?? 0);
        done.set(digest, bytes);
        report?.(sum, total);
    };
}


/***/ }),

/***/ 13667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ baseDigests),
/* harmony export */   dM: () => (/* binding */ pinnedNames),
/* harmony export */   ip: () => (/* binding */ pinBases),
/* harmony export */   tj: () => (/* binding */ pinnedBases)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20844);
/* harmony import */ var _oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46285);
/* harmony import */ var _open_base_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86978);




/**
 * Returns the same request, whose bases in registries are pinned to what their names stand for now: a tag that moves while one
 * platform is built would give the next one another base.
 * @throws CancelledError; what else is wrong with a base, whoever needs it will say
 */
async function pinBases(request, registries) {
    return { ...request, bases: await Promise.all(request.bases.map((base) => pin(base, registries))) };
}
async function pin(base, registries) {
    if (base.kind !== 'registry' || (0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base.text).digest !== undefined)
        return base;
    try {
        const open = await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_3__/* .openBase */ .m)(base, registries);
        try {
            return { ...base, root: await open.source.root() };
        }
        finally {
            open.close();
        }
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        return base;
    }
}
/** Returns the digests of bases in registries, for the job that puts the platforms of several jobs together. */
function pinnedBases(bases) {
    return bases.flatMap((base) => {
        const digest = base.kind === 'registry' ? (base.root?.digest ?? (0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base.text).digest) : undefined;
        return digest === undefined ? [] : [{ name: base.text, digest }];
    });
}
/**
 * Returns the bases as other jobs must name them to get the same ones: `registry/repo:tag@digest`. Bases of other
 * kinds, and those that could not be asked, keep their names.
 */
function pinnedNames(bases) {
    return bases.map((base) => (base.kind === 'registry' && base.root !== undefined ? `${base.text}@${base.root.digest}` : base.text));
}
/** Returns the images that a base's name stands for now. Errors are reported by the step that needs the base. */
async function baseDigests(base, arches, registries) {
    if (base.kind === 'daemon')
        return new Map();
    try {
        const open = await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_3__/* .openBase */ .m)(base, registries);
        try {
            return await (0,_oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigests */ .J)(open.source, arches);
        }
        finally {
            open.close();
        }
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        return new Map();
    }
}


/***/ })

};
