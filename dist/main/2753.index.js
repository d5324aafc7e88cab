export const id = 2753;
export const ids = [2753];
export const modules = {

/***/ 75675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linkOf),
/* harmony export */   h: () => (/* binding */ completeMetadata)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _runtime_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31479);


/** Returns the folder that stays the same whatever is installed (docs/reference/formats.md, "On the installed system"). */
function linkOf(id) {
    return `/opt/nix-feature/${id}`;
}
/**
 * Adds to the author's metadata what every Feature of ours needs if they have not declared it: PATH in `containerEnv`,
 * the option `mode`, the options of the runtime, and `currentId` if it was renamed. What they wrote stays as it is, in their order: one variable of
 * `containerEnv` may use another that stands before it.
 * @param json the author's metadata, and what is returned: JSON without blanks
 */
function completeMetadata(json, id, env) {
    const metadata = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([
        ...metadata,
        ['options', (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withRuntimeOptions */ .$I)((0,_runtime_options_js__WEBPACK_IMPORTED_MODULE_1__/* .withMode */ .cq)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata.get('options')))))],
        ['containerEnv', containerEnvOf(metadata.get('containerEnv'), id, env)],
        ...(isRenamed(metadata) ? [['currentId', JSON.stringify(id)]] : []),
    ]));
}
/** Who installs it by an old id is told the new one by the tools. */
function isRenamed(metadata) {
    return ((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(metadata.get('legacyIds')) ?? []).length > 0;
}
function containerEnvOf(json, id, env) {
    const own = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(json);
    const built = Object.entries(env.variables).filter(([name]) => !own.has(name));
    const folders = env.PATH.map((folder) => `${linkOf(id)}/${folder}`);
    const path = own.has('PATH') || folders.length === 0 ? [] : [['PATH', JSON.stringify([...folders, '${PATH}'].join(':'))]];
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...built.map(([name, value]) => [name, JSON.stringify(value)]), ...own, ...path]));
}


/***/ }),

/***/ 31479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ withRuntimeOptions),
/* harmony export */   cq: () => (/* binding */ withMode),
/* harmony export */   dH: () => (/* binding */ withoutAddedOptions),
/* harmony export */   gW: () => (/* binding */ runtimeOptionsOf)
/* harmony export */ });
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83956);
/* harmony import */ var _option_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32511);


/** What tells an option of the installer from an author's own of the same name, in all versions. */
const MARK = 'For the installer: ';
/**
 * Options that the installer reads itself. They are declared in what is published, so that tools offer them; an
 * author's own option of such a name stays the author's, and the runtime does not read it.
 */
const RUNTIME_OPTIONS = new Map(Object.entries({
    mirror: { type: 'string', default: '', description: `${MARK}a registry to get layers from instead of the Feature's own, as [scheme://]host[/prefix].` },
    debug: { type: 'boolean', default: false, description: `${MARK}say more about each step.` },
    verify: {
        type: 'string',
        enum: ['full', 'quick', 'all'],
        default: 'full',
        description: `${MARK}full hashes store paths of the Feature that are there already; quick takes them for whole; all hashes what it relies on too.`,
    },
}).map(([name, option]) => [name, JSON.stringify(option)]));
/** The option that every Feature has; an author may declare it too, with values of their own. */
const MODE = {
    type: 'string',
    enum: ['auto', 'secure', 'dev', 'build'],
    default: 'auto',
    description: 'secure: install the pre-built store paths. dev: install what the Feature has for other systems. build: build the flake here. auto: whichever fits.',
};
/** What it was described by in what is published. */
const MODE_DESCRIPTIONS = new Set([
    MODE.description,
    'secure: install the pre-built store paths. dev: install what the Feature has for other systems. auto: whichever fits.',
]);
/** Adds the option `mode`, if none of the author's has its variable. @param options each as JSON */
function withMode(options) {
    const isDeclared = [...options.keys()].some((name) => (0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name) === 'MODE');
    return isDeclared ? options : new Map([...options, ['mode', JSON.stringify(MODE)]]);
}
/** Adds the runtime's options to the author's, if none of theirs has the variable. @param options each as JSON */
function withRuntimeOptions(options) {
    const taken = new Set([...options.keys()].map(_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO));
    return new Map([...options, ...[...RUNTIME_OPTIONS].filter(([name]) => !taken.has((0,_option_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionVariable */ .eO)(name)))]);
}
/** Returns the names of the runtime's options that are declared. @param metadata completed, as JSON */
function runtimeOptionsOf(metadata) {
    return [...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(metadata).get('options'))].filter(([name, option]) => isRuntimeOption(name, option)).map(([name]) => name);
}
/** Options without those that were added, which are no content of a release. @param options as JSON */
function withoutAddedOptions(options) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectJson */ .kR)(new Map([...(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(options)].filter(([name, option]) => !isAdded(name, option))));
}
function isAdded(name, option) {
    return isRuntimeOption(name, option) || (name === 'mode' && MODE_DESCRIPTIONS.has(descriptionOf(option)));
}
function isRuntimeOption(name, option) {
    return RUNTIME_OPTIONS.has(name) && descriptionOf(option).startsWith(MARK);
}
function descriptionOf(option) {
    const description = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(option).get('description');
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(description) ?? '';
}


/***/ }),

/***/ 22500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S9: () => (/* binding */ GENERATED_INSTALL),
/* harmony export */   dX: () => (/* binding */ layerFileName),
/* harmony export */   e6: () => (/* binding */ bundleFiles),
/* harmony export */   oA: () => (/* binding */ BUNDLE_FOLDER)
/* harmony export */ });
/* harmony import */ var _nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43643);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);


/** The version of everything below; the runtime refuses any other. */
const SCHEMA = 1;
const BUNDLE_FOLDER = 'nix-feature';
/** The install.sh of a Feature whose author has written none. */
const GENERATED_INSTALL = `#!/bin/sh
# Installs this Feature: what nix-feature/install.sh does, and nothing more.
. "$(dirname -- "$0")/nix-feature/install.sh"
nix_feature_install || exit 1
`;
/**
 * Returns the files of `nix-feature/` that the runtime reads (docs/reference/formats.md, "The install bundle"), sorted by name. The same
 * documents give the same bytes.
 * @param platforms one document for each system, all of the same Feature and version
 */
function bundleFiles(facts, platforms) {
    const sorted = platforms.toSorted((a, b) => (a.document.system < b.document.system ? -1 : 1));
    const files = [featureEnv(facts, sorted), ...sorted.flatMap(platformFiles)];
    return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
/** Returns the file that a layer has among the embedded ones, and in a local `dist/`. */
function layerFileName(layer) {
    const end = layer.mediaType.endsWith('zstd') ? '.tar.zst' : layer.mediaType.endsWith('gzip') ? '.tar.gz' : '.tar';
    return `${(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(layer.digest).slice(0, 32)}${end}`;
}
function featureEnv(facts, platforms) {
    const [first] = platforms;
    if (first === undefined)
        throw new Error('a Feature has at least one platform');
    const bases = new Set(platforms.flatMap(({ document }) => document.bases.map(({ name, digest }) => (digest === undefined ? name : `${name} (${digest})`))));
    const lines = [
        `schema=${SCHEMA}`,
        `id=${first.document.feature.id}`,
        `version=${first.document.feature.version}`,
        `registry=${facts.registry}`,
        `repository=${facts.repository}`,
        ...[...bases].map((base) => `base=${base}`),
        `links=${facts.userLinks}`,
        ...facts.options.map((name) => `option=${name}`),
        // Absent for `default`, as in all that was published before.
        ...(first.document.source.attribute === undefined ? [] : [`attribute=${first.document.source.attribute}`]),
    ];
    return { name: `${BUNDLE_FOLDER}/feature.env`, text: linesText(lines.map(oneLine)) };
}
function platformFiles({ document }) {
    const added = document.closure.filter((entry) => entry.in === 'delta');
    const required = document.closure.filter((entry) => entry.in === 'base');
    const file = (name, text) => ({ name: `${BUNDLE_FOLDER}/${document.system}/${name}`, text });
    const files = [
        file('manifest', linesText(document.layers.map((layer) => manifestLine(layer, document.closure)))),
        file('paths', linesText(pathLines(added, document.layers))),
        file('requires', linesText(required.map(hashedPath))),
        file('registration', added.map(registration).join('')),
        file('requires-registration', required.map(registration).join('')),
        file('env-path', `${document.storePath}\n`),
        file('environment', linesText(environmentLines(document))),
    ];
    const { complement } = document;
    if (complement === undefined)
        return files;
    const covered = new Set(complement.flatMap((layer) => layer.paths));
    return [
        ...files,
        file('complement-manifest', linesText(complement.map((layer) => manifestLine(layer, document.closure)))),
        file('complement-paths', linesText(pathLines(required.filter(({ path }) => covered.has(path)), complement))),
    ];
}
/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>` */
function manifestLine(layer, closure) {
    const unpacked = layer.tarSize ?? largestTar(layer, closure);
    return [layer.digest, layer.size, layer.diffId, layer.mediaType, layerFileName(layer), unpacked].join(' ');
}
/**
 * A bound on the bytes of a layer's tar if they were not counted. A node takes 112 bytes of NAR or more; in a tar, a
 * header, an extended header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(layer, closure) {
    const sizes = new Map(closure.map(({ path, narSize }) => [path, narSize]));
    return 10_240 + layer.paths.reduce((sum, path) => sum + 100 * (sizes.get(path) ?? 0), 0);
}
/** `<path> sha256:<hex> <NAR size> <digest of its layer>` */
function pathLines(entries, layers) {
    const homes = new Map(layers.flatMap((layer) => layer.paths.map((path) => [path, layer])));
    return entries.map((entry) => {
        const layer = homes.get(entry.path);
        if (layer === undefined)
            throw new Error(`${entry.path} is in no layer`);
        return `${hashedPath(entry)} ${layer.digest}`;
    });
}
function hashedPath({ path, narHash, narSize }) {
    return `${path} sha256:${narHex(narHash)} ${narSize}`;
}
/** One entry as `nix-store --load-db` reads it: path, hash, size, deriver or an empty line, references. */
function registration({ path, narHash, narSize, deriver, references }) {
    return linesText([path, narHex(narHash), String(narSize), deriver ?? '', String(references.length), ...references]);
}
/** `PATH=<folder of the output>` for each, `.=<script of the output>` if there is one, then `NAME=value`. */
function environmentLines({ env }) {
    const variables = Object.entries(env.variables).filter(([name]) => name !== 'PATH');
    return [
        ...env.PATH.map((folder) => `PATH=${oneLine(folder)}`),
        // No variable has this name: an installer that does not know it takes no notice.
        ...(env.profile === undefined ? [] : [`.=${oneLine(env.profile)}`]),
        ...variables.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => oneLine(`${name}=${value}`)),
    ];
}
function narHex(narHash) {
    const { algorithm, bytes } = (0,_nix_store_nix_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNixHash */ .BB)(narHash);
    if (algorithm !== 'sha256')
        throw new Error(`${narHash} is not a SHA-256`);
    return Buffer.from(bytes).toString('hex');
}
function oneLine(text) {
    if (/[\r\n\0]/.test(text))
        throw new Error(`"${text}" holds a line break, which the runtime can't read`);
    return text;
}
function linesText(lines) {
    return lines.map((line) => `${line}\n`).join('');
}


/***/ }),

/***/ 26791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ sourceContent),
/* harmony export */   QX: () => (/* binding */ partBody),
/* harmony export */   aG: () => (/* binding */ checkContent),
/* harmony export */   dy: () => (/* binding */ bytesContent),
/* harmony export */   g3: () => (/* binding */ wholeBody),
/* harmony export */   qY: () => (/* binding */ fileContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55541);





// Large, as each read goes to another thread and back.
const READ_SIZE = 1024 * 1024;
function fileContent(path) {
    return { open: (start, end) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { start, end: end - 1, highWaterMark: READ_SIZE }) };
}
function bytesContent(bytes) {
    return { open: (start, end) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([Buffer.from(bytes.subarray(start, end))], { objectMode: false }) };
}
/** Returns a blob of another repository, read from there: for registries that don't mount it. A part of it is what is left when the rest has been passed over. */
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
 * Returns a whole blob as one body. Its last bytes are held back until all of them are known to be those of the descriptor, so
 * that a file that was changed meanwhile never becomes a blob.
 */
function wholeBody(descriptor, content, meter) {
    return {
        size: descriptor.size,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(checkedChunks(descriptor, content), 0, meter), { objectMode: false }),
    };
}
/** Returns a part of a blob as one body. */
function partBody(descriptor, content, [start, end], meter) {
    return {
        size: end - start,
        open: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(metered(readChunks(descriptor, content, start, end), start, meter), { objectMode: false }),
    };
}
/** Reads a blob once to see that it is what it says. @throws IntegrityError, Failure if it can't be read */
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
    const actual = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOfHex */ .z9)(hash.digest('hex'));
    if (actual !== descriptor.digest) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file has different content, with the digest ${actual}.`);
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
        // Its message says more, and what to do. It is not thrown itself, because another registry's answer does not belong to this upload.
        if (cause instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(cause.message, { cause, ...(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .adviceOf */ .wr)(cause) });
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The blob ${descriptor.digest} can't be read: ${(0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}.`, { cause });
    }
    if (position !== end) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`The blob ${descriptor.digest} was not uploaded: its file ends at byte ${position} instead of ${descriptor.size}.`);
    }
}


/***/ }),

/***/ 84880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TagMovedError),
/* harmony export */   y: () => (/* binding */ pushManifest)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55541);
/* harmony import */ var _http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59042);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72129);
/* harmony import */ var _pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26723);
/* harmony import */ var _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87149);
/* harmony import */ var _blob_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26791);







/** A tag names something other than expected: somebody else moves it too. */
class TagMovedError extends _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    tag;
    /** Undefined if it names nothing. */
    actual;
    constructor(facts, message) {
        super(message, facts, { hint: 'Another run publishes under this tag as well. Run again, one at a time.' });
        this.tag = facts.tag;
        this.actual = facts.actual;
    }
}
/** Precondition Failed. */
const CHANGED = 412;
/** Milliseconds. Some registries show a write only after a while, to some of those who ask. */
const SLOW = { first: 100, most: 2000, together: 10_000 };
/**
 * Pushes a manifest under its digest or a tag, and reads it back; under its digest only if the answer does not name it.
 *
 * The protocol has no conditional writes: between our look at a tag and our PUT somebody else may move it, and their
 * write is lost. What can be done is done: the tag is looked at before each PUT, and read after it, so that of two
 * writers who overlap at least one learns of it. Tags are looked at by GET: a HEAD may say 404 of what is there.
 * @throws TagMovedError if the tag names neither what is expected nor this manifest; TransportError, RegistryError,
 *   IntegrityError, CancelledError
 */
async function pushManifest(connection, { bytes, mediaType }, tagOrDigest, options = {}) {
    const descriptor = { mediaType, digest: (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length };
    if ((0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(tagOrDigest) && tagOrDigest !== descriptor.digest) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A manifest with the digest ${descriptor.digest} can't be pushed as ${tagOrDigest}.`);
    }
    const push = new ManifestPush(connection, { descriptor, bytes }, tagOrDigest, options);
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
    #conditional;
    #etag;
    #expected;
    #sent = false;
    #lag = 0;
    #subject;
    constructor(connection, { descriptor, bytes }, name, options) {
        this.#connection = connection;
        this.#descriptor = descriptor;
        this.#bytes = bytes;
        this.#name = name;
        this.#signal = options.signal;
        this.#watched = options.watched === true;
        this.#conditional = options.conditional === true;
        this.#expected = options.expect;
    }
    async attempt() {
        // Once it was sent, it may have been taken, and overwritten since.
        if ((this.#watched && !this.#sent) || (await this.#isWanted())) {
            const named = await this.#put();
            if (!named || !(this.#watched || (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(this.#name)))
                await this.#readBack();
        }
        return { descriptor: this.#descriptor, sent: this.#sent, lag: this.#lag, subject: this.#subject };
    }
    /** @throws TagMovedError */
    async #isWanted() {
        const now = (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(this.#name) ? await (0,_pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .headManifest */ .sy)(this.#connection, this.#name, this.#signal) : await this.#look();
        if (now?.digest === this.#descriptor.digest)
            return false;
        this.#expected ??= now?.digest ?? 'none';
        if ((now?.digest ?? 'none') !== this.#expected)
            throw this.#moved('GET', now?.digest);
        return true;
    }
    /** @returns whether the answer says that this is the manifest */
    async #put() {
        const body = { size: this.#bytes.length, open: () => (0,_blob_content_js__WEBPACK_IMPORTED_MODULE_6__/* .bytesContent */ .dy)(this.#bytes).open(0, this.#bytes.length) };
        this.#sent = true;
        const response = await this.#connection.expect({
            method: 'PUT',
            url: this.#url(),
            headers: { 'content-type': this.#descriptor.mediaType, ...this.#condition() },
            body,
            ...(this.#signal === undefined ? {} : { signal: this.#signal }),
        }, this.#conditional ? [..._quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TAKEN */ .Uf.statuses, CHANGED] : _quirks_symptoms_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TAKEN */ .Uf.statuses);
        await response.discard();
        if (response.status === CHANGED)
            throw this.#moved('PUT', (await this.#look())?.digest);
        this.#subject = digestHeader(response, 'oci-subject');
        const digest = digestHeader(response, 'docker-content-digest');
        if (digest !== undefined && digest !== this.#descriptor.digest) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The manifest ${this.#descriptor.digest} became ${digest} when it was pushed to ${this.#connection.repository}.`, {
                hint: 'The registry, or a proxy in front of it, rewrites manifests: what is published is not what was built.',
            });
        }
        return response.status === 201 && digest !== undefined;
    }
    #condition() {
        if (!this.#conditional)
            return {};
        if (this.#expected === 'none')
            return { 'if-none-match': '*' };
        // A weak one is never equal (RFC 9110, 13.1.1).
        return this.#etag === undefined || this.#etag.startsWith('W/') ? {} : { 'if-match': this.#etag };
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
        try {
            const { raw, etag } = await (0,_pull_read_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readTagged */ .hq)(this.#connection, this.#name, this.#signal);
            this.#etag = etag;
            return raw;
        }
        catch (error) {
            if (error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX && error.status === 404)
                return undefined;
            throw error;
        }
    }
    #notThere(actual) {
        if (actual !== undefined)
            return this.#moved('GET', actual);
        const url = (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__/* .printableUrl */ .Zq)(this.#url());
        const message = `GET ${url} was answered with 404, although the registry had just accepted the manifest.`;
        return new _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX(message, { method: 'GET', url, status: 404, temporary: true });
    }
    #moved(method, actual) {
        const is = actual === undefined ? 'names nothing' : `names ${actual}`;
        const was = this.#expected === 'none' ? 'nothing' : this.#expected;
        return new TagMovedError({ method, url: (0,_http_registry_host_js__WEBPACK_IMPORTED_MODULE_2__/* .printableUrl */ .Zq)(this.#url()), tag: this.#name, actual }, `The tag ${this.#name} of ${this.#connection.repository} ${is} now, so it was not moved from ${was} to ${this.#descriptor.digest}.`);
    }
    #url() {
        return this.#connection.manifestUrl(this.#name);
    }
}
function digestHeader(response, name) {
    const text = response.header(name) ?? '';
    return (0,_format_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(text) ? text : undefined;
}


/***/ }),

/***/ 93908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ RegistryWriter)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/oci/pull/connection.js + 6 modules
var connection = __webpack_require__(44590);
// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/oci/http/transport-error.js + 1 modules
var transport_error = __webpack_require__(72129);
// EXTERNAL MODULE: ./lib/oci/pull/blob-size.js
var blob_size = __webpack_require__(73582);
// EXTERNAL MODULE: ./lib/oci/quirks/symptoms.js
var symptoms = __webpack_require__(87149);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/oci/push/upload-session.js



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
    /** @param opened the 202 that opened it @throws TransportError if its Location must not be followed */
    constructor(connection, opened, signal) {
        this.#connection = connection;
        this.#signal = signal;
        this.#location = locationOf(opened);
        this.leastChunk = Number(/^\d+$/.exec(opened.header('oci-chunk-min-length') ?? '')?.[0] ?? 0);
    }
    /** @throws TransportError if the registry opens none, CancelledError */
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
     * @returns undefined if the session is gone, or the registry doesn't say
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
        // "0-0" is what an empty session says too; taken for empty, the worst that comes of it is a 416.
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
/** Returns how long a commit of so many bytes may go on in the registry after its answer was lost, in milliseconds. */
function commitTime(size) {
    return Math.min(60_000, size / COMMIT_SPEED);
}
function withSignal(signal) {
    return signal === undefined ? {} : { signal };
}
function locationOf(response) {
    const text = response.header('location');
    const url = text === undefined ? null : URL.parse(text, response.url.href);
    const why = text === undefined ? 'without saying where it is' : url === null ? 'at something that is not a URL' : (0,registry_host/* refusedTarget */.CP)(response.url, url);
    if (url !== null && why === undefined)
        return url;
    const printable = (0,registry_host/* printableUrl */.Zq)(response.url);
    throw new transport_error/* TransportError */.wX(`${response.method} ${printable} opened an upload ${url === null ? why : `at ${(0,registry_host/* printableUrl */.Zq)(url)}, ${why}; nothing is sent there`}.`, { method: response.method, url: printable, status: response.status, temporary: false }, { hint: 'Configure the registry behind the proxy with its public address, including https.' });
}
// By hand: URLSearchParams would write the registry's own parameters, which are signed, in another way.
function withDigest(location, digest) {
    const url = new URL(location);
    url.search = `${location.search}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    return url;
}

;// CONCATENATED MODULE: ./lib/oci/push/chunked-upload.js




/** One blob sent in chunks, which continues after a fault at the byte that the registry names. */
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
        const response = await session.patch(start, (0,blob_content/* partBody */.QX)(descriptor, content, [start, end], meter));
        if (symptoms/* CHUNK_TAKEN */.iJ.statuses.includes(response.status)) {
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

// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
;// CONCATENATED MODULE: ./lib/oci/push/mount-blob.js





/**
 * Asks the registry to take a blob from another of its repositories (OCI distribution specification, "Mounting a blob
 * from another repository").
 * @param from `org/bedrock`
 * @returns a session if the registry wants the bytes instead, `refused` where it gave nothing. A refusal says little:
 *   Harbor says 401 of a project that is missing, Docker Hub of one that we may not read
 * @throws TransportError that is temporary, Failure if `from` is no repository's name, CancelledError
 */
async function mountBlob(connection, digest, from, signal) {
    (0,reference/* checkRepository */.n_)(from);
    const url = connection.uploadsUrl();
    url.search = `mount=${encodeURIComponent((0,format_digest/* parseDigest */.m)(digest))}&from=${encodeURIComponent(from)}`;
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

;// CONCATENATED MODULE: ./lib/oci/push/push-blob.js









// A flaky line that carries this much each time still gets a large blob over in the end, in chunks.
const PROGRESS = 1024 * 1024;
const POLL = 1000;
const MOUNT_ATTEMPTS = 2;
/** Bytes. A blob that is smaller is sent to an empty repository unasked, and believed to be there if the answer names it. */
const SMALL = 1024 * 1024;
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
        const asks = this.#attempts > 1 || !this.#goesUnasked();
        if (asks && (await this.#isThere())) {
            await this.#chunks?.drop();
            return this.#work.meter.complete ? 'uploaded' : 'present';
        }
        await this.#endDoubt();
        const mount = await this.#mount();
        if (mount === 'mounted') {
            await this.#confirm();
            return 'mounted';
        }
        const isNamed = await this.#upload(mount);
        if (!isNamed || this.#work.descriptor.size >= SMALL)
            await this.#confirm();
        return 'uploaded';
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
    /** @returns undefined if the blob is not there */
    #remoteSize(sure) {
        const { connection, descriptor, signal } = this.#work;
        return (0,blob_size/* blobSize */.L)(connection, descriptor.digest, { signal, sure });
    }
    /** @returns the session that a registry opens if it does not mount; undefined if it opens none, or was not asked */
    async #mount() {
        if (this.#mountFrom === undefined || this.#mountsLeft === 0 || this.#work.again === true)
            return undefined;
        this.#mountsLeft -= 1;
        const { connection, descriptor, signal } = this.#work;
        const answer = await mountBlob(connection, descriptor.digest, this.#mountFrom, signal);
        this.#mountsLeft = 0;
        return answer === 'refused' ? undefined : answer;
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
    /** @returns `named` if the answer has the blob's digest; `too large` if the registry wants it in smaller pieces */
    async #commit(session, body) {
        const { connection, descriptor, meter } = this.#work;
        try {
            return await this.#putInto(session, body);
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
    async #putInto(session, body) {
        const { connection, descriptor, limits } = this.#work;
        const response = await session.commit(descriptor.digest, descriptor.size, body);
        if (symptoms/* BLOB_TAKEN */.wA.statuses.includes(response.status)) {
            await response.discard();
            return response.status === 201 && response.header('docker-content-digest') === descriptor.digest ? 'named' : 'taken';
        }
        const error = await connection.failure(response);
        if (response.status !== 413 || body === undefined || !limits.refusedOnePut(descriptor.size))
            throw accidental(error);
        await session.cancel();
        return 'too large';
    }
    // Some registries keep less than they were given and say nothing; others need a moment to know what they have.
    async #confirm() {
        const { connection, descriptor } = this.#work;
        const actual = await this.#remoteSize(true);
        if (actual === undefined) {
            const url = (0,registry_host/* printableUrl */.Zq)(this.#url());
            const message = `HEAD ${url} was answered with 404, although the registry had just accepted the blob.`;
            throw new transport_error/* TransportError */.wX(message, { method: 'HEAD', url, status: 404, temporary: true });
        }
        if (actual !== descriptor.size && actual !== 'unknown') {
            throw new errors/* IntegrityError */.cs(`The registry accepted the blob ${descriptor.digest} of ${connection.repository}, but has only ${actual} of its ${descriptor.size} bytes.`, { hint: 'The registry, or a proxy in front of it, damages uploads. Nothing that refers to this blob was published.' });
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

// EXTERNAL MODULE: ./lib/oci/push/push-manifest.js
var push_manifest = __webpack_require__(84880);
// EXTERNAL MODULE: ./lib/oci/format/blob-bytes.js
var blob_bytes = __webpack_require__(2116);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var format_referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/oci/pull/referrer-lists.js
var referrer_lists = __webpack_require__(33182);
// EXTERNAL MODULE: ./lib/oci/format/canonical-json.js
var canonical_json = __webpack_require__(1306);
;// CONCATENATED MODULE: ./lib/oci/push/fallback-tag.js






/** How often the list is written because somebody else wrote it meanwhile. */
const ROUNDS = 20;
/**
 * Milliseconds after which the list is read again. Another writer may have read it before our write and write after it: that writer can't see
 * what is lost, so we have to.
 */
const SETTLE = 300;
/**
 * Adds referrers to the list under the fallback tag (distribution specification, "Referrers Tag Schema"), whatever else is in it. The
 * protocol lets two writers overwrite each other, so the list is read again after a while, and completed again if somebody's write took
 * ours away. A registry that heeds If-Match lets the second writer know at once.
 * @throws RegistryError, IntegrityError if the tag names no list, CancelledError
 */
async function addToFallback({ writer, connection, signal }, subject, referrers) {
    const tag = (0,format_referrer/* fallbackTag */.fH)(subject);
    let isConditional = true;
    let overtaken;
    for (let round = 0; round < ROUNDS; round += 1) {
        const now = await (0,referrer_lists/* readFallback */.DE)(connection, subject);
        const bytes = merged(now, referrers);
        if (bytes === undefined)
            return;
        try {
            await writer.pushManifest(bytes, media_types/* IMAGE_INDEX */.L$, tag, { expect: now?.digest ?? 'none', ...(isConditional ? { conditional: true } : {}), ...(signal === undefined ? {} : { signal }) });
        }
        catch (error) {
            if (!(error instanceof push_manifest/* TagMovedError */.w))
                throw error;
            // A registry that refuses though nobody moved the tag does not mean the condition.
            if (error.actual === now?.digest)
                isConditional = false;
            overtaken = error;
        }
        await connection.retry.sleep(SETTLE * (1 + Math.random()), signal);
    }
    throw new errors/* RegistryError */.gl(`The list ${connection.repository}:${tag} changed ${ROUNDS} times while it was being written.`, { method: 'PUT', url: connection.repository }, { cause: overtaken, hint: 'Other runs keep attaching to the same manifest. Run again.' });
}
/** @returns undefined if the list names them all */
function merged(now, referrers) {
    const index = now?.index ?? { schemaVersion: 2, mediaType: media_types/* IMAGE_INDEX */.L$, manifests: [] };
    const named = new Set(index.manifests.map(({ digest }) => digest));
    const missing = referrers.map(({ descriptor }) => descriptor).filter(({ digest }) => !named.has(digest));
    if (missing.length === 0)
        return undefined;
    if (index.manifests.length + missing.length > referrer_lists/* MOST_REFERRERS */.p8) {
        throw new errors/* Failure */.HR(`The list of referrers has ${index.manifests.length} entries; the limit is ${referrer_lists/* MOST_REFERRERS */.p8}.`, { hint: 'Delete entries that are no longer needed.' });
    }
    return Buffer.from((0,canonical_json/* canonicalJson */.d)({ ...index, manifests: [...index.manifests, ...missing] }));
}

;// CONCATENATED MODULE: ./lib/oci/push/push-referrers.js








/** Milliseconds that a registry may take to list what it took. */
const SLOW = { first: 200, most: 2000, together: 10_000 };
/** How often the list is completed. */
const ATTEMPTS = 2;
/**
 * Attaches contents to a manifest, and reads all of it back: manifest, payload, and the list that names it. If the registry's answer has no
 * `OCI-Subject`, or its API doesn't list what it took, the list under the fallback tag is completed (distribution specification,
 * "Pushing Manifests with Subject"). What is there already is not sent again.
 * @param subject of a manifest in the same repository
 * @returns descriptors of the referrers' manifests, in the order of the contents
 * @throws RegistryError if the registry refuses, or says that it took what it doesn't give afterwards; IntegrityError, CancelledError
 */
async function pushReferrers(target, subject, contents) {
    const referrers = contents.map((content) => ({ ...(0,format_referrer/* composeReferrer */.MJ)(subject, content), payload: content.payload }));
    const unnoted = [];
    for (const referrer of referrers) {
        const { sent, subject: noted } = await pushOne(target, referrer);
        await readBack(target, referrer);
        if (sent && noted !== subject.digest)
            unnoted.push(referrer);
    }
    // What was noted is listed after a while; of what was there before, no answer tells.
    const others = referrers.filter((referrer) => !unnoted.includes(referrer));
    let missing = [...unnoted, ...(await unlistedOf(target, subject.digest, others))];
    // Who does not know of our entry may write over it at any time, so what was listed may be gone a moment later.
    for (let attempt = 1; missing.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
        await addToFallback(target, subject.digest, missing);
        missing = await unlistedOf(target, subject.digest, missing);
    }
    if (missing.length > 0)
        throw notListed(target, subject.digest, missing);
    return referrers.map(({ descriptor }) => descriptor);
}
async function pushOne({ writer, signal }, referrer) {
    const stop = signal === undefined ? {} : { signal };
    await writer.pushBlob(referrer.config, (0,blob_content/* bytesContent */.dy)(format_referrer/* EMPTY_BYTES */.iF), stop);
    await writer.pushBlob(referrer.layer, (0,blob_content/* bytesContent */.dy)(referrer.payload), stop);
    return writer.pushManifest(referrer.bytes, media_types/* IMAGE_MANIFEST */.MS, referrer.descriptor.digest, stop);
}
/** A registry may say 201 and store nothing. */
async function readBack({ writer: { reader }, connection }, { descriptor, layer, config }) {
    try {
        await reader.manifest(descriptor.digest);
        await (0,blob_bytes/* blobBytes */.R)(reader, layer, layer.size);
        await (0,blob_bytes/* blobBytes */.R)(reader, config, config.size);
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl && error.status === 404))
            throw error;
        const { method, url } = error;
        throw new errors/* RegistryError */.gl(`${connection.repository} lacks what it has just accepted: ${error.message}`, { method, url, status: 404 }, { cause: error, hint: HINT });
    }
}
const HINT = 'The registry, or a proxy in front of it, confirms uploads that it did not store.';
/** Returns the referrers that no list names, even after a while. */
async function unlistedOf({ connection, signal }, subject, referrers) {
    if (referrers.length === 0)
        return [];
    for (let waited = 0, delay = SLOW.first;; waited += delay, delay = Math.min(2 * delay, SLOW.most)) {
        const { api = [], tag } = await (0,referrer_lists/* readReferrerLists */.xB)(connection, subject);
        const named = new Set([...api, ...tag].map(({ digest }) => digest));
        const missing = referrers.filter(({ descriptor }) => !named.has(descriptor.digest));
        if (missing.length === 0 || waited >= SLOW.together)
            return missing;
        await connection.retry.sleep(delay, signal);
    }
}
function notListed({ connection }, subject, missing) {
    const url = (0,registry_host/* printableUrl */.Zq)(connection.referrersUrl(subject));
    const what = missing.map(({ descriptor }) => descriptor.artifactType ?? descriptor.digest).join(', ');
    return new errors/* RegistryError */.gl(`${connection.repository}@${subject}: the registry accepted what was attached (${what}) but does not list it.`, { method: 'GET', url }, { hint: HINT });
}

// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
;// CONCATENATED MODULE: ./lib/oci/push/upload-limits.js


/** What one registry takes in one request: what is known of its host, and what it taught us while we uploaded. */
class UploadLimits {
    #onePutBelow;
    #chunk;
    /** @param host without port */
    constructor(host, options = {}) {
        const known = (0,hosts/* quirksOf */.T)(host);
        this.#onePutBelow = options.onePutBelow ?? known.onePutBelow ?? Infinity;
        this.#chunk = options.chunk ?? known.chunk ?? symptoms/* CHUNKS */.zy.size;
    }
    fitsOnePut(size) {
        return size < this.#onePutBelow;
    }
    /** One PUT of `size` bytes got a 413. @returns whether the blob can be sent differently */
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

;// CONCATENATED MODULE: ./lib/oci/push/upload-meter.js
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
    /** Tells whether the last byte was sent. */
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

;// CONCATENATED MODULE: ./lib/oci/push/registry-writer.js










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
    /** @param reference its tag and digest matter only for `reader.root()` */
    constructor(reference, options = {}) {
        this.#connection = new connection/* Connection */.N(reference, options.deletes === true ? ['pull', 'push', 'delete'] : ['pull', 'push'], options);
        this.repository = this.#connection.repository;
        this.signal = options.signal;
        this.reader = new registry/* Registry */.O(reference, options, this.#connection);
        this.#limits = new UploadLimits(this.#connection.origin.hostname, options.limits);
        this.#limiter = new parallel/* Limiter */.jG(options.concurrency ?? CONCURRENCY);
    }
    /** Closes idle connections. */
    close() {
        this.#connection.close();
    }
    /**
     * Makes sure that the registry has a blob, and sends nothing that it has. The same blob twice at once goes once.
     * @throws RegistryError, IntegrityError if the content is not what the descriptor says, or the registry's isn't
     *   afterwards; CancelledError
     */
    async pushBlob(descriptor, content, options = {}) {
        // Google's registry refuses them, ECR too; nothing that we publish needs one.
        if (descriptor.size === 0)
            throw new errors/* Failure */.HR(`The blob ${descriptor.digest} is empty, which not every registry accepts.`);
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
            const { method, url, status, code } = error;
            throw new errors/* RegistryError */.gl(`Nothing can be published as ${this.repository}: ${error.message}`, { method, url, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) }, { cause: error, ...(0,errors/* adviceOf */.wr)(error) });
        }
    }
    /**
     * Deletes a manifest, and with it every tag that names it (OCI distribution specification, "Content Management"). One that is gone is no error.
     * @throws RegistryError if the registry does not allow it (405), CancelledError
     */
    async deleteManifest(digest) {
        await this.#connection.retry.run(async () => {
            const response = await this.#connection.expect({ method: 'DELETE', url: this.#connection.manifestUrl(digest) }, [200, 202, 204, 404]);
            await response.discard();
        });
    }
    /** As `pushManifest` of push-manifest.ts. The blobs must be there. */
    pushManifest(bytes, mediaType, tagOrDigest, options) {
        return (0,push_manifest/* pushManifest */.y)(this.#connection, { bytes, mediaType }, tagOrDigest, options);
    }
    /** Attaches contents to a manifest of this repository: see `pushReferrers` of referrers/push-referrers.ts. */
    pushReferrers(subject, contents, signal = this.signal) {
        return pushReferrers({ writer: this, connection: this.#connection, signal }, subject, contents);
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


/***/ })

};
