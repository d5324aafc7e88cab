import { parsedJson } from '../../json/parse-json.ts';
import { BuildError, CommandError, Failure } from '../../kit/errors.ts';
import { maskLogins } from '../../kit/safe-text.ts';
import { buildOutputs, parseBuildResult } from '../flake/build.ts';
import { failureOf } from '../flake/build-failure.ts';
import { diagnose } from '../flake/diagnose.ts';
import { flakeArguments, type ResolvedFlake } from '../flake/flake.ts';
import type { NixProgress } from '../run/nix-log.ts';
import type { NixSite } from '../run/site.ts';
import { closureOf } from '../store/path-info.ts';
import { buildResult, type BuildResult } from './build-result.ts';
import { parseDevShell, type DevShell } from './dev-shell.ts';
import { constantsOf, SHELL_PROFILE, shellPackage } from './shell-package.ts';
import { within } from './time-limit.ts';
import type { RunOptions } from '../../programs/command.ts';

export interface BuilderOptions {
  /** Called with each line that Nix says, as it comes. */
  readonly log: (line: string) => void;
  /** Told how far a build is, whenever Nix says something. */
  readonly progress?: ((progress: NixProgress) => void) | undefined;
  /** Ends what this builder does; what ends the whole site ends it too. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each question; undefined: as long as it takes. */
  readonly timeLimit?: number | undefined;
}

/** What can be evaluated. */
export type NixQuestion =
  | { readonly kind: 'flake'; readonly flake: ResolvedFlake }
  /** Code, evaluated purely. */
  | { readonly kind: 'expression'; readonly text: string };

/** A shell that can be shipped. */
export interface ShellPackage extends BuildResult {
  /** What of it every process of a container gets, and the script that login shells read. */
  readonly env: { readonly PATH: readonly string[]; readonly variables: Readonly<Record<string, string>>; readonly profile: string };
}

/** How a command ended, and what it said. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** The end of it. */
  readonly stderr: string;
}

/** What Nix says when it is told to stop, and what we say better: see failureOf. */
const NOISE = /interrupted by the user|does not provide attribute/;
/** Puts folders before those of PATH, and becomes the command. */
const WITH_PATH = 'PATH=$0:$PATH; export PATH; exec "$@"';

/** Builds, evaluates and runs what flakes offer, wherever Nix is: on the host, or in a container of the base image. */
export class NixBuilder {
  readonly #site: NixSite;
  readonly #options: BuilderOptions;

  constructor(site: NixSite, options: BuilderOptions) {
    this.#site = site;
    this.#options = options;
  }

  /**
   * Builds what a flake's attribute names, or fetches it from where it is built already.
   * @throws BuildError with the derivation that failed and the end of its log; SetupError, Failure, CancelledError
   */
  build(flake: ResolvedFlake): Promise<BuildResult> {
    return this.#within(`The build of ${flake.written}`, async (options) => {
      const built = await buildOutputs(this.#site, flake, { ...options, onProgress: this.#options.progress });
      return buildResult(built, await closureOf(this.#site, Object.values(built.outputs)));
    });
  }

  /**
   * What `nix develop` gives: the shell's tools are built or fetched; nothing of its own is run.
   * @param flake its attribute is the shell's name
   * @throws as {@link build}
   */
  devShell(flake: ResolvedFlake): Promise<DevShell> {
    return this.#within(`The shell of ${flake.written}`, async (options) => {
      for (const attribute of shellAttributes(flake)) {
        const installable = `${flake.reference}#${attribute}`;
        try {
          return parseDevShell(await this.#site.capture(['nix', 'print-dev-env', '--json', ...flakeArguments(flake), installable], options));
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          if (diagnose(error.stderr).kind !== 'attribute') throw await failureOf(error, this.#site, flake);
        }
      }
      throw await this.#noShell(flake);
    });
  }

  /**
   * Makes of a shell a package: its programs in `bin`, and what login shells read.
   * @param name of the package
   * @throws as {@link build}
   */
  async shellPackage(flake: ResolvedFlake, name: string, { hook, direnv }: NonNullable<ResolvedFlake['shell']>): Promise<ShellPackage> {
    const shell = await this.devShell(flake);
    const code = shellPackage(name, flake.system, { shell, hook, ...(direnv && { direnv }), builder: shell.builder });
    return this.#within(`The shell of ${flake.written}`, async (options) => {
      try {
        const built = parseBuildResult(await this.#site.capture(['nix', 'build', '--json', '--no-link', '--expr', code], options));
        const result = buildResult(built, await closureOf(this.#site, [built.storePath]));
        return { ...result, env: { PATH: ['bin'], variables: constantsOf(shell), profile: SHELL_PROFILE } };
      } catch (error) {
        throw error instanceof CommandError ? await failureOf(error, this.#site, flake) : error;
      }
    });
  }

  /**
   * Evaluates an expression or a flake's attribute; what comes out is JSON.
   * @throws BuildError that says where in the user's files it failed; SetupError, Failure, CancelledError
   */
  eval(question: NixQuestion): Promise<unknown> {
    const written = question.kind === 'flake' ? question.flake.written : 'the expression';
    return this.#within(`The evaluation of ${written}`, async (options) => {
      const asked = question.kind === 'flake' ? [...flakeArguments(question.flake), `${question.flake.reference}#${question.flake.attribute}`] : ['--expr', question.text];
      try {
        return parsedJson(await this.#site.capture(['nix', 'eval', '--json', ...asked], options), refuse);
      } catch (error) {
        throw error instanceof CommandError ? await this.#evaluationFailure(error, question) : error;
      }
    });
  }

  /**
   * Builds packages and runs a command that finds them first in PATH. A command that fails is no error.
   * @throws as {@link build} if a package can't be built; Failure, CancelledError
   */
  async run(packages: readonly ResolvedFlake[], command: readonly string[]): Promise<CommandResult> {
    const folders = await this.packageFolders(packages);
    return this.#within(`"${command[0] ?? ''}"`, async ({ signal }) => {
      const lines: string[] = [];
      const onStderr = (line: string): void => {
        lines.push(line);
        if (lines.length > MOST_LINES) lines.shift();
      };
      const argv = folders.length === 0 ? command : ['sh', '-c', WITH_PATH, folders.join(':'), ...command];
      try {
        const stdout = await this.#site.capture(argv, { onStderr, signal });
        return { exitCode: 0, stdout, stderr: lines.join('\n') };
      } catch (error) {
        if (!(error instanceof CommandError) || error.exitCode === null) throw error;
        return { exitCode: error.exitCode, stdout: '', stderr: lines.join('\n') };
      }
    });
  }

  /** Builds packages. @returns the folders of their programs, in their order */
  async packageFolders(packages: readonly ResolvedFlake[]): Promise<readonly string[]> {
    const folders: string[] = [];
    for (const flake of packages) folders.push(`${(await this.build(flake)).storePath}/bin`);
    return folders;
  }

  #within<T>(what: string, work: (options: Pick<RunOptions, 'onStderr' | 'signal'>) => Promise<T>): Promise<T> {
    const { log, signal, timeLimit } = this.#options;
    const onStderr = (line: string): void => {
      if (!NOISE.test(line)) log(maskLogins(line));
    };
    return within(what, timeLimit, signal, (either) => work({ onStderr, signal: either }));
  }

  async #noShell(flake: ResolvedFlake): Promise<BuildError> {
    const offered = await this.#site
      .capture(['nix', 'eval', '--json', ...flakeArguments(flake), `${flake.reference}#devShells.${flake.system}`, '--apply', 'builtins.attrNames'])
      .then((json) => parsedJson(json, refuse) as readonly string[], () => []);
    const hint = offered.length > 0 ? `For ${flake.system} it has: ${offered.join(', ')}.` : `It has no devShells.${flake.system}. Add one to flake.nix, or name packages instead.`;
    return new BuildError(`The flake ${flake.written.replace(/#.*/, '')} has no shell "${flake.attribute}" for ${flake.system}.`, {}, { hint });
  }

  async #evaluationFailure(error: CommandError, question: NixQuestion): Promise<Failure> {
    const diagnosis = diagnose(error.stderr);
    if (question.kind === 'flake' && diagnosis.kind !== 'attribute') return failureOf(error, this.#site, question.flake);
    if (question.kind === 'flake') return new BuildError(`The flake ${question.flake.written.replace(/#.*/, '')} has no attribute "${question.flake.attribute}".`, {}, { cause: error });
    const why = diagnosis.kind === 'other' ? diagnosis.message : error.message;
    return new BuildError(`The expression can't be evaluated: ${why}`, {}, { cause: error });
  }
}

/** Of standard error, kept for the result. */
const MOST_LINES = 1000;

/** Where `nix develop` looks for a shell, in its order; the system is written out, as it may be another than this machine's. */
function shellAttributes({ attribute, system }: ResolvedFlake): readonly string[] {
  if (attribute.includes('.')) return [attribute];
  const old = attribute === 'default' ? [`devShell.${system}`, `defaultPackage.${system}`] : [];
  return [`devShells.${system}.${attribute}`, ...old, `packages.${system}.${attribute}`];
}

function refuse(why: string): never {
  throw new Failure(`Nix answered with something that can't be read: ${why}.`);
}
