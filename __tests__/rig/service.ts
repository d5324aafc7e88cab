import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandOptions } from './command.ts';
import { RIG } from './paths.ts';

/** One file for each service that runs: its name is the process id, its content the command line. */
const RECORDS = path.join(RIG, 'services');

/** A service that runs in the background, its output in a file. */
export interface Service {
  readonly pid: number;
  readonly running: () => boolean;
  /** SIGTERM, and SIGKILL after ten seconds; returns once it is gone. */
  stop(): Promise<void>;
}

export function startService(argv: readonly string[], options: CommandOptions & { readonly log: string }): Service {
  const [program = '', ...args] = argv;
  const log = openSync(options.log, 'a');
  // A group of its own: Ctrl-C reaches the test run alone, which then stops services in order.
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const record = remember(child.pid ?? -1, argv);
  let over = false;
  const gone = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      rmSync(record, { force: true });
      resolve();
    };
    child.on('exit', end);
    child.on('error', end);
  });
  return {
    pid: child.pid ?? -1,
    running: () => !over,
    async stop() {
      if (over) return;
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(impatience);
    },
  };
}

/** Asks until the answer is true. @throws after `seconds`, or as soon as the service has ended */
export async function until(
  what: string,
  ready: () => Promise<boolean>,
  options: { readonly seconds: number; readonly service?: Service },
): Promise<void> {
  const deadline = Date.now() + options.seconds * 1000;
  while (!(await ready())) {
    if (options.service?.running() === false) throw new Error(`${what} ended while it was starting`);
    if (Date.now() > deadline) throw new Error(`${what} was not ready after ${options.seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function remember(pid: number, argv: readonly string[]): string {
  mkdirSync(RECORDS, { recursive: true });
  const record = path.join(RECORDS, String(pid));
  writeFileSync(record, argv.join('\0'));
  return record;
}

/** Does the process run? One that has ended but that nobody has waited for yet has no command line any more. */
export function isRunning(pid: string | number): boolean {
  return commandLineOf(pid) !== '';
}

function commandLineOf(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // gone
  }
}

/** Stops the services of a run that was killed. A process id that somebody else has by now is left alone. */
export async function stopLeftovers(): Promise<void> {
  mkdirSync(RECORDS, { recursive: true });
  for (const pid of readdirSync(RECORDS)) {
    const record = path.join(RECORDS, pid);
    // Another run may stop the same one, and take the record away.
    const recorded = existsSync(record) ? readFileSync(record, 'utf8') : undefined;
    if (recorded === undefined) continue;
    const ours = (): boolean => commandLineOf(pid).startsWith(recorded);
    if (ours()) process.kill(Number(pid), 'SIGTERM');
    await until(`service ${pid}, left by an earlier run and told to stop,`, () => Promise.resolve(!ours()), { seconds: 20 });
    rmSync(record, { force: true });
  }
}
