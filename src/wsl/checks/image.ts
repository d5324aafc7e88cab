import type { Arch } from '../../platform.ts';
import type { FileTree } from '../read/file-tree.ts';
import type { Findings } from '../read/findings.ts';

/** A tarball that was read, as the checks of its files see it. */
export interface Image {
  readonly tree: FileTree;
  /** Texts of configuration files by their paths; where links led away, by what they led to. */
  readonly texts: ReadonlyMap<string, string>;
  readonly arch: Arch;
  readonly findings: Findings;
}

/** Returns the text of a file of the image, through links. @returns undefined if it is not there, or too long to be one */
export function textAt({ tree, texts }: Image, path: string): string | undefined {
  const file = tree.resolve(path);
  return file === undefined ? undefined : texts.get(file.path);
}

export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
