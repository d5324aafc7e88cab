import { run } from '../rig/command.ts';
import { NIX_ENV } from '../rig/nix-env.ts';

/** What Nix's database below a root says, without the times of registration. */
export async function nixDatabase(root: string): Promise<string> {
  const env = { ...NIX_ENV, NIX_REMOTE: `local?root=${root}` };
  const dump = await run(['nix-store', '--dump-db'], { env });
  return dump.split('\n').sort().join('\n');
}
