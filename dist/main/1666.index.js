export const id = 1666;
export const ids = [1666];
export const modules = {

/***/ 31666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPlanAction: () => (/* binding */ runPlanAction)
});

// UNUSED EXPORTS: checkPlan

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/report/runs/plan.js
var runs_plan = __webpack_require__(75338);
// EXTERNAL MODULE: ./lib/actions/inputs/plan.js
var inputs_plan = __webpack_require__(9970);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js + 1 modules
var base_reference = __webpack_require__(46448);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-flake.js
var read_flake = __webpack_require__(12988);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-release.js
var read_nix_release = __webpack_require__(47966);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
;// CONCATENATED MODULE: ./lib/actions/requests/read-plan-request.js














const RUNNERS = { amd64: 'ubuntu-24.04', arm64: 'ubuntu-24.04-arm' };
/**
 * Reads and checks every input of the plan action, before any work.
 * @throws InputError for the first input that can't be used; SetupError if we can't run at all
 */
function readPlanRequest(read, where) {
    (0,surroundings/* requireLinux */.gu)(where.platform);
    const features = (0,values/* linesOf */.Dx)(read, 'features');
    (0,values/* refuseDuplicates */.B7)('features', features);
    const bases = (0,base_reference/* parseBases */.wE)((0,values/* linesOf */.Dx)(read, 'base-image'), where.folder, reference/* parseReference */.F2);
    (0,values/* refuseDuplicates */.B7)('base-image', bases.map(({ text }) => text));
    const arches = (0,read_arches/* readArches */.J)(read, where.arch);
    const maxJobs = (0,values/* countOf */.pq)(read, 'max-jobs') ?? 256;
    if (maxJobs < arches.length) {
        throw new errors/* InputError */.dz('max-jobs', `max-jobs: ${maxJobs} is too small: one Feature needs a job for each of its ${arches.length} platforms.`);
    }
    // What is published there must be known, so that a namespace is needed as for publishing.
    const { registry, namespace, credentials } = (0,read_publishing/* readPublishing */.ER)((name) => (name === 'push' ? 'true' : read(name)), where.env, 'a plan compares with what is published there');
    return {
        root: where.folder,
        features,
        flakeOf: (folder) => (0,read_flake/* readFlake */.aH)((name) => (name === 'flake' || name === 'packages' ? '' : read(name)), folder, where.folder),
        include: (0,read_request/* readInclude */.v)(read, undefined),
        ...(0,read_flake/* readNixpkgs */.jG)(read, bases, where.folder),
        bases,
        arches,
        runners: new Map(arches.map((arch) => [arch, readRunners(read).get(arch) ?? RUNNERS[arch]])),
        ...(0,read_request/* readPlace */.yI)(read, bases),
        delivery: (0,values/* choiceOf */.FH)(read, 'delivery', ['auto', 'layers', 'embed']),
        complement: (0,values/* booleanOf */.SF)(read, 'complement'),
        registry,
        namespace,
        credentials,
        nix: { ...(0,read_nix_settings/* readNixSettings */.r)(read), ...(0,read_nix_release/* readInstall */.S)(read, where) },
        force: (0,values/* booleanOf */.SF)(read, 'force'),
        bump: (0,values/* booleanOf */.SF)(read, 'bump'),
        attest: (0,values/* booleanOf */.SF)(read, 'attest'),
        maxJobs,
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, inputs_plan/* PLAN_INPUTS */.K),
    };
}
function readRunners(read) {
    const runners = (0,values/* linesOf */.Dx)(read, 'runners').map((line) => {
        const [, arch = '', label = ''] = /^([^=\s]+)\s*=\s*(\S.*)$/.exec(line) ?? [];
        if ((0,platform/* isArch */.nn)(arch))
            return [arch, label];
        throw new errors/* InputError */.dz('runners', `runners: "${line}" does not name the runner of a platform.${(0,kit_text/* didYouMean */.au)(arch, Object.keys(RUNNERS))}`, {
            hint: 'Write one per line: amd64=ubuntu-24.04, arm64=ubuntu-24.04-arm.',
        });
    });
    (0,values/* refuseDuplicates */.B7)('runners', runners.map(([arch]) => arch));
    return new Map(runners);
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/plan.js










/**
 * Runs the plan action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
async function runPlanAction(process, host, plan) {
    return (0,run_action/* runAction */.C)(host, inputs_plan/* PLAN_INPUTS */.K, async (read) => {
        const request = readPlanRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await plan(request, host);
        (0,run_action/* setOutputs */.n)(host, (0,runs_plan/* planOutputsOf */.Fw)(report, await writePlan(report, host)));
        if (request.summary)
            await host.summary((0,runs_plan/* renderPlanSummary */.ON)({ ...report, warnings: host.inWorkspace(report.warnings) }));
        checkPlan(report);
    });
}
/** An output has a limit, a file has none. @returns where it is; empty if it could not be written, with a warning */
async function writePlan(report, host) {
    try {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,temporary/* temporaryPlace */.jA)(), 'nix-feature-plan-'));
        const file = (0,external_node_path_.join)(folder, 'plan.json');
        await (0,promises_.writeFile)(file, JSON.stringify((0,runs_plan/* planResultOf */.kG)(report), undefined, 2));
        return file;
    }
    catch (error) {
        host.warning(`The file with the whole plan was not written: ${(0,errors/* messageOf */.bD)(error)}`);
        return '';
    }
}
/**
 * Fails the run if folders break the contract. Called after the plan is shown, because the others are built anyway.
 * @throws InputError if folders break the contract
 */
function checkPlan({ broken, features }) {
    if (broken === 0)
        return;
    const others = features.length === 0 ? '' : ` The other ${(0,format/* formatNumberOf */.Of)(features.length, 'Feature')} ${features.length === 1 ? 'is' : 'are'} planned.`;
    throw new errors/* InputError */.dz('feature', `Folders of Features break the contract in ${(0,format/* formatNumberOf */.Of)(broken, 'point')}; each is shown above.${others}`, {
        hint: 'docs/make/contract.md explains them. To leave a folder out, add it behind a "!" to "features".',
        inTerminal: 'docs/make/contract.md explains them; nix-feature validate checks a folder. To leave a folder out, name it behind a "!": \'!features/old\'.',
    });
}


/***/ }),

/***/ 75338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ planOutputsOf),
/* harmony export */   ON: () => (/* binding */ renderPlanSummary),
/* harmony export */   aG: () => (/* binding */ jobsOf),
/* harmony export */   kG: () => (/* binding */ planResultOf)
/* harmony export */ });
/* unused harmony exports PLAN_OUTPUTS, planHeadline, renderTerminalPlan */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _build_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53721);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65235);



/**
 * Returns the jobs of a plan: whole Features, as many as there may be jobs. Those whose build is known to fail come last: else
 * they would keep the others out of each run.
 */
function jobsOf({ features, arches, runners, maxJobs }) {
    const pending = features.filter(({ why }) => why !== undefined);
    const ordered = [...pending.filter((feature) => !willFail(feature)), ...pending.filter(willFail)];
    const room = Math.floor(maxJobs / arches.length);
    const now = ordered.slice(0, room);
    return {
        build: now.flatMap(({ folder, id, version, why = '', shareWith }) => arches.map((arch) => ({ feature: folder, id, version, arch, runner: runners.get(arch) ?? '', reason: why, 'share-with': shareWith.join(',') }))),
        publish: now.map(({ folder, id, version }) => ({ feature: folder, id, version, arches: arches.join(',') })),
        now,
        later: ordered.slice(room),
    };
}
function willFail({ why }) {
    return why === 'changed' || why === 'failed';
}
/** Every output of the plan action; plan/action.yml and docs/reference/inputs.md are made from this. */
const PLAN_OUTPUTS = [
    {
        name: 'matrix',
        description: 'For `strategy.matrix` of the job that builds: `{"include":[…]}` with `feature`, `id`, `version`, `arch`, `runner`, `reason` and `share-with` of each job.',
    },
    {
        name: 'publish-matrix',
        description: 'For `strategy.matrix` of the job that publishes: `{"include":[…]}` with `feature`, `id`, `version` and `arches` of each Feature.',
    },
    {
        name: 'base-image',
        description: 'For `base-image` of the jobs that build: the same images, those of registries pinned by digest, so all of them build for the same base. GitHub empties it if it holds the value of a secret.',
    },
    { name: 'empty', description: '`true` if nothing must be built, else `false`. GitHub refuses an empty matrix, so make the jobs depend on this output.' },
    { name: 'count', description: 'How many Features the matrix has.' },
    { name: 'later', description: 'How many more must be built, and are left for the next run; 0 if all are in the matrix.' },
    { name: 'bumped', description: 'With `bump`, the Features whose versions were raised, one per line: `my-tools 1.1.0`; else empty.' },
    { name: 'json', description: 'The plan as one JSON object (`schemas/plan.schema.json`). Over 100 KiB it has no `features`: read `json-file` then.' },
    { name: 'json-file', description: 'A file with the whole plan as JSON, for later steps of this job.' },
];
/** GitHub's limit for the outputs of a job is 1 MiB, counted as UTF-16, and for a variable of the environment about 128 KiB. */
const MAX_JSON = 100 * 1024;
/** Returns what the plan action sets. @param file where the whole plan is; empty if it could not be written */
function planOutputsOf(report, file = '') {
    const { build, publish, now, later } = jobsOf(report);
    return {
        matrix: JSON.stringify({ include: build }),
        'publish-matrix': JSON.stringify({ include: publish }),
        'base-image': report.bases.length === 0 ? 'none' : report.bases.join('\n'),
        empty: String(build.length === 0),
        count: String(now.length),
        later: String(later.length),
        bumped: report.features.flatMap(({ id, version, raised }) => (raised === undefined ? [] : [`${id} ${version}`])).join('\n'),
        json: jsonOf(report),
        'json-file': file,
    };
}
/** Returns what `--json` prints: `null` if there is nothing. */
function planResultOf(report) {
    const { build, now, later } = jobsOf(report);
    const leftForLater = new Set(later);
    return {
        schemaVersion: 1,
        empty: build.length === 0,
        count: now.length,
        later: later.length,
        upToDate: report.features.filter(({ why }) => why === undefined).length,
        broken: report.broken,
        evaluated: report.evaluated,
        repository: report.repository,
        bases: report.bases,
        arches: report.arches,
        features: report.features.map((feature) => featureResult(feature, leftForLater.has(feature))),
        matrix: { include: build },
        warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
    };
}
function featureResult({ folder, id, version, why, reason, shareWith, next, raised }, later) {
    return { feature: folder, id, version, plan: why === undefined ? 'up-to-date' : later ? 'later' : 'build', why: why ?? null, reason, shareWith, next: next ?? null, raised: raised ?? null };
}
/** The matrix is an output of its own. What is too long is in the file. */
function jsonOf(report) {
    const { matrix: _, ...result } = planResultOf(report);
    const text = JSON.stringify(result);
    return text.length <= MAX_JSON ? text : JSON.stringify({ ...result, features: [], warnings: [], truncated: true });
}
/** Returns the whole plan in one line of plain text. */
function planHeadline(report) {
    const { build, now, later } = jobsOf(report);
    const rest = report.features.length - now.length - later.length;
    const kept = rest === 0 ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} up to date`;
    const left = later.length === 0 ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(later.length)} left for the next run`;
    const scripts = report.onlyScripts === 0 ? '' : `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(report.onlyScripts, 'Feature')} ${report.onlyScripts === 1 ? 'is' : 'are'} only scripts`;
    if (build.length === 0 && rest === 0)
        return scripts === '' || report.broken > 0 ? 'Nothing could be planned' : `Nothing to build: ${scripts}`;
    if (build.length === 0)
        return `Nothing to build: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(rest, 'Feature')} up to date`;
    return `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(now.length, 'Feature')} to build for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatList */ .ki)(report.arches)}${left}${kept}`;
}
/** Renders the job summary of a plan, in GitHub's Markdown. Its first line says it all. */
function renderPlanSummary(report) {
    const { now, later } = jobsOf(report);
    const rest = report.features.filter(({ why }) => why === undefined);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSections */ .lS)([
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(planHeadline(report))}`,
        featureTable(now),
        later.length === 0 ? '' : `### Left for the next run\n\n${featureTable(later)}`,
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .warningsSection */ .xd)(report),
        rest.length === 0 ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(`Up to date (${rest.length})`, rest.map(({ id, version, folder }) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id)} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(version)} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(folder)})`).join('\n')),
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .givenSection */ .X3)(report.given),
    ]);
}
function featureTable(features) {
    if (features.length === 0)
        return '';
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Feature', 'Version', 'Folder', 'Why', 'Layers shared with'], features.map(({ id, version, folder, reason, shareWith }) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(version), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(folder), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(reason), shareWith.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join(', ')]));
}
/** Renders a plan as a person reads it in a terminal. Warnings were shown before. */
function renderTerminalPlan(report, palette) {
    const { now, later } = jobsOf(report);
    const sections = [
        palette.bold(planHeadline(report)),
        list(now, palette),
        later.length === 0 ? '' : `${palette.bold('Left for the next run')}\n${list(later, palette)}`,
        `${formatNumberOf(report.evaluated, 'output')} evaluated. Took ${formatDuration(report.duration)}.`,
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
function list(features, palette) {
    return features
        .flatMap(({ folder, id, version, reason, shareWith }) => [
        `  ${id} ${version}${folder.split('/').at(-1) === id ? '' : palette.dim(` (${folder})`)}: ${reason}`,
        ...(shareWith.length === 0 ? [] : [palette.dim(`    shares layers with ${shareWith.join(', ')}`)]),
    ])
        .join('\n');
}


/***/ })

};
