import { shown, type Job, type Message, type TestName } from './messages.ts';

export interface TestOutcome {
  readonly name: TestName;
  readonly milliseconds: number;
  /** It was not asked for by name, and so not run. */
  readonly left?: true;
  /** Empty: it passed. */
  readonly errors: readonly string[];
}

export interface FileOutcome {
  readonly tests: readonly TestOutcome[];
  /** What is wrong with the file as a whole. */
  readonly errors: readonly string[];
  /** The end of what its process wrote. */
  readonly output: string;
  /** Seconds of processor time, as far as its process could tell. */
  readonly processor: number;
}

/** What became of a file's tests, as its process tells it. */
export class FileRun {
  readonly #job: Job;
  readonly #tests: TestOutcome[] = [];
  readonly #errors: string[] = [];
  readonly #running = new Map<string, TestName>();
  #finished = false;
  #processor = 0;
  #ran = false;

  constructor(job: Job) {
    this.#job = job;
  }

  complain(error: string): void {
    this.#errors.push(error);
  }

  /** Which tests run now, to be put behind a message. */
  during(): string {
    return this.#running.size === 0 ? '' : `, while this ran: ${[...this.#running.keys()].join('; ')}`;
  }

  hear(message: Message): void {
    if (message.type === 'started') {
      this.#running.set(shown(message.name), message.name);
    } else if (message.type === 'ended') {
      this.#running.delete(shown(message.name));
      this.#end(message);
    } else if (message.type === 'error') {
      this.complain(`${message.text}${this.during()}`);
    } else if (message.type === 'finished') {
      this.#finished = true;
      this.#processor = message.processor;
      if (message.focused) this.complain('has a test with .only: the others were not run');
    }
  }

  #end({ name, status, milliseconds, errors }: Extract<Message, { type: 'ended' }>): void {
    this.#ran = true;
    if (status === 'skipped' && this.#job.pattern !== undefined) {
      this.#tests.push({ name, milliseconds: 0, errors: [], left: true });
      return;
    }
    const wrong = status === 'passed' || status === 'failed' ? [] : [`The test is marked as ${status}: no test is skipped or expected to fail here.`];
    this.#tests.push({ name, milliseconds, errors: [...errors, ...wrong] });
  }

  /** @param exit how its process ended, or undefined if it ended by itself with code 0, or goes on to the next file */
  outcome(exit: string | undefined, output: string): FileOutcome {
    for (const name of this.#running.values()) this.#tests.push({ name, milliseconds: 0, errors: [`The process ended (${exit ?? 'code 0'}) while the test ran.`] });
    if (!this.#finished && this.#errors.length === 0) this.complain(`ended (${exit ?? 'code 0'}) before its tests did`);
    if (this.#finished && !this.#ran) this.complain('has no tests');
    if (exit !== undefined && this.#errors.length === 0) this.complain(`ended by ${exit}`);
    return { tests: this.#tests, errors: this.#errors, output, processor: this.#processor };
  }
}
