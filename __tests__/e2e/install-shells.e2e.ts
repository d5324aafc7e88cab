import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { callerScenarios } from '../install/caller-scenarios.ts';
import { ctlScenarios } from '../install/ctl-scenarios.ts';
import { devScenarios } from '../install/dev-scenarios.ts';
import { failureScenarios } from '../install/failure-scenarios.ts';
import { fetchScenarios } from '../install/fetch-scenarios.ts';
import { scratchFolder } from '../install/feature-folder.ts';
import { guardScenarios } from '../install/guard-scenarios.ts';
import { hostileScenarios } from '../install/hostile-scenarios.ts';
import { signedScenarios } from '../install/signed-scenarios.ts';
import { killScenarios } from '../install/kill-scenarios.ts';
import { ownerScenarios } from '../install/owner-scenarios.ts';
import { loginScenarios } from '../install/login-scenarios.ts';
import { sample } from '../install/sampled.ts';
import { installScenarios } from '../install/scenarios.ts';
import type { Shell } from '../install/sandbox.ts';
import { wholeScenarios } from '../install/whole-scenarios.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { run } from '../rig/command.ts';
import { searchPath } from '../rig/paths.ts';

const scratch = scratchFolder('busybox');
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A system whose every command is BusyBox's, and zstd. */
async function busybox(...more: readonly string[]): Promise<Shell> {
  const folder = join(scratch, ['applets', ...more].join('-'));
  mkdirSync(folder);
  const program = (await run(['sh', '-c', 'command -v busybox'], { env: { PATH: searchPath() } })).trim();
  for (const applet of (await run([program, '--list'])).trim().split('\n')) symlinkSync(program, join(folder, applet));
  for (const name of ['zstd', ...more]) {
    rmSync(join(folder, name), { force: true });
    symlinkSync((await run(['sh', '-c', `command -v ${name}`], { env: { PATH: searchPath() } })).trim(), join(folder, name));
  }
  return { name: 'BusyBox ash', argv: [program, 'ash'], path: folder };
}

/** BusyBox as it is from 1.38 on, where a listing shows what is not ASCII as question marks. */
async function newerBusybox(): Promise<Shell> {
  const shell = await busybox('true');
  const [program = ''] = shell.argv;
  rmSync(join(shell.path, 'tar'));
  const list = `${program} tar "$@" | ${program} tr '\\200-\\377' '?'`;
  writeFileSync(join(shell.path, 'tar'), `#!${program} ash\nset -o pipefail\ncase $* in *-tvf*) ${list} ;; *) exec ${program} tar "$@" ;; esac\n`, { mode: 0o755 });
  return { ...shell, name: 'BusyBox ash of 1.38' };
}

const ash = await busybox();
// The unit tests run all scenarios under dash. Here are all that hang on wget, a third of those that hang on tar, and a tenth of the others.
fetchScenarios('BusyBox wget', ash, false);
sample(3);
wholeScenarios(ash);
hostileScenarios(ash);
sample(10);
installScenarios(ash);
ctlScenarios(ash);
callerScenarios(ash);
devScenarios(ash, false);
failureScenarios(ash);
loginScenarios(ash);
guardScenarios(ash);
signedScenarios(await busybox('openssl'));
// Applets run inside the shell where they may, and then nothing counts them: some come from other programs.
ownerScenarios({ ...(await busybox('mv', 'rm', 'ln', 'cp')), name: 'BusyBox ash' });
hostileScenarios(await newerBusybox());
killScenarios(
  { ...(await busybox('mv', 'rm', 'ln', 'rmdir')), name: 'BusyBox ash' },
  { stride: 7, sampled: { kinds: 'none', stride: 21 }, env: { NIX_FEATURE_NIX: 'no' }, only: EVERYTHING ? ['an upgrade', 'a removal', 'a removal that gives such a path back'] : ['a removal that gives such a path back'] },
);
