import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { openBase } from '../../src/place/open-base.ts';
import { pinBases, pinnedBases, pinnedNames } from '../../src/place/pin-bases.ts';
import { CancelledError } from '../../src/kit/errors.ts';
import type { Job } from '../../src/kit/host.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import { Registries } from '../../src/oci/pull/registries.ts';
import type { BuildRequest } from '../../src/request/build.ts';
import type { BaseReference } from '../../src/request/sources.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer } from '../oci/upload-server.ts';
import { buildRequest } from '../request.ts';

const job = { signal: new AbortController().signal, debug: () => undefined, mask: () => undefined } as Partial<Job> as Job;
const registries = new Registries(buildRequest({}), job);

function requestFor(...bases: readonly BaseReference[]): BuildRequest {
  return buildRequest({ bases });
}

/** A registry whose tag `1` names an index, and what moves the tag. */
async function registryWithTag(): Promise<{ readonly name: string; readonly move: (text: string) => Digest }> {
  const { host: address, manifests } = await uploadServer();
  const move = (text: string): Digest => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [], annotations: { text } }));
    for (const key of ['1', digestOf(bytes)]) manifests.set(key, bytes);
    return digestOf(bytes);
  };
  return { name: `${address}/org/bedrock:1`, move };
}

test('a base is for the whole run what its tag named at the beginning, under its own name', async () => {
  const { name, move } = await registryWithTag();
  const first = move('one');
  const request = await pinBases(requestFor({ kind: 'registry', text: name }), registries);
  assert.deepEqual(pinnedBases(request.bases), [{ name, digest: first }]);
  assert.deepEqual(pinnedNames(request.bases), [`${name}@${first}`]);
  const second = move('two');
  assert.notEqual(second, first);
  for (const [bases, expected] of [[request.bases, first], [requestFor({ kind: 'registry', text: name }).bases, second]] as const) {
    const [base] = bases;
    assert.ok(base?.kind === 'registry');
    const open = await openBase(base, registries);
    afterTest(() => open.close());
    assert.equal((await open.source.root()).digest, expected);
    assert.equal(open.source.name, name);
  }
});

test('a digest that was given is asked of nobody', async () => {
  const digest = digestOf('x');
  const { bases } = await pinBases(requestFor({ kind: 'registry', text: `localhost:1/org/bedrock:1@${digest}` }), registries);
  assert.deepEqual(pinnedBases(bases).map((base) => base.digest), [digest]);
  assert.deepEqual(pinnedNames(bases), [`localhost:1/org/bedrock:1@${digest}`]);
});

test("what can't be asked, and what is no registry's, stays as it is; a run that is stopped stops", async () => {
  const { name } = await registryWithTag();
  const bases: readonly BaseReference[] = [{ kind: 'registry', text: name }, { kind: 'daemon', text: 'daemon:x', image: 'x' }, { kind: 'layout', text: 'oci:x', folder: '/x', ref: undefined }];
  assert.deepEqual((await pinBases(requestFor(...bases), registries)).bases, bases);
  assert.deepEqual(pinnedNames(bases), [name, 'daemon:x', 'oci:x']);
  const stopped = AbortSignal.abort(new CancelledError('Stopped.'));
  await assert.rejects(pinBases(requestFor({ kind: 'registry', text: name }), new Registries(buildRequest({}), { ...job, signal: stopped })), CancelledError);
});
