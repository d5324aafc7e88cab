export const id = 751;
export const ids = [751];
export const modules = {

/***/ 98751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFeature: () => (/* binding */ publishFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/publish/assemble.js
var assemble = __webpack_require__(22531);
// EXTERNAL MODULE: ./lib/publish/built-layout.js
var built_layout = __webpack_require__(26354);
// EXTERNAL MODULE: ./lib/publish/changes-since.js
var changes_since = __webpack_require__(25701);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/publish/fetch-layouts.js




const ARCH = platform/* ARCHES */.Pr.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?:${ARCH})(?:-(?:${ARCH}))*$`);
/**
 * Downloads the layouts that the run's jobs have built.
 * @param id the Feature; undefined: the only one there is
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError where there is no artifact service; Failure where there is nothing; InputError where it isn't clear which
 */
async function fetchLayouts(host, id, folder) {
    const { artifacts } = host;
    if (artifacts === undefined) {
        throw new errors/* SetupError */.w3('There are no artifacts to publish here.', { hint: 'Name the layouts: nix-feature publish <layout> …' });
    }
    const all = await artifacts.list();
    const wanted = choose(all, id);
    const folders = [];
    for (const artifact of wanted) {
        const target = (0,external_node_path_.join)(folder, artifact.name);
        await artifacts.download(artifact, target);
        folders.push(target);
    }
    host.info(`Publishing what ${(0,format/* formatList */.ki)(wanted.map(({ name }) => name))} hold${wanted.length === 1 ? 's' : ''}.`);
    return folders;
}
function choose(all, id) {
    const built = all.flatMap((artifact) => {
        const found = NAME.exec(artifact.name)?.groups?.['id'];
        return found === undefined ? [] : [{ artifact, id: found }];
    });
    const ids = [...new Set(built.map((each) => each.id))].sort();
    if (id === undefined && ids.length > 1) {
        throw new errors/* InputError */.dz('feature-id', `feature-id: is missing, and this run built several Features: ${(0,format/* formatList */.ki)(ids)}.`, {
            hint: 'Publish each with a step of its own that names it.',
        });
    }
    const chosen = built.filter((each) => id === undefined || each.id === id).map(({ artifact }) => artifact);
    if (chosen.length > 0)
        return chosen;
    const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature “${id}”`;
    throw new errors/* Failure */.HR(`This run has ${what}; it has ${(0,format/* formatList */.ki)(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
        hint: 'The jobs that build have to come before this one (needs:), and must not set upload-artifact: false.',
    });
}

// EXTERNAL MODULE: ./lib/publish/history.js
var publish_history = __webpack_require__(37771);
// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 5 modules
var publish_assembly = __webpack_require__(76778);
// EXTERNAL MODULE: ./lib/publish/target.js + 7 modules
var target = __webpack_require__(64875);
;// CONCATENATED MODULE: ./lib/publish-feature.js
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
 * What several jobs have built becomes one Feature: their layouts are found, checked to belong together, pushed as far
 * as they are not yet, and given their tags.
 *
 * @throws Failure with what the user needs to know; nothing has a tag then that it did not have before
 */
async function publishFeature(request, outerHost) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const { host, warnings } = (0,collect_warnings/* collectWarnings */._)(outerHost);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const folders = request.layouts.length > 0 ? request.layouts : await download(request, host, cleanup);
        const layouts = [];
        for (const folder of folders)
            layouts.push(await (0,built_layout/* readBuiltLayout */.n)(folder));
        const assembly = (0,assemble/* assemble */.f)(layouts, request.arches);
        const before = await lastDocuments(request, assembly, host);
        const publication = await (0,publish_assembly/* publishAssembly */.wD)(assembly, { target: request, delivery: request.delivery ?? assembly.facts.delivery, releaseTag: request.releaseTag }, host);
        return { ...reportOf(assembly, publication, before), warnings, given: request.given, duration: performance.now() - began };
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
async function download(request, host, cleanup) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'nix-feature-artifacts-'));
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return fetchLayouts(host, request.featureId, folder);
}
/** Of the release that this one follows, for the report of what changed. */
async function lastDocuments(request, { facts: { feature } }, host) {
    const writer = (0,target/* openWriter */.Kn)(request, (0,target/* repositoryOf */._M)(request, feature.id), host);
    try {
        const history = await (0,publish_history/* readHistory */.L)(writer.reader, feature.version);
        // A release has nothing to tell about itself.
        return history.published === undefined ? await (0,publish_history/* readLastDocuments */.X)(writer.reader, history, host) : new Map();
    }
    finally {
        writer.close();
    }
}
function reportOf({ facts, platforms }, publication, before) {
    const { name } = facts.metadata;
    return {
        feature: { ...facts.feature, ...(typeof name === 'string' ? { name } : {}) },
        upToDate: publication.upToDate,
        platforms: platforms.map(({ arch, document, digest, reusedLayers }) => ({
            arch,
            document,
            ...(0,changes_since/* changesSince */.s)(before.get(arch), document),
            digest,
            stages: [],
            reusedLayers,
            uploadedBytes: publication.sent.get(arch) ?? 0,
        })),
        layout: undefined,
        digest: publication.digest,
        published: {
            what: 'feature',
            repository: publication.repository,
            tags: publication.tags,
            uploadedBytes: publication.featureBytes,
        },
        artifact: undefined,
    };
}


/***/ })

};
