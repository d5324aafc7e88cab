export const id = 717;
export const ids = [717];
export const modules = {

/***/ 39445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ contentsOf)
/* harmony export */ });
/* unused harmony export foldLayers */
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _path_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95432);
/* harmony import */ var _program_way_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90951);



/**
 * Returns what is in the store once the layers lie on each other, the lowest first. Names that are no store paths are dropped.
 *
 * Store paths don't change: if two layers bring one, the upper is the same again (another owner, a copied file), so
 * the larger counts and not their sum. If it is not the same, its NAR's size says so.
 */
function foldLayers(layers) {
    const names = new Map();
    for (const { added, sizes, contents, whiteouts, holes, opaque } of layers) {
        // A layer hides what is below it, never what it brings itself.
        if (opaque)
            names.clear();
        for (const name of whiteouts)
            names.delete(name);
        for (const name of holes) {
            const below = names.get(name);
            if (below !== undefined)
                below.hasHole = true;
        }
        added.forEach((name, i) => {
            const folded = names.get(name) ?? { bytes: 0, layers: [], hasHole: false };
            folded.bytes = Math.max(folded.bytes, sizes[i] ?? 0);
            folded.layers.push((0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackContents */ .xu)(contents[i] ?? '') ?? new Map());
            names.set(name, folded);
        });
    }
    const paths = [...names].map(([name, folded]) => [(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .storePathOfName */ .p7)(name), heldOf(folded)]);
    return new Map(paths.filter((path) => path[0] !== undefined));
}
function heldOf({ bytes, layers, hasHole }) {
    return { bytes, narSize: hasHole ? undefined : (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .narSizeOfContents */ .wx)(layers) };
}
/** Returns what an image holds whose layers lie on each other, the lowest first. */
function contentsOf(layers) {
    const held = foldLayers(layers);
    const measured = [...held].filter((path) => path[1].narSize !== undefined);
    const registry = (0,_program_way_js__WEBPACK_IMPORTED_MODULE_2__/* .registryText */ .hW)(layers.map(({ way }) => way));
    return {
        paths: new Set(held.keys()),
        sizes: new Map([...held].map(([path, { bytes }]) => [path, bytes])),
        narSizes: new Map(measured.map(([path, { narSize }]) => [path, narSize])),
        hasZstd: (0,_program_way_js__WEBPACK_IMPORTED_MODULE_2__/* .hasProgram */ .Dt)(layers.map(({ way }) => way)),
        ...(registry !== undefined && { registry }),
    };
}


/***/ }),

/***/ 98257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ indexTar),
/* harmony export */   U: () => (/* binding */ indexLayer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55541);
/* harmony import */ var _oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72129);
/* harmony import */ var _store_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19193);
/* harmony import */ var _tar_decompress_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49498);
/* harmony import */ var _tar_tar_reader_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46680);









/**
 * Reads one layer: unpacks it in memory, looks at the tar's headers, keeps names of the store alone.
 * @param blob the layer's bytes; it fails by itself if they are not those of its digest
 * @throws BaseError if it can't be read, IntegrityError if it isn't the config's layer, CancelledError
 */
async function indexLayer(blob, facts, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        if (signal !== undefined)
            (0,node_stream__WEBPACK_IMPORTED_MODULE_1__.addAbortSignal)(signal, blob);
        const stages = await (0,_tar_decompress_js__WEBPACK_IMPORTED_MODULE_7__/* .decompression */ .m)(blob, facts.mediaType);
        const counted = new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
            transform(chunk, _encoding, done) {
                hash.update(chunk);
                done(null, chunk);
            },
        });
        const changes = await readEntries([...stages, counted], signal, facts.observer);
        const diffId = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOfHex */ .z9)(hash.digest('hex'));
        if (diffId !== facts.diffId) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${capital(facts.where)} unpacks to ${diffId}, but the image's config says ${facts.diffId}.`, 
            // https://github.com/containers/storage/issues/1771: such an image can't be pulled by anybody.
            { hint: 'The image is broken: build it and push it again. Old versions of podman and skopeo write such layers with zstd:chunked.' });
        }
        return { diffId, ...changes };
    }
    catch (error) {
        blob.destroy();
        throw explained(error, facts.where, signal);
    }
}
/** Reads the tar of a whole container, as `docker export` gives it. @throws BaseError, CancelledError */
async function indexTar(tar, where, signal) {
    try {
        return await readEntries([tar], signal);
    }
    catch (error) {
        tar.destroy();
        throw explained(error, where, signal);
    }
}
async function readEntries(streams, signal, observer) {
    const entries = new _store_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .StoreEntries */ .w();
    const seers = observer === undefined ? [entries] : [entries, observer];
    const see = (entry) => {
        for (const seer of seers)
            seer.see(entry);
    };
    const contents = (bytes) => {
        for (const seer of seers)
            seer.contents(bytes);
    };
    const tar = new _tar_tar_reader_js__WEBPACK_IMPORTED_MODULE_8__/* .TarReader */ .R(see, { contents });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)([...streams, tar], signal === undefined ? {} : { signal });
    return entries.result();
}
function explained(error, where, signal) {
    if (signal?.aborted === true)
        return (0,_oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__/* .cancelled */ .KW)(signal);
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BaseError */ .Cf) {
        return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BaseError */ .Cf(`${capital(where)} can't be used: ${error.message}.`, {
            cause: error,
            ...(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .adviceOf */ .wr)(error),
        });
    }
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CancelledError */ .cc)
        return error;
    const why = (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BaseError */ .Cf(`${capital(where)} can't be read: ${why}.`, {
        cause: error,
        hint: 'The base image is broken, or in a format that is not supported. Check whether `docker pull` accepts it.',
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 95432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  om: () => (/* binding */ ContentsBuilder),
  HV: () => (/* binding */ UNKNOWN),
  wx: () => (/* binding */ narSizeOfContents),
  rl: () => (/* binding */ numberOf),
  sg: () => (/* binding */ packContents),
  xu: () => (/* binding */ unpackContents),
  mm: () => (/* binding */ weightOf)
});

;// CONCATENATED MODULE: ./lib/nix/nar/nar-size.js
/**
 * Bytes that a file takes in a NAR (Nix manual, "Nix Archive (NAR) format"). They add up: the size of a NAR is the sum of
 * these over all that is in a store path, so it can be told from names, kinds and sizes, without reading a file. All are
 * multiples of eight.
 */
/** "(", "type", "directory", ")" */
const DIRECTORY = 72;
/** "(", "type", "regular", "contents", its length, ")"; "(", "type", "symlink", "target", its length, ")" */
const FILE = 88;
/** "executable", "" */
const EXECUTABLE = 32;
/** "nix-archive-1" */
const ROOT = 24;
/** "entry", "(", "name", its length, "node", ")" */
const ENTRY = 88;
/** Returns what a file is by itself, without its name. */
function nodeSize(node) {
    if (node.type === 'directory')
        return DIRECTORY;
    if (node.type === 'symlink')
        return FILE + padded(node.target.length);
    return FILE + (node.executable ? EXECUTABLE : 0) + padded(node.size);
}
/** Returns what the place of a file adds. */
function placeSize(path) {
    return path === '' ? ROOT : ENTRY + padded(path.length - path.lastIndexOf('/') - 1);
}
/** Returns the size of a NAR. */
function narSizeOf(nodes) {
    let size = 0;
    for (const node of nodes)
        size += placeSize(node.path) + nodeSize(node);
    return size;
}
function padded(length) {
    return Math.ceil(length / 8) * 8;
}

;// CONCATENATED MODULE: ./lib/base/path-contents.js

/** The weight of a file of a kind that no NAR can hold, or of a hard link whose target is not known. */
const UNKNOWN = -1;
/** Kinds are in the lowest bits of a weight; all bytes of a NAR come in eights. */
const KINDS = 8;
/** Bytes that a file takes in a NAR, and its kind: one of another kind may take as many. */
function weightOf(node) {
    const kind = node.type === 'directory' ? 0 : node.type === 'symlink' ? 3 : node.executable ? 2 : 1;
    return nodeSize(node) + kind;
}
/** Bytes of one packed file: six for the name, four for the weight, with two bits for the kind. */
const RECORD = 10;
const UNKNOWN_WORD = 0xffff_ffff;
const FOLDER = weightOf({ path: '', type: 'directory' });
/** The files of a store path as a layer's entries name them. */
class ContentsBuilder {
    #files = new Map();
    get contents() {
        return this.#files;
    }
    /** @param path relative to the store path, empty for itself @param weight of the file by itself, or UNKNOWN */
    see(path, weight) {
        this.#seeFolders(path);
        const number = numberOf(path);
        const before = this.#files.get(number);
        // A folder that was replaced by something else took its contents along; their names are not known any more.
        const changed = before !== undefined && before % KINDS !== weight % KINDS;
        this.#files.set(number, weight === UNKNOWN || changed ? UNKNOWN : placeSize(path) + weight);
    }
    /** The folders above a file may have no entries of their own. */
    #seeFolders(path) {
        for (let above = path; above !== '';) {
            above = above.slice(0, Math.max(0, above.lastIndexOf('/')));
            const number = numberOf(above);
            if (this.#files.has(number))
                return;
            this.#files.set(number, placeSize(above) + FOLDER);
        }
    }
}
/** Returns the bytes of the NAR that a path's files make, from all layers, the lowest first. @returns undefined if it can't be told, or kinds were replaced */
function narSizeOfContents(layers) {
    const files = layers.length === 1 ? layers[0] : merged(layers);
    let size = 0;
    for (const weight of files?.values() ?? []) {
        if (weight === UNKNOWN)
            return undefined;
        size += weight - (weight % KINDS);
    }
    return files === undefined ? undefined : size;
}
function merged(layers) {
    const files = new Map();
    for (const [number, weight] of layers.flatMap((layer) => [...layer])) {
        const below = files.get(number);
        if (below !== undefined && below % KINDS !== weight % KINDS)
            return undefined;
        files.set(number, weight);
    }
    return files;
}
/** As text, the same for the same files. */
function packContents(contents) {
    const packed = Buffer.alloc(contents.size * RECORD);
    let at = 0;
    for (const [number, weight] of [...contents].sort(([a], [b]) => a - b)) {
        packed.writeUIntBE(number, at, 6);
        packed.writeUInt32BE(wordOf(weight), at + 6);
        at += RECORD;
    }
    return packed.toString('base64');
}
/** @returns undefined for a text that {@link packContents} did not write */
function unpackContents(text) {
    const packed = Buffer.from(text, 'base64');
    if (packed.length % RECORD !== 0 || packed.toString('base64') !== text)
        return undefined;
    const files = new Map();
    for (let at = 0; at < packed.length; at += RECORD) {
        const word = packed.readUInt32BE(at + 6);
        files.set(packed.readUIntBE(at, 6), word === UNKNOWN_WORD ? UNKNOWN : Math.floor(word / 4) * KINDS + (word % 4));
    }
    return files;
}
/** Of eight gigabytes and more in one file nothing is known. */
function wordOf(weight) {
    return weight === UNKNOWN ? UNKNOWN_WORD : Math.min(Math.floor(weight / KINDS) * 4 + (weight % KINDS), UNKNOWN_WORD);
}
/**
 * Returns a name as a number of 48 bits: two FNV-1a hashes. Two names of one path with the same number, one chance in millions even
 * in a large path, make it look incomplete, and so it is shipped.
 */
function numberOf(path) {
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    for (let i = 0; i < path.length; i += 1) {
        const char = path.charCodeAt(i);
        low = Math.imul(low ^ char, 0x01000193);
        high = Math.imul(high ^ char, 0x01000193) ^ (high >>> 15);
    }
    return (low >>> 0) + (high & 0xffff) * 2 ** 32;
}


/***/ }),

/***/ 90951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ isRegistry),
/* harmony export */   Dt: () => (/* binding */ hasProgram),
/* harmony export */   MX: () => (/* binding */ WAY_KINDS),
/* harmony export */   T4: () => (/* binding */ isOnWay),
/* harmony export */   hW: () => (/* binding */ registryText)
/* harmony export */ });
const WAY_KINDS = ['program', 'plain', 'text', 'link', 'folder', 'gone', 'emptied'];
const PLACES = ['usr/local/bin', 'usr/bin', 'bin'];
const REGISTRY = 'etc/nix/registry.json';
// NixOS has links in /etc to /etc/static, and that is a link into the store.
const ABOVE = new Set(['usr', 'usr/local', ...PLACES, 'etc', 'etc/nix', 'etc/static']);
const REGISTRIES = /^(?:etc\/(?:static\/)?nix\/registry\.json|nix\/store\/[^/]*registry\.json|nix\/store\/[^/]+\/etc\/nix\/registry\.json)$/;
const MOST_LINKS = 40;
/** Tells whether an entry of this name must be known. A link on the way usually has the name of the file that it leads to. */
function isOnWay(path) {
    return ABOVE.has(path) || path.slice(path.lastIndexOf('/') + 1).startsWith('zstd') || isRegistry(path);
}
/** Tells whether a file of this name may be Nix's registry of flakes, or the target of a link to it. */
function isRegistry(path) {
    return REGISTRIES.test(path);
}
/** Tells whether the layers together, the lowest first, have a `zstd` that would run. False if that can't be told. */
function hasProgram(layers) {
    const files = folded(layers);
    return PLACES.some((place) => destinationOf(files, `${place}/zstd`)?.[1] === 'program');
}
/** Returns the text of Nix's registry of flakes, once the layers lie on each other. What can't be told is none. */
function registryText(layers) {
    const [, what, text] = destinationOf(folded(layers), REGISTRY) ?? [];
    return what === 'text' ? text : undefined;
}
function folded(layers) {
    const files = new Map();
    for (const steps of layers) {
        // A layer empties what is below it, never what it brings itself.
        for (const [path, what] of steps)
            if (what === 'emptied')
                removeBelow(files, path);
        for (const step of steps)
            applyStep(files, step);
    }
    return files;
}
function applyStep(files, step) {
    const [path, what] = step;
    if (what === 'emptied')
        return;
    if (what !== 'folder')
        removeBelow(files, path);
    if (what === 'gone')
        files.delete(path);
    else
        files.set(path, step);
}
function removeBelow(files, folder) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const path of files.keys())
        if (path.startsWith(prefix))
            files.delete(path);
}
/** What is at the end of a path and its links. */
function destinationOf(files, path) {
    let done = [];
    const open = path.split('/');
    for (let links = 0; open.length > 0;) {
        const part = open.shift() ?? '';
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            done.pop();
            continue;
        }
        done.push(part);
        const step = files.get(done.join('/'));
        const [, what, target = ''] = step ?? [];
        if (what === 'link') {
            links += 1;
            if (links > MOST_LINKS)
                return undefined;
            done = target.startsWith('/') ? [] : done.slice(0, -1);
            open.unshift(...target.split('/'));
        }
        else if (open.length === 0)
            return step;
        else if (what !== undefined && what !== 'folder')
            return undefined;
    }
    return undefined;
}


/***/ }),

/***/ 19193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf),
/* harmony export */   w: () => (/* binding */ StoreEntries)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);
/* harmony import */ var _path_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95432);
/* harmony import */ var _program_way_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90951);




/** Where an optimised store keeps one copy of each file, which those of store paths are hard links to. */
const LINKS = '.links';
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Marks of other union file systems, which engines skip: what is hidden is told by the other kinds alone. */
const META = '.wh..wh.';
/** Entries of one layer, and store paths in it: ten times what the largest images have. */
const MOST_ENTRIES = 50_000_000;
const MOST_PATHS = 500_000;
/** Bytes of a file whose contents are kept. */
const MOST_TEXT = 64 * 1024;
/**
 * Takes from the entries of a layer's tar what concerns the store (OCI image specification, layer.md, "Whiteouts"). The order
 * of the entries counts, as engines unpack one after the other: what is removed and then brought is there.
 */
class StoreEntries {
    #added = new Map();
    /** Bytes of what lies in `.links`, until the first store path that has it takes them on. */
    #links = new Map();
    /** By the number of its name, the weight of a file: what hard links mean. */
    #weights = new Map();
    #whiteouts = new Set();
    #holes = new Set();
    #way = [];
    /** A file whose contents are wanted, and which is being read. */
    #text;
    #opaque = false;
    #entries = 0;
    /** @throws BaseError if the store, or what it lies in, is a symbolic link; or if there is more than any store has */
    see(entry) {
        this.#text = undefined;
        this.#entries++;
        if (this.#entries > MOST_ENTRIES)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BaseError */ .Cf(`it has more than ${MOST_ENTRIES} entries`);
        if (Math.max(this.#added.size, this.#whiteouts.size, this.#holes.size) > MOST_PATHS)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BaseError */ .Cf(`it has more than ${MOST_PATHS} store paths`);
        if (entry.type === 'other')
            return;
        const parts = partsOf(entry.name);
        const last = parts.at(-1) ?? '';
        if (last === OPAQUE)
            return this.#seeOpaque(parts.slice(0, -1));
        if (last.startsWith(META))
            return;
        if (last.startsWith(WHITEOUT))
            return this.#seeWhiteout([...parts.slice(0, -1), last.slice(WHITEOUT.length)]);
        this.#seeFile(parts, entry);
    }
    /** Takes bytes of the entry that was seen last. */
    contents(bytes) {
        const text = this.#text;
        if (text === undefined)
            return;
        text.chunks.push(Buffer.from(bytes));
        text.left -= bytes.length;
        if (text.left === 0)
            this.#way.push([text.path, 'text', Buffer.concat(text.chunks).toString('utf8')]);
    }
    result() {
        const added = [...this.#added].sort(([a], [b]) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)(a, b));
        return {
            added: added.map(([name]) => name),
            sizes: added.map(([, { bytes }]) => bytes),
            contents: added.map(([, { contents }]) => (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .packContents */ .sg)(contents)),
            whiteouts: [...this.#whiteouts].sort(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6),
            holes: [...this.#holes].sort(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6),
            opaque: this.#opaque,
            way: this.#way,
        };
    }
    /** All in this folder is gone from the layers below; what this layer brings stays. */
    #seeOpaque(folder) {
        const [root, store, name] = folder;
        this.#way.push([folder.join('/'), 'emptied']);
        if (root === undefined || (root === 'nix' && (store === undefined || (store === 'store' && name === undefined))))
            this.#opaque = true;
        if (root !== 'nix' || store !== 'store' || name === undefined || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStoreName */ .nF)(name))
            return;
        if (folder.length > 3)
            return void this.#holes.add(name);
        // A folder that was recreated: what the layers below have in it is gone, the path itself is there.
        this.#whiteouts.add(name);
        this.#addedOf(name).see('', (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)({ path: '', type: 'directory' }));
    }
    #seeWhiteout(parts) {
        const [root, store, name] = parts;
        this.#way.push([parts.join('/'), 'gone']);
        if (root !== 'nix' || (store !== undefined && store !== 'store'))
            return;
        if (name === undefined)
            this.#hideAll();
        else if (!(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStoreName */ .nF)(name))
            return;
        else if (parts.length > 3)
            this.#holes.add(name);
        else
            this.#hide(name);
    }
    #hideAll() {
        this.#opaque = true;
        this.#added.clear();
    }
    #hide(name) {
        this.#whiteouts.add(name);
        this.#added.delete(name);
    }
    #seeFile(parts, entry) {
        const path = parts.join('/');
        this.#seeWay(path, entry);
        const weight = this.#weigh(path, entry);
        const [root, store, name] = parts;
        if (root !== 'nix' || (store !== undefined && store !== 'store'))
            return;
        if (name === undefined)
            this.#seeFolder(store === undefined ? '/nix' : '/nix/store', entry);
        else
            this.#seeInStore(name, parts.slice(3), entry, weight);
    }
    /** What lies on the way to a program, or is the registry of flakes. */
    #seeWay(path, entry) {
        if ((0,_program_way_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnWay */ .T4)(path))
            this.#way.push(entry.type === 'symlink' ? [path, 'link', entry.target] : [path, wayKindOf(entry)]);
        if ((0,_program_way_js__WEBPACK_IMPORTED_MODULE_3__/* .isRegistry */ .Cf)(path) && entry.type === 'file' && entry.size <= MOST_TEXT)
            this.#text = { path, chunks: [], left: entry.size };
    }
    /** Keeps what a file weighs, for hard links to it. */
    #weigh(path, entry) {
        const weight = this.#weightOf(entry);
        if (weight !== _path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN */ .HV && entry.type !== 'directory')
            this.#weights.set((0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .numberOf */ .rl)(path), weight);
        return weight;
    }
    /** @param inside where it is in the store path; empty for the path itself */
    #seeInStore(name, inside, entry, weight) {
        const bytes = this.#bytesOf(entry);
        if (name === LINKS && entry.type === 'file')
            this.#links.set(inside.join('/'), entry.size);
        if (!(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStoreName */ .nF)(name))
            return;
        const isWhole = inside.length === 0;
        // What is no folder takes the place of one, with all that was in it.
        if (isWhole && entry.type !== 'directory')
            this.#hide(name);
        // Nix makes neither devices nor pipes.
        if (isWhole && (entry.type === 'device' || entry.type === 'fifo'))
            return;
        const added = this.#addedOf(name);
        added.bytes += bytes;
        added.see(inside.join('/'), weight);
    }
    #addedOf(name) {
        const known = this.#added.get(name) ?? Object.assign(new _path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .ContentsBuilder */ .om(), { bytes: 0 });
        this.#added.set(name, known);
        return known;
    }
    #seeFolder(path, entry) {
        if (entry.type === 'directory')
            return;
        if (entry.type === 'symlink') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BaseError */ .Cf(`its ${path} is a symbolic link to ${entry.target}`, {
                hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
            });
        }
        // Whatever else takes the folder's place hides what the layers below have in it.
        this.#hideAll();
    }
    #weightOf({ type, size, mode, target }) {
        // Nix takes a file for a program if its owner may run it.
        if (type === 'file')
            return (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)({ path: '', type, size, executable: (mode & 0o100) !== 0 });
        if (type === 'directory')
            return (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)({ path: '', type });
        if (type === 'symlink')
            return (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .weightOf */ .mm)({ path: '', type, target });
        return type === 'link' ? (this.#weights.get((0,_path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .numberOf */ .rl)(partsOf(target).join('/'))) ?? _path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN */ .HV) : _path_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN */ .HV;
    }
    /** A hard link costs nothing if its target is a file of a store path. */
    #bytesOf({ type, size, target }) {
        if (type === 'file')
            return size;
        const shared = type === 'link' ? target.split(`/${LINKS}/`)[1] : undefined;
        if (shared === undefined)
            return 0;
        const bytes = this.#links.get(shared) ?? 0;
        this.#links.delete(shared);
        return bytes;
    }
}
function wayKindOf({ type, mode }) {
    if (type === 'directory')
        return 'folder';
    return (type === 'file' || type === 'link') && (mode & 0o111) !== 0 ? 'program' : 'plain';
}
/** ./nix/store/x, /nix/store/x, a/../nix/store/x and nix/store/x are one name; nothing is above the root. */
function partsOf(name) {
    const parts = [];
    for (const part of name.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts;
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

/***/ 46680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ TarReader)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _pax_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6275);
/* harmony import */ var _tar_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66550);



/** Bytes of an extended header, or of a long name (Go: `maxSpecialFileSize`). */
const MOST_SPECIAL = 1024 * 1024;
/**
 * Reads the headers of a tar as container engines do, and so differently from other readers in what the format leaves open:
 * it stops at the end marker, whatever follows; it takes no content after links, folders and devices, whatever size they say;
 * it reads v7, ustar, GNU and PAX headers, with files that have holes. The rules are those of Go's archive/tar (reader.go),
 * and the same as GNU tar's.
 */
class TarReader extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable {
    #see;
    #also;
    #state = { kind: 'header' };
    /** The bytes of a block, or of a special entry, that are not complete yet. */
    #partial = [];
    #partialSize = 0;
    /** What extended headers and long names say of the entry that follows. */
    #pax = new Map();
    #longName = '';
    #longTarget = '';
    /** @param see called with each entry; what it throws ends the reading */
    constructor(see, also = {}) {
        super();
        this.#see = see;
        this.#also = also;
    }
    _write(chunk, _encoding, done) {
        try {
            let rest = chunk;
            while (rest.length > 0 && this.#state.kind !== 'end')
                rest = this.#take(rest);
            if (rest.length > 0)
                this.#also.behind?.(rest);
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _final(done) {
        const state = this.#state;
        // Writers leave out the end marker, or the zeros after the last file.
        const whole = state.kind === 'skip' ? state.left <= state.padding : state.kind !== 'special' && state.kind !== 'map' && this.#partialSize === 0;
        done(whole ? null : new Error('its tar ends unexpectedly'));
    }
    /** @returns what is left of the chunk */
    #take(chunk) {
        const state = this.#state;
        if (state.kind === 'skip') {
            const taken = Math.min(state.left, chunk.length);
            const contents = Math.min(taken, state.left - state.padding);
            if (contents > 0 && state.isEntry)
                this.#also.contents?.(chunk.subarray(0, contents));
            state.left -= taken;
            if (state.left === 0)
                this.#state = { kind: 'header' };
            return chunk.subarray(taken);
        }
        const wanted = state.kind === 'special' ? state.size + paddingOf(state.size) : _tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOCK */ .IE;
        const part = chunk.subarray(0, wanted - this.#partialSize);
        this.#partial.push(part);
        this.#partialSize += part.length;
        if (this.#partialSize === wanted) {
            const [only] = this.#partial;
            const block = this.#partial.length === 1 && only !== undefined ? only : Buffer.concat(this.#partial);
            this.#partial = [];
            this.#partialSize = 0;
            this.#seeBlock(state, block);
        }
        return chunk.subarray(part.length);
    }
    #seeBlock(state, block) {
        switch (state.kind) {
            case 'header':
                this.#state = { kind: 'zero' };
                return (0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isZero */ .be)(block) ? undefined : this.#seeHeader((0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHeader */ .RW)(block));
            case 'zero':
                if (!(0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isZero */ .be)(block))
                    throw new Error('its tar goes on after a block of zeros');
                this.#state = { kind: 'end' };
                return;
            case 'special':
                this.#seeSpecial(state.flag, block.subarray(0, state.size));
                this.#state = { kind: 'header' };
                return;
            case 'map':
                // Its last byte but seven says whether another one follows.
                if ((block[504] ?? 0) === 0)
                    this.#skip(state.size, true);
                return;
            case 'end':
        }
    }
    #seeHeader(header) {
        const { flag, size } = header;
        // Go hands a global header to whoever asks, and applies it to nothing.
        if (flag === 'g')
            return this.#skip(size, false);
        if (flag === 'x' || flag === 'L' || flag === 'K') {
            if (size > MOST_SPECIAL)
                throw new Error(`its tar has an extended header of ${size} bytes`);
            if (size === 0)
                this.#seeSpecial(flag, Buffer.alloc(0));
            this.#state = size === 0 ? { kind: 'header' } : { kind: 'special', flag, size };
            return;
        }
        const stored = (0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isHeaderOnly */ .kc)(flag) ? 0 : ((0,_pax_records_js__WEBPACK_IMPORTED_MODULE_1__/* .paxNumber */ .H8)(this.#pax, 'size') ?? size);
        if (header.extended)
            this.#state = { kind: 'map', size: stored };
        else
            this.#skip(stored, true);
        const entry = this.#entryOf(header, stored);
        this.#pax = new Map();
        this.#longName = '';
        this.#longTarget = '';
        this.#see(entry);
    }
    #seeSpecial(flag, data) {
        if (flag === 'x')
            this.#pax = (0,_pax_records_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePax */ .dA)(data);
        else if (flag === 'L')
            this.#longName = (0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .tarText */ .F7)(data, 0, data.length);
        else
            this.#longTarget = (0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .tarText */ .F7)(data, 0, data.length);
    }
    #entryOf({ name: short, flag, mode, uid, gid, owners, target, realSize }, stored) {
        const said = first(this.#longName, this.#pax.get('path'), short);
        const type = (0,_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .typeOf */ .QP)(flag, said);
        const sparse = type === 'file' ? (0,_pax_records_js__WEBPACK_IMPORTED_MODULE_1__/* .sparseFacts */ .u8)(this.#pax) : undefined;
        const size = flag === 'S' ? realSize : (sparse?.size ?? stored);
        const owner = { uid: (0,_pax_records_js__WEBPACK_IMPORTED_MODULE_1__/* .paxNumber */ .H8)(this.#pax, 'uid') ?? uid, gid: (0,_pax_records_js__WEBPACK_IMPORTED_MODULE_1__/* .paxNumber */ .H8)(this.#pax, 'gid') ?? gid, said: [...owners, ...this.#pax.values()].filter(Boolean) };
        return { name: sparse?.name ?? said, type, mode, ...owner, size: type === 'file' ? size : 0, target: first(this.#longTarget, this.#pax.get('linkpath'), target) };
    }
    #skip(size, isEntry) {
        const padding = paddingOf(size);
        this.#state = size === 0 ? { kind: 'header' } : { kind: 'skip', left: size + padding, padding, isEntry };
    }
}
/** The first that is not empty. */
function first(...texts) {
    return texts.find((each) => each !== undefined && each !== '') ?? '';
}
function paddingOf(size) {
    return (_tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOCK */ .IE - (size % _tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOCK */ .IE)) % _tar_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOCK */ .IE;
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

/***/ 46285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ imageDigests),
/* harmony export */   m: () => (/* binding */ selectPlatform)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _blob_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2116);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22992);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(749);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83270);








// An index of indexes is allowed, and seldom seen; one that goes on for ever is an attack.
const MAX_DEPTH = 4;
const MAX_TRIED = 64;
/**
 * Finds the image for linux/<arch> behind what the source's reference names.
 * @throws BaseError if there is none; it lists the platforms that are there
 */
async function selectPlatform(source, arch) {
    const search = new Search(source, arch);
    const found = await search.within(await source.root(), 0);
    if (found !== undefined)
        return found;
    const there = [...search.seen].sort();
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`${source.name} has no image for linux/${arch}: ` +
        (there.length === 0 ? 'it names no platform.' : `it is available for ${there.join(', ')}.`), { hint: 'Choose another base image, or other "arches".' });
}
/**
 * Returns the digests of the images for linux/<arch> behind what the source's reference names, told by that manifest or index
 * alone: one request, whatever the number of platforms.
 * @returns without the platforms that only a further look would tell
 */
async function imageDigests(source, arches) {
    const root = await source.root();
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(root, source.name);
    return new Map(arches.flatMap((arch) => {
        const digest = parsed.kind === 'manifest' ? root.digest : new Search(source, arch).bestOf(parsed.index.manifests)?.digest;
        return digest === undefined ? [] : [[arch, digest]];
    }));
}
class Search {
    seen = new Set();
    #source;
    #arch;
    #tried = 0;
    constructor(source, arch) {
        this.#source = source;
        this.#arch = arch;
    }
    async within(raw, depth, named) {
        const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(raw, this.#source.name);
        if (parsed.kind === 'manifest')
            return this.#image(raw, parsed.manifest, named);
        if (depth >= MAX_DEPTH)
            return undefined;
        for (const descriptor of this.#candidates(parsed.index.manifests)) {
            if (++this.#tried > MAX_TRIED)
                return undefined;
            const found = await this.within(await this.#source.manifest(descriptor.digest), depth + 1, descriptor.platform);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    /** The image that an index itself says is for the platform. */
    bestOf(all) {
        const [best] = this.#candidates(all);
        return best?.platform === undefined || isIndex(best) ? undefined : best;
    }
    // Best first: a platform that fits, plain before variants; then what does not say what it is for.
    #candidates(all) {
        const ranked = [];
        for (const descriptor of all) {
            if (isAttestation(descriptor))
                continue;
            const { platform } = descriptor;
            if (platform === undefined)
                ranked.push({ descriptor, rank: isIndex(descriptor) ? 2 : 3 });
            else if (this.#fits(platform))
                ranked.push({ descriptor, rank: platform.variant === undefined ? 0 : 1 });
            else
                this.seen.add(formatPlatform(platform));
        }
        return ranked.sort((a, b) => a.rank - b.rank).map(({ descriptor }) => descriptor);
    }
    async #image(raw, manifest, named) {
        const config = await readConfig(this.#source, manifest);
        // If an index names the platform, that counts: there are images whose config was never adapted.
        if (named === undefined && !this.#fits(config)) {
            this.seen.add(formatPlatform(config));
            return undefined;
        }
        return { manifest, manifestDigest: raw.digest, config };
    }
    #fits({ os, architecture, variant }) {
        // The first variant of each is what every machine of the architecture runs.
        const baseline = this.#arch === 'arm64' ? 'v8' : 'v1';
        return os === 'linux' && architecture === this.#arch && (variant === undefined || variant === '' || variant === baseline);
    }
}
function isIndex({ mediaType }) {
    return mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_INDEX */ .L$ || mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .DOCKER_INDEX */ .Mu;
}
// BuildKit lists provenance beside the images, as a platform that nothing runs on.
function isAttestation({ annotations, platform }) {
    return annotations?.['vnd.docker.reference.type'] !== undefined || platform?.os === 'unknown';
}
function formatPlatform({ os, architecture, variant }) {
    return `${os}/${architecture}${variant === undefined || variant === '' ? '' : `/${variant}`}`;
}
async function readConfig(source, manifest) {
    const { config: descriptor } = manifest;
    if (descriptor.mediaType !== _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_CONFIG */ .Ve && descriptor.mediaType !== _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .DOCKER_CONFIG */ .e6) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`${source.name} is not a container image: its config is of the type ${descriptor.mediaType}.`, {
            hint: 'A base image is an image that containers start from, not a Feature, a chart or another artifact.',
        });
    }
    const bytes = await (0,_blob_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .blobBytes */ .R)(source, descriptor);
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The config ${descriptor.digest} of ${source.name} can't be used: ${why}.`, { cause });
    };
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedJson */ .U4)(bytes, refuse, { bytes: _image_source_js__WEBPACK_IMPORTED_MODULE_7__/* .MANIFEST_LIMIT */ .M });
    const { architecture, os, variant, rootfs, config } = objectOr(json);
    const { diff_ids: diffIds } = objectOr(rootfs);
    const { Env: env, User: user, Labels: labels } = objectOr(config);
    if (typeof architecture !== 'string' || typeof os !== 'string')
        return refuse('it names no architecture and os');
    if (!Array.isArray(diffIds) || !diffIds.every((id) => typeof id === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(id))) {
        return refuse('its rootfs.diff_ids are not digests');
    }
    if (diffIds.length !== manifest.layers.length) {
        return refuse(`it lists ${diffIds.length} layers, but the manifest lists ${manifest.layers.length}`);
    }
    return {
        architecture,
        os,
        variant: typeof variant === 'string' ? variant : undefined,
        diffIds,
        env: Array.isArray(env) ? env.filter((item) => typeof item === 'string') : [],
        user: typeof user === 'string' ? user : '',
        labels: Object.fromEntries(Object.entries(objectOr(labels)).filter((label) => typeof label[1] === 'string')),
    };
}
function objectOr(value) {
    return (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ }),

/***/ 94843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tagsThere)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43765);


const SHOWN = 20;
/** OCI distribution specification, "Pulling manifests". What else a registry calls a tag could write into a log. */
const TAG = /^\w[\w.-]{0,127}$/;
/** Returns what could have been meant by a name that the registry does not have, as sentences for a hint. */
async function tagsThere(source) {
    const listed = await source.tags().catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
            return [];
        throw error;
    });
    const tags = listed.filter((tag) => TAG.test(tag));
    if (tags.length === 0)
        return `Nothing was found in ${source.repository}. Check its name; some registries give the same answer for private repositories.`;
    const meant = source.tag === undefined ? undefined : (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_1__/* .closest */ .kp)(source.tag, tags);
    const more = tags.length > SHOWN ? ` and ${tags.length - SHOWN} more` : '';
    const sorted = tags.toSorted(new Intl.Collator('en', { numeric: true }).compare);
    return `${meant === undefined ? '' : `Did you mean ${meant}? `}${source.repository} has the tags ${sorted.slice(-SHOWN).join(', ')}${more}.`;
}


/***/ }),

/***/ 54545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   lD: () => (/* binding */ writtenName),
/* harmony export */   m: () => (/* binding */ openBase)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20844);
/* harmony import */ var _oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46285);
/* harmony import */ var _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5110);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93410);
/* harmony import */ var _oci_pull_tags_there_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94843);








/**
 * Opens a base of a registry or a layout, to be read.
 * @throws Failure if the reference is none, or the layout isn't there
 */
async function openBase(reference, registries) {
    if (reference.kind === 'layout') {
        return { source: await _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .LayoutReader */ .I.open(reference.folder, reference.ref), close: () => undefined };
    }
    const source = registries.open((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference.text));
    return { source: reference.root === undefined ? source : pinned(source, reference.root), close: () => source.close() };
}
/** The same source, whose name stands for what it stood for when the run began. */
function pinned(source, { mediaType, digest, bytes }) {
    if (!(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        throw new Error(`${digest} is not a digest`);
    const { name, repository } = source;
    return {
        name,
        repository,
        root: () => Promise.resolve({ mediaType, digest, bytes }),
        manifest: (wanted) => source.manifest(wanted),
        blob: (descriptor) => source.blob(descriptor),
    };
}
/**
 * Returns the base's image for a platform.
 * @throws BaseError which names the base as the user did, if it isn't there or not for that platform; IntegrityError,
 *   CancelledError
 */
async function imageOf({ source }, reference, arch) {
    try {
        return await (0,_oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .selectPlatform */ .m)(source, arch);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl))
            throw error;
        const advice = error.status === 404 && source instanceof _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .Registry */ .O ? { hint: await (0,_oci_pull_tags_there_js__WEBPACK_IMPORTED_MODULE_7__/* .tagsThere */ .Q)(source) } : (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOf */ .wr)(error);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BaseError */ .Cf(`The base image ${reference.text} ${problemOf(error)}: ${error.message}`, { cause: error, ...advice });
    }
}
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : "can't be read";
}
/** Returns the base's name in what is written down: as the user wrote it, but without the folders of this machine. */
function writtenName(reference) {
    if (reference.kind !== 'layout')
        return reference.text;
    return `oci:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(reference.folder)}${reference.ref === undefined ? '' : `:${reference.ref}`}`;
}


/***/ })

};
