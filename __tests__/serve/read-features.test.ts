import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { hashPartOf } from '../../src/nix/store/store-path.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { Registries } from '../../src/oci/pull/registries.ts';
import { Catalogue } from '../../src/serve/catalogue.ts';
import { readFeatures, type ReadFeatures } from '../../src/serve/read-features.ts';
import { Contents, serveContents } from '../diff/registry.ts';
import { afterTest } from '../jest/after-test.ts';
import { storePath } from '../nix/nar-builder.ts';
import { heldFeature } from './held.ts';

const IDS = ['a', 'b', 'c', 'd'];

/** A registry with a namespace of four Features. @param named what its collection says of them */
async function namespace(named: readonly { readonly id: string; readonly version?: string }[]): Promise<string> {
  const contents = new Contents();
  for (const id of IDS) {
    const { document } = heldFeature([{ path: storePath(id, id), tree: id }]);
    contents.publish(`org/${id}`, [{ ...document, feature: { id, version: '1.0.0' } }]);
  }
  const layer = contents.add(JSON.stringify({ sourceInformation: { source: 'test' }, features: named }), COLLECTION_LAYER);
  contents.addManifest('org:latest', { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: contents.add('{}', DEVCONTAINER_CONFIG), layers: [layer] });
  return serveContents(contents);
}

/** The ids of the Features whose paths are known then, and what was said. */
async function read(registry: string, by: Partial<ReadFeatures> = {}): Promise<readonly [found: string, said: string]> {
  const said: string[] = [];
  const out = { write: (text: string): boolean => said.push(text) > 0 };
  const host = createTerminalHost({ stdout: out, stderr: out, env: {}, signal: new AbortController().signal });
  const cleanup = new AsyncDisposableStack();
  afterTest(() => cleanup.disposeAsync());
  const catalogue = new Catalogue();
  const registries = new Registries({ registry, credentials: undefined }, host);
  await readFeatures({ registry, repository: 'org' }, catalogue, { registries, arches: ['amd64'], ...by }, cleanup);
  return [IDS.filter((id) => catalogue.find(hashPartOf(storePath(id, id))) !== undefined).join(''), said.join('')];
}

test('of a namespace with more Features than are read, those that are asked for first are among them', async () => {
  const registry = await namespace(IDS.map((id) => ({ id, version: '1.0.0' })));
  assert.deepEqual(await read(registry), ['abcd', '']);
  assert.deepEqual(await read(registry, { most: 2 }), ['ab', '']);
  assert.deepEqual(await read(registry, { most: 2, first: new Set(['d', 'nowhere']) }), ['ad', '']);
});

test('a collection leads nowhere else than to Features of its namespace, and what it names wrongly is a warning', async () => {
  const registry = await namespace([{ id: '../other/a' }, { id: 'a/../b', version: '1.0.0' }, { id: 'c', version: '../1.0.0' }, { id: 'd', version: '1.0.0' }, { id: 'nowhere' }, { id: 'x@sha256:0' }]);
  const [found, said] = await read(registry);
  assert.equal(found, 'd');
  assert.match(said, /org\/c:latest is not served/);
  assert.match(said, /org\/nowhere:latest is not served/);
  assert.equal(said.match(/is not served/g)?.length, 2);
});
