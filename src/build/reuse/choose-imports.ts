import type { PathInfo } from '../../nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../../nix/store/store-path.ts';
import type { Catalogue } from '../../serve/catalogue.ts';
import type { HeldPath } from '../../serve/held-path.ts';

/**
 * Chooses which store paths are taken from Features: those that are wanted, and what these need, each after what it refers to.
 * A path whose references are nowhere is left out, with all that needs it.
 * @param valid what the store has
 */
export function chooseImports(wanted: readonly StorePath[], catalogue: Catalogue, valid: ReadonlySet<StorePath>): readonly HeldPath[] {
  const chosen = new Map<StorePath, HeldPath>();
  const refused = new Set<StorePath>();
  const visit = (path: StorePath): boolean => {
    if (valid.has(path) || chosen.has(path)) return true;
    const held = catalogue.find(hashPartOf(path));
    if (refused.has(path) || held?.info.path !== path) return false;
    // Nix has no cycles but those of one path; a document from outside may have any.
    refused.add(path);
    if (!held.info.references.every((reference) => reference === path || visit(reference))) return false;
    refused.delete(path);
    chosen.set(path, held);
    return true;
  };
  for (const path of wanted) visit(path);
  return [...chosen.values()];
}

/** All that may be needed to take paths from Features: these, and what they refer to, as far as Features tell. */
export function reachable(wanted: readonly StorePath[], catalogue: Catalogue): ReadonlySet<StorePath> {
  const seen = new Set<StorePath>();
  const queue = [...wanted];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    queue.push(...(referencesOf(catalogue.find(hashPartOf(path))?.info, path)));
  }
  return seen;
}

function referencesOf(info: PathInfo | undefined, path: StorePath): readonly StorePath[] {
  return info?.path === path ? info.references : [];
}
