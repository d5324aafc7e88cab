export const id = 658;
export const ids = [658];
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
 * Sees to it that the machine has Nix: uses what is there, or installs a release out of the tool cache. What comes out
 * says what programs need to be told to use it.
 * @throws SetupError, IntegrityError, Failure, CancelledError
 */
async function setUpNix({ release, nix, given }, host) {
    const began = performance.now();
    const { env } = process;
    const provided = await (0,_place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .provideNix */ .B8)(release, { host, env });
    // It is for the steps of others, whose nix.conf is theirs.
    const config = (0,_nix_run_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .nixConfig */ .C)({ ...nix, configured: true }, { place: 'host', privileged: false, emulated: undefined, inherited: env['NIX_CONFIG'] ?? '', singleUser: provided.singleUser });
    const path = (0,_place_host_nix_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentOf */ .p7)(provided, env);
    const site = new _nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__/* .HostSite */ .C({ system: release.system, signal: host.signal, env: { NIX_CONFIG: config, ...path }, needsCloudKeys: await (0,_nix_run_host_site_js__WEBPACK_IMPORTED_MODULE_0__/* .needsCloudKeys */ .D)(config, env) });
    const { text } = await (0,_nix_run_version_js__WEBPACK_IMPORTED_MODULE_2__/* .nixVersion */ .o)(site, 'host');
    return { nix: text, wanted: release.version, from: provided.from, bin: provided.bin, variables: { NIX_CONFIG: config.trimEnd() }, given, duration: performance.now() - began };
}


/***/ })

};
