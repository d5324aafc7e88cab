import type { Explanation } from '../report/text/explain.ts';
import { ALL_FLAGS } from './flags.ts';

/** For `--help` and docs/reference/inputs.md. */
export const EXIT_CODES = [
  { code: 0, meaning: 'done' },
  { code: 1, meaning: 'the build, the base image or a registry failed' },
  { code: 2, meaning: "an invalid flag, input or file" },
  { code: 3, meaning: 'the machine lacks something: Nix, a container engine, emulation, Linux' },
  { code: 4, meaning: 'verify: no check failed, but something could not be checked' },
  { code: 70, meaning: 'a bug in nix-feature' },
  { code: 130, meaning: 'stopped by SIGINT' },
  { code: 143, meaning: 'stopped by SIGTERM' },
] as const;

const CODES: Readonly<Record<Explanation['kind'], number>> = { failure: 1, input: 2, setup: 3, unchecked: 4, bug: 70, cancelled: 130 };

/** @param stopped the code of the signal that stopped the run, if one did */
export function exitCodeOf(kind: Explanation['kind'], stopped: number | undefined): number {
  return kind === 'cancelled' && stopped !== undefined ? stopped : CODES[kind];
}

const FLAG_NAMES: ReadonlySet<string> = new Set(ALL_FLAGS.map(({ name }) => name));

/**
 * Returns what somebody at a terminal can do about a failure: "build-in: host" in a hint becomes `--build-in host`.
 * @returns undefined if there is no hint
 */
export function terminalHint({ hint, inTerminal }: Pick<Explanation, 'hint' | 'inTerminal'>): string | undefined {
  return inTerminal ?? hint?.replaceAll(/"([a-z][a-z0-9-]*)(?:: ([^"]*))?"/g, (quoted, name: string, value: string | undefined) =>
    FLAG_NAMES.has(name) ? `--${name}${value === undefined ? '' : ` ${value}`}` : quoted,
  );
}
