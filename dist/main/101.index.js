export const id = 101;
export const ids = [101];
export const modules = {

/***/ 56101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWslAction: () => (/* binding */ runWslAction)
});

// EXTERNAL MODULE: ./lib/report/facts/wsl-facts.js
var wsl_facts = __webpack_require__(81434);
;// CONCATENATED MODULE: ./lib/report/machine/wsl-result.js

/** Every output of the wsl action; wsl/action.yml and docs/reference/inputs.md are made from this. */
const WSL_OUTPUTS = [
    { name: 'outcome', description: '`passed`, or `failed` if any check failed.' },
    { name: 'path', description: 'The tarball; empty if it was built and did not pass.' },
    { name: 'size', description: 'Its bytes.' },
    { name: 'digest', description: '`sha256:…` of the tarball; empty if it could not be read to its end.' },
    { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
    { name: 'artifact', description: 'The name of the uploaded artifact; empty if nothing was uploaded.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/wsl.schema.json`).' },
];
/** What the wsl action sets. Text from outside is in `json` alone. */
function wslOutputsOf(report) {
    const { tarball, rows, configuration, artifact = '' } = report;
    const refused = (0,wsl_facts/* isRefused */.H0)(report);
    return {
        outcome: refused ? 'failed' : 'passed',
        path: refused && configuration !== undefined ? '' : tarball.file,
        size: String(tarball.size),
        digest: tarball.digest,
        failed: rows.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name).join(','),
        artifact,
        json: JSON.stringify(wslResultOf(report)),
    };
}
/** What `nix-feature wsl --json` prints: `null` if there is nothing. */
function wslResultOf(report) {
    const { name, configuration = null, arch, tarball, rows, files, artifact = null, release = null } = report;
    return { schemaVersion: 1, name, configuration, arch, outcome: (0,wsl_facts/* isRefused */.H0)(report) ? 'failed' : 'passed', tarball, checks: rows, files, artifact, release };
}

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/inert.js
var inert = __webpack_require__(10192);
;// CONCATENATED MODULE: ./lib/report/text/wsl-headline.js


/** The whole result in one line of plain text. */
function wslHeadline(report) {
    const { name, tarball, rows } = report;
    const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length;
    const without = skipped === 0 ? '' : `, although ${(0,format/* formatNumberOf */.Of)(skipped, 'check')} found something (skip-checks)`;
    if (!(0,wsl_facts/* isRefused */.H0)(report))
        return `${name} (${(0,format/* formatBytes */.z3)(tarball.size)}) passed ${(0,format/* formatNumberOf */.Of)(rows.length, 'check')}${without}`;
    const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
    return `${name} (${(0,format/* formatBytes */.z3)(tarball.size)}) must not be used: ${(0,format/* formatNumberOf */.Of)((0,wsl_facts/* countOfFaults */.K0)(report), 'fault')} in ${failed} of ${(0,format/* formatNumberOf */.Of)(rows.length, 'check')}`;
}
/** One line of plain text without its full stop. */
function wslFindingText({ file, says }) {
    return file === '' ? `The tarball ${says}` : `${file} ${says}`;
}

// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
// EXTERNAL MODULE: ./lib/report/markdown/summary.js + 6 modules
var summary = __webpack_require__(25155);
;// CONCATENATED MODULE: ./lib/report/markdown/wsl-summary.js





/** GitHub shows no colours in a summary but those of characters. */
const WORDS = { passed: '✓ passed', warned: '! warning', failed: '🔴 **failed**', skipped: '🔴 **skipped**', unchecked: '? not checked' };
/** The job summary of a WSL tarball, in GitHub's Markdown. Its first line says it all. */
function renderWslSummary(report) {
    const { tarball, rows, files, artifact, release } = report;
    const skipped = rows.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name);
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)((0,inert/* inert */.tJ)(wslHeadline(report)))}`,
        skipped.length === 0 ? '' : `🔴 **Findings do not count, because ${(0,markdown/* code */.aY)('skip-checks')} names them: ${skipped.map(markdown/* code */.aY).join(', ')}.**`,
        (0,markdown/* table */.tp)(['Check', 'Result', 'Found'], rows.map((row) => [(0,markdown/* escapeText */.X1)(row.title), WORDS[row.outcome], cell(row)])),
        `${tarball.digest === '' ? '' : `${(0,markdown/* code */.aY)(tarball.digest)}, `}${(0,format/* formatBytes */.z3)(tarball.size)} (${(0,markdown/* escapeText */.X1)(tarball.compression)}), ${(0,format/* formatBytes */.z3)(tarball.unpacked)} unpacked, ${(0,format/* formatCount */.B4)(tarball.members)} members. It took ${(0,format/* formatDuration */.a3)(report.duration)}.`,
        files.length === 0 ? '' : `Beside it: ${files.map(markdown/* code */.aY).join(', ')}.`,
        artifact === undefined ? '' : `Artifact: ${(0,markdown/* code */.aY)(artifact)}.`,
        release === undefined ? '' : `Release: ${release.url.startsWith('https://') ? `[${(0,markdown/* escapeText */.X1)(release.tag)}](${release.url})` : (0,markdown/* code */.aY)(release.tag)}, with ${release.assets.map(markdown/* code */.aY).join(', ')}.`,
        (0,summary/* givenSection */.X3)(report.given),
    ]);
}
function cell({ findings, more }) {
    return [...findings.map(findingText), ...(more === 0 ? [] : [`and ${(0,format/* formatCount */.B4)(more)} more`])].join('<br>');
}
function findingText({ file, says }) {
    const sentence = (0,markdown/* escapeText */.X1)((0,inert/* inert */.tJ)(says));
    return file === '' ? `The tarball ${sentence}` : `${(0,markdown/* code */.aY)((0,inert/* inert */.tJ)(file))} ${sentence}`;
}

// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/actions/rows/wsl-only.js
var wsl_only = __webpack_require__(24666);
// EXTERNAL MODULE: ./lib/actions/inputs/inputs.js + 1 modules
var inputs = __webpack_require__(89245);
;// CONCATENATED MODULE: ./lib/actions/inputs/wsl-inputs.js


const LEAKS = ['identifiers', 'leaks-allow', 'leak-values'];
const SIGNING = ['sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url'];
const NIX = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
function rowsOf(group) {
    return wsl_only/* WSL_ONLY */.u.filter((row) => row.group === group);
}
/** Every input of wsl/action.yml, in its order. */
const WSL_INPUTS = [
    ...rowsOf('What to build'),
    {
        ...(0,inputs/* specOf */.rI)('flake'),
        otherwise: 'the flake of the current folder',
        description: 'The flake with `nixosConfigurations`, without an attribute: `./machines`, `github:org/machines`.',
    },
    { ...(0,inputs/* specOf */.rI)('arches'), description: 'The architecture that the tarball is for: `amd64` or `arm64`.' },
    { ...(0,inputs/* specOf */.rI)('compression'), values: ['gzip', 'xz'], description: '`gzip`, as the builder writes it, or `xz`: smaller, and slower to make.' },
    ...rowsOf('Testing and limits'),
    ...LEAKS.map((name) => (0,inputs/* specOf */.rI)(name)),
    ...rowsOf('Publishing'),
    { ...(0,inputs/* specOf */.rI)('sbom'), description: 'A list of the store paths in the tarball, with versions and hashes, written beside it: CycloneDX 1.6, SPDX 2.3, `both` or `none`.' },
    ...SIGNING.map((name) => (name === 'sign' ? { ...(0,inputs/* specOf */.rI)(name), description: 'Who signs the provenance of the tarball, which is written beside it: `key`, `keyless` (by the identity of the job; needs `permissions: id-token: write`), or `none`.' } : (0,inputs/* specOf */.rI)(name))),
    (0,inputs/* specOf */.rI)('github-token'),
    ...NIX.map((name) => (0,inputs/* specOf */.rI)(name)),
    { ...(0,inputs/* specOf */.rI)('output'), otherwise: '`wsl` in the current folder', description: 'Where the tarball and the files beside it are written. What an earlier run wrote is replaced.' },
    { ...(0,inputs/* specOf */.rI)('upload-artifact'), default: 'true', values: ['true', 'false'], description: 'Upload the files as the artifact `wsl-<configuration>-<arch>`.' },
    (0,inputs/* specOf */.rI)('retention-days'),
    { ...(0,inputs/* specOf */.rI)('summary'), description: 'Write the table of checks.' },
];

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
;// CONCATENATED MODULE: ./lib/actions/refuse-tarball.js



/**
 * To be called once the result is shown.
 * @throws Failure if a check failed
 */
function refuseTarball(report) {
    if (!(0,wsl_facts/* isRefused */.H0)(report))
        return;
    throw new errors/* Failure */.HR(`${wslHeadline(report)}.`, { hint: 'docs/team/wsl.md says what each check proves. "skip-checks" names checks whose findings do not count.' });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/suggest.js
var suggest = __webpack_require__(39442);
// EXTERNAL MODULE: ./lib/actions/inputs/require-machine.js
var require_machine = __webpack_require__(97446);
// EXTERNAL MODULE: ./lib/actions/values/flake-reference.js
var flake_reference = __webpack_require__(2579);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-leaks.js
var read_leaks = __webpack_require__(41373);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-release.js
var read_nix_release = __webpack_require__(47966);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js + 1 modules
var read_nix_settings = __webpack_require__(18476);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js
var read_origin = __webpack_require__(18075);
// EXTERNAL MODULE: ./lib/actions/requests/read-provenance.js + 1 modules
var read_provenance = __webpack_require__(68386);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js + 1 modules
var read_request = __webpack_require__(63046);
;// CONCATENATED MODULE: ./lib/actions/requests/read-wsl-request.js
















/**
 * Reads and checks every input of the wsl action, before any work.
 * @throws InputError for the first input that can't be used; SetupError where nothing can be built
 */
function readWslRequest(read, where) {
    const checks = readChecks(read, where);
    const rest = { summary: (0,values/* booleanOf */.SF)(read, 'summary'), given: (0,read_request/* givenInputs */.PC)(read, WSL_INPUTS) };
    const [tarball, configuration] = [(0,values/* textOf */.b6)(read, 'tarball'), (0,values/* textOf */.b6)(read, 'configuration')];
    if (tarball !== '' && configuration !== '')
        (0,values/* refuseTogether */.ll)('tarball', ['configuration'], 'a tarball that is there is not built.', 'Leave one of them out.');
    if (tarball !== '')
        return { ...checks, ...rest, task: { kind: 'check', tarball: (0,external_node_path_.resolve)(where.folder, tarball) } };
    (0,require_machine/* requireLinux */.g)(where.platform);
    return { ...checks, ...rest, task: { kind: 'build', build: readBuild(configuration, read, where), keep: readKeep(read, where) } };
}
function readChecks(read, where) {
    // The search is one of the checks: what it finds fails, unless `skip-checks` says otherwise.
    const leaks = (0,read_leaks/* readLeaks */.L)((name) => (name === 'leaks' ? 'fail' : read(name)), where);
    return { arch: readArch(read, where), leaks, maxSize: (0,values/* sizeOf */.$d)(read, 'max-size'), skipped: readSkipped(read) };
}
function readBuild(configuration, read, where) {
    if (configuration === '')
        throw new errors/* InputError */.dz('configuration', 'configuration: is missing.', { hint: 'Name one of the flake\'s nixosConfigurations: "configuration: dev-team".', inTerminal: 'nix-feature wsl build <configuration>' });
    if (!/^[A-Za-z_][\w-]{0,99}$/.test(configuration))
        throw new errors/* InputError */.dz('configuration', `configuration: "${configuration}" is not a name of letters, digits, dashes and underscores.`);
    return {
        flake: readFlakeOf(configuration, read, where.folder),
        configuration,
        extraFiles: readExtraFiles(read, where.folder),
        chown: readChown(read),
        compression: (0,values/* choiceOf */.FH)(read, 'compression', ['gzip', 'xz']),
        nix: { ...(0,read_nix_settings/* readNixSettings */.r)(read), ...(0,read_nix_release/* readInstall */.S)(read, where) },
    };
}
function readFlakeOf(configuration, read, here) {
    const text = (0,values/* textOf */.b6)(read, 'flake');
    const source = (0,flake_reference/* parseFlake */.J)(text === '' ? '.' : text, { feature: here, here });
    const isFlake = source.kind === 'folder' || source.kind === 'reference';
    if (!isFlake || source.attribute !== 'default')
        throw new errors/* InputError */.dz('flake', `flake: "${text}" names an attribute, but "configuration" says what is built.`, { hint: 'Leave out what stands behind #.' });
    return { ...source, attribute: `nixosConfigurations.${configuration}.config.system.build.tarballBuilder` };
}
function readExtraFiles(read, here) {
    const text = (0,values/* textOf */.b6)(read, 'extra-files');
    if (text === '')
        return undefined;
    const folder = (0,external_node_path_.resolve)(here, text);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new errors/* InputError */.dz('extra-files', `extra-files: the folder ${folder} does not exist.`);
}
function readChown(read) {
    return (0,values/* linesOf */.Dx)(read, 'chown').map((line) => {
        const [, path = '', owner = ''] = /^(\/?[^\s/][^\s]*)\s+(\d{1,10}:\d{1,10})$/.exec(line) ?? [];
        if (path === '' || path.split('/').includes('..'))
            throw new errors/* InputError */.dz('chown', `chown: "${line}" is not a path of the machine and its owner.`, { hint: 'Write /home/nixos 1000:100.' });
        return { path: path.replace(/^\//, ''), owner };
    });
}
function readKeep(read, where) {
    const output = (0,values/* textOf */.b6)(read, 'output');
    const release = (0,values/* choiceOf */.FH)(read, 'release', ['tag', 'off']);
    return {
        output: (0,external_node_path_.resolve)(where.folder, output === '' ? 'wsl' : output),
        sbom: (0,values/* choiceOf */.FH)(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none']),
        ...(0,read_provenance/* readProvenanceRequest */.Z)(read, where.env),
        origin: (0,read_origin/* readOrigin */.P2)(where.env).origin,
        uploadArtifact: read('upload-artifact').trim() !== 'false',
        retentionDays: (0,values/* countOf */.pq)(read, 'retention-days'),
        releaseTag: release === 'tag' ? (0,read_origin/* readReleaseTag */.uX)(where.env).releaseTag : undefined,
    };
}
function readArch(read, where) {
    const [arch, ...others] = (0,read_arches/* readArches */.J)(read, where.arch);
    if (arch !== undefined && others.length === 0)
        return arch;
    throw new errors/* InputError */.dz('arches', 'arches: a tarball is for one platform.', { hint: 'Name one: amd64 or arm64.' });
}
function readSkipped(read) {
    const names = wsl_facts/* WSL_CHECKS */.Hm.map(({ name }) => name).filter((name) => !wsl_facts/* NEVER_SKIPPED */.Or.includes(name));
    return (0,values/* wordsOf */.Z9)(read, 'skip-checks', ',').map((word) => {
        const found = names.find((name) => name === word);
        if (found !== undefined)
            return found;
        const why = wsl_facts/* NEVER_SKIPPED */.Or.some((name) => name === word) ? "can't be left out: without it nothing else is known" : `is not a check.${(0,suggest/* didYouMean */.a)(word, names)}`;
        throw new errors/* InputError */.dz('skip-checks', `skip-checks: "${word}" ${why}`, { hint: 'docs/team/wsl.md lists the checks.' });
    });
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(95832);
;// CONCATENATED MODULE: ./lib/actions/wsl.js








/**
 * The wsl action: inputs, the use-case, outputs, an annotation for each finding, and the summary.
 * @returns the exit code
 */
async function runWslAction(process, host, make) {
    return (0,run_action/* runAction */.C)(host, WSL_INPUTS, async (read) => {
        const request = readWslRequest(read, (0,surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
        const report = await make(request, host);
        host.info(`${wslHeadline(report)}.`);
        for (const [name, value] of Object.entries(wslOutputsOf(report)))
            host.output(name, value);
        for (const { title, outcome, findings } of report.rows) {
            for (const finding of findings) {
                const text = `${title}: ${wslFindingText(finding)}.`;
                if (finding.severity === 'fault' && outcome === 'failed')
                    host.fault(text);
                else
                    host.warning(outcome === 'skipped' ? `Does not count, by skip-checks: ${text}` : text);
            }
        }
        if (request.summary)
            await host.summary(renderWslSummary(report));
        refuseTarball(report);
    });
}


/***/ }),

/***/ 81434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Hm: () => (/* binding */ WSL_CHECKS),
/* harmony export */   K0: () => (/* binding */ countOfFaults),
/* harmony export */   Or: () => (/* binding */ NEVER_SKIPPED)
/* harmony export */ });
/** All that is looked at in a WSL tarball, in the order in which it is shown. The one table of checks: docs/team/wsl.md, `skip-checks` and every report come from it. */
const WSL_CHECKS = [
    { name: 'archive', title: 'Archive', proves: 'It is one whole tar, compressed with gzip or xz, with nothing behind its end.' },
    { name: 'size', title: 'Size', proves: 'It is not larger than "max-size".' },
    { name: 'members', title: 'Members', proves: 'Each name occurs once and stays inside of the root. There are no hard links (an import breaks on them), devices, sockets or pipes.' },
    { name: 'modes', title: 'Modes', proves: 'Nobody but its owner can change a file. No file is set-uid or set-gid; NixOS makes its wrappers at boot. What the system is made of belongs to root.' },
    { name: 'distribution-conf', title: 'wsl-distribution.conf', proves: '/etc/wsl-distribution.conf is there, belongs to root, and has only keys that WSL knows, with values that it takes. The files that it names are there.' },
    { name: 'wsl-conf', title: 'wsl.conf', proves: '/etc/wsl.conf is there, belongs to root, and has only keys that WSL knows, with values that it takes.' },
    { name: 'accounts', title: 'Accounts', proves: '/etc/passwd is well formed, root is the one user with uid 0, and no uid or name occurs twice.' },
    { name: 'passwords', title: 'Passwords', proves: '/etc/shadow can be read by root alone, covers every user, and has neither empty passwords nor hashes, which every machine would share.' },
    { name: 'default-user', title: 'Default user', proves: 'The user that WSL logs in is in /etc/passwd, is not root, and has a home and a shell that is there.' },
    { name: 'programs', title: 'Programs', proves: '/bin/sh and /sbin/init are there. Followed through links and script interpreters inside of the tarball, they end at ELF programs of the right architecture.' },
    { name: 'secrets', title: 'Secrets', proves: 'The search for leaks finds no token, key or known value in any file or name (docs/verify/leaks.md).' },
    { name: 'identifiers', title: 'Identifiers', proves: 'None of the names in "identifiers" occurs anywhere.' },
    { name: 'ssh-keys', title: 'SSH keys', proves: 'There are no private keys, neither of a user nor of the host, and no list of known hosts.' },
    { name: 'authorized-keys', title: 'Authorized keys', proves: 'No key may log in from outside.' },
    { name: 'git-author', title: 'Git author', proves: 'No git configuration names an author or a login.' },
    { name: 'history', title: 'History', proves: 'There is no history of a shell, an editor or another program.' },
    { name: 'config-path', title: 'Configuration', proves: '/etc/nixos, where "wsl.tarball.configPath" is copied to, has no git repository, no build result, and no file whose name says that it holds a secret.' },
    { name: 'environment', title: 'Environment', proves: 'No variable with the name of a secret has a value in the files that set an environment, nor in units of systemd.' },
    { name: 'machine', title: 'Machine identity', proves: 'There is no machine id, random seed or log that every machine would share.' },
];
/** Without a tar that can be read, nothing else is known. */
const NEVER_SKIPPED = ['archive'];
function isRefused({ rows }) {
    return rows.some(({ outcome }) => outcome === 'failed');
}
function countOfFaults({ rows }) {
    return rows.filter(({ outcome }) => outcome === 'failed').reduce((sum, { findings, more }) => sum + findings.filter(({ severity }) => severity === 'fault').length + more, 0);
}


/***/ })

};
