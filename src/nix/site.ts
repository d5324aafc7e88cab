import type { Readable } from 'node:stream';
import type { System } from '../platform.ts';

export interface RunOptions {
  /** Added to the environment of the command; nothing else of ours goes into a container. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to the command's standard input, which is then closed. Without it the command gets none. */
  readonly input?: string | AsyncIterable<Uint8Array>;
  /** Called with each line of standard error as it comes. The end of it is kept for the error either way. */
  readonly onStderr?: (line: string) => void;
}

/** A running command whose standard output is read as bytes, with backpressure. */
export interface CommandStream {
  readonly stdout: Readable;
  /** Settles when the command ended and all its output was read. @throws CommandError, CancelledError */
  readonly done: Promise<void>;
}

/** A place where Nix runs: the host, or a container of the base image. Commands are argument arrays. */
export interface NixSite {
  /** For messages: “the host”, “a container of ghcr.io/org/bedrock:latest”. */
  readonly where: string;
  /** What it builds natively (or by emulation) there. */
  readonly system: System;
  /** The store that Nix uses there is the /nix/store that we see. */
  readonly storeIsHere: boolean;
  /** @returns standard output, UTF-8 @throws CommandError, CancelledError */
  capture(argv: readonly string[], options?: RunOptions): Promise<string>;
  stream(argv: readonly string[], options?: RunOptions): CommandStream;
}

/** For messages: “on the host”, “in a container of …”. */
export function placeOf(site: NixSite): string {
  return `${site.storeIsHere ? 'on' : 'in'} ${site.where}`;
}
