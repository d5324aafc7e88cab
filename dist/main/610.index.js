export const id = 610;
export const ids = [610];
export const modules = {

/***/ 13166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tO: () => (/* binding */ CHANGE_KINDS),
  iv: () => (/* binding */ changesBetween)
});

// UNUSED EXPORTS: compareSides

;// CONCATENATED MODULE: ./lib/nix/package-name.js
/**
 * Outputs that packages of nixpkgs are split into. `nix store diff-closures` takes any last word for an output, and so
 * makes `my-tools` the output `tools` of `my`; here a word has to be known, and to stand behind a version.
 */
const OUTPUTS = [
    'bin|data|debug|dev|devdoc|devman|dist|doc|examples|getent|host|info|lib|lib32|lib64|libgcc|locale|locales|man|modules',
    'out|plugins|py|python|static|terminfo|tests|tex|texdoc|tlpkg|tools',
].join('|');
const VERSION_AND_OUTPUT = new RegExp(`^(.+)-(?:${OUTPUTS})$`);
/**
 * Splits the name of a store path (without its hash) as Nix's parseDrvName does: the version begins behind the first dash
 * that no letter follows. The output's name, which nixpkgs writes behind the version, belongs to neither.
 */
function parsePackageName(text) {
    const dash = /(?<=.)-(?![A-Za-z]|$)/.exec(text)?.index;
    if (dash === undefined)
        return { name: text, version: '' };
    const rest = text.slice(dash + 1);
    return { name: text.slice(0, dash), version: VERSION_AND_OUTPUT.exec(rest)?.[1] ?? rest };
}
/** The order of versions (Nix manual, `builtins.compareVersions`). @returns below 0 where `a` is the older one */
function compareVersions(a, b) {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareParts(left[i] ?? '', right[i] ?? '');
        if (order !== 0)
            return order;
    }
    return 0;
}
/** Runs of digits and runs of anything else; dots and dashes part them, and count for nothing. */
function partsOf(version) {
    return version.match(/\d+|[^\d.-]+/g) ?? [];
}
function compareParts(a, b) {
    if (a === b)
        return 0;
    const [rankA, rankB] = [rankOf(a), rankOf(b)];
    if (rankA !== rankB)
        return rankA - rankB;
    if (rankA !== NUMBER)
        return a < b ? -1 : 1;
    // Dates and hashes have more digits than a number can hold.
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : 0;
}
const NUMBER = 3;
/** 1.0pre1 < 1.0 < 1.0a < 1.0.1 */
function rankOf(part) {
    if (part === 'pre')
        return 0;
    if (part === '')
        return 1;
    return /^\d/.test(part) ? NUMBER : 2;
}

// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
;// CONCATENATED MODULE: ./lib/delta/why-depends.js
/**
 * The shortest ways from the roots to all paths, breadth first. What is new is reached through new paths alone: what was
 * there before refers to what was there before, so nothing else need be walked.
 */
function reach(roots, { referencesOf, within, dull }) {
    const reached = new Map();
    let level = [...new Set(roots)].filter((root) => within.has(root));
    for (const root of level)
        reached.set(root, undefined);
    while (level.length > 0) {
        const next = [];
        // What comes first at a level is what its references are explained by.
        for (const path of [...level.filter((each) => !dull.has(each)), ...level.filter((each) => dull.has(each))]) {
            for (const reference of referencesOf(path)) {
                if (!within.has(reference) || reached.has(reference))
                    continue;
                reached.set(reference, path);
                next.push(reference);
            }
        }
        level = next;
    }
    return reached;
}
/** Longer ones explain nothing to anybody. */
const LONGEST = 32;
/** From the root to the path, both included; empty where nothing leads there, or only a very long way. */
function chainTo(path, reached) {
    if (path === undefined || !reached.has(path))
        return [];
    const chain = [];
    for (let each = path; each !== undefined; each = reached.get(each)) {
        chain.push(each);
        if (chain.length > LONGEST)
            return [];
    }
    return chain.toReversed();
}

;// CONCATENATED MODULE: ./lib/delta/changes.js



/**
 * `rebuilt`: the same versions, and other paths; `moved`: the same paths, shipped before and relied upon now or the other
 * way round.
 */
const CHANGE_KINDS = ['upgraded', 'downgraded', 'added', 'removed', 'rebuilt', 'moved'];
/** The release before and what was built now, for one platform. */
function changesBetween(before, after) {
    return { since: before.feature.version, ...compareSides('feature', sideOf(before), sideOf(after)) };
}
function sideOf({ closure, storePath, outputs }) {
    return {
        paths: closure.map(({ path, narSize, references, in: place }) => ({ path, bytes: narSize, references, in: place })),
        roots: [storePath, ...Object.values(outputs)],
    };
}
/** What two closures or stores differ in, by package. */
function compareSides(what, before, after) {
    const left = new Map(before.paths.map((path) => [path.path, path]));
    const right = new Map(after.paths.map((path) => [path.path, path]));
    const groups = groupByName(left.values(), right.values());
    const changed = [...groups].map((group) => changeOf(group, left, right)).filter((change) => change !== undefined);
    const packages = explain(changed.toSorted(byWeight), left, right, after.roots);
    return { what, packages, before: amountOf([...left.values()]), after: amountOf([...right.values()]) };
}
function groupByName(before, after) {
    const groups = new Map();
    const add = (paths, side) => {
        for (const path of paths) {
            const { name, version } = parsePackageName((0,store_path/* nameOf */.Vb)(path.path));
            const group = groups.get(name) ?? { name, before: [], after: [] };
            groups.set(name, group);
            group[side].push({ ...path, version });
        }
    };
    add(before, 'before');
    add(after, 'after');
    return groups.values();
}
/** @returns undefined where nothing changed */
function changeOf({ name, before, after }, left, right) {
    const freshPaths = after.filter(({ path }) => !left.has(path));
    const gone = before.filter(({ path }) => !right.has(path));
    const moved = after.some(({ path, in: place }) => left.has(path) && left.get(path)?.in !== place);
    if (freshPaths.length + gone.length === 0 && !moved)
        return undefined;
    const sides = { before: packageSide(before), after: packageSide(after) };
    const same = freshPaths.length + gone.length === 0;
    return { name, kind: same ? 'moved' : kindOf(sides), ...sides, fresh: amountOf(freshPaths), gone: amountOf(gone), freshPaths };
}
function kindOf({ before, after }) {
    if (before === undefined)
        return 'added';
    if (after === undefined)
        return 'removed';
    if (before.versions.join(' ') === after.versions.join(' '))
        return 'rebuilt';
    // Of several versions the newest decides; where that stayed, the oldest does.
    const order = compareEnds(before.versions, after.versions, -1) || compareEnds(before.versions, after.versions, 0);
    return order > 0 ? 'downgraded' : 'upgraded';
}
function compareEnds(before, after, at) {
    return compareVersions(before.at(at) ?? '', after.at(at) ?? '');
}
function packageSide(paths) {
    if (paths.length === 0)
        return undefined;
    const versions = [...new Set(paths.map(({ version }) => version))].toSorted((a, b) => compareVersions(a, b) || (0,store_path/* compareText */.n6)(a, b));
    return { versions, ...amountOf(paths) };
}
function amountOf(paths) {
    const shipped = paths.filter((path) => path.in === 'delta');
    return { paths: paths.length, bytes: bytesOf(paths), shipped: { paths: shipped.length, bytes: bytesOf(shipped) } };
}
function bytesOf(paths) {
    let sum = 0;
    for (const { bytes } of paths) {
        if (bytes === undefined)
            return undefined;
        sum += bytes;
    }
    return sum;
}
/** Nobody reads more. */
const EXPLAINED = 200;
/** Another version explains more of what depends on it than the same one built again. */
function explain(changes, left, right, roots) {
    const rebuilt = new Set(changes.filter(({ kind }) => kind === 'rebuilt').flatMap(({ freshPaths }) => freshPaths.map(({ path }) => path)));
    const within = new Set([...right.keys()].filter((path) => !left.has(path)));
    const reached = reach(roots, { referencesOf: (path) => right.get(path)?.references ?? [], within, dull: rebuilt });
    const explained = changes.filter(({ kind, freshPaths }) => kind !== 'rebuilt' && freshPaths.length > 0).slice(0, EXPLAINED);
    const nearest = nearestOf(explained, reached);
    return changes.map((change) => {
        const { freshPaths: _, ...rest } = change;
        return { ...rest, why: chainTo(nearest.get(change), reached) };
    });
}
/** For each change, which of its new paths is reached first. */
function nearestOf(changes, reached) {
    const changeOfPath = new Map(changes.flatMap((change) => change.freshPaths.map(({ path }) => [path, change])));
    const nearest = new Map();
    for (const path of reached.keys()) {
        const change = changeOfPath.get(path);
        if (change !== undefined && !nearest.has(change))
            nearest.set(change, path);
    }
    return nearest;
}
function byWeight(a, b) {
    return weightOf(b) - weightOf(a) || (0,store_path/* compareText */.n6)(a.name, b.name);
}
function weightOf({ kind, after, fresh, gone }) {
    return kind === 'moved' ? (after?.bytes ?? 0) : (fresh.bytes ?? 0) + (gone.bytes ?? 0);
}


/***/ }),

/***/ 96801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VR: () => (/* binding */ METADATA_FILE),
  ij: () => (/* binding */ checkId),
  ps: () => (/* binding */ checkVersion),
  GK: () => (/* binding */ isFeatureId),
  lk: () => (/* binding */ metadataWarnings),
  SA: () => (/* binding */ readFeatureMetadata),
  WJ: () => (/* binding */ readMetadataFile),
  $4: () => (/* binding */ requiredText)
});

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
/* harmony import */ var _redact_urls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75561);
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
    // No tag and no digest has a slash behind the at sign: this is a login, and not to be shown.
    const login = /^[^/@]+@(?=[^@]*\/)/.exec(text)?.[0];
    if (login !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`“${_redact_urls_js__WEBPACK_IMPORTED_MODULE_2__/* .MASKED */ .u}@${text.slice(login.length)}” is not an image reference: there is no login in one.`, {
            hint: 'Give the user name and the password apart, or log in with docker.',
        });
    }
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


/***/ })

};
