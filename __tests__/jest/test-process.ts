import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPILED } from './compiled.ts';
import { FileRun, type FileOutcome } from './file-run.ts';
import type { Job, Message } from './messages.ts';
import { FLOOD, Output } from './output.ts';

const CHILD = path.join(import.meta.dirname, 'child.ts');
/** After SIGTERM, before SIGKILL, in milliseconds. */
const PATIENCE = 3000;

/** Process groups that run now. */
const groups = new Set<number>();

/** Ends all that the runner has started, when it is ended itself. */
export function killAll(): void {
  for (const group of groups) signalGroup(group, 'SIGKILL');
}

/**
 * A process that runs test files, one after the other. It leads a process group of its own: whatever it started is gone when it
 * ends. It takes another file only if nothing is left of the one before.
 */
export class TestProcess {
  readonly #child: ChildProcess;
  readonly #output: Output;
  readonly #exited: Promise<string | undefined>;
  #file: FileRun | undefined;
  #idle = Promise.withResolvers<'idle'>();
  #ended = false;

  /** @param folder in which it runs @param keeps what it compiles, for later runs: not where several files share it, as the modules of each have names of their own */
  constructor(folder: string, keeps: boolean) {
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD], { cwd: folder, env: { ...process.env, ...COMPILED, ...(keeps ? {} : { NODE_COMPILE_CACHE: undefined }) }, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    if (this.#child.pid !== undefined) groups.add(this.#child.pid);
    this.#output = new Output(this.#child);
    this.#exited = exited(this.#child);
    this.#child.on('message', (message: Message) => {
      if (message.type === 'idle') this.#idle.resolve('idle');
      else this.#file?.hear(message);
    });
  }

  /** It takes no more files. */
  get ended(): boolean {
    return this.#ended;
  }

  /** @param fileLimit milliseconds that the whole file may take */
  async run(job: Job, fileLimit: number): Promise<FileOutcome> {
    const file = (this.#file = new FileRun(job));
    this.#idle = Promise.withResolvers();
    const end = async (why: string): Promise<void> => {
      file.complain(why);
      signalGroup(this.#child.pid, 'SIGTERM');
      await sleep(PATIENCE, undefined, { ref: false });
      if (this.#child.exitCode === null && this.#child.signalCode === null) signalGroup(this.#child.pid, 'SIGKILL');
    };
    const limit = setTimeout(() => void end(`took longer than ${fileLimit / 1000} s and was ended${file.during()}`), fileLimit);
    this.#output.begin(() => void end(`wrote more than ${FLOOD / 1024 / 1024} MiB and was ended`));
    this.#child.send(job, () => undefined);
    const how = await Promise.race([this.#exited, this.#idle.promise]);
    clearTimeout(limit);
    if (how === 'idle') await Promise.race([this.#exited, this.#output.ended()]);
    else await this.#leave();
    return file.outcome(how === 'idle' ? undefined : how, this.#output.text);
  }

  /** No other file comes. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#child.send('end', () => undefined);
    await this.#exited;
    await this.#leave();
  }

  async #leave(): Promise<void> {
    this.#ended = true;
    signalGroup(this.#child.pid, 'SIGKILL');
    if (this.#child.pid !== undefined) groups.delete(this.#child.pid);
    await this.#output.closed();
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
