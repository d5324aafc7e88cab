import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

// One file for all, so that a kind of state that many runs leave is tried once.
killScenarios(DASH, { stride: 1, sampled: { kinds: 'all', stride: 32 }, env: { NIX_FEATURE_NIX: 'no' } });
