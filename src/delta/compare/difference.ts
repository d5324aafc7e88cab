import { nameOf, type StorePath } from '../../nix/store/store-path.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { BaseEntry, ClosureEntry, DeltaDocument } from '../document/delta-document.ts';

/** The parts of a delta document that show whether a build would give the same delta. */
export interface Described extends Pick<DeltaDocument, 'system' | 'outputs' | 'storePath' | 'bases'> {
  readonly closure: readonly Pick<ClosureEntry, 'path' | 'in' | 'narSize'>[];
}

/** A base as it is now. If its digest has changed, its store paths must be known. */
export interface PresentBase {
  readonly digest?: Digest | undefined;
  /** Bytes of the NAR that each store path in it would make; undefined: not looked at. */
  readonly narSizes?: ReadonlyMap<StorePath, number>;
}

/** What a build would start from, told without building. */
export interface Present {
  /** What would be built. */
  readonly outputs: Readonly<Record<string, StorePath>>;
  readonly storePath: StorePath;
  readonly bases: readonly PresentBase[];
}

/** What differs, as a part of a sentence; `bases` if that can't be told without looking into them. */
export type Difference = { readonly kind: 'none' } | { readonly kind: 'bases' } | { readonly kind: 'some'; readonly what: string };

/**
 * Finds out whether a build would give another delta than this document describes. A store path's name says what it was made from (Nix
 * manual, "Store path"), so the same outputs have the same closure; what of it is shipped depends on the bases.
 */
export function differenceOf(document: Described, present: Present): Difference {
  const output = outputDifference(document, present);
  if (output !== undefined) return { kind: 'some', what: output };
  if (areSame(document.bases, present.bases)) return { kind: 'none' };
  const stores = present.bases.flatMap(({ narSizes }) => narSizes ?? []);
  if (stores.length < present.bases.length) return { kind: 'bases' };
  const moved = movedPath(document, stores);
  return moved === undefined ? { kind: 'none' } : { kind: 'some', what: moved };
}

function outputDifference({ system, outputs, storePath }: Described, present: Present): string | undefined {
  const names = [...new Set([...Object.keys(outputs), ...Object.keys(present.outputs)])].sort();
  for (const name of names) {
    const [before, now] = [outputs[name], present.outputs[name]];
    if (before !== now) return `the output "${name}" for ${system} was ${before ?? 'missing'} and is now ${now ?? 'missing'}`;
  }
  return storePath === present.storePath ? undefined : `PATH pointed into ${storePath} for ${system}, and would now point into ${present.storePath}`;
}

/** The same images, in whatever order, by their digests. */
function areSame(before: readonly BaseEntry[], now: readonly PresentBase[]): boolean {
  const digests = (bases: readonly PresentBase[]): string => bases.map(({ digest }) => digest ?? 'none').toSorted().join();
  return digests(before) === digests(now) && before.every(({ digest }) => digest !== undefined);
}

/** The first path that is in another place: shipped if a base would have it now, or relied upon and gone. */
function movedPath({ closure, system }: Described, stores: readonly ReadonlyMap<StorePath, number>[]): string | undefined {
  for (const { path, in: place, narSize } of closure) {
    const isInBases = stores.length > 0 && stores.every((store) => store.get(path) === narSize);
    if (isInBases === (place === 'base')) continue;
    return isInBases
      ? `${nameOf(path)} for ${system} was shipped and is now in the base`
      : `${nameOf(path)} for ${system} was in the base and no longer is`;
  }
  return undefined;
}
