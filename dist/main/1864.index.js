export const id = 1864;
export const ids = [1864];
export const modules = {

/***/ 4658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setUpNix: () => (/* binding */ setUpNix)
/* harmony export */ });
/* harmony import */ var _nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5951);
/* harmony import */ var _nix_run_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33492);
/* harmony import */ var _nix_run_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21657);
/* harmony import */ var _place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11944);




/**
 * Makes sure that the machine has Nix: uses an installed one, or installs a release from the tool cache. The result says which variables
 * programs need to use it.
 * @throws SetupError, IntegrityError, Failure, CancelledError
 */
async function setUpNix({ release, nix, given }, host) {
    const began = performance.now();
    const { env } = process;
    const provided = await (0,_place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .provideNix */ .B8)(release, { job: host, env });
    // It is for the steps of others, whose nix.conf is theirs.
    const config = (0,_nix_run_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .nixConfig */ .C)({ ...nix, configured: true }, { place: 'host', privileged: false, emulated: undefined, inherited: env['NIX_CONFIG'] ?? '', singleUser: provided.singleUser });
    const path = (0,_place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentOf */ .p7)(provided, env);
    const site = new _nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__/* .HostSite */ .C({ system: release.system, signal: host.signal, env: { NIX_CONFIG: config, ...path }, needsCloudKeys: await (0,_nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__/* .needsCloudKeys */ .D)(config, env) });
    const { text } = await (0,_nix_run_version_js__WEBPACK_IMPORTED_MODULE_2__/* .nixVersion */ .oX)(site, 'host');
    return { nix: text, wanted: release.version, from: provided.from, bin: provided.bin, variables: { NIX_CONFIG: config.trimEnd() }, given, duration: performance.now() - began };
}


/***/ }),

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Vc: () => (/* binding */ readUpTo),
/* harmony export */   wZ: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



/**
 * Makes a folder and those above it. Node's recursive mkdir would not do: below a folder like /proc, which has no place for
 * new ones, it tries for ever and can't be stopped.
 * @returns the outermost folder that was made; undefined if all were there
 * @throws what the file system says
 */
async function makeFolders(path) {
    const missing = [];
    for (let folder = path; !(await isFolderThere(folder)); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
        missing.push(folder);
    const made = missing.at(-1);
    for (const folder of missing.toReversed()) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder).catch((error) => {
            // Somebody else may make it meanwhile; if that is no folder, the next one says so.
            if (error.code !== 'EEXIST')
                throw error;
        });
    }
    return made;
}
async function isFolderThere(path) {
    try {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (info.isDirectory())
            return true;
    }
    catch (error) {
        if (error.code === 'ENOENT' && path !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
            return false;
        throw error;
    }
    throw Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${path}'`), { code: 'ENOTDIR', syscall: 'mkdir', path });
}
/**
 * Reads a file that has no reason to be larger.
 * @param limit bytes
 * @throws IntegrityError if it is, or is no file; what the file system says
 */
async function readUpTo(file, limit) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
    if (!info.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${file} is not a file.`);
    if (info.size > limit)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${file} has ${info.size} bytes; the limit is ${limit}.`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
}
/** Is there anything by this name? */
async function isThere(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
}


/***/ }),

/***/ 20489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   e3: () => (/* binding */ Stages),
/* harmony export */   uE: () => (/* binding */ inStage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
class Stages {
    times = [];
    #log;
    #suffix;
    /** @param suffix tells the platforms of one job apart; empty if there is only one */
    constructor(log, suffix) {
        this.#log = log;
        this.#suffix = suffix;
    }
    /**
     * @param body gets the stage's progress; what it returns besides its value is the stage's last line
     */
    async run(title, options, body) {
        const began = performance.now();
        const progress = this.#log.stage(`${title}${this.#suffix}`, options);
        try {
            const [value, result] = await body(progress);
            progress.end(result);
            return value;
        }
        catch (error) {
            progress.end(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'stopped' : 'failed');
            throw error;
        }
        finally {
            this.times.push({ title, duration: performance.now() - began });
        }
    }
}
/**
 * Runs `body` as a stage that is shown; if it fails, the stage says so.
 * @param body what it returns besides its value is the stage's last line
 */
async function inStage(log, title, options, body) {
    const progress = log.stage(title, options);
    try {
        const [value, result] = await body(progress);
        progress.end(result);
        return value;
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}
/** Runs something that shows its own stages, and remembers how long all of it took. */
async function timed(title, times, body) {
    const began = performance.now();
    const value = await body();
    times.push({ title, duration: performance.now() - began });
    return value;
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


/***/ })

};
