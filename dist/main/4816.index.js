export const id = 4816;
export const ids = [4816];
export const modules = {

/***/ 84816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuildAction: () => (/* binding */ runBuildAction)
});

// EXTERNAL MODULE: ./lib/report/build/outputs.js
var outputs = __webpack_require__(97635);
// EXTERNAL MODULE: ./lib/report/build/comment.js
var build_comment = __webpack_require__(27568);
// EXTERNAL MODULE: ./lib/report/build/summary.js + 3 modules
var summary = __webpack_require__(53721);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/report/text/explain.js
var explain = __webpack_require__(17323);
// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js + 1 modules
var read_origin = __webpack_require__(47770);
;// CONCATENATED MODULE: ./lib/actions/comment-failure.js







/**
 * Says in the comment of the pull request that this job failed, and why: what an earlier run wrote there is no longer true.
 * A comment that can't be written hides no failure.
 */
async function commentFailure(error, { featureFolder, arches }, host) {
    // Whoever cancelled the run knows.
    if (host.signal.aborted)
        return;
    try {
        const feature = await featureIn(featureFolder);
        if (!(0,identity/* isFeatureId */.GK)(feature.id))
            return;
        const parts = (0,build_comment/* failedParts */.IG)(feature, arches, explained(error, host), (0,read_origin/* readJobLinks */.VK)(process.env).run);
        host.output('comment-body', parts.map(({ text }) => text).join('\n\n'));
        await host.comment(parts);
    }
    catch (fault) {
        host.debug(`The comment of the pull request does not say that the job failed: ${(0,errors/* messageOf */.bD)(fault)}`);
    }
}
/** By the name of its folder, if its metadata can't be read. */
function featureIn(folder) {
    return (0,metadata/* readFeatureMetadata */.SA)(folder).catch(() => ({ id: (0,external_node_path_.basename)(folder), version: undefined }));
}
/** As the job's annotation and summary have it. Of several errors the first is named. */
function explained(error, { faults: [first, ...others] }) {
    const failure = (0,explain/* explain */.WE)((0,explain/* failureBehind */.PD)(error));
    if (first === undefined || failure.kind !== 'input')
        return failure;
    return { ...failure, title: explain/* CONTRACT */.PW, message: others.length === 0 ? first.message : `${first.message.split('\n', 1)[0] ?? ''} (and ${others.length} more)` };
}

// EXTERNAL MODULE: ./lib/actions/inputs/main.js + 5 modules
var main = __webpack_require__(6018);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var inputs_surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/actions/may-publish.js
var may_publish = __webpack_require__(48224);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/build.js











/**
 * Runs the main step of the action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
async function runBuildAction(process, host, build) {
    return (0,run_action/* runAction */.C)(host, main/* INPUTS */.m, async (read) => {
        const surroundings = (0,inputs_surroundings/* surroundingsInJob */.cB)(process);
        const comment = (0,values/* booleanOf */.SF)(read, 'comment');
        const request = await (0,read_origin/* withCommit */.e6)(await withoutPushIfRefused((0,read_request/* readBuildRequest */.oH)(read, surroundings), read, host), host);
        const report = await build(request, host).catch(async (error) => {
            if (comment)
                await commentFailure(error, request, host);
            throw error;
        });
        const attested = report.published !== undefined && report.digest !== undefined && (await host.isAttested(report.digest)) === true;
        const parts = comment ? (0,build_comment/* commentParts */.w9)(report) : [];
        (0,run_action/* setOutputs */.n)(host, (0,outputs/* outputsOf */.Yz)(report, { attested, commentBody: parts.map(({ text }) => text).join('\n\n') }));
        if (comment)
            await host.comment(parts);
        if (request.summary)
            await host.summary((0,summary/* renderSummary */.Br)({ ...report, warnings: host.inWorkspace(report.warnings) }, (0,read_origin/* readJobLinks */.VK)(process.env)));
    });
}
/** What may not publish is built like anything else; that it is not published is no fault of it. */
async function withoutPushIfRefused(request, read, host) {
    const allowed = (0,may_publish/* readAllowedEvents */.M)(read);
    if (request.push === 'false')
        return request;
    const why = await (0,may_publish/* whyNotPublished */.Y)({ env: process.env, allowed, password: read('password') });
    if (why === undefined)
        return request;
    host.notice(`Nothing is published: ${why}. The Feature is still built.`);
    return { ...request, push: 'false' };
}


/***/ }),

/***/ 48224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readAllowedEvents),
/* harmony export */   Y: () => (/* binding */ whyNotPublished)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _values_read_publishing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34380);
/* harmony import */ var _values_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68950);




/** Of a run that Dependabot started, the token may only read (GitHub's documentation, "Dependabot on GitHub Actions"). */
const DEPENDABOT_READS = new Set([
    'push',
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'create',
    'deployment',
    'deployment_status',
]);
/** Events that may be about the branch of a fork; GitHub tells so in the event. */
const MAY_BE_A_FORKS = /^(?:pull_request(?:_target|_review|_review_comment)?|workflow_run|issue_comment)$/;
/** @throws InputError if one can't be the name of an event, or may never publish */
function readAllowedEvents(read) {
    const events = (0,_values_values_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)(read, 'allow-events', ',');
    const wrong = events.find((event) => !/^[a-z]+(?:_[a-z]+)*$/.test(event));
    if (wrong !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('allow-events', `allow-events: "${wrong}" is not the name of an event.`, {
            hint: 'Expected names as under "on:" in a workflow, such as pull_request or workflow_run.',
        });
    }
    if (!events.includes('merge_group'))
        return events;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('allow-events', 'allow-events: merge_group never publishes, because changes in a merge queue may never reach the branch.', {
        hint: 'The push to the branch publishes, once the queue has merged.',
    });
}
/**
 * Returns why this run publishes nothing, whatever it was told.
 * @returns as the end of a sentence; undefined if it may publish, and outside of GitHub
 */
async function whyNotPublished({ env, allowed, password }) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (event === '')
        return undefined;
    if (event === 'merge_group' || (env['GITHUB_REF'] ?? '').startsWith(_values_read_publishing_js__WEBPACK_IMPORTED_MODULE_2__/* .QUEUE_BRANCH */ .fp)) {
        return 'changes in a merge queue may never reach the branch; the push to the branch publishes';
    }
    const foreign = MAY_BE_A_FORKS.test(event) ? whoseHead(event, await readEvent(env['GITHUB_EVENT_PATH']), env['GITHUB_REPOSITORY'] ?? '') : undefined;
    if (foreign !== undefined)
        return foreign;
    if (!_values_read_publishing_js__WEBPACK_IMPORTED_MODULE_2__/* .PUBLISHING */ .u6.has(event) && !allowed.includes(event))
        return `the event ${event} publishes only if allow-events names it`;
    if (password === '' && env['GITHUB_ACTOR'] === 'dependabot[bot]' && DEPENDABOT_READS.has(event)) {
        return `Dependabot started this run by ${event}, so its token is read-only; start the workflow by hand (workflow_dispatch) to publish`;
    }
    return undefined;
}
/** Why the head that an event is about may be a fork's; undefined if it is the repository's own. */
function whoseHead(event, payload, repository) {
    if (payload === undefined)
        return `the event ${event} can't be read, so it may come from a fork`;
    if (event === 'issue_comment') {
        return (payload.issue?.pull_request ?? null) === null ? undefined : "this is a comment on a pull request, and its event does not say whether that comes from a fork";
    }
    // A fork that was deleted has no repository any more.
    const head = event === 'workflow_run' ? payload.workflow_run?.head_repository?.full_name : payload.pull_request?.head?.repo?.full_name;
    if (typeof head === 'string' && head.toLowerCase() === repository.toLowerCase())
        return undefined;
    const what = event === 'workflow_run' ? 'this follows a run of' : 'this is a pull request from';
    return `${what} a fork (${head ?? 'deleted'}), and changes from forks are never published`;
}
async function readEvent(path) {
    try {
        const payload = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path ?? '', 'utf8'));
        return typeof payload === 'object' && payload !== null ? payload : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 12612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   YD: () => (/* binding */ SLSA_PROVENANCE),
/* harmony export */   mK: () => (/* binding */ BUILD_TYPE),
/* harmony export */   nS: () => (/* binding */ WSL_BUILD_TYPE)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);

/** SLSA provenance, version 1: the predicate's type. */
const SLSA_PROVENANCE = 'https://slsa.dev/provenance/v1';
/** What our predicate's members mean: docs/verify/provenance.md. */
const BUILD_TYPE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#feature-v1';
/** The same of a WSL tarball. */
const WSL_BUILD_TYPE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#wsl-v1';
const MOST_DEPENDENCIES = 10_000;
const MOST_DIGESTS = 16;
/**
 * Reads a predicate of SLSA provenance v1: ours, or that of GitHub's own attestations.
 * @param refuse throws; it is given the end of a sentence
 */
function readProvenance(predicate, refuse) {
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of(predicate, refuse);
    const definition = document.get('buildDefinition');
    const dependencies = [];
    definition.get('resolvedDependencies').optional((list) => list.each(MOST_DEPENDENCIES, (each) => dependencies.push(readResource(each))));
    const source = dependencies.find(({ uri, digest }) => uri?.startsWith('git+') === true && digest?.['gitCommit'] !== undefined);
    return {
        buildType: definition.get('buildType').text(),
        builder: document.get('runDetails').get('builder').get('id').text(),
        source: source?.uri?.replace(/^git\+/, '').replace(/@(?:refs\/.*|[0-9a-f]{40,64})$/, ''),
        revision: source?.digest?.['gitCommit'],
        dependencies,
    };
}
function readResource(resource) {
    const name = resource.get('name').optional((field) => field.text());
    const uri = resource.get('uri').optional((field) => field.text());
    const digests = resource.get('digest').optional((field) => field.members(MOST_DIGESTS).map(([algorithm, digest]) => [algorithm, digest.text()]));
    return { ...(name === undefined ? {} : { name }), ...(uri === undefined ? {} : { uri }), ...(digests === undefined ? {} : { digest: Object.fromEntries(digests) }) };
}


/***/ }),

/***/ 97635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf)
/* harmony export */ });
/* unused harmony exports OUTPUTS, resultOf */
/* harmony import */ var _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12612);
/* harmony import */ var _parts_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96358);
/* harmony import */ var _parts_drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57436);
/* harmony import */ var _parts_leaks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53151);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81534);





const SUM = 'all platforms together';
/** How many packages `changes` lists: the outputs of a job are limited to 1 MiB in all. */
const CHANGED_PACKAGES = 100;
const FIRST = 'the first of `arches`';
/** Every output of the action; action.yml and docs/reference/inputs.md are made from this. */
const OUTPUTS = [
    { name: 'feature-id', description: 'The id in devcontainer-feature.json.' },
    { name: 'version', description: 'The version in devcontainer-feature.json.' },
    {
        name: 'up-to-date',
        description: '`true` if this content was published before, so nothing was built; else `false`. Builds that publish nothing always have `false`.',
    },
    { name: 'store-path', description: `The built store path (${FIRST}); PATH points into it.` },
    { name: 'closure-paths', description: `How many store paths the closure has (${SUM}).` },
    { name: 'closure-size', description: `NAR bytes of the closure (${SUM}).` },
    { name: 'delta-paths', description: `How many store paths are shipped because the base lacks them (${SUM}).` },
    { name: 'delta-size', description: `NAR bytes of the delta (${SUM}).` },
    { name: 'compressed-size', description: `Compressed bytes of the delta's layers (${SUM}).` },
    { name: 'layers', description: `How many layers the delta has (${SUM}).` },
    { name: 'reused-layers', description: `How many of these layers were reused from an earlier release (${SUM}).` },
    { name: 'complement-size', description: `Compressed bytes of the complement's layers; 0 without \`complement\` (${SUM}).` },
    { name: 'uploaded-bytes', description: `Bytes that were sent to the registry (${SUM}).` },
    { name: 'layout', description: 'The folder of the OCI image layout. Layers that were reused from a release may be missing in it; empty if nothing was built.' },
    {
        name: 'digest',
        description: "The digest of the Feature's manifest if it was published; otherwise that of the platform manifest, or empty if there are several.",
    },
    { name: 'tags', description: 'The tags that name what was published, one per line; empty if nothing was published.' },
    { name: 'artifact-id', description: 'The id of the uploaded artifact; empty if none was uploaded.' },
    {
        name: 'subject-name',
        description: '`<registry>/<namespace>/<id>` of what was published, for `actions/attest`; else empty.',
    },
    { name: 'subject-digest', description: 'The digest of what was published, for `actions/attest`; else empty.' },
    { name: 'predicate-type', description: 'The type of `predicate`: `https://slsa.dev/provenance/v1`; empty if nothing was published.' },
    {
        name: 'predicate',
        description: 'Who built what was published, and from what, as JSON (docs/verify/provenance.md), for `actions/attest`; empty if nothing was published, or if it would be longer than 256 KiB.',
    },
    {
        name: 'attested',
        description: '`true` if what was published has an attestation of its provenance on GitHub already; else `false`, also if GitHub did not answer. For the step that runs `actions/attest`.',
    },
    { name: 'comment-body', description: 'With `comment`, the text that this job has for the comment of the pull request; else empty.' },
    { name: 'json', description: 'All of this as one JSON object (`schemas/build.schema.json`), with every figure per platform. If it would be longer than 256 KiB, `truncated` names the lists that were emptied.' },
];
/** Returns what the action sets, and what `--json` prints. Sizes are bytes. */
function outputsOf(report, { attested = false, commentBody = '' } = {}) {
    const result = resultOf(report);
    return {
        'feature-id': result.featureId,
        version: result.version,
        'up-to-date': String(result.upToDate),
        'store-path': result.platforms[0]?.storePath ?? '',
        'closure-paths': String(result.closurePaths),
        'closure-size': String(result.closureSize),
        'delta-paths': String(result.deltaPaths),
        'delta-size': String(result.deltaSize),
        'compressed-size': String(result.compressedSize),
        layers: String(result.layers),
        'reused-layers': String(result.reusedLayers),
        'complement-size': String(result.complementSize),
        'uploaded-bytes': String(result.uploadedBytes),
        layout: result.layout ?? '',
        digest: result.digest ?? '',
        tags: result.tags.join('\n'),
        'artifact-id': result.artifact === null ? '' : String(result.artifact.id),
        'subject-name': result.subject?.name ?? '',
        'subject-digest': result.subject?.digest ?? '',
        ...predicateOutputs(report),
        attested: String(attested),
        'comment-body': commentBody,
        json: cappedJson(result),
    };
}
function predicateOutputs({ predicate, published }) {
    const text = predicate === undefined || published === undefined ? '' : JSON.stringify(predicate);
    return text === '' || text.length > MAX_JSON ? { 'predicate-type': '', predicate: '' } : { 'predicate-type': _provenance_format_slsa_js__WEBPACK_IMPORTED_MODULE_0__/* .SLSA_PROVENANCE */ .YD, predicate: text };
}
/** GitHub drops all outputs of a job that together have more than 1 MiB, counted as UTF-16. */
const MAX_JSON = 256 * 1024;
/** Lists that may be long, the least missed first. */
const LONG_LISTS = [
    ['platforms.changes', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, changes: null })) })],
    ['platforms.complement', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, complement: [] })) })],
    ['platforms.layers', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, layers: [] })) })],
    ['leaks.found', (result) => ({ ...result, leaks: result.leaks === null ? null : { ...result.leaks, found: [], allowed: [] } })],
    ['ships', (result) => ({ ...result, ships: [] })],
    ['tests', (result) => ({ ...result, tests: [] })],
    ['warnings', (result) => ({ ...result, warnings: [] })],
    ['platforms.source', (result) => ({ ...result, platforms: result.platforms.map((each) => ({ ...each, source: { flake: '', locked: null } })) })],
    ['platforms', (result) => ({ ...result, platforms: [] })],
];
function cappedJson(whole) {
    let result = whole;
    const truncated = [];
    for (const [name, empty] of LONG_LISTS) {
        const text = JSON.stringify(truncated.length === 0 ? result : { ...result, truncated });
        if (text.length <= MAX_JSON)
            return text;
        result = empty(result);
        truncated.push(name);
    }
    return JSON.stringify({ ...result, truncated });
}
/** Returns the same as an object for machines: `null` if there is nothing. */
function resultOf(report) {
    const totals = (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(report);
    const published = report.published !== undefined && report.digest !== undefined;
    return {
        schemaVersion: 1,
        featureId: report.feature.id,
        version: report.feature.version,
        upToDate: report.upToDate,
        closurePaths: totals.closure.paths,
        closureSize: totals.closure.bytes,
        deltaPaths: totals.delta.paths,
        deltaSize: totals.delta.bytes,
        compressedSize: totals.compressed,
        layers: totals.layers,
        reusedLayers: (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .reusedLayersOf */ .sE)(report),
        complementSize: totals.complement.compressed,
        uploadedBytes: (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadedBytesOf */ .d2)(report),
        layout: report.layout ?? null,
        digest: report.digest ?? null,
        tags: report.published?.tags ?? [],
        artifact: report.artifact ?? null,
        subject: published ? { name: report.published.repository, digest: report.digest } : null,
        platforms: report.platforms.map(platformResult),
        ships: report.ships ?? [],
        history: (report.history ?? []).map(({ version, shipped, compressed, sent }) => ({ version, deltaSize: shipped, compressedSize: compressed, newBytes: sent ?? null })),
        tests: (report.tests ?? []).map(({ arch, base, user, checks, skipped = null }) => ({ arch, base, user: user === '' ? null : user, checks, skipped })),
        leaks: report.leaks === undefined ? null : (0,_parts_leaks_js__WEBPACK_IMPORTED_MODULE_3__/* .leaksResult */ .uX)(report.leaks),
        warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
    };
}
function platformResult(platform) {
    const { document } = platform;
    const figures = (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .figuresOf */ .h5)(document);
    return {
        arch: platform.arch,
        system: document.system,
        storePath: document.storePath,
        outputs: document.outputs,
        bases: document.bases,
        closurePaths: figures.closure.paths,
        closureSize: figures.closure.bytes,
        deltaPaths: figures.delta.paths,
        deltaSize: figures.delta.bytes,
        compressedSize: figures.compressed,
        digest: platform.digest ?? null,
        reusedLayers: platform.reusedLayers,
        uploadedBytes: platform.uploadedBytes,
        layers: document.layers.map((layer) => layerResult(layer, platform)),
        complementPaths: figures.complement.paths,
        complementSize: figures.complement.compressed,
        complement: (document.complement ?? []).map((layer) => layerResult(layer, platform)),
        changes: platform.changes === undefined ? null : { since: platform.changes.since, ...(0,_parts_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changesResult */ .rC)(platform.changes, CHANGED_PACKAGES) },
        drift: (0,_parts_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .driftResult */ .vd)(platform.drift),
        reproduced: platform.reproduced ?? null,
        source: document.source,
    };
}
/** The paths of a layer are in the delta document; outputs of a job are limited to 1 MiB in all. */
function layerResult({ key, digest, diffId, size, mediaType, paths }, { scannedLayers = [] }) {
    return { key, digest, diffId, size, mediaType, paths: paths.length, scanned: scannedLayers.includes(digest) };
}


/***/ })

};
