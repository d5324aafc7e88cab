export const id = 473;
export const ids = [473];
export const modules = {

/***/ 47933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ DOCUMENT_LIMIT),
  X: () => (/* binding */ parseDeltaDocument)
});

// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
;// CONCATENATED MODULE: ./lib/delta/document/check-places.js
/**
 * What the parts of a delta document say of each other: the closure is sorted and whole, each path that is shipped is in
 * one layer, and what is in no delta is in none.
 * @param refuse throws; it is given the end of a sentence
 */
function checkPlaces(document, refuse) {
    const { closure, layers, complement = [], storePath, outputs } = document;
    const places = new Map(closure.map((entry) => [entry.path, entry.in]));
    checkClosure(closure, places, refuse);
    for (const path of [storePath, ...Object.values(outputs)]) {
        if (!places.has(path))
            refuse(`the output ${path} is not in its closure`);
    }
    const all = [...layers, ...complement];
    if (new Set(all.map(({ digest }) => digest)).size !== all.length)
        refuse('two of its layers have the same digest');
    const shipped = checkLayers(layers, 'delta', places, refuse);
    checkLayers(complement, 'base', places, refuse);
    const homeless = closure.find((entry) => entry.in === 'delta' && !shipped.has(entry.path));
    if (homeless !== undefined)
        refuse(`${homeless.path} is shipped but in none of its layers`);
}
function checkClosure(closure, places, refuse) {
    let last = '';
    let size = 0;
    for (const { path, references, narSize } of closure) {
        if (path <= last)
            refuse(`its closure is not sorted: ${path} comes after ${last}`);
        last = path;
        size += narSize;
        const stranger = references.find((reference) => !places.has(reference));
        if (stranger !== undefined)
            refuse(`${path} refers to ${stranger}, which is not in the closure`);
        if (references.some((reference, index) => index > 0 && reference <= (references[index - 1] ?? '')))
            refuse(`the references of ${path} are not sorted`);
    }
    if (!Number.isSafeInteger(size))
        refuse('the sizes of its closure add up to more than 2^53 bytes');
}
/** @returns the paths that the layers hold */
function checkLayers(layers, place, places, refuse) {
    const what = place === 'delta' ? 'a layer' : 'the complement';
    const seen = new Set();
    for (const { paths, size, frames = [] } of layers) {
        const odd = frames.find((frame) => !isFrame(frame, paths.length, size));
        if (odd !== undefined)
            refuse(`${what} has the frame [${odd.join(', ')}], which is not in it`);
        if (paths.length === 0)
            refuse(`${what} holds no store path`);
        for (const path of paths) {
            if (!places.has(path))
                refuse(`${what} holds ${path}, which is not in the closure`);
            if (places.get(path) !== place)
                refuse(`${what} holds ${path}, which is ${place === 'delta' ? 'of the base' : 'not of the base'}`);
            if (seen.has(path))
                refuse(`${path} is in more than one layer`);
            seen.add(path);
        }
    }
    return seen;
}
/** @param paths how many the layer has @param size bytes of the layer */
function isFrame(frame, paths, size) {
    const [path = paths, offset = size, length = 0] = frame;
    return frame.length === 3 && path < paths && length > 0 && offset + length <= size;
}

;// CONCATENATED MODULE: ./lib/delta/document/parse-document.js









/** The only version of the document that there is. */
const SCHEMA = 1;
/** Bytes of a delta document: about 80,000 store paths. */
const DOCUMENT_LIMIT = 64 * 1024 * 1024;
const MOST_PATHS = 200_000;
const MOST_OUTPUTS = 100;
const MOST_BASES = 100;
/** `max-layers` goes up to 100. */
const MOST_LAYERS = 1000;
const MOST_FOLDERS = 100;
const MOST_VARIABLES = 1000;
const STORE_PATH = (0,json_field/* grammar */.qN)('a store path (/nix/store/<hash>-<name>)', store_path/* isStorePath */.zP);
const NAR_HASH = (0,json_field/* grammar */.qN)('the hash of a NAR (sha256-<base64>)', nix_hash/* isSha256Sri */.EM);
const ATTRIBUTE = (0,json_field/* grammar */.qN)('an attribute of a flake', (text) => /^[^\p{C}]{1,1024}$/u.test(text));
const OUTPUT = (0,json_field/* grammar */.qN)('the name of an output', (text) => /^[A-Za-z0-9+\-._?=]{1,211}$/.test(text));
const FOLDER = (0,json_field/* grammar */.qN)('a folder inside the output (bin)', isRelativeFolder);
const PROFILE = (0,json_field/* grammar */.qN)('a file inside the output (share/nix-feature/profile.sh)', isRelativeFolder);
const VARIABLE = (0,json_field/* grammar */.qN)('the name of an environment variable', (text) => /^[A-Za-z_][A-Za-z0-9_]{0,255}$/.test(text));
/**
 * Reads a delta document, and checks all of it: whoever has it need not ask any more whether a path is in a layer, or a
 * hash is one. Members that are not known are left alone.
 * @param where for messages
 * @throws IntegrityError if it is none, or of another version
 */
function parseDeltaDocument(source, where) {
    const refuse = (why, cause) => {
        throw new errors/* IntegrityError */.cs(`${where} is not a valid delta document: ${why}.`, { cause });
    };
    let json;
    try {
        json = (0,parse_json/* parseJson */.qF)(source, { bytes: DOCUMENT_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof parse_json/* JsonError */.N3 ? cause.message : String(cause), cause);
    }
    const field = json_field/* Field */.D0.of(json, refuse);
    const version = field.get('schemaVersion').value;
    if (version !== SCHEMA) {
        return refuse(`its schema version is ${typeof version === 'number' ? version : 'missing'}, and this version of nix-feature knows ${SCHEMA}`);
    }
    checkDocument(field);
    const document = json;
    checkPlaces(document, refuse);
    return document;
}
function checkDocument(field) {
    field.get('feature').get('id').as(identity/* FEATURE_ID */.DU);
    field.get('feature').get('version').as(identity/* FEATURE_VERSION */.Q2);
    field.get('system').oneOf(['x86_64-linux', 'aarch64-linux']);
    field.get('storePath').as(STORE_PATH);
    for (const [name, path] of field.get('outputs').members(MOST_OUTPUTS)) {
        if (!OUTPUT.test(name))
            path.refuse(`is not ${OUTPUT.what}`);
        path.as(STORE_PATH);
    }
    field.get('bases').each(MOST_BASES, checkBase);
    field.get('closure').each(MOST_PATHS, checkEntry);
    field.get('layers').each(MOST_LAYERS, checkLayer);
    field.get('complement').optional((complement) => complement.each(MOST_LAYERS, checkLayer));
    checkEnv(field.get('env'));
    field.get('source').get('flake').text(16 * 1024);
    field.get('source').get('narHash').optional((hash) => hash.as(NAR_HASH));
    field.get('source').get('attribute').optional((attribute) => attribute.as(ATTRIBUTE));
}
function checkBase(field) {
    field.get('name').text();
    field.get('digest').optional((digest) => digest.as(format_digest/* DIGEST */.Dh));
    field.get('storePaths').count();
}
function checkEntry(field) {
    const [deriver, ca] = [field.get('deriver'), field.get('ca')];
    field.get('path').as(STORE_PATH);
    field.get('narHash').as(NAR_HASH);
    field.get('narSize').count();
    field.get('references').each(MOST_PATHS, (reference) => reference.as(STORE_PATH));
    if (deriver.value !== null)
        deriver.as(STORE_PATH);
    if (ca.value !== null)
        ca.text();
    field.get('in').oneOf(['delta', 'base']);
}
function checkLayer(field) {
    for (const name of ['key', 'digest', 'diffId'])
        field.get(name).as(format_digest/* DIGEST */.Dh);
    field.get('size').count(1);
    field.get('tarSize').optional((size) => size.count());
    field.get('mediaType').oneOf([media_types/* LAYER_GZIP */.fc, media_types/* LAYER_ZSTD */.wd]);
    field.get('paths').each(MOST_PATHS, (path) => path.as(STORE_PATH));
    field.get('frames').optional((frames) => frames.each(MOST_PATHS, (frame) => frame.each(3, (number) => number.count())));
}
function checkEnv(field) {
    field.get('PATH').each(MOST_FOLDERS, (folder) => folder.as(FOLDER));
    field.get('profile').optional((profile) => profile.as(PROFILE));
    for (const [name, value] of field.get('variables').members(MOST_VARIABLES)) {
        if (!VARIABLE.test(name))
            value.refuse(`is not ${VARIABLE.what}`);
        value.text(32 * 1024);
    }
}
function isRelativeFolder(text) {
    return /^[A-Za-z0-9+\-._/@]{1,1024}$/.test(text) && text.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}


/***/ }),

/***/ 47881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ platformTags),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   Zh: () => (/* binding */ wrongTags),
/* harmony export */   p3: () => (/* binding */ settleTags),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84880);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77627);
/* harmony import */ var _release_version_named_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84257);




const LATEST = 'latest';
/** @param except a version that does not count */
async function releasesOf({ reader }, except) {
    const versions = (await reader.tags()).filter((tag) => tag !== except && (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) !== undefined);
    const found = await Promise.all(versions.map(async (version) => [version, await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, version)]));
    return {
        ours: new Map(found.flatMap(([version, published]) => (published?.version === version ? [[version, published]] : []))),
        foreign: found.flatMap(([version, published]) => (published !== undefined && published.version !== version ? [version] : [])),
    };
}
/**
 * The release that a Feature's collection entry is of: the highest, or the highest pre-release if there is nothing else.
 * @returns `foreign` if that is none of ours, undefined if there is no version
 */
function headOf({ ours, foreign }) {
    const versions = [...ours.keys(), ...foreign].flatMap((text) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text) ?? []);
    const stable = versions.filter((version) => !(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version));
    const highest = (stable.length > 0 ? stable : versions).reduce((best, each) => (best === undefined || (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(each, best) > 0 ? each : best), undefined);
    return highest === undefined ? undefined : (ours.get(highest.text) ?? 'foreign');
}
/**
 * Finds moving tags that do not name the highest release that they may name. What a tag names that is not ours is not wrong; neither is a
 * higher version that was published meanwhile, or that the registry does not list.
 * @param versions whose moving tags are looked at
 * @param withdrawn a version that no tag should name
 */
async function wrongTags({ reader }, releases, versions, withdrawn) {
    const tags = new Map([...versions].flatMap((text) => movingOf(text)).map((moving) => [moving.tag, moving]));
    const checked = await Promise.all([...tags.values()].map(async (moving) => {
        const now = await (0,_release_version_named_js__WEBPACK_IMPORTED_MODULE_3__/* .versionNamed */ .y)(reader, moving.tag);
        if (now !== undefined && now.version === undefined)
            return [];
        const highest = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .highestRelease */ .UL)([...releases.ours.keys(), ...releases.foreign], moving);
        const should = highest === undefined ? undefined : releases.ours.get(highest.text);
        if (highest !== undefined && should === undefined)
            return [];
        if (now?.digest === should?.digest)
            return [];
        const named = now?.version;
        const isHigher = named !== undefined && named.text !== withdrawn && moving.covers(named) && (highest === undefined || (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(named, highest) > 0);
        if (isHigher && (await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, named.text)) !== undefined)
            return [];
        return [{ tag: moving.tag, names: named?.text, digest: now?.digest ?? 'none', should }];
    }));
    return checked.flat();
}
function movingOf(text) {
    const version = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    return version === undefined ? [] : (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .movingTags */ .Ui)(version);
}
/**
 * Lets moving tags name what they should; `latest` last of all, its platforms before it. Those that nothing is left for stay, and so do those that
 * somebody else has moved meanwhile.
 */
async function settleTags(writer, wrong) {
    for (const { tag, should, digest } of wrong.toSorted((a, b) => Number(a.tag === LATEST) - Number(b.tag === LATEST))) {
        if (should === undefined)
            continue;
        try {
            if (tag === LATEST)
                for (const [arch, platform] of should.platforms)
                    await namePlatform(writer, (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(LATEST, arch), platform.digest);
            await writer.pushManifest(should.bytes, should.mediaType, tag, { expect: digest });
        }
        catch (error) {
            if (!(error instanceof _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .TagMovedError */ .w))
                throw error;
        }
    }
}
async function namePlatform(writer, tag, digest) {
    const { bytes, mediaType } = await writer.reader.manifest(digest);
    await writer.pushManifest(bytes, mediaType, tag);
}
/** The tags of a release's own platforms, with what they should name. */
function platformTags({ version, platforms }) {
    return version === undefined ? [] : [...platforms].map(([arch, { digest }]) => [(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .archTag */ .p9)(version, arch), digest, arch]);
}


/***/ }),

/***/ 39473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleCollection: () => (/* binding */ settleCollection),
/* harmony export */   withdraw: () => (/* binding */ withdraw)
/* harmony export */ });
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44864);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _oci_format_referrer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44130);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82480);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77627);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21844);
/* harmony import */ var _legacy_ids_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68347);
/* harmony import */ var _settle_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(47881);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18923);











/**
 * Takes a version back: moving tags and the collection get what is the highest without it, then its manifests are deleted. In this order, so
 * that no tag names what is gone; run again after it was interrupted, it does the rest. Under the ids that the Feature had before
 * the same release is withdrawn, too.
 * @throws Failure if there is no such version, or something else published it; RegistryError, CancelledError
 */
async function withdraw(request, host) {
    const { id, version } = request;
    const namespace = new _release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespace */ .g$(request, host);
    const writer = namespace.writer(id, { deletes: true });
    try {
        const published = await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_6__/* .findPublished */ .e2)(writer.reader, version);
        if (published !== undefined && published.version !== version)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${writer.repository}:${version} was published by another tool than nix-feature, and is left alone.`);
        const left = published === undefined ? await leftovers(writer, version) : [];
        const releases = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_9__/* .releasesOf */ .w0)(writer, version);
        if (published === undefined && left.length === 0)
            throw notPublished(writer, version, releases, id);
        const tags = !request.movingTags ? [] : await takeTags(writer, releases, version);
        const settled = !request.collection || (await leaveCollection(namespace, releases));
        if (published !== undefined)
            for (const legacyId of (0,_legacy_ids_js__WEBPACK_IMPORTED_MODULE_8__/* .legacyIdsOf */ .v)(id, published.metadata ?? '{}'))
                await withdrawLegacy(namespace, legacyId, published);
        const digests = published === undefined ? left : [published.digest, ...[...published.platforms.values()].map(({ digest }) => digest)];
        const attached = published === undefined ? [] : await attachedTo(namespace, writer, published.digest);
        const deleted = await deleteManifests(namespace, writer, [...attached, ...digests]);
        if (!settled)
            host.warning(`The collection of the namespace may still name ${version}. Run nix-feature check ${id} --repair later.`);
        return { repository: writer.repository, version, tags: Object.fromEntries(tags.map(({ tag, should }) => [tag, should?.version ?? null])), deleted };
    }
    finally {
        writer.close();
    }
}
/** What an interrupted withdrawal has left: platforms whose Feature is gone. */
async function leftovers({ reader }, version) {
    const found = await Promise.all(_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .ARCHES */ .Pr.map((arch) => reader.head((0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .archTag */ .p9)(version, arch))));
    return found.flatMap((platform) => (platform === undefined ? [] : [platform.digest]));
}
function notPublished({ repository }, version, { ours, foreign }, id) {
    const versions = [...ours.keys(), ...foreign];
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${repository}:${version} is not published.`, {
        hint: versions.length === 0 ? 'There is no release of this Feature.' : `Published versions: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(versions)}. If the collection or a tag is wrong: nix-feature check ${id} --repair.`,
    });
}
/** @returns the tags that named it */
async function takeTags(writer, releases, version) {
    const tags = (await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_9__/* .wrongTags */ .Zh)(writer, releases, [version], version)).filter(({ names }) => names === version);
    await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_9__/* .settleTags */ .p3)(writer, tags);
    return tags;
}
async function leaveCollection(namespace, releases) {
    const { id, version } = namespace.target;
    const head = (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_9__/* .headOf */ .Uo)(releases);
    if (head === 'foreign')
        return true;
    return settleCollection(namespace, { id, head, instead: version });
}
/**
 * Replaces a Feature's entry in the collection. A namespace without a collection, or with something else there, is left alone.
 * @returns whether the entry is as it should be; a warning says why not
 */
async function settleCollection(namespace, { id, head, instead }) {
    const { host } = namespace;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_10__/* .changeCollection */ .n1)(namespace, (present) => {
            if (present === undefined)
                return undefined;
            const entry = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(present).find((each) => each.id === id);
            return entry?.version === instead ? (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .settleEntry */ .Y_)(present, id, head?.metadata) : undefined;
        });
    }
    catch (error) {
        if (!mayGoOn(error, host))
            throw error;
        host.warning(`The collection of the namespace was not updated: ${error.message}`);
        return false;
    }
}
/** Under an old id lies the same manifest, with the same tags. What is refused there is a warning. */
async function withdrawLegacy(namespace, legacyId, { digest, version = '', platforms }) {
    const { host, target } = namespace;
    const writer = namespace.writer(legacyId, { deletes: true });
    try {
        const there = await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_6__/* .findPublished */ .e2)(writer.reader, version);
        if (there?.digest !== digest)
            return;
        if (target.movingTags)
            await takeTags(writer, await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_9__/* .releasesOf */ .w0)(writer, version), version);
        await deleteManifests(namespace, writer, [...(await attachedTo(namespace, writer, digest)), digest, ...[...platforms.values()].map((platform) => platform.digest)]);
    }
    catch (error) {
        if (!mayGoOn(error, host))
            throw error;
        host.warning(`${version} was not withdrawn under its old id, ${writer.repository}: ${error.message}`);
    }
    finally {
        writer.close();
    }
}
/**
 * What is attached to a manifest, and the list of it under the fallback tag: about what is gone, nobody needs to know anything. They go first, as the
 * manifest leads to them. What can't be listed stays, with a warning.
 */
async function attachedTo({ host }, { reader, repository }, feature) {
    try {
        const [{ list }, fallback] = await Promise.all([reader.referrers(feature), reader.head((0,_oci_format_referrer_js__WEBPACK_IMPORTED_MODULE_4__/* .fallbackTag */ .fH)(feature))]);
        return [...list.map(({ digest }) => digest), ...(fallback === undefined ? [] : [fallback.digest])];
    }
    catch (error) {
        if (!mayGoOn(error, host))
            throw error;
        host.warning(`SBOMs and attestations stay in ${repository}, because they can't be listed: ${error.message}`);
        return [];
    }
}
/** @param digests the Feature's before those of platforms: what names a platform must not outlive it */
async function deleteManifests({ host, target }, writer, digests) {
    let present;
    try {
        for (present of digests)
            await writer.deleteManifest(present);
        return true;
    }
    catch (error) {
        if (!mayGoOn(error, host))
            throw error;
        const remedy = (0,_release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .isGithubRegistry */ .HV)(target)
            ? 'On GitHub, delete the version under "Package settings" of the package, or with the Packages API.'
            : "Delete it with the registry's own tools, or allow deletion in the registry.";
        host.warning(`The registry did not delete ${present ?? ''} from ${writer.repository}: ${error.message} ${remedy}`);
        return false;
    }
}
function mayGoOn(error, host) {
    return error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc) && !host.signal.aborted;
}


/***/ }),

/***/ 77627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e2: () => (/* binding */ findPublished),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   r9: () => (/* binding */ readDocuments),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83270);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47933);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2116);







/**
 * What a tag of a Feature's repository names right now; one request.
 * @returns undefined if there is none
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function findPublished(reader, tag) {
    const resolved = await ifThere(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    const { digest, mediaType } = descriptor;
    return publishedAs(`${reader.repository}:${tag}`, { digest, mediaType, bytes });
}
/**
 * The Feature that a manifest is the whole of, whoever made it.
 * @param name for messages
 * @throws IntegrityError if it is no manifest
 */
function publishedAs(name, raw) {
    const { digest, mediaType, bytes } = raw;
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(raw, name);
    const annotations = parsed.kind === 'manifest' ? (parsed.manifest.annotations ?? {}) : {};
    const key = annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_ANNOTATION */ .qc];
    const ours = key !== undefined && (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(key);
    return {
        name,
        version: ours ? annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION_ANNOTATION */ .F8] : undefined,
        key: ours ? key : undefined,
        metadata: annotations[_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .METADATA_ANNOTATION */ .kH],
        digest,
        bytes,
        mediaType,
        platforms: (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .publishedPlatforms */ .NT)(annotations),
    };
}
/**
 * The delta documents of a published Feature, all at once; one request for each, two where the manifest does not name its blob.
 * @param arches those wanted; what the Feature has no platform for is left out, and so is a document that is not in the
 *   repository: a Feature that was copied from another registry may have come without
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readDocuments(reader, published, arches) {
    const read = [...arches].map(async (arch) => (await ifThere(readPlatform(reader, published, arch))) ?? []);
    return new Map((await Promise.all(read)).flat());
}
/** @returns undefined if the registry has none */
async function ifThere(answer) {
    return answer.catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}
async function readPlatform(reader, { name, version, platforms }, arch) {
    const platform = platforms.get(arch);
    if (platform === undefined)
        return [];
    const where = `the delta document of ${name} (${arch})`;
    const config = platform.document ?? (await configOf(reader, platform.digest, `${name} (${arch})`));
    const document = await readDocument(reader, config, where);
    if ((0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .archOf */ .Qh)(document.system) !== arch)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is for ${document.system}.`);
    if (version !== undefined && document.feature.version !== version)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is of version ${document.feature.version}.`);
    return [[arch, document]];
}
async function configOf(reader, digest, name) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(await reader.manifest(digest), name);
    if (parsed.kind !== 'manifest')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The platform manifest ${digest} of ${name} is an index.`);
    return parsed.manifest.config;
}
/**
 * Reads a delta document out of a registry or a layout.
 * @param where for messages
 * @throws IntegrityError if it is none, or too large; RegistryError, CancelledError
 */
async function readDocument(source, config, where) {
    return (0,_delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDeltaDocument */ .X)(await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .blobBytes */ .R)(source, config, _delta_document_parse_document_js__WEBPACK_IMPORTED_MODULE_5__/* .DOCUMENT_LIMIT */ .w), where);
}


/***/ })

};
