import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TAR_END, tarHeader, tarPadding, type WrittenEntry } from '../../archive/tar-header.ts';
import { Failure, InputError } from '../../kit/errors.ts';
import { firstUnfit } from '../../kit/safe-text.ts';

/** A file of a Feature: its bytes, or a file on disk that holds them. `name` is relative, with slashes. */
export type FeatureFile = {
  readonly name: string;
  /** Scripts (`*.sh`) are executable whatever this says. */
  readonly executable?: boolean;
} & ({ readonly bytes: Uint8Array | string } | { readonly file: string });

/**
 * Returns `layers[0]` of a Feature as bytes: an uncompressed tar with `./`-prefixed members, regular files and directories alone
 * (dev container distribution specification; some readers refuse anything else). Sorted by name; the same files give
 * the same bytes.
 * @throws InputError for a name that such a tar can't hold; Failure if a file changes while it is read
 */
export async function* featureTar(files: readonly FeatureFile[]): AsyncGenerator<Buffer> {
  const byName = new Map(files.map((file) => [file.name, file]));
  if (byName.size !== files.length) throw new Error('two files of the Feature have the same name');
  yield header({ name: './', type: 'directory', mode: 0o755, size: 0 });
  for (const name of [...foldersOf(byName.keys()), ...byName.keys()].toSorted(byBytes)) {
    const file = byName.get(name);
    if (file === undefined) yield header({ name: `./${name}`, type: 'directory', mode: 0o755, size: 0 });
    else yield* fileMember(file);
  }
  yield TAR_END;
}

/** Returns the mode that a file has in the tar. */
export function modeOf({ name, executable }: Pick<FeatureFile, 'name' | 'executable'>): number {
  return executable === true || name.endsWith('.sh') ? 0o755 : 0o644;
}

async function* fileMember(file: FeatureFile): AsyncGenerator<Buffer> {
  const mode = modeOf(file);
  const bytes = 'bytes' in file ? Buffer.from(file.bytes) : undefined;
  const size = 'file' in file ? (await stat(file.file)).size : (bytes?.length ?? 0);
  yield header({ name: `./${file.name}`, type: 'file', mode, size });
  if (bytes !== undefined) yield bytes;
  if ('file' in file) {
    let read = 0;
    for await (const chunk of createReadStream(file.file) as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield chunk;
    }
    if (read !== size) throw new Failure(`${file.file} changed while it was read: ${size} bytes before, ${read} now.`);
  }
  const padding = tarPadding(size);
  if (padding > 0) yield Buffer.alloc(padding);
}

/** Each folder above a file, once, with a slash at the end so that it sorts before what it holds. */
function foldersOf(names: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const name of names) {
    if (firstUnfit(name) !== undefined || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
      throw new InputError('feature', `"${name}" can't be the name of a file in a Feature.`);
    }
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) folders.add(name.slice(0, slash + 1));
  }
  return folders;
}

/**
 * Checks that this can be the name of a file in a Feature.
 * @param file where it is, for the error
 * @throws InputError
 */
export function checkFileName(name: string, file: string): void {
  for (const folder of foldersOf([name])) header({ name: `./${folder}`, type: 'directory', mode: 0o755, size: 0 }, file);
  header({ name: `./${name}`, type: 'file', mode: 0o644, size: 0 }, file);
}

/** Headers hold one byte in each char. An extended header would be a member that is no regular file. */
function header(entry: WrittenEntry, file?: string): Buffer {
  const blocks = tarHeader({ ...entry, name: Buffer.from(entry.name).toString('latin1') });
  if (blocks.length > 512) {
    throw new InputError('feature', `"${entry.name}" is too long a name for a file in a Feature.`, {
      hint: 'A tar without extensions holds names of up to 100 bytes, or 255 if a slash divides them into parts of at most 155 and 100 bytes.',
      ...(file === undefined ? {} : { location: { file } }),
    });
  }
  return blocks;
}

/** Compares names by their bytes. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
