export const id = 900;
export const ids = [900];
export const modules = {

/***/ 4551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pI: () => (/* binding */ tarHeader),
/* harmony export */   vr: () => (/* binding */ tarPadding),
/* harmony export */   y7: () => (/* binding */ TAR_END)
/* harmony export */ });
/* unused harmony export BLOCK */
/**
 * Deterministic tar headers: POSIX ustar, with a PAX extended header where a name, a link or a size doesn't fit.
 * (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".) Whoever unpacks sees owner 0, mtime 1 and
 * the modes that a Nix store has; nothing else of the packing machine gets in.
 */
const BLOCK = 512;
/** Sizes of 8 GiB and more don't fit the eleven octal digits of ustar. */
const LARGEST_USTAR_SIZE = 0o77777777777;
const NAME_LENGTH = 100;
const PREFIX_LENGTH = 155;
/** Seconds: what Nix gives every file of a store. */
const MTIME = 1;
const TYPE_FLAGS = { file: '0', 'hard-link': '1', symlink: '2', directory: '5' };
/** The blocks in front of an entry's contents: its header, after an extended header where one is needed. */
function tarHeader(entry) {
    const records = {};
    const place = splitName(entry.name);
    const target = entry.target ?? '';
    if (place === undefined)
        records['path'] = entry.name;
    if (target.length > NAME_LENGTH)
        records['linkpath'] = target;
    if (entry.size > LARGEST_USTAR_SIZE)
        records['size'] = String(entry.size);
    const header = ustarHeader({
        ...(place ?? { prefix: '', name: entry.name.slice(0, NAME_LENGTH) }),
        mode: entry.mode,
        // A reader that knows PAX takes the record; any other had better see nothing than a wrong size.
        size: 'size' in records ? 0 : entry.size,
        type: TYPE_FLAGS[entry.type],
        target: target.slice(0, NAME_LENGTH),
    });
    return Object.keys(records).length === 0 ? header : Buffer.concat([extendedHeader(records), header]);
}
/** Zeros that fill an entry's last block. */
function tarPadding(size) {
    return (BLOCK - (size % BLOCK)) % BLOCK;
}
/** What ends an archive. */
const TAR_END = Buffer.alloc(2 * BLOCK);
/** A name over 100 bytes is cut at a slash, where that makes it fit. @returns undefined where it doesn't */
function splitName(name) {
    if (name.length <= NAME_LENGTH)
        return { prefix: '', name };
    // The last slash that leaves a prefix of at most 155 bytes; a directory's own slash at the end is no place to cut.
    const slash = name.lastIndexOf('/', Math.min(PREFIX_LENGTH, name.length - 2));
    if (slash <= 0 || name.length - slash - 1 > NAME_LENGTH)
        return undefined;
    return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}
function ustarHeader(fields) {
    const header = Buffer.alloc(BLOCK);
    header.write(fields.name, 0, NAME_LENGTH, 'latin1');
    header.write(octal(fields.mode, 8), 100, 'latin1');
    header.write(octal(0, 8), 108, 'latin1'); // uid
    header.write(octal(0, 8), 116, 'latin1'); // gid
    header.write(octal(fields.size, 12), 124, 'latin1');
    header.write(octal(MTIME, 12), 136, 'latin1');
    header.write('        ', 148, 'latin1'); // the checksum counts as blanks
    header.write(fields.type, 156, 'latin1');
    header.write(fields.target, 157, NAME_LENGTH, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    header.write(octal(0, 8), 329, 'latin1'); // devmajor
    header.write(octal(0, 8), 337, 'latin1'); // devminor
    header.write(fields.prefix, 345, PREFIX_LENGTH, 'latin1');
    let sum = 0;
    for (const byte of header)
        sum += byte;
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
/** A zero-terminated octal number that fills `width` bytes. */
function octal(value, width) {
    return `${value.toString(8).padStart(width - 1, '0')}\0`;
}
function extendedHeader(records) {
    const text = Object.entries(records)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => paxRecord(key, value))
        .join('');
    const header = ustarHeader({ prefix: '', name: 'PaxHeader', mode: 0o644, size: text.length, type: 'x', target: '' });
    return Buffer.concat([header, Buffer.from(text, 'latin1'), Buffer.alloc(tarPadding(text.length))]);
}
/** `<length> <key>=<value>\n`, where the length counts its own digits. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    let length = rest.length;
    while (length !== rest.length + String(length).length)
        length = rest.length + String(length).length;
    return `${length}${rest}`;
}


/***/ }),

/***/ 5900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diff: () => (/* binding */ diff)
});

// EXTERNAL MODULE: ./lib/base/read-base.js + 1 modules
var read_base = __webpack_require__(7155);
// EXTERNAL MODULE: ./lib/delta/changes.js + 2 modules
var changes = __webpack_require__(3166);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/base/open-base.js
var open_base = __webpack_require__(7035);
// EXTERNAL MODULE: ./lib/delta/parse-document.js
var parse_document = __webpack_require__(8151);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/layout-reader.js
var layout_reader = __webpack_require__(2611);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(2222);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var registry = __webpack_require__(188);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(2480);
// EXTERNAL MODULE: ./lib/publish/built-layout.js
var built_layout = __webpack_require__(6354);
// EXTERNAL MODULE: ./lib/publish/layout-facts.js
var layout_facts = __webpack_require__(1531);
// EXTERNAL MODULE: ./lib/publish/published.js
var publish_published = __webpack_require__(5889);
;// CONCATENATED MODULE: ./lib/diff/read-side.js














const NAME_A_BUILD = 'Name a folder that `nix-feature build` wrote with --output, an OCI image layout, or a delta.json.';
/**
 * Finds out by its manifest, or by the files in its folder, what a reference names, and reads a Feature's documents.
 * @param cleanup ends the connections
 * @throws InputError for a file or folder that is neither; Failure, RegistryError, IntegrityError, CancelledError
 */
async function readSide(input, request, host, cleanup) {
    const reference = request[input];
    const { text: name } = reference;
    if (reference.kind === 'path')
        return readPath(input, name, reference.path, request.arches);
    // A build's layout has a manifest for each platform, and is compared whole unless one of them is named.
    if (reference.kind === 'layout' && reference.ref === undefined)
        return readPath(input, name, reference.folder, request.arches);
    const opened = await (0,open_base/* openBase */.m)(reference, request, host);
    cleanup.defer(() => opened.close());
    return readImage(name, opened.source, request.arches);
}
async function readPath(input, name, path, arches) {
    if (!(await (0,promises_.stat)(path)).isDirectory())
        return featureOf(name, [await readDocumentFile(input, path)]);
    if (await isThere((0,external_node_path_.join)(path, layout_facts/* FACTS_FILE */.Ho))) {
        return featureOf(name, (await (0,built_layout/* readBuiltLayout */.n)(path)).platforms.map(({ document }) => document));
    }
    if (await isThere((0,external_node_path_.join)(path, 'oci-layout')))
        return readImage(name, await layout_reader/* LayoutReader */.I.open(path), arches);
    throw new errors/* InputError */.dz(input, `${path} holds neither the build of a Feature nor an image: there is no ${layout_facts/* FACTS_FILE */.Ho}, and no oci-layout.`, { hint: NAME_A_BUILD });
}
async function readDocumentFile(input, path) {
    try {
        return (0,parse_document/* parseDeltaDocument */.X)(await (0,promises_.readFile)(path, 'utf8'), path);
    }
    catch (cause) {
        if (!(cause instanceof errors/* IntegrityError */.cs))
            throw cause;
        throw new errors/* InputError */.dz(input, cause.message, { cause, hint: NAME_A_BUILD });
    }
}
function isThere(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
async function readImage(name, source, arches) {
    const root = await rootOf(name, source);
    const parsed = (0,parse_manifest/* parseManifest */.N)(root, name);
    if (parsed.kind === 'index')
        return { what: 'base', name, source };
    const { manifest } = parsed;
    if (manifest.artifactType === media_types/* DELTA_ARTIFACT */.YD)
        return featureOf(name, [await platformDocument(name, source, manifest)]);
    if (manifest.config.mediaType !== media_types/* DEVCONTAINER_CONFIG */.Wj)
        return { what: 'base', name, source };
    refuseCollection(name, manifest);
    return readPublished(name, source, (0,publish_published/* publishedAs */.hY)(name, root), arches);
}
function refuseCollection(name, { layers }) {
    if (!layers.some(({ mediaType }) => mediaType === media_types/* COLLECTION_LAYER */.ZJ))
        return;
    throw new errors/* Failure */.HR(`${name} is a collection of Features, and only single ones are compared.`, { hint: `Name one of them: ${withoutTag(name)}/<id>.` });
}
async function readPublished(name, source, published, wanted) {
    const arches = [...published.platforms.keys()];
    if (arches.length === 0) {
        throw new errors/* Failure */.HR(`${name} is a Feature that nix-feature did not publish: nothing says which store paths it has.`);
    }
    return { what: 'feature', name, arches, documents: await (0,publish_published/* readDocuments */.r9)(source, published, wanted.length > 0 ? wanted : arches) };
}
function withoutTag(name) {
    return name.replace(/(?::[^:/@]*)?(?:@.*)?$/, '');
}
async function platformDocument(name, source, { config }) {
    return (0,parse_document/* parseDeltaDocument */.X)((await (0,consumers_.buffer)(source.blob(config))).toString('utf8'), `the delta document of ${name}`);
}
function featureOf(name, all) {
    const documents = new Map(all.map((document) => [(0,platform/* archOf */.Qh)(document.system), document]));
    return { what: 'feature', name, arches: [...documents.keys()], documents };
}
async function rootOf(name, source) {
    try {
        return await source.root();
    }
    catch (error) {
        if (!(error instanceof errors/* RegistryError */.gl))
            throw error;
        const mistaken = takenForHub(name, source);
        if (error.status === undefined && mistaken === undefined)
            throw error;
        const refused = error.status === 401 || error.status === 403;
        const problem = error.status === 404 ? 'does not exist' : refused ? 'is refused' : 'can’t be read';
        const hint = mistaken ?? (error.status === 404 && source instanceof registry/* Registry */.O ? await tagsThere(source) : error.hint);
        throw new errors/* Failure */.HR(`${name} ${problem}: ${error.message}`, { cause: error, ...(hint === undefined ? {} : { hint }) });
    }
}
/** A folder whose name is mistyped is a name of Docker Hub's. */
function takenForHub(name, source) {
    if (!(source instanceof registry/* Registry */.O) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/'))
        return undefined;
    return `There is no file or folder “${name}” here, so it was looked for on Docker Hub: check the name, or begin it with the registry.`;
}
const SHOWN_TAGS = 20;
/** What could have been meant. */
async function tagsThere(source) {
    const tags = await source.tags().catch((error) => {
        if (error instanceof errors/* RegistryError */.gl)
            return [];
        throw error;
    });
    if (tags.length === 0)
        return `There is nothing at all in ${source.repository}: check its name; some registries hide what is private behind the same answer.`;
    const more = tags.length > SHOWN_TAGS ? ` and ${tags.length - SHOWN_TAGS} more` : '';
    const sorted = tags.toSorted(new Intl.Collator('en', { numeric: true }).compare);
    return `${source.repository} has the tags ${sorted.slice(-SHOWN_TAGS).join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/diff.js
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
 * Compares two Features, or two base images, platform by platform. Nothing is built, and nothing is written.
 * @throws InputError where they can't be compared, or not for these arches; Failure where one is not there, or not whole
 */
async function diff(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const before = await readSide('before', request, host, cleanup);
        const after = await readSide('after', request, host, cleanup);
        if (before.what === 'feature' && after.what === 'feature')
            return diffFeatures(before, after, request);
        if (before.what === 'base' && after.what === 'base')
            return diffBases(before, after, request, host);
        throw new errors/* InputError */.dz('after', `${inWords(before)}, and ${inWords(after)}: they can’t be compared.`, {
            hint: 'Name two Features, or two base images.',
        });
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
function inWords({ what, name }) {
    return `${name} is a ${what === 'feature' ? 'Feature' : 'base image'}`;
}
function diffFeatures(before, after, { arches }) {
    const common = before.arches.filter((arch) => after.arches.includes(arch)).toSorted();
    const pairs = (arches.length > 0 ? arches : common).map((arch) => ({ arch, before: documentFor(before, arch), after: documentFor(after, arch) }));
    const [first] = pairs;
    if (first === undefined) {
        throw new errors/* InputError */.dz('after', `There is no platform to compare: ${platformsOf(before)}, and ${platformsOf(after)}.`);
    }
    return {
        what: 'feature',
        before: { name: before.name, feature: first.before.feature },
        after: { name: after.name, feature: first.after.feature },
        platforms: pairs.map((pair) => ({ arch: pair.arch, changes: (0,changes/* changesBetween */.iv)(pair.before, pair.after) })),
    };
}
function documentFor(side, arch) {
    const document = side.documents.get(arch);
    if (document !== undefined)
        return document;
    if (!side.arches.includes(arch))
        throw new errors/* InputError */.dz('arches', `arches: there is no ${arch} of ${side.name}: ${platformsOf(side)}.`);
    throw new errors/* Failure */.HR(`The delta document of ${side.name} for ${arch} is not in its repository, so nothing says which store paths it has.`, {
        hint: 'A Feature that was copied from another registry comes without: name that one, or publish the same version where the copy is.',
    });
}
function platformsOf({ name, arches }) {
    return `${name} is for ${(0,format/* formatList */.ki)(arches.toSorted())}`;
}
async function diffBases(before, after, { arches, ownArch }, host) {
    const wanted = arches.length > 0 || ownArch === undefined ? arches : [ownArch];
    if (wanted.length === 0)
        throw new errors/* InputError */.dz('arches', 'arches: is missing, and this machine’s own is not known.');
    const platforms = [];
    for (const arch of wanted) {
        const [left, right] = [await storeOf(before, arch, host), await storeOf(after, arch, host)];
        platforms.push({ arch, changes: (0,changes/* compareSides */.GQ)('base', left, right) });
    }
    return { what: 'base', before: { name: before.name }, after: { name: after.name }, platforms };
}
/** What needs what in a base is in none of its layers' headers, and so is what its paths are there for. */
async function storeOf({ name, source }, arch, host) {
    const progress = host.stage(`Read the store of ${name} for ${arch}`, { unit: 'bytes' });
    try {
        const { paths, sizes } = await (0,read_base/* readBase */.w)(source, arch, {
            cache: host.cache,
            signal: host.signal,
            debug: (line) => host.debug(line),
            onProgress: (done, total) => progress.update(done, undefined, total),
        });
        progress.end((0,format/* formatNumberOf */.Of)(paths.size, 'store path'));
        return { paths: [...paths].map((path) => ({ path, bytes: sizes?.get(path) })), roots: [] };
    }
    catch (error) {
        progress.end('failed');
        throw error;
    }
}


/***/ }),

/***/ 8838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ featureTar)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4551);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);




/**
 * `layers[0]` of a Feature as bytes: an uncompressed tar with `./`-prefixed members, regular files and directories alone
 * (dev container distribution specification; some readers refuse anything else). Sorted by name; the same files give
 * the same bytes.
 * @throws InputError for a name that such a tar can't hold; Failure where a file changes while it is read
 */
async function* featureTar(files) {
    const byName = new Map(files.map((file) => [file.name, file]));
    if (byName.size !== files.length)
        throw new Error('two files of the Feature have the same name');
    yield header({ name: './', type: 'directory', mode: 0o755, size: 0 });
    for (const name of [...foldersOf(byName.keys()), ...byName.keys()].toSorted(byBytes)) {
        const file = byName.get(name);
        if (file === undefined)
            yield header({ name: `./${name}`, type: 'directory', mode: 0o755, size: 0 });
        else
            yield* fileMember(file);
    }
    yield _archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .TAR_END */ .y7;
}
async function* fileMember(file) {
    const mode = file.executable === true || file.name.endsWith('.sh') ? 0o755 : 0o644;
    const bytes = 'bytes' in file ? Buffer.from(file.bytes) : undefined;
    const size = 'file' in file ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file.file)).size : (bytes?.length ?? 0);
    yield header({ name: `./${file.name}`, type: 'file', mode, size });
    if (bytes !== undefined)
        yield bytes;
    if ('file' in file) {
        let read = 0;
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file.file)) {
            read += chunk.length;
            yield chunk;
        }
        if (read !== size)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${file.file} changed while it was read: ${size} bytes before, ${read} now.`);
    }
    const padding = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarPadding */ .vr)(size);
    if (padding > 0)
        yield Buffer.alloc(padding);
}
/** Each folder above a file, once, with a slash at the end so that it sorts before what it holds. */
function foldersOf(names) {
    const folders = new Set();
    for (const name of names) {
        if (name === '' || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `“${name}” can't be the name of a file in a Feature.`);
        }
        for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1))
            folders.add(name.slice(0, slash + 1));
    }
    return folders;
}
/** Headers hold one byte in each char. An extended header would be a member that is no regular file. */
function header(entry) {
    const blocks = (0,_archive_tar_header_js__WEBPACK_IMPORTED_MODULE_2__/* .tarHeader */ .pI)({ ...entry, name: Buffer.from(entry.name).toString('latin1') });
    if (blocks.length > 512) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('feature', `“${entry.name}” is too long a name for a file in a Feature.`, {
            hint: 'A tar without extensions holds up to 100 bytes, or 255 with a slash in the right place.',
        });
    }
    return blocks;
}
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}


/***/ }),

/***/ 6354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isOnDisk),
/* harmony export */   n: () => (/* binding */ readBuiltLayout)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var _delta_parse_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8151);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _oci_layout_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2611);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(261);
/* harmony import */ var _oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2222);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2480);
/* harmony import */ var _layout_facts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1531);









/** @throws Failure where the folder holds no build of a Feature; IntegrityError where it is damaged */
async function readBuiltLayout(folder) {
    const facts = await (0,_layout_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .readLayoutFacts */ .Sn)(folder);
    const reader = await _oci_layout_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .LayoutReader */ .I.open(folder);
    const platforms = [];
    for (const { digest, artifactType } of reader.manifests) {
        if (artifactType === _oci_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .DELTA_ARTIFACT */ .YD)
            platforms.push(await readPlatform(reader, digest, facts));
    }
    if (platforms.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`The layout ${folder} holds no platform of a Feature.`);
    return { folder, facts, files: await (0,_layout_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .readLayoutFiles */ .q7)(folder, facts), platforms };
}
async function readPlatform(reader, digest, facts) {
    const raw = await reader.manifest(digest);
    const where = `the manifest ${digest} of ${reader.name}`;
    const parsed = (0,_oci_parse_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .N)(raw, where);
    if (parsed.kind !== 'manifest')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${where} is an index.`);
    const { manifest } = parsed;
    const document = (0,_delta_parse_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDeltaDocument */ .X)((await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(reader.blob(manifest.config))).toString('utf8'), `the config of ${where}`);
    const listed = ({ digest: wanted, size }) => {
        const found = manifest.layers.find((each) => each.digest === wanted && each.size === size);
        if (found === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IntegrityError */ .cs(`${where} does not list the layer ${wanted} of its own delta document.`);
        return found;
    };
    const layers = document.layers.map(listed);
    const complement = (document.complement ?? []).map(listed);
    const fileOf = (blob) => reader.blobPath(blob.digest);
    const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .archOf */ .Qh)(document.system);
    const { pushed, reused = {} } = facts;
    return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0 };
}
async function isOnDisk(platform, blob) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(platform.fileOf(blob)).catch(() => undefined);
    return found?.isFile() === true && found.size === blob.size;
}


/***/ }),

/***/ 1531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ writeLayoutFacts),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   Sn: () => (/* binding */ readLayoutFacts),
/* harmony export */   q7: () => (/* binding */ readLayoutFiles)
/* harmony export */ });
/* unused harmony export FILES_FILE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6118);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(452);
/* harmony import */ var _feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8838);
/* harmony import */ var _oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9634);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9501);











const FACTS_FILE = 'feature.json';
const FILES_FILE = 'feature.tar';
/** Puts the Feature's own files beside the deltas, so that publishing needs no checkout. */
async function writeLayoutFacts(folder, facts, files) {
    const tar = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from((0,_feature_feature_tar_js__WEBPACK_IMPORTED_MODULE_8__/* .featureTar */ ._)(files)), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(tar));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(tar, 0o644);
    await writeFacts(folder, { ...facts, schemaVersion: 1, files: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_9__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(tar)) });
}
async function writeFacts(folder, facts) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE), (0,_oci_canonical_json_js__WEBPACK_IMPORTED_MODULE_10__/* .canonicalJson */ .d)(facts), { mode: 0o644 });
}
/** @throws Failure where the folder holds no build of ours, or one of another version of us */
async function readLayoutFacts(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FACTS_FILE);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${folder} has no ${FACTS_FILE}: it is not the layout of a Feature’s build.`, {
            cause,
            hint: 'Name the layouts that `nix-feature build` wrote, or the folders of downloaded artifacts.',
        });
    });
    const facts = parse(text, file);
    if (facts.schemaVersion !== 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .Failure */ .HR(`${file} has the schema version ${JSON.stringify(facts.schemaVersion)}, and this version of nix-feature knows 1.`, {
            hint: 'Build and publish with the same version of nix-feature.',
        });
    }
    return facts;
}
function parse(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${file} is not JSON.`, { cause });
    }
}
/** The author's files of a layout. @throws IntegrityError where they are not the ones of its facts */
async function readLayoutFiles(folder, facts) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILES_FILE);
    const digest = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_9__/* .digestOf */ .ol)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path));
    if (digest !== facts.files) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .IntegrityError */ .cs(`${path} has the digest ${digest}, and ${FACTS_FILE} beside it says ${String(facts.files)}.`, {
            hint: 'Download the artifact again, or build again.',
        });
    }
    const files = [];
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_6__.extract)();
    const read = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), entries);
    for await (const entry of entries) {
        const { name, type, mode } = entry.header;
        const bytes = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_5__.buffer)(entry);
        if (type === 'file')
            files.push({ name: name.replace(/^\.\//, ''), executable: (mode & 0o100) !== 0, bytes });
    }
    await read;
    return files;
}


/***/ })

};
