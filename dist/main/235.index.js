export const id = 235;
export const ids = [235];
export const modules = {

/***/ 10469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pushImage)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92222);




/** What registries say of a manifest whose blob they have not. */
const MISSING = new Set(['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN']);
/**
 * Pushes an image: first the blobs, then the manifest, so that what can be found is whole. A blob that the registry said
 * to have, and then misses when it gets the manifest, is sent once more.
 * @param manifest its bytes, as they are to be published
 * @throws RegistryError, IntegrityError, CancelledError; the other uploads are ended then too
 */
async function pushImage(writer, manifest, options) {
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(manifest.bytes);
    const signal = eitherOf(options.signal, writer.signal);
    const all = blobsOf(manifest, digest);
    const blobs = await pushBlobs(writer, all, signal, options);
    const pushed = await send().catch(async (error) => {
        const believed = all.filter((blob) => blobs.get(blob.digest)?.outcome !== 'uploaded');
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && MISSING.has(error.code ?? '')) || believed.length === 0)
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
        // Where a blob was missing there was no manifest.
        const isNew = [...blobs.values()].some(({ outcome }) => outcome !== 'present');
        return writer.pushManifest(manifest.bytes, manifest.mediaType, digest, { signal, ...(isNew ? { watched: true } : {}) });
    }
}
/** Each blob once, the largest first: what takes longest must not begin last. */
function blobsOf(manifest, digest) {
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)({ ...manifest, digest }, 'the image to be pushed');
    if (parsed.kind === 'index')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${digest} is an index, and not an image that could be pushed.`);
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

/***/ 22531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82480);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87703);



/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure where they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout was given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${arch} is there more than once: in ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(missing)} is missing. ` +
            `There is ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))}.`, { hint: 'Did the job that builds it fail, or not run? Nothing was given a tag.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ['delivery', ({ facts }) => facts.delivery],
    ['complement', ({ facts }) => facts.complement ?? false],
    ['metadata', ({ facts }) => facts.metadata],
    ['files of the Feature', ({ facts }) => facts.files],
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don’t belong together: their ${what} differs${values}.`, {
        hint: 'Publish what jobs of one run built, from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don’t belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'Somebody pushed it between the two jobs. Build all platforms again (“Re-run all jobs”); a base that is named by digest does not move.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don’t belong together: they were built for other base images, ${first.names} and ${other.names}.`, { hint: 'Give each job of the matrix the same base-image.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}


/***/ }),

/***/ 83789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isOnDisk),
  n: () => (/* binding */ readBuiltLayout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/layout-reader.js
var layout_reader = __webpack_require__(92611);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(92222);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/publish/check-platform.js



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
            refuse(`its layer ${index + 1} is not the ${layer.digest} of its delta document`);
    }
    if (manifest.layers.length > wanted.length)
        refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
    const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
    if (title !== undefined)
        refuse(`${JSON.stringify(title.slice(0, 80))} is no name for a file`);
}
function envPathOf({ storePath }) {
    const text = `${storePath}\n`;
    return { mediaType: media_types/* ENV_PATH */.cc, digest: (0,digest/* digestOf */.ol)(text), size: text.length };
}
function isSame(found, { digest, size, mediaType }) {
    return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}

// EXTERNAL MODULE: ./lib/publish/layout-facts.js
var layout_facts = __webpack_require__(61531);
// EXTERNAL MODULE: ./lib/publish/read-document.js + 2 modules
var read_document = __webpack_require__(19523);
;// CONCATENATED MODULE: ./lib/publish/built-layout.js









/** @throws Failure where the folder holds no build of a Feature; IntegrityError where it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,layout_facts/* readLayoutFacts */.Sn)(folder);
    const reader = await layout_reader/* LayoutReader */.I.open(folder);
    const platforms = [];
    const listed = reader.manifests.filter(({ artifactType }) => artifactType === media_types/* DELTA_ARTIFACT */.YD);
    if (listed.length > platform/* ARCHES */.Pr.length)
        throw new errors/* IntegrityError */.cs(`The layout ${folder} holds ${listed.length} platforms, and there are ${platform/* ARCHES */.Pr.length}.`);
    for (const { digest } of listed)
        platforms.push(await readPlatform(reader, digest, facts));
    if (platforms.length === 0)
        throw new errors/* Failure */.HR(`The layout ${folder} holds no platform of a Feature.`);
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms };
}
async function readPlatform(reader, digest, facts) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new errors/* IntegrityError */.cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = await (0,read_document/* readDocument */.u)(reader, manifest.config, `the config of ${where}`);
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
    const { pushed, reused = {} } = facts;
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0 };
}
async function isOnDisk(platform, blob) {
    const found = await (0,promises_.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
}


/***/ }),

/***/ 25701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ changesSince)
/* harmony export */ });
/* harmony import */ var _delta_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13166);

/** For the report: what is other than in the release before. @param before undefined where there was none */
function changesSince(before, now) {
    // A release has nothing to tell about itself.
    if (before === undefined || before.feature.version === now.feature.version)
        return {};
    return { changes: (0,_delta_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changesBetween */ .iv)(before, now) };
}


/***/ }),

/***/ 46538:
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
// EXTERNAL MODULE: ./lib/feature/bundle.js
var bundle = __webpack_require__(74072);
// EXTERNAL MODULE: ./lib/feature/feature-tar.js
var feature_tar = __webpack_require__(18838);
// EXTERNAL MODULE: ./lib/feature/metadata.js
var feature_metadata = __webpack_require__(37801);
// EXTERNAL MODULE: ./lib/feature/runtime-options.js
var runtime_options = __webpack_require__(60305);
;// CONCATENATED MODULE: ./lib/feature/runtime.js


/** The parts of the install runtime, in the order in which they are joined: the program itself has to be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
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
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,promises_.readFile)((0,external_node_path_.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(39433);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(83789);
;// CONCATENATED MODULE: ./lib/publish/feature-layer.js















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: feature_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await readRuntime(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._)(files)), async function* count(chunks) {
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

/***/ 37771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Xp: () => (/* binding */ readLastDocuments),
/* harmony export */   ud: () => (/* binding */ warnOfDropped)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30341);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87703);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25889);




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
    const highest = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .highestRelease */ .UL)(await listedTags(reader), { tag: 'latest', covers: () => true });
    return highest === undefined ? undefined : (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, highest.text);
}
/** Earlier releases only spare work: a registry that gives no list of its tags is built for without them. */
async function listedTags(reader) {
    return reader.tags().catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs)
            return [];
        throw error;
    });
}
async function sameMajor(reader, version, latest) {
    const [major, other] = [version, latest.version ?? ''].map((text) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text)?.numbers[0]);
    if (major === undefined || major === other)
        return latest;
    return (await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, String(major))) ?? latest;
}
/** A release that has fewer platforms than the one before says nothing of it to those who use them: so this does. */
function warnOfDropped({ published, last }, arches, { id, version }, host) {
    if (published !== undefined || last?.version === undefined)
        return;
    const dropped = [...last.platforms.keys()].filter((arch) => !arches.includes(arch));
    if (dropped.length === 0)
        return;
    host.warning(`${id} ${version} is for ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(arches)} alone; ${last.version} is for ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)}, too. Whoever follows a moving tag there gets a release that does not install. If that is not meant, build for ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)} as well.`);
}
/** How many earlier releases are asked for a platform that the last one lacks. */
const LOOKED_BACK = 10;
/** Of platforms that the last release lacks, the documents of the newest release that has them: their layers are taken over. */
async function earlierDocuments(reader, last, arches) {
    const missing = new Set(arches.filter((arch) => !last.platforms.has(arch)));
    const found = new Map();
    if (missing.size === 0)
        return found;
    const versions = (await listedTags(reader)).flatMap((tag) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(tag) ?? []).filter(({ text }) => text !== last.version);
    for (const { text } of versions.sort((a, b) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(b, a)).slice(0, LOOKED_BACK)) {
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
 * The delta documents of the release to start from, of all its platforms; of platforms that it lacks, those of an earlier one. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError where they are this very version's, of which they have to tell
 *   whether it is the same
 */
async function readLastDocuments(reader, { published, last }, arches, host) {
    if (last === undefined)
        return new Map();
    try {
        const own = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, last, last.platforms.keys());
        return published !== undefined ? own : new Map([...(await earlierDocuments(reader, last, arches)), ...own]);
    }
    catch (error) {
        if (published !== undefined || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        host.warning(`Nothing is taken over from ${last.name}, nor compared with it: ${error.message}`);
        return new Map();
    }
}


/***/ }),

/***/ 61531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* unused harmony export FILES_FILE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56118);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(452);
/* harmony import */ var _feature_bundle_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74072);
/* harmony import */ var _feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(18838);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(37801);
/* harmony import */ var _feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(93228);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(93040);
/* harmony import */ var _oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(29634);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9501);
/* harmony import */ var _read_up_to_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(23607);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(82061);

















const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__/* .featureTar */ ._)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_12__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    // The author's own order would be lost in an object.
    const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : (0,_oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_15__/* .canonicalJson */ .d)(value)]]));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}
/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure where the folder holds no build of ours, or one of another version of us; IntegrityError where it is no
 *   such document
 */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const bytes = await (0,_read_up_to_js__WEBPACK_IMPORTED_MODULE_13__/* .readUpTo */ .V)(file, FACTS_LIMIT).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature’s build.`, {
            cause,
            hint: 'Name the layouts that `nix-feature build` wrote, or the folders of downloaded artifacts.',
        });
    });
    const refuse = (why) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const json = parse(bytes, refuse);
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_14__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_written_json_js__WEBPACK_IMPORTED_MODULE_11__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
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
 * The author's files of a layout. The archive has to be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError where they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_read_up_to_js__WEBPACK_IMPORTED_MODULE_13__/* .readUpTo */ .V)(path, FILES_LIMIT).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs)
            throw cause;
        return refuse('it can’t be read', cause);
    });
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_12__/* .digestOf */ .ol)(bytes);
    if (digest !== facts.files)
        refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
    const files = await unpack(bytes).catch((cause) => refuse('it is no tar', cause));
    const foreign = files.find(({ name }) => name.split('/')[0] === _feature_bundle_js__WEBPACK_IMPORTED_MODULE_8__/* .BUNDLE_FOLDER */ .oA || name === _feature_metadata_js__WEBPACK_IMPORTED_MODULE_10__/* .METADATA_FILE */ .VR);
    if (foreign !== undefined)
        refuse(`it holds ${foreign.name}, a name that is ours alone`);
    const again = await remade(files).catch((cause) => refuse('it holds names that a Feature has not', cause));
    if (!again.equals(bytes))
        refuse('it is not written as a build writes it');
    return files;
}
async function unpack(bytes) {
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([bytes]), entries);
    read.catch(() => undefined);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const contents = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
    }
    await read;
    return files;
}
async function remade(files) {
    const chunks = [];
    for await (const chunk of (0,_feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_9__/* .featureTar */ ._)(files))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 18288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lookAtRelease),
/* harmony export */   D: () => (/* binding */ lookAtParts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30341);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92222);



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
    const there = await Promise.all([...blobs.values()].map(async (blob) => ({ ...blob, isThere: await reader.hasBlob(blob, true) })));
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

/***/ 64291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ps: () => (/* binding */ checkVersion),
  xB: () => (/* binding */ completeRelease),
  iA: () => (/* binding */ prepare),
  wD: () => (/* binding */ publishAssembly)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/build/together.js
var together = __webpack_require__(2140);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/feature/metadata.js
var metadata = __webpack_require__(37801);
;// CONCATENATED MODULE: ./lib/feature/release-tag.js


// v1.2.3, 1.2.3, my-tools-v1.2.3, my-tools-1.2.3, my-tools/v1.2.3, my-tools@1.2.3; feature_my-tools_1.2.3 is what the
// official action writes.
const TAG = /^(?:feature_(?<official>[a-z0-9]+(?:[._-][a-z0-9]+)*)_|(?<id>[a-z0-9]+(?:[._-][a-z0-9]+)*?)[-/@])?v?(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;
/** What a git tag releases. @returns undefined where it names no whole version (`v1`, `nightly`) */
function parseReleaseTag(tag) {
    const groups = TAG.exec(tag)?.groups;
    if (groups?.['version'] === undefined)
        return undefined;
    return { id: groups['id'] ?? groups['official'], version: groups['version'] };
}
/**
 * On a git tag that names a version, the metadata has to name the same.
 * @throws InputError where they differ, or the tag is another Feature's
 */
function checkReleaseTag(tag, feature) {
    const release = parseReleaseTag(tag);
    if (release === undefined)
        return;
    if (release.id !== undefined && release.id !== feature.id) {
        throw new errors/* InputError */.dz('feature', `The git tag ${tag} releases the Feature “${release.id}”, and this is “${feature.id}”.`, {
            hint: 'Let the workflow build the Feature that the tag names, and no other.',
        });
    }
    if (release.version === feature.version)
        return;
    throw new errors/* InputError */.dz('feature', `The git tag ${tag} says version ${release.version}, and ${metadata/* METADATA_FILE */.VR} of ${feature.id} says ${feature.version}.`, { hint: `Set "version" in ${metadata/* METADATA_FILE */.VR} to ${release.version}, or delete the tag and tag version ${feature.version}.` });
}

// EXTERNAL MODULE: ./lib/feature/versions.js
var versions = __webpack_require__(30341);
// EXTERNAL MODULE: ./lib/oci/blob-content.js
var blob_content = __webpack_require__(36834);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/push-image.js
var push_image = __webpack_require__(10469);
// EXTERNAL MODULE: ./lib/oci/push-manifest.js
var push_manifest = __webpack_require__(14555);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
// EXTERNAL MODULE: ./lib/temporary.js
var temporary = __webpack_require__(71780);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(83789);
// EXTERNAL MODULE: ./lib/oci/credentials.js
var credentials = __webpack_require__(97771);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var registry = __webpack_require__(40188);
// EXTERNAL MODULE: ./lib/publish/target.js + 7 modules
var publish_target = __webpack_require__(64875);
;// CONCATENATED MODULE: ./lib/publish/readability.js




/** Nobody waits minutes for an answer without which the release is one. */
const POLICY = { attempts: 2, deadline: 15_000 };
/**
 * Asks for a release as somebody without a login would. Where that can't be found out, as registries limit the requests
 * of strangers, a warning says so.
 * @param repository without the registry
 * @throws CancelledError
 */
async function readability(target, repository, { version }, host) {
    const reference = { registry: target.registry, repository, tag: version };
    const everybody = new registry/* Registry */.O(reference, { ...(0,publish_target/* registryOptions */._A)(target, host), credentials: credentials/* anonymous */._5, policy: POLICY });
    try {
        return (await everybody.head(version)) === undefined ? 'with a login' : 'by everybody';
    }
    catch (error) {
        if (error instanceof errors/* RegistryError */.gl && [401, 403].includes(error.status ?? 0))
            return 'with a login';
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || host.signal.aborted)
            throw error;
        host.warning(`Whether everybody may read ${everybody.name} could not be found out: ${error.message}`);
        return 'unknown';
    }
    finally {
        everybody.close();
    }
}

// EXTERNAL MODULE: ./lib/feature/feature-manifest.js
var feature_manifest = __webpack_require__(47844);
// EXTERNAL MODULE: ./lib/oci/canonical-json.js
var canonical_json = __webpack_require__(29634);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/publish/feature-layer.js + 1 modules
var feature_layer = __webpack_require__(46538);
;// CONCATENATED MODULE: ./lib/publish/compose-feature.js






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key } = prepared;
    const { facts, platforms } = assembly;
    const { registry, repository, reader, work, onGithub } = place;
    const tar = await (0,feature_layer/* writeFeatureLayer */.j)(assembly, { metadata, delivery, registry, repository, work, ...(reader === undefined ? {} : { reader }) });
    const config = { mediaType: media_types/* DEVCONTAINER_CONFIG */.Wj, digest: (0,digest/* digestOf */.ol)(feature_manifest/* EMPTY_CONFIG */.$v), size: feature_manifest/* EMPTY_CONFIG */.$v.length };
    const manifest = (0,feature_manifest/* featureManifest */.EX)({
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
    const bytes = Buffer.from((0,canonical_json/* canonicalJson */.d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,blob_content/* bytesContent */.dy)(Buffer.from(feature_manifest/* EMPTY_CONFIG */.$v)) : (0,blob_content/* fileContent */.qY)(tar.file));
    return { bytes, digest: (0,digest/* digestOf */.ol)(bytes), config, tar, blobs };
}

// EXTERNAL MODULE: ./lib/publish/look-at-release.js
var look_at_release = __webpack_require__(18288);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/oci/transport-error.js + 1 modules
var transport_error = __webpack_require__(77807);
// EXTERNAL MODULE: ./lib/publish/published.js
var published = __webpack_require__(25889);
;// CONCATENATED MODULE: ./lib/publish/version-named.js



/**
 * Which release a tag names, by the annotation of its manifest.
 * @returns undefined where it names nothing
 * @throws RegistryError, CancelledError; IntegrityError where the registry mixes up what it serves
 */
async function versionNamed(reader, tag) {
    const resolved = await reader.resolve(tag).catch((error) => {
        if (error instanceof errors/* RegistryError */.gl && error.status === 404)
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
    #host;
    #manifests;
    #refused = new Map();
    /** What a tag named before we wrote it. */
    #replaced = new Map();
    constructor(writer, release, version, host) {
        this.#writer = writer;
        this.#release = release;
        this.#version = version;
        this.#host = host;
        this.#manifests = new Map((release.manifests ?? []).map((manifest) => [manifest.digest, Promise.resolve(manifest)]));
        this.tags.add(release.version);
    }
    /** @throws TagMovedError where the version's own tag, which never moves, names something else; RegistryError */
    async checkVersion() {
        const { version, bytes, mediaType } = this.#release;
        await this.#writer.pushManifest(bytes, mediaType, version, { expect: 'none', signal: this.#host.signal });
    }
    /** Tags of the repository, as it lists them. A list that can't be had is none: what the tags name is looked at anyway. */
    async versions() {
        try {
            return await this.#writer.reader.tags();
        }
        catch (error) {
            if (!this.#mayFail(error))
                throw error;
            this.#host.debug(`Tags are moved by what they name now: ${error.message}`);
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
        const hint = first instanceof errors/* RegistryError */.gl && IMMUTABLE.has(first.status ?? 0) ? ' If this registry lets no tag move, say moving-tags: false.' : '';
        this.#host.warning(`${this.#writer.repository}:${this.#release.version} is published, but not every tag could be written (${(0,format/* formatList */.ki)(tags)}): ${first.message}${hint}`);
    }
    /** What a tag names now. Where that is what we replaced, the registry may be slow to show our own write. */
    async #look(tag) {
        for (let waited = 0, delay = SLOW.first;; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
            const now = await versionNamed(this.#writer.reader, tag);
            if (this.#replaced.get(tag) !== (now?.digest ?? 'none') || waited >= SLOW.together)
                return now;
            const { signal } = this.#host;
            await (0,external_node_timers_promises_.setTimeout)(delay, undefined, { signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(signal)));
        }
    }
    async #move(tag, from) {
        const { bytes, mediaType } = this.#release;
        await this.#push(bytes, mediaType, tag, { expect: from, watched: true });
        this.#replaced.set(tag, from);
    }
    /** Before `latest` itself; and once where it names the release already. */
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
            this.#host.debug(`${version} was published meanwhile: ${tag} goes to it.`);
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
            const { sent } = await this.#writer.pushManifest(bytes, mediaType, tag, { ...options, signal: this.#host.signal });
            if (sent)
                this.writes += 1;
        }
        catch (error) {
            if (!(error instanceof push_manifest/* TagMovedError */.w))
                throw error;
            this.#host.debug(`Somebody else moved ${tag} at the same time; looking again.`);
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
        return error instanceof errors/* Failure */.HR && !(error instanceof errors/* CancelledError */.cc) && !this.#host.signal.aborted;
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
 * @returns all tags that name the release or one of its platforms now
 * @throws TagMovedError where the version's own tag names something else; CancelledError; what `rest` does
 */
async function tagRelease(writer, release, { moving, rest }, host) {
    const version = (0,versions/* parseVersion */.ot)(release.version);
    if (version === undefined)
        throw new Error(`${release.version} is no version`);
    const wanted = moving ? (0,versions/* movingTags */.Ui)(version) : [];
    const [others, last] = [wanted.filter(({ tag }) => tag !== move_tags_LATEST), wanted.filter(({ tag }) => tag === move_tags_LATEST)];
    const tagger = new Tagger(writer, release, version, host);
    for (let round = 0; round < ROUNDS; round += 1) {
        const before = tagger.writes;
        const present = wanted.length === 0 ? [] : await tagger.versions();
        await allOf(others.map((tag) => tagger.settle(tag, present)));
        await rest;
        // Of two who wrote the version's tag at once, the later one has it: the other writes no tag that nobody looks at again.
        await tagger.checkVersion();
        if (round === 0)
            await allOf(tagger.namePlatforms());
        await allOf(last.map((tag) => tagger.settle(tag, present)));
        if (tagger.writes === before)
            break;
        if (tagger.overtaken)
            await (0,external_node_timers_promises_.setTimeout)(Math.random() * PAUSE, undefined, { signal: host.signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(host.signal)));
        tagger.overtaken = false;
    }
    tagger.warn();
    return (0,versions/* tagsOfHighest */.PS)(version, [...release.platforms.keys()]).filter((tag) => tagger.tags.has(tag));
}
/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}

// EXTERNAL MODULE: ./lib/feature/identity.js
var identity = __webpack_require__(18142);
// EXTERNAL MODULE: ./lib/feature/written-json.js
var written_json = __webpack_require__(93228);
;// CONCATENATED MODULE: ./lib/publish/legacy-ids.js








/** The ids that a Feature had before. @param metadata as JSON */
function legacyIdsOf(id, metadata) {
    const ids = ((0,written_json/* itemsOf */.S3)((0,written_json/* membersOf */.lS)(metadata).get('legacyIds')) ?? []).flatMap((item) => (0,written_json/* textOf */.b6)(item) ?? []);
    return [...new Set(ids)].filter((each) => each !== id && (0,identity/* isFeatureId */.GK)(each));
}
/**
 * Publishes a release under the ids that the Feature had before as well, so that who uses an old one gets new versions, and
 * is told the new id (dev container specification, "Steps to rename a Feature"). It is the same manifest, with the same tags.
 * What an old id's repository refuses is a warning: the Feature itself is published by now.
 * @param from the repository that has the release
 * @throws CancelledError
 */
async function publishLegacyIds(target, from, release, { id, metadata }, host) {
    for (const legacyId of legacyIdsOf(id, metadata)) {
        const writer = (0,publish_target/* openWriter */.Kn)(target, (0,publish_target/* repositoryOf */._M)(target, legacyId), host);
        try {
            await copyRelease(from, writer, { release, repository: (0,publish_target/* repositoryOf */._M)(target, id) }, host);
            await tagRelease(writer, release, { moving: target.movingTags !== false, rest: Promise.resolve() }, host);
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || host.signal.aborted)
                throw error;
            const why = error instanceof push_manifest/* TagMovedError */.w ? `${release.version} is published there already, with other content.` : error.message;
            host.warning(`${id} ${release.version} is published, but not under its old id, ${writer.repository}: ${why}`);
        }
        finally {
            writer.close();
        }
    }
}
/** Blobs are mounted; where a registry mounts none they are read and sent. */
async function copyRelease(from, to, { release, repository }, host) {
    const options = { content: (blob) => (0,blob_content/* sourceContent */.D3)(from.reader, blob), mountFrom: () => repository, signal: host.signal };
    for (const digest of release.platforms.values()) {
        const known = release.manifests?.find((manifest) => manifest.digest === digest);
        await (0,push_image/* pushImage */.G)(to, known ?? (await from.reader.manifest(digest)), options);
    }
    await (0,push_image/* pushImage */.G)(to, release, { ...options, tag: release.version });
}

// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(52714);
// EXTERNAL MODULE: ./lib/publish/release.js
var publish_release = __webpack_require__(54610);
// EXTERNAL MODULE: ./lib/publish/same-release.js + 1 modules
var same_release = __webpack_require__(97456);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/feature/collection.js




const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure where the text is no collection */
function parseCollection(text, where) {
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* Failure */.HR(`${where} is not JSON.`, { cause });
    }
    const members = (0,written_json/* membersOf */.lS)(text);
    const features = (0,written_json/* itemsOf */.S3)(members.get('features') ?? '[]');
    const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
    if (!isCollection)
        throw new errors/* Failure */.HR(`${where} is not a collection of Features.`);
    return { members, features };
}
/** The text of the file. */
function collectionText({ members, features }) {
    const json = (0,written_json/* objectJson */.kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,written_json/* indentedJson */.ak)(json)}\n`;
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
 * @param metadata as JSON; undefined: the Feature is gone. That of another id, which a Feature has that was renamed, changes nothing
 * @returns undefined where it is so already
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
    return (0,written_json/* textOf */.b6)((0,written_json/* membersOf */.lS)(json).get(name));
}
function replaces(metadata, earlier) {
    if (metadata === earlier)
        return false;
    const [next, last] = [metadata, earlier].map((json) => (0,versions/* parseVersion */.ot)(memberText(json, 'version') ?? ''));
    if (next === undefined || last === undefined)
        return true;
    if ((0,versions/* isPrerelease */.V1)(next) && !(0,versions/* isPrerelease */.V1)(last))
        return false;
    if ((0,versions/* isPrerelease */.V1)(last) && !(0,versions/* isPrerelease */.V1)(next))
        return true;
    return (0,versions/* compareVersions */.Zy)(next, last) >= 0;
}
/** The manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: media_types/* IMAGE_MANIFEST */.MS,
        config: { ...config, mediaType: media_types/* DEVCONTAINER_CONFIG */.Wj },
        layers: [{ ...file, mediaType: media_types/* COLLECTION_LAYER */.ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
}

// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(92222);
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
 * The protocol has no conditional writes (docs/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in anew. A collection that
 * can't be read or written is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
async function updateCollection(target, { id, metadata, source }, host) {
    try {
        const settled = await changeCollection(target, (present) => mergeIntoCollection(present, metadata, source), host);
        if (!settled)
            host.warning(`The collection ${target.registry}/${target.namespace}:${update_collection_TAG} is written to by others all the time; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* CancelledError */.cc || host.signal.aborted)
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
    const writer = (0,publish_target/* openWriter */.Kn)(target, target.namespace, host);
    try {
        let known;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await changeOnce(writer, { change, known }, (0,publish_target/* isGithubRegistry */.HV)(target), host);
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
    const writer = openWriter(target, target.namespace, host);
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
class NotACollection extends errors/* Failure */.HR {
}
async function changeOnce(writer, { change, known }, onGithub, host) {
    const present = await readCollection(writer, known);
    const merged = change(present?.collection);
    if (merged === undefined)
        return 'nothing to do';
    const text = collectionText(merged);
    const file = await pushBytes(writer, Buffer.from(text), media_types/* COLLECTION_LAYER */.ZJ);
    const config = await pushBytes(writer, Buffer.from(feature_manifest/* EMPTY_CONFIG */.$v), media_types/* DEVCONTAINER_CONFIG */.Wj);
    const manifest = Buffer.from(JSON.stringify(collectionManifest(config, file, onGithub)));
    const began = performance.now();
    try {
        const { descriptor, lag } = await writer.pushManifest(manifest, media_types/* IMAGE_MANIFEST */.MS, update_collection_TAG, { expect: present?.digest ?? 'none', signal: host.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: parseCollection(text, `${writer.repository}:${update_collection_TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof push_manifest/* TagMovedError */.w))
            throw error;
        host.debug(`Somebody else wrote the collection; once more. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: where HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await reader.resolve(update_collection_TAG).catch((error) => {
        if (error instanceof errors/* RegistryError */.gl && error.status === 404)
            return undefined;
        throw error;
    });
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
        throw new NotACollection(`${name} is something else than a collection of Features, and was left as it is.`);
    }
    const text = (await (0,consumers_.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: parseCollection(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,digest/* digestOf */.ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,blob_content/* bytesContent */.dy)(bytes));
    return descriptor;
}
async function pause(milliseconds, signal) {
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
 * @throws Failure where the version is published with other content; RegistryError, IntegrityError, CancelledError
 */
async function publishAssembly(assembly, options, host) {
    const { target } = options;
    const { feature, origin } = assembly.facts;
    checkVersion(feature, options.releaseTag);
    const prepared = prepare(assembly, options.delivery);
    const writer = options.writer ?? (0,publish_target/* openWriter */.Kn)(target, (0,publish_target/* repositoryOf */._M)(target, feature.id), host);
    try {
        const earlier = await (0,publish_release/* findRelease */.dv)(writer.reader, feature, prepared.content);
        const pushed = earlier === undefined ? await pushRelease(prepared, target, writer, host) : await mendRelease(earlier, prepared, target, writer);
        const { release } = pushed;
        const tags = await completeRelease(target, writer, release, { id: feature.id, metadata: prepared.metadata, delivery: prepared.delivery, source: origin.source }, host);
        if (earlier !== undefined)
            host.info(`${writer.repository}:${feature.version} is published already, with this very content.`);
        return {
            repository: writer.repository,
            digest: release.digest,
            tags,
            upToDate: earlier !== undefined,
            sent: pushed.sent,
            featureBytes: pushed.featureBytes,
        };
    }
    finally {
        if (options.writer === undefined)
            writer.close();
    }
}
/** What can be known to be wrong before anything is built. @throws InputError */
function checkVersion(feature, releaseTag) {
    if (releaseTag !== undefined)
        checkReleaseTag(releaseTag, feature);
    if ((0,versions/* looksLikeArchTag */.IB)(feature.version)) {
        throw new errors/* InputError */.dz('feature', `The version ${feature.version} of ${feature.id} can’t be published: it ends like a platform tag (-amd64, -arm64).`, {
            hint: 'Let the pre-release end in something else than the name of an architecture.',
        });
    }
}
function prepare(assembly, wanted) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,same_release/* publishedMetadata */.Eb)(content);
    return { assembly, content, metadata, delivery: (0,same_release/* deliveryOf */.A9)(content), key: (0,same_release/* keyOf */.TN)(content) };
}
/**
 * Pushes the platforms by digest, and then the Feature under its version's tag, with which it is published. Who finds the
 * tag taken touches no other one.
 */
async function pushRelease(prepared, target, writer, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { assembly, delivery } = prepared;
        const { facts, platforms } = assembly;
        const repository = (0,publish_target/* repositoryOf */._M)(target, facts.feature.id);
        const sent = await (0,push_platforms/* pushPlatforms */.z)(writer, repository, platforms, host);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-publish');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const { bytes, blobs } = await composeFeature(prepared, { registry: target.registry, repository, onGithub: (0,publish_target/* isGithubRegistry */.HV)(target), reader: writer.reader, work });
        const progress = host.stage('Push the Feature', { unit: 'bytes' });
        try {
            const { descriptor, blobBytes, sent: isNew } = await (0,push_image/* pushImage */.G)(writer, { bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS }, {
                content: ({ digest }) => blobs(digest),
                onProgress: (done, total) => progress.update(done, undefined, total),
                signal: host.signal,
                tag: facts.feature.version,
            });
            progress.end(`${descriptor.digest}, ${(0,format/* formatBytes */.z3)(blobBytes)} sent, delivery: ${delivery}`);
            const release = {
                version: facts.feature.version,
                digest: descriptor.digest,
                bytes,
                mediaType: media_types/* IMAGE_MANIFEST */.MS,
                platforms: new Map(platforms.map(({ arch, digest }) => [arch, digest])),
                manifests: platforms.map((platform) => ({ digest: platform.digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes })),
                ...(isNew ? { isNew } : {}),
            };
            return { release, sent, featureBytes: blobBytes };
        }
        catch (error) {
            progress.end('failed');
            const theirs = error instanceof push_manifest/* TagMovedError */.w ? await (0,publish_release/* findRelease */.dv)(writer.reader, facts.feature, prepared.content) : undefined;
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
/**
 * Sends what a published release has lost: platform manifests, layers, documents, the Feature's tar. A Feature that was copied here from
 * another registry may have come without some.
 * @throws Failure where what was built now has other bytes than what is gone
 */
async function mendRelease(release, prepared, target, writer) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const missing = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (missing.length === 0)
            return { release, sent: new Map(), featureBytes: 0 };
        const { facts, platforms } = prepared.assembly;
        const repository = (0,publish_target/* repositoryOf */._M)(target, facts.feature.id);
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-publish');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        // Layers first: an embedding tar is made of them.
        const lost = new Set(missing.map(({ digest }) => digest));
        const sent = new Map();
        for (const platform of platforms)
            sent.set(platform.arch, await mendPlatform(platform, lost, writer));
        const composed = await composeFeature(prepared, { registry: target.registry, repository, onGithub: (0,publish_target/* isGithubRegistry */.HV)(target), reader: writer.reader, work });
        let featureBytes = 0;
        for (const blob of [composed.config, composed.tar.descriptor]) {
            if (lost.has(blob.digest))
                featureBytes += (await writer.pushBlob(blob, composed.blobs(blob.digest))).sent;
        }
        const [still] = await (0,look_at_release/* lookAtParts */.D)(writer.reader, release);
        if (still !== undefined) {
            throw new errors/* Failure */.HR(`${writer.repository}:${release.version} lacks ${still.what} (${still.digest}) in the registry, and what was built now has other bytes.`, {
                hint: 'Raise the version, and publish that. Withdraw this one: nix-feature withdraw.',
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
async function completeRelease(target, writer, release, facts, host) {
    const { host: stoppableHost, stop } = (0,together/* stoppable */.p)(host);
    const collected = target.collection === false ? Promise.resolve() : updateCollection(target, facts, stoppableHost);
    const read = readability(target, (0,publish_target/* repositoryOf */._M)(target, facts.id), release, stoppableHost);
    const named = (0,together/* together */.b)(stop, collected, publishLegacyIds(target, writer, release, facts, stoppableHost));
    const rest = (0,together/* together */.b)(stop, named, read);
    const moving = target.movingTags !== false;
    const [[, readable], tags] = await (0,together/* together */.b)(stop, rest, tagRelease(writer, release, { moving, rest }, stoppableHost));
    if (readable === 'with a login')
        warnOfPrivacy(writer.repository, facts.delivery, host);
    return tags;
}
function warnOfPrivacy(name, delivery, host) {
    const what = delivery === 'layers' ? 'nobody can install it: install.sh fetches the layers without a login' : 'it installs only for those who are logged in';
    const remedy = delivery === 'layers' ? 'Make the package public, or build with delivery: embed.' : 'Make the package public if it is for everybody.';
    host.warning(`${name} is private, so that ${what}. ${remedy} On GitHub this is under “Package settings” of the package, once for all versions.`);
}


/***/ }),

/***/ 52714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pushPlatforms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36834);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50261);
/* harmony import */ var _oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10469);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87703);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83789);






/**
 * Pushes each platform's blobs and its manifest, by digest: no tag is touched.
 * @param repository without the registry
 * @returns bytes of blobs that were sent for each platform
 */
async function pushPlatforms(writer, repository, platforms, host) {
    const sent = new Map();
    for (const platform of platforms) {
        const blobs = await blobsOf(platform);
        const progress = host.stage(`Push the layers of ${platform.arch}`, { unit: 'bytes', total: sizeOf(platform) });
        try {
            const pushed = await (0,_oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__/* .pushImage */ .G)(writer, { bytes: platform.bytes, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS }, {
                content: (blob) => contentOf(blob, blobs, platform),
                // The job that built it may have pushed it, and no tag tells of that.
                isKnown: (blob) => platform.pushed !== undefined || !blobs.has(blob.digest),
                mountFrom: () => mountSource(platform, writer, repository),
                onProgress: (done) => progress.update(done),
                signal: host.signal,
            });
            sent.set(platform.arch, pushed.blobBytes);
            progress.end(pushed.blobBytes === 0 ? 'the registry has them all' : `${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(pushed.blobBytes)} sent`);
        }
        catch (error) {
            progress.end('failed');
            throw error;
        }
    }
    return sent;
}
function sizeOf({ manifest }) {
    return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
async function blobsOf(platform) {
    const { config, layers } = platform.manifest;
    const here = await Promise.all([config, ...layers].map(async (blob) => ((await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnDisk */ .L)(platform, blob)) ? [blob.digest] : [])));
    return new Set(here.flat());
}
/** A layer that was pushed by the job that built it may have been left out of what it handed on. */
function contentOf(blob, onDisk, platform) {
    if (onDisk.has(blob.digest))
        return (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .fileContent */ .qY)(platform.fileOf(blob));
    return {
        open: () => {
            const { pushed } = platform;
            const missing = `The layer ${blob.digest} for ${platform.arch} is neither in the layout nor in the registry`;
            if (pushed === undefined && platform.reusedLayers === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; the artifact was uploaded without layers, as those of pull requests are.`, {
                    hint: 'Let the jobs that build say upload-artifact: true.',
                });
            }
            if (pushed === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was taken over from an earlier release.`, {
                    hint: 'Build again: a layer that has been deleted meanwhile is packed then. To publish elsewhere, build without push, so that the layout holds all layers.',
                });
            }
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was pushed to ${pushed.registry}/${pushed.repository}.`, {
                hint: 'Build and publish with the same registry and namespace, or let the jobs that build not push, so that their artifacts hold the layers.',
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

/***/ 54610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   yL: () => (/* binding */ otherContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37801);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25889);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97456);




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


/***/ })

};
