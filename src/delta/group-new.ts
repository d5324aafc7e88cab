import type { PathInfo } from '../nix/closure.ts';
import { compareText, nameOf } from '../nix/store-path.ts';
import { familyOf } from './family.ts';
import type { Group } from './fit-layers.ts';
import type { KnownLayer } from './keep-layers.ts';

/** NAR bytes from which a path gets a layer of its own, where there are layers enough. */
const LARGE = 16 * 1024 * 1024;
/** What is left of NAR bytes by compression, about. */
const COMPRESSED = 0.35;
/** How likely a release changes a path again that this one changed, or one that nothing is known of. */
const RESTLESS = 0.5;
/** The same of a path that was there, next to one that changed. */
const QUIET = 0.05;

/**
 * Paths that no layer holds, in groups. Those that replace a path of a layer, those that are left over of that layer,
 * and those that nothing is known of are kept apart: what changed once changes again.
 * @param broken layers of which not all is wanted, in order of preference
 */
export function groupNew(fresh: readonly PathInfo[], maxLayers: number, broken: readonly KnownLayer[]): Group<never>[] {
  const homes = homesOf(broken);
  const companies = new Map<string, { infos: PathInfo[]; unrest: number }>();
  for (const info of fresh) {
    const stays = homes.get(info.path);
    const company = stays === undefined ? `new ${homes.get(familyOf(info.path)) ?? ''}` : `left ${stays}`;
    const unrest = stays !== undefined ? QUIET : broken.length > 0 ? RESTLESS : QUIET;
    const found = companies.get(company);
    if (found === undefined) companies.set(company, { infos: [info], unrest });
    else found.infos.push(info);
  }
  return [...companies.values()].flatMap(({ infos, unrest }) =>
    split(infos, maxLayers).map((part) => ({ infos: part, size: sizeOf(part) * COMPRESSED, unrest })),
  );
}

/** In which broken layer a path was, and a family. */
function homesOf(broken: readonly KnownLayer[]): ReadonlyMap<string, number> {
  const homes = new Map<string, number>();
  for (const [i, { paths }] of broken.entries()) {
    for (const path of paths) {
      for (const name of [path, familyOf(path)]) if (!homes.has(name)) homes.set(name, i);
    }
  }
  return homes;
}

/**
 * The largest paths stand alone: they are the dearest to send again because of a neighbour. The others share what
 * layers are left, in the order of their names rather than their hashes, so that a path keeps its company when only its
 * hash changes; each layer takes about as many bytes as the next.
 */
function split(infos: readonly PathInfo[], maxLayers: number): PathInfo[][] {
  const bySize = infos.toSorted((a, b) => b.narSize - a.narSize || compareText(a.path, b.path));
  const large = bySize.filter((info) => info.narSize >= LARGE);
  const alone = large.slice(0, maxLayers);
  const others = [...large.slice(alone.length), ...bySize.slice(large.length)];
  return [...alone.map((info) => [info]), ...evenGroups(others.toSorted(byName), Math.min(maxLayers, layersFor(others)))];
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
