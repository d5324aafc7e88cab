export const id = 194;
export const ids = [194];
export const modules = {

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

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ attestedBy),
/* harmony export */   h: () => (/* binding */ enforcePolicy)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60385);
/* harmony import */ var _policy_check_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36984);
/* harmony import */ var _policy_policy_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91544);




/** How many findings are shown one by one. */
const SHOWN = 50;
/**
 * Holds what was built against a policy, before anything has a name in a registry: warnings are shown, breaches end the run.
 * @param policy undefined: nothing is demanded
 * @throws Failure that says how many breaches there are; each is shown before
 */
function enforcePolicy(policy, facts, log) {
    if (policy === undefined)
        return;
    const findings = (0,_policy_check_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPolicy */ .h)(policy, { ...facts, today: new Date().toISOString().slice(0, 10) });
    const breaches = findings.filter(({ severity }) => severity === 'error');
    const at = ({ line }) => ({ file: policy.file, ...(line === undefined ? {} : { line }) });
    for (const finding of findings.filter(({ severity }) => severity === 'unchecked'))
        log.info(`${sentenceOf(finding)} (not checked)`);
    for (const finding of findings.filter(({ severity }) => severity === 'warning').slice(0, SHOWN))
        log.warning(sentenceOf(finding), at(finding));
    const [first] = breaches;
    if (first === undefined)
        return;
    if (breaches.length > 1)
        for (const breach of breaches.slice(0, SHOWN))
            log.fault(sentenceOf(breach), at(breach));
    const what = breaches.length === 1 ? sentenceOf(first) : `The policy ${policy.file} has ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(breaches.length, 'breach', 'breaches')}; each is shown above.`;
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(what, { hint: 'Nothing was published. Change the build, or add an exception with a reason and an end date to the policy (docs/verify/policy.md).', location: at(first) });
}
/** Returns what a run knows of attestations before it publishes: what signs attaches its signature before any tag moves, or fails. */
function attestedBy({ provenance, push = 'true' }) {
    if (provenance?.signing !== undefined && push === 'true')
        return { attested: true };
    const why = push === 'true' ? 'this run signs nothing ("sign: none"), so that only verifying can tell whether somebody else does' : 'this run publishes no Feature that could be attested';
    return { attested: undefined, unknown: { attestation: why } };
}
/** Describes a finding: its rule, platform and package, and what needs it. */
function sentenceOf(finding) {
    return `policy (${finding.rule})${finding.arch === undefined ? '' : ` for ${finding.arch}`}: ${(0,_policy_policy_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFinding */ .j)(finding)}`;
}


/***/ }),

/***/ 66753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Xp: () => (/* binding */ readLastDocuments),
/* harmony export */   ud: () => (/* binding */ warnOfDropped)
/* harmony export */ });
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60385);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77627);




/**
 * Looks up what is published; one request where the version is the highest release, at most three.
 * @throws RegistryError, IntegrityError, CancelledError
 */
async function readHistory(reader, version) {
    const latest = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, 'latest');
    if (latest?.version === version) {
        const named = { ...latest, name: `${reader.repository}:${version}` };
        return { published: named, complete: true, last: named };
    }
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, version);
    if (published !== undefined)
        return { published, complete: false, last: published };
    const highest = latest ?? (await highestListed(reader));
    return { published, complete: false, last: highest === undefined ? undefined : await sameMajor(reader, version, highest) };
}
/** `latest` may be gone, or the registry lets no tag move. */
async function highestListed(reader) {
    const highest = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .highestRelease */ .UL)(await listedTags(reader), { tag: 'latest', covers: () => true });
    return highest === undefined ? undefined : (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, highest.text);
}
/** Earlier releases only spare work: a registry that gives no list of its tags is built for without them. */
async function listedTags(reader) {
    return reader.tags().catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs)
            return [];
        throw error;
    });
}
async function sameMajor(reader, version, latest) {
    const [major, other] = [version, latest.version ?? ''].map((text) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text)?.numbers[0]);
    if (major === undefined || major === other)
        return latest;
    return (await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, String(major))) ?? latest;
}
/** Warns of a release that has fewer platforms than the one before: nothing else tells those who use them. */
function warnOfDropped({ published, last }, arches, { id, version }, log) {
    if (published !== undefined || last?.version === undefined)
        return;
    const dropped = [...last.platforms.keys()].filter((arch) => !arches.includes(arch));
    if (dropped.length === 0)
        return;
    log.warning(`${id} ${version} is only for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(arches)}; ${last.version} is also for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)}. Users of a moving tag there get a release that does not install. If this is not intended, build for ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatList */ .ki)(dropped)} as well.`);
}
/** How many earlier releases are searched for a platform that the last one lacks. */
const LOOKED_BACK = 10;
/** Of platforms that the last release lacks, the documents of the newest release that has them: their layers are reused. */
async function earlierDocuments(reader, last, arches) {
    const missing = new Set(arches.filter((arch) => !last.platforms.has(arch)));
    const found = new Map();
    if (missing.size === 0)
        return found;
    const versions = (await listedTags(reader)).flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) ?? []).filter(({ text }) => text !== last.version);
    for (const { text } of versions.sort((a, b) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(b, a)).slice(0, LOOKED_BACK)) {
        const release = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .findPublished */ .e2)(reader, text);
        if (release === undefined || ![...missing].some((arch) => release.platforms.has(arch)))
            continue;
        for (const [arch, document] of await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, release, missing)) {
            found.set(arch, document);
            missing.delete(arch);
        }
        if (missing.size === 0)
            break;
    }
    return found;
}
/**
 * Reads the delta documents of the release to start from, of all its platforms; of platforms that it lacks, those of an earlier one. Of an earlier version, whoever wrote it, they
 * only spare work: where they can't be read, the new version is built without, and a warning says so.
 * @throws RegistryError, CancelledError; IntegrityError if they are this very version's, of which they must tell
 *   whether it is the same
 */
async function readLastDocuments(reader, { published, last }, arches, log) {
    if (last === undefined)
        return new Map();
    try {
        const own = await (0,_published_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocuments */ .r9)(reader, last, last.platforms.keys());
        return published !== undefined ? own : new Map([...(await earlierDocuments(reader, last, arches)), ...own]);
    }
    catch (error) {
        if (published !== undefined || !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs))
            throw error;
        log.warning(`${last.name} could not be used for a comparison, and no layers are reused from it: ${error.message}`);
        return new Map();
    }
}


/***/ }),

/***/ 47595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ pastReleases),
/* harmony export */   bn: () => (/* binding */ figuresOfReleases)
/* harmony export */ });
/* unused harmony export versionsBefore */
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97825);
/* harmony import */ var _report_build_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81534);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77627);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63988);






/** How many releases are looked at; each costs a manifest, and a document for each platform. */
const LOOKED_AT = 10;
const AT_ONCE = 4;
/** Milliseconds. Nobody waits long for what only informs. */
const PATIENCE = 20_000;
/**
 * Returns how large the last releases of a Feature were, the oldest first: at most ten, those before this version. A release that can't be read
 * is left out.
 * @param patience milliseconds, after which no further release is read
 * @returns none if the registry gives no list of its tags
 * @throws CancelledError
 */
async function pastReleases(reader, version, arches, patience = PATIENCE) {
    const began = performance.now();
    const versions = versionsBefore(await orElse(reader.tags(), []), version);
    const read = await (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .HN)(AT_ONCE, versions, async ({ text }) => (performance.now() - began > patience ? undefined : orElse(pastRelease(reader, text, arches), undefined)));
    return read.filter((release) => release !== undefined);
}
/** Returns the ten versions before this one among tags, the oldest first. Pre-releases count only before one. */
function versionsBefore(tags, text) {
    const version = (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return [];
    const before = tags.flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(tag) ?? []).filter((each) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(each, version) < 0 && ((0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version) || !(0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(each)));
    return before.toSorted(_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy).slice(-LOOKED_AT);
}
async function pastRelease(reader, text, arches) {
    const published = await (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .findPublished */ .e2)(reader, text);
    if (published?.version !== text)
        return undefined;
    const documents = await (0,_published_js__WEBPACK_IMPORTED_MODULE_4__/* .readDocuments */ .r9)(reader, published, arches);
    return documents.size === 0 ? undefined : { version: text, documents, tar: (0,_release_js__WEBPACK_IMPORTED_MODULE_5__/* .tarSize */ .v$)(published) };
}
/** What can't be read only leaves a gap. */
async function orElse(answer, otherwise) {
    return answer.catch((error) => {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc))
            return otherwise;
        throw error;
    });
}
/** Returns the figures of releases, the oldest first. @param now what was built, which nobody has published yet */
function figuresOfReleases(releases, now) {
    const all = [...releases.map(({ version, documents, tar }) => ({ version, documents: [...documents.values()], tar })), { ...now, tar: 0 }];
    return all.map(({ version, documents, tar }, index) => {
        const figures = documents.map(_report_build_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .figuresOf */ .h5);
        const compressed = sum(figures.map((each) => each.compressed));
        const before = all[index - 1];
        return {
            version,
            shipped: sum(figures.map(({ delta }) => delta.bytes)),
            compressed,
            // A tar that is larger than the layers has them in it.
            sent: compressed > 0 && tar > compressed ? tar : before === undefined ? undefined : newBytes(before.documents, documents),
        };
    });
}
function newBytes(before, now) {
    const known = new Set(before.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const layers = new Map(now.flatMap((document) => document.layers.map((layer) => [layer.digest, layer.size])));
    return sum([...layers].filter(([digest]) => !known.has(digest)).map(([, size]) => size));
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}


/***/ }),

/***/ 50275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ licencesSince),
/* harmony export */   s: () => (/* binding */ changesSince)
/* harmony export */ });
/* harmony import */ var _release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37413);
/* harmony import */ var _sbom_licences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35433);
/* harmony import */ var _delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71623);



/**
 * Reports the licences of each platform's packages, and how they changed since the release before, if that has an SBOM.
 * @throws CancelledError
 */
async function licencesSince(builds, before) {
    const licensed = builds.filter(({ metas }) => metas !== undefined);
    // A release has nothing to tell about itself.
    const isAnother = licensed.some(({ arch, document }) => (before?.documents.get(arch)?.feature.version ?? document.feature.version) !== document.feature.version);
    const earlier = isAnother && before?.release !== undefined ? await (0,_release_sbom_referrers_js__WEBPACK_IMPORTED_MODULE_0__/* .attachedMetas */ .fn)(before.reader, before.release, before.documents) : undefined;
    return new Map(licensed.map(({ arch, document, metas = new Map() }) => {
        const [then, said] = [before?.documents.get(arch), earlier?.get(arch)];
        return [arch, { licences: (0,_sbom_licences_js__WEBPACK_IMPORTED_MODULE_1__/* .licenceReport */ .G)({ document, metas }, then === undefined || said === undefined ? undefined : { document: then, metas: said }) }];
    }));
}
/** Returns what changed since the release before, for the report. @param before undefined if there was none */
function changesSince(before, now) {
    if (before === undefined)
        return {};
    const changes = (0,_delta_compare_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesBetween */ .iv)(before, now);
    // A release has nothing to tell about itself.
    return before.feature.version === now.feature.version && changes.packages.length === 0 ? { unchanged: true } : { changes };
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
