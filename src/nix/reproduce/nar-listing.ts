import { createHash, type Hash } from 'node:crypto';
import { NarParser, type NarVisitor } from '../nar/nar.ts';
import type { NixSite } from '../run/site.ts';

/** What is at a place in a store path. */
export type NarEntry =
  | { readonly type: 'directory' }
  | { readonly type: 'symlink'; readonly target: string }
  | { readonly type: 'file'; readonly executable: boolean; readonly size: number; readonly sha256: string };

/** By place in the order of the NAR: `''` is the path itself. Each char is one byte. */
export type NarListing = ReadonlyMap<string, NarEntry>;

/** Of a file that differs, no more than this is looked at. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads what a path holds that Nix need not know. @throws CommandError, IntegrityError, CancelledError */
export async function listNar(site: NixSite, path: string): Promise<NarListing> {
  const visitor = new Lister();
  await dump(site, path, visitor);
  return visitor.entries;
}

/** Reads the beginning of one file of a path. @throws CommandError, IntegrityError, CancelledError */
export async function readNarFile(site: NixSite, path: string, place: string): Promise<Buffer> {
  const visitor = new Taker(place);
  await dump(site, path, visitor);
  return Buffer.concat(visitor.taken);
}

async function dump(site: NixSite, path: string, visitor: NarVisitor): Promise<void> {
  const { stdout, done } = site.stream(['nix-store', '--dump', path]);
  done.catch(() => undefined);
  const parser = new NarParser(visitor);
  for await (const chunk of stdout) parser.write(chunk as Buffer);
  await done;
}

class Lister implements NarVisitor {
  readonly entries = new Map<string, NarEntry>();
  #open: { readonly path: string; readonly executable: boolean; readonly size: number; readonly hash: Hash } | undefined;

  directory(path: string): void {
    this.entries.set(path, { type: 'directory' });
  }

  symlink(path: string, target: string): void {
    this.entries.set(path, { type: 'symlink', target });
  }

  file(path: string, executable: boolean, size: number): void {
    this.#open = { path, executable, size, hash: createHash('sha256') };
  }

  contents(bytes: Buffer): void {
    this.#open?.hash.update(bytes);
  }

  fileEnd(): void {
    if (this.#open === undefined) return;
    const { path, executable, size, hash } = this.#open;
    this.entries.set(path, { type: 'file', executable, size, sha256: hash.digest('hex') });
  }
}

class Taker implements NarVisitor {
  readonly taken: Buffer[] = [];
  readonly #place: string;
  #isOpen = false;
  #left = MOST_BYTES;

  constructor(place: string) {
    this.#place = place;
  }

  directory(): void {}

  symlink(): void {}

  file(path: string): void {
    this.#isOpen = path === this.#place;
  }

  contents(bytes: Buffer): void {
    if (!this.#isOpen || this.#left <= 0) return;
    const part = Buffer.from(bytes.subarray(0, this.#left));
    this.#left -= part.length;
    this.taken.push(part);
  }

  fileEnd(): void {
    this.#isOpen = false;
  }
}
