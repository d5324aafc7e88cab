export const id = 3024;
export const ids = [3024];
export const modules = {

/***/ 68201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ MeantFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _listed_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8345);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19883);




/** What tools leave in a folder, and nobody means to publish. */
const LEFT_BEHIND = new Set(['.devenv', '.direnv', '.envrc', '.DS_Store', 'node_modules', 'dist']);
/** Decides which files of one folder belong there. */
class MeantFiles {
    /** Git says something about the folder; else names alone count. */
    knowsGit;
    #lists;
    #include;
    /** All that hold a file that git knows. */
    #folders;
    constructor(lists, include) {
        this.#lists = lists;
        this.#include = include.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(name).replace(/^\.\/|\/$/g, ''));
        this.knowsGit = lists.length > 0;
        this.#folders = new Set(lists.flatMap(({ below, files }) => [...files.tracked, ...files.untracked].flatMap((name) => foldersAbove(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(below, name)))));
    }
    /** @throws CancelledError */
    static async of(folder, { include = [], signal, lists } = {}) {
        return new MeantFiles(await nestedLists(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder), '', { signal, lists }), include);
    }
    /** @param name of a file, relative to the folder, with slashes; where it really is, if a link led to it */
    standingOf(name) {
        const parts = name.split('/');
        // A repository holds the token of the job that checked it out.
        if (parts.includes('.git'))
            return 'left';
        if (this.#isIncluded(name))
            return 'meant';
        if (parts.some((part) => LEFT_BEHIND.has(part)))
            return 'left';
        return this.#judged(name);
    }
    #isIncluded(name) {
        return this.#include.some((included) => name === included || name.startsWith(`${included}/`));
    }
    /** By git and by its name alone. */
    #judged(name) {
        const list = this.#lists.find(({ below }) => below === '' || name.startsWith(`${below}/`));
        if (list === undefined)
            return (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .looksSecret */ .n)(name) ? 'secret' : 'meant';
        const inside = list.below === '' ? name : name.slice(list.below.length + 1);
        if (list.files.tracked.has(inside))
            return 'meant';
        if (!list.files.untracked.has(inside))
            return 'ignored';
        return (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .looksSecret */ .n)(name) ? 'secret' : 'meant';
    }
    /** @param name of a folder: may something in it be meant? */
    mayHold(name) {
        return this.standingOf(name) !== 'left' || this.#include.some((included) => included.startsWith(`${name}/`) && !included.split('/').includes('.git'));
    }
    /**
     * Tells whether Nix may see this file of a flake's folder: All but repositories, what git ignores, and what looks like a secret: to a build,
     * files that tools leave behind are content like any other. A flake always sees its own two files.
     */
    sees(name) {
        const parts = name.split('/');
        if (parts.includes('.git'))
            return false;
        if (name === 'flake.nix' || name === 'flake.lock' || this.#isIncluded(name))
            return true;
        return this.#judged(name) === 'meant';
    }
    /** @param name of a folder: may Nix see anything in it? An empty one may be seen if git, which knows none, says nothing. */
    seesInto(name) {
        if (name.split('/').includes('.git'))
            return false;
        if (!this.knowsGit || this.#isIncluded(name) || this.#include.some((included) => included.startsWith(`${name}/`)))
            return true;
        return this.#folders.has(name);
    }
    /** Git does not track this file, but others of the folder: it may be there by mistake. */
    isNew(name) {
        return this.#lists.some(({ files }) => files.tracked.size > 0) && !this.#lists.some(({ below, files }) => files.tracked.has(below === '' ? name : name.slice(below.length + 1)));
    }
}
function foldersAbove(name) {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** The innermost first. */
async function nestedLists(root, below, options) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, below);
    const { signal, lists } = options;
    const files = await (lists === undefined ? (0,_listed_files_js__WEBPACK_IMPORTED_MODULE_2__/* .listedFiles */ .H)(folder, signal) : lists.of(folder, signal));
    if (files === undefined)
        return [];
    const inner = [];
    for (const name of files.repositories) {
        const place = below === '' ? name : `${below}/${name}`;
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, place, '.git')).catch(() => undefined);
        if (found !== undefined)
            inner.push(...(await nestedLists(root, place, options)));
    }
    return [...inner, { below, files }];
}


/***/ }),

/***/ 19883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
/** Folders that hold secrets, whatever their files are called. */
const FOLDERS = /(?:^|\/)(?:\.ssh|\.gnupg|\.aws|\.azure|\.kube|\.docker|\.config\/(?:gcloud|gh|op|rclone|containers)|\.password-store|\.step|\.terraform\.d)(?:\/|$)/i;
/** Files that tools keep logins, tokens and keys in. */
const FILES = [
    // Examples have no secrets in them; that is what they are for.
    /^\.env(?!\.(?:example|sample|template|dist)$)(?:\..*|rc)?$/,
    /^(?:\.netrc|_netrc|\.npmrc|\.yarnrc|\.yarnrc\.yml|\.pypirc|\.git-credentials|\.gitconfig|\.htpasswd|\.pgpass|\.my\.cnf|\.boto|\.s3cfg|\.vault-token|\.dockercfg|\.dockerconfigjson|\.gem\/credentials|credentials\.tfrc\.json|\.terraformrc|kubeconfig)$/,
    /^(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|.*_(?:rsa|dsa|ecdsa|ed25519))$/,
    /\.(?:pem|key|p12|pfx|ppk|jks|keystore|kdbx|tfstate|tfvars|ovpn)$/,
    /^(?:gha-creds-.*\.json|.*service[-_]?account.*\.json|client_secret.*\.json|application_default_credentials\.json|accesstokens\.json)$/,
    /^(?:auth\.json|credentials(?:\.json|\.ya?ml|\.ini)?|secrets?(?:\.json|\.ya?ml|\.env|\.toml|\.txt)?|\.?tokens?(?:\.json|\.txt)?|passwords?(?:\.txt)?)$/,
];
/**
 * Tells whether a file's name suggests a secret. Its contents are not looked at: people know a file by its name, and a message can show it.
 * @param name relative to some folder, with slashes
 */
function looksSecret(name) {
    const last = name.slice(name.lastIndexOf('/') + 1);
    return FOLDERS.test(name) || FILES.some((pattern) => pattern.test(last.toLowerCase()));
}


/***/ }),

/***/ 60086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77363);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43765);
/* harmony import */ var _run_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38658);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65225);
/* harmony import */ var _split_choice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54437);








/** Lines of a failing derivation's log that are worth showing. */
const LOG_LINES = 40;
/** Turns a failed `nix build` into an error that says what failed, and what to do. */
async function failureOf(error, site, flake) {
    const diagnosis = (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnose */ .h)(error.stderr);
    switch (diagnosis.kind) {
        case 'builder':
            return builderFailure(diagnosis, error, site);
        case 'attribute':
            return (await outputFailure(error, site, flake)) ?? attributeFailure(error, site, flake);
        case 'output':
            return (await outputFailure(error, site, flake)) ?? otherFailure({ kind: 'other', message: `it has no output "${diagnosis.output}"`, building: false, at: [] }, error, flake);
        case 'outside':
            return outsideFailure(diagnosis.message, error, flake);
        case 'platform':
            return platformFailure(diagnosis, error, site);
        case 'remote':
            return remoteFailure(diagnosis, error, site);
        case 'hash':
            return hashFailure(diagnosis, error);
        case 'other':
            return otherFailure(diagnosis, error, flake, unseenPath(diagnosis.message, site) ?? missingAttribute(diagnosis.message));
        case 'disk':
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`The disk is full: Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} has no space left for ${flake.written}.`, {
                cause: Object.assign(new Error('No space left on device', { cause: error }), { code: 'ENOSPC' }),
                hint: 'Free some space before this step, or use a machine with a larger disk.',
            });
        case 'network':
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} could not download ${diagnosis.url}: ${diagnosis.reason}`, {
                cause: error,
                hint: 'Check that this machine has a network and can reach that host. A private repository needs "access-tokens" in "nix-config".',
            });
        default:
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} needs the program "${diagnosis.program}", which is not installed there.`, {
                cause: error,
                hint: `Add ${diagnosis.program} to the base image, use "build-in: host", or name the flake in another way that does not need it.`,
            });
    }
}
function remoteFailure({ machine, reason }, cause, site) {
    const hint = /host key/i.test(reason)
        ? 'The server has another host key than "known-hosts" says, or none is known for it. Ask whoever runs it which is right.'
        : /permission denied|load key/i.test(reason)
            ? 'Check that "ssh-key" is the whole private key, without a passphrase, and that the server accepts it for that user.'
            : 'Check the address in "builders", and that the server can be reached from where Nix runs; that needs the program ssh.';
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} can't use the builder ${machine}: ${reason.replace(/\.$/, '')}.`, { cause, hint });
}
function hashFailure({ derivation, got, specified }, error) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${titleOf(derivation)} downloaded unexpected contents: their hash is ${got}, but the flake says ${specified}.`, { derivation }, { cause: error, hint: 'If the new contents are right, put the new hash into the flake.' });
}
function otherFailure({ message, building, at }, error, flake, hint) {
    const location = locationOf(at, flake);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${flake.written} can't be ${building ? 'built' : 'evaluated'}: ${message}`, {}, { cause: error, ...(hint !== undefined && { hint }), ...(location && { location }) });
}
/** An input that is a folder of the machine is not there in a container. Outside of the store, nothing else can be meant. */
function unseenPath(message, site) {
    if (site.storeIsHere || !/^(?:path|getting status of) '(?!\/*nix\/store\/)\/[^']*'(?: does not exist|: No such file or directory)/.test(message))
        return undefined;
    return `The container does not see this folder of the machine. If an input of the flake names it, put it into the flake's folder, or use "build-in: host".`;
}
function missingAttribute(message) {
    return /^attribute '[^']*' missing$/.test(message) ? 'Check the name. Those of packages in nixpkgs can be looked up: https://search.nixos.org/packages.' : undefined;
}
async function builderFailure({ derivation, how }, error, site) {
    const log = await logOf(derivation, error.stderr, site);
    if (log.some(saysForeignProgram))
        return foreignProgram(site, error);
    const diskFull = log.some((line) => line.includes('No space left on device'));
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The build of ${titleOf(derivation)} ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} ${how}.`, { derivation, log }, { cause: error, ...(diskFull && { hint: 'The disk is full. Free some space before this step.' }) });
}
/** `execve: Exec format error` of a shell, or the words alone. */
function saysForeignProgram(line) {
    return line.endsWith('Exec format error') || (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_6__/* .hasLineWith */ .P1)(line, 'exec', 'Exec format error');
}
/** From Nix's own log; if it keeps none, from what was printed with the derivation's name before each line. */
async function logOf(derivation, stderr, site) {
    const prefix = `${titleOf(derivation)}> `;
    const printed = stderr.split('\n').filter((line) => line.startsWith(prefix));
    const lines = await site.capture(['nix', 'log', derivation]).then((text) => text.trimEnd().split('\n'), () => printed.map((line) => line.slice(prefix.length)));
    return lines.slice(-LOG_LINES).map(plainText);
}
async function attributeFailure(error, site, flake) {
    const offered = await offeredAttributes(site, flake);
    const hint = offered.length > 0
        ? `For ${flake.system} it offers: ${offered.join(', ')}.`
        : `It offers no packages for ${flake.system}. Add packages.${flake.system}.default to it, or leave this platform out of "arches".`;
    const file = flake.folder === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.join(flake.folder, 'flake.nix');
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${flake.written.replace(/#.*/, '')} has no package "${flake.attribute.replace(/\^.*/, '')}" for ${flake.system}.`, {}, { cause: error, hint, ...(file !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) && { location: { file } }) });
}
/** @returns undefined if no outputs were chosen, or nothing tells which there are */
async function outputFailure(cause, site, flake) {
    const { path: attribute, choice } = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_7__/* .splitChoice */ .e)(flake.attribute);
    if (choice === undefined || choice === '*')
        return undefined;
    const there = await outputsThere(site, flake, attribute);
    const missing = choice.filter((name) => !there.includes(name));
    if (there.length === 0 || missing.length === 0)
        return undefined;
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The package "${attribute}" of the flake ${flake.written.replace(/#.*/, '')} has no output "${missing.join('", "')}".`, {}, { cause, hint: `It has: ${there.join(', ')}. Leave out ^ and what follows it to get the default outputs.` });
}
/** A derivation that names no outputs has one. */
const OUTPUTS = 'value: if (value.type or "") == "derivation" then value.outputs or [ "out" ] else [ ]';
/** Best effort. */
async function outputsThere(site, { reference, system }, attribute) {
    for (const place of [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`, attribute]) {
        const json = await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#${place}`, '--apply', OUTPUTS]).catch(() => '[]');
        const names = JSON.parse(json);
        if (Array.isArray(names) && names.length > 0)
            return names.map(String);
    }
    return [];
}
/** Of a folder, Nix sees a copy: what is beside it is not there. */
function outsideFailure(message, cause, { folder, written, attribute }) {
    const root = folder === undefined ? undefined : repositoryAbove(folder);
    const hint = root === undefined || folder === undefined
        ? 'Nix sees only the folder of the flake: put what it needs into that folder.'
        : 'Nix sees only the folder of the flake. Name the repository, and the folder in it: ' +
            `flake: git+file:${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(process.cwd(), root) || '.'}?dir=${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, folder)}#${attribute} (only files that git tracks are seen).`;
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${written} refers to files outside of its folder: ${message}.`, {}, { cause, hint });
}
/** The folder above that is a git repository; undefined if there is none, or it is the folder itself. */
function repositoryAbove(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, '.git')))
        return undefined;
    for (let above = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder); above !== node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(above); above = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(above)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(above, '.git')))
            return above;
    }
    return undefined;
}
/** Builders colour their output, and old Nix puts its own messages in a binary envelope. */
function plainText(line) {
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSequences */ .V$)(line).replaceAll(/[^\P{Cc}\t]/gu, '');
}
/** Best effort: a flake without packages for this system, or one that fails here too, offers nothing. */
async function offeredAttributes(site, { reference, system }) {
    const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#packages.${system}`, '--apply', 'builtins.attrNames'];
    return site.capture(command).then((json) => JSON.parse(json), () => []);
}
function platformFailure({ required, features, derivation }, error, site) {
    if (required !== '' && required !== site.system)
        return foreignProgram(site, error, required);
    if (required === site.system && features.trim() === '')
        return foreignProgram(site, error, required);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${titleOf(derivation)} needs a builder with the features {${features}}, which Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} does not have.`, { derivation }, {
        cause: error,
        hint: 'Name a builder that has them with "builders", or set "system-features" in "nix-config".',
    });
}
function foreignProgram(site, cause, system = site.system) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} can't build for ${system}: no emulator is set up for it, and no builder was named.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), build in a job on a native ${system} runner, or name a machine with "builders".`,
    });
}
/** The innermost place that is in the user's own files; most of a trace is about nixpkgs. */
function locationOf(at, { folder }) {
    if (folder === undefined)
        return undefined;
    const position = at.findLast(({ file }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, file)));
    return position && { file: node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, position.file), line: position.line, column: position.column };
}
function titleOf(derivation) {
    return derivation.slice('/nix/store/'.length + 33).replace(/\.drv$/, '');
}


/***/ }),

/***/ 3024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JZ: () => (/* binding */ buildOutputs),
  FV: () => (/* binding */ chosen),
  PA: () => (/* binding */ dryRun),
  aQ: () => (/* binding */ outputsToBuild),
  FG: () => (/* binding */ parseBuildResult)
});

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/nix/run/capture-in-runs.js
var capture_in_runs = __webpack_require__(3478);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/run/nix-log.js



/** Makes Nix say on standard error what it does, one JSON object a line. Every version since 2.4 knows it; numbers are those of its logging.hh. */
const JSON_LOG = ['--log-format', 'internal-json'];
const PREFIX = '@nix ';
const INFO = 3;
const FILE_TRANSFER = 101;
const BUILDS = 104;
const BUILD = 105;
const BUILD_WAITING = 111;
const LOG_LINE = 101;
const PROGRESS = 105;
const SET_EXPECTED = 106;
/** What a line may have, and how much of what was said is kept for errors; bytes. */
const LIMITS = { bytes: 1024 * 1024, depth: 8, values: 10_000 };
const KEPT = 64 * 1024;
/** Activities that are followed at once: Nix has a few hundred at most. */
const MOST_ACTIVITIES = 10_000;
/** Reads what Nix says in JSON: gives the lines that it would say to a person, and knows how far it is. Whatever else comes is a line of text. */
class NixLog {
    #activities = new Map();
    /** Of activities that have ended. */
    #fetchedBefore = 0;
    #built = 0;
    #toBuild = 0;
    #said = '';
    /** Takes a line. @returns the lines that a person should see */
    take(line) {
        const lines = this.#read(line).flatMap((text) => text.split(/\r\n|\n|\r/));
        for (const each of lines)
            this.#said = `${this.#said}${each}\n`;
        if (this.#said.length > 2 * KEPT)
            this.#said = this.#said.slice(-KEPT);
        return lines;
    }
    /** The end of what was said to a person. */
    get said() {
        return this.#said.slice(-KEPT);
    }
    get progress() {
        let [fetched, toFetch, building] = [this.#fetchedBefore, 0, undefined];
        for (const { type, name, done, expected } of this.#activities.values()) {
            if (type === FILE_TRANSFER)
                fetched += done;
            if (type === BUILD)
                building = name;
            toFetch += expected.get(FILE_TRANSFER) ?? 0;
        }
        return { built: this.#built, toBuild: this.#toBuild, fetched, toFetch: Math.max(toFetch, fetched), building };
    }
    #read(line) {
        if (!line.startsWith(PREFIX))
            return [line];
        let event;
        try {
            event = (0,parse_json/* parseJson */.qF)(line.slice(PREFIX.length), LIMITS);
        }
        catch (error) {
            if (error instanceof parse_json/* JsonError */.N3)
                return [line];
            throw error;
        }
        if (!(0,field/* isObject */.Gv)(event))
            return [line];
        const { action, id, level, type, text, msg, fields } = event;
        if (action === 'msg')
            return typeof msg === 'string' && isSaid(level) ? [(0,safe_text/* withoutSequences */.V$)(msg)] : [];
        if (!isCount(id))
            return [];
        if (action === 'start')
            return this.#start(id, isCount(type) ? type : 0, Array.isArray(fields) ? fields : [], typeof text === 'string' && isSaid(level) ? (0,safe_text/* withoutSequences */.V$)(text) : '');
        if (action === 'stop')
            this.#stop(id);
        return action === 'result' && isCount(type) && Array.isArray(fields) ? this.#result(id, type, fields) : [];
    }
    #start(id, type, [derivation], text) {
        const name = type === BUILD && typeof derivation === 'string' ? nameOf(derivation) : '';
        if (this.#activities.size < MOST_ACTIVITIES)
            this.#activities.set(id, { type, name, done: 0, expected: new Map() });
        return text === '' || type === BUILD_WAITING ? [] : [`${text}...`];
    }
    #stop(id) {
        const activity = this.#activities.get(id);
        if (activity?.type === FILE_TRANSFER)
            this.#fetchedBefore += activity.done;
        this.#activities.delete(id);
    }
    #result(id, type, [first, second]) {
        const activity = this.#activities.get(id);
        if (activity === undefined)
            return [];
        if (type === LOG_LINE)
            return typeof first === 'string' ? [`${activity.name === '' ? '' : `${activity.name}> `}${(0,safe_text/* withoutSequences */.V$)(first)}`] : [];
        if (!isCount(first) || !isCount(second))
            return [];
        if (type === SET_EXPECTED)
            activity.expected.set(first, second);
        if (type !== PROGRESS)
            return [];
        activity.done = first;
        if (activity.type === BUILDS)
            [this.#built, this.#toBuild] = [first, Math.max(first, second)];
        return [];
    }
}
/** By default Nix says what has the level of information, or is more important. */
function isSaid(level) {
    return isCount(level) && level <= INFO;
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
/** `hello-1.0` of `/nix/store/<hash>-hello-1.0.drv`. */
function nameOf(derivation) {
    return derivation.replace(/^.*\//, '').slice(33).replace(/\.drv$/, '');
}

// EXTERNAL MODULE: ./lib/nix/run/version.js
var run_version = __webpack_require__(21657);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/nix/flake/evaluate-expression.js
var evaluate_expression = __webpack_require__(67805);
// EXTERNAL MODULE: ./lib/nix/flake/flake-attributes.js
var flake_attributes = __webpack_require__(50332);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/split-choice.js
var split_choice = __webpack_require__(54437);
;// CONCATENATED MODULE: ./lib/nix/flake/build.js











/**
 * Builds what the flake names, or fetches it from where it is built already.
 * @param options who is told what Nix says meanwhile and how far it is, and what ends it
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function buildOutputs(site, flake, options) {
    const run = (installables) => buildAndTell(site, [...build_BUILD, ...JSON_LOG, ...(0,flake_flake/* flakeArguments */.UG)(flake), ...installables], options);
    return parseBuildResult(await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run)));
}
/** What Nix says in JSON is read on the way; an error has it as a person would have seen it. */
async function buildAndTell(site, argv, { onStderr, onProgress, signal }) {
    const log = new NixLog();
    const take = (line) => {
        for (const each of log.take(line))
            onStderr?.(each);
        onProgress?.(log.progress);
    };
    try {
        return await site.capture(argv, { onStderr: take, signal });
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        const last = log.said.trimEnd().split('\n').at(-1) ?? '';
        const { command, exitCode, cause } = error;
        throw new errors/* CommandError */.Qd(`"nix build" failed with exit code ${exitCode ?? 'none'}: ${last}`, { command, exitCode, stderr: log.said }, { cause });
    }
}
/**
 * Returns what Nix would build for a flake, in the words of `nix build --json`; an output that only building can tell is null.
 * Nothing is built, but binary caches are asked for what is not there.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function dryRun(site, flake) {
    const run = (installables) => site.capture([...build_BUILD, ...(0,flake_flake/* flakeArguments */.UG)(flake), '--dry-run', ...installables]);
    return (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
}
/**
 * Returns the outputs of all that Nix would build for a flake, as far as they are known before. Nothing is built.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function outputsToBuild(site, flake) {
    const derivations = new Set();
    // Nix lists what it would build, and what it would fetch; only the former are derivations.
    const onStderr = (line) => {
        const path = /^\s+(\S+\.drv)$/.exec(line)?.[1] ?? '';
        if ((0,store_path/* isStorePath */.zP)(path))
            derivations.add(path);
    };
    const run = (installables) => site.capture([...build_BUILD, '--dry-run', ...installables], { onStderr });
    await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
    const listed = await (0,capture_in_runs/* captureInRuns */.s)(site, ['nix-store', '--query', '--outputs'], [...derivations]);
    return listed.split('\n').filter(store_path/* isStorePath */.zP);
}
/** --json where --print-out-paths would do, because Nix 2.8 has only that. */
const build_BUILD = ['nix', 'build', '--json', '--no-link'];
async function buildAttribute(site, flake, attribute, run) {
    const { reference } = flake;
    return run((await isOld(site)) ? await outputAttributes(site, flake, attribute) : [`${reference}#${attribute}`]);
}
/** Nix 2.8 knows neither `^` nor `meta.outputsToInstall`. */
async function isOld(site) {
    const version = (0,run_version/* parseNixVersion */.p_)(await (0,run_version/* askVersion */.qN)(site));
    return version?.major === 2 && version.minor < 9;
}
/** What is built is looked at before, and an evaluation is spared if its answer is kept. By the flake that the site was asked about. */
const OUTPUTS = new WeakMap();
/** Outputs as attributes: `multi.man` for `multi^man`. What has none that are attributes is left as it is. */
function outputAttributes(site, flake, attribute) {
    const known = OUTPUTS.get(site) ?? new Map();
    OUTPUTS.set(site, known);
    const question = [...(0,flake_flake/* flakeArguments */.UG)(flake), `${flake.reference}#${attribute}`].join(' ');
    const asked = known.get(question) ?? askOutputs(site, flake, attribute);
    known.set(question, asked);
    asked.catch(() => known.delete(question));
    return asked;
}
async function askOutputs(site, flake, attribute) {
    const { path: name, choice } = (0,split_choice/* splitChoice */.e)(attribute);
    const path = `${flake.reference}#${name}`;
    const json = await site.capture(['nix', 'eval', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), path, '--apply', (0,evaluate_expression/* answerFunction */.f)(choice)]);
    const { outputs } = JSON.parse(json);
    if (outputs !== undefined)
        return Object.keys(outputs).map((output) => `${path}.${output}`);
    return choice === undefined || choice === '*' ? [path] : choice.map((output) => `${path}.${output}`);
}
/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 */
function parseBuildResult(json) {
    const outputs = {};
    let derivation;
    for (const entry of entriesOf(json)) {
        if (typeof entry === 'string') {
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry);
            continue;
        }
        if (entry.path !== undefined)
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry.path);
        if (entry.drvPath !== undefined)
            derivation ??= (0,store_path/* parseStorePath */.GV)(entry.drvPath);
        for (const [name, value] of Object.entries(entry.outputs ?? {}))
            outputs[name] = outputPath(name, value);
    }
    return { ...chosen(outputs), derivation };
}
/**
 * Puts outputs in order, and chooses the one for PATH: `bin` if there is one, as nixpkgs' `getBin` and `nix profile`
 * have it: programs are there, while `out` may hold none. Else `out`; else the first by name, when only others were
 * asked for (`^man`).
 * @throws Failure if there are none
 */
function chosen(outputs) {
    const sorted = Object.entries(outputs).sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b));
    const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
    if (storePath === undefined)
        throw new errors/* Failure */.HR('Nix built nothing: "nix build --json" names no output.');
    return { outputs: Object.fromEntries(sorted), storePath };
}
const MOST_ENTRIES = 10_000;
function entriesOf(json) {
    const parsed = (0,parse_json/* parsedJson */.U4)(json, refuse);
    if (!Array.isArray(parsed))
        return [];
    field/* Field */.D0.of(parsed, refuse).each(MOST_ENTRIES, (entry) => {
        if (typeof entry.value === 'string')
            return;
        for (const name of ['path', 'drvPath'])
            entry.get(name).optional((path) => path.text());
        entry.get('outputs').optional((outputs) => outputs.object());
    });
    return parsed;
}
function outputPath(name, value) {
    const text = typeof value === 'object' && value !== null ? value.path : value;
    if (typeof text !== 'string')
        throw new errors/* Failure */.HR(`Nix built the output "${name}" but did not say where it is.`);
    return (0,store_path/* parseStorePath */.GV)(text);
}
function refuse(why) {
    throw new errors/* Failure */.HR(`"nix build --json" gave an invalid answer: ${why}.`);
}


/***/ }),

/***/ 65225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77363);
/* harmony import */ var _run_ssh_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10710);


const DRV = String.raw `(/nix/store/[^'\s]+\.drv)`;
/** Nix has nothing left that could build it: no platform, no features, no jobs. */
const NO_BUILDER = /is required to build|Reason: (?:[^\n]{0,200}mismatch|missing system features)|unable to start any build|local builds are disabled/i;
/** Each with the words of Nix up to 2.3x and of later ones. The order matters: what is at the bottom causes what is above. */
const RULES = [
    (stderr) => {
        const [, derivation, specified, got] = new RegExp(`hash mismatch in fixed-output derivation '${DRV}':\\s+(?:specified|wanted):\\s+(\\S+)\\s+got:\\s+(\\S+)`).exec(stderr) ?? [];
        return derivation && specified && got ? { kind: 'hash', derivation, specified, got } : undefined;
    },
    (stderr) => {
        const [, machine, why = ''] = /cannot build on '([^']+)': *(?:error: *)?(.*)/.exec(stderr) ?? [];
        if (machine === undefined || !NO_BUILDER.test(stderr))
            return undefined;
        return { kind: 'remote', machine: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(machine.replace(/\?.*/, '')), reason: (0,_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_1__/* .sshComplaint */ .uv)(stderr) ?? (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(why) };
    },
    (stderr) => {
        const old = new RegExp(`a '([^']+)' with features \\{([^}]*)\\} is required to build '${DRV}'`).exec(stderr);
        if (old !== null)
            return { kind: 'platform', required: old[1] ?? '', features: old[2] ?? '', derivation: old[3] ?? '' };
        const block = new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: (?:[^\\n]*mismatch|missing system features)([\\s\\S]*?)(?=\\nerror|$)`).exec(stderr);
        if (block === null)
            return undefined;
        const required = /Required system: '([^']+)'/.exec(block[2] ?? '')?.[1] ?? '';
        const features = /Required features: \{([^}]*)\}/.exec(block[2] ?? '')?.[1] ?? '';
        return { kind: 'platform', required, features, derivation: block[1] ?? '' };
    },
    (stderr) => {
        const old = new RegExp(`builder for '${DRV}' (failed[^;\\n]*)`).exec(stderr);
        const match = old ?? new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: builder (failed[^\\n]*?)\\.?\\n`).exec(stderr);
        return match === null ? undefined : { kind: 'builder', derivation: match[1] ?? '', how: (match[2] ?? 'failed').replace(/[.,:]$/, '') };
    },
    (stderr) => (/^[ \t]*error:.*(No space left on device|database or disk is full|Disk quota exceeded)/im.test(stderr) ? { kind: 'disk' } : undefined),
    (stderr) => {
        const [, output] = /derivation '[^']+' does not have (?:wanted )?outputs? '([^']+)'/.exec(stderr) ?? [];
        return output === undefined ? undefined : { kind: 'output', output };
    },
    (stderr) => {
        // What is not in a store path was looked for beside the copy that Nix has of the folder.
        const outside = /^[ \t]*error: (access to absolute path '\/nix\/(?!store\/[0-9a-z]{32}-)[^']*' is forbidden.*|.* points outside of its parent's store path.*)/m.exec(stderr);
        return outside === null ? undefined : { kind: 'outside', message: (outside[1] ?? '').replace(/ \(use '--impure'.*/, '') };
    },
    (stderr) => (/does not provide attribute/.test(stderr) ? { kind: 'attribute' } : undefined),
    (stderr) => {
        const [, url, reason] = /^[ \t]*error: (?:unable to download|cannot (?:download|fetch)|failed to fetch) '([^']+)':? ?(.*)$/im.exec(stderr) ?? [];
        return url === undefined ? undefined : { kind: 'network', url: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(url), reason: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(reason ?? '') };
    },
    (stderr) => {
        const [, program] = /executing '([^']+)': No such file or directory|program '([^']+)' (?:not found|failed to start)/.exec(stderr) ?? [];
        return program === undefined ? undefined : { kind: 'program', program };
    },
];
/** Reads the end of what a failed `nix build` or `nix eval` wrote. */
function diagnose(output) {
    // Nix colours what it says before it looks whether anybody sees colours.
    const stderr = (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSequences */ .V$)(output);
    for (const rule of RULES) {
        const diagnosis = rule(stderr);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    // Nix announces what it builds once all is evaluated.
    const building = /^(?:building '|these \d+ derivations will be built|this derivation will be built)/m.test(stderr);
    return { kind: 'other', message: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(lastError(stderr)), building, at: positions(stderr) };
}
/** What Nix says of all that needed what failed. */
const CONSEQUENCE = /^(?:\d+ dependenc(?:y|ies) of derivation .* failed to build|build of .* failed|[Bb]uild failed due to failed dependency|Cannot build '[^']*'\.|some errors were encountered.*)$/;
/** A trace goes from the outside in; the error itself comes last, but for what followed from it. */
function lastError(stderr) {
    const reasons = stderr.replaceAll(/^([ \t]*error:[ \t]*)Cannot build '[^']*'\.\s+Reason: (?!\d+ dependenc)/gm, '$1');
    const errors = [...reasons.matchAll(/^[ \t]*error:[ \t]*(\S.*)$/gm)].map((match) => match[1] ?? '');
    return errors.findLast((error) => !CONSEQUENCE.test(error)) ?? errors.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
}
/** Places in sources that were copied to the store, or in flakes as newer ones write them: `«path:…»/flake.nix:3:11`. */
function positions(stderr) {
    const pattern = /at (?:\/nix\/store\/[a-z0-9]{32}-[^/\s]+|«[^»]+»)\/([^\s:]+):(\d+):(\d+)/g;
    return [...stderr.matchAll(pattern)].map(([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }));
}


/***/ }),

/***/ 67805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ANSWERS),
/* harmony export */   f: () => (/* binding */ answerFunction)
/* harmony export */ });
/* harmony import */ var _flake_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16394);

/**
 * A function of a choice of outputs (null: none was made) and of a value. It answers for derivations whose outputs are
 * attributes of theirs, as all are, except odd ones made by hand.
 *
 * Which outputs are taken by themselves is as in Nix's installable-flake.cc: those of an output that was picked by
 * attribute, else `meta.outputsToInstall`, else `out`. Nix 2.8 would take the one that the attribute stands for; it is told.
 */
const ANSWER = `choice: value: let
  has = name: builtins.isAttrs value && builtins.hasAttr name value;
  isDerivation = has "type" && value.type == "derivation" && has "drvPath";
  own = if has "outputName" then [ value.outputName ] else [ ];
  wanted = value.meta.outputsToInstall or [ ];
  orOut = names: if names == [ ] then [ "out" ] else names;
  default = if has "outputSpecified" then orOut (if value.outputSpecified then own else [ ]) else orOut wanted;
  names = if choice == null then default else if choice == "*" then value.outputs or [ ] else choice;
  output = name: builtins.getAttr name value;
  first = name: if builtins.match "/.*" name == null then name else builtins.substring 33 (-1) (baseNameOf name);
  nameOf = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.name or null else if builtins.isString part || builtins.isPath part then first (toString part) else null); in
    if tried.success && builtins.isString tried.value then [ (builtins.unsafeDiscardStringContext tried.value) ] else [ ];
  others = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.propagatedUserEnvPkgs or [ ] else [ ]); in if tried.success && builtins.isList tried.value then tried.value else [ ];
  isEnvironment = has "paths" && builtins.isList value.paths && builtins.length value.paths < 500;
  parts = if isEnvironment then { parts = builtins.concatMap (part: builtins.concatMap nameOf ([ part ] ++ others part)) value.paths; } else { };
  isKnown = name: has name && builtins.isAttrs (output name) && output name ? outPath && (output name).drvPath or null == value.drvPath;
in
  if isDerivation && names != [ ] && builtins.all isKnown names
  then { outputs = builtins.listToAttrs (map (name: { inherit name; value = toString (output name).outPath; }) names); } // parts
  else { }`;
/** Returns a function of the value of an attribute, for `nix eval --apply`. */
function answerFunction(choice) {
    return `(${ANSWER}) (${choiceText(choice)})`;
}
function choiceText(choice) {
    if (choice === undefined)
        return 'null';
    return choice === '*' ? '"*"' : `[ ${choice.map(_flake_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nixString */ .z7).join(' ')} ]`;
}
/**
 * An expression that asks many flakes, for `nix eval --expr`. Take its attribute `answers`, so that Nix calls it with
 * the arguments: `mark`, and `part…` with lists of flakes and questions as JSON (see evaluate-together.ts). What it is
 * asked is data, never code.
 *
 * It says each answer as soon as it has it, as a trace with the mark before it: an error that Nix can't catch, and most
 * are of that kind, ends the process, and what was found out until then must not be lost. Nothing of a flake is kept,
 * so its memory can be used for the next one.
 */
const ANSWERS = `{ ... }@arguments: {
  answers = let
    answer = ${ANSWER};
    parts = builtins.filter (name: builtins.substring 0 4 name == "part") (builtins.attrNames arguments);
    flakes = builtins.concatLists (map (name: builtins.fromJSON (builtins.getAttr name arguments)) parts);
    find = builtins.foldl' (found: name:
      if found != null && builtins.isAttrs found.it && builtins.hasAttr name found.it
      then { it = builtins.getAttr name found.it; }
      else null);
    first = outputs: paths:
      if paths == [ ] then { }
      else let found = find { it = outputs; } (builtins.head paths);
      in if found == null then first outputs (builtins.tail paths) else found;
    ask = outputs: { id, choice, paths }: let found = first outputs paths;
      in builtins.trace (arguments.mark + builtins.toJSON ({ inherit id; } // (if found ? it then answer choice found.it else { })));
    all = builtins.foldl' (done: { reference, questions }: let inherit (builtins.getFlake reference) outputs;
      in builtins.foldl' (before: question: ask outputs question before) done questions);
  in all true flakes;
}`;


/***/ }),

/***/ 50332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withAttribute),
/* harmony export */   f: () => (/* binding */ attributePaths)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _run_emulation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37861);
/* harmony import */ var _build_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60086);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65225);
/* harmony import */ var _flake_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71776);
/* harmony import */ var _split_choice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54437);






/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }) {
    if (system === (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)())
        return [attribute];
    const [path = ''] = attribute.split('^');
    // Whoever names the system means just that place.
    if (path.split('.').includes(system))
        return [attribute];
    return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
/**
 * Gives Nix one after the other of the attributes that a flake's attribute may stand for, until there is one.
 * @throws Failure that says what is wrong with the flake; SetupError, CancelledError
 */
async function withAttribute(site, flake, attempt) {
    let missing;
    for (const attribute of attributesOf(flake)) {
        try {
            return await attempt(attribute);
        }
        catch (error) {
            if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            if ((0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind !== 'attribute')
                throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)(error, site, flake);
            missing ??= error;
        }
    }
    if (flake.system !== (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() && isWrittenOut(flake) && !(await isNative(site, flake)))
        return attemptBare(site, flake, attempt, missing);
    if (missing === undefined)
        throw new Error('no attribute was tried');
    throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)(missing, site, flake);
}
/** A path of several names, which may begin at the flake's outputs themselves: `hydraJobs.tool`. */
function isWrittenOut({ attribute, system }) {
    const names = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path.split('.');
    return names.length > 1 && !names.includes(system);
}
/** Tells whether Nix would find the attribute among the packages of its own system. It must not be passed as it is written then. */
async function isNative(site, flake) {
    const { reference, attribute } = flake;
    const places = ['packages', 'legacyPackages'].map((set) => `${reference}#${set}.${(0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() ?? ''}.${(0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path}`);
    for (const place of places) {
        const there = await site.capture(['nix', 'eval', '--json', ...(0,_flake_js__WEBPACK_IMPORTED_MODULE_4__/* .flakeArguments */ .UG)(flake), place, '--apply', '_: true']).then(() => true, (error) => !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind === 'attribute'));
        if (there)
            return true;
    }
    return false;
}
async function attemptBare(site, flake, attempt, missing) {
    try {
        return await attempt(flake.attribute);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)((0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind === 'attribute' ? (missing ?? error) : error, site, flake);
    }
}
/**
 * Returns where Nix looks for an attribute in a flake's outputs, in its order; names from the outside in.
 * @returns undefined if only Nix itself can tell: names in quotes, or none between two dots
 */
function attributePaths(flake) {
    const native = (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() ?? flake.system;
    const places = attributesOf(flake).flatMap((attribute) => {
        const names = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path.split('.');
        return [['packages', native, ...names], ['legacyPackages', native, ...names], names];
    });
    if (flake.system !== native && isWrittenOut(flake))
        places.push((0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(flake.attribute).path.split('.'));
    return places.flat().every((name) => /^[^"\s]+$/.test(name)) ? places : undefined;
}


/***/ }),

/***/ 71776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UG: () => (/* binding */ flakeArguments),
  kR: () => (/* binding */ resolveFlake),
  lt: () => (/* binding */ withNixpkgs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
;// CONCATENATED MODULE: ./lib/nix/flake/devenv-flake.js


/** What devenv takes if devenv.yaml names none (devenv's documentation, "Inputs"). */
const DEFAULTS = { nixpkgs: 'github:cachix/devenv-nixpkgs/rolling', devenv: 'github:cachix/devenv' };
/** The folder that devenv.nix is told it is in: where dev containers have their workspaces. */
const ROOT = '/workspaces';
/**
 * Returns a flake that offers what devenv makes of the devenv.nix beside it as its shell `default`, by devenv's own library (its documentation, "Using
 * devenv with Nix Flakes"). Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs a flake reference that takes the place of the input of this name
 */
function devenvFlake(folder, nixpkgs) {
    const { allowUnfree, allowBroken, insecurePackages } = folder.config;
    const inputs = inputsOf(folder, nixpkgs);
    const overlays = inputs.flatMap(({ name, overlays: own }) => own.map((overlay) => `inputs.${(0,flake_text/* nixString */.z7)(name)}.overlays.${(0,flake_text/* nixString */.z7)(overlay)}`));
    return `{
${inputs.flatMap((input) => inputLines(`inputs.${(0,flake_text/* nixString */.z7)(input.name)}`, input)).join('\n')}
  outputs = inputs: {
    devShells = builtins.listToAttrs (map (system: let
      pkgs = import inputs.nixpkgs {
        inherit system;
        config = { allowUnfree = ${allowUnfree}; allowBroken = ${allowBroken}; permittedInsecurePackages = [ ${insecurePackages.map(flake_text/* nixString */.z7).join(' ')} ]; };
        overlays = [ ${overlays.join(' ')} ];
      };
    in { name = system; value.default = inputs.devenv.lib.mkShell {
      inherit inputs pkgs;
      modules = [ ({ lib, ... }: { devenv.root = lib.mkOverride 900 ${(0,flake_text/* nixString */.z7)(ROOT)}; }) ./devenv.nix ];
    }; }) [ ${platform/* ARCHES */.Pr.map(platform/* systemOf */.br).map(flake_text/* nixString */.z7).join(' ')} ]);
  };
}
`;
}
/** Returns the names of inputs that may be others tomorrow. */
function floatingInputs(folder) {
    return inputsOf(folder, undefined).flatMap(({ name, url = '', follows, pin }) => {
        const isPinned = pin === undefined ? /\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url) : pin['rev'] !== undefined || pin['narHash'] !== undefined;
        return follows !== undefined || isPinned ? [] : [name];
    });
}
function inputsOf({ config, locked }, nixpkgs) {
    const missing = Object.keys(DEFAULTS).filter((name) => config.inputs.every((input) => input.name !== name));
    const all = [...missing.map((name) => ({ name, flake: true, inputs: [], overlays: [] })), ...config.inputs];
    return all.map((input) => {
        const { name, follows: _followed, ...rest } = input;
        if (name === 'nixpkgs' && nixpkgs !== undefined)
            return { ...rest, name, url: nixpkgs, pin: undefined };
        const url = input.url ?? (input.follows === undefined ? DEFAULTS[name] : undefined);
        const pin = locked.get(name);
        return { ...input, ...(url === undefined ? {} : { url: name === 'devenv' ? url.replace(MODULES, '') : url }), pin: pin === undefined || name !== 'devenv' ? pin : wholeOf(pin) };
    });
}
function inputLines(place, { url, follows, flake, inputs, pin }) {
    if (follows !== undefined)
        return [`  ${place}.follows = ${(0,flake_text/* nixString */.z7)(follows)};`];
    const source = pin === undefined ? (url === undefined ? [] : [`  ${place}.url = ${(0,flake_text/* nixString */.z7)(url)};`]) : [`  ${place} = ${(0,flake_text/* attributes */.uK)(pin)};`];
    const own = inputs.flatMap((input) => inputLines(`${place}.inputs.${(0,flake_text/* nixString */.z7)(input.name)}`, { ...input, pin: undefined }));
    return [...source, ...(flake ? [] : [`  ${place}.flake = false;`]), ...own];
}
/** devenv's command takes the folder of its modules; its library is in the flake of the whole repository. */
const MODULES = /\?dir=src\/modules$/;
function wholeOf(pin) {
    return pin['dir'] === 'src/modules' ? Object.fromEntries(Object.entries(pin).filter(([key]) => key !== 'dir')) : pin;
}

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/yaml.js
var json_yaml = __webpack_require__(53183);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/flake/devenv-yaml.js




const NO_CONFIG = { inputs: [], allowUnfree: false, allowBroken: false, insecurePackages: [], ignored: [] };
/** Bytes of a `devenv.yaml`. */
const DEVENV_LIMIT = 256 * 1024;
const MOST = 200;
/** Inputs of inputs of inputs. */
const DEPTH = 3;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const FOLLOWS = (0,field/* grammar */.qN)('the name of an input, or of one of its own (base/nixpkgs)', (text) => text.length <= 500 && text.split('/').every((part) => NAME.test(part)));
const OVERLAY = (0,field/* grammar */.qN)('the name of an overlay', (text) => NAME.test(text));
const PACKAGE = (0,field/* grammar */.qN)('the name of a package with its version (openssl-1.1.1w)', (text) => /^[A-Za-z0-9][A-Za-z0-9._+?=-]{0,199}$/.test(text));
const REFERENCE = (0,field/* grammar */.qN)('a flake reference (github:NixOS/nixpkgs/nixos-25.11)', (text) => /^[\x21-\x7E]{1,1000}$/.test(text));
/** Reads the text of a `devenv.yaml`. @param file for messages @throws InputError */
function parseDevenvYaml(text, file) {
    const refuseAt = (why, line) => {
        throw new errors/* InputError */.dz('feature', `devenv.yaml can't be used: ${why}.`, {
            hint: 'docs/make/dev-shell.md lists the settings of devenv.yaml that are supported.',
            location: { file, ...(line === undefined ? {} : { line }) },
        });
    };
    const yaml = (0,json_yaml/* parseYaml */.h)(text, { bytes: DEVENV_LIMIT }, refuseAt);
    const whole = field/* Field */.D0.of(yaml.value ?? {}, (why) => refuseAt(why, yaml.lineOf(why)));
    whole.get('imports').optional((imports) => imports.each(0, () => undefined));
    if (whole.get('impure').optional(flag) === true)
        whole.get('impure').refuse('is true, but builds here are pure');
    const nixpkgs = whole.get('nixpkgs').optional((field) => field);
    const settings = nixpkgs === undefined ? [whole] : [whole, nixpkgs];
    const isSet = (...names) => settings.some((field) => names.some((name) => field.get(name).optional(flag) === true));
    nixpkgs?.members(MOST).forEach(([name, field]) => NIXPKGS.includes(name) || field.refuse('is not supported here'));
    return {
        inputs: whole.get('inputs').optional((field) => readInputs(field, 1)) ?? [],
        allowUnfree: isSet('allowUnfree', 'allow_unfree'),
        allowBroken: isSet('allowBroken', 'allow_broken'),
        insecurePackages: settings.flatMap((field) => ['permittedInsecurePackages', 'permitted_insecure_packages'].flatMap((name) => listOf(field.get(name), (item) => item.as(PACKAGE)))),
        ignored: whole.members(MOST).flatMap(([name]) => ([...NIXPKGS, 'inputs', 'imports', 'impure', 'nixpkgs'].includes(name) ? [] : [name])),
    };
}
const NIXPKGS = ['allowUnfree', 'allow_unfree', 'allowBroken', 'allow_broken', 'permittedInsecurePackages', 'permitted_insecure_packages'];
function readInputs(field, depth) {
    if (depth > DEPTH)
        field.refuse(`is more than ${DEPTH} inputs deep`);
    return field.members(MOST).map(([name, input]) => {
        if (!NAME.test(name) || name === 'self')
            input.refuse('is not a name for an input: letters, digits, dashes and underscores');
        const url = input.get('url').optional((each) => each.as(REFERENCE));
        if (url !== undefined && holdsLogin(url))
            input.get('url').refuse('contains a login or a token, which everybody who gets the result would see');
        const follows = input.get('follows').optional((each) => each.as(FOLLOWS));
        const inputs = input.get('inputs').optional((each) => readInputs(each, depth + 1)) ?? [];
        if (url !== undefined && follows !== undefined)
            input.refuse('has both "url" and "follows"');
        return {
            name,
            ...(url === undefined ? {} : { url }),
            ...(follows === undefined ? {} : { follows }),
            flake: input.get('flake').optional(flag) ?? true,
            inputs,
            overlays: listOf(input.get('overlays'), (item) => item.as(OVERLAY)),
        };
    });
}
/** Tells whether an address contains a login: the generated flake is shown, and so is each address in it. */
function holdsLogin(text) {
    return (0,safe_text/* hasLogin */.eA)(text.replace(/^(?:git|hg|tarball|file)\+/, '')) || /[?&](?:\w*token|\w*password|private_key)=/i.test(text);
}
function listOf(field, read) {
    const items = [];
    field.optional((list) => list.each(MOST, (item) => items.push(read(item))));
    return items;
}
function flag(field) {
    return field.value === true || field.value === false ? field.value : field.refuseValue('true or false');
}

// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
;// CONCATENATED MODULE: ./lib/nix/flake/flake.js









/** Returns what every command that evaluates a flake is told. */
function flakeArguments({ nixpkgs, generated }) {
    const override = nixpkgs === undefined || generated !== undefined ? [] : ['--override-input', 'nixpkgs', nixpkgs];
    return ['--no-write-lock-file', ...override];
}
/**
 * Returns the same flake with another nixpkgs than its own. Of a generated one, the file is written anew.
 * @param nixpkgs a flake reference
 */
async function withNixpkgs(flake, nixpkgs) {
    const { generated } = flake;
    // Its folder alone no longer says what is built.
    const following = { ...flake, nixpkgs, seen: undefined };
    if (generated === undefined)
        return following;
    const text = generated.withNixpkgs(nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(generated.place, 'flake.nix'), text);
    return { ...following, generated: { ...generated, text, isFloating: false } };
}
/** Makes of a flake source what can be given to Nix. @throws InputError if a folder or its flake.nix is not there */
async function resolveFlake(source, options) {
    switch (source.kind) {
        case 'folder':
            return folderFlake(source.folder, source.attribute, options);
        case 'reference':
            return referenceFlake(source, options);
        case 'shell':
            return shellFlake(source, options);
        case 'devenv':
            return generatedDevenv(source, options);
        default:
            return generatedFlake(source.packages, options);
    }
}
/** Its place is written out: a package may have the same name. */
async function shellFlake({ of, hook, direnv, said }, options) {
    if (said !== undefined)
        saySource(said, of, options.job);
    const attribute = `devShells.${options.system}.${of.attribute}`;
    const flake = await resolveFlake({ ...of, attribute }, options);
    const written = `${flake.written.replace(/#.*/, '')}#devShells.${of.attribute}${hook ? ' with its shellHook' : ''}${direnv ? " with direnv's hook" : ''}`;
    return { ...flake, written, shell: { hook, ...(direnv && { direnv }) } };
}
function saySource({ file, ignored }, { attribute }, job) {
    const others = ignored.length === 0 ? '' : ` ${(0,format/* formatNumberOf */.Of)(ignored.length, 'other line')} of it (${(0,format/* formatList */.ki)(ignored.map(String))}) ${ignored.length === 1 ? 'is' : 'are'} ignored: only "use flake [reference]" is understood.`;
    job.info(`There is no flake.nix, and ${file} names a flake: its development shell "${attribute}" is built.${others}`);
}
async function referenceFlake({ reference, attribute, mount }, options) {
    const written = `${portable(reference, mount)}#${attribute}`;
    const flake = { attribute, system: options.system, written, folder: mount, seen: undefined };
    if (mount === undefined)
        return { ...flake, reference, mounts: [] };
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    if (reference.startsWith('git+file:') && options.inContainer === true) {
        const { job, cleanup, seenFolders = new seen_folder/* SeenFolders */.v(cleanup) } = options;
        const repository = await seenFolders.repository(mount, { signal: job.signal });
        if (repository !== undefined)
            return { ...flake, reference: `git+file://${repository.place}${query}`, mounts: repository.mounts };
    }
    if (!reference.startsWith('path:'))
        return { ...flake, reference, mounts: [mount] };
    const { place, mount: toMount } = await seen(mount, options);
    return { ...flake, reference: `path:${place}${query}`, mounts: [toMount] };
}
async function folderFlake(folder, attribute, options) {
    const text = await readFlake(folder);
    if ((0,flake_text/* hasFloatingInputs */.aM)(text) && !(await (0,files/* isThere */.$B)(external_node_path_.join(folder, 'flake.lock'))))
        sayUnlocked(folder, options);
    const { place, mount } = await seen(folder, options);
    return {
        reference: `path:${place}`,
        attribute,
        system: options.system,
        written: `./${external_node_path_.basename(folder)}#${attribute}`,
        mounts: [mount],
        seen: place,
        folder,
    };
}
function sayUnlocked(folder, { requiresLock = false, job }) {
    const message = 'This flake has inputs but no flake.lock, so each build may use different versions of them.';
    const hint = 'Run "nix flake lock" and commit the file';
    const location = { file: external_node_path_.join(folder, 'flake.nix') };
    if (requiresLock)
        throw new errors/* InputError */.dz('flake', message, { hint: `${hint}, or use "reproducible: off".`, location });
    job.warning(`${message} ${hint}.`, location);
}
async function readFlake(folder) {
    try {
        return await (0,promises_.readFile)(external_node_path_.join(folder, 'flake.nix'), 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            throw cause;
        if (!(await (0,files/* isThere */.$B)(folder))) {
            throw new errors/* InputError */.dz('flake', `The folder ${folder} does not exist.`, { cause, hint: 'Name a folder that holds a flake.nix.' });
        }
        throw new errors/* InputError */.dz('flake', `There is no flake.nix in ${folder}.`, {
            cause,
            hint: 'Write one, name another flake with "flake", or name packages of nixpkgs with "packages".',
        });
    }
}
async function seen(folder, { job, cleanup, seenFolders = new seen_folder/* SeenFolders */.v(cleanup), include = [], featureFolder }) {
    const found = await seenFolders.of(folder, { include: folder === featureFolder ? include : [], signal: job.signal });
    const [first, ...others] = found.hidden;
    if (first !== undefined) {
        const more = others.length === 0 ? '' : ` and ${others.length} more`;
        job.info(`Nix does not see ${first}${more} in ${folder}: git ignores it, or its name suggests a secret.`);
    }
    return found;
}
async function generatedFlake(packages, options) {
    const { featureFolder, featureId, system } = options;
    const nixpkgs = featureFolder === undefined ? undefined : await lockedNixpkgs(external_node_path_.join(featureFolder, 'flake.lock'));
    const folder = await (0,seen_folder/* temporaryFolder */.y)(options.cleanup);
    const text = (0,flake_text/* packagesFlake */.X$)(featureId, packages, nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'flake.nix'), text);
    return {
        reference: `path:${folder}`,
        attribute: 'default',
        system,
        written: packages.map((name) => `nixpkgs#${name}`).join(' '),
        mounts: [folder],
        seen: undefined,
        folder: undefined,
        generated: { place: folder, text, withNixpkgs: (reference) => (0,flake_text/* packagesFlake */.X$)(featureId, packages, reference), isFloating: nixpkgs === undefined },
    };
}
/** A copy of the folder, with a flake beside its devenv.nix. */
async function generatedDevenv({ folder, attribute }, options) {
    const { requiresLock = false, job, system } = options;
    const read = (name) => (0,promises_.readFile)(external_node_path_.join(folder, name), 'utf8').catch(() => undefined);
    const [yaml, lock] = [await read('devenv.yaml'), await read('devenv.lock')];
    const config = yaml === undefined ? NO_CONFIG : parseDevenvYaml(yaml, external_node_path_.join(folder, 'devenv.yaml'));
    const locked = lock === undefined ? new Map() : (0,flake_text/* pinnedInputs */.SJ)(lock, external_node_path_.join(folder, 'devenv.lock'), { input: 'feature', hint: 'Create it again with "devenv update".' });
    const secret = [...locked].find(([, pin]) => Object.values(pin).some((value) => typeof value === 'string' && holdsLogin(value)));
    if (secret !== undefined) {
        throw new errors/* InputError */.dz('feature', `devenv.lock: the address of "${secret[0]}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc.', location: { file: external_node_path_.join(folder, 'devenv.lock') } });
    }
    const floating = floatingInputs({ config, locked });
    if (floating.length > 0) {
        const message = `No devenv.lock pins ${(0,format/* formatList */.ki)(floating.map((name) => `"${name}"`))}, so each build may use different versions of ${floating.length === 1 ? 'it' : 'them'}.`;
        const hint = 'Run "devenv update" and commit devenv.lock';
        const location = { file: external_node_path_.join(folder, yaml === undefined ? 'devenv.nix' : 'devenv.yaml') };
        if (requiresLock)
            throw new errors/* InputError */.dz('feature', message, { hint: `${hint}, or use "reproducible: off".`, location });
        job.warning(`${message} ${hint}.`, location);
    }
    if (config.ignored.length > 0)
        job.info(`devenv.yaml: ${(0,format/* formatList */.ki)(config.ignored)} ${config.ignored.length === 1 ? 'is' : 'are'} ignored: a shell in a container has no use for ${config.ignored.length === 1 ? 'it' : 'them'}.`);
    const place = await (0,seen_folder/* temporaryFolder */.y)(options.cleanup);
    const { place: from } = await seen(folder, options);
    await (0,promises_.cp)(from, place, { recursive: true, verbatimSymlinks: true, filter: (file) => !['.devenv', '.direnv', 'flake.lock'].includes(external_node_path_.relative(from, file)) });
    const textOf = (nixpkgs) => devenvFlake({ config, locked }, nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(place, 'flake.nix'), textOf());
    return {
        reference: `path:${place}`,
        attribute,
        system,
        written: `./${external_node_path_.basename(folder)}#${attribute}`,
        mounts: [place],
        seen: undefined,
        folder: undefined,
        generated: { place, text: textOf(), withNixpkgs: textOf, isFloating: false },
    };
}
async function lockedNixpkgs(file) {
    if (!(await (0,files/* isThere */.$B)(file)))
        return undefined;
    return (0,flake_text/* pinnedNixpkgs */.Pl)(await (0,promises_.readFile)(file, 'utf8'), file);
}
/** A local reference names a folder of this machine, which is nobody else's business. Query strings may hold tokens. */
function portable(reference, mount) {
    if (mount === undefined)
        return /^[a-z+]*https?:/.test(reference) ? reference.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '') : reference;
    const [scheme] = reference.split(':');
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    return `${scheme ?? 'path'}:./${external_node_path_.basename(mount)}${query}`;
}


/***/ }),

/***/ 84519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ SeenFolders),
  y: () => (/* binding */ temporaryFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/git/inert-git.js
var inert_git = __webpack_require__(63041);
;// CONCATENATED MODULE: ./lib/git/clean-repository.js




/** What of a repository says which commits and files there are. Configuration, hooks, logs and leftovers do not. */
const OF_THE_REPOSITORY = ['refs', 'packed-refs', 'reftable', 'shallow'];
const OF_THE_CHECKOUT = ['HEAD', 'index'];
/** Settings without which git can't read what is there. */
const FORMAT = ['core.repositoryFormatVersion', 'extensions.objectFormat', 'extensions.refStorage'];
/**
 * Writes a `.git` that has the history and the index of a checkout, and none of its configuration: neither the token that
 * actions/checkout leaves there, nor logins of remotes, nor programs. Objects are not copied, but looked for where they are.
 *
 * @param top the checkout's own top
 * @param to the top of a copy of its files, without a `.git`
 * @returns absolute folders of objects that must be seen wherever git runs; undefined if there is no such checkout
 * @throws CancelledError
 */
async function writeCleanRepository(top, to, signal) {
    const checkout = await (0,inert_git/* findCheckout */.I8)(top);
    const answer = checkout?.top !== top ? undefined : await (0,inert_git/* askGit */.gG)(checkout, ['rev-parse', '--git-dir', '--git-common-dir'], { signal });
    if (checkout === undefined || answer === undefined)
        return undefined;
    const [own = '', common = ''] = answer.trimEnd().split('\n').map((folder) => external_node_path_.resolve(top, folder));
    const target = external_node_path_.join(to, '.git');
    const objects = external_node_path_.join(common, 'objects');
    await (0,promises_.mkdir)(external_node_path_.join(target, 'objects/info'), { recursive: true });
    await (0,promises_.mkdir)(external_node_path_.join(target, 'refs'), { recursive: true });
    for (const name of OF_THE_REPOSITORY)
        await copyIfThere(external_node_path_.join(common, name), external_node_path_.join(target, name));
    for (const name of OF_THE_CHECKOUT)
        await copyIfThere(external_node_path_.join(own, name), external_node_path_.join(target, name));
    const settings = await Promise.all(FORMAT.map(async (name) => [name, (await (0,inert_git/* askGit */.gG)(checkout, ['config', '--local', '--get', name], { signal }))?.trim()]));
    await (0,promises_.writeFile)(external_node_path_.join(target, 'config'), settings.map(configLine).join(''));
    await (0,promises_.writeFile)(external_node_path_.join(target, 'objects/info/alternates'), `${objects}\n`);
    return [objects, ...(await alternatesOf(objects))];
}
/** Links stay links: where they lead, nobody looks for us. */
async function copyIfThere(from, to) {
    if (await (0,files/* isThere */.$B)(from))
        await (0,promises_.cp)(from, to, { recursive: true, verbatimSymlinks: true, force: true });
}
function configLine([name, value]) {
    if (value === undefined || !/^\w+$/.test(value))
        return '';
    const [section = '', key = ''] = name.split('.');
    return `[${section}]\n\t${key} = ${value}\n`;
}
/** gitrepository-layout(5): one a line, relative to the folder of objects. */
async function alternatesOf(objects) {
    const text = await (0,promises_.readFile)(external_node_path_.join(objects, 'info/alternates'), 'utf8').catch(() => '');
    const folders = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => external_node_path_.resolve(objects, line));
    const there = await Promise.all(folders.map(files/* isThere */.$B));
    return folders.filter((_, index) => there[index]);
}

// EXTERNAL MODULE: ./lib/git/meant-files.js
var meant_files = __webpack_require__(68201);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
;// CONCATENATED MODULE: ./lib/nix/flake/seen-folder.js






/** What a path may hold if every Nix is to read it from `path:` as it is: old ones don't decode `%20`, new ones do. */
const PLAIN_PATH = /^[A-Za-z0-9/._~+-]*$/;
/**
 * Local folders of flakes as Nix sees them: the folder itself if Nix may see all of it, or else a copy of what it may see.
 * With `path:` an evaluation can read every file of the folder, and so bring it into what is published: the token in
 * `.git/config`, and what git does not track and looks like a secret. What git ignores is not seen either, as with any
 * flake in a repository. A copy builds the same as the folder would: only contents and times count.
 */
class SeenFolders {
    #cleanup;
    #copyAll;
    #lists;
    #known = new Map();
    #repositories = new Map();
    #copies;
    /**
     * @param cleanup takes the copies away
     * @param copyAll of every folder there is a copy, all of them in one folder: many mounts are slow to make
     */
    constructor(cleanup, { copyAll = false, lists } = {}) {
        this.#cleanup = cleanup;
        this.#copyAll = copyAll;
        this.#lists = lists;
    }
    /** @param options as for `MeantFiles` */
    of(folder, options) {
        const seen = this.#known.get(folder) ?? this.#see(folder, options);
        this.#known.set(folder, seen);
        return seen;
    }
    /**
     * The top of a git checkout as a container sees it: a copy of its files, and a repository without configuration.
     * @returns undefined if it is no such top
     */
    repository(folder, options) {
        const seen = this.#repositories.get(folder) ?? this.#seeRepository(folder, options);
        this.#repositories.set(folder, seen);
        return seen;
    }
    async #seeRepository(folder, options) {
        const root = await (0,promises_.realpath)(folder);
        const { place, mount } = await this.of(root, options);
        // Something is hidden of each top, its .git; so what is there now is a copy.
        if (place === root)
            return undefined;
        const objects = await writeCleanRepository(root, place, options.signal);
        return objects === undefined ? undefined : { place, mounts: [mount, ...objects] };
    }
    async #see(folder, options) {
        // `path:` of a link would take the link for the flake.
        const root = await (0,promises_.realpath)(folder);
        const names = await hiddenNames(root, '', await meant_files/* MeantFiles */.L.of(root, { ...options, lists: this.#lists }));
        const hidden = names.filter((name) => external_node_path_.basename(name) !== '.git');
        if (names.length === 0 && PLAIN_PATH.test(root) && !this.#copyAll)
            return { place: root, mount: root, hidden };
        this.#copies ??= temporaryFolder(this.#cleanup);
        const copies = await this.#copies;
        const place = await (0,promises_.mkdtemp)(external_node_path_.join(copies, 'flake-'));
        await copyFolder({ from: root, to: place, hidden: new Set(names) }, '');
        return { place, mount: this.#copyAll ? copies : place, hidden };
    }
}
/** Its name is plain, and it is gone when `cleanup` is. */
async function temporaryFolder(cleanup) {
    const folder = await (0,promises_.realpath)(await (0,temporary/* makeTemporary */.ww)('nix-feature-flake'));
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return folder;
}
/** If a folder is left out as a whole, what is in it is not named. */
async function hiddenNames(root, below, meant) {
    const names = [];
    for (const entry of await entriesOf(external_node_path_.join(root, below))) {
        const name = external_node_path_.posix.join(below, entry.name);
        if (entry.isDirectory() && meant.seesInto(name))
            names.push(...(await hiddenNames(root, name, meant)));
        else if (entry.isDirectory() || !meant.sees(name))
            names.push(name);
    }
    return names;
}
/** Links are copied as links: where they lead, Nix looks by itself. */
async function copyFolder(copy, below) {
    const source = external_node_path_.join(copy.from, below);
    const target = external_node_path_.join(copy.to, below);
    await (0,promises_.mkdir)(target, { recursive: true });
    for (const entry of await entriesOf(source)) {
        const name = external_node_path_.posix.join(below, entry.name);
        if (copy.hidden.has(name))
            continue;
        if (entry.isDirectory())
            await copyFolder(copy, name);
        else
            await copyEntry(entry, external_node_path_.join(source, entry.name), external_node_path_.join(target, entry.name));
    }
    // Last, as each new file changes it: a flake may look at the newest time of all.
    const { atime, mtime } = await (0,promises_.stat)(source);
    await (0,promises_.utimes)(target, atime, mtime);
}
async function copyEntry(entry, source, target) {
    if (entry.isSymbolicLink())
        await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
    else if (entry.isFile())
        await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_FICLONE);
    else
        return; // a socket or the like, which no flake can hold
    const { atime, mtime } = await (0,promises_.lstat)(source);
    await (0,promises_.lutimes)(target, atime, mtime);
}
async function entriesOf(folder) {
    return (0,promises_.readdir)(folder, { withFileTypes: true });
}


/***/ }),

/***/ 54437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ splitChoice)
/* harmony export */ });
/** Splits an attribute: `multi^man,bin` is the path `multi` and a choice of outputs. */
function splitChoice(attribute) {
    const [path = '', outputs] = attribute.split('^');
    return { path, choice: outputs === '*' ? '*' : outputs?.split(',') };
}


/***/ }),

/***/ 3478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ captureInRuns)
/* harmony export */ });
/** Arguments of one command; keeps a command line far below the system's limit. */
const LONGEST_RUN = 500;
/**
 * Asks one question about any number of store paths, some at a time.
 * @returns all answers, one behind the other; empty if there are no paths
 * @throws CommandError for the first that fails; Failure, CancelledError
 */
async function captureInRuns(site, question, paths) {
    const answers = [];
    for (let at = 0; at < paths.length; at += LONGEST_RUN)
        answers.push(await site.capture([...question, ...paths.slice(at, at + LONGEST_RUN)]));
    return answers.join('');
}


/***/ })

};
