export const id = 407;
export const ids = [407];
export const modules = {

/***/ 97825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   jG: () => (/* binding */ Limiter),
/* harmony export */   kX: () => (/* binding */ eitherSignal),
/* harmony export */   pZ: () => (/* binding */ stoppable)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);

/** Returns the same job, whose signal we can give too: what fails must not wait for the end of something long beside it. */
function stoppable(job) {
    const stop = new AbortController();
    const signal = AbortSignal.any([job.signal, stop.signal]);
    // As many listeners as there are requests and commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return { job: { ...job, signal }, stop };
}
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
/** Returns a signal that is aborted when one of these is, with its reason. Those that are not there never are. */
function eitherSignal(...signals) {
    const given = signals.filter((signal) => signal !== undefined);
    if (given.length < 2)
        return given[0];
    const either = AbortSignal.any(given);
    // As many listeners as there are commands at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, either);
    return either;
}
/**
 * Does the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
async function inParallel(atATime, things, work) {
    const results = [];
    const queue = things.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, thing] of queue) {
            if (failed)
                return;
            try {
                results[at] = await work(thing);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
    return results;
}
/** Lets only so many tasks run at once; the others wait in the order in which they came. */
class Limiter {
    #waiting = [];
    #free;
    constructor(limit) {
        this.#free = limit;
    }
    async run(task) {
        if (this.#free > 0)
            this.#free -= 1;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}


/***/ }),

/***/ 52154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ rememberedCredentials),
/* harmony export */   Og: () => (/* binding */ credentialsFor),
/* harmony export */   _5: () => (/* binding */ anonymous)
/* harmony export */ });
/** No credentials for anybody. */
const anonymous = { find: () => Promise.resolve(undefined) };
/** Asks `source` once for each repository: a credential helper is a program to run, and there may be many who ask. */
function rememberedCredentials(source) {
    const found = new Map();
    return {
        find: (registry, repository) => {
            const key = `${registry}/${repository ?? ''}`;
            const credential = found.get(key) ?? source.find(registry, repository);
            found.set(key, credential);
            return credential;
        },
    };
}
/** Returns the user's own for their registry alone; whatever `otherwise` knows for all others. */
function credentialsFor(registry, credentials, otherwise) {
    const given = { kind: 'password', ...credentials, origin: 'the inputs username and password' };
    return { find: (wanted, repository) => (wanted === registry ? Promise.resolve(given) : otherwise.find(wanted, repository)) };
}


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ blobBytes)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22992);


/**
 * Returns a small blob, whole and verified: a config, a document.
 * @param limit bytes
 * @throws IntegrityError also if it has more; nothing of it is read then
 */
async function blobBytes(source, descriptor, limit = _image_source_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_LIMIT */ .M) {
    if (descriptor.size > limit) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, and no more than ${limit} are read of such a blob.`);
    }
    const chunks = [];
    for await (const chunk of source.blob(descriptor))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 44130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ EMPTY_JSON),
/* harmony export */   MJ: () => (/* binding */ composeReferrer),
/* harmony export */   Xc: () => (/* binding */ parseReferrer),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   iF: () => (/* binding */ EMPTY_BYTES)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(749);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83270);






/** OCI image specification, manifest.md, "Guidance for an Empty Descriptor". */
const EMPTY_JSON = 'application/vnd.oci.empty.v1+json';
const EMPTY_BYTES = Buffer.from('{}');
/** Returns the tag under which a registry without the API lists referrers (distribution specification, "Referrers Tag Schema"). */
function fallbackTag(subject) {
    return `sha256-${(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject)}`;
}
/** Composes the manifest of a referrer: the payload is its one layer, its config is empty. */
function composeReferrer({ mediaType: subjectType, digest: subject, size }, content) {
    const { artifactType, mediaType = artifactType, payload, annotations } = content;
    const config = { mediaType: EMPTY_JSON, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(EMPTY_BYTES), size: EMPTY_BYTES.length };
    const layer = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(payload), size: payload.length };
    const described = { artifactType, ...(annotations === undefined ? {} : { annotations }) };
    const manifest = {
        schemaVersion: 2,
        mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_MANIFEST */ .MS,
        config,
        layers: [layer],
        subject: { mediaType: subjectType, digest: subject, size },
        ...described,
    };
    const bytes = Buffer.from((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)(manifest));
    return { bytes, config, layer, descriptor: { mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_MANIFEST */ .MS, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes), size: bytes.length, ...described } };
}
const LONGEST_TYPE = 255;
const MOST_ANNOTATIONS = 1000;
/**
 * Parses a manifest or an index as a referrer.
 * @param where for messages
 * @throws IntegrityError
 */
function parseReferrer(raw, where) {
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .N)(raw, where);
    const refuse = (why) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`);
    };
    const manifest = _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of(parsed.kind === 'index' ? parsed.index : parsed.manifest, refuse);
    const ofConfig = parsed.kind === 'index' ? '' : parsed.manifest.config.mediaType;
    return {
        subject: manifest.get('subject').optional((subject) => subject.get('digest').as(_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DIGEST */ .Dh)),
        artifactType: manifest.get('artifactType').optional((type) => type.text(LONGEST_TYPE)) ?? ofConfig,
        annotations: Object.fromEntries(manifest.get('annotations').optional(readAnnotations) ?? []),
        layers: parsed.kind === 'index' ? [] : parsed.manifest.layers,
    };
}
function readAnnotations(annotations) {
    return annotations.members(MOST_ANNOTATIONS).map(([name, member]) => [name, typeof member.value === 'string' ? member.value : member.refuseValue('a text')]);
}


/***/ }),

/***/ 59042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ isPrivateAddress),
/* harmony export */   CP: () => (/* binding */ refusedTarget),
/* harmony export */   Ij: () => (/* binding */ isSameServer),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Zq: () => (/* binding */ printableUrl),
/* harmony export */   lG: () => (/* binding */ apiOrigin)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _quirks_hosts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14090);



const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
// Addresses that mean something else on each machine, or nothing on the internet (RFC 6890): an answer from outside must
// not point us at them.
const PRIVATE = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [net, prefix] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
]) {
    PRIVATE.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
    // Addresses that hold one of IPv4: of old (::a.b.c.d, with :: and ::1), NAT64 (RFC 6052, RFC 8215), SIIT, 6to4, Teredo.
    ['::', 96],
    ['::ffff:0:0:0', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['2002::', 16],
    ['2001::', 32],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
]) {
    PRIVATE.addSubnet(net, prefix, 'ipv6');
}
/** Where clouds hand out credentials of the machine to whoever asks. Nobody keeps a registry, or tokens for one, there. */
const METADATA = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
METADATA.addSubnet('169.254.0.0', 16, 'ipv4');
for (const address of ['100.100.100.200', '168.63.129.16', '192.0.0.192'])
    METADATA.addAddress(address, 'ipv4');
for (const address of ['fd00:ec2::254', 'fd20:ce::254', 'fe80::a9fe:a9fe'])
    METADATA.addAddress(address, 'ipv6');
const METADATA_NAMES = new Set(['metadata', 'metadata.goog', 'metadata.google.internal', 'metadata.tencentyun.com', 'instance-data', 'instance-data.ec2.internal']);
/** Is this host the machine itself: `localhost`, 127.0.0.0/8, `::1`? The only hosts that are spoken to without TLS. */
function isLoopback(url) {
    // With a dot at its end a name is looked up in another way, maybe elsewhere.
    return isLocalName(url.hostname) || listed(LOOPBACK, url);
}
/** Tells whether this host is an address (or name) of the machine, of a private network or of a cloud's metadata service. Names are not resolved. */
function isPrivateAddress(url) {
    return isLocalName(withoutDot(url)) || listed(PRIVATE, url) || isMetadata(url);
}
/**
 * Returns where a registry's API answers.
 * @param registry host and optional port, as in a reference
 * @returns an origin, with `/` as its path
 */
function apiOrigin(registry) {
    const { api } = (0,_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_2__/* .quirksOf */ .T)(registry);
    if (api !== undefined)
        return new URL(api);
    try {
        const url = new URL(`https://${registry}/`);
        return isLoopback(url) ? new URL(`http://${registry}/`) : url;
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`"${registry}" is not the host name of a registry.`, { cause });
    }
}
/**
 * Returns why an address that a server sends us to must not be followed; undefined if it may be. A line that was secret stays
 * so, and nobody outside points us at machines that only we can reach.
 * @returns the end of a sentence: "which is not https"
 */
function refusedTarget(from, to) {
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        return 'which is not https';
    if (isPrivateAddress(to) && !isPrivateAddress(from))
        return 'an address of a private network';
    if (from.hostname !== to.hostname && isMetadata(to))
        return 'where a cloud keeps credentials of the machine';
    return undefined;
}
/** Tells whether two addresses have the same origin; of this machine the same host and port, since a registry there may turn out to speak TLS. */
function isSameServer(a, b) {
    return a.origin === b.origin || (a.host === b.host && a.port !== '' && isLoopback(a));
}
/** Returns an address for messages, without credentials, query or fragment, where tokens and signatures are. */
function printableUrl(url) {
    return `${url.origin}${url.pathname}`;
}
function isMetadata(url) {
    return METADATA_NAMES.has(withoutDot(url)) || listed(METADATA, url);
}
function isLocalName(host) {
    return host === 'localhost' || host.endsWith('.localhost');
}
function withoutDot({ hostname }) {
    return hostname.replace(/\.$/, '');
}
function listed(list, url) {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
    return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}


/***/ }),

/***/ 72129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wX: () => (/* binding */ TransportError),
  BZ: () => (/* binding */ advised),
  kR: () => (/* binding */ asTemporary),
  KW: () => (/* binding */ cancelled),
  Cl: () => (/* binding */ fromSocketError),
  FD: () => (/* binding */ fromStatus),
  lL: () => (/* binding */ restated)
});

// UNUSED EXPORTS: parseRetryAfter

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
;// CONCATENATED MODULE: ./lib/oci/quirks/github-denials.js
/** What GitHub's registry says when it refuses, and what it means there; the first that fits counts. */
const DENIALS = [
    [
        /installation not allowed to (?:create|write|update|delete)\b/i,
        'The token of this workflow may not write packages: give the job permissions: packages: write, and in a reusable workflow the caller\'s job too. Settings, Actions, "Workflow permissions" must not forbid it.',
    ],
    [
        /permission_denied: (?:write|create|update|delete)_package/i,
        'The package belongs to another repository, or was created by hand: in its "Package settings", under "Manage Actions access", add this repository with the role Write. The job needs permissions: packages: write as well.',
    ],
    [
        /permission_denied: read_package|installation not allowed to read\b/i,
        'The package is private: in its "Package settings", under "Manage Actions access", add this repository with the role Read. The job needs permissions: packages: read as well.',
    ],
    [/token provided does not match expected scopes|permission_denied: .*scopes/i, 'The token lacks a scope: a personal access token needs write:packages to publish, and read:packages to read.'],
    [/organization SAML|SAML (?:SSO|enforcement)/i, 'The organization wants single sign-on: authorize the token for it, under "Configure SSO" where the token is listed.'],
];
/** Returns what to do about an answer with 401 or 403, in GitHub's own words; undefined if it says nothing that is known. */
function githubDenialHint(said) {
    return DENIALS.find(([says]) => says.test(said))?.[1];
}

// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
// EXTERNAL MODULE: ./lib/oci/quirks/symptoms.js
var symptoms = __webpack_require__(87149);
;// CONCATENATED MODULE: ./lib/oci/http/transport-error.js




/** A request that failed, and whether it makes sense to repeat it. */
class TransportError extends errors/* RegistryError */.gl {
    temporary;
    retryAfter;
    retries;
    constructor(message, facts, details = {}) {
        super(message, facts, details);
        this.temporary = facts.temporary;
        this.retryAfter = facts.retryAfter;
        this.retries = facts.retries;
    }
}
/** Returns the same failure as one that another attempt may solve. */
function asTemporary(error) {
    return restated(error, error.message, true);
}
/** Returns a failure with another message, itself as its cause. */
function restated(error, message, temporary) {
    return new TransportError(message, { ...factsOf(error), temporary }, { cause: error, ...(0,errors/* adviceOf */.wr)(error) });
}
/** Returns the same failure, and what a caller knows can be done about it. */
function advised(error, advice) {
    return new TransportError(error.message, { ...factsOf(error), ...(error.retries === undefined ? {} : { retries: error.retries }) }, { cause: error.cause, ...advice });
}
function factsOf(error) {
    return {
        method: error.method,
        url: error.url,
        temporary: error.temporary,
        ...(error.status === undefined ? {} : { status: error.status }),
        ...(error.code === undefined ? {} : { code: error.code }),
        ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    };
}
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
/** Returns what a socket's failure is to a caller. An abort becomes a CancelledError. */
function fromSocketError(error, request, signal) {
    if (signal?.aborted === true)
        return cancelled(signal);
    if (error instanceof errors/* Failure */.HR)
        return error;
    const { code, message, statusCode } = describe(error);
    if (code === 'ERR_PROXY_TUNNEL')
        return fromProxy(request, statusCode ?? 0, error);
    return new TransportError(`${request.method} ${request.url} failed: ${message}.`, { ...request, temporary: code !== undefined && (TEMPORARY_CODE.has(code) || code.startsWith('HPE_')) }, { cause: error, ...hintFor(code) });
}
/** A proxy that refused to connect us: most often it could not reach the host itself. */
function fromProxy(request, status, cause) {
    return new TransportError(`${request.method} ${request.url} failed: the proxy refused to connect (${status === 0 ? 'it gave no status' : status}).`, { ...request, temporary: status !== 407 && status !== 403 }, { cause, hint: status === 407 ? 'The proxy wants a login: HTTPS_PROXY=http://user:password@host:port.' : 'Check HTTPS_PROXY and NO_PROXY, and which hosts the proxy allows.' });
}
/** Returns why a request was cancelled: the failure that stopped it, if there was one. */
function cancelled(signal) {
    return (0,errors/* reasonOf */.A3)(signal);
}
/**
 * Returns what an answer with an error status is to a caller.
 * @param body the beginning of the answer's body
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
function fromStatus(request, answer, body, now) {
    const said = specError(body);
    const retryAfter = parseRetryAfter(answer.retryAfter, now);
    const { bareDenialRetries: retries } = (0,hosts/* quirksOf */.T)(URL.parse(request.url)?.hostname ?? '');
    // Who is refused for good gets a reason.
    const isBare = answer.status === 403 && said === undefined && retries !== undefined && !isRateLimit(answer.status, retryAfter, body);
    const words = said === undefined ? '' : ` (${[said.code, said.message].filter((part) => part !== undefined).join(': ')})`;
    return new TransportError(`${request.method} ${request.url} was answered with ${`${answer.status} ${answer.statusText}`.trim()}${words}.`, {
        ...request,
        status: answer.status,
        ...(said?.code === undefined ? {} : { code: said.code }),
        temporary: symptoms/* TEMPORARY */.G2.statuses.includes(answer.status) || isRateLimit(answer.status, retryAfter, body) || isBare,
        ...(isBare ? { retries } : {}),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    }, statusHint(answer.status, said?.message ?? ''));
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3) in milliseconds from `now`; undefined if it is neither. */
function parseRetryAfter(text, now) {
    if (text === undefined)
        return undefined;
    if (/^\d+$/.test(text.trim()))
        return Number(text.trim()) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
function isRateLimit(status, retryAfter, body) {
    return status === 403 && (retryAfter !== undefined || symptoms/* RATE_LIMIT */.jS.says.test(body));
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
function statusHint(status, said) {
    // What else can be done about a refusal depends on the login that was shown: whoever knows it adds it.
    if (status === 401 || status === 403)
        return { hint: githubDenialHint(said) };
    if (status === 413)
        return { hint: 'The registry, or a proxy in front of it, rejects bodies of this size. Raise its limit, or make the layers smaller.' };
    return status === 404 ? { hint: 'Check the name. A registry may also give this answer if you have no access.' } : {};
}
function describe(error) {
    if (!(error instanceof Error))
        return { code: undefined, message: String(error) };
    // Of several addresses tried, each has its own error, and the sum has no message.
    if (error instanceof AggregateError && error.errors.length > 0)
        return describe(error.errors[0]);
    const { code, statusCode } = error;
    return { code, message: error.message === '' ? (code ?? error.name) : error.message, statusCode };
}
function hintFor(code) {
    if (code === 'ENOTFOUND')
        return { hint: 'There is no such host: check the registry in the name, and that this machine has a network and its DNS answers.' };
    if (code === 'EAI_AGAIN')
        return { hint: "The name can't be looked up now: check that this machine has a network and its DNS answers." };
    if (code === 'ECONNREFUSED')
        return { hint: 'Nothing answers there: check the host and the port, and that the server runs.' };
    if (code !== undefined && /CERT|TLS|SSL|VERIFY|EPROTO/.test(code)) {
        return { hint: 'TLS failed. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file, or put it where docker expects it: /etc/docker/certs.d/<host>/ca.crt.' };
    }
    return {};
}


/***/ }),

/***/ 8834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ Transport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/oci/http/proxy.js

/**
 * Returns the proxy that requests to a host go through, as curl and Go read the environment: HTTPS_PROXY, else ALL_PROXY, unless
 * NO_PROXY names the host; in lower case first.
 * @returns undefined for none, and where it is of a kind that we don't speak (SOCKS)
 */
function proxyFor(url, env) {
    const text = variable(env, 'https_proxy') ?? variable(env, 'all_proxy');
    if (text === undefined || bypassed(url, variable(env, 'no_proxy') ?? ''))
        return undefined;
    const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    return proxy !== null && ['http:', 'https:'].includes(proxy.protocol) ? proxy : undefined;
}
function variable(env, name) {
    const value = (env[name] ?? env[name.toUpperCase()])?.trim();
    return value === '' ? undefined : value;
}
/** @param list of hosts, domains, addresses and networks, with commas or blanks between them; `*` is all */
function bypassed(url, list) {
    const host = plainHost(url.hostname);
    const port = url.port === '' ? '443' : url.port;
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => entry === '*' || isIn(host, port, entry));
}
function isIn(host, port, entry) {
    const [, name = entry, only] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
    if (only !== undefined && only !== port)
        return false;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return isAddressIn(host, plainHost(name));
    // `.example.com`, `*.example.com` and `example.com` are all the domain with what is below it.
    const domain = plainHost(name.replace(/^\*?\./, ''));
    return host === domain || host.endsWith(`.${domain}`);
}
/** @param entry `10.1.2.3`, `10.0.0.0/8`, or `10.0.0.1-10.0.0.9` */
function isAddressIn(host, entry) {
    const [, from = '', separator, to = ''] = /^([^/-]+)(?:([/-])([^/-]+))?$/.exec(entry) ?? [];
    if ((0,external_node_net_.isIP)(from) === 0)
        return false;
    const list = new external_node_net_.BlockList();
    if (separator === undefined)
        list.addAddress(from, family(from));
    else if (separator === '-' && (0,external_node_net_.isIP)(to) === (0,external_node_net_.isIP)(from))
        list.addRange(from, to, family(from));
    else if (separator === '/' && /^\d{1,3}$/.test(to) && Number(to) <= ((0,external_node_net_.isIP)(from) === 6 ? 128 : 32))
        list.addSubnet(from, Number(to), family(from));
    return list.check(host, family(host));
}
function family(address) {
    return (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
}
function plainHost(text) {
    return text.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
;// CONCATENATED MODULE: ./lib/oci/http/trust.js




/** What TLS says of a certificate whose authority it does not know. */
const UNKNOWN_AUTHORITY = new Set([
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
]);
let isSystemTrusted = false;
/**
 * Trusts the authorities of the system too, besides those of Node.js and NODE_EXTRA_CA_CERTS, where these don't know the one
 * that was met. To read them takes a third of a second, which nobody waits for who needs none.
 * @param error of a request
 * @returns whether the request is worth another try, over another connection
 */
function trustSystem(error) {
    const code = error instanceof Error ? error.code : undefined;
    if (code === undefined || !UNKNOWN_AUTHORITY.has(code))
        return false;
    if (!isSystemTrusted)
        external_node_tls_.setDefaultCACertificates([...external_node_tls_.getCACertificates('default'), ...external_node_tls_.getCACertificates('system')]);
    isSystemTrusted = true;
    return true;
}
/**
 * Returns what is laid down for a registry as docker and podman have it: `certs.d/<host>[:<port>]/` with `*.crt` for authorities,
 * `*.cert` and `*.key` for a certificate of ours.
 * @returns undefined if there is nothing
 * @throws SetupError if a file can't be read, or a certificate lacks its key
 */
function hostCertificates(host, env) {
    for (const folder of folders(env).map((each) => (0,external_node_path_.join)(each, host))) {
        const files = listed(folder);
        if (files.length === 0)
            continue;
        const read = (name) => contentOf((0,external_node_path_.join)(folder, name));
        const own = files.find((name) => name.endsWith('.cert'));
        const key = own?.replace(/\.cert$/, '.key');
        if (key !== undefined && !files.includes(key))
            throw new errors/* SetupError */.w3(`${(0,external_node_path_.join)(folder, own ?? '')} has no ${key} beside it.`, { hint: 'Docker and podman need both files of a client certificate.' });
        const authorities = files.filter((name) => name.endsWith('.crt')).map(read);
        return {
            ...(authorities.length === 0 ? {} : { ca: [...external_node_tls_.getCACertificates('default'), ...authorities] }),
            ...(own === undefined || key === undefined ? {} : { cert: read(own), key: read(key) }),
        };
    }
    return undefined;
}
// docker: /etc/docker, and in the user's folder without root; containers-certs.d(5)
function folders(env) {
    const home = env['HOME'] ?? '';
    const config = env['XDG_CONFIG_HOME'] ?? (home === '' ? '' : (0,external_node_path_.join)(home, '.config'));
    const own = config === '' ? [] : [(0,external_node_path_.join)(config, 'docker'), (0,external_node_path_.join)(config, 'containers')];
    return [...own, '/etc/docker', '/etc/containers'].map((folder) => (0,external_node_path_.join)(folder, 'certs.d'));
}
function listed(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).filter((name) => /\.(?:crt|cert|key)$/.test(name)).sort();
    }
    catch {
        return [];
    }
}
function contentOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        throw new errors/* SetupError */.w3(`The certificate ${file} can't be read: ${cause.code ?? 'unknown error'}.`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/oci/http/agents.js





/** Connections that are kept, apart for each way that requests go: plain or not, through which proxy, with which certificates. */
class Agents {
    #env;
    #plain = new external_node_http_.Agent({ keepAlive: true });
    #secure = new Map();
    #retired = [];
    /** @param env where proxies, and folders of certificates, are looked up */
    constructor(env) {
        this.#env = env;
    }
    /** @throws SetupError if certificates for the host can't be read */
    for(url) {
        if (url.protocol !== 'https:')
            return this.#plain;
        const known = this.#secure.get(url.host);
        if (known !== undefined)
            return known;
        // A proxy can't reach what only this machine can.
        const proxy = (0,registry_host/* isLoopback */.U9)(url) ? undefined : proxyFor(url, this.#env);
        const agent = new external_node_https_.Agent({ keepAlive: true, ...hostCertificates(url.host, this.#env), ...(proxy === undefined ? {} : { proxyEnv: { HTTPS_PROXY: proxy.href } }) });
        this.#secure.set(url.host, agent);
        return agent;
    }
    /** Starts over with what is trusted by now; what is under way goes on. */
    renew() {
        this.#retired.push(...this.#secure.values());
        this.#secure.clear();
    }
    /** Closes idle connections. */
    close() {
        for (const agent of [this.#plain, ...this.#secure.values(), ...this.#retired])
            agent.destroy();
    }
}

// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
;// CONCATENATED MODULE: ./lib/oci/http/http-response.js


const ERROR_BODY_LIMIT = 64 * 1024;
/** Bytes in a second, on the whole: a byte now and then keeps a connection from being idle, and would never end. */
const LEAST_SPEED = 1024;
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
    #patience;
    /** @param patience milliseconds of waiting after which the speed of a body is looked at */
    constructor(method, url, message, { signal, patience }) {
        this.method = method;
        this.url = url;
        this.status = message.statusCode ?? 0;
        this.statusText = message.statusMessage ?? '';
        this.headers = message.headers;
        this.#message = message;
        this.#signal = signal;
        this.#patience = patience;
    }
    /** One value of a header; the first, should it have come more than once. */
    header(name) {
        const value = this.headers[name.toLowerCase()];
        return Array.isArray(value) ? value[0] : value;
    }
    /** The body as it comes; leaving the loop early closes the connection. @throws TransportError, CancelledError */
    async *chunks() {
        try {
            // Only the time that is waited counts: whoever reads may be slow.
            let asked = performance.now();
            let waited = 0;
            let size = 0;
            for await (const chunk of this.#message) {
                waited += performance.now() - asked;
                size += chunk.length;
                if (waited > this.#patience && (size / waited) * 1000 < LEAST_SPEED)
                    throw this.#tooSlow(size, waited);
                yield chunk;
                asked = performance.now();
            }
        }
        catch (error) {
            throw (0,transport_error/* fromSocketError */.Cl)(error, this.#request(), this.#signal);
        }
    }
    /** The whole body. @throws TransportError if it is longer than `limit` bytes */
    async bytes(limit) {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.chunks()) {
            size += chunk.length;
            if (size > limit) {
                throw new transport_error/* TransportError */.wX(`${this.method} ${(0,registry_host/* printableUrl */.Zq)(this.url)} was answered with more than ${limit} bytes; the answer is not read further.`, { ...this.#request(), status: this.status, temporary: false });
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
    // GitHub's own headers, which GHCR may give in place of Retry-After: "If x-ratelimit-remaining is 0, wait until
    // x-ratelimit-reset", in seconds since the epoch (docs.github.com, "Rate limits for the REST API").
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
    #tooSlow(size, waited) {
        const request = this.#request();
        return new transport_error/* TransportError */.wX(`${request.method} ${request.url} was given up: only ${size} bytes arrived in ${Math.round(waited / 1000)} s; the minimum is ${LEAST_SPEED} bytes a second.`, { ...request, status: this.status, temporary: true });
    }
    #request() {
        return { method: this.method, url: (0,registry_host/* printableUrl */.Zq)(this.url) };
    }
}

;// CONCATENATED MODULE: ./lib/oci/http/loopback-tls.js

const TIME_LIMIT = 2000;
/**
 * Tells whether a server of this machine speaks TLS, although most local registries don't. Its certificate is checked when something is sent.
 */
function speaksTls(url) {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return new Promise((resolve) => {
        const socket = external_node_tls_.connect({ host, port: Number(url.port === '' ? 80 : url.port), rejectUnauthorized: false, timeout: TIME_LIMIT });
        const answer = (does) => {
            socket.destroy();
            resolve(does);
        };
        socket.once('secureConnect', () => answer(true));
        for (const event of ['error', 'close', 'timeout'])
            socket.once(event, () => answer(false));
    });
}

;// CONCATENATED MODULE: ./lib/oci/http/transport.js








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
    #agents;
    /** Servers of this machine, by host and port: do they speak TLS? */
    #loopbackTls = new Map();
    constructor(options = {}) {
        this.#signal = options.signal;
        this.#idleTimeout = options.idleTimeout ?? IDLE_TIMEOUT;
        this.#debug = options.debug ?? (() => { });
        this.#agents = new Agents(options.env ?? process.env);
    }
    /**
     * @returns the answer, whatever its status, after at most five redirects
     * @throws TransportError if there is no answer, or a redirect must not be followed; CancelledError
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
        this.#agents.close();
    }
    /** One request without redirects. A server of this machine is asked in plain http first, unless it is known to speak TLS. */
    async #once(request) {
        const { url } = request;
        if (url.protocol !== 'http:' || !(0,registry_host/* isLoopback */.U9)(url))
            return this.#trusting(request);
        if ((await this.#loopbackTls.get(url.host)) === true)
            return this.#trusting(secured(request));
        // A server that wants TLS says 400, or nothing that is HTTP.
        try {
            const response = await this.#attempt(request);
            if (response.status !== 400 || !(await this.#wantsTls(url)))
                return response;
            await response.discard();
        }
        catch (error) {
            if (!(error instanceof transport_error/* TransportError */.wX) || !WANTS_TLS.test(error.message) || !(await this.#wantsTls(url)))
                throw error;
        }
        return this.#trusting(secured(request));
    }
    /** Asks a server of this machine once whether it speaks TLS. */
    #wantsTls(url) {
        const known = this.#loopbackTls.get(url.host) ?? speaksTls(url);
        this.#loopbackTls.set(url.host, known);
        return known;
    }
    /** With the system's authorities, if those that are known at first are not enough. */
    async #trusting(request) {
        try {
            return await this.#attempt(request);
        }
        catch (error) {
            if (!(error instanceof transport_error/* TransportError */.wX) || !trustSystem(error.cause))
                throw error;
            this.#agents.renew();
            return this.#attempt(request);
        }
    }
    #attempt(request) {
        const { method, url, body } = request;
        const facts = { method, url: (0,registry_host/* printableUrl */.Zq)(url) };
        const signal = request.signal ?? this.#signal;
        if (signal?.aborted === true)
            return Promise.reject((0,transport_error/* cancelled */.KW)(signal));
        if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,registry_host/* isLoopback */.U9)(url))) {
            return Promise.reject(refusal(request, 'only https is allowed, and plain http only to this machine'));
        }
        return new Promise((resolve, reject) => {
            const fail = (error) => reject((0,transport_error/* fromSocketError */.Cl)(error, facts, signal));
            const outgoing = (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, {
                method,
                agent: this.#agents.for(url),
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
                resolve(new HttpResponse(method, url, message, { signal, patience: this.#idleTimeout }));
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
                if (incoming !== undefined)
                    return;
                // The lines of an answer's head may come one byte at a time, and none of them is an answer.
                const deadline = setTimeout(() => outgoing.destroy(unanswered(facts, 2 * idle)), 2 * idle);
                for (const event of ['response', 'close'])
                    outgoing.once(event, () => clearTimeout(deadline));
            });
        });
    }
}
const WANTS_TLS = /socket hang up|ECONNRESET|EPIPE|Parse Error/;
function secured(request) {
    const url = new URL(request.url);
    url.port = url.port === '' ? '80' : url.port;
    return { ...request, url: new URL(url.href.replace(/^http:/, 'https:')) };
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
        throw refusal(request, 'it was redirected to something that is not a URL');
    const why = (0,registry_host/* refusedTarget */.CP)(request.url, url);
    if (why !== undefined)
        throw refusal(request, `it was redirected to ${(0,registry_host/* printableUrl */.Zq)(url)}, ${why}`);
    const { authorization, ...rest } = request;
    const same = (0,registry_host/* isSameServer */.Ij)(url, request.url);
    if (!same && request.body?.secret === true)
        throw refusal(request, `it was redirected to ${(0,registry_host/* printableUrl */.Zq)(url)}, another server, which must not get the token in the URL`);
    return { ...rest, url, ...(same && authorization !== undefined ? { authorization } : {}) };
}
function refusal({ method, url }, why) {
    const printable = (0,registry_host/* printableUrl */.Zq)(url);
    return new transport_error/* TransportError */.wX(`${method} ${printable} was not sent: ${why}.`, { method, url: printable, temporary: false });
}
function stalled(facts, idle) {
    return new transport_error/* TransportError */.wX(`${facts.method} ${facts.url} stalled: no byte was sent or received for ${idle / 1000} s.`, {
        ...facts,
        temporary: true,
    });
}
function unanswered(facts, limit) {
    return new transport_error/* TransportError */.wX(`${facts.method} ${facts.url} stalled: there was no answer for ${limit / 1000} s.`, { ...facts, temporary: true });
}


/***/ }),

/***/ 73582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ blobSize)
/* harmony export */ });
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87149);

/**
 * Returns how many bytes of a blob a repository has; one attempt. Nothing but headers travels.
 * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
 * @returns undefined if it has none; `unknown` if it does not say how many
 * @throws TransportError, CancelledError
 */
async function blobSize(connection, digest, { signal, sure = false } = {}) {
    const request = { url: connection.blobUrl(digest), ...(signal === undefined ? {} : { signal }) };
    const head = await connection.expect({ ...request, method: 'HEAD' }, [200, 404, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_HEAD */ .Bo.statuses]);
    await head.discard();
    if (head.status === 200)
        return size(head.header('content-length'));
    if (head.status === 404 && !sure)
        return undefined;
    const get = await connection.expect({ ...request, method: 'GET', headers: { range: 'bytes=0-0' } }, [200, 206, 404, 416]);
    await get.discard();
    if (get.status === 404)
        return undefined;
    return size(get.status === 200 ? get.header('content-length') : /\/(\d+)$/.exec(get.header('content-range') ?? '')?.[1]);
}
function size(text) {
    return text === undefined ? 'unknown' : Number(text);
}


/***/ }),

/***/ 44590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Connection)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/oci/http/clock.js

const wallClock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => (0,promises_.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
;// CONCATENATED MODULE: ./lib/oci/auth/challenge.js
// A scheme, or name=value with the value quoted or not; what is between them is commas and blanks.
const PART = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g;
/** Parses the strongest challenge that we can answer, out of a WWW-Authenticate header; undefined if there is none. */
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
 * Returns the scopes that we want together with those that the registry names, each resource once, its actions joined. A
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

;// CONCATENATED MODULE: ./lib/oci/auth/refusal.js

/** The statuses of a refusal (RFC 9110, 15.5.2 and 15.5.4). */
const REFUSED = new Set([401, 403]);
/**
 * Adds to a refusal what can be done about it: a refused login and a missing one are different mistakes.
 * A reason that the registry gave says more, and stays.
 * @param shown the login that the registry was shown
 */
function explainRefusal(error, registry, shown) {
    if (!REFUSED.has(error.status ?? 0) || error.temporary || error.hint !== undefined)
        return error;
    if (shown !== undefined) {
        return (0,transport_error/* advised */.BZ)(error, { hint: `The login from ${shown.origin} was refused: it is wrong, has expired, or may not do this. Check its user name and password (or token), and what they may do in this repository.` });
    }
    return (0,transport_error/* advised */.BZ)(error, {
        hint: registry === 'ghcr.io'
            ? 'No login was sent, because none was found for ghcr.io. Give the job "permissions: packages: write" (to read private packages: "read") and its token as "password", or run docker/login-action before this step.'
            : `No login was sent, because none was found for ${registry}. Give "username" and "password" (or a token), or run docker/login-action before this step.`,
        inTerminal: `No login was sent, because none was found for ${registry}. Run docker login ${registry}, or give --username and NIX_FEATURE_PASSWORD.`,
    });
}

;// CONCATENATED MODULE: ./lib/oci/auth/auth.js







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
        this.#clock = options.clock ?? wallClock;
    }
    /**
     * Sends a request to the registry, authorized for the scopes where it wants that.
     * @param scopes all that the caller will do with what it asks for: `repository:org/bedrock:pull`
     * @returns the answer; a 401 if the credentials don't suffice
     * @throws TransportError, RegistryError if a token can't be had, CancelledError
     */
    async send(request, scopes) {
        if (!(0,registry_host/* isSameServer */.Ij)(request.url, this.#options.origin))
            return this.#options.transport.send(request);
        const key = scopes.join(' ');
        const known = this.#known.get(key);
        const usable = known !== undefined && known.expires > this.#clock.now() ? known : await this.#foreseen(key, known, scopes);
        const response = await this.#options.transport.send(authorized(request, usable?.header));
        // After a redirect to another host it is not the registry that asks, and it gets nothing.
        if (response.status !== 401 || !(0,registry_host/* isSameServer */.Ij)(response.url, request.url))
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
        const error = explainRefusal(await response.toError(this.#clock.now()), this.#options.registry, credential);
        if (!REFUSED.has(response.status) || error.temporary)
            return error;
        const whose = credential === undefined ? 'without credentials' : `with the credentials from ${credential.origin}`;
        return new errors/* RegistryError */.gl(`${this.#options.registry} refused a token ${whose}: ${error.message}`, { method: error.method, url: error.url, status: response.status, ...(error.code === undefined ? {} : { code: error.code }) }, { cause: error, ...(0,errors/* adviceOf */.wr)(error) });
    }
    /** What an answer that was not wanted is to a caller; a refusal tells which login was shown. */
    async failure(response) {
        const error = await response.toError(this.#clock.now());
        if (!REFUSED.has(response.status) || !(0,registry_host/* isSameServer */.Ij)(response.url, this.#options.origin))
            return error;
        return explainRefusal(error, this.#options.registry, await this.#findCredential());
    }
    /** Tells whether there is a login to send. */
    async hasLogin() {
        return (await this.#findCredential()) !== undefined;
    }
    async #findCredential() {
        this.#credential ??= this.#options.credentials.find(this.#options.registry, this.#options.repository);
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
        ? 'is not a URL'
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
    throw new transport_error/* TransportError */.wX(`The registry ${origin.host} names ${realm === null ? 'a token service' : (0,registry_host/* printableUrl */.Zq)(realm)} for tokens, which ${why}; no credentials are sent there.`, { method: 'GET', url, temporary: false });
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
    return { method: 'POST', url: realm, headers, body: secretBody(form.toString()) };
}
function secretBody(text) {
    const bytes = Buffer.from(text, 'utf8');
    return { size: bytes.length, secret: true, open: () => external_node_stream_.Readable.from([bytes]) };
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
        return refuse('its answer has no token');
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : DEFAULT_LIFETIME;
    return { token: found, lifetime };
}

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var credentials = __webpack_require__(52154);
;// CONCATENATED MODULE: ./lib/oci/auth/login.js



/**
 * Reads with a login, and where that is refused tries it once without: what is public can be read by whom a stale login,
 * or one of another server, would keep from it. What a registry says without is not of interest if it is a refusal too.
 */
class ReadingLogin {
    #own;
    #nobody;
    #debug;
    #useless = false;
    /** @param nobody the same registry, asked without a login */
    constructor(own, nobody, debug) {
        this.#own = own;
        this.#nobody = nobody;
        this.#debug = debug;
    }
    /** As `Authenticator.send`. */
    async send(request, scopes) {
        if (this.#useless)
            return this.#nobody.send(request, scopes);
        const answer = await this.#own.send(request, scopes).catch(refusal);
        const refused = answer instanceof errors/* RegistryError */.gl || REFUSED.has(answer.status);
        const open = refused && (await this.#own.hasLogin()) ? await this.#openly(request, scopes) : undefined;
        if (open === undefined) {
            if (answer instanceof errors/* RegistryError */.gl)
                throw answer;
            return answer;
        }
        if (!(answer instanceof errors/* RegistryError */.gl))
            await answer.discard();
        this.#useless = true;
        this.#debug(`${request.method} ${request.url.origin}${request.url.pathname} was refused with the login but answered without it. The login is no longer used.`);
        return open;
    }
    /** As `Authenticator.failure`. */
    failure(response) {
        return (this.#useless ? this.#nobody : this.#own).failure(response);
    }
    async #openly(request, scopes) {
        const answer = await this.#nobody.send(request, scopes).catch(refusal);
        if (answer instanceof errors/* RegistryError */.gl)
            return undefined;
        // Without a login many registries say 404 of what may not be seen.
        if (!REFUSED.has(answer.status) && answer.status !== 404)
            return answer;
        await answer.discard();
        return undefined;
    }
}
function refusal(error) {
    const passes = error instanceof transport_error/* TransportError */.wX && error.temporary;
    if (error instanceof errors/* RegistryError */.gl && REFUSED.has(error.status ?? 0) && !passes)
        return error;
    throw error;
}

// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
;// CONCATENATED MODULE: ./lib/oci/http/retry.js


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
        this.clock = options.clock ?? wallClock;
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
        return new Attempts({ policy: this.#policy, clock: this.clock, random: this.#random, debug: this.#debug, sleep: (delay) => this.sleep(delay, signal) });
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
    constructor({ policy, clock, random, debug, sleep }) {
        this.#policy = policy;
        this.#clock = clock;
        this.#random = random;
        this.#debug = debug;
        this.#sleep = sleep;
        this.#begun = clock.now();
    }
    /** The transfer got on well since the last failure: count and deadline begin again. */
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
     * @throws `error` if no further attempt makes sense; CancelledError
     */
    async failed(error) {
        this.#failures += 1;
        if (!(error instanceof transport_error/* TransportError */.wX) || !error.temporary)
            throw error;
        const delay = error.retryAfter ?? this.#backoff();
        const attempts = Math.min(this.#policy.attempts, (error.retries ?? Infinity) + 1);
        if (this.#failures >= attempts) {
            throw exhausted(error, `this was the last of ${this.#failures} attempts`);
        }
        if (this.#clock.now() + delay - this.#begun > this.#policy.deadline) {
            throw exhausted(error, `the next attempt would be in ${seconds(delay)}, which is after the deadline of ${seconds(this.#policy.deadline)}`);
        }
        this.#debug(`${error.message} Attempt ${this.#failures + 1} of ${attempts} in ${seconds(delay)}.`);
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

// EXTERNAL MODULE: ./lib/oci/http/transport.js + 5 modules
var http_transport = __webpack_require__(8834);
;// CONCATENATED MODULE: ./lib/oci/pull/connection.js








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
    /** Undefined if it is somebody else's. */
    #own;
    #auth;
    #found;
    /**
     * @param actions all actions that will follow: one token for all of them is requested
     * @throws Failure if the reference's names are none
     */
    constructor(reference, actions, options = {}) {
        (0,format_reference/* checkName */.I3)(reference);
        this.repository = `${reference.registry}/${reference.repository}`;
        this.origin = (0,registry_host/* apiOrigin */.lG)(reference.registry);
        this.retry = new Retry(options);
        this.signal = options.signal;
        this.#path = reference.repository;
        this.#scopes = [`repository:${reference.repository}:${actions.join(',')}`];
        const transport = options.transport ?? new http_transport/* Transport */.o(options);
        this.#own = options.transport === undefined ? transport : undefined;
        const authenticate = (credentials) => new Authenticator({
            transport,
            credentials,
            registry: reference.registry,
            repository: reference.repository,
            origin: this.origin,
            clock: this.retry.clock,
            ...(options.seen === undefined ? {} : { seen: options.seen }),
            ...(options.mask === undefined ? {} : { mask: options.mask }),
        });
        const own = authenticate(options.credentials ?? credentials/* anonymous */._5);
        this.#auth = actions.includes('push') ? own : new ReadingLogin(own, authenticate(credentials/* anonymous */._5), options.debug ?? (() => { }));
    }
    /** Closes idle connections, but those that are shared. */
    close() {
        this.#own?.close();
    }
    /** @throws Failure if the text is neither a tag nor a digest */
    manifestUrl(tagOrDigest) {
        return this.#url(`manifests/${(0,format_reference/* checkTagOrDigest */.uC)(tagOrDigest)}`);
    }
    /** @throws Failure if the text is no digest */
    blobUrl(digest) {
        return this.#url(`blobs/${(0,format_digest/* parseDigest */.m)(digest)}`);
    }
    uploadsUrl() {
        return this.#url('blobs/uploads/');
    }
    tagsUrl() {
        return this.#url('tags/list');
    }
    /** @throws Failure if the text is no digest */
    referrersUrl(digest) {
        return this.#url(`referrers/${(0,format_digest/* parseDigest */.m)(digest)}`);
    }
    #url(path) {
        return new URL(`v2/${this.#path}/${path}`, this.origin);
    }
    /**
     * Sends one request, authorized if it goes to the registry itself.
     * @param further scopes that this request needs beyond those of the repository
     * @throws TransportError, RegistryError if no token can be had, CancelledError
     */
    async send(request, further = []) {
        const response = await this.#auth.send(request, [...this.#scopes, ...further]);
        if (/\/(?:manifests\/[^/]*|tags\/list)$/.test(request.url.pathname)) {
            if (response.status === 200)
                this.#found = 'something';
            else if (response.status === 404)
                this.#found ??= 'nothing';
        }
        return response;
    }
    /** No requested manifest or tag existed so far, so the repository is probably new. */
    get isEmpty() {
        return this.#found === 'nothing';
    }
    /** As `send`. @throws TransportError also if the status is none of `statuses` */
    async expect(request, statuses) {
        const response = await this.send(request);
        if (statuses.includes(response.status))
            return response;
        throw await this.failure(response);
    }
    /** What an answer that was not wanted is to a caller. */
    failure(response) {
        return this.#auth.failure(response);
    }
}


/***/ }),

/***/ 24315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nextQuery),
/* harmony export */   c: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22992);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87149);





const PAGE = _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG_PAGES */ .sV.size;
const MOST_PAGES = 1000;
/**
 * Lists all tags of a repository, in the registry's order (OCI distribution specification, "Listing Tags"). It may be older than
 * what the tags name, or shorter.
 * @returns empty if there is no such repository
 * @throws RegistryError, IntegrityError if the answer is no list, CancelledError
 */
async function listTags(connection) {
    const tags = new Set();
    const read = new Set();
    for (let query = `?n=${PAGE}`; query !== undefined;) {
        if (read.has(query))
            throw refused(connection, 'its list of tags has a loop');
        if (read.size === MOST_PAGES)
            throw refused(connection, `its list of tags has more than ${MOST_PAGES} pages`);
        read.add(query);
        const before = tags.size;
        const page = await readPage(connection, query);
        for (const tag of page.tags)
            tags.add(tag);
        // A page that is full may not be the last one, whatever it says; one that repeats the last one is.
        const last = page.tags.at(-1);
        const more = page.tags.length >= PAGE && tags.size > before && last !== undefined ? `?n=${PAGE}&last=${encodeURIComponent(last)}` : undefined;
        query = page.next ?? more;
    }
    return [...tags];
}
function readPage(connection, query) {
    const url = connection.tagsUrl();
    url.search = query;
    return connection.retry.run(async () => {
        const response = await connection.expect({ method: 'GET', url }, [200, 404]).catch(async (error) => {
            // Of a size that they don't like, or at all, some make an error.
            if (!(error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TransportError */ .wX) || error.status !== _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG_PAGES */ .sV.refused || query !== `?n=${PAGE}`)
                throw error;
            return connection.expect({ method: 'GET', url: connection.tagsUrl() }, [200, 404]);
        });
        const body = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_LIMIT */ .M);
        if (response.status === 404)
            return { tags: [], next: undefined };
        return { tags: parseTags(body, url), next: nextQuery(response.header('link')) };
    });
}
function parseTags(body, url) {
    let answer;
    try {
        answer = JSON.parse(body.toString('utf8'));
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(url)} should be a list of tags, but is not JSON.`, { cause });
    }
    // If all tags were deleted some registries say null.
    const tags = answer?.tags ?? [];
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(url)} should be a list of tags, but its list has other things.`);
    }
    return tags;
}
/**
 * Reads the query of the next page (RFC 8288: <address>; rel="next"). Only the query is used, with our own address: registries
 * behind proxies name internal hosts, other schemes and paths.
 */
function nextQuery(link) {
    const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    return URL.parse(target, 'https://registry.invalid/')?.search ?? '';
}
function refused(connection, why) {
    const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_1__/* .printableUrl */ .Zq)(connection.tagsUrl());
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`GET ${url} was given up: ${why}.`, { method: 'GET', url });
}


/***/ }),

/***/ 26723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   hq: () => (/* binding */ readTagged),
/* harmony export */   sy: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22992);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(749);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87149);






// One attempt each: whoever calls retries.
/** @throws TransportError (404: there is none), IntegrityError if the bytes are not those of the digest */
async function readManifest(connection, tagOrDigest, signal) {
    return (await readTagged(connection, tagOrDigest, signal)).raw;
}
/** Reads a manifest as `readManifest` does, with the entity tag of the answer (RFC 9110, 8.8.3) for a conditional write. */
async function readTagged(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'GET', tagOrDigest, signal), [200]);
    const bytes = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_LIMIT */ .M);
    const digest = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes);
    const announced = response.header('docker-content-digest') ?? '';
    const expected = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) ? tagOrDigest : (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(announced) ? announced : digest;
    if (digest !== expected)
        throw otherManifest(connection, tagOrDigest, expected, digest);
    return { raw: { digest, mediaType: mediaTypeOf(response), bytes }, etag: response.header('etag') };
}
/**
 * Returns what the headers say of a manifest; the bytes are read where headers are missing, or HEAD is not known.
 * @returns undefined if there is none, or HEAD says so: if that leads to a write, read it
 */
async function headManifest(connection, tagOrDigest, signal) {
    const response = await connection.expect(manifestRequest(connection, 'HEAD', tagOrDigest, signal), [200, 404, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_HEAD */ .Bo.statuses]);
    await response.discard();
    if (response.status === 404)
        return undefined;
    const digest = response.header('docker-content-digest') ?? '';
    const size = Number(response.header('content-length') ?? Number.NaN);
    if (response.status !== 200 || !(0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || !Number.isSafeInteger(size)) {
        const read = await readManifest(connection, tagOrDigest, signal).catch((error) => {
            if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX && error.status === 404)
                return undefined;
            throw error;
        });
        return read === undefined ? undefined : { mediaType: read.mediaType, digest: read.digest, size: read.bytes.length };
    }
    if ((0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) && digest !== tagOrDigest)
        throw otherManifest(connection, tagOrDigest, tagOrDigest, digest);
    return { mediaType: mediaTypeOf(response), digest, size };
}
function manifestRequest(connection, method, tagOrDigest, signal) {
    return {
        method,
        url: connection.manifestUrl(tagOrDigest),
        headers: { accept: _format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_TYPES */ ._P.join(', ') },
        ...(signal === undefined ? {} : { signal }),
    };
}
function mediaTypeOf(response) {
    return (response.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
}
function otherManifest({ repository }, name, expected, actual) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${name} of ${repository} should have the digest ${expected}, but has ${actual}.`, {
        hint: 'Something between this machine and the registry alters or mixes up answers.',
    });
}


/***/ }),

/***/ 33182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ readFallback),
/* harmony export */   p8: () => (/* binding */ MOST_REFERRERS),
/* harmony export */   xB: () => (/* binding */ readReferrerLists)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_image_source_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(22992);
/* harmony import */ var _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);
/* harmony import */ var _format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83270);
/* harmony import */ var _format_referrer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44130);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72129);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87149);
/* harmony import */ var _list_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24315);
/* harmony import */ var _read_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26723);










/** Entries of one list. A subject with more has been filled up by somebody. */
const MOST_REFERRERS = 1000;
const MOST_PAGES = 100;
/**
 * Reads both lists of the referrers of a subject (distribution specification, "Listing Referrers", "Referrers Tag Schema").
 * @param artifactType asks the registry for those alone; it may list others all the same
 * @throws RegistryError, IntegrityError if a list is none, CancelledError
 */
async function readReferrerLists(connection, subject, artifactType) {
    const [api, tag] = await Promise.all([readByApi(connection, subject, artifactType), readFallback(connection, subject)]);
    return { api, tag: tag?.index.manifests ?? [] };
}
/** Registries that take a config's type for the artifact's filter out what they should list: after an empty list, the whole list is requested. */
async function readByApi(connection, subject, artifactType) {
    const filtered = artifactType === undefined ? undefined : await readPages(connection, subject, `?artifactType=${encodeURIComponent(artifactType)}`);
    return filtered !== undefined && filtered.length > 0 ? filtered : readPages(connection, subject, '');
}
async function readPages(connection, subject, first) {
    const found = new Map();
    const read = new Set();
    for (let query = first; query !== undefined;) {
        if (read.has(query) || read.size === MOST_PAGES)
            throw refused(connection, subject, `has ${read.has(query) ? 'pages that form a loop' : `more than ${MOST_PAGES} pages`}`);
        read.add(query);
        const page = await readPage(connection, subject, query);
        if (page === undefined)
            return undefined;
        for (const entry of page.entries)
            found.set(entry.digest, entry);
        if (found.size > MOST_REFERRERS)
            throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries`);
        query = page.next;
    }
    return [...found.values()];
}
function readPage(connection, subject, query) {
    const url = connection.referrersUrl(subject);
    url.search = query;
    return connection.retry.run(async () => {
        const response = await connection.expect({ method: 'GET', url, headers: { accept: _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$ } }, [200, ..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_6__/* .NO_REFERRERS */ .rL.statuses]);
        // What is no JSON is a page for people.
        if (response.status !== 200 || !/json/i.test(response.header('content-type') ?? '')) {
            await response.discard();
            return undefined;
        }
        return { entries: await indexOf(response, subject, connection), next: (0,_list_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .nextQuery */ .a)(response.header('link')) };
    });
}
async function indexOf(response, subject, { repository }) {
    const bytes = await response.bytes(_format_image_source_js__WEBPACK_IMPORTED_MODULE_9__/* .MANIFEST_LIMIT */ .M);
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)({ digest: subject, mediaType: _format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_INDEX */ .L$, bytes }, `the referrers of ${repository}`);
    if (parsed.kind === 'index')
        return parsed.index.manifests;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${(0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(response.url)} should be a list of referrers, but is an image.`);
}
/**
 * Reads the list of referrers under the fallback tag.
 * @returns undefined if there is no such tag
 * @throws RegistryError, IntegrityError if the tag names no index, or one that is too long
 */
async function readFallback(connection, subject) {
    const tag = (0,_format_referrer_js__WEBPACK_IMPORTED_MODULE_3__/* .fallbackTag */ .fH)(subject);
    const where = `${connection.repository}:${tag}`;
    const raw = await connection.retry.run(() => (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .readManifest */ .WI)(connection, tag)).catch((error) => {
        if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_5__/* .TransportError */ .wX && error.status === 404)
            return undefined;
        throw error;
    });
    if (raw === undefined)
        return undefined;
    const parsed = (0,_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(raw, where);
    if (parsed.kind !== 'index')
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`${where} should be a list of referrers, but is an image.`, { hint: 'Something other than a list was pushed under this tag. Delete the tag.' });
    if (parsed.index.manifests.length > MOST_REFERRERS)
        throw refused(connection, subject, `has more than ${MOST_REFERRERS} entries under its tag ${tag}`);
    return { digest: raw.digest, index: parsed.index };
}
function refused(connection, subject, why) {
    const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(connection.referrersUrl(subject));
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`The list of referrers of ${connection.repository}@${subject} ${why}.`, { method: 'GET', url });
}


/***/ }),

/***/ 93410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/oci/pull/blob-size.js
var blob_size = __webpack_require__(73582);
// EXTERNAL MODULE: ./lib/oci/pull/connection.js + 6 modules
var pull_connection = __webpack_require__(44590);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/oci/pull/read-manifest.js
var read_manifest = __webpack_require__(26723);
// EXTERNAL MODULE: ./lib/oci/pull/referrer-lists.js
var referrer_lists = __webpack_require__(33182);
;// CONCATENATED MODULE: ./lib/oci/pull/list-referrers.js






/** Manifests that are read at once. */
const TOGETHER = 6;
/** Bytes of all manifests of a subject's referrers. One has a few hundred. */
const MOST_BYTES = 32 * 1024 * 1024;
/**
 * Lists the referrers of a subject, by the registry's API and by the fallback tag, united. Each one's manifest is read: what a list
 * says of it is no proof. An entry whose manifest is gone, is none, has another size, or is about another subject, is told apart as stale.
 * @param artifactType those of this type alone
 * @throws RegistryError, also if all manifests together are too large; IntegrityError if a list can't be parsed; CancelledError
 */
async function listReferrers(connection, subject, artifactType) {
    const { api, tag } = await (0,referrer_lists/* readReferrerLists */.xB)(connection, subject, artifactType);
    const entries = unite(api ?? [], tag).filter(({ entry }) => artifactType === undefined || mayBe(entry, artifactType));
    const limiter = new parallel/* Limiter */.jG(TOGETHER);
    let bytes = 0;
    const take = (raw) => {
        bytes += raw.bytes.length;
        if (bytes > MOST_BYTES)
            throw new errors/* RegistryError */.gl(`What is attached to ${connection.repository}@${subject} has manifests of more than ${MOST_BYTES} bytes.`, { method: 'GET', url: connection.repository });
    };
    const read = await Promise.all(entries.map((each) => limiter.run(() => readEntry(connection, subject, each, take))));
    return {
        list: read.filter((each) => 'artifactType' in each).filter((each) => artifactType === undefined || each.artifactType === artifactType),
        stale: read.filter((each) => 'why' in each),
    };
}
function unite(api, tag) {
    const entries = new Map(api.map((entry) => [entry.digest, { entry, listedBy: 'api' }]));
    for (const entry of tag)
        entries.set(entry.digest, { entry, listedBy: entries.has(entry.digest) && entries.get(entry.digest)?.listedBy !== 'tag' ? 'both' : 'tag' });
    return [...entries.values()];
}
/** Some clients, and some registries, name the type of the config, which is that of nothing: the manifest decides then. */
function mayBe({ artifactType }, wanted) {
    return artifactType === undefined || artifactType === '' || artifactType === referrer/* EMPTY_JSON */.JO || artifactType === wanted;
}
/** @param take is told of each manifest, and may refuse it */
async function readEntry(connection, subject, { entry, listedBy }, take) {
    const stale = (why) => ({ digest: entry.digest, listedBy, why });
    const raw = await connection.retry.run(() => (0,read_manifest/* readManifest */.WI)(connection, entry.digest)).catch((error) => {
        if (error instanceof errors/* IntegrityError */.cs)
            return error;
        if (error instanceof errors/* RegistryError */.gl && error.status === 404)
            return undefined;
        throw error;
    });
    if (raw === undefined)
        return stale('its manifest does not exist');
    if (raw instanceof errors/* IntegrityError */.cs)
        return stale((0,kit_text/* withoutTrailing */.hT)(raw.message, '.'));
    take(raw);
    const referrer = parsedReferrer(raw, connection.repository);
    if (referrer instanceof errors/* IntegrityError */.cs)
        return stale((0,kit_text/* withoutTrailing */.hT)(referrer.message, '.'));
    const { subject: about, ...parsed } = referrer;
    if (about === undefined)
        return stale('its manifest has no subject');
    if (about !== subject)
        return stale(`its subject is ${about}`);
    // Other clients go by the list, and refuse it.
    if (raw.bytes.length !== entry.size)
        return stale(`its manifest has ${raw.bytes.length} bytes, and the list says ${entry.size}`);
    return { digest: raw.digest, size: raw.bytes.length, ...parsed, listedBy };
}
/** Anybody may attach what can't be parsed: all else that is attached counts. */
function parsedReferrer(raw, where) {
    try {
        return (0,referrer/* parseReferrer */.Xc)(raw, where);
    }
    catch (error) {
        if (error instanceof errors/* IntegrityError */.cs)
            return error;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/oci/pull/list-tags.js
var list_tags = __webpack_require__(24315);
;// CONCATENATED MODULE: ./lib/oci/pull/registry.js











// A connection that breaks again and again after this much each time still gets a large layer here in the end.
const PROGRESS = 1024 * 1024;
/** One repository of a registry, read (OCI distribution specification, "Pull"). */
class Registry {
    name;
    repository;
    /** What the reference names; undefined if it names a digest. */
    tag;
    #reference;
    #connection;
    constructor(reference, options = {}, connection = new pull_connection/* Connection */.N(reference, ['pull'], options)) {
        this.name = (0,format_reference/* formatReference */.FH)(reference);
        this.repository = connection.repository;
        this.tag = reference.digest === undefined ? (reference.tag ?? 'latest') : undefined;
        this.#reference = reference;
        this.#connection = connection;
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /** What the reference names: by digest if it has one, else by tag, else `latest`. */
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
     * Finds what a tag or digest names here. Only headers are sent, if the registry gives all of them.
     * @returns undefined if there is none
     * @throws RegistryError, IntegrityError, CancelledError
     */
    head(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* headManifest */.sy)(this.#connection, tagOrDigest));
    }
    /** All tags of the repository. @returns empty if there is no such repository */
    tags() {
        return (0,list_tags/* listTags */.c)(this.#connection);
    }
    /** Lists what is attached to a manifest: see `listReferrers` of referrers/list-referrers.ts. */
    referrers(subject, artifactType) {
        return listReferrers(this.#connection, subject, artifactType);
    }
    /**
     * Tells whether the repository has this blob, whole. Only headers are sent.
     * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
     * @throws RegistryError, CancelledError
     */
    async hasBlob({ digest, size }, sure = false) {
        const actual = await this.#connection.retry.run(() => (0,blob_size/* blobSize */.L)(this.#connection, digest, { sure }));
        return actual === 'unknown' || actual === size;
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
    part({ digest, size: whole }, { offset, size }) {
        return external_node_stream_.Readable.from(this.#part(digest, { whole, offset, size }), { objectMode: false });
    }
    async *#part(digest, { whole, offset, size }) {
        const { signal } = this.#connection;
        const headers = { range: `bytes=${offset}-${offset + size - 1}` };
        const request = { method: 'GET', url: this.#connection.blobUrl(digest), headers, ...(signal === undefined ? {} : { signal }) };
        const response = await this.#connection.retry.run(() => this.#connection.expect(request, [200, 206]));
        if (response.header('content-range') !== `bytes ${offset}-${offset + size - 1}/${whole}` || response.status !== 206) {
            await response.discard();
            throw new errors/* RegistryError */.gl(`${(0,registry_host/* printableUrl */.Zq)(response.url)} was asked for a part of it, and was answered with another one.`, { method: 'GET', url: (0,registry_host/* printableUrl */.Zq)(response.url), status: response.status });
        }
        let left = size;
        for await (const chunk of response.chunks()) {
            left -= chunk.length;
            if (left < 0)
                break;
            yield chunk;
        }
        if (left !== 0)
            throw brokenOff(response.url, `a part of the blob ${digest} of ${this.repository}`, size - left, size);
    }
    #manifest(tagOrDigest) {
        return this.#connection.retry.run(() => (0,read_manifest/* readManifest */.WI)(this.#connection, tagOrDigest));
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
                throw brokenOff(this.#connection.blobUrl(digest), where, offset, size);
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
            url: this.#connection.blobUrl(digest),
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
// RFC 9110, 14.4: "bytes 1000-1999/2000"
function rangeStart(response, wanted) {
    const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.header('content-range') ?? '')?.[1];
    if (start !== undefined && Number(start) <= wanted)
        return Number(start);
    const facts = { method: response.method, url: (0,registry_host/* printableUrl */.Zq)(response.url), status: response.status };
    throw new errors/* RegistryError */.gl(`${facts.method} ${facts.url} should continue at byte ${wanted}, but was answered with the range "${response.header('content-range') ?? ''}".`, facts);
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
    return new errors/* IntegrityError */.cs(`${(0,registry_host/* printableUrl */.Zq)(response.url)} has ${actual} bytes, but the manifest says ${size}.`, {
        hint: 'The registry, or a proxy in front of it, serves other content under this name.',
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

/***/ 14090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quirksOf)
/* harmony export */ });
/* unused harmony export HOST_QUIRKS */
const MIB = 1024 * 1024;
/** The first row that fits counts. */
const HOST_QUIRKS = [
    {
        registry: 'GitHub (ghcr.io, containers.example.com)',
        host: /^(?:ghcr\.io|containers\..+)$/,
        differs: 'Sometimes it answers 403 without a message although the next attempt succeeds: such a request is tried again twice. Manifests get an annotation with the kind of package.',
        source: 'reported by users of other clients',
        bareDenialRetries: 2,
        packageTypes: true,
    },
    {
        registry: 'Docker Hub',
        host: /^docker\.io$/,
        differs: 'Its API is at registry-1.docker.io, and docker stores its login under other names.',
        source: 'the code of docker and of the distribution project',
        api: 'https://registry-1.docker.io/',
        logins: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'],
    },
    {
        registry: 'Amazon ECR',
        host: /(?:^|\.)(?:dkr\.ecr[.-].*\.amazonaws\.com(?:\.cn)?|public\.ecr\.aws)$/,
        differs: 'Chunks must have at least 5 MB: chunks of 10 MiB are sent.',
        source: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html',
        chunk: 10 * MIB,
    },
    {
        registry: 'Azure Container Registry',
        host: /\.azurecr\.(?:io|cn|us)$/,
        differs: 'Its front end rejects bodies over about 20 MB with 413: larger blobs are sent in chunks from the start.',
        source: 'reported by users of other clients',
        onePutBelow: 20_000_000,
    },
    {
        registry: 'Google Artifact Registry, Container Registry',
        host: /(?:^|[.-])(?:docker\.pkg\.dev|gcr\.io)$/,
        differs: 'It does not support chunked uploads: each blob is sent in one PUT.',
        source: 'reported by users of other clients',
        chunk: 0,
    },
];
/** Returns what is known of a registry. @param host as a reference has it: `ghcr.io` */
function quirksOf(host) {
    return HOST_QUIRKS.find((row) => row.host.test(host)) ?? {};
}


/***/ }),

/***/ 87149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ NO_HEAD),
/* harmony export */   G2: () => (/* binding */ TEMPORARY),
/* harmony export */   Uf: () => (/* binding */ MANIFEST_TAKEN),
/* harmony export */   iJ: () => (/* binding */ CHUNK_TAKEN),
/* harmony export */   jS: () => (/* binding */ RATE_LIMIT),
/* harmony export */   rL: () => (/* binding */ NO_REFERRERS),
/* harmony export */   sV: () => (/* binding */ TAG_PAGES),
/* harmony export */   wA: () => (/* binding */ BLOB_TAKEN),
/* harmony export */   zy: () => (/* binding */ CHUNKS)
/* harmony export */ });
/* unused harmony export SYMPTOM_QUIRKS */
const MIB = 1024 * 1024;
/** Answers that take a chunk. */
const CHUNK_TAKEN = {
    symptom: '200, 201 or 204 for a chunk',
    differs: 'Treated as the 202 of the specification.',
    source: 'ECR says 201',
    statuses: [200, 201, 202, 204],
};
/** Answers that take a blob. */
const BLOB_TAKEN = {
    symptom: '200 or 204 for the end of an upload',
    differs: 'Treated as the 201 of the specification.',
    source: 'not in the specification; the faults of kind 8 below',
    statuses: [200, 201, 204],
};
/** Answers that take a manifest. */
const MANIFEST_TAKEN = {
    symptom: '200, 202 or 204 for a manifest',
    differs: 'Treated as the 201 of the specification.',
    source: 'not in the specification; the faults of kind 8 below',
    statuses: [200, 201, 202, 204],
};
/** Answers to HEAD that only GET can be asked about. */
const NO_HEAD = {
    symptom: '405 or 501 for HEAD',
    differs: 'GET is sent instead.',
    source: "servers that don't know HEAD",
    statuses: [405, 501],
};
/** Answers of registries that don't know the referrers API; some redirect to a page for people. */
const NO_REFERRERS = {
    symptom: '400, 404, 405, 406, 410 or 501 for a list of referrers, or a page that is not JSON',
    differs: 'Only the list under the fallback tag is used.',
    source: 'registries older than version 1.1 of the distribution specification',
    statuses: [400, 404, 405, 406, 410, 501],
};
/** Statuses of a line or a gateway that has a bad moment. */
const TEMPORARY = {
    symptom: '408, 425, 429, 499, 500, 502 to 504, 520 to 527',
    differs: 'The request is tried again.',
    source: 'nginx says 499, Cloudflare 520 to 527, of a registry behind them',
    statuses: [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527],
};
/** A 403 that means 429. */
const RATE_LIMIT = {
    symptom: '403 with Retry-After, or with a message about a rate limit',
    differs: 'Treated as a 429.',
    source: 'GHCR',
    says: /rate limit|TOOMANYREQUESTS/i,
};
/** The answer to a size of pages that a registry does not like. */
const TAG_PAGES = {
    symptom: '400 for a list of tags in pages of 1000',
    differs: 'The request is repeated without a size. If a page is full, the next one is requested, whatever the answer says.',
    source: 'GHCR returns at most 1000, and others return fewer unless asked',
    size: 1000,
    refused: 400,
};
/** How large a chunk may be if nothing is known of the registry. */
const CHUNKS = {
    symptom: '416 for a chunk, and the offset has not moved',
    differs: 'The chunk was too large: chunks start at 4 MiB and are halved.',
    source: 'GHCR accepts 4 MiB',
    size: 4 * MIB,
};
/** All of them, for docs/contributing/reliability.md. */
const SYMPTOM_QUIRKS = [TEMPORARY, RATE_LIMIT, NO_HEAD, CHUNK_TAKEN, BLOB_TAKEN, MANIFEST_TAKEN, CHUNKS, TAG_PAGES, NO_REFERRERS];


/***/ })

};
