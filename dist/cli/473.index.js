export const id = 473;
export const ids = [473];
export const modules = {

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


/***/ })

};
