import path from 'node:path';
import { run, type Env } from './command.ts';
import { PROJECT } from './paths.ts';

const SCRIPT = path.join(PROJECT, 'scripts/private-apt.sh');

export interface Suites {
  /** What a Bedrock is made of: a current Nix. */
  readonly bedrock: string;
  /** One with Nix 2.8. */
  readonly old: string;
  /** One with the newest Nix there is. Where the mirror does not offer it, this is the same as `bedrock`. */
  readonly newest: string;
}

/** The suites that this machine's mirror offers: Debian's, or on Ubuntu without a Debian mirror its own for everything. */
export async function suites(): Promise<Suites> {
  const [bedrock = '', old = '', , newest = ''] = (await run([SCRIPT, 'suites'])).trim().split(' ');
  return { bedrock, old, newest };
}

export async function mirror(): Promise<string> {
  return (await run([SCRIPT, 'mirror'])).trim();
}

/** An environment in which apt knows one suite, both architectures, and no installed package. */
export async function aptEnv(suite: string): Promise<Env> {
  return { ...process.env, APT_CONFIG: (await run([SCRIPT, 'config', suite])).trim() };
}
