import { driftBytes, mendOf, type DriftReport } from '../facts/drift-facts.ts';

/** How many paths are listed: the outputs of a job are limited to 1 MiB in all. */
const LISTED = 200;

/** For machines; `null` if nothing is shipped twice. */
export function driftResult(drift: DriftReport | undefined) {
  if (drift === undefined) return null;
  const { paths, nixpkgs = null, follows } = drift;
  return { paths: paths.length, bytes: driftBytes(drift), nixpkgs, follows, mend: mendOf(drift) ?? null, list: paths.slice(0, LISTED) };
}
