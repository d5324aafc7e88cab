import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { RIG } from './paths.ts';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Runs one of our scripts again under sudo, with this terminal: engines, root file systems and emulation need root.
 * What set-up writes to later is given back to the user.
 * @returns its exit code, or 1 where a signal ended it
 */
export async function runAsRoot(script: string, args: readonly string[]): Promise<number> {
  const keep = ['--preserve-env', 'env', `PATH=${process.env['PATH'] ?? ''}`];
  const code = await sudo([...keep, process.execPath, script, ...args]);
  await sudo(['chown', '-R', `${process.getuid?.()}:${process.getgid?.()}`, path.join(RIG, 'log')]);
  await sudo(['chown', `${process.getuid?.()}:${process.getgid?.()}`, RIG]);
  return code;
}

async function sudo(argv: readonly string[]): Promise<number> {
  const child = spawn('sudo', argv, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
