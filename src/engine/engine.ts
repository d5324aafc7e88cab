import { setTimeout } from 'node:timers/promises';
import { eitherSignal } from '../kit/parallel.ts';
import { CommandError } from '../kit/errors.ts';
import { isDeadOwner, ownerToken } from '../kit/temporary.ts';
import { ask } from '../programs/ask.ts';
import type { AttachOptions, CommandStream, RunOptions } from '../programs/command.ts';
import { attach, capture, stream, type ProcessOptions } from '../programs/process.ts';
import { ContainerGroup } from './container-group.ts';

export type EngineName = 'docker' | 'podman';

export interface EngineOptions {
  /** Ends what runs; removing a container works after that too. */
  readonly signal?: AbortSignal | undefined;
  /** What the client's environment is chosen from (DOCKER_HOST, CONTAINERS_CONF); this process's own unless given. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
}

/** What is known of an image that the engine holds. */
export interface LocalImage {
  /** What the engine starts it by. */
  readonly id: string;
  /** As OCI writes it: `amd64`, `arm64`, or one that we don't build for. */
  readonly architecture: string;
  readonly os: string;
  /** Digests of its layers' tars, the lowest first. */
  readonly layers: readonly string[];
  /** Its environment, `NAME=value`. */
  readonly env: readonly string[];
  /** Whom its programs run as, by name or number, maybe with a group; empty for root. */
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface ExecOptions extends RunOptions {
  /** Name or number; root unless given. */
  readonly user?: string;
  /** Absolute; `/` unless given. */
  readonly folder?: string;
  /** What errors call the command; its own words unless given. */
  readonly shownAs?: readonly string[];
}

export interface ClientOptions extends RunOptions, Pick<ProcessOptions, 'inherit'> {
  /** The command may start a credential helper, which may need keys and tokens of the job. */
  readonly mayLogIn?: boolean;
}

/** Variables that may hold a secret. No client reads these names, because they are our own. */
const BY_NAME: ReadonlySet<string> = new Set(['NIX_CONFIG']);

/**
 * Podman opens /dev/stdout by its name, which the kernel refuses where that is a socket, as Node's are. The script gives
 * it a pipe, and ends with its exit code, not with that of `cat`.
 */
const THROUGH_PIPE = 'exec 4>&1; exit "$({ { "$@" 3>&- 4>&-; echo $? >&3; } | cat >&4; } 3>&1)"';

/** By which a later run knows the containers of one that was killed. */
const OWNER_LABEL = 'dev.nix-feature.owner';

/** Arguments that mark a container as this process's own. */
export function ownerLabel(): readonly string[] {
  const owner = ownerToken();
  return owner === '' ? [] : ['--label', `${OWNER_LABEL}=${owner}`];
}

/** How long a container's removal may take that the engine has begun by itself, and how often we look. */
const REMOVAL_MS = 10_000;
const POLL_MS = 100;

/** A container engine that answers. Make one with `findEngine`. */
export class Engine {
  readonly name: EngineName;
  readonly #program: string;
  readonly #options: EngineOptions;

  constructor(name: EngineName, program: string, options: EngineOptions = {}) {
    this.name = name;
    this.#program = program;
    this.#options = options;
  }

  /** What the client's environment is chosen from. */
  get env(): Readonly<NodeJS.ProcessEnv> {
    return this.#options.env ?? process.env;
  }

  /** Run a command of the client. @returns standard output @throws CommandError, CancelledError */
  run(args: readonly string[], { mayLogIn = false, ...options }: ClientOptions = {}): Promise<string> {
    return capture([this.#program, ...args], { ...this.#process(options), ...(mayLogIn && { purpose: 'login' }) });
  }

  /** As {@link run}, and a cancelled run does not keep it from being run. */
  afterwards(args: readonly string[]): Promise<string> {
    return capture([this.#program, ...args], { purpose: 'engine', baseEnv: this.env });
  }

  /** Run a command in a container. Errors name the command, and `where` it ran, not the client's. */
  exec(container: string, argv: readonly string[], where: string, options: ExecOptions = {}): CommandStream {
    const { args, env } = environmentArguments(options.env ?? {});
    const interactive = options.input === undefined ? [] : ['--interactive'];
    const user = options.user === undefined ? [] : ['--user', options.user];
    const folder = options.folder === undefined ? [] : ['--workdir', options.folder];
    return stream([this.#program, 'exec', ...interactive, ...user, ...folder, ...args, container, ...argv], {
      ...this.#process(options),
      env,
      shown: { argv: options.shownAs ?? argv, where },
    });
  }

  /**
   * Runs a command in a container whose standard input, output and error are ours. Its environment is the container's.
   * @param options `terminal`: it gets one of its own, and ours is handed through
   * @returns its exit code @throws SetupError, CancelledError
   */
  async attach(container: string, argv: readonly string[], options: AttachOptions & { readonly where: string; readonly term?: string | undefined }): Promise<number> {
    const group = new ContainerGroup(this, container);
    const term = options.term === undefined ? [] : ['--env', `TERM=${options.term}`];
    const tty = options.terminal ? ['--tty', ...term] : [];
    // Not the signal itself: the client would be gone, and the command would not.
    const client = attach([this.#program, 'exec', '--interactive', ...tty, container, ...group.started(argv)], {
      purpose: 'engine',
      baseEnv: this.env,
      terminal: options.terminal,
      signal: new AbortController().signal,
      shown: { argv, where: options.where },
    });
    group.handOn(options.signal, client);
    return client;
  }

  /** @returns undefined if the engine has no such image */
  async inspectImage(image: string): Promise<LocalImage | undefined> {
    try {
      return localImage(await this.#ask(['image', 'inspect', image]));
    } catch (error) {
      if (error instanceof CommandError && /no such (image|object)|image not known/i.test(error.stderr)) return undefined;
      throw error;
    }
  }

  /** Create a container that is not started, to read its files with {@link export}; it may lack a shell. */
  async create(image: LocalImage, name: string): Promise<void> {
    // An image without a command wants one; it is never run.
    await this.run(['create', ...ownerLabel(), ...this.platformOf(image), '--name', name, image.id, '/nix-feature']);
  }

  /** All files of a container, as one tar. */
  export(container: string): CommandStream {
    const argv = [this.#program, 'export', container];
    return this.name === 'docker'
      ? stream(argv, this.#process({}))
      : stream(['sh', '-c', THROUGH_PIPE, 'sh', ...argv], { ...this.#process({}), shown: { argv } });
  }

  /**
   * Remove a container, running or not. One that is gone is no error, and a cancelled run does not keep it from being
   * removed.
   */
  async remove(container: string): Promise<void> {
    const deadline = performance.now() + REMOVAL_MS;
    // One that was started with --rm is removed by the engine too, as soon as it ends; that one of us two comes first.
    while ((await this.#tryToRemove(container)) === 'in progress' && performance.now() < deadline) await setTimeout(POLL_MS);
  }

  /** Removes the containers of runs that were killed on this machine. @returns their names */
  async removeLeftovers(): Promise<readonly string[]> {
    // Docker writes all labels as one text.
    const owner = this.name === 'docker' ? `.Label "${OWNER_LABEL}"` : `index .Labels "${OWNER_LABEL}"`;
    const listed = await this.#ask(['ps', '--all', '--no-trunc', '--filter', `label=${OWNER_LABEL}`, '--format', `{{.ID}} {{${owner}}} {{.Names}}`]);
    const removed: string[] = [];
    for (const line of listed.split('\n')) {
      const [, id, token = '', name = ''] = /^([0-9a-f]{64}) (\S+) (\S+)$/.exec(line) ?? [];
      if (id === undefined || !(await isDeadOwner(token))) continue;
      await this.remove(id);
      removed.push(name);
    }
    return removed;
  }

  /** A short question, of which nothing comes about. @throws CommandError, CancelledError */
  #ask(args: readonly string[]): Promise<string> {
    return ask([this.#program, ...args], this.#process({}));
  }

  async #tryToRemove(container: string): Promise<'gone' | 'in progress'> {
    try {
      await this.afterwards(['rm', '--force', '--volumes', container]);
      return 'gone';
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (/already in progress/i.test(error.stderr)) return 'in progress';
      if (/no such container|no container with (name|id)|does not exist/i.test(error.stderr)) return 'gone';
      throw error;
    }
  }

  /**
   * Arguments that choose an image's platform. Podman takes its id for an answer, and would pull again if it were told
   * a platform; Docker may keep several platforms under one id.
   */
  platformOf({ os, architecture }: LocalImage): string[] {
    return this.name === 'docker' ? ['--platform', `${os}/${architecture}`] : [];
  }

  #process(options: RunOptions): ProcessOptions {
    return { ...options, purpose: 'engine', signal: eitherSignal(options.signal, this.#options.signal), baseEnv: this.env };
  }
}

/**
 * Whatever a Feature calls a variable, the client must not see it: it obeys some (`LD_PRELOAD`, `SSL_CERT_FILE`,
 * `GODEBUG`), and no list of those is whole. So names and values are arguments. Only our own secrets go by `--env NAME`,
 * which takes the value from the client's environment and so keeps it out of the list of processes. An `--env-file`
 * would not do: its values end with their line, and each engine reads quotes in it another way.
 */
function environmentArguments(env: Readonly<Record<string, string>>): { args: string[]; env: Record<string, string> } {
  const args: string[] = [];
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (BY_NAME.has(name)) {
      args.push('--env', name);
      own[name] = value;
    } else {
      args.push('--env', `${name}=${value}`);
    }
  }
  return { args, env: own };
}

interface Inspected {
  readonly Id: string;
  readonly Architecture: string;
  readonly Os: string;
  readonly RootFS?: { readonly Layers?: readonly string[] | null } | null;
  readonly Config?: {
    readonly Env?: readonly string[] | null;
    readonly User?: string | null;
    readonly Labels?: Readonly<Record<string, string>> | null;
  } | null;
}

function localImage(json: string): LocalImage | undefined {
  const [image] = JSON.parse(json) as Inspected[];
  if (image === undefined) return undefined;
  return {
    id: image.Id,
    architecture: image.Architecture,
    os: image.Os,
    layers: image.RootFS?.Layers ?? [],
    env: image.Config?.Env ?? [],
    user: image.Config?.User ?? '',
    labels: image.Config?.Labels ?? {},
  };
}
