import { killScenarios } from './kill-scenarios.ts';
import { DASH } from './sandbox.ts';

// A sample, to be quick. Every step, and with Nix: __tests__/e2e/install-kill.e2e.ts
killScenarios(DASH, { stride: 29, env: { NIX_FEATURE_NIX: 'no' } });
