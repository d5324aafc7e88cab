import { parsePax, paxNumber, type PaxRecords } from '../base/tar/pax-records.ts';
import { isHeaderOnly, isZero, parseHeader, typeOf, type TarType } from '../base/tar/tar-fields.ts';
import { TAR_BLOCK, tarHeader, tarPadding, type EntryType } from './tar-header.ts';

/** One member of a layer. Names hold one byte in each char (latin1). */
export interface StrictMember {
  readonly name: string;
  readonly type: TarType;
  readonly mode: number;
  /** Bytes of contents that follow. */
  readonly size: number;
  /** Of a link. */
  readonly target: string;
  /** How its header differs from the one that `TarWriter` writes; the end of a sentence. */
  readonly oddity: string | undefined;
}

/** What a tar holds, told in its order. */
export interface StrictTarVisitor {
  member(member: StrictMember): void;
  /** Of the member before. The bytes are there only during the call. */
  contents(bytes: Buffer): void;
  memberEnd(): void;
}

/** A name has up to 4 KiB, and so has a link's target. */
const MOST_EXTENDED = 64 * 1024;

const WRITTEN: Readonly<Partial<Record<TarType, EntryType>>> = { file: 'file', link: 'hard-link', symlink: 'symlink', directory: 'directory' };

type Step = 'header' | 'extended' | 'contents' | 'padding' | 'end-block' | 'end';

/**
 * Reads a tar that `TarWriter` wrote, strictly: each header is compared with the one that would be written for what it says,
 * so owners, times and all that readers disagree about are covered at once. Memory stays flat.
 */
export class StrictTarReader {
  readonly #visitor: StrictTarVisitor;
  #step: Step = 'header';
  /** Bytes that the present step still takes. */
  #left = TAR_BLOCK;
  #parts: Buffer[] = [];
  /** Of an extended header: its own block, its data and their size. */
  #extended: { readonly blocks: Buffer[]; readonly size: number } | undefined;
  #pax: PaxRecords = new Map();
  #padding = 0;

  constructor(visitor: StrictTarVisitor) {
    this.#visitor = visitor;
  }

  /** @throws Error if it is no such tar; the end of a sentence */
  write(chunk: Buffer): void {
    for (let rest = chunk; rest.length > 0; ) {
      if (this.#step === 'end') throw new Error('goes on after its end');
      const part = rest.subarray(0, this.#left);
      rest = rest.subarray(part.length);
      this.#left -= part.length;
      if (this.#step === 'contents') {
        this.#visitor.contents(part);
        if (this.#left === 0) this.#endContents();
      } else {
        this.#parts.push(part);
        if (this.#left === 0) this.#endBlock();
      }
    }
  }

  /** @throws Error if it is cut short */
  end(): void {
    if (this.#step !== 'end') throw new Error('is cut short');
  }

  #endBlock(): void {
    const [only] = this.#parts;
    // What is kept must not change with the chunk that it came in.
    const bytes = this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
    this.#parts = [];
    if (this.#step === 'header') return this.#header(bytes);
    if (this.#step === 'extended') return this.#endExtended(bytes);
    if (this.#step === 'padding') {
      if (!isZero(bytes)) throw new Error('has something behind the contents of a file');
      return this.#endMember();
    }
    if (!isZero(bytes)) throw new Error('goes on after a block of zeros');
    this.#step = 'end';
  }

  #header(block: Buffer): void {
    if (isZero(block)) {
      if (this.#extended !== undefined) throw new Error('ends with an extended header');
      return this.#next('end-block', TAR_BLOCK);
    }
    const header = parseHeader(block);
    if (header.flag === 'x') {
      if (this.#extended !== undefined || header.size === 0 || header.size > MOST_EXTENDED) throw new Error('has an extended header that says nothing');
      this.#extended = { blocks: [Buffer.from(block)], size: header.size };
      return this.#next('extended', header.size + tarPadding(header.size));
    }
    if ('gLKS'.includes(header.flag)) throw new Error(`has a header of the kind "${header.flag}", which no layer of ours has`);
    const name = this.#pax.get('path') ?? header.name;
    const type = typeOf(header.flag, name);
    const size = isHeaderOnly(header.flag) ? 0 : (paxNumber(this.#pax, 'size') ?? header.size);
    const facts = { name, type, mode: header.mode, size, target: this.#pax.get('linkpath') ?? header.target };
    this.#visitor.member({ ...facts, oddity: oddityOf(facts, block, this.#extended?.blocks ?? []) });
    this.#extended = undefined;
    this.#pax = new Map();
    this.#padding = tarPadding(size);
    if (size > 0) this.#next('contents', size);
    else this.#endMember();
  }

  #endExtended(data: Buffer): void {
    if (this.#extended === undefined) throw new Error('has no extended header');
    this.#extended.blocks.push(Buffer.from(data));
    this.#pax = parsePax(data.subarray(0, this.#extended.size));
    this.#next('header', TAR_BLOCK);
  }

  #endContents(): void {
    if (this.#padding > 0) this.#next('padding', this.#padding);
    else this.#endMember();
  }

  #endMember(): void {
    this.#visitor.memberEnd();
    this.#next('header', TAR_BLOCK);
  }

  #next(step: Step, size: number): void {
    this.#step = step;
    this.#left = size;
  }
}

function oddityOf(facts: Omit<StrictMember, 'oddity'>, block: Buffer, extended: readonly Buffer[]): string | undefined {
  const type = WRITTEN[facts.type];
  if (type === undefined) return undefined; // its type is odd enough
  const isLink = type === 'symlink' || type === 'hard-link';
  const { target, ...rest } = facts;
  const wanted = tarHeader({ ...rest, type, ...(isLink && { target }) });
  if (wanted.equals(extended.length === 0 ? block : Buffer.concat([...extended, block]))) return undefined;
  const own = wanted.subarray(wanted.length - TAR_BLOCK);
  const differs = (from: number, to: number): boolean => !own.subarray(from, to).equals(block.subarray(from, to));
  if (differs(108, 124)) return 'does not belong to root';
  if (differs(136, 148)) return 'has a time other than 1';
  return 'has a header that nix-feature would write differently';
}
