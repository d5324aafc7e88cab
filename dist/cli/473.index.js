export const id = 473;
export const ids = [473];
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

/***/ 7881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ platformTags),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   Zh: () => (/* binding */ wrongTags),
/* harmony export */   p3: () => (/* binding */ settleTags),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(341);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5889);
/* harmony import */ var _version_named_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7311);



const LATEST = 'latest';
/** All releases of a Feature that its repository lists and has. */
async function releasesOf({ reader }, except) {
    const versions = (await reader.tags()).filter((tag) => tag !== except && (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) !== undefined);
    const found = await Promise.all(versions.map(async (version) => [version, await (0,_published_js__WEBPACK_IMPORTED_MODULE_1__/* .findPublished */ .e2)(reader, version)]));
    return new Map(found.flatMap(([version, published]) => (published?.version === version ? [[version, published]] : [])));
}
/** The release that a Feature's collection entry is of: the highest, or the highest pre-release where there is nothing else. */
function headOf(releases) {
    const versions = [...releases.keys()].flatMap((text) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text) ?? []);
    const stable = versions.filter((version) => !(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version));
    const highest = (stable.length > 0 ? stable : versions).reduce((best, each) => (best === undefined || (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(each, best) > 0 ? each : best), undefined);
    return highest === undefined ? undefined : releases.get(highest.text);
}
/**
 * Finds moving tags that do not name the highest release that they may name.
 * @param releases that count
 * @param versions whose moving tags are looked at
 */
async function wrongTags({ reader }, releases, versions) {
    const tags = new Map([...versions].flatMap((text) => movingOf(text)).map((moving) => [moving.tag, moving]));
    const checked = await Promise.all([...tags.values()].map(async (moving) => {
        const now = await (0,_version_named_js__WEBPACK_IMPORTED_MODULE_2__/* .versionNamed */ .y)(reader, moving.tag);
        const highest = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .highestRelease */ .UL)([...releases.keys()], moving);
        const should = highest === undefined ? undefined : releases.get(highest.text);
        return now?.digest === should?.digest ? [] : [{ tag: moving.tag, names: now?.version?.text, should }];
    }));
    return checked.flat();
}
function movingOf(text) {
    const version = (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    return version === undefined ? [] : (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .movingTags */ .Ui)(version);
}
/** Lets moving tags name what they should; `latest` last of all, its platforms before it. Those that nothing is left for stay. */
async function settleTags(writer, wrong) {
    for (const { tag, should } of wrong.toSorted((a, b) => Number(a.tag === LATEST) - Number(b.tag === LATEST))) {
        if (should === undefined)
            continue;
        if (tag === LATEST)
            for (const [arch, { digest }] of should.platforms)
                await namePlatform(writer, (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(LATEST, arch), digest);
        await writer.pushManifest(should.bytes, should.mediaType, tag);
    }
}
async function namePlatform(writer, tag, digest) {
    const { bytes, mediaType } = await writer.reader.manifest(digest);
    await writer.pushManifest(bytes, mediaType, tag);
}
/** The tags of a release's own platforms, with what they should name. */
function platformTags({ version, platforms }) {
    return version === undefined ? [] : [...platforms].map(([arch, { digest }]) => [(0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(version, arch), digest, arch]);
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


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleCollection: () => (/* binding */ settleCollection),
/* harmony export */   withdraw: () => (/* binding */ withdraw)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_collection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(944);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7703);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5889);
/* harmony import */ var _settle_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7881);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4875);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8923);







/**
 * Takes a version back: moving tags and the collection get what is the highest without it, then its manifests are deleted. In this order, so
 * that no tag ever names what is gone; run again after it was interrupted, it does the rest.
 * @throws Failure where there is no such version; RegistryError, CancelledError
 */
async function withdraw(request, host) {
    const { id, version } = request;
    const writer = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .openWriter */ .Kn)(request, (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(request, id), host, { deletes: true });
    try {
        const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(writer.reader, version);
        const releases = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_4__/* .releasesOf */ .w0)(writer, version);
        if (published === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${writer.repository}:${version} is not published.`, {
                hint: releases.size === 0 ? 'There is no release of this Feature.' : `There is ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)([...releases.keys()])}. If an earlier withdrawal was interrupted: nix-feature check ${id} --repair.`,
            });
        }
        if (published.version !== version)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${writer.repository}:${version} was published by something else than nix-feature, and is left alone.`);
        const wrong = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongTags */ .Zh)(writer, releases, [version]);
        const ours = wrong.filter(({ names }) => names === version || names === undefined);
        await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_4__/* .settleTags */ .p3)(writer, ours);
        const head = (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_4__/* .headOf */ .Uo)(releases);
        if (request.collection !== false)
            await settleCollection(request, id, head, host);
        const deleted = await deleteRelease(writer, published, request, host);
        return {
            repository: writer.repository,
            version,
            tags: Object.fromEntries(ours.filter(({ names }) => names === version).map(({ tag, should }) => [tag, should?.version ?? null])),
            collection: head?.version ?? null,
            deleted,
        };
    }
    finally {
        writer.close();
    }
}
/** Gives the collection what a Feature's entry should be. A namespace without a collection, or with something else there, is left alone. */
async function settleCollection(target, id, head, host) {
    try {
        await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_6__/* .changeCollection */ .n1)(target, (present) => (present === undefined && head === undefined ? undefined : (0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_1__/* .settleEntry */ .Y_)(present, id, head?.metadata)), host);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || host.signal.aborted)
            throw error;
        host.warning(`The collection of the namespace was not updated: ${error.message}`);
    }
}
/** The Feature first: what names a platform must not outlive it. */
async function deleteRelease(writer, { digest, platforms }, target, host) {
    try {
        await writer.deleteManifest(digest);
        for (const platform of platforms.values())
            await writer.deleteManifest(platform.digest);
        return true;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || host.signal.aborted)
            throw error;
        const remedy = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .isGithubRegistry */ .HV)(target)
            ? 'On GitHub, delete the version under "Package settings" of the package, or with the Packages API.'
            : 'Delete it in the registry\'s own way, or let the registry allow it.';
        host.warning(`No moving tag and no collection names it any more, but the registry did not delete ${digest}: ${error.message} ${remedy}`);
        return false;
    }
}


/***/ })

};
