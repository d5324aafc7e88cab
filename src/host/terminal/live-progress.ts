import type { Progress, StageOptions } from '../../kit/host.ts';
import type { Clock } from '../clock.ts';
import { stageEnd, stageLine, withTotal } from '../stage-text.ts';

/** The line at the bottom of a terminal that says what is at work, and the lines above it. */
export interface LiveProgress {
  stage(title: string, options: StageOptions): Progress;
  /** Writes a line above the one at the bottom. */
  line(text: string): void;
  /** Removes the line at the bottom; the next update draws it again. */
  clear(): void;
  /** Gives up the stages that nobody ended, such as those of a run that failed. */
  close(): void;
}

export interface LiveProgressOptions {
  readonly clock: Clock;
  readonly write: (text: string) => void;
  /** Columns of the terminal right now. */
  readonly columns: () => number;
  /** The line as it is shown; for secrets. */
  readonly filter: (text: string) => string;
}

const FRAME_MS = 100;
/** A stage that says nothing for a while still counts its time. */
const TICK_MS = 1000;
const CLEAR = '\r\u001B[K';

interface Running {
  readonly title: string;
  readonly options: StageOptions;
  readonly start: number;
  done: number;
  note: string | undefined;
  total: number | undefined;
}

export function createLiveProgress({ clock, write, columns, filter }: LiveProgressOptions): LiveProgress {
  const running: Running[] = [];
  let drawnAt = -Infinity;
  let drawn = false;
  let stopTicking: (() => void) | undefined;

  const clear = (): void => {
    if (drawn) write(CLEAR);
    drawn = false;
  };
  const draw = (): void => {
    const stage = running.at(-1);
    if (stage === undefined) return;
    const { title, done, note, options, start, total } = stage;
    const text = filter(stageLine({ ...options, ...withTotal(total), title, done, note, elapsed: clock.now() - start }));
    write(CLEAR + fit(text, columns()));
    drawn = true;
    drawnAt = clock.now();
  };
  const line = (text: string): void => {
    clear();
    write(`${filter(text)}\n`);
    draw();
  };
  const stopClock = (): void => {
    stopTicking?.();
    stopTicking = undefined;
  };
  const finish = (stage: Running, result: string | undefined): void => {
    const index = running.indexOf(stage);
    if (index < 0) return;
    running.splice(index, 1);
    if (running.length === 0) stopClock();
    line(stageEnd(stage.title, result, clock.now() - stage.start));
  };
  return {
    line,
    clear,
    close: () => {
      running.length = 0;
      stopClock();
      clear();
    },
    stage: (title, options) => {
      const stage: Running = { title, options, start: clock.now(), done: 0, note: undefined, total: undefined };
      running.push(stage);
      stopTicking ??= clock.every(TICK_MS, draw);
      draw();
      return {
        update: (done, note, total) => {
          stage.done = done;
          stage.note = note ?? stage.note;
          stage.total = total ?? stage.total;
          if (clock.now() - drawnAt >= FRAME_MS) draw();
        },
        end: (result) => {
          finish(stage, result);
        },
      };
    },
  };
}

/** One line of the terminal: a line that wraps can't be drawn over. */
function fit(text: string, columns: number): string {
  const width = Math.max(10, columns - 1);
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}
