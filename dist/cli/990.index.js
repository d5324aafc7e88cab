export const id = 990;
export const ids = [990];
export const modules = {

/***/ 3631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ writeVersion)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99547);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49793);




/**
 * Writes a version into a Feature's metadata, at its place: comments, line ends and all else stay as they are. The file is replaced whole or not at
 * all. A link is refused: a proposed change could lead it out of the checkout.
 * @param file absolute
 * @throws InputError if the file can't be read, or has no version that could be replaced
 */
async function writeVersion(file, version) {
    const document = await (0,_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .readMetadataFile */ .WJ)(file);
    const twice = document.duplicates.find(({ name }) => name === 'version');
    if (typeof document.value['version'] !== 'string' || twice !== undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}: the version can't be raised: ${twice === undefined ? 'it has none' : '"version" appears twice'}.`, { location: twice?.location ?? document.locationOf('version') });
    }
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file);
    if (info.isSymbolicLink()) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('feature', `${_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}: the version can't be raised: the file is a symbolic link.`, { location: { file }, hint: 'Put the file itself into the folder of the Feature.' });
    }
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    const next = `${file}.next-${process.pid}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(next, (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.applyEdits)(text, (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.modify)(text, ['version'], version, {})), { mode: info.mode & 0o777, flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(next, file);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(next, { force: true });
    }
}


/***/ }),

/***/ 97825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   jG: () => (/* binding */ Limiter),
/* harmony export */   kX: () => (/* binding */ eitherSignal),
/* harmony export */   pZ: () => (/* binding */ stoppable)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);

/** Returns the same job, whose signal we can give too: what fails must not wait for the end of something long beside it. */
function stoppable(job) {
    const stop = new AbortController();
    const signal = AbortSignal.any([job.signal, stop.signal]);
    // As many listeners as there are requests and commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return { job: { ...job, signal }, stop };
}
/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
async function together(stop, first, second) {
    let failure;
    const watch = async (task) => {
        try {
            await task;
        }
        catch (reason) {
            // What fails after this fails because of it.
            failure ??= { reason };
            stop.abort(reason);
        }
    };
    await Promise.all([watch(first), watch(second)]);
    if (failure !== undefined)
        throw failure.reason;
    return Promise.all([first, second]);
}
/** Returns a signal that is aborted when one of these is, with its reason. Those that are not there never are. */
function eitherSignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    if (given.length < 2)
        return given[0];
    const either = AbortSignal.any(given);
    // As many listeners as there are commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, either);
    return either;
}
/**
 * Does the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
async function inParallel(atATime, things, work) {
    const results = [];
    const queue = things.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, thing] of queue) {
            if (failed)
                return;
            try {
                results[at] = await work(thing);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
    return results;
}
/** Lets only so many tasks run at once; the others wait in the order in which they came. */
class Limiter {
    #waiting = [];
    #free;
    constructor(limit) {
        this.#free = limit;
    }
    async run(task) {
        if (this.#free > 0)
            this.#free -= 1;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}


/***/ }),

/***/ 38990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bumpNamed: () => (/* binding */ bumpNamed)
/* harmony export */ });
/* harmony import */ var _feature_version_levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94126);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49793);
/* harmony import */ var _feature_version_write_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3631);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _find_features_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92458);





/**
 * Raises the versions of Features in their files, whatever is published.
 * @throws InputError if none or several are found and nobody named them, or a file can't be read or written to
 */
async function bumpNamed({ root, features, level }) {
    const folders = await (0,_find_features_js__WEBPACK_IMPORTED_MODULE_4__/* .findFeatures */ .f)(root, features);
    if (features.length === 0 && folders.length > 1) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('features', `features: there are ${folders.length} Features below ${root}, and each has a version of its own.`, { hint: `Name those to raise (nix-feature bump ${level} ${(0,_find_features_js__WEBPACK_IMPORTED_MODULE_4__/* .folderName */ .u)(root, folders[0] ?? root)}), or let what changed decide: nix-feature bump auto.` });
    }
    // All are read before one is written.
    const wanted = [];
    for (const folder of folders)
        wanted.push({ folder, metadata: await (0,_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .readFeatureMetadata */ .SA)(folder) });
    const bumps = wanted.map(({ folder, metadata: { id, version, file } }) => {
        const next = (0,_feature_version_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .namedVersion */ .e$)(version, level);
        if (next === undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_FILE */ .VR}: the version "${version}" can't be raised: a number of it is too large.`, { location: { file } });
        return { file, bumped: { folder: (0,_find_features_js__WEBPACK_IMPORTED_MODULE_4__/* .folderName */ .u)(root, folder), id, ...next } };
    });
    for (const { file, bumped } of bumps)
        await (0,_feature_version_write_version_js__WEBPACK_IMPORTED_MODULE_2__/* .writeVersion */ .g)(file, bumped.to);
    return bumps.map(({ bumped }) => bumped);
}


/***/ }),

/***/ 92458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findFeatures),
/* harmony export */   u: () => (/* binding */ folderName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22500);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49793);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97825);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73662);
/* harmony import */ var _portable_write_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6809);








/** Folders that are read at once: enough to keep a disk busy, few enough for the limit of open files. */
const AT_ONCE = 32;
const DEVCONTAINER_FOLDER = '.devcontainer';
const PATTERN = /[*?[\]{}]/;
/**
 * Finds the folders of Features.
 * @param root absolute
 * @param lines folders and patterns, those to leave out again begin with `!`; none: all below `root`
 * @returns absolute, sorted by what they are called below `root`
 * @throws InputError if there is none, or a line names none
 */
async function findFeatures(root, lines) {
    const wanted = lines.filter((line) => !line.startsWith('!'));
    const found = new Set(wanted.length === 0 ? await below(root) : (await Promise.all(wanted.map((line) => named(root, line)))).flat());
    for (const line of lines.filter((each) => each.startsWith('!'))) {
        for (const folder of await matching(root, line.slice(1)))
            found.delete(folder);
    }
    if (found.size > 0)
        return [...found].toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6)(folderName(root, a), folderName(root, b)));
    const skipped = lines.length === 0 ? await inHidden(root) : { found: [], folders: [] };
    if (skipped.found.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: there is no ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR} below ${root}, apart from hidden folders, which are not searched.`, { hint: `Name these folders in "features": ${skipped.found.join(', ')}.` });
    }
    const passed = skipped.folders.length === 0 ? '' : ` Hidden folders were skipped (${skipped.folders.join(', ')}): name them in "features" if a Feature is there.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: there is no ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR} below ${root}${lines.length === 0 ? '' : ' that the lines do not leave out'}.`, {
        hint: `In a workflow, check the repository out before this step (actions/checkout).${passed}`,
    });
}
/** Returns a folder as it is called in what is put out: below `root`, with slashes; `.` for `root` itself. */
function folderName(root, folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
}
async function below(root) {
    const limiter = new _kit_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .Limiter */ .jG(AT_ONCE);
    const found = [];
    const walk = async (folder) => {
        const entries = await limiter.run(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(ignoreUnreadable));
        const names = new Set(entries.map(({ name }) => name));
        // What builds wrote holds copies of Features, and what was exported is one.
        if (names.has('oci-layout') || (names.has(_feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_FOLDER */ .oA) && (await isExported(folder))))
            return;
        if (names.has(_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR))
            found.push(folder);
        // What is in a Feature's folder is the Feature's; but a repository that is one may hold more.
        if (names.has(_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR) && folder !== root)
            return;
        await Promise.all(entries.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name)).map(({ name }) => walk((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))));
    };
    await walk(root);
    return found;
}
/** How many hidden folders are named, and how deep Features in them are looked for. */
const NAMED = 5;
const DEEP = 3;
/** Features in hidden folders of `root`, which nobody meant unless there is no other; and the names of those folders. */
async function inHidden(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { withFileTypes: true }).catch(ignoreUnreadable);
    const folders = entries.filter((entry) => entry.isDirectory() && isPassedOver(entry.name) && entry.name.startsWith('.') && entry.name !== '.git').map(({ name }) => name).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6);
    const patterns = Array.from({ length: DEEP + 1 }, (_, depth) => `${'*/'.repeat(depth)}${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}`);
    const found = [];
    for (const name of folders.slice(0, NAMED)) {
        for await (const file of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name) }))
            found.push(folderName(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name, file))));
    }
    return { found: found.toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_6__/* .compareText */ .n6).slice(0, NAMED), folders: folders.slice(0, NAMED) };
}
async function isExported(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _portable_write_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .EXPORT_MARK */ .vJ)).catch(() => undefined))?.isFile() === true;
}
/** Hidden folders are not for people, but for `.devcontainer`, where a team's own Features are (`.devcontainer/features/<id>`). */
function isPassedOver(name) {
    return (name.startsWith('.') && name !== DEVCONTAINER_FOLDER) || name === 'node_modules';
}
/** Others' folders, such as those of a container engine, and what goes away while we look. */
function ignoreUnreadable(error) {
    if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
        return [];
    throw error;
}
async function named(root, line) {
    const found = await matching(root, line);
    if (found.length > 0)
        return found;
    const what = PATTERN.test(line) ? 'matches no folder with a' : `names the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, line)}, which has no`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('features', `features: "${line}" ${what} ${_feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR}.`, {
        hint: 'Write folders or patterns relative to the root of the checkout, one per line: features/jq, features/*, tools/**.',
    });
}
async function matching(root, line) {
    if (!PATTERN.test(line)) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, line);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR)).catch(() => undefined);
        return file?.isFile() === true ? [folder] : [];
    }
    const hidden = /(?:^|\/)\.[^./]/.test(line);
    const folders = [];
    for await (const file of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(line, _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_FILE */ .VR), { cwd: root, exclude: (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'node_modules' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === '.git' })) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file, '..');
        if (hidden || !folderName(root, folder).split('/').some((part) => /^\.[^.]/.test(part)))
            folders.push(folder);
    }
    const outermost = new Set(folders.filter((folder) => folder !== root));
    return folders.filter((folder) => !isWithin(outermost, folder));
}
/** What is in a Feature's folder is the Feature's. */
function isWithin(folders, folder) {
    for (let above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder); above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above); above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(above)) {
        if (folders.has(above))
            return true;
    }
    return false;
}


/***/ })

};
