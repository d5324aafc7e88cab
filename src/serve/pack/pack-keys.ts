import { createHash } from 'node:crypto';
import type { System } from '../../platform.ts';

/** What a pack is found by. */
export interface PackPlace {
  readonly system: System;
  /** Of the lock files; 16 digits. */
  readonly lock: string;
  /** The event that started the run is one that may publish. */
  readonly isTrusted: boolean;
}

/** How a pack is kept. */
export interface PackRequest {
  /** Of keys that it is looked for by, the best first. */
  readonly place: PackPlace;
  /** Bytes of NARs. */
  readonly budget: number;
}

/** Returns the prefixes of keys by which a cache entry is looked up, the best first. */
export function packPrefixes({ system, lock, isTrusted }: PackPlace): readonly string[] {
  const trusted = [`${scope('trusted', system)}${lock}-`, scope('trusted', system)];
  // What a pull request has built is read by nothing that publishes.
  return isTrusted ? trusted : [`${scope('untrusted', system)}${lock}-`, ...trusted];
}

/** Returns the key of an entry: one for each set of paths, as keys never change. @param paths store paths, in any order */
export function packKey({ system, lock, isTrusted }: PackPlace, paths: readonly string[]): string {
  return `${scope(isTrusted ? 'trusted' : 'untrusted', system)}${lock}-${shortHash(paths.toSorted().join('\n'))}`;
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function scope(who: 'trusted' | 'untrusted', system: System): string {
  return `nix-feature-pack-v1-${who}-${system}-`;
}
