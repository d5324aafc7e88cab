import { withoutTrailing } from '../../kit/text.ts';

/** One header block of a tar, taken apart as Go's archive/tar does it: what container engines are written with. */

export const BLOCK = 512;

/** What an entry is. `other`: a kind that no engine unpacks. */
export type TarType = 'file' | 'link' | 'symlink' | 'directory' | 'device' | 'fifo' | 'other';

/** The header block alone; names hold one byte in each char (latin1). */
export interface RawHeader {
  readonly name: string;
  readonly flag: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Names of the owner and its group; old formats have none. */
  readonly owners: readonly [user: string, group: string];
  /** As it says; for links, folders and devices no bytes follow all the same. */
  readonly size: number;
  readonly target: string;
  /** GNU's old sparse format: the bytes of the unpacked file. Only if `flag` is `S`. */
  readonly realSize: number;
  /** GNU's old sparse format: further blocks of its map follow this one. */
  readonly extended: boolean;
}

const TYPES: Readonly<Record<string, TarType>> = {
  '0': 'file', '\0': 'file', '7': 'file', S: 'file',
  '1': 'link', '2': 'symlink', '3': 'device', '4': 'device', '5': 'directory', '6': 'fifo',
};

export function typeOf(flag: string, name: string): TarType {
  // v7 knows folders by their name alone.
  if (flag === '\0' && name.endsWith('/')) return 'directory';
  return TYPES[flag] ?? 'other';
}

/** Tells whether no content follows a header, whatever its size says (Go: `isHeaderOnlyType`). */
export function isHeaderOnly(flag: string): boolean {
  return '123456'.includes(flag);
}

export function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

/** @throws Error if the checksum or a number is wrong */
export function parseHeader(block: Buffer): RawHeader {
  if (!hasChecksum(block)) throw new Error('it is not a tar archive, or a damaged one: the checksum of a header is wrong');
  const magic = block.toString('latin1', 257, 265);
  const flag = block.toString('latin1', 156, 157);
  const prefix = prefixOf(block, magic);
  const name = tarText(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    flag,
    mode: number(block, 100, 8),
    uid: number(block, 108, 8),
    gid: number(block, 116, 8),
    owners: magic.startsWith('ustar') ? [tarText(block, 265, 32), tarText(block, 297, 32)] : ['', ''],
    size: sizeOf(block, 124),
    target: tarText(block, 157, 100),
    realSize: flag === 'S' ? sizeOf(block, 483) : 0,
    extended: flag === 'S' && (block[482] ?? 0) > 0,
  };
}

/** The sum of all bytes, the checksum's own counted as blanks; old writers took the bytes for signed. */
function hasChecksum(block: Buffer): boolean {
  let unsigned = 256;
  let signed = 256;
  for (let i = 0; i < BLOCK; i += 1) {
    if (i >= 148 && i < 156) continue;
    const byte = block[i] ?? 0;
    unsigned += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  const digits = trimmed(block, 148, 8);
  if (!/^[0-7]+$/.test(digits)) return false;
  const wanted = Number.parseInt(digits, 8);
  return wanted === unsigned || wanted === signed;
}

/** Only ustar, and Schilling's form of it, has a field for the beginning of a long name. */
function prefixOf(block: Buffer, magic: string): string {
  if (magic.startsWith('ustar\0')) return tarText(block, 345, block.toString('latin1', 508) === 'tar\0' ? 131 : 155);
  // Writers older than Go 1.8 put a name's beginning into GNU's time fields too.
  if (magic !== 'ustar  \0' || block[345] === 0 || isNumber(block, 345, 12)) return '';
  return tarText(block, 345, 155);
}

function isNumber(block: Buffer, offset: number, length: number): boolean {
  return ((block[offset] ?? 0) & 0x80) !== 0 || /^[0-7]*$/.test(trimmed(block, offset, length));
}

/** Returns the text of a field up to the first NUL. */
export function tarText(block: Buffer, offset: number, length: number): string {
  const field = block.toString('latin1', offset, offset + length);
  const end = field.indexOf('\0');
  return end < 0 ? field : field.slice(0, end);
}

function trimmed(block: Buffer, offset: number, length: number): string {
  const field = block.toString('latin1', offset, offset + length).replace(/^[ \0]+/, '');
  const end = field.indexOf('\0');
  return withoutTrailing(end < 0 ? field : field.slice(0, end), ' ');
}

function sizeOf(block: Buffer, offset: number): number {
  const size = number(block, offset, 12);
  if (size < 0) throw new Error('a header of its tar has a negative size');
  return size;
}

/** Octal digits; or, if the first bit is set, a number of base 256. */
function number(block: Buffer, offset: number, length: number): number {
  const first = block[offset] ?? 0;
  if ((first & 0x80) !== 0) return binary(block.subarray(offset, offset + length));
  const digits = trimmed(block, offset, length);
  if (digits === '') return 0;
  if (!/^[0-7]+$/.test(digits)) throw new Error('a header of its tar has an invalid number');
  return Number.parseInt(digits, 8);
}

function binary(bytes: Buffer): number {
  const negative = ((bytes[0] ?? 0) & 0x40) !== 0;
  let value = negative ? -1n : 0n;
  bytes.forEach((byte, i) => {
    value = (value << 8n) | BigInt(i === 0 ? (negative ? byte : byte & 0x7f) : byte);
  });
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < -BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('a number in a header of its tar is too large');
  return Number(value);
}
