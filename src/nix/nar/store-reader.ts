import { createHash, type Hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readSync, readdirSync, readlinkSync } from 'node:fs';
import { IntegrityError } from '../../kit/errors.ts';
import type { PathInfo } from '../store/closure.ts';
import type { ExportVisitor } from './export.ts';
import { checkNar } from './nar-check.ts';

const BUFFER = 1024 * 1024;
/** What an entry counts besides its contents: about what a visitor makes of its name. */
const ENTRY = 1024;
const TOKENS = 64 * 1024;
/** The longest that is written at once: a link's target of PATH_MAX, or a name. */
const LONGEST_TOKEN = 8192;
const OWNER_EXECUTES = 0o100;

/**
 * Reads store paths from the file system that we see ourselves, and tells what they hold as an export would: in NAR
 * order, each checked against its NAR hash. Where we can do so it saves a process, a pipe and a copy of every byte.
 *
 * The generator pauses whenever it has told some 1 MiB, in large files or many small ones, so that its reader can wait
 * for room; what it tells lives only until then.
 *
 * @throws IntegrityError if a path isn't what Nix says
 */
export function* readStore(infos: Iterable<PathInfo>, visitor: ExportVisitor): Generator<void> {
  const buffers = { contents: Buffer.allocUnsafeSlow(BUFFER), tokens: Buffer.allocUnsafeSlow(TOKENS) };
  for (const info of infos) {
    visitor.beginPath(info);
    const dump = new Dump(visitor, buffers, info.path);
    yield* dump.run();
    checkNar(info, dump.narHash(), dump.narSize);
    visitor.endPath(info);
    yield;
  }
}

/** Serialises one store path (Nix manual, "Nix Archive (NAR) format") into a hash, and tells the visitor. */
class Dump {
  readonly #visitor: ExportVisitor;
  readonly #buffer: Buffer;
  readonly #root: string;
  readonly #hash: Hash = createHash('sha256');
  /** What is not hashed yet: hashing few bytes at a time costs more than the bytes. */
  readonly #tokens: Buffer;
  #pending = 0;
  /** Bytes that were told since the last pause. */
  #told = 0;
  narSize = 0;

  constructor(visitor: ExportVisitor, buffers: Buffers, root: string) {
    this.#visitor = visitor;
    this.#buffer = buffers.contents;
    this.#tokens = buffers.tokens;
    this.#root = root;
  }

  *run(): Generator<void> {
    this.#strings('nix-archive-1');
    yield* this.#node('');
  }

  narHash(): string {
    this.#flush();
    return `sha256-${this.#hash.digest('base64')}`;
  }

  *#node(path: string): Generator<void> {
    const file = this.#fileOf(path);
    const stat = lstatSync(file);
    this.#strings('(', 'type');
    if (stat.isFile()) yield* this.#file(path, file, stat.size, (stat.mode & OWNER_EXECUTES) !== 0);
    else if (stat.isDirectory()) yield* this.#directory(path, file);
    else if (stat.isSymbolicLink()) this.#symlink(path, file);
    else throw new IntegrityError(`${this.#root} holds "${path}", which is not a file, a directory or a symbolic link.`);
    this.#strings(')');
    this.#told += ENTRY;
    if (this.#pauseIsDue()) yield;
  }

  *#directory(path: string, file: Buffer): Generator<void> {
    this.#visitor.directory(path);
    this.#strings('directory');
    // One char for each byte, so that this order is the order of bytes.
    const names = readdirSync(file, { encoding: 'latin1' }).sort();
    for (const name of names) {
      this.#strings('entry', '(', 'name', name, 'node');
      yield* this.#node(path === '' ? name : `${path}/${name}`);
      this.#strings(')');
    }
  }

  #symlink(path: string, file: Buffer): void {
    const target = readlinkSync(file, { encoding: 'latin1' });
    this.#visitor.symlink(path, target);
    this.#strings('symlink', 'target', target);
  }

  *#file(path: string, file: Buffer, size: number, executable: boolean): Generator<void> {
    this.#visitor.file(path, executable, size);
    if (executable) this.#strings('regular', 'executable', '', 'contents');
    else this.#strings('regular', 'contents');
    this.#number(size);
    if (size > 0) yield* this.#contents(path, file, size);
    this.#zeros((8 - (size % 8)) % 8);
    this.#visitor.fileEnd();
  }

  *#contents(path: string, file: Buffer, size: number): Generator<void> {
    const fd = openSync(file, 'r');
    try {
      for (let left = size; left > 0; ) {
        const count = readSync(fd, this.#buffer, 0, Math.min(left, BUFFER), null);
        if (count === 0) throw new IntegrityError(`${this.#root}/${path} became shorter while it was read.`);
        const bytes = this.#buffer.subarray(0, count);
        this.#flush();
        this.#hash.update(bytes);
        this.narSize += count;
        this.#visitor.contents(bytes);
        left -= count;
        this.#told += count;
        if (this.#pauseIsDue()) yield;
      }
    } finally {
      closeSync(fd);
    }
  }

  #pauseIsDue(): boolean {
    if (this.#told < BUFFER) return false;
    this.#told = 0;
    return true;
  }

  #fileOf(path: string): Buffer {
    return Buffer.from(path === '' ? this.#root : `${this.#root}/${path}`, 'latin1');
  }

  /** A string: its length in 8 bytes, little-endian, its bytes, zeros up to a multiple of 8. */
  #strings(...texts: readonly string[]): void {
    for (const text of texts) {
      this.#number(text.length);
      this.#pending += this.#tokens.write(text, this.#pending, 'latin1');
      this.#zeros((8 - (text.length % 8)) % 8);
    }
  }

  #number(value: number): void {
    if (this.#pending > TOKENS - LONGEST_TOKEN) this.#flush();
    this.#tokens.writeUInt32LE(value % 2 ** 32, this.#pending);
    this.#tokens.writeUInt32LE(Math.floor(value / 2 ** 32), this.#pending + 4);
    this.#pending += 8;
  }

  #zeros(count: number): void {
    this.#tokens.fill(0, this.#pending, this.#pending + count);
    this.#pending += count;
  }

  #flush(): void {
    this.#hash.update(this.#tokens.subarray(0, this.#pending));
    this.narSize += this.#pending;
    this.#pending = 0;
  }
}

interface Buffers {
  readonly contents: Buffer;
  readonly tokens: Buffer;
}
