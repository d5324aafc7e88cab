export const id = 220;
export const ids = [220];
export const modules = {

/***/ 8151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parseDeltaDocument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _nix_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9613);
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3756);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9501);




/** The only version of the document that there is. */
const SCHEMA = 1;
/**
 * Reads a delta document. Fields that are not known are kept.
 * @param where for messages
 * @throws IntegrityError where it is none, or of another version
 */
function parseDeltaDocument(text, where) {
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${where} is not a delta document that can be read: ${why}.`, { cause });
    };
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        return refuse('it is not JSON', cause);
    }
    const version = json?.schemaVersion;
    if (version !== SCHEMA) {
        return refuse(`its schema version is ${JSON.stringify(version) ?? 'missing'}, and this version of nix-feature knows ${SCHEMA}`);
    }
    const document = json;
    try {
        check(document);
    }
    catch (cause) {
        return refuse(cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause), cause);
    }
    return document;
}
/** What is relied on: names that end up in files and addresses. */
function check({ feature, system, storePath, outputs, bases, closure, layers, complement = [], env }) {
    if (typeof feature.id !== 'string' || typeof feature.version !== 'string')
        throw new TypeError('it names no Feature');
    if (!['x86_64-linux', 'aarch64-linux'].includes(system))
        throw new TypeError(`it is for “${system}”`);
    for (const path of [storePath, ...Object.values(outputs)])
        (0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(path);
    for (const { name, digest } of bases) {
        if (typeof name !== 'string')
            throw new TypeError('a base has no name');
        if (digest !== undefined)
            (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDigest */ .m)(digest);
    }
    const places = new Map();
    for (const entry of closure) {
        (0,_nix_nix_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .sriOf */ .wM)(entry.narHash);
        checkSize(entry.narSize);
        if (!['delta', 'base'].includes(entry.in))
            throw new TypeError(`${entry.path} is in neither delta nor base`);
        places.set((0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(entry.path), entry.in);
    }
    for (const { references } of closure) {
        for (const path of references)
            if (!places.has(path))
                (0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStorePath */ .GV)(path);
    }
    for (const layer of [...layers, ...complement])
        checkLayer(layer, places);
    const added = complement.flatMap((layer) => layer.paths).find((path) => places.get(path) !== 'base');
    if (added !== undefined)
        throw new TypeError(`the complement holds ${added}, which is not of the base`);
    if (!env.PATH.every((folder) => typeof folder === 'string'))
        throw new TypeError('its PATH is not a list of texts');
}
function checkLayer(layer, closure) {
    for (const digest of [layer.key, layer.digest, layer.diffId])
        (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDigest */ .m)(digest);
    checkSize(layer.size);
    const stranger = layer.paths.find((path) => !closure.has(path));
    if (stranger !== undefined)
        throw new TypeError(`a layer holds ${stranger}, which is not in the closure`);
}
function checkSize(size) {
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw new TypeError(`${JSON.stringify(size)} is not a size`);
}


/***/ }),

/***/ 7844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   EX: () => (/* binding */ featureManifest),
/* harmony export */   F8: () => (/* binding */ VERSION_ANNOTATION),
/* harmony export */   NT: () => (/* binding */ publishedPlatforms),
/* harmony export */   kH: () => (/* binding */ METADATA_ANNOTATION),
/* harmony export */   qc: () => (/* binding */ KEY_ANNOTATION)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(261);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2480);



const METADATA_ANNOTATION = 'dev.containers.metadata';
const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
const VERSION_ANNOTATION = 'org.opencontainers.image.version';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const DOCUMENT_ANNOTATION = 'dev.nix-feature.document.';
const GITHUB_PACKAGE = 'com.github.package.type';
/** The whole config of a Feature's manifest (dev container distribution specification). */
const EMPTY_CONFIG = '{}';
/** The manifest of a Feature (docs/formats.md): its tar, the delta layers of each platform, then those of each complement. */
function featureManifest(facts) {
    const { feature, tar, platforms, onGithub } = facts;
    return {
        schemaVersion: 2,
        mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_MANIFEST */ .MS,
        config: { ...facts.config, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [
            { ...tar, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_LAYER */ .nz, annotations: { [TITLE]: `devcontainer-feature-${feature.id}.tgz` } },
            ...distinct([...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement }) => complement)]),
        ],
        annotations: {
            [METADATA_ANNOTATION]: facts.metadata,
            [KEY_ANNOTATION]: facts.key,
            ...Object.fromEntries(platforms.map(({ arch, digest }) => [`${PLATFORM_ANNOTATION}${arch}`, digest])),
            ...Object.fromEntries(platforms.map(({ arch, manifest: { config } }) => [`${DOCUMENT_ANNOTATION}${arch}`, `${config.digest} ${config.size}`])),
            ...imageAnnotations(facts),
            ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
        },
    };
}
/** The platforms that a published Feature was made of; none where something else than this program made it. */
function publishedPlatforms(annotations) {
    const platforms = new Map();
    for (const [name, digest] of Object.entries(annotations)) {
        const arch = name.slice(PLATFORM_ANNOTATION.length);
        if (!name.startsWith(PLATFORM_ANNOTATION) || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .isArch */ .nn)(arch) || !(0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            continue;
        platforms.set(arch, { digest, document: blobOf(annotations[`${DOCUMENT_ANNOTATION}${arch}`]) });
    }
    return platforms;
}
function blobOf(text = '') {
    const [digest = '', size = ''] = text.split(' ');
    return (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && /^[1-9][0-9]{0,9}$/.test(size) ? { digest, size: Number(size) } : undefined;
}
/** OCI image specification, annotations.md. */
function imageAnnotations({ feature, metadata, platforms, origin, created }) {
    const { name, description, documentationURL } = JSON.parse(metadata);
    const base = platforms[0]?.document.bases[0];
    const annotations = {
        [TITLE]: typeof name === 'string' ? name : feature.id,
        description,
        documentation: documentationURL,
        version: feature.version,
        source: origin.source,
        revision: origin.revision,
        'base.name': base?.name,
        // One of an image for several platforms differs between them.
        'base.digest': platforms.every(({ document }) => document.bases[0]?.digest === base?.digest) ? base?.digest : undefined,
        created: created === undefined ? undefined : new Date(created * 1000).toISOString().replace('.000Z', 'Z'),
    };
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => typeof value === 'string' && value !== '' ? [[key === TITLE ? key : `org.opencontainers.image.${key}`, value]] : []));
}
/** A layer that two platforms share is listed once. */
function distinct(layers) {
    return layers.filter(({ digest }, index) => layers.findIndex((layer) => layer.digest === digest) === index);
}


/***/ }),

/***/ 9634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/**
 * JSON with the keys of each object sorted and no blanks: one text for one value, in whatever order it was put
 * together. Members that are undefined are left out, as JSON.stringify does.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : member);
}


/***/ }),

/***/ 8146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Connection)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/oci/challenge.js
// A scheme, or name=value with the value quoted or not; what is between them is commas and blanks.
const PART = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g;
/** The strongest challenge that we can answer, out of a WWW-Authenticate header; undefined where there is none. */
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const found = [];
    for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
        const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
        if (value === undefined)
            found.push({ scheme: name.toLowerCase(), parameters: new Map() });
        else
            found.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
    const bearer = found.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
    if (bearer !== undefined) {
        return {
            scheme: 'bearer',
            realm: bearer.parameters.get('realm') ?? '',
            service: bearer.parameters.get('service'),
            scopes: splitScopes(bearer.parameters.get('scope')),
        };
    }
    return found.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : undefined;
}
function splitScopes(text) {
    return (text ?? '').split(' ').filter((scope) => scope !== '');
}
/**
 * The scopes that we want together with those that the registry names, each resource once, its actions joined. A
 * registry names what this one request needs; asking for all that we will do spares a token for each verb.
 */
function joinScopes(wanted, named) {
    const actions = new Map();
    for (const scope of [...wanted, ...named]) {
        const colon = scope.lastIndexOf(':');
        const resource = scope.slice(0, colon);
        const set = actions.get(resource) ?? new Set();
        for (const action of scope.slice(colon + 1).split(','))
            set.add(action);
        actions.set(resource, set);
    }
    return [...actions].map(([resource, set]) => `${resource}:${[...set].sort().join(',')}`);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/oci/clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
;// CONCATENATED MODULE: ./lib/oci/auth.js






const TOKEN_BODY_LIMIT = 1024 * 1024;
// Distribution specification, "Token Authentication": "If omitted, this defaults to 60 seconds."
const DEFAULT_LIFETIME = 60_000;
// A token that dies on the way is worth nothing: renewed this much earlier, or after nine tenths of a short life.
const MARGIN = 10_000;
/** Answers a registry's challenges, and remembers what it was given for each scope until shortly before it expires. */
class Authenticator {
    #options;
    #clock;
    #known = new Map();
    #underway = new Map();
    #credential;
    constructor(options) {
        this.#options = options;
        this.#clock = options.clock ?? systemClock;
    }
    /**
     * Sends a request to the registry, authorized for the scopes where it wants that.
     * @param scopes all that the caller will do with what it asks for: `repository:org/bedrock:pull`
     * @returns the answer; a 401 where the credentials don't suffice
     * @throws TransportError, RegistryError where a token can't be had, CancelledError
     */
    async send(request, scopes) {
        if (request.url.origin !== this.#options.origin.origin)
            return this.#options.transport.send(request);
        const key = scopes.join(' ');
        const known = this.#known.get(key);
        const usable = known !== undefined && known.expires > this.#clock.now() ? known : await this.#foreseen(key, known, scopes);
        const response = await this.#options.transport.send(authorized(request, usable?.header));
        // After a redirect to another host it is not the registry that asks, and it gets nothing.
        if (response.status !== 401 || response.url.origin !== request.url.origin)
            return response;
        const challenge = parseChallenge(response.header('www-authenticate'));
        if (challenge !== undefined && this.#options.seen !== undefined)
            this.#options.seen.challenge = challenge;
        const authorization = challenge === undefined ? undefined : await this.#renewed(key, usable, challenge, scopes);
        // The same answer again would be refused again.
        if (authorization === undefined || authorization.header === usable?.header)
            return response;
        await response.discard();
        return this.#options.transport.send(authorized(request, authorization.header));
    }
    /** Answers the challenge that the registry is known to give; the scopes in it are those of somebody else's request. */
    async #foreseen(key, expired, scopes) {
        const challenge = this.#options.seen?.challenge;
        if (challenge === undefined)
            return undefined;
        return this.#renewed(key, expired, challenge.scheme === 'bearer' ? { ...challenge, scopes: [] } : challenge, scopes);
    }
    // Several uploads find out at the same moment that they need a token; one fetches it for all.
    async #renewed(key, refused, challenge, scopes) {
        const known = this.#known.get(key);
        if (known !== undefined && known.header !== refused?.header && known.expires > this.#clock.now())
            return known;
        const underway = this.#underway.get(key);
        if (underway !== undefined)
            return underway;
        const answer = this.#answer(challenge, scopes).finally(() => this.#underway.delete(key));
        this.#underway.set(key, answer);
        const authorization = await answer;
        if (authorization !== undefined)
            this.#known.set(key, authorization);
        return authorization;
    }
    async #answer(challenge, scopes) {
        const credential = await this.#findCredential();
        if (credential?.kind === 'token')
            return { header: `Bearer ${credential.token}`, expires: Infinity };
        if (challenge.scheme === 'bearer')
            return this.#fetchToken(challenge, scopes, credential);
        return credential?.kind === 'password' ? { header: basic(credential), expires: Infinity } : undefined;
    }
    async #fetchToken(challenge, scopes, credential) {
        const realm = checkedRealm(challenge.realm, this.#options.origin);
        const joined = joinScopes(scopes, challenge.scopes);
        const request = credential?.kind === 'identity'
            ? refreshRequest(realm, challenge.service, joined, credential.token)
            : tokenRequest(realm, challenge.service, joined, credential);
        const response = await this.#options.transport.send(request);
        if (response.status !== 200)
            throw await this.#refused(response, credential);
        const body = await response.bytes(TOKEN_BODY_LIMIT);
        const { token, lifetime } = parseToken(body, request.method, realm);
        this.#options.mask?.(token);
        const margin = Math.min(MARGIN, lifetime / 10);
        return { header: `Bearer ${token}`, expires: this.#clock.now() + lifetime - margin };
    }
    async #refused(response, credential) {
        const error = await response.toError(this.#clock.now());
        if (response.status !== 401 && response.status !== 403)
            return error;
        if (error.temporary)
            return error;
        const whose = credential === undefined ? 'without credentials' : `with the credentials from ${credential.origin}`;
        return new errors/* RegistryError */.gl(`${this.#options.registry} gives no token ${whose}: ${error.message}`, { method: error.method, url: error.url, status: response.status, ...(error.code === undefined ? {} : { code: error.code }) }, { cause: error, ...(error.hint === undefined ? {} : { hint: error.hint }) });
    }
    async #findCredential() {
        this.#credential ??= this.#options.credentials.find(this.#options.registry);
        const credential = await this.#credential;
        if (credential !== undefined)
            this.#options.mask?.(credential.kind === 'password' ? credential.password : credential.token);
        return credential;
    }
}
function authorized(request, authorization) {
    return authorization === undefined ? request : { ...request, authorization };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
// The realm is the registry's word alone, and gets the user's credentials: it must not lead to a plain line or into the
// network that this machine is in.
function checkedRealm(text, origin) {
    const realm = URL.parse(text);
    const why = realm === null
        ? 'is no address'
        : (0,registry_host/* isLoopback */.U9)(origin) && (0,registry_host/* isLoopback */.U9)(realm)
            ? undefined
            : realm.protocol !== 'https:'
                ? 'is not https'
                : realm.hostname !== origin.hostname && (0,registry_host/* isPrivateAddress */.C0)(realm)
                    ? 'is an address of a private network'
                    : undefined;
    if (realm !== null && why === undefined)
        return realm;
    const url = (0,registry_host/* printableUrl */.Zq)(origin);
    throw new transport_error/* TransportError */.wX(`The registry ${origin.host} wants tokens to be fetched from ${realm === null ? 'a place' : (0,registry_host/* printableUrl */.Zq)(realm)} that ${why}; it gets no credentials.`, { method: 'GET', url, temporary: false });
}
function tokenRequest(realm, service, scopes, credential) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return credential?.kind === 'password'
        ? { method: 'GET', url, authorization: basic(credential) }
        : { method: 'GET', url };
}
// What `docker login` keeps for some registries is a refresh token (distribution, "OAuth2 Token Authentication").
function refreshRequest(realm, service, scopes, token) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'nix-feature-action',
        refresh_token: token,
        ...(service === undefined ? {} : { service }),
    });
    if (scopes.length > 0)
        form.set('scope', scopes.join(' '));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url: realm, headers, body: bodyOf(form.toString()) };
}
function bodyOf(text) {
    const bytes = Buffer.from(text, 'utf8');
    return { size: bytes.length, open: () => external_node_stream_.Readable.from([bytes]) };
}
function parseToken(body, method, realm) {
    const refuse = (why, cause) => {
        const url = (0,registry_host/* printableUrl */.Zq)(realm);
        throw new transport_error/* TransportError */.wX(`${method} ${url} gave no token: ${why}.`, { method, url, temporary: false }, { cause });
    };
    let answer;
    try {
        answer = JSON.parse(body.toString('utf8'));
    }
    catch {
        // The cause is left out: JSON.parse quotes what it can't read, and that may be a token.
        return refuse('its answer is not JSON');
    }
    if (typeof answer !== 'object' || answer === null)
        return refuse('its answer is not a JSON object');
    const { token, access_token: accessToken, expires_in: seconds } = answer;
    const found = typeof token === 'string' && token !== '' ? token : accessToken;
    // A line break would end the header that it goes into.
    if (typeof found !== 'string' || !/^[\x21-\x7e]+$/.test(found))
        return refuse('its answer has none');
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : DEFAULT_LIFETIME;
    return { token: found, lifetime };
}

// EXTERNAL MODULE: ./lib/oci/credentials.js
var credentials = __webpack_require__(7771);
;// CONCATENATED MODULE: ./lib/oci/retry.js


const DEFAULT_RETRY_POLICY = {
    attempts: 6,
    firstDelay: 500,
    maxDelay: 20_000,
    deadline: 5 * 60_000,
};
/** The one place where something is tried again. Everything below fails at the first fault. */
class Retry {
    clock;
    #policy;
    #random;
    #signal;
    #debug;
    constructor(options = {}) {
        this.#policy = { ...DEFAULT_RETRY_POLICY, ...options.policy };
        this.clock = options.clock ?? systemClock;
        this.#random = options.random ?? Math.random;
        this.#signal = options.signal;
        this.#debug = options.debug ?? (() => { });
    }
    /**
     * Does `attempt`, again and again while it fails with a temporary TransportError.
     * @throws its last error, or CancelledError
     */
    async run(attempt) {
        const attempts = this.begin();
        for (;;) {
            try {
                return await attempt();
            }
            catch (error) {
                await attempts.failed(error);
            }
        }
    }
    /** @throws CancelledError */
    async sleep(milliseconds, signal = this.#signal) {
        try {
            await this.clock.sleep(milliseconds, signal);
        }
        catch (cause) {
            throw signal?.aborted === true ? (0,transport_error/* cancelled */.KW)(signal) : cause;
        }
    }
    /**
     * For a transfer that continues where it broke: the caller loops, and reports failures and progress.
     * @param signal ends the waiting, in place of that of the options
     */
    begin(signal = this.#signal) {
        return new Attempts(this.#policy, this.clock, this.#random, this.#debug, (delay) => this.sleep(delay, signal));
    }
}
/** The state of one thing that is tried again. */
class Attempts {
    #policy;
    #clock;
    #random;
    #debug;
    #sleep;
    #begun;
    #failures = 0;
    constructor(policy, clock, random, debug, sleep) {
        this.#policy = policy;
        this.#clock = clock;
        this.#random = random;
        this.#debug = debug;
        this.#sleep = sleep;
        this.#begun = clock.now();
    }
    /** The transfer got on well since the last failure: count and deadline begin anew. */
    progressed() {
        this.#failures = 0;
        this.#begun = this.#clock.now();
    }
    /** Milliseconds in which an attempt got on with its work: a large upload that fails at its end may be tried again. */
    worked(milliseconds) {
        this.#begun += milliseconds;
    }
    /**
     * Waits until the next attempt is due.
     * @throws `error` where no further attempt makes sense; CancelledError
     */
    async failed(error) {
        this.#failures += 1;
        if (!(error instanceof transport_error/* TransportError */.wX) || !error.temporary)
            throw error;
        const delay = error.retryAfter ?? this.#backoff();
        if (this.#failures >= this.#policy.attempts) {
            throw exhausted(error, `${this.#failures} attempts failed, this is the last one's error`);
        }
        if (this.#clock.now() + delay - this.#begun > this.#policy.deadline) {
            throw exhausted(error, `the next attempt would be due in ${seconds(delay)}, after the ${seconds(this.#policy.deadline)} that we try for`);
        }
        this.#debug(`${error.message} Attempt ${this.#failures + 1} of ${this.#policy.attempts} in ${seconds(delay)}.`);
        await this.#sleep(delay);
    }
    // Between half of the step and the whole of it: jobs of a matrix that failed together don't come back together.
    #backoff() {
        const step = Math.min(this.#policy.maxDelay, this.#policy.firstDelay * 2 ** (this.#failures - 1));
        return step * (0.5 + this.#random() / 2);
    }
}
function exhausted(error, why) {
    return (0,transport_error/* restated */.lL)(error, `${error.message} Given up: ${why}.`, false);
}
function seconds(milliseconds) {
    return `${Math.round(milliseconds / 100) / 10} s`;
}

// EXTERNAL MODULE: ./lib/oci/transport.js + 1 modules
var oci_transport = __webpack_require__(3803);
;// CONCATENATED MODULE: ./lib/oci/connection.js





/** What reading and writing one repository have in common: one transport, one set of tokens, one place for retries. */
class Connection {
    /** `ghcr.io/org/bedrock` */
    repository;
    /** The registry's API. */
    origin;
    retry;
    signal;
    #path;
    #scopes;
    /** Undefined where it is somebody else's. */
    #own;
    #auth;
    /** @param actions all that will be done: a token for all of it is asked for at once */
    constructor(reference, actions, options = {}) {
        this.repository = `${reference.registry}/${reference.repository}`;
        this.origin = (0,registry_host/* apiOrigin */.lG)(reference.registry);
        this.retry = new Retry(options);
        this.signal = options.signal;
        this.#path = reference.repository;
        this.#scopes = [`repository:${reference.repository}:${actions.join(',')}`];
        const transport = options.transport ?? new oci_transport/* Transport */.o(options);
        this.#own = options.transport === undefined ? transport : undefined;
        this.#auth = new Authenticator({
            transport,
            credentials: options.credentials ?? credentials/* anonymous */._5,
            registry: reference.registry,
            origin: this.origin,
            clock: this.retry.clock,
            ...(options.seen === undefined ? {} : { seen: options.seen }),
            ...(options.mask === undefined ? {} : { mask: options.mask }),
        });
    }
    /** Closes idle connections, but those that are shared. */
    close() {
        this.#own?.close();
    }
    /** @param path below the repository: `blobs/sha256:…` */
    url(path) {
        return new URL(`v2/${this.#path}/${path}`, this.origin);
    }
    /**
     * Sends one request, authorized where it goes to the registry itself.
     * @param further scopes that this request needs beyond those of the repository
     * @throws TransportError, RegistryError where no token can be had, CancelledError
     */
    send(request, further = []) {
        return this.#auth.send(request, [...this.#scopes, ...further]);
    }
    /** As `send`. @throws TransportError also where the status is none of `statuses` */
    async expect(request, statuses) {
        const response = await this.send(request);
        if (statuses.includes(response.status))
            return response;
        throw await this.failure(response);
    }
    /** What an answer that was not wanted is to a caller. */
    failure(response) {
        return response.toError(this.retry.clock.now());
    }
}


/***/ }),

/***/ 7771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ rememberedCredentials),
/* harmony export */   Og: () => (/* binding */ credentialsFor),
/* harmony export */   _5: () => (/* binding */ anonymous)
/* harmony export */ });
/** No credentials for anybody. */
const anonymous = { find: () => Promise.resolve(undefined) };
/** Asks `source` once for each registry: a credential helper is a program to run, and there may be many who ask. */
function rememberedCredentials(source) {
    const found = new Map();
    return {
        find: (registry) => {
            const credential = found.get(registry) ?? source.find(registry);
            found.set(registry, credential);
            return credential;
        },
    };
}
/** The user's own for their registry alone; whatever `otherwise` knows for all others. */
function credentialsFor(registry, credentials, otherwise) {
    const given = { kind: 'password', ...credentials, origin: 'the inputs username and password' };
    return { find: (wanted) => (wanted === registry ? Promise.resolve(given) : otherwise.find(wanted)) };
}


/***/ }),

/***/ 293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ dockerCredentials)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/oci/credential-helper.js


const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;
/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined where the helper knows none
 * @throws SetupError where the helper is missing or fails
 */
async function askHelper(name, server, env) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name)) {
        throw new errors/* SetupError */.w3(`“${name}” in docker's config.json is not the name of a credential helper.`);
    }
    const { code, output } = await run(program, server, env);
    if (code !== 0) {
        // The protocol's one way to say "none": these words on standard output, and an exit code.
        if (/credentials not found|no credentials (?:server URL|username)/i.test(output))
            return undefined;
        throw new errors/* SetupError */.w3(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
            hint: `Log in again, or take the helper for ${server} out of docker's config.json.`,
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
function run(program, input, env) {
    return new Promise((resolve, reject) => {
        // Not spawn's own timeout: where the program can't be started, that one keeps the process alive until it ends.
        const signal = AbortSignal.timeout(TIME_LIMIT);
        const child = (0,external_node_child_process_.spawn)(program, ['get'], { env, stdio: ['pipe', 'pipe', 'ignore'], signal });
        const chunks = [];
        let size = 0;
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size <= OUTPUT_LIMIT)
                chunks.push(chunk);
            else
                child.kill();
        });
        child.on('error', (cause) => {
            reject(new errors/* SetupError */.w3(`The credential helper ${program} ${signal.aborted ? 'gave no answer in time' : `can't be run: ${cause.message}`}.`, {
                cause,
                hint: `Install it, or take it out of docker's config.json.`,
            }));
        });
        child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
        // A helper that does not read its input is none of our business.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
    });
}
function oneLine(text) {
    return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}

;// CONCATENATED MODULE: ./lib/oci/docker-config.js





// The name that docker keeps Docker Hub's login under.
const DOCKER_HUB = 'https://index.docker.io/v1/';
/**
 * What `docker login` and `podman login` left behind: REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then
 * the auth.json of podman, skopeo and buildah. The first file that knows the registry wins.
 */
function dockerCredentials(options = {}) {
    const env = options.env ?? process.env;
    const debug = options.debug ?? (() => { });
    return {
        async find(registry) {
            for (const file of filesOf(env, options.home ?? (0,external_node_os_.homedir)())) {
                const config = await readConfig(file);
                if (config === undefined)
                    continue;
                const credential = await lookUp(config, registry, file, env, debug);
                if (credential !== undefined) {
                    debug(`Credentials for ${registry}: from ${credential.origin}.`);
                    return credential;
                }
            }
            debug(`No credentials for ${registry}: asking as anonymous.`);
            return undefined;
        },
    };
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
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: it is not JSON.`, {
            hint: 'Log in again with `docker login` (or `podman login`), or mend the file.',
        });
    }
    const { auths, credHelpers, credsStore } = objectOr(json);
    return {
        auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
        credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry) => typeof entry[1] === 'string')),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function lookUp(config, registry, file, env, debug) {
    const names = registry === 'docker.io' ? [DOCKER_HUB, 'index.docker.io', 'docker.io'] : [registry];
    const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
    if (helper !== undefined && helper !== '')
        return askHelper(helper, names[0] ?? registry, env);
    if (config.credsStore !== undefined) {
        // One store for all registries, often a desktop's: where it does not work, a public image must still be readable.
        try {
            const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
            if (stored !== undefined)
                return stored;
        }
        catch (error) {
            debug(`The credential store of ${file} is of no help: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    for (const [key, entry] of config.auths) {
        if (names.includes(key) || names.includes(hostOf(key)))
            return credentialOf(entry, file);
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
        throw new errors/* SetupError */.w3(`An entry of ${origin} has an “auth” that is not <username>:<password> in base 64.`, {
            hint: 'Log in again with `docker login` (or `podman login`).',
        });
    }
    // docker pads with NUL what it once wrote
    const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}
function objectOr(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}


/***/ }),

/***/ 2184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ MANIFEST_LIMIT)
/* harmony export */ });
/** What a manifest or a config may weigh, in bytes; registries take 4 MiB. */
const MANIFEST_LIMIT = 8 * 1024 * 1024;


/***/ }),

/***/ 2611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ LayoutReader),
/* harmony export */   w: () => (/* binding */ REF_NAME)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9634);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9501);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2184);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(261);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2222);
/* harmony import */ var _verify_stream_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1253);











/** OCI image specification, annotations.md: the tag of an entry of index.json. */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** An OCI image layout on disk (image-layout.md), read. */
class LayoutReader {
    name;
    repository;
    /** The entries of index.json: all of them, or those of the ref that was asked for. */
    manifests;
    #folder;
    constructor(folder, ref, manifests) {
        this.name = `oci:${folder}${ref === undefined ? '' : `:${ref}`}`;
        this.repository = `oci:${folder}`;
        this.manifests = manifests;
        this.#folder = folder;
    }
    /**
     * @param folder the one that holds `oci-layout`
     * @param ref the name that an entry of index.json has as its annotation, or its digest
     * @throws Failure where the folder is no layout or has no such ref; IntegrityError where its index is broken
     */
    static async open(folder, ref) {
        await assertLayout(folder);
        const all = await readIndex(folder);
        if (ref === undefined)
            return new LayoutReader(folder, ref, all);
        const named = all.filter(({ annotations, digest }) => annotations?.[REF_NAME] === ref || digest === ref);
        if (named.length === 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${folder} has no image named “${ref}”; it has ${listOf(all)}.`, {
                hint: `Write oci:${folder}:<name>, with a name that is there.`,
            });
        }
        return new LayoutReader(folder, ref, named);
    }
    /**
     * The one manifest that there is; or, where there is one for each of several platforms, an index of them.
     * @throws Failure where there is none, or it isn't clear which is meant
     */
    async root() {
        const images = this.manifests.filter(({ platform }) => platform?.os !== 'unknown');
        const [first, ...others] = images;
        if (first === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${this.#folder} is empty: its index.json lists no manifest.`);
        if (others.length === 0)
            return { ...(await this.manifest(first.digest)), mediaType: first.mediaType };
        const platforms = new Set(images.map(({ platform }) => (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_9__/* .canonicalJson */ .d)(platform)));
        const names = new Set(images.map(({ annotations }) => annotations?.[REF_NAME]));
        if (platforms.size < images.length || names.size > 1 || images.some(({ platform }) => platform === undefined)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${this.#folder} holds several images, and it isn't said which is meant: ${listOf(images)}.`, {
                hint: `Write oci:${this.#folder}:<name>.`,
            });
        }
        const bytes = Buffer.from((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_9__/* .canonicalJson */ .d)({ schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_INDEX */ .L$, manifests: images }), 'utf8');
        return { digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes), mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_INDEX */ .L$, bytes };
    }
    async manifest(digest) {
        const path = this.blobPath(digest);
        const where = `the manifest ${digest} of ${this.name}`;
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((cause) => Promise.reject(missing(where, path, cause)));
        if (size > _image_source_js__WEBPACK_IMPORTED_MODULE_10__/* .MANIFEST_LIMIT */ .M)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} has ${size} bytes, too many for a manifest.`);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes);
        if (actual !== digest)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} has other content than its name says: its digest is ${actual}.`);
        const listed = this.manifests.find((descriptor) => descriptor.digest === digest);
        return { digest, mediaType: listed?.mediaType ?? '', bytes };
    }
    blob(descriptor) {
        const path = this.blobPath(descriptor.digest);
        const where = `the blob ${descriptor.digest} of ${this.name}`;
        const verified = (0,_verify_stream_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyStream */ .u)(descriptor, where);
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: 256 * 1024 });
        file.on('error', (cause) => verified.destroy(missing(where, path, cause)));
        return (0,node_stream__WEBPACK_IMPORTED_MODULE_3__.pipeline)(file, verified, () => { });
    }
    /** Where a blob is on disk. It may not be there, and what is there is not verified. */
    blobPath(digest) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, 'blobs', 'sha256', (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .hexOf */ .ZD)(digest));
    }
}
async function assertLayout(folder) {
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${folder} is not an OCI image layout: ${why}.`, {
            cause,
            hint: 'A layout is a folder with the files oci-layout and index.json; `skopeo copy docker://… oci:<folder>` makes one.',
        });
    };
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'), 'utf8').catch(async (cause) => {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(folder).catch(() => undefined);
        if (info === undefined)
            return refuse('there is no such folder', cause);
        return refuse(info.isDirectory() ? 'it has no file oci-layout' : 'it is not a folder', cause);
    });
    const version = parseJson(text)?.imageLayoutVersion;
    if (version !== '1.0.0')
        refuse(`its oci-layout says version ${JSON.stringify(version) ?? 'nothing'}, and only 1.0.0 is known`);
}
async function readIndex(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json');
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path).catch((cause) => Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`The image layout ${folder} has no index.json.`, { cause })));
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .N)({ digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes), mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_INDEX */ .L$, bytes }, path);
    if (parsed.kind !== 'index')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`${path} is not an image index.`);
    return parsed.index.manifests;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // the caller says what it wanted to find
    }
}
function listOf(manifests) {
    const names = manifests.map(({ annotations, digest }) => annotations?.[REF_NAME] ?? digest);
    return names.length === 0 ? 'none at all' : names.map((name) => ((0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .isDigest */ .Bc)(name) ? name : `“${name}”`)).join(', ');
}
function missing(where, path, cause) {
    const { code } = cause;
    return code === 'ENOENT'
        ? new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegrityError */ .cs(`The layout lacks ${where}: there is no file ${path}.`, { cause })
        : new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(`${path} can't be read: ${code ?? String(cause)}.`, { cause });
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ IMAGE_INDEX),
/* harmony export */   MS: () => (/* binding */ IMAGE_MANIFEST),
/* harmony export */   Mu: () => (/* binding */ DOCKER_INDEX),
/* harmony export */   Ve: () => (/* binding */ IMAGE_CONFIG),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   Wj: () => (/* binding */ DEVCONTAINER_CONFIG),
/* harmony export */   YD: () => (/* binding */ DELTA_ARTIFACT),
/* harmony export */   ZJ: () => (/* binding */ COLLECTION_LAYER),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   cc: () => (/* binding */ ENV_PATH),
/* harmony export */   e6: () => (/* binding */ DOCKER_CONFIG),
/* harmony export */   fc: () => (/* binding */ LAYER_GZIP),
/* harmony export */   kt: () => (/* binding */ DELTA_CONFIG),
/* harmony export */   nz: () => (/* binding */ DEVCONTAINER_LAYER),
/* harmony export */   wd: () => (/* binding */ LAYER_ZSTD)
/* harmony export */ });
/* unused harmony exports LAYER_TAR, DOCKER_LAYER */
/** OCI image specification, media-types.md; Docker's from the distribution project's manifest v2 schema 2. */
const IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER_TAR = 'application/vnd.oci.image.layer.v1.tar';
const LAYER_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';
const LAYER_ZSTD = 'application/vnd.oci.image.layer.v1.tar+zstd';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
/** Ours (docs/formats.md). */
const DELTA_ARTIFACT = 'application/vnd.nix-feature.delta.v1+json';
const DELTA_CONFIG = 'application/vnd.nix-feature.delta.config.v1+json';
const ENV_PATH = 'text/plain';
/** Dev container distribution specification. */
const DEVCONTAINER_CONFIG = 'application/vnd.devcontainers';
const DEVCONTAINER_LAYER = 'application/vnd.devcontainers.layer.v1+tar';
const COLLECTION_LAYER = 'application/vnd.devcontainers.collection.layer.v1+json';
/** A manifest of either kind; what a pull accepts. */
const MANIFEST_TYPES = [IMAGE_INDEX, IMAGE_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST];


/***/ }),

/***/ 2222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);



/**
 * @param where what is read, for messages
 * @throws IntegrityError where the bytes are no manifest that we know
 */
function parseManifest(raw, where) {
    const refuse = (why, cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`, { cause });
    };
    let json;
    try {
        json = JSON.parse(raw.bytes.toString('utf8'));
    }
    catch (cause) {
        return refuse('it is not JSON', cause);
    }
    if (!isObject(json))
        return refuse('it is not a JSON object');
    if (json['schemaVersion'] === 1)
        return refuse('it has the outdated format “schema 1”; push the image again with a recent tool');
    if (json['schemaVersion'] !== 2)
        return refuse(`its schemaVersion is ${JSON.stringify(json['schemaVersion'])}, not 2`);
    // One that is both can be read as either, by different tools (CVE-2021-41190).
    if ('manifests' in json && ('layers' in json || 'config' in json))
        return refuse('it is an index and an image at once');
    const kind = 'manifests' in json ? 'index' : 'manifest';
    const types = kind === 'index' ? [_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_INDEX */ .L$, _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCKER_INDEX */ .Mu] : [_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS, _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCKER_MANIFEST */ .Vv];
    const mediaType = json['mediaType'] ?? (types.some((type) => type === raw.mediaType) ? raw.mediaType : types[0]);
    if (typeof mediaType !== 'string' || !types.some((type) => type === mediaType)) {
        return refuse(`its media type ${JSON.stringify(mediaType)} is not that of an ${kind === 'index' ? 'index' : 'image'}`);
    }
    try {
        return kind === 'index'
            ? { kind, index: { ...json, schemaVersion: 2, mediaType, manifests: descriptors(json['manifests'], 'manifests') } }
            : {
                kind,
                manifest: {
                    ...json,
                    schemaVersion: 2,
                    mediaType,
                    config: parseDescriptor(json['config'], 'config'),
                    layers: descriptors(json['layers'], 'layers'),
                },
            };
    }
    catch (cause) {
        return refuse(cause instanceof Error ? cause.message : String(cause), cause);
    }
}
function descriptors(value, name) {
    if (!Array.isArray(value))
        throw new TypeError(`its “${name}” is not a list`);
    return value.map((item, i) => parseDescriptor(item, `${name}[${i}]`));
}
/** OCI image specification, descriptor.md. Unknown members are kept. */
function parseDescriptor(value, name) {
    if (!isObject(value))
        throw new TypeError(`its “${name}” is not a descriptor`);
    const { mediaType, digest, size, annotations, platform } = value;
    if (typeof mediaType !== 'string')
        throw new TypeError(`its “${name}” has no media type`);
    if (typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest)) {
        throw new TypeError(`the digest ${JSON.stringify(digest)} of its “${name}” is not sha256`);
    }
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new TypeError(`the size ${JSON.stringify(size)} of its “${name}” is not a number of bytes`);
    }
    if (annotations !== undefined && annotations !== null && !(isObject(annotations) && Object.values(annotations).every((text) => typeof text === 'string'))) {
        throw new TypeError(`the annotations of its “${name}” are not texts`);
    }
    if (platform !== undefined && platform !== null && !(isObject(platform) && typeof platform['architecture'] === 'string' && typeof platform['os'] === 'string')) {
        throw new TypeError(`the platform of its “${name}” has no architecture and os`);
    }
    const parsed = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
    return { ...parsed, mediaType, digest, size };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest),
/* harmony export */   s: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2184);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);




// One attempt each: whoever calls retries.
/** @throws TransportError (404: there is none), IntegrityError where the bytes are not those of the digest */
async function readManifest(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'GET', tagOrDigest, signal), [200]);
    const bytes = await response.bytes(_image_source_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_LIMIT */ .M);
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    const announced = response.header('docker-content-digest') ?? '';
    const expected = (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) ? tagOrDigest : (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(announced) ? announced : digest;
    if (digest !== expected)
        throw otherManifest(connection, tagOrDigest, expected, digest);
    return { digest, mediaType: mediaTypeOf(response), bytes };
}
/** What the headers say of a manifest; the bytes are read where headers are missing. @returns undefined where there is none */
async function headManifest(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'HEAD', tagOrDigest, signal), [200, 404]);
    await response.discard();
    if (response.status === 404)
        return undefined;
    const digest = response.header('docker-content-digest') ?? '';
    const size = Number(response.header('content-length') ?? Number.NaN);
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || !Number.isSafeInteger(size)) {
        const { mediaType, digest: actual, bytes } = await readManifest(connection, tagOrDigest, signal);
        return { mediaType, digest: actual, size: bytes.length };
    }
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) && digest !== tagOrDigest)
        throw otherManifest(connection, tagOrDigest, tagOrDigest, digest);
    return { mediaType: mediaTypeOf(response), digest, size };
}
function manifestRequest(connection, method, tagOrDigest, signal) {
    return {
        method,
        url: connection.url(`manifests/${tagOrDigest}`),
        headers: { accept: _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_TYPES */ ._P.join(', ') },
        ...(signal === undefined ? {} : { signal }),
    };
}
function mediaTypeOf(response) {
    return (response.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
}
function otherManifest({ repository }, name, expected, actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${name} of ${repository} should have the digest ${expected}, and has ${actual}.`, {
        hint: 'Something between here and the registry alters or mixes up what it serves.',
    });
}


/***/ }),

/***/ 9433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ isPrivateAddress),
/* harmony export */   CP: () => (/* binding */ refusedTarget),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Zq: () => (/* binding */ printableUrl),
/* harmony export */   lG: () => (/* binding */ apiOrigin)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
// Addresses that mean something else on each machine (RFC 6890): an answer from outside must not point us at them.
const PRIVATE = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [net, prefix] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
]) {
    PRIVATE.addSubnet(net, prefix, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addAddress('::', 'ipv6');
/** Is this host the machine itself: `localhost`, 127.0.0.0/8, `::1`? The only hosts that are spoken to without TLS. */
function isLoopback(url) {
    return isLocalName(url) || listed(LOOPBACK, url);
}
/** Is this host written as an address (or name) of the machine or of a private network? Names are not resolved. */
function isPrivateAddress(url) {
    return isLocalName(url) || listed(PRIVATE, url);
}
/**
 * Where a registry's API answers.
 * @param registry host and optional port, as in a reference
 * @returns an origin, with `/` as its path
 */
function apiOrigin(registry) {
    if (registry === 'docker.io')
        return new URL('https://registry-1.docker.io/');
    try {
        const url = new URL(`https://${registry}/`);
        return isLoopback(url) ? new URL(`http://${registry}/`) : url;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`“${registry}” is not the host name of a registry.`, { cause });
    }
}
/**
 * Why an address that a server sends us to must not be followed; undefined where it may be. A line that was secret stays
 * so, and nobody outside points us at machines that only we can reach.
 * @returns the end of a sentence: “which is not https”
 */
function refusedTarget(from, to) {
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        return 'which is not https';
    if (isPrivateAddress(to) && !isPrivateAddress(from))
        return 'an address of a private network';
    return undefined;
}
/** An address for messages: without credentials, query or fragment, where tokens and signatures are. */
function printableUrl(url) {
    return `${url.origin}${url.pathname}`;
}
function isLocalName(url) {
    return url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
}
function listed(list, url) {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
    return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}


/***/ }),

/***/ 188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/connection.js + 4 modules
var oci_connection = __webpack_require__(8146);
// EXTERNAL MODULE: ./lib/oci/image-source.js
var image_source = __webpack_require__(2184);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
;// CONCATENATED MODULE: ./lib/oci/list-tags.js



/**
 * All tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags").
 * @returns empty where there is no such repository
 * @throws RegistryError, IntegrityError where the answer is no list, CancelledError
 */
async function listTags(connection) {
    const tags = [];
    const read = new Set();
    for (let url = connection.url('tags/list'); url !== undefined;) {
        if (read.has(url.href))
            throw refused(url, 'its list of tags goes round in circles');
        read.add(url.href);
        const page = await readPage(connection, url);
        tags.push(...page.tags);
        url = page.next;
    }
    return [...new Set(tags)];
}
function readPage(connection, url) {
    return connection.retry.run(async () => {
        const response = await connection.expect({ method: 'GET', url }, [200, 404]);
        const body = await response.bytes(image_source/* MANIFEST_LIMIT */.M);
        if (response.status === 404)
            return { tags: [], next: undefined };
        return { tags: parseTags(body, url), next: nextPage(response.header('link'), url) };
    });
}
function parseTags(body, url) {
    let answer;
    try {
        answer = JSON.parse(body.toString('utf8'));
    }
    catch (cause) {
        throw new errors/* IntegrityError */.cs(`${(0,registry_host/* printableUrl */.Zq)(url)} should list tags, and is not JSON.`, { cause });
    }
    // Where all tags were deleted some registries say null.
    const tags = answer?.tags ?? [];
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
        throw new errors/* IntegrityError */.cs(`${(0,registry_host/* printableUrl */.Zq)(url)} should list tags, and has other things in its list.`);
    }
    return tags;
}
// RFC 8288: <address>; rel="next"
function nextPage(link, from) {
    const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    const next = URL.parse(target, from.href);
    // Credentials and trust end at the origin; a list of tags has no reason to go on elsewhere.
    if (next === null || next.origin !== from.origin)
        throw refused(from, 'its list of tags goes on at another host');
    return next;
}
function refused(url, why) {
    const printable = (0,registry_host/* printableUrl */.Zq)(url);
    return new errors/* RegistryError */.gl(`GET ${printable} was given up: ${why}.`, { method: 'GET', url: printable });
}

// EXTERNAL MODULE: ./lib/oci/read-manifest.js
var read_manifest = __webpack_require__(555);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
// EXTERNAL MODULE: ./lib/oci/verify-stream.js
var verify_stream = __webpack_require__(1253);
;// CONCATENATED MODULE: ./lib/oci/registry.js









// A connection that breaks again and again after this much each time still gets a large layer here in the end.
const PROGRESS = 1024 * 1024;
/** One repository of a registry, read (OCI distribution specification, "Pull"). */
class Registry {
    name;
    repository;
    #reference;
    #connection;
    constructor(reference, options = {}, connection = new oci_connection/* Connection */.N(reference, ['pull'], options)) {
        this.name = (0,oci_reference/* formatReference */.F)(reference);
        this.repository = connection.repository;
        this.#reference = reference;
        this.#connection = connection;
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /** What the reference names: by digest where it has one, else by tag, else `latest`. */
    root() {
        return this.#manifest(this.#reference.digest ?? this.#reference.tag ?? 'latest');
    }
    manifest(digest) {
        return this.#manifest(digest);
    }
    /**
     * What a tag or digest of this repository names right now.
     * @throws RegistryError (404: there is none), IntegrityError, CancelledError
     */
    async resolve(tagOrDigest) {
        const { mediaType, digest, bytes } = await this.#manifest(tagOrDigest);
        return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    }
    /**
     * Does a tag or digest name something here, and what? Nothing but headers travels where the registry gives them all.
     * @returns undefined where there is none
     * @throws RegistryError, IntegrityError, CancelledError
     */
    head(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* headManifest */.s)(this.#connection, tagOrDigest));
    }
    /** All tags of the repository. @returns empty where there is no such repository */
    tags() {
        return listTags(this.#connection);
    }
    /** Has the repository this blob, whole? Nothing but headers travels. @throws RegistryError, CancelledError */
    hasBlob({ digest, size }) {
        return this.#connection.retry.run(async () => {
            const response = await this.#connection.expect({ method: 'HEAD', url: this.#connection.url(`blobs/${digest}`) }, [200, 404]);
            await response.discard();
            const length = response.header('content-length');
            return response.status === 200 && (length === undefined || Number(length) === size);
        });
    }
    blob(descriptor) {
        const where = `the blob ${descriptor.digest} of ${this.repository}`;
        const gone = new AbortController();
        const download = external_node_stream_.Readable.from(this.#download(descriptor, where, gone.signal), { objectMode: false });
        // The callback takes note of the error that the returned stream shows as well.
        const verified = (0,external_node_stream_.pipeline)(download, (0,verify_stream/* verifyStream */.u)(descriptor, where), () => { });
        // Nobody reads any more: then the request ends, and there is no further one.
        return verified.on('close', () => {
            if (!download.readableEnded)
                gone.abort();
        });
    }
    #manifest(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* readManifest */.W)(this.#connection, tagOrDigest));
    }
    // Where the connection breaks, the next attempt goes on behind the last byte that came.
    async *#download({ digest, size }, where, gone) {
        const own = this.#connection.signal;
        const signal = own === undefined ? gone : AbortSignal.any([own, gone]);
        const attempts = this.#connection.retry.begin(signal);
        let offset = 0;
        for (let mark = 0;; mark = offset) {
            try {
                for await (const chunk of this.#blobFrom(digest, size, offset, signal)) {
                    offset += chunk.length;
                    yield chunk;
                }
                if (offset >= size)
                    return;
                throw brokenOff(this.#connection.url(`blobs/${digest}`), where, offset, size);
            }
            catch (error) {
                if (offset - mark >= PROGRESS)
                    attempts.progressed();
                await attempts.failed(error);
            }
        }
    }
    async *#blobFrom(digest, size, offset, signal) {
        const request = {
            method: 'GET',
            url: this.#connection.url(`blobs/${digest}`),
            signal,
            ...(offset === 0 ? {} : { headers: { range: `bytes=${offset}-` } }),
        };
        const response = await this.#connection.expect(request, offset === 0 ? [200] : [200, 206, 416]);
        if (response.status === 416)
            throw await otherSize(response, `no more than ${offset}`, size);
        // A server may ignore the range: the bytes that are here already are passed over.
        let skip = response.status === 206 ? offset - rangeStart(response, offset) : offset;
        const length = totalLength(response);
        if (length !== undefined && length !== size)
            throw await otherSize(response, String(length), size);
        for await (const chunk of response.chunks()) {
            const rest = chunk.subarray(Math.min(skip, chunk.length));
            skip -= chunk.length - rest.length;
            if (rest.length > 0)
                yield rest;
        }
    }
}
// RFC 9110, 14.4: “bytes 1000-1999/2000”
function rangeStart(response, wanted) {
    const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.header('content-range') ?? '')?.[1];
    if (start !== undefined && Number(start) <= wanted)
        return Number(start);
    const facts = { method: response.method, url: (0,registry_host/* printableUrl */.Zq)(response.url), status: response.status };
    throw new errors/* RegistryError */.gl(`${facts.method} ${facts.url} was to go on at byte ${wanted}, and was answered with the range “${response.header('content-range') ?? ''}”.`, facts);
}
/** The whole blob's bytes, as the answer announces them. */
function totalLength(response) {
    const text = response.status === 206
        ? /\/(\d+)$/.exec(response.header('content-range') ?? '')?.[1]
        : response.header('content-length');
    return text === undefined ? undefined : Number(text);
}
// A blob of another size than the manifest's is found out before its bytes travel; no retry makes it longer.
async function otherSize(response, actual, size) {
    await response.discard();
    return new errors/* IntegrityError */.cs(`${(0,registry_host/* printableUrl */.Zq)(response.url)} has ${actual} bytes, and the manifest says ${size}.`, {
        hint: 'The registry, or a proxy before it, serves other content under this name.',
    });
}
function brokenOff(url, where, offset, size) {
    return new transport_error/* TransportError */.wX(`${where.charAt(0).toUpperCase()}${where.slice(1)} broke off after ${offset} of ${size} bytes.`, {
        method: 'GET',
        url: (0,registry_host/* printableUrl */.Zq)(url),
        temporary: true,
    });
}


/***/ }),

/***/ 1423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ fromSocketError),
/* harmony export */   FD: () => (/* binding */ fromStatus),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   kR: () => (/* binding */ asTemporary),
/* harmony export */   lL: () => (/* binding */ restated),
/* harmony export */   wX: () => (/* binding */ TransportError)
/* harmony export */ });
/* unused harmony export parseRetryAfter */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** A request that failed, and whether it makes sense to repeat it. */
class TransportError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    temporary;
    retryAfter;
    constructor(message, facts, details = {}) {
        super(message, facts, details);
        this.temporary = facts.temporary;
        this.retryAfter = facts.retryAfter;
    }
}
/** The same failure, of which a caller knows that another attempt makes sense. */
function asTemporary(error) {
    return restated(error, error.message, true);
}
/** A failure with another message, itself as its cause. */
function restated(error, message, temporary) {
    return new TransportError(message, {
        method: error.method,
        url: error.url,
        temporary,
        ...(error.status === undefined ? {} : { status: error.status }),
        ...(error.code === undefined ? {} : { code: error.code }),
        ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    }, { cause: error, ...(error.hint === undefined ? {} : { hint: error.hint }) });
}
const TEMPORARY_STATUS = new Set([408, 429, 500, 502, 503, 504]);
// What a broken line looks like. Not among them: names that don't resolve, and certificates that don't verify; these
// are mistakes, and the user wants to hear of them at once.
const TEMPORARY_CODE = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'EAI_AGAIN',
    'ERR_STREAM_PREMATURE_CLOSE',
]);
/** What a socket's failure is to a caller. An abort becomes a CancelledError. */
function fromSocketError(error, request, signal) {
    if (signal?.aborted === true)
        return cancelled(signal);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const { code, message } = describe(error);
    return new TransportError(`${request.method} ${request.url} failed: ${message}.`, { ...request, temporary: code !== undefined && (TEMPORARY_CODE.has(code) || code.startsWith('HPE_')) }, { cause: error, ...hintFor(code) });
}
function cancelled(signal) {
    return signal.reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc
        ? signal.reason
        : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('The run was told to stop.', { cause: signal.reason });
}
/**
 * What an answer with an error status is to a caller.
 * @param body the beginning of the answer's body
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
function fromStatus(request, answer, body, now) {
    const said = specError(body);
    const retryAfter = parseRetryAfter(answer.retryAfter, now);
    const words = said === undefined ? '' : ` (${[said.code, said.message].filter((part) => part !== undefined).join(': ')})`;
    return new TransportError(`${request.method} ${request.url} was answered with ${`${answer.status} ${answer.statusText}`.trim()}${words}.`, {
        ...request,
        status: answer.status,
        ...(said?.code === undefined ? {} : { code: said.code }),
        temporary: TEMPORARY_STATUS.has(answer.status) || isRateLimit(answer.status, retryAfter, body),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    }, statusHint(answer.status));
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3) in milliseconds from `now`; undefined where it is neither. */
function parseRetryAfter(text, now) {
    if (text === undefined)
        return undefined;
    if (/^\d+$/.test(text.trim()))
        return Number(text.trim()) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
// GHCR answers 403 where others answer 429.
function isRateLimit(status, retryAfter, body) {
    return status === 403 && (retryAfter !== undefined || /rate limit|TOOMANYREQUESTS/i.test(body));
}
// OCI distribution specification, "Error Codes": {"errors": [{"code", "message", "detail"}]}
function specError(body) {
    try {
        const { errors } = JSON.parse(body);
        const first = Array.isArray(errors) ? errors[0] : undefined;
        if (typeof first !== 'object' || first === null)
            return undefined;
        const { code, message } = first;
        const shown = { ...textField('code', code), ...textField('message', message) };
        return Object.keys(shown).length === 0 ? undefined : shown;
    }
    catch {
        return undefined; // a proxy's HTML page says no more than the status
    }
}
function textField(name, value) {
    if (typeof value !== 'string' || value === '')
        return {};
    // oxlint-disable-next-line no-control-regex -- a server must not write into the terminal
    return { [name]: value.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 300) };
}
function statusHint(status) {
    if (status === 401 || status === 403) {
        return { hint: 'Give a username and a password (or token) that may do this, or log in with `docker login`.' };
    }
    if (status === 413)
        return { hint: 'The registry, or a proxy before it, takes nothing of this size. Its limit must be raised, or layers made smaller.' };
    return status === 404 ? { hint: 'Check the name; a registry also says this of what it does not let you see.' } : {};
}
function describe(error) {
    if (!(error instanceof Error))
        return { code: undefined, message: String(error) };
    // Of several addresses tried, each has its own error, and the sum has no message.
    if (error instanceof AggregateError && error.errors.length > 0)
        return describe(error.errors[0]);
    const { code } = error;
    return { code, message: error.message === '' ? (code ?? error.name) : error.message };
}
function hintFor(code) {
    if (code === 'ENOTFOUND')
        return { hint: 'There is no such host: check the registry in the name.' };
    if (code === 'ECONNREFUSED')
        return { hint: 'Nothing answers there: check the host, the port, and that it runs.' };
    if (code !== undefined && /CERT|TLS|SSL|VERIFY|EPROTO/.test(code)) {
        return { hint: 'TLS failed. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file.' };
    }
    return {};
}


/***/ }),

/***/ 3803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ Transport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
;// CONCATENATED MODULE: ./lib/oci/http-response.js


const ERROR_BODY_LIMIT = 64 * 1024;
/** The answer to one request, of any status. Its body must be read or discarded. */
class HttpResponse {
    method;
    /** Where it came from, after redirects. */
    url;
    status;
    statusText;
    headers;
    #message;
    #signal;
    constructor(method, url, message, signal) {
        this.method = method;
        this.url = url;
        this.status = message.statusCode ?? 0;
        this.statusText = message.statusMessage ?? '';
        this.headers = message.headers;
        this.#message = message;
        this.#signal = signal;
    }
    /** One value of a header; the first, should it have come more than once. */
    header(name) {
        const value = this.headers[name.toLowerCase()];
        return Array.isArray(value) ? value[0] : value;
    }
    /** The body as it comes; leaving the loop early closes the connection. @throws TransportError, CancelledError */
    async *chunks() {
        try {
            for await (const chunk of this.#message)
                yield chunk;
        }
        catch (error) {
            throw (0,transport_error/* fromSocketError */.Cl)(error, this.#request(), this.#signal);
        }
    }
    /** The whole body. @throws TransportError where it is longer than `limit` bytes */
    async bytes(limit) {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.chunks()) {
            size += chunk.length;
            if (size > limit) {
                throw new transport_error/* TransportError */.wX(`${this.method} ${(0,registry_host/* printableUrl */.Zq)(this.url)} was answered with more than ${limit} bytes, which is no sensible answer.`, { ...this.#request(), status: this.status, temporary: false });
            }
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    /** Closes what is left of the body. A short rest is read, so that the connection can be used again. */
    async discard() {
        const length = Number(this.header('content-length') ?? Number.NaN);
        if (this.#message.readableEnded || this.#message.destroyed)
            return;
        // A HEAD announces what it does not send.
        if (this.method !== 'HEAD' && length > ERROR_BODY_LIMIT) {
            this.#message.on('error', () => { });
            this.#message.destroy();
            return;
        }
        let size = 0;
        for await (const chunk of this.chunks()) {
            size += chunk.length;
            if (size > ERROR_BODY_LIMIT)
                return;
        }
    }
    /** Reads the body's beginning and makes an error of this answer. @param now milliseconds since the epoch */
    async toError(now) {
        const answer = { status: this.status, statusText: this.statusText, retryAfter: this.#retryAfter() };
        return (0,transport_error/* fromStatus */.FD)(this.#request(), answer, await this.#beginning(), now);
    }
    // GitHub's own headers, which GHCR may give in place of Retry-After: “If x-ratelimit-remaining is 0, wait until
    // x-ratelimit-reset”, in seconds since the epoch (docs.github.com, "Rate limits for the REST API").
    #retryAfter() {
        const given = this.header('retry-after');
        if (given !== undefined || this.status < 400 || this.header('x-ratelimit-remaining') !== '0')
            return given;
        const reset = Number(this.header('x-ratelimit-reset') ?? Number.NaN);
        return Number.isSafeInteger(reset) ? new Date(reset * 1000).toUTCString() : '60';
    }
    async #beginning() {
        const chunks = [];
        let size = 0;
        try {
            for await (const chunk of this.chunks()) {
                chunks.push(chunk);
                size += chunk.length;
                if (size >= ERROR_BODY_LIMIT)
                    break;
            }
        }
        catch (error) {
            if (this.#signal?.aborted === true)
                throw error;
            // The status is known, and it is what matters: a body that breaks off must not hide it.
        }
        return Buffer.concat(chunks).toString('utf8');
    }
    #request() {
        return { method: this.method, url: (0,registry_host/* printableUrl */.Zq)(this.url) };
    }
}

;// CONCATENATED MODULE: ./lib/oci/transport.js





const IDLE_TIMEOUT = 60_000;
const MAX_REDIRECTS = 5;
const USER_AGENT = 'nix-feature-action';
/**
 * HTTP for registries: one attempt, redirects followed by hand.
 *
 * Not `fetch`: that unpacks a body whose Content-Encoding says gzip (a blob would then miss its digest), can't send a
 * stream of known length twice, and has fixed time limits.
 */
class Transport {
    #signal;
    #idleTimeout;
    #debug;
    #direct = new external_node_http_.Agent({ keepAlive: true });
    #secureDirect = new external_node_https_.Agent({ keepAlive: true });
    #proxied;
    constructor(options = {}) {
        this.#signal = options.signal;
        this.#idleTimeout = options.idleTimeout ?? IDLE_TIMEOUT;
        this.#debug = options.debug ?? (() => { });
        this.#proxied = new external_node_https_.Agent({ keepAlive: true, proxyEnv: proxyOf(options.env ?? process.env) });
    }
    /**
     * @returns the answer, whatever its status, after at most five redirects
     * @throws TransportError where there is no answer, or a redirect must not be followed; CancelledError
     */
    async send(request) {
        let current = request;
        for (let hops = 0;; hops++) {
            const response = await this.#once(current);
            this.#debug(`${current.method} ${(0,registry_host/* printableUrl */.Zq)(current.url)}: ${response.status}`);
            const location = redirectOf(response);
            if (location === undefined)
                return response;
            await response.discard();
            if (hops === MAX_REDIRECTS)
                throw refusal(request, `it was redirected more than ${MAX_REDIRECTS} times`);
            current = follow(current, location);
        }
    }
    /** Closes idle connections. */
    close() {
        for (const agent of [this.#direct, this.#secureDirect, this.#proxied])
            agent.destroy();
    }
    #once(request) {
        const { method, url, body } = request;
        const facts = { method, url: (0,registry_host/* printableUrl */.Zq)(url) };
        const signal = request.signal ?? this.#signal;
        if (signal?.aborted === true)
            return Promise.reject((0,transport_error/* cancelled */.KW)(signal));
        if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,registry_host/* isLoopback */.U9)(url))) {
            return Promise.reject(refusal(request, 'only https is spoken, and plain http to this machine itself'));
        }
        return new Promise((resolve, reject) => {
            const fail = (error) => reject((0,transport_error/* fromSocketError */.Cl)(error, facts, signal));
            const outgoing = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, {
                method,
                agent: this.#agentFor(url),
                headers: headersOf(request),
                // Given here, and not by setTimeout later, it covers the time of connecting too.
                timeout: this.#idleTimeout,
                ...(signal === undefined ? {} : { signal }),
            });
            let idle = this.#idleTimeout;
            let incoming;
            // An answer that comes before the body is sent (401, 413) counts more than the pipe that it breaks.
            outgoing.on('error', (error) => (body === undefined ? fail(error) : setImmediate(fail, error)));
            outgoing.on('response', (message) => {
                incoming = message;
                resolve(new HttpResponse(method, url, message, signal));
            });
            outgoing.on('timeout', () => {
                // Bytes wait for a reader: it is we who are slow, not the line.
                if (incoming !== undefined && incoming.readableLength > 0)
                    return;
                (incoming ?? outgoing).destroy(stalled(facts, idle));
            });
            if (body === undefined)
                outgoing.end();
            else
                sendBody(body, outgoing);
            outgoing.on('finish', () => {
                idle += request.patience ?? 0;
                outgoing.setTimeout(idle);
            });
        });
    }
    // A proxy can't reach what only this machine can.
    #agentFor(url) {
        if (!(0,registry_host/* isLoopback */.U9)(url))
            return this.#proxied;
        return url.protocol === 'https:' ? this.#secureDirect : this.#direct;
    }
}
/** Sends a body until the end of it, or until an answer says that nobody wants the rest. */
function sendBody(body, outgoing) {
    const source = body.open();
    source.on('error', (error) => outgoing.destroy(error));
    outgoing.on('close', () => source.destroy());
    outgoing.on('response', (message) => {
        if (message.statusCode === undefined || message.statusCode < 300 || outgoing.writableFinished)
            return;
        source.unpipe(outgoing);
        source.destroy();
        // Half a request was sent on it: the connection is good for nothing but this answer.
        for (const event of ['end', 'close'])
            message.once(event, () => outgoing.destroy());
    });
    source.pipe(outgoing);
}
function headersOf({ headers, authorization, body }) {
    return {
        'user-agent': USER_AGENT,
        ...headers,
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-length': String(body.size) }),
    };
}
function redirectOf(response) {
    const reading = response.method === 'GET' || response.method === 'HEAD';
    // 301 to 303 may turn a POST into a GET; nobody who writes wants that, so only 307 and 308 are followed for it.
    const followed = reading ? [301, 302, 303, 307, 308] : [307, 308];
    return followed.includes(response.status) ? response.header('location') : undefined;
}
function follow(request, location) {
    const url = URL.parse(location, request.url.href);
    if (url === null)
        throw refusal(request, 'it was redirected to something that is no address');
    const why = (0,registry_host/* refusedTarget */.CP)(request.url, url);
    if (why !== undefined)
        throw refusal(request, `it was redirected to ${(0,registry_host/* printableUrl */.Zq)(url)}, ${why}`);
    const { authorization, ...rest } = request;
    const same = url.origin === request.url.origin;
    return { ...rest, url, ...(same && authorization !== undefined ? { authorization } : {}) };
}
function refusal({ method, url }, why) {
    const printable = (0,registry_host/* printableUrl */.Zq)(url);
    return new transport_error/* TransportError */.wX(`${method} ${printable} was not done: ${why}.`, { method, url: printable, temporary: false });
}
function stalled(facts, idle) {
    return new transport_error/* TransportError */.wX(`${facts.method} ${facts.url} stalled: no byte came or went for ${idle / 1000} s.`, {
        ...facts,
        temporary: true,
    });
}
function proxyOf(env) {
    const names = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];
    return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}


/***/ }),

/***/ 1253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verifyStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9501);




/**
 * Lets bytes through, and fails with an IntegrityError where they are not those of the descriptor: at the first byte
 * too many, or at the end. Nothing that came out is proven before the end was reached.
 * @param where what is read, for messages: “the blob sha256:… of ghcr.io/org/bedrock”
 */
function verifyStream(descriptor, where) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
        transform(chunk, _encoding, done) {
            size += chunk.length;
            if (size > descriptor.size) {
                done(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} is longer than the ${descriptor.size} bytes that its manifest gives it.`));
                return;
            }
            hash.update(chunk);
            done(null, chunk);
        },
        flush(done) {
            if (size < descriptor.size) {
                done(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} is too short: ${size} bytes instead of ${descriptor.size}.`));
                return;
            }
            const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfHex */ .z9)(hash.digest('hex'));
            done(actual === descriptor.digest
                ? null
                : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`${capital(where)} has other content than its name says: its digest is ${actual}.`));
        },
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 5889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e2: () => (/* binding */ findPublished),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   r9: () => (/* binding */ readDocuments)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _delta_parse_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7844);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9501);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2222);






/**
 * What a tag of a Feature's repository names right now; one request.
 * @returns undefined where there is none
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function findPublished(reader, tag) {
    const resolved = await ifThere(reader.resolve(tag));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    const { digest, mediaType } = descriptor;
    return publishedAs(`${reader.repository}:${tag}`, { digest, mediaType, bytes });
}
/**
 * The Feature that a manifest is the whole of, whoever made it.
 * @param name for messages
 * @throws IntegrityError where it is no manifest
 */
function publishedAs(name, raw) {
    const { digest, mediaType, bytes } = raw;
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(raw, name);
    const annotations = parsed.kind === 'manifest' ? (parsed.manifest.annotations ?? {}) : {};
    const key = annotations[_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .KEY_ANNOTATION */ .qc];
    const ours = key !== undefined && (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(key);
    return {
        name,
        version: ours ? annotations[_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION_ANNOTATION */ .F8] : undefined,
        key: ours ? key : undefined,
        metadata: annotations[_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .METADATA_ANNOTATION */ .kH],
        digest,
        bytes,
        mediaType,
        platforms: (0,_feature_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedPlatforms */ .NT)(annotations),
    };
}
/**
 * The delta documents of a published Feature, all at once; one request for each, two where the manifest does not name its blob.
 * @param arches those wanted; what the Feature has no platform for is left out, and so is a document that is not in the
 *   repository: a Feature that was copied from another registry may have come without
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readDocuments(reader, { name, platforms }, arches) {
    const read = [...arches].map(async (arch) => {
        const platform = platforms.get(arch);
        const document = platform === undefined ? undefined : await ifThere(readDocument(reader, platform, `${name} (${arch})`));
        return document === undefined ? [] : [[arch, document]];
    });
    return new Map((await Promise.all(read)).flat());
}
/** @returns undefined where the registry has none */
async function ifThere(answer) {
    return answer.catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    });
}
async function readDocument(reader, { digest, document }, name) {
    const config = document ?? (await configOf(reader, digest, name));
    return (0,_delta_parse_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDeltaDocument */ .X)((await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(reader.blob(config))).toString('utf8'), `the delta document of ${name}`);
}
async function configOf(reader, digest, name) {
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(await reader.manifest(digest), name);
    if (parsed.kind !== 'manifest')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegrityError */ .cs(`The platform manifest ${digest} of ${name} is an index.`);
    return parsed.manifest.config;
}


/***/ })

};
