/** How a run ended. Checks count as tests. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** The check, or the file and the test in it. */
  readonly name: string;
  readonly message: string;
}

export const NOTHING: Summary = { passed: 0, failed: 0, failures: [] };

/** As many as can be read in the last 20 lines of a log, at two lines each. */
const MOST = 8;
const WIDTH = 200;

export function both(one: Summary, other: Summary): Summary {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, failures: [...one.failures, ...other.failures] };
}

/** The last lines of a log: what failed, each with the first line of its message, then `N passed, N failed`. */
export function lastLines({ passed, failed, failures }: Summary): string[] {
  const named = failures.slice(0, MOST).flatMap(({ name, message }) => [`✖ ${oneLine(name)}`, `    ${oneLine(message)}`]);
  const more = failures.length > MOST ? [`and ${failures.length - MOST} more: look for ✖ above`] : [];
  return [...(failures.length > 0 ? ['── failed'] : []), ...named, ...more, `${passed} passed, ${failed} failed`];
}

function oneLine(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '')?.trim() ?? '';
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`;
}
