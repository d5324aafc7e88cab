/**
 * One class per kind of failure that a caller treats differently. A `Failure` is something the user (or the world)
 * did, and its message is all that they need: what was tried, on what, what came back, what to do. It is shown without
 * a stack trace. Anything that is not a `Failure` is a bug.
 */

/** A place in a file of the user's, for annotations. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface FailureDetails {
  readonly cause?: unknown;
  /**
   * What the user can do about it; one or two sentences. Inputs are named in quotes, "arches" or "build-in: host"; a
   * terminal shows their flags instead. Commands and flags have no place in it.
   */
  readonly hint?: string | undefined;
  /** The same for a reader at a terminal, if another thing is to be done there: a command, a flag. */
  readonly inTerminal?: string | undefined;
  readonly location?: SourceLocation;
}

export class Failure extends Error {
  readonly hint: string | undefined;
  readonly inTerminal: string | undefined;
  readonly location: SourceLocation | undefined;

  constructor(message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.hint = details.hint;
    this.inTerminal = details.inTerminal;
    this.location = details.location;
  }
}

type Advice = Pick<FailureDetails, 'hint' | 'inTerminal'>;

/** Returns what another error says is to be done, for an error that stands in its place. */
export function adviceOf({ hint, inTerminal }: Advice): Advice {
  return { ...(hint !== undefined && { hint }), ...(inTerminal !== undefined && { inTerminal }) };
}

/** An input, flag or file of the user's that can't be used. The message names it, its value, and what would be right. */
export class InputError extends Failure {
  readonly input: string;

  constructor(input: string, message: string, details: FailureDetails = {}) {
    super(message, details);
    this.input = input;
  }
}

/** The machine lacks something: a program, a running engine, emulation, an operating system that we support. */
export class SetupError extends Failure {}

/** A command ran and failed. `stderr` is the end of what it said (at most 64 KiB). */
export class CommandError extends Failure {
  readonly command: readonly string[];
  /** The exit code, or null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(
    message: string,
    facts: { command: readonly string[]; exitCode: number | null; stderr: string },
    details: FailureDetails = {},
  ) {
    super(message, details);
    this.command = facts.command;
    this.exitCode = facts.exitCode;
    this.stderr = facts.stderr;
  }
}

/** `nix build` failed. `log` is the end of the failing derivation's log, by line; empty when evaluation failed. */
export class BuildError extends Failure {
  readonly derivation: string | undefined;
  readonly log: readonly string[];

  constructor(message: string, facts: { derivation?: string; log?: readonly string[] }, details: FailureDetails = {}) {
    super(message, details);
    this.derivation = facts.derivation;
    this.log = facts.log ?? [];
  }
}

/** The Feature failed its test in a base. `log` is the end of what the failing step said, by line. */
export class TestError extends Failure {
  readonly log: readonly string[];

  constructor(message: string, facts: { log?: readonly string[] }, details: FailureDetails = {}) {
    super(message, details);
    this.log = facts.log ?? [];
  }
}

/** A registry answered with an error, or not at all. `url` has neither credentials nor query. */
export class RegistryError extends Failure {
  readonly method: string;
  readonly url: string;
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The specification's error code, such as `MANIFEST_UNKNOWN`. */
  readonly code: string | undefined;

  constructor(
    message: string,
    facts: { method: string; url: string; status?: number; code?: string },
    details: FailureDetails = {},
  ) {
    super(message, details);
    this.method = facts.method;
    this.url = facts.url;
    this.status = facts.status;
    this.code = facts.code;
  }
}

/** Returns undefined for what a registry says that it does not have. @throws any other error */
export async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (error instanceof RegistryError && error.status === 404) return undefined;
    throw error;
  });
}

/** Bytes are not what their digest, size or format says. Never retried silently, never ignored. */
export class IntegrityError extends Failure {}

/** What is to be published holds a secret, or something private. */
export class LeakError extends Failure {}

/** A base image that can't be used as one: not there, of another platform, unreadable. */
export class BaseError extends Failure {}

/** Nothing is known to be wrong, and something that should have been looked at could not be. */
export class UncheckedError extends Failure {}

/** The run was told to stop (SIGINT, SIGTERM). */
export class CancelledError extends Failure {
  /** The signal that did it, if one did. */
  readonly by: 'SIGINT' | 'SIGTERM' | undefined;

  constructor(message: string, details: FailureDetails & { readonly by?: 'SIGINT' | 'SIGTERM' } = {}) {
    super(message, details);
    this.by = details.by;
  }
}

/**
 * Returns why something was told to stop: the failure of other work, if the signal carries one; else a CancelledError.
 */
export function reasonOf(signal: AbortSignal, message = 'The run was told to stop.'): Failure {
  return signal.reason instanceof Failure ? signal.reason : new CancelledError(message, { cause: signal.reason });
}

/** Returns which signal has cancelled a run; SIGTERM if nothing tells. */
export function signalBehind(signal: AbortSignal): 'SIGINT' | 'SIGTERM' {
  return (signal.reason instanceof CancelledError ? signal.reason.by : undefined) ?? 'SIGTERM';
}

/** Says of anything that was thrown what it says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Tells whether the file system is full or a quota is used up. */
export function isDiskFull(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const { code } = e as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return true;
  }
  return false;
}

/** Reasons by which the file system refuses a path that a user named. Any other reason is a bug of ours. */
export const FILE_REASONS: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'a name in it is too long',
  ELOOP: 'its symbolic links form a loop',
  ENOTDIR: 'a part of it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'this user does not have permission',
  EPERM: 'this user does not have permission',
  EROFS: 'it is on a read-only file system',
  ENXIO: 'it is a device or a socket on which nothing listens',
  ENODEV: 'it is a device that does not exist',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
  EIO: 'the disk failed',
  ESTALE: 'it is gone from its server',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** Returns why the file system refuses something, in words; the end of a sentence. */
export function fileReason(error: unknown): string {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const missing = syscall === 'mkdir' ? "a folder can't be created there" : 'it does not exist';
  const reason = code === 'ENOENT' ? missing : FILE_REASONS[code];
  return reason === undefined ? messageOf(error) : `${reason} (${code})`;
}
