export const id = 251;
export const ids = [251];
export const modules = {

/***/ 13166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tO: () => (/* binding */ CHANGE_KINDS),
  iv: () => (/* binding */ changesBetween)
});

// UNUSED EXPORTS: compareSides

;// CONCATENATED MODULE: ./lib/nix/package-name.js
/**
 * Outputs that packages of nixpkgs are split into. `nix store diff-closures` takes any last word for an output, and so
 * makes `my-tools` the output `tools` of `my`; here a word has to be known, and to stand behind a version.
 */
const OUTPUTS = [
    'bin|data|debug|dev|devdoc|devman|dist|doc|examples|getent|host|info|lib|lib32|lib64|libgcc|locale|locales|man|modules',
    'out|plugins|py|python|static|terminfo|tests|tex|texdoc|tlpkg|tools',
].join('|');
const VERSION_AND_OUTPUT = new RegExp(`^(.+)-(?:${OUTPUTS})$`);
/**
 * Splits the name of a store path (without its hash) as Nix's parseDrvName does: the version begins behind the first dash
 * that no letter follows. The output's name, which nixpkgs writes behind the version, belongs to neither.
 */
function parsePackageName(text) {
    const dash = /(?<=.)-(?![A-Za-z]|$)/.exec(text)?.index;
    if (dash === undefined)
        return { name: text, version: '' };
    const rest = text.slice(dash + 1);
    return { name: text.slice(0, dash), version: VERSION_AND_OUTPUT.exec(rest)?.[1] ?? rest };
}
/** The order of versions (Nix manual, `builtins.compareVersions`). @returns below 0 where `a` is the older one */
function compareVersions(a, b) {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareParts(left[i] ?? '', right[i] ?? '');
        if (order !== 0)
            return order;
    }
    return 0;
}
/** Runs of digits and runs of anything else; dots and dashes part them, and count for nothing. */
function partsOf(version) {
    return version.match(/\d+|[^\d.-]+/g) ?? [];
}
function compareParts(a, b) {
    if (a === b)
        return 0;
    const [rankA, rankB] = [rankOf(a), rankOf(b)];
    if (rankA !== rankB)
        return rankA - rankB;
    if (rankA !== NUMBER)
        return a < b ? -1 : 1;
    // Dates and hashes have more digits than a number can hold.
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : 0;
}
const NUMBER = 3;
/** 1.0pre1 < 1.0 < 1.0a < 1.0.1 */
function rankOf(part) {
    if (part === 'pre')
        return 0;
    if (part === '')
        return 1;
    return /^\d/.test(part) ? NUMBER : 2;
}

// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
;// CONCATENATED MODULE: ./lib/delta/why-depends.js
/**
 * The shortest ways from the roots to all paths, breadth first. What is new is reached through new paths alone: what was
 * there before refers to what was there before, so nothing else need be walked.
 */
function reach(roots, { referencesOf, within, dull }) {
    const reached = new Map();
    let level = [...new Set(roots)].filter((root) => within.has(root));
    for (const root of level)
        reached.set(root, undefined);
    while (level.length > 0) {
        const next = [];
        // What comes first at a level is what its references are explained by.
        for (const path of [...level.filter((each) => !dull.has(each)), ...level.filter((each) => dull.has(each))]) {
            for (const reference of referencesOf(path)) {
                if (!within.has(reference) || reached.has(reference))
                    continue;
                reached.set(reference, path);
                next.push(reference);
            }
        }
        level = next;
    }
    return reached;
}
/** Longer ones explain nothing to anybody. */
const LONGEST = 32;
/** From the root to the path, both included; empty where nothing leads there, or only a very long way. */
function chainTo(path, reached) {
    if (path === undefined || !reached.has(path))
        return [];
    const chain = [];
    for (let each = path; each !== undefined; each = reached.get(each)) {
        chain.push(each);
        if (chain.length > LONGEST)
            return [];
    }
    return chain.toReversed();
}

;// CONCATENATED MODULE: ./lib/delta/changes.js



/**
 * `rebuilt`: the same versions, and other paths; `moved`: the same paths, shipped before and relied upon now or the other
 * way round.
 */
const CHANGE_KINDS = ['upgraded', 'downgraded', 'added', 'removed', 'rebuilt', 'moved'];
/** The release before and what was built now, for one platform. */
function changesBetween(before, after) {
    return { since: before.feature.version, ...compareSides('feature', sideOf(before), sideOf(after)) };
}
function sideOf({ closure, storePath, outputs }) {
    return {
        paths: closure.map(({ path, narSize, references, in: place }) => ({ path, bytes: narSize, references, in: place })),
        roots: [storePath, ...Object.values(outputs)],
    };
}
/** What two closures or stores differ in, by package. */
function compareSides(what, before, after) {
    const left = new Map(before.paths.map((path) => [path.path, path]));
    const right = new Map(after.paths.map((path) => [path.path, path]));
    const groups = groupByName(left.values(), right.values());
    const changed = [...groups].map((group) => changeOf(group, left, right)).filter((change) => change !== undefined);
    const packages = explain(changed.toSorted(byWeight), left, right, after.roots);
    return { what, packages, before: amountOf([...left.values()]), after: amountOf([...right.values()]) };
}
function groupByName(before, after) {
    const groups = new Map();
    const add = (paths, side) => {
        for (const path of paths) {
            const { name, version } = parsePackageName((0,store_path/* nameOf */.Vb)(path.path));
            const group = groups.get(name) ?? { name, before: [], after: [] };
            groups.set(name, group);
            group[side].push({ ...path, version });
        }
    };
    add(before, 'before');
    add(after, 'after');
    return groups.values();
}
/** @returns undefined where nothing changed */
function changeOf({ name, before, after }, left, right) {
    const freshPaths = after.filter(({ path }) => !left.has(path));
    const gone = before.filter(({ path }) => !right.has(path));
    const moved = after.some(({ path, in: place }) => left.has(path) && left.get(path)?.in !== place);
    if (freshPaths.length + gone.length === 0 && !moved)
        return undefined;
    const sides = { before: packageSide(before), after: packageSide(after) };
    const same = freshPaths.length + gone.length === 0;
    return { name, kind: same ? 'moved' : kindOf(sides), ...sides, fresh: amountOf(freshPaths), gone: amountOf(gone), freshPaths };
}
function kindOf({ before, after }) {
    if (before === undefined)
        return 'added';
    if (after === undefined)
        return 'removed';
    if (before.versions.join(' ') === after.versions.join(' '))
        return 'rebuilt';
    // Of several versions the newest decides; where that stayed, the oldest does.
    const order = compareEnds(before.versions, after.versions, -1) || compareEnds(before.versions, after.versions, 0);
    return order > 0 ? 'downgraded' : 'upgraded';
}
function compareEnds(before, after, at) {
    return compareVersions(before.at(at) ?? '', after.at(at) ?? '');
}
function packageSide(paths) {
    if (paths.length === 0)
        return undefined;
    const versions = [...new Set(paths.map(({ version }) => version))].toSorted((a, b) => compareVersions(a, b) || (0,store_path/* compareText */.n6)(a, b));
    return { versions, ...amountOf(paths) };
}
function amountOf(paths) {
    const shipped = paths.filter((path) => path.in === 'delta');
    return { paths: paths.length, bytes: bytesOf(paths), shipped: { paths: shipped.length, bytes: bytesOf(shipped) } };
}
function bytesOf(paths) {
    let sum = 0;
    for (const { bytes } of paths) {
        if (bytes === undefined)
            return undefined;
        sum += bytes;
    }
    return sum;
}
/** Nobody reads more. */
const EXPLAINED = 200;
/** Another version explains more of what depends on it than the same one built again. */
function explain(changes, left, right, roots) {
    const rebuilt = new Set(changes.filter(({ kind }) => kind === 'rebuilt').flatMap(({ freshPaths }) => freshPaths.map(({ path }) => path)));
    const within = new Set([...right.keys()].filter((path) => !left.has(path)));
    const reached = reach(roots, { referencesOf: (path) => right.get(path)?.references ?? [], within, dull: rebuilt });
    const explained = changes.filter(({ kind, freshPaths }) => kind !== 'rebuilt' && freshPaths.length > 0).slice(0, EXPLAINED);
    const nearest = nearestOf(explained, reached);
    return changes.map((change) => {
        const { freshPaths: _, ...rest } = change;
        return { ...rest, why: chainTo(nearest.get(change), reached) };
    });
}
/** For each change, which of its new paths is reached first. */
function nearestOf(changes, reached) {
    const changeOfPath = new Map(changes.flatMap((change) => change.freshPaths.map(({ path }) => [path, change])));
    const nearest = new Map();
    for (const path of reached.keys()) {
        const change = changeOfPath.get(path);
        if (change !== undefined && !nearest.has(change))
            nearest.set(change, path);
    }
    return nearest;
}
function byWeight(a, b) {
    return weightOf(b) - weightOf(a) || (0,store_path/* compareText */.n6)(a.name, b.name);
}
function weightOf({ kind, after, fresh, gone }) {
    return kind === 'moved' ? (after?.bytes ?? 0) : (fresh.bytes ?? 0) + (gone.bytes ?? 0);
}


/***/ }),

/***/ 10124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ pinnedNixpkgs),
/* harmony export */   X$: () => (/* binding */ packagesFlake),
/* harmony export */   aM: () => (/* binding */ hasFloatingInputs),
/* harmony export */   kb: () => (/* binding */ isPackageName),
/* harmony export */   z7: () => (/* binding */ nixString)
/* harmony export */ });
/* unused harmony export selection */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What Nix code takes for a name as it is, if it is no word of the language (Nix manual, "Identifiers", "Keywords"). */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_'-]*$/;
const KEYWORDS = new Set(['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with']);
/** The path of an attribute of nixpkgs: `jq`, `python3Packages.requests`, `gtk+3`. */
function isPackageName(text) {
    return text.length <= 200 && text.split('.').every((part) => /^[A-Za-z0-9_][A-Za-z0-9_'+-]*$/.test(part));
}
/**
 * Does a flake.nix declare inputs that may be others tomorrow, where no lock file says which? An input whose address
 * names a revision, or whose attributes do, is none. Comments are left out of account; strings are not, which at worst warns once too often.
 */
function hasFloatingInputs(flakeNix) {
    const code = flakeNix.replaceAll(/#.*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    if (!/(?:^|[\s{;])inputs\s*(?:=\s*\{\s*[^\s}]|\.)/.test(code))
        return false;
    // Inputs as attributes: { type = "github"; owner = "NixOS"; repo = "nixpkgs"; rev = "…"; }
    const sources = code.match(/\{[^{}]*\btype\s*=\s*"[^{}]*\}/g) ?? [];
    if (sources.some((source) => !/\b(?:rev\s*=\s*"[0-9a-f]{40}"|narHash\s*=\s*"sha256-)/.test(source)))
        return true;
    const rest = sources.reduce((text, source) => text.replace(source, ''), code);
    const urls = [...rest.matchAll(/\burl\s*=\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
    return urls.length + sources.length === 0 || urls.some((url) => !/\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url));
}
/**
 * A flake that offers an environment of packages of nixpkgs as its default.
 * Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs undefined: what Nix's registry of flakes knows by that name
 */
function packagesFlake(name, packages, system, nixpkgs) {
    const paths = packages.map((attribute) => `        ${selection(attribute)}`);
    return `{
  inputs.nixpkgs${nixpkgs === undefined ? '.url = "flake:nixpkgs"' : ` = ${attributes(nixpkgs)}`};
  outputs = { self, nixpkgs }: let pkgs = nixpkgs.legacyPackages.${system}; in {
    packages.${system}.default = pkgs.buildEnv {
      name = ${nixString(name)};
      paths = [
${paths.join('\n')}
      ];
    };
  };
}
`;
}
/**
 * The nixpkgs that a flake.lock pins.
 * @returns undefined where it has none
 * @throws InputError where it can't be read
 */
function pinnedNixpkgs(flakeLock, file) {
    try {
        const { nodes, root } = JSON.parse(flakeLock);
        const node = nodes[root]?.inputs?.['nixpkgs'];
        const locked = typeof node === 'string' ? nodes[node]?.locked : undefined;
        if (locked === undefined || isLockedSource(locked))
            return locked;
        throw new TypeError('a locked input has values that none can have');
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('packages', `${file} is not a lock file of Nix.`, { cause, hint: 'Write it anew with “nix flake lock”.', location: { file } });
    }
}
function isLockedSource(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    return Object.values(value).every((each) => typeof each === 'string' || typeof each === 'boolean' || (Number.isSafeInteger(each) && Number(each) >= 0));
}
/** The code that picks a package out of `pkgs`. @param attribute as `isPackageName` takes it */
function selection(attribute) {
    return ['pkgs', ...attribute.split('.').map((part) => (IDENTIFIER.test(part) && !KEYWORDS.has(part) ? part : nixString(part)))].join('.');
}
function attributes(source) {
    const entries = Object.entries(source).filter(([name]) => name !== '__final');
    return `{ ${entries.map(([name, value]) => `${nixString(name)} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}
const ESCAPES = { '\n': String.raw `\n`, '\r': String.raw `\r`, '\t': String.raw `\t` };
/** Text as Nix code (Nix manual, "String"). @throws Failure for a NUL, which no string of Nix can hold */
function nixString(text) {
    if (text.includes('\0'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('A text with a NUL in it can’t be written as Nix code.');
    return `"${text.replaceAll(/["\\]|\$(?=\{)|[\n\r\t]/g, (found) => ESCAPES[found] ?? `\\${found}`)}"`;
}


/***/ }),

/***/ 82061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   oN: () => (/* binding */ isRevision),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _feature_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18142);
/* harmony import */ var _feature_jsonc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31089);
/* harmony import */ var _feature_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37801);
/* harmony import */ var _feature_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38402);
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27298);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9501);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23940);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82480);








/** 31 December 9999: no later time has a text. */
const LAST_SECOND = 253_402_300_799;
/** As many as a delta document may have. */
const MOST_BASES = 100;
const SOURCE = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .q)('the address of a repository (https://...)', isSource);
const REVISION = (0,_json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .grammar */ .q)('a revision', isRevision);
/** In JSON, all but those that texts of several lines have. */
const CONTROL = /\\[bf]|\\u00[01][0-9a-f]|[\u007f-\u009f]/; // oxlint-disable-line no-control-regex
/**
 * Checks all that feature.json says: whoever may write an artifact of the run may have written it.
 * @param refuse throws; it is given the end of a sentence
 */
function checkFacts(json, refuse) {
    const field = _json_field_js__WEBPACK_IMPORTED_MODULE_4__/* .Field */ .D.of(json, refuse);
    const id = field.get('feature').get('id').as(_feature_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_ID */ .DU);
    const version = field.get('feature').get('version').as(_feature_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURE_VERSION */ .Q2);
    checkMetadata(field.get('metadata'), { id, version });
    field.get('files').as(_oci_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    field.get('delivery').oneOf(['auto', 'layers', 'embed']);
    field.get('complement').optional((complement) => complement.is(true));
    field.get('origin').get('source').optional((source) => source.as(SOURCE));
    field.get('origin').get('revision').optional((revision) => revision.as(REVISION));
    field.get('created').optional((created) => created.count(0, LAST_SECOND));
    field.get('reused').optional((reused) => {
        for (const arch of _platform_js__WEBPACK_IMPORTED_MODULE_7__/* .ARCHES */ .Pr)
            reused.get(arch).optional((count) => count.count(0, 1000));
    });
    field.get('bases').optional((bases) => bases.each(MOST_BASES, (base) => {
        base.get('name').text();
        base.get('digest').as(_oci_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .DIGEST */ .Dh);
    }));
    field.get('pushed').optional((pushed) => {
        pushed.get('registry').as(_oci_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REGISTRY */ .Mo);
        // Blobs are mounted from there: the Feature's own ones, and no others.
        const repository = pushed.get('repository').as(_oci_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .REPOSITORY */ .Bw);
        if (!repository.endsWith(`/${id}`))
            pushed.get('repository').refuse(`is ${repository}, and should end in /${id}`);
    });
}
/** What was built was held against the contract, and has to pass it again. */
function checkMetadata(field, feature) {
    field.get('id').is(feature.id, 'the id of the Feature');
    field.get('version').is(feature.version, 'the version of the Feature');
    const document = (0,_feature_jsonc_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonc */ .A)('feature', _feature_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .METADATA_FILE */ .VR, JSON.stringify(field.object()));
    const error = (0,_feature_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSchema */ ._)(document).find(({ severity }) => severity === 'error');
    if (error !== undefined)
        field.refuse(`breaks the contract: ${error.message.replace(/\.$/, '')}`);
    if (CONTROL.test(JSON.stringify(field.value)))
        field.refuse('holds control characters');
}
/** May a text be the revision that a Feature is of? */
function isRevision(text) {
    return /^[0-9A-Za-z][0-9A-Za-z._/-]{0,255}$/.test(text);
}
/** May a text be the address of the repository that a Feature is from? */
function isSource(text) {
    const url = text.length <= 2048 ? URL.parse(text) : null;
    return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' && /^[\x21-\x7e]+$/.test(text);
}


/***/ }),

/***/ 85697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ largestNewPaths),
/* harmony export */   d2: () => (/* binding */ uploadedBytesOf),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   sE: () => (/* binding */ reusedLayersOf),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/* unused harmony export sumOfFigures */
/* harmony import */ var _nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13756);

function figuresOf(document) {
    const delta = extentOf(document.closure.filter((entry) => entry.in === 'delta'));
    const base = extentOf(document.closure.filter((entry) => entry.in === 'base'));
    return withClosure(delta, base, document.layers.length, sizeOf(document.layers), complementOf(document));
}
/** The figures of several platforms together. A path of two platforms counts twice: it is shipped twice. */
function sumOfFigures(all) {
    const total = (pick) => ({
        paths: sum(all.map((figures) => pick(figures).paths)),
        bytes: sum(all.map((figures) => pick(figures).bytes)),
    });
    return withClosure(total((figures) => figures.delta), total((figures) => figures.base), sum(all.map((figures) => figures.layers)), sum(all.map((figures) => figures.compressed)), {
        ...total((figures) => figures.complement),
        layers: sum(all.map(({ complement }) => complement.layers)),
        compressed: sum(all.map(({ complement }) => complement.compressed)),
    });
}
function totalsOf(report) {
    return sumOfFigures(report.platforms.map((platform) => figuresOf(platform.document)));
}
/** The paths of the delta that weigh most, heaviest first. */
function largestNewPaths(document, count) {
    return document.closure
        .filter((entry) => entry.in === 'delta')
        .toSorted((a, b) => b.narSize - a.narSize || compareNames(a, b))
        .slice(0, count);
}
function uploadedBytesOf(report) {
    return sum([report.published?.uploadedBytes ?? 0, ...report.platforms.map((platform) => platform.uploadedBytes)]);
}
function reusedLayersOf(report) {
    return sum(report.platforms.map((platform) => platform.reusedLayers));
}
function withClosure(delta, base, layers, compressed, complement) {
    const closure = { paths: delta.paths + base.paths, bytes: delta.bytes + base.bytes };
    const baseShare = closure.bytes === 0 ? 0 : base.bytes / closure.bytes;
    return { closure, delta, base, baseShare, layers, compressed, complement };
}
function complementOf({ closure, complement = [] }) {
    const packed = new Set(complement.flatMap((layer) => layer.paths));
    const extent = extentOf(closure.filter(({ path }) => packed.has(path)));
    return { ...extent, layers: complement.length, compressed: sizeOf(complement) };
}
function sizeOf(layers) {
    return sum(layers.map((layer) => layer.size));
}
function extentOf(entries) {
    return { paths: entries.length, bytes: sum(entries.map((entry) => entry.narSize)) };
}
function compareNames(a, b) {
    const [left, right] = [(0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(a.path) + a.path, (0,_nix_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(b.path) + b.path];
    return left < right ? -1 : left > right ? 1 : 0;
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}


/***/ })

};
