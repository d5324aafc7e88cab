import type { PathInfo } from '../nix/closure.ts';
import { compareText, nameOf, type StorePath } from '../nix/store-path.ts';

/** NAR bytes from which a path gets a layer of its own, where there are layers enough. */
const LARGE = 16 * 1024 * 1024;

/**
 * Splits a delta into at most `maxLayers` groups of whole paths; no group is empty, each path is in one, and the order
 * in which paths are given does not matter.
 *
 * The largest paths stand alone: they are the dearest to send again because of a neighbour. The others share what
 * layers are left, in the order of their names rather than their hashes, so that a path keeps its company when only its
 * hash changes; each layer takes about as many bytes as the next.
 */
export function planLayers(add: readonly PathInfo[], maxLayers: number): StorePath[][] {
  const bySize = add.toSorted((a, b) => b.narSize - a.narSize || compareText(a.path, b.path));
  const large = bySize.filter((info) => info.narSize >= LARGE);
  const small = bySize.slice(large.length);
  // Some layers are left for the many small ones: one, or more where there is as much in them.
  const alone = large.slice(0, small.length > 0 || large.length > maxLayers ? maxLayers - 1 : maxLayers);
  const others = [...large.slice(alone.length), ...small];
  const shared = evenGroups(others.toSorted(byName), Math.min(maxLayers - alone.length, layersFor(others)));
  return [...alone.map((info) => [info]), ...shared].map((group) => group.map((info) => info.path).toSorted(compareText));
}

/** How many layers are worth it: each should hold as much as a path that stands alone. */
function layersFor(infos: readonly PathInfo[]): number {
  return Math.max(1, Math.ceil(sizeOf(infos) / LARGE));
}

function byName(a: PathInfo, b: PathInfo): number {
  return compareText(nameOf(a.path), nameOf(b.path)) || compareText(a.path, b.path);
}

/** Cuts a list into at most `count` runs of about the same bytes. */
function evenGroups(infos: readonly PathInfo[], count: number): PathInfo[][] {
  const groups: PathInfo[][] = [];
  const share = sizeOf(infos) / count;
  let size = 0;
  for (const info of infos) {
    const group = Math.min(count - 1, Math.floor(size / Math.max(1, share)));
    (groups[group] ??= []).push(info);
    size += info.narSize;
  }
  return groups.filter((group) => group.length > 0);
}

function sizeOf(infos: readonly PathInfo[]): number {
  return infos.reduce((size, info) => size + info.narSize, 0);
}
