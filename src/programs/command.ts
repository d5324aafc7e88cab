import type { Readable } from 'node:stream';

/** How a command is run, wherever that is: as a child of ours, or in a container. */
export interface RunOptions {
  /** Added to the environment of the command; nothing else is passed into a container. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to the command's standard input, which is then closed. Without it the command gets none. */
  readonly input?: string | AsyncIterable<Uint8Array>;
  /** Called with each line of standard error as it comes. The end of it is kept for the error either way. */
  readonly onStderr?: (line: string) => void;
  /** Ends this command, wherever it runs, beside what ends all that runs there. */
  readonly signal?: AbortSignal | undefined;
}

/** How a command is run whose standard input, output and error are ours. */
export interface AttachOptions {
  /** Somebody sits at a terminal: it hands its own signals on. */
  readonly terminal: boolean;
  /** Hands SIGINT or SIGTERM on to the command, whichever it was; five seconds later it is killed. */
  readonly signal: AbortSignal;
}

/** A running command whose standard output is read as bytes, with backpressure. */
export interface CommandStream {
  readonly stdout: Readable;
  /** Settles when the command ended and all its output was read. @throws CommandError, CancelledError */
  readonly done: Promise<void>;
}
