export const id = 5764;
export const ids = [5764];
export const modules = {

/***/ 19590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


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

// EXTERNAL MODULE: ./lib/place/open-base.js + 1 modules
var open_base = __webpack_require__(86978);
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
// EXTERNAL MODULE: ./lib/layout/assemble.js
var assemble = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/layout/compose-feature.js
var compose_feature = __webpack_require__(47665);
// EXTERNAL MODULE: ./lib/layout/fetch-layers.js
var fetch_layers = __webpack_require__(68165);
// EXTERNAL MODULE: ./lib/layout/layout-facts.js
var layout_facts = __webpack_require__(84472);
// EXTERNAL MODULE: ./lib/release/target.js
var target = __webpack_require__(21844);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/feature/files/feature-tar.js
var feature_tar = __webpack_require__(13050);
// EXTERNAL MODULE: ./lib/feature/files/unpack-feature-tar.js
var unpack_feature_tar = __webpack_require__(76323);
// EXTERNAL MODULE: ./lib/oci/format/media-types.js
var media_types = __webpack_require__(749);
// EXTERNAL MODULE: ./lib/oci/layout/layout-reader.js
var layout_reader = __webpack_require__(5110);
// EXTERNAL MODULE: ./lib/portable/write-folder.js
var write_folder = __webpack_require__(6809);
;// CONCATENATED MODULE: ./lib/portable/bundle-file.js













/** The members of a bundle that are read: all else is unpacked out of them again. */
const LAYOUT_MEMBER = /^(?:\.\/)?dist\/(oci-layout|index\.json|blobs\/sha256\/[0-9a-f]{64})$/;
/** Bytes that oci-layout and index.json may have. */
const SMALL = 4 * 1024 * 1024;
/**
 * Writes a folder that `writePortableFolder` made into one tar (docs/make/portable.md). The same folder gives the same bytes.
 * @param file absolute; it is whole or not there
 * @throws InputError if another file has this name
 */
async function writeBundle(folder, file) {
    const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
    try {
        await pipeline(Readable.from(featureTar(await bundle_file_filesOf(folder, ''))), createWriteStream(temporary));
        await refuseOther(file, temporary);
        await rename(temporary, file);
    }
    finally {
        await rm(temporary, { force: true });
    }
}
async function bundle_file_filesOf(folder, below) {
    const files = [];
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
        const name = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            files.push(...(await bundle_file_filesOf(folder, name)));
        else
            files.push({ name, file: join(folder, name), executable: ((await stat(join(folder, name))).mode & 0o100) !== 0 });
    }
    return files;
}
/** What is there stays, unless it is this very bundle. */
async function refuseOther(file, ours) {
    const there = await stat(file).catch(() => undefined);
    if (there === undefined)
        return;
    if (there.isFile() && (await sha256Of(file)) === (await sha256Of(ours)))
        return;
    throw new InputError('output', `output: ${file} exists already and has other contents.`, { hint: 'Remove it, or name another file: "output".' });
}
async function sha256Of(file) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
}
/**
 * Opens the Feature that a bundle, or a folder that was exported, holds.
 * @param place absolute
 * @param work an empty folder, on a disk with room for the layers
 * @throws Failure if it holds none; IntegrityError if it is damaged
 */
async function openBundle(place, work) {
    const folder = (await (0,promises_.stat)(place)).isDirectory() ? (0,external_node_path_.join)(place, write_folder/* LAYOUT_FOLDER */.Ws) : await unpackLayout(place, work);
    const { manifests } = await layout_reader/* LayoutReader */.I.open(folder).catch((cause) => {
        throw new errors/* Failure */.HR(`${place} holds no Feature with its layers.`, {
            cause,
            inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.',
        });
    });
    const beside = manifests.filter(({ artifactType }) => artifactType !== media_types/* DELTA_ARTIFACT */.YD);
    const [root, ...further] = beside.filter(({ annotations }) => annotations?.[layout_reader/* REF_NAME */.w] !== undefined);
    if (root === undefined || further.length > 0)
        throw new errors/* IntegrityError */.cs(`${place} has to hold one Feature, but holds ${root === undefined ? 'none' : 'several'}.`);
    const digests = new Set(manifests.map(({ digest }) => digest));
    return { reader: await layout_reader/* LayoutReader */.I.open(folder, root.digest, place), holds: (digest) => digests.has(digest), attached: () => Promise.resolve(beside.filter((each) => each !== root).map(({ digest }) => digest)) };
}
async function unpackLayout(file, work) {
    const folder = (0,external_node_path_.join)(work, write_folder/* LAYOUT_FOLDER */.Ws);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'blobs/sha256'), { recursive: true });
    const members = (0,tar_stream.extract)();
    const reading = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1024 * 1024 }), members);
    const unpacking = (async () => {
        for await (const member of members) {
            const { name, type, size } = member.header;
            const wanted = type === 'file' ? LAYOUT_MEMBER.exec(name)?.[1] : undefined;
            if (wanted === undefined) {
                member.resume();
                continue;
            }
            if (!wanted.startsWith('blobs/') && size > SMALL)
                throw new errors/* IntegrityError */.cs(`${name} in ${file} has ${size} bytes; the limit is ${SMALL}.`);
            await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(member), (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, wanted), { flags: 'wx' })).catch((cause) => {
                if (cause.code !== 'EEXIST')
                    throw cause;
                throw new errors/* IntegrityError */.cs(`${file} has the member ${name} twice.`, { cause });
            });
        }
    })();
    await Promise.all([reading, unpacking]).catch((cause) => {
        throw (0,unpack_feature_tar/* tarFailure */.U)(file, cause);
    });
    return folder;
}

// EXTERNAL MODULE: ./lib/oci/format/verify-stream.js
var verify_stream = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/oci/push/blob-content.js
var blob_content = __webpack_require__(26791);
;// CONCATENATED MODULE: ./lib/portable/composed-source.js





/** A Feature that was built and not published, read as if it were. */
class ComposedSource {
    name;
    repository;
    #composed;
    #platforms;
    /** @param name of the layout, for messages */
    constructor(name, composed, { platforms }) {
        this.name = name;
        this.repository = name;
        this.#composed = composed;
        this.#platforms = platforms;
    }
    root() {
        const { bytes, digest } = this.#composed;
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes });
    }
    manifest(digest) {
        const platform = this.#platforms.find((each) => each.digest === digest);
        if (platform === undefined)
            return this.root();
        return Promise.resolve({ digest, mediaType: media_types/* IMAGE_MANIFEST */.MS, bytes: platform.bytes });
    }
    blob(descriptor) {
        const { digest, size } = descriptor;
        const blobs = this.#platforms.flatMap((platform) => [platform.manifest.config, ...platform.manifest.layers].map((blob) => ({ blob, platform })));
        const found = blobs.find(({ blob }) => blob.digest === digest && blob.size === size);
        const content = found === undefined ? this.#composed.blobs(digest) : (0,blob_content/* fileContent */.qY)(found.platform.fileOf(found.blob));
        const where = `the blob ${digest} of ${this.name}`;
        const verified = (0,verify_stream/* verifyStream */.u)(descriptor, where);
        const bytes = content.open(0, size);
        bytes.on('error', (cause) => verified.destroy(new errors/* IntegrityError */.cs(`${where} can't be read: ${cause.message}.`, { cause })));
        return (0,external_node_stream_.pipeline)(bytes, verified, () => { });
    }
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/delta/document/parse-document.js + 1 modules
var parse_document = __webpack_require__(47933);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/oci/format/parse-manifest.js
var parse_manifest = __webpack_require__(83270);
// EXTERNAL MODULE: ./lib/oci/format/referrer.js
var referrer = __webpack_require__(44130);
// EXTERNAL MODULE: ./lib/publish/attach/copy-attached.js
var copy_attached = __webpack_require__(49193);
;// CONCATENATED MODULE: ./lib/portable/attachments.js




/**
 * Reads the SBOMs and the attestations of a Feature. Other attachments are left out, and so is what is attached to another manifest.
 * @param digests of manifests that may be some
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function attachments_readAttachments(source, feature, digests) {
    const found = [];
    for (const digest of digests.toSorted()) {
        if (found.length === MOST_COPIED)
            break;
        const raw = await source.manifest(digest);
        const [referrer, parsed] = [parseReferrer(raw, source.name), parseManifest(raw, source.name)];
        const [payload] = referrer.layers;
        if (parsed.kind === 'index' || payload === undefined || referrer.subject !== feature || !isOfOurKind(referrer))
            continue;
        found.push({ raw, artifactType: referrer.artifactType, annotations: referrer.annotations, config: parsed.manifest.config, payload });
    }
    return found;
}
/** Returns what is attached again elsewhere. @throws RegistryError, IntegrityError, CancelledError */
async function contentOf({ artifactType, annotations, payload }, source) {
    return { artifactType, mediaType: payload.mediaType, payload: await blobBytes(source, payload, payload.size), annotations };
}

// EXTERNAL MODULE: ./lib/oci/pull/hub-name.js
var hub_name = __webpack_require__(1548);
// EXTERNAL MODULE: ./lib/release/published.js
var release_published = __webpack_require__(77627);
;// CONCATENATED MODULE: ./lib/portable/portable-feature.js













/**
 * Reads all that a Feature says of itself; its layers are not read.
 * @param source whose root is the Feature's manifest
 * @throws Failure if it is no Feature of ours, or lacks a platform; IntegrityError if it contradicts itself
 */
async function portable_feature_readPortable(source, { name, wanted, holds = () => true, attached }) {
    const raw = await orTakenForHub(name, source, () => source.root());
    const parsed = parseManifest(raw, name);
    if (parsed.kind === 'index' || parsed.manifest.config.mediaType !== DEVCONTAINER_CONFIG)
        throw new Failure(`${name} is not a Dev Container Feature.`);
    const { layers, config } = parsed.manifest;
    const [tar] = layers;
    if (tar?.mediaType === COLLECTION_LAYER)
        throw new Failure(`${name} is a collection of Features.`, { hint: 'Name one Feature of it: <namespace>/<id>:<version>.' });
    const published = publishedAs(name, raw);
    const arches = [...published.platforms.keys()];
    if (tar?.mediaType !== DEVCONTAINER_LAYER || arches.length === 0) {
        throw new Failure(`${name} is a Feature that nix-feature did not publish, so its layers are unknown.`);
    }
    const there = [...published.platforms].filter(([, { digest }]) => holds(digest)).map(([arch]) => arch);
    const missing = wanted.filter((arch) => !there.includes(arch));
    if (missing.length > 0)
        throw new Failure(`${name} is for ${formatList(there)}, not for ${formatList(missing)}.`);
    const metadata = metadataOf(published);
    const identity = { id: String(metadata['id']), version: String(metadata['version']) };
    const platforms = [];
    for (const arch of wanted.length === 0 ? there : wanted)
        platforms.push(await readPlatform(source, published, arch, identity));
    const attachments = attached === undefined ? [] : await readAttachments(source, raw.digest, await attached(raw.digest));
    return { name, ...identity, metadata: published.metadata ?? '', raw, origin: parsed.manifest.annotations?.['org.opencontainers.image.source'], config, tar, arches, platforms, source, attachments };
}
function metadataOf({ name, metadata: text, version }) {
    const value = parseObject(text ?? '');
    if (value === undefined)
        throw new IntegrityError(`The metadata of ${name} is not a JSON object.`);
    const { id } = value;
    if (typeof id !== 'string' || !isFeatureId(id))
        throw new IntegrityError(`The metadata of ${name} has no usable "id".`);
    if (typeof value['version'] !== 'string' || parseVersion(value['version']) === undefined || (version !== undefined && version !== value['version'])) {
        throw new IntegrityError(`The version in the metadata of ${name} differs from the one in its manifest.`);
    }
    return value;
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function readPlatform(source, { name, platforms }, arch, { id, version }) {
    const platform = platforms.get(arch);
    if (platform === undefined)
        throw new Error(`${name} has no ${arch}`);
    const where = `the platform manifest of ${name} for ${arch}`;
    const raw = await source.manifest(platform.digest);
    const parsed = parseManifest(raw, where);
    if (parsed.kind === 'index')
        throw new IntegrityError(`${where} is an index.`);
    const { manifest } = parsed;
    const document = parseDeltaDocument((await buffer(source.blob(manifest.config))).toString('utf8'), `the delta document of ${name} for ${arch}`);
    if (archOf(document.system) !== arch || document.feature.id !== id || document.feature.version !== version) {
        throw new IntegrityError(`The delta document of ${name} for ${arch} is of ${document.feature.id} ${document.feature.version} for ${document.system}.`);
    }
    const listed = ({ digest, size }) => {
        const found = manifest.layers.find((layer) => layer.digest === digest && layer.size === size);
        if (found === undefined)
            throw new IntegrityError(`${where} does not list the layer ${digest} of its delta document.`);
        return found;
    };
    // A layout names no media type for what its index does not list.
    return { arch, raw: { ...raw, mediaType: manifest.mediaType }, manifest, document, layers: document.layers.map(listed), complement: (document.complement ?? []).map(listed) };
}

;// CONCATENATED MODULE: ./lib/portable/open-source.js













/**
 * Opens the Feature that is to be carried away: a published one, a bundle, or what a build left.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is none, or it lacks a platform; RegistryError, IntegrityError, CancelledError
 */
async function openPortable(request, registries, cleanup) {
    const { reader, ...more } = await openFeature(request, registries, cleanup);
    return readPortable(reader, { name: request.source.text, wanted: request.arches, ...more });
}
/**
 * Opens a Feature wherever it lies, and reads nothing.
 * @param cleanup ends connections and removes temporary folders
 * @throws Failure if there is no such file; RegistryError, IntegrityError, CancelledError
 */
async function openFeature(request, registries, cleanup) {
    const { source } = request;
    if (source.kind === 'published') {
        const reader = registries.open((0,reference/* parseReference */.F2)(source.text));
        cleanup.defer(() => reader.close());
        return { reader, attached: async (feature) => (await reader.referrers(feature)).list.map(({ digest }) => digest) };
    }
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-portable');
    cleanup.defer(() => (0,promises_.rm)(work, { recursive: true, force: true }));
    const isBuild = (await (0,promises_.stat)((0,external_node_path_.join)(source.path, layout_facts/* FACTS_FILE */.Ho)).catch(() => undefined)) !== undefined;
    return isBuild ? { reader: await openBuild(source.path, work, request, registries) } : openBundle(source.path, work);
}
/** As it would be published, but with its layers beside it. */
async function openBuild(folder, work, place, registries) {
    const layout = await (0,built_layout/* readBuiltLayout */.n)(folder);
    const assembly = (0,assemble/* assemble */.f)([layout], []);
    const { registry, namespace } = place;
    const { id } = layout.facts.feature;
    const repository = namespace === '' ? id : (0,target/* repositoryOf */._M)(place, id);
    await bringLayers(assembly.platforms, layout.facts.pushed ?? (namespace === '' ? undefined : { registry, repository }), registries);
    const composed = await (0,compose_feature/* composeFeature */.x)((0,assemble/* prepare */.i)(assembly, 'layers'), { registry, repository, onGithub: (0,target/* isGithubRegistry */.HV)(place), work });
    return new ComposedSource(folder, composed, assembly);
}
/** A build that pushed its layers, or took some over from a release, has left them out. */
async function bringLayers(platforms, place, registries) {
    if (place === undefined)
        return;
    const reader = registries.open(place);
    try {
        await (0,fetch_layers/* fetchLayers */.v)(platforms, reader, registries.job);
    }
    finally {
        reader.close();
    }
}

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
    const { reader, holds = open_subject_all } = await openFeature({ ...request, source, namespace: '' }, registries, cleanup);
    if (!(reader instanceof registry/* Registry */.O))
        return { name, source: reader, registry: undefined, tag: undefined, holds };
    const { tag, digest } = (0,reference/* parseReference */.F2)(name);
    return { name, source: reader, registry: reader, tag: digest === undefined ? (tag ?? 'latest') : undefined, holds };
}

// EXTERNAL MODULE: ./lib/delta/layers/known-layers.js
var known_layers = __webpack_require__(77365);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
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
async function read_platform_readPlatform(subject, { arch, platform }, tar) {
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

// EXTERNAL MODULE: ./lib/feature/metadata/metadata.js
var metadata = __webpack_require__(49793);
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
    const all = await Promise.all([...published.platforms].map(([arch, platform]) => read_platform_readPlatform(subject, { arch, platform }, tar)));
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


/***/ }),

/***/ 6809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ LAYOUT_FOLDER),
/* harmony export */   vJ: () => (/* binding */ EXPORT_MARK)
/* harmony export */ });
/* unused harmony export writePortableFolder */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22500);
/* harmony import */ var _feature_files_unpack_feature_tar_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76323);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60385);
/* harmony import */ var _kit_stages_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20489);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(749);
/* harmony import */ var _oci_layout_layout_reader_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5110);
/* harmony import */ var _oci_layout_layout_writer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7558);












/** Says that a folder was made here, and of what: only such a folder is replaced. */
const EXPORT_MARK = `${_feature_files_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_FOLDER */ .oA}/exported`;
/** The OCI image layout inside the folder. The runtime looks for layers in it before it asks a registry. */
const LAYOUT_FOLDER = 'dist';
/**
 * Writes a Feature as a folder that the dev container tools take as `"./<id>": {}` (docs/make/portable.md). The same Feature
 * gives the same files.
 * @param folder new and empty
 * @returns the bytes of the layers in it
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function writePortableFolder(feature, folder, { layers, job }) {
    const { name, id, version, source, tar } = feature;
    await mkdir(folder, { recursive: true });
    // An author's own files may be in a folder of that name; only what the layout writes is ours.
    const ours = new RegExp(`^(?:${BUNDLE_FOLDER}/[^/]*/layers|${LAYOUT_FOLDER}/(?:oci-layout|index\\.json|blobs|\\.unfinished))(?:/|$)`);
    await unpackFeatureTar(source.blob(tar), folder, { where: `the tar of ${name}`, skip: (member) => layers && ours.test(member) });
    await writeFile(join(folder, EXPORT_MARK), `${id} ${version} ${feature.raw.digest}\n`, { flag: 'wx' }).catch((cause) => {
        if (cause.code !== 'EEXIST' && cause.code !== 'ENOENT')
            throw cause;
        throw new IntegrityError(`The tar of ${name} was not made by nix-feature.`, { cause });
    });
    return layers ? writeLayout(feature, join(folder, LAYOUT_FOLDER), job) : 0;
}
async function writeLayout(feature, folder, job) {
    const { platforms, source, attachments } = feature;
    const writer = await LayoutWriter.create(folder);
    const wanted = new Map([feature.config, feature.tar, ...platforms.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]), ...attachments.flatMap(({ config, payload }) => [config, payload])].map((blob) => [blob.digest, blob]));
    const total = [...wanted.values()].reduce((sum, { size }) => sum + size, 0);
    await inStage(job, 'Fetch the layers', { unit: 'bytes', total }, async (progress) => {
        let done = 0;
        for (const blob of wanted.values()) {
            const file = writer.newBlobFile();
            await pipeline(source.blob(blob), createWriteStream(file), { signal: job.signal });
            await writer.adoptFile(file, blob);
            progress.update((done += blob.size));
        }
        return [undefined, `${formatNumberOf(wanted.size, 'blob')}, ${formatBytes(total)}`];
    });
    const root = await addManifest(writer, feature.raw, { annotations: { [REF_NAME]: feature.version } });
    const own = [];
    for (const { raw } of platforms)
        own.push(await addManifest(writer, raw, { artifactType: DELTA_ARTIFACT }));
    for (const { raw, artifactType } of attachments)
        own.push(await addManifest(writer, raw, { artifactType }));
    await writer.finish([root, ...own]);
    return total;
}
async function addManifest(writer, { bytes }, facts) {
    return { ...(await writer.addBytes(bytes, IMAGE_MANIFEST)), ...facts };
}


/***/ }),

/***/ 77603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   J0: () => (/* binding */ isSignedWith),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   yy: () => (/* binding */ keyFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


const LONGEST_KEY = 64 * 1024;
const PUBLIC_LABEL = /^-----BEGIN PUBLIC KEY-----$/m;
/** Returns what kind of key it is; undefined if it is none that signs here. */
function kindOf(key) {
    if (key.asymmetricKeyType === 'ed25519')
        return 'ed25519';
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
}
/** @throws Failure if the text is no PEM of a public key of a kind that is used here. It may be a secret, and is not shown. */
function parsePublicKey(pem) {
    const hint = 'Expected PEM with "BEGIN PUBLIC KEY", of ECDSA P-256 or Ed25519: `cosign public-key`, or `openssl pkey -pubout`.';
    if (/PRIVATE KEY/.test(pem.slice(0, LONGEST_KEY)))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is a private key.', { hint });
    if (pem.length > LONGEST_KEY || !PUBLIC_LABEL.test(pem))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is not a PEM public key.', { hint });
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("The public key can't be read.", { hint });
    }
    if (kindOf(key) === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`The public key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint });
    return key;
}
/** Returns the digest of a public key's DER: a name for it. */
function keyFingerprint(key) {
    const own = key.type === 'private' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key) : key;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(own.export({ type: 'spki', format: 'der' })).digest('hex')}`;
}
/** Signs bytes. An ECDSA signature is DER. @param key a private one of a known kind */
function signWith(key, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key);
}
/** Tells whether a signature of bytes was made with the key's private half. */
function isSignedWith(key, bytes, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key, signature);
    }
    catch {
        return false; // not even a signature's form
    }
}


/***/ }),

/***/ 68608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   i2: () => (/* binding */ renderVerifySummary),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   ui: () => (/* binding */ CHECKS),
/* harmony export */   xb: () => (/* binding */ verifyOutputsOf)
/* harmony export */ });
/* unused harmony exports VERIFY_OUTPUTS, verifyResultOf, renderTerminalVerification */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77363);
/* harmony import */ var _build_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53721);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65235);
/* harmony import */ var _text_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8832);





/** All checks, in the order in which they are shown; `docs/verify/verifying.md` says what each proves. */
const CHECKS = [
    { name: 'manifest', title: 'Manifest' },
    { name: 'tags', title: 'Tags' },
    { name: 'tar', title: "Feature's tar" },
    { name: 'runtime', title: 'Installer' },
    { name: 'metadata', title: 'Metadata' },
    { name: 'key', title: 'Release key' },
    { name: 'platform', title: 'Platform manifest' },
    { name: 'document', title: 'Delta document' },
    { name: 'layers', title: 'Layers' },
    { name: 'diff-ids', title: 'Diff ids' },
    { name: 'members', title: 'Members' },
    { name: 'nar-hashes', title: 'NAR hashes' },
    { name: 'base', title: 'Base image' },
    { name: 'rebuild', title: 'Built again' },
    { name: 'attached', title: 'Attached' },
    { name: 'sbom', title: 'SBOM' },
    { name: 'attestation', title: 'Attestation' },
    { name: 'policy', title: 'Policy' },
];
/** Returns `failed` if anything failed; else `unchecked` if anything could not be checked. */
function outcomeOf({ checks }) {
    return ['failed', 'unchecked'].find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'passed';
}
/** Says what is wrong with a Feature some of whose checks failed: a breach of a policy alone is no false claim. The end of a sentence. */
function faultOf({ checks }) {
    return checks.every(({ name, outcome }) => outcome !== 'failed' || name === 'policy') ? 'breaches the policy' : 'is not what it claims to be';
}
function titleOf({ name, arch }) {
    const title = CHECKS.find((check) => check.name === name)?.title ?? name;
    return arch === undefined ? title : `${title} (${arch})`;
}
/** Returns the whole result in one line of plain text. */
function verifyHeadline({ name, version, checks }) {
    const outcome = outcomeOf({ checks });
    const count = (wanted) => checks.filter((check) => check.outcome === wanted).length;
    const subject = version === undefined || name.includes(`:${version}`) ? name : `${name} (${version})`;
    const all = (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(checks.length, 'check');
    if (outcome === 'passed')
        return `${subject} is what it claims to be: ${all} passed`;
    const open = count('unchecked') === 0 ? '' : `, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('unchecked'))} could not be made`;
    if (outcome === 'failed')
        return `${subject} ${faultOf({ checks })}: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('failed'))} of ${all} failed${open}`;
    return `No check of ${subject} failed: ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count('passed'))} of ${all} passed${open}`;
}
/** Every output of the verify action; verify/action.yml and docs/reference/inputs.md are made from this. */
const VERIFY_OUTPUTS = [
    { name: 'outcome', description: '`passed`; `failed` if any check failed; `unchecked` if none failed but something could not be checked.' },
    { name: 'digest', description: 'The digest of the manifest that was verified; empty if it could not be read. A tag may name another one later.' },
    { name: 'failed', description: 'The names of the checks that failed, separated by commas.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/verify.schema.json`).' },
];
/** Returns what the verify action sets. Text from outside is in `json` alone. */
function verifyOutputsOf(report) {
    const failed = new Set(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name));
    return {
        outcome: outcomeOf(report),
        digest: report.digest ?? '',
        failed: CHECKS.filter(({ name }) => failed.has(name)).map(({ name }) => name).join(','),
        json: JSON.stringify(verifyResultOf(report)),
    };
}
/** Returns what `nix-feature verify --json` prints: `null` if there is nothing. */
function verifyResultOf(report) {
    const { name, digest = null, version = null, arches, checks } = report;
    return { schemaVersion: 1, ref: name, outcome: outcomeOf(report), digest, version, arches, checks: checks.map(checkResult) };
}
function checkResult(check) {
    const { name, arch = null, outcome, says, problems, more } = check;
    return { check: name, title: titleOf({ name }), arch, outcome, says, problems, more };
}
const MARKS = { passed: '✓ passed', failed: '✗ **failed**', unchecked: '? not checked' };
/** Renders the job summary of a verification, in GitHub's Markdown. Its first line says it all. */
function renderVerifySummary(report) {
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joinSections */ .lS)([
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(verifyHeadline(report)))}`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Check', 'Result', 'Found'], report.checks.map((check) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(titleOf(check)), MARKS[check.outcome], cell(check)])),
        report.digest === undefined ? '' : `Verified: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(report.digest)}`,
        (0,_build_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .givenSection */ .X3)(report.given),
    ]);
}
function cell({ says, problems, more }) {
    return [says, ...problems, ...(more === 0 ? [] : [`and ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(more)} more`])].map((text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(text))).join('<br>');
}
const WORDS = { passed: 'passed', failed: 'FAILED', unchecked: 'not checked' };
/** Renders a verification as a person reads it in a terminal. */
function renderTerminalVerification(report, palette) {
    const width = Math.max(...report.checks.map((check) => titleOf(check).length));
    const rows = report.checks.flatMap((check) => rowsOf(check, width, palette));
    return `${palette.bold(onOneLine(verifyHeadline(report)))}\n\n${rows.join('\n')}\n\n${report.digest ?? 'No manifest was read.'}\nTook ${formatDuration(report.duration)}.\n`;
}
function rowsOf(check, width, palette) {
    const indent = ' '.repeat(width + 17);
    return [
        `  ${titleOf(check).padEnd(width)}  ${painted(check.outcome, palette)}  ${onOneLine(check.says)}`,
        ...check.problems.map((problem) => `${indent}${onOneLine(problem)}`),
        ...(check.more === 0 ? [] : [`${indent}and ${formatCount(check.more)} more`]),
    ];
}
function painted(outcome, palette) {
    const word = WORDS[outcome].padEnd(11);
    if (outcome === 'passed')
        return palette.dim(word);
    return outcome === 'failed' ? palette.red(word) : palette.yellow(word);
}


/***/ }),

/***/ 27950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ POLICY_RULES)
/* harmony export */ });
/** The rules that a policy may have, as its exceptions name them. */
const POLICY_RULES = ['licences', 'forbid', 'size', 'attestation', 'leaks', 'nixpkgs'];


/***/ })

};
