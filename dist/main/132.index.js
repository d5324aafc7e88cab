export const id = 132;
export const ids = [132];
export const modules = {

/***/ 84551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mv: () => (/* binding */ TAR_BLOCK),
/* harmony export */   pI: () => (/* binding */ tarHeader),
/* harmony export */   vr: () => (/* binding */ tarPadding),
/* harmony export */   y7: () => (/* binding */ TAR_END)
/* harmony export */ });
/**
 * Deterministic tar headers: POSIX ustar, with a PAX extended header where a name, a link or a size doesn't fit.
 * (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".) Whoever unpacks sees owner 0, mtime 1 and
 * the modes that a Nix store has; nothing else of the packing machine gets in.
 */
const TAR_BLOCK = 512;
/** Sizes of 8 GiB and more don't fit the eleven octal digits of ustar. */
const LARGEST_USTAR_SIZE = 0o77777777777;
const NAME_LENGTH = 100;
const PREFIX_LENGTH = 155;
/** Seconds: what Nix gives every file of a store. */
const MTIME = 1;
const TYPE_FLAGS = { file: '0', 'hard-link': '1', symlink: '2', directory: '5' };
/** The blocks in front of an entry's contents: its header, after an extended header if one is needed. */
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
    const header = ustarHeader({
        ...(place ?? { prefix: '', name: entry.name.slice(0, NAME_LENGTH) }),
        mode: entry.mode,
        // A reader that knows PAX takes the record; any other had better see nothing than a wrong size.
        size: 'size' in records ? 0 : entry.size,
        type: TYPE_FLAGS[entry.type],
        target: target.slice(0, NAME_LENGTH),
    });
    return Object.keys(records).length === 0 ? header : Buffer.concat([extendedHeader(records), header]);
}
/** Zeros that fill an entry's last block. */
function tarPadding(size) {
    return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}
/** What ends an archive. */
const TAR_END = Buffer.alloc(2 * TAR_BLOCK);
/** A name over 100 bytes is cut at a slash, where that makes it fit. @returns undefined if it doesn't */
function splitName(name) {
    if (name.length <= NAME_LENGTH)
        return { prefix: '', name };
    // The last slash that leaves a prefix of at most 155 bytes; a directory's own slash at the end is no place to cut.
    const slash = name.lastIndexOf('/', Math.min(PREFIX_LENGTH, name.length - 2));
    if (slash <= 0 || name.length - slash - 1 > NAME_LENGTH)
        return undefined;
    return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}
function ustarHeader(fields) {
    const header = Buffer.alloc(TAR_BLOCK);
    header.write(fields.name, 0, NAME_LENGTH, 'latin1');
    header.write(octal(fields.mode, 8), 100, 'latin1');
    header.write(octal(0, 8), 108, 'latin1'); // uid
    header.write(octal(0, 8), 116, 'latin1'); // gid
    header.write(octal(fields.size, 12), 124, 'latin1');
    header.write(octal(MTIME, 12), 136, 'latin1');
    header.write('        ', 148, 'latin1'); // the checksum counts as blanks
    header.write(fields.type, 156, 'latin1');
    header.write(fields.target, 157, NAME_LENGTH, 'latin1');
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
    const header = ustarHeader({ prefix: '', name: 'PaxHeader', mode: 0o644, size: text.length, type: 'x', target: '' });
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

/***/ 75675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linkOf),
/* harmony export */   h: () => (/* binding */ completeMetadata)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _runtime_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31479);


/** The folder that stays the same whatever is installed (docs/formats.md, "On the installed system"). */
function linkOf(id) {
    return `/opt/nix-feature/${id}`;
}
/**
 * Adds to the author's metadata what every Feature of ours needs if they have not declared it: PATH in `containerEnv`,
 * the option `mode`, the options of the runtime, and `currentId` if it was renamed. What they wrote stays as it is, in their order: one variable of
 * `containerEnv` may use another that stands before it.
 * @param json the author's metadata, and what is returned: JSON without blanks
 */
function completeMetadata(json, id, env) {
    const metadata = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([
        ...metadata,
        ['options', (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withRuntimeOptions */ .$I)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withMode */ .cq)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata.get('options')))))],
        ['containerEnv', containerEnvOf(metadata.get('containerEnv'), id, env)],
        ...(isRenamed(metadata) ? [['currentId', JSON.stringify(id)]] : []),
    ]));
}
/** Who installs it by an old id is told the new one by the tools. */
function isRenamed(metadata) {
    return ((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(metadata.get('legacyIds')) ?? []).length > 0;
}
function containerEnvOf(json, id, env) {
    const own = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    const built = Object.entries(env.variables).filter(([name]) => !own.has(name));
    const folders = env.PATH.map((folder) => `${linkOf(id)}/${folder}`);
    const path = own.has('PATH') || folders.length === 0 ? [] : [['PATH', JSON.stringify([...folders, '${PATH}'].join(':'))]];
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...built.map(([name, value]) => [name, JSON.stringify(value)]), ...own, ...path]));
}


/***/ }),

/***/ 31479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ withRuntimeOptions),
/* harmony export */   cq: () => (/* binding */ withMode),
/* harmony export */   dH: () => (/* binding */ withoutAddedOptions),
/* harmony export */   gW: () => (/* binding */ runtimeOptionsOf)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _option_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32511);


/** What tells an option of the install runtime from an author's own of the same name, in all versions. */
const MARK = 'For the installer: ';
/**
 * Options that the install runtime reads itself. They are declared in what is published, so that tools offer them; an
 * author's own option of such a name stays the author's, and the runtime does not read it.
 */
const RUNTIME_OPTIONS = new Map(Object.entries({
    mirror: { type: 'string', default: '', description: `${MARK}a registry to get layers from instead of the Feature's own, as [scheme://]host[/prefix].` },
    debug: { type: 'boolean', default: false, description: `${MARK}say more about each step.` },
    verify: {
        type: 'string',
        enum: ['full', 'quick', 'all'],
        default: 'full',
        description: `${MARK}full hashes store paths of the Feature that are there already; quick takes them for whole; all hashes what it relies on too.`,
    },
}).map(([name, option]) => [name, JSON.stringify(option)]));
/** The option that every Feature has; an author may declare it too, with values of their own. */
const MODE = {
    type: 'string',
    enum: ['auto', 'secure', 'dev', 'build'],
    default: 'auto',
    description: 'secure: install the pre-built store paths. dev: install what the Feature has for other systems. build: build the flake here. auto: whichever fits.',
};
/** What it was described by in what is published. */
const MODE_DESCRIPTIONS = new Set([
    MODE.description,
    'secure: install the pre-built store paths. dev: install what the Feature has for other systems. auto: whichever fits.',
]);
/** Adds the option `mode`, if none of the author's has its variable. @param options each as JSON */
function withMode(options) {
    const isDeclared = [...options.keys()].some((name) => (0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name) === 'MODE');
    return isDeclared ? options : new Map([...options, ['mode', JSON.stringify(MODE)]]);
}
/** Adds the runtime's options to the author's, if none of theirs has the variable. @param options each as JSON */
function withRuntimeOptions(options) {
    const taken = new Set([...options.keys()].map(_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO));
    return new Map([...options, ...[...RUNTIME_OPTIONS].filter(([name]) => !taken.has((0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name)))]);
}
/** The names of the runtime's options that are declared. @param metadata completed, as JSON */
function runtimeOptionsOf(metadata) {
    return [...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata).get('options'))].filter(([name, option]) => isRuntimeOption(name, option)).map(([name]) => name);
}
/** Options without those that were added, which are no content of a release. @param options as JSON */
function withoutAddedOptions(options) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(options)].filter(([name, option]) => !isAdded(name, option))));
}
function isAdded(name, option) {
    return isRuntimeOption(name, option) || (name === 'mode' && MODE_DESCRIPTIONS.has(descriptionOf(option)));
}
function isRuntimeOption(name, option) {
    return RUNTIME_OPTIONS.has(name) && descriptionOf(option).startsWith(MARK);
}
function descriptionOf(option) {
    const description = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(option).get('description');
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(description) ?? '';
}


/***/ }),

/***/ 22500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S9: () => (/* binding */ GENERATED_INSTALL),
/* harmony export */   dX: () => (/* binding */ layerFileName),
/* harmony export */   e6: () => (/* binding */ bundleFiles),
/* harmony export */   oA: () => (/* binding */ BUNDLE_FOLDER)
/* harmony export */ });
/* harmony import */ var _nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43643);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The version of everything below; the runtime refuses any other. */
const SCHEMA = 1;
const BUNDLE_FOLDER = 'nix-feature';
/** The install.sh of a Feature whose author has written none. */
const GENERATED_INSTALL = `#!/bin/sh
# Installs this Feature: what nix-feature/install.sh does, and nothing more.
. "$(dirname -- "$0")/nix-feature/install.sh"
nix_feature_install || exit 1
`;
/**
 * The files of `nix-feature/` that the runtime reads (docs/formats.md, "The install bundle"), sorted by name. The same
 * documents give the same bytes.
 * @param platforms one document for each system, all of the same Feature and version
 */
function bundleFiles(facts, platforms) {
    const sorted = platforms.toSorted((a, b) => (a.document.system < b.document.system ? -1 : 1));
    const files = [featureEnv(facts, sorted), ...sorted.flatMap(platformFiles)];
    return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
/** The file that a layer has among the embedded ones, and in a local `dist/`. */
function layerFileName(layer) {
    const end = layer.mediaType.endsWith('zstd') ? '.tar.zst' : layer.mediaType.endsWith('gzip') ? '.tar.gz' : '.tar';
    return `${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(layer.digest).slice(0, 32)}${end}`;
}
function featureEnv(facts, platforms) {
    const [first] = platforms;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    const bases = new Set(platforms.flatMap(({ document }) => document.bases.map(({ name, digest }) => (digest === undefined ? name : `${name} (${digest})`))));
    const lines = [
        `schema=${SCHEMA}`,
        `id=${first.document.feature.id}`,
        `version=${first.document.feature.version}`,
        `registry=${facts.registry}`,
        `repository=${facts.repository}`,
        ...[...bases].map((base) => `base=${base}`),
        `links=${facts.userLinks}`,
        ...facts.options.map((name) => `option=${name}`),
        // Absent for `default`, as in all that was published before.
        ...(first.document.source.attribute === undefined ? [] : [`attribute=${first.document.source.attribute}`]),
    ];
    return { name: `${BUNDLE_FOLDER}/feature.env`, text: linesText(lines.map(oneLine)) };
}
function platformFiles({ document }) {
    const added = document.closure.filter((entry) => entry.in === 'delta');
    const required = document.closure.filter((entry) => entry.in === 'base');
    const file = (name, text) => ({ name: `${BUNDLE_FOLDER}/${document.system}/${name}`, text });
    const files = [
        file('manifest', linesText(document.layers.map((layer) => manifestLine(layer, document.closure)))),
        file('paths', linesText(pathLines(added, document.layers))),
        file('requires', linesText(required.map(hashedPath))),
        file('registration', added.map(registration).join('')),
        file('requires-registration', required.map(registration).join('')),
        file('env-path', `${document.storePath}\n`),
        file('environment', linesText(environmentLines(document))),
    ];
    const { complement } = document;
    if (complement === undefined)
        return files;
    const covered = new Set(complement.flatMap((layer) => layer.paths));
    return [
        ...files,
        file('complement-manifest', linesText(complement.map((layer) => manifestLine(layer, document.closure)))),
        file('complement-paths', linesText(pathLines(required.filter(({ path }) => covered.has(path)), complement))),
    ];
}
/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>` */
function manifestLine(layer, closure) {
    const unpacked = layer.tarSize ?? largestTar(layer, closure);
    return [layer.digest, layer.size, layer.diffId, layer.mediaType, layerFileName(layer), unpacked].join(' ');
}
/**
 * A bound on the bytes of a layer's tar if they were not counted. A node takes 112 bytes of NAR or more; in a tar, a
 * header, an extended header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(layer, closure) {
    const sizes = new Map(closure.map(({ path, narSize }) => [path, narSize]));
    return 10_240 + layer.paths.reduce((sum, path) => sum + 100 * (sizes.get(path) ?? 0), 0);
}
/** `<path> sha256:<hex> <NAR size> <digest of its layer>` */
function pathLines(entries, layers) {
    const homes = new Map(layers.flatMap((layer) => layer.paths.map((path) => [path, layer])));
    return entries.map((entry) => {
        const layer = homes.get(entry.path);
        if (layer === undefined)
            throw new Error(`${entry.path} is in no layer`);
        return `${hashedPath(entry)} ${layer.digest}`;
    });
}
function hashedPath({ path, narHash, narSize }) {
    return `${path} sha256:${narHex(narHash)} ${narSize}`;
}
/** One entry as `nix-store --load-db` reads it: path, hash, size, deriver or an empty line, references. */
function registration({ path, narHash, narSize, deriver, references }) {
    return linesText([path, narHex(narHash), String(narSize), deriver ?? '', String(references.length), ...references]);
}
/** `PATH=<folder of the output>` for each, then `NAME=value`. */
function environmentLines({ env }) {
    const variables = Object.entries(env.variables).filter(([name]) => name !== 'PATH');
    return [
        ...env.PATH.map((folder) => `PATH=${oneLine(folder)}`),
        ...variables.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => oneLine(`${name}=${value}`)),
    ];
}
function narHex(narHash) {
    const { algorithm, bytes } = (0,_nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNixHash */ .BB)(narHash);
    if (algorithm !== 'sha256')
        throw new Error(`${narHash} is not a SHA-256`);
    return Buffer.from(bytes).toString('hex');
}
function oneLine(text) {
    if (/[\r\n\0]/.test(text))
        throw new Error(`"${text}" holds a line break, which the runtime can't read`);
    return text;
}
function linesText(lines) {
    return lines.map((line) => `${line}\n`).join('');
}


/***/ }),

/***/ 13050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   _8: () => (/* binding */ featureTar),
/* harmony export */   bg: () => (/* binding */ byBytes),
/* harmony export */   wi: () => (/* binding */ checkFileName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84551);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_inert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10192);





/**
 * `layers[0]` of a Feature as bytes: an uncompressed tar with `./`-prefixed members, regular files and directories alone
 * (dev container distribution specification; some readers refuse anything else). Sorted by name; the same files give
 * the same bytes.
 * @throws InputError for a name that such a tar can't hold; Failure if a file changes while it is read
 */
async function* featureTar(files) {
    const byName = new Map(files.map((file) => [file.name, file]));
    if (byName.size !== files.length)
        throw new Error('two files of the Feature have the same name');
    yield header({ name: './', type: 'directory', mode: 0o755, size: 0 });
    for (const name of [...foldersOf(byName.keys()), ...byName.keys()].toSorted(byBytes)) {
        const file = byName.get(name);
        if (file === undefined)
            yield header({ name: `./${name}`, type: 'directory', mode: 0o755, size: 0 });
        else
            yield* fileMember(file);
    }
    yield _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_END */ .y7;
}
/** Returns the mode that a file has in the tar. */
function modeOf({ name, executable }) {
    return executable === true || name.endsWith('.sh') ? 0o755 : 0o644;
}
async function* fileMember(file) {
    const mode = modeOf(file);
    const bytes = 'bytes' in file ? Buffer.from(file.bytes) : undefined;
    const size = 'file' in file ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file.file)).size : (bytes?.length ?? 0);
    yield header({ name: `./${file.name}`, type: 'file', mode, size });
    if (bytes !== undefined)
        yield bytes;
    if ('file' in file) {
        let read = 0;
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file.file)) {
            read += chunk.length;
            yield chunk;
        }
        if (read !== size)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${file.file} changed while it was read: ${size} bytes before, ${read} now.`);
    }
    const padding = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarPadding */ .vr)(size);
    if (padding > 0)
        yield Buffer.alloc(padding);
}
/** Each folder above a file, once, with a slash at the end so that it sorts before what it holds. */
function foldersOf(names) {
    const folders = new Set();
    for (const name of names) {
        if ((0,_kit_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .firstUnfit */ .JU)(name) !== undefined || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `"${name}" can't be the name of a file in a Feature.`);
        }
        for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1))
            folders.add(name.slice(0, slash + 1));
    }
    return folders;
}
/**
 * Can this be the name of a file in a Feature?
 * @param file where it is, for the error
 * @throws InputError
 */
function checkFileName(name, file) {
    for (const folder of foldersOf([name]))
        header({ name: `./${folder}`, type: 'directory', mode: 0o755, size: 0 }, file);
    header({ name: `./${name}`, type: 'file', mode: 0o644, size: 0 }, file);
}
/** Headers hold one byte in each char. An extended header would be a member that is no regular file. */
function header(entry, file) {
    const blocks = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarHeader */ .pI)({ ...entry, name: Buffer.from(entry.name).toString('latin1') });
    if (blocks.length > 512) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `"${entry.name}" is too long a name for a file in a Feature.`, {
            hint: 'A tar without extensions holds up to 100 bytes, or 255 with a slash in the right place.',
            ...(file === undefined ? {} : { location: { file } }),
        });
    }
    return blocks;
}
/** Compares names by their bytes. */
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
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
/** The manifest of a Feature (docs/formats.md): its tar, the delta layers of each platform, then those of each complement. */
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
/** The platforms that a published Feature was made of; none if something other than this program made it. */
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

/***/ 33540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Limiter)
/* harmony export */ });
/** Lets only so many tasks run at once; the others wait in the order in which they came. */
class Limiter {
    #waiting = [];
    #free;
    constructor(limit) {
        this.#free = limit;
    }
    async run(task) {
        if (this.#free > 0)
            this.#free -= 1;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}


/***/ }),

/***/ 36118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readUpTo)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


/**
 * Reads a file that has no reason to be larger.
 * @param limit bytes
 * @throws IntegrityError if it is, or is no file; what the file system says
 */
async function readUpTo(file, limit) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
    if (!info.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${file} is not a file.`);
    if (info.size > limit)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${file} has ${info.size} bytes; the limit is ${limit}.`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
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
/** Is this a SHA-256 as we write it: `sha256-<base64>`? */
function isSha256Sri(text) {
    return SRI.test(text);
}
/**
 * Any notation as `sha256-<base64>`: W3C Subresource Integrity, as Nix itself writes hashes today.
 * @throws Failure
 */
function sriOf(value) {
    // Not taken apart and put together again: there may be a hundred thousand of them.
    return typeof value === 'string' && isSha256Sri(value) ? value : toSri(parseNixHash(value));
}
function toSri({ algorithm, bytes }) {
    return `${algorithm}-${Buffer.from(bytes).toString('base64')}`;
}
/** `sha256:<Nix32>`, as in content addresses and binary caches. */
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
/** The user's own for their registry alone; whatever `otherwise` knows for all others. */
function credentialsFor(registry, credentials, otherwise) {
    const given = { kind: 'password', ...credentials, origin: 'the inputs username and password' };
    return { find: (wanted, repository) => (wanted === registry ? Promise.resolve(given) : otherwise.find(wanted, repository)) };
}


/***/ }),

/***/ 16233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ dockerCredentials)
});

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
    const { stdout, done } = (0,programs_process/* stream */.T)([program, 'get'], { purpose: 'login', baseEnv: env, input, signal: AbortSignal.timeout(TIME_LIMIT) });
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
 * What `docker login` and `podman login` left behind: DEVCONTAINERS_OCI_AUTH, as the dev container tools have it;
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
        // One store for all registries, often a desktop's: where it does not work, a public image must still be readable.
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


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ blobBytes)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22992);


/**
 * A small blob, whole and verified: a config, a document.
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
 * JSON with the keys of each object sorted and no blanks: one text for one value, in whatever order it was put
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
/* harmony export */   Wj: () => (/* binding */ DEVCONTAINER_CONFIG),
/* harmony export */   YD: () => (/* binding */ DELTA_ARTIFACT),
/* harmony export */   ZJ: () => (/* binding */ COLLECTION_LAYER),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   cc: () => (/* binding */ ENV_PATH),
/* harmony export */   e6: () => (/* binding */ DOCKER_CONFIG),
/* harmony export */   fc: () => (/* binding */ LAYER_GZIP),
/* harmony export */   kt: () => (/* binding */ DELTA_CONFIG),
/* harmony export */   nz: () => (/* binding */ DEVCONTAINER_LAYER),
/* harmony export */   wd: () => (/* binding */ LAYER_ZSTD)
/* harmony export */ });
/* unused harmony exports LAYER_TAR, DOCKER_LAYER */
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
/** Ours (docs/formats.md). */
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
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(raw.bytes, { bytes: _image_source_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_LIMIT */ .M });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause), cause);
    }
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
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36118);
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
    /** The entries of index.json: all of them, or those of the ref that was asked for. */
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
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .V)(path, _format_image_source_js__WEBPACK_IMPORTED_MODULE_11__/* .MANIFEST_LIMIT */ .M).catch((cause) => Promise.reject(cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs ? cause : new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${folder} has no index.json.`, { cause })));
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
 * How many bytes of a blob a repository has; one attempt. Nothing but headers travels.
 * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
 * @returns undefined if it has none; `unknown` where it does not say how many
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
/** The strongest challenge that we can answer, out of a WWW-Authenticate header; undefined if there is none. */
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
 * The scopes that we want together with those that the registry names, each resource once, its actions joined. A
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
 * Adds to a refusal what can be done about it: a login that was refused is another fault than one that was not found.
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
            ? 'No login was shown, because none was found for ghcr.io. Give the job "permissions: packages: write" (to read private packages: "read") and its token as "password", or run docker/login-action before this step.'
            : `No login was shown, because none was found for ${registry}. Give "username" and "password" (or a token), or run docker/login-action before this step.`,
        inTerminal: `No login was shown, because none was found for ${registry}. Run docker login ${registry}, or give --username and NIX_FEATURE_PASSWORD.`,
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
    /** Is there anything that it can be shown? */
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
     * @param actions all that will be done: a token for all of it is asked for at once
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
     * Sends one request, authorized where it goes to the registry itself.
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
    /** Whatever manifests and tags were asked for, there were none: most likely the repository is new. */
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
 * All tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags"). It may be older than
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
 * RFC 8288: <address>; rel="next". Of the address only the query counts, with which our own is asked again: registries
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
 * What the headers say of a manifest; the bytes are read where headers are missing, or HEAD is not known.
 * @returns undefined if there is none, or HEAD says so: where that leads to a write, read it
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
/** Registries that take a config's type for the artifact's filter out what they should list: an empty list is asked for once more, in full. */
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
// EXTERNAL MODULE: ./lib/kit/lines.js
var lines = __webpack_require__(97583);
// EXTERNAL MODULE: ./lib/kit/limiter.js
var kit_limiter = __webpack_require__(33540);
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
    const limiter = new kit_limiter/* Limiter */.j(TOGETHER);
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
        hasApi: api !== undefined,
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
        return stale((0,lines/* withoutTrailing */.h)(raw.message, '.'));
    take(raw);
    const referrer = parsedReferrer(raw, connection.repository);
    if (referrer instanceof errors/* IntegrityError */.cs)
        return stale((0,lines/* withoutTrailing */.h)(referrer.message, '.'));
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
    /** What the reference names: by digest where it has one, else by tag, else `latest`. */
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
     * Does a tag or digest name something here, and what? Nothing but headers travels where the registry gives them all.
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
     * Has the repository this blob, whole? Nothing but headers travels.
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


/***/ }),

/***/ 26791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ sourceContent),
/* harmony export */   QX: () => (/* binding */ partBody),
/* harmony export */   aG: () => (/* binding */ checkContent),
/* harmony export */   dy: () => (/* binding */ bytesContent),
/* harmony export */   g3: () => (/* binding */ wholeBody),
/* harmony export */   qY: () => (/* binding */ fileContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55541);





// Large, as each read goes to another thread and back.
const READ_SIZE = 1024 * 1024;
function fileContent(path) {
    return { open: (start, end) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { start, end: end - 1, highWaterMark: READ_SIZE }) };
}
function bytesContent(bytes) {
    return { open: (start, end) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([Buffer.from(bytes.subarray(start, end))], { objectMode: false }) };
}
/** A blob of another repository, read from there: for registries that don't mount it. A part of it is what is left when the rest has been passed over. */
function sourceContent(source, blob) {
    return { open: (start, end) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(part(source.blob(blob), start, end), { objectMode: false }) };
}
async function* part(blob, start, end) {
    let position = 0;
    for await (const chunk of blob) {
        const wanted = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position));
        position += chunk.length;
        if (wanted.length > 0)
            yield wanted;
        // What comes after a part need not travel.
        if (position >= end)
            return;
    }
}
/**
 * A whole blob as one body. Its last bytes are held back until all of them are known to be those of the descriptor, so
 * that a file that was changed meanwhile never becomes a blob.
 */
function wholeBody(descriptor, content, meter) {
    return {
        size: descriptor.size,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(checkedChunks(descriptor, content), 0, meter), { objectMode: false }),
    };
}
/** A part of a blob as one body. */
function partBody(descriptor, content, [start, end], meter) {
    return {
        size: end - start,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(readChunks(descriptor, content, start, end), start, meter), { objectMode: false }),
    };
}
/** Reads a blob once to see that it is what it says. @throws IntegrityError, Failure if it can't be read */
async function checkContent(descriptor, content) {
    for await (const chunk of checkedChunks(descriptor, content))
        void chunk;
}
// Counted before they go: once the last byte may have arrived, it is unknown what the registry made of them.
async function* metered(chunks, start, meter) {
    meter.begin(start);
    for await (const chunk of chunks) {
        meter.add(chunk.length);
        yield chunk;
    }
}
async function* checkedChunks(descriptor, content) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let held;
    for await (const chunk of readChunks(descriptor, content, 0, descriptor.size)) {
        if (held !== undefined)
            yield held;
        hash.update(chunk);
        held = chunk;
    }
    const actual = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOfHex */ .z9)(hash.digest('hex'));
    if (actual !== descriptor.digest) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file has different content, with the digest ${actual}.`);
    }
    if (held !== undefined)
        yield held;
}
async function* readChunks(descriptor, content, start, end) {
    let position = start;
    try {
        for await (const chunk of content.open(start, end)) {
            position += chunk.length;
            yield chunk;
        }
    }
    catch (cause) {
        // It says more than that, and what to do. Not thrown as it is: an answer of another registry is none to this upload.
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(cause.message, { cause, ...(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .adviceOf */ .wr)(cause) });
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The blob ${descriptor.digest} can't be read: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}.`, { cause });
    }
    if (position !== end) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file ends at byte ${position} instead of ${descriptor.size}.`);
    }
}


/***/ }),

/***/ 84880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TagMovedError),
/* harmony export */   y: () => (/* binding */ pushManifest)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72129);
/* harmony import */ var _pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26723);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87149);
/* harmony import */ var _blob_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26791);







/** A tag names something other than expected: somebody else moves it too. */
class TagMovedError extends _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    tag;
    /** Undefined if it names nothing. */
    actual;
    constructor(facts, message) {
        super(message, facts, { hint: 'Another run publishes under this tag as well. Run again, one at a time.' });
        this.tag = facts.tag;
        this.actual = facts.actual;
    }
}
/** Precondition Failed. */
const CHANGED = 412;
/** Milliseconds. Some registries show a write only after a while, to some of those who ask. */
const SLOW = { first: 100, most: 2000, together: 10_000 };
/**
 * Pushes a manifest under its digest or a tag, and reads it back; under its digest only if the answer does not name it.
 *
 * The protocol has no conditional writes: between our look at a tag and our PUT somebody else may move it, and their
 * write is lost. What can be done is done: the tag is looked at before each PUT, and read after it, so that of two
 * writers who overlap at least one learns of it. Tags are looked at by GET: a HEAD may say 404 of what is there.
 * @throws TagMovedError if the tag names neither what is expected nor this manifest; TransportError, RegistryError,
 *   IntegrityError, CancelledError
 */
async function pushManifest(connection, { bytes, mediaType }, tagOrDigest, options = {}) {
    const descriptor = { mediaType, digest: (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    if ((0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) && tagOrDigest !== descriptor.digest) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A manifest with the digest ${descriptor.digest} can't be pushed as ${tagOrDigest}.`);
    }
    const push = new ManifestPush(connection, { descriptor, bytes }, tagOrDigest, options);
    const attempts = connection.retry.begin(options.signal);
    for (;;) {
        try {
            return await push.attempt();
        }
        catch (error) {
            await attempts.failed(error);
        }
    }
}
class ManifestPush {
    #connection;
    #descriptor;
    #bytes;
    #name;
    #signal;
    #watched;
    #conditional;
    #etag;
    #expected;
    #sent = false;
    #lag = 0;
    #subject;
    constructor(connection, { descriptor, bytes }, name, options) {
        this.#connection = connection;
        this.#descriptor = descriptor;
        this.#bytes = bytes;
        this.#name = name;
        this.#signal = options.signal;
        this.#watched = options.watched === true;
        this.#conditional = options.conditional === true;
        this.#expected = options.expect;
    }
    async attempt() {
        // Once it was sent, it may have been taken, and overwritten since.
        if ((this.#watched && !this.#sent) || (await this.#isWanted())) {
            const named = await this.#put();
            if (!named || !(this.#watched || (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(this.#name)))
                await this.#readBack();
        }
        return { descriptor: this.#descriptor, sent: this.#sent, lag: this.#lag, subject: this.#subject };
    }
    /** @throws TagMovedError */
    async #isWanted() {
        const now = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(this.#name) ? await (0,_pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .headManifest */ .sy)(this.#connection, this.#name, this.#signal) : await this.#look();
        if (now?.digest === this.#descriptor.digest)
            return false;
        this.#expected ??= now?.digest ?? 'none';
        if ((now?.digest ?? 'none') !== this.#expected)
            throw this.#moved('GET', now?.digest);
        return true;
    }
    /** @returns whether the answer says that this is the manifest */
    async #put() {
        const body = { size: this.#bytes.length, open: () => (0,_blob_content_js__WEBPACK_IMPORTED_MODULE_6__/* .bytesContent */ .dy)(this.#bytes).open(0, this.#bytes.length) };
        this.#sent = true;
        const response = await this.#connection.expect({
            method: 'PUT',
            url: this.#url(),
            headers: { 'content-type': this.#descriptor.mediaType, ...this.#condition() },
            body,
            ...(this.#signal === undefined ? {} : { signal: this.#signal }),
        }, this.#conditional ? [..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TAKEN */ .Uf.statuses, CHANGED] : _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TAKEN */ .Uf.statuses);
        await response.discard();
        if (response.status === CHANGED)
            throw this.#moved('PUT', (await this.#look())?.digest);
        this.#subject = digestHeader(response, 'oci-subject');
        const digest = digestHeader(response, 'docker-content-digest');
        if (digest !== undefined && digest !== this.#descriptor.digest) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${this.#descriptor.digest} became ${digest} when it was pushed to ${this.#connection.repository}.`, {
                hint: 'The registry, or a proxy in front of it, rewrites manifests: what is published is not what was built.',
            });
        }
        return response.status === 201 && digest !== undefined;
    }
    #condition() {
        if (!this.#conditional)
            return {};
        if (this.#expected === 'none')
            return { 'if-none-match': '*' };
        // A weak one is never equal (RFC 9110, 13.1.1).
        return this.#etag === undefined || this.#etag.startsWith('W/') ? {} : { 'if-match': this.#etag };
    }
    async #readBack() {
        for (let delay = SLOW.first;; delay = Math.min(2 * delay, SLOW.most)) {
            const now = await this.#look();
            if (now?.digest === this.#descriptor.digest)
                return;
            // What it named before says nothing about others: the registry may be slow to show our own write.
            if ((now?.digest ?? 'none') !== (this.#expected ?? 'none') || this.#lag + delay > SLOW.together)
                throw this.#notThere(now?.digest);
            this.#lag += delay;
            await this.#connection.retry.sleep(delay, this.#signal);
        }
    }
    async #look() {
        try {
            const { raw, etag } = await (0,_pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readTagged */ .hq)(this.#connection, this.#name, this.#signal);
            this.#etag = etag;
            return raw;
        }
        catch (error) {
            if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX && error.status === 404)
                return undefined;
            throw error;
        }
    }
    #notThere(actual) {
        if (actual !== undefined)
            return this.#moved('GET', actual);
        const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__/* .printableUrl */ .Zq)(this.#url());
        const message = `GET ${url} was answered with 404, although the registry had just accepted the manifest.`;
        return new _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX(message, { method: 'GET', url, status: 404, temporary: true });
    }
    #moved(method, actual) {
        const is = actual === undefined ? 'names nothing' : `names ${actual}`;
        const was = this.#expected === 'none' ? 'nothing' : this.#expected;
        return new TagMovedError({ method, url: (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__/* .printableUrl */ .Zq)(this.#url()), tag: this.#name, actual }, `The tag ${this.#name} of ${this.#connection.repository} ${is} now, so it was not moved from ${was} to ${this.#descriptor.digest}.`);
    }
    #url() {
        return this.#connection.manifestUrl(this.#name);
    }
}
function digestHeader(response, name) {
    const text = response.header(name) ?? '';
    return (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(text) ? text : undefined;
}


/***/ }),

/***/ 92748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ askedDifference),
/* harmony export */   FP: () => (/* binding */ hasComplement),
/* harmony export */   W7: () => (/* binding */ holdSame),
/* harmony export */   mO: () => (/* binding */ agreedFacts),
/* harmony export */   rg: () => (/* binding */ keyLines)
/* harmony export */ });
/* unused harmony export decidesContent */
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The facts, in the order of the release key. */
const FACTS = {
    metadata: {
        of: 'feature',
        what: 'metadata',
        key: ({ metadata }) => [`metadata ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(metadata)}`],
        jobs: ({ metadata }) => metadata,
    },
    files: {
        of: 'feature',
        what: 'files of the Feature',
        key: ({ files }) => files.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.name, b.name)).map(fileLine),
        jobs: ({ files }) => files,
    },
    delivery: {
        of: 'feature',
        what: 'delivery',
        key: ({ delivery }) => [`delivery ${delivery}`],
        jobs: ({ delivery }) => delivery,
    },
    output: {
        of: 'platform',
        what: 'output',
        key: ({ system, storePath }) => [`system ${system} ${storePath}`],
        holds: ({ storePath }) => [storePath],
        jobs: 'each',
        before: 'evaluation',
    },
    shipped: {
        of: 'platform',
        what: 'shipped paths',
        key: ({ layers }) => layers.map(({ key }) => `layer ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: ({ closure }) => linesOf(closure, 'delta'),
        jobs: 'each',
        before: 'evaluation',
    },
    complement: {
        of: 'platform',
        what: 'complement',
        key: ({ complement = [] }) => complement.map(({ key }) => `complement ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: (document) => [hasComplement(document) ? 'complement' : 'none'],
        jobs: ({ complement }) => complement ?? false,
        before: complementDifference,
    },
    required: {
        of: 'platform',
        what: 'paths of the base',
        key: ({ closure }) => closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
        holds: ({ closure }) => linesOf(closure, 'base'),
        jobs: 'each',
        before: 'evaluation',
    },
};
function no(why) {
    return { why };
}
const PLACE = no('says where Nix runs; a store path is the same wherever it was built');
const NAME = no('says where it is published; what it holds is the same everywhere');
const CHECK = no('checks what was built');
const RESULT = no('says where results go');
/** Which facts each field of a request decides. */
const DECISIONS = {
    featureFolder: ['metadata', 'files'],
    flake: ['output'],
    nixpkgs: ['output'],
    followBase: ['output'],
    include: ['files'],
    bases: ['shipped', 'required'],
    arches: ['output'],
    delivery: ['delivery'],
    complement: ['complement'],
    buildIn: PLACE,
    engine: PLACE,
    containerOptions: PLACE,
    nix: PLACE,
    jobs: PLACE,
    compression: no('a layer is known by what it holds, whatever packed it'),
    maxLayers: no('the same paths in other layers are the same release'),
    shareWith: no('the same paths in other layers are the same release'),
    push: NAME,
    registry: NAME,
    namespace: NAME,
    credentials: NAME,
    movingTags: NAME,
    collection: NAME,
    releaseTag: CHECK,
    test: CHECK,
    testDev: CHECK,
    remoteUser: CHECK,
    strict: CHECK,
    maxDeltaSize: CHECK,
    policy: CHECK,
    leaks: CHECK,
    output: RESULT,
    uploadArtifact: RESULT,
    retentionDays: RESULT,
    summary: RESULT,
    sbom: no('an SBOM describes a release; it is attached to it, and no part of it'),
    given: RESULT,
    origin: no('annotations name the commit; the next commit may hold the same Feature'),
    provenance: no('says who built it, and is attached to what is published'),
    created: no('a time is not what a release holds'),
};
/** Decides a field what a release holds? */
function decidesContent(field) {
    return !('why' in DECISIONS[field]);
}
const ALL = Object.values(FACTS);
const OF_FEATURE = ALL.filter((fact) => fact.of === 'feature');
const OF_PLATFORM = ALL.filter((fact) => fact.of === 'platform');
/** All lines of a release key: those of the Feature, then those of each platform. */
function keyLines(content) {
    const documents = content.documents.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.system, b.system));
    return [...OF_FEATURE.flatMap(({ key }) => key(content)), ...documents.flatMap((document) => OF_PLATFORM.flatMap(({ key }) => key(document)))];
}
/** What the jobs of a matrix must have in common: what it is called, and how it is found in what a job was told. */
function agreedFacts() {
    return ALL.flatMap(({ what, jobs }) => (jobs === 'each' ? [] : [{ what, of: jobs }]));
}
/** Do two platforms hold the same, in whatever layers? */
function holdSame(a, b) {
    return OF_PLATFORM.every(({ holds }) => holds(a).join('\n') === holds(b).join('\n'));
}
/** The first fact of a published platform that is not what is asked for. */
function askedDifference(published, asked) {
    return OF_PLATFORM.map(({ before }) => (before === 'evaluation' ? undefined : before(published, asked))).find((difference) => difference !== undefined);
}
function hasComplement({ complement = [] }) {
    return complement.length > 0;
}
/** Where the base has nothing of the closure there is nothing that a complement could hold. */
function complementDifference(published, { complement }) {
    const wanted = complement && published.closure.some((entry) => entry.in === 'base');
    if (published.hasComplement === wanted)
        return undefined;
    return published.hasComplement
        ? { published: 'with a complement', has: 'a complement, which is not requested' }
        : { published: 'without a complement', has: 'no complement, which is requested' };
}
function fileLine({ name, executable, bytes }) {
    return `file ${executable ? 'x' : '-'} ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes)} ${JSON.stringify(name)}`;
}
function linesOf(closure, place) {
    return closure.filter((entry) => entry.in === place).map(({ path, narHash }) => `${path} ${narHash}`);
}


/***/ }),

/***/ 77627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e2: () => (/* binding */ findPublished),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   r9: () => (/* binding */ readDocuments)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _read_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34487);






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
    const document = await (0,_read_document_js__WEBPACK_IMPORTED_MODULE_5__/* .readDocument */ .u)(reader, config, where);
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


/***/ }),

/***/ 34487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47933);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2116);


/**
 * Reads a delta document out of a registry or a layout.
 * @param where for messages
 * @throws IntegrityError if it is none, or too large; RegistryError, CancelledError
 */
async function readDocument(source, config, where) {
    return (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDeltaDocument */ .X)(await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .blobBytes */ .R)(source, config, _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCUMENT_LIMIT */ .w), where);
}


/***/ }),

/***/ 48118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ releaseKey),
/* harmony export */   L: () => (/* binding */ keyMetadata)
/* harmony export */ });
/* harmony import */ var _feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31479);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92748);





/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';
/**
 * What a release holds (docs/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is. What counts is listed in content.ts.
 */
function releaseKey(content) {
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)([FORMAT, ...(0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLines */ .rg)(content)].map((line) => `${line}\n`).join(''));
}
/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
function keyMetadata(json) {
    const members = [...(0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)(json)].map(([name, value]) => [name, keyMember(name, value)]);
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a, b))));
}
function keyMember(name, value) {
    if (name === 'containerEnv')
        return value;
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedJson */ .Is)(name === 'options' ? (0,_feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutAddedOptions */ .dH)(value) : value);
}


/***/ }),

/***/ 283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ deliveryOf),
/* harmony export */   Eb: () => (/* binding */ publishedMetadata),
/* harmony export */   H3: () => (/* binding */ platformDifference),
/* harmony export */   Lz: () => (/* binding */ contentDifference),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ol: () => (/* binding */ ownDifference),
/* harmony export */   w: () => (/* binding */ isOwnPart)
/* harmony export */ });
/* harmony import */ var _feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75675);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82480);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92748);
/* harmony import */ var _release_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48118);






/** `auto` embeds up to this many bytes of layers, over all platforms. */
const EMBED_LIMIT = 32 * 1024 * 1024;
/** How layers reach whoever installs: as was asked for, or by their size. */
function deliveryOf({ delivery, documents }) {
    if (delivery !== 'auto')
        return delivery;
    const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
    return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}
/** The author's metadata as it is published, as JSON: completed, in their order. */
function publishedMetadata({ id, metadata, documents }) {
    const [first] = documents;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    return (0,_feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__/* .completeMetadata */ .h)(metadata, id, first.env);
}
function keyOf(content) {
    return (0,_release_key_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseKey */ .D)({ ...content, metadata: (0,_release_key_js__WEBPACK_IMPORTED_MODULE_5__/* .keyMetadata */ .L)(publishedMetadata(content)), delivery: deliveryOf(content) });
}
/**
 * Is what is published made of this own part? Its key is made again with the documents that are published: it comes out
 * the same where nothing else differs.
 */
function isOwnPart(published, documents, part) {
    const { key } = published;
    if (documents.size === 0)
        return false;
    const content = { ...part, documents: [...documents.values()] };
    return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}
/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }, content) {
    return metadata === undefined ? undefined : (0,_release_key_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseKey */ .D)({ ...content, metadata, delivery: deliveryOf(content) });
}
/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }, content) {
    const [before, now] = [metadata, publishedMetadata(content)].map((json) => (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_release_key_js__WEBPACK_IMPORTED_MODULE_5__/* .keyMetadata */ .L)(json)));
    return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}
/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'];
/** Of this own part, what differs from what is published; as a part of a sentence. Undefined if nothing does. */
function ownDifference(published, documents, part) {
    if (isOwnPart(published, documents, part))
        return undefined;
    const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
    if (names.length > 0)
        return `its metadata differs (${names.join(', ')})`;
    const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
    return delivery === undefined ? 'its files differ' : `it was published with delivery: ${delivery}`;
}
/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined if nothing does
 */
function contentDifference(published, documents, content) {
    const arches = content.documents.map(({ system }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(system));
    if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
        return `it was published for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)([...documents.keys()])} and is now for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(arches)}`;
    }
    return (ownDifference(published, documents, content) ??
        content.documents.map((document) => platformDifference(documents.get((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(document.system)), document)).find((difference) => difference !== undefined));
}
/** What of one platform differs, as a part of a sentence; undefined if nothing does, or nothing is published. */
function platformDifference(published, document) {
    if (published === undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .holdSame */ .W7)(published, document))
        return undefined;
    const { storePath, system } = document;
    return published.storePath === storePath
        ? `what is shipped for ${system}, or required of the base, has changed`
        : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}


/***/ }),

/***/ 15519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HV: () => (/* binding */ isGithubRegistry),
  Kn: () => (/* binding */ openWriter),
  _A: () => (/* binding */ registryOptions),
  _M: () => (/* binding */ repositoryOf)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var auth_credentials = __webpack_require__(52154);
// EXTERNAL MODULE: ./lib/oci/auth/docker-config.js + 1 modules
var docker_config = __webpack_require__(16233);
// EXTERNAL MODULE: ./lib/kit/limiter.js
var limiter = __webpack_require__(33540);
// EXTERNAL MODULE: ./lib/oci/pull/connection.js + 6 modules
var connection = __webpack_require__(44590);
// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/oci/pull/blob-size.js
var blob_size = __webpack_require__(73582);
// EXTERNAL MODULE: ./lib/oci/quirks/symptoms.js
var symptoms = __webpack_require__(87149);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/oci/push/upload-session.js



// So long a session may keep a run that was told to stop from ending.
const CANCEL_TIME = 2000;
// Bytes that a registry hashes and stores in a millisecond, at worst: GHCR took 11 s over 700 MB.
const COMMIT_SPEED = 32 * 1024;
const BINARY = { 'content-type': 'application/octet-stream' };
/** An upload that a registry has opened for us (OCI distribution specification, "Pushing Blobs"). */
class UploadSession {
    /** Bytes that each chunk but the last must have. */
    leastChunk;
    #connection;
    #signal;
    #location;
    /** @param opened the 202 that opened it @throws TransportError if its Location must not be followed */
    constructor(connection, opened, signal) {
        this.#connection = connection;
        this.#signal = signal;
        this.#location = locationOf(opened);
        this.leastChunk = Number(/^\d+$/.exec(opened.header('oci-chunk-min-length') ?? '')?.[0] ?? 0);
    }
    /** @throws TransportError if the registry opens none, CancelledError */
    static async open(connection, signal) {
        const request = { method: 'POST', url: connection.uploadsUrl(), ...withSignal(signal) };
        const response = await connection.expect(request, [202]);
        await response.discard();
        return new UploadSession(connection, response, signal);
    }
    /** Ends the session: what was sent, together with `body`, becomes the blob. @returns the answer, of any status, read */
    async commit(digest, size, body) {
        const url = withDigest(this.#location, digest);
        const patience = size / COMMIT_SPEED;
        return this.#connection.send({
            method: 'PUT',
            url,
            headers: BINARY,
            patience,
            ...withSignal(this.#signal),
            ...(body === undefined ? {} : { body }),
        });
    }
    /** Sends the bytes from `start` on. @returns the answer, of any status; the session's address is renewed from it */
    async patch(start, body) {
        const headers = { ...BINARY, 'content-range': `${start}-${start + body.size - 1}` };
        const response = await this.#connection.send({ method: 'PATCH', url: this.#location, headers, body, ...withSignal(this.#signal) });
        // A 416 has one too, and with some registries only the newest address knows the right offset.
        if (response.status < 300 || response.status === 416)
            this.#moved(response);
        return response;
    }
    /**
     * How many bytes the registry has.
     * @returns undefined if the session is gone, or the registry doesn't say
     * @throws TransportError, CancelledError
     */
    async offset() {
        const response = await this.#connection.send({ method: 'GET', url: this.#location, ...withSignal(this.#signal) });
        const gone = [400, 404, 405, 416].includes(response.status);
        if (response.status >= 300 && !gone)
            throw await this.#connection.failure(response);
        await response.discard();
        if (gone)
            return undefined;
        this.#moved(response);
        const last = /^(?:bytes[ =])?0-(\d+)$/.exec(response.header('range') ?? '')?.[1];
        if (last === undefined)
            return undefined;
        // "0-0" is what an empty session says too; taken for empty, the worst that comes of it is a 416.
        return last === '0' ? 0 : Number(last) + 1;
    }
    /** Tells the registry that nothing more will come, also after an abort. Never throws: an old session dies by itself. */
    async cancel() {
        try {
            const signal = AbortSignal.timeout(CANCEL_TIME);
            const response = await this.#connection.send({ method: 'DELETE', url: this.#location, signal });
            await response.discard();
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
        }
    }
    #moved(response) {
        if (response.header('location') !== undefined)
            this.#location = locationOf(response);
    }
}
/** How long a commit of so many bytes may go on in the registry after its answer was lost, in milliseconds. */
function commitTime(size) {
    return Math.min(60_000, size / COMMIT_SPEED);
}
function withSignal(signal) {
    return signal === undefined ? {} : { signal };
}
function locationOf(response) {
    const text = response.header('location');
    const url = text === undefined ? null : URL.parse(text, response.url.href);
    const why = text === undefined ? 'without saying where it is' : url === null ? 'at something that is not a URL' : (0,registry_host/* refusedTarget */.CP)(response.url, url);
    if (url !== null && why === undefined)
        return url;
    const printable = (0,registry_host/* printableUrl */.Zq)(response.url);
    throw new transport_error/* TransportError */.wX(`${response.method} ${printable} opened an upload ${url === null ? why : `at ${(0,registry_host/* printableUrl */.Zq)(url)}, ${why}; nothing is sent there`}.`, { method: response.method, url: printable, status: response.status, temporary: false }, { hint: 'Configure the registry behind the proxy with its public address, including https.' });
}
// By hand: URLSearchParams would write the registry's own parameters, which are signed, in another way.
function withDigest(location, digest) {
    const url = new URL(location);
    url.search = `${location.search}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    return url;
}

;// CONCATENATED MODULE: ./lib/oci/push/chunked-upload.js




/** One blob sent in chunks, which goes on after a fault where the registry says that it broke off. */
class ChunkedUpload {
    #work;
    #session;
    #offset = 0;
    #begun = false;
    /** @param session one that was opened already */
    constructor(work, session) {
        this.#work = work;
        this.#session = session;
    }
    /** Bytes that the registry has taken in the present session. */
    get offset() {
        return this.#offset;
    }
    /**
     * Sends what the registry lacks. After a temporary error it may be called again.
     * @returns the session, to be committed; it is not this one's any more
     */
    async send() {
        const { connection, descriptor, content, signal } = this.#work;
        if (this.#begun)
            await this.#resume();
        // Chunks can't be checked on their way, as they may go twice.
        else
            await (0,blob_content/* checkContent */.aG)(descriptor, content);
        this.#begun = true;
        const session = (this.#session ??= await UploadSession.open(connection, signal));
        while (this.#offset < descriptor.size)
            await this.#sendChunk(session);
        this.#session = undefined;
        return session;
    }
    /** Ends the session, if there is one. */
    async drop() {
        const session = this.#session;
        this.#session = undefined;
        this.#offset = 0;
        await session?.cancel();
    }
    // Where the last attempt broke off the registry may have part of a chunk.
    async #resume() {
        const offset = await this.#session?.offset();
        if (offset !== undefined && offset <= this.#work.descriptor.size)
            this.#offset = offset;
        else
            await this.drop();
    }
    async #sendChunk(session) {
        const { connection, descriptor, content, limits, meter } = this.#work;
        const start = this.#offset;
        const end = Math.min(start + limits.chunk(session.leastChunk), descriptor.size);
        const response = await session.patch(start, (0,blob_content/* partBody */.QX)(descriptor, content, [start, end], meter));
        if (symptoms/* CHUNK_TAKEN */.iJ.statuses.includes(response.status)) {
            await response.discard();
            this.#offset = end;
            return;
        }
        const error = await connection.failure(response);
        if (response.status === 413 && limits.refusedChunk(end - start, session.leastChunk))
            return;
        if (response.status === 416)
            return this.#correct(session, end, error);
        throw response.status === 404 || response.status === 400 ? await this.#lost(error) : error;
    }
    // The 416's own Range is stale or missing often enough, so the session is asked. An offset that doesn't move on means
    // that it is the chunk's size that is not liked (GHCR), or that the session is beyond help.
    async #correct(session, end, error) {
        const offset = await session.offset();
        if (offset !== undefined && offset > this.#offset && offset <= this.#work.descriptor.size) {
            this.#offset = offset;
            return;
        }
        if (offset === this.#offset)
            this.#work.limits.refusedChunk(end - offset, session.leastChunk);
        throw await this.#lost(error);
    }
    /** The next attempt begins with another session. */
    async #lost(error) {
        await this.drop();
        return error instanceof transport_error/* TransportError */.wX ? (0,transport_error/* asTemporary */.kR)(error) : error;
    }
}

// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
;// CONCATENATED MODULE: ./lib/oci/push/mount-blob.js





/**
 * Asks the registry to take a blob from another of its repositories (OCI distribution specification, "Mounting a blob
 * from another repository").
 * @param from `org/bedrock`
 * @returns a session where the registry wants the bytes instead, `refused` where it gave nothing. A refusal says little:
 *   Harbor says 401 of a project that is missing, Docker Hub of one that we may not read
 * @throws TransportError that is temporary, Failure if `from` is no repository's name, CancelledError
 */
async function mountBlob(connection, digest, from, signal) {
    (0,reference/* checkRepository */.n_)(from);
    const url = connection.uploadsUrl();
    url.search = `mount=${encodeURIComponent((0,format_digest/* parseDigest */.m)(digest))}&from=${encodeURIComponent(from)}`;
    try {
        const request = { method: 'POST', url, ...(signal === undefined ? {} : { signal }) };
        const response = await connection.send(request, [`repository:${from}:pull`]);
        if (response.status !== 201 && response.status !== 202)
            throw await connection.failure(response);
        await response.discard();
        return response.status === 201 ? 'mounted' : new UploadSession(connection, response, signal);
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc || (error instanceof transport_error/* TransportError */.wX && error.temporary))
            throw error;
        if (error instanceof errors/* RegistryError */.gl)
            return 'refused';
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/oci/push/push-blob.js









// A flaky line that carries this much each time still gets a large blob over in the end, in chunks.
const PROGRESS = 1024 * 1024;
const POLL = 1000;
const MOUNT_ATTEMPTS = 2;
/** Bytes. A blob that is smaller is sent to an empty repository unasked, and believed to be there where the answer names it. */
const SMALL = 1024 * 1024;
// Our bytes were checked: what doesn't fit, like a session that is unknown, is an accident of this one upload.
const ACCIDENT_STATUS = new Set([404, 409, 416]);
const ACCIDENT_CODE = new Set(['DIGEST_INVALID', 'SIZE_INVALID', 'BLOB_UPLOAD_INVALID', 'BLOB_UPLOAD_UNKNOWN']);
/**
 * Uploads one blob. Each attempt begins by asking whether the registry has it: an upload whose answer was lost may have
 * succeeded, and its session is gone then, so that a repeated PUT would get a 404. No session is committed twice. Of a
 * small blob an empty repository is not asked at first.
 */
class BlobPush {
    #work;
    #mountFrom;
    #mountsLeft = MOUNT_ATTEMPTS;
    #attempts = 0;
    #chunks;
    /** All bytes went into this session, and no answer came; the registry may be at work on them until that time. */
    #doubt;
    /** @param mountFrom a repository of the same registry that may have the blob: `org/bedrock` */
    constructor(work, mountFrom) {
        this.#work = work;
        this.#mountFrom = mountFrom;
    }
    /** @throws TransportError, RegistryError, IntegrityError, CancelledError; sessions are ended, as far as the line lets us */
    async run() {
        const { connection, meter, signal } = this.#work;
        const { clock } = connection.retry;
        const attempts = connection.retry.begin(signal);
        for (;;) {
            const before = { time: clock.now(), sent: meter.sent, offset: this.#chunks?.offset ?? 0 };
            try {
                const outcome = await this.#attempt();
                meter.end();
                return { outcome, sent: meter.sent };
            }
            catch (error) {
                if (meter.sent > before.sent)
                    attempts.worked(clock.now() - before.time);
                if ((this.#chunks?.offset ?? 0) - before.offset >= PROGRESS)
                    attempts.progressed();
                await attempts.failed(error).catch(async (last) => {
                    await this.#chunks?.drop();
                    await this.#endDoubt();
                    throw last;
                });
            }
        }
    }
    async #attempt() {
        this.#attempts += 1;
        if (!(this.#attempts === 1 && this.#goesUnasked()) && (await this.#isThere())) {
            await this.#chunks?.drop();
            return this.#work.meter.complete ? 'uploaded' : 'present';
        }
        await this.#endDoubt();
        const mounted = await this.#mount();
        const named = mounted !== 'mounted' && (await this.#upload(mounted === 'refused' ? undefined : mounted));
        if (!named || this.#work.descriptor.size >= SMALL)
            await this.#confirm();
        return mounted === 'mounted' ? 'mounted' : 'uploaded';
    }
    #goesUnasked() {
        const { connection, descriptor, again, ask } = this.#work;
        return again === true || (ask !== true && connection.isEmpty && descriptor.size < SMALL);
    }
    // A registry that was given a large blob hashes it first, while a gateway before it may have given up.
    async #isThere() {
        const { connection, descriptor, signal } = this.#work;
        for (;;) {
            const size = await this.#remoteSize(this.#work.ask === true);
            // One of another size is somebody else's broken upload. Ours may mend it; if it doesn't, `confirm` says so.
            if (size === descriptor.size || size === 'unknown')
                return true;
            const rest = (this.#doubt?.until ?? 0) - connection.retry.clock.now();
            if (rest <= 0)
                return false;
            await connection.retry.sleep(Math.min(POLL, rest), signal);
        }
    }
    async #endDoubt() {
        const session = this.#doubt?.session;
        this.#doubt = undefined;
        await session?.cancel();
    }
    /** @returns undefined if the blob is not there */
    #remoteSize(sure) {
        const { connection, descriptor, signal } = this.#work;
        return (0,blob_size/* blobSize */.L)(connection, descriptor.digest, { signal, sure });
    }
    async #mount() {
        if (this.#mountFrom === undefined || this.#mountsLeft === 0 || this.#work.again === true)
            return 'refused';
        this.#mountsLeft -= 1;
        const { connection, descriptor, signal } = this.#work;
        const answer = await mountBlob(connection, descriptor.digest, this.#mountFrom, signal);
        this.#mountsLeft = 0;
        return answer;
    }
    /** @returns whether the registry says that it has just this blob */
    async #upload(opened) {
        const { connection, descriptor, content, limits, meter, signal } = this.#work;
        let session = opened;
        if (this.#chunks === undefined && limits.fitsOnePut(descriptor.size)) {
            session ??= await UploadSession.open(connection, signal);
            const taken = await this.#commit(session, (0,blob_content/* wholeBody */.g3)(descriptor, content, meter));
            if (taken !== 'too large')
                return taken === 'named';
            session = undefined;
        }
        this.#chunks ??= new ChunkedUpload(this.#work, session);
        await this.#commit(await this.#chunks.send(), undefined);
        // Of chunks a registry may have kept only some, and names what it should have.
        return false;
    }
    /** @returns `named` where the answer has the blob's digest; `too large` where the registry wants it in smaller pieces */
    async #commit(session, body) {
        const { connection, descriptor, limits, meter } = this.#work;
        try {
            const response = await session.commit(descriptor.digest, descriptor.size, body);
            if (symptoms/* BLOB_TAKEN */.wA.statuses.includes(response.status)) {
                await response.discard();
                return response.status === 201 && response.header('docker-content-digest') === descriptor.digest ? 'named' : 'taken';
            }
            const error = await connection.failure(response);
            if (response.status !== 413 || body === undefined || !limits.refusedOnePut(descriptor.size))
                throw accidental(error);
            await session.cancel();
            return 'too large';
        }
        catch (error) {
            const until = connection.retry.clock.now() + commitTime(descriptor.size);
            if (meter.complete && isUnanswered(error))
                this.#doubt = { session, until };
            else
                await session.cancel();
            throw error;
        }
    }
    // Some registries keep less than they were given and say nothing; others need a moment to know what they have.
    async #confirm() {
        const { connection, descriptor } = this.#work;
        const actual = await this.#remoteSize(true);
        if (actual === undefined) {
            const url = (0,registry_host/* printableUrl */.Zq)(this.#url());
            const message = `HEAD ${url} was answered with 404, although the registry had just accepted the blob.`;
            throw new transport_error/* TransportError */.wX(message, { method: 'HEAD', url, status: 404, temporary: true });
        }
        if (actual !== descriptor.size && actual !== 'unknown') {
            throw new errors/* IntegrityError */.cs(`The registry accepted the blob ${descriptor.digest} of ${connection.repository}, but has only ${actual} of its ${descriptor.size} bytes.`, { hint: 'The registry, or a proxy in front of it, damages uploads. Nothing that refers to this blob was published.' });
        }
    }
    #url() {
        return this.#work.connection.blobUrl(this.#work.descriptor.digest);
    }
}
/** No answer, or one that a gateway gives for a registry that is still at work. */
function isUnanswered(error) {
    return error instanceof transport_error/* TransportError */.wX && error.temporary && (error.status === undefined || error.status >= 500);
}
function accidental(error) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        return error;
    return ACCIDENT_STATUS.has(error.status ?? 0) || ACCIDENT_CODE.has(error.code ?? '') ? (0,transport_error/* asTemporary */.kR)(error) : error;
}

// EXTERNAL MODULE: ./lib/oci/push/push-manifest.js
var push_manifest = __webpack_require__(84880);
// EXTERNAL MODULE: ./lib/oci/format/blob-bytes.js
var blob_bytes = __webpack_require__(2116);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var format_referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/oci/pull/referrer-lists.js
var referrer_lists = __webpack_require__(33182);
// EXTERNAL MODULE: ./lib/oci/format/canonical-json.js
var canonical_json = __webpack_require__(1306);
;// CONCATENATED MODULE: ./lib/oci/push/fallback-tag.js






/** How often the list is written because somebody else wrote it meanwhile. */
const ROUNDS = 20;
/**
 * Milliseconds after which the list is read again. Another writer may have read it before our write and write after it: that one can't
 * see what is lost, so that we have to.
 */
const SETTLE = 300;
/**
 * Adds referrers to the list under the fallback tag (distribution specification, "Referrers Tag Schema"), whatever else is in it. The
 * protocol lets two writers overwrite each other, so the list is read again after a while, and completed again if somebody's write took
 * ours away. A registry that heeds If-Match lets the second writer know at once.
 * @throws RegistryError, IntegrityError if the tag names no list, CancelledError
 */
async function addToFallback({ writer, connection, signal }, subject, referrers) {
    const tag = (0,format_referrer/* fallbackTag */.fH)(subject);
    let isConditional = true;
    let overtaken;
    for (let round = 0; round < ROUNDS; round += 1) {
        const now = await (0,referrer_lists/* readFallback */.DE)(connection, subject);
        const bytes = merged(now, referrers);
        if (bytes === undefined)
            return;
        try {
            await writer.pushManifest(bytes, media_types/* IMAGE_INDEX */.L$, tag, { expect: now?.digest ?? 'none', ...(isConditional ? { conditional: true } : {}), ...(signal === undefined ? {} : { signal }) });
        }
        catch (error) {
            if (!(error instanceof push_manifest/* TagMovedError */.w))
                throw error;
            // A registry that refuses though nobody moved the tag does not mean the condition.
            if (error.actual === now?.digest)
                isConditional = false;
            overtaken = error;
        }
        await connection.retry.sleep(SETTLE * (1 + Math.random()), signal);
    }
    throw new errors/* RegistryError */.gl(`The list ${connection.repository}:${tag} changed ${ROUNDS} times while it was being written.`, { method: 'PUT', url: connection.repository }, { cause: overtaken, hint: 'Other runs keep attaching to the same manifest. Run again.' });
}
/** @returns undefined if the list names them all */
function merged(now, referrers) {
    const index = now?.index ?? { schemaVersion: 2, mediaType: media_types/* IMAGE_INDEX */.L$, manifests: [] };
    const named = new Set(index.manifests.map(({ digest }) => digest));
    const missing = referrers.map(({ descriptor }) => descriptor).filter(({ digest }) => !named.has(digest));
    if (missing.length === 0)
        return undefined;
    if (index.manifests.length + missing.length > referrer_lists/* MOST_REFERRERS */.p8) {
        throw new errors/* Failure */.HR(`The list of referrers has ${index.manifests.length} entries; the limit is ${referrer_lists/* MOST_REFERRERS */.p8}.`, { hint: 'Delete entries that are no longer needed.' });
    }
    return Buffer.from((0,canonical_json/* canonicalJson */.d)({ ...index, manifests: [...index.manifests, ...missing] }));
}

;// CONCATENATED MODULE: ./lib/oci/push/push-referrers.js








/** Milliseconds that a registry may take to list what it took. */
const SLOW = { first: 200, most: 2000, together: 10_000 };
/**
 * Attaches contents to a manifest, and reads all of it back: manifest, payload, and the list that names it. If the registry's answer has no
 * `OCI-Subject`, or its API doesn't list what it took, the list under the fallback tag is completed (distribution specification,
 * "Pushing Manifests with Subject"). What is there already is not sent again.
 * @param subject of a manifest in the same repository
 * @returns descriptors of the referrers' manifests, in the order of the contents
 * @throws RegistryError if the registry refuses, or says that it took what it doesn't give afterwards; IntegrityError, CancelledError
 */
async function pushReferrers(target, subject, contents) {
    const referrers = contents.map((content) => ({ ...(0,format_referrer/* composeReferrer */.MJ)(subject, content), payload: content.payload }));
    const unnoted = [];
    for (const referrer of referrers) {
        const { sent, subject: noted } = await pushOne(target, referrer);
        await readBack(target, referrer);
        if (sent && noted !== subject.digest)
            unnoted.push(referrer);
    }
    // What was noted is listed after a while; of what was there before, no answer tells.
    const others = referrers.filter((referrer) => !unnoted.includes(referrer));
    const missing = [...unnoted, ...(await unlistedOf(target, subject.digest, others))];
    if (missing.length > 0)
        await addToFallback(target, subject.digest, missing);
    const still = await unlistedOf(target, subject.digest, missing);
    if (still.length > 0)
        throw notListed(target, subject.digest, still);
    return referrers.map(({ descriptor }) => descriptor);
}
async function pushOne({ writer, signal }, referrer) {
    const stop = signal === undefined ? {} : { signal };
    await writer.pushBlob(referrer.config, (0,blob_content/* bytesContent */.dy)(format_referrer/* EMPTY_BYTES */.iF), stop);
    await writer.pushBlob(referrer.layer, (0,blob_content/* bytesContent */.dy)(referrer.payload), stop);
    return writer.pushManifest(referrer.bytes, media_types/* IMAGE_MANIFEST */.MS, referrer.descriptor.digest, stop);
}
/** A registry may say 201 and store nothing. */
async function readBack({ writer: { reader }, connection }, { descriptor, layer, config }) {
    try {
        await reader.manifest(descriptor.digest);
        await (0,blob_bytes/* blobBytes */.R)(reader, layer, layer.size);
        await (0,blob_bytes/* blobBytes */.R)(reader, config, config.size);
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl && error.status === 404))
            throw error;
        const { method, url } = error;
        throw new errors/* RegistryError */.gl(`${connection.repository} lacks what it has just accepted: ${error.message}`, { method, url, status: 404 }, { cause: error, hint: HINT });
    }
}
const HINT = 'The registry, or a proxy in front of it, confirms uploads that it did not store.';
/** Returns the referrers that no list names, even after a while. */
async function unlistedOf({ connection, signal }, subject, referrers) {
    if (referrers.length === 0)
        return [];
    for (let waited = 0, delay = SLOW.first;; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
        const { api = [], tag } = await (0,referrer_lists/* readReferrerLists */.xB)(connection, subject);
        const named = new Set([...api, ...tag].map(({ digest }) => digest));
        const missing = referrers.filter(({ descriptor }) => !named.has(descriptor.digest));
        if (missing.length === 0 || waited >= SLOW.together)
            return missing;
        await connection.retry.sleep(delay, signal);
    }
}
function notListed({ connection }, subject, missing) {
    const url = (0,registry_host/* printableUrl */.Zq)(connection.referrersUrl(subject));
    const what = missing.map(({ descriptor }) => descriptor.artifactType ?? descriptor.digest).join(', ');
    return new errors/* RegistryError */.gl(`${connection.repository}@${subject}: the registry accepted what was attached (${what}) but does not list it.`, { method: 'GET', url }, { hint: HINT });
}

// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
;// CONCATENATED MODULE: ./lib/oci/push/upload-limits.js


/** What one registry takes in one request: what is known of its host, and what it taught us while we uploaded. */
class UploadLimits {
    #onePutBelow;
    #chunk;
    /** @param host without port */
    constructor(host, options = {}) {
        const known = (0,hosts/* quirksOf */.T)(host);
        this.#onePutBelow = options.onePutBelow ?? known.onePutBelow ?? Infinity;
        this.#chunk = options.chunk ?? known.chunk ?? symptoms/* CHUNKS */.zy.size;
    }
    fitsOnePut(size) {
        return size < this.#onePutBelow;
    }
    /** One PUT of `size` bytes got a 413. @returns whether the blob can be sent differently */
    refusedOnePut(size) {
        this.#onePutBelow = Math.min(this.#onePutBelow, size);
        return this.#chunk > 0;
    }
    /** Bytes. @param least what the registry wants at least (OCI-Chunk-Min-Length) */
    chunk(least) {
        return Math.max(this.#chunk, least);
    }
    /** A chunk of `size` bytes was refused. @returns whether a smaller one may be taken */
    refusedChunk(size, least) {
        const half = Math.floor(size / 2);
        if (half < Math.max(least, 1024))
            return false;
        this.#chunk = Math.min(this.#chunk, half);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/oci/push/upload-meter.js
/** Counts what of one blob was handed to the line. */
class UploadMeter {
    #size;
    #onProgress;
    #position = 0;
    #sent = 0;
    /** @param onProgress told how many bytes of the blob are on their way; the number falls when some are sent again */
    constructor(size, onProgress) {
        this.#size = size;
        this.#onProgress = onProgress;
    }
    /** Bytes, those of attempts that failed included. */
    get sent() {
        return this.#sent;
    }
    /** Did the last byte go out? */
    get complete() {
        return this.#position === this.#size;
    }
    /** A body begins, at this byte of the blob. */
    begin(position) {
        this.#position = position;
        this.#onProgress?.(position);
    }
    add(bytes) {
        this.#sent += bytes;
        this.#position += bytes;
        this.#onProgress?.(this.#position);
    }
    /** The registry has the blob, whoever brought it. */
    end() {
        if (!this.complete)
            this.begin(this.#size);
    }
}

;// CONCATENATED MODULE: ./lib/oci/push/registry-writer.js










const CONCURRENCY = 4;
/** One repository of a registry, written to (OCI distribution specification, "Push"). */
class RegistryWriter {
    /** `ghcr.io/org/my-tools` */
    repository;
    /** The same repository, read over the same connections with the same tokens. */
    reader;
    /** Ends all that this writer does. */
    signal;
    #connection;
    #limits;
    #limiter;
    #pushes = new Map();
    /** @param reference its tag and digest don't matter but for `reader.root()` */
    constructor(reference, options = {}) {
        this.#connection = new connection/* Connection */.N(reference, options.deletes === true ? ['pull', 'push', 'delete'] : ['pull', 'push'], options);
        this.repository = this.#connection.repository;
        this.signal = options.signal;
        this.reader = new registry/* Registry */.O(reference, options, this.#connection);
        this.#limits = new UploadLimits(this.#connection.origin.hostname, options.limits);
        this.#limiter = new limiter/* Limiter */.j(options.concurrency ?? CONCURRENCY);
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /**
     * Makes sure that the registry has a blob, and sends nothing that it has. The same blob twice at once goes once.
     * @throws RegistryError, IntegrityError if the content is not what the descriptor says, or the registry's isn't
     *   afterwards; CancelledError
     */
    async pushBlob(descriptor, content, options = {}) {
        // Google's registry refuses them, ECR too; nothing that we publish needs one.
        if (descriptor.size === 0)
            throw new errors/* Failure */.HR(`The blob ${descriptor.digest} is empty, which not every registry accepts.`);
        for (;;) {
            if (options.again === true)
                return this.#start(descriptor, content, options);
            const underway = this.#pushes.get(descriptor.digest);
            if (underway === undefined)
                return this.#start(descriptor, content, options);
            try {
                await underway.pushed;
                options.onProgress?.(descriptor.size);
                return { outcome: 'present', sent: 0 };
            }
            catch (error) {
                // The other one was told to stop, and we were not.
                if (underway.signal?.aborted !== true || (options.signal ?? this.signal)?.aborted === true)
                    throw error;
            }
        }
    }
    /**
     * Opens an upload and ends it again: what may not be written is found out before hours of work, and not after them.
     * @throws RegistryError which names the repository, and what to do; CancelledError
     */
    async tryToWrite() {
        try {
            const session = await this.#connection.retry.run(() => UploadSession.open(this.#connection, this.signal));
            await session.cancel();
        }
        catch (error) {
            if (!(error instanceof errors/* RegistryError */.gl))
                throw error;
            const { method, url, status, code, hint } = error;
            throw new errors/* RegistryError */.gl(`Nothing can be published as ${this.repository}: ${error.message}`, { method, url, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) }, { cause: error, ...(hint === undefined ? {} : { hint }) });
        }
    }
    /**
     * Deletes a manifest, and with it every tag that names it (OCI distribution specification, "Content Management"). One that is gone is no error.
     * @throws RegistryError if the registry does not allow it (405), CancelledError
     */
    async deleteManifest(digest) {
        await this.#connection.retry.run(async () => {
            const response = await this.#connection.expect({ method: 'DELETE', url: this.#connection.manifestUrl(digest) }, [200, 202, 204, 404]);
            await response.discard();
        });
    }
    /** As `pushManifest` of push-manifest.ts. The blobs must be there. */
    pushManifest(bytes, mediaType, tagOrDigest, options) {
        return (0,push_manifest/* pushManifest */.y)(this.#connection, { bytes, mediaType }, tagOrDigest, options);
    }
    /** Attaches contents to a manifest of this repository: see `pushReferrers` of referrers/push-referrers.ts. */
    pushReferrers(subject, contents, signal = this.signal) {
        return pushReferrers({ writer: this, connection: this.#connection, signal }, subject, contents);
    }
    #start(descriptor, content, options) {
        const meter = new UploadMeter(descriptor.size, options.onProgress);
        const { signal, again = false, ask = false } = options;
        const work = { connection: this.#connection, limits: this.#limits, descriptor, content, meter, signal, again, ask };
        const push = this.#limiter.run(() => new BlobPush(work, options.mountFrom).run());
        this.#pushes.set(descriptor.digest, { pushed: push, signal: signal ?? this.signal });
        push.catch(() => this.#pushes.delete(descriptor.digest));
        return push;
    }
}

;// CONCATENATED MODULE: ./lib/release/target.js





/** The Feature's own repository, without the registry. */
function repositoryOf({ namespace }, id) {
    return `${namespace}/${id}`;
}
// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;
/**
 * A repository of the target, to be written to. Close it.
 * @throws InputError if the name is longer than registries take
 */
function openWriter(target, repository, host, options = {}) {
    const length = target.registry.length + 1 + repository.length;
    if (length > LONGEST_NAME) {
        throw new errors/* InputError */.dz('namespace', `namespace: the name of ${repository.slice(target.namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
            hint: 'Use a shorter namespace, or a shorter id for the Feature.',
        });
    }
    return new RegistryWriter({ registry: target.registry, repository }, { ...registryOptions(target, host), ...options });
}
function registryOptions({ registry, credentials }, host) {
    const docker = (0,docker_config/* dockerCredentials */.d)({ debug: (line) => host.debug(line) });
    return {
        credentials: credentials === undefined ? docker : (0,auth_credentials/* credentialsFor */.Og)(registry, credentials, docker),
        signal: host.signal,
        debug: (line) => host.debug(line),
        mask: (secret) => host.mask(secret),
    };
}
/** GitHub's own registry, which wants to know what kind of package it holds. */
function isGithubRegistry({ registry }) {
    return (0,hosts/* quirksOf */.T)(registry).packageTypes === true;
}


/***/ })

};
