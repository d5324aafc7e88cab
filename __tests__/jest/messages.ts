/** What the runner tells a process that runs test files: the next file. */
export interface Job {
  readonly file: string;
  /** Milliseconds that one test or hook may take. */
  readonly testLimit: number;
  readonly maxConcurrency: number;
  /** Only tests with such names run. */
  readonly pattern: string | undefined;
  /** No other file comes: the process ends when nothing is left to do, as a program does. */
  readonly last: boolean;
}

/** What the process of a test file tells the runner. */
export type Message =
  | { readonly type: 'started'; readonly name: TestName }
  | { readonly type: 'ended'; readonly name: TestName; readonly status: Status; readonly milliseconds: number; readonly errors: readonly string[] }
  /** An error that no test owns: of the import, of an afterAll hook, of something that nobody awaited. */
  | { readonly type: 'error'; readonly text: string }
  /** `processor`: the seconds that the process and the programs that it ran have computed for this file. */
  | { readonly type: 'finished'; readonly focused: boolean; readonly processor: number }
  /** Nothing is left of the file that has finished: the process takes another one. */
  | { readonly type: 'idle' };

/** Ends what a file has written, on both streams, before its process is idle. */
export const END_OF_OUTPUT = '\u0000end of the file\u0000';

/** The titles of the describe blocks, outermost first, and of the test. */
export type TestName = readonly string[];

export type Status = 'passed' | 'failed' | 'skipped' | 'todo' | 'failing';

export function shown(name: TestName): string {
  return name.join(' › ');
}
