export const id = 153;
export const ids = [153];
export const modules = {

/***/ 8153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeTarball: () => (/* binding */ makeTarball)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/kit/stages.js
var stages = __webpack_require__(20489);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
// EXTERNAL MODULE: ./lib/nix/builder/nix-builder.js + 6 modules
var nix_builder = __webpack_require__(53708);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var format_digest = __webpack_require__(55541);
// EXTERNAL MODULE: ./lib/place/site.js + 10 modules
var site = __webpack_require__(1405);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/report/runs/wsl.js
var wsl = __webpack_require__(23927);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/programs/process-output.js
var process_output = __webpack_require__(53288);
// EXTERNAL MODULE: ./lib/programs/process.js
var programs_process = __webpack_require__(27528);
;// CONCATENATED MODULE: ./lib/wsl/build/make-tarball.js








/**
 * Runs a tarball builder of NixOS-WSL, as root: it makes a system in a folder, with owners. Without root, sudo must not ask for a password, as on
 * GitHub's runners.
 * @param builder the store path of the builder
 * @param work a folder for what it writes, where nothing else is
 * @returns the tarball
 * @throws SetupError if there is no sudo; CommandError, CancelledError
 */
async function runBuilder(builder, work, { extraFiles, chown }, job) {
    const tarball = (0,external_node_path_.join)(work, 'built.wsl');
    const extra = extraFiles === undefined ? [] : ['--extra-files', extraFiles];
    const owners = chown.flatMap(({ path, owner }) => ['--chown', path, owner]);
    const { argv, env } = asRoot([await programOf(builder), ...extra, ...owners, tarball], { uid: process.getuid?.(), groups: await (0,promises_.readFile)('/etc/group', 'utf8').catch(() => '') });
    await job.group('Build the tarball', async () => {
        const say = (line) => job.info(line);
        const { stdout, done } = (0,programs_process/* stream */.Td)(argv, { purpose: 'nix', env, cwd: work, signal: job.signal, onStderr: say });
        const lines = new process_output/* LineReader */.u(say);
        for await (const chunk of stdout)
            lines.push(chunk);
        lines.end();
        await done;
    });
    return tarball;
}
/**
 * Returns the command that runs another one as root. Its Nix only copies; if there is no group of build users, it must be told so, or it would look for one.
 * @param machine the user, and the text of /etc/group
 */
function asRoot(command, { uid, groups }) {
    const env = /^nixbld:/m.test(groups) ? {} : { NIX_CONFIG: 'build-users-group =' };
    if (uid === 0)
        return { argv: command, env };
    return { argv: ['sudo', '--non-interactive', ...Object.keys(env).map((name) => `--preserve-env=${name}`), '--', ...command], env };
}
/** @throws Failure if what was built is no builder */
async function programOf(builder) {
    const programs = await (0,promises_.readdir)((0,external_node_path_.join)(builder, 'bin')).catch(() => []);
    const [only] = programs;
    if (programs.length === 1 && only !== undefined)
        return (0,external_node_path_.join)(builder, 'bin', only);
    throw new errors/* Failure */.HR(`config.system.build.tarballBuilder is not a builder as NixOS-WSL has it: ${builder}/bin has ${programs.length} programs.`, {
        hint: 'Import nixos-wsl.nixosModules.default into the configuration.',
    });
}
/** Writes a gzip file as xz, by the program of that name. @throws SetupError if there is none; CommandError, CancelledError */
async function recompress(from, to, signal) {
    const gunzip = (0,external_node_zlib_.createGunzip)();
    const { stdout, done } = (0,programs_process/* stream */.Td)(['xz', '--compress', '--stdout', '--threads=0'], { input: gunzip, signal });
    await Promise.all([(0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(from), gunzip, { signal }), (0,external_node_stream_promises_.pipeline)(stdout, (0,external_node_fs_.createWriteStream)(to), { signal })]);
    await done;
}

// EXTERNAL MODULE: ./lib/leaks/matcher.js + 5 modules
var leaks_matcher = __webpack_require__(53738);
;// CONCATENATED MODULE: ./lib/wsl/checks/conf-keys.js
/** Keys of /etc/wsl-distribution.conf (Microsoft, "Build a custom Linux distribution for WSL"; init and validate-modern.py of microsoft/WSL). */
const DISTRIBUTION_KEYS = {
    'oobe.command': 'path',
    'oobe.defaultuid': 'number',
    'oobe.defaultname': 'name',
    'shortcut.icon': 'path',
    'shortcut.enabled': 'boolean',
    'windowsterminal.profiletemplate': 'path',
    'windowsterminal.enabled': 'boolean',
};
/** Keys of /etc/wsl.conf (Microsoft, "Advanced settings configuration in WSL"; WslDistributionConfig.cpp of microsoft/WSL). */
const WSL_CONF_KEYS = {
    'automount.cgroups': 'cgroups',
    'automount.enabled': 'boolean',
    'automount.ldconfig': 'boolean',
    'automount.mountfstab': 'boolean',
    'automount.options': 'text',
    'automount.root': 'path',
    'boot.command': 'text',
    'boot.inittimeout': 'number',
    'boot.protectbinfmt': 'boolean',
    'boot.systemd': 'boolean',
    'fileserver.enabled': 'boolean',
    'fileserver.logfile': 'path',
    'fileserver.loglevel': 'number',
    'fileserver.logtruncate': 'boolean',
    'filesystem.umask': 'octal',
    'general.guiapplications': 'boolean',
    'general.hostname': 'name',
    'gpu.appendlibpath': 'boolean',
    'gpu.enabled': 'boolean',
    'interop.appendwindowspath': 'boolean',
    'interop.enabled': 'boolean',
    'network.generatehosts': 'boolean',
    'network.generateresolvconf': 'boolean',
    'network.hostname': 'name',
    'time.usewindowstimezone': 'boolean',
    'user.default': 'name',
};
const VALUES = {
    boolean: [/^(?:true|false|1|0)$/i, 'true or false'],
    text: [/^/, 'a text'],
    number: [/^\d{1,10}$/, 'a whole number'],
    octal: [/^[0-7]{1,4}$/, 'an octal number'],
    path: [/^\//, 'an absolute path'],
    name: [/^[\w][\w.-]{0,254}$/, 'a name of letters, digits, dots, dashes and underscores'],
    cgroups: [/^v[12]$/i, 'v1 or v2'],
};
/** Reads one of WSL's configuration files: sections, `key = value`, comments behind `#` and `;`; capitals and small letters are the same in keys. */
function parseConf(text, keys) {
    const values = new Map();
    const faults = [];
    let section = '';
    for (const [index, whole] of text.split(/\r?\n/).entries()) {
        const line = whole.trim();
        const at = `in line ${index + 1}`;
        const [, named] = /^\[\s*([\w-]+)\s*\]$/.exec(line) ?? [];
        if (line === '' || line.startsWith('#') || line.startsWith(';'))
            continue;
        if (named !== undefined) {
            section = named.toLowerCase();
            continue;
        }
        const [, key = '', value = ''] = /^([\w-]+)\s*=(.*)$/.exec(line) ?? [];
        if (key === '' || section === '') {
            faults.push(`has ${at} neither a section nor "key = value" in one`);
            continue;
        }
        const name = `${section}.${key.toLowerCase()}`;
        const kind = keys[name];
        const plain = value.trim().replace(/^"(.*)"$/, '$1');
        if (kind === undefined)
            faults.push(`has ${at} the key "${section}.${key}", which WSL does not know`);
        else if (values.has(name))
            faults.push(`has ${at} the key "${section}.${key}" a second time`);
        else if (!VALUES[kind][0].test(plain))
            faults.push(`has ${at} "${section}.${key}" with a value that is not ${VALUES[kind][1]}`);
        values.set(name, plain);
    }
    return { values, faults };
}

;// CONCATENATED MODULE: ./lib/wsl/checks/image.js
/** Returns the text of a file of the image, through links. @returns undefined if it is not there, or too long to be one */
function textAt({ tree, texts }, path) {
    const file = tree.resolve(path);
    return file === undefined ? undefined : texts.get(file.path);
}
function octal(mode) {
    return mode.toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./lib/wsl/checks/check-conf.js


const DISTRIBUTION_CONF = '/etc/wsl-distribution.conf';
const WSL_CONF = '/etc/wsl.conf';
/** As Microsoft's validator wants them; what is in a Nix store is read-only. */
const PLAIN_MODES = [0o644, 0o664, 0o444];
const PROGRAM_MODES = [0o755, 0o775, 0o555];
const TEMPLATE_MODES = [...PLAIN_MODES, 0o640, 0o660];
/** Bytes of an icon, or of a template for Windows Terminal. */
const LARGEST_EXTRA = 1024 * 1024;
/** Checks /etc/wsl-distribution.conf and the files that it names. @returns undefined if it can't be read */
function checkDistributionConf(image) {
    const check = 'distribution-conf';
    const conf = checkFile(image, check, DISTRIBUTION_CONF, DISTRIBUTION_KEYS);
    if (conf === undefined)
        return undefined;
    const value = (key) => conf.values.get(key) ?? '';
    checkNamed(image, 'oobe.command', value('oobe.command'), PROGRAM_MODES);
    checkNamed(image, 'shortcut.icon', value('shortcut.icon'), PLAIN_MODES);
    checkNamed(image, 'windowsterminal.profileTemplate', value('windowsterminal.profiletemplate'), TEMPLATE_MODES);
    if (value('oobe.defaultname') === '')
        image.findings.warn(check, DISTRIBUTION_CONF, 'has no oobe.defaultName, so whoever installs it has to name it');
    return conf;
}
/** Checks /etc/wsl.conf. @returns undefined if it can't be read */
function checkWslConf(image) {
    const conf = checkFile(image, 'wsl-conf', WSL_CONF, WSL_CONF_KEYS);
    if (conf !== undefined && !isTrue(conf.values.get('boot.systemd')))
        image.findings.warn('wsl-conf', WSL_CONF, 'does not have boot.systemd = true; without systemd a NixOS starts no services');
    return conf;
}
function checkFile(image, check, path, keys) {
    const { tree, findings } = image;
    const file = tree.resolve(path);
    if (file === undefined) {
        findings.fault(check, path, tree.at(path) === undefined ? 'is missing' : 'is a link that leads nowhere');
        return undefined;
    }
    checkOwner(image, check, path, PLAIN_MODES);
    const text = textAt(image, path);
    if (text === undefined) {
        findings.fault(check, path, 'is not a text file of up to 256 KiB');
        return undefined;
    }
    const conf = parseConf(text, keys);
    for (const fault of conf.faults)
        findings.fault(check, path, fault);
    return conf;
}
function checkNamed(image, key, path, modes) {
    if (!path.startsWith('/'))
        return;
    const file = image.tree.resolve(path);
    if (file?.type !== 'file') {
        image.findings.fault('distribution-conf', path, `is what ${key} names, and is not a file of the tarball`);
        return;
    }
    checkOwner(image, 'distribution-conf', path, modes);
    if (key !== 'oobe.command' && file.size > LARGEST_EXTRA)
        image.findings.fault('distribution-conf', path, `is what ${key} names, and has ${file.size} bytes; WSL takes 1 MiB`);
}
function checkOwner({ tree, findings }, check, path, modes) {
    const file = tree.resolve(path);
    if (file === undefined)
        return;
    if (file.uid !== 0 || file.gid !== 0)
        findings.fault(check, path, `belongs to ${file.uid}:${file.gid} and not to root (0:0)`);
    if (!modes.includes(file.mode))
        findings.fault(check, path, `has the mode ${octal(file.mode)} and not one of ${modes.map(octal).join(', ')}`);
}
function isTrue(value) {
    return /^(?:true|1)$/i.test(value ?? '');
}

;// CONCATENATED MODULE: ./lib/wsl/checks/check-accounts.js


const PASSWD = '/etc/passwd';
const SHADOW = '/etc/shadow';
const SHADOW_MODES = new Set([0o640, 0o600, 0o400, 0o440, 0]);
/** Checks who there is, who may log in how, and whom WSL logs in. @param confs undefined if they could not be read */
function checkAccounts(image, confs) {
    const accounts = checkPasswd(image);
    checkShadow(image, accounts);
    checkDefaultUser(image, accounts, confs);
}
function checkPasswd(image) {
    const { tree, findings } = image;
    const text = textAt(image, PASSWD);
    if (text === undefined) {
        findings.fault('accounts', PASSWD, 'is missing');
        return [];
    }
    const file = tree.resolve(PASSWD);
    if (file !== undefined && (file.uid !== 0 || ![0o644, 0o664, 0o444].includes(file.mode)))
        findings.fault('accounts', PASSWD, `belongs to ${file.uid} with the mode ${octal(file.mode)}, and not to root with 0644`);
    const accounts = [];
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '')
            continue;
        const [name = '', , uid = '', gid = '', , home = '', shell = '', ...more] = line.split(':');
        const isWhole = line.split(':').length === 7 && more.length === 0 && name !== '' && /^\d{1,10}$/.test(uid) && /^\d{1,10}$/.test(gid);
        if (!isWhole)
            findings.fault('accounts', PASSWD, `has in line ${index + 1} not the seven fields of a user`);
        else
            accounts.push({ name, uid: Number(uid), home, shell });
    }
    const roots = accounts.filter(({ uid }) => uid === 0);
    if (roots.length !== 1 || roots[0]?.name !== 'root') {
        findings.fault('accounts', PASSWD, roots.length === 0 ? 'has no user with uid 0' : `has as users with uid 0: ${roots.map(({ name }) => name).join(', ')}; it may only be root, once`);
    }
    for (const [what, of] of [['name', ({ name }) => name], ['uid', ({ uid }) => String(uid)]]) {
        const all = accounts.map(of);
        for (const twice of new Set(all.filter((each, index) => all.indexOf(each) !== index)))
            if (twice !== '0')
                findings.fault('accounts', PASSWD, `has the ${what} ${twice} more than once`);
    }
    return accounts;
}
function checkShadow(image, accounts) {
    const { tree, findings } = image;
    const file = tree.resolve(SHADOW);
    const text = textAt(image, SHADOW);
    if (file === undefined || text === undefined) {
        findings.fault('passwords', SHADOW, 'is missing');
        return;
    }
    if (file.uid !== 0)
        findings.fault('passwords', SHADOW, `belongs to ${file.uid} and not to root`);
    if (!SHADOW_MODES.has(file.mode))
        findings.fault('passwords', SHADOW, `has the mode ${octal(file.mode)}, so not only root can read it; 0640 or 0600 would be right`);
    const hashes = new Map(text.split('\n').filter((line) => line !== '').map((line) => [line.split(':')[0] ?? '', line.split(':')[1]]));
    for (const [name, hash] of hashes) {
        if (hash === undefined)
            findings.fault('passwords', SHADOW, 'has a line that is not one of a user');
        else if (hash === '')
            findings.fault('passwords', SHADOW, `lets ${name} in without a password; "!" locks it, and WSL logs in all the same`);
        else if (!/^[!*]/.test(hash))
            findings.fault('passwords', SHADOW, `has a password of ${name}, which every machine would share; set it after the installation`);
    }
    for (const { name } of accounts)
        if (!hashes.has(name))
            findings.fault('passwords', SHADOW, `has no line for ${name}`);
}
/** WSL takes `user.default`, else `oobe.defaultUid`, else root. A user that `oobe.command` makes is not there yet. */
function checkDefaultUser(image, accounts, { distribution, wsl }) {
    const { tree, findings } = image;
    const name = wsl?.values.get('user.default');
    const uid = distribution?.values.get('oobe.defaultuid');
    const makes = distribution?.values.has('oobe.command') === true;
    if (name === undefined && uid === undefined) {
        if (!makes)
            findings.fault('default-user', WSL_CONF, 'names no user.default, so WSL would log in root');
        return;
    }
    const [account, named, file] = name === undefined ? [accounts.find((each) => String(each.uid) === uid), `uid ${uid ?? ''}`, DISTRIBUTION_CONF] : [accounts.find((each) => each.name === name), name, WSL_CONF];
    if (account === undefined) {
        if (name !== undefined || !makes)
            findings.fault('default-user', file, `names ${named}, which is not in /etc/passwd`);
        return;
    }
    if (account.uid === 0)
        findings.fault('default-user', file, 'has root as the default user');
    if (name !== undefined && uid !== undefined && String(account.uid) !== uid)
        findings.fault('default-user', file, `names ${named} with uid ${account.uid}, and wsl-distribution.conf uid ${uid}`);
    if (tree.resolve(account.shell)?.type !== 'file')
        findings.fault('default-user', account.shell, `is the shell of ${account.name}, and is not in the tarball`);
    if (/\/(?:nologin|false)$/.test(account.shell))
        findings.fault('default-user', account.shell, `is the shell of ${account.name}, and lets nobody in`);
    if (!account.home.startsWith('/') || account.home === '/')
        findings.fault('default-user', PASSWD, `has no home for ${account.name}`);
    const home = tree.resolve(account.home);
    if (home !== undefined && home.uid !== account.uid)
        findings.fault('default-user', account.home, `is the home of ${account.name}, and belongs to ${home.uid}; give it to its user with "chown"`);
}

// EXTERNAL MODULE: ./lib/leaks/finding.js
var leaks_finding = __webpack_require__(30109);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/wsl/checks/check-leaks.js


/** Judges what the search found, by the same rules and the same `leaks-allow` as for Features. @param today as `2026-12-31` */
function checkLeaks({ hits, more, lost }, placeOf, { leaks, matcher, today }, findings) {
    const found = hits.flatMap((hit) => {
        const { path, inName } = placeOf(hit.part);
        const [store] = /^\/nix\/store\/[^/]+/.exec(path) ?? [''];
        const storePath = (0,store_path/* isStorePath */.zP)(store) ? store : undefined;
        return (0,leaks_finding/* leakFindingOf */._x)(hit, { storePath, file: path.slice(storePath === undefined ? 1 : storePath.length + 1), inName }) ?? [];
    });
    for (const finding of (0,leaks_finding/* judge */.S4)(found, leaks.allow, today).left) {
        const { rule, what, storePath, file, inside, inName, offset } = finding;
        const path = `${storePath ?? ''}/${file}`.replace(/\/$/, '');
        const place = [inName ? 'in its name, its target or its owner' : `at byte ${offset}`, ...(inside.length > 0 ? [`inside of ${inside.map((name) => matcher.withoutSecrets(name)).join(' › ')}`] : [])].join(' ');
        const says = `holds ${what} (${rule}) ${place}`;
        const check = ['identifier', 'machine-folder', 'build-folder'].includes(rule) ? 'identifiers' : 'secrets';
        if ((0,leaks_finding/* isGrave */.IE)(finding))
            findings.fault(check, matcher.withoutSecrets(path), says);
        else
            findings.warn(check, matcher.withoutSecrets(path), says);
    }
    findings.addMore('secrets', more);
    if (lost > 0)
        findings.fault('secrets', '', `holds ${lost} more leaks, which can't be listed`);
}

// EXTERNAL MODULE: ./lib/git/secret-names.js
var secret_names = __webpack_require__(19883);
;// CONCATENATED MODULE: ./lib/wsl/checks/check-members.js


const HOMES = String.raw `^\/(?:root|home\/[^/]+)`;
const RULES = [
    { check: 'ssh-keys', path: /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|identity)$/, says: 'has the name of a private SSH key' },
    { check: 'ssh-keys', path: /\/ssh_host_\w+_key$/, says: 'is a private key of the host, which every machine would share; sshd makes its own when it starts first' },
    { check: 'ssh-keys', path: /\/\.ssh\/known_hosts(?:\.old)?$/, says: 'lists hosts that somebody connected to', unlessEmpty: true },
    { check: 'authorized-keys', path: /(?:\/authorized_keys2?|\/authorized_keys\.d\/[^/]+|^\/nix\/store\/[^/]+-authorized_keys)$/, says: 'lets whoever has the key into every machine; add keys after the installation', unlessEmpty: true },
    { check: 'git-author', path: /\/\.git-credentials$/, says: 'holds logins of git' },
    { check: 'history', path: new RegExp(String.raw `${HOMES}.*\/(?:\.(?:bash|zsh|sh|ksh|ash|python|node_repl|psql|mysql|sqlite|irb|php|lua|octave)_?history|\.histfile|fish_history|history\.(?:txt|sqlite3)|\.viminfo|\.lesshst|\.wget-hsts|\.recently-used|\.rnd)$`), says: 'records what somebody did', unlessEmpty: true },
    { check: 'history', path: new RegExp(String.raw `${HOMES}\/(?:\.local\/share\/(?:recently-used\.xbel|Trash\/.+)|\.cache\/.+)$`), says: 'was left behind by a session', unlessEmpty: true },
    { check: 'machine', path: /^\/var\/lib\/systemd\/(?:random-seed|credential\.secret)$/, says: 'is a secret of one machine, which every machine would share', unlessEmpty: true },
    { check: 'machine', path: /^\/var\/log\/.+\.(?:journal|log)$/, says: 'is a log of the machine that built the tarball', unlessEmpty: true },
    { check: 'config-path', path: /^\/etc\/nixos\/(?:.*\/)?\.git(?:\/HEAD)?$/, says: 'is a git repository with its whole history; let "configPath" name a folder without .git' },
];
/** 32 digits (machine-id(5)). */
const MACHINE_ID = /^\/(?:etc|var\/lib\/dbus)\/machine-id$/;
const CONFIG = '/etc/nixos';
const ENCRYPTED = /\.(?:age|gpg|asc|sops\.ya?ml|enc(?:rypted)?(?:\.\w+)?)$/;
/** Checks every member's path. */
function checkNames({ tree, findings }) {
    for (const file of tree.below('')) {
        for (const rule of RULES)
            if (applies(rule, file))
                findings.fault(rule.check, file.path, rule.says);
        if (MACHINE_ID.test(file.path) && file.type === 'file' && file.size >= 32)
            findings.fault('machine', file.path, 'is the id of one machine, which every machine would share; an empty file lets systemd make one');
        if (file.path.startsWith(`${CONFIG}/`))
            checkConfigFile(file, (says) => findings.fault('config-path', file.path, says));
    }
}
function applies({ path, unlessEmpty }, file) {
    if (!path.test(file.path))
        return false;
    const mayBeGit = path.source.includes('.git');
    if (file.type === 'directory' ? !mayBeGit || file.path.endsWith('-credentials') : file.type !== 'file' && file.type !== 'symlink')
        return false;
    return unlessEmpty !== true || file.type !== 'file' || file.size > 0;
}
function checkConfigFile({ path, type, target }, fault) {
    const name = path.slice(CONFIG.length + 1);
    const isInGit = /(?:^|\/)\.git\//.test(name);
    if (type === 'symlink' && /(?:^|\/)result(?:-[^/]*)?$/.test(name))
        fault('is a link to a build result');
    else if (type === 'symlink' && target.startsWith('/') && !/^\/(?:nix\/store|etc|run)\//.test(target))
        fault('is a link to a file of the machine that built the tarball');
    else if (/(?:^|\/)\.direnv(?:\/|$)/.test(name) && type === 'directory')
        fault('is the cache of direnv');
    else if (type === 'file' && !isInGit && (0,secret_names/* looksSecret */.n)(name) && !ENCRYPTED.test(name))
        fault('has the name of a file with a secret');
}
/** What of a system belongs to nobody but root; homes and what services own lie elsewhere. */
const OF_ROOT = /^\/(?:bin|sbin|lib|lib64|usr|nix\/store|etc|boot)(?:\/|$)/;
/** Checks every member's mode and owner. */
function checkImageModes({ tree, findings }) {
    for (const { path, type, mode, uid } of tree.below('')) {
        if (type === 'symlink' || type === 'other')
            continue;
        if (type === 'file' && (mode & 0o6000) !== 0)
            findings.fault('modes', path, `is set-uid or set-gid (${octal(mode)}); NixOS makes such wrappers when it boots`);
        const isShared = type === 'directory' && (mode & 0o1000) !== 0;
        if ((mode & 0o002) !== 0 && !isShared)
            findings.fault('modes', path, `can be changed by everybody (${octal(mode)})`);
        if (uid !== 0 && OF_ROOT.test(path) && !path.startsWith('/etc/nixos'))
            findings.fault('modes', path, `belongs to ${uid} and not to root`);
    }
}

;// CONCATENATED MODULE: ./lib/wsl/read/program-start.js
/** Bytes of a file that say what kind of program it is: a first line with an interpreter may be that long (execve(2)). */
const START_BYTES = 256;
/** Bytes of an ELF header up to its machine, and that. */
const ELF_START = 20;
/** ELF's e_machine of what WSL runs on (elf(5)). */
const MACHINES = { 3: 'x86', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64' };
/** Tells whether the beginning of a file must be remembered. */
function looksLikeProgram(start) {
    return start.readUInt16BE(0) === 0x23_21 || (start.length >= ELF_START && start.readUInt32BE(0) === 0x7f_45_4c_46);
}
/** @param start one byte in each char; empty if it is no program */
function programKind(start) {
    if (start.startsWith('#!')) {
        const [line = ''] = start.slice(2).split('\n');
        const [interpreter = ''] = line.trim().split(/[ \t]/);
        return interpreter.startsWith('/') ? { kind: 'script', interpreter } : { kind: 'other' };
    }
    if (!start.startsWith('\u007fELF'))
        return { kind: 'other' };
    const bytes = Buffer.from(start, 'latin1');
    if (bytes.length < ELF_START)
        return { kind: 'other' };
    if (bytes[4] !== 2)
        return { kind: 'elf', machine: '32-bit' };
    const machine = bytes.readUInt16LE(18);
    return { kind: 'elf', machine: MACHINES[machine] ?? `machine ${machine}` };
}

;// CONCATENATED MODULE: ./lib/wsl/checks/check-programs.js

/** Each is started by WSL itself (init of microsoft/WSL). */
const PROGRAMS = ['/bin/sh', '/sbin/init'];
/** Scripts that are run by scripts; Linux follows as many (execve(2)). */
const MOST_SCRIPTS = 5;
/** Checks that the programs that WSL starts exist and are for the right machine. NixOS-WSL's /bin/sh is a script. */
function checkImagePrograms(image) {
    for (const path of PROGRAMS)
        checkProgram(image, path);
}
function checkProgram({ tree, arch, findings }, path) {
    const fault = (says) => findings.fault('programs', path, says);
    let at = path;
    for (let scripts = 0; scripts < MOST_SCRIPTS; scripts += 1) {
        const file = tree.resolve(at);
        const via = at === path ? '' : `is run by ${at}, which `;
        if (file === undefined)
            return fault(tree.at(at) === undefined ? `${via}is missing` : `${via}is a link that leads to nothing in the tarball`);
        if (file.type !== 'file')
            return fault(`${via}is not a file`);
        if ((file.mode & 0o111) !== 0o111)
            return fault(`${via}leads to ${file.path}, which not everybody may execute`);
        if (file.uid !== 0)
            return fault(`${via}leads to ${file.path}, which belongs to ${file.uid} and not to root`);
        const program = programKind(file.start);
        if (program.kind === 'other')
            return fault(`${via}leads to ${file.path}, which is neither an ELF program nor a script`);
        if (program.kind === 'elf')
            return program.machine === arch ? undefined : fault(`${via}leads to ${file.path}, which is for ${program.machine} and not for ${arch}`);
        at = program.interpreter;
    }
    fault('is a script that is run by scripts only');
}

;// CONCATENATED MODULE: ./lib/wsl/checks/check-texts.js
/** Texts that are kept until all of the tarball was read, as links may lead to them. */
const KEPT = /^\/etc\/(?:wsl\.conf|wsl-distribution\.conf|passwd|shadow|group)$|^\/(?:nix\/store|etc\/static)\/.*(?:wsl\.conf|wsl-distribution\.conf|passwd|shadow)$/;
const GIT = /(?:^\/etc\/|[/-])\.?(?:hm_)?gitconfig$|\/\.?git\/config$/;
/** What sets an environment, for users or for services. */
const ENVIRONMENT = [
    /^\/etc\/(?:environment|profile|bashrc|zshenv|zshrc|set-environment|pam\/environment|profile\.d\/.+|environment\.d\/.+|default\/.+|systemd\/.+\.(?:service|conf))$/,
    /^\/nix\/store\/[^/]+-(?:set-environment|etc-(?:profile|bashrc|zshenv|zshrc)|pam-environment|hm-session-vars\.sh|unit-[^/]+)(?:\/.+)?$/,
    /\/hm-session-vars\.sh$/,
    /^\/(?:root|home\/[^/]+)\/(?:.+\/)?\.?(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv|zprofile|pam_environment|env|envrc|env\.local|config\.fish)$/,
    /^\/etc\/nixos\/(?:.*\/)?\.env(?:rc|\..+)?$/,
];
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)$/i;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
/** What follows a name that is set: `export NAME=value`, `Environment=NAME=value` of a unit, `set -gx NAME value` of fish, `NAME DEFAULT=value` of PAM. */
const SET = /=| +DEFAULT=| +/y;
/** Values that only say where a secret is: nothing, a variable, a command, a file. */
const NO_SECRET = /\s|["']?(?:$|\$|`|\/|~|%|<|file:|["']?$)/y;
function isKeptText(path) {
    return KEPT.test(path);
}
function isInspectedText(path) {
    return GIT.test(path) || ENVIRONMENT.some((pattern) => pattern.test(path));
}
/** Looks for what tells of people, and for secrets, in a text that no rule of the search for leaks knows. No finding shows a value. */
function checkText(path, text, findings) {
    if (GIT.test(path))
        checkGit(path, text, findings);
    else if (isInspectedText(path))
        checkEnvironment(path, text, findings);
}
function checkGit(path, text, findings) {
    let section = '';
    for (const line of text.split('\n').map((each) => each.trim())) {
        section = /^\[\s*([\w.-]+)/.exec(line)?.[1]?.toLowerCase() ?? section;
        const [, key = '', value = ''] = /^([A-Za-z][\w-]*)\s*=\s*(.*)$/.exec(line) ?? [];
        const name = key.toLowerCase();
        if (value !== '' && ['user', 'author', 'committer'].includes(section) && ['name', 'email', 'signingkey'].includes(name)) {
            findings.fault('git-author', path, `sets ${section}.${name}; whoever uses the machine should be asked for it`);
        }
        if (/^https?:\/\/[^/@\s]+:[^/@\s]+@/.test(value))
            findings.fault('git-author', path, 'has an address with a login');
        if (section === 'http' && name === 'extraheader' && /authorization/i.test(value))
            findings.fault('git-author', path, 'has a login in http.extraHeader');
    }
}
function checkEnvironment(path, text, findings) {
    const named = new Set();
    for (const line of text.split('\n').map((each) => each.trim())) {
        if (line.startsWith('#'))
            continue;
        const name = secretOf(line);
        if (name === undefined || named.has(name))
            continue;
        named.add(name);
        findings.fault('environment', path, `sets ${name}; let it be read from a file at run time`);
    }
}
/** The first name of a secret that a line sets, if the value may be one. */
function secretOf(line) {
    for (const { 0: name, index } of line.matchAll(NAME)) {
        if (!SECRET_NAME.test(name))
            continue;
        SET.lastIndex = index + name.length;
        if (!SET.test(line))
            continue;
        NO_SECRET.lastIndex = SET.lastIndex;
        return NO_SECRET.test(line) ? undefined : name;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/wsl/read/findings.js

/** Of one check. */
const MOST_KEPT = 50;
/** What the checks say, in rows. */
class Findings {
    #found = new Map();
    #more = new Map();
    #failed = new Set();
    /** The tarball could not be read to its end. */
    isCut = false;
    fault(check, file, says) {
        this.#failed.add(check);
        this.#add({ check, severity: 'fault', file, says });
    }
    warn(check, file, says) {
        this.#add({ check, severity: 'warning', file, says });
    }
    /** Counts findings that nobody can be told one by one. */
    addMore(check, count) {
        if (count > 0)
            this.#more.set(check, (this.#more.get(check) ?? 0) + count);
    }
    /** Every check has a row. @param skipped those whose faults do not count */
    rows(skipped) {
        return wsl/* WSL_CHECKS */.Hm.map(({ name, title }) => {
            const findings = this.#found.get(name) ?? [];
            const outcome = this.#failed.has(name) ? (skipped.includes(name) ? 'skipped' : 'failed') : this.isCut ? 'unchecked' : findings.length > 0 ? 'warned' : 'passed';
            return { name, title, outcome, findings: findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning')), more: this.#more.get(name) ?? 0 };
        });
    }
    #add(finding) {
        const present = this.#found.get(finding.check) ?? [];
        this.#found.set(finding.check, present);
        if (present.length < MOST_KEPT)
            present.push(finding);
        // A fault is never crowded out by warnings.
        else if (finding.severity === 'fault' && present.some(({ severity }) => severity === 'warning')) {
            present.splice(present.findIndex(({ severity }) => severity === 'warning'), 1, finding);
            this.addMore(finding.check, 1);
        }
        else
            this.addMore(finding.check, 1);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/base/tar/zstd-frames.js
var zstd_frames = __webpack_require__(98573);
;// CONCATENATED MODULE: ./lib/wsl/read/open-tarball.js
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







/** Bytes that `xz` may take: 16 times what a file by `xz -9` needs. A dictionary could ask for 4 GiB. */
const XZ_MEMORY = 1024 * 1024 * 1024;
/** Bytes of the file that are read at once, and that come out of a decompressor. */
const CHUNK = 512 * 1024;
const MAGIC = [
    ['gzip', Buffer.from([0x1f, 0x8b])],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ['bzip2', Buffer.from('BZh')],
];
/** Finds the compression by the first bytes, because names prove nothing. */
async function compressionOf(file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(file), true);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
        const start = buffer.subarray(0, bytesRead);
        return MAGIC.find(([, magic]) => start.subarray(0, magic.length).equals(magic))?.[0] ?? 'none';
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
/**
 * Writes what a file unpacks to into a sink, and takes the file's digest on the way; nothing is kept.
 * xz is unpacked by the program of that name, which can do it on several processors: Node.js has none.
 * @throws Error if it is damaged, SetupError if there is no program xz, and the signal's reason
 */
async function unpackInto(sink, file, compression, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const source = (0,external_node_fs_.createReadStream)(file, { highWaterMark: CHUNK });
    source.on('data', (chunk) => {
        hash.update(chunk);
        size += chunk.length;
    });
    source.pause();
    let behind = 0;
    if (compression === 'xz') {
        const { stdout, done } = (0,programs_process/* stream */.Td)(['xz', '--decompress', '--stdout', '--threads=0', `--memlimit-decompress=${XZ_MEMORY}`], { input: source, signal });
        await (0,external_node_stream_promises_.pipeline)(stdout, sink, { signal });
        await done;
    }
    else if (compression === 'gzip') {
        const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK });
        await (0,external_node_stream_promises_.pipeline)(source, gunzip, sink, { signal });
        behind = size - gunzip.bytesWritten;
    }
    else if (compression === 'zstd') {
        await (0,external_node_stream_promises_.pipeline)(source, new zstd_frames/* ZstdFrames */.u(), (0,external_node_zlib_.createZstdDecompress)({ chunkSize: CHUNK }), sink, { signal });
    }
    else {
        await (0,external_node_stream_promises_.pipeline)(source, sink, { signal });
    }
    return { digest: `sha256:${hash.digest('hex')}`, size, behind };
}

// EXTERNAL MODULE: ./lib/base/tar/tar-reader.js
var tar_reader = __webpack_require__(46680);
// EXTERNAL MODULE: ./lib/leaks/scanner.js + 2 modules
var scanner = __webpack_require__(9560);
;// CONCATENATED MODULE: ./lib/wsl/read/file-tree.js
/** Linux follows as many links (path_resolution(7)). */
const MOST_LINKS = 40;
/** The files of a tarball by their paths, with links followed inside of it as a system would that has it as its root. */
class FileTree {
    #files = new Map();
    /** @returns false if the path was there already; the later one counts */
    add(file) {
        const isNew = !this.#files.has(file.path);
        this.#files.set(file.path, file);
        return isNew;
    }
    get size() {
        return this.#files.size;
    }
    /** The member of exactly this path. */
    at(path) {
        return this.#files.get(path);
    }
    /** What a path leads to, through links in it and at its end. @returns undefined if that is not in the tarball */
    resolve(path) {
        const real = this.#realPath(path);
        return real === undefined ? undefined : this.#files.get(real);
    }
    /** Members below a folder, itself left out. */
    *below(folder) {
        for (const file of this.#files.values())
            if (file.path.startsWith(`${folder}/`))
                yield file;
    }
    #realPath(path) {
        const waiting = partsOf(path).toReversed();
        let at = '';
        for (let links = 0; waiting.length > 0;) {
            const part = waiting.pop();
            if (part === '..') {
                at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
                continue;
            }
            const next = `${at}/${part}`;
            const file = this.#files.get(next);
            if (file?.type !== 'symlink') {
                at = next;
                continue;
            }
            if (++links > MOST_LINKS)
                return undefined;
            waiting.push(...partsOf(file.target).toReversed());
            if (file.target.startsWith('/'))
                at = '';
        }
        return at;
    }
}
function partsOf(path) {
    return path.split('/').filter((part) => part !== '' && part !== '.');
}

;// CONCATENATED MODULE: ./lib/wsl/read/tarball-reader.js




/** Members; more than ten times as many as a large NixOS has. */
const MOST_MEMBERS = 3_000_000;
/** Bytes of a text; configuration is shorter. */
const MOST_TEXT = 256 * 1024;
/** Bytes of all names, and of what is kept beside them: a large NixOS has a tenth of that. */
const tarball_reader_MOST_KEPT = 512 * 1024 * 1024;
/** Bytes of a name, or of what a link points to (PATH_MAX). */
const LONGEST_NAME = 4096;
const ODD_TYPES = { link: 'is a hard link, which breaks an import; write the tar with --hard-dereference', device: 'is a device', fifo: 'is a pipe', other: 'is of a kind that no import knows' };
/** Reads a tarball once, and looks for leaks on the way. What it keeps grows with the number of members, not with their bytes. */
class TarballReader {
    tree = new FileTree();
    reader;
    #visitor;
    #scanner;
    /** Of the members, in their order: part 2n of the search is what the headers of member n say, 2n + 1 its contents. */
    #paths = [];
    #file;
    #start;
    #startSize = 0;
    #text;
    #textSize = 0;
    #kept = 0;
    #bytes = 0;
    #behind = 0;
    #isBehind = false;
    constructor(matcher, visitor) {
        this.#visitor = visitor;
        this.#scanner = new scanner/* LeakScanner */.eu(matcher);
        this.reader = new tar_reader/* TarReader */.R((entry) => this.#see(entry), { contents: (bytes) => this.#contents(bytes), behind: (bytes) => this.#seeBehind(bytes) });
    }
    /** Bytes of contents that were read. */
    get bytes() {
        return this.#bytes;
    }
    get members() {
        return this.#paths.length;
    }
    /** Bytes behind the tar's end that are not zero. */
    get behind() {
        return this.#behind;
    }
    /** To be called once, when everything was read or nothing more can be. */
    end() {
        this.#endFile();
        return this.#scanner.end();
    }
    /** Where a part of the search was. */
    placeOf(part) {
        return { path: this.#paths[part >> 1] ?? '', inName: part % 2 === 0 };
    }
    #see(entry) {
        this.#endFile();
        if (this.#paths.length >= MOST_MEMBERS)
            throw new Error(`it has more than ${MOST_MEMBERS} members`);
        if (Math.max(entry.name.length, entry.target.length) > LONGEST_NAME)
            throw new Error(`it has a name of more than ${LONGEST_NAME} bytes`);
        if ((this.#kept += entry.name.length + entry.target.length) > tarball_reader_MOST_KEPT)
            throw new Error(`it has names of more than ${tarball_reader_MOST_KEPT} bytes`);
        const name = Buffer.from(entry.name, 'latin1').toString('utf8');
        const target = Buffer.from(entry.target, 'latin1').toString('utf8');
        const path = cleanPath(name);
        const file = { path, type: entry.type, mode: entry.mode & 0o7777, uid: entry.uid, gid: entry.gid, size: entry.size, target, start: '' };
        this.#paths.push(path);
        if (name.split('/').includes('..'))
            this.#visitor.odd(path, 'has a name that leads out of the root');
        if (entry.type in ODD_TYPES)
            this.#visitor.odd(path, ODD_TYPES[entry.type]);
        if (!this.tree.add(file) && path !== '/')
            this.#visitor.odd(path, 'is there more than once');
        this.#scan(entry);
        this.#file = file;
        if (entry.type !== 'file')
            return;
        this.#start = [];
        this.#startSize = 0;
        this.#textSize = 0;
        this.#text = entry.size <= MOST_TEXT && this.#visitor.wants(path) ? [] : undefined;
    }
    /** What the headers say is a part, and so is what follows. */
    #scan({ name, target, said }) {
        const part = 2 * (this.#paths.length - 1);
        this.#scanner.begin(part);
        this.#scanner.write(Buffer.from([name, target, ...said].join('\0'), 'latin1'));
        this.#scanner.begin(part + 1, true);
    }
    #contents(bytes) {
        this.#bytes += bytes.length;
        this.#scanner.write(bytes);
        if (this.#start !== undefined && this.#startSize < START_BYTES) {
            const part = Buffer.from(bytes.subarray(0, START_BYTES - this.#startSize));
            this.#start.push(part);
            this.#startSize += part.length;
        }
        // A file with holes may have more bytes than it says.
        if (this.#text !== undefined && (this.#textSize += bytes.length) <= MOST_TEXT)
            this.#text.push(Buffer.from(bytes));
    }
    #endFile() {
        const file = this.#file;
        if (file === undefined)
            return;
        this.#file = undefined;
        if (this.#start !== undefined && this.#startSize >= 2) {
            const start = Buffer.concat(this.#start);
            if (looksLikeProgram(start))
                file.start = start.toString('latin1');
            this.#kept += file.start.length;
        }
        this.#start = undefined;
        const text = this.#text;
        this.#text = undefined;
        if (text !== undefined)
            this.#visitor.text(file, Buffer.concat(text).toString('utf8'));
    }
    #seeBehind(bytes) {
        if (!this.#isBehind) {
            this.#isBehind = true;
            this.#endFile();
            this.#paths.push('');
            this.#scanner.begin(2 * this.#paths.length - 1, false);
        }
        for (const byte of bytes)
            if (byte !== 0)
                this.#behind += 1;
        this.#scanner.write(bytes);
    }
}
/** `./etc/passwd` and `/etc/passwd` are `/etc/passwd`; the root itself is `/`. */
function cleanPath(name) {
    return `/${name.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
}

;// CONCATENATED MODULE: ./lib/wsl/check-tarball.js














/**
 * Checks a tarball, in one pass over its bytes.
 * @param now milliseconds since the epoch: entries of `leaks-allow` expire
 * @throws Failure if the file can't be read, SetupError if a program is missing, CancelledError
 */
async function checkTarball(file, request, { signal, now }) {
    const findings = new Findings();
    const matcher = new leaks_matcher/* Matcher */.PN({ ...request.leaks.search, packages: [] });
    const texts = new Map();
    const reader = new TarballReader(matcher, {
        odd: (path, says) => findings.fault('members', matcher.withoutSecrets(path), says),
        wants: (path) => isKeptText(path) || isInspectedText(path),
        text: ({ path }, text) => {
            if (isKeptText(path))
                texts.set(path, text);
            checkText(path, text, findings);
        },
    });
    const compression = await readable(file, () => compressionOf(file));
    if (compression !== 'gzip' && compression !== 'xz')
        findings.fault('archive', '', compression === 'none' ? 'is not compressed; gzip and xz are' : `is compressed with ${compression}; WSL takes gzip and xz`);
    const { digest, size } = await read(reader, findings, { file, compression, signal });
    checkLeaks(reader.end(), (part) => reader.placeOf(part), { leaks: request.leaks, matcher, today: new Date(now).toISOString().slice(0, 10) }, findings);
    checkSize(size, request.maxSize, findings);
    checkNames({ tree: reader.tree, texts, arch: request.arch, findings });
    if (!findings.isCut)
        checkImage({ tree: reader.tree, texts, arch: request.arch, findings });
    const tarball = { file: (0,external_node_path_.resolve)(file), size, unpacked: reader.bytes, digest, compression, members: reader.members };
    return { tarball, rows: findings.rows(request.skipped), storePaths: storePathsOf(reader.tree) };
}
/** Reads as far as it goes. @returns an empty digest if that was not to the end */
async function read(reader, findings, { file, compression, signal }) {
    const cut = (why) => {
        findings.isCut = true;
        findings.fault('archive', '', why);
    };
    if (compression === 'bzip2') {
        cut('can\'t be looked into');
        return { digest: '', size: await sizeOf(file) };
    }
    try {
        const { digest, size, behind } = await unpackInto(reader.reader, file, compression, signal);
        if (behind > 0)
            findings.fault('archive', '', `has ${(0,format/* formatBytes */.z3)(behind)} behind the end of what is compressed`);
        if (reader.behind > 0)
            findings.fault('archive', '', `has ${(0,format/* formatBytes */.z3)(reader.behind)} behind the end of its tar`);
        if (reader.members === 0)
            cut('is empty');
        return { digest, size };
    }
    catch (error) {
        signal.throwIfAborted();
        if (isOfMachine(error))
            throw error;
        cut(`can't be read to its end: ${(0,errors/* messageOf */.bD)(error)}`);
        return { digest: '', size: await sizeOf(file) };
    }
}
/** The checks of files that must be there: what was not read can't be missed. */
function checkImage(image) {
    checkImageModes(image);
    const distribution = checkDistributionConf(image);
    const wsl = checkWslConf(image);
    checkAccounts(image, { distribution, wsl });
    checkImagePrograms(image);
}
function storePathsOf(tree) {
    const paths = new Set();
    for (const { path } of tree.below('/nix/store'))
        paths.add(path.split('/', 4).join('/'));
    return paths;
}
function checkSize(size, most, findings) {
    if (most !== undefined && size > most)
        findings.fault('size', '', `has ${(0,format/* formatBytes */.z3)(size)} (${size} bytes), and "max-size" is ${(0,format/* formatBytes */.z3)(most)}`);
}
/** Tells whether something other than the tarball is at fault. */
function isOfMachine(error) {
    return error instanceof errors/* SetupError */.w3 || (error instanceof Error && 'syscall' in error);
}
async function sizeOf(file) {
    return (await (0,promises_.stat)(file)).size;
}
async function readable(file, question) {
    try {
        return await question();
    }
    catch (cause) {
        throw new errors/* Failure */.HR(`The tarball ${file} can't be read: ${(0,errors/* fileReason */.pP)(cause)}.`, { cause, hint: 'Name the file that the tarball builder wrote: nixos.wsl.' });
    }
}

// EXTERNAL MODULE: ./lib/provenance/format/slsa.js
var slsa = __webpack_require__(12612);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/provenance/sign/sign-statement.js + 1 modules
var sign_statement = __webpack_require__(22269);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(13411);
;// CONCATENATED MODULE: ./lib/wsl/files/compose-slsa.js


/** Composes the SLSA predicate of a WSL tarball (docs/verify/provenance.md, "wsl-v1"). */
function composeWslSlsa({ build, keep, arch, flake, nix }) {
    const { run } = keep.provenance;
    const { source, revision } = keep.origin;
    const isCommit = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(revision ?? '');
    return {
        buildDefinition: {
            buildType: slsa/* WSL_BUILD_TYPE */.nS,
            externalParameters: {
                configuration: build.configuration,
                flake,
                platform: `linux/${arch}`,
                compression: build.compression,
                ...(run.workflow === undefined ? {} : { workflow: run.workflow }),
            },
            internalParameters: { nix, ...(run.event === undefined ? {} : { event: run.event }) },
            resolvedDependencies: source === undefined || revision === undefined ? [] : [{ name: 'source', uri: `git+${source}@${revision}`, ...(isCommit ? { digest: { gitCommit: revision } } : {}) }],
        },
        runDetails: {
            builder: { id: run.builder, version: { 'nix-feature': version/* VERSION */.x } },
            ...(run.invocation === undefined ? {} : { metadata: { invocationId: run.invocation } }),
        },
    };
}

// EXTERNAL MODULE: ./lib/sbom/formats.js + 1 modules
var formats = __webpack_require__(40848);
;// CONCATENATED MODULE: ./lib/wsl/files/write-sboms.js



/**
 * Writes the SBOMs of what is in a tarball: not of what the builder needs besides.
 * @param stem of the file names: `nixos-minimal`
 * @returns the files' names
 */
async function writeSboms(folder, stem, choice, contents) {
    const document = documentOf(contents);
    const files = [];
    for (const format of (0,formats/* formatsOf */.IO)(choice)) {
        const { extension, write } = formats/* FORMATS */.hR[format];
        const file = `${stem}.${extension}`;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, file), write({ document, metas: new Map(), created: undefined }));
        files.push(file);
    }
    return files;
}
/** All of it ships; there is no base, and no layer. */
function documentOf({ name, system, builder, closure, present }) {
    const shipped = [...closure.values()].filter(({ path }) => present.has(path));
    const references = (all) => all.filter((path) => present.has(path));
    const referred = new Set(shipped.flatMap(({ path, references: all }) => all.filter((each) => each !== path)));
    const root = shipped.find(({ path }) => !referred.has(path));
    return {
        schemaVersion: 1,
        feature: { id: name, version: '1' },
        system,
        storePath: root?.path ?? builder,
        outputs: Object.fromEntries(shipped.filter(({ path }) => !referred.has(path)).map(({ path }, index) => [`out${index}`, path])),
        bases: [],
        closure: shipped.map((info) => ({ ...info, references: references(info.references), in: 'delta' })),
        layers: [],
        env: { PATH: [], variables: {} },
        source: { flake: name, locked: null },
    };
}

;// CONCATENATED MODULE: ./lib/wsl/files/keep-tarball.js









/** The file with checksums, as `sha256sum --check` reads it. The signature is not in it: it proves itself, and differs in each run. */
const SUMS = 'SHA256SUMS';
const SIGNATURE = '.sigstore.json';
/**
 * Moves a tarball that passed to its folder, and writes what belongs to it: SBOMs, a signed provenance, checksums of the others.
 * @returns the files' names, the tarball first and the checksums last
 * @throws Failure if it can't be signed; CancelledError
 */
async function keepTarball({ file, stem, digest, contents, built }, keep, job) {
    const name = `${stem}.wsl`;
    await (0,promises_.mkdir)(keep.output, { recursive: true });
    await (0,promises_.rm)((0,external_node_path_.join)(keep.output, SUMS), { force: true });
    await (0,promises_.rename)(file, (0,external_node_path_.join)(keep.output, name));
    const sboms = await writeSboms(keep.output, stem, keep.sbom, contents);
    const signed = [];
    const { signing } = keep.provenance;
    if (signing !== undefined) {
        const bundle = await (0,sign_statement/* signStatement */.f)((0,statement/* statementBytes */.Tp)({ name, digest }, slsa/* SLSA_PROVENANCE */.YD, composeWslSlsa(built)), signing, job);
        signed.push(`${name}${SIGNATURE}`);
        await (0,promises_.writeFile)((0,external_node_path_.join)(keep.output, `${name}${SIGNATURE}`), bundle);
    }
    const sums = await Promise.all(sboms.map(async (other) => [(0,external_node_crypto_.createHash)('sha256').update(await (0,promises_.readFile)((0,external_node_path_.join)(keep.output, other))).digest('hex'), other]));
    await (0,promises_.writeFile)((0,external_node_path_.join)(keep.output, SUMS), [[(0,format_digest/* hexOf */.ZD)(digest), name], ...sums].map(([hex, each]) => `${hex}  ${each}\n`).join(''));
    return [name, ...sboms, ...signed, SUMS];
}

;// CONCATENATED MODULE: ./lib/app/wsl.js
var wsl_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var wsl_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Builds a WSL tarball, checks it, and only then lets anybody have it: as a file, an artifact, part of a release. Or only checks one. What is
 * wrong with it is in the report.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function makeTarball(request, host) {
    const { task } = request;
    if (task.kind === 'build')
        return buildTarball(request, task, host);
    const began = performance.now();
    const { tarball, rows } = await check(task.tarball, request, host);
    return { ...UNBUILT, name: (0,external_node_path_.basename)(task.tarball), arch: request.arch, tarball, rows, given: request.given, duration: performance.now() - began };
}
const UNBUILT = { configuration: undefined, files: [], artifact: undefined, release: undefined };
async function buildTarball(request, { build, keep }, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        const cleanup = wsl_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const stem = `nixos-${build.configuration}`;
        const { result, nix, written } = await buildBuilder(request.arch, build, host, cleanup);
        const work = await workFolder(keep.output, cleanup);
        const made = await runBuilder(result.storePath, work, build, host);
        const file = build.compression === 'xz' ? await asXz(made, work, host) : made;
        const { tarball, rows, storePaths } = await check(file, request, host);
        const report = { ...UNBUILT, name: `${stem}.wsl`, configuration: build.configuration, arch: request.arch, tarball, rows, given: request.given, duration: 0 };
        if ((0,wsl/* isRefused */.H0)(report))
            return { ...report, duration: performance.now() - began };
        const contents = { name: build.configuration, system: (0,platform/* systemOf */.br)(request.arch), builder: result.storePath, closure: result.closure, present: storePaths };
        const files = await keepTarball({ file, stem, digest: (0,format_digest/* parseDigest */.m)(tarball.digest), contents, built: { build, keep, arch: request.arch, flake: written, nix } }, keep, host);
        const left = await publish(files, work, { stem, digest: tarball.digest, arch: request.arch, keep }, host);
        return { ...report, tarball: { ...tarball, file: (0,external_node_path_.join)(keep.output, `${stem}.wsl`) }, files: files.slice(1), ...left, duration: performance.now() - began };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = wsl_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function buildBuilder(arch, build, job, cleanup) {
    const opened = await (0,site/* openHostSite */.gZ)({ nix: build.nix, arch, job, cleanup });
    const flake = await (0,flake_flake/* resolveFlake */.kR)(build.flake, { system: (0,platform/* systemOf */.br)(arch), featureId: 'wsl', job, cleanup });
    const builder = new nix_builder/* NixBuilder */.B(opened.site, { log: (line) => job.info(line), signal: job.signal });
    const result = await new stages/* Stages */.e3(job, '').run(`Build the system ${build.configuration}`, {}, async () => {
        const built = await job.group('Nix', () => builder.build(flake));
        return [built, `${(0,format/* formatNumberOf */.Of)(built.closure.size, 'store path')}, ${(0,format/* formatBytes */.z3)(built.size)}`];
    });
    return { result, nix: opened.nix, written: flake.written.replace(/#.*/, '') };
}
/** Beside the output folder, so that a rename moves it there. The builder may leave files that belong to root. */
async function workFolder(output, cleanup) {
    await (0,promises_.mkdir)(output, { recursive: true });
    const work = await (0,temporary/* makeTemporary */.ww)('nix-feature-wsl', output, true);
    cleanup.defer(() => (0,temporary/* removeFolder */.v$)(work));
    return work;
}
async function asXz(from, work, job) {
    const to = (0,external_node_path_.join)(work, 'built.xz');
    await new stages/* Stages */.e3(job, '').run('Compress with xz', {}, async () => [await recompress(from, to, job.signal), '']);
    await (0,promises_.rm)(from);
    return to;
}
function check(file, request, job) {
    return new stages/* Stages */.e3(job, '').run('Check the tarball', {}, async () => {
        const checked = await checkTarball(file, request, { signal: job.signal, now: Date.now() });
        return [checked, (0,format/* formatNumberOf */.Of)(checked.tarball.members, 'member')];
    });
}
async function publish(files, work, { stem, digest, arch, keep }, host) {
    const folder = (0,external_node_path_.join)(work, 'artifact');
    await (0,promises_.mkdir)(folder);
    for (const file of files)
        await (0,promises_.link)((0,external_node_path_.join)(keep.output, file), (0,external_node_path_.join)(folder, file));
    const artifact = keep.uploadArtifact ? await host.uploadArtifact(`${stem.replace(/^nixos-/, 'wsl-')}-${arch}`, folder, keep.retentionDays) : undefined;
    const release = keep.releaseTag === undefined ? undefined : await toRelease(files, { stem, digest, output: keep.output, tag: keep.releaseTag }, host);
    return { artifact: artifact?.name, release };
}
/** A release may have the tarballs of several configurations: the checksums of each are called after it. */
async function toRelease(files, { stem, digest, output, tag }, host) {
    const [tarball = '', ...others] = files;
    const small = await Promise.all(others.map(async (file) => {
        const path = (0,external_node_path_.join)(output, file);
        return { path, name: file.startsWith(stem) ? file : `${stem}.${file}`, digest: (0,format_digest/* digestOf */.ol)(await (0,promises_.readFile)(path)), isSignature: file.endsWith(SIGNATURE) };
    }));
    const released = [{ path: (0,external_node_path_.join)(output, tarball), name: tarball, digest, isSignature: false }, ...small];
    return host.releaseFiles?.(tag, released);
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

/***/ 22269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ signStatement)
});

// UNUSED EXPORTS: signWithKey

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/provenance/format/bundle.js
var bundle = __webpack_require__(62847);
// EXTERNAL MODULE: ./lib/provenance/format/keys.js
var keys = __webpack_require__(77603);
// EXTERNAL MODULE: ./lib/provenance/format/statement.js
var format_statement = __webpack_require__(36462);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/oci/http/transport.js + 5 modules
var http_transport = __webpack_require__(8834);
;// CONCATENATED MODULE: ./lib/provenance/sign/identity-token.js



const AUDIENCE = 'sigstore';
const ANSWER_LIMIT = 64 * 1024;
/** Milliseconds. */
const PATIENCE = 15_000;
/** JSON Web Token, compact: three parts of base64url (RFC 7515, 7.1). */
const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;
/**
 * Reads the job's identity: SIGSTORE_ID_TOKEN, or what GitHub gives a job with `id-token: write`. It is masked before it is used.
 * @returns an OpenID Connect token for the audience `sigstore`
 * @throws Failure if there is none, or it names nobody
 */
async function identityToken(source) {
    const given = source.env['SIGSTORE_ID_TOKEN']?.trim() ?? '';
    const token = given === '' ? await githubToken(source) : given;
    source.mask(token);
    checkToken(token);
    return token;
}
async function githubToken({ env, mask, signal }) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
    const url = URL.parse(address);
    if (url === null || bearer === '') {
        throw new errors/* Failure */.HR('sign: keyless needs an identity, and this job has none.', {
            hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere set SIGSTORE_ID_TOKEN to an OpenID Connect token for the audience "sigstore".',
        });
    }
    mask(bearer);
    url.searchParams.set('audience', AUDIENCE);
    const transport = new http_transport/* Transport */.o({ signal, idleTimeout: PATIENCE });
    try {
        const response = await transport.send({ method: 'GET', url, headers: { accept: 'application/json' }, authorization: `Bearer ${bearer}` });
        const body = await response.bytes(ANSWER_LIMIT);
        if (response.status !== 200)
            throw new errors/* Failure */.HR(`GitHub gave the job no identity token: it answered ${response.status}.`, { hint: 'Run the job again.' });
        const { value } = Object((0,parse_json/* parseJson */.qF)(body, { bytes: ANSWER_LIMIT }));
        return typeof value === 'string' ? value : '';
    }
    catch (error) {
        if (error instanceof parse_json/* JsonError */.N3)
            throw new errors/* Failure */.HR("GitHub gave the job no identity token: its answer can't be read.", { hint: 'Run the job again.' });
        throw error;
    }
    finally {
        transport.close();
    }
}
/** Nobody else's library shall find out, and quote it. */
function checkToken(token) {
    const payload = TOKEN.exec(token)?.[1];
    if (payload === undefined)
        throw noToken();
    try {
        const { sub, email } = Object((0,parse_json/* parseJson */.qF)(Buffer.from(payload, 'base64url'), { bytes: ANSWER_LIMIT }));
        if (typeof sub !== 'string' && typeof email !== 'string')
            throw noToken();
    }
    catch (error) {
        throw error instanceof parse_json/* JsonError */.N3 ? noToken() : error;
    }
}
function noToken() {
    return new errors/* Failure */.HR('The identity token is not a JSON Web Token with an identity.', { hint: 'Expected an OpenID Connect token for the audience "sigstore", with a subject.' });
}

;// CONCATENATED MODULE: ./lib/provenance/sign/sign-statement.js





/** Signs a statement by a key or by the identity of the job. @returns a sigstore bundle @throws Failure, CancelledError */
async function signStatement(statement, signing, job) {
    if (signing.by === 'key')
        return signWithKey(statement, signing.key);
    const token = await identityToken({ env: signing.env, mask: (secret) => job.mask(secret), signal: job.signal });
    // Loaded only when it is used, because it is large.
    const { signKeyless } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(179), __webpack_require__.e(411)]).then(__webpack_require__.bind(__webpack_require__, 22411));
    return signKeyless(statement, token, signing);
}
/**
 * Signs a statement with a private key.
 * @returns the bytes of a sigstore bundle, which cosign verifies too
 */
function signWithKey(statement, key) {
    return (0,bundle/* keyBundle */.KG)(format_statement/* STATEMENT_PAYLOAD */.lP, statement, (0,keys/* signWith */.Ez)(key, (0,bundle/* signedBytes */.Sq)(format_statement/* STATEMENT_PAYLOAD */.lP, statement)), hintOf(key));
}
/** Names the key as cosign does: the SHA-256 of its DER, as base64. */
function hintOf(key) {
    return (0,external_node_crypto_.createHash)('sha256').update((0,external_node_crypto_.createPublicKey)(key).export({ type: 'spki', format: 'der' })).digest('base64');
}


/***/ })

};
