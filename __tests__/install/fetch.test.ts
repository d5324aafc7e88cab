import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { fetchScenarios } from './fetch-scenarios.ts';
import { scratchFolder } from './feature-folder.ts';
import { DASH, type Shell } from './sandbox.ts';

const scratch = scratchFolder('downloaders');
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** All of this machine's commands but one. */
function without(command: string): Shell {
  const folder = join(scratch, command);
  mkdirSync(folder);
  for (const place of DASH.path.split(delimiter)) {
    for (const name of existsSync(place) ? readdirSync(place) : []) {
      if (name !== command && !existsSync(join(folder, name))) symlinkSync(join(place, name), join(folder, name));
    }
  }
  return { ...DASH, path: folder };
}

fetchScenarios('curl', DASH, true);
fetchScenarios('GNU wget', without('curl'), true);
