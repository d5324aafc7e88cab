/**
 *   node_modules/.bin/node scripts/place-rules.ts
 *
 * Writes src/leaks/placed-rules.ts: by which four bytes the anchor of each rule is found, and which of them are looked for together. It is
 * committed, as finding it out takes as long as searching megabytes does; a test compares.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literalsOf, windowsOf } from '../src/leaks/literals.ts';
import { NOTHING_PLACED, placeLiterals, type Placed } from '../src/leaks/prefilter/buckets.ts';

const TARGET = join(import.meta.dirname, '../src/leaks/placed-rules.ts');

function placed(): Placed {
  const rules = literalsOf({ values: [], identifiers: [], folders: [], packages: [] });
  return placeLiterals(rules.map(windowsOf), NOTHING_PLACED, Number.POSITIVE_INFINITY);
}

function numbers(all: ArrayLike<number>): string {
  return `[${Array.from(all).join(', ')}]`;
}

function textOf({ chosen, buckets }: Placed): string {
  return [
    '// Written by scripts/place-rules.ts from the rules: change those, and run it again.',
    "import type { Placed } from './prefilter/buckets.ts';",
    '',
    'export const PLACED_RULES: Placed = {',
    `  chosen: ${numbers(chosen)},`,
    '  buckets: [',
    ...buckets.map(({ low, high }) => `    { low: ${numbers(low)}, high: ${numbers(high)} },`),
    '  ],',
    '};',
    '',
  ].join('\n');
}

await writeFile(TARGET, textOf(placed()));
