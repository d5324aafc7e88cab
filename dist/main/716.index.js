export const id = 716;
export const ids = [716];
export const modules = {

/***/ 50716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runVerifyAction: () => (/* binding */ runVerifyAction)
});

// UNUSED EXPORTS: checkVerification

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/report/runs/verify.js
var runs_verify = __webpack_require__(68608);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js + 1 modules
var base_reference = __webpack_require__(46448);
// EXTERNAL MODULE: ./lib/actions/inputs/verify.js
var inputs_verify = __webpack_require__(35176);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-rules.js + 1 modules
var read_rules = __webpack_require__(69429);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/sbom/names.js
var names = __webpack_require__(67413);
;// CONCATENATED MODULE: ./lib/sbom/merge-vex.js




/** Bytes of a VEX document. */
const merge_vex_VEX_LIMIT = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
const MOST = 10_000;
/**
 * Puts the vulnerabilities of a VEX document in CycloneDX into an SBOM, where scanners look for them. Each must affect something of the SBOM,
 * named by its `bom-ref` or its package URL; one that names a package URL affects all paths that have it.
 * @param sbom in CycloneDX, as we write it
 * @throws InputError if the document is none, or is about something else
 */
function mergeVex(sbom, { file, bytes }) {
    const refuse = (why) => {
        throw new InputError('vex', `vex: ${file} can't be used: ${why}.`, { hint: 'It must be a CycloneDX document with "vulnerabilities" (docs/verify/sbom.md).', location: { file } });
    };
    const { serialNumber: _own, ...bom } = JSON.parse(sbom);
    const refs = refsOf(bom);
    const vulnerabilities = read(bytes, refuse).map((vulnerability) => {
        const affected = listOf(vulnerability.get('affects')).flatMap((each) => {
            const named = each.get('ref').text();
            const found = refs.get(named) ?? each.get('ref').refuse(`is "${named.slice(0, 200)}", which the SBOM does not have`);
            return found.map((ref) => ({ ...each.object(), ref }));
        });
        return { ...vulnerability.object(), affects: affected };
    });
    const text = JSON.stringify({ ...bom, vulnerabilities });
    return withMember(text, 'serialNumber', `urn:uuid:${uuidOf(text)}`);
}
/** What a component may be named by, and the references of those that are named so. */
function refsOf({ components, metadata }) {
    const refs = new Map();
    for (const component of [...components, Object(Object(metadata)['component'])]) {
        const ref = String(component['bom-ref']);
        for (const name of [ref, String(component['purl'])])
            refs.set(name, [...(refs.get(name) ?? []), ref]);
    }
    return refs;
}
function read(bytes, refuse) {
    const json = parsedJson(bytes, refuse, { bytes: merge_vex_VEX_LIMIT });
    const field = Field.of(json, refuse);
    field.get('bomFormat').is('CycloneDX');
    return listOf(field.get('vulnerabilities'));
}
function listOf(field) {
    const items = [];
    field.each(MOST, (item) => items.push(item));
    return items;
}

// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/requests/read-portable.js










const HINT = 'Name a published Feature (registry/namespace/id[:version]), the layout of a build, a bundle, or a folder that was exported.';
/**
 * Reads what is to be exported or bundled. What it is, is found out later, by what it holds.
 * @throws InputError
 */
function readExportRequest(source, read, where) {
    const output = textOf(read, 'output');
    return {
        ...readPlace(read, where, 'false'),
        source: readSource('source', source, where.folder),
        here: where.folder,
        output: output === '' ? undefined : resolve(where.folder, output),
        layers: choiceOf(read, 'delivery', ['auto', 'layers', 'embed']) !== 'layers',
    };
}
/** Reads which bundle is to be published, and where. @throws InputError */
function readLoadRequest(source, read, where) {
    const found = readSource('source', source, where.folder);
    if (found.kind === 'path')
        return { ...readPlace(read, where, 'true'), ...readNames(read), source: found };
    throw new InputError('source', `source: there is no file or folder "${source}".`, { inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.' });
}
function readPlace(read, where, push) {
    const { registry, namespace, credentials } = readPublishing((name) => (name === 'push' ? push : read(name)), where.env);
    return { arches: readNamedArches(read, where.arch), registry, namespace, credentials };
}
/**
 * Reads where a Feature lies: a name of what is there is a file's or a folder's, any other a published one's.
 * @throws InputError
 */
function readSource(input, text, here) {
    const path = (0,external_node_path_.resolve)(here, text);
    if (text !== '' && (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined)
        return { kind: 'path', text, path };
    if ((0,base_reference/* isPath */.uf)(text) || /\.(?:tar|tar\.\w+|tgz|zip)$/.test(text))
        throw new errors/* InputError */.dz(input, `${input}: "${text}" names ${path}, which does not exist.`, { hint: HINT });
    (0,values/* readReference */.Wf)(input, text, HINT);
    return { kind: 'published', text };
}
/** Reads which Feature is asked about. @throws InputError */
function readInspectRequest(source, read, where) {
    return {
        source: readSource('source', source, where.folder),
        arches: readNamedArches(read, where.arch),
        namespace: '',
        ...readLogin(read, where.env),
    };
}
/** Reads which Feature is to be explored, and where the page goes. @throws InputError */
function readExploreRequest(source, read, where) {
    const [output, since] = [textOf(read, 'output'), textOf(read, 'since')];
    const file = resolve(where.folder, output === '' ? EXPLORER_FILE : output);
    if (output.endsWith('/') || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
        throw new InputError('output', `output: "${output}" is a folder, and an explorer is one file.`, { inTerminal: `Name the file: --output ${join(output, EXPLORER_FILE)}.` });
    }
    return {
        source: readSource('source', source, where.folder),
        since: since === '' ? undefined : readSource('since', since, where.folder),
        arches: readNamedArches(read, where.arch),
        output: file,
        namespace: '',
        ...readLogin(read, where.env),
    };
}
/** Reads of what an SBOM is wanted, and how. @throws InputError */
function readSbomRequest(source, read, where) {
    const output = textOf(read, 'output');
    const arches = readNamedArches(read, where.arch);
    if (output === '' && arches.length > 1)
        throw new InputError('arches', 'arches: names several platforms, but only one SBOM can be printed.', { hint: 'Name one platform, or a folder for all SBOMs with "output".' });
    const format = choiceOf(read, 'format', ['cyclonedx', 'spdx']);
    const vex = textOf(read, 'vex');
    if (vex !== '' && format !== 'cyclonedx')
        throw new InputError('vex', 'vex: can only be added to an SBOM in CycloneDX, but format is spdx.', { hint: 'SPDX 2.3 has no place for it: pass the file to the scanner along with the SBOM.' });
    return {
        source: readSource('source', source, where.folder),
        arches,
        ownArch: archOfNode(where.arch),
        format,
        vex: vex === '' ? undefined : readVex(resolve(where.folder, vex)),
        output: output === '' ? undefined : resolve(where.folder, output),
        namespace: '',
        ...readLogin(read, where.env),
    };
}
function readVex(file) {
    return { file, bytes: readInputFile('vex', file, { limit: VEX_LIMIT, hint: 'Name a CycloneDX document with "vulnerabilities".' }) };
}

// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
;// CONCATENATED MODULE: ./lib/provenance/verify/trusted-root.js



const LIMIT = 4 * 1024 * 1024;
const trusted_root_MOST = 16;
/**
 * Parses trusted roots: one JSON document, or one a line as `gh attestation trusted-root` prints them.
 * @throws Failure
 */
function parseTrustedRoots(text) {
    const hint = 'Expected what `cosign trusted-root create`, `gh attestation trusted-root` or the TUF repository of sigstore gives: JSON with certificateAuthorities.';
    const refuse = (why) => {
        throw new errors/* Failure */.HR(`The trusted root can't be used: ${why}.`, { hint });
    };
    const documents = readDocuments(text, refuse);
    if (documents.length === 0 || documents.length > trusted_root_MOST)
        refuse(`it has ${documents.length} documents`);
    return documents.map((json) => {
        const root = field/* Field */.D0.of(json, refuse);
        root.get('mediaType').text();
        root.get('certificateAuthorities').each(trusted_root_MOST * trusted_root_MOST, (authority) => authority.object());
        return root.object();
    });
}
function readDocuments(text, refuse) {
    try {
        return [(0,parse_json/* parseJson */.qF)(text, { bytes: LIMIT })];
    }
    catch (error) {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        if (!(error instanceof parse_json/* JsonError */.N3) || lines.length < 2 || lines.length > trusted_root_MOST)
            return refuse(error instanceof parse_json/* JsonError */.N3 ? error.message : String(error));
        try {
            return lines.map((line) => (0,parse_json/* parseJson */.qF)(line, { bytes: LIMIT }));
        }
        catch (cause) {
            return refuse(cause instanceof parse_json/* JsonError */.N3 ? cause.message : String(cause));
        }
    }
}

;// CONCATENATED MODULE: ./lib/actions/values/read-trust.js





/** Bytes of a key or a trusted root. */
const read_trust_LIMIT = 4 * 1024 * 1024;
/**
 * Reads whose signature is believed.
 * @param folder where relative files start from
 * @returns undefined if nobody's is asked for
 * @throws InputError
 */
function readTrust(read, folder) {
    const [key, identity, root] = [(0,values/* textOf */.b6)(read, 'key'), (0,values/* textOf */.b6)(read, 'identity'), (0,values/* textOf */.b6)(read, 'trusted-root')];
    if (key !== '' && identity !== '') {
        throw new errors/* InputError */.dz('key', "key and identity can't be given together: an attestation is signed with one or the other.", { hint: 'Leave one of them out.' });
    }
    if (identity === '' && root !== '')
        throw new errors/* InputError */.dz('trusted-root', 'trusted-root: is given without identity, but a key needs none.', { hint: 'Set "identity", or leave "trusted-root" out.' });
    if (key !== '')
        return { by: 'key', key: parsed('key', () => (0,keys/* parsePublicKey */.ee)(key.includes('-----BEGIN') ? key : fileOf('key', key, folder))) };
    if (identity === '')
        return undefined;
    if (root === '') {
        throw new errors/* InputError */.dz('trusted-root', 'trusted-root: is missing, and identity needs it: it says which authorities are trusted.', {
            hint: 'Write one with `gh attestation trusted-root > trusted_root.json` or `cosign trusted-root create`, and name the file.',
        });
    }
    return { by: 'identity', identity, issuer: (0,values/* textOf */.b6)(read, 'issuer'), roots: parsed('trusted-root', () => parseTrustedRoots(fileOf('trusted-root', root, folder))) };
}
function fileOf(input, name, folder) {
    const hint = input === 'key' ? 'Name the file of the public key, as PEM, or give its text.' : 'Name the file that `gh attestation trusted-root` or `cosign trusted-root create` wrote.';
    return (0,values/* readInputFile */.jH)(input, (0,external_node_path_.resolve)(folder, name), { limit: read_trust_LIMIT, hint }).toString('utf8');
}
function parsed(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        if (!(cause instanceof errors/* Failure */.HR) || cause instanceof errors/* InputError */.dz)
            throw cause;
        throw new errors/* InputError */.dz(input, `${input}: ${cause.message}`, { cause, ...(0,errors/* adviceOf */.wr)(cause) });
    }
}

;// CONCATENATED MODULE: ./lib/actions/requests/read-verify-request.js













/**
 * Reads and checks every input of the verify action, before any work.
 * @throws InputError for the first input that can't be used
 */
function readVerifyRequest(read, where) {
    const ref = (0,values/* textOf */.b6)(read, 'ref');
    if (ref === '')
        throw new errors/* InputError */.dz('ref', 'ref: is missing.', { hint: 'Name the Feature to verify: ghcr.io/org/features/my-tools:1.2.0.' });
    return {
        source: ref.startsWith('oci:') ? (0,base_reference/* parseLayout */.U8)(ref, where.folder, 'ref') : readSource('ref', ref, where.folder),
        arches: (0,read_arches/* readNamedArches */.I)(read, where.arch),
        bases: readBases(read, where.folder),
        rebuilt: readRebuilt(read, where.folder),
        trust: readTrust(read, where.folder),
        ...(0,read_rules/* readPolicy */.T)(read, where.folder),
        ...(0,read_publishing/* readLogin */.mN)(read, where.env),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, inputs_verify/* VERIFY_INPUTS */.U),
    };
}
function readRebuilt(read, folder) {
    return (0,values/* linesOf */.Dx)(read, 'rebuild').map((line) => {
        const path = (0,external_node_path_.resolve)(folder, line);
        if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true)
            return path;
        throw new errors/* InputError */.dz('rebuild', `rebuild: the folder ${path} does not exist.`, { hint: 'Name the layout that a build wrote: the folder "output".' });
    });
}
function readBases(read, folder) {
    const lines = (0,values/* linesOf */.Dx)(read, 'base');
    if (lines.length === 0)
        return [];
    return (0,values/* byGrammarOf */.gh)('base-image', 'base', () => (0,base_reference/* parseBases */.wE)(lines, folder, reference/* parseReference */.F2)).map((base) => {
        if (base.kind !== 'daemon')
            return base;
        throw new errors/* InputError */.dz('base', `base: "${base.text}" is an image of a container engine; only images in registries and layouts can be read.`, {
            hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.',
        });
    });
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
;// CONCATENATED MODULE: ./lib/actions/verify.js







/**
 * Runs the verify action: inputs, the use-case, outputs, an annotation for each check that failed, and the summary.
 * @returns the exit code
 */
async function runVerifyAction(process, host, verify) {
    return (0,run_action/* runAction */.C)(host, inputs_verify/* VERIFY_INPUTS */.U, async (read) => {
        const request = readVerifyRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await verify(request, host);
        (0,run_action/* setOutputs */.n)(host, (0,runs_verify/* verifyOutputsOf */.xb)(report));
        for (const check of report.checks) {
            const text = `${report.name}: ${(0,runs_verify/* titleOf */.Gg)(check)}: ${check.says}.`;
            if (check.outcome === 'failed')
                host.fault(text);
            if (check.outcome === 'unchecked')
                host.warning(`Could not be checked: ${text}`);
        }
        if (request.summary)
            await host.summary((0,runs_verify/* renderVerifySummary */.i2)(report));
        checkVerification(report);
    });
}
/**
 * Fails the run if a check did not pass. Called after the result is shown.
 * @throws Failure if a check failed; UncheckedError if none did, and something could not be checked
 */
function checkVerification(report) {
    const count = (outcome) => report.checks.filter((check) => check.outcome === outcome).length;
    const all = (0,format/* formatNumberOf */.Of)(report.checks.length, 'check');
    const outcome = (0,runs_verify/* outcomeOf */.sG)(report);
    if (outcome === 'failed')
        throw new errors/* Failure */.HR(`${report.name} ${(0,runs_verify/* faultOf */.Kl)(report)}: ${(0,format/* formatCount */.B4)(count('failed'))} of ${all} failed.`, { hint: 'docs/verify/verifying.md says what each check proves.' });
    if (outcome === 'unchecked') {
        throw new errors/* UncheckedError */.V3(`No check of ${report.name} failed, but ${(0,format/* formatCount */.B4)(count('unchecked'))} of ${all} could not be made.`, unmade(report));
    }
}
/** The answers with which registries ask for a login. */
const REFUSED = /was answered with 40[13] /;
function unmade({ checks }) {
    const hint = 'The table says why; docs/verify/verifying.md says what can be done.';
    if (!checks.some(({ outcome, says }) => outcome === 'unchecked' && REFUSED.test(says)))
        return { hint };
    const begin = 'The registry wants a login that may read this:';
    return { hint: `${begin} run docker/login-action before this step, or give "username" and "password".`, inTerminal: `${begin} run docker login for it.` };
}


/***/ }),

/***/ 68608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   i2: () => (/* binding */ renderVerifySummary),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   ui: () => (/* binding */ CHECKS),
/* harmony export */   xb: () => (/* binding */ verifyOutputsOf)
/* harmony export */ });
/* unused harmony exports VERIFY_OUTPUTS, verifyResultOf, renderTerminalVerification */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _build_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53721);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65235);
/* harmony import */ var _text_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8832);





/** All checks, in the order in which they are shown; `docs/verify/verifying.md` says what each proves. */
const CHECKS = [
    { name: 'manifest', title: 'Manifest' },
    { name: 'tags', title: 'Tags' },
    { name: 'tar', title: "Feature's tar" },
    { name: 'runtime', title: 'Installer' },
    { name: 'metadata', title: 'Metadata' },
    { name: 'key', title: 'Release key' },
    { name: 'platform', title: 'Platform manifest' },
    { name: 'document', title: 'Delta document' },
    { name: 'layers', title: 'Layers' },
    { name: 'diff-ids', title: 'Diff ids' },
    { name: 'members', title: 'Members' },
    { name: 'nar-hashes', title: 'NAR hashes' },
    { name: 'base', title: 'Base image' },
    { name: 'rebuild', title: 'Built again' },
    { name: 'attached', title: 'Attached' },
    { name: 'sbom', title: 'SBOM' },
    { name: 'attestation', title: 'Attestation' },
    { name: 'policy', title: 'Policy' },
];
/** Returns `failed` if anything failed; else `unchecked` if anything could not be checked. */
function outcomeOf({ checks }) {
    return ['failed', 'unchecked'].find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}
/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
function faultOf({ checks }) {
    return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it claims to be';
}
function titleOf({ name, arch }) {
    const title = CHECKS.find((check) => check.name === name)?.title ?? name;
    return arch === undefined ? title : `${title} (${arch})`;
}
/** Returns the whole result in one line of plain text. */
function verifyHeadline({ name, version, checks }) {
    const outcome = outcomeOf({ checks });
    const count = (wanted) => checks.filter((check) => check.outcome === wanted).length;
    const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
    const all = (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(checks.length, 'check');
    if (outcome === 'passed')
        return `${subject} is what it claims to be: ${all} passed`;
    const open = count('unchecked') === 0 ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('unchecked'))} could not be made`;
    if (outcome === 'failed')
        return `${subject} ${faultOf({ checks })}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('failed'))} of ${all} failed${open}`;
    return `No check of ${subject} failed: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('passed'))} of ${all} passed${open}`;
}
/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
const VERIFY_OUTPUTS = [
    { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
    { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
    { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
];
/** Returns what the verify action sets. Text from outside is in `json` alone. */
function verifyOutputsOf(report) {
    const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
    return {
        outcome: outcomeOf(report),
        digest: report.digest ?? '',
        failed: CHECKS.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
        json: JSON.stringify(verifyResultOf(report)),
    };
}
/** Returns what `nix-feature verify --json` prints: `null` if there is nothing. */
function verifyResultOf(report) {
    const { name, digest = null, version = null, arches, checks } = report;
    return { schemaVersion: 1, ref: name, outcome: outcomeOf(report), digest, version, arches, checks: checks.map(checkResult) };
}
function checkResult(check) {
    const { name, arch = null, outcome, says, problems, more } = check;
    return { check: name, title: titleOf({ name }), arch, outcome, says, problems, more };
}
const MARKS = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };
/** Renders the job summary of a verification, in GitHub's Markdown. Its first line says it all. */
function renderVerifySummary(report) {
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joinSections */ .lS)([
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(verifyHeadline(report)))}`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Check', 'Result', 'Found'], report.checks.map((check) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(titleOf(check)), MARKS[check.outcome], cell(check)])),
        report.digest === undefined ? '' : `Verified: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(report.digest)}`,
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .givenSection */ .X3)(report.given),
    ]);
}
function cell({ says, problems, more }) {
    return [says, ...problems, ...(more === 0 ? [] : [`and ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(more)} more`])].map((text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(text))).join('<br>');
}
const WORDS = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };
/** Renders a verification as a person reads it in a terminal. */
function renderTerminalVerification(report, palette) {
    const width = Math.max(...report.checks.map((check) => titleOf(check).length));
    const rows = report.checks.flatMap((check) => rowsOf(check, width, palette));
    return `${palette.bold(onOneLine(verifyHeadline(report)))}\n\n${rows.join('\n')}\n\n${report.digest ?? 'No manifest was read.'}\nTook ${formatDuration(report.duration)}.\n`;
}
function rowsOf(check, width, palette) {
    const indent = ' '.repeat(width + 17);
    return [
        `  ${titleOf(check).padEnd(width)}  ${painted(check.outcome, palette)}  ${onOneLine(check.says)}`,
        ...check.problems.map((problem) => `${indent}${onOneLine(problem)}`),
        ...(check.more === 0 ? [] : [`${indent}and ${formatCount(check.more)} more`]),
    ];
}
function painted(outcome, palette) {
    const word = WORDS[outcome].padEnd(11);
    if (outcome === 'passed')
        return palette.dim(word);
    return outcome === 'failed' ? palette.red(word) : palette.yellow(word);
}


/***/ }),

/***/ 67413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ PLACE),
/* harmony export */   CV: () => (/* binding */ namespaceOfUrl),
/* harmony export */   EH: () => (/* binding */ packageUrl),
/* harmony export */   IJ: () => (/* binding */ SYSTEM),
/* harmony export */   IO: () => (/* binding */ LAYER),
/* harmony export */   Nu: () => (/* binding */ hexOfSri),
/* harmony export */   RV: () => (/* binding */ withMember),
/* harmony export */   Sl: () => (/* binding */ NAR_SIZE),
/* harmony export */   Wm: () => (/* binding */ BASE),
/* harmony export */   Xq: () => (/* binding */ NAR_HASH),
/* harmony export */   aH: () => (/* binding */ FLAKE),
/* harmony export */   js: () => (/* binding */ TOOL),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   pV: () => (/* binding */ uuidOf),
/* harmony export */   vE: () => (/* binding */ MAINTAINER),
/* harmony export */   wj: () => (/* binding */ STORE_PATH)
/* harmony export */ });
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);

/** The program as both formats name it; its version is left out, as the same build gives the same bytes. */
const TOOL = 'nix-feature';
/** Names of properties in CycloneDX, and of external references in SPDX. */
const STORE_PATH = 'nix:store-path';
const NAR_HASH = 'nix:nar-hash';
const NAR_SIZE = 'nix:nar-size';
const MAINTAINER = 'nix:maintainer';
const PLACE = 'nix-feature:place';
const LAYER = 'nix-feature:layer';
const BASE = 'nix-feature:base';
const SYSTEM = 'nix-feature:system';
const FLAKE = 'nix-feature:flake';
/** Returns a UUID that depends on a text and on nothing else (RFC 9562, 5.8). */
function uuidOf(text) {
    const hex = (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)((0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(text));
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
    return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
/** Adds a member to the text of an object that has some. */
function withMember(text, name, value) {
    return `${text.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;
}
/** Seconds since the epoch, as both formats write times. */
function timeOf(seconds) {
    return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** Returns a hash of a NAR (`sha256-<base64>`) in hexadecimal digits. */
function hexOfSri(sri) {
    return Buffer.from(sri.slice('sha256-'.length), 'base64').toString('hex');
}
/**
 * Returns a package URL (purl specification). `pkg:nix` only if the repository that defines the package is known, as a name alone
 * may be anything; else `pkg:generic`.
 */
function packageUrl({ name, version, meta: { namespace } }) {
    const place = namespace === undefined ? 'pkg:generic' : `pkg:nix/${namespace.split('/').map(encode).join('/')}`;
    return `${place}/${encode(name)}${version === '' ? '' : `@${encode(version)}`}`;
}
/** @returns the repository that a package URL of ours names */
function namespaceOfUrl(url) {
    const found = typeof url === 'string' ? /^pkg:nix\/([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)\//.exec(url)?.[1] : undefined;
    return found;
}
function encode(text) {
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}


/***/ })

};
