import { DASH } from './sandbox.ts';
import { signedScenarios } from './signed-scenarios.ts';

// With bash and BusyBox: __tests__/e2e/install-{bash,shells}.e2e.ts
signedScenarios(DASH);
