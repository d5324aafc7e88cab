import { eitherSignal } from '../../kit/parallel.ts';
import type { System } from '../../platform.ts';
import { ask } from '../../programs/ask.ts';
import * as child from '../../programs/process.ts';
import { hostNixConf } from './nix-conf.ts';
import type { StepSite } from './site.ts';
import type { AttachOptions, CommandStream, RunOptions } from '../../programs/command.ts';

export interface HostSiteOptions {
  readonly system: System;
  /** Ends all that runs there. */
  readonly signal?: AbortSignal | undefined;
  /** Settings of ours for every command (NIX_CONFIG). */
  readonly env?: Readonly<Record<string, string>>;
  /** What Nix gets of all else is chosen from this; this process's own environment unless given. */
  readonly baseEnv?: Readonly<NodeJS.ProcessEnv>;
  /** A store or a binary cache is in S3. */
  readonly needsCloudKeys?: boolean;
}

/** The Nix that is installed where we run. */
export class HostSite implements StepSite {
  readonly where = 'the host';
  readonly storeIsHere = true;
  readonly system: System;
  readonly #options: HostSiteOptions;

  constructor(options: HostSiteOptions) {
    this.system = options.system;
    this.#options = options;
  }

  capture(argv: readonly string[], options: RunOptions = {}): Promise<string> {
    return isShort(argv, options) ? ask(argv, { ...this.#merged(options), limit: Infinity }) : child.capture(argv, this.#merged(options));
  }

  stream(argv: readonly string[], options: RunOptions = {}): CommandStream {
    return child.stream(argv, this.#merged(options));
  }

  attach(argv: readonly string[], options: AttachOptions): Promise<number> {
    const { baseEnv } = this.#options;
    return child.attach(argv, { ...options, purpose: 'step', ...(baseEnv !== undefined && { baseEnv }) });
  }

  #merged(options: RunOptions): child.ProcessOptions {
    const { env, baseEnv, signal } = this.#options;
    const purpose = this.#options.needsCloudKeys === true ? 'nix with cloud keys' : 'nix';
    return { ...options, purpose, env: { ...env, ...options.env }, signal: eitherSignal(options.signal, signal), ...(baseEnv !== undefined && { baseEnv }) };
  }
}

/** Questions whose answers are short. The second may fetch a flake first, however long that takes. */
const SHORT = [['nix', '--version'], ['nix', 'flake', 'metadata']];

function isShort(argv: readonly string[], { input, onStderr }: RunOptions): boolean {
  return input === undefined && onStderr === undefined && SHORT.some((question) => question.every((word, index) => argv[index] === word));
}

/**
 * Tells whether a binary cache or a store of this Nix is in S3. Only then Nix gets the keys in the environment.
 * @param config the text of NIX_CONFIG
 * @param env says where Nix's own files are (Nix manual, "nix.conf")
 */
export async function needsCloudKeys(config: string, env: Readonly<NodeJS.ProcessEnv>): Promise<boolean> {
  const { NIX_REMOTE = '' } = env;
  return [config, NIX_REMOTE, await hostNixConf(env)].some((text) => /\bs3:\/\//.test(text));
}
