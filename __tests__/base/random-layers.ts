import { storeName } from './layer-tar.ts';
import { END, entry, file, folder, hardLink, header, padded, pax, symlink } from './tar-blocks.ts';

/** Layers as odd builders make them: every kind of entry, whiteouts at each level, replaced kinds, odd ends. */
export interface Stack {
  readonly layers: readonly Buffer[];
  /** What is in them, for a message. */
  readonly text: string;
}

type Kind = 'folder' | 'file' | 'link';
/** What lies on each other so far, so that what is made is an image that can be unpacked at all. */
type Files = Map<string, Kind>;

const NAMES = ['a', 'b', 'c', 'd', 'f'].map((letter) => `nix/store/${storeName(letter)}`);
const INSIDE = ['bin', 'bin/tool', 'lib', 'lib/deep', 'lib/deep/file', 'share', 'share/doc', `share/${'long'.repeat(40)}`];
const PROGRAMS = ['usr/bin/zstd', 'bin/zstd', 'usr/local/bin/zstd'];
const FOLDERS = ['nix', 'nix/store', 'usr', 'usr/bin', 'usr/local', 'bin'];
const V7 = '\0'.repeat(8);
const GNU = 'ustar  \0';

export function randomStack(random: () => number): Stack {
  const files: Files = new Map();
  const text: string[] = [];
  const layers = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => {
    text.push(`layer ${i}`);
    return new LayerMaker(random, files, text).make(i === 0 ? 14 : 7);
  });
  return { layers, text: text.join('\n') };
}

class LayerMaker {
  readonly #random: () => number;
  readonly #files: Files;
  readonly #text: string[];
  readonly #blocks: Buffer[] = [];
  /** Regular files of this layer: what hard links may be to. */
  readonly #own: string[] = [];

  constructor(random: () => number, files: Files, text: string[]) {
    this.#random = random;
    this.#files = files;
    this.#text = text;
  }

  make(most: number): Buffer {
    const count = 1 + Math.floor(this.#random() * most);
    for (let i = 0; i < count; i += 1) this.#step();
    if (this.#random() < 0.1) return this.#withMore();
    return Buffer.concat([...this.#blocks, END]);
  }

  /** Something after the end marker, which nobody may look at. */
  #withMore(): Buffer {
    this.#text.push('  end, then more');
    return Buffer.concat([...this.#blocks, END, folder(NAMES[0] ?? ''), file('nix/store/.wh..wh..opq'), END]);
  }

  #step(): void {
    const dice = this.#random();
    const store = this.#pick(NAMES);
    if (dice < 0.12) return this.#remove(this.#pick([...NAMES, store, `${store}/${this.#pick(INSIDE)}`, ...PROGRAMS, ...FOLDERS]));
    if (dice < 0.18) return this.#empty(this.#pick([store, `${store}/${this.#pick(INSIDE)}`, ...FOLDERS]));
    if (dice < 0.24) return this.#add(this.#pick(PROGRAMS));
    if (dice < 0.3) return this.#add(this.#pick(FOLDERS), 'folder');
    if (dice < 0.45) return this.#add(store);
    this.#add(`${store}/${this.#pick(INSIDE)}`);
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  #say(what: string): void {
    this.#text.push(`  ${what}`);
  }

  #removeBelow(place: string): void {
    for (const each of this.#files.keys()) if (each.startsWith(`${place}/`)) this.#files.delete(each);
  }

  #hides(place: string): boolean {
    // Engines differ in what a whiteout does to what the same layer has brought.
    return this.#own.some((each) => each === place || each.startsWith(`${place}/`));
  }

  #remove(place: string): void {
    if (!this.#files.has(place) || !this.#isOpen(place) || this.#hides(place)) return;
    this.#removeBelow(place);
    this.#files.delete(place);
    this.#blocks.push(file(place.replace(/[^/]*$/, '.wh.$&')));
    this.#say(`remove ${place}`);
  }

  #empty(place: string): void {
    if (this.#files.get(place) !== 'folder' || !this.#isOpen(place) || this.#hides(place)) return;
    this.#removeBelow(place);
    this.#blocks.push(file(`${place}/.wh..wh..opq`));
    this.#say(`empty ${place}`);
  }

  /** All above it are folders, or nothing yet. */
  #isOpen(place: string): boolean {
    const parts = place.split('/');
    return parts.slice(1).every((_, i) => [undefined, 'folder'].includes(this.#files.get(parts.slice(0, i + 1).join('/'))));
  }

  #add(place: string, wanted?: Kind): void {
    if (!this.#isOpen(place)) return;
    const kind = wanted ?? this.#pick<Kind>(['folder', 'folder', 'file', 'file', 'file', 'link']);
    const parts = place.split('/');
    parts.slice(1).forEach((_, i) => this.#note(parts.slice(0, i + 1).join('/'), 'folder'));
    const before = this.#files.get(place);
    if (kind !== 'folder' || before !== 'folder') this.#removeBelow(place);
    this.#note(place, kind);
    this.#blocks.push(this.#entry(this.#pick(['', '', './', '/']) + place, kind));
    this.#say(`${kind} ${place}`);
  }

  #note(place: string, kind: Kind): void {
    this.#files.set(place, kind);
    this.#own.push(place);
  }

  #entry(name: string, kind: Kind): Buffer {
    if (kind === 'folder') return this.#folder(name);
    if (kind === 'link') return symlink(name, this.#pick(['target', '/nix/store/x', 't'.repeat(150)]));
    return this.#file(name);
  }

  /** With a size that nothing follows, now and then. */
  #folder(name: string): Buffer {
    const short = name.length < 99;
    const odd = this.#random();
    if (short && odd < 0.15) return header(`${name}/`, '5', 4096, { mode: 0o755 });
    if (short && odd < 0.25) return entry(`${name}/`, '\0', '', { mode: 0o755, magic: V7 });
    return folder(name);
  }

  #file(name: string): Buffer {
    const data = 'x'.repeat(Math.floor(this.#random() * 1200));
    const mode = this.#pick([0o444, 0o555, 0o755, 0o644]);
    const short = name.length < 100;
    const way = Math.floor(this.#random() * 9);
    if (short && way === 0) return entry(name, '\0', data, { mode, magic: V7 });
    if (short && way === 1) return entry(name, '0', data, { mode, magic: GNU });
    if (way === 2) return Buffer.concat([entry('././@LongLink', 'L', `${name}\0`, { magic: GNU }), header('cut', '0', data.length, { mode, magic: GNU }), padded(data)]);
    if (way === 3) return Buffer.concat([pax({ path: name, size: data.length }), header('other', '0', 0, { mode }), padded(data)]);
    if (way === 4) return sparse(name, data, mode);
    if (way === 5) return Buffer.concat([file('usr/share/q', data, { mode }), hardLink(name, 'usr/share/q', { mode })]);
    if (short && way === 6) return Buffer.concat([file('usr/share/q', data, { mode }), header(name, '1', data.length, { mode, target: 'usr/share/q' })]);
    return file(name, data, { mode });
  }
}

/** As GNU tar writes a file with holes: what is stored is a map and the data. */
function sparse(name: string, data: string, mode: number): Buffer {
  const size = data.length + 5000;
  const stored = Buffer.concat([padded(`1\n0\n${data.length}\n`), Buffer.from(data)]);
  const records = { 'GNU.sparse.major': 1, 'GNU.sparse.minor': 0, 'GNU.sparse.name': name, 'GNU.sparse.realsize': size };
  return Buffer.concat([pax(records), header('GNUSparseFile.0/x', '0', stored.length, { mode }), padded(stored)]);
}
