import type { Arch } from '../platform.ts';
import type { BuildRequest } from '../request/build.ts';
import type { FlakeSource } from '../request/sources.ts';

/** What a command finds in PATH before what is there already. */
export type StepTools =
  /** What `nix develop` gives; `hook`: what the shell wants to be run first is run. */
  | { readonly kind: 'shell'; readonly flake: FlakeSource; readonly hook: boolean }
  | { readonly kind: 'packages'; readonly flakes: readonly FlakeSource[] };

/** What is run. */
export type StepCommand =
  /** `shell` as GitHub writes it: `bash`, `sh`, or a command with `{0}` in it; undefined: bash if there is one, else sh. */
  | { readonly kind: 'script'; readonly text: string; readonly shell: string | undefined }
  | { readonly kind: 'program'; readonly argv: readonly string[] }
  /** Somebody types. */
  | { readonly kind: 'terminal' };

/** A request to run a command in a shell, checked. */
export interface RunRequest extends Pick<BuildRequest, 'bases' | 'buildIn' | 'engine' | 'containerOptions' | 'nix' | 'registry' | 'credentials' | 'given'> {
  readonly arch: Arch;
  readonly tools: StepTools;
  readonly command: StepCommand;
  /** Absolute: where the command stands. */
  readonly folder: string;
  /** Absolute folders that the command may write to, in a container too. */
  readonly shared: readonly string[];
  /** What the user sets, over all else. */
  readonly env: Readonly<Record<string, string>>;
  /** What a container gets of the job: its names are GitHub's. */
  readonly jobEnv: Readonly<Record<string, string>>;
  /** Somebody sits at a terminal, which the command gets. */
  readonly terminal: boolean;
  /** Milliseconds for building the shell; undefined: as long as it takes. */
  readonly timeLimit: number | undefined;
  readonly summary: boolean;
}

/** What is to be evaluated, and where. */
export interface EvalRequest extends Omit<RunRequest, 'tools' | 'command' | 'folder' | 'shared' | 'env' | 'jobEnv' | 'terminal' | 'summary'> {
  readonly question: { readonly kind: 'flake'; readonly flake: FlakeSource } | { readonly kind: 'expression'; readonly text: string };
  /** Absolute: the folder of the flake that a name without one is about. */
  readonly folder: string;
}
