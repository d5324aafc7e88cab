import { ctlScenarios } from '../install/ctl-scenarios.ts';
import { devScenarios } from '../install/dev-scenarios.ts';
import { failureScenarios } from '../install/failure-scenarios.ts';
import { guardScenarios } from '../install/guard-scenarios.ts';
import { loginScenarios } from '../install/login-scenarios.ts';
import { ownerScenarios } from '../install/owner-scenarios.ts';
import { BASH } from '../install/sandbox.ts';
import { sample } from '../install/sampled.ts';
import { installScenarios } from '../install/scenarios.ts';
import { signedScenarios } from '../install/signed-scenarios.ts';
import { wholeScenarios } from '../install/whole-scenarios.ts';

// The unit tests run them all under dash, install-shells.e2e.ts under BusyBox, whose commands differ as well. Bash differs little.
sample(12);
installScenarios(BASH);
ctlScenarios(BASH);
devScenarios(BASH, true);
failureScenarios(BASH);
loginScenarios(BASH);
guardScenarios(BASH);
wholeScenarios(BASH);
signedScenarios(BASH);
ownerScenarios(BASH);
