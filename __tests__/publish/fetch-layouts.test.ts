import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { Failure, InputError, SetupError } from '../../src/kit/errors.ts';
import { parseArtifactName } from '../../src/host/github/artifact-name.ts';
import type { ArtifactStore, Host } from '../../src/kit/host.ts';
import type { Arch } from '../../src/platform.ts';
import { fetchLayouts } from '../../src/publish/fetch-layouts.ts';

interface Run {
  readonly attempt?: number;
  readonly expired?: readonly string[];
}

function hostWith(names: readonly string[], { attempt = 1, expired = [] }: Run = {}): Host {
  const artifacts: ArtifactStore = {
    attempt,
    list: () => Promise.resolve(names.map((name, id) => ({ ...parseArtifactName(name), id, name, size: 1 }))),
    download: () => Promise.resolve(),
    expired: () => Promise.resolve(expired),
  };
  return { artifacts, info: () => undefined } as Partial<Host> as Host;
}

async function fetched(names: readonly string[], id?: string, arches: readonly Arch[] = [], run?: Run): Promise<string[]> {
  return (await fetchLayouts(hostWith(names, run), { id, arches }, '/t')).map((path) => path.slice('/t/'.length)).sort();
}

test("a Feature's artifacts are found among others", async () => {
  assert.deepEqual(await fetched(['coverage', 'feature-my-tools-amd64', 'feature-my-tools-arm64', 'feature-x', 'other-feature-y-amd64']), ['feature-my-tools-amd64', 'feature-my-tools-arm64']);
});

test('an id may look like an arch, an attempt or another id, and one job may have built both platforms', async () => {
  assert.deepEqual(await fetched(['feature-a-amd64-arm64'], 'a'), ['feature-a-amd64-arm64']);
  assert.deepEqual(await fetched(['feature-for-arm64-amd64']), ['feature-for-arm64-amd64']);
  assert.deepEqual(await fetched(['feature-for-arm64-amd64', 'feature-my-for-arm64-amd64'], 'for-arm64'), ['feature-for-arm64-amd64']);
  assert.deepEqual(await fetched(['feature-a-b-amd64', 'feature-a-amd64'], 'a'), ['feature-a-amd64']);
  assert.deepEqual(await fetched(['feature-a-attempt-2-amd64', 'feature-a-amd64-attempt-2'], 'a-attempt-2', [], { attempt: 2 }), ['feature-a-attempt-2-amd64']);
});

test('of several Features one must be named', async () => {
  const names = ['feature-b-amd64', 'feature-a-amd64'];
  await assert.rejects(fetched(names), (error) => error instanceof InputError && error.message.includes('several Features: a and b'));
  assert.deepEqual(await fetched(names, 'b'), ['feature-b-amd64']);
  await assert.rejects(fetched(names, 'c'), /no artifact of the Feature "c"; it has feature-b-amd64 and feature-a-amd64/);
});

test("for each platform the newest attempt's counts, and what only an earlier one built counts too", async () => {
  const cases: readonly (readonly [names: readonly string[], expected: readonly string[]])[] = [
    [['feature-a-amd64', 'feature-a-arm64', 'feature-a-arm64-attempt-2'], ['feature-a-amd64', 'feature-a-arm64-attempt-2']],
    [['feature-a-amd64-attempt-2', 'feature-a-amd64-arm64'], ['feature-a-amd64-arm64', 'feature-a-amd64-attempt-2']],
    [['feature-a-amd64-attempt-2', 'feature-a-amd64-arm64', 'feature-a-arm64-attempt-3'], ['feature-a-amd64-attempt-2', 'feature-a-arm64-attempt-3']],
    [['feature-a-amd64-arm64-attempt-10', 'feature-a-amd64-attempt-9', 'feature-a-arm64'], ['feature-a-amd64-arm64-attempt-10']],
  ];
  for (const [names, expected] of cases) assert.deepEqual(await fetched(names, 'a', [], { attempt: 10 }), expected);
});

test('what has expired is said to have, if it is what is missing', async () => {
  const expired = ['feature-a-amd64', 'feature-b-arm64-attempt-2', 'coverage'];
  const says = (names: readonly string[], id: string, arches: readonly Arch[]) =>
    fetched(names, id, arches, { attempt: 2, expired }).then(() => 'fine', (error: Failure) => `${error.message} ${error.hint}`);
  assert.match(await says(['feature-a-arm64-attempt-2'], 'a', ['amd64', 'arm64']), /^feature-a-amd64 has expired.*"Re-run all jobs"/);
  assert.match(await says([], 'b', []), /^feature-b-arm64-attempt-2 has expired/);
  assert.equal(await says(['feature-a-arm64-attempt-2'], 'a', ['arm64']), 'fine');
  assert.equal(await says(['feature-a-arm64-attempt-2'], 'a', []), 'fine');
  assert.match(await says([], 'c', []), /it has no artifact at all\. .*may be gone: choose "Re-run all jobs"/);
});

test('a run without artifacts, and a terminal, say what to do', async () => {
  await assert.rejects(fetched([]), (error) => error instanceof Failure && /it has no artifact at all/.test(error.message) && !/Re-run/.test(error.hint ?? ''));
  await assert.rejects(fetchLayouts({} as Host, { id: undefined, arches: [] }, '/t'), SetupError);
});
