import type { Clock } from '../../src/host/progress.ts';

/** Time that passes only when told. */
export function fakeClock(): Clock & { pass(ms: number): void; readonly timers: number } {
  let time = 0;
  const timers = new Set<{ readonly ms: number; readonly body: () => void; next: number }>();
  return {
    now: () => time,
    every: (ms, body) => {
      const timer = { ms, body, next: time + ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    get timers() {
      return timers.size;
    },
    pass: (ms) => {
      for (const end = time + ms; time < end; ) {
        time = Math.min(end, ...[...timers].map((timer) => timer.next));
        for (const timer of [...timers].filter(({ next }) => next <= time)) {
          timer.next += timer.ms;
          timer.body();
        }
      }
    },
  };
}
