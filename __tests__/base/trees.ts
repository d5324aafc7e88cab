import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { file, folder, symlink as linkEntry, type HeaderOptions } from './tar-blocks.ts';
import type { Tree } from '../nix/nar-builder.ts';

/** Names are latin1, a byte for each char, as NARs have them. */
const bytesOf = (path: string): Buffer => Buffer.from(path, 'latin1');

/** Writes a tree to disk. */
export async function writeTree(path: string, tree: Tree): Promise<void> {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return writeFile(bytesOf(path), tree);
  if ('link' in tree) return symlink(tree.link, bytesOf(path));
  if ('executable' in tree) {
    await writeFile(bytesOf(path), tree.executable);
    return chmod(bytesOf(path), 0o555);
  }
  await mkdir(bytesOf(path));
  for (const [name, child] of Object.entries(tree.entries)) await writeTree(`${path}/${name}`, child);
}

/** A tree as entries of a tar. */
export function treeEntries(path: string, tree: Tree, options: HeaderOptions = {}): Buffer {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return file(path, tree, { mode: 0o444, ...options });
  if ('link' in tree) return linkEntry(path, tree.link, options);
  if ('executable' in tree) return file(path, tree.executable, { mode: 0o555, ...options });
  const children = Object.entries(tree.entries).map(([name, child]) => treeEntries(`${path}/${name}`, child, options));
  return Buffer.concat([folder(path, options), ...children]);
}
