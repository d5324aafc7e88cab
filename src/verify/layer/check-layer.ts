import { createHash } from 'node:crypto';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StrictTarReader } from '../../archive/strict-tar.ts';
import { decompression } from '../../base/tar/decompress.ts';
import { CancelledError, Failure, messageOf, reasonOf } from '../../kit/errors.ts';
import { digestOfHex, type Digest } from '../../oci/format/digest.ts';
import type { ImageSource } from '../../oci/format/image-source.ts';
import { Problems, noteFault } from '../result/checks.ts';
import { LayerMembers, type WantedPaths } from './layer-members.ts';
import { Spool } from '../../archive/spool.ts';

/** What is known of a layer before it is read. */
export interface WantedLayer extends WantedPaths {
  readonly digest: Digest;
  readonly size: number;
  readonly mediaType: string;
  readonly diffId: Digest;
  /** Bytes of the tar; undefined if nobody counted them. */
  readonly tarSize: number | undefined;
  /** Bytes of the tar at most: nothing is unpacked beyond. */
  readonly mostBytes: number;
}

/** What was found, each by itself. */
export interface LayerResult {
  readonly bytes: Problems;
  readonly diffId: Problems;
  readonly members: Problems;
  readonly nars: Problems;
}

/** The bytes of the tar are more than they may be. */
class TooLong extends Error {}

/** What reading a layer takes. */
export interface Reading {
  /** For work, with room for the layer as it is unpacked. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Reads a layer once, as a stream: its digest, its diff id, its members and the NAR of each of its paths.
 * @throws CancelledError, and nothing else that is no bug
 */
export async function checkLayer(source: ImageSource, layer: WantedLayer, { folder, signal }: Reading): Promise<LayerResult> {
  const result = { bytes: new Problems(), diffId: new Problems(), members: new Problems(), nars: new Problems() };
  const spool = new Spool(folder, `layer-${layer.digest.slice('sha256:'.length)}`);
  const members = new LayerMembers(layer, spool);
  const tar = new Unpacked(members, { most: layer.mostBytes, signal });
  const blob = source.blob(layer);
  try {
    await pipeline([...(await decompression(blob, layer.mediaType)), tar]);
    tar.finish(layer, result);
  } catch (error) {
    blob.destroy();
    if (signal.aborted) throw reasonOf(signal);
    await noteBreak(error, { source, layer, result });
    return result;
  } finally {
    spool.close();
  }
  result.members.add(members.problems);
  result.nars.add(members.narProblems);
  return result;
}

/** What a stream broke of: its bytes, what they unpack to, or the way that they come by. */
async function noteBreak(error: unknown, { source, layer, result }: { readonly source: ImageSource; readonly layer: WantedLayer; readonly result: LayerResult }): Promise<void> {
  const where = `the layer ${layer.digest}`;
  const bytes = error instanceof Failure ? error : await faultOfBytes(source.blob(layer));
  if (bytes !== undefined) {
    noteFault(result.bytes, bytes);
    for (const problems of [result.diffId, result.members, result.nars]) problems.skip(`The bytes of ${where} are missing or wrong`);
    return;
  }
  const why = messageOf(error);
  result.diffId.fail(error instanceof TooLong ? `The layer ${layer.digest} unpacks to more than ${layer.mostBytes} bytes` : `The layer ${layer.digest} can't be unpacked: ${why}`);
  for (const problems of [result.members, result.nars]) problems.skip(`${where.replace('the', 'The')} was not completely unpacked`);
}

/** Whatever unpacks them broke first: are the bytes themselves right? */
async function faultOfBytes(blob: Readable): Promise<unknown> {
  try {
    for await (const _ of blob);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof CancelledError) throw error;
    return error;
  }
}

interface Limits {
  /** Bytes. */
  readonly most: number;
  readonly signal: AbortSignal;
}

/** The tar of a layer, as it comes: hashed, and looked through for as long as it can be read. */
class Unpacked extends Writable {
  readonly #hash = createHash('sha256');
  readonly #members: LayerMembers;
  readonly #reader: StrictTarReader;
  readonly #limits: Limits;
  #size = 0;
  /** Why nothing more is read of it. */
  #broken: string | undefined;
  #fault: Failure | undefined;

  constructor(members: LayerMembers, limits: Limits) {
    super();
    this.#members = members;
    this.#reader = new StrictTarReader(members);
    this.#limits = limits;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#size += chunk.length;
    if (this.#limits.signal.aborted) return done(reasonOf(this.#limits.signal));
    if (this.#size > this.#limits.most) return done(new TooLong());
    this.#hash.update(chunk);
    this.#read(() => this.#reader.write(chunk));
    done();
  }

  /** Compares what came with what should have come. */
  finish({ digest, diffId, tarSize }: WantedLayer, result: LayerResult): void {
    const found = digestOfHex(this.#hash.digest('hex'));
    if (found !== diffId) result.diffId.fail(`The layer ${digest} unpacks to ${found} and should unpack to ${diffId}`);
    else if (tarSize !== undefined && tarSize !== this.#size) result.diffId.fail(`The layer ${digest} unpacks to ${this.#size} bytes and should unpack to ${tarSize}`);
    this.#read(() => {
      this.#reader.end();
      this.#members.end();
    });
    if (this.#broken !== undefined) {
      result.members.fail(`The tar of the layer ${digest} ${this.#broken}`);
      result.nars.skip(`The layer ${digest} was not completely read`);
    }
    if (this.#fault !== undefined) for (const problems of [result.members, result.nars]) noteFault(problems, this.#fault);
  }

  #read(read: () => void): void {
    if (this.#broken !== undefined || this.#fault !== undefined) return;
    try {
      read();
    } catch (error) {
      if (error instanceof Failure) this.#fault = error;
      else this.#broken = messageOf(error);
    }
  }
}
