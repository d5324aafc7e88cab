export const id = 281;
export const ids = [281];
export const modules = {

/***/ 44864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ collectionText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Y_: () => (/* binding */ settleEntry),
/* harmony export */   mU: () => (/* binding */ parseCollection),
/* harmony export */   pg: () => (/* binding */ mergeIntoCollection),
/* harmony export */   sj: () => (/* binding */ collectionManifest)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95365);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(749);
/* harmony import */ var _metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53597);
/* harmony import */ var _metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);





const COLLECTION_FILE = 'devcontainer-collection.json';
/** @throws Failure if the text is no collection */
function parseCollection(text, where) {
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not JSON.`, { cause });
    }
    const members = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(text);
    const features = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(members.get('features') ?? '[]');
    const isCollection = text.trimStart().startsWith('{') && features?.every((feature) => feature.startsWith('{')) === true;
    if (!isCollection)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`${where} is not a collection of Features.`);
    return { members, features };
}
/** Returns the text of the file. */
function collectionText({ members, features }) {
    const json = (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .objectJson */ .kR)(new Map([...members, ['features', `[${features.join(',')}]`]]));
    return `${(0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .indentedJson */ .ak)(json)}\n`;
}
/**
 * Returns the collection with a Feature's metadata in it: in the place of its earlier entry, else at the end.
 * @param present undefined if there is none yet
 * @param metadata as JSON
 * @returns undefined if nothing has to change: it is in, or a newer version of it is
 */
function mergeIntoCollection(present, metadata, source) {
    const { members, features } = present ?? { members: sourceInformation(source), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === memberText(metadata, 'id'));
    const earlier = features[index];
    if (earlier === undefined)
        return { members, features: [...features, metadata] };
    return replaces(metadata, earlier) ? { members, features: features.with(index, metadata) } : undefined;
}
/**
 * Returns the collection with a Feature's entry as it should be.
 * @param metadata as JSON; undefined: the Feature is gone. That of another id, which a Feature has that was renamed, changes nothing
 * @returns undefined if it is so already
 */
function settleEntry(present, id, metadata) {
    const { members, features } = present ?? { members: sourceInformation(undefined), features: [] };
    const index = features.findIndex((each) => memberText(each, 'id') === id);
    if (metadata === undefined)
        return index < 0 ? undefined : { members, features: features.toSpliced(index, 1) };
    if (features[index] === metadata || memberText(metadata, 'id') !== id)
        return undefined;
    return { members, features: index < 0 ? [...features, metadata] : features.with(index, metadata) };
}
/** Returns the id and version of each entry. One without an id that can be part of a repository's name, as ids are of addresses, is left out. */
function entriesOf({ features }) {
    return features.flatMap((each) => {
        const id = memberText(each, 'id');
        return id === undefined || !(0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .isFeatureId */ .GK)(id) ? [] : [{ id, version: memberText(each, 'version') }];
    });
}
function sourceInformation(source = 'nix-feature-action') {
    return new Map([['sourceInformation', JSON.stringify({ source })]]);
}
function memberText(json, name) {
    return (0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .stringOf */ .Je)((0,_metadata_written_json_js__WEBPACK_IMPORTED_MODULE_4__/* .membersOf */ .lS)(json).get(name));
}
function replaces(metadata, earlier) {
    if (metadata === earlier)
        return false;
    const [next, last] = [metadata, earlier].map((json) => (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(memberText(json, 'version') ?? ''));
    if (next === undefined || last === undefined)
        return true;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last))
        return false;
    if ((0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(last) && !(0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrerelease */ .V1)(next))
        return true;
    return (0,_metadata_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(next, last) >= 0;
}
/** Returns the manifest of a collection (dev container distribution specification). */
function collectionManifest(config, file, onGithub) {
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .IMAGE_MANIFEST */ .MS,
        config: { ...config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [{ ...file, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .COLLECTION_LAYER */ .ZJ, annotations: { 'org.opencontainers.image.title': COLLECTION_FILE } }],
        ...(onGithub ? { annotations: { 'com.github.package.type': 'devcontainer_collection' } } : {}),
    };
}


/***/ }),

/***/ 85972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   EX: () => (/* binding */ featureManifest),
/* harmony export */   F8: () => (/* binding */ VERSION_ANNOTATION),
/* harmony export */   NT: () => (/* binding */ publishedPlatforms),
/* harmony export */   kH: () => (/* binding */ METADATA_ANNOTATION),
/* harmony export */   qc: () => (/* binding */ KEY_ANNOTATION)
/* harmony export */ });
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82480);



const METADATA_ANNOTATION = 'dev.containers.metadata';
const KEY_ANNOTATION = 'dev.nix-feature.key';
const TITLE = 'org.opencontainers.image.title';
const VERSION_ANNOTATION = 'org.opencontainers.image.version';
const PLATFORM_ANNOTATION = 'dev.nix-feature.platform.';
const DOCUMENT_ANNOTATION = 'dev.nix-feature.document.';
const GITHUB_PACKAGE = 'com.github.package.type';
/** The whole config of a Feature's manifest (dev container distribution specification). */
const EMPTY_CONFIG = '{}';
/** Returns the manifest of a Feature (docs/reference/formats.md): its tar, the delta layers of each platform, then those of each complement. */
function featureManifest(facts) {
    const { feature, tar, platforms, onGithub } = facts;
    return {
        schemaVersion: 2,
        mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_MANIFEST */ .MS,
        config: { ...facts.config, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_CONFIG */ .Wj },
        layers: [
            { ...tar, mediaType: _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVCONTAINER_LAYER */ .nz, annotations: { [TITLE]: `devcontainer-feature-${feature.id}.tgz` } },
            ...distinct([...platforms.flatMap(({ layers }) => layers), ...platforms.flatMap(({ complement }) => complement)]),
        ],
        annotations: {
            [METADATA_ANNOTATION]: facts.metadata,
            [KEY_ANNOTATION]: facts.key,
            ...Object.fromEntries(platforms.map(({ arch, digest }) => [`${PLATFORM_ANNOTATION}${arch}`, digest])),
            ...Object.fromEntries(platforms.map(({ arch, manifest: { config } }) => [`${DOCUMENT_ANNOTATION}${arch}`, `${config.digest} ${config.size}`])),
            ...imageAnnotations(facts),
            ...(onGithub ? { [GITHUB_PACKAGE]: 'devcontainer_feature' } : {}),
        },
    };
}
/** Returns the platforms that a published Feature was made of; none if something other than this program made it. */
function publishedPlatforms(annotations) {
    const platforms = new Map();
    for (const [name, digest] of Object.entries(annotations)) {
        const arch = name.slice(PLATFORM_ANNOTATION.length);
        if (!name.startsWith(PLATFORM_ANNOTATION) || !(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .isArch */ .nn)(arch) || !(0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            continue;
        platforms.set(arch, { digest, document: blobOf(annotations[`${DOCUMENT_ANNOTATION}${arch}`]) });
    }
    return platforms;
}
function blobOf(text = '') {
    const [digest = '', size = ''] = text.split(' ');
    return (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && /^[1-9][0-9]{0,9}$/.test(size) ? { digest, size: Number(size) } : undefined;
}
/** OCI image specification, annotations.md. */
function imageAnnotations({ feature, metadata, platforms, origin, created }) {
    const { name, description, documentationURL } = JSON.parse(metadata);
    const base = platforms[0]?.document.bases[0];
    const annotations = {
        [TITLE]: typeof name === 'string' ? name : feature.id,
        description,
        documentation: documentationURL,
        version: feature.version,
        source: origin.source,
        revision: origin.revision,
        'base.name': base?.name,
        // One of an image for several platforms differs between them.
        'base.digest': platforms.every(({ document }) => document.bases[0]?.digest === base?.digest) ? base?.digest : undefined,
        created: created === undefined ? undefined : new Date(created * 1000).toISOString().replace('.000Z', 'Z'),
    };
    return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => typeof value === 'string' && value !== '' ? [[key === TITLE ? key : `org.opencontainers.image.${key}`, value]] : []));
}
/** A layer that two platforms share is listed once. */
function distinct(layers) {
    return layers.filter(({ digest }, index) => layers.findIndex((layer) => layer.digest === digest) === index);
}


/***/ }),

/***/ 30437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ Registries)
});

// EXTERNAL MODULE: ./lib/oci/auth/credentials.js
var auth_credentials = __webpack_require__(52154);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/oci/quirks/hosts.js
var hosts = __webpack_require__(14090);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
;// CONCATENATED MODULE: ./lib/oci/auth/credential-helper.js


const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;
/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined if the helper knows none
 * @throws SetupError if the helper is missing or fails
 */
async function askHelper(name, server, env) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name)) {
        throw new errors/* SetupError */.w3(`"${name}" in docker's config.json is not the name of a credential helper.`);
    }
    const { code, output } = await run(program, server, env);
    if (code !== 0) {
        // The protocol's one way to say "none": these words on standard output, and an exit code.
        if (/credentials not found|no credentials (?:server URL|username)/i.test(output))
            return undefined;
        throw new errors/* SetupError */.w3(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
            hint: `Log in again, or remove the helper for ${server} from docker's config.json.`,
        });
    }
    try {
        const { Username: username, Secret: secret } = JSON.parse(output);
        if (typeof username !== 'string' || typeof secret !== 'string')
            throw new TypeError('no Username and Secret');
        if (secret === '')
            return undefined;
        // This name says that the secret is a refresh token.
        return username === '<token>'
            ? { kind: 'identity', token: secret, origin: program }
            : { kind: 'password', username, password: secret, origin: program };
    }
    catch {
        // Neither the output nor JSON.parse's message about it: they hold the secret.
        throw new errors/* SetupError */.w3(`${program} get gave an answer for ${server} that is not {"Username", "Secret"} in JSON.`);
    }
}
/** What it says on standard error may hold the secret too: nobody gets to see it. */
async function run(program, input, env) {
    const chunks = [];
    let size = 0;
    const output = () => Buffer.concat(chunks).toString('utf8');
    const { stdout, done } = (0,programs_process/* stream */.Td)([program, 'get'], { purpose: 'login', baseEnv: env, input, signal: AbortSignal.timeout(TIME_LIMIT) });
    try {
        for await (const chunk of stdout) {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                break;
            chunks.push(chunk);
        }
        await done;
        return { code: 0, output: output() };
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return { code: error.exitCode, output: output() };
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        const why = error instanceof errors/* CancelledError */.cc ? 'did not answer in time' : `can't be run: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw new errors/* SetupError */.w3(`The credential helper ${program} ${why}.`, { cause, hint: `Install it, or remove it from docker's config.json.` });
    }
}
function oneLine(text) {
    return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}

;// CONCATENATED MODULE: ./lib/oci/auth/docker-config.js







/**
 * Returns what `docker login` and `podman login` left behind: DEVCONTAINERS_OCI_AUTH, as the dev container tools have it;
 * REGISTRY_AUTH_FILE, docker's config.json (DOCKER_CONFIG), then the auth.json of podman, skopeo and buildah. The first
 * that knows the registry wins.
 */
function dockerCredentials(options = {}) {
    const env = options.env ?? process.env;
    const debug = options.debug ?? (() => { });
    return {
        async find(registry, repository) {
            const given = fromVariable(env['DEVCONTAINERS_OCI_AUTH'] ?? '', registry);
            if (given !== undefined) {
                debug(`Credentials for ${registry}: from ${given.origin}.`);
                return given;
            }
            for (const file of filesOf(env, options.home ?? (0,external_node_os_.homedir)())) {
                const config = await readConfig(file);
                if (config === undefined)
                    continue;
                const credential = await lookUp(config, { registry, repository }, file, { env, debug });
                if (credential !== undefined) {
                    debug(`Credentials for ${registry}: from ${credential.origin}.`);
                    return credential;
                }
            }
            debug(`No credentials for ${registry}: reading anonymously.`);
            return undefined;
        },
    };
}
/** `registry|user|token`, several with commas between them. */
function fromVariable(text, registry) {
    for (const entry of text.split(',')) {
        const [host = '', username = '', ...rest] = entry.trim().split('|');
        const password = rest.join('|');
        if (host === registry && username !== '' && password !== '')
            return { kind: 'password', username, password, origin: 'DEVCONTAINERS_OCI_AUTH' };
    }
    return undefined;
}
// docker: cli/config; the others: containers-auth.json(5)
function filesOf(env, home) {
    const given = (name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
    return [
        ...given('REGISTRY_AUTH_FILE'),
        (0,external_node_path_.join)(given('DOCKER_CONFIG')[0] ?? (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        ...given('XDG_RUNTIME_DIR').map((folder) => (0,external_node_path_.join)(folder, 'containers', 'auth.json')),
        (0,external_node_path_.join)(given('XDG_CONFIG_HOME')[0] ?? (0,external_node_path_.join)(home, '.config'), 'containers', 'auth.json'),
    ];
}
async function readConfig(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: ${code ?? 'unknown error'}.`, { cause });
    }
    // Other programs leave an empty file, or begin it with a byte order mark.
    text = text.replace(/^\uFEFF/, '').trim();
    let json;
    try {
        json = JSON.parse(text === '' ? '{}' : text);
    }
    catch {
        // Without its cause: JSON.parse quotes what it can't read, and that may be a password.
        throw new errors/* SetupError */.w3(`The registry credentials in ${file} can't be read: it is not JSON.`, {
            hint: 'Log in again with `docker login` (or `podman login`), or fix the file.',
        });
    }
    const { auths, credHelpers, credsStore } = objectOr(json);
    return {
        auths: new Map(Object.entries(objectOr(auths)).map(([key, value]) => [key, objectOr(value)])),
        credHelpers: new Map(Object.entries(objectOr(credHelpers)).filter((entry) => typeof entry[1] === 'string')),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function lookUp(config, wanted, file, { env, debug }) {
    const { registry } = wanted;
    const names = (0,hosts/* quirksOf */.T)(registry).logins ?? [registry];
    const written = () => credentialOf(entryOf(config, names, wanted) ?? {}, file);
    const unhelpful = (what, error) => debug(`${what} in ${file} could not be used: ${(0,errors/* messageOf */.bD)(error)}`);
    const helper = names.map((name) => config.credHelpers.get(name)).find((found) => found !== undefined);
    if (helper !== undefined && helper !== '') {
        try {
            return (await askHelper(helper, names[0] ?? registry, env)) ?? written();
        }
        catch (error) {
            const instead = written();
            if (instead === undefined)
                throw error;
            unhelpful('The credential helper', error);
            return instead;
        }
    }
    if (config.credsStore !== undefined) {
        // One store for all registries, often a desktop's: if it does not work, a public image must still be readable.
        try {
            const stored = await askHelper(config.credsStore, names[0] ?? registry, env);
            if (stored !== undefined)
                return stored;
        }
        catch (error) {
            unhelpful('The credential store', error);
        }
    }
    return written();
}
/** The nearest entry: of the repository, of a folder above it, of the registry; by its very name before another spelling. */
function entryOf({ auths }, names, { registry, repository }) {
    const parts = repository?.split('/') ?? [];
    const nested = parts.map((_, index) => `${registry}/${parts.slice(0, parts.length - index).join('/')}`);
    for (const name of [...nested, ...names]) {
        const exact = auths.get(name) ?? [...auths].find(([key]) => hostOf(key) === name)?.[1];
        // An entry without a login says that a helper has it.
        if (exact !== undefined && Object.keys(exact).length > 0)
            return exact;
    }
    return undefined;
}
// Old logins are kept under an address: https://ghcr.io/v1/
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
}
function credentialOf(entry, origin) {
    const { auth, username, password, identitytoken, registrytoken } = entry;
    if (typeof registrytoken === 'string' && registrytoken !== '')
        return { kind: 'token', token: registrytoken, origin };
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { kind: 'identity', token: identitytoken, origin };
    if (typeof username === 'string' && username !== '' && typeof password === 'string') {
        return { kind: 'password', username, password, origin };
    }
    if (typeof auth !== 'string' || auth === '')
        return undefined;
    const decoded = Buffer.from(auth, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon <= 0) {
        throw new errors/* SetupError */.w3(`An entry of ${origin} has an "auth" that is not <username>:<password> in base 64.`, {
            hint: 'Log in again with `docker login` (or `podman login`).',
        });
    }
    // docker pads with NUL what it once wrote
    const secret = decoded.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', username: decoded.slice(0, colon), password: secret, origin };
}
function objectOr(value) {
    return (0,field/* isObject */.Gv)(value) ? value : {};
}

// EXTERNAL MODULE: ./lib/oci/pull/registry.js + 1 modules
var registry = __webpack_require__(93410);
;// CONCATENATED MODULE: ./lib/oci/pull/registries.js



/** Registries, as one job speaks with them: its login goes to the registry that it is for, and to no other; elsewhere Docker's configuration counts. */
class Registries {
    job;
    #login;
    constructor({ registry, credentials }, job) {
        this.#login = { registry, credentials };
        this.job = job;
    }
    /** A repository, to be read. Close it. */
    open(reference, options = {}) {
        return new registry/* Registry */.O(reference, { ...this.options(), ...options });
    }
    /** The job's own login for a registry; undefined: it has none. */
    credentialsOf(registry) {
        return registry === this.#login.registry ? this.#login.credentials : undefined;
    }
    /** How each of them is spoken with. */
    options() {
        const { job } = this;
        const { registry, credentials } = this.#login;
        const docker = dockerCredentials({ debug: (line) => job.debug(line) });
        return {
            credentials: credentials === undefined ? docker : (0,auth_credentials/* credentialsFor */.Og)(registry, credentials, docker),
            signal: job.signal,
            debug: (line) => job.debug(line),
            mask: (secret) => job.mask(secret),
        };
    }
}


/***/ }),

/***/ 46281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listNamespace: () => (/* binding */ listNamespace)
/* harmony export */ });
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44864);
/* harmony import */ var _feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53597);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21844);
/* harmony import */ var _update_collection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18923);





/**
 * Lists the Features of a namespace by its collection, and which versions of each are published.
 * @throws Failure if there is no collection; RegistryError, CancelledError
 */
async function listNamespace(target, job) {
    const place = new _release_target_js__WEBPACK_IMPORTED_MODULE_3__/* .Namespace */ .g$(target, job);
    const namespace = place.name;
    const collection = await (0,_update_collection_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamespace */ .oZ)(place);
    if (collection === undefined) {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`${namespace} has no collection, so its Features can't be listed.`, { hint: 'Each release puts its Feature into the collection, unless "collection: false" says otherwise. nix-feature inspect takes the name of a single Feature.' });
    }
    const features = [];
    for (const { id, version } of (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(collection))
        features.push({ id, version: version ?? null, versions: await versionsOf(place, id) });
    return { schemaVersion: 1, namespace, features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
async function versionsOf(namespace, id) {
    const reader = namespace.reader(id);
    try {
        const versions = (await reader.tags()).flatMap((tag) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(tag) ?? []);
        return versions.toSorted((a, b) => (0,_feature_metadata_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(b, a)).map(({ text }) => text);
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 18923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ updateCollection),
/* harmony export */   n1: () => (/* binding */ changeCollection),
/* harmony export */   oZ: () => (/* binding */ readNamespace)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44864);
/* harmony import */ var _feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85972);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48285);
/* harmony import */ var _oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55541);
/* harmony import */ var _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(749);
/* harmony import */ var _oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83270);
/* harmony import */ var _oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72129);
/* harmony import */ var _oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26791);
/* harmony import */ var _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84880);
/* harmony import */ var _release_target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(21844);












const TAG = 'latest';
const LIMIT = 16 * 1024 * 1024;
const ATTEMPTS = 20;
/**
 * Milliseconds. Whoever looked at the tag before our write, and wrote after it, has done so by then: it takes them about
 * as long as it took us, unless they are far away.
 */
const SETTLE = { least: 500, timesOurs: 4, most: 10_000 };
/**
 * Puts a Feature's metadata into the collection of its namespace, and leaves all else in it as it is.
 *
 * The protocol has no conditional writes (docs/make/publishing.md, "The collection"): the tag is looked at before each write,
 * read after it, and read again a while later; whenever our entry is not there it is merged in again. A collection that
 * can't be read or written is a warning: the Feature itself is published by now.
 * @throws CancelledError
 */
async function updateCollection(namespace, { id, metadata, source }) {
    const { job, name } = namespace;
    try {
        const settled = await changeCollection(namespace, (present) => (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeIntoCollection */ .pg)(present, metadata, source));
        if (!settled)
            job.warning(`The collection ${name}:${TAG} is constantly written to by others; ${id} may be missing in it.`);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR) || error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CancelledError */ .cc || job.signal.aborted)
            throw error;
        job.warning(`The Feature is published, but the collection of its namespace was not updated: ${error.message} If the namespace should have none, set "collection: false".`);
    }
}
/**
 * Changes the collection of a namespace until it is as it should be.
 * @returns false if others write it all the time, so that the change may be lost
 * @throws Failure if it can't be read or written, or is something else; CancelledError
 */
async function changeCollection(namespace, change) {
    const { signal } = namespace.job;
    const writer = namespace.collection();
    try {
        let known;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            const wrote = await changeOnce(namespace, writer, { change, known });
            if (wrote === 'nothing to do')
                return true;
            if (wrote !== 'overtaken')
                known = wrote.present;
            await pause(wrote === 'overtaken' ? Math.random() * 300 * (attempt + 1) : settleTime(wrote.took, wrote.lag), signal);
        }
        return false;
    }
    finally {
        writer.close();
    }
}
/** Reads the collection of a namespace; undefined if there is none. @throws Failure, CancelledError */
async function readNamespace(namespace) {
    const writer = namespace.collection();
    try {
        return (await readCollection(writer, undefined))?.collection;
    }
    finally {
        writer.close();
    }
}
/**
 * @param took milliseconds of our look at the tag, our write and its reading back
 * @param lag milliseconds until the registry showed our write: what others wrote shows as late
 */
function settleTime(took, lag) {
    return Math.min(Math.max(SETTLE.least, SETTLE.timesOurs * Math.max(took, lag)), SETTLE.most);
}
/** Something else has the tag of the collection. */
class NotACollection extends _kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR {
}
async function changeOnce({ target, job }, writer, { change, known }) {
    const present = await readCollection(writer, known);
    const merged = change(present?.collection);
    if (merged === undefined)
        return 'nothing to do';
    const text = (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .collectionText */ .EK)(merged);
    const file = await pushBytes(writer, Buffer.from(text), _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .COLLECTION_LAYER */ .ZJ);
    const config = await pushBytes(writer, Buffer.from(_feature_manifest_feature_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .EMPTY_CONFIG */ .$v), _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .DEVCONTAINER_CONFIG */ .Wj);
    const manifest = Buffer.from(JSON.stringify((0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .collectionManifest */ .sj)(config, file, (0,_release_target_js__WEBPACK_IMPORTED_MODULE_11__/* .isGithubRegistry */ .HV)(target))));
    const began = performance.now();
    try {
        const { descriptor, lag } = await writer.pushManifest(manifest, _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .IMAGE_MANIFEST */ .MS, TAG, { expect: present?.digest ?? 'none', signal: job.signal });
        return { took: performance.now() - began, lag, present: { digest: descriptor.digest, collection: (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCollection */ .mU)(text, `${writer.repository}:${TAG}`) } };
    }
    catch (error) {
        if (!(error instanceof _oci_push_push_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .TagMovedError */ .w))
            throw error;
        job.debug(`Another run wrote the collection; trying again. ${error.message}`);
        return 'overtaken';
    }
}
/** @param known what it was when it was last looked at: the same is not read again */
async function readCollection({ reader, repository }, known) {
    // By GET: if HEAD says 404 of what is there, a whole collection would be lost.
    const resolved = await (0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(reader.resolve(TAG));
    if (resolved === undefined)
        return undefined;
    const { descriptor, bytes } = resolved;
    if (descriptor.digest === known?.digest)
        return known;
    const name = `${repository}:${TAG}`;
    const parsed = (0,_oci_format_parse_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .N)({ ...descriptor, bytes }, name);
    const file = parsed.kind === 'manifest' ? parsed.manifest.layers[0] : undefined;
    // A namespace is often a repository's name, by which an image of its own may go.
    if (file === undefined || file.mediaType !== _oci_format_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .COLLECTION_LAYER */ .ZJ || file.size > LIMIT) {
        throw new NotACollection(`${name} is not a collection of Features, so it was not changed.`);
    }
    const text = (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(reader.blob(file))).toString('utf8');
    return { digest: descriptor.digest, collection: (0,_feature_manifest_collection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCollection */ .mU)(text, name) };
}
async function pushBytes(writer, bytes, mediaType) {
    const descriptor = { mediaType, digest: (0,_oci_format_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes), size: bytes.length };
    await writer.pushBlob(descriptor, (0,_oci_push_blob_content_js__WEBPACK_IMPORTED_MODULE_9__/* .bytesContent */ .dy)(bytes));
    return descriptor;
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, undefined, { signal }).catch(() => {
        throw (0,_oci_http_transport_error_js__WEBPACK_IMPORTED_MODULE_8__/* .cancelled */ .KW)(signal);
    });
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


/***/ })

};
