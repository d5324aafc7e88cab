import type { BaseStore } from '../../base/base-store.ts';
import { BaseError, Failure } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { ClosureEntry, DeltaDocument } from '../../delta/document/delta-document.ts';

/** A Feature on a platform. */
export interface FittingFeature {
  /** As the user wrote it. */
  readonly text: string;
  readonly document: DeltaDocument;
}

/** What the first Feature that has a path in its closure says of it. */
interface KnownPath extends Pick<ClosureEntry, 'narHash' | 'in'> {
  readonly text: string;
}

/**
 * Checks that Features fit on a base, and together: what they rely on is in the base, as it was when they were built, or comes
 * with a Feature before; and no store path would be laid over another build of itself.
 * @returns for each Feature the paths that are there only because of it, sorted
 * @throws BaseError, Failure
 */
export function checkFit(base: Pick<BaseStore, 'paths' | 'narSizes'>, features: readonly FittingFeature[]): readonly (readonly StorePath[])[] {
  const known = new Map<StorePath, KnownPath>();
  return features.map(({ text, document }) => {
    const [required, shipped] = (['base', 'delta'] as const).map((place) => document.closure.filter((entry) => entry.in === place));
    const absent = (required ?? []).filter(({ path, narSize, narHash }) => base.narSizes.get(path) !== narSize && known.get(path)?.narHash !== narHash);
    if (absent.length > 0) {
      const { name } = document.bases[0] ?? {};
      throw new BaseError(`${formatNumberOf(absent.length, 'store path')} that the Feature ${text} relies on ${absent.length === 1 ? 'is' : 'are'} not in it, or not complete, such as ${absent[0]?.path ?? ''}`, {
        hint: `The Feature was built for ${name ?? 'another base image'}: use that one, or have the Feature built for this one.`,
      });
    }
    const other = (shipped ?? []).find(({ path, narSize }) => base.paths.has(path) && base.narSizes.get(path) !== narSize);
    if (other !== undefined) throw new BaseError(`its ${other.path} is not what the Feature ${text} ships under that name`, { hint: 'It is incomplete there, or another build. Have the Feature built for this base image.' });
    refuseClash(text, document, known);
    const owned = (shipped ?? []).map(({ path }) => path).filter((path) => !known.has(path) && !base.paths.has(path));
    for (const entry of document.closure) if (!known.has(entry.path)) known.set(entry.path, { narHash: entry.narHash, in: entry.in, text });
    return owned.toSorted();
  });
}

/** @throws Failure if another Feature means another build by the same path */
function refuseClash(text: string, { closure }: DeltaDocument, known: ReadonlyMap<StorePath, KnownPath>): void {
  for (const { path, narHash, in: place } of closure) {
    const before = known.get(path);
    if (before === undefined || before.narHash === narHash) continue;
    const what = place === 'delta' && before.in === 'delta' ? 'ship different builds of' : 'rely on different builds of';
    throw new Failure(`The Features ${before.text} and ${text} ${what} ${path}.`, { hint: 'Have both built from the same flake inputs, by the same cache, and publish them again.' });
  }
}
