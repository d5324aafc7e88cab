export const id = 3099;
export const ids = [3099];
export const modules = {

/***/ 63041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ findCheckout),
/* harmony export */   gG: () => (/* binding */ askGit)
/* harmony export */ });
/* unused harmony export isTrusted */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _programs_ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27432);
/* harmony import */ var _programs_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61112);
/* harmony import */ var _programs_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27528);






/**
 * Finds the checkout that a folder is in: the nearest folder above with a `.git` in it. Git itself would take the folder
 * for a bare repository if it looks like one, and anybody can commit such files. A `.git` counts only if it is ours,
 * root's, or of whoever owns the folder; so a job that runs as root reads the checkout of another user, and nobody's
 * `/tmp/.git` says anything about what lies in `/tmp`.
 */
async function findCheckout(folder) {
    const start = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const owner = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(start)).uid;
    for (let top = start;; top = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top)) {
        const gitDir = node_path__WEBPACK_IMPORTED_MODULE_1__.join(top, '.git');
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(gitDir).catch(() => undefined);
        if (found !== undefined && (found.isFile() || (await isRepository(gitDir)))) {
            return isTrusted(found.uid, { self: process.geteuid?.(), owner }) ? { top, gitDir } : undefined;
        }
        if (top === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top))
            return undefined;
    }
}
/** @param who is asking, and who owns the folder that is asked about */
function isTrusted(uid, who) {
    return uid === 0 || uid === who.self || uid === who.owner;
}
async function isRepository(gitDir) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitDir, 'HEAD')).catch(() => undefined))?.isFile() === true;
}
/**
 * Asks git about a checkout, and lets the checkout start nothing: whoever could write its files could write its
 * configuration too. Settings of the user and the machine are left out, so that the answer is the same everywhere.
 *
 * @param args of commands that only read; those that convert files need `settings` that turn the filters off
 * `long`: the answer may be of any length
 * @returns standard output; undefined if there is no git, or it refuses
 * @throws CancelledError
 */
async function askGit(checkout, args, options = {}) {
    const { top, gitDir } = checkout;
    const argv = ['git', '--no-pager', '--literal-pathspecs', '-C', top, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args];
    const env = { ...VARIABLES, GIT_CEILING_DIRECTORIES: node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(top), ...(0,_programs_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .gitSettings */ .Ug)([...INERT, ...(options.settings ?? [])]) };
    try {
        const own = { purpose: 'git', env, signal: options.signal };
        return await (options.long === true ? (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .capture */ .Fg)(argv, own) : (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(argv, { ...own, limit: Infinity }));
    }
    catch (error) {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandError */ .Qd || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3)
            return undefined;
        throw error;
    }
}
const VARIABLES = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    // What is not there is not fetched.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
};
/** These win over the repository's own (git-config(1), "Scopes"). An empty program is none; `false` does nothing. */
const INERT = [
    // The checkout was found and named by us; older versions of git look at these in spite of it.
    ['safe.directory', '*'],
    ['safe.bareRepository', 'explicit'],
    ['protocol.allow', 'never'],
    ['submodule.recurse', 'false'],
    ['log.showSignature', 'false'],
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', '/dev/null'],
    ['core.excludesFile', '/dev/null'],
    ['core.attributesFile', '/dev/null'],
    ...['core.sshCommand', 'core.gitProxy', 'core.askPass', 'core.editor', 'core.pager', 'core.alternateRefsCommand'].map((name) => [name, 'false']),
    ...['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program', 'gpg.ssh.program', 'diff.external'].map((name) => [name, 'false']),
    ['credential.helper', ''],
];


/***/ }),

/***/ 8345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ listedFiles),
/* harmony export */   N: () => (/* binding */ ListedFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _inert_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63041);



/**
 * Asks git which files of a folder belong there: tracked ones, and those that it does not ignore.
 * @returns undefined if git can't tell: no checkout, no git, or the folder as a whole is ignored
 * @throws CancelledError
 */
async function listedFiles(folder, signal) {
    const checkout = await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .findCheckout */ .I8)(folder);
    if (checkout === undefined)
        return undefined;
    const below = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(checkout.top, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder));
    const list = await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .askGit */ .gG)(checkout, ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--', below || '.'], { signal, long: true });
    if (list === undefined || list === '')
        return undefined;
    const entries = list.split('\0').filter((entry) => entry !== '');
    const others = entries.filter((entry) => entry.startsWith(OTHER)).map((entry) => entry.slice(OTHER.length));
    const index = entries.filter((entry) => !entry.startsWith(OTHER));
    const repositories = [...index.filter(isGitlink).map(nameOf), ...others.filter((name) => name.endsWith('/'))];
    const inside = (name) => (below === '' ? name : name.slice(below.length + 1)).replace(/\/$/, '');
    return {
        checkout,
        tracked: new Set(index.filter((entry) => !isGitlink(entry)).map((entry) => inside(nameOf(entry)))),
        untracked: new Set(others.filter((name) => !name.endsWith('/')).map(inside)),
        repositories: repositories.map(inside).filter((name) => name !== ''),
    };
}
/** How git-ls-files(1) marks a file that is not in the index. */
const OTHER = '? ';
/** `<mark> <mode> <object> <stage>\t<name>` */
function nameOf(entry) {
    return entry.slice(entry.indexOf('\t') + 1);
}
/** A submodule. */
function isGitlink(entry) {
    return /^. 160000 /.test(entry);
}
/** Asks git once about a folder, for whoever asks about many folders below it and changes none of them. */
class ListedFolders {
    #root;
    #whole;
    /** @param root absolute */
    constructor(root) {
        this.#root = root;
    }
    /** As `listedFiles`. */
    async of(folder, signal) {
        this.#whole ??= readWhole(this.#root, signal);
        const whole = await this.#whole;
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
        const isBelow = whole !== undefined && real.startsWith(`${whole.root}/`);
        // A submodule, or another repository in the checkout, has its own list.
        if (!isBelow || (await (0,_inert_git_js__WEBPACK_IMPORTED_MODULE_2__/* .findCheckout */ .I8)(real))?.top !== whole.checkout.top)
            return listedFiles(folder, signal);
        const prefix = `${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(whole.root, real)}/`;
        const tracked = namesBelow(whole.tracked, prefix);
        const untracked = namesBelow(whole.untracked, prefix);
        const repositories = namesBelow(whole.repositories, prefix);
        if (tracked.length + untracked.length + repositories.length === 0)
            return undefined;
        return { checkout: whole.checkout, tracked: new Set(tracked), untracked: new Set(untracked), repositories };
    }
}
async function readWhole(root, signal) {
    const files = await listedFiles(root, signal);
    if (files === undefined)
        return undefined;
    const { checkout, tracked, untracked, repositories } = files;
    return { root: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), checkout, tracked: [...tracked].sort(), untracked: [...untracked].sort(), repositories: repositories.toSorted() };
}
function namesBelow(sorted, prefix) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < prefix)
            low = middle + 1;
        else
            high = middle;
    }
    const names = [];
    for (let at = low; sorted[at]?.startsWith(prefix) === true; at += 1)
        names.push((sorted[at] ?? '').slice(prefix.length));
    return names;
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
/** Tells whether a text is the path of an attribute of nixpkgs: `jq`, `python3Packages.requests`, `gtk+3`. */
function isPackageName(text) {
    return text.length <= 200 && text.split('.').every((part) => /^[A-Za-z0-9_][A-Za-z0-9_'+-]*$/.test(part));
}
/**
 * Tells whether a flake.nix declares inputs that may differ tomorrow if no lock file pins them. An input whose address
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
 * Returns a flake that offers an environment of packages of nixpkgs as its default, for every system that is built for.
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
 * Returns the nixpkgs that a flake.lock pins.
 * @returns undefined if it has none
 * @throws InputError if it can't be read
 */
function pinnedNixpkgs(flakeLock, file) {
    return pinnedInputs(flakeLock, file, { input: 'packages', hint: 'Create it again with "nix flake lock".' }).get('nixpkgs');
}
/** Returns what a lock file pins, by the names of the inputs of its root. @throws InputError if it can't be read */
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
/** Returns the code that picks a package out of `pkgs`. @param attribute as `isPackageName` takes it */
function selection(attribute) {
    return ['pkgs', ...attribute.split('.').map((part) => (IDENTIFIER.test(part) && !KEYWORDS.has(part) ? part : nixString(part)))].join('.');
}
/** Returns a locked source as Nix code. */
function attributes(source) {
    const entries = Object.entries(source).filter(([name]) => name !== '__final');
    return `{ ${entries.map(([name, value]) => `${nixString(name)} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}
const ESCAPES = { '\n': String.raw `\n`, '\r': String.raw `\r`, '\t': String.raw `\t` };
/** Returns text as Nix code (Nix manual, "String"). @throws Failure for a NUL, which no string of Nix can hold */
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
 * @throws InputError if the version can't be installed, or nothing says which hash it has
 */
function chooseRelease({ version = DEFAULT_NIX, sha256, mirror }, system) {
    const known = Object.hasOwn(RELEASES, version) ? RELEASES[version]?.[system] : undefined;
    const hash = sha256 ?? known;
    if (hash === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('nix-sha256', `nix-version: the SHA-256 of Nix ${version} for ${system} is not known; nix-feature knows the hashes of ${Object.keys(RELEASES).join(', ')}.`, {
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
/** Returns the number of the first line that is not one of a known_hosts file, from 1; undefined: all are. */
function wrongHostLine(text) {
    const at = text.split('\n').findIndex((line) => !/^\s*(?:#|$)/.test(line) && !LINE.test(line.trim()));
    return at < 0 ? undefined : at + 1;
}
/** Finds a host with builders at several ports: ssh's list of known hosts can't tell them apart. */
function twoPorts(builders) {
    const ports = new Map();
    for (const { host, port } of builders.flatMap((builder) => sshAddress(builder) ?? [])) {
        if (ports.has(host) && ports.get(host) !== port)
            return host;
        ports.set(host, port);
    }
    return undefined;
}
/** Returns why ssh gave up. @returns undefined if it did not */
function sshComplaint(stderr) {
    return COMPLAINT.exec(stderr)?.[0].trim();
}
/** Where the files of {@link sshFiles} are, seen from where Nix runs. */
const NAMES = { key: 'key', hosts: 'known_hosts', config: 'config' };
/**
 * Returns the files that ssh needs, by their names in one folder. Ours come before those of the user and the machine, and the first
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
/** Returns what Nix tells ssh; `inherited` wins, as it is the user's own. */
function sshOptions(folder, inherited) {
    return `${inherited} -F ${folder}/${NAMES.config}`.trim();
}
/**
 * Returns the builders with the key and the host's key in their own fields, unless they have others: a daemon, which does not know our
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


/***/ })

};
