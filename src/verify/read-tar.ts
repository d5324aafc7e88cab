import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { IntegrityError } from '../kit/errors.ts';
import { BUNDLE_FOLDER } from '../feature/files/bundle.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { tarFailure } from '../feature/files/unpack-feature-tar.ts';
import { digestOfHex, type Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { Problems, noteFault } from './result/checks.ts';
import { readableMetadata } from './check-metadata.ts';

/** What `layers[0]` of a Feature holds. */
export interface FeatureTar {
  /** Undefined if it has none that can be read. */
  readonly metadata: string | undefined;
  /** The author's other files. */
  readonly files: readonly ShippedFile[];
  /** Below `nix-feature/`, by their names without it. */
  readonly ours: ReadonlyMap<string, Buffer>;
  /** The layers that it embeds, by their names below `nix-feature/`. */
  readonly embedded: ReadonlyMap<string, Digest>;
}

/** Bytes of all that is kept in memory: an author's files have at most 32 MiB. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_MEMBERS = 100_000;
const EMBEDDED = /^[a-z0-9_]+-linux\/layers\/[^/]+$/;

/**
 * Reads a Feature's tar, as a stream: its members must be as `featureTar` writes them. Layers in it are hashed and not kept.
 * @param where "the tar of ghcr.io/org/tool:1.2.0"
 * @returns undefined if its bytes can't be trusted
 * @throws CancelledError
 */
export async function readTar(source: ImageSource, descriptor: Descriptor, where: string, problems: Problems): Promise<FeatureTar | undefined> {
  const reading = new Reading(where, problems);
  const members = extract();
  const looking = (async () => {
    for await (const member of members) {
      if (reading.begin(member.header)) for await (const chunk of member as AsyncIterable<Buffer>) reading.take(chunk);
      else member.resume();
      reading.end();
    }
  })();
  try {
    await Promise.all([pipeline(source.blob(descriptor), members), looking]);
    return reading.result();
  } catch (error) {
    noteFault(problems, tarFailure(where, error));
    return undefined;
  }
}

class Reading {
  readonly #where: string;
  readonly #problems: Problems;
  readonly #files = new Map<string, ShippedFile>();
  readonly #ours = new Map<string, Buffer>();
  readonly #embedded = new Map<string, Digest>();
  readonly #seen = new Set<string>();
  #metadata: string | undefined;
  #bytes = 0;
  #chunks: Buffer[] = [];
  #open: { readonly name: string; readonly executable: boolean; readonly hash: ReturnType<typeof createHash> | undefined } | undefined;

  constructor(where: string, problems: Problems) {
    this.#where = where;
    this.#problems = problems;
  }

  /** @returns false if nothing of it is looked at */
  begin(header: Header): boolean {
    this.#open = undefined;
    if (this.#seen.size >= MOST_MEMBERS) throw new IntegrityError(`${this.#where} has more than ${MOST_MEMBERS} members.`);
    const name = this.#nameOf(header);
    if (name === undefined || name === '') return false;
    if (this.#seen.has(name)) {
      this.#problems.fail(`${this.#where} has the member ${shown(name)} twice`);
      return false;
    }
    this.#seen.add(name);
    if (header.type === 'directory') return false;
    const isEmbedded = name.startsWith(`${BUNDLE_FOLDER}/`) && EMBEDDED.test(name.slice(BUNDLE_FOLDER.length + 1));
    this.#open = { name, executable: (header.mode & 0o100) !== 0, hash: isEmbedded ? createHash('sha256') : undefined };
    return true;
  }

  take(chunk: Buffer): void {
    if (this.#open?.hash !== undefined) {
      this.#open.hash.update(chunk);
      return;
    }
    this.#bytes += chunk.length;
    if (this.#bytes > MOST_BYTES) throw new IntegrityError(`${this.#where} has more than ${MOST_BYTES} bytes besides its layers.`);
    this.#chunks.push(Buffer.from(chunk));
  }

  end(): void {
    if (this.#open === undefined) return;
    const { name, executable, hash } = this.#open;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    if (hash !== undefined) this.#embedded.set(name.slice(BUNDLE_FOLDER.length + 1), digestOfHex(hash.digest('hex')));
    else if (name === METADATA_FILE) this.#metadata = bytes.toString('utf8');
    else if (name.startsWith(`${BUNDLE_FOLDER}/`)) this.#ours.set(name.slice(BUNDLE_FOLDER.length + 1), bytes);
    else this.#files.set(name, { name, executable, bytes });
  }

  result(): FeatureTar {
    return { metadata: readableMetadata(this.#metadata), files: [...this.#files.values()], ours: this.#ours, embedded: this.#embedded };
  }

  /** @returns without `./`; undefined for a member that should not be there */
  #nameOf({ name, type, mode, uid, gid, mtime }: Header): string | undefined {
    const fail = (why: string): undefined => {
      this.#problems.fail(`${this.#where} has the member ${shown(name)}, ${why}`);
      return undefined;
    };
    if (type !== 'file' && type !== 'directory') return fail(`which is a ${type}: only files and folders belong there`);
    const plain = name.replace(/^\.\//, '').replace(/\/$/, '');
    if (plain !== '' && (!name.startsWith('./') || plain.split('/').some((part) => part === '' || part === '.' || part === '..'))) return fail('which leads out of the folder');
    const modes = type === 'directory' ? [0o755] : [0o644, 0o755];
    if (!modes.includes(mode & 0o7777)) return fail(`with the mode ${mode.toString(8).padStart(4, '0')}`);
    if (uid !== 0 || gid !== 0) return fail('which does not belong to root');
    if (mtime?.getTime() !== 1000) return fail('which has a time other than 1');
    return plain;
  }
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
