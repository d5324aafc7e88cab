import { parsePackageName } from '../../nix/store/package-name.ts';
import { compareText, nameOf, type StorePath } from '../../nix/store/store-path.ts';
import type { ClosureEntry } from '../document/delta-document.ts';

/** A store path that is shipped although a base has one of the same name: the same package, made from other inputs. */
export interface DriftedPath {
  readonly path: StorePath;
  /** What the base has in its place. */
  readonly base: StorePath;
  /** Of the NAR. */
  readonly bytes: number;
}

/**
 * Finds what is shipped twice because the flake and a base pin different versions of their inputs: the same name, and
 * another hash on each side. Only names with a version count; `source` and `env` are called alike by chance.
 * @param bases the store paths of each
 * @returns the heaviest first
 */
export function driftOf(closure: readonly Pick<ClosureEntry, 'path' | 'narSize' | 'in'>[], bases: readonly ReadonlySet<StorePath>[]): readonly DriftedPath[] {
  const byName = new Map<string, StorePath>();
  for (const path of bases.flatMap((base) => [...base]).toSorted(compareText)) {
    const name = nameOf(path);
    if (!byName.has(name) && parsePackageName(name).version !== '') byName.set(name, path);
  }
  return closure
    .flatMap(({ path, narSize: bytes, in: place }) => {
      const base = byName.get(nameOf(path));
      // What a base has in part is shipped too, and is no drift.
      return place === 'base' || base === undefined || bases.some((paths) => paths.has(path)) ? [] : [{ path, base, bytes }];
    })
    .toSorted((a, b) => b.bytes - a.bytes || compareText(a.path, b.path));
}
