export const id = 904;
export const ids = [904];
export const modules = {

/***/ 25904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exploreFeature: () => (/* binding */ exploreFeature)
/* harmony export */ });
/* harmony import */ var _explorer_data_compose_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39605);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _layout_described_feature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83874);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20844);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30437);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77627);
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
 * Gathers what a published Feature or the layout of a build ships and why, and what changed since an earlier release.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
async function exploreFeature(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_6__/* .Registries */ .I(request, host);
        const feature = await describe(request.source, registries, cleanup);
        const platforms = chosen(feature, request);
        const [first] = platforms;
        if (first === undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${request.source.text} has no platform with a delta document.`);
        const before = request.since === undefined ? await feature.before(first.document.feature.version) : documentsOf(await describe(request.since, registries, cleanup));
        return (0,_explorer_data_compose_data_js__WEBPACK_IMPORTED_MODULE_0__/* .composeData */ .X)({
            feature: first.document.feature,
            delivery: feature.delivery ?? null,
            platforms: platforms.map(({ arch, document, metas }) => ({ document, metas, before: before.get(arch) })),
        });
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
async function describe(source, registries, cleanup) {
    if (source.kind === 'path')
        return { ...(await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_4__/* .describeLayout */ .M)(source.path)), before: () => Promise.resolve(new Map()) };
    const reader = registries.open((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2)(source.text));
    cleanup.defer(() => reader.close());
    return { ...(await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_4__/* .describePublished */ .w)(reader, source.text)), before: (version) => releaseBefore(reader, version, registries.job) };
}
function documentsOf({ platforms }) {
    return new Map(platforms.map(({ arch, document }) => [arch, document]));
}
function chosen({ platforms }, { source, arches }) {
    const missing = arches.filter((arch) => !platforms.some((platform) => platform.arch === arch));
    if (missing.length > 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${source.text} has no platform ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(missing)}; it has ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(platforms.map(({ arch }) => arch))}.`);
    return arches.length === 0 ? platforms : platforms.filter(({ arch }) => arches.includes(arch));
}
/** The highest release below a version. It only informs: if it can't be read, a notice says why. */
async function releaseBefore(reader, version, log) {
    const own = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(version);
    try {
        const versions = (await reader.tags()).flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(tag) ?? []);
        const earlier = versions.filter((each) => !(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(each) && own !== undefined && (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(each, own) < 0).toSorted(_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy).at(-1);
        const published = earlier === undefined ? undefined : await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_7__/* .findPublished */ .e2)(reader, earlier.text);
        return published === undefined ? new Map() : await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_7__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs))
            throw error;
        log.notice(`The release before ${version} could not be read: ${error.message} The page does not say what changed.`);
        return new Map();
    }
}


/***/ }),

/***/ 39605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ composeData)
/* harmony export */ });
/* harmony import */ var _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71623);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _sbom_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8022);
/* harmony import */ var _sbom_licences_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35433);





/** Nobody reads more. */
const MOST_CHANGES = 1000;
/** Gathers what explorer.html shows. The same Feature and the same earlier release give the same data. */
function composeData({ feature, delivery, platforms }) {
    const { id, version, name } = feature;
    return { schemaVersion: 1, feature: { id, version, ...(name === undefined ? {} : { name }) }, delivery, platforms: platforms.map(platformData) };
}
function platformData({ document, metas, before }) {
    const paths = document.closure.map(({ path }) => path);
    const places = new Map(paths.map((path, place) => [path, place]));
    const placesOf = (wanted) => wanted.flatMap((path) => places.get(path) ?? []).toSorted((a, b) => a - b);
    const known = new Set([...(before?.layers ?? []), ...(before?.complement ?? [])].map(({ digest }) => digest));
    return {
        arch: (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .archOf */ .Qh)(document.system),
        bases: document.bases.map(({ name }) => name),
        names: paths.map((path) => path.slice(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF.length + 1)),
        sizes: document.closure.map(({ narSize }) => narSize),
        references: document.closure.map(({ path, references }) => distancesOf(placesOf(references.filter((reference) => reference !== path)))),
        roots: placesOf((0,_sbom_component_js__WEBPACK_IMPORTED_MODULE_3__/* .rootsOf */ .R)(document)),
        layers: document.layers.map((layer) => ({ digest: layer.digest, size: layer.size, known: known.has(layer.digest), paths: placesOf(layer.paths) })),
        ...(metas === undefined ? {} : { licences: licencesData(paths, metas) }),
        ...(before === undefined ? {} : changesData(before, document)),
    };
}
/** Each as its distance from the one before. */
function distancesOf(places) {
    return places.map((place, at) => place - (places[at - 1] ?? 0));
}
function licencesData(paths, metas) {
    const all = paths.map((path) => (0,_sbom_licences_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .e)({ meta: metas.get(path) ?? { licences: [], maintainers: [] } }));
    const names = [...new Set(all.flat())].toSorted();
    const places = new Map(names.map((name, place) => [name, place]));
    return { names, of: all.map((licences) => licences.flatMap((licence) => places.get(licence) ?? [])) };
}
function changesData(before, now) {
    const changes = (0,_delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changesBetween */ .iv)(before, now);
    // A release has nothing to tell about itself.
    if (before.feature.version === now.feature.version && changes.packages.length === 0)
        return {};
    const had = new Set(before.closure.map(({ path }) => path));
    const since = {
        version: before.feature.version,
        packages: changes.packages.slice(0, MOST_CHANGES).map(changeData),
        leftOut: Math.max(0, changes.packages.length - MOST_CHANGES),
        fresh: now.closure.flatMap(({ path }, place) => (had.has(path) ? [] : [place])),
        shippedBefore: changes.before.shipped.bytes ?? 0,
        shippedAfter: changes.after.shipped.bytes ?? 0,
    };
    return { since };
}
function changeData({ name, kind, before, after, fresh, gone }) {
    return { name, kind, before: before?.versions ?? [], after: after?.versions ?? [], fresh: fresh.bytes ?? 0, gone: gone.bytes ?? 0 };
}


/***/ }),

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


/** Explains a name that was looked for on Docker Hub: a mistyped name of a folder looks like one. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** Returns the problem of a source's first answer, as a verb. */
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

/***/ 35433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ licenceReport),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8022);

/** Says under which licences a platform's shipped packages are, and what changed in that since the last release. */
function licenceReport(now, before) {
    const shipped = shippedOf(now);
    const uses = usesOf(shipped);
    return before === undefined ? { uses } : { uses, changes: changesOf(shippedOf(before), shipped) };
}
function shippedOf(side) {
    return (0,_component_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsOf */ .c)(side).filter(({ place }) => place === 'shipped');
}
function usesOf(components) {
    const packages = new Map();
    for (const component of components) {
        const licences = namesOf(component);
        for (const licence of licences.length === 0 ? [undefined] : licences) {
            const names = packages.get(licence) ?? new Set();
            packages.set(licence, names.add(component.name));
        }
    }
    return [...packages].map(([licence, names]) => ({ licence, packages: [...names].toSorted() })).toSorted(byWeight);
}
function byWeight(a, b) {
    if (a.licence === undefined || b.licence === undefined)
        return a.licence === b.licence ? 0 : a.licence === undefined ? 1 : -1;
    return b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1);
}
/** Licences as texts: identifiers of SPDX, and names. */
function namesOf({ meta }) {
    return meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
}
function changesOf(before, after) {
    const [left, right] = [byPackage(before), byPackage(after)];
    const changed = [...right].flatMap(([name, now]) => {
        const then = left.get(name);
        return then === undefined || then.join('\n') === now.join('\n') ? [] : [{ name, before: then, after: now }];
    });
    const [had, has] = [new Set([...left.values()].flat()), new Set([...right.values()].flat())];
    return { added: [...has].filter((each) => !had.has(each)).toSorted(), removed: [...had].filter((each) => !has.has(each)).toSorted(), changed };
}
/** The licences of each package, whatever its outputs and versions. */
function byPackage(components) {
    const groups = Map.groupBy(components, ({ name }) => name);
    return new Map([...groups].map(([name, all]) => [name, [...new Set(all.flatMap(namesOf))].toSorted()]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ })

};
