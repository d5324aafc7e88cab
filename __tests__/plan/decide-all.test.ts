import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { Host } from '../../src/kit/host.ts';
import type { Candidate } from '../../src/plan/candidate.ts';
import { decideAll } from '../../src/plan/decide-all.ts';
import type { Facts } from '../../src/plan/facts.ts';
import type { Planning } from '../../src/plan/planning.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { PlanRequest } from '../../src/request/build.ts';
import { ARCHES, facts, OTHER } from './facts.ts';

/** What is decided of Features, where GitHub says this of the digest that is published; and how often it was asked. */
async function decided(known: readonly Facts[], attest: boolean, says: boolean | undefined): Promise<{ whys: (string | undefined)[]; asked: string[] }> {
  const asked: string[] = [];
  const host: Partial<Host> = {
    isAttested: (digest) => {
      asked.push(digest);
      return Promise.resolve(says);
    },
  };
  const candidates = known.map(({ id, version }) => ({ name: `features/${id}`, metadata: { id, version } })) as unknown as Candidate[];
  const request = { arches: ARCHES, complement: false, force: false, attest } as Partial<PlanRequest> as PlanRequest;
  const features = await decideAll(candidates, known, { request, host } as unknown as Planning);
  return { whys: features.map(({ why, reason }) => (why === undefined ? undefined : `${why}: ${reason}`)), asked };
}

const CHANGED = facts({ id: 'changed' }, { amd64: OTHER });

test('what is published and not attested is planned, if attestations are wanted and GitHub says so', async () => {
  const missing = await decided([facts(), CHANGED], true, false);
  assert.equal(missing.whys[0], 'unattested: 1.2.0 is published, and has no attestation yet');
  assert.match(missing.whys[1] ?? '', /^changed/);
  assert.deepEqual(missing.asked, [digestOf('1.2.0')], 'of what is built anyway nobody is asked');
  for (const [attest, says] of [[true, true], [true, undefined], [false, false]] as const) assert.equal((await decided([facts()], attest, says)).whys[0], undefined);
});

test('of a large repository no more is asked than GitHub answers', async () => {
  const { asked } = await decided(Array.from({ length: 300 }, () => facts()), true, true);
  assert.equal(asked.length, 100);
});
