export const id = 708;
export const ids = [708];
export const modules = {

/***/ 53708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ NixBuilder)
});

// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/nix/flake/build.js + 1 modules
var build = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/nix/flake/build-failure.js
var build_failure = __webpack_require__(60086);
// EXTERNAL MODULE: ./lib/nix/flake/diagnose.js
var diagnose = __webpack_require__(65225);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/nix/store/path-info.js




/** Returns everything that the roots need at run time, themselves included. @throws CommandError, Failure */
async function closureOf(site, roots) {
    if (roots.length === 0)
        return new Map();
    return parseClosure(await pathInfoJson(site, roots), site.where);
}
/**
 * Returns all that was built by this Nix, and not fetched, besides what was there before; no derivations.
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
/** Returns all that the store holds. @throws CommandError, CancelledError */
async function storeContents(site) {
    return (await site.capture(['nix', 'path-info', '--all'])).split('\n').filter((line) => line !== '');
}
async function pathInfoJson(site, roots) {
    try {
        return await site.capture(['nix', 'path-info', '--json', ...recursive(roots), ...roots]);
    }
    catch (error) {
        // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
        if (!(error instanceof errors/* CommandError */.Qd && error.stderr.includes('--json-format')))
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
    const parsed = (0,parse_json/* parsedJson */.U4)(json, (why) => {
        throw new errors/* Failure */.HR(`"nix path-info --json" (${where}) gave an invalid answer: ${why}.`);
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
        throw new errors/* Failure */.HR(`${path} is not a valid path in the Nix store of ${where}.`);
    }
    const storeDir = field(value, 'storeDir');
    const narSize = field(value, 'narSize');
    const references = field(value, 'references');
    if (typeof narSize !== 'number' || !Array.isArray(references))
        throw unreadable(where, path);
    if (typeof storeDir === 'string' && storeDir !== store_path/* STORE_DIR */.SF) {
        throw new errors/* Failure */.HR(`Nix (${where}) uses the store ${storeDir}; stores elsewhere than ${store_path/* STORE_DIR */.SF} are not supported.`);
    }
    return {
        path,
        narHash: (0,nix_hash/* sriOf */.wM)(field(value, 'narHash')),
        narSize,
        references: references.map((reference) => known.get(String(reference)) ?? referred(path, String(reference), known, where)).sort(store_path/* compareText */.n6),
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
    throw new errors/* Failure */.HR(`The Nix database of ${where} is damaged: ${path} refers to ${full}, which is not valid.`, {
        hint: 'Repair it with "nix-store --verify --check-contents --repair", or use a fresh base image.',
    });
}
/** With or without the store's folder. */
function storePath(text) {
    return (0,store_path/* parseStorePath */.GV)(text.startsWith('/') ? text : `${store_path/* STORE_DIR */.SF}/${text}`);
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
    const hash = (0,nix_hash/* toNix32 */.eN)((0,nix_hash/* parseNixHash */.BB)(field(value, 'hash')));
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
    return new errors/* Failure */.HR(`"nix path-info --json" (${where}) wrote an unknown format: ${what}.`, {
        hint: 'This Nix may be newer than this action supports. Please report its version.',
    });
}

;// CONCATENATED MODULE: ./lib/nix/store/closure.js
/** Returns the NAR bytes of all paths. */
function closureSize(closure) {
    let size = 0;
    for (const info of closure.values())
        size += info.narSize;
    return size;
}

;// CONCATENATED MODULE: ./lib/nix/builder/build-result.js


/** Puts together what is known of a build. */
function buildResult(built, closure) {
    const outputs = new Set(Object.values(built.outputs));
    const named = [...outputs].flatMap((path) => closure.get(path)?.references ?? []);
    const references = [...new Set(named)].filter((path) => !outputs.has(path)).sort(store_path/* compareText */.n6);
    return { ...built, size: closureSize(closure), references, closure };
}

// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
;// CONCATENATED MODULE: ./lib/nix/builder/dev-shell.js




const MOST_VARIABLES = 100_000;
/** Variables that `nix develop` leaves as they are outside (nix/develop.cc), and those of every shell. */
const OUTSIDE = /^(?:BASHOPTS|HOME|NIX_BUILD_TOP|NIX_ENFORCE_PURITY|NIX_LOG_FD|NIX_REMOTE|PPID|SHELL|SHELLOPTS|SSL_CERT_FILE|TEMP|TEMPDIR|TERM|TMP|TMPDIR|TZ|UID|OLDPWD|PWD|SHLVL|_)$/;
/**
 * What a derivation says of how it is built (Nix manual, "Derivations"; nixpkgs manual, "The Standard Environment"). A shell is
 * never built, and the compiler of all its tools would be named in these. docs/make/dev-shell.md lists them.
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
    const variables = json_field/* Field */.D0.of((0,parse_json/* parsedJson */.U4)(json, refuse), refuse).get('variables').members(MOST_VARIABLES);
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

// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
;// CONCATENATED MODULE: ./lib/nix/builder/shell-package.js




/** Where a shell's package has what login shells read, relative to it. */
const SHELL_PROFILE = 'share/nix-feature/profile.sh';
/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED = new Set(['XDG_DATA_DIRS']);
/** Returns what of a shell every process of a container can have, as it is the same everywhere: no store path, no name of a platform, one line, nothing that is expanded. */
function constantsOf({ variables }) {
    return Object.fromEntries(Object.entries(variables).filter(([name, value]) => !JOINED.has(name) && isConstant(value)));
}
function isConstant(value) {
    return value.length <= 4096 && !/[^\P{Cc}\t]|\$|\/nix\/store\/|x86[_-]64|aarch64|amd64|arm64|i686/u.test(value);
}
/** Returns the script that login shells source: the variables that not every process can have. Values that are set already stay. */
function profileText(shell, hook) {
    const constants = constantsOf(shell);
    const rest = Object.entries(shell.variables).filter(([name]) => !Object.hasOwn(constants, name));
    const lines = rest.map(([name, value]) => JOINED.has(name) ? `case ":\${${name}:-}:" in *:${(0,kit_text/* shellWord */.r7)(value)}:*) ;; *) export ${name}=${(0,kit_text/* shellWord */.r7)(value)}"\${${name}:+:$${name}}" ;; esac` : `[ -n "\${${name}+set}" ] || export ${name}=${(0,kit_text/* shellWord */.r7)(value)}`);
    // As one word: other shells also parse what is between "then" and "fi", and fail if it is not their language.
    const run = hook && shell.hook !== '' ? [`[ -z "\${BASH_VERSION:-}" ] || eval ${(0,kit_text/* shellWord */.r7)(shell.hook)}`] : [];
    return `${[...lines, ...run].join('\n')}\n`;
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
/** The folder that nix-direnv, if it is among the shell's packages, shares: stdenv puts it into XDG_DATA_DIRS. */
const NIX_DIRENV = /^\/nix\/store\/[0-9a-z]{32}-nix-direnv(?:-[0-9][^/]*)?\/share$/;
/**
 * What direnv tells people to put into their bashrc, for shells that show a prompt (direnv's documentation, "Setup"). nix-direnv comes as a
 * direnvrc, which is direnv's configuration for whoever has none.
 */
function direnvHook({ variables }) {
    const shared = (variables['XDG_DATA_DIRS'] ?? '').split(':').find((folder) => NIX_DIRENV.test(folder));
    const configured = shared === undefined ? '' : `[ -n "\${DIRENV_CONFIG:-}" ] || [ -e "\${XDG_CONFIG_HOME:-\${HOME:-}/.config}/direnv" ] || export DIRENV_CONFIG=${(0,kit_text/* shellWord */.r7)(`${shared}/nix-direnv`)}; `;
    return `case $- in *i*) if [ -n "$BASH_VERSION" ] && command -v direnv > /dev/null; then ${configured}eval "$(direnv hook bash)"; fi ;; esac\n`;
}
const NEEDS_DIRENV = `[ -x "$out/bin/direnv" ] || { echo "direnv-hook: the shell has no direnv; add it to its packages" >&2; exit 1; }
`;
/** Of an argument (execve(2), MAX_ARG_STRLEN). */
const MOST_BYTES = 128 * 1024 - 1;
/**
 * Returns code of a derivation that holds a shell: programs in \`bin\`, and what login shells read. It is built by the bash that the shell
 * itself names; of what built the shell's tools nothing is in it.
 * @throws Failure if the shell has more text than an argument can have
 */
function shellPackage(name, system, { shell, hook, direnv = false, builder }) {
    const text = profileText(shell, hook) + (direnv ? direnvHook(shell) : '');
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
        throw new errors/* Failure */.HR(`The variables of the shell take ${bytes} bytes; the limit is ${MOST_BYTES}.`, { hint: 'Put large values into a file of a package, and its name into the variable.' });
    return code;
}
/** Returns the store paths that a text names, sorted, each once. */
function storePathsIn(text) {
    const names = [...text.matchAll(/\/nix\/store\/([0-9a-z]{32}-[0-9a-zA-Z+\-._?=]+)/g)].map(([, name = '']) => (0,store_path/* storePathOfName */.p7)(name));
    return [...new Set(names.filter((path) => path !== undefined))].sort();
}

// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
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
        return await work((0,parallel/* eitherSignal */.kX)(signal, over.signal));
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
            const built = await (0,build/* buildOutputs */.JZ)(this.#site, flake, { ...options, onProgress: this.#options.progress });
            return buildResult(built, await closureOf(this.#site, Object.values(built.outputs)));
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
            try {
                const built = (0,build/* parseBuildResult */.FG)(await this.#site.capture(['nix', 'build', '--json', '--no-link', '--expr', code], options));
                const result = buildResult(built, await closureOf(this.#site, [built.storePath]));
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
     * @throws as {@link build} if a package can't be built; Failure, CancelledError
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
                log((0,safe_text/* maskLogins */.Vj)(line));
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


/***/ })

};
