import { TarReader, type TarEntry } from '../../base/tar/tar-reader.ts';
import type { Matcher } from '../../leaks/matcher.ts';
import { LeakScanner, type ScanResult } from '../../leaks/scanner.ts';
import { FileTree, type TreeFile } from './file-tree.ts';
import { looksLikeProgram, START_BYTES } from './program-start.ts';

/** What is told of a tarball while it is read. */
export interface TarballVisitor {
  /** Something that no tarball should have; the end of a sentence. */
  odd(path: string, says: string): void;
  /** Tells whether this file's text is wanted. */
  wants(path: string): boolean;
  text(file: TreeFile, text: string): void;
}

/** Members; more than ten times as many as a large NixOS has. */
const MOST_MEMBERS = 3_000_000;
/** Bytes of a text; configuration is shorter. */
const MOST_TEXT = 256 * 1024;
/** Bytes of all names, and of what is kept beside them: a large NixOS has a tenth of that. */
const MOST_KEPT = 512 * 1024 * 1024;
/** Bytes of a name, or of what a link points to (PATH_MAX). */
const LONGEST_NAME = 4096;

const ODD_TYPES = { link: 'is a hard link, which breaks an import; write the tar with --hard-dereference', device: 'is a device', fifo: 'is a pipe', other: 'is of a kind that no import knows' } as const;

/** Reads a tarball once, and looks for leaks on the way. What it keeps grows with the number of members, not with their bytes. */
export class TarballReader {
  readonly tree = new FileTree();
  readonly reader: TarReader;
  readonly #visitor: TarballVisitor;
  readonly #scanner: LeakScanner;
  /** Of the members, in their order: part 2n of the search is what the headers of member n say, 2n + 1 its contents. */
  readonly #paths: string[] = [];
  #file: TreeFile | undefined;
  #start: Buffer[] | undefined;
  #startSize = 0;
  #text: Buffer[] | undefined;
  #textSize = 0;
  #kept = 0;
  #bytes = 0;
  #behind = 0;
  #isBehind = false;

  constructor(matcher: Matcher, visitor: TarballVisitor) {
    this.#visitor = visitor;
    this.#scanner = new LeakScanner(matcher);
    this.reader = new TarReader((entry) => this.#see(entry), { contents: (bytes) => this.#contents(bytes), behind: (bytes) => this.#seeBehind(bytes) });
  }

  /** Bytes of contents that were read. */
  get bytes(): number {
    return this.#bytes;
  }

  get members(): number {
    return this.#paths.length;
  }

  /** Bytes behind the tar's end that are not zero. */
  get behind(): number {
    return this.#behind;
  }

  /** To be called once, when everything was read or nothing more can be. */
  end(): ScanResult {
    this.#endFile();
    return this.#scanner.end();
  }

  /** Where a part of the search was. */
  placeOf(part: number): { readonly path: string; readonly inName: boolean } {
    return { path: this.#paths[part >> 1] ?? '', inName: part % 2 === 0 };
  }

  #see(entry: TarEntry): void {
    this.#endFile();
    if (this.#paths.length >= MOST_MEMBERS) throw new Error(`it has more than ${MOST_MEMBERS} members`);
    if (Math.max(entry.name.length, entry.target.length) > LONGEST_NAME) throw new Error(`it has a name of more than ${LONGEST_NAME} bytes`);
    if ((this.#kept += entry.name.length + entry.target.length) > MOST_KEPT) throw new Error(`it has names of more than ${MOST_KEPT} bytes`);
    const name = Buffer.from(entry.name, 'latin1').toString('utf8');
    const target = Buffer.from(entry.target, 'latin1').toString('utf8');
    const path = cleanPath(name);
    const file: TreeFile = { path, type: entry.type, mode: entry.mode & 0o7777, uid: entry.uid, gid: entry.gid, size: entry.size, target, start: '' };
    this.#paths.push(path);
    if (name.split('/').includes('..')) this.#visitor.odd(path, 'has a name that leads out of the root');
    if (entry.type in ODD_TYPES) this.#visitor.odd(path, ODD_TYPES[entry.type as keyof typeof ODD_TYPES]);
    if (!this.tree.add(file) && path !== '/') this.#visitor.odd(path, 'is there more than once');
    this.#scan(entry);
    this.#file = file;
    if (entry.type !== 'file') return;
    this.#start = [];
    this.#startSize = 0;
    this.#textSize = 0;
    this.#text = entry.size <= MOST_TEXT && this.#visitor.wants(path) ? [] : undefined;
  }

  /** What the headers say is a part, and so is what follows. */
  #scan({ name, target, said }: TarEntry): void {
    const part = 2 * (this.#paths.length - 1);
    this.#scanner.begin(part);
    this.#scanner.write(Buffer.from([name, target, ...said].join('\0'), 'latin1'));
    this.#scanner.begin(part + 1, true);
  }

  #contents(bytes: Buffer): void {
    this.#bytes += bytes.length;
    this.#scanner.write(bytes);
    if (this.#start !== undefined && this.#startSize < START_BYTES) {
      const part = Buffer.from(bytes.subarray(0, START_BYTES - this.#startSize));
      this.#start.push(part);
      this.#startSize += part.length;
    }
    // A file with holes may have more bytes than it says.
    if (this.#text !== undefined && (this.#textSize += bytes.length) <= MOST_TEXT) this.#text.push(Buffer.from(bytes));
  }

  #endFile(): void {
    const file = this.#file;
    if (file === undefined) return;
    this.#file = undefined;
    if (this.#start !== undefined && this.#startSize >= 2) {
      const start = Buffer.concat(this.#start);
      if (looksLikeProgram(start)) file.start = start.toString('latin1');
      this.#kept += file.start.length;
    }
    this.#start = undefined;
    const text = this.#text;
    this.#text = undefined;
    if (text !== undefined) this.#visitor.text(file, Buffer.concat(text).toString('utf8'));
  }

  #seeBehind(bytes: Buffer): void {
    if (!this.#isBehind) {
      this.#isBehind = true;
      this.#endFile();
      this.#paths.push('');
      this.#scanner.begin(2 * this.#paths.length - 1, false);
    }
    for (const byte of bytes) if (byte !== 0) this.#behind += 1;
    this.#scanner.write(bytes);
  }
}

/** `./etc/passwd` and `/etc/passwd` are `/etc/passwd`; the root itself is `/`. */
function cleanPath(name: string): string {
  return `/${name.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
}
