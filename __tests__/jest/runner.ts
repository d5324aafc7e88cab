import type { SerializableError, Test, TestResult } from '@jest/test-result';
import { killAll, runFile } from './run-file.ts';
import { testResult } from './test-result.ts';

/** How long things may take, in milliseconds, by what the file's name ends in. */
export type Limits = Readonly<Record<string, { readonly test: number; readonly file: number }>>;

interface GlobalConfig {
  readonly maxWorkers: number;
  readonly maxConcurrency: number;
  readonly testNamePattern?: string;
}

/** jest's runner: a process for each test file, as many at once as jest has workers, in the order that jest asks for. */
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
      for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
        await onStart(test);
        try {
          await onResult(test, await this.#run(test));
        } catch (error) {
          await onFailure(test, error as SerializableError);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, this.#config.maxWorkers) }, work));
  }

  async #run(test: Test): Promise<TestResult> {
    const limits = Object.entries(this.#limits).find(([suffix]) => test.path.endsWith(suffix))?.[1];
    if (limits === undefined) throw new Error(`there is no time limit for files such as ${test.path}: see jest.config.ts`);
    const { maxConcurrency, testNamePattern } = this.#config;
    const start = Date.now();
    const outcome = await runFile({
      job: { file: test.path, testLimit: limits.test, maxConcurrency, pattern: testNamePattern === '' ? undefined : testNamePattern },
      fileLimit: limits.file,
      folder: test.context.config.rootDir,
    });
    return testResult(test.path, outcome, { start, end: Date.now() });
  }
}
