import { setMaxListeners } from 'node:events';
import type { Job } from './host.ts';

/** Returns the same job, whose signal we can give too: what fails must not wait for the end of something long beside it. */
export function stoppable<Part extends Job>(job: Part): { readonly job: Part; readonly stop: AbortController } {
  const stop = new AbortController();
  const signal = AbortSignal.any([job.signal, stop.signal]);
  // As many listeners as there are requests and commands at work.
  setMaxListeners(0, signal);
  return { job: { ...job, signal }, stop };
}

/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
export async function together<A, B>(stop: AbortController, first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  let failure: { readonly reason: unknown } | undefined;
  const watch = async (task: Promise<unknown>): Promise<void> => {
    try {
      await task;
    } catch (reason) {
      // What fails after this fails because of it.
      failure ??= { reason };
      stop.abort(reason);
    }
  };
  await Promise.all([watch(first), watch(second)]);
  if (failure !== undefined) throw failure.reason;
  return Promise.all([first, second]);
}

/** Returns a signal that is aborted when one of these is, with its reason. Those that are not there never are. */
export function eitherSignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  if (given.length < 2) return given[0];
  const either = AbortSignal.any(given);
  // As many listeners as there are commands at work.
  setMaxListeners(0, either);
  return either;
}

/**
 * Does the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
export async function inParallel<T, R>(atATime: number, things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [at, thing] of queue) {
      if (failed) return;
      try {
        results[at] = await work(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
  return results;
}

/** Lets only so many tasks run at once; the others wait in the order in which they came. */
export class Limiter {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(limit: number) {
    this.#free = limit;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
