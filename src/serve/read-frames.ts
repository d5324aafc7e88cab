import type { PathInfo } from '../nix/store/closure.ts';
import type { HeldLayer } from './nar-source.ts';
import { unpackLayer, type NarFolder } from './unpack-layer.ts';

/** Bytes of other paths that may be in the first and the last frame of one. */
const NEIGHBOURS = 64 * 1024 * 1024;

/**
 * Makes the NAR of one path again from its own frames: one request. A hard link to a file of another path is in none of them.
 * @returns whether it is there now
 * @throws Error, Failure if the frames can't be had, or hold something else
 */
export async function readFrames({ entry, source }: HeldLayer, info: PathInfo, place: NarFolder): Promise<boolean> {
  const [, offset = 0, size = 0] = entry.frames?.find(([index]) => entry.paths[index] === info.path) ?? [];
  if (source.part === undefined || size === 0) return false;
  const bytes = source.part(entry, { offset, size });
  const made = await unpackLayer({ bytes, mediaType: entry.mediaType, infos: new Map([[info.path, info]]), most: 100 * info.narSize + NEIGHBOURS }, place);
  return made.has(info.path);
}
