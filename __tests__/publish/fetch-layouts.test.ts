import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError, SetupError } from '../../src/errors.ts';
import type { ArtifactStore, Host } from '../../src/host/host.ts';
import { fetchLayouts } from '../../src/publish/fetch-layouts.ts';

function hostWith(...names: readonly string[]): Host {
  const artifacts: ArtifactStore = {
    list: () => Promise.resolve(names.map((name, id) => ({ id, name, size: 1 }))),
    download: () => Promise.resolve(),
  };
  return { artifacts, info: () => undefined } as Partial<Host> as Host;
}

test('a Feature’s artifacts are found among others', async () => {
  const host = hostWith('coverage', 'feature-my-tools-amd64', 'feature-my-tools-arm64', 'feature-x', 'other-feature-y-amd64');
  assert.deepEqual(await fetchLayouts(host, undefined, '/t'), ['/t/feature-my-tools-amd64', '/t/feature-my-tools-arm64']);
});

test('an id may look like an arch, and one job may have built both', async () => {
  assert.deepEqual(await fetchLayouts(hostWith('feature-a-amd64-arm64'), 'a', '/t'), ['/t/feature-a-amd64-arm64']);
  assert.deepEqual(await fetchLayouts(hostWith('feature-for-arm64-amd64'), undefined, '/t'), ['/t/feature-for-arm64-amd64']);
});

test('of several Features one has to be named', async () => {
  const host = hostWith('feature-b-amd64', 'feature-a-amd64');
  await assert.rejects(fetchLayouts(host, undefined, '/t'), (error) => error instanceof InputError && error.message.includes('several Features: a and b'));
  assert.deepEqual(await fetchLayouts(host, 'b', '/t'), ['/t/feature-b-amd64']);
  await assert.rejects(fetchLayouts(host, 'c', '/t'), /no artifact of the Feature “c”; it has feature-b-amd64 and feature-a-amd64/);
});

test('a run without artifacts, and a terminal, say what to do', async () => {
  await assert.rejects(fetchLayouts(hostWith(), undefined, '/t'), /it has no artifact at all/);
  await assert.rejects(fetchLayouts({} as Host, undefined, '/t'), SetupError);
});
