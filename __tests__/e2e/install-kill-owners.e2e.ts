import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

killScenarios(DASH, {
  stride: 1,
  env: { NIX_FEATURE_NIX: 'no' },
  only: ['an installation beside a Feature that has a path with other bytes', 'a removal that leaves such a path to the other Feature', 'a removal that gives such a path back'],
});
