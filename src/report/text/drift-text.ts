import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import { driftBytes, mendOf, type DriftReport } from '../facts/drift-facts.ts';

/** Returns `6 paths, 12 MB` */
export function driftExtent(drift: DriftReport): string {
  return `${formatNumberOf(drift.paths.length, 'path')}, ${formatBytes(driftBytes(drift))}`;
}

/** Returns why it is so, and what to do; `code` marks what is code. */
export function driftAdvice(drift: DriftReport, code: (text: string) => string): string {
  const mend = mendOf(drift);
  const why = 'The base has packages of the same names and versions, built from other inputs.';
  if (mend === undefined) return `${why} The flake takes its nixpkgs from the base already, so these come from another input: pin that one as the base does.`;
  if (drift.nixpkgs === undefined) return `${why} Pin the nixpkgs that the base was built from: ${code(mend)}`;
  return `${why} This takes the base's nixpkgs (${code(drift.nixpkgs)}): ${code(mend)}`;
}
