export const id = 281;
export const ids = [281];
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

/***/ 46281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listNamespace: () => (/* binding */ listNamespace)
/* harmony export */ });
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44864);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21844);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18923);





/**
 * Lists the Features of a namespace by its collection, and which versions of each are published.
 * @throws Failure if there is no collection; RegistryError, CancelledError
 */
async function listNamespace(target, host) {
    const place = new _release_target_js__WEBPACK_IMPORTED_MODULE_3__/* .Namespace */ .g$(target, host);
    const namespace = place.name;
    const collection = await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamespace */ .oZ)(place);
    if (collection === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${namespace} has no collection, so its Features can't be listed.`, { hint: 'Each release puts its Feature into the collection, unless "collection: false" says otherwise. nix-feature inspect takes the name of a single Feature.' });
    }
    const features = [];
    for (const { id, version } of (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(collection))
        features.push({ id, version: version ?? null, versions: await versionsOf(place, id) });
    return { schemaVersion: 1, namespace, features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
async function versionsOf(namespace, id) {
    const reader = namespace.reader(id);
    try {
        const versions = (await reader.tags()).flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(tag) ?? []);
        return versions.toSorted((a, b) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(b, a)).map(({ text }) => text);
    }
    finally {
        reader.close();
    }
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


/***/ })

};
