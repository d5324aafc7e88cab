export const id = 8122;
export const ids = [8122];
export const modules = {

/***/ 70642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRuntime)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The parts of the installer, in the order in which they are joined: the program itself must be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'hints',
    'guard',
    'sets',
    'log',
    'signed',
    'bundle',
    'options',
    'rights',
    'nar',
    'preflight',
    'whole',
    'lock',
    'nix',
    'registry',
    'failure',
    'watch',
    'fetch',
    'layers',
    'unpack',
    'store',
    'owner',
    'switch',
    'shells',
    'record',
    'prune',
    'door',
    'dev',
    'register',
    'dev-lib',
    'release',
    'packages',
    'ctl',
    'why',
    'build',
    'mode',
    'main',
];
/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
async function readRuntime(folder) {
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble),
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _release_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92748);
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(283);





/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure if they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout is given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Several layouts are for ${arch}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(missing)} is missing. ` +
            `Only ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))} was built.`, { hint: 'Check whether the job that builds it failed or did not run. No tag was written.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
/** Whose release it is, and all content that is not each platform's own. */
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ...(0,_release_content_js__WEBPACK_IMPORTED_MODULE_3__/* .agreedFacts */ .mO)().map(({ what, of }) => [what, ({ facts }) => of(facts)]),
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don't belong together: their ${what} differs${values}.`, {
        hint: 'Publish only layouts that the jobs of one run built from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don't belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'It was pushed between the two jobs. Build all platforms again ("Re-run all jobs"), or name the base by digest.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don't belong together: they were built for different base images, ${first.names} and ${other.names}.`, { hint: 'Set the same base-image in each job of the matrix.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}
function prepare(assembly, wanted, sign) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .publishedMetadata */ .Eb)(content);
    return { assembly, content, metadata, delivery: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .deliveryOf */ .A9)(content), key: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(content), ...(sign === undefined ? {} : { sign }) };
}


/***/ }),

/***/ 57200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readLayoutSbom),
/* harmony export */   G: () => (/* binding */ writeLayoutSboms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33963);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82480);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62338);






/** Writes the SBOM of a platform into a layout, in each of the formats. */
async function writeLayoutSboms(folder, facts, formats) {
    for (const format of formats) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(facts.document.system), format)), _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMATS */ .hR[format].write(facts), { mode: 0o644 });
    }
}
/**
 * Reads the SBOM of a platform from a layout that anybody may have written, and checks each format against the delta document.
 * @returns undefined if there is none
 * @throws IntegrityError if one is not what a build wrote
 */
async function readLayoutSbom(folder, document, created) {
    let metas;
    const formats = [];
    for (const format of _sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .SBOM_FORMATS */ .zu) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomFile */ .yp)((0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .archOf */ .Qh)(document.system), format));
        const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .Vc)(file, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_LIMIT */ .QN).catch((error) => {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        });
        if (bytes === undefined)
            continue;
        const read = (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .checkedSbom */ .b6)(bytes, format, { document, created }, file);
        metas ??= read;
        formats.push(format);
    }
    return metas === undefined ? undefined : { formats, metas };
}


/***/ }),

/***/ 82611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writeLayoutTests),
/* harmony export */   k: () => (/* binding */ readLayoutTests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77363);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33963);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1306);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);









const TESTS_FILE = 'tests.json';
/** Bytes. */
const LIMIT = 1024 * 1024;
/** Bases of each platform, and checks of each base. */
const MOST_TESTS = 100;
const MOST_CHECKS = 200;
/** Characters. */
const LONGEST = 1000;
const OUTCOMES = ['passed', 'failed', 'skipped'];
/** Writes the results of a build's tests into its layout, for the summary of the job that publishes. How long they took is left out: the same build leaves the same file. */
async function writeLayoutTests(folder, tests) {
    if (tests.length === 0)
        return;
    const written = tests.map(({ arch, base, user, checks, skipped }) => ({
        arch,
        base: oneLine(base),
        user: oneLine(user),
        checks: checks.map(({ title, outcome, detail }) => ({ title: oneLine(title), outcome, ...(detail === undefined ? {} : { detail: oneLine(detail) }) })),
        ...(skipped === undefined ? {} : { skipped: oneLine(skipped) }),
    }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE), (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .d)({ schemaVersion: 1, tests: written }), { mode: 0o644 });
}
/**
 * Reads them from a layout that anybody may have written.
 * @param arches the layout's own: a job says nothing of another one's platform
 * @returns none if there are none; durations are 0
 * @throws IntegrityError if they are not what a build wrote
 */
async function readLayoutTests(folder, arches) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, TESTS_FILE);
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readUpTo */ .Vc)(file, LIMIT).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (bytes === undefined)
        return [];
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_2__/* .Field */ .D0.of((0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parsedJson */ .U4)(bytes, refuse, { bytes: LIMIT }), refuse);
    field.get('schemaVersion').is(1);
    const tests = [];
    field.get('tests').each(MOST_TESTS * _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr.length, (test) => tests.push(testOf(test, arches)));
    return tests;
}
function testOf(test, arches) {
    const checks = [];
    test.get('checks').each(MOST_CHECKS, (check) => {
        const detail = check.get('detail').optional((text) => text.text(LONGEST));
        checks.push({ title: check.get('title').text(LONGEST), outcome: check.get('outcome').oneOf(OUTCOMES), ...(detail === undefined ? {} : { detail }) });
    });
    const skipped = test.get('skipped').optional((text) => text.text(LONGEST));
    return {
        arch: test.get('arch').oneOf(arches),
        base: test.get('base').text(LONGEST),
        user: test.get('user').text(LONGEST),
        checks,
        ...(skipped === undefined ? {} : { skipped }),
        duration: 0,
    };
}
function oneLine(text) {
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inertLog */ .H_)(text).replaceAll(/\s+/g, ' ').slice(0, LONGEST).toWellFormed();
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ isOnDisk),
  n: () => (/* binding */ readBuiltLayout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/published.js
var published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
;// CONCATENATED MODULE: ./lib/layout/check-platform.js



/** What `oras pull` makes files of. */
const TITLE = 'org.opencontainers.image.title';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;
/**
 * Checks that a platform manifest agrees with its delta document and its layout. It is published as it is, so it must contain nothing else.
 * @param where for messages
 * @throws IntegrityError
 */
function checkPlatform(manifest, document, { feature }, where) {
    const refuse = (why) => {
        throw new errors/* IntegrityError */.cs(`${where} can't be used: ${why}.`, { hint: 'Nothing was sent. Build again, and publish what that build wrote.' });
    };
    const named = `${document.feature.id} ${document.feature.version}`;
    if (named !== `${feature.id} ${feature.version}`)
        refuse(`its delta document is of ${named}, and its layout of ${feature.id} ${feature.version}`);
    if (manifest.artifactType !== media_types/* DELTA_ARTIFACT */.YD || manifest.config.mediaType !== media_types/* DELTA_CONFIG */.kt)
        refuse('it is not the manifest of a delta');
    const wanted = [...document.layers, envPathOf(document), ...(document.complement ?? [])];
    for (const [index, layer] of wanted.entries()) {
        if (!isSame(manifest.layers[index], layer))
            refuse(`its layer ${index + 1} is not ${layer.digest}, as in its delta document`);
    }
    if (manifest.layers.length > wanted.length)
        refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
    const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
    if (title !== undefined)
        refuse(`${JSON.stringify(title.slice(0, 80))} is not a valid file name`);
}
function envPathOf({ storePath }) {
    const text = `${storePath}\n`;
    return { mediaType: media_types/* ENV_PATH */.cc, digest: (0,digest/* digestOf */.ol)(text), size: text.length };
}
function isSame(found, { digest, size, mediaType }) {
    return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}

// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/layout/beside/layout-sboms.js
var layout_sboms = __webpack_require__(57200);
// EXTERNAL MODULE: ./lib/layout/beside/layout-tests.js
var layout_tests = __webpack_require__(82611);
;// CONCATENATED MODULE: ./lib/layout/built-layout.js











/** @throws Failure if the folder holds no build of a Feature; IntegrityError if it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,layout_facts/* readLayoutFacts */.Sn)(folder);
    const reader = await layout_reader/* LayoutReader */.I.open(folder);
    const platforms = [];
    const listed = reader.manifests.filter(({ artifactType }) => artifactType === media_types/* DELTA_ARTIFACT */.YD);
    if (listed.length > platform/* ARCHES */.Pr.length)
        throw new errors/* IntegrityError */.cs(`The layout ${folder} holds ${listed.length} platforms, and there are ${platform/* ARCHES */.Pr.length}.`);
    for (const { digest } of listed)
        platforms.push(await readPlatform(reader, digest, { facts, folder }));
    if (platforms.length === 0)
        throw new errors/* Failure */.HR(`The layout ${folder} holds no platform of a Feature.`);
    const tests = await (0,layout_tests/* readLayoutTests */.k)(folder, platforms.map(({ arch }) => arch));
    return { folder, facts, files: await (0,layout_facts/* readLayoutFiles */.q7)(folder, facts), platforms, tests };
}
async function readPlatform(reader, digest, { facts, folder }) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new errors/* IntegrityError */.cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = await (0,published/* readDocument */.u0)(reader, manifest.config, `the config of ${where}`);
    checkPlatform(manifest, document, facts, where);
    const listed = ({ digest: wanted, size }) => {
        const found = manifest.layers.find((each) => each.digest === wanted && each.size === size);
        if (found === undefined)
            throw new errors/* IntegrityError */.cs(`${where} does not list the layer ${wanted} of its own delta document.`);
        return found;
    };
    const layers = document.layers.map(listed);
    const complement = (document.complement ?? []).map(listed);
    const fileOf = (blob) => reader.blobPath(blob.digest);
    const arch = (0,platform/* archOf */.Qh)(document.system);
    const { pushed, reused = {}, nix = {} } = facts;
    const sbom = await (0,layout_sboms/* readLayoutSbom */.C)(folder, document, facts.created);
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0, sbom, ...(nix[arch] === undefined ? {} : { nix: nix[arch] }) };
}
async function isOnDisk(platform, blob) {
    const found = await (0,promises_.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
}


/***/ }),

/***/ 37172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   oN: () => (/* binding */ isRevision),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _feature_contract_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7342);
/* harmony import */ var _feature_metadata_jsonc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41881);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49793);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95365);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27298);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20844);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);








/** 31 December 9999: no later time has a text. */
const LAST_SECOND = 253_402_300_799;
/** Characters of what Nix says of itself. */
const LONGEST_VERSION = 200;
/** As many as a delta document may have. */
const MOST_BASES = 100;
const SOURCE = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .qN)('the address of a repository (https://...)', isSource);
const REVISION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .qN)('a revision', isRevision);
/** In JSON, all but those that texts of several lines have. */
const CONTROL = /\\[bf]|\\u00[01][0-9a-f]|[\u007f-\u009f]/; // oxlint-disable-line no-control-regex
/**
 * Checks all that feature.json says: whoever may write an artifact of the run may have written it.
 * @param refuse throws; it is given the end of a sentence
 */
function checkFacts(json, refuse) {
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .Field */ .D0.of(json, refuse);
    const id = field.get('feature').get('id').as(_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .FEATURE_ID */ .DU);
    const version = field.get('feature').get('version').as(_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .FEATURE_VERSION */ .Q2);
    checkMetadata(field.get('metadata'), { id, version });
    field.get('files').as(_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    field.get('delivery').oneOf(['auto', 'layers', 'embed']);
    field.get('complement').optional((complement) => complement.is(true));
    field.get('origin').get('source').optional((source) => source.as(SOURCE));
    field.get('origin').get('revision').optional((revision) => revision.as(REVISION));
    field.get('created').optional((created) => created.count(0, LAST_SECOND));
    field.get('reused').optional((reused) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            reused.get(arch).optional((count) => count.count(0, 1000));
    });
    field.get('nix').optional((nix) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            nix.get(arch).optional((own) => own.text(LONGEST_VERSION));
    });
    field.get('bases').optional((bases) => bases.each(MOST_BASES, (base) => {
        base.get('name').text();
        base.get('digest').as(_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    }));
    field.get('pushed').optional((pushed) => {
        pushed.get('registry').as(_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY */ .Mo);
        // Blobs are mounted from there: the Feature's own ones, and no others.
        const repository = pushed.get('repository').as(_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REPOSITORY */ .Bw);
        if (!repository.endsWith(`/${id}`))
            pushed.get('repository').refuse(`is ${repository}, and should end in /${id}`);
    });
}
/** What was built was held against the contract, and has to pass it again. */
function checkMetadata(field, feature) {
    field.get('id').is(feature.id, 'the id of the Feature');
    field.get('version').is(feature.version, 'the version of the Feature');
    const document = (0,_feature_metadata_jsonc_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonc */ .A)('feature', _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR, JSON.stringify(field.object()));
    const error = (0,_feature_contract_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSchema */ ._)(document).find(({ severity }) => severity === 'error');
    if (error !== undefined)
        field.refuse(`breaks the contract: ${error.message.replace(/\.$/, '')}`);
    if (CONTROL.test(JSON.stringify(field.value)))
        field.refuse('holds control characters');
}
/** Tells whether a text can be the revision of a Feature. */
function isRevision(text) {
    return /^[0-9A-Za-z][0-9A-Za-z._/-]{0,255}$/.test(text);
}
/** Tells whether a text can be the address of a Feature's repository. */
function isSource(text) {
    const url = text.length <= 2048 ? URL.parse(text) : null;
    return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' && /^[\x21-\x7e]+$/.test(text);
}


/***/ }),

/***/ 47665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ composeFeature)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26791);
/* harmony import */ var _feature_layer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15174);






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key, sign } = prepared;
    const { facts, platforms } = assembly;
    const { onGithub, ...own } = place;
    const tar = await (0,_feature_layer_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFeatureLayer */ .j)(assembly, { metadata, delivery, ...own, ...(sign === undefined ? {} : { sign }) });
    const config = { mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVCONTAINER_CONFIG */ .Wj, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v), size: _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v.length };
    const manifest = (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .featureManifest */ .EX)({
        feature: facts.feature,
        metadata,
        key,
        config,
        tar: tar.descriptor,
        platforms,
        origin: facts.origin,
        onGithub,
        ...(facts.created === undefined ? {} : { created: facts.created }),
    });
    const bytes = Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesContent */ .dy)(Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v)) : (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .fileContent */ .qY)(tar.file));
    return { bytes, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), config, tar, blobs };
}


/***/ }),

/***/ 15174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/feature/environment/runtime-options.js
var runtime_options = __webpack_require__(31479);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
;// CONCATENATED MODULE: ./lib/feature/files/signed-files.js



/** What is signed: a line for each file. The runtime reads it, see docs/reference/formats.md. */
const SIGNED_LIST = `${bundle/* BUNDLE_FOLDER */.oA}/signed`;
const SIGNATURE = `${bundle/* BUNDLE_FOLDER */.oA}/signed.sig`;
const FORMAT = 'nix-feature-files-v1';
/** Layers are in the lists of layers, by digest; an exported Feature has them elsewhere. */
const LAYER = new RegExp(`^${bundle/* BUNDLE_FOLDER */.oA}/[^/]+/layers/`);
/** Makes the files that show who made a Feature's other files. @param files all of the others */
function signedFiles(files, sign) {
    const list = listOf(files);
    return [
        { name: SIGNED_LIST, bytes: list },
        { name: SIGNATURE, bytes: sign(Buffer.from(list)) },
    ];
}
/** `<SHA-256> <mode> <name>`, sorted by the bytes of the names. */
function listOf(files) {
    const lines = files
        .filter(({ name }) => !LAYER.test(name))
        .toSorted((a, b) => (0,feature_tar/* byBytes */.bg)(a.name, b.name))
        .map((file) => {
        if (!('bytes' in file))
            throw new Error(`${file.name} is neither a layer nor text`);
        return `${(0,external_node_crypto_.createHash)('sha256').update(file.bytes).digest('hex')} ${(0,feature_tar/* modeOf */.VV)(file).toString(8)} ${file.name}`;
    });
    return [FORMAT, ...lines].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/layout/feature-layer.js
















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/reference/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work, sign } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: metadata_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await (0,runtime/* readRuntime */.F)(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._8)(sign === undefined ? files : [...files, ...signedFiles(files, sign)])), async function* count(chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(file));
    return { file, descriptor: { mediaType: media_types/* DEVCONTAINER_LAYER */.nz, digest: (0,digest/* digestOfHex */.z9)(hash.digest('hex')), size } };
}
async function embedded(platforms, { reader, work }) {
    const files = [];
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            const name = `${bundle/* BUNDLE_FOLDER */.oA}/${platform.document.system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`;
            files.push({ name, file: await localFile(platform, layer, reader, work) });
        }
    }
    return files;
}
async function localFile(platform, layer, reader, work) {
    if (await (0,built_layout/* isOnDisk */.L)(platform, layer))
        return platform.fileOf(layer);
    if (reader === undefined)
        throw new Error(`the layer ${layer.digest} is not on disk`);
    const file = (0,external_node_path_.join)(work, 'layers', (0,bundle/* layerFileName */.dX)(layer));
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, 'layers'), { recursive: true });
    await (0,external_node_stream_promises_.pipeline)(reader.blob(layer), (0,external_node_fs_.createWriteStream)(file));
    return file;
}


/***/ }),

/***/ 84472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56118);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22500);
/* harmony import */ var _feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13050);
/* harmony import */ var _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49793);
/* harmony import */ var _feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(83956);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(48285);
/* harmony import */ var _kit_files_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33963);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(55541);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(37172);

















const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** The metadata in it have at most 1 MiB. */
const FACTS_LIMIT = 4 * 1024 * 1024;
/** A Feature's own files have at most 32 MiB; the rest is for headers. */
const FILES_LIMIT = 64 * 1024 * 1024;
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    // The author's own order would be lost in an object.
    const members = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === 'metadata' ? facts.metadata : (0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_13__/* .canonicalJson */ .d)(value)]]));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .objectJson */ .kR)(new Map(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))), { mode: 0o644 });
}
/**
 * Reads and checks `feature.json`: all of it.
 * @throws Failure if the folder holds no build of ours, or one of another version of us; IntegrityError if it is no
 *   such document
 */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .Vc)(file, FACTS_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature's build.`, {
            cause,
            hint: 'Name the layouts that builds wrote, or the folders of downloaded artifacts.',
        });
    });
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${file} can't be used: ${why}.`);
    };
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_16__/* .parsedJson */ .U4)(bytes, refuse, { bytes: FACTS_LIMIT });
    const { schemaVersion } = Object(json);
    if (schemaVersion !== 1) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .Failure */ .HR(`${file} has the schema version ${typeof schemaVersion === 'number' ? schemaVersion : '(none)'}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .checkFacts */ .un)(json, refuse);
    return { ...json, metadata: (0,_feature_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_10__/* .membersOf */ .lS)(bytes.toString('utf8')).get('metadata') ?? '{}' };
}
/**
 * Reads the author's files of a layout. The archive must be the very bytes that these files make: nobody reads anything else
 * in it than we do.
 * @throws IntegrityError if they are not the ones of its facts
 */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs(`${path} can't be used: ${why}.`, { cause, hint: 'Download the artifact again, or build again.' });
    };
    const bytes = await (0,_kit_files_js__WEBPACK_IMPORTED_MODULE_12__/* .readUpTo */ .Vc)(path, FILES_LIMIT).catch((cause) => {
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_11__/* .IntegrityError */ .cs)
            throw cause;
        return refuse("it can't be read", cause);
    });
    const digest = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_14__/* .digestOf */ .ol)(bytes);
    if (digest !== facts.files)
        refuse(`its digest is ${digest}, and ${FACTS_FILE} beside it says ${facts.files}`);
    const files = await unpack(bytes).catch((cause) => refuse('it is not a tar archive', cause));
    const foreign = files.find(({ name }) => name.split('/')[0] === _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_7__/* .BUNDLE_FOLDER */ .oA || name === _feature_metadata_metadata_js__WEBPACK_IMPORTED_MODULE_9__/* .METADATA_FILE */ .VR);
    if (foreign !== undefined)
        refuse(`it holds ${foreign.name}, which is reserved for nix-feature`);
    const again = await remade(files).catch((cause) => refuse('it holds names that a Feature can\'t have', cause));
    if (!again.equals(bytes))
        refuse('a build would write it differently');
    return files;
}
async function unpack(bytes) {
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from([bytes]), entries);
    read.catch(() => undefined);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const contents = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes: contents });
    }
    await read;
    return files;
}
async function remade(files) {
    const chunks = [];
    for await (const chunk of (0,_feature_files_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._8)(files))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 36984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ checkPolicy)
});

// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/delta/compare/why-depends.js
var why_depends = __webpack_require__(88542);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/store/package-name.js
var package_name = __webpack_require__(54445);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/licences.js
var licences = __webpack_require__(35433);
;// CONCATENATED MODULE: ./lib/policy/rules.js






const DAY = 86_400;
/** Rules about a release as a whole. */
const RELEASE_RULES = [deltaSize, attestation, leaks];
/** Rules about each platform. */
const PLATFORM_RULES = [rules_licences, forbidden, closureSize, nixpkgsAge];
function deltaSize({ size }, { platforms }) {
    if (size?.delta === undefined)
        return [];
    const bytes = platforms.flatMap(({ document }) => document.layers).reduce((sum, layer) => sum + layer.size, 0);
    if (bytes <= size.delta)
        return [];
    return [{ rule: 'size', severity: 'error', message: `the layers have ${(0,format/* formatBytes */.z3)(bytes)}, and size.delta allows ${(0,format/* formatBytes */.z3)(size.delta)}`, why: [] }];
}
function closureSize({ size }, { arch, document }) {
    if (size?.closure === undefined)
        return [];
    const bytes = document.closure.reduce((sum, { narSize }) => sum + narSize, 0);
    if (bytes <= size.closure)
        return [];
    return [{ rule: 'size', severity: 'error', arch, message: `the closure has ${(0,format/* formatBytes */.z3)(bytes)}, and size.closure allows ${(0,format/* formatBytes */.z3)(size.closure)}`, why: [] }];
}
function attestation(policy, { attested, unknown }) {
    if (policy.attestation === undefined || attested === true)
        return [];
    if (attested === false)
        return [{ rule: 'attestation', severity: 'error', message: 'there is no valid attestation', why: [] }];
    return [{ rule: 'attestation', severity: 'unchecked', message: unknown?.attestation ?? 'only verifying can tell whether the release is attested', why: [] }];
}
function leaks(policy, { leaks: found, unknown }) {
    if (policy.leaks === undefined)
        return [];
    if (found === undefined)
        return [{ rule: 'leaks', severity: 'unchecked', message: unknown?.leaks ?? 'only the build can tell whether something leaks', why: [] }];
    const breaches = found.found.filter(({ severity }) => severity !== 'low');
    return [
        ...breaches.map(({ arch, message, why }) => ({ rule: 'leaks', severity: 'error', message, why, ...(arch === undefined ? {} : { arch }) })),
        ...(found.lost === 0 ? [] : [{ rule: 'leaks', severity: 'error', message: `there are ${(0,format/* formatNumberOf */.Of)(found.lost, 'further leak')} that can't be listed`, why: [] }]),
    ];
}
function rules_licences({ licences: rule }, platform, { unknown }) {
    if (rule === undefined)
        return [];
    const { arch, document, metas } = platform;
    if (metas === undefined)
        return [{ rule: 'licences', severity: 'unchecked', arch, message: unknown?.licences ?? 'there is no SBOM that names the licences', why: [] }];
    const allowed = rule.allow.map((pattern) => pattern.toLowerCase());
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        if (component.place !== 'shipped')
            return [];
        const names = (0,licences/* namesOf */.e)(component);
        if (names.length === 0)
            return rule.unknown === 'allow' ? [] : [{ component, severity: rule.unknown === 'fail' ? 'error' : 'warning', message: 'its flake names no licence' }];
        const wrong = names.filter((name) => !allowed.some((pattern) => (0,kit_text/* fitsWildcard */.b2)(name.toLowerCase(), pattern)));
        return wrong.length === 0 ? [] : [{ component, severity: 'error', message: `the licence ${wrong.join(', ')} is not in licences.allow` }];
    });
    return explained(breaches, 'licences', platform);
}
function forbidden({ forbid }, platform) {
    if (forbid.length === 0)
        return [];
    const { document, metas = new Map() } = platform;
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        const found = forbid.find(({ package: pattern, below }) => (0,kit_text/* fitsWildcard */.b2)(component.name, pattern) && (below === undefined || component.version === '' || (0,package_name/* comparePackageVersions */.z)(component.version, below) < 0));
        if (found === undefined)
            return [];
        const which = found.below === undefined ? 'is forbidden' : component.version === '' ? `is forbidden below ${found.below}, and its version is not known` : `is forbidden below ${found.below}`;
        return [{ component, severity: 'error', message: `${which}${found.reason === undefined ? '' : `: ${found.reason}`}` }];
    });
    return explained(breaches, 'forbid', platform);
}
function explained(breaches, rule, { arch, document }) {
    if (breaches.length === 0)
        return [];
    const references = new Map(document.closure.map((entry) => [entry.path, entry.references]));
    const reached = (0,why_depends/* reach */.g)((0,component/* rootsOf */.R)(document), { referencesOf: (path) => references.get(path) ?? [], within: new Set(references.keys()), dull: new Set() });
    return breaches.map(({ component: { name, version, path }, severity, message }) => ({
        rule,
        severity,
        arch,
        package: name,
        path,
        message: `${name}${version === '' ? '' : ` ${version}`}: ${message}`,
        why: (0,why_depends/* chainTo */.p)(path, reached),
    }));
}
/** Of each input that is nixpkgs by its name or its repository. */
function nixpkgsAge({ nixpkgs }, { arch, document }, { today }) {
    if (nixpkgs === undefined)
        return [];
    const inputs = Object.entries(Object(document.source.locked)).map(([name, input]) => ({ name, ...Object(input) }));
    const found = inputs.filter(({ name, repo }) => /^nixpkgs(?:$|[_-])/.test(name) || repo === 'nixpkgs');
    const now = Date.parse(`${today}T00:00:00Z`) / 1000;
    return found.flatMap(({ name, lastModified }) => {
        if (typeof lastModified !== 'number')
            return [{ rule: 'nixpkgs', severity: 'unchecked', arch, message: `the lock file does not say how old the input ${name} is`, why: [] }];
        const days = Math.floor((now - lastModified) / DAY);
        if (days <= nixpkgs.maxAgeDays)
            return [];
        return [{ rule: 'nixpkgs', severity: 'error', arch, message: `the input ${name} is ${(0,format/* formatNumberOf */.Of)(days, 'day')} old, and nixpkgs.max-age-days allows ${nixpkgs.maxAgeDays}`, why: [] }];
    });
}

;// CONCATENATED MODULE: ./lib/policy/check-policy.js


/**
 * Holds a policy against a release.
 * @returns what breaches it, what could not be checked, and exceptions that are out of date; in the order of the rules
 */
function checkPolicy(policy, facts) {
    const all = [...RELEASE_RULES.flatMap((rule) => rule(policy, facts)), ...facts.platforms.flatMap((platform) => PLATFORM_RULES.flatMap((rule) => rule(policy, platform, facts)))];
    const unchecked = new Set(all.flatMap(({ rule, severity }) => (severity === 'unchecked' ? [rule] : [])));
    const used = new Set();
    const left = all.flatMap((finding) => {
        if (finding.severity === 'unchecked')
            return [finding];
        const fitting = policy.exceptions.filter((exception) => isAbout(exception, finding));
        const valid = fitting.find(({ until }) => until >= facts.today);
        for (const exception of fitting)
            used.add(exception);
        if (valid !== undefined)
            return [];
        const [ended] = fitting;
        return [ended === undefined ? finding : { ...finding, message: `${finding.message}; its exception ended on ${ended.until}` }];
    });
    return [...left, ...policy.exceptions.filter((exception) => !used.has(exception) && !unchecked.has(exception.rule)).map(unused)];
}
function isAbout({ rule, package: pattern }, finding) {
    return rule === finding.rule && (0,kit_text/* fitsWildcard */.b2)(finding.package ?? '', pattern);
}
function unused({ rule, package: pattern, line }) {
    return { rule, severity: 'warning', message: `the exception for ${pattern === '*' ? rule : `${pattern} (${rule})`} is no longer needed`, why: [], ...(line === undefined ? {} : { line }) };
}


/***/ }),

/***/ 91544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);

/** Returns what a finding says, with the store path and what needs it: sentences with their full stops. */
function describeFinding({ message, path, why }) {
    const chain = why.length < 2 ? '' : ` It is needed by ${why.slice(0, -1).map(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb).join(' → ')}.`;
    return `${message}.${path === undefined ? '' : ` Path: ${path}.`}${chain}`;
}


/***/ }),

/***/ 71750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
function refused(refusal, why) {
    return { verified: false, refusal, why };
}


/***/ }),

/***/ 62781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ verifyBundle)
/* harmony export */ });
/* unused harmony export matchesIdentity */
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _format_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77603);
/* harmony import */ var _format_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71750);





/**
 * Verifies a sigstore bundle, offline: its signature by a key, or its certificate by a trusted root and its identity and issuer. What the
 * statement is about is for the caller to compare: see `isAbout`.
 * @param bytes of the bundle, from anybody
 */
async function verifyBundle(bytes, trust) {
    let bundle;
    try {
        bundle = (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBundle */ .QN)(bytes);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('format', error.message);
    }
    if (bundle.payloadType !== _format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', `The signed content is ${bundle.payloadType}, not a statement (${_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP}).`);
    const signer = trust.by === 'key' ? byKey(bundle, trust.key) : await byIdentity(bundle, trust);
    if ('refusal' in signer)
        return signer;
    try {
        return { verified: true, statement: (0,_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStatement */ .By)(bundle.payload), signer };
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', error.message);
    }
}
function byKey({ signedBy, payloadType, payload, signature }, key) {
    if (signedBy !== 'key')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a certificate, not with a key: verify it by identity and issuer.');
    if (!(0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignedWith */ .J0)(key, (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .signedBytes */ .Sq)(payloadType, payload), signature))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('signature', 'The signature was not made with this key, or the signed content has changed.');
    return { by: 'key', fingerprint: (0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .keyFingerprint */ .yy)(key) };
}
async function byIdentity(bundle, { identity, issuer, roots }) {
    if (bundle.signedBy !== 'certificate')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a key, not with a certificate: verify it with that key.');
    // Loaded only when it is used, because it is large.
    const { certifiedSigner } = await Promise.all(/* import() */[__webpack_require__.e(5128), __webpack_require__.e(4187), __webpack_require__.e(5071)]).then(__webpack_require__.bind(__webpack_require__, 55071));
    const signer = certifiedSigner(bundle, roots);
    if ('refusal' in signer)
        return signer;
    if (signer.issuer !== issuer)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('issuer', `The identity was confirmed by ${signer.issuer}, not by ${issuer}.`);
    if (!matchesIdentity(identity, signer.identity))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('identity', `It was signed by ${signer.identity}, not by ${identity}.`);
    return signer;
}
/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;
/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
function matchesIdentity(pattern, identity) {
    if (pattern.length > LONGEST || identity.length > LONGEST)
        return false;
    const parts = pattern.match(/\*\*|[^]/g) ?? [];
    // After each part of the pattern: 1 for each length of the identity that may be used up.
    let reached = new Uint8Array(identity.length + 1);
    reached[0] = 1;
    for (const part of parts) {
        const next = new Uint8Array(reached.length);
        for (const [at, isReached] of reached.entries())
            if (isReached === 1)
                markEnds(next, part, identity, at);
        reached = next;
    }
    return reached[identity.length] === 1;
}
/** Marks how far one part of a pattern may reach from `at` on. What another beginning has reached already is not walked again. */
function markEnds(ends, part, identity, at) {
    if (part !== '*' && part !== '**') {
        if (identity[at] === part)
            ends[at + 1] = 1;
        return;
    }
    const goesOn = (end) => end < identity.length && (part === '**' || identity[end] !== '/');
    ends[at] = 1;
    for (let end = at; goesOn(end) && ends[end + 1] === 0; end += 1)
        ends[end + 1] = 1;
}


/***/ }),

/***/ 49193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kz: () => (/* binding */ copyAttached)
/* harmony export */ });
/* unused harmony exports MOST_COPIED, isOfOurKind */
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
/** Tells whether a referrer has one payload, of a type and a size that releases get. */
function isOfOurKind({ artifactType, layers: [payload, ...others] }) {
    return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}
function contentOf({ artifactType, layers: [payload] }) {
    return `${artifactType} ${payload?.digest ?? ''}`;
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
/** Returns the time that a Feature's manifest names, in seconds since the epoch; undefined if it names none. @throws IntegrityError if it is no manifest */
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
/** SBOMs of a release that are read; anybody who may write to the repository may have attached more. */
const MOST_READ = 20;
/**
 * Returns the package metadata in the SBOMs of a release: for each platform, from the first SBOM that matches its delta document. SBOMs that
 * can't be read or don't match are left out.
 */
async function attachedMetas(reader, release, documents) {
    const found = new Map();
    const created = createdOf(release, reader.repository);
    for (const sbom of (await attachedSboms(reader, release.digest).catch(noneIfUnreadable)).slice(0, MOST_READ)) {
        const document = documents.get(sbom.arch);
        if (document === undefined || found.has(sbom.arch))
            continue;
        const where = `the SBOM of ${reader.repository} for ${sbom.arch}`;
        const metas = await attachedBytes(reader, sbom).then((bytes) => (0,_sbom_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedSbom */ .b6)(bytes, sbom.format, { document, created }, where)).catch(noneIfUnreadable);
        if (!Array.isArray(metas))
            found.set(sbom.arch, metas);
    }
    return found;
}
function noneIfUnreadable(error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return [];
    throw error;
}


/***/ }),

/***/ 35433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ licenceReport),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8022);

/** Says under which licences a platform's shipped packages are, and what changed in that since the last release. */
function licenceReport(now, before) {
    const shipped = shippedOf(now);
    const uses = usesOf(shipped);
    return before === undefined ? { uses } : { uses, changes: changesOf(shippedOf(before), shipped) };
}
function shippedOf(side) {
    return (0,_component_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsOf */ .c)(side).filter(({ place }) => place === 'shipped');
}
function usesOf(components) {
    const packages = new Map();
    for (const component of components) {
        const licences = namesOf(component);
        for (const licence of licences.length === 0 ? [undefined] : licences) {
            const names = packages.get(licence) ?? new Set();
            packages.set(licence, names.add(component.name));
        }
    }
    return [...packages].map(([licence, names]) => ({ licence, packages: [...names].toSorted() })).toSorted(byWeight);
}
function byWeight(a, b) {
    if (a.licence === undefined || b.licence === undefined)
        return a.licence === b.licence ? 0 : a.licence === undefined ? 1 : -1;
    return b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1);
}
/** Licences as texts: identifiers of SPDX, and names. */
function namesOf({ meta }) {
    return meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
}
function changesOf(before, after) {
    const [left, right] = [byPackage(before), byPackage(after)];
    const changed = [...right].flatMap(([name, now]) => {
        const then = left.get(name);
        return then === undefined || then.join('\n') === now.join('\n') ? [] : [{ name, before: then, after: now }];
    });
    const [had, has] = [new Set([...left.values()].flat()), new Set([...right.values()].flat())];
    return { added: [...has].filter((each) => !had.has(each)).toSorted(), removed: [...had].filter((each) => !has.has(each)).toSorted(), changed };
}
/** The licences of each package, whatever its outputs and versions. */
function byPackage(components) {
    const groups = Map.groupBy(components, ({ name }) => name);
    return new Map([...groups].map(([name, all]) => [name, [...new Set(all.flatMap(namesOf))].toSorted()]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ })

};
