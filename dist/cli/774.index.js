export const id = 774;
export const ids = [774];
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
/* harmony import */ var _bundle_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26666);
/* harmony import */ var _open_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35115);
/* harmony import */ var _replace_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86456);
/* harmony import */ var _write_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6809);
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
async function exportFeature(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        if (!request.layers && request.source.kind !== 'published') {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('delivery', 'delivery: layers leaves the layers in the registry, but only a published Feature has any there.', {
                hint: 'Name a published Feature, or leave delivery out.',
            });
        }
        const feature = await (0,_open_source_js__WEBPACK_IMPORTED_MODULE_6__/* .openPortable */ .a)(request, host, cleanup);
        const output = request.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(request.here, LOCAL_FEATURES, feature.id);
        const bytes = await (0,_replace_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .replaceFolder */ .x)(output, (folder) => (0,_write_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .writePortableFolder */ .pb)(feature, folder, { layers: request.layers, host }));
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
async function bundleFeature(request, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const feature = await (0,_open_source_js__WEBPACK_IMPORTED_MODULE_6__/* .openPortable */ .a)(request, host, cleanup);
        const file = request.output ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(request.here, bundleName(feature));
        const work = await (0,_kit_temporary_js__WEBPACK_IMPORTED_MODULE_4__/* .makeTemporary */ .ww)('nix-feature-bundle', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), true).catch((cause) => {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('output', `output: the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)} is not writable: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .fileReason */ .pP)(cause)}.`, { cause, hint: 'Name a file in a folder that exists.' });
        });
        cleanup.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true }));
        const bytes = await (0,_write_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .writePortableFolder */ .pb)(feature, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, 'feature'), { layers: true, host });
        await (0,_bundle_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeBundle */ .M)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, 'feature'), file);
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

/***/ 62847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ keyBundle),
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   Sq: () => (/* binding */ signedBytes),
/* harmony export */   lI: () => (/* binding */ BUNDLE_LIMIT),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);





/** The sigstore bundle format, version 0.3: artifact type and media type of what is attached. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** What others may have attached. */
const READ_TYPES = [BUNDLE_TYPE, 'application/vnd.dev.sigstore.bundle+json;version=0.3', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.1'];
/** Bytes. The payload is in it as base64. */
const BUNDLE_LIMIT = 2 * _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_LIMIT */ .QS;
const LONGEST_SIGNATURE = 4096;
const MOST_ENTRIES = 32;
/** Parses a bundle: one DSSE envelope with one signature. @throws IntegrityError */
function parseBundle(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: BUNDLE_LIMIT, values: 100_000 });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('mediaType').oneOf(READ_TYPES);
    const envelope = document.get('dsseEnvelope');
    const signatures = [];
    envelope.get('signatures').each(MOST_ENTRIES, (signature) => signatures.push(base64(signature.get('sig'), LONGEST_SIGNATURE)));
    const [signature, ...others] = signatures;
    if (signature === undefined || others.length > 0)
        return refuse(`it has ${signatures.length} signatures instead of one`);
    const material = document.get('verificationMaterial');
    material.get('tlogEntries').optional((entries) => entries.each(MOST_ENTRIES, (entry) => entry.object()));
    const kinds = ['publicKey', 'certificate', 'x509CertificateChain'].filter((kind) => material.get(kind).value !== undefined);
    if (kinds.length !== 1)
        refuse(`it should name one of publicKey, certificate and x509CertificateChain, but names ${kinds.length}`);
    return {
        payloadType: envelope.get('payloadType').text(),
        payload: base64(envelope.get('payload'), BUNDLE_LIMIT),
        signature,
        signedBy: kinds[0] === 'publicKey' ? 'key' : 'certificate',
        json,
    };
}
/** Standard base64 and nothing else: Buffer would read past what is none. */
function base64(field, most) {
    const { value } = field;
    if (typeof value !== 'string' || value === '' || value.length > most)
        return field.refuse('is not base64 of a reasonable length');
    const bytes = Buffer.from(value, 'base64');
    return bytes.toString('base64') === value ? bytes : field.refuse('is not base64');
}
/** Writes a bundle of an envelope that was signed with a key. @param hint names the key; sigstore's clients only show it */
function keyBundle(payloadType, payload, signature, hint) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({
        mediaType: BUNDLE_TYPE,
        verificationMaterial: { publicKey: { hint }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
        // A key id that is not empty makes cosign 3 fail.
        dsseEnvelope: { payloadType, payload: asBase64(payload), signatures: [{ sig: asBase64(signature), keyid: '' }] },
    }));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The sigstore bundle can't be used: ${why}.`);
}
function asBase64(bytes) {
    return Buffer.from(bytes).toString('base64');
}
/**
 * What is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
function signedBytes(payloadType, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}


/***/ }),

/***/ 36462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   QS: () => (/* binding */ STATEMENT_LIMIT),
/* harmony export */   Tp: () => (/* binding */ statementBytes),
/* harmony export */   lP: () => (/* binding */ STATEMENT_PAYLOAD)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);





/** in-toto attestation framework, "Statement", and what older clients write. */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const STATEMENT_TYPES = [STATEMENT, 'https://in-toto.io/Statement/v0.1'];
/** The payload type of an envelope that holds a statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';
/** Bytes. An SBOM of a large closure may be the predicate. */
const STATEMENT_LIMIT = 64 * 1024 * 1024;
const MOST_SUBJECTS = 1024;
const MOST_DIGESTS = 16;
const LONGEST_TYPE = 1024;
/** Writes a statement about one manifest: the same bytes for the same content. @param name of its repository */
function statementBytes(subject, predicateType, predicate) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({ _type: STATEMENT, subject: [{ name: subject.name, digest: { sha256: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.digest) } }], predicateType, predicate }));
}
/** Parses the payload of an envelope. @throws IntegrityError */
function parseStatement(bytes) {
    let json;
    try {
        json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(bytes, { bytes: STATEMENT_LIMIT });
    }
    catch (cause) {
        return refuse(cause instanceof _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JsonError */ .N3 ? cause.message : String(cause));
    }
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('_type').oneOf(STATEMENT_TYPES);
    const subjects = [];
    document.get('subject').each(MOST_SUBJECTS, (subject) => subjects.push(readSubject(subject)));
    return { subjects, predicateType: document.get('predicateType').text(LONGEST_TYPE), predicate: document.get('predicate').object() };
}
function readSubject(subject) {
    const digests = subject.get('digest').members(MOST_DIGESTS);
    return { name: subject.get('name').optional((name) => name.text()) ?? '', digest: Object.fromEntries(digests.map(([algorithm, digest]) => [algorithm, digest.text()])) };
}
/** Tells whether a statement is about a manifest: one of its subjects has this very digest. */
function isAbout({ subjects }, digest) {
    return subjects.some((subject) => Object.hasOwn(subject.digest, 'sha256') && subject.digest['sha256'] === (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The statement can't be used: ${why}.`);
}


/***/ }),

/***/ 49193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kz: () => (/* binding */ copyAttached),
/* harmony export */   tR: () => (/* binding */ MOST_COPIED),
/* harmony export */   yG: () => (/* binding */ isOfOurKind)
/* harmony export */ });
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2116);
/* harmony import */ var _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62338);




/** What a release is given, with the bytes that each may have. Whatever else somebody has attached stays where it is. */
const COPIED = new Map([[_provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_TYPE */ .q$, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_LIMIT */ .lI], ..._sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_FORMATS */ .zu.map((format) => [_sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMATS */ .hR[format].mediaType, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__/* .SBOM_LIMIT */ .QN])]);
/** Referrers of a release that are copied; anybody who may write to the repository may have attached more. */
const MOST_COPIED = 100;
/**
 * Attaches the SBOMs and the attestations of a release to its copy in another repository. They name the manifest by its digest, so that they
 * hold there too. What the copy has already is not read again.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function copyAttached(from, to, { digest, mediaType, bytes }) {
    const [{ list }, there] = await Promise.all([from.referrers(digest), to.reader.referrers(digest)]);
    const present = new Set(there.list.map(contentOf));
    const missing = list.filter((referrer) => isOfOurKind(referrer) && !present.has(contentOf(referrer))).slice(0, MOST_COPIED);
    const contents = [];
    for (const { artifactType, annotations, layers: [payload] } of missing) {
        if (payload === undefined)
            continue;
        contents.push({ artifactType, mediaType: payload.mediaType, payload: await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .blobBytes */ .R)(from, payload, payload.size), annotations });
    }
    if (contents.length > 0)
        await to.pushReferrers({ mediaType, digest, size: bytes.length }, contents);
}
/** One payload, of a type and a size that a release is given. */
function isOfOurKind({ artifactType, layers: [payload, ...others] }) {
    return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}
function contentOf({ artifactType, layers: [payload] }) {
    return `${artifactType} ${payload?.digest ?? ''}`;
}


/***/ })

};
