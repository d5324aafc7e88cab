export const id = 459;
export const ids = [459];
export const modules = {

/***/ 30176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFeature: () => (/* binding */ publishFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/stages.js
var kit_stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/since-release.js
var since_release = __webpack_require__(50275);
;// CONCATENATED MODULE: ./lib/host/github/artifact-name.js
const NAME = /^(?<base>.*?)(?:-attempt-(?<attempt>[2-9]|[1-9]\d{1,3}))?(?:-try-(?<tries>[2-9]))?$/s;
/** `feature-a-amd64`; of a second attempt `feature-a-amd64-attempt-2`, and `-try-2` if its first upload could not be finished. */
function formatArtifactName({ base, attempt, tries }) {
    return `${base}${attempt > 1 ? `-attempt-${attempt}` : ''}${tries > 1 ? `-try-${tries}` : ''}`;
}
function parseArtifactName(name) {
    const { base = name, attempt = '1', tries = '1' } = NAME.exec(name)?.groups ?? {};
    return { base, attempt: Number(attempt), tries: Number(tries) };
}
/** Which attempt this is, as the runner says; the first where nobody does. */
function attemptOf(env) {
    const text = env['GITHUB_RUN_ATTEMPT'] ?? '';
    return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}

// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
;// CONCATENATED MODULE: ./lib/publish/fetch-layouts.js






const ARCH = platform/* ARCHES */.Pr.join('|');
const fetch_layouts_NAME = new RegExp(`^feature-(?<id>.+?)-(?<arches>(?:${ARCH})(?:-(?:${ARCH}))*)$`);
/**
 * Downloads the layouts that the run's jobs have built, for each platform that of the newest attempt.
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError if there is no artifact service; Failure if there is nothing; InputError if it isn't clear which
 */
async function fetchLayouts(host, wanted, folder) {
    const { artifacts } = host;
    if (artifacts === undefined) {
        throw new errors/* SetupError */.w3('There are no artifacts to publish here.', {
            hint: 'Name the folders of layouts in "layouts".',
            inTerminal: 'Name the layouts: nix-feature publish <layout> …',
        });
    }
    const all = await artifacts.list();
    const chosen = newestOfEach(builtOf(all, wanted.id));
    refuseSeveral(chosen);
    const missing = wanted.arches.filter((arch) => !chosen.some(({ arches }) => arches.includes(arch)));
    if (chosen.length === 0 || missing.length > 0)
        await refuseExpired(artifacts, wanted.id, missing);
    if (chosen.length === 0)
        throw nothingThere(artifacts, all, wanted.id);
    const folders = [];
    for (const { artifact } of chosen) {
        const target = (0,external_node_path_.join)(folder, artifact.name);
        await artifacts.download(artifact, target);
        folders.push(target);
    }
    host.info(`Publishing what ${(0,format/* formatList */.ki)(chosen.map(({ artifact }) => artifact.name))} hold${chosen.length === 1 ? 's' : ''}.`);
    return folders;
}
function builtOf(all, id) {
    return all.flatMap((artifact) => {
        const built = readName(artifact.base, id);
        return built === undefined ? [] : [{ artifact, ...built }];
    });
}
/** What an artifact's name says. An id may end like a platform, so that the one that is looked for counts. */
function readName(base, id) {
    const prefix = `feature-${id ?? ''}-`;
    if (id !== undefined && !base.startsWith(prefix))
        return undefined;
    const { id: found = '', arches = '' } = fetch_layouts_NAME.exec(id === undefined ? base : `feature-x-${base.slice(prefix.length)}`)?.groups ?? {};
    // Folders are made by these names.
    if (arches === '' || (id === undefined ? !(0,identity/* isFeatureId */.GK)(found) : found !== 'x'))
        return undefined;
    return { id: id ?? found, arches: arches.split('-') };
}
/** A later attempt may have built some platforms again: what an earlier one built of these no longer counts. */
function newestOfEach(built) {
    const isReplaced = ({ artifact, id, arches }) => arches.every((arch) => built.some((other) => other.id === id && other.artifact.attempt > artifact.attempt && other.arches.includes(arch)));
    return built.filter((each) => !isReplaced(each));
}
function refuseSeveral(chosen) {
    const ids = [...new Set(chosen.map(({ id }) => id))].sort();
    if (ids.length < 2)
        return;
    throw new errors/* InputError */.dz('feature-id', `feature-id: is missing, and this run built several Features: ${(0,format/* formatList */.ki)(ids)}.`, {
        hint: 'Publish each with a step of its own that names it.',
    });
}
/** @param missing the platforms that are missing; none if all are @throws Failure if what is missing has expired */
async function refuseExpired(artifacts, id, missing) {
    const gone = (await artifacts.expired()).filter((name) => {
        const built = readName(parseArtifactName(name).base, id);
        return built !== undefined && (missing.length === 0 || built.arches.some((arch) => missing.includes(arch)));
    });
    if (gone.length === 0)
        return;
    throw new errors/* Failure */.HR(`${(0,format/* formatList */.ki)(gone)} ${gone.length === 1 ? 'has' : 'have'} expired, so there is nothing to publish.`, {
        hint: 'Choose "Re-run all jobs" to build it again. "retention-days" of the build jobs sets how long an artifact is kept.',
    });
}
function nothingThere({ attempt }, all, id) {
    const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature "${id}"`;
    const hint = 'The build jobs must run before this one (needs:), and must not set upload-artifact: false.';
    return new errors/* Failure */.HR(`This run has ${what}; it has ${(0,format/* formatList */.ki)(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
        hint: attempt > 1 ? `${hint} The artifacts of an earlier attempt may be gone: choose "Re-run all jobs".` : hint,
    });
}
/**
 * Any job of the run may upload an artifact under any name that is free: what is in it must be what its name says.
 * @param name with or without an attempt
 * @throws Failure
 */
function checkArtifactName(name, id, arches) {
    const named = readName(parseArtifactName(name).base, id)?.arches.toSorted().join(' and ');
    const held = arches.toSorted().join(' and ');
    if (named === held)
        return;
    throw new errors/* Failure */.HR(`The artifact ${name} was not published: it holds the Feature ${id} for ${held}.`, {
        hint: 'Nothing was sent. Another job has used that name.',
    });
}

// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 4 modules
var publish_assembly = __webpack_require__(29274);
// EXTERNAL MODULE: ./lib/release/enforce-policy.js
var enforce_policy = __webpack_require__(99854);
// EXTERNAL MODULE: ./lib/release/past/past-releases.js
var past_releases = __webpack_require__(47595);
// EXTERNAL MODULE: ./lib/release/history.js
var release_history = __webpack_require__(66753);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
;// CONCATENATED MODULE: ./lib/app/publish.js
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
        const stages = [];
        const folders = request.layouts.length > 0 ? request.layouts : await (0,kit_stages/* timed */.a)('download', stages, async () => download(request, host, cleanup));
        const layouts = [];
        for (const folder of folders) {
            const layout = await (0,built_layout/* readBuiltLayout */.n)(folder);
            if (request.layouts.length === 0)
                checkArtifactName((0,external_node_path_.basename)(folder), layout.facts.feature.id, layout.platforms.map(({ arch }) => arch));
            layouts.push(layout);
        }
        const assembly = (0,assemble/* assemble */.f)(layouts, request.arches);
        checkFeatureId(request, assembly);
        (0,publish_assembly/* checkPublishable */._J)(assembly.facts.feature, request.releaseTag);
        (0,enforce_policy/* enforcePolicy */.h)(request.policy, { platforms: assembly.platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas })), ...(0,enforce_policy/* attestedBy */.W)(request), leaks: undefined }, host);
        const before = await readBefore(request, assembly, host);
        const provided = { target: request, delivery: request.delivery ?? assembly.facts.delivery, releaseTag: request.releaseTag, sbom: request.sbom, provenance: request.provenance };
        const publication = await (0,kit_stages/* timed */.a)('publish', stages, async () => (0,publish_assembly/* publishAssembly */.wD)(assembly, provided, host));
        return { ...reportOf(assembly, publication, before), tests: testsOf(layouts), stages, warnings, given: request.given, duration: performance.now() - began };
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
/** Those of the jobs that built, in the order of the platforms. */
function testsOf(layouts) {
    return platform/* ARCHES */.Pr.flatMap((arch) => layouts.flatMap(({ tests }) => tests.filter((test) => test.arch === arch)));
}
/** @throws InputError if something else was found than was asked for */
function checkFeatureId({ featureId }, { facts: { feature } }) {
    if (featureId === undefined || featureId === feature.id)
        return;
    throw new errors/* InputError */.dz('feature-id', `feature-id: is ${featureId}, but the Feature ${feature.id} was built.`, { hint: 'Nothing was sent.' });
}
async function download(request, host, cleanup) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-artifacts');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return fetchLayouts(host, { id: request.featureId, arches: request.arches }, folder);
}
/** Of the release that this one follows. */
async function readBefore(request, { facts: { feature }, platforms }, host) {
    const writer = new target/* Namespace */.g$(request, host).writer(feature.id);
    try {
        const history = await (0,release_history/* readHistory */.Lu)(writer.reader, feature.version);
        // A release has nothing to tell about itself.
        const arches = platforms.map(({ arch }) => arch);
        (0,release_history/* warnOfDropped */.ud)(history, arches, feature, host);
        const documents = history.published === undefined ? await (0,release_history/* readLastDocuments */.Xp)(writer.reader, history, arches, host) : new Map();
        const builds = platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas }));
        const [licences, past] = await Promise.all([
            (0,since_release/* licencesSince */.N)(builds, { reader: writer.reader, release: history.last, documents }),
            history.published === undefined ? (0,past_releases/* pastReleases */.Hk)(writer.reader, feature.version, arches) : [],
        ]);
        return { documents, licences, past };
    }
    finally {
        writer.close();
    }
}
function reportOf({ facts, platforms }, publication, before) {
    const name = (0,written_json/* stringOf */.Je)((0,written_json/* membersOf */.lS)(facts.metadata).get('name'));
    return {
        feature: { ...facts.feature, ...(name === undefined ? {} : { name }) },
        upToDate: publication.upToDate,
        platforms: platforms.map(({ arch, document, digest, reusedLayers }) => ({
            arch,
            document,
            ...(0,since_release/* changesSince */.s)(before.documents.get(arch), document),
            ...before.licences.get(arch),
            digest,
            stages: [],
            reusedLayers,
            uploadedBytes: publication.sent.get(arch) ?? 0,
        })),
        layout: undefined,
        digest: publication.digest,
        predicate: publication.predicate,
        published: {
            what: 'feature',
            repository: publication.repository,
            tags: publication.tags,
            uploadedBytes: publication.featureBytes,
            delivery: publication.delivery,
        },
        artifact: undefined,
        history: (0,past_releases/* figuresOfReleases */.bn)(before.past, { version: facts.feature.version, documents: platforms.map(({ document }) => document) }),
    };
}


/***/ }),

/***/ 2324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ collectWarnings)
/* harmony export */ });
/** The same host, and a list to which every warning is added as it is shown; for the report. */
function collectWarnings(host) {
    const warnings = [];
    return {
        warnings,
        host: {
            ...host,
            warning: (message, at) => {
                warnings.push(at === undefined ? { message } : { message, location: at });
                host.warning(message, at);
            },
        },
    };
}


/***/ }),

/***/ 93325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Do the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
async function inParallel(atATime, things, work) {
    const results = [];
    const queue = things.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, thing] of queue) {
            if (failed)
                return;
            try {
                results[at] = await work(thing);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
    return results;
}


/***/ }),

/***/ 20489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ timed),
/* harmony export */   e: () => (/* binding */ Stages)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
class Stages {
    times = [];
    #host;
    #suffix;
    /** @param suffix tells the platforms of one job apart; empty if there is only one */
    constructor(host, suffix) {
        this.#host = host;
        this.#suffix = suffix;
    }
    /**
     * @param body gets the stage's progress; what it returns besides its value is the stage's last line
     */
    async run(title, options, body) {
        const began = performance.now();
        const progress = this.#host.stage(`${title}${this.#suffix}`, options);
        try {
            const [value, result] = await body(progress);
            progress.end(result);
            return value;
        }
        catch (error) {
            progress.end(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'stopped' : 'failed');
            throw error;
        }
        finally {
            this.times.push({ title, duration: performance.now() - began });
        }
    }
}
/** Runs something that shows its own stages, and remembers how long all of it took. */
async function timed(title, times, body) {
    const began = performance.now();
    const value = await body();
    times.push({ title, duration: performance.now() - began });
    return value;
}


/***/ }),

/***/ 61688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   kX: () => (/* binding */ eitherSignal),
/* harmony export */   pZ: () => (/* binding */ stoppable)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);

/** The same host, whose signal we can give too: what fails must not wait for the end of something long beside it. */
function stoppable(host) {
    const stop = new AbortController();
    const signal = AbortSignal.any([host.signal, stop.signal]);
    // As many listeners as there are requests and commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return { host: { ...host, signal }, stop };
}
/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
async function together(stop, first, second) {
    let failure;
    const watch = async (task) => {
        try {
            await task;
        }
        catch (reason) {
            // What fails after this fails because of it.
            failure ??= { reason };
            stop.abort(reason);
        }
    };
    await Promise.all([watch(first), watch(second)]);
    if (failure !== undefined)
        throw failure.reason;
    return Promise.all([first, second]);
}
/** A signal that is aborted when one of these is, with its reason. Those that are not there never are. */
function eitherSignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    if (given.length < 2)
        return given[0];
    const either = AbortSignal.any(given);
    // As many listeners as there are commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, either);
    return either;
}


/***/ })

};
