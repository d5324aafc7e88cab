import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

killScenarios(DASH, {
  stride: 1,
  env: { NIX_FEATURE_NIX: 'no' },
  only: [
    'an installation over a path of the base with other bytes',
    'an upgrade that gives such a path back',
    'an installation with its complement',
    'an upgrade of what has brought its complement',
  ],
});
