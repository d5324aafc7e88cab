import { posix } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack, type Header, type Pack } from 'tar-stream';
import { decompression } from '../../base/tar/decompress.ts';
import type { ToolFile } from './tool-files.ts';

/** All files are executable, as the dev container tools make them. */
const MODE = 0o755;
const MTIME = new Date(1000);

/** What comes into the folder of Features for one of them. */
export interface PlacedFeature {
  /** Of its folder. */
  readonly name: string;
  /** What is in its folder, one tar after the other; they may be compressed, as engines take them. */
  readonly tars: AsyncIterable<AsyncIterable<Uint8Array>>;
  /** Further files in its folder, in place of those of the same name. */
  readonly files: readonly ToolFile[];
  /** Files beside its folder. */
  readonly beside: readonly ToolFile[];
}

/** Returns one tar of all of it, so that an engine is started once: each folder in front of what it holds, all with the mode that it is to have. */
export function placedTar(feature: PlacedFeature): AsyncIterable<Uint8Array> {
  const tar = pack();
  write(tar, feature).catch((error: unknown) => tar.destroy(error as Error));
  return tar as AsyncIterable<Uint8Array>;
}

async function write(tar: Pack, { name, tars, files, beside }: PlacedFeature): Promise<void> {
  const own = new Set(files.map((file) => file.name));
  const folders = new Set<string>();
  const addFolders = (path: string): void => {
    if (folders.has(path)) return;
    if (path !== '.') addFolders(posix.dirname(path));
    folders.add(path);
    tar.entry({ name: `${path}/`, type: 'directory', mode: MODE, mtime: MTIME });
  };
  addFolders(name);
  for await (const bytes of tars) {
    const members = extract();
    const adding = (async () => {
      for await (const member of members) {
        const inside = within(member.header.name);
        const path = posix.join(name, inside);
        if (member.header.type === 'directory' || own.has(inside)) member.resume();
        if (member.header.type === 'directory') addFolders(path);
        else if (!own.has(inside)) {
          addFolders(posix.dirname(path));
          await pipeline(member as unknown as AsyncIterable<Uint8Array>, tar.entry(placedHeader(member.header, name, path)) as unknown as Writable);
        }
      }
    })();
    await Promise.all([pipeline([...(await decompression(Readable.from(bytes), '')), members as unknown as NodeJS.WritableStream]), adding]);
  }
  for (const file of files) tar.entry({ name: `${name}/${file.name}`, mode: MODE, mtime: MTIME }, file.bytes);
  for (const file of beside) tar.entry({ name: file.name, mode: MODE, mtime: MTIME }, file.bytes);
  tar.finalize();
}

/** Only what says what an entry is: its numbers may be anybody's. */
function placedHeader({ type, size, mtime, linkname }: Header, folder: string, name: string): Partial<Header> & Pick<Header, 'name'> {
  const entry = { name, mode: MODE, mtime };
  if (type === 'link') return { ...entry, type, linkname: posix.join(folder, within(linkname ?? '')) };
  return type === 'symlink' ? { ...entry, type, linkname: linkname ?? '' } : { ...entry, type: type ?? 'file', size };
}

/** The name in the tar's own folder, which no name leads out of. */
function within(name: string): string {
  return posix.join('/', name).slice(1).replace(/\/$/, '');
}
