import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unzstd } from './unzstd.ts';

/** Bytes of a compressed file that are kept to look into it. */
export const MOST_PACKED = 16 * 1024 * 1024;
/** Bytes that a compressed file may become. */
export const MOST_UNPACKED = 64 * 1024 * 1024;

/** What was inside a compressed file. */
export interface Member {
  /** The kind of file and, if there is one, the member's name. */
  readonly name: string;
  /** Undefined: Node.js does not know how it is compressed. */
  readonly bytes: Buffer | undefined;
}

type Kind = 'gzip' | 'zlib' | 'zstd' | 'zip' | 'xz' | 'bzip2';

const MAGICS: readonly (readonly [Kind, number])[] = [
  ['gzip', 0x00_08_8b_1f],
  ['zstd', 0xfd_2f_b5_28],
  ['zip', 0x04_03_4b_50],
  ['xz', 0x58_7a_37_fd],
];
export const MAGIC_BYTES = 4;

/** Returns what a file is compressed with, by its first four bytes. */
export function memberKindOf(start: Buffer): Kind | undefined {
  const magic = start.readUInt32LE(0);
  const found = MAGICS.find(([kind, wanted]) => (kind === 'gzip' ? (magic & 0xffffff) === wanted : magic === (wanted | 0) >>> 0));
  if (found !== undefined) return found[0];
  if ((magic & 0xffffff) === 0x68_5a_42) return 'bzip2';
  return ZLIB.has(magic & 0xffff) ? 'zlib' : undefined;
}

/** How objects of git begin (RFC 1950), of levels whose beginning no text has. */
const ZLIB: ReadonlySet<number> = new Set([0x01_78, 0x9c_78, 0xda_78]);

/**
 * Unpacks a file.
 * @param budget bytes that may come of it
 * @returns undefined if it can't be looked into: too large, damaged, or of a kind that Node.js does not know
 */
export function unpack(kind: Kind, bytes: Buffer, budget: number): readonly Member[] | undefined {
  try {
    if (kind === 'zip') return unzip(bytes, budget);
    if (kind === 'gzip') return [{ name: kind, bytes: gunzipSync(bytes, { maxOutputLength: budget, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: roomFor(bytes) }) }];
    if (kind === 'zlib') return [{ name: kind, bytes: inflateSync(bytes, { maxOutputLength: budget }) }];
    return kind === 'zstd' ? [{ name: kind, bytes: unzstd(bytes, { maxOutputLength: budget }) }] : undefined;
  } catch {
    return undefined;
  }
}

/** What a gzip file says at its end that it becomes (RFC 1952, "ISIZE"): then zlib is called once. It may say anything. */
function roomFor(bytes: Buffer): number {
  return Math.min(Math.max(bytes.readUInt32LE(bytes.length - 4) + 1, 1024), 1024 * 1024);
}

const END = 22;
const ENTRY = 46;
const LOCAL = 30;
/** Compression methods (APPNOTE 4.4.5). */
const STORED = 0;
const ZIP_METHODS = new Map<number, (packed: Buffer, options: { readonly maxOutputLength: number }) => Buffer>([
  [8, inflateRawSync],
  [93, unzstd],
]);

/** Members of a zip file that are compressed, by its directory (APPNOTE 4.3); those that are only stored were seen already. */
function unzip(bytes: Buffer, budget: number): readonly Member[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'), bytes.length - END);
  if (end < 0) return undefined;
  const members: Member[] = [];
  let left = budget;
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    if (bytes.readUInt32LE(at) !== 0x02_01_4b_50) return undefined;
    const [method, packed, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    if (method !== STORED) {
      const begin = local + LOCAL + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const unpacked = unpackMember(method, bytes.subarray(begin, begin + packed), left);
      left -= unpacked?.length ?? 0;
      members.push({ name: `zip: ${bytes.toString('utf8', at + ENTRY, at + ENTRY + nameLength)}`, bytes: unpacked });
    }
    at += ENTRY + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return members;
}

/** @returns undefined if it can't be: that hides no other member */
function unpackMember(method: number, packed: Buffer, maxOutputLength: number): Buffer | undefined {
  try {
    return ZIP_METHODS.get(method)?.(packed, { maxOutputLength });
  } catch {
    return undefined;
  }
}
