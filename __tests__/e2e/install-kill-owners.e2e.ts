import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

const env = { NIX_FEATURE_NIX: 'no' };
killScenarios(DASH, {
  stride: 1,
  env,
  only: ['an installation beside a Feature that has a path with other bytes', 'a removal that leaves such a path to the other Feature', 'a removal that gives such a path back'],
});
killScenarios(DASH, {
  stride: 3,
  env,
  only: [
    'an installation over a path of the base with other bytes',
    'an upgrade that gives such a path back',
    'an installation with its complement',
    'an upgrade of what has brought its complement',
  ],
});
