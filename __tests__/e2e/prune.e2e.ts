import assert from 'node:assert/strict';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { startRegistry, type Registry } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';
import { scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, published, Reader, targetFlags, writeSmallFeature } from './publishing.ts';

await theRig();
const scratch = await scratchFolder();
const VERSIONS = ['1.0.0', '1.0.1'] as const;
const NAMESPACE = 'pruned/features';

const registries = [await startRegistry({ auth: 'htpasswd' }), await startRegistry({ deletes: false })] as const;
afterAll(async () => {
  for (const registry of registries) await registry.stop();
});

async function pruned(registry: Registry, ...flags: string[]) {
  return nixFeature(['prune', 'tool', ...targetFlags(registry, NAMESPACE), ...flags], registry);
}

test('old versions go from a real registry, and one that does not delete says so', async () => {
  const [deletes, refuses] = registries;
  for (const version of VERSIONS) {
    const feature = await writeSmallFeature(path.join(scratch, version, 'tool'), 'tool', version, version);
    const layout = path.join(scratch, `layout-${version}`);
    assert.equal((await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, `--output=${layout}`])).code, 0);
    for (const registry of registries) await published(['publish', layout, ...targetFlags(registry, NAMESPACE)], registry);
  }
  const refused = await pruned(refuses, '--keep=1', '--apply');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /error: .*pruned\/features\/tool: The registry does not allow deletion\. Nothing was deleted\. /);

  const done = await pruned(deletes, '--keep=1', '--apply');
  assert.equal(done.code, 0, done.stderr);
  assert.match(done.stdout, /\nRemoved 1 version, [\d.]+ kB that nothing else in their repositories needs\. /);
  const tags = await new Reader(deletes).tags(`${NAMESPACE}/tool`);
  assert.deepEqual(tags, ['1', '1.0', '1.0.1', '1.0.1_amd64', 'latest', 'latest-amd64']);
  // Every manifest, layer and tag that is left is as it should be.
  const checked = await nixFeature(['check', 'tool', ...targetFlags(deletes, NAMESPACE)], deletes);
  assert.equal(checked.code, 0, checked.stdout);
});
