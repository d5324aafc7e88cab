import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Spool } from '../archive/spool.ts';
import type { StrictMember, StrictTarVisitor } from '../archive/strict-tar.ts';
import { fileReason, Failure } from '../kit/errors.ts';
import { NarEncoder } from '../nix/nar/nar-encoder.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import { hashPartOf, storePathOfName, type StorePath } from '../nix/store/store-path.ts';

const STORE = 'nix/store/';
const FOLDERS: ReadonlySet<string> = new Set(['nix/', STORE]);
const OWNER_EXECUTES = 0o100;

/** Returns the name of a file with a NAR. @param hashPart the 32 characters in front of a store path's name, and what else tells NARs apart */
export function narFileName(hashPart: string): string {
  return `${hashPart}.nar`;
}

/** Returns the name of a NAR made from a layer. Two Features may say something else of one path, so its hash is in it. */
export function madeFileName({ path, narHash }: Pick<PathInfo, 'path' | 'narHash'>): string {
  return narFileName(`${hashPartOf(path)}-${Buffer.from(narHash.slice('sha256-'.length), 'base64').toString('hex')}`);
}

/** The NAR that is being written. */
interface OpenNar {
  readonly info: PathInfo;
  readonly encoder: NarEncoder;
  readonly file: string;
  readonly descriptor: number;
  readonly hash: Hash;
}

/**
 * Makes the NARs of a layer's store paths again, each into a file. A file has its name only once its hash was found to be
 * the one that the Feature's document says; what has another hash leaves no file.
 */
export class LayerNars implements StrictTarVisitor {
  /** Those whose NARs are whole and right. */
  readonly made = new Set<StorePath>();
  readonly #infos: ReadonlyMap<StorePath, PathInfo>;
  readonly #folder: string;
  readonly #spool: Spool;
  #open: OpenNar | undefined;
  #root = '';
  #isFile = false;

  /** @param infos of the paths that are wanted; all else in the layer is passed over */
  constructor(infos: ReadonlyMap<StorePath, PathInfo>, folder: string, spool: Spool) {
    this.#infos = infos;
    this.#folder = folder;
    this.#spool = spool;
  }

  /** @throws Error if it is no layer of ours, the end of a sentence; Failure if the disk is full */
  member(member: StrictMember): void {
    this.#isFile = false;
    if (FOLDERS.has(member.name)) return;
    const { root, path } = placeOf(member);
    if (root !== this.#root) this.#begin(root);
    const executable = (member.mode & OWNER_EXECUTES) !== 0;
    const encoder = this.#open?.encoder;
    switch (member.type) {
      case 'directory':
        return encoder?.directory(path);
      case 'symlink':
        return encoder?.symlink(path, member.target);
      case 'file':
        this.#isFile = true;
        // Another path may link to it, so it is kept although its own path is not wanted.
        this.#spool.begin(member.name, executable, member.size);
        return encoder?.file(path, executable, member.size);
      case 'link':
        return encoder === undefined ? undefined : this.#linked(encoder, path, member);
      default:
        throw new Error(`holds ${JSON.stringify(member.name.slice(0, 200))}, which no store path can`);
    }
  }

  contents(bytes: Buffer): void {
    if (!this.#isFile) return;
    this.#spool.write(bytes);
    this.#open?.encoder.contents(bytes);
  }

  memberEnd(): void {
    if (!this.#isFile) return;
    this.#spool.endFile();
    this.#open?.encoder.fileEnd();
  }

  /** To be called when all that there is was read. */
  end(): void {
    this.#finish();
  }

  /** To be called when it can't be read to its end: what is half written goes. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    closeSync(open.descriptor);
    rmSync(open.file, { force: true });
  }

  #begin(root: string): void {
    this.#finish();
    this.#root = root;
    const path = storePathOfName(root);
    const info = path === undefined ? undefined : this.#infos.get(path);
    if (info === undefined || this.made.has(info.path)) return;
    const file = join(this.#folder, `${madeFileName(info)}.part-${process.pid}-${(files += 1)}`);
    const descriptor = onDisk(() => openSync(file, 'wx', 0o600));
    const hash = createHash('sha256');
    let left = info.narSize;
    const encoder = new NarEncoder((bytes) => {
      left -= bytes.length;
      if (left < 0) throw new Error(`holds more of ${info.path} than its document says`);
      hash.update(bytes);
      onDisk(() => writeAll(descriptor, bytes));
    });
    this.#open = { info, encoder, file, descriptor, hash };
  }

  #linked(encoder: NarEncoder, path: string, { target }: StrictMember): void {
    const kept = this.#spool.find(target);
    if (kept === undefined) throw new Error(`has a hard link to ${JSON.stringify(target.slice(0, 200))}, which is no file before it`);
    encoder.file(path, kept.executable, kept.size);
    for (const bytes of this.#spool.contents(kept)) encoder.contents(bytes);
    encoder.fileEnd();
  }

  #finish(): void {
    const open = this.#open;
    if (open === undefined) return;
    const size = open.encoder.finish();
    const isRight = size === open.info.narSize && `sha256-${open.hash.digest('base64')}` === open.info.narHash;
    if (!isRight) return this.close();
    this.#open = undefined;
    closeSync(open.descriptor);
    onDisk(() => renameSync(open.file, join(this.#folder, madeFileName(open.info))));
    this.made.add(open.info.path);
  }
}

let files = 0;

/** `nix/store/<root>/<path>` */
function placeOf({ name, type }: StrictMember): { readonly root: string; readonly path: string } {
  const isFolder = type === 'directory';
  const refuse = (): never => {
    throw new Error(`holds ${JSON.stringify(name.slice(0, 200))}, which is in no store path`);
  };
  if (!name.startsWith(STORE) || name.endsWith('/') !== isFolder) return refuse();
  const [root = '', ...parts] = (isFolder ? name.slice(0, -1) : name).slice(STORE.length).split('/');
  const isPlain = [root, ...parts].every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
  return isPlain ? { root, path: parts.join('/') } : refuse();
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** @throws Failure if the disk is full or broken */
function onDisk<T>(operation: () => T): T {
  try {
    return operation();
  } catch (cause) {
    throw new Failure(`The temporary folder can't take a store path: ${fileReason(cause)}.`, { cause });
  }
}
