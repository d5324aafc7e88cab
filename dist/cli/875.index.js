export const id = 875;
export const ids = [875];
export const modules = {

/***/ 6834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ sourceContent),
/* harmony export */   QX: () => (/* binding */ partBody),
/* harmony export */   aG: () => (/* binding */ checkContent),
/* harmony export */   dy: () => (/* binding */ bytesContent),
/* harmony export */   g3: () => (/* binding */ wholeBody),
/* harmony export */   qY: () => (/* binding */ fileContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9501);





// Large, as each read goes to another thread and back.
const READ_SIZE = 1024 * 1024;
function fileContent(path) {
    return { open: (start, end) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { start, end: end - 1, highWaterMark: READ_SIZE }) };
}
function bytesContent(bytes) {
    return { open: (start, end) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([Buffer.from(bytes.subarray(start, end))], { objectMode: false }) };
}
/** A blob of another repository, read from there: for registries that don't mount it. A part of it is what is left when the rest has been passed over. */
function sourceContent(source, blob) {
    return { open: (start, end) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(part(source.blob(blob), start, end), { objectMode: false }) };
}
async function* part(blob, start, end) {
    let position = 0;
    for await (const chunk of blob) {
        const wanted = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position));
        position += chunk.length;
        if (wanted.length > 0)
            yield wanted;
        // What comes after a part need not travel.
        if (position >= end)
            return;
    }
}
/**
 * A whole blob as one body. Its last bytes are held back until all of them are known to be those of the descriptor, so
 * that a file that was changed meanwhile never becomes a blob.
 */
function wholeBody(descriptor, content, meter) {
    return {
        size: descriptor.size,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(checkedChunks(descriptor, content), 0, meter), { objectMode: false }),
    };
}
/** A part of a blob as one body. */
function partBody(descriptor, content, start, end, meter) {
    return {
        size: end - start,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(readChunks(descriptor, content, start, end), start, meter), { objectMode: false }),
    };
}
/** Reads a blob once to see that it is what it says. @throws IntegrityError, Failure where it can't be read */
async function checkContent(descriptor, content) {
    for await (const chunk of checkedChunks(descriptor, content))
        void chunk;
}
// Counted before they go: once the last byte may have arrived, it is unknown what the registry made of them.
async function* metered(chunks, start, meter) {
    meter.begin(start);
    for await (const chunk of chunks) {
        meter.add(chunk.length);
        yield chunk;
    }
}
async function* checkedChunks(descriptor, content) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let held;
    for await (const chunk of readChunks(descriptor, content, 0, descriptor.size)) {
        if (held !== undefined)
            yield held;
        hash.update(chunk);
        held = chunk;
    }
    const actual = (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOfHex */ .z9)(hash.digest('hex'));
    if (actual !== descriptor.digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file has other content, with the digest ${actual}.`);
    }
    if (held !== undefined)
        yield held;
}
async function* readChunks(descriptor, content, start, end) {
    let position = start;
    try {
        for await (const chunk of content.open(start, end)) {
            position += chunk.length;
            yield chunk;
        }
    }
    catch (cause) {
        // It says more than that, and what to do. Not thrown as it is: an answer of another registry is none to this upload.
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(cause.message, { cause, ...(cause.hint === undefined ? {} : { hint: cause.hint }) });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The blob ${descriptor.digest} can't be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
    }
    if (position !== end) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file ends at byte ${position} instead of ${descriptor.size}.`);
    }
}


/***/ }),

/***/ 6170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Limiter)
/* harmony export */ });
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

/***/ 4555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TagMovedError),
/* harmony export */   y: () => (/* binding */ pushManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _blob_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _read_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(555);
/* harmony import */ var _registry_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9433);
/* harmony import */ var _transport_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7807);






/** A tag names something else than expected: somebody else moves it too. */
class TagMovedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    tag;
    /** Undefined where it names nothing. */
    actual;
    constructor(facts, message) {
        super(message, facts, { hint: 'Somebody else publishes under this tag too. Run again, one at a time.' });
        this.tag = facts.tag;
        this.actual = facts.actual;
    }
}
// The specification says 201.
const TAKEN = [200, 201, 202, 204];
/** Milliseconds. Some registries show a write only after a while, to some of those who ask. */
const SLOW = { first: 100, most: 2000, together: 10_000 };
/**
 * Pushes a manifest under its digest or a tag, and reads it back; under its digest only where the answer does not name it.
 *
 * The protocol has no conditional writes: between our look at a tag and our PUT somebody else may move it, and their
 * write is lost. What can be done is done: the tag is looked at before each PUT, and read after it, so that of two
 * writers who overlap at least one learns of it. Tags are looked at by GET: a HEAD may say 404 of what is there.
 * @throws TagMovedError where the tag names neither what is expected nor this manifest; TransportError, RegistryError,
 *   IntegrityError, CancelledError
 */
async function pushManifest(connection, bytes, mediaType, tagOrDigest, options = {}) {
    const descriptor = { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), size: bytes.length };
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(tagOrDigest) && tagOrDigest !== descriptor.digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A manifest with the digest ${descriptor.digest} can't be pushed as ${tagOrDigest}.`);
    }
    const push = new ManifestPush(connection, descriptor, bytes, tagOrDigest, options);
    const attempts = connection.retry.begin(options.signal);
    for (;;) {
        try {
            return await push.attempt();
        }
        catch (error) {
            await attempts.failed(error);
        }
    }
}
class ManifestPush {
    #connection;
    #descriptor;
    #bytes;
    #name;
    #signal;
    #watched;
    #expected;
    #sent = false;
    #lag = 0;
    #subject;
    constructor(connection, descriptor, bytes, name, options) {
        this.#connection = connection;
        this.#descriptor = descriptor;
        this.#bytes = bytes;
        this.#name = name;
        this.#signal = options.signal;
        this.#watched = options.watched === true;
        this.#expected = options.expect;
    }
    async attempt() {
        // Once it was sent, it may have been taken, and overwritten since.
        if ((this.#watched && !this.#sent) || (await this.#isWanted())) {
            const named = await this.#put();
            if (!named || !(this.#watched || (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(this.#name)))
                await this.#readBack();
        }
        return { descriptor: this.#descriptor, sent: this.#sent, lag: this.#lag, subject: this.#subject };
    }
    /** @throws TagMovedError */
    async #isWanted() {
        const now = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(this.#name) ? await (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .headManifest */ .sy)(this.#connection, this.#name, this.#signal) : await this.#look();
        if (now?.digest === this.#descriptor.digest)
            return false;
        this.#expected ??= now?.digest ?? 'none';
        if ((now?.digest ?? 'none') !== this.#expected)
            throw this.#moved('GET', now?.digest);
        return true;
    }
    /** @returns whether the answer says that this is the manifest */
    async #put() {
        const body = { size: this.#bytes.length, open: () => (0,_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesContent */ .dy)(this.#bytes).open(0, this.#bytes.length) };
        this.#sent = true;
        const response = await this.#connection.expect({
            method: 'PUT',
            url: this.#url(),
            headers: { 'content-type': this.#descriptor.mediaType },
            body,
            ...(this.#signal === undefined ? {} : { signal: this.#signal }),
        }, TAKEN);
        await response.discard();
        this.#subject = digestHeader(response, 'oci-subject');
        const digest = digestHeader(response, 'docker-content-digest');
        if (digest !== undefined && digest !== this.#descriptor.digest) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${this.#descriptor.digest} became ${digest} when it was pushed to ${this.#connection.repository}.`, {
                hint: 'The registry, or a proxy before it, rewrites manifests; what is published there is not what was built.',
            });
        }
        return response.status === 201 && digest !== undefined;
    }
    async #readBack() {
        for (let delay = SLOW.first;; delay = Math.min(2 * delay, SLOW.most)) {
            const now = await this.#look();
            if (now?.digest === this.#descriptor.digest)
                return;
            // What it named before says nothing about others: the registry may be slow to show our own write.
            if ((now?.digest ?? 'none') !== (this.#expected ?? 'none') || this.#lag + delay > SLOW.together)
                throw this.#notThere(now?.digest);
            this.#lag += delay;
            await this.#connection.retry.sleep(delay, this.#signal);
        }
    }
    async #look() {
        return (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .readManifest */ .WI)(this.#connection, this.#name, this.#signal).catch((error) => {
            if (error instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_5__/* .TransportError */ .wX && error.status === 404)
                return undefined;
            throw error;
        });
    }
    #notThere(actual) {
        if (actual !== undefined)
            return this.#moved('GET', actual);
        const url = (0,_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(this.#url());
        const message = `GET ${url} was answered with 404, though the registry had just said that it took the manifest.`;
        return new _transport_error_js__WEBPACK_IMPORTED_MODULE_5__/* .TransportError */ .wX(message, { method: 'GET', url, status: 404, temporary: true });
    }
    #moved(method, actual) {
        const is = actual === undefined ? 'names nothing' : `names ${actual}`;
        const was = this.#expected === 'none' ? 'nothing' : this.#expected;
        return new TagMovedError({ method, url: (0,_registry_host_js__WEBPACK_IMPORTED_MODULE_4__/* .printableUrl */ .Zq)(this.#url()), tag: this.#name, actual }, `The tag ${this.#name} of ${this.#connection.repository} ${is} now; it was to be moved from ${was} to ${this.#descriptor.digest}.`);
    }
    #url() {
        return this.#connection.manifestUrl(this.#name);
    }
}
function digestHeader(response, name) {
    const text = response.header(name) ?? '';
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(text) ? text : undefined;
}


/***/ }),

/***/ 4875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HV: () => (/* binding */ isGithubRegistry),
  Kn: () => (/* binding */ openWriter),
  _A: () => (/* binding */ registryOptions),
  _M: () => (/* binding */ repositoryOf)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/credentials.js
var oci_credentials = __webpack_require__(7771);
// EXTERNAL MODULE: ./lib/oci/docker-config.js + 1 modules
var docker_config = __webpack_require__(293);
// EXTERNAL MODULE: ./lib/oci/connection.js + 5 modules
var connection = __webpack_require__(507);
// EXTERNAL MODULE: ./lib/oci/limiter.js
var limiter = __webpack_require__(6170);
// EXTERNAL MODULE: ./lib/oci/blob-content.js
var blob_content = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/oci/blob-size.js
var blob_size = __webpack_require__(2646);
// EXTERNAL MODULE: ./lib/oci/transport-error.js + 1 modules
var transport_error = __webpack_require__(7807);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
;// CONCATENATED MODULE: ./lib/oci/upload-session.js



// So long a session may keep a run that was told to stop from ending.
const CANCEL_TIME = 2000;
// Bytes that a registry hashes and stores in a millisecond, at worst: GHCR took 11 s over 700 MB.
const COMMIT_SPEED = 32 * 1024;
const BINARY = { 'content-type': 'application/octet-stream' };
/** An upload that a registry has opened for us (OCI distribution specification, "Pushing Blobs"). */
class UploadSession {
    /** Bytes that each chunk but the last must have. */
    leastChunk;
    #connection;
    #signal;
    #location;
    /** @param opened the 202 that opened it @throws TransportError where its Location must not be followed */
    constructor(connection, opened, signal) {
        this.#connection = connection;
        this.#signal = signal;
        this.#location = locationOf(opened);
        this.leastChunk = Number(/^\d+$/.exec(opened.header('oci-chunk-min-length') ?? '')?.[0] ?? 0);
    }
    /** @throws TransportError where the registry opens none, CancelledError */
    static async open(connection, signal) {
        const request = { method: 'POST', url: connection.uploadsUrl(), ...withSignal(signal) };
        const response = await connection.expect(request, [202]);
        await response.discard();
        return new UploadSession(connection, response, signal);
    }
    /** Ends the session: what was sent, together with `body`, becomes the blob. @returns the answer, of any status, read */
    async commit(digest, size, body) {
        const url = withDigest(this.#location, digest);
        const patience = size / COMMIT_SPEED;
        return this.#connection.send({
            method: 'PUT',
            url,
            headers: BINARY,
            patience,
            ...withSignal(this.#signal),
            ...(body === undefined ? {} : { body }),
        });
    }
    /** Sends the bytes from `start` on. @returns the answer, of any status; the session's address is renewed from it */
    async patch(start, body) {
        const headers = { ...BINARY, 'content-range': `${start}-${start + body.size - 1}` };
        const response = await this.#connection.send({ method: 'PATCH', url: this.#location, headers, body, ...withSignal(this.#signal) });
        // A 416 has one too, and with some registries only the newest address knows the right offset.
        if (response.status < 300 || response.status === 416)
            this.#moved(response);
        return response;
    }
    /**
     * How many bytes the registry has.
     * @returns undefined where the session is gone, or the registry doesn't say
     * @throws TransportError, CancelledError
     */
    async offset() {
        const response = await this.#connection.send({ method: 'GET', url: this.#location, ...withSignal(this.#signal) });
        const gone = [400, 404, 405, 416].includes(response.status);
        if (response.status >= 300 && !gone)
            throw await this.#connection.failure(response);
        await response.discard();
        if (gone)
            return undefined;
        this.#moved(response);
        const last = /^(?:bytes[ =])?0-(\d+)$/.exec(response.header('range') ?? '')?.[1];
        if (last === undefined)
            return undefined;
        // “0-0” is what an empty session says too; taken for empty, the worst that comes of it is a 416.
        return last === '0' ? 0 : Number(last) + 1;
    }
    /** Tells the registry that nothing more will come, also after an abort. Never throws: an old session dies by itself. */
    async cancel() {
        try {
            const signal = AbortSignal.timeout(CANCEL_TIME);
            const response = await this.#connection.send({ method: 'DELETE', url: this.#location, signal });
            await response.discard();
        }
        catch (error) {
            if (!(error instanceof errors/* Failure */.HR))
                throw error;
        }
    }
    #moved(response) {
        if (response.header('location') !== undefined)
            this.#location = locationOf(response);
    }
}
/** How long a commit of so many bytes may go on in the registry after its answer was lost, in milliseconds. */
function commitTime(size) {
    return Math.min(60_000, size / COMMIT_SPEED);
}
function withSignal(signal) {
    return signal === undefined ? {} : { signal };
}
function locationOf(response) {
    const text = response.header('location');
    const url = text === undefined ? null : URL.parse(text, response.url.href);
    const why = text === undefined ? 'without saying where it is' : url === null ? 'at something that is no address' : (0,registry_host/* refusedTarget */.CP)(response.url, url);
    if (url !== null && why === undefined)
        return url;
    const printable = (0,registry_host/* printableUrl */.Zq)(response.url);
    throw new transport_error/* TransportError */.wX(`${response.method} ${printable} opened an upload ${url === null ? why : `at ${(0,registry_host/* printableUrl */.Zq)(url)}, ${why}; nothing is sent there`}.`, { method: response.method, url: printable, status: response.status, temporary: false }, { hint: 'A registry behind a proxy must be told its own public address, and that it is https.' });
}
// By hand: URLSearchParams would write the registry's own parameters, which are signed, in another way.
function withDigest(location, digest) {
    const url = new URL(location);
    url.search = `${location.search}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    return url;
}

;// CONCATENATED MODULE: ./lib/oci/chunked-upload.js



const TAKEN = new Set([200, 201, 202, 204]); // 202, says the specification; ECR says 201
/** One blob sent in chunks, which goes on after a fault where the registry says that it broke off. */
class ChunkedUpload {
    #work;
    #session;
    #offset = 0;
    #begun = false;
    /** @param session one that was opened already */
    constructor(work, session) {
        this.#work = work;
        this.#session = session;
    }
    /** Bytes that the registry has taken in the present session. */
    get offset() {
        return this.#offset;
    }
    /**
     * Sends what the registry lacks. After a temporary error it may be called again.
     * @returns the session, to be committed; it is not this one's any more
     */
    async send() {
        const { connection, descriptor, content, signal } = this.#work;
        if (this.#begun)
            await this.#resume();
        // Chunks can't be checked on their way, as they may go twice.
        else
            await (0,blob_content/* checkContent */.aG)(descriptor, content);
        this.#begun = true;
        const session = (this.#session ??= await UploadSession.open(connection, signal));
        while (this.#offset < descriptor.size)
            await this.#sendChunk(session);
        this.#session = undefined;
        return session;
    }
    /** Ends the session, if there is one. */
    async drop() {
        const session = this.#session;
        this.#session = undefined;
        this.#offset = 0;
        await session?.cancel();
    }
    // Where the last attempt broke off the registry may have part of a chunk.
    async #resume() {
        const offset = await this.#session?.offset();
        if (offset !== undefined && offset <= this.#work.descriptor.size)
            this.#offset = offset;
        else
            await this.drop();
    }
    async #sendChunk(session) {
        const { connection, descriptor, content, limits, meter } = this.#work;
        const start = this.#offset;
        const end = Math.min(start + limits.chunk(session.leastChunk), descriptor.size);
        const response = await session.patch(start, (0,blob_content/* partBody */.QX)(descriptor, content, start, end, meter));
        if (TAKEN.has(response.status)) {
            await response.discard();
            this.#offset = end;
            return;
        }
        const error = await connection.failure(response);
        if (response.status === 413 && limits.refusedChunk(end - start, session.leastChunk))
            return;
        if (response.status === 416)
            return this.#correct(session, end, error);
        throw response.status === 404 || response.status === 400 ? await this.#lost(error) : error;
    }
    // The 416's own Range is stale or missing often enough, so the session is asked. An offset that doesn't move on means
    // that it is the chunk's size that is not liked (GHCR), or that the session is beyond help.
    async #correct(session, end, error) {
        const offset = await session.offset();
        if (offset !== undefined && offset > this.#offset && offset <= this.#work.descriptor.size) {
            this.#offset = offset;
            return;
        }
        if (offset === this.#offset)
            this.#work.limits.refusedChunk(end - offset, session.leastChunk);
        throw await this.#lost(error);
    }
    /** The next attempt begins with another session. */
    async #lost(error) {
        await this.drop();
        return error instanceof transport_error/* TransportError */.wX ? (0,transport_error/* asTemporary */.kR)(error) : error;
    }
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/oci/mount-blob.js





/**
 * Asks the registry to take a blob from another of its repositories (OCI distribution specification, "Mounting a blob
 * from another repository").
 * @param from `org/bedrock`
 * @returns a session where the registry wants the bytes instead, `refused` where it gave nothing. A refusal says little:
 *   Harbor says 401 of a project that is missing, Docker Hub of one that we may not read
 * @throws TransportError that is temporary, Failure where `from` is no repository's name, CancelledError
 */
async function mountBlob(connection, digest, from, signal) {
    (0,reference/* checkRepository */.n_)(from);
    const url = connection.uploadsUrl();
    url.search = `mount=${encodeURIComponent((0,oci_digest/* parseDigest */.m)(digest))}&from=${encodeURIComponent(from)}`;
    try {
        const request = { method: 'POST', url, ...(signal === undefined ? {} : { signal }) };
        const response = await connection.send(request, [`repository:${from}:pull`]);
        if (response.status !== 201 && response.status !== 202)
            throw await connection.failure(response);
        await response.discard();
        return response.status === 201 ? 'mounted' : new UploadSession(connection, response, signal);
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc || (error instanceof transport_error/* TransportError */.wX && error.temporary))
            throw error;
        if (error instanceof errors/* RegistryError */.gl)
            return 'refused';
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/oci/push-blob.js








// A flaky line that carries this much each time still gets a large blob over in the end, in chunks.
const PROGRESS = 1024 * 1024;
const POLL = 1000;
const MOUNT_ATTEMPTS = 2;
/** Bytes. A blob that is smaller is sent to an empty repository unasked, and believed to be there where the answer names it. */
const SMALL = 1024 * 1024;
const COMMITTED = new Set([200, 201, 204]); // 201, says the specification
// Our bytes were checked: what doesn't fit, like a session that is unknown, is an accident of this one upload.
const ACCIDENT_STATUS = new Set([404, 409, 416]);
const ACCIDENT_CODE = new Set(['DIGEST_INVALID', 'SIZE_INVALID', 'BLOB_UPLOAD_INVALID', 'BLOB_UPLOAD_UNKNOWN']);
/**
 * Uploads one blob. Each attempt begins by asking whether the registry has it: an upload whose answer was lost may have
 * succeeded, and its session is gone then, so that a repeated PUT would get a 404. No session is committed twice. Of a
 * small blob an empty repository is not asked at first.
 */
class BlobPush {
    #work;
    #mountFrom;
    #mountsLeft = MOUNT_ATTEMPTS;
    #attempts = 0;
    #chunks;
    /** All bytes went into this session, and no answer came; the registry may be at work on them until that time. */
    #doubt;
    /** @param mountFrom a repository of the same registry that may have the blob: `org/bedrock` */
    constructor(work, mountFrom) {
        this.#work = work;
        this.#mountFrom = mountFrom;
    }
    /** @throws TransportError, RegistryError, IntegrityError, CancelledError; sessions are ended, as far as the line lets us */
    async run() {
        const { connection, meter, signal } = this.#work;
        const { clock } = connection.retry;
        const attempts = connection.retry.begin(signal);
        for (;;) {
            const before = { time: clock.now(), sent: meter.sent, offset: this.#chunks?.offset ?? 0 };
            try {
                const outcome = await this.#attempt();
                meter.end();
                return { outcome, sent: meter.sent };
            }
            catch (error) {
                if (meter.sent > before.sent)
                    attempts.worked(clock.now() - before.time);
                if ((this.#chunks?.offset ?? 0) - before.offset >= PROGRESS)
                    attempts.progressed();
                await attempts.failed(error).catch(async (last) => {
                    await this.#chunks?.drop();
                    await this.#endDoubt();
                    throw last;
                });
            }
        }
    }
    async #attempt() {
        this.#attempts += 1;
        if (!(this.#attempts === 1 && this.#goesUnasked()) && (await this.#isThere())) {
            await this.#chunks?.drop();
            return this.#work.meter.complete ? 'uploaded' : 'present';
        }
        await this.#endDoubt();
        const mounted = await this.#mount();
        const named = mounted !== 'mounted' && (await this.#upload(mounted === 'refused' ? undefined : mounted));
        if (!named || this.#work.descriptor.size >= SMALL)
            await this.#confirm();
        return mounted === 'mounted' ? 'mounted' : 'uploaded';
    }
    #goesUnasked() {
        const { connection, descriptor, again, ask } = this.#work;
        return again === true || (ask !== true && connection.isEmpty && descriptor.size < SMALL);
    }
    // A registry that was given a large blob hashes it first, while a gateway before it may have given up.
    async #isThere() {
        const { connection, descriptor, signal } = this.#work;
        for (;;) {
            const size = await this.#remoteSize(this.#work.ask === true);
            // One of another size is somebody else's broken upload. Ours may mend it; if it doesn't, `confirm` says so.
            if (size === descriptor.size || size === 'unknown')
                return true;
            const rest = (this.#doubt?.until ?? 0) - connection.retry.clock.now();
            if (rest <= 0)
                return false;
            await connection.retry.sleep(Math.min(POLL, rest), signal);
        }
    }
    async #endDoubt() {
        const session = this.#doubt?.session;
        this.#doubt = undefined;
        await session?.cancel();
    }
    /** @returns undefined where the blob is not there */
    #remoteSize(sure) {
        const { connection, descriptor, signal } = this.#work;
        return (0,blob_size/* blobSize */.L)(connection, descriptor.digest, { signal, sure });
    }
    async #mount() {
        if (this.#mountFrom === undefined || this.#mountsLeft === 0 || this.#work.again === true)
            return 'refused';
        this.#mountsLeft -= 1;
        const { connection, descriptor, signal } = this.#work;
        const answer = await mountBlob(connection, descriptor.digest, this.#mountFrom, signal);
        this.#mountsLeft = 0;
        return answer;
    }
    /** @returns whether the registry says that it has just this blob */
    async #upload(opened) {
        const { connection, descriptor, content, limits, meter, signal } = this.#work;
        let session = opened;
        if (this.#chunks === undefined && limits.fitsOnePut(descriptor.size)) {
            session ??= await UploadSession.open(connection, signal);
            const taken = await this.#commit(session, (0,blob_content/* wholeBody */.g3)(descriptor, content, meter));
            if (taken !== 'too large')
                return taken === 'named';
            session = undefined;
        }
        this.#chunks ??= new ChunkedUpload(this.#work, session);
        await this.#commit(await this.#chunks.send(), undefined);
        // Of chunks a registry may have kept only some, and names what it should have.
        return false;
    }
    /** @returns `named` where the answer has the blob's digest; `too large` where the registry wants it in smaller pieces */
    async #commit(session, body) {
        const { connection, descriptor, limits, meter } = this.#work;
        try {
            const response = await session.commit(descriptor.digest, descriptor.size, body);
            if (COMMITTED.has(response.status)) {
                await response.discard();
                return response.status === 201 && response.header('docker-content-digest') === descriptor.digest ? 'named' : 'taken';
            }
            const error = await connection.failure(response);
            if (response.status !== 413 || body === undefined || !limits.refusedOnePut(descriptor.size))
                throw accidental(error);
            await session.cancel();
            return 'too large';
        }
        catch (error) {
            const until = connection.retry.clock.now() + commitTime(descriptor.size);
            if (meter.complete && isUnanswered(error))
                this.#doubt = { session, until };
            else
                await session.cancel();
            throw error;
        }
    }
    // Some registries keep less than they were given and say nothing; others need a moment to know what they have.
    async #confirm() {
        const { connection, descriptor } = this.#work;
        const actual = await this.#remoteSize(true);
        if (actual === undefined) {
            const url = (0,registry_host/* printableUrl */.Zq)(this.#url());
            const message = `HEAD ${url} was answered with 404, though the registry had just said that it took the blob.`;
            throw new transport_error/* TransportError */.wX(message, { method: 'HEAD', url, status: 404, temporary: true });
        }
        if (actual !== descriptor.size && actual !== 'unknown') {
            throw new errors/* IntegrityError */.cs(`The registry said that it took the blob ${descriptor.digest} of ${connection.repository}, and has ${actual} of its ${descriptor.size} bytes.`, { hint: 'The registry, or a proxy before it, damages uploads; nothing that refers to this blob was published.' });
        }
    }
    #url() {
        return this.#work.connection.blobUrl(this.#work.descriptor.digest);
    }
}
/** No answer, or one that a gateway gives for a registry that is still at work. */
function isUnanswered(error) {
    return error instanceof transport_error/* TransportError */.wX && error.temporary && (error.status === undefined || error.status >= 500);
}
function accidental(error) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        return error;
    return ACCIDENT_STATUS.has(error.status ?? 0) || ACCIDENT_CODE.has(error.code ?? '') ? (0,transport_error/* asTemporary */.kR)(error) : error;
}

// EXTERNAL MODULE: ./lib/oci/push-manifest.js
var push_manifest = __webpack_require__(4555);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var registry = __webpack_require__(188);
;// CONCATENATED MODULE: ./lib/oci/upload-limits.js
const MIB = 1024 * 1024;
// 4 MiB is what the strictest of them takes (GHCR answers 416 to more).
const DEFAULT_CHUNK = 4 * MIB;
const HOSTS = [
    // Parts of at least 5 MB; https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html
    { host: /(?:^|\.)(?:dkr\.ecr[.-].*\.amazonaws\.com(?:\.cn)?|public\.ecr\.aws)$/, chunk: 10 * MIB },
    // Its front refuses bodies over about 20 MB with 413.
    { host: /\.azurecr\.(?:io|cn|us)$/, onePutBelow: 20_000_000 },
    // Artifact Registry and its predecessor have no chunked uploads.
    { host: /(?:^|[.-])(?:docker\.pkg\.dev|gcr\.io)$/, chunk: 0 },
];
/** What one registry takes in one request: what is known of its host, and what it taught us while we uploaded. */
class UploadLimits {
    #onePutBelow;
    #chunk;
    /** @param host without port */
    constructor(host, options = {}) {
        const known = HOSTS.find((entry) => entry.host.test(host));
        this.#onePutBelow = options.onePutBelow ?? known?.onePutBelow ?? Infinity;
        this.#chunk = options.chunk ?? known?.chunk ?? DEFAULT_CHUNK;
    }
    fitsOnePut(size) {
        return size < this.#onePutBelow;
    }
    /** One PUT of `size` bytes got a 413. @returns whether there is another way */
    refusedOnePut(size) {
        this.#onePutBelow = Math.min(this.#onePutBelow, size);
        return this.#chunk > 0;
    }
    /** Bytes. @param least what the registry wants at least (OCI-Chunk-Min-Length) */
    chunk(least) {
        return Math.max(this.#chunk, least);
    }
    /** A chunk of `size` bytes was refused. @returns whether a smaller one may be taken */
    refusedChunk(size, least) {
        const half = Math.floor(size / 2);
        if (half < Math.max(least, 1024))
            return false;
        this.#chunk = Math.min(this.#chunk, half);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/oci/upload-meter.js
/** Counts what of one blob was handed to the line. */
class UploadMeter {
    #size;
    #onProgress;
    #position = 0;
    #sent = 0;
    /** @param onProgress told how many bytes of the blob are on their way; the number falls when some are sent again */
    constructor(size, onProgress) {
        this.#size = size;
        this.#onProgress = onProgress;
    }
    /** Bytes, those of attempts that failed included. */
    get sent() {
        return this.#sent;
    }
    /** Did the last byte go out? */
    get complete() {
        return this.#position === this.#size;
    }
    /** A body begins, at this byte of the blob. */
    begin(position) {
        this.#position = position;
        this.#onProgress?.(position);
    }
    add(bytes) {
        this.#sent += bytes;
        this.#position += bytes;
        this.#onProgress?.(this.#position);
    }
    /** The registry has the blob, whoever brought it. */
    end() {
        if (!this.complete)
            this.begin(this.#size);
    }
}

;// CONCATENATED MODULE: ./lib/oci/registry-writer.js









const CONCURRENCY = 4;
/** One repository of a registry, written to (OCI distribution specification, "Push"). */
class RegistryWriter {
    /** `ghcr.io/org/my-tools` */
    repository;
    /** The same repository, read over the same connections with the same tokens. */
    reader;
    /** Ends all that this writer does. */
    signal;
    #connection;
    #limits;
    #limiter;
    #pushes = new Map();
    /** @param reference its tag and digest don't matter but for `reader.root()` */
    constructor(reference, options = {}) {
        this.#connection = new connection/* Connection */.N(reference, options.deletes === true ? ['pull', 'push', 'delete'] : ['pull', 'push'], options);
        this.repository = this.#connection.repository;
        this.signal = options.signal;
        this.reader = new registry/* Registry */.O(reference, options, this.#connection);
        this.#limits = new UploadLimits(this.#connection.origin.hostname, options.limits);
        this.#limiter = new limiter/* Limiter */.j(options.concurrency ?? CONCURRENCY);
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /**
     * Makes sure that the registry has a blob, and sends nothing that it has. The same blob twice at once goes once.
     * @throws RegistryError, IntegrityError where the content is not what the descriptor says, or the registry's isn't
     *   afterwards; CancelledError
     */
    async pushBlob(descriptor, content, options = {}) {
        // Google's registry refuses them, ECR too; nothing that we publish needs one.
        if (descriptor.size === 0)
            throw new errors/* Failure */.HR(`The blob ${descriptor.digest} is empty, and not every registry takes such a blob.`);
        for (;;) {
            if (options.again === true)
                return this.#start(descriptor, content, options);
            const underway = this.#pushes.get(descriptor.digest);
            if (underway === undefined)
                return this.#start(descriptor, content, options);
            try {
                await underway.pushed;
                options.onProgress?.(descriptor.size);
                return { outcome: 'present', sent: 0 };
            }
            catch (error) {
                // The other one was told to stop, and we were not.
                if (underway.signal?.aborted !== true || (options.signal ?? this.signal)?.aborted === true)
                    throw error;
            }
        }
    }
    /**
     * Opens an upload and ends it again: what may not be written is found out before hours of work, and not after them.
     * @throws RegistryError which names the repository, and what to do; CancelledError
     */
    async tryToWrite() {
        try {
            const session = await this.#connection.retry.run(() => UploadSession.open(this.#connection, this.signal));
            await session.cancel();
        }
        catch (error) {
            if (!(error instanceof errors/* RegistryError */.gl))
                throw error;
            const { method, url, status, code, hint } = error;
            throw new errors/* RegistryError */.gl(`Nothing can be published as ${this.repository}: ${error.message}`, { method, url, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) }, { cause: error, ...(hint === undefined ? {} : { hint }) });
        }
    }
    /**
     * Deletes a manifest, and with it every tag that names it (OCI distribution specification, "Content Management"). One that is gone is no error.
     * @throws RegistryError where the registry does not allow it (405), CancelledError
     */
    async deleteManifest(digest) {
        await this.#connection.retry.run(async () => {
            const response = await this.#connection.expect({ method: 'DELETE', url: this.#connection.manifestUrl(digest) }, [200, 202, 204, 404]);
            await response.discard();
        });
    }
    /** As `pushManifest` of push-manifest.ts. The blobs must be there. */
    pushManifest(bytes, mediaType, tagOrDigest, options) {
        return (0,push_manifest/* pushManifest */.y)(this.#connection, bytes, mediaType, tagOrDigest, options);
    }
    #start(descriptor, content, options) {
        const meter = new UploadMeter(descriptor.size, options.onProgress);
        const { signal, again = false, ask = false } = options;
        const work = { connection: this.#connection, limits: this.#limits, descriptor, content, meter, signal, again, ask };
        const push = this.#limiter.run(() => new BlobPush(work, options.mountFrom).run());
        this.#pushes.set(descriptor.digest, { pushed: push, signal: signal ?? this.signal });
        push.catch(() => this.#pushes.delete(descriptor.digest));
        return push;
    }
}

;// CONCATENATED MODULE: ./lib/publish/target.js




/** The Feature's own repository, without the registry. */
function repositoryOf({ namespace }, id) {
    return `${namespace}/${id}`;
}
// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;
/**
 * A repository of the target, to be written to. Close it.
 * @throws InputError where the name is longer than registries take
 */
function openWriter(target, repository, host, options = {}) {
    const length = target.registry.length + 1 + repository.length;
    if (length > LONGEST_NAME) {
        throw new errors/* InputError */.dz('namespace', `namespace: the name of ${repository.slice(target.namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
            hint: 'Give it a shorter namespace, or the Feature a shorter id.',
        });
    }
    return new RegistryWriter({ registry: target.registry, repository }, { ...registryOptions(target, host), ...options });
}
function registryOptions({ registry, credentials }, host) {
    const docker = (0,docker_config/* dockerCredentials */.d)({ debug: (line) => host.debug(line) });
    return {
        credentials: credentials === undefined ? docker : (0,oci_credentials/* credentialsFor */.Og)(registry, credentials, docker),
        signal: host.signal,
        debug: (line) => host.debug(line),
        mask: (secret) => host.mask(secret),
    };
}
/** GitHub's own registry, which wants to know what kind of package it holds. */
function isGithubRegistry({ registry }) {
    return registry === 'ghcr.io' || registry.startsWith('containers.');
}


/***/ })

};
