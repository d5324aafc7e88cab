import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from '@jest/globals';
import { METADATA_ANNOTATION } from '../../src/feature/manifest/feature-manifest.ts';
import { DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { Registries } from '../../src/oci/pull/registries.ts';
import { findDependencies } from '../../src/test/container/dependencies.ts';
import { Contents, serveContents } from '../diff/registry.ts';
import { listeningHost } from '../publish/releases.ts';

/** A registry with Features that depend on each other. @param features dependsOn of each, by id; HOST stands for the registry */
async function registry(features: Readonly<Record<string, object>>): Promise<string> {
  const contents = new Contents();
  const host = await serveContents(contents);
  for (const [id, dependsOn] of Object.entries(features)) {
    const metadata = JSON.stringify({ id, version: '1.0.0', dependsOn }).replaceAll('HOST', host);
    const config = contents.add('{}', DEVCONTAINER_CONFIG);
    const layers = [contents.add(`the tar of ${id}`, DEVCONTAINER_LAYER)];
    contents.addManifest(`f/${id}:latest`, { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers, annotations: { [METADATA_ANNOTATION]: metadata } });
  }
  contents.addManifest('f/image:latest', { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: contents.add('{}', 'x'), layers: [] });
  return host;
}

async function dependencies(host: string, dependsOn: object) {
  await using cleanup = new AsyncDisposableStack();
  const metadata = JSON.stringify({ id: 'm', dependsOn }).replaceAll('HOST', host);
  const { found, missing } = await findDependencies(metadata, new Registries({ registry: 'ghcr.io', credentials: undefined }, listeningHost().host), cleanup);
  const tars = [];
  for (const { tars: open } of found) for await (const tar of open()) tars.push((await buffer(tar)).toString());
  return { found: found.map(({ id, options }) => [id, options]), missing: missing.map((why) => why.replaceAll(host, 'HOST').slice(0, 60)), tars };
}

test('Features that a Feature depends on come before it, and theirs before them, each once', async () => {
  const host = await registry({ a: { 'HOST/f/b': { x: '1' }, 'HOST/f/c': {} }, b: { 'HOST/f/c': {} }, c: {} });
  const { found, missing, tars } = await dependencies(host, { 'HOST/f/A': { y: true }, 'HOST/f/c:latest': 'v' });
  assert.deepEqual(found, [['c', {}], ['b', { x: '1' }], ['a', { y: true }], ['c', 'v']]);
  assert.deepEqual(tars, ['the tar of c', 'the tar of b', 'the tar of a', 'the tar of c']);
  assert.deepEqual(missing, []);
});

test("what can't be had is named with the reason, and keeps nothing else from being found", async () => {
  const host = await registry({ a: { 'HOST/f/nowhere': {} } });
  const { found, missing } = await dependencies(host, { 'HOST/f/a': {}, './beside': {}, 'HOST/f/image': {}, 'no reference': {} });
  assert.deepEqual(found, [['a', {}]]);
  assert.deepEqual(missing.map((why) => why.split(':')[0]), ['HOST/f/nowhere', './beside', 'HOST/f/image', 'no reference']);
});

test('Features that depend on each other in a ring come to an end', async () => {
  const host = await registry({ a: { 'HOST/f/b': {} }, b: { 'HOST/f/a': {} } });
  assert.deepEqual((await dependencies(host, { 'HOST/f/a': {} })).found, [['b', {}], ['a', {}]]);
});
