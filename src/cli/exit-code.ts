import type { Explanation } from '../report/text/explain.ts';

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
