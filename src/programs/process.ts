import { spawn, type ChildProcess, type ChildProcessByStdio, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure, signalBehind } from '../kit/errors.ts';
import { commandFailed, commandStopped, notStarted, shownName } from './command-errors.ts';
import type { AttachOptions, CommandStream, RunOptions } from './command.ts';
import { commandEnvironment, type Purpose } from './environment.ts';
import { LineReader, TailBuffer } from './process-output.ts';

/**
 * How a child process is started. `signal` ends it: SIGTERM to its process group, SIGKILL after three seconds. `env` of {@link RunOptions} is added to what `purpose` lets through of `baseEnv`: it
 * is for our own settings, never for text from a Feature.
 */
export interface ProcessOptions extends RunOptions {
  /** What of the environment the program gets; as good as nothing unless given. */
  readonly purpose?: Purpose;
  /** Names of further variables of `baseEnv` that the user wants the program to see. */
  readonly inherit?: readonly string[];
  readonly cwd?: string;
  /** What the environment is chosen from; this process's own unless given. */
  readonly baseEnv?: Readonly<NodeJS.ProcessEnv>;
  /** How errors name the command, if it stands for another one (`docker exec … nix build` is `nix build` there). */
  readonly shown?: { readonly argv: readonly string[]; readonly where?: string };
}

const STDERR_KEPT = 64 * 1024;
const KILL_AFTER_MS = 3000;
/** A step's own command may want to clean up; GitHub kills all of it ten seconds after it was cancelled. */
const ATTACHED_KILL_AFTER_MS = 5000;
/** Time for pipes to close once the group was killed; a process that left the group may hold them for ever. */
const ABANDON_AFTER_MS = 1000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Bytes: what Nix says of a hundred thousand store paths is a fifth of it. */
const MOST_CAPTURED = 512 * 1024 * 1024;

/**
 * Runs a command to its end.
 * @returns standard output, UTF-8
 * @throws SetupError (no such program), CommandError (it failed), Failure (it wrote too much), CancelledError
 */
export async function capture(argv: readonly string[], options: ProcessOptions = {}): Promise<string> {
  const { stdout, done } = stream(argv, options);
  const chunks: Buffer[] = [];
  for await (const chunk of answerOf(stdout, shownName(argv, options))) chunks.push(chunk);
  await done;
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Hands on what a command writes to answer a question.
 * @param name of the command, for the message
 * @param most bytes
 * @throws Failure if it writes more
 */
export async function* answerOf(stdout: Readable, name: string, most = MOST_CAPTURED): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of stdout) {
    size += (chunk as Buffer).length;
    if (size > most) throw new Failure(`${name} wrote more than ${most} bytes, which is more than any expected answer.`);
    yield chunk as Buffer;
  }
}

/**
 * Starts a command whose standard output is read as bytes. The output ends only after the command ended well: where it
 * failed, the reader gets the CommandError in place of an end, so that a short stream is never taken for a whole one.
 * Destroying `stdout` breaks the command's pipe. A command whose output nobody reads waits.
 */
export function stream(argv: readonly string[], options: ProcessOptions = {}): CommandStream {
  if (options.signal?.aborted) return failedStream(commandStopped(argv, options, options.signal));
  const [program, ...args] = argv;
  if (program === undefined) throw new RangeError('an empty command');
  let child: Child;
  try {
    child = start(program, args, options) as Child;
  } catch (error) {
    return failedStream(notStarted(argv, options, error as NodeJS.ErrnoException));
  }
  const tail = new TailBuffer(STDERR_KEPT);
  const stderrRead = readStderr(child.stderr, tail, options.onStderr);
  const inputWritten = writeInput(child.stdin, options.input);
  const exited = waitFor(child, argv, options, tail);
  const ended = Promise.all([exited, stderrRead, inputWritten]).then(() => undefined);

  // Whoever reads stdout sees the same error there, and may never come to await `done`.
  ended.catch(() => undefined);
  return { stdout: readable(untilEnd(child.stdout, ended)), done: ended };
}

/**
 * Runs a command whose standard input, output and error are ours, to its end.
 * @returns its exit code; 128 and the number of the signal if one ended it, as shells have it
 * @throws SetupError (no such program), CancelledError
 */
export async function attach(argv: readonly string[], options: AttachOptions & Omit<ProcessOptions, 'input' | 'onStderr' | 'signal'>): Promise<number> {
  const { signal: stop, terminal } = options;
  if (stop.aborted) throw commandStopped(argv, options, stop);
  const [program = '', ...args] = argv;
  const timers: NodeJS.Timeout[] = [];
  let child: ChildProcess | undefined;
  const abort = (): void => {
    if (child === undefined) return;
    const started = child;
    const send = (name: NodeJS.Signals): unknown => (terminal ? started.kill(name) : signalGroup(started, name));
    send(signalBehind(stop));
    timers.push(setTimeout(() => send('SIGKILL'), ATTACHED_KILL_AFTER_MS));
  };
  stop.addEventListener('abort', abort, { once: true });
  try {
    child = start(program, args, options, { stdio: 'inherit', detached: !terminal });
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  } catch (error) {
    throw notStarted(argv, options, error as NodeJS.ErrnoException);
  } finally {
    stop.removeEventListener('abort', abort);
    for (const timer of timers) clearTimeout(timer);
  }
}

/**
 * Starts a program that outlives this process.
 * @param log the descriptor of a file, which takes all that it says
 * @throws Failure if it can't be started
 */
export function startDetached(argv: readonly string[], options: ProcessOptions, log: number): void {
  const [program = '', ...args] = argv;
  const child = start(program, args, options, { stdio: ['ignore', log, log], detached: true });
  // Whoever waits for it to be ready finds out.
  child.once('error', () => undefined);
  child.unref();
}

/** @throws if the system takes neither the arguments nor the environment: too long, or with a NUL in them */
function start(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
  // A group of its own: ^C on a terminal reaches us alone, and we end the children in the order that we want.
  how: { readonly stdio: StdioOptions; readonly detached: boolean } = { stdio: 'pipe', detached: true },
): ChildProcess {
  return spawn(program, args, {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: commandEnvironment(options),
    ...how,
  });
}

/** What comes out, and then how the command ended: an error of the pipe alone says less than the command's own. */
async function* untilEnd(stdout: Readable, ended: Promise<void>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stdout) yield chunk as Buffer;
  } catch (error) {
    await ended;
    throw error;
  }
  await ended;
}

function readable(from: AsyncIterable<Buffer>): Readable {
  return Readable.from(from, { objectMode: false, highWaterMark: 256 * 1024 });
}

async function waitFor(
  child: Child,
  argv: readonly string[],
  options: ProcessOptions,
  tail: TailBuffer,
): Promise<void> {
  const end = endOnAbort(child, options.signal);
  try {
    const [code, signal] = await closeOf(child);
    if (options.signal?.aborted) {
      // What it started may have closed its pipes and stayed.
      signalGroup(child, 'SIGKILL');
      throw commandStopped(argv, options, options.signal);
    }
    if (code !== 0) throw commandFailed(argv, options, { exitCode: code, signal, stderr: tail.text() });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw notStarted(argv, options, error as NodeJS.ErrnoException);
  } finally {
    end();
  }
}

async function closeOf(child: Child): Promise<[number | null, NodeJS.Signals | null]> {
  return (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
}

/** @returns what takes the listener and the timers away again */
function endOnAbort(child: Child, signal: AbortSignal | undefined): () => void {
  const timers: NodeJS.Timeout[] = [];
  const abort = (): void => {
    signalGroup(child, 'SIGTERM');
    timers.push(
      setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER_MS),
      setTimeout(() => destroyPipes(child), KILL_AFTER_MS + ABANDON_AFTER_MS),
    );
    // Nobody will read what is still to come, and a full pipe would keep the command from ending.
    child.stdout.destroy();
  };
  signal?.addEventListener('abort', abort, { once: true });
  return () => {
    signal?.removeEventListener('abort', abort);
    for (const timer of timers) clearTimeout(timer);
  };
}

function destroyPipes(child: Child): void {
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.destroy();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: it is gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function readStderr(from: Readable, tail: TailBuffer, onLine: RunOptions['onStderr']): Promise<void> {
  const lines = new LineReader((line) => onLine?.(line));
  for await (const chunk of from) {
    tail.push(chunk as Buffer);
    lines.push(chunk as Buffer);
  }
  lines.end();
}

async function writeInput(stdin: Writable, input: RunOptions['input']): Promise<void> {
  try {
    if (input === undefined || typeof input === 'string') {
      stdin.end(input ?? '');
      await once(stdin, 'close');
    } else {
      await pipeline(input, stdin);
    }
  } catch (error) {
    // A command may end without having read all of its input; whether that is a failure, its exit code says.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ECONNRESET' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function failedStream(reason: Error): CommandStream {
  const done = Promise.reject<void>(reason);
  done.catch(() => undefined);
  // oxlint-disable-next-line require-yield
  const nothing = async function* (): AsyncGenerator<Buffer> {
    await done;
  };
  return { stdout: readable(nothing()), done };
}
