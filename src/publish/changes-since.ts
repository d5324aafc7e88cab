import { changesBetween } from '../delta/compare/changes.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PlatformReport } from '../report/facts/facts.ts';

/** For the report: what is other than in the release before. @param before undefined if there was none */
export function changesSince(before: DeltaDocument | undefined, now: DeltaDocument): Pick<PlatformReport, 'changes'> {
  if (before === undefined) return {};
  const changes = changesBetween(before, now);
  // A release has nothing to tell about itself.
  return before.feature.version === now.feature.version && changes.packages.length === 0 ? {} : { changes };
}
