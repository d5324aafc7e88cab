export const id = 725;
export const ids = [725];
export const modules = {

/***/ 944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Y_: () => (/* binding */ settleEntry),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* unused harmony export COLLECTION_FILE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(261);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(341);
/* harmony import */ var _written_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3228);




const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure where the text is no collection */
function parseCollection(text, where) {
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${where} is not JSON.`, { cause });
    }
    const members = (0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .lS)(text);
    const features = (0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(members.get('features') ?? '[]');
    const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
    if (!isCollection)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${where} is not a collection of Features.`);
    return { members, features };
}
/** The text of the file. */
function collectionText({ members, features }) {
    const json = (0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * The collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined where there is none yet
 * @param metadata as JSON
 * @returns undefined where nothing has to change: it is in, or a newer version of it is
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
 * @param metadata as JSON; undefined: the Feature is gone
 * @returns undefined where it is so already
 */
function settleEntry(present, id, metadata) {
    const { members, features } = present ?? { members: sourceInformation(undefined), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === id);
    if (metadata === undefined)
        return index < 0 ? undefined : { members, features: features.toSpliced(index, 1) };
    if (features[index] === metadata)
        return undefined;
    return { members, features: index < 0 ? [...features, metadata] : features.with(index, metadata) };
}
/** The id and version of each entry, as far as it has them. */
function entriesOf({ features }) {
    return features.flatMap((each) => {
        const id = memberText(each, 'id');
        return id === undefined ? [] : [{ id, version: memberText(each, 'version') }];
    });
}
function sourceInformation(source = 'nix-feature-action') {
    return new Map([['sourceInformation', JSON.stringify({ source })]]);
}
function memberText(json, name) {
    return (0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_written_json_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .lS)(json).get(name));
}
function replaces(metadata, earlier) {
    if (metadata === earlier)
        return false;
    const [next, last] = [metadata, earlier].map((json) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(memberText(json, 'version') ?? ''));
    if (next === undefined || last === undefined)
        return true;
    if ((0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(next) && !(0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(last))
        return false;
    if ((0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(last) && !(0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(next))
        return true;
    return (0,_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(next, last) >= 0;
}
/** The manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_MANIFEST */ .MS,
        config: { ...config, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [{ ...file, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .COLLECTION_LAYER */ .ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
}


/***/ }),

/***/ 8288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lookAtRelease),
/* harmony export */   D: () => (/* binding */ lookAtParts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2222);



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
    const version = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return { tags: [], missingTags: [] };
    const wandering = new Set([...(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .movingTags */ .Ui)(version).map(({ tag }) => tag), ...[...platforms.keys()].map((arch) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .archTag */ .p9)(LATEST, arch))]);
    const named = new Map([
        ...(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsOfHighest */ .PS)(version, []).map((tag) => [tag, digest]),
        ...[...platforms].flatMap(([arch, own]) => [text, ...((0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .movingTags */ .Ui)(version).length > 0 ? [LATEST] : [])].map((tag) => [(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .archTag */ .p9)(tag, arch), own])),
    ]);
    const wanted = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsOfHighest */ .PS)(version, [...platforms.keys()]).filter((tag) => named.has(tag) && (moving || !wandering.has(tag)));
    const seen = new Map(await Promise.all(wanted.map(async (tag) => [tag, (await reader.head(tag))?.digest])));
    const isLatest = seen.get(LATEST) === digest;
    return {
        tags: wanted.filter((tag) => seen.get(tag) === named.get(tag)),
        // What a moving tag names instead may be a higher version; where `latest` is ours, there is none.
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
    const there = await Promise.all([...blobs.values()].map(async (blob) => ({ ...blob, isThere: await reader.hasBlob(blob) })));
    return [
        ...found.filter(({ raw }) => raw === undefined).map(({ arch, own }) => ({ digest: own, what: `the platform manifest for ${arch}` })),
        ...there.filter(({ isThere }) => !isThere).map(({ digest: each, what }) => ({ digest: each, what })),
    ];
}
function blobsOf(raw) {
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, 'a release');
    return parsed.kind === 'index' ? [] : [parsed.manifest.config, ...parsed.manifest.layers];
}
async function manifestIfThere(reader, digest) {
    return reader.manifest(digest).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}


/***/ }),

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   yL: () => (/* binding */ otherContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7801);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5889);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7456);




/**
 * The release of this version that is published already.
 * @param content what is to be published
 * @returns undefined where there is none
 * @throws Failure where it holds something else: a version that is published never changes
 */
async function findRelease(reader, feature, content) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, feature.version);
    if (published === undefined)
        return undefined;
    // Another key may be another split into layers, of the same paths.
    if (published.key !== (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(content)) {
        const documents = await documentsOf(reader, published);
        if (documents.size < published.platforms.size)
            throw otherContent(published, feature.id);
        const difference = (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .contentDifference */ .Lz)(published, documents, content);
        if (difference !== undefined)
            throw otherContent(published, feature.id, difference);
    }
    return releaseOf(published, feature.version);
}
function releaseOf({ digest, bytes, mediaType, platforms }, version) {
    return { version, digest, bytes, mediaType, platforms: new Map([...platforms].map(([arch, platform]) => [arch, platform.digest])) };
}
/** @param why what differs, as the end of a sentence, where it is known */
function otherContent({ name, key, digest }, id, why) {
    const what = key === undefined ? 'by something else than nix-feature' : 'with other content';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} is published already, ${what} (${digest})${key === undefined || why === undefined ? '' : `: ${why}`}.`, {
        hint: `A published version never changes: bump the version. Raise "version" in ${_feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_FILE */ .VR} of ${id}.`,
    });
}
async function documentsOf(reader, published) {
    return published.key === undefined ? new Map() : (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
}


/***/ }),

/***/ 7456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lz: () => (/* binding */ contentDifference),
  A9: () => (/* binding */ deliveryOf),
  w: () => (/* binding */ isOwnPart),
  TN: () => (/* binding */ keyOf),
  ol: () => (/* binding */ ownDifference),
  Eb: () => (/* binding */ publishedMetadata)
});

// EXTERNAL MODULE: ./lib/feature/complete-metadata.js
var complete_metadata = __webpack_require__(4525);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(3756);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/feature/runtime-options.js
var runtime_options = __webpack_require__(305);
// EXTERNAL MODULE: ./lib/feature/written-json.js
var written_json = __webpack_require__(3228);
;// CONCATENATED MODULE: ./lib/feature/release-key.js




/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';
/**
 * What a release holds (docs/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is.
 * @param metadata the completed metadata, in the form of {@link keyMetadata}
 */
function releaseKey(metadata, files, documents, delivery) {
    const lines = [
        FORMAT,
        `metadata ${(0,digest/* digestOf */.ol)(metadata)}`,
        ...files.toSorted((a, b) => (0,store_path/* compareText */.n6)(a.name, b.name)).map(fileLine),
        `delivery ${delivery}`,
        ...documents.toSorted((a, b) => (0,store_path/* compareText */.n6)(a.system, b.system)).flatMap(platformLines),
    ];
    return (0,digest/* digestOf */.ol)(lines.map((line) => `${line}\n`).join(''));
}
/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
function keyMetadata(json) {
    const members = [...(0,written_json/* membersOf */.lS)(json)].map(([name, value]) => [name, keyMember(name, value)]);
    return (0,written_json/* objectJson */.kR)(new Map(members.toSorted(([a], [b]) => (0,store_path/* compareText */.n6)(a, b))));
}
function keyMember(name, value) {
    if (name === 'containerEnv')
        return value;
    return (0,written_json/* sortedJson */.Is)(name === 'options' ? (0,runtime_options/* withoutAddedOptions */.dH)(value) : value);
}
function fileLine({ name, executable, bytes }) {
    return `file ${executable ? 'x' : '-'} ${(0,digest/* digestOf */.ol)(bytes)} ${JSON.stringify(name)}`;
}
function platformLines({ system, storePath, layers, complement = [], closure }) {
    return [
        `system ${system} ${storePath}`,
        ...layers.map(({ key }) => `layer ${key}`).toSorted(store_path/* compareText */.n6),
        ...complement.map(({ key }) => `complement ${key}`).toSorted(store_path/* compareText */.n6),
        ...closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
    ];
}

// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(2480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/publish/same-release.js





/** `auto` embeds up to this many bytes of layers, over all platforms. */
const EMBED_LIMIT = 32 * 1024 * 1024;
/** How layers reach whoever installs: as was asked for, or by their size. */
function deliveryOf({ delivery, documents }) {
    if (delivery !== 'auto')
        return delivery;
    const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
    return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}
/** The author's metadata as it is published, as JSON: completed, in their order. */
function publishedMetadata({ id, metadata, documents }) {
    const [first] = documents;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    return (0,complete_metadata/* completeMetadata */.h)(metadata, id, first.env);
}
function keyOf(content) {
    return releaseKey(keyMetadata(publishedMetadata(content)), content.files, content.documents, deliveryOf(content));
}
/**
 * Is what is published made of this own part? Its key is made anew with the documents that are published: it comes out
 * the same where nothing else differs.
 */
function isOwnPart(published, documents, part) {
    const { key } = published;
    if (documents.size === 0)
        return false;
    const content = { ...part, documents: [...documents.values()] };
    return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}
/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }, content) {
    return metadata === undefined ? undefined : releaseKey(metadata, content.files, content.documents, deliveryOf(content));
}
/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }, content) {
    const [before, now] = [metadata, publishedMetadata(content)].map((json) => (0,written_json/* membersOf */.lS)(keyMetadata(json)));
    return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}
/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'];
/** Of this own part, what differs from what is published; as a part of a sentence. Undefined where nothing does. */
function ownDifference(published, documents, part) {
    if (isOwnPart(published, documents, part))
        return undefined;
    const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
    if (names.length > 0)
        return `its metadata differs (${names.join(', ')})`;
    const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
    return delivery === undefined ? 'its files differ' : `it was published with delivery: ${delivery}`;
}
/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined where nothing does
 */
function contentDifference(published, documents, content) {
    const arches = content.documents.map(({ system }) => (0,platform/* archOf */.Qh)(system));
    if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
        return `it was published for ${(0,format/* formatList */.ki)([...documents.keys()])}, and is now for ${(0,format/* formatList */.ki)(arches)}`;
    }
    return (ownDifference(published, documents, content) ??
        content.documents.map((document) => platformDifference(documents.get((0,platform/* archOf */.Qh)(document.system)), document)).find((difference) => difference !== undefined));
}
function platformDifference(published, document) {
    if (published === undefined || contentOf(published) === contentOf(document))
        return undefined;
    const { storePath, system } = document;
    return published.storePath === storePath
        ? `what is shipped for ${system}, or required of the base, is other than it was`
        : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}
/** What a platform installs and relies upon, as a text to compare. */
function contentOf({ storePath, closure, complement = [] }) {
    const lines = closure.map((entry) => `${entry.in} ${entry.path} ${entry.narHash}`);
    return [storePath, complement.length > 0 ? 'complement' : 'none', ...lines].join('\n');
}


/***/ }),

/***/ 8923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ updateCollection),
/* harmony export */   n1: () => (/* binding */ changeCollection),
/* harmony export */   oZ: () => (/* binding */ readNamespace)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _feature_collection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(944);
/* harmony import */ var _feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7844);
/* harmony import */ var _oci_blob_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6834);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9501);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(261);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2222);
/* harmony import */ var _oci_push_manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4555);
/* harmony import */ var _oci_transport_error_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7807);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4875);












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
 * The protocol has no conditional writes (docs/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in anew. A collection that
 * can't be read or written is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
async function updateCollection(target, { id, metadata, source }, host) {
    try {
        const settled = await changeCollection(target, (present) => (0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeIntoCollection */ .pg)(present, metadata, source), host);
        if (!settled)
            host.warning(`The collection ${target.registry}/${target.namespace}:${TAG} is written to by others all the time; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc || host.signal.aborted)
            throw error;
        host.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message} If the namespace is to have none, say collection: false.`);
    }
}
/**
 * Changes the collection of a namespace until it is as it should be.
 * @returns false where others write it all the time, so that the change may be lost
 * @throws Failure where it can't be read or written, or is something else; CancelledError
 */
async function changeCollection(target, change, host) {
    const writer = (0,_target_js__WEBPACK_IMPORTED_MODULE_11__/* .openWriter */ .Kn)(target, target.namespace, host);
    try {
        let known;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await changeOnce(writer, { change, known }, (0,_target_js__WEBPACK_IMPORTED_MODULE_11__/* .isGithubRegistry */ .HV)(target), host);
            if (wrote === 'nothing to do')
                return true;
            if (wrote !== 'overtaken')
                known = wrote.present;
            await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), host.signal);
        }
        return false;
    }
    finally {
        writer.close();
    }
}
/** The collection of a namespace; undefined where there is none. @throws Failure, CancelledError */
async function readNamespace(target, host) {
    const writer = (0,_target_js__WEBPACK_IMPORTED_MODULE_11__/* .openWriter */ .Kn)(target, target.namespace, host);
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
class NotACollection extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR {
}
async function changeOnce(writer, { change, known }, onGithub, host) {
    const present = await readCollection(writer, known);
    const merged = change(present?.collection);
    if (merged === undefined)
        return 'nothing to do';
    const text = (0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_3__/* .collectionText */ .EK)(merged);
    const file = await pushBytes(writer, Buffer.from(text), _oci_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .COLLECTION_LAYER */ .ZJ);
    const config = await pushBytes(writer, Buffer.from(_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_CONFIG */ .$v), _oci_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .DEVCONTAINER_CONFIG */ .Wj);
    const manifest = Buffer.from(JSON.stringify((0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_3__/* .collectionManifest */ .sj)(config, file, onGithub)));
    const began = performance.now();
    try {
        const { descriptor, lag } = await writer.pushManifest(manifest, _oci_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .IMAGE_MANIFEST */ .MS, TAG, { expect: present?.digest ?? 'none', signal: host.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: (0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCollection */ .mU)(text, `${writer.repository}:${TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof _oci_push_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .TagMovedError */ .w))
            throw error;
        host.debug(`Somebody else wrote the collection; once more. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: where HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await reader.resolve(TAG).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    if (descriptor.digest === known?.digest)
        return known;
    const name = `${repository}:${TAG}`;
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseManifest */ .N)({ ...descriptor, bytes }, name);
    const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
    // A namespace is often a repository's name, by which an image of its own may go.
    if (file === undefined || file.mediaType !== _oci_media_types_js__WEBPACK_IMPORTED_MODULE_7__/* .COLLECTION_LAYER */ .ZJ || file.size > LIMIT) {
        throw new NotACollection(`${name} is something else than a collection of Features, and was left as it is.`);
    }
    const text = (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: (0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCollection */ .mU)(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_5__/* .bytesContent */ .dy)(bytes));
    return descriptor;
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => {
        throw (0,_oci_transport_error_js__WEBPACK_IMPORTED_MODULE_10__/* .cancelled */ .KW)(signal);
    });
}


/***/ }),

/***/ 7311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ versionNamed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5889);



/**
 * Which release a tag names, by the annotation of its manifest.
 * @returns undefined where it names nothing
 * @throws RegistryError, CancelledError; IntegrityError where the registry mixes up what it serves
 */
async function versionNamed(reader, tag) {
    const resolved = await reader.resolve(tag).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    return { digest: descriptor.digest, version: versionOf({ ...descriptor, bytes }, `${reader.repository}:${tag}`) };
}
function versionOf(raw, name) {
    try {
        return (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)((0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .publishedAs */ .hY)(name, raw).version ?? '');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs)
            return undefined;
        throw error;
    }
}


/***/ })

};
