import type { PathInfo } from '../../nix/store/closure.ts';
import { hashPartOf, type StorePath } from '../../nix/store/store-path.ts';
import type { Catalogue } from '../../serve/catalogue.ts';
import type { HeldPath } from '../../serve/nar-source.ts';

/**
 * Chooses which store paths are taken from Features: those that are wanted, and what these need, each after what it refers to.
 * A path whose references are nowhere is left out, with all that needs it.
 * @param valid what the store has
 */
export function chooseImports(wanted: readonly StorePath[], catalogue: Catalogue, valid: ReadonlySet<StorePath>): readonly HeldPath[] {
  const chosen = new Map<StorePath, HeldPath>();
  const seen = new Set<StorePath>();
  // No recursion: a document from outside may name a chain of any length, and circles, which Nix has of one path only.
  const open: { readonly held: HeldPath; next: number }[] = [];
  const begin = (path: StorePath): boolean => {
    const held = catalogue.find(hashPartOf(path));
    if (seen.has(path) || held?.info.path !== path) return false;
    seen.add(path);
    open.push({ held, next: 0 });
    return true;
  };
  for (const path of wanted.filter((each) => !valid.has(each))) {
    begin(path);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { info } = top.held;
      const reference = info.references[top.next];
      if (reference === undefined) {
        chosen.set(info.path, top.held);
        open.pop();
      } else if (reference === info.path || valid.has(reference) || chosen.has(reference)) top.next += 1;
      // All that are open need it.
      else if (!begin(reference)) open.length = 0;
    }
  }
  return [...chosen.values()];
}

/** Returns all that may be needed to take paths from Features: these, and what they refer to, as far as Features tell. */
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
