/**
 * Bytes that a file takes in a NAR (Nix manual, "Nix Archive (NAR) format"). They add up: the size of a NAR is the sum of
 * these over all that is in a store path, so it can be told from names, kinds and sizes, without reading a file. All are
 * multiples of eight.
 */

/** `path` is relative to the store path, empty for itself; one byte in each char (latin1). */
export type NarNode =
  | { readonly path: string; readonly type: 'directory' }
  | { readonly path: string; readonly type: 'file'; readonly size: number; readonly executable: boolean }
  | { readonly path: string; readonly type: 'symlink'; readonly target: string };

/** "(", "type", "directory", ")" */
const DIRECTORY = 72;
/** "(", "type", "regular", "contents", its length, ")"; "(", "type", "symlink", "target", its length, ")" */
const FILE = 88;
/** "executable", "" */
const EXECUTABLE = 32;
/** "nix-archive-1" */
const ROOT = 24;
/** "entry", "(", "name", its length, "node", ")" */
const ENTRY = 88;

/** Returns what a file is by itself, without its name. */
export function nodeSize(node: NarNode): number {
  if (node.type === 'directory') return DIRECTORY;
  if (node.type === 'symlink') return FILE + padded(node.target.length);
  return FILE + (node.executable ? EXECUTABLE : 0) + padded(node.size);
}

/** Returns what the place of a file adds. */
export function placeSize(path: string): number {
  return path === '' ? ROOT : ENTRY + padded(path.length - path.lastIndexOf('/') - 1);
}

/** Returns the size of a NAR. */
export function narSizeOf(nodes: Iterable<NarNode>): number {
  let size = 0;
  for (const node of nodes) size += placeSize(node.path) + nodeSize(node);
  return size;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
