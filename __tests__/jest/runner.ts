import type { SerializableError, Test, TestResult } from '@jest/test-result';
import { killAll, TestProcess } from './test-process.ts';
import { testResult } from './test-result.ts';

/** How long things may take, in milliseconds, and how many files a process may run, by what the file's name ends in; with `keeps` what they compile is kept, though they share it. */
export type Limits = Readonly<Record<string, { readonly test: number; readonly file: number; readonly files: number; readonly keeps?: true }>>;

interface GlobalConfig {
  readonly maxWorkers: number;
  readonly maxConcurrency: number;
  readonly testNamePattern?: string;
}

/** jest's runner: as many test files at once as jest has workers, each in a process apart, in the order that jest asks for. */
export default class FileRunner {
  readonly supportsEventEmitters = false;
  readonly #config: GlobalConfig;
  readonly #limits: Limits;

  constructor(config: GlobalConfig, _context: unknown, options: { readonly limits: Limits }) {
    this.#config = config;
    this.#limits = options.limits;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        killAll();
        process.exit(1);
      });
    }
  }

  async runTests(
    tests: readonly Test[],
    _watcher: unknown,
    onStart: (test: Test) => Promise<void>,
    onResult: (test: Test, result: TestResult) => Promise<void>,
    onFailure: (test: Test, error: SerializableError) => Promise<void>,
  ): Promise<void> {
    const waiting = [...tests];
    const work = async (): Promise<void> => {
      const worker = new Worker(this.#config, this.#limits);
      for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
        await onStart(test);
        try {
          await onResult(test, await worker.run(test));
        } catch (error) {
          await onFailure(test, error as SerializableError);
        }
      }
      await worker.end();
    };
    await Promise.all(Array.from({ length: Math.max(1, this.#config.maxWorkers) }, work));
  }
}

/** Runs files one after the other, in one process as long as that may run them. */
class Worker {
  readonly #config: GlobalConfig;
  readonly #limits: Limits;
  #process: TestProcess | undefined;
  /** How many files the process has run. */
  #files = 0;

  constructor(config: GlobalConfig, limits: Limits) {
    this.#config = config;
    this.#limits = limits;
  }

  async run(test: Test): Promise<TestResult> {
    const limits = Object.entries(this.#limits).find(([suffix]) => test.path.endsWith(suffix))?.[1];
    if (limits === undefined) throw new Error(`there is no time limit for files such as ${test.path}: see jest.config.ts`);
    const { maxConcurrency, testNamePattern } = this.#config;
    const start = Date.now();
    if (limits.files === 1) await this.end();
    if (this.#process === undefined || this.#process.ended) {
      this.#process = new TestProcess(test.context.config.rootDir, limits.files === 1 || limits.keeps === true);
      this.#files = 0;
    }
    this.#files += 1;
    const last = this.#files >= limits.files;
    const outcome = await this.#process.run({ file: test.path, testLimit: limits.test, maxConcurrency, pattern: testNamePattern === '' ? undefined : testNamePattern, last }, limits.file);
    return testResult(test.path, outcome, { start, end: Date.now() });
  }

  async end(): Promise<void> {
    await this.#process?.end();
    this.#process = undefined;
  }
}
