export const id = 3721;
export const ids = [3721];
export const modules = {

/***/ 53721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X3: () => (/* binding */ givenSection),
  Br: () => (/* binding */ renderSummary),
  xd: () => (/* binding */ warningsSection)
});

// UNUSED EXPORTS: hasNew, treeRootsOf

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
// EXTERNAL MODULE: ./lib/report/parts/changes-section.js
var changes_section = __webpack_require__(94500);
// EXTERNAL MODULE: ./lib/report/parts/drift.js
var parts_drift = __webpack_require__(57436);
;// CONCATENATED MODULE: ./lib/report/parts/history.js

/** Characters of the longest bar. */
const WIDTH = 20;
/** From one eighth of a character on (Unicode, "Block Elements"): every font of a page or a terminal has them. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const WHOLE = '█';
/** Returns a value beside others as a bar of text. What is there at all can be seen. @param most the longest bar's */
function bar(value, most, width = WIDTH) {
    if (value <= 0 || most <= 0)
        return '';
    const eighths = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8));
    return `${WHOLE.repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8] ?? ''}`;
}
/** Returns `["1.2.0", "6.10 MB", "2.35 MB", "████", "1.00 MB", "██"]`: version, size, compressed, sent. All bars have one scale. */
function releaseRows(releases) {
    const most = Math.max(0, ...releases.flatMap(({ compressed, sent = 0 }) => [compressed, sent]));
    return releases.map(({ version, shipped, compressed, sent }) => [
        version,
        (0,format/* formatBytes */.z3)(shipped),
        (0,format/* formatBytes */.z3)(compressed),
        bar(compressed, most),
        sent === undefined ? '' : (0,format/* formatBytes */.z3)(sent),
        bar(sent ?? 0, most),
    ]);
}

// EXTERNAL MODULE: ./lib/report/parts/leaks.js
var leaks = __webpack_require__(53151);
// EXTERNAL MODULE: ./lib/report/parts/licences.js
var parts_licences = __webpack_require__(48075);
// EXTERNAL MODULE: ./lib/report/parts/tests.js
var tests = __webpack_require__(66514);
;// CONCATENATED MODULE: ./lib/report/parts/tree.js


/**
 * Returns the closure as a tree of what needs what, from its roots. The limit is spent from the top down, on new paths first,
 * so that a large closure is cut at its far end and not in the middle.
 */
function dependencyTree(closure, roots, limits) {
    const shown = closure.filter((entry) => limits.show === 'all' || entry.in === 'delta');
    const graph = new Map(shown.map((entry) => [entry.path, entry]));
    const starts = present(graph, [...new Set(roots)]).slice(0, limits.lines);
    const expanded = chooseExpanded(graph, starts, limits);
    const seen = new Set();
    const listed = new Set();
    const trees = starts.map((entry) => grow(entry, { graph, expanded, seen, listed, depth: limits.depth }));
    return { roots: trees, leftOut: graph.size - listed.size };
}
/**
 * How many references of which paths are listed, breadth first until the lines are used up. What the base has gets the
 * lines that new paths leave over.
 */
function chooseExpanded(graph, starts, limits) {
    const expanded = new Map();
    let left = limits.lines - starts.length;
    for (const round of ['new', 'all']) {
        const queue = starts.map((entry) => ({ entry, depth: 0 }));
        const visited = new Set(starts);
        for (const { entry, depth } of queue) {
            const children = childrenOf(graph, entry);
            if (!expanded.has(entry.path)) {
                const count = Math.min(children.length, left);
                if (count === 0 || depth >= limits.depth || (round === 'new' && entry.in === 'base'))
                    continue;
                expanded.set(entry.path, count);
                left -= count;
            }
            for (const child of children) {
                if (visited.has(child))
                    continue;
                visited.add(child);
                queue.push({ entry: child, depth: depth + 1 });
            }
        }
    }
    return expanded;
}
/** As deep as `depth`, so recursion is no danger, however long the chains of the closure are. */
function grow(entry, growth) {
    growth.listed.add(entry.path);
    const references = childrenOf(growth.graph, entry);
    if (references.length === 0)
        return { entry, children: [], more: 0, below: 'listed' };
    if (growth.seen.has(entry.path))
        return { entry, children: [], more: 0, below: 'above' };
    const count = growth.depth === 0 ? 0 : (growth.expanded.get(entry.path) ?? 0);
    if (count === 0)
        return { entry, children: [], more: references.length, below: 'left out' };
    growth.seen.add(entry.path);
    const below = { ...growth, depth: growth.depth - 1 };
    const children = references.slice(0, count).map((child) => grow(child, below));
    return { entry, children, more: references.length - count, below: 'listed' };
}
/** What a path refers to, without itself. */
function childrenOf(graph, entry) {
    return sorted(present(graph, entry.references.filter((path) => path !== entry.path)));
}
function present(graph, paths) {
    return paths.map((path) => graph.get(path)).filter((entry) => entry !== undefined);
}
/** New ones first; then by name, as a reader looks for them. */
function sorted(entries) {
    return entries
        .map((entry) => ({ entry, key: `${entry.in === 'delta' ? 0 : 1}${(0,store_path/* nameOf */.Vb)(entry.path)}${entry.path}` }))
        .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ entry }) => entry);
}
/** Returns the tree as lines of text, drawn with rules. `label` says how a node is written. */
function treeLines(tree, label) {
    const lines = [];
    const draw = (node, own, indent) => {
        lines.push(own + label(node));
        for (const [index, child] of node.children.entries()) {
            const last = index === node.children.length - 1 && node.more === 0;
            draw(child, `${indent}${last ? '└─ ' : '├─ '}`, `${indent}${last ? '   ' : '│  '}`);
        }
        if (node.children.length > 0 && node.more > 0)
            lines.push(`${indent}└─ … ${(0,format/* formatCount */.B4)(node.more)} more`);
    };
    for (const root of tree.roots)
        draw(root, '', '');
    return lines;
}

// EXTERNAL MODULE: ./lib/report/build/sentences.js
var sentences = __webpack_require__(75903);
;// CONCATENATED MODULE: ./lib/report/build/links.js
/** Returns where a reader of the report may want to go: the package, its base images, the commit and the run. */
function linksOf({ published, platforms, artifact }, job = {}) {
    const bases = new Set(platforms.flatMap(({ document }) => document.bases.map(({ name }) => name)));
    return [
        ...linkTo('Package', published?.what === 'feature' ? packagePage(published.repository) : undefined),
        ...[...bases].flatMap((name) => linkTo(bases.size > 1 ? `Base ${name}` : 'Base', packagePage((name.split('@', 1)[0] ?? '').replace(/:[^:/]*$/, '')))),
        ...linkTo(`Commit ${job.revision?.slice(0, 7) ?? ''}`, job.source === undefined || job.revision === undefined ? undefined : `${job.source}/commit/${job.revision}`),
        ...linkTo('Run', job.run),
        // Whoever opens it finds explorer.html in it.
        ...linkTo('Explorer (in the artifact)', artifact === undefined || job.run === undefined ? undefined : `${job.run}/artifacts/${artifact.id}`),
    ];
}
function linkTo(text, url) {
    return url === undefined ? [] : [{ text, url }];
}
/** Registries that show a repository to people, and where. */
const PAGES = {
    // It redirects a browser to the package's page, whoever owns it.
    'ghcr.io': (path) => `https://ghcr.io/${path}`,
    'quay.io': (path) => `https://quay.io/repository/${path}`,
    'docker.io': (path) => `https://hub.docker.com/${path.startsWith('library/') ? path.replace('library/', '_/') : `r/${path}`}`,
    'mcr.microsoft.com': (path) => `https://mcr.microsoft.com/artifact/mar/${path}`,
};
/** @param repository `<registry>/<path>`; @returns undefined if its registry has no pages that we know */
function packagePage(repository) {
    const [, host = '', path = ''] = /^([^/]+)\/([a-z0-9._/-]+)$/.exec(repository) ?? [];
    return Object.hasOwn(PAGES, host) ? PAGES[host]?.(path) : undefined;
}

// EXTERNAL MODULE: ./lib/report/build/facts.js
var build_facts = __webpack_require__(81534);
;// CONCATENATED MODULE: ./lib/report/build/summary.js














const LARGEST = 10;
const MAX_WARNINGS = 20;
const MAX_FILES = 100;
const TREE_LIMITS = { lines: 100, depth: 24, show: 'all' };
/**
 * Renders the job summary, in GitHub's Markdown. Its first line says it all.
 * @param job undefined if the run is no job
 */
function renderSummary(report, job) {
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)((0,sentences/* headline */.Pl)(report))}`,
        (0,sentences/* sizeSentence */.Hp)(report),
        publishedSection(report),
        linksSection(report, job),
        platformTable(report.platforms),
        timesSection(report),
        warningsSection(report),
        (0,leaks/* leaksSection */.K7)(report.leaks),
        (0,tests/* testsSection */.FK)(report),
        ...report.platforms.map(({ arch, changes }) => (changes === undefined ? '' : (0,changes_section/* changesSection */.Hv)(changes, report.platforms.length > 1 ? ` for ${arch}` : ''))),
        ...report.platforms.map(({ arch, licences }) => (licences === undefined ? '' : (0,parts_licences/* licencesSection */.s)(licences, report.platforms.length > 1 ? ` for ${arch}` : ''))),
        ...report.platforms.map(({ arch, drift }) => (0,parts_drift/* driftSection */.tX)(drift, report.platforms.length > 1 ? ` for ${arch}` : '')),
        historySection(report),
        // What is published already has no new paths.
        ...(report.upToDate ? [] : report.platforms.filter(hasNew).map((platform) => largestSection(platform, report.platforms.length > 1))),
        nextSection(report),
        ...report.platforms.map((platform) => treeSection(platform, report.platforms.length > 1)),
        ...report.platforms.map((platform) => layersSection(platform, report.platforms.length > 1)),
        shipsSection(report),
        generatedSection(report),
        givenSection(report.given),
    ]);
}
/** Returns the inputs that the user gave, folded; nothing if there are none. */
function givenSection(given) {
    if (given.length === 0)
        return '';
    return (0,markdown/* details */.zH)(`Inputs (${given.length})`, (0,markdown/* table */.tp)(['Input', 'Value'], given.map(([name, value]) => [(0,markdown/* code */.aY)(name), value.split('\n').map(markdown/* code */.aY).join('<br>')])));
}
/** The same for all platforms. */
function generatedSection({ platforms }) {
    const text = platforms[0]?.generatedFlake;
    return text === undefined ? '' : (0,markdown/* details */.zH)('The flake that was generated', (0,markdown/* fence */.EU)(text.trimEnd(), 'nix'));
}
/** What of the Feature's folder everybody gets to see who installs it. */
function shipsSection({ ships = [] }) {
    if (ships.length === 0)
        return '';
    const rows = ships.slice(0, MAX_FILES).map(({ name, size }) => [(0,markdown/* code */.aY)(name), (0,format/* formatBytes */.z3)(size)]);
    if (ships.length > MAX_FILES)
        rows.push([`${(0,format/* formatCount */.B4)(ships.length - MAX_FILES)} more`, '']);
    return (0,markdown/* details */.zH)(`${(0,format/* formatNumberOf */.Of)(ships.length, 'file')} of the folder`, (0,markdown/* table */.tp)(['File', 'Size'], rows, [1]));
}
/** Where it is published, under which tags, and what was sent. */
function publishedSection(report) {
    const { published, digest, upToDate } = report;
    if (published === undefined)
        return '';
    const sent = upToDate ? '' : sentSentence(report);
    if (published.what === 'layers')
        return sent;
    const verb = upToDate ? 'Published before, with the same content,' : 'Published';
    const names = published.tags.map((tag) => (0,markdown/* code */.aY)(tag)).join(', ');
    return [`${verb} as ${(0,markdown/* code */.aY)(`${published.repository}${digest === undefined ? '' : `@${digest}`}`)}. Tags: ${names}.`, sent, embeddedSentence(report)].filter(Boolean).join(' ');
}
/** What a next release will send, whatever changed; nothing if it sends only new layers. */
function embeddedSentence({ published, platforms, upToDate }) {
    if (published?.delivery !== 'embed' || upToDate)
        return '';
    const bytes = platforms.map(({ document }) => (0,build_facts/* figuresOf */.h5)(document)).reduce((sum, { compressed, complement }) => sum + compressed + complement.compressed, 0);
    return bytes === 0 ? '' : `The layers are embedded: each release sends all of them (${(0,format/* formatBytes */.z3)(bytes)}). With ${(0,markdown/* code */.aY)('delivery: layers')}, it would send only the new ones.`;
}
/** `Sent 6.10 MB: 6.00 MB for amd64, 100 kB for the Feature.` */
function sentSentence(report) {
    const parts = report.platforms.filter(({ uploadedBytes }) => uploadedBytes > 0).map(({ arch, uploadedBytes }) => `${(0,format/* formatBytes */.z3)(uploadedBytes)} for ${arch}`);
    const feature = report.published?.uploadedBytes ?? 0;
    if (feature > 0)
        parts.push(`${(0,format/* formatBytes */.z3)(feature)} for the Feature`);
    return parts.length === 0 ? 'Nothing had to be sent.' : `Sent ${(0,format/* formatBytes */.z3)((0,build_facts/* uploadedBytesOf */.d2)(report))}: ${parts.join(', ')}.`;
}
function linksSection(report, job) {
    return linksOf(report, job).map(({ text, url }) => `[${(0,markdown/* escapeText */.X1)(text)}](<${url}>)`).join(' · ');
}
function timesSection({ stages = [], duration }) {
    const parts = stages.map((stage) => `${(0,markdown/* escapeText */.X1)(stage.title)} ${(0,format/* formatDuration */.a3)(stage.duration)}`);
    return `Took ${(0,format/* formatDuration */.a3)(duration)}${parts.length === 0 ? '' : `, of which ${parts.join(', ')}`}.`;
}
/** A column per platform. */
function platformTable(platforms) {
    if (platforms.length === 0)
        return '';
    const columns = platforms.map(platformFacts);
    const labels = [...new Set(columns.flatMap((facts) => [...facts.keys()]))];
    return (0,markdown/* table */.tp)(['', ...platforms.map((platform) => platform.arch)], labels.map((label) => [`**${label}**`, ...columns.map((facts) => facts.get(label) ?? '')]));
}
function platformFacts({ document, digest, reusedLayers, stages, reproduced }) {
    const { closure, base, delta, baseShare, layers, compressed, complement } = (0,build_facts/* figuresOf */.h5)(document);
    const facts = new Map([
        ['Base', document.bases.map(baseCell).join('<br>') || 'none'],
        ['Closure', extentText(closure)],
        ['In the base', base.paths === 0 ? 'nothing' : `${extentText(base)} (${(0,format/* formatShare */.T1)(baseShare)})`],
        ['Delta', delta.paths === 0 ? 'nothing' : extentText(delta)],
        ['Compressed', layers === 0 ? 'nothing' : `${(0,format/* formatBytes */.z3)(compressed)} in ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`],
    ]);
    if (reusedLayers > 0)
        facts.set('Reused', `${(0,format/* formatCount */.B4)(reusedLayers)} of ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`);
    if (complement.layers > 0)
        facts.set('Complement', complementText(complement));
    if (reproduced !== undefined)
        facts.set('Built twice', reproducedText(reproduced));
    facts.set('Output', (0,markdown/* code */.aY)(document.storePath));
    if (digest !== undefined)
        facts.set('Manifest', (0,markdown/* code */.aY)(digest));
    if (stages.length > 0) {
        facts.set('Time', stages.map(({ title, duration }) => `${(0,markdown/* escapeText */.X1)(title)} ${(0,format/* formatDuration */.a3)(duration)}`).join(', '));
    }
    return facts;
}
function reproducedText({ derivations, fetched, layers }) {
    const rest = fetched === 0 ? '' : `; ${(0,format/* formatNumberOf */.Of)(fetched, 'path')} fetched, and not built again`;
    return `${(0,format/* formatNumberOf */.Of)(derivations, 'derivation')} and ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}, the same both times${rest}`;
}
function extentText({ paths, bytes }) {
    return `${(0,format/* formatNumberOf */.Of)(paths, 'path')}, ${(0,format/* formatBytes */.z3)(bytes)}`;
}
function complementText(complement) {
    const { layers, compressed } = complement;
    return `${extentText(complement)}; ${(0,format/* formatBytes */.z3)(compressed)} in ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}, used only where the base lacks paths`;
}
function baseCell({ name, digest, storePaths }) {
    const pinned = digest === undefined || name.includes(digest) ? name : `${name}@${digest.slice(0, 19)}`;
    return `${(0,markdown/* code */.aY)(pinned)} (${(0,format/* formatNumberOf */.Of)(storePaths, 'store path')})`;
}
function warningsSection({ warnings }) {
    if (warnings.length === 0)
        return '';
    const lines = warnings.slice(0, MAX_WARNINGS).map(({ message, location }) => {
        const place = location === undefined ? '' : ` (${(0,markdown/* code */.aY)([location.file, location.line].filter(Boolean).join(':'))})`;
        return `- ${(0,markdown/* escapeText */.X1)(message)}${place}`;
    });
    if (warnings.length > MAX_WARNINGS)
        lines.push(`- … and ${(0,format/* formatCount */.B4)(warnings.length - MAX_WARNINGS)} more`);
    return `### Warnings\n\n${lines.join('\n')}`;
}
function largestSection({ arch, document }, several) {
    const largest = (0,build_facts/* largestNewPaths */.FO)(document, LARGEST);
    if (largest.length === 0)
        return '';
    const { delta } = (0,build_facts/* figuresOf */.h5)(document);
    const rest = delta.paths - largest.length;
    const rows = largest.map(({ path, narSize }) => [
        (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(path)),
        (0,format/* formatBytes */.z3)(narSize),
        (0,format/* formatShare */.T1)(delta.bytes === 0 ? 0 : narSize / delta.bytes),
        bar(narSize, largest[0]?.narSize ?? 0),
    ]);
    if (rest > 0) {
        const bytes = delta.bytes - largest.reduce((sum, { narSize }) => sum + narSize, 0);
        rows.push([`${(0,format/* formatCount */.B4)(rest)} more`, (0,format/* formatBytes */.z3)(bytes), (0,format/* formatShare */.T1)(bytes / delta.bytes), '']);
    }
    return `### Largest new paths${several ? ` for ${arch}` : ''}\n\n${(0,markdown/* table */.tp)(['Path', 'Size', 'Of the delta', ''], rows, [1, 2])}`;
}
/** Tells whether anything changed since the last release, as far as that is known. */
function hasNew({ changes, unchanged }) {
    return unchanged !== true && (changes === undefined || changes.packages.length > 0);
}
/** How large the last releases were, as a table of bars: GitHub draws text everywhere. */
function historySection({ history = [] }) {
    if (history.length < 2)
        return '';
    const rows = releaseRows(history).map(([version = '', ...cells], index) => [index === history.length - 1 ? `**${(0,markdown/* escapeText */.X1)(version)}**` : (0,markdown/* escapeText */.X1)(version), ...cells]);
    return `### The last releases\n\n${(0,markdown/* table */.tp)(['Release', 'Ships', 'Compressed', '', 'New bytes', ''], rows, [1, 2, 4])}\n\nNew bytes are those of layers that the release before does not have; with embedded layers, each release sends all of them.`;
}
function nextSection(report) {
    const steps = (0,sentences/* nextSteps */.Zn)(report, 'job').map(({ text, snippet }) => snippet === undefined ? (0,markdown/* prose */.CS)(text) : `${(0,markdown/* prose */.CS)(text)}\n\n${(0,markdown/* fence */.EU)(snippet.text, snippet.language)}`);
    return `### What to do next\n\n${steps.join('\n\n')}`;
}
function treeSection({ arch, document }, several) {
    const tree = dependencyTree(document.closure, treeRootsOf(document), TREE_LIMITS);
    if (tree.roots.length === 0)
        return '';
    const lines = [...treeLines(tree, treeLabel)];
    if (tree.leftOut > 0)
        lines.push('', `${(0,format/* formatNumberOf */.Of)(tree.leftOut, 'path')} further down left out.`);
    const title = `Dependency tree${several ? ` for ${arch}` : ''}: + is new, = is in the base`;
    return (0,markdown/* details */.zH)(title, (0,markdown/* fence */.EU)(lines.join('\n'), 'text'));
}
function treeLabel({ entry, below, more }) {
    const mark = entry.in === 'delta' ? '+' : '=';
    const rest = below === 'above' ? '  (see above)' : below === 'left out' ? `  (${(0,format/* formatCount */.B4)(more)} below)` : '';
    return `${mark} ${(0,store_path/* nameOf */.Vb)(entry.path)}  ${(0,format/* formatBytes */.z3)(entry.narSize)}${rest}`;
}
/** Returns what the tree begins with: the output that PATH points into, then the others. */
function treeRootsOf(document) {
    return [document.storePath, ...Object.values(document.outputs)];
}
function layersSection({ arch, document }, several) {
    if (document.layers.length === 0)
        return '';
    const rows = document.layers.map((layer) => [
        (0,markdown/* code */.aY)((0,digest/* hexOf */.ZD)(layer.digest).slice(0, 12)),
        (0,format/* formatBytes */.z3)(layer.size),
        (0,markdown/* code */.aY)(layer.mediaType.replace(/^.*\./, '')),
        layer.paths.length === 1 ? layer.paths.map((path) => (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(path))).join('') : (0,format/* formatNumberOf */.Of)(layer.paths.length, 'path'),
    ]);
    return (0,markdown/* details */.zH)(`${(0,format/* formatNumberOf */.Of)(rows.length, 'layer')}${several ? ` for ${arch}` : ''}`, (0,markdown/* table */.tp)(['Digest', 'Size', 'Type', 'Holds'], rows));
}


/***/ }),

/***/ 57436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tX: () => (/* binding */ driftSection),
/* harmony export */   vd: () => (/* binding */ driftResult)
/* harmony export */ });
/* unused harmony exports driftLines, renderDrift, driftComparisonResult */
/* harmony import */ var _kit_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60385);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65235);
/* harmony import */ var _text_terminal_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8832);




/** How many paths the JSON lists: the outputs of a job are limited to 1 MiB in all. */
const LISTED = 200;
/** How many a page and a terminal list. */
const ROWS = 40;
const SHOWN = 10;
/** Bytes of NARs. */
function driftBytes({ paths }) {
    return paths.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** Returns the one line that mends it; undefined if it is not nixpkgs that differs. */
function mendOf({ nixpkgs, follows }) {
    if (follows)
        return undefined;
    return nixpkgs === undefined ? 'nix flake lock --override-input nixpkgs github:NixOS/nixpkgs/<revision of the base>' : 'follow-base: true';
}
/** Returns `6 paths, 12 MB` */
function driftExtent(drift) {
    return `${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(drift.paths.length, 'path')}, ${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(driftBytes(drift))}`;
}
/** Returns why it is so, and what to do; `asCode` marks what is code. */
function driftAdvice(drift, asCode) {
    const mend = mendOf(drift);
    const why = 'The base has packages of the same names and versions, built from other inputs.';
    if (mend === undefined)
        return `${why} The flake takes its nixpkgs from the base already, so these come from another input: pin that one as the base does.`;
    if (drift.nixpkgs === undefined)
        return `${why} Pin the nixpkgs that the base was built from: ${asCode(mend)}`;
    return `${why} This takes the base's nixpkgs (${asCode(drift.nixpkgs)}): ${asCode(mend)}`;
}
/** Returns the drift for machines; `null` if nothing is shipped twice. */
function driftResult(drift) {
    if (drift === undefined)
        return null;
    const { paths, nixpkgs = null, follows } = drift;
    return { paths: paths.length, bytes: driftBytes(drift), nixpkgs, follows, mend: mendOf(drift) ?? null, list: paths.slice(0, LISTED) };
}
/** Returns what is shipped twice, and the one line that mends it. @param of ` for amd64` if there are several platforms */
function driftSection(drift, of) {
    if (drift === undefined)
        return '';
    const rows = drift.paths.slice(0, ROWS).map(({ path, base, bytes }) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(path)), (0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .hashPartOf */ .bV)(path).slice(0, 8)), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .hashPartOf */ .bV)(base).slice(0, 8))]);
    if (drift.paths.length > ROWS)
        rows.push([`${(0,_kit_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(drift.paths.length - ROWS)} more`, '', '', '']);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSections */ .lS)([
        `### Shipped twice${of}: ${driftExtent(drift)}\n\n${driftAdvice(drift, _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)}`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)('Paths that differ only in their hash', (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Path', 'Size', 'Shipped', 'In the base'], rows, [1])),
    ]);
}
/** Returns the lines for a build; none if nothing is shipped twice. */
function driftLines(drift, palette, shown = SHOWN) {
    if (drift === undefined)
        return '';
    const paths = drift.paths.slice(0, shown);
    const columns = alignColumns(paths.map(({ bytes }) => [formatBytes(bytes)]));
    const lines = paths.map(({ path, base }, index) => `  ${columns[index] ?? ''}  ${nameOf(path)} ${palette.dim(`(${hashPartOf(path).slice(0, 8)} for ${hashPartOf(base).slice(0, 8)})`)}`);
    if (drift.paths.length > shown)
        lines.push(palette.dim(`  … and ${formatCount(drift.paths.length - shown)} more`));
    return [palette.bold(`Shipped twice: ${driftExtent(drift)}`), ...lines, `  ${printable(driftAdvice(drift, (text) => text))}`].join('\n');
}
/** Renders what `nix-feature drift` prints. */
function renderDrift({ feature, base, platforms }, palette) {
    const blocks = platforms.map(({ arch, drift }) => {
        const title = printable(`${feature} on ${base} for ${arch}`);
        return drift === undefined ? `${palette.bold(title)}\n  Nothing is shipped twice.` : `${palette.bold(title)}\n${driftLines(drift, palette, Infinity)}`;
    });
    return `${blocks.join('\n\n')}\n`;
}
/** Returns what `nix-feature drift --json` prints. */
function driftComparisonResult({ feature, base, platforms }) {
    return { schemaVersion: 1, feature, base, platforms: platforms.map(({ arch, drift }) => ({ arch, drift: driftResult(drift) })) };
}


/***/ })

};
