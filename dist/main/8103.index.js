export const id = 8103;
export const ids = [8103];
export const modules = {

/***/ 5951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ HostSite),
/* harmony export */   D: () => (/* binding */ needsCloudKeys)
/* harmony export */ });
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97825);
/* harmony import */ var _programs_ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27432);
/* harmony import */ var _programs_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27528);
/* harmony import */ var _nix_conf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59729);




/** The Nix that is installed where we run. */
class HostSite {
    where = 'the host';
    storeIsHere = true;
    system;
    #options;
    constructor(options) {
        this.system = options.system;
        this.#options = options;
    }
    capture(argv, options = {}) {
        return isShort(argv, options) ? (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(argv, { ...this.#merged(options), limit: Infinity }) : _programs_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg(argv, this.#merged(options));
    }
    stream(argv, options = {}) {
        return _programs_process_js__WEBPACK_IMPORTED_MODULE_2__/* .stream */ .Td(argv, this.#merged(options));
    }
    attach(argv, options) {
        const { baseEnv } = this.#options;
        return _programs_process_js__WEBPACK_IMPORTED_MODULE_2__/* .attach */ .K0(argv, { ...options, purpose: 'step', ...(baseEnv !== undefined && { baseEnv }) });
    }
    #merged(options) {
        const { env, baseEnv, signal } = this.#options;
        const purpose = this.#options.needsCloudKeys === true ? 'nix with cloud keys' : 'nix';
        return { ...options, purpose, env: { ...env, ...options.env }, signal: (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_0__/* .eitherSignal */ .kX)(options.signal, signal), ...(baseEnv !== undefined && { baseEnv }) };
    }
}
/** Questions whose answers are short. The second may fetch a flake first, however long that takes. */
const SHORT = [['nix', '--version'], ['nix', 'flake', 'metadata']];
function isShort(argv, { input, onStderr }) {
    return input === undefined && onStderr === undefined && SHORT.some((question) => question.every((word, index) => argv[index] === word));
}
/**
 * Tells whether a binary cache or a store of this Nix is in S3. Only then Nix gets the keys in the environment.
 * @param config the text of NIX_CONFIG
 * @param env says where Nix's own files are (Nix manual, "nix.conf")
 */
async function needsCloudKeys(config, env) {
    const { NIX_REMOTE = '' } = env;
    return [config, NIX_REMOTE, await (0,_nix_conf_js__WEBPACK_IMPORTED_MODULE_3__/* .hostNixConf */ .kL)(env)].some((text) => /\bs3:\/\//.test(text));
}


/***/ }),

/***/ 59729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ namedSubstituters),
/* harmony export */   R5: () => (/* binding */ DEFAULT_SUBSTITUTER),
/* harmony export */   kL: () => (/* binding */ hostNixConf),
/* harmony export */   st: () => (/* binding */ isDefaultSubstituter)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Nix's own default (Nix manual, "nix.conf", "substituters"). */
const DEFAULT_SUBSTITUTER = 'https://cache.nixos.org/';
/** Tells whether this is Nix's own default, however it is written. */
function isDefaultSubstituter(url) {
    return /^https:\/\/cache\.nixos\.org\/?$/.test(url);
}
/** `binary-caches` is what Nix 1 called them; both still count. */
const SUBSTITUTERS = /^\s*(extra-)?(?:substituters|binary-caches)\s*=([^#]*)/;
/** Returns the binary caches that Nix asks by a nix.conf: its default, unless the file takes it away. What the file includes is not looked at. */
function namedSubstituters(text) {
    let named = [DEFAULT_SUBSTITUTER];
    for (const line of text.split('\n')) {
        const [match, extra, urls = ''] = SUBSTITUTERS.exec(line) ?? [];
        if (match !== undefined)
            named = [...(extra === undefined ? [] : named), ...urls.split(/\s+/).filter((url) => url !== '')];
    }
    return [...new Set(named)];
}
/**
 * Returns the texts of the files that Nix on the host reads.
 * @param env says where they are (Nix manual, "nix.conf")
 */
async function hostNixConf(env) {
    const { HOME = '/root', XDG_CONFIG_HOME = node_path__WEBPACK_IMPORTED_MODULE_1__.join(HOME, '.config'), NIX_CONF_DIR = '/etc/nix', NIX_USER_CONF_FILES } = env;
    const files = [node_path__WEBPACK_IMPORTED_MODULE_1__.join(NIX_CONF_DIR, 'nix.conf'), ...(NIX_USER_CONF_FILES?.split(':') ?? [node_path__WEBPACK_IMPORTED_MODULE_1__.join(XDG_CONFIG_HOME, 'nix/nix.conf')]).toReversed()];
    return (await Promise.all(files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => '')))).join('\n');
}


/***/ }),

/***/ 33492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ nixConfig)
/* harmony export */ });
/* harmony import */ var _nix_conf_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59729);

/**
 * Returns the text of NIX_CONFIG. Nix reads it after its own files, and a later line wins.
 *
 * - `sandbox: auto` leaves the host's Nix as it was set up. In a container it is off, as building namespaces needs rights
 *   that an unprivileged container lacks; in a privileged one it is on.
 * - In a container builds run as the container's root: build users would need a daemon or a set-up that few images have.
 * - Of the binary caches that the place's own files name none is asked, unless the user wants it so: Nix's default goes first,
 *   unless those files take it away, and `substituters` are added to it. NIX_CONFIG of the job is the user's own. Who wants these and not even the default says
 *   `substituters =` in `nix-config`. Public keys are added to those of the place.
 * - A flake's own `nixConfig` is never accepted: it could name a binary cache, and so decide what is shipped.
 *
 * The settings were checked where they were read (actions/values/read-nix-settings.ts): no part of them can begin another line.
 */
function nixConfig(settings, facts) {
    const lines = [
        ...(settings.configured === true ? [] : [`substituters = ${facts.named?.some(_nix_conf_js__WEBPACK_IMPORTED_MODULE_0__/* .isDefaultSubstituter */ .st) === false ? '' : _nix_conf_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_SUBSTITUTER */ .R5}`.trimEnd()]),
        ...(facts.place === 'host' && facts.inherited !== '' ? [facts.inherited] : []),
        'extra-experimental-features = nix-command flakes',
        'accept-flake-config = false',
        ...(facts.place === 'container' || facts.singleUser === true ? ['build-users-group ='] : []),
        ...sandboxLines(settings.sandbox, facts),
        ...emulationLines(facts),
        ...(settings.builders.length > 0 ? [`builders = ${settings.builders.join(' ; ')}`] : []),
        ...settings.config.split(/\r?\n/).filter((line) => line.trim() !== ''),
        // Behind the user's lines: `substituters =` there takes away what came before it.
        ...list('extra-substituters', settings.substituters),
        ...list('extra-trusted-public-keys', settings.trustedPublicKeys),
    ];
    return `${lines.join('\n')}\n`;
}
function sandboxLines(sandbox, { place, privileged }) {
    if (sandbox !== 'auto')
        return [`sandbox = ${sandbox}`];
    return place === 'host' ? [] : [`sandbox = ${String(privileged)}`];
}
/**
 * QEMU in user mode knows no seccomp filters, and Nix fails if it can't load its own. On the host Nix must be told
 * that it can build for the other system too; in an emulated container it is itself a program of that system.
 */
function emulationLines({ emulated, place }) {
    if (emulated === undefined)
        return [];
    return ['filter-syscalls = false', ...(place === 'host' ? [`extra-extra-platforms = ${emulated}`] : [])];
}
function list(name, values) {
    return values.length > 0 ? [`${name} = ${values.join(' ')}`] : [];
}


/***/ }),

/***/ 38658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/** Returns the place for messages: "on the host", "in a container of …". */
function placeOf(site) {
    return `${site.storeIsHere ? 'on' : 'in'} ${site.where}`;
}


/***/ }),

/***/ 21657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YF: () => (/* binding */ VERSION_QUESTION),
/* harmony export */   oX: () => (/* binding */ nixVersion),
/* harmony export */   p_: () => (/* binding */ parseNixVersion),
/* harmony export */   qN: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _install_nix_releases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99863);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38658);



/** The first with all that is used here: flakes as they are today, `nix build --json` with derivations and outputs. */
const OLDEST = { major: 2, minor: 8 };
/**
 * Reads `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.8.1) 2.30.1`.
 * @returns undefined if the text is none of these
 */
function parseNixVersion(text) {
    const match = /^nix \(([^)]*)\) (\d+)\.(\d+)\S*$/m.exec(text.trim());
    if (match === null)
        return undefined;
    return { major: Number(match[2]), minor: Number(match[3]), text: match[0].replace(/^nix \(([^)]*)\)/, '$1') };
}
/** What Nix is asked which one it is. */
const VERSION_QUESTION = { argv: ['nix', '--version'] };
/**
 * Asks which Nix runs there.
 * @param place decides what a missing Nix is told to do about it
 * @param answer to {@link VERSION_QUESTION}, if that was asked there; one that failed is asked again, to hear why
 * @throws SetupError if there is none, or one too old
 */
async function nixVersion(site, place, answer) {
    if (answer?.exitCode === 0)
        ANSWERS.set(site, Promise.resolve(answer.lines.join('\n')));
    const printed = await printedVersion(site, place);
    const version = parseNixVersion(printed);
    if (version === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`"nix --version" ${(0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$)(site)} answered "${printed.trim().slice(0, 80)}", which has no version.`);
    }
    if (version.major < OLDEST.major || (version.major === OLDEST.major && version.minor < OLDEST.minor)) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`Nix ${(0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$)(site)} is too old: it is ${version.text}, and ${OLDEST.major}.${OLDEST.minor} or newer is needed.`, { hint: place === 'host' ? 'Update it, or use "build-in: container".' : 'Update Nix in the base image, or use "build-in: host".' });
    }
    return version;
}
/** What each Nix has answered: it stays the same while we run, and each question is a start of a program. */
const ANSWERS = new WeakMap();
/** Returns what `nix --version` prints there; it is asked once. @throws what {@link NixSite.capture} throws */
function askVersion(site) {
    const known = ANSWERS.get(site);
    if (known !== undefined)
        return known;
    const asked = site.capture(VERSION_QUESTION.argv);
    ANSWERS.set(site, asked);
    asked.catch(() => ANSWERS.delete(site));
    return asked;
}
async function printedVersion(site, place) {
    try {
        return await askVersion(site);
    }
    catch (cause) {
        if (!isMissingProgram(cause))
            throw cause;
        if (place === 'host') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3('"build-in: host" needs Nix on the machine, and there is no "nix" in PATH.', {
                cause,
                hint: `Let it be installed ("nix-version: ${_install_nix_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_NIX */ ._9}"), or use "build-in: container", which runs the Nix of the base image.`,
            });
        }
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`There is no "nix" in ${site.where}.`, {
            cause,
            hint: 'Use a base image that has Nix in PATH, or "build-in: host", which needs no Nix in the base image.',
        });
    }
}
/** 126 and 127 are what container engines and shells answer for a program that can't be run, or isn't there. */
function isMissingProgram(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3)
        return error.cause?.code === 'ENOENT';
    return error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && (error.exitCode === 126 || error.exitCode === 127);
}


/***/ }),

/***/ 11944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p7: () => (/* binding */ environmentOf),
  ro: () => (/* binding */ otherNixText),
  B8: () => (/* binding */ provideNix)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/host/terminal/folder-cache.js





/** Entries kept: the oldest go. */
const MAX_ENTRIES = 50;
const PARTIAL = '.partial-';
/**
 * Creates a cache in a folder, one folder per key.
 * @param root absolute; made when something is saved
 * @param debug told why an entry could not be had or kept
 */
function createFolderCache(root, debug) {
    return {
        restore: async (key, prefix, folder) => {
            try {
                const found = await findEntry(root, key, prefix);
                if (found === undefined)
                    return undefined;
                await cp(join(root, fileNameOf(found)), folder, { recursive: true });
                return found;
            }
            catch (error) {
                debug(`The cache in ${root} could not be read for ${key}: ${String(error)}`);
                return undefined;
            }
        },
        save: async (key, folder) => {
            try {
                await saveEntry(root, key, folder);
            }
            catch (error) {
                debug(`The cache in ${root} could not store ${key}: ${String(error)}`);
            }
        },
    };
}
async function findEntry(root, key, prefix) {
    const keys = await newestFirst(root);
    return keys.includes(key) ? key : keys.find((candidate) => candidate.startsWith(prefix));
}
async function saveEntry(root, key, folder) {
    await makeFolders(root);
    const entry = join(root, fileNameOf(key));
    if ((await stat(entry).catch(() => undefined)) !== undefined)
        return;
    // Another process may save at the same time; whoever renames first wins.
    const partial = await makeTemporary('partial-cache', root, true);
    try {
        await cp(folder, partial, { recursive: true });
        const now = new Date();
        await utimes(partial, now, now);
        await rename(partial, entry);
    }
    finally {
        await rm(partial, { recursive: true, force: true });
    }
    const old = (await newestFirst(root)).slice(MAX_ENTRIES);
    await Promise.all(old.map((name) => rm(join(root, fileNameOf(name)), { recursive: true, force: true })));
}
async function newestFirst(root) {
    const names = await readdir(root).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    });
    const entries = await Promise.all(names.map(async (name) => {
        const key = keyOf(name);
        // Another process may remove old entries right now.
        const time = (await stat(join(root, name)).catch(() => undefined))?.mtimeMs;
        return key === undefined || time === undefined ? undefined : { key, time };
    }));
    return entries
        .filter((entry) => entry !== undefined)
        .toSorted((a, b) => b.time - a.time)
        .map(({ key }) => key);
}
/** Undefined for what is no entry. */
function keyOf(fileName) {
    if (fileName.startsWith(PARTIAL))
        return undefined;
    try {
        return decodeURIComponent(fileName);
    }
    catch {
        return undefined;
    }
}
/** Keys hold slashes and colons. */
function fileNameOf(key) {
    return encodeURIComponent(key);
}
/** Returns the folder in which a machine keeps what can be fetched or made again. XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored. */
function cacheFolder(env) {
    const told = env['NIX_FEATURE_CACHE'] ?? '';
    if (told !== '')
        return told;
    const xdg = env['XDG_CACHE_HOME'] ?? '';
    return (0,external_node_path_.join)((0,external_node_path_.isAbsolute)(xdg) ? xdg : (0,external_node_path_.join)(env['HOME'] ?? (0,external_node_os_.homedir)(), '.cache'), 'nix-feature');
}

;// CONCATENATED MODULE: ./lib/host/tools/tool-cache.js







// Node runs src as it is; in dist each entry has a folder of its own.
const PROGRAM = (0,external_node_path_.join)(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'tool-client.ts' : '../tools/index.js');
/**
 * Finds a tool in the machine's tool cache, or downloads it. Its hash is compared before anything of it is unpacked.
 * On a runner the cache is RUNNER_TOOL_CACHE; elsewhere it is beside what else is kept for later.
 * @throws Failure if it can't be downloaded; IntegrityError if its hash differs; CancelledError
 */
async function fetchTool(tool, { env, signal, debug }) {
    const told = env['RUNNER_TOOL_CACHE'] ?? '';
    const cache = (0,external_node_path_.isAbsolute)(told) ? told : (0,external_node_path_.join)(cacheFolder(env), 'tools');
    await (0,files/* makeFolders */.wZ)(cache);
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-tool');
    try {
        const said = await (0,programs_process/* capture */.Fg)([process.execPath, PROGRAM, JSON.stringify(tool)], {
            purpose: 'download',
            baseEnv: env,
            cwd: work,
            env: { RUNNER_TOOL_CACHE: cache, RUNNER_TEMP: work },
            signal,
            shown: { argv: ['the tool-cache client'] },
        });
        const lines = said.trimEnd().split('\n');
        const answer = JSON.parse(lines.pop() ?? '');
        for (const line of lines.filter((each) => each !== ''))
            debug((0,safe_text/* redactUrls */.sK)(line.replace(/^::\w+::/, '')));
        if ('folder' in answer)
            return answer;
        throw failureOf(answer, tool);
    }
    finally {
        await (0,temporary/* removeFolder */.v$)(work);
    }
}
function failureOf(answer, { url, sha256 }) {
    const address = (0,safe_text/* redactUrls */.sK)(url);
    if (answer.problem === 'hash') {
        return new errors/* IntegrityError */.cs(`${address} has the wrong SHA-256: ${answer.found} instead of ${sha256}. Nothing of it was unpacked.`, {
            hint: 'If you set "nix-sha256" or "nix-mirror", check them. Otherwise something between this machine and the server changes the download.',
        });
    }
    const says = (0,safe_text/* redactUrls */.sK)(answer.says);
    if (answer.problem === 'download') {
        return new errors/* Failure */.HR(`${address} can't be downloaded: ${says}. It was tried up to three times.`, { hint: 'Check that the version exists and that this machine can reach the server; "nix-mirror" names another one.' });
    }
    return new errors/* Failure */.HR(`${address} can't be unpacked: ${says}.`, { hint: 'That needs "tar" and "xz" in PATH, and room for about 250 MB in the tool cache and the temporary folder.' });
}

// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
;// CONCATENATED MODULE: ./lib/nix/install/nix-folder.js





/** Says who installs, and in the end what. Written before anything else is. */
const MARK = '.nix-feature';
/** What a file system has at its root. */
const OF_FILE_SYSTEMS = new Set(['lost+found']);
/**
 * @param folder `/nix`
 * @throws SetupError if it can't be read
 */
async function lookAtNixFolder(folder) {
    const names = await namesIn(folder);
    if (names === undefined)
        return { kind: 'absent' };
    const mark = names.includes(MARK) ? await readMark((0,external_node_path_.join)(folder, MARK)) : undefined;
    if (mark !== undefined)
        return mark;
    const holds = names.filter((name) => !OF_FILE_SYSTEMS.has(name) && !name.startsWith(`${MARK}.`)).toSorted();
    return holds.length === 0 ? { kind: 'empty' } : { kind: 'foreign', holds };
}
async function namesIn(folder) {
    try {
        return await (0,promises_.readdir)(folder);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw new errors/* SetupError */.w3(`${folder} can't be read: ${(0,errors/* fileReason */.pP)(error)}.`, { cause: error });
    }
}
/** A mark that can't be read was not finished by whoever began it. */
async function readMark(file) {
    const mark = await (0,promises_.readFile)(file, 'utf8').then(JSON.parse, () => undefined).catch(() => undefined);
    const { owner, version, bin } = (0,field/* isObject */.Gv)(mark) ? mark : {};
    if (typeof version === 'string' && typeof bin === 'string')
        return { kind: 'ours', version, bin };
    const alive = typeof owner === 'string' && owner !== '' && owner !== (0,temporary/* ownerToken */.hs)() && !(await (0,temporary/* isDeadOwner */.uB)(owner));
    return { kind: 'begun', alive };
}
/**
 * Records that an installation begins. Called before the first byte is written there. Of several processes that found the folder free, one gets it.
 * @throws SetupError if another process has it by now; what the file system says
 */
async function markBegun(folder) {
    const file = (0,external_node_path_.join)(folder, MARK);
    const written = `${file}.${process.pid}`;
    await (0,promises_.writeFile)(written, JSON.stringify({ owner: (0,temporary/* ownerToken */.hs)() }));
    try {
        const found = await lookAtNixFolder(folder);
        // Only a name that is not there yet can be given by one alone.
        if (found.kind === 'begun' && !found.alive)
            await (0,promises_.rename)(written, file);
        else
            await (0,promises_.link)(written, file);
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
        throw anotherInstalls(folder, error);
    }
    finally {
        await (0,promises_.rm)(written, { force: true });
    }
}
/** Says that somebody else is at it. */
function anotherInstalls(folder, cause) {
    return new errors/* SetupError */.w3(`Another run is installing Nix into ${folder} at this moment.`, { cause, hint: 'Run again when that one has ended.' });
}
/** Records that the installation is complete. @throws what the file system says */
async function markDone(folder, version, bin) {
    await writeMark(folder, { version, bin });
}
async function writeMark(folder, mark) {
    const file = (0,external_node_path_.join)(folder, MARK);
    await (0,promises_.writeFile)(`${file}.new`, JSON.stringify(mark));
    await (0,promises_.rename)(`${file}.new`, file);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/nix/install/put-release.js








/** Where a copy is made before it gets its name in the store. */
const INCOMING = '.nix-feature-incoming';
/** The release's own description of its store paths: the text that `nix-store --load-db` reads. */
const REGISTRATION = '.reginfo';
/**
 * Puts an unpacked release into a `/nix` that is empty, or that a killed run has left half made: its store paths, the
 * database, a root for the garbage collector. The release's own installer is not run.
 *
 * @param unpacked the release's folder, with `store` and `.reginfo`
 * @param folder `/nix`
 * @returns the folder of Nix's programs
 * @throws IntegrityError if it is not laid out as a release is; SetupError (no room); CommandError; CancelledError
 */
async function putRelease(unpacked, release, folder, signal) {
    const { names, nix } = readLayout(unpacked, release);
    const path = (0,external_node_path_.join)(folder, 'store', nix);
    const bin = (0,external_node_path_.join)(path, 'bin');
    try {
        await markBegun(folder);
        await copyIn((0,external_node_path_.join)(unpacked, 'store'), folder, names, signal);
        await register(bin, await (0,promises_.readFile)((0,external_node_path_.join)(unpacked, REGISTRATION), 'utf8'), signal);
        await addRoot(folder, path);
        await markDone(folder, release.version, bin);
    }
    catch (error) {
        throw isFull(error) ? new errors/* SetupError */.w3(`The disk of ${folder} has no room for Nix ${release.version}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error, hint: 'Free some space and run again: the installation then continues.' }) : error;
    }
    return bin;
}
/** @returns the store paths' names, and which of them is Nix */
function readLayout(unpacked, { version, system, url }) {
    const refuse = (why) => {
        throw new errors/* IntegrityError */.cs(`The archive ${url} does not have the layout of a Nix release: ${why}.`, { hint: `Expected nix-${version}-${system} with a folder "store" and the file ".reginfo".` });
    };
    const names = isFolder((0,external_node_path_.join)(unpacked, 'store')) ? (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(unpacked, 'store')) : refuse('it has no folder "store"');
    const odd = names.find((name) => !(0,store_path/* isStoreName */.nF)(name));
    if (odd !== undefined)
        refuse(`"${odd}" in its store is not a store path`);
    const nix = names.find((name) => name.slice(33) === `nix-${version}` && isFolder((0,external_node_path_.join)(unpacked, 'store', name, 'bin')));
    return { names, nix: nix ?? refuse(`none of its store paths is nix-${version}`) };
}
function isFolder(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** Each path gets its name once it is whole, so that whatever is in the store is. */
async function copyIn(from, folder, names, signal) {
    const incoming = (0,external_node_path_.join)(folder, INCOMING);
    const store = (0,external_node_path_.join)(folder, 'store');
    await (0,temporary/* removeFolder */.v$)(incoming);
    await (0,promises_.mkdir)(store, { recursive: true });
    await (0,promises_.mkdir)(incoming);
    const there = new Set(await (0,promises_.readdir)(store));
    const missing = names.filter((name) => !there.has(name));
    if (missing.length > 0)
        await (0,programs_process/* capture */.Fg)(['cp', '-RP', '--', ...missing.map((name) => (0,external_node_path_.join)(from, name)), incoming], { signal });
    for (const name of missing)
        await seal((0,external_node_path_.join)(incoming, name), (0,external_node_path_.join)(store, name));
    // A folder gets its last mode where it stays, maybe in a run after this one.
    for (const name of names)
        if (isFolder((0,external_node_path_.join)(store, name)))
            await (0,promises_.chmod)((0,external_node_path_.join)(store, name), 0o555);
    await (0,temporary/* removeFolder */.v$)(incoming);
}
/** Modes and times as Nix has them in a store; then the path gets its name. A folder can only be moved while it can be written. */
async function seal(path, target) {
    const info = await (0,promises_.lstat)(path);
    if (info.isDirectory()) {
        await (0,promises_.chmod)(path, 0o755);
        for (const name of await (0,promises_.readdir)(path))
            await sealBelow((0,external_node_path_.join)(path, name));
    }
    else if (info.isFile()) {
        await (0,promises_.chmod)(path, (info.mode & 0o100) === 0 ? 0o444 : 0o555);
    }
    await (0,promises_.lutimes)(path, 1, 1);
    await (0,promises_.rename)(path, target);
}
async function sealBelow(path) {
    const info = await (0,promises_.lstat)(path);
    if (info.isDirectory())
        for (const name of await (0,promises_.readdir)(path))
            await sealBelow((0,external_node_path_.join)(path, name));
    if (!info.isSymbolicLink())
        await (0,promises_.chmod)(path, info.isDirectory() || (info.mode & 0o100) !== 0 ? 0o555 : 0o444);
    await (0,promises_.lutimes)(path, 1, 1);
}
async function register(bin, registration, signal) {
    await (0,programs_process/* capture */.Fg)([(0,external_node_path_.join)(bin, 'nix-store'), '--load-db'], { input: registration, signal, env: { NIX_REMOTE: 'local', NIX_CONFIG: 'build-users-group =' } });
}
/** Without it, the first garbage collection would remove Nix. */
async function addRoot(folder, path) {
    const roots = (0,external_node_path_.join)(folder, 'var/nix/gcroots');
    await (0,promises_.mkdir)(roots, { recursive: true });
    await (0,promises_.rm)((0,external_node_path_.join)(roots, 'nix-feature'), { force: true });
    await (0,promises_.symlink)(path, (0,external_node_path_.join)(roots, 'nix-feature'));
}
function isFull(error) {
    return (0,errors/* isDiskFull */.b$)(error) || (error instanceof errors/* CommandError */.Qd && /no space left|disk quota exceeded|database or disk is full/i.test(error.stderr));
}

// EXTERNAL MODULE: ./lib/programs/ask.js
var ask = __webpack_require__(27432);
;// CONCATENATED MODULE: ./lib/place/host-nix.js









/** Where the installers of others leave Nix, if a step's PATH lacks it. */
const DEFAULT_PROFILE = 'var/nix/profiles/default/bin';
/**
 * Uses the Nix that is there, or installs a release: single user, out of the tool cache.
 * @throws SetupError if something else is at /nix, or it can't be made; Failure, IntegrityError (the download)
 */
async function provideNix(release, place) {
    const { env, folder = '/nix' } = place;
    if (await answersVersion('nix', env))
        return { bin: undefined, from: 'here', singleUser: (await lookAtNixFolder(folder)).kind === 'ours' };
    const found = await lookAtNixFolder(folder);
    if (found.kind === 'ours' && (await answersVersion((0,external_node_path_.join)(found.bin, 'nix'), env)))
        return { bin: found.bin, from: 'here', singleUser: true };
    const profile = (0,external_node_path_.join)(folder, DEFAULT_PROFILE);
    if (found.kind === 'foreign' && (await answersVersion((0,external_node_path_.join)(profile, 'nix'), env)))
        return { bin: profile, from: 'here', singleUser: false };
    refuse(found, folder);
    return install(release, place, folder);
}
/** Tells whether that program exists and is Nix. @throws what it says where it is there and fails */
async function answersVersion(program, env) {
    try {
        await (0,ask/* ask */.k)([program, '--version'], { purpose: 'nix', baseEnv: env });
        return true;
    }
    catch (error) {
        if (error instanceof errors/* SetupError */.w3 && error.cause?.code === 'ENOENT')
            return false;
        throw error;
    }
}
/** @throws SetupError if what is there is not for us to change */
function refuse(found, folder) {
    if (found.kind === 'begun' && found.alive) {
        throw anotherInstalls(folder);
    }
    if (found.kind !== 'foreign')
        return;
    const { holds } = found;
    const shown = holds.slice(0, 3).map((name) => `"${name}"`).join(', ');
    throw new errors/* SetupError */.w3(`${folder} is there and holds ${shown}${holds.length > 3 ? ' and more' : ''}, but there is no "nix" in PATH: it belongs to somebody else, and is left alone.`, {
        hint: `If it is the store of a Nix, put that Nix into PATH. If nobody needs it, remove ${folder}; or use "build-in: container", which needs no Nix on the machine.`,
    });
}
async function install(release, { job, env }, folder) {
    const { version, system, sha256, url } = release;
    return (0,stages/* inStage */.uE)(job, `Install Nix ${version}`, {}, async () => {
        const tool = { name: 'nix', version, arch: process.arch, url, sha256, folder: `nix-${version}-${system}` };
        const { folder: unpacked, cached } = await fetchTool(tool, { env, signal: job.signal, debug: (line) => job.debug(line) });
        // The download took its time, and somebody else may have been faster.
        const now = await lookAtNixFolder(folder);
        if (now.kind === 'ours')
            return [{ bin: now.bin, from: 'here', singleUser: true }, 'by another run'];
        refuse(now, folder);
        await makeNixFolder(folder, job.signal);
        const bin = await putRelease(unpacked, release, folder, job.signal);
        return [{ bin, from: cached ? 'cached' : 'downloaded', singleUser: true }, cached ? 'from the tool cache' : `downloaded from ${new URL(url).host}`];
    });
}
/** Makes it the user's own, by sudo if there is no other way: the only thing that needs more rights. */
async function makeNixFolder(folder, signal) {
    await (0,promises_.mkdir)(folder, { mode: 0o755 }).catch(() => undefined);
    if (await isWritable(folder))
        return;
    const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    try {
        await (0,programs_process/* capture */.Fg)(['sudo', '-n', 'install', '-d', '-m', '0755', '-o', String(user), '-g', String(group), folder], { signal });
    }
    catch (cause) {
        throw new errors/* SetupError */.w3(`${folder} can't be created: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cause,
            hint: `Nix lives in ${folder}, which must belong to the user who runs this (${user}): let an administrator create it.`,
        });
    }
}
function isWritable(folder) {
    return (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK).then(() => true, () => false);
}
/** Returns the variables that programs need to use this Nix. */
function environmentOf({ bin }, env) {
    return bin === undefined ? {} : { PATH: [bin, env['PATH'] ?? ''].filter((part) => part !== '').join(':') };
}
/** Says that another version than the requested one is used. */
function otherNixText(there, wanted) {
    return `${there} is installed already and is used; Nix ${wanted} would only be installed if there were none.`;
}


/***/ })

};
