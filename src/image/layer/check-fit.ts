import type { BaseStore } from '../../base/base-store.ts';
import { BaseError, Failure } from '../../kit/errors.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';

/** A Feature on a platform. */
export interface FittingFeature {
  /** As the user wrote it. */
  readonly text: string;
  readonly document: DeltaDocument;
}

/**
 * Checks that Features fit on a base, and together: what they rely on is in the base, as it was when they were built, or comes
 * with a Feature before; and no store path would be laid over another build of itself.
 * @returns for each Feature the paths that are there only because of it, sorted
 * @throws BaseError, Failure
 */
export function checkFit(base: Pick<BaseStore, 'paths' | 'narSizes'>, features: readonly FittingFeature[]): readonly (readonly StorePath[])[] {
  const hashes = new Map<StorePath, { readonly narHash: string; readonly text: string }>();
  return features.map(({ text, document }) => {
    const [required, shipped] = (['base', 'delta'] as const).map((place) => document.closure.filter((entry) => entry.in === place));
    const absent = (required ?? []).filter(({ path, narSize, narHash }) => base.narSizes.get(path) !== narSize && hashes.get(path)?.narHash !== narHash);
    if (absent.length > 0) {
      const { name } = document.bases[0] ?? {};
      throw new BaseError(`${formatNumberOf(absent.length, 'store path')} that the Feature ${text} relies on ${absent.length === 1 ? 'is' : 'are'} not in it, or not complete, such as ${absent[0]?.path ?? ''}`, {
        hint: `The Feature was built for ${name ?? 'another base image'}: use that one, or have the Feature built for this one.`,
      });
    }
    const other = (shipped ?? []).find(({ path, narSize }) => base.paths.has(path) && base.narSizes.get(path) !== narSize);
    if (other !== undefined) throw new BaseError(`its ${other.path} is not what the Feature ${text} ships under that name`, { hint: 'It is incomplete there, or another build. Have the Feature built for this base image.' });
    const owned: StorePath[] = [];
    for (const { path, narHash } of shipped ?? []) {
      const before = hashes.get(path);
      if (before !== undefined && before.narHash !== narHash) {
        throw new Failure(`The Features ${before.text} and ${text} ship different builds of ${path}.`, { hint: 'Have both built from the same flake inputs, by the same cache, and publish them again.' });
      }
      if (before === undefined && !base.paths.has(path)) owned.push(path);
      if (before === undefined) hashes.set(path, { narHash, text });
    }
    return owned.toSorted();
  });
}
