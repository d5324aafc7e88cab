import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from '@jest/globals';
import { lookUp } from '../../src/test/checks/path-check.ts';
import { runToEnd } from '../install/sandbox.ts';

// Not every machine has each; the bases of the end-to-end tests have sh and bash.
const SHELLS = ['sh', 'bash', 'zsh', 'fish', 'dash'].flatMap((name) => ['/bin', '/usr/bin'].map((folder) => `${folder}/${name}`)).filter(existsSync);

for (const shell of SHELLS) {
  test(`${shell} says where each program is found, and which is not`, async () => {
    const { stdout } = await runToEnd([shell, ...lookUp(shell, ['env', 'no-such-program'])], { PATH: '/usr/bin:/bin' });
    assert.match(stdout, /^nix-feature-tool\t(env)\t\/\S+\/\1\nnix-feature-tool\tno-such-program\t\n$/);
  });
}
