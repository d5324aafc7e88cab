import { hostileScenarios } from './hostile-scenarios.ts';
import { DASH } from './sandbox.ts';

// With BusyBox's tar: __tests__/e2e/install-shells.e2e.ts
hostileScenarios(DASH);
