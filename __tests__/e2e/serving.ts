import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from '../rig/programs.ts';
import { MACHINE } from './nix-feature.ts';

/** A `nix-feature serve` that answers. */
export interface Serving {
  readonly url: string;
  readonly publicKey: string;
  readonly features: number;
  readonly paths: number;
  /** What it said so far. */
  said(): string;
  /** As Ctrl-C does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts `nix-feature serve`. @throws where it ends before it answers */
export async function startServing(argv: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [CLI, 'serve', '--json', ...argv], { env: MACHINE, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let result = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const closed = once(child, 'close') as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      result += chunk;
      if (result.endsWith('\n')) resolve();
    });
    child.on('close', () => reject(new Error(`nix-feature serve ended:\n${said}`)));
  });
  const served = JSON.parse(result) as Omit<Serving, 'said' | 'stop'>;
  return {
    ...served,
    said: () => said,
    stop: async () => {
      child.kill('SIGINT');
      return (await closed)[0];
    },
  };
}
