/** How a command in a shell has ended. */
export interface RunReport {
  readonly exitCode: number;
  /** "the host", "a container of ghcr.io/org/bedrock:latest" */
  readonly where: string;
  /** Which Nix made the shell: `Nix 2.31.2`. */
  readonly nix: string;
  /** What the shell was made of: `./tools#default`. */
  readonly tools: readonly string[];
  /** Folders that it put into PATH. */
  readonly path: readonly string[];
  /** Milliseconds until the command began, and that it took. */
  readonly prepared: number;
  readonly duration: number;
  readonly given: readonly (readonly [name: string, value: string])[];
}
