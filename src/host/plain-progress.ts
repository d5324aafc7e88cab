import type { Progress, StageOptions } from '../kit/host.ts';
import type { Clock } from './clock.ts';
import { stageEnd, stageLine, withTotal } from './stage-text.ts';

export interface PlainProgressOptions {
  readonly clock: Clock;
  /** Milliseconds between two lines. */
  readonly interval: number;
  readonly write: (line: string) => void;
}

/** Returns a stage as plain lines, for a log: one where it begins, one where it ends, and one now and then. */
export function plainProgress(title: string, stage: StageOptions, options: PlainProgressOptions): Progress {
  const { clock, interval, write } = options;
  const start = clock.now();
  let done = 0;
  let note: string | undefined;
  let total: number | undefined;
  write(`${title} …`);
  const stop = clock.every(interval, () => {
    write(stageLine({ ...stage, ...withTotal(total), title, done, note, elapsed: clock.now() - start }));
  });
  let ended = false;
  return {
    update: (newDone, newNote, newTotal) => {
      done = newDone;
      note = newNote ?? note;
      total = newTotal ?? total;
    },
    end: (result) => {
      if (ended) return;
      ended = true;
      stop();
      write(stageEnd(title, result, clock.now() - start));
    },
  };
}
