import { guardScenarios } from './guard-scenarios.ts';
import { DASH } from './sandbox.ts';

// With bash and BusyBox: __tests__/e2e/install-{bash,shells}.e2e.ts
guardScenarios(DASH);
