import { PLAIN_LS, StoreListing } from '../../base/store-listing.ts';
import type { ClosureEntry, DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import { judged, passed, skipped } from './checks.ts';

const REQUIRED_TITLE = 'every required path is complete in the base';

/** Lists the paths that exist. ls complains about the others; the caller notices that they are missing. */
const LIST = `${PLAIN_LS}; command -v xargs >/dev/null || exit 77; xargs ls -lnAR 2>/dev/null; :`;

/** Asks which files the paths have that the delta leaves to the base. To be asked before the install. */
export function requiredQuestion({ closure }: Pick<DeltaDocument, 'closure'>): ContainerQuestion {
  const required = requiredOf(closure);
  if (required.length === 0) return { argv: ['/bin/sh', '-c', ':'] };
  return { argv: ['/bin/sh', '-c', LIST], input: required.map(({ path }) => `${path}\n`).join('') };
}

/**
 * Checks that the base has each path that the delta requires of it, with files of the right names, kinds and sizes. This compares what was read
 * from the base's layers, or remembered, with the base itself.
 */
export function judgeRequired({ closure }: Pick<DeltaDocument, 'closure'>, { exitCode, lines }: Ended): CheckResult {
  const required = requiredOf(closure);
  if (required.length === 0) return passed(REQUIRED_TITLE, 'nothing is required');
  if (exitCode === 77) return skipped(REQUIRED_TITLE, 'the base has no "xargs"');
  const listing = new StoreListing();
  // Lines come as text: how many bytes a letter beyond ASCII has is not known any more, and so not the size.
  for (const line of lines) listing.line(/[^ -~\t]/.test(line) ? '' : line, /[^ -~\t]/.test(line));
  const { paths, narSizes } = listing.result();
  const faults = required.flatMap(({ path, narSize }) => {
    if (!paths.has(path)) return [`${path} does not exist`];
    const found = narSizes.get(path) ?? narSize;
    return found === narSize ? [] : [`${path} is incomplete: its files have ${formatBytes(found)} instead of ${formatBytes(narSize)}`];
  });
  return judged(REQUIRED_TITLE, faults, formatNumberOf(required.length, 'path'));
}

function requiredOf(closure: readonly ClosureEntry[]): readonly ClosureEntry[] {
  return closure.filter((entry) => entry.in === 'base');
}
