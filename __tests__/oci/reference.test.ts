import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readExportRequest } from '../../src/actions/requests/read-portable.ts';
import { Failure, InputError, RegistryError } from '../../src/kit/errors.ts';
import { formatReference, parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { readPortable } from '../../src/portable/portable-feature.ts';
import { HERE, readerOf } from '../actions/inputs-of.ts';

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

/** A registry's answer to the first question. */
class Refusing extends Registry {
  readonly error: RegistryError;
  constructor(name: string, status: number | undefined) {
    super(parseReference(name), { env: {} });
    this.error = new RegistryError('no', { method: 'GET', url: 'https://registry/', ...(status !== undefined && { status }) });
  }
  override root(): Promise<never> {
    return Promise.reject(this.error);
  }
}

test('a mistyped folder that was looked for on Docker Hub is said to be no folder, whatever the registry answers', async () => {
  for (const [status, problem] of [[401, 'is refused'], [404, 'does not exist'], [undefined, "can't be read"]] as const) {
    const registry = new Refusing('features/tols', status);
    await assert.rejects(readPortable(registry, { name: 'features/tols', wanted: [] }), (error) => {
      assert.ok(error instanceof Failure && !(error instanceof RegistryError));
      assert.equal(error.message, `features/tols ${problem}: no`);
      assert.match(error.hint ?? '', /^There is no file or folder "features\/tols" here, so it was looked for on Docker Hub/);
      return true;
    });
    registry.close();
  }
});

test('a name with its registry is one, and its error stays what it is', async () => {
  for (const name of ['ghcr.io/org/tools', 'docker.io/org/tools']) {
    const registry = new Refusing(name, 404);
    await assert.rejects(readPortable(registry, { name, wanted: [] }), registry.error);
    registry.close();
  }
});

test('a name that ends as archives do is never looked for in a registry', () => {
  const where = { folder: HERE, env: {}, platform: 'linux', arch: 'x64', cores: 1 };
  for (const name of ['tools.tar', 'out/tools.tar.gz', 'tools.tar.zst', 'tools.tgz', './none']) {
    assert.throws(() => readExportRequest(name, readerOf({}), where), (error) => error instanceof InputError && error.message.endsWith('which does not exist.'), name);
  }
  assert.equal(readExportRequest('org/tools', readerOf({}), where).source.kind, 'published');
});
