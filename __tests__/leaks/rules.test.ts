import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { RULES } from '../../src/leaks/literals.ts';
import { Matcher } from '../../src/leaks/matcher.ts';
import { hasBase62Checksum, hasBech32Checksum, hasHexChecksum, isSignedToken } from '../../src/leaks/rules/checksums.ts';
import { LeakScanner, scanBytes, type Hit } from '../../src/leaks/scanner.ts';
import { MOST_AFTER, MOST_BEFORE } from '../../src/leaks/rules/rule.ts';
import { ALNUM, draw, randomOf, sampleOf } from './samples.ts';

const NOTHING = { values: [], identifiers: [], folders: [], packages: [] };
const matcher = new Matcher(NOTHING);
const plain = new Matcher(NOTHING, true);

function found(text: string | Buffer, by = matcher): readonly Hit[] {
  return scanBytes(by, Buffer.from(text as string, 'latin1')).hits;
}

test('there are more than 80 rules, each with an id of its own', () => {
  assert.ok(RULES.length > 80, String(RULES.length));
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  for (const { id, anchors } of RULES) assert.ok(/^[a-z0-9-]+$/.test(id) && anchors.every((anchor) => anchor.length >= 3), id);
});

for (const rule of RULES) {
  test(`${rule.id}: ${rule.what} is found, in text and in a program, with and without WebAssembly`, () => {
    for (const [seed, anchor] of rule.anchors.entries()) {
      const secret = sampleOf(rule, seed + 1, anchor);
      for (const [before, after] of [['', ''], ['value = "', '"\n'], ['\0\u00ff\u007f', '\0\u0001']]) {
        for (const by of [matcher, plain]) {
          const hits = found(before + secret + after, by).filter((hit) => hit.rule === rule.id);
          assert.equal(hits.length, 1, `${anchor} ${JSON.stringify(secret.slice(0, 6))}`);
          assert.equal(hits[0]?.offset, before?.length);
          assert.equal(hits[0]?.shown, secret.slice(0, 4));
        }
      }
      assert.ok(secret.length <= MOST_BEFORE + MOST_AFTER);
    }
  });
}

test('behind an anchor stands as much text as the rule says, so that what is no text is passed over', () => {
  for (const rule of RULES) {
    for (const [seed, anchor] of rule.anchors.entries()) {
      const secret = sampleOf(rule, seed + 1, anchor);
      const body = secret.slice(secret.indexOf(anchor) + anchor.length);
      for (let at = 0; at < (rule.text ?? 0); at++) {
        for (const other of ['\n', '\0', '\u00e9']) assert.ok(!rule.after.test(body.slice(0, at) + other + body.slice(at)), `${rule.id} ${at}`);
      }
    }
  }
});

function scan(secret: string, cut: number): readonly Hit[] {
  const scanner = new LeakScanner(matcher);
  scanner.begin(0);
  const bytes = Buffer.from(` ${secret} `, 'latin1');
  scanner.write(bytes.subarray(0, cut));
  scanner.write(bytes.subarray(cut));
  return scanner.end().hits;
}

test('a secret is found wherever the stream is cut', () => {
  const random = randomOf(7);
  for (const rule of RULES) {
    const secret = sampleOf(rule, 3);
    const cuts = rule.id === 'github-personal-token' || rule.id === 'private-key' ? Array.from({ length: secret.length + 3 }, (_, i) => i) : [1 + random(secret.length)];
    for (const cut of cuts) assert.deepEqual(scan(secret, cut).map((hit) => [hit.rule, hit.offset]), [[rule.id, 1]], `${rule.id} at ${cut}`);
  }
});

test('what only looks like a secret is none', () => {
  const random = randomOf(5);
  const token = sampleOf(RULES.find(({ id }) => id === 'github-personal-token')!, 1);
  const harmless = [
    'AKIAIOSFODNN7EXAMPLE',
    ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
    ['-----BEGIN RSA', 'PRIVATE KEY-----\n%s\n'].join(' '),
    ['-----BEGIN', 'CERTIFICATE-----\n'].join(' ') + draw(random, ALNUM, 64),
    'ghp_' + 'x'.repeat(36),
    // Its checksum is wrong.
    token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a'),
    'glpat-' + '*'.repeat(20),
    'https://user:password@host.example.com/',
    'https://user:${PASSWORD}@host.corp.io/',
    'machine example.com login bob password secret\n',
    'machine ftp.corp.io login bob password <your password>\n',
    'SG.short',
    'wordAKIA' + draw(random, 'ABCDEFGH234567', 16),
    // The token of jwt.io.
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ', draw(random, ALNUM, 43)].join('.'),
  ];
  for (const text of harmless) assert.deepEqual(found(text), [], text.slice(0, 12));
});

test('checksums are those of the services', () => {
  // A token that its owner revoked and published, to show how they are made.
  assert.ok(hasBase62Checksum(['ghp', 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17'].join('_')));
  assert.ok(!hasBase62Checksum(['ghp', 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18'].join('_')));
  // BIP 173, "Test vectors".
  for (const valid of ['A12UEL5L', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw']) assert.ok(hasBech32Checksum(valid), valid);
  assert.ok(!hasBech32Checksum('A12UEL5M'));
  assert.ok(!hasHexChecksum('glsa_abc_00000000'));
  assert.ok(!isSignedToken('e30.e30.x'));
});
