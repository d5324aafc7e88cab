export const id = 877;
export const ids = [877];
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

/***/ 98751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFeature: () => (/* binding */ publishFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/publish/assemble.js
var assemble = __webpack_require__(22531);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(11392);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/publish/fetch-layouts.js




const ARCH = platform/* ARCHES */.Pr.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?:${ARCH})(?:-(?:${ARCH}))*$`);
/**
 * Downloads the layouts that the run's jobs have built.
 * @param id the Feature; undefined: the only one there is
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError where there is no artifact service; Failure where there is nothing; InputError where it isn't clear which
 */
async function fetchLayouts(host, id, folder) {
    const { artifacts } = host;
    if (artifacts === undefined) {
        throw new errors/* SetupError */.w3('There are no artifacts to publish here.', { hint: 'Name the layouts: nix-feature publish <layout> …' });
    }
    const all = await artifacts.list();
    const wanted = choose(all, id);
    const folders = [];
    for (const artifact of wanted) {
        const target = (0,external_node_path_.join)(folder, artifact.name);
        await artifacts.download(artifact, target);
        folders.push(target);
    }
    host.info(`Publishing what ${(0,format/* formatList */.ki)(wanted.map(({ name }) => name))} hold${wanted.length === 1 ? 's' : ''}.`);
    return folders;
}
function choose(all, id) {
    const built = all.flatMap((artifact) => {
        const found = NAME.exec(artifact.name)?.groups?.['id'];
        return found === undefined ? [] : [{ artifact, id: found }];
    });
    const ids = [...new Set(built.map((each) => each.id))].sort();
    if (id === undefined && ids.length > 1) {
        throw new errors/* InputError */.dz('feature-id', `feature-id: is missing, and this run built several Features: ${(0,format/* formatList */.ki)(ids)}.`, {
            hint: 'Publish each with a step of its own that names it.',
        });
    }
    const chosen = built.filter((each) => id === undefined || each.id === id).map(({ artifact }) => artifact);
    if (chosen.length > 0)
        return chosen;
    const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature “${id}”`;
    throw new errors/* Failure */.HR(`This run has ${what}; it has ${(0,format/* formatList */.ki)(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
        hint: 'The jobs that build have to come before this one (needs:), and must not set upload-artifact: false.',
    });
}

// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 9 modules
var publish_assembly = __webpack_require__(46297);
;// CONCATENATED MODULE: ./lib/publish-feature.js
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
 * What several jobs have built becomes one Feature: their layouts are found, checked to belong together, pushed as far
 * as they are not yet, and given their tags.
 *
 * @throws Failure with what the user needs to know; nothing has a tag then that it did not have before
 */
async function publishFeature(request, outerHost) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const { host, warnings } = (0,collect_warnings/* collectWarnings */._)(outerHost);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const folders = request.layouts.length > 0 ? request.layouts : await download(request, host, cleanup);
        const layouts = [];
        for (const folder of folders)
            layouts.push(await (0,built_layout/* readBuiltLayout */.n)(folder));
        const assembly = (0,assemble/* assemble */.f)(layouts, request.arches);
        const publication = await (0,publish_assembly/* publishAssembly */.wD)(assembly, { target: request, delivery: request.delivery ?? assembly.facts.delivery, releaseTag: request.releaseTag }, host);
        return { ...reportOf(assembly, publication), warnings, given: request.given, duration: performance.now() - began };
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
async function download(request, host, cleanup) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'nix-feature-artifacts-'));
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return fetchLayouts(host, request.featureId, folder);
}
function reportOf({ facts, platforms }, publication) {
    const { name } = facts.metadata;
    return {
        feature: { ...facts.feature, ...(typeof name === 'string' ? { name } : {}) },
        upToDate: publication.upToDate,
        platforms: platforms.map(({ arch, document, digest }) => ({
            arch,
            document,
            digest,
            stages: [],
            reusedLayers: 0,
            uploadedBytes: publication.sent.get(arch) ?? 0,
        })),
        layout: undefined,
        digest: publication.digest,
        published: {
            what: 'feature',
            repository: publication.repository,
            tags: publication.tags,
            uploadedBytes: publication.featureBytes,
        },
        artifact: undefined,
    };
}


/***/ })

};
