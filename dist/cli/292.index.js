export const id = 292;
export const ids = [292];
export const modules = {

/***/ 57292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diff: () => (/* binding */ diff)
});

// EXTERNAL MODULE: ./lib/base/read-base.js + 1 modules
var read_base = __webpack_require__(67155);
// EXTERNAL MODULE: ./lib/delta/compare/changes.js
var changes = __webpack_require__(71623);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/delta/document/parse-document.js + 1 modules
var parse_document = __webpack_require__(47933);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/read-up-to.js
var read_up_to = __webpack_require__(36118);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/oci/pull/hub-name.js
var hub_name = __webpack_require__(1548);
// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
// EXTERNAL MODULE: ./lib/place/open-base.js
var open_base = __webpack_require__(54545);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/release/read-document.js
var read_document = __webpack_require__(34487);
;// CONCATENATED MODULE: ./lib/diff/read-side.js

















const NAME_A_BUILD = 'Name a folder that `nix-feature build` wrote with --output, an OCI image layout, or a delta.json.';
/**
 * Finds out by its manifest, or by the files in its folder, what a reference names, and reads a Feature's documents.
 * @param cleanup ends the connections
 * @throws InputError for a file or folder that is neither; Failure, RegistryError, IntegrityError, CancelledError
 */
async function readSide(input, request, host, cleanup) {
    const reference = request[input];
    const { text: name } = reference;
    if (reference.kind === 'path')
        return readPath(input, name, reference.path, request.arches);
    // A build's layout has a manifest for each platform, and is compared whole unless one of them is named.
    if (reference.kind === 'layout' && reference.ref === undefined)
        return readPath(input, name, reference.folder, request.arches);
    const other = otherwise(reference);
    const read = async (named) => {
        const opened = await (0,open_base/* openBase */.m)(named, request, host);
        cleanup.defer(() => opened.close());
        return readImage(name, opened.source, request.arches);
    };
    if (other === undefined)
        return read(reference);
    return read(reference).catch((error) => read(other).catch(() => Promise.reject(error)));
}
/** A platform by the name that earlier versions of this program gave it, or that this one gives it. */
function otherwise(reference) {
    const text = (0,versions/* otherArchTag */.pL)(reference.text);
    if (text === undefined)
        return undefined;
    return reference.kind === 'layout' ? { ...reference, text, ref: (0,versions/* otherArchTag */.pL)(reference.ref ?? '') } : { ...reference, text };
}
async function readPath(input, name, path, arches) {
    if (!(await (0,promises_.stat)(path)).isDirectory())
        return featureOf(name, [await readDocumentFile(input, path)]);
    if (await isThere((0,external_node_path_.join)(path, layout_facts/* FACTS_FILE */.Ho))) {
        return featureOf(name, (await (0,built_layout/* readBuiltLayout */.n)(path)).platforms.map(({ document }) => document));
    }
    if (await isThere((0,external_node_path_.join)(path, 'oci-layout')))
        return readImage(name, await layout_reader/* LayoutReader */.I.open(path), arches);
    throw new errors/* InputError */.dz(input, `${path} holds neither the build of a Feature nor an image: there is no ${layout_facts/* FACTS_FILE */.Ho}, and no oci-layout.`, { hint: NAME_A_BUILD });
}
async function readDocumentFile(input, path) {
    try {
        return (0,parse_document/* parseDeltaDocument */.X)(await (0,read_up_to/* readUpTo */.V)(path, parse_document/* DOCUMENT_LIMIT */.w), path);
    }
    catch (cause) {
        if (!(cause instanceof errors/* IntegrityError */.cs))
            throw cause;
        throw new errors/* InputError */.dz(input, cause.message, { cause, hint: NAME_A_BUILD });
    }
}
function isThere(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
async function readImage(name, source, arches) {
    const root = await rootOf(name, source);
    const parsed = (0,parse_manifest/* parseManifest */.N)(root, name);
    if (parsed.kind === 'index')
        return { what: 'base', name, source };
    const { manifest } = parsed;
    if (manifest.artifactType === media_types/* DELTA_ARTIFACT */.YD)
        return featureOf(name, [await platformDocument(name, source, manifest)]);
    if (manifest.config.mediaType !== media_types/* DEVCONTAINER_CONFIG */.Wj)
        return { what: 'base', name, source };
    refuseCollection(name, manifest);
    return readPublished(name, source, (0,release_published/* publishedAs */.hY)(name, root), arches);
}
function refuseCollection(name, { layers }) {
    if (!layers.some(({ mediaType }) => mediaType === media_types/* COLLECTION_LAYER */.ZJ))
        return;
    throw new errors/* Failure */.HR(`${name} is a collection of Features, and only single ones are compared.`, { hint: `Name one of them: ${withoutTag(name)}/<id>.` });
}
async function readPublished(name, source, published, wanted) {
    const arches = [...published.platforms.keys()];
    if (arches.length === 0) {
        throw new errors/* Failure */.HR(`${name} is a Feature that nix-feature did not publish: nothing says which store paths it has.`);
    }
    return { what: 'feature', name, arches, documents: await (0,release_published/* readDocuments */.r9)(source, published, wanted.length > 0 ? wanted : arches) };
}
function withoutTag(name) {
    const [tagged = ''] = name.split('@', 1);
    const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    return colon < 0 ? tagged : tagged.slice(0, colon);
}
async function platformDocument(name, source, { config }) {
    return (0,read_document/* readDocument */.u)(source, config, `the delta document of ${name}`);
}
function featureOf(name, all) {
    const documents = new Map(all.map((document) => [(0,platform/* archOf */.Qh)(document.system), document]));
    return { what: 'feature', name, arches: [...documents.keys()], documents };
}
async function rootOf(name, source) {
    try {
        return await source.root();
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl))
            throw error;
        const mistaken = (0,hub_name/* takenForHub */._X)(name, source);
        if (error.status === undefined && mistaken === undefined)
            throw error;
        const hint = mistaken ?? (error.status === 404 && source instanceof registry/* Registry */.O ? await tagsThere(source) : error.hint);
        throw new errors/* Failure */.HR(`${name} ${(0,hub_name/* problemOf */.Zw)(error)}: ${error.message}`, { cause: error, ...(hint === undefined ? {} : { hint }) });
    }
}
const SHOWN_TAGS = 20;
/** What could have been meant. */
async function tagsThere(source) {
    const tags = await source.tags().catch((error) => {
        if (error instanceof errors/* RegistryError */.gl)
            return [];
        throw error;
    });
    if (tags.length === 0)
        return `There is nothing at all in ${source.repository}: check its name; some registries hide what is private behind the same answer.`;
    const more = tags.length > SHOWN_TAGS ? ` and ${tags.length - SHOWN_TAGS} more` : '';
    const sorted = tags.toSorted(new Intl.Collator('en', { numeric: true }).compare);
    return `${source.repository} has the tags ${sorted.slice(-SHOWN_TAGS).join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
;// CONCATENATED MODULE: ./lib/app/diff.js
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
 * Compares two Features, or two base images, platform by platform. Nothing is built, and nothing is written.
 * @throws InputError where they can't be compared, or not for these arches; Failure where one is not there, or not whole
 */
async function diff(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const before = await readSide('before', request, host, cleanup);
        const after = await readSide('after', request, host, cleanup);
        if (before.what === 'feature' && after.what === 'feature')
            return diffFeatures(before, after, request);
        if (before.what === 'base' && after.what === 'base')
            return diffBases(before, after, request, host);
        throw new errors/* InputError */.dz('after', `${inWords(before)}, and ${inWords(after)}: they can’t be compared.`, {
            hint: 'Name two Features, or two base images.',
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
function inWords({ what, name }) {
    return `${name} is a ${what === 'feature' ? 'Feature' : 'base image'}`;
}
function diffFeatures(before, after, { arches }) {
    const common = before.arches.filter((arch) => after.arches.includes(arch)).toSorted();
    const pairs = (arches.length > 0 ? arches : common).map((arch) => ({ arch, before: documentFor(before, arch), after: documentFor(after, arch) }));
    const [first] = pairs;
    if (first === undefined) {
        throw new errors/* InputError */.dz('after', `There is no platform to compare: ${platformsOf(before)}, and ${platformsOf(after)}.`);
    }
    return {
        what: 'feature',
        before: { name: before.name, feature: first.before.feature },
        after: { name: after.name, feature: first.after.feature },
        platforms: pairs.map((pair) => ({ arch: pair.arch, changes: (0,changes/* changesBetween */.iv)(pair.before, pair.after) })),
    };
}
function documentFor(side, arch) {
    const document = side.documents.get(arch);
    if (document !== undefined)
        return document;
    if (!side.arches.includes(arch))
        throw new errors/* InputError */.dz('arches', `arches: there is no ${arch} of ${side.name}: ${platformsOf(side)}.`);
    throw new errors/* Failure */.HR(`The delta document of ${side.name} for ${arch} is not in its repository, so nothing says which store paths it has.`, {
        hint: 'A Feature that was copied from another registry comes without: name that one, or publish the same version where the copy is.',
    });
}
function platformsOf({ name, arches }) {
    return `${name} is for ${(0,format/* formatList */.ki)(arches.toSorted())}`;
}
async function diffBases(before, after, { arches, ownArch }, host) {
    const wanted = arches.length > 0 || ownArch === undefined ? arches : [ownArch];
    if (wanted.length === 0)
        throw new errors/* InputError */.dz('arches', 'arches: is missing, and this machine’s own is not known.');
    const platforms = [];
    for (const arch of wanted) {
        const [left, right] = [await storeOf(before, arch, host), await storeOf(after, arch, host)];
        platforms.push({ arch, changes: (0,changes/* compareSides */.GQ)('base', left, right) });
    }
    return { what: 'base', before: { name: before.name }, after: { name: after.name }, platforms };
}
/** What needs what in a base is in none of its layers' headers, and so is what its paths are there for. */
async function storeOf({ name, source }, arch, host) {
    const progress = host.stage(`Read the store of ${name} for ${arch}`, { unit: 'bytes' });
    try {
        const { paths, sizes } = await (0,read_base/* readBase */.w)(source, arch, {
            cache: host.cache,
            signal: host.signal,
            debug: (line) => host.debug(line),
            onProgress: (done, total) => progress.update(done, undefined, total),
        });
        progress.end((0,format/* formatNumberOf */.Of)(paths.size, 'store path'));
        return { paths: [...paths].map((path) => ({ path, bytes: sizes?.get(path) })), roots: [] };
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
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
    return `There is no file or folder “${name}” here, so it was looked for on Docker Hub: check the name, or begin it with the registry.`;
}
/** What a source's first answer came to, as a verb. */
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : 'can’t be read';
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


/***/ })

};
