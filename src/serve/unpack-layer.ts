import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Spool } from '../archive/spool.ts';
import { StrictTarReader } from '../archive/strict-tar.ts';
import { decompression } from '../base/tar/decompress.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import { LayerNars } from './layer-nars.ts';
import type { HeldLayer } from './nar-source.ts';

/** Where NARs go, and what ends the work. */
export interface NarFolder {
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** What is read of a layer: all of it, or the frames of some paths. */
export interface NarBytes {
  readonly bytes: Readable;
  readonly mediaType: string;
  /** Of the paths that are wanted. */
  readonly infos: ReadonlyMap<StorePath, PathInfo>;
  /** Bytes that are unpacked at most. */
  readonly most: number;
}

/**
 * Makes the NARs of a layer again: each that is right gets its file, and no other does.
 * @returns those that got one
 * @throws Error if the bytes are no layer of ours, or end too early; what was right until then is kept
 */
export async function unpackLayer({ bytes, mediaType, infos, most }: NarBytes, { folder, signal }: NarFolder): Promise<ReadonlySet<StorePath>> {
  const spool = new Spool(folder, `spool-${process.pid}-${(spools += 1)}`);
  const nars = new LayerNars(infos, folder, spool);
  try {
    const stages = await decompression(bytes, mediaType);
    await pipeline([...stages, tarInto(nars, most)], { signal });
    nars.end();
    return nars.made;
  } finally {
    bytes.destroy();
    nars.close();
    spool.close();
  }
}

let spools = 0;

function tarInto(nars: LayerNars, most: number): Writable {
  const reader = new StrictTarReader(nars);
  let size = 0;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      try {
        if (size > most) throw new Error(`unpacks to more than ${most} bytes`);
        reader.write(chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

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
