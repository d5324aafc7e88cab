import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { formatReference, parseReference } from '../../src/oci/format/reference.ts';

const D = `sha256:${'ab'.repeat(32)}`;

const good: [text: string, full: string][] = [
  ['debian', 'docker.io/library/debian'],
  ['debian:12', 'docker.io/library/debian:12'],
  ['nixos/nix', 'docker.io/nixos/nix'],
  ['docker.io/debian', 'docker.io/library/debian'],
  ['index.docker.io/nixos/nix:2.8', 'docker.io/nixos/nix:2.8'],
  ['ghcr.io/org/bedrock:latest', 'ghcr.io/org/bedrock:latest'],
  ['ghcr.io/org/team/bedrock', 'ghcr.io/org/team/bedrock'],
  [`ghcr.io/org/bedrock@${D}`, `ghcr.io/org/bedrock@${D}`],
  [`ghcr.io/org/bedrock:1.2@${D}`, `ghcr.io/org/bedrock:1.2@${D}`],
  ['localhost/bedrock', 'localhost/bedrock'],
  ['localhost:5000/bedrock:1', 'localhost:5000/bedrock:1'],
  ['127.0.0.1:5000/org/bedrock', '127.0.0.1:5000/org/bedrock'],
  ['[::1]:5000/org/bedrock:x', '[::1]:5000/org/bedrock:x'],
  ['registry.example:443/a/b_c/d__e/f-g/h--i', 'registry.example:443/a/b_c/d__e/f-g/h--i'],
  ['HOST/bedrock', 'HOST/bedrock'],
  ['a.b/c:V_1.0-x', 'a.b/c:V_1.0-x'],
];

for (const [text, full] of good) {
  test(`"${text}" is the reference ${full}`, () => {
    const parsed = parseReference(text);
    assert.equal(formatReference(parsed), full);
    assert.deepEqual(parseReference(full), parsed);
  });
}

const bad: [text: string, says: RegExp][] = [
  ['', /empty/],
  ['https://ghcr.io/org/bedrock', /scheme/],
  ['ghcr.io/Org/bedrock', /lower case/],
  ['Debian', /lower case/],
  ['ghcr.io/org/bedrock:', /not a tag/],
  ['ghcr.io/org/bedrock:-1', /not a tag/],
  [`ghcr.io/org/bedrock:${'a'.repeat(129)}`, /not a tag/],
  ['ghcr.io/org/bedrock@', /64 hexadecimal/],
  ['ghcr.io/org/bedrock@sha256:abc', /64 hexadecimal/],
  [`ghcr.io/org/bedrock@sha512:${'a'.repeat(128)}`, /64 hexadecimal/],
  [`ghcr.io/org/bedrock@${D}@${D}`, /64 hexadecimal/],
  ['ghcr.io//bedrock', /repository/],
  ['ghcr.io/org/bedrock/', /repository/],
  ['ghcr.io/org/-bedrock', /repository/],
  ['ghcr.io/org/a..b', /repository/],
  ['ghcr.io/org/be drock', /repository/],
  ['-a.io/org/bedrock', /host name/],
  ['ghcr.io:port/org/bedrock', /host name/],
  ['/org/bedrock', /repository/],
  ['ghcr.io/org/bedrock\n', /repository/],
  ['ghcr.io/../etc', /repository/],
  [`ghcr.io/${'a'.repeat(250)}`, /longer than 255/],
];

for (const [text, says] of bad) {
  test(`${JSON.stringify(text).slice(0, 60)} is refused, and the message says why`, () => {
    assert.throws(() => parseReference(text), says);
  });
}
