import type { System } from '../../platform.ts';
import type { AttachOptions, CommandStream, RunOptions } from '../../programs/command.ts';

export type { AttachOptions, CommandStream, RunOptions };

/** A place where Nix runs: the host, or a container of the base image. Commands are argument arrays. */
export interface NixSite {
  /** For messages: "the host", "a container of ghcr.io/org/bedrock:latest". */
  readonly where: string;
  /** What it builds natively (or by emulation) there. */
  readonly system: System;
  /** The store that Nix uses there is the /nix/store that we see. */
  readonly storeIsHere: boolean;
  /** @returns standard output, UTF-8 @throws CommandError, CancelledError */
  capture(argv: readonly string[], options?: RunOptions): Promise<string>;
  stream(argv: readonly string[], options?: RunOptions): CommandStream;
}

/** A place where somebody's own commands can be run too. */
export interface StepSite extends NixSite {
  /**
   * Runs a command with our standard input, output and error. On the host it has the environment of the job, in a
   * container that of the container; nothing of ours, and nothing of Nix's settings.
   * @returns its exit code; 128 and more if a signal ended it
   * @throws SetupError, CancelledError
   */
  attach(argv: readonly string[], options: AttachOptions): Promise<number>;
}

/** Returns the place for messages: "on the host", "in a container of …". */
export function placeOf(site: NixSite): string {
  return `${site.storeIsHere ? 'on' : 'in'} ${site.where}`;
}
