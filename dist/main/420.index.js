export const id = 420;
export const ids = [420];
export const modules = {

/***/ 24420:
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
// EXTERNAL MODULE: ./lib/report/facts/verify-facts.js
var verify_facts = __webpack_require__(28919);
;// CONCATENATED MODULE: ./lib/report/machine/verify-result.js

/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
const VERIFY_OUTPUTS = [
    { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
    { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
    { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
];
/** What the verify action sets. Text from outside is in `json` alone. */
function verifyOutputsOf(report) {
    const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
    return {
        outcome: (0,verify_facts/* outcomeOf */.sG)(report),
        digest: report.digest ?? '',
        failed: verify_facts/* CHECKS */.ui.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
        json: JSON.stringify(verifyResultOf(report)),
    };
}
/** What `nix-feature verify --json` prints: `null` if there is nothing. */
function verifyResultOf(report) {
    const { name, digest = null, version = null, arches, checks } = report;
    return { schemaVersion: 1, ref: name, outcome: (0,verify_facts/* outcomeOf */.sG)(report), digest, version, arches, checks: checks.map(checkResult) };
}
function checkResult(check) {
    const { name, arch = null, outcome, says, problems, more } = check;
    return { check: name, title: (0,verify_facts/* titleOf */.Gg)({ name }), arch, outcome, says, problems, more };
}

// EXTERNAL MODULE: ./lib/kit/inert.js
var inert = __webpack_require__(10192);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
// EXTERNAL MODULE: ./lib/report/markdown/summary.js + 6 modules
var summary = __webpack_require__(25155);
;// CONCATENATED MODULE: ./lib/report/text/verify-headline.js


/** The whole result in one line of plain text. */
function verifyHeadline({ name, version, checks }) {
    const outcome = (0,verify_facts/* outcomeOf */.sG)({ checks });
    const count = (wanted) => checks.filter((check) => check.outcome === wanted).length;
    const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
    const all = (0,format/* formatNumberOf */.Of)(checks.length, 'check');
    if (outcome === 'passed')
        return `${subject} is what it says: ${all} passed`;
    const open = count('unchecked') === 0 ? '' : `, ${(0,format/* formatCount */.B4)(count('unchecked'))} could not be made`;
    if (outcome === 'failed')
        return `${subject} ${(0,verify_facts/* faultOf */.Kl)({ checks })}: ${(0,format/* formatCount */.B4)(count('failed'))} of ${all} failed${open}`;
    return `No check of ${subject} failed: ${(0,format/* formatCount */.B4)(count('passed'))} of ${all} passed${open}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/verify-summary.js






const WORDS = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };
/** The job summary of a verification, in GitHub's Markdown. Its first line says it all. */
function renderVerifySummary(report) {
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)((0,inert/* inert */.tJ)(verifyHeadline(report)))}`,
        (0,markdown/* table */.tp)(['Check', 'Result', 'Found'], report.checks.map((check) => [(0,markdown/* escapeText */.X1)((0,verify_facts/* titleOf */.Gg)(check)), WORDS[check.outcome], cell(check)])),
        report.digest === undefined ? '' : `Verified: ${(0,markdown/* code */.aY)(report.digest)}`,
        (0,summary/* givenSection */.X3)(report.given),
    ]);
}
function cell({ says, problems, more }) {
    return [says, ...problems, ...(more === 0 ? [] : [`and ${(0,format/* formatCount */.B4)(more)} more`])].map((text) => (0,markdown/* escapeText */.X1)((0,inert/* inert */.tJ)(text))).join('<br>');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js + 1 modules
var base_reference = __webpack_require__(46448);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/requests/read-policy.js + 1 modules
var read_policy = __webpack_require__(41509);
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
    return { arches: textOf(read, 'arches') === '' ? [] : readArches(read, where.arch), registry, namespace, credentials };
}
/**
 * Reads where a Feature lies: a name of what is there is a file's or a folder's, any other a published one's.
 * @throws InputError
 */
function readSource(input, text, here) {
    const path = (0,external_node_path_.resolve)(here, text);
    if (text !== '' && (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined)
        return { kind: 'path', text, path };
    if (/^(?:\.{0,2}\/|\.{1,2}$)|\.(?:tar|tar\.\w+|tgz|zip)$/.test(text))
        throw new errors/* InputError */.dz(input, `${input}: "${text}" names ${path}, which does not exist.`, { hint: HINT });
    try {
        (0,reference/* parseReference */.F2)(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(input, `${input}: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: HINT });
    }
    return { kind: 'published', text };
}

// EXTERNAL MODULE: ./lib/actions/requests/read-request.js + 1 modules
var read_request = __webpack_require__(63046);
// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
;// CONCATENATED MODULE: ./lib/provenance/verify/trusted-root.js



const LIMIT = 4 * 1024 * 1024;
const MOST = 16;
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
    if (documents.length === 0 || documents.length > MOST)
        refuse(`it has ${documents.length} documents`);
    return documents.map((json) => {
        const root = field/* Field */.D0.of(json, refuse);
        root.get('mediaType').text();
        root.get('certificateAuthorities').each(MOST * MOST, (authority) => authority.object());
        return root.object();
    });
}
function readDocuments(text, refuse) {
    try {
        return [(0,parse_json/* parseJson */.qF)(text, { bytes: LIMIT })];
    }
    catch (error) {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        if (!(error instanceof parse_json/* JsonError */.N3) || lines.length < 2 || lines.length > MOST)
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
    const file = (0,external_node_path_.resolve)(folder, name);
    try {
        const bytes = (0,external_node_fs_.readFileSync)(file);
        if (bytes.length > read_trust_LIMIT)
            throw new errors/* InputError */.dz(input, `${input}: ${file} has ${bytes.length} bytes; the limit is ${read_trust_LIMIT}.`);
        return bytes.toString('utf8');
    }
    catch (cause) {
        if (cause instanceof errors/* Failure */.HR)
            throw cause;
        throw new errors/* InputError */.dz(input, `${input}: ${file} can't be read: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause, hint: input === 'key' ? 'Name the file of the public key, as PEM, or give its text.' : 'Name the file that `gh attestation trusted-root` or `cosign trusted-root create` wrote.' });
    }
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

// EXTERNAL MODULE: ./lib/actions/inputs/inputs.js + 1 modules
var inputs = __webpack_require__(89245);
// EXTERNAL MODULE: ./lib/actions/inputs/verify-only.js
var verify_only = __webpack_require__(5339);
;// CONCATENATED MODULE: ./lib/actions/inputs/verify-inputs.js


const READING = ['registry', 'username', 'password', 'github-token'];
/** Every input of verify/action.yml, in its order. */
const VERIFY_INPUTS = [
    ...verify_only/* VERIFY_ONLY */.r,
    { ...(0,inputs/* specOf */.rI)('arches'), otherwise: 'all platforms of the Feature', description: 'Which platforms to verify, separated by commas: `amd64`, `arm64`.' },
    {
        ...(0,inputs/* specOf */.rI)('policy'),
        group: 'What to verify',
        description: 'A YAML file that says what may be published (docs/verify/policy.md). Each of its rules is one check of what is published (docs/verify/verifying.md).',
    },
    ...READING.map((name) => (name === 'registry' ? { ...(0,inputs/* specOf */.rI)(name), description: 'The registry that `username` and `password` are for.' } : (0,inputs/* specOf */.rI)(name))),
    { ...(0,inputs/* specOf */.rI)('summary'), description: 'Write the table of checks.' },
];

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
        arches: (0,values/* textOf */.b6)(read, 'arches') === '' ? [] : (0,read_arches/* readArches */.J)(read, where.arch),
        bases: readBases(read, where.folder),
        rebuilt: readRebuilt(read, where.folder),
        trust: readTrust(read, where.folder),
        ...(0,read_policy/* readPolicy */.T)(read, where.folder),
        ...(0,read_publishing/* readLogin */.mN)(read, where.env),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, VERIFY_INPUTS),
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
    return namedBases(lines, folder).map((base) => {
        if (base.kind !== 'daemon')
            return base;
        throw new errors/* InputError */.dz('base', `base: "${base.text}" is an image of a container engine; only images in registries and layouts can be read.`, {
            hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.',
        });
    });
}
/** The same grammar as that of base-image, which a build calls it. */
function namedBases(lines, folder) {
    try {
        return (0,base_reference/* parseBases */.wE)(lines, folder, reference/* parseReference */.F2);
    }
    catch (cause) {
        if (!(cause instanceof errors/* InputError */.dz))
            throw cause;
        throw new errors/* InputError */.dz('base', cause.message.replace(/^base-image:/, 'base:'), { cause, ...(0,errors/* adviceOf */.wr)(cause) });
    }
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(95832);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
;// CONCATENATED MODULE: ./lib/actions/verify.js









/**
 * The verify action: inputs, the use-case, outputs, an annotation for each check that failed, and the summary.
 * @returns the exit code
 */
async function runVerifyAction(process, host, verify) {
    return (0,run_action/* runAction */.C)(host, VERIFY_INPUTS, async (read) => {
        const request = readVerifyRequest(read, (0,surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
        const report = await verify(request, host);
        for (const [name, value] of Object.entries(verifyOutputsOf(report)))
            host.output(name, value);
        for (const check of report.checks) {
            const text = `${report.name}: ${(0,verify_facts/* titleOf */.Gg)(check)}: ${check.says}.`;
            if (check.outcome === 'failed')
                host.fault(text);
            if (check.outcome === 'unchecked')
                host.warning(`Could not be checked: ${text}`);
        }
        if (request.summary)
            await host.summary(renderVerifySummary(report));
        checkVerification(report);
    });
}
/**
 * To be called once the result is shown.
 * @throws Failure if a check failed; UncheckedError if none did, and something could not be checked
 */
function checkVerification(report) {
    const count = (outcome) => report.checks.filter((check) => check.outcome === outcome).length;
    const all = (0,format/* formatNumberOf */.Of)(report.checks.length, 'check');
    const outcome = (0,verify_facts/* outcomeOf */.sG)(report);
    if (outcome === 'failed')
        throw new errors/* Failure */.HR(`${report.name} ${(0,verify_facts/* faultOf */.Kl)(report)}: ${(0,format/* formatCount */.B4)(count('failed'))} of ${all} failed.`, { hint: 'docs/verify/verifying.md says what each check proves.' });
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

/***/ 28919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   ui: () => (/* binding */ CHECKS)
/* harmony export */ });
/** All that is looked at, in the order in which it is shown; `docs/verify/verifying.md` says what each proves. */
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
/** `failed` if anything failed; else `unchecked` if anything could not be checked. */
function outcomeOf({ checks }) {
    return ['failed', 'unchecked'].find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}
/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
function faultOf({ checks }) {
    return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it says';
}
function titleOf({ name, arch }) {
    const title = CHECKS.find((check) => check.name === name)?.title ?? name;
    return arch === undefined ? title : `${title} (${arch})`;
}


/***/ })

};
