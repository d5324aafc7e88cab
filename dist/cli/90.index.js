export const id = 90;
export const ids = [90];
export const modules = {

/***/ 36090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sbomOf: () => (/* binding */ sbomOf)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _layout_described_feature_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83874);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20844);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30437);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40848);
/* harmony import */ var _sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80791);








/**
 * Makes the SBOM of a layout or of a published Feature, for each requested platform. The packages come from the delta documents; licences and
 * homepages come from the SBOM that the build wrote, if there is one.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
async function sbomOf(request, host) {
    const { source, format, vex } = request;
    return chosen(await factsOf(source, new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_4__/* .Registries */ .I(request, host)), request).map(({ metas, ...facts }) => {
        const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(facts.document.system);
        if (metas === undefined)
            host.notice(`${source.text} has no SBOM for ${arch}: licences and homepages are not known.`);
        const text = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_6__/* .FORMATS */ .hR[format].write({ ...facts, metas: metas ?? new Map() });
        return { arch, file: (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_6__/* .sbomFile */ .yp)(arch, format), text: vex === undefined ? text : (0,_sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeVex */ .o)(text, vex) };
    });
}
async function factsOf(source, registries) {
    const { platforms, created } = await describe(source, registries);
    return platforms.map(({ document, metas }) => ({ document, metas, created }));
}
async function describe(source, registries) {
    if (source.kind === 'path')
        return (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLayout */ .M)(source.path);
    const reader = registries.open((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(source.text));
    try {
        return await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_2__/* .describePublished */ .w)(reader, source.text);
    }
    finally {
        reader.close();
    }
}
/** The requested ones; else all of them for a folder, or this machine's for a terminal. */
function chosen(all, { source, arches, ownArch, output }) {
    const there = all.map(({ document }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(document.system));
    const missing = arches.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${source.text} has no platform ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(missing)}; it has ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(there)}.`);
    if (arches.length > 0)
        return all.filter(({ document }) => arches.includes((0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(document.system)));
    if (output !== undefined || all.length < 2)
        return all;
    const own = all.filter(({ document }) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(document.system) === ownArch);
    return own.length > 0 ? own : all.slice(0, 1);
}


/***/ }),

/***/ 83874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeLayout),
/* harmony export */   w: () => (/* binding */ describePublished)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83270);
/* harmony import */ var _oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77627);
/* harmony import */ var _release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37413);
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(283);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6988);







/** Reads what a build left. @throws Failure if the folder holds no build; IntegrityError */
async function describeLayout(folder) {
    const { platforms, facts } = await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .readBuiltLayout */ .n)(folder);
    const delivery = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_5__/* .deliveryOf */ .A9)({ delivery: facts.delivery, documents: platforms.map(({ document }) => document) });
    return { platforms: platforms.map(({ arch, document, sbom }) => ({ arch, document, metas: sbom?.metas })), created: facts.created, digest: undefined, origin: facts.origin, delivery };
}
/**
 * Reads a published Feature's delta documents, and the SBOMs that are attached to it.
 * @param name for messages
 * @throws Failure if it is not there, or is not one of ours; RegistryError, IntegrityError, CancelledError
 */
async function describePublished(reader, name) {
    const root = await (0,_oci_pull_hub_name_js__WEBPACK_IMPORTED_MODULE_2__/* .orTakenForHub */ .b1)(name, reader, () => reader.root()).catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} does not exist.`, { cause: error, hint: 'nix-feature list <registry>/<namespace> says which Features and versions are there.' });
        throw error;
    });
    const published = (0,_release_published_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedAs */ .hY)(name, root);
    if (published.platforms.size === 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} was not published by nix-feature as a Feature, so its store paths are unknown.`, { hint: 'Name the Feature by its version: <registry>/<namespace>/<id>:1.2.0.' });
    const documents = await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
    const metas = await (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__/* .attachedMetas */ .fn)(reader, published, documents);
    return { platforms: [...documents].map(([arch, document]) => ({ arch, document, metas: metas.get(arch) })), created: (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_4__/* .createdOf */ .YC)(root, name), digest: published.digest, origin: originOf(root, name), delivery: undefined };
}
function originOf(root, name) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(root, name);
    const annotations = parsed.kind === 'manifest' ? parsed.manifest.annotations : undefined;
    return { source: annotations?.['org.opencontainers.image.source'], revision: annotations?.['org.opencontainers.image.revision'] };
}


/***/ }),

/***/ 1548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   _X: () => (/* binding */ takenForHub),
/* harmony export */   b1: () => (/* binding */ orTakenForHub)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93410);


/** Explains a name that was looked for on Docker Hub: a mistyped name of a folder looks like one. @returns the hint to give; undefined if it can't be one */
function takenForHub(name, source) {
    if (!(source instanceof _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .Registry */ .O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}
/** Returns the problem of a source's first answer, as a verb. */
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : "can't be read";
}
/** Reads a source for the first time: if that fails, a name that was only taken for one of Docker Hub's is said to be. */
async function orTakenForHub(name, source, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
            throw error;
        const hint = takenForHub(name, source);
        if (hint === undefined)
            throw error;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, hint });
    }
}


/***/ })

};
