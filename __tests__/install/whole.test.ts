import { DASH } from './sandbox.ts';
import { wholeScenarios } from './whole-scenarios.ts';

// With bash and BusyBox: __tests__/e2e/install-{bash,shells}.e2e.ts
wholeScenarios(DASH);
