export const id = 274;
export const ids = [274];
export const modules = {

/***/ 70642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRuntime)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The parts of the installer, in the order in which they are joined: the program itself must be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
    'signed',
    'bundle',
    'options',
    'rights',
    'nar',
    'preflight',
    'whole',
    'lock',
    'nix',
    'registry',
    'failure',
    'watch',
    'fetch',
    'layers',
    'unpack',
    'store',
    'owner',
    'switch',
    'shells',
    'record',
    'prune',
    'door',
    'dev',
    'register',
    'dev-lib',
    'release',
    'packages',
    'ctl',
    'why',
    'build',
    'mode',
    'main',
];
/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
async function readRuntime(folder) {
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble),
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _release_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92748);
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(283);





/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure if they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout is given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Several layouts are for ${arch}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(missing)} is missing. ` +
            `Only ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))} was built.`, { hint: 'Check whether the job that builds it failed or did not run. No tag was written.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
/** Whose release it is, and all content that is not each platform's own. */
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ...(0,_release_content_js__WEBPACK_IMPORTED_MODULE_3__/* .agreedFacts */ .mO)().map(({ what, of }) => [what, ({ facts }) => of(facts)]),
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don't belong together: their ${what} differs${values}.`, {
        hint: 'Publish only layouts that the jobs of one run built from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don't belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'It was pushed between the two jobs. Build all platforms again ("Re-run all jobs"), or name the base by digest.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don't belong together: they were built for different base images, ${first.names} and ${other.names}.`, { hint: 'Set the same base-image in each job of the matrix.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}
function prepare(assembly, wanted, sign) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .publishedMetadata */ .Eb)(content);
    return { assembly, content, metadata, delivery: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .deliveryOf */ .A9)(content), key: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(content), ...(sign === undefined ? {} : { sign }) };
}


/***/ }),

/***/ 47665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ composeFeature)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26791);
/* harmony import */ var _feature_layer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15174);






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key, sign } = prepared;
    const { facts, platforms } = assembly;
    const { onGithub, ...own } = place;
    const tar = await (0,_feature_layer_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFeatureLayer */ .j)(assembly, { metadata, delivery, ...own, ...(sign === undefined ? {} : { sign }) });
    const config = { mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVCONTAINER_CONFIG */ .Wj, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v), size: _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v.length };
    const manifest = (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .featureManifest */ .EX)({
        feature: facts.feature,
        metadata,
        key,
        config,
        tar: tar.descriptor,
        platforms,
        origin: facts.origin,
        onGithub,
        ...(facts.created === undefined ? {} : { created: facts.created }),
    });
    const bytes = Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesContent */ .dy)(Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v)) : (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .fileContent */ .qY)(tar.file));
    return { bytes, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), config, tar, blobs };
}


/***/ }),

/***/ 15174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/feature/environment/runtime-options.js
var runtime_options = __webpack_require__(31479);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
;// CONCATENATED MODULE: ./lib/feature/files/signed-files.js



/** What is signed: a line for each file. The runtime reads it, see docs/reference/formats.md. */
const SIGNED_LIST = `${bundle/* BUNDLE_FOLDER */.oA}/signed`;
const SIGNATURE = `${bundle/* BUNDLE_FOLDER */.oA}/signed.sig`;
const FORMAT = 'nix-feature-files-v1';
/** Layers are in the lists of layers, by digest; an exported Feature has them elsewhere. */
const LAYER = new RegExp(`^${bundle/* BUNDLE_FOLDER */.oA}/[^/]+/layers/`);
/** Makes the files that show who made a Feature's other files. @param files all of the others */
function signedFiles(files, sign) {
    const list = listOf(files);
    return [
        { name: SIGNED_LIST, bytes: list },
        { name: SIGNATURE, bytes: sign(Buffer.from(list)) },
    ];
}
/** `<SHA-256> <mode> <name>`, sorted by the bytes of the names. */
function listOf(files) {
    const lines = files
        .filter(({ name }) => !LAYER.test(name))
        .toSorted((a, b) => (0,feature_tar/* byBytes */.bg)(a.name, b.name))
        .map((file) => {
        if (!('bytes' in file))
            throw new Error(`${file.name} is neither a layer nor text`);
        return `${(0,external_node_crypto_.createHash)('sha256').update(file.bytes).digest('hex')} ${(0,feature_tar/* modeOf */.VV)(file).toString(8)} ${file.name}`;
    });
    return [FORMAT, ...lines].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/layout/feature-layer.js
















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/reference/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work, sign } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: metadata_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await (0,runtime/* readRuntime */.F)(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._8)(sign === undefined ? files : [...files, ...signedFiles(files, sign)])), async function* count(chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(file));
    return { file, descriptor: { mediaType: media_types/* DEVCONTAINER_LAYER */.nz, digest: (0,digest/* digestOfHex */.z9)(hash.digest('hex')), size } };
}
async function embedded(platforms, { reader, work }) {
    const files = [];
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            const name = `${bundle/* BUNDLE_FOLDER */.oA}/${platform.document.system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`;
            files.push({ name, file: await localFile(platform, layer, reader, work) });
        }
    }
    return files;
}
async function localFile(platform, layer, reader, work) {
    if (await (0,built_layout/* isOnDisk */.L)(platform, layer))
        return platform.fileOf(layer);
    if (reader === undefined)
        throw new Error(`the layer ${layer.digest} is not on disk`);
    const file = (0,external_node_path_.join)(work, 'layers', (0,bundle/* layerFileName */.dX)(layer));
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, 'layers'), { recursive: true });
    await (0,external_node_stream_promises_.pipeline)(reader.blob(layer), (0,external_node_fs_.createWriteStream)(file));
    return file;
}


/***/ }),

/***/ 71859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ composeSlsa)
/* harmony export */ });
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _slsa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12612);




/** Composes the SLSA predicate of a Feature (docs/verify/provenance.md). */
function composeSlsa({ feature, delivery, documents, origin, nix, run, version, isPublishedBefore }) {
    const { workflow, event, invocation, builder } = run;
    const [first] = documents;
    const internal = { ...(event === undefined ? {} : { event }), ...(Object.keys(nix).length === 0 ? {} : { nix }), ...(isPublishedBefore ? { publishedBefore: true } : {}) };
    return {
        buildDefinition: {
            buildType: _slsa_js__WEBPACK_IMPORTED_MODULE_3__/* .BUILD_TYPE */ .mK,
            externalParameters: {
                feature: { id: feature.id, version: feature.version },
                flake: first?.source.flake ?? '',
                platforms: documents.map(({ system }) => `linux/${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .archOf */ .Qh)(system)}`),
                baseImages: first?.bases.map(({ name }) => name) ?? [],
                delivery,
                complement: documents.some(({ complement = [] }) => complement.length > 0),
                ...(workflow === undefined ? {} : { workflow }),
            },
            ...(Object.keys(internal).length === 0 ? {} : { internalParameters: internal }),
            resolvedDependencies: dependenciesOf(documents, origin),
        },
        runDetails: {
            builder: { id: builder, version: { 'nix-feature': version } },
            ...(invocation === undefined ? {} : { metadata: { invocationId: invocation } }),
        },
    };
}
/** Source, base images and inputs of the flake; what several platforms have in common is there once. */
function dependenciesOf(documents, origin) {
    const all = [...sourceOf(origin), ...documents.flatMap((document) => [...basesOf(document), ...flakeOf(document)])];
    return [...new Map(all.map((resource) => [(0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(resource), resource])).values()];
}
function sourceOf({ source, revision }) {
    if (source === undefined || revision === undefined)
        return [];
    return [{ name: 'source', uri: `git+${source}@${revision}`, ...(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(revision) ? { digest: { gitCommit: revision } } : {}) }];
}
function basesOf({ bases, system }) {
    return bases.map(({ name, digest }) => ({
        name: 'base',
        uri: name,
        ...(digest === undefined ? {} : { digest: { sha256: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(digest) } }),
        annotations: { platform: `linux/${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .archOf */ .Qh)(system)}` },
    }));
}
function flakeOf({ source }) {
    const own = source.narHash === undefined ? [] : [{ name: 'flake', uri: source.flake, ...digestsOf({ narHash: source.narHash }) }];
    const { locked } = source;
    if (typeof locked !== 'object' || locked === null)
        return own;
    return [...own, ...Object.entries(locked).map(([name, input]) => inputOf(name, input))];
}
/** A locked input of a flake (Nix manual, "Flakes", "Lock files"). */
function inputOf(name, input) {
    const attributes = Object.fromEntries(Object.entries(Object(input)).filter((entry) => typeof entry[1] === 'string'));
    const uri = addressOf(attributes);
    return { name: `input ${name}`, ...(uri === undefined ? {} : { uri }), ...digestsOf(attributes) };
}
function addressOf({ type, owner, repo, rev, url, host }) {
    if (owner !== undefined && repo !== undefined) {
        return `${type ?? 'git'}:${owner}/${repo}${rev === undefined ? '' : `/${rev}`}${host === undefined ? '' : `?host=${host}`}`;
    }
    if (url === undefined)
        return undefined;
    return type === 'git' || type === 'hg' ? `${type}+${url}${rev === undefined ? '' : `@${rev}`}` : url;
}
/** `narSha256` is our own name, as SLSA has none for a folder's NAR. */
function digestsOf({ rev, narHash }) {
    const nar = /^sha256-([A-Za-z0-9+/]{43}=)$/.exec(narHash ?? '')?.[1];
    const digest = {
        ...(rev !== undefined && /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(rev) ? { gitCommit: rev } : {}),
        ...(nar === undefined ? {} : { narSha256: Buffer.from(nar, 'base64').toString('hex') }),
    };
    return Object.keys(digest).length === 0 ? {} : { digest };
}


/***/ }),

/***/ 22269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ signStatement)
});

// UNUSED EXPORTS: signWithKey

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var bundle = __webpack_require__(62847);
// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var format_statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/oci/http/transport.js + 5 modules
var http_transport = __webpack_require__(8834);
;// CONCATENATED MODULE: ./lib/provenance/sign/identity-token.js



const AUDIENCE = 'sigstore';
const ANSWER_LIMIT = 64 * 1024;
/** Milliseconds. */
const PATIENCE = 15_000;
/** JSON Web Token, compact: three parts of base64url (RFC 7515, 7.1). */
const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;
/**
 * Reads the job's identity: SIGSTORE_ID_TOKEN, or what GitHub gives a job with `id-token: write`. It is masked before it is used.
 * @returns an OpenID Connect token for the audience `sigstore`
 * @throws Failure if there is none, or it names nobody
 */
async function identityToken(source) {
    const given = source.env['SIGSTORE_ID_TOKEN']?.trim() ?? '';
    const token = given === '' ? await githubToken(source) : given;
    source.mask(token);
    checkToken(token);
    return token;
}
async function githubToken({ env, mask, signal }) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
    const url = URL.parse(address);
    if (url === null || bearer === '') {
        throw new errors/* Failure */.HR('sign: keyless needs an identity, and this job has none.', {
            hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere set SIGSTORE_ID_TOKEN to an OpenID Connect token for the audience "sigstore".',
        });
    }
    mask(bearer);
    url.searchParams.set('audience', AUDIENCE);
    const transport = new http_transport/* Transport */.o({ signal, idleTimeout: PATIENCE });
    try {
        const response = await transport.send({ method: 'GET', url, headers: { accept: 'application/json' }, authorization: `Bearer ${bearer}` });
        const body = await response.bytes(ANSWER_LIMIT);
        if (response.status !== 200)
            throw new errors/* Failure */.HR(`GitHub gave the job no identity token: it answered ${response.status}.`, { hint: 'Run the job again.' });
        const { value } = Object((0,parse_json/* parseJson */.qF)(body, { bytes: ANSWER_LIMIT }));
        return typeof value === 'string' ? value : '';
    }
    catch (error) {
        if (error instanceof parse_json/* JsonError */.N3)
            throw new errors/* Failure */.HR("GitHub gave the job no identity token: its answer can't be read.", { hint: 'Run the job again.' });
        throw error;
    }
    finally {
        transport.close();
    }
}
/** Nobody else's library shall find out, and quote it. */
function checkToken(token) {
    const payload = TOKEN.exec(token)?.[1];
    if (payload === undefined)
        throw noToken();
    try {
        const { sub, email } = Object((0,parse_json/* parseJson */.qF)(Buffer.from(payload, 'base64url'), { bytes: ANSWER_LIMIT }));
        if (typeof sub !== 'string' && typeof email !== 'string')
            throw noToken();
    }
    catch (error) {
        throw error instanceof parse_json/* JsonError */.N3 ? noToken() : error;
    }
}
function noToken() {
    return new errors/* Failure */.HR('The identity token is not a JSON Web Token with an identity.', { hint: 'Expected an OpenID Connect token for the audience "sigstore", with a subject.' });
}

;// CONCATENATED MODULE: ./lib/provenance/sign/sign-statement.js





/** Signs a statement by a key or by the identity of the job. @returns a sigstore bundle @throws Failure, CancelledError */
async function signStatement(statement, signing, job) {
    if (signing.by === 'key')
        return signWithKey(statement, signing.key);
    const token = await identityToken({ env: signing.env, mask: (secret) => job.mask(secret), signal: job.signal });
    // Loaded only when it is used, because it is large.
    const { signKeyless } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(179), __webpack_require__.e(411)]).then(__webpack_require__.bind(__webpack_require__, 22411));
    return signKeyless(statement, token, signing);
}
/**
 * Signs a statement with a private key.
 * @returns the bytes of a sigstore bundle, which cosign verifies too
 */
function signWithKey(statement, key) {
    return (0,bundle/* keyBundle */.KG)(format_statement/* STATEMENT_PAYLOAD */.lP, statement, (0,keys/* signWith */.Ez)(key, (0,bundle/* signedBytes */.Sq)(format_statement/* STATEMENT_PAYLOAD */.lP, statement)), hintOf(key));
}
/** Names the key as cosign does: the SHA-256 of its DER, as base64. */
function hintOf(key) {
    return (0,external_node_crypto_.createHash)('sha256').update((0,external_node_crypto_.createPublicKey)(key).export({ type: 'spki', format: 'der' })).digest('base64');
}


/***/ }),

/***/ 71750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
function refused(refusal, why) {
    return { verified: false, refusal, why };
}


/***/ }),

/***/ 62781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ verifyBundle)
/* harmony export */ });
/* unused harmony export matchesIdentity */
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _format_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77603);
/* harmony import */ var _format_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71750);





/**
 * Verifies a sigstore bundle, offline: its signature by a key, or its certificate by a trusted root and its identity and issuer. What the
 * statement is about is for the caller to compare: see `isAbout`.
 * @param bytes of the bundle, from anybody
 */
async function verifyBundle(bytes, trust) {
    let bundle;
    try {
        bundle = (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBundle */ .QN)(bytes);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('format', error.message);
    }
    if (bundle.payloadType !== _format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', `The signed content is ${bundle.payloadType}, not a statement (${_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP}).`);
    const signer = trust.by === 'key' ? byKey(bundle, trust.key) : await byIdentity(bundle, trust);
    if ('refusal' in signer)
        return signer;
    try {
        return { verified: true, statement: (0,_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStatement */ .By)(bundle.payload), signer };
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', error.message);
    }
}
function byKey({ signedBy, payloadType, payload, signature }, key) {
    if (signedBy !== 'key')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a certificate, not with a key: verify it by identity and issuer.');
    if (!(0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignedWith */ .J0)(key, (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .signedBytes */ .Sq)(payloadType, payload), signature))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('signature', 'The signature was not made with this key, or the signed content has changed.');
    return { by: 'key', fingerprint: (0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .keyFingerprint */ .yy)(key) };
}
async function byIdentity(bundle, { identity, issuer, roots }) {
    if (bundle.signedBy !== 'certificate')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a key, not with a certificate: verify it with that key.');
    // Loaded only when it is used, because it is large.
    const { certifiedSigner } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(187), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 55071));
    const signer = certifiedSigner(bundle, roots);
    if ('refusal' in signer)
        return signer;
    if (signer.issuer !== issuer)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('issuer', `The identity was confirmed by ${signer.issuer}, not by ${issuer}.`);
    if (!matchesIdentity(identity, signer.identity))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('identity', `It was signed by ${signer.identity}, not by ${identity}.`);
    return signer;
}
/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;
/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
function matchesIdentity(pattern, identity) {
    if (pattern.length > LONGEST || identity.length > LONGEST)
        return false;
    const parts = pattern.match(/\*\*|[^]/g) ?? [];
    // After each part of the pattern: 1 for each length of the identity that may be used up.
    let reached = new Uint8Array(identity.length + 1);
    reached[0] = 1;
    for (const part of parts) {
        const next = new Uint8Array(reached.length);
        for (const [at, isReached] of reached.entries())
            if (isReached === 1)
                markEnds(next, part, identity, at);
        reached = next;
    }
    return reached[identity.length] === 1;
}
/** Marks how far one part of a pattern may reach from `at` on. What another beginning has reached already is not walked again. */
function markEnds(ends, part, identity, at) {
    if (part !== '*' && part !== '**') {
        if (identity[at] === part)
            ends[at + 1] = 1;
        return;
    }
    const goesOn = (end) => end < identity.length && (part === '**' || identity[end] !== '/');
    ends[at] = 1;
    for (let end = at; goesOn(end) && ends[end + 1] === 0; end += 1)
        ends[end + 1] = 1;
}


/***/ }),

/***/ 72094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ attachProvenance),
/* harmony export */   j: () => (/* binding */ releasePredicate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20489);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2116);
/* harmony import */ var _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62847);
/* harmony import */ var _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12612);
/* harmony import */ var _provenance_format_statement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36462);
/* harmony import */ var _provenance_sign_sign_statement_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22269);
/* harmony import */ var _provenance_verify_verify_bundle_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62781);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13411);
/* harmony import */ var _provenance_format_compose_slsa_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(71859);











/** As cosign writes them, so that others find what they look for. */
const ANNOTATIONS = { 'dev.sigstore.bundle.content': 'dsse-envelope', 'dev.sigstore.bundle.predicateType': _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_5__/* .SLSA_PROVENANCE */ .YD };
/** Bundles that are looked at. */
const MOST_BUNDLES = 100;
/**
 * Signs the provenance of a release, and attaches it to the Feature's manifest. A release that has what this signer would sign keeps it.
 * @throws Failure if it can't be signed; RegistryError, IntegrityError if the registry does not give back what was attached; CancelledError
 */
async function attachProvenance({ namespace, writer }, release, { predicate, signing }) {
    const { job } = namespace;
    await (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_2__/* .inStage */ .uE)(job, 'Sign the provenance', {}, async () => {
        if (await isSigned(writer.reader, release.digest, signing))
            return [undefined, 'it is signed already'];
        const statement = (0,_provenance_format_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .statementBytes */ .Tp)({ name: writer.repository, digest: release.digest }, _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_5__/* .SLSA_PROVENANCE */ .YD, predicate);
        const payload = await (0,_provenance_sign_sign_statement_js__WEBPACK_IMPORTED_MODULE_7__/* .signStatement */ .f)(statement, signing, job);
        const subject = { mediaType: release.mediaType, digest: release.digest, size: release.bytes.length };
        const [referrer] = await writer.pushReferrers(subject, [{ artifactType: _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_TYPE */ .q$, payload, annotations: ANNOTATIONS }], job.signal);
        return [undefined, referrer?.digest];
    });
}
/**
 * Tells whether a release has provenance that this signer made. A signature by a key is verified. One by an identity is not, because that needs
 * a trusted root; `verify` does it.
 */
async function isSigned(reader, release, signing) {
    const { list } = await reader.referrers(release, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_TYPE */ .q$);
    for (const { layers: [layer] } of list.slice(0, MOST_BUNDLES)) {
        const bytes = layer === undefined ? undefined : await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .blobBytes */ .R)(reader, layer, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_LIMIT */ .lI).catch(noneIfUnreadable);
        const statement = bytes === undefined ? undefined : await statementOf(bytes, signing);
        if (statement?.predicateType === _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_5__/* .SLSA_PROVENANCE */ .YD && (0,_provenance_format_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .isAbout */ .KH)(statement, release))
            return true;
    }
    return false;
}
async function statementOf(bytes, signing) {
    if (signing.by === 'key') {
        const verification = await (0,_provenance_verify_verify_bundle_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyBundle */ .I)(bytes, { by: 'key', key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(signing.key) });
        return verification.verified ? verification.statement : undefined;
    }
    try {
        const { signedBy, payloadType, payload } = (0,_provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBundle */ .QN)(bytes);
        return signedBy === 'certificate' && payloadType === _provenance_format_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .STATEMENT_PAYLOAD */ .lP ? (0,_provenance_format_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStatement */ .By)(payload) : undefined;
    }
    catch (error) {
        return noneIfUnreadable(error);
    }
}
function noneIfUnreadable(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs || (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404))
        return undefined;
    throw error;
}
/**
 * Says of a release who built it, and of what.
 * @param isPublishedBefore this very content was published before the run
 */
function releasePredicate({ assembly: { facts, platforms }, delivery }, run, isPublishedBefore) {
    const nix = Object.fromEntries(platforms.flatMap((platform) => (platform.nix === undefined ? [] : [[platform.arch, platform.nix]])));
    const { feature, origin } = facts;
    return (0,_provenance_format_compose_slsa_js__WEBPACK_IMPORTED_MODULE_9__/* .composeSlsa */ .w)({ feature, delivery, documents: platforms.map(({ document }) => document), origin, nix, run, version: _version_js__WEBPACK_IMPORTED_MODULE_10__/* .VERSION */ .x, isPublishedBefore });
}


/***/ }),

/***/ 29274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _J: () => (/* binding */ checkPublishable),
  xB: () => (/* binding */ completeRelease),
  wD: () => (/* binding */ publishAssembly)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/layout/compose-feature.js
var compose_feature = __webpack_require__(47665);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
// EXTERNAL MODULE: ./lib/oci/push/push-image.js
var push_image = __webpack_require__(53540);
// EXTERNAL MODULE: ./lib/oci/push/push-manifest.js
var push_manifest = __webpack_require__(84880);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/provenance/sign/sign-deterministically.js

/** The order of the group of P-256 (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const BYTES = 32;
/**
 * Signs bytes so that the same key and bytes always give the same signature: what is published again has the same digest.
 * Ed25519 is so by itself; ECDSA with SHA-256 on P-256 takes its number from the key and the bytes (RFC 6979, 3.2).
 * @param key a private one, of Ed25519 or P-256
 * @returns of ECDSA as DER
 */
function signDeterministically(key, bytes) {
    if (key.asymmetricKeyType === 'ed25519')
        return (0,external_node_crypto_.sign)(null, bytes, key);
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
        throw new Error(`a key of the type ${key.asymmetricKeyType} can't sign`);
    const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
    const digest = numberOf((0,external_node_crypto_.createHash)('sha256').update(bytes).digest());
    for (const nonce of nonces(secret, digest % ORDER)) {
        const r = numberOf(multipliedBase(nonce)) % ORDER;
        const s = (inverse(nonce) * ((digest + r * numberOf(secret)) % ORDER)) % ORDER;
        if (r !== 0n && s !== 0n)
            return derOf([r, s]);
    }
    throw new Error('no usable nonce was found');
}
/** RFC 6979, 3.2, from step b on. */
function* nonces(secret, digest) {
    const seed = Buffer.concat([secret, bytesOf(digest)]);
    let value = Buffer.alloc(BYTES, 1);
    let key = Buffer.alloc(BYTES, 0);
    for (const round of [0, 1]) {
        key = hmac(key, value, Buffer.of(round), seed);
        value = hmac(key, value);
    }
    for (;;) {
        value = hmac(key, value);
        const number = numberOf(value);
        if (number > 0n && number < ORDER)
            yield number;
        key = hmac(key, value, Buffer.of(0));
        value = hmac(key, value);
    }
}
function hmac(key, ...parts) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(Buffer.concat(parts)).digest();
}
/** Returns the first coordinate of a multiple of the curve's base point: that of the public key of such a secret. */
function multipliedBase(factor) {
    const curve = (0,external_node_crypto_.createECDH)('prime256v1');
    curve.setPrivateKey(bytesOf(factor));
    return curve.getPublicKey().subarray(1, 1 + BYTES);
}
function inverse(number) {
    let [a, b, x, y] = [number % ORDER, ORDER, 1n, 0n];
    while (a > 1n) {
        const quotient = a / b;
        [a, b, x, y] = [b, a % b, y, x - quotient * y];
    }
    return x < 0n ? x + ORDER : x;
}
function numberOf(bytes) {
    return BigInt(`0x${bytes.toString('hex')}`);
}
function bytesOf(number) {
    return Buffer.from(number.toString(16).padStart(2 * BYTES, '0'), 'hex');
}
/** A sequence of whole numbers (X.690, 8.3 and 8.9). */
function derOf(numbers) {
    const parts = numbers.map((number) => {
        const hex = number.toString(16);
        const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
        // The highest bit is the sign.
        const signed = bytes.readUInt8(0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
        return Buffer.concat([Buffer.of(2, signed.length), signed]);
    });
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

// EXTERNAL MODULE: ./lib/release/look-at-release.js
var look_at_release = __webpack_require__(21918);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
;// CONCATENATED MODULE: ./lib/release/release-tag.js


// v1.2.3, 1.2.3, my-tools-v1.2.3, my-tools-1.2.3, my-tools/v1.2.3, my-tools@1.2.3; feature_my-tools_1.2.3 is what the
// official action writes.
const TAG = /^(?:feature_(?<official>[a-z0-9]+(?:[._-][a-z0-9]+)*)_|(?<id>[a-z0-9]+(?:[._-][a-z0-9]+)*?)[-/@])?v?(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;
/** Parses what a git tag releases. @returns undefined if it names no whole version (`v1`, `nightly`) */
function parseReleaseTag(tag) {
    const groups = TAG.exec(tag)?.groups;
    if (groups?.['version'] === undefined)
        return undefined;
    return { id: groups['id'] ?? groups['official'], version: groups['version'] };
}
/**
 * Checks that a git tag that names a version and the metadata agree.
 * @throws InputError if they differ, or the tag belongs to another Feature
 */
function checkReleaseTag(tag, feature) {
    const release = parseReleaseTag(tag);
    if (release === undefined)
        return;
    if (release.id !== undefined && release.id !== feature.id) {
        throw new errors/* InputError */.dz('feature', `The git tag ${tag} releases the Feature "${release.id}", but this is "${feature.id}".`, {
            hint: 'Let the workflow build only the Feature that the tag names.',
        });
    }
    if (release.version === feature.version)
        return;
    throw new errors/* InputError */.dz('feature', `The git tag ${tag} says version ${release.version}, and ${metadata/* METADATA_FILE */.VR} of ${feature.id} says ${feature.version}.`, { hint: `Set "version" in ${metadata/* METADATA_FILE */.VR} to ${release.version}, or delete the tag and tag version ${feature.version}.` });
}

// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(63988);
// EXTERNAL MODULE: ./lib/release/target.js
var release_target = __webpack_require__(21844);
// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var sbom_formats = __webpack_require__(40848);
// EXTERNAL MODULE: ./lib/publish/attach/attach-provenance.js
var attach_provenance = __webpack_require__(72094);
// EXTERNAL MODULE: ./lib/release/sbom-referrers.js
var sbom_referrers = __webpack_require__(37413);
;// CONCATENATED MODULE: ./lib/publish/attach/attach-sboms.js




const TITLE = 'org.opencontainers.image.title';
/**
 * Attaches an SBOM for each platform to a Feature's manifest. A release that has one keeps it: what is published stays the same, whoever
 * builds it again. Without it the release is a release all the same, so that a refusal is a warning.
 * @throws CancelledError
 */
async function attachSboms({ namespace, writer }, release, wanted) {
    const { job } = namespace;
    // The release's own time: whoever looks at both finds the same, whichever build attaches the SBOM.
    const created = (0,sbom_referrers/* createdOf */.YC)(release, writer.repository);
    const all = wanted.platforms.flatMap((platform) => contentsOf(platform, wanted.formats, created));
    if (all.length === 0)
        return;
    try {
        const there = await (0,sbom_referrers/* attachedSboms */.pc)(writer.reader, release.digest);
        const contents = all.filter(({ arch, format }) => !there.some((each) => each.arch === arch && each.format === format));
        if (contents.length === 0)
            return;
        const subject = { mediaType: release.mediaType, digest: release.digest, size: release.bytes.length };
        await writer.pushReferrers(subject, contents.map(({ content }) => content));
        job.info(`Attached ${(0,format/* formatList */.ki)(contents.map(({ name }) => name))} to ${writer.repository}:${release.version}.`);
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl || error instanceof errors/* IntegrityError */.cs))
            throw error;
        job.warning(`${writer.repository}:${release.version} is published without its SBOM: ${error.message} Run again to attach it, or set "sbom: none".`);
    }
}
function contentsOf({ arch, document, sbom }, formats, created) {
    if (sbom === undefined)
        return [];
    return (formats ?? sbom.formats).map((format) => {
        const name = (0,sbom_formats/* sbomFile */.yp)(arch, format);
        const payload = Buffer.from(sbom_formats/* FORMATS */.hR[format].write({ document, metas: sbom.metas, created }));
        return { arch, format, name, content: { artifactType: sbom_formats/* FORMATS */.hR[format].mediaType, payload, annotations: { [sbom_referrers/* ARCH_ANNOTATION */.JD]: arch, [TITLE]: name } } };
    });
}

// EXTERNAL MODULE: ./lib/publish/legacy-ids.js
var legacy_ids = __webpack_require__(68347);
// EXTERNAL MODULE: ./lib/publish/move-tags.js + 1 modules
var move_tags = __webpack_require__(69998);
// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(52714);
// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var credentials = __webpack_require__(52154);
;// CONCATENATED MODULE: ./lib/publish/readability.js


/** Nobody waits minutes for an answer without which the release is one. */
const POLICY = { attempts: 2, deadline: 15_000 };
/**
 * Asks for a release as somebody without a login would. If that can't be found out, as registries limit the requests
 * of strangers, a warning says so.
 * @throws CancelledError
 */
async function readability(namespace, id, { version }) {
    const { job } = namespace;
    const everybody = namespace.reader(id, { credentials: credentials/* anonymous */._5, policy: POLICY });
    try {
        return (await everybody.head(version)) === undefined ? 'with a login' : 'by everybody';
    }
    catch (error) {
        if (error instanceof errors/* RegistryError */.gl && [401, 403].includes(error.status ?? 0))
            return 'with a login';
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || job.signal.aborted)
            throw error;
        job.warning(`Could not find out whether ${everybody.name}:${version} is public: ${error.message}`);
        return 'unknown';
    }
    finally {
        everybody.close();
    }
}

// EXTERNAL MODULE: ./lib/publish/update-collection.js
var update_collection = __webpack_require__(18923);
;// CONCATENATED MODULE: ./lib/publish/publish-assembly.js
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
 * Publishes a Feature with all of its platforms. Everything is in the registry, by digest, before the first tag is
 * written; run again after it was interrupted, it completes what is missing.
 * @throws Failure if the version is published with other content; RegistryError, IntegrityError, CancelledError
 */
async function publishAssembly(assembly, options, publisher) {
    const { namespace, writer } = publisher;
    const { feature, origin } = assembly.facts;
    checkPublishable(feature, options.releaseTag);
    const prepared = (0,assemble/* prepare */.i)(assembly, options.delivery, signerOf(options.provenance?.signing));
    const earlier = await (0,release_release/* findRelease */.dv)(writer.reader, feature, prepared.content);
    // As it travels already: `auto` may come to another one today.
    const delivery = earlier === undefined ? prepared.delivery : (0,release_release/* deliveryOfRelease */.hK)(earlier, assembly.platforms.map(({ document }) => document));
    const pushed = earlier === undefined ? await pushRelease(prepared, publisher) : await mendRelease(earlier, prepared, publisher);
    const { release } = pushed;
    const formats = options.sbom === undefined ? undefined : (0,sbom_formats/* formatsOf */.IO)(options.sbom);
    await attachSboms(publisher, release, { platforms: assembly.platforms, formats });
    const predicate = options.provenance === undefined ? undefined : (0,attach_provenance/* releasePredicate */.j)({ ...prepared, delivery }, options.provenance.run, earlier !== undefined);
    const signing = options.provenance?.signing;
    // Before any tag that moves: where `latest` names a release that should be signed, it is.
    if (predicate !== undefined && signing !== undefined)
        await (0,attach_provenance/* attachProvenance */.Z)(publisher, release, { predicate, signing });
    const tags = await completeRelease(publisher, release, { id: feature.id, metadata: prepared.metadata, delivery, source: origin.source });
    if (earlier !== undefined)
        namespace.job.info(`${writer.repository}:${feature.version} is already published with this content.`);
    return {
        repository: writer.repository,
        digest: release.digest,
        tags,
        upToDate: earlier !== undefined,
        sent: pushed.sent,
        featureBytes: pushed.featureBytes,
        delivery,
        predicate,
    };
}
/** Shows in the Feature itself who made its files, for installers that demand it: only a key can be checked there. */
function signerOf(signing) {
    return signing?.by === 'key' ? (bytes) => signDeterministically(signing.key, bytes) : undefined;
}
/** Checks what can be known to be wrong before anything is built. @throws InputError */
function checkPublishable(feature, releaseTag) {
    if (releaseTag !== undefined)
        checkReleaseTag(releaseTag, feature);
    if ((0,versions/* looksLikeArchTag */.IB)(feature.version)) {
        throw new errors/* InputError */.dz('feature', `The version ${feature.version} of ${feature.id} can't be published: it ends like a platform tag (-amd64, -arm64).`, {
            hint: 'Let the pre-release end in something other than the name of an architecture.',
        });
    }
}
/**
 * Pushes the platforms by digest, and then the Feature under its version's tag, with which it is published. Who finds the
 * tag taken touches no other one.
 */
async function pushRelease(prepared, publisher) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { facts, platforms } = prepared.assembly;
        const { namespace, writer } = publisher;
        const { job } = namespace;
        const sent = await (0,push_platforms/* pushPlatforms */.z)(publisher, facts.feature.id, platforms);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const composed = await compose(prepared, publisher, cleanup);
        try {
            return await (0,stages/* inStage */.uE)(job, 'Push the Feature', { unit: 'bytes' }, async (progress) => {
                const manifest = { bytes: composed.bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS };
                const { descriptor, blobBytes, sent: isNew } = await (0,push_image/* pushImage */.G)(writer, manifest, {
                    content: ({ digest }) => composed.blobs(digest),
                    onProgress: (done, total) => progress.update(done, undefined, total),
                    signal: job.signal,
                    tag: facts.feature.version,
                });
                const release = { ...releaseMade(prepared, composed.bytes), ...(isNew ? { isNew } : {}) };
                return [{ release, sent, featureBytes: blobBytes }, `${descriptor.digest}, ${(0,format/* formatBytes */.z3)(blobBytes)} sent, delivery: ${prepared.delivery}`];
            });
        }
        catch (error) {
            const theirs = error instanceof push_manifest/* TagMovedError */.w ? await (0,release_release/* findRelease */.dv)(writer.reader, facts.feature, prepared.content) : undefined;
            if (theirs === undefined)
                throw error;
            // Somebody else has published the same version in the meantime: theirs counts, as it holds the same.
            return { release: theirs, sent, featureBytes: 0 };
        }
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
/** The Feature's manifest and blobs, in a folder that goes with `cleanup`. */
async function compose(prepared, { namespace, writer }, cleanup) {
    const { target } = namespace;
    const repository = namespace.repositoryOf(prepared.assembly.facts.feature.id);
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-publish');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    return (0,compose_feature/* composeFeature */.x)(prepared, { registry: target.registry, repository, onGithub: (0,release_target/* isGithubRegistry */.HV)(target), reader: writer.reader, work });
}
/** The release that a Feature's manifest makes. */
function releaseMade({ assembly: { facts, platforms } }, bytes) {
    return {
        version: facts.feature.version,
        digest: (0,digest/* digestOf */.ol)(bytes),
        bytes,
        mediaType: media_types/* IMAGE_MANIFEST */.MS,
        platforms: new Map(platforms.map(({ arch, digest }) => [arch, digest])),
        manifests: platforms.map((platform) => ({ digest: platform.digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes })),
    };
}
/**
 * Sends what a published release has lost: platform manifests, layers, documents, the Feature's tar. A Feature that was copied here from
 * another registry may have come without some.
 * @throws Failure if what was built now has other bytes than what is gone
 */
async function mendRelease(release, prepared, publisher) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { writer } = publisher;
        const missing = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (missing.length === 0)
            return { release, sent: new Map(), featureBytes: 0 };
        const { platforms } = prepared.assembly;
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        // Layers first: an embedding tar is made of them.
        const lost = new Set(missing.map(({ digest }) => digest));
        const sent = new Map();
        for (const platform of platforms)
            sent.set(platform.arch, await mendPlatform(platform, lost, writer));
        const composed = await compose(prepared, publisher, cleanup);
        let featureBytes = 0;
        for (const blob of [composed.config, composed.tar.descriptor]) {
            if (lost.has(blob.digest))
                featureBytes += (await writer.pushBlob(blob, composed.blobs(blob.digest))).sent;
        }
        const [still] = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (still !== undefined) {
            throw new errors/* Failure */.HR(`${writer.repository}:${release.version} lacks ${still.what} (${still.digest}) in the registry, and this build has different bytes.`, {
                hint: 'Raise the version, and publish it.',
                inTerminal: 'Raise the version, and publish it. Withdraw this one: nix-feature withdraw.',
            });
        }
        return { release, sent, featureBytes };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Sends those of a platform's blobs that are lost and on disk, and then its manifest if that is lost. @returns the bytes of blobs that were sent */
async function mendPlatform(platform, lost, writer) {
    let sent = 0;
    for (const blob of [platform.manifest.config, ...platform.manifest.layers]) {
        // What a manifest that is gone refers to could not be looked for.
        const isWanted = lost.has(blob.digest) || lost.has(platform.digest);
        if (isWanted && (await (0,built_layout/* isOnDisk */.L)(platform, blob)))
            sent += (await writer.pushBlob(blob, (0,blob_content/* fileContent */.qY)(platform.fileOf(blob)))).sent;
    }
    if (lost.has(platform.digest))
        await writer.pushManifest(platform.bytes, media_types/* IMAGE_MANIFEST */.MS, platform.digest);
    return sent;
}
/**
 * Gives a release that has its version's tag what it may still lack: its place in the collection, and the other tags. It
 * is a release without them, so that whatever is refused of these is a warning.
 * @returns all tags that name it or one of its platforms
 */
async function completeRelease({ namespace: given, writer }, release, facts) {
    const { namespace, stop } = given.stoppable();
    const publisher = { namespace, writer };
    const collected = namespace.target.collection ? (0,update_collection/* updateCollection */.IX)(namespace, facts) : Promise.resolve();
    const read = readability(namespace, facts.id, release);
    const named = (0,parallel/* together */.bs)(stop, collected, (0,legacy_ids/* publishLegacyIds */.T)(publisher, release, facts));
    const rest = (0,parallel/* together */.bs)(stop, named, read);
    const [[, readable], tags] = await (0,parallel/* together */.bs)(stop, rest, (0,move_tags/* tagRelease */.Q)(publisher, release, rest));
    if (readable === 'with a login')
        warnOfPrivacy(writer.repository, facts.delivery, namespace.job);
    return tags;
}
function warnOfPrivacy(name, delivery, log) {
    const what = delivery === 'layers' ? 'nobody can install it: install.sh downloads the layers without a login' : 'only users who are logged in can install it';
    const remedy = delivery === 'layers' ? 'Make the package public, or build with delivery: embed.' : 'Make the package public if everybody may use it.';
    log.warning(`${name} is private, so ${what}. ${remedy} On GitHub, this is in the "Package settings" of the package; once is enough for all versions.`);
}


/***/ }),

/***/ 52714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pushPlatforms)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20489);
/* harmony import */ var _layout_built_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6988);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(749);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26791);
/* harmony import */ var _oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53540);







/**
 * Pushes each platform's blobs and its manifest, by digest: no tag is touched.
 * @returns bytes of blobs that were sent for each platform
 */
async function pushPlatforms({ namespace, writer }, id, platforms) {
    const { job } = namespace;
    const repository = namespace.repositoryOf(id);
    const sent = new Map();
    for (const platform of platforms) {
        const blobs = await blobsOf(platform);
        await (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_2__/* .inStage */ .uE)(job, `Push the layers of ${platform.arch}`, { unit: 'bytes', total: sizeOf(platform) }, async (progress) => {
            const pushed = await (0,_oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_6__/* .pushImage */ .G)(writer, { bytes: platform.bytes, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_MANIFEST */ .MS }, {
                content: (blob) => contentOf(blob, blobs, platform),
                // The job that built it may have pushed it, and no tag tells of that.
                isKnown: (blob) => platform.pushed !== undefined || !blobs.has(blob.digest),
                mountFrom: () => mountSource(platform, writer, repository),
                onProgress: (done) => progress.update(done),
                signal: job.signal,
            });
            sent.set(platform.arch, pushed.blobBytes);
            return [undefined, pushed.blobBytes === 0 ? 'the registry has them all' : `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(pushed.blobBytes)} sent`];
        });
    }
    return sent;
}
function sizeOf({ manifest }) {
    return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
async function blobsOf(platform) {
    const { config, layers } = platform.manifest;
    const here = await Promise.all([config, ...layers].map(async (blob) => ((await (0,_layout_built_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnDisk */ .L)(platform, blob)) ? [blob.digest] : [])));
    return new Set(here.flat());
}
/** A job that pushed its layers may have left them out of its artifact. */
function contentOf(blob, onDisk, platform) {
    if (onDisk.has(blob.digest))
        return (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_5__/* .fileContent */ .qY)(platform.fileOf(blob));
    return {
        open: () => {
            const { pushed } = platform;
            const missing = `The layer ${blob.digest} for ${platform.arch} is neither in the layout nor in the registry`;
            if (pushed === undefined && platform.reusedLayers === 0) {
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; the artifact was uploaded without layers, as in pull requests.`, {
                    hint: 'Set "upload-artifact: true" in the build jobs.',
                });
            }
            if (pushed === undefined) {
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was reused from an earlier release.`, {
                    hint: 'Build again: a layer that was deleted in the meantime is then packed. To publish elsewhere, build without push, so the layout has all layers.',
                });
            }
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was pushed to ${pushed.registry}/${pushed.repository}.`, {
                hint: 'Build and publish with the same registry and namespace, or don\'t push in the build jobs, so their artifacts have the layers.',
            });
        },
    };
}
function mountSource({ pushed }, writer, repository) {
    if (pushed === undefined || pushed.repository === repository)
        return undefined;
    return writer.repository === `${pushed.registry}/${repository}` ? pushed.repository : undefined;
}


/***/ }),

/***/ 21918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lookAtRelease),
/* harmony export */   D: () => (/* binding */ lookAtParts)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);



const LATEST = 'latest';
/**
 * Looks whether a release is whole: by a HEAD for each tag and blob, and a GET for each platform's manifest.
 * @param moving whether tags such as `1.2` and `latest` are looked at
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function lookAtRelease(reader, release, moving) {
    const [tags, missing] = await Promise.all([lookAtTags(reader, release, moving), lookAtParts(reader, release)]);
    return { ...tags, missing };
}
async function lookAtTags(reader, { version: text, digest, platforms }, moving) {
    const version = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return { tags: [], missingTags: [] };
    const wandering = new Set([...(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .movingTags */ .Ui)(version).map(({ tag }) => tag), ...[...platforms.keys()].map((arch) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(LATEST, arch))]);
    const named = new Map([
        ...(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .tagsOfHighest */ .PS)(version, []).map((tag) => [tag, digest]),
        ...[...platforms].flatMap(([arch, own]) => [text, ...((0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .movingTags */ .Ui)(version).length > 0 ? [LATEST] : [])].map((tag) => [(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(tag, arch), own])),
    ]);
    const wanted = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .tagsOfHighest */ .PS)(version, [...platforms.keys()]).filter((tag) => named.has(tag) && (moving || !wandering.has(tag)));
    const seen = new Map(await Promise.all(wanted.map(async (tag) => [tag, (await reader.head(tag))?.digest])));
    const isLatest = seen.get(LATEST) === digest;
    return {
        tags: wanted.filter((tag) => seen.get(tag) === named.get(tag)),
        // What a moving tag names instead may be a higher version; if `latest` is ours, there is none.
        missingTags: wanted.filter((tag) => seen.get(tag) !== named.get(tag) && (!wandering.has(tag) || seen.get(tag) === undefined || isLatest)),
    };
}
/** Looks at manifests and blobs alone. */
async function lookAtParts(reader, { bytes, mediaType, digest, platforms }) {
    const found = await Promise.all([...platforms].map(async ([arch, own]) => ({ arch, own, raw: await manifestIfThere(reader, own) })));
    const blobs = new Map();
    for (const { arch, raw } of found) {
        if (raw !== undefined)
            for (const blob of blobsOf(raw))
                blobs.set(blob.digest, { ...blob, what: `a blob of ${arch}` });
    }
    const [config, tar, ...layers] = blobsOf({ bytes, mediaType, digest });
    for (const blob of layers)
        if (!blobs.has(blob.digest))
            blobs.set(blob.digest, { ...blob, what: 'a layer' });
    if (config !== undefined)
        blobs.set(config.digest, { ...config, what: "the Feature's config" });
    if (tar !== undefined)
        blobs.set(tar.digest, { ...tar, what: "the Feature's tar" });
    const there = await Promise.all([...blobs.values()].map(async (blob) => ({ ...blob, isThere: await reader.hasBlob(blob, true) })));
    return [
        ...found.filter(({ raw }) => raw === undefined).map(({ arch, own }) => ({ digest: own, what: `the platform manifest for ${arch}` })),
        ...there.filter(({ isThere }) => !isThere).map(({ digest: each, what }) => ({ digest: each, what })),
    ];
}
function blobsOf(raw) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, 'a release');
    return parsed.kind === 'index' ? [] : [parsed.manifest.config, ...parsed.manifest.layers];
}
async function manifestIfThere(reader, digest) {
    return (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(reader.manifest(digest));
}


/***/ }),

/***/ 63988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qy: () => (/* binding */ versionTaken),
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   hK: () => (/* binding */ deliveryOfRelease),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   v$: () => (/* binding */ tarSize),
/* harmony export */   yL: () => (/* binding */ otherContent)
/* harmony export */ });
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49793);
/* harmony import */ var _feature_version_levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94126);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43765);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77627);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(283);







/**
 * Finds the release of this version that is published already.
 * @param content what is to be published
 * @returns undefined if there is none
 * @throws Failure if it holds something else: a version that is published never changes
 */
async function findRelease(reader, feature, content) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .findPublished */ .e2)(reader, feature.version);
    if (published === undefined)
        return undefined;
    // Another key may be another split into layers, of the same paths.
    if (published.key !== (0,_same_release_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(content)) {
        const documents = await documentsOf(reader, published);
        if (documents.size < published.platforms.size)
            throw otherContent(published, feature.id);
        const difference = (0,_same_release_js__WEBPACK_IMPORTED_MODULE_5__/* .contentDifference */ .Lz)(published, documents, content);
        if (difference !== undefined)
            throw otherContent(published, feature.id, difference);
    }
    return releaseOf(published, feature.version);
}
function releaseOf({ digest, bytes, mediaType, platforms }, version) {
    return { version, digest, bytes, mediaType, platforms: new Map([...platforms].map(([arch, platform]) => [arch, platform.digest])) };
}
/** Bytes of a Feature's tar, which its manifest names; 0 if it names none. */
function tarSize({ bytes, mediaType, digest }) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)({ bytes, mediaType, digest }, digest);
    return parsed.kind === 'manifest' ? (parsed.manifest.layers[0]?.size ?? 0) : 0;
}
/** Returns how the layers of a release travel: a tar that is no smaller than all of them has them in it. */
function deliveryOfRelease(release, documents) {
    const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
    return tarSize(release) >= layers.reduce((sum, { size }) => sum + size, 0) ? 'embed' : 'layers';
}
/** @param why what differs, as the end of a sentence, if it is known */
function otherContent({ name, key, digest }, id, why) {
    const what = key === undefined ? 'by another tool than nix-feature' : 'with other content';
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${name} is already published ${what} (${digest})${key === undefined || why === undefined ? '' : `: ${why}`}.`, {
        hint: `A published version never changes. Raise "version" in ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_0__/* .METADATA_FILE */ .VR} of ${id}.`,
    });
}
/** Returns what to say of a version that is published with other content, before anybody tries to publish it. */
function versionTaken(id, version, { why, next, folder }) {
    return { message: `${id} ${version} is already published with different content: ${why}.`, hint: `A published version never changes: raise "version"${next === undefined ? '' : ` to ${next.to} (${(0,_feature_version_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .whyText */ .ss)(next)})`}.${commandText(next, folder)}` };
}
function commandText(next, folder) {
    const level = next === undefined ? undefined : (0,_feature_version_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelThatWrites */ .q4)(next);
    if (level === undefined)
        return '';
    const named = folder === '.' ? '' : ` ${(0,_kit_text_js__WEBPACK_IMPORTED_MODULE_6__/* .plainShellWord */ .z6)(folder)}`;
    return ` This command writes it: nix-feature bump ${level}${named}`;
}
async function documentsOf(reader, published) {
    return published.key === undefined ? new Map() : (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
}


/***/ })

};
