import { createHash, type Hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readSync, readdirSync, readlinkSync } from 'node:fs';
import { IntegrityError } from '../errors.ts';
import type { PathInfo } from './closure.ts';
import type { ExportVisitor } from './export.ts';
import { checkNar } from './nar-check.ts';

const BUFFER = 1024 * 1024;
const OWNER_EXECUTES = 0o100;

/**
 * Reads store paths from the file system that we see ourselves, and tells what they hold as an export would: in NAR
 * order, each checked against its NAR hash. Where we can do so it saves a process, a pipe and a copy of every byte.
 *
 * The generator pauses after every buffer of contents, so that its reader can wait for room; what it tells lives only
 * until then.
 *
 * @throws IntegrityError where a path isn't what Nix says
 */
export function* readStore(infos: Iterable<PathInfo>, visitor: ExportVisitor): Generator<void> {
  const buffer = Buffer.allocUnsafeSlow(BUFFER);
  for (const info of infos) {
    visitor.beginPath(info);
    const dump = new Dump(visitor, buffer, info.path);
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
  narSize = 0;

  constructor(visitor: ExportVisitor, buffer: Buffer, root: string) {
    this.#visitor = visitor;
    this.#buffer = buffer;
    this.#root = root;
  }

  *run(): Generator<void> {
    this.#strings('nix-archive-1');
    yield* this.#node('');
  }

  narHash(): string {
    return `sha256-${this.#hash.digest('base64')}`;
  }

  *#node(path: string): Generator<void> {
    const file = this.#fileOf(path);
    const stat = lstatSync(file);
    this.#strings('(', 'type');
    if (stat.isFile()) yield* this.#file(path, file, stat.size, (stat.mode & OWNER_EXECUTES) !== 0);
    else if (stat.isDirectory()) yield* this.#directory(path, file);
    else if (stat.isSymbolicLink()) this.#symlink(path, file);
    else throw new IntegrityError(`${this.#root} holds “${path}”, which is neither a file nor a directory nor a link.`);
    this.#strings(')');
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
    this.#take(numberBytes(size));
    if (size > 0) yield* this.#contents(path, file, size);
    this.#take(ZEROS.subarray(0, (8 - (size % 8)) % 8));
    this.#visitor.fileEnd();
  }

  *#contents(path: string, file: Buffer, size: number): Generator<void> {
    const fd = openSync(file, 'r');
    try {
      for (let left = size; left > 0; ) {
        const count = readSync(fd, this.#buffer, 0, Math.min(left, BUFFER), null);
        if (count === 0) throw new IntegrityError(`${this.#root}/${path} got shorter while it was read.`);
        const bytes = this.#buffer.subarray(0, count);
        this.#take(bytes);
        this.#visitor.contents(bytes);
        left -= count;
        if (count === BUFFER) yield;
      }
    } finally {
      closeSync(fd);
    }
  }

  #fileOf(path: string): Buffer {
    return Buffer.from(path === '' ? this.#root : `${this.#root}/${path}`, 'latin1');
  }

  #strings(...texts: readonly string[]): void {
    this.#take(Buffer.concat(texts.map((text) => stringBytes(text))));
  }

  #take(bytes: Buffer): void {
    this.#hash.update(bytes);
    this.narSize += bytes.length;
  }
}

const ZEROS = Buffer.alloc(8);

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

const KEYWORDS = new Map<string, Buffer>();

function stringBytes(text: string): Buffer {
  const known = KEYWORDS.get(text);
  if (known !== undefined) return known;
  const bytes = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8);
  bytes.writeUInt32LE(text.length, 0);
  bytes.write(text, 8, 'latin1');
  return bytes;
}

for (const keyword of ['(', ')', 'type', 'regular', 'executable', '', 'contents', 'directory', 'entry', 'name', 'node']) {
  KEYWORDS.set(keyword, stringBytes(keyword));
}
