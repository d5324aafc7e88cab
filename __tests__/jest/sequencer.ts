import type { Test } from '@jest/test-result';
import { longestFirst } from './times.ts';

/** The order in which jest has the files run. */
export default class Sequencer {
  sort(tests: readonly Test[]): Test[] {
    return longestFirst(tests[0]?.context.config.rootDir ?? '', tests);
  }

  allFailedTests(tests: readonly Test[]): Test[] {
    return [...tests];
  }

  cacheResults(): void {
    // times.json has them
  }
}
