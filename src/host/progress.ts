import { formatBytes, formatCount, formatDuration, formatShare } from '../kit/format.ts';
import type { StageOptions, Progress } from '../kit/host.ts';

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

/** Where a stage stands. */
export interface StageState extends StageOptions {
  readonly title: string;
  readonly done: number;
  readonly note: string | undefined;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

/** Returns `Packing layers: 62%, 47.1 MB of 76.4 MB, 31.2 MB/s, 12 s, git-2.39`: what is known, in the order of its use. */
export function stageLine(state: StageState): string {
  const { title, done, total, note, elapsed } = state;
  const parts = [
    total !== undefined && total > 0 ? formatShare(Math.min(1, done / total)) : '',
    done > 0 || total !== undefined ? amount(state) : '',
    rate(state),
    formatDuration(elapsed),
    note ?? '',
  ];
  return `${title}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** Returns how a stage ended: `Packing layers: 3 layers, 8.12 MB (12 s)`. */
export function stageEnd(title: string, result: string | undefined, elapsed: number): string {
  return `${title}: ${result ?? 'done'} (${formatDuration(elapsed)})`;
}

function amount({ done, total, unit }: StageState): string {
  if (unit === 'bytes') return total === undefined ? formatBytes(done) : `${formatBytes(done)} of ${formatBytes(total)}`;
  const count = total === undefined ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`;
  return unit === undefined ? count : `${count} ${unit}`;
}

function rate({ done, unit, elapsed }: StageState): string {
  // The first moments say nothing about what is to come.
  return unit === 'bytes' && done > 0 && elapsed >= 1000 ? `${formatBytes((done / elapsed) * 1000)}/s` : '';
}

/** Returns a total that became known while the stage was running, in place of the one that it began with. */
export function withTotal(total: number | undefined): Pick<StageOptions, 'total'> {
  return total === undefined ? {} : { total };
}

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
