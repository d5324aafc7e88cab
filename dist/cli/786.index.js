export const id = 786;
export const ids = [786];
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

/***/ 49579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ ContainerGroup)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);



/** Each container has a place of its own there, in memory, and nothing of it is in its image. */
const PLACE = '/dev/shm';
/** Writes down the number of the process that becomes the command. */
const START = 'echo "$$" > "$0" && exec "$@"';
/** What the engine executes in a container leads a session, and so a process group. */
const KILL = 'group=$(cat "$0") && kill -s "$1" -- "-$group"';
const KILL_AFTER_MS = 3000;
/** A step's own command may want to clean up; GitHub kills all of it ten seconds after it was cancelled. */
const ATTACHED_KILL_AFTER_MS = 5000;
/** A command in a container and all that it starts: engines hand no signal of their client on to them. */
class ContainerGroup {
    #engine;
    #container;
    #file = `${PLACE}/nix-feature-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
    constructor(engine, container) {
        this.#engine = engine;
        this.#container = container;
    }
    /** The command as it has to be executed. */
    started(argv) {
        return ['/bin/sh', '-c', START, this.#file, ...argv];
    }
    /** Ends the command when `signal` says so: TERM, and KILL after three seconds, for which nothing waits. */
    endWith(signal, done) {
        this.#onAbort(signal, done, async () => {
            await this.#send('SIGTERM');
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(KILL_AFTER_MS, undefined, { ref: false });
            await this.#send('SIGKILL');
        });
    }
    /** Hands SIGINT or SIGTERM on to the command, whichever it was, and kills it after five seconds. */
    handOn(signal, done) {
        this.#onAbort(signal, done, async () => {
            await this.#send((0,_kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .signalBehind */ .HD)(signal));
            await Promise.race([done.catch(() => undefined), (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ATTACHED_KILL_AFTER_MS, undefined, { ref: false })]);
            await this.#send('SIGKILL');
        });
    }
    #onAbort(signal, done, end) {
        const listener = () => void end();
        signal.addEventListener('abort', listener, { once: true });
        const forget = () => signal.removeEventListener('abort', listener);
        done.then(forget, forget);
    }
    /** To the command and all that it has started. Best effort: they may be gone, and the container too. */
    async #send(name) {
        await this.#engine.afterwards(['exec', this.#container, '/bin/sh', '-c', KILL, this.#file, name.slice('SIG'.length)]).catch(() => undefined);
    }
}


/***/ }),

/***/ 95777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ newContainerName)
/* harmony export */ });
/* unused harmony export isContainerName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Returns a name for a container of ours that no other one has. */
function newContainerName() {
    return `nix-feature-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
}
/** Tells whether we give such names. Nobody else's container is removed. */
function isContainerName(name) {
    return /^nix-feature-[0-9a-f]{12}$/.test(name);
}


/***/ }),

/***/ 39402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ Engine),
/* harmony export */   W: () => (/* binding */ ownerLabel)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97825);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_temporary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88303);
/* harmony import */ var _programs_ask_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26399);
/* harmony import */ var _programs_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27528);
/* harmony import */ var _container_group_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49579);







/** Variables that may hold a secret. No client reads these names, because they are our own. */
const BY_NAME = new Set(['NIX_CONFIG']);
/**
 * Podman opens /dev/stdout by its name, which the kernel refuses where that is a socket, as Node's are. The script gives
 * it a pipe, and ends with its exit code, not with that of `cat`.
 */
const THROUGH_PIPE = 'exec 4>&1; exit "$({ { "$@" 3>&- 4>&-; echo $? >&3; } | cat >&4; } 3>&1)"';
/** By which a later run knows the containers of one that was killed. */
const OWNER_LABEL = 'dev.nix-feature.owner';
/** Arguments that mark a container as this process's own. */
function ownerLabel() {
    const owner = (0,_kit_temporary_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerToken */ .hs)();
    return owner === '' ? [] : ['--label', `${OWNER_LABEL}=${owner}`];
}
/** How long a container's removal may take that the engine has begun by itself, and how often we look. */
const REMOVAL_MS = 10_000;
const POLL_MS = 100;
/** A container engine that answers. Make one with `findEngine`. */
class Engine {
    name;
    #program;
    #options;
    constructor(name, program, options = {}) {
        this.name = name;
        this.#program = program;
        this.#options = options;
    }
    /** What the client's environment is chosen from. */
    get env() {
        return this.#options.env ?? process.env;
    }
    /** Run a command of the client. @returns standard output @throws CommandError, CancelledError */
    run(args, { mayLogIn = false, ...options } = {}) {
        return (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .capture */ .Fg)([this.#program, ...args], { ...this.#process(options), ...(mayLogIn && { purpose: 'login' }) });
    }
    /** As {@link run}, and a cancelled run does not keep it from being run. */
    afterwards(args) {
        return (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .capture */ .Fg)([this.#program, ...args], { purpose: 'engine', baseEnv: this.env });
    }
    /** Run a command in a container. Errors name the command, and `where` it ran, not the client's. */
    exec(container, argv, where, options = {}) {
        const { args, env } = environmentArguments(options.env ?? {});
        const interactive = options.input === undefined ? [] : ['--interactive'];
        const user = options.user === undefined ? [] : ['--user', options.user];
        const folder = options.folder === undefined ? [] : ['--workdir', options.folder];
        return (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .stream */ .Td)([this.#program, 'exec', ...interactive, ...user, ...folder, ...args, container, ...argv], {
            ...this.#process(options),
            env,
            shown: { argv: options.shownAs ?? argv, where },
        });
    }
    /**
     * Runs a command in a container whose standard input, output and error are ours. Its environment is the container's.
     * @param options `terminal`: it gets one of its own, and ours is handed through
     * @returns its exit code @throws SetupError, CancelledError
     */
    async attach(container, argv, options) {
        const group = new _container_group_js__WEBPACK_IMPORTED_MODULE_6__/* .ContainerGroup */ .L(this, container);
        const term = options.term === undefined ? [] : ['--env', `TERM=${options.term}`];
        const tty = options.terminal ? ['--tty', ...term] : [];
        // Not the signal itself: the client would be gone, and the command would not.
        const client = (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .attach */ .K0)([this.#program, 'exec', '--interactive', ...tty, container, ...group.started(argv)], {
            purpose: 'engine',
            baseEnv: this.env,
            terminal: options.terminal,
            signal: new AbortController().signal,
            shown: { argv, where: options.where },
        });
        group.handOn(options.signal, client);
        return client;
    }
    /** @returns undefined if the engine has no such image */
    async inspectImage(image) {
        try {
            return localImage(await this.#ask(['image', 'inspect', image]));
        }
        catch (error) {
            if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandError */ .Qd && /no such (image|object)|image not known/i.test(error.stderr))
                return undefined;
            throw error;
        }
    }
    /** Create a container that is not started, to read its files with {@link export}; it may lack a shell. */
    async create(image, name) {
        // An image without a command wants one; it is never run.
        await this.run(['create', ...ownerLabel(), ...this.platformOf(image), '--name', name, image.id, '/nix-feature']);
    }
    /** All files of a container, as one tar. */
    export(container) {
        const argv = [this.#program, 'export', container];
        return this.name === 'docker'
            ? (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .stream */ .Td)(argv, this.#process({}))
            : (0,_programs_process_js__WEBPACK_IMPORTED_MODULE_5__/* .stream */ .Td)(['sh', '-c', THROUGH_PIPE, 'sh', ...argv], { ...this.#process({}), shown: { argv } });
    }
    /**
     * Remove a container, running or not. One that is gone is no error, and a cancelled run does not keep it from being
     * removed.
     */
    async remove(container) {
        const deadline = performance.now() + REMOVAL_MS;
        // One that was started with --rm is removed by the engine too, as soon as it ends; that one of us two comes first.
        while ((await this.#tryToRemove(container)) === 'in progress' && performance.now() < deadline)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS);
    }
    /** Removes the containers of runs that were killed on this machine. @returns their names */
    async removeLeftovers() {
        // Docker writes all labels as one text.
        const owner = this.name === 'docker' ? `.Label "${OWNER_LABEL}"` : `index .Labels "${OWNER_LABEL}"`;
        const listed = await this.#ask(['ps', '--all', '--no-trunc', '--filter', `label=${OWNER_LABEL}`, '--format', `{{.ID}} {{${owner}}} {{.Names}}`]);
        const removed = [];
        for (const line of listed.split('\n')) {
            const [, id, token = '', name = ''] = /^([0-9a-f]{64}) (\S+) (\S+)$/.exec(line) ?? [];
            if (id === undefined || !(await (0,_kit_temporary_js__WEBPACK_IMPORTED_MODULE_3__/* .isDeadOwner */ .uB)(token)))
                continue;
            await this.remove(id);
            removed.push(name);
        }
        return removed;
    }
    /** A short question, of which nothing comes about. @throws CommandError, CancelledError */
    #ask(args) {
        return (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .k)([this.#program, ...args], this.#process({}));
    }
    async #tryToRemove(container) {
        try {
            await this.afterwards(['rm', '--force', '--volumes', container]);
            return 'gone';
        }
        catch (error) {
            if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CommandError */ .Qd))
                throw error;
            if (/already in progress/i.test(error.stderr))
                return 'in progress';
            if (/no such container|no container with (name|id)|does not exist/i.test(error.stderr))
                return 'gone';
            throw error;
        }
    }
    /**
     * Arguments that choose an image's platform. Podman takes its id for an answer, and would pull again if it were told
     * a platform; Docker may keep several platforms under one id.
     */
    platformOf({ os, architecture }) {
        return this.name === 'docker' ? ['--platform', `${os}/${architecture}`] : [];
    }
    #process(options) {
        return { ...options, purpose: 'engine', signal: (0,_kit_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .eitherSignal */ .kX)(options.signal, this.#options.signal), baseEnv: this.env };
    }
}
/**
 * Whatever a Feature calls a variable, the client must not see it: it obeys some (`LD_PRELOAD`, `SSL_CERT_FILE`,
 * `GODEBUG`), and no list of those is whole. So names and values are arguments. Only our own secrets go by `--env NAME`,
 * which takes the value from the client's environment and so keeps it out of the list of processes. An `--env-file`
 * would not do: its values end with their line, and each engine reads quotes in it another way.
 */
function environmentArguments(env) {
    const args = [];
    const own = {};
    for (const [name, value] of Object.entries(env)) {
        if (BY_NAME.has(name)) {
            args.push('--env', name);
            own[name] = value;
        }
        else {
            args.push('--env', `${name}=${value}`);
        }
    }
    return { args, env: own };
}
function localImage(json) {
    const [image] = JSON.parse(json);
    if (image === undefined)
        return undefined;
    return {
        id: image.Id,
        architecture: image.Architecture,
        os: image.Os,
        layers: image.RootFS?.Layers ?? [],
        env: image.Config?.Env ?? [],
        user: image.Config?.User ?? '',
        labels: image.Config?.Labels ?? {},
    };
}


/***/ }),

/***/ 62606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findEngine)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43765);
/* harmony import */ var _programs_ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26399);
/* harmony import */ var _programs_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61112);
/* harmony import */ var _container_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95777);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39402);






const ENGINES = ['docker', 'podman'];
const INSTALL = 'Install Docker or Podman.';
/**
 * Finds the requested engine, or else the first that is installed and answers.
 * @throws SetupError which says of each engine why it can't be used
 */
async function findEngine(preferred, options = {}) {
    const reasons = [];
    for (const name of preferred === undefined ? ENGINES : [preferred]) {
        try {
            return await probe(name, options);
        }
        catch (error) {
            if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3))
                throw error;
            reasons.push(error);
        }
    }
    const [first] = reasons;
    if (preferred !== undefined)
        throw await besideOther(first, preferred, options);
    throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`No usable container engine was found. ${reasons.map((reason) => reason.message).join(' ')}`, {
        cause: first,
        hint: `${first.hint ?? ''} Or use "build-in: host", which needs no container engine.`.trim(),
    });
}
/** Who asked for an engine that can't be used may have the other. */
async function besideOther(error, preferred, options) {
    const other = preferred === 'docker' ? 'podman' : 'docker';
    const works = await canBeUsed(other, options);
    if (!works)
        return error;
    const itself = error.hint === undefined || error.hint === INSTALL ? '' : `${error.hint} `;
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(error.message, { cause: error.cause, hint: `${itself}${title(other)} is installed and works: leave "container-engine" out.` });
}
async function canBeUsed(name, options) {
    try {
        await probe(name, options);
        return true;
    }
    catch (error) {
        if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3)
            return false;
        throw error;
    }
}
async function probe(name, options) {
    const asked = JSON.stringify([name, (0,_programs_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .commandEnvironment */ .J$)({ purpose: 'engine', ...(options.env !== undefined && { baseEnv: options.env }) })]);
    const environment = { purpose: 'engine', signal: options.signal, ...(options.env !== undefined && { baseEnv: options.env }) };
    try {
        const { kind, program } = ANSWERED.get(asked) ?? (await knock(name, environment));
        ANSWERED.set(asked, { kind, program });
        return new _engine_js__WEBPACK_IMPORTED_MODULE_4__/* .Engine */ .N(kind, program, options);
    }
    catch (error) {
        throw explained(name, error);
    }
}
/** What has answered already, by its name and the client's environment: a run asks once. */
const ANSWERED = new Map();
async function knock(name, environment) {
    if (name === 'podman') {
        // All that is opened to run a container is opened for this too; "podman info" asks the package manager as well, which takes seconds.
        await (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(['podman', 'ps', '--quiet', '--filter', `name=${(0,_container_name_js__WEBPACK_IMPORTED_MODULE_3__/* .newContainerName */ .B)()}`], environment);
        return { kind: 'podman', program: 'podman' };
    }
    // Podman comes with a "docker" that is itself.
    const version = await (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(['docker', '--version'], environment);
    if (/podman/i.test(version))
        return { kind: 'podman', program: 'docker' };
    await (0,_programs_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(['docker', 'version', '--format', '{{.Server.Version}}'], environment);
    return { kind: 'docker', program: 'docker' };
}
function explained(name, error) {
    if (error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3 && error.cause?.code === 'ENOENT') {
        return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`${title(name)} is not installed: there is no "${name}" in PATH.`, {
            cause: error,
            hint: INSTALL,
        });
    }
    if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
        return error;
    if (/permission denied/i.test(error.stderr)) {
        return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`${title(name)} refuses this user: permission denied on its socket.`, {
            cause: error,
            hint: `Run as a user who may use it (for Docker: one in the group "docker").`,
        });
    }
    if (saysNothingAnswers(error.stderr)) {
        return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`${title(name)} is installed, but its daemon does not answer.`, {
            cause: error,
            hint: 'Start it, or set DOCKER_HOST to the address of a running one.',
        });
    }
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w3(`${title(name)} is installed, but does not work. ${error.message}`, {
        cause: error,
        hint: `Run "${name} info" to see why.`,
    });
}
function title(name) {
    return name === 'docker' ? 'Docker' : 'Podman';
}
function saysNothingAnswers(stderr) {
    return /cannot connect|connection refused|is the docker daemon running|unable to connect/i.test(stderr) || (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_5__/* .hasLineWith */ .P1)(stderr, 'no such file or directory', '.sock');
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

/***/ 60086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48285);
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77363);
/* harmony import */ var _kit_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43765);
/* harmony import */ var _run_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38658);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65225);
/* harmony import */ var _split_choice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54437);








/** Lines of a failing derivation's log that are worth showing. */
const LOG_LINES = 40;
/** Turns a failed `nix build` into an error that says what failed, and what to do. */
async function failureOf(error, site, flake) {
    const diagnosis = (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnose */ .h)(error.stderr);
    switch (diagnosis.kind) {
        case 'builder':
            return builderFailure(diagnosis, error, site);
        case 'attribute':
            return (await outputFailure(error, site, flake)) ?? attributeFailure(error, site, flake);
        case 'output':
            return (await outputFailure(error, site, flake)) ?? otherFailure({ kind: 'other', message: `it has no output "${diagnosis.output}"`, building: false, at: [] }, error, flake);
        case 'outside':
            return outsideFailure(diagnosis.message, error, flake);
        case 'platform':
            return platformFailure(diagnosis, error, site);
        case 'remote':
            return remoteFailure(diagnosis, error, site);
        case 'hash':
            return hashFailure(diagnosis, error);
        case 'other':
            return otherFailure(diagnosis, error, flake, unseenPath(diagnosis.message, site) ?? missingAttribute(diagnosis.message));
        case 'disk':
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`The disk is full: Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} has no space left for ${flake.written}.`, {
                cause: Object.assign(new Error('No space left on device', { cause: error }), { code: 'ENOSPC' }),
                hint: 'Free some space before this step, or use a machine with a larger disk.',
            });
        case 'network':
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} could not download ${diagnosis.url}: ${diagnosis.reason}`, {
                cause: error,
                hint: 'Check that this machine has a network and can reach that host. A private repository needs "access-tokens" in "nix-config".',
            });
        default:
            return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} needs the program "${diagnosis.program}", which is not installed there.`, {
                cause: error,
                hint: `Add ${diagnosis.program} to the base image, use "build-in: host", or name the flake in another way that does not need it.`,
            });
    }
}
function remoteFailure({ machine, reason }, cause, site) {
    const hint = /host key/i.test(reason)
        ? 'The server has another host key than "known-hosts" says, or none is known for it. Ask whoever runs it which is right.'
        : /permission denied|load key/i.test(reason)
            ? 'Check that "ssh-key" is the whole private key, without a passphrase, and that the server accepts it for that user.'
            : 'Check the address in "builders", and that the server can be reached from where Nix runs; that needs the program ssh.';
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} can't use the builder ${machine}: ${reason.replace(/\.$/, '')}.`, { cause, hint });
}
function hashFailure({ derivation, got, specified }, error) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${titleOf(derivation)} downloaded unexpected contents: their hash is ${got}, but the flake says ${specified}.`, { derivation }, { cause: error, hint: 'If the new contents are right, put the new hash into the flake.' });
}
function otherFailure({ message, building, at }, error, flake, hint) {
    const location = locationOf(at, flake);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${flake.written} can't be ${building ? 'built' : 'evaluated'}: ${message}`, {}, { cause: error, ...(hint !== undefined && { hint }), ...(location && { location }) });
}
/** An input that is a folder of the machine is not there in a container. Outside of the store, nothing else can be meant. */
function unseenPath(message, site) {
    if (site.storeIsHere || !/^(?:path|getting status of) '(?!\/*nix\/store\/)\/[^']*'(?: does not exist|: No such file or directory)/.test(message))
        return undefined;
    return `The container does not see this folder of the machine. If an input of the flake names it, put it into the flake's folder, or use "build-in: host".`;
}
function missingAttribute(message) {
    return /^attribute '[^']*' missing$/.test(message) ? 'Check the name. Those of packages in nixpkgs can be looked up: https://search.nixos.org/packages.' : undefined;
}
async function builderFailure({ derivation, how }, error, site) {
    const log = await logOf(derivation, error.stderr, site);
    if (log.some(saysForeignProgram))
        return foreignProgram(site, error);
    const diskFull = log.some((line) => line.includes('No space left on device'));
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The build of ${titleOf(derivation)} ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} ${how}.`, { derivation, log }, { cause: error, ...(diskFull && { hint: 'The disk is full. Free some space before this step.' }) });
}
/** `execve: Exec format error` of a shell, or the words alone. */
function saysForeignProgram(line) {
    return line.endsWith('Exec format error') || (0,_kit_text_js__WEBPACK_IMPORTED_MODULE_6__/* .hasLineWith */ .P1)(line, 'exec', 'Exec format error');
}
/** From Nix's own log; if it keeps none, from what was printed with the derivation's name before each line. */
async function logOf(derivation, stderr, site) {
    const prefix = `${titleOf(derivation)}> `;
    const printed = stderr.split('\n').filter((line) => line.startsWith(prefix));
    const lines = await site.capture(['nix', 'log', derivation]).then((text) => text.trimEnd().split('\n'), () => printed.map((line) => line.slice(prefix.length)));
    return lines.slice(-LOG_LINES).map(plainText);
}
async function attributeFailure(error, site, flake) {
    const offered = await offeredAttributes(site, flake);
    const hint = offered.length > 0
        ? `For ${flake.system} it offers: ${offered.join(', ')}.`
        : `It offers no packages for ${flake.system}. Add packages.${flake.system}.default to it, or leave this platform out of "arches".`;
    const file = flake.folder === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.join(flake.folder, 'flake.nix');
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${flake.written.replace(/#.*/, '')} has no package "${flake.attribute.replace(/\^.*/, '')}" for ${flake.system}.`, {}, { cause: error, hint, ...(file !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) && { location: { file } }) });
}
/** @returns undefined if no outputs were chosen, or nothing tells which there are */
async function outputFailure(cause, site, flake) {
    const { path: attribute, choice } = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_7__/* .splitChoice */ .e)(flake.attribute);
    if (choice === undefined || choice === '*')
        return undefined;
    const there = await outputsThere(site, flake, attribute);
    const missing = choice.filter((name) => !there.includes(name));
    if (there.length === 0 || missing.length === 0)
        return undefined;
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The package "${attribute}" of the flake ${flake.written.replace(/#.*/, '')} has no output "${missing.join('", "')}".`, {}, { cause, hint: `It has: ${there.join(', ')}. Leave out ^ and what follows it to get the default outputs.` });
}
/** A derivation that names no outputs has one. */
const OUTPUTS = 'value: if (value.type or "") == "derivation" then value.outputs or [ "out" ] else [ ]';
/** Best effort. */
async function outputsThere(site, { reference, system }, attribute) {
    for (const place of [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`, attribute]) {
        const json = await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#${place}`, '--apply', OUTPUTS]).catch(() => '[]');
        const names = JSON.parse(json);
        if (Array.isArray(names) && names.length > 0)
            return names.map(String);
    }
    return [];
}
/** Of a folder, Nix sees a copy: what is beside it is not there. */
function outsideFailure(message, cause, { folder, written, attribute }) {
    const root = folder === undefined ? undefined : repositoryAbove(folder);
    const hint = root === undefined || folder === undefined
        ? 'Nix sees only the folder of the flake: put what it needs into that folder.'
        : 'Nix sees only the folder of the flake. Name the repository, and the folder in it: ' +
            `flake: git+file:${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(process.cwd(), root) || '.'}?dir=${node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, folder)}#${attribute} (only files that git tracks are seen).`;
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The flake ${written} refers to files outside of its folder: ${message}.`, {}, { cause, hint });
}
/** The folder above that is a git repository; undefined if there is none, or it is the folder itself. */
function repositoryAbove(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, '.git')))
        return undefined;
    for (let above = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder); above !== node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(above); above = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(above)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(above, '.git')))
            return above;
    }
    return undefined;
}
/** Builders colour their output, and old Nix puts its own messages in a binary envelope. */
function plainText(line) {
    return (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSequences */ .V$)(line).replaceAll(/[^\P{Cc}\t]/gu, '');
}
/** Best effort: a flake without packages for this system, or one that fails here too, offers nothing. */
async function offeredAttributes(site, { reference, system }) {
    const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#packages.${system}`, '--apply', 'builtins.attrNames'];
    return site.capture(command).then((json) => JSON.parse(json), () => []);
}
function platformFailure({ required, features, derivation }, error, site) {
    if (required !== '' && required !== site.system)
        return foreignProgram(site, error, required);
    if (required === site.system && features.trim() === '')
        return foreignProgram(site, error, required);
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${titleOf(derivation)} needs a builder with the features {${features}}, which Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} does not have.`, { derivation }, {
        cause: error,
        hint: 'Name a builder that has them with "builders", or set "system-features" in "nix-config".',
    });
}
function foreignProgram(site, cause, system = site.system) {
    return new _kit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w3(`Nix ${(0,_run_site_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(site)} can't build for ${system}: no emulator is set up for it, and no builder was named.`, {
        cause,
        hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), build in a job on a native ${system} runner, or name a machine with "builders".`,
    });
}
/** The innermost place that is in the user's own files; most of a trace is about nixpkgs. */
function locationOf(at, { folder }) {
    if (folder === undefined)
        return undefined;
    const position = at.findLast(({ file }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, file)));
    return position && { file: node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, position.file), line: position.line, column: position.column };
}
function titleOf(derivation) {
    return derivation.slice('/nix/store/'.length + 33).replace(/\.drv$/, '');
}


/***/ }),

/***/ 3024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JZ: () => (/* binding */ buildOutputs),
  FV: () => (/* binding */ chosen),
  PA: () => (/* binding */ dryRun),
  aQ: () => (/* binding */ outputsToBuild),
  FG: () => (/* binding */ parseBuildResult)
});

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/parse-json.js
var parse_json = __webpack_require__(93040);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/nix/run/capture-in-runs.js
var capture_in_runs = __webpack_require__(3478);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/run/nix-log.js



/** Makes Nix say on standard error what it does, one JSON object a line. Every version since 2.4 knows it; numbers are those of its logging.hh. */
const JSON_LOG = ['--log-format', 'internal-json'];
const PREFIX = '@nix ';
const INFO = 3;
const FILE_TRANSFER = 101;
const BUILDS = 104;
const BUILD = 105;
const BUILD_WAITING = 111;
const LOG_LINE = 101;
const PROGRESS = 105;
const SET_EXPECTED = 106;
/** What a line may have, and how much of what was said is kept for errors; bytes. */
const LIMITS = { bytes: 1024 * 1024, depth: 8, values: 10_000 };
const KEPT = 64 * 1024;
/** Activities that are followed at once: Nix has a few hundred at most. */
const MOST_ACTIVITIES = 10_000;
/** Reads what Nix says in JSON: gives the lines that it would say to a person, and knows how far it is. Whatever else comes is a line of text. */
class NixLog {
    #activities = new Map();
    /** Of activities that have ended. */
    #fetchedBefore = 0;
    #built = 0;
    #toBuild = 0;
    #said = '';
    /** Takes a line. @returns the lines that a person should see */
    take(line) {
        const lines = this.#read(line).flatMap((text) => text.split(/\r\n|\n|\r/));
        for (const each of lines)
            this.#said = `${this.#said}${each}\n`;
        if (this.#said.length > 2 * KEPT)
            this.#said = this.#said.slice(-KEPT);
        return lines;
    }
    /** The end of what was said to a person. */
    get said() {
        return this.#said.slice(-KEPT);
    }
    get progress() {
        let [fetched, toFetch, building] = [this.#fetchedBefore, 0, undefined];
        for (const { type, name, done, expected } of this.#activities.values()) {
            if (type === FILE_TRANSFER)
                fetched += done;
            if (type === BUILD)
                building = name;
            toFetch += expected.get(FILE_TRANSFER) ?? 0;
        }
        return { built: this.#built, toBuild: this.#toBuild, fetched, toFetch: Math.max(toFetch, fetched), building };
    }
    #read(line) {
        if (!line.startsWith(PREFIX))
            return [line];
        let event;
        try {
            event = (0,parse_json/* parseJson */.qF)(line.slice(PREFIX.length), LIMITS);
        }
        catch (error) {
            if (error instanceof parse_json/* JsonError */.N3)
                return [line];
            throw error;
        }
        if (!(0,field/* isObject */.Gv)(event))
            return [line];
        const { action, id, level, type, text, msg, fields } = event;
        if (action === 'msg')
            return typeof msg === 'string' && isSaid(level) ? [(0,safe_text/* withoutSequences */.V$)(msg)] : [];
        if (!isCount(id))
            return [];
        if (action === 'start')
            return this.#start(id, isCount(type) ? type : 0, Array.isArray(fields) ? fields : [], typeof text === 'string' && isSaid(level) ? (0,safe_text/* withoutSequences */.V$)(text) : '');
        if (action === 'stop')
            this.#stop(id);
        return action === 'result' && isCount(type) && Array.isArray(fields) ? this.#result(id, type, fields) : [];
    }
    #start(id, type, [derivation], text) {
        const name = type === BUILD && typeof derivation === 'string' ? nameOf(derivation) : '';
        if (this.#activities.size < MOST_ACTIVITIES)
            this.#activities.set(id, { type, name, done: 0, expected: new Map() });
        return text === '' || type === BUILD_WAITING ? [] : [`${text}...`];
    }
    #stop(id) {
        const activity = this.#activities.get(id);
        if (activity?.type === FILE_TRANSFER)
            this.#fetchedBefore += activity.done;
        this.#activities.delete(id);
    }
    #result(id, type, [first, second]) {
        const activity = this.#activities.get(id);
        if (activity === undefined)
            return [];
        if (type === LOG_LINE)
            return typeof first === 'string' ? [`${activity.name === '' ? '' : `${activity.name}> `}${(0,safe_text/* withoutSequences */.V$)(first)}`] : [];
        if (!isCount(first) || !isCount(second))
            return [];
        if (type === SET_EXPECTED)
            activity.expected.set(first, second);
        if (type !== PROGRESS)
            return [];
        activity.done = first;
        if (activity.type === BUILDS)
            [this.#built, this.#toBuild] = [first, Math.max(first, second)];
        return [];
    }
}
/** By default Nix says what has the level of information, or is more important. */
function isSaid(level) {
    return isCount(level) && level <= INFO;
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
/** `hello-1.0` of `/nix/store/<hash>-hello-1.0.drv`. */
function nameOf(derivation) {
    return derivation.replace(/^.*\//, '').slice(33).replace(/\.drv$/, '');
}

// EXTERNAL MODULE: ./lib/nix/run/version.js
var run_version = __webpack_require__(21657);
// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/nix/flake/evaluate-expression.js
var evaluate_expression = __webpack_require__(67805);
// EXTERNAL MODULE: ./lib/nix/flake/flake-attributes.js
var flake_attributes = __webpack_require__(50332);
// EXTERNAL MODULE: ./lib/nix/flake/flake.js + 2 modules
var flake_flake = __webpack_require__(71776);
// EXTERNAL MODULE: ./lib/nix/flake/split-choice.js
var split_choice = __webpack_require__(54437);
;// CONCATENATED MODULE: ./lib/nix/flake/build.js











/**
 * Builds what the flake names, or fetches it from where it is built already.
 * @param options who is told what Nix says meanwhile and how far it is, and what ends it
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function buildOutputs(site, flake, options) {
    const run = (installables) => buildAndTell(site, [...build_BUILD, ...JSON_LOG, ...(0,flake_flake/* flakeArguments */.UG)(flake), ...installables], options);
    return parseBuildResult(await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run)));
}
/** What Nix says in JSON is read on the way; an error has it as a person would have seen it. */
async function buildAndTell(site, argv, { onStderr, onProgress, signal }) {
    const log = new NixLog();
    const take = (line) => {
        for (const each of log.take(line))
            onStderr?.(each);
        onProgress?.(log.progress);
    };
    try {
        return await site.capture(argv, { onStderr: take, signal });
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        const last = log.said.trimEnd().split('\n').at(-1) ?? '';
        const { command, exitCode, cause } = error;
        throw new errors/* CommandError */.Qd(`"nix build" failed with exit code ${exitCode ?? 'none'}: ${last}`, { command, exitCode, stderr: log.said }, { cause });
    }
}
/**
 * Returns what Nix would build for a flake, in the words of `nix build --json`; an output that only building can tell is null.
 * Nothing is built, but binary caches are asked for what is not there.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function dryRun(site, flake) {
    const run = (installables) => site.capture([...build_BUILD, ...(0,flake_flake/* flakeArguments */.UG)(flake), '--dry-run', ...installables]);
    return (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
}
/**
 * Returns the outputs of all that Nix would build for a flake, as far as they are known before. Nothing is built.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
async function outputsToBuild(site, flake) {
    const derivations = new Set();
    // Nix lists what it would build, and what it would fetch; only the former are derivations.
    const onStderr = (line) => {
        const path = /^\s+(\S+\.drv)$/.exec(line)?.[1] ?? '';
        if ((0,store_path/* isStorePath */.zP)(path))
            derivations.add(path);
    };
    const run = (installables) => site.capture([...build_BUILD, '--dry-run', ...installables], { onStderr });
    await (0,flake_attributes/* withAttribute */.V)(site, flake, (attribute) => buildAttribute(site, flake, attribute, run));
    const listed = await (0,capture_in_runs/* captureInRuns */.s)(site, ['nix-store', '--query', '--outputs'], [...derivations]);
    return listed.split('\n').filter(store_path/* isStorePath */.zP);
}
/** --json where --print-out-paths would do, because Nix 2.8 has only that. */
const build_BUILD = ['nix', 'build', '--json', '--no-link'];
async function buildAttribute(site, flake, attribute, run) {
    const { reference } = flake;
    return run((await isOld(site)) ? await outputAttributes(site, flake, attribute) : [`${reference}#${attribute}`]);
}
/** Nix 2.8 knows neither `^` nor `meta.outputsToInstall`. */
async function isOld(site) {
    const version = (0,run_version/* parseNixVersion */.p_)(await (0,run_version/* askVersion */.qN)(site));
    return version?.major === 2 && version.minor < 9;
}
/** What is built is looked at before, and an evaluation is spared if its answer is kept. By the flake that the site was asked about. */
const OUTPUTS = new WeakMap();
/** Outputs as attributes: `multi.man` for `multi^man`. What has none that are attributes is left as it is. */
function outputAttributes(site, flake, attribute) {
    const known = OUTPUTS.get(site) ?? new Map();
    OUTPUTS.set(site, known);
    const question = [...(0,flake_flake/* flakeArguments */.UG)(flake), `${flake.reference}#${attribute}`].join(' ');
    const asked = known.get(question) ?? askOutputs(site, flake, attribute);
    known.set(question, asked);
    asked.catch(() => known.delete(question));
    return asked;
}
async function askOutputs(site, flake, attribute) {
    const { path: name, choice } = (0,split_choice/* splitChoice */.e)(attribute);
    const path = `${flake.reference}#${name}`;
    const json = await site.capture(['nix', 'eval', '--json', ...(0,flake_flake/* flakeArguments */.UG)(flake), path, '--apply', (0,evaluate_expression/* answerFunction */.f)(choice)]);
    const { outputs } = JSON.parse(json);
    if (outputs !== undefined)
        return Object.keys(outputs).map((output) => `${path}.${output}`);
    return choice === undefined || choice === '*' ? [path] : choice.map((output) => `${path}.${output}`);
}
/**
 * Reads the answer of `nix build --json`: a list with an entry for each thing that was asked for, a derivation with its
 * outputs or a bare store path.
 */
function parseBuildResult(json) {
    const outputs = {};
    let derivation;
    for (const entry of entriesOf(json)) {
        if (typeof entry === 'string') {
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry);
            continue;
        }
        if (entry.path !== undefined)
            outputs['out'] = (0,store_path/* parseStorePath */.GV)(entry.path);
        if (entry.drvPath !== undefined)
            derivation ??= (0,store_path/* parseStorePath */.GV)(entry.drvPath);
        for (const [name, value] of Object.entries(entry.outputs ?? {}))
            outputs[name] = outputPath(name, value);
    }
    return { ...chosen(outputs), derivation };
}
/**
 * Puts outputs in order, and chooses the one for PATH: `bin` if there is one, as nixpkgs' `getBin` and `nix profile`
 * have it: programs are there, while `out` may hold none. Else `out`; else the first by name, when only others were
 * asked for (`^man`).
 * @throws Failure if there are none
 */
function chosen(outputs) {
    const sorted = Object.entries(outputs).sort(([a], [b]) => (0,store_path/* compareText */.n6)(a, b));
    const storePath = outputs['bin'] ?? outputs['out'] ?? sorted[0]?.[1];
    if (storePath === undefined)
        throw new errors/* Failure */.HR('Nix built nothing: "nix build --json" names no output.');
    return { outputs: Object.fromEntries(sorted), storePath };
}
const MOST_ENTRIES = 10_000;
function entriesOf(json) {
    const parsed = (0,parse_json/* parsedJson */.U4)(json, refuse);
    if (!Array.isArray(parsed))
        return [];
    field/* Field */.D0.of(parsed, refuse).each(MOST_ENTRIES, (entry) => {
        if (typeof entry.value === 'string')
            return;
        for (const name of ['path', 'drvPath'])
            entry.get(name).optional((path) => path.text());
        entry.get('outputs').optional((outputs) => outputs.object());
    });
    return parsed;
}
function outputPath(name, value) {
    const text = typeof value === 'object' && value !== null ? value.path : value;
    if (typeof text !== 'string')
        throw new errors/* Failure */.HR(`Nix built the output "${name}" but did not say where it is.`);
    return (0,store_path/* parseStorePath */.GV)(text);
}
function refuse(why) {
    throw new errors/* Failure */.HR(`"nix build --json" gave an invalid answer: ${why}.`);
}


/***/ }),

/***/ 65225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77363);
/* harmony import */ var _run_ssh_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10710);


const DRV = String.raw `(/nix/store/[^'\s]+\.drv)`;
/** Nix has nothing left that could build it: no platform, no features, no jobs. */
const NO_BUILDER = /is required to build|Reason: (?:[^\n]{0,200}mismatch|missing system features)|unable to start any build|local builds are disabled/i;
/** Each with the words of Nix up to 2.3x and of later ones. The order matters: what is at the bottom causes what is above. */
const RULES = [
    (stderr) => {
        const [, derivation, specified, got] = new RegExp(`hash mismatch in fixed-output derivation '${DRV}':\\s+(?:specified|wanted):\\s+(\\S+)\\s+got:\\s+(\\S+)`).exec(stderr) ?? [];
        return derivation && specified && got ? { kind: 'hash', derivation, specified, got } : undefined;
    },
    (stderr) => {
        const [, machine, why = ''] = /cannot build on '([^']+)': *(?:error: *)?(.*)/.exec(stderr) ?? [];
        if (machine === undefined || !NO_BUILDER.test(stderr))
            return undefined;
        return { kind: 'remote', machine: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(machine.replace(/\?.*/, '')), reason: (0,_run_ssh_access_js__WEBPACK_IMPORTED_MODULE_1__/* .sshComplaint */ .uv)(stderr) ?? (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(why) };
    },
    (stderr) => {
        const old = new RegExp(`a '([^']+)' with features \\{([^}]*)\\} is required to build '${DRV}'`).exec(stderr);
        if (old !== null)
            return { kind: 'platform', required: old[1] ?? '', features: old[2] ?? '', derivation: old[3] ?? '' };
        const block = new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: (?:[^\\n]*mismatch|missing system features)([\\s\\S]*?)(?=\\nerror|$)`).exec(stderr);
        if (block === null)
            return undefined;
        const required = /Required system: '([^']+)'/.exec(block[2] ?? '')?.[1] ?? '';
        const features = /Required features: \{([^}]*)\}/.exec(block[2] ?? '')?.[1] ?? '';
        return { kind: 'platform', required, features, derivation: block[1] ?? '' };
    },
    (stderr) => {
        const old = new RegExp(`builder for '${DRV}' (failed[^;\\n]*)`).exec(stderr);
        const match = old ?? new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: builder (failed[^\\n]*?)\\.?\\n`).exec(stderr);
        return match === null ? undefined : { kind: 'builder', derivation: match[1] ?? '', how: (match[2] ?? 'failed').replace(/[.,:]$/, '') };
    },
    (stderr) => (/^[ \t]*error:.*(No space left on device|database or disk is full|Disk quota exceeded)/im.test(stderr) ? { kind: 'disk' } : undefined),
    (stderr) => {
        const [, output] = /derivation '[^']+' does not have (?:wanted )?outputs? '([^']+)'/.exec(stderr) ?? [];
        return output === undefined ? undefined : { kind: 'output', output };
    },
    (stderr) => {
        // What is not in a store path was looked for beside the copy that Nix has of the folder.
        const outside = /^[ \t]*error: (access to absolute path '\/nix\/(?!store\/[0-9a-z]{32}-)[^']*' is forbidden.*|.* points outside of its parent's store path.*)/m.exec(stderr);
        return outside === null ? undefined : { kind: 'outside', message: (outside[1] ?? '').replace(/ \(use '--impure'.*/, '') };
    },
    (stderr) => (/does not provide attribute/.test(stderr) ? { kind: 'attribute' } : undefined),
    (stderr) => {
        const [, url, reason] = /^[ \t]*error: (?:unable to download|cannot (?:download|fetch)|failed to fetch) '([^']+)':? ?(.*)$/im.exec(stderr) ?? [];
        return url === undefined ? undefined : { kind: 'network', url: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(url), reason: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(reason ?? '') };
    },
    (stderr) => {
        const [, program] = /executing '([^']+)': No such file or directory|program '([^']+)' (?:not found|failed to start)/.exec(stderr) ?? [];
        return program === undefined ? undefined : { kind: 'program', program };
    },
];
/** Reads the end of what a failed `nix build` or `nix eval` wrote. */
function diagnose(output) {
    // Nix colours what it says before it looks whether anybody sees colours.
    const stderr = (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSequences */ .V$)(output);
    for (const rule of RULES) {
        const diagnosis = rule(stderr);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    // Nix announces what it builds once all is evaluated.
    const building = /^(?:building '|these \d+ derivations will be built|this derivation will be built)/m.test(stderr);
    return { kind: 'other', message: (0,_kit_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrls */ .sK)(lastError(stderr)), building, at: positions(stderr) };
}
/** What Nix says of all that needed what failed. */
const CONSEQUENCE = /^(?:\d+ dependenc(?:y|ies) of derivation .* failed to build|build of .* failed|[Bb]uild failed due to failed dependency|Cannot build '[^']*'\.|some errors were encountered.*)$/;
/** A trace goes from the outside in; the error itself comes last, but for what followed from it. */
function lastError(stderr) {
    const reasons = stderr.replaceAll(/^([ \t]*error:[ \t]*)Cannot build '[^']*'\.\s+Reason: (?!\d+ dependenc)/gm, '$1');
    const errors = [...reasons.matchAll(/^[ \t]*error:[ \t]*(\S.*)$/gm)].map((match) => match[1] ?? '');
    return errors.findLast((error) => !CONSEQUENCE.test(error)) ?? errors.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
}
/** Places in sources that were copied to the store, or in flakes as newer ones write them: `«path:…»/flake.nix:3:11`. */
function positions(stderr) {
    const pattern = /at (?:\/nix\/store\/[a-z0-9]{32}-[^/\s]+|«[^»]+»)\/([^\s:]+):(\d+):(\d+)/g;
    return [...stderr.matchAll(pattern)].map(([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }));
}


/***/ }),

/***/ 67805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ANSWERS),
/* harmony export */   f: () => (/* binding */ answerFunction)
/* harmony export */ });
/* harmony import */ var _flake_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16394);

/**
 * A function of a choice of outputs (null: none was made) and of a value. It answers for derivations whose outputs are
 * attributes of theirs, as all are, except odd ones made by hand.
 *
 * Which outputs are taken by themselves is as in Nix's installable-flake.cc: those of an output that was picked by
 * attribute, else `meta.outputsToInstall`, else `out`. Nix 2.8 would take the one that the attribute stands for; it is told.
 */
const ANSWER = `choice: value: let
  has = name: builtins.isAttrs value && builtins.hasAttr name value;
  isDerivation = has "type" && value.type == "derivation" && has "drvPath";
  own = if has "outputName" then [ value.outputName ] else [ ];
  wanted = value.meta.outputsToInstall or [ ];
  orOut = names: if names == [ ] then [ "out" ] else names;
  default = if has "outputSpecified" then orOut (if value.outputSpecified then own else [ ]) else orOut wanted;
  names = if choice == null then default else if choice == "*" then value.outputs or [ ] else choice;
  output = name: builtins.getAttr name value;
  first = name: if builtins.match "/.*" name == null then name else builtins.substring 33 (-1) (baseNameOf name);
  nameOf = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.name or null else if builtins.isString part || builtins.isPath part then first (toString part) else null); in
    if tried.success && builtins.isString tried.value then [ (builtins.unsafeDiscardStringContext tried.value) ] else [ ];
  others = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.propagatedUserEnvPkgs or [ ] else [ ]); in if tried.success && builtins.isList tried.value then tried.value else [ ];
  isEnvironment = has "paths" && builtins.isList value.paths && builtins.length value.paths < 500;
  parts = if isEnvironment then { parts = builtins.concatMap (part: builtins.concatMap nameOf ([ part ] ++ others part)) value.paths; } else { };
  isKnown = name: has name && builtins.isAttrs (output name) && output name ? outPath && (output name).drvPath or null == value.drvPath;
in
  if isDerivation && names != [ ] && builtins.all isKnown names
  then { outputs = builtins.listToAttrs (map (name: { inherit name; value = toString (output name).outPath; }) names); } // parts
  else { }`;
/** Returns a function of the value of an attribute, for `nix eval --apply`. */
function answerFunction(choice) {
    return `(${ANSWER}) (${choiceText(choice)})`;
}
function choiceText(choice) {
    if (choice === undefined)
        return 'null';
    return choice === '*' ? '"*"' : `[ ${choice.map(_flake_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nixString */ .z7).join(' ')} ]`;
}
/**
 * An expression that asks many flakes, for `nix eval --expr`. Take its attribute `answers`, so that Nix calls it with
 * the arguments: `mark`, and `part…` with lists of flakes and questions as JSON (see evaluate-together.ts). What it is
 * asked is data, never code.
 *
 * It says each answer as soon as it has it, as a trace with the mark before it: an error that Nix can't catch, and most
 * are of that kind, ends the process, and what was found out until then must not be lost. Nothing of a flake is kept,
 * so its memory can be used for the next one.
 */
const ANSWERS = `{ ... }@arguments: {
  answers = let
    answer = ${ANSWER};
    parts = builtins.filter (name: builtins.substring 0 4 name == "part") (builtins.attrNames arguments);
    flakes = builtins.concatLists (map (name: builtins.fromJSON (builtins.getAttr name arguments)) parts);
    find = builtins.foldl' (found: name:
      if found != null && builtins.isAttrs found.it && builtins.hasAttr name found.it
      then { it = builtins.getAttr name found.it; }
      else null);
    first = outputs: paths:
      if paths == [ ] then { }
      else let found = find { it = outputs; } (builtins.head paths);
      in if found == null then first outputs (builtins.tail paths) else found;
    ask = outputs: { id, choice, paths }: let found = first outputs paths;
      in builtins.trace (arguments.mark + builtins.toJSON ({ inherit id; } // (if found ? it then answer choice found.it else { })));
    all = builtins.foldl' (done: { reference, questions }: let inherit (builtins.getFlake reference) outputs;
      in builtins.foldl' (before: question: ask outputs question before) done questions);
  in all true flakes;
}`;


/***/ }),

/***/ 50332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withAttribute),
/* harmony export */   f: () => (/* binding */ attributePaths)
/* harmony export */ });
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48285);
/* harmony import */ var _run_emulation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37861);
/* harmony import */ var _build_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60086);
/* harmony import */ var _diagnose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65225);
/* harmony import */ var _flake_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71776);
/* harmony import */ var _split_choice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54437);






/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }) {
    if (system === (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)())
        return [attribute];
    const [path = ''] = attribute.split('^');
    // Whoever names the system means just that place.
    if (path.split('.').includes(system))
        return [attribute];
    return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}
/**
 * Gives Nix one after the other of the attributes that a flake's attribute may stand for, until there is one.
 * @throws Failure that says what is wrong with the flake; SetupError, CancelledError
 */
async function withAttribute(site, flake, attempt) {
    let missing;
    for (const attribute of attributesOf(flake)) {
        try {
            return await attempt(attribute);
        }
        catch (error) {
            if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
                throw error;
            if ((0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind !== 'attribute')
                throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)(error, site, flake);
            missing ??= error;
        }
    }
    if (flake.system !== (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() && isWrittenOut(flake) && !(await isNative(site, flake)))
        return attemptBare(site, flake, attempt, missing);
    if (missing === undefined)
        throw new Error('no attribute was tried');
    throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)(missing, site, flake);
}
/** A path of several names, which may begin at the flake's outputs themselves: `hydraJobs.tool`. */
function isWrittenOut({ attribute, system }) {
    const names = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path.split('.');
    return names.length > 1 && !names.includes(system);
}
/** Tells whether Nix would find the attribute among the packages of its own system. It must not be passed as it is written then. */
async function isNative(site, flake) {
    const { reference, attribute } = flake;
    const places = ['packages', 'legacyPackages'].map((set) => `${reference}#${set}.${(0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() ?? ''}.${(0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path}`);
    for (const place of places) {
        const there = await site.capture(['nix', 'eval', '--json', ...(0,_flake_js__WEBPACK_IMPORTED_MODULE_4__/* .flakeArguments */ .UG)(flake), place, '--apply', '_: true']).then(() => true, (error) => !(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd && (0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind === 'attribute'));
        if (there)
            return true;
    }
    return false;
}
async function attemptBare(site, flake, attempt, missing) {
    try {
        return await attempt(flake.attribute);
    }
    catch (error) {
        if (!(error instanceof _kit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd))
            throw error;
        throw await (0,_build_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g)((0,_diagnose_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(error.stderr).kind === 'attribute' ? (missing ?? error) : error, site, flake);
    }
}
/**
 * Returns where Nix looks for an attribute in a flake's outputs, in its order; names from the outside in.
 * @returns undefined if only Nix itself can tell: names in quotes, or none between two dots
 */
function attributePaths(flake) {
    const native = (0,_run_emulation_js__WEBPACK_IMPORTED_MODULE_1__/* .nativeSystem */ .dr)() ?? flake.system;
    const places = attributesOf(flake).flatMap((attribute) => {
        const names = (0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(attribute).path.split('.');
        return [['packages', native, ...names], ['legacyPackages', native, ...names], names];
    });
    if (flake.system !== native && isWrittenOut(flake))
        places.push((0,_split_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .splitChoice */ .e)(flake.attribute).path.split('.'));
    return places.flat().every((name) => /^[^"\s]+$/.test(name)) ? places : undefined;
}


/***/ }),

/***/ 71776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UG: () => (/* binding */ flakeArguments),
  kR: () => (/* binding */ resolveFlake),
  lt: () => (/* binding */ withNixpkgs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/kit/format.js
var format = __webpack_require__(60385);
// EXTERNAL MODULE: ./lib/platform.js
var platform = __webpack_require__(82480);
// EXTERNAL MODULE: ./lib/nix/flake/flake-text.js
var flake_text = __webpack_require__(16394);
;// CONCATENATED MODULE: ./lib/nix/flake/devenv-flake.js


/** What devenv takes if devenv.yaml names none (devenv's documentation, "Inputs"). */
const DEFAULTS = { nixpkgs: 'github:cachix/devenv-nixpkgs/rolling', devenv: 'github:cachix/devenv' };
/** The folder that devenv.nix is told it is in: where dev containers have their workspaces. */
const ROOT = '/workspaces';
/**
 * Returns a flake that offers what devenv makes of the devenv.nix beside it as its shell `default`, by devenv's own library (its documentation, "Using
 * devenv with Nix Flakes"). Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs a flake reference that takes the place of the input of this name
 */
function devenvFlake(folder, nixpkgs) {
    const { allowUnfree, allowBroken, insecurePackages } = folder.config;
    const inputs = inputsOf(folder, nixpkgs);
    const overlays = inputs.flatMap(({ name, overlays: own }) => own.map((overlay) => `inputs.${(0,flake_text/* nixString */.z7)(name)}.overlays.${(0,flake_text/* nixString */.z7)(overlay)}`));
    return `{
${inputs.flatMap((input) => inputLines(`inputs.${(0,flake_text/* nixString */.z7)(input.name)}`, input)).join('\n')}
  outputs = inputs: {
    devShells = builtins.listToAttrs (map (system: let
      pkgs = import inputs.nixpkgs {
        inherit system;
        config = { allowUnfree = ${allowUnfree}; allowBroken = ${allowBroken}; permittedInsecurePackages = [ ${insecurePackages.map(flake_text/* nixString */.z7).join(' ')} ]; };
        overlays = [ ${overlays.join(' ')} ];
      };
    in { name = system; value.default = inputs.devenv.lib.mkShell {
      inherit inputs pkgs;
      modules = [ ({ lib, ... }: { devenv.root = lib.mkOverride 900 ${(0,flake_text/* nixString */.z7)(ROOT)}; }) ./devenv.nix ];
    }; }) [ ${platform/* ARCHES */.Pr.map(platform/* systemOf */.br).map(flake_text/* nixString */.z7).join(' ')} ]);
  };
}
`;
}
/** Returns the names of inputs that may be others tomorrow. */
function floatingInputs(folder) {
    return inputsOf(folder, undefined).flatMap(({ name, url = '', follows, pin }) => {
        const isPinned = pin === undefined ? /\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url) : pin['rev'] !== undefined || pin['narHash'] !== undefined;
        return follows !== undefined || isPinned ? [] : [name];
    });
}
function inputsOf({ config, locked }, nixpkgs) {
    const missing = Object.keys(DEFAULTS).filter((name) => config.inputs.every((input) => input.name !== name));
    const all = [...missing.map((name) => ({ name, flake: true, inputs: [], overlays: [] })), ...config.inputs];
    return all.map((input) => {
        const { name, follows: _followed, ...rest } = input;
        if (name === 'nixpkgs' && nixpkgs !== undefined)
            return { ...rest, name, url: nixpkgs, pin: undefined };
        const url = input.url ?? (input.follows === undefined ? DEFAULTS[name] : undefined);
        const pin = locked.get(name);
        return { ...input, ...(url === undefined ? {} : { url: name === 'devenv' ? url.replace(MODULES, '') : url }), pin: pin === undefined || name !== 'devenv' ? pin : wholeOf(pin) };
    });
}
function inputLines(place, { url, follows, flake, inputs, pin }) {
    if (follows !== undefined)
        return [`  ${place}.follows = ${(0,flake_text/* nixString */.z7)(follows)};`];
    const source = pin === undefined ? (url === undefined ? [] : [`  ${place}.url = ${(0,flake_text/* nixString */.z7)(url)};`]) : [`  ${place} = ${(0,flake_text/* attributes */.uK)(pin)};`];
    const own = inputs.flatMap((input) => inputLines(`${place}.inputs.${(0,flake_text/* nixString */.z7)(input.name)}`, { ...input, pin: undefined }));
    return [...source, ...(flake ? [] : [`  ${place}.flake = false;`]), ...own];
}
/** devenv's command takes the folder of its modules; its library is in the flake of the whole repository. */
const MODULES = /\?dir=src\/modules$/;
function wholeOf(pin) {
    return pin['dir'] === 'src/modules' ? Object.fromEntries(Object.entries(pin).filter(([key]) => key !== 'dir')) : pin;
}

// EXTERNAL MODULE: ./lib/json/field.js
var field = __webpack_require__(27298);
// EXTERNAL MODULE: ./lib/json/yaml.js
var json_yaml = __webpack_require__(53183);
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/flake/devenv-yaml.js




const NO_CONFIG = { inputs: [], allowUnfree: false, allowBroken: false, insecurePackages: [], ignored: [] };
/** Bytes of a `devenv.yaml`. */
const DEVENV_LIMIT = 256 * 1024;
const MOST = 200;
/** Inputs of inputs of inputs. */
const DEPTH = 3;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const FOLLOWS = (0,field/* grammar */.qN)('the name of an input, or of one of its own (base/nixpkgs)', (text) => text.length <= 500 && text.split('/').every((part) => NAME.test(part)));
const OVERLAY = (0,field/* grammar */.qN)('the name of an overlay', (text) => NAME.test(text));
const PACKAGE = (0,field/* grammar */.qN)('the name of a package with its version (openssl-1.1.1w)', (text) => /^[A-Za-z0-9][A-Za-z0-9._+?=-]{0,199}$/.test(text));
const REFERENCE = (0,field/* grammar */.qN)('a flake reference (github:NixOS/nixpkgs/nixos-25.11)', (text) => /^[\x21-\x7E]{1,1000}$/.test(text));
/** Reads the text of a `devenv.yaml`. @param file for messages @throws InputError */
function parseDevenvYaml(text, file) {
    const refuseAt = (why, line) => {
        throw new errors/* InputError */.dz('feature', `devenv.yaml can't be used: ${why}.`, {
            hint: 'docs/make/dev-shell.md lists the settings of devenv.yaml that are supported.',
            location: { file, ...(line === undefined ? {} : { line }) },
        });
    };
    const yaml = (0,json_yaml/* parseYaml */.h)(text, { bytes: DEVENV_LIMIT }, refuseAt);
    const whole = field/* Field */.D0.of(yaml.value ?? {}, (why) => refuseAt(why, yaml.lineOf(why)));
    whole.get('imports').optional((imports) => imports.each(0, () => undefined));
    if (whole.get('impure').optional(flag) === true)
        whole.get('impure').refuse('is true, but builds here are pure');
    const nixpkgs = whole.get('nixpkgs').optional((field) => field);
    const settings = nixpkgs === undefined ? [whole] : [whole, nixpkgs];
    const isSet = (...names) => settings.some((field) => names.some((name) => field.get(name).optional(flag) === true));
    nixpkgs?.members(MOST).forEach(([name, field]) => NIXPKGS.includes(name) || field.refuse('is not supported here'));
    return {
        inputs: whole.get('inputs').optional((field) => readInputs(field, 1)) ?? [],
        allowUnfree: isSet('allowUnfree', 'allow_unfree'),
        allowBroken: isSet('allowBroken', 'allow_broken'),
        insecurePackages: settings.flatMap((field) => ['permittedInsecurePackages', 'permitted_insecure_packages'].flatMap((name) => listOf(field.get(name), (item) => item.as(PACKAGE)))),
        ignored: whole.members(MOST).flatMap(([name]) => ([...NIXPKGS, 'inputs', 'imports', 'impure', 'nixpkgs'].includes(name) ? [] : [name])),
    };
}
const NIXPKGS = ['allowUnfree', 'allow_unfree', 'allowBroken', 'allow_broken', 'permittedInsecurePackages', 'permitted_insecure_packages'];
function readInputs(field, depth) {
    if (depth > DEPTH)
        field.refuse(`is more than ${DEPTH} inputs deep`);
    return field.members(MOST).map(([name, input]) => {
        if (!NAME.test(name) || name === 'self')
            input.refuse('is not a name for an input: letters, digits, dashes and underscores');
        const url = input.get('url').optional((each) => each.as(REFERENCE));
        if (url !== undefined && holdsLogin(url))
            input.get('url').refuse('contains a login or a token, which everybody who gets the result would see');
        const follows = input.get('follows').optional((each) => each.as(FOLLOWS));
        const inputs = input.get('inputs').optional((each) => readInputs(each, depth + 1)) ?? [];
        if (url !== undefined && follows !== undefined)
            input.refuse('has both "url" and "follows"');
        return {
            name,
            ...(url === undefined ? {} : { url }),
            ...(follows === undefined ? {} : { follows }),
            flake: input.get('flake').optional(flag) ?? true,
            inputs,
            overlays: listOf(input.get('overlays'), (item) => item.as(OVERLAY)),
        };
    });
}
/** Tells whether an address contains a login: the generated flake is shown, and so is each address in it. */
function holdsLogin(text) {
    return (0,safe_text/* hasLogin */.eA)(text.replace(/^(?:git|hg|tarball|file)\+/, '')) || /[?&](?:\w*token|\w*password|private_key)=/i.test(text);
}
function listOf(field, read) {
    const items = [];
    field.optional((list) => list.each(MOST, (item) => items.push(read(item))));
    return items;
}
function flag(field) {
    return field.value === true || field.value === false ? field.value : field.refuseValue('true or false');
}

// EXTERNAL MODULE: ./lib/nix/flake/seen-folder.js + 1 modules
var seen_folder = __webpack_require__(84519);
;// CONCATENATED MODULE: ./lib/nix/flake/flake.js









/** Returns what every command that evaluates a flake is told. */
function flakeArguments({ nixpkgs, generated }) {
    const override = nixpkgs === undefined || generated !== undefined ? [] : ['--override-input', 'nixpkgs', nixpkgs];
    return ['--no-write-lock-file', ...override];
}
/**
 * Returns the same flake with another nixpkgs than its own. Of a generated one, the file is written anew.
 * @param nixpkgs a flake reference
 */
async function withNixpkgs(flake, nixpkgs) {
    const { generated } = flake;
    // Its folder alone no longer says what is built.
    const following = { ...flake, nixpkgs, seen: undefined };
    if (generated === undefined)
        return following;
    const text = generated.withNixpkgs(nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(generated.place, 'flake.nix'), text);
    return { ...following, generated: { ...generated, text, isFloating: false } };
}
/** Makes of a flake source what can be given to Nix. @throws InputError if a folder or its flake.nix is not there */
async function resolveFlake(source, options) {
    switch (source.kind) {
        case 'folder':
            return folderFlake(source.folder, source.attribute, options);
        case 'reference':
            return referenceFlake(source, options);
        case 'shell':
            return shellFlake(source, options);
        case 'devenv':
            return generatedDevenv(source, options);
        default:
            return generatedFlake(source.packages, options);
    }
}
/** Its place is written out: a package may have the same name. */
async function shellFlake({ of, hook, direnv, said }, options) {
    if (said !== undefined)
        saySource(said, of, options.job);
    const attribute = `devShells.${options.system}.${of.attribute}`;
    const flake = await resolveFlake({ ...of, attribute }, options);
    const written = `${flake.written.replace(/#.*/, '')}#devShells.${of.attribute}${hook ? ' with its shellHook' : ''}${direnv ? " with direnv's hook" : ''}`;
    return { ...flake, written, shell: { hook, ...(direnv && { direnv }) } };
}
function saySource({ file, ignored }, { attribute }, job) {
    const others = ignored.length === 0 ? '' : ` ${(0,format/* formatNumberOf */.Of)(ignored.length, 'other line')} of it (${(0,format/* formatList */.ki)(ignored.map(String))}) ${ignored.length === 1 ? 'is' : 'are'} ignored: only "use flake [reference]" is understood.`;
    job.info(`There is no flake.nix, and ${file} names a flake: its development shell "${attribute}" is built.${others}`);
}
async function referenceFlake({ reference, attribute, mount }, options) {
    const written = `${portable(reference, mount)}#${attribute}`;
    const flake = { attribute, system: options.system, written, folder: mount, seen: undefined };
    if (mount === undefined)
        return { ...flake, reference, mounts: [] };
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    if (reference.startsWith('git+file:') && options.inContainer === true) {
        const { job, cleanup, seenFolders = new seen_folder/* SeenFolders */.v(cleanup) } = options;
        const repository = await seenFolders.repository(mount, { signal: job.signal });
        if (repository !== undefined)
            return { ...flake, reference: `git+file://${repository.place}${query}`, mounts: repository.mounts };
    }
    if (!reference.startsWith('path:'))
        return { ...flake, reference, mounts: [mount] };
    const { place, mount: toMount } = await seen(mount, options);
    return { ...flake, reference: `path:${place}${query}`, mounts: [toMount] };
}
async function folderFlake(folder, attribute, options) {
    const text = await readFlake(folder);
    if ((0,flake_text/* hasFloatingInputs */.aM)(text) && !(await (0,files/* isThere */.$B)(external_node_path_.join(folder, 'flake.lock'))))
        sayUnlocked(folder, options);
    const { place, mount } = await seen(folder, options);
    return {
        reference: `path:${place}`,
        attribute,
        system: options.system,
        written: `./${external_node_path_.basename(folder)}#${attribute}`,
        mounts: [mount],
        seen: place,
        folder,
    };
}
function sayUnlocked(folder, { requiresLock = false, job }) {
    const message = 'This flake has inputs but no flake.lock, so each build may use different versions of them.';
    const hint = 'Run "nix flake lock" and commit the file';
    const location = { file: external_node_path_.join(folder, 'flake.nix') };
    if (requiresLock)
        throw new errors/* InputError */.dz('flake', message, { hint: `${hint}, or use "reproducible: off".`, location });
    job.warning(`${message} ${hint}.`, location);
}
async function readFlake(folder) {
    try {
        return await (0,promises_.readFile)(external_node_path_.join(folder, 'flake.nix'), 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            throw cause;
        if (!(await (0,files/* isThere */.$B)(folder))) {
            throw new errors/* InputError */.dz('flake', `The folder ${folder} does not exist.`, { cause, hint: 'Name a folder that holds a flake.nix.' });
        }
        throw new errors/* InputError */.dz('flake', `There is no flake.nix in ${folder}.`, {
            cause,
            hint: 'Write one, name another flake with "flake", or name packages of nixpkgs with "packages".',
        });
    }
}
async function seen(folder, { job, cleanup, seenFolders = new seen_folder/* SeenFolders */.v(cleanup), include = [], featureFolder }) {
    const found = await seenFolders.of(folder, { include: folder === featureFolder ? include : [], signal: job.signal });
    const [first, ...others] = found.hidden;
    if (first !== undefined) {
        const more = others.length === 0 ? '' : ` and ${others.length} more`;
        job.info(`Nix does not see ${first}${more} in ${folder}: git ignores it, or its name suggests a secret.`);
    }
    return found;
}
async function generatedFlake(packages, options) {
    const { featureFolder, featureId, system } = options;
    const nixpkgs = featureFolder === undefined ? undefined : await lockedNixpkgs(external_node_path_.join(featureFolder, 'flake.lock'));
    const folder = await (0,seen_folder/* temporaryFolder */.y)(options.cleanup);
    const text = (0,flake_text/* packagesFlake */.X$)(featureId, packages, nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'flake.nix'), text);
    return {
        reference: `path:${folder}`,
        attribute: 'default',
        system,
        written: packages.map((name) => `nixpkgs#${name}`).join(' '),
        mounts: [folder],
        seen: undefined,
        folder: undefined,
        generated: { place: folder, text, withNixpkgs: (reference) => (0,flake_text/* packagesFlake */.X$)(featureId, packages, reference), isFloating: nixpkgs === undefined },
    };
}
/** A copy of the folder, with a flake beside its devenv.nix. */
async function generatedDevenv({ folder, attribute }, options) {
    const { requiresLock = false, job, system } = options;
    const read = (name) => (0,promises_.readFile)(external_node_path_.join(folder, name), 'utf8').catch(() => undefined);
    const [yaml, lock] = [await read('devenv.yaml'), await read('devenv.lock')];
    const config = yaml === undefined ? NO_CONFIG : parseDevenvYaml(yaml, external_node_path_.join(folder, 'devenv.yaml'));
    const locked = lock === undefined ? new Map() : (0,flake_text/* pinnedInputs */.SJ)(lock, external_node_path_.join(folder, 'devenv.lock'), { input: 'feature', hint: 'Create it again with "devenv update".' });
    const secret = [...locked].find(([, pin]) => Object.values(pin).some((value) => typeof value === 'string' && holdsLogin(value)));
    if (secret !== undefined) {
        throw new errors/* InputError */.dz('feature', `devenv.lock: the address of "${secret[0]}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc.', location: { file: external_node_path_.join(folder, 'devenv.lock') } });
    }
    const floating = floatingInputs({ config, locked });
    if (floating.length > 0) {
        const message = `No devenv.lock pins ${(0,format/* formatList */.ki)(floating.map((name) => `"${name}"`))}, so each build may use different versions of ${floating.length === 1 ? 'it' : 'them'}.`;
        const hint = 'Run "devenv update" and commit devenv.lock';
        const location = { file: external_node_path_.join(folder, yaml === undefined ? 'devenv.nix' : 'devenv.yaml') };
        if (requiresLock)
            throw new errors/* InputError */.dz('feature', message, { hint: `${hint}, or use "reproducible: off".`, location });
        job.warning(`${message} ${hint}.`, location);
    }
    if (config.ignored.length > 0)
        job.info(`devenv.yaml: ${(0,format/* formatList */.ki)(config.ignored)} ${config.ignored.length === 1 ? 'is' : 'are'} ignored: a shell in a container has no use for ${config.ignored.length === 1 ? 'it' : 'them'}.`);
    const place = await (0,seen_folder/* temporaryFolder */.y)(options.cleanup);
    const { place: from } = await seen(folder, options);
    await (0,promises_.cp)(from, place, { recursive: true, verbatimSymlinks: true, filter: (file) => !['.devenv', '.direnv', 'flake.lock'].includes(external_node_path_.relative(from, file)) });
    const textOf = (nixpkgs) => devenvFlake({ config, locked }, nixpkgs);
    await (0,promises_.writeFile)(external_node_path_.join(place, 'flake.nix'), textOf());
    return {
        reference: `path:${place}`,
        attribute,
        system,
        written: `./${external_node_path_.basename(folder)}#${attribute}`,
        mounts: [place],
        seen: undefined,
        folder: undefined,
        generated: { place, text: textOf(), withNixpkgs: textOf, isFloating: false },
    };
}
async function lockedNixpkgs(file) {
    if (!(await (0,files/* isThere */.$B)(file)))
        return undefined;
    return (0,flake_text/* pinnedNixpkgs */.Pl)(await (0,promises_.readFile)(file, 'utf8'), file);
}
/** A local reference names a folder of this machine, which is nobody else's business. Query strings may hold tokens. */
function portable(reference, mount) {
    if (mount === undefined)
        return /^[a-z+]*https?:/.test(reference) ? reference.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '') : reference;
    const [scheme] = reference.split(':');
    const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
    return `${scheme ?? 'path'}:./${external_node_path_.basename(mount)}${query}`;
}


/***/ }),

/***/ 84519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ SeenFolders),
  y: () => (/* binding */ temporaryFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/files.js
var files = __webpack_require__(33963);
// EXTERNAL MODULE: ./lib/git/inert-git.js
var inert_git = __webpack_require__(63041);
;// CONCATENATED MODULE: ./lib/git/clean-repository.js




/** What of a repository says which commits and files there are. Configuration, hooks, logs and leftovers do not. */
const OF_THE_REPOSITORY = ['refs', 'packed-refs', 'reftable', 'shallow'];
const OF_THE_CHECKOUT = ['HEAD', 'index'];
/** Settings without which git can't read what is there. */
const FORMAT = ['core.repositoryFormatVersion', 'extensions.objectFormat', 'extensions.refStorage'];
/**
 * Writes a `.git` that has the history and the index of a checkout, and none of its configuration: neither the token that
 * actions/checkout leaves there, nor logins of remotes, nor programs. Objects are not copied, but looked for where they are.
 *
 * @param top the checkout's own top
 * @param to the top of a copy of its files, without a `.git`
 * @returns absolute folders of objects that must be seen wherever git runs; undefined if there is no such checkout
 * @throws CancelledError
 */
async function writeCleanRepository(top, to, signal) {
    const checkout = await (0,inert_git/* findCheckout */.I8)(top);
    const answer = checkout?.top !== top ? undefined : await (0,inert_git/* askGit */.gG)(checkout, ['rev-parse', '--git-dir', '--git-common-dir'], { signal });
    if (checkout === undefined || answer === undefined)
        return undefined;
    const [own = '', common = ''] = answer.trimEnd().split('\n').map((folder) => external_node_path_.resolve(top, folder));
    const target = external_node_path_.join(to, '.git');
    const objects = external_node_path_.join(common, 'objects');
    await (0,promises_.mkdir)(external_node_path_.join(target, 'objects/info'), { recursive: true });
    await (0,promises_.mkdir)(external_node_path_.join(target, 'refs'), { recursive: true });
    for (const name of OF_THE_REPOSITORY)
        await copyIfThere(external_node_path_.join(common, name), external_node_path_.join(target, name));
    for (const name of OF_THE_CHECKOUT)
        await copyIfThere(external_node_path_.join(own, name), external_node_path_.join(target, name));
    const settings = await Promise.all(FORMAT.map(async (name) => [name, (await (0,inert_git/* askGit */.gG)(checkout, ['config', '--local', '--get', name], { signal }))?.trim()]));
    await (0,promises_.writeFile)(external_node_path_.join(target, 'config'), settings.map(configLine).join(''));
    await (0,promises_.writeFile)(external_node_path_.join(target, 'objects/info/alternates'), `${objects}\n`);
    return [objects, ...(await alternatesOf(objects))];
}
/** Links stay links: where they lead, nobody looks for us. */
async function copyIfThere(from, to) {
    if (await (0,files/* isThere */.$B)(from))
        await (0,promises_.cp)(from, to, { recursive: true, verbatimSymlinks: true, force: true });
}
function configLine([name, value]) {
    if (value === undefined || !/^\w+$/.test(value))
        return '';
    const [section = '', key = ''] = name.split('.');
    return `[${section}]\n\t${key} = ${value}\n`;
}
/** gitrepository-layout(5): one a line, relative to the folder of objects. */
async function alternatesOf(objects) {
    const text = await (0,promises_.readFile)(external_node_path_.join(objects, 'info/alternates'), 'utf8').catch(() => '');
    const folders = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => external_node_path_.resolve(objects, line));
    const there = await Promise.all(folders.map(files/* isThere */.$B));
    return folders.filter((_, index) => there[index]);
}

// EXTERNAL MODULE: ./lib/git/meant-files.js
var meant_files = __webpack_require__(68201);
// EXTERNAL MODULE: ./lib/kit/temporary.js
var temporary = __webpack_require__(88303);
;// CONCATENATED MODULE: ./lib/nix/flake/seen-folder.js






/** What a path may hold if every Nix is to read it from `path:` as it is: old ones don't decode `%20`, new ones do. */
const PLAIN_PATH = /^[A-Za-z0-9/._~+-]*$/;
/**
 * Local folders of flakes as Nix sees them: the folder itself if Nix may see all of it, or else a copy of what it may see.
 * With `path:` an evaluation can read every file of the folder, and so bring it into what is published: the token in
 * `.git/config`, and what git does not track and looks like a secret. What git ignores is not seen either, as with any
 * flake in a repository. A copy builds the same as the folder would: only contents and times count.
 */
class SeenFolders {
    #cleanup;
    #copyAll;
    #lists;
    #known = new Map();
    #repositories = new Map();
    #copies;
    /**
     * @param cleanup takes the copies away
     * @param copyAll of every folder there is a copy, all of them in one folder: many mounts are slow to make
     */
    constructor(cleanup, { copyAll = false, lists } = {}) {
        this.#cleanup = cleanup;
        this.#copyAll = copyAll;
        this.#lists = lists;
    }
    /** @param options as for `MeantFiles` */
    of(folder, options) {
        const seen = this.#known.get(folder) ?? this.#see(folder, options);
        this.#known.set(folder, seen);
        return seen;
    }
    /**
     * The top of a git checkout as a container sees it: a copy of its files, and a repository without configuration.
     * @returns undefined if it is no such top
     */
    repository(folder, options) {
        const seen = this.#repositories.get(folder) ?? this.#seeRepository(folder, options);
        this.#repositories.set(folder, seen);
        return seen;
    }
    async #seeRepository(folder, options) {
        const root = await (0,promises_.realpath)(folder);
        const { place, mount } = await this.of(root, options);
        // Something is hidden of each top, its .git; so what is there now is a copy.
        if (place === root)
            return undefined;
        const objects = await writeCleanRepository(root, place, options.signal);
        return objects === undefined ? undefined : { place, mounts: [mount, ...objects] };
    }
    async #see(folder, options) {
        // `path:` of a link would take the link for the flake.
        const root = await (0,promises_.realpath)(folder);
        const names = await hiddenNames(root, '', await meant_files/* MeantFiles */.L.of(root, { ...options, lists: this.#lists }));
        const hidden = names.filter((name) => external_node_path_.basename(name) !== '.git');
        if (names.length === 0 && PLAIN_PATH.test(root) && !this.#copyAll)
            return { place: root, mount: root, hidden };
        this.#copies ??= temporaryFolder(this.#cleanup);
        const copies = await this.#copies;
        const place = await (0,promises_.mkdtemp)(external_node_path_.join(copies, 'flake-'));
        await copyFolder({ from: root, to: place, hidden: new Set(names) }, '');
        return { place, mount: this.#copyAll ? copies : place, hidden };
    }
}
/** Its name is plain, and it is gone when `cleanup` is. */
async function temporaryFolder(cleanup) {
    const folder = await (0,promises_.realpath)(await (0,temporary/* makeTemporary */.ww)('nix-feature-flake'));
    cleanup.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    return folder;
}
/** If a folder is left out as a whole, what is in it is not named. */
async function hiddenNames(root, below, meant) {
    const names = [];
    for (const entry of await entriesOf(external_node_path_.join(root, below))) {
        const name = external_node_path_.posix.join(below, entry.name);
        if (entry.isDirectory() && meant.seesInto(name))
            names.push(...(await hiddenNames(root, name, meant)));
        else if (entry.isDirectory() || !meant.sees(name))
            names.push(name);
    }
    return names;
}
/** Links are copied as links: where they lead, Nix looks by itself. */
async function copyFolder(copy, below) {
    const source = external_node_path_.join(copy.from, below);
    const target = external_node_path_.join(copy.to, below);
    await (0,promises_.mkdir)(target, { recursive: true });
    for (const entry of await entriesOf(source)) {
        const name = external_node_path_.posix.join(below, entry.name);
        if (copy.hidden.has(name))
            continue;
        if (entry.isDirectory())
            await copyFolder(copy, name);
        else
            await copyEntry(entry, external_node_path_.join(source, entry.name), external_node_path_.join(target, entry.name));
    }
    // Last, as each new file changes it: a flake may look at the newest time of all.
    const { atime, mtime } = await (0,promises_.stat)(source);
    await (0,promises_.utimes)(target, atime, mtime);
}
async function copyEntry(entry, source, target) {
    if (entry.isSymbolicLink())
        await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
    else if (entry.isFile())
        await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_FICLONE);
    else
        return; // a socket or the like, which no flake can hold
    const { atime, mtime } = await (0,promises_.lstat)(source);
    await (0,promises_.lutimes)(target, atime, mtime);
}
async function entriesOf(folder) {
    return (0,promises_.readdir)(folder, { withFileTypes: true });
}


/***/ }),

/***/ 54437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ splitChoice)
/* harmony export */ });
/** Splits an attribute: `multi^man,bin` is the path `multi` and a choice of outputs. */
function splitChoice(attribute) {
    const [path = '', outputs] = attribute.split('^');
    return { path, choice: outputs === '*' ? '*' : outputs?.split(',') };
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

/***/ 3478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ captureInRuns)
/* harmony export */ });
/** Arguments of one command; keeps a command line far below the system's limit. */
const LONGEST_RUN = 500;
/**
 * Asks one question about any number of store paths, some at a time.
 * @returns all answers, one behind the other; empty if there are no paths
 * @throws CommandError for the first that fails; Failure, CancelledError
 */
async function captureInRuns(site, question, paths) {
    const answers = [];
    for (let at = 0; at < paths.length; at += LONGEST_RUN)
        answers.push(await site.capture([...question, ...paths.slice(at, at + LONGEST_RUN)]));
    return answers.join('');
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
// EXTERNAL MODULE: ./lib/place/open-base.js
var open_base = __webpack_require__(54545);
// EXTERNAL MODULE: ./lib/place/host-nix.js + 3 modules
var host_nix = __webpack_require__(60446);
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
