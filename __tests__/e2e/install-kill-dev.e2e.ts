import { killScenarios } from '../install/kill-scenarios.ts';
import { DASH } from '../install/sandbox.ts';

const env = { NIX_FEATURE_NIX: 'no' };
killScenarios(DASH, {
  stride: 1,
  env,
  only: [
    'an installation in development mode',
    'an upgrade in development mode',
    'a change from the delta to development mode',
    'a change from development mode to the delta',
    'a removal of what development mode installed',
  ],
});
