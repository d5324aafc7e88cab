export const id = 153;
export const ids = [153];
export const modules = {

/***/ 96801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VR: () => (/* binding */ METADATA_FILE),
  ij: () => (/* binding */ checkId),
  ps: () => (/* binding */ checkVersion),
  lk: () => (/* binding */ metadataWarnings),
  SA: () => (/* binding */ readFeatureMetadata),
  WJ: () => (/* binding */ readMetadataFile),
  $4: () => (/* binding */ requiredText)
});

// UNUSED EXPORTS: isFeatureId

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
;// CONCATENATED MODULE: ./lib/feature/jsonc.js


const MESSAGES = {
    InvalidSymbol: 'an unknown word',
    InvalidNumberFormat: 'a number that is none',
    PropertyNameExpected: 'a property’s name was expected',
    ValueExpected: 'a value was expected',
    ColonExpected: 'a colon was expected',
    CommaExpected: 'a comma was expected',
    CloseBraceExpected: 'a closing brace was expected',
    CloseBracketExpected: 'a closing bracket was expected',
    EndOfFileExpected: 'something follows the end',
    UnexpectedEndOfComment: 'a comment does not end',
    UnexpectedEndOfString: 'a text does not end',
};
/**
 * Parses an object in JSON with comments and trailing commas.
 * @param input the input that the file belongs to, for errors
 * @throws InputError with the place of the first fault
 */
function readJsonc(input, file, text) {
    const errors = [];
    const root = (0,main.parseTree)(text, errors, { allowTrailingComma: true });
    const at = (offset) => ({ file, ...positionOf(text, offset) });
    const [error] = errors;
    if (error !== undefined || root === undefined) {
        const code = error === undefined ? '' : (0,main.printParseErrorCode)(error.error);
        const location = at(error?.offset ?? 0);
        throw new lib_errors/* InputError */.dz(input, `${file}:${location.line}:${location.column} is not JSON: ${MESSAGES[code] ?? (code || 'it is empty')}.`, {
            location,
        });
    }
    if (root.type !== 'object') {
        throw new lib_errors/* InputError */.dz(input, `${file} holds no object: it has to begin with a brace.`, { location: at(root.offset) });
    }
    return {
        value: (0,main.getNodeValue)(root),
        locationOf: (...names) => at(valueAt(root, names).offset),
        duplicates: duplicatesIn(root).map((key) => ({ name: String(key.value), location: at(key.offset) })),
    };
}
/** As far as the names lead; those of a list are its indices. */
function valueAt(root, names) {
    let node = root;
    for (const name of names) {
        const next = node.type === 'array' ? node.children?.[Number(name)] : propertyOf(node, name)?.children?.[1];
        if (next === undefined)
            break;
        node = next;
    }
    return node;
}
function propertyOf(object, name) {
    return object.children?.findLast((property) => property.children?.[0]?.value === name);
}
/** The name nodes of properties that an object had already. */
function duplicatesIn(node) {
    const seen = new Set();
    const found = [];
    for (const child of node.children ?? []) {
        const key = child.type === 'property' ? child.children?.[0] : undefined;
        if (key !== undefined && seen.has(key.value))
            found.push(key);
        seen.add(key?.value);
        found.push(...duplicatesIn(child));
    }
    return found;
}
function positionOf(text, offset) {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

;// CONCATENATED MODULE: ./lib/feature/metadata.js




const METADATA_FILE = 'devcontainer-feature.json';
const MAX_BYTES = 1024 * 1024;
/**
 * Reads and checks a Feature's metadata (containers.dev, "devcontainer-feature.json properties"). Comments and trailing
 * commas are taken, as the dev container tools do.
 * @param folder absolute
 * @throws InputError with the place in the file
 */
async function readFeatureMetadata(folder) {
    const file = (0,external_node_path_.join)(folder, METADATA_FILE);
    const document = await readMetadataFile(file);
    const { value: raw } = document;
    const id = checkId(document, requiredText(document, 'id'));
    return {
        id,
        version: checkVersion(document, requiredText(document, 'version')),
        name: optionalText(document, 'name'),
        description: optionalText(document, 'description'),
        documentationURL: optionalText(document, 'documentationURL'),
        licenseURL: optionalText(document, 'licenseURL'),
        options: optionalObject(document, 'options'),
        raw,
        file,
        warnings: metadataWarnings(document, id, folder),
    };
}
/** @throws InputError where it can't be read, or is not JSON */
async function readMetadataFile(file) {
    return readJsonc('feature', file, await readText(file));
}
/** What is odd about the file but no reason to stop. @param folder absolute */
function metadataWarnings(document, id, folder) {
    return [...duplicateWarnings(document), ...folderWarning(document, id, folder)];
}
async function readText(file) {
    try {
        const { size } = await (0,promises_.stat)(file);
        if (size > MAX_BYTES)
            throw new lib_errors/* InputError */.dz('feature', `${file} is larger than 1 MiB.`, { location: { file } });
        const bytes = await (0,promises_.readFile)(file);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        if (cause instanceof lib_errors/* InputError */.dz)
            throw cause;
        const why = cause instanceof TypeError ? 'it is not UTF-8' : cause instanceof Error ? cause.message : String(cause);
        throw new lib_errors/* InputError */.dz('feature', `${file} can’t be read: ${why}.`, { cause, location: { file } });
    }
}
// A Feature's id is the last part of its name in the registry; this is the grammar that the dev container CLI has for
// it (spec-configuration/containerCollectionsOCI.ts, "regexForPath").
const ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
function isFeatureId(id) {
    return ID.test(id) && id.length <= 128;
}
/** @throws InputError */
function checkId(document, id) {
    if (isFeatureId(id))
        return id;
    const lower = id.toLowerCase();
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: the id “${id}” can’t be the name of a Feature.`, {
        location: document.locationOf('id'),
        hint: ID.test(lower)
            ? `Registries know lower case only: write “${lower}”.`
            : 'Use lower case letters and digits, with single dashes, underscores or dots between them.',
    });
}
// https://semver.org, "Is there a suggested regular expression": without build metadata, whose plus sign no tag can have.
const NUMBER = String.raw `(?:0|[1-9]\d*)`;
const IDENTIFIER = String.raw `(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?$`);
/** @throws InputError */
function checkVersion(document, version) {
    if (VERSION.test(version) && version.length <= 128)
        return version;
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: the version “${version}” is not a semantic version.`, {
        location: document.locationOf('version'),
        hint: version.includes('+')
            ? 'Leave the part from the plus sign on away: a registry’s tag can’t hold it.'
            : /^v\d/.test(version)
                ? `Leave the v away: “${version.slice(1)}”.`
                : 'Expected three numbers and maybe a pre-release: 1.2.0, 2.0.0-rc.1.',
    });
}
/** @throws InputError */
function requiredText(document, property) {
    const text = optionalText(document, property);
    if (text !== undefined && text !== '')
        return text;
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: “${property}” is ${text === '' ? 'empty' : 'missing'}.`, {
        location: document.locationOf(property),
        hint: 'A Feature has at least an id, a version and a name: { "id": "my-tools", "version": "1.0.0", "name": "My tools" }.',
    });
}
function optionalText(document, property) {
    const value = document.value[property];
    if (value === undefined || typeof value === 'string')
        return value;
    throw wrongType(document, property, 'a text in quotes');
}
function optionalObject(document, property) {
    const value = document.value[property];
    if (value === undefined)
        return undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw wrongType(document, property, 'an object in braces');
}
function wrongType(document, property, expected) {
    return new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: “${property}” has to be ${expected}.`, {
        location: document.locationOf(property),
    });
}
function duplicateWarnings(document) {
    return document.duplicates.map(({ name, location }) => ({
        message: `${METADATA_FILE}: “${name}” is there more than once; the last one counts.`,
        location,
    }));
}
function folderWarning(document, id, folder) {
    if ((0,external_node_path_.basename)(folder) === id)
        return [];
    return [
        {
            message: `${METADATA_FILE}: the id “${id}” differs from the name of its folder, “${(0,external_node_path_.basename)(folder)}”. Other dev container tools expect them to be equal.`,
            location: document.locationOf('id'),
        },
    ];
}


/***/ }),

/***/ 13756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseStorePath),
/* harmony export */   SF: () => (/* binding */ STORE_DIR),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bV: () => (/* binding */ hashPartOf),
/* harmony export */   mv: () => (/* binding */ baseNameOf),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   nF: () => (/* binding */ isStoreName),
/* harmony export */   p7: () => (/* binding */ storePathOfName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const STORE_DIR = '/nix/store';
// Nix manual, "Store path": 32 characters of Nix's base 32 (no e, o, t, u), a dash, and a name of up to 211
// characters out of [0-9a-zA-Z+-._?=]. A name may begin with a dot since Nix 2.21, but never be `.` or `..` or begin
// with these and a dash.
const BASE_NAME = /^[0-9abcdfghijklmnpqrsvwxyz]{32}-(?!\.{1,2}(?:-|$))[0-9a-zA-Z+\-._?=]{1,211}$/;
/** Is this a name that an entry of `/nix/store` can have as a store path? `.links`, lock files and so on are not. */
function isStoreName(name) {
    return BASE_NAME.test(name);
}
/** @throws Failure where `text` is no store path (a file inside one isn't either) */
function parseStorePath(text) {
    const name = text.startsWith(`${STORE_DIR}/`) ? text.slice(STORE_DIR.length + 1) : '';
    if (!isStoreName(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`“${text}” is not a Nix store path: expected ${STORE_DIR}/<32 characters of Nix base 32>-<name>` +
            (text.startsWith('/') && text.includes('/store/') && !text.startsWith(`${STORE_DIR}/`)
                ? `; stores elsewhere than ${STORE_DIR} are not supported.`
                : '.'));
    }
    return text;
}
/** The store path of an entry of `/nix/store`, or undefined where the entry is none. */
function storePathOfName(name) {
    return isStoreName(name) ? `${STORE_DIR}/${name}` : undefined;
}
/** `<hash>-<name>` */
function baseNameOf(path) {
    return path.slice(STORE_DIR.length + 1);
}
/** The 32 characters that a reference to this path is found by. */
function hashPartOf(path) {
    return path.slice(STORE_DIR.length + 1, STORE_DIR.length + 33);
}
/** What a person calls it: the part behind the hash. */
function nameOf(path) {
    return path.slice(STORE_DIR.length + 34);
}
/** Plain code unit order; store paths are ASCII, so this is byte order. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   z9: () => (/* binding */ digestOfHex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const SHA256 = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return SHA256.test(text);
}
/** @throws Failure where `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
function parseDigest(text) {
    if (!isDigest(text))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`“${text}” is not a digest: expected sha256:<64 hexadecimal digits>.`);
    return text;
}
/** The digest of bytes in memory. */
function digestOf(bytes) {
    return digestOfHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'));
}
/** The digest of a SHA-256 that was computed in a stream. */
function digestOfHex(hex) {
    return `sha256:${hex}`;
}
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 23940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatReference),
/* harmony export */   Y: () => (/* binding */ parseReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const REGISTRY = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;
const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';
/** @throws Failure where `text` is no image reference */
function parseReference(text) {
    const refuse = (why) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`“${text}” is not an image reference: ${why}.`, { hint: HINT });
    };
    if (text === '')
        refuse('it is empty');
    if (/^[a-z]+:\/\//i.test(text))
        refuse('a reference has no scheme such as https://');
    const at = text.indexOf('@');
    const digest = at === -1 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        refuse(`“${digest}” is not sha256: and 64 hexadecimal digits`);
    const rest = at === -1 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag)) {
        refuse(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”, at most 128, not beginning with “.” or “-”)`);
    }
    const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
    if (!REGISTRY.test(registry))
        refuse(`“${registry}” is not a registry's host name`);
    if (/[A-Z]/.test(repository))
        refuse(`the repository “${repository}” must be lower case`);
    if (!REPOSITORY.test(repository))
        refuse(`“${repository}” is not a repository's name`);
    if (registry.length + 1 + repository.length > MAX_NAME)
        refuse(`its name is longer than ${MAX_NAME} characters`);
    return {
        registry,
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest: digest }),
    };
}
/** The reference written out in full: `docker.io/library/debian:12@sha256:…`. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const isRegistry = /[.:[A-Z]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : 'docker.io';
    const repository = isRegistry ? name.slice(slash + 1) : name;
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
/** The arch of a `process.arch`, or undefined where this action has no name for it. */
function archOfNode(nodeArch) {
    return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
}


/***/ }),

/***/ 85697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ largestNewPaths),
/* harmony export */   d2: () => (/* binding */ uploadedBytesOf),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   sE: () => (/* binding */ reusedLayersOf),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/* unused harmony export sumOfFigures */
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13756);

function figuresOf(document) {
    const delta = extentOf(document.closure.filter((entry) => entry.in === 'delta'));
    const base = extentOf(document.closure.filter((entry) => entry.in === 'base'));
    return withClosure(delta, base, document.layers.length, sizeOf(document.layers), complementOf(document));
}
/** The figures of several platforms together. A path of two platforms counts twice: it is shipped twice. */
function sumOfFigures(all) {
    const total = (pick) => ({
        paths: sum(all.map((figures) => pick(figures).paths)),
        bytes: sum(all.map((figures) => pick(figures).bytes)),
    });
    return withClosure(total((figures) => figures.delta), total((figures) => figures.base), sum(all.map((figures) => figures.layers)), sum(all.map((figures) => figures.compressed)), {
        ...total((figures) => figures.complement),
        layers: sum(all.map(({ complement }) => complement.layers)),
        compressed: sum(all.map(({ complement }) => complement.compressed)),
    });
}
function totalsOf(report) {
    return sumOfFigures(report.platforms.map((platform) => figuresOf(platform.document)));
}
/** The paths of the delta that weigh most, heaviest first. */
function largestNewPaths(document, count) {
    return document.closure
        .filter((entry) => entry.in === 'delta')
        .toSorted((a, b) => b.narSize - a.narSize || compareNames(a, b))
        .slice(0, count);
}
function uploadedBytesOf(report) {
    return sum([report.published?.uploadedBytes ?? 0, ...report.platforms.map((platform) => platform.uploadedBytes)]);
}
function reusedLayersOf(report) {
    return sum(report.platforms.map((platform) => platform.reusedLayers));
}
function withClosure(delta, base, layers, compressed, complement) {
    const closure = { paths: delta.paths + base.paths, bytes: delta.bytes + base.bytes };
    const baseShare = closure.bytes === 0 ? 0 : base.bytes / closure.bytes;
    return { closure, delta, base, baseShare, layers, compressed, complement };
}
function complementOf({ closure, complement = [] }) {
    const packed = new Set(complement.flatMap((layer) => layer.paths));
    const extent = extentOf(closure.filter(({ path }) => packed.has(path)));
    return { ...extent, layers: complement.length, compressed: sizeOf(complement) };
}
function sizeOf(layers) {
    return sum(layers.map((layer) => layer.size));
}
function extentOf(entries) {
    return { paths: entries.length, bytes: sum(entries.map((entry) => entry.narSize)) };
}
function compareNames(a, b) {
    const [left, right] = [(0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(a.path) + a.path, (0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(b.path) + b.path];
    return left < right ? -1 : left > right ? 1 : 0;
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}


/***/ }),

/***/ 81733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export closest */
/**
 * The candidate that a mistyped word most likely meant, or undefined where none is close.
 * Close: at most one edit per three letters (a swap of neighbours is one edit), or one is the beginning of the other.
 */
function closest(word, candidates) {
    const lower = word.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(lower, candidate.toLowerCase());
        if (distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    const longest = Math.max(word.length, best?.candidate.length ?? 0);
    if (best !== undefined && best.distance <= Math.max(1, Math.floor(longest / 3)))
        return best.candidate;
    return lower.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(lower));
}
/** ` Did you mean docker?`, or nothing. Ready to be appended to a sentence. */
function didYouMean(word, candidates) {
    const candidate = closest(word, candidates);
    return candidate === undefined ? '' : ` Did you mean ${candidate}?`;
}
/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const replace = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let cost = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return last[b.length] ?? 0;
}


/***/ })

};
