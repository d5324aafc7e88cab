import { CancelledError, CommandError, reasonOf, SetupError, type Failure } from '../kit/errors.ts';
import { redactUrls } from '../kit/safe-text.ts';

/** How errors name a command. */
export interface CommandName {
  readonly cwd?: string;
  /** Where it stands for another one (`docker exec … nix build` is `nix build` there). */
  readonly shown?: { readonly argv: readonly string[]; readonly where?: string };
}

/** How a command ended. */
export interface CommandEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of it. */
  readonly stderr: string;
}

/** Says that a command failed. */
export function commandFailed(argv: readonly string[], options: CommandName, { exitCode, signal, stderr }: CommandEnd): CommandError {
  const how = exitCode === null ? `was ended by ${signal ?? 'a signal'}` : `failed with exit code ${exitCode}`;
  const last = redactUrls(stderr.trimEnd().split('\n').at(-1)?.trim() ?? '');
  return new CommandError(
    `${shownName(argv, options)} ${how}${last === '' ? 'and printed no reason.' : `: ${last}`}`,
    { command: options.shown?.argv ?? argv, exitCode, stderr },
    { cause: signal ?? exitCode },
  );
}

/** Says that a command could not be started. */
export function notStarted(argv: readonly string[], options: CommandName, error: NodeJS.ErrnoException): Error {
  const program = argv[0] ?? '';
  if (error.code === 'ENOENT' && options.cwd === undefined) {
    return new SetupError(`The program "${program}" was not found.`, {
      cause: error,
      hint: `Install it, or add its folder to PATH.`,
    });
  }
  // Node's own words quote the argument, which may be anything.
  const why = error.code === 'ERR_INVALID_ARG_VALUE' ? 'an argument or a variable holds a NUL character' : error.message;
  return new SetupError(`${shownName(argv, options)} could not be started: ${why}.`, error.code === 'ERR_INVALID_ARG_VALUE' ? {} : { cause: error });
}

/** Says that a command was stopped. */
export function commandStopped(argv: readonly string[], options: CommandName, signal: AbortSignal): Failure {
  const stopped = `${shownName(argv, options)} was stopped, because the run was cancelled.`;
  // The signal of the run itself says only that; which program it stopped is more.
  return signal.reason instanceof CancelledError ? new CancelledError(stopped, { cause: signal.reason }) : reasonOf(signal, stopped);
}

/** Returns the program and its verb, by which a reader knows the command; CommandError.command has the arguments. */
export function shownName(argv: readonly string[], { shown }: CommandName): string {
  const words = shown?.argv ?? argv;
  const verb = words[1] !== undefined && /^[a-z][a-z-]*$/.test(words[1]) ? ` ${words[1]}` : '';
  return `"${words[0] ?? ''}${verb}"${shown?.where === undefined ? '' : ` in ${shown.where}`}`;
}
