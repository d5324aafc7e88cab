import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { test } from '@jest/globals';
import { isSecretValue, RULES } from '../../src/leaks/literals.ts';
import { Matcher } from '../../src/leaks/matcher.ts';
import { MOST_DATA } from '../../src/leaks/prefilter/prefilter-code.ts';
import { LeakScanner, NO_PART, scanBytes, type Hit, type ScanResult } from '../../src/leaks/scanner.ts';
import type { LeakSearch } from '../../src/leaks/search.ts';
import { ALNUM, draw, randomOf, sampleOf } from './samples.ts';

const NOTHING: LeakSearch = { values: [], identifiers: [], folders: [], packages: [] };
const matcher = new Matcher(NOTHING);
const TOKEN = sampleOf(RULES.find(({ id }) => id === 'github-personal-token')!, 11);

function find(bytes: Buffer | string, search: Partial<LeakSearch> = {}): readonly Hit[] {
  return scanBytes(new Matcher({ ...NOTHING, ...search }), Buffer.from(bytes as string)).hits;
}

function rulesOf(hits: readonly Hit[]): string[] {
  return hits.map(({ rule }) => rule);
}

test('what is found does not depend on how a stream is cut, nor on what is around it', () => {
  const random = randomOf(3);
  for (let round = 0; round < 20; round++) {
    const bytes = randomBytes(3 * MOST_DATA);
    const places = Array.from({ length: 12 }, (_, i) => i * 48_000 + random(40_000));
    for (const [i, at] of places.entries()) bytes.write(` ${sampleOf(RULES[(round * 12 + i) % RULES.length]!, i + 1)} `, at, 'latin1');
    const scan = (pieces: () => number): ScanResult => {
      const scanner = new LeakScanner(matcher);
      scanner.begin(0);
      for (let at = 0; at < bytes.length; ) {
        const length = pieces();
        scanner.write(bytes.subarray(at, at + length));
        at += length;
      }
      return scanner.end();
    };
    const whole = scan(() => bytes.length);
    assert.equal(whole.hits.length, 12);
    assert.deepEqual(scan(() => 1 + random(100_000)), whole);
    assert.deepEqual(scan(() => 4096), whole);
  }
});

test("a secret is found at each place around the end of the scanner's memory, and at both ends of a part", () => {
  for (let at = MOST_DATA - 800; at < MOST_DATA + 40; at += 7) {
    const bytes = Buffer.alloc(2 * MOST_DATA, 0x20);
    bytes.write(TOKEN, at);
    assert.deepEqual(scanBytes(matcher, bytes).hits.map(({ offset }) => offset), [at]);
  }
  assert.deepEqual(find(TOKEN).map(({ offset }) => offset), [0]);
});

test('what lies in two parts is not joined, and each part has offsets of its own', () => {
  const scanner = new LeakScanner(matcher);
  for (const [part, text] of [[4, `x${TOKEN}`], [5, TOKEN.slice(0, 20)], [NO_PART, TOKEN], [6, TOKEN.slice(20)], [7, `ab ${TOKEN}`]] as const) {
    scanner.begin(part);
    scanner.write(Buffer.from(text));
  }
  assert.deepEqual(scanner.end().hits.map(({ part, offset }) => [part, offset]), [[4, 1], [7, 3]]);
});

test('known values are found as they are, in base64 wherever they begin, in addresses and in JSON', () => {
  const value = 'p@ss "wörd"/+?';
  const search = { values: [{ name: 'the variable X', value }] };
  const spellings = [value, encodeURIComponent(value), JSON.stringify(value), ...['', 'a', 'ab', 'abc'].flatMap((before) => (['base64', 'base64url'] as const).map((as) => Buffer.from(`${before}${value}${before}`).toString(as)))];
  for (const text of spellings) {
    const [hit] = find(`\0\u0001${text}\0`, search);
    assert.equal(hit?.rule, 'known-value', text);
    assert.match(hit.what, /^the value of the variable X/);
    assert.equal(hit.shown, '', 'nothing of it is shown');
  }
  assert.deepEqual(find(value.slice(0, -1), search), []);
});

test('a value is found in each way that programs write it into addresses and JSON, and in base64 that is broken into lines', () => {
  const value = "S3cr(et)*!'/<a&b>~ +value";
  const search = { values: [{ name: 'X', value }] };
  const strict = encodeURIComponent(value).replaceAll(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [new URLSearchParams({ x: value }).toString().slice(2), strict, strict.replaceAll(/%../g, (each) => each.toLowerCase()), JSON.stringify(value).slice(1, -1).replaceAll('/', String.raw`\/`)];
  const go = JSON.stringify(value).replaceAll('<', String.raw`\u003c`).replaceAll('>', String.raw`\u003e`).replaceAll('&', String.raw`\u0026`);
  for (const text of [...forms, go]) assert.deepEqual(rulesOf(find(`(${text})`, search)), ['known-value'], text);
  const random = randomOf(5);
  const long = draw(random, ALNUM, 93);
  for (const columns of [64, 76]) {
    for (let before = 0; before < 80; before++) {
      const text = Buffer.from(`${'-'.repeat(before)}${long}, and more`).toString('base64').replaceAll(new RegExp(`.{${columns}}`, 'g'), (line) => `${line}\r\n`);
      assert.deepEqual(rulesOf(find(text, { values: [{ name: 'X', value: long }] })), ['known-value'], `${before} in front, ${columns} columns`);
    }
  }
});

test('a key of several lines counts as a secret, whatever its header looks like', () => {
  const header = `b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW`;
  const key = ['-----BEGIN OPENSSH', ` PRIVATE KEY-----\n${header}\n${draw(randomOf(8), ALNUM, 70)}\n-----END OPENSSH PRIVATE`, ' KEY-----'].join('');
  assert.ok(isSecretValue(key));
  for (const value of ['true', '/run/secrets/key', '0000000000', 'placeholder', './x']) assert.ok(!isSecretValue(value), value);
});

test('traces do not crowd out secrets, and what is too much is counted as lost', () => {
  const search = { packages: ['hello-2.12'] };
  const scan = (text: string, parts: number): ScanResult => {
    const scanner = new LeakScanner(new Matcher({ ...NOTHING, ...search }));
    for (let part = 0; part < parts; part++) {
      scanner.begin(part);
      scanner.write(Buffer.from(text));
    }
    scanner.begin(parts);
    scanner.write(Buffer.from(TOKEN));
    return scanner.end();
  };
  const traces = scan('/build/hello-2.12/x ', 6000);
  assert.deepEqual([traces.hits.filter(({ severity }) => severity === 'high').length, traces.lost, traces.more > 0], [1, 0, true]);
  assert.deepEqual([scan(TOKEN, 5001).hits.length, scan(TOKEN, 5001).lost], [5000, 2]);
});

test('of a value with several lines each is found by itself', () => {
  const random = randomOf(9);
  const lines = [draw(random, 'abcdefXYZ0123456789', 40), draw(random, 'abcdefXYZ0123456789', 40)];
  const search = { values: [{ name: 'a key', value: ['-----BEGIN X-----', ...lines, 'short', '-----END X-----'].join('\n') }] };
  for (const line of lines) assert.deepEqual(rulesOf(find(`  ${line}`, search)), ['known-value']);
  assert.deepEqual(find('-----BEGIN X-----\nshort\n', search), []);
});

test('names of the team are found in capitals and small letters, as whole words', () => {
  const search = { identifiers: ['Acme-Corp.example', 'bob'.concat('by'), 'M\u00fcller & S\u00f6hne'] };
  for (const text of ['M\u00fcller & S\u00f6hne', 'M\u00dcLLER & S\u00d6HNE', '\0m\u00fcller & S\u00f6hne\xff']) assert.deepEqual(rulesOf(find(Buffer.from(text), search)), ['identifier'], text);
  for (const text of ['mail@ACME-corp.Example', '\0acme-corp.example\0', 'https://x.acme-corp.example/']) assert.deepEqual(rulesOf(find(text, search)), ['identifier'], text);
  for (const text of ['xacme-corp.example', 'acme-corp.examples', 'bobbyx', '1bobby']) assert.deepEqual(find(text, search), [], text);
});

test('folders of the machine and of builds are found, and those of other builds are not', () => {
  const search = { folders: ['/home/alice/work'], packages: ['hello-2.12'] };
  for (const text of ['/home/alice/work', '/home/alice/work/x.c', '-I/home/alice/work:']) assert.deepEqual(rulesOf(find(text, search)), ['machine-folder'], text);
  for (const text of ['/home/alice/works', '/home/alice']) assert.deepEqual(find(text, search), [], text);
  for (const text of ['/build/hello-2.12/src', '/tmp/nix-build-hello-2.12.drv-0/x']) {
    assert.deepEqual(find(text, search).map(({ rule, severity }) => [rule, severity]), [['build-folder', 'low']], text);
  }
  for (const text of ['/build/glibc-2.36/x', '/build/hello-2.12', '/build/', '/tmp/nix-build-other.drv-0/x']) assert.deepEqual(find(text, search), [], text);
});

test('a value is found in the ways in which programs write it', () => {
  const value = ['Tr0ub4dor&3', '-correct/horse', '+"battery"'].join('');
  const by = new Matcher({ ...NOTHING, values: [{ name: 'a password', value }] });
  const base64 = (before: string): string => Buffer.from(`${before}${value}${'y'.repeat(60)}`).toString('base64');
  const written: Readonly<Record<string, string>> = {
    plain: value,
    hexadecimal: Buffer.from(value).toString('hex'),
    capitals: Buffer.from(value).toString('hex').toUpperCase(),
    address: encodeURIComponent(value),
    JSON: JSON.stringify({ value }),
    XML: value.replaceAll('&', '&amp;'),
    attribute: value.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    ...Object.fromEntries(Array.from({ length: 76 }, (_, i) => [`base64 from ${i}, in lines`, base64('x'.repeat(i)).replaceAll(/.{76}/g, '$&\n')])),
  };
  for (const [how, text] of Object.entries(written)) assert.deepEqual(rulesOf(scanBytes(by, Buffer.from(`= ${text} `)).hits), ['known-value'], how);
});

test('a token is found in base64 wherever it begins there, and one whose checksum is wrong is not', () => {
  const wrong = TOKEN.slice(0, -1) + (TOKEN.endsWith('a') ? 'b' : 'a');
  for (const before of ['', 'x', 'me:', 'bob:', '{"auths": "']) {
    const text = (token: string): string => `data: ${Buffer.from(`${before}${token}${'"}'.repeat(before.length)}`).toString('base64')}\n`;
    assert.deepEqual(rulesOf(find(text(TOKEN))), ['token-base64'], before);
    assert.deepEqual(find(text(wrong)), [], before);
  }
});

test('a private key is found in one line, as variables hold it', () => {
  const key = sampleOf(RULES.find(({ id }) => id === 'private-key')!, 4);
  for (const end of ['\n', '\r\n', String.raw`\n`, ' ']) assert.deepEqual(rulesOf(find(key.replaceAll('\n', end))), ['private-key'], JSON.stringify(end));
});

test('compressed files are looked into, in each other too, and the way inside is told', () => {
  const text = Buffer.from(`key = ${TOKEN}\n`);
  // A codec may leave so short a text as it is: then it is found outside too.
  const inside = (bytes: Buffer): readonly (readonly string[])[] => find(bytes).map((hit) => hit.inside).filter((way) => way.length > 0).toSorted((a, b) => b.length - a.length).slice(0, 1);
  assert.deepEqual(inside(gzipSync(text)), [['gzip']]);
  assert.deepEqual(inside(Buffer.concat([gzipSync('first'), gzipSync(text)])), [['gzip']]);
  assert.deepEqual(inside(zstdCompressSync(text)), [['zstd']]);
  const skippable = Buffer.from('502a4d180400000061626364', 'hex');
  assert.deepEqual(inside(Buffer.concat([zstdCompressSync('first'), skippable, zstdCompressSync(text), Buffer.from('behind')])), [['zstd']], 'zstd in frames');
  assert.deepEqual(inside(zip('c', Buffer.concat([text, text, text]), 8, 'damaged')), [['zip: c']], 'behind a damaged member');
  assert.deepEqual(inside(deflateSync(text)), [['zlib']], 'an object of git');
  assert.deepEqual(inside(zip('a/secret.txt', text)), [['zip: a/secret.txt']]);
  assert.deepEqual(inside(zip('b', Buffer.concat([text, text, text]), 93)), [['zip: b']], 'zstd in a zip file');
  assert.deepEqual(inside(gzipSync(zip('x', zstdCompressSync(text)))), [['gzip', 'zip: x', 'zstd']]);
  assert.equal(find(gzipSync(text))[0]?.offset, 6);
});

test('what is compressed is looked into wherever the stream is cut', () => {
  const packed = gzipSync(`\n${TOKEN}`);
  for (let cut = 0; cut <= packed.length; cut++) {
    const scanner = new LeakScanner(matcher);
    scanner.begin(1, true);
    scanner.write(packed.subarray(0, cut));
    scanner.write(packed.subarray(cut));
    scanner.begin(3, true);
    assert.deepEqual(scanner.end().hits.map(({ part, offset }) => [part, offset]), [[1, 1]], String(cut));
  }
});

test("what can't be looked into is counted: too deep, too large, damaged, of a kind that is not known", () => {
  const deep = [0, 1, 2, 3].reduce((bytes: Buffer) => gzipSync(bytes), Buffer.from(TOKEN));
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  const xz = Buffer.from('fd377a585a000004', 'hex');
  const damaged = Buffer.concat([zstdCompressSync(TOKEN).subarray(0, 12), Buffer.alloc(9)]);
  for (const [what, bytes] of Object.entries({ deep, bomb, xz, damaged, lzma: zip('x', Buffer.from(TOKEN), 14) })) {
    const { hits, closed } = scanBytes(matcher, bytes);
    assert.deepEqual([hits.length, closed], [0, 1], what);
  }
  assert.deepEqual(scanBytes(matcher, Buffer.concat([gzipSync(TOKEN), Buffer.from('\0\0\0')])).hits.length, 1, 'padded with zeros');
});

test('of what is in a file again and again a few are told and the others counted', () => {
  const { hits, more } = scanBytes(matcher, Buffer.from(`${TOKEN} `.repeat(50)));
  assert.deepEqual([hits.length, more], [3, 47]);
});

/** A zip file of one member, deflated unless another method is named. @param before a member in front of it that can't be unpacked */
function zip(name: string, bytes: Buffer, method = 8, before?: string): Buffer {
  const members = [...(before === undefined ? [] : [{ name: before, packed: Buffer.from('ffffffff', 'hex') }]), { name, packed: method === 93 ? zstdCompressSync(bytes) : deflateRawSync(bytes) }];
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  for (const { name: each, packed } of members) {
    const local = Buffer.alloc(30);
    local.write('PK\u0003\u0004', 'latin1');
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(each.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 'latin1');
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(each.length, 28);
    entry.writeUInt32LE(Buffer.concat(locals).length, 42);
    locals.push(local, Buffer.from(each), packed);
    entries.push(entry, Buffer.from(each));
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, ...entries, end]);
}
