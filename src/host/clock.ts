/** Time as a host needs it. */
export interface Clock {
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Calls `body` every so often, without keeping the process alive for it. @returns what stops it */
  every(ms: number, body: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  every: (ms, body) => {
    const timer = setInterval(body, ms);
    timer.unref();
    return () => {
      clearInterval(timer);
    };
  },
};
