import type { LeakFinding } from '../../leaks/finding.ts';
import type { LeaksReport } from '../facts/leaks-facts.ts';

/** For machines. */
export function leaksResult({ mode, rules, found, allowed, more, closed, bytes }: LeaksReport) {
  return {
    mode,
    rules,
    bytes,
    more,
    closed,
    found: found.map((each) => ({ ...findingResult(each), arch: each.arch ?? null, via: each.via })),
    allowed: allowed.map(({ finding, entry: { reason, until = null } }) => ({ ...findingResult(finding), reason, until })),
  };
}

function findingResult({ rule, severity, storePath, file, inName, inside, offset, shown }: LeakFinding) {
  return { rule, severity, storePath: storePath ?? null, file, inName, inside, offset, shown };
}
