export const id = 673;
export const ids = [673];
export const modules = {

/***/ 19231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planFeatures: () => (/* binding */ planFeatures)
});

// EXTERNAL MODULE: ./lib/feature/contract/finding.js
var finding = __webpack_require__(51796);
// EXTERNAL MODULE: ./lib/git/listed-files.js
var listed_files = __webpack_require__(8345);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/stages.js
var kit_stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/feature/version/levels.js
var levels = __webpack_require__(94126);
// EXTERNAL MODULE: ./lib/feature/version/write-version.js
var write_version = __webpack_require__(3631);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/delta/compare/difference.js
var compare_difference = __webpack_require__(16535);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/release/content.js
var content = __webpack_require__(92748);
// EXTERNAL MODULE: ./lib/release/next/propose.js + 1 modules
var propose = __webpack_require__(46497);
;// CONCATENATED MODULE: ./lib/plan/decide.js





/** Characters. */
const MAX_REASON = 500;
/** Decides whether a Feature must be built, and why. The reason is one sentence without its full stop. */
function decide(facts, asked) {
    if (asked.force)
        return build('forced', 'everything must be built');
    const unpublished = whyUnpublished(facts);
    if (unpublished !== undefined)
        return build('new', unpublished);
    const whole = wholeDifference(facts, asked);
    if (whole !== undefined)
        return build('changed', whole);
    const gap = gapOf(facts);
    if (gap !== undefined)
        return build('unknown', gap);
    const platforms = platformDecision(facts, asked);
    const own = ownDifference(facts, asked);
    if (own === undefined)
        return platforms;
    // A flake is one of the Feature's files, so both may differ; what a build would come to says more.
    if (platforms.kind !== 'build' || platforms.why === 'unknown')
        return build('changed', own);
    return platforms.why === 'changed' ? build('changed', `${own}; ${platforms.reason}`) : platforms;
}
/** Tells whether nix-feature published this version for the requested platforms. Only then there is something to compare with. */
function isComparable({ standing: { same } }, { arches, force }) {
    return !force && same?.key !== undefined && arches.length === same.platforms.size && arches.every((arch) => same.platforms.has(arch));
}
function whyUnpublished({ version, standing: { same, latest, refused } }) {
    if (same !== undefined)
        return undefined;
    if (refused !== undefined)
        return `the registry denies access to it (${refused.status}), so it counts as not published yet`;
    if (latest === undefined)
        return 'it is not published yet';
    if (latest.version === undefined)
        return `${version} is not published`;
    return isNewer(latest.version, version)
        ? `${version} is not published; the newest release is ${latest.version} and stays the newest`
        : `${version} is not published; the newest release is ${latest.version}`;
}
function isNewer(a, b) {
    const [left, right] = [(0,versions/* parseVersion */.ot)(a), (0,versions/* parseVersion */.ot)(b)];
    return left !== undefined && right !== undefined && (0,versions/* compareVersions */.Zy)(left, right) > 0;
}
/** What differs from what is published whatever would be built. */
function wholeDifference(facts, asked) {
    const { version, standing: { same } } = facts;
    if (same?.key === undefined)
        return `${version} was not published by nix-feature`;
    if (!isComparable(facts, asked)) {
        return `${version} is published for ${listOf([...same.platforms.keys()])}, but ${listOf(asked.arches)} is requested`;
    }
    return undefined;
}
/** What is missing of a release that seems to be there; building and publishing it again completes it. */
function gapOf({ version, last, standing: { same, latest } }) {
    if (last === undefined || last.platforms.size < (same?.platforms.size ?? 0))
        return `part of ${version} is missing in the registry or can't be read`;
    const newest = latest?.version ?? '0.0.0-0';
    return isRelease(version) && isNewer(version, newest) ? `the publishing of ${version} was not finished: "latest" is ${latest?.version ?? 'missing'}` : undefined;
}
function isRelease(text) {
    const version = (0,versions/* parseVersion */.ot)(text);
    return version !== undefined && !(0,versions/* isPrerelease */.V1)(version);
}
/** What differs of the Feature's own part, and of what is shipped beside the delta. */
function ownDifference({ version, last }, asked) {
    if (last?.isOwnPart !== true)
        return `its files, metadata or delivery differ from ${version}`;
    const [difference] = [...last.platforms.values()].flatMap((platform) => (0,content/* askedDifference */.Ap)(platform, asked) ?? []);
    return difference === undefined ? undefined : `${version} has ${difference.has}`;
}
function platformDecision(facts, { arches }) {
    const decisions = arches.map((arch) => decisionFor(arch, facts));
    const builds = decisions.filter((decision) => decision.kind === 'build');
    // What is known to differ says more than what can't be told.
    const chosen = ['failed', 'changed', 'unknown'].map((why) => builds.find((decision) => decision.why === why)).find((decision) => decision !== undefined);
    return chosen ?? decisions.find(({ kind }) => kind === 'bases') ?? { kind: 'up-to-date', reason: `${facts.version} is published with this content` };
}
function decisionFor(arch, { version, last, evaluations, bases }) {
    const [released, evaluation] = [last?.platforms.get(arch), evaluations.get(arch)];
    if (released === undefined || evaluation === undefined)
        throw new Error(`nothing is known of ${version} for ${arch}`);
    if (evaluation.kind !== 'outputs')
        return untold(arch, evaluation);
    const difference = (0,compare_difference/* differenceOf */.P)(released, { ...evaluation, bases: bases.get(arch) ?? [] });
    if (difference.kind === 'none')
        return { kind: 'up-to-date', reason: '' };
    return difference.kind === 'bases' ? { kind: 'bases' } : build('changed', difference.what);
}
function untold(arch, evaluation) {
    if (evaluation.kind === 'unknown')
        return build('unknown', `its content for ${arch} is known only after a build: ${evaluation.why}`);
    return build('failed', `its flake can't be evaluated for ${arch}: ${evaluation.error.message}`);
}
function build(why, reason) {
    // What Nix says goes over many lines, and a reason is a cell of a table and a part of the matrix.
    const line = reason.replaceAll(/\s+/g, ' ');
    return { kind: 'build', why, reason: line.length <= MAX_REASON ? line.replace(/\.$/, '') : `${line.slice(0, MAX_REASON - 1)}…` };
}
function listOf(arches) {
    return arches.length === 0 ? 'no platform' : (0,format/* formatList */.ki)(arches.toSorted());
}
/**
 * Returns the version that a Feature should get whose present one is published with other content.
 * @param arches those that are asked for
 * @param tags of its repository, as far as they are known
 */
function nextOf({ version, standing: { same, latest }, last, evaluations }, arches, tags = []) {
    const taken = [version, ...tags, ...(latest?.version === undefined ? [] : [latest.version])];
    const outputs = [...(last?.platforms ?? [])].flatMap(([arch, before]) => {
        const now = evaluations.get(arch);
        return now?.kind === 'outputs' && now.storePath !== before.storePath ? [{ before, now: { storePath: now.storePath, parts: now.parts } }] : [];
    });
    const before = same?.key === undefined ? arches : [...same.platforms.keys()];
    return (0,propose/* proposeVersion */.R)(version, { metadata: last?.metadata ?? [], platforms: { before, now: arches }, outputs }, taken);
}

;// CONCATENATED MODULE: ./lib/plan/bump/raise-versions.js




/**
 * Raises the versions of those Features whose present ones are published with other content, in their files. They are new then.
 * @param facts one for each of the planned, in their order, as are the candidates
 * @throws InputError if a file can't be written to; CancelledError
 */
async function raiseVersions(planned, candidates, facts, { request, readers, host }) {
    const features = [];
    for (const [index, feature] of planned.entries()) {
        const [candidate, known] = [candidates[index], facts[index]];
        const next = feature.why !== 'changed' || known === undefined ? undefined : nextOf(known, request.arches, await tagsOf(readers.of(feature.id)));
        if (candidate === undefined || next === undefined) {
            features.push(feature);
            continue;
        }
        await (0,write_version/* writeVersion */.g)(candidate.metadata.file, next.to);
        host.info(raisedText(feature, next));
        features.push({ ...feature, version: next.to, why: 'new', reason: `its version was raised from ${next.from} (${(0,levels/* whyText */.ss)(next)}), as ${feature.reason}`, next: undefined, raised: next });
    }
    return features;
}
/** `Raised my-tools from 1.0.0 to 1.1.0 (minor: jq is new) in features/my-tools.` */
function raisedText({ id, folder }, next) {
    return `Raised ${id} from ${next.from} to ${next.to} (${(0,levels/* whyText */.ss)(next)}) in ${folder}.`;
}
/** Of a registry that lists none, only the newest release is known. */
async function tagsOf(reader) {
    return reader.tags().catch((error) => {
        if (error instanceof errors/* RegistryError */.gl || error instanceof errors/* IntegrityError */.cs)
            return [];
        throw error;
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/contract/check-feature.js
var check_feature = __webpack_require__(58810);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/plan/find-features.js
var find_features = __webpack_require__(92458);
;// CONCATENATED MODULE: ./lib/plan/candidate.js






const AT_ONCE = 16;
/**
 * Holds each folder against the contract, as a build does before any work. One that breaks it is none of the candidates.
 * @param folders absolute
 */
async function readCandidates(root, folders, options) {
    const limiter = new parallel/* Limiter */.jG(AT_ONCE);
    const read = await Promise.all(folders.map((folder) => limiter.run(() => readOne(root, folder, options))));
    const sound = read.flatMap((each) => each.candidate ?? []);
    const twice = duplicates(sound);
    return {
        candidates: sound.filter(({ metadata }) => !twice.has(metadata.id)),
        faults: [...read.flatMap(({ faults }) => faults), ...(await Promise.all([...twice].map(([id, several]) => duplicateFault(id, several))))],
        onlyScripts: read.flatMap(({ onlyScripts }) => onlyScripts ?? []),
    };
}
/** Returns where the version is written: what must be changed there is said there. */
async function whereWritten({ metadata: { file } }, property) {
    return (await (0,metadata/* readMetadataFile */.WJ)(file)).locationOf(property);
}
async function readOne(root, folder, { flakeOf, ...shipping }) {
    if (await (0,check_feature/* isOnlyScripts */.XF)(folder))
        return readOnlyScripts(root, folder);
    const flake = sourceOf(folder, flakeOf);
    const place = isSource(flake) ? (0,check_feature/* flakePlace */.n3)(flake, folder) : 'elsewhere';
    const faults = (await (0,check_feature/* checkFeature */.v6)(folder, { ...shipping, flake: place })).filter(({ severity }) => severity === 'error');
    if (!isSource(flake))
        return { faults: [...faults, flake] };
    if (faults.length > 0)
        return { faults };
    return { candidate: { folder, name: (0,find_features/* folderName */.u)(root, folder), metadata: await (0,metadata/* readFeatureMetadata */.SA)(folder), flake, lists: shipping.lists }, faults };
}
function sourceOf(folder, flakeOf) {
    try {
        return flakeOf(folder);
    }
    catch (error) {
        return (0,finding/* findingOf */.hD)(error);
    }
}
function isSource(found) {
    return 'kind' in found;
}
/** Others publish it, and hold it against rules of their own; but no tool takes metadata that can't be read. */
async function readOnlyScripts(root, folder) {
    const faults = await (0,metadata/* readMetadataFile */.WJ)((0,external_node_path_.join)(folder, metadata/* METADATA_FILE */.VR)).then(() => [], (error) => [(0,finding/* findingOf */.hD)(error)]);
    return faults.length > 0 ? { faults } : { faults, onlyScripts: (0,find_features/* folderName */.u)(root, folder) };
}
function duplicates(candidates) {
    const byId = Map.groupBy(candidates, ({ metadata }) => metadata.id);
    return new Map([...byId].filter(([, several]) => several.length > 1));
}
async function duplicateFault(id, several) {
    const [first] = several;
    return {
        severity: 'error',
        message: `${metadata/* METADATA_FILE */.VR}: the id "${id}" is used by ${several.map(({ name }) => name).join(' and ')}; none of them is planned.`,
        hint: 'Each Feature is published under its id: give them different ids, or leave a copy out with "features".',
        ...(first === undefined ? {} : { location: await whereWritten(first, 'id') }),
    };
}

// EXTERNAL MODULE: ./lib/place/pin-bases.js
var pin_bases = __webpack_require__(13667);
// EXTERNAL MODULE: ./lib/place/read-bases.js
var read_bases = __webpack_require__(67288);
;// CONCATENATED MODULE: ./lib/plan/present-bases.js


/**
 * Returns which images the bases are now, for each platform; what they hold is not looked at.
 * @throws CancelledError
 */
async function presentBases(references, { request, registries }) {
    const all = await Promise.all(references.map((reference) => (0,pin_bases/* baseDigests */.Bi)(reference, request.arches, registries)));
    return new Map(request.arches.map((arch) => [arch, all.map((digests) => ({ digest: digests.get(arch) }))]));
}
/** Returns the same, with what they hold. */
async function basesWithPaths({ request, registries, host, stages }) {
    const all = new Map();
    for (const arch of request.arches) {
        all.set(arch, (await (0,read_bases/* readBases */.X)(request.bases, { request, registries, arch, host, stages })).map(({ digest, narSizes }) => ({ digest, narSizes })));
    }
    return all;
}

;// CONCATENATED MODULE: ./lib/plan/share.js
/** Each is a Feature that a build asks for its layers. */
const MOST = 8;
/**
 * Returns which Features' last releases have shipped what a Feature ships too: a build can reuse their layers, which the
 * registry then mounts, in place of packing and uploading its own.
 *
 * @param releases by id
 * @param wanted the ids that are asked about
 * @returns for each of these the ids of others, those with the most bytes in common first, at most eight
 */
function siblingsOf(releases, wanted) {
    const owners = ownersOf(releases);
    return new Map([...wanted].map((id) => [id, siblings(id, releases.get(id), owners)]));
}
function ownersOf(releases) {
    const owners = new Map();
    for (const [id, release] of releases) {
        for (const { path } of shippedBy(release)) {
            const known = owners.get(path);
            if (known === undefined)
                owners.set(path, [id]);
            // Two platforms may ship one path.
            else if (known.at(-1) !== id)
                known.push(id);
        }
    }
    return owners;
}
function siblings(id, release, owners) {
    const common = new Map();
    for (const { path, narSize } of release === undefined ? [] : shippedBy(release)) {
        for (const owner of owners.get(path) ?? []) {
            if (owner !== id)
                common.set(owner, (common.get(owner) ?? 0) + narSize);
        }
    }
    return [...common]
        .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
        .slice(0, MOST)
        .map(([owner]) => owner);
}
function shippedBy({ platforms }) {
    return [...platforms.values()].flatMap(({ closure }) => closure.filter((entry) => entry.in === 'delta'));
}

;// CONCATENATED MODULE: ./lib/plan/decide-all.js




/**
 * Decides about each candidate. The bases are looked into once for all, and only if they differ from before and
 * nothing else differs.
 * @param facts one for each candidate, in their order
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
async function decideAll(candidates, facts, planning) {
    const { request, host } = planning;
    const first = facts.map((each) => decide(each, request));
    const bases = first.some(({ kind }) => kind === 'bases') ? await basesWithPaths(planning) : undefined;
    const settled = first.map((decision, index) => {
        const known = facts[index];
        return decision.kind !== 'bases' || known === undefined ? decision : decide({ ...known, bases: bases ?? known.bases }, request);
    });
    const decisions = request.attest ? await withoutUnattested(settled, facts, host) : settled;
    const pending = facts.filter((_, index) => decisions[index]?.kind === 'build');
    const siblings = siblingsOf(releasesOf(facts), pending.map(({ id }) => id));
    return candidates.map(({ name, metadata: { id, version } }, index) => {
        const decision = decisions[index];
        if (decision === undefined || decision.kind === 'bases')
            throw new Error(`nothing is decided about ${id}`);
        const { reason } = decision;
        const [why, known] = [decision.kind === 'build' ? decision.why : undefined, facts[index]];
        const next = why === 'changed' && known !== undefined ? nextOf(known, request.arches) : undefined;
        return { folder: name, id, version, why, reason, shareWith: siblings.get(id) ?? [], next };
    });
}
/** GitHub's API has a limit of requests an hour; a repository of more Features is not asked about the others. */
const MAX_ASKED = 100;
const ASKED_AT_ONCE = 8;
/** What is up to date and has no attestation must be published once more: the step that attests failed. */
async function withoutUnattested(decisions, facts, host) {
    const asked = decisions.flatMap(({ kind }, index) => (kind === 'up-to-date' ? [index] : [])).slice(0, MAX_ASKED);
    const missing = new Set();
    await (0,parallel/* inParallel */.HN)(ASKED_AT_ONCE, asked, async (index) => {
        const digest = facts[index]?.standing.same?.digest;
        // Where GitHub does not tell, nothing is done over and over again.
        if (digest !== undefined && (await host.isAttested?.(digest)) === false)
            missing.add(index);
    });
    return decisions.map((decision, index) => missing.has(index) ? { kind: 'build', why: 'unattested', reason: `${facts[index]?.version ?? ''} is published, and has no attestation yet` } : decision);
}
function releasesOf(facts) {
    return new Map(facts.flatMap(({ id, last }) => (last === undefined ? [] : [[id, last]])));
}

// EXTERNAL MODULE: ./lib/nix/flake/evaluate.js + 1 modules
var evaluate = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/place/same-source.js
var same_source = __webpack_require__(85543);
// EXTERNAL MODULE: ./lib/place/find-nixpkgs.js
var find_nixpkgs = __webpack_require__(1573);
// EXTERNAL MODULE: ./lib/place/follow-base.js
var follow_base = __webpack_require__(62594);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var site = __webpack_require__(1405);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
;// CONCATENATED MODULE: ./lib/plan/evaluate-candidates.js
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












/** Folders that are looked into at once; each has a file open. */
const evaluate_candidates_AT_ONCE = 16;
/** Folders that a container sees each by itself; of more there is one folder of copies. */
const MOST_MOUNTS = 20;
/**
 * Returns the store paths that the candidates would be built to, for each platform. A flake that is the same as when it was published is known by
 * its hash; all others are evaluated in one place. If there is none to ask about, nothing is started.
 * @param releases the last ones, by id
 * @throws SetupError, BaseError, RegistryError, CancelledError; a flake's own faults are values
 */
async function evaluateCandidates(candidates, releases, planning) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (candidates.length === 0)
            return { of: new Map(), evaluated: 0 };
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const { request, stages } = planning;
        const outputs = await plannedOutputs(candidates, planning, cleanup);
        const remembered = await remember(outputs, releases, request);
        // What a shell is built to, evaluating does not tell.
        const [shells, unknown] = partition(outputs.filter((output) => !remembered.has(output)), ({ flake }) => isSound(flake) && flake.shell !== undefined);
        const flakes = unknown.flatMap(({ flake }) => (isSound(flake) ? [flake] : []));
        const site = flakes.length === 0 ? undefined : await openSite(flakes, planning, cleanup);
        const open = await following(unknown, planning, site);
        // Awaited here: what was opened goes away with this function.
        return await stages.run('Evaluate the flakes', {}, async () => {
            const untold = shells.map((output) => [output, evaluate/* UNKNOWN_SHELL */.y]);
            const evaluations = [...remembered, ...untold, ...(await evaluateOpen(site, open))];
            const same = remembered.size === 0 ? '' : `, ${(0,format/* formatCount */.B4)(remembered.size)} of them of flakes that are the same as before`;
            return [{ of: byCandidate(evaluations), evaluated: open.length }, `${(0,format/* formatNumberOf */.Of)(outputs.length, 'output')}${same}`];
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
function partition(all, is) {
    return [all.filter(is), all.filter((each) => !is(each))];
}
/** Reads each candidate's flake for each platform. */
function plannedOutputs(candidates, { request: { arches, buildIn, include }, host }, cleanup) {
    // What there is to warn about, the build says.
    const quiet = { ...host, warning: (message) => host.debug(message), info: (message) => host.debug(message) };
    const copyAll = buildIn === 'container' && candidates.length > MOST_MOUNTS;
    const seenFolders = new seen_folder/* SeenFolders */.v(cleanup, { copyAll, lists: candidates[0]?.lists });
    const wanted = candidates.flatMap((candidate) => arches.map((arch) => ({ candidate, arch })));
    return (0,parallel/* inParallel */.HN)(evaluate_candidates_AT_ONCE, wanted, async ({ candidate, arch }) => ({ candidate, arch, flake: await resolved(candidate, arch, { job: quiet, cleanup, seenFolders, include }) }));
}
/** The folder of a flake that follows something else does not say by itself what is built. */
function unlessFollowing(flake, { nixpkgs, followBase }) {
    return nixpkgs === undefined && !followBase ? flake : { ...flake, seen: undefined };
}
/** The outputs of flakes with the nixpkgs that they are to be built with; the base is asked once. */
async function following(outputs, { request, registries, host, stages }, site) {
    let asked;
    const ask = () => {
        const [base] = request.bases;
        if (base === undefined)
            return Promise.resolve(undefined);
        const place = { request, registries, arch: machineArch(), host, stages };
        asked ??= (0,find_nixpkgs/* findNixpkgs */.i)(base, place, async () => (site === undefined || request.buildIn === 'host' ? (await (0,read_bases/* readBases */.X)([base], place))[0]?.registry : (0,find_nixpkgs/* registryIn */.h)(site)));
        return asked;
    };
    const quiet = { info: (line) => host.debug(line), notice: (line) => host.debug(line) };
    return (0,parallel/* inParallel */.HN)(evaluate_candidates_AT_ONCE, outputs, async (output) => (isSound(output.flake) ? { ...output, flake: await (0,follow_base/* followed */.X)(output.flake, request, ask, quiet) } : output));
}
/** Whatever it is for, a flake is evaluated without emulation. */
function machineArch() {
    return (0,platform/* archOfNode */.CQ)(process.arch) ?? 'amd64';
}
/** What flakes were evaluated to when they were published, of those that are still the same. */
async function remember(outputs, releases, nixpkgs) {
    const hashes = new Map();
    const hashOf = (folder) => {
        const hash = hashes.get(folder) ?? (0,same_source/* folderHash */.L)(folder);
        hashes.set(folder, hash);
        return hash;
    };
    const known = await (0,parallel/* inParallel */.HN)(evaluate_candidates_AT_ONCE, outputs, async (output) => {
        const { candidate, arch, flake } = output;
        const released = releases.get(candidate.metadata.id)?.platforms.get(arch);
        if (released === undefined || !isSound(flake) || !(await (0,same_source/* isBuiltFrom */.x)(released, unlessFollowing(flake, nixpkgs), hashOf)))
            return [];
        return [[output, { kind: 'outputs', outputs: released.outputs, storePath: released.storePath }]];
    });
    return new Map(known.flat());
}
async function resolved({ folder, metadata, flake }, arch, resolving) {
    try {
        return await (0,flake_flake/* resolveFlake */.kR)(flake, { ...resolving, system: (0,platform/* systemOf */.br)(arch), featureId: metadata.id, featureFolder: folder });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* SetupError */.w3)
            throw error;
        return error;
    }
}
/** Evaluates those whose flakes could be read; the others have failed already. @param site undefined if there are only others */
async function evaluateOpen(site, outputs) {
    const flakes = outputs.flatMap(({ flake }) => (isSound(flake) ? [flake] : []));
    const evaluations = site === undefined ? [] : [...(await (0,evaluate/* evaluate */._)(site, flakes))];
    return outputs.map((output) => {
        if (!isSound(output.flake))
            return [output, { kind: 'failed', error: output.flake }];
        const evaluation = evaluations.shift();
        if (evaluation === undefined)
            throw new Error('an evaluation is missing');
        return [output, evaluation];
    });
}
function isSound(flake) {
    return !(flake instanceof errors/* Failure */.HR);
}
async function openSite(flakes, planning, cleanup) {
    const arch = machineArch();
    const { request, host } = planning;
    if (request.buildIn === 'host')
        return (await (0,site/* openHostSite */.gZ)({ nix: request.nix, arch, job: host, cleanup })).site;
    const mounts = [...flakes.flatMap((flake) => flake.mounts), ...(request.nixpkgs?.mount === undefined ? [] : [request.nixpkgs.mount])];
    return (await (0,site/* startSite */.EL)({ ...planning, arch, cleanup }, [...new Set(mounts)])).site;
}
function byCandidate(evaluations) {
    const all = new Map();
    for (const [{ candidate, arch }, evaluation] of evaluations) {
        const { id } = candidate.metadata;
        all.set(id, (all.get(id) ?? new Map()).set(arch, evaluation));
    }
    return all;
}

// EXTERNAL MODULE: ./lib/feature/files/shipped-files.js
var shipped_files = __webpack_require__(18347);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/release/same-release.js
var same_release = __webpack_require__(283);
// EXTERNAL MODULE: ./lib/release/next/package-reasons.js
var package_reasons = __webpack_require__(58203);
;// CONCATENATED MODULE: ./lib/plan/last-release.js








/**
 * Returns what the last release of a Feature holds; one request for each of its platforms. If that can't be read its build
 * will tell, and no other Feature waits for it.
 * @returns undefined if none of ours is published, or none that can be read; the latter with a warning
 * @throws RegistryError, CancelledError
 */
async function lastRelease(reader, { folder, metadata, lists }, { same, latest }, { request: { delivery, include }, host }) {
    const published = same ?? latest;
    if (published?.key === undefined)
        return undefined;
    const documents = await (0,release_published/* readDocuments */.r9)(reader, published, published.platforms.keys()).catch((error) => {
        if (!(error instanceof errors/* IntegrityError */.cs))
            throw error;
        host.warning(`${published.name} could not be used for a comparison: ${error.message}`, { file: metadata.file });
        return undefined;
    });
    if (documents === undefined)
        return undefined;
    const isOwn = async (feature) => (0,same_release/* isOwnPart */.w)(feature, documents, { id: metadata.id, metadata: metadata.json, files: await filesOf(folder, { include, lists }), delivery });
    if (same === undefined)
        return { platforms: released(documents), isOwnPart: undefined, metadata: [] };
    const isOwnPart = await isOwn(same);
    return { platforms: released(documents), isOwnPart, metadata: isOwnPart ? [] : (0,propose/* metadataSince */.g)(same, metadata, [...documents.values()]) };
}
/** As a build takes them: the metadata are apart. */
async function filesOf(folder, shipping) {
    return (await (0,shipped_files/* readShippedFiles */.n)(folder, shipping)).filter(({ name }) => name !== metadata/* METADATA_FILE */.VR);
}
function released(documents) {
    return new Map([...documents].map(([arch, document]) => [arch, releasedPlatform(document)]));
}
function releasedPlatform(document) {
    const { system, outputs, storePath, bases, closure, source } = document;
    return {
        system,
        outputs,
        storePath,
        bases,
        closure: closure.map((entry) => ({ path: entry.path, in: entry.in, narSize: entry.narSize })),
        hasComplement: (0,content/* hasComplement */.FP)(document),
        source,
        parts: (0,package_reasons/* referredTo */.hm)(document),
    };
}

;// CONCATENATED MODULE: ./lib/plan/standing.js



/**
 * Asks for `latest` first: if nothing changed it is this version, and that is all there is to ask.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function standingOf(reader, version) {
    try {
        const latest = await (0,release_published/* findPublished */.e2)(reader, 'latest');
        if (latest?.version === version)
            return { same: latest, latest };
        return { same: mayBeThere(latest, version) ? await (0,release_published/* findPublished */.e2)(reader, version) : undefined, latest };
    }
    catch (error) {
        // Some registries say the same of what is not there and of what somebody may not see.
        if (error instanceof errors/* RegistryError */.gl && [401, 403].includes(error.status ?? 0))
            return { same: undefined, latest: undefined, refused: error };
        throw error;
    }
}
/** A pre-release moves no `latest`; if a release is published, there is one. */
function mayBeThere(latest, text) {
    const version = (0,versions/* parseVersion */.ot)(text);
    return latest !== undefined || (version !== undefined && (0,versions/* isPrerelease */.V1)(version));
}

;// CONCATENATED MODULE: ./lib/plan/learn.js







/** Features that are asked about at once. */
const learn_AT_ONCE = 32;
/**
 * Returns all that must be known of the candidates. Only those whose present version is published for the requested platforms are evaluated:
 * all others must be built anyway.
 * @throws SetupError, BaseError, RegistryError, IntegrityError, CancelledError
 */
async function learn(candidates, planning) {
    const { request } = planning;
    const standings = await askStandings(candidates, planning);
    const comparable = candidates.filter((_, index) => isComparable({ standing: at(standings, index) }, request));
    const [releases, bases] = await (0,parallel/* together */.bs)(planning.stop, readReleases(candidates, standings, planning), presentBases(comparable.length === 0 ? [] : request.bases, planning));
    const byId = new Map(candidates.flatMap(({ metadata: { id } }, index) => entryOf(id, releases[index])));
    const evaluations = await evaluateCandidates(comparable, byId, planning);
    const facts = candidates.map(({ metadata: { id, version } }, index) => ({
        id,
        version,
        standing: at(standings, index),
        last: releases[index],
        evaluations: evaluations.of.get(id) ?? new Map(),
        bases,
    }));
    return { facts, evaluated: evaluations.evaluated };
}
function askStandings(candidates, { stages, readers }) {
    return stages.run('Ask what is published', { total: candidates.length }, async (progress) => {
        const standings = await each(candidates, progress, ({ metadata: { id, version } }) => standingOf(readers.of(id), version));
        checkRefusals(standings);
        const published = standings.filter(({ same }) => same !== undefined).length;
        return [standings, `${published} of ${(0,format/* formatNumberOf */.Of)(candidates.length, 'version')}`];
    });
}
/** If a registry shows nothing at all, the login is what is wrong, or missing. */
function checkRefusals(standings) {
    const refusals = standings.flatMap(({ refused }) => refused ?? []);
    const [first] = refusals;
    if (first !== undefined && refusals.length === standings.length)
        throw first;
}
function readReleases(candidates, standings, { request, host, stages, readers }) {
    return stages.run('Read what the last releases hold', { total: candidates.length }, async (progress) => {
        const releases = await each(candidates, progress, (candidate, index) => lastRelease(readers.of(candidate.metadata.id), candidate, at(standings, index), { request, host }));
        return [releases, (0,format/* formatNumberOf */.Of)(releases.filter((release) => release !== undefined).length, 'release')];
    });
}
/** Does the same for each Feature, some at a time, and says how many are done. */
function each(candidates, progress, work) {
    let done = 0;
    return (0,parallel/* inParallel */.HN)(learn_AT_ONCE, [...candidates.entries()], async ([index, candidate]) => {
        const result = await work(candidate, index);
        progress.update((done += 1));
        return result;
    });
}
function entryOf(id, value) {
    return value === undefined ? [] : [[id, value]];
}
function at(items, index) {
    const item = items[index];
    if (item === undefined)
        throw new Error(`there is no item ${index}`);
    return item;
}

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var credentials = __webpack_require__(52154);
// EXTERNAL MODULE: ./lib/oci/http/transport.js + 5 modules
var transport = __webpack_require__(8834);
;// CONCATENATED MODULE: ./lib/plan/planning.js


/** Reads the repositories of many Features of one registry, over connections that they share. */
class Readers {
    #namespace;
    #options;
    #transport;
    #repositories = new Map();
    constructor(namespace) {
        this.#namespace = namespace;
        const options = namespace.options();
        this.#transport = new transport/* Transport */.o(options);
        this.#options = {
            ...options,
            transport: this.#transport,
            seen: {},
            ...(options.credentials === undefined ? {} : { credentials: (0,credentials/* rememberedCredentials */.FB)(options.credentials) }),
        };
    }
    /** The repository of one Feature. It need not be closed. */
    of(id) {
        // One and the same, since it keeps its token.
        const known = this.#repositories.get(id);
        const reader = known ?? this.#namespace.reader(id, this.#options);
        if (known === undefined)
            this.#repositories.set(id, reader);
        return reader;
    }
    [Symbol.dispose]() {
        this.#transport.close();
    }
}

// EXTERNAL MODULE: ./lib/release/release.js
var release = __webpack_require__(63988);
// EXTERNAL MODULE: ./lib/report/runs/plan.js
var plan = __webpack_require__(75338);
;// CONCATENATED MODULE: ./lib/plan/warn.js





/** Warns of each Feature whose build will fail, at its file, and of those that are left for another run. */
async function warn(candidates, report, log) {
    for (const [index, feature] of report.features.entries()) {
        const candidate = candidates[index];
        const message = candidate === undefined ? undefined : complaintOf(feature);
        if (candidate !== undefined && message !== undefined)
            log.warning(message, await whereWritten(candidate, 'version'));
    }
    const { build, later } = (0,plan/* jobsOf */.aG)(report);
    if (later.length === 0)
        return;
    log.warning(`${(0,format/* formatNumberOf */.Of)(later.length, 'Feature')} that must be built ${later.length === 1 ? 'is' : 'are'} left for the next run: ` +
        `the matrix has ${(0,format/* formatNumberOf */.Of)(build.length, 'job')}, and the limit is ${report.maxJobs}. ${whenTheirTurnComes(later)}`);
}
/** With `force`, nothing is ever up to date, so the next run would begin with the same Features. */
function whenTheirTurnComes(later) {
    return later.every(({ why }) => why === 'forced')
        ? 'With "force" the next run begins with the same Features again: name the others in "features".'
        : "They follow once these are published.";
}
function complaintOf({ id, version, why, reason, next, folder }) {
    if (why === 'changed') {
        const { message, hint } = (0,release/* versionTaken */.Qy)(id, version, { why: reason, next, folder });
        return `${metadata/* METADATA_FILE */.VR}: ${message}\n${hint}`;
    }
    return why === 'failed' ? `${id} ${version}: ${reason}.` : undefined;
}

// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
;// CONCATENATED MODULE: ./lib/app/plan.js
var plan_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var plan_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Decides what of a repository must be built: finds its Features, looks up what of them is published, evaluates together those for which it
 * matters, and compares. Builds nothing, and changes only versions, with `bump`.
 *
 * Folders that break the contract are shown, counted in the report, and keep no other from being planned.
 *
 * @throws Failure with what the user needs to know
 */
async function planFeatures(given, outerHost) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const { host: collecting, warnings } = (0,collect_warnings/* collectWarnings */._)(outerHost);
        const { job: host, stop } = (0,parallel/* stoppable */.pZ)(collecting);
        // The jobs of the matrix get the bases that the plan was made for, wherever a tag moves meanwhile.
        const registries = new pull_registries/* Registries */.I(given, host);
        const request = await (0,pin_bases/* pinBases */.ip)(given, registries);
        const stages = new kit_stages/* Stages */.e3(host, '');
        const { candidates, faults, onlyScripts } = await stages.run('Find the Features', {}, async () => {
            const found = await find(request, host.signal);
            return [found, (0,format/* formatNumberOf */.Of)(found.candidates.length, 'Feature')];
        });
        tellLeftOut({ faults, onlyScripts }, host);
        const readers = plan_addDisposableResource(env_1, new Readers(new target/* Namespace */.g$(request, host)), false);
        try {
            const planning = { request, host, stop, stages, registries, readers };
            const { facts, evaluated } = await learn(candidates, planning);
            const decided = await decideAll(candidates, facts, planning);
            const features = request.bump ? await raiseVersions(decided, candidates, facts, planning) : decided;
            const report = {
                features,
                bases: (0,pin_bases/* pinnedNames */.dM)(request.bases),
                arches: request.arches,
                runners: request.runners,
                maxJobs: request.maxJobs,
                repository: `${request.registry}/${request.namespace}`,
                evaluated,
                broken: faults.length,
                onlyScripts: onlyScripts.length,
                warnings,
                given: request.given,
                duration: performance.now() - began,
            };
            await warn(candidates, report, host);
            return report;
        }
        finally {
            // After a failure some requests may be under way still, and would be tried again.
            stop.abort();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        plan_disposeResources(env_1);
    }
}
/** The Features of a repository, read from their folders. */
async function find({ root, features, include, flakeOf }, signal) {
    return readCandidates(root, await (0,find_features/* findFeatures */.f)(root, features), { include, flakeOf, signal, lists: new listed_files/* ListedFolders */.N(root) });
}
/** Says which folders are not planned for, and why. */
function tellLeftOut({ faults, onlyScripts }, log) {
    for (const name of onlyScripts)
        log.info(`${name} is only scripts, without a flake.nix: there is nothing to build, so it is skipped.`);
    for (const fault of faults)
        log.fault((0,finding/* textOfFinding */.Cy)(fault), fault.location);
}


/***/ }),

/***/ 67155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wZ: () => (/* binding */ readBase),
  AM: () => (/* binding */ readImage),
  QW: () => (/* binding */ readingFor)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/oci/format/select-platform.js
var select_platform = __webpack_require__(46285);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/canonical-json.js
var canonical_json = __webpack_require__(1306);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/base/path-contents.js + 1 modules
var path_contents = __webpack_require__(95432);
// EXTERNAL MODULE: ./lib/base/program-way.js
var program_way = __webpack_require__(90951);
;// CONCATENATED MODULE: ./lib/base/base-index-cache.js












const SCHEMA_VERSION = 4;
const FILE = 'layers.json';
/** Bytes: about a million store paths. */
const FILE_LIMIT = 128 * 1024 * 1024;
/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 *
 * Whoever may write the cache can write an index that looks right all the same. Nothing of it becomes content of a
 * Feature: what it can do, and what finds that out, is in docs/make/bases.md, "What is remembered of a base".
 */
class BaseIndexCache {
    #cache;
    #debug;
    constructor(cache, debug) {
        this.#cache = cache;
        this.#debug = debug;
    }
    /** What is known of these layers, by the digest of their blobs. Never throws. */
    async load(image, layers) {
        const found = new Map();
        await this.#inFolder(async (folder) => {
            const key = await this.#cache.restore(indexKeyOf(image), prefixOf(image), folder);
            if (key === undefined)
                return;
            const entries = entriesOf(await (0,files/* readUpTo */.Vc)((0,external_node_path_.join)(folder, FILE), FILE_LIMIT));
            for (const { digest, diffId } of layers) {
                if (entries[digest] === undefined)
                    continue;
                const index = parseEntry(entries[digest], digest);
                if (index?.diffId === diffId)
                    found.set(digest, index);
                else
                    this.#debug(`What the cache ${key} says of the layer ${digest} is ignored: it is damaged, or belongs to another tar.`);
            }
        });
        return found;
    }
    /** Remembers the layers of one image. Never throws. */
    async save(image, layers) {
        await this.#inFolder(async (folder) => {
            const entries = [...layers].map(([digest, index]) => [digest, { ...index, check: checkOf(digest, index) }]);
            const document = { schemaVersion: SCHEMA_VERSION, layers: Object.fromEntries(entries) };
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, FILE), (0,canonical_json/* canonicalJson */.d)(document));
            await this.#cache.save(indexKeyOf(image), folder);
        });
    }
    async #inFolder(work) {
        let folder;
        try {
            folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-base');
            await work(folder);
        }
        catch (error) {
            this.#debug(`The base-image cache could not be used: ${(0,errors/* messageOf */.bD)(error)} The layers are read instead.`);
        }
        finally {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
/**
 * Returns what all entries of one repository and platform begin with; the newest of them serves an image that is not in the
 * cache. Platforms share no layers, so an entry of another platform would not help.
 */
function prefixOf({ repository, architecture }) {
    return `nix-feature-base-v${SCHEMA_VERSION}-${(0,digest/* hexOf */.ZD)((0,digest/* digestOf */.ol)(`${repository} ${architecture}`)).slice(0, 32)}-`;
}
function indexKeyOf(image) {
    return `${prefixOf(image)}${(0,digest/* hexOf */.ZD)(image.manifest)}`;
}
function entriesOf(text) {
    const json = (0,parse_json/* parseJson */.qF)(text, { bytes: FILE_LIMIT });
    if (!(0,field/* isObject */.Gv)(json) || json['schemaVersion'] !== SCHEMA_VERSION || !(0,field/* isObject */.Gv)(json['layers'])) {
        throw new TypeError(`${FILE} is not of schema version ${SCHEMA_VERSION}`);
    }
    return json['layers'];
}
function checkOf(layer, index) {
    return (0,digest/* digestOf */.ol)((0,canonical_json/* canonicalJson */.d)([layer, index]));
}
/** Every name is checked again: it is going to be compared with store paths. */
function parseEntry(value, layer) {
    if (!(0,field/* isObject */.Gv)(value))
        return undefined;
    const { diffId, added, sizes, contents, whiteouts, holes, opaque, way } = value;
    if (typeof diffId !== 'string' || typeof opaque !== 'boolean' || !isNames(added) || !isNames(whiteouts) || !isNames(holes))
        return undefined;
    if (!isSizes(sizes) || sizes.length !== added.length || !isContents(contents) || contents.length !== added.length || !isWay(way))
        return undefined;
    const index = { diffId: diffId, added, sizes, contents, whiteouts, holes, opaque, way };
    return value['check'] === checkOf(layer, index) ? index : undefined;
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && (0,store_path/* isStoreName */.nF)(name));
}
function isSizes(value) {
    return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
function isContents(value) {
    return Array.isArray(value) && value.every((packed) => typeof packed === 'string' && (0,path_contents/* unpackContents */.xu)(packed) !== undefined);
}
function isWay(value) {
    return Array.isArray(value) && value.every((step) => Array.isArray(step) && step.every((part) => typeof part === 'string') && program_way/* WAY_KINDS */.MX.includes(step[1]));
}

// EXTERNAL MODULE: ./lib/base/fold-layers.js
var fold_layers = __webpack_require__(39445);
// EXTERNAL MODULE: ./lib/base/layer-index.js
var layer_index = __webpack_require__(98257);
;// CONCATENATED MODULE: ./lib/base/read-base.js






/** Reads for somebody: with the host's cache, until its job is stopped, and shows how far it is. */
function readingFor({ cache, signal, debug }, progress) {
    return { cache, signal, debug: (line) => debug(line), onProgress: (done, total) => progress.update(done, undefined, total) };
}
// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;
/**
 * Reads which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
async function readBase(source, arch, options = {}) {
    return readImage(source, await (0,select_platform/* selectPlatform */.m)(source, arch), options);
}
/** Reads the same from an image that was selected before, so that the image that runs and the one that is read are the same. */
async function readImage(source, image, options = {}) {
    const { manifest, manifestDigest, config } = image;
    const layers = manifest.layers.map((layer, i) => ({ ...layer, diffId: config.diffIds[i] }));
    const remembered = { repository: source.repository, architecture: config.architecture, manifest: manifestDigest };
    const cache = options.cache === undefined ? undefined : new BaseIndexCache(options.cache, options.debug ?? (() => { }));
    const known = options.observe !== undefined || cache === undefined ? new Map() : await cache.load(remembered, layers);
    const unread = [...new Map(layers.filter(({ digest }) => !known.has(digest)).map((layer) => [layer.digest, layer])).values()];
    if (unread.length > 0) {
        for (const [digest, index] of await readLayers(source, unread, options))
            known.set(digest, index);
        await cache?.save(remembered, known);
    }
    const ordered = layers.map(({ digest }) => known.get(digest)).filter((index) => index !== undefined);
    return { name: source.name, digest: manifestDigest, ...(0,fold_layers/* contentsOf */.K)(ordered) };
}
async function readLayers(source, layers, { signal, onProgress, observe }) {
    const total = layers.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const count = (bytes) => {
        done += bytes;
        onProgress?.(done, total);
    };
    // The first failure stops the others: nobody waits for layers of an image that can't be used.
    const stop = new AbortController();
    const any = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const found = new Map();
    // The largest first: one of them begun last would keep one core busy while the other waits.
    const queue = [...layers].sort((a, b) => b.size - a.size);
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            any.throwIfAborted();
            const where = `the layer ${layer.digest} of ${source.name}`;
            found.set(layer.digest, await (0,layer_index/* indexLayer */.U)(counted(source.blob(layer), count), { ...layer, where, observer: observe?.(layer.digest) }, any));
        }
    };
    const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, () => work().catch((error) => {
        stop.abort(error);
        throw error;
    }));
    const results = await Promise.allSettled(workers);
    if (signal?.aborted === true)
        throw (0,transport_error/* cancelled */.KW)(signal);
    if (results.some(({ status }) => status === 'rejected'))
        throw stop.signal.reason;
    return found;
}
function counted(blob, count) {
    const meter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            count(chunk.length);
            done(null, chunk);
        },
    });
    return (0,external_node_stream_.pipeline)(blob, meter, () => { });
}


/***/ }),

/***/ 3631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ writeVersion)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99547);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49793);




/**
 * Writes a version into a Feature's metadata, at its place: comments, line ends and all else stay as they are. The file is replaced whole or not at
 * all. A link is refused: a proposed change could lead it out of the checkout.
 * @param file absolute
 * @throws InputError if the file can't be read, or has no version that could be replaced
 */
async function writeVersion(file, version) {
    const document = await (0,_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .readMetadataFile */ .WJ)(file);
    const twice = document.duplicates.find(({ name }) => name === 'version');
    if (typeof document.value['version'] !== 'string' || twice !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}: the version can't be raised: ${twice === undefined ? 'it has none' : '"version" appears twice'}.`, { location: twice?.location ?? document.locationOf('version') });
    }
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
    if (info.isSymbolicLink()) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}: the version can't be raised: the file is a symbolic link.`, { location: { file }, hint: 'Put the file itself into the folder of the Feature.' });
    }
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    const next = `${file}.next-${process.pid}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(next, (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.applyEdits)(text, (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.modify)(text, ['version'], version, {})), { mode: info.mode & 0o777, flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(next, file);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(next, { force: true });
    }
}


/***/ }),

/***/ 92458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findFeatures),
/* harmony export */   u: () => (/* binding */ folderName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22500);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49793);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97825);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73662);
/* harmony import */ var _portable_write_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6809);








/** Folders that are read at once: enough to keep a disk busy, few enough for the limit of open files. */
const AT_ONCE = 32;
const DEVCONTAINER_FOLDER = '.devcontainer';
const PATTERN = /[*?[\]{}]/;
/**
 * Finds the folders of Features.
 * @param root absolute
 * @param lines folders and patterns, those to leave out again begin with `!`; none: all below `root`
 * @returns absolute, sorted by what they are called below `root`
 * @throws InputError if there is none, or a line names none
 */
async function findFeatures(root, lines) {
    const wanted = lines.filter((line) => !line.startsWith('!'));
    const found = new Set(wanted.length === 0 ? await below(root) : (await Promise.all(wanted.map((line) => named(root, line)))).flat());
    for (const line of lines.filter((each) => each.startsWith('!'))) {
        for (const folder of await matching(root, line.slice(1)))
            found.delete(folder);
    }
    if (found.size > 0)
        return [...found].toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6)(folderName(root, a), folderName(root, b)));
    const skipped = lines.length === 0 ? await inHidden(root) : { found: [], folders: [] };
    if (skipped.found.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: there is no ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR} below ${root}, apart from hidden folders, which are not searched.`, { hint: `Name these folders in "features": ${skipped.found.join(', ')}.` });
    }
    const passed = skipped.folders.length === 0 ? '' : ` Hidden folders were skipped (${skipped.folders.join(', ')}): name them in "features" if a Feature is there.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: there is no ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR} below ${root}${lines.length === 0 ? '' : ' that the lines do not leave out'}.`, {
        hint: `In a workflow, check the repository out before this step (actions/checkout).${passed}`,
    });
}
/** Returns a folder as it is called in what is put out: below `root`, with slashes; `.` for `root` itself. */
function folderName(root, folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
}
async function below(root) {
    const limiter = new _kit_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .Limiter */ .jG(AT_ONCE);
    const found = [];
    const walk = async (folder) => {
        const entries = await limiter.run(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(ignoreUnreadable));
        const names = new Set(entries.map(({ name }) => name));
        // What builds wrote holds copies of Features, and what was exported is one.
        if (names.has('oci-layout') || (names.has(_feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_FOLDER */ .oA) && (await isExported(folder))))
            return;
        if (names.has(_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR))
            found.push(folder);
        // What is in a Feature's folder is the Feature's; but a repository that is one may hold more.
        if (names.has(_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR) && folder !== root)
            return;
        await Promise.all(entries.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name)).map(({ name }) => walk((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))));
    };
    await walk(root);
    return found;
}
/** How many hidden folders are named, and how deep Features in them are looked for. */
const NAMED = 5;
const DEEP = 3;
/** Features in hidden folders of `root`, which nobody meant unless there is no other; and the names of those folders. */
async function inHidden(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { withFileTypes: true }).catch(ignoreUnreadable);
    const folders = entries.filter((entry) => entry.isDirectory() && isPassedOver(entry.name) && entry.name.startsWith('.') && entry.name !== '.git').map(({ name }) => name).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6);
    const patterns = Array.from({ length: DEEP + 1 }, (_, depth) => `${'*/'.repeat(depth)}${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}`);
    const found = [];
    for (const name of folders.slice(0, NAMED)) {
        for await (const file of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name) }))
            found.push(folderName(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name, file))));
    }
    return { found: found.toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6).slice(0, NAMED), folders: folders.slice(0, NAMED) };
}
async function isExported(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _portable_write_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .EXPORT_MARK */ .vJ)).catch(() => undefined))?.isFile() === true;
}
/** Hidden folders are not for people, but for `.devcontainer`, where a team's own Features are (`.devcontainer/features/<id>`). */
function isPassedOver(name) {
    return (name.startsWith('.') && name !== DEVCONTAINER_FOLDER) || name === 'node_modules';
}
/** Others' folders, such as those of a container engine, and what goes away while we look. */
function ignoreUnreadable(error) {
    if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
        return [];
    throw error;
}
async function named(root, line) {
    const found = await matching(root, line);
    if (found.length > 0)
        return found;
    const what = PATTERN.test(line) ? 'matches no folder with a' : `names the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, line)}, which has no`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: "${line}" ${what} ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}.`, {
        hint: 'Write folders or patterns relative to the root of the checkout, one per line: features/jq, features/*, tools/**.',
    });
}
async function matching(root, line) {
    if (!PATTERN.test(line)) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, line);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR)).catch(() => undefined);
        return file?.isFile() === true ? [folder] : [];
    }
    const hidden = /(?:^|\/)\.[^./]/.test(line);
    const folders = [];
    for await (const file of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(line, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR), { cwd: root, exclude: (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'node_modules' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === '.git' })) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file, '..');
        if (hidden || !folderName(root, folder).split('/').some((part) => /^\.[^.]/.test(part)))
            folders.push(folder);
    }
    const outermost = new Set(folders.filter((folder) => folder !== root));
    return folders.filter((folder) => !isWithin(outermost, folder));
}
/** What is in a Feature's folder is the Feature's. */
function isWithin(folders, folder) {
    for (let above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder); above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above); above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above)) {
        if (folders.has(above))
            return true;
    }
    return false;
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


/***/ }),

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ isGithubRegistry),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   g$: () => (/* binding */ Namespace)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97825);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30437);
/* harmony import */ var _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93908);
/* harmony import */ var _oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14090);





/** Returns the Feature's own repository, without the registry. */
function repositoryOf({ namespace }, id) {
    return `${namespace}/${id}`;
}
// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;
/** A namespace of a registry, as a job may use it: it opens repositories with the job's login. */
class Namespace {
    target;
    job;
    #registries;
    constructor(target, job) {
        this.target = target;
        this.job = job;
        this.#registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__/* .Registries */ .I(target, job);
    }
    /** `<registry>/<namespace>` */
    get name() {
        return `${this.target.registry}/${this.target.namespace}`;
    }
    /** The same, and what stops all work that is done there. */
    stoppable() {
        const { job, stop } = (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .stoppable */ .pZ)(this.job);
        return { namespace: new Namespace(this.target, job), stop };
    }
    /** A Feature's repository, without the registry. */
    repositoryOf(id) {
        return repositoryOf(this.target, id);
    }
    /** A Feature's repository, to be read. Close it. */
    reader(id, options = {}) {
        return this.#registries.open({ registry: this.target.registry, repository: this.repositoryOf(id) }, options);
    }
    /** How its repositories are spoken with; for whoever reads many of them. */
    options() {
        return this.#registries.options();
    }
    /** A Feature's repository, to be written to. Close it. @throws InputError if its name is longer than registries take */
    writer(id, options = {}) {
        return this.#open(this.repositoryOf(id), options);
    }
    /** The repository of the collection, to be written to. Close it. @throws as `writer` */
    collection() {
        return this.#open(this.target.namespace, {});
    }
    #open(repository, options) {
        const { registry, namespace } = this.target;
        const length = registry.length + 1 + repository.length;
        if (length > LONGEST_NAME) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: the name of ${repository.slice(namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
                hint: 'Use a shorter namespace, or a shorter id for the Feature.',
            });
        }
        return new _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryWriter */ .b({ registry, repository }, { ...this.#registries.options(), ...options });
    }
}
/** Tells whether it is GitHub's own registry, which wants to know what kind of package it holds. */
function isGithubRegistry({ registry }) {
    return (0,_oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .quirksOf */ .T)(registry).packageTypes === true;
}


/***/ })

};
