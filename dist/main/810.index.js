export const id = 810;
export const ids = [810];
export const modules = {

/***/ 48810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuildAction: () => (/* binding */ runBuildAction)
});

// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/summary.js + 4 modules
var summary = __webpack_require__(31234);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/process.js
var lib_process = __webpack_require__(26318);
;// CONCATENATED MODULE: ./lib/actions/commit-time.js


/**
 * When the folder's present commit was made: what `created` says of what is built from it.
 * @returns seconds since 1970; undefined where the folder is in no git checkout, or git is not there or refuses
 */
async function commitTime(folder, signal) {
    try {
        // %ct is a plain number, whatever the settings of git.
        const text = await (0,lib_process/* capture */.F)(['git', '-C', folder, 'log', '-1', '--format=%ct'], { signal });
        return /^\d{1,11}$/.test(text.trim()) ? Number(text.trim()) : undefined;
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd || error instanceof errors/* SetupError */.w3)
            return undefined;
        throw error;
    }
}
/** The request with the commit's time as `created` where SOURCE_DATE_EPOCH said none. */
async function withCommitTime(request, signal) {
    if (request.created !== undefined)
        return request;
    return { ...request, created: await commitTime(request.featureFolder, signal) };
}

// EXTERNAL MODULE: ./lib/actions/fork.js
var fork = __webpack_require__(31119);
// EXTERNAL MODULE: ./lib/actions/inputs.js
var inputs = __webpack_require__(39922);
// EXTERNAL MODULE: ./lib/actions/read-request.js + 5 modules
var read_request = __webpack_require__(73287);
// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(55568);
// EXTERNAL MODULE: ./lib/actions/surroundings.js
var actions_surroundings = __webpack_require__(76128);
;// CONCATENATED MODULE: ./lib/actions/build.js








/**
 * The main step of the action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
async function runBuildAction(process, host, build) {
    return (0,run_action/* runAction */.C)(host, inputs/* INPUTS */.mc, async (read) => {
        const surroundings = (0,actions_surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
        const request = await withCommitTime((0,read_request/* readBuildRequest */.oH)(read, surroundings), host.signal);
        const report = await build(await withoutPushWhereRefused(request, read('password'), host), host);
        for (const [name, value] of Object.entries((0,outputs/* outputsOf */.Yz)(report)))
            host.output(name, value);
        if (request.summary)
            await host.summary((0,summary/* renderSummary */.Br)(report));
    });
}
/** A pull request from a fork is built like any other; that it can't be published is no fault of it. */
async function withoutPushWhereRefused(request, password, host) {
    if (request.push === 'false')
        return request;
    const why = await (0,fork/* whyNoPush */.Y)(process.env, password);
    if (why === undefined)
        return request;
    host.notice(`Nothing is published: ${why}. The Feature is built all the same.`);
    return { ...request, push: 'false' };
}


/***/ })

};
