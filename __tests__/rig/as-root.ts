import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { RIG } from './paths.ts';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The command line that runs one of our scripts again as root, by sudo if that is needed. */
export function rootCommand(script: string, args: readonly string[]): string[] {
  const program = [process.execPath, script, ...args];
  return isRoot() ? program : ['sudo', '--preserve-env', 'env', `PATH=${process.env['PATH'] ?? ''}`, ...program];
}

/**
 * Runs one of our scripts again under sudo, with this terminal: engines, root file systems and emulation need root.
 * What set-up writes to later is given back to the user.
 * @returns its exit code, or 1 where a signal ended it
 */
export async function runAsRoot(script: string, args: readonly string[]): Promise<number> {
  const code = await ended(rootCommand(script, args));
  await ended(['sudo', 'chown', '-R', `${process.getuid?.()}:${process.getgid?.()}`, path.join(RIG, 'log')]);
  await ended(['sudo', 'chown', `${process.getuid?.()}:${process.getgid?.()}`, RIG]);
  return code;
}

async function ended([program = '', ...args]: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
