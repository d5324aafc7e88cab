import { createReadStream } from 'node:fs';
import type { NixSite } from '../run/site.ts';
import type { PathInfo } from '../store/closure.ts';

/** A store path, and the file that holds its NAR. */
export interface ImportedPath {
  readonly info: PathInfo;
  readonly file: string;
}

const NEXT = number(1);
const END = number(0);
/** "NIXE" in front of the metadata that follows each NAR. */
const TRAILER_MAGIC = number(0x4558494e);

/**
 * Puts store paths into the store of a place, as `nix-store --import` takes them. (Format: Nix's export-import.cc.)
 * @param paths each after those that it refers to, as far as these are not in the store
 * @throws CommandError if Nix does not take them, such as from a user whom it does not trust; CancelledError
 */
export async function importPaths(site: NixSite, paths: readonly ImportedPath[]): Promise<void> {
  await site.capture(['nix-store', '--import'], { input: exportStream(paths) });
}

async function* exportStream(paths: readonly ImportedPath[]): AsyncGenerator<Uint8Array> {
  for (const { info, file } of paths) {
    yield NEXT;
    yield* createReadStream(file) as AsyncIterable<Buffer>;
    yield Buffer.concat([TRAILER_MAGIC, text(info.path), number(info.references.length), ...info.references.map(text), text(''), number(0)]);
  }
  yield END;
}

/** 8 bytes, little-endian. */
function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Its length, its bytes, zeros up to a multiple of 8. */
function text(value: string): Buffer {
  return Buffer.concat([number(value.length), Buffer.from(value, 'latin1'), Buffer.alloc((8 - (value.length % 8)) % 8)]);
}
