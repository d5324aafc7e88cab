export const id = 785;
export const ids = [785];
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
 * somebody else; docs/use/setup.md says which, and how a row is added.
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
/* harmony export */   uv: () => (/* binding */ sshComplaint),
/* harmony export */   zE: () => (/* binding */ sshAddress)
/* harmony export */ });
/** One host of a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"), without a marker. */
const KNOWN_HOST = /^([^\s@#]\S*)\s+((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/;
/** The same, which may have a marker, be hashed, or be a pattern. */
const LINE = /^(?:@(?:cert-authority|revoked)\s+)?\S+\s+(?:ssh|ecdsa|sk)-\S+\s+[A-Za-z0-9+/]+={0,2}(?:\s|$)/;
/** What ssh says last of why it gives up (OpenSSH, sshconnect.c and clientloop.c). */
const COMPLAINT = /Host key verification failed\.|(?<![\w.@-])[\w.@-]+: Permission denied \([^)\n]{0,200}\)\.|ssh: (?:connect to|Could not)[^\n]{0,500}|Load key [^\n]{0,500}/;
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
/** Why ssh gave up. @returns undefined if it did not */
function sshComplaint(stderr) {
    return COMPLAINT.exec(stderr)?.[0].trim();
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
