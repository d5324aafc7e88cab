import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { Failure } from '../../kit/errors.ts';

/** What Nix finds out about a folder when it copies it to the store. */
export interface FolderHash {
  /** `sha256-<base64>` of the folder as a NAR. */
  readonly narHash: string;
  /** The newest modification time in it, in seconds since 1970; a flake sees it as `self.lastModified`. */
  readonly lastModified: number;
}

/** Up to this many bytes a file is read in one go. */
const SMALL = 256 * 1024;
const PADDING = Buffer.alloc(8);

/**
 * Hashes a folder as Nix does when it copies a `path:` flake: all that is in it, whatever git thinks of it. Nothing but
 * the hash is kept, so memory stays flat. (Format: Nix manual, "Nix Archive (NAR) format".)
 * @throws Failure if something in it is neither file, folder nor link, or changes meanwhile; what the file system throws
 */
export async function narHashOf(folder: string): Promise<FolderHash> {
  const sink: Sink = { hash: createHash('sha256'), lastModified: 0 };
  strings(sink, 'nix-archive-1');
  await node(sink, Buffer.from(folder));
  return { narHash: `sha256-${sink.hash.digest('base64')}`, lastModified: sink.lastModified };
}

interface Sink {
  readonly hash: Hash;
  lastModified: number;
}

/** Paths are bytes: names need not be UTF-8. */
async function node(sink: Sink, path: Buffer): Promise<void> {
  const stat = await lstat(path);
  sink.lastModified = Math.max(sink.lastModified, Math.floor(stat.mtimeMs / 1000));
  strings(sink, '(', 'type');
  if (stat.isDirectory()) {
    strings(sink, 'directory');
    await entries(sink, path);
  } else if (stat.isFile()) {
    strings(sink, 'regular');
    // The owner's bit alone counts, as in Nix.
    if ((stat.mode & 0o100) !== 0) strings(sink, 'executable', '');
    strings(sink, 'contents');
    await contents(sink, path, stat.size);
  } else if (stat.isSymbolicLink()) {
    strings(sink, 'symlink', 'target', await readlink(path, 'buffer'));
  } else {
    throw new Failure(`${path.toString()} is not a file, a folder or a symbolic link; a store can have nothing else.`);
  }
  strings(sink, ')');
}

async function entries(sink: Sink, folder: Buffer): Promise<void> {
  const names = await readdir(folder, { encoding: 'buffer' });
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    strings(sink, 'entry', '(', 'name', name, 'node');
    await node(sink, Buffer.concat([folder, Buffer.from('/'), name]));
    strings(sink, ')');
  }
}

async function contents(sink: Sink, file: Buffer, size: number): Promise<void> {
  number(sink, size);
  let read = 0;
  for await (const chunk of size <= SMALL ? [await readFile(file)] : createReadStream(file)) {
    sink.hash.update(chunk as Buffer);
    read += (chunk as Buffer).length;
  }
  if (read !== size) throw new Failure(`${file.toString()} changed while it was read: ${size} bytes at first, then ${read}.`);
  pad(sink, size);
}

function strings(sink: Sink, ...values: readonly (string | Buffer)[]): void {
  for (const value of values) {
    const bytes = Buffer.from(value);
    number(sink, bytes.length);
    sink.hash.update(bytes);
    pad(sink, bytes.length);
  }
}

function number(sink: Sink, value: number): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  sink.hash.update(bytes);
}

function pad(sink: Sink, length: number): void {
  sink.hash.update(PADDING.subarray(0, (8 - (length % 8)) % 8));
}
