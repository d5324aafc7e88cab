export const id = 4990;
export const ids = [4990];
export const modules = {

/***/ 16535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ differenceOf)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);

/**
 * Finds out whether a build would give another delta than this document describes. A store path's name says what it was made from (Nix
 * manual, "Store path"), so the same outputs have the same closure; what of it is shipped depends on the bases.
 */
function differenceOf(document, present) {
    const output = outputDifference(document, present);
    if (output !== undefined)
        return { kind: 'some', what: output };
    if (areSame(document.bases, present.bases))
        return { kind: 'none' };
    const stores = present.bases.flatMap(({ narSizes }) => narSizes ?? []);
    if (stores.length < present.bases.length)
        return { kind: 'bases' };
    const moved = movedPath(document, stores);
    return moved === undefined ? { kind: 'none' } : { kind: 'some', what: moved };
}
function outputDifference({ system, outputs, storePath }, present) {
    const names = [...new Set([...Object.keys(outputs), ...Object.keys(present.outputs)])].sort();
    for (const name of names) {
        const [before, now] = [outputs[name], present.outputs[name]];
        if (before !== now)
            return `the output "${name}" for ${system} was ${before ?? 'missing'} and is now ${now ?? 'missing'}`;
    }
    return storePath === present.storePath ? undefined : `PATH pointed into ${storePath} for ${system}, and would now point into ${present.storePath}`;
}
/** The same images, in whatever order, by their digests. */
function areSame(before, now) {
    const digests = (bases) => bases.map(({ digest }) => digest ?? 'none').toSorted().join();
    return digests(before) === digests(now) && before.every(({ digest }) => digest !== undefined);
}
/** The first path that is in another place: shipped if a base would have it now, or relied upon and gone. */
function movedPath({ closure, system }, stores) {
    for (const { path, in: place, narSize } of closure) {
        const isInBases = stores.length > 0 && stores.every((store) => store.get(path) === narSize);
        if (isInBases === (place === 'base'))
            continue;
        return isInBases
            ? `${(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} for ${system} was shipped and is now in the base`
            : `${(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} for ${system} was in the base and no longer is`;
    }
    return undefined;
}


/***/ }),

/***/ 75280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v6: () => (/* binding */ checkFeature),
  n3: () => (/* binding */ flakePlace),
  XF: () => (/* binding */ isOnlyScripts)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/feature/files/shipped-files.js
var shipped_files = __webpack_require__(18347);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
// EXTERNAL MODULE: ./lib/feature/environment/complete-metadata.js
var complete_metadata = __webpack_require__(75675);
// EXTERNAL MODULE: ./lib/feature/environment/option-environment.js
var option_environment = __webpack_require__(32511);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/feature/environment/env-words.js
var env_words = __webpack_require__(92871);
;// CONCATENATED MODULE: ./lib/feature/contract/container-env.js




/** Variables that the tools replace in devcontainer.json, and in a Feature's mounts and commands; an engine knows none of them. */
const ONLY_THERE = /^(?:(?:localEnv|containerEnv):.*|devcontainerId|(?:local|container)WorkspaceFolder(?:Basename)?)$/;
/**
 * Checks what becomes ENV of the image before install.sh runs. @param id undefined if it is none
 */
function checkContainerEnv(metadata, id) {
    const { containerEnv } = metadata.value;
    if (!(0,field/* isObject */.Gv)(containerEnv))
        return [];
    const variables = Object.entries(containerEnv).filter((entry) => typeof entry[1] === 'string');
    return variables.flatMap(([name, value]) => [
        ...checkName(metadata, name),
        ...checkValue(metadata, name, value, containerEnv),
        ...(name === 'PATH' ? checkPath(metadata, value, id) : []),
    ]);
}
function finding(metadata, name, message, hint) {
    return { severity: 'error', message: `${metadata_metadata/* METADATA_FILE */.VR}: ${message}`, hint, location: metadata.locationOf('containerEnv', name) };
}
/** The tools write `ENV name="value"`, and quote no name. */
function checkName(metadata, name) {
    if (/^[^\s="'\\$\p{Cc}]+$/u.test(name))
        return [];
    return [finding(metadata, name, `containerEnv has a variable called ${JSON.stringify(name)}, which an image can't have.`, 'Use letters, digits and underscores.')];
}
function checkValue(metadata, name, value, declared) {
    const foreign = (0,env_words/* namesIn */.w)(value).find((each) => ONLY_THERE.test(each) && !Object.hasOwn(declared, each));
    if (foreign !== undefined) {
        const own = /^containerEnv:(\w+)$/.exec(foreign)?.[1];
        return [
            finding(metadata, name, `containerEnv.${name} uses \${${foreign}}, which only devcontainer.json has.`, own === undefined
                ? 'It becomes ENV of the image: it can use variables that the image sets, such as ${PATH}, and variables before it in containerEnv.'
                : `It becomes ENV of the image: write \${${own}}.`),
        ];
    }
    const word = (0,env_words/* expandEnv */.q)(value, () => 'set');
    if (word.kind === 'value')
        return [];
    return [finding(metadata, name, `containerEnv.${name} ${word.why}, so no image can be built with it.`, 'It becomes ENV of the image: one line, in which ${NAME}, ${NAME:-default} and ${NAME:+other} stand for variables.')];
}
function checkPath(metadata, path, id) {
    const parts = path.split(':');
    const link = id === undefined ? undefined : (0,complete_metadata/* linkOf */.I)(id);
    const keeps = (0,env_words/* namesIn */.w)(path).some((name) => /^PATH(?:$|[:+-])/.test(name));
    const isLinked = link === undefined || parts.some((part) => part === link || part.startsWith(`${link}/`));
    const others = parts.filter((part) => part !== '' && !/^\$(?:PATH$|\{PATH\b)/.test(part));
    const right = [...(isLinked || link === undefined ? [] : [`${link}/bin`]), ...others, '${PATH}'].join(':');
    const findings = [];
    if (!keeps) {
        findings.push(finding(metadata, 'PATH', `containerEnv.PATH is "${path}", which drops the image's own PATH.`, `Keep it: "PATH": ${JSON.stringify(right)}.`));
    }
    if (!isLinked) {
        const message = `containerEnv.PATH does not have ${link}/bin, so installed programs are not found.`;
        findings.push({ ...finding(metadata, 'PATH', message, `Put it first: "PATH": ${JSON.stringify(right)}.`), severity: 'warning' });
    }
    return findings;
}

// EXTERNAL MODULE: ./lib/feature/contract/finding.js
var contract_finding = __webpack_require__(51796);
;// CONCATENATED MODULE: ./lib/feature/contract/script-checks.js
/** How an install.sh reaches the runtime. */
const RUNTIME_CALL = 'nix-feature/install.sh';
/** Checks a script: a first line that names its shell, Unix line ends, an end at the first failure. */
function checkScript(file, name, { text, executable }) {
    const findings = [];
    const end = text.indexOf('\r\n');
    if (end >= 0 || text.endsWith('\r')) {
        findings.push({
            severity: 'error',
            message: `${name} has Windows line endings, so no shell will run it.`,
            hint: 'Save it with Unix line endings; "*.sh text eol=lf" in .gitattributes keeps them.',
            location: { file, line: text.slice(0, Math.max(end, 0)).split('\n').length },
        });
    }
    else if (!/^#!\s*\/\S+/.test(firstLine(text))) {
        findings.push({
            severity: 'warning',
            message: `${name} has no "#!" line, so whatever /bin/sh is runs it.`,
            hint: 'Begin it with "#!/bin/sh", or with another shell that every base image has.',
            location: { file, line: 1 },
        });
    }
    if (!executable) {
        findings.push({
            severity: 'warning',
            message: `${name} is not executable. It will be in the published Feature.`,
            hint: `Run "git update-index --chmod=+x ${name}", or "chmod +x ${name}".`,
            location: { file },
        });
    }
    if (!stopsAtFailure(text)) {
        findings.push({
            severity: 'warning',
            message: `${name} has no "set -e", so it continues after a failed command.`,
            hint: 'Put "set -eu" before its first command.',
            location: { file, line: 1 },
        });
    }
    return findings;
}
/** Checks the author's own install.sh for what it says of machines. */
function checkMachines(file, { text }) {
    const code = withoutComments(text);
    const line = code.split('\n').findIndex((each) => /\buname\s+-m\b/.test(each) && /\b(?:exit|x86_64)\b/.test(each));
    if (line < 0 || /aarch64|arm64/.test(code))
        return [];
    return [
        {
            severity: 'warning',
            message: 'install.sh checks "uname -m" but does not know aarch64: a Feature is for amd64 and arm64.',
            location: { file, line: line + 1 },
        },
    ];
}
const SOURCE = '. "$(dirname "$0")/nix-feature/install.sh"';
const CALL = 'nix_feature_install || exit 1';
/**
 * Checks that the author's own install.sh calls the installer, itself or through a script beside it.
 * @param scripts all files that are shipped, by name
 */
function checkRuntimeCall(file, scripts) {
    const code = [...scripts].filter(([name]) => !/\.(?:md|nix|json|lock)$/.test(name) && name !== 'test.sh').map(([, text]) => withoutComments(text));
    const mentions = code.flatMap((text) => text.split('\n').filter((line) => line.includes(RUNTIME_CALL)));
    // Run as a program, the runtime installs by itself.
    if (code.some((text) => /\bnix_feature_install\b/.test(text)) || mentions.some((line) => !/(?:^|[;&|{(\s])(?:\.|source)\s/.test(line)))
        return [];
    const sources = mentions.length > 0;
    return [
        {
            severity: 'error',
            message: `install.sh ${sources ? 'reads the installer but never calls it' : 'never calls the installer'}, so nothing is installed.`,
            hint: `Add ${sources ? `the line '${CALL}'` : `the two lines '${SOURCE}' and '${CALL}'`}; or remove install.sh, and a default one is used. Code for other systems belongs in install-dev.sh.`,
            location: { file, line: 1 },
        },
    ];
}
/** `set -e`, `set -Eeuo pipefail`, `set -o errexit`, or `-e` in the first line. */
function stopsAtFailure(text) {
    if (/^#!.*\s-[A-Za-z]*e/.test(firstLine(text)))
        return true;
    return [...withoutComments(text).matchAll(/(?:^|[;&|({\s])set((?:\s+[-+]?[A-Za-z]+)+)/g)].some(([, words = '']) => hasErrexit(words.trim().split(/\s+/)));
}
/** Of the words behind `set`. */
function hasErrexit(words) {
    return words.some((word, index) => /^-[A-Za-z]*e/.test(word) || (word === 'errexit' && /^-[A-Za-z]*o$/.test(words[index - 1] ?? '')));
}
function firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}
/** Lines stay where they are. */
function withoutComments(text) {
    return text.replaceAll(/^[^\S\r\n]*#.*$/gm, '');
}

;// CONCATENATED MODULE: ./lib/feature/contract/mode-check.js




/** What the runtime takes for the option `mode`; an empty one is auto. */
const MODES = new Set(['auto', 'secure', 'dev', 'build', '']);
/** Finds values of the option `mode` that the runtime does not know, and that install.sh does not map before it calls the runtime. */
function checkModes({ metadata, files }) {
    const install = files.get('install.sh')?.text ?? '';
    const before = install.slice(0, Math.max(0, install.indexOf(RUNTIME_CALL)));
    const { options } = metadata.value;
    const names = (0,field/* isObject */.Gv)(options) ? Object.keys(options).filter((name) => (0,option_environment/* optionVariable */.eO)(name) === 'MODE') : [];
    return names.flatMap((name) => valuesOf((0,field/* isObject */.Gv)(options) ? options[name] : undefined)
        .filter((mode) => !MODES.has(mode) && !(/\bMODE=/.test(before) && before.includes(mode)))
        .map((mode) => ({
        severity: 'error',
        message: `${metadata_metadata/* METADATA_FILE */.VR}: the option "${name}" can be "${mode}". The installer reads it, and knows only auto, secure, dev and build.`,
        hint: `Use these, give the option another name, or map the value in install.sh before the installer is called: case $MODE in '${mode}') MODE=secure ;; esac`,
        location: metadata.locationOf('options', name),
    })));
}
function valuesOf(option) {
    if (!(0,field/* isObject */.Gv)(option))
        return [];
    const listed = option['enum'] ?? option['proposals'] ?? [];
    const values = [option['default'], ...(Array.isArray(listed) ? listed : [])];
    return [...new Set(values.filter((value) => typeof value === 'string'))];
}

// EXTERNAL MODULE: ./lib/feature/contract/schema.js + 3 modules
var schema = __webpack_require__(7342);
;// CONCATENATED MODULE: ./lib/feature/contract/contract.js













/** Checks a folder against docs/make/contract.md, point by point. */
function checkContract(feature, options) {
    return [...checkMetadata(feature), ...checkModes(feature), ...checkFlake(feature, options), ...checkTexts(feature)];
}
function checkMetadata({ folder, metadata }) {
    const { id } = metadata.value;
    return [
        ...(0,contract_finding/* findingsOf */.WX)(() => (0,metadata_metadata/* checkId */.ij)(metadata, (0,metadata_metadata/* requiredText */.$4)(metadata, 'id'))),
        ...(0,contract_finding/* findingsOf */.WX)(() => (0,metadata_metadata/* checkNoArchTag */.A$)(metadata, (0,metadata_metadata/* checkVersion */.ps)(metadata, (0,metadata_metadata/* requiredText */.$4)(metadata, 'version')))),
        ...(0,metadata_metadata/* metadataWarnings */.lk)(metadata, typeof id === 'string' ? id : undefined, folder).map((warning) => ({ severity: 'warning', ...warning })),
        ...(0,schema/* checkSchema */._)(metadata),
        ...(typeof metadata.value['name'] === 'string' ? [] : [nameless(metadata)]),
        ...checkContainerEnv(metadata, idOf(metadata)),
        ...checkDeclared(metadata, idOf(metadata)),
    ];
}
/** Undefined if no Feature can be called so. */
function idOf({ value: { id } }) {
    return typeof id === 'string' && (0,identity/* isFeatureId */.GK)(id) ? id : undefined;
}
function nameless(metadata) {
    return {
        severity: 'warning',
        message: `${metadata_metadata/* METADATA_FILE */.VR} has no "name".`,
        hint: 'Tools show it in lists of Features: "name": "My tools".',
        location: metadata.locationOf('name'),
    };
}
/** What the contract demands and the build completes. */
function checkDeclared(metadata, id) {
    const { options, containerEnv } = metadata.value;
    const findings = [];
    if (!(0,field/* isObject */.Gv)(options) || !Object.keys(options).some((name) => (0,option_environment/* optionVariable */.eO)(name) === 'MODE')) {
        findings.push({
            severity: 'warning',
            message: `${metadata_metadata/* METADATA_FILE */.VR}: ${options === undefined ? 'there are no "options"' : '"options" has no "mode"'}. The published Feature gets the option "mode" (auto, secure, dev, build).`,
            hint: 'Declare it, so that the file shows everything: "options": { "mode": { "type": "string", "enum": ["auto", "secure", "dev", "build"], "default": "auto" } }',
            location: metadata.locationOf('options'),
        });
    }
    if (id !== undefined && (!(0,field/* isObject */.Gv)(containerEnv) || !('PATH' in containerEnv))) {
        const path = `${(0,complete_metadata/* linkOf */.I)(id)}/bin:\${PATH}`;
        findings.push({
            severity: 'warning',
            message: `${metadata_metadata/* METADATA_FILE */.VR}: ${containerEnv === undefined ? 'there is no "containerEnv"' : '"containerEnv" has no "PATH"'}. The published Feature gets PATH=${path}.`,
            hint: `Declare it, so that the file shows everything: "containerEnv": { "PATH": "${path}" }`,
            location: metadata.locationOf('containerEnv'),
        });
    }
    return findings;
}
const SYSTEMS = ['x86_64-linux', 'aarch64-linux'];
function checkFlake({ folder, files }, { flake }) {
    if (flake === 'elsewhere')
        return [];
    const file = (0,external_node_path_.join)(folder, 'flake.nix');
    const found = files.get('flake.nix');
    if (found === undefined) {
        return [
            {
                severity: 'error',
                message: `There is no flake.nix in ${folder}${files.has('.envrc') ? ', and its .envrc names no flake: no line of it, or more than one, is "use flake [reference]" alone' : ''}.`,
                hint: 'Write one, name another flake with "flake", or name packages of nixpkgs with "packages".',
                location: { file: folder },
            },
        ];
    }
    // A flake may get its systems from a helper, and then names none.
    const named = SYSTEMS.filter((system) => found.text.includes(system));
    const missing = SYSTEMS.find((system) => !named.includes(system));
    if (named.length !== 1 || missing === undefined)
        return [];
    return [
        {
            severity: 'warning',
            message: `flake.nix has ${named.join('')} but not ${missing}: a Feature is for amd64 and arm64.`,
            hint: `Add packages.${missing}.default as well.`,
            location: { file, line: lineOf(found.text, named[0] ?? '') },
        },
    ];
}
/** Checks that a flake with inputs has a lock file. Apart from the rest: a build looks at the flake that it builds, wherever that is. */
function checkLock({ folder, files }) {
    const flake = files.get('flake.nix');
    const lock = files.get('flake.lock');
    if (lock !== undefined && !isJson(lock.text)) {
        return [{ severity: 'error', message: 'flake.lock is not JSON.', hint: 'Create it again with "nix flake lock", and commit it.', location: { file: join(folder, 'flake.lock') } }];
    }
    if (flake === undefined || lock !== undefined || !hasFloatingInputs(flake.text))
        return [];
    return [
        {
            severity: 'warning',
            message: 'This flake has inputs but no flake.lock, so each build may use different versions of them.',
            hint: 'Run "nix flake lock" and commit the file.',
            location: { file: join(folder, 'flake.nix') },
        },
    ];
}
/** A file that is too long to be looked at has no text here. */
function isJson(text) {
    if (text === '')
        return true;
    try {
        parseJson(text, { bytes: text.length * 3 });
        return true;
    }
    catch (error) {
        if (error instanceof JsonError)
            return false;
        throw error;
    }
}
function checkTexts({ folder, files }) {
    const findings = [];
    for (const name of ['install.sh', 'install-dev.sh', 'test.sh']) {
        const script = files.get(name);
        if (script !== undefined)
            findings.push(...checkScript((0,external_node_path_.join)(folder, name), name, script));
    }
    const install = files.get('install.sh');
    if (install !== undefined)
        findings.push(...checkMachines((0,external_node_path_.join)(folder, 'install.sh'), install));
    if (!files.has('test.sh')) {
        findings.push({
            severity: 'warning',
            message: 'There is no test.sh, so only the built-in checks are run.',
            hint: 'Write one that runs each tool once. It runs in the base image, as the remote user, with the Feature installed.',
            location: { file: folder },
        });
    }
    if (!files.has('README.md')) {
        findings.push({
            severity: 'warning',
            message: 'There is no README.md.',
            hint: 'Describe in it what the Feature brings and which options it has.',
            location: { file: folder },
        });
    }
    return findings;
}
function lineOf(text, part) {
    return text.slice(0, text.indexOf(part)).split('\n').length;
}

;// CONCATENATED MODULE: ./lib/feature/contract/feature-folder.js




/** The names of the files that the checks look at. */
const CONTRACT_FILES = ['install.sh', 'install-dev.sh', 'test.sh', 'flake.nix', 'flake.lock', 'README.md', '.envrc'];
/** No script or flake of an author's is longer. */
const MAX_BYTES = 1024 * 1024;
/** @throws InputError if the metadata can't be read, or something else has the name of one of the files */
async function readContractFolder(folder) {
    const metadata = await (0,metadata_metadata/* readMetadataFile */.WJ)((0,external_node_path_.join)(folder, metadata_metadata/* METADATA_FILE */.VR));
    const files = new Map();
    for (const name of CONTRACT_FILES) {
        const file = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.stat)(file).catch(() => undefined);
        if (found === undefined)
            continue;
        if (!found.isFile())
            throw new errors/* InputError */.dz('feature', `${file} is not a file.`, { hint: 'Rename it: in a Feature, only a file may have this name.', location: { file } });
        const text = found.size > MAX_BYTES ? '' : await (0,promises_.readFile)(file, 'utf8');
        files.set(name, { text, executable: (found.mode & 0o100) !== 0 });
    }
    return { folder, metadata, files };
}

;// CONCATENATED MODULE: ./lib/feature/contract/check-feature.js








/**
 * Checks a Feature's folder against the contract.
 * @param folder absolute
 * @returns errors first; empty if all is well
 */
async function checkFeature(folder, options) {
    try {
        const feature = await readContractFolder(folder);
        return (0,contract_finding/* sortFindings */.Tc)([...checkContract(feature, options), ...(await checkShipped(folder, options))]);
    }
    catch (error) {
        return [(0,contract_finding/* findingOf */.hD)(error)];
    }
}
/** Tells whether the Feature's own flake is built. @param folder absolute */
function flakePlace(source, folder) {
    const flake = source.kind === 'shell' ? source.of : source;
    return flake.kind === 'folder' && flake.folder === folder ? 'here' : 'elsewhere';
}
/**
 * Tells whether a folder is a Feature of scripts only, as collections have them: it has an install.sh, no flake.nix, and does not mention the
 * installer.
 * @param folder absolute
 */
async function isOnlyScripts(folder) {
    const names = new Set(await (0,promises_.readdir)(folder));
    if (names.has('flake.nix') || !names.has('install.sh'))
        return false;
    try {
        return (await (0,shipped_files/* readShippedFiles */.n)(folder)).every(({ bytes }) => !/nix-feature\/install\.sh|nix_feature_install/.test(bytes.toString('latin1')));
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return false;
        throw error;
    }
}
/** New files that one message lists. */
const SHOWN = 5;
async function checkShipped(folder, options) {
    try {
        const files = await (0,shipped_files/* readShippedFiles */.n)(folder, options);
        return [...newFiles(folder, files), ...lfsPointers(folder, files), ...runtimeCall(folder, files)];
    }
    catch (error) {
        return [(0,contract_finding/* findingOf */.hD)(error)];
    }
}
function runtimeCall(folder, files) {
    if (!files.some(({ name }) => name === 'install.sh'))
        return [];
    return checkRuntimeCall((0,external_node_path_.join)(folder, 'install.sh'), new Map(files.map(({ name, bytes }) => [name, bytes.toString('latin1')])));
}
/** What may be there by mistake. */
function newFiles(folder, files) {
    const added = files.filter(({ isNew }) => isNew === true);
    if (added.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            message: `Git does not track ${namesOf(added)} in ${folder}, and the Feature ships ${added.length === 1 ? 'it' : 'them'}.`,
            hint: 'Commit what belongs to the Feature, and name the rest in .gitignore.',
        },
    ];
}
/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer begins with this line. */
const LFS_POINTER = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
/** A checkout without Git LFS has pointers in place of files. */
function lfsPointers(folder, files) {
    const pointers = files.filter(({ bytes }) => bytes.subarray(0, LFS_POINTER.length).equals(LFS_POINTER));
    const [first] = pointers;
    if (first === undefined)
        return [];
    return [
        {
            severity: 'warning',
            message: `${folder} has Git LFS pointers instead of files: ${namesOf(pointers)}.`,
            hint: 'Set lfs: true for actions/checkout, or run "git lfs pull".',
            location: { file: (0,external_node_path_.join)(folder, first.name) },
        },
    ];
}
function namesOf(files) {
    const names = files.slice(0, SHOWN).map(({ name }) => name).join(', ');
    return files.length > SHOWN ? `${names} and ${files.length - SHOWN} more` : names;
}


/***/ }),

/***/ 51796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ textOfFinding),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   rS: () => (/* binding */ withStrictness)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** Runs a check that throws, and hands out what it threw. @throws what is no InputError */
function findingsOf(check) {
    try {
        check();
        return [];
    }
    catch (error) {
        return [findingOf(error)];
    }
}
/** @throws what is no InputError */
function findingOf(error) {
    if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
        throw error;
    const { message, hint, location } = error;
    return { severity: 'error', message, ...(hint !== undefined && { hint }), ...(location !== undefined && { location }) };
}
/** Errors first, then by file and line. */
function sortFindings(findings) {
    const key = ({ severity, location }) => [severity, location?.file ?? '', String(location?.line ?? 0).padStart(8, '0')].join('\0');
    return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
/** Turns warnings into errors if `strict` is set. */
function withStrictness(findings, strict) {
    return strict ? findings.map((finding) => ({ ...finding, severity: 'error' })) : findings;
}
/** Returns message and hint as one text. */
function textOfFinding({ message, hint }) {
    return hint === undefined ? message : `${message}\n${hint}`;
}


/***/ }),

/***/ 18347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readShippedFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_meant_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68201);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73662);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22500);
/* harmony import */ var _feature_tar_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13050);







/** All files together; what belongs into layers is in the delta, and not here. */
const LIMIT = 32 * 1024 * 1024;
/** Links to folders can make many files out of few. */
const MOST_FILES = 10_000;
/** Secret names that one message lists. */
const SHOWN = 10;
/**
 * Reads what the author ships besides the delta: the files of the Feature's folder that git tracks or does not ignore;
 * if git says nothing, all but what tools leave there. A link ships what it leads to, if that would ship too.
 * @param folder absolute
 * @returns sorted by name
 * @throws InputError for a file that can't be in a Feature, or whose name says that it holds a secret
 */
async function readShippedFiles(folder, options = {}) {
    const { excluded = [], include = [], signal, lists } = options;
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const meant = await _git_meant_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MeantFiles */ .L.of(root, { include, signal, lists });
    const walk = { root, meant, excluded: new Set(excluded.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))), secrets: [] };
    const names = await listFiles(walk, { name: '', real: '', above: [] });
    if (walk.secrets.length > 0)
        throw secret(folder, walk.secrets, meant.knowsGit);
    const files = [];
    let size = 0;
    for (const name of names) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name);
        (0,_feature_tar_js__WEBPACK_IMPORTED_MODULE_6__/* .checkFileName */ .wi)(name, path);
        const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        size += bytes.length;
        if (size > LIMIT)
            throw tooLarge(folder, name);
        files.push({ name, executable: name.endsWith('.sh') || (mode & 0o100) !== 0, bytes, ...(meant.isNew(name) && { isNew: true }) });
    }
    return files;
}
async function listFiles(walk, place) {
    const names = [];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(walk.root, place.real), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .compareText */ .n6)(a.name, b.name))) {
        const inside = { name: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place.name, entry.name), real: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(place.real, entry.name), above: [...place.above, place.real] };
        names.push(...(entry.isDirectory() ? await listFolder(walk, inside) : await listFile(walk, entry, inside)));
        if (names.length > MOST_FILES)
            throw tooMany((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(walk.root, place.real));
    }
    return names;
}
async function listFolder(walk, place) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(walk.root, place.real);
    if (!walk.meant.mayHold(place.real) || walk.excluded.has(path) || (await isLayout(path)))
        return [];
    if (place.name === _bundle_js__WEBPACK_IMPORTED_MODULE_5__/* .BUNDLE_FOLDER */ .oA)
        throw reserved(path);
    if (place.name.includes('\uFFFD'))
        throw notUtf8(path);
    return listFiles(walk, place);
}
async function listFile(walk, entry, place) {
    const { name, real } = place;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(walk.root, real);
    if (walk.excluded.has(path))
        return [];
    if (entry.isSymbolicLink() && (await isBuildResult(path)))
        return [];
    const standing = walk.meant.standingOf(real);
    if (standing === 'ignored' || standing === 'left')
        return [];
    if (name === _bundle_js__WEBPACK_IMPORTED_MODULE_5__/* .BUNDLE_FOLDER */ .oA)
        throw reserved(path);
    if (name.includes('\uFFFD'))
        throw notUtf8(path);
    if (standing === 'secret') {
        walk.secrets.push(name);
        return [];
    }
    if (entry.isSymbolicLink())
        return listLinked(walk, place, path);
    if (entry.isFile())
        return [name];
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${path} is neither a file nor a folder, so it can't be in a Feature.`);
}
/** What a link leads to is judged as if it stood there itself: its own name says nothing about it. */
async function listLinked(walk, { name, above }, path) {
    const { real, kind } = await followed(walk.root, path, above);
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${path} is a link to ${real}, ${why}.`, { hint: 'Remove the link, or put the file itself there.' });
    };
    if (walk.excluded.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(walk.root, real)))
        refuse('which is left out');
    if (kind.isDirectory())
        return walk.meant.mayHold(real) ? listFiles(walk, { name, real, above }) : refuse('which is not shipped');
    const standing = walk.meant.standingOf(real);
    if (standing === 'secret')
        walk.secrets.push(real);
    else if (standing !== 'meant')
        refuse(standing === 'ignored' ? 'which git is told to ignore' : 'which is not shipped');
    else if (!kind.isFile())
        refuse('which is neither a file nor a folder');
    else
        return [name];
    return [];
}
/** What an earlier build wrote. */
async function isLayout(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'oci-layout')).catch(() => undefined)) !== undefined;
}
/** `nix build` leaves links called result, result-bin and so on. */
async function isBuildResult(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(path)).startsWith(`${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_4__/* .STORE_DIR */ .SF}/`);
}
async function followed(root, path, above) {
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${path} is a link ${why}.`, { cause, hint: 'Put the file itself there.' });
    };
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch((cause) => refuse('that leads nowhere', cause));
    const real = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, target).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    if (real === '..' || real.startsWith('../'))
        refuse("that leads out of the Feature's folder");
    // It would be in itself without end.
    if (above.some((folder) => folder === real || folder.startsWith(`${real}/`)))
        refuse('to a folder that it is in');
    return { real, kind: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target) };
}
function secret(folder, names, knowsGit) {
    const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `Files in ${folder} have names that suggest secrets: ${shown}. They ship only if git tracks them, or if "include" names them.`, {
        hint: `${knowsGit ? 'Name them in .gitignore' : "Keep them out of the Feature's folder"}; name public ones in "include".`,
        location: { file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, names[0] ?? '') },
    });
}
function reserved(path) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${path} has a name that is reserved for the installer.`, {
        hint: 'Rename it: a published Feature has the installer and its files under this name.',
    });
}
function notUtf8(path) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `${path} has a name that is not UTF-8, so it can't be in a Feature.`, { hint: 'Rename it.', location: { file: path } });
}
function tooMany(folder) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `There are more than ${MOST_FILES} files in ${folder}.`, {
        hint: 'Let git ignore files that should not be published, or let the flake build them.',
    });
}
function tooLarge(folder, name) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `The files in ${folder}, including ${name}, have more than 32 MiB in total.`, {
        hint: "All files in the Feature's folder are published. Let the flake build large ones, or move them elsewhere.",
    });
}


/***/ }),

/***/ 45668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ UNKNOWN_SHELL),
  _: () => (/* binding */ evaluate)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/nix/nar/nar-hash.js
var nar_hash = __webpack_require__(76281);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/nix/flake/build.js + 1 modules
var build = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/nix/flake/evaluate-expression.js
var evaluate_expression = __webpack_require__(67805);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/flake/evaluate-together.js




/** Linux takes 128 KiB in one argument (execve(2), MAX_ARG_STRLEN), and by default 2 MiB in all, environment included. */
const PART_BYTES = 100_000;
const PARTS = 10;
/**
 * Evaluates many flakes in one Nix process. If one of them breaks it, another process goes on behind that one.
 * Evaluation is as pure as that of `nix build`, which is why all references must be locked.
 * @returns answers by id; those that got none must be asked alone, to hear why
 * @throws SetupError, CancelledError
 */
async function evaluateTogether(site, questions) {
    const answers = new Map();
    // A flake is evaluated once for all that is asked of it in a row.
    let left = [...Map.groupBy(questions, ({ reference }) => reference).values()].flat();
    while (left.length > 0) {
        const { parts, taken } = partsOf(left);
        const broken = await ask(site, parts, answers);
        const next = broken ? left.findIndex(({ id }) => !answers.has(id)) + 1 : 0;
        left = left.slice(next > 0 ? next : taken);
    }
    return answers;
}
/** @returns whether the process broke, before the first question without an answer was dealt with */
async function ask(site, parts, answers) {
    const mark = `${(0,external_node_crypto_.randomUUID)()} `;
    const data = { mark, ...Object.fromEntries(parts.map((part, n) => [`part${n}`, part])) };
    const given = Object.entries(data).flatMap(([name, value]) => ['--argstr', name, value]);
    try {
        await site.capture(['nix', 'eval', '--json', ...given, '--expr', evaluate_expression/* ANSWERS */.I, 'answers'], {
            onStderr: (line) => {
                const at = line.indexOf(mark);
                if (at >= 0)
                    note((0,safe_text/* withoutSequences */.V$)(line.slice(at + mark.length)), answers);
            },
        });
        return false;
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return true;
        throw error;
    }
}
function note(json, answers) {
    const read = parsed(json);
    if (read === undefined)
        return;
    const { id, ...answer } = read;
    answers.set(id, answer);
}
/** @returns undefined for a line that was cut, as very long ones are: no answer */
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
/** As many of the questions as one process takes, as JSON by flake, cut into arguments of a size that the system takes. */
function partsOf(questions) {
    const parts = [];
    let taken = 0;
    while (taken < questions.length && parts.length < PARTS) {
        const from = taken;
        let bytes = 0;
        while (taken < questions.length && (taken === from || bytes < PART_BYTES)) {
            bytes += Buffer.byteLength(JSON.stringify(questions[taken]));
            taken++;
        }
        parts.push(partOf(questions.slice(from, taken)));
    }
    return { parts, taken };
}
function partOf(questions) {
    const flakes = Map.groupBy(questions, ({ reference }) => reference);
    const asked = ({ id, choice, paths }) => ({ id, choice: choice ?? null, paths });
    return JSON.stringify([...flakes].map(([reference, own]) => ({ reference, questions: own.map(asked) })));
}

// EXTERNAL MODULE: ./lib/nix/flake/flake-attributes.js
var flake_attributes = __webpack_require__(50332);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/split-choice.js
var split_choice = __webpack_require__(54437);
;// CONCATENATED MODULE: ./lib/nix/flake/evaluate.js










/** What a development shell's Feature holds depends on what building the shell tells. */
const UNKNOWN_SHELL = { kind: 'unknown', why: 'only building a development shell tells its store paths' };
/** The name of a store path (Nix manual, "Store path"). */
const STORE_NAME = /^[A-Za-z0-9+\-._?=]{1,211}$/;
/** Folders that are hashed at a time, and Nix processes for flakes that can't be evaluated together. */
const HASHES = 8;
const PROCESSES = 4;
/** A folder whose name needs no escaping in a reference; see PLAIN_PATH in flake.ts. */
const PLAIN_FOLDER = /^path:(\/[A-Za-z0-9/._~+-]*)$/;
/**
 * Finds out which store paths flakes would be built to. Nothing is built (but for what a flake itself imports from a build), and
 * nothing is written to the user's folders.
 *
 * Flakes in local folders are evaluated together in one Nix process; others, and those that fail there, alone.
 *
 * @returns one for each flake, in their order; a flake's own faults are values
 * @throws SetupError (the machine lacks something), CancelledError
 */
async function evaluate(site, flakes) {
    const answers = await evaluateTogether(site, await questionsOf(flakes));
    return (0,parallel/* inParallel */.HN)(PROCESSES, [...flakes.entries()], ([id, flake]) => {
        if (flake.shell !== undefined)
            return Promise.resolve(UNKNOWN_SHELL);
        const answer = answers.get(id);
        return faultsAsValues(async () => (answer === undefined ? evaluateAlone(site, flake) : evaluationOf(site, flake, answer)));
    });
}
async function questionsOf(flakes) {
    const folders = [...new Set(flakes.map(folderOf))].filter((folder) => folder !== undefined);
    const locked = new Map(await (0,parallel/* inParallel */.HN)(HASHES, folders, async (folder) => [folder, await lockedReference(folder)]));
    return [...flakes.entries()].flatMap(([id, flake]) => {
        const reference = locked.get(folderOf(flake) ?? '');
        const paths = (0,flake_attributes/* attributePaths */.f)(flake);
        // Another nixpkgs is given on the command line, which is one for all.
        return reference === undefined || paths === undefined || flake.nixpkgs !== undefined || flake.shell !== undefined ? [] : [{ id, reference, paths, choice: (0,split_choice/* splitChoice */.e)(flake.attribute).choice }];
    });
}
function folderOf({ reference }) {
    return PLAIN_FOLDER.exec(reference)?.[1];
}
/**
 * A reference that pure evaluation takes, as it says what is in the folder. The time is given because some flakes look
 * at it, and Nix doesn't if it has the contents in its store already.
 * @returns undefined for a folder that can't be read, about which Nix itself has to complain
 */
async function lockedReference(folder) {
    try {
        const { narHash, lastModified } = await (0,nar_hash/* narHashOf */.p)(folder);
        return `path:${folder}?lastModified=${lastModified}&narHash=${encodeURIComponent(narHash)}`;
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR || error.code !== undefined)
            return undefined;
        throw error;
    }
}
async function evaluateAlone(site, flake) {
    const json = await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => {
        const { path, choice } = (0,split_choice/* splitChoice */.e)(attribute);
        const command = ['nix', 'eval', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), `${flake.reference}#${path}`];
        return site.capture([...command, '--apply', (0,evaluate_expression/* answerFunction */.f)(choice)]);
    });
    return evaluationOf(site, flake, JSON.parse(json));
}
async function evaluationOf(site, flake, { outputs, parts }) {
    if (outputs === undefined)
        return evaluationOfDryRun(await (0,build/* dryRun */.PA)(site, flake));
    const known = knownOutputs(() => (0,build/* chosen */.FV)(Object.fromEntries(Object.entries(outputs).map(([name, path]) => [name, (0,store_path/* parseStorePath */.GV)(path)]))));
    return known.kind === 'outputs' && areNames(parts) ? { ...known, parts } : known;
}
/** A flake may say anything. */
function areNames(parts) {
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string' && STORE_NAME.test(part));
}
function evaluationOfDryRun(json) {
    return knownOutputs(() => (0,build/* parseBuildResult */.FG)(json));
}
/** What a content-addressed derivation will come to has no store path yet, but a placeholder or nothing at all. */
function knownOutputs(read) {
    try {
        const { outputs, storePath } = read();
        return { kind: 'outputs', outputs, storePath };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR))
            throw error;
        return { kind: 'unknown', why: 'its store paths are known only after a build, as with content-addressed derivations' };
    }
}
async function faultsAsValues(work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* SetupError */.w3 || error instanceof errors/* CancelledError */.cc)
            throw error;
        return { kind: 'failed', error };
    }
}


/***/ }),

/***/ 76281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ narHashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);




/** Up to this many bytes a file is read in one go. */
const SMALL = 256 * 1024;
const PADDING = Buffer.alloc(8);
/**
 * Hashes a folder as Nix does when it copies a `path:` flake: all that is in it, whatever git thinks of it. Nothing but
 * the hash is kept, so memory stays flat. (Format: Nix manual, "Nix Archive (NAR) format".)
 * @throws Failure if something in it is neither file, folder nor link, or changes meanwhile; what the file system throws
 */
async function narHashOf(folder) {
    const sink = { hash: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256'), lastModified: 0 };
    strings(sink, 'nix-archive-1');
    await node(sink, Buffer.from(folder));
    return { narHash: `sha256-${sink.hash.digest('base64')}`, lastModified: sink.lastModified };
}
/** Paths are bytes: names need not be UTF-8. */
async function node(sink, path) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    sink.lastModified = Math.max(sink.lastModified, Math.floor(stat.mtimeMs / 1000));
    strings(sink, '(', 'type');
    if (stat.isDirectory()) {
        strings(sink, 'directory');
        await entries(sink, path);
    }
    else if (stat.isFile()) {
        strings(sink, 'regular');
        // The owner's bit alone counts, as in Nix.
        if ((stat.mode & 0o100) !== 0)
            strings(sink, 'executable', '');
        strings(sink, 'contents');
        await contents(sink, path, stat.size);
    }
    else if (stat.isSymbolicLink()) {
        strings(sink, 'symlink', 'target', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(path, 'buffer'));
    }
    else {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${path.toString()} is not a file, a folder or a symbolic link; a store can have nothing else.`);
    }
    strings(sink, ')');
}
async function entries(sink, folder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder, { encoding: 'buffer' });
    for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
        strings(sink, 'entry', '(', 'name', name, 'node');
        await node(sink, Buffer.concat([folder, Buffer.from('/'), name]));
        strings(sink, ')');
    }
}
async function contents(sink, file, size) {
    number(sink, size);
    let read = 0;
    for await (const chunk of size <= SMALL ? [await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file)] : (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file)) {
        sink.hash.update(chunk);
        read += chunk.length;
    }
    if (read !== size)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${file.toString()} changed while it was read: ${size} bytes at first, then ${read}.`);
    pad(sink, size);
}
function strings(sink, ...values) {
    for (const value of values) {
        const bytes = Buffer.from(value);
        number(sink, bytes.length);
        sink.hash.update(bytes);
        pad(sink, bytes.length);
    }
}
function number(sink, value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    sink.hash.update(bytes);
}
function pad(sink, length) {
    sink.hash.update(PADDING.subarray(0, (8 - (length % 8)) % 8));
}


/***/ }),

/***/ 47964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ findNixpkgs),
  h: () => (/* binding */ registryIn)
});

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/base/base-nixpkgs.js



/** Labels by which an image says what it was made of: a revision of nixpkgs, or a flake reference that names one. */
const NIXPKGS_LABELS = ['dev.nix-feature.nixpkgs', 'org.nixos.nixpkgs.revision'];
/** Bytes; a registry has a line for each flake. */
const REGISTRY_LIMIT = 1024 * 1024;
const REVISION = /^[0-9a-f]{40}$/;
/** Nothing that moves: a revision, or a hash of the contents. */
const LOCKED = /^(?:(?:github|gitlab|sourcehut):[\w.-]+\/[\w.%-]+\/[0-9a-f]{40}(?:\?[\w.&=%/:+-]*)?|(?:(?:git|hg|tarball)\+)?https?:\/\/[^\s"'\\$?#]+\?(?=[^\s]*(?:rev=[0-9a-f]{40}|narHash=sha256-))[\w.&=%/:+-]+)$/;
/** @returns a flake reference that always names the same nixpkgs; undefined if the text is none */
function pinnedNixpkgsReference(text) {
    if (REVISION.test(text))
        return `github:NixOS/nixpkgs/${text}`;
    return text.length <= 500 && LOCKED.test(text) ? text : undefined;
}
/** Returns what an image's labels say. */
function nixpkgsOfLabels(labels) {
    return NIXPKGS_LABELS.map((name) => pinnedNixpkgsReference((labels[name] ?? '').trim())).find((reference) => reference !== undefined);
}
/**
 * Returns what Nix's registry of flakes in an image says (Nix manual, "nix registry"): NixOS and Home Manager write the nixpkgs there that
 * they were built from. An entry that moves, such as a branch, says nothing.
 */
function nixpkgsOfRegistry(text) {
    const registry = parsed(text);
    const flakes = (0,field/* isObject */.Gv)(registry) ? registry['flakes'] : undefined;
    for (const entry of Array.isArray(flakes) ? flakes : []) {
        if (!(0,field/* isObject */.Gv)(entry) || !(0,field/* isObject */.Gv)(entry['from']) || !(0,field/* isObject */.Gv)(entry['to']))
            continue;
        const { from, to } = entry;
        if (from['type'] === 'indirect' && from['id'] === 'nixpkgs')
            return referenceOf(to);
    }
    return undefined;
}
function parsed(text) {
    try {
        return (0,parse_json/* parseJson */.qF)(text, { bytes: REGISTRY_LIMIT });
    }
    catch (error) {
        if (!(error instanceof parse_json/* JsonError */.N3))
            throw error;
        return undefined;
    }
}
/** Reads the forms of flake references, as attributes, that name nixpkgs in practice. */
function referenceOf(to) {
    const { type, narHash } = to;
    const hash = typeof narHash === 'string' && /^sha256-[A-Za-z0-9+/]{43}=$/.test(narHash) ? `narHash=${encodeURIComponent(narHash)}` : undefined;
    if (type === 'github' || type === 'gitlab')
        return forgeReference(type, to, hash);
    if (type === 'tarball')
        return tarballReference(to, hash);
    return type === 'path' ? storeReference(to, hash) : undefined;
}
function forgeReference(type, { owner, repo, rev }, hash) {
    if (typeof owner !== 'string' || typeof repo !== 'string' || typeof rev !== 'string')
        return undefined;
    return pinnedNixpkgsReference(`${type}:${owner}/${repo}/${rev}${hash === undefined ? '' : `?${hash}`}`);
}
/** Nothing but its hash says which one it is. */
function tarballReference({ url }, hash) {
    if (typeof url !== 'string' || hash === undefined)
        return undefined;
    return pinnedNixpkgsReference(`${url}${url.includes('?') ? '&' : '?'}${hash}`);
}
/** Of the image's own store: the same wherever the image is. */
function storeReference({ path }, hash) {
    if (typeof path !== 'string' || !(0,store_path/* isStorePath */.zP)(path))
        return undefined;
    return `path:${path}${hash === undefined ? '' : `?${hash}`}`;
}

// EXTERNAL MODULE: ./lib/engine/find-engine.js
var find_engine = __webpack_require__(62606);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/place/open-base.js + 1 modules
var open_base = __webpack_require__(86978);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var site = __webpack_require__(1405);
;// CONCATENATED MODULE: ./lib/place/find-nixpkgs.js





/**
 * Finds out which nixpkgs a base was made of. Its labels say so, or else Nix's registry of flakes in it.
 * @param registry reads the text of the registry, if there is one
 * @returns a flake reference that always names the same; undefined if the base does not say
 * @throws BaseError, RegistryError, CancelledError
 */
async function findNixpkgs(reference, place, registry) {
    return nixpkgsOfLabels(await labelsOf(reference, place)) ?? nixpkgsOfRegistry((await registry()) ?? '');
}
/** Reads Nix's registry of flakes in a container of the base. @returns undefined if it has none @throws CancelledError */
async function registryIn(site) {
    try {
        return await site.capture(['cat', '/etc/nix/registry.json']);
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return undefined;
        throw error;
    }
}
async function labelsOf(reference, { request, registries, arch }) {
    if (reference.kind === 'daemon')
        return (await (0,site/* daemonImage */.a1)(await (0,find_engine/* findEngine */.G)(request.engine, { signal: registries.job.signal }), reference.image, arch)).labels;
    const base = await (0,open_base/* openBase */.m)(reference, registries);
    try {
        return (await (0,open_base/* imageOf */.dT)(base, reference, arch)).config.labels;
    }
    finally {
        base.close();
    }
}


/***/ }),

/***/ 62594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ followed)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _nix_flake_flake_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71776);



/** Tells whether the base may decide which nixpkgs is used. */
function mayFollow(flake, { nixpkgs, followBase }) {
    return nixpkgs === undefined && (followBase || flake.generated?.isFloating === true);
}
/**
 * Returns the flake with the nixpkgs that it is to be built with: the input's, or else the base's where the flake is to follow it, or is
 * generated and nothing else says which one it is.
 * @param ofBase asks the base
 * @throws Failure if the base is to be followed and does not say what it was made of
 */
async function followed(flake, request, ofBase, log) {
    if (request.nixpkgs !== undefined)
        return told(await (0,_nix_flake_flake_js__WEBPACK_IMPORTED_MODULE_2__/* .withNixpkgs */ .lt)(flake, request.nixpkgs.reference), 'as the input "nixpkgs" says', log);
    if (!mayFollow(flake, request))
        return flake;
    const nixpkgs = await ofBase();
    if (nixpkgs !== undefined)
        return told(await (0,_nix_flake_flake_js__WEBPACK_IMPORTED_MODULE_2__/* .withNixpkgs */ .lt)(flake, nixpkgs), 'as the base image says', log);
    if (request.followBase) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`follow-base: ${request.bases[0]?.text ?? 'no base image'} does not say which nixpkgs it was made of.`, {
            hint: 'Give the base image the label dev.nix-feature.nixpkgs with a revision of nixpkgs, or name the revision with "nixpkgs".',
        });
    }
    log.notice('The packages come from today\'s newest nixpkgs. To pin it, name one with "nixpkgs", put a flake.lock with an input "nixpkgs" beside devcontainer-feature.json, or label the base image with dev.nix-feature.nixpkgs.');
    return flake;
}
function told(flake, why, log) {
    log.info(`nixpkgs is ${(0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrls */ .sK)(flake.nixpkgs ?? '')}, ${why}.`);
    if (flake.generated !== undefined)
        log.info(`The flake that is built:\n${flake.generated.text}`);
    return flake;
}


/***/ }),

/***/ 13667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ baseDigests),
/* harmony export */   dM: () => (/* binding */ pinnedNames),
/* harmony export */   ip: () => (/* binding */ pinBases),
/* harmony export */   tj: () => (/* binding */ pinnedBases)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20844);
/* harmony import */ var _oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46285);
/* harmony import */ var _open_base_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86978);




/**
 * Returns the same request, whose bases in registries are pinned to what their names stand for now: a tag that moves while one
 * platform is built would give the next one another base.
 * @throws CancelledError; what else is wrong with a base, whoever needs it will say
 */
async function pinBases(request, registries) {
    return { ...request, bases: await Promise.all(request.bases.map((base) => pin(base, registries))) };
}
async function pin(base, registries) {
    if (base.kind !== 'registry' || (0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base.text).digest !== undefined)
        return base;
    try {
        const open = await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_3__/* .openBase */ .m)(base, registries);
        try {
            return { ...base, root: await open.source.root() };
        }
        finally {
            open.close();
        }
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        return base;
    }
}
/** Returns the digests of bases in registries, for the job that puts the platforms of several jobs together. */
function pinnedBases(bases) {
    return bases.flatMap((base) => {
        const digest = base.kind === 'registry' ? (base.root?.digest ?? (0,_oci_format_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base.text).digest) : undefined;
        return digest === undefined ? [] : [{ name: base.text, digest }];
    });
}
/**
 * Returns the bases as other jobs must name them to get the same ones: `registry/repo:tag@digest`. Bases of other
 * kinds, and those that could not be asked, keep their names.
 */
function pinnedNames(bases) {
    return bases.map((base) => (base.kind === 'registry' && base.root !== undefined ? `${base.text}@${base.root.digest}` : base.text));
}
/** Returns the images that a base's name stands for now. Errors are reported by the step that needs the base. */
async function baseDigests(base, arches, registries) {
    if (base.kind === 'daemon')
        return new Map();
    try {
        const open = await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_3__/* .openBase */ .m)(base, registries);
        try {
            return await (0,_oci_format_select_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigests */ .J)(open.source, arches);
        }
        finally {
            open.close();
        }
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        return new Map();
    }
}


/***/ }),

/***/ 67288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readBases)
/* harmony export */ });
/* harmony import */ var _base_list_container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3559);
/* harmony import */ var _base_read_base_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67155);
/* harmony import */ var _engine_container_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95777);
/* harmony import */ var _engine_find_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62606);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60385);
/* harmony import */ var _open_base_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86978);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1405);
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







/**
 * Reads which store paths each base holds, read without running anything in it.
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
async function readBases(references, place) {
    const stores = [];
    for (const reference of references)
        stores.push(await readOne(reference, place));
    return stores;
}
function readOne(reference, place) {
    return place.stages.run(`Read the base store of ${(0,_open_base_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenName */ .lD)(reference)}`, { unit: 'bytes' }, async (progress) => {
        const store = reference.kind === 'daemon'
            ? await readDaemonImage(reference, place)
            : await readLayers(reference, place, progress);
        return [store, (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumberOf */ .Of)(store.paths.size, 'store path')];
    });
}
async function readLayers(reference, { registries, arch, host }, progress) {
    const base = await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_5__/* .openBase */ .m)(reference, registries);
    try {
        const store = await (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_1__/* .readImage */ .AM)(base.source, await (0,_open_base_js__WEBPACK_IMPORTED_MODULE_5__/* .imageOf */ .dT)(base, reference, arch), (0,_base_read_base_js__WEBPACK_IMPORTED_MODULE_1__/* .readingFor */ .QW)(host, progress));
        return { ...store, name: (0,_open_base_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenName */ .lD)(reference) };
    }
    finally {
        base.close();
    }
}
/** The image may have no shell to list its store with, so a container of it is made, and read without being started. */
async function readDaemonImage(reference, { request, arch, host }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const engine = await (0,_engine_find_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .findEngine */ .G)(request.engine, { signal: host.signal });
        const image = await (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .daemonImage */ .a1)(engine, reference.image, arch);
        const name = (0,_engine_container_name_js__WEBPACK_IMPORTED_MODULE_2__/* .newContainerName */ .B)();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        cleanup.defer(() => engine.remove(name));
        await engine.create(image, name);
        const { stdout, done } = engine.export(name);
        done.catch(() => undefined);
        const contents = await (0,_base_list_container_js__WEBPACK_IMPORTED_MODULE_0__/* .readExport */ .J)(stdout, reference.text, host.signal);
        await done;
        return { name: reference.text, digest: undefined, ...contents };
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


/***/ }),

/***/ 85543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ folderHash),
/* harmony export */   x: () => (/* binding */ isBuiltFrom)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _nix_nar_nar_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76281);


/**
 * Tells whether a delta was built from this very flake, byte for byte. If so, it evaluates to the same, and no Nix is needed to know that: evaluation is pure, and the lock file names every input (nix/flake-metadata.ts). The time of its
 * files, which a flake may look at, is not counted: each checkout has another.
 * @param hashOf tells a folder's hash; for whoever asks about one folder several times
 */
async function isBuiltFrom({ source }, { written, seen }, hashOf = folderHash) {
    if (source.narHash === undefined || source.flake !== written || seen === undefined)
        return false;
    return (await hashOf(seen)) === source.narHash;
}
/** @returns undefined for a folder that can't be read: that is for Nix to complain about */
async function folderHash(folder) {
    const hash = await (0,_nix_nar_nar_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .narHashOf */ .p)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder)).catch(() => undefined);
    return hash?.narHash;
}


/***/ }),

/***/ 58203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ offeredBy),
/* harmony export */   KK: () => (/* binding */ packageReasons),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   hm: () => (/* binding */ referredTo),
/* harmony export */   nq: () => (/* binding */ platformReasons)
/* harmony export */ });
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54445);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73662);



/** Returns the names of store paths that an output refers to: of an environment, its packages. Undefined if the closure does not say. */
function referredTo({ closure, storePath }) {
    const root = closure.find(({ path }) => path === storePath);
    return root?.references.filter((path) => path !== storePath).map(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb);
}
/**
 * Returns the packages that an output offers: itself, if its name has a version, else those that it was put together from.
 * @param parts names such as `jq-1.7.1`; undefined if they are not known
 * @returns undefined if nobody can tell
 */
function offeredBy(storePath, parts) {
    const own = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(storePath);
    const names = (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageName */ .R)(own).version === '' ? parts : [own];
    if (names === undefined)
        return undefined;
    const offered = new Map();
    for (const { name, version } of names.map(_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePackageName */ .R)) {
        const known = offered.get(name);
        if (known === undefined || (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .comparePackageVersions */ .z)(known, version) < 0)
            offered.set(name, version);
    }
    return offered;
}
/** Returns what changed in what a Feature offers: what is gone may be missed, and what is new or has another first number may be noticed. */
function packageReasons(before, now) {
    const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => ({ level: 'major', text: `${name} is gone` }));
    const added = [...now.keys()].filter((name) => !before.has(name)).map((name) => ({ level: 'minor', text: `${name} is new` }));
    const moved = [...before].flatMap(([name, version]) => {
        const after = now.get(name) ?? version;
        const isNoticed = firstNumber(after) !== firstNumber(version) || (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_1__/* .comparePackageVersions */ .z)(after, version) < 0;
        return after === version ? [] : [{ level: isNoticed ? 'minor' : 'patch', text: `${name} ${version} → ${after}` }];
    });
    return [...gone, ...added, ...moved];
}
/** Returns what changed in the platforms: a release for fewer of them breaks those who use the others. */
function platformReasons(before, now) {
    const [gone, added] = [before.filter((arch) => !now.includes(arch)), now.filter((arch) => !before.includes(arch))];
    return [
        ...(gone.length === 0 ? [] : [{ level: 'major', text: `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatList */ .ki)(gone)} is gone` }]),
        ...(added.length === 0 ? [] : [{ level: 'minor', text: `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatList */ .ki)(added)} is new` }]),
    ];
}
/** Returns the first reason of each text, because two platforms mostly have the same. */
function distinct(reasons) {
    return [...new Map(reasons.map((reason) => [`${reason.level} ${reason.text}`, reason])).values()];
}
function firstNumber(version) {
    return /\d+/.exec(version)?.[0] ?? '';
}


/***/ }),

/***/ 46497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ metadataSince),
  R: () => (/* binding */ proposeVersion)
});

// EXTERNAL MODULE: ./lib/feature/version/levels.js
var levels = __webpack_require__(94126);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
;// CONCATENATED MODULE: ./lib/feature/version/metadata-reasons.js

/** What changes how a container is built or started. */
const BEHAVIOUR = ['dependsOn', 'mounts', 'privileged', 'init', 'capAdd', 'securityOpt', 'entrypoint', 'onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'];
/**
 * Returns what changed in a Feature's metadata for those who use it. What only describes it (name, description, keywords …) is no reason.
 * @param before as JSON, of the release
 * @param now the same, of what is there now
 */
function metadataReasons(before, now) {
    const [then, after] = [(0,written_json/* membersOf */.lS)(before), (0,written_json/* membersOf */.lS)(now)];
    return [
        ...optionReasons((0,written_json/* membersOf */.lS)(then.get('options')), (0,written_json/* membersOf */.lS)(after.get('options'))),
        ...variableReasons((0,written_json/* membersOf */.lS)(then.get('containerEnv')), (0,written_json/* membersOf */.lS)(after.get('containerEnv'))),
        ...BEHAVIOUR.filter((name) => then.get(name) !== after.get(name)).map((name) => reason('minor', `"${name}" changed`)),
    ];
}
function reason(level, text) {
    return { level, text };
}
function optionReasons(before, now) {
    const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => reason('major', `the option "${name}" is gone`));
    const added = [...now.keys()].filter((name) => !before.has(name)).map((name) => reason('minor', `the option "${name}" is new`));
    const both = [...before].flatMap(([name, option]) => optionChange(name, (0,written_json/* membersOf */.lS)(option), (0,written_json/* membersOf */.lS)(now.get(name) ?? option)));
    return [...gone, ...both, ...added];
}
function optionChange(name, before, now) {
    if (before.get('type') !== now.get('type'))
        return [reason('major', `the option "${name}" has another type`)];
    const [values, allowed] = [(0,written_json/* itemsOf */.S3)(before.get('enum')), (0,written_json/* itemsOf */.S3)(now.get('enum'))];
    const lost = allowed === undefined ? [] : values === undefined ? ['all but some values'] : values.filter((value) => !allowed.includes(value)).map((value) => (0,written_json/* stringOf */.Je)(value) ?? value);
    if (lost.length > 0)
        return [reason('major', `the option "${name}" no longer takes ${lost.join(', ')}`)];
    if (values?.join() !== allowed?.join() && (allowed === undefined || allowed.some((value) => values?.includes(value) !== true)))
        return [reason('minor', `the option "${name}" takes more values`)];
    return before.get('default') === now.get('default') ? [] : [reason('minor', `the option "${name}" has another default`)];
}
function variableReasons(before, now) {
    return [
        ...[...before.keys()].filter((name) => !now.has(name)).map((name) => reason('major', `the variable ${name} is gone`)),
        ...[...now.keys()].filter((name) => !before.has(name)).map((name) => reason('minor', `the variable ${name} is new`)),
    ];
}

// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
// EXTERNAL MODULE: ./lib/release/release-key.js
var release_key = __webpack_require__(48118);
// EXTERNAL MODULE: ./lib/release/same-release.js
var same_release = __webpack_require__(283);
// EXTERNAL MODULE: ./lib/release/next/package-reasons.js
var package_reasons = __webpack_require__(58203);
;// CONCATENATED MODULE: ./lib/release/next/propose.js






/** Returns what changed in the metadata, as they are published. @param documents of the release */
function metadataSince(published, feature, documents) {
    if (published.metadata === undefined || documents.length === 0)
        return [];
    return metadataReasons((0,release_key/* keyMetadata */.L)(published.metadata), (0,release_key/* keyMetadata */.L)((0,same_release/* publishedMetadata */.Eb)({ id: feature.id, metadata: feature.json, documents })));
}
/**
 * Returns the version that what is there now should get (docs/keep/updates.md, "The next version").
 * @param taken versions that are known to be published
 * @returns undefined if the present version is none
 */
function proposeVersion(version, { metadata, platforms, outputs }, taken) {
    const packages = outputs.flatMap(({ before, now }) => {
        const [then, after] = [(0,package_reasons/* offeredBy */.HB)(before.storePath, now.parts === undefined ? undefined : before.parts), (0,package_reasons/* offeredBy */.HB)(now.storePath, now.parts)];
        return then === undefined || after === undefined ? [] : (0,package_reasons/* packageReasons */.KK)(then, after);
    });
    const reasons = (0,package_reasons/* distinct */.dM)([...packages, ...metadata, ...(0,package_reasons/* platformReasons */.nq)(platforms.before, platforms.now)]);
    const known = new Set(taken);
    const next = (0,levels/* nextVersion */.yU)(newestOfMajor(version, known), reasons, known);
    return next === undefined ? undefined : { ...next, from: version };
}
/** Of what is published the newest that this version could be raised from: 1.3.0 if 1.0.0 was changed after it. */
function newestOfMajor(version, taken) {
    const own = (0,versions/* parseVersion */.ot)(version);
    if (own === undefined || own.prerelease.length > 0)
        return version;
    const others = [...taken].flatMap((text) => (0,versions/* parseVersion */.ot)(text) ?? []).filter(({ numbers, prerelease }) => prerelease.length === 0 && numbers[0] === own.numbers[0]);
    return others.reduce((best, each) => ((0,versions/* compareVersions */.Zy)(each, best) > 0 ? each : best), own).text;
}


/***/ })

};
