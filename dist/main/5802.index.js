export const id = 5802;
export const ids = [5802];
export const modules = {

/***/ 85802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSetupAction: () => (/* binding */ runSetupAction)
});

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/report/build/summary.js + 3 modules
var summary = __webpack_require__(53721);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
;// CONCATENATED MODULE: ./lib/report/runs/setup.js





/** Says in one line which Nix there is, and where it comes from. */
function setupHeadline({ nix, wanted, from }) {
    if (from === 'cached')
        return `${nix} was installed from the tool cache`;
    if (from === 'downloaded')
        return `${nix} was downloaded and installed`;
    return nix.endsWith(` ${wanted}`) ? `${nix} is there` : `${nix} is installed already and is used; ${wanted} was not needed`;
}
/** Every output of the setup action; setup/action.yml and docs/reference/inputs.md are made from this. */
const SETUP_OUTPUTS = [
    { name: 'nix', description: 'The Nix that is used: `Nix 2.31.2`.' },
    { name: 'from', description: '`here`: it was installed already; `cached`: installed from the tool cache; `downloaded`: downloaded and installed.' },
    { name: 'path', description: 'The folder of its programs, which was added to PATH; empty if `nix` was in PATH already.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/setup.schema.json`).' },
];
/** Returns what the setup action sets. */
function setupOutputsOf(report) {
    return { nix: report.nix, from: report.from, path: report.bin ?? '', json: JSON.stringify(setupResultOf(report)) };
}
/** Returns what `nix-feature setup --json` prints. The settings are not in it: they may hold tokens. */
function setupResultOf({ nix, wanted, from, bin, variables }) {
    return { schemaVersion: 1, nix, wanted, from, path: bin ?? null, variables: Object.keys(variables).toSorted() };
}
/** Renders the job summary of a set-up. */
function renderSetupSummary(report) {
    const { bin, duration } = report;
    const place = bin === undefined ? '' : ` ${(0,markdown/* code */.aY)(bin)} goes before PATH.`;
    return (0,markdown/* joinSections */.lS)([`## ${(0,markdown/* escapeText */.X1)((0,safe_text/* inert */.tJ)(setupHeadline(report)))}`, `It took ${(0,format/* formatDuration */.a3)(duration)}.${place}`, (0,summary/* givenSection */.X3)(report.given)]);
}
/** Renders what a shell has to run so that it finds this Nix: `eval "$(nix-feature setup)"`. */
function renderShellLines({ bin, variables }) {
    const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${shellWord(value)}`);
    return [...(bin === undefined ? [] : [`export PATH=${shellWord(bin)}:"$PATH"`]), ...lines].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./lib/nix/install/nix-releases.js
var nix_releases = __webpack_require__(99863);
// EXTERNAL MODULE: ./lib/actions/inputs/main.js + 5 modules
var main = __webpack_require__(6018);
;// CONCATENATED MODULE: ./lib/actions/inputs/setup.js


const SETTINGS = ['trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
/** Every input of setup/action.yml, in its order. */
const SETUP_INPUTS = [
    {
        ...(0,main/* mainRow */.M)('nix-version'),
        otherwise: nix_releases/* DEFAULT_NIX */._9,
        description: 'The release of Nix to install on a machine that has none. If Nix is installed already, it is used instead.',
    },
    (0,main/* mainRow */.M)('nix-sha256'),
    (0,main/* mainRow */.M)('nix-mirror'),
    { ...(0,main/* mainRow */.M)('substituters'), description: 'Binary caches that later steps use besides those that the machine is set up with, separated by spaces or newlines.' },
    ...SETTINGS.map(main/* mainRow */.M),
    { ...(0,main/* mainRow */.M)('summary'), description: 'Write a summary: which Nix is used, and where it comes from.' },
];

// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-release.js
var read_nix_release = __webpack_require__(47966);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
;// CONCATENATED MODULE: ./lib/actions/requests/read-setup-request.js






/**
 * Reads and checks every input of the setup action, before any work.
 * @throws InputError for the first input that can't be used; SetupError where we can't run at all
 */
function readSetupRequest(read, where) {
    (0,surroundings/* requireLinux */.gu)(where.platform);
    return {
        release: (0,read_nix_release/* readNixRelease */.N)(read, where),
        nix: (0,read_nix_settings/* readNixSettings */.r)(read),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, SETUP_INPUTS),
    };
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/setup.js





/**
 * Runs the setup action: inputs, the use-case, and what later steps find: PATH, NIX_CONFIG, outputs, the summary.
 * @returns the exit code
 */
async function runSetupAction(process, host, setUp) {
    return (0,run_action/* runAction */.C)(host, SETUP_INPUTS, async (read) => {
        const request = readSetupRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await setUp(request, host);
        host.info(`${setupHeadline(report)}.`);
        if (report.bin !== undefined)
            host.addPath(report.bin);
        for (const [name, value] of Object.entries(report.variables))
            host.exportVariable(name, value);
        (0,run_action/* setOutputs */.n)(host, setupOutputsOf(report));
        if (request.summary)
            await host.summary(renderSetupSummary(report));
    });
}


/***/ })

};
