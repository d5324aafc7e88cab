export const id = 480;
export const ids = [480];
export const modules = {

/***/ 31480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diff: () => (/* binding */ diff)
/* harmony export */ });
/* harmony import */ var _base_read_base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67155);
/* harmony import */ var _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71623);
/* harmony import */ var _diff_read_side_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56567);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20489);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30437);
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
 * Compares two Features, or two base images, platform by platform. Nothing is built, and nothing is written.
 * @throws InputError if they can't be compared, or not for these arches; Failure if one is not there, or not whole
 */
async function diff(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_6__/* .Registries */ .I(request, host);
        const before = await (0,_diff_read_side_js__WEBPACK_IMPORTED_MODULE_2__/* .readSide */ .w)('before', request, registries, cleanup);
        const after = await (0,_diff_read_side_js__WEBPACK_IMPORTED_MODULE_2__/* .readSide */ .w)('after', request, registries, cleanup);
        if (before.what === 'feature' && after.what === 'feature')
            return diffFeatures(before, after, request);
        if (before.what === 'base' && after.what === 'base')
            return diffBases(before, after, request, host);
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('after', `${inWords(before)}, and ${inWords(after)}: they can't be compared.`, {
            hint: 'Name two Features, or two base images.',
        });
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
function inWords({ what, name }) {
    return `${name} is a ${what === 'feature' ? 'Feature' : 'base image'}`;
}
function diffFeatures(before, after, { arches, shipped = false }) {
    const common = before.arches.filter((arch) => after.arches.includes(arch)).toSorted();
    const pairs = (arches.length > 0 ? arches : common).map((arch) => ({ arch, before: documentFor(before, arch), after: documentFor(after, arch) }));
    const [first] = pairs;
    if (first === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('after', `There is no platform to compare: ${platformsOf(before)}, and ${platformsOf(after)}.`);
    }
    return {
        what: 'feature',
        shippedOnly: shipped,
        before: { name: before.name, feature: first.before.feature },
        after: { name: after.name, feature: first.after.feature },
        platforms: pairs.map((pair) => ({ arch: pair.arch, changes: (shipped ? _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .shippedChanges */ .p : _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changesBetween */ .iv)(pair.before, pair.after) })),
    };
}
function documentFor(side, arch) {
    const document = side.documents.get(arch);
    if (document !== undefined)
        return document;
    if (!side.arches.includes(arch))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('arches', `arches: there is no ${arch} of ${side.name}: ${platformsOf(side)}.`);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The delta document of ${side.name} for ${arch} is not in its repository, so its store paths are unknown.`, {
        hint: 'A copy from another registry may lack it: name the original, or publish the same version beside the copy.',
    });
}
function platformsOf({ name, arches }) {
    return `${name} is for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatList */ .ki)(arches.toSorted())}`;
}
async function diffBases(before, after, { arches, ownArch, shipped = false }, host) {
    if (shipped)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('shipped', 'shipped: a base image ships nothing, so there is nothing to compare.', { hint: 'Leave "shipped" out to compare two base images.' });
    const wanted = arches.length > 0 || ownArch === undefined ? arches : [ownArch];
    if (wanted.length === 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('arches', "arches: is missing, and this machine's architecture is not supported.");
    const platforms = [];
    for (const arch of wanted) {
        const [left, right] = [await storeOf(before, arch, host), await storeOf(after, arch, host)];
        platforms.push({ arch, changes: (0,_delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .compareSides */ .GQ)('base', left, right) });
    }
    return { what: 'base', shippedOnly: false, before: { name: before.name }, after: { name: after.name }, platforms };
}
/** What needs what in a base is in none of its layers' headers, and so is what its paths are there for. */
async function storeOf({ name, source }, arch, host) {
    return (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_5__/* .inStage */ .uE)(host, `Read the store of ${name} for ${arch}`, { unit: 'bytes' }, async (progress) => {
        const { paths, sizes } = await (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_0__/* .readBase */ .wZ)(source, arch, (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_0__/* .readingFor */ .QW)(host, progress));
        return [{ paths: [...paths].map((path) => ({ path, bytes: sizes?.get(path) })), roots: [] }, (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumberOf */ .Of)(paths.size, 'store path')];
    });
}


/***/ })

};
