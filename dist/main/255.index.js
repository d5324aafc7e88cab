export const id = 255;
export const ids = [255];
export const modules = {

/***/ 27255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCacheAction: () => (/* binding */ runCacheAction),
  runCachePost: () => (/* binding */ runCachePost)
});

;// CONCATENATED MODULE: ./lib/report/machine/cache-outputs.js
/** Every output of the cache action; cache/action.yml and docs/reference/inputs.md are made from this. */
const CACHE_OUTPUTS = [
    { name: 'url', description: 'The address of the binary cache, on this machine and until the job ends.' },
    { name: 'public-key', description: 'The key that its paths are signed with, for `trusted-public-keys`. It is made for this job.' },
    { name: 'features', description: 'How many Features were read.' },
    { name: 'paths', description: 'How many store paths their layers hold.' },
    { name: 'json', description: 'The same as one JSON object (`schemas/serve.schema.json`).' },
];
function cacheOutputsOf({ url, publicKey, features, paths }) {
    return { url, 'public-key': publicKey, features: String(features), paths: String(paths), json: JSON.stringify(servedResult({ url, publicKey, features, paths })) };
}
/** What `nix-feature serve --json` prints. */
function servedResult({ url, publicKey, features, paths }) {
    return { schemaVersion: 1, url, publicKey, features, paths };
}

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/report/markdown/markdown.js
var markdown = __webpack_require__(62189);
;// CONCATENATED MODULE: ./lib/report/markdown/cache-summary.js


/** The job summary of a binary cache, in GitHub's Markdown. */
function renderCacheSummary({ built, unpacked, packed, pushed }) {
    const rows = [
        ['Built by this job', (0,format/* formatNumberOf */.Of)(built, 'store path')],
        ['Taken from the pack', (0,format/* formatNumberOf */.Of)(unpacked, 'store path')],
        ['Saved as a pack', packed === undefined ? 'nothing' : `${(0,format/* formatNumberOf */.Of)(packed.paths, 'store path')}, ${(0,format/* formatBytes */.z3)(packed.bytes)}`],
        ...(pushed === undefined ? [] : [['Uploaded', (0,format/* formatNumberOf */.Of)(pushed, 'store path')]]),
    ];
    return (0,markdown/* joinSections */.lS)(['## Binary cache of the job', (0,markdown/* table */.tp)(['', ''], rows)]);
}

// EXTERNAL MODULE: ./lib/actions/inputs/inputs.js + 1 modules
var inputs = __webpack_require__(89245);
;// CONCATENATED MODULE: ./lib/actions/inputs/cache-inputs.js

const READING = ['registry', 'namespace', 'username', 'password', 'github-token'];
/** Every input of cache/action.yml, in its order. */
const CACHE_INPUTS = [
    {
        ...(0,inputs/* specOf */.rI)('features'),
        group: 'What to serve',
        otherwise: 'the Features of `namespace`, if it has a collection',
        placeholder: 'reference',
        description: 'Published Features (`registry/namespace/id[:version]`) and namespaces (`registry/namespace`) whose store paths are served, one per line, or `none`.',
    },
    ...['pack', 'budget', 'push-to', 'secret-key', 'public-key', 'priority'].map((name) => (0,inputs/* specOf */.rI)(name)),
    { ...(0,inputs/* specOf */.rI)('substituters'), description: 'Additional binary caches that the steps after this one use, separated by spaces or newlines.' },
    (0,inputs/* specOf */.rI)('trusted-public-keys'),
    ...READING.map((name) => (name === 'registry' ? { ...(0,inputs/* specOf */.rI)(name), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' } : name === 'namespace' ? { ...(0,inputs/* specOf */.rI)(name), description: 'The namespace whose Features are served if `features` is empty.' } : (0,inputs/* specOf */.rI)(name))),
    { ...(0,inputs/* specOf */.rI)('summary'), description: 'Write a summary of the cache when the job ends.' },
];

// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/redact-urls.js
var redact_urls = __webpack_require__(18486);
// EXTERNAL MODULE: ./lib/nix/cache/signing-key.js
var signing_key = __webpack_require__(75323);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/actions/values/publishing-event.js
var publishing_event = __webpack_require__(28812);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js + 1 modules
var read_nix_settings = __webpack_require__(18476);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
;// CONCATENATED MODULE: ./lib/actions/requests/cache/read-serve-request.js





const HINT = 'Name a published Feature (ghcr.io/org/features/my-tools:1.2.0), or a namespace with a collection (ghcr.io/org/features).';
const BOTH = (/* unused pure expression or super */ null && (['amd64', 'arm64']));
/** Reads what is to be served, and where. @throws InputError */
function readServeRequest(read, where) {
    const lines = linesOf(read, 'features');
    if (lines.length === 0)
        throw new InputError('features', 'features: nothing is named that could be served.', { hint: HINT });
    const login = readLogin(read, where.env);
    return {
        ...login,
        features: lines.map((line) => readFeatureName(line, login.registry)),
        arches: textOf(read, 'arches') === '' ? BOTH : readArches(read, where.arch),
        port: countOf(read, 'port') ?? 0,
        priority: countOf(read, 'priority') ?? 10,
    };
}
/** A name without a registry's host is in the registry that the input names; `oci://` may stand before it. @throws InputError */
function readFeatureName(line, registry) {
    const name = line.replace(/^oci:\/\//, '');
    const [first = ''] = name.split('/');
    try {
        return (0,reference/* parseReference */.F2)(name.includes('/') && !/[.:[]|^localhost$/.test(first) ? `${registry}/${name}` : name);
    }
    catch (cause) {
        throw new errors/* InputError */.dz('features', `features: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: HINT });
    }
}

;// CONCATENATED MODULE: ./lib/actions/requests/cache/read-cache-request.js












/** Each becomes part of a line of nix.conf, and of a command line. */
const PUSH_URL = /^(?:https?|s3|ssh|ssh-ng|file):\/\/[^\s#]+$/;
const PUBLIC_KEY = /^[^\s:#]+:[A-Za-z0-9+/]{43}=$/;
/** Lock files that decide what a job builds. */
const LOCK_FILES = '**/flake.lock';
const MOST_LOCKS = 1000;
/** Reads and checks every input of the cache action. @throws InputError, SetupError */
async function readCacheRequest(read, where) {
    const arch = (0,platform/* archOfNode */.CQ)(where.arch);
    if (where.platform !== 'linux' || arch === undefined)
        throw new errors/* SetupError */.w3('The cache action runs on Linux, on x64 or arm64.');
    const publishing = (0,read_publishing/* readPublishing */.ER)((name) => (name === 'push' ? 'false' : read(name)), where.env);
    return {
        registry: publishing.registry,
        credentials: publishing.credentials,
        features: readFeatureNames(read, publishing),
        mayBeMissing: (0,values/* linesOf */.Dx)(read, 'features').length === 0,
        arches: [arch],
        port: 0,
        priority: (0,values/* countOf */.pq)(read, 'priority') ?? 10,
        pack: (0,values/* booleanOf */.SF)(read, 'pack') ? await readPack(read, arch, where) : undefined,
        push: readPush(read),
        settings: readSettings(read),
        inherited: where.env['NIX_CONFIG'] ?? '',
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
    };
}
function readFeatureNames(read, { registry, namespace }) {
    const lines = (0,values/* linesOf */.Dx)(read, 'features');
    if (lines.length === 1 && lines[0] === 'none')
        return [];
    if (lines.length > 0)
        return lines.map((line) => readFeatureName(line, registry));
    return namespace === '' ? [] : [{ registry, repository: namespace }];
}
async function readPack(read, arch, { folder, env }) {
    return { place: { system: (0,platform/* systemOf */.br)(arch), lock: await lockHash(folder), isTrusted: (0,publishing_event/* isPublishingEvent */.gB)(env) }, budget: (0,values/* sizeOf */.$d)(read, 'budget') ?? 0 };
}
/** Of all lock files of the checkout; the same for every checkout of a commit. */
async function lockHash(folder) {
    const names = [];
    for await (const name of (0,promises_.glob)(LOCK_FILES, { cwd: folder, exclude: isPassedOver })) {
        names.push(name);
        if (names.length === MOST_LOCKS)
            break;
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const name of names.sort())
        hash.update(`${name}\0`).update(await (0,promises_.readFile)((0,external_node_path_.join)(folder, name)).catch(() => ''));
    return hash.digest('hex').slice(0, 16);
}
function isPassedOver(name) {
    return name === 'node_modules' || name === '.git';
}
function readPush(read) {
    const url = (0,values/* textOf */.b6)(read, 'push-to');
    const [secret, key] = [(0,values/* textOf */.b6)(read, 'secret-key'), (0,values/* textOf */.b6)(read, 'public-key')];
    if (url === '') {
        if (secret !== '')
            throw new errors/* InputError */.dz('secret-key', 'secret-key: signs what is uploaded, and "push-to" names no binary cache.');
        return undefined;
    }
    if (url.startsWith('oci:')) {
        throw new errors/* InputError */.dz('push-to', 'push-to: store paths get into a registry with a Feature that ships them, and not one by one.', { hint: 'Publish a Feature; "features" then finds it.' });
    }
    if (!PUSH_URL.test(url))
        throw new errors/* InputError */.dz('push-to', `push-to: "${(0,redact_urls/* redactUrls */.sK)(url)}" is not the address of a binary cache.`, { hint: 'Expected https://cache.example.org, s3://bucket, ssh://host or file:///folder.' });
    if ((0,redact_urls/* hasLogin */.eA)(url))
        throw new errors/* InputError */.dz('push-to', `push-to: "${(0,redact_urls/* redactUrls */.sK)(url)}" holds a password, which lists of processes would show.`, { hint: 'Nix reads logins from /etc/nix/netrc, or from the file that "netrc-file" in nix.conf names.' });
    if (key !== '' && !PUBLIC_KEY.test(key))
        throw new errors/* InputError */.dz('public-key', 'public-key: it is not <name>:<44 characters of base 64>.');
    const secretKey = secret === '' ? undefined : readKey(secret);
    return { url, secretKey, publicKey: key === '' ? secretKey?.publicText : key };
}
function readKey(text) {
    try {
        return signing_key/* SigningKey */.h.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz('secret-key', `secret-key: ${(0,errors/* messageOf */.bD)(cause)}.`);
    }
}
function readSettings(read) {
    const { substituters, trustedPublicKeys } = (0,read_nix_settings/* readNixSettings */.r)((name) => (name === 'substituters' || name === 'trusted-public-keys' ? read(name) : ''));
    return [
        ...(substituters.length === 0 ? [] : [`extra-substituters = ${substituters.join(' ')}`]),
        ...(trustedPublicKeys.length === 0 ? [] : [`extra-trusted-public-keys = ${trustedPublicKeys.join(' ')}`]),
    ];
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(95832);
;// CONCATENATED MODULE: ./lib/actions/cache.js






/**
 * The main step of the cache action: starts the server, and tells Nix of the steps that follow.
 * @returns the exit code
 */
async function runCacheAction(process, host, start) {
    return (0,run_action/* runAction */.C)(host, CACHE_INPUTS, async (read) => {
        const { served, nixConfig } = await start(await request(read, process));
        for (const [name, value] of Object.entries(cacheOutputsOf(served)))
            host.output(name, value);
        host.exportVariable('NIX_CONFIG', nixConfig);
        host.info(`Nix asks ${served.url} first: ${served.paths} store paths of ${served.features} Features.`);
    });
}
/**
 * The post step: ends the server, keeps and uploads what was built.
 * @returns the exit code
 */
async function runCachePost(process, host, finish) {
    const session = host.state('cache-session');
    if (session === '')
        return 0;
    return (0,run_action/* runAction */.C)(host, CACHE_INPUTS, async (read) => {
        const asked = await request(read, process);
        const report = await finish(asked, session, host);
        if (asked.summary)
            await host.summary(renderCacheSummary(report));
    });
}
function request(read, process) {
    return readCacheRequest(read, (0,surroundings/* surroundingsOf */.Z)(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd()));
}


/***/ }),

/***/ 28812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fp: () => (/* binding */ QUEUE_BRANCH),
/* harmony export */   gB: () => (/* binding */ isPublishingEvent),
/* harmony export */   u6: () => (/* binding */ PUBLISHING)
/* harmony export */ });
/** What publishes by itself: a push (of a tag too), a release, a schedule, and what somebody with write access starts. */
const PUBLISHING = new Set(['push', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
/** The branches that a merge queue pushes to try what is in it. */
const QUEUE_BRANCH = 'refs/heads/gh-readonly-queue/';
/** Is the run for an event that publishes by itself? What other events build, such as a pull request, must reach no release. */
function isPublishingEvent(env) {
    return PUBLISHING.has(env['GITHUB_EVENT_NAME'] ?? '') && !(env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH);
}


/***/ }),

/***/ 75323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ SigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


/** Bytes of an Ed25519 key's seed, and of its public half. */
const HALF = 32;
// RFC 8410, 7: what PKCS #8 puts in front of a seed.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** A key that signs store paths. Nothing of it but its public half is ever shown. */
class SigningKey {
    name;
    /** For `trusted-public-keys`: `<name>:<base64>`. */
    publicText;
    #key;
    constructor(name, key) {
        this.name = name;
        this.#key = key;
        this.publicText = `${name}:${publicHalf(key).toString('base64')}`;
    }
    /** Makes a new key. @param name for people: which cache signs */
    static generate(name) {
        return new SigningKey(name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519').privateKey);
    }
    /**
     * Reads a secret key as `nix-store --generate-binary-cache-key` writes it: a name, a colon, and the seed with the public
     * key behind it, in base 64.
     * @throws Failure if the text is none; it never shows what the text is
     */
    static parse(text) {
        const [name = '', digits = ''] = text.trim().split(':');
        const bytes = /^[A-Za-z0-9+/]{86}==$/.test(digits) ? Buffer.from(digits, 'base64') : undefined;
        if (!NAME.test(name) || bytes === undefined)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('it is not <name>:<88 characters of base 64>, as "nix-store --generate-binary-cache-key" writes it into the secret file');
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PKCS8, bytes.subarray(0, HALF)]), format: 'der', type: 'pkcs8' });
        if (!publicHalf(key).equals(bytes.subarray(HALF)))
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('its two halves do not belong together');
        return new SigningKey(name, key);
    }
    /** The whole key as Nix writes it: for a file that only its owner reads, and for nothing else. */
    secretText() {
        const seed = this.#key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
        return `${this.name}:${Buffer.concat([seed, publicHalf(this.#key)]).toString('base64')}`;
    }
    /** @returns what stands behind `Sig:` */
    sign(text) {
        return `${this.name}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(text), this.#key).toString('base64')}`;
    }
}
function publicHalf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-HALF);
}


/***/ })

};
