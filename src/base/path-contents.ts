import { nodeSize, placeSize, type NarNode } from '../nix/nar/nar-size.ts';

/**
 * What one layer has of a store path: each file's name, as a number, and its {@link weightOf}. By the sum of the bytes that
 * they take in a NAR a path is known to be whole, over however many layers it is spread.
 */
export type PathContents = ReadonlyMap<number, number>;

/** The weight of a file of a kind that no NAR can hold, or of a hard link whose target is not known. */
export const UNKNOWN = -1;

/** Kinds are in the lowest bits of a weight; all bytes of a NAR come in eights. */
const KINDS = 8;

/** Bytes that a file takes in a NAR, and its kind: one of another kind may take as many. */
export function weightOf(node: NarNode): number {
  const kind = node.type === 'directory' ? 0 : node.type === 'symlink' ? 3 : node.executable ? 2 : 1;
  return nodeSize(node) + kind;
}

/** Bytes of one packed file: six for the name, four for the weight, with two bits for the kind. */
const RECORD = 10;
const UNKNOWN_WORD = 0xffff_ffff;
const FOLDER = weightOf({ path: '', type: 'directory' });

/** The files of a store path as a layer's entries name them. */
export class ContentsBuilder {
  readonly #files = new Map<number, number>();

  get contents(): PathContents {
    return this.#files;
  }

  /** @param path relative to the store path, empty for itself @param weight of the file by itself, or UNKNOWN */
  see(path: string, weight: number): void {
    this.#seeFolders(path);
    const number = numberOf(path);
    const before = this.#files.get(number);
    // A folder that was replaced by something else took its contents along; their names are not known any more.
    const changed = before !== undefined && before % KINDS !== weight % KINDS;
    this.#files.set(number, weight === UNKNOWN || changed ? UNKNOWN : placeSize(path) + weight);
  }

  /** The folders above a file may have no entries of their own. */
  #seeFolders(path: string): void {
    for (let above = path; above !== ''; ) {
      above = above.slice(0, Math.max(0, above.lastIndexOf('/')));
      const number = numberOf(above);
      if (this.#files.has(number)) return;
      this.#files.set(number, placeSize(above) + FOLDER);
    }
  }
}

/** Returns the bytes of the NAR that a path's files make, from all layers, the lowest first. @returns undefined if it can't be told, or kinds were replaced */
export function narSizeOfContents(layers: readonly PathContents[]): number | undefined {
  const files = layers.length === 1 ? layers[0] : merged(layers);
  let size = 0;
  for (const weight of files?.values() ?? []) {
    if (weight === UNKNOWN) return undefined;
    size += weight - (weight % KINDS);
  }
  return files === undefined ? undefined : size;
}

function merged(layers: readonly PathContents[]): PathContents | undefined {
  const files = new Map<number, number>();
  for (const [number, weight] of layers.flatMap((layer) => [...layer])) {
    const below = files.get(number);
    if (below !== undefined && below % KINDS !== weight % KINDS) return undefined;
    files.set(number, weight);
  }
  return files;
}

/** As text, the same for the same files. */
export function packContents(contents: PathContents): string {
  const packed = Buffer.alloc(contents.size * RECORD);
  let at = 0;
  for (const [number, weight] of [...contents].sort(([a], [b]) => a - b)) {
    packed.writeUIntBE(number, at, 6);
    packed.writeUInt32BE(wordOf(weight), at + 6);
    at += RECORD;
  }
  return packed.toString('base64');
}

/** @returns undefined for a text that {@link packContents} did not write */
export function unpackContents(text: string): PathContents | undefined {
  const packed = Buffer.from(text, 'base64');
  if (packed.length % RECORD !== 0 || packed.toString('base64') !== text) return undefined;
  const files = new Map<number, number>();
  for (let at = 0; at < packed.length; at += RECORD) {
    const word = packed.readUInt32BE(at + 6);
    files.set(packed.readUIntBE(at, 6), word === UNKNOWN_WORD ? UNKNOWN : Math.floor(word / 4) * KINDS + (word % 4));
  }
  return files;
}

/** Of eight gigabytes and more in one file nothing is known. */
function wordOf(weight: number): number {
  return weight === UNKNOWN ? UNKNOWN_WORD : Math.min(Math.floor(weight / KINDS) * 4 + (weight % KINDS), UNKNOWN_WORD);
}

/**
 * Returns a name as a number of 48 bits: two FNV-1a hashes. Two names of one path with the same number, one chance in millions even
 * in a large path, make it look incomplete, and so it is shipped.
 */
export function numberOf(path: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < path.length; i += 1) {
    const char = path.charCodeAt(i);
    low = Math.imul(low ^ char, 0x01000193);
    high = Math.imul(high ^ char, 0x01000193) ^ (high >>> 15);
  }
  return (low >>> 0) + (high & 0xffff) * 2 ** 32;
}
