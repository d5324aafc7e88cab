import { PLAIN_LS, StoreListing } from '../../base/store-listing.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { Session } from '../container/session.ts';
import { judged, passed, skipped } from './checks.ts';

const REQUIRED_TITLE = 'every required path is complete in the base';

/** Lists the paths that exist. ls complains about the others; the caller notices that they are missing. */
const LIST = `${PLAIN_LS}; command -v xargs >/dev/null || exit 77; xargs ls -lnAR 2>/dev/null; :`;

/**
 * Checks that the base has each path that the delta requires of it, with files of the right names, kinds and sizes. This compares what was read
 * from the base's layers, or remembered, with the base itself. To be called before the install.
 */
export async function checkRequired(session: Pick<Session, 'attempt'>, { closure }: Pick<DeltaDocument, 'closure'>): Promise<CheckResult> {
  const required = closure.filter((entry) => entry.in === 'base');
  if (required.length === 0) return passed(REQUIRED_TITLE, 'nothing is required');
  const { exitCode, lines } = await session.attempt(['/bin/sh', '-c', LIST], { input: required.map(({ path }) => `${path}\n`).join('') });
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
