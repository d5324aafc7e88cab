import { createHash } from 'node:crypto';
import type { Closure, PathInfo } from '../../src/nix/store/closure.ts';
import { parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';

/** A file tree as tests write it: text or bytes for a file, or one of these. */
export type Tree =
  | string
  | Buffer
  | { readonly executable: string | Buffer }
  | { readonly link: string }
  | { readonly entries: Readonly<Record<string, Tree>> };

/** Serialises a tree as Nix does (Nix manual, "Nix Archive (NAR) format"). Names are latin1, a byte for each char. */
export function narOf(tree: Tree): Buffer {
  return Buffer.concat([string('nix-archive-1'), ...node(tree)]);
}

export function string(text: string | Buffer): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  return Buffer.concat([number(bytes.length), bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
}

export function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function node(tree: Tree): Buffer[] {
  return [...['(', 'type'].map(string), ...body(tree), string(')')];
}

function body(tree: Tree): Buffer[] {
  if (typeof tree === 'string' || Buffer.isBuffer(tree)) return [...['regular', 'contents'].map(string), string(tree)];
  if ('executable' in tree) {
    return [...['regular', 'executable', '', 'contents'].map(string), string(tree.executable)];
  }
  if ('link' in tree) return ['symlink', 'target', tree.link].map(string);
  const entries = Object.entries(tree.entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    string('directory'),
    ...entries.flatMap(([name, child]) => [...['entry', '(', 'name', name, 'node'].map(string), ...node(child), string(')')]),
  ];
}

/** A store path with a made-up hash: the letter, repeated. */
export function storePath(letter: string, name: string): StorePath {
  return parseStorePath(`/nix/store/${letter.repeat(32)}-${name}`);
}

export interface TestPath {
  readonly path: StorePath;
  readonly tree: Tree;
  readonly references?: readonly StorePath[];
}

/** What Nix would know of these paths. */
export function closureOfTrees(paths: readonly TestPath[]): Closure {
  const infos = paths.map(({ path, tree, references = [] }): PathInfo => {
    const nar = narOf(tree);
    const narHash = `sha256-${createHash('sha256').update(nar).digest('base64')}`;
    return { path, narHash, narSize: nar.length, references: [...references].sort(), deriver: null, ca: null };
  });
  return new Map(infos.sort((a, b) => (a.path < b.path ? -1 : 1)).map((info) => [info.path, info]));
}

/** What `nix-store --export` writes for these paths, in this order. */
export function exportOf(paths: readonly TestPath[]): Buffer {
  return Buffer.concat([
    ...paths.flatMap(({ path, tree, references = [] }) => [
      number(1),
      narOf(tree),
      number(0x4558494e),
      string(path),
      number(references.length),
      ...[...references].sort().map(string),
      string(''),
      number(0),
    ]),
    number(0),
  ]);
}
