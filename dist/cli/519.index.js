export const id = 519;
export const ids = [519];
export const modules = {

/***/ 22843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyFeature: () => (/* binding */ verifyFeature)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/oci/pull/registries.js + 2 modules
var pull_registries = __webpack_require__(30437);
// EXTERNAL MODULE: ./lib/report/runs/verify.js
var verify = __webpack_require__(68608);
// EXTERNAL MODULE: ./lib/oci/format/blob-bytes.js
var blob_bytes = __webpack_require__(2116);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/release/sbom-referrers.js
var sbom_referrers = __webpack_require__(37413);
// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var formats = __webpack_require__(40848);
// EXTERNAL MODULE: ./lib/sbom/read-metas-of.js
var read_metas_of = __webpack_require__(62338);
// EXTERNAL MODULE: ./lib/verify/result/checks.js
var result_checks = __webpack_require__(85378);
;// CONCATENATED MODULE: ./lib/verify/check-attached.js






/**
 * Reads the lists of what is attached to a manifest, by the registry's API and by the fallback tag. Whatever they name must be there,
 * and to be about this very manifest.
 * @throws CancelledError
 */
async function readAttached(registry, digest) {
    const problems = new result_checks/* Problems */.Zw();
    let found;
    try {
        found = await registry.referrers(digest);
        for (const { digest: stale, listedBy, why } of found.stale) {
            problems.fail(`${listedBy === 'api' ? "The registry's list" : 'The list under the fallback tag'} names ${stale}, which is not a referrer of the manifest: ${why}`);
        }
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
    }
    const count = found?.list.length ?? 0;
    return { check: problems.toCheck('attached', count === 0 ? 'Nothing is attached' : `${count} attached, each about this manifest`), list: found?.list };
}
/** SBOMs of one platform that are read; anybody who may write to the repository may have attached more. */
const MOST_SBOMS = 20;
/**
 * Compares each SBOM of a platform with its delta document: it names each path of the closure once, with its hash, and nothing else.
 * @param created of the release, in seconds since the epoch
 * @returns no check of a platform if none is attached
 * @throws CancelledError
 */
async function checkSboms(registry, list, platforms, created) {
    const metas = new Map();
    const checks = platforms.map(async ({ arch, document }) => {
        const sboms = sbomsOf(list, arch);
        if (sboms.length === 0)
            return [];
        if (document === undefined)
            return [(0,result_checks/* unchecked */.VJ)('sbom', 'The delta document for the comparison is missing', arch)];
        const problems = new result_checks/* Problems */.Zw();
        if (sboms.length > MOST_SBOMS)
            problems.fail(`${sboms.length} SBOMs are attached, and no more than ${MOST_SBOMS} are read`);
        for (const sbom of sboms.slice(0, MOST_SBOMS)) {
            const found = await checkSbom(registry, sbom, { document, created }, problems);
            if (found !== undefined && !metas.has(arch))
                metas.set(arch, found);
        }
        return [problems.toCheck('sbom', `${sboms.map(({ format }) => format).join(', ')}: each path of the closure with its hash, and nothing else`, arch)];
    });
    return { checks: (await Promise.all(checks)).flat(), metas };
}
function sbomsOf(list, arch) {
    return list.flatMap((referrer) => {
        const format = formats/* SBOM_FORMATS */.zu.find((each) => formats/* FORMATS */.hR[each].mediaType === referrer.artifactType);
        return format === undefined || referrer.annotations[sbom_referrers/* ARCH_ANNOTATION */.JD] !== arch ? [] : [{ format, referrer }];
    });
}
/** @returns undefined if it does not pass */
async function checkSbom(registry, { format, referrer }, facts, problems) {
    const [payload] = referrer.layers;
    if (payload === undefined) {
        problems.fail(`The ${format} SBOM ${referrer.digest} is empty`);
        return undefined;
    }
    try {
        return (0,formats/* checkedSbom */.b6)(await (0,blob_bytes/* blobBytes */.R)(registry, payload, read_metas_of/* SBOM_LIMIT */.QN), format, facts, `The ${format} SBOM ${referrer.digest} for ${(0,platform/* archOf */.Qh)(facts.document.system)}`);
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var format_bundle = __webpack_require__(62847);
// EXTERNAL MODULE: ./lib/provenance/format/slsa.js
var slsa = __webpack_require__(12612);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var format_statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/provenance/verify/verify-bundle.js
var verify_bundle = __webpack_require__(62781);
;// CONCATENATED MODULE: ./lib/verify/check-attestation.js








/** Bundles that are looked at; anybody who may write to the repository may have attached more. */
const MOST_BUNDLES = 100;
const BUNDLE = 'application/vnd.dev.sigstore.bundle';
/**
 * Looks for attached provenance that a trusted signer signed for this manifest, with the source and revision that the manifest names. Needs no
 * network. One such attestation is enough, whatever else is attached.
 * @throws CancelledError
 */
async function checkAttestation(registry, list, subject, trust) {
    const problems = new result_checks/* Problems */.Zw();
    const bundles = list.filter(({ artifactType }) => artifactType.startsWith(BUNDLE));
    for (const referrer of bundles.slice(0, MOST_BUNDLES)) {
        const says = await checkBundle(registry, referrer, subject, { trust, problems });
        if (says !== undefined)
            return new result_checks/* Problems */.Zw().toCheck('attestation', says);
    }
    if (bundles.length === 0)
        problems.fail('No attestation is attached to the manifest');
    if (bundles.length > MOST_BUNDLES)
        problems.fail(`${bundles.length} attestations are attached, and no more than ${MOST_BUNDLES} are read`);
    return problems.toCheck('attestation', '');
}
/** @returns what it says, if it is what is looked for */
async function checkBundle(registry, { digest: name, layers: [payload] }, { digest, stated }, { trust, problems }) {
    const fail = (why) => {
        problems.fail(`The attestation ${name}: ${(0,kit_text/* withoutTrailing */.hT)(why, '.')}`);
        return undefined;
    };
    if (payload === undefined)
        return fail('it is empty');
    try {
        const verification = await (0,verify_bundle/* verifyBundle */.I)(await (0,blob_bytes/* blobBytes */.R)(registry, payload, format_bundle/* BUNDLE_LIMIT */.lI), trust);
        if (!verification.verified)
            return fail(verification.why);
        const { statement, signer } = verification;
        if (!(0,format_statement/* isAbout */.KH)(statement, digest))
            return fail('it is about something else');
        if (statement.predicateType !== slsa/* SLSA_PROVENANCE */.YD)
            return fail(`it is of the type ${statement.predicateType}, not provenance`);
        const provenance = (0,slsa/* readProvenance */.Ch)(statement.predicate, (why) => {
            throw new errors/* IntegrityError */.cs(`its provenance can't be used: ${why}.`);
        });
        const difference = originDifference(provenance, signer, stated);
        return difference === undefined ? describe(provenance, signer) : fail(difference);
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
        return undefined;
    }
}
/** Manifest, provenance and certificate may each name the source; those that do must agree. */
function originDifference({ source, revision }, signer, stated) {
    const claims = signer.by === 'identity' ? signer.claims : {};
    if (differs(source, stated.source))
        return `its source is ${source ?? ''}, but the manifest names ${stated.source ?? ''}`;
    if (differs(revision, stated.revision))
        return `its revision is ${revision ?? ''}, but the manifest names ${stated.revision ?? ''}`;
    if (differs(claims.sourceRepository, source))
        return `its certificate names the source ${claims.sourceRepository ?? ''}, but its provenance ${source ?? ''}`;
    if (differs(claims.sourceRevision, revision))
        return `its certificate names the revision ${claims.sourceRevision ?? ''}, but its provenance ${revision ?? ''}`;
    return undefined;
}
function differs(a, b) {
    return a !== undefined && b !== undefined && a !== b;
}
function describe({ builder, source, revision }, signer) {
    const who = signer.by === 'key' ? `the key ${signer.fingerprint}` : `${signer.identity} (${signer.issuer})`;
    const what = source === undefined ? '' : `, of ${source}${revision === undefined ? '' : ` at ${revision}`}`;
    return `Signed by ${who}; built by ${builder}${what}`;
}

// EXTERNAL MODULE: ./lib/place/open-base.js
var open_base = __webpack_require__(54545);
// EXTERNAL MODULE: ./lib/base/read-base.js + 1 modules
var read_base = __webpack_require__(67155);
// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
;// CONCATENATED MODULE: ./lib/verify/check-base.js




/**
 * Reads the store of each named base: all of them must have what a platform relies upon, and at least one must lack what it ships.
 * @throws CancelledError
 */
async function checkBase(bases, facts, place) {
    const problems = new result_checks/* Problems */.Zw();
    const stores = [];
    for (const reference of bases) {
        try {
            stores.push(await readStore(reference, facts, place));
        }
        catch (error) {
            (0,result_checks/* noteFault */.hT)(problems, error);
        }
    }
    if (problems.outcome !== 'passed')
        return (0,result_checks/* unchecked */.VJ)('base', problems.toCheck('base', '').says, facts.arch);
    for (const { name, narSizes, paths } of stores) {
        for (const [path, { narSize }] of facts.required) {
            if (narSizes.get(path) === narSize)
                continue;
            problems.fail(paths.has(path) ? `${path} is required but incomplete in ${name}` : `${path} is required but not in ${name}`);
        }
    }
    // With several bases, what only some of them have is shipped.
    for (const [path, { narSize }] of facts.shipped) {
        if (stores.every(({ narSizes }) => narSizes.get(path) === narSize))
            problems.fail(`${path} is shipped although ${stores.length === 1 ? 'the base has' : 'all bases have'} it`);
    }
    return problems.toCheck('base', `All required paths are there (${facts.required.size}), and no shipped path is (${facts.shipped.size})`, facts.arch);
}
async function readStore(reference, { arch }, { registries, cache }) {
    const { job } = registries;
    const opened = await (0,open_base/* openBase */.m)(reference, registries);
    try {
        return await (0,stages/* inStage */.uE)(job, `Read the store of ${reference.text} for ${arch}`, { unit: 'bytes' }, async (progress) => {
            const store = await (0,read_base/* readImage */.AM)(opened.source, await (0,open_base/* imageOf */.dT)(opened, reference, arch), (0,read_base/* readingFor */.QW)({ ...job, cache }, progress));
            return [{ ...store, name: reference.text }];
        });
    }
    finally {
        opened.close();
    }
}

// EXTERNAL MODULE: ./lib/verify/check-layers.js + 3 modules
var check_layers = __webpack_require__(59275);
// EXTERNAL MODULE: ./lib/feature/environment/complete-metadata.js
var complete_metadata = __webpack_require__(75675);
// EXTERNAL MODULE: ./lib/release/release-key.js
var release_key = __webpack_require__(48118);
// EXTERNAL MODULE: ./lib/feature/metadata/written-json.js
var written_json = __webpack_require__(83956);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/verify/platform-facts.js
var platform_facts = __webpack_require__(21964);
;// CONCATENATED MODULE: ./lib/verify/check-metadata.js







/** Bytes. Metadata have at most 1 MiB in what we publish; a parser's tree takes many times as much. */
const MOST_METADATA = 4 * 1024 * 1024;
/** Returns metadata that can be parsed; undefined if it is not JSON, or nested too deep for a parser. */
function readableMetadata(text) {
    try {
        if (text !== undefined)
            (0,parse_json/* parseJson */.qF)(text, { bytes: MOST_METADATA });
        return text;
    }
    catch (error) {
        if (error instanceof parse_json/* JsonError */.N3)
            return undefined;
        throw error;
    }
}
/** Compares the metadata of the annotation, of the tar, of the installer's facts and of the documents. */
function checkMetadata(published, tar, documents) {
    const problems = new result_checks/* Problems */.Zw();
    const { version } = published;
    const metadata = readableMetadata(published.metadata);
    const id = membersText(metadata, 'id');
    if (metadata === undefined)
        problems.fail('The manifest has no annotation with valid metadata');
    else if (metadata !== tar.metadata)
        problems.fail(tar.metadata === undefined ? "The Feature's tar has no metadata" : "The metadata of the manifest's annotation differs from the metadata in the Feature's tar");
    else if (id === undefined || membersText(metadata, 'version') !== version)
        problems.fail(`The metadata is not of the version ${version ?? '(none)'}`);
    const facts = new Set((tar.ours.get('feature.env')?.toString('utf8') ?? '').split('\n'));
    // What is wrong with the metadata of either makes no further problem of what the other says.
    const own = membersText(tar.metadata, 'id');
    if (!facts.has(`id=${own ?? ''}`) || !facts.has(`version=${membersText(tar.metadata, 'version') ?? ''}`)) {
        problems.fail("nix-feature/feature.env in the Feature's tar does not name the Feature and version of its metadata");
    }
    for (const document of documents)
        checkDocument(document, tar.metadata, problems);
    return problems.toCheck('metadata', `The same in the annotation, the tar and ${documents.length === 0 ? "the installer's facts" : 'each document'}: ${id ?? ''} ${version ?? ''}`);
}
function checkDocument({ feature, system, env }, metadata = '{}', problems) {
    const [id, version] = [membersText(metadata, 'id'), membersText(metadata, 'version')];
    if (feature.id !== id || feature.version !== version)
        return problems.fail(`The delta document for ${system} is of ${feature.id} ${feature.version}, but the metadata is of ${id ?? '(none)'} ${version ?? '(none)'}`);
    const [own, completed] = [metadata, (0,complete_metadata/* completeMetadata */.h)(metadata, feature.id, env)].map((json) => (0,written_json/* membersOf */.lS)(json).get('containerEnv'));
    if (own !== completed)
        problems.fail(`containerEnv of the metadata lacks what the delta document for ${system} says of the environment`);
}
function membersText(json, name) {
    return json === undefined ? undefined : (0,written_json/* stringOf */.Je)((0,written_json/* membersOf */.lS)(json).get(name));
}
/** Makes the release key again, of the Feature's tar and of what its platforms hold. */
function checkKey(published, tar, platforms) {
    const problems = new result_checks/* Problems */.Zw();
    const { key } = published;
    const metadata = tar.metadata ?? '';
    const hasLayers = platforms.some(({ layers, complement = [] }) => layers.length + complement.length > 0);
    // Of a Feature without layers nothing tells.
    const deliveries = tar.embedded.size > 0 ? ['embed'] : hasLayers ? ['layers'] : ['embed', 'layers'];
    const keyed = platforms.map(platform_facts/* keyedOf */.Ou);
    // Earlier versions of this program took the metadata in its own order.
    const made = [(0,release_key/* keyMetadata */.L)(metadata), metadata].flatMap((text) => filesOf(tar).flatMap((files) => deliveries.map((delivery) => (0,release_key/* releaseKey */.D)({ metadata: text, files, delivery, documents: keyed }))));
    if (key === undefined || !made.includes(key))
        problems.fail(`The release key is ${key ?? '(none)'}, but what is published gives ${made[0] ?? '(none)'}`);
    return problems.toCheck('key', `Recomputed: ${key ?? ''}`);
}
/** An author who wrote none got an install.sh; one who wrote the very same is to be told apart by the key alone. */
function filesOf({ files }) {
    return files.some(isGenerated) ? [files.filter((file) => !isGenerated(file)), files] : [files];
}
function isGenerated({ name, bytes }) {
    return name === 'install.sh' && bytes.equals(Buffer.from(bundle/* GENERATED_INSTALL */.S9));
}

// EXTERNAL MODULE: ./lib/policy/check-policy.js + 1 modules
var check_policy = __webpack_require__(36984);
// EXTERNAL MODULE: ./lib/policy/policy-facts.js
var policy_facts = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/request/rules.js
var rules = __webpack_require__(27950);
;// CONCATENATED MODULE: ./lib/verify/check-policy.js





const NO_SIGNER = 'no signer was named: give key or identity';
const NO_SBOMS = 'SBOMs could not be looked for: they are attached to a Feature in a registry';
const NO_LEAKS = 'only the build searches for leaks: leave the rule out of a policy for verify';
/**
 * Holds a policy against what is published. Each rule is one check, and one for each platform if it is about platforms.
 * What the rule is about but is not known here could not be checked. Exceptions that are not needed are no fault of what is published.
 * @param today `2026-12-31`
 */
function checkPublishedPolicy(policy, facts, today) {
    const findings = (0,check_policy/* checkPolicy */.h)(policy, policyFacts(facts, today));
    return rules/* POLICY_RULES */.b.flatMap((rule) => scopesOf(policy, rule, facts.arches).map((arch) => checkRule(findings.filter((finding) => finding.rule === rule && finding.arch === arch), { rule, arch, unread: unreadIn(facts, rule, arch) })));
}
function policyFacts({ platforms, metas, attestation }, today) {
    return {
        platforms: platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [{ arch, document, metas: metas?.get(arch) }])),
        attested: attestation === undefined || attestation.outcome === 'unchecked' ? undefined : attestation.outcome === 'passed',
        leaks: undefined,
        today,
        unknown: { leaks: NO_LEAKS, attestation: attestation?.says ?? NO_SIGNER, ...(metas === undefined && { licences: NO_SBOMS }) },
    };
}
/** What a rule is about, as far as the policy has it: the release (undefined), or each platform. */
function scopesOf({ licences, forbid, size, attestation, leaks, nixpkgs }, rule, arches) {
    const [release, platforms] = {
        licences: [false, licences !== undefined],
        forbid: [false, forbid.length > 0],
        size: [size?.delta !== undefined, size?.closure !== undefined],
        attestation: [attestation !== undefined, false],
        leaks: [leaks !== undefined, false],
        nixpkgs: [false, nixpkgs !== undefined],
    }[rule];
    return [...(release === true ? [undefined] : []), ...(platforms === true ? arches : [])];
}
/** The platforms without whose delta documents nothing can be said. */
function unreadIn({ platforms }, rule, arch) {
    if (rule === 'attestation' || rule === 'leaks')
        return [];
    return platforms.filter((platform) => platform.document === undefined && (arch === undefined || platform.arch === arch)).map((platform) => platform.arch);
}
function checkRule(findings, { rule, arch, unread }) {
    const problems = new result_checks/* Problems */.Zw();
    for (const each of unread)
        problems.skip(`${rule}: the delta document for ${each} is missing`);
    const warnings = [];
    for (const finding of findings) {
        const text = (0,kit_text/* withoutTrailing */.hT)((0,policy_facts/* describeFinding */.j)(finding), '.');
        if (finding.severity === 'error')
            problems.fail(`${rule}: ${text}`);
        else if (finding.severity === 'unchecked')
            problems.skip(`${rule}: ${text}`);
        // Those of exceptions are about the policy.
        else if (finding.line === undefined && finding.package !== undefined)
            warnings.push(finding.message);
    }
    const [first] = warnings;
    const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
    return problems.toCheck('policy', `${rule}: the policy holds${first === undefined ? '' : `; a warning: ${first}${more}`}`, arch);
}

// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/release/same-release.js
var same_release = __webpack_require__(283);
;// CONCATENATED MODULE: ./lib/verify/check-rebuild.js





/**
 * Holds what somebody built again from the locked flake against what is published: the Feature's own files and metadata, and of each
 * platform the output and the NAR hash of every path that is shipped or relied upon. How they were packed may differ.
 * @param folders layouts that builds wrote
 * @throws CancelledError
 */
async function checkRebuild(folders, { published, platforms }) {
    if (folders.length === 0)
        return [];
    const problems = new result_checks/* Problems */.Zw();
    const layouts = [];
    for (const folder of folders) {
        try {
            layouts.push(await (0,built_layout/* readBuiltLayout */.n)(folder));
        }
        catch (error) {
            (0,result_checks/* noteFault */.hT)(problems, error);
        }
    }
    // What is wrong with a build is nothing that the Feature could help.
    if (problems.outcome !== 'passed')
        return [(0,result_checks/* unchecked */.VJ)('rebuild', problems.toCheck('rebuild', '').says)];
    const documents = new Map(platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [[arch, document]])));
    const built = new Map(layouts.flatMap((layout) => layout.platforms.map((platform) => [platform.arch, platform])));
    return [
        documents.size < published.platforms.size || readableMetadata(published.metadata) === undefined
            ? (0,result_checks/* unchecked */.VJ)('rebuild', 'Not all documents, or the metadata, could be read')
            : checkOwnPart(published, documents, layouts),
        ...platforms.map(({ arch, facts }) => checkPlatform(arch, facts, built.get(arch))),
    ];
}
function checkOwnPart(published, documents, layouts) {
    const problems = new result_checks/* Problems */.Zw();
    for (const { facts, files, folder } of layouts) {
        if (facts.feature.version !== published.version)
            problems.fail(`${folder} is a build of ${facts.feature.id} ${facts.feature.version}, but ${published.version ?? ''} is published`);
        else {
            const difference = (0,same_release/* ownDifference */.ol)(published, documents, { id: facts.feature.id, metadata: facts.metadata, files, delivery: facts.delivery });
            if (difference !== undefined)
                problems.fail(`Of ${folder}, ${difference}`);
        }
    }
    return problems.toCheck('rebuild', 'The same metadata, files and delivery');
}
function checkPlatform(arch, facts, built) {
    if (facts === undefined)
        return (0,result_checks/* unchecked */.VJ)('rebuild', 'Its contents are unknown', arch);
    if (built === undefined)
        return (0,result_checks/* unchecked */.VJ)('rebuild', 'It was not rebuilt', arch);
    const problems = new result_checks/* Problems */.Zw();
    const again = (0,platform_facts/* factsOfDocument */.o1)(built.document);
    if (again.storePath !== facts.storePath)
        problems.fail(`${facts.storePath} is published, but the build made ${again.storePath}`);
    for (const what of ['shipped', 'required']) {
        for (const [path, { narHash }] of facts[what]) {
            const found = again[what].get(path)?.narHash;
            if (found === undefined)
                problems.fail(`${path} is ${what}, but not in the rebuild`);
            else if (found !== narHash)
                problems.fail(`${path} is published with ${narHash}, but was built with ${found}`);
        }
        for (const path of again[what].keys())
            if (!facts[what].has(path))
                problems.fail(`${path} would be ${what}, but is not published`);
    }
    return problems.toCheck('rebuild', `The same output and the same ${facts.shipped.size + facts.required.size} paths, by their NAR hashes`, arch);
}

// EXTERNAL MODULE: ./lib/feature/metadata/versions.js
var versions = __webpack_require__(53597);
;// CONCATENATED MODULE: ./lib/verify/check-tags.js


/**
 * Checks the tag that a Feature was named by, and the tags of its version: each must name what it stands for. A missing tag is no fault,
 * because a copy need not have it.
 * @throws CancelledError
 */
async function checkTags(registry, tag, published) {
    const problems = new result_checks/* Problems */.Zw();
    const version = (0,versions/* parseVersion */.ot)(published.version ?? '');
    if (version === undefined)
        problems.fail(`The manifest has no version to compare the tag ${tag} with`);
    else {
        checkOwnTag(tag, version, problems);
        await checkNamed(registry, published, version, problems);
        await checkMoving(registry, tag, version, problems);
    }
    return problems.toCheck('tags', `The tag ${tag} names version ${published.version ?? ''}`);
}
/** `1.2.0` names 1.2.0; a tag that is no version may name any. */
function checkOwnTag(tag, version, problems) {
    const isPart = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?$/.test(tag);
    const isWrong = isPart ? !(0,versions/* movingTags */.Ui)(version).some((moving) => moving.tag === tag) : (0,versions/* parseVersion */.ot)(tag) !== undefined && tag !== version.text;
    if (isWrong)
        problems.fail(`The tag ${tag} names version ${version.text}`);
}
async function checkNamed(registry, { digest, platforms }, version, problems) {
    const named = [[version.text, digest], ...[...platforms].map(([arch, platform]) => [(0,versions/* archTag */.p9)(version.text, arch), platform.digest])];
    await Promise.all(named.map(async ([tag, wanted]) => {
        try {
            const found = await registry.head(tag);
            if (found !== undefined && found.digest !== wanted)
                problems.fail(`The tag ${tag} names ${found.digest}, but for version ${version.text} it should name ${wanted}`);
        }
        catch (error) {
            (0,result_checks/* noteFault */.hT)(problems, error);
        }
    }));
}
async function checkMoving(registry, tag, version, problems) {
    const moving = (0,versions/* movingTags */.Ui)(version).find((each) => each.tag === tag);
    if (moving === undefined)
        return;
    try {
        const highest = (0,versions/* highestRelease */.UL)(await registry.tags(), moving);
        if (highest !== undefined && highest.text !== version.text)
            problems.fail(`The tag ${tag} names version ${version.text}, but ${highest.text} is published too`);
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
    }
}

// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
// EXTERNAL MODULE: ./lib/portable/open-source.js + 1 modules
var open_source = __webpack_require__(35115);
;// CONCATENATED MODULE: ./lib/verify/open-subject.js




const open_subject_all = () => true;
/**
 * Opens what is verified; nothing is read of it.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file or folder, or it holds no Feature; RegistryError, IntegrityError, CancelledError
 */
async function openSubject(request, registries, cleanup) {
    const { source } = request;
    const name = source.text;
    if (source.kind === 'layout') {
        const opened = await (0,open_base/* openBase */.m)(source, registries);
        cleanup.defer(() => opened.close());
        return { name, source: opened.source, registry: undefined, tag: undefined, holds: open_subject_all };
    }
    const { reader, holds = open_subject_all } = await (0,open_source/* openFeature */.$)({ ...request, source, namespace: '' }, registries, cleanup);
    if (!(reader instanceof registry/* Registry */.O))
        return { name, source: reader, registry: undefined, tag: undefined, holds };
    const { tag, digest } = (0,reference/* parseReference */.F2)(name);
    return { name, source: reader, registry: reader, tag: digest === undefined ? (tag ?? 'latest') : undefined, holds };
}

// EXTERNAL MODULE: ./lib/delta/layers/known-layers.js
var known_layers = __webpack_require__(77365);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/verify/tar-facts.js





/** Returns the platforms in the lists of a Feature's tar, which the installer uses (docs/reference/formats.md, "The install bundle"). */
function tarPlatforms({ ours }) {
    return platform/* ARCHES */.Pr.filter((arch) => ours.has(`${(0,platform/* systemOf */.br)(arch)}/manifest`));
}
/**
 * Reads those of one platform. Later versions may add to the end of a line, and may add files.
 * @throws IntegrityError
 */
function factsOfTar({ ours }, arch) {
    const system = (0,platform/* systemOf */.br)(arch);
    const read = (name) => new Lines(ours, `${system}/${name}`);
    const [shipped, required] = [read('paths'), read('requires')];
    const nars = new Map([...narsOf(required), ...narsOf(shipped)]);
    const complement = ours.has(`${system}/complement-manifest`) ? layersOf(read('complement-manifest'), read('complement-paths'), nars) : undefined;
    const layers = layersOf(read('manifest'), shipped, nars);
    return { arch, system, storePath: storePathOf(read('env-path')), layers, complement, shipped: narsOf(shipped), required: narsOf(required) };
}
/** A file of lines, each of words. */
class Lines {
    #name;
    #lines;
    constructor(files, name) {
        const text = files.get(name)?.toString('utf8');
        this.#name = name;
        if (text === undefined)
            throw new errors/* IntegrityError */.cs(`The Feature's tar has no nix-feature/${name}.`);
        if (text !== '' && !text.endsWith('\n'))
            throw new errors/* IntegrityError */.cs(`nix-feature/${name} in the Feature's tar is cut short.`);
        this.#lines = text === '' ? [] : text.slice(0, -1).split('\n').map((line) => line.split(' '));
    }
    /** @param read returns undefined for an invalid line */
    map(read) {
        return this.#lines.map((words, index) => {
            const value = read(words);
            if (value === undefined)
                throw new errors/* IntegrityError */.cs(`nix-feature/${this.#name} in the Feature's tar has an invalid line ${index + 1}.`);
            return value;
        });
    }
}
function storePathOf(lines) {
    const [path, ...others] = lines.map(([text = '']) => ((0,store_path/* isStorePath */.zP)(text) ? text : undefined));
    if (path === undefined || others.length > 0)
        throw new errors/* IntegrityError */.cs("nix-feature/*/env-path in the Feature's tar is not one store path.");
    return path;
}
/** `<path> sha256:<hex> <NAR size>` */
function narsOf(lines) {
    return new Map(lines.map(([path = '', hash = '', size = '']) => {
        const narSize = countOf(size);
        if (!(0,store_path/* isStorePath */.zP)(path) || !(0,format_digest/* isDigest */.Bc)(hash) || narSize === undefined)
            return undefined;
        return [path, { narHash: `sha256-${Buffer.from(hash.slice('sha256:'.length), 'hex').toString('base64')}`, narSize }];
    }));
}
/** `<digest> <size> <diff id> <media type> <file name> <bytes that it unpacks to, at most>`; which paths are in it, each path says. */
function layersOf(manifest, paths, nars) {
    const homes = new Map();
    for (const [path, digest] of paths.map(homeOf)) {
        const home = homes.get(digest) ?? [];
        home.push(path);
        homes.set(digest, home);
    }
    return manifest.map(([digest = '', size = '', diffId = '', mediaType = '', , most = '']) => {
        const [bytes, mostBytes] = [countOf(size), countOf(most)];
        if (!(0,format_digest/* isDigest */.Bc)(digest) || !(0,format_digest/* isDigest */.Bc)(diffId) || bytes === undefined || mostBytes === undefined)
            return undefined;
        if (mediaType !== media_types/* LAYER_GZIP */.fc && mediaType !== media_types/* LAYER_ZSTD */.wd)
            return undefined;
        return { digest, size: bytes, mediaType, diffId, tarSize: undefined, mostBytes, paths: homes.get(digest) ?? [], nars };
    });
}
function homeOf([path = '', , , digest = '']) {
    return (0,store_path/* isStorePath */.zP)(path) && (0,format_digest/* isDigest */.Bc)(digest) ? [path, digest] : undefined;
}
function countOf(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/verify/read-platform.js












/** Files of the installer that say what no other list says. */
const RECORDS = ['registration', 'requires-registration', 'environment'];
const COPIED = 'a copy may lack it, because copying tools follow no annotations (docs/verify/verifying.md, "Copies")';
/**
 * Reads a platform's manifest and delta document, and compares them with each other and with the lists in the Feature's tar,
 * which the installer goes by. If the document is wrong, its layers are compared with the tar alone.
 * @throws CancelledError
 */
async function readPlatform(subject, { arch, platform }, tar) {
    const [own, documentProblems] = [new result_checks/* Problems */.Zw(), new result_checks/* Problems */.Zw()];
    const manifest = await readManifest(subject, platform, own);
    const config = platform.document ?? manifest?.config;
    const document = await readConfig(subject, { arch, config, isCopy: manifest === undefined }, documentProblems);
    if (manifest !== undefined && platform.document !== undefined && manifest.config.digest !== platform.document.digest) {
        documentProblems.fail(`The platform manifest has the document ${manifest.config.digest}, but the Feature's manifest says ${platform.document.digest}`);
    }
    const inTar = tar === undefined ? undefined : tarFacts(tar, arch, documentProblems);
    if (document !== undefined)
        read_platform_checkDocument(document, tar, inTar, documentProblems);
    const facts = document !== undefined && documentProblems.outcome === 'passed' ? (0,platform_facts/* factsOfDocument */.o1)(document) : (inTar ?? (document === undefined ? undefined : (0,platform_facts/* factsOfDocument */.o1)(document)));
    if (manifest !== undefined && facts !== undefined)
        await checkManifest(subject, manifest, facts, own);
    return {
        arch,
        document,
        facts,
        checks: [
            own.toCheck('platform', `${platform.digest}, with the layers of its document`, arch),
            documentProblems.toCheck('document', `${config?.digest ?? ''}, and the installer's lists say the same`, arch),
        ],
    };
}
async function readManifest({ source, holds, name }, { digest }, problems) {
    try {
        if (!holds(digest))
            throw new errors/* IntegrityError */.cs('', { cause: { code: 'ENOENT' } });
        const parsed = (0,parse_manifest/* parseManifest */.N)(await source.manifest(digest), name);
        if (parsed.kind === 'manifest' && parsed.manifest.artifactType === media_types/* DELTA_ARTIFACT */.YD && parsed.manifest.config.mediaType === media_types/* DELTA_CONFIG */.kt)
            return parsed.manifest;
        problems.fail(`${digest} is not the manifest of a delta`);
    }
    catch (error) {
        if ((0,result_checks/* isGone */.ST)(error))
            problems.skip(`The platform manifest ${digest} is missing: ${COPIED}`);
        else
            (0,result_checks/* noteFault */.hT)(problems, error);
    }
    return undefined;
}
async function readConfig({ source, name }, { arch, config, isCopy }, problems) {
    if (config === undefined) {
        problems.skip('Its digest is unknown');
        return undefined;
    }
    try {
        const document = await (0,release_published/* readDocument */.u0)(source, config, `The delta document of ${name} for ${arch}`);
        if ((0,platform/* archOf */.Qh)(document.system) === arch)
            return document;
        problems.fail(`The delta document for ${arch} is for ${document.system}`);
    }
    catch (error) {
        if (isCopy && (0,result_checks/* isGone */.ST)(error))
            problems.skip(`The delta document ${config.digest} is missing: ${COPIED}`);
        else
            (0,result_checks/* noteFault */.hT)(problems, error);
    }
    return undefined;
}
function tarFacts(tar, arch, problems) {
    try {
        return factsOfTar(tar, arch);
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
        return undefined;
    }
}
function read_platform_checkDocument(document, tar, inTar, problems) {
    const nars = new Map(document.closure.map(({ path, narHash }) => [path, { narHash }]));
    for (const { key, digest, paths } of [...document.layers, ...(document.complement ?? [])]) {
        if ((0,known_layers/* layerKey */.n)(paths, nars) !== key)
            problems.fail(`The key of the layer ${digest} does not match its paths`);
    }
    if (tar === undefined || inTar === undefined)
        return problems.skip("The Feature's tar can't be used, so its lists were not compared");
    const [said, listed] = [(0,platform_facts/* factLines */.Kp)((0,platform_facts/* factsOfDocument */.o1)(document)), (0,platform_facts/* factLines */.Kp)(inTar)];
    const [known, inLists] = [new Set(said), new Set(listed)];
    for (const line of said)
        if (!inLists.has(line))
            problems.fail(`The document says "${line}", but the lists in the Feature's tar don't`);
    for (const line of listed)
        if (!known.has(line))
            problems.fail(`The lists in the Feature's tar say "${line}", but the document doesn't`);
    checkRecords(document, tar, problems);
}
/** The registry and the options are no platform's. */
function checkRecords(document, { ours }, problems) {
    const made = new Map((0,bundle/* bundleFiles */.e6)({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }]).map(({ name, text }) => [name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), text]));
    for (const record of RECORDS) {
        const name = `${document.system}/${record}`;
        if (ours.get(name)?.toString('utf8') !== made.get(name))
            problems.fail(`nix-feature/${name} in the Feature's tar does not match the document`);
    }
}
/** It lists the delta's layers, the store path, and the complement's layers, and nothing else. */
async function checkManifest({ source }, { layers }, { storePath, layers: own, complement = [] }, problems) {
    const text = `${storePath}\n`;
    const envPath = { mediaType: media_types/* ENV_PATH */.cc, digest: (0,format_digest/* digestOf */.ol)(text), size: text.length };
    const wanted = [...own, envPath, ...complement];
    const differs = wanted.findIndex(({ digest, size, mediaType }, index) => layers[index]?.digest !== digest || layers[index].size !== size || layers[index].mediaType !== mediaType);
    if (differs >= 0)
        problems.fail(`The layer ${differs + 1} of the platform manifest is ${layers[differs]?.digest ?? '(none)'} and should be ${wanted[differs]?.digest ?? ''}`);
    else if (layers.length > wanted.length)
        problems.fail(`The platform manifest lists ${layers.length} layers, but its platform has ${wanted.length}`);
    else
        await (0,blob_bytes/* blobBytes */.R)(source, envPath).catch((error) => (0,result_checks/* noteFault */.hT)(problems, error));
}

// EXTERNAL MODULE: ./lib/feature/manifest/feature-manifest.js
var feature_manifest = __webpack_require__(85972);
// EXTERNAL MODULE: ./lib/oci/pull/hub-name.js
var hub_name = __webpack_require__(1548);
;// CONCATENATED MODULE: ./lib/verify/read-root.js







/**
 * Reads the manifest that a reference names, which must be a Feature that nix-feature published.
 * @returns undefined if nothing further can be looked at
 * @throws CancelledError
 */
async function readRoot({ source, name }, problems) {
    try {
        const raw = await (0,hub_name/* orTakenForHub */.b1)(name, source, () => source.root());
        const parsed = (0,parse_manifest/* parseManifest */.N)(raw, name);
        if (parsed.kind === 'index')
            problems.fail(`${name} is an index, not a Feature's manifest`);
        if (parsed.kind === 'index')
            return undefined;
        const { manifest } = parsed;
        const published = (0,release_published/* publishedAs */.hY)(name, raw);
        const why = foreign(manifest, published);
        const [tar] = manifest.layers;
        if (why !== undefined || tar === undefined)
            problems.fail(`${name} ${why ?? 'has no layers'}`);
        else
            await (0,blob_bytes/* blobBytes */.R)(source, manifest.config).catch((error) => (0,result_checks/* noteFault */.hT)(problems, error));
        return why !== undefined || tar === undefined ? undefined : { raw, manifest, published, tar };
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, error);
        return undefined;
    }
}
/** Why it is not a Feature that nix-feature published; the end of a sentence. */
function foreign({ artifactType, config, layers, annotations }, { key, platforms }) {
    if (artifactType === media_types/* DELTA_ARTIFACT */.YD)
        return 'is one platform of a Feature: name the Feature by its version alone';
    if (layers.some(({ mediaType }) => mediaType === media_types/* COLLECTION_LAYER */.ZJ))
        return 'is a collection of Features: name one of them';
    if (config.mediaType !== media_types/* DEVCONTAINER_CONFIG */.Wj || layers[0]?.mediaType !== media_types/* DEVCONTAINER_LAYER */.nz)
        return 'is not a Dev Container Feature';
    if (key === undefined)
        return annotations?.[feature_manifest/* KEY_ANNOTATION */.qc] === undefined ? 'is a Feature that nix-feature did not publish' : 'has an invalid release key';
    return platforms.size === 0 ? 'names no platform' : undefined;
}
/** Checks that a Feature's manifest lists, after its tar, the layers of each platform, then those of each complement, none of them twice. */
function checkRootLayers({ manifest }, platforms, problems) {
    const all = [...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement = [] }) => complement)];
    const wanted = all.filter(({ digest }, index) => all.findIndex((layer) => layer.digest === digest) === index);
    const [, ...listed] = manifest.layers;
    for (const [index, layer] of wanted.entries()) {
        const found = listed[index];
        if (found?.digest === layer.digest && found.size === layer.size && found.mediaType === layer.mediaType)
            continue;
        return problems.fail(`The layer ${index + 2} of the manifest is ${found?.digest ?? '(none)'} and should be ${layer.digest}`);
    }
    if (listed.length > wanted.length)
        problems.fail(`The manifest lists ${manifest.layers.length} layers, but its tar and its platforms have ${wanted.length + 1}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/feature/files/unpack-feature-tar.js
var unpack_feature_tar = __webpack_require__(76323);
;// CONCATENATED MODULE: ./lib/verify/read-tar.js










/** Bytes of all that is kept in memory: an author's files have at most 32 MiB. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_MEMBERS = 100_000;
const EMBEDDED = /^[a-z0-9_]+-linux\/layers\/[^/]+$/;
/**
 * Reads a Feature's tar, as a stream: its members must be as `featureTar` writes them. Layers in it are hashed and not kept.
 * @param where "the tar of ghcr.io/org/tool:1.2.0"
 * @returns undefined if its bytes can't be trusted
 * @throws CancelledError
 */
async function readTar(source, descriptor, where, problems) {
    const reading = new Reading(where, problems);
    const members = (0,tar_stream.extract)();
    const looking = (async () => {
        for await (const member of members) {
            if (reading.begin(member.header))
                for await (const chunk of member)
                    reading.take(chunk);
            else
                member.resume();
            reading.end();
        }
    })();
    try {
        await Promise.all([(0,external_node_stream_promises_.pipeline)(source.blob(descriptor), members), looking]);
        return reading.result();
    }
    catch (error) {
        (0,result_checks/* noteFault */.hT)(problems, (0,unpack_feature_tar/* tarFailure */.U)(where, error));
        return undefined;
    }
}
class Reading {
    #where;
    #problems;
    #files = new Map();
    #ours = new Map();
    #embedded = new Map();
    #seen = new Set();
    #metadata;
    #bytes = 0;
    #chunks = [];
    #open;
    constructor(where, problems) {
        this.#where = where;
        this.#problems = problems;
    }
    /** @returns false if nothing of it is looked at */
    begin(header) {
        this.#open = undefined;
        if (this.#seen.size >= MOST_MEMBERS)
            throw new errors/* IntegrityError */.cs(`${this.#where} has more than ${MOST_MEMBERS} members.`);
        const name = this.#nameOf(header);
        if (name === undefined || name === '')
            return false;
        if (this.#seen.has(name)) {
            this.#problems.fail(`${this.#where} has the member ${shown(name)} twice`);
            return false;
        }
        this.#seen.add(name);
        if (header.type === 'directory')
            return false;
        const isEmbedded = name.startsWith(`${bundle/* BUNDLE_FOLDER */.oA}/`) && EMBEDDED.test(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1));
        this.#open = { name, executable: (header.mode & 0o100) !== 0, hash: isEmbedded ? (0,external_node_crypto_.createHash)('sha256') : undefined };
        return true;
    }
    take(chunk) {
        if (this.#open?.hash !== undefined) {
            this.#open.hash.update(chunk);
            return;
        }
        this.#bytes += chunk.length;
        if (this.#bytes > MOST_BYTES)
            throw new errors/* IntegrityError */.cs(`${this.#where} has more than ${MOST_BYTES} bytes besides its layers.`);
        this.#chunks.push(Buffer.from(chunk));
    }
    end() {
        if (this.#open === undefined)
            return;
        const { name, executable, hash } = this.#open;
        const bytes = Buffer.concat(this.#chunks);
        this.#chunks = [];
        if (hash !== undefined)
            this.#embedded.set(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), (0,format_digest/* digestOfHex */.z9)(hash.digest('hex')));
        else if (name === metadata/* METADATA_FILE */.VR)
            this.#metadata = bytes.toString('utf8');
        else if (name.startsWith(`${bundle/* BUNDLE_FOLDER */.oA}/`))
            this.#ours.set(name.slice(bundle/* BUNDLE_FOLDER */.oA.length + 1), bytes);
        else
            this.#files.set(name, { name, executable, bytes });
    }
    result() {
        return { metadata: readableMetadata(this.#metadata), files: [...this.#files.values()], ours: this.#ours, embedded: this.#embedded };
    }
    /** @returns without `./`; undefined for a member that should not be there */
    #nameOf({ name, type, mode, uid, gid, mtime }) {
        const fail = (why) => {
            this.#problems.fail(`${this.#where} has the member ${shown(name)}, ${why}`);
            return undefined;
        };
        if (type !== 'file' && type !== 'directory')
            return fail(`which is a ${type}: only files and folders belong there`);
        const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
        if (plain !== '' && (!name.startsWith('./') || plain.split('/').some((part) => part === '' || part === '.' || part === '..')))
            return fail('which leads out of the folder');
        const modes = type === 'directory' ? [0o755] : [0o644, 0o755];
        if (!modes.includes(mode & 0o7777))
            return fail(`with the mode ${mode.toString(8).padStart(4, '0')}`);
        if (uid !== 0 || gid !== 0)
            return fail('which does not belong to root');
        if (mtime?.getTime() !== 1000)
            return fail('which has a time other than 1');
        return plain;
    }
}
function shown(name) {
    return JSON.stringify(name.slice(0, 200));
}

;// CONCATENATED MODULE: ./lib/app/verify.js
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























// Both src/app and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Checks a Feature from the outside: with nothing but the place where it lies, all that it says of itself is made again or
 * compared. What can't be read is said, and never thrown.
 * @throws InputError if it is not for an arch that was asked for; Failure if a file or folder holds no Feature; CancelledError
 */
async function verifyFeature(request, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = Date.now();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const registries = new pull_registries/* Registries */.I(request, host);
        const subject = await openSubject(request, registries, cleanup);
        const manifest = new result_checks/* Problems */.Zw();
        const root = await readRoot(subject, manifest);
        const rest = root === undefined ? [] : await checkAll({ subject, root, manifest, request, place: { registries, cache: host.cache }, cleanup });
        const checks = [manifest.toCheck('manifest', root?.raw.digest ?? ''), ...rest].toSorted((a, b) => placeOf(a) - placeOf(b));
        const { published } = root ?? {};
        return { name: subject.name, digest: root?.raw.digest, version: published?.version, arches: archesOf(checks), checks, given: request.given, duration: Date.now() - started };
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
async function checkAll(verification) {
    const { subject, root, manifest, request, place, cleanup } = verification;
    const { published } = root;
    refuseMissing(request.arches, [...published.platforms.keys()], subject.name);
    const tarProblems = new result_checks/* Problems */.Zw();
    const tar = await readTar(subject.source, root.tar, `The tar of ${subject.name}`, tarProblems);
    const all = await Promise.all([...published.platforms].map(([arch, platform]) => readPlatform(subject, { arch, platform }, tar)));
    const wanted = request.arches.length === 0 ? all : all.filter(({ arch }) => request.arches.includes(arch));
    const facts = all.flatMap((platform) => platform.facts ?? []);
    if (facts.length === all.length)
        checkRootLayers(root, facts, manifest);
    if (tar !== undefined)
        checkEmbedded(tar, facts, tarProblems);
    if (tar !== undefined)
        checkPlatforms(tar, published.platforms, tarProblems);
    const tags = subject.registry === undefined || subject.tag === undefined ? [] : [await checkTags(subject.registry, subject.tag, published)];
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-verify');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    const attached = await checkAttached(verification, wanted);
    const wantedFacts = wanted.flatMap((platform) => platform.facts ?? []);
    return [
        ...tags,
        tarProblems.toCheck('tar', `${root.tar.digest}, as nix-feature writes it`),
        ...(await ownChecks(root, tar, all)),
        ...wanted.flatMap(({ checks }) => checks),
        ...wanted.filter((platform) => platform.facts === undefined).map(({ arch }) => (0,result_checks/* unchecked */.VJ)('layers', 'Its list of layers could not be read', arch)),
        ...(await (0,check_layers/* checkLayers */.H)(subject.source, wantedFacts, work, place.registries.job)),
        ...(await checkBases(request.bases, wantedFacts, place)),
        ...(await checkRebuild(request.rebuilt, { published, platforms: wanted })),
        ...attached.checks,
        ...(request.policy === undefined ? [] : checkPublishedPolicy(request.policy, { ...attached, platforms: all, arches: wanted.map(({ arch }) => arch) }, new Date().toISOString().slice(0, 10))),
    ];
}
/** What is about the Feature as a whole, and not about one platform. */
async function ownChecks(root, tar, platforms) {
    if (tar === undefined)
        return ['runtime', 'metadata', 'key'].map((name) => (0,result_checks/* unchecked */.VJ)(name, "The Feature's tar can't be used"));
    const facts = platforms.flatMap((platform) => platform.facts ?? []);
    const documents = platforms.flatMap(({ document }) => document ?? []);
    const key = facts.length < platforms.length ? (0,result_checks/* unchecked */.VJ)('key', 'Not all of its platforms could be read') : checkKey(root.published, tar, facts);
    return [await checkRuntime(tar), checkMetadata(root.published, tar, documents), key];
}
/** The program that runs as root: only that of this version can be compared. */
async function checkRuntime({ ours }) {
    const problems = new result_checks/* Problems */.Zw();
    const found = ours.get('install.sh')?.toString('utf8');
    if (found === undefined)
        problems.fail("The Feature's tar has no nix-feature/install.sh");
    else if (found !== (await (0,runtime/* readRuntime */.F)(RUNTIME))) {
        problems.skip('nix-feature/install.sh differs from the one in this version of nix-feature: verify with the version that published it, or by an attestation');
    }
    return problems.toCheck('runtime', 'nix-feature/install.sh is that of this version of nix-feature');
}
/** The installer reads only the tar, so a platform that the manifest does not name would be installed without being verified. */
function checkPlatforms(tar, named, problems) {
    for (const arch of tarPlatforms(tar))
        if (!named.has(arch))
            problems.fail(`The Feature's tar has lists for ${arch}, and the manifest names no such platform`);
}
/** With `delivery: embed` the tar has every layer, and no other file among them. */
function checkEmbedded({ embedded }, platforms, problems) {
    if (embedded.size === 0)
        return;
    const wanted = new Map(platforms.flatMap(({ system, layers, complement = [] }) => [...layers, ...complement].map((layer) => [`${system}/layers/${(0,bundle/* layerFileName */.dX)(layer)}`, layer.digest])));
    for (const [name, digest] of wanted) {
        const found = embedded.get(name);
        if (found !== digest)
            problems.fail(`nix-feature/${name} in the Feature's tar has the digest ${found ?? '(none)'} and should have ${digest}`);
    }
    for (const name of embedded.keys())
        if (!wanted.has(name))
            problems.fail(`nix-feature/${name} in the Feature's tar is not one of its layers`);
}
async function checkBases(bases, platforms, place) {
    const checks = [];
    if (bases.length > 0)
        for (const facts of platforms)
            checks.push(await checkBase(bases, facts, place));
    return checks;
}
/** What is attached can be found in a registry alone. */
async function checkAttached({ subject: { registry }, root: { raw, manifest }, request: { trust } }, platforms) {
    const none = (why, ...checks) => {
        const attestation = trust === undefined ? undefined : (0,result_checks/* unchecked */.VJ)('attestation', why);
        return { metas: undefined, attestation, checks: attestation === undefined ? checks : [...checks, attestation] };
    };
    if (registry === undefined)
        return none('Attestations are attached only in registries, and this Feature is on disk');
    const { check, list } = await readAttached(registry, raw.digest);
    if (list === undefined)
        return none("What is attached can't be listed", check);
    const annotation = (name) => manifest.annotations?.[`org.opencontainers.image.${name}`];
    const created = Date.parse(annotation('created') ?? '');
    const stated = { source: annotation('source'), revision: annotation('revision') };
    const sboms = await checkSboms(registry, list, platforms, Number.isNaN(created) ? undefined : created / 1000);
    const attestation = trust === undefined ? undefined : await checkAttestation(registry, list, { digest: raw.digest, stated }, trust);
    return { metas: sboms.metas, attestation, checks: [check, ...sboms.checks, ...(attestation === undefined ? [] : [attestation])] };
}
function refuseMissing(wanted, there, name) {
    const missing = wanted.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new errors/* InputError */.dz('arches', `arches: ${name} is for ${(0,format/* formatList */.ki)(there)}, not for ${(0,format/* formatList */.ki)(missing)}.`);
}
function placeOf({ name, arch }) {
    return verify/* CHECKS */.ui.findIndex((check) => check.name === name) * 3 + (arch === undefined ? 0 : arch === 'amd64' ? 1 : 2);
}
function archesOf(checks) {
    return [...new Set(checks.flatMap(({ arch }) => arch ?? []))];
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ assemble),
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);
/* harmony import */ var _release_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92748);
/* harmony import */ var _release_same_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(283);





/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure if they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
function assemble(layouts, arches) {
    const [first, ...others] = layouts;
    if (first === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('There is nothing to publish: no layout is given.');
    for (const other of others) {
        for (const [what, of] of SAME)
            refuseDifference(what, [first, other], of);
        refuseMovedBase(first, other);
    }
    const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
    for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr) {
        const same = platforms.filter(({ platform }) => platform.arch === arch);
        if (same.length > 1)
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Several layouts are for ${arch}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(same.map(({ layout }) => layout.folder))}.`);
    }
    const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
    if (missing.length > 0) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.facts.feature.id} ${first.facts.feature.version} is not published: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(missing)} is missing. ` +
            `Only ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ platform }) => platform.arch))} was built.`, { hint: 'Check whether the job that builds it failed or did not run. No tag was written.' });
    }
    const ordered = _platform_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHES */ .Pr.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
    checkBases(ordered);
    return { facts: first.facts, files: first.files, platforms: ordered };
}
/** Whose release it is, and all content that is not each platform's own. */
const SAME = [
    ['Feature', ({ facts }) => facts.feature.id],
    ['version', ({ facts }) => facts.feature.version],
    ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
    ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
    ...(0,_release_content_js__WEBPACK_IMPORTED_MODULE_3__/* .agreedFacts */ .mO)().map(({ what, of }) => [what, ({ facts }) => of(facts)]),
];
function refuseDifference(what, [a, b], of) {
    const [left, right] = [String(of(a)), String(of(b))];
    if (left === right)
        return;
    const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${a.folder} and ${b.folder} don't belong together: their ${what} differs${values}.`, {
        hint: 'Publish only layouts that the jobs of one run built from one commit.',
    });
}
/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a, b) {
    for (const { name, digest } of a.facts.bases ?? []) {
        const other = b.facts.bases?.find((base) => base.name === name);
        if (other === undefined || other.digest === digest)
            continue;
        const [left, right] = [a, b].map(({ platforms }) => (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatList */ .ki)(platforms.map(({ arch }) => arch)));
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${left} and ${right} don't belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
            hint: 'It was pushed between the two jobs. Build all platforms again ("Re-run all jobs"), or name the base by digest.',
        });
    }
}
/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms) {
    const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
    const other = others.find(({ names }) => names !== first?.names);
    if (first === undefined || other === undefined)
        return;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${first.arch} and ${other.arch} don't belong together: they were built for different base images, ${first.names} and ${other.names}.`, { hint: 'Set the same base-image in each job of the matrix.' });
}
function baseNames({ document }) {
    const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
    return names.join(', ') || 'none';
}
function prepare(assembly, wanted, sign) {
    const { facts, files, platforms } = assembly;
    const documents = platforms.map(({ document }) => document);
    const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
    const metadata = (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .publishedMetadata */ .Eb)(content);
    return { assembly, content, metadata, delivery: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .deliveryOf */ .A9)(content), key: (0,_release_same_release_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(content), ...(sign === undefined ? {} : { sign }) };
}


/***/ }),

/***/ 47665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ composeFeature)
/* harmony export */ });
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85972);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26791);
/* harmony import */ var _feature_layer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15174);






/** Writes a Feature's tar and makes its manifest; nothing is sent. The same Feature gives the same bytes. */
async function composeFeature(prepared, place) {
    const { assembly, metadata, delivery, key, sign } = prepared;
    const { facts, platforms } = assembly;
    const { onGithub, ...own } = place;
    const tar = await (0,_feature_layer_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFeatureLayer */ .j)(assembly, { metadata, delivery, ...own, ...(sign === undefined ? {} : { sign }) });
    const config = { mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVCONTAINER_CONFIG */ .Wj, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v), size: _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v.length };
    const manifest = (0,_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .featureManifest */ .EX)({
        feature: facts.feature,
        metadata,
        key,
        config,
        tar: tar.descriptor,
        platforms,
        origin: facts.origin,
        onGithub,
        ...(facts.created === undefined ? {} : { created: facts.created }),
    });
    const bytes = Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(manifest));
    const blobs = (digest) => (digest === config.digest ? (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesContent */ .dy)(Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_CONFIG */ .$v)) : (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_4__/* .fileContent */ .qY)(tar.file));
    return { bytes, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), config, tar, blobs };
}


/***/ }),

/***/ 15174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ writeFeatureLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/feature/environment/runtime-options.js
var runtime_options = __webpack_require__(31479);
// EXTERNAL MODULE: ./lib/feature/files/bundle.js
var bundle = __webpack_require__(22500);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/runtime.js
var runtime = __webpack_require__(70642);
;// CONCATENATED MODULE: ./lib/feature/files/signed-files.js



/** What is signed: a line for each file. The runtime reads it, see docs/reference/formats.md. */
const SIGNED_LIST = `${bundle/* BUNDLE_FOLDER */.oA}/signed`;
const SIGNATURE = `${bundle/* BUNDLE_FOLDER */.oA}/signed.sig`;
const FORMAT = 'nix-feature-files-v1';
/** Layers are in the lists of layers, by digest; an exported Feature has them elsewhere. */
const LAYER = new RegExp(`^${bundle/* BUNDLE_FOLDER */.oA}/[^/]+/layers/`);
/** Makes the files that show who made a Feature's other files. @param files all of the others */
function signedFiles(files, sign) {
    const list = listOf(files);
    return [
        { name: SIGNED_LIST, bytes: list },
        { name: SIGNATURE, bytes: sign(Buffer.from(list)) },
    ];
}
/** `<SHA-256> <mode> <name>`, sorted by the bytes of the names. */
function listOf(files) {
    const lines = files
        .filter(({ name }) => !LAYER.test(name))
        .toSorted((a, b) => (0,feature_tar/* byBytes */.bg)(a.name, b.name))
        .map((file) => {
        if (!('bytes' in file))
            throw new Error(`${file.name} is neither a layer nor text`);
        return `${(0,external_node_crypto_.createHash)('sha256').update(file.bytes).digest('hex')} ${(0,feature_tar/* modeOf */.VV)(file).toString(8)} ${file.name}`;
    });
    return [FORMAT, ...lines].map((line) => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata_metadata = __webpack_require__(49793);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/http/registry-host.js
var registry_host = __webpack_require__(59042);
// EXTERNAL MODULE: ./lib/layout/built-layout.js + 1 modules
var built_layout = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/layout/feature-layer.js
















// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = (0,external_node_path_.join)(import.meta.dirname, '../../install');
/**
 * Writes `layers[0]` of a Feature (docs/reference/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
async function writeFeatureLayer(assembly, options) {
    const { metadata, registry, repository, delivery, work, sign } = options;
    // The runtime knows no names that stand for others, as docker.io does.
    const facts = { registry: (0,registry_host/* apiOrigin */.lG)(registry).host, repository, userLinks: false, options: (0,runtime_options/* runtimeOptionsOf */.gW)(metadata) };
    const files = [
        { name: metadata_metadata/* METADATA_FILE */.VR, bytes: metadata },
        ...assembly.files,
        ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: bundle/* GENERATED_INSTALL */.S9 }]),
        { name: `${bundle/* BUNDLE_FOLDER */.oA}/install.sh`, bytes: await (0,runtime/* readRuntime */.F)(RUNTIME) },
        ...(0,bundle/* bundleFiles */.e6)(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
        ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
    ];
    const file = (0,external_node_path_.join)(work, 'feature-layer.tar');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from((0,feature_tar/* featureTar */._8)(sign === undefined ? files : [...files, ...signedFiles(files, sign)])), async function* count(chunks) {
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

/***/ 36984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ checkPolicy)
});

// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/delta/compare/why-depends.js
var why_depends = __webpack_require__(88542);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/store/package-name.js
var package_name = __webpack_require__(54445);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/licences.js
var licences = __webpack_require__(35433);
;// CONCATENATED MODULE: ./lib/policy/rules.js






const DAY = 86_400;
/** Rules about a release as a whole. */
const RELEASE_RULES = [deltaSize, attestation, leaks];
/** Rules about each platform. */
const PLATFORM_RULES = [rules_licences, forbidden, closureSize, nixpkgsAge];
function deltaSize({ size }, { platforms }) {
    if (size?.delta === undefined)
        return [];
    const bytes = platforms.flatMap(({ document }) => document.layers).reduce((sum, layer) => sum + layer.size, 0);
    if (bytes <= size.delta)
        return [];
    return [{ rule: 'size', severity: 'error', message: `the layers have ${(0,format/* formatBytes */.z3)(bytes)}, and size.delta allows ${(0,format/* formatBytes */.z3)(size.delta)}`, why: [] }];
}
function closureSize({ size }, { arch, document }) {
    if (size?.closure === undefined)
        return [];
    const bytes = document.closure.reduce((sum, { narSize }) => sum + narSize, 0);
    if (bytes <= size.closure)
        return [];
    return [{ rule: 'size', severity: 'error', arch, message: `the closure has ${(0,format/* formatBytes */.z3)(bytes)}, and size.closure allows ${(0,format/* formatBytes */.z3)(size.closure)}`, why: [] }];
}
function attestation(policy, { attested, unknown }) {
    if (policy.attestation === undefined || attested === true)
        return [];
    if (attested === false)
        return [{ rule: 'attestation', severity: 'error', message: 'there is no valid attestation', why: [] }];
    return [{ rule: 'attestation', severity: 'unchecked', message: unknown?.attestation ?? 'only verifying can tell whether the release is attested', why: [] }];
}
function leaks(policy, { leaks: found, unknown }) {
    if (policy.leaks === undefined)
        return [];
    if (found === undefined)
        return [{ rule: 'leaks', severity: 'unchecked', message: unknown?.leaks ?? 'only the build can tell whether something leaks', why: [] }];
    const breaches = found.found.filter(({ severity }) => severity !== 'low');
    return [
        ...breaches.map(({ arch, message, why }) => ({ rule: 'leaks', severity: 'error', message, why, ...(arch === undefined ? {} : { arch }) })),
        ...(found.lost === 0 ? [] : [{ rule: 'leaks', severity: 'error', message: `there are ${(0,format/* formatNumberOf */.Of)(found.lost, 'further leak')} that can't be listed`, why: [] }]),
    ];
}
function rules_licences({ licences: rule }, platform, { unknown }) {
    if (rule === undefined)
        return [];
    const { arch, document, metas } = platform;
    if (metas === undefined)
        return [{ rule: 'licences', severity: 'unchecked', arch, message: unknown?.licences ?? 'there is no SBOM that names the licences', why: [] }];
    const allowed = rule.allow.map((pattern) => pattern.toLowerCase());
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        if (component.place !== 'shipped')
            return [];
        const names = (0,licences/* namesOf */.e)(component);
        if (names.length === 0)
            return rule.unknown === 'allow' ? [] : [{ component, severity: rule.unknown === 'fail' ? 'error' : 'warning', message: 'its flake names no licence' }];
        const wrong = names.filter((name) => !allowed.some((pattern) => (0,kit_text/* fitsWildcard */.b2)(name.toLowerCase(), pattern)));
        return wrong.length === 0 ? [] : [{ component, severity: 'error', message: `the licence ${wrong.join(', ')} is not in licences.allow` }];
    });
    return explained(breaches, 'licences', platform);
}
function forbidden({ forbid }, platform) {
    if (forbid.length === 0)
        return [];
    const { document, metas = new Map() } = platform;
    const breaches = (0,component/* componentsOf */.c)({ document, metas }).flatMap((component) => {
        const found = forbid.find(({ package: pattern, below }) => (0,kit_text/* fitsWildcard */.b2)(component.name, pattern) && (below === undefined || component.version === '' || (0,package_name/* comparePackageVersions */.z)(component.version, below) < 0));
        if (found === undefined)
            return [];
        const which = found.below === undefined ? 'is forbidden' : component.version === '' ? `is forbidden below ${found.below}, and its version is not known` : `is forbidden below ${found.below}`;
        return [{ component, severity: 'error', message: `${which}${found.reason === undefined ? '' : `: ${found.reason}`}` }];
    });
    return explained(breaches, 'forbid', platform);
}
function explained(breaches, rule, { arch, document }) {
    if (breaches.length === 0)
        return [];
    const references = new Map(document.closure.map((entry) => [entry.path, entry.references]));
    const reached = (0,why_depends/* reach */.g)((0,component/* rootsOf */.R)(document), { referencesOf: (path) => references.get(path) ?? [], within: new Set(references.keys()), dull: new Set() });
    return breaches.map(({ component: { name, version, path }, severity, message }) => ({
        rule,
        severity,
        arch,
        package: name,
        path,
        message: `${name}${version === '' ? '' : ` ${version}`}: ${message}`,
        why: (0,why_depends/* chainTo */.p)(path, reached),
    }));
}
/** Of each input that is nixpkgs by its name or its repository. */
function nixpkgsAge({ nixpkgs }, { arch, document }, { today }) {
    if (nixpkgs === undefined)
        return [];
    const inputs = Object.entries(Object(document.source.locked)).map(([name, input]) => ({ name, ...Object(input) }));
    const found = inputs.filter(({ name, repo }) => /^nixpkgs(?:$|[_-])/.test(name) || repo === 'nixpkgs');
    const now = Date.parse(`${today}T00:00:00Z`) / 1000;
    return found.flatMap(({ name, lastModified }) => {
        if (typeof lastModified !== 'number')
            return [{ rule: 'nixpkgs', severity: 'unchecked', arch, message: `the lock file does not say how old the input ${name} is`, why: [] }];
        const days = Math.floor((now - lastModified) / DAY);
        if (days <= nixpkgs.maxAgeDays)
            return [];
        return [{ rule: 'nixpkgs', severity: 'error', arch, message: `the input ${name} is ${(0,format/* formatNumberOf */.Of)(days, 'day')} old, and nixpkgs.max-age-days allows ${nixpkgs.maxAgeDays}`, why: [] }];
    });
}

;// CONCATENATED MODULE: ./lib/policy/check-policy.js


/**
 * Holds a policy against a release.
 * @returns what breaches it, what could not be checked, and exceptions that are out of date; in the order of the rules
 */
function checkPolicy(policy, facts) {
    const all = [...RELEASE_RULES.flatMap((rule) => rule(policy, facts)), ...facts.platforms.flatMap((platform) => PLATFORM_RULES.flatMap((rule) => rule(policy, platform, facts)))];
    const unchecked = new Set(all.flatMap(({ rule, severity }) => (severity === 'unchecked' ? [rule] : [])));
    const used = new Set();
    const left = all.flatMap((finding) => {
        if (finding.severity === 'unchecked')
            return [finding];
        const fitting = policy.exceptions.filter((exception) => isAbout(exception, finding));
        const valid = fitting.find(({ until }) => until >= facts.today);
        for (const exception of fitting)
            used.add(exception);
        if (valid !== undefined)
            return [];
        const [ended] = fitting;
        return [ended === undefined ? finding : { ...finding, message: `${finding.message}; its exception ended on ${ended.until}` }];
    });
    return [...left, ...policy.exceptions.filter((exception) => !used.has(exception) && !unchecked.has(exception.rule)).map(unused)];
}
function isAbout({ rule, package: pattern }, finding) {
    return rule === finding.rule && (0,kit_text/* fitsWildcard */.b2)(finding.package ?? '', pattern);
}
function unused({ rule, package: pattern, line }) {
    return { rule, severity: 'warning', message: `the exception for ${pattern === '*' ? rule : `${pattern} (${rule})`} is no longer needed`, why: [], ...(line === undefined ? {} : { line }) };
}


/***/ }),

/***/ 91544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeFinding)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);

/** Returns what a finding says, with the store path and what needs it: sentences with their full stops. */
function describeFinding({ message, path, why }) {
    const chain = why.length < 2 ? '' : ` It is needed by ${why.slice(0, -1).map(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb).join(' → ')}.`;
    return `${message}.${path === undefined ? '' : ` Path: ${path}.`}${chain}`;
}


/***/ }),

/***/ 62847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ keyBundle),
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   Sq: () => (/* binding */ signedBytes),
/* harmony export */   lI: () => (/* binding */ BUNDLE_LIMIT),
/* harmony export */   q$: () => (/* binding */ BUNDLE_TYPE)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);





/** The sigstore bundle format, version 0.3: artifact type and media type of what is attached. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** What others may have attached. */
const READ_TYPES = [BUNDLE_TYPE, 'application/vnd.dev.sigstore.bundle+json;version=0.3', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.1'];
/** Bytes. The payload is in it as base64. */
const BUNDLE_LIMIT = 2 * _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_LIMIT */ .QS;
const LONGEST_SIGNATURE = 4096;
const MOST_ENTRIES = 32;
/** Parses a bundle: one DSSE envelope with one signature. @throws IntegrityError */
function parseBundle(bytes) {
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(bytes, refuse, { bytes: BUNDLE_LIMIT, values: 100_000 });
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('mediaType').oneOf(READ_TYPES);
    const envelope = document.get('dsseEnvelope');
    const signatures = [];
    envelope.get('signatures').each(MOST_ENTRIES, (signature) => signatures.push(base64(signature.get('sig'), LONGEST_SIGNATURE)));
    const [signature, ...others] = signatures;
    if (signature === undefined || others.length > 0)
        return refuse(`it has ${signatures.length} signatures instead of one`);
    const material = document.get('verificationMaterial');
    material.get('tlogEntries').optional((entries) => entries.each(MOST_ENTRIES, (entry) => entry.object()));
    const kinds = ['publicKey', 'certificate', 'x509CertificateChain'].filter((kind) => material.get(kind).value !== undefined);
    if (kinds.length !== 1)
        refuse(`it should name one of publicKey, certificate and x509CertificateChain, but names ${kinds.length}`);
    return {
        payloadType: envelope.get('payloadType').text(),
        payload: base64(envelope.get('payload'), BUNDLE_LIMIT),
        signature,
        signedBy: kinds[0] === 'publicKey' ? 'key' : 'certificate',
        json,
    };
}
/** Standard base64 only: Buffer would skip invalid characters. */
function base64(field, most) {
    const { value } = field;
    if (typeof value !== 'string' || value === '' || value.length > most)
        return field.refuse('is not base64 of a reasonable length');
    const bytes = Buffer.from(value, 'base64');
    return bytes.toString('base64') === value ? bytes : field.refuse('is not base64');
}
/** Writes a bundle of an envelope that was signed with a key. @param hint names the key; sigstore's clients only show it */
function keyBundle(payloadType, payload, signature, hint) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({
        mediaType: BUNDLE_TYPE,
        verificationMaterial: { publicKey: { hint }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
        // A key id that is not empty makes cosign 3 fail.
        dsseEnvelope: { payloadType, payload: asBase64(payload), signatures: [{ sig: asBase64(signature), keyid: '' }] },
    }));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The sigstore bundle can't be used: ${why}.`);
}
function asBase64(bytes) {
    return Buffer.from(bytes).toString('base64');
}
/**
 * Returns what is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
function signedBytes(payloadType, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}


/***/ }),

/***/ 36462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   QS: () => (/* binding */ STATEMENT_LIMIT),
/* harmony export */   Tp: () => (/* binding */ statementBytes),
/* harmony export */   lP: () => (/* binding */ STATEMENT_PAYLOAD)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55541);





/** in-toto attestation framework, "Statement", and what older clients write. */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const STATEMENT_TYPES = [STATEMENT, 'https://in-toto.io/Statement/v0.1'];
/** The payload type of an envelope that holds a statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';
/** Bytes. An SBOM of a large closure may be the predicate. */
const STATEMENT_LIMIT = 64 * 1024 * 1024;
const MOST_SUBJECTS = 1024;
const MOST_DIGESTS = 16;
const LONGEST_TYPE = 1024;
/** Writes a statement about one manifest: the same bytes for the same content. @param name of its repository */
function statementBytes(subject, predicateType, predicate) {
    return Buffer.from((0,_oci_format_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)({ _type: STATEMENT, subject: [{ name: subject.name, digest: { sha256: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.digest) } }], predicateType, predicate }));
}
/** Parses the payload of an envelope. @throws IntegrityError */
function parseStatement(bytes) {
    const json = (0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(bytes, refuse, { bytes: STATEMENT_LIMIT });
    const document = _json_field_js__WEBPACK_IMPORTED_MODULE_1__/* .Field */ .D0.of(json, refuse);
    document.get('_type').oneOf(STATEMENT_TYPES);
    const subjects = [];
    document.get('subject').each(MOST_SUBJECTS, (subject) => subjects.push(readSubject(subject)));
    return { subjects, predicateType: document.get('predicateType').text(LONGEST_TYPE), predicate: document.get('predicate').object() };
}
function readSubject(subject) {
    const digests = subject.get('digest').members(MOST_DIGESTS);
    return { name: subject.get('name').optional((name) => name.text()) ?? '', digest: Object.fromEntries(digests.map(([algorithm, digest]) => [algorithm, digest.text()])) };
}
/** Tells whether a statement is about a manifest: one of its subjects has this very digest. */
function isAbout({ subjects }, digest) {
    return subjects.some((subject) => Object.hasOwn(subject.digest, 'sha256') && subject.digest['sha256'] === (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest));
}
function refuse(why) {
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`The statement can't be used: ${why}.`);
}


/***/ }),

/***/ 71750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
function refused(refusal, why) {
    return { verified: false, refusal, why };
}


/***/ }),

/***/ 62781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ verifyBundle)
/* harmony export */ });
/* unused harmony export matchesIdentity */
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _format_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77603);
/* harmony import */ var _format_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36462);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71750);





/**
 * Verifies a sigstore bundle, offline: its signature by a key, or its certificate by a trusted root and its identity and issuer. What the
 * statement is about is for the caller to compare: see `isAbout`.
 * @param bytes of the bundle, from anybody
 */
async function verifyBundle(bytes, trust) {
    let bundle;
    try {
        bundle = (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBundle */ .QN)(bytes);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('format', error.message);
    }
    if (bundle.payloadType !== _format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', `The signed content is ${bundle.payloadType}, not a statement (${_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .STATEMENT_PAYLOAD */ .lP}).`);
    const signer = trust.by === 'key' ? byKey(bundle, trust.key) : await byIdentity(bundle, trust);
    if ('refusal' in signer)
        return signer;
    try {
        return { verified: true, statement: (0,_format_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStatement */ .By)(bundle.payload), signer };
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs))
            throw error;
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('statement', error.message);
    }
}
function byKey({ signedBy, payloadType, payload, signature }, key) {
    if (signedBy !== 'key')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a certificate, not with a key: verify it by identity and issuer.');
    if (!(0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignedWith */ .J0)(key, (0,_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .signedBytes */ .Sq)(payloadType, payload), signature))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('signature', 'The signature was not made with this key, or the signed content has changed.');
    return { by: 'key', fingerprint: (0,_format_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .keyFingerprint */ .yy)(key) };
}
async function byIdentity(bundle, { identity, issuer, roots }) {
    if (bundle.signedBy !== 'certificate')
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('kind', 'It was signed with a key, not with a certificate: verify it with that key.');
    // Loaded only when it is used, because it is large.
    const { certifiedSigner } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(187), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 55071));
    const signer = certifiedSigner(bundle, roots);
    if ('refusal' in signer)
        return signer;
    if (signer.issuer !== issuer)
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('issuer', `The identity was confirmed by ${signer.issuer}, not by ${issuer}.`);
    if (!matchesIdentity(identity, signer.identity))
        return (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('identity', `It was signed by ${signer.identity}, not by ${identity}.`);
    return signer;
}
/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;
/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
function matchesIdentity(pattern, identity) {
    if (pattern.length > LONGEST || identity.length > LONGEST)
        return false;
    const parts = pattern.match(/\*\*|[^]/g) ?? [];
    // After each part of the pattern: 1 for each length of the identity that may be used up.
    let reached = new Uint8Array(identity.length + 1);
    reached[0] = 1;
    for (const part of parts) {
        const next = new Uint8Array(reached.length);
        for (const [at, isReached] of reached.entries())
            if (isReached === 1)
                markEnds(next, part, identity, at);
        reached = next;
    }
    return reached[identity.length] === 1;
}
/** Marks how far one part of a pattern may reach from `at` on. What another beginning has reached already is not walked again. */
function markEnds(ends, part, identity, at) {
    if (part !== '*' && part !== '**') {
        if (identity[at] === part)
            ends[at + 1] = 1;
        return;
    }
    const goesOn = (end) => end < identity.length && (part === '**' || identity[end] !== '/');
    ends[at] = 1;
    for (let end = at; goesOn(end) && ends[end + 1] === 0; end += 1)
        ends[end + 1] = 1;
}


/***/ }),

/***/ 49193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kz: () => (/* binding */ copyAttached),
/* harmony export */   tR: () => (/* binding */ MOST_COPIED),
/* harmony export */   yG: () => (/* binding */ isOfOurKind)
/* harmony export */ });
/* harmony import */ var _oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2116);
/* harmony import */ var _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
/* harmony import */ var _sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40848);
/* harmony import */ var _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62338);




/** What a release is given, with the bytes that each may have. Whatever else somebody has attached stays where it is. */
const COPIED = new Map([[_provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_TYPE */ .q$, _provenance_format_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_LIMIT */ .lI], ..._sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_FORMATS */ .zu.map((format) => [_sbom_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMATS */ .hR[format].mediaType, _sbom_read_metas_of_js__WEBPACK_IMPORTED_MODULE_3__/* .SBOM_LIMIT */ .QN])]);
/** Referrers of a release that are copied; anybody who may write to the repository may have attached more. */
const MOST_COPIED = 100;
/**
 * Attaches the SBOMs and the attestations of a release to its copy in another repository. They name the manifest by its digest, so that they
 * hold there too. What the copy has already is not read again.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function copyAttached(from, to, { digest, mediaType, bytes }) {
    const [{ list }, there] = await Promise.all([from.referrers(digest), to.reader.referrers(digest)]);
    const present = new Set(there.list.map(contentOf));
    const missing = list.filter((referrer) => isOfOurKind(referrer) && !present.has(contentOf(referrer))).slice(0, MOST_COPIED);
    const contents = [];
    for (const { artifactType, annotations, layers: [payload] } of missing) {
        if (payload === undefined)
            continue;
        contents.push({ artifactType, mediaType: payload.mediaType, payload: await (0,_oci_format_blob_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .blobBytes */ .R)(from, payload, payload.size), annotations });
    }
    if (contents.length > 0)
        await to.pushReferrers({ mediaType, digest, size: bytes.length }, contents);
}
/** Tells whether a referrer has one payload, of a type and a size that releases get. */
function isOfOurKind({ artifactType, layers: [payload, ...others] }) {
    return payload !== undefined && others.length === 0 && payload.size <= (COPIED.get(artifactType) ?? -1);
}
function contentOf({ artifactType, layers: [payload] }) {
    return `${artifactType} ${payload?.digest ?? ''}`;
}


/***/ }),

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ isGithubRegistry),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   g$: () => (/* binding */ Namespace)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97825);
/* harmony import */ var _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30437);
/* harmony import */ var _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93908);
/* harmony import */ var _oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14090);





/** Returns the Feature's own repository, without the registry. */
function repositoryOf({ namespace }, id) {
    return `${namespace}/${id}`;
}
// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;
/** A namespace of a registry, as a job may use it: it opens repositories with the job's login. */
class Namespace {
    target;
    job;
    #registries;
    constructor(target, job) {
        this.target = target;
        this.job = job;
        this.#registries = new _oci_pull_registries_js__WEBPACK_IMPORTED_MODULE_2__/* .Registries */ .I(target, job);
    }
    /** `<registry>/<namespace>` */
    get name() {
        return `${this.target.registry}/${this.target.namespace}`;
    }
    /** The same, and what stops all work that is done there. */
    stoppable() {
        const { job, stop } = (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .stoppable */ .pZ)(this.job);
        return { namespace: new Namespace(this.target, job), stop };
    }
    /** A Feature's repository, without the registry. */
    repositoryOf(id) {
        return repositoryOf(this.target, id);
    }
    /** A Feature's repository, to be read. Close it. */
    reader(id, options = {}) {
        return this.#registries.open({ registry: this.target.registry, repository: this.repositoryOf(id) }, options);
    }
    /** How its repositories are spoken with; for whoever reads many of them. */
    options() {
        return this.#registries.options();
    }
    /** A Feature's repository, to be written to. Close it. @throws InputError if its name is longer than registries take */
    writer(id, options = {}) {
        return this.#open(this.repositoryOf(id), options);
    }
    /** The repository of the collection, to be written to. Close it. @throws as `writer` */
    collection() {
        return this.#open(this.target.namespace, {});
    }
    #open(repository, options) {
        const { registry, namespace } = this.target;
        const length = registry.length + 1 + repository.length;
        if (length > LONGEST_NAME) {
            throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('namespace', `namespace: the name of ${repository.slice(namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
                hint: 'Use a shorter namespace, or a shorter id for the Feature.',
            });
        }
        return new _oci_push_registry_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryWriter */ .b({ registry, repository }, { ...this.#registries.options(), ...options });
    }
}
/** Tells whether it is GitHub's own registry, which wants to know what kind of package it holds. */
function isGithubRegistry({ registry }) {
    return (0,_oci_quirks_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .quirksOf */ .T)(registry).packageTypes === true;
}


/***/ }),

/***/ 35433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ licenceReport),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _component_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8022);

/** Says under which licences a platform's shipped packages are, and what changed in that since the last release. */
function licenceReport(now, before) {
    const shipped = shippedOf(now);
    const uses = usesOf(shipped);
    return before === undefined ? { uses } : { uses, changes: changesOf(shippedOf(before), shipped) };
}
function shippedOf(side) {
    return (0,_component_js__WEBPACK_IMPORTED_MODULE_0__/* .componentsOf */ .c)(side).filter(({ place }) => place === 'shipped');
}
function usesOf(components) {
    const packages = new Map();
    for (const component of components) {
        const licences = namesOf(component);
        for (const licence of licences.length === 0 ? [undefined] : licences) {
            const names = packages.get(licence) ?? new Set();
            packages.set(licence, names.add(component.name));
        }
    }
    return [...packages].map(([licence, names]) => ({ licence, packages: [...names].toSorted() })).toSorted(byWeight);
}
function byWeight(a, b) {
    if (a.licence === undefined || b.licence === undefined)
        return a.licence === b.licence ? 0 : a.licence === undefined ? 1 : -1;
    return b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1);
}
/** Licences as texts: identifiers of SPDX, and names. */
function namesOf({ meta }) {
    return meta.licences.map((licence) => ('id' in licence ? licence.id : licence.name));
}
function changesOf(before, after) {
    const [left, right] = [byPackage(before), byPackage(after)];
    const changed = [...right].flatMap(([name, now]) => {
        const then = left.get(name);
        return then === undefined || then.join('\n') === now.join('\n') ? [] : [{ name, before: then, after: now }];
    });
    const [had, has] = [new Set([...left.values()].flat()), new Set([...right.values()].flat())];
    return { added: [...has].filter((each) => !had.has(each)).toSorted(), removed: [...had].filter((each) => !has.has(each)).toSorted(), changed };
}
/** The licences of each package, whatever its outputs and versions. */
function byPackage(components) {
    const groups = Map.groupBy(components, ({ name }) => name);
    return new Map([...groups].map(([name, all]) => [name, [...new Set(all.flatMap(namesOf))].toSorted()]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ })

};
