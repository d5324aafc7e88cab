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
/* harmony import */ var _layout_built_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6988);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20844);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93410);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82480);
/* harmony import */ var _release_published_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77627);
/* harmony import */ var _release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37413);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15519);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40848);
/* harmony import */ var _sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80791);











/**
 * Makes the SBOM of a layout or of a published Feature, for each platform that was asked for. Which packages there are, the delta documents
 * say; what the flake says of them comes from the SBOM that the build left, if there is one.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
async function sbomOf(request, host) {
    const { source, format, vex } = request;
    const all = source.kind === 'path' ? await ofLayout(source.path) : await ofPublished(source.text, request, host);
    return chosen(all, request).map(({ metas, ...facts }) => {
        const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(facts.document.system);
        if (metas === undefined)
            host.notice(`${source.text} has no SBOM for ${arch}: licences and homepages are not known.`);
        const text = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_9__/* .FORMATS */ .hR[format].write({ ...facts, metas: metas ?? new Map() });
        return { arch, file: (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_9__/* .sbomFile */ .yp)(arch, format), text: vex === undefined ? text : (0,_sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_10__/* .mergeVex */ .o)(text, vex) };
    });
}
async function ofLayout(folder) {
    const { platforms, facts } = await (0,_layout_built_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .readBuiltLayout */ .n)(folder);
    return platforms.map(({ document, sbom }) => ({ document, metas: sbom?.metas, created: facts.created }));
}
async function ofPublished(name, request, host) {
    const reader = new _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .Registry */ .O((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(name), (0,_release_target_js__WEBPACK_IMPORTED_MODULE_8__/* .registryOptions */ ._A)(request, host));
    try {
        const root = await reader.root().catch((error) => {
            if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl && error.status === 404)
                throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} is not there.`, { cause: error });
            throw error;
        });
        const published = (0,_release_published_js__WEBPACK_IMPORTED_MODULE_6__/* .publishedAs */ .hY)(name, root);
        if (published.platforms.size === 0)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} is no Feature that nix-feature published: nothing says which store paths it has.`, { hint: 'Name the Feature by its version: <registry>/<namespace>/<id>:1.2.0.' });
        const documents = await (0,_release_published_js__WEBPACK_IMPORTED_MODULE_6__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
        const metas = await (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_7__/* .attachedMetas */ .fn)(reader, published.digest);
        const created = (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_7__/* .createdOf */ .YC)(root, name);
        return [...documents].map(([arch, document]) => ({ document, metas: metas.get(arch), created }));
    }
    finally {
        reader.close();
    }
}
/** Those that were asked for; else all for a folder, and for a terminal the one of this machine. */
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

/***/ 37413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ ARCH_ANNOTATION),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   fn: () => (/* binding */ attachedMetas),
/* harmony export */   pc: () => (/* binding */ attachedSboms)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2116);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93410);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62338);







/** Which platform of a Feature an SBOM is about. */
const ARCH_ANNOTATION = 'dev.nix-feature.arch';
const CREATED = 'org.opencontainers.image.created';
/** The time that a Feature's manifest names, in seconds since the epoch; undefined if it names none. @throws IntegrityError if it is no manifest */
function createdOf(raw, where) {
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, where);
    const time = parsed.kind === 'manifest' ? (parsed.manifest.annotations?.[CREATED] ?? '') : '';
    const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? Date.parse(time) / 1000 : Number.NaN;
    return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}
/**
 * Lists the SBOMs that are attached to a Feature. Anybody who may write to the repository may have attached them.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function attachedSboms(reader, feature) {
    const { list } = await reader.referrers(feature);
    return list.flatMap((referrer) => {
        const format = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_FORMATS */ .zu.find((each) => _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .FORMATS */ .hR[each].mediaType === referrer.artifactType);
        const arch = referrer.annotations[ARCH_ANNOTATION] ?? '';
        return format === undefined || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .isArch */ .nn)(arch) ? [] : [{ arch, format, referrer }];
    });
}
/** The bytes of an attached SBOM. @throws IntegrityError if it has no payload, or one that is too large; RegistryError, CancelledError */
async function attachedBytes(reader, { arch, referrer }) {
    const [layer] = referrer.layers;
    if (layer === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The SBOM ${referrer.digest} for ${arch} in ${reader.repository} is empty.`);
    return (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .blobBytes */ .R)(reader, layer, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_6__/* .SBOM_LIMIT */ .QN);
}
/** What an earlier release's SBOMs say of its packages. They only tell what changed: those that can't be read are left out. */
async function attachedMetas(reader, feature) {
    const found = new Map();
    for (const sbom of await attachedSboms(reader, feature).catch(noneIfUnreadable)) {
        const where = `the SBOM of ${reader.repository} for ${sbom.arch}`;
        const metas = await attachedBytes(reader, sbom).then((bytes) => _sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .FORMATS */ .hR[sbom.format].read(bytes, where)).catch(noneIfUnreadable);
        if (!found.has(sbom.arch) && !Array.isArray(metas))
            found.set(sbom.arch, metas);
    }
    return found;
}
function noneIfUnreadable(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return [];
    throw error;
}


/***/ })

};
