import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

// Every step of what docs/install.md names; what takes place between two Features is in install-kill-owners.e2e.ts.
const env = { NIX_FEATURE_NIX: 'no' };
killScenarios(DASH, { stride: 1, env, only: ['an installation', 'an upgrade', 'a downgrade', 'a removal'] });
