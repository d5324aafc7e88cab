export const id = 761;
export const ids = [761];
export const modules = {

/***/ 70761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkNamespace: () => (/* binding */ checkNamespace),
/* harmony export */   checkPlace: () => (/* binding */ checkPlace)
/* harmony export */ });
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44864);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83956);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _release_look_at_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21918);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77627);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63988);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21844);
/* harmony import */ var _release_version_named_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(84257);
/* harmony import */ var _feature_place_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6459);
/* harmony import */ var _settle_names_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47881);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(18923);
/* harmony import */ var _withdraw_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(39473);













/**
 * Looks at all releases of a namespace, or of one of its Features: are they whole, does each tag name what it should, does the collection?
 * @throws Failure if there is no collection to know the Features by; RegistryError, CancelledError
 */
async function checkNamespace(request, host) {
    const place = new _release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespace */ .g$(request, host);
    const collection = await collectionOf(place);
    const entries = new Map(collection === undefined ? [] : (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(collection).map(({ id, version }) => [id, version ?? '']));
    const namespace = place.name;
    if (request.id === undefined && entries.size === 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${namespace} has no collection, which would list its Features.`, { hint: 'Name one: nix-feature check <id>.' });
    }
    const features = {};
    const findings = [];
    for (const id of request.id === undefined ? entries.keys() : [request.id]) {
        const checked = await checkFeature(place, id, collection === undefined ? undefined : (entries.get(id) ?? NONE));
        features[id] = checked.versions;
        findings.push(...checked.findings);
    }
    return { namespace, features, findings };
}
/** As `checkNamespace`; a name that is no namespace with a collection may be a Feature of the one above. */
async function checkPlace(named, host) {
    return checkNamespace(named.mayBeFeature ? (await (0,_feature_place_js__WEBPACK_IMPORTED_MODULE_9__/* .settlePlace */ .P)(named, host)).request : named, host);
}
async function collectionOf(namespace) {
    if (!namespace.target.collection)
        return undefined;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_11__/* .readNamespace */ .oZ)(namespace);
    }
    catch (error) {
        if (namespace.target.id === undefined || !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl)
            throw error;
        return undefined;
    }
}
/** In place of a version where the collection lacks a Feature. */
const NONE = 'none';
async function checkFeature(namespace, id, entry) {
    const { repair, movingTags } = namespace.target;
    const writer = namespace.writer(id);
    try {
        const releases = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_10__/* .releasesOf */ .w0)(writer);
        const parts = (await Promise.all([...releases.ours.values()].map((release) => checkRelease(writer, release, id, repair)))).flat();
        const wrong = !movingTags ? [] : await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_10__/* .wrongTags */ .Zh)(writer, releases, releases.ours.keys());
        if (repair)
            await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_10__/* .settleTags */ .p3)(writer, wrong);
        return {
            versions: [...releases.ours.keys()],
            findings: [
                ...parts,
                ...wrong.map(({ tag, names, should }) => ({
                    id,
                    version: undefined,
                    what: `the tag ${tag} names ${names ?? 'nothing'}, but should name ${should?.version ?? 'nothing'}`,
                    repaired: repair && should !== undefined,
                })),
                ...(await checkEntry(namespace, writer, { id, entry, head: (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_10__/* .headOf */ .Uo)(releases) })),
            ],
        };
    }
    finally {
        writer.close();
    }
}
/** An entry of a version that is there, and is not lower than what we know of, is not for us to judge. */
async function checkEntry(namespace, { reader }, { id, entry, head }) {
    if (entry === undefined || head === 'foreign')
        return [];
    // Under an old id lies what goes by a new one: its entry is the new one's.
    if (head !== undefined && memberIdOf(head) !== id)
        return [];
    const listed = entry === NONE ? undefined : entry;
    if (listed === head?.version)
        return [];
    const isBehind = head !== undefined && (listed === undefined || isLower(listed, head.version));
    if (!isBehind && listed !== undefined && (await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_5__/* .findPublished */ .e2)(reader, listed)) !== undefined)
        return [];
    const repaired = namespace.target.repair && (await (0,_withdraw_js__WEBPACK_IMPORTED_MODULE_12__.settleCollection)(namespace, { id, head, instead: listed }));
    return [{ id, version: undefined, what: `the collection has ${listed ?? 'no entry'}, but should have ${head?.version ?? 'none'}`, repaired }];
}
function memberIdOf({ metadata = '{}' }) {
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringOf */ .Je)((0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .lS)(metadata).get('id'));
}
function isLower(a, b) {
    const [left, right] = [(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(a), (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(b ?? '')];
    return left === undefined || (right !== undefined && (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(left, right) < 0);
}
async function checkRelease(writer, release, id, repair) {
    const { version } = release;
    if (version === undefined)
        return [];
    const { missing } = await (0,_release_look_at_release_js__WEBPACK_IMPORTED_MODULE_4__/* .lookAtRelease */ .A)(writer.reader, (0,_release_release_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(release, version), false);
    const findings = missing.map(({ what, digest }) => ({ id, version, what: `${what} is gone (${digest}): publish ${version} again`, repaired: false }));
    for (const [tag, digest, arch] of (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_10__/* .platformTags */ .$A)(release)) {
        const gone = missing.some((each) => each.digest === digest);
        if (gone || (await (0,_release_version_named_js__WEBPACK_IMPORTED_MODULE_8__/* .versionNamed */ .y)(writer.reader, tag))?.digest === digest)
            continue;
        if (repair) {
            const { bytes, mediaType } = await writer.reader.manifest(digest);
            await writer.pushManifest(bytes, mediaType, tag);
        }
        findings.push({ id, version, what: `the tag ${tag} does not name the platform manifest for ${arch}`, repaired: repair });
    }
    return findings;
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

/***/ 92748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ askedDifference),
/* harmony export */   FP: () => (/* binding */ hasComplement),
/* harmony export */   W7: () => (/* binding */ holdSame),
/* harmony export */   mO: () => (/* binding */ agreedFacts),
/* harmony export */   rg: () => (/* binding */ keyLines)
/* harmony export */ });
/* unused harmony export decidesContent */
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The facts, in the order of the release key. */
const FACTS = {
    metadata: {
        of: 'feature',
        what: 'metadata',
        key: ({ metadata }) => [`metadata ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(metadata)}`],
        jobs: ({ metadata }) => metadata,
    },
    files: {
        of: 'feature',
        what: 'files of the Feature',
        key: ({ files }) => files.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.name, b.name)).map(fileLine),
        jobs: ({ files }) => files,
    },
    delivery: {
        of: 'feature',
        what: 'delivery',
        key: ({ delivery }) => [`delivery ${delivery}`],
        jobs: ({ delivery }) => delivery,
    },
    output: {
        of: 'platform',
        what: 'output',
        key: ({ system, storePath }) => [`system ${system} ${storePath}`],
        holds: ({ storePath }) => [storePath],
        jobs: 'each',
        before: 'evaluation',
    },
    shipped: {
        of: 'platform',
        what: 'shipped paths',
        key: ({ layers }) => layers.map(({ key }) => `layer ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: ({ closure }) => linesOf(closure, 'delta'),
        jobs: 'each',
        before: 'evaluation',
    },
    complement: {
        of: 'platform',
        what: 'complement',
        key: ({ complement = [] }) => complement.map(({ key }) => `complement ${key}`).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6),
        holds: (document) => [hasComplement(document) ? 'complement' : 'none'],
        jobs: ({ complement }) => complement ?? false,
        before: complementDifference,
    },
    required: {
        of: 'platform',
        what: 'paths of the base',
        key: ({ closure }) => closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
        holds: ({ closure }) => linesOf(closure, 'base'),
        jobs: 'each',
        before: 'evaluation',
    },
};
function no(why) {
    return { why };
}
const PLACE = no('says where Nix runs; a store path is the same wherever it was built');
const NAME = no('says where it is published; what it holds is the same everywhere');
const CHECK = no('checks what was built');
const RESULT = no('says where results go');
/** Which facts each field of a request decides. */
const DECISIONS = {
    featureFolder: ['metadata', 'files'],
    flake: ['output'],
    nixpkgs: ['output'],
    followBase: ['output'],
    include: ['files'],
    bases: ['shipped', 'required'],
    arches: ['output'],
    delivery: ['delivery'],
    complement: ['complement'],
    buildIn: PLACE,
    engine: PLACE,
    containerOptions: PLACE,
    nix: PLACE,
    jobs: PLACE,
    compression: no('a layer is known by what it holds, whatever packed it'),
    maxLayers: no('the same paths in other layers are the same release'),
    reuse: no('what is taken from a release has the hash that it says'),
    shareWith: no('the same paths in other layers are the same release'),
    push: NAME,
    registry: NAME,
    namespace: NAME,
    credentials: NAME,
    movingTags: NAME,
    collection: NAME,
    reproducible: CHECK,
    releaseTag: CHECK,
    test: CHECK,
    testDev: CHECK,
    remoteUser: CHECK,
    strict: CHECK,
    maxDeltaSize: CHECK,
    policy: CHECK,
    leaks: CHECK,
    output: RESULT,
    uploadArtifact: RESULT,
    retentionDays: RESULT,
    summary: RESULT,
    sbom: no('an SBOM describes a release; it is attached to it, and no part of it'),
    given: RESULT,
    origin: no('annotations name the commit; the next commit may hold the same Feature'),
    provenance: no('says who built it, and is attached to what is published'),
    created: no('a time is not what a release holds'),
};
/** Decides a field what a release holds? */
function decidesContent(field) {
    return !('why' in DECISIONS[field]);
}
const ALL = Object.values(FACTS);
const OF_FEATURE = ALL.filter((fact) => fact.of === 'feature');
const OF_PLATFORM = ALL.filter((fact) => fact.of === 'platform');
/** All lines of a release key: those of the Feature, then those of each platform. */
function keyLines(content) {
    const documents = content.documents.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.system, b.system));
    return [...OF_FEATURE.flatMap(({ key }) => key(content)), ...documents.flatMap((document) => OF_PLATFORM.flatMap(({ key }) => key(document)))];
}
/** What the jobs of a matrix must have in common: what it is called, and how it is found in what a job was told. */
function agreedFacts() {
    return ALL.flatMap(({ what, jobs }) => (jobs === 'each' ? [] : [{ what, of: jobs }]));
}
/** Do two platforms hold the same, in whatever layers? */
function holdSame(a, b) {
    return OF_PLATFORM.every(({ holds }) => holds(a).join('\n') === holds(b).join('\n'));
}
/** The first fact of a published platform that is not what is asked for. */
function askedDifference(published, asked) {
    return OF_PLATFORM.map(({ before }) => (before === 'evaluation' ? undefined : before(published, asked))).find((difference) => difference !== undefined);
}
function hasComplement({ complement = [] }) {
    return complement.length > 0;
}
/** Where the base has nothing of the closure there is nothing that a complement could hold. */
function complementDifference(published, { complement }) {
    const wanted = complement && published.closure.some((entry) => entry.in === 'base');
    if (published.hasComplement === wanted)
        return undefined;
    return published.hasComplement
        ? { published: 'with a complement', has: 'a complement, which is not requested' }
        : { published: 'without a complement', has: 'no complement, which is requested' };
}
function fileLine({ name, executable, bytes }) {
    return `file ${executable ? 'x' : '-'} ${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes)} ${JSON.stringify(name)}`;
}
function linesOf(closure, place) {
    return closure.filter((entry) => entry.in === place).map(({ path, narHash }) => `${path} ${narHash}`);
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
    return reader.manifest(digest).catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}


/***/ }),

/***/ 48118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ releaseKey),
/* harmony export */   L: () => (/* binding */ keyMetadata)
/* harmony export */ });
/* harmony import */ var _feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31479);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92748);





/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';
/**
 * What a release holds (docs/reference/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is. What counts is listed in content.ts.
 */
function releaseKey(content) {
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)([FORMAT, ...(0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLines */ .rg)(content)].map((line) => `${line}\n`).join(''));
}
/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
function keyMetadata(json) {
    const members = [...(0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)(json)].map(([name, value]) => [name, keyMember(name, value)]);
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a, b))));
}
function keyMember(name, value) {
    if (name === 'containerEnv')
        return value;
    return (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedJson */ .Is)(name === 'options' ? (0,_feature_environment_runtime_options_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutAddedOptions */ .dH)(value) : value);
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
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77627);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(283);






/**
 * The release of this version that is published already.
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
/** How the layers of a release travel: a tar that is no smaller than all of them has them in it. */
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
    const named = folder === '.' ? '' : ` ${/^[\w@%+=:,./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", String.raw `'\''`)}'`}`;
    return ` This command writes it: nix-feature bump ${level}${named}`;
}
async function documentsOf(reader, published) {
    return published.key === undefined ? new Map() : (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
}


/***/ }),

/***/ 283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ deliveryOf),
/* harmony export */   Eb: () => (/* binding */ publishedMetadata),
/* harmony export */   H3: () => (/* binding */ platformDifference),
/* harmony export */   Lz: () => (/* binding */ contentDifference),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xf: () => (/* binding */ FILES_DIFFER),
/* harmony export */   ol: () => (/* binding */ ownDifference),
/* harmony export */   w: () => (/* binding */ isOwnPart)
/* harmony export */ });
/* harmony import */ var _feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75675);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83956);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92748);
/* harmony import */ var _release_key_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48118);







/**
 * `auto` embeds up to this many bytes of layers, over all platforms: from here on an installation takes no longer by layers, and what each
 * release sends again is many times what changed (docs/contributing/performance.md, "Where the layers travel").
 */
const EMBED_LIMIT = 4 * 1024 * 1024;
/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'];
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
    const other = documents.find(({ env }) => JSON.stringify(env.variables) !== JSON.stringify(first.env.variables));
    if (other !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The development shells for ${first.system} and ${other.system} set different variables, and a Feature has one "containerEnv".`, { hint: 'Let the shell of each platform set the same variables; values with store paths may differ.' });
    return (0,_feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__/* .completeMetadata */ .h)(metadata, id, first.env);
}
function keyOf(content) {
    return (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseKey */ .D)({ ...content, metadata: (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .keyMetadata */ .L)(publishedMetadata(content)), delivery: deliveryOf(content) });
}
/**
 * Is what is published made of this own part? Its key is made again with the documents that are published: it comes out
 * the same where nothing else differs. `auto` is content with either delivery of what is published.
 */
function isOwnPart(published, documents, part) {
    if (documents.size === 0)
        return false;
    const deliveries = part.delivery === 'auto' ? DELIVERIES : [part.delivery];
    return deliveries.some((delivery) => isMadeOf(published, { ...part, delivery, documents: [...documents.values()] }));
}
function isMadeOf(published, content) {
    const { key } = published;
    return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}
/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }, content) {
    return metadata === undefined ? undefined : (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseKey */ .D)({ ...content, metadata, delivery: deliveryOf(content) });
}
/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }, content) {
    const [before, now] = [metadata, publishedMetadata(content)].map((json) => (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .keyMetadata */ .L)(json)));
    return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}
/** What `ownDifference` says of files. */
const FILES_DIFFER = 'its files differ';
/** Of this own part, what differs from what is published; as a part of a sentence. Undefined if nothing does. */
function ownDifference(published, documents, part) {
    if (isOwnPart(published, documents, part))
        return undefined;
    const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
    if (names.length > 0)
        return `its metadata differs (${names.join(', ')})`;
    const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
    return delivery === undefined ? FILES_DIFFER : `it was published with delivery: ${delivery}`;
}
/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined if nothing does
 */
function contentDifference(published, documents, content) {
    const arches = content.documents.map(({ system }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(system));
    if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
        return `it was published for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)([...documents.keys()])} and is now for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(arches)}`;
    }
    return (ownDifference(published, documents, content) ??
        content.documents.map((document) => platformDifference(documents.get((0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(document.system)), document)).find((difference) => difference !== undefined));
}
/** What of one platform differs, as a part of a sentence; undefined if nothing does, or nothing is published. */
function platformDifference(published, document) {
    if (published === undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_5__/* .holdSame */ .W7)(published, document))
        return undefined;
    const { storePath, system } = document;
    return published.storePath === storePath
        ? `what is shipped for ${system}, or required of the base, has changed`
        : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}


/***/ })

};
