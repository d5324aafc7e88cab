import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { CommandError } from '../../src/kit/errors.ts';
import { captureInRuns } from '../../src/nix/run/capture-in-runs.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';

const SITE = new HostSite({ system: 'x86_64-linux' });
const paths = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `/nix/store/${String(index).padStart(32, '0')}-${'name'.repeat(20)}`);

test('a question about more store paths than a command line can hold is answered as one about few', async () => {
  for (const count of [0, 1, 500, 501, 30_000]) {
    const asked = paths(count);
    assert.equal(await captureInRuns(SITE, ['printf', '%s\\n'], asked), asked.map((path) => `${path}\n`).join(''), String(count));
  }
  await assert.rejects(captureInRuns(SITE, ['sh', '-c', 'case "$*" in *0000700*) exit 3 ;; esac', 'sh'], paths(1000)), CommandError);
});
