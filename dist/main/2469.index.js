export const id = 2469;
export const ids = [2469];
export const modules = {

/***/ 62469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRunAction: () => (/* binding */ runRunAction)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/report/build/summary.js + 3 modules
var summary = __webpack_require__(53721);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
;// CONCATENATED MODULE: ./lib/report/runs/run.js




/** Every output of the run action, besides those that the command itself sets; run/action.yml and docs/reference/inputs.md are made from this. */
const RUN_OUTPUTS = [
    { name: 'exit-code', description: 'The exit code of the command. 128 or more: a signal ended it.' },
    { name: 'json', description: 'What was run, where, how long it took and how it ended, as one JSON object (`schemas/run.schema.json`).' },
];
/** Runs what the action sets. */
function runOutputsOf(report) {
    return { 'exit-code': String(report.exitCode), json: JSON.stringify(runResultOf(report)) };
}
/** What `json` is; times are milliseconds. */
function runResultOf({ exitCode, where, nix, tools, path, prepared, duration }) {
    return { schemaVersion: 1, exitCode, where, nix, tools, path, preparedMs: Math.round(prepared), durationMs: Math.round(duration) };
}
/** Renders the job summary of a command that was run, in GitHub's Markdown. Its first line says it all. */
function renderRunSummary({ exitCode, where, nix, tools, path, prepared, duration, given }) {
    const title = `The command ended with exit code ${exitCode} after ${(0,format/* formatDuration */.a3)(duration)}, ${runPlace({ where })}`;
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)((0,safe_text/* inert */.tJ)(title))}`,
        (0,markdown/* table */.tp)(['', ''], [
            ['Tools', tools.map((tool) => (0,markdown/* code */.aY)((0,safe_text/* inert */.tJ)(tool))).join(' ')],
            ['Nix', (0,markdown/* escapeText */.X1)((0,safe_text/* inert */.tJ)(nix))],
            ['Prepared in', (0,format/* formatDuration */.a3)(prepared)],
            ['Folders in PATH', path.map((folder) => (0,markdown/* code */.aY)((0,safe_text/* inert */.tJ)(folder))).join('<br>')],
        ]),
        (0,summary/* givenSection */.X3)(given),
    ]);
}
/** Returns `on the host`, `in a container of ghcr.io/org/bedrock:latest` */
function runPlace({ where }) {
    return `${where === 'the host' ? 'on' : 'in'} ${where}`;
}

// EXTERNAL MODULE: ./lib/actions/inputs/run.js
var inputs_run = __webpack_require__(25152);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js + 1 modules
var base_reference = __webpack_require__(46448);
// EXTERNAL MODULE: ./lib/actions/values/envrc.js
var envrc = __webpack_require__(11698);
// EXTERNAL MODULE: ./lib/actions/values/flake-reference.js
var flake_reference = __webpack_require__(2579);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-flake.js
var read_flake = __webpack_require__(12988);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
;// CONCATENATED MODULE: ./lib/actions/requests/read-run-request.js
















/**
 * Reads and checks every input of the run action, before any work.
 * @param command undefined: the input `run` is a script
 * @throws InputError for the first input that can't be used; SetupError
 */
function readRunRequest(read, where, command) {
    const site = readSite(read, where);
    const folder = readFolder(read, where.folder);
    return {
        ...site,
        tools: readTools(read, folder, where.folder),
        command: command ?? readScript(read),
        folder,
        shared: site.buildIn === 'container' ? ownFolders(sharedFolders(where, folder)) : sharedFolders(where, folder),
        env: readEnv(read),
        jobEnv: jobEnvironment(where.env),
        terminal: false,
        // A terminal has none.
        summary: read('summary').trim() !== '' && (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, inputs_run/* RUN_INPUTS */.qT),
    };
}
/** Reads what `nix-feature eval` was given. @param text a flake's attribute; empty: the input `expr` @throws InputError, SetupError */
function readEvalRequest(text, read, where) {
    const expression = textOf(read, 'expr');
    if (text === '' && expression === '') {
        throw new InputError('flake', 'There is nothing to evaluate.', { hint: "nix-feature eval '.#lib.version', or nix-feature eval --expr '1 + 1'." });
    }
    if (text !== '' && expression !== '')
        throw new InputError('expr', `expr: can't be given together with ${text}.`, { hint: 'Leave one of them out.' });
    const question = expression === '' ? { kind: 'flake', flake: flakeOf(text, where.folder, where.folder) } : { kind: 'expression', text: expression };
    return { ...readSite(read, where), folder: where.folder, question, given: [] };
}
/** Where Nix runs. A base image decides it, if nothing else is said. */
function readSite(read, where) {
    (0,surroundings/* requireLinux */.gu)(where.platform);
    const bases = readBase(read, where.folder);
    const place = (0,read_request/* readPlace */.yI)((name) => (name === 'build-in' && read(name).trim() === '' ? (bases.length === 0 ? 'host' : 'container') : read(name)), bases);
    const [arch, ...others] = (0,read_arches/* readArches */.J)(read, where.arch);
    if (arch === undefined || others.length > 0)
        throw new errors/* InputError */.dz('arches', 'arches: a command runs on one platform.', { hint: 'Name one: amd64 or arm64.' });
    const limit = (0,values/* countOf */.pq)(read, 'time-limit');
    return { bases, ...place, arch, nix: (0,read_nix_settings/* readNixSettings */.r)(read), ...(0,read_publishing/* readLogin */.mN)(read, where.env), timeLimit: limit === undefined ? undefined : limit * 1000 };
}
function readBase(read, here) {
    const lines = (0,values/* linesOf */.Dx)(read, 'base-image');
    if (lines.length === 0)
        return [];
    const bases = (0,base_reference/* parseBases */.wE)(lines, here, reference/* parseReference */.F2);
    if (bases.length > 1)
        throw new errors/* InputError */.dz('base-image', 'base-image: a command runs in a container of one image.', { hint: 'Name one.' });
    return bases;
}
function readFolder(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'working-directory');
    const folder = (0,external_node_path_.resolve)(here, text);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new errors/* InputError */.dz('working-directory', `working-directory: "${text}" names ${folder}, which does not exist or is not a folder.`, {
        hint: 'In a workflow, check the repository out before this step (actions/checkout).',
    });
}
function readTools(read, folder, here) {
    const words = (0,values/* wordsOf */.Z9)(read, 'packages', ',');
    const flake = (0,values/* textOf */.b6)(read, 'flake');
    if (words.length === 0)
        return { kind: 'shell', flake: shellFlake(flake, folder, here), hook: (0,values/* booleanOf */.SF)(read, 'shell-hook') };
    if (flake !== '')
        (0,values/* refuseTogether */.ll)('packages', ['flake'], 'packages replace the shell of a flake.', 'Leave one of them out.');
    if ((0,values/* booleanOf */.SF)(read, 'shell-hook'))
        (0,values/* refuseTogether */.ll)('shell-hook', ['packages'], 'packages have no shellHook.', 'Name a flake with a shell, or leave "shell-hook" out.');
    (0,values/* refuseDuplicates */.B7)('packages', words);
    const references = words.filter((word) => word.includes('#'));
    const names = words.filter((word) => !word.includes('#'));
    const wrong = names.find((name) => !(0,flake_text/* isPackageName */.kb)(name));
    if (wrong !== undefined) {
        throw new errors/* InputError */.dz('packages', `packages: "${wrong}" is neither an attribute name of nixpkgs nor a flake reference with an attribute.`, { hint: 'Expected jq, python3Packages.black or ./tools#lint.' });
    }
    return { kind: 'packages', flakes: [...(names.length > 0 ? [{ kind: 'packages', packages: names }] : []), ...references.map((text) => flakeOf(text, folder, here))] };
}
function shellFlake(text, folder, here) {
    if (text !== '')
        return flakeOf(text, folder, here);
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'flake.nix')))
        return (0,flake_reference/* defaultFlake */.X)(folder);
    const named = (0,envrc/* envrcShell */.pb)(folder) ?? (0,read_flake/* devenvShell */.xr)(folder);
    if (named !== undefined)
        return named.of;
    throw new errors/* InputError */.dz('flake', `flake: is missing, and there is no flake.nix in ${folder}.`, { hint: 'Name a flake whose shell the command gets (.#ci), or what it needs with "packages".' });
}
function flakeOf(text, folder, here) {
    return (0,flake_reference/* parseFlake */.J)(text, { feature: folder, here });
}
function readScript(read) {
    const text = read('run');
    if (text.trim() === '')
        throw new errors/* InputError */.dz('run', 'run: is missing.', { hint: 'Write the commands, as in any step: "run: make test".' });
    const shell = (0,values/* textOf */.b6)(read, 'shell');
    if (shell === '' || shell === 'bash' || shell === 'sh' || shell.includes('{0}'))
        return { kind: 'script', text, shell: shell === '' ? undefined : shell };
    throw new errors/* InputError */.dz('shell', `shell: "${shell}" is neither bash nor sh, and has no {0} for the file with the commands.`, { hint: `Write ${shell} {0}.` });
}
/** Lines of `NAME=value`; no message shows a value. */
function readEnv(read) {
    const lines = read('env').split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
    const variables = new Map();
    for (const { line, number } of lines) {
        const [, name, value = ''] = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
        if (name === undefined)
            throw new errors/* InputError */.dz('env', `env: line ${number} is not NAME=value.`, { hint: 'A value of several lines can be set by the command itself.' });
        if (variables.has(name))
            throw new errors/* InputError */.dz('env', `env: ${name} is there more than once.`);
        variables.set(name, value);
    }
    return Object.fromEntries(variables);
}
/** What GitHub says of the job, and where it wants to be answered (GitHub's documentation, "Default environment variables"). */
function jobEnvironment(env) {
    const names = Object.entries(env).filter((entry) => entry[1] !== undefined && /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_(?!TOKEN)\w+|CI)$/.test(entry[0]));
    return Object.fromEntries(names);
}
const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_EVENT_PATH'];
/** What an image has itself, or the engine gives each container. */
const OF_IMAGE = /^\/(?:bin|boot|dev|etc|lib(?:32|64|x32)?|nix|proc|run|sbin|sys|usr|var)?$|^\/usr\/(?:bin|lib|libexec|local|sbin|share)$|^\/(?:dev|nix|proc|sys)\//;
/** @throws InputError if one of the folders would take the place of one that the command needs */
function ownFolders(folders) {
    const taken = folders.find((folder) => OF_IMAGE.test(folder));
    if (taken === undefined)
        return folders;
    throw new errors/* InputError */.dz('working-directory', `working-directory: the command would have the machine's ${taken} in place of the image's.`, { hint: 'Begin in a folder of your own, such as the checkout, or use "build-in: host".' });
}
/** The workspace, the job's temporary folder, and those of the files by which a step answers. Only the outermost of them. */
function sharedFolders({ folder, env }, working) {
    const files = COMMAND_FILES.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [(0,external_node_path_.dirname)((0,external_node_path_.resolve)(env[name]))]));
    const folders = [folder, working, ...(env['RUNNER_TEMP'] === undefined ? [] : [env['RUNNER_TEMP']]), ...files].map((each) => (0,external_node_path_.resolve)(each));
    const there = [...new Set(folders)].filter((each) => (0,external_node_fs_.statSync)(each, { throwIfNoEntry: false })?.isDirectory() === true);
    return there.filter((each) => !there.some((other) => other !== each && each.startsWith(`${other}/`)));
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/run.js






/**
 * Runs the action `run`: inputs, the command, outputs and summary.
 * @returns the exit code: that of the command, if it was run
 */
async function runRunAction(process, host, run) {
    let exitCode = 0;
    const code = await (0,run_action/* runAction */.C)(host, inputs_run/* RUN_INPUTS */.qT, async (read) => {
        const request = readRunRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await run(request, host);
        ({ exitCode } = report);
        (0,run_action/* setOutputs */.n)(host, runOutputsOf(report));
        if (request.summary && exitCode === 0)
            await host.summary(renderRunSummary(report));
        if (exitCode !== 0)
            throw new errors/* Failure */.HR(`The command ended with exit code ${exitCode}, ${runPlace(report)}.`);
    });
    return exitCode === 0 ? code : exitCode;
}


/***/ })

};
