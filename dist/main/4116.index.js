export const id = 4116;
export const ids = [4116];
export const modules = {

/***/ 44864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* unused harmony export settleEntry */
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
/** Returns the text of the file. */
function collectionText({ members, features }) {
    const json = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * Returns the collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
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
 * Returns the collection with a Feature's entry as it should be.
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
/** Returns the id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
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
/** Returns the manifest of a collection (dev container distribution specification). */
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

/***/ 94126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q4: () => (/* binding */ levelThatWrites),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   yU: () => (/* binding */ nextVersion)
/* harmony export */ });
/* unused harmony exports LEVELS, namedVersion */
/* harmony import */ var _metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);

/** Which of a version's numbers is raised, the least first (https://semver.org). */
const LEVELS = ['patch', 'minor', 'major'];
/** How many reasons are named. */
const NAMED = 3;
/** The highest of what the reasons ask for. */
function levelOf(reasons) {
    return LEVELS.findLast((level) => reasons.some((reason) => reason.level === level)) ?? 'patch';
}
/** The version after this one; after a pre-release, the release that it was for (as `npm version` does). */
function raised(version, level) {
    const [major, minor, patch] = version.numbers;
    const before = (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version);
    if (level === 'major')
        return before && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
    if (level === 'minor')
        return before && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
    return `${major}.${minor}.${before ? patch : patch + 1}`;
}
/** The same if nobody named the level: a pre-release is followed by the next one, and before 1.0.0 the number in the middle is for what breaks. */
function raisedByChanges(version, level) {
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version))
        return nextPrerelease(version);
    if (version.numbers[0] > 0)
        return raised(version, level);
    return raised(version, level === 'major' ? 'minor' : 'patch');
}
function nextPrerelease({ numbers, prerelease }) {
    const last = prerelease.at(-1) ?? '';
    const next = /^\d+$/.test(last) ? [...prerelease.slice(0, -1), String(Number(last) + 1)] : [...prerelease, '1'];
    return `${numbers.join('.')}-${next.join('.')}`;
}
/**
 * Returns the next version that is not published, by what changed.
 * @param from as it is written
 * @param taken versions that are published
 */
function nextVersion(from, reasons, taken) {
    const level = levelOf(reasons);
    const to = following(from, taken, (version) => raisedByChanges(version, level));
    return to === undefined ? undefined : { from, to, level, reasons: reasons.filter((reason) => reason.level === level).map(({ text }) => text) };
}
/** Returns the same by a level that somebody named. */
function namedVersion(from, level) {
    const to = following(from, new Set(), (version) => raised(version, level));
    return to === undefined ? undefined : { from, to, level, reasons: [] };
}
function following(from, taken, next) {
    let version = (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(from);
    while (version !== undefined && (version.text === from || taken.has(version.text))) {
        const after = (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(next(version));
        // A number that is too large to be counted with does not grow.
        version = after !== undefined && (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(after, version) > 0 && countable(after) ? after : undefined;
    }
    return version?.text;
}
function countable({ numbers, prerelease }) {
    return [...numbers, ...prerelease.filter((part) => /^\d+$/.test(part)).map(Number)].every((number) => Number.isSafeInteger(number));
}
/** Returns which level of `nix-feature bump` writes this version; undefined if none does. */
function levelThatWrites({ from, to }) {
    const version = (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(from);
    return version === undefined ? undefined : LEVELS.find((level) => raised(version, level) === to);
}
/** Returns `minor: jq and git are new` */
function whyText({ level, reasons }) {
    if (reasons.length === 0)
        return level;
    const more = reasons.length - NAMED;
    return `${level}: ${reasons.slice(0, NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}


/***/ }),

/***/ 2324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ collectWarnings)
/* harmony export */ });
/** Returns the same host, and a list to which every warning is added as it is shown; for the report. */
function collectWarnings(host) {
    const warnings = [];
    return {
        warnings,
        host: {
            ...host,
            warning: (message, at) => {
                warnings.push(at === undefined ? { message } : { message, location: at });
                host.warning(message, at);
            },
        },
    };
}


/***/ }),

/***/ 53540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pushImage)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);




/** What registries say of a manifest whose blob they have not. */
const MISSING = new Set(['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN']);
/**
 * Pushes an image: first the blobs, then the manifest, so that what can be found is whole. A blob that the registry said
 * to have, and then misses when it gets the manifest, is sent once more.
 * @param manifest its bytes, as they are to be published
 * @throws RegistryError, IntegrityError, CancelledError; the other uploads are ended then too
 */
async function pushImage(writer, manifest, options) {
    const digest = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(manifest.bytes);
    const signal = eitherOf(options.signal, writer.signal);
    const all = blobsOf(manifest, digest);
    const blobs = await pushBlobs(writer, all, signal, options);
    const pushed = await send().catch(async (error) => {
        const believed = all.filter((blob) => blobs.get(blob.digest)?.outcome !== 'uploaded');
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && MISSING.has(error.code ?? '')) || believed.length === 0)
            throw error;
        for (const [blob, sent] of await pushBlobs(writer, believed, signal, { ...options, again: true }))
            blobs.set(blob, sent);
        return send();
    });
    const blobBytes = [...blobs.values()].reduce((sum, { sent }) => sum + sent, 0);
    return { ...pushed, blobs, blobBytes };
    function send() {
        if (options.tag !== undefined)
            return writer.pushManifest(manifest.bytes, manifest.mediaType, options.tag, { expect: 'none', signal });
        // If a blob was missing there was no manifest.
        const isNew = [...blobs.values()].some(({ outcome }) => outcome !== 'present');
        return writer.pushManifest(manifest.bytes, manifest.mediaType, digest, { signal, ...(isNew ? { watched: true } : {}) });
    }
}
/** Each blob once, the largest first: what takes longest must not begin last. */
function blobsOf(manifest, digest) {
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)({ ...manifest, digest }, 'the image to be pushed');
    if (parsed.kind === 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${digest} is an index; only an image can be pushed.`);
    const { config, layers } = parsed.manifest;
    const all = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
    return [...all.values()].sort((a, b) => b.size - a.size);
}
async function pushBlobs(writer, blobs, stop, options) {
    const failed = new AbortController();
    const signal = eitherOf(failed.signal, stop);
    const progress = sumOf(blobs, options.onProgress);
    let firstError;
    const results = await Promise.allSettled(blobs.map(async (blob) => {
        try {
            const mountFrom = options.mountFrom?.(blob);
            const onProgress = (bytes) => progress(blob.digest, bytes);
            const content = { open: (start, end) => options.content(blob).open(start, end) };
            const pushed = await writer.pushBlob(blob, content, { signal, onProgress, again: options.again === true, ask: options.isKnown?.(blob) === true, ...(mountFrom === undefined ? {} : { mountFrom }) });
            return [blob.digest, pushed];
        }
        catch (error) {
            firstError ??= error;
            failed.abort(error);
            throw error;
        }
    }));
    if (firstError !== undefined)
        throw firstError;
    return new Map(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
}
function eitherOf(...signals) {
    const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
    // As many listeners as there are requests at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return signal;
}
function sumOf(blobs, report) {
    const total = blobs.reduce((sum, { size }) => sum + size, 0);
    const done = new Map();
    let sum = 0;
    return (digest, bytes) => {
        sum += bytes - (done.get(digest) ?? 0);
        done.set(digest, bytes);
        report?.(sum, total);
    };
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
    const { signKeyless } = await Promise.all(/* import() */[__webpack_require__.e(5128), __webpack_require__.e(4690), __webpack_require__.e(5179), __webpack_require__.e(2411)]).then(__webpack_require__.bind(__webpack_require__, 22411));
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

/***/ 94736:
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

// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/publish/attach/copy-attached.js
var copy_attached = __webpack_require__(49193);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/release/published.js
var published = __webpack_require__(77627);
;// CONCATENATED MODULE: ./lib/release/version-named.js



/**
 * Returns which release a tag names, by the annotation of its manifest.
 * @returns undefined if it names nothing
 * @throws RegistryError, CancelledError; IntegrityError if the registry mixes up what it serves
 */
async function versionNamed(reader, tag) {
    const resolved = await (0,errors/* ifThere */.y)(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    return { digest: descriptor.digest, version: versionOf({ ...descriptor, bytes }, `${reader.repository}:${tag}`) };
}
function versionOf(raw, name) {
    try {
        return (0,versions/* parseVersion */.ot)((0,published/* publishedAs */.hY)(name, raw).version ?? '');
    }
    catch (error) {
        if (error instanceof errors/* IntegrityError */.cs)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/publish/tagger.js







const LATEST = 'latest';
/** Milliseconds that a registry may take to show what we wrote. */
const SLOW = { first: 200, most: 2000, together: 8000 };
/** Answers of registries that let no tag move. */
const IMMUTABLE = new Set([400, 403, 405, 409, 412]);
/** Writes the tags of one release, and notes what came of each. */
class Tagger {
    tags = new Set();
    /** How many tags were written. */
    writes = 0;
    /** Somebody else wrote a tag at the same time. */
    overtaken = false;
    #writer;
    #release;
    #version;
    #job;
    #manifests;
    #refused = new Map();
    /** What a tag named before we wrote it. */
    #replaced = new Map();
    constructor({ namespace, writer }, release, version) {
        this.#writer = writer;
        this.#release = release;
        this.#version = version;
        this.#job = namespace.job;
        this.#manifests = new Map((release.manifests ?? []).map((manifest) => [manifest.digest, Promise.resolve(manifest)]));
        this.tags.add(release.version);
    }
    /** @throws TagMovedError if the version's own tag, which never moves, names something else; RegistryError */
    async checkVersion() {
        const { version, bytes, mediaType } = this.#release;
        await this.#writer.pushManifest(bytes, mediaType, version, { expect: 'none', signal: this.#job.signal });
    }
    /** Tags of the repository, as it lists them. A list that can't be read counts as empty, because each tag is looked at anyway. */
    async versions() {
        try {
            return await this.#writer.reader.tags();
        }
        catch (error) {
            if (!this.#mayFail(error))
                throw error;
            this.#job.debug(`The list of tags could not be read, so tags are compared with what they name now: ${error.message}`);
            return [];
        }
    }
    /** The tags of the release's platforms. */
    namePlatforms(tag = this.#release.version) {
        return [...this.#release.platforms].map(([arch, digest]) => {
            const name = (0,versions/* archTag */.p9)(tag, arch);
            return this.#nice(name, async () => {
                const { mediaType, bytes } = await this.#manifest(digest);
                // The version is ours since this run, so nobody else has named its platforms.
                await this.#push(bytes, mediaType, name, this.#release.isNew === true ? { watched: true } : {});
                this.tags.add(name);
            });
        });
    }
    /**
     * Gives a moving tag to the release if that is the highest version that it may name. What it names now decides, and
     * which higher versions there are; a list of tags alone moves nothing down.
     * @param present tags of the repository, as it lists them
     */
    settle(moving, present) {
        return this.#nice(moving.tag, async () => {
            const now = await this.#look(moving.tag);
            if (now?.version !== undefined && moving.covers(now.version) && (0,versions/* compareVersions */.Zy)(now.version, this.#version) > 0) {
                return this.#yieldTo(now.version.text, moving.tag);
            }
            const listed = (0,versions/* highestRelease */.UL)(present, moving);
            if (listed !== undefined && (0,versions/* compareVersions */.Zy)(listed, this.#version) > 0 && (await this.#exists(listed.text))) {
                return this.#yieldTo(listed.text, moving.tag);
            }
            if (moving.tag === LATEST)
                await this.#nameLatestPlatforms(now?.digest);
            if (now?.digest !== this.#release.digest)
                await this.#move(moving.tag, now?.digest ?? 'none');
            this.tags.add(moving.tag);
        });
    }
    /** Says which tags were refused, and why. */
    warn() {
        const [first] = this.#refused.values();
        if (first === undefined)
            return;
        const tags = [...this.#refused.keys()];
        const hint = first instanceof errors/* RegistryError */.gl && IMMUTABLE.has(first.status ?? 0) ? ' If this registry does not let tags move, use "moving-tags: false".' : '';
        this.#job.warning(`${this.#writer.repository}:${this.#release.version} is published, but not every tag could be written (${(0,format/* formatList */.ki)(tags)}): ${first.message}${hint}`);
    }
    /** What a tag names now. If that is what we replaced, the registry may be slow to show our own write. */
    async #look(tag) {
        for (let waited = 0, delay = SLOW.first;; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
            const now = await versionNamed(this.#writer.reader, tag);
            if (this.#replaced.get(tag) !== (now?.digest ?? 'none') || waited >= SLOW.together)
                return now;
            const { signal } = this.#job;
            await (0,external_node_timers_promises_.setTimeout)(delay, undefined, { signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(signal)));
        }
    }
    async #move(tag, from) {
        const { bytes, mediaType } = this.#release;
        await this.#push(bytes, mediaType, tag, { expect: from, watched: true });
        this.#replaced.set(tag, from);
    }
    /** Before `latest` itself; and once if it names the release already. */
    async #nameLatestPlatforms(now) {
        const named = [...this.#release.platforms.keys()].every((arch) => this.tags.has((0,versions/* archTag */.p9)(LATEST, arch)));
        if (now !== this.#release.digest || !named)
            await Promise.all(this.namePlatforms(LATEST));
    }
    /** What we wrote, or wrote of it, and a higher version should have: it gets it. */
    async #yieldTo(version, tag) {
        const { digest, platforms } = this.#release;
        const arches = tag === LATEST ? [...platforms].map(([arch, own]) => ({ moved: (0,versions/* archTag */.p9)(tag, arch), source: (0,versions/* archTag */.p9)(version, arch), own })) : [];
        const ours = [{ moved: tag, source: version, own: digest }, ...arches].filter(({ moved }) => this.tags.has(moved));
        if (ours.length > 0)
            this.#job.debug(`${version} was published in the meantime, so ${tag} moves to it.`);
        for (const { moved, source, own } of ours) {
            this.tags.delete(moved);
            const target = await this.#writer.reader.head(source);
            if (target === undefined)
                continue;
            const { mediaType, bytes } = await this.#manifest(target.digest);
            await this.#push(bytes, mediaType, moved, { expect: own });
        }
    }
    async #exists(version) {
        return (await versionNamed(this.#writer.reader, version)) !== undefined;
    }
    /** Read once, however many tags it gets. */
    #manifest(digest) {
        const known = this.#manifests.get(digest) ?? this.#writer.reader.manifest(digest);
        this.#manifests.set(digest, known);
        return known;
    }
    /** Being overtaken is no failure: the tag is looked at once more. */
    async #push(bytes, mediaType, tag, options) {
        try {
            const { sent } = await this.#writer.pushManifest(bytes, mediaType, tag, { ...options, signal: this.#job.signal });
            if (sent)
                this.writes += 1;
        }
        catch (error) {
            if (!(error instanceof push_manifest/* TagMovedError */.w))
                throw error;
            this.#job.debug(`Another run moved ${tag} at the same time; checking again.`);
            this.overtaken = true;
            this.writes += 1;
        }
    }
    /** A tag without which a release is one all the same. */
    async #nice(tag, task) {
        if (this.#refused.has(tag))
            return;
        try {
            await task();
        }
        catch (error) {
            if (!this.#mayFail(error))
                throw error;
            this.#refused.set(tag, error);
            this.tags.delete(tag);
        }
    }
    #mayFail(error) {
        return error instanceof errors/* Failure */.HR && !(error instanceof errors/* CancelledError */.cc) && !this.#job.signal.aborted;
    }
}

;// CONCATENATED MODULE: ./lib/publish/move-tags.js




/** How often tags are looked at again because somebody else published meanwhile. */
const ROUNDS = 8;
/** Milliseconds between two looks, at most: whoever else is at it should not stay in step with us. */
const PAUSE = 400;
const move_tags_LATEST = 'latest';
/**
 * Gives a release that has its version's tag its other tags: those of its platforms, and each moving one for which it is
 * the highest version, several at a time. `latest` comes last of all: where it names a release, nothing of that release
 * is missing but what the registry refused.
 *
 * Others may publish at the same time, and think that theirs is the highest version. So everything is looked at again,
 * until there is nothing left to write. A tag that the registry refuses is a warning: the release is published by now.
 * @param rest goes on meanwhile and must be done before `latest` moves
 * @returns all tags that name the release or one of its platforms now
 * @throws TagMovedError if the version's own tag names something else; CancelledError; what `rest` does
 */
async function tagRelease(publisher, release, rest) {
    const { target, job } = publisher.namespace;
    const version = (0,versions/* parseVersion */.ot)(release.version);
    if (version === undefined)
        throw new Error(`${release.version} is not a version`);
    const tagger = new Tagger(publisher, release, version);
    const tags = target.movingTags ? (0,versions/* movingTags */.Ui)(version) : [];
    for (let round = 0; round < ROUNDS; round += 1) {
        const before = tagger.writes;
        await writeTags(tagger, tags, { rest, isFirst: round === 0 });
        if (tagger.writes === before)
            break;
        if (tagger.overtaken)
            await pause(job.signal);
        tagger.overtaken = false;
    }
    tagger.warn();
    return (0,versions/* tagsOfHighest */.PS)(version, [...release.platforms.keys()]).filter((tag) => tagger.tags.has(tag));
}
/** Looks at each tag once, and writes those that should name the release: `latest` only after all others. */
async function writeTags(tagger, tags, { rest, isFirst }) {
    const present = tags.length === 0 ? [] : await tagger.versions();
    const settle = (chosen) => allOf(chosen.map((tag) => tagger.settle(tag, present)));
    await settle(tags.filter(({ tag }) => tag !== move_tags_LATEST));
    await rest;
    // Of two who wrote the version's tag at once, the later one has it: the other writes no tag that nobody looks at again.
    await tagger.checkVersion();
    if (isFirst)
        await allOf(tagger.namePlatforms());
    await settle(tags.filter(({ tag }) => tag === move_tags_LATEST));
}
async function pause(signal) {
    await (0,external_node_timers_promises_.setTimeout)(Math.random() * PAUSE, undefined, { signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(signal)));
}
/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}

;// CONCATENATED MODULE: ./lib/publish/legacy-ids.js








/** Returns the ids that a Feature had before. @param metadata as JSON */
function legacyIdsOf(id, metadata) {
    const ids = ((0,written_json/* itemsOf */.S3)((0,written_json/* membersOf */.lS)(metadata).get('legacyIds')) ?? []).flatMap((item) => (0,written_json/* stringOf */.Je)(item) ?? []);
    return [...new Set(ids)].filter((each) => each !== id && (0,identity/* isFeatureId */.GK)(each));
}
/**
 * Publishes a release under the ids that the Feature had before as well, so that who uses an old one gets new versions, and
 * is told the new id (dev container specification, "Steps to rename a Feature"). It is the same manifest, with the same tags,
 * SBOMs and attestations.
 * What an old id's repository refuses is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
async function publishLegacyIds({ namespace, writer: from }, release, { id, metadata }) {
    const { job } = namespace;
    for (const legacyId of legacyIdsOf(id, metadata)) {
        const writer = namespace.writer(legacyId);
        let how = 'not under';
        try {
            await copyRelease(from, writer, { release, repository: namespace.repositoryOf(id), signal: job.signal });
            how = 'not completely under';
            // Before any tag that moves, as under the Feature's own id.
            await (0,copy_attached/* copyAttached */.kz)(from.reader, writer, release);
            await tagRelease({ namespace, writer }, release, Promise.resolve());
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || job.signal.aborted)
                throw error;
            const why = error instanceof push_manifest/* TagMovedError */.w ? `${release.version} is already published there with different content.` : error.message;
            job.warning(`${id} ${release.version} is published, but ${how} its old id, ${writer.repository}: ${why}`);
        }
        finally {
            writer.close();
        }
    }
}
/** Blobs are mounted; if a registry mounts none they are read and sent. */
async function copyRelease(from, to, { release, repository, signal }) {
    const options = { content: (blob) => (0,blob_content/* sourceContent */.D3)(from.reader, blob), mountFrom: () => repository, signal };
    for (const digest of release.platforms.values()) {
        const known = release.manifests?.find((manifest) => manifest.digest === digest);
        await (0,push_image/* pushImage */.G)(to, known ?? (await from.reader.manifest(digest)), options);
    }
    await (0,push_image/* pushImage */.G)(to, release, { ...options, tag: release.version });
}

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

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/feature/manifest/collection.js
var collection = __webpack_require__(44864);
// EXTERNAL MODULE: ./lib/feature/manifest/feature-manifest.js
var feature_manifest = __webpack_require__(85972);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
;// CONCATENATED MODULE: ./lib/publish/update-collection.js












const update_collection_TAG = 'latest';
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
    const { job, name } = namespace;
    try {
        const settled = await changeCollection(namespace, (present) => (0,collection/* mergeIntoCollection */.pg)(present, metadata, source));
        if (!settled)
            job.warning(`The collection ${name}:${update_collection_TAG} is constantly written to by others; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || job.signal.aborted)
            throw error;
        job.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message} If the namespace should have none, set "collection: false".`);
    }
}
/**
 * Changes the collection of a namespace until it is as it should be.
 * @returns false if others write it all the time, so that the change may be lost
 * @throws Failure if it can't be read or written, or is something else; CancelledError
 */
async function changeCollection(namespace, change) {
    const { signal } = namespace.job;
    const writer = namespace.collection();
    try {
        let known;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await changeOnce(namespace, writer, { change, known });
            if (wrote === 'nothing to do')
                return true;
            if (wrote !== 'overtaken')
                known = wrote.present;
            await update_collection_pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), signal);
        }
        return false;
    }
    finally {
        writer.close();
    }
}
/** Reads the collection of a namespace; undefined if there is none. @throws Failure, CancelledError */
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
/** Something else has the tag of the collection. */
class NotACollection extends errors/* Failure */.HR {
}
async function changeOnce({ target, job }, writer, { change, known }) {
    const present = await readCollection(writer, known);
    const merged = change(present?.collection);
    if (merged === undefined)
        return 'nothing to do';
    const text = (0,collection/* collectionText */.EK)(merged);
    const file = await pushBytes(writer, Buffer.from(text), media_types/* COLLECTION_LAYER */.ZJ);
    const config = await pushBytes(writer, Buffer.from(feature_manifest/* EMPTY_CONFIG */.$v), media_types/* DEVCONTAINER_CONFIG */.Wj);
    const manifest = Buffer.from(JSON.stringify((0,collection/* collectionManifest */.sj)(config, file, (0,release_target/* isGithubRegistry */.HV)(target))));
    const began = performance.now();
    try {
        const { descriptor, lag } = await writer.pushManifest(manifest, media_types/* IMAGE_MANIFEST */.MS, update_collection_TAG, { expect: present?.digest ?? 'none', signal: job.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: (0,collection/* parseCollection */.mU)(text, `${writer.repository}:${update_collection_TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof push_manifest/* TagMovedError */.w))
            throw error;
        job.debug(`Another run wrote the collection; trying again. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: if HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await (0,errors/* ifThere */.y)(reader.resolve(update_collection_TAG));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    if (descriptor.digest === known?.digest)
        return known;
    const name = `${repository}:${update_collection_TAG}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)({ ...descriptor, bytes }, name);
    const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
    // A namespace is often a repository's name, by which an image of its own may go.
    if (file === undefined || file.mediaType !== media_types/* COLLECTION_LAYER */.ZJ || file.size > LIMIT) {
        throw new NotACollection(`${name} is not a collection of Features, so it was not changed.`);
    }
    const text = (await (0,consumers_.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: (0,collection/* parseCollection */.mU)(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,digest/* digestOf */.ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,blob_content/* bytesContent */.dy)(bytes));
    return descriptor;
}
async function update_collection_pause(milliseconds, signal) {
    await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => {
        throw (0,transport_error/* cancelled */.KW)(signal);
    });
}

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
    const collected = namespace.target.collection ? updateCollection(namespace, facts) : Promise.resolve();
    const read = readability(namespace, facts.id, release);
    const named = (0,parallel/* together */.bs)(stop, collected, publishLegacyIds(publisher, release, facts));
    const rest = (0,parallel/* together */.bs)(stop, named, read);
    const [[, readable], tags] = await (0,parallel/* together */.bs)(stop, rest, tagRelease(publisher, release, rest));
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

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ attestedBy),
/* harmony export */   h: () => (/* binding */ enforcePolicy)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _policy_check_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36984);
/* harmony import */ var _policy_policy_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91544);




/** How many findings are shown one by one. */
const SHOWN = 50;
/**
 * Holds what was built against a policy, before anything has a name in a registry: warnings are shown, breaches end the run.
 * @param policy undefined: nothing is demanded
 * @throws Failure that says how many breaches there are; each is shown before
 */
function enforcePolicy(policy, facts, log) {
    if (policy === undefined)
        return;
    const findings = (0,_policy_check_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPolicy */ .h)(policy, { ...facts, today: new Date().toISOString().slice(0, 10) });
    const breaches = findings.filter(({ severity }) => severity === 'error');
    const at = ({ line }) => ({ file: policy.file, ...(line === undefined ? {} : { line }) });
    for (const finding of findings.filter(({ severity }) => severity === 'unchecked'))
        log.info(`${sentenceOf(finding)} (not checked)`);
    for (const finding of findings.filter(({ severity }) => severity === 'warning').slice(0, SHOWN))
        log.warning(sentenceOf(finding), at(finding));
    const [first] = breaches;
    if (first === undefined)
        return;
    if (breaches.length > 1)
        for (const breach of breaches.slice(0, SHOWN))
            log.fault(sentenceOf(breach), at(breach));
    const what = breaches.length === 1 ? sentenceOf(first) : `The policy ${policy.file} has ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(breaches.length, 'breach', 'breaches')}; each is shown above.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(what, { hint: 'Nothing was published. Change the build, or add an exception with a reason and an end date to the policy (docs/verify/policy.md).', location: at(first) });
}
/** Returns what a run knows of attestations before it publishes: what signs attaches its signature before any tag moves, or fails. */
function attestedBy({ provenance, push = 'true' }) {
    if (provenance?.signing !== undefined && push === 'true')
        return { attested: true };
    const why = push === 'true' ? 'this run signs nothing ("sign: none"), so that only verifying can tell whether somebody else does' : 'this run publishes no Feature that could be attested';
    return { attested: undefined, unknown: { attestation: why } };
}
/** Describes a finding: its rule, platform and package, and what needs it. */
function sentenceOf(finding) {
    return `policy (${finding.rule})${finding.arch === undefined ? '' : ` for ${finding.arch}`}: ${(0,_policy_policy_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFinding */ .j)(finding)}`;
}


/***/ }),

/***/ 66753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Xp: () => (/* binding */ readLastDocuments),
/* harmony export */   ud: () => (/* binding */ warnOfDropped)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60385);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77627);




/**
 * Looks up what is published; one request where the version is the highest release, at most three.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readHistory(reader, version) {
    const latest = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, 'latest');
    if (latest?.version === version) {
        const named = { ...latest, name: `${reader.repository}:${version}` };
        return { published: named, complete: true, last: named };
    }
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, version);
    if (published !== undefined)
        return { published, complete: false, last: published };
    const highest = latest ?? (await highestListed(reader));
    return { published, complete: false, last: highest === undefined ? undefined : await sameMajor(reader, version, highest) };
}
/** `latest` may be gone, or the registry lets no tag move. */
async function highestListed(reader) {
    const highest = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .highestRelease */ .UL)(await listedTags(reader), { tag: 'latest', covers: () => true });
    return highest === undefined ? undefined : (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, highest.text);
}
/** Earlier releases only spare work: a registry that gives no list of its tags is built for without them. */
async function listedTags(reader) {
    return reader.tags().catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs)
            return [];
        throw error;
    });
}
async function sameMajor(reader, version, latest) {
    const [major, other] = [version, latest.version ?? ''].map((text) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text)?.numbers[0]);
    if (major === undefined || major === other)
        return latest;
    return (await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, String(major))) ?? latest;
}
/** Warns of a release that has fewer platforms than the one before: nothing else tells those who use them. */
function warnOfDropped({ published, last }, arches, { id, version }, log) {
    if (published !== undefined || last?.version === undefined)
        return;
    const dropped = [...last.platforms.keys()].filter((arch) => !arches.includes(arch));
    if (dropped.length === 0)
        return;
    log.warning(`${id} ${version} is only for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(arches)}; ${last.version} is also for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)}. Users of a moving tag there get a release that does not install. If this is not intended, build for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)} as well.`);
}
/** How many earlier releases are searched for a platform that the last one lacks. */
const LOOKED_BACK = 10;
/** Of platforms that the last release lacks, the documents of the newest release that has them: their layers are reused. */
async function earlierDocuments(reader, last, arches) {
    const missing = new Set(arches.filter((arch) => !last.platforms.has(arch)));
    const found = new Map();
    if (missing.size === 0)
        return found;
    const versions = (await listedTags(reader)).flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) ?? []).filter(({ text }) => text !== last.version);
    for (const { text } of versions.sort((a, b) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(b, a)).slice(0, LOOKED_BACK)) {
        const release = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, text);
        if (release === undefined || ![...missing].some((arch) => release.platforms.has(arch)))
            continue;
        for (const [arch, document] of await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, release, missing)) {
            found.set(arch, document);
            missing.delete(arch);
        }
        if (missing.size === 0)
            break;
    }
    return found;
}
/**
 * Reads the delta documents of the release to start from, of all its platforms; of platforms that it lacks, those of an earlier one. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError if they are this very version's, of which they must tell
 *   whether it is the same
 */
async function readLastDocuments(reader, { published, last }, arches, log) {
    if (last === undefined)
        return new Map();
    try {
        const own = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, last, last.platforms.keys());
        return published !== undefined ? own : new Map([...(await earlierDocuments(reader, last, arches)), ...own]);
    }
    catch (error) {
        if (published !== undefined || !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs))
            throw error;
        log.warning(`${last.name} could not be used for a comparison, and no layers are reused from it: ${error.message}`);
        return new Map();
    }
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

/***/ 47595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ pastReleases),
/* harmony export */   bn: () => (/* binding */ figuresOfReleases)
/* harmony export */ });
/* unused harmony export versionsBefore */
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97825);
/* harmony import */ var _report_build_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81534);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77627);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63988);






/** How many releases are looked at; each costs a manifest, and a document for each platform. */
const LOOKED_AT = 10;
const AT_ONCE = 4;
/** Milliseconds. Nobody waits long for what only informs. */
const PATIENCE = 20_000;
/**
 * Returns how large the last releases of a Feature were, the oldest first: at most ten, those before this version. A release that can't be read
 * is left out.
 * @param patience milliseconds, after which no further release is read
 * @returns none if the registry gives no list of its tags
 * @throws CancelledError
 */
async function pastReleases(reader, version, arches, patience = PATIENCE) {
    const began = performance.now();
    const versions = versionsBefore(await orElse(reader.tags(), []), version);
    const read = await (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .HN)(AT_ONCE, versions, async ({ text }) => (performance.now() - began > patience ? undefined : orElse(pastRelease(reader, text, arches), undefined)));
    return read.filter((release) => release !== undefined);
}
/** Returns the ten versions before this one among tags, the oldest first. Pre-releases count only before one. */
function versionsBefore(tags, text) {
    const version = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return [];
    const before = tags.flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) ?? []).filter((each) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(each, version) < 0 && ((0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version) || !(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(each)));
    return before.toSorted(_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy).slice(-LOOKED_AT);
}
async function pastRelease(reader, text, arches) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .findPublished */ .e2)(reader, text);
    if (published?.version !== text)
        return undefined;
    const documents = await (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r9)(reader, published, arches);
    return documents.size === 0 ? undefined : { version: text, documents, tar: (0,_release_js__WEBPACK_IMPORTED_MODULE_5__/* .tarSize */ .v$)(published) };
}
/** What can't be read only leaves a gap. */
async function orElse(answer, otherwise) {
    return answer.catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc))
            return otherwise;
        throw error;
    });
}
/** Returns the figures of releases, the oldest first. @param now what was built, which nobody has published yet */
function figuresOfReleases(releases, now) {
    const all = [...releases.map(({ version, documents, tar }) => ({ version, documents: [...documents.values()], tar })), { ...now, tar: 0 }];
    return all.map(({ version, documents, tar }, index) => {
        const figures = documents.map(_report_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .figuresOf */ .h5);
        const compressed = sum(figures.map((each) => each.compressed));
        const before = all[index - 1];
        return {
            version,
            shipped: sum(figures.map(({ delta }) => delta.bytes)),
            compressed,
            // A tar that is larger than the layers has them in it.
            sent: compressed > 0 && tar > compressed ? tar : before === undefined ? undefined : newBytes(before.documents, documents),
        };
    });
}
function newBytes(before, now) {
    const known = new Set(before.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const layers = new Map(now.flatMap((document) => document.layers.map((layer) => [layer.digest, layer.size])));
    return sum([...layers].filter(([digest]) => !known.has(digest)).map(([, size]) => size));
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
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


/***/ }),

/***/ 50275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ licencesSince),
/* harmony export */   s: () => (/* binding */ changesSince)
/* harmony export */ });
/* harmony import */ var _release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37413);
/* harmony import */ var _sbom_licences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35433);
/* harmony import */ var _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71623);



/**
 * Reports the licences of each platform's packages, and how they changed since the release before, if that has an SBOM.
 * @throws CancelledError
 */
async function licencesSince(builds, before) {
    const licensed = builds.filter(({ metas }) => metas !== undefined);
    // A release has nothing to tell about itself.
    const isAnother = licensed.some(({ arch, document }) => (before?.documents.get(arch)?.feature.version ?? document.feature.version) !== document.feature.version);
    const earlier = isAnother && before?.release !== undefined ? await (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_0__/* .attachedMetas */ .fn)(before.reader, before.release, before.documents) : undefined;
    return new Map(licensed.map(({ arch, document, metas = new Map() }) => {
        const [then, said] = [before?.documents.get(arch), earlier?.get(arch)];
        return [arch, { licences: (0,_sbom_licences_js__WEBPACK_IMPORTED_MODULE_1__/* .licenceReport */ .G)({ document, metas }, then === undefined || said === undefined ? undefined : { document: then, metas: said }) }];
    }));
}
/** Returns what changed since the release before, for the report. @param before undefined if there was none */
function changesSince(before, now) {
    if (before === undefined)
        return {};
    const changes = (0,_delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesBetween */ .iv)(before, now);
    // A release has nothing to tell about itself.
    return before.feature.version === now.feature.version && changes.packages.length === 0 ? { unchanged: true } : { changes };
}


/***/ }),

/***/ 13411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** As package.json has it; a test compares them. */
const VERSION = '0.1.0';


/***/ })

};
