export const id = 2411;
export const ids = [2411];
export const modules = {

/***/ 22411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signKeyless: () => (/* binding */ signKeyless)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15179);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1306);
/* harmony import */ var _format_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36462);





/** How often a request is tried again. */
const RETRY = 3;
const TIMEOUT = 30_000;
/**
 * Signs a statement without a key of one's own: Fulcio gives a certificate for the identity in a token, and Rekor notes the signature.
 * @param token OpenID Connect, for the audience `sigstore`; never in a message
 * @returns the bytes of a sigstore bundle
 * @throws Failure if a service refuses
 */
async function signKeyless(statement, token, { fulcio, rekor, timeout = TIMEOUT }) {
    const limits = { timeout, retry: RETRY };
    const signer = new _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .FulcioSigner */ .$o({ fulcioBaseURL: baseOf(fulcio), identityProvider: { getToken: () => Promise.resolve(token) }, ...limits });
    const witness = new _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .RekorWitness */ .fU({ rekorBaseURL: baseOf(rekor), ...limits });
    try {
        const bundle = await new _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .DSSEBundleBuilder */ .VV({ signer, witnesses: [witness] }).create({ data: statement, type: _format_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .STATEMENT_PAYLOAD */ .lP });
        return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__.bundleToJSON)(bundle)));
    }
    catch (error) {
        throw refusedBy(error, { fulcio, rekor });
    }
}
function baseOf(url) {
    return url.href.replace(/\/$/, '');
}
function refusedBy(error, { fulcio, rekor }) {
    if (!(error instanceof _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .InternalError */ .Gd))
        return error;
    const service = error.code.startsWith('TLOG') ? `The transparency log ${rekor.host}` : `The certificate authority ${fulcio.host}`;
    // Not its message: of a token that it can't read the library quotes the whole.
    const status = error.cause?.statusCode;
    const why = typeof status === 'number' ? `it answered ${status}` : 'it did not answer';
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${service} did not accept the signature: ${why} (${error.code}).`, {
        hint: 'The release is otherwise complete. Run again, or sign with a key: "sign: key".',
    });
}


/***/ })

};
