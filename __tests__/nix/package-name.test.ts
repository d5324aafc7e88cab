import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { comparePackageVersions, parsePackageName } from '../../src/nix/store/package-name.ts';

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
