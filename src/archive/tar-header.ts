/**
 * Deterministic tar headers: POSIX ustar, with a PAX extended header where a name, a link or a size doesn't fit.
 * (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".) Whoever unpacks sees mtime 1, the mode that is
 * given and, unless another one is given, owner 0; nothing else of the packing machine gets in.
 */
export const TAR_BLOCK = 512;

/** Sizes of 8 GiB and more don't fit the eleven octal digits of ustar. */
const LARGEST_USTAR_SIZE = 0o77777777777;
/** Numbers of users and groups have seven. */
const LARGEST_USTAR_ID = 0o7777777;
const NAME_LENGTH = 100;
/** Where in a header the target of a link is. */
const TARGET = 157;
const PREFIX_LENGTH = 155;
/** Seconds: what Nix gives every file of a store. */
const MTIME = 1;

export type EntryType = 'file' | 'hard-link' | 'symlink' | 'directory';

const TYPE_FLAGS: Record<EntryType, string> = { file: '0', 'hard-link': '1', symlink: '2', directory: '5' };

/** Names and link targets hold one byte in each char (latin1), as NARs do. Directories end in a slash. */
export interface WrittenEntry {
  readonly name: string;
  readonly type: EntryType;
  readonly mode: number;
  /** Bytes of contents that follow; 0 unless it is a file. */
  readonly size: number;
  /** Of a link: its target, or the name of the earlier entry. */
  readonly target?: string;
  /** Who owns it; root unless given. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** Returns the blocks in front of an entry's contents: its header, after an extended header if one is needed. */
export function tarHeader(entry: WrittenEntry): Buffer {
  const records: Record<string, string> = {};
  const place = splitName(entry.name);
  const target = entry.target ?? '';
  if (place === undefined) records['path'] = entry.name;
  if (target.length > NAME_LENGTH) records['linkpath'] = target;
  if (entry.size > LARGEST_USTAR_SIZE) records['size'] = String(entry.size);
  const { uid, gid } = entry.owner ?? ROOT;
  if (uid > LARGEST_USTAR_ID) records['uid'] = String(uid);
  if (gid > LARGEST_USTAR_ID) records['gid'] = String(gid);

  const header = ustarHeader({
    ...(place ?? { prefix: '', name: entry.name.slice(0, NAME_LENGTH) }),
    mode: entry.mode,
    uid: 'uid' in records ? 0 : uid,
    gid: 'gid' in records ? 0 : gid,
    // A reader that knows PAX takes the record; any other had better see nothing than a wrong size.
    size: 'size' in records ? 0 : entry.size,
    type: TYPE_FLAGS[entry.type],
    target: target.slice(0, NAME_LENGTH),
  });
  return Object.keys(records).length === 0 ? header : Buffer.concat([extendedHeader(records), header]);
}

/** Returns where the name and the target of a link end in the header of an entry, if the next field follows at once: no zero stands between them. */
export function fullFields(header: Buffer): readonly number[] {
  const ustar = header.length - TAR_BLOCK;
  return [NAME_LENGTH, TARGET + NAME_LENGTH].map((end) => ustar + end).filter((end) => header[end - 1] !== 0);
}

/** Zeros that fill an entry's last block. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** What ends an archive. */
export const TAR_END = Buffer.alloc(2 * TAR_BLOCK);

/** A name over 100 bytes is cut at a slash, if that makes it fit. @returns undefined if it doesn't */
function splitName(name: string): { prefix: string; name: string } | undefined {
  if (name.length <= NAME_LENGTH) return { prefix: '', name };
  // The last slash that leaves a prefix of at most 155 bytes; a directory's own slash at the end is no place to cut.
  const slash = name.lastIndexOf('/', Math.min(PREFIX_LENGTH, name.length - 2));
  if (slash <= 0 || name.length - slash - 1 > NAME_LENGTH) return undefined;
  return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}

interface UstarFields {
  readonly prefix: string;
  readonly name: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly type: string;
  readonly target: string;
}

const ROOT = { uid: 0, gid: 0 } as const;

function ustarHeader(fields: UstarFields): Buffer {
  const header = Buffer.alloc(TAR_BLOCK);
  header.write(fields.name, 0, NAME_LENGTH, 'latin1');
  header.write(octal(fields.mode, 8), 100, 'latin1');
  header.write(octal(fields.uid, 8), 108, 'latin1');
  header.write(octal(fields.gid, 8), 116, 'latin1');
  header.write(octal(fields.size, 12), 124, 'latin1');
  header.write(octal(MTIME, 12), 136, 'latin1');
  header.write('        ', 148, 'latin1'); // the checksum counts as blanks
  header.write(fields.type, 156, 'latin1');
  header.write(fields.target, TARGET, NAME_LENGTH, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(octal(0, 8), 329, 'latin1'); // devmajor
  header.write(octal(0, 8), 337, 'latin1'); // devminor
  header.write(fields.prefix, 345, PREFIX_LENGTH, 'latin1');
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** A zero-terminated octal number that fills `width` bytes. */
function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

function extendedHeader(records: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(records)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => paxRecord(key, value))
    .join('');
  const header = ustarHeader({ prefix: '', name: 'PaxHeader', mode: 0o644, ...ROOT, size: text.length, type: 'x', target: '' });
  return Buffer.concat([header, Buffer.from(text, 'latin1'), Buffer.alloc(tarPadding(text.length))]);
}

/** `<length> <key>=<value>\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (length !== rest.length + String(length).length) length = rest.length + String(length).length;
  return `${length}${rest}`;
}
