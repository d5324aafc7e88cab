import { askTogether, attempt, type Attempt, type RunningContainer } from '../../engine/attempt.ts';
import type { ExecOptions } from '../../engine/engine.ts';
import type { Ended, ContainerQuestion } from '../../engine/questions.ts';

/** A user of the base, as its /etc/passwd has them. */
export interface ContainerUser {
  readonly name: string;
  readonly id: string;
  readonly home: string;
}

export interface SessionOptions extends RunningContainer {
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
    const ended = await attempt(this.#options, argv, this.#with(options));
    if (ended.error !== undefined) throw ended.error;
    return ended.lines;
  }

  /** Whatever its exit code. @param onLine called with each line of standard output as it comes */
  async attempt(argv: readonly string[], options: ExecOptions = {}, onLine?: (line: string) => void): Promise<Ended> {
    return attempt(this.#options, argv, this.#with(options), onLine);
  }

  /** Asks several questions at once, whatever their exit codes. */
  ask<const Questions extends readonly ContainerQuestion[]>(questions: Questions, options: Pick<ExecOptions, 'user' | 'env'> = {}): Promise<{ readonly [Index in keyof Questions]: Attempt }> {
    return askTogether(this.#options, questions, this.#with(options));
  }

  /** The lines of an answer that must be a good one. @throws CommandError in the question's own words */
  async good({ argv }: ContainerQuestion, { exitCode, lines }: Ended, options: Pick<ExecOptions, 'user' | 'env'> = {}): Promise<readonly string[]> {
    return exitCode === 0 ? lines : this.output(argv, options);
  }

  /** Options of a command that runs as somebody. */
  as(user: ContainerUser): ExecOptions {
    return { user: user.id, env: { HOME: user.home, USER: user.name } };
  }

  /** Unpacks a tar into a folder that is there. */
  async unpack(tar: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
    await this.#options.engine.run(['cp', '-', `${this.container}:${folder}`], { input: tar });
  }

  #with<Options extends ExecOptions>(options: Options): Options {
    return { ...options, env: { ...this.#options.env, ...options.env } };
  }
}
