import { Writable } from 'node:stream';
import type { Env } from './command.ts';

/** What a process has of its own. */
export interface Surroundings {
  readonly env: Env;
  readonly cwd: string;
  /** The program and its arguments. */
  readonly argv: readonly string[];
}

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in their order. */
  readonly both: string;
}

let runs = 0;
let waiting = 0;
let last: Promise<void> = Promise.resolve();

/** One at a time, as what a process has is there but once. */
export function isBusy(): boolean {
  return waiting > 0;
}

/**
 * Runs one of our programs to its end in the process of the tests, after all others: to start a process and to load all of it
 * costs more than most builds of tests. Only for what does not depend on the process: signals, pipes, terminals, how it ends,
 * `dist`.
 * @param program absolute
 */
export async function runInProcess(program: string, surroundings: Surroundings): Promise<Ended> {
  const before = last;
  const { promise, resolve } = Promise.withResolvers<void>();
  last = promise;
  waiting += 1;
  await before;
  const said = { stdout: '', stderr: '', both: '' };
  const unpatch = (['stdout', 'stderr'] as const).map((name) => {
    const real = process[name];
    // A stream, since a worker's output is piped there.
    const value = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        said[name] += String(chunk);
        said.both += String(chunk);
        done();
      },
    });
    Object.defineProperty(process, name, { value, configurable: true });
    return () => Object.defineProperty(process, name, { value: real, configurable: true });
  });
  let leave: (() => void) | undefined;
  try {
    leave = enter(surroundings);
    runs += 1;
    // As a module of its own each time; what it imports is loaded once.
    await import(`${program}?run=${runs}`);
    return { ...said, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const each of unpatch) each();
    leave?.();
    waiting -= 1;
    resolve();
  }
}

function enter({ env, cwd, argv }: Surroundings): () => void {
  const { argv: oldArgv, exitCode } = process;
  const folder = process.cwd();
  const restore = setEnvironment(env);
  process.exitCode = undefined;
  process.argv = [process.execPath, ...argv];
  process.chdir(cwd);
  return () => {
    restore();
    process.argv = oldArgv;
    process.exitCode = exitCode;
    process.chdir(folder);
  };
}

/** In place: Node.js itself asks the system for some variables. */
function setEnvironment(env: Env): () => void {
  const before = { ...process.env };
  for (const name of Object.keys(before)) if (env[name] === undefined) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
  return () => {
    setEnvironment(before);
  };
}
