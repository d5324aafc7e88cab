export const id = 988;
export const ids = [988];
export const modules = {

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
const PROFILE = (0,json_field/* grammar */.qN)('a file inside the output (share/nix-feature/profile.sh)', isRelativeFolder);
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

/***/ 57200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readLayoutSbom),
/* harmony export */   G: () => (/* binding */ writeLayoutSboms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36118);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62338);






/** Writes the SBOM of a platform into a layout, in each of the formats. */
async function writeLayoutSboms(folder, facts, formats) {
    for (const format of formats) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(facts.document.system), format)), _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMATS */ .hR[format].write(facts), { mode: 0o644 });
    }
}
/**
 * Reads the SBOM of a platform from a layout that anybody may have written, and checks each format against the delta document.
 * @returns undefined if there is none
 * @throws IntegrityError if one is not what a build wrote
 */
async function readLayoutSbom(folder, document, created) {
    let metas;
    const formats = [];
    for (const format of _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .SBOM_FORMATS */ .zu) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(document.system), format));
        const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .V)(file, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_LIMIT */ .QN).catch((error) => {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        });
        if (bytes === undefined)
            continue;
        const read = (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .checkedSbom */ .b6)(bytes, format, { document, created }, file);
        metas ??= read;
        formats.push(format);
    }
    return metas === undefined ? undefined : { formats, metas };
}


/***/ }),

/***/ 82611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writeLayoutTests),
/* harmony export */   k: () => (/* binding */ readLayoutTests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_inert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10192);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36118);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1306);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);









const TESTS_FILE = 'tests.json';
/** Bytes. */
const LIMIT = 1024 * 1024;
/** Bases of each platform, and checks of each base. */
const MOST_TESTS = 100;
const MOST_CHECKS = 200;
/** Characters. */
const LONGEST = 1000;
const OUTCOMES = ['passed', 'failed', 'skipped'];
/** Leaves what the tests of a build showed in its layout, for the summary of the job that publishes. How long they took is left out: the same build leaves the same file. */
async function writeLayoutTests(folder, tests) {
    if (tests.length === 0)
        return;
    const written = tests.map(({ arch, base, user, checks, skipped }) => ({
        arch,
        base: oneLine(base),
        user: oneLine(user),
        checks: checks.map(({ title, outcome, detail }) => ({ title: oneLine(title), outcome, ...(detail === undefined ? {} : { detail: oneLine(detail) }) })),
        ...(skipped === undefined ? {} : { skipped: oneLine(skipped) }),
    }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE), (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)({ schemaVersion: 1, tests: written }), { mode: 0o644 });
}
/**
 * Reads them from a layout that anybody may have written.
 * @param arches the layout's own: a job says nothing of another one's platform
 * @returns none if there are none; durations are 0
 * @throws IntegrityError if they are not what a build wrote
 */
async function readLayoutTests(folder, arches) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE);
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .V)(file, LIMIT).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (bytes === undefined)
        return [];
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_2__/* .Field */ .D0.of(parse(bytes, refuse), refuse);
    field.get('schemaVersion').is(1);
    const tests = [];
    field.get('tests').each(MOST_TESTS * _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr.length, (test) => tests.push(testOf(test, arches)));
    return tests;
}
function parse(bytes, refuse) {
    try {
        return (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(bytes, { bytes: LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
}
function testOf(test, arches) {
    const checks = [];
    test.get('checks').each(MOST_CHECKS, (check) => {
        const detail = check.get('detail').optional((text) => text.text(LONGEST));
        checks.push({ title: check.get('title').text(LONGEST), outcome: check.get('outcome').oneOf(OUTCOMES), ...(detail === undefined ? {} : { detail }) });
    });
    const skipped = test.get('skipped').optional((text) => text.text(LONGEST));
    return {
        arch: test.get('arch').oneOf(arches),
        base: test.get('base').text(LONGEST),
        user: test.get('user').text(LONGEST),
        checks,
        ...(skipped === undefined ? {} : { skipped }),
        duration: 0,
    };
}
function oneLine(text) {
    return (0,_kit_inert_js__WEBPACK_IMPORTED_MODULE_4__/* .inertLog */ .H_)(text).replaceAll(/\s+/g, ' ').slice(0, LONGEST).toWellFormed();
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isOnDisk),
  n: () => (/* binding */ readBuiltLayout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/published.js
var published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
;// CONCATENATED MODULE: ./lib/layout/check-platform.js



/** What `oras pull` makes files of. */
const TITLE = 'org.opencontainers.image.title';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;
/**
 * Is a platform manifest what its delta document and its layout say? It is published as it is, so that there must be
 * nothing else in it.
 * @param where for messages
 * @throws IntegrityError
 */
function checkPlatform(manifest, document, { feature }, where) {
    const refuse = (why) => {
        throw new errors/* IntegrityError */.cs(`${where} can't be used: ${why}.`, { hint: 'Nothing was sent. Build again, and publish what that build wrote.' });
    };
    const named = `${document.feature.id} ${document.feature.version}`;
    if (named !== `${feature.id} ${feature.version}`)
        refuse(`its delta document is of ${named}, and its layout of ${feature.id} ${feature.version}`);
    if (manifest.artifactType !== media_types/* DELTA_ARTIFACT */.YD || manifest.config.mediaType !== media_types/* DELTA_CONFIG */.kt)
        refuse('it is not the manifest of a delta');
    const wanted = [...document.layers, envPathOf(document), ...(document.complement ?? [])];
    for (const [index, layer] of wanted.entries()) {
        if (!isSame(manifest.layers[index], layer))
            refuse(`its layer ${index + 1} is not ${layer.digest}, as in its delta document`);
    }
    if (manifest.layers.length > wanted.length)
        refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
    const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
    if (title !== undefined)
        refuse(`${JSON.stringify(title.slice(0, 80))} is not a valid file name`);
}
function envPathOf({ storePath }) {
    const text = `${storePath}\n`;
    return { mediaType: media_types/* ENV_PATH */.cc, digest: (0,digest/* digestOf */.ol)(text), size: text.length };
}
function isSame(found, { digest, size, mediaType }) {
    return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}

// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/layout/beside/layout-sboms.js
var layout_sboms = __webpack_require__(57200);
// EXTERNAL MODULE: ./lib/layout/beside/layout-tests.js
var layout_tests = __webpack_require__(82611);
;// CONCATENATED MODULE: ./lib/layout/built-layout.js











/** @throws Failure if the folder holds no build of a Feature; IntegrityError if it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,layout_facts/* readLayoutFacts */.Sn)(folder);
    const reader = await layout_reader/* LayoutReader */.I.open(folder);
    const platforms = [];
    const listed = reader.manifests.filter(({ artifactType }) => artifactType === media_types/* DELTA_ARTIFACT */.YD);
    if (listed.length > platform/* ARCHES */.Pr.length)
        throw new errors/* IntegrityError */.cs(`The layout ${folder} holds ${listed.length} platforms, and there are ${platform/* ARCHES */.Pr.length}.`);
    for (const { digest } of listed)
        platforms.push(await readPlatform(reader, digest, { facts, folder }));
    if (platforms.length === 0)
        throw new errors/* Failure */.HR(`The layout ${folder} holds no platform of a Feature.`);
    const tests = await (0,layout_tests/* readLayoutTests */.k)(folder, platforms.map(({ arch }) => arch));
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms, tests };
}
async function readPlatform(reader, digest, { facts, folder }) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new errors/* IntegrityError */.cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = await (0,published/* readDocument */.u0)(reader, manifest.config, `the config of ${where}`);
    checkPlatform(manifest, document, facts, where);
    const listed = ({ digest: wanted, size }) => {
        const found = manifest.layers.find((each) => each.digest === wanted && each.size === size);
        if (found === undefined)
            throw new errors/* IntegrityError */.cs(`${where} does not list the layer ${wanted} of its own delta document.`);
        return found;
    };
    const layers = document.layers.map(listed);
    const complement = (document.complement ?? []).map(listed);
    const fileOf = (blob) => reader.blobPath(blob.digest);
    const arch = (0,platform/* archOf */.Qh)(document.system);
    const { pushed, reused = {}, nix = {} } = facts;
    const sbom = await (0,layout_sboms/* readLayoutSbom */.C)(folder, document, facts.created);
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0, sbom, ...(nix[arch] === undefined ? {} : { nix: nix[arch] }) };
}
async function isOnDisk(platform, blob) {
    const found = await (0,promises_.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
}


/***/ }),

/***/ 84472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56118);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22500);
/* harmony import */ var _feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13050);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49793);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(83956);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(48285);
/* harmony import */ var _kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(36118);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(55541);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(37172);

















const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    // The author's own order would be lost in an object.
    const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__/* .canonicalJson */ .d)(value)]]));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}
/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure if the folder holds no build of ours, or one of another version of us; IntegrityError if it is no
 *   such document
 */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .V)(file, FACTS_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature's build.`, {
            cause,
            hint: 'Name the layouts that builds wrote, or the folders of downloaded artifacts.',
        });
    });
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const json = parse(bytes, refuse);
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
}
function parse(bytes, refuse) {
    try {
        return (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .parseJson */ .qF)(bytes, { bytes: FACTS_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
}
/**
 * The author's files of a layout. The archive must be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError if they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_kit_read_up_to_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .V)(path, FILES_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        return refuse("it can't be read", cause);
    });
    const digest = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(bytes);
    if (digest !== facts.files)
        refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
    const files = await unpack(bytes).catch((cause) => refuse('it is not a tar archive', cause));
    const foreign = files.find(({ name }) => name.split('/')[0] === _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__/* .BUNDLE_FOLDER */ .oA || name === _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__/* .METADATA_FILE */ .VR);
    if (foreign !== undefined)
        refuse(`it holds ${foreign.name}, which is reserved for nix-feature`);
    const again = await remade(files).catch((cause) => refuse('it holds names that a Feature can\'t have', cause));
    if (!again.equals(bytes))
        refuse('a build would write it differently');
    return files;
}
async function unpack(bytes) {
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([bytes]), entries);
    read.catch(() => undefined);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const contents = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
    }
    await read;
    return files;
}
async function remade(files) {
    const chunks = [];
    for await (const chunk of (0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files))
        chunks.push(chunk);
    return Buffer.concat(chunks);
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
