import type { StorePath } from '../nix/store/store-path.ts';
import type { LastRelease } from './facts.ts';

/** Each is a Feature that a build asks for its layers. */
const MOST = 8;

/**
 * Returns which Features' last releases have shipped what a Feature ships too: a build can reuse their layers, which the
 * registry then mounts, in place of packing and uploading its own.
 *
 * @param releases by id
 * @param wanted the ids that are asked about
 * @returns for each of these the ids of others, those with the most bytes in common first, at most eight
 */
export function siblingsOf(releases: ReadonlyMap<string, LastRelease>, wanted: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const owners = ownersOf(releases);
  return new Map([...wanted].map((id) => [id, siblings(id, releases.get(id), owners)]));
}

function ownersOf(releases: ReadonlyMap<string, LastRelease>): ReadonlyMap<StorePath, readonly string[]> {
  const owners = new Map<StorePath, string[]>();
  for (const [id, release] of releases) {
    for (const { path } of shippedBy(release)) {
      const known = owners.get(path);
      if (known === undefined) owners.set(path, [id]);
      // Two platforms may ship one path.
      else if (known.at(-1) !== id) known.push(id);
    }
  }
  return owners;
}

function siblings(id: string, release: LastRelease | undefined, owners: ReadonlyMap<StorePath, readonly string[]>): readonly string[] {
  const common = new Map<string, number>();
  for (const { path, narSize } of release === undefined ? [] : shippedBy(release)) {
    for (const owner of owners.get(path) ?? []) {
      if (owner !== id) common.set(owner, (common.get(owner) ?? 0) + narSize);
    }
  }
  return [...common]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([owner]) => owner);
}

function shippedBy({ platforms }: LastRelease) {
  return [...platforms.values()].flatMap(({ closure }) => closure.filter((entry) => entry.in === 'delta'));
}
