import { eitherSignal } from '../../kit/parallel.ts';
import { Failure } from '../../kit/errors.ts';

/**
 * Gives work a signal that is aborted with `signal`, or once the time is over.
 * @param what the beginning of a sentence: "The build of ./tools#default"
 * @param limit milliseconds; undefined: as long as it takes
 * @throws Failure that says so if the time was over, else what the work throws
 */
export async function within<T>(what: string, limit: number | undefined, signal: AbortSignal | undefined, work: (signal: AbortSignal | undefined) => Promise<T>): Promise<T> {
  if (limit === undefined) return work(signal);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new Failure(`${what} took longer than ${limit / 1000} s, and was stopped.`, { hint: 'Allow more with "time-limit", or leave it out.' })), limit);
  try {
    return await work(eitherSignal(signal, over.signal));
  } finally {
    clearTimeout(timer);
  }
}
