export const id = 6505;
export const ids = [6505];
export const modules = {

/***/ 25851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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
// EXTERNAL MODULE: ./lib/host/github/artifact-name.js
var artifact_name = __webpack_require__(84990);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
;// CONCATENATED MODULE: ./lib/publish/fetch-layouts.js






const ARCH = platform/* ARCHES */.Pr.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?<arches>(?:${ARCH})(?:-(?:${ARCH}))*)$`);
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
    const { id: found = '', arches = '' } = NAME.exec(id === undefined ? base : `feature-x-${base.slice(prefix.length)}`)?.groups ?? {};
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
        const built = readName((0,artifact_name/* parseArtifactName */.TZ)(name).base, id);
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
 * Checks that an artifact contains what its name says, because any job of the run may upload one under any free name.
 * @param name with or without an attempt
 * @throws Failure
 */
function checkArtifactName(name, id, arches) {
    const named = readName((0,artifact_name/* parseArtifactName */.TZ)(name).base, id)?.arches.toSorted().join(' and ');
    const held = arches.toSorted().join(' and ');
    if (named === held)
        return;
    throw new errors/* Failure */.HR(`The artifact ${name} was not published: it holds the Feature ${id} for ${held}.`, {
        hint: 'Nothing was sent. Another job has used that name.',
    });
}

// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 9 modules
var publish_assembly = __webpack_require__(94736);
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
 * Makes one Feature of what several jobs have built: their layouts are found, checked, pushed as far as necessary, and tagged.
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
        const folders = request.layouts.length > 0 ? request.layouts : await (0,kit_stages/* timed */.ay)('download', stages, async () => download(request, host, cleanup));
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
        const described = assembly.platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas }));
        (0,enforce_policy/* enforcePolicy */.h)(request.policy, { platforms: described, ...(0,enforce_policy/* attestedBy */.W)(request), leaks: undefined }, host);
        const namespace = new target/* Namespace */.g$(request, host);
        const writer = namespace.writer(assembly.facts.feature.id);
        cleanup.defer(() => writer.close());
        const before = await readBefore({ namespace, writer }, assembly);
        const provided = { delivery: request.delivery ?? assembly.facts.delivery, releaseTag: request.releaseTag, sbom: request.sbom, provenance: request.provenance };
        const publication = await (0,kit_stages/* timed */.ay)('publish', stages, async () => (0,publish_assembly/* publishAssembly */.wD)(assembly, provided, { namespace, writer }));
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
/** @throws InputError if another Feature was found than the requested one */
function checkFeatureId({ featureId }, { facts: { feature } }) {
    if (featureId === undefined || featureId === feature.id)
        return;
    throw new errors/* InputError */.dz('feature-id', `feature-id: is ${featureId}, but the Feature ${feature.id} was built.`, { hint: 'Nothing was sent.' });
}
async function download({ featureId: id, arches }, host, cleanup) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-artifacts');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return fetchLayouts(host, { id, arches }, folder);
}
/** Of the release that this one follows. */
async function readBefore({ namespace: { job }, writer: { reader } }, { facts: { feature }, platforms }) {
    const history = await (0,release_history/* readHistory */.Lu)(reader, feature.version);
    const arches = platforms.map(({ arch }) => arch);
    (0,release_history/* warnOfDropped */.ud)(history, arches, feature, job);
    // A release has nothing to tell about itself.
    const documents = history.published === undefined ? await (0,release_history/* readLastDocuments */.Xp)(reader, history, arches, job) : new Map();
    const builds = platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas }));
    const [licences, past] = await Promise.all([
        (0,since_release/* licencesSince */.N)(builds, { reader, release: history.last, documents }),
        history.published === undefined ? (0,past_releases/* pastReleases */.Hk)(reader, feature.version, arches) : [],
    ]);
    return { documents, licences, past };
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

/***/ 77603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   J0: () => (/* binding */ isSignedWith),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   yy: () => (/* binding */ keyFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


const LONGEST_KEY = 64 * 1024;
const PUBLIC_LABEL = /^-----BEGIN PUBLIC KEY-----$/m;
/** Returns what kind of key it is; undefined if it is none that signs here. */
function kindOf(key) {
    if (key.asymmetricKeyType === 'ed25519')
        return 'ed25519';
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
}
/** @throws Failure if the text is no PEM of a public key of a kind that is used here. It may be a secret, and is not shown. */
function parsePublicKey(pem) {
    const hint = 'Expected PEM with "BEGIN PUBLIC KEY", of ECDSA P-256 or Ed25519: `cosign public-key`, or `openssl pkey -pubout`.';
    if (/PRIVATE KEY/.test(pem.slice(0, LONGEST_KEY)))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is a private key.', { hint });
    if (pem.length > LONGEST_KEY || !PUBLIC_LABEL.test(pem))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is not a PEM public key.', { hint });
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("The public key can't be read.", { hint });
    }
    if (kindOf(key) === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`The public key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint });
    return key;
}
/** Returns the digest of a public key's DER: a name for it. */
function keyFingerprint(key) {
    const own = key.type === 'private' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key) : key;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(own.export({ type: 'spki', format: 'der' })).digest('hex')}`;
}
/** Signs bytes. An ECDSA signature is DER. @param key a private one of a known kind */
function signWith(key, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key);
}
/** Tells whether a signature of bytes was made with the key's private half. */
function isSignedWith(key, bytes, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key, signature);
    }
    catch {
        return false; // not even a signature's form
    }
}


/***/ })

};
