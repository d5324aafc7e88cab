export const id = 975;
export const ids = [975];
export const modules = {

/***/ 64975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuildAction: () => (/* binding */ runBuildAction)
});

// EXTERNAL MODULE: ./lib/report/machine/outputs.js + 3 modules
var outputs = __webpack_require__(16575);
// EXTERNAL MODULE: ./lib/report/markdown/comment.js
var markdown_comment = __webpack_require__(38463);
// EXTERNAL MODULE: ./lib/report/markdown/summary.js + 6 modules
var summary = __webpack_require__(25155);
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
// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js
var read_origin = __webpack_require__(18075);
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
        const parts = (0,markdown_comment/* failedParts */.IG)(feature, arches, explained(error, host), (0,read_origin/* readJobLinks */.VK)(process.env).run);
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

// EXTERNAL MODULE: ./lib/actions/inputs/inputs.js + 1 modules
var inputs = __webpack_require__(89245);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var inputs_surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/actions/may-publish.js
var may_publish = __webpack_require__(48224);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/git/inert-git.js
var inert_git = __webpack_require__(63041);
// EXTERNAL MODULE: ./lib/git/listed-files.js
var listed_files = __webpack_require__(8345);
;// CONCATENATED MODULE: ./lib/git/commit.js




/**
 * Which commit is a folder of?
 * @param folders what is built; files elsewhere in the checkout may differ from the commit
 * @returns undefined if git knows none
 * @throws CancelledError
 */
async function commitOf(folder, folders, signal) {
    const listed = await (0,listed_files/* listedFiles */.H)(folder, signal);
    if (listed === undefined)
        return undefined;
    const { checkout } = listed;
    const hash = (await (0,inert_git/* askGit */.gG)(checkout, ['rev-parse', '--verify', 'HEAD^{commit}'], { signal }))?.trim();
    if (hash === undefined || !/^[0-9a-f]{40,64}$/.test(hash))
        return undefined;
    const object = await (0,inert_git/* askGit */.gG)(checkout, ['cat-file', 'commit', hash], { signal });
    const isDirty = await differs(checkout, hash, folders, signal);
    return { revision: isDirty ? `${hash}-dirty` : hash, isDirty, time: committerTime(object ?? '') };
}
/** A file is compared as it is: what a filter would make of it, only running the filter could tell. */
async function differs(checkout, hash, folders, signal) {
    const inside = (await Promise.all(folders.map((folder) => (0,promises_.realpath)(folder)))).map((folder) => external_node_path_.relative(checkout.top, folder) || '.');
    const paths = inside.filter((below) => below !== '..' && !below.startsWith('../'));
    const settings = await withoutFilters(checkout, signal);
    const args = ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '--ignore-submodules=all', '-z', hash, '--', ...paths];
    return (await (0,inert_git/* askGit */.gG)(checkout, args, { signal, settings, long: true })) !== '';
}
/** Filters are named freely, so that each must be turned off by its name. */
async function withoutFilters(checkout, signal) {
    const names = await (0,inert_git/* askGit */.gG)(checkout, ['config', '--null', '--name-only', '--get-regexp', String.raw `^filter\.`], { signal });
    const filters = new Set((names ?? '').split('\0').map((name) => name.slice(0, name.lastIndexOf('.'))));
    filters.delete('');
    return [...filters].flatMap((filter) => [
        [`${filter}.clean`, ''],
        [`${filter}.smudge`, ''],
        [`${filter}.process`, ''],
        [`${filter}.required`, 'false'],
    ]);
}
/** gitformat: `committer <name> <email> <seconds> <zone>`, in the lines before the first empty one. */
function committerTime(object) {
    const [header = ''] = object.split('\n\n', 1);
    const [, seconds] = /^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(header) ?? [];
    return seconds === undefined ? undefined : Number(seconds);
}

;// CONCATENATED MODULE: ./lib/actions/requests/read-commit.js

/**
 * The request with the commit that is really there: GITHUB_SHA names the one that the run was started for, and a job may
 * check out another. Its time is `created` unless SOURCE_DATE_EPOCH said one. If git knows no commit, the request
 * stays as it is.
 * @throws CancelledError
 */
async function withCommit(request, host) {
    const commit = await commitOf(request.featureFolder, foldersOf(request), host.signal);
    if (commit === undefined)
        return request;
    const { revision, isDirty, time } = commit;
    if (isDirty) {
        const text = `Files differ from the commit that is checked out, so the revision is recorded as ${revision}.`;
        if (request.push === 'false')
            host.notice(text);
        else
            host.warning(`${text} It can't be rebuilt from the commit.`);
    }
    return { ...request, created: request.created ?? time, origin: { ...request.origin, revision } };
}
/** Local folders that the build reads. */
function foldersOf({ featureFolder, flake: source }) {
    const flake = source.kind === 'shell' ? source.of : source;
    if (flake.kind === 'folder')
        return [featureFolder, flake.folder];
    return flake.kind === 'reference' && flake.mount !== undefined ? [featureFolder, flake.mount] : [featureFolder];
}

// EXTERNAL MODULE: ./lib/actions/requests/read-request.js + 1 modules
var read_request = __webpack_require__(63046);
// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(95832);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/build.js












/**
 * The main step of the action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
async function runBuildAction(process, host, build) {
    return (0,run_action/* runAction */.C)(host, inputs/* INPUTS */.mc, async (read) => {
        const surroundings = (0,inputs_surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
        const comment = (0,values/* booleanOf */.SF)(read, 'comment');
        const request = await withCommit(await withoutPushIfRefused((0,read_request/* readBuildRequest */.oH)(read, surroundings), read, host), host);
        const report = await build(request, host).catch(async (error) => {
            if (comment)
                await commentFailure(error, request, host);
            throw error;
        });
        const attested = report.published !== undefined && report.digest !== undefined && (await host.isAttested(report.digest)) === true;
        const parts = comment ? (0,markdown_comment/* commentParts */.w9)(report) : [];
        for (const [name, value] of Object.entries((0,outputs/* outputsOf */.Yz)(report, { attested, commentBody: parts.map(({ text }) => text).join('\n\n') })))
            host.output(name, value);
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
/* harmony import */ var _values_publishing_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28812);
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
 * Why this run publishes nothing, whatever it was told.
 * @returns as the end of a sentence; undefined if it may publish, and outside of GitHub
 */
async function whyNotPublished({ env, allowed, password }) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (event === '')
        return undefined;
    if (event === 'merge_group' || (env['GITHUB_REF'] ?? '').startsWith(_values_publishing_event_js__WEBPACK_IMPORTED_MODULE_2__/* .QUEUE_BRANCH */ .fp)) {
        return 'changes in a merge queue may never reach the branch; the push to the branch publishes';
    }
    const foreign = MAY_BE_A_FORKS.test(event) ? whoseHead(event, await readEvent(env['GITHUB_EVENT_PATH']), env['GITHUB_REPOSITORY'] ?? '') : undefined;
    if (foreign !== undefined)
        return foreign;
    if (!_values_publishing_event_js__WEBPACK_IMPORTED_MODULE_2__/* .PUBLISHING */ .u6.has(event) && !allowed.includes(event))
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

/***/ 28812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fp: () => (/* binding */ QUEUE_BRANCH),
/* harmony export */   gB: () => (/* binding */ isPublishingEvent),
/* harmony export */   u6: () => (/* binding */ PUBLISHING)
/* harmony export */ });
/** What publishes by itself: a push (of a tag too), a release, a schedule, and what somebody with write access starts. */
const PUBLISHING = new Set(['push', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
/** The branches that a merge queue pushes to try what is in it. */
const QUEUE_BRANCH = 'refs/heads/gh-readonly-queue/';
/** Is the run for an event that publishes by itself? What other events build, such as a pull request, must reach no release. */
function isPublishingEvent(env) {
    return PUBLISHING.has(env['GITHUB_EVENT_NAME'] ?? '') && !(env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH);
}


/***/ }),

/***/ 63041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ findCheckout),
/* harmony export */   gG: () => (/* binding */ askGit)
/* harmony export */ });
/* unused harmony export isTrusted */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _programs_ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27432);
/* harmony import */ var _programs_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61112);
/* harmony import */ var _programs_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27528);






/**
 * Finds the checkout that a folder is in: the nearest folder above with a `.git` in it. Git itself would take the folder
 * for a bare repository if it looks like one, and anybody can commit such files. A `.git` counts only if it is ours,
 * root's, or of whoever owns the folder; so a job that runs as root reads the checkout of another user, and nobody's
 * `/tmp/.git` says anything about what lies in `/tmp`.
 */
async function findCheckout(folder) {
    const start = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const owner = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(start)).uid;
    for (let top = start;; top = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top)) {
        const gitDir = node_path__WEBPACK_IMPORTED_MODULE_1__.join(top, '.git');
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(gitDir).catch(() => undefined);
        if (found !== undefined && (found.isFile() || (await isRepository(gitDir)))) {
            return isTrusted(found.uid, { self: process.geteuid?.(), owner }) ? { top, gitDir } : undefined;
        }
        if (top === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top))
            return undefined;
    }
}
/** @param who is asking, and who owns the folder that is asked about */
function isTrusted(uid, who) {
    return uid === 0 || uid === who.self || uid === who.owner;
}
async function isRepository(gitDir) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitDir, 'HEAD')).catch(() => undefined))?.isFile() === true;
}
/**
 * Asks git about a checkout, and lets the checkout start nothing: whoever could write its files could write its
 * configuration too. Settings of the user and the machine are left out, so that the answer is the same everywhere.
 *
 * @param args of commands that only read; those that convert files need `settings` that turn the filters off
 * `long`: the answer may be of any length
 * @returns standard output; undefined if there is no git, or it refuses
 * @throws CancelledError
 */
async function askGit(checkout, args, options = {}) {
    const { top, gitDir } = checkout;
    const argv = ['git', '--no-pager', '--literal-pathspecs', '-C', top, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args];
    const env = { ...VARIABLES, GIT_CEILING_DIRECTORIES: node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top), ...(0,_programs_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .gitSettings */ .Ug)([...INERT, ...(options.settings ?? [])]) };
    try {
        const own = { purpose: 'git', env, signal: options.signal };
        return await (options.long === true ? (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .capture */ .Fg)(argv, own) : (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(argv, { ...own, limit: Infinity }));
    }
    catch (error) {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandError */ .Qd || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3)
            return undefined;
        throw error;
    }
}
const VARIABLES = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    // What is not there is not fetched.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
};
/** These win over the repository's own (git-config(1), "Scopes"). An empty program is none; `false` does nothing. */
const INERT = [
    // The checkout was found and named by us; older versions of git look at these in spite of it.
    ['safe.directory', '*'],
    ['safe.bareRepository', 'explicit'],
    ['protocol.allow', 'never'],
    ['submodule.recurse', 'false'],
    ['log.showSignature', 'false'],
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', '/dev/null'],
    ['core.excludesFile', '/dev/null'],
    ['core.attributesFile', '/dev/null'],
    ...['core.sshCommand', 'core.gitProxy', 'core.askPass', 'core.editor', 'core.pager', 'core.alternateRefsCommand'].map((name) => [name, 'false']),
    ...['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program', 'gpg.ssh.program', 'diff.external'].map((name) => [name, 'false']),
    ['credential.helper', ''],
];


/***/ }),

/***/ 8345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ listedFiles),
/* harmony export */   N: () => (/* binding */ ListedFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _inert_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63041);



/**
 * Asks git which files of a folder are meant to be there.
 * @returns undefined if git can't tell: no checkout, no git, or the folder as a whole is ignored
 * @throws CancelledError
 */
async function listedFiles(folder, signal) {
    const checkout = await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .findCheckout */ .I8)(folder);
    if (checkout === undefined)
        return undefined;
    const below = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(checkout.top, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder));
    const list = await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .askGit */ .gG)(checkout, ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--', below || '.'], { signal, long: true });
    if (list === undefined || list === '')
        return undefined;
    const entries = list.split('\0').filter((entry) => entry !== '');
    const others = entries.filter((entry) => entry.startsWith(OTHER)).map((entry) => entry.slice(OTHER.length));
    const index = entries.filter((entry) => !entry.startsWith(OTHER));
    const repositories = [...index.filter(isGitlink).map(nameOf), ...others.filter((name) => name.endsWith('/'))];
    const inside = (name) => (below === '' ? name : name.slice(below.length + 1)).replace(/\/$/, '');
    return {
        checkout,
        tracked: new Set(index.filter((entry) => !isGitlink(entry)).map((entry) => inside(nameOf(entry)))),
        untracked: new Set(others.filter((name) => !name.endsWith('/')).map(inside)),
        repositories: repositories.map(inside).filter((name) => name !== ''),
    };
}
/** How git-ls-files(1) marks a file that is not in the index. */
const OTHER = '? ';
/** `<mark> <mode> <object> <stage>\t<name>` */
function nameOf(entry) {
    return entry.slice(entry.indexOf('\t') + 1);
}
/** A submodule. */
function isGitlink(entry) {
    return /^. 160000 /.test(entry);
}
/** Asks git once about a folder, for whoever asks about many folders below it and changes none of them. */
class ListedFolders {
    #root;
    #whole;
    /** @param root absolute */
    constructor(root) {
        this.#root = root;
    }
    /** As `listedFiles`. */
    async of(folder, signal) {
        this.#whole ??= readWhole(this.#root, signal);
        const whole = await this.#whole;
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
        const isBelow = whole !== undefined && real.startsWith(`${whole.root}/`);
        // A submodule, or another repository in the checkout, has its own list.
        if (!isBelow || (await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .findCheckout */ .I8)(real))?.top !== whole.checkout.top)
            return listedFiles(folder, signal);
        const prefix = `${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(whole.root, real)}/`;
        const tracked = namesBelow(whole.tracked, prefix);
        const untracked = namesBelow(whole.untracked, prefix);
        const repositories = namesBelow(whole.repositories, prefix);
        if (tracked.length + untracked.length + repositories.length === 0)
            return undefined;
        return { checkout: whole.checkout, tracked: new Set(tracked), untracked: new Set(untracked), repositories };
    }
}
async function readWhole(root, signal) {
    const files = await listedFiles(root, signal);
    if (files === undefined)
        return undefined;
    const { checkout, tracked, untracked, repositories } = files;
    return { root: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), checkout, tracked: [...tracked].sort(), untracked: [...untracked].sort(), repositories: repositories.toSorted() };
}
function namesBelow(sorted, prefix) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < prefix)
            low = middle + 1;
        else
            high = middle;
    }
    const names = [];
    for (let at = low; sorted[at]?.startsWith(prefix) === true; at += 1)
        names.push((sorted[at] ?? '').slice(prefix.length));
    return names;
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

/***/ 16575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ outputsOf)
});

// UNUSED EXPORTS: OUTPUTS, resultOf

// EXTERNAL MODULE: ./lib/report/facts/facts.js
var facts = __webpack_require__(49261);
// EXTERNAL MODULE: ./lib/provenance/format/slsa.js
var slsa = __webpack_require__(12612);
// EXTERNAL MODULE: ./lib/report/text/changes-text.js
var changes_text = __webpack_require__(37753);
;// CONCATENATED MODULE: ./lib/report/machine/changes-result.js

/**
 * What changed, for machines: bytes, `null` if they are not known.
 * @param limit how many packages are listed; the counts are of all of them
 */
function changesResult(changes, limit = Infinity) {
    const { what, packages, before, after } = changes;
    const listed = packages.slice(0, limit);
    return {
        counts: Object.fromEntries((0,changes_text/* countKinds */.xb)(packages)),
        before: amountResult(before, what),
        after: amountResult(after, what),
        packages: listed.map((change) => packageResult(change, what)),
        packagesLeftOut: packages.length - listed.length,
    };
}
function packageResult({ name, kind, before, after, fresh, gone, why }, what) {
    return {
        name,
        kind,
        before: sideResult(before, what),
        after: sideResult(after, what),
        new: amountResult(fresh, what),
        gone: amountResult(gone, what),
        why,
    };
}
function sideResult(side, what) {
    return side === undefined ? null : { versions: side.versions, ...amountResult(side, what) };
}
/** Nothing of a base is shipped. */
function amountResult({ paths, bytes, shipped }, what) {
    const whole = { paths, bytes: bytes ?? null };
    return what === 'base' ? whole : { ...whole, shippedPaths: shipped.paths, shippedBytes: shipped.bytes ?? null };
}

// EXTERNAL MODULE: ./lib/report/facts/drift-facts.js
var drift_facts = __webpack_require__(14663);
;// CONCATENATED MODULE: ./lib/report/machine/drift-result.js

/** How many paths are listed: the outputs of a job are limited to 1 MiB in all. */
const LISTED = 200;
/** For machines; `null` where nothing is shipped twice. */
function driftResult(drift) {
    if (drift === undefined)
        return null;
    const { paths, nixpkgs = null, follows } = drift;
    return { paths: paths.length, bytes: (0,drift_facts/* driftBytes */.V)(drift), nixpkgs, follows, mend: (0,drift_facts/* mendOf */.U)(drift) ?? null, list: paths.slice(0, LISTED) };
}

;// CONCATENATED MODULE: ./lib/report/machine/leaks-result.js
/** For machines. */
function leaksResult({ mode, rules, found, allowed, more, closed, bytes }) {
    return {
        mode,
        rules,
        bytes,
        more,
        closed,
        found: found.map((each) => ({ ...findingResult(each), arch: each.arch ?? null, via: each.via })),
        allowed: allowed.map(({ finding, entry: { reason, until = null } }) => ({ ...findingResult(finding), reason, until })),
    };
}
function findingResult({ rule, severity, storePath, file, inName, inside, offset, shown }) {
    return { rule, severity, storePath: storePath ?? null, file, inName, inside, offset, shown };
}

;// CONCATENATED MODULE: ./lib/report/machine/outputs.js





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
        description: '`true` if this content is already published, so nothing was built; else `false`, and always if nothing is to be published.',
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
        description: "The digest of the Feature's manifest once it is published; else that of the only platform manifest, empty if there are several.",
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
        description: '`true` if what was published has an attestation of its provenance on GitHub already; else `false`, also if GitHub does not tell. For the step that runs `actions/attest`.',
    },
    { name: 'comment-body', description: 'With `comment`, the text that this job has for the comment of the pull request; else empty.' },
    { name: 'json', description: 'All of this as one JSON object (`schemas/build.schema.json`), with every figure per platform. If it would be longer than 256 KiB, `truncated` names the lists that were emptied.' },
];
/** What the action sets, and what `--json` prints. Sizes are bytes. */
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
    return text === '' || text.length > MAX_JSON ? { 'predicate-type': '', predicate: '' } : { 'predicate-type': slsa/* SLSA_PROVENANCE */.YD, predicate: text };
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
/** The same as an object for machines: `null` if there is nothing. */
function resultOf(report) {
    const totals = (0,facts/* totalsOf */.vA)(report);
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
        reusedLayers: (0,facts/* reusedLayersOf */.sE)(report),
        complementSize: totals.complement.compressed,
        uploadedBytes: (0,facts/* uploadedBytesOf */.d2)(report),
        layout: report.layout ?? null,
        digest: report.digest ?? null,
        tags: report.published?.tags ?? [],
        artifact: report.artifact ?? null,
        subject: published ? { name: report.published.repository, digest: report.digest } : null,
        platforms: report.platforms.map(platformResult),
        ships: report.ships ?? [],
        history: (report.history ?? []).map(({ version, shipped, compressed, sent }) => ({ version, deltaSize: shipped, compressedSize: compressed, newBytes: sent ?? null })),
        tests: (report.tests ?? []).map(({ arch, base, user, checks, skipped = null }) => ({ arch, base, user: user === '' ? null : user, checks, skipped })),
        leaks: report.leaks === undefined ? null : leaksResult(report.leaks),
        warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
    };
}
function platformResult(platform) {
    const { document } = platform;
    const figures = (0,facts/* figuresOf */.h5)(document);
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
        changes: platform.changes === undefined ? null : { since: platform.changes.since, ...changesResult(platform.changes, CHANGED_PACKAGES) },
        drift: driftResult(platform.drift),
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
