import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readExportRequest } from '../../src/actions/requests/read-portable.ts';
import { Failure, InputError, RegistryError } from '../../src/kit/errors.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { readPortable } from '../../src/portable/portable-feature.ts';
import { HERE, readerOf } from '../actions/inputs-of.ts';

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
