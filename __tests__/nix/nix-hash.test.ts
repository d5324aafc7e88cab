import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it, test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { parseNixHash, sriOf, toNix32 } from '../../src/nix/store/nix-hash.ts';
import { decodeNix32, encodeNix32 } from '../../src/nix/store/nix32.ts';
import { comparePackageVersions, parsePackageName } from '../../src/nix/store/package-name.ts';

// nix hash to-base32 / to-base16 / to-sri of sha256("hello")
const HEX = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const SRI = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
const NIX32 = '094qif9n4cq4fdg459qzbhg1c6wywawwaaivx0k0x8xhbyx4vwic';

describe("Nix's base 32", () => {
  it('is what Nix itself writes', () => {
    assert.equal(encodeNix32(Buffer.from(HEX, 'hex')), NIX32);
    assert.equal(Buffer.from(decodeNix32(NIX32)).toString('hex'), HEX);
  });

  it('comes back from text as it was, whatever the length', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = randomBytes(length);
      assert.deepEqual(Buffer.from(decodeNix32(encodeNix32(bytes))), bytes);
    }
  });

  it('has no e, o, t or u, and no bits left over', () => {
    for (const text of ['e000', 'ABCD', '00-0']) assert.throws(() => decodeNix32(text), Failure);
    assert.throws(() => decodeNix32('zz'), /is not a whole number of bytes/);
  });
});

describe('a hash', () => {
  it('is read in each notation that Nix has used', () => {
    const base64 = SRI.slice('sha256-'.length);
    for (const written of [
      SRI,
      `sha256:${HEX}`,
      `sha256:${NIX32}`,
      `sha256:${base64}`,
      { algorithm: 'sha256', format: 'base64', hash: base64 },
      { algorithm: 'sha256', format: 'base16', hash: HEX },
      { algorithm: 'sha256', format: 'nix32', hash: NIX32 },
      { algorithm: 'sha256', format: 'sri', hash: SRI },
    ]) {
      assert.equal(sriOf(written), SRI, JSON.stringify(written));
    }
    assert.equal(toNix32(parseNixHash(SRI)), `sha256:${NIX32}`);
  });

  it('of another algorithm keeps it', () => {
    const sha1 = createHash('sha1').update('x').digest();
    assert.equal(sriOf(`sha1:${encodeNix32(sha1)}`), `sha1-${sha1.toString('base64')}`);
  });

  it('with bits left over in its last digit is written without them', () => {
    assert.equal(sriOf(SRI.replace('CQ=', 'CR=')), SRI);
  });

  it('that is none is refused', () => {
    for (const bad of ['', 'sha256', 'sha256-', 'sha256:zz', `sha256:${HEX}00`, 'crc32:00', 'sha256-****', 7, null, {}, undefined]) {
      assert.throws(() => sriOf(bad), Failure, JSON.stringify(bad));
    }
  });
});

function split(text: string): readonly [string, string] {
  const { name, version } = parsePackageName(text);
  return [name, version];
}

test('the version begins behind the first dash that no letter follows', () => {
  assert.deepEqual(split('curl-8.5.0'), ['curl', '8.5.0']);
  assert.deepEqual(split('glibc-2.38-27'), ['glibc', '2.38-27']);
  assert.deepEqual(split('python3.11-requests-2.31.0'), ['python3.11-requests', '2.31.0']);
  assert.deepEqual(split('font-misc-100dpi'), ['font-misc', '100dpi']);
  assert.deepEqual(split('a-b-0-unstable-2024-01-01'), ['a-b', '0-unstable-2024-01-01']);
  assert.deepEqual(split('x--y'), ['x', '-y']);
});

test('a name without a version is all name', () => {
  for (const text of ['hello', 'my-tools', 'source', 'fix-build.patch', 'a-', '-1.0']) assert.deepEqual(split(text), [text, '']);
});

test('an output is no part of the version, and only what is known is an output', () => {
  for (const output of ['bin', 'dev', 'lib', 'man', 'doc', 'info', 'debug', 'static', 'dist', 'libgcc']) {
    assert.deepEqual(split(`gcc-13.3.0-${output}`), ['gcc', '13.3.0'], output);
  }
  assert.deepEqual(split('glibc-2.38-27-bin'), ['glibc', '2.38-27']);
  assert.deepEqual(split('thing-1.0-beta'), ['thing', '1.0-beta']);
  assert.deepEqual(split('python3-3.11.8-env'), ['python3', '3.11.8-env']);
  // Without a version in front of it the word may as well be the package's own.
  assert.deepEqual(split('my-tools'), ['my-tools', '']);
});

test('versions have the order that Nix gives them', () => {
  const order = ['1.0pre1', '1.0', '1.0a', '1.0b', '1.0.1', '1.9', '1.10', '2.3pre3', '2.3', '2.3a', '2.3.1', '20240101', '123456789012345678901'];
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries()) assert.equal(Math.sign(comparePackageVersions(a, b)), Math.sign(i - j), `${a} and ${b}`);
  }
  assert.ok(comparePackageVersions('', '1') < 0);
  assert.equal(comparePackageVersions('1.0', '1-0'), 0);
});
