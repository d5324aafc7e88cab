export const id = 60;
export const ids = [60];
export const modules = {

/***/ 70060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCacheAction: () => (/* binding */ runCacheAction),
  runCachePost: () => (/* binding */ runCachePost)
});

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
;// CONCATENATED MODULE: ./lib/report/runs/cache.js


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
/** Returns what `nix-feature serve --json` prints. */
function servedResult({ url, publicKey, features, paths }) {
    return { schemaVersion: 1, url, publicKey, features, paths };
}
/** Renders the job summary of a binary cache, in GitHub's Markdown. */
function renderCacheSummary({ built, unpacked, packed, pushed }) {
    const rows = [
        ['Built by this job', (0,format/* formatNumberOf */.Of)(built, 'store path')],
        ['Taken from the pack', (0,format/* formatNumberOf */.Of)(unpacked, 'store path')],
        ['Saved as a pack', packed === undefined ? 'nothing' : `${(0,format/* formatNumberOf */.Of)(packed.paths, 'store path')}, ${(0,format/* formatBytes */.z3)(packed.bytes)}`],
        ...(pushed === undefined ? [] : [['Uploaded', (0,format/* formatNumberOf */.Of)(pushed, 'store path')]]),
    ];
    return (0,markdown/* joinSections */.lS)(['## Binary cache of the job', (0,markdown/* table */.tp)(['', ''], rows)]);
}
/** Returns what `nix-feature serve` prints once it answers. */
function servedText(served, settings, json) {
    if (json)
        return `${JSON.stringify(servedResult(served))}\n`;
    const { url, features, paths } = served;
    return [
        `${formatNumberOf(paths, 'store path')} of ${formatNumberOf(features, 'Feature')} at ${url}. For nix.conf, or as NIX_CONFIG:`,
        '',
        ...settings,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/actions/inputs/cache.js
var cache = __webpack_require__(9935);
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
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/nix/cache/signing-key.js
var signing_key = __webpack_require__(75323);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-nix-settings.js
var read_nix_settings = __webpack_require__(4462);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
;// CONCATENATED MODULE: ./lib/actions/requests/read-cache-request.js












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
    return { place: { system: (0,platform/* systemOf */.br)(arch), lock: await lockHash(folder), isTrusted: (0,read_publishing/* isPublishingEvent */.gB)(env) }, budget: (0,values/* sizeOf */.$d)(read, 'budget') ?? 0 };
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
            throw new errors/* InputError */.dz('secret-key', 'secret-key: is given, but "push-to" names no binary cache.');
        return undefined;
    }
    if (url.startsWith('oci:')) {
        throw new errors/* InputError */.dz('push-to', 'push-to: a registry takes store paths only as part of a Feature.', { hint: 'Publish a Feature; "features" then finds it.' });
    }
    if (!PUSH_URL.test(url))
        throw new errors/* InputError */.dz('push-to', `push-to: "${(0,safe_text/* redactUrls */.sK)(url)}" is not the address of a binary cache.`, { hint: 'Expected https://cache.example.org, s3://bucket, ssh://host or file:///folder.' });
    if ((0,safe_text/* hasLogin */.eA)(url))
        throw new errors/* InputError */.dz('push-to', `push-to: "${(0,safe_text/* redactUrls */.sK)(url)}" contains a password, which process lists would show.`, { hint: 'Nix reads logins from /etc/nix/netrc, or from the file that "netrc-file" in nix.conf names.' });
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
const HINT = 'Name a published Feature (ghcr.io/org/features/my-tools:1.2.0), or a namespace with a collection (ghcr.io/org/features).';
const BOTH = (/* unused pure expression or super */ null && (['amd64', 'arm64']));
/** Reads what is to be served, and where. @throws InputError */
function readServeRequest(read, where) {
    const lines = linesOf(read, 'features');
    if (lines.length === 0)
        throw new InputError('features', 'features: there is nothing to serve.', { hint: HINT });
    const login = readLogin(read, where.env);
    return {
        ...login,
        features: lines.map((line) => readFeatureName(line, login.registry)),
        arches: textOf(read, 'arches') === '' ? BOTH : readArches(read, where.arch),
        port: countOf(read, 'port') ?? 0,
        priority: countOf(read, 'priority') ?? 10,
    };
}
/** Reads the name of a Feature. A name without a registry's host is in the registry that the input names; `oci://` may stand before it. @throws InputError */
function readFeatureName(line, registry) {
    const name = line.replace(/^oci:\/\//, '');
    const [first = ''] = name.split('/');
    return (0,values/* readReference */.Wf)('features', name.includes('/') && !/[.:[]|^localhost$/.test(first) ? `${registry}/${name}` : name, HINT);
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/cache.js





/**
 * Runs the main step of the cache action: starts the server, and tells Nix of the steps that follow.
 * @returns the exit code
 */
async function runCacheAction(process, host, start) {
    return (0,run_action/* runAction */.C)(host, cache/* CACHE_INPUTS */.xJ, async (read) => {
        const { served, nixConfig } = await start(await request(read, process));
        (0,run_action/* setOutputs */.n)(host, cacheOutputsOf(served));
        host.exportVariable('NIX_CONFIG', nixConfig);
        host.info(`Nix asks ${served.url} first: ${served.paths} store paths of ${served.features} Features.`);
    });
}
/**
 * Runs the post step: ends the server, keeps and uploads what was built.
 * @returns the exit code
 */
async function runCachePost(process, host, finish) {
    const session = host.state('cache-session');
    if (session === '')
        return 0;
    return (0,run_action/* runAction */.C)(host, cache/* CACHE_INPUTS */.xJ, async (read) => {
        const asked = await request(read, process);
        const report = await finish(asked, session, host);
        if (asked.summary)
            await host.summary(renderCacheSummary(report));
    });
}
function request(read, process) {
    return readCacheRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
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
