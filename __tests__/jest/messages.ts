/** What the runner tells the process of a test file, as its only argument. */
export interface Job {
  readonly file: string;
  /** Milliseconds that one test or hook may take. */
  readonly testLimit: number;
  readonly maxConcurrency: number;
  /** Only tests with such names run. */
  readonly pattern: string | undefined;
}

/** What the process of a test file tells the runner. */
export type Message =
  | { readonly type: 'started'; readonly name: TestName }
  | { readonly type: 'ended'; readonly name: TestName; readonly status: Status; readonly milliseconds: number; readonly errors: readonly string[] }
  /** An error that no test owns: of the import, of an afterAll hook, of something that nobody awaited. */
  | { readonly type: 'error'; readonly text: string }
  /** `processor`: the seconds that the process and the programs that it ran have computed. */
  | { readonly type: 'finished'; readonly focused: boolean; readonly processor: number };

/** The titles of the describe blocks, outermost first, and of the test. */
export type TestName = readonly string[];

export type Status = 'passed' | 'failed' | 'skipped' | 'todo' | 'failing';

export function shown(name: TestName): string {
  return name.join(' › ');
}
