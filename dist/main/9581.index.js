export const id = 9581;
export const ids = [9581];
export const modules = {

/***/ 84551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ fullFields),
/* harmony export */   mv: () => (/* binding */ TAR_BLOCK),
/* harmony export */   pI: () => (/* binding */ tarHeader),
/* harmony export */   vr: () => (/* binding */ tarPadding),
/* harmony export */   y7: () => (/* binding */ TAR_END)
/* harmony export */ });
/**
 * Deterministic tar headers: POSIX ustar, with a PAX extended header where a name, a link or a size doesn't fit.
 * (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".) Whoever unpacks sees mtime 1, the mode that is
 * given and, unless another one is given, owner 0; nothing else of the packing machine gets in.
 */
const TAR_BLOCK = 512;
/** Sizes of 8 GiB and more don't fit the eleven octal digits of ustar. */
const LARGEST_USTAR_SIZE = 0o77777777777;
/** Numbers of users and groups have seven. */
const LARGEST_USTAR_ID = 0o7777777;
const NAME_LENGTH = 100;
/** Where in a header the target of a link is. */
const TARGET = 157;
const PREFIX_LENGTH = 155;
/** Seconds: what Nix gives every file of a store. */
const MTIME = 1;
const TYPE_FLAGS = { file: '0', 'hard-link': '1', symlink: '2', directory: '5' };
/** Returns the blocks in front of an entry's contents: its header, after an extended header if one is needed. */
function tarHeader(entry) {
    const records = {};
    const place = splitName(entry.name);
    const target = entry.target ?? '';
    if (place === undefined)
        records['path'] = entry.name;
    if (target.length > NAME_LENGTH)
        records['linkpath'] = target;
    if (entry.size > LARGEST_USTAR_SIZE)
        records['size'] = String(entry.size);
    const { uid, gid } = entry.owner ?? ROOT;
    if (uid > LARGEST_USTAR_ID)
        records['uid'] = String(uid);
    if (gid > LARGEST_USTAR_ID)
        records['gid'] = String(gid);
    const header = ustarHeader({
        ...(place ?? { prefix: '', name: entry.name.slice(0, NAME_LENGTH) }),
        mode: entry.mode,
        uid: 'uid' in records ? 0 : uid,
        gid: 'gid' in records ? 0 : gid,
        // A reader that knows PAX takes the record; any other had better see nothing than a wrong size.
        size: 'size' in records ? 0 : entry.size,
        type: TYPE_FLAGS[entry.type],
        target: target.slice(0, NAME_LENGTH),
    });
    return Object.keys(records).length === 0 ? header : Buffer.concat([extendedHeader(records), header]);
}
/** Returns where the name and the target of a link end in the header of an entry, if the next field follows at once: no zero stands between them. */
function fullFields(header) {
    const ustar = header.length - TAR_BLOCK;
    return [NAME_LENGTH, TARGET + NAME_LENGTH].map((end) => ustar + end).filter((end) => header[end - 1] !== 0);
}
/** Zeros that fill an entry's last block. */
function tarPadding(size) {
    return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}
/** What ends an archive. */
const TAR_END = Buffer.alloc(2 * TAR_BLOCK);
/** A name over 100 bytes is cut at a slash, if that makes it fit. @returns undefined if it doesn't */
function splitName(name) {
    if (name.length <= NAME_LENGTH)
        return { prefix: '', name };
    // The last slash that leaves a prefix of at most 155 bytes; a directory's own slash at the end is no place to cut.
    const slash = name.lastIndexOf('/', Math.min(PREFIX_LENGTH, name.length - 2));
    if (slash <= 0 || name.length - slash - 1 > NAME_LENGTH)
        return undefined;
    return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}
const ROOT = { uid: 0, gid: 0 };
function ustarHeader(fields) {
    const header = Buffer.alloc(TAR_BLOCK);
    header.write(fields.name, 0, NAME_LENGTH, 'latin1');
    header.write(octal(fields.mode, 8), 100, 'latin1');
    header.write(octal(fields.uid, 8), 108, 'latin1');
    header.write(octal(fields.gid, 8), 116, 'latin1');
    header.write(octal(fields.size, 12), 124, 'latin1');
    header.write(octal(MTIME, 12), 136, 'latin1');
    header.write('        ', 148, 'latin1'); // the checksum counts as blanks
    header.write(fields.type, 156, 'latin1');
    header.write(fields.target, TARGET, NAME_LENGTH, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    header.write(octal(0, 8), 329, 'latin1'); // devmajor
    header.write(octal(0, 8), 337, 'latin1'); // devminor
    header.write(fields.prefix, 345, PREFIX_LENGTH, 'latin1');
    let sum = 0;
    for (const byte of header)
        sum += byte;
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
/** A zero-terminated octal number that fills `width` bytes. */
function octal(value, width) {
    return `${value.toString(8).padStart(width - 1, '0')}\0`;
}
function extendedHeader(records) {
    const text = Object.entries(records)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => paxRecord(key, value))
        .join('');
    const header = ustarHeader({ prefix: '', name: 'PaxHeader', mode: 0o644, ...ROOT, size: text.length, type: 'x', target: '' });
    return Buffer.concat([header, Buffer.from(text, 'latin1'), Buffer.alloc(tarPadding(text.length))]);
}
/** `<length> <key>=<value>\n`, where the length counts its own digits. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    let length = rest.length;
    while (length !== rest.length + String(length).length)
        length = rest.length + String(length).length;
    return `${length}${rest}`;
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
 * Checks what the parts of a delta document say of each other: the closure is sorted and whole, each path that is shipped is in
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
 * Reads a delta document and checks all of it, so that its users can rely on it: each hash is valid, and each path is in a layer. Unknown
 * members are ignored.
 * @param where for messages
 * @throws IntegrityError if it is none, or of another version
 */
function parseDeltaDocument(source, where) {
    const refuse = (why, cause) => {
        throw new errors/* IntegrityError */.cs(`${where} is not a valid delta document: ${why}.`, { cause });
    };
    const json = (0,parse_json/* parsedJson */.U4)(source, refuse, { bytes: DOCUMENT_LIMIT });
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

/***/ 85972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   EX: () => (/* binding */ featureManifest),
/* harmony export */   F8: () => (/* binding */ VERSION_ANNOTATION),
/* harmony export */   NT: () => (/* binding */ publishedPlatforms),
/* harmony export */   kH: () => (/* binding */ METADATA_ANNOTATION),
/* harmony export */   qc: () => (/* binding */ KEY_ANNOTATION)
/* harmony export */ });
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);



const METADATA_ANNOTATION = 'dev.containers.metadata';
const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
const VERSION_ANNOTATION = 'org.opencontainers.image.version';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const DOCUMENT_ANNOTATION = 'dev.nix-feature.document.';
const GITHUB_PACKAGE = 'com.github.package.type';
/** The whole config of a Feature's manifest (dev container distribution specification). */
const EMPTY_CONFIG = '{}';
/** Returns the manifest of a Feature (docs/reference/formats.md): its tar, the delta layers of each platform, then those of each complement. */
function featureManifest(facts) {
    const { feature, tar, platforms, onGithub } = facts;
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_MANIFEST */ .MS,
        config: { ...facts.config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [
            { ...tar, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_LAYER */ .nz, annotations: { [TITLE]: `devcontainer-feature-${feature.id}.tgz` } },
            ...distinct([...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement }) => complement)]),
        ],
        annotations: {
            [METADATA_ANNOTATION]: facts.metadata,
            [KEY_ANNOTATION]: facts.key,
            ...Object.fromEntries(platforms.map(({ arch, digest }) => [`${PLATFORM_ANNOTATION}${arch}`, digest])),
            ...Object.fromEntries(platforms.map(({ arch, manifest: { config } }) => [`${DOCUMENT_ANNOTATION}${arch}`, `${config.digest} ${config.size}`])),
            ...imageAnnotations(facts),
            ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
        },
    };
}
/** Returns the platforms that a published Feature was made of; none if something other than this program made it. */
function publishedPlatforms(annotations) {
    const platforms = new Map();
    for (const [name, digest] of Object.entries(annotations)) {
        const arch = name.slice(PLATFORM_ANNOTATION.length);
        if (!name.startsWith(PLATFORM_ANNOTATION) || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .isArch */ .nn)(arch) || !(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            continue;
        platforms.set(arch, { digest, document: blobOf(annotations[`${DOCUMENT_ANNOTATION}${arch}`]) });
    }
    return platforms;
}
function blobOf(text = '') {
    const [digest = '', size = ''] = text.split(' ');
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && /^[1-9][0-9]{0,9}$/.test(size) ? { digest, size: Number(size) } : undefined;
}
/** OCI image specification, annotations.md. */
function imageAnnotations({ feature, metadata, platforms, origin, created }) {
    const { name, description, documentationURL } = JSON.parse(metadata);
    const base = platforms[0]?.document.bases[0];
    const annotations = {
        [TITLE]: typeof name === 'string' ? name : feature.id,
        description,
        documentation: documentationURL,
        version: feature.version,
        source: origin.source,
        revision: origin.revision,
        'base.name': base?.name,
        // One of an image for several platforms differs between them.
        'base.digest': platforms.every(({ document }) => document.bases[0]?.digest === base?.digest) ? base?.digest : undefined,
        created: created === undefined ? undefined : new Date(created * 1000).toISOString().replace('.000Z', 'Z'),
    };
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => typeof value === 'string' && value !== '' ? [[key === TITLE ? key : `org.opencontainers.image.${key}`, value]] : []));
}
/** A layer that two platforms share is listed once. */
function distinct(layers) {
    return layers.filter(({ digest }, index) => layers.findIndex((layer) => layer.digest === digest) === index);
}


/***/ }),

/***/ 30437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ Registries)
});

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var auth_credentials = __webpack_require__(52154);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
;// CONCATENATED MODULE: ./lib/oci/auth/credential-helper.js


const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;
/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined if the helper knows none
 * @throws SetupError if the helper is missing or fails
 */
async function askHelper(name, server, env) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name)) {
        throw new errors/* SetupError */.w3(`"${name}" in docker's config.json is not the name of a credential helper.`);
    }
    const { code, output } = await run(program, server, env);
    if (code !== 0) {
        // The protocol's one way to say "none": these words on standard output, and an exit code.
        if (/credentials not found|no credentials (?:server URL|username)/i.test(output))
            return undefined;
        throw new errors/* SetupError */.w3(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
            hint: `Log in again, or remove the helper for ${server} from docker's config.json.`,
        });
    }
    try {
        const { Username: username, Secret: secret } = JSON.parse(output);
        if (typeof username !== 'string' || typeof secret !== 'string')
            throw new TypeError('no Username and Secret');
        if (secret === '')
            return undefined;
        // This name says that the secret is a refresh token.
        return username === '<token>'
            ? { kind: 'identity', token: secret, origin: program }
            : { kind: 'password', username, password: secret, origin: program };
    }
    catch {
        // Neither the output nor JSON.parse's message about it: they hold the secret.
        throw new errors/* SetupError */.w3(`${program} get gave an answer for ${server} that is not {"Username", "Secret"} in JSON.`);
    }
}
/** What it says on standard error may hold the secret too: nobody gets to see it. */
async function run(program, input, env) {
    const chunks = [];
    let size = 0;
    const output = () => Buffer.concat(chunks).toString('utf8');
    const { stdout, done } = (0,programs_process/* stream */.Td)([program, 'get'], { purpose: 'login', baseEnv: env, input, signal: AbortSignal.timeout(TIME_LIMIT) });
    try {
        for await (const chunk of stdout) {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                break;
            chunks.push(chunk);
        }
        await done;
        return { code: 0, output: output() };
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return { code: error.exitCode, output: output() };
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        const why = error instanceof errors/* CancelledError */.cc ? 'did not answer in time' : `can't be run: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw new errors/* SetupError */.w3(`The credential helper ${program} ${why}.`, { cause, hint: `Install it, or remove it from docker's config.json.` });
    }
}
function oneLine(text) {
    return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}

;// CONCATENATED MODULE: ./lib/oci/auth/docker-config.js







/**
 * Returns what `docker login` and `podman login` left behind: DEVCONTAINERS_OCI_AUTH, as the dev container tools have it;
 * REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then the auth.json of podman, skopeo and buildah. The first
 * that knows the registry wins.
 */
function dockerCredentials(options = {}) {
    const env = options.env ?? process.env;
    const debug = options.debug ?? (() => { });
    return {
        async find(registry, repository) {
            const given = fromVariable(env['DEVCONTAINERS_OCI_AUTH'] ?? '', registry);
            if (given !== undefined) {
                debug(`Credentials for ${registry}: from ${given.origin}.`);
                return given;
            }
            for (const file of filesOf(env, options.home ?? (0,external_node_os_.homedir)())) {
                const config = await readConfig(file);
                if (config === undefined)
                    continue;
                const credential = await lookUp(config, { registry, repository }, file, { env, debug });
                if (credential !== undefined) {
                    debug(`Credentials for ${registry}: from ${credential.origin}.`);
                    return credential;
                }
            }
            debug(`No credentials for ${registry}: reading anonymously.`);
            return undefined;
        },
    };
}
/** `registry|user|token`, several with commas between them. */
function fromVariable(text, registry) {
    for (const entry of text.split(',')) {
        const [host = '', username = '', ...rest] = entry.trim().split('|');
        const password = rest.join('|');
        if (host === registry && username !== '' && password !== '')
            return { kind: 'password', username, password, origin: 'DEVCONTAINERS_OCI_AUTH' };
    }
    return undefined;
}
// docker: cli/config; the others: containers-auth.json(5)
function filesOf(env, home) {
    const given = (name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
    return [
        ...given('REGISTRY_AUTH_FILE'),
        (0,external_node_path_.join)(given('DOCKER_CONFIG')[0] ?? (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...given('XDG_RUNTIME_DIR').map((folder) => (0,external_node_path_.join)(folder, 'containers', 'auth.json')),
        (0,external_node_path_.join)(given('XDG_CONFIG_HOME')[0] ?? (0,external_node_path_.join)(home, '.config'), 'containers', 'auth.json'),
    ];
}
async function readConfig(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: ${code ?? 'unknown error'}.`, { cause });
    }
    // Other programs leave an empty file, or begin it with a byte order mark.
    text = text.replace(/^\uFEFF/, '').trim();
    let json;
    try {
        json = JSON.parse(text === '' ? '{}' : text);
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: it is not JSON.`, {
            hint: 'Log in again with `docker login` (or `podman login`), or fix the file.',
        });
    }
    const { auths, credHelpers, credsStore } = objectOr(json);
    return {
        auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
        credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry) => typeof entry[1] === 'string')),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function lookUp(config, wanted, file, { env, debug }) {
    const { registry } = wanted;
    const names = (0,hosts/* quirksOf */.T)(registry).logins ?? [registry];
    const written = () => credentialOf(entryOf(config, names, wanted) ?? {}, file);
    const unhelpful = (what, error) => debug(`${what} in ${file} could not be used: ${(0,errors/* messageOf */.bD)(error)}`);
    const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
    if (helper !== undefined && helper !== '') {
        try {
            return (await askHelper(helper, names[0] ?? registry, env)) ?? written();
        }
        catch (error) {
            const instead = written();
            if (instead === undefined)
                throw error;
            unhelpful('The credential helper', error);
            return instead;
        }
    }
    if (config.credsStore !== undefined) {
        // One store for all registries, often a desktop's: if it does not work, a public image must still be readable.
        try {
            const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
            if (stored !== undefined)
                return stored;
        }
        catch (error) {
            unhelpful('The credential store', error);
        }
    }
    return written();
}
/** The nearest entry: of the repository, of a folder above it, of the registry; by its very name before another spelling. */
function entryOf({ auths }, names, { registry, repository }) {
    const parts = repository?.split('/') ?? [];
    const nested = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
    for (const name of [...nested, ...names]) {
        const exact = auths.get(name) ?? [...auths].find(([key]) => hostOf(key) === name)?.[1];
        // An entry without a login says that a helper has it.
        if (exact !== undefined && Object.keys(exact).length > 0)
            return exact;
    }
    return undefined;
}
// Old logins are kept under an address: https://ghcr.io/v1/
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
}
function credentialOf(entry, origin) {
    const { auth, username, password, identitytoken, registrytoken } = entry;
    if (typeof registrytoken === 'string' && registrytoken !== '')
        return { kind: 'token', token: registrytoken, origin };
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { kind: 'identity', token: identitytoken, origin };
    if (typeof username === 'string' && username !== '' && typeof password === 'string') {
        return { kind: 'password', username, password, origin };
    }
    if (typeof auth !== 'string' || auth === '')
        return undefined;
    const decoded = Buffer.from(auth, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon <= 0) {
        throw new errors/* SetupError */.w3(`An entry of ${origin} has an "auth" that is not <username>:<password> in base 64.`, {
            hint: 'Log in again with `docker login` (or `podman login`).',
        });
    }
    // docker pads with NUL what it once wrote
    const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}
function objectOr(value) {
    return (0,field/* isObject */.Gv)(value) ? value : {};
}

// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
;// CONCATENATED MODULE: ./lib/oci/pull/registries.js



/** Registries, as one job speaks with them: its login goes to the registry that it is for, and to no other; elsewhere Docker's configuration counts. */
class Registries {
    job;
    #login;
    constructor({ registry, credentials }, job) {
        this.#login = { registry, credentials };
        this.job = job;
    }
    /** A repository, to be read. Close it. */
    open(reference, options = {}) {
        return new registry/* Registry */.O(reference, { ...this.options(), ...options });
    }
    /** The job's own login for a registry; undefined: it has none. */
    credentialsOf(registry) {
        return registry === this.#login.registry ? this.#login.credentials : undefined;
    }
    /** How each of them is spoken with. */
    options() {
        const { job } = this;
        const { registry, credentials } = this.#login;
        const docker = dockerCredentials({ debug: (line) => job.debug(line) });
        return {
            credentials: credentials === undefined ? docker : (0,auth_credentials/* credentialsFor */.Og)(registry, credentials, docker),
            signal: job.signal,
            debug: (line) => job.debug(line),
            mask: (secret) => job.mask(secret),
        };
    }
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
 * Finds what a tag of a Feature's repository names right now; one request.
 * @returns undefined if there is none
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function findPublished(reader, tag) {
    const resolved = await (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    const { digest, mediaType } = descriptor;
    return publishedAs(`${reader.repository}:${tag}`, { digest, mediaType, bytes });
}
/**
 * Returns the Feature of a manifest, whichever tool made it.
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
 * Reads the delta documents of a published Feature, all at once; one request for each, two where the manifest does not name its blob.
 * @param arches those wanted; what the Feature has no platform for is left out, and so is a document that is not in the
 *   repository: a Feature that was copied from another registry may have come without
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readDocuments(reader, published, arches) {
    const read = [...arches].map(async (arch) => (await (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(readPlatform(reader, published, arch))) ?? []);
    return new Map((await Promise.all(read)).flat());
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
