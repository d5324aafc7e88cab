import { devScenarios } from './dev-scenarios.ts';
import { DASH } from './sandbox.ts';

// With bash and BusyBox: __tests__/e2e/install-{bash,shells}.e2e.ts
devScenarios(DASH, true);
