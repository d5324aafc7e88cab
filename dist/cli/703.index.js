export const id = 703;
export const ids = [703];
export const modules = {

/***/ 54703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectFeature: () => (/* binding */ inspectFeature)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60385);
/* harmony import */ var _layout_described_feature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83874);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20844);
/* harmony import */ var _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93410);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21844);







/**
 * Gathers what is known of a published Feature or of the layout of a build, without reading its layers.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
async function inspectFeature(request, host) {
    const { source, arches } = request;
    const report = source.kind === 'path' ? await ofLayout(source) : await ofPublished(source.text, request, host);
    const there = report.platforms.map(({ arch }) => arch);
    const missing = arches.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${source.text} has no platform ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(missing)}; it has ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(there)}.`);
    return arches.length === 0 ? report : { ...report, platforms: report.platforms.filter(({ arch }) => arches.includes(arch)) };
}
async function ofLayout({ text, path }) {
    return { ...(await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_3__/* .describeLayout */ .M)(path)), name: text, tags: undefined, referrers: undefined };
}
async function ofPublished(name, request, host) {
    const reader = new _oci_pull_registry_js__WEBPACK_IMPORTED_MODULE_5__/* .Registry */ .O((0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F2)(name), (0,_release_target_js__WEBPACK_IMPORTED_MODULE_6__/* .registryOptions */ ._A)(request, host));
    try {
        const feature = await (0,_layout_described_feature_js__WEBPACK_IMPORTED_MODULE_3__/* .describePublished */ .w)(reader, name);
        const { digest, platforms } = feature;
        if (digest === undefined)
            return { ...feature, name, tags: undefined, referrers: undefined };
        const referrers = await reader.referrers(digest).then(({ list }) => list, noneIfRefused);
        return { ...feature, name, tags: await tagsOf(reader, digest, platforms[0]?.document.feature.version ?? ''), referrers };
    }
    finally {
        reader.close();
    }
}
/** Of the tags that a version may have, those that name this manifest. */
async function tagsOf(reader, digest, text) {
    const version = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    const possible = version === undefined ? [] : [text, ...(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .movingTags */ .Ui)(version).map(({ tag }) => tag)];
    const named = await Promise.all(possible.map(async (tag) => ((await reader.head(tag).catch(noneIfRefused))?.digest === digest ? [tag] : [])));
    return named.flat();
}
/** A registry that does not say costs a row. */
function noneIfRefused(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs)
        return undefined;
    throw error;
}


/***/ })

};
