export const id = 257;
export const ids = [257];
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

/***/ 49193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kz: () => (/* binding */ copyAttached),
/* harmony export */   tR: () => (/* binding */ MOST_COPIED),
/* harmony export */   yG: () => (/* binding */ isOfOurKind)
/* harmony export */ });
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2116);
/* harmony import */ var _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62338);




/** What a release is given, with the bytes that each may have. Whatever else somebody has attached stays where it is. */
const COPIED = new Map([[_provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_TYPE */ .q$, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_LIMIT */ .lI], ..._sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_FORMATS */ .zu.map((format) => [_sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMATS */ .hR[format].mediaType, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__/* .SBOM_LIMIT */ .QN])]);
/** Referrers of a release that are copied; anybody who may write to the repository may have attached more. */
const MOST_COPIED = 100;
/**
 * Attaches the SBOMs and the attestations of a release to its copy in another repository. They name the manifest by its digest, so that they
 * hold there too. What the copy has already is not read again.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function copyAttached(from, to, { digest, mediaType, bytes }) {
    const [{ list }, there] = await Promise.all([from.referrers(digest), to.reader.referrers(digest)]);
    const present = new Set(there.list.map(contentOf));
    const missing = list.filter((referrer) => isOfOurKind(referrer) && !present.has(contentOf(referrer))).slice(0, MOST_COPIED);
    const contents = [];
    for (const { artifactType, annotations, layers: [payload] } of missing) {
        if (payload === undefined)
            continue;
        contents.push({ artifactType, mediaType: payload.mediaType, payload: await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .blobBytes */ .R)(from, payload, payload.size), annotations });
    }
    if (contents.length > 0)
        await to.pushReferrers({ mediaType, digest, size: bytes.length }, contents);
}
/** Tells whether a referrer has one payload, of a type and a size that releases get. */
function isOfOurKind({ artifactType, layers: [payload, ...others] }) {
    return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}
function contentOf({ artifactType, layers: [payload] }) {
    return `${artifactType} ${payload?.digest ?? ''}`;
}


/***/ }),

/***/ 68347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ publishLegacyIds),
/* harmony export */   v: () => (/* binding */ legacyIdsOf)
/* harmony export */ });
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95365);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26791);
/* harmony import */ var _oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53540);
/* harmony import */ var _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84880);
/* harmony import */ var _attach_copy_attached_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49193);
/* harmony import */ var _move_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69998);








/** Returns the ids that a Feature had before. @param metadata as JSON */
function legacyIdsOf(id, metadata) {
    const ids = ((0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)((0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata).get('legacyIds')) ?? []).flatMap((item) => (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(item) ?? []);
    return [...new Set(ids)].filter((each) => each !== id && (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .isFeatureId */ .GK)(each));
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
            await (0,_attach_copy_attached_js__WEBPACK_IMPORTED_MODULE_6__/* .copyAttached */ .kz)(from.reader, writer, release);
            await (0,_move_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .tagRelease */ .Q)({ namespace, writer }, release, Promise.resolve());
        }
        catch (error) {
            if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc || job.signal.aborted)
                throw error;
            const why = error instanceof _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .TagMovedError */ .w ? `${release.version} is already published there with different content.` : error.message;
            job.warning(`${id} ${release.version} is published, but ${how} its old id, ${writer.repository}: ${why}`);
        }
        finally {
            writer.close();
        }
    }
}
/** Blobs are mounted; if a registry mounts none they are read and sent. */
async function copyRelease(from, to, { release, repository, signal }) {
    const options = { content: (blob) => (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceContent */ .D3)(from.reader, blob), mountFrom: () => repository, signal };
    for (const digest of release.platforms.values()) {
        const known = release.manifests?.find((manifest) => manifest.digest === digest);
        await (0,_oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_4__/* .pushImage */ .G)(to, known ?? (await from.reader.manifest(digest)), options);
    }
    await (0,_oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_4__/* .pushImage */ .G)(to, release, { ...options, tag: release.version });
}


/***/ }),

/***/ 69998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ tagRelease)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/oci/push/push-manifest.js
var push_manifest = __webpack_require__(84880);
// EXTERNAL MODULE: ./lib/release/version-named.js
var version_named = __webpack_require__(84257);
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
            const now = await (0,version_named/* versionNamed */.y)(this.#writer.reader, tag);
            if (this.#replaced.get(tag) !== (now?.digest ?? 'none') || waited >= SLOW.together)
                return now;
            const { signal } = this.#job;
            await (0,promises_.setTimeout)(delay, undefined, { signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(signal)));
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
        return (await (0,version_named/* versionNamed */.y)(this.#writer.reader, version)) !== undefined;
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
    await (0,promises_.setTimeout)(Math.random() * PAUSE, undefined, { signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(signal)));
}
/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
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


/***/ }),

/***/ 84257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ versionNamed)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77627);



/**
 * Returns which release a tag names, by the annotation of its manifest.
 * @returns undefined if it names nothing
 * @throws RegistryError, CancelledError; IntegrityError if the registry mixes up what it serves
 */
async function versionNamed(reader, tag) {
    const resolved = await (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    return { digest: descriptor.digest, version: versionOf({ ...descriptor, bytes }, `${reader.repository}:${tag}`) };
}
function versionOf(raw, name) {
    try {
        return (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)((0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .publishedAs */ .hY)(name, raw).version ?? '');
    }
    catch (error) {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs)
            return undefined;
        throw error;
    }
}


/***/ })

};
