import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { snapshot } from './sandbox.ts';

/** A moment in a run: right before or right after its nth command. */
export interface KillPoint {
  readonly command: number;
  readonly when: 'before' | 'after';
}

// Both ways, so that opening a FIFO waits for nobody, and none ends while a stand-in is about to open it.
const OPEN = constants.O_RDWR | constants.O_NONBLOCK;

/**
 * Finds the moments of a run at which its system is as it was not before: killed at any other one, it would be left in one
 * of the same states. Stand-ins stop and ask, each before and after its command, and go on when the system was looked at.
 */
export class PointWatch {
  readonly points: KillPoint[] = [];
  readonly #seen = new Set<string>();
  readonly #trace: string;
  readonly #socket: Socket;
  /** The FIFOs of the answers, which stay open until the end. */
  readonly #answers: number[] = [];

  /** @param trace TRACE of the run @param system its root @param mkfifo where that program is */
  constructor(trace: string, system: string, mkfifo: string) {
    this.#trace = trace;
    const ask = join(trace, 'ask');
    execFileSync(mkfifo, [ask]);
    this.#socket = new Socket({ fd: openSync(ask, OPEN), readable: true, writable: false });
    createInterface({ input: this.#socket }).on('line', (line) => {
      const [when = '', command = ''] = line.split(' ');
      this.#look(system, { when: when === 'before' ? 'before' : 'after', command: Number(command) });
      this.#answer(`${when}.${command}`);
    });
  }

  #look(system: string, point: KillPoint): void {
    const state = stateOf(system);
    if (!this.#seen.has(state)) this.points.push(point);
    this.#seen.add(state);
  }

  #answer(name: string): void {
    const answer = openSync(join(this.#trace, name), OPEN);
    this.#answers.push(answer);
    writeSync(answer, '\n');
  }

  close(): void {
    this.#socket.destroy();
    for (const answer of this.#answers) closeSync(answer);
  }
}

/** All of a system that an installer could tell from another. If something is being written meanwhile, the state is like no other. */
function stateOf(root: string): string {
  try {
    return createHash('sha256').update(JSON.stringify(snapshot(root, { owners: true }))).digest('hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return randomUUID();
  }
}
