import { wallClock, type WallClock } from './clock.ts';
import { cancelled, restated, TransportError } from './transport-error.ts';

export interface RetryPolicy {
  /** How often one thing is tried, the first time included. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled with each further one. */
  readonly firstDelay: number;
  /** The longest of our own delays, in milliseconds. A server's Retry-After may be longer. */
  readonly maxDelay: number;
  /** Milliseconds after which nothing is tried any more; time in which a body was sent is not counted. */
  readonly deadline: number;
}

const DEFAULT_RETRY_POLICY: RetryPolicy = {
  attempts: 6,
  firstDelay: 500,
  maxDelay: 20_000,
  deadline: 5 * 60_000,
};

export interface RetryOptions {
  readonly policy?: Partial<RetryPolicy>;
  readonly clock?: WallClock;
  /** In [0, 1), as Math.random. */
  readonly random?: () => number;
  readonly signal?: AbortSignal;
  readonly debug?: (line: string) => void;
}

/** The one place where something is tried again. Everything below fails at the first fault. */
export class Retry {
  readonly clock: WallClock;
  readonly #policy: RetryPolicy;
  readonly #random: () => number;
  readonly #signal: AbortSignal | undefined;
  readonly #debug: (line: string) => void;

  constructor(options: RetryOptions = {}) {
    this.#policy = { ...DEFAULT_RETRY_POLICY, ...options.policy };
    this.clock = options.clock ?? wallClock;
    this.#random = options.random ?? Math.random;
    this.#signal = options.signal;
    this.#debug = options.debug ?? (() => {});
  }

  /**
   * Does `attempt`, again and again while it fails with a temporary TransportError.
   * @throws its last error, or CancelledError
   */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    const attempts = this.begin();
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        await attempts.failed(error);
      }
    }
  }

  /** @throws CancelledError */
  async sleep(milliseconds: number, signal = this.#signal): Promise<void> {
    try {
      await this.clock.sleep(milliseconds, signal);
    } catch (cause) {
      throw signal?.aborted === true ? cancelled(signal) : cause;
    }
  }

  /**
   * For a transfer that continues where it broke: the caller loops, and reports failures and progress.
   * @param signal ends the waiting, in place of that of the options
   */
  begin(signal = this.#signal): Attempts {
    return new Attempts({ policy: this.#policy, clock: this.clock, random: this.#random, debug: this.#debug, sleep: (delay) => this.sleep(delay, signal) });
  }
}

/** The limits and delays of attempts. */
interface AttemptsOptions {
  readonly policy: RetryPolicy;
  readonly clock: WallClock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly debug: (line: string) => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The state of one thing that is tried again. */
class Attempts {
  readonly #policy: RetryPolicy;
  readonly #clock: WallClock;
  readonly #random: () => number;
  readonly #debug: (line: string) => void;
  readonly #sleep: (milliseconds: number) => Promise<void>;
  #begun: number;
  #failures = 0;

  constructor({ policy, clock, random, debug, sleep }: AttemptsOptions) {
    this.#policy = policy;
    this.#clock = clock;
    this.#random = random;
    this.#debug = debug;
    this.#sleep = sleep;
    this.#begun = clock.now();
  }

  /** The transfer got on well since the last failure: count and deadline begin again. */
  progressed(): void {
    this.#failures = 0;
    this.#begun = this.#clock.now();
  }

  /** Milliseconds in which an attempt got on with its work: a large upload that fails at its end may be tried again. */
  worked(milliseconds: number): void {
    this.#begun += milliseconds;
  }

  /**
   * Waits until the next attempt is due.
   * @throws `error` if no further attempt makes sense; CancelledError
   */
  async failed(error: unknown): Promise<void> {
    this.#failures += 1;
    if (!(error instanceof TransportError) || !error.temporary) throw error;
    const delay = error.retryAfter ?? this.#backoff();
    const attempts = Math.min(this.#policy.attempts, (error.retries ?? Infinity) + 1);
    if (this.#failures >= attempts) {
      throw exhausted(error, `this was the last of ${this.#failures} attempts`);
    }
    if (this.#clock.now() + delay - this.#begun > this.#policy.deadline) {
      throw exhausted(error, `the next attempt would be in ${seconds(delay)}, which is after the deadline of ${seconds(this.#policy.deadline)}`);
    }
    this.#debug(`${error.message} Attempt ${this.#failures + 1} of ${attempts} in ${seconds(delay)}.`);
    await this.#sleep(delay);
  }

  // Between half of the step and the whole of it: jobs of a matrix that failed together don't come back together.
  #backoff(): number {
    const step = Math.min(this.#policy.maxDelay, this.#policy.firstDelay * 2 ** (this.#failures - 1));
    return step * (0.5 + this.#random() / 2);
  }
}

function exhausted(error: TransportError, why: string): TransportError {
  return restated(error, `${error.message} Given up: ${why}.`, false);
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
