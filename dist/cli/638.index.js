export const id = 638;
export const ids = [638];
export const modules = {

/***/ 4658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setUpNix: () => (/* binding */ setUpNix)
/* harmony export */ });
/* harmony import */ var _nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5951);
/* harmony import */ var _nix_run_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33492);
/* harmony import */ var _nix_run_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21657);
/* harmony import */ var _place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60446);




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


/***/ })

};
