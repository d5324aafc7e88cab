export const id = 698;
export const ids = [698];
export const modules = {

/***/ 56698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateQuestion: () => (/* binding */ evaluateQuestion),
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/stages.js
var kit_stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/builder/nix-builder.js + 6 modules
var nix_builder = __webpack_require__(53708);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/place/site.js + 9 modules
var site = __webpack_require__(40205);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
;// CONCATENATED MODULE: ./lib/shell/shell-words.js
/** A text as one word of sh, whatever is in it. */
function quoted(text) {
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED = new Set(['XDG_DATA_DIRS']);
/** Lines of sh that export variables. */
function envExports(variables) {
    return Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}${JOINED.has(name) ? joined(name) : ''}`);
}
/** The line that puts folders first in PATH; none without folders. */
function pathExport(folders) {
    return folders.length === 0 ? [] : [`export PATH=${quoted(folders.join(':'))}${joined('PATH')}`];
}
function joined(name) {
    return `"\${${name}:+:$${name}}"`;
}

;// CONCATENATED MODULE: ./lib/shell/entry-files.js

const NAMES = { entry: 'enter.sh', env: 'env.sh', hook: 'hook.sh', script: 'step', rc: 'bashrc' };
/** The one that is run, by /bin/sh. */
const ENTRY_FILE = NAMES.entry;
/** GitHub's documentation, "jobs.<job_id>.steps[*].shell"; errors end a script, in a pipe too. */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'];
const SH = ['sh', '-e', '{0}'];
/**
 * The files by which /bin/sh enters an environment and becomes a command. Variables are in a file, as a list of arguments could
 * be seen by every process of the machine.
 * @param place absolute: the folder that they are written to
 */
function entryFiles(place, { path, variables, hook, folder }, command) {
    const file = (name) => `${place}/${name}`;
    const enter = [`. ${quoted(file(NAMES.env))}`, `cd ${quoted(folder)} || exit 1`];
    const hasHook = hook !== '';
    const begin = hasHook && command.kind !== 'terminal' ? `exec bash -c '. "$0" && exec "$@"' ${quoted(file(NAMES.hook))}` : 'exec';
    return {
        [NAMES.env]: `${[...envExports(variables), ...pathExport(path)].join('\n')}\n`,
        ...(hasHook && { [NAMES.hook]: `${hook}\n` }),
        ...(command.kind === 'script' && { [NAMES.script]: command.text.endsWith('\n') ? command.text : `${command.text}\n` }),
        ...(command.kind === 'terminal' && { [NAMES.rc]: terminalRc(file(NAMES.env), hasHook ? file(NAMES.hook) : undefined) }),
        [NAMES.entry]: `${[...enter, ...commandLines(command, begin, { script: file(NAMES.script), rc: file(NAMES.rc) })].join('\n')}\n`,
    };
}
function commandLines(command, begin, files) {
    if (command.kind === 'program')
        return [`${begin} ${command.argv.map(quoted).join(' ')}`];
    if (command.kind === 'terminal')
        return [`if command -v bash > /dev/null; then exec bash --rcfile ${quoted(files.rc)} -i; fi`, 'exec sh -i'];
    const line = (words) => `${begin} ${words.map((word) => quoted(word.replaceAll('{0}', files.script))).join(' ')}`;
    const { shell } = command;
    if (shell === undefined)
        return [`if command -v bash > /dev/null; then ${line(BASH)}; fi`, line(SH)];
    if (shell === 'bash')
        return [line(BASH)];
    return [shell === 'sh' ? line(SH) : line(shell.split(/\s+/))];
}
/** What the user's own file sets may hide the tools, so theirs comes first, as `nix develop` has it. */
function terminalRc(env, hook) {
    return `${['[ ! -r ~/.bashrc ] || . ~/.bashrc', `. ${quoted(env)}`, "PS1='(nix-feature) '\"$PS1\"", ...(hook === undefined ? [] : [`. ${quoted(hook)}`])].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/app/run.js
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
 * Runs a command with what a flake's shell or packages bring, in a container of the base image or on the host. Whatever
 * happens, no container and no temporary folder stays behind.
 * @throws Failure if the command can't be run; how it ends is no failure
 */
async function runCommand(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const place = await entryFolder(cleanup);
        const sources = request.tools.kind === 'shell' ? [request.tools.flake] : request.tools.flakes;
        const { builder, flakes, opened } = await openBuilder({ ...request, shared: [...request.shared, place] }, sources, host, cleanup);
        const stages = new kit_stages/* Stages */.e(host, '');
        const shell = await stages.run('Prepare the shell', {}, async () => {
            const made = await shellOf(request, builder, flakes);
            return [made, `${(0,format/* formatNumberOf */.Of)(made.path.length, 'folder')} in PATH`];
        });
        const inContainer = request.buildIn === 'container';
        const variables = { ...(inContainer && { ...GIT_TRUST, ...request.jobEnv }), ...shell.variables, ...request.env };
        const hook = request.tools.kind === 'shell' && request.tools.hook ? shell.hook : '';
        await writeFiles(place, entryFiles(place, { path: shell.path, variables, hook, folder: request.folder }, request.command));
        const started = performance.now();
        const exitCode = await opened.site.attach(['/bin/sh', (0,external_node_path_.join)(place, ENTRY_FILE)], { terminal: request.terminal, signal: host.signal });
        host.signal.throwIfAborted();
        const ended = performance.now();
        return { exitCode, where: opened.site.where, nix: opened.nix, path: shell.path, tools: flakes.map(({ written }) => written), prepared: started - began, duration: ended - started, given: request.given };
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
/** Evaluates an expression or a flake's attribute. @throws Failure */
async function evaluateQuestion(request, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const { question } = request;
        const { builder, flakes } = await openBuilder({ ...request, shared: [] }, question.kind === 'flake' ? [question.flake] : [], host, cleanup);
        const [flake] = flakes;
        return builder.eval(question.kind === 'flake' && flake !== undefined ? { kind: 'flake', flake } : { kind: 'expression', text: question.kind === 'expression' ? question.text : '' });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function openBuilder(request, sources, host, cleanup) {
    const inContainer = request.buildIn === 'container';
    const seenFolders = new seen_folder/* SeenFolders */.v(cleanup);
    const flakes = [];
    for (const source of sources) {
        flakes.push(await (0,flake/* resolveFlake */.kR)(source, { system: (0,platform/* systemOf */.br)(request.arch), featureId: 'run', featureFolder: request.folder, inContainer, seenFolders, host, cleanup }));
    }
    const place = { request, arch: request.arch, host, stages: new kit_stages/* Stages */.e(host, ''), shared: request.shared, cleanup };
    const opened = inContainer ? await (0,site/* openContainerSite */.hv)(place, [...new Set(flakes.flatMap(({ mounts }) => mounts))]) : await (0,site/* openHostSite */.gZ)(place);
    await opened.prepare();
    return { builder: new nix_builder/* NixBuilder */.B(opened.site, { log: (line) => host.info(line), signal: host.signal, timeLimit: request.timeLimit }), flakes, opened };
}
async function shellOf({ tools }, builder, flakes) {
    const [first] = flakes;
    if (tools.kind === 'shell' && first !== undefined)
        return builder.devShell(first);
    return { path: await builder.packageFolders(flakes), variables: {}, hook: '', builder: '' };
}
/** In a container the checkout belongs to another user than its root, and git would not read it. */
const GIT_TRUST = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
async function entryFolder(cleanup) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-run');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    await (0,promises_.chmod)(folder, 0o700);
    return folder;
}
/** Of the environment, which may hold secrets, nobody else may read a word. */
async function writeFiles(folder, files) {
    for (const [name, text] of Object.entries(files))
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { mode: 0o600 });
}


/***/ })

};
