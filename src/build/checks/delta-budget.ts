import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { Failure } from '../../kit/errors.ts';
import { formatBytes } from '../../kit/format.ts';
import { nameOf } from '../../nix/store/store-path.ts';
import { figuresOf, largestNewPaths } from '../../report/build/facts.ts';

/** How many paths a message names. */
const NAMED = 5;

/**
 * @param limit compressed bytes of one platform's layers; undefined: none
 * @throws Failure over it, with the paths that weigh most
 */
export function checkDeltaSize(document: DeltaDocument, limit: number | undefined): void {
  const { compressed } = figuresOf(document);
  if (limit === undefined || compressed <= limit) return;
  const largest = largestNewPaths(document, NAMED).map((entry) => `${nameOf(entry.path)} (${formatBytes(entry.narSize)})`);
  throw new Failure(
    `The delta for ${document.system} is ${formatBytes(compressed)} compressed, more than the max-delta-size of ${formatBytes(limit)}. ` +
      `Its largest paths, uncompressed: ${largest.join(', ')}.`,
    { hint: 'Leave out what is not needed, use what the base has, or raise "max-delta-size".' },
  );
}
