import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { withoutTrailing } from '../../kit/text.ts';

/** What a Feature's tar may hold at most; the layers that it may embed are not counted. */
const MEMBERS = 100_000;

export interface UnpackOptions {
  /** For messages. */
  readonly where: string;
  /** Which members are left out, by their names without `./`. */
  readonly skip: (name: string) => boolean;
}

/**
 * Unpacks `layers[0]` of a Feature: regular files and folders, nothing else, each below the folder. The tar is foreign:
 * what is not as the distribution specification has it is refused.
 * @param folder new and empty
 * @throws IntegrityError
 */
export async function unpackFeatureTar(tar: Readable, folder: string, { where, skip }: UnpackOptions): Promise<void> {
  const seen = new Set<string>();
  const members = extract();
  const unpacking = (async () => {
    for await (const member of members) {
      const name = nameOf(member.header, where);
      if (seen.size >= MEMBERS) throw new IntegrityError(`${where} has more than ${MEMBERS} members.`);
      if (name !== '' && member.header.type === 'file' && seen.has(name)) throw new IntegrityError(`${where} has the member ${JSON.stringify(name)} twice.`);
      seen.add(name);
      if (name === '' || skip(name)) member.resume();
      else await unpackMember(member, join(folder, name), where);
    }
  })();
  await Promise.all([pipeline(tar, members), unpacking]).catch((cause: unknown) => {
    throw tarFailure(where, cause);
  });
}

type Member = AsyncIterable<unknown> & { readonly header: Header; resume(): unknown };

async function unpackMember(member: Member, path: string, where: string): Promise<void> {
  const { type, mode } = member.header;
  try {
    if (type === 'directory') {
      await mkdir(path, { recursive: true });
      member.resume();
      return;
    }
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(member), createWriteStream(path, { flags: 'wx', mode: (mode & 0o100) === 0 ? 0o644 : 0o755 }));
  } catch (cause) {
    if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    throw new IntegrityError(`${where} has a file and a folder of the same name.`, { cause });
  }
}

/** Returns the error for a tar that could not be read: what its source says, or the file system, is said by itself; the rest is the tar's own. */
export function tarFailure(where: string, cause: unknown): unknown {
  if (cause instanceof Failure || typeof (cause as NodeJS.ErrnoException).errno === 'number') return cause;
  const why = cause instanceof Error ? withoutTrailing(cause.message, '.') : String(cause);
  return new IntegrityError(`${where} is not a complete tar archive: ${why}.`, { cause, hint: 'If it was cut short, get it again; if it is compressed, unpack it first (gunzip).' });
}

/** @returns without `./` and without a slash at the end; empty for the folder itself */
function nameOf({ name, type }: Header, where: string): string {
  const refuse = (why: string): never => {
    throw new IntegrityError(`${where} has the member ${JSON.stringify(name.slice(0, 200))}, ${why}.`);
  };
  if (type !== 'file' && type !== 'directory') return refuse(`which is a ${type}, and only files and folders belong there`);
  const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
  if (plain === '' || plain === '.') return '';
  if (name.startsWith('/') || plain.includes('\0') || plain.split('/').some((part) => part === '' || part === '.' || part === '..')) return refuse('which leads out of the folder');
  return plain;
}
