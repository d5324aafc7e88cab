import { setMaxListeners } from 'node:events';

/** A signal that is aborted when one of these is, with its reason. Those that are not there never are. */
export function eitherSignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  if (given.length < 2) return given[0];
  const either = AbortSignal.any(given);
  // As many listeners as there are commands at work.
  setMaxListeners(0, either);
  return either;
}
