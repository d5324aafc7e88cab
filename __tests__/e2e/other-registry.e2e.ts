import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { hasCrane, startCraneRegistry } from '../rig/crane-registry.ts';
import { run } from '../rig/command.ts';
import { searchPath } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature } from './publishing.ts';

/* The registry of another project: what we publish, and how, is no habit of the first one. */
await theRig();
const scratch = await scratchFolder();

if (hasCrane) {
  const registry = await startCraneRegistry();
  afterAll(() => registry.stop());
  const reader = new Reader(registry);

  test('releases of one Feature get their tags, are found again, and are told apart (crane registry serve)', async () => {
    const namespace = ownNamespace('other/features');
    const repository = `${namespace}/tool`;
    const layouts = new Map<string, string>();
    for (const version of ['1.0.0', '1.1.0', '1.0.1']) {
      const feature = await writeSmallFeature(path.join(scratch, version, 'tool'), 'tool', version, version);
      const layout = path.join(scratch, `layout-${version}`);
      assert.equal((await nixFeature(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', `--output=${layout}`])).code, 0);
      layouts.set(version, layout);
      const result = await published(['publish', layout, ...targetFlags(registry, namespace)], registry);
      assert.equal(result.upToDate, false);
      assert.equal(await reader.digest(repository, version), result.digest);
    }
    assert.deepEqual(await reader.tags(repository), ['1', '1.0', '1.0.0', '1.0.0_amd64', '1.0.0_arm64', '1.0.1', '1.0.1_amd64', '1.0.1_arm64', '1.1', '1.1.0', '1.1.0_amd64', '1.1.0_arm64', 'latest', 'latest-amd64', 'latest-arm64']);
    for (const [tag, version] of [['latest', '1.1.0'], ['1', '1.1.0'], ['1.0', '1.0.1'], ['latest-arm64', '1.1.0_arm64']] as const) {
      assert.equal(await reader.digest(repository, tag), await reader.digest(repository, version), tag);
    }
    assert.deepEqual((await reader.collection(namespace)).features.map(({ id }) => id), ['tool']);
    const again = await published(['publish', layouts.get('1.1.0') ?? '', ...targetFlags(registry, namespace)], registry);
    assert.deepEqual([again.upToDate, again.uploadedBytes], [true, 0]);
    const other = await writeSmallFeature(path.join(scratch, 'other-content', 'tool'), 'tool', '1.1.0', 'something else');
    const refused = await nixFeature(['build', `--feature=${other}`, ...HOST_BUILD, '--push', ...targetFlags(registry, namespace)]);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /is already published with other content/);

    const pulled = path.join(scratch, 'pulled');
    await run(['oras', 'pull', '--plain-http', '--output', pulled, `${registry.host}/${repository}:latest-amd64`], { env: { ...process.env, PATH: searchPath() } });
    assert.deepEqual((await readdir(pulled)).sort(), ['env-path', 'tool-amd64.tar.gz']);
  });

  test('two versions and another Feature published at once end with the highest tags and both entries (crane registry serve)', async () => {
    const namespace = ownNamespace('other/race');
    const runs = [['race', '1.0.0'], ['race', '1.1.0'], ['second', '1.0.0']].map(async ([id = '', version = '']) => {
      const feature = await writeSmallFeature(path.join(scratch, 'race', version, id), id, version, version);
      return published(['build', `--feature=${feature}`, ...HOST_BUILD, '--push', ...targetFlags(registry, namespace)], registry);
    });
    const [, higher] = await Promise.all(runs);
    for (const tag of ['1', '1.1', 'latest']) assert.equal(await reader.digest(`${namespace}/race`, tag), higher?.digest, tag);
    assert.deepEqual((await reader.collection(namespace)).features.map(({ id }) => String(id)).sort(), ['race', 'second']);
  });
}
