import { CancelledError } from './errors.ts';
import type { Log, Progress, StageOptions } from './host.ts';

/** How long one stage took; milliseconds. */
export interface StageTime {
  readonly title: string;
  readonly duration: number;
}

/** The stages of one platform's build: shown as they run, and remembered with their times for the report. */
export class Stages {
  readonly times: StageTime[] = [];
  readonly #log: Pick<Log, 'stage'>;
  readonly #suffix: string;

  /** @param suffix tells the platforms of one job apart; empty if there is only one */
  constructor(log: Pick<Log, 'stage'>, suffix: string) {
    this.#log = log;
    this.#suffix = suffix;
  }

  /**
   * @param body gets the stage's progress; what it returns besides its value is the stage's last line
   */
  async run<T>(title: string, options: StageOptions, body: (progress: Progress) => Promise<[T, string]>): Promise<T> {
    const began = performance.now();
    const progress = this.#log.stage(`${title}${this.#suffix}`, options);
    try {
      const [value, result] = await body(progress);
      progress.end(result);
      return value;
    } catch (error) {
      progress.end(error instanceof CancelledError ? 'stopped' : 'failed');
      throw error;
    } finally {
      this.times.push({ title, duration: performance.now() - began });
    }
  }
}

/**
 * Runs `body` as a stage that is shown; if it fails, the stage says so.
 * @param body what it returns besides its value is the stage's last line
 */
export async function inStage<T>(log: Pick<Log, 'stage'>, title: string, options: StageOptions, body: (progress: Progress) => Promise<readonly [value: T, result?: string | undefined]>): Promise<T> {
  const progress = log.stage(title, options);
  try {
    const [value, result] = await body(progress);
    progress.end(result);
    return value;
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

/** Runs something that shows its own stages, and remembers how long all of it took. */
export async function timed<T>(title: string, times: StageTime[], body: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const value = await body();
  times.push({ title, duration: performance.now() - began });
  return value;
}
