export const id = 364;
export const ids = [364];
export const modules = {

/***/ 76364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuildAction: () => (/* binding */ runBuildAction)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/report/explain.js


const LOG_LINES = 40;
const DISK_FULL = 'Free some space, or put temporary files and the output on another disk (TMPDIR, output).';
/** Every error as a person should see it. What is no `Failure` is a bug of ours, unless the disk was full. */
function explain(error) {
    if (error instanceof errors/* Failure */.HR) {
        const { message, location } = error;
        const hint = error.hint ?? ((0,errors/* isDiskFull */.b$)(error) ? DISK_FULL : undefined);
        return { kind: kindOf(error), title: titleOf(error), message, hint, location, log: logOf(error), trace: causesOf(error) };
    }
    const message = error instanceof Error ? error.message : (0,external_node_util_.inspect)(error);
    if ((0,errors/* isDiskFull */.b$)(error)) {
        const text = `The disk is full: ${message}`;
        return { kind: 'failure', title: 'The disk is full', message: text, hint: DISK_FULL, location: undefined, log: [], trace: causesOf(error) };
    }
    return {
        kind: 'bug',
        title: 'A bug in nix-feature',
        message: `Something went wrong that should not have: ${message}`,
        hint: 'Please report it, with the log of a run that has debug logging on (NIX_FEATURE_DEBUG=1 in a terminal).',
        location: undefined,
        log: [],
        trace: [error, ...chain(error)].map(stackOf).join('\ncaused by: '),
    };
}
function kindOf(error) {
    if (error instanceof errors/* InputError */.dz)
        return 'input';
    if (error instanceof errors/* SetupError */.w3)
        return 'setup';
    return error instanceof errors/* CancelledError */.cc ? 'cancelled' : 'failure';
}
function titleOf(error) {
    if (error instanceof errors/* InputError */.dz)
        return 'An input can’t be used';
    if (error instanceof errors/* SetupError */.w3)
        return 'The machine lacks something';
    if (error instanceof errors/* BuildError */.zS)
        return 'The build failed';
    if (error instanceof errors/* CancelledError */.cc)
        return 'Cancelled';
    return (0,errors/* isDiskFull */.b$)(error) ? 'The disk is full' : 'Failed';
}
function logOf(error) {
    if (error instanceof errors/* BuildError */.zS)
        return error.log.slice(-LOG_LINES);
    if (!(error instanceof errors/* CommandError */.Qd))
        return [];
    return error.stderr.trimEnd().split(/\r?\n/).filter(Boolean).slice(-LOG_LINES);
}
/** A user's mistake never shows a stack trace. */
function causesOf(error) {
    return chain(error)
        .map((cause) => `caused by: ${cause instanceof Error ? cause.message : (0,external_node_util_.inspect)(cause)}`)
        .join('\n');
}
function stackOf(error) {
    return error instanceof Error ? (error.stack ?? error.message) : (0,external_node_util_.inspect)(error);
}
/** The causes of an error, nearest first. An error may, by mistake, be its own cause. */
function chain(error) {
    const causes = [];
    let next = error;
    while (next instanceof Error && next.cause !== undefined && causes.length < 10) {
        next = next.cause;
        causes.push(next);
    }
    return causes;
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/nix/store-path.js
var store_path = __webpack_require__(13756);
// EXTERNAL MODULE: ./lib/report/facts.js
var report_facts = __webpack_require__(85697);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(87703);
;// CONCATENATED MODULE: ./lib/report/headline.js


/** The whole report in one line of plain text. */
function headline(report) {
    const { id, version } = report.feature;
    const arches = (0,format/* formatList */.ki)(report.platforms.map((platform) => platform.arch));
    const subject = `${id} ${version}${arches === '' ? '' : ` for ${arches}`}`;
    if (report.upToDate)
        return `${subject}: up to date, nothing to do`;
    return `${subject}: ${verdict((0,report_facts/* totalsOf */.vA)(report))}`;
}
function verdict({ closure, delta, base, baseShare, compressed }) {
    const all = (0,format/* formatNumberOf */.Of)(closure.paths, 'store path');
    if (delta.paths === 0)
        return `the base already has everything (${all}, ${(0,format/* formatBytes */.z3)(closure.bytes)})`;
    if (base.paths === 0)
        return `${all} to ship, ${(0,format/* formatBytes */.z3)(delta.bytes)}, ${(0,format/* formatBytes */.z3)(compressed)} compressed`;
    return (`${(0,format/* formatCount */.B4)(delta.paths)} of ${all} to ship, ${(0,format/* formatBytes */.z3)(delta.bytes)} of ${(0,format/* formatBytes */.z3)(closure.bytes)} ` +
        `(the base has ${(0,format/* formatShare */.T1)(baseShare)}), ${(0,format/* formatBytes */.z3)(compressed)} compressed`);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/report/next-steps.js


const DOWNLOADED = 'layout';
/** What a person does next with what was built, most likely first. */
function nextSteps(report) {
    const { published } = report;
    if (published?.what === 'feature')
        return [useStep(report, published.repository)];
    if (published?.what === 'layers') {
        return [{ text: `The layers are in ${published.repository}, without a tag. A later job assembles and publishes the Feature.` }];
    }
    if (report.upToDate)
        return [{ text: 'Change the Feature and raise its version in devcontainer-feature.json to publish it anew.' }];
    return [...artifactStep(report), ...layoutStep(report), { text: 'Nothing was published. Set push to true to publish it as a Feature.' }];
}
function useStep(report, repository) {
    // A range moves with compatible releases; the lock file of the dev container tools pins what it came to.
    const range = /^0\.|-/.test(report.feature.version) ? report.feature.version : report.feature.version.replace(/\..*$/, '');
    return {
        text: 'Use it in devcontainer.json:',
        snippet: { language: 'json', text: JSON.stringify({ features: { [`${repository}:${range}`]: {} } }, undefined, 2) },
    };
}
function artifactStep({ artifact }) {
    if (artifact === undefined)
        return [];
    return [
        {
            text: `Fetch the layout from this run’s artifacts (${(0,format/* formatBytes */.z3)(artifact.size)}):`,
            snippet: { language: 'sh', text: `gh run download --name ${artifact.name} --dir ${DOWNLOADED}` },
        },
    ];
}
function layoutStep({ layout, artifact }) {
    if (layout === undefined)
        return [];
    // A folder of the runner is gone when a person reads this.
    const folder = artifact === undefined ? layout : DOWNLOADED;
    return [
        {
            text: 'Look into the image layout:',
            snippet: { language: 'sh', text: `jq .manifests ${quoteForShell((0,external_node_path_.join)(folder, 'index.json'))}` },
        },
    ];
}
function quoteForShell(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./lib/report/tree.js


/**
 * The closure as a tree of what needs what, from its roots. The limit is spent from the top down, on new paths first,
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
/** The tree as lines of text, drawn with rules. `label` says how a node is written. */
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

;// CONCATENATED MODULE: ./lib/report/summary.js








const LARGEST = 10;
const MAX_WARNINGS = 20;
const TREE_LIMITS = { lines: 400, depth: 24, show: 'all' };
/** The job summary, in GitHub's Markdown. Its first line says it all. */
function renderSummary(report) {
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)(headline(report))}`,
        platformTable(report.platforms),
        warningsSection(report),
        ...report.platforms.map((platform) => largestSection(platform, report.platforms.length > 1)),
        nextSection(report),
        ...report.platforms.map((platform) => treeSection(platform, report.platforms.length > 1)),
        ...report.platforms.map((platform) => layersSection(platform, report.platforms.length > 1)),
        givenSection(report.given),
    ]);
}
/** The inputs that the user gave, folded; nothing where there are none. */
function givenSection(given) {
    if (given.length === 0)
        return '';
    return (0,markdown/* details */.zH)(`Inputs (${given.length})`, (0,markdown/* table */.tp)(['Input', 'Value'], given.map(([name, value]) => [(0,markdown/* code */.aY)(name), value.split('\n').map(markdown/* code */.aY).join('<br>')])));
}
/** A column per platform. */
function platformTable(platforms) {
    if (platforms.length === 0)
        return '';
    const columns = platforms.map(platformFacts);
    const labels = [...new Set(columns.flatMap((facts) => [...facts.keys()]))];
    return (0,markdown/* table */.tp)(['', ...platforms.map((platform) => platform.arch)], labels.map((label) => [`**${label}**`, ...columns.map((facts) => facts.get(label) ?? '')]));
}
function platformFacts({ document, digest, reusedLayers, uploadedBytes, stages }) {
    const { closure, base, delta, baseShare, layers, compressed } = (0,report_facts/* figuresOf */.h5)(document);
    const facts = new Map([
        ['Base', document.bases.map(baseCell).join('<br>') || 'none'],
        ['Closure', extentText(closure)],
        ['In the base', base.paths === 0 ? 'nothing' : `${extentText(base)} (${(0,format/* formatShare */.T1)(baseShare)})`],
        ['Delta', delta.paths === 0 ? 'nothing' : extentText(delta)],
        ['Compressed', layers === 0 ? 'nothing' : `${(0,format/* formatBytes */.z3)(compressed)} in ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`],
    ]);
    if (reusedLayers > 0)
        facts.set('Reused', `${(0,format/* formatCount */.B4)(reusedLayers)} of ${(0,format/* formatNumberOf */.Of)(layers, 'layer')}`);
    if (uploadedBytes > 0)
        facts.set('Uploaded', (0,format/* formatBytes */.z3)(uploadedBytes));
    facts.set('Output', (0,markdown/* code */.aY)(document.storePath));
    if (digest !== undefined)
        facts.set('Manifest', (0,markdown/* code */.aY)(digest));
    if (stages.length > 0) {
        facts.set('Time', stages.map(({ title, duration }) => `${(0,markdown/* escapeText */.X1)(title)} ${(0,format/* formatDuration */.a3)(duration)}`).join(', '));
    }
    return facts;
}
function extentText({ paths, bytes }) {
    return `${(0,format/* formatNumberOf */.Of)(paths, 'path')}, ${(0,format/* formatBytes */.z3)(bytes)}`;
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
    const largest = (0,report_facts/* largestNewPaths */.FO)(document, LARGEST);
    if (largest.length === 0)
        return '';
    const { delta } = (0,report_facts/* figuresOf */.h5)(document);
    const rest = delta.paths - largest.length;
    const rows = largest.map(({ path, narSize }) => [
        (0,markdown/* code */.aY)((0,store_path/* nameOf */.Vb)(path)),
        (0,format/* formatBytes */.z3)(narSize),
        (0,format/* formatShare */.T1)(delta.bytes === 0 ? 0 : narSize / delta.bytes),
    ]);
    if (rest > 0) {
        const bytes = delta.bytes - largest.reduce((sum, { narSize }) => sum + narSize, 0);
        rows.push([`${(0,format/* formatCount */.B4)(rest)} more`, (0,format/* formatBytes */.z3)(bytes), (0,format/* formatShare */.T1)(bytes / delta.bytes)]);
    }
    return `### Largest new paths${several ? ` for ${arch}` : ''}\n\n${(0,markdown/* table */.tp)(['Path', 'Size', 'Of the delta'], rows, 'right')}`;
}
function nextSection(report) {
    const steps = nextSteps(report).map(({ text, snippet }) => snippet === undefined ? (0,markdown/* escapeText */.X1)(text) : `${(0,markdown/* escapeText */.X1)(text)}\n\n${(0,markdown/* fence */.EU)(snippet.text, snippet.language)}`);
    return `### What to do next\n\n${steps.join('\n\n')}`;
}
function treeSection({ arch, document }, several) {
    const tree = dependencyTree(document.closure, rootsOf(document), TREE_LIMITS);
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
/** What the tree begins with: the output that PATH points into, then the others. */
function rootsOf(document) {
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

;// CONCATENATED MODULE: ./lib/report/failure-summary.js



/** The job summary of a run that failed, in GitHub's Markdown. */
function renderFailureSummary(failure, given) {
    const { title, message, hint, location, log } = failure;
    const place = location === undefined ? '' : `In ${(0,markdown/* code */.aY)([location.file, location.line].filter(Boolean).join(':'))}.`;
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)(title)}`,
        (0,markdown/* quote */.hD)(message),
        place,
        hint === undefined ? '' : `**What to do:** ${(0,markdown/* escapeText */.X1)(hint)}`,
        log.length === 0 ? '' : `The end of the log:\n\n${(0,markdown/* fence */.EU)((0,external_node_util_.stripVTControlCharacters)(log.join('\n')), 'text')}`,
        givenSection(given),
    ]);
}

;// CONCATENATED MODULE: ./lib/report/outputs.js

const SUM = 'all platforms together';
const FIRST = 'the first of `arches`';
/** Every output of the action; action.yml and docs/inputs.md are made from this. */
const OUTPUTS = [
    { name: 'feature-id', description: 'The id in devcontainer-feature.json.' },
    { name: 'version', description: 'The version in devcontainer-feature.json.' },
    {
        name: 'up-to-date',
        description: '`true` if what is published already holds this content, so that nothing was built; else `false`.',
    },
    { name: 'store-path', description: `The built store path (${FIRST}): what PATH points into.` },
    { name: 'closure-paths', description: `How many store paths the closure has (${SUM}).` },
    { name: 'closure-size', description: `NAR bytes of the closure (${SUM}).` },
    { name: 'delta-paths', description: `How many store paths are shipped because the base lacks them (${SUM}).` },
    { name: 'delta-size', description: `NAR bytes of the delta (${SUM}).` },
    { name: 'compressed-size', description: `Compressed bytes of the delta’s layers (${SUM}).` },
    { name: 'layers', description: `How many layers the delta has (${SUM}).` },
    { name: 'reused-layers', description: `How many of these layers an earlier release had packed (${SUM}).` },
    { name: 'uploaded-bytes', description: `Bytes that went to the registry (${SUM}).` },
    { name: 'layout', description: 'The folder of the OCI image layout.' },
    {
        name: 'digest',
        description: 'The digest of the Feature’s manifest once it is published; else that of the only platform manifest, empty if there are several.',
    },
    { name: 'tags', description: 'The tags that were written, one a line; empty where nothing was published.' },
    { name: 'artifact-id', description: 'The id of the uploaded artifact; empty where none was uploaded.' },
    {
        name: 'subject-name',
        description: '`<registry>/<namespace>/<id>` of what was published, for `actions/attest`; else empty.',
    },
    { name: 'subject-digest', description: 'The digest of what was published, for `actions/attest`; else empty.' },
    { name: 'json', description: 'All of this as one JSON object, with every figure per platform.' },
];
/** What the action sets, and what `--json` prints. Sizes are bytes. */
function outputsOf(report) {
    const result = resultOf(report);
    return {
        'feature-id': result.featureId,
        version: result.version,
        'up-to-date': String(result.upToDate),
        'store-path': result.platforms[0]?.storePath ?? '',
        'closure-paths': String(result.closurePaths),
        'closure-size': String(result.closureSize),
        'delta-paths': String(result.deltaPaths),
        'delta-size': String(result.deltaSize),
        'compressed-size': String(result.compressedSize),
        layers: String(result.layers),
        'reused-layers': String(result.reusedLayers),
        'uploaded-bytes': String(result.uploadedBytes),
        layout: result.layout ?? '',
        digest: result.digest ?? '',
        tags: result.tags.join('\n'),
        'artifact-id': result.artifact === null ? '' : String(result.artifact.id),
        'subject-name': result.subject?.name ?? '',
        'subject-digest': result.subject?.digest ?? '',
        json: JSON.stringify(result),
    };
}
/** The same as an object for machines: `null` where there is nothing. */
function resultOf(report) {
    const totals = (0,report_facts/* totalsOf */.vA)(report);
    const published = report.published !== undefined && report.digest !== undefined;
    return {
        schemaVersion: 1,
        featureId: report.feature.id,
        version: report.feature.version,
        upToDate: report.upToDate,
        closurePaths: totals.closure.paths,
        closureSize: totals.closure.bytes,
        deltaPaths: totals.delta.paths,
        deltaSize: totals.delta.bytes,
        compressedSize: totals.compressed,
        layers: totals.layers,
        reusedLayers: (0,report_facts/* reusedLayersOf */.sE)(report),
        uploadedBytes: (0,report_facts/* uploadedBytesOf */.d2)(report),
        layout: report.layout ?? null,
        digest: report.digest ?? null,
        tags: report.published?.tags ?? [],
        artifact: report.artifact ?? null,
        subject: published ? { name: report.published.repository, digest: report.digest } : null,
        platforms: report.platforms.map(platformResult),
        warnings: report.warnings.map(({ message, location }) => ({ message, ...location })),
    };
}
function platformResult(platform) {
    const { document } = platform;
    const figures = (0,report_facts/* figuresOf */.h5)(document);
    return {
        arch: platform.arch,
        system: document.system,
        storePath: document.storePath,
        outputs: document.outputs,
        bases: document.bases,
        closurePaths: figures.closure.paths,
        closureSize: figures.closure.bytes,
        deltaPaths: figures.delta.paths,
        deltaSize: figures.delta.bytes,
        compressedSize: figures.compressed,
        digest: platform.digest ?? null,
        reusedLayers: platform.reusedLayers,
        uploadedBytes: platform.uploadedBytes,
        // The paths of a layer are in the delta document; outputs of a job are limited to 1 MiB in all.
        layers: document.layers.map(({ key, digest, diffId, size, mediaType, paths }) => ({
            key,
            digest,
            diffId,
            size,
            mediaType,
            paths: paths.length,
        })),
        source: document.source,
    };
}

// EXTERNAL MODULE: ./lib/process.js
var process = __webpack_require__(26318);
;// CONCATENATED MODULE: ./lib/actions/commit-time.js


/**
 * When the folder's present commit was made: what `created` says of what is built from it.
 * @returns seconds since 1970; undefined where the folder is in no git checkout, or git is not there or refuses
 */
async function commitTime(folder, signal) {
    try {
        // %ct is a plain number, whatever the settings of git.
        const text = await (0,process/* capture */.F)(['git', '-C', folder, 'log', '-1', '--format=%ct'], { signal });
        return /^\d{1,11}$/.test(text.trim()) ? Number(text.trim()) : undefined;
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd || error instanceof errors/* SetupError */.w3)
            return undefined;
        throw error;
    }
}
/** The request with the commit's time as `created` where SOURCE_DATE_EPOCH said none. */
async function withCommitTime(request, signal) {
    if (request.created !== undefined)
        return request;
    return { ...request, created: await commitTime(request.featureFolder, signal) };
}

;// CONCATENATED MODULE: ./lib/actions/inputs.js
/**
 * The one table of inputs. Reading them, the flags of the command line, `--help`, action.yml and docs/inputs.md all
 * come from it. Names are a contract: add, never rename.
 */
const GROUPS = (/* unused pure expression or super */ null && ([
    'What to build',
    'Where to build it',
    'How to pack it',
    'Publishing',
    'Testing and limits',
    'Nix',
    'Results',
]));
const INPUTS = [
    {
        name: 'feature',
        group: 'What to build',
        kind: 'folder',
        default: '.',
        description: 'Folder with `devcontainer-feature.json`; usually also `flake.nix` and `test.sh`, maybe `install.sh` and `install-dev.sh`.',
    },
    {
        name: 'flake',
        group: 'What to build',
        kind: 'text',
        default: '',
        otherwise: 'the feature’s folder, `#default`',
        placeholder: 'reference',
        description: 'Any flake reference with an optional `#attribute`: `./other#tools`, `#tools` (in the feature’s folder), `github:org/repo/<revision>#tools`, `git+file:///checkout?ref=main`. A local folder is used as `path:`, without git.',
    },
    {
        name: 'packages',
        group: 'What to build',
        kind: 'lines',
        default: '',
        placeholder: 'attribute',
        description: 'Attribute names of nixpkgs (`jq`, `python3Packages.black`), separated by blanks, commas or lines; a flake is generated from them when the folder has none.',
    },
    {
        name: 'base-image',
        group: 'What to build',
        kind: 'lines',
        default: '',
        placeholder: 'image',
        description: 'The image that the Feature is installed into, or several, one a line (the delta then fits each of them): `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`, or `none` to pack everything. Required.',
    },
    {
        name: 'arches',
        group: 'What to build',
        kind: 'lines',
        default: '',
        otherwise: 'the machine’s own',
        placeholder: 'arch',
        description: '`amd64`, `arm64` or both, separated by commas, blanks or lines.',
    },
    {
        name: 'build-in',
        group: 'Where to build it',
        kind: 'choice',
        default: 'container',
        values: ['container', 'host'],
        description: '`container`: Nix runs in a container of the (first) base image. `host`: the machine’s own Nix builds, and the base is read from its registry without pulling it. Both give the same bytes.',
    },
    {
        name: 'container-engine',
        group: 'Where to build it',
        kind: 'choice',
        default: '',
        otherwise: 'the first that is found',
        values: ['docker', 'podman'],
        description: '`docker` or `podman`.',
    },
    {
        name: 'container-options',
        group: 'Where to build it',
        kind: 'lines',
        default: '',
        placeholder: 'argument',
        description: 'Further arguments for the engine’s `run`, one a line: `--privileged`, `--network=host`.',
    },
    {
        name: 'compression',
        group: 'How to pack it',
        kind: 'choice',
        default: 'gzip',
        values: ['gzip', 'zstd', 'auto'],
        description: '`gzip`, `zstd`, or `auto`: zstd where the base can unpack it.',
    },
    {
        name: 'max-layers',
        group: 'How to pack it',
        kind: 'count',
        default: '16',
        min: 1,
        max: 100,
        description: 'Into how many layers a platform’s delta is split at most.',
    },
    {
        name: 'delivery',
        group: 'How to pack it',
        kind: 'choice',
        default: 'auto',
        values: ['auto', 'layers', 'embed'],
        description: '`layers`: install.sh fetches the layers of its platform. `embed`: they are inside the Feature (private registries, no network). `auto`: embed up to 32 MiB over all platforms.',
    },
    {
        name: 'jobs',
        group: 'How to pack it',
        kind: 'count',
        default: '',
        otherwise: 'the number of cores',
        min: 1,
        max: 256,
        description: 'How many threads compress. Never changes a byte of the result.',
    },
    {
        name: 'push',
        group: 'Publishing',
        kind: 'choice',
        default: 'false',
        values: ['false', 'layers', 'true'],
        description: '`false`: publish nothing. `layers`: blobs and platform manifests by digest, no tag (for matrix jobs). `true`: the whole Feature with its tags.',
    },
    {
        name: 'registry',
        group: 'Publishing',
        kind: 'text',
        default: 'ghcr.io',
        placeholder: 'host[:port]',
        description: 'The Feature is `<registry>/<namespace>/<id>`.',
    },
    {
        name: 'namespace',
        group: 'Publishing',
        kind: 'text',
        default: '',
        otherwise: 'GITHUB_REPOSITORY, in a job the repository (`owner/name`)',
        placeholder: 'path',
        description: 'The part of the Feature’s name between registry and id.',
    },
    {
        name: 'username',
        group: 'Publishing',
        kind: 'text',
        default: '',
        otherwise: 'docker’s own config file and credential helpers',
        description: 'User name for `registry`. In a job that publishes to ghcr.io it is the actor unless given.',
    },
    {
        name: 'password',
        group: 'Publishing',
        kind: 'secret',
        default: '',
        otherwise: 'docker’s own config file and credential helpers',
        description: 'Password or token for `registry`. In a job that publishes to ghcr.io it is the job’s token unless given.',
    },
    {
        name: 'github-token',
        group: 'Publishing',
        kind: 'secret',
        default: '',
        otherwise: 'the job’s token',
        githubDefault: '${{ github.token }}',
        githubOnly: true,
        description: 'The token that stands in for `password` on GitHub’s own registry. It is sent to no other.',
    },
    {
        name: 'test',
        group: 'Testing and limits',
        kind: 'choice',
        default: 'auto',
        values: ['auto', 'true', 'false'],
        description: 'Install into a fresh container of the base with the shipped runtime and run `test.sh`. `auto` warns where there is no container engine, `true` fails, `false` does not test.',
    },
    {
        name: 'max-delta-size',
        group: 'Testing and limits',
        kind: 'size',
        default: '',
        otherwise: 'no limit',
        description: 'Fail if a platform’s layers are larger than this (`40MB`, `32MiB`, or bytes), and say which paths grew.',
    },
    {
        name: 'substituters',
        group: 'Nix',
        kind: 'lines',
        default: '',
        placeholder: 'url',
        description: 'Further binary caches, separated by blanks or lines.',
    },
    {
        name: 'trusted-public-keys',
        group: 'Nix',
        kind: 'lines',
        default: '',
        placeholder: 'name:key',
        description: 'Further keys that paths of binary caches may be signed with, separated by blanks or lines.',
    },
    {
        name: 'builders',
        group: 'Nix',
        kind: 'lines',
        default: '',
        placeholder: 'builder',
        description: 'Remote builders as in nix.conf, one a line or separated by `;`.',
    },
    {
        name: 'nix-config',
        group: 'Nix',
        kind: 'block',
        default: '',
        placeholder: 'line',
        description: 'Further lines of nix.conf. A flake’s own `nixConfig` is never accepted.',
    },
    {
        name: 'sandbox',
        group: 'Nix',
        kind: 'choice',
        default: 'auto',
        values: ['auto', 'true', 'false'],
        description: 'Nix’s build sandbox. `auto`: on where the place of the build allows it.',
    },
    {
        name: 'output',
        group: 'Results',
        kind: 'folder',
        default: '',
        otherwise: 'a temporary folder',
        description: 'Where the OCI image layout is written.',
    },
    {
        name: 'upload-artifact',
        group: 'Results',
        kind: 'boolean',
        default: 'true',
        githubOnly: true,
        description: 'Upload the layout (or, once layers are pushed, its metadata) as the artifact `feature-<id>-<arch>`.',
    },
    {
        name: 'summary',
        group: 'Results',
        kind: 'boolean',
        default: 'true',
        description: 'Write the summary of what was built.',
    },
];
/** The row of an input, with the fields that not all rows have. */
function specOf(name) {
    const spec = INPUTS.find((input) => input.name === name);
    if (spec === undefined)
        throw new TypeError(`There is no input “${name}”.`);
    return spec;
}
/** Is this kind given several times on the command line? */
function isRepeatable(spec) {
    return spec.kind === 'lines' || spec.kind === 'block';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/feature/metadata.js + 1 modules
var metadata = __webpack_require__(96801);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(23940);
;// CONCATENATED MODULE: ./lib/actions/redact.js
const MASKED = '***';
/** Takes user names and passwords out of the URLs in a text. */
function redactUrls(text) {
    return text.replaceAll(/([a-zA-Z][a-zA-Z0-9+.-]*:\/\/)[^/?#\s@]*@/g, `$1${MASKED}@`);
}
/** The value of an input as a report may show it. */
function shownValue(spec, value) {
    if (spec.kind === 'secret')
        return MASKED;
    const redacted = redactUrls(value);
    return spec.kind === 'block' ? redactSettings(redacted) : redacted;
}
/** What must never appear in any output: the values of secret inputs and the secret settings of nix.conf. */
function secretsIn(spec, value) {
    if (spec.kind === 'secret')
        return value.trim() === '' ? [] : [value.trim()];
    if (spec.kind !== 'block')
        return [];
    // nix.conf(5), "access-tokens": host=token pairs, separated by blanks.
    return [...value.matchAll(SECRET_SETTING)].flatMap(([, , tokens = '']) => tokens
        .trim()
        .split(/\s+/)
        .map((pair) => pair.slice(pair.indexOf('=') + 1)));
}
const SECRET_SETTING = /^([ \t]*(?:extra-)?access-tokens[ \t]*=)[ \t]*(\S.*)$/gm;
function redactSettings(text) {
    return text.replaceAll(SECRET_SETTING, `$1 ${MASKED}`);
}

;// CONCATENATED MODULE: ./lib/actions/base-reference.js




const INPUT = 'base-image';
// How other tools spell the same thing.
const FOREIGN_PREFIXES = [
    ['docker://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['docker-daemon:', 'daemon:<image>'],
    ['containers-storage:', 'daemon:<image>'],
    ['docker-image://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['https://', 'the reference alone (ghcr.io/org/image:tag)'],
    ['http://', 'the reference alone (localhost:5000/image:tag)'],
    ['oci-archive:', 'oci:<folder>, once the archive is unpacked'],
    ['docker-archive:', 'daemon:<image>, once the archive is loaded'],
    ['dir:', 'oci:<layout folder>'],
];
/**
 * Reads the lines of `base-image`.
 * @param folder where relative layout folders start from, absolute
 * @param checkReference throws where the text is no image reference
 * @returns an empty list for `none`
 * @throws InputError
 */
function parseBases(lines, folder, checkReference) {
    if (lines.length === 0) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: is missing.`, {
            hint: 'Name the image that the Feature is installed into (ghcr.io/org/bedrock:latest, or oci:<folder> for an image layout), or say none to pack everything.',
        });
    }
    if (lines.includes('none')) {
        if (lines.length === 1)
            return [];
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: none can’t be combined with other images.`);
    }
    return lines.map((line) => parseBase(line, folder, checkReference));
}
function parseBase(text, folder, checkReference) {
    if (/[\s,]/.test(text)) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: “${redactUrls(text)}” is not one image reference.`, { hint: 'Write one image a line.' });
    }
    if (text.startsWith('oci:'))
        return parseLayout(text, text.slice('oci:'.length), folder);
    const foreign = FOREIGN_PREFIXES.find(([prefix]) => text.startsWith(prefix));
    if (foreign !== undefined) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: “${redactUrls(text)}” begins with ${foreign[0]}, which is not known here.`, {
            hint: `Write ${foreign[1]}.`,
        });
    }
    const local = text.startsWith('daemon:');
    const image = local ? text.slice('daemon:'.length) : text;
    // An engine also knows an image by its id, with or without sha256: before it.
    if (!(local && /^(?:sha256:)?[0-9a-f]{12,64}$/.test(image)))
        checked(image, checkReference);
    return local ? { kind: 'daemon', text, image } : { kind: 'registry', text };
}
function checked(image, checkReference) {
    try {
        checkReference(image);
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${why}`, {
            cause,
            hint: 'Expected registry/repo:tag[@sha256:…], oci:<layout folder>, daemon:<local image> or none.',
        });
    }
}
function parseLayout(text, rest, folder) {
    // A colon may be part of the folder's name, so what is there decides.
    const colon = rest.lastIndexOf(':');
    const withName = colon > 0 && !isFolder((0,external_node_path_.resolve)(folder, rest));
    const path = (0,external_node_path_.resolve)(folder, withName ? rest.slice(0, colon) : rest);
    const ref = withName ? rest.slice(colon + 1) : undefined;
    if (rest === '' || ref === '') {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: “${text}” is incomplete: expected oci:<layout folder>[:<name>].`);
    }
    if (!isFolder(path)) {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: “${text}” names the folder ${path}, which is not there.`);
    }
    return { kind: 'layout', text, folder: path, ref };
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
;// CONCATENATED MODULE: ./lib/actions/suggest.js
/**
 * The candidate that a mistyped word most likely meant, or undefined where none is close.
 * Close: at most one edit per three letters (a swap of neighbours is one edit), or one is the beginning of the other.
 */
function closest(word, candidates) {
    const lower = word.toLowerCase();
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(lower, candidate.toLowerCase());
        if (distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    const longest = Math.max(word.length, best?.candidate.length ?? 0);
    if (best !== undefined && best.distance <= Math.max(1, Math.floor(longest / 3)))
        return best.candidate;
    return lower.length < 2 ? undefined : candidates.find((candidate) => candidate.startsWith(lower));
}
/** ` Did you mean docker?`, or nothing. Ready to be appended to a sentence. */
function didYouMean(word, candidates) {
    const candidate = closest(word, candidates);
    return candidate === undefined ? '' : ` Did you mean ${candidate}?`;
}
/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const replace = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let cost = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return last[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./lib/actions/values.js




/** The text of an input, or its default where it is empty (an unset expression in a workflow gives an empty text). */
function textOf(read, name) {
    const given = read(name).trim();
    return given === '' ? specOf(name).default : given;
}
/**
 * One of the values of a choice. `True` and `FALSE` are taken as well where `true` and `false` are choices, as YAML 1.2
 * has them (core schema, 10.3.2).
 * @throws InputError
 */
function choiceOf(read, name, values) {
    const text = textOf(read, name);
    const normal = /^(?:True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    const found = values.find((value) => value === normal);
    if (found !== undefined)
        return found;
    throw new errors/* InputError */.dz(name, `${name}: “${text}” is not one of ${values.join(', ')}.${didYouMean(text, values)}`);
}
/** @throws InputError */
function booleanOf(read, name) {
    const text = textOf(read, name);
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw new errors/* InputError */.dz(name, `${name}: “${text}” is neither true nor false.`);
}
/** @returns undefined where the input is empty and has no default @throws InputError */
function countOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = specOf(name);
    const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (count >= min && count <= max)
        return count;
    throw new errors/* InputError */.dz(name, `${name}: “${text}” is not a whole number from ${min} to ${max}.`);
}
const BYTES = new Map([
    ['', 1],
    ['b', 1],
    ['kb', 1e3],
    ['mb', 1e6],
    ['gb', 1e9],
    ['tb', 1e12],
    ['kib', 2 ** 10],
    ['mib', 2 ** 20],
    ['gib', 2 ** 30],
    ['tib', 2 ** 40],
]);
/** Bytes of `1000`, `500kB`, `1.5 GiB`; undefined where the input is empty. @throws InputError */
function sizeOf(read, name) {
    const text = textOf(read, name);
    if (text === '')
        return undefined;
    const [, number = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?)\s*([a-zA-Z]*)$/.exec(text) ?? [];
    const factor = number === '' ? undefined : BYTES.get(unit.toLowerCase());
    if (factor !== undefined)
        return Math.round(Number(number) * factor);
    // Some programs take M for 10⁶ bytes and some for 2²⁰.
    const letter = /^[kmgt]$/i.test(unit) ? unit.toUpperCase() : undefined;
    throw new errors/* InputError */.dz(name, `${name}: “${text}” is not a size.`, {
        hint: letter === undefined
            ? 'Write bytes (40000000) or a number with a unit: 40MB is 40,000,000 bytes, 40MiB is 41,943,040.'
            : `Write ${number}${letter === 'K' ? 'k' : letter}B for decimal units or ${number}${letter}iB for binary ones.`,
    });
}
/** The lines that are not blank, trimmed. */
function linesOf(read, name) {
    return textOf(read, name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** What blanks or line breaks (and `separators`, such as a comma) separate. */
function wordsOf(read, name, separators = '') {
    return textOf(read, name)
        .split(new RegExp(`[\\s${separators}]+`))
        .filter((word) => word !== '');
}
/** @throws InputError naming the first value that is there twice */
function refuseDuplicates(name, values) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined)
        throw new errors/* InputError */.dz(name, `${name}: “${twice}” is there more than once.`);
}
/** @throws InputError saying that these inputs exclude each other */
function refuseTogether(first, others, why, hint) {
    throw new errors/* InputError */.dz(first, `${(0,format/* formatList */.ki)([first, ...others])} can’t be given together: ${why}`, { hint });
}

;// CONCATENATED MODULE: ./lib/actions/read-arches.js




const ALIASES = {
    'x86_64': 'amd64',
    'x86-64': 'amd64',
    'x64': 'amd64',
    'x86_64-linux': 'amd64',
    'linux/amd64': 'amd64',
    'aarch64': 'arm64',
    'armv8': 'arm64',
    'arm64v8': 'arm64',
    'arm64/v8': 'arm64',
    'aarch64-linux': 'arm64',
    'linux/arm64': 'arm64',
};
/** @param nodeArch `process.arch`, for the default @throws InputError */
function readArches(read, nodeArch) {
    const words = wordsOf(read, 'arches', ',');
    refuseDuplicates('arches', words);
    if (words.length > 0)
        return words.map(archOf);
    const own = (0,platform/* archOfNode */.CQ)(nodeArch);
    if (own !== undefined)
        return [own];
    throw new errors/* InputError */.dz('arches', `arches: is missing, and this machine’s own (${nodeArch}) is not one of ${platform/* ARCHES */.Pr.join(', ')}.`);
}
function archOf(word) {
    if ((0,platform/* isArch */.nn)(word))
        return word;
    const alias = ALIASES[word.toLowerCase()] ?? platform/* ARCHES */.Pr.find((arch) => arch === word.toLowerCase());
    const suggestion = alias === undefined ? didYouMean(word, platform/* ARCHES */.Pr) : ` Write ${alias}.`;
    throw new errors/* InputError */.dz('arches', `arches: “${word}” is not one of ${platform/* ARCHES */.Pr.join(', ')}.${suggestion}`);
}

;// CONCATENATED MODULE: ./lib/actions/flake-reference.js





const flake_reference_INPUT = 'flake';
const DEFAULT_ATTRIBUTE = 'default';
// Nix manual, "nix flake", "Types".
const SCHEMES = `github gitlab sourcehut flake path git http https
  git+https git+http git+ssh git+file hg+https hg+http hg+ssh hg+file
  tarball+https tarball+http tarball+file file+https file+http file+file`.split(/\s+/);
/**
 * Reads a flake reference. Local ones become absolute, because Nix may run somewhere else than in our folder.
 * @param text not empty: the caller knows what the default is
 * @param places absolute folders: `feature` for a bare `#attribute`, `here` where relative paths start from
 * @throws InputError
 */
function parseFlake(text, places) {
    if (/[\s\p{Cc}]/u.test(text)) {
        throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${redactUrls(text)}” has a blank in it.`, { hint: 'Write a blank as %20.' });
    }
    const { reference, attribute } = splitAttribute(text);
    if (reference === '')
        return { kind: 'folder', folder: places.feature, attribute };
    const { path, query } = splitQuery(reference);
    if (/^\.{0,2}\/|^\.{1,2}$/.test(path))
        return localFlake(path, query, attribute, places.here);
    const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(path) ?? [];
    if (scheme === undefined)
        return indirectFlake(reference, path, attribute, places.here);
    if (scheme === 'path')
        return localFlake(localPathOf(rest, text), query, attribute, places.here);
    if (!SCHEMES.includes(scheme)) {
        throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${redactUrls(text)}” begins with ${scheme}:, which Nix does not know.${didYouMean(scheme, SCHEMES)}`);
    }
    if (!scheme.endsWith('+file'))
        return { kind: 'reference', reference, attribute };
    const mount = existing((0,external_node_path_.resolve)(places.here, localPathOf(rest, text)), text);
    return { kind: 'reference', reference: `${scheme}://${encodePath(mount)}${query}`, attribute, mount };
}
/** The folder that a feature is built from when nothing else is said. */
function defaultFlake(featureFolder) {
    return { kind: 'folder', folder: featureFolder, attribute: DEFAULT_ATTRIBUTE };
}
function splitAttribute(text) {
    const hash = text.indexOf('#');
    if (hash < 0)
        return { reference: text, attribute: DEFAULT_ATTRIBUTE };
    const attribute = text.slice(hash + 1);
    // `#^man` means: of the default, this output.
    return {
        reference: text.slice(0, hash),
        attribute: attribute === '' || attribute.startsWith('^') ? `${DEFAULT_ATTRIBUTE}${attribute}` : attribute,
    };
}
function splitQuery(reference) {
    const mark = reference.indexOf('?');
    return mark < 0 ? { path: reference, query: '' } : { path: reference.slice(0, mark), query: reference.slice(mark) };
}
function localFlake(path, query, attribute, here) {
    const folder = existing((0,external_node_path_.resolve)(here, path), path);
    if (query === '')
        return { kind: 'folder', folder, attribute };
    return { kind: 'reference', reference: `path:${encodePath(folder)}${query}`, attribute, mount: folder };
}
/** `nixpkgs` and the like: a name in Nix's registry of flakes. */
function indirectFlake(reference, path, attribute, here) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(here, path))) {
        throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${reference}” may be the folder or a name in Nix’s registry of flakes.`, {
            hint: `Write ./${reference} for the folder, flake:${reference} for the registry.`,
        });
    }
    // Nix manual, "nix registry": a name, then maybe a branch, then maybe a revision.
    if (/^[a-zA-Z][a-zA-Z0-9_-]*(?:\/[a-zA-Z0-9_.-]+){0,2}$/.test(path)) {
        return { kind: 'reference', reference: `flake:${reference}`, attribute };
    }
    throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${reference}” is no flake reference.`, {
        hint: 'Write ./folder#attribute, github:owner/repo#attribute, git+https://…, or any other that `nix build` takes.',
    });
}
/** The path in what follows `path:` or `git+file:`, which may have an empty authority (`//`) before it. */
function localPathOf(rest, text) {
    const path = rest.startsWith('//') ? rest.slice(2) : rest;
    if (rest.startsWith('//') && !(0,external_node_path_.isAbsolute)(path)) {
        throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${text}” names a host; a local path begins with a third slash.`);
    }
    try {
        return decodeURIComponent(path);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${text}” has a % that encodes nothing.`, { cause, hint: 'Write % as %25.' });
    }
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}
function existing(folder, text) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw new errors/* InputError */.dz(flake_reference_INPUT, `${flake_reference_INPUT}: “${text}” names the folder ${folder}, which is not there.`);
}

;// CONCATENATED MODULE: ./lib/actions/read-flake.js





// What may stand in an attribute path of nixpkgs without quotes, and can't be anything but a name when it is written
// into a flake.
const ATTRIBUTE = /^[A-Za-z_][A-Za-z0-9_'-]*(?:\.[A-Za-z_][A-Za-z0-9_'-]*)*$/;
/** @throws InputError */
function readFlake(read, featureFolder, here) {
    const flake = textOf(read, 'flake');
    const packages = wordsOf(read, 'packages', ',');
    if (packages.length === 0) {
        return flake === '' ? defaultFlake(featureFolder) : parseFlake(flake, { feature: featureFolder, here });
    }
    if (flake !== '') {
        refuseTogether('packages', ['flake'], 'packages makes a flake of its own.', 'Leave one of them out.');
    }
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(featureFolder, 'flake.nix'))) {
        throw new errors/* InputError */.dz('packages', `packages: ${featureFolder} has a flake.nix, which would not be used.`, {
            hint: 'Leave packages out and name the packages in flake.nix, or remove flake.nix.',
        });
    }
    const wrong = packages.find((name) => !ATTRIBUTE.test(name));
    if (wrong !== undefined) {
        throw new errors/* InputError */.dz('packages', `packages: “${wrong}” is not an attribute name of nixpkgs.`, {
            hint: wrong.includes('#')
                ? 'Write the name alone (jq), or use flake for a reference such as nixpkgs#jq.'
                : 'Expected names such as jq or python3Packages.black.',
        });
    }
    refuseDuplicates('packages', packages);
    return { kind: 'packages', packages };
}

;// CONCATENATED MODULE: ./lib/actions/read-nix-settings.js



// Nix manual, nix.conf, "trusted-public-keys": a name, a colon, and an Ed25519 key (32 bytes) in base 64.
const PUBLIC_KEY = /^[^\s:]+:[A-Za-z0-9+/]{43}=$/;
/** @throws InputError */
function readNixSettings(read) {
    return {
        substituters: readSubstituters(read),
        trustedPublicKeys: readKeys(read),
        // A builder's own fields are separated by blanks.
        builders: textOf(read, 'builders')
            .split(/[;\n]/)
            .map((builder) => builder.trim())
            .filter((builder) => builder !== ''),
        config: readConfig(read),
        sandbox: choiceOf(read, 'sandbox', ['auto', 'true', 'false']),
    };
}
function readSubstituters(read) {
    const urls = wordsOf(read, 'substituters');
    const wrong = urls.find((url) => !/^(?:[a-z][a-z0-9+.-]*:\/\/\S|\/|daemon$|auto$|local\b)/.test(url));
    if (wrong === undefined)
        return urls;
    throw new errors/* InputError */.dz('substituters', `substituters: “${redactUrls(wrong)}” is not a URL.`, {
        hint: 'Expected addresses such as https://cache.example.org, s3://bucket or file:///folder.',
    });
}
function readKeys(read) {
    const keys = wordsOf(read, 'trusted-public-keys');
    const wrong = keys.find((key) => !PUBLIC_KEY.test(key));
    if (wrong === undefined)
        return keys;
    throw new errors/* InputError */.dz('trusted-public-keys', `trusted-public-keys: “${wrong}” is not a public key.`, {
        hint: 'Expected <name>:<44 characters of base 64>, as `nix-store --generate-binary-cache-key` writes it into the public file.',
    });
}
function readConfig(read) {
    const text = textOf(read, 'nix-config').replaceAll('\r\n', '\n');
    for (const [index, line] of text.split('\n').entries()) {
        if (/^\s*(?:#.*)?$|^\s*!?include\s+\S|^\s*[a-z0-9-]+\s*=/.test(line))
            continue;
        // The line itself may hold a token, so it isn't shown.
        throw new errors/* InputError */.dz('nix-config', `nix-config: line ${index + 1} is not a setting of the form name = value.`);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/actions/read-publishing.js


/** @throws InputError */
function readPublishing(read, env) {
    const push = choiceOf(read, 'push', ['false', 'layers', 'true']);
    const registry = readRegistry(read);
    const namespace = readNamespace(read, env);
    if (push !== 'false' && namespace === '') {
        throw new errors/* InputError */.dz('namespace', `namespace: is missing, and push: ${push} needs it.`, {
            hint: `The Feature is published as ${registry}/<namespace>/<id>; outside GitHub nothing else says what the namespace is.`,
        });
    }
    return { push, registry, namespace, credentials: readCredentials(read, registry, env) };
}
function readRegistry(read) {
    const text = textOf(read, 'registry');
    if (/^(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(text))
        return text;
    throw new errors/* InputError */.dz('registry', `registry: “${text}” is not a registry’s host.`, {
        hint: text.includes('/')
            ? 'Write the host alone (ghcr.io, localhost:5000); the path belongs into namespace.'
            : 'Expected a host in lower case with an optional port: ghcr.io, localhost:5000.',
    });
}
// OCI distribution specification, "Pulling manifests": the grammar of a repository's name.
const NAMESPACE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
function readNamespace(read, env) {
    const text = textOf(read, 'namespace');
    // Names on GitHub keep their case, those in registries have none.
    if (text === '')
        return (env['GITHUB_REPOSITORY'] ?? '').toLowerCase();
    if (NAMESPACE.test(text))
        return text;
    const lower = text.toLowerCase();
    throw new errors/* InputError */.dz('namespace', `namespace: “${text}” can’t be part of a repository’s name.`, {
        hint: NAMESPACE.test(lower)
            ? `Registries know lower case only: write ${lower}.`
            : 'Expected parts of lower case letters, digits and single . _ - between them, separated by slashes.',
    });
}
function readCredentials(read, registry, env) {
    const username = textOf(read, 'username');
    const password = textOf(read, 'password');
    const token = isGithubRegistry(registry, env) ? textOf(read, 'github-token') : '';
    const actor = env['GITHUB_ACTOR'] ?? '';
    if (password !== '') {
        if (username === '' && actor === '')
            refuseHalf('password', 'username');
        return { username: username || actor, password };
    }
    // The registry looks at the token alone, but wants a name as well.
    if (token !== '')
        return { username: username || actor || 'x-access-token', password: token };
    return username === '' ? undefined : refuseHalf('username', 'password');
}
function refuseHalf(given, missing) {
    throw new errors/* InputError */.dz(missing, `${missing}: is missing, and ${given} is given.`, {
        hint: 'Give both, or neither: then docker’s own config file and credential helpers are asked.',
    });
}
/** The job's token is for GitHub's own registry and must reach no other. */
function isGithubRegistry(registry, env) {
    if (registry === 'ghcr.io')
        return true;
    const server = env['GITHUB_SERVER_URL'] ?? '';
    return URL.canParse(server) && registry === `containers.${new URL(server).host}`;
}

;// CONCATENATED MODULE: ./lib/actions/require-linux.js

const NAMES = { darwin: 'macOS', win32: 'Windows', freebsd: 'FreeBSD' };
/**
 * Features hold Linux programs, and their store paths come from Nix on Linux.
 * @param platform `process.platform`
 * @throws SetupError
 */
function requireLinux(platform) {
    if (platform === 'linux')
        return;
    throw new errors/* SetupError */.w3(`This runs on Linux only, and the machine runs ${NAMES[platform] ?? platform}.`, {
        hint: 'In a workflow use runs-on: ubuntu-latest (or ubuntu-24.04-arm for arm64); elsewhere use a Linux virtual machine. build-in: container needs Linux too.',
    });
}

;// CONCATENATED MODULE: ./lib/actions/read-request.js














/**
 * Reads and checks every input, before any work. Touches nothing but the folders that the inputs name.
 * @throws InputError for the first input that can't be used; SetupError where we can't run at all
 */
function readBuildRequest(read, where) {
    requireLinux(where.platform);
    const featureFolder = readFeatureFolder(read, where.folder);
    const flake = readFlake(read, featureFolder, where.folder);
    const bases = parseBases(linesOf(read, 'base-image'), where.folder, reference/* parseReference */.Y);
    refuseDuplicates('base-image', bases.map((base) => base.text));
    const { registry, namespace, push, credentials } = readPublishing(read, where.env);
    return {
        featureFolder,
        flake,
        bases,
        arches: readArches(read, where.arch),
        buildIn: readBuildIn(read, bases),
        engine: readEngine(read),
        containerOptions: readContainerOptions(read),
        compression: choiceOf(read, 'compression', ['gzip', 'zstd', 'auto']),
        maxLayers: countOf(read, 'max-layers') ?? 16,
        delivery: choiceOf(read, 'delivery', ['auto', 'layers', 'embed']),
        push,
        registry,
        namespace,
        credentials,
        test: choiceOf(read, 'test', ['auto', 'true', 'false']),
        maxDeltaSize: sizeOf(read, 'max-delta-size'),
        nix: readNixSettings(read),
        output: readOutput(read, where.folder),
        uploadArtifact: booleanOf(read, 'upload-artifact'),
        summary: booleanOf(read, 'summary'),
        created: readCreated(where.env),
        jobs: countOf(read, 'jobs') ?? where.cores,
        given: givenInputs(read),
    };
}
/** What the user gave and the defaults don't say, in the order of the table; nothing secret. */
function givenInputs(read) {
    return INPUTS.filter((spec) => spec.name !== 'github-token' && !['', spec.default].includes(read(spec.name).trim())).map((spec) => [spec.name, shownValue(spec, read(spec.name).trim())]);
}
function readFeatureFolder(read, here) {
    const text = textOf(read, 'feature');
    const folder = (0,external_node_path_.resolve)(here, text);
    const kind = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    if (kind === undefined) {
        throw new errors/* InputError */.dz('feature', `feature: “${text}” names the folder ${folder}, which is not there.`, {
            hint: 'In a workflow, check the repository out before this step (actions/checkout).',
        });
    }
    if (!kind.isDirectory())
        throw new errors/* InputError */.dz('feature', `feature: “${text}” is not a folder.`);
    if ((0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, metadata/* METADATA_FILE */.V), { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* InputError */.dz('feature', `feature: ${folder} has no ${metadata/* METADATA_FILE */.V}.`, {
            hint: `Name the folder of the Feature; a Feature is described by a ${metadata/* METADATA_FILE */.V} with at least "id" and "version".`,
        });
    }
    return folder;
}
function readBuildIn(read, bases) {
    const buildIn = choiceOf(read, 'build-in', ['container', 'host']);
    if (buildIn === 'container' && bases.length === 0) {
        refuseTogether('build-in', ['base-image'], 'build-in: container runs Nix in the base image, and base-image: none has none.', 'Say build-in: host, or name a base image.');
    }
    return buildIn;
}
function readEngine(read) {
    if (textOf(read, 'container-engine') === '')
        return undefined;
    return choiceOf(read, 'container-engine', ['docker', 'podman']);
}
function readContainerOptions(read) {
    const lines = linesOf(read, 'container-options');
    const [first] = lines;
    if (first === undefined || first.startsWith('-'))
        return lines;
    throw new errors/* InputError */.dz('container-options', `container-options: “${first}” is not an option: it must begin with a dash.`);
}
function readOutput(read, here) {
    const text = textOf(read, 'output');
    if (text === '')
        return undefined;
    const folder = (0,external_node_path_.resolve)(here, text);
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
        throw new errors/* InputError */.dz('output', `output: ${folder} is there and is not a folder.`);
    }
    return folder;
}
/** https://reproducible-builds.org/specs/source-date-epoch/ */
function readCreated(env) {
    const text = env['SOURCE_DATE_EPOCH'] ?? '';
    if (text === '')
        return undefined;
    if (/^\d{1,11}$/.test(text))
        return Number(text);
    throw new errors/* InputError */.dz('SOURCE_DATE_EPOCH', `SOURCE_DATE_EPOCH: “${text}” is not a number of seconds since 1970.`);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/actions/surroundings.js

/** Where this process is. @param folder where relative paths start from; absolute */
function surroundingsOf(process, folder) {
    const { env, platform, arch } = process;
    return { folder, env, platform, arch, cores: (0,external_node_os_.availableParallelism)() };
}

;// CONCATENATED MODULE: ./lib/actions/build.js









/**
 * The main step of the action: inputs, the use-case, outputs and summary. A failure ends as one annotation and a summary.
 * @returns the exit code
 */
async function runBuildAction(process, host, build) {
    const read = (name) => host.input(name);
    try {
        for (const secret of INPUTS.flatMap((spec) => secretsIn(spec, read(spec.name))))
            host.mask(secret);
        const surroundings = surroundingsOf(process, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
        const request = await withCommitTime(readBuildRequest(read, surroundings), host.signal);
        const report = await build(request, host);
        for (const [name, value] of Object.entries(outputsOf(report)))
            host.output(name, value);
        if (request.summary)
            await host.summary(renderSummary(report));
        return 0;
    }
    catch (error) {
        // Whatever broke because of a signal, the signal is why.
        await showFailure(host.signal.aborted ? host.signal.reason : error, host, read);
        return 1;
    }
}
async function showFailure(error, host, read) {
    const failure = explain(error);
    if (failure.log.length > 0) {
        await host.group('The end of the log', async () => {
            for (const line of failure.log)
                host.info(line);
        });
    }
    if (failure.trace !== '')
        host.debug(failure.trace);
    host.error(failure.hint === undefined ? failure.message : `${failure.message}\n${failure.hint}`, failure.title, failure.location);
    if (wantsSummary(read))
        await host.summary(renderFailureSummary(failure, givenInputs(read)));
}
/** The inputs may be what is wrong, so they can't be trusted here. */
function wantsSummary(read) {
    return read('summary').trim().toLowerCase() !== 'false';
}


/***/ }),

/***/ 96801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ METADATA_FILE),
  S: () => (/* binding */ readFeatureMetadata)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
;// CONCATENATED MODULE: ./lib/feature/jsonc.js


const MESSAGES = {
    InvalidSymbol: 'an unknown word',
    InvalidNumberFormat: 'a number that is none',
    PropertyNameExpected: 'a property’s name was expected',
    ValueExpected: 'a value was expected',
    ColonExpected: 'a colon was expected',
    CommaExpected: 'a comma was expected',
    CloseBraceExpected: 'a closing brace was expected',
    CloseBracketExpected: 'a closing bracket was expected',
    EndOfFileExpected: 'something follows the end',
    UnexpectedEndOfComment: 'a comment does not end',
    UnexpectedEndOfString: 'a text does not end',
};
/**
 * Parses an object in JSON with comments and trailing commas.
 * @param input the input that the file belongs to, for errors
 * @throws InputError with the place of the first fault
 */
function readJsonc(input, file, text) {
    const errors = [];
    const root = (0,main.parseTree)(text, errors, { allowTrailingComma: true });
    const at = (offset) => ({ file, ...positionOf(text, offset) });
    const [error] = errors;
    if (error !== undefined || root === undefined) {
        const code = error === undefined ? '' : (0,main.printParseErrorCode)(error.error);
        const location = at(error?.offset ?? 0);
        throw new lib_errors/* InputError */.dz(input, `${file}:${location.line}:${location.column} is not JSON: ${MESSAGES[code] ?? (code || 'it is empty')}.`, {
            location,
        });
    }
    if (root.type !== 'object') {
        throw new lib_errors/* InputError */.dz(input, `${file} holds no object: it has to begin with a brace.`, { location: at(root.offset) });
    }
    return {
        value: (0,main.getNodeValue)(root),
        locationOf: (property) => at((propertyOf(root, property)?.children?.[1] ?? root).offset),
        duplicates: duplicatesIn(root).map((key) => ({ name: String(key.value), location: at(key.offset) })),
    };
}
function propertyOf(object, name) {
    return object.children?.findLast((property) => property.children?.[0]?.value === name);
}
/** The name nodes of properties that an object had already. */
function duplicatesIn(node) {
    const seen = new Set();
    const found = [];
    for (const child of node.children ?? []) {
        const key = child.type === 'property' ? child.children?.[0] : undefined;
        if (key !== undefined && seen.has(key.value))
            found.push(key);
        seen.add(key?.value);
        found.push(...duplicatesIn(child));
    }
    return found;
}
function positionOf(text, offset) {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

;// CONCATENATED MODULE: ./lib/feature/metadata.js




const METADATA_FILE = 'devcontainer-feature.json';
const MAX_BYTES = 1024 * 1024;
/**
 * Reads and checks a Feature's metadata (containers.dev, "devcontainer-feature.json properties"). Comments and trailing
 * commas are taken, as the dev container tools do.
 * @param folder absolute
 * @throws InputError with the place in the file
 */
async function readFeatureMetadata(folder) {
    const file = (0,external_node_path_.join)(folder, METADATA_FILE);
    const document = readJsonc('feature', file, await readText(file));
    const { value: raw } = document;
    const id = checkId(document, requiredText(document, 'id'));
    return {
        id,
        version: checkVersion(document, requiredText(document, 'version')),
        name: optionalText(document, 'name'),
        description: optionalText(document, 'description'),
        documentationURL: optionalText(document, 'documentationURL'),
        licenseURL: optionalText(document, 'licenseURL'),
        options: optionalObject(document, 'options'),
        raw,
        file,
        warnings: [...duplicateWarnings(document), ...folderWarning(document, id, folder)],
    };
}
async function readText(file) {
    try {
        const { size } = await (0,promises_.stat)(file);
        if (size > MAX_BYTES)
            throw new lib_errors/* InputError */.dz('feature', `${file} is larger than 1 MiB.`, { location: { file } });
        const bytes = await (0,promises_.readFile)(file);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        if (cause instanceof lib_errors/* InputError */.dz)
            throw cause;
        const why = cause instanceof TypeError ? 'it is not UTF-8' : cause instanceof Error ? cause.message : String(cause);
        throw new lib_errors/* InputError */.dz('feature', `${file} can’t be read: ${why}.`, { cause, location: { file } });
    }
}
// A Feature's id is the last part of its name in the registry; this is the grammar that the dev container CLI has for
// it (spec-configuration/containerCollectionsOCI.ts, "regexForPath").
const ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
function checkId(document, id) {
    if (ID.test(id) && id.length <= 128)
        return id;
    const lower = id.toLowerCase();
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: the id “${id}” can’t be the name of a Feature.`, {
        location: document.locationOf('id'),
        hint: ID.test(lower)
            ? `Registries know lower case only: write “${lower}”.`
            : 'Use lower case letters and digits, with single dashes, underscores or dots between them.',
    });
}
// https://semver.org, "Is there a suggested regular expression": without build metadata, whose plus sign no tag can have.
const NUMBER = String.raw `(?:0|[1-9]\d*)`;
const IDENTIFIER = String.raw `(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(String.raw `^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?$`);
function checkVersion(document, version) {
    if (VERSION.test(version) && version.length <= 128)
        return version;
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: the version “${version}” is not a semantic version.`, {
        location: document.locationOf('version'),
        hint: version.includes('+')
            ? 'Leave the part from the plus sign on away: a registry’s tag can’t hold it.'
            : /^v\d/.test(version)
                ? `Leave the v away: “${version.slice(1)}”.`
                : 'Expected three numbers and maybe a pre-release: 1.2.0, 2.0.0-rc.1.',
    });
}
function requiredText(document, property) {
    const text = optionalText(document, property);
    if (text !== undefined && text !== '')
        return text;
    throw new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: “${property}” is ${text === '' ? 'empty' : 'missing'}.`, {
        location: document.locationOf(property),
        hint: 'A Feature has at least an id, a version and a name: { "id": "my-tools", "version": "1.0.0", "name": "My tools" }.',
    });
}
function optionalText(document, property) {
    const value = document.value[property];
    if (value === undefined || typeof value === 'string')
        return value;
    throw wrongType(document, property, 'a text in quotes');
}
function optionalObject(document, property) {
    const value = document.value[property];
    if (value === undefined)
        return undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw wrongType(document, property, 'an object in braces');
}
function wrongType(document, property, expected) {
    return new lib_errors/* InputError */.dz('feature', `${METADATA_FILE}: “${property}” has to be ${expected}.`, {
        location: document.locationOf(property),
    });
}
function duplicateWarnings(document) {
    return document.duplicates.map(({ name, location }) => ({
        message: `${METADATA_FILE}: “${name}” is there more than once; the last one counts.`,
        location,
    }));
}
function folderWarning(document, id, folder) {
    if ((0,external_node_path_.basename)(folder) === id)
        return [];
    return [
        {
            message: `${METADATA_FILE}: the id “${id}” differs from the name of its folder, “${(0,external_node_path_.basename)(folder)}”. Other dev container tools expect them to be equal.`,
            location: document.locationOf('id'),
        },
    ];
}


/***/ }),

/***/ 13756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseStorePath),
/* harmony export */   SF: () => (/* binding */ STORE_DIR),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bV: () => (/* binding */ hashPartOf),
/* harmony export */   mv: () => (/* binding */ baseNameOf),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   nF: () => (/* binding */ isStoreName),
/* harmony export */   p7: () => (/* binding */ storePathOfName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const STORE_DIR = '/nix/store';
// Nix manual, "Store path": 32 characters of Nix's base 32 (no e, o, t, u), a dash, and a name of up to 211
// characters out of [0-9a-zA-Z+-._?=]. A name may begin with a dot since Nix 2.21, but never be `.` or `..` or begin
// with these and a dash.
const BASE_NAME = /^[0-9abcdfghijklmnpqrsvwxyz]{32}-(?!\.{1,2}(?:-|$))[0-9a-zA-Z+\-._?=]{1,211}$/;
/** Is this a name that an entry of `/nix/store` can have as a store path? `.links`, lock files and so on are not. */
function isStoreName(name) {
    return BASE_NAME.test(name);
}
/** @throws Failure where `text` is no store path (a file inside one isn't either) */
function parseStorePath(text) {
    const name = text.startsWith(`${STORE_DIR}/`) ? text.slice(STORE_DIR.length + 1) : '';
    if (!isStoreName(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`“${text}” is not a Nix store path: expected ${STORE_DIR}/<32 characters of Nix base 32>-<name>` +
            (text.startsWith('/') && text.includes('/store/') && !text.startsWith(`${STORE_DIR}/`)
                ? `; stores elsewhere than ${STORE_DIR} are not supported.`
                : '.'));
    }
    return text;
}
/** The store path of an entry of `/nix/store`, or undefined where the entry is none. */
function storePathOfName(name) {
    return isStoreName(name) ? `${STORE_DIR}/${name}` : undefined;
}
/** `<hash>-<name>` */
function baseNameOf(path) {
    return path.slice(STORE_DIR.length + 1);
}
/** The 32 characters that a reference to this path is found by. */
function hashPartOf(path) {
    return path.slice(STORE_DIR.length + 1, STORE_DIR.length + 33);
}
/** What a person calls it: the part behind the hash. */
function nameOf(path) {
    return path.slice(STORE_DIR.length + 34);
}
/** Plain code unit order; store paths are ASCII, so this is byte order. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   z9: () => (/* binding */ digestOfHex)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const SHA256 = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return SHA256.test(text);
}
/** @throws Failure where `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
function parseDigest(text) {
    if (!isDigest(text))
        throw new Failure(`“${text}” is not a digest: expected sha256:<64 hexadecimal digits>.`);
    return text;
}
/** The digest of bytes in memory. */
function digestOf(bytes) {
    return digestOfHex((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'));
}
/** The digest of a SHA-256 that was computed in a stream. */
function digestOfHex(hex) {
    return `sha256:${hex}`;
}
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 23940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatReference),
/* harmony export */   Y: () => (/* binding */ parseReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const REGISTRY = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;
const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';
/** @throws Failure where `text` is no image reference */
function parseReference(text) {
    const refuse = (why) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`“${text}” is not an image reference: ${why}.`, { hint: HINT });
    };
    if (text === '')
        refuse('it is empty');
    if (/^[a-z]+:\/\//i.test(text))
        refuse('a reference has no scheme such as https://');
    const at = text.indexOf('@');
    const digest = at === -1 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        refuse(`“${digest}” is not sha256: and 64 hexadecimal digits`);
    const rest = at === -1 ? text : text.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag)) {
        refuse(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”, at most 128, not beginning with “.” or “-”)`);
    }
    const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
    if (!REGISTRY.test(registry))
        refuse(`“${registry}” is not a registry's host name`);
    if (/[A-Z]/.test(repository))
        refuse(`the repository “${repository}” must be lower case`);
    if (!REPOSITORY.test(repository))
        refuse(`“${repository}” is not a repository's name`);
    if (registry.length + 1 + repository.length > MAX_NAME)
        refuse(`its name is longer than ${MAX_NAME} characters`);
    return {
        registry,
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest: digest }),
    };
}
/** The reference written out in full: `docker.io/library/debian:12@sha256:…`. */
function formatReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    const isRegistry = /[.:[A-Z]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : 'docker.io';
    const repository = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== 'docker.io' && registry !== 'index.docker.io')
        return { registry, repository };
    return { registry: 'docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}


/***/ }),

/***/ 82480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ archOfNode),
/* harmony export */   Pr: () => (/* binding */ ARCHES),
/* harmony export */   Qh: () => (/* binding */ archOf),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   nn: () => (/* binding */ isArch)
/* harmony export */ });
/** The one place where OCI platforms and Nix systems are converted into each other. */
const ARCHES = ['amd64', 'arm64'];
const SYSTEMS = { amd64: 'x86_64-linux', arm64: 'aarch64-linux' };
function systemOf(arch) {
    return SYSTEMS[arch];
}
function archOf(system) {
    return system === 'x86_64-linux' ? 'amd64' : 'arm64';
}
function isArch(text) {
    return ARCHES.includes(text);
}
/** The arch of a `process.arch`, or undefined where this action has no name for it. */
function archOfNode(nodeArch) {
    return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
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
    return withClosure(delta, base, document.layers.length, sum(document.layers.map((layer) => layer.size)));
}
/** The figures of several platforms together. A path of two platforms counts twice: it is shipped twice. */
function sumOfFigures(all) {
    const total = (pick) => ({
        paths: sum(all.map((figures) => pick(figures).paths)),
        bytes: sum(all.map((figures) => pick(figures).bytes)),
    });
    return withClosure(total((figures) => figures.delta), total((figures) => figures.base), sum(all.map((figures) => figures.layers)), sum(all.map((figures) => figures.compressed)));
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
    return sum(report.platforms.map((platform) => platform.uploadedBytes));
}
function reusedLayersOf(report) {
    return sum(report.platforms.map((platform) => platform.reusedLayers));
}
function withClosure(delta, base, layers, compressed) {
    const closure = { paths: delta.paths + base.paths, bytes: delta.bytes + base.bytes };
    const baseShare = closure.bytes === 0 ? 0 : base.bytes / closure.bytes;
    return { closure, delta, base, baseShare, layers, compressed };
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
