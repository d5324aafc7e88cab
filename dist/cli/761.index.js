export const id = 761;
export const ids = [761];
export const modules = {

/***/ 761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkNamespace: () => (/* binding */ checkNamespace),
/* harmony export */   checkPlace: () => (/* binding */ checkPlace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_collection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(944);
/* harmony import */ var _look_at_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8288);
/* harmony import */ var _version_named_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7311);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4610);
/* harmony import */ var _settle_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7881);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4875);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8923);
/* harmony import */ var _withdraw_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9473);









/**
 * Looks at all releases of a namespace, or of one of its Features: are they whole, does each tag name what it should, does the collection?
 * @throws Failure where there is no collection to know the Features by; RegistryError, CancelledError
 */
async function checkNamespace(request, host) {
    const entries = new Map((0,_feature_collection_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)((await collectionOf(request, host)) ?? { members: new Map(), features: [] }).map(({ id, version }) => [id, version]));
    const namespace = `${request.registry}/${request.namespace}`;
    if (request.id === undefined && entries.size === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${namespace} has no collection that would say which Features it holds.`, { hint: 'Name one: nix-feature check <id>.' });
    }
    const features = {};
    const findings = [];
    for (const id of request.id === undefined ? entries.keys() : [request.id]) {
        const checked = await checkFeature(request, id, entries.get(id), host);
        features[id] = checked.versions;
        findings.push(...checked.findings);
    }
    return { namespace, features, findings };
}
/** As `checkNamespace`; a name that is no namespace with a collection may be a Feature of the one above. */
async function checkPlace({ mayBeFeature, ...request }, host) {
    if (!mayBeFeature || (await collectionOf({ ...request, id: '' }, host)) !== undefined)
        return checkNamespace(request, host);
    const slash = request.namespace.lastIndexOf('/');
    return checkNamespace({ ...request, namespace: request.namespace.slice(0, slash), id: request.namespace.slice(slash + 1) }, host);
}
async function collectionOf(request, host) {
    if (request.collection === false)
        return undefined;
    try {
        return await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_7__/* .readNamespace */ .oZ)(request, host);
    }
    catch (error) {
        if (request.id === undefined || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
            throw error;
        return undefined;
    }
}
async function checkFeature(request, id, entry, host) {
    const writer = (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .openWriter */ .Kn)(request, (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(request, id), host);
    try {
        const releases = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_5__/* .releasesOf */ .w0)(writer);
        const parts = (await Promise.all([...releases.values()].map((release) => checkRelease(writer, release, id, request.repair)))).flat();
        const wrong = await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongTags */ .Zh)(writer, releases, releases.keys());
        const mendable = wrong.filter(({ should }) => should !== undefined);
        if (request.repair)
            await (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_5__/* .settleTags */ .p3)(writer, mendable);
        const head = (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_5__/* .headOf */ .Uo)(releases);
        const listed = request.collection !== false && entry !== head?.version;
        if (listed && request.repair)
            await (0,_withdraw_js__WEBPACK_IMPORTED_MODULE_8__.settleCollection)(request, id, head, host);
        return {
            versions: [...releases.keys()],
            findings: [
                ...parts,
                ...wrong.map(({ tag, names, should }) => ({
                    id,
                    version: undefined,
                    what: `the tag ${tag} names ${names ?? 'nothing'}, and should name ${should?.version ?? 'nothing'}`,
                    repaired: request.repair && should !== undefined,
                })),
                ...(listed ? [{ id, version: undefined, what: `the collection has ${entry ?? 'no entry'}, and should have ${head?.version ?? 'none'}`, repaired: request.repair }] : []),
            ],
        };
    }
    finally {
        writer.close();
    }
}
async function checkRelease(writer, release, id, repair) {
    const { version } = release;
    if (version === undefined)
        return [];
    const { missing } = await (0,_look_at_release_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtRelease */ .A)(writer.reader, (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseOf */ .l7)(release, version), false);
    const findings = missing.map(({ what, digest }) => ({ id, version, what: `${what} is gone (${digest}): publish ${version} again`, repaired: false }));
    for (const [tag, digest, arch] of (0,_settle_names_js__WEBPACK_IMPORTED_MODULE_5__/* .platformTags */ .$A)(release)) {
        const gone = missing.some((each) => each.digest === digest);
        if (gone || (await (0,_version_named_js__WEBPACK_IMPORTED_MODULE_3__/* .versionNamed */ .y)(writer.reader, tag))?.digest === digest)
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
