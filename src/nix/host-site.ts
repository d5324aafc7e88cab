import * as child from '../process.ts';
import type { System } from '../platform.ts';
import type { CommandStream, NixSite, RunOptions } from './site.ts';

export interface HostSiteOptions {
  readonly system: System;
  /** Ends all that runs there. */
  readonly signal?: AbortSignal | undefined;
  /** Added to our own environment for every command (NIX_CONFIG). */
  readonly env?: Readonly<Record<string, string>>;
  /** What all is added to; this process's own environment unless given. */
  readonly baseEnv?: Readonly<NodeJS.ProcessEnv>;
}

/** The Nix that is installed where we run. */
export class HostSite implements NixSite {
  readonly where = 'the host';
  readonly storeIsHere = true;
  readonly system: System;
  readonly #options: HostSiteOptions;

  constructor(options: HostSiteOptions) {
    this.system = options.system;
    this.#options = options;
  }

  capture(argv: readonly string[], options: RunOptions = {}): Promise<string> {
    return child.capture(argv, this.#merged(options));
  }

  stream(argv: readonly string[], options: RunOptions = {}): CommandStream {
    return child.stream(argv, this.#merged(options));
  }

  #merged(options: RunOptions): child.ProcessOptions {
    const { env, baseEnv, signal } = this.#options;
    return { ...options, env: { ...env, ...options.env }, signal, ...(baseEnv !== undefined && { baseEnv }) };
  }
}
