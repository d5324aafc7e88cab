import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, type Env } from './command.ts';
import { PROJECT, RIG } from './paths.ts';

const SCRIPT = path.join(PROJECT, 'scripts/private-apt.sh');

export interface Suites {
  /** What a Bedrock is made of: a current Nix. */
  readonly bedrock: string;
  /** One with Nix 2.8. */
  readonly old: string;
  /** One with the newest Nix there is. Where the mirror does not offer it, this is the same as `bedrock`. */
  readonly newest: string;
}

/** Where the rig writes them down when it starts: to ask apt takes a second of processor time, and each test file wants them. */
const KNOWN = path.join(RIG, 'suites.json');
let asked: Promise<Suites> | undefined;

/** The suites that this machine's mirror offers: Debian's, or on Ubuntu without a Debian mirror its own for everything. */
export function suites(): Promise<Suites> {
  asked ??= readFile(KNOWN, 'utf8').then((text) => JSON.parse(text) as Suites, askForSuites);
  return asked;
}

/** Finds out what the mirror offers now, for this process and those that it starts. */
export async function findSuites(): Promise<void> {
  asked = askForSuites();
  await writeFile(KNOWN, JSON.stringify(await asked));
}

async function askForSuites(): Promise<Suites> {
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
