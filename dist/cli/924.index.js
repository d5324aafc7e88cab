export const id = 924;
export const ids = [924];
export const modules = {

/***/ 13924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findDrift: () => (/* binding */ findDrift)
/* harmony export */ });
/* harmony import */ var _base_read_base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67155);
/* harmony import */ var _base_base_nixpkgs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2225);
/* harmony import */ var _delta_compare_drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36453);
/* harmony import */ var _diff_read_side_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56567);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20489);
/* harmony import */ var _oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46285);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30437);
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
 * Says what a Feature ships although a base has it of other inputs, platform by platform. Nothing is built.
 * @param request `before` is the Feature, `after` the base
 * @throws InputError if they are something else; Failure, RegistryError, IntegrityError, CancelledError
 */
async function findDrift(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_8__/* .Registries */ .I(request, host);
        const feature = await (0,_diff_read_side_js__WEBPACK_IMPORTED_MODULE_3__/* .readSide */ .w)('before', request, registries, cleanup);
        if (feature.what !== 'feature')
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('before', `${feature.name} is a base image, but the first argument must be a Feature.`, { hint: HINT });
        const base = await (0,_diff_read_side_js__WEBPACK_IMPORTED_MODULE_3__/* .readSide */ .w)('after', request, registries, cleanup);
        if (base.what !== 'base')
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('after', `${base.name} is a Feature, but the second argument must be a base image.`, { hint: HINT });
        const platforms = [];
        for (const [arch, document] of feature.documents)
            platforms.push({ arch, drift: await driftOn(base, { arch, document }, host) });
        return { feature: feature.name, base: base.name, platforms };
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
const HINT = 'nix-feature drift <Feature> <base image>';
async function driftOn({ name, source }, { arch, document }, host) {
    return (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_6__/* .inStage */ .uE)(host, `Read the store of ${name} for ${arch}`, { unit: 'bytes' }, async (progress) => {
        const image = await (0,_oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .selectPlatform */ .m)(source, arch);
        const { paths: held } = await (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_0__/* .readImage */ .AM)(source, image, (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_0__/* .readingFor */ .QW)(host, progress));
        const paths = (0,_delta_compare_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .driftOf */ .$)(document.closure, [held]);
        const drift = paths.length === 0 ? undefined : { paths, nixpkgs: (0,_base_base_nixpkgs_js__WEBPACK_IMPORTED_MODULE_1__/* .nixpkgsOfLabels */ .l)(image.config.labels), follows: false };
        return [drift, (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatNumberOf */ .Of)(held.size, 'store path')];
    });
}


/***/ }),

/***/ 2225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nixpkgsOfRegistry),
/* harmony export */   l: () => (/* binding */ nixpkgsOfLabels)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93040);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);



/** Labels by which an image says what it was made of: a revision of nixpkgs, or a flake reference that names one. */
const NIXPKGS_LABELS = ['dev.nix-feature.nixpkgs', 'org.nixos.nixpkgs.revision'];
/** Bytes; a registry has a line for each flake. */
const REGISTRY_LIMIT = 1024 * 1024;
const REVISION = /^[0-9a-f]{40}$/;
/** Nothing that moves: a revision, or a hash of the contents. */
const LOCKED = /^(?:(?:github|gitlab|sourcehut):[\w.-]+\/[\w.%-]+\/[0-9a-f]{40}(?:\?[\w.&=%/:+-]*)?|(?:(?:git|hg|tarball)\+)?https?:\/\/[^\s"'\\$?#]+\?(?=[^\s]*(?:rev=[0-9a-f]{40}|narHash=sha256-))[\w.&=%/:+-]+)$/;
/** @returns a flake reference that always names the same nixpkgs; undefined if the text is none */
function pinnedNixpkgsReference(text) {
    if (REVISION.test(text))
        return `github:NixOS/nixpkgs/${text}`;
    return text.length <= 500 && LOCKED.test(text) ? text : undefined;
}
/** Returns what an image's labels say. */
function nixpkgsOfLabels(labels) {
    return NIXPKGS_LABELS.map((name) => pinnedNixpkgsReference((labels[name] ?? '').trim())).find((reference) => reference !== undefined);
}
/**
 * Returns what Nix's registry of flakes in an image says (Nix manual, "nix registry"): NixOS and Home Manager write the nixpkgs there that
 * they were built from. An entry that moves, such as a branch, says nothing.
 */
function nixpkgsOfRegistry(text) {
    const registry = parsed(text);
    const flakes = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(registry) ? registry['flakes'] : undefined;
    for (const entry of Array.isArray(flakes) ? flakes : []) {
        if (!(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry) || !(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry['from']) || !(0,_json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry['to']))
            continue;
        const { from, to } = entry;
        if (from['type'] === 'indirect' && from['id'] === 'nixpkgs')
            return referenceOf(to);
    }
    return undefined;
}
function parsed(text) {
    try {
        return (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text, { bytes: REGISTRY_LIMIT });
    }
    catch (error) {
        if (!(error instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonError */ .N3))
            throw error;
        return undefined;
    }
}
/** Reads the forms of flake references, as attributes, that name nixpkgs in practice. */
function referenceOf(to) {
    const { type, narHash } = to;
    const hash = typeof narHash === 'string' && /^sha256-[A-Za-z0-9+/]{43}=$/.test(narHash) ? `narHash=${encodeURIComponent(narHash)}` : undefined;
    if (type === 'github' || type === 'gitlab')
        return forgeReference(type, to, hash);
    if (type === 'tarball')
        return tarballReference(to, hash);
    return type === 'path' ? storeReference(to, hash) : undefined;
}
function forgeReference(type, { owner, repo, rev }, hash) {
    if (typeof owner !== 'string' || typeof repo !== 'string' || typeof rev !== 'string')
        return undefined;
    return pinnedNixpkgsReference(`${type}:${owner}/${repo}/${rev}${hash === undefined ? '' : `?${hash}`}`);
}
/** Nothing but its hash says which one it is. */
function tarballReference({ url }, hash) {
    if (typeof url !== 'string' || hash === undefined)
        return undefined;
    return pinnedNixpkgsReference(`${url}${url.includes('?') ? '&' : '?'}${hash}`);
}
/** Of the image's own store: the same wherever the image is. */
function storeReference({ path }, hash) {
    if (typeof path !== 'string' || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isStorePath */ .zP)(path))
        return undefined;
    return `path:${path}${hash === undefined ? '' : `?${hash}`}`;
}


/***/ }),

/***/ 36453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ driftOf)
/* harmony export */ });
/* harmony import */ var _nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54445);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);


/**
 * Finds what is shipped twice because the flake and a base pin different versions of their inputs: the same name, and
 * another hash on each side. Only names with a version count; `source` and `env` are called alike by chance.
 * @param bases the store paths of each
 * @returns the heaviest first
 */
function driftOf(closure, bases) {
    const byName = new Map();
    for (const path of bases.flatMap((base) => [...base]).toSorted(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)) {
        const name = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(path);
        if (!byName.has(name) && (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageName */ .R)(name).version !== '')
            byName.set(name, path);
    }
    return closure
        .flatMap(({ path, narSize: bytes, in: place }) => {
        const base = byName.get((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(path));
        // What a base has in part is shipped too, and is no drift.
        return place === 'base' || base === undefined || bases.some((paths) => paths.has(path)) ? [] : [{ path, base, bytes }];
    })
        .toSorted((a, b) => b.bytes - a.bytes || (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)(a.path, b.path));
}


/***/ })

};
