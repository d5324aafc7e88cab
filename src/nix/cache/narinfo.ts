import type { PathInfo } from '../store/closure.ts';
import { parseNixHash, toNix32 } from '../store/nix-hash.ts';
import { baseNameOf, compareText, hashPartOf } from '../store/store-path.ts';
import type { SigningKey } from './signing-key.ts';

/** Returns what a binary cache says of itself (Nix manual, "nix-cache-info"). @param priority the lowest is asked first; cache.nixos.org has 40 */
export function cacheInfo(priority: number): string {
  return `StoreDir: /nix/store\nWantMassQuery: 1\nPriority: ${priority}\n`;
}

/** Where the NAR of a path is, below the cache's address. */
function narFileOf(info: Pick<PathInfo, 'path'>): string {
  return `nar/${hashPartOf(info.path)}.nar`;
}

/** Returns what a binary cache says of a store path, signed; the NAR is served as it is. */
export function narInfoText(info: PathInfo, key: SigningKey): string {
  const { path, narSize, references, deriver, ca } = info;
  const lines = [
    ['StorePath', path],
    ['URL', narFileOf(info)],
    ['Compression', 'none'],
    ['NarHash', hashOf(info)],
    ['NarSize', String(narSize)],
    ['References', inOrder(references).map(baseNameOf).join(' ')],
    ...(deriver === null ? [] : [['Deriver', baseNameOf(deriver)]]),
    ['Sig', key.sign(fingerprintOf(info))],
    ...(ca === null ? [] : [['CA', ca]]),
  ];
  return lines.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/** What a signature of a path is of (Nix's path-info.cc, `fingerprint`). */
function fingerprintOf(info: PathInfo): string {
  return `1;${info.path};${hashOf(info)};${info.narSize};${inOrder(info.references).join(',')}`;
}

function hashOf({ narHash }: PathInfo): string {
  return toNix32(parseNixHash(narHash));
}

function inOrder<T extends string>(references: readonly T[]): readonly T[] {
  return references.toSorted(compareText);
}
