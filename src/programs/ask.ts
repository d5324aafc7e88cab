import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exec } from '@actions/exec';
import { Failure } from '../kit/errors.ts';
import { commandFailed, commandStopped, notStarted, shownName, type CommandName } from './command-errors.ts';
import { commandEnvironment, type CommandEnvironment } from './environment.ts';
import { TailBuffer } from './process-output.ts';
import { capture } from './process.ts';

/** How a short question is asked of a program. */
export interface AskOptions extends CommandEnvironment, Pick<CommandName, 'shown'> {
  /** Ends the waiting at once, and the program soon after. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the program is given up; five minutes unless given. `Infinity`: as long as it takes. */
  readonly limit?: number;
}

const LIMIT_MS = 5 * 60_000;
/** Bytes. @actions/exec looks for lines in all that was written so far, which takes its time. */
const MOST_ANSWERED = 4 * 1024 * 1024;
const STDERR_KEPT = 64 * 1024;
const KILL_AFTER_MS = 3000;
/** For pipes that a child of the program holds, once it has ended. */
const CLOSE_AFTER_MS = 1000;
/** A ^C reaches the program and us; who hears of it first is chance. */
const SIGNAL_MS = 100;
/** Characters of arguments. @actions/exec never comes back from what the system refuses to start for its length. */
const MOST_ASKED = 100_000;

/** What of a started child is used here. */
interface AskedChild {
  readonly exitCode: number | null;
  readonly signalCode: NodeJS.Signals | null;
  readonly stdin: { on(event: 'error', listener: () => void): unknown } | null;
  readonly stdout: { destroy(): unknown } | null;
  readonly stderr: { destroy(): unknown } | null;
  on(event: 'error' | 'spawn', listener: (error: NodeJS.ErrnoException) => void): unknown;
  kill(signal: NodeJS.Signals): boolean;
  unref(): void;
}

/** One question that is being asked. */
interface Asking {
  child?: AskedChild;
  /** It could not be started. */
  error?: NodeJS.ErrnoException;
  /** Nobody waits for it any more. */
  left?: true;
}

// @actions/exec hands no child out, and can end none. Node says of each child that it makes, in the context of who asked.
const ASKING = new AsyncLocalStorage<Asking>();
channel('child_process').subscribe((message) => {
  const asking = ASKING.getStore();
  const child = (message as { readonly process?: AskedChild }).process;
  if (asking === undefined || child === undefined) return;
  asking.child = child;
  child.on('error', (error) => {
    asking.error = error;
  });
  child.on('spawn', () => {
    // It may end without having read its input, which is empty.
    child.stdin?.on('error', () => undefined);
    if (asking.left === true) end(child);
  });
});

/**
 * Asks a program a short question; its answer is kept in memory. A ^C may end the program as it ends us, so what must go on
 * to its end, and what writes much, is run by process.ts. Here too a program gets what its purpose needs of the environment,
 * and its arguments as they are.
 * @returns standard output, UTF-8
 * @throws SetupError (no such program), CommandError (it failed), Failure (it wrote too much, or took too long), CancelledError
 */
export async function ask(argv: readonly string[], options: AskOptions = {}): Promise<string> {
  const { signal } = options;
  if (signal?.aborted === true) throw commandStopped(argv, options, signal);
  const env = commandEnvironment(options);
  const [program = '', ...args] = argv;
  const file = fileOf(program, env['PATH'] ?? '');
  if (file === undefined) throw notStarted(argv, options, Object.assign(new Error(`spawn ${program} ENOENT`), { code: 'ENOENT' }));
  if (!canExec(file, argv, env)) return capture(argv, options);

  const asking: Asking = {};
  const answer = new Answer();
  const ended = ASKING.run(asking, () =>
    exec(`"${file}"`, args, {
      env,
      silent: true,
      ignoreReturnCode: true,
      delay: CLOSE_AFTER_MS,
      // Without any, standard input would stay open.
      input: Buffer.alloc(0),
      listeners: { stdout: (chunk) => answer.push(chunk), stderr: (chunk) => answer.stderr.push(chunk) },
    }),
  );
  try {
    const exitCode = await waitFor(ended, answer, argv, options);
    if (exitCode === 0) return answer.text();
    const { signalCode = null } = asking.child ?? {};
    if (signalCode !== null && signal !== undefined) await sleep(SIGNAL_MS, undefined, { signal }).catch(() => undefined);
    signal?.throwIfAborted();
    throw commandFailed(argv, options, { exitCode: signalCode === null ? exitCode : null, signal: signalCode, stderr: answer.stderr.text() });
  } catch (error) {
    if (signal !== undefined && isAborted(signal)) throw commandStopped(argv, options, signal);
    throw asking.error === undefined ? error : notStarted(argv, options, asking.error);
  } finally {
    leave(asking);
  }
}

function isAborted({ aborted }: AbortSignal): boolean {
  return aborted;
}

class Answer {
  readonly stderr = new TailBuffer(STDERR_KEPT);
  readonly #chunks: Buffer[] = [];
  #size = 0;
  /** Called when there is more than is kept. */
  onTooLong = (): void => undefined;

  push(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MOST_ANSWERED) this.onTooLong();
    else this.#chunks.push(chunk);
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

/** Waits for the exit code, for as long as the question allows. */
async function waitFor(ended: Promise<number>, answer: Answer, argv: readonly string[], options: AskOptions): Promise<number> {
  const { signal, limit = LIMIT_MS } = options;
  const given = Promise.withResolvers<number>();
  const stop = (): void => {
    if (signal !== undefined) given.reject(commandStopped(argv, options, signal));
  };
  const name = shownName(argv, options);
  const timer = limit === Infinity ? undefined : setTimeout(() => given.reject(new Failure(`${name} gave no answer within ${limit / 1000} seconds.`)), limit);
  answer.onTooLong = () => given.reject(new Failure(`${name} wrote more than ${MOST_ANSWERED} bytes, which is more than any expected answer.`));
  signal?.addEventListener('abort', stop, { once: true });
  ended.then(given.resolve, given.reject);
  try {
    return await given.promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Ends what still runs, so that it can't delay our own end. */
function leave(asking: Asking): void {
  asking.left = true;
  const { child } = asking;
  if (child !== undefined && child.exitCode === null && child.signalCode === null) end(child);
}

function end(child: AskedChild): void {
  child.kill('SIGTERM');
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
  setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
}

/** The file that a program's name stands for. @param folders as PATH has them */
function fileOf(program: string, folders: string): string | undefined {
  if (program.includes('/')) return isAbsolute(program) ? program : undefined;
  return folders.split(':').map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @actions/exec takes the program's name apart at quotes, and does not survive what the system refuses. */
function canExec(file: string, argv: readonly string[], env: Readonly<Record<string, string>>): boolean {
  const texts = [...argv, ...Object.values(env)];
  return isProgram(file) && !/["\\]/.test(file) && argv.join(' ').length <= MOST_ASKED && !texts.some((text) => text.includes('\0'));
}
