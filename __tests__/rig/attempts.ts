import type { GitHubServices } from './github-services.ts';

/**
 * Which part of a run is its second attempt: none; all jobs, after a first attempt that left artifacts; the job that
 * publishes alone; or one platform's build, and what comes after it.
 */
export const SHAPES = ['first attempt', 'all again', 'publish alone', 'one platform again'] as const;

export type Shape = (typeof SHAPES)[number];

/** The jobs of a run of some shape: starts the second attempt before the job that is the first of it. */
export class Attempts {
  readonly #services: GitHubServices;
  readonly #shape: Shape;
  #builds = 0;
  #attempt = 1;

  constructor(services: GitHubServices, shape: Shape) {
    this.#services = services;
    this.#shape = shape;
  }

  /** Which attempt the run is in. */
  get number(): number {
    return this.#attempt;
  }

  /** What the runner gives to the next job. Jobs that build come one after the other. */
  job(kind: 'build' | 'publish' | 'plan'): Readonly<Record<string, string>> {
    const due = this.#isDue(kind);
    if (kind === 'build') this.#builds += 1;
    if (this.#attempt > 1 || !due) return this.#services.job();
    this.#attempt += 1;
    return this.#services.rerun(this.#shape === 'all again' ? 'all' : 'failed');
  }

  #isDue(kind: 'build' | 'publish' | 'plan'): boolean {
    if (this.#shape === 'all again') return true;
    if (this.#shape === 'publish alone') return kind === 'publish';
    // A run whose one job builds has that as its second attempt; of two platforms it is the other.
    return this.#shape === 'one platform again' && (kind !== 'build' || this.#builds > 0);
  }
}
