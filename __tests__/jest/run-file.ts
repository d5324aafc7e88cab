import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPILED } from './compiled.ts';
import { shown, type Job, type Message, type TestName } from './messages.ts';

const CHILD = path.join(import.meta.dirname, 'child.ts');
/** After SIGTERM, before SIGKILL, in milliseconds. */
const PATIENCE = 3000;
/** More output than this, in bytes, ends a file. */
const FLOOD = 16 * 1024 * 1024;
/** How much of the output is kept for the log of a file that fails, in characters: its end. */
const KEPT = 16 * 1024;

export interface FileLimits {
  readonly job: Job;
  /** Milliseconds that the whole file may take. */
  readonly fileLimit: number;
  readonly folder: string;
}

export interface TestOutcome {
  readonly name: TestName;
  readonly milliseconds: number;
  /** It was not asked for by name, and so not run. */
  readonly left?: true;
  /** Empty: it passed. */
  readonly errors: readonly string[];
}

export interface FileOutcome {
  readonly tests: readonly TestOutcome[];
  /** What is wrong with the file as a whole. */
  readonly errors: readonly string[];
  /** The end of what its process wrote. */
  readonly output: string;
  /** Seconds of processor time, as far as its process could tell. */
  readonly processor: number;
}

/** Process groups that run now. */
const groups = new Set<number>();

/** Ends all that the runner has started, when it is ended itself. */
export function killAll(): void {
  for (const group of groups) signalGroup(group, 'SIGKILL');
}

/**
 * Runs a test file in a process of its own, which leads a process group of its own: whatever it started is gone
 * afterwards. Only a process that said that it has finished, and then ended by itself with code 0, may pass.
 */
export async function runFile({ job, fileLimit, folder }: FileLimits): Promise<FileOutcome> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(job)], { cwd: folder, env: { ...process.env, ...COMPILED }, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const group = child.pid;
  if (group !== undefined) groups.add(group);
  const file = new FileRun(job);
  const end = async (why: string): Promise<void> => {
    file.complain(why);
    signalGroup(group, 'SIGTERM');
    await sleep(PATIENCE, undefined, { ref: false });
    if (child.exitCode === null && child.signalCode === null) signalGroup(group, 'SIGKILL');
  };
  const limit = setTimeout(() => void end(`took longer than ${fileLimit / 1000} s and was ended${file.during()}`), fileLimit);
  const output = new Output(child, () => void end(`wrote more than ${FLOOD / 1024 / 1024} MiB and was ended`));
  child.on('message', (message) => {
    file.hear(message as Message);
  });
  const said = await exited(child);
  clearTimeout(limit);
  signalGroup(group, 'SIGKILL');
  if (group !== undefined) groups.delete(group);
  await output.closed();
  return file.outcome(said, output.text);
}

/** What became of a file's tests, as its process tells it. */
class FileRun {
  readonly #job: Job;
  readonly #tests: TestOutcome[] = [];
  readonly #errors: string[] = [];
  readonly #running = new Map<string, TestName>();
  #finished = false;
  #processor = 0;
  #ran = false;

  constructor(job: Job) {
    this.#job = job;
  }

  complain(error: string): void {
    this.#errors.push(error);
  }

  /** Which tests run now, to be put behind a message. */
  during(): string {
    return this.#running.size === 0 ? '' : `, while this ran: ${[...this.#running.keys()].join('; ')}`;
  }

  hear(message: Message): void {
    if (message.type === 'started') {
      this.#running.set(shown(message.name), message.name);
    } else if (message.type === 'ended') {
      this.#running.delete(shown(message.name));
      this.#end(message);
    } else if (message.type === 'error') {
      this.complain(`${message.text}${this.during()}`);
    } else {
      this.#finished = true;
      this.#processor = message.processor;
      if (message.focused) this.complain('has a test with .only: the others were not run');
    }
  }

  #end({ name, status, milliseconds, errors }: Extract<Message, { type: 'ended' }>): void {
    this.#ran = true;
    if (status === 'skipped' && this.#job.pattern !== undefined) {
      this.#tests.push({ name, milliseconds: 0, errors: [], left: true });
      return;
    }
    const wrong = status === 'passed' || status === 'failed' ? [] : [`The test is marked as ${status}: no test is skipped or expected to fail here.`];
    this.#tests.push({ name, milliseconds, errors: [...errors, ...wrong] });
  }

  outcome(exit: string | undefined, output: string): FileOutcome {
    for (const name of this.#running.values()) this.#tests.push({ name, milliseconds: 0, errors: [`The process ended (${exit ?? 'code 0'}) while the test ran.`] });
    if (!this.#finished && this.#errors.length === 0) this.complain(`ended (${exit ?? 'code 0'}) before its tests did`);
    if (this.#finished && !this.#ran) this.complain('has no tests');
    if (exit !== undefined && this.#errors.length === 0) this.complain(`ended by ${exit}`);
    return { tests: this.#tests, errors: this.#errors, output, processor: this.#processor };
  }
}

/** Keeps the end of what a process writes. */
class Output {
  readonly #streams: readonly Readable[];
  readonly #closed: Promise<unknown>;
  text = '';
  #bytes = 0;

  constructor(child: ChildProcess, onFlood: () => void) {
    this.#streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    for (const stream of this.#streams) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        const before = this.#bytes;
        this.#bytes += text.length;
        if (before <= FLOOD && this.#bytes > FLOOD) onFlood();
        this.text = (this.text + text).slice(-KEPT);
      });
    }
    this.#closed = Promise.all(this.#streams.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
  }

  /** Waits for the end of the output; a service in a group of its own may hold it open for ever, so one second at most. */
  async closed(): Promise<void> {
    await Promise.race([this.#closed, sleep(1000, undefined, { ref: false })]);
    for (const stream of this.#streams) stream.destroy();
  }
}

/** @returns how the process ended, or undefined if it ended by itself with code 0 */
function exited(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      resolve(signal === null ? (code === 0 ? undefined : `exit code ${code}`) : `signal ${signal}`);
    });
  });
}

function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // all of it has ended
  }
}
