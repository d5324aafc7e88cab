import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Seconds that files took, if they took five or more. Written by a run with NIX_FEATURE_TEST_TIMES=write. */
export const TIMES = path.join(import.meta.dirname, 'times.json');

export type Times = Readonly<Record<string, number>>;

/** The files that take longest come first, so that no worker is idle at the end. A new end-to-end file counts as long. */
export function longestFirst<T extends { readonly path: string }>(root: string, tests: readonly T[], times: Times = readTimes()): T[] {
  const seconds = ({ path: file }: T): number => times[path.relative(root, file)] ?? (file.endsWith('.e2e.ts') ? 30 : 0);
  return tests.toSorted((a, b) => seconds(b) - seconds(a) || (a.path < b.path ? -1 : 1));
}

function readTimes(): Times {
  return JSON.parse(readFileSync(TIMES, 'utf8')) as Times;
}
