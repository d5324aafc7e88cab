export const id = 397;
export const ids = [397];
export const modules = {

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
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(bytes, refuse, { bytes: BUNDLE_LIMIT, values: 100_000 });
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
/** Standard base64 only: Buffer would skip invalid characters. */
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
 * Returns what is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
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
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(bytes, refuse, { bytes: STATEMENT_LIMIT });
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
 * Finds out whether a name means a namespace, which has a collection, or a Feature.
 * @returns the same request, for the namespace; its collection, if it was read
 * @throws RegistryError, CancelledError
 */
async function settlePlace(request, job) {
    if (request.id !== undefined)
        return { request, collection: undefined };
    const collection = await collectionOf(request, job);
    if (collection !== undefined || !request.mayBeFeature)
        return { request, collection };
    const slash = request.namespace.lastIndexOf('/');
    return { request: { ...request, namespace: request.namespace.slice(0, slash), id: request.namespace.slice(slash + 1) }, collection };
}
/** @returns undefined if there is none, or a Feature is there */
async function collectionOf(request, job) {
    if (!request.collection)
        return undefined;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .readNamespace */ .oZ)(new _release_target_js__WEBPACK_IMPORTED_MODULE_1__/* .Namespace */ .g$(request, job));
    }
    catch (error) {
        if (!request.mayBeFeature || !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl || job.signal.aborted)
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
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
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
/** Returns the Feature's manifest, and those of its platforms. */
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
/** Tells whether a tag exists only because of this release. Earlier versions of nix-feature wrote those of platforms in another way. */
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
    const limiter = new parallel/* Limiter */.jG(TOGETHER);
    const tags = new Map();
    const listed = await reader.tags();
    await Promise.all(listed.map((tag) => limiter.run(async () => {
        // What HEAD does not find would need nothing, and what it names could be deleted: so GET is asked as well.
        const digest = (await reader.head(tag))?.digest ?? (await (0,errors/* ifThere */.y)(reader.resolve(tag)))?.descriptor.digest;
        if (digest !== undefined)
            tags.set(tag, digest);
    })));
    const manifests = new Map();
    const raws = new Map();
    const read = async (digest) => {
        if (manifests.has(digest))
            return;
        manifests.set(digest, { size: 0, names: [], blobs: [] });
        const raw = await (0,errors/* ifThere */.y)(limiter.run(() => reader.manifest(digest)));
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
        throw new errors/* Failure */.HR(`${reader.repository}:${unread} is there, but its manifest can't be read, so it is not known what it needs. Nothing was deleted.`, { hint: "Run nix-feature prune again. If that does not help, delete this tag first, with the registry's own tools." });
    const versions = [...tags].filter(([tag]) => (0,metadata_versions/* parseVersion */.ot)(tag) !== undefined);
    const releases = versions.flatMap(([version, digest]) => releaseOf(version, raws.get(digest), reader.repository));
    const foreign = versions.filter(([tag, digest]) => !releases.some((release) => isOwnTag(tag, digest, release))).map(([version]) => version);
    return { releases, foreign, tags, manifests };
}
/** Returns what is attached to a manifest. @throws RegistryError, IntegrityError, CancelledError */
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
async function prune(request, job) {
    if (request.apply && (0,release_target/* isGithubRegistry */.HV)(request)) {
        throw new errors/* Failure */.HR(`${request.registry} does not delete by the registry API, so nothing was deleted.`, {
            hint: `Delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
            inTerminal: `Leave --apply out, and delete what the plan lists with GitHub's Packages API: ${RECIPE}`,
        });
    }
    const { target, ids } = await placeOf(request, job);
    const features = [];
    for (const id of ids)
        features.push({ id, ...(await pruneFeature({ ...target, id }, job)) });
    return {
        schemaVersion: 1,
        namespace: `${target.registry}/${target.namespace}`,
        keep: request.keep,
        applied: request.apply,
        features,
        freed: features.reduce((sum, { freed }) => sum + freed, 0),
    };
}
async function placeOf(named, job) {
    const { request: target, collection } = await (0,feature_place/* settlePlace */.P)(named, job);
    if (target.id !== undefined)
        return { target, ids: [target.id] };
    if (collection !== undefined)
        return { target, ids: (0,manifest_collection/* entriesOf */.Mc)(collection).map(({ id }) => id) };
    throw new errors/* Failure */.HR(`${target.registry}/${target.namespace} has no collection, which would list its Features.`, { hint: 'Name one: nix-feature prune <registry>/<namespace>/<id>.' });
}
async function pruneFeature(request, job) {
    const writer = new release_target/* Namespace */.g$(request, job).writer(request.id, request.apply ? { deletes: true } : {});
    const progress = job.stage(`Look at the releases of ${writer.repository}`);
    try {
        const content = await readRepository(writer.reader);
        if (content.releases.length === 0)
            throw new errors/* Failure */.HR(`${writer.repository} has no release of nix-feature.`);
        const split = candidatesOf(content, request.keep);
        const limiter = new parallel/* Limiter */.jG(prune_TOGETHER);
        const subjects = [...new Set(split.candidates.flatMap(ownManifests))];
        const attached = await Promise.all(subjects.map((digest) => limiter.run(async () => [digest, await referrersOf(writer.reader, digest)])));
        const plan = decidePrune(content, split, new Map(attached), goesAlong);
        progress.end(`${(0,format/* formatNumberOf */.Of)(plan.kept.length, 'version')} kept, ${plan.removed.length} to remove`);
        if (!request.apply)
            return plan;
        const removed = [];
        for (const each of plan.removed) {
            await refuseNewTags(writer, content.tags, removed.length);
            if (await remove(writer, each, removed.length, job))
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
        throw new errors/* Failure */.HR(`${repository}: the tag ${tag} was set in the meantime. ${goneBefore(done)}.`, { hint: 'Run nix-feature prune again: it looks at all releases anew.' });
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
async function remove(writer, { version, digest, manifests }, done, log) {
    const changed = await changedMeanwhile(writer, { version, digest, manifests });
    if (changed !== undefined) {
        log.warning(`${writer.repository}:${version} ${changed} in the meantime, and is left alone.`);
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
    log.info(`Removed ${writer.repository}:${version}.`);
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
    const { job, name } = namespace;
    try {
        const settled = await changeCollection(namespace, (present) => (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeIntoCollection */ .pg)(present, metadata, source));
        if (!settled)
            job.warning(`The collection ${name}:${TAG} is constantly written to by others; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CancelledError */ .cc || job.signal.aborted)
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
            await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), signal);
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
class NotACollection extends _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR {
}
async function changeOnce({ target, job }, writer, { change, known }) {
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
        const { descriptor, lag } = await writer.pushManifest(manifest, _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_MANIFEST */ .MS, TAG, { expect: present?.digest ?? 'none', signal: job.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCollection */ .mU)(text, `${writer.repository}:${TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .TagMovedError */ .w))
            throw error;
        job.debug(`Another run wrote the collection; trying again. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: if HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(reader.resolve(TAG));
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

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ isGithubRegistry),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   g$: () => (/* binding */ Namespace)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97825);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30437);
/* harmony import */ var _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93908);
/* harmony import */ var _oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14090);





/** Returns the Feature's own repository, without the registry. */
function repositoryOf({ namespace }, id) {
    return `${namespace}/${id}`;
}
// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;
/** A namespace of a registry, as a job may use it: it opens repositories with the job's login. */
class Namespace {
    target;
    job;
    #registries;
    constructor(target, job) {
        this.target = target;
        this.job = job;
        this.#registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__/* .Registries */ .I(target, job);
    }
    /** `<registry>/<namespace>` */
    get name() {
        return `${this.target.registry}/${this.target.namespace}`;
    }
    /** The same, and what stops all work that is done there. */
    stoppable() {
        const { job, stop } = (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .stoppable */ .pZ)(this.job);
        return { namespace: new Namespace(this.target, job), stop };
    }
    /** A Feature's repository, without the registry. */
    repositoryOf(id) {
        return repositoryOf(this.target, id);
    }
    /** A Feature's repository, to be read. Close it. */
    reader(id, options = {}) {
        return this.#registries.open({ registry: this.target.registry, repository: this.repositoryOf(id) }, options);
    }
    /** How its repositories are spoken with; for whoever reads many of them. */
    options() {
        return this.#registries.options();
    }
    /** A Feature's repository, to be written to. Close it. @throws InputError if its name is longer than registries take */
    writer(id, options = {}) {
        return this.#open(this.repositoryOf(id), options);
    }
    /** The repository of the collection, to be written to. Close it. @throws as `writer` */
    collection() {
        return this.#open(this.target.namespace, {});
    }
    #open(repository, options) {
        const { registry, namespace } = this.target;
        const length = registry.length + 1 + repository.length;
        if (length > LONGEST_NAME) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: the name of ${repository.slice(namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
                hint: 'Use a shorter namespace, or a shorter id for the Feature.',
            });
        }
        return new _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryWriter */ .b({ registry, repository }, { ...this.#registries.options(), ...options });
    }
}
/** Tells whether it is GitHub's own registry, which wants to know what kind of package it holds. */
function isGithubRegistry({ registry }) {
    return (0,_oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .quirksOf */ .T)(registry).packageTypes === true;
}


/***/ })

};
