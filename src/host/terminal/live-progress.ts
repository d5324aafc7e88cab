import type { Progress, StageOptions } from '../../kit/host.ts';
import { type Clock, stageEnd, stageLine, withTotal } from '../progress.ts';

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

/** The line at the bottom of a terminal that says what is at work, and the lines above it. */
export class LiveProgress {
  readonly #options: LiveProgressOptions;
  /** The last one is shown. */
  readonly #running: Running[] = [];
  #drawnAt = -Infinity;
  #isDrawn = false;
  #stopTicking: (() => void) | undefined;

  constructor(options: LiveProgressOptions) {
    this.#options = options;
  }

  stage(title: string, options: StageOptions): Progress {
    const { clock } = this.#options;
    const stage: Running = { title, options, start: clock.now(), done: 0, note: undefined, total: undefined };
    this.#running.push(stage);
    this.#stopTicking ??= clock.every(TICK_MS, () => {
      this.#draw();
    });
    this.#draw();
    return {
      update: (done, note, total) => {
        stage.done = done;
        stage.note = note ?? stage.note;
        stage.total = total ?? stage.total;
        if (clock.now() - this.#drawnAt >= FRAME_MS) this.#draw();
      },
      end: (result) => {
        this.#finish(stage, result);
      },
    };
  }

  /** Writes a line above the one at the bottom. */
  line(text: string): void {
    const { write, filter } = this.#options;
    this.clear();
    write(`${filter(text)}\n`);
    this.#draw();
  }

  /** Removes the line at the bottom; the next update draws it again. */
  clear(): void {
    if (this.#isDrawn) this.#options.write(CLEAR);
    this.#isDrawn = false;
  }

  /** Removes stages that were not ended, such as those of a failed run. */
  close(): void {
    this.#running.length = 0;
    this.#stopClock();
    this.clear();
  }

  #draw(): void {
    const stage = this.#running.at(-1);
    if (stage === undefined) return;
    const { clock, write, columns, filter } = this.#options;
    const { title, done, note, options, start, total } = stage;
    const text = filter(stageLine({ ...options, ...withTotal(total), title, done, note, elapsed: clock.now() - start }));
    write(CLEAR + fit(text, columns()));
    this.#isDrawn = true;
    this.#drawnAt = clock.now();
  }

  #finish(stage: Running, result: string | undefined): void {
    const index = this.#running.indexOf(stage);
    if (index < 0) return;
    this.#running.splice(index, 1);
    if (this.#running.length === 0) this.#stopClock();
    this.line(stageEnd(stage.title, result, this.#options.clock.now() - stage.start));
  }

  #stopClock(): void {
    this.#stopTicking?.();
    this.#stopTicking = undefined;
  }
}

/** One line of the terminal: a line that wraps can't be drawn over. */
function fit(text: string, columns: number): string {
  const width = Math.max(10, columns - 1);
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}
