/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;

/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
export function matchesIdentity(pattern: string, identity: string): boolean {
  if (pattern.length > LONGEST || identity.length > LONGEST) return false;
  const parts = pattern.match(/\*\*|[^]/g) ?? [];
  // After each part of the pattern: how much of the identity may be used up.
  let reached = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '*' || part === '**') {
        for (let end = at; ; end += 1) {
          if (next.has(end) && end > at) break;
          next.add(end);
          if (end >= identity.length || (part === '*' && identity[end] === '/')) break;
        }
      } else if (identity[at] === part) {
        next.add(at + 1);
      }
    }
    reached = next;
  }
  return reached.has(identity.length);
}
