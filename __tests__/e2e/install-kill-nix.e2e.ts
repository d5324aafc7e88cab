import { killScenarios } from '../install/kill-scenarios.ts';
import { BASH, DASH } from '../install/sandbox.ts';
import { run } from '../rig/command.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { searchPath } from '../rig/paths.ts';

/** What Nix's database says, without the times of registration. */
async function database(root: string): Promise<string> {
  const env = { ...NIX_ENV, NIX_REMOTE: `local?root=${root}` };
  const dump = await run(['nix-store', '--dump-db'], { env });
  return dump.split('\n').sort().join('\n');
}

// With Nix's database at hand, and in bash: a sample that falls before and after commands alike.
killScenarios({ ...DASH, path: searchPath() }, { stride: 11, env: {}, state: database });
killScenarios({ ...BASH, path: searchPath() }, { stride: 19, env: { NIX_FEATURE_NIX: 'no' }, only: ['an upgrade', 'a removal', 'a removal that gives such a path back'] });
