import { closeSync, openSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { Failure, reasonOf } from '../../kit/errors.ts';
import { isDeadOwner, keepTemporary, makeTemporary } from '../../kit/temporary.ts';
import { startDetached } from '../../programs/process.ts';
import type { ServedCache } from '../request.ts';

/** How long a server may take to read all Features, and to end; milliseconds. */
const PATIENCE = { start: 300_000, stop: 15_000, look: 50 } as const;

/** What the server says once it answers. */
export interface ReadySession extends ServedCache {
  /** The process; see kit/temporary.ts. */
  readonly owner: string;
  readonly pid: number;
}

/**
 * A binary cache of a job: a process that outlives its step, and the folder in which the steps and it leave each other notes.
 * Only this user may enter the folder.
 */
export class CacheSession {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<CacheSession> {
    const folder = await makeTemporary('nix-feature-session');
    await keepTemporary(folder);
    return new CacheSession(folder);
  }

  /** What the server unpacks its pack into, and a new one is written into. */
  get pack(): string {
    return join(this.folder, 'pack');
  }

  get newPack(): string {
    return join(this.folder, 'new-pack');
  }

  /** @param note `request`, `ready`, `before`, `used`; nothing in it is printed */
  async leave(note: string, value: unknown): Promise<void> {
    // Whole or not at all: somebody may look for it right now.
    const file = this.#fileOf(note);
    await writeFile(`${file}.part`, JSON.stringify(value), { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  /** @returns undefined if there is none */
  async find(note: string): Promise<unknown> {
    const text = await readFile(this.#fileOf(note), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    return parsedJson(text, (why) => {
      throw new Failure(`The note "${note}" of the job's binary cache can't be read: ${why}.`);
    });
  }

  async forget(note: string): Promise<void> {
    await rm(this.#fileOf(note), { force: true });
  }

  /** What the server has said. */
  async log(): Promise<string> {
    return readFile(join(this.folder, 'log'), 'utf8').catch(() => '');
  }

  /** Starts the server. @param program what Node runs @throws Failure if it ends, or does not answer in time; CancelledError */
  async start(program: string, env: Readonly<Record<string, string>>, signal: AbortSignal): Promise<ServedCache> {
    const log = openSync(join(this.folder, 'log'), 'a', 0o600);
    startDetached([process.execPath, program], { purpose: 'server', env }, log);
    closeSync(log);
    for (const end = performance.now() + PATIENCE.start; performance.now() < end; await sleep(PATIENCE.look)) {
      if (signal.aborted) throw reasonOf(signal);
      const ready = await this.ready();
      if (ready !== undefined) return ready;
      if ((await this.find('failed')) !== undefined) break;
    }
    throw new Failure(`The job's binary cache did not start.`, { hint: `It said: ${(await this.log()).trim().split('\n').at(-1) ?? ''}` });
  }

  async ready(): Promise<ReadySession | undefined> {
    const note = await this.find('ready');
    if (note === undefined) return undefined;
    const field = Field.of(note, (why) => {
      throw new Failure(`The description of the job's binary cache can't be read: ${why}.`);
    });
    return { url: field.get('url').text(), publicKey: field.get('publicKey').text(), features: field.get('features').count(), paths: field.get('paths').count(), owner: field.get('owner').text(), pid: field.get('pid').count(1) };
  }

  /** Ends the server, if it is there, and waits until it is gone. */
  async stop(): Promise<void> {
    const ready = await this.ready();
    if (ready === undefined || (await isDeadOwner(ready.owner))) return;
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      kill(ready.pid, signal);
      for (const end = performance.now() + PATIENCE.stop; performance.now() < end; await sleep(PATIENCE.look)) {
        if (await isDeadOwner(ready.owner)) return;
      }
    }
  }

  #fileOf(note: string): string {
    return join(this.folder, `${note}.json`);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
