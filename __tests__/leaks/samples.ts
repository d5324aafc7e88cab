import { crc32 } from 'node:zlib';
import { base62, polymod } from '../../src/leaks/rules/checksums.ts';
import type { LeakRule } from '../../src/leaks/rules/rule.ts';

/** Draws the same numbers for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomOf>;

export const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

export function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');
}

/** A secret that the rule is about, made anew: this repository holds none. The first of its anchors, unless another is named. */
export function sampleOf(rule: LeakRule, seed: number, anchor = rule.anchors[0] ?? ''): string {
  const random = randomOf(seed);
  const make = SPECIAL[rule.id];
  for (let tries = 0; tries < 1000; tries++) {
    const [text, from] = make === undefined ? [anchor + fromExpression(rule.after.source, random), 0] : framed(rule, make(random, anchor), anchor);
    if (rule.check?.(text.slice(from)) !== false) return text;
  }
  throw new Error(`no sample of ${rule.id}`);
}

function framed({ before }: LeakRule, text: string, anchor: string): [string, number] {
  return [text, before === undefined ? Math.max(0, text.indexOf(anchor)) : 0];
}

const SPECIAL: Readonly<Record<string, (random: Random, anchor: string) => string>> = {
  ...Object.fromEntries(['github-personal-token', 'github-oauth-token', 'github-user-token', 'github-server-token', 'npm-token'].map((id) => [id, withBase62] as const)),
  'grafana-service-token': (random, anchor) => {
    const body = anchor + draw(random, ALNUM, 32);
    return `${body}_${crc32(body).toString(16).padStart(8, '0')}`;
  },
  'age-secret-key': (random, anchor) => ageKey(random, anchor),
  'private-key': privateKey,
  'private-key-base64': (random) => Buffer.from(privateKey(random)).toString('base64').slice(0, 400),
  'token-base64': tokenInBase64,
  'pgp-private-key': (random) => ['-----BEGIN', ` PGP PRIVATE KEY BLOCK-----\n\n${draw(random, ALNUM, 64)}\n`].join(''),
  'putty-private-key': (random, anchor) => `${anchor}14\n${draw(random, ALNUM, 64)}\n`,
  'json-web-token': (random) => [{ alg: 'RS256', typ: 'JWT' }, { iss: draw(random, ALNUM, 12), aud: draw(random, ALNUM, 9) }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + `.${draw(random, ALNUM, 43)}`,
  'netrc-login': (random, anchor) => `${anchor}git.corp.io login bob password ${draw(random, ALNUM, 16)}`,
  'address-with-password': (random, anchor) => `${anchor}bob:${draw(random, ALNUM, 12)}7aB@db.corp.io/x`,
  'docker-login': (random, anchor) => `${anchor}${Buffer.from(`bob:${draw(random, ALNUM, 15)}7aB`).toString('base64')}"`,
  'openai-key': (random, anchor) => `${anchor}${draw(random, ALNUM, 40)}T3BlbkFJ${draw(random, ALNUM, 40)}`,
};

function withBase62(random: Random, anchor: string): string {
  const body = draw(random, ALNUM, 30);
  return anchor + body + base62(crc32(body));
}

/** One whose base64 has the anchor in it. */
function tokenInBase64(random: Random, anchor: string): string {
  for (const prefix of ['ghp_', 'gho_', 'ghu_', 'ghs_', 'npm_', 'github_pat_', 'glpat-']) {
    const token = prefix === 'github_pat_' ? `${prefix}${draw(random, ALNUM, 22)}_${draw(random, ALNUM, 59)}` : prefix === 'glpat-' ? prefix + draw(random, ALNUM, 20) : withBase62(random, prefix);
    for (const around of ['', ':', '{"']) {
      const text = Buffer.from(`${around}${token}${'"'.repeat(3 - around.length)}`).toString('base64');
      if (text.startsWith(anchor, [0, 2, 3][around.length])) return text.replaceAll('=', '');
    }
  }
  throw new Error(`nothing has ${anchor}`);
}

function privateKey(random: Random): string {
  const lines = Array.from({ length: 4 }, () => draw(random, `${ALNUM}+/`, 64)).join('\n');
  return ['-----BEGIN', ` RSA PRIVATE KEY-----\n${lines}\n-----END`, ' RSA PRIVATE KEY-----\n'].join('');
}

/** BIP 173, "Checksum". */
function ageKey(random: Random, anchor: string): string {
  const prefix = anchor.slice(0, -1).toLowerCase();
  const data = Array.from({ length: 52 }, () => random(32));
  const bytes = Array.from(Buffer.from(prefix));
  const sum = polymod([...bytes.map((byte) => byte >> 5), 0, ...bytes.map((byte) => byte & 31), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const all = [...data, ...Array.from({ length: 6 }, (_, i) => (sum >>> (5 * (5 - i))) & 31)];
  return `${prefix}1${all.map((value) => BECH32.charAt(value)).join('')}`.toUpperCase();
}

/** A text that fits an expression of the table: classes, groups of alternatives, and how often each comes. */
function fromExpression(source: string, random: Random): string {
  const plain = source.replace(/^\^/, '').replaceAll(/\(\?[!=](?:\[[^\]]*\]|[^()[\]])*\)/g, '');
  return alternatives(plain, random);
}

function alternatives(source: string, random: Random): string {
  const choices: string[] = [''];
  for (const { whole } of pieces(source)) {
    if (whole === '|') choices.push('');
    else choices[choices.length - 1] += whole;
  }
  const choice = choices[random(choices.length)] ?? '';
  return pieces(choice).map(({ text, least, most }) => Array.from({ length: least + random(Math.min(most, least + 30) - least + 1) }, () => one(text, random)).join('')).join('');
}

function pieces(source: string): { readonly whole: string; readonly text: string; readonly least: number; readonly most: number }[] {
  return [...source.matchAll(/(\[(?:\\.|[^\]\\])*\]|\(\?:(?:\[(?:\\.|[^\]\\])*\]|\\.|[^()\\])*\)|\\.|.)(?:\{(\d+)(?:,(\d+))?\}|(\?))?/gs)].map(([whole, text = '', least, most, maybe]) => {
    const from = maybe === undefined ? Number(least ?? 1) : 0;
    return { whole, text, least: from, most: maybe === undefined ? Number(most ?? from) : 1 };
  });
}

function one(text: string, random: Random): string {
  if (text.startsWith('(?:')) return alternatives(text.slice(3, -1), random);
  if (text.startsWith('[')) return draw(random, members(text.slice(1, -1)), 1);
  if (text === String.raw`\d`) return draw(random, '0123456789', 1);
  if (text === String.raw`\w`) return draw(random, `${ALNUM}_`, 1);
  return text.startsWith('\\') ? text.slice(1) : text;
}

function members(inside: string): string {
  return inside
    .replaceAll(String.raw`\w`, 'A-Za-z0-9_')
    .replaceAll(String.raw`\d`, '0-9')
    .replaceAll(String.raw`\t`, '\t')
    .replaceAll(/(\w)-(\w)/g, (_, from: string, to: string) => {
      let range = '';
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) range += String.fromCharCode(code);
      return range;
    })
    .replaceAll('\\', '');
}
