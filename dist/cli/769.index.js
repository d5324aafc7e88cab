export const id = 769;
export const ids = [769];
export const modules = {

/***/ 24769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateQuestion: () => (/* binding */ evaluateQuestion),
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/stages.js
var kit_stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/builder/nix-builder.js + 6 modules
var nix_builder = __webpack_require__(53708);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var site = __webpack_require__(1405);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
;// CONCATENATED MODULE: ./lib/shell/entry-files.js

const NAMES = { entry: 'enter.sh', env: 'env.sh', hook: 'hook.sh', script: 'step', rc: 'bashrc' };
/** The one that is run, by /bin/sh. */
const ENTRY_FILE = NAMES.entry;
/** GitHub's documentation, "jobs.<job_id>.steps[*].shell"; errors end a script, in a pipe too. */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'];
const SH = ['sh', '-e', '{0}'];
/**
 * Returns the files with which /bin/sh enters an environment and becomes a command. Variables are in a file, because every process of the
 * machine can see arguments.
 * @param place absolute: the folder that they are written to
 */
function entryFiles(place, { path, variables, hook, folder }, command) {
    const file = (name) => `${place}/${name}`;
    const enter = [`. ${(0,kit_text/* shellWord */.r7)(file(NAMES.env))}`, `cd ${(0,kit_text/* shellWord */.r7)(folder)} || exit 1`];
    const hasHook = hook !== '';
    const begin = hasHook && command.kind !== 'terminal' ? `exec bash -c '. "$0" && exec "$@"' ${(0,kit_text/* shellWord */.r7)(file(NAMES.hook))}` : 'exec';
    return {
        [NAMES.env]: `${[...envExports(variables), ...pathExport(path)].join('\n')}\n`,
        ...(hasHook && { [NAMES.hook]: `${hook}\n` }),
        ...(command.kind === 'script' && { [NAMES.script]: command.text.endsWith('\n') ? command.text : `${command.text}\n` }),
        ...(command.kind === 'terminal' && { [NAMES.rc]: terminalRc(file(NAMES.env), hasHook ? file(NAMES.hook) : undefined) }),
        [NAMES.entry]: `${[...enter, ...commandLines(command, begin, { script: file(NAMES.script), rc: file(NAMES.rc) })].join('\n')}\n`,
    };
}
function commandLines(command, begin, files) {
    if (command.kind === 'program')
        return [`${begin} ${command.argv.map(kit_text/* shellWord */.r7).join(' ')}`];
    if (command.kind === 'terminal')
        return [`if command -v bash > /dev/null; then exec bash --rcfile ${(0,kit_text/* shellWord */.r7)(files.rc)} -i; fi`, 'exec sh -i'];
    const line = (words) => `${begin} ${words.map((word) => (0,kit_text/* shellWord */.r7)(word.replaceAll('{0}', files.script))).join(' ')}`;
    const { shell } = command;
    if (shell === undefined)
        return [`if command -v bash > /dev/null; then ${line(BASH)}; fi`, line(SH)];
    if (shell === 'bash')
        return [line(BASH)];
    return [shell === 'sh' ? line(SH) : line(shell.split(/\s+/))];
}
/** What the user's own file sets may hide the tools, so theirs comes first, as `nix develop` has it. */
function terminalRc(env, hook) {
    return `${['[ ! -r ~/.bashrc ] || . ~/.bashrc', `. ${(0,kit_text/* shellWord */.r7)(env)}`, "PS1='(nix-feature) '\"$PS1\"", ...(hook === undefined ? [] : [`. ${(0,kit_text/* shellWord */.r7)(hook)}`])].join('\n')}\n`;
}
/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED = new Set(['XDG_DATA_DIRS']);
/** Lines of sh that export variables. */
function envExports(variables) {
    return Object.entries(variables).map(([name, value]) => `export ${name}=${(0,kit_text/* shellWord */.r7)(value)}${JOINED.has(name) ? joined(name) : ''}`);
}
/** Returns the line that puts folders first in PATH; none without folders. */
function pathExport(folders) {
    return folders.length === 0 ? [] : [`export PATH=${(0,kit_text/* shellWord */.r7)(folders.join(':'))}${joined('PATH')}`];
}
function joined(name) {
    return `"\${${name}:+:$${name}}"`;
}

;// CONCATENATED MODULE: ./lib/app/run.js
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
 * Runs a command with what a flake's shell or packages bring, in a container of the base image or on the host. Whatever
 * happens, no container and no temporary folder stays behind.
 * @throws Failure if the command can't be run; how it ends is no failure
 */
async function runCommand(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const place = await entryFolder(cleanup);
        const sources = request.tools.kind === 'shell' ? [request.tools.flake] : request.tools.flakes;
        const { builder, flakes, opened } = await openBuilder({ ...request, shared: [...request.shared, place] }, sources, host, cleanup);
        const stages = new kit_stages/* Stages */.e3(host, '');
        const shell = await stages.run('Prepare the shell', {}, async () => {
            const made = await shellOf(request, builder, flakes);
            return [made, `${(0,format/* formatNumberOf */.Of)(made.path.length, 'folder')} in PATH`];
        });
        const inContainer = request.buildIn === 'container';
        const variables = { ...(inContainer && { ...GIT_TRUST, ...request.jobEnv }), ...shell.variables, ...request.env };
        const hook = request.tools.kind === 'shell' && request.tools.hook ? shell.hook : '';
        await writeFiles(place, entryFiles(place, { path: shell.path, variables, hook, folder: request.folder }, request.command));
        const started = performance.now();
        const exitCode = await opened.site.attach(['/bin/sh', (0,external_node_path_.join)(place, ENTRY_FILE)], { terminal: request.terminal, signal: host.signal });
        host.signal.throwIfAborted();
        const ended = performance.now();
        return { exitCode, where: opened.site.where, nix: opened.nix, path: shell.path, tools: flakes.map(({ written }) => written), prepared: started - began, duration: ended - started, given: request.given };
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
/** Evaluates an expression or a flake's attribute. @throws Failure */
async function evaluateQuestion(request, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const { question } = request;
        const { builder, flakes } = await openBuilder({ ...request, shared: [] }, question.kind === 'flake' ? [question.flake] : [], host, cleanup);
        const [flake] = flakes;
        return builder.eval(question.kind === 'flake' && flake !== undefined ? { kind: 'flake', flake } : { kind: 'expression', text: question.kind === 'expression' ? question.text : '' });
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
async function openBuilder(request, sources, host, cleanup) {
    const inContainer = request.buildIn === 'container';
    const seenFolders = new seen_folder/* SeenFolders */.v(cleanup);
    const flakes = [];
    for (const source of sources) {
        flakes.push(await (0,flake/* resolveFlake */.kR)(source, { system: (0,platform/* systemOf */.br)(request.arch), featureId: 'run', featureFolder: request.folder, inContainer, seenFolders, job: host, cleanup }));
    }
    const place = { request, registries: new registries/* Registries */.I(request, host), arch: request.arch, host, stages: new kit_stages/* Stages */.e3(host, ''), shared: request.shared, cleanup };
    const opened = inContainer ? await (0,site/* openContainerSite */.hv)(place, [...new Set(flakes.flatMap(({ mounts }) => mounts))]) : await (0,site/* openHostSite */.gZ)({ nix: request.nix, arch: request.arch, job: host, cleanup });
    await opened.prepare();
    return { builder: new nix_builder/* NixBuilder */.B(opened.site, { log: (line) => host.info(line), signal: host.signal, timeLimit: request.timeLimit }), flakes, opened };
}
async function shellOf({ tools }, builder, flakes) {
    const [first] = flakes;
    if (tools.kind === 'shell' && first !== undefined)
        return builder.devShell(first);
    return { path: await builder.packageFolders(flakes), variables: {}, hook: '', builder: '' };
}
/** In a container the checkout belongs to another user than its root, and git would not read it. */
const GIT_TRUST = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
async function entryFolder(cleanup) {
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-run');
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    await (0,promises_.chmod)(folder, 0o700);
    return folder;
}
/** Of the environment, which may hold secrets, nobody else may read a word. */
async function writeFiles(folder, files) {
    for (const [name, text] of Object.entries(files))
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { mode: 0o600 });
}


/***/ }),

/***/ 30437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ Registries)
});

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var auth_credentials = __webpack_require__(52154);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
;// CONCATENATED MODULE: ./lib/oci/auth/credential-helper.js


const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;
/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined if the helper knows none
 * @throws SetupError if the helper is missing or fails
 */
async function askHelper(name, server, env) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name)) {
        throw new errors/* SetupError */.w3(`"${name}" in docker's config.json is not the name of a credential helper.`);
    }
    const { code, output } = await run(program, server, env);
    if (code !== 0) {
        // The protocol's one way to say "none": these words on standard output, and an exit code.
        if (/credentials not found|no credentials (?:server URL|username)/i.test(output))
            return undefined;
        throw new errors/* SetupError */.w3(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
            hint: `Log in again, or remove the helper for ${server} from docker's config.json.`,
        });
    }
    try {
        const { Username: username, Secret: secret } = JSON.parse(output);
        if (typeof username !== 'string' || typeof secret !== 'string')
            throw new TypeError('no Username and Secret');
        if (secret === '')
            return undefined;
        // This name says that the secret is a refresh token.
        return username === '<token>'
            ? { kind: 'identity', token: secret, origin: program }
            : { kind: 'password', username, password: secret, origin: program };
    }
    catch {
        // Neither the output nor JSON.parse's message about it: they hold the secret.
        throw new errors/* SetupError */.w3(`${program} get gave an answer for ${server} that is not {"Username", "Secret"} in JSON.`);
    }
}
/** What it says on standard error may hold the secret too: nobody gets to see it. */
async function run(program, input, env) {
    const chunks = [];
    let size = 0;
    const output = () => Buffer.concat(chunks).toString('utf8');
    const { stdout, done } = (0,programs_process/* stream */.Td)([program, 'get'], { purpose: 'login', baseEnv: env, input, signal: AbortSignal.timeout(TIME_LIMIT) });
    try {
        for await (const chunk of stdout) {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                break;
            chunks.push(chunk);
        }
        await done;
        return { code: 0, output: output() };
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return { code: error.exitCode, output: output() };
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        const why = error instanceof errors/* CancelledError */.cc ? 'did not answer in time' : `can't be run: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw new errors/* SetupError */.w3(`The credential helper ${program} ${why}.`, { cause, hint: `Install it, or remove it from docker's config.json.` });
    }
}
function oneLine(text) {
    return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}

;// CONCATENATED MODULE: ./lib/oci/auth/docker-config.js







/**
 * Returns what `docker login` and `podman login` left behind: DEVCONTAINERS_OCI_AUTH, as the dev container tools have it;
 * REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then the auth.json of podman, skopeo and buildah. The first
 * that knows the registry wins.
 */
function dockerCredentials(options = {}) {
    const env = options.env ?? process.env;
    const debug = options.debug ?? (() => { });
    return {
        async find(registry, repository) {
            const given = fromVariable(env['DEVCONTAINERS_OCI_AUTH'] ?? '', registry);
            if (given !== undefined) {
                debug(`Credentials for ${registry}: from ${given.origin}.`);
                return given;
            }
            for (const file of filesOf(env, options.home ?? (0,external_node_os_.homedir)())) {
                const config = await readConfig(file);
                if (config === undefined)
                    continue;
                const credential = await lookUp(config, { registry, repository }, file, { env, debug });
                if (credential !== undefined) {
                    debug(`Credentials for ${registry}: from ${credential.origin}.`);
                    return credential;
                }
            }
            debug(`No credentials for ${registry}: reading anonymously.`);
            return undefined;
        },
    };
}
/** `registry|user|token`, several with commas between them. */
function fromVariable(text, registry) {
    for (const entry of text.split(',')) {
        const [host = '', username = '', ...rest] = entry.trim().split('|');
        const password = rest.join('|');
        if (host === registry && username !== '' && password !== '')
            return { kind: 'password', username, password, origin: 'DEVCONTAINERS_OCI_AUTH' };
    }
    return undefined;
}
// docker: cli/config; the others: containers-auth.json(5)
function filesOf(env, home) {
    const given = (name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
    return [
        ...given('REGISTRY_AUTH_FILE'),
        (0,external_node_path_.join)(given('DOCKER_CONFIG')[0] ?? (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...given('XDG_RUNTIME_DIR').map((folder) => (0,external_node_path_.join)(folder, 'containers', 'auth.json')),
        (0,external_node_path_.join)(given('XDG_CONFIG_HOME')[0] ?? (0,external_node_path_.join)(home, '.config'), 'containers', 'auth.json'),
    ];
}
async function readConfig(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: ${code ?? 'unknown error'}.`, { cause });
    }
    // Other programs leave an empty file, or begin it with a byte order mark.
    text = text.replace(/^\uFEFF/, '').trim();
    let json;
    try {
        json = JSON.parse(text === '' ? '{}' : text);
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: it is not JSON.`, {
            hint: 'Log in again with `docker login` (or `podman login`), or fix the file.',
        });
    }
    const { auths, credHelpers, credsStore } = objectOr(json);
    return {
        auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
        credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry) => typeof entry[1] === 'string')),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function lookUp(config, wanted, file, { env, debug }) {
    const { registry } = wanted;
    const names = (0,hosts/* quirksOf */.T)(registry).logins ?? [registry];
    const written = () => credentialOf(entryOf(config, names, wanted) ?? {}, file);
    const unhelpful = (what, error) => debug(`${what} in ${file} could not be used: ${(0,errors/* messageOf */.bD)(error)}`);
    const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
    if (helper !== undefined && helper !== '') {
        try {
            return (await askHelper(helper, names[0] ?? registry, env)) ?? written();
        }
        catch (error) {
            const instead = written();
            if (instead === undefined)
                throw error;
            unhelpful('The credential helper', error);
            return instead;
        }
    }
    if (config.credsStore !== undefined) {
        // One store for all registries, often a desktop's: if it does not work, a public image must still be readable.
        try {
            const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
            if (stored !== undefined)
                return stored;
        }
        catch (error) {
            unhelpful('The credential store', error);
        }
    }
    return written();
}
/** The nearest entry: of the repository, of a folder above it, of the registry; by its very name before another spelling. */
function entryOf({ auths }, names, { registry, repository }) {
    const parts = repository?.split('/') ?? [];
    const nested = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
    for (const name of [...nested, ...names]) {
        const exact = auths.get(name) ?? [...auths].find(([key]) => hostOf(key) === name)?.[1];
        // An entry without a login says that a helper has it.
        if (exact !== undefined && Object.keys(exact).length > 0)
            return exact;
    }
    return undefined;
}
// Old logins are kept under an address: https://ghcr.io/v1/
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
}
function credentialOf(entry, origin) {
    const { auth, username, password, identitytoken, registrytoken } = entry;
    if (typeof registrytoken === 'string' && registrytoken !== '')
        return { kind: 'token', token: registrytoken, origin };
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { kind: 'identity', token: identitytoken, origin };
    if (typeof username === 'string' && username !== '' && typeof password === 'string') {
        return { kind: 'password', username, password, origin };
    }
    if (typeof auth !== 'string' || auth === '')
        return undefined;
    const decoded = Buffer.from(auth, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon <= 0) {
        throw new errors/* SetupError */.w3(`An entry of ${origin} has an "auth" that is not <username>:<password> in base 64.`, {
            hint: 'Log in again with `docker login` (or `podman login`).',
        });
    }
    // docker pads with NUL what it once wrote
    const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}
function objectOr(value) {
    return (0,field/* isObject */.Gv)(value) ? value : {};
}

// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
;// CONCATENATED MODULE: ./lib/oci/pull/registries.js



/** Registries, as one job speaks with them: its login goes to the registry that it is for, and to no other; elsewhere Docker's configuration counts. */
class Registries {
    job;
    #login;
    constructor({ registry, credentials }, job) {
        this.#login = { registry, credentials };
        this.job = job;
    }
    /** A repository, to be read. Close it. */
    open(reference, options = {}) {
        return new registry/* Registry */.O(reference, { ...this.options(), ...options });
    }
    /** The job's own login for a registry; undefined: it has none. */
    credentialsOf(registry) {
        return registry === this.#login.registry ? this.#login.credentials : undefined;
    }
    /** How each of them is spoken with. */
    options() {
        const { job } = this;
        const { registry, credentials } = this.#login;
        const docker = dockerCredentials({ debug: (line) => job.debug(line) });
        return {
            credentials: credentials === undefined ? docker : (0,auth_credentials/* credentialsFor */.Og)(registry, credentials, docker),
            signal: job.signal,
            debug: (line) => job.debug(line),
            mask: (secret) => job.mask(secret),
        };
    }
}


/***/ })

};
