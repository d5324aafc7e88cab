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
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93410);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82480);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21844);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40848);
/* harmony import */ var _sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80791);









/**
 * Makes the SBOM of a layout or of a published Feature, for each platform that was asked for. Which packages there are, the delta documents
 * say; what the flake says of them comes from the SBOM that the build left, if there is one.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
async function sbomOf(request, host) {
    const { source, format, vex } = request;
    return chosen(await factsOf(request, host), request).map(({ metas, ...facts }) => {
        const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .archOf */ .Qh)(facts.document.system);
        if (metas === undefined)
            host.notice(`${source.text} has no SBOM for ${arch}: licences and homepages are not known.`);
        const text = _sbom_formats_js__WEBPACK_IMPORTED_MODULE_7__/* .FORMATS */ .hR[format].write({ ...facts, metas: metas ?? new Map() });
        return { arch, file: (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_7__/* .sbomFile */ .yp)(arch, format), text: vex === undefined ? text : (0,_sbom_merge_vex_js__WEBPACK_IMPORTED_MODULE_8__/* .mergeVex */ .o)(text, vex) };
    });
}
async function factsOf(request, host) {
    const { platforms, created } = await describe(request, host);
    return platforms.map(({ document, metas }) => ({ document, metas, created }));
}
async function describe(request, host) {
    const { source } = request;
    if (source.kind === 'path')
        return (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLayout */ .M)(source.path);
    const reader = new _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .Registry */ .O((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(source.text), (0,_release_target_js__WEBPACK_IMPORTED_MODULE_6__/* .registryOptions */ ._A)(request, host));
    try {
        return await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_2__/* .describePublished */ .w)(reader, source.text);
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


/***/ })

};
