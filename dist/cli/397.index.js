export const id = 397;
export const ids = [397];
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

/***/ 44864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Y_: () => (/* binding */ settleEntry),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95365);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(749);
/* harmony import */ var _metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53597);
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);





const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure if the text is no collection */
function parseCollection(text, where) {
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not JSON.`, { cause });
    }
    const members = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(text);
    const features = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(members.get('features') ?? '[]');
    const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
    if (!isCollection)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not a collection of Features.`);
    return { members, features };
}
/** The text of the file. */
function collectionText({ members, features }) {
    const json = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * The collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined if there is none yet
 * @param metadata as JSON
 * @returns undefined if nothing has to change: it is in, or a newer version of it is
 */
function mergeIntoCollection(present, metadata, source) {
    const { members, features } = present ?? { members: sourceInformation(source), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === memberText(metadata, 'id'));
    const earlier = features[index];
    if (earlier === undefined)
        return { members, features: [...features, metadata] };
    return replaces(metadata, earlier) ? { members, features: features.with(index, metadata) } : undefined;
}
/**
 * The collection with a Feature's entry as it should be.
 * @param metadata as JSON; undefined: the Feature is gone. That of another id, which a Feature has that was renamed, changes nothing
 * @returns undefined if it is so already
 */
function settleEntry(present, id, metadata) {
    const { members, features } = present ?? { members: sourceInformation(undefined), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === id);
    if (metadata === undefined)
        return index < 0 ? undefined : { members, features: features.toSpliced(index, 1) };
    if (features[index] === metadata || memberText(metadata, 'id') !== id)
        return undefined;
    return { members, features: index < 0 ? [...features, metadata] : features.with(index, metadata) };
}
/** The id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
function entriesOf({ features }) {
    return features.flatMap((each) => {
        const id = memberText(each, 'id');
        return id === undefined || !(0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .isFeatureId */ .GK)(id) ? [] : [{ id, version: memberText(each, 'version') }];
    });
}
function sourceInformation(source = 'nix-feature-action') {
    return new Map([['sourceInformation', JSON.stringify({ source })]]);
}
function memberText(json, name) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .stringOf */ .Je)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(json).get(name));
}
function replaces(metadata, earlier) {
    if (metadata === earlier)
        return false;
    const [next, last] = [metadata, earlier].map((json) => (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(memberText(json, 'version') ?? ''));
    if (next === undefined || last === undefined)
        return true;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last))
        return false;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next))
        return true;
    return (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(next, last) >= 0;
}
/** The manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS,
        config: { ...config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [{ ...file, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .COLLECTION_LAYER */ .ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
}


/***/ }),

/***/ 62847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ keyBundle),
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   Sq: () => (/* binding */ signedBytes),
/* harmony export */   lI: () => (/* binding */ BUNDLE_LIMIT),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);





/** The sigstore bundle format, version 0.3: artifact type and media type of what is attached. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** What others may have attached. */
const READ_TYPES = [BUNDLE_TYPE, 'application/vnd.dev.sigstore.bundle+json;version=0.3', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.1'];
/** Bytes. The payload is in it as base64. */
const BUNDLE_LIMIT = 2 * _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_LIMIT */ .QS;
const LONGEST_SIGNATURE = 4096;
const MOST_ENTRIES = 32;
/** Parses a bundle: one DSSE envelope with one signature. @throws IntegrityError */
function parseBundle(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: BUNDLE_LIMIT, values: 100_000 });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('mediaType').oneOf(READ_TYPES);
    const envelope = document.get('dsseEnvelope');
    const signatures = [];
    envelope.get('signatures').each(MOST_ENTRIES, (signature) => signatures.push(base64(signature.get('sig'), LONGEST_SIGNATURE)));
    const [signature, ...others] = signatures;
    if (signature === undefined || others.length > 0)
        return refuse(`it has ${signatures.length} signatures instead of one`);
    const material = document.get('verificationMaterial');
    material.get('tlogEntries').optional((entries) => entries.each(MOST_ENTRIES, (entry) => entry.object()));
    const kinds = ['publicKey', 'certificate', 'x509CertificateChain'].filter((kind) => material.get(kind).value !== undefined);
    if (kinds.length !== 1)
        refuse(`it should name one of publicKey, certificate and x509CertificateChain, but names ${kinds.length}`);
    return {
        payloadType: envelope.get('payloadType').text(),
        payload: base64(envelope.get('payload'), BUNDLE_LIMIT),
        signature,
        signedBy: kinds[0] === 'publicKey' ? 'key' : 'certificate',
        json,
    };
}
/** Standard base64 and nothing else: Buffer would read past what is none. */
function base64(field, most) {
    const { value } = field;
    if (typeof value !== 'string' || value === '' || value.length > most)
        return field.refuse('is not base64 of a reasonable length');
    const bytes = Buffer.from(value, 'base64');
    return bytes.toString('base64') === value ? bytes : field.refuse('is not base64');
}
/** Writes a bundle of an envelope that was signed with a key. @param hint names the key; sigstore's clients only show it */
function keyBundle(payloadType, payload, signature, hint) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({
        mediaType: BUNDLE_TYPE,
        verificationMaterial: { publicKey: { hint }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
        // A key id that is not empty makes cosign 3 fail.
        dsseEnvelope: { payloadType, payload: asBase64(payload), signatures: [{ sig: asBase64(signature), keyid: '' }] },
    }));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The sigstore bundle can't be used: ${why}.`);
}
function asBase64(bytes) {
    return Buffer.from(bytes).toString('base64');
}
/**
 * What is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
function signedBytes(payloadType, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}


/***/ }),

/***/ 36462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   QS: () => (/* binding */ STATEMENT_LIMIT),
/* harmony export */   Tp: () => (/* binding */ statementBytes),
/* harmony export */   lP: () => (/* binding */ STATEMENT_PAYLOAD)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);





/** in-toto attestation framework, "Statement", and what older clients write. */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const STATEMENT_TYPES = [STATEMENT, 'https://in-toto.io/Statement/v0.1'];
/** The payload type of an envelope that holds a statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';
/** Bytes. An SBOM of a large closure may be the predicate. */
const STATEMENT_LIMIT = 64 * 1024 * 1024;
const MOST_SUBJECTS = 1024;
const MOST_DIGESTS = 16;
const LONGEST_TYPE = 1024;
/** Writes a statement about one manifest: the same bytes for the same content. @param name of its repository */
function statementBytes(subject, predicateType, predicate) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({ _type: STATEMENT, subject: [{ name: subject.name, digest: { sha256: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.digest) } }], predicateType, predicate }));
}
/** Parses the payload of an envelope. @throws IntegrityError */
function parseStatement(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: STATEMENT_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('_type').oneOf(STATEMENT_TYPES);
    const subjects = [];
    document.get('subject').each(MOST_SUBJECTS, (subject) => subjects.push(readSubject(subject)));
    return { subjects, predicateType: document.get('predicateType').text(LONGEST_TYPE), predicate: document.get('predicate').object() };
}
function readSubject(subject) {
    const digests = subject.get('digest').members(MOST_DIGESTS);
    return { name: subject.get('name').optional((name) => name.text()) ?? '', digest: Object.fromEntries(digests.map(([algorithm, digest]) => [algorithm, digest.text()])) };
}
/** Tells whether a statement is about a manifest: one of its subjects has this very digest. */
function isAbout({ subjects }, digest) {
    return subjects.some((subject) => Object.hasOwn(subject.digest, 'sha256') && subject.digest['sha256'] === (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The statement can't be used: ${why}.`);
}


/***/ }),

/***/ 6459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ settlePlace)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21844);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18923);



/**
 * Finds out whether a name is that of a namespace, which has a collection, or of a Feature.
 * @returns the same request, for the namespace; its collection, if it was read
 * @throws RegistryError, CancelledError
 */
async function settlePlace(request, host) {
    if (request.id !== undefined)
        return { request, collection: undefined };
    const collection = await collectionOf(request, host);
    if (collection !== undefined || !request.mayBeFeature)
        return { request, collection };
    const slash = request.namespace.lastIndexOf('/');
    return { request: { ...request, namespace: request.namespace.slice(0, slash), id: request.namespace.slice(slash + 1) }, collection };
}
/** @returns undefined if there is none, or a Feature is there */
async function collectionOf(request, host) {
    if (!request.collection)
        return undefined;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .readNamespace */ .oZ)(new _release_target_js__WEBPACK_IMPORTED_MODULE_1__/* .Namespace */ .g$(request, host));
    }
    catch (error) {
        if (!request.mayBeFeature || !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl || host.signal.aborted)
            throw error;
        return undefined;
    }
}


/***/ }),

/***/ 92397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prune: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./lib/feature/manifest/collection.js
var manifest_collection = __webpack_require__(44864);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var metadata_versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/limiter.js
var kit_limiter = __webpack_require__(33540);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var bundle = __webpack_require__(62847);
// EXTERNAL MODULE: ./lib/release/target.js
var release_target = __webpack_require__(21844);
// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var formats = __webpack_require__(40848);
// EXTERNAL MODULE: ./lib/publish/feature-place.js
var feature_place = __webpack_require__(6459);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var referrer = __webpack_require__(44130);
;// CONCATENATED MODULE: ./lib/publish/prune/decide-prune.js



/** Splits the releases into those that stay whatever is attached to them, and those that may go. @param keep how many of the highest stay */
function candidatesOf(content, keep) {
    const sorted = content.releases.toSorted((a, b) => order(b.version, a.version));
    const kept = content.foreign.map((version) => ({ version, why: 'foreign', by: [] }));
    const candidates = [];
    for (const [index, release] of sorted.entries()) {
        const by = index < keep ? [] : namedBy(content, release);
        if (index < keep)
            kept.push({ version: release.version, why: 'recent', by });
        else if (by.length > 0)
            kept.push({ version: release.version, why: 'tag', by });
        else
            candidates.push(release);
    }
    return { kept, candidates };
}
/** Decides what goes. @param attached to each candidate and to its platforms, by their digests @param goesAlong whether something attached of this type is no reason to keep a release */
function decidePrune(content, { kept, candidates }, attached, goesAlong) {
    const attachedTo = (digest) => attached.get(digest) ?? [];
    const foreignTo = (release) => ownManifests(release).flatMap(attachedTo).map(({ artifactType }) => artifactType).filter((type) => !goesAlong(type));
    const going = candidates.filter((release) => foreignTo(release).length === 0);
    const needed = neededWithout(content, going);
    const removed = going.toReversed().map((release) => {
        const lists = [...content.tags].filter(([tag]) => isAbout(tag, ownManifests(release))).map(([, digest]) => digest);
        const about = ownManifests(release).filter((digest) => !needed.has(digest)).flatMap(attachedTo).map(({ digest }) => digest);
        const all = [...about, ...lists, ...ownManifests(release)];
        return { version: release.version, digest: release.digest, manifests: [...new Set(all)].filter((digest) => !needed.has(digest)) };
    });
    const others = candidates.filter((release) => !going.includes(release)).map((release) => ({ version: release.version, why: 'attached', by: [...new Set(foreignTo(release))] }));
    const known = new Map([...content.manifests, ...[...attached.values()].flat().map(({ digest, known: each }) => [digest, each])]);
    return {
        kept: [...kept, ...others].toSorted((a, b) => order(b.version, a.version)),
        removed,
        freed: freedBytes(known, new Set(removed.flatMap(({ manifests }) => manifests))),
    };
}
/** The Feature's manifest, and those of its platforms. */
function ownManifests({ digest, platforms }) {
    return [digest, ...platforms];
}
function order(a, b) {
    const [left, right] = [(0,metadata_versions/* parseVersion */.ot)(a), (0,metadata_versions/* parseVersion */.ot)(b)];
    return left === undefined || right === undefined ? 0 : (0,metadata_versions/* compareVersions */.Zy)(left, right);
}
/** The tags, other than its own, that name a release or one of its platforms, themselves or by an index. */
function namedBy({ tags, manifests, releases }, release) {
    const members = new Set(ownManifests(release));
    // A platform of two releases holds neither of them back: it stays if one of them does.
    const namesMember = (digest) => !releases.some((each) => each.digest === digest) && (manifests.get(digest)?.names.some((name) => members.has(name)) ?? false);
    return [...tags]
        .filter(([tag, digest]) => !isOwnTag(tag, digest, release) && (members.has(digest) || namesMember(digest)))
        .map(([tag]) => tag)
        .toSorted();
}
/** Is a tag only there because of this release? Earlier versions of nix-feature wrote those of platforms in another way. */
function isOwnTag(tag, digest, release) {
    const ofPlatforms = new Set(platform/* ARCHES */.Pr.map((arch) => (0,metadata_versions/* archTag */.p9)(release.version, arch)));
    const isOfPlatform = release.platforms.includes(digest) && (ofPlatforms.has(tag) || ofPlatforms.has((0,metadata_versions/* otherArchTag */.pL)(tag) ?? ''));
    return tag === release.version || isOfPlatform || isAbout(tag, ownManifests(release));
}
/** The list of what refers to it, or what cosign puts beside it: `sha256-<hex>`, `sha256-<hex>.sig`. */
function isAbout(tag, digests) {
    return digests.some((each) => tag === (0,referrer/* fallbackTag */.fH)(each) || tag.startsWith(`${(0,referrer/* fallbackTag */.fH)(each)}.`));
}
/** What the releases and tags that stay lead to, and the lists of what is attached to any of that: two releases may have a platform in common. */
function neededWithout({ tags, manifests, releases }, going) {
    const staying = releases.filter((release) => !going.includes(release)).flatMap(ownManifests);
    const open = [...staying, ...[...tags].filter(([tag, digest]) => !going.some((release) => isOwnTag(tag, digest, release))).map(([, digest]) => digest)];
    const needed = new Set();
    for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
        if (needed.has(digest))
            continue;
        needed.add(digest);
        const about = [digest];
        open.push(...(manifests.get(digest)?.names ?? []), ...[...tags].filter(([tag]) => isAbout(tag, about)).map(([, list]) => list));
    }
    return needed;
}
function freedBytes(known, gone) {
    const freed = new Map();
    for (const digest of gone) {
        const manifest = known.get(digest);
        if (manifest === undefined)
            continue;
        freed.set(digest, manifest.size);
        for (const blob of manifest.blobs)
            freed.set(blob.digest, blob.size);
    }
    for (const [digest, { blobs }] of known)
        if (!gone.has(digest))
            for (const blob of blobs)
                freed.delete(blob.digest);
    return [...freed.values()].reduce((sum, bytes) => sum + bytes, 0);
}

// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
;// CONCATENATED MODULE: ./lib/publish/prune/repository-content.js







/** Manifests that are read at once. */
const TOGETHER = 6;
/** Reads all that the tags of a repository name: manifests, and those that they name. @throws Failure if a tag's manifest can't be had; RegistryError, IntegrityError if one can't be parsed, CancelledError */
async function readRepository(reader) {
    const limiter = new kit_limiter/* Limiter */.j(TOGETHER);
    const tags = new Map();
    const listed = await reader.tags();
    await Promise.all(listed.map((tag) => limiter.run(async () => {
        // What HEAD does not find would need nothing, and what it names could be deleted: so GET is asked as well.
        const digest = (await reader.head(tag))?.digest ?? (await ifThere(reader.resolve(tag)))?.descriptor.digest;
        if (digest !== undefined)
            tags.set(tag, digest);
    })));
    const manifests = new Map();
    const raws = new Map();
    const read = async (digest) => {
        if (manifests.has(digest))
            return;
        manifests.set(digest, { size: 0, names: [], blobs: [] });
        const raw = await ifThere(limiter.run(() => reader.manifest(digest)));
        if (raw === undefined)
            return;
        raws.set(digest, raw);
        const known = knownManifest(raw, reader.repository);
        manifests.set(digest, known);
        await Promise.all(known.names.map(read));
    };
    await Promise.all([...tags.values()].map(read));
    const [unread] = [...tags].find(([, digest]) => !raws.has(digest)) ?? [];
    if (unread !== undefined)
        throw new errors/* Failure */.HR(`${reader.repository}:${unread} is there, but its manifest can't be read, and may need any other one. Nothing was deleted.`, { hint: "Run nix-feature prune again. If it stays so, delete this tag first, with the registry's own tools." });
    const versions = [...tags].filter(([tag]) => (0,metadata_versions/* parseVersion */.ot)(tag) !== undefined);
    const releases = versions.flatMap(([version, digest]) => releaseOf(version, raws.get(digest), reader.repository));
    const foreign = versions.filter(([tag, digest]) => !releases.some((release) => isOwnTag(tag, digest, release))).map(([version]) => version);
    return { releases, foreign, tags, manifests };
}
/** What is attached to a manifest. @throws RegistryError, IntegrityError, CancelledError */
async function referrersOf(reader, subject) {
    const { list } = await reader.referrers(subject);
    return list.map(({ digest, size, artifactType, layers }) => ({ digest, artifactType, known: { size, names: [subject], blobs: layers } }));
}
function releaseOf(version, raw, where) {
    const published = raw === undefined ? undefined : (0,release_published/* publishedAs */.hY)(`${where}:${version}`, raw);
    return published?.version === version ? [{ version, digest: published.digest, platforms: [...published.platforms.values()].map(({ digest }) => digest) }] : [];
}
/** @throws IntegrityError for what can't be parsed: it may need what would be deleted */
function knownManifest(raw, where) {
    const size = raw.bytes.length;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    const { subject } = (0,referrer/* parseReferrer */.Xc)(raw, where);
    const about = subject === undefined ? [] : [subject];
    if (parsed.kind === 'index')
        return { size, names: [...parsed.index.manifests.map(({ digest }) => digest), ...about], blobs: [] };
    const platforms = [...(0,release_published/* publishedAs */.hY)(where, raw).platforms.values()].map(({ digest }) => digest);
    return { size, names: [...platforms, ...about], blobs: [parsed.manifest.config, ...parsed.manifest.layers] };
}
async function ifThere(answer) {
    return answer.catch((error) => {
        if (error instanceof errors/* RegistryError */.gl && error.status === 404)
            return undefined;
        throw error;
    });
}

;// CONCATENATED MODULE: ./lib/publish/prune/prune.js












/** OCI distribution specification, "Pulling manifests". What else a list has, nobody could have published. */
const TAG = /^\w[\w.-]{0,127}$/;
const RECIPE = 'docs/keep/retention.md#on-github';
/** Releases whose attached manifests are listed at once. */
const prune_TOGETHER = 4;
/**
 * Says which versions of a Feature, or of all Features of a namespace, nobody needs by name, and deletes them if asked to. The last ones stay, and so
 * does what a moving tag, another tag, an index or a foreign attachment names.
 * @throws Failure if there is no such Feature or collection, or the registry does not delete; RegistryError, IntegrityError, CancelledError
 */
async function prune(request, host) {
    if (request.apply && (0,release_target/* isGithubRegistry */.HV)(request)) {
        throw new errors/* Failure */.HR(`${request.registry} does not delete by the registry API, so nothing was deleted.`, {
            hint: `Delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
            inTerminal: `Leave --apply out, and delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
        });
    }
    const { target, ids } = await placeOf(request, host);
    const features = [];
    for (const id of ids)
        features.push({ id, ...(await pruneFeature({ ...target, id }, host)) });
    return {
        schemaVersion: 1,
        namespace: `${target.registry}/${target.namespace}`,
        keep: request.keep,
        applied: request.apply,
        features,
        freed: features.reduce((sum, { freed }) => sum + freed, 0),
    };
}
async function placeOf(named, host) {
    const { request: target, collection } = await (0,feature_place/* settlePlace */.P)(named, host);
    if (target.id !== undefined)
        return { target, ids: [target.id] };
    if (collection !== undefined)
        return { target, ids: (0,manifest_collection/* entriesOf */.Mc)(collection).map(({ id }) => id) };
    throw new errors/* Failure */.HR(`${target.registry}/${target.namespace} has no collection, which would list its Features.`, { hint: 'Name one: nix-feature prune <registry>/<namespace>/<id>.' });
}
async function pruneFeature(request, host) {
    const writer = new release_target/* Namespace */.g$(request, host).writer(request.id, request.apply ? { deletes: true } : {});
    const progress = host.stage(`Look at the releases of ${writer.repository}`);
    try {
        const content = await readRepository(writer.reader);
        if (content.releases.length === 0)
            throw new errors/* Failure */.HR(`${writer.repository} has no release of nix-feature.`);
        const split = candidatesOf(content, request.keep);
        const limiter = new kit_limiter/* Limiter */.j(prune_TOGETHER);
        const subjects = [...new Set(split.candidates.flatMap(ownManifests))];
        const attached = await Promise.all(subjects.map((digest) => limiter.run(async () => [digest, await referrersOf(writer.reader, digest)])));
        const plan = decidePrune(content, split, new Map(attached), goesAlong);
        progress.end(`${(0,format/* formatNumberOf */.Of)(plan.kept.length, 'version')} kept, ${plan.removed.length} to remove`);
        if (!request.apply)
            return plan;
        const removed = [];
        for (const each of plan.removed) {
            await refuseNewTags(writer, content.tags, removed.length);
            if (await remove(writer, each, removed.length, host))
                removed.push(each);
        }
        return { ...plan, removed };
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
    finally {
        writer.close();
    }
}
const OURS = new Set([bundle/* BUNDLE_TYPE */.q$, ...Object.values(formats/* FORMATS */.hR).map(({ mediaType }) => mediaType)]);
/** SBOMs, provenance and signatures say something of the release, and nothing needs them without it. */
function goesAlong(artifactType) {
    return OURS.has(artifactType) || artifactType.startsWith('application/vnd.dev.sigstore.bundle') || artifactType.startsWith('application/vnd.dev.cosign.');
}
/** A release that was published since the repository was read may need a platform that would go. @throws Failure */
async function refuseNewTags({ reader, repository }, known, done) {
    for (const tag of await reader.tags()) {
        // Some lists have tags that name nothing any more.
        if (known.has(tag) || !TAG.test(tag) || (await reader.head(tag)) === undefined)
            continue;
        throw new errors/* Failure */.HR(`${repository}: the tag ${tag} was set meanwhile. ${goneBefore(done)}.`, { hint: 'Run nix-feature prune again: it looks at all releases anew.' });
    }
}
/** Somebody may have published it again since it was looked at, or set a moving tag back to it. @returns the end of a sentence */
async function changedMeanwhile({ reader }, { version, digest, manifests }) {
    if ((await reader.head(version))?.digest !== digest)
        return 'was changed';
    const parsed = (0,metadata_versions/* parseVersion */.ot)(version);
    for (const tag of parsed === undefined ? [] : (0,metadata_versions/* tagsOfHighest */.PS)(parsed, platform/* ARCHES */.Pr).filter((each) => !each.startsWith(version))) {
        const named = (await reader.head(tag))?.digest;
        if (named !== undefined && manifests.includes(named))
            return `was named by the tag ${tag}`;
    }
    return undefined;
}
/** @param manifests of the version that was about to go */
function goneBefore(done, manifests = 0) {
    const gone = [...(done === 0 ? [] : [(0,format/* formatNumberOf */.Of)(done, 'version')]), ...(manifests === 0 ? [] : [`${(0,format/* formatNumberOf */.Of)(manifests, 'manifest')} of this one`])];
    return gone.length === 0 ? 'Nothing was deleted' : `${gone.join(' and ')} ${done + manifests === 1 ? 'was' : 'were'} deleted before`;
}
/** @param done how many versions are gone already @returns whether it is gone @throws Failure if the registry does not delete */
async function remove(writer, { version, digest, manifests }, done, host) {
    const changed = await changedMeanwhile(writer, { version, digest, manifests });
    if (changed !== undefined) {
        host.warning(`${writer.repository}:${version} ${changed} meanwhile, and is left alone.`);
        return false;
    }
    let count = 0;
    try {
        for (const each of manifests) {
            await writer.deleteManifest(each);
            count += 1;
        }
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl))
            throw error;
        const { status, code } = error;
        const why = status === 405 || code === 'UNSUPPORTED' ? 'The registry does not allow deletion' : `The registry did not delete ${version}`;
        throw new errors/* RegistryError */.gl(`${writer.repository}: ${why}. ${goneBefore(done, count)}. ${error.message}`, { method: error.method, url: error.url, ...(status !== undefined && { status }), ...(code !== undefined && { code }) }, {
            cause: error,
            hint: "Allow deletion in the registry's settings, or delete what the plan lists with the registry's own tools.",
        });
    }
    host.info(`Removed ${writer.repository}:${version}.`);
    return true;
}


/***/ }),

/***/ 18923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ updateCollection),
/* harmony export */   n1: () => (/* binding */ changeCollection),
/* harmony export */   oZ: () => (/* binding */ readNamespace)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44864);
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85972);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(749);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83270);
/* harmony import */ var _oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72129);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26791);
/* harmony import */ var _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84880);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(21844);












const TAG = 'latest';
const LIMIT = 16 * 1024 * 1024;
const ATTEMPTS = 20;
/**
 * Milliseconds. Whoever looked at the tag before our write, and wrote after it, has done so by then: it takes them about
 * as long as it took us, unless they are far away.
 */
const SETTLE = { least: 500, timesOurs: 4, most: 10_000 };
/**
 * Puts a Feature's metadata into the collection of its namespace, and leaves all else in it as it is.
 *
 * The protocol has no conditional writes (docs/make/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in again. A collection that
 * can't be read or written is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
async function updateCollection(namespace, { id, metadata, source }) {
    const { host, name } = namespace;
    try {
        const settled = await changeCollection(namespace, (present) => (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeIntoCollection */ .pg)(present, metadata, source));
        if (!settled)
            host.warning(`The collection ${name}:${TAG} is constantly written to by others; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CancelledError */ .cc || host.signal.aborted)
            throw error;
        host.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message} If the namespace should have none, set "collection: false".`);
    }
}
/**
 * Changes the collection of a namespace until it is as it should be.
 * @returns false if others write it all the time, so that the change may be lost
 * @throws Failure if it can't be read or written, or is something else; CancelledError
 */
async function changeCollection(namespace, change) {
    const { signal } = namespace.host;
    const writer = namespace.collection();
    try {
        let known;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await changeOnce(namespace, writer, { change, known });
            if (wrote === 'nothing to do')
                return true;
            if (wrote !== 'overtaken')
                known = wrote.present;
            await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), signal);
        }
        return false;
    }
    finally {
        writer.close();
    }
}
/** The collection of a namespace; undefined if there is none. @throws Failure, CancelledError */
async function readNamespace(namespace) {
    const writer = namespace.collection();
    try {
        return (await readCollection(writer, undefined))?.collection;
    }
    finally {
        writer.close();
    }
}
/**
 * @param took milliseconds of our look at the tag, our write and its reading back
 * @param lag milliseconds until the registry showed our write: what others wrote shows as late
 */
function settleTime(took, lag) {
    return Math.min(Math.max(SETTLE.least, SETTLE.timesOurs * Math.max(took, lag)), SETTLE.most);
}
/** Something else goes by the name that the collection should have. */
class NotACollection extends _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR {
}
async function changeOnce({ target, host }, writer, { change, known }) {
    const present = await readCollection(writer, known);
    const merged = change(present?.collection);
    if (merged === undefined)
        return 'nothing to do';
    const text = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .collectionText */ .EK)(merged);
    const file = await pushBytes(writer, Buffer.from(text), _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .COLLECTION_LAYER */ .ZJ);
    const config = await pushBytes(writer, Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .EMPTY_CONFIG */ .$v), _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .DEVCONTAINER_CONFIG */ .Wj);
    const manifest = Buffer.from(JSON.stringify((0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .collectionManifest */ .sj)(config, file, (0,_release_target_js__WEBPACK_IMPORTED_MODULE_11__/* .isGithubRegistry */ .HV)(target))));
    const began = performance.now();
    try {
        const { descriptor, lag } = await writer.pushManifest(manifest, _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_MANIFEST */ .MS, TAG, { expect: present?.digest ?? 'none', signal: host.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCollection */ .mU)(text, `${writer.repository}:${TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .TagMovedError */ .w))
            throw error;
        host.debug(`Another run wrote the collection; trying again. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: where HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await reader.resolve(TAG).catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    if (descriptor.digest === known?.digest)
        return known;
    const name = `${repository}:${TAG}`;
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .N)({ ...descriptor, bytes }, name);
    const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
    // A namespace is often a repository's name, by which an image of its own may go.
    if (file === undefined || file.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .COLLECTION_LAYER */ .ZJ || file.size > LIMIT) {
        throw new NotACollection(`${name} is not a collection of Features, so it was not changed.`);
    }
    const text = (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCollection */ .mU)(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_9__/* .bytesContent */ .dy)(bytes));
    return descriptor;
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, undefined, { signal }).catch(() => {
        throw (0,_oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_8__/* .cancelled */ .KW)(signal);
    });
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
