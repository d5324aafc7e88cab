export const id = 874;
export const ids = [874];
export const modules = {

/***/ 83874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeLayout),
/* harmony export */   w: () => (/* binding */ describePublished)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83270);
/* harmony import */ var _oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77627);
/* harmony import */ var _release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37413);
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(283);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6988);







/** Reads what a build left. @throws Failure if the folder holds no build; IntegrityError */
async function describeLayout(folder) {
    const { platforms, facts } = await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuiltLayout */ .n)(folder);
    const delivery = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_5__/* .deliveryOf */ .A9)({ delivery: facts.delivery, documents: platforms.map(({ document }) => document) });
    return { platforms: platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas })), created: facts.created, digest: undefined, origin: facts.origin, delivery };
}
/**
 * Reads a published Feature's delta documents, and the SBOMs that are attached to it.
 * @param name for messages
 * @throws Failure if it is not there, or is not one of ours; RegistryError, IntegrityError, CancelledError
 */
async function describePublished(reader, name) {
    const root = await (0,_oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_2__/* .orTakenForHub */ .b1)(name, reader, () => reader.root()).catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} does not exist.`, { cause: error, hint: 'nix-feature list <registry>/<namespace> says which Features and versions are there.' });
        throw error;
    });
    const published = (0,_release_published_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedAs */ .hY)(name, root);
    if (published.platforms.size === 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} was not published by nix-feature as a Feature, so its store paths are unknown.`, { hint: 'Name the Feature by its version: <registry>/<namespace>/<id>:1.2.0.' });
    const documents = await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
    const metas = await (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__/* .attachedMetas */ .fn)(reader, published, documents);
    return { platforms: [...documents].map(([arch, document]) => ({ arch, document, metas: metas.get(arch) })), created: (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__/* .createdOf */ .YC)(root, name), digest: published.digest, origin: originOf(root, name), delivery: undefined };
}
function originOf(root, name) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(root, name);
    const annotations = parsed.kind === 'manifest' ? parsed.manifest.annotations : undefined;
    return { source: annotations?.['org.opencontainers.image.source'], revision: annotations?.['org.opencontainers.image.revision'] };
}


/***/ }),

/***/ 1548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   _X: () => (/* binding */ takenForHub),
/* harmony export */   b1: () => (/* binding */ orTakenForHub)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93410);


/** A folder whose name is mistyped is a name of Docker Hub's. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** What a source's first answer came to, as a verb. */
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : "can't be read";
}
/** Reads a source for the first time: if that fails, a name that was only taken for one of Docker Hub's is said to be. */
async function orTakenForHub(name, source, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
            throw error;
        const hint = takenForHub(name, source);
        if (hint === undefined)
            throw error;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, hint });
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


/***/ }),

/***/ 37413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ ARCH_ANNOTATION),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   fn: () => (/* binding */ attachedMetas),
/* harmony export */   pc: () => (/* binding */ attachedSboms)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2116);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93410);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62338);







/** Which platform of a Feature an SBOM is about. */
const ARCH_ANNOTATION = 'dev.nix-feature.arch';
const CREATED = 'org.opencontainers.image.created';
/** The time that a Feature's manifest names, in seconds since the epoch; undefined if it names none. @throws IntegrityError if it is no manifest */
function createdOf(raw, where) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, where);
    const time = parsed.kind === 'manifest' ? (parsed.manifest.annotations?.[CREATED] ?? '') : '';
    const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? Date.parse(time) / 1000 : Number.NaN;
    return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}
/**
 * Lists the SBOMs that are attached to a Feature. Anybody who may write to the repository may have attached them.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function attachedSboms(reader, feature) {
    const { list } = await reader.referrers(feature);
    return list.flatMap((referrer) => {
        const format = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_FORMATS */ .zu.find((each) => _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .FORMATS */ .hR[each].mediaType === referrer.artifactType);
        const arch = referrer.annotations[ARCH_ANNOTATION] ?? '';
        return format === undefined || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .isArch */ .nn)(arch) ? [] : [{ arch, format, referrer }];
    });
}
/** The bytes of an attached SBOM. @throws IntegrityError if it has no payload, or one that is too large; RegistryError, CancelledError */
async function attachedBytes(reader, { arch, referrer }) {
    const [layer] = referrer.layers;
    if (layer === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The SBOM ${referrer.digest} for ${arch} in ${reader.repository} is empty.`);
    return (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .blobBytes */ .R)(reader, layer, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__/* .SBOM_LIMIT */ .QN);
}
/** SBOMs of a release that are read; anybody who may write to the repository may have attached more. */
const MOST_READ = 20;
/**
 * Returns what the SBOMs of a release say of its packages: for each platform the first that fits its delta document. What can't be read, and
 * what does not fit, is left out.
 */
async function attachedMetas(reader, release, documents) {
    const found = new Map();
    const created = createdOf(release, reader.repository);
    for (const sbom of (await attachedSboms(reader, release.digest).catch(noneIfUnreadable)).slice(0, MOST_READ)) {
        const document = documents.get(sbom.arch);
        if (document === undefined || found.has(sbom.arch))
            continue;
        const where = `the SBOM of ${reader.repository} for ${sbom.arch}`;
        const metas = await attachedBytes(reader, sbom).then((bytes) => (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedSbom */ .b6)(bytes, sbom.format, { document, created }, where)).catch(noneIfUnreadable);
        if (!Array.isArray(metas))
            found.set(sbom.arch, metas);
    }
    return found;
}
function noneIfUnreadable(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return [];
    throw error;
}


/***/ })

};
