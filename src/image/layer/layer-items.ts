import { BaseError } from '../../kit/errors.ts';
import { compareText } from '../../nix/store/store-path.ts';
import type { BaseTree, BaseNode } from '../base/base-tree.ts';

type Owner = BaseNode['owner'];

/** What one more layer has under a name, without the first slash. */
export type LayerItem = {
  readonly path: string;
  /** Root unless given. */
  readonly owner?: Owner;
} & (
  | { readonly type: 'directory'; readonly mode: number }
  | { readonly type: 'symlink'; readonly target: string }
  | { readonly type: 'file'; readonly mode: number; readonly bytes: Buffer }
  /** A file on disk. */
  | { readonly type: 'file'; readonly mode: number; readonly file: string; readonly size: number }
);

/** A file that hides what the layers below have under that name (OCI image specification, layer.md, "Whiteouts"). */
export function whiteout(path: string): LayerItem {
  const slash = path.lastIndexOf('/') + 1;
  return { path: `${path.slice(0, slash)}.wh.${path.slice(slash)}`, type: 'file', mode: 0o644, bytes: Buffer.alloc(0) };
}

/**
 * Adds the folders that items lie in, and sorts. An engine takes a folder's mode and owner from the uppermost layer that has
 * anything in it, so each folder of the image is written as it is there.
 * @param also folders that other layers have written since
 * @throws BaseError if one of them is no folder in the image
 */
export function withFolders(items: readonly LayerItem[], tree: BaseTree, also: readonly string[] = []): readonly LayerItem[] {
  const folders = new Set([...also, ...items.map(({ path }) => path)].flatMap((path, index) => aboveOf(path, index < also.length)));
  const all = [...[...folders].map((path) => folderItem(path, tree)), ...items.filter(({ path, type }) => type !== 'directory' || !folders.has(path))];
  return all.toSorted((a, b) => compareText(a.path, b.path));
}

/** `a/b/c` is in `a` and `a/b`. */
function aboveOf(path: string, itself: boolean): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, itself ? undefined : -1).map((_part, index) => parts.slice(0, index + 1).join('/'));
}

function folderItem(path: string, tree: BaseTree): LayerItem {
  const node = tree.get(path);
  if (node === undefined) return { path, type: 'directory', mode: 0o755 };
  if (node.type === 'directory') return { path, type: 'directory', mode: node.mode, owner: node.owner };
  throw new BaseError(`its /${path} is ${node.type === 'symlink' ? `a symbolic link (to ${node.target})` : 'not a folder'}, and nothing is written through it`, {
    hint: `Make it a real folder in the image, for example: RUN rm /${path} && mkdir /${path}`,
  });
}

/** Is this a folder of the image, with no link on the way? */
export function isFolder(path: string, tree: BaseTree): boolean {
  return aboveOf(path, true).every((folder) => tree.get(folder)?.type === 'directory');
}

/** Is this a folder of the image, or can one be made there, with no link on the way? */
export function canBeFolder(path: string, tree: BaseTree): boolean {
  return aboveOf(path, true).every((folder) => [undefined, 'directory'].includes(tree.get(folder)?.type));
}
