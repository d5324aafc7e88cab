import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

// What takes place between two Features and with the base is in install-kill-{owners,base}.e2e.ts.
const env = { NIX_FEATURE_NIX: 'no' };
killScenarios(DASH, { stride: 1, env, only: ['an installation', 'an upgrade', 'a downgrade', 'a removal'] });
