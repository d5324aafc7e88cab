export const id = 556;
export const ids = [556];
export const modules = {

/***/ 32250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assertWhole: () => (/* binding */ assertWhole),
/* harmony export */   bundleFeature: () => (/* binding */ bundleFeature),
/* harmony export */   carried: () => (/* binding */ carried),
/* harmony export */   exportFeature: () => (/* binding */ exportFeature)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _kit_temporary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88303);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30437);
/* harmony import */ var _bundle_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26666);
/* harmony import */ var _open_source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35115);
/* harmony import */ var _replace_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86456);
/* harmony import */ var _write_folder_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6809);
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










/** The dev container tools take local Features from below this folder. */
const LOCAL_FEATURES = '.devcontainer';
/**
 * Writes a Feature as a folder that works as `"./<id>": {}`.
 * @throws InputError if the folder holds other things; Failure, RegistryError, IntegrityError, CancelledError
 */
async function exportFeature(request, job) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        if (!request.layers && request.source.kind !== 'published') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('delivery', 'delivery: layers leaves the layers in the registry, but only a published Feature has any there.', {
                hint: 'Name a published Feature, or leave delivery out.',
            });
        }
        const feature = await (0,_open_source_js__WEBPACK_IMPORTED_MODULE_7__/* .openPortable */ .a)(request, new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_5__/* .Registries */ .I(request, job), cleanup);
        const output = request.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(request.here, LOCAL_FEATURES, feature.id);
        const bytes = await (0,_replace_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .replaceFolder */ .x)(output, (folder) => (0,_write_folder_js__WEBPACK_IMPORTED_MODULE_9__/* .writePortableFolder */ .pb)(feature, folder, { layers: request.layers, job }));
        return { ...carried(feature), place: output, what: 'folder', bytes };
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
/**
 * Writes a Feature into one file, which needs no registry to be installed and can be loaded into one.
 * @throws InputError if the file holds something else; Failure, RegistryError, IntegrityError, CancelledError
 */
async function bundleFeature(request, job) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const feature = await (0,_open_source_js__WEBPACK_IMPORTED_MODULE_7__/* .openPortable */ .a)(request, new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_5__/* .Registries */ .I(request, job), cleanup);
        const file = request.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(request.here, bundleName(feature));
        const work = await (0,_kit_temporary_js__WEBPACK_IMPORTED_MODULE_4__/* .makeTemporary */ .ww)('nix-feature-bundle', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), true).catch((cause) => {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('output', `output: the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)} is not writable: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .fileReason */ .pP)(cause)}.`, { cause, hint: 'Name a file in a folder that exists.' });
        });
        cleanup.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true }));
        const bytes = await (0,_write_folder_js__WEBPACK_IMPORTED_MODULE_9__/* .writePortableFolder */ .pb)(feature, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, 'feature'), { layers: true, job });
        await (0,_bundle_file_js__WEBPACK_IMPORTED_MODULE_6__/* .writeBundle */ .M)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, 'feature'), file);
        return { ...carried(feature), place: file, what: 'bundle', bytes };
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
function bundleName({ id, version, arches, platforms }) {
    const part = platforms.length === arches.length ? '' : platforms.map(({ arch }) => `-${arch}`).join('');
    return `${id}-${version}${part}.tar`;
}
function carried({ id, version, raw, platforms }) {
    return { id, version, digest: raw.digest, arches: platforms.map(({ arch }) => arch), tags: [] };
}
/** @throws Failure if not all platforms are there, so that the Feature's manifest would name what is missing */
function assertWhole({ name, arches, platforms }) {
    if (platforms.length === arches.length)
        return;
    const there = platforms.map(({ arch }) => arch);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${name} holds ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(there)} of a Feature for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatList */ .ki)(arches)}, so it can't be published.`, {
        hint: 'Create the bundle with all platforms (without --arches), or unpack this one with --output.',
    });
}


/***/ }),

/***/ 6556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadFeature: () => (/* binding */ loadFeature)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20489);
/* harmony import */ var _kit_temporary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88303);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26791);
/* harmony import */ var _oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53540);
/* harmony import */ var _publish_publish_assembly_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29274);
/* harmony import */ var _publish_push_platforms_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52714);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21844);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1925);
/* harmony import */ var _bundle_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26666);
/* harmony import */ var _export_feature_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(32250);
/* harmony import */ var _portable_feature_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(78463);
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
 * Publishes the Feature that a bundle holds, byte for byte as it was: the digest stays the same wherever it goes.
 * @throws Failure if it is not complete, or its version holds other content; RegistryError, IntegrityError, CancelledError
 */
async function loadFeature(request, job) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,_kit_temporary_js__WEBPACK_IMPORTED_MODULE_3__/* .makeTemporary */ .ww)('nix-feature-load');
        cleanup.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true }));
        const { text: name, path } = request.source;
        const { reader, holds, attached } = await (0,_bundle_file_js__WEBPACK_IMPORTED_MODULE_10__/* .openBundle */ .h)(path, work);
        const feature = await (0,_portable_feature_js__WEBPACK_IMPORTED_MODULE_12__/* .readPortable */ .a)(reader, { name, wanted: [], holds, attached });
        (0,_export_feature_js__WEBPACK_IMPORTED_MODULE_11__.assertWhole)(feature);
        const namespace = new _release_target_js__WEBPACK_IMPORTED_MODULE_8__/* .Namespace */ .g$(request, job);
        const writer = namespace.writer(feature.id);
        const publisher = { namespace, writer };
        cleanup.defer(() => writer.close());
        const platforms = feature.platforms.map((platform) => builtPlatform(platform, reader));
        const sent = await (0,_publish_push_platforms_js__WEBPACK_IMPORTED_MODULE_7__/* .pushPlatforms */ .z)(publisher, feature.id, platforms);
        const own = await pushFeature(feature, reader, publisher);
        const { raw, version, metadata, origin } = feature;
        // Before any tag that moves, as when it was published.
        await attachAgain(feature, publisher);
        const digests = new Map(platforms.map(({ arch, digest }) => [arch, digest]));
        const release = { version, digest: raw.digest, bytes: raw.bytes, mediaType: raw.mediaType, platforms: digests, manifests: feature.platforms.map((platform) => platform.raw) };
        const tags = await (0,_publish_publish_assembly_js__WEBPACK_IMPORTED_MODULE_6__/* .completeRelease */ .xB)(publisher, release, { id: feature.id, metadata, delivery: deliveryOf(feature), source: origin });
        const bytes = [...sent.values()].reduce((sum, each) => sum + each, own);
        return { ...(0,_export_feature_js__WEBPACK_IMPORTED_MODULE_11__.carried)(feature), place: writer.repository, what: 'release', bytes, tags };
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
async function attachAgain({ raw, source, attachments }, { namespace, writer }) {
    if (attachments.length === 0)
        return;
    const contents = await Promise.all(attachments.map((attachment) => (0,_attachments_js__WEBPACK_IMPORTED_MODULE_9__/* .contentOf */ .$)(attachment, source)));
    await writer.pushReferrers({ mediaType: raw.mediaType, digest: raw.digest, size: raw.bytes.length }, contents);
    namespace.job.info(`Attached ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(contents.length, 'SBOM or attestation', 'SBOMs and attestations')} to ${writer.repository}.`);
}
/** A tar that embeds the layers is no smaller than they are. */
function deliveryOf({ tar, platforms }) {
    const layers = platforms.flatMap((platform) => [...platform.layers, ...platform.complement]).reduce((sum, { size }) => sum + size, 0);
    return tar.size >= layers ? 'embed' : 'layers';
}
function builtPlatform({ arch, raw, manifest, document, layers, complement }, reader) {
    return { arch, document, digest: raw.digest, bytes: raw.bytes, manifest, layers, complement, fileOf: ({ digest }) => reader.blobPath(digest), pushed: undefined, reusedLayers: 0, sbom: undefined };
}
/** Pushes it under its version's tag, with which it is published. @returns bytes that were sent */
async function pushFeature({ raw, version }, reader, { namespace, writer }) {
    const { job } = namespace;
    return (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_2__/* .inStage */ .uE)(job, 'Push the Feature', { unit: 'bytes' }, async (progress) => {
        const pushed = await (0,_oci_push_push_image_js__WEBPACK_IMPORTED_MODULE_5__/* .pushImage */ .G)(writer, raw, {
            content: ({ digest }) => (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .fileContent */ .qY)(reader.blobPath(digest)),
            onProgress: (done, total) => progress.update(done, undefined, total),
            signal: job.signal,
            tag: version,
        });
        return [pushed.blobBytes, `${pushed.descriptor.digest}, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(pushed.blobBytes)} sent`];
    });
}


/***/ })

};
