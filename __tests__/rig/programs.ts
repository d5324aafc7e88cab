import path from 'node:path';
import { PROJECT } from './paths.ts';

/** Whether dist is what src builds: scripts/test.ts says so when it has just built it. A bundle starts in half the time that the sources take. */
const BUILT = process.env['NIX_FEATURE_TEST_DIST'] === '1';

/** The program of the command line. */
export const CLI = path.join(PROJECT, BUILT ? 'dist/cli/index.js' : 'src/cli/main.ts');

/** The program of the actions. */
export const ACTION = path.join(PROJECT, BUILT ? 'dist/main/index.js' : 'src/main.ts');
