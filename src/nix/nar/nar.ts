import { IntegrityError } from '../../kit/errors.ts';

/**
 * What a NAR holds, told in its own order: a directory before its entries, entries sorted by byte.
 *
 * Paths are relative to the archived object (`''` is the object itself), their parts joined by `/`. Names and link
 * targets are bytes that need not be UTF-8, so each char of these strings is one byte (latin1).
 */
export interface NarVisitor {
  directory(path: string): void;
  /** Followed by calls of `contents` that add up to `size` bytes, and by `fileEnd`. */
  file(path: string, executable: boolean, size: number): void;
  /** The bytes are there only during the call. */
  contents(bytes: Buffer): void;
  fileEnd(): void;
  symlink(path: string, target: string): void;
}

/** Longest string other than file contents that we take: PATH_MAX for a link's target is 4096. */
const LONGEST_TOKEN = 8192;
/** NAME_MAX of Linux. */
const LONGEST_NAME = 255;
/** A path that is used step by step may be longer than PATH_MAX, which has room for 2048 folders; Nix makes such ones. */
const DEEPEST = 16_384;
/** Of a path in a message. */
const LONGEST_SHOWN = 200;
const EMPTY = Buffer.alloc(0);

type State =
  | 'magic'
  | 'open'
  | 'type'
  | 'type-value'
  | 'regular' // executable, contents or )
  | 'executable-value'
  | 'contents-keyword'
  | 'contents-size'
  | 'contents'
  | 'padding'
  | 'symlink-keyword'
  | 'symlink-target'
  | 'directory' // entry or )
  | 'entry-open'
  | 'entry-name-keyword'
  | 'entry-name'
  | 'entry-node'
  | 'entry-close'
  | 'close'
  | 'done';

/** A directory that is being read: its path with a trailing slash, and the last name in it, to check the order. */
interface OpenDirectory {
  readonly prefix: string;
  last: string;
}

/**
 * An incremental parser of Nix archives. Bytes go in as they come, what they mean goes to the visitor at once; memory
 * stays constant. Everything that Nix itself refuses is refused (order, names, padding), so a NAR that passes is
 * canonical. (Format: Nix manual, "Nix Archive (NAR) format".)
 */
export class NarParser {
  readonly #visitor: NarVisitor;
  readonly #stack: OpenDirectory[] = [];
  #state: State = 'magic';
  /** Bytes of an unfinished string, from earlier chunks. */
  #carry: Buffer = EMPTY;
  #path = '';
  #executable = false;
  /** Bytes of contents, then of padding, that are still to come. */
  #left = 0;
  #padding = 0;

  constructor(visitor: NarVisitor) {
    this.#visitor = visitor;
  }

  get done(): boolean {
    return this.#state === 'done';
  }

  /**
   * Takes bytes until the archive ends. The chunk is the caller's own again afterwards.
   * @returns how many bytes of the chunk belong to the archive: all of them unless it ended
   * @throws IntegrityError if the bytes are no canonical NAR
   */
  write(chunk: Buffer): number {
    const carried = this.#carry.length;
    const bytes = carried === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    this.#carry = EMPTY;
    let at = 0;
    while (this.#state !== 'done') {
      const next = this.#step(bytes, at);
      if (next === undefined) {
        this.#carry = Buffer.from(bytes.subarray(at));
        return chunk.length;
      }
      at = next;
    }
    return at - carried;
  }

  /** One step of the grammar. @returns where the next one begins, or undefined when it needs more bytes */
  #step(bytes: Buffer, at: number): number | undefined {
    switch (this.#state) {
      case 'contents': {
        if (at === bytes.length) return undefined;
        const end = Math.min(bytes.length, at + this.#left);
        this.#left -= end - at;
        this.#visitor.contents(bytes.subarray(at, end));
        if (this.#left === 0) this.#endOfContents();
        return end;
      }
      case 'padding': {
        if (at === bytes.length) return undefined;
        if (bytes[at] !== 0) throw this.#malformed('padding is not zero');
        this.#padding -= 1;
        if (this.#padding === 0) this.#endOfFile();
        return at + 1;
      }
      case 'contents-size': {
        if (bytes.length - at < 8) return undefined;
        const size = bytes.readBigUInt64LE(at);
        if (size > BigInt(Number.MAX_SAFE_INTEGER)) throw this.#malformed('a file of more than 2^53 bytes');
        this.#beginFile(Number(size));
        return at + 8;
      }
      default:
        return this.#stringStep(bytes, at);
    }
  }

  /** All other steps take one string: a length of 8 bytes, little-endian, the bytes, zeros up to a multiple of 8. */
  #stringStep(bytes: Buffer, at: number): number | undefined {
    if (bytes.length - at < 8) return undefined;
    const length = bytes.readUInt32LE(at);
    if (length > LONGEST_TOKEN || bytes.readUInt32LE(at + 4) !== 0) throw this.#malformed('a string is too long');
    const end = at + 8 + length;
    const next = at + 8 + Math.ceil(length / 8) * 8;
    if (bytes.length < next) return undefined;
    for (let i = end; i < next; i++) if (bytes[i] !== 0) throw this.#malformed('padding is not zero');
    this.#token(bytes.toString('latin1', at + 8, end));
    return next;
  }

  #token(text: string): void {
    switch (this.#state) {
      case 'magic':
        return this.#expect(text, 'nix-archive-1', 'open');
      case 'open':
        return this.#expect(text, '(', 'type');
      case 'type':
        return this.#expect(text, 'type', 'type-value');
      case 'type-value':
        return this.#type(text);
      case 'regular':
        if (text === 'executable') this.#state = 'executable-value';
        else if (text === 'contents') this.#state = 'contents-size';
        else if (text === ')') this.#emptyFile();
        else throw this.#malformed(`"${text}" inside a file`);
        return;
      case 'executable-value':
        this.#executable = true;
        return this.#expect(text, '', 'contents-keyword');
      case 'contents-keyword':
        return this.#expect(text, 'contents', 'contents-size');
      case 'symlink-keyword':
        return this.#expect(text, 'target', 'symlink-target');
      case 'symlink-target':
        if (text === '' || text.includes('\0')) throw this.#malformed('a link without a valid target');
        this.#visitor.symlink(this.#path, text);
        this.#state = 'close';
        return;
      case 'directory':
        if (text === 'entry') this.#state = 'entry-open';
        else if (text === ')') this.#endOfDirectory();
        else throw this.#malformed(`"${text}" inside a directory`);
        return;
      case 'entry-open':
        return this.#expect(text, '(', 'entry-name-keyword');
      case 'entry-name-keyword':
        return this.#expect(text, 'name', 'entry-name');
      case 'entry-name':
        return this.#entryName(text);
      case 'entry-node':
        return this.#expect(text, 'node', 'open');
      case 'entry-close':
        return this.#expect(text, ')', 'directory');
      case 'close':
        this.#expect(text, ')', 'done');
        return this.#endOfNode();
      default:
        throw this.#malformed(`"${text}" where no string can be`);
    }
  }

  #expect(text: string, wanted: string, next: State): void {
    if (text !== wanted) throw this.#malformed(`"${text}" instead of "${wanted}"`);
    this.#state = next;
  }

  #type(text: string): void {
    if (text === 'regular') {
      this.#executable = false;
      this.#state = 'regular';
    } else if (text === 'symlink') {
      this.#state = 'symlink-keyword';
    } else if (text === 'directory') {
      if (this.#stack.length === DEEPEST) throw this.#malformed(`directories nested more than ${DEEPEST} deep`);
      this.#visitor.directory(this.#path);
      this.#stack.push({ prefix: this.#path === '' ? '' : `${this.#path}/`, last: '' });
      this.#state = 'directory';
    } else {
      throw this.#malformed(`"${text}" is not a type of file`);
    }
  }

  #entryName(name: string): void {
    const directory = this.#stack.at(-1);
    if (directory === undefined) throw this.#malformed('an entry outside a directory');
    if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0')) {
      throw this.#malformed(`"${name}" is not a valid file name`);
    }
    if (name.length > LONGEST_NAME) throw this.#malformed(`a name of ${name.length} bytes, more than ${LONGEST_NAME},`);
    if (name <= directory.last) throw this.#malformed(`"${name}" is not in order`);
    directory.last = name;
    this.#path = directory.prefix + name;
    this.#state = 'entry-node';
  }

  #beginFile(size: number): void {
    this.#visitor.file(this.#path, this.#executable, size);
    this.#left = size;
    this.#padding = (8 - (size % 8)) % 8;
    if (size === 0) this.#endOfContents();
    else this.#state = 'contents';
  }

  #endOfContents(): void {
    if (this.#padding === 0) this.#endOfFile();
    else this.#state = 'padding';
  }

  #endOfFile(): void {
    this.#visitor.fileEnd();
    this.#state = 'close';
  }

  #emptyFile(): void {
    this.#visitor.file(this.#path, this.#executable, 0);
    this.#visitor.fileEnd();
    this.#endOfNode();
  }

  #endOfDirectory(): void {
    this.#stack.pop();
    this.#endOfNode();
  }

  #endOfNode(): void {
    this.#state = this.#stack.length === 0 ? 'done' : 'entry-close';
  }

  #malformed(what: string): IntegrityError {
    const where = this.#path === '' ? '' : ` at "${this.#path.length > LONGEST_SHOWN ? `${this.#path.slice(0, LONGEST_SHOWN)}…` : this.#path}"`;
    return new IntegrityError(`Not a canonical Nix archive: ${what}${where}.`);
  }
}
