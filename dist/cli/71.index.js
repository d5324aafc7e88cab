export const id = 71;
export const ids = [71];
export const modules = {

/***/ 55071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certifiedSigner: () => (/* binding */ certifiedSigner)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19654);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54187);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71750);





/** Fulcio's extensions (oid-info.md of github.com/sigstore/fulcio). */
const CLAIMS = {
    '1.3.6.1.4.1.57264.1.12': 'sourceRepository',
    '1.3.6.1.4.1.57264.1.13': 'sourceRevision',
};
const REFUSALS = {
    SIGNATURE_ERROR: 'signature',
    CERTIFICATE_ERROR: 'certificate',
    PUBLIC_KEY_ERROR: 'certificate',
    TIMESTAMP_ERROR: 'log',
};
/**
 * Verifies a bundle that was signed with a certificate: its chain, the proofs of certificate and transparency logs and time authorities, and the
 * signature itself. A trusted root that knows no logs (GitHub's own, for private repositories) demands none; a time is always proved.
 * @returns who signed; not yet compared with anybody
 */
function certifiedSigner(bundle, roots) {
    let entity;
    try {
        entity = (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toSignedEntity */ .DC)((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__.bundleFromJSON)(bundle.json));
    }
    catch (error) {
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('format', `The sigstore bundle can't be used: ${shortMessage(error)}.`);
    }
    let failure = (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('certificate', 'There is no trusted root.');
    for (const root of roots) {
        const signer = signerBy(entity, root);
        if (!('refusal' in signer))
            return signer;
        failure = signer;
    }
    return failure;
}
function signerBy(entity, root) {
    let material;
    try {
        material = (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toTrustMaterial */ .jO)(_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.TrustedRoot.fromJSON(root));
    }
    catch (error) {
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('certificate', `The trusted root can't be used: ${shortMessage(error)}.`);
    }
    try {
        const verifier = new _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .Verifier */ .BL(material, { ctlogThreshold: material.ctlogs.length > 0 ? 1 : 0, tlogThreshold: material.tlogs.length > 0 ? 1 : 0, timestampThreshold: 1 });
        return describe(verifier.verify(entity));
    }
    catch (error) {
        const code = error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .VerificationError */ .mk ? error.code : '';
        // The library throws errors of other kinds at bytes that are no certificate.
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)(REFUSALS[code] ?? (code === '' ? 'format' : 'log'), `It can't be verified with the trusted root: ${shortMessage(error)}.`);
    }
}
function describe({ identity }) {
    const { subjectAlternativeName, extensions, oids = [] } = identity ?? {};
    if (subjectAlternativeName === undefined || extensions?.issuer === undefined)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('certificate', 'The certificate has no identity or no issuer.');
    const claims = Object.fromEntries(oids.flatMap(({ oid, value }) => {
        const name = CLAIMS[oid?.id.join('.') ?? ''];
        const text = name === undefined ? undefined : utf8String(value);
        return name === undefined || text === undefined ? [] : [[name, text]];
    }));
    return { by: 'identity', identity: subjectAlternativeName, issuer: extensions.issuer, claims };
}
/** A UTF8String of DER (X.690, 8.1.3 and 8.23). */
function utf8String(der) {
    const [tag, first = 0] = der;
    if (tag !== 0x0c)
        return undefined;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 2 || der.length < 2 + lengthBytes)
        return undefined;
    const length = lengthBytes === 0 ? first : der.readUIntBE(2, lengthBytes);
    const text = der.subarray(2 + lengthBytes);
    return text.length === length ? text.toString('utf8') : undefined;
}
function shortMessage(error) {
    return (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error).slice(0, 300);
}


/***/ })

};
