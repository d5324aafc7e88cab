export const id = 6510;
export const ids = [6510];
export const modules = {

/***/ 56510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWslAction: () => (/* binding */ runWslAction)
});

// UNUSED EXPORTS: refuseTarball

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/report/runs/wsl.js
var wsl = __webpack_require__(23927);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/actions/inputs/wsl.js
var inputs_wsl = __webpack_require__(7167);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/actions/values/flake-reference.js
var flake_reference = __webpack_require__(2579);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-rules.js + 1 modules
var read_rules = __webpack_require__(69429);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-release.js
var read_nix_release = __webpack_require__(47966);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-origin.js + 1 modules
var read_origin = __webpack_require__(47770);
// EXTERNAL MODULE: ./lib/actions/requests/read-provenance.js + 1 modules
var read_provenance = __webpack_require__(68386);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
;// CONCATENATED MODULE: ./lib/actions/requests/read-wsl-request.js
















/**
 * Reads and checks every input of the wsl action, before any work.
 * @throws InputError for the first input that can't be used; SetupError if nothing can be built
 */
function readWslRequest(read, where) {
    const checks = readChecks(read, where);
    const rest = { summary: (0,values/* booleanOf */.SF)(read, 'summary'), given: (0,read_request/* givenInputs */.PC)(read, inputs_wsl/* WSL_INPUTS */.$) };
    const [tarball, configuration] = [(0,values/* textOf */.b6)(read, 'tarball'), (0,values/* textOf */.b6)(read, 'configuration')];
    if (tarball !== '' && configuration !== '')
        (0,values/* refuseTogether */.ll)('tarball', ['configuration'], 'an existing tarball is not built.', 'Leave one of them out.');
    if (tarball !== '')
        return { ...checks, ...rest, task: { kind: 'check', tarball: (0,external_node_path_.resolve)(where.folder, tarball) } };
    (0,surroundings/* requireLinux */.gu)(where.platform);
    return { ...checks, ...rest, task: { kind: 'build', build: readBuild(configuration, read, where), keep: readKeep(read, where) } };
}
function readChecks(read, where) {
    // The search is one of the checks: what it finds fails, unless `skip-checks` says otherwise.
    const leaks = (0,read_rules/* readLeaks */.L)((name) => (name === 'leaks' ? 'fail' : read(name)), where);
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
        throw new errors/* InputError */.dz('flake', `flake: "${text}" names an attribute, but "configuration" says what is built.`, { hint: 'Leave out the # and what follows it.' });
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
    const names = wsl/* WSL_CHECKS */.Hm.map(({ name }) => name).filter((name) => !wsl/* NEVER_SKIPPED */.Or.includes(name));
    return (0,values/* wordsOf */.Z9)(read, 'skip-checks', ',').map((word) => {
        const found = names.find((name) => name === word);
        if (found !== undefined)
            return found;
        const why = wsl/* NEVER_SKIPPED */.Or.some((name) => name === word) ? "can't be left out: without it nothing else is known" : `is not a check.${(0,kit_text/* didYouMean */.au)(word, names)}`;
        throw new errors/* InputError */.dz('skip-checks', `skip-checks: "${word}" ${why}`, { hint: 'docs/team/wsl.md lists the checks.' });
    });
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/wsl.js






/**
 * Runs the wsl action: inputs, the use-case, outputs, an annotation for each finding, and the summary.
 * @returns the exit code
 */
async function runWslAction(process, host, make) {
    return (0,run_action/* runAction */.C)(host, inputs_wsl/* WSL_INPUTS */.$, async (read) => {
        const request = readWslRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await make(request, host);
        host.info(`${(0,wsl/* wslHeadline */.TR)(report)}.`);
        (0,run_action/* setOutputs */.n)(host, (0,wsl/* wslOutputsOf */.qo)(report));
        for (const { title, outcome, findings } of report.rows) {
            for (const finding of findings) {
                const text = `${title}: ${(0,wsl/* wslFindingText */.VM)(finding)}.`;
                if (finding.severity === 'fault' && outcome === 'failed')
                    host.fault(text);
                else
                    host.warning(outcome === 'skipped' ? `Does not count, by skip-checks: ${text}` : text);
            }
        }
        if (request.summary)
            await host.summary((0,wsl/* renderWslSummary */.T)(report));
        refuseTarball(report);
    });
}
/**
 * Fails the run if a check failed. Called after the result is shown.
 * @throws Failure if a check failed
 */
function refuseTarball(report) {
    if (!(0,wsl/* isRefused */.H0)(report))
        return;
    throw new errors/* Failure */.HR(`${(0,wsl/* wslHeadline */.TR)(report)}.`, { hint: 'docs/team/wsl.md says what each check proves. "skip-checks" names checks whose findings do not count.' });
}


/***/ }),

/***/ 23927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Hm: () => (/* binding */ WSL_CHECKS),
/* harmony export */   Or: () => (/* binding */ NEVER_SKIPPED),
/* harmony export */   T: () => (/* binding */ renderWslSummary),
/* harmony export */   TR: () => (/* binding */ wslHeadline),
/* harmony export */   VM: () => (/* binding */ wslFindingText),
/* harmony export */   qo: () => (/* binding */ wslOutputsOf)
/* harmony export */ });
/* unused harmony exports WSL_OUTPUTS, wslResultOf, renderTerminalWsl */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _build_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53721);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65235);
/* harmony import */ var _text_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8832);





/** All checks of a WSL tarball, in the order in which they are shown. The one table of checks: docs/team/wsl.md, `skip-checks` and every report come from it. */
const WSL_CHECKS = [
    { name: 'archive', title: 'Archive', proves: 'It is one whole tar, compressed with gzip or xz, with nothing behind its end.' },
    { name: 'size', title: 'Size', proves: 'It is not larger than "max-size".' },
    { name: 'members', title: 'Members', proves: 'Each name occurs once and stays inside of the root. There are no hard links (an import breaks on them), devices, sockets or pipes.' },
    { name: 'modes', title: 'Modes', proves: 'Nobody but its owner can change a file. No file is set-uid or set-gid; NixOS makes its wrappers at boot. System files belong to root.' },
    { name: 'distribution-conf', title: 'wsl-distribution.conf', proves: '/etc/wsl-distribution.conf exists, belongs to root, and has only keys that WSL knows, with values that it takes. The files that it names exist.' },
    { name: 'wsl-conf', title: 'wsl.conf', proves: '/etc/wsl.conf exists, belongs to root, and has only keys that WSL knows, with values that it takes.' },
    { name: 'accounts', title: 'Accounts', proves: '/etc/passwd is well formed, root is the one user with uid 0, and no uid or name occurs twice.' },
    { name: 'passwords', title: 'Passwords', proves: '/etc/shadow can be read by root alone, covers every user, and has neither empty passwords nor hashes, which every machine would share.' },
    { name: 'default-user', title: 'Default user', proves: 'The user that WSL logs in is in /etc/passwd, is not root, and has a home and a shell that exist.' },
    { name: 'programs', title: 'Programs', proves: '/bin/sh and /sbin/init exist. Followed through links and script interpreters inside of the tarball, they end at ELF programs of the right architecture.' },
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
/** Returns the whole result in one line of plain text. */
function wslHeadline(report) {
    const { name, tarball, rows } = report;
    const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length;
    const without = skipped === 0 ? '' : `, although ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(skipped, 'check')} found something (skip-checks)`;
    if (!isRefused(report))
        return `${name} (${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(tarball.size)}) passed ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(rows.length, 'check')}${without}`;
    const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
    return `${name} (${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(tarball.size)}) must not be used: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(countOfFaults(report), 'fault')} in ${failed} of ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(rows.length, 'check')}`;
}
/** Returns one line of plain text without its full stop. */
function wslFindingText({ file, says }) {
    return file === '' ? `The tarball ${says}` : `${file} ${says}`;
}
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
/** Returns what the wsl action sets. Text from outside is in `json` alone. */
function wslOutputsOf(report) {
    const { tarball, rows, configuration, artifact = '' } = report;
    const refused = isRefused(report);
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
/** Returns what `nix-feature wsl --json` prints: `null` if there is nothing. */
function wslResultOf(report) {
    const { name, configuration = null, arch, tarball, rows, files, artifact = null, release = null } = report;
    return { schemaVersion: 1, name, configuration, arch, outcome: isRefused(report) ? 'failed' : 'passed', tarball, checks: rows, files, artifact, release };
}
/** GitHub shows no colours in a summary but those of characters. */
const MARKS = { passed: '✓ passed', warned: '! warning', failed: '🔴 **failed**', skipped: '🔴 **skipped**', unchecked: '? not checked' };
/** Renders the job summary of a WSL tarball, in GitHub's Markdown. Its first line says it all. */
function renderWslSummary(report) {
    const { tarball, rows, files, artifact, release } = report;
    const skipped = rows.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joinSections */ .lS)([
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(wslHeadline(report)))}`,
        skipped.length === 0 ? '' : `🔴 **Findings do not count, because ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)('skip-checks')} names them: ${skipped.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY).join(', ')}.**`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Check', 'Result', 'Found'], rows.map((row) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(row.title), MARKS[row.outcome], cell(row)])),
        `${tarball.digest === '' ? '' : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(tarball.digest)}, `}${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(tarball.size)} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(tarball.compression)}), ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(tarball.unpacked)} unpacked, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(tarball.members)} members. It took ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(report.duration)}.`,
        files.length === 0 ? '' : `Beside it: ${files.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY).join(', ')}.`,
        artifact === undefined ? '' : `Artifact: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(artifact)}.`,
        release === undefined ? '' : `Release: ${release.url.startsWith('https://') ? `[${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(release.tag)}](${release.url})` : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(release.tag)}, with ${release.assets.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY).join(', ')}.`,
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .givenSection */ .X3)(report.given),
    ]);
}
function cell({ findings, more }) {
    return [...findings.map(findingText), ...(more === 0 ? [] : [`and ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(more)} more`])].join('<br>');
}
function findingText({ file, says }) {
    const sentence = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(says));
    return file === '' ? `The tarball ${sentence}` : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(file))} ${sentence}`;
}
const WORDS = { passed: 'passed', warned: 'warning', failed: 'FAILED', skipped: 'SKIPPED', unchecked: 'not checked' };
/** Renders the checks of a tarball as a person reads them in a terminal. */
function renderTerminalWsl(report, palette) {
    const width = Math.max(...report.rows.map(({ title }) => title.length));
    const { tarball } = report;
    const facts = `${tarball.digest === '' ? 'Its digest is not known.' : tarball.digest}\n${formatBytes(tarball.size)}, ${formatBytes(tarball.unpacked)} unpacked, ${formatCount(tarball.members)} members. Took ${formatDuration(report.duration)}.`;
    const left = report.files.length === 0 ? '' : `\n${onOneLine(tarball.file)}\nBeside it: ${report.files.map(onOneLine).join(', ')}.`;
    return `${palette.bold(onOneLine(wslHeadline(report)))}\n\n${report.rows.flatMap((row) => linesOf(row, width, palette)).join('\n')}\n\n${facts}${left}\n`;
}
function linesOf({ title, outcome, findings, more }, width, palette) {
    const indent = ' '.repeat(width + 4);
    return [
        `  ${title.padEnd(width)}  ${painted(outcome, palette)}`,
        ...findings.map((finding) => `${indent}${onOneLine(wslFindingText(finding))}`),
        ...(more === 0 ? [] : [`${indent}and ${formatCount(more)} more`]),
    ];
}
/** What was skipped is as red as what failed: somebody decided that it does not count. */
function painted(outcome, palette) {
    const word = WORDS[outcome];
    if (outcome === 'passed')
        return palette.dim(word);
    return outcome === 'failed' || outcome === 'skipped' ? palette.red(word) : palette.yellow(word);
}


/***/ })

};
