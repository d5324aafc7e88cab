import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { snapshot } from './sandbox.ts';

/** A moment in a run: right before or right after its nth command. */
export interface KillPoint {
  readonly command: number;
  readonly when: 'before' | 'after';
}

/** @param command as it was called: the one before or after which it is */
export type OnState = (point: KillPoint, command: string) => void;

/** More than any run of a test has. */
const COMMANDS = 600;

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

  readonly #system: string;
  readonly #onState: OnState;

  /** @param trace TRACE of the run @param system its root @param onState is called with each state while the run stands still */
  constructor(trace: string, system: string, onState: OnState = () => undefined) {
    this.#trace = trace;
    this.#system = system;
    this.#onState = onState;
    const ask = join(trace, 'ask');
    // One for each answer, made at once: it is the stand-ins that would have to start a program for each.
    const answers = Array.from({ length: COMMANDS }, (_, i) => [`before.${i + 1}`, `after.${i + 1}`]).flat();
    execFileSync('mkfifo', [ask, ...answers.map((name) => join(trace, name))]);
    this.#socket = new Socket({ fd: openSync(ask, OPEN), readable: true, writable: false });
    createInterface({ input: this.#socket }).on('line', (line) => {
      const [when = '', command = ''] = line.split(' ');
      this.#look({ when: when === 'before' ? 'before' : 'after', command: Number(command) });
      this.#answer(`${when}.${command}`);
    });
  }

  #look(point: KillPoint): void {
    const state = stateOf(this.#system);
    if (this.#seen.has(state)) return;
    this.#seen.add(state);
    this.points.push(point);
    this.#onState(point, readFileSync(join(this.#trace, String(point.command)), 'utf8').trimEnd());
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
