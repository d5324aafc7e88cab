export const id = 560;
export const ids = [560];
export const modules = {

/***/ 53738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yJ: () => (/* binding */ AHEAD),
  VY: () => (/* binding */ BEHIND),
  PN: () => (/* binding */ Matcher),
  kC: () => (/* binding */ SHOWN)
});

// EXTERNAL MODULE: ./lib/leaks/rules/known-public.js
var known_public = __webpack_require__(52349);
// EXTERNAL MODULE: ./lib/leaks/literals.js + 2 modules
var leaks_literals = __webpack_require__(39651);
;// CONCATENATED MODULE: ./lib/leaks/placed-rules.js
const PLACED_RULES = {
    chosen: [0, 0, 0, 0, 0, 3, 2, 1, 1, 2, 2, 0, 1, 2, 2, 0, 0, 0, 0, 5, 8, 5, 0, 0, 4, 0, 0, 0, 0, 1, 2, 3, 0, 2, 3, 3, 1, 1, 0, 0, 0, 7, 6, 7, 9, 0, 2, 1, 7, 9, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 7, 3, 6, 1, 0, 0, 0, 1, 1, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1, 6, 6, 1, 9, 9, 5, 7, 9, 0, 0, 4, 3, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 2, 3, 3, 2, 2, 2, 2, 3, 0, 3, 4, 4, 7, 2, 6, 6, 3, 3, 0, 0, 0, 1, 0, 2, 4, 4, 2, 1, 6, 10, 6, 4, 7, 2, 9, 3, 3, 3, 3, 4, 2, 4, 4, 0, 3, 2, 5, 8, 3, 5, 9, 3, 4, 2, 2, 1, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 9, 0, 3, 1, 0, 0, 0, 0, 0, 5],
    buckets: [
        { low: [17840, 37340, 2318, 18158], high: [236, 216, 64, 236] },
        { low: [32778, 513, 33796, 65535], high: [208, 216, 200, 252] },
        { low: [16686, 27726, 35021, 65535], high: [240, 112, 48, 252] },
        { low: [1038, 10645, 49714, 65535], high: [240, 88, 188, 252] },
        { low: [57754, 33103, 125, 58112], high: [116, 232, 224, 116] },
        { low: [54239, 54255, 65078, 41026], high: [240, 224, 88, 52] },
        { low: [51903, 47999, 50607, 51286], high: [248, 224, 240, 48] },
        { low: [23143, 63095, 799, 44544], high: [240, 240, 152, 60] },
    ],
};

// EXTERNAL MODULE: ./lib/leaks/prefilter/prefilter-code.js + 1 modules
var prefilter_code = __webpack_require__(14347);
;// CONCATENATED MODULE: ./lib/leaks/prefilter/shares.js
/**
 * How often each byte occurs, in programs and in text: 256 digits each, in base 36, for twice the negative logarithm to base
 * 2 of its share. Measured once, in a closure of tools and in sources of several languages.
 */
const MEASURED_BYTES = [
    '4cefffhhdhghiidbeijkiikkfkkkjkifdkkkchlkfhljjihjgfkjjiklhhjkjhkj' +
        'gdghdfii9fkkdhjjhkjhghjjcklihhjgighggeeihgljgigfhlgfdgjjijlkhkkj' +
        'gjkeeeikibmcidjkilkljlllkmmmlmmmjmmmlmmmkmmllmmmkmmlkmilikilklij' +
        'ehihhiigjiklllllikikkkkljkkjklkiikjkjkjjdfjiijihijjhjjhihjhiihga',
    'zzzzzzzzzskzzzzzzzzzzzzzzzzzzzzz9k6nmtklfgnl9hbhaaccddedee8ikgkm' +
        'skmkljmpnltpklllmskjjnpnsrsjfjnhmcfbaaafecnjdebaemca9ehhihn9k9xz' +
        'kklmnpqqnqomnqsporqqnnqonnornnoqopssnpqpopqqpqponrrporrsnqqmnpqp' +
        'zznrvuzzzzzzzzzzzzzzzzzzzzzzzzzzzrninlmnoppkknzqzzzzzzzzzzzzzzzz',
];
/** The share of each byte, for each kind of data. What is rare in all data may be common in that of one kind. */
const BYTE_SHARES = MEASURED_BYTES.map((digits) => Float64Array.from(digits, (digit) => 2 ** (-parseInt(digit, 36) / 2)));
/**
 * Windows of the rules that programs or texts are full of, whatever their bytes are like one by one: four characters each, and how
 * often they occur in a million positions. Measured once, as the shares of bytes were.
 */
const MEASURED_WINDOWS = '": "504cess370cces299http258----236ount234ttps196coun191tps:187s://186ps:/186Acce177ccou140acce136ivat127riva127vate121.com115uild109' +
    'es: 107buil098ine 091uffe087Line081ent-080ines078proj077ared075auth075tAcc065com/059y = 059redi058chin057ntry056hare056etAc053hine053achi053' +
    '_pat052Acco050cord046Priv046_key045gres043dKey042edKe037dAcc037edAc035/api035keys034gent033shar031Shar028in_a025_acc025tKey025eKey024cale024' +
    'scal022tp:/022p://022ttp:022redK021ithu021thub021gith021ord.021le_t020ive_020ey =019resh019post018disc018Key 016-pro016sKey015ate-014Pres013' +
    'agen013et_a012ecre011ack.011ateK010le_p010teKe010hook009t_ac009live009ntKe009key-009s_se009scor009oaut008edis008le_o008isco008cret008/nix008' +
    'lack007untK007_sec007ooks006mach006ffic006uth_006secr006cion006om/a006t_ke005r_pa005nt-s005lpat004l_li004atla004ild-004h": 004"aut004' +
    'OCSP003api_003.off003ild/003s.sl003AKIA003ship003ale_003d.co003uth"003nes:002-bui002redA002-or-002PRIV002dmin002npm_002admi002VATE002' +
    'et_k002skey002';
/** The share of positions that have this window, by its characters (latin1). */
const COMMON_SHARES = new Map(Array.from({ length: MEASURED_WINDOWS.length / 7 }, (_, i) => [MEASURED_WINDOWS.slice(7 * i, 7 * i + 4), Number(MEASURED_WINDOWS.slice(7 * i + 4, 7 * i + 7)) / 1e6]));

;// CONCATENATED MODULE: ./lib/leaks/prefilter/buckets.js


const BUCKETS = 8;
const KINDS = BYTE_SHARES.length;
/** What a position costs whose window really is looked for, beside one that is taken by mistake. */
const DEARER = 64;
const NOTHING_PLACED = { chosen: [], buckets: Array.from({ length: BUCKETS }, () => ({ low: [], high: [] })) };
/**
 * Chooses a window of each literal, and puts those that are alike together: a bucket takes every mixture of its members' halves
 * of bytes for one of them. Each goes to where it adds least to what is taken by mistake, those first that leave least choice.
 * @param first where the first of the literals are already
 * @param tried how many windows of a literal are compared, the rarest ones
 */
function placeLiterals(literals, first, tried) {
    const buckets = first.buckets.map((halves) => new Bucket(halves));
    const chosen = [...first.chosen];
    const order = literals.map((windows, i) => ({ windows, i })).slice(chosen.length);
    for (const { windows, i } of order.toSorted((a, b) => a.windows.length - b.windows.length || inOrder(a.windows[0]?.bytes, b.windows[0]?.bytes) || a.i - b.i)) {
        let [best, bucket, least] = [windows[0], buckets[0], Number.POSITIVE_INFINITY];
        for (const { window, own } of rarest(windows, tried)) {
            for (const each of buckets) {
                const costs = DEARER * own + each.shareWith(window.bytes) - each.share;
                if (costs < least)
                    [best, bucket, least] = [window, each, costs];
            }
        }
        chosen[i] = best.at;
        bucket.add(best.bytes);
    }
    return { chosen, buckets };
}
function rarest(windows, count) {
    return windows
        .map((window) => ({ window, own: shareOf(window) }))
        .toSorted((a, b) => a.own - b.own)
        .slice(0, count);
}
function inOrder(a = [], b = []) {
    for (let i = 0; i < prefilter_code/* WINDOW */.jf; i++) {
        const difference = (a[i]?.[0] ?? 0) - (b[i]?.[0] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Of all positions, those where the window is. */
function shareOf({ bytes: window }) {
    let sum = 0;
    for (const shares of BYTE_SHARES) {
        let share = 1;
        for (const bytes of window) {
            let any = 0;
            for (const byte of bytes)
                any += shares[byte];
            share *= any;
        }
        sum += share;
    }
    return Math.max(sum, COMMON_SHARES.get(String.fromCharCode(...window.map(([byte = 0]) => byte))) ?? 0);
}
/** Windows that are looked for together. */
class Bucket {
    low = new Uint16Array(prefilter_code/* WINDOW */.jf);
    high = new Uint16Array(prefilter_code/* WINDOW */.jf);
    /** For each kind of data, place and high half: how often a byte with it has one of the low halves. Sums that are kept make a bucket cheap to ask. */
    #rows = new Float64Array(KINDS * prefilter_code/* WINDOW */.jf * 16);
    /** Of all positions in data of each kind, those that are taken: the sum. */
    share = 0;
    constructor({ low, high }) {
        if (low.length === 0)
            return;
        this.high.set(high);
        for (let i = 0; i < prefilter_code/* WINDOW */.jf; i++)
            for (let half = 0; half < 16; half++)
                if (((low[i] >>> half) & 1) === 1)
                    this.#addLow(i, half);
        this.low.set(low);
        this.share = this.shareWith(Array.from({ length: prefilter_code/* WINDOW */.jf }, () => []));
    }
    /** What `share` would be with this window. */
    shareWith(window) {
        let sum = 0;
        for (let kind = 0; kind < KINDS; kind++) {
            let share = 1;
            for (let i = 0; i < prefilter_code/* WINDOW */.jf; i++)
                share *= this.#shareAt(kind, i, window[i]);
            sum += share;
        }
        return sum;
    }
    add(window) {
        this.share = this.shareWith(window);
        for (let i = 0; i < prefilter_code/* WINDOW */.jf; i++) {
            for (const byte of window[i]) {
                if (((this.low[i] >>> (byte & 15)) & 1) === 0)
                    this.#addLow(i, byte & 15);
                this.low[i] = this.low[i] | (1 << (byte & 15));
                this.high[i] = this.high[i] | (1 << (byte >> 4));
            }
        }
    }
    #addLow(i, low) {
        for (let kind = 0; kind < KINDS; kind++) {
            for (let half = 0; half < 16; half++) {
                const row = 16 * (prefilter_code/* WINDOW */.jf * kind + i) + half;
                this.#rows[row] = this.#rows[row] + BYTE_SHARES[kind]?.[16 * half + low];
            }
        }
    }
    /** Of all bytes, those that would be taken in a place if these were. */
    #shareAt(kind, i, bytes) {
        let [low, high] = [0, this.high[i]];
        for (const byte of bytes) {
            low |= 1 << (byte & 15);
            high |= 1 << (byte >> 4);
        }
        low &= ~this.low[i];
        const row = 16 * (prefilter_code/* WINDOW */.jf * kind + i);
        const shares = BYTE_SHARES[kind];
        let share = 0;
        for (let halves = high; halves !== 0; halves &= halves - 1) {
            const half = 31 - Math.clz32(halves & -halves);
            share += this.#rows[row + half];
            for (let left = low; left !== 0; left &= left - 1)
                share += shares[16 * half + 31 - Math.clz32(left & -left)];
        }
        return share;
    }
}

;// CONCATENATED MODULE: ./lib/leaks/prefilter/tables.js


/** More make the beginning of a small build slower, and hardly anything else faster. */
const TRIED = 3;
/**
 * @param literals of each literal, the windows by which it may be found: one of them is enough
 * @param first where the first of the literals are already
 * @param row characters of text in a row in which every window lies
 */
function tablesOf(literals, first, row) {
    const { chosen, buckets } = placeLiterals(literals, first, TRIED);
    const halves = new Uint8Array(32 * prefilter_code/* LOOKED_AT */.Zw);
    for (const [bucket, { low, high }] of buckets.entries()) {
        for (let i = 0; i < prefilter_code/* LOOKED_AT */.Zw; i++) {
            for (let half = 0; half < 16; half++) {
                const [ofLow, ofHigh] = [32 * i + half, 32 * i + 16 + half];
                halves[ofLow] = halves[ofLow] | (((low[i] >>> half) & 1) << bucket);
                halves[ofHigh] = halves[ofHigh] | (((high[i] >>> half) & 1) << bucket);
            }
        }
    }
    const windows = new Uint8Array(2 ** prefilter_code/* HASH_BITS */.eZ / 8);
    for (const [i, all] of literals.entries()) {
        for (const number of numbersOf(windowAt(all, chosen[i]))) {
            const hash = hashOf(number);
            windows[hash >>> 3] = windows[hash >>> 3] | (1 << (hash & 7));
        }
    }
    return { halves, windows, chosen, row };
}
function windowAt(windows, at) {
    const found = windows.find((window) => window.at === at);
    if (found === undefined)
        throw new Error(`no window begins at ${at}`);
    return found;
}
/** Returns the four bytes that a window may be, each as a number: little endian. */
function numbersOf({ bytes: window }) {
    return window.reduce((numbers, bytes, i) => numbers.flatMap((each) => bytes.map((byte) => (each | (byte << (8 * i))) >>> 0)), [0]);
}
function hashOf(number) {
    return Math.imul(number, prefilter_code/* HASH_FACTOR */.Dx) >>> (32 - prefilter_code/* HASH_BITS */.eZ);
}

;// CONCATENATED MODULE: ./lib/leaks/prefilter/prefilter.js


/** @param plain without WebAssembly */
function createPrefilter(tables, plain = false) {
    return (plain ? undefined : vectorized(tables)) ?? inScript(tables);
}
let prefilter_module;
/** @returns undefined if the machine has no such vectors */
function vectorized({ halves, windows, row }) {
    let instance;
    try {
        prefilter_module ??= new WebAssembly.Module((0,prefilter_code/* prefilterModule */.o3)());
        instance = new WebAssembly.Instance(prefilter_module);
    }
    catch {
        return undefined;
    }
    const { memory, run } = instance.exports;
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(halves, prefilter_code/* PLACES */.ls.tables);
    bytes.set(windows, prefilter_code/* PLACES */.ls.windows);
    const [more, all] = row < prefilter_code/* WINDOW */.jf ? [0, -1] : [Math.min(row, prefilter_code/* LONGEST_ROW */.KZ) - prefilter_code/* WINDOW */.jf, 0];
    const found = new Uint32Array(memory.buffer, prefilter_code/* PLACES */.ls.found, prefilter_code/* MOST_DATA */.Nr);
    return {
        data: Buffer.from(memory.buffer, prefilter_code/* PLACES */.ls.data, prefilter_code/* MOST_DATA */.Nr + prefilter_code/* SLACK */.z6),
        find: (from, to) => {
            const count = run(prefilter_code/* PLACES */.ls.data + from, prefilter_code/* PLACES */.ls.data + to, more, all);
            let valid = 0;
            for (; valid < count && found[valid] < prefilter_code/* PLACES */.ls.data + to; valid++)
                found[valid] = found[valid] - prefilter_code/* PLACES */.ls.data;
            return found.subarray(0, valid);
        },
    };
}
/** The same in JavaScript. */
function inScript({ halves, windows }) {
    const data = Buffer.alloc(prefilter_code/* MOST_DATA */.Nr + prefilter_code/* SLACK */.z6);
    const found = new Uint32Array(prefilter_code/* MOST_DATA */.Nr);
    const [first, second, third, fourth] = Array.from({ length: prefilter_code/* LOOKED_AT */.Zw }, (_, i) => Uint8Array.from({ length: 256 }, (_each, byte) => bucketsOf(halves, i, byte)));
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
        throw new Error('four bytes are looked at');
    return {
        data,
        find: (from, to) => {
            let count = 0;
            for (let at = from; at < to; at++) {
                const fit = first[data[at]] & second[data[at + 1]] & third[data[at + 2]] & fourth[data[at + 3]];
                if (fit === 0)
                    continue;
                const hash = hashOf(data.readUInt32LE(at));
                if ((windows[hash >>> 3] & (1 << (hash & 7))) !== 0)
                    found[count++] = at;
            }
            return found.subarray(0, count);
        },
    };
}
function bucketsOf(halves, i, byte) {
    return halves[32 * i + (byte & 15)] & halves[32 * i + 16 + (byte >> 4)];
}

// EXTERNAL MODULE: ./lib/leaks/rules/rule.js
var rules_rule = __webpack_require__(79964);
// EXTERNAL MODULE: ./lib/leaks/search.js
var search = __webpack_require__(96334);
;// CONCATENATED MODULE: ./lib/leaks/matcher.js







/** Bytes behind a position, and in front of it, on which depends whether a leak is found there. */
const AHEAD = search/* LONGEST_LITERAL */.HT + rules_rule/* MOST_AFTER */.Jx;
const BEHIND = search/* LONGEST_LITERAL */.HT + rules_rule/* MOST_BEFORE */.Mx;
/** Characters of a secret that a finding may show. */
const SHOWN = 4;
/** Rules of what a team knows by name: it can't be found where it is hidden. */
const NAMES = new Set(['identifier', 'machine-folder']);
/** What a search looks for, made ready. One serves any number of scanners of a thread. */
class Matcher {
    /** What is used for further threads, as it takes longer than all else to begin. */
    tables;
    #literals = new Map();
    #plain;
    #free = [];
    /** @param plain without WebAssembly */
    constructor(search, plain = false) {
        this.#plain = plain;
        const literals = (0,leaks_literals/* literalsOf */.cr)(search);
        const windows = literals.map(leaks_literals/* windowsOf */.R5);
        this.tables = search.tables ?? tablesOf(windows, PLACED_RULES, Math.min(...literals.map(leaks_literals/* rowOf */.OB)));
        for (const [i, literal] of literals.entries()) {
            const window = this.tables.chosen[i];
            for (const number of numbersOf(windowAt(windows[i] ?? [], window))) {
                const present = this.#literals.get(number);
                if (present === undefined)
                    this.#literals.set(number, [{ literal, window }]);
                else
                    present.push({ literal, window });
            }
        }
    }
    /** A prefilter for the literals, to be given back: its memory is used again. */
    take() {
        return this.#free.pop() ?? createPrefilter(this.tables, this.#plain);
    }
    giveBack(prefilter) {
        this.#free.push(prefilter);
    }
    /** A text, such as the name of a file, with what shows no secret of it: of a token its beginning, of a known value nothing. */
    withoutSecrets(text) {
        const bytes = Buffer.from(text);
        const padded = Buffer.concat([bytes, Buffer.alloc(4)]);
        let [shown, done] = ['', 0];
        for (let at = 0; at < bytes.length; at++) {
            for (const { rule, from, to } of this.matchesAt(padded, at, { from: 0, to: bytes.length })) {
                if (rule.severity === 'low' || NAMES.has(rule.id) || to <= done)
                    continue;
                // What stands around it, up to the next name, may be the rest of a value that was found by a piece of it.
                const [begin, end] = [Math.max(done, rule.id === 'known-value' ? beginOfName(bytes, from) : from), rule.id === 'known-value' ? endOfName(bytes, to) : to];
                shown += `${bytes.toString('utf8', done, begin)}${rule.id === 'known-value' ? '' : bytes.toString('latin1', from, Math.min(to, from + SHOWN))}…`;
                done = end;
            }
        }
        return shown + bytes.toString('utf8', done);
    }
    /** What has its window at `at`. @param within what belongs together; what is outside is not looked at */
    *matchesAt(bytes, at, within) {
        if (at + 3 > within.to)
            return;
        for (const { literal, window } of this.#literals.get(bytes.readUInt32LE(at)) ?? []) {
            const from = at - window;
            if (from < within.from || from + literal.bytes.length > within.to || !isAt(literal, bytes, from))
                continue;
            const match = matchOf(literal, bytes, from, within);
            if (match !== undefined)
                yield match;
        }
    }
}
function isAt({ bytes: wanted, anyCase }, bytes, from) {
    for (let i = 0; i < wanted.length; i++) {
        const byte = bytes[from + i];
        if (byte !== wanted[i] && !(anyCase && byte >= 0x41 && byte <= 0x5a && byte + 32 === wanted[i]))
            return false;
    }
    return true;
}
function beginOfName(bytes, at) {
    return bytes.lastIndexOf('/', Math.max(0, at - 1)) + 1;
}
function endOfName(bytes, at) {
    const end = bytes.indexOf('/', at);
    return end < 0 ? bytes.length : end;
}
/** An anchor with fewer characters occurs inside of words. */
const DISTINCT = 5;
function matchOf({ rule, bytes: { length } }, bytes, at, within) {
    if (rule.before === undefined && isInside(rule, length) && at > within.from && isWordByte(bytes[at - 1]))
        return undefined;
    const after = rule.after.exec(bytes.toString('latin1', at + length, Math.min(within.to, at + length + rules_rule/* MOST_AFTER */.Jx)));
    if (after === null)
        return undefined;
    const to = at + length + after[0].length;
    let from = at;
    if (rule.before !== undefined) {
        const before = rule.before.exec(bytes.toString('latin1', Math.max(within.from, at - rules_rule/* MOST_BEFORE */.Mx), at));
        if (before === null)
            return undefined;
        from -= before[0].length;
    }
    const text = bytes.toString('latin1', from, to);
    return rule.check?.(text) === false || (0,known_public/* isKnownPublic */.Z)(text) ? undefined : { rule, from, to };
}
function isInside({ inWord, id }, length) {
    return inWord !== true && (length < DISTINCT || id === 'identifier');
}
function isWordByte(byte) {
    return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}


/***/ }),

/***/ 9560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eu: () => (/* binding */ LeakScanner),
  KZ: () => (/* binding */ NO_PART),
  vw: () => (/* binding */ scanBytes)
});

// EXTERNAL MODULE: ./lib/leaks/matcher.js + 5 modules
var matcher = __webpack_require__(53738);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/leaks/unzstd.js

const FRAME_MAGIC = 0xfd2fb528;
/** More would only take time: each is a call of its own. */
const MOST_FRAMES = 10_000;
const RLE_BLOCK = 1;
/**
 * Unpacks all frames of zstd data: Node.js drops what follows the first one without a word, and writers that work in parallel, or that let others seek,
 * make many. What follows the last one is not zstd, and is left alone.
 * @throws Error if a frame is damaged, or more comes of them than `maxOutputLength`
 */
function unzstd(bytes, { maxOutputLength }) {
    const unpacked = [];
    let left = maxOutputLength;
    let frames = 0;
    for (let at = 0; at + 4 <= bytes.length;) {
        const magic = bytes.readUInt32LE(at);
        // Skippable frames: 0x184D2A50 to 0x184D2A5F (RFC 8878, section 3.1.2).
        if (magic >>> 4 === 0x184d2a5) {
            at += 8 + bytes.readUInt32LE(at + 4);
            continue;
        }
        if (magic !== FRAME_MAGIC)
            break;
        if (++frames > MOST_FRAMES)
            throw new Error(`it has more than ${MOST_FRAMES} frames`);
        const end = frameEnd(bytes, at);
        const frame = (0,external_node_zlib_.zstdDecompressSync)(bytes.subarray(at, end), { maxOutputLength: left });
        left -= frame.length;
        unpacked.push(frame);
        at = end;
    }
    return Buffer.concat(unpacked);
}
/** Where a frame ends, by the headers of its blocks (RFC 8878, section 3.1.1). @throws RangeError if that is behind the end of the data */
function frameEnd(bytes, begin) {
    const descriptor = bytes.readUInt8(begin + 4);
    const isSingle = (descriptor & 0x20) !== 0;
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
    let at = begin + 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
    for (let isLast = false; !isLast;) {
        const block = bytes.readUIntLE(at, 3);
        isLast = (block & 1) !== 0;
        at += 3 + (((block >>> 1) & 3) === RLE_BLOCK ? 1 : block >>> 3);
    }
    return at + ((descriptor & 4) === 0 ? 0 : 4);
}

;// CONCATENATED MODULE: ./lib/leaks/members.js


/** Bytes of a compressed file that are kept to look into it. */
const MOST_PACKED = 16 * 1024 * 1024;
/** Bytes that a compressed file may become. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MAGICS = [
    ['gzip', 0x00_08_8b_1f],
    ['zstd', 0xfd_2f_b5_28],
    ['zip', 0x04_03_4b_50],
    ['xz', 0x58_7a_37_fd],
];
const MAGIC_BYTES = 4;
/** Returns what a file is compressed with, by its first four bytes. */
function memberKindOf(start) {
    const magic = start.readUInt32LE(0);
    const found = MAGICS.find(([kind, wanted]) => (kind === 'gzip' ? (magic & 0xffffff) === wanted : magic === (wanted | 0) >>> 0));
    if (found !== undefined)
        return found[0];
    if ((magic & 0xffffff) === 0x68_5a_42)
        return 'bzip2';
    return ZLIB.has(magic & 0xffff) ? 'zlib' : undefined;
}
/** How objects of git begin (RFC 1950), of levels whose beginning no text has. */
const ZLIB = new Set([0x01_78, 0x9c_78, 0xda_78]);
/**
 * Unpacks a file.
 * @param budget bytes that may come of it
 * @returns undefined if it can't be looked into: too large, damaged, or of a kind that Node.js does not know
 */
function unpack(kind, bytes, budget) {
    try {
        if (kind === 'zip')
            return unzip(bytes, budget);
        if (kind === 'gzip')
            return [{ name: kind, bytes: (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: budget, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH, chunkSize: roomFor(bytes) }) }];
        if (kind === 'zlib')
            return [{ name: kind, bytes: (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: budget }) }];
        return kind === 'zstd' ? [{ name: kind, bytes: unzstd(bytes, { maxOutputLength: budget }) }] : undefined;
    }
    catch {
        return undefined;
    }
}
/** What a gzip file says at its end that it becomes (RFC 1952, "ISIZE"): then zlib is called once. It may say anything. */
function roomFor(bytes) {
    return Math.min(Math.max(bytes.readUInt32LE(bytes.length - 4) + 1, 1024), 1024 * 1024);
}
const END = 22;
const ENTRY = 46;
const LOCAL = 30;
/** Compression methods (APPNOTE 4.4.5). */
const STORED = 0;
const ZIP_METHODS = new Map([
    [8, external_node_zlib_.inflateRawSync],
    [93, unzstd],
]);
/** Members of a zip file that are compressed, by its directory (APPNOTE 4.3); those that are only stored were seen already. */
function unzip(bytes, budget) {
    const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'), bytes.length - END);
    if (end < 0)
        return undefined;
    const members = [];
    let left = budget;
    let at = bytes.readUInt32LE(end + 16);
    for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
        if (bytes.readUInt32LE(at) !== 0x02_01_4b_50)
            return undefined;
        const [method, packed, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
        const local = bytes.readUInt32LE(at + 42);
        if (method !== STORED) {
            const begin = local + LOCAL + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
            const unpacked = unpackMember(method, bytes.subarray(begin, begin + packed), left);
            left -= unpacked?.length ?? 0;
            members.push({ name: `zip: ${bytes.toString('utf8', at + ENTRY, at + ENTRY + nameLength)}`, bytes: unpacked });
        }
        at += ENTRY + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return members;
}
/** @returns undefined if it can't be: that hides no other member */
function unpackMember(method, packed, maxOutputLength) {
    try {
        return ZIP_METHODS.get(method)?.(packed, { maxOutputLength });
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/leaks/prefilter/prefilter-code.js + 1 modules
var prefilter_code = __webpack_require__(14347);
;// CONCATENATED MODULE: ./lib/leaks/scanner.js



/** The part of bytes that belong to no file. */
const NO_PART = -1;
/** Of traces, and of all else: what is harmless must not crowd out what is not. */
const MOST_HITS = 5000;
/** Of one rule in one part. */
const MOST_ALIKE = 3;
/** Bytes between two pieces of one value, with the break of a line between them. */
const NEAR = 64;
/** A file in an archive in an archive. */
const DEEPEST = 3;
/**
 * Looks for leaks in a stream that is made of parts, one after the other. What it finds does not depend on how the stream
 * is cut into pieces, and nothing is found that lies in two parts. To be ended, even where nobody wants the result.
 */
class LeakScanner {
    #matcher;
    #prefilter;
    #data;
    #depth;
    /** Bytes of the stream in front of `#data`. */
    #gone = 0;
    #filled = 0;
    /** Positions up to here are done. */
    #done = 0;
    /** Where parts begin in the stream, and their numbers; the first is the one at `#done`, or one before it. */
    #starts = [0];
    #parts = [NO_PART];
    /** Beginning of the part, while it may be compressed; all of it once it is known to be. */
    #start;
    #startLength = 0;
    #hits = [];
    #alike = new Map();
    #lastValue;
    /** Traces among the hits. */
    #traces = 0;
    #lost = 0;
    #more = 0;
    #closed = 0;
    /** @param depth where it is in a compressed file; undefined outside */
    constructor(matcher, depth) {
        this.#matcher = matcher;
        this.#prefilter = matcher.take();
        this.#data = this.#prefilter.data;
        this.#depth = depth;
    }
    /** What is written from here on is this part. @param open it may be a compressed file that should be looked into */
    begin(part, open = false) {
        this.#lookInside();
        this.#starts.push(this.#gone + this.#filled);
        this.#parts.push(part);
        this.#start = open ? [] : undefined;
        this.#startLength = 0;
    }
    /** The bytes are the caller's own again afterwards. */
    write(bytes) {
        if (this.#start !== undefined)
            this.#keep(bytes);
        for (let at = 0; at < bytes.length;) {
            const taken = Math.min(bytes.length - at, prefilter_code/* MOST_DATA */.Nr - this.#filled);
            this.#data.set(bytes.subarray(at, at + taken), this.#filled);
            this.#filled += taken;
            at += taken;
            if (this.#filled === prefilter_code/* MOST_DATA */.Nr)
                this.#scan(prefilter_code/* MOST_DATA */.Nr - matcher/* AHEAD */.yJ);
        }
    }
    end() {
        this.#lookInside();
        this.#scan(this.#filled);
        this.#matcher.giveBack(this.#prefilter);
        // What is in compressed files was found first.
        return { hits: this.#hits.toSorted((a, b) => a.part - b.part || a.offset - b.offset), more: this.#more, lost: this.#lost, closed: this.#closed, bytes: this.#gone + this.#filled };
    }
    /** Looks at positions up to `limit`, and keeps what later ones need. */
    #scan(limit) {
        if (limit > this.#done) {
            for (const at of this.#prefilter.find(this.#done, limit))
                this.#lookAt(at);
            this.#done = limit;
            this.#enterPart(this.#gone + limit);
        }
        const gone = Math.max(0, this.#done - matcher/* BEHIND */.VY);
        this.#data.copyWithin(0, gone, this.#filled);
        this.#gone += gone;
        this.#filled -= gone;
        this.#done -= gone;
    }
    #lookAt(at) {
        const part = this.#enterPart(this.#gone + at);
        if (part === NO_PART)
            return;
        const begin = this.#starts[0];
        const within = { from: Math.max(0, begin - this.#gone), to: Math.min(this.#filled, (this.#starts[1] ?? Number.POSITIVE_INFINITY) - this.#gone) };
        for (const match of this.#matcher.matchesAt(this.#data, at, within))
            this.#add(match, part, this.#gone + match.from - begin);
    }
    /** Goes to the part that a position is in. Positions only grow. */
    #enterPart(position) {
        let ahead = 0;
        while ((this.#starts[ahead + 1] ?? Number.POSITIVE_INFINITY) <= position)
            ahead++;
        if (ahead > 0) {
            this.#starts.splice(0, ahead);
            this.#parts.splice(0, ahead);
        }
        return this.#parts[0];
    }
    #add({ rule, from, to }, part, offset) {
        const { id, what, severity, hint, publicInTests = false } = rule;
        if (id === 'known-value' && this.#isSameValue(what, part, offset))
            return;
        const key = `${part} ${id}`;
        const alike = this.#alike.get(key) ?? 0;
        this.#alike.set(key, alike + 1);
        if (alike >= MOST_ALIKE) {
            this.#more += 1;
            return;
        }
        const shown = id === 'known-value' ? '' : this.#data.toString('latin1', from, Math.min(to, from + matcher/* SHOWN */.kC)).replaceAll(/[^\x20-\x7e]/g, '.');
        this.#keepHit({ rule: id, what, severity, hint, publicInTests, part: this.#depth?.part ?? part, offset, inside: this.#depth?.inside ?? [], shown });
    }
    /** A value that is found by two of its pieces is there once. */
    #isSameValue(what, part, offset) {
        const last = this.#lastValue;
        this.#lastValue = { what, part, offset };
        return last?.what === what && last.part === part && offset - last.offset <= NEAR;
    }
    #keepHit(hit) {
        const isTrace = hit.severity === 'low';
        if ((isTrace ? this.#traces : this.#hits.length - this.#traces) >= MOST_HITS) {
            if (isTrace)
                this.#more += 1;
            else
                this.#lost += 1;
            return;
        }
        if (isTrace)
            this.#traces += 1;
        this.#hits.push(hit);
    }
    /** Keeps a part that is compressed until its end. */
    #keep(bytes) {
        const kept = this.#start;
        // Nearly all files are not: these need not be copied to know it.
        if (kept === undefined || (this.#startLength === 0 && bytes.length >= MAGIC_BYTES && memberKindOf(bytes) === undefined)) {
            this.#start = undefined;
            return;
        }
        kept.push(Buffer.from(bytes));
        this.#startLength += bytes.length;
        if (this.#startLength <= MOST_PACKED)
            return;
        this.#closed += memberKindOf(Buffer.concat(kept)) === undefined ? 0 : 1;
        this.#start = undefined;
    }
    #lookInside() {
        const kept = this.#start;
        this.#start = undefined;
        if (kept === undefined || this.#startLength < MAGIC_BYTES)
            return;
        const bytes = Buffer.concat(kept);
        const kind = memberKindOf(bytes);
        if (kind === undefined)
            return;
        const depth = this.#depth ?? { inside: [], part: this.#parts.at(-1) ?? NO_PART, budget: { bytes: MOST_UNPACKED } };
        const members = depth.inside.length < DEEPEST ? unpack(kind, bytes, depth.budget.bytes) : undefined;
        if (members === undefined)
            this.#closed += 1;
        for (const { name, bytes: unpacked } of members ?? []) {
            if (unpacked === undefined) {
                this.#closed += 1;
                continue;
            }
            depth.budget.bytes -= unpacked.length;
            this.#take(scanBytes(this.#matcher, unpacked, { ...depth, inside: [...depth.inside, name] }));
        }
    }
    #take({ hits, more, lost, closed }) {
        for (const hit of hits)
            this.#keepHit(hit);
        this.#more += more;
        this.#lost += lost;
        this.#closed += closed;
    }
}
/** Scans bytes that are there as a whole: one part, number 0. */
function scanBytes(matcher, bytes, depth) {
    const scanner = new LeakScanner(matcher, depth);
    scanner.begin(0, true);
    scanner.write(bytes);
    return scanner.end();
}


/***/ })

};
