export const id = 1584;
export const ids = [1584];
export const modules = {

/***/ 71584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runImageAction: () => (/* binding */ runImageAction)
});

// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
// EXTERNAL MODULE: ./lib/report/build/summary.js + 3 modules
var summary = __webpack_require__(53721);
// EXTERNAL MODULE: ./lib/report/text/markdown.js
var markdown = __webpack_require__(65235);
// EXTERNAL MODULE: ./lib/report/text/terminal-text.js
var terminal_text = __webpack_require__(8832);
;// CONCATENATED MODULE: ./lib/report/runs/image.js





/** Bytes of the layers of one kind. */
function sizeOfLayers(layers, of) {
    return layers.filter((layer) => layer.of === of).reduce((sum, { size }) => sum + size, 0);
}
/** Every output of the image action; image/action.yml and docs/reference/inputs.md are made from this. */
const IMAGE_OUTPUTS = [
    { name: 'digest', description: '`sha256:…` of the image; of its index if it is for several platforms.' },
    { name: 'image', description: 'The first tag with the digest: `ghcr.io/org/dev:1@sha256:…`. Empty if it was not pushed.' },
    { name: 'path', description: 'The folder of its layout; empty if none was written.' },
    { name: 'json', description: 'The result as one JSON object (`schemas/image.schema.json`).' },
];
/** What the image action sets. */
function imageOutputsOf(report) {
    const { digest, tags: [tag], output = '' } = report;
    return { digest, image: tag === undefined ? '' : `${tag}@${digest}`, path: output, json: JSON.stringify(imageResultOf(report)) };
}
/** What `nix-feature image --json` prints. */
function imageResultOf({ base, digest, tags, output, features, platforms, sent }) {
    return { schemaVersion: 1, base, digest, tags, path: output ?? null, features, platforms, uploadedBytes: sent.uploaded, mountedBytes: sent.mounted };
}
/** The whole result in one line of plain text. */
function imageHeadline({ base, features, platforms }) {
    return `An image of ${base} with ${(0,format/* formatNumberOf */.Of)(features.length, 'Feature')}, for ${platforms.map(({ arch }) => arch).join(' and ')}`;
}
/** The job summary of an image, in GitHub's Markdown. Its first line says it all. */
function renderImageSummary(report) {
    const { digest, tags, output, features, platforms, sent } = report;
    return (0,markdown/* joinSections */.lS)([
        `## ${(0,markdown/* escapeText */.X1)((0,safe_text/* inert */.tJ)(imageHeadline(report)))}`,
        (0,markdown/* code */.aY)(digest),
        tags.length === 0 ? '' : `Pushed as ${tags.map(markdown/* code */.aY).join(', ')}: ${(0,format/* formatBytes */.z3)(sent.uploaded)} sent, ${(0,format/* formatBytes */.z3)(sent.mounted)} taken from other repositories of the registry.`,
        output === undefined ? '' : `Written as a layout to ${(0,markdown/* code */.aY)(output)}.`,
        (0,markdown/* table */.tp)(['Feature', 'Version', 'As', 'Digest'], features.map(({ id, version, reference, digest: manifest }) => [(0,markdown/* escapeText */.X1)(id), (0,markdown/* escapeText */.X1)(version), (0,markdown/* code */.aY)((0,safe_text/* inert */.tJ)(reference)), (0,markdown/* code */.aY)(manifest)])),
        (0,markdown/* table */.tp)(['Platform', 'Base', 'Features', 'What is installed', 'Digest'], platforms.map(({ arch, layers, digest: manifest }) => [arch, ...['base', 'feature', 'own'].map((of) => (0,format/* formatBytes */.z3)(sizeOfLayers(layers, of))), (0,markdown/* code */.aY)(manifest)])),
        `Nothing was built, and nothing was run. It took ${(0,format/* formatDuration */.a3)(report.duration)}.`,
        (0,summary/* givenSection */.X3)(report.given),
    ]);
}
/** What became of an image as a person reads it in a terminal. */
function renderTerminalImage(report, palette) {
    const { digest, tags, output, features, platforms, sent } = report;
    const lines = [
        palette.bold(onOneLine(imageHeadline(report))),
        '',
        ...features.map(({ id, version, reference }) => `  ${onOneLine(`${id} ${version}`)}  ${palette.dim(onOneLine(reference))}`),
        '',
        ...platforms.map(({ arch, layers }) => `  ${arch}: base ${formatBytes(sizeOfLayers(layers, 'base'))}, Features ${formatBytes(sizeOfLayers(layers, 'feature'))}, what is installed ${formatBytes(sizeOfLayers(layers, 'own'))}`),
        '',
        digest,
        ...tags.map(onOneLine),
        ...(output === undefined ? [] : [onOneLine(output)]),
        `${tags.length === 0 ? '' : `${formatBytes(sent.uploaded)} sent, ${formatBytes(sent.mounted)} mounted. `}Took ${formatDuration(report.duration)}.`,
    ];
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: ./lib/actions/inputs/image.js
var inputs_image = __webpack_require__(75060);
// EXTERNAL MODULE: ./lib/actions/inputs/surroundings.js
var surroundings = __webpack_require__(906);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/actions/values/base-reference.js + 1 modules
var base_reference = __webpack_require__(46448);
// EXTERNAL MODULE: ./lib/actions/values/read-arches.js
var read_arches = __webpack_require__(18061);
// EXTERNAL MODULE: ./lib/actions/values/read-publishing.js
var read_publishing = __webpack_require__(34380);
// EXTERNAL MODULE: ./lib/actions/values/values.js
var values = __webpack_require__(68950);
// EXTERNAL MODULE: ./lib/actions/requests/read-request.js
var read_request = __webpack_require__(98748);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/feature/metadata/jsonc.js
var jsonc = __webpack_require__(41881);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
;// CONCATENATED MODULE: ./lib/actions/requests/image/read-devcontainer.js





const INPUT = 'devcontainer';
/** Bytes. */
const MOST_BYTES = 4 * 1024 * 1024;
/**
 * Reads a devcontainer.json (containers.dev, "Dev Container metadata reference").
 * @param hasBase the base is named already, so that it may be made by a Dockerfile
 * @throws InputError with the place of what can't be used
 */
function readDevcontainer(text, folder, hasBase) {
    const file = (0,external_node_path_.resolve)(folder, text);
    const document = parsedFile(file, contentsOf(file, text));
    const { value } = document;
    const refuse = (name, why, hint) => {
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${text} ${why}.`, { hint, location: document.locationOf(name) });
    };
    const made = ['build', 'dockerFile', 'dockerComposeFile'].find((name) => value[name] !== undefined);
    const { image, features, overrideFeatureInstallOrder: order } = value;
    if (!hasBase && made !== undefined)
        refuse(made, `has "${made}", which would have to be run`, 'Build that image first, and name it with "base".');
    if (!hasBase && (typeof image !== 'string' || image === ''))
        refuse('image', 'names no "image"', 'Name the base image with "base".');
    if (!hasBase && typeof image === 'string' && image.includes('${'))
        refuse('image', 'has an "image" with a variable', 'Name the base image with "base".');
    if (features !== undefined && !(0,field/* isObject */.Gv)(features))
        refuse('features', 'has "features" that are not an object', 'Write "features": { "ghcr.io/org/features/tool:1": {} }.');
    if (order !== undefined && !(Array.isArray(order) && order.every((name) => typeof name === 'string')))
        refuse('overrideFeatureInstallOrder', 'has an "overrideFeatureInstallOrder" that is not a list of names', 'Name Features without their versions.');
    return {
        image: typeof image === 'string' ? image : undefined,
        features: Object.entries((0,field/* isObject */.Gv)(features) ? features : {}).map(([name, options]) => ({ text: name, options: optionsOf(options, name, document) })),
        facts: { properties: value, order: Array.isArray(order) ? order : [] },
    };
}
function optionsOf(value, name, document) {
    if ((0,field/* isObject */.Gv)(value) || typeof value === 'string' || typeof value === 'boolean')
        return value;
    throw new errors/* InputError */.dz(INPUT, `${INPUT}: the options of ${JSON.stringify(name)} are not an object.`, { hint: 'Write {} for none.', location: document.locationOf('features', name) });
}
function parsedFile(file, text) {
    try {
        return (0,jsonc/* readJsonc */.A)(INPUT, file, text);
    }
    catch (cause) {
        if (!(cause instanceof errors/* InputError */.dz))
            throw cause;
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${cause.message}`, { cause, ...(0,errors/* adviceOf */.wr)(cause), ...(cause.location !== undefined && { location: cause.location }) });
    }
}
function contentsOf(file, text) {
    try {
        const { size } = (0,external_node_fs_.statSync)(file);
        if (size > MOST_BYTES)
            throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${text} has ${size} bytes, more than a devcontainer.json has.`);
        return (0,external_node_fs_.readFileSync)(file, 'utf8').replace(/^\ufeff/, '');
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        throw new errors/* InputError */.dz(INPUT, `${INPUT}: ${file} can't be read: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause, hint: 'Name the file: .devcontainer/devcontainer.json.' });
    }
}

;// CONCATENATED MODULE: ./lib/actions/requests/image/read-image-request.js











/**
 * Reads and checks every input of the image action, before any work.
 * @throws InputError for the first input that can't be used
 */
function readImageRequest(read, where) {
    const [base, ...more] = (0,values/* linesOf */.Dx)(read, 'base');
    if (more.length > 0)
        throw new errors/* InputError */.dz('base', 'base: an image has one base.', { hint: 'Name one image.' });
    const file = (0,values/* textOf */.b6)(read, 'devcontainer');
    const devcontainer = file === '' ? undefined : readDevcontainer(file, where.folder, base !== undefined);
    const tags = readTags(read);
    const output = (0,values/* textOf */.b6)(read, 'output');
    if (tags.length === 0 && output === '')
        throw new errors/* InputError */.dz('tag', 'tag: is missing, and no "output" is named: the image would go nowhere.', { hint: 'Name the image: "tag: ghcr.io/org/dev:1".' });
    return {
        base: readBase(base, devcontainer, where.folder),
        features: readGiven(read, devcontainer),
        devcontainer: devcontainer?.facts,
        arches: (0,values/* textOf */.b6)(read, 'arches') === '' ? [] : (0,read_arches/* readArches */.J)(read, where.arch),
        tags,
        output: output === '' ? undefined : (0,external_node_path_.resolve)(where.folder, output),
        created: (0,read_request/* readCreated */.$6)(where.env),
        ...(0,read_publishing/* readLogin */.mN)(read, where.env),
        summary: (0,values/* booleanOf */.SF)(read, 'summary'),
        given: (0,read_request/* givenInputs */.PC)(read, inputs_image/* IMAGE_INPUTS */.E),
    };
}
function readBase(given, devcontainer, folder) {
    const text = given ?? devcontainer?.image;
    const input = given === undefined && devcontainer !== undefined ? 'devcontainer' : 'base';
    if (text === undefined)
        throw new errors/* InputError */.dz('base', 'base: is missing.', { hint: 'Name the base image: "base: ghcr.io/org/bedrock:1.4.0", or a devcontainer.json that names it: "devcontainer: .devcontainer/devcontainer.json".' });
    // The grammar's own advice is to name several.
    if (/[\s,]/.test(text))
        throw new errors/* InputError */.dz(input, `${input}: ${JSON.stringify((0,safe_text/* redactUrls */.sK)(text))} is not a single image reference.`, { hint: 'An image has one base: ghcr.io/org/bedrock:1.4.0, or oci:<folder> for an image layout.' });
    const [base] = parsed(input, () => (0,base_reference/* parseBases */.wE)([text], folder, reference/* parseReference */.F2));
    if (base === undefined)
        throw new errors/* InputError */.dz(input, `${input}: "${text}" is no image, and an image needs a base.`);
    if (base.kind !== 'daemon')
        return base;
    throw new errors/* InputError */.dz(input, `${input}: "${base.text}" is an image of a container engine; only images in registries and layouts can be read.`, { hint: 'Copy it into a layout: skopeo copy docker-daemon:<image> oci:<folder>.' });
}
/** The grammar is that of base-image, which a build calls it. */
function parsed(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        if (!(cause instanceof errors/* InputError */.dz))
            throw cause;
        throw new errors/* InputError */.dz(input, cause.message.replace(/^base-image:/, `${input}:`), { cause, ...(0,errors/* adviceOf */.wr)(cause) });
    }
}
function readGiven(read, devcontainer) {
    const named = (0,values/* linesOf */.Dx)(read, 'features').map((text) => ({ text, options: {} }));
    const all = [...(devcontainer?.features ?? []), ...named];
    if (all.length === 0)
        throw new errors/* InputError */.dz('features', 'features: is missing.', { hint: 'Name published Features, one per line: ghcr.io/org/features/my-tools:1.2.0.' });
    const twice = all.find(({ text }, index) => all.findIndex((other) => other.text === text) !== index);
    if (twice !== undefined)
        throw new errors/* InputError */.dz('features', `features: "${twice.text}" is given twice.`);
    for (const { text } of all) {
        const input = named.some((each) => each.text === text) ? 'features' : 'devcontainer';
        if (/^\.{0,2}\//.test(text))
            throw new errors/* InputError */.dz(input, `${input}: the Feature "${text}" is a folder, and only what is published can be part of an image.`, { hint: 'Publish it, or bundle and load it into a registry (docs/make/portable.md).' });
        checkReference(input, text.toLowerCase());
    }
    return all;
}
function readTags(read) {
    return (0,values/* linesOf */.Dx)(read, 'tag').map((line) => {
        const { tag = 'latest', digest, ...reference } = checkReference('tag', line);
        if (digest !== undefined)
            throw new errors/* InputError */.dz('tag', `tag: "${line}" has a digest, which is known only when the image is made.`, { hint: 'Write registry/repository:tag.' });
        return { ...reference, tag };
    });
}
function checkReference(input, text) {
    try {
        return (0,reference/* parseReference */.F2)(text);
    }
    catch (cause) {
        if (!(cause instanceof errors/* Failure */.HR))
            throw cause;
        throw new errors/* InputError */.dz(input, `${input}: ${cause.message}`, { cause, ...(0,errors/* adviceOf */.wr)(cause) });
    }
}

// EXTERNAL MODULE: ./lib/actions/run-action.js + 2 modules
var run_action = __webpack_require__(73844);
;// CONCATENATED MODULE: ./lib/actions/image.js





/**
 * Runs the image action: inputs, the use-case, outputs, and the summary.
 * @returns the exit code
 */
async function runImageAction(process, host, make) {
    return (0,run_action/* runAction */.C)(host, inputs_image/* IMAGE_INPUTS */.E, async (read) => {
        const request = readImageRequest(read, (0,surroundings/* surroundingsInJob */.cB)(process));
        const report = await make(request, host);
        host.info(`${imageHeadline(report)}: ${report.digest}.`);
        (0,run_action/* setOutputs */.n)(host, imageOutputsOf(report));
        if (request.summary)
            await host.summary(renderImageSummary(report));
    });
}


/***/ })

};
