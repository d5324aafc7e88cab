export const id = 761;
export const ids = [761,473];
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
async function checkNamespace(request, job) {
    const place = new _release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespace */ .g$(request, job);
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
async function checkPlace(named, job) {
    return checkNamespace(named.mayBeFeature ? (await (0,_feature_place_js__WEBPACK_IMPORTED_MODULE_9__/* .settlePlace */ .P)(named, job)).request : named, job);
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
/** In place of a version if the collection lacks a Feature. */
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
 * Returns the release that a Feature's collection entry is of: the highest, or the highest pre-release if there is nothing else.
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
 * Moves the moving tags to what they should name; `latest` last, after its platforms. Tags without a version that is left stay, and so do those
 * that somebody else has moved in the meantime.
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
/** Returns the tags of a release's own platforms, with what they should name. */
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
async function withdraw(request, job) {
    const { id, version } = request;
    const namespace = new _release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespace */ .g$(request, job);
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
            job.warning(`The collection of the namespace may still name ${version}. Run nix-feature check ${id} --repair later.`);
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
    const { job } = namespace;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_10__/* .changeCollection */ .n1)(namespace, (present) => {
            if (present === undefined)
                return undefined;
            const entry = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(present).find((each) => each.id === id);
            return entry?.version === instead ? (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .settleEntry */ .Y_)(present, id, head?.metadata) : undefined;
        });
    }
    catch (error) {
        if (!mayGoOn(error, job.signal))
            throw error;
        job.warning(`The collection of the namespace was not updated: ${error.message}`);
        return false;
    }
}
/** Under an old id lies the same manifest, with the same tags. What is refused there is a warning. */
async function withdrawLegacy(namespace, legacyId, { digest, version = '', platforms }) {
    const { job, target } = namespace;
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
        if (!mayGoOn(error, job.signal))
            throw error;
        job.warning(`${version} was not withdrawn under its old id, ${writer.repository}: ${error.message}`);
    }
    finally {
        writer.close();
    }
}
/**
 * What is attached to a manifest, and the list of it under the fallback tag: about what is gone, nobody needs to know anything. They go first, as the
 * manifest leads to them. What can't be listed stays, with a warning.
 */
async function attachedTo({ job }, { reader, repository }, feature) {
    try {
        const [{ list }, fallback] = await Promise.all([reader.referrers(feature), reader.head((0,_oci_format_referrer_js__WEBPACK_IMPORTED_MODULE_4__/* .fallbackTag */ .fH)(feature))]);
        return [...list.map(({ digest }) => digest), ...(fallback === undefined ? [] : [fallback.digest])];
    }
    catch (error) {
        if (!mayGoOn(error, job.signal))
            throw error;
        job.warning(`SBOMs and attestations stay in ${repository}, because they can't be listed: ${error.message}`);
        return [];
    }
}
/** @param digests the Feature's before those of platforms: what names a platform must not outlive it */
async function deleteManifests({ job, target }, writer, digests) {
    let present;
    try {
        for (present of digests)
            await writer.deleteManifest(present);
        return true;
    }
    catch (error) {
        if (!mayGoOn(error, job.signal))
            throw error;
        const remedy = (0,_release_target_js__WEBPACK_IMPORTED_MODULE_7__/* .isGithubRegistry */ .HV)(target)
            ? 'On GitHub, delete the version under "Package settings" of the package, or with the Packages API.'
            : "Delete it with the registry's own tools, or allow deletion in the registry.";
        job.warning(`The registry did not delete ${present ?? ''} from ${writer.repository}: ${error.message} ${remedy}`);
        return false;
    }
}
function mayGoOn(error, signal) {
    return error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc) && !signal.aborted;
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
/** Returns all lines of a release key: those of the Feature, then those of each platform. */
function keyLines(content) {
    const documents = content.documents.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(a.system, b.system));
    return [...OF_FEATURE.flatMap(({ key }) => key(content)), ...documents.flatMap((document) => OF_PLATFORM.flatMap(({ key }) => key(document)))];
}
/** Returns what the jobs of a matrix must have in common: what it is called, and how it is found in what a job was told. */
function agreedFacts() {
    return ALL.flatMap(({ what, jobs }) => (jobs === 'each' ? [] : [{ what, of: jobs }]));
}
/** Tells whether two platforms have the same contents, in whatever layers. */
function holdSame(a, b) {
    return OF_PLATFORM.every(({ holds }) => holds(a).join('\n') === holds(b).join('\n'));
}
/** Returns the first fact of a published platform that differs from the request. */
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
 * Returns what a release holds (docs/reference/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is. What counts is listed in content.ts.
 */
function releaseKey(content) {
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)([FORMAT, ...(0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLines */ .rg)(content)].map((line) => `${line}\n`).join(''));
}
/**
 * Returns metadata for the release key: the same text in whatever order its names are. Only `containerEnv` keeps its order, as a
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
/** Returns how layers reach the users of a Feature: as requested, or by their size. */
function deliveryOf({ delivery, documents }) {
    if (delivery !== 'auto')
        return delivery;
    const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
    return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}
/** Returns the author's metadata as it is published, as JSON: completed, in their order. */
function publishedMetadata({ id, metadata, documents }) {
    const [first] = documents;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    const other = documents.find(({ env }) => JSON.stringify(env.variables) !== JSON.stringify(first.env.variables));
    if (other !== undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`The development shells for ${first.system} and ${other.system} set different variables, but a Feature has only one "containerEnv".`, { hint: 'Let the shell of each platform set the same variables; values with store paths may differ.' });
    return (0,_feature_environment_complete_metadata_js__WEBPACK_IMPORTED_MODULE_0__/* .completeMetadata */ .h)(metadata, id, first.env);
}
function keyOf(content) {
    return (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseKey */ .D)({ ...content, metadata: (0,_release_key_js__WEBPACK_IMPORTED_MODULE_6__/* .keyMetadata */ .L)(publishedMetadata(content)), delivery: deliveryOf(content) });
}
/**
 * Tells whether a release was made from these files and metadata. Computes its key with the published documents: the key is the same if nothing
 * else differs. `auto` accepts either delivery of the release.
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
/** Returns what differs in the files and metadata from the published ones, as a part of a sentence. Undefined if nothing does. */
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
 * Compares the contents of a release, in whatever layers. Layers are reused from earlier releases, so two builds of the same content may have
 * different ones.
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
/** Returns what of one platform differs, as a part of a sentence; undefined if nothing does, or nothing is published. */
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
