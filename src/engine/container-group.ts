import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { signalBehind } from '../kit/errors.ts';
import type { Engine } from './engine.ts';

/** Each container has a place of its own there, in memory, and nothing of it is in its image. */
const PLACE = '/dev/shm';
/** Writes down the number of the process that becomes the command. */
const START = 'echo "$$" > "$0" && exec "$@"';
/** What the engine executes in a container leads a session, and so a process group. */
const KILL = 'group=$(cat "$0") && kill -s "$1" -- "-$group"';
const KILL_AFTER_MS = 3000;
/** A step's own command may want to clean up; GitHub kills all of it ten seconds after it was cancelled. */
const ATTACHED_KILL_AFTER_MS = 5000;

/** A command in a container and all that it starts: engines hand no signal of their client on to them. */
export class ContainerGroup {
  readonly #engine: Engine;
  readonly #container: string;
  readonly #file = `${PLACE}/nix-feature-${randomBytes(8).toString('hex')}`;

  constructor(engine: Engine, container: string) {
    this.#engine = engine;
    this.#container = container;
  }

  /** The command as it has to be executed. */
  started(argv: readonly string[]): readonly string[] {
    return ['/bin/sh', '-c', START, this.#file, ...argv];
  }

  /** Ends the command when `signal` says so: TERM, and KILL after three seconds, for which nothing waits. */
  endWith(signal: AbortSignal, done: Promise<unknown>): void {
    this.#onAbort(signal, done, async () => {
      await this.#send('SIGTERM');
      await setTimeout(KILL_AFTER_MS, undefined, { ref: false });
      await this.#send('SIGKILL');
    });
  }

  /** Hands SIGINT or SIGTERM on to the command, whichever it was, and kills it after five seconds. */
  handOn(signal: AbortSignal, done: Promise<unknown>): void {
    this.#onAbort(signal, done, async () => {
      await this.#send(signalBehind(signal));
      await Promise.race([done.catch(() => undefined), setTimeout(ATTACHED_KILL_AFTER_MS, undefined, { ref: false })]);
      await this.#send('SIGKILL');
    });
  }

  #onAbort(signal: AbortSignal, done: Promise<unknown>, end: () => Promise<void>): void {
    const listener = (): void => void end();
    signal.addEventListener('abort', listener, { once: true });
    const forget = (): void => signal.removeEventListener('abort', listener);
    done.then(forget, forget);
  }

  /** To the command and all that it has started. Best effort: they may be gone, and the container too. */
  async #send(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#engine.afterwards(['exec', this.#container, '/bin/sh', '-c', KILL, this.#file, name.slice('SIG'.length)]).catch(() => undefined);
  }
}
