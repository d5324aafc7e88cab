export const id = 63;
export const ids = [63];
export const modules = {

/***/ 56698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// UNUSED EXPORTS: evaluateQuestion

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
// EXTERNAL MODULE: ./lib/nix/builder/nix-builder.js + 5 modules
var nix_builder = __webpack_require__(85144);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/place/site.js + 8 modules
var site = __webpack_require__(97705);
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


/***/ }),

/***/ 93040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ JsonError),
/* harmony export */   NE: () => (/* binding */ JSON_DEPTH),
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Why a text is not the JSON that was wanted; the end of a sentence: "it is not JSON". Never quotes the text. */
class JsonError extends Error {
}
/** What everything that we read stays far below; deeper ones end a recursion's stack. */
const JSON_DEPTH = 64;
/** Each takes up to 40 bytes of memory, however little it takes of the text. */
const JSON_VALUES = 4_000_000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses JSON from outside: what would take too much memory or stack is refused before it is built.
 * @throws JsonError
 */
function parseJson(source, { bytes, depth = JSON_DEPTH, values = JSON_VALUES }) {
    const buffer = typeof source === 'string' ? Buffer.from(source) : source;
    if (buffer.length > bytes)
        throw new JsonError(`it has ${buffer.length} bytes; the limit is ${bytes}`);
    measure(buffer, depth, values);
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a secret.
        throw new JsonError('it is not JSON');
    }
}
/** What a program of ours writes about a closure may be large; more than this is never needed. */
const PROGRAM_LIMIT = 512 * 1024 * 1024;
/** What a program wrote. @param refuse throws; it is given the end of a sentence */
function parsedJson(text, refuse) {
    try {
        return parseJson(text, { bytes: PROGRAM_LIMIT, values: 10 * JSON_VALUES });
    }
    catch (error) {
        return refuse(error instanceof JsonError ? error.message : String(error));
    }
}
/** Counts what JSON.parse would build; of what is no JSON, something or other. */
function measure(bytes, depth, values) {
    let open = 0;
    let count = 1;
    let inText = false;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (inText) {
            if (byte === BACKSLASH)
                at++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE) {
            inText = true;
        }
        else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
            open++;
            count++;
            if (open > depth)
                throw new JsonError(`it is nested more than ${depth} levels deep`);
        }
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
            open--;
        }
        else if (byte === COMMA || byte === COLON) {
            count++;
        }
        if (count > values)
            throw new JsonError(`it holds more than ${values} values`);
    }
}


/***/ }),

/***/ 39442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/**
 * The candidate that a mistyped word most likely meant, or undefined if none is close.
 * Close: at most one edit per three letters (a swap of neighbours is one edit), or one is the beginning of the other.
 */
function closest(word, candidates) {
    const lower = word.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(lower, candidate.toLowerCase());
        if (distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    const longest = Math.max(word.length, best?.candidate.length ?? 0);
    if (best !== undefined && best.distance <= Math.max(1, Math.floor(longest / 3)))
        return best.candidate;
    return lower.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(lower));
}
/** ` Did you mean docker?`, or nothing. Ready to be appended to a sentence. */
function didYouMean(word, candidates) {
    const candidate = closest(word, candidates);
    return candidate === undefined ? '' : ` Did you mean ${candidate}?`;
}
/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const replace = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let cost = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 85144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ NixBuilder)
});

// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/redact-urls.js
var redact_urls = __webpack_require__(18486);
// EXTERNAL MODULE: ./lib/nix/flake/build.js
var build = __webpack_require__(94233);
// EXTERNAL MODULE: ./lib/nix/flake/build-failure.js
var build_failure = __webpack_require__(60086);
// EXTERNAL MODULE: ./lib/nix/flake/diagnose.js
var diagnose = __webpack_require__(65225);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/store/path-info.js
var path_info = __webpack_require__(8723);
;// CONCATENATED MODULE: ./lib/nix/store/closure.js
/** NAR bytes of all paths. */
function closureSize(closure) {
    let size = 0;
    for (const info of closure.values())
        size += info.narSize;
    return size;
}

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/nix/builder/build-result.js


/** Puts together what is known of a build. @param buildTime milliseconds */
function buildResult(built, closure, buildTime) {
    const outputs = new Set(Object.values(built.outputs));
    const named = [...outputs].flatMap((path) => closure.get(path)?.references ?? []);
    const references = [...new Set(named)].filter((path) => !outputs.has(path)).sort(store_path/* compareText */.n6);
    return { ...built, buildTime, size: closureSize(closure), references, closure };
}

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
;// CONCATENATED MODULE: ./lib/nix/builder/dev-shell.js




const MOST_VARIABLES = 100_000;
/** Variables that `nix develop` leaves as they are outside (nix/develop.cc), and those of every shell. */
const OUTSIDE = /^(?:BASHOPTS|HOME|NIX_BUILD_TOP|NIX_ENFORCE_PURITY|NIX_LOG_FD|NIX_REMOTE|PPID|SHELL|SHELLOPTS|SSL_CERT_FILE|TEMP|TEMPDIR|TERM|TMP|TMPDIR|TZ|UID|OLDPWD|PWD|SHLVL|_)$/;
/**
 * What a derivation says of how it is built (Nix manual, "Derivations"; nixpkgs manual, "The Standard Environment"). A shell is
 * never built, and the compiler of all its tools would be named in these. docs/dev-shell.md lists them.
 */
const BUILDING = new RegExp(`^(?:${[
    'builder|system|name|pname|version|args|out|outputs|output(?:Bin|Dev|Doc|Man|Info|Lib|Devdoc|Devman|s)|shell|stdenv|src|srcs|sourceRoot|phases|passAsFile|shellHook',
    '__\\w+|dontAddDisableDepTrack|strictDeps|preferLocalBuild|allowSubstitutes|enableParallel\\w+|initialPath',
    '(?:native)?[bB]uildInputs|(?:default|propagated)(?:Native)?BuildInputs|deps(?:Build|Host|Target)\\w+|pkgs(?:Build|Host|Target)\\w+',
    'configure(?:Flags|Script)|(?:cmake|meson|make|build|install|check)Flags|patches|(?:pre|post)Phases',
    '(?:pre|post)?(?:[uU]npack|[pP]atch|[cC]onfigure|[bB]uild|[cC]heck|[iI]nstall|[fF]ixup|[iI]nstallCheck|[dD]ist)Phase|do(?:Install)?Check|doDist|(?:dis)?allowed(?:References|Requisites)',
    'hardening(?:Enable|Disable)|separateDebugInfo|outputHash\\w*|impureEnvVars|exportReferencesGraph|requiredSystemFeatures|NIX_STORE|NIX_BUILD_CORES|NIX_GCROOT',
].join('|')})$`);
/** What Nix sets PATH to in a build that says nothing of it. */
const NO_PATH = '/path-not-set';
/**
 * Reads the answer of `nix print-dev-env --json`.
 * @throws Failure if it can't be read
 */
function parseDevShell(json) {
    const exported = exportedVariables(json);
    const path = (exported.get('PATH') ?? '').split(':').filter((folder) => folder.startsWith('/') && folder !== NO_PATH);
    const hook = exported.get('shellHook') ?? '';
    const variables = [...exported].filter(([name]) => isOfShell(name)).sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b));
    return { path: [...new Set(path)], variables: Object.fromEntries(variables), hook: hook.trim() === '' ? '' : hook, builder: exported.get('builder') ?? '/bin/bash' };
}
/** Variables of bash that it does not export, lists among them, stay in the shell. */
function exportedVariables(json) {
    const variables = field/* Field */.D0.of((0,parse_json/* parsedJson */.U4)(json, refuse), refuse).get('variables').members(MOST_VARIABLES);
    return new Map(variables.flatMap(([name, variable]) => {
        if (variable.get('type').text() !== 'exported' && name !== 'shellHook')
            return [];
        const { value } = variable.get('value');
        return typeof value === 'string' && !value.includes('\0') ? [[name, value]] : [];
    }));
}
function isOfShell(name) {
    return name !== 'PATH' && !OUTSIDE.test(name) && !BUILDING.test(name) && /^[A-Za-z_][A-Za-z0-9_]{0,255}$/.test(name);
}
function refuse(why) {
    throw new errors/* Failure */.HR(`"nix print-dev-env --json" wrote something that can't be read: ${why}.`);
}

// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
;// CONCATENATED MODULE: ./lib/nix/builder/shell-package.js



/** Where a shell's package has what login shells read, relative to it. */
const SHELL_PROFILE = 'share/nix-feature/profile.sh';
/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED = new Set(['XDG_DATA_DIRS']);
/** What of a shell every process of a container can have, as it is the same everywhere: no store path, no name of a platform, one line, nothing that is expanded. */
function constantsOf({ variables }) {
    return Object.fromEntries(Object.entries(variables).filter(([name, value]) => !JOINED.has(name) && isConstant(value)));
}
function isConstant(value) {
    return value.length <= 4096 && !/[^\P{Cc}\t]|\$|\/nix\/store\/|x86[_-]64|aarch64|amd64|arm64|i686/u.test(value);
}
/** The script that login shells source: what can't be said of every process. Values that are set already stay. */
function profileText(shell, hook) {
    const constants = constantsOf(shell);
    const rest = Object.entries(shell.variables).filter(([name]) => !Object.hasOwn(constants, name));
    const lines = rest.map(([name, value]) => JOINED.has(name) ? `case ":\${${name}:-}:" in *:${word(value)}:*) ;; *) export ${name}=${word(value)}"\${${name}:+:$${name}}" ;; esac` : `[ -n "\${${name}+set}" ] || export ${name}=${word(value)}`);
    // As one word: other shells read what is between "then" and "fi" too, and end where it is no code of theirs.
    const run = hook && shell.hook !== '' ? [`[ -z "\${BASH_VERSION:-}" ] || eval ${word(shell.hook)}`] : [];
    return `${[...lines, ...run].join('\n')}\n`;
}
/** One word of sh. */
function word(text) {
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** Links to the programs of all folders, the first of each name, and the script. Its last command is the shell's own: see below. */
const BUILD = `set -e
mkdir -p "$out/bin" "$out/\${profile%/*}"
printf '%s' "$(<"$textPath")" > "$out/$profile"; echo >> "$out/$profile"
while read -r folder; do
  links=()
  for file in "$folder"/*; do
    if [ -f "$file" ] && [ -x "$file" ] && [ ! -e "$out/bin/\${file##*/}" ]; then links+=("$file"); fi
  done
  if [ "\${#links[@]}" -gt 0 ]; then ln -s "\${links[@]}" "$out/bin/"; fi
done < "$foldersPath"
`;
/** What direnv tells people to put into their bashrc, for shells that show a prompt (direnv's documentation, "Setup"). */
const DIRENV_HOOK = `case $- in *i*) if [ -n "$BASH_VERSION" ] && command -v direnv > /dev/null; then eval "$(direnv hook bash)"; fi ;; esac
`;
const NEEDS_DIRENV = `[ -x "$out/bin/direnv" ] || { echo "direnv-hook: the shell has no direnv; add it to its packages" >&2; exit 1; }
`;
/** Of an argument (execve(2), MAX_ARG_STRLEN). */
const MOST_BYTES = 128 * 1024 - 1;
/**
 * Code of a derivation that holds a shell: programs in \`bin\`, and what login shells read. It is built by the bash that the shell
 * itself names; of what built the shell's tools nothing is in it.
 * @throws Failure if the shell has more text than an argument can have
 */
function shellPackage(name, system, { shell, hook, direnv = false, builder }) {
    const text = profileText(shell, hook) + (direnv ? DIRENV_HOOK : '');
    const folders = shell.path.filter((folder) => folder.startsWith(`${store_path/* STORE_DIR */.SF}/`));
    const tools = shell.path.join(':');
    const code = `let
  known = builtins.listToAttrs (map (name: { inherit name; value = { path = true; }; }) [ ${storePathsIn([text, tools, builder].join('\n')).map(flake_text/* nixString */.z7).join(' ')} ]);
  with_ = text: builtins.appendContext text known;
in derivation {
  name = ${(0,flake_text/* nixString */.z7)(name)};
  system = ${(0,flake_text/* nixString */.z7)(system)};
  builder = with_ ${(0,flake_text/* nixString */.z7)(builder)};
  args = [ "-c" ${(0,flake_text/* nixString */.z7)(`${BUILD}${direnv ? NEEDS_DIRENV : ''}exit 0`)} ];
  PATH = ${(0,flake_text/* nixString */.z7)(`${tools}:/usr/bin:/bin`)};
  profile = ${(0,flake_text/* nixString */.z7)(SHELL_PROFILE)};
  text = with_ ${(0,flake_text/* nixString */.z7)(text)};
  folders = ${(0,flake_text/* nixString */.z7)(folders.map((folder) => `${folder}\n`).join(''))};
  passAsFile = [ "text" "folders" ];
}`;
    const bytes = Buffer.byteLength(code);
    if (bytes > MOST_BYTES)
        throw new errors/* Failure */.HR(`The variables of the shell take ${bytes} bytes, and ${MOST_BYTES} are taken at most.`, { hint: 'Put large values into a file of a package, and its name into the variable.' });
    return code;
}
/** The store paths that a text names, sorted, each once. */
function storePathsIn(text) {
    const names = [...text.matchAll(/\/nix\/store\/([0-9a-z]{32}-[0-9a-zA-Z+\-._?=]+)/g)].map(([, name = '']) => (0,store_path/* storePathOfName */.p7)(name));
    return [...new Set(names.filter((path) => path !== undefined))].sort();
}

// EXTERNAL MODULE: ./lib/programs/either-signal.js
var either_signal = __webpack_require__(65765);
;// CONCATENATED MODULE: ./lib/nix/builder/time-limit.js


/**
 * Gives work a signal that is aborted with `signal`, or once the time is over.
 * @param what the beginning of a sentence: "The build of ./tools#default"
 * @param limit milliseconds; undefined: as long as it takes
 * @throws Failure that says so if the time was over, else what the work throws
 */
async function within(what, limit, signal, work) {
    if (limit === undefined)
        return work(signal);
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new errors/* Failure */.HR(`${what} took longer than ${limit / 1000} s, and was stopped.`, { hint: 'Allow more with "time-limit", or leave it out.' })), limit);
    try {
        return await work((0,either_signal/* eitherSignal */.k)(signal, over.signal));
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./lib/nix/builder/nix-builder.js












/** What Nix says when it is told to stop, and what we say better: see failureOf. */
const NOISE = /interrupted by the user|does not provide attribute/;
/** Puts folders before those of PATH, and becomes the command. */
const WITH_PATH = 'PATH=$0:$PATH; export PATH; exec "$@"';
/** Builds, evaluates and runs what flakes offer, wherever Nix is: on the host, or in a container of the base image. */
class NixBuilder {
    #site;
    #options;
    constructor(site, options) {
        this.#site = site;
        this.#options = options;
    }
    /**
     * Builds what a flake's attribute names, or fetches it from where it is built already.
     * @throws BuildError with the derivation that failed and the end of its log; SetupError, Failure, CancelledError
     */
    build(flake) {
        return this.#within(`The build of ${flake.written}`, async (options) => {
            const began = performance.now();
            const built = await (0,build/* buildOutputs */.JZ)(this.#site, flake, options);
            const buildTime = performance.now() - began;
            return buildResult(built, await (0,path_info/* closureOf */.TQ)(this.#site, Object.values(built.outputs)), buildTime);
        });
    }
    /**
     * What `nix develop` gives: the shell's tools are built or fetched; nothing of its own is run.
     * @param flake its attribute is the shell's name
     * @throws as {@link build}
     */
    devShell(flake) {
        return this.#within(`The shell of ${flake.written}`, async (options) => {
            for (const attribute of shellAttributes(flake)) {
                const installable = `${flake.reference}#${attribute}`;
                try {
                    return parseDevShell(await this.#site.capture(['nix', 'print-dev-env', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), installable], options));
                }
                catch (error) {
                    if (!(error instanceof errors/* CommandError */.Qd))
                        throw error;
                    if ((0,diagnose/* diagnose */.h)(error.stderr).kind !== 'attribute')
                        throw await (0,build_failure/* failureOf */.g)(error, this.#site, flake);
                }
            }
            throw await this.#noShell(flake);
        });
    }
    /**
     * Makes of a shell a package: its programs in `bin`, and what login shells read.
     * @param name of the package
     * @throws as {@link build}
     */
    async shellPackage(flake, name, { hook, direnv }) {
        const shell = await this.devShell(flake);
        const code = shellPackage(name, flake.system, { shell, hook, ...(direnv && { direnv }), builder: shell.builder });
        return this.#within(`The shell of ${flake.written}`, async (options) => {
            const began = performance.now();
            try {
                const built = (0,build/* parseBuildResult */.FG)(await this.#site.capture(['nix', 'build', '--json', '--no-link', '--expr', code], options));
                const buildTime = performance.now() - began;
                const result = buildResult(built, await (0,path_info/* closureOf */.TQ)(this.#site, [built.storePath]), buildTime);
                return { ...result, env: { PATH: ['bin'], variables: constantsOf(shell), profile: SHELL_PROFILE } };
            }
            catch (error) {
                throw error instanceof errors/* CommandError */.Qd ? await (0,build_failure/* failureOf */.g)(error, this.#site, flake) : error;
            }
        });
    }
    /**
     * Evaluates an expression or a flake's attribute; what comes out is JSON.
     * @throws BuildError that says where in the user's files it failed; SetupError, Failure, CancelledError
     */
    eval(question) {
        const written = question.kind === 'flake' ? question.flake.written : 'the expression';
        return this.#within(`The evaluation of ${written}`, async (options) => {
            const asked = question.kind === 'flake' ? [...(0,flake_flake/* flakeArguments */.UG)(question.flake), `${question.flake.reference}#${question.flake.attribute}`] : ['--expr', question.text];
            try {
                return (0,parse_json/* parsedJson */.U4)(await this.#site.capture(['nix', 'eval', '--json', ...asked], options), nix_builder_refuse);
            }
            catch (error) {
                throw error instanceof errors/* CommandError */.Qd ? await this.#evaluationFailure(error, question) : error;
            }
        });
    }
    /**
     * Builds packages and runs a command that finds them first in PATH. A command that fails is no error.
     * @throws as {@link build} where a package can't be built; Failure, CancelledError
     */
    async run(packages, command) {
        const folders = await this.packageFolders(packages);
        return this.#within(`"${command[0] ?? ''}"`, async ({ signal }) => {
            const lines = [];
            const onStderr = (line) => {
                lines.push(line);
                if (lines.length > MOST_LINES)
                    lines.shift();
            };
            const argv = folders.length === 0 ? command : ['sh', '-c', WITH_PATH, folders.join(':'), ...command];
            try {
                const stdout = await this.#site.capture(argv, { onStderr, signal });
                return { exitCode: 0, stdout, stderr: lines.join('\n') };
            }
            catch (error) {
                if (!(error instanceof errors/* CommandError */.Qd) || error.exitCode === null)
                    throw error;
                return { exitCode: error.exitCode, stdout: '', stderr: lines.join('\n') };
            }
        });
    }
    /** Builds packages. @returns the folders of their programs, in their order */
    async packageFolders(packages) {
        const folders = [];
        for (const flake of packages)
            folders.push(`${(await this.build(flake)).storePath}/bin`);
        return folders;
    }
    #within(what, work) {
        const { log, signal, timeLimit } = this.#options;
        const onStderr = (line) => {
            if (!NOISE.test(line))
                log((0,redact_urls/* maskLogins */.Vj)(line));
        };
        return within(what, timeLimit, signal, (either) => work({ onStderr, signal: either }));
    }
    async #noShell(flake) {
        const offered = await this.#site
            .capture(['nix', 'eval', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), `${flake.reference}#devShells.${flake.system}`, '--apply', 'builtins.attrNames'])
            .then((json) => (0,parse_json/* parsedJson */.U4)(json, nix_builder_refuse), () => []);
        const hint = offered.length > 0 ? `For ${flake.system} it has: ${offered.join(', ')}.` : `It has no devShells.${flake.system}. Add one to flake.nix, or name packages instead.`;
        return new errors/* BuildError */.zS(`The flake ${flake.written.replace(/#.*/, '')} has no shell "${flake.attribute}" for ${flake.system}.`, {}, { hint });
    }
    async #evaluationFailure(error, question) {
        const diagnosis = (0,diagnose/* diagnose */.h)(error.stderr);
        if (question.kind === 'flake' && diagnosis.kind !== 'attribute')
            return (0,build_failure/* failureOf */.g)(error, this.#site, question.flake);
        if (question.kind === 'flake')
            return new errors/* BuildError */.zS(`The flake ${question.flake.written.replace(/#.*/, '')} has no attribute "${question.flake.attribute}".`, {}, { cause: error });
        const why = diagnosis.kind === 'other' ? diagnosis.message : error.message;
        return new errors/* BuildError */.zS(`The expression can't be evaluated: ${why}`, {}, { cause: error });
    }
}
/** Of standard error, kept for the result. */
const MOST_LINES = 1000;
/** Where `nix develop` looks for a shell, in its order; the system is written out, as it may be another than this machine's. */
function shellAttributes({ attribute, system }) {
    if (attribute.includes('.'))
        return [attribute];
    const old = attribute === 'default' ? [`devShell.${system}`, `defaultPackage.${system}`] : [];
    return [`devShells.${system}.${attribute}`, ...old, `packages.${system}.${attribute}`];
}
function nix_builder_refuse(why) {
    throw new errors/* Failure */.HR(`Nix answered with something that can't be read: ${why}.`);
}


/***/ }),

/***/ 16394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ pinnedNixpkgs),
/* harmony export */   SJ: () => (/* binding */ pinnedInputs),
/* harmony export */   X$: () => (/* binding */ packagesFlake),
/* harmony export */   aM: () => (/* binding */ hasFloatingInputs),
/* harmony export */   kb: () => (/* binding */ isPackageName),
/* harmony export */   uK: () => (/* binding */ attributes),
/* harmony export */   z7: () => (/* binding */ nixString)
/* harmony export */ });
/* unused harmony export selection */
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);



/** What Nix code takes for a name as it is, if it is no word of the language (Nix manual, "Identifiers", "Keywords"). */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_'-]*$/;
const SYSTEMS = _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr.map(_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .systemOf */ .br);
const KEYWORDS = new Set(['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with']);
/** The path of an attribute of nixpkgs: `jq`, `python3Packages.requests`, `gtk+3`. */
function isPackageName(text) {
    return text.length <= 200 && text.split('.').every((part) => /^[A-Za-z0-9_][A-Za-z0-9_'+-]*$/.test(part));
}
/**
 * Does a flake.nix declare inputs that may be others tomorrow, where no lock file says which? An input whose address
 * names a revision, or whose attributes do, is none. Comments are left out of account; strings are not, which at worst warns once too often.
 */
function hasFloatingInputs(flakeNix) {
    const code = flakeNix.replaceAll(/#.*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    if (!/(?:^|[\s{;])inputs\s*(?:=\s*\{\s*[^\s}]|\.)/.test(code))
        return false;
    // Inputs as attributes: { type = "github"; owner = "NixOS"; repo = "nixpkgs"; rev = "…"; }
    const sources = code.match(/\{[^{}]*\btype\s*=\s*"[^{}]*\}/g) ?? [];
    if (sources.some((source) => !/\b(?:rev\s*=\s*"[0-9a-f]{40}"|narHash\s*=\s*"sha256-)/.test(source)))
        return true;
    const rest = sources.reduce((text, source) => text.replace(source, ''), code);
    const urls = [...rest.matchAll(/\burl\s*=\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
    return urls.length + sources.length === 0 || urls.some((url) => !/\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url));
}
/**
 * A flake that offers an environment of packages of nixpkgs as its default, for every system that is built for.
 * Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs as a flake.lock has it, or a flake reference; undefined: what Nix's registry of flakes knows by that name
 */
function packagesFlake(name, packages, nixpkgs) {
    const paths = packages.map((attribute) => `          ${selection(attribute)}`);
    return `{
  inputs.nixpkgs${typeof nixpkgs === 'object' ? ` = ${attributes(nixpkgs)}` : `.url = ${nixString(nixpkgs ?? 'flake:nixpkgs')}`};
  outputs = { self, nixpkgs }: {
    packages = builtins.listToAttrs (map (system: let pkgs = nixpkgs.legacyPackages.\${system}; in { name = system; value = {
      default = pkgs.buildEnv {
        name = ${nixString(name)};
        paths = [
${paths.join('\n')}
        ];
      };
    }; }) [ ${SYSTEMS.map(nixString).join(' ')} ]);
  };
}
`;
}
/**
 * The nixpkgs that a flake.lock pins.
 * @returns undefined if it has none
 * @throws InputError if it can't be read
 */
function pinnedNixpkgs(flakeLock, file) {
    return pinnedInputs(flakeLock, file, { input: 'packages', hint: 'Create it again with "nix flake lock".' }).get('nixpkgs');
}
/** What a lock file pins, by the names of the inputs of its root. @throws InputError if it can't be read */
function pinnedInputs(lock, file, { input, hint }) {
    try {
        const { nodes, root } = JSON.parse(lock);
        return new Map(Object.entries(nodes[root]?.inputs ?? {}).flatMap(([name, node]) => {
            const locked = typeof node === 'string' ? nodes[node]?.locked : undefined;
            if (locked === undefined)
                return [];
            if (isLockedSource(locked))
                return [[name, locked]];
            throw new TypeError('a locked input has invalid values');
        }));
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(input, `${file} is not a lock file of Nix.`, { cause, hint, location: { file } });
    }
}
function isLockedSource(value) {
    if (!(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return false;
    return Object.values(value).every((each) => typeof each === 'string' || typeof each === 'boolean' || (Number.isSafeInteger(each) && Number(each) >= 0));
}
/** The code that picks a package out of `pkgs`. @param attribute as `isPackageName` takes it */
function selection(attribute) {
    return ['pkgs', ...attribute.split('.').map((part) => (IDENTIFIER.test(part) && !KEYWORDS.has(part) ? part : nixString(part)))].join('.');
}
/** A locked source as Nix code. */
function attributes(source) {
    const entries = Object.entries(source).filter(([name]) => name !== '__final');
    return `{ ${entries.map(([name, value]) => `${nixString(name)} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}
const ESCAPES = { '\n': String.raw `\n`, '\r': String.raw `\r`, '\t': String.raw `\t` };
/** Text as Nix code (Nix manual, "String"). @throws Failure for a NUL, which no string of Nix can hold */
function nixString(text) {
    if (text.includes('\0'))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("A text that contains a NUL can't be written as Nix code.");
    return `"${text.replaceAll(/["\\]|\$(?=\{)|[\n\r\t]/g, (found) => ESCAPES[found] ?? `\\${found}`)}"`;
}


/***/ }),

/***/ 99863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ isUsableVersion),
/* harmony export */   _9: () => (/* binding */ DEFAULT_NIX),
/* harmony export */   bX: () => (/* binding */ chooseRelease)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/**
 * SHA-256 of `nix-<version>-<system>.tar.xz`, as the installer of each release has it
 * (`https://releases.nixos.org/nix/nix-<version>/install`). Each was found in a copy of that script and again in a pin of
 * somebody else; docs/setup.md says which, and how a row is added.
 */
const RELEASES = {
    '2.26.3': {
        'x86_64-linux': 'd378a057253fb98f05c3e7c431c1852cca6afae3376f5853a9fcb7ae423a05ad',
        'aarch64-linux': '8e52a0ff91b14a3fd7e5bdf5abe263c732b8655ecc67d7730844bb90e2203416',
    },
    '2.28.3': {
        'x86_64-linux': '85d1847d06d5d56167796d3f61cd992908de84584db3e700da031a782b59ea22',
        'aarch64-linux': '3dffb118772382e35526806fb97acc05df7ad6dc29dbe52b921b77e52e39f571',
    },
    '2.31.2': {
        'x86_64-linux': 'd1f67c86eed016214864ba08bfb9529c307aea7e8fafb74853f96fcc3bfd8a60',
        'aarch64-linux': '64db528412096d718b4bf8f78f85e5ac2b714b774e5005500dee37d23f560456',
    },
    '2.35.1': {
        'x86_64-linux': 'c3fe29778acaa93b5095ee66e36f11ec7c6a284c40970a24cc83ac4f04809db3',
        'aarch64-linux': '79b739996f1751573b4d2b56e4ae607855184c711f2cc1274fa0952a13d4bfc9',
    },
};
/** Within the range that this project is tested with; newer ones are there for those who ask for them. */
const DEFAULT_NIX = '2.31.2';
/** Older ones lack what is used here (nix/run/version.ts). */
const OLDEST_MINOR = 8;
/**
 * Chooses what to install.
 * @throws InputError where the version can't be installed, or nothing says which hash it has
 */
function chooseRelease({ version = DEFAULT_NIX, sha256, mirror }, system) {
    const known = Object.hasOwn(RELEASES, version) ? RELEASES[version]?.[system] : undefined;
    const hash = sha256 ?? known;
    if (hash === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-sha256', `nix-version: the SHA-256 of Nix ${version} for ${system} is not known here: it is for ${Object.keys(RELEASES).join(', ')}.`, {
            hint: `Give it as "nix-sha256"; it is at https://releases.nixos.org/nix/nix-${version}/nix-${version}-${system}.tar.xz.sha256.`,
        });
    }
    return { version, system, sha256: hash, url: `${mirror}/nix-${version}/nix-${version}-${system}.tar.xz` };
}
/** Is it the version of a release that can be used here: three numbers, 2.8.0 or newer? */
function isUsableVersion(text) {
    const [, major = '', minor = ''] = /^(\d{1,4})\.(\d{1,4})\.\d{1,4}$/.exec(text) ?? [];
    return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= OLDEST_MINOR);
}


/***/ }),

/***/ 10710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ twoPorts),
/* harmony export */   K4: () => (/* binding */ sshFiles),
/* harmony export */   bN: () => (/* binding */ sshOptions),
/* harmony export */   cA: () => (/* binding */ wrongHostLine),
/* harmony export */   pW: () => (/* binding */ buildersWithKeys),
/* harmony export */   zE: () => (/* binding */ sshAddress)
/* harmony export */ });
/** One host of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), without a marker. */
const KNOWN_HOST = /^([^\s@#]\S*)\s+((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/;
/** The same, which may have a marker, be hashed, or be a pattern. */
const LINE = /^(?:@(?:cert-authority|revoked)\s+)?\S+\s+(?:ssh|ecdsa|sk)-\S+\s+[A-Za-z0-9+/]+={0,2}(?:\s|$)/;
/** A remote builder that is reached by ssh: the first word of its line (Nix manual, "Remote Builds"). */
const SSH_BUILDER = /^(?:(ssh|ssh-ng):\/\/)?((?:[^@\s/]+@)?)(\[[^\]\s]+\]|[^\s:/?#[\]]+)(?::(\d+))?(\?\S*)?$/;
/** @returns undefined for what is not reached by ssh: a file with builders, a store of another kind */
function sshAddress(builder) {
    const [uri = ''] = builder.split(/\s+/);
    if (/^[@/]/.test(uri))
        return undefined;
    const [match, scheme = 'ssh', user = '', host = '', port, query = ''] = SSH_BUILDER.exec(uri) ?? [];
    return match === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port, portless: `${scheme}://${user}${host}${query}` };
}
/** The number of the first line that is not one of a known_hosts file, from 1; undefined: all are. */
function wrongHostLine(text) {
    const at = text.split('\n').findIndex((line) => !/^\s*(?:#|$)/.test(line) && !LINE.test(line.trim()));
    return at < 0 ? undefined : at + 1;
}
/** Two builders of one host that differ only in their port can't be told apart without it. */
function twoPorts(builders) {
    const ports = new Map();
    for (const { host, port } of builders.flatMap((builder) => sshAddress(builder) ?? [])) {
        if (ports.has(host) && ports.get(host) !== port)
            return host;
        ports.set(host, port);
    }
    return undefined;
}
/** Where the files of {@link sshFiles} are, seen from where Nix runs. */
const NAMES = { key: 'key', hosts: 'known_hosts', config: 'config' };
/**
 * The files that ssh needs, by their names in one folder. Ours come before those of the user and the machine, and the first
 * value of a setting counts (ssh_config(5)).
 */
function sshFiles({ key, knownHosts }, builders, folder) {
    const ports = builders.flatMap((builder) => {
        const { host, port } = sshAddress(builder) ?? {};
        return host === undefined || port === undefined ? [] : [`Host ${host}`, `  Port ${port}`];
    });
    const config = [
        ...ports,
        'Host *',
        ...(key === undefined ? [] : [`  IdentityFile ${folder}/${NAMES.key}`, '  IdentitiesOnly yes']),
        ...(knownHosts === undefined ? [] : [`  UserKnownHostsFile ${folder}/${NAMES.hosts}`, '  GlobalKnownHostsFile /dev/null']),
        '  StrictHostKeyChecking yes',
        '  BatchMode yes',
        'Include ~/.ssh/config',
        'Include /etc/ssh/ssh_config',
    ];
    return new Map([
        [NAMES.config, `${config.join('\n')}\n`],
        ...(key === undefined ? [] : [[NAMES.key, key]]),
        ...(knownHosts === undefined ? [] : [[NAMES.hosts, knownHosts]]),
    ]);
}
/** What Nix tells ssh; `inherited` wins, as it is the user's own. */
function sshOptions(folder, inherited) {
    return `${inherited} -F ${folder}/${NAMES.config}`.trim();
}
/**
 * The builders with the key and the host's key in their own fields, unless they have others: a daemon, which does not know our
 * environment, reads them there. Fields are: address, systems, key, jobs, speed, features, required features, host key.
 */
function buildersWithKeys(builders, { key, knownHosts }, folder) {
    return builders.map((builder) => {
        const address = sshAddress(builder);
        if (address === undefined)
            return builder;
        const [, ...fields] = builder.split(/\s+/);
        const all = [address.portless, ...fields];
        if (key !== undefined)
            setField(all, 2, `${folder}/${NAMES.key}`);
        const hostKey = knownHosts === undefined ? undefined : keyOf(address, knownHosts);
        if (hostKey !== undefined)
            setField(all, 7, Buffer.from(hostKey).toString('base64'));
        return all.join(' ');
    });
}
function setField(fields, index, value) {
    while (fields.length <= index)
        fields.push('-');
    if (fields[index] === '-')
        fields[index] = value;
}
/** The first key that is known of a host by its name; hashed names and patterns are for ssh. */
function keyOf({ host, port }, knownHosts) {
    const names = new Set(port === undefined ? [host] : [`[${host}]:${port}`]);
    for (const line of knownHosts.split('\n')) {
        const [, hosts = '', type = '', key = ''] = KNOWN_HOST.exec(line.trim()) ?? [];
        if (hosts.split(',').some((name) => names.has(name)))
            return `${type} ${key}`;
    }
    return undefined;
}


/***/ }),

/***/ 8723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ storeContents),
/* harmony export */   TQ: () => (/* binding */ closureOf),
/* harmony export */   pN: () => (/* binding */ builtSince)
/* harmony export */ });
/* unused harmony export parseClosure */
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _nix_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43643);
/* harmony import */ var _store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);




/** Everything that the roots need at run time, themselves included. @throws CommandError, Failure */
async function closureOf(site, roots) {
    if (roots.length === 0)
        return new Map();
    return parseClosure(await pathInfoJson(site, roots), site.where);
}
/**
 * All that was built by this Nix, and not fetched, besides what was there before; no derivations.
 * @param before everything that was there
 * @throws CommandError, Failure, CancelledError
 */
async function builtSince(site, before) {
    const json = await pathInfoJson(site, ['--all']);
    const closure = parseClosure(json, site.where);
    const built = entriesOf(json, site.where).filter(([, value]) => field(value, 'ultimate') === true);
    return built.flatMap(([key]) => {
        const path = storePath(key);
        const info = closure.get(path);
        return info === undefined || before.has(path) || path.endsWith('.drv') ? [] : [info];
    });
}
/** All that the store holds. @throws CommandError, CancelledError */
async function storeContents(site) {
    return (await site.capture(['nix', 'path-info', '--all'])).split('\n').filter((line) => line !== '');
}
async function pathInfoJson(site, roots) {
    try {
        return await site.capture(['nix', 'path-info', '--json', ...recursive(roots), ...roots]);
    }
    catch (error) {
        // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && error.stderr.includes('--json-format')))
            throw error;
        return site.capture(['nix', 'path-info', '--json', '--json-format', '1', ...recursive(roots), ...roots]);
    }
}
/** All that there is has no further references. */
function recursive(roots) {
    return roots[0] === '--all' ? [] : ['--recursive'];
}
/**
 * Reads the answer of any Nix: an array (up to 2.18), an object keyed by path (2.19 and later), or one with the paths
 * under `info` and without the store's folder (`--json-format 2`).
 * @param where for messages: where Nix ran
 * @throws Failure if a path is not valid or the set is not closed
 */
function parseClosure(json, where) {
    const values = new Map(entriesOf(json, where).map(([key, value]) => [storePath(key), value]));
    // References are most of what there is: each is one of the keys, and that one text of it is kept.
    const known = new Map([...values.keys()].map((path) => [path, path]));
    return new Map([...values.keys()].sort().map((path) => [path, pathInfo(path, values.get(path), known, where)]));
}
function entriesOf(json, where) {
    const parsed = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedJson */ .U4)(json, (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"nix path-info --json" (${where}) gave an invalid answer: ${why}.`);
    });
    if (Array.isArray(parsed))
        return parsed.map((entry) => [String(field(entry, 'path')), entry]);
    if (typeof parsed !== 'object' || parsed === null)
        throw unreadable(where, json.slice(0, 80));
    const info = field(parsed, 'info');
    return Object.entries(typeof info === 'object' && info !== null ? info : parsed);
}
function pathInfo(path, value, known, where) {
    if (value === null || field(value, 'valid') === false) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${path} is not a valid path in the Nix store of ${where}.`);
    }
    const storeDir = field(value, 'storeDir');
    const narSize = field(value, 'narSize');
    const references = field(value, 'references');
    if (typeof narSize !== 'number' || !Array.isArray(references))
        throw unreadable(where, path);
    if (typeof storeDir === 'string' && storeDir !== _store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Nix (${where}) uses the store ${storeDir}; stores elsewhere than ${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF} are not supported.`);
    }
    return {
        path,
        narHash: (0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(field(value, 'narHash')),
        narSize,
        references: references.map((reference) => known.get(String(reference)) ?? referred(path, String(reference), known, where)).sort(_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6),
        deriver: deriver(field(value, 'deriver')),
        ca: contentAddress(field(value, 'ca')),
    };
}
/** What a path refers to, however it is written. @throws Failure if that is not valid */
function referred(path, reference, known, where) {
    const full = storePath(reference);
    const found = known.get(full);
    if (found !== undefined)
        return found;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`The Nix database of ${where} is damaged: ${path} refers to ${full}, which is not valid.`, {
        hint: 'Repair it with "nix-store --verify --check-contents --repair", or use a fresh base image.',
    });
}
/** With or without the store's folder. */
function storePath(text) {
    return (0,_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(text.startsWith('/') ? text : `${_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .STORE_DIR */ .SF}/${text}`);
}
function deriver(value) {
    return typeof value === 'string' && value !== '' && !value.endsWith('unknown-deriver') ? storePath(value) : null;
}
/** The string that the database and binary caches hold (Nix manual, "Content-addressing store objects"). */
function contentAddress(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    if (typeof value !== 'object' || value === null)
        return null;
    const hash = (0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .toNix32 */ .eN)((0,_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNixHash */ .BB)(field(value, 'hash')));
    const method = field(value, 'method');
    switch (method) {
        case 'text':
            return `text:${hash}`;
        case 'flat':
            return `fixed:${hash}`;
        case 'nar':
            return `fixed:r:${hash}`;
        default:
            return `fixed:${String(method)}:${hash}`;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function unreadable(where, what) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`"nix path-info --json" (${where}) wrote an unknown format: ${what}.`, {
        hint: 'This Nix may be newer than this action supports. Please report its version.',
    });
}


/***/ }),

/***/ 55541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Dh: () => (/* binding */ DIGEST),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   z9: () => (/* binding */ digestOfHex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



const SHA256 = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return SHA256.test(text);
}
const DIGEST = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .grammar */ .qN)('a digest (sha256:<64 hexadecimal digits>)', isDigest);
/** @throws Failure if `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
function parseDigest(text) {
    if (!isDigest(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`"${text}" is not a digest: expected sha256:<64 hexadecimal digits>.`);
    return text;
}
/** The digest of bytes in memory. */
function digestOf(bytes) {
    return digestOfHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'));
}
/** The digest of a SHA-256 that was computed in a stream. */
function digestOfHex(hex) {
    return `sha256:${hex}`;
}
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 20844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Mo: () => (/* binding */ REGISTRY),
/* harmony export */   n_: () => (/* binding */ checkRepository),
/* harmony export */   uC: () => (/* binding */ checkTagOrDigest)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18486);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);




// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;
const REGISTRY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a registry's host (ghcr.io, localhost:5000)", isRegistry);
const REPOSITORY = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .grammar */ .qN)("a repository's name (org/my-tools)", isRepository);
function isRegistry(text) {
    return text.length <= MAX_NAME && HOST.test(text);
}
function isRepository(text) {
    return text.length <= MAX_NAME && NAME.test(text);
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * Whoever makes a request asks again, wherever the names come from: an address is made of them.
 * @throws Failure if one is none
 */
function checkName({ registry, repository }) {
    if (!isRegistry(registry))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(registry)} is not ${REGISTRY.what}.`);
    checkRepository(repository);
}
/** @throws Failure if the text is no repository's name */
function checkRepository(text) {
    if (!isRepository(text))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is not ${REPOSITORY.what}.`);
}
/** @throws Failure if the text is neither a tag nor a digest */
function checkTagOrDigest(text) {
    if (isTag(text) || (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(text))
        return text;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${quoted(text)} is neither a tag nor a digest of a repository.`);
}
function quoted(text) {
    return JSON.stringify(text.slice(0, 200));
}
const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';
/** @throws Failure if `text` is no image reference */
function parseReference(text) {
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${text}" is not an image reference: ${why}.`, { hint: HINT });
    };
    if (text === '')
        refuse('it is empty');
    if (/^[a-z]+:\/\//i.test(text))
        refuse('a reference has no scheme such as https://');
    // No tag and no digest has a slash behind the at sign: this is a login, and not to be shown.
    const login = /^[^/@]+@(?=[^@]*\/)/.exec(text)?.[0];
    if (login !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${_kit_redact_urls_js__WEBPACK_IMPORTED_MODULE_3__/* .MASKED */ .uA}@${text.slice(login.length)}" is not an image reference: it can't contain a login.`, {
            hint: 'Give user name and password separately, or log in with docker.',
        });
    }
    const at = text.indexOf('@');
    const digest = at === -1 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        refuse(`"${digest}" is not sha256: and 64 hexadecimal digits`);
    const rest = at === -1 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        refuse(`"${tag}" is not a tag (letters, digits, "_", ".", "-", at most 128, not beginning with "." or "-")`);
    }
    const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
    if (!isRegistry(registry))
        refuse(`"${registry}" is not a registry's host name`);
    if (/[A-Z]/.test(repository))
        refuse(`the repository "${repository}" must be lower case`);
    if (!NAME.test(repository))
        refuse(`"${repository}" is not a repository's name`);
    if (registry.length + 1 + repository.length > MAX_NAME)
        refuse(`its name is longer than ${MAX_NAME} characters`);
    return {
        registry,
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest: digest }),
    };
}
/** The reference written out in full: `docker.io/library/debian:12@sha256:…`. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const named = /[.:[A-Z]/.test(first) || first === 'localhost';
    const registry = named ? first : 'docker.io';
    const repository = named ? name.slice(slash + 1) : name;
    if (registry !== 'docker.io' && registry !== 'index.docker.io')
        return { registry, repository };
    return { registry: 'docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}


/***/ }),

/***/ 82480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ archOfNode),
/* harmony export */   Pr: () => (/* binding */ ARCHES),
/* harmony export */   Qh: () => (/* binding */ archOf),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   nn: () => (/* binding */ isArch)
/* harmony export */ });
/** The one place where OCI platforms and Nix systems are converted into each other. */
const ARCHES = ['amd64', 'arm64'];
const SYSTEMS = { amd64: 'x86_64-linux', arm64: 'aarch64-linux' };
function systemOf(arch) {
    return SYSTEMS[arch];
}
function archOf(system) {
    return system === 'x86_64-linux' ? 'amd64' : 'arm64';
}
function isArch(text) {
    return ARCHES.includes(text);
}
/** The arch of a `process.arch`, or undefined if this action has no name for it. */
function archOfNode(nodeArch) {
    return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
}


/***/ })

};
