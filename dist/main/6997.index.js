export const id = 6997;
export const ids = [6997];
export const modules = {

/***/ 92871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ expandEnv),
/* harmony export */   w: () => (/* binding */ namesIn)
/* harmony export */ });
/**
 * Expands a value of `containerEnv` as engines do: the dev container tools write `ENV name="value"`, with `"` and `\` escaped,
 * and `$name` stands for what is set before (Dockerfile reference, "Environment replacement"; BuildKit, shell/lex.go).
 */
function expandEnv(value, environment) {
    if (/[\n\0]/.test(value))
        return { kind: 'fault', why: 'has a line break, which ends the instruction' };
    try {
        return { kind: 'value', value: new Lexer(`${value.replaceAll(/["\\]/g, String.raw `\$&`)}"`, environment).quoted('"') };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        return { kind: 'fault', why: error.message };
    }
}
/** Returns the names that stand in a value, as they are written: `PATH`, `localEnv:HOME`. */
function namesIn(value) {
    return [...value.matchAll(/\$\{([^}]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)/g)].map(([, braced, bare]) => braced ?? bare ?? '');
}
class Unreadable extends Error {
}
const UNCLOSED = 'has a "${" that is not closed';
const UNCLOSED_QUOTE = 'has a quote in "${…}" that is not closed';
/** Bytes of a variable: Linux starts no program with a longer one. */
const MOST_VALUE = 128 * 1024;
/** `${A:-${B:-…}}` */
const MOST_NESTED = 100;
const SPECIAL = /[@*#?$!0-]/;
const LETTER = /[\p{L}\p{Nd}_]/u;
class Lexer {
    #text;
    #environment;
    #at = 0;
    #nested = 0;
    constructor(text, environment) {
        this.#text = text;
        this.#environment = environment;
    }
    /** The rest of what a quote began. */
    quoted(end) {
        return this.#until(end, (next) => (next === '\\' && /["$\\]/.test(this.#peek(1)) ? this.#taken(2).slice(1) : undefined));
    }
    #until(end, special) {
        let value = '';
        for (;;) {
            const next = this.#peek();
            if (next === '')
                throw new Unreadable(end === '}' ? UNCLOSED : UNCLOSED_QUOTE);
            if (next === end)
                break;
            value += next === '$' ? this.#dollar() : (special(next) ?? this.#taken(1));
            if (value.length > MOST_VALUE)
                throw new Unreadable(`becomes longer than the ${MOST_VALUE} bytes that a variable may have`);
        }
        this.#taken(1);
        return value;
    }
    /** What stands after a modifier has quotes of its own. */
    #word() {
        this.#nested += 1;
        if (this.#nested > MOST_NESTED)
            throw new Unreadable(`has more than ${MOST_NESTED} "\${…}" in one another`);
        const word = this.#until('}', (next) => {
            if (next === '\\')
                return this.#taken(2).slice(1);
            if (next === '"')
                return this.#taken(1) && this.quoted('"');
            return next === "'" ? this.#literal() : undefined;
        });
        this.#nested -= 1;
        return word;
    }
    #literal() {
        const end = this.#text.indexOf("'", this.#at + 1);
        if (end < 0)
            throw new Unreadable(UNCLOSED_QUOTE);
        return this.#taken(end + 1 - this.#at).slice(1, -1);
    }
    #dollar() {
        this.#taken(1);
        if (this.#peek() !== '{') {
            const name = this.#name();
            return name === '' ? '$' : (this.#environment(name) ?? '');
        }
        this.#taken(1);
        const name = this.#name();
        if (name === '')
            throw new Unreadable('has a "${" without a name behind it');
        if (this.#peek() === '}')
            return this.#taken(1) && (this.#environment(name) ?? '');
        return this.#modified(name);
    }
    #modified(name) {
        const start = this.#at;
        const emptyIsUnset = this.#peek() === ':';
        if (emptyIsUnset)
            this.#taken(1);
        const modifier = this.#peek();
        if (this.#at >= this.#text.length - 1)
            throw new Unreadable(UNCLOSED);
        if (!/[-+?]/.test(modifier))
            throw new Unreadable(`has "\${${name}${this.#text.slice(start, start + 2)}…}", which is not a modifier that engines know`);
        this.#taken(1);
        const word = this.#word();
        const set = this.#environment(name);
        const isSet = set !== undefined && !(emptyIsUnset && set === '');
        if (modifier === '+')
            return isSet ? word : '';
        if (isSet)
            return set;
        if (modifier === '?')
            throw new Unreadable(`demands "${name}", which is not set`);
        return word;
    }
    #name() {
        const digits = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
        if (digits !== undefined)
            return this.#taken(digits.length);
        if (SPECIAL.test(this.#peek()))
            return this.#taken(1);
        let length = 0;
        while (LETTER.test(this.#peek(length)))
            length += 1;
        return this.#taken(length);
    }
    #peek(ahead = 0) {
        return this.#text.charAt(this.#at + ahead);
    }
    #taken(count) {
        this.#at += count;
        return this.#text.slice(this.#at - count, this.#at);
    }
}


/***/ }),

/***/ 32511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vk: () => (/* binding */ containerEnvironment),
/* harmony export */   eO: () => (/* binding */ optionVariable),
/* harmony export */   ib: () => (/* binding */ optionValues)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _env_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92871);


/** Returns the variable that install.sh gets an option by (containers.dev, "Option resolution"). */
function optionVariable(name) {
    return name
        .replaceAll(/[^\w]/g, '_')
        .replace(/^[\d_]+/, '_')
        .toUpperCase();
}
/**
 * Returns the options of install.sh by their variables: what is given, an option that was never declared too, and the defaults of
 * the others. An option without a default is not there.
 * @param metadata as JSON
 */
function optionValues(metadata, given) {
    const { options = {} } = JSON.parse(metadata);
    const defaults = Object.entries(options).flatMap(([name, option]) => {
        const value = option?.default;
        return value === undefined ? [] : [[name, value]];
    });
    const version = typeof given !== 'object' && 'version' in options ? [['version', given]] : [];
    const all = [...defaults, ...(typeof given === 'object' ? Object.entries(given) : version)];
    return Object.fromEntries(all.map(([name, value]) => [optionVariable(name), String(value)]));
}
/**
 * Returns `containerEnv` as the dev container tools apply it: as ENV of the image, one after the other.
 * @param containerEnv each value as JSON
 * @param image the image's own variables
 */
function containerEnvironment(containerEnv, image) {
    const environment = { ...image };
    for (const [name, json] of containerEnv) {
        const value = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(json);
        const word = value === undefined ? undefined : (0,_env_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandEnv */ .q)(value, (wanted) => environment[wanted]);
        if (word?.kind === 'value')
            environment[name] = word.value;
    }
    return environment;
}


/***/ }),

/***/ 72536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ue: () => (/* binding */ readFeatureReference)
/* harmony export */ });
/* unused harmony exports COMES_AFTER, adviceOnOrder */
/** Short names that the tools still write out. */
const SHORT = new Set('aws-cli azure-cli common desktop-lite docker-from-docker docker-in-docker dotnet git git-lfs github-cli golang java kubectl-helm-minikube node powershell python ruby rust sshd terraform'.split(' '));
const PATH = /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)*$/;
const TAG = /^[a-z0-9_][a-z0-9._-]{0,127}$/;
/** Reads a name of `dependsOn` or `installsAfter`. Upper case is taken for lower case, as the tools do. */
function readFeatureReference(written) {
    const text = written.toLowerCase();
    if (/^\.\.?\//.test(text))
        return { kind: 'local' };
    if (text.startsWith('/'))
        return fault('is a path; local Features are named relative to the folder of devcontainer.json: ./my-feature');
    if (text.startsWith('https://'))
        return readAddress(text);
    if (!text.includes('/'))
        return SHORT.has(text) ? { kind: 'registry' } : fault('has no registry: write registry/namespace/id, such as ghcr.io/devcontainers/features/node');
    return readName(text);
}
function readAddress(text) {
    const file = URL.canParse(text) ? (new URL(text).pathname.split('/').at(-1) ?? '') : '';
    return /^devcontainer-feature-[\w-]+\.tgz$/.test(file) ? { kind: 'address' } : fault('is a URL whose file is not called devcontainer-feature-<id>.tgz');
}
function readName(text) {
    const [name = '', digest, ...more] = text.split('@');
    const registry = name.slice(0, name.indexOf('/'));
    if (!registry.includes('.') && !registry.startsWith('localhost')) {
        return /^[^/@]+\/[^/@]+\/[\w-]+(?:@[^@]+)?$/.test(text) ? { kind: 'release' } : fault(`begins with "${registry}", which is not a registry's host name`);
    }
    if (!URL.canParse(`https://${registry}`))
        return fault(`begins with "${registry}", which is not a registry's host name`);
    if (more.length > 0 || (digest !== undefined && !/^sha256:[a-f0-9]{64}$/.test(digest)))
        return fault('has a digest that is not sha256: and 64 hexadecimal digits');
    const colon = digest === undefined ? name.indexOf(':', name.lastIndexOf('/') + 1) : -1;
    const tag = colon < 0 ? undefined : name.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag))
        return fault(`has the version "${tag}", which is not a valid tag`);
    const path = (colon < 0 ? name : name.slice(0, colon)).slice(registry.length + 1);
    return PATH.test(path) ? { kind: 'registry' } : fault(`has the path "${path}", which is not valid for a Feature`);
}
function fault(why) {
    return { kind: 'fault', why };
}
/**
 * What a Feature should come after: the one installs no Nix if /nix exists already, the other makes the user that links
 * are for. Not added to what is published: the dev container tools look each name up in its registry, and end if it can't
 * be reached. Forms that need no registry (`owner/repository/id`, an address of a tarball) match no Feature of a registry.
 */
const COMES_AFTER = (/* unused pure expression or super */ null && (['ghcr.io/devcontainers/features/nix', 'ghcr.io/devcontainers/features/common-utils']));
/**
 * Says what metadata that leaves the order open should name. It is advice and no finding: whether another Feature comes along, only a
 * devcontainer.json knows.
 * @returns undefined if the order is given; `[]` is an order
 */
function adviceOnOrder({ value }) {
    if (value['installsAfter'] !== undefined)
        return undefined;
    return `"installsAfter" is missing, so the Features nix and common-utils may be installed after this one: the nix Feature then installs no Nix, and the user that common-utils creates does not exist yet.
Write "installsAfter": ${JSON.stringify(COMES_AFTER).replaceAll(',', ', ')}. The dev container tools look these names up in their registry. If your network can't reach it, write "installsAfter": [].`;
}


/***/ }),

/***/ 83956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ compactJson),
/* harmony export */   Is: () => (/* binding */ sortedJson),
/* harmony export */   Je: () => (/* binding */ stringOf),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   ak: () => (/* binding */ indentedJson),
/* harmony export */   kR: () => (/* binding */ objectJson),
/* harmony export */   lS: () => (/* binding */ membersOf)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);

/**
 * Reads an object without losing how it was written.
 * @param json with comments and trailing commas, or without
 * @returns empty if the text is no object
 */
function membersOf(json) {
    const root = json === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json, [], { allowTrailingComma: true });
    return root?.type === 'object' ? membersOfNode(json ?? '', root, 'written') : new Map();
}
/** Returns the items of a list, each as JSON text; undefined if the text is no list. */
function itemsOf(json) {
    const root = json === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json);
    return root?.type === 'array' ? (root.children ?? []).map((item) => compactJson(json ?? '', item)) : undefined;
}
/** Returns the value of a member that is a text; undefined if it is none. */
function stringOf(json) {
    const value = json === undefined ? undefined : JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
}
/** Returns the object that has these members, without blanks. */
function objectJson(members) {
    return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}
/**
 * Writes a node without blanks and comments: names in their order, numbers digit for digit. Of a name that appears twice
 * the last value counts, in the first one's place, as JSON.parse has it.
 * @param text what the node was parsed from
 */
function compactJson(text, node) {
    return write(text, node, 'written');
}
/** Returns the same text for the same JSON, in whatever order its names were written. Numbers stay digit for digit. */
function sortedJson(json) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(json);
    return root === undefined ? json : write(json, root, 'sorted');
}
/** Returns the same, a line for each member and item. @param json without blanks */
function indentedJson(json, indent = '') {
    const inner = `${indent}  `;
    const block = (open, lines, close) => lines.length === 0 ? `${open}${close}` : `${open}\n${lines.map((line) => `${inner}${line}`).join(',\n')}\n${indent}${close}`;
    if (json.startsWith('{'))
        return block('{', [...membersOf(json)].map(([name, value]) => `${JSON.stringify(name)}: ${indentedJson(value, inner)}`), '}');
    if (json.startsWith('['))
        return block('[', (itemsOf(json) ?? []).map((item) => indentedJson(item, inner)), ']');
    return json;
}
function write(text, node, order) {
    switch (node.type) {
        case 'object':
            return objectJson(membersOfNode(text, node, order));
        case 'array':
            return `[${(node.children ?? []).map((item) => write(text, item, order)).join(',')}]`;
        case 'number':
            return text.slice(node.offset, node.offset + node.length);
        default:
            return JSON.stringify(node.value);
    }
}
function membersOfNode(text, object, order) {
    const members = new Map();
    for (const { children: [name, value] = [] } of object.children ?? []) {
        if (name !== undefined && value !== undefined)
            members.set(String(name.value), write(text, value, order));
    }
    return order === 'written' ? members : new Map([...members].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 95365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ FEATURE_ID),
/* harmony export */   GK: () => (/* binding */ isFeatureId),
/* harmony export */   Q2: () => (/* binding */ FEATURE_VERSION),
/* harmony export */   R7: () => (/* binding */ isFeatureVersion),
/* harmony export */   SF: () => (/* binding */ LONGEST_VERSION)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);

// A Feature's id is the last part of its name in the registry; this is the grammar that the dev container CLI has for
// it (spec-configuration/containerCollectionsOCI.ts, "regexForPath").
const ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
// https://semver.org, "Is there a suggested regular expression": without build metadata, whose plus sign no tag can have.
const NUMBER = String.raw `(?:0|[1-9]\d*)`;
const IDENTIFIER = String.raw `(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?$`);
const LONGEST_ID = 128;
/** Characters. A tag has 128 at most, and the tags of platforms are longer than that of the version. */
const LONGEST_VERSION = 100;
function isFeatureId(text) {
    return text.length <= LONGEST_ID && ID.test(text);
}
function isFeatureVersion(text) {
    return text.length <= LONGEST_VERSION && VERSION.test(text);
}
const FEATURE_ID = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)('the id of a Feature (lower case letters and digits, with single . _ - between them)', isFeatureId);
const FEATURE_VERSION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)('a semantic version without build metadata (1.2.0, 2.0.0-rc.1)', isFeatureVersion);


/***/ }),

/***/ 93040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ JsonError),
/* harmony export */   NE: () => (/* binding */ JSON_DEPTH),
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Why a text is not the JSON that was wanted; the end of a sentence: "it is not JSON". Never quotes the text. */
class JsonError extends Error {
}
/** What everything that we read stays far below; deeper ones end a recursion's stack. */
const JSON_DEPTH = 64;
/** Each takes up to 40 bytes of memory, however little it takes of the text. */
const JSON_VALUES = 4_000_000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses JSON from outside: what would take too much memory or stack is refused before it is built.
 * @throws JsonError
 */
function parseJson(source, { bytes, depth = JSON_DEPTH, values = JSON_VALUES }) {
    const buffer = typeof source === 'string' ? Buffer.from(source) : source;
    if (buffer.length > bytes)
        throw new JsonError(`it has ${buffer.length} bytes; the limit is ${bytes}`);
    measure(buffer, depth, values);
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a secret.
        throw new JsonError('it is not JSON');
    }
}
/** What a program of ours writes about a closure may be large; more than this is never needed. */
const PROGRAM_LIMIT = 512 * 1024 * 1024;
/**
 * Returns the JSON in a text, or refuses it.
 * @param refuse throws; it is given the end of a sentence
 * @param limits unless given, those of what a program wrote
 */
function parsedJson(source, refuse, limits = { bytes: PROGRAM_LIMIT, values: 10 * JSON_VALUES }) {
    try {
        return parseJson(source, limits);
    }
    catch (cause) {
        return refuse(cause instanceof JsonError ? cause.message : String(cause), cause);
    }
}
/** Counts what JSON.parse would build; of what is no JSON, something or other. */
function measure(bytes, depth, values) {
    let open = 0;
    let count = 1;
    let inText = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (inText) {
            if (byte === BACKSLASH)
                at++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE) {
            inText = true;
        }
        else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
            open++;
            count++;
            if (open > depth)
                throw new JsonError(`it is nested more than ${depth} levels deep`);
        }
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
            open--;
        }
        else if (byte === COMMA || byte === COLON) {
            count++;
        }
        if (count > values)
            throw new JsonError(`it holds more than ${values} values`);
    }
}


/***/ }),

/***/ 55541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Dh: () => (/* binding */ DIGEST),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   z9: () => (/* binding */ digestOfHex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



const SHA256 = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return SHA256.test(text);
}
const DIGEST = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .grammar */ .qN)('a digest (sha256:<64 hexadecimal digits>)', isDigest);
/** @throws Failure if `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
function parseDigest(text) {
    if (!isDigest(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`"${text}" is not a digest: expected sha256:<64 hexadecimal digits>.`);
    return text;
}
/** Returns the digest of bytes in memory. */
function digestOf(bytes) {
    return digestOfHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'));
}
/** Returns the digest of a SHA-256 that was computed in a stream. */
function digestOfHex(hex) {
    return `sha256:${hex}`;
}
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 20844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Mo: () => (/* binding */ REGISTRY),
/* harmony export */   n_: () => (/* binding */ checkRepository),
/* harmony export */   uC: () => (/* binding */ checkTagOrDigest)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77363);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);




// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;
const REGISTRY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a registry's host (ghcr.io, localhost:5000)", isRegistry);
const REPOSITORY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a repository's name (org/my-tools)", isRepository);
function isRegistry(text) {
    return text.length <= MAX_NAME && HOST.test(text);
}
function isRepository(text) {
    return text.length <= MAX_NAME && NAME.test(text);
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * Checks names again before a request, wherever they come from, because its address is made of them.
 * @throws Failure if one is none
 */
function checkName({ registry, repository }) {
    if (!isRegistry(registry))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(registry)} is not ${REGISTRY.what}.`);
    checkRepository(repository);
}
/** @throws Failure if the text is no repository's name */
function checkRepository(text) {
    if (!isRepository(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is not ${REPOSITORY.what}.`);
}
/** @throws Failure if the text is neither a tag nor a digest */
function checkTagOrDigest(text) {
    if (isTag(text) || (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(text))
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is neither a tag nor a digest of a repository.`);
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}
const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';
/** @throws Failure if `text` is no image reference */
function parseReference(text) {
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${text}" is not an image reference: ${why}.`, { hint: HINT });
    };
    if (text === '')
        refuse('it is empty');
    if (/^[a-z]+:\/\//i.test(text))
        refuse('a reference has no scheme such as https://');
    // No tag and no digest has a slash behind the at sign: this is a login, and not to be shown.
    const login = /^[^/@]+@(?=[^@]*\/)/.exec(text)?.[0];
    if (login !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .MASKED */ .uA}@${text.slice(login.length)}" is not an image reference: it can't contain a login.`, {
            hint: 'Give user name and password separately, or log in with docker.',
        });
    }
    const at = text.indexOf('@');
    const digest = at === -1 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest))
        refuse(`"${digest}" is not sha256: and 64 hexadecimal digits`);
    const rest = at === -1 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        refuse(`"${tag}" is not a tag (letters, digits, "_", ".", "-", at most 128, not beginning with "." or "-")`);
    }
    const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
    if (!isRegistry(registry))
        refuse(`"${registry}" is not a registry's host name`);
    if (/[A-Z]/.test(repository))
        refuse(`the repository "${repository}" must be lower case`);
    if (!NAME.test(repository))
        refuse(`"${repository}" is not a repository's name`);
    if (registry.length + 1 + repository.length > MAX_NAME)
        refuse(`its name is longer than ${MAX_NAME} characters`);
    return {
        registry,
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest: digest }),
    };
}
/** Returns the reference written out in full: `docker.io/library/debian:12@sha256:…`. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const named = /[.:[A-Z]/.test(first) || first === 'localhost';
    const registry = named ? first : 'docker.io';
    const repository = named ? name.slice(slash + 1) : name;
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
/** Returns the arch of a `process.arch`, or undefined if this action has no name for it. */
function archOfNode(nodeArch) {
    return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
}


/***/ })

};
