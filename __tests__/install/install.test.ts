import { installScenarios } from './scenarios.ts';
import { BASH, DASH } from './sandbox.ts';

// BusyBox has its own file, __tests__/e2e/install-busybox.e2e.ts: it is not on every machine.
installScenarios(DASH);
installScenarios(BASH);
