import { ContainerGroup } from '../../engine/container-group.ts';
import type { Engine } from '../../engine/engine.ts';
import type { System } from '../../platform.ts';
import type { StepSite } from './site.ts';
import type { AttachOptions, CommandStream, RunOptions } from '../../programs/command.ts';

export interface ContainerSiteOptions {
  /** Name of a container that runs. */
  readonly container: string;
  /** The image as the user named it. */
  readonly imageName: string;
  readonly system: System;
  /** Given to every command (NIX_CONFIG); of our own environment nothing else is. */
  readonly env: Readonly<Record<string, string>>;
}

/** Given to every command that has to do with Nix in a container. */
export const CONTAINER_VARIABLES = {
  // What we read must not be translated.
  LC_ALL: 'C',
  // No daemon runs in there, even if the image is set up for one.
  NIX_REMOTE: 'local',
  // A mounted repository belongs to another user than the container's root.
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
};

/**
 * A container of the base image. Our signals don't reach the commands in it: if a run is cancelled, the caller removes
 * the container, and that ends them all. A command that has a signal of its own is ended by its process group.
 */
export class ContainerSite implements StepSite {
  readonly where: string;
  readonly storeIsHere = false;
  readonly system: System;
  readonly #engine: Engine;
  readonly #options: ContainerSiteOptions;

  constructor(engine: Engine, options: ContainerSiteOptions) {
    this.where = `a container of ${options.imageName}`;
    this.system = options.system;
    this.#engine = engine;
    this.#options = options;
  }

  async capture(argv: readonly string[], options: RunOptions = {}): Promise<string> {
    const { stdout, done } = this.stream(argv, options);
    const chunks: Buffer[] = [];
    for await (const chunk of stdout) chunks.push(chunk as Buffer);
    await done;
    return Buffer.concat(chunks).toString('utf8');
  }

  stream(argv: readonly string[], options: RunOptions = {}): CommandStream {
    const env = { ...CONTAINER_VARIABLES, ...this.#options.env, ...options.env };
    const { container } = this.#options;
    if (options.signal === undefined) return this.#engine.exec(container, argv, this.where, { ...options, env });
    const group = new ContainerGroup(this.#engine, container);
    const command = this.#engine.exec(container, group.started(argv), this.where, { ...options, env, shownAs: argv });
    group.endWith(options.signal, command.done);
    return command;
  }

  attach(argv: readonly string[], options: AttachOptions): Promise<number> {
    return this.#engine.attach(this.#options.container, argv, { ...options, where: this.where, term: this.#engine.env['TERM'] });
  }
}
