import { hasBech32Checksum, isSignedToken } from './checksums.ts';
import { looksRandom, type LeakRule } from './rule.ts';

const KEEP_OUT = 'Replace the key, and keep it out of the build: anyone who can pull the Feature can read it.';

/** Words that documentation uses for a password. */
const NO_PASSWORD = /^(?:\$|<|\{|%|\[|\(|(?:x+|\*+|\.+|pass|passwd|password|passphrase|pwd|secret|mysecret|mypassword|pw|string|token|none|null|changeme|foo|bar|test|guest|admin|root|user|hunter2|1234\d*)$)|pass(?:word|wd)|example|secret/i;

function bodyOf(text: string): string {
  return text.slice(text.indexOf('KEY-----') + 8).replaceAll(/\\[nr]|\s/g, '');
}

/** Keys that no prefix of a service gives away, and logins. */
export const KEY_RULES: readonly LeakRule[] = [
  {
    id: 'private-key',
    what: 'a private key',
    severity: 'high',
    anchors: ['PRIVATE KEY-----'],
    before: /-----BEGIN (?:[A-Z]{2,10} ){0,2}$/,
    inWord: true,
    // A body: a header alone is in every program that reads keys. A variable may hold all of it in one line.
    after: /^(?:\\r)?(?:\\n|\r?\n| )[ \t]{0,16}(?:Proc-Type: 4,ENCRYPTED\r?\nDEK-Info: [\w,-]{1,64}\r?\n\r?\n)?[A-Za-z0-9+/]{40}[A-Za-z0-9+/=\r\n \t\\"]{8,300}/,
    check: (text) => looksRandom(bodyOf(text).slice(-60)),
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
    check: hasBech32Checksum,
    hint: KEEP_OUT,
  },
  {
    id: 'wireguard-private-key',
    what: 'a WireGuard private key',
    severity: 'high',
    anchors: ['PrivateKey = ', 'PrivateKey=', 'PresharedKey = ', 'PresharedKey='],
    after: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=(?![A-Za-z0-9+/=])/,
    check: (text) => looksRandom(text.slice(-44)),
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
    check: (text) => (text.split('.').length === 3 || text.length > 250) && isSignedToken(text),
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

function isPassword(text: string): boolean {
  return text.length >= 6 && !NO_PASSWORD.test(text) && (/\d/.test(text) || (/[A-Z]/.test(text) && /[a-z]/.test(text))) && looksRandom(text);
}

function isLogin(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && /^[\x20-\x7e]+$/.test(text) && isPassword(text.slice(colon + 1));
}
