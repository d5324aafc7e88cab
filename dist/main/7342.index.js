export const id = 7342;
export const ids = [7342];
export const modules = {

/***/ 7342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ checkSchema)
});

// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/feature/metadata/feature-reference.js
var feature_reference = __webpack_require__(72536);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
;// CONCATENATED MODULE: ./lib/feature/contract/schema-rules.js


function child(place, name, value) {
    return { value, names: [...place.names, name], at: (...more) => place.at(name, ...more) };
}
function fault(place, expected, hint) {
    return {
        severity: 'error',
        message: `${metadata/* METADATA_FILE */.VR}: "${place.names.join('.')}" ${expected}.`,
        ...(hint !== undefined && { hint }),
        location: place.at(),
    };
}
/** As {@link fault}, of what works all the same. */
function doubt(place, expected, hint) {
    return { ...fault(place, expected, hint), severity: 'warning' };
}
/** @param known the names that there are */
function unknownName(place, owner, known) {
    return {
        severity: 'warning',
        message: `${metadata/* METADATA_FILE */.VR}: ${owner} has no property "${place.names.join('.')}"; dev container tools ignore it.${(0,kit_text/* didYouMean */.au)(place.names.at(-1) ?? '', known)}`,
        hint: 'https://containers.dev/implementors/features/ lists the valid names.',
        location: place.at(),
    };
}
function schema_rules_text(place) {
    return typeof place.value === 'string' ? [] : [fault(place, 'must be a string in quotes')];
}

;// CONCATENATED MODULE: ./lib/feature/contract/mount-schema.js


const KNOWN = ['type', 'source', 'target'];
/**
 * Checks a mount: an object as the schema has it, or the text of docker's `--mount`, which the tools take as well. They
 * hand type, source and target on to the engine, which knows more types than the schema.
 */
function mount(place) {
    const { value } = place;
    if (typeof value === 'string')
        return mountText(place, value);
    if (!(0,field/* isObject */.Gv)(value))
        return [fault(place, 'must be an object with source, target and type')];
    const missing = KNOWN.filter((name) => typeof value[name] !== 'string' || value[name] === '');
    // A volume without a name is an anonymous one.
    const needed = missing.filter((name) => name !== 'source' || value['type'] === 'bind');
    if (needed.length > 0)
        return [fault(place, `lacks ${needed.join(' and ')}`)];
    return [
        ...(['bind', 'volume'].includes(String(value['type'])) ? [] : [doubt(child(place, 'type', value['type']), 'must be bind or volume')]),
        ...['source', 'target'].flatMap((name) => commaFault(child(place, name, value[name]))),
        ...Object.keys(value).filter((name) => !KNOWN.includes(name)).map((name) => unknownName(child(place, name, value[name]), 'a mount', KNOWN)),
    ];
}
function mountText(place, value) {
    const names = value.split(',').map((part) => part.split('=')[0]?.trim() ?? '');
    if (names.some((name) => ['target', 'dst', 'destination'].includes(name)))
        return [];
    return [fault(place, `is ${JSON.stringify(value)}, which has no target`, 'Write it as in docker run --mount: type=volume,source=name,target=/folder.')];
}
function commaFault(place) {
    return typeof place.value === 'string' && place.value.includes(',') ? [fault(place, 'has a comma, at which the engine ends it')] : [];
}

// EXTERNAL MODULE: ./lib/feature/environment/env-file.js
var env_file = __webpack_require__(19194);
// EXTERNAL MODULE: ./lib/feature/environment/option-environment.js
var option_environment = __webpack_require__(32511);
;// CONCATENATED MODULE: ./lib/feature/contract/option-schema.js




const option_schema_KNOWN = new Set(['type', 'default', 'description', 'enum', 'proposals']);
/** Variables that install.sh can't do without, and what reads them. */
const NEEDED = [
    [/^(?:PATH|HOME)$/, 'the shell'],
    [/^LD_/, 'the dynamic loader'],
    [/^_(?:REMOTE|CONTAINER)_USER(?:_HOME)?$/, 'every Feature and set by the tools'],
    [/^(?:GZIP|BZIP2?|XZ_OPT|XZ_DEFAULTS|TAR_OPTIONS)$/, 'the programs that unpack'],
];
/** Those that do harm with some values, or in some images. */
const DOUBTFUL = [
    [/^(?:BASH_ENV|SHELLOPTS|BASHOPTS|BASH_VERSINFO|UID|EUID|PPID)$/, 'bash, which is /bin/sh in some images'],
    [/^(?:IFS|POSIXLY_CORRECT)$/, 'the shell'],
    [/^(?:TMPDIR|CURL_HOME|CURL_CA_BUNDLE|SSL_CERT_FILE|WGETRC)$/, 'the programs that download'],
    [/^NIX_(?:FEATURE_.*|PATH|CONFIG|REMOTE|STORE|STORE_DIR|STATE_DIR|CONF_DIR|SSL_CERT_FILE)$/, 'Nix, or the installer'],
];
/** Checks options (containers.dev, "Feature options"). What works against the specification is a warning. */
function checkOptions(place) {
    const { value: options } = place;
    if (!(0,field/* isObject */.Gv)(options))
        return [fault(place, 'must be an object in braces')];
    return [
        ...Object.entries(options).flatMap(([name, option]) => checkOption(child(place, name, option), name)),
        ...sameVariables(place, Object.keys(options)),
    ];
}
function checkOption(place, name) {
    const { value: option } = place;
    if (!(0,field/* isObject */.Gv)(option))
        return [fault(place, 'must be an object with a type and a default')];
    return [
        ...Object.keys(option).filter((key) => !option_schema_KNOWN.has(key)).map((key) => unknownName(child(place, key, option[key]), 'an option', [...option_schema_KNOWN])),
        ...('description' in option ? schema_rules_text(child(place, 'description', option['description'])) : []),
        ...checkType(place, option),
        ...checkEnvFile(place, option),
        ...checkOurs(place, name, option),
        ...checkVariable(place, name),
    ];
}
function checkVariable(place, name) {
    const variable = (0,option_environment/* optionVariable */.eO)(name);
    if (!/^[A-Z_][A-Z0-9_]*$/.test(variable))
        return [fault(place, "can't be the name of an option, because it gives no variable", 'Use letters, digits, dashes and underscores.')];
    const readerIn = (list) => list.find(([variables]) => variables.test(variable))?.[1];
    const [needed, doubtful] = [readerIn(NEEDED), readerIn(DOUBTFUL)];
    const sets = (reader) => `sets the variable ${variable} for install.sh, which is read by ${reader}`;
    if (needed !== undefined)
        return [fault(place, sets(needed), 'Give the option another name.')];
    return doubtful === undefined ? [] : [doubt(place, sets(doubtful), 'Give the option another name.')];
}
function checkType(place, option) {
    const { type } = option;
    if (type !== 'boolean' && type !== 'string') {
        return [doubt(type === undefined ? place : child(place, 'type', type), type === undefined ? 'has no type' : 'must be "boolean" or "string"')];
    }
    const value = option['default'];
    if (value === undefined)
        return [doubt(place, 'has no default', 'A user who sets no value gets the default; without one, install.sh does not get the variable at all.')];
    if (typeof value !== type) {
        return [doubt(child(place, 'default', value), type === 'boolean' ? 'must be true or false, without quotes' : 'must be a string in quotes')];
    }
    return checkValues(place, option, value);
}
function checkValues(place, option, value) {
    const lists = ['enum', 'proposals'].filter((key) => key in option);
    const [list] = lists;
    if (list === undefined)
        return [];
    if (lists.length > 1)
        return [doubt(place, 'has both enum and proposals', 'enum allows no other values, proposals allows them: keep one.')];
    if (option['type'] === 'boolean')
        return [doubt(child(place, list, option[list]), 'has no meaning for a boolean')];
    const values = option[list];
    if (!Array.isArray(values) || !values.every((item) => typeof item === 'string')) {
        return [doubt(child(place, list, values), 'must be a list of strings')];
    }
    if (list === 'proposals' || values.some((each) => each === value))
        return [];
    return [doubt(child(place, 'default', value), `is "${String(value)}", which is not in its enum (${values.join(', ')})`)];
}
/** The tools put values as they are between double quotes of a file that a shell sources. */
function checkEnvFile(place, option) {
    const own = child(place, 'default', option['default']);
    const listed = ['enum', 'proposals'].flatMap((list) => {
        const values = option[list];
        return Array.isArray(values) ? values.map((value, index) => child(child(place, list, values), String(index), value)) : [];
    });
    return [own, ...listed].flatMap((each) => {
        const { value } = each;
        if (typeof value === 'object' && value !== null)
            return [fault(each, 'must be a string, or true or false')];
        const read = typeof value === 'string' ? (0,env_file/* readEnvFileValue */.R)(value) : 'literal';
        if (read === 'broken') {
            return [fault(each, `is ${JSON.stringify(value)}, which breaks the file that passes options to install.sh`, `The tools write ${(0,option_environment/* optionVariable */.eO)(place.names.at(-1) ?? '')}="…" without quoting the value: escape quotes and backslashes in it once more.`)];
        }
        return read === 'literal' ? [] : [doubt(each, `is ${JSON.stringify(value)}, part of which a shell evaluates before install.sh gets it`, 'To pass it unchanged, write a backslash before each dollar sign, backtick, double quote and backslash.')];
    });
}
/** The runtime reads `mode` and `userLinks` itself. */
function checkOurs(place, name, option) {
    const { type } = option;
    const variable = (0,option_environment/* optionVariable */.eO)(name);
    const value = option['default'];
    if (variable === 'USERLINKS' && type === 'string' && !['true', 'false', ''].includes(String(value)))
        return [fault(place, 'must be a boolean: the installer reads it')];
    if (variable !== 'MODE')
        return [];
    return type === 'boolean' ? [fault(place, 'must be a string: the installer reads it, and knows only auto, secure, dev and build')] : [];
}
/** `my-tool` and `my_tool` both are MY_TOOL. */
function sameVariables(place, names) {
    const first = new Map();
    return names.flatMap((name) => {
        const other = first.get((0,option_environment/* optionVariable */.eO)(name));
        if (other === undefined) {
            first.set((0,option_environment/* optionVariable */.eO)(name), name);
            return [];
        }
        return [fault(child(place, name, undefined), `and "${other}" are both ${(0,option_environment/* optionVariable */.eO)(name)} to install.sh`, 'Rename one of them.')];
    });
}

;// CONCATENATED MODULE: ./lib/feature/contract/schema.js






/**
 * The properties of devcontainer-feature.json (containers.dev, "devcontainer-feature.json properties", and the schema in
 * the specification's repository). `id` and `version` have rules of their own.
 */
const PROPERTIES = {
    $schema: schema_rules_text,
    id: () => [],
    version: () => [],
    name: schema_rules_text,
    description: schema_rules_text,
    documentationURL: url,
    licenseURL: url,
    keywords: listOf(schema_rules_text),
    options: checkOptions,
    containerEnv: mapOf(schema_rules_text),
    privileged: truth,
    init: truth,
    capAdd: listOf(schema_rules_text),
    securityOpt: listOf(schema_rules_text),
    entrypoint: schema_rules_text,
    customizations: mapOf(() => []),
    dependsOn: mapOf(dependency),
    installsAfter: listOf((place) => (typeof place.value === 'string' ? reference(place, place.value) : schema_rules_text(place))),
    legacyIds: listOf(legacyId),
    currentId: schema_rules_text,
    deprecated: truth,
    mounts: listOf(mount),
    onCreateCommand: command,
    updateContentCommand: command,
    postCreateCommand: command,
    postStartCommand: command,
    postAttachCommand: command,
};
/** Checks types and names of everything in the metadata. */
function checkSchema(document) {
    return Object.entries(document.value).flatMap(([name, value]) => {
        const place = placeOf(document, value, [name]);
        return Object.hasOwn(PROPERTIES, name) ? (PROPERTIES[name]?.(place) ?? []) : [unknownName(place, 'a Feature', Object.keys(PROPERTIES))];
    });
}
function placeOf(document, value, names) {
    return { value, names, at: (...more) => document.locationOf(...names, ...more) };
}
function truth(place) {
    return typeof place.value === 'boolean' ? [] : [fault(place, 'must be true or false, without quotes')];
}
function url(place) {
    const { value } = place;
    if (typeof value !== 'string')
        return schema_rules_text(place);
    if (/^https?:\/\//.test(value) && URL.canParse(value))
        return [];
    return [doubt(place, `is "${value}", which is not a URL`, 'Write a URL that begins with https://.')];
}
function listOf(rule) {
    return (place) => Array.isArray(place.value)
        ? place.value.flatMap((item, index) => rule(child(place, String(index), item)))
        : [fault(place, 'must be a list in brackets')];
}
function mapOf(rule) {
    return (place) => (0,field/* isObject */.Gv)(place.value)
        ? Object.entries(place.value).flatMap(([name, item]) => rule(child(place, name, item)))
        : [fault(place, 'must be an object in braces')];
}
/** A Feature that is installed before: its options, or what stands for them. */
function dependency(place) {
    const { value, names } = place;
    const isOptions = (0,field/* isObject */.Gv)(value) || typeof value === 'string' || typeof value === 'boolean';
    return [...reference(place, names.at(-1) ?? ''), ...(isOptions ? [] : [fault(place, 'must be an object with the options of that Feature', 'Write {} for none.')])];
}
function reference(place, name) {
    const read = (0,feature_reference/* readFeatureReference */.Ue)(name);
    const named = place.value === name ? `is ${JSON.stringify(name)}, and that` : '';
    if (read.kind === 'fault')
        return [fault(place, `${named} ${read.why}`.trim(), 'Name a Feature as in devcontainer.json: ghcr.io/devcontainers/features/node:1.')];
    if (read.kind === 'local')
        return [doubt(place, 'is a local path, which would be relative to the user of the published Feature', 'Name a published Feature.')];
    return [];
}
function legacyId(place) {
    const { value } = place;
    if (typeof value !== 'string')
        return schema_rules_text(place);
    return (0,identity/* isFeatureId */.GK)(value) ? [] : [fault(place, `is ${JSON.stringify(value)}, which can't be the name of a Feature`, 'Use lower case letters and digits, with single dashes, underscores or dots between them.')];
}
/** A text for a shell, a list of words, or an object of these. */
function command(place) {
    const { value } = place;
    if (typeof value === 'string')
        return [];
    if (Array.isArray(value))
        return listOf(schema_rules_text)(place);
    if (!(0,field/* isObject */.Gv)(value))
        return [fault(place, 'must be a string, a list of strings, or an object of these')];
    return Object.entries(value).flatMap(([name, item]) => {
        const inner = child(place, name, item);
        return typeof item === 'string' ? [] : Array.isArray(item) ? listOf(schema_rules_text)(inner) : [fault(inner, 'must be a string or a list of strings')];
    });
}


/***/ }),

/***/ 19194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ envFile),
/* harmony export */   R: () => (/* binding */ readEnvFileValue)
/* harmony export */ });
/*
 * How options reach install.sh: the dev container tools write `NAME="value"` lines into a file, each value as it is, and let
 * /bin/sh source it. So quotes, backslashes, dollar signs and backticks of a value mean something there.
 */
/** Returns the text of the file. @param values by the variable's name */
function envFile(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}="${value}"\n`)
        .join('');
}
/** Says what a shell makes of a value, without running it: what `$(…)` or backticks hold is not looked into. */
function readEnvFileValue(value) {
    let text = value;
    let evaluated = false;
    for (let inQuotes = true;;) {
        const [token = ''] = (inQuotes ? IN_QUOTES : BARE).exec(text) ?? [];
        text = text.slice(token.length);
        if (token === '')
            return text === '' && inQuotes ? (evaluated ? 'evaluated' : 'literal') : 'broken';
        if (token === '"')
            inQuotes = !inQuotes;
        evaluated ||= !PLAIN.test(token);
    }
}
const EXPANSION = String.raw `\$\{[A-Za-z_][^}]*\}|\$[A-Za-z0-9_@*#?!$-]|\$\([^]*\)|\`[^\`]*\``;
/** Before anything else a dollar sign is itself. */
const DOLLAR = String.raw `\$(?![({A-Za-z0-9_@*#?!$-])`;
/** One piece of what is in double quotes. */
const IN_QUOTES = new RegExp(String.raw `^(?:"|\\[^]|${EXPANSION}|${DOLLAR}|[^"\\$\`])`);
/** One piece of what is not in quotes, where a blank or an operator ends the assignment. */
const BARE = new RegExp(String.raw `^(?:"|'[^']*'|\\[^\n]|${EXPANSION}|${DOLLAR}|[^\s"'\\$\`;&|<>()])`);
const PLAIN = /^(?:[^"\\$`]|\$|\\[^\n])$/;


/***/ }),

/***/ 41881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readJsonc)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _written_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83956);




const MESSAGES = {
    InvalidSymbol: 'an unknown word',
    InvalidNumberFormat: 'an invalid number',
    PropertyNameExpected: "a property's name was expected",
    ValueExpected: 'a value was expected',
    ColonExpected: 'a colon was expected',
    CommaExpected: 'a comma was expected',
    CloseBraceExpected: 'a closing brace was expected',
    CloseBracketExpected: 'a closing bracket was expected',
    EndOfFileExpected: 'something follows the end',
    UnexpectedEndOfComment: 'a comment is not closed',
    UnexpectedEndOfString: 'a string is not closed',
};
/**
 * Parses an object in JSON with comments and trailing commas.
 * @param input the input that the file belongs to, for errors
 * @throws InputError with the place of the first fault
 */
function readJsonc(input, file, text) {
    const starts = lineStarts(text);
    const at = (offset) => ({ file, ...positionOf(starts, offset) });
    const deep = tooDeepAt(text);
    if (deep !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${file} is nested more than ${_json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .JSON_DEPTH */ .NE} levels deep.`, { location: at(deep) });
    const errors = [];
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text, errors, { allowTrailingComma: true });
    const [error] = errors;
    if (error !== undefined || root === undefined) {
        const code = error === undefined ? '' : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.printParseErrorCode)(error.error);
        const location = at(error?.offset ?? 0);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${file}:${location.line}:${location.column} is not JSON: ${MESSAGES[code] ?? (code || 'it is empty')}.`, {
            location,
        });
    }
    if (root.type !== 'object') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${file} holds no object: it must begin with a brace.`, { location: at(root.offset) });
    }
    return {
        value: (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.getNodeValue)(root),
        json: (0,_written_json_js__WEBPACK_IMPORTED_MODULE_2__/* .compactJson */ .Ar)(text, root),
        locationOf: (...names) => at(valueAt(root, names).offset),
        duplicates: duplicatesIn(root).map((key) => ({ name: String(key.value), location: at(key.offset) })),
    };
}
/** The kinds of the scanner's tokens (OpenBraceToken and so on): Node can't import its enum. */
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];
/** Where the bracket is that is one too many for a recursion's stack. The scanner has none. */
function tooDeepAt(text) {
    const scanner = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.createScanner)(text, true);
    let open = 0;
    for (let kind = scanner.scan(); kind !== END; kind = scanner.scan()) {
        if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET)
            open--;
        else if (kind === OPEN_BRACE || kind === OPEN_BRACKET)
            open++;
        if (open > _json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .JSON_DEPTH */ .NE)
            return scanner.getTokenOffset();
    }
    return undefined;
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
/** Once for a text: there may be as many places as there are words in it. */
function lineStarts(text) {
    return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}
function positionOf(starts, offset) {
    let [low, high] = [0, starts.length];
    // The last line that begins at the offset or before.
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}


/***/ }),

/***/ 49793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   A$: () => (/* binding */ checkNoArchTag),
/* harmony export */   SA: () => (/* binding */ readFeatureMetadata),
/* harmony export */   VR: () => (/* binding */ METADATA_FILE),
/* harmony export */   WJ: () => (/* binding */ readMetadataFile),
/* harmony export */   ij: () => (/* binding */ checkId),
/* harmony export */   lk: () => (/* binding */ metadataWarnings),
/* harmony export */   ps: () => (/* binding */ checkVersion)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95365);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _jsonc_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41881);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53597);







const METADATA_FILE = 'devcontainer-feature.json';
const MAX_BYTES = 1024 * 1024;
/**
 * Reads and checks a Feature's metadata (containers.dev, "devcontainer-feature.json properties"). Comments and trailing
 * commas are taken, as the dev container tools do.
 * @param folder absolute
 * @throws InputError with the place in the file
 */
async function readFeatureMetadata(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, METADATA_FILE);
    const document = await readMetadataFile(file);
    const id = checkId(document, requiredText(document, 'id'));
    const version = checkVersion(document, requiredText(document, 'version'));
    const [name, description] = ['name', 'description', 'documentationURL', 'licenseURL'].map((property) => optionalText(document, property));
    return {
        id,
        version,
        name,
        description,
        options: optionalObject(document, 'options'),
        json: document.json,
        file,
        warnings: metadataWarnings(document, id, folder),
    };
}
/** @throws InputError if it can't be read, or is not JSON */
async function readMetadataFile(file) {
    return (0,_jsonc_js__WEBPACK_IMPORTED_MODULE_5__/* .readJsonc */ .A)('feature', file, await readText(file));
}
/** Returns what is odd about the file but no reason to stop. @param folder absolute */
function metadataWarnings(document, id, folder) {
    return [...duplicateWarnings(document), ...(id === undefined ? [] : folderWarning(document, id, folder))];
}
async function readText(file) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
        if (size > MAX_BYTES)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${file} is larger than 1 MiB.`, { location: { file } });
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz)
            throw cause;
        const why = cause instanceof TypeError ? 'it is not UTF-8' : (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${file} can't be read: ${why}.`, { cause, location: { file } });
    }
}
/** @throws InputError */
function checkId(document, id) {
    if ((0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isFeatureId */ .GK)(id))
        return id;
    const near = id.toLowerCase();
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: the id "${id}" can't be the name of a Feature.`, {
        location: document.locationOf('id'),
        hint: (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isFeatureId */ .GK)(near)
            ? `Registries accept only lower case: write "${near}".`
            : 'Use lower case letters and digits, with single dashes, underscores or dots between them, 128 at most.',
    });
}
/** @throws InputError */
function checkVersion(document, version) {
    const location = document.locationOf('version');
    if (!(0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isFeatureVersion */ .R7)(version) && version.length <= _identity_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_VERSION */ .SF) {
        const meant = nearVersion(version);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: the version "${version}" is not a semantic version.`, {
            location,
            hint: `Expected three numbers, with or without a pre-release: ${meant === undefined ? '1.2.0, 2.0.0-rc.1' : `"${meant}"`}.${version.includes('+') ? " A registry's tag can't contain the plus sign and what follows it." : ''}`,
        });
    }
    if (version.length > _identity_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_VERSION */ .SF) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: the version has ${version.length} characters, which is too long for the tags of a registry.`, {
            location,
            hint: `Write one of ${_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_VERSION */ .SF} at most.`,
        });
    }
    return version;
}
/**
 * Releases have tags of their platforms, and once these ended in the architecture alone.
 * @throws InputError
 */
function checkNoArchTag(document, version) {
    if (!(0,_versions_js__WEBPACK_IMPORTED_MODULE_6__/* .looksLikeArchTag */ .IB)(version))
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: the version ${version} can't be published: it ends like a platform tag (-amd64, -arm64).`, {
        location: document.locationOf('version'),
        hint: 'Let the pre-release end in something other than the name of an architecture.',
    });
}
/** What somebody means who writes v1.2, 1.02.3 or 1.2.3+build. @returns undefined if it is anybody's guess */
function nearVersion(version) {
    const [, numbers = '', prerelease = ''] = /^\s*v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z.-]+))?(?:\+.*)?\s*$/.exec(version) ?? [];
    const whole = [...numbers.split('.'), '0', '0'].slice(0, 3).map((number) => number.replace(/^0+(?=\d)/, ''));
    const meant = `${whole.join('.')}${prerelease === '' ? '' : `-${prerelease}`}`;
    return numbers !== '' && (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isFeatureVersion */ .R7)(meant) ? meant : undefined;
}
/** @throws InputError */
function requiredText(document, property) {
    const text = optionalText(document, property);
    if (text !== undefined && text !== '')
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: "${property}" is ${text === '' ? 'empty' : 'missing'}.`, {
        location: document.locationOf(property),
        hint: 'A Feature has at least an id, a version and a name: { "id": "my-tools", "version": "1.0.0", "name": "My tools" }.',
    });
}
function optionalText(document, property) {
    const value = document.value[property];
    if (value === undefined || typeof value === 'string')
        return value;
    throw wrongType(document, property, 'a string in quotes');
}
function optionalObject(document, property) {
    const value = document.value[property];
    if (value === undefined)
        return undefined;
    if ((0,_json_field_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    throw wrongType(document, property, 'an object in braces');
}
function wrongType(document, property, expected) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('feature', `${METADATA_FILE}: "${property}" must be ${expected}.`, {
        location: document.locationOf(property),
    });
}
function duplicateWarnings(document) {
    return document.duplicates.map(({ name, location }) => ({
        message: `${METADATA_FILE}: "${name}" appears twice; the last one counts.`,
        location,
    }));
}
function folderWarning(document, id, folder) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder) === id)
        return [];
    return [
        {
            message: `${METADATA_FILE}: the id "${id}" differs from the name of its folder, "${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)}". Other dev container tools expect them to be equal.`,
            location: document.locationOf('id'),
        },
    ];
}


/***/ }),

/***/ 53597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ looksLikeArchTag),
/* harmony export */   PS: () => (/* binding */ tagsOfHighest),
/* harmony export */   UL: () => (/* binding */ highestRelease),
/* harmony export */   Ui: () => (/* binding */ movingTags),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   p9: () => (/* binding */ archTag)
/* harmony export */ });
/* unused harmony export otherArchTag */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82480);

const NUMBER = '(0|[1-9][0-9]*)';
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$`);
/** @returns undefined if the text is no version */
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = VERSION.exec(text) ?? [];
    if (major === undefined)
        return undefined;
    return { text, numbers: [Number(major), Number(minor), Number(patch)], prerelease: prerelease?.split('.') ?? [] };
}
function isPrerelease(version) {
    return version.prerelease.length > 0;
}
/** Compares versions (semver.org, item 11). */
function compareVersions(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const difference = number - (b.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (isPrerelease(a) !== isPrerelease(b))
        return isPrerelease(a) ? -1 : 1;
    for (let index = 0; index < Math.max(a.prerelease.length, b.prerelease.length); index += 1) {
        const difference = compareIdentifiers(a.prerelease[index], b.prerelease[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Numbers come before words; what ends sooner comes first. */
function compareIdentifiers(a, b) {
    if (a === undefined || b === undefined)
        return a === b ? 0 : a === undefined ? -1 : 1;
    const [left, right] = [a, b].map((text) => (/^[0-9]+$/.test(text) ? Number(text) : undefined));
    if (left !== undefined && right !== undefined)
        return left - right;
    if (left !== undefined || right !== undefined)
        return left === undefined ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
}
const LATEST = 'latest';
/** Returns `1.2`, `1` and `latest` for 1.2.3; a pre-release moves none. */
function movingTags(version) {
    if (isPrerelease(version))
        return [];
    const [major, minor] = version.numbers;
    return [
        { tag: `${major}.${minor}`, covers: ({ numbers }) => numbers[0] === major && numbers[1] === minor },
        { tag: String(major), covers: ({ numbers }) => numbers[0] === major },
        { tag: LATEST, covers: () => true },
    ];
}
/** Returns the highest release among a repository's tags that the moving tag covers. Other tags than versions don't count. */
function highestRelease(tags, { covers }) {
    return tags
        .flatMap((tag) => parseVersion(tag) ?? [])
        .filter((version) => !isPrerelease(version) && covers(version))
        .reduce((best, version) => (best === undefined || compareVersions(version, best) > 0 ? version : best), undefined);
}
/**
 * Returns the tag of one platform's delta: `1.2.0_amd64`, `latest-arm64`. No parser takes the first for a version: with a dash it
 * would be a pre-release, and newer than the pre-release whose platform it is.
 */
function archTag(tag, arch) {
    return `${tag}${tag === LATEST ? '-' : '_'}${arch}`;
}
/**
 * Returns a platform's tag as earlier versions of this program wrote it, or as this one does: the other of both.
 * @param name maybe with what stands before the tag
 * @returns undefined if it does not end in the tag of a platform
 */
function otherArchTag(name) {
    const [, version, sign, arch] = /^((?:.*:)?\d[^:/@]*)([-_])(amd64|arm64)$/s.exec(name) ?? [];
    return version === undefined ? undefined : `${version}${sign === '-' ? '_' : '-'}${arch}`;
}
/** Returns all tags of the highest release, as they are written one after the other. */
function tagsOfHighest(version, arches) {
    const moving = movingTags(version).map(({ tag }) => tag);
    return [version.text, ...arches.map((arch) => archTag(version.text, arch)), ...moving.filter((tag) => tag !== LATEST), ...arches.map((arch) => archTag(LATEST, arch)), LATEST];
}
/** Tells whether this version looks like a platform's tag, as earlier versions of this program wrote them. */
function looksLikeArchTag(version) {
    return _platform_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHES */ .Pr.some((arch) => version.endsWith(`-${arch}`));
}


/***/ })

};
