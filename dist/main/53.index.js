export const id = 53;
export const ids = [53];
export const modules = {

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublishAction: () => (/* binding */ runPublishAction)
});

// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/summary.js + 4 modules
var summary = __webpack_require__(31234);
// EXTERNAL MODULE: ./lib/actions/fork.js
var fork = __webpack_require__(31119);
// EXTERNAL MODULE: ./lib/actions/inputs.js
var inputs = __webpack_require__(39922);
;// CONCATENATED MODULE: ./lib/actions/publish-inputs.js

/** Every input of publish/action.yml, in its order. */
const PUBLISH_INPUTS = [
    ...inputs/* PUBLISH_ONLY */.NL,
    {
        ...(0,inputs/* specOf */.rI)('arches'),
        group: 'What to publish',
        otherwise: 'those that were built',
        description: '`amd64`, `arm64` or both: what has to be there. Publishing fails where one is missing.',
    },
    { ...(0,inputs/* specOf */.rI)('delivery'), default: '', otherwise: 'what the builds were told' },
    ...['registry', 'namespace', 'username', 'password', 'github-token', 'summary'].map((name) => (0,inputs/* specOf */.rI)(name)),
];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/actions/read-arches.js
var read_arches = __webpack_require__(18984);
// EXTERNAL MODULE: ./lib/actions/read-origin.js
var read_origin = __webpack_require__(81346);
// EXTERNAL MODULE: ./lib/actions/read-publishing.js
var read_publishing = __webpack_require__(71693);
// EXTERNAL MODULE: ./lib/actions/read-request.js + 5 modules
var read_request = __webpack_require__(73287);
// EXTERNAL MODULE: ./lib/actions/values.js
var values = __webpack_require__(87021);
;// CONCATENATED MODULE: ./lib/actions/read-publish-request.js









/**
 * Reads and checks every input of the publish action, before any work.
 * @throws InputError for the first input that can't be used
 */
function readPublishRequest(read, where) {
    const layouts = (0,values/* linesOf */.Dx)(read, 'layouts').map((text) => readLayout(text, where.folder));
    (0,values/* refuseDuplicates */.B7)('layouts', layouts);
    const featureId = (0,values/* textOf */.b6)(read, 'feature-id');
    // Here it is always published; the main action alone can be told not to.
    const { registry, namespace, credentials } = (0,read_publishing/* readPublishing */.E)((name) => (name === 'push' ? 'true' : read(name)), where.env);
    return {
        layouts,
        featureId: featureId === '' ? undefined : featureId,
        arches: (0,values/* textOf */.b6)(read, 'arches') === '' ? [] : (0,read_arches/* readArches */.J)(read, where.arch),
        delivery: read('delivery').trim() === '' ? undefined : (0,values/* choiceOf */.FH)(read, 'delivery', ['auto', 'layers', 'embed']),
        registry,
        namespace,
        credentials,
        ...(0,read_origin/* readReleaseTag */.u)(where.env),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, PUBLISH_INPUTS),
    };
}
function readLayout(text, here) {
    const folder = (0,external_node_path_.resolve)(here, text);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new errors/* InputError */.dz('layouts', `layouts: “${text}” names the folder ${folder}, which is not there.`, {
        hint: 'Name the folders that builds wrote as their output; in a job it may be left out, and the artifacts of the run are published.',
    });
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(55568);
// EXTERNAL MODULE: ./lib/actions/surroundings.js
var surroundings = __webpack_require__(76128);
;// CONCATENATED MODULE: ./lib/actions/publish.js







/**
 * The publish action: inputs, the use-case, outputs and summary.
 * @returns the exit code
 */
async function runPublishAction(process, host, publish) {
    return (0,run_action/* runAction */.C)(host, PUBLISH_INPUTS, async (read) => {
        const request = readPublishRequest(read, (0,surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
        const why = await (0,fork/* whyNoPush */.Y)(process.env, read('password'));
        if (why !== undefined) {
            host.notice(`Nothing is published: ${why}.`);
            return;
        }
        const report = await publish(request, host);
        for (const [name, value] of Object.entries((0,outputs/* outputsOf */.Yz)(report)))
            host.output(name, value);
        if (request.summary)
            await host.summary((0,summary/* renderSummary */.Br)(report));
    });
}


/***/ })

};
