import { Writable } from 'node:stream';
import { parsePax, paxNumber, sparseFacts, type PaxRecords } from './pax-records.ts';
import { BLOCK, isHeaderOnly, isZero, parseHeader, tarText, typeOf, type RawHeader, type TarType } from './tar-fields.ts';

/** What a tar says of one file. Names hold one byte in each char (latin1). */
export interface TarEntry {
  readonly name: string;
  readonly type: TarType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** What else its headers say, for whoever looks for names in it: its owner and group by name, and extended records. */
  readonly said: readonly string[];
  /** Bytes of the file once it is unpacked; 0 unless it is a file. */
  readonly size: number;
  /** Of a link. */
  readonly target: string;
}

/** What may also be told of a tar. */
export interface TarContents {
  /** Bytes of the entry that was seen last. They are the reader's own again afterwards. */
  contents?(bytes: Buffer): void;
  /** Bytes behind the end marker. */
  behind?(bytes: Buffer): void;
}

/** Bytes of an extended header, or of a long name (Go: `maxSpecialFileSize`). */
const MOST_SPECIAL = 1024 * 1024;

type Special = 'x' | 'L' | 'K';

/** What comes next: a header, the second block of zeros, data that is read, data that is not, GNU's sparse map, nothing. */
type State =
  | { readonly kind: 'header' | 'zero' | 'end' }
  | { readonly kind: 'special'; readonly flag: Special; readonly size: number }
  | { readonly kind: 'skip'; left: number; readonly padding: number; readonly isEntry: boolean }
  | { readonly kind: 'map'; readonly size: number };

/**
 * Reads the headers of a tar as container engines do, and so differently from other readers in what the format leaves open:
 * it stops at the end marker, whatever follows; it takes no content after links, folders and devices, whatever size they say;
 * it reads v7, ustar, GNU and PAX headers, with files that have holes. The rules are those of Go's archive/tar (reader.go),
 * and the same as GNU tar's.
 */
export class TarReader extends Writable {
  readonly #see: (entry: TarEntry) => void;
  readonly #also: TarContents;
  #state: State = { kind: 'header' };
  /** The bytes of a block, or of a special entry, that are not complete yet. */
  #partial: Buffer[] = [];
  #partialSize = 0;
  /** What extended headers and long names say of the entry that follows. */
  #pax: PaxRecords = new Map();
  #longName = '';
  #longTarget = '';

  /** @param see called with each entry; what it throws ends the reading */
  constructor(see: (entry: TarEntry) => void, also: TarContents = {}) {
    super();
    this.#see = see;
    this.#also = also;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    try {
      let rest = chunk;
      while (rest.length > 0 && this.#state.kind !== 'end') rest = this.#take(rest);
      if (rest.length > 0) this.#also.behind?.(rest);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _final(done: (error?: Error | null) => void): void {
    const state = this.#state;
    // Writers leave out the end marker, or the zeros after the last file.
    const whole = state.kind === 'skip' ? state.left <= state.padding : state.kind !== 'special' && state.kind !== 'map' && this.#partialSize === 0;
    done(whole ? null : new Error('its tar ends unexpectedly'));
  }

  /** @returns what is left of the chunk */
  #take(chunk: Buffer): Buffer {
    const state = this.#state;
    if (state.kind === 'skip') {
      const taken = Math.min(state.left, chunk.length);
      const contents = Math.min(taken, state.left - state.padding);
      if (contents > 0 && state.isEntry) this.#also.contents?.(chunk.subarray(0, contents));
      state.left -= taken;
      if (state.left === 0) this.#state = { kind: 'header' };
      return chunk.subarray(taken);
    }
    const wanted = state.kind === 'special' ? state.size + paddingOf(state.size) : BLOCK;
    const part = chunk.subarray(0, wanted - this.#partialSize);
    this.#partial.push(part);
    this.#partialSize += part.length;
    if (this.#partialSize === wanted) {
      const [only] = this.#partial;
      const block = this.#partial.length === 1 && only !== undefined ? only : Buffer.concat(this.#partial);
      this.#partial = [];
      this.#partialSize = 0;
      this.#seeBlock(state, block);
    }
    return chunk.subarray(part.length);
  }

  #seeBlock(state: Exclude<State, { kind: 'skip' }>, block: Buffer): void {
    switch (state.kind) {
      case 'header':
        this.#state = { kind: 'zero' };
        return isZero(block) ? undefined : this.#seeHeader(parseHeader(block));
      case 'zero':
        if (!isZero(block)) throw new Error('its tar goes on after a block of zeros');
        this.#state = { kind: 'end' };
        return;
      case 'special':
        this.#seeSpecial(state.flag, block.subarray(0, state.size));
        this.#state = { kind: 'header' };
        return;
      case 'map':
        // Its last byte but seven says whether another one follows.
        if ((block[504] ?? 0) === 0) this.#skip(state.size, true);
        return;
      case 'end':
    }
  }

  #seeHeader(header: RawHeader): void {
    const { flag, size } = header;
    // Go hands a global header to whoever asks, and applies it to nothing.
    if (flag === 'g') return this.#skip(size, false);
    if (flag === 'x' || flag === 'L' || flag === 'K') {
      if (size > MOST_SPECIAL) throw new Error(`its tar has an extended header of ${size} bytes`);
      if (size === 0) this.#seeSpecial(flag, Buffer.alloc(0));
      this.#state = size === 0 ? { kind: 'header' } : { kind: 'special', flag, size };
      return;
    }
    const stored = isHeaderOnly(flag) ? 0 : (paxNumber(this.#pax, 'size') ?? size);
    if (header.extended) this.#state = { kind: 'map', size: stored };
    else this.#skip(stored, true);
    const entry = this.#entryOf(header, stored);
    this.#pax = new Map();
    this.#longName = '';
    this.#longTarget = '';
    this.#see(entry);
  }

  #seeSpecial(flag: Special, data: Buffer): void {
    if (flag === 'x') this.#pax = parsePax(data);
    else if (flag === 'L') this.#longName = tarText(data, 0, data.length);
    else this.#longTarget = tarText(data, 0, data.length);
  }

  #entryOf({ name: short, flag, mode, uid, gid, owners, target, realSize }: RawHeader, stored: number): TarEntry {
    const said = first(this.#longName, this.#pax.get('path'), short);
    const type = typeOf(flag, said);
    const sparse = type === 'file' ? sparseFacts(this.#pax) : undefined;
    const size = flag === 'S' ? realSize : (sparse?.size ?? stored);
    const owner = { uid: paxNumber(this.#pax, 'uid') ?? uid, gid: paxNumber(this.#pax, 'gid') ?? gid, said: [...owners, ...this.#pax.values()].filter(Boolean) };
    return { name: sparse?.name ?? said, type, mode, ...owner, size: type === 'file' ? size : 0, target: first(this.#longTarget, this.#pax.get('linkpath'), target) };
  }

  #skip(size: number, isEntry: boolean): void {
    const padding = paddingOf(size);
    this.#state = size === 0 ? { kind: 'header' } : { kind: 'skip', left: size + padding, padding, isEntry };
  }
}

/** The first that is not empty. */
function first(...texts: readonly (string | undefined)[]): string {
  return texts.find((each) => each !== undefined && each !== '') ?? '';
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
