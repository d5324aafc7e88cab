export const id = 794;
export const ids = [794];
export const modules = {

/***/ 13166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tO: () => (/* binding */ CHANGE_KINDS),
  iv: () => (/* binding */ changesBetween)
});

// UNUSED EXPORTS: compareSides

;// CONCATENATED MODULE: ./lib/nix/package-name.js
/**
 * Outputs that packages of nixpkgs are split into. `nix store diff-closures` takes any last word for an output, and so
 * makes `my-tools` the output `tools` of `my`; here a word has to be known, and to stand behind a version.
 */
const OUTPUTS = [
    'bin|data|debug|dev|devdoc|devman|dist|doc|examples|getent|host|info|lib|lib32|lib64|libgcc|locale|locales|man|modules',
    'out|plugins|py|python|static|terminfo|tests|tex|texdoc|tlpkg|tools',
].join('|');
const VERSION_AND_OUTPUT = new RegExp(`^(.+)-(?:${OUTPUTS})$`);
/**
 * Splits the name of a store path (without its hash) as Nix's parseDrvName does: the version begins behind the first dash
 * that no letter follows. The output's name, which nixpkgs writes behind the version, belongs to neither.
 */
function parsePackageName(text) {
    const dash = /(?<=.)-(?![A-Za-z]|$)/.exec(text)?.index;
    if (dash === undefined)
        return { name: text, version: '' };
    const rest = text.slice(dash + 1);
    return { name: text.slice(0, dash), version: VERSION_AND_OUTPUT.exec(rest)?.[1] ?? rest };
}
/** The order of versions (Nix manual, `builtins.compareVersions`). @returns below 0 where `a` is the older one */
function compareVersions(a, b) {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareParts(left[i] ?? '', right[i] ?? '');
        if (order !== 0)
            return order;
    }
    return 0;
}
/** Runs of digits and runs of anything else; dots and dashes part them, and count for nothing. */
function partsOf(version) {
    return version.match(/\d+|[^\d.-]+/g) ?? [];
}
function compareParts(a, b) {
    if (a === b)
        return 0;
    const [rankA, rankB] = [rankOf(a), rankOf(b)];
    if (rankA !== rankB)
        return rankA - rankB;
    if (rankA !== NUMBER)
        return a < b ? -1 : 1;
    // Dates and hashes have more digits than a number can hold.
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : 0;
}
const NUMBER = 3;
/** 1.0pre1 < 1.0 < 1.0a < 1.0.1 */
function rankOf(part) {
    if (part === 'pre')
        return 0;
    if (part === '')
        return 1;
    return /^\d/.test(part) ? NUMBER : 2;
}

// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
;// CONCATENATED MODULE: ./lib/delta/why-depends.js
/**
 * The shortest ways from the roots to all paths, breadth first. What is new is reached through new paths alone: what was
 * there before refers to what was there before, so nothing else need be walked.
 */
function reach(roots, { referencesOf, within, dull }) {
    const reached = new Map();
    let level = [...new Set(roots)].filter((root) => within.has(root));
    for (const root of level)
        reached.set(root, undefined);
    while (level.length > 0) {
        const next = [];
        // What comes first at a level is what its references are explained by.
        for (const path of [...level.filter((each) => !dull.has(each)), ...level.filter((each) => dull.has(each))]) {
            for (const reference of referencesOf(path)) {
                if (!within.has(reference) || reached.has(reference))
                    continue;
                reached.set(reference, path);
                next.push(reference);
            }
        }
        level = next;
    }
    return reached;
}
/** Longer ones explain nothing to anybody. */
const LONGEST = 32;
/** From the root to the path, both included; empty where nothing leads there, or only a very long way. */
function chainTo(path, reached) {
    if (path === undefined || !reached.has(path))
        return [];
    const chain = [];
    for (let each = path; each !== undefined; each = reached.get(each)) {
        chain.push(each);
        if (chain.length > LONGEST)
            return [];
    }
    return chain.toReversed();
}

;// CONCATENATED MODULE: ./lib/delta/changes.js



/**
 * `rebuilt`: the same versions, and other paths; `moved`: the same paths, shipped before and relied upon now or the other
 * way round.
 */
const CHANGE_KINDS = ['upgraded', 'downgraded', 'added', 'removed', 'rebuilt', 'moved'];
/** The release before and what was built now, for one platform. */
function changesBetween(before, after) {
    return { since: before.feature.version, ...compareSides('feature', sideOf(before), sideOf(after)) };
}
function sideOf({ closure, storePath, outputs }) {
    return {
        paths: closure.map(({ path, narSize, references, in: place }) => ({ path, bytes: narSize, references, in: place })),
        roots: [storePath, ...Object.values(outputs)],
    };
}
/** What two closures or stores differ in, by package. */
function compareSides(what, before, after) {
    const left = new Map(before.paths.map((path) => [path.path, path]));
    const right = new Map(after.paths.map((path) => [path.path, path]));
    const groups = groupByName(left.values(), right.values());
    const changed = [...groups].map((group) => changeOf(group, left, right)).filter((change) => change !== undefined);
    const packages = explain(changed.toSorted(byWeight), left, right, after.roots);
    return { what, packages, before: amountOf([...left.values()]), after: amountOf([...right.values()]) };
}
function groupByName(before, after) {
    const groups = new Map();
    const add = (paths, side) => {
        for (const path of paths) {
            const { name, version } = parsePackageName((0,store_path/* nameOf */.Vb)(path.path));
            const group = groups.get(name) ?? { name, before: [], after: [] };
            groups.set(name, group);
            group[side].push({ ...path, version });
        }
    };
    add(before, 'before');
    add(after, 'after');
    return groups.values();
}
/** @returns undefined where nothing changed */
function changeOf({ name, before, after }, left, right) {
    const freshPaths = after.filter(({ path }) => !left.has(path));
    const gone = before.filter(({ path }) => !right.has(path));
    const moved = after.some(({ path, in: place }) => left.has(path) && left.get(path)?.in !== place);
    if (freshPaths.length + gone.length === 0 && !moved)
        return undefined;
    const sides = { before: packageSide(before), after: packageSide(after) };
    const same = freshPaths.length + gone.length === 0;
    return { name, kind: same ? 'moved' : kindOf(sides), ...sides, fresh: amountOf(freshPaths), gone: amountOf(gone), freshPaths };
}
function kindOf({ before, after }) {
    if (before === undefined)
        return 'added';
    if (after === undefined)
        return 'removed';
    if (before.versions.join(' ') === after.versions.join(' '))
        return 'rebuilt';
    // Of several versions the newest decides; where that stayed, the oldest does.
    const order = compareEnds(before.versions, after.versions, -1) || compareEnds(before.versions, after.versions, 0);
    return order > 0 ? 'downgraded' : 'upgraded';
}
function compareEnds(before, after, at) {
    return compareVersions(before.at(at) ?? '', after.at(at) ?? '');
}
function packageSide(paths) {
    if (paths.length === 0)
        return undefined;
    const versions = [...new Set(paths.map(({ version }) => version))].toSorted((a, b) => compareVersions(a, b) || (0,store_path/* compareText */.n6)(a, b));
    return { versions, ...amountOf(paths) };
}
function amountOf(paths) {
    const shipped = paths.filter((path) => path.in === 'delta');
    return { paths: paths.length, bytes: bytesOf(paths), shipped: { paths: shipped.length, bytes: bytesOf(shipped) } };
}
function bytesOf(paths) {
    let sum = 0;
    for (const { bytes } of paths) {
        if (bytes === undefined)
            return undefined;
        sum += bytes;
    }
    return sum;
}
/** Nobody reads more. */
const EXPLAINED = 200;
/** Another version explains more of what depends on it than the same one built again. */
function explain(changes, left, right, roots) {
    const rebuilt = new Set(changes.filter(({ kind }) => kind === 'rebuilt').flatMap(({ freshPaths }) => freshPaths.map(({ path }) => path)));
    const within = new Set([...right.keys()].filter((path) => !left.has(path)));
    const reached = reach(roots, { referencesOf: (path) => right.get(path)?.references ?? [], within, dull: rebuilt });
    const explained = changes.filter(({ kind, freshPaths }) => kind !== 'rebuilt' && freshPaths.length > 0).slice(0, EXPLAINED);
    const nearest = nearestOf(explained, reached);
    return changes.map((change) => {
        const { freshPaths: _, ...rest } = change;
        return { ...rest, why: chainTo(nearest.get(change), reached) };
    });
}
/** For each change, which of its new paths is reached first. */
function nearestOf(changes, reached) {
    const changeOfPath = new Map(changes.flatMap((change) => change.freshPaths.map(({ path }) => [path, change])));
    const nearest = new Map();
    for (const path of reached.keys()) {
        const change = changeOfPath.get(path);
        if (change !== undefined && !nearest.has(change))
            nearest.set(change, path);
    }
    return nearest;
}
function byWeight(a, b) {
    return weightOf(b) - weightOf(a) || (0,store_path/* compareText */.n6)(a.name, b.name);
}
function weightOf({ kind, after, fresh, gone }) {
    return kind === 'moved' ? (after?.bytes ?? 0) : (fresh.bytes ?? 0) + (gone.bytes ?? 0);
}


/***/ }),

/***/ 98751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishFeature: () => (/* binding */ publishFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/feature/written-json.js
var written_json = __webpack_require__(93228);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/publish/assemble.js
var assemble = __webpack_require__(22531);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(83789);
// EXTERNAL MODULE: ./lib/publish/changes-since.js
var changes_since = __webpack_require__(25701);
// EXTERNAL MODULE: ./lib/feature/identity.js
var identity = __webpack_require__(18142);
// EXTERNAL MODULE: ./lib/host/artifact-name.js
var artifact_name = __webpack_require__(94668);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/publish/fetch-layouts.js






const ARCH = platform/* ARCHES */.Pr.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?<arches>(?:${ARCH})(?:-(?:${ARCH}))*)$`);
/**
 * Downloads the layouts that the run's jobs have built, for each platform that of the newest attempt.
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError where there is no artifact service; Failure where there is nothing; InputError where it isn't clear which
 */
async function fetchLayouts(host, wanted, folder) {
    const { artifacts } = host;
    if (artifacts === undefined) {
        throw new errors/* SetupError */.w3('There are no artifacts to publish here.', { hint: 'Name the layouts: nix-feature publish <layout> …' });
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
/** A later attempt may have built some platforms anew: what an earlier one built of these no longer counts. */
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
/** @param missing the platforms that are missing; none where all are @throws Failure where what is missing has expired */
async function refuseExpired(artifacts, id, missing) {
    const gone = (await artifacts.expired()).filter((name) => {
        const built = readName((0,artifact_name/* parseArtifactName */.TZ)(name).base, id);
        return built !== undefined && (missing.length === 0 || built.arches.some((arch) => missing.includes(arch)));
    });
    if (gone.length === 0)
        return;
    throw new errors/* Failure */.HR(`${(0,format/* formatList */.ki)(gone)} ${gone.length === 1 ? 'has' : 'have'} expired, so that there is nothing to publish.`, {
        hint: 'Choose “Re-run all jobs”: then it is built again. retention-days of the jobs that build says how long an artifact is kept.',
    });
}
function nothingThere({ attempt }, all, id) {
    const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature “${id}”`;
    const hint = 'The jobs that build have to come before this one (needs:), and must not set upload-artifact: false.';
    return new errors/* Failure */.HR(`This run has ${what}; it has ${(0,format/* formatList */.ki)(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
        hint: attempt > 1 ? `${hint} What an earlier attempt uploaded may be gone: choose “Re-run all jobs”.` : hint,
    });
}
/**
 * Any job of the run may upload an artifact under any name that is free: what is in it has to be what its name says.
 * @param name with or without an attempt
 * @throws Failure
 */
function checkArtifactName(name, id, arches) {
    const named = readName((0,artifact_name/* parseArtifactName */.TZ)(name).base, id)?.arches.toSorted().join(' and ');
    const held = arches.toSorted().join(' and ');
    if (named === held)
        return;
    throw new errors/* Failure */.HR(`The artifact ${name} is not published: it holds the Feature ${id} for ${held}.`, {
        hint: 'Nothing was sent. A job that builds something else has used that name.',
    });
}

// EXTERNAL MODULE: ./lib/publish/history.js
var publish_history = __webpack_require__(37771);
// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 9 modules
var publish_assembly = __webpack_require__(64291);
// EXTERNAL MODULE: ./lib/publish/target.js + 7 modules
var target = __webpack_require__(64875);
// EXTERNAL MODULE: ./lib/temporary.js
var temporary = __webpack_require__(71780);
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
        for (const folder of folders) {
            const layout = await (0,built_layout/* readBuiltLayout */.n)(folder);
            if (request.layouts.length === 0)
                checkArtifactName((0,external_node_path_.basename)(folder), layout.facts.feature.id, layout.platforms.map(({ arch }) => arch));
            layouts.push(layout);
        }
        const assembly = (0,assemble/* assemble */.f)(layouts, request.arches);
        checkFeatureId(request, assembly);
        (0,publish_assembly/* checkVersion */.ps)(assembly.facts.feature, request.releaseTag);
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
/** @throws InputError where something else was found than was asked for */
function checkFeatureId({ featureId }, { facts: { feature } }) {
    if (featureId === undefined || featureId === feature.id)
        return;
    throw new errors/* InputError */.dz('feature-id', `feature-id: is ${featureId}, and what was built is the Feature ${feature.id}.`, { hint: 'Nothing was sent.' });
}
async function download(request, host, cleanup) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-artifacts');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return fetchLayouts(host, { id: request.featureId, arches: request.arches }, folder);
}
/** Of the release that this one follows, for the report of what changed. */
async function lastDocuments(request, { facts: { feature }, platforms }, host) {
    const writer = (0,target/* openWriter */.Kn)(request, (0,target/* repositoryOf */._M)(request, feature.id), host);
    try {
        const history = await (0,publish_history/* readHistory */.Lu)(writer.reader, feature.version);
        // A release has nothing to tell about itself.
        const arches = platforms.map(({ arch }) => arch);
        (0,publish_history/* warnOfDropped */.ud)(history, arches, feature, host);
        return history.published === undefined ? await (0,publish_history/* readLastDocuments */.Xp)(writer.reader, history, arches, host) : new Map();
    }
    finally {
        writer.close();
    }
}
function reportOf({ facts, platforms }, publication, before) {
    const name = (0,written_json/* textOf */.b6)((0,written_json/* membersOf */.lS)(facts.metadata).get('name'));
    return {
        feature: { ...facts.feature, ...(name === undefined ? {} : { name }) },
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


/***/ }),

/***/ 82061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   oN: () => (/* binding */ isRevision),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _feature_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18142);
/* harmony import */ var _feature_jsonc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31089);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37801);
/* harmony import */ var _feature_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38402);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27298);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9501);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23940);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);








/** 31 December 9999: no later time has a text. */
const LAST_SECOND = 253_402_300_799;
/** As many as a delta document may have. */
const MOST_BASES = 100;
const SOURCE = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .q)('the address of a repository (https://...)', isSource);
const REVISION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .q)('a revision', isRevision);
/** In JSON, all but those that texts of several lines have. */
const CONTROL = /\\[bf]|\\u00[01][0-9a-f]|[\u007f-\u009f]/; // oxlint-disable-line no-control-regex
/**
 * Checks all that feature.json says: whoever may write an artifact of the run may have written it.
 * @param refuse throws; it is given the end of a sentence
 */
function checkFacts(json, refuse) {
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .Field */ .D.of(json, refuse);
    const id = field.get('feature').get('id').as(_feature_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_ID */ .DU);
    const version = field.get('feature').get('version').as(_feature_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_VERSION */ .Q2);
    checkMetadata(field.get('metadata'), { id, version });
    field.get('files').as(_oci_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    field.get('delivery').oneOf(['auto', 'layers', 'embed']);
    field.get('complement').optional((complement) => complement.is(true));
    field.get('origin').get('source').optional((source) => source.as(SOURCE));
    field.get('origin').get('revision').optional((revision) => revision.as(REVISION));
    field.get('created').optional((created) => created.count(0, LAST_SECOND));
    field.get('reused').optional((reused) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            reused.get(arch).optional((count) => count.count(0, 1000));
    });
    field.get('bases').optional((bases) => bases.each(MOST_BASES, (base) => {
        base.get('name').text();
        base.get('digest').as(_oci_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    }));
    field.get('pushed').optional((pushed) => {
        pushed.get('registry').as(_oci_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY */ .Mo);
        // Blobs are mounted from there: the Feature's own ones, and no others.
        const repository = pushed.get('repository').as(_oci_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REPOSITORY */ .Bw);
        if (!repository.endsWith(`/${id}`))
            pushed.get('repository').refuse(`is ${repository}, and should end in /${id}`);
    });
}
/** What was built was held against the contract, and has to pass it again. */
function checkMetadata(field, feature) {
    field.get('id').is(feature.id, 'the id of the Feature');
    field.get('version').is(feature.version, 'the version of the Feature');
    const document = (0,_feature_jsonc_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonc */ .A)('feature', _feature_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR, JSON.stringify(field.object()));
    const error = (0,_feature_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSchema */ ._)(document).find(({ severity }) => severity === 'error');
    if (error !== undefined)
        field.refuse(`breaks the contract: ${error.message.replace(/\.$/, '')}`);
    if (CONTROL.test(JSON.stringify(field.value)))
        field.refuse('holds control characters');
}
/** May a text be the revision that a Feature is of? */
function isRevision(text) {
    return /^[0-9A-Za-z][0-9A-Za-z._/-]{0,255}$/.test(text);
}
/** May a text be the address of the repository that a Feature is from? */
function isSource(text) {
    const url = text.length <= 2048 ? URL.parse(text) : null;
    return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' && /^[\x21-\x7e]+$/.test(text);
}


/***/ })

};
