export const id = 1505;
export const ids = [1505];
export const modules = {

/***/ 39651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PQ: () => (/* binding */ OWN_RULES),
  y0: () => (/* binding */ RULES),
  w2: () => (/* binding */ isSecretValue),
  cr: () => (/* binding */ literalsOf),
  OB: () => (/* binding */ rowOf),
  R5: () => (/* binding */ windowsOf)
});

// EXTERNAL MODULE: ./lib/leaks/rules/encoded-rules.js
var encoded_rules = __webpack_require__(19404);
// EXTERNAL MODULE: ./lib/leaks/rules/checksums.js
var checksums = __webpack_require__(78444);
// EXTERNAL MODULE: ./lib/leaks/rules/rule.js
var rule = __webpack_require__(79964);
;// CONCATENATED MODULE: ./lib/leaks/rules/key-rules.js


const KEEP_OUT = 'Replace the key, and keep it out of the build: anyone who can pull the Feature can read it.';
/** Words that documentation uses for a password. */
const NO_PASSWORD = /^(?:\$|<|\{|%|\[|\(|(?:x+|\*+|\.+|pass|passwd|password|passphrase|pwd|secret|mysecret|mypassword|pw|string|token|none|null|changeme|foo|bar|test|guest|admin|root|user|hunter2|1234\d*)$)|pass(?:word|wd)|example|secret/i;
function bodyOf(text) {
    return text.slice(text.indexOf('KEY-----') + 8).replaceAll(/\\[nr]|\s/g, '');
}
/** Keys that no prefix of a service gives away, and logins. */
const KEY_RULES = [
    {
        id: 'private-key',
        what: 'a private key',
        severity: 'high',
        anchors: ['PRIVATE KEY-----'],
        before: /-----BEGIN (?:[A-Z]{2,10} ){0,2}$/,
        inWord: true,
        // A body: a header alone is in every program that reads keys. A variable may hold all of it in one line.
        after: /^(?:\\r)?(?:\\n|\r?\n| )[ \t]{0,16}(?:Proc-Type: 4,ENCRYPTED\r?\nDEK-Info: [\w,-]{1,64}\r?\n\r?\n)?[A-Za-z0-9+/]{40}[A-Za-z0-9+/=\r\n \t\\"]{8,300}/,
        check: (text) => (0,rule/* looksRandom */.EZ)(bodyOf(text).slice(-60)),
        hint: KEEP_OUT,
        publicInTests: true,
    },
    {
        id: 'private-key-base64',
        what: 'a private key in base64',
        severity: 'high',
        // "-----BEGI"
        anchors: ['LS0tLS1CRUdJTi'],
        after: /^[A-Za-z0-9+/]{120,400}/,
        check: (text) => /-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----\r?\n[A-Za-z0-9+/:, -]{20}/.test(Buffer.from(text, 'base64').toString('latin1')),
        hint: KEEP_OUT,
        publicInTests: true,
    },
    {
        id: 'pgp-private-key',
        what: 'a PGP private key',
        severity: 'high',
        anchors: ['PGP PRIVATE KEY BLOCK-----'],
        before: /-----BEGIN $/,
        after: /^\r?\n(?:[A-Z][a-z]{2,12}: [^\r\n]{0,80}\r?\n){0,4}\r?\n[A-Za-z0-9+/]{40}/,
        hint: KEEP_OUT,
        publicInTests: true,
    },
    {
        id: 'putty-private-key',
        what: 'a PuTTY private key',
        severity: 'high',
        anchors: ['Private-Lines: '],
        after: /^\d{1,3}\r?\n[A-Za-z0-9+/]{64}\r?\n/,
        hint: KEEP_OUT,
        publicInTests: true,
    },
    {
        id: 'age-secret-key',
        what: 'a secret key of age',
        severity: 'high',
        anchors: ['AGE-SECRET-KEY-1'],
        after: /^[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Z0-9])/,
        check: checksums/* hasBech32Checksum */.n0,
        hint: KEEP_OUT,
    },
    {
        id: 'wireguard-private-key',
        what: 'a WireGuard private key',
        severity: 'high',
        anchors: ['PrivateKey = ', 'PrivateKey=', 'PresharedKey = ', 'PresharedKey='],
        after: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=(?![A-Za-z0-9+/=])/,
        check: (text) => (0,rule/* looksRandom */.EZ)(text.slice(-44)),
        hint: KEEP_OUT,
    },
    {
        id: 'json-web-token',
        what: 'a JSON web token',
        severity: 'medium',
        // {"alg", {"typ", {"kid", {"enc", {"cty", {"x5t", {"jku", {"jwk"
        anchors: ['eyJhbGci', 'eyJ0eXAi', 'eyJraWQi', 'eyJlbmMi', 'eyJjdHki', 'eyJ4NXQ', 'eyJqa3Ui', 'eyJqd2si'],
        text: 10,
        after: /^[\w-]{10,200}\.[\w-]{16,240}(?:\.[\w-]{20,60})?/,
        // A long payload may end behind what is looked at, and its signature with it.
        check: (text) => (text.split('.').length === 3 || text.length > 250) && (0,checksums/* isSignedToken */.kk)(text),
        hint: 'End its session, and keep it out of the build.',
        publicInTests: true,
    },
    {
        id: 'netrc-login',
        what: 'a login of a .netrc file',
        severity: 'high',
        anchors: ['machine '],
        after: /^[ \t]{0,8}[\w.:-]{3,100}\s{1,8}login\s{1,8}[^\s]{1,64}\s{1,8}password\s{1,8}[^\s]{6,128}(?=\s|$)/,
        check: (text) => isPassword(text.split(/\s/).at(-1) ?? ''),
        hint: 'Change the password, and keep it out of the build.',
        publicInTests: true,
    },
    {
        id: 'address-with-password',
        what: 'an address with a password',
        severity: 'medium',
        anchors: ['https://', 'http://', 'postgres://', 'postgresql://', 'mysql://', 'mongodb://', 'mongodb+srv://', 'redis://', 'rediss://', 'amqp://', 'amqps://', 'ssh://', 'ftp://', 'smtps://'],
        text: 1,
        after: /^[\w.+%-]{0,64}:[^\s/:@'"<>{}$\\`|]{8,128}@[a-z0-9-]{2,63}\.[a-z0-9.-]{2,100}/,
        check: (text) => isPassword(text.slice(text.lastIndexOf(':') + 1, text.lastIndexOf('@'))) && !/@(?:[a-z0-9-]+\.)*(?:example|test|invalid|localhost)\b/.test(text),
        hint: 'Change the password, and keep it out of the build.',
        publicInTests: true,
    },
    {
        id: 'docker-login',
        what: 'a login of a registry',
        severity: 'high',
        anchors: ['"auth": "', '"auth":"'],
        after: /^[A-Za-z0-9+/]{16,400}={0,2}"/,
        check: (text) => isLogin(Buffer.from(text.slice(text.lastIndexOf('"', text.length - 2) + 1), 'base64').toString('latin1')),
        hint: 'Change the password, and keep config.json out of the build.',
        publicInTests: true,
    },
];
function isPassword(text) {
    return text.length >= 6 && !NO_PASSWORD.test(text) && (/\d/.test(text) || (/[A-Z]/.test(text) && /[a-z]/.test(text))) && (0,rule/* looksRandom */.EZ)(text);
}
function isLogin(text) {
    const colon = text.indexOf(':');
    return colon > 0 && /^[\x20-\x7e]+$/.test(text) && isPassword(text.slice(colon + 1));
}

// EXTERNAL MODULE: ./lib/leaks/prefilter/prefilter-code.js + 1 modules
var prefilter_code = __webpack_require__(14347);
// EXTERNAL MODULE: ./lib/leaks/search.js
var search = __webpack_require__(96334);
// EXTERNAL MODULE: ./lib/leaks/rules/token-rules.js
var token_rules = __webpack_require__(45211);
;// CONCATENATED MODULE: ./lib/leaks/rules/service-rules.js


const TALK = (0,rule/* tokens */.LU)('high', [
    ['slack-bot-token', 'a Slack token', 'xoxb- xoxp- xoxa- xoxr- xoxs- xoxo-', /^\d{9,14}-[A-Za-z0-9-]{20,120}(?![A-Za-z0-9])/],
    ['slack-app-token', 'a Slack app token', 'xapp-', /^\d-[A-Z0-9]{9,12}-\d{10,14}-[0-9a-f]{64}(?![0-9a-f])/],
    ['slack-config-token', 'a Slack configuration token', 'xoxe.xoxp- xoxe.xoxb- xoxe-', /^\d-[A-Za-z0-9]{100,250}(?![A-Za-z0-9])/],
    ['slack-webhook', 'the address of a Slack webhook', 'hooks.slack.com/services/ hooks.slack.com/workflows/', /^[TA][A-Z0-9]{8,12}\/[AB]?[A-Z0-9]{8,12}\/[A-Za-z0-9/]{20,64}(?![A-Za-z0-9])/],
    ['discord-webhook', 'the address of a Discord webhook', 'discord.com/api/webhooks/ discordapp.com/api/webhooks/', /^\d{17,20}\/[\w-]{60,80}(?![\w-])/],
    ['teams-webhook', 'the address of a Teams webhook', '.webhook.office.com/webhookb2/', /^[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}/],
    ['sendgrid-key', 'a SendGrid key', 'SG.', /^[\w-]{22}\.[\w-]{43}(?![\w-])/],
    ['mailgun-key', 'a Mailgun key', 'key-', /^[0-9a-f]{32}(?![0-9a-f-])/, (text) => /\d/.test(text) && /[a-f]/.test(text.slice(4))],
    ['brevo-key', 'a Brevo key', 'xkeysib-', /^[0-9a-f]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9])/],
    ['linear-key', 'a Linear key', 'lin_api_ lin_oauth_', /^[A-Za-z0-9]{40,64}(?![A-Za-z0-9])/],
    ['notion-token', 'a Notion token', 'ntn_', /^\d{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])/],
    ['figma-token', 'a Figma token', 'figd_', /^[\w-]{40,60}(?![\w-])/],
    ['postman-key', 'a Postman key', 'PMAK-', /^[0-9a-f]{24}-[0-9a-f]{34}(?![0-9a-f])/],
    ['typeform-token', 'a Typeform token', 'tfp_', /^[\w.=-]{44,70}(?![\w-])/],
    ['readme-key', 'a ReadMe key', 'rdme_', /^[a-z0-9]{70}(?![a-z0-9])/],
    ['contentful-token', 'a Contentful token', 'CFPAT-', /^[\w-]{43}(?![\w-])/],
    ['posthog-key', 'a PostHog personal key', 'phx_', /^[A-Za-z0-9]{43,64}(?![A-Za-z0-9])/],
]);
const MONEY = (0,rule/* tokens */.LU)('high', [
    ['stripe-key', 'a Stripe key', 'sk_live_ rk_live_', /^[A-Za-z0-9]{20,250}(?![A-Za-z0-9])/],
    ['stripe-webhook-secret', 'the secret of a Stripe webhook', 'whsec_', /^[A-Za-z0-9+/]{32,64}(?![A-Za-z0-9])/],
    ['square-token', 'a Square token', 'sq0atp- sq0csp-', /^[\w-]{22,43}(?![\w-])/],
    ['shopify-token', 'a Shopify token', 'shpat_ shpca_ shppa_ shpss_', /^[0-9a-fA-F]{32}(?![0-9a-fA-F])/],
    ['shippo-token', 'a Shippo token', 'shippo_live_', /^[0-9a-f]{40}(?![0-9a-f])/],
    ['easypost-key', 'an EasyPost key', 'EZAK', /^[A-Za-z0-9]{54}(?![A-Za-z0-9])/],
    ['duffel-token', 'a Duffel token', 'duffel_live_', /^[\w=-]{43}(?![\w-])/],
    ['flutterwave-key', 'a Flutterwave key', 'FLWSECK-', /^[0-9a-f]{32}-X(?![A-Za-z0-9])/],
]);
const MODELS = (0,rule/* tokens */.LU)('high', [
    ['openai-key', 'an OpenAI key', 'sk-proj- sk-svcacct- sk-admin-', /^[\w-]{40,200}(?![\w-])/, (text) => text.includes('T3BlbkFJ')],
    ['anthropic-key', 'an Anthropic key', 'sk-ant-api03- sk-ant-admin01- sk-ant-oat01- sk-ant-sid01-', /^[\w-]{80,120}(?![\w-])/],
    ['huggingface-token', 'a Hugging Face token', 'hf_', /^[A-Za-z]{34}(?![A-Za-z0-9_])/, (text) => /[A-Z]/.test(text) && /[a-z]/.test(text.slice(3))],
    ['groq-key', 'a Groq key', 'gsk_', /^[A-Za-z0-9]{52}(?![A-Za-z0-9])/],
    ['replicate-token', 'a Replicate token', 'r8_', /^[A-Za-z0-9]{37}(?![A-Za-z0-9])/, (text) => (0,token_rules/* mixes */.$7)(text.slice(3))],
    ['perplexity-key', 'a Perplexity key', 'pplx-', /^[A-Za-z0-9]{48}(?![A-Za-z0-9])/],
    ['xai-key', 'an xAI key', 'xai-', /^[A-Za-z0-9]{80}(?![A-Za-z0-9])/],
    ['openrouter-key', 'an OpenRouter key', 'sk-or-v1-', /^[0-9a-f]{64}(?![0-9a-f])/],
    ['langsmith-key', 'a LangSmith key', 'lsv2_pt_ lsv2_sk_', /^[0-9a-f]{32}_[0-9a-f]{10}(?![0-9a-f])/],
]);
const SERVICE_RULES = [...TALK, ...MONEY, ...MODELS];

;// CONCATENATED MODULE: ./lib/leaks/literals.js







/** All that needs no knowledge of who builds. */
const RULES = [...token_rules/* TOKEN_RULES */.iR, ...SERVICE_RULES, ...KEY_RULES, ...encoded_rules/* ENCODED_RULES */.R];
/** The ids of rules that a search adds. */
const OWN_RULES = ['known-value', 'identifier', 'machine-folder', 'build-folder'];
const ANYTHING = /^/;
let ofRules;
/** Returns all literals of a search; first those that each search has. */
function literalsOf(search) {
    ofRules ??= RULES.flatMap(literalsOfRule);
    return ofRules
        .concat([...buildRules(search), ...valueRules(search), ...folderRules(search)].flatMap(literalsOfRule))
        .concat(identifierRules(search).flatMap((rule) => rule.anchors.map((anchor) => literal(rule, anchor, true))));
}
function literalsOfRule(rule) {
    return rule.anchors.map((anchor) => literal(rule, anchor, false));
}
/** Returns the windows by which a literal may be found: the first few, of those in its row of text if it has one. A shorter literal has one, with what may follow it. */
function windowsOf(wanted) {
    const { bytes, anyCase } = wanted;
    const row = textOf(wanted);
    const choices = Array.from({ length: Math.max(prefilter_code/* WINDOW */.jf, bytes.length) }, (_, i) => {
        const byte = bytes[i];
        return byte === undefined ? FOLLOWING : anyCase ? casesOf(byte) : [byte];
    });
    const begins = Array.from({ length: choices.length - prefilter_code/* WINDOW */.jf + 1 }, (_, at) => at).filter((at) => row.to - row.from < prefilter_code/* WINDOW */.jf || (at >= row.from && at + prefilter_code/* WINDOW */.jf <= row.to));
    return begins.slice(0, MOST_WINDOWS).map((at) => ({ at, bytes: choices.slice(at, at + prefilter_code/* WINDOW */.jf) }));
}
/** Characters of text in a row, with one of its windows in them, wherever the literal is part of a leak. */
function rowOf(wanted) {
    const { from, to } = textOf(wanted);
    return to - from < prefilter_code/* WINDOW */.jf ? 0 : to - from;
}
/** The longest row of text in a literal, with what has to follow. */
function textOf({ bytes, rule: { text = 0 } }) {
    let [from, longest] = [0, { from: 0, to: 0 }];
    for (let i = 0; i <= bytes.length; i++) {
        const byte = bytes[i] ?? 0;
        if (byte >= 0x20 && byte < 0x80)
            continue;
        const to = i === bytes.length ? i + text : i;
        if (to - from > longest.to - longest.from)
            longest = { from, to };
        from = i + 1;
    }
    return longest;
}
const MOST_WINDOWS = 12;
/** What may follow an anchor of three bytes. */
const FOLLOWING = [...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')];
function casesOf(byte) {
    const isLetter = byte >= 0x61 && byte <= 0x7a;
    return isLetter ? [byte, byte - 32] : [byte];
}
function literal(rule, text, anyCase) {
    const bytes = Buffer.from(text, 'latin1').subarray(0, search/* LONGEST_LITERAL */.HT);
    return { rule, bytes, anyCase };
}
function valueRules({ values }) {
    return (0,search/* linesOfValues */.Nd)(values).flatMap(({ name, value }) => (0,search/* spellingsOf */.Hz)(value).map(({ text, as }) => ({
        id: 'known-value',
        what: `the value of ${name}${as === 'plain' ? '' : ` (${as})`}`,
        severity: 'high',
        anchors: [text],
        after: ANYTHING,
        inWord: true,
        hint: 'Revoke it, and keep it out of the build.',
    })));
}
function identifierRules({ identifiers }) {
    return identifiers
        .filter((identifier) => identifier.length >= search/* SHORTEST_IDENTIFIER */.Dg)
        .map((identifier) => ({
        id: 'identifier',
        what: 'a name that `identifiers` lists',
        severity: 'medium',
        anchors: casesOfName(identifier),
        after: /[A-Za-z0-9]$/.test(identifier) ? /^(?![A-Za-z0-9])/ : ANYTHING,
        ...(/^[A-Za-z0-9]/.test(identifier) ? {} : { inWord: true }),
        hint: 'Keep it out of the build, or allow it (`leaks-allow`).',
    }));
}
/** As it is written, in small letters and in capitals; of what is only ASCII one form, as any case of it is found. */
function casesOfName(name) {
    return [...new Set([name, name.toLowerCase(), name.toUpperCase()].map(withSmallLetters))];
}
/** As latin1; letters beyond ASCII stay as they are. */
function withSmallLetters(text) {
    return Buffer.from(text).toString('latin1').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function folderRules({ folders }) {
    return folders.map((folder) => ({
        id: 'machine-folder',
        what: 'a folder on the build machine',
        severity: 'medium',
        anchors: [Buffer.from(folder).toString('latin1')],
        after: /^(?![\w.-])/,
        inWord: true,
        hint: 'Build in the sandbox, and keep the build folder\'s path out of the output.',
    }));
}
/** What a program keeps of the folder in which Nix built it; only packages of this closure, as others ship such folders too. */
function buildRules({ packages }) {
    const names = new Set(packages);
    const rule = { id: 'build-folder', what: 'a folder in which Nix built a package', severity: 'low', hint: 'Strip it, or build it with -ffile-prefix-map.' };
    const check = (text) => names.has(text.split('/')[2] ?? '') || names.has(/^\/tmp\/nix-build-([\w.+-]{3,200})\.drv-\d/.exec(text)?.[1] ?? '');
    return [
        { ...rule, anchors: ['/build/'], text: 4, after: /^[\w.+-]{3,200}\//, check },
        { ...rule, anchors: ['/tmp/nix-build-'], text: 9, after: /^[\w.+-]{3,200}\.drv-\d{1,6}\//, check },
    ];
}
/** Tells whether a value is worth looking for: `true`, `/path/to/key` and `0000` are not. Keys of several lines have a header that looks like nothing. */
function isSecretValue(value) {
    return !/^(?:[./~]|[a-z]{1,12}$)/.test(value) && value.split('\n').some((line) => (0,rule/* looksRandom */.EZ)(line.trim()));
}


/***/ }),

/***/ 14347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eZ: () => (/* binding */ HASH_BITS),
  Dx: () => (/* binding */ HASH_FACTOR),
  KZ: () => (/* binding */ LONGEST_ROW),
  Zw: () => (/* binding */ LOOKED_AT),
  Nr: () => (/* binding */ MOST_DATA),
  ls: () => (/* binding */ PLACES),
  z6: () => (/* binding */ SLACK),
  jf: () => (/* binding */ WINDOW),
  o3: () => (/* binding */ prefilterModule)
});

;// CONCATENATED MODULE: ./lib/leaks/prefilter/assembler.js
/** A small assembler for WebAssembly modules with one memory and one function (WebAssembly 2.0, "Binary Format"). */
const I32 = 0x7f;
const I64 = 0x7e;
const V128 = 0x7b;
const NO_RESULT = 0x40;
const get = (local) => [0x20, unsigned(local)];
const set = (local, value) => [value, 0x21, unsigned(local)];
const assembler_int = (value) => [0x41, signed(value)];
const add = (a, b) => [a, b, 0x6a];
const sub = (a, b) => [a, b, 0x6b];
const mul = (a, b) => [a, b, 0x6c];
const and = (a, b) => [a, b, 0x71];
const shiftRight = (a, b) => [a, b, 0x76];
const lessUnsigned = (a, b) => [a, b, 0x49];
const unlike = (a, b) => [a, b, 0x47];
/** These are of 64 bits. */
const assembler_long = (value) => [0x42, signed(value)];
const longOf = (a) => [a, 0xad];
const longOfSigned = (a) => [a, 0xac];
const longSub = (a, b) => [a, b, 0x7d];
const longAnd = (a, b) => [a, b, 0x83];
const longOr = (a, b) => [a, b, 0x84];
const longShiftLeft = (a, b) => [a, b, 0x86];
const longShiftRight = (a, b) => [a, b, 0x88];
const isNotZero = (a) => [a, assembler_long(0), 0x52];
/** A number of 32 bits. */
const longTrailingZeros = (a) => [a, 0x7a, 0xa7];
const load = (at, offset = 0) => [at, 0x28, 0, unsigned(offset)];
const loadByte = (at, offset = 0) => [at, 0x2d, 0, unsigned(offset)];
const store = (at, value) => [at, value, 0x36, 0, 0];
const loadVector = (at, offset = 0) => [at, 0xfd, 0, 0, unsigned(offset)];
const splat = (byte) => [byte, 0xfd, 0x0f];
/** Bytes of `a` from `from` on, then those of `b`: sixteen of the thirty-two. */
const joined = (a, b, from) => [a, b, 0xfd, 0x0d, Array.from({ length: 16 }, (_, i) => from + i)];
/** Picks bytes of `table` by indices below 16 ("relaxed swizzle": what others pick differs from machine to machine). */
const pick = (table, by) => [table, by, 0xfd, 0x80, 0x02];
const vectorAnd = (a, b) => [a, b, 0xfd, 0x4e];
const vectorOr = (a, b) => [a, b, 0xfd, 0x50];
const vectorShift = (a, bits) => [a, assembler_int(bits), 0xfd, 0x6d];
const anyBit = (a) => [a, 0xfd, 0x53];
/** One bit for each byte that is not zero. */
const setBytes = (a) => [a, splat(assembler_int(0)), 0xfd, 0x24, 0xfd, 0x64];
/** One bit for each byte that is greater; bytes from 128 on are less than 0. */
const greaterBytes = (a, b) => [a, b, 0xfd, 0x27, 0xfd, 0x64];
const when = (condition, body) => [condition, 0x04, NO_RESULT, body, 0x0b];
/** Runs the body as long as the condition holds. */
const whilst = (condition, body) => [0x03, NO_RESULT, condition, 0x04, NO_RESULT, body, 0x0c, 1, 0x0b, 0x0b];
/** Assembles a module that exports `memory` and the function `run`. The same program gives the same bytes. */
function assembleProgram({ parameters, numbers, longs, vectors, pages, body }) {
    const type = [0x60, vector(Array.from({ length: parameters }, () => [I32])), vector([[I32]])];
    const locals = vector([[unsigned(numbers), I32], [unsigned(longs), I64], [unsigned(vectors), V128]]);
    const exported = [[assembler_name('memory'), 2, 0], [assembler_name('run'), 0, 0]];
    const sections = [
        [1, vector([type])],
        [3, vector([[0]])],
        [5, vector([[0, unsigned(pages)]])],
        [7, vector(exported)],
        [10, vector([sized([locals, body, 0x0b])])],
    ];
    const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    return Uint8Array.from(bytesOf([magic, ...sections.map(([id, code]) => [id, sized(code)])]));
}
function bytesOf(code) {
    return code.flatMap((each) => (typeof each === 'number' ? [each] : bytesOf(each)));
}
function sized(code) {
    return [unsigned(bytesOf(code).length), code];
}
function vector(items) {
    return [unsigned(items.length), ...items];
}
function assembler_name(text) {
    return sized([...Buffer.from(text)]);
}
/** LEB128 (5.2.2). */
function unsigned(value) {
    return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, unsigned(value >>> 7)];
}
function signed(value) {
    const rest = value >> 7;
    const byte = value & 0x7f;
    const last = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    return last ? [byte] : [byte | 0x80, signed(rest)];
}

;// CONCATENATED MODULE: ./lib/leaks/prefilter/prefilter-code.js

/** Bytes of a window that the first look is at. */
const LOOKED_AT = 4;
/** Bytes of a window. */
const WINDOW = 4;
/** Bits of the hash of a window. */
const HASH_BITS = 18;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const HASH_FACTOR = 0x9e3779b1 | 0;
/** Where things are in the module's memory; bytes. */
const PLACES = {
    /** Of each byte that is looked at: 16 bytes for its low half, 16 for its high one. A bit is a bucket. */
    tables: 0,
    /** A bit for each hash of a window that is looked for. */
    windows: 1024,
    /** Positions that were found, 4 bytes each. */
    found: 64 * 1024,
    /** What is searched. */
    data: 1024 * 1024,
};
/** Bytes of data that are searched at once; all of them may be found. */
const MOST_DATA = 192 * 1024;
/** Bytes behind the data that are read and never found. */
const SLACK = 64;
const PAGES = (PLACES.data + MOST_DATA) / 65_536 + 1;
const [AT, END, MORE, ALL, OUT, PLACE, HASH, NEXT] = [0, 1, 2, 3, 4, 5, 6, 7];
const [BITS, TEXT] = [8, 9];
const [LOW, HIGH, FIT, HALF, BLANK, SEEN] = [10, 11, 12, 13, 14, 15];
const VECTOR = 16;
/** Bytes of data that are looked at in one turn. */
const TURN = 3 * VECTOR;
const BEFORE = SEEN + TURN / VECTOR;
const TABLES = BEFORE + LOOKED_AT - 1;
/** Distance from the first byte that is looked at to the last. */
const REACH = LOOKED_AT - 1;
/** The bytes of which a turn knows whether they are text begin so far in front of it, and end so far behind it. */
const MARGIN = (64 - TURN) / 2;
/** A row of text with so many bytes lies in what one turn sees, wherever in it the window is. */
const LONGEST_ROW = WINDOW + MARGIN / 2;
/**
 * Finds where a window may begin: `run(from, to, more, all)` writes positions to `found` and returns how many. Nearly all of a program is no
 * text, and all that is looked for is: so it passes over what has no row of `WINDOW + more` characters, unless `all` is -1.
 * The rest is looked at sixteen positions at once: the halves of a byte pick the buckets that it fits, in each place of a window; a
 * position that fits one bucket with all of its bytes has its window hashed. ("Teddy" of the Hyperscan library.)
 */
function prefilterModule() {
    const seen = Array.from({ length: TURN / VECTOR }, (_, i) => SEEN + i);
    const body = [
        ...Array.from({ length: 2 * LOOKED_AT }, (_, i) => set(TABLES + i, loadVector(assembler_int(PLACES.tables + 16 * i)))),
        set(HALF, splat(assembler_int(0x0f))),
        set(BLANK, splat(assembler_int(0x1f))),
        set(OUT, assembler_int(PLACES.found)),
        set(END, add(get(END), assembler_int(REACH))),
        whilst(lessUnsigned(get(AT), get(END)), [
            findText(),
            when(isNotZero(longOr(get(TEXT), longOfSigned(get(ALL)))), [
                when(unlike(get(AT), get(NEXT)), look(-VECTOR, SEEN)),
                ...seen.map((each, i) => look(VECTOR * i, each)),
                when(anyBit(seen.map(get).reduce(vectorOr)), [
                    set(BITS, joinBits(seen.map((each) => setBytes(get(each))))),
                    whilst(isNotZero(get(BITS)), lookCloser()),
                ]),
                set(NEXT, add(get(AT), assembler_int(TURN))),
            ]),
            set(AT, add(get(AT), assembler_int(TURN))),
        ]),
        shiftRight(sub(get(OUT), assembler_int(PLACES.found)), assembler_int(2)),
    ];
    return assembleProgram({ parameters: 4, numbers: 4, longs: 2, vectors: TABLES - LOW + 2 * LOOKED_AT, pages: PAGES, body });
}
/** A bit where a row of text begins that is long enough. */
function findText() {
    const vectors = Array.from({ length: 64 / VECTOR }, (_, i) => greaterBytes(loadVector(sub(get(AT), assembler_int(MARGIN)), VECTOR * i), get(BLANK)));
    const narrow = (by) => set(TEXT, longAnd(get(TEXT), longShiftRight(get(TEXT), by)));
    return [set(TEXT, joinBits(vectors)), narrow(assembler_long(1)), narrow(assembler_long(2)), narrow(longOf(get(MORE)))];
}
/** Sixteen bits of each. */
function joinBits(parts) {
    return parts.map((part, i) => (i === 0 ? longOf(part) : longShiftLeft(longOf(part), assembler_long(VECTOR * i)))).reduce(longOr);
}
/** Looks at the sixteen positions that end `ahead` bytes further on. @param seen where the buckets go that they fit */
function look(ahead, seen) {
    return [
        set(FIT, ahead < 0 ? loadVector(sub(get(AT), assembler_int(-ahead))) : loadVector(get(AT), ahead)),
        set(LOW, vectorAnd(get(FIT), get(HALF))),
        set(HIGH, vectorShift(get(FIT), 4)),
        ...Array.from({ length: LOOKED_AT }, (_, i) => lookAt(REACH - i, seen)),
    ];
}
/** The buckets that the bytes in place `i` of a window fit, of those that the ones behind them fit; seen from the last byte. */
function lookAt(i, seen) {
    const fit = vectorAnd(pick(get(TABLES + 2 * i), get(LOW)), pick(get(TABLES + 2 * i + 1), get(HIGH)));
    if (i === REACH)
        return set(seen, fit);
    const moved = joined(get(BEFORE + i), get(FIT), 16 - REACH + i);
    return [set(FIT, fit), set(seen, vectorAnd(get(seen), moved)), set(BEFORE + i, get(FIT))];
}
function lookCloser() {
    const bit = and(shiftRight(loadByte(shiftRight(get(HASH), assembler_int(3)), PLACES.windows), and(get(HASH), assembler_int(7))), assembler_int(1));
    return [
        set(PLACE, sub(add(get(AT), longTrailingZeros(get(BITS))), assembler_int(REACH))),
        set(HASH, shiftRight(mul(load(get(PLACE)), assembler_int(HASH_FACTOR)), assembler_int(32 - HASH_BITS))),
        when(bit, [store(get(OUT), get(PLACE)), set(OUT, add(get(OUT), assembler_int(4)))]),
        set(BITS, longAnd(get(BITS), longSub(get(BITS), assembler_long(1)))),
    ];
}


/***/ }),

/***/ 78444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ SELF_CHECKING),
/* harmony export */   Xo: () => (/* binding */ hasHexChecksum),
/* harmony export */   hY: () => (/* binding */ hasBase62Checksum),
/* harmony export */   kk: () => (/* binding */ isSignedToken),
/* harmony export */   n0: () => (/* binding */ hasBech32Checksum)
/* harmony export */ });
/* unused harmony exports base62, polymod */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 6;
/** Checks that the last six characters of `<prefix>_<30 characters><checksum>` are the CRC-32 of the thirty, in base 62: tokens of GitHub and npm. */
function hasBase62Checksum(text) {
    const body = text.slice(text.lastIndexOf('_') + 1);
    return body.slice(-CHECKSUM) === base62((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(body.slice(0, -CHECKSUM)));
}
function base62(value) {
    let digits = '';
    for (let rest = value; rest > 0; rest = Math.floor(rest / 62))
        digits = BASE62.charAt(rest % 62) + digits;
    return digits.padStart(CHECKSUM, '0');
}
/** Checks `<prefix>_<secret>_<checksum>`: the CRC-32 of all that is in front, in hexadecimal; tokens of Grafana. */
function hasHexChecksum(text) {
    const end = text.lastIndexOf('_');
    return text.slice(end + 1).toLowerCase() === (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(text.slice(0, end)).toString(16).padStart(8, '0');
}
/** Of tokens of a fixed length. */
const SELF_CHECKING = new Set([hasBase62Checksum, hasHexChecksum]);
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** Checks the checksum of secret keys of age (BIP 173, "Checksum"). */
function hasBech32Checksum(text) {
    const lower = text.toLowerCase();
    const split = lower.lastIndexOf('1');
    const prefix = [...Buffer.from(lower.slice(0, split))];
    const data = Array.from(lower.slice(split + 1), (char) => BECH32.indexOf(char));
    return polymod([...prefix.map((byte) => byte >> 5), 0, ...prefix.map((byte) => byte & 31), ...data]) === 1;
}
function polymod(values) {
    let sum = 1;
    for (const value of values) {
        const top = sum >>> 25;
        sum = ((sum & 0x1ffffff) << 5) ^ value;
        for (const [bit, generator] of GENERATOR.entries())
            if ((top >>> bit) & 1)
                sum ^= generator;
    }
    return sum;
}
/** Tells whether a text is a JSON web token whose header names an algorithm, and that is not the one of the documentation (RFC 7515, 3). */
function isSignedToken(text) {
    const [header = '', payload = ''] = text.split('.');
    return /"alg"\s*:\s*"(?!none)/.test(decoded(header)) && !/John Doe|1234567890|"joe"|example/i.test(decoded(payload)) && decoded(payload).startsWith('{');
}
function decoded(part) {
    return Buffer.from(part, 'base64url').toString('latin1');
}


/***/ }),

/***/ 19404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ ENCODED_RULES),
/* harmony export */   e: () => (/* binding */ piecesInBase64)
/* harmony export */ });
/* harmony import */ var _token_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45211);

/** Tokens that can be told from chance once they are decoded: by a checksum, or by how much of them is fixed. */
const ENCODED = new Set([
    'github-personal-token',
    'github-oauth-token',
    'github-user-token',
    'github-server-token',
    'github-fine-grained-token',
    'gitlab-personal-token',
    'npm-token',
]);
const RULES = _token_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .FORGES */ .tu.filter(({ id }) => ENCODED.has(id));
/** Characters that stand in front of what shows of an anchor: they hold bits of it. */
const BEFORE = 3;
/** Tokens that were put into base64 with what stands around them, as Kubernetes, headers and many settings have them. */
const ENCODED_RULES = [
    {
        id: 'token-base64',
        what: 'a token in base64',
        severity: 'high',
        anchors: [...new Set(RULES.flatMap(({ anchors }) => anchors.flatMap((anchor) => piecesInBase64(Buffer.from(anchor)))))],
        before: /[A-Za-z0-9+/_-]{0,3}$/,
        inWord: true,
        text: 26,
        after: /^[A-Za-z0-9+/_-]{26,400}/,
        check: (text) => Array.from({ length: BEFORE + 1 }, (_, cut) => Buffer.from(text.slice(cut), 'base64').toString('latin1')).some(hasToken),
        hint: 'Revoke it where it was issued, and keep it out of the build.',
    },
];
function hasToken(text) {
    return RULES.some(({ anchors, after, check }) => anchors.some((anchor) => {
        const at = text.indexOf(anchor);
        const body = at < 0 ? null : after.exec(text.slice(at + anchor.length));
        return body !== null && check?.(anchor + body[0]) !== false;
    }));
}
/**
 * Returns what shows of bytes in base64, whatever stands around them. Base64 writes three bytes as four characters: what is in the middle of something
 * begins at any of the three.
 */
function piecesInBase64(bytes) {
    return [0, 1, 2].map((shift) => {
        const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        // Without characters that hold bits of what stands before or behind.
        return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    });
}


/***/ }),

/***/ 79964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ looksRandom),
/* harmony export */   Jx: () => (/* binding */ MOST_AFTER),
/* harmony export */   LU: () => (/* binding */ tokens),
/* harmony export */   Mx: () => (/* binding */ MOST_BEFORE),
/* harmony export */   rI: () => (/* binding */ RULES_VERSION)
/* harmony export */ });
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78444);

/** Bytes that are looked at behind an anchor and in front of it. */
const MOST_AFTER = 512;
const MOST_BEFORE = 128;
/** Changes with each rule that is added or changed, so that reports can say which rules were used. */
const RULES_VERSION = 2;
/** Of a token, behind its anchor. */
const SHORTEST_BODY = 16;
/** Tokens of services, one a row; anchors are separated by blanks. */
function tokens(severity, rows) {
    return rows.map(([id, what, anchors, after, check]) => ({
        id,
        what,
        severity,
        anchors: anchors.split(' '),
        after,
        text: SHORTEST_BODY,
        check: (text) => looksRandom(text) && (check?.(text) ?? true),
        // Programs of some languages keep their texts in a row, with nothing in between: a checksum tells where one ends.
        ...(check !== undefined && _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .SELF_CHECKING */ .OG.has(check) ? { inWord: true } : {}),
        hint: 'Revoke it where it was issued, and keep it out of the build.',
    }));
}
/** What documentation puts where a token goes. */
const PLACEHOLDER = /example|placeholder|redacted|dummy|changeme|x{5}|\*{3}|0{7}|1234567|abcdefg|(?:0123|abcd|beef|test){3}/i;
/** Of a text with so many characters, how many must differ. */
const MOST_DIFFERENT = 9;
/** Tells whether a text may be random. Placeholders in documentation do not look random. */
function looksRandom(text) {
    return !PLACEHOLDER.test(text) && new Set(text).size >= Math.min(MOST_DIFFERENT, text.length / 3) && !/(.)\1{5}/.test(text);
}


/***/ }),

/***/ 45211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ mixes),
/* harmony export */   iR: () => (/* binding */ TOKEN_RULES),
/* harmony export */   tu: () => (/* binding */ FORGES)
/* harmony export */ });
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78444);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79964);


/** Where code and packages are kept, and where they are built. */
const FORGES = (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)('high', [
    ['github-personal-token', 'a GitHub personal access token', 'ghp_', /^[A-Za-z0-9]{36}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBase62Checksum */ .hY],
    ['github-oauth-token', 'a GitHub OAuth token', 'gho_', /^[A-Za-z0-9]{36}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBase62Checksum */ .hY],
    ['github-user-token', 'a GitHub user-to-server token', 'ghu_', /^[A-Za-z0-9]{36}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBase62Checksum */ .hY],
    ['github-server-token', 'a GitHub server-to-server token', 'ghs_', /^[A-Za-z0-9]{36}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBase62Checksum */ .hY],
    ['github-refresh-token', 'a GitHub refresh token', 'ghr_', /^[A-Za-z0-9]{36,76}(?![A-Za-z0-9])/],
    ['github-fine-grained-token', 'a GitHub fine-grained token', 'github_pat_', /^[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/],
    ['gitlab-personal-token', 'a GitLab personal access token', 'glpat-', /^[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![\w-])/],
    ['gitlab-deploy-token', 'a GitLab deploy token', 'gldt-', /^[\w-]{20,64}(?![\w-])/],
    ['gitlab-runner-token', 'a GitLab runner token', 'glrt-', /^[\w-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![\w-])/],
    ['gitlab-job-token', 'a GitLab CI job token', 'glcbt-', /^[\w]{1,5}_[\w-]{20,64}(?![\w-])/],
    ['gitlab-trigger-token', 'a GitLab pipeline trigger token', 'glptt-', /^[0-9a-f]{40}(?![0-9a-f])/],
    ['gitlab-agent-token', 'a GitLab agent token', 'glagent-', /^[\w-]{50}(?![\w-])/],
    ['gitlab-feed-token', 'a GitLab feed or mail token', 'glft- glimt-', /^[\w-]{20,64}(?![\w-])/],
    ['gitlab-oauth-secret', 'the secret of a GitLab OAuth application', 'gloas-', /^[0-9a-f]{64}(?![0-9a-f])/],
    ['bitbucket-app-password', 'a Bitbucket app password', 'ATBB', /^[A-Za-z0-9]{28}[0-9A-F]{4}(?![A-Za-z0-9])/],
    ['atlassian-api-token', 'an Atlassian API token', 'ATATT3 ATCTT3', /^[\w=-]{40,250}(?![\w-])/],
    ['npm-token', 'an npm access token', 'npm_', /^[A-Za-z0-9]{36}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBase62Checksum */ .hY],
    ['pypi-token', 'a PyPI token', 'pypi-AgEIcHlwaS5vcmc pypi-AgENdGVzdC5weXBpLm9yZw', /^[\w-]{50,400}/],
    ['rubygems-token', 'a RubyGems key', 'rubygems_', /^[0-9a-f]{48}(?![0-9a-f])/],
    ['crates-token', 'a crates.io token', 'cio', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(3))],
    ['nuget-key', 'a NuGet key', 'oy2', /^[a-z0-9]{43}(?![A-Za-z0-9])/, (text) => /\d/.test(text.slice(3)) && /[a-z]{2}/.test(text)],
    ['clojars-token', 'a Clojars token', 'CLOJARS_', /^[a-z0-9]{60}(?![a-z0-9])/],
    ['docker-hub-token', 'a Docker Hub token', 'dckr_pat_ dckr_oat_', /^[\w-]{27,64}(?![\w-])/],
    ['jfrog-api-key', 'an Artifactory key', 'AKCp', /^[A-Za-z0-9]{69}(?![A-Za-z0-9])/],
    ['jfrog-reference-token', 'an Artifactory reference token', 'cmVmdGtu', /^[A-Za-z0-9]{56}(?![A-Za-z0-9])/],
    ['buildkite-token', 'a Buildkite token', 'bkua_', /^[0-9a-f]{40}(?![0-9a-f])/],
    ['circleci-token', 'a CircleCI token', 'CCIPAT_ CCIPRJ_', /^[A-Za-z0-9]{22}_[0-9a-f]{40}(?![0-9a-f])/],
    ['pulumi-token', 'a Pulumi token', 'pul-', /^[0-9a-f]{40}(?![0-9a-f])/],
    ['terraform-token', 'a Terraform Cloud token', '.atlasv1.', /^[\w-]{60,70}(?![\w-])/],
    ['sentry-token', 'a Sentry token', 'sntrys_ sntryu_', /^[\w+/=-]{40,250}(?![\w])/],
    ['snyk-token', 'a Snyk token', 'snyk_uat. snyk_sat.', /^[0-9a-f]{8}\.[\w-]{20,200}\.[\w-]{20,100}/],
    ['infracost-key', 'an Infracost key', 'ico-', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
]);
/** Where things run. */
const CLOUDS = (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)('high', [
    ['aws-access-key-id', 'an AWS access key', 'AKIA ASIA', /^[A-Z2-7]{16}(?![A-Z0-9a-z])/, (text) => /[2-7]/.test(text.slice(4))],
    ['aws-secret-key', 'an AWS secret key', 'aws_secret_access_key AWS_SECRET_ACCESS_KEY aws_secret_key secretAccessKey', /^['"]{0,2}[ \t]{0,4}[=:>]{1,2}[ \t]{0,4}['"]?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/],
    ['google-api-key', 'a Google API key', 'AIza', /^[\w-]{35}(?![\w-])/],
    ['google-oauth-secret', 'the secret of a Google OAuth client', 'GOCSPX-', /^[\w-]{28}(?![\w-])/],
    ['google-oauth-token', 'a Google OAuth token', 'ya29.', /^[\w-]{30,400}/],
    ['azure-storage-key', 'the key of an Azure storage account', 'AccountKey=', /^[A-Za-z0-9+/]{86}==/],
    ['azure-shared-key', 'an Azure shared access key', 'SharedAccessKey=', /^[A-Za-z0-9+/]{42,43}==?/],
    ['digitalocean-token', 'a DigitalOcean token', 'dop_v1_ doo_v1_ dor_v1_', /^[0-9a-f]{64}(?![0-9a-f])/],
    ['heroku-key', 'a Heroku key', 'HRKU-', /^[\w-]{36,64}(?![\w-])/],
    ['fly-token', 'a Fly.io token', 'fm1r_ fm2_ fo1_', /^[A-Za-z0-9+/=_-]{40,400}/, (text) => mixes(text)],
    ['alibaba-key-id', 'an Alibaba Cloud access key', 'LTAI', /^[A-Za-z0-9]{17,21}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
    ['tencent-key-id', 'a Tencent Cloud secret id', 'AKID', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
    ['yandex-token', 'a Yandex Cloud key', 'AQVN', /^[\w-]{35,38}(?![\w-])/, (text) => mixes(text.slice(4))],
    ['vault-token', 'a HashiCorp Vault token', 'hvs. hvb. hvr.', /^[\w-]{90,300}(?![\w-])/],
    ['doppler-token', 'a Doppler token', 'dp.pt. dp.st. dp.ct. dp.sa. dp.scim.', /^(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/],
    ['databricks-token', 'a Databricks token', 'dapi', /^[0-9a-f]{32}(?:-\d)?(?![0-9a-f])/, (text) => /\d/.test(text)],
    ['tailscale-key', 'a Tailscale key', 'tskey-', /^(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{20,40}(?![A-Za-z0-9])/],
    ['scaleway-key-id', 'a Scaleway access key', 'SCW', /^[A-Z0-9]{17}(?![A-Z0-9a-z])/, (text) => /\d/.test(text.slice(3)) && /[A-Z]/.test(text.slice(3))],
    ['supabase-token', 'a Supabase token', 'sbp_', /^[0-9a-f]{40}(?![0-9a-f])/],
    ['render-key', 'a Render key', 'rnd_', /^[A-Za-z0-9]{32}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
    ['netlify-token', 'a Netlify token', 'nfp_', /^[A-Za-z0-9]{36}(?![A-Za-z0-9])/, (text) => mixes(text.slice(4))],
    ['planetscale-token', 'a PlanetScale token or password', 'pscale_tkn_ pscale_oauth_ pscale_pw_', /^[\w.-]{32,64}(?![\w-])/],
    ['grafana-service-token', 'a Grafana service account token', 'glsa_', /^[A-Za-z0-9]{32}_[0-9a-fA-F]{8}/, _checksums_js__WEBPACK_IMPORTED_MODULE_0__/* .hasHexChecksum */ .Xo],
    ['grafana-cloud-token', 'a Grafana Cloud token', 'glc_eyJ', /^[A-Za-z0-9+/=]{40,400}/],
    ['new-relic-key', 'a New Relic key', 'NRAK- NRII- NRJS- NRRA-', /^[A-Za-z0-9-]{19,42}(?![A-Za-z0-9])/],
    ['dynatrace-token', 'a Dynatrace token', 'dt0c01. dt0s01. dt0s02.', /^[A-Z0-9]{24}\.[A-Z0-9]{64}(?![A-Z0-9])/],
]);
const TOKEN_RULES = [...FORGES, ...CLOUDS];
/** Has capitals, small letters and digits, as nearly all that is drawn from them. */
function mixes(text) {
    return /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
}


/***/ }),

/***/ 96334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ SHORTEST_IDENTIFIER),
/* harmony export */   HT: () => (/* binding */ LONGEST_LITERAL),
/* harmony export */   Hz: () => (/* binding */ spellingsOf),
/* harmony export */   Lr: () => (/* binding */ SHORTEST_VALUE),
/* harmony export */   Nd: () => (/* binding */ linesOfValues)
/* harmony export */ });
/* harmony import */ var _rules_encoded_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19404);

/** Shorter values are found by chance. */
const SHORTEST_VALUE = 8;
const SHORTEST_IDENTIFIER = 4;
/** Bytes of a literal that count; no two secrets begin alike for so long. */
const LONGEST_LITERAL = 128;
/** Returns how a value may be written: as it is, in base64 wherever it begins there, in hexadecimal, and as part of an address, of JSON or of XML. Each text once. */
function spellingsOf(value) {
    const all = [
        [value, 'plain'],
        ...urlForms(value.toWellFormed()).map((text) => [text, 'URL-encoded']),
        ...jsonForms(value).map((text) => [text, 'JSON-encoded']),
        ...xmlForms(value).map((text) => [text, 'XML-encoded']),
        ...hexForms(value).map((text) => [text, 'hexadecimal']),
        ...(0,_rules_encoded_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .piecesInBase64 */ .e)(Buffer.from(value)).flatMap(piecesOf).flatMap((text) => [[text, 'base64'], [text.replaceAll('+', '-').replaceAll('/', '_'), 'base64']]),
    ];
    const once = new Map(all.toReversed());
    return [...once].toReversed().map(([text, as]) => ({ text: Buffer.from(text).toString('latin1'), as }));
}
/** As JavaScript and as RFC 3986 encode it, and as forms do; digits of either case. */
function urlForms(value) {
    const loose = encodeURIComponent(value);
    const strict = loose.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const form = strict.replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
    return [loose, strict, form].flatMap((text) => [text, text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())]);
}
/** As JavaScript writes it, as PHP does (slashes), and as Go does (what means something in HTML). */
function jsonForms(value) {
    const plain = JSON.stringify(value).slice(1, -1);
    return [plain, plain.replaceAll('/', String.raw `\/`), plain.replaceAll(/[<>&]/g, (character) => String.raw `\u00` + character.charCodeAt(0).toString(16))];
}
/** As text between tags, and as an attribute with what means something there. */
function xmlForms(value) {
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const quoted = text.replaceAll('"', '&quot;');
    return [text, quoted, quoted.replaceAll("'", '&#39;'), quoted.replaceAll("'", '&apos;')];
}
function hexForms(value) {
    const digits = Buffer.from(value).toString('hex');
    return [digits, digits.toUpperCase()];
}
/** Characters of base64 that show which value it is. */
const PIECE = 24;
/** Fewer may occur by chance. */
const SHORTEST_PIECE = 12;
/**
 * Programs break base64 into lines, of 64 characters at least: of two pieces in a row one is whole. The last ones are taken, as keys and
 * tokens of a kind begin alike.
 */
function piecesOf(text) {
    if (text.length < 2 * SHORTEST_PIECE)
        return [text];
    const length = Math.min(PIECE, text.length >> 1);
    return [text.slice(-2 * length, -length), text.slice(-length)];
}
/** Returns the values themselves; of those with several lines each line, as they are indented or joined elsewhere. */
function linesOfValues(values) {
    const lines = values.flatMap(({ name, value }) => {
        const several = value.split(/\r?\n/).map((line) => line.trim());
        return several.filter((line) => line.length >= (several.length > 1 ? 2 * SHORTEST_VALUE : SHORTEST_VALUE) && !line.startsWith('-----')).map((line) => ({ name, value: line }));
    });
    return [...new Map(lines.map((line) => [line.value, line])).values()];
}


/***/ }),

/***/ 77603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   J0: () => (/* binding */ isSignedWith),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   yy: () => (/* binding */ keyFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);


const LONGEST_KEY = 64 * 1024;
const PUBLIC_LABEL = /^-----BEGIN PUBLIC KEY-----$/m;
/** Returns what kind of key it is; undefined if it is none that signs here. */
function kindOf(key) {
    if (key.asymmetricKeyType === 'ed25519')
        return 'ed25519';
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
}
/** @throws Failure if the text is no PEM of a public key of a kind that is used here. It may be a secret, and is not shown. */
function parsePublicKey(pem) {
    const hint = 'Expected PEM with "BEGIN PUBLIC KEY", of ECDSA P-256 or Ed25519: `cosign public-key`, or `openssl pkey -pubout`.';
    if (/PRIVATE KEY/.test(pem.slice(0, LONGEST_KEY)))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is a private key.', { hint });
    if (pem.length > LONGEST_KEY || !PUBLIC_LABEL.test(pem))
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('The public key is not a PEM public key.', { hint });
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("The public key can't be read.", { hint });
    }
    if (kindOf(key) === undefined)
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`The public key is of a kind that is not supported (${key.asymmetricKeyType ?? 'unknown'}).`, { hint });
    return key;
}
/** Returns the digest of a public key's DER: a name for it. */
function keyFingerprint(key) {
    const own = key.type === 'private' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key) : key;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(own.export({ type: 'spki', format: 'der' })).digest('hex')}`;
}
/** Signs bytes. An ECDSA signature is DER. @param key a private one of a known kind */
function signWith(key, bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key);
}
/** Tells whether a signature of bytes was made with the key's private half. */
function isSignedWith(key, bytes, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(kindOf(key) === 'ed25519' ? null : 'sha256', bytes, key, signature);
    }
    catch {
        return false; // not even a signature's form
    }
}


/***/ })

};
