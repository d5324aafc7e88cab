import { callerScenarios } from './caller-scenarios.ts';
import { BASH, DASH } from './sandbox.ts';

// With BusyBox: __tests__/e2e/install-shells.e2e.ts
callerScenarios(DASH);
callerScenarios(BASH);
