import { killScenarios } from '../install/kill-scenarios.ts';
import { BASH, DASH } from '../install/sandbox.ts';
import { run } from '../rig/command.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { searchPath } from '../rig/paths.ts';

/** What Nix's database says, without the times of registration. */
async function database(root: string): Promise<string> {
  const env = { ...NIX_ENV, NIX_REMOTE: `local?root=${root}` };
  const dump = await run(['nix-store', '--dump-db'], { env });
  await run(['nix-store', '--verify', '--check-contents'], { env });
  return dump.split('\n').sort().join('\n');
}

killScenarios({ ...DASH, path: searchPath() }, { stride: 1, env: {}, state: database });
killScenarios({ ...BASH, path: searchPath() }, { stride: 7, env: { NIX_FEATURE_NIX: 'no' } });
