export const id = 3731;
export const ids = [3731];
export const modules = {

/***/ 43731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildFeature: () => (/* binding */ buildFeature)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/release/past/past-releases.js
var past_releases = __webpack_require__(47595);
// EXTERNAL MODULE: ./lib/release/since-release.js
var since_release = __webpack_require__(50275);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/kit/errors.js
var kit_errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/layout/beside/layout-sboms.js
var layout_sboms = __webpack_require__(57200);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
;// CONCATENATED MODULE: ./lib/feature/manifest/platform-manifest.js



/** Keys of the annotations that we put on layers (docs/reference/formats.md, "Layers"). */
const LAYER_KEY = 'dev.nix-feature.layer.key';
const LAYER_SYSTEM = 'dev.nix-feature.system';
const LAYER_DIFF_ID = 'dev.nix-feature.diff-id';
const TITLE = 'org.opencontainers.image.title';
/**
 * Returns the platform manifest (docs/reference/formats.md): the delta's layers, `env-path`, then the complement's layers, with the delta
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
/** Returns the name of a platform in a layout, which becomes its tag once it is published. */
function platformTag(document) {
    return (0,versions/* archTag */.p9)(document.feature.version, (0,platform/* archOf */.Qh)(document.system));
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
/** What `oras pull` calls the file: one layer is "the tarball", several are numbered. */
function layerTitle(document, layer, index) {
    const number = document.layers.length === 1 ? '' : `-${String(index + 1).padStart(2, '0')}`;
    const extension = layer.mediaType === media_types/* LAYER_ZSTD */.wd ? 'tar.zst' : 'tar.gz';
    return `${document.feature.id}-${(0,platform/* archOf */.Qh)(document.system)}${number}.${extension}`;
}
/** RFC 3339 in UTC, to the second. */
function timestamp(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

// EXTERNAL MODULE: ./lib/oci/format/canonical-json.js
var canonical_json = __webpack_require__(1306);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/oci/layout/layout-writer.js
var layout_writer = __webpack_require__(7558);
;// CONCATENATED MODULE: ./lib/layout/write-layout.js







/**
 * Writes the image layout of a build: each platform's manifest and blobs, and its delta document as a file beside them
 * (`delta.json`, or `delta-<arch>.json` if there are several).
 *
 * @param created seconds since the epoch, or undefined
 * @returns the digest of each platform's manifest
 */
async function writeLayout(folder, platforms, created) {
    const writer = await layout_writer/* LayoutWriter */.s.create(folder);
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
async function writePlatform(writer, { arch, document, layers, complement, manifest }, created) {
    // A layer that was reused is in the registry; a layout may lack blobs (OCI image-layout.md, "Blobs").
    for (const layer of [...layers, ...complement])
        if (layer.file !== undefined)
            await writer.adoptFile(layer.file, layer);
    const config = await writer.addBytes(Buffer.from((0,canonical_json/* canonicalJson */.d)(document)), media_types/* DELTA_CONFIG */.kt);
    const envPath = await writer.addBytes(Buffer.from(`${document.storePath}\n`), media_types/* ENV_PATH */.cc);
    const bytes = manifest ?? Buffer.from((0,canonical_json/* canonicalJson */.d)(platformManifest(document, { config, envPath }, created)));
    const descriptor = await writer.addBytes(bytes, media_types/* IMAGE_MANIFEST */.MS);
    return {
        ...descriptor,
        artifactType: media_types/* DELTA_ARTIFACT */.YD,
        platform: { architecture: arch, os: 'linux' },
        annotations: { [layout_reader/* REF_NAME */.w]: platformTag(document) },
    };
}

// EXTERNAL MODULE: ./lib/place/pin-bases.js
var pin_bases = __webpack_require__(13667);
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/publish/publish-assembly.js + 9 modules
var publish_assembly = __webpack_require__(94736);
// EXTERNAL MODULE: ./lib/publish/push-platforms.js
var push_platforms = __webpack_require__(52714);
;// CONCATENATED MODULE: ./lib/publish/publish-build.js








/**
 * Publishes what a build has just written, as far as its request says.
 * @param layout the folder
 */
async function publishBuild(layout, publisher) {
    const built = await (0,built_layout/* readBuiltLayout */.n)(layout);
    return publisher.namespace.target.push === 'layers' ? pushLayers(built, publisher) : publishAll(built, publisher);
}
async function publishAll(built, publisher) {
    const { arches, delivery, releaseTag, provenance } = publisher.namespace.target;
    const publication = await (0,publish_assembly/* publishAssembly */.wD)((0,assemble/* assemble */.f)([built], arches), { delivery, releaseTag, provenance, sbom: undefined }, publisher);
    const { repository, tags, digest, upToDate, sent, featureBytes, predicate, delivery: travels } = publication;
    await noteRepository(built, publisher.namespace);
    return { published: { what: 'feature', repository, tags, uploadedBytes: featureBytes, delivery: travels }, digest, upToDate, sent, predicate };
}
async function pushLayers(built, publisher) {
    const sent = await (0,push_platforms/* pushPlatforms */.z)(publisher, built.facts.feature.id, built.platforms);
    await noteRepository(built, publisher.namespace);
    return { published: { what: 'layers', repository: publisher.writer.repository, tags: [] }, digest: undefined, upToDate: false, sent, predicate: undefined };
}
/** Whoever publishes the layout elsewhere finds there the layers that it lacks. */
async function noteRepository({ folder, facts }, namespace) {
    await (0,layout_facts/* writeFacts */.Rz)(folder, { ...facts, pushed: { registry: namespace.target.registry, repository: namespace.repositoryOf(facts.feature.id) } });
}
/** Copies a layout without its layers, which are in a registry. */
async function copyWithoutLayers(layout, target) {
    const { platforms } = await (0,built_layout/* readBuiltLayout */.n)(layout);
    const layers = platforms.flatMap(({ layers: own, complement }) => [...own, ...complement]);
    const leftOut = new Set(layers.map(({ digest }) => (0,external_node_path_.join)(layout, 'blobs', 'sha256', (0,format_digest/* hexOf */.ZD)(digest))));
    await (0,promises_.cp)(layout, target, { recursive: true, filter: (source) => !leftOut.has(source) });
}

// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var sbom_formats = __webpack_require__(40848);
;// CONCATENATED MODULE: ./lib/build/leave-layout.js









/**
 * Writes the layout of a build, with what a job that publishes needs to know of it.
 * @param pushed the repository that has the layers already
 * @returns the digest of each platform's manifest
 */
async function leaveLayout(folder, { request, metadata, files }, builds, pushed) {
    const digests = await writeLayout(folder, builds, request.created);
    const { delivery, complement, origin, created } = request;
    const { id, version, json } = metadata;
    const reused = Object.fromEntries(builds.map((build) => [build.arch, reusedLayers(build)]).filter(([, count]) => count > 0));
    const bases = (0,pin_bases/* pinnedBases */.tj)(request.bases);
    const facts = {
        feature: { id, version },
        metadata: json,
        delivery,
        ...(complement ? { complement } : {}),
        origin,
        ...(created === undefined ? {} : { created }),
        ...(Object.keys(reused).length > 0 ? { reused } : {}),
        ...(bases.length > 0 ? { bases } : {}),
        ...(pushed === undefined ? {} : { pushed }),
        // What is only built is the same wherever it was.
        ...(request.push === 'false' ? {} : nixOf(builds)),
    };
    await (0,layout_facts/* writeLayoutFacts */.Fw)(folder, facts, files);
    const [generated] = builds.flatMap((build) => build.generated ?? []);
    if (generated !== undefined)
        await writeGenerated(folder, generated);
    const formats = (0,sbom_formats/* formatsOf */.IO)(request.sbom);
    for (const { document, metas } of builds)
        if (metas !== undefined)
            await (0,layout_sboms/* writeLayoutSboms */.G)(folder, { document, metas, created }, formats);
    return digests;
}
/** So that whoever has the layout can build the same again: `nix build path:<layout>`. */
async function writeGenerated(folder, { flake, lock }) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'flake.nix'), flake, { mode: 0o644 });
    if (lock !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'flake.lock'), lock, { mode: 0o644 });
}
function nixOf(builds) {
    const nix = builds.flatMap((build) => (build.nix === undefined ? [] : [[build.arch, build.nix]]));
    return nix.length === 0 ? {} : { nix: Object.fromEntries(nix) };
}
/** Returns how many of the delta's layers an earlier release had packed. */
function reusedLayers({ layers }) {
    return layers.filter(({ file }) => file === undefined).length;
}
/**
 * Hands a layout to later jobs, without the layers once they are in a registry.
 * @param work a folder for work
 * @throws Failure if a later job would miss it; if only readers would, a warning says so
 */
async function uploadLayout(layout, work, { request, metadata, host }) {
    if (request.uploadArtifact === 'none')
        return undefined;
    // A name can be used once in a run, so that each job of a matrix needs its own.
    const name = `feature-${metadata.id}-${request.arches.join('-')}`;
    const upload = async (folder) => {
        try {
            return await host.uploadArtifact(name, folder, request.retentionDays);
        }
        catch (error) {
            if (!(error instanceof kit_errors/* Failure */.HR) || error instanceof kit_errors/* CancelledError */.cc || isNeeded(request))
                throw error;
            const { message, hint = '' } = error;
            host.warning(`${message} ${request.push === 'true' ? 'What was published is not affected.' : 'The build itself succeeded.'} ${hint}`.trimEnd());
            return undefined;
        }
    };
    if (request.push === 'false' && request.uploadArtifact === 'all')
        return upload(layout);
    const withoutLayers = (0,external_node_path_.join)(work, 'artifact');
    await copyWithoutLayers(layout, withoutLayers);
    return upload(withoutLayers);
}
/** Tells whether a job that publishes looks for the artifact. */
function isNeeded({ push, uploadArtifact }) {
    return push === 'layers' || (push === 'false' && uploadArtifact === 'all');
}

;// CONCATENATED MODULE: ./lib/build/build-outcome.js



/** Returns what a build that was not up to date tells. */
function outcomeOfBuild({ id, version, name }, finished, before) {
    const { builds, digests, publication, layout, tests, artifact, stages } = finished;
    const documents = builds.map(({ document }) => document);
    return {
        feature: { id, version, ...(name === undefined ? {} : { name }) },
        upToDate: publication?.upToDate ?? false,
        platforms: builds.map((build) => platformReport(build, finished, before)),
        digest: publication?.digest ?? (digests.size === 1 ? [...digests.values()][0] : undefined),
        published: publication?.published,
        predicate: publication?.predicate,
        layout,
        tests,
        ...(before.past === undefined ? {} : { history: (0,past_releases/* figuresOfReleases */.bn)(before.past, { version, documents }) }),
        artifact,
        stages,
    };
}
function platformReport(build, { digests, sent, publication }, { documents, licences }) {
    const { arch, document, drift, reproduced, generated, stages } = build;
    return {
        arch,
        document,
        ...(0,since_release/* changesSince */.s)(documents.get(arch), document),
        ...licences.get(arch),
        ...(drift === undefined ? {} : { drift }),
        ...(reproduced === undefined ? {} : { reproduced }),
        ...(generated === undefined ? {} : { generatedFlake: generated.flake }),
        stages,
        digest: digests.get(arch),
        reusedLayers: reusedLayers(build),
        scannedLayers: scannedLayers(build),
        uploadedBytes: (sent.get(arch) ?? 0) + (publication?.sent.get(arch) ?? 0),
    };
}
/** Those that leaks were looked for in by this build. */
function scannedLayers({ layers, complement }) {
    return [...layers, ...complement].filter(({ leaks }) => leaks !== undefined).map(({ digest }) => digest);
}

;// CONCATENATED MODULE: ./lib/base/base-store.js
/** Returns the paths of a closure that every base holds, whole. Without bases, there are none. */
function intersectBases(bases, closure) {
    if (bases.length === 0)
        return new Set();
    const held = [...closure.values()].filter((info) => bases.every((base) => base.narSizes.get(info.path) === info.narSize));
    return new Set(held.map(({ path }) => path));
}
function incompletePaths({ paths, narSizes }, closure) {
    const named = [...closure.values()].filter(({ path }) => paths.has(path));
    return named.map(({ path, narSize }) => ({ path, wanted: narSize, found: narSizes.get(path) })).filter(({ wanted, found }) => wanted !== found);
}

// EXTERNAL MODULE: ./lib/nix/store/package-name.js
var package_name = __webpack_require__(54445);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/delta/compare/drift.js


/**
 * Finds what is shipped twice because the flake and a base pin different versions of their inputs: the same name, and
 * another hash on each side. Only names with a version count; `source` and `env` are called alike by chance.
 * @param bases the store paths of each
 * @returns the heaviest first
 */
function driftOf(closure, bases) {
    const byName = new Map();
    for (const path of bases.flatMap((base) => [...base]).toSorted(store_path/* compareText */.n6)) {
        const name = (0,store_path/* nameOf */.Vb)(path);
        if (!byName.has(name) && (0,package_name/* parsePackageName */.R)(name).version !== '')
            byName.set(name, path);
    }
    return closure
        .flatMap(({ path, narSize: bytes, in: place }) => {
        const base = byName.get((0,store_path/* nameOf */.Vb)(path));
        // What a base has in part is shipped too, and is no drift.
        return place === 'base' || base === undefined || bases.some((paths) => paths.has(path)) ? [] : [{ path, base, bytes }];
    })
        .toSorted((a, b) => b.bytes - a.bytes || (0,store_path/* compareText */.n6)(a.path, b.path));
}

;// CONCATENATED MODULE: ./lib/delta/delta.js
function deltaOf(closure, base) {
    const add = [];
    const require = [];
    for (const info of closure.values())
        (base.has(info.path) ? require : add).push(info);
    return { add, require };
}

;// CONCATENATED MODULE: ./lib/delta/document/build-document.js
/** Builds the delta document of one platform (docs/reference/formats.md). Only what it names is copied: no file, no folder. */
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
        // An empty complement is left out, so that nothing depends on whether it was requested.
        ...(complement.length === 0 ? {} : { complement: complement.map(layerEntry) }),
        env: facts.env ?? { PATH: ['bin'], variables: {} },
        source,
    };
}
function layerEntry({ key, digest, diffId, size, tarSize, mediaType, paths, frames }) {
    return { key, digest, diffId, size, ...(tarSize === undefined ? {} : { tarSize }), mediaType, paths, ...(frames === undefined ? {} : { frames }) };
}
/**
 * Only what a path holds and needs. Who built it, and by which content address it was added, one store knows and another
 * doesn't (a base without database, a binary cache), and the document must be the same wherever it was made.
 */
function closureEntry({ path, narHash, narSize, references }, inBase) {
    return { path, narHash, narSize, references, deriver: null, ca: null, in: inBase ? 'base' : 'delta' };
}

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/parallel.js
var parallel = __webpack_require__(97825);
// EXTERNAL MODULE: ./lib/nix/builder/nix-builder.js + 5 modules
var nix_builder = __webpack_require__(85144);
;// CONCATENATED MODULE: ./lib/nix/flake/built-programs.js


/** ELF `e_machine` (System V ABI): what runs on a platform, its 32 bit programs too. */
const MACHINES = { 'x86_64-linux': [62, 3], 'aarch64-linux': [183, 40] };
const NAMES = { 3: 'i686', 62: 'x86_64', 183: 'aarch64', 40: 'arm', 243: 'riscv64', 21: 'powerpc64', 22: 's390x' };
/** What the derivation's file says, in a line, and each program in one; of the first fifty, the twenty bytes that an ELF file begins with. */
const LIST = `[ -z "$2" ] || cat "$2" 2>/dev/null; echo
n=0; for file in "$1"/bin/*; do
  [ -f "$file" ] && [ -x "$file" ] || continue
  n=$((n + 1)); head=; [ $n -le 50 ] && head=$(od -An -v -tx1 -N20 "$file" 2>/dev/null | tr -d ' \\n')
  printf '%s\\t%s\\n' "$head" "\${file##*/}"
done; :`;
/**
 * Checks that the built package is for the requested platform, by its programs, or else by the system of its derivation: a flake may name a
 * package of another system, or ignore the requested one.
 * @throws BuildError if it is for another one
 */
async function checkPrograms(site, { storePath, derivation }, flake, log) {
    const [written = '', ...lines] = (await site.capture(['sh', '-c', LIST, 'sh', storePath, derivation ?? ''])).split('\n');
    const programs = readPrograms(lines);
    const foreign = foreignTo(flake.system, programs, systemOfDerivation(written));
    if (foreign !== undefined) {
        throw new kit_errors/* BuildError */.zS(`The flake ${flake.written} was built for another platform than ${flake.system}: ${foreign}.`, {}, {
            hint: `Build packages.${flake.system} for that platform, or leave the platform out of "arches".`,
        });
    }
    if (programs.count === 0) {
        const at = flake.folder === undefined ? undefined : { file: external_node_path_.join(flake.folder, 'flake.nix') };
        log.warning(`${storePath} has no program in its "bin" folder, so the Feature puts none on PATH. If the programs are elsewhere, let the flake link them there, as buildEnv does.`, at);
    }
}
/** Reads what the script printed. */
function readPrograms(written) {
    const lines = written.filter((line) => line.includes('\t'));
    const machines = lines.flatMap((line) => {
        const [head = '', name = ''] = line.split('\t');
        const machine = machineOf(Buffer.from(head, 'hex'));
        return machine === undefined ? [] : [{ name, machine }];
    });
    return { count: lines.length, machines };
}
function machineOf(head) {
    if (head.length < 20 || head.readUInt32BE(0) !== 0x7f454c46)
        return undefined;
    return head[5] === 2 ? head.readUInt16BE(18) : head.readUInt16LE(18);
}
/** Returns the system of a derivation's file (Nix manual, "Derivation": `Derive(outputs, inputs, sources, "system", …)`). */
function systemOfDerivation(text) {
    return /\],"([^"\\]+)","(?:[^"\\]|\\.)*",\[/.exec(text)?.[1];
}
/** @returns what is not for `system`, in words; undefined if nothing speaks against it */
function foreignTo(system, { machines }, builtFor) {
    const fitting = machines.some(({ machine }) => MACHINES[system].includes(machine));
    const [first] = machines;
    if (first !== undefined)
        return fitting ? undefined : `bin/${first.name} is a program for ${NAMES[first.machine] ?? `machine ${first.machine}`}`;
    // Scripts and data say nothing themselves.
    return builtFor === undefined || builtFor === system || builtFor === 'builtin' ? undefined : `its derivation is for ${builtFor}`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/json/field.js
var json_field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
;// CONCATENATED MODULE: ./lib/nix/flake/flake-metadata.js









/** Inputs of a flake, and of its inputs. */
const MOST_INPUTS = 10_000;
/** @throws CommandError, Failure */
async function lockedSource(site, flake) {
    const json = await site.capture(['nix', 'flake', 'metadata', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), flake.reference]);
    const locked = parseLockedInputs(json, flake.mounts.length > 0);
    const metadata = parseMetadata(json);
    const narHash = flake.reference.startsWith('path:') ? metadata.locked?.['narHash'] : undefined;
    const lock = lockText(metadata);
    if (typeof narHash !== 'string' || flake.folder === undefined)
        return { locked, lock };
    return (await isWhollyLocked(flake.folder, metadata)) ? { locked, lock, narHash } : { locked, lock };
}
/** Tells whether a flake has an input of this name, which can then be replaced. @throws CommandError, Failure */
async function hasInput(site, { reference }, name) {
    const { root = 'root', nodes = {} } = parseMetadata(await site.capture(['nix', 'flake', 'metadata', '--json', '--no-write-lock-file', reference])).locks ?? {};
    return nodes[root]?.inputs?.[name] !== undefined;
}
/** As Nix writes it: two blanks, and a line feed at the end. */
function lockText({ locks }) {
    if (locks === undefined || Object.values(locks.nodes).some(({ locked }) => locked?.['type'] === 'path'))
        return undefined;
    return (0,kit_text/* jsonText */.s$)(locks);
}
/** Tells whether the lock file beside the flake names exactly the inputs that Nix has found. */
async function isWhollyLocked(folder, { locks }) {
    const { root = 'root', nodes = {} } = locks ?? {};
    const inputs = Object.entries(nodes).filter(([name]) => name !== root);
    if (inputs.length === 0)
        return true;
    // A relative path, as new versions of Nix lock it, has no hash of its own.
    if (inputs.some(([, { locked }]) => typeof locked?.['narHash'] !== 'string'))
        return false;
    const text = await (0,promises_.readFile)(external_node_path_.join(folder, 'flake.lock'), 'utf8').catch(() => '{}');
    const file = JSON.parse(text);
    return (0,external_node_util_.isDeepStrictEqual)(file.nodes, nodes);
}
/** @param isLocal leaves the flake itself out */
function parseLockedInputs(json, isLocal) {
    const metadata = parseMetadata(json);
    const { root = 'root', nodes = {} } = metadata.locks ?? {};
    const inputs = Object.entries(nodes)
        .filter(([name, node]) => name !== root && node.locked !== undefined)
        .map(([name, node]) => [name, portable(node.locked ?? {})]);
    const self = isLocal || metadata.locked === undefined ? [] : [['self', portable(metadata.locked)]];
    return Object.fromEntries([...inputs, ...self].sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b)));
}
function parseMetadata(text) {
    const json = (0,parse_json/* parsedJson */.U4)(text, refuse);
    const field = json_field/* Field */.D0.of(json, refuse);
    field.get('locked').optional((locked) => locked.object());
    field.get('locks').optional((locks) => {
        locks.get('root').text();
        for (const [, node] of locks.get('nodes').members(MOST_INPUTS))
            node.get('locked').optional((locked) => locked.object());
    });
    return json;
}
/**
 * The place of a local input, and the times of its files, say nothing on another machine; its hash does. A password in
 * an address is nobody else's business.
 */
function portable(locked) {
    const { path: _path, url, lastModified: _time, ...rest } = locked;
    if (locked['type'] === 'path')
        return rest;
    if (typeof url !== 'string')
        return locked;
    const own = { ...rest, ...('lastModified' in locked && { lastModified: locked['lastModified'] }) };
    return url.startsWith('file:') ? own : { ...own, url: url.replace(/\/\/[^/@]*@/, '//') };
}
function refuse(why) {
    throw new kit_errors/* Failure */.HR(`"nix flake metadata --json" gave an invalid answer: ${why}.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/nix/flake/flake-attributes.js
var flake_attributes = __webpack_require__(50332);
// EXTERNAL MODULE: ./lib/nix/flake/split-choice.js
var split_choice = __webpack_require__(54437);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
;// CONCATENATED MODULE: ./lib/nix/meta/meta-expression.js

/**
 * A function of a derivation, which tells the metadata of all packages in its closure. It goes from a derivation to
 * those that it was made of, as far as their outputs are in the closure. Attributes that a derivation was made of say
 * that; `paths` of an environment, and what `stdenv` brings along, are looked at too.
 *
 * It says each answer as soon as it has it, as a trace: an error that Nix can't catch ends the process. What a
 * derivation's metadata or dependencies did so, the line before the end tells.
 */
const ASK = `{ mark, wanted, digits, mute, cut }: value: let
  inherit (builtins) isAttrs isList isString hasAttr getAttr attrNames elem elemAt any filter concatMap substring stringLength length genList;
  safe = v: let tried = builtins.tryEval v; in if tried.success then tried.value else null;
  get = name: set: if isAttrs set && hasAttr name set then safe (getAttr name set) else null;
  take = most: list: map safe (if length list > most then genList (elemAt list) most else list);
  listOf = most: v: if isList v then take most v else if v == null then [ ] else [ v ];
  text = v: if isString v && stringLength v < 1500 then builtins.unsafeDiscardStringContext v else null;
  first = list: if list == [ ] then null else builtins.head list;
  closure = builtins.listToAttrs (map (name: { inherit name; value = null; }) wanted);
  isDerivation = v: isAttrs v && get "type" v == "derivation" && isString (get "drvPath" v);
  outputs = drv: filter isString (map (v: text (get "outPath" v))
    ([ drv ] ++ map (name: if isString name then get name drv else null) (listOf 50 (get "outputs" drv))));
  isWanted = v: isDerivation v && any (path: hasAttr (substring 11 digits path) closure) (outputs v);
  licence = v: if isString v then text v else let id = text (get "spdxId" v); in
    if id != null then id else let name = text (get "fullName" v); in if name != null then name else text (get "shortName" v);
  maintainer = v: if isString v then text v else let name = text (get "name" v); mail = text (get "email" v); in
    if name == null then mail else if mail == null then name else name + " <" + mail + ">";
  facts = drv: let meta = get "meta" drv; in {
    outputs = outputs drv;
    name = text (get "pname" drv);
    version = text (get "version" drv);
    description = text (get "description" meta);
    homepage = text (first (listOf 1 (get "homepage" meta)));
    position = text (get "position" meta);
    cpe = text (get "cpe" (get "identifiers" meta));
    licences = map licence (listOf 20 (get "license" meta));
    maintainers = map maintainer (listOf 50 (get "maintainers" meta));
  };
  members = v: if isList v then take 5000 v else [ v ];
  toolchain = drv: let stdenv = get "stdenv" drv; wrapper = get "cc" stdenv; compiler = get "cc" wrapper; in
    [ wrapper compiler (get "lib" compiler) (get "libc" wrapper) (get "shellPackage" stdenv) ] ++ members (get "initialPath" stdenv);
  parts = drv: let own = get "drvAttrs" drv; in
    (if isAttrs own then concatMap (name: members (get name own)) (attrNames own) else [ ])
    ++ concatMap (name: members (get name drv)) [ "paths" "buildInputs" "propagatedBuildInputs" ]
    ++ toolchain drv;
  item = drv: { key = builtins.unsafeDiscardStringContext (get "drvPath" drv); inherit drv; };
  say = answer: builtins.trace (mark + builtins.toJSON answer);
  visit = { key, drv }: say { begin = key; } (say { inherit key; facts = if elem key mute then null else facts drv; }
    (if elem key cut then [ ] else map item (filter isWanted (parts drv))));
in builtins.length (builtins.genericClosure { startSet = if isDerivation value then [ (item value) ] else [ ]; operator = visit; })`;
/** Returns a function for `nix eval --apply`. */
function metaFunction({ mark, wanted, digits, mute, cut }) {
    const data = JSON.stringify({ mark, wanted, digits, mute, cut });
    return `(${ASK}) (builtins.fromJSON ${(0,flake_text/* nixString */.z7)(data)})`;
}

// EXTERNAL MODULE: ./lib/nix/meta/package-meta.js + 2 modules
var package_meta = __webpack_require__(18366);
// EXTERNAL MODULE: ./lib/nix/store/nix-hash.js
var nix_hash = __webpack_require__(43643);
// EXTERNAL MODULE: ./lib/nix/store/nix32.js
var nix32 = __webpack_require__(23043);
;// CONCATENATED MODULE: ./lib/nix/meta/source-namespaces.js





/**
 * Finds out which repository a file of Nix code came from, by the store path of the input that holds it.
 * @param locked as the delta document has it
 * @returns store paths of inputs on a forge, and `owner/repository` of each
 */
function sourceNamespaces(locked) {
    if (typeof locked !== 'object' || locked === null)
        return new Map();
    return new Map(Object.values(locked).flatMap((input) => namespaceOf(input) ?? []).map(({ path, namespace }) => [path, namespace]));
}
function namespaceOf(input) {
    const { type, owner, repo, narHash } = Object(input);
    if ((type !== 'github' && type !== 'gitlab') || typeof owner !== 'string' || typeof repo !== 'string')
        return undefined;
    const path = sourcePath(narHash);
    return path === undefined ? undefined : { path, namespace: `${owner}/${repo}` };
}
/** The store path of an input (Nix manual, "Store path specification": content-addressed by its NAR, named source). */
function sourcePath(narHash) {
    try {
        const { algorithm, bytes } = (0,nix_hash/* parseNixHash */.BB)(narHash);
        if (algorithm !== 'sha256')
            return undefined;
        const digest = (0,external_node_crypto_.createHash)('sha256').update(`source:sha256:${Buffer.from(bytes).toString('hex')}:${store_path/* STORE_DIR */.SF}:source`).digest();
        const folded = new Uint8Array(20);
        for (const [index, byte] of digest.entries())
            folded[index % 20] = (folded[index % 20] ?? 0) ^ byte;
        return `${store_path/* STORE_DIR */.SF}/${(0,nix32/* encodeNix32 */.x3)(folded)}-source`;
    }
    catch (error) {
        if (error instanceof kit_errors/* Failure */.HR)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/nix/meta/read-metas.js










/** So many digits tell the paths of a closure apart; one that is mistaken costs a look at a package too many. */
const DIGITS = 8;
/** They are part of an argument, which has at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const MOST_PATHS = 8_000;
/** Evaluations, the first included, before the rest of the metadata is left unknown. */
const ATTEMPTS = 4;
/**
 * Asks a flake that is built already what it says of the packages in its closure: one evaluation. Metadata of any shape,
 * or none, is no fault: what can't be read is absent. If something in it breaks the evaluation in a way that Nix can't catch,
 * the evaluation is made again without it, a few times.
 * @param locked the flake's inputs, as the delta document has them
 * @throws CancelledError
 */
async function readMetas(site, flake, closure, locked) {
    const wanted = [...closure.keys()].slice(0, MOST_PATHS).map((path) => (0,store_path/* hashPartOf */.bV)(path).slice(0, DIGITS));
    const answers = new Answers(closure, sourceNamespaces(locked));
    const mute = [];
    const cut = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (await ask(site, flake, { wanted, digits: DIGITS, mute, cut }, answers))
            break;
        const { begun, told } = answers;
        if (begun === undefined)
            break;
        (begun === told ? cut : mute).push(begun);
    }
    return answers.found;
}
/** What was said so far, by all evaluations. */
class Answers {
    found = new Map();
    /** The derivation that was looked at last, and the last one whose metadata was read. */
    begun;
    told;
    #closure;
    #namespaces;
    constructor(closure, namespaces) {
        this.#closure = closure;
        this.#namespaces = namespaces;
    }
    take(json) {
        const { begin, key, facts } = parsed(json);
        if (typeof begin === 'string')
            this.begun = begin;
        if (typeof key !== 'string')
            return;
        this.told = key;
        const { outputs, position, ...raw } = Object(facts);
        const meta = (0,package_meta/* packageMeta */.u)({ ...raw, namespace: this.#namespaces.get(sourceOf(position)) });
        for (const path of Array.isArray(outputs) ? outputs : []) {
            if (typeof path === 'string' && (0,store_path/* isStorePath */.zP)(path) && this.#closure.has(path))
                this.found.set(path, meta);
        }
    }
}
/** Nix says where in a file a package is: `/nix/store/…-source/pkgs/jq/package.nix:12`. */
function sourceOf(position) {
    return typeof position === 'string' ? position.split('/').slice(0, 4).join('/') : '';
}
/** @returns whether the evaluation was completed */
async function ask(site, flake, question, answers) {
    const mark = `${(0,external_node_crypto_.randomUUID)()} `;
    answers.begun = undefined;
    answers.told = undefined;
    const onStderr = (line) => {
        const at = line.indexOf(mark);
        if (at >= 0)
            answers.take((0,safe_text/* withoutSequences */.V$)(line.slice(at + mark.length)));
    };
    const apply = metaFunction({ ...question, mark });
    try {
        await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => {
            const command = ['nix', 'eval', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), `${flake.reference}#${(0,split_choice/* splitChoice */.e)(attribute).path}`];
            return site.capture([...command, '--apply', apply], { onStderr });
        });
        return true;
    }
    catch (error) {
        if (error instanceof kit_errors/* CancelledError */.cc || error instanceof kit_errors/* SetupError */.w3)
            throw error;
        if (error instanceof kit_errors/* CommandError */.Qd || error instanceof kit_errors/* Failure */.HR)
            return false;
        throw error;
    }
}
/** A line that was cut, as very long ones are, is no answer. */
function parsed(json) {
    try {
        return Object(JSON.parse(json));
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./lib/nix/run/site.js
var run_site = __webpack_require__(38658);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/archive/codec.js


const GZIP_LEVEL = 6;
const GZIP_BLOCK = 1024 * 1024;
/** Deflate never makes more than this of a block. As it fits one buffer, zlib is called once for all of it. */
const GZIP_PACKED = GZIP_BLOCK + GZIP_BLOCK / 128 + 1024;
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
    packedSize: GZIP_PACKED,
    overlap: DEFLATE_WINDOW,
    readableFromBlocks: false,
    header: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]),
    compress: (block, before, last) => (0,external_node_zlib_.deflateRawSync)(block, {
        level: GZIP_LEVEL,
        finishFlush: last ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
        chunkSize: GZIP_PACKED,
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
const ZSTD_PACKED = ZSTD_BLOCK + ZSTD_BLOCK / 128;
/** Frames of their own, joined (RFC 8878, 3: "zstd compressed data is made up of one or more frames"), each with a checksum. */
const zstdFrames = {
    mediaType: media_types/* LAYER_ZSTD */.wd,
    extension: 'zst',
    blockSize: ZSTD_BLOCK,
    packedSize: ZSTD_PACKED,
    overlap: 0,
    readableFromBlocks: true,
    header: Buffer.alloc(0),
    compress: (block, _before, last) => last && block.length === 0
        ? Buffer.alloc(0)
        : (0,external_node_zlib_.zstdCompressSync)(block, {
            params: {
                [external_node_zlib_.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL,
                [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1,
                [external_node_zlib_.constants.ZSTD_c_contentSizeFlag]: 1,
            },
            pledgedSrcSize: block.length,
            chunkSize: ZSTD_PACKED,
        }),
    trailer: () => ({ update: () => undefined, end: () => Buffer.alloc(0) }),
};
const CODECS = { gzip, zstd: zstdFrames };

// EXTERNAL MODULE: ./lib/delta/layers/known-layers.js
var known_layers = __webpack_require__(77365);
;// CONCATENATED MODULE: ./lib/archive/frame-places.js
/** Bytes of a tar: a frame of its own for each tiny path would cost more than it spares. */
const LEAST_FRAME = 256 * 1024;
/**
 * Remembers which frames of a compressed layer each of its paths is in. A frame begins with a path wherever it can, so that
 * the paths of a layer can be read one by one; where a path's frames begin depends on the bytes alone.
 */
class FramePlaces {
    /** First and last frame of each path. */
    #places = [];
    /** Compressed bytes of each frame. */
    #sizes = [];
    /** The frame that is being filled. */
    #frame = 0;
    /** It begins in the middle of a path. */
    #isTorn = false;
    #inPath = false;
    /** @param filled bytes of the present frame @returns whether that frame must end first */
    beginPath(filled) {
        const ends = filled > 0 && (this.#isTorn || filled >= LEAST_FRAME);
        this.#inPath = true;
        const first = this.#frame + (ends ? 1 : 0);
        this.#places.push({ first, last: first });
        if (ends)
            this.#isTorn = false;
        return ends;
    }
    /** @param filled bytes of the present frame */
    endPath(filled) {
        this.#inPath = false;
        const place = this.#places.at(-1);
        if (place !== undefined)
            place.last = Math.max(place.first, filled > 0 ? this.#frame : this.#frame - 1);
        if (filled === 0)
            this.#isTorn = false;
    }
    /** The present frame is full, or ends for a path. */
    endFrame() {
        this.#frame += 1;
        this.#isTorn = this.#inPath && this.#places.at(-1)?.first !== this.#frame;
    }
    /** To be called for each frame in order. @param size compressed bytes */
    packed(size) {
        this.#sizes.push(size);
    }
    /** Once all frames are packed. */
    all() {
        const offsets = [0];
        for (const size of this.#sizes)
            offsets.push((offsets.at(-1) ?? 0) + size);
        return this.#places.map(({ first, last }, path) => {
            const offset = offsets[first] ?? 0;
            return [path, offset, (offsets[last + 1] ?? offset) - offset];
        });
    }
}

// EXTERNAL MODULE: ./lib/leaks/scanner.js + 2 modules
var scanner = __webpack_require__(9560);
;// CONCATENATED MODULE: ./lib/archive/tar-parts.js

/** Remembers where in a tar its parts begin, for whoever looks for leaks in another thread: numbers go there, names stay. */
class TarParts {
    #names = [];
    /** Where in the present block a part begins, and its number, in turn. */
    #begun = [];
    /** The fields of a header have its number. @param at bytes of the present block that are in front of it */
    begin(what, at) {
        if (typeof what === 'object')
            this.#names.push(what.header);
        const last = 2 * (this.#names.length - 1);
        this.#begun.push(at, what === 'padding' ? scanner/* NO_PART */.KZ : what === 'contents' ? last + 1 : last);
    }
    /** What has begun in the block that is full now. */
    take() {
        const begun = this.#begun;
        this.#begun = [];
        return begun;
    }
    leaksOf({ hits, ...rest }) {
        return { ...rest, hits: hits.map((hit) => ({ ...hit, member: this.#names[hit.part >> 1] ?? '', inName: hit.part % 2 === 0 })) };
    }
}
/**
 * Scans a slice of a block.
 * @param begun what has begun in the block, as `TarParts` gives it
 * @param from where in the block the slice begins
 */
function scanParts(scanner, slice, begun, from) {
    let done = 0;
    for (let i = firstFrom(begun, from); i < begun.length && begun[i] < from + slice.length; i += 2) {
        const at = begun[i] - from;
        if (at > done)
            scanner.write(slice.subarray(done, at));
        const part = begun[i + 1];
        scanner.begin(part, part % 2 === 1);
        done = at;
    }
    scanner.write(slice.subarray(done));
}
/** The first part that begins at `from` or later. */
function firstFrom(begun, from) {
    let [low, high] = [0, begun.length / 2];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (begun[2 * middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return 2 * low;
}

;// CONCATENATED MODULE: ./lib/archive/blob-writer.js



/**
 * Writes bytes into a compressed file, digested on the way in and on the way out. Blocks are compressed beside each
 * other and written in order. `write` never waits; ask the pool for `room` between calls.
 */
class BlobWriter {
    #file;
    #pool;
    #handle;
    #block;
    #filled = 0;
    /** Undefined if nobody looks for leaks. */
    #parts;
    /** Undefined if the codec has no frames that can be read by themselves. */
    #frames;
    /** Known when the first block is full, or is all. */
    #work;
    #rawSize = 0;
    #size = 0;
    /** All that was handed in up to now is written; rejects with the first fault. */
    #written;
    #fault;
    constructor(file, pool) {
        this.#file = file;
        this.#pool = pool;
        this.#block = pool.take();
        this.#parts = pool.leaks === undefined ? undefined : new TarParts();
        this.#frames = pool.codec.readableFromBlocks ? new FramePlaces() : undefined;
        this.#handle = (0,promises_.open)(file, 'wx', 0o644);
        this.#written = this.#watched(this.#store(pool.codec.header));
    }
    /** @throws the fault of an earlier block, such as a full disk */
    write(bytes) {
        if (this.#fault !== undefined)
            throw this.#fault;
        let at = 0;
        while (at < bytes.length) {
            const taken = bytes.copy(this.#block.raw, this.#filled, at);
            at += taken;
            this.#filled += taken;
            if (this.#filled === this.#block.raw.length)
                this.#submit(false);
        }
    }
    beginPath() {
        if (this.#frames?.beginPath(this.#filled) === true)
            this.#submit(false);
    }
    endPath() {
        this.#frames?.endPath(this.#filled);
    }
    begin(what) {
        this.#parts?.begin(what, this.#filled);
    }
    /** Writes what is left. @throws the first fault; the file is then gone */
    async end() {
        const work = this.#submit(true);
        try {
            await this.#written;
            const { raw, packed, trailer, scan } = await work.end();
            await this.#store(trailer);
            await (await this.#handle).close();
            const leaks = scan === undefined ? undefined : this.#parts?.leaksOf(scan);
            const frames = this.#frames?.all();
            return { file: this.#file, digest: packed, size: this.#size, diffId: raw, rawSize: this.#rawSize, ...(leaks === undefined ? {} : { leaks }), ...(frames === undefined ? {} : { frames }) };
        }
        catch (error) {
            await this.discard();
            throw error;
        }
    }
    /** Gives up: closes the file and removes it. */
    async discard() {
        this.#fault ??= new Error('discarded');
        await this.#written.catch(() => undefined);
        await this.#handle.then((handle) => handle.close()).catch(() => undefined);
        await (0,promises_.rm)(this.#file, { force: true });
    }
    #submit(last) {
        const block = this.#block;
        this.#frames?.endFrame();
        const place = { length: this.#filled, first: this.#rawSize === 0, last };
        const parts = this.#parts?.take();
        const work = (this.#work ??= this.#pool.stream(last ? place.length : undefined));
        this.#rawSize += place.length;
        this.#filled = 0;
        if (!last) {
            this.#block = this.#pool.take();
            block.raw.copy(this.#block.before, 0, block.raw.length - block.before.length);
        }
        this.#written = this.#watched(this.#finish(work, { block, place, parts }, this.#written));
        return work;
    }
    /** @param before the block before this one is written */
    async #finish(work, { block, place, parts }, before) {
        try {
            // Both, whatever comes of them: a block that is still at work must not be given back.
            const [packed, turn] = await Promise.allSettled([work.compress(block, place), before]);
            if (turn.status === 'rejected')
                throw turn.reason;
            if (packed.status === 'rejected')
                throw packed.reason;
            this.#frames?.packed(packed.value);
            await Promise.all([work.digest(block, { length: place.length, packedLength: packed.value, ...(parts === undefined ? {} : { parts }) }), this.#store(block.packed.subarray(0, packed.value))]);
        }
        finally {
            this.#pool.giveBack(block);
        }
    }
    /** A fault is met where the last block is awaited; until then it must not count as unhandled. */
    #watched(step) {
        step.catch((error) => (this.#fault ??= error));
        return step;
    }
    async #store(bytes) {
        if (this.#fault !== undefined)
            throw this.#fault;
        const handle = await this.#handle;
        this.#size += bytes.length;
        try {
            for (let at = 0; at < bytes.length;)
                at += (await handle.write(bytes, at)).bytesWritten;
        }
        catch (error) {
            // A handle does not say what it is of, and somebody will ask which disk is full.
            throw Object.assign(error, { path: this.#file });
        }
    }
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./lib/archive/block-threads.js



// Node runs src as it is; in dist each entry has a folder of its own.
const PROGRAM = (0,external_node_path_.join)(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'block-worker.ts' : '../worker/index.js');
/**
 * Threads that compress, as many as there is work for at once and never more than `jobs`, and one more that digests.
 * None is started before it is needed. To be closed, else the process does not end.
 */
class BlockThreads {
    #work;
    #jobs;
    #compressing = [];
    #digesting;
    #streams = 0;
    constructor(work, jobs) {
        this.#work = work;
        this.#jobs = jobs;
    }
    /** The work on a new stream. */
    stream() {
        this.#streams += 1;
        const stream = this.#streams;
        const digesting = (this.#digesting ??= new Thread(this.#work));
        return {
            compress: async ({ memory }, place) => (await this.#leastBusy().ask({ want: 'compress', memory, place })),
            digest: async ({ memory }, lengths) => void (await digesting.ask({ want: 'digest', stream, memory, lengths })),
            end: async () => (await digesting.ask({ want: 'digests', stream })),
        };
    }
    /** Ends all threads; what is still being worked on fails. */
    async close() {
        const digesting = this.#digesting === undefined ? [] : [this.#digesting];
        await Promise.all([...this.#compressing, ...digesting].map((thread) => thread.close()));
    }
    #leastBusy() {
        const [least] = this.#compressing.toSorted((a, b) => a.busy - b.busy);
        if (least !== undefined && (least.busy === 0 || this.#compressing.length === this.#jobs))
            return least;
        const thread = new Thread(this.#work);
        this.#compressing.push(thread);
        return thread;
    }
}
/** One thread, which answers in the order in which it was asked. */
class Thread {
    #worker;
    #asked = [];
    #fault;
    constructor(work) {
        this.#worker = new external_node_worker_threads_.Worker(PROGRAM, { workerData: work, name: 'blocks' });
        this.#worker.on('message', (answer) => this.#asked.shift()?.resolve(answer));
        this.#worker.on('error', (error) => this.#fail(faultOf(error)));
        this.#worker.on('exit', () => this.#fail(new kit_errors/* SetupError */.w3('A compression worker exited early.')));
    }
    /** Questions that are not answered yet. */
    get busy() {
        return this.#asked.length;
    }
    async ask(request) {
        if (this.#fault !== undefined)
            throw this.#fault;
        return new Promise((resolve, reject) => {
            this.#asked.push({ resolve, reject });
            // oxlint-disable-next-line require-post-message-target-origin -- of windows, not of threads
            this.#worker.postMessage(request);
        });
    }
    async close() {
        await this.#worker.terminate();
    }
    #fail(error) {
        this.#fault ??= error;
        for (const { reject } of this.#asked.splice(0))
            reject(this.#fault);
    }
}
/** What Node says of a thread that it could not start or keep is about the machine; all else that is thrown there is a bug. */
function faultOf(error) {
    if (!(error instanceof Error) || !error.code?.startsWith('ERR_WORKER_'))
        return error;
    return new kit_errors/* SetupError */.w3(`A compression worker failed: ${error.message}.`, {
        hint: 'Use a machine with more memory, or lower "jobs".',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/archive/block-work.js




/** Compresses `raw` of a block into its `packed`. @returns bytes of it */
function compressBlock(codec, block, { length, first, last }) {
    const before = first ? block.before.subarray(0, 0) : block.before;
    const packed = codec.compress(block.raw.subarray(0, length), before, last);
    const size = packed.length;
    if (size > block.packed.length)
        throw new Error(`a block of ${length} bytes became ${size}`);
    packed.copy(block.packed);
    // Frees it now: garbage collection sees a few small objects and lets megabytes wait.
    if (size > 0)
        packed.buffer.transfer(0);
    return size;
}
/** Bytes that go through all that is done with them while they are near. */
const SLICE = 256 * 1024;
/** Digests one stream, block by block in order, and looks for leaks in it on the way. */
class StreamDigester {
    #raw = (0,external_node_crypto_.createHash)('sha256');
    #packed = (0,external_node_crypto_.createHash)('sha256');
    #trailer;
    #scanner;
    constructor(codec, matcher) {
        this.#scanner = matcher === undefined ? undefined : new scanner/* LeakScanner */.eu(matcher);
        this.#trailer = codec.trailer();
        this.#packed.update(codec.header);
    }
    update(block, { length, packedLength, parts = [] }) {
        const raw = block.raw.subarray(0, length);
        this.#trailer.update(raw);
        for (let at = 0; at < length; at += SLICE) {
            const slice = raw.subarray(at, at + SLICE);
            this.#raw.update(slice);
            if (this.#scanner !== undefined)
                scanParts(this.#scanner, slice, parts, at);
        }
        this.#packed.update(block.packed.subarray(0, packedLength));
    }
    end() {
        const trailer = this.#trailer.end();
        this.#packed.update(trailer);
        return { raw: (0,format_digest/* digestOfHex */.z9)(this.#raw.digest('hex')), packed: (0,format_digest/* digestOfHex */.z9)(this.#packed.digest('hex')), trailer, scan: this.#scanner?.end() };
    }
}

// EXTERNAL MODULE: ./lib/leaks/matcher.js + 5 modules
var leaks_matcher = __webpack_require__(53738);
;// CONCATENATED MODULE: ./lib/archive/shared-block.js
/**
 * One block of a stream in memory that all threads see: a thread is told of it by reference, and leaves what it made of
 * it in the same memory. Whoever has the block knows by the order of messages that nobody else writes there.
 */
class SharedBlock {
    memory;
    /** The end of the block before; the codec's overlap. */
    before;
    /** Room for the bytes that go in. */
    raw;
    /** Room for what comes out. */
    packed;
    /** @param memory of a block that another thread made; new unless given, its bytes undefined */
    constructor(codec, memory) {
        const { overlap, blockSize, packedSize } = codec;
        this.memory = memory ?? new SharedArrayBuffer(overlap + blockSize + packedSize);
        this.before = Buffer.from(this.memory, 0, overlap);
        this.raw = Buffer.from(this.memory, overlap, blockSize);
        this.packed = Buffer.from(this.memory, overlap + blockSize, packedSize);
    }
}

;// CONCATENATED MODULE: ./lib/archive/block-pool.js





/** Blocks besides those at work: one that is filled, one that waits, one that is digested and written. */
const SPARE = 3;
/** The blocks of a run, over all its blobs, and who works on them: bounds how many are in memory. */
class BlockPool {
    codec;
    /** What is looked for in all that goes in; undefined: nothing. */
    leaks;
    #threads;
    #most;
    /** Used again: fresh memory costs a page fault for every 4 KiB. */
    #free = [];
    #inMemory = 0;
    #roomWanted;
    /** Bytes that this thread may still compress itself. */
    #small;
    /** @param jobs blocks that are compressed at the same time */
    constructor(compression, jobs, leaks) {
        this.codec = CODECS[compression];
        this.leaks = leaks;
        this.#threads = new BlockThreads({ compression, leaks }, jobs);
        this.#most = jobs + SPARE;
        this.#small = this.codec.blockSize;
    }
    /**
     * The work on a new stream. To start threads takes longer than to compress a little: one block in all is done by this
     * thread, at once.
     * @param whole bytes of the stream, if they are known to be no more than a block
     */
    stream(whole) {
        if (whole === undefined || whole > this.#small)
            return this.#threads.stream();
        this.#small -= whole;
        return streamHere(this.codec, this.leaks === undefined ? undefined : new leaks_matcher/* Matcher */.PN(this.leaks));
    }
    /** A block to fill; its bytes are undefined. It counts until it is given back. */
    take() {
        this.#inMemory += 1;
        return this.#free.pop() ?? new SharedBlock(this.codec);
    }
    /** The block was written, or given up: nobody reads it any more. */
    giveBack(block) {
        this.#free.push(block);
        this.#inMemory -= 1;
        if (!this.#full)
            this.#roomWanted?.();
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
    /** Ends the threads; what is still at work fails. */
    close() {
        return this.#threads.close();
    }
    get #full() {
        return this.#inMemory >= this.#most;
    }
}
function streamHere(codec, matcher) {
    const digester = new StreamDigester(codec, matcher);
    return {
        compress: async (block, place) => compressBlock(codec, block, place),
        digest: async (block, lengths) => digester.update(block, lengths),
        end: async () => digester.end(),
    };
}

// EXTERNAL MODULE: ./lib/nix/nar/nar-check.js
var nar_check = __webpack_require__(77533);
// EXTERNAL MODULE: ./lib/nix/nar/nar.js
var nar = __webpack_require__(55928);
;// CONCATENATED MODULE: ./lib/nix/nar/export.js




/** Arguments of one `nix-store --export`; keeps a command line far below the system's limit. */
const LONGEST_RUN = 256;
/** Reads one line of store paths after another and exports each; the names come from Nix and hold no blanks. */
const EXPORT_SCRIPT = 'while read -r paths; do nix-store --export $paths </dev/null || exit 1; done';
const END = 0n;
const NEXT = 1n;
/** A store path has 255 bytes at most. */
const LONGEST_STRING = 1024n;
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
    /** Bytes of a marker or trailer that is not complete yet. */
    #pending = Buffer.alloc(0);
    #state = 'marker';
    constructor(expected, visitor) {
        this.#expected = expected[Symbol.iterator]();
        this.#visitor = visitor;
    }
    /** The chunk is the caller's own again afterwards. @throws IntegrityError if the stream isn't what was asked for */
    write(chunk) {
        let rest = chunk;
        while (rest.length > 0)
            rest = this.#state === 'nar' ? this.#takeNar(rest) : this.#takeSmall(rest);
    }
    /** To be called when the stream has ended. @throws IntegrityError if something is missing */
    end() {
        const missing = this.#current?.path ?? nextOf(this.#expected)?.path;
        if (this.#state !== 'marker' || this.#pending.length > 0 || missing !== undefined) {
            throw new kit_errors/* IntegrityError */.cs(`Nix's export ended early${missing === undefined ? '' : `: ${missing} is missing`}.`);
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
            (0,nar_check/* checkNar */.u)(this.#current, `sha256-${this.#hash.digest('base64')}`, this.#narSize);
            this.#state = 'trailer';
        }
        return chunk.subarray(used);
    }
    #takeSmall(chunk) {
        const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
        const used = this.#state === 'marker' ? this.#marker(bytes) : this.#trailer(bytes);
        this.#pending = used === 0 ? Buffer.from(bytes) : Buffer.alloc(0);
        return bytes.subarray(used === 0 ? bytes.length : used);
    }
    #marker(bytes) {
        if (bytes.length < 8)
            return 0;
        const marker = bytes.readBigUInt64LE(0);
        if (marker === NEXT)
            this.#beginPath();
        else if (marker !== END)
            throw new kit_errors/* IntegrityError */.cs('Nix wrote something that is not an export.');
        return 8;
    }
    #beginPath() {
        const info = nextOf(this.#expected);
        if (info === undefined)
            throw new kit_errors/* IntegrityError */.cs("Nix's export has more paths than requested.");
        this.#current = info;
        this.#nar = new nar/* NarParser */.j(this.#visitor);
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.#narSize = 0;
        this.#state = 'nar';
        this.#visitor.beginPath(info);
    }
    /** @returns the trailer's length, or 0 while it isn't whole */
    #trailer(bytes) {
        // A reference to itself may be there or not.
        const reader = new TrailerReader(bytes, (this.#current?.references.length ?? 0) + 1);
        const trailer = reader.read();
        if (trailer === undefined)
            return 0;
        const info = this.#current;
        if (info === undefined || trailer.path !== info.path) {
            throw new kit_errors/* IntegrityError */.cs(`Nix exported ${shortened(trailer.path)} where ${info?.path ?? 'nothing'} was expected.`);
        }
        if (withoutSelf(trailer.references, info.path) !== withoutSelf(info.references, info.path)) {
            throw new kit_errors/* IntegrityError */.cs(`Nix's export and its database disagree on the references of ${info.path}.`);
        }
        this.#visitor.endPath(info);
        this.#current = undefined;
        this.#nar = undefined;
        this.#state = 'marker';
        return reader.at;
    }
}
function shortened(path) {
    return JSON.stringify(path.slice(0, 300));
}
function nextOf(iterator) {
    const next = iterator.next();
    return next.done === true ? undefined : next.value;
}
/** What follows a NAR: magic, path, references, deriver, and a zero (once the place of a signature). */
class TrailerReader {
    #bytes;
    #mostReferences;
    at = 0;
    constructor(bytes, mostReferences) {
        this.#bytes = bytes;
        this.#mostReferences = mostReferences;
    }
    /** @returns undefined while it isn't whole */
    read() {
        const magic = this.#number();
        if (magic !== undefined && magic !== TRAILER_MAGIC)
            throw new kit_errors/* IntegrityError */.cs('Nix wrote something that is not an export.');
        const path = this.#string();
        const count = this.#number();
        if (path === undefined || count === undefined)
            return undefined;
        if (count > this.#mostReferences) {
            throw new kit_errors/* IntegrityError */.cs(`Nix's export and its database disagree on the references of ${shortened(path)}: it has ${count}, more than ${this.#mostReferences}.`);
        }
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
            throw new kit_errors/* IntegrityError */.cs('Nix wrote an export with a signature, as versions before 2.0 did.');
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
        if (length > LONGEST_STRING)
            throw new kit_errors/* IntegrityError */.cs(`Nix's export holds a text of ${length} bytes, more than ${LONGEST_STRING}.`);
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

// EXTERNAL MODULE: ./lib/nix/nar/store-reader.js
var store_reader = __webpack_require__(87850);
// EXTERNAL MODULE: ./lib/archive/tar-writer.js + 1 modules
var tar_writer = __webpack_require__(20543);
;// CONCATENATED MODULE: ./lib/archive/layers/layer-stream.js




/**
 * Streams groups of store paths, each as the tar of one layer: NARs out of the store, each checked against its hash. The tail of one layer
 * may still be at work while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason; all sinks are discarded then
 */
async function streamLayers(site, closure, groups, { sinks, ...options }) {
    const sorted = groups.map((group) => group.toSorted(store_path/* compareText */.n6));
    const stream = new LayerStream(sorted, sinks, options);
    try {
        if (site.storeIsHere)
            await pumpStore(sorted, closure, stream);
        else
            await pumpExport(site, sorted, closure, stream);
        return await stream.finish();
    }
    catch (error) {
        await stream.discard();
        throw error;
    }
}
async function pumpStore(groups, closure, pumped) {
    const reader = (0,store_reader/* readStore */.u)(infosOf(groups, closure), pumped);
    while (reader.next().done !== true) {
        const room = pumped.room();
        if (room !== undefined)
            await room;
        pumped.throwIfStopped();
    }
}
async function pumpExport(site, groups, closure, pumped) {
    const stream = startExport(site, groups.flatMap((group) => exportRuns(group, closure)));
    // Awaited below; a reader that fails first must not leave it unhandled.
    stream.done.catch(() => undefined);
    const parser = new ExportParser(infosOf(groups, closure), pumped);
    try {
        for await (const chunk of stream.stdout) {
            parser.write(chunk);
            free(chunk);
            await pumped.room();
            pumped.throwIfStopped();
        }
        await stream.done;
        parser.end();
    }
    finally {
        stream.stdout.destroy();
    }
}
/** Frees what nobody reads any more at once: garbage collection sees small objects and lets megabytes behind them wait. */
function free({ buffer, byteLength }) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
        buffer.transfer(0);
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
class LayerStream {
    #groups;
    #options;
    #sinks;
    #room = new tar_writer/* HoldingRoom */.R1();
    #open = [];
    #layers = [];
    #tar;
    /** Paths of the present layer that are still to come. */
    #left = 0;
    /** NAR bytes of the paths that are done. */
    #done = 0;
    /** Bytes of files of the present path. */
    #within = 0;
    #path;
    constructor(groups, sinks, options) {
        this.#groups = groups;
        this.#sinks = sinks;
        this.#options = options;
    }
    room() {
        if (this.#path !== undefined)
            this.#options.onProgress?.(this.#done + this.#within, this.#path);
        return this.#sinks.room();
    }
    throwIfStopped() {
        this.#options.signal?.throwIfAborted();
    }
    async finish() {
        const layers = await Promise.all(this.#layers);
        await this.#sinks.close();
        return layers;
    }
    async discard() {
        // First: what is at work need not be waited for.
        await this.#sinks.close();
        await Promise.allSettled(this.#layers);
        await Promise.all(this.#open.map((sink) => sink.discard()));
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
        const paths = this.#groups[this.#open.length] ?? [];
        const sink = this.#sinks.open(paths);
        this.#open.push(sink);
        this.#tar = new tar_writer/* TarWriter */.rW(sink, this.#room);
        this.#left = paths.length;
    }
    #endLayer() {
        const sink = this.#open.at(-1);
        if (sink === undefined)
            throw new Error('no layer is being written');
        this.#writer.end();
        this.#tar = undefined;
        const layer = sink.end();
        layer.catch(() => undefined);
        this.#layers.push(layer);
    }
}

;// CONCATENATED MODULE: ./lib/archive/layers/pack-layers.js





/**
 * Packs groups of store paths, each into one layer: NARs out of the store, each checked against its hash, into
 * deterministic tars, compressed and digested on the way into files of a folder. Memory stays the same however much
 * there is; the tail of one layer is compressed while the next one is read.
 *
 * @param groups no empty ones; the paths of each are sorted here
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason; nothing is then left in the folder
 */
async function packLayers(site, closure, groups, options) {
    return streamLayers(site, closure, groups, { sinks: new PackedSinks(closure, options), signal: options.signal, onProgress: options.onProgress });
}
/** Writes each layer into a file of its own, all of them by the same threads. */
class PackedSinks {
    #closure;
    #options;
    #pool;
    #count = 0;
    constructor(closure, options) {
        this.#closure = closure;
        this.#options = options;
        this.#pool = new BlockPool(options.compression, options.jobs, options.leaks);
    }
    open(paths) {
        const blob = new BlobWriter((0,external_node_path_.join)(this.#options.folder, `layer-${this.#count++}.tar.${this.#pool.codec.extension}`), this.#pool);
        return {
            write: (bytes) => blob.write(bytes),
            begin: (what) => blob.begin(what),
            beginPath: () => blob.beginPath(),
            endPath: () => blob.endPath(),
            end: async () => this.#layerOf(await blob.end(), paths),
            discard: () => blob.discard(),
        };
    }
    room() {
        return this.#pool.room();
    }
    close() {
        return this.#pool.close();
    }
    #layerOf(blob, paths) {
        const layer = {
            key: (0,known_layers/* layerKey */.n)(paths, this.#closure),
            digest: blob.digest,
            diffId: blob.diffId,
            size: blob.size,
            tarSize: blob.rawSize,
            mediaType: this.#pool.codec.mediaType,
            paths,
            ...(blob.frames === undefined ? {} : { frames: blob.frames }),
            file: blob.file,
            leaks: blob.leaks,
        };
        this.#options.onLayer?.(layer);
        return layer;
    }
}

;// CONCATENATED MODULE: ./lib/archive/layers/search-layers.js




/**
 * Looks for leaks in layers that nobody has to pack: makes their tars again, and keeps nothing of them.
 * @param groups the paths of each layer
 * @returns what was found, for each layer in turn
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason
 */
async function searchLayers(site, closure, groups, { leaks, ...options }) {
    const matcher = new leaks_matcher/* Matcher */.PN(leaks);
    return streamLayers(site, closure, groups, { ...options, sinks: { open: () => new SearchedLayer(matcher), room: pause, close: () => Promise.resolve() } });
}
/** Everything is done when it is written; a turn of the loop lets timers and signals in. */
function pause() {
    return new Promise((resolve) => {
        setImmediate(resolve);
    });
}
class SearchedLayer {
    #scanner;
    #parts = new TarParts();
    constructor(matcher) {
        this.#scanner = new scanner/* LeakScanner */.eu(matcher);
    }
    write(bytes) {
        this.#scanner.write(bytes);
    }
    begin(what) {
        this.#parts.begin(what, 0);
        const [, part = -1] = this.#parts.take();
        this.#scanner.begin(part, part % 2 === 1);
    }
    end() {
        return Promise.resolve(this.#parts.leaksOf(this.#scanner.end()));
    }
    discard() {
        return Promise.resolve();
    }
}

;// CONCATENATED MODULE: ./lib/delta/layers/causes.js
/** How many causes are told apart; in a larger delta several paths share one. */
const BITS = 1024;
const WORDS = BITS / 32;
/** Returns the causes of each path. @param infos in an order that does not depend on hashes; what is not in it is no cause */
function causesOf(infos) {
    const paths = [...infos.keys()];
    const places = new Map(paths.map((path, place) => [path, place]));
    const needs = [...infos.values()].map(({ references }) => references.map((path) => places.get(path)).filter((place) => place !== undefined));
    const causes = paths.map(() => new Uint32Array(WORDS));
    for (const [i, place] of neededFirst(needs).entries()) {
        const own = causes[place] ?? new Uint32Array(WORDS);
        for (const need of needs[place] ?? [])
            add(own, causes[need]);
        own[(i % BITS) >>> 5] = (own[(i % BITS) >>> 5] ?? 0) | (1 << (i & 31));
    }
    return new Map(paths.map((path, place) => [path, causes[place] ?? new Uint32Array(WORDS)]));
}
/** Places, each after those that it needs. Without recursion: chains of references may be long. */
function neededFirst(needs) {
    const order = [];
    const open = [];
    const seen = new Uint8Array(needs.length);
    /** How many of a place's needs were looked at. */
    const looked = new Uint32Array(needs.length);
    const enter = (place) => {
        if (seen[place] === 1)
            return;
        seen[place] = 1;
        open.push(place);
    };
    for (const start of needs.keys()) {
        enter(start);
        for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
            const i = looked[top] ?? 0;
            const need = needs[top]?.[i];
            looked[top] = i + 1;
            if (need !== undefined)
                enter(need);
            else {
                order.push(top);
                open.pop();
            }
        }
    }
    return order;
}
function unionOf(sets) {
    const union = new Uint32Array(WORDS);
    for (const set of sets)
        add(union, set);
    return union;
}
function add(set, more) {
    if (more !== undefined)
        for (let i = 0; i < WORDS; i++)
            set[i] = (set[i] ?? 0) | (more[i] ?? 0);
}
/** Returns how many causes one of the two has, or both. */
function countEither(a, b) {
    let count = 0;
    for (let i = 0; i < WORDS; i++)
        count += ones((a[i] ?? 0) | (b[i] ?? 0));
    return count;
}
/** Returns how many causes there are in a delta of so many paths. */
function countAll(paths) {
    return Math.min(paths, BITS);
}
/** Bits of a word that are set (Warren, Hacker's Delight, "Counting 1-Bits"). */
function ones(word) {
    const pairs = word - ((word >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

;// CONCATENATED MODULE: ./lib/delta/layers/atoms.js

/** What is left of NAR bytes by compression, about. */
const COMPRESSED = 0.35;
/**
 * Returns each path by itself. If there are more than `count`, those with about as many causes share an atom, so that there
 * are no more than `count` of them; a path that is larger than its share of the bytes stays alone.
 */
function atomsOf(infos, count, causes) {
    const setOf = ({ path }) => causes.get(path) ?? unionOf([]);
    return parts(infos, count, setOf).map((part) => ({
        infos: part,
        size: sizeOf(part) * COMPRESSED,
        causes: unionOf(part.map(setOf)),
    }));
}
function parts(infos, count, setOf) {
    if (infos.length <= count)
        return infos.map((info) => [info]);
    const counted = infos.map((info) => ({ info, causes: countEither(setOf(info), setOf(info)) }));
    // Two that follow each other come to more than a share, so there are less than twice as many as shares.
    const share = sizeOf(infos) / (count / 2);
    const found = [];
    let size = Infinity;
    for (const { info } of counted.toSorted((a, b) => a.causes - b.causes)) {
        size += info.narSize;
        if (size <= share)
            found.at(-1)?.push(info);
        else {
            found.push([info]);
            size = info.narSize;
        }
    }
    return found;
}
function sizeOf(infos) {
    return infos.reduce((size, { narSize }) => size + narSize, 0);
}

;// CONCATENATED MODULE: ./lib/delta/layers/group.js

/** Returns what is to be packed as one layer. */
function groupOf(atoms) {
    return {
        atoms,
        size: atoms.reduce((sum, { size }) => sum + size, 0),
        causes: unionOf(atoms.map(({ causes }) => causes)),
    };
}
/** Paths that change of themselves in one release, about; those that are built again because of them come on top. */
const CHANGES = 1.5;
/**
 * Bytes of a layer that the next release sends again, by expectation, where each cause is as likely as the others.
 * @param causes how many of `all` the layer has
 */
function burdenOf(size, causes, all) {
    return size * (1 - Math.exp((-CHANGES * causes) / all));
}

;// CONCATENATED MODULE: ./lib/delta/layers/fit-layers.js


/** For how many releases a choice is paid: what is spent now is weighed against what each of them sends again. */
const HORIZON = 10;
/** What a further layer may cost at each installation, in bytes that could travel instead: a request and its wait. */
const LAYER = 64 * 1024;
/** What part of the bytes that must be packed may be packed on top, of layers that exist, to make room for them. */
const fit_layers_SPARE = 0.05;
/**
 * Merges groups, always the two that it costs the least to have together, until there are no more than `maxLayers`, and
 * further if another layer isn't worth its request. Layers that exist are only given up if there are too many: small
 * ones, if new large paths need their places, or any, if all new paths are in one group already.
 * @param causes how many there are
 */
function fitLayers(groups, maxLayers, causes) {
    let fitting = groups;
    let spare = fit_layers_SPARE * groups.reduce((sum, { layer, size }) => sum + (layer === undefined ? size : 0), 0);
    let pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => pairOf(a, b, causes)));
    for (;;) {
        const over = fitting.length > maxLayers;
        const pair = over ? (cheapest(pairs, spare) ?? cheapest(pairs, Infinity)) : cheapest(pairs, 0);
        if (pair === undefined || (!over && pair.cost >= LAYER))
            return fitting;
        const both = groupOf([...pair.a.atoms, ...pair.b.atoms]);
        const others = fitting.filter((group) => group !== pair.a && group !== pair.b);
        pairs = pairs.filter(({ a, b }) => a !== pair.a && a !== pair.b && b !== pair.a && b !== pair.b);
        for (const other of others)
            pairs.push(pairOf(other, both, causes));
        fitting = [...others, both];
        spare = Math.max(0, spare - pair.now);
    }
}
function pairOf(a, b, all) {
    const now = (a.layer?.size ?? 0) + (b.layer?.size ?? 0);
    const apart = burdenOf(a.size, countEither(a.causes, a.causes), all) + burdenOf(b.size, countEither(b.causes, b.causes), all);
    const together = burdenOf(a.size + b.size, countEither(a.causes, b.causes), all);
    return { a, b, now, cost: now + HORIZON * (together - apart) };
}
/** @param spare bytes of layers that exist that may be given up */
function cheapest(pairs, spare) {
    let best;
    for (const pair of pairs)
        if (pair.now <= spare && (best === undefined || pair.cost < best.cost))
            best = pair;
    return best;
}

;// CONCATENATED MODULE: ./lib/delta/layers/settle-layers.js


/** Rounds after which it is good enough; mostly nothing moves any more after three. */
const ROUNDS = 8;
/**
 * Moves atoms from group to group, each to where the next release is expected to send the least, until all are where they
 * should be: merging decides one pair after the other and never looks back. No group loses its last atom.
 * @param groups what is to be packed
 * @param causes how many there are
 */
function settleLayers(groups, causes) {
    const settled = [...groups];
    for (let round = 0; round < ROUNDS; round++) {
        const moves = groups.flatMap(({ atoms }) => atoms).filter((atom) => move(atom, settled, causes));
        if (moves.length === 0)
            break;
    }
    return settled;
}
/** @returns whether it is elsewhere now */
function move(atom, groups, all) {
    const from = groups.findIndex(({ atoms }) => atoms.includes(atom));
    const home = groups[from];
    if (home === undefined || home.atoms.length === 1)
        return false;
    const rest = groupOf(home.atoms.filter((each) => each !== atom));
    const staying = groupBurden(home, all) - groupBurden(rest, all);
    let [to, least] = [from, staying - 1];
    for (const [i, group] of groups.entries()) {
        const coming = burdenOf(group.size + atom.size, countEither(group.causes, atom.causes), all) - groupBurden(group, all);
        if (i !== from && coming < least)
            [to, least] = [i, coming];
    }
    if (to === from)
        return false;
    groups[from] = rest;
    groups[to] = groupOf([...(groups[to]?.atoms ?? []), atom]);
    return true;
}
function groupBurden({ size, causes }, all) {
    return burdenOf(size, countEither(causes, causes), all);
}

;// CONCATENATED MODULE: ./lib/delta/layers/plan-layers.js







/** What is weighed, each against each: so many layers that exist, so many atoms of what must be packed. */
const WEIGHED = 128;
/**
 * Splits a delta into at most `maxLayers` layers of whole paths: no layer is empty, each path is in one, and the order in
 * which paths are given does not matter. docs/contributing/how-it-works.md, "Layers", has the rules.
 *
 * @param history layers that exist, in order of preference: the last release's, then those of others
 */
function planLayers(add, maxLayers, history = []) {
    // By names rather than by hashes: when all is built again, paths come into the company that they were in.
    const infos = new Map(byName(add).map((info) => [info.path, info]));
    const kept = largest((0,known_layers/* layersToKeep */.L)(infos, history), Math.max(WEIGHED, maxLayers));
    const safe = new Set(kept.flatMap(({ paths }) => paths));
    if (safe.size === infos.size && kept.length <= maxLayers)
        return { layers: kept.map((layer) => keep(layer)) };
    const causes = causesOf(infos);
    const atoms = atomsOf([...infos.values()].filter(({ path }) => !safe.has(path)), WEIGHED, causes);
    const groups = [...kept.map((layer) => keptGroup(layer, infos, causes)), ...atoms.map((atom) => groupOf([atom]))];
    const fitting = fitLayers(groups, maxLayers, countAll(infos.size));
    const packs = settleLayers(fitting.filter(({ layer }) => layer === undefined), countAll(infos.size));
    // The largest first: many cores do best with the small ones at the end.
    const packed = packs.toSorted((a, b) => b.size - a.size).map((group) => pack(group));
    return { layers: [...fitting.flatMap(({ layer }) => (layer === undefined ? [] : [keep(layer)])), ...packed] };
}
function keep(layer) {
    return { kind: 'keep', layer };
}
function pack({ atoms }) {
    return { kind: 'pack', paths: atoms.flatMap(({ infos }) => infos.map(({ path }) => path)).toSorted(store_path/* compareText */.n6) };
}
function byName(infos) {
    const byKey = new Map(infos.map((info) => [`${(0,store_path/* nameOf */.Vb)(info.path)} ${info.path}`, info]));
    return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
/** The `count` largest layers, in the order in which they come. */
function largest(layers, count) {
    const chosen = new Set(layers.toSorted((a, b) => b.size - a.size).slice(0, count));
    return layers.filter((layer) => chosen.has(layer));
}
function keptGroup(layer, infos, causes) {
    const held = layer.paths.flatMap((path) => infos.get(path) ?? []);
    const atom = { infos: held, size: layer.size, causes: unionOf(layer.paths.flatMap((path) => causes.get(path) ?? [])) };
    return { layer, ...groupOf([atom]) };
}

// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/build/layer-stock.js


/**
 * Plans layers around those that the registry has, after checking that they exist there. Layers of siblings are mounted.
 * @throws RegistryError, CancelledError
 */
async function planFromStock(paths, { known, uploads, mends }, { arch, mediaType, maxLayers }) {
    const stock = await known;
    let usable = stock.for(arch, mediaType);
    for (;;) {
        const plan = planLayers(paths, maxLayers, usable);
        const kept = plan.layers.flatMap((planned) => (planned.kind === 'keep' ? [planned.layer] : []));
        const absent = await stock.absent(kept);
        const own = [...absent].every(({ sibling }) => sibling === undefined);
        if (absent.size === 0 || (mends && own)) {
            for (const layer of kept) {
                const { sibling } = layer;
                if (sibling === undefined || absent.has(layer))
                    continue;
                uploads.add(arch, layer, { repository: sibling.repository, content: (0,blob_content/* sourceContent */.D3)(sibling.reader, layer) });
            }
            return packAgain(plan, absent);
        }
        usable = usable.filter((layer) => !absent.has(layer));
    }
}
function packAgain({ layers }, lost) {
    return { layers: layers.map((planned) => (planned.kind === 'keep' && lost.has(planned.layer) ? { kind: 'pack', paths: planned.layer.paths } : planned)) };
}

;// CONCATENATED MODULE: ./lib/build/pack.js








const DELTA = { title: 'Pack the delta', ifEmpty: 'the base already has every path: nothing to pack' };
const COMPLEMENT = { title: 'Pack the complement', ifEmpty: 'nothing is required of a base' };
/** Packs what the bases lack, except the layers that an earlier release packed. */
async function packDelta(site, closure, { add }, tools) {
    return packStage(DELTA, { site, closure, paths: add }, tools);
}
/** Packs the delta once more, whatever was packed before; nothing of it is kept or sent. */
async function pack_packAgain(site, closure, { add }, tools) {
    return packStage({ ...DELTA, title: 'Pack the delta a second time' }, { site, closure, paths: add }, { ...tools, stock: undefined, gate: undefined });
}
/** Packs what is required of the bases, in layers of its own: a system that has it need not fetch it. */
async function packComplement(site, closure, { require }, tools) {
    // The packer names files by their number.
    const folder = (0,external_node_path_.join)(tools.folder, 'complement');
    await (0,promises_.mkdir)(folder, { recursive: true });
    return packStage(COMPLEMENT, { site, closure, paths: require }, { ...tools, folder });
}
async function packStage({ title, ifEmpty }, source, tools) {
    const plan = await planOf(source.paths, tools);
    const kept = plan.layers.flatMap((planned) => (planned.kind === 'keep' ? [planned.layer] : []));
    const groups = plan.layers.flatMap((planned) => (planned.kind === 'pack' ? [planned.paths] : []));
    const total = pack_sizeOf(groups.flat(), source.closure);
    const found = await searchKept(source, kept, tools);
    return tools.stages.run(title, { total, unit: 'bytes' }, async (progress) => {
        if (plan.layers.length === 0)
            return [[], ifEmpty];
        const packed = groups.length === 0 ? [] : await pack_pack(source, groups, tools, progress);
        const made = `${(0,format/* formatNumberOf */.Of)(groups.flat().length, 'store path')} into ${(0,format/* formatNumberOf */.Of)(packed.length, 'layer')}, ${(0,format/* formatBytes */.z3)(total)} → ${(0,format/* formatBytes */.z3)(sizeOfLayers(packed))} (${tools.compression})`;
        const reused = `${(0,format/* formatNumberOf */.Of)(kept.length, 'layer')} of ${(0,format/* formatBytes */.z3)(sizeOfLayers(kept))} reused`;
        return [inOrder(plan, packed, found), [...(kept.length === 0 ? [] : [reused]), ...(packed.length === 0 ? [] : [made])].join(', ')];
    });
}
/**
 * An earlier release was searched with the rules and values of its day. If a leak is an error, its layers are searched again before they are
 * published again.
 */
async function searchKept({ site, closure }, kept, { stages, signal, gate }) {
    if (gate?.holds !== true || kept.length === 0)
        return new Map();
    const total = pack_sizeOf(kept.flatMap(({ paths }) => paths), closure);
    return stages.run('Look for leaks in the reused layers', { total, unit: 'bytes' }, async (progress) => {
        const onProgress = (done, path) => progress.update(done, path);
        const found = await searchLayers(site, closure, kept.map(({ paths }) => paths), { leaks: gate.searchFor(closure), signal, onProgress });
        const leaks = kept.map((layer, index) => [layer, found[index]]).filter((each) => each[1] !== undefined);
        return [new Map(leaks), (0,format/* formatNumberOf */.Of)(kept.length, 'layer')];
    });
}
function planOf(paths, { maxLayers, stock, arch, compression }) {
    if (stock === undefined)
        return planLayers(paths, maxLayers);
    const { mediaType } = CODECS[compression];
    return planFromStock(paths, stock, { arch, mediaType, maxLayers });
}
function pack_pack({ site, closure }, groups, { folder, compression, jobs, signal, arch, stock, gate }, progress) {
    const send = (layer) => stock?.uploads.add(arch, layer, { file: layer.file });
    return packLayers(site, closure, groups, {
        folder,
        compression,
        jobs,
        signal,
        onProgress: (done, path) => progress.update(done, path),
        ...(gate === undefined ? {} : { leaks: gate.searchFor(closure) }),
        onLayer: (layer) => (gate === undefined ? send(layer) : gate.whenPassed(() => send(layer))),
    });
}
/** The layers as they were planned. @param packed in the order of the plan's groups. @param found in layers that were reused */
function inOrder({ layers }, packed, found) {
    const fresh = packed.values();
    return layers.map((planned) => {
        if (planned.kind === 'keep')
            return { ...planned.layer, file: undefined, leaks: found.get(planned.layer) };
        const { value } = fresh.next();
        if (value === undefined)
            throw new Error('a layer was planned but not packed');
        return value;
    });
}
function pack_sizeOf(paths, closure) {
    return paths.reduce((sum, path) => sum + (closure.get(path)?.narSize ?? 0), 0);
}
function sizeOfLayers(layers) {
    return layers.reduce((sum, { size }) => sum + size, 0);
}
/**
 * Returns what layers are compressed with. `auto` is zstd if all bases can unpack it. Without a base, or with a complement, the
 * Feature may be installed anywhere, and there is nobody to ask.
 */
function codecFor({ compression, complement }, bases) {
    if (compression !== 'auto')
        return compression;
    return !complement && bases.length > 0 && bases.every((base) => base.hasZstd) ? 'zstd' : 'gzip';
}

// EXTERNAL MODULE: ./lib/report/build/facts.js
var facts = __webpack_require__(81534);
;// CONCATENATED MODULE: ./lib/build/checks/delta-budget.js




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
    throw new kit_errors/* Failure */.HR(`The delta for ${document.system} is ${(0,format/* formatBytes */.z3)(compressed)} compressed, more than the max-delta-size of ${(0,format/* formatBytes */.z3)(limit)}. ` +
        `Its largest paths, uncompressed: ${largest.join(', ')}.`, { hint: 'Leave out what is not needed, use what the base has, or raise "max-delta-size".' });
}

// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/nix/flake/build.js + 1 modules
var flake_build = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/nix/nar/import.js

const import_NEXT = number(1);
const import_END = number(0);
/** "NIXE" in front of the metadata that follows each NAR. */
const import_TRAILER_MAGIC = number(0x4558494e);
/**
 * Puts store paths into the store of a place, as `nix-store --import` takes them. (Format: Nix's export-import.cc.)
 * @param paths each after those that it refers to, as far as these are not in the store
 * @throws CommandError if Nix does not take them, such as from a user whom it does not trust; CancelledError
 */
async function importPaths(site, paths) {
    await site.capture(['nix-store', '--import'], { input: exportStream(paths) });
}
async function* exportStream(paths) {
    for (const { info, file } of paths) {
        yield import_NEXT;
        yield* (0,external_node_fs_.createReadStream)(file);
        yield Buffer.concat([import_TRAILER_MAGIC, import_text(info.path), number(info.references.length), ...info.references.map(import_text), import_text(''), number(0)]);
    }
    yield import_END;
}
/** 8 bytes, little-endian. */
function number(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(value);
    return bytes;
}
/** Its length, its bytes, zeros up to a multiple of 8. */
function import_text(value) {
    return Buffer.concat([number(value.length), Buffer.from(value, 'latin1'), Buffer.alloc((8 - (value.length % 8)) % 8)]);
}

// EXTERNAL MODULE: ./lib/nix/run/capture-in-runs.js
var capture_in_runs = __webpack_require__(3478);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/serve/catalogue.js
var serve_catalogue = __webpack_require__(92022);
// EXTERNAL MODULE: ./lib/serve/nar-stock.js + 1 modules
var nar_stock = __webpack_require__(16384);
// EXTERNAL MODULE: ./lib/serve/read-features.js
var read_features = __webpack_require__(84599);
;// CONCATENATED MODULE: ./lib/build/reuse/choose-imports.js

/**
 * Chooses which store paths are taken from Features: those that are wanted, and what these need, each after what it refers to.
 * A path whose references are nowhere is left out, with all that needs it.
 * @param valid what the store has
 */
function chooseImports(wanted, catalogue, valid) {
    const chosen = new Map();
    const seen = new Set();
    // No recursion: a document from outside may name a chain of any length, and circles, which Nix has of one path only.
    const open = [];
    const begin = (path) => {
        const held = catalogue.find((0,store_path/* hashPartOf */.bV)(path));
        if (seen.has(path) || held?.info.path !== path)
            return false;
        seen.add(path);
        open.push({ held, next: 0 });
        return true;
    };
    for (const path of wanted.filter((each) => !valid.has(each))) {
        begin(path);
        for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
            const { info } = top.held;
            const reference = info.references[top.next];
            if (reference === undefined) {
                chosen.set(info.path, top.held);
                open.pop();
            }
            else if (reference === info.path || valid.has(reference) || chosen.has(reference))
                top.next += 1;
            // All that are open need it.
            else if (!begin(reference))
                open.length = 0;
        }
    }
    return [...chosen.values()];
}
/** Returns all that may be needed to take paths from Features: these, and what they refer to, as far as Features tell. */
function reachable(wanted, catalogue) {
    const seen = new Set();
    const queue = [...wanted];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        if (seen.has(path))
            continue;
        seen.add(path);
        queue.push(...(referencesOf(catalogue.find((0,store_path/* hashPartOf */.bV)(path))?.info, path)));
    }
    return seen;
}
function referencesOf(info, path) {
    return info?.path === path ? info.references : [];
}

;// CONCATENATED MODULE: ./lib/build/reuse/bring-published.js
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













/** Nobody waits long for what only spares work. Milliseconds. */
const PATIENCE = { policy: { attempts: 2, deadline: 20_000 }, idleTimeout: 15_000 };
/** Features of a namespace that are looked at. */
const MOST_FEATURES = 200;
/**
 * Puts into the store what would have to be built and is in a published Feature of the namespace. It only spares work: if
 * it can't be done, the log says why, and all is built.
 * @throws BuildError, SetupError, Failure of the flake's evaluation, which the build would meet as well; CancelledError
 */
async function bringPublished(site, flake, build) {
    const { request, job } = build;
    if (!request.reuse || request.namespace === '')
        return;
    const wanted = await (0,flake_build/* outputsToBuild */.aQ)(site, flake);
    if (wanted.length === 0)
        return;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const catalogue = await readCatalogue(build, cleanup);
            const found = wanted.filter((path) => catalogue.find((0,store_path/* hashPartOf */.bV)(path))?.info.path === path);
            if (found.length > 0)
                await bring(site, found, catalogue, job);
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
    catch (error) {
        if (job.signal.aborted || !(error instanceof kit_errors/* Failure */.HR))
            throw error;
        job.info(`What is published is not reused: ${(0,kit_errors/* messageOf */.bD)(error)}`);
    }
}
async function readCatalogue({ request, id, arch, job }, cleanup) {
    const { registry, namespace, shareWith } = request;
    const catalogue = new serve_catalogue/* Catalogue */.Q();
    const first = new Set([id, ...shareWith]);
    const registries = new pull_registries/* Registries */.I(request, { ...job, warning: (message) => job.debug(message) });
    const by = { registries, arches: [arch], patience: PATIENCE, most: MOST_FEATURES, first };
    const repositories = [namespace, ...[...first].map((each) => `${namespace}/${each}`)];
    for (const [index, repository] of repositories.entries()) {
        // The collection names all others, if there is one.
        if (index > 0 && catalogue.size > 0)
            break;
        try {
            await (0,read_features/* readFeatures */._)({ registry, repository }, catalogue, by, cleanup);
        }
        catch (error) {
            if (job.signal.aborted || !(error instanceof kit_errors/* Failure */.HR))
                throw error;
            job.debug(`Nothing is reused from ${registry}/${repository}: ${(0,kit_errors/* messageOf */.bD)(error)}`);
        }
    }
    return catalogue;
}
async function bring(site, wanted, catalogue, job) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const held = chooseImports(wanted, catalogue, await validOf(site, reachable(wanted, catalogue), catalogue));
        if (held.length === 0)
            return;
        const cleanup = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-reuse');
        cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
        const progress = job.stage('Reuse what is published', { unit: 'paths', total: held.length });
        const imported = await fetchAll(held, new nar_stock/* NarStock */.I({ folder, signal: job.signal }, job), (done) => progress.update(done));
        try {
            await importPaths(site, imported);
            progress.end(`${(0,format/* formatNumberOf */.Of)(imported.length, 'store path')}, ${(0,format/* formatBytes */.z3)(imported.reduce((sum, { info }) => sum + info.narSize, 0))}`);
        }
        catch (error) {
            progress.end('failed');
            throw error;
        }
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
/** Those whose layers give them, as far as what they refer to is given too. */
async function fetchAll(held, stock, done) {
    const fetched = [];
    const lacking = new Set();
    for (const path of held) {
        const { info } = path;
        const nar = info.references.some((reference) => lacking.has(reference)) ? undefined : await stock.narOf(path);
        if (nar === undefined)
            lacking.add(info.path);
        else
            fetched.push({ info, file: nar.file });
        done(fetched.length);
    }
    return fetched;
}
/** What the store has of some paths. What it lacks and no Feature holds may be in a binary cache. */
async function validOf(site, paths, catalogue) {
    const invalid = await invalidOf(site, [...paths]);
    const foreign = invalid.filter((path) => catalogue.find((0,store_path/* hashPartOf */.bV)(path))?.info.path !== path);
    const fetched = foreign.length > 0 && (await isFetched(site, foreign));
    const lacking = new Set(fetched ? invalid.filter((path) => !foreign.includes(path)) : invalid);
    return new Set([...paths].filter((path) => !lacking.has(path)));
}
async function invalidOf(site, paths) {
    const listed = await (0,capture_in_runs/* captureInRuns */.s)(site, ['nix-store', '--check-validity', '--print-invalid'], paths);
    return listed.split('\n').filter(store_path/* isStorePath */.zP);
}
async function isFetched(site, paths) {
    // It would be built.
    if (paths.some((path) => path.endsWith('.drv')))
        return false;
    try {
        await (0,capture_in_runs/* captureInRuns */.s)(site, ['nix-store', '--realise'], paths);
        return true;
    }
    catch (error) {
        if (error instanceof kit_errors/* CommandError */.Qd)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/nix/reproduce/difference.js


/** @returns undefined if both hold the same */
function firstDifference(before, after) {
    const places = [...new Set([...before.keys(), ...after.keys()])].toSorted(store_path/* compareText */.n6);
    // Contents say more than what follows from them, such as a folder that lacks an entry.
    for (const place of places) {
        const [a, b] = [before.get(place), after.get(place)];
        if (a === undefined || b === undefined)
            return { place, how: `is there in the ${a === undefined ? 'second' : 'first'} build only`, inContents: false };
        const how = entriesDiffer(a, b);
        if (how !== undefined)
            return { place, how, inContents: how === CONTENTS };
    }
    return undefined;
}
const CONTENTS = 'has other contents';
function entriesDiffer(a, b) {
    if (a.type !== b.type)
        return `is a ${a.type} in the first build, and a ${b.type} in the second`;
    if (a.type === 'symlink' && b.type === 'symlink')
        return a.target === b.target ? undefined : `leads to ${(0,format/* printable */.g$)(a.target)}, then to ${(0,format/* printable */.g$)(b.target)}`;
    if (a.type !== 'file' || b.type !== 'file')
        return undefined;
    if (a.executable !== b.executable)
        return `is executable in the ${a.executable ? 'first' : 'second'} build only`;
    return a.sha256 === b.sha256 ? undefined : CONTENTS;
}
/** What is shown around the first byte that differs. */
const BEFORE = 24;
const SHOWN = 56;
/** Says where the contents of two files begin to differ, and what seems to be there. */
function describeContents(before, after) {
    const at = firstByte(before, after);
    if (at === undefined)
        return before.length === after.length ? 'differs after the part that is compared' : `has ${before.length} bytes, then ${after.length}`;
    const [a, b] = [windowOf(before, at), windowOf(after, at)];
    const clue = clueOf(before, after, at);
    const shown = isText(a) && isText(b) ? `"${quoted(lineOf(before, at))}", then "${quoted(lineOf(after, at))}"` : `${hex(before, at)}, then ${hex(after, at)} (hexadecimal)`;
    return `differs from byte ${at} on: ${shown}${clue === undefined ? '' : `. This looks like ${clue}`}`;
}
function firstByte(a, b) {
    const common = Math.min(a.length, b.length);
    for (let at = 0; at < common; at++)
        if (a[at] !== b[at])
            return at;
    return a.length === b.length ? undefined : common;
}
function windowOf(bytes, at) {
    return bytes.subarray(Math.max(0, at - BEFORE), at + SHOWN - BEFORE);
}
function isText(bytes) {
    return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
/** The line around a byte, as far as it is shown. */
function lineOf(bytes, at) {
    const window = windowOf(bytes, at).toString('latin1');
    const split = Math.min(at, BEFORE);
    return `${window.slice(0, split).split('\n').at(-1) ?? ''}${window.slice(split).split('\n')[0] ?? ''}`;
}
function quoted(text) {
    return (0,format/* printable */.g$)(text).trim();
}
function hex(bytes, at) {
    const part = bytes.subarray(at, at + 8).toString('hex');
    return part === '' ? 'the end' : (part.match(/../g) ?? []).join(' ');
}
/** Kinds of text that builders leave in what they build. */
const CLUES = [
    ['a date', /\b\d{4}-\d{2}-\d{2}|\b\d{1,2}:\d{2}:\d{2}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d{1,4}\b/],
    ['a time in seconds', /(?<!\d)1[0-9]{9}(?!\d)/],
    ['a folder of the build', /\/(?:build|tmp|var\/tmp|home|private)\/[^\s"']*/],
    ['a store path', /\/nix\/store\/[0-9a-z]{32}-/],
];
function clueOf(before, after, at) {
    if (before.length > 8 && before.readUInt16BE(0) === 0x1f8b && at >= 4 && at < 8)
        return 'the time in the header of a gzip file';
    const texts = [before, after].map((bytes) => bytes.subarray(Math.max(0, at - 64), at + 64).toString('latin1'));
    const found = CLUES.find(([, pattern]) => texts.every((text) => pattern.test(text)));
    return found?.[0];
}

;// CONCATENATED MODULE: ./lib/nix/reproduce/nar-listing.js


/** Of a file that differs, no more than this is looked at. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Reads what a path holds that Nix need not know. @throws CommandError, IntegrityError, CancelledError */
async function listNar(site, path) {
    const visitor = new Lister();
    await dump(site, path, visitor);
    return visitor.entries;
}
/** Reads the beginning of one file of a path. @throws CommandError, IntegrityError, CancelledError */
async function readNarFile(site, path, place) {
    const visitor = new Taker(place);
    await dump(site, path, visitor);
    return Buffer.concat(visitor.taken);
}
async function dump(site, path, visitor) {
    const { stdout, done } = site.stream(['nix-store', '--dump', path]);
    done.catch(() => undefined);
    const parser = new nar/* NarParser */.j(visitor);
    for await (const chunk of stdout)
        parser.write(chunk);
    await done;
}
class Lister {
    entries = new Map();
    #open;
    directory(path) {
        this.entries.set(path, { type: 'directory' });
    }
    symlink(path, target) {
        this.entries.set(path, { type: 'symlink', target });
    }
    file(path, executable, size) {
        this.#open = { path, executable, size, hash: (0,external_node_crypto_.createHash)('sha256') };
    }
    contents(bytes) {
        this.#open?.hash.update(bytes);
    }
    fileEnd() {
        if (this.#open === undefined)
            return;
        const { path, executable, size, hash } = this.#open;
        this.entries.set(path, { type: 'file', executable, size, sha256: hash.digest('hex') });
    }
}
class Taker {
    taken = [];
    #place;
    #isOpen = false;
    #left = MOST_BYTES;
    constructor(place) {
        this.#place = place;
    }
    directory() { }
    symlink() { }
    file(path) {
        this.#isOpen = path === this.#place;
    }
    contents(bytes) {
        if (!this.#isOpen || this.#left <= 0)
            return;
        const part = Buffer.from(bytes.subarray(0, this.#left));
        this.#left -= part.length;
        this.taken.push(part);
    }
    fileEnd() {
        this.#isOpen = false;
    }
}

;// CONCATENATED MODULE: ./lib/nix/reproduce/rebuild.js






/**
 * Builds a second time what made these paths, each derivation by itself, and compares.
 * @param temporary a folder for what a build leaves behind if it differs; undefined: the place's own
 * @param onProgress called with the number of derivations that are done
 * @throws Failure if a second build does not come to its end; CancelledError
 */
async function rebuild(site, paths, { temporary, onProgress }) {
    const built = await builtHere(site, paths);
    const derivations = Map.groupBy(built, ({ derivation }) => derivation);
    const differing = [];
    let done = 0;
    for (const [derivation, outputs] of derivations) {
        onProgress(done++, derivations.size);
        await checkOne(site, derivation, temporary);
        for (const { path } of outputs) {
            const how = await differenceOf(site, path);
            if (how !== undefined)
                differing.push({ path, derivation, how });
        }
    }
    return { derivations: derivations.size, fetched: paths.length - built.length, differing };
}
/** Those that were built in this store. To build fetched ones again, Nix would have to fetch their build dependencies too. */
async function builtHere(site, paths) {
    if (paths.length === 0)
        return [];
    const infos = rebuild_infosOf(await infoJson(site, paths));
    const here = infos.filter(({ path, derivation, ultimate }) => ultimate && paths.includes(path) && derivation !== undefined);
    return here.flatMap(({ path, derivation }) => (derivation === undefined ? [] : [{ path, derivation }]));
}
async function infoJson(site, paths) {
    try {
        return await site.capture(['nix', 'path-info', '--json', ...paths]);
    }
    catch (error) {
        if (!(error instanceof kit_errors/* CommandError */.Qd && error.stderr.includes('--json-format')))
            throw error;
        return site.capture(['nix', 'path-info', '--json', '--json-format', '1', ...paths]);
    }
}
function rebuild_infosOf(json) {
    const parsed = (0,parse_json/* parsedJson */.U4)(json, (why) => {
        throw new kit_errors/* Failure */.HR(`"nix path-info --json" gave an invalid answer: ${why}.`);
    });
    const entries = Array.isArray(parsed) ? parsed.map((info) => [Object(info).path, info]) : Object.entries(Object(parsed));
    return entries.flatMap(([path, info]) => {
        const { deriver, ultimate } = Object(info);
        const store = storePathOf(path);
        return store === undefined ? [] : [{ path: store, derivation: storePathOf(deriver), ultimate: ultimate === true }];
    });
}
/** Some answers leave the store's folder out. */
function storePathOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const path = value.startsWith('/') ? value : `${store_path/* STORE_DIR */.SF}/${value}`;
    return (0,store_path/* isStorePath */.zP)(path) ? path : undefined;
}
/** Nix ends with an error if an output differs, and leaves the second one beside the first: `…-jq-1.7.check`. */
async function checkOne(site, derivation, temporary) {
    try {
        await site.capture(['nix-store', '--realise', '--check', '--keep-failed', derivation], temporary === undefined ? {} : { env: { TMPDIR: temporary } });
    }
    catch (error) {
        if (!(error instanceof kit_errors/* CommandError */.Qd))
            throw error;
        if (/may not be deterministic/.test(error.stderr))
            return;
        const reason = error.stderr.split('\n').findLast((line) => /error:/.test(line)) ?? error.message;
        throw new kit_errors/* Failure */.HR(`${(0,format/* printable */.g$)(derivation)} could not be built a second time: ${(0,format/* printable */.g$)(reason.replace(/^.*?error: */, ''))}`, { cause: error, hint: 'Use "reproducible: locked" to build once.' });
    }
}
/** @returns undefined if the second build made the same */
async function differenceOf(site, path) {
    const second = `${path}.check`;
    const found = await site.capture(['sh', '-c', 'if [ -e "$1" ] || [ -L "$1" ]; then echo there; fi', 'sh', second]);
    if (found.trim() !== 'there')
        return undefined;
    try {
        const difference = firstDifference(await listNar(site, path), await listNar(site, second));
        if (difference === undefined)
            return undefined;
        const { place, how, inContents } = difference;
        const text = inContents ? describeContents(await readNarFile(site, path, place), await readNarFile(site, second, place)) : how;
        return place === '' ? text : `${(0,format/* printable */.g$)(place)} ${text}`;
    }
    finally {
        await site.capture(['sh', '-c', 'chmod -R u+w "$1"; rm -rf "$1"', 'sh', second]).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/build/reproducible.js







/** How many paths that differ are named. */
const reproducible_NAMED = 5;
/**
 * Builds the delta's own derivations a second time, and packs it a second time.
 * @throws BuildError for the first path that differs, with all of them in its log; CancelledError
 */
async function checkReproducible(site, { closure, delta, layers }, tools) {
    const folder = (0,external_node_path_.join)(tools.folder, 'again');
    await (0,promises_.mkdir)(folder, { recursive: true });
    try {
        const { derivations, fetched } = await tools.stages.run('Build the delta a second time', {}, async (progress) => {
            const temporary = site.storeIsHere ? folder : undefined;
            const rebuilt = await rebuild(site, delta.add.map(({ path }) => path), { temporary, onProgress: (done, of) => progress.update(done, `${done + 1} of ${(0,format/* formatNumberOf */.Of)(of, 'derivation')}`) });
            refuseDiffering(rebuilt.differing);
            return [rebuilt, `${(0,format/* formatNumberOf */.Of)(rebuilt.derivations, 'derivation')}: the same${rebuilt.fetched === 0 ? '' : `; ${(0,format/* formatNumberOf */.Of)(rebuilt.fetched, 'path')} fetched, not built again`}`];
        });
        const again = await pack_packAgain(site, closure, delta, { ...tools, folder });
        return { derivations, fetched, layers: comparePacked(layers, again) };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function refuseDiffering(differing) {
    const [first, ...others] = differing;
    if (first === undefined)
        return;
    const log = differing.slice(0, reproducible_NAMED).map(({ path, how }) => `${path}: ${how}`);
    const more = others.length === 0 ? '' : ` ${(0,format/* formatNumberOf */.Of)(others.length, 'further path')} ${others.length === 1 ? 'differs' : 'differ'} too.`;
    throw new kit_errors/* BuildError */.zS(`${(0,store_path/* nameOf */.Vb)(first.path)} is not reproducible: built a second time, ${first.how}.${more}`, { derivation: first.derivation, log }, {
        hint: 'Take dates, random numbers and folders of the build out of what it writes (SOURCE_DATE_EPOCH), or use "reproducible: locked" to build once.',
    });
}
/** Layers of earlier releases may be cut differently; those that were packed now are held against the same keys. */
function comparePacked(first, again) {
    const digests = new Map(again.map(({ key, digest }) => [key, digest]));
    const compared = first.filter(({ key, file }) => file !== undefined && digests.has(key));
    const differing = compared.find(({ key, digest }) => digests.get(key) !== digest);
    if (differing === undefined)
        return compared.length;
    throw new kit_errors/* Failure */.HR(`The layer ${differing.digest} was packed a second time to ${digests.get(differing.key) ?? ''}: packing is not reproducible here.`, {
        hint: 'This is a bug in nix-feature or a fault of the machine: please report it.',
    });
}

;// CONCATENATED MODULE: ./lib/build/build-platform.js
var build_platform_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var build_platform_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Builds one platform of a request, compares it with the base, packs it, and closes it.
 */
async function buildPlatform(platform, { request, metadata }, { folder, stock, gate }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const open = build_platform_addDisposableResource(env_1, platform, true);
        const { arch, system, stages, stop, host } = open;
        await (0,promises_.mkdir)(folder, { recursive: true });
        const { site, nix } = await open.site();
        const flake = await open.flake();
        const [bases, built] = await (0,parallel/* together */.bs)(stop, open.bases(), buildOn(open, { request, metadata }));
        const baseStore = intersectBases(bases, built.closure);
        warnOfIncomplete(bases, built.closure, host);
        if (request.buildIn === 'container')
            await repairBase(site, bases[0], built.closure, stages);
        const delta = deltaOf(built.closure, baseStore);
        const { maxLayers, jobs } = request;
        const tools = { maxLayers, jobs, folder, stages, compression: codecFor(request, bases), signal: host.signal, arch, stock, gate };
        const { layers, complement, reproduced } = await packAll(site, { closure: built.closure, delta }, tools, request);
        const document = buildDocument({
            feature: metadata,
            system,
            storePath: built.result.storePath,
            outputs: built.result.outputs,
            env: built.result.env,
            bases: bases.map(({ name, digest, paths }) => ({ name, ...(digest === undefined ? {} : { digest }), storePaths: paths.size })),
            closure: built.closure,
            baseStore,
            layers,
            complement,
            source: { flake: flake.written, ...built.source, ...ownAttribute(request) },
        });
        const drift = await driftIn(open, document, flake, bases);
        gate?.check({ arch, document, leaks: [...layers, ...complement].flatMap(({ leaks = [] }) => leaks), metas: request.sbom === 'none' ? undefined : built.metas });
        checkDeltaSize(document, request.maxDeltaSize);
        return {
            arch,
            document,
            layers,
            complement,
            stages: stages.times,
            nix,
            ...(built.metas === undefined ? {} : { metas: built.metas }),
            ...(drift === undefined ? {} : { drift }),
            ...(reproduced === undefined ? {} : { reproduced }),
            ...(flake.generated === undefined ? {} : { generated: { flake: flake.generated.text, lock: built.lock } }),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = build_platform_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Packs the delta, and what else the request asks for: a second time, and what is required of the bases. */
async function packAll(site, { closure, delta }, tools, asked) {
    const layers = await packDelta(site, closure, delta, tools);
    const reproduced = asked.reproducible === 'check' ? await checkReproducible(site, { closure, delta, layers }, tools) : undefined;
    const complement = asked.complement ? await packComplement(site, closure, delta, tools) : [];
    return { layers, complement, reproduced };
}
async function driftIn(platform, { closure }, flake, bases) {
    const paths = driftOf(closure, bases.map((base) => base.paths));
    if (paths.length === 0)
        return undefined;
    return { paths, nixpkgs: await platform.nixpkgsOfBase(), follows: flake.nixpkgs !== undefined };
}
/** Returns what mode `build` has to build: other flakes than that of the Feature's folder do not ship. */
function ownAttribute({ flake, featureFolder }) {
    if (flake.kind !== 'folder' || flake.folder !== featureFolder || flake.attribute === 'default')
        return {};
    return { attribute: flake.attribute };
}
/** A path that is there by name alone would be missing as soon as it is used. */
function warnOfIncomplete(bases, closure, log) {
    for (const base of bases) {
        const incomplete = incompletePaths(base, closure);
        const [first] = incomplete;
        if (first === undefined)
            continue;
        const { path, wanted, found } = first;
        const why = found === undefined ? 'an upper layer removed or replaced part of it' : `its files have ${(0,format/* formatBytes */.z3)(found)} instead of ${(0,format/* formatBytes */.z3)(wanted)}`;
        log.warning(`${base.name} has ${(0,format/* formatNumberOf */.Of)(incomplete.length, 'store path')} that ${incomplete.length === 1 ? 'is' : 'are'} incomplete in it and therefore shipped: ` +
            `${incomplete.length === 1 ? '' : 'such as '}${path} (${why}).`);
    }
}
/**
 * In a container of the base Nix takes what its database knows for whole. What is not must be made so before it is packed:
 * fetched from a binary cache, or built.
 */
async function repairBase(site, base, closure, stages) {
    const paths = base === undefined ? [] : incompletePaths(base, closure).map(({ path }) => path);
    if (paths.length === 0)
        return;
    await stages.run('Repair incomplete store paths', {}, async () => {
        try {
            await site.capture(['nix-store', '--repair-path', ...paths]);
        }
        catch (cause) {
            if (!(cause instanceof kit_errors/* CommandError */.Qd))
                throw cause;
            throw new kit_errors/* BaseError */.Cf(`Nix ${(0,run_site/* placeOf */.$)(site)} can't repair incomplete store paths: ${cause.stderr.trim().split('\n').at(-1) ?? ''}`, {
                cause,
                hint: 'Name a binary cache that has them in "substituters", use "build-in: host", or build the base image without the step that removes parts of store paths.',
            });
        }
        return [undefined, (0,format/* formatNumberOf */.Of)(paths.length, 'store path')];
    });
}
/** Nix only warns if an input that is to be replaced is not there. */
async function requireNixpkgs(site, flake, followsBase) {
    if (flake.nixpkgs === undefined || flake.generated !== undefined || (await hasInput(site, flake, 'nixpkgs')))
        return;
    const input = followsBase ? 'follow-base' : 'nixpkgs';
    throw new kit_errors/* InputError */.dz(input, `${input}: the flake ${flake.written} has no input "nixpkgs" that could be replaced.`, {
        hint: 'Call the input "nixpkgs" in flake.nix, with the other inputs following it (inputs.nixpkgs.follows), or leave the option out.',
    });
}
/** `Build the flake: 40%, 2 of 5 derivations, 12 s, 3.10 MB of 8.00 MB fetched, building hello-1.0` */
function showBuild(progress, { built, toBuild, fetched, toFetch, building }) {
    const parts = [...(toFetch === 0 ? [] : [`${(0,format/* formatBytes */.z3)(fetched)} of ${(0,format/* formatBytes */.z3)(toFetch)} fetched`]), ...(building === undefined ? [] : [`building ${building}`])];
    progress.update(built, parts.join(', '), toBuild === 0 ? undefined : toBuild);
}
async function buildOn(platform, { request, metadata }) {
    const { host, stages } = platform;
    const { site, prepare } = await platform.site();
    const flake = await platform.flake();
    await prepare();
    await requireNixpkgs(site, flake, platform.followsBase);
    await bringPublished(site, flake, { request, id: metadata.id, arch: platform.arch, job: host });
    const result = await stages.run('Build the flake', { unit: 'derivations' }, async (progress) => {
        const builder = new nix_builder/* NixBuilder */.B(site, { log: (line) => host.info(line), progress: (state) => showBuild(progress, state) });
        const { shell } = flake;
        const built = await host.group(`nix build ${flake.written}`, () => shell === undefined ? builder.build(flake) : builder.shellPackage(flake, `${platform.featureId}-shell`, shell));
        await checkPrograms(site, built, flake, host);
        return [built, `${built.storePath}: ${(0,format/* formatNumberOf */.Of)(built.closure.size, 'store path')}, ${(0,format/* formatBytes */.z3)(built.size)}`];
    });
    const { closure } = result;
    const { lock, ...source } = await lockedSource(site, flake);
    if (request.sbom === 'none' && request.policy === undefined)
        return { result, closure, source, lock, metas: undefined };
    const metas = await stages.run("Read the packages' metadata", {}, async () => {
        const read = await readMetas(site, flake, closure, source.locked);
        return [read, `of ${(0,format/* formatNumberOf */.Of)(read.size, 'store path')}`];
    });
    return { result, closure, source, lock, metas };
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/release/history.js
var release_history = __webpack_require__(66753);
// EXTERNAL MODULE: ./lib/release/release.js
var release_release = __webpack_require__(63988);
// EXTERNAL MODULE: ./lib/release/next/package-reasons.js
var package_reasons = __webpack_require__(58203);
// EXTERNAL MODULE: ./lib/release/next/propose.js + 1 modules
var propose = __webpack_require__(46497);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
;// CONCATENATED MODULE: ./lib/release/next/published-files.js







/** Bytes of a Feature's tar: what embeds more is not read to name a file. */
const published_files_MOST_BYTES = 64 * 1024 * 1024;
const MOST_MEMBERS = 100_000;
const INSTALL_SCRIPT = 'install.sh';
/** How many files are named. */
const published_files_NAMED = 3;
/**
 * Returns which of a Feature's files are not as they were published, as a part of a sentence: `README.md, lib/tool is new`.
 * @returns empty if that can't be told: it only informs
 * @throws CancelledError
 */
async function filesThatDiffer(source, published, files) {
    const before = await digestsOf(source, published).catch((error) => {
        if (error instanceof kit_errors/* IntegrityError */.cs || error instanceof kit_errors/* RegistryError */.gl)
            return undefined;
        throw error;
    });
    return before === undefined ? '' : differingText(before, new Map(files.map((file) => [file.name, digestOf(file)])));
}
/** Describes which files differ, from values that identify their contents. */
function differingText(before, now) {
    const texts = [...new Set([...now.keys(), ...before.keys()])].toSorted().flatMap((name) => {
        const shown = JSON.stringify(name).slice(1, -1);
        if (!before.has(name))
            return `${shown} is new`;
        // Of an author who has none, the one that is published is ours.
        if (!now.has(name))
            return name === INSTALL_SCRIPT ? [] : `${shown} is gone`;
        return before.get(name) === now.get(name) ? [] : shown;
    });
    return `${texts.slice(0, published_files_NAMED).join(', ')}${texts.length > published_files_NAMED ? `, and ${texts.length - published_files_NAMED} more` : ''}`;
}
/** Of the author's files in `layers[0]`. */
async function digestsOf(source, { name, bytes, mediaType, digest }) {
    const parsed = (0,parse_manifest/* parseManifest */.N)({ bytes, mediaType, digest }, name);
    const [tar] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
    if (tar === undefined || tar.size > published_files_MOST_BYTES)
        return undefined;
    const digests = new Map();
    const members = (0,tar_stream.extract)();
    const looking = (async () => {
        let count = 0;
        for await (const member of members) {
            if ((count += 1) > MOST_MEMBERS)
                throw new kit_errors/* IntegrityError */.cs(`The tar of ${name} has more than ${MOST_MEMBERS} members.`);
            const plain = member.header.name.replace(/^\.\//, '');
            if (member.header.type !== 'file' || plain === metadata_metadata/* METADATA_FILE */.VR || plain.startsWith(`${bundle/* BUNDLE_FOLDER */.oA}/`)) {
                member.resume();
                continue;
            }
            const hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const chunk of member)
                hash.update(chunk);
            digests.set(plain, `${isExecutable(member.header.mode)} ${hash.digest('hex')}`);
        }
    })();
    await Promise.all([(0,external_node_stream_promises_.pipeline)(source.blob(tar), members), looking]).catch((cause) => {
        if (cause instanceof kit_errors/* Failure */.HR)
            throw cause;
        throw new kit_errors/* IntegrityError */.cs(`The tar of ${name} can't be read.`, { cause });
    });
    return digests;
}
function digestOf({ executable, bytes }) {
    return `${executable} ${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
function isExecutable(mode) {
    return ((mode ?? 0) & 0o100) !== 0;
}

// EXTERNAL MODULE: ./lib/release/same-release.js
var same_release = __webpack_require__(283);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
;// CONCATENATED MODULE: ./lib/build/compare-with-release.js













/** Nobody waits long for what only informs. Milliseconds. */
const compare_with_release_PATIENCE = { policy: { attempts: 2, deadline: 20_000 }, idleTimeout: 15_000 };
/**
 * Reads what is published of the Feature, without the right to write, while the build goes on. It only informs: if it
 * can't be read, the log says why.
 * @param cleanup ends it, and its connections, with the build
 * @returns undefined if there is nothing to compare with
 */
async function seeRelease(subject, cleanup) {
    const { request, metadata } = subject;
    if (request.namespace === '')
        return undefined;
    const { namespace, stop } = new target/* Namespace */.g$(request, subject.host).stoppable();
    const reader = namespace.reader(metadata.id, compare_with_release_PATIENCE);
    const seen = read(reader, subject, namespace.job);
    const ended = seen.then(() => undefined, () => undefined);
    cleanup.defer(async () => {
        stop.abort();
        await ended;
        reader.close();
    });
    return seen;
}
async function read(reader, { request, metadata }, job) {
    try {
        const history = await (0,release_history/* readHistory */.Lu)(reader, metadata.version);
        if (history.last === undefined)
            return undefined;
        const [documents, past] = await Promise.all([(0,release_history/* readLastDocuments */.Xp)(reader, history, request.arches, job), (0,past_releases/* pastReleases */.Hk)(reader, metadata.version, request.arches)]);
        return { reader, published: history.published, release: history.last, documents, past };
    }
    catch (error) {
        if (!(error instanceof kit_errors/* Failure */.HR))
            throw error;
        if (!job.signal.aborted)
            job.info(`This build is not compared with what is published: ${error.message}`);
        return undefined;
    }
}
/**
 * Says at the line of "version" that it must be raised, if this version is published with other content: publishing
 * would refuse it.
 * @param documents what was built
 * @throws InputError instead, with `strict`
 */
async function requireNewVersion(subject, seen, documents) {
    const { request, metadata, files, host } = subject;
    const { id, version, file } = metadata;
    const { published } = seen;
    const difference = published === undefined ? undefined : differenceFrom(published, seen.documents, subject, documents);
    if (published === undefined || difference === undefined)
        return;
    const which = difference === same_release/* FILES_DIFFER */.Xf ? await filesThatDiffer(seen.reader, published, files) : '';
    const why = which === '' ? difference : `${difference} (${which})`;
    const { message, hint } = (0,release_release/* versionTaken */.Qy)(id, version, { why, next: compare_with_release_nextOf(seen, published, metadata, documents), folder: folderOf(request) });
    const location = (await (0,metadata_metadata/* readMetadataFile */.WJ)(file)).locationOf('version');
    if (request.strict)
        throw new kit_errors/* InputError */.dz('feature', `${metadata_metadata/* METADATA_FILE */.VR}: ${message}`, { hint, location });
    host.warning(`${metadata_metadata/* METADATA_FILE */.VR}: ${message}\n${hint}`, location);
}
/** The version that what was built should get. */
function compare_with_release_nextOf({ documents: before }, published, metadata, documents) {
    const outputs = documents.flatMap((now) => {
        const then = before.get((0,platform/* archOf */.Qh)(now.system));
        return then === undefined ? [] : [{ before: partsOf(then), now: partsOf(now) }];
    });
    // A job of a matrix builds one platform of several.
    const now = [...new Set([...before.keys(), ...documents.map(({ system }) => (0,platform/* archOf */.Qh)(system))])];
    const compared = { metadata: (0,propose/* metadataSince */.g)(published, metadata, [...before.values()]), platforms: { before: [...before.keys()], now }, outputs };
    return (0,propose/* proposeVersion */.R)(metadata.version, compared, [metadata.version]);
}
function partsOf(document) {
    return { storePath: document.storePath, parts: (0,package_reasons/* referredTo */.hm)(document) };
}
/** As it was given. */
function folderOf({ given, featureFolder }) {
    return given.find(([name]) => name === 'feature')?.[1] ?? ((0,external_node_path_.relative)(process.cwd(), featureFolder) || '.');
}
/** What publishing would find: another content of this version. A job of a matrix builds one platform of several. */
function differenceFrom(published, before, { request, metadata, files }, documents) {
    if (published.key === undefined)
        return 'it was not published by nix-feature';
    // Without all documents nobody can tell.
    if (before.size < published.platforms.size)
        return undefined;
    const further = documents.map(({ system }) => (0,platform/* archOf */.Qh)(system)).filter((arch) => !before.has(arch));
    if (further.length > 0)
        return `it was published for ${(0,format/* formatList */.ki)([...before.keys()])} and is now also for ${(0,format/* formatList */.ki)(further)}`;
    const part = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery };
    // A pull request need not name the delivery that the release is published with.
    const isSame = ['layers', 'embed'].some((delivery) => (0,same_release/* isOwnPart */.w)(published, before, { ...part, delivery }));
    const own = isSame ? undefined : (0,same_release/* ownDifference */.ol)(published, before, part);
    return own ?? documents.map((document) => (0,same_release/* platformDifference */.H3)(before.get((0,platform/* archOf */.Qh)(document.system)), document)).find((what) => what !== undefined);
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(13411);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
;// CONCATENATED MODULE: ./lib/layout/own-layout.js




/** What a layout that we write may contain. */
const OURS = /^(?:blobs|flake\.(?:nix|lock)|index\.json|oci-layout|delta(?:-[a-z0-9]+)?\.json|feature\.(?:json|tar)|sbom-[a-z0-9]+\.(?:cdx|spdx)\.json|explorer\.html|tests\.json)$/;
const BLOB = /^[0-9a-f]{64}$/;
/**
 * Checks that a new layout may replace this folder: it does not exist, is empty, or is a layout that a build of ours left, as its feature.json
 * says. Any other image layout, such as that of a base, has the same names and is somebody's own.
 * @throws InputError
 */
async function assertReplaceable(output) {
    const entries = await (0,promises_.readdir)(output).catch((cause) => {
        if (cause.code === 'ENOENT')
            return [];
        throw new kit_errors/* InputError */.dz('output', `output: ${output} can't be used as a folder: ${(0,kit_errors/* fileReason */.pP)(cause)}.`, { cause });
    });
    if (entries.length === 0)
        return;
    const foreign = entries.filter((name) => !OURS.test(name)).sort()[0] ?? (await foreignBlob((0,external_node_path_.join)(output, 'blobs')));
    if (foreign !== undefined) {
        throw new kit_errors/* InputError */.dz('output', `output: ${output} holds things that are not part of an image layout, such as "${foreign}".`, {
            hint: 'Name a new or empty folder, or one that holds an earlier layout.',
        });
    }
    if (await isMarked(output))
        return;
    throw new kit_errors/* InputError */.dz('output', `output: ${output} holds an image layout that was not written by nix-feature (it has no ${layout_facts/* FACTS_FILE */.Ho}), and would be replaced.`, {
        hint: 'Name a new or empty folder, or remove this one first.',
    });
}
/** @returns a name in `blobs` that a layout does not have */
async function foreignBlob(blobs) {
    const algorithms = await (0,promises_.readdir)(blobs).catch(() => []);
    const other = algorithms.find((name) => name !== 'sha256');
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(blobs, 'sha256')).catch(() => []);
    const blob = names.find((name) => !BLOB.test(name));
    return other === undefined ? blob && `blobs/sha256/${blob}` : `blobs/${other}`;
}
async function isMarked(folder) {
    try {
        const facts = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, layout_facts/* FACTS_FILE */.Ho), 'utf8'));
        return typeof facts?.schemaVersion === 'number' && typeof facts.feature?.id === 'string' && typeof facts.files === 'string';
    }
    catch {
        return false; // not there, or not as we write it
    }
}
/**
 * Refuses an output that is the layout of a base, holds it or lies in it, by whatever name.
 * @throws InputError
 */
async function assertApart(output, bases) {
    const place = await realPlace(output);
    for (const base of bases) {
        if (base.kind !== 'layout')
            continue;
        const other = await realPlace(base.folder);
        const how = place === other ? 'is' : isBelow(other, place) ? 'holds' : isBelow(place, other) ? 'lies in' : undefined;
        if (how === undefined)
            continue;
        throw new kit_errors/* InputError */.dz('output', `output: ${output} ${how} the base image's layout ${base.folder}, which must stay as it is.`, { hint: 'Name a folder beside it.' });
    }
}
function isBelow(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith('../');
}
/** Without links, as far as it is there. */
async function realPlace(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (error) {
        if (path === (0,external_node_path_.dirname)(path))
            throw error;
        return (0,external_node_path_.join)(await realPlace((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
}

;// CONCATENATED MODULE: ./lib/layout/layout-place.js






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
     * @param bases what is read meanwhile, and must stay
     * @throws InputError if the folder holds other things than an earlier layout, has to do with a base, or can't be written
     */
    static async claim(asked, bases = []) {
        if (asked === undefined) {
            const folder = await temporaryFolder((0,temporary/* temporaryPlace */.jA)());
            return new LayoutPlace((0,external_node_path_.join)(folder, 'work'), (0,external_node_path_.join)(folder, 'layout'), true);
        }
        await assertApart(asked, bases);
        // A link to a folder stays, and leads to the new layout.
        const output = await (0,promises_.realpath)(asked).catch(async () => {
            if ((await (0,promises_.lstat)(asked).catch(() => undefined))?.isSymbolicLink() !== true)
                return asked;
            throw new kit_errors/* InputError */.dz('output', `output: ${asked} is a link that leads nowhere.`, { hint: 'Remove it, or name the folder itself.' });
        });
        await assertReplaceable(output);
        await assertMovable(output);
        try {
            const made = foldersBetween(await (0,files/* makeFolders */.wZ)((0,external_node_path_.dirname)(output)), (0,external_node_path_.dirname)(output));
            return new LayoutPlace(await (0,temporary/* makeTemporary */.ww)('nix-feature', (0,external_node_path_.dirname)(output), true), output, false, made);
        }
        catch (cause) {
            if ((0,kit_errors/* isDiskFull */.b$)(cause))
                throw cause;
            throw new kit_errors/* InputError */.dz('output', `output: the folder that contains ${output} is not writable: ${(0,kit_errors/* fileReason */.pP)(cause)}.`, {
                cause,
                hint: 'The layout is first written beside its place and moved there when it is complete. Name a folder whose parent is writable.',
            });
        }
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
        if (this.#temporary && this.#kept)
            await (0,temporary/* keepTemporary */.HI)((0,external_node_path_.dirname)(this.work));
        await (0,promises_.rm)(left, { recursive: true, force: true });
        if (this.#placed)
            return;
        // Others may have put something there meanwhile: then it stays.
        for (const folder of this.#made)
            await (0,promises_.rmdir)(folder).catch(() => undefined);
    }
}
/** @returns from the innermost to the outermost; none if nothing was made */
function foldersBetween(outermost, innermost) {
    if (outermost === undefined)
        return [];
    const folders = [innermost];
    for (let folder = innermost; folder !== outermost && folder !== (0,external_node_path_.dirname)(folder);)
        folders.push((folder = (0,external_node_path_.dirname)(folder)));
    return folders;
}
async function temporaryFolder(parent) {
    try {
        return await (0,temporary/* makeTemporary */.ww)('nix-feature', parent);
    }
    catch (cause) {
        if ((0,kit_errors/* isDiskFull */.b$)(cause))
            throw cause;
        throw new kit_errors/* SetupError */.w3(`The folder for temporary files, ${parent}, is not writable: ${(0,kit_errors/* fileReason */.pP)(cause)}.`, {
            cause,
            hint: 'Set RUNNER_TEMP or TMPDIR to a folder that exists and is writable, or say where the layout goes: "output".',
        });
    }
}
/** What is mounted can't be replaced; found out before the build, and not when it is done. */
async function assertMovable(output) {
    const [own, parent] = await Promise.all([output, (0,external_node_path_.dirname)(output)].map((path) => (0,promises_.stat)(path).catch(() => undefined)));
    if (own === undefined || own.dev === parent?.dev)
        return;
    throw new kit_errors/* InputError */.dz('output', `output: ${output} is a mount point, which can't be replaced as a whole.`, { hint: 'Name a folder inside it.' });
}
function ignoreMissing(error) {
    if (error.code !== 'ENOENT')
        throw error;
    return false;
}

// EXTERNAL MODULE: ./lib/provenance/format/compose-slsa.js
var compose_slsa = __webpack_require__(71859);
// EXTERNAL MODULE: ./lib/publish/attach/attach-provenance.js
var attach_provenance = __webpack_require__(72094);
;// CONCATENATED MODULE: ./lib/build/confirm-release.js
var confirm_release_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var confirm_release_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Ends a build whose content is published already: completes what an interrupted run left undone, and does nothing else. A job
 * of a matrix leaves a layout, without layers, so that the job that publishes finds all of its platforms.
 */
async function confirmRelease(subject, target, upToDate) {
    const { published, documents } = upToDate;
    subject.host.info(`${published.name} is already published with this content.`);
    const { id, version, name } = subject.metadata;
    const platforms = subject.platforms.flatMap(({ arch, stages }) => {
        const document = documents.get(arch);
        if (document === undefined)
            return [];
        return [{ arch, document, digest: published.platforms.get(arch)?.digest, reusedLayers: document.layers.length, uploadedBytes: 0, stages: stages.times }];
    });
    const facts = { feature: { id, version, ...(name === undefined ? {} : { name }) }, upToDate: true, platforms };
    if (subject.request.push === 'true')
        return { ...facts, ...(await completeWhole(subject, target, upToDate)) };
    const { layout, artifact } = await leaveMetadata(subject, target.writer, upToDate);
    const { repository } = target.writer;
    const digest = platforms.length === 1 ? platforms[0]?.digest : undefined;
    return { ...facts, digest, predicate: undefined, published: { what: 'layers', repository, tags: [] }, layout, artifact };
}
/** The whole Feature is published: adds a signature and tags that it lacks, in this order. */
async function completeWhole(subject, target, upToDate) {
    const predicate = await settleProvenance(subject, target, upToDate);
    const tags = await tagsOf(subject, target, upToDate);
    const { digest } = upToDate.published;
    return { digest, predicate, published: { what: 'feature', repository: target.writer.repository, tags }, layout: undefined, artifact: undefined };
}
/** What is said of who built the release; it is signed and attached if it is not yet, before any tag is written. */
async function settleProvenance({ request, metadata }, target, { published }) {
    if (request.provenance === undefined)
        return undefined;
    const { run, signing } = request.provenance;
    const documents = [...(await target.lastDocuments()).values()];
    const predicate = (0,compose_slsa/* composeSlsa */.w)({ feature: metadata, delivery: (0,release_release/* deliveryOfRelease */.hK)(published, documents), documents, origin: request.origin, nix: {}, run, version: version/* VERSION */.x, isPublishedBefore: true });
    if (signing !== undefined)
        await (0,attach_provenance/* attachProvenance */.Z)(target, (0,release_release/* releaseOf */.l7)(published, metadata.version), { predicate, signing });
    return predicate;
}
/** The tags of the release that were seen; those that are missing are written. */
async function tagsOf({ request, metadata, files }, target, { published, state }) {
    if (state.missingTags.length === 0 && target.history.complete)
        return state.tags;
    const content = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery, documents: [...(await target.lastDocuments()).values()] };
    const facts = { id: metadata.id, metadata: (0,same_release/* publishedMetadata */.Eb)(content), delivery: (0,release_release/* deliveryOfRelease */.hK)(published, content.documents), source: request.origin.source };
    return (0,publish_assembly/* completeRelease */.xB)(target, (0,release_release/* releaseOf */.l7)(published, metadata.version), facts);
}
async function leaveMetadata(subject, writer, upToDate) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { request, metadata } = subject;
        const place = confirm_release_addDisposableResource(env_1, await LayoutPlace.claim(request.output, request.bases), true);
        const builds = await Promise.all([...upToDate.documents].map(([arch, document]) => asBuilt(writer, upToDate, arch, document)));
        const finished = (0,external_node_path_.join)(place.work, 'layout');
        await leaveLayout(finished, subject, builds, { registry: request.registry, repository: (0,target/* repositoryOf */._M)(request, metadata.id) });
        const layout = await place.put(finished);
        const artifact = await uploadLayout(layout, place.work, subject);
        place.keep();
        return { layout, artifact };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = confirm_release_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function taken(layers) {
    return layers.map((layer) => ({ ...layer, file: undefined }));
}
/** A platform of a release, as if it had just been built with all of its layers reused. */
async function asBuilt({ reader }, { published }, arch, document) {
    const digest = published.platforms.get(arch)?.digest;
    if (digest === undefined)
        throw new Error(`${published.name} has no ${arch}`);
    const manifest = (await reader.manifest(digest)).bytes;
    return { arch, document, layers: taken(document.layers), complement: taken(document.complement ?? []), stages: [], manifest };
}

// EXTERNAL MODULE: ./lib/feature/contract/check-feature.js + 5 modules
var check_feature = __webpack_require__(75280);
// EXTERNAL MODULE: ./lib/feature/contract/finding.js
var finding = __webpack_require__(51796);
;// CONCATENATED MODULE: ./lib/build/subject.js
/** Returns which files of its folder a Feature ships, as the request says. */
function shippingOf({ output, include }, signal) {
    return { excluded: output === undefined ? [] : [output], include, signal };
}

;// CONCATENATED MODULE: ./lib/build/enforce-contract.js





/**
 * Holds the Feature's folder against the contract before any work: warnings are shown, errors end the run.
 * @throws InputError: the one error, at its place; or that there are several, which are shown before
 */
async function enforceContract(request, job) {
    const { featureFolder, strict } = request;
    const found = await (0,check_feature/* checkFeature */.v6)(featureFolder, { flake: (0,check_feature/* flakePlace */.n3)(request.flake, featureFolder), ...shippingOf(request, job.signal) });
    const findings = (0,finding/* withStrictness */.rS)(found, strict);
    const errors = findings.filter(({ severity }) => severity === 'error');
    // Errors come first in every way: with the file mended, the warnings will still be there.
    if (errors.length > 0)
        throw failure(errors, job);
    for (const warning of findings)
        job.warning((0,finding/* textOfFinding */.Cy)(warning), warning.location);
}
function failure(errors, log) {
    const [first, ...others] = errors;
    const details = { ...(first?.hint !== undefined && { hint: first.hint }), ...(first?.location !== undefined && { location: first.location }) };
    if (first === undefined || others.length === 0)
        return new kit_errors/* InputError */.dz('feature', first?.message ?? '', details);
    for (const error of errors)
        log.fault((0,finding/* textOfFinding */.Cy)(error), error.location);
    return new kit_errors/* InputError */.dz('feature', `The Feature breaks its contract in ${(0,format/* formatNumberOf */.Of)(errors.length, 'point')}; each is shown above.`, {
        hint: 'docs/make/contract.md explains them.',
        inTerminal: 'docs/make/contract.md explains them; nix-feature validate checks a folder without building it.',
    });
}

;// CONCATENATED MODULE: ./lib/build/full-disk.js



/** Bytes; with less than this nothing of a build can be written. */
const AS_GOOD_AS_NONE = 4 * 1024 * 1024;
/**
 * Makes of a full disk an error that names the folder that is full. To be called before anything is removed: then there
 * would be space again.
 * @param folders those that are written to
 */
async function fullDisk(cause, folders) {
    // What Nix or an engine ran out of is said already.
    if (cause instanceof kit_errors/* Failure */.HR)
        return cause;
    const folder = (await fullOf(folders)) ?? holderOf(cause, folders);
    const what = folder === undefined ? '' : `: ${folder} has no space left`;
    return new kit_errors/* Failure */.HR(`The disk is full${what}.`, {
        cause,
        hint: 'Free some space, or let "output" name a folder on a larger disk. Nothing of this build was kept.',
    });
}
async function fullOf(folders) {
    for (const folder of folders) {
        const info = await (0,promises_.statfs)(folder).catch(() => undefined);
        if (info !== undefined && info.bavail * info.bsize < AS_GOOD_AS_NONE)
            return folder;
    }
    return undefined;
}
/** The folder that holds the file which could not be written; the packer has removed it, and made space again. */
function holderOf(cause, folders) {
    for (let error = cause; error instanceof Error; error = error.cause) {
        const { path } = error;
        if (path !== undefined)
            return folders.find((folder) => path.startsWith(`${folder}/`)) ?? (0,external_node_path_.dirname)(path);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/kit/stages.js
var kit_stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/place/find-nixpkgs.js + 1 modules
var find_nixpkgs = __webpack_require__(47964);
// EXTERNAL MODULE: ./lib/place/follow-base.js
var follow_base = __webpack_require__(62594);
// EXTERNAL MODULE: ./lib/place/read-bases.js
var read_bases = __webpack_require__(67288);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var site = __webpack_require__(1405);
;// CONCATENATED MODULE: ./lib/build/platform-builder.js









/**
 * One platform of a request: its flake, where Nix runs for it, and what its bases hold. Each is read when it is first needed, and only once.
 * Containers and temporary folders are removed with the platform.
 */
class PlatformBuilder {
    arch;
    system;
    host;
    stages;
    /** Ends all that goes on for this platform: a base that can't be used must not wait for the end of a long build. */
    stop;
    #request;
    #metadata;
    #seenFolders;
    #cleanup = new AsyncDisposableStack();
    #mounts = new Set();
    #pinned;
    #resolved;
    #flake;
    #nixpkgs;
    #site;
    #bases;
    constructor({ request, metadata, host, seenFolders }, arch) {
        this.#seenFolders = seenFolders;
        this.arch = arch;
        this.system = (0,platform/* systemOf */.br)(arch);
        ({ job: this.host, stop: this.stop } = (0,parallel/* stoppable */.pZ)(host));
        this.stages = new kit_stages/* Stages */.e3(this.host, request.arches.length > 1 ? ` (${arch})` : '');
        this.#request = request;
        this.#metadata = metadata;
    }
    /** Whose packages are named after it. */
    get featureId() {
        return this.#metadata.id;
    }
    /** The first base is this image, as somebody has found out: it need not be looked up again. */
    pin(base) {
        this.#pinned = base;
    }
    /** Further folders that must be seen where Nix runs; to be said before it is opened. */
    mount(folders) {
        for (const folder of folders)
            this.#mounts.add(folder);
    }
    /** The flake as it is built: with the nixpkgs that it is to follow. */
    flake() {
        this.#flake ??= this.#follow();
        return this.#flake;
    }
    get followsBase() {
        return this.#request.followBase;
    }
    /** What Nix has to see of the flake. */
    async mounts() {
        const { nixpkgs } = this.#request;
        return [...(await this.#resolve()).mounts, ...(nixpkgs?.mount === undefined ? [] : [nixpkgs.mount])];
    }
    /** The nixpkgs that the first base was made of; undefined if it does not say. */
    nixpkgsOfBase() {
        this.#nixpkgs ??= this.#findNixpkgs();
        return this.#nixpkgs;
    }
    #resolve() {
        this.#resolved ??= (0,flake_flake/* resolveFlake */.kR)(this.#request.flake, {
            system: this.system,
            featureId: this.#metadata.id,
            featureFolder: this.#request.featureFolder,
            ...(this.#request.include !== undefined && { include: this.#request.include }),
            job: this.host,
            seenFolders: this.#seenFolders,
            inContainer: this.#request.buildIn === 'container',
            cleanup: this.#cleanup,
            requiresLock: this.#request.reproducible !== 'off',
        });
        return this.#resolved;
    }
    async #follow() {
        return (0,follow_base/* followed */.X)(await this.#resolve(), this.#request, () => this.nixpkgsOfBase(), this.host);
    }
    #findNixpkgs() {
        const [base] = this.#request.bases;
        if (base === undefined)
            return Promise.resolve(undefined);
        // On the host the base is read from its layers, which is done anyway.
        return (0,find_nixpkgs/* findNixpkgs */.i)(base, this.#place(), async () => (this.#request.buildIn === 'host' ? (await this.bases())[0]?.registry : (0,find_nixpkgs/* registryIn */.h)((await this.site()).site)));
    }
    site() {
        this.#site ??= this.#openSite();
        return this.#site;
    }
    /** What each base holds, in the order of the request. */
    bases() {
        this.#bases ??= this.#readBases();
        return this.#bases;
    }
    async [Symbol.asyncDispose]() {
        await this.#cleanup.disposeAsync();
    }
    async #openSite() {
        this.mount(await this.mounts());
        if (this.#request.buildIn === 'host')
            return (0,site/* openHostSite */.gZ)({ nix: this.#request.nix, arch: this.arch, job: this.host, cleanup: this.#cleanup });
        return (0,site/* openContainerSite */.hv)(this.#place(), [...this.#mounts], this.#pinned);
    }
    /** The base whose container we build in was listed before anything else; the others are read from their layers. */
    async #readBases() {
        const { bases } = this.#request;
        const first = this.#request.buildIn === 'host' ? undefined : (await this.site()).base;
        const others = await (0,read_bases/* readBases */.X)(first === undefined ? bases : bases.slice(1), this.#place());
        return first === undefined ? others : [first, ...others];
    }
    #place() {
        return { request: this.#request, registries: new pull_registries/* Registries */.I(this.#request, this.host), arch: this.arch, host: this.host, stages: this.stages, cleanup: this.#cleanup };
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./lib/publish/layer-uploads.js




/**
 * Brings layers to the registry as soon as each is packed, while others still are. They get no name there: what comes of
 * a build that fails later is cleaned away by the registry.
 */
class LayerUploads {
    #writer;
    #job;
    #stop = new AbortController();
    #uploads = [];
    #ends = [];
    #sent = new Map();
    #progress;
    #onFailure;
    #failure;
    /** @param onFailure called with the first fault: nobody needs the rest of the build then */
    constructor(writer, job, onFailure) {
        this.#writer = writer;
        this.#job = job;
        this.#onFailure = onFailure;
        (0,external_node_events_.setMaxListeners)(0, this.#stop.signal);
    }
    /** The first fault, once there is one. What else fails afterwards fails because of it. */
    get failure() {
        return this.#failure;
    }
    add(arch, layer, bytes) {
        this.#progress ??= this.#job.stage('Upload layers', { unit: 'bytes' });
        const upload = { arch, size: layer.size, done: 0 };
        this.#uploads.push(upload);
        this.#ends.push(this.#push(layer, bytes, upload).catch((reason) => {
            if (this.#stop.signal.aborted)
                return;
            this.#failure = { reason };
            this.#stop.abort(reason);
            this.#onFailure(reason);
        }));
    }
    /**
     * Waits for all of them.
     * @returns bytes that were sent for each platform
     * @throws the first fault
     */
    async finish() {
        await Promise.all(this.#ends);
        if (this.#failure !== undefined)
            throw this.#failure.reason;
        if (this.#uploads.length === 0)
            return this.#sent;
        const sent = [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0);
        this.#end(`${(0,format/* formatNumberOf */.Of)(this.#uploads.length, 'layer')}, ${sent === 0 ? 'the registry has them all' : `${(0,format/* formatBytes */.z3)(sent)} sent`}`);
        return this.#sent;
    }
    /** Ends what is still on its way; that is no fault of it. */
    async [Symbol.asyncDispose]() {
        this.#stop.abort();
        await Promise.all(this.#ends);
        this.#end(this.#failure === undefined || this.#failure.reason instanceof kit_errors/* CancelledError */.cc ? 'stopped' : 'failed');
    }
    async #push(layer, bytes, upload) {
        const { digest, size, mediaType } = layer;
        const [content, mount] = 'file' in bytes ? [(0,blob_content/* fileContent */.qY)(bytes.file), {}] : [bytes.content, { mountFrom: bytes.repository }];
        const signal = AbortSignal.any([this.#job.signal, this.#stop.signal]);
        const { sent } = await this.#writer.pushBlob({ digest, size, mediaType }, content, {
            ...mount,
            signal,
            onProgress: (done) => {
                upload.done = done;
                this.#show();
            },
        });
        this.#sent.set(upload.arch, (this.#sent.get(upload.arch) ?? 0) + sent);
    }
    #show() {
        const total = (of) => this.#uploads.reduce((sum, upload) => sum + of(upload), 0);
        this.#progress?.update(total(({ done }) => done), undefined, total(({ size }) => size));
    }
    #end(result) {
        this.#progress?.end(result);
        this.#progress = undefined;
    }
}

// EXTERNAL MODULE: ./lib/release/published.js
var published = __webpack_require__(77627);
;// CONCATENATED MODULE: ./lib/release/known-layers.js



/**
 * The layers of a Feature's last release, and those of its siblings' last releases. A layer's key identifies its contents, so any Feature with
 * these contents can use it.
 */
class KnownLayers {
    #layers;
    #own;
    #siblings;
    #job;
    constructor(own, siblings, layers, job) {
        this.#own = own;
        this.#siblings = siblings;
        this.#layers = layers;
        this.#job = job;
    }
    /**
     * @param documents of the last release
     * @param siblings ids of Features of the same namespace
     * @throws RegistryError, IntegrityError, CancelledError; a sibling that can't be read is left out, and a debug line says so
     */
    static async read({ reader }, documents, siblings, { namespace, arches }) {
        const own = [...documents.values()].flatMap((document) => layersOf(document, undefined));
        const { job } = namespace;
        const opened = siblings.map((id) => ({ repository: namespace.repositoryOf(id), reader: namespace.reader(id) }));
        const theirs = await Promise.all(opened.map((sibling) => siblingLayers(sibling, arches, job)));
        return new KnownLayers(reader, opened, [...own, ...theirs.flat()], job);
    }
    /** Those of a platform, the Feature's own first, each content once. @param mediaType of the layers that are wanted */
    for(arch, mediaType) {
        const fitting = this.#layers.filter((layer) => layer.arch === arch && layer.mediaType === mediaType);
        return [...new Map(fitting.toReversed().map((layer) => [layer.key, layer])).values()].toReversed();
    }
    /**
     * Those that are not where they should be: somebody has cleaned the registry. What a sibling does not let us see is not
     * there, either.
     * @throws RegistryError, CancelledError
     */
    async absent(layers) {
        const there = await Promise.all(layers.map((layer) => (layer.sibling === undefined ? this.#own.hasBlob(layer) : hasLayer(layer.sibling, layer, this.#job))));
        return new Set(layers.filter((_, index) => there[index] === false));
    }
    [Symbol.dispose]() {
        for (const { reader } of this.#siblings)
            reader.close();
    }
}
async function siblingLayers(sibling, arches, job) {
    try {
        const latest = await (0,published/* findPublished */.e2)(sibling.reader, 'latest');
        if (latest === undefined) {
            job.notice(`share-with: ${sibling.repository} has no release, so no layers are shared with it.`);
            return [];
        }
        const documents = await (0,published/* readDocuments */.r9)(sibling.reader, latest, arches);
        return [...documents.values()].flatMap((document) => layersOf(document, sibling));
    }
    catch (error) {
        return without(sibling, error, job, []);
    }
}
async function hasLayer(sibling, layer, job) {
    try {
        return await sibling.reader.hasBlob(layer);
    }
    catch (error) {
        return without(sibling, error, job, false);
    }
}
/** What a sibling can't give would have spared some work, and nothing depends on it. */
function without({ repository }, error, job, instead) {
    if (job.signal.aborted)
        throw error;
    job.debug(`No layers are shared with ${repository}: ${(0,kit_errors/* messageOf */.bD)(error)}`);
    return instead;
}
/** What was shipped before as a complement may must be shipped as a delta now, and the other way round. */
function layersOf({ system, layers, complement = [] }, sibling) {
    return [...layers, ...complement].map((layer) => ({ ...layer, sibling, arch: (0,platform/* archOf */.Qh)(system) }));
}

;// CONCATENATED MODULE: ./lib/build/release-target.js




/** Of a build that publishes: the Feature's repository, and what is in it already. */
class ReleaseTarget {
    namespace;
    writer;
    history;
    #cleanup = new AsyncDisposableStack();
    #documents;
    constructor(namespace, writer, history) {
        this.namespace = namespace;
        this.writer = writer;
        this.history = history;
        this.#cleanup.defer(() => writer.close());
    }
    /** @throws RegistryError, IntegrityError, CancelledError */
    static async open(request, { id, version }, job) {
        const namespace = new target/* Namespace */.g$(request, job);
        const writer = namespace.writer(id);
        try {
            return new ReleaseTarget(namespace, writer, await (0,release_history/* readHistory */.Lu)(writer.reader, version));
        }
        catch (error) {
            writer.close();
            throw error;
        }
    }
    /** The delta documents of the last release, of all its platforms; none if there is no release that can be read. */
    lastDocuments() {
        const { target, job } = this.namespace;
        this.#documents ??= (0,release_history/* readLastDocuments */.Xp)(this.writer.reader, this.history, target.arches, job);
        return this.#documents;
    }
    /**
     * Where a build's layers come from and go to. It reads what is known while the build goes on.
     * @param onFailure called when a layer can't be uploaded
     */
    stock(onFailure) {
        const { arches, shareWith } = this.namespace.target;
        const { namespace, stop } = this.namespace.stoppable();
        const known = this.lastDocuments().then((documents) => KnownLayers.read(this.writer, documents, shareWith, { namespace, arches }));
        // Awaited when layers are planned; a build that fails before has another failure to tell, and waits for no sibling.
        known.catch(() => undefined);
        this.#cleanup.defer(async () => {
            stop.abort();
            (await known.catch(() => undefined))?.[Symbol.dispose]();
        });
        return { known, uploads: this.#cleanup.use(new LayerUploads(this.writer, this.namespace.job, onFailure)), mends: this.history.published !== undefined };
    }
    async [Symbol.asyncDispose]() {
        await this.#cleanup.disposeAsync();
    }
}

// EXTERNAL MODULE: ./lib/delta/compare/difference.js
var compare_difference = __webpack_require__(16535);
// EXTERNAL MODULE: ./lib/nix/flake/evaluate.js + 1 modules
var evaluate = __webpack_require__(45668);
// EXTERNAL MODULE: ./lib/nix/run/emulation.js
var emulation = __webpack_require__(37861);
// EXTERNAL MODULE: ./lib/place/same-source.js
var same_source = __webpack_require__(85543);
// EXTERNAL MODULE: ./lib/release/content.js
var content = __webpack_require__(92748);
// EXTERNAL MODULE: ./lib/release/look-at-release.js
var look_at_release = __webpack_require__(21918);
;// CONCATENATED MODULE: ./lib/build/up-to-date.js












/**
 * Finds out without building whether this version is published already with the content that a build would give: by the flake's own hash, or by
 * one evaluation.
 * @returns undefined if it must be built
 * @throws Failure if the version has other content; CancelledError
 */
async function findUpToDate(subject, target) {
    const { published } = target.history;
    if (published === undefined)
        return undefined;
    const { request, metadata, host } = subject;
    const progress = host.stage(`Compare with ${published.name}`);
    try {
        const documents = await target.lastDocuments();
        const obstacle = await findObstacle(subject, published, documents);
        if (obstacle !== undefined) {
            progress.end(obstacle.what);
            if (obstacle.kind === 'content')
                throw (0,release_release/* otherContent */.yL)(published, metadata.id, obstacle.what);
            return undefined;
        }
        const state = await lookAt(target, published, metadata.version);
        const [lost, ...further] = state.missing;
        if (lost !== undefined) {
            progress.end('the same, but part of it is missing');
            host.warning(`${published.name} lacks ${lost.what} (${lost.digest})${further.length === 0 ? '' : ` and ${(0,format/* formatNumberOf */.Of)(further.length, 'further part')}`} in the registry. The missing parts are rebuilt and pushed again.`);
            return undefined;
        }
        progress.end(state.missingTags.length === 0 ? 'the same: nothing to do' : `the same, but ${(0,format/* formatNumberOf */.Of)(state.missingTags.length, 'tag')} ${state.missingTags.length === 1 ? 'is' : 'are'} missing`);
        return { published, documents: new Map(request.arches.flatMap((arch) => entryOf(documents, arch))), state };
    }
    catch (error) {
        progress.end(error instanceof kit_errors/* CancelledError */.cc ? 'stopped' : 'failed');
        throw error;
    }
}
async function findObstacle(subject, published, documents) {
    const { request, metadata, files } = subject;
    if (published.key === undefined)
        return { kind: 'content', what: 'it was not published by nix-feature' };
    if (documents.size < published.platforms.size)
        return { kind: 'untold', what: 'the delta document of a platform is missing' };
    const part = { id: metadata.id, metadata: metadata.json, files, delivery: request.delivery };
    const own = (0,same_release/* ownDifference */.ol)(published, documents, part);
    if (own !== undefined)
        return { kind: mayBeDelivery(request, published, documents, part) ? 'untold' : 'content', what: own };
    return platformObstacle(request, documents) ?? (await contentObstacle(subject, documents));
}
/** What the jobs of a matrix build may be published with another delivery than they were told. */
function mayBeDelivery({ push }, published, documents, part) {
    return push === 'layers' && ['layers', 'embed'].some((delivery) => (0,same_release/* isOwnPart */.w)(published, documents, { ...part, delivery }));
}
/**
 * Who cleans up a registry may take a release's manifests, layers or tags for old ones, and a Feature that was copied here may have come without
 * some. So all of it is looked at. A job of a matrix gives no tags.
 */
async function lookAt({ namespace: { target }, writer: { reader } }, published, version) {
    const release = (0,release_release/* releaseOf */.l7)(published, version);
    if (target.push !== 'true')
        return { tags: [], missingTags: [], missing: await (0,look_at_release/* lookAtParts */.D)(reader, release) };
    return (0,look_at_release/* lookAtRelease */.A)(reader, release, target.movingTags);
}
/** What the documents tell by themselves. */
function platformObstacle({ arches, push, complement }, documents) {
    const missing = arches.filter((arch) => !documents.has(arch));
    const further = push === 'true' ? [...documents.keys()].filter((arch) => !arches.includes(arch)) : [];
    if (missing.length + further.length > 0) {
        return { kind: 'content', what: `it was published for ${(0,format/* formatList */.ki)([...documents.keys()])} and is now for ${(0,format/* formatList */.ki)(arches)}` };
    }
    const [difference] = arches.flatMap((arch) => {
        const document = documents.get(arch);
        return document === undefined ? [] : ((0,content/* askedDifference */.Ap)({ closure: document.closure, hasComplement: (0,content/* hasComplement */.FP)(document) }, { arches, complement }) ?? []);
    });
    return difference === undefined ? undefined : { kind: 'content', what: `it was published ${difference.published}` };
}
/** What the flake and the bases tell. The bases are pinned first: a container for evaluating is then started from the image that is compared. */
async function contentObstacle({ request, platforms, host }, documents) {
    const registries = new pull_registries/* Registries */.I(request, host);
    const digests = await Promise.all(request.bases.map((base) => (0,pin_bases/* baseDigests */.Bi)(base, request.arches, registries)));
    pinFirst(platforms, digests[0]);
    const evaluations = (await rememberedEvaluations(platforms, documents)) ?? (await evaluateAll(platforms));
    for (const [index, platform] of platforms.entries()) {
        const evaluation = evaluations[index];
        const document = documents.get(platform.arch);
        if (document === undefined || evaluation === undefined)
            throw new Error(`${platform.arch} was not evaluated`);
        if (evaluation.kind !== 'outputs')
            return { kind: 'untold', what: whyUntold(evaluation) };
        const named = digests.map((all) => ({ digest: all.get(platform.arch) }));
        const difference = await up_to_date_differenceFrom(document, { ...evaluation, bases: named }, platform);
        if (difference.kind === 'some')
            return { kind: 'content', what: difference.what };
    }
    return undefined;
}
/** Nix runs in the first base, if it runs in one. */
function pinFirst(platforms, digests) {
    for (const platform of platforms) {
        const digest = digests?.get(platform.arch);
        if (digest !== undefined)
            platform.pin(digest);
    }
}
/** Compares the digests of the bases, and reads their stores only if a digest has changed. */
async function up_to_date_differenceFrom(document, present, platform) {
    const difference = (0,compare_difference/* differenceOf */.P)(document, present);
    return difference.kind === 'bases' ? (0,compare_difference/* differenceOf */.P)(document, { ...present, bases: await platform.bases() }) : difference;
}
/** What the flake was evaluated to when it was published, if it is still the same. */
async function rememberedEvaluations(platforms, documents) {
    const evaluations = [];
    for (const platform of platforms) {
        const document = documents.get(platform.arch);
        if (document === undefined || !(await (0,same_source/* isBuiltFrom */.x)(document, await platform.flake())))
            return undefined;
        evaluations.push({ kind: 'outputs', outputs: document.outputs, storePath: document.storePath });
    }
    return evaluations;
}
/** All platforms in one Nix process: on the machine's own where it is among them, as evaluating needs no emulation. */
async function evaluateAll(platforms) {
    const evaluator = platforms.find(({ system }) => system === (0,emulation/* nativeSystem */.dr)()) ?? platforms[0];
    if (evaluator === undefined)
        return [];
    for (const platform of platforms)
        evaluator.mount(await platform.mounts());
    const { site } = await evaluator.site();
    const flakes = await Promise.all(platforms.map((platform) => platform.flake()));
    return evaluator.host.group('nix eval', () => (0,evaluate/* evaluate */._)(site, flakes));
}
function whyUntold(evaluation) {
    return evaluation.kind === 'unknown' ? evaluation.why : 'it can\'t be evaluated; the build will say why';
}
function entryOf(map, key) {
    const value = map.get(key);
    return value === undefined ? [] : [[key, value]];
}

// EXTERNAL MODULE: ./lib/feature/files/shipped-files.js
var shipped_files = __webpack_require__(18347);
// EXTERNAL MODULE: ./lib/host/collect-warnings.js
var collect_warnings = __webpack_require__(2324);
// EXTERNAL MODULE: ./lib/delta/compare/changes.js
var compare_changes = __webpack_require__(71623);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/licences.js
var licences = __webpack_require__(35433);
;// CONCATENATED MODULE: ./lib/explorer/data/compose-data.js





/** Nobody reads more. */
const MOST_CHANGES = 1000;
/** Gathers what explorer.html shows. The same Feature and the same earlier release give the same data. */
function composeData({ feature, delivery, platforms }) {
    const { id, version, name } = feature;
    return { schemaVersion: 1, feature: { id, version, ...(name === undefined ? {} : { name }) }, delivery, platforms: platforms.map(platformData) };
}
function platformData({ document, metas, before }) {
    const paths = document.closure.map(({ path }) => path);
    const places = new Map(paths.map((path, place) => [path, place]));
    const placesOf = (wanted) => wanted.flatMap((path) => places.get(path) ?? []).toSorted((a, b) => a - b);
    const known = new Set([...(before?.layers ?? []), ...(before?.complement ?? [])].map(({ digest }) => digest));
    return {
        arch: (0,platform/* archOf */.Qh)(document.system),
        bases: document.bases.map(({ name }) => name),
        names: paths.map((path) => path.slice(store_path/* STORE_DIR */.SF.length + 1)),
        sizes: document.closure.map(({ narSize }) => narSize),
        references: document.closure.map(({ path, references }) => distancesOf(placesOf(references.filter((reference) => reference !== path)))),
        roots: placesOf((0,component/* rootsOf */.R)(document)),
        layers: document.layers.map((layer) => ({ digest: layer.digest, size: layer.size, known: known.has(layer.digest), paths: placesOf(layer.paths) })),
        ...(metas === undefined ? {} : { licences: licencesData(paths, metas) }),
        ...(before === undefined ? {} : changesData(before, document)),
    };
}
/** Each as its distance from the one before. */
function distancesOf(places) {
    return places.map((place, at) => place - (places[at - 1] ?? 0));
}
function licencesData(paths, metas) {
    const all = paths.map((path) => (0,licences/* namesOf */.e)({ meta: metas.get(path) ?? { licences: [], maintainers: [] } }));
    const names = [...new Set(all.flat())].toSorted();
    const places = new Map(names.map((name, place) => [name, place]));
    return { names, of: all.map((licences) => licences.flatMap((licence) => places.get(licence) ?? [])) };
}
function changesData(before, now) {
    const changes = (0,compare_changes/* changesBetween */.iv)(before, now);
    // A release has nothing to tell about itself.
    if (before.feature.version === now.feature.version && changes.packages.length === 0)
        return {};
    const had = new Set(before.closure.map(({ path }) => path));
    const since = {
        version: before.feature.version,
        packages: changes.packages.slice(0, MOST_CHANGES).map(changeData),
        leftOut: Math.max(0, changes.packages.length - MOST_CHANGES),
        fresh: now.closure.flatMap(({ path }, place) => (had.has(path) ? [] : [place])),
        shippedBefore: changes.before.shipped.bytes ?? 0,
        shippedAfter: changes.after.shipped.bytes ?? 0,
    };
    return { since };
}
function changeData({ name, kind, before, after, fresh, gone }) {
    return { name, kind, before: before?.versions ?? [], after: after?.versions ?? [], fresh: fresh.bytes ?? 0, gone: gone.bytes ?? 0 };
}

;// CONCATENATED MODULE: ./lib/explorer/html/page-parts.js
// Written by scripts/explorer.ts from src/explorer/page: change that, and run it again.
const PAGE_SCRIPT = "/*! With d3-hierarchy:\nCopyright 2010-2026 Mike Bostock\n\nPermission to use, copy, modify, and/or distribute this software for any purpose\nwith or without fee is hereby granted, provided that the above copyright notice\nand this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH\nREGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND\nFITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,\nINDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS\nOF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER\nTORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF\nTHIS SOFTWARE. */\n(() => {var e={};const t=\"http://www.w3.org/2000/svg\";function dom_element(e,t={},n=[]){return filled(document.createElement(e),t,n)}function svgElement(e,n={},r=[]){return filled(document.createElementNS(t,e),n,r)}function filled(e,t,n){for(const[n,r]of Object.entries(t))if(r!==undefined)e.setAttribute(n,String(r));e.append(...n);return e}function dom_button(e,t,n={}){const r=dom_element(\"button\",{type:\"button\",...n},[e]);r.addEventListener(\"click\",t);return r}function foreign(e){return dom_element(\"bdi\",{},[e])}function facts(e){return dom_element(\"dl\",{class:\"facts\"},e.map(([e,...t])=>dom_element(\"div\",{},[dom_element(\"dt\",{},[e]),dom_element(\"dd\",{},t)])))}function section(e,t,n){return dom_element(\"section\",{id:e,\"aria-labelledby\":`${e}-title`},[dom_element(\"h2\",{id:`${e}-title`},[t]),...n])}function dataTable(e,t,n){const r=dom_element(\"tr\",{},t.map(e=>dom_element(\"th\",{scope:\"col\"},[e])));const o=n.map(([e=\"\",...t])=>dom_element(\"tr\",{},[dom_element(\"th\",{scope:\"row\"},[e]),...t.map(e=>dom_element(\"td\",{},[e]))]));return scrolling(e,dom_element(\"table\",{},[dom_element(\"caption\",{},[e]),dom_element(\"thead\",{},[r]),dom_element(\"tbody\",{},o)]))}function scrolling(e,t){return dom_element(\"div\",{class:\"scroll\",tabindex:0,role:\"group\",\"aria-label\":e},[t])}function shortened(e,t,n){const r=dom_element(\"div\",{},[n(e.slice(0,t))]);if(e.length<=t)return r;r.append(dom_button(`Show all ${e.length.toLocaleString(\"en-US\")}`,()=>{const t=n(e);r.replaceChildren(t);t.querySelector(\"button\")?.focus()}));return r}const n=[\"kB\",\"MB\",\"GB\",\"TB\",\"PB\"];function formatBytes(e){if(e<1e3)return`${Math.round(e)} B`;let t=e;let r=-1;while(t>=999.5&&r<n.length-1){t/=1e3;r+=1}return`${threeDigits(t)} ${n[r]??\"B\"}`}function formatChange(e){return`${e>0?\"+\":e<0?\"−\":\"±\"}${formatBytes(Math.abs(e))}`}const r=new Intl.NumberFormat(\"en-US\",{maximumFractionDigits:0});function formatCount(e){return r.format(e)}function printable(e){return e.replaceAll(/\\p{Cc}+/gu,\" \")}function formatNumberOf(e,t,n=`${t}s`){return`${formatCount(e)} ${e===1?t:n}`}function formatShare(e){if(e<=0)return\"0%\";if(e>=1)return\"100%\";if(e<.01)return\"<1%\";if(e>.99)return\">99%\";return`${Math.round(e*100)}%`}function formatDuration(e){if(e<9950)return`${(e/1e3).toFixed(1)} s`;const t=Math.round(e/1e3);if(t<60)return`${t} s`;const n=Math.floor(t/60);if(n<60)return withRest(`${n} min`,t%60,\"s\");return withRest(`${Math.floor(n/60)} h`,n%60,\"min\")}function formatList(e,t=\"and\"){if(e.length<=1)return e.join(\"\");return`${e.slice(0,-1).join(\", \")} ${t} ${e.at(-1)}`}function withRest(e,t,n){return t===0?e:`${e} ${t} ${n}`}function threeDigits(e){if(Number(e.toFixed(2))<10)return e.toFixed(2);if(Number(e.toFixed(1))<100)return e.toFixed(1);return e.toFixed(0)}const o=new Map([[\"\",1],[\"b\",1],[\"kb\",1e3],[\"mb\",1e6],[\"gb\",1e9],[\"tb\",1e12],[\"kib\",2**10],[\"mib\",2**20],[\"gib\",2**30],[\"tib\",2**40]]);function parseSize(e){const[,t=\"\",n=\"\"]=/^(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]*)$/.exec(e)??[];const r=t===\"\"?undefined:o.get(n.toLowerCase());return r===undefined?undefined:Math.round(Number(t)*r)}const s=[\"bin|data|debug|dev|devdoc|devman|dist|doc|examples|getent|host|info|lib|lib32|lib64|libgcc|locale|locales|man|modules\",\"out|plugins|py|python|static|terminfo|tests|tex|texdoc|tlpkg|tools\"].join(\"|\");const i=new RegExp(`^(.+)-(?:${s})$`);function parsePackageName(e){const t=/(?<=.)-(?![A-Za-z]|$)/.exec(e)?.index;if(t===undefined)return{name:e,version:\"\"};const n=e.slice(t+1);return{name:e.slice(0,t),version:i.exec(n)?.[1]??n}}function comparePackageVersions(e,t){const[n,r]=[partsOf(e),partsOf(t)];for(let e=0;e<Math.max(n.length,r.length);e++){const t=compareParts(n[e]??\"\",r[e]??\"\");if(t!==0)return t}return 0}function partsOf(e){return e.match(/\\d+|[^\\d.-]+/g)??[]}function compareParts(e,t){if(e===t)return 0;const[n,r]=[rankOf(e),rankOf(t)];if(n!==r)return n-r;if(n!==a)return e<t?-1:1;const[o,s]=[BigInt(e),BigInt(t)];return o<s?-1:o>s?1:0}const a=3;function rankOf(e){if(e===\"pre\")return 0;if(e===\"\")return 1;return/^\\d/.test(e)?a:2}const c=[\"all\",\"shipped\",\"base\",\"new\"];const l=[\"name\",\"version\",\"own\",\"closure\",\"retained\",\"resent\",\"place\",\"layer\",\"licence\"];function findPaths(e,t,n){const r=n.toLowerCase().split(/\\s+/).filter(e=>e!==\"\");const o=[...e.data.names.keys()].filter(n=>isShown(e,t,n));if(r.length===0)return o;return o.filter(t=>{const n=[e.storePath(t),...e.licencesOf(t)].join(\"\\n\").toLowerCase();return r.every(e=>n.includes(e))})}function isShown(e,t,n){if(t===\"all\")return true;return t===\"new\"?e.fresh.has(n):e.isShipped(n)===(t===\"shipped\")}function sortPaths(e,t,{column:n,descending:r,weighed:o}){const s=comparison(e,n,o);const i=textOrder(t=>e.packages[t]?.name??\"\");return t.toSorted((e,t)=>(r?s(t,e):s(e,t))||i(e,t)||e-t)}function comparison(e,t,n){const r=e.sizes(n);switch(t){case\"name\":return textOrder(t=>e.packages[t]?.name??\"\");case\"version\":return(t,n)=>comparePackageVersions(e.packages[t]?.version??\"\",e.packages[n]?.version??\"\");case\"licence\":return textOrder(t=>e.licencesOf(t).join(\", \"));case\"place\":return numberOrder(t=>(e.isShipped(t)?1:0)+(e.fresh.has(t)?1:0));case\"layer\":return numberOrder(t=>e.layerOf[t]??-1);case\"resent\":return numberOrder(t=>e.resentBytes()[t]??0);default:return numberOrder(e=>r[t][e]??0)}}function numberOrder(e){return(t,n)=>e(t)-e(n)}function textOrder(e){return(t,n)=>e(t)<e(n)?-1:e(t)>e(n)?1:0}function parentsOf(e){const t=e.map(()=>[]);for(const[n,r]of e.entries())for(const e of r)t[e]?.push(n);return t}const u=1;const d=2;function orderOf(e,t=[]){const n=new Uint8Array(e.length);const r=new Uint32Array(e.length);const o=[];const s=[];let i=false;const enter=e=>{if(n[e]===u)i=true;if(n[e]!==0)return;n[e]=u;s.push(e)};for(const i of[...t,...e.keys()]){if(n[i]===0)enter(i);for(let t=s.at(-1);t!==undefined;t=s.at(-1)){const i=e[t]?.[r[t]??0];r[t]=(r[t]??0)+1;if(i!==undefined){enter(i);continue}n[t]=d;o.push(t);s.pop()}}return{neededFirst:o,hasCycle:i}}function reachedFrom(e,t){const n=new Set([e]);for(const e of n)for(const r of t[e]??[])n.add(r);return n}function shortestChain(e,t,n){const r=new Map(t.map(e=>[e,undefined]));for(const t of r.keys()){if(t===n)break;for(const n of e[t]??[])if(!r.has(n))r.set(n,t)}if(!r.has(n))return[];const o=[];for(let e=n;e!==undefined;e=r.get(e))o.push(e);return o.toReversed()}const h=-2;const f=-1;function dominatorsOf(e,t){const n=e.length;const r=[...e,t];const o=parentsOf(r);const s=new Int32Array(r.length).fill(-1);const i=reachable(r,n);for(const[e,t]of i.entries())s[t]=e;const a=new Int32Array(r.length).fill(h);a[n]=n;const meet=(e,t)=>{let[r,o]=[e,t];while(r!==o){while((s[r]??0)<(s[o]??0))r=a[r]??n;while((s[o]??0)<(s[r]??0))o=a[o]??n}return r};for(let e=true;e;){e=false;for(const t of i.toReversed().slice(1)){const n=(o[t]??[]).filter(e=>(a[e]??h)!==h);const r=n.reduce((e,t)=>meet(e,t));e||=a[t]!==r;a[t]=r}}return a.subarray(0,n).map(e=>e===n?f:e)}function reachable(e,t){const{neededFirst:n}=orderOf(e,[t]);return n.slice(0,n.indexOf(t)+1)}const p=32;function closureSizes(e,t){const n=new Float64Array(e.length);const{neededFirst:r,hasCycle:o}=orderOf(e);for(let s=0;s<e.length;s+=p*32){const i=reachedBits(e,r,{first:s,hasCycle:o});const a=sumsOf(t,s);for(let e=0;e<n.length;e++)n[e]=(n[e]??0)+weightOf(i,e,a)}return n}function reachedBits(e,t,{first:n,hasCycle:r}){const o=new Uint32Array(e.length*p);for(let s=true;s;){s=false;for(const r of t){const t=r*p;const i=r-n;if(i>=0&&i<p*32)o[t+(i>>>5)]=(o[t+(i>>>5)]??0)|1<<(i&31);for(const n of e[r]??[]){for(let e=0;e<p;e++){const r=o[t+e]??0;const i=(r|(o[n*p+e]??0))>>>0;if(i===r)continue;o[t+e]=i;s=true}}}if(!r)break}return o}function sumsOf(e,t){const n=new Float64Array(p*4*256);for(let r=0;r<p*4;r++){for(let o=1;o<256;o++){const s=31-Math.clz32(o&-o);n[r*256+o]=(n[r*256+(o&o-1)]??0)+(e[t+r*8+s]??0)}}return n}function weightOf(e,t,n){let r=0;for(let o=0;o<p;o++){const s=e[t*p+o]??0;if(s===0)continue;for(let e=0;e<4;e++)r+=n[(o*4+e)*256+(s>>>e*8&255)]??0}return r}function retainedSizes(e,t,n){const r=dominatorsOf(e,t);const o=Float64Array.from(n);for(const n of orderOf(e,t).neededFirst){const e=r[n]??-1;if(e>=0)o[e]=(o[e]??0)+(o[n]??0)}return o}const m=32;class PlatformModel{data;references;parents;packages;layerOf;fresh;#e=new Map;#t;constructor(e){this.data=e;this.references=e.references.map(placesOf);this.parents=parentsOf(this.references);this.packages=e.names.map(e=>parsePackageName(e.slice(m+1)));const t=new Map(e.layers.flatMap(({paths:e},t)=>e.map(e=>[e,t])));this.layerOf=e.names.map((e,n)=>t.get(n));this.fresh=new Set(e.since?.fresh)}get count(){return this.data.names.length}storePath(e){return`/nix/store/${this.data.names[e]??\"\"}`}isShipped(e){return this.layerOf[e]!==undefined}licencesOf(e){const{licences:t}=this.data;return t?.of[e]?.map(e=>t.names[e]??\"\")??[]}sizes(e){const t=this.#e.get(e);if(t!==undefined)return t;const n=e===\"all\"?this.data.sizes:this.data.sizes.map((e,t)=>this.isShipped(t)?e:0);const r={own:n,closure:closureSizes(this.references,n),retained:retainedSizes(this.references,this.data.roots,n)};this.#e.set(e,r);return r}chainTo(e){return shortestChain(this.references,this.data.roots,e)}keptBy(e){const t=dominatorsOf(this.references,this.data.roots)[e]??f;return t<0?undefined:t}rebuiltWith(e){return reachedFrom(e,this.parents)}resentBytes(){this.#t??=resentOf(this.parents,this.layerOf,this.data.layers);return this.#t}}function placesOf(e){let t=0;return e.map(e=>t+=e)}function resentOf(e,t,n){const r=Math.max(1,Math.ceil(n.length/32));const o=new Uint32Array(e.length*r);const{neededFirst:s,hasCycle:i}=orderOf(e);for(let n=0;n<(i?e.length:1);n++){let n=false;for(const i of s){const s=i*r;const a=o.slice(s,s+r);const c=t[i];if(c!==undefined)o[s+(c>>>5)]=(o[s+(c>>>5)]??0)|1<<(c&31);for(const t of e[i]??[]){for(let e=0;e<r;e++)o[s+e]=(o[s+e]??0)|(o[t*r+e]??0)}n||=a.some((e,t)=>e!==o[s+t])}if(!n)break}return e.map((e,t)=>n.reduce((e,{size:n},s)=>e+(((o[t*r+(s>>>5)]??0)>>>(s&31)&1)===1?n:0),0))}const g=[\"place\",\"layer\",\"package\"];const y={path:\"\",query:\"\",shown:\"all\",weighed:\"all\",grouping:\"place\",sort:\"own\",descending:true};function readState(e,t){const n=new URLSearchParams(e.replace(/^#/,\"\"));const one=(e,t,r)=>t.find(t=>t===n.get(e))??r;const r=one(\"sort\",l,y.sort);return{arch:one(\"arch\",t,t[0]??\"\"),path:n.get(\"path\")??\"\",query:n.get(\"q\")??\"\",shown:one(\"show\",c,y.shown),weighed:one(\"count\",[\"all\",\"shipped\"],y.weighed),grouping:one(\"by\",g,y.grouping),sort:r,descending:one(\"order\",[\"up\",\"down\"],descendingAtFirst(r)?\"down\":\"up\")===\"down\"}}function descendingAtFirst(e){return e!==\"name\"&&e!==\"licence\"}function writeState(e,t){const{arch:n,path:r,query:o,shown:s,weighed:i,grouping:a,sort:c,descending:l}=e;const u=[[\"arch\",n,t[0]??\"\"],[\"path\",r,y.path],[\"q\",o,y.query],[\"show\",s,y.shown],[\"count\",i,y.weighed],[\"by\",a,y.grouping],[\"sort\",c,y.sort],[\"order\",l?\"down\":\"up\",descendingAtFirst(c)?\"down\":\"up\"]];return new URLSearchParams(u.flatMap(([e,t,n])=>t===n?[]:[[e,t]])).toString()}class Controls{form;#n;#r;#o;constructor(e,t){this.#n=dom_element(\"input\",{id:\"query\",type:\"search\",autocomplete:\"off\",spellcheck:\"false\"});this.#n.addEventListener(\"input\",()=>t({query:this.#n.value}));const n=e.platforms.some(({since:e})=>e!==undefined);this.#r=new Map([[\"shown\",choice(\"shown\",[[\"all\",\"all paths\"],[\"shipped\",\"shipped\"],[\"base\",\"in the base\"],...n?[[\"new\",\"new since the last release\"]]:[]])],[\"weighed\",choice(\"weighed\",[[\"all\",\"all bytes\"],[\"shipped\",\"shipped bytes\"]])],[\"grouping\",choice(\"grouping\",[[\"place\",\"shipped and base\"],[\"layer\",\"layer\"],[\"package\",\"package\"]])]]);for(const[e,n]of this.#r)n.addEventListener(\"change\",()=>t({[e]:n.value}));this.#o=new Map(e.platforms.map(({arch:e})=>[e,dom_element(\"input\",{type:\"radio\",name:\"arch\",value:e,id:`arch-${e}`})]));for(const[e,n]of this.#o)n.addEventListener(\"change\",()=>t({arch:e}));this.form=dom_element(\"form\",{class:\"controls\",role:\"search\",\"aria-label\":\"What is shown\"},[...this.#o.size>1?[dom_element(\"fieldset\",{},[dom_element(\"legend\",{},[\"Platform\"]),...[...this.#o].map(([e,t])=>dom_element(\"label\",{},[t,e]))])]:[],dom_element(\"label\",{},[\"Search\",this.#n]),dom_element(\"label\",{},[\"Show\",this.#r.get(\"shown\")??\"\"]),dom_element(\"label\",{},[\"Count\",this.#r.get(\"weighed\")??\"\"]),dom_element(\"label\",{},[\"Treemap by\",this.#r.get(\"grouping\")??\"\"])]);this.form.addEventListener(\"submit\",e=>e.preventDefault())}show(e){if(this.#n.value!==e.query)this.#n.value=e.query;for(const[t,n]of this.#r)n.value=e[t];for(const[t,n]of this.#o)n.checked=t===e.arch}}function choice(e,t){return dom_element(\"select\",{id:e},t.map(([e,t])=>dom_element(\"option\",{value:e},[t])))}function view_select({model:e,change:t},n){t({path:n===undefined?\"\":e.data.names[n]??\"\"})}function pathTitle(e,t){const{name:n=\"\",version:r=\"\"}=e.packages[t]??{};return r===\"\"?n:`${n} ${r}`}function placeOfPath(e,t){return`${e.isShipped(t)?\"shipped\":\"in the base\"}${e.fresh.has(t)?\", new\":\"\"}`}const w=100;function detailView(e,t){const{model:n,state:r}=e;const o=n.sizes(r.weighed);const s=n.layerOf[t];const i=n.licencesOf(t);const[a,c]=[n.parents[t]??[],n.references[t]??[]];const l=r.weighed===\"shipped\"?\" shipped\":\"\";return dom_element(\"div\",{},[dom_element(\"h2\",{id:\"detail-title\",tabindex:-1},[foreign(pathTitle(n,t))]),dom_element(\"p\",{},[dom_element(\"code\",{},[foreign(n.storePath(t))])]),facts([[\"Where\",`${placeOfPath(n,t)}${s===undefined?\"\":`, in layer ${s+1}`}`],[\"Own\",`${formatBytes(o.own[t]??0)}${l}`],[\"Closure\",`${formatBytes(o.closure[t]??0)}${l}`],[\"Retained\",`${formatBytes(o.retained[t]??0)}${l}`],...n.data.licences===undefined?[]:[[\"Licence\",i.length===0?\"not known\":foreign(i.join(\", \"))]]]),...whyView(e,t),...changeView(e,t),...listView(e,\"Needed by\",a),...listView(e,\"Needs\",c),dom_button(\"Close\",()=>view_select(e,undefined),{class:\"close\"})])}function whyView(e,t){const{model:n}=e;const r=n.chainTo(t);const o=n.keptBy(t);const s=n.data.roots.includes(t);return[dom_element(\"h3\",{},[\"Why it is there\"]),r.length===0?dom_element(\"p\",{},[\"No reference leads there.\"]):dom_element(\"ol\",{class:\"why\"},r.map(t=>dom_element(\"li\",{},[pathButton(e,t)]))),...s?[dom_element(\"p\",{},[\"It is what the Feature installs.\"])]:[],...o===undefined?[]:[dom_element(\"p\",{},[\"Every way leads through \",pathButton(e,o),\": without that it would not be there.\"])]]}function changeView({model:e,data:t},n){const r=e.rebuiltWith(n);const o=[...r].filter(t=>e.isShipped(t)).length;const s=e.data.layers.reduce((e,{size:t})=>e+t,0);const i=new Set([...r].flatMap(t=>e.layerOf[t]??[]));const a=`A next release sends ${formatCount(i.size)} of ${formatNumberOf(e.data.layers.length,\"layer\")} again: ${formatBytes(e.resentBytes()[n]??0)} of ${formatBytes(s)}.`;const c=`Its layers are embedded in the Feature, and each release sends all of them: ${formatBytes(s)}.`;return[dom_element(\"h3\",{},[\"If it changes\"]),dom_element(\"p\",{id:\"resent\"},[`${formatNumberOf(r.size,\"path\")} ${r.size===1?\"is\":\"are\"} built again, ${formatCount(o)} of them shipped. ${t.delivery===\"embed\"?c:a}`])]}function listView(e,t,n){if(n.length===0)return[dom_element(\"h3\",{},[`${t}: none`])];const{own:r}=e.model.sizes(\"all\");const o=n.toSorted((e,t)=>(r[t]??0)-(r[e]??0)||e-t);const list=t=>dom_element(\"ul\",{},t.map(t=>dom_element(\"li\",{},[pathButton(e,t),` ${formatBytes(r[t]??0)}`])));return[dom_element(\"h3\",{},[`${t} (${formatCount(n.length)})`]),shortened(o,w,list)]}function pathButton(e,t){const n=dom_button(\"\",()=>view_select(e,t),{title:e.model.storePath(t)});n.append(foreign(pathTitle(e.model,t)));return n}const v=100;function figuresView({model:e,data:t}){const{sizes:n,layers:r,bases:o,since:s}=e.data;const amount=e=>`${formatNumberOf(e.length,\"path\")}, ${formatBytes(sum(e.map(e=>n[e]??0)))}`;const i=[...n.keys()];const[a,c]=[i.filter(t=>e.isShipped(t)),i.filter(t=>!e.isShipped(t))];const l=sum(c.map(e=>n[e]??0))/Math.max(1,sum(n));const u=sum(r.map(({size:e})=>e));const d=r.filter(({known:e})=>!e);return facts([[\"Closure\",amount(i)],[\"Shipped\",`${amount(a)}; ${formatBytes(u)} compressed, in ${formatNumberOf(r.length,\"layer\")}`],[\"In the base\",`${amount(c)} (${formatShare(l)})`],[\"Base\",o.length===0?\"none\":foreign(o.join(\", \"))],...t.delivery===null?[]:[[\"Delivery\",t.delivery===\"embed\"?\"embedded: each release sends all layers\":\"layers: each release sends those that are new\"]],...s===undefined?[]:[[`Sent since ${s.version}`,`${formatNumberOf(d.length,\"layer\")} of ${formatCount(r.length)}, ${formatBytes(sum(d.map(({size:e})=>e)))} of ${formatBytes(u)}`]]])}function sectionsView(e){return[...changesView(e),layersView(e),...licencesView(e)]}function changesView(e){const{since:t}=e.model.data;if(t===undefined)return[];const{version:n,packages:r,leftOut:o,shippedBefore:s,shippedAfter:i}=t;const a=`Changed since ${n}`;if(r.length===0)return[section(\"changes\",a,[dom_element(\"p\",{},[\"No store path changed.\"])])];const rows=t=>dataTable(`Packages that changed since ${n}`,[\"Package\",\"Change\",\"Before\",\"After\",\"New\",\"Gone\"],t.map(({name:t,kind:n,before:r,after:o,fresh:s,gone:i})=>[searchButton(e,t),n,foreign(r.join(\", \")),foreign(o.join(\", \")),formatBytes(s),formatBytes(i)]));return[section(\"changes\",a,[dom_element(\"p\",{},[`Shipped: ${formatBytes(s)} before, ${formatBytes(i)} after.`]),shortened(r,v,rows),...o===0?[]:[dom_element(\"p\",{},[`${formatNumberOf(o,\"more package\")} changed.`])]])]}function layersView({model:e}){const{layers:t,since:n,sizes:r}=e.data;const o=t.map(({digest:e,size:t,known:o,paths:s},i)=>[`Layer ${i+1}`,dom_element(\"code\",{title:e},[e.slice(0,19)]),formatBytes(t),formatBytes(sum(s.map(e=>r[e]??0))),formatCount(s.length),...n===undefined?[]:[o?`in ${n.version}`:\"sent\"]]);const s=[\"Layer\",\"Digest\",\"Compressed\",\"Unpacked\",\"Paths\",...n===undefined?[]:[\"Registry\"]];return section(\"layers\",\"Layers\",[t.length===0?dom_element(\"p\",{},[\"Nothing is shipped: the base has all of it.\"]):dataTable(\"Layers that are shipped\",s,o)])}function licencesView(e){const{model:t}=e;const{licences:n}=t.data;if(n===undefined)return[];const r=[...t.data.names.keys()].filter(e=>t.isShipped(e));const o=Map.groupBy(r.flatMap(e=>(t.licencesOf(e).length===0?[undefined]:t.licencesOf(e)).map(t=>({licence:t,path:e}))),({licence:e})=>e);const s=[...o].map(([e,t])=>({licence:e,paths:t.map(({path:e})=>e)})).toSorted((e,t)=>t.paths.length-e.paths.length||((e.licence??\"\")<(t.licence??\"\")?-1:1)).map(({licence:n,paths:r})=>[n===undefined?\"not known\":searchButton(e,n),formatCount(r.length),formatBytes(sum(r.map(e=>t.data.sizes[e]??0)))]);return[section(\"licences\",\"Licences\",[dataTable(\"Licences of what ships\",[\"Licence\",\"Paths\",\"Size\"],s)])]}function searchButton({change:e},t){const n=dom_button(\"\",()=>{e({query:t,shown:\"all\"});document.getElementById(\"query\")?.focus()});n.append(foreign(t));return n}function sum(e){return e.reduce((e,t)=>e+t,0)}const x={name:\"Package\",version:\"Version\",own:\"Own\",closure:\"Closure\",retained:\"Retained\",resent:\"Sent again\",place:\"Where\",layer:\"Layer\",licence:\"Licence\"};const b=200;function tableView(e){const{model:t,state:n,found:r}=e;const o=Object.keys(x).filter(e=>e!==\"licence\"||t.data.licences!==undefined);const s=sortPaths(t,r,{column:n.sort,descending:n.descending,weighed:n.weighed});const i=dom_element(\"tbody\",{},s.slice(0,b).map(t=>row(e,o,t)));const a=dom_element(\"tr\",{},o.map(t=>heading(e,t)));const c=dom_element(\"caption\",{},[\"Store paths. A heading sorts by its column.\"]);const l=dom_element(\"table\",{class:\"paths\"},[c,dom_element(\"thead\",{},[a]),i]);const u=dom_element(\"div\",{},[scrolling(\"Store paths\",l)]);if(s.length<=b)return u;const d=dom_button(\"\",()=>{const t=i.rows.length;i.append(...s.slice(t,t+b).map(t=>row(e,o,t)));i.rows[t]?.querySelector(\"button\")?.focus();say()});const say=()=>{d.textContent=`Show more: ${formatCount(i.rows.length)} of ${formatCount(s.length)} are shown`;d.hidden=i.rows.length>=s.length};say();u.append(d);return u}function heading({state:e,change:t},n){const r=e.sort===n;const o=r?e.descending?\"descending\":\"ascending\":undefined;const s=dom_button(x[n],()=>t({sort:n,descending:r?!e.descending:descendingAtFirst(n)}),{id:`sort-${n}`});return dom_element(\"th\",{scope:\"col\",\"aria-sort\":o},[s])}function row(e,t,n){const r=t.map(t=>{if(t!==\"name\")return dom_element(\"td\",{class:t},[cell(e,t,n)]);const r=dom_button(\"\",()=>view_select(e,n),{title:e.model.storePath(n)});r.append(foreign(e.model.packages[n]?.name??\"\"));return dom_element(\"th\",{scope:\"row\"},[r])});return dom_element(\"tr\",{\"data-path\":n,\"aria-current\":e.selected===n?\"true\":undefined},r)}function cell({model:e,state:t},n,r){switch(n){case\"version\":return foreign(e.packages[r]?.version??\"\");case\"place\":return placeOfPath(e,r);case\"layer\":{const t=e.layerOf[r];return t===undefined?\"\":String(t+1)}case\"licence\":return foreign(e.licencesOf(r).join(\", \"));case\"resent\":return formatBytes(e.resentBytes()[r]??0);default:return formatBytes(e.sizes(t.weighed)[n][r]??0)}}function nearestTile(e,t,n){const r=middleOf(e[t]);let o=t;let s=Infinity;for(const[i,a]of e.entries()){const e=middleOf(a);const[c,l]=[e.x-r.x,e.y-r.y];const u={left:-c,right:c,up:-l,down:l}[n];if(i===t||u<=0)continue;const d=u+3*Math.abs(n===\"left\"||n===\"right\"?l:c);if(d<s)[o,s]=[i,d]}return o}function middleOf(e){const{x0:t,x1:n,y0:r,y1:o}=e??{x0:0,x1:0,y0:0,y1:0};return{x:(t+n)/2,y:(r+o)/2}}function defaultSeparation$1(e,t){return e.parent===t.parent?1:2}function meanX(e){return e.reduce(meanXReduce,0)/e.length}function meanXReduce(e,t){return e+t.x}function maxY(e){return 1+e.reduce(maxYReduce,0)}function maxYReduce(e,t){return Math.max(e,t.y)}function leafLeft(e){var t;while(t=e.children)e=t[0];return e}function leafRight(e){var t;while(t=e.children)e=t[t.length-1];return e}function cluster(){var e=defaultSeparation$1,t=1,n=1,r=false;function cluster(o){var s,i=0;o.eachAfter(function(t){var n=t.children;if(n){t.x=meanX(n);t.y=maxY(n)}else{t.x=s?i+=e(t,s):0;t.y=0;s=t}});var a=leafLeft(o),c=leafRight(o),l=a.x-e(a,c)/2,u=c.x+e(c,a)/2;return o.eachAfter(r?function(e){e.x=(e.x-o.x)*t;e.y=(o.y-e.y)*n}:function(e){e.x=(e.x-l)/(u-l)*t;e.y=(1-(o.y?e.y/o.y:1))*n})}cluster.separation=function(t){return arguments.length?(e=t,cluster):e};cluster.size=function(e){return arguments.length?(r=false,t=+e[0],n=+e[1],cluster):r?null:[t,n]};cluster.nodeSize=function(e){return arguments.length?(r=true,t=+e[0],n=+e[1],cluster):r?[t,n]:null};return cluster}function count(e){var t=0,n=e.children,r=n&&n.length;if(!r)t=1;else while(--r>=0)t+=n[r].value;e.value=t}function node_count(){return this.eachAfter(count)}function node_each(e,t){let n=-1;for(const r of this){e.call(t,r,++n,this)}return this}function node_eachBefore(e,t){var n=this,r=[n],o,s,i=-1;while(n=r.pop()){e.call(t,n,++i,this);if(o=n.children){for(s=o.length-1;s>=0;--s){r.push(o[s])}}}return this}function node_eachAfter(e,t){var n=this,r=[n],o=[],s,i,a,c=-1;while(n=r.pop()){o.push(n);if(s=n.children){for(i=0,a=s.length;i<a;++i){r.push(s[i])}}}while(n=o.pop()){e.call(t,n,++c,this)}return this}function node_find(e,t){let n=-1;for(const r of this){if(e.call(t,r,++n,this)){return r}}}function node_sum(e){return this.eachAfter(function(t){var n=+e(t.data)||0,r=t.children,o=r&&r.length;while(--o>=0)n+=r[o].value;t.value=n})}function node_sort(e){return this.eachBefore(function(t){if(t.children){t.children.sort(e)}})}function node_path(e){var t=this,n=leastCommonAncestor(t,e),r=[t];while(t!==n){t=t.parent;r.push(t)}var o=r.length;while(e!==n){r.splice(o,0,e);e=e.parent}return r}function leastCommonAncestor(e,t){if(e===t)return e;var n=e.ancestors(),r=t.ancestors(),o=null;e=n.pop();t=r.pop();while(e===t){o=e;e=n.pop();t=r.pop()}return o}function node_ancestors(){var e=this,t=[e];while(e=e.parent){t.push(e)}return t}function node_descendants(){return Array.from(this)}function node_leaves(){var e=[];this.eachBefore(function(t){if(!t.children){e.push(t)}});return e}function node_links(){var e=this,t=[];e.each(function(n){if(n!==e){t.push({source:n.parent,target:n})}});return t}function*node_iterator(){var e=this,t,n=[e],r,o,s;do{t=n.reverse(),n=[];while(e=t.pop()){yield e;if(r=e.children){for(o=0,s=r.length;o<s;++o){n.push(r[o])}}}}while(n.length)}function hierarchy(e,t){if(e instanceof Map){e=[undefined,e];if(t===undefined)t=mapChildren}else if(t===undefined){t=objectChildren}var n=new Node$1(e),r,o=[n],s,i,a,c;while(r=o.pop()){if((i=t(r.data))&&(c=(i=Array.from(i)).length)){r.children=i;for(a=c-1;a>=0;--a){o.push(s=i[a]=new Node$1(i[a]));s.parent=r;s.depth=r.depth+1}}}return n.eachBefore(computeHeight)}function node_copy(){return hierarchy(this).eachBefore(copyData)}function objectChildren(e){return e.children}function mapChildren(e){return Array.isArray(e)?e[1]:null}function copyData(e){if(e.data.value!==undefined)e.value=e.data.value;e.data=e.data.data}function computeHeight(e){var t=0;do{e.height=t}while((e=e.parent)&&e.height<++t)}function Node$1(e){this.data=e;this.depth=this.height=0;this.parent=null}Node$1.prototype=hierarchy.prototype={constructor:Node$1,count:node_count,each:node_each,eachAfter:node_eachAfter,eachBefore:node_eachBefore,find:node_find,sum:node_sum,sort:node_sort,path:node_path,ancestors:node_ancestors,descendants:node_descendants,leaves:node_leaves,links:node_links,copy:node_copy,[Symbol.iterator]:node_iterator};function optional(e){return e==null?null:required(e)}function required(e){if(typeof e!==\"function\")throw new Error;return e}function constantZero(){return 0}function constant(e){return function(){return e}}const _=1664525;const $=1013904223;const k=4294967296;function lcg(){let e=1;return()=>(e=(_*e+$)%k)/k}function array(e){return typeof e===\"object\"&&\"length\"in e?e:Array.from(e)}function shuffle(e,t){let n=e.length,r,o;while(n){o=t()*n--|0;r=e[n];e[n]=e[o];e[o]=r}return e}function enclose(e){return packEncloseRandom(e,lcg())}function packEncloseRandom(e,t){var n=0,r=(e=shuffle(Array.from(e),t)).length,o=[],s,i;while(n<r){s=e[n];if(i&&enclosesWeak(i,s))++n;else i=encloseBasis(o=extendBasis(o,s)),n=0}return i}function extendBasis(e,t){var n,r;if(enclosesWeakAll(t,e))return[t];for(n=0;n<e.length;++n){if(enclosesNot(t,e[n])&&enclosesWeakAll(encloseBasis2(e[n],t),e)){return[e[n],t]}}for(n=0;n<e.length-1;++n){for(r=n+1;r<e.length;++r){if(enclosesNot(encloseBasis2(e[n],e[r]),t)&&enclosesNot(encloseBasis2(e[n],t),e[r])&&enclosesNot(encloseBasis2(e[r],t),e[n])&&enclosesWeakAll(encloseBasis3(e[n],e[r],t),e)){return[e[n],e[r],t]}}}throw new Error}function enclosesNot(e,t){var n=e.r-t.r,r=t.x-e.x,o=t.y-e.y;return n<0||n*n<r*r+o*o}function enclosesWeak(e,t){var n=e.r-t.r+Math.max(e.r,t.r,1)*1e-9,r=t.x-e.x,o=t.y-e.y;return n>0&&n*n>r*r+o*o}function enclosesWeakAll(e,t){for(var n=0;n<t.length;++n){if(!enclosesWeak(e,t[n])){return false}}return true}function encloseBasis(e){switch(e.length){case 1:return encloseBasis1(e[0]);case 2:return encloseBasis2(e[0],e[1]);case 3:return encloseBasis3(e[0],e[1],e[2])}}function encloseBasis1(e){return{x:e.x,y:e.y,r:e.r}}function encloseBasis2(e,t){var n=e.x,r=e.y,o=e.r,s=t.x,i=t.y,a=t.r,c=s-n,l=i-r,u=a-o,d=Math.sqrt(c*c+l*l);return{x:(n+s+c/d*u)/2,y:(r+i+l/d*u)/2,r:(d+o+a)/2}}function encloseBasis3(e,t,n){var r=e.x,o=e.y,s=e.r,i=t.x,a=t.y,c=t.r,l=n.x,u=n.y,d=n.r,h=r-i,f=r-l,p=o-a,m=o-u,g=c-s,y=d-s,w=r*r+o*o-s*s,v=w-i*i-a*a+c*c,x=w-l*l-u*u+d*d,b=f*p-h*m,_=(p*x-m*v)/(b*2)-r,$=(m*g-p*y)/b,k=(f*v-h*x)/(b*2)-o,B=(h*y-f*g)/b,S=$*$+B*B-1,O=2*(s+_*$+k*B),A=_*_+k*k-s*s,z=-(Math.abs(S)>1e-6?(O+Math.sqrt(O*O-4*S*A))/(2*S):A/O);return{x:r+_+$*z,y:o+k+B*z,r:z}}function place(e,t,n){var r=e.x-t.x,o,s,i=e.y-t.y,a,c,l=r*r+i*i;if(l){s=t.r+n.r,s*=s;c=e.r+n.r,c*=c;if(s>c){o=(l+c-s)/(2*l);a=Math.sqrt(Math.max(0,c/l-o*o));n.x=e.x-o*r-a*i;n.y=e.y-o*i+a*r}else{o=(l+s-c)/(2*l);a=Math.sqrt(Math.max(0,s/l-o*o));n.x=t.x+o*r-a*i;n.y=t.y+o*i+a*r}}else{n.x=t.x+n.r;n.y=t.y}}function intersects(e,t){var n=e.r+t.r-1e-6,r=t.x-e.x,o=t.y-e.y;return n>0&&n*n>r*r+o*o}function score(e){var t=e._,n=e.next._,r=t.r+n.r,o=(t.x*n.r+n.x*t.r)/r,s=(t.y*n.r+n.y*t.r)/r;return o*o+s*s}function Node(e){this._=e;this.next=null;this.previous=null}function packSiblingsRandom(e,t){if(!(s=(e=array(e)).length))return 0;var n,r,o,s,i,a,c,l,u,d,h;n=e[0],n.x=0,n.y=0;if(!(s>1))return n.r;r=e[1],n.x=-r.r,r.x=n.r,r.y=0;if(!(s>2))return n.r+r.r;place(r,n,o=e[2]);n=new Node(n),r=new Node(r),o=new Node(o);n.next=o.previous=r;r.next=n.previous=o;o.next=r.previous=n;e:for(c=3;c<s;++c){place(n._,r._,o=e[c]),o=new Node(o);l=r.next,u=n.previous,d=r._.r,h=n._.r;do{if(d<=h){if(intersects(l._,o._)){r=l,n.next=r,r.previous=n,--c;continue e}d+=l._.r,l=l.next}else{if(intersects(u._,o._)){n=u,n.next=r,r.previous=n,--c;continue e}h+=u._.r,u=u.previous}}while(l!==u.next);o.previous=n,o.next=r,n.next=r.previous=r=o;i=score(n);while((o=o.next)!==r){if((a=score(o))<i){n=o,i=a}}r=n.next}n=[r._],o=r;while((o=o.next)!==r)n.push(o._);o=packEncloseRandom(n,t);for(c=0;c<s;++c)n=e[c],n.x-=o.x,n.y-=o.y;return o.r}function siblings(e){packSiblingsRandom(e,lcg());return e}function defaultRadius(e){return Math.sqrt(e.value)}function index$1(){var e=null,t=1,n=1,r=constantZero;function pack(o){const s=lcg();o.x=t/2,o.y=n/2;if(e){o.eachBefore(radiusLeaf(e)).eachAfter(packChildrenRandom(r,.5,s)).eachBefore(translateChild(1))}else{o.eachBefore(radiusLeaf(defaultRadius)).eachAfter(packChildrenRandom(constantZero,1,s)).eachAfter(packChildrenRandom(r,o.r/Math.min(t,n),s)).eachBefore(translateChild(Math.min(t,n)/(2*o.r)))}return o}pack.radius=function(t){return arguments.length?(e=optional(t),pack):e};pack.size=function(e){return arguments.length?(t=+e[0],n=+e[1],pack):[t,n]};pack.padding=function(e){return arguments.length?(r=typeof e===\"function\"?e:constant(+e),pack):r};return pack}function radiusLeaf(e){return function(t){if(!t.children){t.r=Math.max(0,+e(t)||0)}}}function packChildrenRandom(e,t,n){return function(r){if(o=r.children){var o,s,i=o.length,a=e(r)*t||0,c;if(a)for(s=0;s<i;++s)o[s].r+=a;c=packSiblingsRandom(o,n);if(a)for(s=0;s<i;++s)o[s].r-=a;r.r=c+a}}}function translateChild(e){return function(t){var n=t.parent;t.r*=e;if(n){t.x=n.x+e*t.x;t.y=n.y+e*t.y}}}function roundNode(e){e.x0=Math.round(e.x0);e.y0=Math.round(e.y0);e.x1=Math.round(e.x1);e.y1=Math.round(e.y1)}function treemapDice(e,t,n,r,o){var s=e.children,i,a=-1,c=s.length,l=e.value&&(r-t)/e.value;while(++a<c){i=s[a],i.y0=n,i.y1=o;i.x0=t,i.x1=t+=i.value*l}}function partition(){var e=1,t=1,n=0,r=false;function partition(o){var s=o.height+1;o.x0=o.y0=n;o.x1=e;o.y1=t/s;o.eachBefore(positionNode(t,s));if(r)o.eachBefore(roundNode);return o}function positionNode(e,t){return function(r){if(r.children){treemapDice(r,r.x0,e*(r.depth+1)/t,r.x1,e*(r.depth+2)/t)}var o=r.x0,s=r.y0,i=r.x1-n,a=r.y1-n;if(i<o)o=i=(o+i)/2;if(a<s)s=a=(s+a)/2;r.x0=o;r.y0=s;r.x1=i;r.y1=a}}partition.round=function(e){return arguments.length?(r=!!e,partition):r};partition.size=function(n){return arguments.length?(e=+n[0],t=+n[1],partition):[e,t]};partition.padding=function(e){return arguments.length?(n=+e,partition):n};return partition}var B={depth:-1},S={},O={};function defaultId(e){return e.id}function defaultParentId(e){return e.parentId}function stratify(){var e=defaultId,t=defaultParentId,n;function stratify(r){var o=Array.from(r),s=e,i=t,a,c,l,u,d,h,f,p,m=new Map;if(n!=null){const e=o.map((e,t)=>normalize(n(e,t,r)));const t=e.map(parentof);const a=new Set(e).add(\"\");for(const n of t){if(!a.has(n)){a.add(n);e.push(n);t.push(parentof(n));o.push(O)}}s=(t,n)=>e[n];i=(e,n)=>t[n]}for(l=0,a=o.length;l<a;++l){c=o[l],h=o[l]=new Node$1(c);if((f=s(c,l,r))!=null&&(f+=\"\")){p=h.id=f;m.set(p,m.has(p)?S:h)}if((f=i(c,l,r))!=null&&(f+=\"\")){h.parent=f}}for(l=0;l<a;++l){h=o[l];if(f=h.parent){d=m.get(f);if(!d)throw new Error(\"missing: \"+f);if(d===S)throw new Error(\"ambiguous: \"+f);if(d.children)d.children.push(h);else d.children=[h];h.parent=d}else{if(u)throw new Error(\"multiple roots\");u=h}}if(!u)throw new Error(\"no root\");if(n!=null){while(u.data===O&&u.children.length===1){u=u.children[0],--a}for(let e=o.length-1;e>=0;--e){h=o[e];if(h.data!==O)break;h.data=null}}u.parent=B;u.eachBefore(function(e){e.depth=e.parent.depth+1;--a}).eachBefore(computeHeight);u.parent=null;if(a>0)throw new Error(\"cycle\");return u}stratify.id=function(t){return arguments.length?(e=optional(t),stratify):e};stratify.parentId=function(e){return arguments.length?(t=optional(e),stratify):t};stratify.path=function(e){return arguments.length?(n=optional(e),stratify):n};return stratify}function normalize(e){e=`${e}`;let t=e.length;if(slash(e,t-1)&&!slash(e,t-2))e=e.slice(0,-1);return e[0]===\"/\"?e:`/${e}`}function parentof(e){let t=e.length;if(t<2)return\"\";while(--t>1)if(slash(e,t))break;return e.slice(0,t)}function slash(e,t){if(e[t]===\"/\"){let n=0;while(t>0&&e[--t]===\"\\\\\")++n;if((n&1)===0)return true}return false}function defaultSeparation(e,t){return e.parent===t.parent?1:2}function nextLeft(e){var t=e.children;return t?t[0]:e.t}function nextRight(e){var t=e.children;return t?t[t.length-1]:e.t}function moveSubtree(e,t,n){var r=n/(t.i-e.i);t.c-=r;t.s+=n;e.c+=r;t.z+=n;t.m+=n}function executeShifts(e){var t=0,n=0,r=e.children,o=r.length,s;while(--o>=0){s=r[o];s.z+=t;s.m+=t;t+=s.s+(n+=s.c)}}function nextAncestor(e,t,n){return e.a.parent===t.parent?e.a:n}function TreeNode(e,t){this._=e;this.parent=null;this.children=null;this.A=null;this.a=this;this.z=0;this.m=0;this.c=0;this.s=0;this.t=null;this.i=t}TreeNode.prototype=Object.create(Node$1.prototype);function treeRoot(e){var t=new TreeNode(e,0),n,r=[t],o,s,i,a;while(n=r.pop()){if(s=n._.children){n.children=new Array(a=s.length);for(i=a-1;i>=0;--i){r.push(o=n.children[i]=new TreeNode(s[i],i));o.parent=n}}}(t.parent=new TreeNode(null,0)).children=[t];return t}function tree(){var e=defaultSeparation,t=1,n=1,r=null;function tree(o){var s=treeRoot(o);s.eachAfter(firstWalk),s.parent.m=-s.z;s.eachBefore(secondWalk);if(r)o.eachBefore(sizeNode);else{var i=o,a=o,c=o;o.eachBefore(function(e){if(e.x<i.x)i=e;if(e.x>a.x)a=e;if(e.depth>c.depth)c=e});var l=i===a?1:e(i,a)/2,u=l-i.x,d=t/(a.x+l+u),h=n/(c.depth||1);o.eachBefore(function(e){e.x=(e.x+u)*d;e.y=e.depth*h})}return o}function firstWalk(t){var n=t.children,r=t.parent.children,o=t.i?r[t.i-1]:null;if(n){executeShifts(t);var s=(n[0].z+n[n.length-1].z)/2;if(o){t.z=o.z+e(t._,o._);t.m=t.z-s}else{t.z=s}}else if(o){t.z=o.z+e(t._,o._)}t.parent.A=apportion(t,o,t.parent.A||r[0])}function secondWalk(e){e._.x=e.z+e.parent.m;e.m+=e.parent.m}function apportion(t,n,r){if(n){var o=t,s=t,i=n,a=o.parent.children[0],c=o.m,l=s.m,u=i.m,d=a.m,h;while(i=nextRight(i),o=nextLeft(o),i&&o){a=nextLeft(a);s=nextRight(s);s.a=t;h=i.z+u-o.z-c+e(i._,o._);if(h>0){moveSubtree(nextAncestor(i,t,r),t,h);c+=h;l+=h}u+=i.m;c+=o.m;d+=a.m;l+=s.m}if(i&&!nextRight(s)){s.t=i;s.m+=u-l}if(o&&!nextLeft(a)){a.t=o;a.m+=c-d;r=t}}return r}function sizeNode(e){e.x*=t;e.y=e.depth*n}tree.separation=function(t){return arguments.length?(e=t,tree):e};tree.size=function(e){return arguments.length?(r=false,t=+e[0],n=+e[1],tree):r?null:[t,n]};tree.nodeSize=function(e){return arguments.length?(r=true,t=+e[0],n=+e[1],tree):r?[t,n]:null};return tree}function treemapSlice(e,t,n,r,o){var s=e.children,i,a=-1,c=s.length,l=e.value&&(o-n)/e.value;while(++a<c){i=s[a],i.x0=t,i.x1=r;i.y0=n,i.y1=n+=i.value*l}}var A=(1+Math.sqrt(5))/2;function squarifyRatio(e,t,n,r,o,s){var i=[],a=t.children,c,l,u=0,d=0,h=a.length,f,p,m=t.value,g,y,w,v,x,b,_;while(u<h){f=o-n,p=s-r;do{g=a[d++].value}while(!g&&d<h);y=w=g;b=Math.max(p/f,f/p)/(m*e);_=g*g*b;x=Math.max(w/_,_/y);for(;d<h;++d){g+=l=a[d].value;if(l<y)y=l;if(l>w)w=l;_=g*g*b;v=Math.max(w/_,_/y);if(v>x){g-=l;break}x=v}i.push(c={value:g,dice:f<p,children:a.slice(u,d)});if(c.dice)treemapDice(c,n,r,o,m?r+=p*g/m:s);else treemapSlice(c,n,r,m?n+=f*g/m:o,s);m-=g,u=d}return i}var z=function custom(e){function squarify(t,n,r,o,s){squarifyRatio(e,t,n,r,o,s)}squarify.ratio=function(e){return custom((e=+e)>1?e:1)};return squarify}(A);function index(){var e=z,t=false,n=1,r=1,o=[0],s=constantZero,i=constantZero,a=constantZero,c=constantZero,l=constantZero;function treemap(e){e.x0=e.y0=0;e.x1=n;e.y1=r;e.eachBefore(positionNode);o=[0];if(t)e.eachBefore(roundNode);return e}function positionNode(t){var n=o[t.depth],r=t.x0+n,u=t.y0+n,d=t.x1-n,h=t.y1-n;if(d<r)r=d=(r+d)/2;if(h<u)u=h=(u+h)/2;t.x0=r;t.y0=u;t.x1=d;t.y1=h;if(t.children){n=o[t.depth+1]=s(t)/2;r+=l(t)-n;u+=i(t)-n;d-=a(t)-n;h-=c(t)-n;if(d<r)r=d=(r+d)/2;if(h<u)u=h=(u+h)/2;e(t,r,u,d,h)}}treemap.round=function(e){return arguments.length?(t=!!e,treemap):t};treemap.size=function(e){return arguments.length?(n=+e[0],r=+e[1],treemap):[n,r]};treemap.tile=function(t){return arguments.length?(e=required(t),treemap):e};treemap.padding=function(e){return arguments.length?treemap.paddingInner(e).paddingOuter(e):treemap.paddingInner()};treemap.paddingInner=function(e){return arguments.length?(s=typeof e===\"function\"?e:constant(+e),treemap):s};treemap.paddingOuter=function(e){return arguments.length?treemap.paddingTop(e).paddingRight(e).paddingBottom(e).paddingLeft(e):treemap.paddingTop()};treemap.paddingTop=function(e){return arguments.length?(i=typeof e===\"function\"?e:constant(+e),treemap):i};treemap.paddingRight=function(e){return arguments.length?(a=typeof e===\"function\"?e:constant(+e),treemap):a};treemap.paddingBottom=function(e){return arguments.length?(c=typeof e===\"function\"?e:constant(+e),treemap):c};treemap.paddingLeft=function(e){return arguments.length?(l=typeof e===\"function\"?e:constant(+e),treemap):l};return treemap}function binary(e,t,n,r,o){var s=e.children,i,a=s.length,c,l=new Array(a+1);for(l[0]=c=i=0;i<a;++i){l[i+1]=c+=s[i].value}partition(0,a,e.value,t,n,r,o);function partition(e,t,n,r,o,i,a){if(e>=t-1){var c=s[e];c.x0=r,c.y0=o;c.x1=i,c.y1=a;return}var u=l[e],d=n/2+u,h=e+1,f=t-1;while(h<f){var p=h+f>>>1;if(l[p]<d)h=p+1;else f=p}if(d-l[h-1]<l[h]-d&&e+1<h)--h;var m=l[h]-u,g=n-m;if(i-r>a-o){var y=n?(r*g+i*m)/n:i;partition(e,h,m,r,o,y,a);partition(h,t,g,y,o,i,a)}else{var w=n?(o*g+a*m)/n:a;partition(e,h,m,r,o,i,w);partition(h,t,g,r,w,i,a)}}}function sliceDice(e,t,n,r,o){(e.depth&1?treemapSlice:treemapDice)(e,t,n,r,o)}var C=function custom(e){function resquarify(t,n,r,o,s){if((i=t._squarify)&&i.ratio===e){var i,a,c,l,u=-1,d,h=i.length,f=t.value;while(++u<h){a=i[u],c=a.children;for(l=a.value=0,d=c.length;l<d;++l)a.value+=c[l].value;if(a.dice)treemapDice(a,n,r,o,f?r+=(s-r)*a.value/f:s);else treemapSlice(a,n,r,f?n+=(o-n)*a.value/f:o,s);f-=a.value}}else{t._squarify=i=squarifyRatio(e,t,n,r,o,s);i.ratio=e}}resquarify.ratio=function(e){return custom((e=+e)>1?e:1)};return resquarify}(A);const M=700;const N=150;const q=20;function placeTiles(e,t,n){const r=tilesOf(e);const o=hierarchy({name:\"\",bytes:0,paths:e.found.length,kind:\"rest\",children:r},({children:e})=>e).sum(({children:e,bytes:t})=>e===undefined?t:0).sort((e,t)=>(t.value??0)-(e.value??0));return index().tile(z).size([t,n]).paddingInner(1).paddingOuter(2).paddingTop(e=>e.depth===1?q:0).round(true)(o)}function tilesOf(e){const{model:t,found:n,state:r}=e;const{own:o}=t.sizes(r.weighed);const weigh=e=>e.reduce((e,t)=>e+(o[t]??0),0);const s=n.filter(e=>(o[e]??0)>0).toSorted((e,t)=>(o[t]??0)-(o[e]??0)||e-t);const i=new Set(s.slice(0,M));const a=[...Map.groupBy(s,t=>groupName(e,t))].map(([e,t])=>({name:e,paths:t,bytes:weigh(t)})).toSorted((e,t)=>t.bytes-e.bytes);const c=a.slice(0,N).map(({name:t,paths:n,bytes:r})=>{const s=n.filter(e=>!i.has(e));const a=n.filter(e=>i.has(e)).map(t=>tileOf(e,t,o[t]??0));return{name:t,bytes:r,paths:n.length,kind:\"rest\",children:s.length===0?a:[...a,restTile(s.length,weigh(s))]}});const l=a.slice(N).flatMap(({paths:e})=>e);if(l.length===0)return c;const u=weigh(l);return[...c,{name:`${formatCount(a.length-N)} more`,bytes:u,paths:l.length,kind:\"rest\",children:[restTile(l.length,u)]}]}function tileOf({model:e},t,n){return{name:pathTitle(e,t),bytes:n,paths:1,path:t,kind:e.isShipped(t)?\"shipped\":\"base\"}}function restTile(e,t){return{name:formatNumberOf(e,\"smaller path\"),bytes:t,paths:e,kind:\"rest\"}}function groupName({model:e,state:t},n){if(t.grouping===\"package\")return e.packages[n]?.name??\"\";const r=e.layerOf[n];if(r===undefined)return\"In the base\";return t.grouping===\"layer\"?`Layer ${r+1} (${formatBytes(e.data.layers[r]?.size??0)} compressed)`:\"Shipped\"}const E=440;const R=6.4;const L=7.8;const T={ArrowLeft:\"left\",ArrowRight:\"right\",ArrowUp:\"up\",ArrowDown:\"down\"};function treemapView(e,t){const n=placeTiles(e,t,E);const r=n.leaves().filter(({depth:e})=>e>1);if(r.length===0)return dom_element(\"p\",{},[\"Nothing to show: no path was found, or none that counts.\"]);const o=r.map(t=>tileShape(e,t));const s=(n.children??[]).map(groupShape);const i=\"Treemap: areas are bytes. Arrow keys go from tile to tile, Enter selects. The table below has the same paths.\";const a=svgElement(\"svg\",{viewBox:`0 0 ${t} ${E}`,width:t,height:E,role:\"group\",\"aria-label\":i},[...s,...o]);let c=Math.max(0,r.findIndex(({data:t})=>t.path!==undefined&&t.path===e.selected));o[c]?.setAttribute(\"tabindex\",\"0\");a.addEventListener(\"keydown\",t=>{const n=T[t.key];const s=r[c];if(s===undefined)return;if(t.key===\"Enter\"||t.key===\" \")view_select(e,s.data.path);else if(n===undefined)return;else{o[c]?.setAttribute(\"tabindex\",\"-1\");c=nearestTile(r,c,n);o[c]?.setAttribute(\"tabindex\",\"0\");o[c]?.focus()}t.preventDefault()});return a}function groupShape({data:e,x0:t,y0:n,x1:r,y1:o}){const[s,i]=[r-t,o-n];const a=`${e.name}, ${formatBytes(e.bytes)}`;return svgElement(\"g\",{class:\"heap\",transform:`translate(${t} ${n})`,\"aria-hidden\":\"true\"},[svgElement(\"rect\",{width:s,height:i}),...s<40?[]:[svgElement(\"text\",{x:4,y:14},[fitting(a,s,L)])]])}function tileShape(e,{data:t,x0:n,y0:r,x1:o,y1:s}){const{path:i,name:a,bytes:c,kind:l}=t;const[u,d]=[o-n,s-r];const h=`${a}, ${formatBytes(c)}${i===undefined?\"\":`, ${placeOfPath(e.model,i)}`}`;const f=i!==undefined&&e.model.fresh.has(i);const p={class:`tile ${l}${f?\" new\":\"\"}`,\"data-path\":i,transform:`translate(${n} ${r})`,role:i===undefined?\"img\":\"button\",tabindex:-1};const m=svgElement(\"g\",p,[svgElement(\"title\",{},[h]),svgElement(\"rect\",{width:u,height:d}),...textsOf([a,formatBytes(c)],u,d)]);if(i!==undefined)m.addEventListener(\"click\",()=>view_select(e,i));return m}function textsOf(e,t,n){if(t<34)return[];const r=e.slice(0,Math.max(0,Math.floor((n-2)/14)));const o=r.findIndex(e=>fitting(e,t)!==e);return r.slice(0,o<0?r.length:o+1).map((e,n)=>svgElement(\"text\",{x:3,y:12+n*14},[fitting(e,t)]))}function fitting(e,t,n=R){const r=Math.floor((t-6)/n);return e.length<=r?e:`${e.slice(0,Math.max(1,r-1))}…`}const P=[[\"Own\",\"the files of the path, as Nix counts them: the bytes of its NAR.\"],[\"Closure\",\"its own bytes, and those of all that it needs.\"],[\"Retained\",\"what would go with it: its own bytes, and those of all that nothing else keeps.\"],[\"Sent again\",\"compressed bytes of the layers that a next release sends if this path changes, because Nix builds all that needs it again.\"]];class Explorer{#s;#o;#i=new Map;#a;#c=dom_element(\"p\",{id:\"status\",role:\"status\"});#l=dom_element(\"div\");#u=dom_element(\"div\",{id:\"drawing\"});#d=dom_element(\"div\");#h=dom_element(\"aside\",{id:\"detail\",\"aria-label\":\"The path that is selected\"});#f=dom_element(\"div\");#p;constructor(e){this.#s=e;this.#o=e.platforms.map(({arch:e})=>e);this.#p=readState(location.hash,this.#o);this.#a=new Controls(e,e=>this.#m(e))}start(e){const t=dom_element(\"dl\",{class:\"terms\"},P.flatMap(([e,t])=>[dom_element(\"dt\",{},[e]),dom_element(\"dd\",{},[t])]));e.replaceChildren(section(\"overview\",\"Overview\",[this.#l]),this.#a.form,this.#c,dom_element(\"div\",{class:\"columns\"},[dom_element(\"div\",{},[section(\"treemap\",\"Treemap\",[legend(this.#s),this.#u]),section(\"paths\",\"Store paths\",[t,this.#d])]),this.#h]),this.#f);this.#g(undefined);const follow=()=>{const e=this.#p;this.#p=readState(location.hash,this.#o);this.#g(e)};addEventListener(\"popstate\",follow);addEventListener(\"hashchange\",follow);let n=this.#u.clientWidth;addEventListener(\"resize\",()=>{if(this.#u.clientWidth===n)return;n=this.#u.clientWidth;this.#y(this.#w());this.#v(this.#w().selected)});addEventListener(\"keydown\",({key:e})=>{if(e===\"Escape\"&&this.#p.path!==\"\")this.#m({path:\"\"})})}#m(e){const t=this.#p;this.#p={...t,...e};const n=`#${writeState(this.#p,this.#o)}`;if(e.path===undefined)history.replaceState(null,\"\",n);else history.pushState(null,\"\",n);this.#g(t)}#g(e){const t=this.#w();const{state:n}=t;const differs=(...t)=>e===undefined||t.some(t=>n[t]!==e[t]);this.#a.show(n);if(differs(\"arch\")){this.#l.replaceChildren(figuresView(t));this.#f.replaceChildren(...sectionsView(t))}if(differs(\"arch\",\"query\",\"shown\",\"weighed\"))this.#c.textContent=statusOf(t);if(differs(\"arch\",\"query\",\"shown\",\"weighed\",\"grouping\"))this.#y(t);if(differs(\"arch\",\"query\",\"shown\",\"weighed\",\"sort\",\"descending\"))this.#x(t);this.#v(t.selected);if(differs(\"arch\",\"path\",\"weighed\"))this.#b(t,e)}#y(e){this.#u.replaceChildren(treemapView(e,Math.max(280,this.#u.clientWidth)))}#x(e){const{activeElement:t}=document;const n=t!==null&&this.#d.contains(t)?t.id:\"\";this.#d.replaceChildren(tableView(e));if(n!==\"\")document.getElementById(n)?.focus()}#v(e){for(const e of this.#u.querySelectorAll(\".selected\"))e.classList.remove(\"selected\");for(const e of this.#d.querySelectorAll(\"[aria-current]\"))e.removeAttribute(\"aria-current\");if(e===undefined)return;this.#u.querySelector(`[data-path=\"${e}\"]`)?.classList.add(\"selected\");this.#d.querySelector(`[data-path=\"${e}\"]`)?.setAttribute(\"aria-current\",\"true\")}#b(e,t){const{selected:n,state:r}=e;if(n!==undefined)this.#h.replaceChildren(detailView(e,n));else this.#h.replaceChildren(dom_element(\"p\",{},[r.path===\"\"?\"Select a path to see why it is there.\":`${r.path} is not in this platform's closure.`]));if(t===undefined||r.path===t.path)return;if(n!==undefined)document.getElementById(\"detail-title\")?.focus();else document.getElementById(\"query\")?.focus()}#w(){const e=this.#_();const t=this.#p;const n=findPaths(e,t.shown,t.query);const r=t.path===\"\"?-1:e.data.names.indexOf(t.path);return{data:this.#s,model:e,state:t,found:n,selected:r<0?undefined:r,change:e=>this.#m(e)}}#_(){const{arch:e}=this.#p;const t=this.#i.get(e);if(t!==undefined)return t;const n=this.#s.platforms.find(t=>t.arch===e);if(n===undefined)throw new TypeError(\"The page has no platform.\");const r=new PlatformModel(n);this.#i.set(e,r);return r}}function statusOf({model:e,found:t,state:n}){const{own:r}=e.sizes(n.weighed);const o=t.reduce((e,t)=>e+(r[t]??0),0);return`${formatCount(t.length)} of ${formatCount(e.count)} paths, ${formatBytes(o)}${n.weighed===\"shipped\"?\" shipped\":\"\"}`}function legend({platforms:e}){const t=e.some(({since:e})=>e!==undefined);const n=[[\"shipped\",\"shipped\"],[\"base\",\"in the base\"],...t?[[\"new\",\"new since the last release (thick edge)\"]]:[]];return dom_element(\"ul\",{class:\"legend\"},n.map(([e=\"\",t=\"\"])=>dom_element(\"li\",{},[dom_element(\"span\",{class:`swatch ${e}`}),t])))}async function readData(){const{data:e}=JSON.parse(document.getElementById(\"data\")?.textContent??\"{}\");const t=Uint8Array.from(atob(e),e=>e.charCodeAt(0));const n=await new Response(new Blob([t]).stream().pipeThrough(new DecompressionStream(\"deflate\"))).text();return JSON.parse(n)}async function start(){const e=document.getElementById(\"main\");if(e===null)return;try{new Explorer(await readData()).start(e)}catch(t){e.replaceChildren(dom_element(\"p\",{role:\"alert\"},[`This page could not be drawn; a newer browser may help. ${String(t)}`]));throw t}}void start();})();";
const PAGE_STYLE = ":root { --ink: #1b1f24; --soft: #57606a; --paper: #fff; --line: #d0d7de; --pane: #f6f8fa; --link: #0550ae; --shipped: #a9d1ff; --base: #dfe3e8; --rest: #eef1f4; --tile: #1b1f24; --new: #9a3412; --pick: #8250df; }\n@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa4af; --paper: #0d1117; --line: #3d444d; --pane: #161b22; --link: #79b8ff; --shipped: #1f4f86; --base: #3a424c; --rest: #272e36; --tile: #f0f6fc; --new: #ffa657; --pick: #d2a8ff; } }\n* { box-sizing: border-box; }\nbody { margin: 0 auto; max-width: 1500px; padding: 1rem 1.25rem 3rem; font: 15px/1.5 system-ui, \"Liberation Sans\", sans-serif; color: var(--ink); background: var(--paper); }\nh1 { font-size: 1.6rem; margin: 0 0 .5rem; overflow-wrap: anywhere; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }\ncode { font: .85em ui-monospace, \"Liberation Mono\", monospace; overflow-wrap: anywhere; }\nbutton, input, select { font: inherit; color: inherit; }\nbutton { background: none; border: 0; padding: 0; color: var(--link); text-align: inherit; cursor: pointer; text-decoration: underline; overflow-wrap: anywhere; }\n:focus-visible { outline: 3px solid var(--pick); outline-offset: 1px; }\ninput[type=search], select { background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: .25rem .4rem; }\n.controls { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; padding: .75rem; background: var(--pane); border: 1px solid var(--line); border-radius: 6px; position: sticky; top: 0; z-index: 1; }\n.controls label { display: flex; flex-direction: column; font-size: .85rem; } .controls fieldset { display: flex; gap: .75rem; border: 0; margin: 0; padding: 0; font-size: .85rem; } .controls fieldset label { flex-direction: row; gap: .3rem; align-items: center; }\n.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .5rem 1.5rem; margin: 0; } .facts dt, .terms dt { color: var(--soft); font-size: .85rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }\n.terms { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: 0 0 .75rem; font-size: .85rem; } .terms dd { margin: 0; }\n.columns { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 0 1.5rem; align-items: start; }\n#detail { position: sticky; top: 5.5rem; max-height: calc(100vh - 6.5rem); overflow: auto; padding: 0 1rem 1rem; background: var(--pane); border: 1px solid var(--line); border-radius: 6px; margin-top: 1.5rem; } #detail ol, #detail ul { margin: .25rem 0; padding-left: 1.4rem; }\n@media (max-width: 900px) { .columns { grid-template-columns: minmax(0, 1fr); } #detail { position: static; max-height: none; } .controls { position: static; } }\n.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; } caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }\nth, td { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; } th { font-weight: 500; } thead th { white-space: nowrap; } .paths tbody th { min-width: 9rem; } td { white-space: nowrap; } td.licence { white-space: normal; }\ntr[aria-current] { background: var(--pane); } tr[aria-current] th { font-weight: 700; }\n[aria-sort=ascending] button::after { content: \" \\25B2\"; } [aria-sort=descending] button::after { content: \" \\25BC\"; }\nsvg { display: block; max-width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--tile); pointer-events: none; } .heap rect { fill: var(--pane); stroke: var(--line); } .heap text { font-size: 12px; font-weight: 600; fill: var(--ink); }\n.tile.shipped rect { fill: var(--shipped); } .tile.base rect { fill: var(--base); } .tile.rest rect { fill: var(--rest); } .tile[role=button] { cursor: pointer; } .tile.new rect { stroke: var(--new); stroke-width: 3; } .tile.selected rect, .tile:focus-visible rect { stroke: var(--pick); stroke-width: 4; } .tile:focus-visible { outline: none; }\n.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; margin: 0 0 .5rem; font-size: .85rem; } .swatch { display: inline-block; width: .9em; height: .9em; margin-right: .4em; border: 1px solid var(--line); } .swatch.shipped { background: var(--shipped); } .swatch.base { background: var(--base); } .swatch.new { border: 3px solid var(--new); }\n@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --pane: #fff; --link: #000; --shipped: #cfe4ff; --base: #e4e7ea; --rest: #f2f2f2; --tile: #000; --new: #9a3412; --pick: #000; } .controls, .close, .scroll ~ button { display: none; } .columns { display: block; } #detail { position: static; max-height: none; overflow: visible; } .scroll { overflow: visible; } button { text-decoration: none; } tr, svg { break-inside: avoid; } * { print-color-adjust: exact; } }";

;// CONCATENATED MODULE: ./lib/explorer/html/explorer-page.js



/**
 * Writes a Feature's explorer: one page, which asks nobody for anything. Its policy allows this very script and this very style, and nothing else:
 * no request, no frame, no form. Names of packages are in the data alone.
 */
function explorerPage(data) {
    const { id, version } = data.feature;
    const title = `${id} ${version}`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(PAGE_SCRIPT)}'; style-src '${hashOf(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}: explorer</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1></header>
<main id="main"><p id="wait" role="status">Reading the store paths…</p></main>
<noscript><p>This page shows its data with a script of its own, and scripts are switched off here.</p></noscript>
<script type="application/json" id="data">${encodeData(data)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
/** As a policy names what it allows (CSP 3, 2.3.1). */
function hashOf(text) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
}
function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
/**
 * Writes the data as JSON that stands in a page. Most of it is hashes and numbers: deflated, and in the letters of base64, it takes about half of the
 * bytes, and no text of anybody's is left that a browser could take for markup.
 */
function encodeData(data) {
    const deflated = (0,external_node_zlib_.deflateSync)(JSON.stringify(data), { level: 9 }).toString('base64');
    return JSON.stringify({ encoding: 'deflate+base64', data: deflated }).replaceAll('<', String.raw `\u003c`);
}

;// CONCATENATED MODULE: ./lib/explorer/model/explorer-data.js
/** The page's name in a layout and in an artifact. */
const EXPLORER_FILE = 'explorer.html';

;// CONCATENATED MODULE: ./lib/layout/beside/layout-explorer.js






/** Writes a build's explorer.html into its layout. It is for readers: no release key covers it, and nobody publishes it. */
async function writeLayoutExplorer(folder, { feature, delivery, platforms }) {
    const data = composeData({ feature, platforms, delivery: (0,same_release/* deliveryOf */.A9)({ delivery, documents: platforms.map(({ document }) => document) }) });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, EXPLORER_FILE), explorerPage(data), { mode: 0o644 });
}

// EXTERNAL MODULE: ./lib/layout/beside/layout-tests.js
var layout_tests = __webpack_require__(82611);
// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/release/enforce-policy.js
var enforce_policy = __webpack_require__(99854);
// EXTERNAL MODULE: ./lib/release/sbom-referrers.js
var sbom_referrers = __webpack_require__(37413);
// EXTERNAL MODULE: ./lib/engine/find-engine.js
var find_engine = __webpack_require__(62606);
// EXTERNAL MODULE: ./lib/layout/feature-layer.js + 1 modules
var feature_layer = __webpack_require__(15174);
// EXTERNAL MODULE: ./lib/layout/fetch-layers.js
var fetch_layers = __webpack_require__(68165);
// EXTERNAL MODULE: ./lib/report/parts/tests.js
var tests = __webpack_require__(66514);
// EXTERNAL MODULE: ./lib/feature/environment/complete-metadata.js
var complete_metadata = __webpack_require__(75675);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
;// CONCATENATED MODULE: ./lib/test/checks/checks.js
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

;// CONCATENATED MODULE: ./lib/test/checks/cleanup-check.js

const LEFTOVER_TITLE = 'nothing temporary is left behind';
const HOME_TITLE = "files in the user's home are the user's";
/** Where a Feature lies while it is installed, and where nothing else may stay. */
const LIST_TEMPORARY = `for each in /tmp/* /tmp/.[!.]* /var/tmp/* /var/tmp/.[!.]* /nix/.nix-feature-staging*; do
  [ -e "$each" ] || [ -L "$each" ] || continue
  printf '%s\\n' "$each"
done
:`;
const NO_FIND = 77;
const LIST_FOREIGN = `command -v find >/dev/null || exit ${NO_FIND}
[ -d "$1" ] || exit 0
exec find "$1" -xdev ! -user "$2" -print`;
/** Asks what is temporary: before an install and afterwards. */
const temporaryQuestion = { argv: ['/bin/sh', '-c', LIST_TEMPORARY] };
function judgeLeftovers(before, after) {
    const there = new Set(before.lines);
    return judged(LEFTOVER_TITLE, after.lines.filter((file) => !there.has(file)).map((file) => `${file} stays`));
}
/** Asks what of somebody's home is not theirs, before an install and afterwards: what root leaves there they can neither change nor remove. */
function foreignQuestion({ id, home }) {
    if (id === '0' || home === '/')
        return { argv: ['/bin/sh', '-c', ':'] };
    return { argv: ['/bin/sh', '-c', LIST_FOREIGN, 'sh', home, id] };
}
function judgeHome(user, before, after) {
    if (before.exitCode === NO_FIND || after.exitCode === NO_FIND)
        return skipped(HOME_TITLE, 'the base has no "find"');
    const there = new Set(before.lines);
    return judged(HOME_TITLE, after.lines.filter((file) => !there.has(file)).map((file) => `${file} is not ${user.name}'s`));
}

// EXTERNAL MODULE: ./lib/feature/environment/env-file.js
var env_file = __webpack_require__(19194);
// EXTERNAL MODULE: ./lib/feature/environment/option-environment.js
var option_environment = __webpack_require__(32511);
;// CONCATENATED MODULE: ./lib/test/container/tool-files.js


/** Where the dev container tools put Features while they install them. */
const FEATURES_FOLDER = '/tmp/dev-container-features';
/** Returns what every Feature gets besides its options, as a file in {@link FEATURES_FOLDER}. */
function builtinFile({ container, remote }) {
    const lines = [`_CONTAINER_USER=${container.name}`, `_REMOTE_USER=${remote.name}`, `_CONTAINER_USER_HOME=${container.home}`, `_REMOTE_USER_HOME=${remote.home}`];
    return { name: 'devcontainer-features.builtin.env', bytes: lines.map((line) => `${line}\n`).join('') };
}
/** The script that the tools start in a Feature's folder. */
const WRAPPER = 'devcontainer-features-install.sh';
const WRAPPER_TEXT = `#!/bin/sh
set -e
set -a
. ../devcontainer-features.builtin.env
. ./devcontainer-features.env
set +a
chmod +x ./install.sh
./install.sh
`;
/**
 * Returns what the tools write into a Feature's folder: its options, unquoted as they do it, and the script that reads them.
 * @param metadata as JSON
 */
function toolFiles(metadata, given) {
    return [
        { name: 'devcontainer-features.env', bytes: (0,env_file/* envFile */.C)((0,option_environment/* optionValues */.ib)(metadata, given)) },
        { name: WRAPPER, bytes: WRAPPER_TEXT },
    ];
}

;// CONCATENATED MODULE: ./lib/test/checks/install.js


const INSTALL_TITLE = 'install.sh installs';
const AGAIN_TITLE = 'a second install changes nothing';
/** How an image build of the dev container tools runs it: in its folder, made executable, by root. */
const INSTALL = `chmod +x ./${WRAPPER} && exec ./${WRAPPER} 2>&1`;
/**
 * Runs install.sh as the dev container tools do, with the options in the file that they write.
 * @param folder of the Feature, in the container
 */
async function install(session, folder, onLine) {
    return session.attempt(['/bin/sh', '-c', INSTALL], { user: '0', folder }, onLine);
}
/** What no install is to blame for: the kernel's files, temporary ones, and what Nix notes while it is asked. */
const NOT_COUNTED = ['/proc', '/sys', '/dev', '/run', '/tmp', '/var/tmp', '/var/log', '/var/cache', '/nix/var/nix/db', '/nix/var/nix/temproots'];
const MARKER = '/tmp/nix-feature-marker';
const LIST_FILES = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -print`;
const LIST_NEWER = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -newer ${MARKER} -print`;
/** Locks are opened to be held, and are no content. */
const IS_LOCK = /(?:^|[./-])(?:gc\.)?lock$/;
const HAS_FIND = { argv: ['/bin/sh', '-c', 'command -v find'] };
const FILES = { argv: ['/bin/sh', '-c', LIST_FILES] };
const NEWER = { argv: ['/bin/sh', '-c', LIST_NEWER] };
// A marker of the same tick as what comes after it would hide it.
const MARK = { argv: ['/bin/sh', '-c', `: > ${MARKER}; sleep 1 2>/dev/null; :`] };
/** Looks which files are there, and runs install.sh again. @throws CommandError if nothing can be written to /tmp */
async function installAgain(session, again) {
    const [find, before, mark] = await session.ask([HAS_FIND, FILES, MARK]);
    await session.good(MARK, mark);
    const { exitCode, lines } = await again();
    if (exitCode !== 0)
        return judgedAlready({ ...judged(AGAIN_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) });
    if (find.exitCode !== 0)
        return judgedAlready(judged(AGAIN_TITLE, [], 'files were not compared: the base has no "find"'));
    return { questions: [FILES, NEWER], judge: ([after, newer]) => judgeAgain(filesOf(before), filesOf(after), filesOf(newer)) };
}
function judgedAlready(result) {
    return { questions: [], judge: () => result };
}
function filesOf(answer) {
    return (answer?.lines ?? []).filter((file) => !IS_LOCK.test(file));
}
function judgeAgain(listed, after, newer) {
    const [before, there] = [new Set(listed), new Set(after)];
    return judged(AGAIN_TITLE, [
        ...after.filter((file) => !before.has(file)).map((file) => `${file} came`),
        ...[...before].filter((file) => !there.has(file)).map((file) => `${file} went`),
        ...newer.filter((file) => before.has(file)).map((file) => `${file} was written again`),
    ]);
}

;// CONCATENATED MODULE: ./lib/test/checks/elf.js
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
/** Returns the loader's name, if the bytes at hand hold it. */
function loaderIn(head, { offset, size }) {
    return offset + size <= head.length ? textBeforeZero(head.subarray(offset, offset + size)) : undefined;
}
function textBeforeZero(bytes) {
    const zero = bytes.indexOf(0);
    return bytes.subarray(0, zero < 0 ? bytes.length : zero).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/test/checks/library-check.js



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
  [ -x "$1" ] || { shift 2; continue; }
  said=$("$1" --list "$2" 2>&1)
  code=$?
  printf '%s\\n' "$said" | { while IFS= read -r line; do case $line in *'not found'* | *'annot open shared'* | *'rror loading shared'*) printf '%s\\t%s\\n' "$2" "$line"; code=0 ;; esac; done
    [ $code = 0 ] || printf '%s\\tits loader fails with %s: %s\\n' "$2" "$code" "$said" | head -n 1; }
  shift 2
done
:`;
/** Asks what stands at the beginning of each tool, and of what it wraps. To be asked as the user. */
function headsQuestion(tools) {
    return { argv: ['/bin/sh', '-c', READ_HEADS, 'sh', ...tools] };
}
/**
 * Checks that the loader finds what each program is linked to, and that the interpreter of each script exists.
 * @param heads the answer to {@link headsQuestion}
 */
async function checkLibraries(session, user, heads) {
    const interpreters = await withInterpreter(session, user, runnablesOf(heads));
    if (interpreters.length === 0)
        return judged(LIBRARY_TITLE, [], (0,format/* formatNumberOf */.Of)(0, 'dynamic program'));
    const wanted = [...new Set(interpreters.map(([, interpreter]) => interpreter))];
    const dynamic = interpreters.filter(([{ program }]) => program.kind === 'dynamic');
    const existing = { argv: ['/bin/sh', '-c', EXISTING, 'sh', ...wanted] };
    const loading = { argv: ['/bin/sh', '-c', library_check_LIST, 'sh', ...dynamic.flatMap(([{ file }, loader]) => [loader, file])] };
    const as = session.as(user);
    const [found, loaded] = await session.ask([existing, loading], as);
    const there = new Set(await session.good(existing, found, as));
    const unresolved = await session.good(loading, loaded, as);
    const missing = interpreters.filter(([, interpreter]) => !there.has(interpreter)).map(([{ file }, interpreter]) => `${file} is run by ${interpreter}, which does not exist`);
    const faults = [...missing, ...unresolved.map((line) => line.replace(/\t\s*/, ': '))];
    return judged(LIBRARY_TITLE, faults, (0,format/* formatNumberOf */.Of)(dynamic.filter(([, loader]) => there.has(loader)).length, 'dynamic program'));
}
function runnablesOf(heads) {
    const found = new Map();
    for (const line of heads) {
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

;// CONCATENATED MODULE: ./lib/test/checks/store-check.js


const STORE_TITLE = 'every added path verified by Nix';
const VERIFY = `PATH=$PATH:/nix/var/nix/profiles/default/bin:/root/.nix-profile/bin
command -v nix-store >/dev/null || exit 77
[ "$(cat "$1" 2>/dev/null)" != no ] || exit 78
# Past a daemon, and without the build users that an unconfigured Nix would look for.
export NIX_REMOTE=local NIX_CONFIG='build-users-group ='
exec xargs nix-store --verify-path`;
/** Asks Nix, if the base has it, what it says of each path that was added. */
function verifyQuestion({ closure, feature }) {
    const added = addedOf(closure);
    if (added.length === 0)
        return { argv: ['/bin/sh', '-c', ':'] };
    return { argv: ['/bin/sh', '-c', VERIFY, 'sh', `/var/lib/nix-feature/${feature.id}/registered`], input: added.map(({ path }) => `${path}\n`).join('') };
}
/** Checks that Nix finds each path that was added as it was built. */
function judgeStore({ closure }, { exitCode, stderr }) {
    const added = addedOf(closure);
    if (added.length === 0)
        return passed(STORE_TITLE, 'nothing was added');
    if (exitCode === 77)
        return skipped(STORE_TITLE, 'the base has no Nix');
    if (exitCode === 78)
        return skipped(STORE_TITLE, "nothing was registered in Nix's database");
    const said = stderr.trim().split('\n').filter((line) => line !== '');
    return judged(STORE_TITLE, exitCode === 0 ? [] : said.length > 0 ? said : [`nix-store ended with ${exitCode}`], (0,format/* formatNumberOf */.Of)(added.length, 'path'));
}
function addedOf(closure) {
    return closure.filter((entry) => entry.in === 'delta');
}
const LINK_TITLE = 'no dangling link in the output';
const DANGLING = `command -v find >/dev/null || exit 77
exec find "$1" -type l -exec /bin/sh -c 'for link do [ -e "$link" ] || printf "%s -> %s\\n" "$link" "$(readlink "$link")"; done' sh {} +`;
/** Asks which links lead nowhere. @param output the built store path */
function linksQuestion(output) {
    return { argv: ['/bin/sh', '-c', DANGLING, 'sh', output] };
}
function judgeLinks({ exitCode, lines, stderr }) {
    if (exitCode === 77)
        return skipped(LINK_TITLE, 'the base has no "find"');
    const faults = exitCode === 0 ? [] : [`find ended with ${exitCode}: ${stderr.trim().split('\n').at(-1) ?? ''}`];
    return judged(LINK_TITLE, [...faults, ...lines.map((line) => `${line} leads nowhere`)]);
}

;// CONCATENATED MODULE: ./lib/test/checks/path-check.js


const PATH_TITLE = 'programs on PATH in plain, login and interactive shells';
const MODES = [
    ['plain', []],
    ['login', ['-l']],
    ['interactive', ['-i']],
];
/** Marks our lines: a profile may print its own. */
const path_check_MARK = 'nix-feature-tool';
const FIND_TOOLS = `for folder do for tool in "$folder"/*; do [ -d "$tool" ] || { [ -e "$tool" ] || [ -L "$tool" ]; } && printf '%s\\n' "$tool"; done; done; :`;
const LOOK_UP = `for tool do printf '${path_check_MARK}\\t%s\\t%s\\n' "$tool" "$(command -v "$tool" 2>/dev/null)"; done`;
/** fish has a language of its own, and no name of the script before its arguments. */
const FISH_LOOK_UP = `for tool in $argv; printf '${path_check_MARK}\\t%s\\t%s\\n' $tool (command -v $tool 2>/dev/null); end`;
/** Looked at if the base has them; /bin/sh is there always. */
const MORE_SHELLS = ['bash', 'zsh', 'fish'];
/** Asks for the Feature's programs, by the names that PATH has them under. @param folders absolute, in the base */
function toolsQuestion(folders) {
    return { argv: ['/bin/sh', '-c', FIND_TOOLS, 'sh', ...folders] };
}
/** Asks which shells are there that a user may meet. */
const shellsQuestion = { argv: ['/bin/sh', '-c', `for shell in ${MORE_SHELLS.join(' ')}; do command -v $shell; done; :`] };
/** The programs of the Feature, and the shells that are to find them. */
class PathCheck {
    #tools;
    /** Each program, by its name. */
    #expected;
    #shells;
    /**
     * @param tools as {@link toolsQuestion} finds them
     * @param shells the answer to {@link shellsQuestion}
     */
    constructor(tools, shells) {
        this.#tools = tools;
        this.#expected = new Map(tools.map((tool) => [tool.slice(tool.lastIndexOf('/') + 1), tool]));
        this.#shells = ['/bin/sh', ...shells.lines.filter((line) => line.startsWith('/'))];
    }
    /** Asks each shell where it finds each program. To be asked as the user. */
    get questions() {
        if (this.#tools.length === 0)
            return [];
        return this.#runs().map(({ shell, flags }) => ({ argv: [shell, ...flags, ...lookUp(shell, [...this.#expected.keys()])] }));
    }
    /** Checks that every shell finds each program, and this Feature's first. @param answers to the questions */
    judge(user, answers) {
        const runs = this.#runs();
        const faults = answers.flatMap(({ lines }, index) => {
            const { shell = '', mode = '' } = runs[index] ?? {};
            return faultsOf(lines, this.#expected, user).map((fault) => `${fault} in a ${mode} ${shell.slice(shell.lastIndexOf('/') + 1)}`);
        });
        return judged(PATH_TITLE, faults, `${(0,format/* formatNumberOf */.Of)(this.#tools.length, 'program')}, ${(0,format/* formatNumberOf */.Of)(runs.length, 'shell')}`);
    }
    #runs() {
        return this.#shells.flatMap((shell) => MODES.map(([mode, flags]) => ({ shell, mode, flags })));
    }
}
/** Arguments of a shell that say for each program where it is found. */
function lookUp(shell, tools) {
    return shell.endsWith('/fish') ? ['-c', FISH_LOOK_UP, ...tools] : ['-c', LOOK_UP, 'sh', ...tools];
}
function faultsOf(lines, expected, user) {
    const found = new Map(lines.filter((line) => line.startsWith(`${path_check_MARK}\t`)).map((line) => line.split('\t').slice(1)));
    return [...expected].flatMap(([name, tool]) => {
        const place = found.get(name) ?? '';
        if (place === '')
            return [`${name} is not found`];
        // What has no slash is the shell's own: a builtin or an alias.
        const ours = !place.startsWith('/') || place === tool || place === `${user.home}/.local/bin/${name}`;
        return ours ? [] : [`${name} is ${place}, not the Feature's`];
    });
}

// EXTERNAL MODULE: ./lib/base/store-listing.js
var store_listing = __webpack_require__(14865);
;// CONCATENATED MODULE: ./lib/test/checks/required-check.js



const REQUIRED_TITLE = 'every required path is complete in the base';
/** Lists the paths that exist. ls complains about the others; the caller notices that they are missing. */
const required_check_LIST = `${store_listing/* PLAIN_LS */.j}; command -v xargs >/dev/null || exit 77; xargs ls -lnAR 2>/dev/null; :`;
/** Asks which files the paths have that the delta leaves to the base. To be asked before the install. */
function requiredQuestion({ closure }) {
    const required = requiredOf(closure);
    if (required.length === 0)
        return { argv: ['/bin/sh', '-c', ':'] };
    return { argv: ['/bin/sh', '-c', required_check_LIST], input: required.map(({ path }) => `${path}\n`).join('') };
}
/**
 * Checks that the base has each path that the delta requires of it, with files of the right names, kinds and sizes. This compares what was read
 * from the base's layers, or remembered, with the base itself.
 */
function judgeRequired({ closure }, { exitCode, lines }) {
    const required = requiredOf(closure);
    if (required.length === 0)
        return passed(REQUIRED_TITLE, 'nothing is required');
    if (exitCode === 77)
        return skipped(REQUIRED_TITLE, 'the base has no "xargs"');
    const listing = new store_listing/* StoreListing */.G();
    // Lines come as text: how many bytes a letter beyond ASCII has is not known any more, and so not the size.
    for (const line of lines)
        listing.line(/[^ -~\t]/.test(line) ? '' : line, /[^ -~\t]/.test(line));
    const { paths, narSizes } = listing.result();
    const faults = required.flatMap(({ path, narSize }) => {
        if (!paths.has(path))
            return [`${path} does not exist`];
        const found = narSizes.get(path) ?? narSize;
        return found === narSize ? [] : [`${path} is incomplete: its files have ${(0,format/* formatBytes */.z3)(found)} instead of ${(0,format/* formatBytes */.z3)(narSize)}`];
    });
    return judged(REQUIRED_TITLE, faults, (0,format/* formatNumberOf */.Of)(required.length, 'path'));
}
function requiredOf(closure) {
    return closure.filter((entry) => entry.in === 'base');
}

;// CONCATENATED MODULE: ./lib/test/failing-line.js
/** Shells that know what they run, and where (`set -x`, PS4 and LINENO of POSIX.1-2017, 2.5.3). Debian's dash knows no LINENO. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh']);
/**
 * Reads the script named by $0, traced. What stands before each line of a trace has a first character that is repeated for
 * subshells; only bash knows the file. It is set here because bash does not let root take it from the environment.
 */
const TRACE = `PS4='+nf:\${BASH_SOURCE-}:\${LINENO-}: '; set -x; . "$0"`;
const TRACED = /^\++nf:([^:]*):(\d*): (.*)$/;
/** Runs its arguments; a shell that is not bash is bash for that time, if there is one. */
const IN_BASH = 'case $1 in */bash | bash | */env) ;; *) ! command -v bash > /dev/null || { shift; set -- bash --posix "$@"; } ;; esac; exec "$@" 2>&1';
/**
 * Returns the command that runs a script of a shell once more, and says on standard output which lines it runs.
 * @param file the script as it is called, with a slash
 * @returns undefined if it is no script of a shell
 */
function traced(script, file) {
    const [, line = ''] = /^#!\s*(\S[^\n\r]*)/.exec(script.subarray(0, 256).toString('latin1')) ?? [];
    const words = line.trim().split(/\s+/);
    const shell = words[0]?.endsWith('/env') === true ? words[1] : words[0];
    if (shell === undefined || !SHELLS.has(shell.replace(/^.*\//, '')))
        return undefined;
    return ['/bin/sh', '-c', IN_BASH, 'sh', ...words, '-c', TRACE, file];
}
/**
 * Finds the line of a script that made it fail: the last one that it ran, or the first check of the test library that failed.
 * @param trace all that the script said while it was traced
 * @param file the script as it was called
 * @param said all that it said before, when it was not traced; if it says something else now, nobody knows why it failed then
 */
function failingLine(trace, file, said) {
    // Each shell has its own words for what it can't run.
    const ownWords = (lines) => lines.filter((line) => !TRACED.test(line) && !line.startsWith(`${file}: `));
    if (ownWords(trace).at(-1) !== ownWords(said).at(-1))
        return undefined;
    let last;
    for (const [, source, line, command = ''] of trace.map((each) => TRACED.exec(each) ?? [])) {
        if (command.startsWith("echo 'FAILED: ") && last !== undefined)
            return last;
        if (line !== undefined && line !== '' && (source === '' || source === file))
            last = Number(line);
    }
    return last;
}

// EXTERNAL MODULE: ./lib/engine/container-name.js
var container_name = __webpack_require__(95777);
// EXTERNAL MODULE: ./lib/engine/start-container.js + 1 modules
var start_container = __webpack_require__(47640);
// EXTERNAL MODULE: ./lib/feature/manifest/feature-manifest.js
var feature_manifest = __webpack_require__(85972);
// EXTERNAL MODULE: ./lib/feature/metadata/feature-reference.js
var feature_reference = __webpack_require__(72536);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
;// CONCATENATED MODULE: ./lib/test/container/dependencies.js








/**
 * Looks up the Features of `dependsOn`, and those that these depend on. A Feature that can't be fetched is named, and is no failure.
 * @param metadata of our Feature, as JSON
 * @param cleanup ends the connections
 * @throws CancelledError
 */
async function findDependencies(metadata, registries, cleanup) {
    const found = [];
    const missing = [];
    const seen = new Set();
    const visit = async (json) => {
        const dependsOn = JSON.parse((0,written_json/* membersOf */.lS)(json).get('dependsOn') ?? '{}');
        for (const [name, options] of Object.entries((0,json_field/* isObject */.Gv)(dependsOn) ? dependsOn : {})) {
            const key = JSON.stringify([name.toLowerCase(), options]);
            if (seen.has(key))
                continue;
            seen.add(key);
            try {
                const one = await dependencies_open(name, isGiven(options) ? options : {}, registries, cleanup);
                await visit(one.metadata);
                found.push(one);
            }
            catch (error) {
                if (!(error instanceof kit_errors/* Failure */.HR) || error instanceof kit_errors/* CancelledError */.cc || registries.job.signal.aborted)
                    throw error;
                missing.push(`${name}: ${error.message}`);
            }
        }
    };
    await visit(metadata);
    return { found, missing };
}
function isJson(text) {
    try {
        return (0,json_field/* isObject */.Gv)(JSON.parse(text));
    }
    catch {
        return false;
    }
}
function isGiven(value) {
    return (0,json_field/* isObject */.Gv)(value) || typeof value === 'string' || typeof value === 'boolean';
}
async function dependencies_open(name, options, registries, cleanup) {
    const { kind } = (0,feature_reference/* readFeatureReference */.Ue)(name);
    if (kind !== 'registry' || !name.includes('/'))
        throw new kit_errors/* Failure */.HR('it is not in a registry.');
    const reference = (0,format_reference/* parseReference */.F2)(name.toLowerCase());
    const registry = registries.open(reference);
    cleanup.defer(() => registry.close());
    const raw = await registry.root();
    const parsed = (0,parse_manifest/* parseManifest */.N)(raw, (0,format_reference/* formatReference */.FH)(reference));
    const [layer] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
    const metadata = parsed.kind === 'manifest' ? parsed.manifest.annotations?.[feature_manifest/* METADATA_ANNOTATION */.kH] : undefined;
    if (layer === undefined || metadata === undefined || !isJson(metadata))
        throw new kit_errors/* Failure */.HR('it is not a Feature, or one from before Features had metadata in their manifest.');
    const id = (0,written_json/* stringOf */.Je)((0,written_json/* membersOf */.lS)(metadata).get('id'));
    return {
        id: id !== undefined && (0,identity/* isFeatureId */.GK)(id) ? id : 'dependency',
        metadata,
        options,
        tars: async function* tars() {
            yield registry.blob(layer);
        },
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/base/tar/decompress.js
var decompress = __webpack_require__(49498);
;// CONCATENATED MODULE: ./lib/test/container/placed-feature.js





/** All files are executable, as the dev container tools make them. */
const MODE = 0o755;
const MTIME = new Date(1000);
/** Returns one tar of all of it, so that an engine is started once: each folder in front of what it holds, all with the mode that it is to have. */
function placedTar(feature) {
    const tar = (0,tar_stream.pack)();
    write(tar, feature).catch((error) => tar.destroy(error));
    return tar;
}
async function write(tar, { name, tars, files, beside }) {
    const own = new Set(files.map((file) => file.name));
    const folders = new Set();
    const addFolders = (path) => {
        if (folders.has(path))
            return;
        if (path !== '.')
            addFolders(external_node_path_.posix.dirname(path));
        folders.add(path);
        tar.entry({ name: `${path}/`, type: 'directory', mode: MODE, mtime: MTIME });
    };
    addFolders(name);
    for await (const bytes of tars) {
        const members = (0,tar_stream.extract)();
        const adding = (async () => {
            for await (const member of members) {
                const inside = within(member.header.name);
                const path = external_node_path_.posix.join(name, inside);
                if (member.header.type === 'directory' || own.has(inside))
                    member.resume();
                if (member.header.type === 'directory')
                    addFolders(path);
                else if (!own.has(inside)) {
                    addFolders(external_node_path_.posix.dirname(path));
                    await (0,external_node_stream_promises_.pipeline)(member, tar.entry(placedHeader(member.header, name, path)));
                }
            }
        })();
        await Promise.all([(0,external_node_stream_promises_.pipeline)([...(await (0,decompress/* decompression */.m)(external_node_stream_.Readable.from(bytes), '')), members]), adding]);
    }
    for (const file of files)
        tar.entry({ name: `${name}/${file.name}`, mode: MODE, mtime: MTIME }, file.bytes);
    for (const file of beside)
        tar.entry({ name: file.name, mode: MODE, mtime: MTIME }, file.bytes);
    tar.finalize();
}
/** Only what says what an entry is: its numbers may be anybody's. */
function placedHeader({ type, size, mtime, linkname }, folder, name) {
    const entry = { name, mode: MODE, mtime };
    if (type === 'link')
        return { ...entry, type, linkname: external_node_path_.posix.join(folder, within(linkname ?? '')) };
    return type === 'symlink' ? { ...entry, type, linkname: linkname ?? '' } : { ...entry, type: type ?? 'file', size };
}
/** The name in the tar's own folder, which no name leads out of. */
function within(name) {
    return external_node_path_.posix.join('/', name).slice(1).replace(/\/$/, '');
}

// EXTERNAL MODULE: ./lib/engine/attempt.js + 1 modules
var attempt = __webpack_require__(15434);
;// CONCATENATED MODULE: ./lib/test/container/session.js

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
        const ended = await (0,attempt/* attempt */.C)(this.#options, argv, this.#with(options));
        if (ended.error !== undefined)
            throw ended.error;
        return ended.lines;
    }
    /** Whatever its exit code. @param onLine called with each line of standard output as it comes */
    async attempt(argv, options = {}, onLine) {
        return (0,attempt/* attempt */.C)(this.#options, argv, this.#with(options), onLine);
    }
    /** Asks several questions at once, whatever their exit codes. */
    ask(questions, options = {}) {
        return (0,attempt/* askTogether */.q)(this.#options, questions, this.#with(options));
    }
    /** The lines of an answer that must be a good one. @throws CommandError in the question's own words */
    async good({ argv }, { exitCode, lines }, options = {}) {
        return exitCode === 0 ? lines : this.output(argv, options);
    }
    /** Options of a command that runs as somebody. */
    as(user) {
        return { user: user.id, env: { HOME: user.home, USER: user.name } };
    }
    /** Unpacks a tar into a folder that is there. */
    async unpack(tar, folder) {
        await this.#options.engine.run(['cp', '-', `${this.container}:${folder}`], { input: tar });
    }
    #with(options) {
        return { ...options, env: { ...this.#options.env, ...options.env } };
    }
}

;// CONCATENATED MODULE: ./lib/test/container/users.js

/**
 * Returns the users that the dev container tools would take (containers.dev, "Image metadata", "remoteUser", "containerUser"):
 * the last that the image's label names, then the image's own.
 * @param passwd lines of /etc/passwd; an image may have none
 * @param asked the user's own choice of the remote user
 * @throws BaseError if the image has no such user
 */
function devUsers(image, passwd, asked) {
    const labels = labelEntries(image.labels['devcontainer.metadata'] ?? '');
    const last = (name) => labels.findLast((entry) => typeof entry[name] === 'string')?.[name];
    const container = last('containerUser') ?? (image.user.split(':', 1)[0] || 'root');
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
    throw new kit_errors/* BaseError */.Cf(`The base image has no user "${wanted}", which would use the Feature.`, {
        hint: 'Set "remote-user" to a user in its /etc/passwd.',
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

;// CONCATENATED MODULE: ./lib/test/container/feature-container.js







const PASSWD = { argv: ['/bin/sh', '-c', 'cat /etc/passwd 2>/dev/null || :'] };
const MAKE_FOLDER = { argv: ['/bin/sh', '-c', 'mkdir -p "$1"', 'sh', FEATURES_FOLDER] };
/** Returns what must be asked of a container before Features can be put into it, and with which variables. */
function firstQuestions(image) {
    return { questions: [PASSWD, MAKE_FOLDER], env: { PATH: environmentOf(image)['PATH'] ?? USUAL_PATH } };
}
/** The container's own start may have added to PATH. */
function environmentOf({ env }) {
    const own = Object.fromEntries(env.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
    return { ...own, PATH: own['PATH'] ?? USUAL_PATH };
}
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** A container into which Features are put one after the other, as an image build of the dev container tools does. */
class FeatureContainer {
    users;
    #facts;
    /** The image's variables, and what containerEnv of each Feature made of them. */
    #environment;
    #declared = new Set(['PATH']);
    #count = 0;
    constructor(facts, environment, users) {
        this.#facts = facts;
        this.#environment = environment;
        this.users = users;
    }
    /** @throws BaseError if the image has no such user */
    static async open(facts) {
        const environment = environmentOf(facts.image);
        const session = new Session({ ...sessionFacts(facts), env: firstQuestions(facts.image).env });
        const [passwd, folder] = facts.answers;
        const users = await session.good(PASSWD, passwd).catch((error) => Promise.reject(unusable(error, facts)));
        await session.good(MAKE_FOLDER, folder).catch((error) => Promise.reject(unusable(error, facts)));
        return new FeatureContainer(facts, environment, devUsers(facts.image, users, facts.remoteUser));
    }
    /** Commands with the environment that the Features have made so far. */
    get session() {
        const env = Object.fromEntries([...this.#declared].flatMap((name) => (this.#environment[name] === undefined ? [] : [[name, this.#environment[name]]])));
        return new Session({ ...sessionFacts(this.#facts), env });
    }
    /**
     * Puts a Feature where the tools put it, and applies its containerEnv.
     * @returns its folder
     * @throws BaseError if the image has no means for that
     */
    async put(feature) {
        return this.#put(feature).catch((error) => Promise.reject(unusable(error, this.#facts)));
    }
    async #put({ id, metadata, options, tars }) {
        const place = `${id}_${this.#count}`;
        this.#count += 1;
        const declared = (0,written_json/* membersOf */.lS)((0,written_json/* membersOf */.lS)(metadata).get('containerEnv'));
        this.#environment = (0,option_environment/* containerEnvironment */.Vk)(declared, this.#environment);
        for (const name of declared.keys())
            this.#declared.add(name);
        const { session } = this;
        await session.unpack(placedTar({ name: place, tars: tars(), files: toolFiles(metadata, options), beside: [builtinFile(this.users)] }), FEATURES_FOLDER);
        return `${FEATURES_FOLDER}/${place}`;
    }
}
/** An image that lacks what every install needs is no fault of the Feature. */
function unusable(error, { imageName }) {
    if (!(error instanceof kit_errors/* CommandError */.Qd))
        return error;
    return new kit_errors/* BaseError */.Cf(`${imageName} can't run a test: ${error.message}`, {
        cause: error,
        hint: 'Installing a Feature needs /bin/sh and the usual programs (mkdir, chmod, tar). Use "test: false", or leave this base image out.',
    });
}
function sessionFacts({ engine, name, imageName }) {
    return { engine, container: name, where: `a container of ${imageName}` };
}

;// CONCATENATED MODULE: ./lib/test/fresh-container.js
var fresh_container_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var fresh_container_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







const DEPENDENCIES_TITLE = 'its dependencies install first';
/**
 * Starts a fresh container and installs what the Feature depends on. The container is gone afterwards.
 * @param use gets what came of that
 * @throws SetupError, BaseError if no container could be had; what `use` does
 */
async function inFreshContainer({ subject, platform, reference, tools: { engine, containerOptions, registries, host } }, remoteUser, use) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { image } = await (0,site/* fetchImage */.aK)(engine, reference, { registries, arch: platform.arch }, { onLine: (line) => host.debug(line) });
        const name = (0,container_name/* newContainerName */.B)();
        const cleanup = fresh_container_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        cleanup.defer(() => engine.remove(name));
        host.saveState(`${(0,site/* containerState */.bX)(platform.arch)}-${name}`, `${engine.name} ${name}`);
        const answers = await (0,start_container/* startContainer */.YI)(engine, image, { name, imageName: reference.text, mounts: [], containerOptions, first: firstQuestions(image) });
        const container = await FeatureContainer.open({ engine, name, image, imageName: reference.text, remoteUser, answers });
        const { found, missing } = await findDependencies(subject.prepared.metadata, registries, cleanup);
        const checks = missing.map((why) => skipped(DEPENDENCIES_TITLE, why));
        for (const feature of found) {
            const folder = await container.put(feature);
            const { exitCode, lines } = await host.group(`install.sh of ${feature.id}`, () => install(container.session, folder, (line) => host.info(line)));
            const result = judged(DEPENDENCIES_TITLE, exitCode === 0 ? [] : [`${feature.id} ended with ${exitCode}`], feature.id);
            checks.push(exitCode === 0 ? result : { ...result, log: lines.slice(-40) });
        }
        // Awaited here: the container is removed when this returns.
        return await use(container, checks);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = fresh_container_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./lib/feature/metadata/jsonc.js
var jsonc = __webpack_require__(41881);
;// CONCATENATED MODULE: ./lib/test/scenarios.js


/** The file that says with which options a Feature is tested besides its defaults, in the Feature's folder. */
const SCENARIOS_FILE = 'test/scenarios.json';
/**
 * Reads the scenarios as the dev container CLI has them: a devcontainer.json for each name, and a script of that name. All
 * of them are run in the base; of each only the Feature's options and the remote user count.
 * @param files the Feature's own
 * @throws InputError if the file is not JSON
 */
function readScenarios(id, files) {
    const file = files.find(({ name }) => name === SCENARIOS_FILE);
    if (file === undefined)
        return [];
    const names = new Set(files.map(({ name }) => name));
    const { value } = (0,jsonc/* readJsonc */.A)('feature', SCENARIOS_FILE, file.bytes.toString('utf8'));
    return Object.entries(value).map(([name, config]) => {
        const script = `test/${name}.sh`;
        const options = optionsOf(id, config);
        const remoteUser = (0,json_field/* isObject */.Gv)(config) && typeof config['remoteUser'] === 'string' ? config['remoteUser'] : undefined;
        const fault = options === undefined ? `${SCENARIOS_FILE} has no options of ${id} for it: "features": { "${id}": {} }` : names.has(script) ? undefined : `there is no ${script}`;
        return { name, options: options ?? {}, remoteUser, script, fault };
    });
}
/** What a devcontainer.json has for the Feature, by its id alone, as a folder or as it is published. */
function optionsOf(id, config) {
    const features = (0,json_field/* isObject */.Gv)(config) ? config['features'] : undefined;
    const entry = (0,json_field/* isObject */.Gv)(features) ? Object.entries(features).find(([name]) => idOf(name) === id) : undefined;
    const value = entry?.[1];
    return (0,json_field/* isObject */.Gv)(value) || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
/** `ghcr.io/org/my-tools:1` is my-tools. */
function idOf(name) {
    return (name.split('/').at(-1) ?? '').replace(/[:@].*$/s, '');
}

;// CONCATENATED MODULE: ./lib/test/test-lib.js
/** The file that tests of Features written for the dev container CLI begin with: `source dev-container-features-test-lib`. */
const TEST_LIB_NAME = 'dev-container-features-test-lib';
/** Its three commands, for bash and for sh. */
const TEST_LIB = `# The commands that tests written for "devcontainer features test" use.
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

;// CONCATENATED MODULE: ./lib/test/test-in-base.js

















const TEST_TITLE = 'test.sh passes';
/**
 * Installs the Feature into a fresh container of a base and checks what came of it; then once more into another one for
 * each of its scenarios.
 * @throws SetupError, BaseError if no container could be had
 */
async function testInBase(place) {
    const result = await inFreshContainer(place, place.tools.remoteUser, async (container, dependencies) => {
        const folder = await container.put(ownFeature(place, {}));
        return { user: container.users.remote.name, checks: [...dependencies, ...(await runChecks({ ...place, container, folder }))] };
    });
    const scenarios = await testScenarios(place);
    return { ...result, checks: [...result.checks, ...scenarios] };
}
/**
 * Installs the Feature into a fresh container of an image that is no base of it, the way that its author has it for other
 * systems, and runs test.sh there.
 * @throws SetupError, BaseError if no container could be had
 */
async function testInPlainImage(place) {
    return inFreshContainer(place, undefined, async (container, dependencies) => {
        const folder = await container.put(ownFeature(place, { mode: 'dev' }, { complement: true }));
        const { remote } = container.users;
        const installed = await runInstall({ ...place, container, folder });
        const passed = installed.outcome === 'passed' ? [await runScript({ ...place, container, folder }, 'test.sh', TEST_TITLE)] : [];
        return { user: remote.name, checks: [...dependencies, { ...installed, title: DEV_TITLE }, ...passed] };
    });
}
const DEV_TITLE = 'the Feature installs in development mode';
async function testScenarios(place) {
    const { subject, platform, tools } = place;
    const checks = [];
    for (const { name, options, remoteUser = tools.remoteUser, script, fault } of readScenarios(platform.document.feature.id, subject.prepared.assembly.files)) {
        const title = `scenario ${name}`;
        if (fault !== undefined)
            checks.push(judged(title, [fault]));
        else
            checks.push(await testScenario(place, { title, options, remoteUser, script }));
    }
    return checks;
}
async function testScenario(place, { title, options, remoteUser, script }) {
    try {
        return await inFreshContainer(place, remoteUser, async (container) => {
            const run = { ...place, container, folder: await container.put(ownFeature(place, options)) };
            const installed = await runInstall(run);
            return installed.outcome === 'passed' ? runScript(run, script, title) : { ...installed, title };
        });
    }
    catch (error) {
        // The image could be used before, so it is what the scenario asks of it: a user that it has not.
        if (error instanceof kit_errors/* BaseError */.Cf)
            return judged(title, [error.message]);
        throw error;
    }
}
/** The bytes that will be published; layers that would come from a registry lie in its `dist`. */
function ownFeature({ subject: { prepared, tar }, platform }, options, { complement = false } = {}) {
    // A base that has what is relied upon asks for none of the complement's layers.
    const layers = [...platform.layers, ...(complement ? platform.complement : [])];
    return {
        id: platform.document.feature.id,
        metadata: prepared.metadata,
        options,
        tars: async function* tars() {
            yield (0,external_node_fs_.createReadStream)(tar);
            if (prepared.delivery === 'layers')
                yield (0,feature_tar/* featureTar */._8)(layers.map((layer) => ({ name: `dist/${(0,bundle/* layerFileName */.dX)(layer)}`, file: platform.fileOf(layer) })));
        },
    };
}
async function runChecks(run) {
    const { container, platform, folder } = run;
    const { session, users } = container;
    const { document } = platform;
    const around = [temporaryQuestion, foreignQuestion(users.remote)];
    const [temporaryBefore, foreignBefore, requiredFiles] = await session.ask([...around, requiredQuestion(document)]);
    const required = judgeRequired(document, requiredFiles);
    const installed = await runInstall(run);
    if (installed.outcome === 'failed')
        return [installed, required];
    const link = (0,complete_metadata/* linkOf */.I)(document.feature.id);
    const finding = toolsQuestion(document.env.PATH.map((part) => `${link}/${part}`));
    const [temporary, foreign, found] = await session.ask([...around, finding]);
    const tools = await session.good(finding, found);
    const tested = await runScript(run, 'test.sh', TEST_TITLE);
    const again = await installAgain(session, () => install(session, folder));
    const [shells, verified, ...files] = await session.ask([shellsQuestion, verifyQuestion(document), ...again.questions]);
    const path = new PathCheck(tools, shells);
    // These only look.
    const [as, beginning] = [session.as(users.remote), headsQuestion(tools)];
    const [links, heads, ...shellsSay] = await session.ask([linksQuestion(document.storePath), beginning, ...path.questions], as);
    return [
        installed,
        required,
        judgeLeftovers(temporaryBefore, temporary),
        judgeHome(users.remote, foreignBefore, foreign),
        tested,
        again.judge(files),
        path.judge(users.remote, shellsSay),
        judgeLinks(links),
        await checkLibraries(session, users.remote, await session.good(beginning, heads, as)),
        judgeStore(document, verified),
    ];
}
async function runInstall({ container: { session }, folder, tools: { host } }) {
    const { exitCode, lines } = await host.group('install.sh', () => install(session, folder, (line) => host.info(line)));
    if (exitCode === 0)
        return judged(INSTALL_TITLE, []);
    return { ...judged(INSTALL_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) };
}
/** @param name of the script, in the Feature's folder; it runs in the folder that it is in */
async function runScript({ container: { session, users }, folder, subject, tools: { host } }, name, title) {
    const script = subject.prepared.assembly.files.find((file) => file.name === name);
    if (script === undefined)
        return skipped(title, `there is no ${name}`);
    const place = (0,external_node_path_.dirname)(`${folder}/${name}`);
    if (script.bytes.includes(TEST_LIB_NAME))
        await session.unpack((0,feature_tar/* featureTar */._8)([{ name: TEST_LIB_NAME, bytes: TEST_LIB }]), place);
    const { remote } = users;
    const as = { ...session.as(remote), folder: place };
    const file = `./${(0,external_node_path_.basename)(name)}`;
    const { exitCode, lines } = await host.group(`${name} as ${remote.name}`, () => session.attempt(['/bin/sh', '-c', 'exec "$1" 2>&1', 'sh', file], as, (line) => host.info(line)));
    if (exitCode === 0)
        return judged(title, [], `as ${remote.name}`);
    const command = traced(script.bytes, file);
    const again = command === undefined ? undefined : await session.attempt(command, as);
    const line = again?.exitCode === exitCode ? failingLine(again.lines, file, lines) : undefined;
    const where = line === undefined ? '' : ` at line ${line}`;
    return { ...judged(title, [`it ended with ${exitCode}${where}, run by ${remote.name}`]), log: lines.slice(-40), at: { file: name, ...(line === undefined ? {} : { line }) } };
}

;// CONCATENATED MODULE: ./lib/app/test.js
var test_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var test_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Installs the build into a fresh container of each base, as it will be published and with the installer that ships, and tests it there. Layers come from the layout; those that were reused from a release are fetched into it.
 *
 * @param layout the folder of the layout
 * @param reader of the repository that has what the layout lacks; undefined if it lacks nothing
 * @returns one report for each platform and base; with `test: auto`, what can't be tested here is skipped and warned about
 * @throws TestError if something failed; with `test: true`, SetupError if there is no engine or no emulation
 */
async function testFeature(layout, request, host, reader) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (request.test === 'false')
            return [];
        if (request.bases.length === 0 && request.testDev === undefined)
            return withoutBase(host);
        const engine = await engineFor(request, host);
        if (engine === undefined)
            return [];
        const cleanup = test_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-test');
        cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
        const built = await (0,built_layout/* readBuiltLayout */.n)(layout);
        if (reader !== undefined)
            await (0,fetch_layers/* fetchLayers */.v)(built.platforms, reader, host);
        const subject = await subjectOf(built, request, work);
        const { containerOptions, remoteUser } = request;
        const tools = { engine, containerOptions, remoteUser, registries: new pull_registries/* Registries */.I(request, host), host };
        const isRequired = request.test === 'true';
        const reports = [];
        for (const platform of subject.prepared.assembly.platforms) {
            for (const reference of request.bases)
                reports.push(await testOne(testInBase, { subject, platform, reference, tools }, isRequired));
            if (request.testDev !== undefined)
                reports.push(await testOne(testInPlainImage, { subject, platform, reference: request.testDev, tools }, isRequired));
        }
        const failed = reports.filter(tests/* hasFailed */.WN);
        if (failed.length > 0)
            throw test_failure(subject, failed, request.featureFolder);
        return reports;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = test_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function withoutBase(log) {
    log.info('The Feature is not tested: there is no base image to install it into.');
    return [];
}
async function engineFor({ engine, test }, job) {
    try {
        return await (0,find_engine/* findEngine */.G)(engine, { signal: job.signal });
    }
    catch (error) {
        if (test === 'true' || !(error instanceof kit_errors/* SetupError */.w3))
            throw error;
        job.warning(`The Feature was built but not tested. ${error.message} Set "test: false" if you want no test.`);
        return undefined;
    }
}
/** The very bytes that `push` would send. */
async function subjectOf(layout, request, work) {
    const assembly = (0,assemble/* assemble */.f)([layout], []);
    const prepared = (0,assemble/* prepare */.i)(assembly, request.delivery);
    const { registry, namespace } = request;
    const repository = namespace === '' ? assembly.facts.feature.id : `${namespace}/${assembly.facts.feature.id}`;
    const { file } = await (0,feature_layer/* writeFeatureLayer */.j)(assembly, { metadata: prepared.metadata, delivery: prepared.delivery, registry, repository, work });
    return { prepared, tar: file };
}
async function testOne(run, place, isRequired) {
    const { platform, reference: base, tools: { host } } = place;
    const began = performance.now();
    const about = { arch: platform.arch, base: base.text };
    const progress = host.stage(`Test for ${platform.arch} in ${base.text}`);
    try {
        const result = await run(place);
        const report = { ...about, ...result, duration: performance.now() - began };
        progress.end(verdict(report.checks));
        for (const check of report.checks)
            host.info(test_lineOf(check));
        return report;
    }
    catch (error) {
        progress.end('failed');
        if (!(error instanceof kit_errors/* SetupError */.w3 || error instanceof kit_errors/* BaseError */.Cf))
            throw error;
        if (isRequired)
            throw untestable(error, place);
        host.warning(`The Feature was built but not tested for ${platform.arch} in ${base.text}. ${error.message}`);
        return { ...about, user: '', checks: [], skipped: error.message, duration: performance.now() - began };
    }
}
/** Of several bases and platforms, which one can't run the test. */
function untestable(error, { platform: { arch }, reference: base }) {
    const details = { cause: error, ...(0,kit_errors/* adviceOf */.wr)(error) };
    const text = `The Feature was built but can't be tested for ${arch} in ${base.text}: ${error.message}`;
    return error instanceof kit_errors/* SetupError */.w3 ? new kit_errors/* SetupError */.w3(text, details) : new kit_errors/* BaseError */.Cf(text, details);
}
function verdict(checks) {
    const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
    const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
    return failed === 0 ? `${(0,format/* formatNumberOf */.Of)(passed, 'check')} passed` : `${(0,format/* formatNumberOf */.Of)(failed, 'check')} failed`;
}
const MARKS = { passed: '✔', failed: '✖', skipped: '–' };
function test_lineOf({ title, outcome, detail }) {
    return `  ${MARKS[outcome]} ${title}${detail === undefined ? '' : `: ${detail}`}`;
}
/** The failure as one message; the log is that of what failed first. */
function test_failure({ prepared }, reports, featureFolder) {
    const { id, version } = prepared.assembly.facts.feature;
    const faults = reports.flatMap((report) => report.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ report, check })));
    const texts = faults.map(({ report, check }) => `"${check.title}" (${report.arch}, ${report.base}): ${check.detail ?? 'no'}`);
    const log = faults[0]?.check.log ?? [];
    const at = faults[0]?.check.at;
    return new kit_errors/* TestError */.xA(`${id} ${version} failed ${(0,format/* formatNumberOf */.Of)(faults.length, 'check')} in its base image. ${texts.join('. ')}.`, { log }, {
        hint: 'Nothing was published. docs/make/contract.md says what each check looks at.',
        inTerminal: 'Nothing was published. docs/make/contract.md says what each check looks at; nix-feature test runs them.',
        ...(at === undefined ? {} : { location: { ...at, file: (0,external_node_path_.join)(featureFolder, at.file) } }),
    });
}

// EXTERNAL MODULE: ./lib/delta/compare/why-depends.js
var why_depends = __webpack_require__(88542);
// EXTERNAL MODULE: ./lib/leaks/allow.js
var allow = __webpack_require__(40865);
// EXTERNAL MODULE: ./lib/leaks/finding.js
var leaks_finding = __webpack_require__(30109);
// EXTERNAL MODULE: ./lib/leaks/rules/rule.js
var rule = __webpack_require__(79964);
// EXTERNAL MODULE: ./lib/report/parts/leaks.js
var leaks = __webpack_require__(53151);
;// CONCATENATED MODULE: ./lib/build/checks/leak-gate.js











/** Annotations for one build; the report has all. */
const MOST_SHOWN = 20;
/**
 * Judges what was found in what a build packs. With `leaks: fail`, and with a policy that demands it, nothing that was packed leaves the
 * machine before the whole build has passed: whoever sends it awaits `whenPassed`.
 */
class LeakGate {
    #request;
    /** Nothing is sent before `release`. */
    holds;
    #log;
    #today;
    #matcher;
    #found = [];
    #allowed = [];
    #waiting = [];
    #more = 0;
    #lost = 0;
    #closed = 0;
    #bytes = 0;
    constructor(request, holds, log, today) {
        this.#request = request;
        this.holds = holds;
        this.#log = log;
        this.#today = today;
        this.#matcher = new leaks_matcher/* Matcher */.PN({ ...request.search, packages: [] });
    }
    /** @returns undefined if nobody looks for leaks. @param now milliseconds since the epoch */
    static open({ leaks: request, policy }, log, now) {
        if (request === undefined || request.mode === 'off')
            return undefined;
        const gate = new LeakGate(request, request.mode === 'fail' || policy?.leaks !== undefined, log, new Date(now).toISOString().slice(0, 10));
        for (const entry of request.allow)
            if ((0,allow/* hasExpired */.oN)(entry, gate.#today))
                log.warning(`leaks-allow: the entry for ${entry.rule} was valid until ${entry.until ?? ''} ("${entry.reason}").`, entry.location);
        return gate;
    }
    /** What packing must look for in a closure. */
    searchFor(closure) {
        return { ...this.#request.search, packages: [...closure.keys()].map(store_path/* nameOf */.Vb), tables: this.#matcher.tables };
    }
    /** Looks at the files of the Feature's folder. @throws LeakError with `leaks: fail` */
    checkFiles(files, folder) {
        const findings = files.flatMap(({ name, bytes }) => [...this.#scan(Buffer.from(name), name, true), ...this.#scan(Buffer.from(bytes), name)]);
        this.#take(findings, undefined, folder);
        this.#refuse();
    }
    /** Does something at once, or in `release`. */
    whenPassed(send) {
        if (this.holds)
            this.#waiting.push(send);
        else
            send();
    }
    /** All platforms have passed, and whatever else looks at them: what waited is done. */
    release() {
        for (const send of this.#waiting.splice(0))
            send();
    }
    /** Judges a platform that is packed. @throws LeakError with `leaks: fail` */
    check({ arch, document, leaks, metas }) {
        for (const { more, lost, closed, bytes } of leaks) {
            this.#more += more;
            this.#lost += lost;
            this.#closed += closed;
            this.#bytes += bytes;
        }
        const inLayers = leaks.flatMap(({ hits }) => hits).flatMap((hit) => {
            // Names in a tar hold one byte in each character.
            const [, , name = '', ...rest] = Buffer.from(hit.member, 'latin1').toString('utf8').split('/');
            return (0,leaks_finding/* leakFindingOf */._x)(hit, { storePath: (0,store_path/* storePathOfName */.p7)(name), file: rest.join('/'), inName: hit.inName }) ?? [];
        });
        const said = metas === undefined ? [] : this.#scan(Buffer.from(JSON.stringify([...metas])), 'sbom.json');
        this.#take([...inLayers, ...this.#scan(Buffer.from(JSON.stringify(document)), 'delta.json'), ...said], { arch, document }, undefined);
        this.#refuse();
    }
    /** What a policy is told of findings that nobody allowed, so far. */
    get facts() {
        return {
            lost: this.#lost,
            found: this.#found.map((found) => ({ arch: found.arch, severity: found.severity, message: (0,kit_text/* withoutTrailing */.hT)((0,leaks/* leakPlaceText */.wq)(found), '.'), why: found.via })),
        };
    }
    /** All that there is to tell; says which entries of `leaks-allow` nothing needed. */
    report() {
        const used = new Set(this.#allowed.map(({ entry }) => entry));
        const unused = this.#request.allow.filter((entry) => !used.has(entry) && !(0,allow/* hasExpired */.oN)(entry, this.#today));
        for (const entry of unused)
            this.#log.notice(`leaks-allow: the entry for ${entry.rule} matches nothing ("${entry.reason}"). Remove it if it is no longer needed.`, entry.location);
        return {
            mode: this.#request.mode,
            rules: rule/* RULES_VERSION */.rI,
            found: this.#found,
            allowed: this.#allowed,
            more: this.#more,
            closed: this.#closed,
            bytes: this.#bytes,
        };
    }
    #scan(bytes, file, inName = false) {
        const { hits, more, lost, closed } = (0,scanner/* scanBytes */.vw)(this.#matcher, bytes);
        this.#more += more;
        this.#lost += lost;
        this.#closed += closed;
        this.#bytes += bytes.length;
        return hits.flatMap((hit) => (0,leaks_finding/* leakFindingOf */._x)(hit, { storePath: undefined, file, inName }) ?? []);
    }
    #take(findings, platform, folder) {
        const { left, allowed } = (0,leaks_finding/* judge */.S4)(findings, this.#request.allow, this.#today);
        this.#allowed.push(...allowed.map(({ finding, entry }) => ({ finding: this.#shown(finding), entry })));
        const via = chains(left, platform?.document);
        for (const finding of left) {
            const found = { ...this.#shown(finding), arch: platform?.arch, via: finding.storePath === undefined ? [] : via(finding.storePath) };
            this.#found.push(found);
            this.#show(found, folder);
        }
    }
    /** Names are shown, and may hold what was found in them. */
    #shown(finding) {
        return { ...finding, file: this.#matcher.withoutSecrets(finding.file), inside: finding.inside.map((name) => this.#matcher.withoutSecrets(name)) };
    }
    #show(found, folder) {
        if (this.#found.length > MOST_SHOWN)
            return;
        const at = folder === undefined ? undefined : { file: `${folder}/${found.file}` };
        if (this.#request.mode === 'fail' && (0,leaks_finding/* isGrave */.IE)(found))
            this.#log.fault((0,leaks/* leakText */.PT)(found), at);
        else
            this.#log.warning((0,leaks/* leakText */.PT)(found), at);
    }
    #refuse() {
        if (this.#request.mode !== 'fail')
            return;
        const grave = this.#found.filter(leaks_finding/* isGrave */.IE);
        const [first] = grave;
        if (first === undefined && this.#lost === 0)
            return;
        this.#waiting = [];
        if (first === undefined) {
            throw new kit_errors/* LeakError */.wZ(`leaks: ${(0,format/* formatNumberOf */.Of)(this.#lost, 'leak')} found that can't be listed, because too many others are allowed.`, {
                hint: 'Nothing of this build was published or kept. Keep what "leaks-allow" allows out of the build (docs/verify/leaks.md).',
            });
        }
        throw new kit_errors/* LeakError */.wZ(`leaks: ${(0,format/* formatNumberOf */.Of)(grave.length, 'leak')} found. The first: ${(0,leaks/* leakText */.PT)(first)}`, {
            hint: 'Nothing of this build was published or kept. If a finding is acceptable, allow it in the file that `leaks-allow` names (docs/verify/leaks.md).',
        });
    }
}
/** Why a store path is in the closure: the shortest chain of references from what was built. */
function chains(findings, document) {
    if (document === undefined || findings.length === 0)
        return () => [];
    const entries = new Map(document.closure.map((entry) => [entry.path, entry.references]));
    const reached = (0,why_depends/* reach */.g)([document.storePath, ...Object.values(document.outputs)], {
        referencesOf: (path) => entries.get(path) ?? [],
        within: new Set(entries.keys()),
        dull: new Set(),
    });
    return (path) => (0,why_depends/* chainTo */.p)(path, reached);
}

;// CONCATENATED MODULE: ./lib/app/build.js
var build_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var build_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

































/** Milliseconds: what took less did nothing. */
const SHORTEST = 50;
/**
 * Builds one Feature for every requested platform, packs what the bases lack, and leaves an image layout, an
 * artifact and a report. Nothing is built if the same content is published already. Whatever happens, no container
 * and no temporary folder stays behind.
 *
 * @throws Failure with what the user needs to know
 */
async function buildFeature(asked, outerHost) {
    const began = performance.now();
    const { host, warnings } = (0,collect_warnings/* collectWarnings */._)(outerHost);
    await enforceContract(asked, host);
    const request = await (0,pin_bases/* pinBases */.ip)(asked, new pull_registries/* Registries */.I(asked, host));
    const metadata = await (0,metadata_metadata/* readFeatureMetadata */.SA)(request.featureFolder);
    if (request.push !== 'false')
        (0,publish_assembly/* checkPublishable */._J)(metadata, request.releaseTag);
    const shipped = await (0,shipped_files/* readShippedFiles */.n)(request.featureFolder, shippingOf(request, host.signal));
    const gate = LeakGate.open(request, host, Date.now());
    gate?.checkFiles(shipped, request.featureFolder);
    const files = shipped.filter(({ name }) => name !== metadata_metadata/* METADATA_FILE */.VR);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const cleanup = build_addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const target = request.push === 'false' ? undefined : cleanup.use(await ReleaseTarget.open(request, metadata, host));
            const seenFolders = new seen_folder/* SeenFolders */.v(cleanup);
            const platforms = request.arches.map((arch) => cleanup.use(new PlatformBuilder({ request, metadata, host, seenFolders }, arch)));
            const subject = { request, metadata, files, platforms, host, gate };
            const upToDate = target === undefined ? undefined : await findUpToDate(subject, target);
            if (target !== undefined && upToDate !== undefined)
                await enforceOnRelease(subject, target, upToDate);
            const outcome = target !== undefined && upToDate !== undefined ? await confirmRelease(subject, target, upToDate) : await buildAll(subject, target);
            const ships = shipped.map(({ name, bytes }) => ({ name, size: bytes.length }));
            const leaks = gate?.report();
            return { ...outcome, ships, ...(leaks === undefined ? {} : { leaks }), warnings, given: request.given, duration: performance.now() - began };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = build_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        throw (0,kit_errors/* isDiskFull */.b$)(error) ? await fullDisk(error, writtenTo(request)) : error;
    }
}
/** Checks a release that is up to date against the policy. Nothing is built, so the licences come from its SBOM. */
async function enforceOnRelease({ request, host }, { writer }, { published, documents }) {
    if (request.policy === undefined)
        return;
    const metas = request.policy.licences === undefined ? undefined : await (0,sbom_referrers/* attachedMetas */.fn)(writer.reader, published, documents);
    const unknown = { licences: 'the release has no SBOM that fits its delta document', leaks: 'nothing is built, because the same content is already published' };
    const attested = (0,enforce_policy/* attestedBy */.W)(request);
    const platforms = [...documents].map(([arch, document]) => ({ arch, document, metas: metas?.get(arch) }));
    (0,enforce_policy/* enforcePolicy */.h)(request.policy, { platforms, ...attested, leaks: undefined, unknown: { ...unknown, ...attested.unknown } }, host);
}
async function buildAll(subject, target) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const place = build_addDisposableResource(env_2, await LayoutPlace.claim(subject.request.output, subject.request.bases), true);
        try {
            return await buildInto(place, subject, target);
        }
        catch (error) {
            // While what was written is still there: afterwards no disk would be full any more.
            throw (0,kit_errors/* isDiskFull */.b$)(error) ? await fullDisk(error, writtenTo(subject.request)) : error;
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = build_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Folders that a build writes to. */
function writtenTo({ output }) {
    return [...(output === undefined ? [] : [(0,external_node_path_.dirname)(output)]), (0,temporary/* temporaryPlace */.jA)()];
}
async function buildInto(place, subject, target) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const { request, metadata, host } = subject;
        const cleanup = build_addDisposableResource(env_3, new AsyncDisposableStack(), true);
        // What is not published now may be later, as a pull request is: what is published is read beside the build, and takes no part in it.
        const release = target === undefined ? seeRelease(subject, cleanup) : undefined;
        await target?.writer.tryToWrite();
        if (target !== undefined && request.push === 'true')
            (0,release_history/* warnOfDropped */.ud)(target.history, request.arches, metadata, host);
        const { builds, sent } = await buildPlatforms(subject, target, place.work);
        const finished = (0,external_node_path_.join)(place.work, 'layout');
        const digests = await leaveLayout(finished, subject, builds);
        const seen = await release;
        if (seen !== undefined)
            await requireNewVersion(subject, seen, builds.map(({ document }) => document));
        const before = (await target?.lastDocuments()) ?? seen?.documents ?? new Map();
        await writeLayoutExplorer(finished, { feature: metadata, delivery: request.delivery, platforms: builds.map(({ arch, document, metas }) => ({ document, metas, before: before.get(arch) })) });
        const stages = [];
        const tests = await (0,kit_stages/* timed */.ay)('test', stages, async () => testFeature(finished, request, host, target?.writer.reader));
        await (0,layout_tests/* writeLayoutTests */.P)(finished, tests);
        const layout = await place.put(finished);
        const publication = target === undefined ? undefined : await (0,kit_stages/* timed */.ay)('publish', stages, async () => publishBuild(layout, target));
        const artifact = await (0,kit_stages/* timed */.ay)('artifact', stages, async () => uploadLayout(layout, place.work, subject));
        place.keep();
        const earlier = target === undefined ? seen : { reader: target.writer.reader, release: target.history.last, documents: before };
        const isNew = target !== undefined && publication?.published.what === 'feature' && !publication.upToDate;
        const [licences, past] = await Promise.all([(0,since_release/* licencesSince */.N)(builds, earlier), isNew ? (0,past_releases/* pastReleases */.Hk)(target.writer.reader, metadata.version, request.arches) : seen?.past]);
        const ended = { builds, digests, sent, publication, layout, tests, artifact, stages: stages.filter(({ duration }) => duration >= SHORTEST) };
        return outcomeOfBuild(metadata, ended, { documents: before, licences, past });
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = build_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
/** One platform after the other; where it is to be published, layers are on their way as soon as they are packed. */
async function buildPlatforms(subject, target, work) {
    const { request, platforms, host, gate } = subject;
    const stock = target?.stock((reason) => platforms.forEach(({ stop }) => stop.abort(reason)));
    const builds = [];
    try {
        for (const platform of platforms)
            builds.push(await buildPlatform(platform, subject, { folder: (0,external_node_path_.join)(work, platform.arch), stock, gate }));
        (0,enforce_policy/* enforcePolicy */.h)(request.policy, { platforms: builds.map(({ arch, document, metas }) => ({ arch, document, metas })), ...(0,enforce_policy/* attestedBy */.W)(request), leaks: gate?.facts }, host);
        gate?.release();
    }
    catch (error) {
        const failure = stock?.uploads.failure;
        // What was stopped because an upload failed says only that; what failed by itself takes files from uploads.
        throw failure !== undefined && (error === failure.reason || error instanceof kit_errors/* CancelledError */.cc) ? failure.reason : error;
    }
    return { builds, sent: (await stock?.uploads.finish()) ?? new Map() };
}


/***/ }),

/***/ 68165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ fetchLayers)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20489);
/* harmony import */ var _built_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6988);






/**
 * Brings layers that a layout lacks, because a release had packed them, into it.
 * @throws RegistryError, IntegrityError if they are not what their digests say, CancelledError
 */
async function fetchLayers(platforms, reader, job) {
    const missing = new Map();
    for (const platform of platforms) {
        for (const layer of [...platform.layers, ...platform.complement]) {
            if (!(await (0,_built_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnDisk */ .L)(platform, layer)))
                missing.set(platform.fileOf(layer), layer);
        }
    }
    if (missing.size === 0)
        return;
    const total = [...missing.values()].reduce((sum, { size }) => sum + size, 0);
    await (0,_kit_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .inStage */ .uE)(job, 'Fetch the reused layers', { unit: 'bytes', total }, async () => {
        for (const [file, layer] of missing) {
            // A blob's name never stands for half of it.
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(reader.blob(layer), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(`${file}.part`), { signal: job.signal });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${file}.part`, file);
        }
        return [undefined, `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(missing.size, 'layer')}, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(total)}`];
    });
}


/***/ })

};
