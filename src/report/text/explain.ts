import { inspect } from 'node:util';
import { BuildError, CancelledError, CommandError, Failure, InputError, isDiskFull, SetupError, TestError, UncheckedError } from '../../kit/errors.ts';
import type { SourceLocation } from '../../kit/errors.ts';

const LOG_LINES = 40;
/** The title if what is wrong is in the Feature's folder. */
export const CONTRACT = 'The Feature breaks its contract';

const DOCS = 'https://github.com/org/nix-feature-action/blob/v1/docs/';

/** What went wrong, ready to be shown. */
export interface Explanation {
  readonly kind: 'input' | 'setup' | 'failure' | 'unchecked' | 'cancelled' | 'bug';
  /** A few words. */
  readonly title: string;
  /** What was tried, on what, what came back. */
  readonly message: string;
  readonly hint: string | undefined;
  /** The hint for a reader at a terminal, if it differs there. */
  readonly inTerminal?: string | undefined;
  readonly location: SourceLocation | undefined;
  /** The end of what the failing program said, by line. */
  readonly log: readonly string[];
  /** For debug output only: stacks of a bug, else what the causes say, else nothing. */
  readonly trace: string;
}

const DISK_FULL = 'Free some space, or put temporary files and the output on another disk (TMPDIR, "output").';

/** Explains an error as a person should see it. What is no `Failure` is a bug in nix-feature, unless the disk was full. */
export function explain(error: unknown): Explanation {
  if (error instanceof Failure) {
    const { location } = error;
    const message = withShortValues(error.message);
    const hint = error.hint === undefined ? (isDiskFull(error) ? DISK_FULL : undefined) : advice(error.hint);
    const inTerminal = error.inTerminal === undefined ? undefined : advice(error.inTerminal);
    return { kind: kindOf(error), title: titleOf(error), message, hint, inTerminal, location, log: logOf(error), trace: causesOf(error) };
  }
  const message = withShortValues(error instanceof Error ? error.message : inspect(error));
  if (isDiskFull(error)) {
    const text = `The disk is full: ${message}`;
    return { kind: 'failure', title: 'The disk is full', message: text, hint: DISK_FULL, location: undefined, log: [], trace: causesOf(error) };
  }
  return {
    kind: 'bug',
    title: 'A bug in nix-feature',
    message: `Unexpected error: ${message}`,
    hint: 'Please report it, with the log of a run with debug logging enabled.',
    inTerminal: 'Please report it, with the output of a run with NIX_FEATURE_DEBUG=1.',
    location: undefined,
    log: [],
    trace: [error, ...chain(error)].map(stackOf).join('\ncaused by: '),
  };
}

/** Pages of docs/ are named by their addresses: whoever reads a log has no checkout of ours. */
function advice(text: string): string {
  return withShortValues(text).replaceAll(/(?<![\w/.])docs\/(?=[a-z-]+\/[a-z-]+\.md)/g, DOCS);
}

/** Returns the failure behind a stop that nobody asked for, although the stopped work was reported first. */
export function failureBehind(error: unknown): unknown {
  if (!(error instanceof CancelledError)) return error;
  const cause = chain(error).find((each) => !(each instanceof CancelledError) && !(each instanceof Error && each.name === 'AbortError'));
  return cause ?? new Failure(`Something was stopped although the run was not: ${error.message}`, { cause: error });
}

/** Characters of a value that are shown; the longest sensible ones are paths. */
const MAX_VALUE = 300;

/** Shortens long values in a text to their beginning and end. */
export function withShortValues(text: string): string {
  // Each pair of quotes in turn, so that what stands between two pairs is no value.
  const values = new RegExp(`"[^"]*"|[^\\s"]{${MAX_VALUE},}`, 'gu');
  return text.replaceAll(values, (value) => (value.length < MAX_VALUE ? value : `${value.slice(0, 120)}…${value.slice(-60)}`));
}

function kindOf(error: Failure): Explanation['kind'] {
  if (error instanceof InputError) return 'input';
  if (error instanceof SetupError) return 'setup';
  if (error instanceof UncheckedError) return 'unchecked';
  return error instanceof CancelledError ? 'cancelled' : 'failure';
}

function titleOf(error: Failure): string {
  // Only what is in the Feature's folder has a place.
  if (error instanceof InputError) return error.input === 'feature' && error.location !== undefined ? CONTRACT : "An input can't be used";
  if (error instanceof SetupError) return 'The machine lacks something';
  if (error instanceof BuildError) return 'The build failed';
  if (error instanceof TestError) return 'The Feature failed its test';
  if (error instanceof UncheckedError) return 'Some checks could not be made';
  if (error instanceof CancelledError) return 'Cancelled';
  return isDiskFull(error) ? 'The disk is full' : 'Failed';
}

function logOf(error: Failure): readonly string[] {
  // A program that failed without a word may have left blank lines.
  if (error instanceof BuildError || error instanceof TestError) return error.log.some((line) => line.trim() !== '') ? error.log.slice(-LOG_LINES) : [];
  if (!(error instanceof CommandError)) return [];
  return error.stderr.trimEnd().split(/\r?\n/).filter(Boolean).slice(-LOG_LINES);
}

/** A user's mistake never shows a stack trace. */
function causesOf(error: unknown): string {
  return chain(error)
    .map((cause) => `caused by: ${cause instanceof Error ? cause.message : inspect(cause)}`)
    .join('\n');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}

/** The causes of an error, nearest first. An error may, by mistake, be its own cause. */
function chain(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  let next = error;
  while (next instanceof Error && next.cause !== undefined && causes.length < 10) {
    next = next.cause;
    causes.push(next);
  }
  return causes;
}
