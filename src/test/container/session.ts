import type { Engine, ExecOptions } from '../../engine/engine.ts';
import { CommandError } from '../../kit/errors.ts';
import { LineReader } from '../../programs/process-output.ts';

/** A user of the base, as its /etc/passwd has them. */
export interface ContainerUser {
  readonly name: string;
  readonly id: string;
  readonly home: string;
}

/** How a command ended whose failure is a result and not a fault. */
export interface Ended {
  readonly exitCode: number;
  /** Standard output, by line. */
  readonly lines: readonly string[];
  /** The end of standard error. */
  readonly stderr: string;
}

export interface SessionOptions {
  readonly engine: Engine;
  readonly container: string;
  /** For messages: "a container of …". */
  readonly where: string;
  /** The expanded `containerEnv`; every command gets it. */
  readonly env: Readonly<Record<string, string>>;
}

/** Commands in one container that a Feature is tested in. */
export class Session {
  readonly container: string;
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.container = options.container;
    this.#options = options;
  }

  /** As root, with nothing but what is given on top of `containerEnv`. @throws CommandError */
  async output(argv: readonly string[], options: ExecOptions = {}): Promise<readonly string[]> {
    const ended = await this.#run(argv, options, undefined);
    if (ended.error !== undefined) throw ended.error;
    return ended.lines;
  }

  /** Whatever its exit code. @param onLine called with each line of standard output as it comes */
  async attempt(argv: readonly string[], options: ExecOptions = {}, onLine?: (line: string) => void): Promise<Ended> {
    return this.#run(argv, options, onLine);
  }

  /** Options of a command that runs as somebody. */
  as(user: ContainerUser): ExecOptions {
    return { user: user.id, env: { HOME: user.home, USER: user.name } };
  }

  /** Unpacks a tar into a folder that is there. */
  async unpack(tar: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
    await this.#options.engine.run(['cp', '-', `${this.container}:${folder}`], { input: tar });
  }

  async #run(argv: readonly string[], options: ExecOptions, onLine: ((line: string) => void) | undefined): Promise<Ended & { error?: CommandError }> {
    const { engine, container, where, env } = this.#options;
    const { stdout, done } = engine.exec(container, argv, where, { ...options, env: { ...env, ...options.env } });
    const lines: string[] = [];
    const reader = new LineReader((line) => {
      lines.push(line);
      onLine?.(line);
    });
    try {
      for await (const chunk of stdout) reader.push(chunk as Buffer);
      await done;
      reader.end();
      return { exitCode: 0, lines, stderr: '' };
    } catch (error) {
      reader.end();
      if (!(error instanceof CommandError) || error.exitCode === null) throw error;
      return { exitCode: error.exitCode, lines, stderr: error.stderr, error };
    }
  }
}
