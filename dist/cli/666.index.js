export const id = 666;
export const ids = [666];
export const modules = {

/***/ 8666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildFeature: () => (/* binding */ buildFeature)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/feature/check-feature.js
var check_feature = __webpack_require__(6441);
// EXTERNAL MODULE: ./lib/feature/finding.js
var finding = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/build/enforce-contract.js




/**
 * Holds the Feature's folder against the contract before any work: warnings are shown, errors end the run.
 * @throws InputError: the one error, at its place; or that there are several, which are shown before
 */
async function enforceContract(request, host) {
    const { featureFolder, flake, strict = false } = request;
    const isHere = flake.kind === 'folder' && flake.folder === featureFolder;
    const findings = (0,finding/* withStrictness */.rS)(await (0,check_feature/* checkFeature */.v)(featureFolder, { flake: isHere ? 'here' : 'elsewhere' }), strict);
    const errors = findings.filter(({ severity }) => severity === 'error');
    // Errors come first in every way: with the file mended, the warnings will still be there.
    if (errors.length > 0)
        throw failure(errors, host);
    for (const warning of findings)
        host.warning((0,finding/* textOfFinding */.Cy)(warning), warning.location);
}
function failure(errors, host) {
    const [first, ...others] = errors;
    const details = { ...(first?.hint !== undefined && { hint: first.hint }), ...(first?.location !== undefined && { location: first.location }) };
    if (first === undefined || others.length === 0)
        return new lib_errors/* InputError */.dz('feature', first?.message ?? '', details);
    for (const error of errors)
        host.fault((0,finding/* textOfFinding */.Cy)(error), error.location);
    return new lib_errors/* InputError */.dz('feature', `The Feature breaks its contract in ${(0,format/* formatNumberOf */.Of)(errors.length, 'point')}; each is shown above.`, {
        hint: 'docs/contract.md explains them; nix-feature validate checks a folder without building it.',
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/build/layout-place.js




/** What a layout of ours may hold; a folder with anything else in it is not ours to replace. */
const OURS = /^(?:blobs|index\.json|oci-layout|delta(?:-[a-z0-9]+)?\.json|feature\.(?:json|tar))$/;
/**
 * Where the layout goes. Work is done beside it, on the same file system, and what is whole is moved there at the end:
 * whoever looks sees the earlier layout, or the new one, and a run that fails leaves what was there before.
 */
class LayoutPlace {
    /** For work; removed in the end. */
    work;
    #output;
    #temporary;
    /** The folders above the output that were made for it, the innermost first. */
    #made;
    #placed = false;
    #kept = false;
    constructor(work, output, temporary, made = []) {
        this.work = work;
        this.#output = output;
        this.#temporary = temporary;
        this.#made = made;
    }
    /**
     * @param output absolute; undefined: a temporary folder, which stays where the layout in it is to be kept
     * @throws InputError where the folder holds other things than an earlier layout
     */
    static async claim(output) {
        if (output === undefined) {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'nix-feature-'));
            return new LayoutPlace((0,external_node_path_.join)(folder, 'work'), (0,external_node_path_.join)(folder, 'layout'), true);
        }
        await assertReplaceable(output);
        const made = foldersBetween(await (0,promises_.mkdir)((0,external_node_path_.dirname)(output), { recursive: true }), (0,external_node_path_.dirname)(output));
        return new LayoutPlace(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(output), '.nix-feature-')), output, false, made);
    }
    /** Moves a finished layout to its place. @returns where that is */
    async put(layout) {
        await assertReplaceable(this.#output);
        const earlier = (0,external_node_path_.join)(this.work, 'earlier');
        const hadOne = await (0,promises_.rename)(this.#output, earlier).then(() => true, ignoreMissing);
        try {
            await (0,promises_.rename)(layout, this.#output);
        }
        catch (error) {
            if (hadOne)
                await (0,promises_.rename)(earlier, this.#output);
            throw error;
        }
        this.#placed = true;
        return this.#output;
    }
    /** The run went well: what is in a temporary folder is now for others to use. */
    keep() {
        this.#kept = true;
    }
    async [Symbol.asyncDispose]() {
        const left = this.#temporary && !this.#kept ? (0,external_node_path_.dirname)(this.work) : this.work;
        await (0,promises_.rm)(left, { recursive: true, force: true });
        if (this.#placed)
            return;
        // Others may have put something there meanwhile: then it stays.
        for (const folder of this.#made)
            await (0,promises_.rmdir)(folder).catch(() => undefined);
    }
}
/** @returns from the innermost to the outermost; none where nothing was made */
function foldersBetween(outermost, innermost) {
    if (outermost === undefined)
        return [];
    const folders = [innermost];
    for (let folder = innermost; folder !== outermost && folder !== (0,external_node_path_.dirname)(folder);)
        folders.push((folder = (0,external_node_path_.dirname)(folder)));
    return folders;
}
async function assertReplaceable(output) {
    const entries = await (0,promises_.readdir)(output).catch((cause) => {
        if (cause.code === 'ENOENT')
            return [];
        throw new lib_errors/* InputError */.dz('output', `output: ${output} can't be used as a folder: ${cause.message}.`, { cause });
    });
    const foreign = entries.filter((name) => !OURS.test(name)).sort()[0];
    if (foreign === undefined)
        return;
    throw new lib_errors/* InputError */.dz('output', `output: ${output} holds other things than an image layout, such as “${foreign}”.`, {
        hint: 'Name a new or empty folder, or one that holds an earlier layout.',
    });
}
function ignoreMissing(error) {
    if (error.code !== 'ENOENT')
        throw error;
    return false;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/base/base-store.js
/** What every one of the bases holds. No base at all holds nothing. */
function intersectBases(bases) {
    const [first, ...others] = bases;
    if (first === undefined)
        return new Set();
    return new Set([...first.paths].filter((path) => others.every((other) => other.paths.has(path))));
}

;// CONCATENATED MODULE: ./lib/delta/build-document.js
/** The delta document of one platform (docs/formats.md). Only what it names is taken over: no file, no folder. */
function buildDocument(facts) {
    const { feature, system, storePath, outputs, bases, source, complement = [] } = facts;
    return {
        schemaVersion: 1,
        feature: { id: feature.id, version: feature.version },
        system,
        storePath,
        outputs,
        bases,
        closure: [...facts.closure.values()].map((info) => closureEntry(info, facts.baseStore.has(info.path))),
        layers: facts.layers.map(layerEntry),
        // An empty one is none: then nothing depends on whether it was asked for.
        ...(complement.length === 0 ? {} : { complement: complement.map(layerEntry) }),
        env: { PATH: ['bin'], variables: {} },
        source,
    };
}
function layerEntry({ key, digest, diffId, size, tarSize, mediaType, paths }) {
    return { key, digest, diffId, size, ...(tarSize === undefined ? {} : { tarSize }), mediaType, paths };
}
/**
 * Only what a path holds and needs. Who built it, and by which content address it was added, one store knows and another
 * doesn't (a base without database, a binary cache), and the document must be the same wherever it was made.
 */
function closureEntry({ path, narHash, narSize, references }, inBase) {
    return { path, narHash, narSize, references, deriver: null, ca: null, in: inBase ? 'base' : 'delta' };
}

;// CONCATENATED MODULE: ./lib/delta/delta.js
function deltaOf(closure, base) {
    const add = [];
    const require = [];
    for (const info of closure.values())
        (base.has(info.path) ? require : add).push(info);
    return { add, require };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/redact-urls.js
var redact_urls = __webpack_require__(5561);
;// CONCATENATED MODULE: ./lib/nix/diagnose.js


const DRV = String.raw `(/nix/store/[^'\s]+\.drv)`;
/** Each with the words of Nix up to 2.3x and of later ones. The order matters: what is at the bottom causes what is above. */
const RULES = [
    (stderr) => {
        const [, derivation, specified, got] = new RegExp(`hash mismatch in fixed-output derivation '${DRV}':\\s+(?:specified|wanted):\\s+(\\S+)\\s+got:\\s+(\\S+)`).exec(stderr) ?? [];
        return derivation && specified && got ? { kind: 'hash', derivation, specified, got } : undefined;
    },
    (stderr) => {
        const old = new RegExp(`a '([^']+)' with features \\{([^}]*)\\} is required to build '${DRV}'`).exec(stderr);
        if (old !== null)
            return { kind: 'platform', required: old[1] ?? '', features: old[2] ?? '', derivation: old[3] ?? '' };
        const block = new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: (?:[^\\n]*mismatch|missing system features)([\\s\\S]*?)(?=\\nerror|$)`).exec(stderr);
        if (block === null)
            return undefined;
        const required = /Required system: '([^']+)'/.exec(block[2] ?? '')?.[1] ?? '';
        const features = /Required features: \{([^}]*)\}/.exec(block[2] ?? '')?.[1] ?? '';
        return { kind: 'platform', required, features, derivation: block[1] ?? '' };
    },
    (stderr) => {
        const old = new RegExp(`builder for '${DRV}' (failed[^;\\n]*)`).exec(stderr);
        const match = old ?? new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: builder (failed[^\\n]*?)\\.?\\n`).exec(stderr);
        return match === null ? undefined : { kind: 'builder', derivation: match[1] ?? '', how: (match[2] ?? 'failed').replace(/[.,:]$/, '') };
    },
    (stderr) => (/^\s*error:.*(No space left on device|database or disk is full|Disk quota exceeded)/im.test(stderr) ? { kind: 'disk' } : undefined),
    (stderr) => (/does not provide attribute/.test(stderr) ? { kind: 'attribute' } : undefined),
    (stderr) => {
        const [, url, reason] = /^\s*error: (?:unable to download|cannot (?:download|fetch)|failed to fetch) '([^']+)':? ?(.*)$/im.exec(stderr) ?? [];
        return url === undefined ? undefined : { kind: 'network', url: (0,redact_urls/* redactUrls */.s)(url), reason: (0,redact_urls/* redactUrls */.s)(reason ?? '') };
    },
    (stderr) => {
        const [, program] = /executing '([^']+)': No such file or directory|program '([^']+)' (?:not found|failed to start)/.exec(stderr) ?? [];
        return program === undefined ? undefined : { kind: 'program', program };
    },
];
/** Reads the end of what a failed `nix build` or `nix eval` wrote. */
function diagnose(output) {
    // Nix colours what it says before it looks whether anybody sees colours.
    const stderr = (0,external_node_util_.stripVTControlCharacters)(output);
    for (const rule of RULES) {
        const diagnosis = rule(stderr);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    // Nix announces what it builds once all is evaluated.
    const building = /^(?:building '|these \d+ derivations will be built|this derivation will be built)/m.test(stderr);
    return { kind: 'other', message: (0,redact_urls/* redactUrls */.s)(lastError(stderr)), building, at: positions(stderr) };
}
/** A trace goes from the outside in; the error itself comes last. */
function lastError(stderr) {
    const errors = [...stderr.matchAll(/^\s*error:[ \t]*(\S.*)$/gm)].map((match) => match[1] ?? '');
    return errors.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
}
/** Places in sources that were copied to the store, or in flakes as newer ones write them: `«path:…»/flake.nix:3:11`. */
function positions(stderr) {
    const pattern = /at (?:\/nix\/store\/[a-z0-9]{32}-[^/\s]+|«[^»]+»)\/([^\s:]+):(\d+):(\d+)/g;
    return [...stderr.matchAll(pattern)].map(([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }));
}

;// CONCATENATED MODULE: ./lib/nix/site.js
/** For messages: “on the host”, “in a container of …”. */
function placeOf(site) {
    return `${site.storeIsHere ? 'on' : 'in'} ${site.where}`;
}

;// CONCATENATED MODULE: ./lib/nix/build-failure.js






/** Lines of a failing derivation's log that are worth showing. */
const LOG_LINES = 40;
/** Makes of a failed `nix build` an error that says what failed, and what to do. */
async function failureOf(error, site, flake) {
    const diagnosis = diagnose(error.stderr);
    switch (diagnosis.kind) {
        case 'builder':
            return builderFailure(diagnosis, error, site);
        case 'attribute':
            return attributeFailure(error, site, flake);
        case 'platform':
            return platformFailure(diagnosis, error, site);
        case 'hash':
            return hashFailure(diagnosis, error);
        case 'other':
            return otherFailure(diagnosis, error, flake);
        case 'disk':
            return new lib_errors/* SetupError */.w3(`The disk is full: Nix ${placeOf(site)} has no space left for ${flake.written}.`, {
                cause: Object.assign(new Error('No space left on device', { cause: error }), { code: 'ENOSPC' }),
                hint: 'Free some space before this step, or build on a machine with a larger disk.',
            });
        case 'network':
            return new lib_errors/* Failure */.HR(`Nix ${placeOf(site)} could not download ${diagnosis.url}: ${diagnosis.reason}`, {
                cause: error,
                hint: 'Is there a network, and may this machine reach that host? A private repository needs “access-tokens” in “nix-config”.',
            });
        default:
            return new lib_errors/* SetupError */.w3(`Nix ${placeOf(site)} needs the program “${diagnosis.program}”, which is not there.`, {
                cause: error,
                hint: `Add ${diagnosis.program} to the base image, use “build-in: host”, or name the flake in a way that does not need it.`,
            });
    }
}
function hashFailure({ derivation, got, specified }, error) {
    return new lib_errors/* BuildError */.zS(`${titleOf(derivation)} downloaded something else than was expected: its hash is ${got}, the flake says ${specified}.`, { derivation }, { cause: error, hint: 'If the new contents are right, put the new hash into the flake.' });
}
function otherFailure({ message, building, at }, error, flake) {
    const location = locationOf(at, flake);
    return new lib_errors/* BuildError */.zS(`The flake ${flake.written} can't be ${building ? 'built' : 'evaluated'}: ${message}`, {}, { cause: error, ...(location && { location }) });
}
async function builderFailure({ derivation, how }, error, site) {
    const log = await logOf(derivation, error.stderr, site);
    if (log.some((line) => /exec(ve)?.*Exec format error|Exec format error$/.test(line)))
        return foreignProgram(site, error);
    const diskFull = log.some((line) => line.includes('No space left on device'));
    return new lib_errors/* BuildError */.zS(`The build of ${titleOf(derivation)} ${placeOf(site)} ${how}.`, { derivation, log }, { cause: error, ...(diskFull && { hint: 'The disk is full. Free some space before this step.' }) });
}
/** From Nix's own log; where it keeps none, from what was printed with the derivation's name before each line. */
async function logOf(derivation, stderr, site) {
    const prefix = `${titleOf(derivation)}> `;
    const printed = stderr.split('\n').filter((line) => line.startsWith(prefix));
    const lines = await site.capture(['nix', 'log', derivation]).then((text) => text.trimEnd().split('\n'), () => printed.map((line) => line.slice(prefix.length)));
    return lines.slice(-LOG_LINES).map(plainText);
}
async function attributeFailure(error, site, flake) {
    const offered = await offeredAttributes(site, flake);
    const hint = offered.length > 0
        ? `For ${flake.system} it offers: ${offered.join(', ')}.`
        : `It offers no packages for ${flake.system}. Add packages.${flake.system}.default to it, or leave this platform out of “arches”.`;
    const file = flake.folder === undefined ? undefined : external_node_path_.join(flake.folder, 'flake.nix');
    return new lib_errors/* BuildError */.zS(`The flake ${flake.written.replace(/#.*/, '')} has no package “${flake.attribute.replace(/\^.*/, '')}” for ${flake.system}.`, {}, { cause: error, hint, ...(file !== undefined && (0,external_node_fs_.existsSync)(file) && { location: { file } }) });
}
/** Builders colour their output, and old Nix puts its own messages in a binary envelope. */
function plainText(line) {
    return (0,external_node_util_.stripVTControlCharacters)(line).replaceAll(/[^\P{Cc}\t]/gu, '');
}
/** Best effort: a flake without packages for this system, or one that fails here too, offers nothing. */
async function offeredAttributes(site, { reference, system }) {
    const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#packages.${system}`, '--apply', 'builtins.attrNames'];
    return site.capture(command).then((json) => JSON.parse(json), () => []);
}
function platformFailure({ required, features, derivation }, error, site) {
    if (required !== '' && required !== site.system)
        return foreignProgram(site, error, required);
    if (required === site.system && features.trim() === '')
        return foreignProgram(site, error, required);
    return new lib_errors/* BuildError */.zS(`${titleOf(derivation)} needs a builder with the features {${features}}, which Nix ${placeOf(site)} does not have.`, { derivation }, {
        cause: error,
        hint: 'Name such a builder with “builders”, or set “system-features” in “nix-config”.',
    });
}
function foreignProgram(site, cause, system = site.system) {
    return new lib_errors/* SetupError */.w3(`Nix ${placeOf(site)} can't build for ${system}: no emulator is set up for it, and no builder was named.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), build in a job on a native ${system} runner, or name a machine with “builders”.`,
    });
}
/** The innermost place that is in the user's own files; most of a trace is about nixpkgs. */
function locationOf(at, { folder }) {
    if (folder === undefined)
        return undefined;
    const position = at.findLast(({ file }) => (0,external_node_fs_.existsSync)(external_node_path_.join(folder, file)));
    return position && { file: external_node_path_.join(folder, position.file), line: position.line, column: position.column };
}
function titleOf(derivation) {
    return derivation.slice('/nix/store/'.length + 33).replace(/\.drv$/, '');
}

// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(2480);
;// CONCATENATED MODULE: ./lib/nix/emulation.js


const BINFMT = '/proc/sys/fs/binfmt_misc';
/** elf(5): e_machine, little endian, at byte 18 of a file. */
const MACHINES = { 'x86_64-linux': '3e00', 'aarch64-linux': 'b700' };
const MACHINE_AT = 18;
/** The system of this machine. @returns undefined where it is none that we build for */
function nativeSystem() {
    const arch = (0,platform/* archOfNode */.CQ)(process.arch);
    return arch === undefined ? undefined : (0,platform/* systemOf */.br)(arch);
}
/** Does the kernel run programs of another system here, by an emulator that was registered for them? */
async function isEmulated(system) {
    const names = await (0,promises_.readdir)(BINFMT).catch(() => []);
    const entries = names.filter((name) => name !== 'register' && name !== 'status');
    const texts = await Promise.all(entries.map((name) => (0,promises_.readFile)(`${BINFMT}/${name}`, 'utf8').catch(() => '')));
    return texts.some((text) => binfmtRuns(text, system));
}
/** Is this entry of binfmt_misc enabled, and for programs of that system? (Linux, admin-guide/binfmt-misc.rst) */
function binfmtRuns(entry, system) {
    const magic = /^magic ([0-9a-f]+)$/m.exec(entry)?.[1] ?? '';
    return (/^enabled$/m.test(entry) &&
        /^offset 0$/m.test(entry) &&
        magic.startsWith('7f454c46') &&
        magic.slice(MACHINE_AT * 2, MACHINE_AT * 2 + 4) === MACHINES[system]);
}

// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(3756);
;// CONCATENATED MODULE: ./lib/nix/build.js





/**
 * Build what the flake names, or fetch it from where it is built already. Nix's own words go to the host's log.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function build(site, flake, host) {
    let missing;
    for (const attribute of attributesOf(flake)) {
        try {
            return await buildAttribute(site, flake, attribute, host);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* CommandError */.Qd))
                throw error;
            if (diagnose(error.stderr).kind !== 'attribute')
                throw await failureOf(error, site, flake);
            missing ??= error;
        }
    }
    if (missing === undefined)
        throw new Error('nothing was built');
    throw await failureOf(missing, site, flake);
}
/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }) {
    if (system === nativeSystem())
        return [attribute];
    const [path = ''] = attribute.split('^');
    // Whoever names the system means just that place.
    if (path.split('.').includes(system))
        return [attribute];
    return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
async function buildAttribute(site, flake, attribute, host) {
    try {
        return parseBuildResult(await runBuild(site, [`${flake.reference}#${attribute}`], host));
    }
    catch (error) {
        // Nix 2.8 knows outputs as attributes only: `multi.man` for `multi^man`.
        const asAttributes = attribute.includes('^') && error instanceof lib_errors/* CommandError */.Qd && error.stderr.includes('is not a valid URL');
        if (!asAttributes)
            throw error;
        return parseBuildResult(await runBuild(site, await outputAttributes(site, flake, attribute), host));
    }
}
/** What Nix says when it is told to stop, and what we say better: see {@link failureOf}. */
const NOISE = /interrupted by the user|does not provide attribute/;
async function runBuild(site, installables, host) {
    // --json where --print-out-paths would do, because Nix 2.8 has only that.
    const command = ['nix', 'build', '--json', '--no-link', '--no-write-lock-file', '--print-build-logs'];
    return site.capture([...command, ...installables], {
        onStderr: (line) => {
            if (!NOISE.test(line))
                host.info(line);
        },
    });
}
async function outputAttributes(site, flake, installable) {
    const [attribute = '', outputs = ''] = installable.split('^');
    const place = `${flake.reference}#${attribute}`;
    const names = outputs === '*' ? await outputNames(site, place) : outputs.split(',');
    return names.map((name) => `${place}.${name}`);
}
async function outputNames(site, place) {
    return JSON.parse(await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${place}.outputs`]));
}
/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 *
 * PATH gets the output `bin` where there is one, as nixpkgs' `getBin` and `nix profile` have it: programs are there,
 * while `out` may hold none. Else `out`; else the first by name, when only others were asked for (`^man`).
 */
function parseBuildResult(json) {
    const outputs = {};
    let derivation;
    for (const entry of entriesOf(json)) {
        if (typeof entry === 'string') {
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry);
            continue;
        }
        if (entry.path !== undefined)
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry.path);
        if (entry.drvPath !== undefined)
            derivation ??= (0,store_path/* parseStorePath */.GV)(entry.drvPath);
        for (const [name, value] of Object.entries(entry.outputs ?? {}))
            outputs[name] = outputPath(name, value);
    }
    const sorted = Object.entries(outputs).sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b));
    const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
    if (storePath === undefined)
        throw new lib_errors/* Failure */.HR('Nix built nothing: “nix build --json” names no output.');
    return { outputs: Object.fromEntries(sorted), storePath, derivation };
}
function entriesOf(json) {
    try {
        const parsed = JSON.parse(json);
        return Array.isArray(parsed) ? parsed : [];
    }
    catch (cause) {
        throw new lib_errors/* Failure */.HR('“nix build --json” wrote something that is not JSON.', { cause });
    }
}
function outputPath(name, value) {
    const text = typeof value === 'object' && value !== null ? value.path : value;
    if (typeof text !== 'string')
        throw new lib_errors/* Failure */.HR(`Nix built the output “${name}”, but does not say where it is.`);
    return (0,store_path/* parseStorePath */.GV)(text);
}

;// CONCATENATED MODULE: ./lib/nix/closure.js
/** NAR bytes of all paths. */
function closureSize(closure) {
    let size = 0;
    for (const info of closure.values())
        size += info.narSize;
    return size;
}

// EXTERNAL MODULE: ./lib/nix/flake-text.js
var flake_text = __webpack_require__(124);
;// CONCATENATED MODULE: ./lib/nix/flake.js





/** What a path may hold if every Nix is to read it from `path:` as it is: old ones don't decode `%20`, new ones do. */
const PLAIN_PATH = /^[A-Za-z0-9/._~+-]*$/;
/** Makes of a flake source what can be given to Nix. @throws InputError where a folder or its flake.nix is not there */
async function resolveFlake(source, options) {
    switch (source.kind) {
        case 'folder':
            return folderFlake(source.folder, source.attribute, options);
        case 'reference':
            return {
                reference: source.reference,
                attribute: source.attribute,
                system: options.system,
                written: `${portable(source.reference, source.mount)}#${source.attribute}`,
                mounts: source.mount === undefined ? [] : [source.mount],
                folder: source.mount,
            };
        default:
            return generatedFlake(source.packages, options);
    }
}
async function folderFlake(folder, attribute, options) {
    const text = await readFlake(folder);
    if ((0,flake_text/* hasFloatingInputs */.aM)(text) && !(await exists(external_node_path_.join(folder, 'flake.lock')))) {
        options.host.warning('This flake has inputs but no flake.lock, so every build may use other versions of them. Run “nix flake lock” and commit the file.', { file: external_node_path_.join(folder, 'flake.nix') });
    }
    const place = await plainFolder(folder, options.cleanup);
    return {
        reference: `path:${place}`,
        attribute,
        system: options.system,
        written: `./${external_node_path_.basename(folder)}#${attribute}`,
        mounts: [place],
        folder,
    };
}
async function readFlake(folder) {
    try {
        return await (0,promises_.readFile)(external_node_path_.join(folder, 'flake.nix'), 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            throw cause;
        if (!(await exists(folder))) {
            throw new lib_errors/* InputError */.dz('flake', `The folder ${folder} does not exist.`, { cause, hint: 'Name a folder that holds a flake.nix.' });
        }
        throw new lib_errors/* InputError */.dz('flake', `There is no flake.nix in ${folder}.`, {
            cause,
            hint: 'Write one, name another flake with “flake”, or name what to install from nixpkgs with “packages”.',
        });
    }
}
/** The folder itself, or a copy with a name that every Nix can read. The copy builds the same: only contents count. */
async function plainFolder(folder, cleanup) {
    // `path:` of a link would take the link for the flake.
    const real = await (0,promises_.realpath)(folder);
    if (PLAIN_PATH.test(real))
        return real;
    const copy = external_node_path_.join(await temporaryFolder(cleanup), 'flake');
    await (0,promises_.cp)(real, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return copy;
}
async function generatedFlake(packages, options) {
    const { host, featureFolder, featureId, system } = options;
    const nixpkgs = featureFolder === undefined ? undefined : await lockedNixpkgs(external_node_path_.join(featureFolder, 'flake.lock'));
    if (nixpkgs === undefined) {
        host.notice('The packages come from the nixpkgs that is newest today. A flake.lock with an input “nixpkgs” beside devcontainer-feature.json pins it.');
    }
    const folder = await temporaryFolder(options.cleanup);
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'flake.nix'), (0,flake_text/* packagesFlake */.X$)(featureId, packages, system, nixpkgs));
    return {
        reference: `path:${folder}`,
        attribute: 'default',
        system,
        written: packages.map((name) => `nixpkgs#${name}`).join(' '),
        mounts: [folder],
        folder: undefined,
    };
}
async function lockedNixpkgs(file) {
    if (!(await exists(file)))
        return undefined;
    return (0,flake_text/* pinnedNixpkgs */.Pl)(await (0,promises_.readFile)(file, 'utf8'), file);
}
async function temporaryFolder(cleanup) {
    const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'nix-feature-flake-')));
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return folder;
}
/** A local reference names a folder of this machine, which is nobody else's business. Query strings may hold tokens. */
function portable(reference, mount) {
    if (mount === undefined)
        return /^[a-z+]*https?:/.test(reference) ? reference.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '') : reference;
    const [scheme] = reference.split(':');
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    return `${scheme ?? 'path'}:./${external_node_path_.basename(mount)}${query}`;
}
async function exists(file) {
    return (0,promises_.stat)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/nix/flake-metadata.js


/**
 * What the build was made from: of every input its revision and hash (`{nixpkgs: {type, owner, repo, rev, narHash}}`),
 * and under `self` those of a flake that is not a local folder, whose place and time say nothing elsewhere.
 * @throws CommandError, Failure
 */
async function lockedInputs(site, flake) {
    const json = await site.capture(['nix', 'flake', 'metadata', '--json', '--no-write-lock-file', flake.reference]);
    return parseLockedInputs(json, flake.mounts.length > 0);
}
/** @param isLocal leaves the flake itself out */
function parseLockedInputs(json, isLocal) {
    let metadata;
    try {
        metadata = JSON.parse(json);
    }
    catch (cause) {
        throw new lib_errors/* Failure */.HR('“nix flake metadata --json” wrote something that is not JSON.', { cause });
    }
    const { root = 'root', nodes = {} } = metadata.locks ?? {};
    const inputs = Object.entries(nodes)
        .filter(([name, node]) => name !== root && node.locked !== undefined)
        .map(([name, node]) => [name, flake_metadata_portable(node.locked ?? {})]);
    const self = isLocal || metadata.locked === undefined ? [] : [['self', flake_metadata_portable(metadata.locked)]];
    return Object.fromEntries([...inputs, ...self].sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b)));
}
/**
 * The place of a local input, and the times of its files, say nothing on another machine; its hash does. A password in
 * an address is nobody else's business.
 */
function flake_metadata_portable(locked) {
    const { path: _path, url, lastModified: _time, ...rest } = locked;
    if (locked['type'] === 'path')
        return rest;
    if (typeof url !== 'string')
        return locked;
    const own = { ...rest, ...('lastModified' in locked && { lastModified: locked['lastModified'] }) };
    return url.startsWith('file:') ? own : { ...own, url: url.replace(/\/\/[^/@]*@/, '//') };
}

// EXTERNAL MODULE: ./lib/nix/nix-hash.js
var nix_hash = __webpack_require__(9613);
;// CONCATENATED MODULE: ./lib/nix/path-info.js



/** Everything that the roots need at run time, themselves included. @throws CommandError, Failure */
async function closureOf(site, roots) {
    if (roots.length === 0)
        return new Map();
    return parseClosure(await pathInfoJson(site, roots), site.where);
}
async function pathInfoJson(site, roots) {
    try {
        return await site.capture(['nix', 'path-info', '--json', '--recursive', ...roots]);
    }
    catch (error) {
        // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
        if (!(error instanceof lib_errors/* CommandError */.Qd && error.stderr.includes('--json-format')))
            throw error;
        return site.capture(['nix', 'path-info', '--json', '--json-format', '1', '--recursive', ...roots]);
    }
}
/**
 * Reads the answer of any Nix: an array (up to 2.18), an object keyed by path (2.19 and later), or one with the paths
 * under `info` and without the store's folder (`--json-format 2`).
 * @param where for messages: where Nix ran
 * @throws Failure where a path is not valid or the set is not closed
 */
function parseClosure(json, where) {
    const infos = path_info_entriesOf(json, where)
        .map(([key, value]) => pathInfo(key, value, where))
        .sort((a, b) => (0,store_path/* compareText */.n6)(a.path, b.path));
    const closure = new Map(infos.map((info) => [info.path, info]));
    for (const { path, references } of infos) {
        const missing = references.find((reference) => !closure.has(reference));
        if (missing !== undefined) {
            throw new lib_errors/* Failure */.HR(`The Nix database of ${where} is damaged: ${path} refers to ${missing}, which is not valid.`, {
                hint: 'Repair it with “nix-store --verify --check-contents --repair”, or use a fresh base image.',
            });
        }
    }
    return closure;
}
function path_info_entriesOf(json, where) {
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch (cause) {
        throw new lib_errors/* Failure */.HR(`“nix path-info --json” (${where}) wrote something that is not JSON.`, { cause });
    }
    if (Array.isArray(parsed))
        return parsed.map((entry) => [String(field(entry, 'path')), entry]);
    if (typeof parsed !== 'object' || parsed === null)
        throw unreadable(where, json.slice(0, 80));
    const info = field(parsed, 'info');
    return Object.entries(typeof info === 'object' && info !== null ? info : parsed);
}
function pathInfo(key, value, where) {
    const path = storePath(key);
    if (value === null || field(value, 'valid') === false) {
        throw new lib_errors/* Failure */.HR(`${path} is not a valid path in the Nix store of ${where}.`);
    }
    const storeDir = field(value, 'storeDir');
    const narSize = field(value, 'narSize');
    const references = field(value, 'references');
    if (typeof narSize !== 'number' || !Array.isArray(references))
        throw unreadable(where, path);
    if (typeof storeDir === 'string' && storeDir !== store_path/* STORE_DIR */.SF) {
        throw new lib_errors/* Failure */.HR(`Nix (${where}) uses the store ${storeDir}; stores elsewhere than ${store_path/* STORE_DIR */.SF} are not supported.`);
    }
    return {
        path,
        narHash: (0,nix_hash/* toSri */.kB)((0,nix_hash/* parseNixHash */.BB)(field(value, 'narHash'))),
        narSize,
        references: references.map((reference) => storePath(String(reference))).sort(store_path/* compareText */.n6),
        deriver: deriver(field(value, 'deriver')),
        ca: contentAddress(field(value, 'ca')),
    };
}
/** With or without the store's folder. */
function storePath(text) {
    return (0,store_path/* parseStorePath */.GV)(text.startsWith('/') ? text : `${store_path/* STORE_DIR */.SF}/${text}`);
}
function deriver(value) {
    return typeof value === 'string' && value !== '' && !value.endsWith('unknown-deriver') ? storePath(value) : null;
}
/** The string that the database and binary caches hold (Nix manual, "Content-addressing store objects"). */
function contentAddress(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    if (typeof value !== 'object' || value === null)
        return null;
    const hash = (0,nix_hash/* toNix32 */.eN)((0,nix_hash/* parseNixHash */.BB)(field(value, 'hash')));
    const method = field(value, 'method');
    switch (method) {
        case 'text':
            return `text:${hash}`;
        case 'flat':
            return `fixed:${hash}`;
        case 'nar':
            return `fixed:r:${hash}`;
        default:
            return `fixed:${String(method)}:${hash}`;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function unreadable(where, what) {
    return new lib_errors/* Failure */.HR(`“nix path-info --json” (${where}) wrote a format that is not known: ${what}.`, {
        hint: 'This may be a newer Nix than this action knows. Please report its version.',
    });
}

;// CONCATENATED MODULE: ./lib/build/codec-for.js
/**
 * What layers are compressed with. `auto` is zstd where all bases can unpack it. Without a base, or with a complement, the
 * Feature may be installed anywhere, and there is nobody to ask.
 */
function codecFor({ compression, complement = false }, bases) {
    if (compression !== 'auto')
        return compression;
    return !complement && bases.length > 0 && bases.every((base) => base.hasZstd) ? 'zstd' : 'gzip';
}

// EXTERNAL MODULE: ./lib/report/facts.js
var facts = __webpack_require__(5697);
;// CONCATENATED MODULE: ./lib/build/delta-budget.js




/** How many paths a message names. */
const NAMED = 5;
/**
 * @param limit compressed bytes of one platform's layers; undefined: none
 * @throws Failure over it, with the paths that weigh most
 */
function checkDeltaSize(document, limit) {
    const { compressed } = (0,facts/* figuresOf */.h5)(document);
    if (limit === undefined || compressed <= limit)
        return;
    const largest = (0,facts/* largestNewPaths */.FO)(document, NAMED).map((entry) => `${(0,store_path/* nameOf */.Vb)(entry.path)} (${(0,format/* formatBytes */.z3)(entry.narSize)})`);
    throw new lib_errors/* Failure */.HR(`The delta for ${document.system} is ${(0,format/* formatBytes */.z3)(compressed)} compressed, over the max-delta-size of ${(0,format/* formatBytes */.z3)(limit)}. ` +
        `Its largest paths, uncompressed: ${largest.join(', ')}.`, { hint: 'Leave out what is not needed, use what the base has, or raise max-delta-size.' });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/nix/nar-check.js

/**
 * Compares a NAR that was read with what Nix's database says of the path.
 * @param narHash SRI
 * @param narSize bytes
 * @throws IntegrityError
 */
function checkNar(info, narHash, narSize) {
    if (narHash === info.narHash && narSize === info.narSize)
        return;
    throw new lib_errors/* IntegrityError */.cs(`${info.path} is damaged in the store that it comes from: its contents hash to ${narHash} (${narSize} bytes), ` +
        `Nix's database says ${info.narHash} (${info.narSize} bytes).`, { hint: `Repair it there with “nix-store --repair-path ${info.path}”, or delete and build it again.` });
}

;// CONCATENATED MODULE: ./lib/nix/nar.js

/** Longest string other than file contents that we take: PATH_MAX for a link's target is 4096. */
const LONGEST_TOKEN = 8192;
const EMPTY = Buffer.alloc(0);
/**
 * An incremental parser of Nix archives. Bytes go in as they come, what they mean goes to the visitor at once; memory
 * stays constant. Everything that Nix itself refuses is refused (order, names, padding), so a NAR that passes is
 * canonical. (Format: Nix manual, "Nix Archive (NAR) format".)
 */
class NarParser {
    #visitor;
    #stack = [];
    #state = 'magic';
    /** Bytes of an unfinished string, from earlier chunks. */
    #carry = EMPTY;
    #path = '';
    #executable = false;
    /** Bytes of contents, then of padding, that are still to come. */
    #left = 0;
    #padding = 0;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    get done() {
        return this.#state === 'done';
    }
    /**
     * Takes bytes until the archive ends.
     * @returns how many bytes of the chunk belong to the archive: all of them unless it ended
     * @throws IntegrityError where the bytes are no canonical NAR
     */
    write(chunk) {
        const carried = this.#carry.length;
        const bytes = carried === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
        this.#carry = EMPTY;
        let at = 0;
        while (this.#state !== 'done') {
            const next = this.#step(bytes, at);
            if (next === undefined) {
                this.#carry = bytes.subarray(at);
                return chunk.length;
            }
            at = next;
        }
        return at - carried;
    }
    /** One step of the grammar. @returns where the next one begins, or undefined when it needs more bytes */
    #step(bytes, at) {
        switch (this.#state) {
            case 'contents': {
                if (at === bytes.length)
                    return undefined;
                const end = Math.min(bytes.length, at + this.#left);
                this.#left -= end - at;
                this.#visitor.contents(bytes.subarray(at, end));
                if (this.#left === 0)
                    this.#endOfContents();
                return end;
            }
            case 'padding': {
                if (at === bytes.length)
                    return undefined;
                if (bytes[at] !== 0)
                    throw this.#malformed('padding is not zero');
                this.#padding -= 1;
                if (this.#padding === 0)
                    this.#endOfFile();
                return at + 1;
            }
            case 'contents-size': {
                if (bytes.length - at < 8)
                    return undefined;
                const size = bytes.readBigUInt64LE(at);
                if (size > BigInt(Number.MAX_SAFE_INTEGER))
                    throw this.#malformed('a file of more than 2^53 bytes');
                this.#beginFile(Number(size));
                return at + 8;
            }
            default:
                return this.#stringStep(bytes, at);
        }
    }
    /** All other steps take one string: a length of 8 bytes, little-endian, the bytes, zeros up to a multiple of 8. */
    #stringStep(bytes, at) {
        if (bytes.length - at < 8)
            return undefined;
        const length = bytes.readUInt32LE(at);
        if (length > LONGEST_TOKEN || bytes.readUInt32LE(at + 4) !== 0)
            throw this.#malformed('a string is too long');
        const end = at + 8 + length;
        const next = at + 8 + Math.ceil(length / 8) * 8;
        if (bytes.length < next)
            return undefined;
        for (let i = end; i < next; i++)
            if (bytes[i] !== 0)
                throw this.#malformed('padding is not zero');
        this.#token(bytes.toString('latin1', at + 8, end));
        return next;
    }
    #token(text) {
        switch (this.#state) {
            case 'magic':
                return this.#expect(text, 'nix-archive-1', 'open');
            case 'open':
                return this.#expect(text, '(', 'type');
            case 'type':
                return this.#expect(text, 'type', 'type-value');
            case 'type-value':
                return this.#type(text);
            case 'regular':
                if (text === 'executable')
                    this.#state = 'executable-value';
                else if (text === 'contents')
                    this.#state = 'contents-size';
                else if (text === ')')
                    this.#emptyFile();
                else
                    throw this.#malformed(`“${text}” inside a file`);
                return;
            case 'executable-value':
                this.#executable = true;
                return this.#expect(text, '', 'contents-keyword');
            case 'contents-keyword':
                return this.#expect(text, 'contents', 'contents-size');
            case 'symlink-keyword':
                return this.#expect(text, 'target', 'symlink-target');
            case 'symlink-target':
                if (text === '' || text.includes('\0'))
                    throw this.#malformed('a link without a usable target');
                this.#visitor.symlink(this.#path, text);
                this.#state = 'close';
                return;
            case 'directory':
                if (text === 'entry')
                    this.#state = 'entry-open';
                else if (text === ')')
                    this.#endOfDirectory();
                else
                    throw this.#malformed(`“${text}” inside a directory`);
                return;
            case 'entry-open':
                return this.#expect(text, '(', 'entry-name-keyword');
            case 'entry-name-keyword':
                return this.#expect(text, 'name', 'entry-name');
            case 'entry-name':
                return this.#entryName(text);
            case 'entry-node':
                return this.#expect(text, 'node', 'open');
            case 'entry-close':
                return this.#expect(text, ')', 'directory');
            case 'close':
                this.#expect(text, ')', 'done');
                return this.#endOfNode();
            default:
                throw this.#malformed(`“${text}” where no string can be`);
        }
    }
    #expect(text, wanted, next) {
        if (text !== wanted)
            throw this.#malformed(`“${text}” instead of “${wanted}”`);
        this.#state = next;
    }
    #type(text) {
        if (text === 'regular') {
            this.#executable = false;
            this.#state = 'regular';
        }
        else if (text === 'symlink') {
            this.#state = 'symlink-keyword';
        }
        else if (text === 'directory') {
            this.#visitor.directory(this.#path);
            this.#stack.push({ prefix: this.#path === '' ? '' : `${this.#path}/`, last: '' });
            this.#state = 'directory';
        }
        else {
            throw this.#malformed(`“${text}” is no type of file`);
        }
    }
    #entryName(name) {
        const directory = this.#stack.at(-1);
        if (directory === undefined)
            throw this.#malformed('an entry outside a directory');
        if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) {
            throw this.#malformed(`“${name}” is no name for a file`);
        }
        if (name <= directory.last)
            throw this.#malformed(`“${name}” is not in order`);
        directory.last = name;
        this.#path = directory.prefix + name;
        this.#state = 'entry-node';
    }
    #beginFile(size) {
        this.#visitor.file(this.#path, this.#executable, size);
        this.#left = size;
        this.#padding = (8 - (size % 8)) % 8;
        if (size === 0)
            this.#endOfContents();
        else
            this.#state = 'contents';
    }
    #endOfContents() {
        if (this.#padding === 0)
            this.#endOfFile();
        else
            this.#state = 'padding';
    }
    #endOfFile() {
        this.#visitor.fileEnd();
        this.#state = 'close';
    }
    #emptyFile() {
        this.#visitor.file(this.#path, this.#executable, 0);
        this.#visitor.fileEnd();
        this.#endOfNode();
    }
    #endOfDirectory() {
        this.#stack.pop();
        this.#endOfNode();
    }
    #endOfNode() {
        this.#state = this.#stack.length === 0 ? 'done' : 'entry-close';
    }
    #malformed(what) {
        const where = this.#path === '' ? '' : ` at “${this.#path}”`;
        return new lib_errors/* IntegrityError */.cs(`Not a canonical Nix archive: ${what}${where}.`);
    }
}

;// CONCATENATED MODULE: ./lib/nix/export.js




/** Arguments of one `nix-store --export`; keeps a command line far below the system's limit. */
const LONGEST_RUN = 256;
/** Reads one line of store paths after another and exports each; the names come from Nix and hold no blanks. */
const EXPORT_SCRIPT = 'while read -r paths; do nix-store --export $paths </dev/null || exit 1; done';
const END = 0n;
const NEXT = 1n;
/** "NIXE" in front of the metadata that follows each NAR. */
const TRAILER_MAGIC = 0x4558494en;
/**
 * Splits paths into runs such that one `nix-store --export` of a run gives its paths in the order asked for.
 *
 * Nix exports dependencies first, and otherwise in the order of the paths' names. So a run may go on as long as none of
 * its paths refers to one that comes later in it. Starting Nix costs about 10 ms, as much as exporting 10 MB.
 */
function exportRuns(paths, closure) {
    const runs = [];
    let run = [];
    /** What the run's paths refer to, themselves aside: none of these may follow. */
    let referred = new Set();
    let last = '';
    for (const path of paths) {
        if (run.length === LONGEST_RUN || referred.has(path) || path < last) {
            runs.push(run);
            run = [];
            referred = new Set();
        }
        run.push(path);
        last = path;
        for (const reference of closure.get(path)?.references ?? [])
            if (reference !== path)
                referred.add(reference);
    }
    if (run.length > 0)
        runs.push(run);
    return runs;
}
/** Starts one stream with the exports of all runs, one after the other. */
function startExport(site, runs) {
    return site.stream(['/bin/sh', '-c', EXPORT_SCRIPT], { input: runs.map((run) => `${run.join(' ')}\n`).join('') });
}
/**
 * An incremental parser of `nix-store --export` streams, one or several joined, that must hold just the paths that it
 * is told, in that order. Each NAR is checked against its hash and size, each trailer against the path and its
 * references. (Format: Nix's export-import.cc.)
 */
class ExportParser {
    #expected;
    #visitor;
    #current;
    #nar;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #narSize = 0;
    /** Bytes of a marker or trailer that is not whole yet. */
    #pending = Buffer.alloc(0);
    #state = 'marker';
    constructor(expected, visitor) {
        this.#expected = expected[Symbol.iterator]();
        this.#visitor = visitor;
    }
    /** @throws IntegrityError where the stream isn't what was asked for */
    write(chunk) {
        let rest = chunk;
        while (rest.length > 0)
            rest = this.#state === 'nar' ? this.#takeNar(rest) : this.#takeSmall(rest);
    }
    /** To be called when the stream has ended. @throws IntegrityError where something is missing */
    end() {
        const missing = this.#current?.path ?? nextOf(this.#expected)?.path;
        if (this.#state !== 'marker' || this.#pending.length > 0 || missing !== undefined) {
            throw new lib_errors/* IntegrityError */.cs(`Nix's export ended early${missing === undefined ? '' : `: ${missing} is missing`}.`);
        }
    }
    #takeNar(chunk) {
        if (this.#nar === undefined || this.#current === undefined)
            throw new Error('no NAR is being read');
        const used = this.#nar.write(chunk);
        const bytes = used === chunk.length ? chunk : chunk.subarray(0, used);
        this.#hash.update(bytes);
        this.#narSize += used;
        if (this.#nar.done) {
            checkNar(this.#current, `sha256-${this.#hash.digest('base64')}`, this.#narSize);
            this.#state = 'trailer';
        }
        return chunk.subarray(used);
    }
    #takeSmall(chunk) {
        const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
        const used = this.#state === 'marker' ? this.#marker(bytes) : this.#trailer(bytes);
        this.#pending = used === 0 ? bytes : Buffer.alloc(0);
        return used === 0 ? this.#pending.subarray(bytes.length) : bytes.subarray(used);
    }
    #marker(bytes) {
        if (bytes.length < 8)
            return 0;
        const marker = bytes.readBigUInt64LE(0);
        if (marker === NEXT)
            this.#beginPath();
        else if (marker !== END)
            throw new lib_errors/* IntegrityError */.cs('Nix wrote something that is no export.');
        return 8;
    }
    #beginPath() {
        const info = nextOf(this.#expected);
        if (info === undefined)
            throw new lib_errors/* IntegrityError */.cs("Nix's export holds more paths than were asked for.");
        this.#current = info;
        this.#nar = new NarParser(this.#visitor);
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.#narSize = 0;
        this.#state = 'nar';
        this.#visitor.beginPath(info);
    }
    /** @returns the trailer's length, or 0 while it isn't whole */
    #trailer(bytes) {
        const reader = new TrailerReader(bytes);
        const trailer = reader.read();
        if (trailer === undefined)
            return 0;
        const info = this.#current;
        if (info === undefined || trailer.path !== info.path) {
            throw new lib_errors/* IntegrityError */.cs(`Nix exported ${trailer.path} where ${info?.path ?? 'nothing'} was expected.`);
        }
        if (withoutSelf(trailer.references, info.path) !== withoutSelf(info.references, info.path)) {
            throw new lib_errors/* IntegrityError */.cs(`Nix's export and its database disagree on the references of ${info.path}.`);
        }
        this.#visitor.endPath(info);
        this.#current = undefined;
        this.#nar = undefined;
        this.#state = 'marker';
        return reader.at;
    }
}
function nextOf(iterator) {
    const next = iterator.next();
    return next.done === true ? undefined : next.value;
}
/** What follows a NAR: magic, path, references, deriver, and a zero (once the place of a signature). */
class TrailerReader {
    #bytes;
    at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** @returns undefined while it isn't whole */
    read() {
        const magic = this.#number();
        if (magic !== undefined && magic !== TRAILER_MAGIC)
            throw new lib_errors/* IntegrityError */.cs('Nix wrote something that is no export.');
        const path = this.#string();
        const count = this.#number();
        if (path === undefined || count === undefined)
            return undefined;
        const references = [];
        for (let i = 0n; i < count; i++) {
            const reference = this.#string();
            if (reference === undefined)
                return undefined;
            references.push(reference);
        }
        const deriver = this.#string();
        const signature = this.#number();
        if (deriver === undefined || signature === undefined)
            return undefined;
        if (signature !== 0n)
            throw new lib_errors/* IntegrityError */.cs('Nix wrote an export with a signature, as versions before 2.0 did.');
        return { path, references };
    }
    #number() {
        if (this.#bytes.length - this.at < 8)
            return undefined;
        this.at += 8;
        return this.#bytes.readBigUInt64LE(this.at - 8);
    }
    #string() {
        const length = this.#number();
        if (length === undefined)
            return undefined;
        const padded = Math.ceil(Number(length) / 8) * 8;
        if (this.#bytes.length - this.at < padded)
            return undefined;
        const text = this.#bytes.toString('latin1', this.at, this.at + Number(length));
        this.at += padded;
        return text;
    }
}
/** A path's references to others as one text; whether a reference to itself is listed differs from version to version. */
function withoutSelf(references, path) {
    return references
        .filter((reference) => reference !== path)
        .sort()
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/nix/store-reader.js




const BUFFER = 1024 * 1024;
const TOKENS = 64 * 1024;
/** The longest that is written at once: a link's target of PATH_MAX, or a name. */
const store_reader_LONGEST_TOKEN = 8192;
const OWNER_EXECUTES = 0o100;
/**
 * Reads store paths from the file system that we see ourselves, and tells what they hold as an export would: in NAR
 * order, each checked against its NAR hash. Where we can do so it saves a process, a pipe and a copy of every byte.
 *
 * The generator pauses after every buffer of contents, so that its reader can wait for room; what it tells lives only
 * until then.
 *
 * @throws IntegrityError where a path isn't what Nix says
 */
function* readStore(infos, visitor) {
    const buffers = { contents: Buffer.allocUnsafeSlow(BUFFER), tokens: Buffer.allocUnsafeSlow(TOKENS) };
    for (const info of infos) {
        visitor.beginPath(info);
        const dump = new Dump(visitor, buffers, info.path);
        yield* dump.run();
        checkNar(info, dump.narHash(), dump.narSize);
        visitor.endPath(info);
        yield;
    }
}
/** Serialises one store path (Nix manual, "Nix Archive (NAR) format") into a hash, and tells the visitor. */
class Dump {
    #visitor;
    #buffer;
    #root;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** What is not hashed yet: hashing few bytes at a time costs more than the bytes. */
    #tokens;
    #pending = 0;
    narSize = 0;
    constructor(visitor, buffers, root) {
        this.#visitor = visitor;
        this.#buffer = buffers.contents;
        this.#tokens = buffers.tokens;
        this.#root = root;
    }
    *run() {
        this.#strings('nix-archive-1');
        yield* this.#node('');
    }
    narHash() {
        this.#flush();
        return `sha256-${this.#hash.digest('base64')}`;
    }
    *#node(path) {
        const file = this.#fileOf(path);
        const stat = (0,external_node_fs_.lstatSync)(file);
        this.#strings('(', 'type');
        if (stat.isFile())
            yield* this.#file(path, file, stat.size, (stat.mode & OWNER_EXECUTES) !== 0);
        else if (stat.isDirectory())
            yield* this.#directory(path, file);
        else if (stat.isSymbolicLink())
            this.#symlink(path, file);
        else
            throw new lib_errors/* IntegrityError */.cs(`${this.#root} holds “${path}”, which is neither a file nor a directory nor a link.`);
        this.#strings(')');
    }
    *#directory(path, file) {
        this.#visitor.directory(path);
        this.#strings('directory');
        // One char for each byte, so that this order is the order of bytes.
        const names = (0,external_node_fs_.readdirSync)(file, { encoding: 'latin1' }).sort();
        for (const name of names) {
            this.#strings('entry', '(', 'name', name, 'node');
            yield* this.#node(path === '' ? name : `${path}/${name}`);
            this.#strings(')');
        }
    }
    #symlink(path, file) {
        const target = (0,external_node_fs_.readlinkSync)(file, { encoding: 'latin1' });
        this.#visitor.symlink(path, target);
        this.#strings('symlink', 'target', target);
    }
    *#file(path, file, size, executable) {
        this.#visitor.file(path, executable, size);
        if (executable)
            this.#strings('regular', 'executable', '', 'contents');
        else
            this.#strings('regular', 'contents');
        this.#number(size);
        if (size > 0)
            yield* this.#contents(path, file, size);
        this.#zeros((8 - (size % 8)) % 8);
        this.#visitor.fileEnd();
    }
    *#contents(path, file, size) {
        const fd = (0,external_node_fs_.openSync)(file, 'r');
        try {
            for (let left = size; left > 0;) {
                const count = (0,external_node_fs_.readSync)(fd, this.#buffer, 0, Math.min(left, BUFFER), null);
                if (count === 0)
                    throw new lib_errors/* IntegrityError */.cs(`${this.#root}/${path} got shorter while it was read.`);
                const bytes = this.#buffer.subarray(0, count);
                this.#flush();
                this.#hash.update(bytes);
                this.narSize += count;
                this.#visitor.contents(bytes);
                left -= count;
                if (count === BUFFER)
                    yield;
            }
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    #fileOf(path) {
        return Buffer.from(path === '' ? this.#root : `${this.#root}/${path}`, 'latin1');
    }
    /** A string: its length in 8 bytes, little-endian, its bytes, zeros up to a multiple of 8. */
    #strings(...texts) {
        for (const text of texts) {
            this.#number(text.length);
            this.#pending += this.#tokens.write(text, this.#pending, 'latin1');
            this.#zeros((8 - (text.length % 8)) % 8);
        }
    }
    #number(value) {
        if (this.#pending > TOKENS - store_reader_LONGEST_TOKEN)
            this.#flush();
        this.#tokens.writeUInt32LE(value % 2 ** 32, this.#pending);
        this.#tokens.writeUInt32LE(Math.floor(value / 2 ** 32), this.#pending + 4);
        this.#pending += 8;
    }
    #zeros(count) {
        this.#tokens.fill(0, this.#pending, this.#pending + count);
        this.#pending += count;
    }
    #flush() {
        this.#hash.update(this.#tokens.subarray(0, this.#pending));
        this.narSize += this.#pending;
        this.#pending = 0;
    }
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/archive/blob-writer.js



/** The blocks of a run, over all its blobs: bounds how many are compressed at once, and how many are in memory. */
class BlockPool {
    #atOnce;
    #blockSize;
    /** Used again: fresh memory costs a page fault for every 4 KiB. */
    #free = [];
    #working = 0;
    #waiting = [];
    #inMemory = 0;
    #roomWanted;
    /**
     * @param atOnce blocks that are compressed at the same time
     * @param blockSize bytes
     */
    constructor(atOnce, blockSize) {
        this.#atOnce = atOnce;
        this.#blockSize = blockSize;
    }
    /** A block to fill; its bytes are undefined. It counts until it is given back. */
    take() {
        this.#inMemory += 1;
        return this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#blockSize);
    }
    /** The block was written, or given up: nobody reads it any more. */
    giveBack(block) {
        this.#free.push(block);
        this.#inMemory -= 1;
        if (!this.#full)
            this.#roomWanted?.();
    }
    /** Runs `work` when it is its turn. */
    async compress(work) {
        if (this.#working === this.#atOnce)
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#working += 1;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#working -= 1;
            else
                next();
        }
    }
    /** Backpressure: undefined while there's room for more, else a promise of room. */
    room() {
        if (!this.#full)
            return undefined;
        return new Promise((resolve) => {
            this.#roomWanted = () => {
                this.#roomWanted = undefined;
                resolve();
            };
        });
    }
    /** Two blocks may wait besides those that are at work, so that no core runs dry while the next bytes are read. */
    get #full() {
        return this.#inMemory > this.#atOnce + 2;
    }
}
/**
 * Writes bytes into a compressed file, digested on the way in and on the way out. Blocks are compressed beside each
 * other and written in order. `write` never waits; ask the pool for `room` between calls.
 */
class BlobWriter {
    #file;
    #codec;
    #pool;
    #raw = (0,external_node_crypto_.createHash)('sha256');
    #compressed = (0,external_node_crypto_.createHash)('sha256');
    #trailer;
    #block;
    #filled = 0;
    #before = Buffer.alloc(0);
    #rawSize = 0;
    #size = 0;
    /** The chain of writes; rejects with the first fault. */
    #written;
    #fault;
    constructor(file, codec, pool) {
        this.#file = file;
        this.#codec = codec;
        this.#pool = pool;
        this.#trailer = codec.trailer();
        this.#block = pool.take();
        this.#written = (0,promises_.open)(file, 'wx', 0o644);
        this.#append(() => Promise.resolve(codec.header));
    }
    /** @throws the fault of an earlier block, such as a full disk */
    write(bytes) {
        if (this.#fault !== undefined)
            throw this.#fault;
        let at = 0;
        while (at < bytes.length) {
            const taken = bytes.copy(this.#block, this.#filled, at);
            at += taken;
            this.#filled += taken;
            if (this.#filled === this.#block.length)
                this.#submit(false);
        }
    }
    /** Writes what is left. @throws the first fault; the file is then gone */
    async end() {
        this.#submit(true);
        this.#append(() => Promise.resolve(this.#trailer.end()));
        try {
            const handle = await this.#written;
            await handle.close();
        }
        catch (error) {
            await this.discard();
            throw error;
        }
        return {
            file: this.#file,
            digest: (0,oci_digest/* digestOfHex */.z9)(this.#compressed.digest('hex')),
            size: this.#size,
            diffId: (0,oci_digest/* digestOfHex */.z9)(this.#raw.digest('hex')),
            rawSize: this.#rawSize,
        };
    }
    /** Gives up: closes the file and removes it. */
    async discard() {
        this.#fault ??= new Error('discarded');
        await this.#written.then((handle) => handle.close()).catch(() => undefined);
        await (0,promises_.rm)(this.#file, { force: true });
    }
    #submit(last) {
        const block = this.#block;
        const bytes = block.subarray(0, this.#filled);
        const before = this.#before;
        this.#raw.update(bytes);
        this.#trailer.update(bytes);
        this.#rawSize += bytes.length;
        // A copy: the block is filled again while the next one is still at work.
        if (this.#codec.overlap > 0)
            this.#before = Buffer.from(bytes.subarray(Math.max(0, bytes.length - this.#codec.overlap)));
        if (!last)
            this.#block = this.#pool.take();
        this.#filled = 0;
        const work = this.#pool.compress(() => this.#codec.compress(bytes, before, last));
        this.#append(async () => {
            try {
                return await work;
            }
            finally {
                this.#pool.giveBack(block);
            }
        });
    }
    #append(bytes) {
        const ready = bytes();
        // A fault is met where the chain awaits it; until then it must not count as unhandled.
        ready.catch(() => undefined);
        const written = this.#written.then(async (handle) => {
            try {
                await this.#store(handle, await ready);
            }
            catch (error) {
                this.#fault ??= error;
                await handle.close().catch(() => undefined);
                throw error;
            }
            return handle;
        });
        written.catch((error) => (this.#fault ??= error));
        this.#written = written;
    }
    async #store(handle, bytes) {
        if (this.#fault !== undefined)
            throw this.#fault;
        this.#compressed.update(bytes);
        this.#size += bytes.length;
        for (let at = 0; at < bytes.length;)
            at += (await handle.write(bytes, at)).bytesWritten;
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/archive/codec.js



const deflate = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
const zstd = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
const GZIP_LEVEL = 6;
const GZIP_BLOCK = 1024 * 1024;
/** Deflate looks back at most this far (RFC 1951, 2). */
const DEFLATE_WINDOW = 32 * 1024;
/**
 * One gzip member (RFC 1952) made as pigz does it: each block is deflated with the end of the block before as its
 * dictionary and ends on a byte boundary, so joined they are one deflate stream. No name and no time in the header.
 */
const gzip = {
    mediaType: media_types/* LAYER_GZIP */.fc,
    extension: 'gz',
    blockSize: GZIP_BLOCK,
    overlap: DEFLATE_WINDOW,
    header: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]),
    compress: (block, before, last) => deflate(block, {
        level: GZIP_LEVEL,
        finishFlush: last ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        // One call of the thread pool for all of the block: deflate never makes more than this of it.
        chunkSize: GZIP_BLOCK + GZIP_BLOCK / 128 + 1024,
        ...(before.length > 0 ? { dictionary: before } : {}),
    }),
    trailer: () => {
        let crc = 0;
        let size = 0;
        return {
            update(block) {
                crc = (0,external_node_zlib_.crc32)(block, crc);
                size += block.length;
            },
            end() {
                const trailer = Buffer.alloc(8);
                trailer.writeUInt32LE(crc, 0);
                trailer.writeUInt32LE(size % 2 ** 32, 4);
                return trailer;
            },
        };
    },
};
const ZSTD_LEVEL = 3;
/** Twice level 3's window: larger blocks gain little, and several of them are in memory at once. */
const ZSTD_BLOCK = 4 * 1024 * 1024;
/** Frames of their own, joined (RFC 8878, 3: "zstd compressed data is made up of one or more frames"), each with a checksum. */
const zstdFrames = {
    mediaType: media_types/* LAYER_ZSTD */.wd,
    extension: 'zst',
    blockSize: ZSTD_BLOCK,
    overlap: 0,
    header: Buffer.alloc(0),
    compress: async (block, _before, last) => last && block.length === 0
        ? Buffer.alloc(0)
        : zstd(block, {
            params: {
                [external_node_zlib_.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL,
                [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1,
                [external_node_zlib_.constants.ZSTD_c_contentSizeFlag]: 1,
            },
            pledgedSrcSize: block.length,
            chunkSize: ZSTD_BLOCK + ZSTD_BLOCK / 128,
        }),
    trailer: () => ({ update: () => undefined, end: () => Buffer.alloc(0) }),
};
const CODECS = { gzip, zstd: zstdFrames };

;// CONCATENATED MODULE: ./lib/archive/layer-key.js


/** Goes up whenever the same paths would be written as another tar. */
const PACKER_FORMAT = 'nix-feature-layer-v1';
/** What a layer holds, whatever the codec: docs/formats.md, "The delta document". */
function layerKey(paths, closure) {
    const lines = paths.toSorted(store_path/* compareText */.n6).map((path) => `${path} ${closure.get(path)?.narHash ?? ''}\n`);
    return (0,oci_digest/* digestOf */.ol)(`${PACKER_FORMAT}\n${lines.join('')}`);
}

;// CONCATENATED MODULE: ./lib/archive/content-tag.js

const CIPHER = 'aes-128-gcm';
const KEY = (0,external_node_crypto_.randomBytes)(16);
const NONCE = Buffer.alloc(12);
/**
 * Tells whether two files of this run are the same, an order of magnitude quicker than SHA-256.
 *
 * It is GMAC under a key that is drawn anew in each process and shown to nobody. Two different files get one tag with
 * a probability of at most their length in 16-byte blocks over 2^128, whatever is in them (NIST SP 800-38D; GHASH is a
 * universal hash, and nobody who made the files knew the key). Tags are compared with each other and never leave memory:
 * the layer's bytes depend on which files are alike, not on the key.
 */
class ContentTag {
    #cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, KEY, NONCE);
    update(bytes) {
        this.#cipher.setAAD(bytes);
    }
    end() {
        this.#cipher.final();
        return this.#cipher.getAuthTag().toString('base64');
    }
}

// EXTERNAL MODULE: ./lib/archive/tar-header.js
var tar_header = __webpack_require__(4551);
;// CONCATENATED MODULE: ./lib/archive/tar-writer.js



/**
 * A file that might be a copy of an earlier one is held back until that is known, so this bounds memory (bytes).
 * Larger files are written as they come, twice if they are there twice.
 */
const LARGEST_HELD_FILE = 32 * 1024 * 1024;
/** ext4 gives up at 65 000 links to a file; installed trees are linked once more by `nix-store --optimise`. */
const MOST_LINKS = 30_000;
const ZEROS = Buffer.alloc(512);
/**
 * Writes one layer: a deterministic tar of whole store paths, in the order in which they come, under `nix/store/`.
 *
 * Identical files become hard links to the first of them (NAR knows no links, and tool suites ship a hundred copies of
 * one binary). To know that, a file whose size was seen before is held until its end; the first of any size streams.
 */
class TarWriter {
    #sink;
    /** By executable bit and size, then by the tag of the contents. */
    #originals = new Map();
    #root = '';
    #file;
    constructor(sink) {
        this.#sink = sink;
        for (const name of ['nix/', 'nix/store/'])
            this.#header({ name, type: 'directory', mode: 0o755, size: 0 });
    }
    beginPath(info) {
        this.#root = `nix/store/${(0,store_path/* baseNameOf */.mv)(info.path)}`;
    }
    endPath() {
        this.#root = '';
    }
    directory(path) {
        this.#header({ name: `${this.#nameOf(path)}/`, type: 'directory', mode: 0o555, size: 0 });
    }
    symlink(path, target) {
        this.#header({ name: this.#nameOf(path), type: 'symlink', mode: 0o777, size: 0, target });
    }
    file(path, executable, size) {
        const name = this.#nameOf(path);
        const linkable = size > 0 && size <= LARGEST_HELD_FILE;
        const seen = linkable && this.#originals.has(sizeKey(executable, size));
        this.#file = {
            name,
            executable,
            size,
            tag: linkable ? new ContentTag() : undefined,
            held: seen ? [] : undefined,
        };
        if (!seen)
            this.#fileHeader(this.#file);
    }
    contents(bytes) {
        const file = this.#openFile();
        file.tag?.update(bytes);
        if (file.held === undefined)
            this.#sink.write(bytes);
        else
            file.held.push(Buffer.from(bytes));
    }
    fileEnd() {
        const file = this.#openFile();
        this.#file = undefined;
        const original = file.tag === undefined ? undefined : this.#originalOf(file, file.tag.end());
        if (file.held !== undefined) {
            if (original !== undefined)
                return this.#hardLink(file, original);
            this.#fileHeader(file);
            for (const bytes of file.held)
                this.#sink.write(bytes);
        }
        this.#pad(file.size);
    }
    /** Ends the archive. */
    end() {
        this.#sink.write(tar_header/* TAR_END */.y7);
    }
    #openFile() {
        if (this.#file === undefined)
            throw new Error('contents outside a file');
        return this.#file;
    }
    /** The earlier file with the same contents; where there is none (or it has too many links), this one is it from now on. */
    #originalOf(file, tag) {
        const key = sizeKey(file.executable, file.size);
        const ofSize = this.#originals.get(key) ?? new Map();
        this.#originals.set(key, ofSize);
        const original = ofSize.get(tag);
        if (original !== undefined && original.links < MOST_LINKS) {
            original.links += 1;
            return original;
        }
        ofSize.set(tag, { name: file.name, links: 1 });
        return undefined;
    }
    #hardLink(file, original) {
        this.#header({ name: file.name, type: 'hard-link', mode: modeOf(file), size: 0, target: original.name });
    }
    #fileHeader(file) {
        this.#header({ name: file.name, type: 'file', mode: modeOf(file), size: file.size });
    }
    #nameOf(path) {
        return path === '' ? this.#root : `${this.#root}/${path}`;
    }
    #header(entry) {
        this.#sink.write((0,tar_header/* tarHeader */.pI)(entry));
    }
    #pad(size) {
        const padding = (0,tar_header/* tarPadding */.vr)(size);
        if (padding > 0)
            this.#sink.write(ZEROS.subarray(0, padding));
    }
}
function sizeKey(executable, size) {
    return `${executable ? 'x' : '-'}${size}`;
}
function modeOf(file) {
    return file.executable ? 0o555 : 0o444;
}

;// CONCATENATED MODULE: ./lib/archive/pack-layers.js








/** Node compresses in libuv's pool: blocks beyond its threads would only wait in memory. (libuv, "Thread pool work scheduling") */
const THREADS = Number(process.env['UV_THREADPOOL_SIZE']) || 4;
/**
 * Packs groups of store paths, each into one layer: NARs out of the store, each checked against its hash, into
 * deterministic tars, compressed and digested on the way into files of `folder`. Memory stays the same however much
 * there is; the tail of one layer is compressed while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError where a path is not what Nix says, and the signal's reason; nothing is then left in `folder`
 */
async function packLayers(site, closure, groups, folder, options) {
    const sorted = groups.map((group) => group.toSorted(store_path/* compareText */.n6));
    const packer = new Packer(sorted, closure, folder, options);
    try {
        if (site.storeIsHere)
            await pumpStore(sorted, closure, packer);
        else
            await pumpExport(site, sorted, closure, packer);
        return await packer.finish();
    }
    catch (error) {
        await packer.discard();
        throw error;
    }
}
async function pumpStore(groups, closure, packer) {
    const reader = readStore(infosOf(groups, closure), packer);
    while (reader.next().done !== true) {
        const room = packer.room();
        if (room !== undefined)
            await room;
        packer.throwIfStopped();
    }
}
async function pumpExport(site, groups, closure, packer) {
    const stream = startExport(site, groups.flatMap((group) => exportRuns(group, closure)));
    // Awaited below; a reader that fails first must not leave it unhandled.
    stream.done.catch(() => undefined);
    const parser = new ExportParser(infosOf(groups, closure), packer);
    try {
        for await (const chunk of stream.stdout) {
            parser.write(chunk);
            await packer.room();
            packer.throwIfStopped();
        }
        await stream.done;
        parser.end();
    }
    finally {
        stream.stdout.destroy();
    }
}
function* infosOf(groups, closure) {
    for (const path of groups.flat()) {
        const info = closure.get(path);
        if (info === undefined)
            throw new Error(`${path} is not in the closure`);
        yield info;
    }
}
/** Hands the stream's paths to the layer that each belongs to, one layer after the other. */
class Packer {
    #groups;
    #closure;
    #folder;
    #options;
    #codec;
    #pool;
    #blobs = [];
    #layers = [];
    #tar;
    /** Paths of the present layer that are still to come. */
    #left = 0;
    /** NAR bytes of the paths that are done. */
    #done = 0;
    /** Bytes of files of the present path. */
    #within = 0;
    #path;
    constructor(groups, closure, folder, options) {
        this.#groups = groups;
        this.#closure = closure;
        this.#folder = folder;
        this.#options = options;
        this.#codec = CODECS[options.compression];
        this.#pool = new BlockPool(Math.min(options.jobs, THREADS), this.#codec.blockSize);
    }
    room() {
        if (this.#path !== undefined)
            this.#options.onProgress?.(this.#done + this.#within, this.#path);
        return this.#pool.room();
    }
    throwIfStopped() {
        this.#options.signal?.throwIfAborted();
    }
    async finish() {
        return Promise.all(this.#layers);
    }
    async discard() {
        await Promise.allSettled(this.#layers);
        await Promise.all(this.#blobs.map((blob) => blob.discard()));
    }
    beginPath(info) {
        if (this.#tar === undefined)
            this.#beginLayer();
        this.#path = info.path;
        this.#writer.beginPath(info);
    }
    endPath(info) {
        this.#writer.endPath();
        this.#left -= 1;
        this.#done += info.narSize;
        this.#within = 0;
        if (this.#left === 0)
            this.#endLayer();
    }
    directory(path) {
        this.#writer.directory(path);
    }
    file(path, executable, size) {
        this.#writer.file(path, executable, size);
    }
    contents(bytes) {
        this.#writer.contents(bytes);
        this.#within += bytes.length;
    }
    fileEnd() {
        this.#writer.fileEnd();
    }
    symlink(path, target) {
        this.#writer.symlink(path, target);
    }
    get #writer() {
        if (this.#tar === undefined)
            throw new Error('no layer is being written');
        return this.#tar;
    }
    #beginLayer() {
        const index = this.#blobs.length;
        const blob = new BlobWriter((0,external_node_path_.join)(this.#folder, `layer-${index}.tar.${this.#codec.extension}`), this.#codec, this.#pool);
        this.#blobs.push(blob);
        this.#tar = new TarWriter(blob);
        this.#left = this.#groups[index]?.length ?? 0;
    }
    #endLayer() {
        const blob = this.#blobs.at(-1);
        const paths = this.#groups[this.#blobs.length - 1];
        if (blob === undefined || paths === undefined)
            throw new Error('no layer is being written');
        this.#writer.end();
        this.#tar = undefined;
        const layer = blob.end().then((written) => this.#layerOf(written, paths));
        layer.catch(() => undefined);
        this.#layers.push(layer);
    }
    #layerOf(blob, paths) {
        const layer = {
            key: layerKey(paths, this.#closure),
            digest: blob.digest,
            diffId: blob.diffId,
            size: blob.size,
            tarSize: blob.rawSize,
            mediaType: this.#codec.mediaType,
            paths,
            file: blob.file,
        };
        this.#options.onLayer?.(layer);
        return layer;
    }
}

;// CONCATENATED MODULE: ./lib/delta/plan-layers.js

/** NAR bytes from which a path gets a layer of its own, where there are layers enough. */
const LARGE = 16 * 1024 * 1024;
/**
 * Splits a delta into at most `maxLayers` groups of whole paths; no group is empty, each path is in one, and the order
 * in which paths are given does not matter.
 *
 * The largest paths stand alone: they are the dearest to send again because of a neighbour. The others share what
 * layers are left, in the order of their names rather than their hashes, so that a path keeps its company when only its
 * hash changes; each layer takes about as many bytes as the next.
 */
function planLayers(add, maxLayers) {
    const bySize = add.toSorted((a, b) => b.narSize - a.narSize || (0,store_path/* compareText */.n6)(a.path, b.path));
    const large = bySize.filter((info) => info.narSize >= LARGE);
    const small = bySize.slice(large.length);
    // Some layers are left for the many small ones: one, or more where there is as much in them.
    const alone = large.slice(0, small.length > 0 || large.length > maxLayers ? maxLayers - 1 : maxLayers);
    const others = [...large.slice(alone.length), ...small];
    const shared = evenGroups(others.toSorted(byName), Math.min(maxLayers - alone.length, layersFor(others)));
    return [...alone.map((info) => [info]), ...shared].map((group) => group.map((info) => info.path).toSorted(store_path/* compareText */.n6));
}
/** How many layers are worth it: each should hold as much as a path that stands alone. */
function layersFor(infos) {
    return Math.max(1, Math.ceil(sizeOf(infos) / LARGE));
}
function byName(a, b) {
    return (0,store_path/* compareText */.n6)((0,store_path/* nameOf */.Vb)(a.path), (0,store_path/* nameOf */.Vb)(b.path)) || (0,store_path/* compareText */.n6)(a.path, b.path);
}
/** Cuts a list into at most `count` runs of about the same bytes. */
function evenGroups(infos, count) {
    const groups = [];
    const share = sizeOf(infos) / count;
    let size = 0;
    for (const info of infos) {
        const group = Math.min(count - 1, Math.floor(size / Math.max(1, share)));
        (groups[group] ??= []).push(info);
        size += info.narSize;
    }
    return groups.filter((group) => group.length > 0);
}
function sizeOf(infos) {
    return infos.reduce((size, info) => size + info.narSize, 0);
}

;// CONCATENATED MODULE: ./lib/build/pack.js





/** Packs what the bases lack. */
async function packDelta(site, closure, { add }, tools) {
    return packStage('Pack the delta', 'the base has every path already: there is nothing to pack', site, closure, add, tools);
}
/** Packs what is required of the bases, in layers of its own: a system that has it need not fetch it. */
async function packComplement(site, closure, { require }, tools) {
    // The packer names files by their number.
    const folder = (0,external_node_path_.join)(tools.folder, 'complement');
    await (0,promises_.mkdir)(folder, { recursive: true });
    return packStage('Pack the complement', 'nothing is required of a base', site, closure, require, { ...tools, folder });
}
function packStage(title, ifEmpty, site, closure, paths, { request, folder, stages, compression, signal }) {
    const groups = planLayers(paths, request.maxLayers);
    const total = paths.reduce((size, info) => size + info.narSize, 0);
    return stages.run(title, { total, unit: 'bytes' }, async (progress) => {
        if (groups.length === 0)
            return [[], ifEmpty];
        const layers = await packLayers(site, closure, groups, folder, {
            compression,
            jobs: request.jobs,
            signal,
            onProgress: (done, path) => progress.update(done, path),
        });
        const size = layers.reduce((sum, layer) => sum + layer.size, 0);
        const what = `${(0,format/* formatNumberOf */.Of)(paths.length, 'store path')} into ${(0,format/* formatNumberOf */.Of)(layers.length, 'layer')}`;
        return [layers, `${what}, ${(0,format/* formatBytes */.z3)(total)} → ${(0,format/* formatBytes */.z3)(size)} (${compression})`];
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
;// CONCATENATED MODULE: ./lib/base/zstd-frames.js

const FRAME_MAGIC = 0xfd2fb528;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
/**
 * Cuts zstd data so that no chunk reaches over the end of a frame, and leaves skippable frames out.
 *
 * Node's zstd stream takes what follows the end of a frame inside one chunk for garbage, and drops it without a word.
 * Layers that can be fetched in parts (“zstd:chunked”, pzstd) have many frames, and skippable ones with their tables.
 * The frames are walked by their block headers alone (RFC 8878, section 3.1).
 */
class ZstdFrames extends external_node_stream_.Transform {
    #step = 'magic';
    /** Bytes of the step that are still to come. */
    #left = 4;
    /** The bytes of a step that is a field. */
    #field = Buffer.alloc(0);
    #hasChecksum = false;
    #lastBlock = false;
    #out = [];
    _transform(chunk, _encoding, done) {
        try {
            let rest = chunk;
            while (rest.length > 0)
                rest = this.#take(rest);
            this.#emit();
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        const between = this.#step === 'magic' && this.#field.length === 0;
        done(between ? null : new Error('the zstd data ends in the middle of a frame'));
    }
    #take(rest) {
        const taken = rest.subarray(0, this.#left);
        this.#left -= taken.length;
        if (this.#step === 'content' || this.#step === 'checksum')
            this.#out.push(taken);
        else if (this.#step !== 'skip')
            this.#field = this.#field.length === 0 ? taken : Buffer.concat([this.#field, taken]);
        if (this.#left === 0)
            this.#finishStep();
        return rest.subarray(taken.length);
    }
    #finishStep() {
        const field = this.#field;
        this.#field = Buffer.alloc(0);
        switch (this.#step) {
            case 'magic':
                return this.#begin(field);
            case 'skip-size':
                return this.#next('skip', field.readUInt32LE(0));
            case 'skip':
                return this.#next('magic', 4);
            case 'descriptor':
                this.#out.push(field);
                return this.#readDescriptor(field.readUInt8(0));
            case 'header':
                this.#out.push(field);
                return this.#next('block', 3);
            case 'block':
                this.#out.push(field);
                return this.#readBlockHeader(field.readUIntLE(0, 3));
            case 'content':
                return this.#afterBlock();
            case 'checksum':
                return this.#endFrame();
        }
    }
    /** Goes to a step of `length` bytes, past it where it has none. */
    #next(step, length) {
        this.#step = step;
        this.#left = length;
        if (length === 0)
            this.#finishStep();
    }
    #begin(field) {
        const magic = field.readUInt32LE(0);
        // 0x184D2A50 to 0x184D2A5F
        if (magic >>> 4 === 0x184d2a5)
            return this.#next('skip-size', 4);
        if (magic !== FRAME_MAGIC)
            throw new Error('what follows a zstd frame is not zstd');
        this.#out.push(field);
        this.#next('descriptor', 1);
    }
    #readDescriptor(byte) {
        const singleSegment = (byte & 0x20) !== 0;
        this.#hasChecksum = (byte & 0x04) !== 0;
        const contentSize = [singleSegment ? 1 : 0, 2, 4, 8][byte >>> 6] ?? 0;
        const dictionaryId = [0, 1, 2, 4][byte & 0x03] ?? 0;
        this.#next('header', (singleSegment ? 0 : 1) + dictionaryId + contentSize);
    }
    #readBlockHeader(bits) {
        this.#lastBlock = (bits & 1) !== 0;
        const type = (bits >>> 1) & 3;
        if (type === BLOCK_RESERVED)
            throw new Error('a zstd block is of a kind that does not exist');
        this.#next('content', type === BLOCK_RLE ? 1 : bits >>> 3);
    }
    #afterBlock() {
        if (!this.#lastBlock)
            this.#next('block', 3);
        else if (this.#hasChecksum)
            this.#next('checksum', 4);
        else
            this.#endFrame();
    }
    #endFrame() {
        this.#emit();
        this.#next('magic', 4);
    }
    #emit() {
        if (this.#out.length === 0)
            return;
        const [only] = this.#out;
        this.push(this.#out.length === 1 ? only : Buffer.concat(this.#out));
        this.#out = [];
    }
}

;// CONCATENATED MODULE: ./lib/base/decompress.js



// What a compressed stream begins with. Names in a tar begin with none of these.
const MAGIC = [
    [Buffer.from([0x1f, 0x8b]), 'gzip'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'zstd'],
    [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'xz'],
    [Buffer.from('BZh'), 'bzip2'],
    [Buffer.from([0x04, 0x22, 0x4d, 0x18]), 'lz4'],
];
const LONGEST_MAGIC = 5;
/**
 * Finds out how a layer is compressed: by its first bytes, because media types are not always right, and by its media
 * type, because bytes that are nothing known must not pass for a tar where something else was announced.
 * @throws Error where it is of no kind that we can read, or not what its media type says
 */
async function decompression(blob, mediaType) {
    let head = Buffer.alloc(0);
    let ended = true;
    for await (const chunk of blob.iterator({ destroyOnReturn: false })) {
        head = Buffer.concat([head, chunk]);
        ended = head.length < LONGEST_MAGIC;
        if (!ended)
            break;
    }
    const stages = stagesOf(codecOf(head, mediaType));
    if (ended)
        return [external_node_stream_.Readable.from(head.length === 0 ? [] : [head]), ...stages];
    blob.unshift(head);
    return [blob, ...stages];
}
function codecOf(head, mediaType) {
    const found = isSkippableFrame(head) ? 'zstd' : MAGIC.find(([magic]) => head.subarray(0, magic.length).equals(magic))?.[1];
    if (found === 'gzip' || found === 'zstd')
        return found;
    if (found !== undefined)
        throw new Error(`it is compressed with ${found}, which no OCI layer may be`);
    const announced = /[+.]gzip$/.test(mediaType) ? 'gzip' : /[+.]zstd$/.test(mediaType) ? 'zstd' : undefined;
    if (announced !== undefined)
        throw new Error(`its media type ${mediaType} says ${announced}, and its bytes are not`);
    return 'none';
}
function isSkippableFrame(head) {
    return head.length >= 4 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;
}
function stagesOf(codec) {
    if (codec === 'gzip')
        return [(0,external_node_zlib_.createGunzip)({ chunkSize: 128 * 1024 })];
    if (codec === 'zstd')
        return [new ZstdFrames(), (0,external_node_zlib_.createZstdDecompress)({ chunkSize: 128 * 1024 })];
    return [];
}

;// CONCATENATED MODULE: ./lib/base/store-entries.js


const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Where a program is found without a set-up; `docs/formats.md` says what `compression: auto` makes of it. */
const ZSTD = /^(?:usr\/(?:local\/)?)?bin\/(\.wh\.)?zstd$/;
/** Takes from the entries of a layer's tar what concerns the store (OCI image specification, layer.md, "Whiteouts"). */
class StoreEntries {
    #added = new Set();
    #whiteouts = new Set();
    #opaque = false;
    #zstd;
    /** @throws BaseError where the store, or what it lies in, is a symbolic link */
    see(header) {
        // ./nix/store/x, /nix/store/x and nix/store/x are one name.
        const parts = header.name.split('/').filter((part) => part !== '' && part !== '.');
        if (parts.includes('..'))
            return;
        const zstd = ZSTD.exec(parts.join('/'));
        if (zstd !== null)
            this.#zstd = zstd[1] === undefined;
        const [root, store, name] = parts;
        if (parts.length === 1 && (root === OPAQUE || root === `${WHITEOUT}nix`))
            this.#opaque = true;
        if (root !== 'nix')
            return;
        if (parts.length === 1)
            return this.#seeFolder('/nix', header);
        if (parts.length === 2 && (store === OPAQUE || store === `${WHITEOUT}store`))
            this.#opaque = true;
        if (store !== 'store')
            return;
        if (name === undefined)
            return this.#seeFolder('/nix/store', header);
        this.#seeName(name, parts.slice(3));
    }
    result() {
        return {
            added: [...this.#added].sort(store_path/* compareText */.n6),
            whiteouts: [...this.#whiteouts].sort(store_path/* compareText */.n6),
            opaque: this.#opaque,
            ...(this.#zstd === undefined ? {} : { zstd: this.#zstd }),
        };
    }
    #seeFolder(path, header) {
        if (header.type === 'directory')
            return;
        if (header.type === 'symlink') {
            throw new lib_errors/* BaseError */.Cf(`its ${path} is a symbolic link to ${header.linkname}`, {
                hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
            });
        }
        // Whatever else takes the folder's place hides what the layers below have in it.
        this.#opaque = true;
    }
    #seeName(name, inside) {
        if (name === OPAQUE)
            this.#opaque = true;
        else if (name.startsWith(WHITEOUT)) {
            const removed = name.slice(WHITEOUT.length);
            if ((0,store_path/* isStoreName */.nF)(removed))
                this.#whiteouts.add(removed);
            // Something removed inside a store path does not say that this layer brings the path itself.
        }
        else if ((0,store_path/* isStoreName */.nF)(name) && inside.at(-1)?.startsWith(WHITEOUT) !== true)
            this.#added.add(name);
    }
}

;// CONCATENATED MODULE: ./lib/base/layer-index.js









/**
 * Reads one layer: unpacks it in memory, looks at the tar's headers, keeps names of the store alone.
 * @param blob the layer's bytes; it fails by itself where they are not those of its digest
 * @throws BaseError where it can't be read, IntegrityError where it isn't the config's layer, CancelledError
 */
async function indexLayer(blob, facts, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        if (signal !== undefined)
            (0,external_node_stream_.addAbortSignal)(signal, blob);
        const stages = await decompression(blob, facts.mediaType);
        const counted = new external_node_stream_.Transform({
            transform(chunk, _encoding, done) {
                hash.update(chunk);
                done(null, chunk);
            },
        });
        const changes = await readEntries([...stages, counted], signal);
        const diffId = (0,oci_digest/* digestOfHex */.z9)(hash.digest('hex'));
        if (diffId !== facts.diffId) {
            throw new lib_errors/* IntegrityError */.cs(`${capital(facts.where)} unpacks to ${diffId}, and the image's config says ${facts.diffId}.`, 
            // https://github.com/containers/storage/issues/1771: such an image can't be pulled by anybody.
            { hint: 'The image is broken: build it and push it again. Old versions of podman and skopeo write such layers with zstd:chunked.' });
        }
        return { diffId, ...changes };
    }
    catch (error) {
        blob.destroy();
        throw explained(error, facts.where, signal);
    }
}
/** Reads the tar of a whole container, as `docker export` gives it. @throws BaseError, CancelledError */
async function indexTar(tar, where, signal) {
    try {
        return await readEntries([tar], signal);
    }
    catch (error) {
        tar.destroy();
        throw explained(error, where, signal);
    }
}
async function readEntries(streams, signal) {
    const entries = new StoreEntries();
    const tar = (0,tar_stream.extract)();
    tar.on('entry', (header, body, next) => {
        try {
            entries.see(header);
        }
        catch (error) {
            next(error);
            return;
        }
        body.on('end', () => next());
        // Its errors are those of the tar as a whole, which the pipeline reports; unheard, they would end the process.
        body.on('error', () => { });
        body.resume();
    });
    // A streamx stream: node's pipeline takes it, its types don't.
    const sink = tar;
    await (0,external_node_stream_promises_.pipeline)([...streams, sink], signal === undefined ? {} : { signal });
    return entries.result();
}
function explained(error, where, signal) {
    if (signal?.aborted === true)
        return (0,transport_error/* cancelled */.KW)(signal);
    if (error instanceof lib_errors/* BaseError */.Cf) {
        return new lib_errors/* BaseError */.Cf(`${capital(where)} can't be used: ${error.message}.`, {
            cause: error,
            ...(error.hint === undefined ? {} : { hint: error.hint }),
        });
    }
    if (error instanceof lib_errors/* Failure */.HR || error instanceof lib_errors/* CancelledError */.cc)
        return error;
    const why = error instanceof Error ? error.message : String(error);
    return new lib_errors/* BaseError */.Cf(`${capital(where)} can't be read: ${why}.`, {
        cause: error,
        hint: 'The base image is broken, or of a kind that is not supported: try `docker pull` on it.',
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/base/fold-layers.js

/** What is in the store once the layers lie on each other, the lowest first. Names that are no store paths are dropped. */
function foldLayers(layers) {
    const names = new Set();
    for (const { added, whiteouts, opaque } of layers) {
        // A layer hides what is below it, never what it brings itself.
        if (opaque)
            names.clear();
        for (const name of whiteouts)
            names.delete(name);
        for (const name of added)
            names.add(name);
    }
    return new Set([...names].map(store_path/* storePathOfName */.p7).filter((path) => path !== undefined));
}
/** Is there a `zstd` to unpack layers with, once the layers lie on each other, the lowest first? */
function foldZstd(layers) {
    return layers.findLast(({ zstd }) => zstd !== undefined)?.zstd ?? false;
}

;// CONCATENATED MODULE: ./lib/base/list-container.js




// `ls` and a shell are in every image that Nix runs in; `find` is not. Entries of any type are listed: a store path may
// be a single file or a link.
const LIST = `if [ -e /usr/bin/zstd ] || [ -e /bin/zstd ] || [ -e /usr/local/bin/zstd ]; then echo zstd; else echo; fi
if [ -L /nix ] || [ -L ${store_path/* STORE_DIR */.SF} ]; then echo link; elif [ -d ${store_path/* STORE_DIR */.SF} ]; then echo store; ls -1A ${store_path/* STORE_DIR */.SF}/; fi`;
/**
 * Which store paths there are where Nix runs: in a container of the base. No store at all is an empty one.
 * @throws BaseError where the store is behind a symbolic link; CommandError, CancelledError
 */
async function listContainer(site) {
    const [zstd, kind, ...names] = (await site.capture(['sh', '-c', LIST])).split('\n');
    if (kind === 'link') {
        throw new lib_errors/* BaseError */.Cf(`In ${site.where}, /nix or ${store_path/* STORE_DIR */.SF} is a symbolic link.`, {
            hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
        });
    }
    return { paths: new Set(names.map(store_path/* storePathOfName */.p7).filter((path) => path !== undefined)), hasZstd: zstd === 'zstd' };
}
/**
 * Which store paths a container has, from the tar that `docker export` gives of it: for images without a shell.
 * @param where for messages: “the image localhost/bedrock:1”
 * @throws BaseError where the tar can't be read; CancelledError
 */
async function readExport(tar, where, signal) {
    const layers = [await indexTar(tar, where, signal)];
    return { paths: foldLayers(layers), hasZstd: foldZstd(layers) };
}

// EXTERNAL MODULE: ./lib/oci/credentials.js
var oci_credentials = __webpack_require__(7771);
// EXTERNAL MODULE: ./lib/oci/docker-config.js + 1 modules
var docker_config = __webpack_require__(293);
// EXTERNAL MODULE: ./lib/oci/layout-reader.js
var layout_reader = __webpack_require__(2611);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var oci_registry = __webpack_require__(188);
// EXTERNAL MODULE: ./lib/oci/image-source.js
var image_source = __webpack_require__(2184);
;// CONCATENATED MODULE: ./lib/oci/blob-bytes.js


/** A small blob, whole and verified: a config. @throws IntegrityError also where it is over 8 MiB */
async function blobBytes(source, descriptor) {
    if (descriptor.size > image_source/* MANIFEST_LIMIT */.M) {
        throw new lib_errors/* IntegrityError */.cs(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, too many for a config.`);
    }
    const chunks = [];
    for await (const chunk of source.blob(descriptor))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(2222);
;// CONCATENATED MODULE: ./lib/oci/select-platform.js





// An index of indexes is allowed, and seldom seen; one that goes on for ever is an attack.
const MAX_DEPTH = 4;
const MAX_TRIED = 64;
/**
 * Finds the image for linux/<arch> behind what the source's reference names.
 * @throws BaseError where there is none; it lists the platforms that are there
 */
async function select_platform_selectPlatform(source, arch) {
    const root = await source.root();
    const search = new Search(source, arch);
    const found = await search.within(root, 0);
    if (found !== undefined)
        return { ...found, indexDigest: found.manifestDigest === root.digest ? undefined : root.digest };
    const there = [...search.seen].sort();
    throw new lib_errors/* BaseError */.Cf(`${source.name} has no image for linux/${arch}: ` +
        (there.length === 0 ? 'it names no platform at all.' : `it is there for ${there.join(', ')}.`), { hint: 'Choose another base image, or other arches.' });
}
class Search {
    seen = new Set();
    #source;
    #arch;
    #tried = 0;
    constructor(source, arch) {
        this.#source = source;
        this.#arch = arch;
    }
    async within(raw, depth, named) {
        const parsed = (0,parse_manifest/* parseManifest */.N)(raw, this.#source.name);
        if (parsed.kind === 'manifest')
            return this.#image(raw, parsed.manifest, named);
        if (depth >= MAX_DEPTH)
            return undefined;
        for (const descriptor of this.#candidates(parsed.index.manifests)) {
            if (++this.#tried > MAX_TRIED)
                return undefined;
            const found = await this.within(await this.#source.manifest(descriptor.digest), depth + 1, descriptor.platform);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    // Best first: a platform that fits, plain before variants; then what does not say what it is for.
    #candidates(all) {
        const ranked = [];
        for (const descriptor of all) {
            if (isAttestation(descriptor))
                continue;
            const { platform } = descriptor;
            if (platform === undefined)
                ranked.push({ descriptor, rank: isIndex(descriptor) ? 2 : 3 });
            else if (this.#fits(platform))
                ranked.push({ descriptor, rank: platform.variant === undefined ? 0 : 1 });
            else
                this.seen.add(formatPlatform(platform));
        }
        return ranked.sort((a, b) => a.rank - b.rank).map(({ descriptor }) => descriptor);
    }
    async #image(raw, manifest, named) {
        const config = await readConfig(this.#source, manifest);
        // Where an index names the platform, that counts: there are images whose config was never adapted.
        if (named === undefined && !this.#fits(config)) {
            this.seen.add(formatPlatform(config));
            return undefined;
        }
        return { manifest, manifestDigest: raw.digest, config };
    }
    #fits({ os, architecture, variant }) {
        // The first variant of each is what every machine of the architecture runs.
        const baseline = this.#arch === 'arm64' ? 'v8' : 'v1';
        return os === 'linux' && architecture === this.#arch && (variant === undefined || variant === '' || variant === baseline);
    }
}
function isIndex({ mediaType }) {
    return mediaType === media_types/* IMAGE_INDEX */.L$ || mediaType === media_types/* DOCKER_INDEX */.Mu;
}
// BuildKit lists provenance beside the images, as a platform that nothing runs on.
function isAttestation({ annotations, platform }) {
    return annotations?.['vnd.docker.reference.type'] !== undefined || platform?.os === 'unknown';
}
function formatPlatform({ os, architecture, variant }) {
    return `${os}/${architecture}${variant === undefined || variant === '' ? '' : `/${variant}`}`;
}
async function readConfig(source, manifest) {
    const { config: descriptor } = manifest;
    if (descriptor.mediaType !== media_types/* IMAGE_CONFIG */.Ve && descriptor.mediaType !== media_types/* DOCKER_CONFIG */.e6) {
        throw new lib_errors/* BaseError */.Cf(`${source.name} is not a container image: its config is of the type ${descriptor.mediaType}.`, {
            hint: 'A base image is what containers are started from, not a Feature, a chart or another artifact.',
        });
    }
    const bytes = await blobBytes(source, descriptor);
    const refuse = (why, cause) => {
        throw new lib_errors/* IntegrityError */.cs(`The config ${descriptor.digest} of ${source.name} can't be used: ${why}.`, { cause });
    };
    let json;
    try {
        json = JSON.parse(bytes.toString('utf8'));
    }
    catch (cause) {
        return refuse('it is not JSON', cause);
    }
    const { architecture, os, variant, rootfs, config } = objectOr(json);
    const { diff_ids: diffIds } = objectOr(rootfs);
    const { Env: env, User: user } = objectOr(config);
    if (typeof architecture !== 'string' || typeof os !== 'string')
        return refuse('it names no architecture and os');
    if (!Array.isArray(diffIds) || !diffIds.every((id) => typeof id === 'string' && (0,oci_digest/* isDigest */.Bc)(id))) {
        return refuse('its rootfs.diff_ids are not digests');
    }
    if (diffIds.length !== manifest.layers.length) {
        return refuse(`it lists ${diffIds.length} layers, and the manifest ${manifest.layers.length}`);
    }
    return {
        architecture,
        os,
        variant: typeof variant === 'string' ? variant : undefined,
        diffIds,
        env: Array.isArray(env) ? env.filter((item) => typeof item === 'string') : [],
        user: typeof user === 'string' ? user : '',
    };
}
function objectOr(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

;// CONCATENATED MODULE: ./lib/base/open-base.js








/**
 * Opens a base of a registry or a layout, to be read. The user's own credentials go to the registry that they were
 * given for and to no other; elsewhere Docker's configuration counts.
 * @throws Failure where the reference is none, or the layout isn't there
 */
async function openBase(reference, request, host) {
    if (reference.kind === 'layout') {
        return { source: await layout_reader/* LayoutReader */.I.open(reference.folder, reference.ref), close: () => undefined };
    }
    const docker = (0,docker_config/* dockerCredentials */.d)({ debug: (line) => host.debug(line) });
    const { registry, credentials } = request;
    const source = new oci_registry/* Registry */.O((0,oci_reference/* parseReference */.Y)(reference.text), {
        credentials: credentials === undefined ? docker : (0,oci_credentials/* credentialsFor */.O)(registry, credentials, docker),
        signal: host.signal,
        debug: (line) => host.debug(line),
        mask: (secret) => host.mask(secret),
    });
    return { source, close: () => source.close() };
}
/**
 * The base's image for a platform.
 * @throws BaseError which names the base as the user did, where it isn't there or not for that platform; IntegrityError,
 *   CancelledError
 */
async function imageOf({ source }, reference, arch) {
    try {
        return await select_platform_selectPlatform(source, arch);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* RegistryError */.gl))
            throw error;
        throw new lib_errors/* BaseError */.Cf(`The base image ${reference.text} ${problemOf(error)}: ${error.message}`, {
            cause: error,
            ...(error.hint === undefined ? {} : { hint: error.hint }),
        });
    }
}
function problemOf({ status }) {
    if (status === 404)
        return 'does not exist';
    return status === 401 || status === 403 ? 'is refused' : 'can’t be read';
}
/** The base's name in what is written down: as the user wrote it, but without the folders of this machine. */
function writtenName(reference) {
    if (reference.kind !== 'layout')
        return reference.text;
    return `oci:${(0,external_node_path_.basename)(reference.folder)}${reference.ref === undefined ? '' : `:${reference.ref}`}`;
}

// EXTERNAL MODULE: ./lib/oci/canonical-json.js
var canonical_json = __webpack_require__(9634);
;// CONCATENATED MODULE: ./lib/base/base-index-cache.js






const SCHEMA_VERSION = 1;
const FILE = 'layers.json';
/**
 * Remembers what layers hold, from one run to the next, so that a base image that was rebuilt costs its new layers
 * only. A hint: whatever is in it that doesn't look right is as if it weren't there.
 */
class BaseIndexCache {
    #cache;
    #debug;
    constructor(cache, debug) {
        this.#cache = cache;
        this.#debug = debug;
    }
    /** What is known of these layers, by the digest of their blobs. Never throws. */
    async load(repository, manifest, layers) {
        const found = new Map();
        await this.#inFolder(async (folder) => {
            const key = await this.#cache.restore(keyOf(repository, manifest), prefixOf(repository), folder);
            if (key === undefined)
                return;
            const entries = base_index_cache_entriesOf(await (0,promises_.readFile)((0,external_node_path_.join)(folder, FILE), 'utf8'));
            for (const { digest, diffId } of layers) {
                const index = parseLayerIndex(entries[digest]);
                if (index?.diffId === diffId)
                    found.set(digest, index);
                else if (entries[digest] !== undefined)
                    this.#debug(`What the cache ${key} says of the layer ${digest} is not used: it is malformed, or of another tar.`);
            }
        });
        return found;
    }
    /** Remembers the layers of one image. Never throws. */
    async save(repository, manifest, layers) {
        await this.#inFolder(async (folder) => {
            const document = { schemaVersion: SCHEMA_VERSION, layers: Object.fromEntries(layers) };
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, FILE), (0,canonical_json/* canonicalJson */.d)(document));
            await this.#cache.save(keyOf(repository, manifest), folder);
        });
    }
    async #inFolder(work) {
        let folder;
        try {
            folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nix-feature-base-'));
            await work(folder);
        }
        catch (error) {
            this.#debug(`The cache of base images is of no help: ${error instanceof Error ? error.message : String(error)}`);
        }
        finally {
            if (folder !== undefined)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
/** All entries of one repository begin with this; the newest of them serves an image that is not in the cache. */
function prefixOf(repository) {
    return `nix-feature-base-v${SCHEMA_VERSION}-${(0,oci_digest/* hexOf */.ZD)((0,oci_digest/* digestOf */.ol)(repository)).slice(0, 32)}-`;
}
function keyOf(repository, manifest) {
    return `${prefixOf(repository)}${(0,oci_digest/* hexOf */.ZD)(manifest)}`;
}
function base_index_cache_entriesOf(text) {
    const json = JSON.parse(text);
    if (!isObject(json) || json['schemaVersion'] !== SCHEMA_VERSION || !isObject(json['layers'])) {
        throw new TypeError(`${FILE} is not of schema version ${SCHEMA_VERSION}`);
    }
    return json['layers'];
}
/** Every name is checked again: it is going to be compared with store paths. */
function parseLayerIndex(value) {
    if (!isObject(value))
        return undefined;
    const { diffId, added, whiteouts, opaque, zstd } = value;
    if (typeof diffId !== 'string' || typeof opaque !== 'boolean' || !isNames(added) || !isNames(whiteouts))
        return undefined;
    if (zstd !== undefined && typeof zstd !== 'boolean')
        return undefined;
    return { diffId: diffId, added, whiteouts, opaque, ...(zstd === undefined ? {} : { zstd }) };
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && (0,store_path/* isStoreName */.nF)(name));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/base/read-base.js






// Enough to keep two cores and a line busy; each holds a decompressor's window in memory.
const PARALLEL = 4;
/**
 * Which store paths an image holds, read from its layers: streamed, nothing is written to disk.
 * @throws BaseError, IntegrityError, RegistryError, CancelledError
 */
async function readBase(source, arch, options = {}) {
    return readImage(source, await selectPlatform(source, arch), options);
}
/** The same for an image that was selected before: what runs and what is read are then one. */
async function readImage(source, image, options = {}) {
    const { manifest, manifestDigest, config } = image;
    const layers = manifest.layers.map((layer, i) => ({ ...layer, diffId: config.diffIds[i] }));
    const cache = options.cache === undefined ? undefined : new BaseIndexCache(options.cache, options.debug ?? (() => { }));
    const known = (await cache?.load(source.repository, manifestDigest, layers)) ?? new Map();
    const unread = [...new Map(layers.filter(({ digest }) => !known.has(digest)).map((layer) => [layer.digest, layer])).values()];
    if (unread.length > 0) {
        for (const [digest, index] of await readLayers(source, unread, options))
            known.set(digest, index);
        await cache?.save(source.repository, manifestDigest, known);
    }
    const ordered = layers.map(({ digest }) => known.get(digest)).filter((index) => index !== undefined);
    return { name: source.name, digest: manifestDigest, paths: foldLayers(ordered), hasZstd: foldZstd(ordered) };
}
async function readLayers(source, layers, { signal, onProgress }) {
    const total = layers.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    const count = (bytes) => {
        done += bytes;
        onProgress?.(done, total);
    };
    // The first failure stops the others: nobody waits for layers of an image that can't be used.
    const stop = new AbortController();
    const any = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const found = new Map();
    // The largest first: one of them begun last would keep one core busy while the other waits.
    const queue = [...layers].sort((a, b) => b.size - a.size);
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            any.throwIfAborted();
            const where = `the layer ${layer.digest} of ${source.name}`;
            found.set(layer.digest, await indexLayer(counted(source.blob(layer), count), { ...layer, where }, any));
        }
    };
    const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, () => work().catch((error) => {
        stop.abort(error);
        throw error;
    }));
    const results = await Promise.allSettled(workers);
    if (signal?.aborted === true)
        throw (0,transport_error/* cancelled */.KW)(signal);
    if (results.some(({ status }) => status === 'rejected'))
        throw stop.signal.reason;
    return found;
}
function counted(blob, count) {
    const meter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            count(chunk.length);
            done(null, chunk);
        },
    });
    return (0,external_node_stream_.pipeline)(blob, meter, () => { });
}

// EXTERNAL MODULE: ./lib/process.js
var lib_process = __webpack_require__(6318);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/engine/engine.js



/** Read by the engines' clients themselves: their values must not change on their way into a container. */
const READ_BY_CLIENTS = /^(PATH|HOME|TMPDIR|LC_ALL|LANG|(DOCKER|CONTAINER|CONTAINERS|XDG|SSH|BUILDAH|STORAGE)_?.*|.*_(PROXY|proxy))$/;
/**
 * Podman opens /dev/stdout by its name, which the kernel refuses where that is a socket, as Node's are. The script gives
 * it a pipe, and ends with its exit code, not with that of `cat`.
 */
const THROUGH_PIPE = 'exec 4>&1; exit "$({ { "$@" 3>&- 4>&-; echo $? >&3; } | cat >&4; } 3>&1)"';
/** How long a container's removal may take that the engine has begun by itself, and how often we look. */
const REMOVAL_MS = 10_000;
const POLL_MS = 100;
/** A container engine that answers. Make one with `findEngine`. */
class Engine {
    name;
    #program;
    #options;
    constructor(name, program, options = {}) {
        this.name = name;
        this.#program = program;
        this.#options = options;
    }
    /** The client's environment. */
    get env() {
        return this.#options.env ?? process.env;
    }
    /** Run a command of the client. @returns standard output @throws CommandError, CancelledError */
    run(args, options = {}) {
        return (0,lib_process/* capture */.F)([this.#program, ...args], this.#process(options));
    }
    /** Run a command in a container. Errors name the command, and `where` it ran, not the client's. */
    exec(container, argv, where, options = {}) {
        const { args, env } = environmentArguments(options.env ?? {});
        const interactive = options.input === undefined ? [] : ['--interactive'];
        const user = options.user === undefined ? [] : ['--user', options.user];
        const folder = options.folder === undefined ? [] : ['--workdir', options.folder];
        return (0,lib_process/* stream */.T)([this.#program, 'exec', ...interactive, ...user, ...folder, ...args, container, ...argv], {
            ...this.#process(options),
            env,
            shown: { argv, where },
        });
    }
    /** @returns undefined where the engine has no such image */
    async inspectImage(image) {
        try {
            return localImage(await this.run(['image', 'inspect', image]));
        }
        catch (error) {
            if (error instanceof lib_errors/* CommandError */.Qd && /no such (image|object)|image not known/i.test(error.stderr))
                return undefined;
            throw error;
        }
    }
    /** Create a container that is not started, to read its files with {@link export}; it may lack a shell. */
    async create(image, name) {
        // An image without a command wants one; it is never run.
        await this.run(['create', ...this.platformOf(image), '--name', name, image.id, '/nix-feature']);
    }
    /** All files of a container, as one tar. */
    export(container) {
        const argv = [this.#program, 'export', container];
        return this.name === 'docker'
            ? (0,lib_process/* stream */.T)(argv, this.#process({}))
            : (0,lib_process/* stream */.T)(['sh', '-c', THROUGH_PIPE, 'sh', ...argv], { ...this.#process({}), shown: { argv } });
    }
    /**
     * Remove a container, running or not. One that is gone is no error, and a cancelled run does not keep it from being
     * removed.
     */
    async remove(container) {
        const deadline = performance.now() + REMOVAL_MS;
        // One that was started with --rm is removed by the engine too, as soon as it ends; that one of us two comes first.
        while ((await this.#tryToRemove(container)) === 'in progress' && performance.now() < deadline)
            await (0,external_node_timers_promises_.setTimeout)(POLL_MS);
    }
    async #tryToRemove(container) {
        try {
            await (0,lib_process/* capture */.F)([this.#program, 'rm', '--force', '--volumes', container], { baseEnv: this.env });
            return 'gone';
        }
        catch (error) {
            if (!(error instanceof lib_errors/* CommandError */.Qd))
                throw error;
            if (/already in progress/i.test(error.stderr))
                return 'in progress';
            if (/no such container|no container with (name|id)|does not exist/i.test(error.stderr))
                return 'gone';
            throw error;
        }
    }
    /**
     * Arguments that choose an image's platform. Podman takes its id for an answer, and would pull again if it were told
     * a platform; Docker may keep several platforms under one id.
     */
    platformOf({ os, architecture }) {
        return this.name === 'docker' ? ['--platform', `${os}/${architecture}`] : [];
    }
    #process(options) {
        return { ...options, signal: this.#options.signal, baseEnv: this.env };
    }
}
/** `--env NAME` takes the value from the client's environment, and so keeps it out of the list of processes. */
function environmentArguments(env) {
    const args = [];
    const own = {};
    for (const [name, value] of Object.entries(env)) {
        if (READ_BY_CLIENTS.test(name)) {
            args.push('--env', `${name}=${value}`);
        }
        else {
            args.push('--env', name);
            own[name] = value;
        }
    }
    return { args, env: own };
}
function localImage(json) {
    const [image] = JSON.parse(json);
    if (image === undefined)
        return undefined;
    return {
        id: image.Id,
        architecture: image.Architecture,
        os: image.Os,
        repoDigests: image.RepoDigests ?? [],
        env: image.Config?.Env ?? [],
        user: image.Config?.User ?? '',
        labels: image.Config?.Labels ?? {},
    };
}

;// CONCATENATED MODULE: ./lib/engine/find-engine.js



const ENGINES = ['docker', 'podman'];
/**
 * The engine that was asked for, or else the first that is installed and answers.
 * @throws SetupError which says of each engine why it can't be used
 */
async function findEngine(preferred, options = {}) {
    const reasons = [];
    for (const name of preferred === undefined ? ENGINES : [preferred]) {
        try {
            return await probe(name, options);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* SetupError */.w3))
                throw error;
            reasons.push(error);
        }
    }
    const [first, ...others] = reasons;
    if (others.length === 0)
        throw first;
    throw new lib_errors/* SetupError */.w3(`There is no container engine that can be used. ${reasons.map((reason) => reason.message).join(' ')}`, {
        cause: first,
        hint: `${first.hint ?? ''} Or use “build-in: host”, which needs no container engine.`.trim(),
    });
}
async function probe(name, options) {
    const environment = { signal: options.signal, ...(options.env !== undefined && { baseEnv: options.env }) };
    try {
        if (name === 'podman') {
            await (0,lib_process/* capture */.F)(['podman', 'info', '--format', '{{.Version.Version}}'], environment);
            return new Engine('podman', 'podman', options);
        }
        // Podman comes with a “docker” that is itself.
        const version = await (0,lib_process/* capture */.F)(['docker', '--version'], environment);
        if (/podman/i.test(version))
            return new Engine('podman', 'docker', options);
        await (0,lib_process/* capture */.F)(['docker', 'version', '--format', '{{.Server.Version}}'], environment);
        return new Engine('docker', 'docker', options);
    }
    catch (error) {
        throw find_engine_explained(name, error);
    }
}
function find_engine_explained(name, error) {
    if (error instanceof lib_errors/* SetupError */.w3 && error.cause?.code === 'ENOENT') {
        return new lib_errors/* SetupError */.w3(`${title(name)} is not installed: there is no “${name}” in PATH.`, {
            cause: error,
            hint: 'Install Docker or Podman.',
        });
    }
    if (!(error instanceof lib_errors/* CommandError */.Qd))
        return error;
    if (/permission denied/i.test(error.stderr)) {
        return new lib_errors/* SetupError */.w3(`${title(name)} refuses this user: permission denied on its socket.`, {
            cause: error,
            hint: `Run as a user who may use it (for Docker: one in the group “docker”).`,
        });
    }
    if (/cannot connect|connection refused|is the docker daemon running|no such file or directory.*\.sock|unable to connect/i.test(error.stderr)) {
        return new lib_errors/* SetupError */.w3(`${title(name)} is installed, but its daemon does not answer.`, {
            cause: error,
            hint: 'Start it, or let DOCKER_HOST name the one that runs.',
        });
    }
    return new lib_errors/* SetupError */.w3(`${title(name)} is installed, but does not work. ${error.message}`, {
        cause: error,
        hint: `“${name} info” should say more.`,
    });
}
function title(name) {
    return name === 'docker' ? 'Docker' : 'Podman';
}

;// CONCATENATED MODULE: ./lib/engine/load-image.js





/**
 * Bring an image of a layout folder into the engine, unless it is there. Its local name says which one it is, so that
 * a second run finds it; it stays there as a pulled image would.
 * @throws BaseError where the engine can't read it
 */
async function loadImage(engine, image) {
    const name = `localhost/nix-feature-base:${image.config.digest.replace('sha256:', '')}`;
    const there = await engine.inspectImage(name);
    if (there !== undefined)
        return there;
    try {
        await engine.run(['load'], { input: dockerArchive(image, name) });
    }
    catch (error) {
        if (!(error instanceof lib_errors/* CommandError */.Qd))
            throw error;
        throw new lib_errors/* BaseError */.Cf(`${engine.name} can't load the image of the layout ${image.folder}. ${error.message}`, { cause: error });
    }
    const loaded = await engine.inspectImage(name);
    if (loaded === undefined)
        throw new lib_errors/* BaseError */.Cf(`The image of ${image.folder} was loaded, but ${engine.name} does not find it.`);
    return loaded;
}
/**
 * The archive of `docker save`: a `manifest.json` that names configuration and layers. Every engine of any age reads
 * it, and finds out by itself how a layer is compressed; an OCI archive only newer ones do.
 * (Docker image specification 1.2, "Combined image JSON + filesystem changeset format".)
 */
function dockerArchive({ folder, config, layers }, name) {
    const archive = (0,tar_stream.pack)();
    const write = async () => {
        // A layer may occur twice in an image, but a file only once in the archive.
        const blobs = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
        for (const blob of blobs.values())
            await addFile(archive, external_node_path_.join(folder, blobPath(blob)), blobPath(blob), blob.size);
        const manifest = [{ Config: blobPath(config), RepoTags: [name], Layers: layers.map(blobPath) }];
        archive.entry({ name: 'manifest.json', mtime: new Date(0) }, JSON.stringify(manifest));
        archive.finalize();
    };
    write().catch((error) => archive.destroy(error));
    return archive;
}
async function addFile(archive, file, name, size) {
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), archive.entry({ name, size, mtime: new Date(0) }));
}
function blobPath({ digest }) {
    return `blobs/${digest.replace(':', '/')}`;
}

;// CONCATENATED MODULE: ./lib/engine/complaint.js

/** The line of an engine's standard error that says what is wrong; around it are warnings, progress and help. */
function complaint(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const line = lines.find((text) => /^(docker: )?error|^(docker: )?(unknown|invalid|unexpected)/i.test(text)) ?? lines.at(-1) ?? '';
    return (0,redact_urls/* redactUrls */.s)(line).replace(/^(docker: )?(error: |error response from daemon: )*/i, '');
}

;// CONCATENATED MODULE: ./lib/engine/registry-auth.js



/** Where Docker Hub's credentials are kept in Docker's own file, for historical reasons. */
const DOCKER_HUB_KEY = 'https://index.docker.io/v1/';
/**
 * Calls `body` with a temporary folder, readable for us alone, that holds the credentials in the engine's own format.
 * They are neither on a command line nor left in the user's configuration.
 */
async function withRegistryAuth(engine, registry, credentials, env, body) {
    if (credentials === undefined)
        return body({ before: [], after: [] });
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'nix-feature-auth-'));
    try {
        return await body(engine === 'docker' ? await dockerConfig(folder, registry, credentials, env) : await authFile(folder, registry, credentials));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A copy of the user's configuration (proxies, the current context) whose only credentials are these. */
async function dockerConfig(folder, registry, credentials, env) {
    const users = env['DOCKER_CONFIG'] ?? external_node_path_.join(env['HOME'] ?? (0,external_node_os_.homedir)(), '.docker');
    // A credential helper would be asked in place of what stands in the file.
    const { credsStore: _store, credHelpers: _helpers, ...config } = await usersConfig(external_node_path_.join(users, 'config.json'));
    const key = registry === 'docker.io' ? DOCKER_HUB_KEY : registry;
    await writeAuth(external_node_path_.join(folder, 'config.json'), config, key, credentials);
    // The configuration may name a context, which lies beside it.
    await (0,promises_.symlink)(external_node_path_.join(users, 'contexts'), external_node_path_.join(folder, 'contexts'));
    return { before: ['--config', folder], after: [] };
}
async function authFile(folder, registry, credentials) {
    const file = external_node_path_.join(folder, 'auth.json');
    await writeAuth(file, {}, registry, credentials);
    return { before: [], after: ['--authfile', file] };
}
async function writeAuth(file, config, key, { username, password }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    await (0,promises_.writeFile)(file, JSON.stringify({ ...config, auths: { [key]: { auth } } }), { mode: 0o600 });
}
/** A configuration that is absent or broken is the client's to complain about, when it is used. */
async function usersConfig(file) {
    try {
        const config = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/engine/pull-image.js



/**
 * Pull an image for a platform, unless the engine holds it already.
 * @param reference `registry/repo@sha256:…`; a digest, so that what is there needs no second look
 * @throws BaseError where it can't be pulled, or is for another platform
 */
async function pullImage(engine, reference, options) {
    const there = await engine.inspectImage(reference);
    if (there?.architecture === options.arch)
        return there;
    await pull(engine, reference, options);
    const image = await engine.inspectImage(reference);
    if (image === undefined)
        throw new lib_errors/* BaseError */.Cf(`${reference} was pulled, but ${engine.name} does not find it.`);
    checkArch(image, reference, options.arch);
    return image;
}
/** @throws BaseError where the image is for another platform than is asked for */
function checkArch(image, name, arch) {
    if (image.architecture === arch && image.os === 'linux')
        return;
    throw new lib_errors/* BaseError */.Cf(`The base image ${name} is for ${image.os}/${image.architecture}, not for linux/${arch}.`, {
        hint: `Name an image that has linux/${arch}, or leave ${arch} out of “arches”.`,
    });
}
async function pull(engine, reference, { arch, credentials, onProgress }) {
    const registry = reference.slice(0, reference.indexOf('/'));
    const platform = engine.name === 'docker' ? ['--platform', `linux/${arch}`] : ['--os', 'linux', '--arch', arch];
    // Docker speaks plain http to a registry on loopback unasked.
    const plain = engine.name === 'podman' && isLoopback(registry) ? ['--tls-verify=false'] : [];
    try {
        await withRegistryAuth(engine.name, registry, credentials, engine.env, ({ before, after }) => engine.run([...before, 'pull', ...platform, ...plain, ...after, reference], onProgress === undefined ? {} : { onStderr: onProgress }));
    }
    catch (error) {
        throw error instanceof lib_errors/* CommandError */.Qd ? pull_image_explained(error, reference, arch) : error;
    }
}
function isLoopback(registry) {
    return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(registry);
}
function pull_image_explained(error, reference, arch) {
    const said = error.stderr;
    if (/no matching manifest|no image found in (manifest list|image index)|does not match the specified platform/i.test(said)) {
        return new lib_errors/* BaseError */.Cf(`The base image ${reference} has no linux/${arch}.`, {
            cause: error,
            hint: `Name an image that has it, or leave ${arch} out of “arches”.`,
        });
    }
    if (/manifest unknown|not found|name unknown/i.test(said)) {
        return new lib_errors/* BaseError */.Cf(`The base image ${reference} does not exist.`, { cause: error, hint: 'Check its name and tag.' });
    }
    if (/unauthorized|denied|forbidden|authentication required|no basic auth credentials/i.test(said)) {
        return new lib_errors/* BaseError */.Cf(`The registry refuses to give the base image ${reference}: ${complaint(said)}`, {
            cause: error,
            hint: 'Give “username” and “password” of someone who may read it, or log in before.',
        });
    }
    return new lib_errors/* BaseError */.Cf(`The base image ${reference} could not be pulled: ${complaint(said)}`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/engine/start-container.js




/** GitHub ends a job after six hours; a container that was forgotten ends by itself then, and is removed. */
const LIFETIME_S = 6 * 60 * 60;
/** Where Nix may be in an image that sets PATH in a login shell's profile only. */
const NIX_FOLDERS = ['/nix/var/nix/profiles/default/bin', '/root/.nix-profile/bin', '/run/current-system/sw/bin'];
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** `sleep` where there is one; a shell alone waits for the end of an input that stays open. */
const WAIT = `sleep ${LIFETIME_S} || read -r _`;
/**
 * Start a container that does nothing and lives until it is removed.
 * @throws SetupError (no emulation for its platform), BaseError (no shell in it), CommandError
 */
async function startContainer(engine, image, options) {
    try {
        await engine.run(runArguments(engine, image, options, options.mounts));
    }
    catch (error) {
        if (!isMissingMount(error))
            throw start_container_explained(error, image, options);
        // The engine runs on another machine, or we run in a container ourselves: our folders have to be sent there.
        await engine.remove(options.name);
        await engine.run(runArguments(engine, image, options, []));
        for (const folder of options.mounts)
            await copyInto(engine, options.name, folder);
    }
    await checkAlive(engine, image, options);
}
/** Do the user's options make the container a privileged one? */
function isPrivileged(containerOptions) {
    return containerOptions.some((option) => /^--privileged(=true)?$/.test(option.trim()));
}
function runArguments(engine, image, options, mounts) {
    return [
        'run',
        '--detach',
        // Keeps the input open that WAIT may wait for.
        '--interactive',
        '--rm',
        '--name',
        options.name,
        ...engine.platformOf(image),
        // The image may have an entrypoint, a user and a working directory of its own.
        '--entrypoint',
        '/bin/sh',
        '--user',
        '0:0',
        '--workdir',
        '/',
        // The first process of a container ignores SIGTERM; podman would wait ten seconds for it.
        '--stop-signal',
        'SIGKILL',
        '--env',
        `PATH=${pathOf(image)}`,
        ...mounts.flatMap(mountArguments),
        // SELinux would deny reading what is mounted, and relabelling the user's files is not ours to do.
        ...(mounts.length > 0 ? ['--security-opt', 'label=disable'] : []),
        ...options.containerOptions.flatMap(splitOption),
        image.id,
        '-c',
        WAIT,
    ];
}
function pathOf(image) {
    const own = image.env.find((entry) => entry.startsWith('PATH='))?.slice('PATH='.length) ?? USUAL_PATH;
    return [own, ...NIX_FOLDERS.filter((folder) => !own.split(':').includes(folder))].join(':');
}
/** The value is a line of CSV, where a comma or a quote wants quotes around it. */
function mountArguments(folder) {
    return ['--mount', ['type=bind', csvField(`source=${folder}`), csvField(`target=${folder}`), 'readonly'].join(',')];
}
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** `--volume /a:/b` on one line is an option and its value. */
function splitOption(line) {
    const match = /^(--?[a-zA-Z][\w-]*)\s+(\S.*)$/.exec(line.trim());
    return match === null ? [line.trim()] : [match[1], match[2]];
}
function isMissingMount(error) {
    return error instanceof lib_errors/* CommandError */.Qd && /bind source path does not exist|statfs .*: no such file or directory/i.test(error.stderr);
}
async function copyInto(engine, container, folder) {
    await engine.run(['exec', container, '/bin/sh', '-c', 'mkdir -p -- "$1"', 'sh', external_node_path_.dirname(folder)]);
    await engine.run(['cp', folder, `${container}:${external_node_path_.dirname(folder)}/`]);
}
/** A container whose first program can't be run is gone before anyone can read what it said: run it once more to hear it. */
async function checkAlive(engine, image, options) {
    try {
        await engine.run(['exec', options.name, '/bin/sh', '-c', ':']);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* CommandError */.Qd))
            throw error;
        await engine.remove(options.name);
        try {
            await engine.run(['run', '--rm', ...engine.platformOf(image), '--entrypoint', '/bin/sh', image.id, '-c', ':']);
        }
        catch (reason) {
            throw start_container_explained(reason, image, options);
        }
        throw start_container_explained(error, image, options);
    }
}
function start_container_explained(error, image, { imageName }) {
    if (!(error instanceof lib_errors/* CommandError */.Qd))
        return error;
    if (/exec format error/i.test(error.stderr))
        return noEmulation(image, imageName, error);
    if (/\/bin\/sh["`:' ].*(no such file|not found)/i.test(error.stderr)) {
        return new lib_errors/* BaseError */.Cf(`The base image ${imageName} has no /bin/sh, so no build can run in it.`, {
            cause: error,
            hint: 'Use “build-in: host”, which reads the store paths of the base and runs nothing in it.',
        });
    }
    return new lib_errors/* BaseError */.Cf(`No container of the base image ${imageName} could be started: ${complaint(error.stderr)}`, {
        cause: error,
        hint: 'If “container-options” are given, check them first.',
    });
}
function noEmulation({ architecture }, imageName, cause) {
    if (architecture === (0,platform/* archOfNode */.CQ)(process.arch)) {
        return new lib_errors/* BaseError */.Cf(`The base image ${imageName} says that it is for ${architecture}, but its /bin/sh is not.`, { cause });
    }
    return new lib_errors/* SetupError */.w3(`This machine (${(0,platform/* archOfNode */.CQ)(process.arch) ?? process.arch}) can't run ${architecture} programs: no emulator is set up for them.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), or build ${architecture} in a job on a native ${architecture} runner.`,
    });
}

// EXTERNAL MODULE: ./lib/nix/nix32.js
var nix32 = __webpack_require__(9717);
;// CONCATENATED MODULE: ./lib/nix/mention-scan.js


const PREFIX = Buffer.from(`${store_path/* STORE_DIR */.SF}/`);
/** Nix's own tools blank a reference out with characters that no hash has; such a name is none. */
const HASH = new RegExp(`^[${nix32/* NIX32_ALPHABET */.$f}]{32}-$`);
/** Bytes of a hash part and the dash behind it. */
const LENGTH = 33;
/**
 * Finds the store paths that a stream names in full, whether or not anybody knows them: the hash parts behind
 * `/nix/store/`. What a {@link ReferenceScanner} looks for must be known, but may stand without that.
 */
class MentionScanner {
    found = new Set();
    /** The last bytes of the stream so far: one less than a name's beginning has. */
    #tail = Buffer.alloc(0);
    write(chunk) {
        const whole = PREFIX.length + LENGTH;
        // A name may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, whole - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= whole - 1 ? Buffer.from(chunk.subarray(1 - whole)) : border.subarray(1 - whole);
    }
    #scan(bytes) {
        for (let at = bytes.indexOf(PREFIX); at >= 0; at = bytes.indexOf(PREFIX, at + PREFIX.length)) {
            const name = bytes.toString('latin1', at + PREFIX.length, at + PREFIX.length + LENGTH);
            if (HASH.test(name))
                this.found.add(name.slice(0, -1));
        }
    }
}

;// CONCATENATED MODULE: ./lib/nix/reference-scan.js


/** Characters of a store path's hash part. */
const reference_scan_LENGTH = 32;
/** Value of each byte as a digit of Nix's base 32, or 255. */
const DIGIT = new Uint8Array(256).fill(255);
for (let value = 0; value < nix32/* NIX32_ALPHABET */.$f.length; value++)
    DIGIT[nix32/* NIX32_ALPHABET */.$f.charCodeAt(value)] = value;
/** Leading digits that the bitmap knows: four of five bits each, a bit for each of 2^20 beginnings. */
const PREFIX_BITS = 20;
/** What references are looked for: made once, used by many scanners. */
class ReferenceTable {
    #paths = new Map();
    #beginnings = new Uint8Array(2 ** PREFIX_BITS / 8);
    constructor(paths) {
        for (const path of paths) {
            const hash = (0,store_path/* hashPartOf */.bV)(path);
            this.#paths.set(hash, path);
            const beginning = beginningOf(Buffer.from(hash, 'latin1'), 0);
            this.#beginnings[beginning >> 3] = (this.#beginnings[beginning >> 3] ?? 0) | (1 << (beginning & 7));
        }
    }
    /** The path whose hash part begins at `at`, where 32 digits are known to follow. */
    find(bytes, at) {
        const beginning = beginningOf(bytes, at);
        if (((this.#beginnings[beginning >> 3] ?? 0) & (1 << (beginning & 7))) === 0)
            return undefined;
        return this.#paths.get(bytes.toString('latin1', at, at + reference_scan_LENGTH));
    }
}
/**
 * Finds the store paths whose hash part occurs in a stream, as Nix does after a build to learn what an output refers
 * to (references.cc): any 32 base 32 digits in a row may be a hash.
 */
class ReferenceScanner {
    found = new Set();
    #table;
    /** The last bytes of the stream so far: one less than a hash has. */
    #tail = Buffer.alloc(0);
    constructor(table) {
        this.#table = table;
    }
    write(chunk) {
        // A hash may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, reference_scan_LENGTH - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= reference_scan_LENGTH - 1 ? Buffer.from(chunk.subarray(1 - reference_scan_LENGTH)) : border.subarray(1 - reference_scan_LENGTH);
    }
    #scan(bytes) {
        const last = bytes.length - reference_scan_LENGTH;
        let start = 0;
        // Digits from `start` on that are known to be some: they need no second look when the window moves by one.
        let known = 0;
        while (start <= last) {
            // From the window's end: in most data this finds a byte that is no digit at once, and skips the whole window.
            let at = start + reference_scan_LENGTH - 1;
            const stop = start + known;
            while (at >= stop && DIGIT[bytes[at]] !== 255)
                at--;
            if (at >= stop) {
                known = start + reference_scan_LENGTH - 1 - at;
                start = at + 1;
                continue;
            }
            const path = this.#table.find(bytes, start);
            if (path !== undefined)
                this.found.add(path);
            start++;
            known = reference_scan_LENGTH - 1;
        }
    }
}
function beginningOf(bytes, at) {
    return ((DIGIT[bytes[at]] << 15) |
        (DIGIT[bytes[at + 1]] << 10) |
        (DIGIT[bytes[at + 2]] << 5) |
        DIGIT[bytes[at + 3]]);
}

;// CONCATENATED MODULE: ./lib/nix/adopt.js







const DATABASE = '/nix/var/nix/db';
/** One path a line; the parser finds by itself where a NAR ends and the next begins. */
const DUMP_SCRIPT = 'while read -r path; do nix-store --dump "$path" </dev/null || exit 1; done';
/**
 * Register the store paths that lie on disk but are unknown to Nix, as in an image whose store came without its
 * database: without that, Nix would fetch or build them again. Their references are found as Nix finds them after a
 * build, by scanning.
 *
 * A path that names one which is not on disk was torn out of its closure, and so was whatever refers to it. Registered
 * without that reference, a closure would lack the path for ever; left alone, Nix fetches or builds it as it should be.
 *
 * A database that knows paths which are not on disk, as when an upper layer of the image removed them, is of no use: Nix
 * would neither fetch nor build them. It is made anew from what is there; so call this only where nobody else needs it.
 *
 * @param onDisk what `/nix/store` holds
 * @returns how many were registered
 * @throws CommandError, Failure
 */
async function adopt(site, onDisk, events = {}) {
    const valid = await usablePaths(site, onDisk, events);
    const unknown = [...onDisk].filter((path) => !valid.has(path) && isAdoptable(path)).sort(store_path/* compareText */.n6);
    if (unknown.length === 0)
        return 0;
    const table = new ReferenceTable([...unknown, ...[...valid].filter((path) => onDisk.has(path))]);
    const there = new Set([...onDisk, ...valid].map(store_path/* hashPartOf */.bV));
    const { registrations: read, torn } = await readPaths(site, unknown, { table, there, ...events });
    if (torn.size > 0)
        events.onTorn?.([...torn]);
    const registrations = withoutCycles(withoutTorn(read, torn));
    await site.capture(['nix-store', '--load-db'], { input: loadDbText(registrations), env: { NIX_REMOTE: 'local' } });
    const after = await validPaths(site);
    const missed = registrations.find(({ path }) => !after.has(path));
    if (missed !== undefined)
        throw new lib_errors/* Failure */.HR(`Nix ${placeOf(site)} did not take ${missed.path} into its database.`);
    return registrations.length;
}
/**
 * Derivations are written anew by every evaluation, and their references can't be found by scanning where their sources
 * are gone. The others are what an interrupted Nix leaves behind.
 */
function isAdoptable(path) {
    return !/\.(drv|lock|chroot|check)$/.test((0,store_path/* baseNameOf */.mv)(path));
}
/** What Nix knows and has. */
async function usablePaths(site, onDisk, { onLost }) {
    const valid = await validPaths(site);
    const lost = [...valid].filter((path) => !onDisk.has(path)).sort(store_path/* compareText */.n6);
    if (lost.length === 0)
        return valid;
    onLost?.(lost);
    // Nix itself would forget a lost path only where no other refers to it.
    await site.capture(['rm', '-rf', DATABASE]);
    return new Set();
}
async function validPaths(site) {
    const lines = (await site.capture(['nix', 'path-info', '--all'], { env: { NIX_REMOTE: 'local' } })).split('\n');
    const paths = lines.map((line) => (0,store_path/* storePathOfName */.p7)(line.slice(store_path/* STORE_DIR */.SF.length + 1)));
    return new Set(paths.filter((path) => path !== undefined));
}
async function readPaths(site, paths, { table, there, onProgress }) {
    const { stdout, done } = site.stream(['sh', '-c', DUMP_SCRIPT], { input: `${paths.join('\n')}\n` });
    const registrations = [];
    const torn = new Set();
    let reader;
    for await (const bytes of stdout) {
        let rest = bytes;
        while (rest.length > 0) {
            const path = paths[registrations.length];
            if (path === undefined)
                throw new lib_errors/* IntegrityError */.cs(`Nix ${placeOf(site)} wrote more than the paths that were asked for.`);
            reader ??= new PathReader(path, table);
            rest = reader.write(rest);
            if (!reader.done)
                continue;
            registrations.push(reader.registration());
            if (reader.mentions.some((hash) => !there.has(hash)))
                torn.add(path);
            reader = undefined;
            onProgress?.(registrations.length);
        }
    }
    await done;
    if (registrations.length < paths.length) {
        throw new lib_errors/* IntegrityError */.cs(`Nix ${placeOf(site)} ended in the middle of ${paths[registrations.length] ?? 'a path'}.`);
    }
    return { registrations, torn };
}
/** Leaves out the torn paths, and what refers to one of them over however many others. */
function withoutTorn(registrations, torn) {
    if (torn.size === 0)
        return [...registrations];
    const referrers = new Map();
    for (const { path, references } of registrations) {
        for (const reference of references)
            referrers.set(reference, [...(referrers.get(reference) ?? []), path]);
    }
    const out = new Set();
    const open = [...torn];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (out.has(path))
            continue;
        out.add(path);
        open.push(...(referrers.get(path) ?? []));
    }
    return registrations.filter(({ path }) => !out.has(path));
}
/** Hashes, measures and scans one NAR as it comes. */
class PathReader {
    #path;
    #parser = new NarParser(NOBODY);
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #scanner;
    #mentions = new MentionScanner();
    #size = 0;
    constructor(path, table) {
        this.#path = path;
        this.#scanner = new ReferenceScanner(table);
    }
    get done() {
        return this.#parser.done;
    }
    /** The hash parts of the store paths that are named in full. */
    get mentions() {
        return [...this.#mentions.found];
    }
    /** @returns what lies behind the end of the NAR */
    write(chunk) {
        const used = this.#parser.write(chunk);
        const own = chunk.subarray(0, used);
        this.#hash.update(own);
        this.#scanner.write(own);
        this.#mentions.write(own);
        this.#size += used;
        return chunk.subarray(used);
    }
    registration() {
        return {
            path: this.#path,
            narHash: this.#hash.digest('hex'),
            narSize: this.#size,
            references: [...this.#scanner.found].sort(store_path/* compareText */.n6),
        };
    }
}
const NOBODY = {
    directory: () => undefined,
    file: () => undefined,
    contents: () => undefined,
    fileEnd: () => undefined,
    symlink: () => undefined,
};
/**
 * Nix refuses paths that refer to each other in a circle. A build can't make such ones, but a text that merely lists
 * store paths can look like it; there the reference that closes the circle is dropped.
 */
function withoutCycles(registrations) {
    const byPath = new Map(registrations.map((registration) => [registration.path, registration]));
    const kept = new Map(registrations.map(({ path }) => [path, []]));
    const state = new Map();
    for (const { path: root } of registrations) {
        // Depth first, without recursion: chains of references can be long.
        const stack = state.has(root) ? [] : [{ path: root, next: 0 }];
        for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
            state.set(frame.path, 'open');
            const reference = byPath.get(frame.path)?.references[frame.next++];
            if (reference === undefined) {
                state.set(frame.path, 'closed');
                stack.pop();
            }
            else if (reference === frame.path || state.get(reference) !== 'open') {
                kept.get(frame.path)?.push(reference);
                if (byPath.has(reference) && !state.has(reference))
                    stack.push({ path: reference, next: 0 });
            }
        }
    }
    return registrations.map((registration) => Object.assign({}, registration, { references: kept.get(registration.path) ?? [] }));
}
/** The input of `nix-store --load-db`: per path its name, hash, size, deriver (none), and references with their number. */
function loadDbText(registrations) {
    return registrations
        .map(({ path, narHash, narSize, references }) => [path, narHash, narSize, '', references.length, ...references].map((line) => `${line}\n`).join(''))
        .join('');
}

;// CONCATENATED MODULE: ./lib/nix/container-site.js
/**
 * A container of the base image. Signals don't reach the commands in it: where a run is cancelled, the caller removes
 * the container, and that ends them all.
 */
class ContainerSite {
    where;
    storeIsHere = false;
    system;
    #engine;
    #options;
    constructor(engine, options) {
        this.where = `a container of ${options.imageName}`;
        this.system = options.system;
        this.#engine = engine;
        this.#options = options;
    }
    async capture(argv, options = {}) {
        const { stdout, done } = this.stream(argv, options);
        const chunks = [];
        for await (const chunk of stdout)
            chunks.push(chunk);
        await done;
        return Buffer.concat(chunks).toString('utf8');
    }
    stream(argv, options = {}) {
        const env = { ...FIXED, ...this.#options.env, ...options.env };
        return this.#engine.exec(this.#options.container, argv, this.where, { ...options, env });
    }
}
const FIXED = {
    // What we read must not be translated.
    LC_ALL: 'C',
    // No daemon runs in there, even where the image is set up for one.
    NIX_REMOTE: 'local',
    // A mounted repository belongs to another user than the container's root.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
};

;// CONCATENATED MODULE: ./lib/nix/host-site.js

/** The Nix that is installed where we run. */
class HostSite {
    where = 'the host';
    storeIsHere = true;
    system;
    #options;
    constructor(options) {
        this.system = options.system;
        this.#options = options;
    }
    capture(argv, options = {}) {
        return lib_process/* capture */.F(argv, this.#merged(options));
    }
    stream(argv, options = {}) {
        return lib_process/* stream */.T(argv, this.#merged(options));
    }
    #merged(options) {
        const { env, baseEnv, signal } = this.#options;
        return { ...options, env: { ...env, ...options.env }, signal, ...(baseEnv !== undefined && { baseEnv }) };
    }
}

;// CONCATENATED MODULE: ./lib/nix/settings.js

/**
 * The text of NIX_CONFIG. Nix reads it after its own files, and a later line wins.
 *
 * - `sandbox: auto` leaves the host's Nix as it was set up. In a container it is off, as building namespaces needs rights
 *   that an unprivileged container lacks; in a privileged one it is on.
 * - In a container builds run as the container's root: build users would need a daemon or a set-up that few images have.
 * - `substituters` and `trusted-public-keys` are added to those of the place. Who wants these and no others says
 *   `substituters =` in `nix-config`.
 * - A flake's own `nixConfig` is never accepted: it could name a binary cache, and so decide what is shipped.
 *
 * @throws InputError where a value can't be what it should be
 */
function nixConfig(settings, facts) {
    checkNixSettings(settings);
    const lines = [
        ...(facts.place === 'host' && facts.inherited !== '' ? [facts.inherited] : []),
        'extra-experimental-features = nix-command flakes',
        'accept-flake-config = false',
        ...(facts.place === 'container' ? ['build-users-group ='] : []),
        ...sandboxLines(settings.sandbox, facts),
        ...emulationLines(facts),
        ...(settings.builders.length > 0 ? [`builders = ${settings.builders.join(' ; ')}`] : []),
        ...settings.config.split(/\r?\n/).filter((line) => line.trim() !== ''),
        // Behind the user's lines: `substituters =` there takes away what came before it.
        ...list('extra-substituters', settings.substituters),
        ...list('extra-trusted-public-keys', settings.trustedPublicKeys),
    ];
    return `${lines.join('\n')}\n`;
}
/** @throws InputError, naming the input, the value, and what would be right */
function checkNixSettings(settings) {
    for (const url of settings.substituters) {
        if (!/^[^\s#]+$/.test(url)) {
            throw new lib_errors/* InputError */.dz('substituters', `“${url}” is not the address of a binary cache: one URL without blanks is expected.`);
        }
    }
    for (const key of settings.trustedPublicKeys) {
        if (!/^[^\s:#]+:[A-Za-z0-9+/]+={0,2}$/.test(key)) {
            throw new lib_errors/* InputError */.dz('trusted-public-keys', `“${key}” is not a public key: expected <name>:<base64>.`);
        }
    }
    for (const builder of settings.builders) {
        if (builder.trim() === '' || /[\r\n#]/.test(builder)) {
            throw new lib_errors/* InputError */.dz('builders', `“${builder}” is not a remote builder: expected one line, such as ssh://host x86_64-linux.`);
        }
    }
    for (const line of settings.config.split(/\r?\n/))
        checkConfigLine(line);
}
function checkConfigLine(line) {
    const text = line.replace(/#.*/, '').trim();
    if (text === '' || /^!?include\s+\S/.test(text))
        return;
    const name = /^([a-z0-9][a-z0-9-]*)\s*=(?:\s|$)/.exec(text)?.[1];
    if (name === undefined) {
        throw new lib_errors/* InputError */.dz('nix-config', `“${line.trim()}” is not a line of nix.conf: expected name = value, with blanks around the sign.`);
    }
    if (name === 'accept-flake-config') {
        throw new lib_errors/* InputError */.dz('nix-config', 'It sets accept-flake-config, but the nixConfig of a flake is never accepted here.', {
            hint: 'Give the binary caches as “substituters” and “trusted-public-keys”.',
        });
    }
}
function sandboxLines(sandbox, { place, privileged }) {
    if (sandbox !== 'auto')
        return [`sandbox = ${sandbox}`];
    return place === 'host' ? [] : [`sandbox = ${String(privileged)}`];
}
/**
 * QEMU in user mode knows no seccomp filters, and Nix fails where it can't load its own. On the host Nix must be told
 * that it can build for the other system too; in an emulated container it is itself a program of that system.
 */
function emulationLines({ emulated, place }) {
    if (emulated === undefined)
        return [];
    return ['filter-syscalls = false', ...(place === 'host' ? [`extra-extra-platforms = ${emulated}`] : [])];
}
function list(name, values) {
    return values.length > 0 ? [`${name} = ${values.join(' ')}`] : [];
}

;// CONCATENATED MODULE: ./lib/nix/version.js


/** The first with all that is used here: flakes as they are today, `nix build --json` with derivations and outputs. */
const OLDEST = { major: 2, minor: 8 };
/**
 * Reads `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.8.1) 2.30.1`.
 * @returns undefined where the text is none of these
 */
function parseNixVersion(text) {
    const match = /^nix \(([^)]*)\) (\d+)\.(\d+)\S*$/m.exec(text.trim());
    if (match === null)
        return undefined;
    const flavour = (match[1] ?? '').replace(/,.*| [\d.]+.*/, '');
    return { flavour, major: Number(match[2]), minor: Number(match[3]), text: match[0].replace(/^nix \(([^)]*)\)/, '$1') };
}
/**
 * Which Nix runs there?
 * @param place decides what a missing Nix is told to do about it
 * @throws SetupError where there is none, or one too old
 */
async function nixVersion(site, place) {
    const printed = await printedVersion(site, place);
    const version = parseNixVersion(printed);
    if (version === undefined) {
        throw new lib_errors/* SetupError */.w3(`“nix --version” ${placeOf(site)} answered “${printed.trim().slice(0, 80)}”, which names no version.`);
    }
    if (version.major < OLDEST.major || (version.major === OLDEST.major && version.minor < OLDEST.minor)) {
        throw new lib_errors/* SetupError */.w3(`Nix ${placeOf(site)} is too old: it is ${version.text}, and ${OLDEST.major}.${OLDEST.minor} or newer is needed.`, { hint: place === 'host' ? 'Update it, or use “build-in: container”.' : 'Update Nix in the base image, or use “build-in: host”.' });
    }
    return version;
}
async function printedVersion(site, place) {
    try {
        return await site.capture(['nix', '--version']);
    }
    catch (cause) {
        if (!isMissingProgram(cause))
            throw cause;
        if (place === 'host') {
            throw new lib_errors/* SetupError */.w3('“build-in: host” needs Nix on the machine, and there is no “nix” in PATH.', {
                cause,
                hint: 'Install it first (for example with cachix/install-nix-action), or use “build-in: container”, which runs the Nix of the base image.',
            });
        }
        throw new lib_errors/* SetupError */.w3(`There is no “nix” in ${site.where}.`, {
            cause,
            hint: 'The base image must have Nix in PATH. Else use “build-in: host”, which needs no Nix in the base image.',
        });
    }
}
/** 126 and 127 are what container engines and shells answer for a program that can't be run, or isn't there. */
function isMissingProgram(error) {
    if (error instanceof lib_errors/* SetupError */.w3)
        return error.cause?.code === 'ENOENT';
    return error instanceof lib_errors/* CommandError */.Qd && (error.exitCode === 126 || error.exitCode === 127);
}

;// CONCATENATED MODULE: ./lib/build/site.js

















/** The state that tells the post step which container, of which engine, may have been left behind: `docker <name>`. */
function containerState(arch) {
    return `container-${arch}`;
}
/** The host's own Nix. @throws SetupError where there is none, or it is too old */
async function openHostSite(request, arch, host) {
    const system = (0,platform/* systemOf */.br)(arch);
    const emulated = system !== nativeSystem() && (await isEmulated(system)) ? system : undefined;
    const config = nixConfig(request.nix, {
        place: 'host',
        privileged: false,
        emulated,
        inherited: process.env['NIX_CONFIG'] ?? '',
    });
    const site = new HostSite({ system, signal: host.signal, env: { NIX_CONFIG: config } });
    const version = await nixVersion(site, 'host');
    host.info(`Building with ${version.text} on the host.`);
    return { site, base: undefined };
}
/**
 * A container of the first base, pinned by digest. It is removed when `cleanup` is; its name is known to the post step
 * before it starts.
 *
 * @param mounts absolute folders that the build needs to see
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
async function openContainerSite(request, arch, mounts, tools) {
    const { host, stages, cleanup } = tools;
    const reference = request.bases[0];
    if (reference === undefined)
        throw new Error('a container needs a base');
    const engine = await findEngine(request.engine, { signal: host.signal });
    const { image, digest } = await stages.run('Fetch the base image', {}, async (progress) => {
        const fetched = await fetchImage(engine, reference, request, arch, host, (line) => progress.update(0, line));
        return [fetched, `${reference.text} ${fetched.digest ?? ''}`.trim()];
    });
    const name = `nix-feature-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    cleanup.defer(() => engine.remove(name));
    host.saveState(containerState(arch), `${engine.name} ${name}`);
    await startContainer(engine, image, {
        name,
        imageName: reference.text,
        mounts,
        containerOptions: request.containerOptions,
    });
    const system = (0,platform/* systemOf */.br)(arch);
    const config = nixConfig(request.nix, {
        place: 'container',
        privileged: isPrivileged(request.containerOptions),
        emulated: system === nativeSystem() ? undefined : system,
        inherited: '',
    });
    const site = new ContainerSite(engine, { container: name, imageName: reference.text, system, env: { NIX_CONFIG: config } });
    const version = await nixVersion(site, 'container');
    host.info(`Building with ${version.text} in ${site.where}, by ${engine.name}.`);
    const contents = await stages.run('List the base store', {}, async () => {
        const listed = await listContainer(site);
        return [listed, (0,format/* formatNumberOf */.Of)(listed.paths.size, 'store path')];
    });
    await stages.run('Look for unregistered paths', { unit: 'paths' }, async (progress) => {
        const adopted = await adopt(site, contents.paths, {
            onProgress: (done) => progress.update(done),
            onTorn: (paths) => host.info(tornText(paths, reference.text)),
            onLost: (paths) => host.info(lostText(paths, reference.text)),
        });
        return [undefined, adopted === 0 ? 'none' : `${(0,format/* formatNumberOf */.Of)(adopted, 'store path')} adopted into the Nix database`];
    });
    return { site, base: { name: writtenName(reference), digest, ...contents } };
}
function tornText(torn, base) {
    const which = `${(0,format/* formatNumberOf */.Of)(torn.length, 'store path')} of ${base} ${torn.length === 1 ? 'names another' : 'name others'} that it does not have`;
    return `${which} (such as ${torn[0] ?? ''}): Nix will fetch or build anew what is needed of them.`;
}
function lostText(lost, base) {
    return `The Nix database of ${base} knows ${(0,format/* formatNumberOf */.Of)(lost.length, 'store path')} that it does not have (such as ${lost[0] ?? ''}): it is made anew from what is there, for this build.`;
}
/** Brings a base image into the engine, pinned by digest. @param onLine called with what the engine says meanwhile */
async function fetchImage(engine, reference, request, arch, host, onLine) {
    if (reference.kind === 'daemon')
        return { image: await daemonImage(engine, reference.image, arch), digest: undefined };
    const base = await openBase(reference, request, host);
    try {
        const { manifest, manifestDigest } = await imageOf(base, reference, arch);
        if (reference.kind === 'layout') {
            const { config, layers } = manifest;
            return { image: await loadImage(engine, { folder: reference.folder, config, layers }), digest: manifestDigest };
        }
        const { registry, repository } = (0,oci_reference/* parseReference */.Y)(reference.text);
        const image = await pullImage(engine, `${registry}/${repository}@${manifestDigest}`, {
            arch,
            credentials: registry === request.registry ? request.credentials : undefined,
            onProgress: onLine,
        });
        return { image, digest: manifestDigest };
    }
    finally {
        base.close();
    }
}
/** An image that the engine holds already. @throws BaseError where it doesn't, or holds it for another platform */
async function daemonImage(engine, name, arch) {
    const image = await engine.inspectImage(name);
    if (image === undefined) {
        throw new lib_errors/* BaseError */.Cf(`${engine.name} has no image “${name}”.`, {
            hint: `Build or pull it first; “${engine.name} images” lists what is there. An image of a registry is named without “daemon:”.`,
        });
    }
    checkArch(image, `daemon:${name}`, arch);
    return image;
}

;// CONCATENATED MODULE: ./lib/build/read-bases.js
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
 * Which store paths each base holds, read without running anything in it.
 * @throws BaseError, RegistryError, IntegrityError, CancelledError
 */
async function readBases(references, request, arch, host, stages) {
    const stores = [];
    for (const reference of references)
        stores.push(await readOne(reference, request, arch, host, stages));
    return stores;
}
function readOne(reference, request, arch, host, stages) {
    return stages.run(`Read the base store of ${writtenName(reference)}`, { unit: 'bytes' }, async (progress) => {
        const store = reference.kind === 'daemon'
            ? await readDaemonImage(reference, request, arch, host)
            : await read_bases_readLayers(reference, request, arch, host, (done, total) => progress.update(done, undefined, total));
        return [store, (0,format/* formatNumberOf */.Of)(store.paths.size, 'store path')];
    });
}
async function read_bases_readLayers(reference, request, arch, host, onProgress) {
    const base = await openBase(reference, request, host);
    try {
        const store = await readImage(base.source, await imageOf(base, reference, arch), {
            cache: host.cache,
            signal: host.signal,
            debug: (line) => host.debug(line),
            onProgress,
        });
        return { ...store, name: writtenName(reference) };
    }
    finally {
        base.close();
    }
}
/** The image may have no shell to list its store with, so a container of it is made, and read without being started. */
async function readDaemonImage(reference, request, arch, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const engine = await findEngine(request.engine, { signal: host.signal });
        const image = await daemonImage(engine, reference.image, arch);
        const name = `nix-feature-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        cleanup.defer(() => engine.remove(name));
        await engine.create(image, name);
        const { stdout, done } = engine.export(name);
        done.catch(() => undefined);
        const contents = await readExport(stdout, reference.text, host.signal);
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

;// CONCATENATED MODULE: ./lib/build/stages.js

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
class Stages {
    times = [];
    #host;
    #suffix;
    /** @param suffix tells the platforms of one job apart; empty where there is only one */
    constructor(host, suffix) {
        this.#host = host;
        this.#suffix = suffix;
    }
    /**
     * @param body gets the stage's progress; what it returns besides its value is the stage's last line
     */
    async run(title, options, body) {
        const began = performance.now();
        const progress = this.#host.stage(`${title}${this.#suffix}`, options);
        try {
            const [value, result] = await body(progress);
            progress.end(result);
            return value;
        }
        catch (error) {
            progress.end(error instanceof lib_errors/* CancelledError */.cc ? 'stopped' : 'failed');
            throw error;
        }
        finally {
            this.times.push({ title, duration: performance.now() - began });
        }
    }
}

;// CONCATENATED MODULE: ./lib/build/together.js
/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
async function together(stop, first, second) {
    let failure;
    const watch = async (task) => {
        try {
            await task;
        }
        catch (reason) {
            // What fails after this fails because of it.
            failure ??= { reason };
            stop.abort(reason);
        }
    };
    await Promise.all([watch(first), watch(second)]);
    if (failure !== undefined)
        throw failure.reason;
    return Promise.all([first, second]);
}

;// CONCATENATED MODULE: ./lib/build/platform.js
var platform_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var platform_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



















/** Build, compare with the base, pack: one platform of a request. @param folder where layers are written */
async function buildPlatform(request, metadata, arch, folder, outerHost) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { host, stop } = stoppable(outerHost);
        const stages = new Stages(host, request.arches.length > 1 ? ` (${arch})` : '');
        await (0,promises_.mkdir)(folder, { recursive: true });
        const cleanup = platform_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const flake = await resolveFlake(request.flake, {
            system: (0,platform/* systemOf */.br)(arch),
            featureId: metadata.id,
            featureFolder: request.featureFolder,
            host,
            cleanup,
        });
        const site = await openSite(request, arch, flake, { host, stages, cleanup });
        const [bases, built] = await together(stop, allBases(site, request, arch, host, stages), buildOn(site.site, flake, host, stages));
        const baseStore = intersectBases(bases);
        const delta = deltaOf(built.closure, baseStore);
        const tools = { request, folder, stages, compression: codecFor(request, bases), signal: host.signal };
        const layers = await packDelta(site.site, built.closure, delta, tools);
        const complement = request.complement === true ? await packComplement(site.site, built.closure, delta, tools) : [];
        const document = buildDocument({
            feature: metadata,
            system: (0,platform/* systemOf */.br)(arch),
            storePath: built.result.storePath,
            outputs: built.result.outputs,
            bases: bases.map(({ name, digest, paths }) => ({ name, ...(digest === undefined ? {} : { digest }), storePaths: paths.size })),
            closure: built.closure,
            baseStore,
            layers,
            complement,
            source: { flake: flake.written, locked: built.locked },
        });
        checkDeltaSize(document, request.maxDeltaSize);
        return { arch, document, layers, complement, stages: stages.times };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = platform_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The same host, whose signal we can give too: a base that can't be used must not wait for the end of a long build. */
function stoppable(host) {
    const stop = new AbortController();
    const signal = AbortSignal.any([host.signal, stop.signal]);
    // As many listeners as there are requests and commands at work.
    (0,external_node_events_.setMaxListeners)(0, signal);
    return { host: { ...host, signal }, stop };
}
function openSite(request, arch, flake, tools) {
    return request.buildIn === 'host'
        ? openHostSite(request, arch, tools.host)
        : openContainerSite(request, arch, flake.mounts, tools);
}
/** The base whose container we build in was listed already; the others are read from their layers. */
async function allBases(site, request, arch, host, stages) {
    if (site.base === undefined)
        return readBases(request.bases, request, arch, host, stages);
    return [site.base, ...(await readBases(request.bases.slice(1), request, arch, host, stages))];
}
async function buildOn(site, flake, host, stages) {
    const result = await stages.run('Build the flake', {}, async () => {
        const built = await host.group(`nix build ${flake.written}`, () => build(site, flake, host));
        return [built, built.storePath];
    });
    const locked = await lockedInputs(site, flake);
    const closure = await stages.run('Query the closure', {}, async () => {
        const queried = await closureOf(site, Object.values(result.outputs));
        return [queried, `${(0,format/* formatNumberOf */.Of)(queried.size, 'store path')}, ${(0,format/* formatBytes */.z3)(closureSize(queried))}`];
    });
    return { result, closure, locked };
}

;// CONCATENATED MODULE: ./lib/feature/platform-manifest.js


/** Keys of the annotations that we put on layers (docs/formats.md, "Layers"). */
const LAYER_KEY = 'dev.nix-feature.layer.key';
const LAYER_SYSTEM = 'dev.nix-feature.system';
const LAYER_DIFF_ID = 'dev.nix-feature.diff-id';
const TITLE = 'org.opencontainers.image.title';
/**
 * The platform manifest (docs/formats.md): the delta's layers, `env-path`, then the complement's layers, with the delta
 * document as its config.
 *
 * @param created seconds since the epoch, for `org.opencontainers.image.created`; undefined leaves it away
 */
function platformManifest(document, blobs, created) {
    const base = document.bases[0];
    return {
        schemaVersion: 2,
        mediaType: media_types/* IMAGE_MANIFEST */.MS,
        artifactType: media_types/* DELTA_ARTIFACT */.YD,
        config: blobs.config,
        layers: [
            ...document.layers.map((layer, index) => layerDescriptor(document, layer, layerTitle(document, layer, index))),
            { ...blobs.envPath, annotations: { [TITLE]: 'env-path' } },
            // `oras pull` leaves out what has no title: whoever has the base wants the delta alone.
            ...(document.complement ?? []).map((layer) => layerDescriptor(document, layer)),
        ],
        annotations: {
            [TITLE]: document.feature.id,
            'org.opencontainers.image.version': document.feature.version,
            ...(base === undefined ? {} : { 'org.opencontainers.image.base.name': base.name }),
            ...(base?.digest === undefined ? {} : { 'org.opencontainers.image.base.digest': base.digest }),
            ...(created === undefined ? {} : { 'org.opencontainers.image.created': timestamp(created) }),
        },
    };
}
/** The name that a platform goes by in a layout and, once published, as a tag. */
function platformTag(document) {
    return `${document.feature.version}-${(0,platform/* archOf */.Qh)(document.system)}`;
}
function layerDescriptor(document, layer, title) {
    return {
        mediaType: layer.mediaType,
        digest: layer.digest,
        size: layer.size,
        annotations: {
            [LAYER_KEY]: layer.key,
            [LAYER_SYSTEM]: document.system,
            [LAYER_DIFF_ID]: layer.diffId,
            ...(title === undefined ? {} : { [TITLE]: title }),
        },
    };
}
/** What `oras pull` calls the file: one layer is “the tarball”, several are numbered. */
function layerTitle(document, layer, index) {
    const number = document.layers.length === 1 ? '' : `-${String(index + 1).padStart(2, '0')}`;
    const extension = layer.mediaType === media_types/* LAYER_ZSTD */.wd ? 'tar.zst' : 'tar.gz';
    return `${document.feature.id}-${(0,platform/* archOf */.Qh)(document.system)}${number}.${extension}`;
}
/** RFC 3339 in UTC, to the second. */
function timestamp(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./lib/oci/layout-writer.js






const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;
const UNFINISHED = '.unfinished';
/**
 * Writes an OCI image layout (image-layout.md): the same bytes and modes for the same input, whatever the umask. It is
 * a layout only once `finish` was called; until then there is no `oci-layout` that would call it one.
 */
class LayoutWriter {
    folder;
    #files = 0;
    constructor(folder) {
        this.folder = folder;
    }
    /** @param folder new or empty */
    static async create(folder) {
        await (0,promises_.mkdir)(folder, { recursive: true });
        const writer = new LayoutWriter(folder);
        const folders = [folder, (0,external_node_path_.join)(folder, 'blobs'), writer.blobsFolder, (0,external_node_path_.join)(folder, UNFINISHED)];
        for (const path of folders) {
            await (0,promises_.mkdir)(path, { recursive: true });
            await (0,promises_.chmod)(path, FOLDER_MODE);
        }
        return writer;
    }
    get blobsFolder() {
        return (0,external_node_path_.join)(this.folder, 'blobs', 'sha256');
    }
    /** Where a blob may be written to by a stream, on the file system that it will stay on. Then hand it to `adoptFile`. */
    newBlobFile() {
        this.#files += 1;
        return (0,external_node_path_.join)(this.folder, UNFINISHED, String(this.#files));
    }
    /** Adds a blob that is in memory. @returns its descriptor, to be put into a manifest */
    async addBytes(bytes, mediaType, annotations) {
        const path = this.newBlobFile();
        await (0,promises_.writeFile)(path, bytes);
        const descriptor = {
            mediaType,
            digest: (0,oci_digest/* digestOf */.ol)(bytes),
            size: bytes.length,
            ...(annotations === undefined ? {} : { annotations }),
        };
        await this.adoptFile(path, descriptor);
        return descriptor;
    }
    /**
     * Moves a file in as a blob. The digest is taken as given: whoever wrote the file computed it on the way.
     * @throws IntegrityError where the file has another size
     */
    async adoptFile(path, descriptor) {
        const { size } = await (0,promises_.stat)(path);
        if (size !== descriptor.size) {
            throw new lib_errors/* IntegrityError */.cs(`${path} has ${size} bytes, and was to be the blob ${descriptor.digest} of ${descriptor.size}.`);
        }
        await (0,promises_.chmod)(path, FILE_MODE);
        await move(path, (0,external_node_path_.join)(this.blobsFolder, (0,oci_digest/* hexOf */.ZD)(descriptor.digest)), () => this.newBlobFile());
    }
    /** Writes index.json and oci-layout. Nothing may be added any more. */
    async finish(manifests, annotations) {
        await (0,promises_.rm)((0,external_node_path_.join)(this.folder, UNFINISHED), { recursive: true, force: true });
        const index = { schemaVersion: 2, mediaType: media_types/* IMAGE_INDEX */.L$, manifests, annotations };
        await this.#write('index.json', (0,canonical_json/* canonicalJson */.d)(index));
        await this.#write('oci-layout', (0,canonical_json/* canonicalJson */.d)({ imageLayoutVersion: '1.0.0' }));
    }
    async #write(name, text) {
        const path = (0,external_node_path_.join)(this.folder, name);
        await (0,promises_.writeFile)(path, text);
        await (0,promises_.chmod)(path, FILE_MODE);
    }
}
async function move(from, to, temporary) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (cause) {
        if (cause.code !== 'EXDEV')
            throw cause;
        // From another file system: copied first, so that a blob's name never stands for half of it.
        const copy = temporary();
        await (0,promises_.copyFile)(from, copy);
        await (0,promises_.chmod)(copy, FILE_MODE);
        await (0,promises_.rename)(copy, to);
        await (0,promises_.rm)(from);
    }
}

;// CONCATENATED MODULE: ./lib/build/write-layout.js







/**
 * Writes the image layout of a build: each platform's manifest and blobs, and its delta document as a file beside them
 * (`delta.json`, or `delta-<arch>.json` where there are several).
 *
 * @param created seconds since the epoch, or undefined
 * @returns the digest of each platform's manifest
 */
async function writeLayout(folder, platforms, created) {
    const writer = await LayoutWriter.create(folder);
    const manifests = [];
    const digests = new Map();
    for (const platform of platforms) {
        const descriptor = await writePlatform(writer, platform, created);
        manifests.push(descriptor);
        digests.set(platform.arch, descriptor.digest);
        const name = platforms.length === 1 ? 'delta.json' : `delta-${platform.arch}.json`;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), (0,canonical_json/* canonicalJson */.d)(platform.document), { mode: 0o644 });
    }
    await writer.finish(manifests);
    return digests;
}
async function writePlatform(writer, { arch, document, layers, complement }, created) {
    for (const layer of [...layers, ...complement])
        await writer.adoptFile(layer.file, layer);
    const config = await writer.addBytes(Buffer.from((0,canonical_json/* canonicalJson */.d)(document)), media_types/* DELTA_CONFIG */.kt);
    const envPath = await writer.addBytes(Buffer.from(`${document.storePath}\n`), media_types/* ENV_PATH */.cc);
    const manifest = platformManifest(document, { config, envPath }, created);
    const descriptor = await writer.addBytes(Buffer.from((0,canonical_json/* canonicalJson */.d)(manifest)), media_types/* IMAGE_MANIFEST */.MS);
    return {
        ...descriptor,
        artifactType: media_types/* DELTA_ARTIFACT */.YD,
        platform: { architecture: arch, os: 'linux' },
        annotations: { [layout_reader/* REF_NAME */.w]: platformTag(document) },
    };
}

// EXTERNAL MODULE: ./lib/feature/metadata.js + 1 modules
var feature_metadata = __webpack_require__(6801);
// EXTERNAL MODULE: ./lib/feature/shipped-files.js
var shipped_files = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/publish/layout-facts.js
var layout_facts = __webpack_require__(1531);
// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 9 modules
var publish_assembly = __webpack_require__(6297);
// EXTERNAL MODULE: ./lib/publish/assemble.js
var assemble = __webpack_require__(2531);
// EXTERNAL MODULE: ./lib/publish/built-layout.js + 1 modules
var built_layout = __webpack_require__(1392);
// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(2714);
// EXTERNAL MODULE: ./lib/publish/target.js + 8 modules
var target = __webpack_require__(2732);
;// CONCATENATED MODULE: ./lib/publish/publish-build.js









/**
 * Publishes what a build has just written, as far as its request says.
 * @param layout the folder
 * @returns undefined where it says nothing
 */
async function publishBuild(layout, request, host) {
    if (request.push === 'false')
        return undefined;
    const built = await (0,built_layout/* readBuiltLayout */.n)(layout);
    return request.push === 'layers' ? pushLayers(built, request, host) : publishAll(built, request, host);
}
async function publishAll(built, request, host) {
    const { delivery, releaseTag } = request;
    const publication = await (0,publish_assembly/* publishAssembly */.wD)((0,assemble/* assemble */.f)([built], request.arches), { target: request, delivery, releaseTag }, host);
    const { repository, tags, digest, upToDate, sent, featureBytes } = publication;
    return { published: { what: 'feature', repository, tags, uploadedBytes: featureBytes }, digest, upToDate, sent };
}
async function pushLayers(built, request, host) {
    const { registry } = request;
    const repository = (0,target/* repositoryOf */._M)(request, built.facts.feature.id);
    const writer = (0,target/* openWriter */.Kn)(request, repository, host);
    try {
        const sent = await (0,push_platforms/* pushPlatforms */.z)(writer, repository, built.platforms, host);
        await (0,layout_facts/* writeFacts */.Rz)(built.folder, { ...built.facts, pushed: { registry, repository } });
        return { published: { what: 'layers', repository: writer.repository, tags: [] }, digest: undefined, upToDate: false, sent };
    }
    finally {
        writer.close();
    }
}
/** Copies a layout without its layers, which are in a registry. */
async function copyWithoutLayers(layout, target) {
    const { platforms } = await (0,built_layout/* readBuiltLayout */.n)(layout);
    const layers = platforms.flatMap(({ layers: own, complement }) => [...own, ...complement]);
    const leftOut = new Set(layers.map(({ digest }) => (0,external_node_path_.join)(layout, 'blobs', 'sha256', (0,oci_digest/* hexOf */.ZD)(digest))));
    await (0,promises_.cp)(layout, target, { recursive: true, filter: (source) => !leftOut.has(source) });
}

// EXTERNAL MODULE: ./lib/publish/feature-layer.js + 1 modules
var feature_layer = __webpack_require__(6538);
;// CONCATENATED MODULE: ./lib/report/test-facts.js
function hasFailed({ checks }) {
    return checks.some(({ outcome }) => outcome === 'failed');
}

// EXTERNAL MODULE: ./lib/feature/bundle.js
var bundle = __webpack_require__(4072);
// EXTERNAL MODULE: ./lib/feature/complete-metadata.js
var complete_metadata = __webpack_require__(4525);
// EXTERNAL MODULE: ./lib/feature/feature-tar.js
var feature_tar = __webpack_require__(8838);
// EXTERNAL MODULE: ./lib/feature/option-environment.js
var option_environment = __webpack_require__(225);
;// CONCATENATED MODULE: ./lib/test/checks.js
function passed(title, detail) {
    return { title, outcome: 'passed', ...(detail !== undefined && { detail }) };
}
function skipped(title, why) {
    return { title, outcome: 'skipped', detail: why };
}
/** @param faults what is wrong, each in one line; none: it passed */
function judged(title, faults, detail) {
    if (faults.length === 0)
        return passed(title, detail);
    return { title, outcome: 'failed', detail: someOf(faults), log: faults.slice(0, 40) };
}
/** The first of many, for a message. */
function someOf(faults) {
    const shown = faults.slice(0, 3).join('; ');
    return faults.length > 3 ? `${shown}; and ${faults.length - 3} more` : shown;
}

;// CONCATENATED MODULE: ./lib/test/cleanup-check.js

const LEFTOVER_TITLE = 'nothing temporary is left behind';
const HOME_TITLE = 'files in the user’s home are the user’s';
/** Where a Feature lies while it is installed, and where nothing else may stay. */
const LIST_TEMPORARY = `for each in /tmp/* /tmp/.[!.]* /var/tmp/* /var/tmp/.[!.]* /nix/.nix-feature-staging*; do
  [ -e "$each" ] || [ -L "$each" ] || continue
  printf '%s\\n' "$each"
done
:`;
const LIST_FOREIGN = `command -v find >/dev/null || exit 77
[ -d "$1" ] || exit 0
exec find "$1" -xdev ! -user "$2" -print`;
/** What is temporary before an install; to be compared with what is afterwards. */
async function listTemporary(session) {
    return new Set(await session.output(['/bin/sh', '-c', LIST_TEMPORARY]));
}
/** @param before what {@link listTemporary} found before the install */
async function checkLeftovers(session, before) {
    const left = [...(await listTemporary(session))].filter((file) => !before.has(file));
    return judged(LEFTOVER_TITLE, left.map((file) => `${file} stays`));
}
/** What root leaves in somebody's home they can neither change nor remove. */
async function listForeign(session, user) {
    if (user.id === '0' || user.home === '/')
        return new Set();
    const { exitCode, lines } = await session.attempt(['/bin/sh', '-c', LIST_FOREIGN, 'sh', user.home, user.id]);
    return exitCode === 77 ? undefined : new Set(lines);
}
/** @param before what {@link listForeign} found before the install */
async function checkHome(session, user, before) {
    const after = await listForeign(session, user);
    if (before === undefined || after === undefined)
        return skipped(HOME_TITLE, 'the base has no “find”');
    return judged(HOME_TITLE, [...after].filter((file) => !before.has(file)).map((file) => `${file} is not ${user.name}’s`));
}

;// CONCATENATED MODULE: ./lib/test/install.js


const INSTALL_TITLE = 'install.sh installs';
const AGAIN_TITLE = 'a second install changes nothing';
/** What runs install.sh in an image build of the dev container tools: in its folder, made executable, by root. */
const INSTALL = 'chmod +x ./install.sh && exec ./install.sh 2>&1';
/**
 * Runs install.sh as the dev container tools do.
 * @param folder of the Feature, in the base
 * @param metadata the completed one
 */
async function install(session, folder, metadata, users, onLine) {
    const env = {
        ...(0,option_environment/* defaultOptions */.KQ)(metadata['options']),
        _REMOTE_USER: users.remote.name,
        _REMOTE_USER_HOME: users.remote.home,
        _CONTAINER_USER: users.container.name,
        _CONTAINER_USER_HOME: users.container.home,
    };
    return session.attempt(['/bin/sh', '-c', INSTALL], { user: '0', folder, env }, onLine);
}
/** What no install is to blame for: the kernel's files, temporary ones, and what Nix notes while it is asked. */
const NOT_COUNTED = ['/proc', '/sys', '/dev', '/run', '/tmp', '/var/tmp', '/var/log', '/var/cache', '/nix/var/nix/db', '/nix/var/nix/temproots'];
const MARKER = '/tmp/nix-feature-marker';
const LIST_FILES = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -print`;
const LIST_NEWER = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -newer ${MARKER} -print`;
/** Locks are opened to be held, and are no content. */
const IS_LOCK = /(?:^|[./-])(?:gc\.)?lock$/;
/** Runs install.sh again, and looks which files came, went or were written. */
async function checkSecondInstall(session, again) {
    const list = async (script) => (await session.attempt(['/bin/sh', '-c', script])).lines.filter((file) => !IS_LOCK.test(file));
    const hasFind = (await session.attempt(['/bin/sh', '-c', 'command -v find'])).exitCode === 0;
    const before = new Set(await list(LIST_FILES));
    // A marker of the same tick as what comes after it would hide it.
    await session.output(['/bin/sh', '-c', `: > ${MARKER}; sleep 1 2>/dev/null; :`]);
    const { exitCode, lines } = await again();
    if (exitCode !== 0)
        return { ...judged(AGAIN_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) };
    if (!hasFind)
        return judged(AGAIN_TITLE, [], 'files were not compared: the base has no “find”');
    const after = await list(LIST_FILES);
    const there = new Set(after);
    const added = after.filter((file) => !before.has(file));
    return judged(AGAIN_TITLE, [
        ...added.map((file) => `${file} came`),
        ...[...before].filter((file) => !there.has(file)).map((file) => `${file} went`),
        ...(await list(LIST_NEWER)).filter((file) => before.has(file)).map((file) => `${file} was written again`),
    ]);
}

;// CONCATENATED MODULE: ./lib/test/elf.js
const PT_INTERP = 3;
/**
 * Looks at the beginning of a file (System V ABI, "ELF Header" and "Program Header"; 64 bit little endian, as on both
 * platforms). @param head its first bytes, enough for the program headers
 */
function programOf(head) {
    if (head.subarray(0, 2).toString('latin1') === '#!')
        return scriptOf(head);
    const isElf = head.length >= 64 && head.readUInt32BE(0) === 0x7f454c46 && head[4] === 2 && head[5] === 1;
    if (!isElf)
        return { kind: 'other' };
    const table = Number(head.readBigUInt64LE(32));
    const entrySize = head.readUInt16LE(54);
    const count = head.readUInt16LE(56);
    for (let index = 0; index < count; index++) {
        const at = table + index * entrySize;
        if (at + 40 > head.length)
            return { kind: 'other' };
        if (head.readUInt32LE(at) !== PT_INTERP)
            continue;
        return { kind: 'dynamic', offset: Number(head.readBigUInt64LE(at + 8)), size: Number(head.readBigUInt64LE(at + 32)) };
    }
    return { kind: 'static' };
}
function scriptOf(head) {
    const [line = ''] = head.toString('utf8').split('\n');
    const [interpreter = ''] = line.slice(2).trim().split(/\s+/);
    return { kind: 'script', interpreter };
}
/** The loader's name, where the bytes at hand hold it. */
function loaderIn(head, { offset, size }) {
    return offset + size <= head.length ? textBeforeZero(head.subarray(offset, offset + size)) : undefined;
}
function textBeforeZero(bytes) {
    const zero = bytes.indexOf(0);
    return bytes.subarray(0, zero < 0 ? bytes.length : zero).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/test/library-check.js



const LIBRARY_TITLE = 'no missing shared library or interpreter';
/** Room for a file's program headers. */
const HEAD = 4096;
/** Of each tool the file behind its links, and the program that a wrapper of nixpkgs starts. */
const READ_HEADS = `for tool do
  file=$(readlink -f "$tool") || continue
  for each in "$file" "\${file%/*}/.\${file##*/}-wrapped"; do
    [ -f "$each" ] && printf '%s\\t%s\\n' "$each" "$(head -c ${HEAD} "$each" | od -An -v -tx1 | tr -d ' \\n')"
  done
done
:`;
const READ_PARTS = `while [ $# -ge 3 ]; do dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n'; echo; shift 3; done`;
const EXISTING = `for each do [ -x "$each" ] && printf '%s\\n' "$each"; done; :`;
/** glibc's and musl's loaders both list what a program needs without running it. */
const library_check_LIST = `while [ $# -ge 2 ]; do
  said=$("$1" --list "$2" 2>&1)
  code=$?
  printf '%s\\n' "$said" | { while IFS= read -r line; do case $line in *'not found'* | *'annot open shared'* | *'rror loading shared'*) printf '%s\\t%s\\n' "$2" "$line"; code=0 ;; esac; done
    [ $code = 0 ] || printf '%s\\tits loader ends with %s: %s\\n' "$2" "$code" "$said" | head -n 1; }
  shift 2
done
:`;
/** Can the loader find what each program is linked to, and the kernel what runs each script? */
async function checkLibraries(session, user, tools) {
    const runnables = await readRunnables(session, user, tools);
    const interpreters = await withInterpreter(session, user, runnables);
    const wanted = [...new Set(interpreters.map(([, interpreter]) => interpreter))];
    const there = new Set(wanted.length === 0 ? [] : await session.output(['/bin/sh', '-c', EXISTING, 'sh', ...wanted], session.as(user)));
    const missing = interpreters.filter(([, interpreter]) => !there.has(interpreter)).map(([{ file }, interpreter]) => `${file} is run by ${interpreter}, which is not there`);
    const programs = interpreters.filter(([{ program }, interpreter]) => program.kind === 'dynamic' && there.has(interpreter));
    const operands = programs.flatMap(([{ file }, loader]) => [loader, file]);
    const unresolved = operands.length === 0 ? [] : await session.output(['/bin/sh', '-c', library_check_LIST, 'sh', ...operands], session.as(user));
    const faults = [...missing, ...unresolved.map((line) => line.replace(/\t\s*/, ': '))];
    return judged(LIBRARY_TITLE, faults, (0,format/* formatNumberOf */.Of)(programs.length, 'dynamic program'));
}
async function readRunnables(session, user, tools) {
    if (tools.length === 0)
        return [];
    const found = new Map();
    for (const line of await session.output(['/bin/sh', '-c', READ_HEADS, 'sh', ...tools], session.as(user))) {
        const [file = '', hex = ''] = line.split('\t');
        const head = Buffer.from(hex, 'hex');
        found.set(file, { file, head, program: programOf(head) });
    }
    return [...found.values()];
}
/** Scripts and dynamic programs, with what runs them. */
async function withInterpreter(session, user, runnables) {
    const known = [];
    const far = [];
    for (const runnable of runnables) {
        const { program, head } = runnable;
        if (program.kind === 'script')
            known.push([runnable, program.interpreter]);
        if (program.kind !== 'dynamic')
            continue;
        const loader = loaderIn(head, program);
        if (loader === undefined)
            far.push([runnable, program]);
        else
            known.push([runnable, loader]);
    }
    if (far.length === 0)
        return known;
    // patchelf puts a loader's name that has grown at the end of the file.
    const parts = far.flatMap(([{ file }, { offset, size }]) => [file, String(offset), String(size)]);
    const lines = await session.output(['/bin/sh', '-c', READ_PARTS, 'sh', ...parts], session.as(user));
    return [...known, ...far.map(([runnable], index) => [runnable, textBeforeZero(Buffer.from(lines[index] ?? '', 'hex'))])];
}

;// CONCATENATED MODULE: ./lib/test/link-check.js

const LINK_TITLE = 'no dangling link in the output';
const DANGLING = `command -v find >/dev/null || exit 77
exec find "$1" -type l -exec /bin/sh -c 'for link do [ -e "$link" ] || printf "%s -> %s\\n" "$link" "$(readlink "$link")"; done' sh {} +`;
/** @param output the built store path */
async function checkLinks(session, user, output) {
    const { exitCode, lines, stderr } = await session.attempt(['/bin/sh', '-c', DANGLING, 'sh', output], session.as(user));
    if (exitCode === 77)
        return skipped(LINK_TITLE, 'the base has no “find”');
    const faults = exitCode === 0 ? [] : [`find ended with ${exitCode}: ${stderr.trim().split('\n').at(-1) ?? ''}`];
    return judged(LINK_TITLE, [...faults, ...lines.map((line) => `${line} leads nowhere`)]);
}

;// CONCATENATED MODULE: ./lib/test/path-check.js


const PATH_TITLE = 'programs on PATH in plain, login and interactive shells';
const MODES = [
    ['plain', []],
    ['login', ['-l']],
    ['interactive', ['-i']],
];
/** Marks our lines: a profile may print its own. */
const MARK = 'nix-feature-tool';
const FIND_TOOLS = `for folder do for tool in "$folder"/*; do [ -d "$tool" ] || { [ -e "$tool" ] || [ -L "$tool" ]; } && printf '%s\\n' "$tool"; done; done; :`;
const LOOK_UP = `for tool do printf '${MARK}\\t%s\\t%s\\n' "$tool" "$(command -v "$tool" 2>/dev/null)"; done`;
/** The Feature's programs, by the names that PATH has them under. @param folders absolute, in the base */
async function findTools(session, folders) {
    if (folders.length === 0)
        return [];
    return session.output(['/bin/sh', '-c', FIND_TOOLS, 'sh', ...folders]);
}
/** Does every shell that a user meets find each program, and this one first? @param tools as {@link findTools} has them */
async function checkPath(session, user, tools) {
    const expected = new Map(tools.map((tool) => [tool.slice(tool.lastIndexOf('/') + 1), tool]));
    const faults = [];
    const shells = ['/bin/sh', ...(await bash(session))];
    for (const shell of tools.length === 0 ? [] : shells) {
        for (const [mode, flags] of MODES) {
            const { lines } = await session.attempt([shell, ...flags, '-c', LOOK_UP, 'sh', ...expected.keys()], session.as(user));
            faults.push(...faultsOf(lines, expected, user).map((fault) => `${fault} in a ${mode} ${shell.slice(shell.lastIndexOf('/') + 1)}`));
        }
    }
    return judged(PATH_TITLE, faults, `${(0,format/* formatNumberOf */.Of)(tools.length, 'program')}, ${(0,format/* formatNumberOf */.Of)(shells.length * MODES.length, 'shell')}`);
}
async function bash(session) {
    return (await session.attempt(['/bin/sh', '-c', 'command -v bash'])).lines.filter((line) => line.startsWith('/'));
}
function faultsOf(lines, expected, user) {
    const found = new Map(lines.filter((line) => line.startsWith(`${MARK}\t`)).map((line) => line.split('\t').slice(1)));
    return [...expected].flatMap(([name, tool]) => {
        const place = found.get(name) ?? '';
        if (place === '')
            return [`${name} is not found`];
        // What has no slash is the shell's own: a builtin or an alias.
        const ours = !place.startsWith('/') || place === tool || place === `${user.home}/.local/bin/${name}`;
        return ours ? [] : [`${name} is ${place}, not the Feature’s`];
    });
}

// EXTERNAL MODULE: ./lib/process-output.js + 1 modules
var process_output = __webpack_require__(6501);
;// CONCATENATED MODULE: ./lib/test/session.js


/** Commands in one container that a Feature is tested in. */
class Session {
    container;
    #options;
    constructor(options) {
        this.container = options.container;
        this.#options = options;
    }
    /** As root, with nothing but what is given on top of `containerEnv`. @throws CommandError */
    async output(argv, options = {}) {
        const ended = await this.#run(argv, options, undefined);
        if (ended.error !== undefined)
            throw ended.error;
        return ended.lines;
    }
    /** Whatever its exit code. @param onLine called with each line of standard output as it comes */
    async attempt(argv, options = {}, onLine) {
        return this.#run(argv, options, onLine);
    }
    /** Options of a command that runs as somebody. */
    as(user) {
        return { user: user.id, env: { HOME: user.home, USER: user.name } };
    }
    /** Unpacks a tar into a folder that is there. */
    async unpack(tar, folder) {
        await this.#options.engine.run(['cp', '-', `${this.container}:${folder}`], { input: tar });
    }
    async #run(argv, options, onLine) {
        const { engine, container, where, env } = this.#options;
        const { stdout, done } = engine.exec(container, argv, where, { ...options, env: { ...env, ...options.env } });
        const lines = [];
        const reader = new process_output/* LineReader */.u((line) => {
            lines.push(line);
            onLine?.(line);
        });
        try {
            for await (const chunk of stdout)
                reader.push(chunk);
            await done;
            reader.end();
            return { exitCode: 0, lines, stderr: '' };
        }
        catch (error) {
            reader.end();
            if (!(error instanceof lib_errors/* CommandError */.Qd) || error.exitCode === null)
                throw error;
            return { exitCode: error.exitCode, lines, stderr: error.stderr, error };
        }
    }
}

;// CONCATENATED MODULE: ./lib/test/store-check.js


const STORE_TITLE = 'every added path verified by Nix';
const VERIFY = `PATH=$PATH:/nix/var/nix/profiles/default/bin:/root/.nix-profile/bin
command -v nix-store >/dev/null || exit 77
[ "$(cat "$1" 2>/dev/null)" != no ] || exit 78
exec xargs nix-store --verify-path`;
/** Does Nix, where the base has it, find each path that was added as it was built? */
async function checkStore(session, document) {
    const added = document.closure.filter((entry) => entry.in === 'delta').map(({ path }) => path);
    if (added.length === 0)
        return passed(STORE_TITLE, 'nothing was added');
    const record = `/var/lib/nix-feature/${document.feature.id}/registered`;
    const { exitCode, stderr } = await session.attempt(['/bin/sh', '-c', VERIFY, 'sh', record], {
        input: added.map((path) => `${path}\n`).join(''),
        // Past a daemon, and without the build users that an unconfigured Nix would look for.
        env: { NIX_REMOTE: 'local', NIX_CONFIG: 'build-users-group =' },
    });
    if (exitCode === 77)
        return skipped(STORE_TITLE, 'the base has no Nix');
    if (exitCode === 78)
        return skipped(STORE_TITLE, 'nothing was registered in Nix’s database');
    const said = stderr.trim().split('\n').filter((line) => line !== '');
    return judged(STORE_TITLE, exitCode === 0 ? [] : said.length > 0 ? said : [`nix-store ended with ${exitCode}`], (0,format/* formatNumberOf */.Of)(added.length, 'path'));
}

;// CONCATENATED MODULE: ./lib/test/test-lib.js
/** The file that tests of Features written for the dev container CLI begin with: `source dev-container-features-test-lib`. */
const TEST_LIB_NAME = 'dev-container-features-test-lib';
/** Its three commands, for bash and for sh. */
const TEST_LIB = `# The commands that tests written for “devcontainer features test” use.
nf_failed=

# check LABEL COMMAND...
check() {
  nf_label=$1
  shift
  if "$@"; then echo "passed: $nf_label"; else
    echo "FAILED: $nf_label: $*"
    nf_failed="$nf_failed
  $nf_label"
  fi
}

# checkMultiple LABEL MINIMUM EXPRESSION...: at least so many are true
checkMultiple() {
  nf_label=$1 nf_wanted=$2 nf_true=0
  shift 2
  for nf_expression; do if eval "$nf_expression"; then nf_true=$((nf_true + 1)); fi; done
  if [ "$nf_true" -ge "$nf_wanted" ]; then echo "passed: $nf_label"; else
    echo "FAILED: $nf_label: $nf_true of at least $nf_wanted"
    nf_failed="$nf_failed
  $nf_label"
  fi
}

# The last line of a test.
reportResults() {
  [ -z "$nf_failed" ] && echo 'every check passed' && return 0
  echo "failed:$nf_failed"
  exit 1
}
`;

;// CONCATENATED MODULE: ./lib/test/users.js

/**
 * The users that the dev container tools would take (containers.dev, "Image metadata", "remoteUser", "containerUser"):
 * the last that the image's label names, then the image's own.
 * @param passwd lines of /etc/passwd; an image may have none
 * @param asked the user's own choice of the remote user
 * @throws BaseError where the image has no such user
 */
function devUsers(image, passwd, asked) {
    const labels = labelEntries(image.labels['devcontainer.metadata'] ?? '');
    const last = (name) => labels.findLast((entry) => typeof entry[name] === 'string')?.[name];
    const container = last('containerUser') ?? (image.user.replace(/:.*$/, '') || 'root');
    return { container: findUser(passwd, container), remote: findUser(passwd, asked ?? last('remoteUser') ?? container) };
}
function findUser(passwd, wanted) {
    for (const line of passwd) {
        const [name = '', , id = '', , , home = ''] = line.split(':');
        if (name === wanted || id === wanted)
            return { name, id, home: home || '/' };
    }
    if (wanted === 'root' || /^\d+$/.test(wanted))
        return { name: wanted, id: wanted === 'root' ? '0' : wanted, home: wanted === 'root' ? '/root' : '/' };
    throw new lib_errors/* BaseError */.Cf(`The base image has no user “${wanted}”, whom the Feature would be used by.`, {
        hint: 'Name one that is in its /etc/passwd with “remote-user”.',
    });
}
/** One object, or a list of them. What can't be read is what tools ignore as well. */
function labelEntries(label) {
    try {
        const parsed = JSON.parse(label);
        return [parsed].flat().filter((entry) => typeof entry === 'object' && entry !== null);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/test/test-in-base.js
var test_in_base_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var test_in_base_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


















/** Where the dev container tools put a Feature while they install it. */
const FOLDER = '/tmp/dev-container-features';
const TEST_TITLE = 'test.sh passes';
const test_in_base_USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Installs the Feature into a fresh container of a base and checks what came of it. The container is gone afterwards.
 * @throws SetupError, BaseError where no container could be had
 */
async function testInBase(subject, platform, reference, request, { engine, host }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { image } = await fetchImage(engine, reference, request, platform.arch, host, (line) => host.debug(line));
        const name = `nix-feature-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        const cleanup = test_in_base_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        cleanup.defer(() => engine.remove(name));
        host.saveState(`${containerState(platform.arch)}-${name}`, `${engine.name} ${name}`);
        await startContainer(engine, image, { name, imageName: reference.text, mounts: [], containerOptions: request.containerOptions });
        const session = new Session({ engine, container: name, where: `a container of ${reference.text}`, env: environmentOf(subject, image) });
        const passwd = await session.output(['/bin/sh', '-c', 'cat /etc/passwd 2>/dev/null || :']);
        const users = devUsers(image, passwd, request.remoteUser);
        const folder = await putFeature(session, subject, platform);
        return { user: users.remote.name, checks: await runChecks({ session, subject, platform, users, folder, host }) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = test_in_base_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** `containerEnv` on top of the image's PATH, which the container's own start has added to. */
function environmentOf({ prepared }, image) {
    const own = Object.fromEntries(image.env.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
    const declared = prepared.metadata['containerEnv'];
    const all = (0,option_environment/* containerEnvironment */.Vk)(declared, { ...own, PATH: own['PATH'] ?? test_in_base_USUAL_PATH });
    return Object.fromEntries(['PATH', ...Object.keys(declared)].flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
/** The bytes that will be published; layers that would come from a registry lie in its `dist`. */
async function putFeature(session, { prepared, tar }, platform) {
    const folder = `${FOLDER}/${platform.document.feature.id}_0`;
    await session.output(['/bin/sh', '-c', 'mkdir -p "$1"', 'sh', folder]);
    await session.unpack((0,external_node_fs_.createReadStream)(tar), folder);
    if (prepared.delivery === 'layers') {
        // Not the complement's: a base that has what is relied upon asks for none of them.
        const files = platform.layers.map((layer) => ({ name: `dist/${(0,bundle/* layerFileName */.dX)(layer)}`, file: platform.fileOf(layer) }));
        await session.unpack((0,feature_tar/* featureTar */._)(files), folder);
    }
    await session.output(['/bin/sh', '-c', 'chmod -R 0755 "$1"', 'sh', FOLDER]);
    return folder;
}
async function runChecks(run) {
    const { session, subject, platform, users, folder, host } = run;
    const { document } = platform;
    const temporary = await listTemporary(session);
    const foreign = await listForeign(session, users.remote);
    const installed = await host.group('install.sh', () => install(session, folder, subject.prepared.metadata, users, (line) => host.info(line)));
    if (installed.exitCode !== 0)
        return [{ ...judged(INSTALL_TITLE, [`it ended with ${installed.exitCode}`]), log: installed.lines.slice(-40) }];
    const link = (0,complete_metadata/* linkOf */.I)(document.feature.id);
    const tools = await findTools(session, document.env.PATH.map((part) => `${link}/${part}`));
    const changing = [
        judged(INSTALL_TITLE, []),
        await checkLeftovers(session, temporary),
        await checkHome(session, users.remote, foreign),
        await runTest(run, users.remote),
        await checkSecondInstall(session, () => install(session, folder, subject.prepared.metadata, users)),
    ];
    // These only look.
    const looking = await Promise.all([
        checkPath(session, users.remote, tools),
        checkLinks(session, users.remote, document.storePath),
        checkLibraries(session, users.remote, tools),
        checkStore(session, document),
    ]);
    return [...changing, ...looking];
}
async function runTest({ session, folder, subject, host }, user) {
    const script = subject.prepared.assembly.files.find(({ name }) => name === 'test.sh');
    if (script === undefined)
        return skipped(TEST_TITLE, 'there is no test.sh');
    if (script.bytes.includes(TEST_LIB_NAME))
        await session.unpack((0,feature_tar/* featureTar */._)([{ name: TEST_LIB_NAME, bytes: TEST_LIB }]), folder);
    const { exitCode, lines } = await host.group(`test.sh as ${user.name}`, () => session.attempt(['/bin/sh', '-c', 'exec ./test.sh 2>&1'], { ...session.as(user), folder }, (line) => host.info(line)));
    if (exitCode === 0)
        return judged(TEST_TITLE, [], `as ${user.name}`);
    return { ...judged(TEST_TITLE, [`it ended with ${exitCode}, run by ${user.name}`]), log: lines.slice(-40) };
}

;// CONCATENATED MODULE: ./lib/test-feature.js
var test_feature_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var test_feature_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Installs what was built into a fresh container of each base, as it will be published and by the runtime that ships,
 * and tests it there. Needs no registry: layers come from the layout.
 *
 * @param layout the folder of the layout
 * @returns one report for each platform and base; with `test: auto`, what can't be tested here is skipped and warned about
 * @throws TestError where something failed; with `test: true`, SetupError where there is no engine or no emulation
 */
async function testFeature(layout, request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (request.test === 'false')
            return [];
        if (request.bases.length === 0)
            return withoutBase(host);
        const engine = await engineFor(request, host);
        if (engine === undefined)
            return [];
        const cleanup = test_feature_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'nix-feature-test-'));
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const subject = await subjectOf(layout, request, work);
        const reports = [];
        for (const platform of subject.prepared.assembly.platforms) {
            for (const base of request.bases)
                reports.push(await testOne(subject, platform, base, request, { engine, host }));
        }
        const failed = reports.filter(hasFailed);
        if (failed.length > 0)
            throw test_feature_failure(subject, failed);
        return reports;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = test_feature_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function withoutBase(host) {
    host.info('The Feature is not tested: there is no base image to install it into.');
    return [];
}
async function engineFor({ engine, test }, host) {
    try {
        return await findEngine(engine, { signal: host.signal });
    }
    catch (error) {
        if (test === 'true' || !(error instanceof lib_errors/* SetupError */.w3))
            throw error;
        host.warning(`The Feature was built and not tested. ${error.message} Say test: false if that is meant.`);
        return undefined;
    }
}
/** The very bytes that `push` would send. */
async function subjectOf(layout, request, work) {
    const assembly = (0,assemble/* assemble */.f)([await (0,built_layout/* readBuiltLayout */.n)(layout)], []);
    const prepared = (0,publish_assembly/* prepare */.iA)(assembly, request.delivery);
    const { registry, namespace } = request;
    const repository = namespace === '' ? assembly.facts.feature.id : `${namespace}/${assembly.facts.feature.id}`;
    const { file } = await (0,feature_layer/* writeFeatureLayer */.j)(assembly, { metadata: prepared.text, delivery: prepared.delivery, registry, repository, work });
    return { prepared, tar: file };
}
async function testOne(subject, platform, base, request, tools) {
    const { host } = tools;
    const began = performance.now();
    const about = { arch: platform.arch, base: base.text };
    const progress = host.stage(`Test for ${platform.arch} in ${base.text}`);
    try {
        const result = await testInBase(subject, platform, base, request, tools);
        const report = { ...about, ...result, duration: performance.now() - began };
        progress.end(verdict(report.checks));
        for (const check of report.checks)
            host.info(lineOf(check));
        return report;
    }
    catch (error) {
        progress.end('failed');
        if (request.test === 'true' || !(error instanceof lib_errors/* SetupError */.w3 || error instanceof lib_errors/* BaseError */.Cf))
            throw error;
        host.warning(`The Feature was built and not tested for ${platform.arch} in ${base.text}. ${error.message}`);
        return { ...about, user: '', checks: [], skipped: error.message, duration: performance.now() - began };
    }
}
function verdict(checks) {
    const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
    const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
    return failed === 0 ? `${(0,format/* formatNumberOf */.Of)(passed, 'check')} passed` : `${(0,format/* formatNumberOf */.Of)(failed, 'check')} failed`;
}
const MARKS = { passed: '✔', failed: '✖', skipped: '–' };
function lineOf({ title, outcome, detail }) {
    return `  ${MARKS[outcome]} ${title}${detail === undefined ? '' : `: ${detail}`}`;
}
/** The failure as one message; the log is that of what failed first. */
function test_feature_failure({ prepared }, reports) {
    const { id, version } = prepared.assembly.facts.feature;
    const faults = reports.flatMap((report) => report.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ report, check })));
    const texts = faults.map(({ report, check }) => `“${check.title}” (${report.arch}, ${report.base}): ${check.detail ?? 'no'}`);
    const log = faults[0]?.check.log ?? [];
    return new lib_errors/* TestError */.xA(`${id} ${version} failed ${(0,format/* formatNumberOf */.Of)(faults.length, 'check')} in its base image. ${texts.join('. ')}.`, { log }, {
        hint: 'Nothing was published. docs/contract.md says what each check looks at; nix-feature test runs them on your machine.',
    });
}

;// CONCATENATED MODULE: ./lib/build-feature.js
var build_feature_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var build_feature_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The main job: build one feature for every platform asked for, pack what the bases lack, and leave an image layout, an
 * artifact and a report. Whatever happens, no container and no temporary folder stays behind.
 *
 * @throws Failure with what the user needs to know
 */
async function buildFeature(request, outerHost) {
    const began = performance.now();
    const { host, warnings } = (0,collect_warnings/* collectWarnings */._)(outerHost);
    await enforceContract(request, host);
    const metadata = await (0,feature_metadata/* readFeatureMetadata */.SA)(request.featureFolder);
    if (request.push !== 'false')
        (0,publish_assembly/* checkVersion */.ps)(metadata, request.releaseTag);
    const files = await (0,shipped_files/* readShippedFiles */.n)(request.featureFolder, request.output === undefined ? [] : [request.output]);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const place = build_feature_addDisposableResource(env_1, await LayoutPlace.claim(request.output), true);
            const platforms = [];
            for (const arch of request.arches) {
                platforms.push(await buildPlatform(request, metadata, arch, (0,external_node_path_.join)(place.work, arch), host));
            }
            const finished = (0,external_node_path_.join)(place.work, 'layout');
            const digests = await writeLayout(finished, platforms, request.created);
            await (0,layout_facts/* writeLayoutFacts */.Fw)(finished, layoutFacts(request, metadata), files.filter(({ name }) => name !== feature_metadata/* METADATA_FILE */.VR));
            const tests = await testFeature(finished, request, host);
            const layout = await place.put(finished);
            const publication = await publishBuild(layout, request, host);
            const artifact = request.uploadArtifact ? await upload(layout, place.work, request, metadata, host) : undefined;
            place.keep();
            return {
                ...reportOf(metadata, platforms, digests, publication),
                layout,
                tests,
                artifact,
                warnings,
                given: request.given,
                duration: performance.now() - began,
            };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = build_feature_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        throw (0,lib_errors/* isDiskFull */.b$)(error) ? diskFull(error) : error;
    }
}
function reportOf(metadata, platforms, digests, publication) {
    const { id, version, name } = metadata;
    return {
        feature: { id, version, ...(name === undefined ? {} : { name }) },
        upToDate: publication?.upToDate ?? false,
        platforms: platforms.map(({ arch, document, stages }) => ({
            arch,
            document,
            stages,
            digest: digests.get(arch),
            reusedLayers: 0,
            uploadedBytes: publication?.sent.get(arch) ?? 0,
        })),
        digest: publication?.digest ?? (digests.size === 1 ? [...digests.values()][0] : undefined),
        published: publication?.published,
    };
}
/** What a job that publishes needs to know of this build. */
function layoutFacts({ delivery, complement = false, origin = {}, created }, { id, version, raw }) {
    return { feature: { id, version }, metadata: raw, delivery, ...(complement ? { complement } : {}), origin, ...(created === undefined ? {} : { created }) };
}
async function upload(layout, work, request, { id }, host) {
    // A name can be used once in a run, so that each job of a matrix needs its own.
    const name = `feature-${id}-${request.arches.join('-')}`;
    if (request.push === 'false')
        return host.uploadArtifact(name, layout);
    const withoutLayers = (0,external_node_path_.join)(work, 'artifact');
    await copyWithoutLayers(layout, withoutLayers);
    return host.uploadArtifact(name, withoutLayers);
}
function diskFull(cause) {
    const { path } = cause;
    return new lib_errors/* Failure */.HR(`The disk is full${path === undefined ? '' : `: ${path} could not be written`}.`, {
        cause,
        hint: 'Free some space, or let “output” name a folder on a larger disk. Nothing of this build was kept.',
    });
}


/***/ })

};
