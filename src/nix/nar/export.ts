import { createHash } from 'node:crypto';
import { IntegrityError } from '../../kit/errors.ts';
import type { NixSite } from '../run/site.ts';
import type { Closure, PathInfo } from '../store/closure.ts';
import type { StorePath } from '../store/store-path.ts';
import { checkNar } from './nar-check.ts';
import { NarParser, type NarVisitor } from './nar.ts';
import type { CommandStream } from '../../programs/command.ts';

/** Arguments of one `nix-store --export`; keeps a command line far below the system's limit. */
const LONGEST_RUN = 256;

/** Reads one line of store paths after another and exports each; the names come from Nix and hold no blanks. */
const EXPORT_SCRIPT = 'while read -r paths; do nix-store --export $paths </dev/null || exit 1; done';

const END = 0n;
const NEXT = 1n;
/** A store path has 255 bytes at most. */
const LONGEST_STRING = 1024n;
/** "NIXE" in front of the metadata that follows each NAR. */
const TRAILER_MAGIC = 0x4558494en;

/**
 * Splits paths into runs such that one `nix-store --export` of a run gives its paths in the order asked for.
 *
 * Nix exports dependencies first, and otherwise in the order of the paths' names. So a run may go on as long as none of
 * its paths refers to one that comes later in it. Starting Nix costs about 10 ms, as much as exporting 10 MB.
 */
export function exportRuns(paths: readonly StorePath[], closure: Closure): StorePath[][] {
  const runs: StorePath[][] = [];
  let run: StorePath[] = [];
  /** What the run's paths refer to, themselves aside: none of these may follow. */
  let referred = new Set<StorePath>();
  let last = '';
  for (const path of paths) {
    if (run.length === LONGEST_RUN || referred.has(path) || path < last) {
      runs.push(run);
      run = [];
      referred = new Set();
    }
    run.push(path);
    last = path;
    for (const reference of closure.get(path)?.references ?? []) if (reference !== path) referred.add(reference);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Starts one stream with the exports of all runs, one after the other. */
export function startExport(site: NixSite, runs: readonly (readonly StorePath[])[]): CommandStream {
  return site.stream(['/bin/sh', '-c', EXPORT_SCRIPT], { input: runs.map((run) => `${run.join(' ')}\n`).join('') });
}

/** Takes what the paths of an export hold. */
export interface ExportVisitor extends NarVisitor {
  /** The contents of this path follow. */
  beginPath(info: PathInfo): void;
  /** All of it came, and its NAR hash is the one that Nix had told. */
  endPath(info: PathInfo): void;
}

/**
 * An incremental parser of `nix-store --export` streams, one or several joined, that must hold just the paths that it
 * is told, in that order. Each NAR is checked against its hash and size, each trailer against the path and its
 * references. (Format: Nix's export-import.cc.)
 */
export class ExportParser {
  readonly #expected: Iterator<PathInfo>;
  readonly #visitor: ExportVisitor;
  #current: PathInfo | undefined;
  #nar: NarParser | undefined;
  #hash = createHash('sha256');
  #narSize = 0;
  /** Bytes of a marker or trailer that is not complete yet. */
  #pending: Buffer = Buffer.alloc(0);
  #state: 'marker' | 'nar' | 'trailer' = 'marker';

  constructor(expected: Iterable<PathInfo>, visitor: ExportVisitor) {
    this.#expected = expected[Symbol.iterator]();
    this.#visitor = visitor;
  }

  /** The chunk is the caller's own again afterwards. @throws IntegrityError if the stream isn't what was asked for */
  write(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#state === 'nar' ? this.#takeNar(rest) : this.#takeSmall(rest);
  }

  /** To be called when the stream has ended. @throws IntegrityError if something is missing */
  end(): void {
    const missing = this.#current?.path ?? nextOf(this.#expected)?.path;
    if (this.#state !== 'marker' || this.#pending.length > 0 || missing !== undefined) {
      throw new IntegrityError(`Nix's export ended early${missing === undefined ? '' : `: ${missing} is missing`}.`);
    }
  }

  #takeNar(chunk: Buffer): Buffer {
    if (this.#nar === undefined || this.#current === undefined) throw new Error('no NAR is being read');
    const used = this.#nar.write(chunk);
    const bytes = used === chunk.length ? chunk : chunk.subarray(0, used);
    this.#hash.update(bytes);
    this.#narSize += used;
    if (this.#nar.done) {
      checkNar(this.#current, `sha256-${this.#hash.digest('base64')}`, this.#narSize);
      this.#state = 'trailer';
    }
    return chunk.subarray(used);
  }

  #takeSmall(chunk: Buffer): Buffer {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const used = this.#state === 'marker' ? this.#marker(bytes) : this.#trailer(bytes);
    this.#pending = used === 0 ? Buffer.from(bytes) : Buffer.alloc(0);
    return bytes.subarray(used === 0 ? bytes.length : used);
  }

  #marker(bytes: Buffer): number {
    if (bytes.length < 8) return 0;
    const marker = bytes.readBigUInt64LE(0);
    if (marker === NEXT) this.#beginPath();
    else if (marker !== END) throw new IntegrityError('Nix wrote something that is not an export.');
    return 8;
  }

  #beginPath(): void {
    const info = nextOf(this.#expected);
    if (info === undefined) throw new IntegrityError("Nix's export has more paths than requested.");
    this.#current = info;
    this.#nar = new NarParser(this.#visitor);
    this.#hash = createHash('sha256');
    this.#narSize = 0;
    this.#state = 'nar';
    this.#visitor.beginPath(info);
  }

  /** @returns the trailer's length, or 0 while it isn't whole */
  #trailer(bytes: Buffer): number {
    // A reference to itself may be there or not.
    const reader = new TrailerReader(bytes, (this.#current?.references.length ?? 0) + 1);
    const trailer = reader.read();
    if (trailer === undefined) return 0;
    const info = this.#current;
    if (info === undefined || trailer.path !== info.path) {
      throw new IntegrityError(`Nix exported ${shortened(trailer.path)} where ${info?.path ?? 'nothing'} was expected.`);
    }
    if (withoutSelf(trailer.references, info.path) !== withoutSelf(info.references, info.path)) {
      throw new IntegrityError(`Nix's export and its database disagree on the references of ${info.path}.`);
    }
    this.#visitor.endPath(info);
    this.#current = undefined;
    this.#nar = undefined;
    this.#state = 'marker';
    return reader.at;
  }
}

function shortened(path: string): string {
  return JSON.stringify(path.slice(0, 300));
}

function nextOf<T>(iterator: Iterator<T>): T | undefined {
  const next = iterator.next();
  return next.done === true ? undefined : next.value;
}

/** What follows a NAR: magic, path, references, deriver, and a zero (once the place of a signature). */
class TrailerReader {
  readonly #bytes: Buffer;
  readonly #mostReferences: number;
  at = 0;

  constructor(bytes: Buffer, mostReferences: number) {
    this.#bytes = bytes;
    this.#mostReferences = mostReferences;
  }

  /** @returns undefined while it isn't whole */
  read(): { path: string; references: string[] } | undefined {
    const magic = this.#number();
    if (magic !== undefined && magic !== TRAILER_MAGIC) throw new IntegrityError('Nix wrote something that is not an export.');
    const path = this.#string();
    const count = this.#number();
    if (path === undefined || count === undefined) return undefined;
    if (count > this.#mostReferences) {
      throw new IntegrityError(`Nix's export and its database disagree on the references of ${shortened(path)}: it has ${count}, more than ${this.#mostReferences}.`);
    }
    const references: string[] = [];
    for (let i = 0n; i < count; i++) {
      const reference = this.#string();
      if (reference === undefined) return undefined;
      references.push(reference);
    }
    const deriver = this.#string();
    const signature = this.#number();
    if (deriver === undefined || signature === undefined) return undefined;
    if (signature !== 0n) throw new IntegrityError('Nix wrote an export with a signature, as versions before 2.0 did.');
    return { path, references };
  }

  #number(): bigint | undefined {
    if (this.#bytes.length - this.at < 8) return undefined;
    this.at += 8;
    return this.#bytes.readBigUInt64LE(this.at - 8);
  }

  #string(): string | undefined {
    const length = this.#number();
    if (length === undefined) return undefined;
    if (length > LONGEST_STRING) throw new IntegrityError(`Nix's export holds a text of ${length} bytes, more than ${LONGEST_STRING}.`);
    const padded = Math.ceil(Number(length) / 8) * 8;
    if (this.#bytes.length - this.at < padded) return undefined;
    const text = this.#bytes.toString('latin1', this.at, this.at + Number(length));
    this.at += padded;
    return text;
  }
}

/** A path's references to others as one text; whether a reference to itself is listed differs from version to version. */
function withoutSelf(references: readonly string[], path: StorePath): string {
  return references
    .filter((reference) => reference !== path)
    .sort()
    .join(' ');
}
