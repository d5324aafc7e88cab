import type { PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import { countEither, unionOf, type Causes } from './causes.ts';
import type { Atom } from './group.ts';

/** What is left of NAR bytes by compression, about. */
const COMPRESSED = 0.35;

/**
 * Returns each path by itself. If there are more than `count`, those with about as many causes share an atom, so that there
 * are no more than `count` of them; a path that is larger than its share of the bytes stays alone.
 */
export function atomsOf(infos: readonly PathInfo[], count: number, causes: ReadonlyMap<StorePath, Causes>): Atom[] {
  const setOf = ({ path }: PathInfo): Causes => causes.get(path) ?? unionOf([]);
  return parts(infos, count, setOf).map((part) => ({
    infos: part,
    size: sizeOf(part) * COMPRESSED,
    causes: unionOf(part.map(setOf)),
  }));
}

function parts(infos: readonly PathInfo[], count: number, setOf: (info: PathInfo) => Causes): PathInfo[][] {
  if (infos.length <= count) return infos.map((info) => [info]);
  const counted = infos.map((info) => ({ info, causes: countEither(setOf(info), setOf(info)) }));
  // Two that follow each other come to more than a share, so there are less than twice as many as shares.
  const share = sizeOf(infos) / (count / 2);
  const found: PathInfo[][] = [];
  let size = Infinity;
  for (const { info } of counted.toSorted((a, b) => a.causes - b.causes)) {
    size += info.narSize;
    if (size <= share) found.at(-1)?.push(info);
    else {
      found.push([info]);
      size = info.narSize;
    }
  }
  return found;
}

function sizeOf(infos: readonly PathInfo[]): number {
  return infos.reduce((size, { narSize }) => size + narSize, 0);
}
