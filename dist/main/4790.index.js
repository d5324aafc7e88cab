export const id = 4790;
export const ids = [4790];
export const modules = {

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Vc: () => (/* binding */ readUpTo),
/* harmony export */   wZ: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



/**
 * Makes a folder and those above it. Node's recursive mkdir would not do: below a folder like /proc, which has no place for
 * new ones, it tries for ever and can't be stopped.
 * @returns the outermost folder that was made; undefined if all were there
 * @throws what the file system says
 */
async function makeFolders(path) {
    const missing = [];
    for (let folder = path; !(await isFolderThere(folder)); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
        missing.push(folder);
    const made = missing.at(-1);
    for (const folder of missing.toReversed()) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder).catch((error) => {
            // Somebody else may make it meanwhile; if that is no folder, the next one says so.
            if (error.code !== 'EEXIST')
                throw error;
        });
    }
    return made;
}
async function isFolderThere(path) {
    try {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (info.isDirectory())
            return true;
    }
    catch (error) {
        if (error.code === 'ENOENT' && path !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
            return false;
        throw error;
    }
    throw Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${path}'`), { code: 'ENOTDIR', syscall: 'mkdir', path });
}
/**
 * Reads a file that has no reason to be larger.
 * @param limit bytes
 * @throws IntegrityError if it is, or is no file; what the file system says
 */
async function readUpTo(file, limit) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
    if (!info.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${file} is not a file.`);
    if (info.size > limit)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${file} has ${info.size} bytes; the limit is ${limit}.`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
}
/** Is there anything by this name? */
async function isThere(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
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

/***/ 43643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ parseNixHash),
/* harmony export */   EM: () => (/* binding */ isSha256Sri),
/* harmony export */   eN: () => (/* binding */ toNix32),
/* harmony export */   wM: () => (/* binding */ sriOf)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _nix32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23043);


const LENGTHS = { md5: 16, sha1: 20, sha256: 32, sha512: 64, blake3: 32 };
/**
 * Reads `sha256-<base64>`, `sha256:<hex | Nix32 | base64>`, and the objects `{algorithm, format, hash}` that Nix 2.33
 * wrote for a while.
 * @throws Failure
 */
function parseNixHash(value) {
    if (typeof value === 'string')
        return parseText(value);
    if (typeof value === 'object' && value !== null) {
        const { algorithm, hash } = value;
        if (typeof algorithm === 'string' && typeof hash === 'string') {
            return parseText(/[:-]/.test(hash) ? hash : `${algorithm}:${hash}`);
        }
    }
    throw notAHash(JSON.stringify(value));
}
/** SHA-256 as `sriOf` gives it; of the last digit only four bits count. */
const SRI = /^sha256-[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
/** Tells whether this is a SHA-256 as we write it: `sha256-<base64>`. */
function isSha256Sri(text) {
    return SRI.test(text);
}
/**
 * Converts any notation to `sha256-<base64>`: W3C Subresource Integrity, as Nix itself writes hashes today.
 * @throws Failure
 */
function sriOf(value) {
    // Not taken apart and put together again: there may be a hundred thousand of them.
    return typeof value === 'string' && isSha256Sri(value) ? value : toSri(parseNixHash(value));
}
function toSri({ algorithm, bytes }) {
    return `${algorithm}-${Buffer.from(bytes).toString('base64')}`;
}
/** Returns `sha256:<Nix32>`, as in content addresses and binary caches. */
function toNix32({ algorithm, bytes }) {
    return `${algorithm}:${(0,_nix32_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeNix32 */ .x3)(bytes)}`;
}
function parseText(text) {
    const match = /^([a-z0-9]+)([:-])(.+)$/.exec(text);
    const algorithm = match?.[1] ?? '';
    const digits = match?.[3] ?? '';
    const length = LENGTHS[algorithm];
    if (match === null || length === undefined)
        throw notAHash(text);
    const bytes = match[2] === '-' ? fromBase64(digits) : decode(digits, length);
    if (bytes.length !== length)
        throw notAHash(text);
    return { algorithm, bytes };
}
/** The length tells the notations apart, as in Nix. */
function decode(digits, length) {
    if (digits.length === length * 2)
        return Buffer.from(digits, 'hex');
    if (digits.length === Math.ceil((length * 8) / 5))
        return (0,_nix32_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeNix32 */ .Fp)(digits);
    return fromBase64(digits);
}
function fromBase64(digits) {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) ? Buffer.from(digits, 'base64') : new Uint8Array();
}
function notAHash(text) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"${text}" is not a hash in any notation that Nix uses.`);
}


/***/ }),

/***/ 23043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ NIX32_ALPHABET),
/* harmony export */   Fp: () => (/* binding */ decodeNix32),
/* harmony export */   x3: () => (/* binding */ encodeNix32)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** Nix manual, "Nix32 encoding": no e, o, t, u; the last character holds the first bits. */
const NIX32_ALPHABET = '0123456789abcdfghijklmnpqrsvwxyz';
/** Bytes as Nix writes hashes: 32 characters for 20 bytes, 52 for a SHA-256. */
function encodeNix32(bytes) {
    let text = '';
    for (let n = Math.ceil((bytes.length * 8) / 5) - 1; n >= 0; n--) {
        const index = (n * 5) >> 3;
        const shift = (n * 5) & 7;
        const value = ((bytes[index] ?? 0) >> shift) | ((bytes[index + 1] ?? 0) << (8 - shift));
        text += NIX32_ALPHABET.charAt(value & 31);
    }
    return text;
}
/** @throws Failure if `text` is no Nix32 of whole bytes */
function decodeNix32(text) {
    const bytes = new Uint8Array((text.length * 5) >> 3);
    for (let n = 0; n < text.length; n++) {
        const digit = NIX32_ALPHABET.indexOf(text.charAt(text.length - n - 1));
        if (digit < 0)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"${text}" is not in Nix's base 32: ${NIX32_ALPHABET}.`);
        const index = (n * 5) >> 3;
        const shift = (n * 5) & 7;
        const value = digit << shift;
        const carry = value >> 8;
        bytes[index] = (bytes[index] ?? 0) | (value & 255);
        if (index + 1 < bytes.length)
            bytes[index + 1] = (bytes[index + 1] ?? 0) | carry;
        else if (carry !== 0)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"${text}" is not a whole number of bytes in Nix's base 32.`);
    }
    return bytes;
}


/***/ }),

/***/ 52154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ rememberedCredentials),
/* harmony export */   Og: () => (/* binding */ credentialsFor),
/* harmony export */   _5: () => (/* binding */ anonymous)
/* harmony export */ });
/** No credentials for anybody. */
const anonymous = { find: () => Promise.resolve(undefined) };
/** Asks `source` once for each repository: a credential helper is a program to run, and there may be many who ask. */
function rememberedCredentials(source) {
    const found = new Map();
    return {
        find: (registry, repository) => {
            const key = `${registry}/${repository ?? ''}`;
            const credential = found.get(key) ?? source.find(registry, repository);
            found.set(key, credential);
            return credential;
        },
    };
}
/** Returns the user's own for their registry alone; whatever `otherwise` knows for all others. */
function credentialsFor(registry, credentials, otherwise) {
    const given = { kind: 'password', ...credentials, origin: 'the inputs username and password' };
    return { find: (wanted, repository) => (wanted === registry ? Promise.resolve(given) : otherwise.find(wanted, repository)) };
}


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ blobBytes)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22992);


/**
 * Returns a small blob, whole and verified: a config, a document.
 * @param limit bytes
 * @throws IntegrityError also if it has more; nothing of it is read then
 */
async function blobBytes(source, descriptor, limit = _image_source_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_LIMIT */ .M) {
    if (descriptor.size > limit) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, and no more than ${limit} are read of such a blob.`);
    }
    const chunks = [];
    for await (const chunk of source.blob(descriptor))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 1306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/**
 * Returns JSON with the keys of each object sorted and no blanks: one text for one value, in whatever order it was put
 * together. Members that are undefined are left out, as JSON.stringify does.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : member);
}



/***/ }),

/***/ 22992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ MANIFEST_LIMIT)
/* harmony export */ });
/** What a manifest or a config may weigh, in bytes; registries take 4 MiB. */
const MANIFEST_LIMIT = 8 * 1024 * 1024;


/***/ }),

/***/ 749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ IMAGE_INDEX),
/* harmony export */   MS: () => (/* binding */ IMAGE_MANIFEST),
/* harmony export */   Mu: () => (/* binding */ DOCKER_INDEX),
/* harmony export */   Ve: () => (/* binding */ IMAGE_CONFIG),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   WP: () => (/* binding */ LAYER_TAR),
/* harmony export */   Wj: () => (/* binding */ DEVCONTAINER_CONFIG),
/* harmony export */   YD: () => (/* binding */ DELTA_ARTIFACT),
/* harmony export */   ZJ: () => (/* binding */ COLLECTION_LAYER),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   cc: () => (/* binding */ ENV_PATH),
/* harmony export */   e6: () => (/* binding */ DOCKER_CONFIG),
/* harmony export */   fc: () => (/* binding */ LAYER_GZIP),
/* harmony export */   kt: () => (/* binding */ DELTA_CONFIG),
/* harmony export */   n2: () => (/* binding */ DOCKER_LAYER),
/* harmony export */   nz: () => (/* binding */ DEVCONTAINER_LAYER),
/* harmony export */   wd: () => (/* binding */ LAYER_ZSTD)
/* harmony export */ });
/** OCI image specification, media-types.md; Docker's from the distribution project's manifest v2 schema 2. */
const IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER_TAR = 'application/vnd.oci.image.layer.v1.tar';
const LAYER_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';
const LAYER_ZSTD = 'application/vnd.oci.image.layer.v1.tar+zstd';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
/** Ours (docs/reference/formats.md). */
const DELTA_ARTIFACT = 'application/vnd.nix-feature.delta.v1+json';
const DELTA_CONFIG = 'application/vnd.nix-feature.delta.config.v1+json';
const ENV_PATH = 'text/plain';
/** Dev container distribution specification. */
const DEVCONTAINER_CONFIG = 'application/vnd.devcontainers';
const DEVCONTAINER_LAYER = 'application/vnd.devcontainers.layer.v1+tar';
const COLLECTION_LAYER = 'application/vnd.devcontainers.collection.layer.v1+json';
/** A manifest of either kind; what a pull accepts. */
const MANIFEST_TYPES = [IMAGE_INDEX, IMAGE_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST];


/***/ }),

/***/ 83270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22992);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);






/**
 * @param where what is read, for messages
 * @throws IntegrityError if the bytes are no manifest that we know
 */
function parseManifest(raw, where) {
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`, { cause });
    };
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(raw.bytes, refuse, { bytes: _image_source_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_LIMIT */ .M });
    if (!(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(json))
        return refuse('it is not a JSON object');
    if (json['schemaVersion'] === 1)
        return refuse('it has the outdated format "schema 1"; push the image again with a recent tool');
    if (json['schemaVersion'] !== 2)
        return refuse(`its schemaVersion is ${JSON.stringify(json['schemaVersion'])}, not 2`);
    // One that is both can be read as either, by different tools (CVE-2021-41190).
    if ('manifests' in json && ('layers' in json || 'config' in json))
        return refuse('it is both an index and an image');
    const kind = 'manifests' in json ? 'index' : 'manifest';
    const types = kind === 'index' ? [_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_INDEX */ .L$, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_INDEX */ .Mu] : [_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_MANIFEST */ .MS, _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DOCKER_MANIFEST */ .Vv];
    const mediaType = json['mediaType'] ?? (types.some((type) => type === raw.mediaType) ? raw.mediaType : types[0]);
    if (typeof mediaType !== 'string' || !types.some((type) => type === mediaType)) {
        return refuse(`its media type ${JSON.stringify(mediaType)} is not that of an ${kind === 'index' ? 'index' : 'image'}`);
    }
    try {
        return kind === 'index'
            ? { kind, index: { ...json, schemaVersion: 2, mediaType, manifests: descriptors(json['manifests'], 'manifests') } }
            : {
                kind,
                manifest: {
                    ...json,
                    schemaVersion: 2,
                    mediaType,
                    config: parseDescriptor(json['config'], 'config'),
                    layers: descriptors(json['layers'], 'layers'),
                },
            };
    }
    catch (cause) {
        return refuse((0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause), cause);
    }
}
function descriptors(value, name) {
    if (!Array.isArray(value))
        throw new TypeError(`its "${name}" is not a list`);
    return value.map((item, i) => parseDescriptor(item, `${name}[${i}]`));
}
/** OCI image specification, descriptor.md. Unknown members are kept. */
function parseDescriptor(value, name) {
    if (!(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new TypeError(`its "${name}" is not a descriptor`);
    const { mediaType, digest, size, annotations, platform } = value;
    if (typeof mediaType !== 'string')
        throw new TypeError(`its "${name}" has no media type`);
    if (typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest)) {
        throw new TypeError(`the digest ${JSON.stringify(digest)} of its "${name}" is not sha256`);
    }
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new TypeError(`the size ${JSON.stringify(size)} of its "${name}" is not a number of bytes`);
    }
    if (annotations !== undefined && annotations !== null && !((0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(annotations) && Object.values(annotations).every((text) => typeof text === 'string'))) {
        throw new TypeError(`the annotations of its "${name}" are not strings`);
    }
    if (platform !== undefined && platform !== null && !((0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(platform) && typeof platform['architecture'] === 'string' && typeof platform['os'] === 'string')) {
        throw new TypeError(`the platform of its "${name}" has no architecture and os`);
    }
    const parsed = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
    return { ...parsed, mediaType, digest, size };
}


/***/ }),

/***/ 44130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ EMPTY_JSON),
/* harmony export */   MJ: () => (/* binding */ composeReferrer),
/* harmony export */   Xc: () => (/* binding */ parseReferrer),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   iF: () => (/* binding */ EMPTY_BYTES)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(749);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83270);






/** OCI image specification, manifest.md, "Guidance for an Empty Descriptor". */
const EMPTY_JSON = 'application/vnd.oci.empty.v1+json';
const EMPTY_BYTES = Buffer.from('{}');
/** Returns the tag under which a registry without the API lists referrers (distribution specification, "Referrers Tag Schema"). */
function fallbackTag(subject) {
    return `sha256-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject)}`;
}
/** Composes the manifest of a referrer: the payload is its one layer, its config is empty. */
function composeReferrer({ mediaType: subjectType, digest: subject, size }, content) {
    const { artifactType, mediaType = artifactType, payload, annotations } = content;
    const config = { mediaType: EMPTY_JSON, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(EMPTY_BYTES), size: EMPTY_BYTES.length };
    const layer = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(payload), size: payload.length };
    const described = { artifactType, ...(annotations === undefined ? {} : { annotations }) };
    const manifest = {
        schemaVersion: 2,
        mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_MANIFEST */ .MS,
        config,
        layers: [layer],
        subject: { mediaType: subjectType, digest: subject, size },
        ...described,
    };
    const bytes = Buffer.from((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(manifest));
    return { bytes, config, layer, descriptor: { mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_MANIFEST */ .MS, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes), size: bytes.length, ...described } };
}
const LONGEST_TYPE = 255;
const MOST_ANNOTATIONS = 1000;
/**
 * Parses a manifest or an index as a referrer.
 * @param where for messages
 * @throws IntegrityError
 */
function parseReferrer(raw, where) {
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(raw, where);
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`);
    };
    const manifest = _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of(parsed.kind === 'index' ? parsed.index : parsed.manifest, refuse);
    const ofConfig = parsed.kind === 'index' ? '' : parsed.manifest.config.mediaType;
    return {
        subject: manifest.get('subject').optional((subject) => subject.get('digest').as(_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DIGEST */ .Dh)),
        artifactType: manifest.get('artifactType').optional((type) => type.text(LONGEST_TYPE)) ?? ofConfig,
        annotations: Object.fromEntries(manifest.get('annotations').optional(readAnnotations) ?? []),
        layers: parsed.kind === 'index' ? [] : parsed.manifest.layers,
    };
}
function readAnnotations(annotations) {
    return annotations.members(MOST_ANNOTATIONS).map(([name, member]) => [name, typeof member.value === 'string' ? member.value : member.refuseValue('a text')]);
}


/***/ }),

/***/ 6077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verifyStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);




/**
 * Lets bytes through, and fails with an IntegrityError if they are not those of the descriptor: at the first byte
 * too many, or at the end. Nothing that came out is proven before the end was reached.
 * @param where what is read, for messages: "the blob sha256:… of ghcr.io/org/bedrock"
 */
function verifyStream(descriptor, where) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            size += chunk.length;
            if (size > descriptor.size) {
                done(new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} is longer than the ${descriptor.size} bytes in its manifest.`));
                return;
            }
            hash.update(chunk);
            done(null, chunk);
        },
        flush(done) {
            if (size < descriptor.size) {
                done(new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} is too short: ${size} bytes instead of ${descriptor.size}.`));
                return;
            }
            const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfHex */ .z9)(hash.digest('hex'));
            done(actual === descriptor.digest
                ? null
                : new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} does not match its digest: its content has the digest ${actual}.`));
        },
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 5110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ LayoutReader),
/* harmony export */   w: () => (/* binding */ REF_NAME)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33963);
/* harmony import */ var _format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1306);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55541);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(22992);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(749);
/* harmony import */ var _format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83270);
/* harmony import */ var _format_verify_stream_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6077);












/** OCI image specification, annotations.md: the tag of an entry of index.json. */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** An OCI image layout on disk (image-layout.md), read. */
class LayoutReader {
    name;
    repository;
    /** The entries of index.json: all of them, or those of the requested ref. */
    manifests;
    #folder;
    constructor(folder, ref, manifests, name = `oci:${folder}${ref === undefined ? '' : `:${ref}`}`) {
        this.name = name;
        this.repository = `oci:${folder}`;
        this.manifests = manifests;
        this.#folder = folder;
    }
    /**
     * @param folder the one that holds `oci-layout`
     * @param ref the name that an entry of index.json has as its annotation, or its digest
     * @param name for messages, in place of the folder
     * @throws Failure if the folder is no layout or has no such ref; IntegrityError if its index is broken
     */
    static async open(folder, ref, name) {
        await assertLayout(folder);
        const all = await readIndex(folder);
        if (ref === undefined)
            return new LayoutReader(folder, ref, all, name);
        const named = all.filter(({ annotations, digest }) => annotations?.[REF_NAME] === ref || digest === ref);
        if (named.length === 0) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${folder} has no image named "${ref}"; it has ${listOf(all)}.`, {
                hint: hintOf(folder, all),
            });
        }
        return new LayoutReader(folder, ref, named, name);
    }
    /**
     * The one manifest that there is; or, if there is one for each of several platforms, an index of them.
     * @throws Failure if there is none, or it isn't clear which is meant
     */
    async root() {
        const all = this.manifests.filter(({ platform }) => platform?.os !== 'unknown');
        // Two names of one image are one image.
        const images = all.filter(({ digest }, i) => all.findIndex((other) => other.digest === digest) === i);
        const [first, ...others] = images;
        if (first === undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${this.#folder} is empty: its index.json lists no manifest.`);
        if (others.length === 0)
            return { ...(await this.manifest(first.digest)), mediaType: first.mediaType };
        const platforms = new Set(images.map(({ platform }) => (0,_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)(platform)));
        const names = new Set(images.map(({ annotations }) => annotations?.[REF_NAME]));
        if (platforms.size < images.length || names.size > 1 || images.some(({ platform }) => platform === undefined)) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${this.#folder} holds several images, and none is named: ${listOf(images)}.`, {
                hint: hintOf(this.#folder, images),
            });
        }
        const bytes = Buffer.from((0,_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)({ schemaVersion: 2, mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .IMAGE_INDEX */ .L$, manifests: images }), 'utf8');
        return { digest: (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes), mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .IMAGE_INDEX */ .L$, bytes };
    }
    async manifest(digest) {
        const path = this.blobPath(digest);
        const where = `the manifest ${digest} of ${this.name}`;
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((cause) => Promise.reject(missing(where, path, cause)));
        if (size > _format_image_source_js__WEBPACK_IMPORTED_MODULE_11__/* .MANIFEST_LIMIT */ .M)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} has ${size} bytes, which is too large for a manifest.`);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        const actual = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes);
        if (actual !== digest)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} does not match its digest: its content has the digest ${actual}.`);
        const listed = this.manifests.find((descriptor) => descriptor.digest === digest);
        return { digest, mediaType: listed?.mediaType ?? '', bytes };
    }
    blob(descriptor) {
        const path = this.blobPath(descriptor.digest);
        const where = `the blob ${descriptor.digest} of ${this.name}`;
        const verified = (0,_format_verify_stream_js__WEBPACK_IMPORTED_MODULE_10__/* .verifyStream */ .u)(descriptor, where);
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: 256 * 1024 });
        file.on('error', (cause) => verified.destroy(missing(where, path, cause)));
        return (0,node_stream__WEBPACK_IMPORTED_MODULE_3__.pipeline)(file, verified, () => { });
    }
    /** Where a blob is on disk. It may not be there, and what is there is not verified. */
    blobPath(digest) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, 'blobs', 'sha256', (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .hexOf */ .ZD)(digest));
    }
}
async function assertLayout(folder) {
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${folder} is not an OCI image layout: ${why}.`, {
            cause,
            hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
        });
    };
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'), 'utf8').catch(async (cause) => {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(folder).catch(() => undefined);
        if (info === undefined)
            return refuse('there is no such folder', cause);
        return refuse(info.isDirectory() ? 'it has no file oci-layout' : 'it is not a folder', cause);
    });
    const version = parseJson(text)?.imageLayoutVersion;
    if (version !== '1.0.0')
        refuse(`its oci-layout has the version ${JSON.stringify(version) ?? '(none)'}, but only 1.0.0 is supported`);
}
async function readIndex(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json');
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .Vc)(path, _format_image_source_js__WEBPACK_IMPORTED_MODULE_11__/* .MANIFEST_LIMIT */ .M).catch((cause) => Promise.reject(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs ? cause : new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${folder} has no index.json.`, { cause })));
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .parseManifest */ .N)({ digest: (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes), mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .IMAGE_INDEX */ .L$, bytes }, path);
    if (parsed.kind !== 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} is not an image index.`);
    return parsed.index.manifests;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // the caller says what it wanted to find
    }
}
function nameOf({ annotations, digest }) {
    return annotations?.[REF_NAME] ?? digest;
}
/** Names, and digests of what has none; a name that appears twice needs its digests. */
function listOf(manifests) {
    const names = manifests.map(nameOf);
    const texts = manifests.map((manifest, i) => {
        const name = names[i] ?? '';
        if ((0,_format_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .isDigest */ .Bc)(name))
            return name;
        return names.indexOf(name) === names.lastIndexOf(name) ? `"${name}"` : `"${name}" (${manifest.digest})`;
    });
    return texts.length === 0 ? 'none at all' : [...new Set(texts)].join(', ');
}
/** What to write, with a name that leads to one image. */
function hintOf(folder, manifests) {
    const [first] = manifests;
    if (first === undefined)
        return 'Name another layout: this one lists no image.';
    const isAmbiguous = manifests.some((other) => other.digest !== first.digest && nameOf(other) === nameOf(first));
    return `Write oci:${folder}:${isAmbiguous ? first.digest : nameOf(first)}, or name another of them.`;
}
function missing(where, path, cause) {
    const { code } = cause;
    return code === 'ENOENT'
        ? new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`The layout lacks ${where}: there is no file ${path}.`, { cause })
        : new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${path} can't be read: ${code ?? String(cause)}.`, { cause });
}


/***/ }),

/***/ 73582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ blobSize)
/* harmony export */ });
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87149);

/**
 * Returns how many bytes of a blob a repository has; one attempt. Nothing but headers travels.
 * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
 * @returns undefined if it has none; `unknown` if it does not say how many
 * @throws TransportError, CancelledError
 */
async function blobSize(connection, digest, { signal, sure = false } = {}) {
    const request = { url: connection.blobUrl(digest), ...(signal === undefined ? {} : { signal }) };
    const head = await connection.expect({ ...request, method: 'HEAD' }, [200, 404, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_HEAD */ .Bo.statuses]);
    await head.discard();
    if (head.status === 200)
        return size(head.header('content-length'));
    if (head.status === 404 && !sure)
        return undefined;
    const get = await connection.expect({ ...request, method: 'GET', headers: { range: 'bytes=0-0' } }, [200, 206, 404, 416]);
    await get.discard();
    if (get.status === 404)
        return undefined;
    return size(get.status === 200 ? get.header('content-length') : /\/(\d+)$/.exec(get.header('content-range') ?? '')?.[1]);
}
function size(text) {
    return text === undefined ? 'unknown' : Number(text);
}


/***/ }),

/***/ 44590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Connection)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/oci/http/clock.js

const wallClock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
;// CONCATENATED MODULE: ./lib/oci/auth/challenge.js
// A scheme, or name=value with the value quoted or not; what is between them is commas and blanks.
const PART = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g;
/** Parses the strongest challenge that we can answer, out of a WWW-Authenticate header; undefined if there is none. */
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const found = [];
    for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
        const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
        if (value === undefined)
            found.push({ scheme: name.toLowerCase(), parameters: new Map() });
        else
            found.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
    const bearer = found.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
    if (bearer !== undefined) {
        return {
            scheme: 'bearer',
            realm: bearer.parameters.get('realm') ?? '',
            service: bearer.parameters.get('service'),
            scopes: splitScopes(bearer.parameters.get('scope')),
        };
    }
    return found.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : undefined;
}
function splitScopes(text) {
    return (text ?? '').split(' ').filter((scope) => scope !== '');
}
/**
 * Returns the scopes that we want together with those that the registry names, each resource once, its actions joined. A
 * registry names what this one request needs; asking for all that we will do spares a token for each verb.
 */
function joinScopes(wanted, named) {
    const actions = new Map();
    for (const scope of [...wanted, ...named]) {
        const colon = scope.lastIndexOf(':');
        const resource = scope.slice(0, colon);
        const set = actions.get(resource) ?? new Set();
        for (const action of scope.slice(colon + 1).split(','))
            set.add(action);
        actions.set(resource, set);
    }
    return [...actions].map(([resource, set]) => `${resource}:${[...set].sort().join(',')}`);
}

;// CONCATENATED MODULE: ./lib/oci/auth/refusal.js

/** The statuses of a refusal (RFC 9110, 15.5.2 and 15.5.4). */
const REFUSED = new Set([401, 403]);
/**
 * Adds to a refusal what can be done about it: a refused login and a missing one are different mistakes.
 * A reason that the registry gave says more, and stays.
 * @param shown the login that the registry was shown
 */
function explainRefusal(error, registry, shown) {
    if (!REFUSED.has(error.status ?? 0) || error.temporary || error.hint !== undefined)
        return error;
    if (shown !== undefined) {
        return (0,transport_error/* advised */.BZ)(error, { hint: `The login from ${shown.origin} was refused: it is wrong, has expired, or may not do this. Check its user name and password (or token), and what they may do in this repository.` });
    }
    return (0,transport_error/* advised */.BZ)(error, {
        hint: registry === 'ghcr.io'
            ? 'No login was sent, because none was found for ghcr.io. Give the job "permissions: packages: write" (to read private packages: "read") and its token as "password", or run docker/login-action before this step.'
            : `No login was sent, because none was found for ${registry}. Give "username" and "password" (or a token), or run docker/login-action before this step.`,
        inTerminal: `No login was sent, because none was found for ${registry}. Run docker login ${registry}, or give --username and NIX_FEATURE_PASSWORD.`,
    });
}

;// CONCATENATED MODULE: ./lib/oci/auth/auth.js







const TOKEN_BODY_LIMIT = 1024 * 1024;
// Distribution specification, "Token Authentication": "If omitted, this defaults to 60 seconds."
const DEFAULT_LIFETIME = 60_000;
// A token that dies on the way is worth nothing: renewed this much earlier, or after nine tenths of a short life.
const MARGIN = 10_000;
/** Answers a registry's challenges, and remembers what it was given for each scope until shortly before it expires. */
class Authenticator {
    #options;
    #clock;
    #known = new Map();
    #underway = new Map();
    #credential;
    constructor(options) {
        this.#options = options;
        this.#clock = options.clock ?? wallClock;
    }
    /**
     * Sends a request to the registry, authorized for the scopes where it wants that.
     * @param scopes all that the caller will do with what it asks for: `repository:org/bedrock:pull`
     * @returns the answer; a 401 if the credentials don't suffice
     * @throws TransportError, RegistryError if a token can't be had, CancelledError
     */
    async send(request, scopes) {
        if (!(0,registry_host/* isSameServer */.Ij)(request.url, this.#options.origin))
            return this.#options.transport.send(request);
        const key = scopes.join(' ');
        const known = this.#known.get(key);
        const usable = known !== undefined && known.expires > this.#clock.now() ? known : await this.#foreseen(key, known, scopes);
        const response = await this.#options.transport.send(authorized(request, usable?.header));
        // After a redirect to another host it is not the registry that asks, and it gets nothing.
        if (response.status !== 401 || !(0,registry_host/* isSameServer */.Ij)(response.url, request.url))
            return response;
        const challenge = parseChallenge(response.header('www-authenticate'));
        if (challenge !== undefined && this.#options.seen !== undefined)
            this.#options.seen.challenge = challenge;
        const authorization = challenge === undefined ? undefined : await this.#renewed(key, usable, challenge, scopes);
        // The same answer again would be refused again.
        if (authorization === undefined || authorization.header === usable?.header)
            return response;
        await response.discard();
        return this.#options.transport.send(authorized(request, authorization.header));
    }
    /** Answers the challenge that the registry is known to give; the scopes in it are those of somebody else's request. */
    async #foreseen(key, expired, scopes) {
        const challenge = this.#options.seen?.challenge;
        if (challenge === undefined)
            return undefined;
        return this.#renewed(key, expired, challenge.scheme === 'bearer' ? { ...challenge, scopes: [] } : challenge, scopes);
    }
    // Several uploads find out at the same moment that they need a token; one fetches it for all.
    async #renewed(key, refused, challenge, scopes) {
        const known = this.#known.get(key);
        if (known !== undefined && known.header !== refused?.header && known.expires > this.#clock.now())
            return known;
        const underway = this.#underway.get(key);
        if (underway !== undefined)
            return underway;
        const answer = this.#answer(challenge, scopes).finally(() => this.#underway.delete(key));
        this.#underway.set(key, answer);
        const authorization = await answer;
        if (authorization !== undefined)
            this.#known.set(key, authorization);
        return authorization;
    }
    async #answer(challenge, scopes) {
        const credential = await this.#findCredential();
        if (credential?.kind === 'token')
            return { header: `Bearer ${credential.token}`, expires: Infinity };
        if (challenge.scheme === 'bearer')
            return this.#fetchToken(challenge, scopes, credential);
        return credential?.kind === 'password' ? { header: basic(credential), expires: Infinity } : undefined;
    }
    async #fetchToken(challenge, scopes, credential) {
        const realm = checkedRealm(challenge.realm, this.#options.origin);
        const joined = joinScopes(scopes, challenge.scopes);
        const request = credential?.kind === 'identity'
            ? refreshRequest(realm, challenge.service, joined, credential.token)
            : tokenRequest(realm, challenge.service, joined, credential);
        const response = await this.#options.transport.send(request);
        if (response.status !== 200)
            throw await this.#refused(response, credential);
        const body = await response.bytes(TOKEN_BODY_LIMIT);
        const { token, lifetime } = parseToken(body, request.method, realm);
        this.#options.mask?.(token);
        const margin = Math.min(MARGIN, lifetime / 10);
        return { header: `Bearer ${token}`, expires: this.#clock.now() + lifetime - margin };
    }
    async #refused(response, credential) {
        const error = explainRefusal(await response.toError(this.#clock.now()), this.#options.registry, credential);
        if (!REFUSED.has(response.status) || error.temporary)
            return error;
        const whose = credential === undefined ? 'without credentials' : `with the credentials from ${credential.origin}`;
        return new errors/* RegistryError */.gl(`${this.#options.registry} refused a token ${whose}: ${error.message}`, { method: error.method, url: error.url, status: response.status, ...(error.code === undefined ? {} : { code: error.code }) }, { cause: error, ...(0,errors/* adviceOf */.wr)(error) });
    }
    /** What an answer that was not wanted is to a caller; a refusal tells which login was shown. */
    async failure(response) {
        const error = await response.toError(this.#clock.now());
        if (!REFUSED.has(response.status) || !(0,registry_host/* isSameServer */.Ij)(response.url, this.#options.origin))
            return error;
        return explainRefusal(error, this.#options.registry, await this.#findCredential());
    }
    /** Tells whether there is a login to send. */
    async hasLogin() {
        return (await this.#findCredential()) !== undefined;
    }
    async #findCredential() {
        this.#credential ??= this.#options.credentials.find(this.#options.registry, this.#options.repository);
        const credential = await this.#credential;
        if (credential !== undefined)
            this.#options.mask?.(credential.kind === 'password' ? credential.password : credential.token);
        return credential;
    }
}
function authorized(request, authorization) {
    return authorization === undefined ? request : { ...request, authorization };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
// The realm is the registry's word alone, and gets the user's credentials: it must not lead to a plain line or into the
// network that this machine is in.
function checkedRealm(text, origin) {
    const realm = URL.parse(text);
    const why = realm === null
        ? 'is not a URL'
        : (0,registry_host/* isLoopback */.U9)(origin) && (0,registry_host/* isLoopback */.U9)(realm)
            ? undefined
            : realm.protocol !== 'https:'
                ? 'is not https'
                : realm.hostname !== origin.hostname && (0,registry_host/* isPrivateAddress */.C0)(realm)
                    ? 'is an address of a private network'
                    : undefined;
    if (realm !== null && why === undefined)
        return realm;
    const url = (0,registry_host/* printableUrl */.Zq)(origin);
    throw new transport_error/* TransportError */.wX(`The registry ${origin.host} names ${realm === null ? 'a token service' : (0,registry_host/* printableUrl */.Zq)(realm)} for tokens, which ${why}; no credentials are sent there.`, { method: 'GET', url, temporary: false });
}
function tokenRequest(realm, service, scopes, credential) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return credential?.kind === 'password'
        ? { method: 'GET', url, authorization: basic(credential) }
        : { method: 'GET', url };
}
// What `docker login` keeps for some registries is a refresh token (distribution, "OAuth2 Token Authentication").
function refreshRequest(realm, service, scopes, token) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'nix-feature-action',
        refresh_token: token,
        ...(service === undefined ? {} : { service }),
    });
    if (scopes.length > 0)
        form.set('scope', scopes.join(' '));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url: realm, headers, body: secretBody(form.toString()) };
}
function secretBody(text) {
    const bytes = Buffer.from(text, 'utf8');
    return { size: bytes.length, secret: true, open: () => external_node_stream_.Readable.from([bytes]) };
}
function parseToken(body, method, realm) {
    const refuse = (why, cause) => {
        const url = (0,registry_host/* printableUrl */.Zq)(realm);
        throw new transport_error/* TransportError */.wX(`${method} ${url} gave no token: ${why}.`, { method, url, temporary: false }, { cause });
    };
    let answer;
    try {
        answer = JSON.parse(body.toString('utf8'));
    }
    catch {
        // The cause is left out: JSON.parse quotes what it can't read, and that may be a token.
        return refuse('its answer is not JSON');
    }
    if (typeof answer !== 'object' || answer === null)
        return refuse('its answer is not a JSON object');
    const { token, access_token: accessToken, expires_in: seconds } = answer;
    const found = typeof token === 'string' && token !== '' ? token : accessToken;
    // A line break would end the header that it goes into.
    if (typeof found !== 'string' || !/^[\x21-\x7e]+$/.test(found))
        return refuse('its answer has no token');
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : DEFAULT_LIFETIME;
    return { token: found, lifetime };
}

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var credentials = __webpack_require__(52154);
;// CONCATENATED MODULE: ./lib/oci/auth/login.js



/**
 * Reads with a login, and where that is refused tries it once without: what is public can be read by whom a stale login,
 * or one of another server, would keep from it. What a registry says without is not of interest if it is a refusal too.
 */
class ReadingLogin {
    #own;
    #nobody;
    #debug;
    #useless = false;
    /** @param nobody the same registry, asked without a login */
    constructor(own, nobody, debug) {
        this.#own = own;
        this.#nobody = nobody;
        this.#debug = debug;
    }
    /** As `Authenticator.send`. */
    async send(request, scopes) {
        if (this.#useless)
            return this.#nobody.send(request, scopes);
        const answer = await this.#own.send(request, scopes).catch(refusal);
        const refused = answer instanceof errors/* RegistryError */.gl || REFUSED.has(answer.status);
        const open = refused && (await this.#own.hasLogin()) ? await this.#openly(request, scopes) : undefined;
        if (open === undefined) {
            if (answer instanceof errors/* RegistryError */.gl)
                throw answer;
            return answer;
        }
        if (!(answer instanceof errors/* RegistryError */.gl))
            await answer.discard();
        this.#useless = true;
        this.#debug(`${request.method} ${request.url.origin}${request.url.pathname} was refused with the login but answered without it. The login is no longer used.`);
        return open;
    }
    /** As `Authenticator.failure`. */
    failure(response) {
        return (this.#useless ? this.#nobody : this.#own).failure(response);
    }
    async #openly(request, scopes) {
        const answer = await this.#nobody.send(request, scopes).catch(refusal);
        if (answer instanceof errors/* RegistryError */.gl)
            return undefined;
        // Without a login many registries say 404 of what may not be seen.
        if (!REFUSED.has(answer.status) && answer.status !== 404)
            return answer;
        await answer.discard();
        return undefined;
    }
}
function refusal(error) {
    const passes = error instanceof transport_error/* TransportError */.wX && error.temporary;
    if (error instanceof errors/* RegistryError */.gl && REFUSED.has(error.status ?? 0) && !passes)
        return error;
    throw error;
}

// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
;// CONCATENATED MODULE: ./lib/oci/http/retry.js


const DEFAULT_RETRY_POLICY = {
    attempts: 6,
    firstDelay: 500,
    maxDelay: 20_000,
    deadline: 5 * 60_000,
};
/** The one place where something is tried again. Everything below fails at the first fault. */
class Retry {
    clock;
    #policy;
    #random;
    #signal;
    #debug;
    constructor(options = {}) {
        this.#policy = { ...DEFAULT_RETRY_POLICY, ...options.policy };
        this.clock = options.clock ?? wallClock;
        this.#random = options.random ?? Math.random;
        this.#signal = options.signal;
        this.#debug = options.debug ?? (() => { });
    }
    /**
     * Does `attempt`, again and again while it fails with a temporary TransportError.
     * @throws its last error, or CancelledError
     */
    async run(attempt) {
        const attempts = this.begin();
        for (;;) {
            try {
                return await attempt();
            }
            catch (error) {
                await attempts.failed(error);
            }
        }
    }
    /** @throws CancelledError */
    async sleep(milliseconds, signal = this.#signal) {
        try {
            await this.clock.sleep(milliseconds, signal);
        }
        catch (cause) {
            throw signal?.aborted === true ? (0,transport_error/* cancelled */.KW)(signal) : cause;
        }
    }
    /**
     * For a transfer that continues where it broke: the caller loops, and reports failures and progress.
     * @param signal ends the waiting, in place of that of the options
     */
    begin(signal = this.#signal) {
        return new Attempts({ policy: this.#policy, clock: this.clock, random: this.#random, debug: this.#debug, sleep: (delay) => this.sleep(delay, signal) });
    }
}
/** The state of one thing that is tried again. */
class Attempts {
    #policy;
    #clock;
    #random;
    #debug;
    #sleep;
    #begun;
    #failures = 0;
    constructor({ policy, clock, random, debug, sleep }) {
        this.#policy = policy;
        this.#clock = clock;
        this.#random = random;
        this.#debug = debug;
        this.#sleep = sleep;
        this.#begun = clock.now();
    }
    /** The transfer got on well since the last failure: count and deadline begin again. */
    progressed() {
        this.#failures = 0;
        this.#begun = this.#clock.now();
    }
    /** Milliseconds in which an attempt got on with its work: a large upload that fails at its end may be tried again. */
    worked(milliseconds) {
        this.#begun += milliseconds;
    }
    /**
     * Waits until the next attempt is due.
     * @throws `error` if no further attempt makes sense; CancelledError
     */
    async failed(error) {
        this.#failures += 1;
        if (!(error instanceof transport_error/* TransportError */.wX) || !error.temporary)
            throw error;
        const delay = error.retryAfter ?? this.#backoff();
        const attempts = Math.min(this.#policy.attempts, (error.retries ?? Infinity) + 1);
        if (this.#failures >= attempts) {
            throw exhausted(error, `this was the last of ${this.#failures} attempts`);
        }
        if (this.#clock.now() + delay - this.#begun > this.#policy.deadline) {
            throw exhausted(error, `the next attempt would be in ${seconds(delay)}, which is after the deadline of ${seconds(this.#policy.deadline)}`);
        }
        this.#debug(`${error.message} Attempt ${this.#failures + 1} of ${attempts} in ${seconds(delay)}.`);
        await this.#sleep(delay);
    }
    // Between half of the step and the whole of it: jobs of a matrix that failed together don't come back together.
    #backoff() {
        const step = Math.min(this.#policy.maxDelay, this.#policy.firstDelay * 2 ** (this.#failures - 1));
        return step * (0.5 + this.#random() / 2);
    }
}
function exhausted(error, why) {
    return (0,transport_error/* restated */.lL)(error, `${error.message} Given up: ${why}.`, false);
}
function seconds(milliseconds) {
    return `${Math.round(milliseconds / 100) / 10} s`;
}

// EXTERNAL MODULE: ./lib/oci/http/transport.js + 5 modules
var http_transport = __webpack_require__(8834);
;// CONCATENATED MODULE: ./lib/oci/pull/connection.js








/** What reading and writing one repository have in common: one transport, one set of tokens, one place for retries. */
class Connection {
    /** `ghcr.io/org/bedrock` */
    repository;
    /** The registry's API. */
    origin;
    retry;
    signal;
    #path;
    #scopes;
    /** Undefined if it is somebody else's. */
    #own;
    #auth;
    #found;
    /**
     * @param actions all actions that will follow: one token for all of them is requested
     * @throws Failure if the reference's names are none
     */
    constructor(reference, actions, options = {}) {
        (0,format_reference/* checkName */.I3)(reference);
        this.repository = `${reference.registry}/${reference.repository}`;
        this.origin = (0,registry_host/* apiOrigin */.lG)(reference.registry);
        this.retry = new Retry(options);
        this.signal = options.signal;
        this.#path = reference.repository;
        this.#scopes = [`repository:${reference.repository}:${actions.join(',')}`];
        const transport = options.transport ?? new http_transport/* Transport */.o(options);
        this.#own = options.transport === undefined ? transport : undefined;
        const authenticate = (credentials) => new Authenticator({
            transport,
            credentials,
            registry: reference.registry,
            repository: reference.repository,
            origin: this.origin,
            clock: this.retry.clock,
            ...(options.seen === undefined ? {} : { seen: options.seen }),
            ...(options.mask === undefined ? {} : { mask: options.mask }),
        });
        const own = authenticate(options.credentials ?? credentials/* anonymous */._5);
        this.#auth = actions.includes('push') ? own : new ReadingLogin(own, authenticate(credentials/* anonymous */._5), options.debug ?? (() => { }));
    }
    /** Closes idle connections, but those that are shared. */
    close() {
        this.#own?.close();
    }
    /** @throws Failure if the text is neither a tag nor a digest */
    manifestUrl(tagOrDigest) {
        return this.#url(`manifests/${(0,format_reference/* checkTagOrDigest */.uC)(tagOrDigest)}`);
    }
    /** @throws Failure if the text is no digest */
    blobUrl(digest) {
        return this.#url(`blobs/${(0,format_digest/* parseDigest */.m)(digest)}`);
    }
    uploadsUrl() {
        return this.#url('blobs/uploads/');
    }
    tagsUrl() {
        return this.#url('tags/list');
    }
    /** @throws Failure if the text is no digest */
    referrersUrl(digest) {
        return this.#url(`referrers/${(0,format_digest/* parseDigest */.m)(digest)}`);
    }
    #url(path) {
        return new URL(`v2/${this.#path}/${path}`, this.origin);
    }
    /**
     * Sends one request, authorized if it goes to the registry itself.
     * @param further scopes that this request needs beyond those of the repository
     * @throws TransportError, RegistryError if no token can be had, CancelledError
     */
    async send(request, further = []) {
        const response = await this.#auth.send(request, [...this.#scopes, ...further]);
        if (/\/(?:manifests\/[^/]*|tags\/list)$/.test(request.url.pathname)) {
            if (response.status === 200)
                this.#found = 'something';
            else if (response.status === 404)
                this.#found ??= 'nothing';
        }
        return response;
    }
    /** No requested manifest or tag existed so far, so the repository is probably new. */
    get isEmpty() {
        return this.#found === 'nothing';
    }
    /** As `send`. @throws TransportError also if the status is none of `statuses` */
    async expect(request, statuses) {
        const response = await this.send(request);
        if (statuses.includes(response.status))
            return response;
        throw await this.failure(response);
    }
    /** What an answer that was not wanted is to a caller. */
    failure(response) {
        return this.#auth.failure(response);
    }
}


/***/ }),

/***/ 24315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nextQuery),
/* harmony export */   c: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22992);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87149);





const PAGE = _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG_PAGES */ .sV.size;
const MOST_PAGES = 1000;
/**
 * Lists all tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags"). It may be older than
 * what the tags name, or shorter.
 * @returns empty if there is no such repository
 * @throws RegistryError, IntegrityError if the answer is no list, CancelledError
 */
async function listTags(connection) {
    const tags = new Set();
    const read = new Set();
    for (let query = `?n=${PAGE}`; query !== undefined;) {
        if (read.has(query))
            throw refused(connection, 'its list of tags has a loop');
        if (read.size === MOST_PAGES)
            throw refused(connection, `its list of tags has more than ${MOST_PAGES} pages`);
        read.add(query);
        const before = tags.size;
        const page = await readPage(connection, query);
        for (const tag of page.tags)
            tags.add(tag);
        // A page that is full may not be the last one, whatever it says; one that repeats the last one is.
        const last = page.tags.at(-1);
        const more = page.tags.length >= PAGE && tags.size > before && last !== undefined ? `?n=${PAGE}&last=${encodeURIComponent(last)}` : undefined;
        query = page.next ?? more;
    }
    return [...tags];
}
function readPage(connection, query) {
    const url = connection.tagsUrl();
    url.search = query;
    return connection.retry.run(async () => {
        const response = await connection.expect({ method: 'GET', url }, [200, 404]).catch(async (error) => {
            // Of a size that they don't like, or at all, some make an error.
            if (!(error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TransportError */ .wX) || error.status !== _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG_PAGES */ .sV.refused || query !== `?n=${PAGE}`)
                throw error;
            return connection.expect({ method: 'GET', url: connection.tagsUrl() }, [200, 404]);
        });
        const body = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_LIMIT */ .M);
        if (response.status === 404)
            return { tags: [], next: undefined };
        return { tags: parseTags(body, url), next: nextQuery(response.header('link')) };
    });
}
function parseTags(body, url) {
    let answer;
    try {
        answer = JSON.parse(body.toString('utf8'));
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(url)} should be a list of tags, but is not JSON.`, { cause });
    }
    // If all tags were deleted some registries say null.
    const tags = answer?.tags ?? [];
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(url)} should be a list of tags, but its list has other things.`);
    }
    return tags;
}
/**
 * Reads the query of the next page (RFC 8288: <address>; rel="next"). Only the query is used, with our own address: registries
 * behind proxies name internal hosts, other schemes and paths.
 */
function nextQuery(link) {
    const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    return URL.parse(target, 'https://registry.invalid/')?.search ?? '';
}
function refused(connection, why) {
    const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(connection.tagsUrl());
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`GET ${url} was given up: ${why}.`, { method: 'GET', url });
}


/***/ }),

/***/ 26723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   hq: () => (/* binding */ readTagged),
/* harmony export */   sy: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22992);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(749);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87149);






// One attempt each: whoever calls retries.
/** @throws TransportError (404: there is none), IntegrityError if the bytes are not those of the digest */
async function readManifest(connection, tagOrDigest, signal) {
    return (await readTagged(connection, tagOrDigest, signal)).raw;
}
/** Reads a manifest as `readManifest` does, with the entity tag of the answer (RFC 9110, 8.8.3) for a conditional write. */
async function readTagged(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'GET', tagOrDigest, signal), [200]);
    const bytes = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_LIMIT */ .M);
    const digest = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    const announced = response.header('docker-content-digest') ?? '';
    const expected = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) ? tagOrDigest : (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(announced) ? announced : digest;
    if (digest !== expected)
        throw otherManifest(connection, tagOrDigest, expected, digest);
    return { raw: { digest, mediaType: mediaTypeOf(response), bytes }, etag: response.header('etag') };
}
/**
 * Returns what the headers say of a manifest; the bytes are read where headers are missing, or HEAD is not known.
 * @returns undefined if there is none, or HEAD says so: if that leads to a write, read it
 */
async function headManifest(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'HEAD', tagOrDigest, signal), [200, 404, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_HEAD */ .Bo.statuses]);
    await response.discard();
    if (response.status === 404)
        return undefined;
    const digest = response.header('docker-content-digest') ?? '';
    const size = Number(response.header('content-length') ?? Number.NaN);
    if (response.status !== 200 || !(0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || !Number.isSafeInteger(size)) {
        const read = await readManifest(connection, tagOrDigest, signal).catch((error) => {
            if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX && error.status === 404)
                return undefined;
            throw error;
        });
        return read === undefined ? undefined : { mediaType: read.mediaType, digest: read.digest, size: read.bytes.length };
    }
    if ((0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) && digest !== tagOrDigest)
        throw otherManifest(connection, tagOrDigest, tagOrDigest, digest);
    return { mediaType: mediaTypeOf(response), digest, size };
}
function manifestRequest(connection, method, tagOrDigest, signal) {
    return {
        method,
        url: connection.manifestUrl(tagOrDigest),
        headers: { accept: _format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_TYPES */ ._P.join(', ') },
        ...(signal === undefined ? {} : { signal }),
    };
}
function mediaTypeOf(response) {
    return (response.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
}
function otherManifest({ repository }, name, expected, actual) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${name} of ${repository} should have the digest ${expected}, but has ${actual}.`, {
        hint: 'Something between this machine and the registry alters or mixes up answers.',
    });
}


/***/ }),

/***/ 33182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ readFallback),
/* harmony export */   p8: () => (/* binding */ MOST_REFERRERS),
/* harmony export */   xB: () => (/* binding */ readReferrerLists)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(22992);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);
/* harmony import */ var _format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);
/* harmony import */ var _format_referrer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44130);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87149);
/* harmony import */ var _list_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24315);
/* harmony import */ var _read_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26723);










/** Entries of one list. A subject with more has been filled up by somebody. */
const MOST_REFERRERS = 1000;
const MOST_PAGES = 100;
/**
 * Reads both lists of the referrers of a subject (distribution specification, "Listing Referrers", "Referrers Tag Schema").
 * @param artifactType asks the registry for those alone; it may list others all the same
 * @throws RegistryError, IntegrityError if a list is none, CancelledError
 */
async function readReferrerLists(connection, subject, artifactType) {
    const [api, tag] = await Promise.all([readByApi(connection, subject, artifactType), readFallback(connection, subject)]);
    return { api, tag: tag?.index.manifests ?? [] };
}
/** Registries that take a config's type for the artifact's filter out what they should list: after an empty list, the whole list is requested. */
async function readByApi(connection, subject, artifactType) {
    const filtered = artifactType === undefined ? undefined : await readPages(connection, subject, `?artifactType=${encodeURIComponent(artifactType)}`);
    return filtered !== undefined && filtered.length > 0 ? filtered : readPages(connection, subject, '');
}
async function readPages(connection, subject, first) {
    const found = new Map();
    const read = new Set();
    for (let query = first; query !== undefined;) {
        if (read.has(query) || read.size === MOST_PAGES)
            throw refused(connection, subject, `has ${read.has(query) ? 'pages that form a loop' : `more than ${MOST_PAGES} pages`}`);
        read.add(query);
        const page = await readPage(connection, subject, query);
        if (page === undefined)
            return undefined;
        for (const entry of page.entries)
            found.set(entry.digest, entry);
        if (found.size > MOST_REFERRERS)
            throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries`);
        query = page.next;
    }
    return [...found.values()];
}
function readPage(connection, subject, query) {
    const url = connection.referrersUrl(subject);
    url.search = query;
    return connection.retry.run(async () => {
        const response = await connection.expect({ method: 'GET', url, headers: { accept: _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$ } }, [200, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_6__/* .NO_REFERRERS */ .rL.statuses]);
        // What is no JSON is a page for people.
        if (response.status !== 200 || !/json/i.test(response.header('content-type') ?? '')) {
            await response.discard();
            return undefined;
        }
        return { entries: await indexOf(response, subject, connection), next: (0,_list_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .nextQuery */ .a)(response.header('link')) };
    });
}
async function indexOf(response, subject, { repository }) {
    const bytes = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_9__/* .MANIFEST_LIMIT */ .M);
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)({ digest: subject, mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$, bytes }, `the referrers of ${repository}`);
    if (parsed.kind === 'index')
        return parsed.index.manifests;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(response.url)} should be a list of referrers, but is an image.`);
}
/**
 * Reads the list of referrers under the fallback tag.
 * @returns undefined if there is no such tag
 * @throws RegistryError, IntegrityError if the tag names no index, or one that is too long
 */
async function readFallback(connection, subject) {
    const tag = (0,_format_referrer_js__WEBPACK_IMPORTED_MODULE_3__/* .fallbackTag */ .fH)(subject);
    const where = `${connection.repository}:${tag}`;
    const raw = await connection.retry.run(() => (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .readManifest */ .WI)(connection, tag)).catch((error) => {
        if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__/* .TransportError */ .wX && error.status === 404)
            return undefined;
        throw error;
    });
    if (raw === undefined)
        return undefined;
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, where);
    if (parsed.kind !== 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${where} should be a list of referrers, but is an image.`, { hint: 'Something other than a list was pushed under this tag. Delete the tag.' });
    if (parsed.index.manifests.length > MOST_REFERRERS)
        throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries under its tag ${tag}`);
    return { digest: raw.digest, index: parsed.index };
}
function refused(connection, subject, why) {
    const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(connection.referrersUrl(subject));
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`The list of referrers of ${connection.repository}@${subject} ${why}.`, { method: 'GET', url });
}


/***/ }),

/***/ 93410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/oci/pull/blob-size.js
var blob_size = __webpack_require__(73582);
// EXTERNAL MODULE: ./lib/oci/pull/connection.js + 6 modules
var pull_connection = __webpack_require__(44590);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/oci/pull/read-manifest.js
var read_manifest = __webpack_require__(26723);
// EXTERNAL MODULE: ./lib/oci/pull/referrer-lists.js
var referrer_lists = __webpack_require__(33182);
;// CONCATENATED MODULE: ./lib/oci/pull/list-referrers.js






/** Manifests that are read at once. */
const TOGETHER = 6;
/** Bytes of all manifests of a subject's referrers. One has a few hundred. */
const MOST_BYTES = 32 * 1024 * 1024;
/**
 * Lists the referrers of a subject, by the registry's API and by the fallback tag, united. Each one's manifest is read: what a list
 * says of it is no proof. An entry whose manifest is gone, is none, has another size, or is about another subject, is told apart as stale.
 * @param artifactType those of this type alone
 * @throws RegistryError, also if all manifests together are too large; IntegrityError if a list can't be parsed; CancelledError
 */
async function listReferrers(connection, subject, artifactType) {
    const { api, tag } = await (0,referrer_lists/* readReferrerLists */.xB)(connection, subject, artifactType);
    const entries = unite(api ?? [], tag).filter(({ entry }) => artifactType === undefined || mayBe(entry, artifactType));
    const limiter = new parallel/* Limiter */.jG(TOGETHER);
    let bytes = 0;
    const take = (raw) => {
        bytes += raw.bytes.length;
        if (bytes > MOST_BYTES)
            throw new errors/* RegistryError */.gl(`What is attached to ${connection.repository}@${subject} has manifests of more than ${MOST_BYTES} bytes.`, { method: 'GET', url: connection.repository });
    };
    const read = await Promise.all(entries.map((each) => limiter.run(() => readEntry(connection, subject, each, take))));
    return {
        list: read.filter((each) => 'artifactType' in each).filter((each) => artifactType === undefined || each.artifactType === artifactType),
        stale: read.filter((each) => 'why' in each),
    };
}
function unite(api, tag) {
    const entries = new Map(api.map((entry) => [entry.digest, { entry, listedBy: 'api' }]));
    for (const entry of tag)
        entries.set(entry.digest, { entry, listedBy: entries.has(entry.digest) && entries.get(entry.digest)?.listedBy !== 'tag' ? 'both' : 'tag' });
    return [...entries.values()];
}
/** Some clients, and some registries, name the type of the config, which is that of nothing: the manifest decides then. */
function mayBe({ artifactType }, wanted) {
    return artifactType === undefined || artifactType === '' || artifactType === referrer/* EMPTY_JSON */.JO || artifactType === wanted;
}
/** @param take is told of each manifest, and may refuse it */
async function readEntry(connection, subject, { entry, listedBy }, take) {
    const stale = (why) => ({ digest: entry.digest, listedBy, why });
    const raw = await connection.retry.run(() => (0,read_manifest/* readManifest */.WI)(connection, entry.digest)).catch((error) => {
        if (error instanceof errors/* IntegrityError */.cs)
            return error;
        if (error instanceof errors/* RegistryError */.gl && error.status === 404)
            return undefined;
        throw error;
    });
    if (raw === undefined)
        return stale('its manifest does not exist');
    if (raw instanceof errors/* IntegrityError */.cs)
        return stale((0,kit_text/* withoutTrailing */.hT)(raw.message, '.'));
    take(raw);
    const referrer = parsedReferrer(raw, connection.repository);
    if (referrer instanceof errors/* IntegrityError */.cs)
        return stale((0,kit_text/* withoutTrailing */.hT)(referrer.message, '.'));
    const { subject: about, ...parsed } = referrer;
    if (about === undefined)
        return stale('its manifest has no subject');
    if (about !== subject)
        return stale(`its subject is ${about}`);
    // Other clients go by the list, and refuse it.
    if (raw.bytes.length !== entry.size)
        return stale(`its manifest has ${raw.bytes.length} bytes, and the list says ${entry.size}`);
    return { digest: raw.digest, size: raw.bytes.length, ...parsed, listedBy };
}
/** Anybody may attach what can't be parsed: all else that is attached counts. */
function parsedReferrer(raw, where) {
    try {
        return (0,referrer/* parseReferrer */.Xc)(raw, where);
    }
    catch (error) {
        if (error instanceof errors/* IntegrityError */.cs)
            return error;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/oci/pull/list-tags.js
var list_tags = __webpack_require__(24315);
;// CONCATENATED MODULE: ./lib/oci/pull/registry.js











// A connection that breaks again and again after this much each time still gets a large layer here in the end.
const PROGRESS = 1024 * 1024;
/** One repository of a registry, read (OCI distribution specification, "Pull"). */
class Registry {
    name;
    repository;
    /** What the reference names; undefined if it names a digest. */
    tag;
    #reference;
    #connection;
    constructor(reference, options = {}, connection = new pull_connection/* Connection */.N(reference, ['pull'], options)) {
        this.name = (0,format_reference/* formatReference */.FH)(reference);
        this.repository = connection.repository;
        this.tag = reference.digest === undefined ? (reference.tag ?? 'latest') : undefined;
        this.#reference = reference;
        this.#connection = connection;
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /** What the reference names: by digest if it has one, else by tag, else `latest`. */
    root() {
        return this.#manifest(this.#reference.digest ?? this.#reference.tag ?? 'latest');
    }
    manifest(digest) {
        return this.#manifest(digest);
    }
    /**
     * What a tag or digest of this repository names right now.
     * @throws RegistryError (404: there is none), IntegrityError, CancelledError
     */
    async resolve(tagOrDigest) {
        const { mediaType, digest, bytes } = await this.#manifest(tagOrDigest);
        return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    }
    /**
     * Finds what a tag or digest names here. Only headers are sent, if the registry gives all of them.
     * @returns undefined if there is none
     * @throws RegistryError, IntegrityError, CancelledError
     */
    head(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* headManifest */.sy)(this.#connection, tagOrDigest));
    }
    /** All tags of the repository. @returns empty if there is no such repository */
    tags() {
        return (0,list_tags/* listTags */.c)(this.#connection);
    }
    /** Lists what is attached to a manifest: see `listReferrers` of referrers/list-referrers.ts. */
    referrers(subject, artifactType) {
        return listReferrers(this.#connection, subject, artifactType);
    }
    /**
     * Tells whether the repository has this blob, whole. Only headers are sent.
     * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
     * @throws RegistryError, CancelledError
     */
    async hasBlob({ digest, size }, sure = false) {
        const actual = await this.#connection.retry.run(() => (0,blob_size/* blobSize */.L)(this.#connection, digest, { sure }));
        return actual === 'unknown' || actual === size;
    }
    blob(descriptor) {
        const where = `the blob ${descriptor.digest} of ${this.repository}`;
        const gone = new AbortController();
        const download = external_node_stream_.Readable.from(this.#download(descriptor, where, gone.signal), { objectMode: false });
        // The callback takes note of the error that the returned stream shows as well.
        const verified = (0,external_node_stream_.pipeline)(download, (0,verify_stream/* verifyStream */.u)(descriptor, where), () => { });
        // Nobody reads any more: then the request ends, and there is no further one.
        return verified.on('close', () => {
            if (!download.readableEnded)
                gone.abort();
        });
    }
    part({ digest, size: whole }, { offset, size }) {
        return external_node_stream_.Readable.from(this.#part(digest, { whole, offset, size }), { objectMode: false });
    }
    async *#part(digest, { whole, offset, size }) {
        const { signal } = this.#connection;
        const headers = { range: `bytes=${offset}-${offset + size - 1}` };
        const request = { method: 'GET', url: this.#connection.blobUrl(digest), headers, ...(signal === undefined ? {} : { signal }) };
        const response = await this.#connection.retry.run(() => this.#connection.expect(request, [200, 206]));
        if (response.header('content-range') !== `bytes ${offset}-${offset + size - 1}/${whole}` || response.status !== 206) {
            await response.discard();
            throw new errors/* RegistryError */.gl(`${(0,registry_host/* printableUrl */.Zq)(response.url)} was asked for a part of it, and was answered with another one.`, { method: 'GET', url: (0,registry_host/* printableUrl */.Zq)(response.url), status: response.status });
        }
        let left = size;
        for await (const chunk of response.chunks()) {
            left -= chunk.length;
            if (left < 0)
                break;
            yield chunk;
        }
        if (left !== 0)
            throw brokenOff(response.url, `a part of the blob ${digest} of ${this.repository}`, size - left, size);
    }
    #manifest(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* readManifest */.WI)(this.#connection, tagOrDigest));
    }
    // Where the connection breaks, the next attempt goes on behind the last byte that came.
    async *#download({ digest, size }, where, gone) {
        const own = this.#connection.signal;
        const signal = own === undefined ? gone : AbortSignal.any([own, gone]);
        const attempts = this.#connection.retry.begin(signal);
        let offset = 0;
        for (let mark = 0;; mark = offset) {
            try {
                for await (const chunk of this.#blobFrom(digest, size, offset, signal)) {
                    offset += chunk.length;
                    yield chunk;
                }
                if (offset >= size)
                    return;
                throw brokenOff(this.#connection.blobUrl(digest), where, offset, size);
            }
            catch (error) {
                if (offset - mark >= PROGRESS)
                    attempts.progressed();
                await attempts.failed(error);
            }
        }
    }
    async *#blobFrom(digest, size, offset, signal) {
        const request = {
            method: 'GET',
            url: this.#connection.blobUrl(digest),
            signal,
            ...(offset === 0 ? {} : { headers: { range: `bytes=${offset}-` } }),
        };
        const response = await this.#connection.expect(request, offset === 0 ? [200] : [200, 206, 416]);
        if (response.status === 416)
            throw await otherSize(response, `no more than ${offset}`, size);
        // A server may ignore the range: the bytes that are here already are passed over.
        let skip = response.status === 206 ? offset - rangeStart(response, offset) : offset;
        const length = totalLength(response);
        if (length !== undefined && length !== size)
            throw await otherSize(response, String(length), size);
        for await (const chunk of response.chunks()) {
            const rest = chunk.subarray(Math.min(skip, chunk.length));
            skip -= chunk.length - rest.length;
            if (rest.length > 0)
                yield rest;
        }
    }
}
// RFC 9110, 14.4: "bytes 1000-1999/2000"
function rangeStart(response, wanted) {
    const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.header('content-range') ?? '')?.[1];
    if (start !== undefined && Number(start) <= wanted)
        return Number(start);
    const facts = { method: response.method, url: (0,registry_host/* printableUrl */.Zq)(response.url), status: response.status };
    throw new errors/* RegistryError */.gl(`${facts.method} ${facts.url} should continue at byte ${wanted}, but was answered with the range "${response.header('content-range') ?? ''}".`, facts);
}
/** The whole blob's bytes, as the answer announces them. */
function totalLength(response) {
    const text = response.status === 206
        ? /\/(\d+)$/.exec(response.header('content-range') ?? '')?.[1]
        : response.header('content-length');
    return text === undefined ? undefined : Number(text);
}
// A blob of another size than the manifest's is found out before its bytes travel; no retry makes it longer.
async function otherSize(response, actual, size) {
    await response.discard();
    return new errors/* IntegrityError */.cs(`${(0,registry_host/* printableUrl */.Zq)(response.url)} has ${actual} bytes, but the manifest says ${size}.`, {
        hint: 'The registry, or a proxy in front of it, serves other content under this name.',
    });
}
function brokenOff(url, where, offset, size) {
    return new transport_error/* TransportError */.wX(`${where.charAt(0).toUpperCase()}${where.slice(1)} broke off after ${offset} of ${size} bytes.`, {
        method: 'GET',
        url: (0,registry_host/* printableUrl */.Zq)(url),
        temporary: true,
    });
}


/***/ })

};
