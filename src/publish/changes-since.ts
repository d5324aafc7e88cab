import { changesBetween } from '../delta/compare/changes.ts';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { PlatformReport } from '../report/facts/facts.ts';

/** For the report: what is other than in the release before. @param before undefined where there was none */
export function changesSince(before: DeltaDocument | undefined, now: DeltaDocument): Pick<PlatformReport, 'changes'> {
  // A release has nothing to tell about itself.
  if (before === undefined || before.feature.version === now.feature.version) return {};
  return { changes: changesBetween(before, now) };
}
