export const id = 1405;
export const ids = [1405];
export const modules = {

/***/ 3559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readExport),
/* harmony export */   q: () => (/* binding */ listContainer)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);
/* harmony import */ var _fold_layers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39445);
/* harmony import */ var _layer_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98257);
/* harmony import */ var _store_listing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14865);





// `ls` and a shell are in every image that Nix runs in; `find` is not. Entries of any type are listed: a store path may
// be a single file or a link. What Nix knows comes first, as a file in the store may have any name.
const LIST = `${_store_listing_js__WEBPACK_IMPORTED_MODULE_4__/* .PLAIN_LS */ .j}
for zstd in /usr/local/bin/zstd /usr/bin/zstd /bin/zstd; do [ -f $zstd ] && [ -x $zstd ] && has=zstd; done; echo $has
if [ -L /nix ] || [ -L ${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} ]; then echo link; exit; fi
nix path-info --all 2>/dev/null && echo known || echo unknown
if [ -d ${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} ]; then ls -lnAR ${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF}/; fi`;
/**
 * Lists which store paths there are where Nix runs, in a container of the base, and how large each is. No store at all is an empty
 * one. To be called before anything is built: Nix makes paths again that are not as they should be.
 * @throws BaseError if the store is behind a symbolic link; CommandError, CancelledError
 */
async function listContainer(site) {
    const { stdout, done } = site.stream(['sh', '-c', LIST]);
    const listing = new _store_listing_js__WEBPACK_IMPORTED_MODULE_4__/* .StoreListing */ .G();
    const registered = new Set();
    let [zstd, said] = [undefined, undefined];
    for await (const line of linesOf(stdout)) {
        if (zstd === undefined)
            zstd = line;
        else if (said !== undefined)
            listing.line(line);
        else if (/^(?:link|known|unknown)$/.test(line))
            said = line;
        else {
            const path = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .storePathOfName */ .p7)(line.slice(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF.length + 1));
            if (path !== undefined)
                registered.add(path);
        }
    }
    await done;
    if (said === 'link') {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BaseError */ .Cf(`In ${site.where}, /nix or ${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .STORE_DIR */ .SF} is a symbolic link.`, {
            hint: 'Nix does not work with a store behind a symbolic link; use a base image whose /nix and /nix/store are directories.',
        });
    }
    return { ...listing.result(), hasZstd: zstd === 'zstd', registered: said === 'known' ? registered : undefined };
}
/** Whole lines, one byte in each char: names in a store may be of any bytes, and their lengths count. */
async function* linesOf(stdout) {
    let rest = '';
    for await (const chunk of stdout) {
        const lines = (rest + chunk.toString('latin1')).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    if (rest !== '')
        yield rest;
}
/**
 * Reads which store paths a container has, from the tar that `docker export` gives of it: for images without a shell.
 * @param where for messages: "the image localhost/bedrock:1"
 * @throws BaseError if the tar can't be read; CancelledError
 */
async function readExport(tar, where, signal) {
    return (0,_fold_layers_js__WEBPACK_IMPORTED_MODULE_2__/* .contentsOf */ .K)([await (0,_layer_index_js__WEBPACK_IMPORTED_MODULE_3__/* .indexTar */ .O)(tar, where, signal)]);
}


/***/ }),

/***/ 14865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ StoreListing),
/* harmony export */   j: () => (/* binding */ PLAIN_LS)
/* harmony export */ });
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73662);
/* harmony import */ var _path_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95432);


/** Mode, links, owner, group, size (or major and minor), a date of three words, a name; as GNU's and BusyBox's `ls` have it. */
const LINE = /^([-dlbcps])([-rwxsStT]{9})\S* +\d+ +\d+ +\d+ +(?:(\d+)|\d+, +\d+) +\S+ +\S+ +\S+ (.*)$/;
/** For a shell, before `ls`: lines are then as the parser wants them, whatever the image has in its environment. */
const PLAIN_LS = 'unset TIME_STYLE QUOTING_STYLE BLOCK_SIZE LS_BLOCK_SIZE BLOCKSIZE; export LC_ALL=C';
/**
 * What `ls -lnAR` says of the store, or of some store paths: which there are, and the size of the NAR that each would make.
 * Lines hold one byte in each char (latin1). A name with a line break in it leaves the size of its path open.
 */
class StoreListing {
    #contents = new Map();
    #torn = new Set();
    /** Relative to the store; empty for itself. */
    #folder = '';
    /** @param isUnreadable a line whose length can't be told, which leaves the size of its path open */
    line(line, isUnreadable = false) {
        if (isUnreadable)
            this.#torn.add(this.#folder.split('/')[0] ?? '');
        else if (line.startsWith(`${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .STORE_DIR */ .SF}/`) && line.endsWith(':')) {
            this.#folder = line.slice(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .STORE_DIR */ .SF.length + 1, -1).replace(/^\/+|\/+$/g, '');
            // A folder that was asked for by its name has no line of its own.
            if ((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .isStoreName */ .nF)(this.#folder))
                this.#builderOf(this.#folder).see('', (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)({ path: '', type: 'directory' }));
        }
        else if (line !== '' && !line.startsWith('total '))
            this.#seeFile(line);
    }
    result() {
        const paths = [...this.#contents].flatMap(([name, { contents }]) => {
            const path = (0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .storePathOfName */ .p7)(name);
            return path === undefined ? [] : [{ path, size: this.#torn.has(name) ? undefined : (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .narSizeOfContents */ .wx)([contents]) }];
        });
        const measured = paths.flatMap(({ path, size }) => (size === undefined ? [] : [[path, size]]));
        return { paths: new Set(paths.map(({ path }) => path)), narSizes: new Map(measured) };
    }
    #seeFile(line) {
        const match = LINE.exec(line);
        const [, kind = '', mode = '', size = '', rest = ''] = match ?? [];
        const [name = '', ...above] = this.#folder === '' ? [] : this.#folder.split('/');
        if (match === null)
            return void this.#torn.add(name);
        const target = kind === 'l' ? rest.slice(rest.length - Number(size)) : '';
        const file = kind === 'l' ? rest.slice(0, rest.length - Number(size) - ' -> '.length) : rest;
        const [root, ...inside] = file.startsWith(`${_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .STORE_DIR */ .SF}/`) ? [file.slice(_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .STORE_DIR */ .SF.length + 1)] : name === '' ? [file] : [name, ...above, file];
        if (root === undefined || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_0__/* .isStoreName */ .nF)(root) || (inside.length === 0 && 'bcps'.includes(kind)))
            return;
        this.#builderOf(root).see(inside.join('/'), weightOfLine(kind, mode, Number(size), target));
    }
    #builderOf(root) {
        const builder = this.#contents.get(root) ?? new _path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .ContentsBuilder */ .om();
        this.#contents.set(root, builder);
        return builder;
    }
}
function weightOfLine(kind, mode, size, target) {
    if (kind === 'd')
        return (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)({ path: '', type: 'directory' });
    if (kind === 'l')
        return (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)({ path: '', type: 'symlink', target });
    return kind === '-' ? (0,_path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)({ path: '', type: 'file', size, executable: 'xs'.includes(mode.charAt(2)) }) : _path_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN */ .HV;
}


/***/ }),

/***/ 15434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ askTogether),
  C: () => (/* binding */ attempt)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/programs/process.js
var process = __webpack_require__(27528);
// EXTERNAL MODULE: ./lib/programs/process-output.js
var process_output = __webpack_require__(53288);
;// CONCATENATED MODULE: ./lib/engine/questions.js

/**
 * Ends an answer: the mark ($0) and the exit code, on standard output and on standard error. Nothing but what every shell has
 * built in. `sh` that is bash counts shells, and those that are asked should not be told.
 */
const END = `unset SHLVL
nf_end() { nf_code=$?; printf '\\n%s %s\\n' "$0" "$nf_code"; printf '\\n%s %s\\n' "$0" "$nf_code" >&2; }
`;
/** Lines of standard error that are kept of an answer. */
const MOST_SAID = 1000;
/**
 * Returns the command that asks several questions, one after the other: a script of numbers that stand for arguments, and the arguments.
 * @param mark what tells one answer from the next; nobody can know it before
 */
function askingAll(questions, mark) {
    const words = questions.flatMap(({ argv }) => argv);
    let at = 0;
    const commands = questions.map(({ argv, input }) => {
        const command = argv.map(() => `"\${${(at += 1)}}"`).join(' ');
        return `${command}${input === undefined ? ' </dev/null' : ''}\nnf_end\n`;
    });
    return ['/bin/sh', '-c', `${END}${commands.join('')}`, mark, ...words];
}
/**
 * Takes apart what that command wrote: the answers that came whole, in the order of the questions.
 * @param said the lines of standard error
 */
function answersIn(written, said, mark) {
    const complaints = complaintsIn(said, mark);
    const frame = Buffer.from(`\n${mark} `);
    const answers = [];
    let from = 0;
    for (let at = written.indexOf(frame); at >= 0; at = written.indexOf(frame, from)) {
        const end = written.indexOf('\n', at + frame.length);
        const code = end < 0 ? '' : written.toString('latin1', at + frame.length, end);
        if (!/^\d{1,3}$/.test(code))
            break;
        answers.push({ exitCode: Number(code), lines: linesOf(written.subarray(from, at)), stderr: (complaints[answers.length] ?? []).join('\n') });
        from = end + 1;
    }
    return answers;
}
function complaintsIn(said, mark) {
    const complaints = [];
    let lines = [];
    for (const line of said) {
        if (!line.startsWith(`${mark} `)) {
            lines.push(line);
            continue;
        }
        // The line before the mark ends what had no line's end.
        complaints.push((lines.at(-1) === '' ? lines.slice(0, -1) : lines).slice(-MOST_SAID));
        lines = [];
    }
    return complaints;
}
function linesOf(bytes) {
    const lines = [];
    const reader = new process_output/* LineReader */.u((line) => void lines.push(line));
    reader.push(bytes);
    reader.end();
    return lines;
}

;// CONCATENATED MODULE: ./lib/engine/attempt.js





/** Characters of questions that are asked together; the system takes some millions, with the environment. */
const MOST_ASKED = 500_000;
/** And words: the script has some ten characters for each, and the system takes 128 KiB for one argument. */
const MOST_WORDS = 8000;
/** Characters of standard error that are kept of what answers several questions: more than any base says. */
const attempt_MOST_SAID = 16 * 1024 * 1024;
/**
 * Runs a command in a container, whatever its exit code.
 * @param onLine called with each line of standard output as it comes
 * @throws CommandError if a signal ended it; SetupError, CancelledError
 */
async function attempt(place, argv, options = {}, onLine) {
    const lines = [];
    const reader = new process_output/* LineReader */.u((line) => {
        lines.push(line);
        onLine?.(line);
    });
    const error = await run(place, argv, options, (chunk) => reader.push(chunk));
    reader.end();
    return error === undefined ? { exitCode: 0, lines, stderr: '' } : { exitCode: error.exitCode ?? 1, lines, stderr: error.stderr, error };
}
/**
 * Asks several questions by one command: starting one in a container takes an engine longer than answering most of them. A
 * question that no answer came to, as no shell is there or it was killed, is asked alone.
 * @returns the answers, in the order of the questions
 * @throws as {@link attempt}
 */
async function askTogether(place, questions, options = {}) {
    const answers = [];
    for (const some of runsOf(questions)) {
        const together = some.length === 1 ? [] : await askRun(place, some, options);
        answers.push(...together.slice(0, some.length));
        for (const { argv, input } of some.slice(together.length))
            answers.push(await attempt(place, argv, { ...options, ...(input !== undefined && { input }) }));
    }
    return answers;
}
async function askRun(place, questions, options) {
    const mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const chunks = [];
    const said = [];
    let room = attempt_MOST_SAID;
    const hear = (line) => {
        room -= line.length + 1;
        if (room >= 0)
            said.push(line);
    };
    const input = questions.find((question) => question.input !== undefined)?.input;
    await run(place, askingAll(questions, mark), { ...options, ...(input !== undefined && { input }), onStderr: hear }, (chunk) => void chunks.push(chunk));
    return answersIn(Buffer.concat(chunks), said, mark);
}
/** As many as one command line holds. */
function runsOf(questions) {
    const runs = [];
    let [characters, words] = [0, 0];
    for (const question of questions) {
        const size = question.argv.reduce((sum, word) => sum + word.length + 1, 0);
        if (runs.length === 0 || characters + size > MOST_ASKED || words + question.argv.length > MOST_WORDS) {
            runs.push([]);
            [characters, words] = [0, 0];
        }
        runs.at(-1)?.push(question);
        characters += size;
        words += question.argv.length;
    }
    return runs;
}
/** @returns the error of a command that ended with another exit code than 0 */
async function run({ engine, container, where }, argv, options, onChunk) {
    const { stdout, done } = engine.exec(container, argv, where, options);
    try {
        for await (const chunk of (0,process/* answerOf */.ut)(stdout, `A command in ${where}`))
            onChunk(chunk);
        await done;
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd) || error.exitCode === null)
            throw error;
        return error;
    }
}


/***/ }),

/***/ 97515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ complaint)
/* harmony export */ });
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77363);

/** Returns the line of an engine's standard error that says what is wrong; around it are warnings, progress and help. */
function complaint(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const line = lines.find((text) => /^(docker: )?error|^(docker: )?(unknown|invalid|unexpected)/i.test(text)) ?? lines.at(-1) ?? '';
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(line).replace(/^(docker: )?(error: |error response from daemon: )*/i, '');
}


/***/ }),

/***/ 47640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a8: () => (/* binding */ isPrivileged),
  YI: () => (/* binding */ startContainer)
});

// UNUSED EXPORTS: askedVariables

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/text.js
var kit_text = __webpack_require__(43765);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/engine/complaint.js
var complaint = __webpack_require__(97515);
// EXTERNAL MODULE: ./lib/engine/attempt.js + 1 modules
var attempt = __webpack_require__(15434);
// EXTERNAL MODULE: ./lib/engine/engine.js
var engine_engine = __webpack_require__(39402);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/engine/same-folder.js


/** So many entries are enough to tell two folders apart. */
const COMPARED = 100;
/** Asks for the inodes of a folder in a container. Nothing is written, as Nix may read the folder at the same time. */
function inodesQuestion(folder) {
    return { argv: ['/bin/sh', '-c', 'ls -ai1 -- "$1"', 'sh', folder] };
}
/**
 * Tells whether a folder that is mounted in a container is ours, and not another one of that name on the engine's machine, by the
 * inodes of its entries.
 * @param folder absolute, the same in the container
 * @param answer to {@link inodesQuestion}
 * @returns false if it differs or can't be seen; true if the image has no `ls` to look with
 */
async function isSameFolder(folder, answer) {
    const theirs = inodesIn(answer);
    if (theirs === undefined)
        return true;
    if (theirs.get('.') !== String((await (0,promises_.lstat)(folder)).ino))
        return false;
    for (const name of (await (0,promises_.readdir)(folder)).slice(0, COMPARED)) {
        // A name with a line break is listed in a way of each `ls`'s own.
        if (/[^\x20-\x7e]|^\.\.?$/.test(name))
            continue;
        const ours = await (0,promises_.lstat)(external_node_path_.join(folder, name)).catch(() => undefined);
        if (ours !== undefined && theirs.get(name) !== String(ours.ino))
            return false;
    }
    return true;
}
function inodesIn({ exitCode, lines }) {
    // What a shell says of a program that is not there, or can't be run.
    if (exitCode === 127 || exitCode === 126)
        return undefined;
    if (exitCode !== 0)
        return new Map();
    return new Map(lines.flatMap((line) => {
        const [, inode, name] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
        return inode === undefined || name === undefined ? [] : [[name, inode]];
    }));
}

;// CONCATENATED MODULE: ./lib/engine/start-container.js








/**
 * The longest that GitHub lets a job run, which is on a runner of one's own. A container that was forgotten is removed by
 * the post step, or by the next run; this is for one that nobody comes back to.
 */
const LIFETIME_S = 5 * 24 * 60 * 60;
/** Where Nix may be in an image that sets PATH in a login shell's profile only. */
const NIX_FOLDERS = ['/nix/var/nix/profiles/default/bin', '/root/.nix-profile/bin', '/run/current-system/sw/bin'];
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ALIVE = { argv: ['/bin/sh', '-c', ':'] };
/** `sleep` if there is one; a shell alone waits for the end of an input that stays open. */
const WAIT = `sleep ${LIFETIME_S} || read -r _`;
/**
 * Starts a container that does nothing and lives until it is removed.
 * @returns the answers to the questions that were to be asked first
 * @throws SetupError (no emulation for its platform), BaseError (no shell in it), CommandError
 */
async function startContainer(engine, image, options) {
    const { mounts, shared = [] } = options;
    try {
        await engine.run(runArguments(engine, image, options, mounts), { inherit: askedVariables(options.containerOptions) });
    }
    catch (error) {
        if (!isMissingMount(error))
            throw explained(error, image, options);
        // What a command writes there would never come back.
        if (shared.length > 0)
            throw notShared(shared, error);
        return startWithCopies(engine, image, options);
    }
    const { folders, answers } = await lookAround(engine, image, options, [...shared, ...mounts]);
    for (const [index, folder] of shared.entries()) {
        if (!(await isSameFolder(folder, folders[index])))
            throw notShared([folder]);
    }
    for (const [index, folder] of mounts.entries()) {
        // One of that name on the engine's machine may be another than ours: an older checkout, where the runner itself is a container with the host's socket.
        if (!(await isSameFolder(folder, folders[shared.length + index])))
            return startWithCopies(engine, image, options);
    }
    return answers;
}
/** The engine runs on another machine, or we run in a container ourselves: our folders have to be sent there. */
async function startWithCopies(engine, image, options) {
    await engine.remove(options.name);
    await engine.run(runArguments(engine, image, options, []), { inherit: askedVariables(options.containerOptions) });
    for (const folder of options.mounts)
        await copyInto(engine, options.name, folder);
    return (await lookAround(engine, image, options, [])).answers;
}
/** Tells whether the user's options make the container privileged. */
function isPrivileged(containerOptions) {
    return containerOptions.some((option) => /^--privileged(=true)?$/.test(option.trim()));
}
function runArguments(engine, image, options, mounts) {
    const { shared = [] } = options;
    return [
        'run',
        '--detach',
        // Keeps the input open that WAIT may wait for.
        '--interactive',
        '--rm',
        ...(0,engine_engine/* ownerLabel */.W)(),
        '--name',
        options.name,
        ...engine.platformOf(image),
        // The image may have an entrypoint, a user and a working directory of its own.
        '--entrypoint',
        '/bin/sh',
        '--user',
        '0:0',
        '--workdir',
        '/',
        // The first process of a container ignores SIGTERM; podman would wait ten seconds for it.
        '--stop-signal',
        'SIGKILL',
        '--env',
        `PATH=${pathOf(image)}`,
        ...mounts.flatMap((folder) => mountArguments(folder, 'readonly')),
        ...shared.flatMap((folder) => mountArguments(folder)),
        // SELinux would deny reading what is mounted, and relabelling the user's files is not ours to do.
        ...(mounts.length + shared.length > 0 ? ['--security-opt', 'label=disable'] : []),
        ...options.containerOptions.flatMap(splitOption),
        image.id,
        '-c',
        WAIT,
    ];
}
function pathOf(image) {
    const own = image.env.find((entry) => entry.startsWith('PATH='))?.slice('PATH='.length) ?? USUAL_PATH;
    return [own, ...NIX_FOLDERS.filter((folder) => !own.split(':').includes(folder))].join(':');
}
/** The value is a line of CSV, where a comma or a quote wants quotes around it. */
function mountArguments(folder, ...more) {
    return ['--mount', ['type=bind', csvField(`source=${folder}`), csvField(`target=${folder}`), ...more].join(',')];
}
function notShared(folders, cause) {
    return new errors/* SetupError */.w3(`The container engine can't share ${folders.join(', ')}: it does not see this machine's folders.`, {
        ...(cause !== undefined && { cause }),
        hint: 'This happens if the engine runs on another machine, or if this job itself runs in a container. Run the job on the machine itself, or use "build-in: host".',
    });
}
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** `--volume /a:/b` on one line is an option and its value. */
function splitOption(line) {
    const match = /^(--?[a-zA-Z][\w-]*)\s+(\S.*)$/.exec(line.trim());
    return match === null ? [line.trim()] : [match[1], match[2]];
}
/** Returns the variables that `--env NAME` passes on: the user wants the client to see them. */
function askedVariables(containerOptions) {
    const words = containerOptions.flatMap(splitOption);
    return words.flatMap((word, index) => {
        const [, name] = /^--env=(\w+)$/.exec(word) ?? (/^(?:-e|--env)$/.test(words[index - 1] ?? '') ? /^(\w+)$/.exec(word) : null) ?? [];
        return name === undefined ? [] : [name];
    });
}
function isMissingMount(error) {
    if (!(error instanceof errors/* CommandError */.Qd))
        return false;
    return /bind source path does not exist/i.test(error.stderr) || (0,kit_text/* hasLineWith */.P1)(error.stderr, 'statfs ', ': no such file or directory');
}
async function copyInto(engine, container, folder) {
    await engine.run(['exec', container, '/bin/sh', '-c', 'mkdir -p -- "$1"', 'sh', external_node_path_.dirname(folder)]);
    await engine.run(['cp', folder, `${container}:${external_node_path_.dirname(folder)}/`]);
}
/**
 * Asks whether it lives, which folders it sees, and what is to be asked first. A container whose first program can't be run is
 * gone before anyone can read what it said: it is run once more to hear it.
 */
async function lookAround(engine, image, options, folders) {
    const { name, imageName, first: { questions, env } = { questions: [] } } = options;
    const place = { engine, container: name, where: `a container of ${imageName}` };
    try {
        const [alive, ...answers] = await (0,attempt/* askTogether */.q)(place, [ALIVE, ...folders.map(inodesQuestion), ...questions], env === undefined ? {} : { env });
        if (alive?.error !== undefined)
            throw alive.error;
        return { folders: answers.slice(0, folders.length), answers: answers.slice(folders.length) };
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        await engine.remove(name);
        try {
            await engine.run(['run', '--rm', ...engine.platformOf(image), '--entrypoint', '/bin/sh', image.id, '-c', ':']);
        }
        catch (reason) {
            throw explained(reason, image, options);
        }
        throw explained(error, image, options);
    }
}
function explained(error, image, { imageName }) {
    if (!(error instanceof errors/* CommandError */.Qd))
        return error;
    if (/exec format error/i.test(error.stderr))
        return noEmulation(image, imageName, error);
    if (/\/bin\/sh["`:' ].*(no such file|not found)/i.test(error.stderr)) {
        return new errors/* BaseError */.Cf(`The base image ${imageName} has no /bin/sh, so nothing can be built in it.`, {
            cause: error,
            hint: 'Use "build-in: host", which reads the store paths of the base and runs nothing in it.',
        });
    }
    return new errors/* BaseError */.Cf(`A container of the base image ${imageName} could not be started: ${(0,complaint/* complaint */.U)(error.stderr)}`, {
        cause: error,
        hint: 'If you set "container-options", check them first.',
    });
}
function noEmulation({ architecture }, imageName, cause) {
    if (architecture === (0,platform/* archOfNode */.CQ)(process.arch)) {
        return new errors/* BaseError */.Cf(`The base image ${imageName} is labelled ${architecture}, but its /bin/sh is for another platform.`, { cause });
    }
    return new errors/* SetupError */.w3(`This machine (${(0,platform/* archOfNode */.CQ)(process.arch) ?? process.arch}) can't run ${architecture} programs: no emulator is set up for them.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), or build ${architecture} in a job on a native ${architecture} runner.`,
    });
}


/***/ }),

/***/ 55928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ NarParser)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);

/** Longest string other than file contents that we take: PATH_MAX for a link's target is 4096. */
const LONGEST_TOKEN = 8192;
/** NAME_MAX of Linux. */
const LONGEST_NAME = 255;
/** A path that is used step by step may be longer than PATH_MAX, which has room for 2048 folders; Nix makes such ones. */
const DEEPEST = 16_384;
/** Of a path in a message. */
const LONGEST_SHOWN = 200;
const EMPTY = Buffer.alloc(0);
/**
 * An incremental parser of Nix archives. Bytes go in as they come, what they mean goes to the visitor at once; memory
 * stays constant. Everything that Nix itself refuses is refused (order, names, padding), so a NAR that passes is
 * canonical. (Format: Nix manual, "Nix Archive (NAR) format".)
 */
class NarParser {
    #visitor;
    #stack = [];
    #state = 'magic';
    /** Bytes of an unfinished string, from earlier chunks. */
    #carry = EMPTY;
    #path = '';
    #executable = false;
    /** Bytes of contents, then of padding, that are still to come. */
    #left = 0;
    #padding = 0;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    get done() {
        return this.#state === 'done';
    }
    /**
     * Takes bytes until the archive ends. The chunk is the caller's own again afterwards.
     * @returns how many bytes of the chunk belong to the archive: all of them unless it ended
     * @throws IntegrityError if the bytes are no canonical NAR
     */
    write(chunk) {
        const carried = this.#carry.length;
        const bytes = carried === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
        this.#carry = EMPTY;
        let at = 0;
        while (this.#state !== 'done') {
            const next = this.#step(bytes, at);
            if (next === undefined) {
                this.#carry = Buffer.from(bytes.subarray(at));
                return chunk.length;
            }
            at = next;
        }
        return at - carried;
    }
    /** One step of the grammar. @returns where the next one begins, or undefined when it needs more bytes */
    #step(bytes, at) {
        switch (this.#state) {
            case 'contents': {
                if (at === bytes.length)
                    return undefined;
                const end = Math.min(bytes.length, at + this.#left);
                this.#left -= end - at;
                this.#visitor.contents(bytes.subarray(at, end));
                if (this.#left === 0)
                    this.#endOfContents();
                return end;
            }
            case 'padding': {
                if (at === bytes.length)
                    return undefined;
                if (bytes[at] !== 0)
                    throw this.#malformed('padding is not zero');
                this.#padding -= 1;
                if (this.#padding === 0)
                    this.#endOfFile();
                return at + 1;
            }
            case 'contents-size': {
                if (bytes.length - at < 8)
                    return undefined;
                const size = bytes.readBigUInt64LE(at);
                if (size > BigInt(Number.MAX_SAFE_INTEGER))
                    throw this.#malformed('a file of more than 2^53 bytes');
                this.#beginFile(Number(size));
                return at + 8;
            }
            default:
                return this.#stringStep(bytes, at);
        }
    }
    /** All other steps take one string: a length of 8 bytes, little-endian, the bytes, zeros up to a multiple of 8. */
    #stringStep(bytes, at) {
        if (bytes.length - at < 8)
            return undefined;
        const length = bytes.readUInt32LE(at);
        if (length > LONGEST_TOKEN || bytes.readUInt32LE(at + 4) !== 0)
            throw this.#malformed('a string is too long');
        const end = at + 8 + length;
        const next = at + 8 + Math.ceil(length / 8) * 8;
        if (bytes.length < next)
            return undefined;
        for (let i = end; i < next; i++)
            if (bytes[i] !== 0)
                throw this.#malformed('padding is not zero');
        this.#token(bytes.toString('latin1', at + 8, end));
        return next;
    }
    #token(text) {
        switch (this.#state) {
            case 'magic':
                return this.#expect(text, 'nix-archive-1', 'open');
            case 'open':
                return this.#expect(text, '(', 'type');
            case 'type':
                return this.#expect(text, 'type', 'type-value');
            case 'type-value':
                return this.#type(text);
            case 'regular':
                if (text === 'executable')
                    this.#state = 'executable-value';
                else if (text === 'contents')
                    this.#state = 'contents-size';
                else if (text === ')')
                    this.#emptyFile();
                else
                    throw this.#malformed(`"${text}" inside a file`);
                return;
            case 'executable-value':
                this.#executable = true;
                return this.#expect(text, '', 'contents-keyword');
            case 'contents-keyword':
                return this.#expect(text, 'contents', 'contents-size');
            case 'symlink-keyword':
                return this.#expect(text, 'target', 'symlink-target');
            case 'symlink-target':
                if (text === '' || text.includes('\0'))
                    throw this.#malformed('a link without a valid target');
                this.#visitor.symlink(this.#path, text);
                this.#state = 'close';
                return;
            case 'directory':
                if (text === 'entry')
                    this.#state = 'entry-open';
                else if (text === ')')
                    this.#endOfDirectory();
                else
                    throw this.#malformed(`"${text}" inside a directory`);
                return;
            case 'entry-open':
                return this.#expect(text, '(', 'entry-name-keyword');
            case 'entry-name-keyword':
                return this.#expect(text, 'name', 'entry-name');
            case 'entry-name':
                return this.#entryName(text);
            case 'entry-node':
                return this.#expect(text, 'node', 'open');
            case 'entry-close':
                return this.#expect(text, ')', 'directory');
            case 'close':
                this.#expect(text, ')', 'done');
                return this.#endOfNode();
            default:
                throw this.#malformed(`"${text}" where no string can be`);
        }
    }
    #expect(text, wanted, next) {
        if (text !== wanted)
            throw this.#malformed(`"${text}" instead of "${wanted}"`);
        this.#state = next;
    }
    #type(text) {
        if (text === 'regular') {
            this.#executable = false;
            this.#state = 'regular';
        }
        else if (text === 'symlink') {
            this.#state = 'symlink-keyword';
        }
        else if (text === 'directory') {
            if (this.#stack.length === DEEPEST)
                throw this.#malformed(`directories nested more than ${DEEPEST} deep`);
            this.#visitor.directory(this.#path);
            this.#stack.push({ prefix: this.#path === '' ? '' : `${this.#path}/`, last: '' });
            this.#state = 'directory';
        }
        else {
            throw this.#malformed(`"${text}" is not a type of file`);
        }
    }
    #entryName(name) {
        const directory = this.#stack.at(-1);
        if (directory === undefined)
            throw this.#malformed('an entry outside a directory');
        if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) {
            throw this.#malformed(`"${name}" is not a valid file name`);
        }
        if (name.length > LONGEST_NAME)
            throw this.#malformed(`a name of ${name.length} bytes, more than ${LONGEST_NAME},`);
        if (name <= directory.last)
            throw this.#malformed(`"${name}" is not in order`);
        directory.last = name;
        this.#path = directory.prefix + name;
        this.#state = 'entry-node';
    }
    #beginFile(size) {
        this.#visitor.file(this.#path, this.#executable, size);
        this.#left = size;
        this.#padding = (8 - (size % 8)) % 8;
        if (size === 0)
            this.#endOfContents();
        else
            this.#state = 'contents';
    }
    #endOfContents() {
        if (this.#padding === 0)
            this.#endOfFile();
        else
            this.#state = 'padding';
    }
    #endOfFile() {
        this.#visitor.fileEnd();
        this.#state = 'close';
    }
    #emptyFile() {
        this.#visitor.file(this.#path, this.#executable, 0);
        this.#visitor.fileEnd();
        this.#endOfNode();
    }
    #endOfDirectory() {
        this.#stack.pop();
        this.#endOfNode();
    }
    #endOfNode() {
        this.#state = this.#stack.length === 0 ? 'done' : 'entry-close';
    }
    #malformed(what) {
        const where = this.#path === '' ? '' : ` at "${this.#path.length > LONGEST_SHOWN ? `${this.#path.slice(0, LONGEST_SHOWN)}…` : this.#path}"`;
        return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IntegrityError */ .cs(`Not a canonical Nix archive: ${what}${where}.`);
    }
}


/***/ }),

/***/ 37861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dr: () => (/* binding */ nativeSystem),
/* harmony export */   eV: () => (/* binding */ isEmulated)
/* harmony export */ });
/* unused harmony export binfmtRuns */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82480);


const BINFMT = '/proc/sys/fs/binfmt_misc';
/** elf(5): e_machine, little endian, at byte 18 of a file. */
const MACHINES = { 'x86_64-linux': '3e00', 'aarch64-linux': 'b700' };
const MACHINE_AT = 18;
/** Returns the system of this machine. @returns undefined if it is none that we build for */
function nativeSystem() {
    const arch = (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .archOfNode */ .CQ)(process.arch);
    return arch === undefined ? undefined : (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .systemOf */ .br)(arch);
}
/** Tells whether the kernel runs programs of another system here, by an emulator that is registered for them. */
async function isEmulated(system) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(BINFMT).catch(() => []);
    const entries = names.filter((name) => name !== 'register' && name !== 'status');
    const texts = await Promise.all(entries.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`${BINFMT}/${name}`, 'utf8').catch(() => '')));
    return texts.some((text) => binfmtRuns(text, system));
}
/** Tells whether this entry of binfmt_misc is enabled, and for programs of that system. (Linux, admin-guide/binfmt-misc.rst) */
function binfmtRuns(entry, system) {
    const magic = /^magic ([0-9a-f]+)$/m.exec(entry)?.[1] ?? '';
    return (/^enabled$/m.test(entry) &&
        /^offset 0$/m.test(entry) &&
        magic.startsWith('7f454c46') &&
        magic.slice(MACHINE_AT * 2, MACHINE_AT * 2 + 4) === MACHINES[system]);
}


/***/ }),

/***/ 1405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bX: () => (/* binding */ containerState),
  a1: () => (/* binding */ daemonImage),
  aK: () => (/* binding */ fetchImage),
  hv: () => (/* binding */ openContainerSite),
  gZ: () => (/* binding */ openHostSite),
  EL: () => (/* binding */ startSite)
});

// EXTERNAL MODULE: ./lib/base/list-container.js
var list_container = __webpack_require__(3559);
// EXTERNAL MODULE: ./lib/engine/container-name.js
var container_name = __webpack_require__(95777);
// EXTERNAL MODULE: ./lib/engine/find-engine.js
var find_engine = __webpack_require__(62606);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
;// CONCATENATED MODULE: ./lib/engine/load-image.js







/**
 * Brings an image of a layout folder into the engine, unless it is there. Its local name says which one it is, so that
 * a second run finds it; it stays there as a pulled image would. Anybody can give that name to another image, so that
 * what is found is compared.
 * @throws BaseError if the engine can't read it
 */
async function loadImage(engine, image) {
    const name = `localhost/nix-feature-base:${image.config.digest.replace('sha256:', '')}`;
    const config = await readConfig(image);
    const there = await engine.inspectImage(name);
    if (there !== undefined && (isById(there, image) || isByContent(there, config)))
        return there;
    try {
        await engine.run(['load'], { input: dockerArchive(image, name) });
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        throw new errors/* BaseError */.Cf(`${engine.name} can't load the image of the layout ${image.folder}. ${error.message}`, { cause: error });
    }
    const loaded = await engine.inspectImage(name);
    if (loaded === undefined)
        throw new errors/* BaseError */.Cf(`The image of ${image.folder} was loaded, but ${engine.name} can't find it.`);
    if (isById(loaded, image) || (0,external_node_util_.isDeepStrictEqual)(loaded.layers, config.layers))
        return loaded;
    throw new errors/* BaseError */.Cf(`The image of ${image.folder} was loaded, but ${engine.name} has another image under the name ${name}.`, {
        hint: 'Another run may load images into the same engine. Remove that image, and try again.',
    });
}
/** Engines name an image by its configuration, if not by a manifest that they have written themselves (containerd's store). */
function isById({ id }, { config }) {
    return id.replace(/^sha256:/, '') === config.digest.replace(/^sha256:/, '');
}
/** All of an image that matters here: its files, and how its containers start. */
function isByContent({ layers, env, user, labels, architecture, os }, config) {
    return (0,external_node_util_.isDeepStrictEqual)({ layers, env, user, labels, architecture, os }, config);
}
async function readConfig({ folder, config }) {
    const text = await (0,promises_.readFile)(external_node_path_.join(folder, blobPath(config)), 'utf8');
    try {
        const { architecture, os, rootfs, config: started = {} } = JSON.parse(text);
        return { layers: rootfs.diff_ids, env: started.Env ?? [], user: started.User ?? '', labels: started.Labels ?? {}, architecture, os };
    }
    catch (cause) {
        throw new errors/* BaseError */.Cf(`The configuration of the image in ${folder} can't be read.`, { cause });
    }
}
/**
 * The archive of `docker save`: a `manifest.json` that names configuration and layers. Every engine of any age reads
 * it, and finds out by itself how a layer is compressed; an OCI archive only newer ones do.
 * (Docker image specification 1.2, "Combined image JSON + filesystem changeset format".)
 */
function dockerArchive({ folder, config, layers }, name) {
    const archive = (0,tar_stream.pack)();
    const write = async () => {
        // A layer may occur twice in an image, but a file only once in the archive.
        const blobs = new Map([config, ...layers].map((blob) => [blob.digest, blob]));
        for (const blob of blobs.values())
            await addFile(archive, external_node_path_.join(folder, blobPath(blob)), blobPath(blob), blob.size);
        const manifest = [{ Config: blobPath(config), RepoTags: [name], Layers: layers.map(blobPath) }];
        archive.entry({ name: 'manifest.json', mtime: new Date(0) }, JSON.stringify(manifest));
        archive.finalize();
    };
    write().catch((error) => archive.destroy(error));
    return archive;
}
async function addFile(archive, file, name, size) {
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), archive.entry({ name, size, mtime: new Date(0) }));
}
function blobPath({ digest }) {
    return `blobs/${digest.replace(':', '/')}`;
}

// EXTERNAL MODULE: ./lib/engine/complaint.js
var complaint = __webpack_require__(97515);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
;// CONCATENATED MODULE: ./lib/engine/registry-auth.js




/** Where Docker Hub's credentials are kept in Docker's own file, for historical reasons. */
const DOCKER_HUB_KEY = 'https://index.docker.io/v1/';
/**
 * Calls `body` with a temporary folder, readable for us alone, that holds the credentials in the engine's own format.
 * They are neither on a command line nor left in the user's configuration.
 */
async function withRegistryAuth({ name: engine, env }, registry, credentials, body) {
    if (credentials === undefined)
        return body({ before: [], after: [] });
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-auth');
    try {
        return await body(engine === 'docker' ? await dockerConfig(folder, registry, credentials, env) : await authFile(folder, registry, credentials));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A copy of the user's configuration (proxies, the current context) whose only credentials are these. */
async function dockerConfig(folder, registry, credentials, env) {
    const users = env['DOCKER_CONFIG'] ?? external_node_path_.join(env['HOME'] ?? (0,external_node_os_.homedir)(), '.docker');
    // A credential helper would be asked in place of what stands in the file.
    const { credsStore: _store, credHelpers: _helpers, ...config } = await usersConfig(external_node_path_.join(users, 'config.json'));
    const key = registry === 'docker.io' ? DOCKER_HUB_KEY : registry;
    await writeAuth(external_node_path_.join(folder, 'config.json'), config, key, credentials);
    // The configuration may name a context, which lies beside it.
    await (0,promises_.symlink)(external_node_path_.join(users, 'contexts'), external_node_path_.join(folder, 'contexts'));
    return { before: ['--config', folder], after: [] };
}
async function authFile(folder, registry, credentials) {
    const file = external_node_path_.join(folder, 'auth.json');
    await writeAuth(file, {}, registry, credentials);
    return { before: [], after: ['--authfile', file] };
}
async function writeAuth(file, config, key, { username, password }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    await (0,promises_.writeFile)(file, JSON.stringify({ ...config, auths: { [key]: { auth } } }), { mode: 0o600 });
}
/** A configuration that is absent or broken is the client's to complain about, when it is used. */
async function usersConfig(file) {
    try {
        const config = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/engine/pull-image.js



/**
 * Pulls an image for a platform, unless the engine holds it already.
 * @param reference `registry/repo@sha256:…`; a digest, so that what is there needs no second look
 * @throws BaseError if it can't be pulled, or is for another platform
 */
async function pullImage(engine, reference, options) {
    const there = await engine.inspectImage(reference);
    if (there?.architecture === options.arch)
        return there;
    await pull(engine, reference, options);
    const image = await engine.inspectImage(reference);
    if (image === undefined)
        throw new errors/* BaseError */.Cf(`${reference} was pulled, but ${engine.name} can't find it.`);
    checkArch(image, reference, options.arch);
    return image;
}
/** @throws BaseError if the image is for another platform than is asked for */
function checkArch(image, name, arch) {
    if (image.architecture === arch && image.os === 'linux')
        return;
    throw new errors/* BaseError */.Cf(`The base image ${name} is for ${image.os}/${image.architecture}, not for linux/${arch}.`, {
        hint: `Name an image that has linux/${arch}, or leave ${arch} out of "arches".`,
    });
}
async function pull(engine, reference, { arch, credentials, onProgress }) {
    const registry = reference.slice(0, reference.indexOf('/'));
    const platform = engine.name === 'docker' ? ['--platform', `linux/${arch}`] : ['--os', 'linux', '--arch', arch];
    // Docker speaks plain http to a registry on loopback unasked.
    const plain = engine.name === 'podman' && isLoopback(registry) ? ['--tls-verify=false'] : [];
    try {
        await withRegistryAuth(engine, registry, credentials, ({ before, after }) => engine.run([...before, 'pull', ...platform, ...plain, ...after, reference], {
            mayLogIn: credentials === undefined,
            ...(onProgress !== undefined && { onStderr: onProgress }),
        }));
    }
    catch (error) {
        throw error instanceof errors/* CommandError */.Qd ? explained(error, reference, arch) : error;
    }
}
function isLoopback(registry) {
    return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(registry);
}
function explained(error, reference, arch) {
    const said = error.stderr;
    if (/no matching manifest|no image found in (manifest list|image index)|does not match the specified platform/i.test(said)) {
        return new errors/* BaseError */.Cf(`The base image ${reference} has no linux/${arch}.`, {
            cause: error,
            hint: `Name an image that has it, or leave ${arch} out of "arches".`,
        });
    }
    if (/manifest unknown|not found|name unknown/i.test(said)) {
        return new errors/* BaseError */.Cf(`The base image ${reference} does not exist.`, { cause: error, hint: 'Check its name and tag.' });
    }
    if (/unauthorized|denied|forbidden|authentication required|no basic auth credentials/i.test(said)) {
        return new errors/* BaseError */.Cf(`The registry denied access to the base image ${reference}: ${(0,complaint/* complaint */.U)(said)}`, {
            cause: error,
            hint: 'Set "username" and "password" of an account that may read it, or log in first.',
        });
    }
    return new errors/* BaseError */.Cf(`The base image ${reference} could not be pulled: ${(0,complaint/* complaint */.U)(said)}`, { cause: error });
}

// EXTERNAL MODULE: ./lib/engine/start-container.js + 1 modules
var start_container = __webpack_require__(47640);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/nix/run/site.js
var run_site = __webpack_require__(38658);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
;// CONCATENATED MODULE: ./lib/nix/store/registration.js


/** Returns the input of `nix-store --load-db`: per path its name, hash, size, deriver (none), and references with their number. */
function loadDbText(registrations) {
    return registrations
        .map(({ path, narHash, narSize, references }) => [path, narHash, narSize, '', references.length, ...references].map((line) => `${line}\n`).join(''))
        .join('');
}
const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^(?:0|[1-9]\d{0,14})$/;
/**
 * Reads what `nix-store --dump-db` prints, which is what `--load-db` reads.
 * @param where for messages: "in a container of ghcr.io/org/bedrock:latest"
 * @throws IntegrityError with the line that is wrong
 */
function parseDumpedDb(text, where) {
    const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
    const registrations = [];
    let at = 0;
    const next = (what, isRight) => {
        const line = lines[at++];
        if (line !== undefined && isRight(line))
            return line;
        throw new errors/* IntegrityError */.cs(`The answer of "nix-store --dump-db" ${where} has ${line === undefined ? 'no' : `${JSON.stringify(line.slice(0, 100))} for a`} ${what} in line ${at}.`);
    };
    while (at < lines.length) {
        const path = (0,store_path/* parseStorePath */.GV)(next('store path', store_path/* isStorePath */.zP));
        const narHash = next('SHA-256', (line) => HASH.test(line));
        const narSize = Number(next('size', (line) => COUNT.test(line)));
        next('deriver', (line) => line === '' || (0,store_path/* isStorePath */.zP)(line));
        const count = Number(next('number of references', (line) => COUNT.test(line)));
        const references = [];
        while (references.length < count)
            references.push((0,store_path/* parseStorePath */.GV)(next('reference', store_path/* isStorePath */.zP)));
        registrations.push({ path, narHash, narSize, references });
    }
    return registrations;
}

// EXTERNAL MODULE: ./lib/nix/store/nix32.js
var nix32 = __webpack_require__(23043);
;// CONCATENATED MODULE: ./lib/nix/nar/mention-scan.js


const PREFIX = Buffer.from(`${store_path/* STORE_DIR */.SF}/`);
/** Nix's own tools blank a reference out with characters that no hash has; such a name is no reference. */
const mention_scan_HASH = new RegExp(`^[${nix32/* NIX32_ALPHABET */.$f}]{32}-$`);
/** Bytes of a hash part and the dash behind it. */
const LENGTH = 33;
/**
 * Finds the store paths that a stream names in full, whether or not anybody knows them: the hash parts behind
 * `/nix/store/`. What a {@link ReferenceScanner} looks for must be known, but may stand without that.
 */
class MentionScanner {
    found = new Set();
    /** The last bytes of the stream so far: one less than a name's beginning has. */
    #tail = Buffer.alloc(0);
    write(chunk) {
        const whole = PREFIX.length + LENGTH;
        // A name may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, whole - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= whole - 1 ? Buffer.from(chunk.subarray(1 - whole)) : border.subarray(1 - whole);
    }
    #scan(bytes) {
        for (let at = bytes.indexOf(PREFIX); at >= 0; at = bytes.indexOf(PREFIX, at + PREFIX.length)) {
            const name = bytes.toString('latin1', at + PREFIX.length, at + PREFIX.length + LENGTH);
            if (mention_scan_HASH.test(name))
                this.found.add(name.slice(0, -1));
        }
    }
}

// EXTERNAL MODULE: ./lib/nix/nar/nar.js
var nar = __webpack_require__(55928);
;// CONCATENATED MODULE: ./lib/nix/nar/reference-scan.js


/** Characters of a store path's hash part. */
const reference_scan_LENGTH = 32;
/** Value of each byte as a digit of Nix's base 32, or 255. */
const DIGIT = new Uint8Array(256).fill(255);
for (let value = 0; value < nix32/* NIX32_ALPHABET */.$f.length; value++)
    DIGIT[nix32/* NIX32_ALPHABET */.$f.charCodeAt(value)] = value;
/** Leading digits that the bitmap knows: four of five bits each, a bit for each of 2^20 beginnings. */
const PREFIX_BITS = 20;
/** What references are looked for: made once, used by many scanners. */
class ReferenceTable {
    #paths = new Map();
    #beginnings = new Uint8Array(2 ** PREFIX_BITS / 8);
    constructor(paths) {
        for (const path of paths) {
            const hash = (0,store_path/* hashPartOf */.bV)(path);
            this.#paths.set(hash, path);
            const beginning = beginningOf(Buffer.from(hash, 'latin1'), 0);
            this.#beginnings[beginning >> 3] = (this.#beginnings[beginning >> 3] ?? 0) | (1 << (beginning & 7));
        }
    }
    /** The path whose hash part begins at `at`, where 32 digits are known to follow. */
    find(bytes, at) {
        const beginning = beginningOf(bytes, at);
        if (((this.#beginnings[beginning >> 3] ?? 0) & (1 << (beginning & 7))) === 0)
            return undefined;
        return this.#paths.get(bytes.toString('latin1', at, at + reference_scan_LENGTH));
    }
}
/**
 * Finds the store paths whose hash part occurs in a stream, as Nix does after a build to learn what an output refers
 * to (references.cc): any 32 base 32 digits in a row may be a hash.
 */
class ReferenceScanner {
    found = new Set();
    #table;
    /** The last bytes of the stream so far: one less than a hash has. */
    #tail = Buffer.alloc(0);
    constructor(table) {
        this.#table = table;
    }
    write(chunk) {
        // A hash may lie across the border of two chunks, or of many small ones.
        const border = Buffer.concat([this.#tail, chunk.subarray(0, reference_scan_LENGTH - 1)]);
        this.#scan(border);
        this.#scan(chunk);
        this.#tail = chunk.length >= reference_scan_LENGTH - 1 ? Buffer.from(chunk.subarray(1 - reference_scan_LENGTH)) : border.subarray(1 - reference_scan_LENGTH);
    }
    #scan(bytes) {
        const last = bytes.length - reference_scan_LENGTH;
        let start = 0;
        // Digits from `start` on that are known to be some: they need no second look when the window moves by one.
        let known = 0;
        while (start <= last) {
            // From the window's end: in most data this finds a byte that is no digit at once, and skips the whole window.
            let at = start + reference_scan_LENGTH - 1;
            const stop = start + known;
            while (at >= stop && DIGIT[bytes[at]] !== 255)
                at--;
            if (at >= stop) {
                known = start + reference_scan_LENGTH - 1 - at;
                start = at + 1;
                continue;
            }
            const path = this.#table.find(bytes, start);
            if (path !== undefined)
                this.found.add(path);
            start++;
            known = reference_scan_LENGTH - 1;
        }
    }
}
function beginningOf(bytes, at) {
    return ((DIGIT[bytes[at]] << 15) |
        (DIGIT[bytes[at + 1]] << 10) |
        (DIGIT[bytes[at + 2]] << 5) |
        DIGIT[bytes[at + 3]]);
}

;// CONCATENATED MODULE: ./lib/nix/nar/adopt.js








const DATABASE = '/nix/var/nix/db';
/** One path a line; the parser finds by itself where a NAR ends and the next begins. */
const DUMP_SCRIPT = 'while read -r path; do nix-store --dump "$path" </dev/null || exit 1; done';
/**
 * Registers the store paths that lie on disk but are unknown to Nix, as in an image whose store came without its
 * database: without that, Nix would fetch or build them again. Their references are found as Nix finds them after a
 * build, by scanning.
 *
 * A path that names one which is not on disk was torn out of its closure, and so was whatever refers to it. Registered
 * without that reference, a closure would lack the path for ever; left alone, Nix fetches or builds it as it should be.
 *
 * A database that knows paths which are not on disk, as when an upper layer of the image removed them, is of no use: Nix
 * would neither fetch nor build them. It is made again from what it knows of the paths that are there, so that one of which a part
 * is gone is still seen to be incomplete, and from what it does not know; so call this only where nobody else needs it.
 *
 * @param onDisk what `/nix/store` holds
 * @returns how many were registered
 * @throws CommandError, Failure
 */
async function adopt(site, onDisk, options = {}) {
    const { valid, remembered } = await usablePaths(site, onDisk, options);
    const known = new Set([...valid, ...remembered.map(({ path }) => path)]);
    const unknown = [...onDisk].filter((path) => !known.has(path) && isAdoptable(path)).sort(store_path/* compareText */.n6);
    if (unknown.length === 0 && remembered.length === 0)
        return 0;
    const table = new ReferenceTable([...unknown, ...[...known].filter((path) => onDisk.has(path))]);
    const there = new Set([...onDisk, ...valid].map(store_path/* hashPartOf */.bV));
    const { registrations: read, torn } = await readPaths(site, unknown, { table, there, ...options });
    for (const { path, references } of remembered)
        if (!references.every((reference) => onDisk.has(reference)))
            torn.add(path);
    if (torn.size > 0)
        options.onTorn?.([...torn].sort(store_path/* compareText */.n6));
    const registrations = withoutCycles(withoutTorn([...remembered, ...read], torn));
    await site.capture(['nix-store', '--load-db'], { input: loadDbText(registrations), env: { NIX_REMOTE: 'local' } });
    const after = await validPaths(site);
    const missed = registrations.find(({ path }) => !after.has(path));
    if (missed !== undefined)
        throw new errors/* Failure */.HR(`Nix ${(0,run_site/* placeOf */.$)(site)} did not register ${missed.path} in its database.`);
    return registrations.length;
}
/**
 * Derivations are written again by every evaluation, and their references can't be found by scanning where their sources
 * are gone. The others are what an interrupted Nix leaves behind.
 */
function isAdoptable(path) {
    return !/\.(drv|lock|chroot|check)$/.test((0,store_path/* baseNameOf */.mv)(path));
}
async function usablePaths(site, onDisk, { registered, onLost }) {
    const valid = registered ?? (await validPaths(site));
    const lost = [...valid].filter((path) => !onDisk.has(path)).sort(store_path/* compareText */.n6);
    if (lost.length === 0)
        return { valid, remembered: [] };
    onLost?.(lost);
    const dumped = parseDumpedDb(await site.capture(['nix-store', '--dump-db'], { env: { NIX_REMOTE: 'local' } }), (0,run_site/* placeOf */.$)(site));
    // Nix itself would forget a lost path only if no other refers to it.
    await site.capture(['rm', '-rf', DATABASE]);
    return { valid: new Set(), remembered: dumped.filter(({ path }) => onDisk.has(path)) };
}
async function validPaths(site) {
    const lines = (await site.capture(['nix', 'path-info', '--all'], { env: { NIX_REMOTE: 'local' } })).split('\n');
    const paths = lines.map((line) => (0,store_path/* storePathOfName */.p7)(line.slice(store_path/* STORE_DIR */.SF.length + 1)));
    return new Set(paths.filter((path) => path !== undefined));
}
async function readPaths(site, paths, { table, there, onProgress }) {
    if (paths.length === 0)
        return { registrations: [], torn: new Set() };
    const { stdout, done } = site.stream(['sh', '-c', DUMP_SCRIPT], { input: `${paths.join('\n')}\n` });
    const registrations = [];
    const torn = new Set();
    let reader;
    for await (const bytes of stdout) {
        let rest = bytes;
        while (rest.length > 0) {
            const path = paths[registrations.length];
            if (path === undefined)
                throw new errors/* IntegrityError */.cs(`Nix ${(0,run_site/* placeOf */.$)(site)} wrote more paths than requested.`);
            reader ??= new PathReader(path, table);
            rest = reader.write(rest);
            if (!reader.done)
                continue;
            registrations.push(reader.registration());
            if (reader.mentions.some((hash) => !there.has(hash)))
                torn.add(path);
            reader = undefined;
            onProgress?.(registrations.length);
        }
    }
    await done;
    if (registrations.length < paths.length) {
        throw new errors/* IntegrityError */.cs(`Nix ${(0,run_site/* placeOf */.$)(site)} stopped in the middle of ${paths[registrations.length] ?? 'a path'}.`);
    }
    return { registrations, torn };
}
/** Leaves out the torn paths, and what refers to one of them over however many others. */
function withoutTorn(registrations, torn) {
    if (torn.size === 0)
        return [...registrations];
    const referrers = new Map();
    for (const { path, references } of registrations) {
        for (const reference of references)
            referrers.set(reference, [...(referrers.get(reference) ?? []), path]);
    }
    const out = new Set();
    const open = [...torn];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (out.has(path))
            continue;
        out.add(path);
        open.push(...(referrers.get(path) ?? []));
    }
    return registrations.filter(({ path }) => !out.has(path));
}
/** Hashes, measures and scans one NAR as it comes. */
class PathReader {
    #path;
    #parser = new nar/* NarParser */.j(NOBODY);
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #scanner;
    #mentions = new MentionScanner();
    #size = 0;
    constructor(path, table) {
        this.#path = path;
        this.#scanner = new ReferenceScanner(table);
    }
    get done() {
        return this.#parser.done;
    }
    /** The hash parts of the store paths that are named in full. */
    get mentions() {
        return [...this.#mentions.found];
    }
    /** @returns what lies behind the end of the NAR */
    write(chunk) {
        const used = this.#parser.write(chunk);
        const own = chunk.subarray(0, used);
        this.#hash.update(own);
        this.#scanner.write(own);
        this.#mentions.write(own);
        this.#size += used;
        return chunk.subarray(used);
    }
    registration() {
        return {
            path: this.#path,
            narHash: this.#hash.digest('hex'),
            narSize: this.#size,
            references: [...this.#scanner.found].sort(store_path/* compareText */.n6),
        };
    }
}
const NOBODY = {
    directory: () => undefined,
    file: () => undefined,
    contents: () => undefined,
    fileEnd: () => undefined,
    symlink: () => undefined,
};
/**
 * Removes circles of references: Nix refuses paths that refer to each other in a circle. A build can't make such ones, but a text that merely lists
 * store paths can look like it; there the reference that closes the circle is dropped.
 */
function withoutCycles(registrations) {
    const byPath = new Map(registrations.map((registration) => [registration.path, registration]));
    const kept = new Map(registrations.map(({ path }) => [path, []]));
    const state = new Map();
    for (const { path: root } of registrations) {
        // Depth first, without recursion: chains of references can be long.
        const stack = state.has(root) ? [] : [{ path: root, next: 0 }];
        for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
            state.set(frame.path, 'open');
            const reference = byPath.get(frame.path)?.references[frame.next++];
            if (reference === undefined) {
                state.set(frame.path, 'closed');
                stack.pop();
            }
            else if (reference === frame.path || state.get(reference) !== 'open') {
                kept.get(frame.path)?.push(reference);
                if (byPath.has(reference) && !state.has(reference))
                    stack.push({ path: reference, next: 0 });
            }
        }
    }
    return registrations.map((registration) => Object.assign({}, registration, { references: kept.get(registration.path) ?? [] }));
}

// EXTERNAL MODULE: ./lib/engine/container-group.js
var container_group = __webpack_require__(49579);
;// CONCATENATED MODULE: ./lib/nix/run/container-site.js

/** Given to every command that has to do with Nix in a container. */
const CONTAINER_VARIABLES = {
    // What we read must not be translated.
    LC_ALL: 'C',
    // No daemon runs in there, even if the image is set up for one.
    NIX_REMOTE: 'local',
    // A mounted repository belongs to another user than the container's root.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
};
/**
 * A container of the base image. Our signals don't reach the commands in it: if a run is cancelled, the caller removes
 * the container, and that ends them all. A command that has a signal of its own is ended by its process group.
 */
class ContainerSite {
    where;
    storeIsHere = false;
    system;
    #engine;
    #options;
    constructor(engine, options) {
        this.where = `a container of ${options.imageName}`;
        this.system = options.system;
        this.#engine = engine;
        this.#options = options;
    }
    async capture(argv, options = {}) {
        const { stdout, done } = this.stream(argv, options);
        const chunks = [];
        for await (const chunk of stdout)
            chunks.push(chunk);
        await done;
        return Buffer.concat(chunks).toString('utf8');
    }
    stream(argv, options = {}) {
        const env = { ...CONTAINER_VARIABLES, ...this.#options.env, ...options.env };
        const { container } = this.#options;
        if (options.signal === undefined)
            return this.#engine.exec(container, argv, this.where, { ...options, env });
        const group = new container_group/* ContainerGroup */.L(this.#engine, container);
        const command = this.#engine.exec(container, group.started(argv), this.where, { ...options, env, shownAs: argv });
        group.endWith(options.signal, command.done);
        return command;
    }
    attach(argv, options) {
        return this.#engine.attach(this.#options.container, argv, { ...options, where: this.where, term: this.#engine.env['TERM'] });
    }
}

// EXTERNAL MODULE: ./lib/nix/run/emulation.js
var emulation = __webpack_require__(37861);
// EXTERNAL MODULE: ./lib/nix/run/host-site.js
var host_site = __webpack_require__(5951);
// EXTERNAL MODULE: ./lib/nix/run/nix-conf.js
var nix_conf = __webpack_require__(59729);
// EXTERNAL MODULE: ./lib/nix/run/settings.js
var run_settings = __webpack_require__(33492);
// EXTERNAL MODULE: ./lib/nix/run/version.js
var run_version = __webpack_require__(21657);
// EXTERNAL MODULE: ./lib/oci/format/reference.js
var format_reference = __webpack_require__(20844);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/place/open-base.js + 1 modules
var open_base = __webpack_require__(86978);
// EXTERNAL MODULE: ./lib/place/host-nix.js + 4 modules
var host_nix = __webpack_require__(11944);
// EXTERNAL MODULE: ./lib/nix/run/ssh-access.js
var ssh_access = __webpack_require__(10710);
;// CONCATENATED MODULE: ./lib/place/ssh-files.js




/** A path that needs no quotes in NIX_SSHOPTS, in a line of nix.conf and in ssh's configuration, which all split at blanks. */
const PLAIN_PATH = /^[\w./-]+$/;
/**
 * Writes the key and the known hosts into files that only this user can read. They go when `cleanup` does; what a killed run
 * leaves is removed by the next one, and by the post step.
 * @param inherited NIX_SSHOPTS, if Nix sees it
 */
async function provideSsh(settings, inherited, cleanup) {
    const { ssh, builders } = settings;
    if (ssh === undefined)
        return { settings, env: {}, folders: [] };
    const place = (0,temporary/* temporaryPlace */.jA)();
    const folder = await (0,temporary/* makeTemporary */.ww)('nix-feature-ssh', PLAIN_PATH.test(place) ? place : '/tmp');
    cleanup.defer(() => (0,temporary/* removeFolder */.v$)(folder));
    for (const [name, text] of (0,ssh_access/* sshFiles */.K4)(ssh, builders, folder))
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { mode: 0o600 });
    return { settings: { ...settings, builders: (0,ssh_access/* buildersWithKeys */.pW)(builders, ssh, folder) }, env: { NIX_SSHOPTS: (0,ssh_access/* sshOptions */.bN)(folder, inherited) }, folders: [folder] };
}

// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/place/unlisted.js



/** How many are named: a base's nix.conf may have any number. */
const NAMED = 10;
/**
 * Says which binary caches the nix.conf of a place names and nobody has listed: they are not asked. Says nothing if the user's
 * own lines decide which ones are.
 * @param named what that nix.conf names
 * @param inherited NIX_CONFIG of the job, if it counts
 */
function tellUnlisted({ site, named }, { substituters, configured, config }, inherited, log) {
    const own = `${inherited}\n${config}`;
    if (configured === true || /^[ \t]*substituters[ \t]*=/m.test(own))
        return;
    const listed = new Set([...substituters, ...(0,nix_conf/* namedSubstituters */.B2)(own)].map(withoutSlash));
    const unlisted = named.filter((url) => !(0,nix_conf/* isDefaultSubstituter */.st)(url) && !listed.has(withoutSlash(url)));
    if (unlisted.length === 0)
        return;
    const more = unlisted.length > NAMED ? ` and ${unlisted.length - NAMED} more` : '';
    log.notice(`The nix.conf ${(0,run_site/* placeOf */.$)(site)} names ${unlisted.slice(0, NAMED).map((url) => (0,safe_text/* redactUrls */.sK)(url)).join(' ')}${more}, but Nix does not ask there: only ${named.some(nix_conf/* isDefaultSubstituter */.st) ? 'cache.nixos.org and ' : ''}the caches in "substituters" count. List it there, or write "substituters: configured" to use all that nix.conf names.`);
}
function withoutSlash(url) {
    return url.replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/place/site.js





















/** Returns the state that tells the post step which container, of which engine, may have been left behind: `docker <name>`. */
function containerState(arch) {
    return `container-${arch}`;
}
/**
 * Opens the host's own Nix, or the one that is installed for it.
 * @throws SetupError if there is none, or it is too old; what {@link provideNix} throws
 */
async function openHostSite({ nix: settings, arch, job, cleanup }) {
    const system = (0,platform/* systemOf */.br)(arch);
    const { install } = settings;
    const nix = install === undefined ? undefined : await (0,host_nix/* provideNix */.B8)(install, { job, env: process.env });
    const emulated = system !== (0,emulation/* nativeSystem */.dr)() && (await (0,emulation/* isEmulated */.eV)(system)) ? system : undefined;
    const ssh = await provideSsh(settings, process.env['NIX_SSHOPTS'] ?? '', cleanup);
    const named = (0,nix_conf/* namedSubstituters */.B2)(await (0,nix_conf/* hostNixConf */.kL)(process.env));
    const config = (0,run_settings/* nixConfig */.C)(ssh.settings, {
        place: 'host',
        privileged: false,
        emulated,
        inherited: process.env['NIX_CONFIG'] ?? '',
        singleUser: nix?.singleUser === true,
        named,
    });
    const env = { NIX_CONFIG: config, ...ssh.env, ...(nix === undefined ? {} : (0,host_nix/* environmentOf */.p7)(nix, process.env)) };
    const site = new host_site/* HostSite */.C({ system, signal: job.signal, env, needsCloudKeys: await (0,host_site/* needsCloudKeys */.D)(config, process.env) });
    const version = await (0,run_version/* nixVersion */.oX)(site, 'host');
    job.info(`Using ${version.text} on the host.`);
    tellUnlisted({ site, named }, settings, process.env['NIX_CONFIG'] ?? '', job);
    if (install !== undefined && nix?.from === 'here' && !version.text.endsWith(` ${install.version}`))
        job.notice((0,host_nix/* otherNixText */.ro)(version.text, install.version));
    return { site, base: undefined, prepare: async () => undefined, nix: version.text };
}
/**
 * Opens a container of the first base, pinned by digest, with what it holds listed. `prepare` makes it known to its Nix.
 *
 * @param mounts absolute folders that the build needs to see
 * @param pinned the base's image, if it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
async function openContainerSite(place, mounts, pinned) {
    const { site, reference, digest, nix } = await startSite(place, mounts, pinned);
    const contents = await place.stages.run('List the base store', {}, async () => {
        const listed = await (0,list_container/* listContainer */.q)(site);
        return [listed, (0,format/* formatNumberOf */.Of)(listed.paths.size, 'store path')];
    });
    const prepare = () => adoptPaths(site, contents, reference.text, place);
    const { registered: _, ...base } = contents;
    return { site, base: { name: (0,open_base/* writtenName */.lD)(reference), digest, ...base }, prepare, nix };
}
/** Gives a base without a Nix database, or with a wrong one, a database of the paths that exist. */
function adoptPaths(site, { paths, registered }, base, { host, stages }) {
    return stages.run('Look for unregistered paths', { unit: 'paths' }, async (progress) => {
        const adopted = await adopt(site, paths, {
            registered,
            onProgress: (done) => progress.update(done),
            onTorn: (torn) => host.info(tornText(torn, base)),
            onLost: (lost) => host.info(lostText(lost, base)),
        });
        return [undefined, adopted === 0 ? 'none' : `${(0,format/* formatNumberOf */.Of)(adopted, 'store path')} adopted into the Nix database`];
    });
}
/**
 * Starts a container of the first base, pinned by digest, as it is: enough to evaluate in. It is removed when `cleanup` is; its
 * name is known to the post step before it starts.
 *
 * @param mounts absolute folders that Nix needs to see
 * @param pinned the base's image, if it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
async function startSite(place, mounts, pinned) {
    const { request, host, stages } = place;
    const reference = request.bases[0];
    if (reference === undefined)
        throw new Error('a container needs a base');
    const engine = await (0,find_engine/* findEngine */.G)(request.engine, { signal: host.signal });
    const swept = sweepContainers(engine, host);
    const { image, digest } = await stages.run('Fetch the base image', {}, async (progress) => {
        const fetched = await fetchImage(engine, reference, place, { pinned, onLine: (line) => progress.update(0, line) });
        return [fetched, `${reference.text} ${fetched.digest ?? ''}`.trim()];
    });
    await swept;
    const { site, version } = await runContainer(engine, image, place, { imageName: reference.text, mounts });
    host.info(`Using ${version.text} in ${site.where}, by ${engine.name}.`);
    return { site, reference, digest, nix: version.text };
}
const NIX_CONF = { argv: ['cat', '/etc/nix/nix.conf'] };
/** A running container of an image, and its Nix; the post step knows its name before it starts. */
async function runContainer(engine, image, { request, arch, host, shared = [], cleanup }, { imageName, mounts }) {
    const { containerOptions } = request;
    const ssh = await provideSsh(request.nix, '', cleanup);
    const name = (0,container_name/* newContainerName */.B)();
    cleanup.defer(() => engine.remove(name));
    host.saveState(containerState(arch), `${engine.name} ${name}`);
    // What lies in a shared folder is seen already, and stays writable.
    const further = [...mounts, ...ssh.folders].filter((folder) => !shared.some((each) => folder === each || folder.startsWith(`${each}/`)));
    const system = (0,platform/* systemOf */.br)(arch);
    const facts = { place: 'container', privileged: (0,start_container/* isPrivileged */.a8)(containerOptions), emulated: system === (0,emulation/* nativeSystem */.dr)() ? undefined : system, inherited: '' };
    // Which caches nix.conf names decides a line of our settings, and nothing of what Nix says of itself.
    const env = { ...CONTAINER_VARIABLES, NIX_CONFIG: (0,run_settings/* nixConfig */.C)(ssh.settings, facts), ...ssh.env };
    const [conf, asked] = await (0,start_container/* startContainer */.YI)(engine, image, { name, imageName, mounts: further, shared, containerOptions, first: { questions: [NIX_CONF, run_version/* VERSION_QUESTION */.YF], env } });
    const named = (0,nix_conf/* namedSubstituters */.B2)(conf?.exitCode === 0 ? conf.lines.join('\n') : '');
    const config = (0,run_settings/* nixConfig */.C)(ssh.settings, { ...facts, named });
    const site = new ContainerSite(engine, { container: name, imageName, system, env: { NIX_CONFIG: config, ...ssh.env } });
    tellUnlisted({ site, named }, request.nix, '', host);
    return { site, version: await (0,run_version/* nixVersion */.oX)(site, 'container', asked) };
}
/** What a killed run has left takes memory and disk, and nobody else removes it. Never throws. */
async function sweepContainers(engine, log) {
    try {
        const names = await engine.removeLeftovers();
        if (names.length > 0)
            log.info(`Removed ${(0,format/* formatNumberOf */.Of)(names.length, 'container')} left by killed runs: ${names.join(', ')}.`);
    }
    catch (error) {
        log.debug(`Containers of killed runs were not looked for: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function tornText(torn, base) {
    const which = `${(0,format/* formatNumberOf */.Of)(torn.length, 'store path')} of ${base} ${torn.length === 1 ? 'refers' : 'refer'} to others that it does not have`;
    return `${which} (such as ${torn[0] ?? ''}): Nix will download or build the missing ones that are needed.`;
}
function lostText(lost, base) {
    return `The Nix database of ${base} lists ${(0,format/* formatNumberOf */.Of)(lost.length, 'store path')} that the image does not have (such as ${lost[0] ?? ''}). For this build, the database is recreated from the paths that exist.`;
}
/** Brings a base image into the engine, pinned by digest. */
async function fetchImage(engine, reference, place, options) {
    const { arch } = place;
    if (reference.kind === 'daemon')
        return { image: await daemonImage(engine, reference.image, arch), digest: undefined };
    const held = reference.kind === 'registry' ? await heldImage(engine, repositoryName(reference), arch, options.pinned) : undefined;
    return held ?? fetchAnew(engine, reference, place, options);
}
async function heldImage(engine, repository, arch, digest) {
    const image = digest === undefined ? undefined : await engine.inspectImage(`${repository}@${digest}`);
    return image?.architecture === arch ? { image, digest } : undefined;
}
async function fetchAnew(engine, reference, { registries, arch }, { onLine }) {
    const base = await (0,open_base/* openBase */.m)(reference, registries);
    try {
        const { manifest, manifestDigest } = await (0,open_base/* imageOf */.dT)(base, reference, arch);
        if (reference.kind === 'layout') {
            const { config, layers } = manifest;
            return { image: await loadImage(engine, { folder: reference.folder, config, layers }), digest: manifestDigest };
        }
        const credentials = registries.credentialsOf((0,format_reference/* parseReference */.F2)(reference.text).registry);
        const image = await pullImage(engine, `${repositoryName(reference)}@${manifestDigest}`, { arch, credentials, onProgress: onLine });
        return { image, digest: manifestDigest };
    }
    finally {
        base.close();
    }
}
function repositoryName({ text }) {
    const { registry, repository } = (0,format_reference/* parseReference */.F2)(text);
    return `${registry}/${repository}`;
}
/** Returns an image that the engine holds already. @throws BaseError if it doesn't, or holds it for another platform */
async function daemonImage(engine, name, arch) {
    const image = await engine.inspectImage(name);
    if (image === undefined) {
        throw new errors/* BaseError */.Cf(`${engine.name} has no image "${name}".`, {
            hint: `Build or pull it first; "${engine.name} images" lists the available ones. For an image of a registry, leave out "daemon:".`,
        });
    }
    checkArch(image, `daemon:${name}`, arch);
    return image;
}


/***/ })

};
