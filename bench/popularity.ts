import type { Closure } from '../src/nix/store/closure.ts';
import { compareText, nameOf, type StorePath } from '../src/nix/store/store-path.ts';

/**
 * Layers by popularity, as dockerTools and nix2container make them: a path counts as popular as there are chains of
 * references that end at it, one of no length included. The most popular paths get a layer each; when one layer is
 * left, all other paths share it. What was published before plays no part.
 */
export function layersByPopularity(closure: Closure, maxLayers: number): StorePath[][] {
  const chains = new Map<StorePath, number>();
  for (const path of referrersFirst(closure)) {
    const own = (chains.get(path) ?? 0) + 1;
    chains.set(path, own);
    for (const reference of referencesOf(closure, path)) chains.set(reference, (chains.get(reference) ?? 0) + own);
  }
  const popular = [...closure.keys()].toSorted(
    (a, b) => (chains.get(b) ?? 0) - (chains.get(a) ?? 0) || compareText(nameOf(a), nameOf(b)) || compareText(a, b),
  );
  const alone = popular.slice(0, popular.length > maxLayers ? maxLayers - 1 : maxLayers).map((path) => [path]);
  const others = popular.slice(alone.length);
  return others.length > 0 ? [...alone, others] : alone;
}

/** Each path before those that it refers to. */
function referrersFirst(closure: Closure): StorePath[] {
  const done = new Set<StorePath>();
  const order: StorePath[] = [];
  const visit = (path: StorePath): void => {
    if (done.has(path)) return;
    done.add(path);
    for (const reference of referencesOf(closure, path)) visit(reference);
    order.push(path);
  };
  for (const path of closure.keys()) visit(path);
  return order.toReversed();
}

function referencesOf(closure: Closure, path: StorePath): StorePath[] {
  return (closure.get(path)?.references ?? []).filter((reference) => reference !== path);
}
