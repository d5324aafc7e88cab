export const id = 602;
export const ids = [602];
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

/***/ 469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pushImage)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9501);
/* harmony import */ var _parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2222);




/**
 * Pushes an image by its digest: first the blobs, then the manifest, so that what can be found is whole. No tag is
 * touched.
 * @param manifest its bytes, as they are to be published
 * @throws RegistryError, IntegrityError, CancelledError; the other uploads are ended then too
 */
async function pushImage(writer, manifest, options) {
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(manifest.bytes);
    const signal = eitherOf(options.signal, writer.signal);
    const blobs = await pushBlobs(writer, blobsOf(manifest, digest), signal, options);
    const pushed = await writer.pushManifest(manifest.bytes, manifest.mediaType, digest, { signal });
    const blobBytes = [...blobs.values()].reduce((sum, { sent }) => sum + sent, 0);
    return { ...pushed, blobs, blobBytes };
}
/** Each blob once, the largest first: what takes longest must not begin last. */
function blobsOf(manifest, digest) {
    const parsed = (0,_parse_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)({ ...manifest, digest }, 'the image to be pushed');
    if (parsed.kind === 'index')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${digest} is an index, and not an image that could be pushed.`);
    const { config, layers } = parsed.manifest;
    const all = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
    return [...all.values()].sort((a, b) => b.size - a.size);
}
async function pushBlobs(writer, blobs, stop, options) {
    const failed = new AbortController();
    const signal = eitherOf(failed.signal, stop);
    const progress = sumOf(blobs, options.onProgress);
    let firstError;
    const results = await Promise.allSettled(blobs.map(async (blob) => {
        try {
            const mountFrom = options.mountFrom?.(blob);
            const onProgress = (bytes) => progress(blob.digest, bytes);
            const content = { open: (start, end) => options.content(blob).open(start, end) };
            const pushed = await writer.pushBlob(blob, content, { signal, onProgress, ...(mountFrom === undefined ? {} : { mountFrom }) });
            return [blob.digest, pushed];
        }
        catch (error) {
            firstError ??= error;
            failed.abort();
            throw error;
        }
    }));
    if (firstError !== undefined)
        throw firstError;
    return new Map(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
}
function eitherOf(...signals) {
    const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
    // As many listeners as there are requests at work.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return signal;
}
function sumOf(blobs, report) {
    const total = blobs.reduce((sum, { size }) => sum + size, 0);
    const done = new Map();
    let sum = 0;
    return (digest, bytes) => {
        sum += bytes - (done.get(digest) ?? 0);
        done.set(digest, bytes);
        report?.(sum, total);
    };
}


/***/ }),

/***/ 2531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2480);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7703);



/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure where they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout was given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${arch} is there more than once: in ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(missing)} is missing. ` +
            `There is ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))}.`, { hint: 'Did the job that builds it fail, or not run? Nothing was given a tag.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ['delivery', ({ facts }) => facts.delivery],
    ['complement', ({ facts }) => facts.complement ?? false],
    ['metadata', ({ facts }) => JSON.stringify(facts.metadata)],
    ['files of the Feature', ({ facts }) => facts.files],
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don’t belong together: their ${what} differs${values}.`, {
        hint: 'Publish what jobs of one run built, from one commit.',
    });
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don’t belong together: they were built for other base images, ${first.names} and ${other.names}.`, { hint: 'Give each job of the matrix the same base-image.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
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

/***/ 5701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ changesSince)
/* harmony export */ });
/* harmony import */ var _delta_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

/** For the report: what is other than in the release before. @param before undefined where there was none */
function changesSince(before, now) {
    // A release has nothing to tell about itself.
    if (before === undefined || before.feature.version === now.feature.version)
        return {};
    return { changes: (0,_delta_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changesBetween */ .iv)(before, now) };
}


/***/ }),

/***/ 6538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./lib/feature/bundle.js
var bundle = __webpack_require__(4072);
// EXTERNAL MODULE: ./lib/feature/feature-tar.js
var feature_tar = __webpack_require__(8838);
// EXTERNAL MODULE: ./lib/feature/metadata.js + 1 modules
var feature_metadata = __webpack_require__(6801);
;// CONCATENATED MODULE: ./lib/feature/runtime.js


/** The parts of the install runtime, in the order in which they are joined: the program itself has to be the last. */
const RUNTIME_PARTS = [
    'head',
    'say',
    'bundle',
    'nar',
    'preflight',
    'lock',
    'nix',
    'fetch',
    'layers',
    'store',
    'switch',
    'record',
    'main',
];
/**
 * Reads the runtime that ships as `nix-feature/install.sh`: one file, from the parts in `install/parts`.
 * @param folder the project's `install` folder
 */
async function readRuntime(folder) {
    const parts = await Promise.all(RUNTIME_PARTS.map((part) => (0,promises_.readFile)((0,external_node_path_.join)(folder, 'parts', `${part}.sh`), 'utf8')));
    return parts.join('');
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/registry-host.js
var registry_host = __webpack_require__(9433);
// EXTERNAL MODULE: ./lib/publish/built-layout.js
var built_layout = __webpack_require__(6354);
;// CONCATENATED MODULE: ./lib/publish/feature-layer.js














// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work } = options;
    const files = [
        { name: feature_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await readRuntime(RUNTIME) },
        // The runtime knows no names that stand for others, as docker.io does.
        ...(0,bundle/* bundleFiles */.e6)({ registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false }, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._)(files)), async function* count(chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(file));
    return { file, descriptor: { mediaType: media_types/* DEVCONTAINER_LAYER */.nz, digest: (0,digest/* digestOfHex */.z9)(hash.digest('hex')), size } };
}
async function embedded(platforms, { reader, work }) {
    const files = [];
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            const name = `${bundle/* BUNDLE_FOLDER */.oA}/${platform.document.system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`;
            files.push({ name, file: await localFile(platform, layer, reader, work) });
        }
    }
    return files;
}
async function localFile(platform, layer, reader, work) {
    if (await (0,built_layout/* isOnDisk */.L)(platform, layer))
        return platform.fileOf(layer);
    if (reader === undefined)
        throw new Error(`the layer ${layer.digest} is not on disk`);
    const file = (0,external_node_path_.join)(work, 'layers', (0,bundle/* layerFileName */.dX)(layer));
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, 'layers'), { recursive: true });
    await (0,external_node_stream_promises_.pipeline)(reader.blob(layer), (0,external_node_fs_.createWriteStream)(file));
    return file;
}


/***/ }),

/***/ 152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory),
/* harmony export */   X: () => (/* binding */ readLastDocuments)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5889);



/**
 * Looks up what is published; one request where the version is the highest release, at most three.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readHistory(reader, version) {
    const latest = await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, 'latest');
    if (latest?.version === version) {
        const named = { ...latest, name: `${reader.repository}:${version}` };
        return { published: named, complete: true, last: named };
    }
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, version);
    if (published !== undefined)
        return { published, complete: false, last: published };
    // Where there is no `latest` there is no release at all.
    return { published, complete: false, last: latest === undefined ? undefined : await sameMajor(reader, version, latest) };
}
async function sameMajor(reader, version, latest) {
    const [major, other] = [version, latest.version ?? ''].map((text) => (0,_feature_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text)?.numbers[0]);
    if (major === undefined || major === other)
        return latest;
    return (await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, String(major))) ?? latest;
}
/**
 * The delta documents of the release to start from, of all its platforms. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError where they are this very version's, of which they have to tell
 *   whether it is the same
 */
async function readLastDocuments(reader, { published, last }, host) {
    if (last === undefined)
        return new Map();
    try {
        return await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocuments */ .r9)(reader, last, last.platforms.keys());
    }
    catch (error) {
        if (published !== undefined || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        host.warning(`Nothing is taken over from ${last.name}, nor compared with it: ${error.message}`);
        return new Map();
    }
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


/***/ }),

/***/ 6778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ps: () => (/* binding */ checkVersion),
  xB: () => (/* binding */ completeRelease),
  iA: () => (/* binding */ prepare),
  wD: () => (/* binding */ publishAssembly)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/build/together.js
var together = __webpack_require__(2140);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/feature/feature-manifest.js
var feature_manifest = __webpack_require__(7844);
// EXTERNAL MODULE: ./lib/feature/metadata.js + 1 modules
var metadata = __webpack_require__(6801);
;// CONCATENATED MODULE: ./lib/feature/release-tag.js


// v1.2.3, 1.2.3, my-tools-v1.2.3, my-tools-1.2.3, my-tools/v1.2.3, my-tools@1.2.3
const TAG = /^(?:(?<id>[a-z0-9]+(?:[._-][a-z0-9]+)*?)[-/@])?v?(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;
/** What a git tag releases. @returns undefined where it names no whole version (`v1`, `nightly`) */
function parseReleaseTag(tag) {
    const groups = TAG.exec(tag)?.groups;
    if (groups?.['version'] === undefined)
        return undefined;
    return { id: groups['id'], version: groups['version'] };
}
/**
 * On a git tag that names a version, the metadata has to name the same.
 * @throws InputError where they differ, or the tag is another Feature's
 */
function checkReleaseTag(tag, feature) {
    const release = parseReleaseTag(tag);
    if (release === undefined)
        return;
    if (release.id !== undefined && release.id !== feature.id) {
        throw new errors/* InputError */.dz('feature', `The git tag ${tag} releases the Feature “${release.id}”, and this is “${feature.id}”.`, {
            hint: 'Let the workflow build the Feature that the tag names, and no other.',
        });
    }
    if (release.version === feature.version)
        return;
    throw new errors/* InputError */.dz('feature', `The git tag ${tag} says version ${release.version}, and ${metadata/* METADATA_FILE */.VR} of ${feature.id} says ${feature.version}.`, { hint: `Set "version" in ${metadata/* METADATA_FILE */.VR} to ${release.version}, or delete the tag and tag version ${feature.version}.` });
}

// EXTERNAL MODULE: ./lib/feature/versions.js
var versions = __webpack_require__(341);
// EXTERNAL MODULE: ./lib/oci/blob-content.js
var blob_content = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/oci/canonical-json.js
var canonical_json = __webpack_require__(9634);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/push-image.js
var push_image = __webpack_require__(469);
// EXTERNAL MODULE: ./lib/oci/push-manifest.js
var push_manifest = __webpack_require__(4555);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/oci/credentials.js
var credentials = __webpack_require__(7771);
// EXTERNAL MODULE: ./lib/oci/registry.js + 1 modules
var registry = __webpack_require__(188);
// EXTERNAL MODULE: ./lib/publish/target.js + 7 modules
var publish_target = __webpack_require__(4875);
;// CONCATENATED MODULE: ./lib/publish/check-published.js




/**
 * Reads a release back as somebody else would.
 * @param repository without the registry
 * @returns whether everybody may pull it
 * @throws IntegrityError where the registry has something else
 */
async function checkPublished(target, repository, release, host) {
    const reference = { registry: target.registry, repository, tag: release.version };
    const own = new registry/* Registry */.O(reference, (0,publish_target/* registryOptions */._A)(target, host));
    const everybody = new registry/* Registry */.O(reference, { ...(0,publish_target/* registryOptions */._A)(target, host), credentials: credentials/* anonymous */._5, policy: { attempts: 2 } });
    try {
        const { descriptor } = await own.resolve(release.version);
        if (descriptor.digest !== release.digest) {
            throw new errors/* IntegrityError */.cs(`${own.name} should be ${release.digest}, and the registry says ${descriptor.digest}.`, {
                hint: 'Somebody else publishes there too, or a proxy serves an old answer.',
            });
        }
        return await isThereForAll(everybody, release);
    }
    finally {
        own.close();
        everybody.close();
    }
}
async function isThereForAll(everybody, { version }) {
    try {
        return (await everybody.head(version)) !== undefined;
    }
    catch (error) {
        if (error instanceof errors/* RegistryError */.gl && [401, 403].includes(error.status ?? 0))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/publish/feature-layer.js + 1 modules
var feature_layer = __webpack_require__(6538);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/oci/transport-error.js
var transport_error = __webpack_require__(1423);
;// CONCATENATED MODULE: ./lib/publish/move-tags.js




/** How often tags are looked at again because somebody else published meanwhile. */
const ROUNDS = 8;
/** Milliseconds between two looks, at most: whoever else is at it should not stay in step with us. */
const PAUSE = 400;
const LATEST = 'latest';
/**
 * Writes the version's own tag, with which the release is published: who finds it taken touches no other tag.
 * @throws TagMovedError where it names something else; RegistryError, CancelledError
 */
async function claimVersion(writer, release, host) {
    await new Tagger(writer, release, host).nameVersion();
}
/**
 * Gives a release its tags: those that are its own, and each moving one for which it is the highest version, several at
 * a time. `latest` comes last of all: where it names a release, nothing of that release is missing.
 *
 * Others may publish at the same time, and think that theirs is the highest version. So everything is looked at again,
 * until there is nothing left to write.
 * @param rest what goes on meanwhile and has to be done before `latest` moves
 * @returns all tags that name the release or one of its platforms now
 * @throws TagMovedError where the version's own tag names something else; RegistryError, CancelledError; what `rest` does
 */
async function tagRelease(writer, release, rest, host) {
    const version = (0,versions/* parseVersion */.ot)(release.version);
    if (version === undefined)
        throw new Error(`${release.version} is no version`);
    const moving = (0,versions/* movingTags */.Ui)(version);
    const [others, last] = [moving.filter(({ tag }) => tag !== LATEST), moving.filter(({ tag }) => tag === LATEST)];
    const tagger = new Tagger(writer, release, host);
    for (let round = 0; round < ROUNDS; round += 1) {
        const before = tagger.writes;
        await tagger.nameVersion();
        const naming = [...release.platforms].map(([arch, digest]) => tagger.name((0,versions/* archTag */.p9)(release.version, arch), digest));
        await allOf([...naming, tagger.settle(version, others)]);
        await rest;
        await tagger.settle(version, last);
        if (tagger.writes === before)
            break;
        if (tagger.overtaken)
            await (0,external_node_timers_promises_.setTimeout)(Math.random() * PAUSE, undefined, { signal: host.signal }).catch(() => Promise.reject((0,transport_error/* cancelled */.KW)(host.signal)));
        tagger.overtaken = false;
    }
    return (0,versions/* tagsOfHighest */.PS)(version, [...release.platforms.keys()]).filter((tag) => tagger.tags.has(tag));
}
/** Waits for each, whatever comes of the others: nothing is written any more once this has failed. */
async function allOf(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}
class Tagger {
    tags = new Set();
    /** How many tags were written. */
    writes = 0;
    /** Somebody else wrote a tag at the same time. */
    overtaken = false;
    #writer;
    #release;
    #host;
    #manifests = new Map();
    constructor(writer, release, host) {
        this.#writer = writer;
        this.#release = release;
        this.#host = host;
    }
    /** The version's own tag, which never moves. */
    async nameVersion() {
        const { version, bytes, mediaType } = this.#release;
        const { sent } = await this.#writer.pushManifest(bytes, mediaType, version, { expect: 'none', signal: this.#host.signal });
        this.#note(version, sent);
    }
    /** Gives moving tags to the highest version that is there right now, if that is ours or if we had moved them. */
    async settle(version, moving) {
        if (moving.length === 0)
            return;
        const present = await this.#writer.reader.tags();
        const settled = moving.map(({ tag, covers }) => {
            const highest = (0,versions/* highestRelease */.UL)([...present, version.text], { tag, covers })?.text ?? version.text;
            return highest === version.text ? this.#move(tag) : this.#yieldTo(highest, tag);
        });
        await allOf(settled);
    }
    /** Lets a manifest of the repository have a tag. */
    async name(tag, digest) {
        this.#note(tag, await this.#copy(digest, tag));
    }
    async #move(tag) {
        const { bytes, mediaType, platforms } = this.#release;
        if (tag === LATEST)
            await allOf([...platforms].map(([arch, digest]) => this.name((0,versions/* archTag */.p9)(tag, arch), digest)));
        this.#note(tag, await this.#push(bytes, mediaType, tag));
    }
    /** Where we moved a tag that a higher version, published meanwhile, should have: it gets it. */
    async #yieldTo(version, tag) {
        if (!this.tags.has(tag))
            return;
        this.#host.debug(`${version} was published meanwhile: ${tag} goes to it.`);
        const arches = tag === LATEST ? [...this.#release.platforms.keys()] : [];
        for (const suffix of ['', ...arches.map((arch) => (0,versions/* archTag */.p9)('', arch))]) {
            this.tags.delete(`${tag}${suffix}`);
            const target = await this.#writer.reader.head(`${version}${suffix}`);
            if (target !== undefined && (await this.#copy(target.digest, `${tag}${suffix}`)))
                this.writes += 1;
        }
    }
    async #copy(digest, tag) {
        const { mediaType, bytes } = await this.#manifest(digest);
        return this.#push(bytes, mediaType, tag);
    }
    /** Read once, however many tags it gets. */
    #manifest(digest) {
        const known = this.#manifests.get(digest) ?? this.#writer.reader.manifest(digest);
        this.#manifests.set(digest, known);
        return known;
    }
    /** @returns whether it was written; then it is looked at once more, so that being overtaken is no failure */
    async #push(bytes, mediaType, tag) {
        try {
            return (await this.#writer.pushManifest(bytes, mediaType, tag, { signal: this.#host.signal })).sent;
        }
        catch (error) {
            if (!(error instanceof push_manifest/* TagMovedError */.w))
                throw error;
            this.#host.debug(`Somebody else moved ${tag} at the same time; looking again.`);
            this.overtaken = true;
            return true;
        }
    }
    #note(tag, sent) {
        this.tags.add(tag);
        if (sent)
            this.writes += 1;
    }
}

// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(2714);
// EXTERNAL MODULE: ./lib/publish/release.js
var publish_release = __webpack_require__(4610);
// EXTERNAL MODULE: ./lib/publish/same-release.js + 1 modules
var same_release = __webpack_require__(7456);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/feature/collection.js



const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure where the text is no collection */
function parseCollection(text, where) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* Failure */.HR(`${where} is not JSON.`, { cause });
    }
    const { features = [], ...rest } = isObject(json) ? json : { features: undefined };
    if (!isObject(json) || !Array.isArray(features) || !features.every(isObject))
        throw new errors/* Failure */.HR(`${where} is not a collection of Features.`);
    return { ...rest, features };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined where there is none yet
 * @returns undefined where nothing has to change: it is in, or a newer version of it is
 */
function mergeIntoCollection(present, metadata, source) {
    const collection = present ?? { sourceInformation: { source: source ?? 'nix-feature-action' }, features: [] };
    const index = collection.features.findIndex(({ id }) => id === metadata['id']);
    const earlier = collection.features[index];
    if (earlier === undefined)
        return { ...collection, features: [...collection.features, metadata] };
    if (!replaces(metadata, earlier))
        return undefined;
    return { ...collection, features: collection.features.with(index, metadata) };
}
function replaces(metadata, earlier) {
    if (JSON.stringify(metadata) === JSON.stringify(earlier))
        return false;
    const [next, last] = [metadata, earlier].map(({ version }) => (0,versions/* parseVersion */.ot)(String(version)));
    if (next === undefined || last === undefined)
        return true;
    if ((0,versions/* isPrerelease */.V1)(next) && !(0,versions/* isPrerelease */.V1)(last))
        return false;
    if ((0,versions/* isPrerelease */.V1)(last) && !(0,versions/* isPrerelease */.V1)(next))
        return true;
    return (0,versions/* compareVersions */.Zy)(next, last) >= 0;
}
/** The manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: media_types/* IMAGE_MANIFEST */.MS,
        config: { ...config, mediaType: media_types/* DEVCONTAINER_CONFIG */.Wj },
        layers: [{ ...file, mediaType: media_types/* COLLECTION_LAYER */.ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
}

// EXTERNAL MODULE: ./lib/oci/parse-manifest.js
var parse_manifest = __webpack_require__(2222);
;// CONCATENATED MODULE: ./lib/publish/update-collection.js












const update_collection_TAG = 'latest';
const LIMIT = 16 * 1024 * 1024;
const ATTEMPTS = 20;
/**
 * Milliseconds. Whoever looked at the tag before our write, and wrote after it, has done so by then: it takes them about
 * as long as it took us, unless they are far away.
 */
const SETTLE = { least: 500, timesOurs: 4, most: 10_000 };
// What registries say of a repository that may not be written to, or can't have this name.
const REFUSED = new Set([400, 401, 403, 404, 405]);
/**
 * Puts a Feature's metadata into the collection of its namespace, and leaves all else in it as it is.
 *
 * The protocol has no conditional writes (docs/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in anew. A collection that
 * can't be written to is a warning: the Feature itself is published by now.
 */
async function updateCollection(target, metadata, source, host) {
    const writer = (0,publish_target/* openWriter */.Kn)(target, target.namespace, host);
    try {
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await mergeOnce(writer, metadata, source, (0,publish_target/* isGithubRegistry */.HV)(target), host);
            if (wrote === 'nothing to do')
                return;
            await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took), host.signal);
        }
        host.warning(`The collection ${writer.repository}:${update_collection_TAG} is written to by others all the time; ${String(metadata['id'])} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof NotACollection) && !(error instanceof errors/* RegistryError */.gl && REFUSED.has(error.status ?? 0)))
            throw error;
        host.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message}`);
    }
    finally {
        writer.close();
    }
}
/** @param took milliseconds of our look at the tag, our write and its reading back */
function settleTime(took) {
    return Math.min(Math.max(SETTLE.least, SETTLE.timesOurs * took), SETTLE.most);
}
/** Something else goes by the name that the collection should have. */
class NotACollection extends errors/* Failure */.HR {
}
async function mergeOnce(writer, metadata, source, onGithub, host) {
    const present = await readCollection(writer);
    const merged = mergeIntoCollection(present?.collection, metadata, source);
    if (merged === undefined)
        return 'nothing to do';
    const file = await pushBytes(writer, Buffer.from(`${JSON.stringify(merged, undefined, 2)}\n`), media_types/* COLLECTION_LAYER */.ZJ);
    const config = await pushBytes(writer, Buffer.from(feature_manifest/* EMPTY_CONFIG */.$v), media_types/* DEVCONTAINER_CONFIG */.Wj);
    const manifest = Buffer.from(JSON.stringify(collectionManifest(config, file, onGithub)));
    const began = performance.now();
    try {
        await writer.pushManifest(manifest, media_types/* IMAGE_MANIFEST */.MS, update_collection_TAG, { expect: present?.digest ?? 'none', signal: host.signal });
        return { took: performance.now() - began };
    }
    catch (error) {
        if (!(error instanceof push_manifest/* TagMovedError */.w))
            throw error;
        host.debug(`Somebody else wrote the collection; once more. ${error.message}`);
        return 'overtaken';
    }
}
async function readCollection({ reader, repository }) {
    if ((await reader.head(update_collection_TAG)) === undefined)
        return undefined;
    const { descriptor, bytes } = await reader.resolve(update_collection_TAG);
    const name = `${repository}:${update_collection_TAG}`;
    const parsed = (0,parse_manifest/* parseManifest */.N)({ ...descriptor, bytes }, name);
    const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
    // A namespace is often a repository's name, by which an image of its own may go.
    if (file === undefined || file.mediaType !== media_types/* COLLECTION_LAYER */.ZJ || file.size > LIMIT) {
        throw new NotACollection(`${name} is something else than a collection of Features, and was left as it is.`);
    }
    const text = (await (0,consumers_.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: parseCollection(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,digest/* digestOf */.ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,blob_content/* bytesContent */.dy)(bytes));
    return descriptor;
}
async function pause(milliseconds, signal) {
    await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => {
        throw (0,transport_error/* cancelled */.KW)(signal);
    });
}

;// CONCATENATED MODULE: ./lib/publish/publish-assembly.js
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
 * Publishes a Feature with all of its platforms. Everything is in the registry, by digest, before the first tag is
 * written; run again after it was interrupted, it completes what is missing.
 * @throws Failure where the version is published with other content; RegistryError, IntegrityError, CancelledError
 */
async function publishAssembly(assembly, options, host) {
    const { target } = options;
    const { feature, origin } = assembly.facts;
    checkVersion(feature, options.releaseTag);
    const prepared = prepare(assembly, options.delivery);
    const writer = options.writer ?? (0,publish_target/* openWriter */.Kn)(target, (0,publish_target/* repositoryOf */._M)(target, feature.id), host);
    try {
        const earlier = await (0,publish_release/* findRelease */.dv)(writer.reader, feature, prepared.content);
        const pushed = earlier === undefined ? await pushRelease(prepared, target, writer, host) : await pushMissingPlatforms(earlier, prepared, target, writer, host);
        const release = await claim(writer, pushed.release, prepared, host);
        const tags = await completeRelease(target, writer, release, { metadata: prepared.metadata, delivery: prepared.delivery, source: origin.source }, host);
        if (earlier !== undefined)
            host.info(`${writer.repository}:${feature.version} is published already, with this very content.`);
        return {
            repository: writer.repository,
            digest: release.digest,
            tags,
            upToDate: earlier !== undefined,
            sent: pushed.sent,
            featureBytes: pushed.featureBytes,
        };
    }
    finally {
        if (options.writer === undefined)
            writer.close();
    }
}
/** What can be known to be wrong before anything is built. @throws InputError */
function checkVersion(feature, releaseTag) {
    if (releaseTag !== undefined)
        checkReleaseTag(releaseTag, feature);
    if ((0,versions/* looksLikeArchTag */.IB)(feature.version)) {
        throw new errors/* InputError */.dz('feature', `The version ${feature.version} of ${feature.id} can’t be published: such a tag is that of a platform.`, {
            hint: 'Let the pre-release end in something else than the name of an architecture.',
        });
    }
}
function prepare(assembly, wanted) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,same_release/* publishedMetadata */.Eb)(content);
    return { assembly, content, metadata, text: JSON.stringify(metadata), delivery: (0,same_release/* deliveryOf */.A9)(content), key: (0,same_release/* keyOf */.TN)(content) };
}
/** Pushes platforms and Feature, by digest. */
async function pushRelease(prepared, target, writer, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { assembly, text, delivery, key } = prepared;
        const { facts, platforms } = assembly;
        const repository = (0,publish_target/* repositoryOf */._M)(target, facts.feature.id);
        const sent = await (0,push_platforms/* pushPlatforms */.z)(writer, repository, platforms, host);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'nix-feature-publish-'));
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const { registry } = target;
        const tar = await (0,feature_layer/* writeFeatureLayer */.j)(assembly, { metadata: text, delivery, registry, repository, reader: writer.reader, work });
        const config = { mediaType: media_types/* DEVCONTAINER_CONFIG */.Wj, digest: (0,digest/* digestOf */.ol)(feature_manifest/* EMPTY_CONFIG */.$v), size: feature_manifest/* EMPTY_CONFIG */.$v.length };
        const manifest = (0,feature_manifest/* featureManifest */.EX)({
            feature: facts.feature,
            metadata: text,
            key,
            config,
            tar: tar.descriptor,
            platforms,
            origin: facts.origin,
            onGithub: (0,publish_target/* isGithubRegistry */.HV)(target),
            ...(facts.created === undefined ? {} : { created: facts.created }),
        });
        const bytes = Buffer.from((0,canonical_json/* canonicalJson */.d)(manifest));
        const progress = host.stage('Push the Feature', { unit: 'bytes' });
        try {
            const { descriptor, blobBytes } = await (0,push_image/* pushImage */.G)(writer, { bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS }, {
                content: ({ digest }) => (digest === config.digest ? (0,blob_content/* bytesContent */.dy)(Buffer.from(feature_manifest/* EMPTY_CONFIG */.$v)) : (0,blob_content/* fileContent */.qY)(tar.file)),
                onProgress: (done, total) => progress.update(done, undefined, total),
                signal: host.signal,
            });
            progress.end(`${descriptor.digest}, ${(0,format/* formatBytes */.z3)(blobBytes)} sent, delivery: ${delivery}`);
            const digests = new Map(platforms.map(({ arch, digest }) => [arch, digest]));
            const release = { version: facts.feature.version, digest: descriptor.digest, bytes, mediaType: media_types/* IMAGE_MANIFEST */.MS, platforms: digests };
            return { release, sent, featureBytes: blobBytes };
        }
        catch (error) {
            progress.end('failed');
            throw error;
        }
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
/** A Feature that was copied here from another registry may have come without its platform manifests. */
async function pushMissingPlatforms(release, prepared, target, writer, host) {
    const missing = [];
    for (const [arch, digest] of release.platforms)
        if ((await writer.reader.head(digest)) === undefined)
            missing.push(arch);
    if (missing.length === 0)
        return { release, sent: new Map(), featureBytes: 0 };
    const { facts, platforms } = prepared.assembly;
    const ours = platforms.filter(({ arch }) => missing.includes(arch));
    const sent = await (0,push_platforms/* pushPlatforms */.z)(writer, (0,publish_target/* repositoryOf */._M)(target, facts.feature.id), ours, host);
    const digests = new Map([...release.platforms, ...ours.map(({ arch, digest }) => [arch, digest])]);
    return { release: { ...release, platforms: digests }, sent, featureBytes: 0 };
}
/** Somebody else may have published the same version in the meantime: then theirs counts, if it holds the same. */
async function claim(writer, release, prepared, host) {
    try {
        await claimVersion(writer, release, host);
        return release;
    }
    catch (error) {
        if (!(error instanceof push_manifest/* TagMovedError */.w))
            throw error;
        const theirs = await (0,publish_release/* findRelease */.dv)(writer.reader, prepared.assembly.facts.feature, prepared.content);
        if (theirs === undefined)
            throw error;
        return theirs;
    }
}
/**
 * Gives a release that has its version's tag what it may still lack: its place in the collection, and the other tags.
 * Meanwhile it is read back.
 * @returns all tags that name it or one of its platforms
 */
async function completeRelease(target, writer, release, { metadata, delivery, source }, host) {
    const { host: stoppableHost, stop } = (0,together/* stoppable */.p)(host);
    const collected = updateCollection(target, metadata, source, stoppableHost);
    const read = checkPublished(target, (0,publish_target/* repositoryOf */._M)(target, String(metadata['id'])), release, stoppableHost);
    const rest = (0,together/* together */.b)(stop, collected, read);
    const [[, isPublic], tags] = await (0,together/* together */.b)(stop, rest, tagRelease(writer, release, rest, stoppableHost));
    if (!isPublic)
        warnOfPrivacy(writer.repository, delivery, host);
    return tags;
}
function warnOfPrivacy(name, delivery, host) {
    const what = delivery === 'layers' ? 'nobody can install it: install.sh fetches the layers without a login' : 'it installs only for those who are logged in';
    const remedy = delivery === 'layers' ? 'Make the package public, or build with delivery: embed.' : 'Make the package public if it is for everybody.';
    host.warning(`${name} is private, so that ${what}. ${remedy} On GitHub this is under “Package settings” of the package, once for all versions.`);
}


/***/ }),

/***/ 2714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ pushPlatforms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);
/* harmony import */ var _oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(469);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7703);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6354);






/**
 * Pushes each platform's blobs and its manifest, by digest: no tag is touched.
 * @param repository without the registry
 * @returns bytes of blobs that were sent for each platform
 */
async function pushPlatforms(writer, repository, platforms, host) {
    const sent = new Map();
    for (const platform of platforms) {
        const blobs = await blobsOf(platform);
        const progress = host.stage(`Push the layers of ${platform.arch}`, { unit: 'bytes', total: sizeOf(platform) });
        try {
            const pushed = await (0,_oci_push_image_js__WEBPACK_IMPORTED_MODULE_3__/* .pushImage */ .G)(writer, { bytes: platform.bytes, mediaType: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS }, {
                content: (blob) => contentOf(blob, blobs, platform),
                mountFrom: () => mountSource(platform, writer, repository),
                onProgress: (done) => progress.update(done),
                signal: host.signal,
            });
            sent.set(platform.arch, pushed.blobBytes);
            progress.end(pushed.blobBytes === 0 ? 'the registry has them all' : `${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatBytes */ .z3)(pushed.blobBytes)} sent`);
        }
        catch (error) {
            progress.end('failed');
            throw error;
        }
    }
    return sent;
}
function sizeOf({ manifest }) {
    return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
async function blobsOf(platform) {
    const { config, layers } = platform.manifest;
    const here = await Promise.all([config, ...layers].map(async (blob) => ((await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .isOnDisk */ .L)(platform, blob)) ? [blob.digest] : [])));
    return new Set(here.flat());
}
/** A layer that was pushed by the job that built it may have been left out of what it handed on. */
function contentOf(blob, onDisk, platform) {
    if (onDisk.has(blob.digest))
        return (0,_oci_blob_content_js__WEBPACK_IMPORTED_MODULE_1__/* .fileContent */ .qY)(platform.fileOf(blob));
    return {
        open: () => {
            const { pushed } = platform;
            const missing = `The layer ${blob.digest} for ${platform.arch} is neither in the layout nor in the registry`;
            if (pushed === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was taken over from an earlier release.`, {
                    hint: 'Build again: a layer that has been deleted meanwhile is packed then. To publish elsewhere, build without push, so that the layout holds all layers.',
                });
            }
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing}; it was pushed to ${pushed.registry}/${pushed.repository}.`, {
                hint: 'Build and publish with the same registry and namespace, or let the jobs that build not push, so that their artifacts hold the layers.',
            });
        },
    };
}
function mountSource({ pushed }, writer, repository) {
    if (pushed === undefined || pushed.repository === repository)
        return undefined;
    return writer.repository === `${pushed.registry}/${repository}` ? pushed.repository : undefined;
}


/***/ }),

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   yL: () => (/* binding */ otherContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6801);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5889);
/* harmony import */ var _same_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7456);




/**
 * The release of this version that is published already.
 * @param content what is to be published
 * @returns undefined where there is none
 * @throws Failure where it holds something else: a version that is published never changes
 */
async function findRelease(reader, feature, content) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .findPublished */ .e2)(reader, feature.version);
    if (published === undefined)
        return undefined;
    // Another key may be another split into layers, of the same paths.
    if (published.key !== (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(content)) {
        const documents = await documentsOf(reader, published);
        if (documents.size < published.platforms.size)
            throw otherContent(published, feature.id);
        const difference = (0,_same_release_js__WEBPACK_IMPORTED_MODULE_3__/* .contentDifference */ .Lz)(published, documents, content);
        if (difference !== undefined)
            throw otherContent(published, feature.id, difference);
    }
    return releaseOf(published, feature.version);
}
function releaseOf({ digest, bytes, mediaType, platforms }, version) {
    return { version, digest, bytes, mediaType, platforms: new Map([...platforms].map(([arch, platform]) => [arch, platform.digest])) };
}
/** @param why what differs, as the end of a sentence, where it is known */
function otherContent({ name, key, digest }, id, why) {
    const what = key === undefined ? 'by something else than nix-feature' : 'with other content';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${name} is published already, ${what} (${digest})${key === undefined || why === undefined ? '' : `: ${why}`}.`, {
        hint: `A published version never changes: bump the version. Raise "version" in ${_feature_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_FILE */ .VR} of ${id}.`,
    });
}
async function documentsOf(reader, published) {
    return published.key === undefined ? new Map() : (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocuments */ .r9)(reader, published, published.platforms.keys());
}


/***/ })

};
