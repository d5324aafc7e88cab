import { Readable, pipeline } from 'node:stream';
import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import type { Digest } from '../format/digest.ts';
import type { ImageSource } from '../format/image-source.ts';
import type { Descriptor } from '../format/manifest.ts';
import type { RawManifest } from '../format/parse-manifest.ts';
import { formatReference, type Reference } from '../format/reference.ts';
import type { Referrers } from '../format/referrer.ts';
import { verifyStream } from '../format/verify-stream.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { printableUrl } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import type { HttpRequest } from '../http/transport.ts';
import { blobSize } from './blob-size.ts';
import { Connection, type RegistryOptions } from './connection.ts';
import { listReferrers } from './list-referrers.ts';
import { listTags } from './list-tags.ts';
import { headManifest, readManifest } from './read-manifest.ts';

export type { RegistryOptions } from './connection.ts';

export interface Resolved {
  readonly descriptor: Descriptor;
  readonly bytes: Buffer;
}

// A connection that breaks again and again after this much each time still gets a large layer here in the end.
const PROGRESS = 1024 * 1024;

/** One repository of a registry, read (OCI distribution specification, "Pull"). */
export class Registry implements ImageSource {
  readonly name: string;
  readonly repository: string;
  /** What the reference names; undefined if it names a digest. */
  readonly tag: string | undefined;
  readonly #reference: Reference;
  readonly #connection: Connection;

  constructor(reference: Reference, options: RegistryOptions = {}, connection = new Connection(reference, ['pull'], options)) {
    this.name = formatReference(reference);
    this.repository = connection.repository;
    this.tag = reference.digest === undefined ? (reference.tag ?? 'latest') : undefined;
    this.#reference = reference;
    this.#connection = connection;
  }

  /** Closes idle connections. */
  close(): void {
    this.#connection.close();
  }

  /** What the reference names: by digest if it has one, else by tag, else `latest`. */
  root(): Promise<RawManifest> {
    return this.#manifest(this.#reference.digest ?? this.#reference.tag ?? 'latest');
  }

  manifest(digest: Digest): Promise<RawManifest> {
    return this.#manifest(digest);
  }

  /**
   * What a tag or digest of this repository names right now.
   * @throws RegistryError (404: there is none), IntegrityError, CancelledError
   */
  async resolve(tagOrDigest: string): Promise<Resolved> {
    const { mediaType, digest, bytes } = await this.#manifest(tagOrDigest);
    return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
  }

  /**
   * Finds what a tag or digest names here. Only headers are sent, if the registry gives all of them.
   * @returns undefined if there is none
   * @throws RegistryError, IntegrityError, CancelledError
   */
  head(tagOrDigest: string): Promise<Descriptor | undefined> {
    return this.#connection.retry.run(() => headManifest(this.#connection, tagOrDigest));
  }

  /** All tags of the repository. @returns empty if there is no such repository */
  tags(): Promise<readonly string[]> {
    return listTags(this.#connection);
  }

  /** Lists what is attached to a manifest: see `listReferrers` of referrers/list-referrers.ts. */
  referrers(subject: Digest, artifactType?: string): Promise<Referrers> {
    return listReferrers(this.#connection, subject, artifactType);
  }

  /**
   * Tells whether the repository has this blob, whole. Only headers are sent.
   * @param sure a 404 of HEAD is not believed: some registries say so of what GET gives
   * @throws RegistryError, CancelledError
   */
  async hasBlob({ digest, size }: Pick<Descriptor, 'digest' | 'size'>, sure = false): Promise<boolean> {
    const actual = await this.#connection.retry.run(() => blobSize(this.#connection, digest, { sure }));
    return actual === 'unknown' || actual === size;
  }

  blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Readable {
    const where = `the blob ${descriptor.digest} of ${this.repository}`;
    const gone = new AbortController();
    const download = Readable.from(this.#download(descriptor, where, gone.signal), { objectMode: false });
    // The callback takes note of the error that the returned stream shows as well.
    const verified = pipeline(download, verifyStream(descriptor, where), () => {});
    // Nobody reads any more: then the request ends, and there is no further one.
    return verified.on('close', () => {
      if (!download.readableEnded) gone.abort();
    });
  }

  part({ digest, size: whole }: Pick<Descriptor, 'digest' | 'size'>, { offset, size }: { readonly offset: number; readonly size: number }): Readable {
    return Readable.from(this.#part(digest, { whole, offset, size }), { objectMode: false });
  }

  async *#part(digest: Digest, { whole, offset, size }: { readonly whole: number; readonly offset: number; readonly size: number }): AsyncGenerator<Buffer, void, undefined> {
    const { signal } = this.#connection;
    const headers = { range: `bytes=${offset}-${offset + size - 1}` };
    const request: HttpRequest = { method: 'GET', url: this.#connection.blobUrl(digest), headers, ...(signal === undefined ? {} : { signal }) };
    const response = await this.#connection.retry.run(() => this.#connection.expect(request, [200, 206]));
    if (response.header('content-range') !== `bytes ${offset}-${offset + size - 1}/${whole}` || response.status !== 206) {
      await response.discard();
      throw new RegistryError(`${printableUrl(response.url)} was asked for a part of it, and was answered with another one.`, { method: 'GET', url: printableUrl(response.url), status: response.status });
    }
    let left = size;
    for await (const chunk of response.chunks()) {
      left -= chunk.length;
      if (left < 0) break;
      yield chunk;
    }
    if (left !== 0) throw brokenOff(response.url, `a part of the blob ${digest} of ${this.repository}`, size - left, size);
  }

  #manifest(tagOrDigest: string): Promise<RawManifest> {
    return this.#connection.retry.run(() => readManifest(this.#connection, tagOrDigest));
  }

  // Where the connection breaks, the next attempt goes on behind the last byte that came.
  async *#download({ digest, size }: Pick<Descriptor, 'digest' | 'size'>, where: string, gone: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    const own = this.#connection.signal;
    const signal = own === undefined ? gone : AbortSignal.any([own, gone]);
    const attempts = this.#connection.retry.begin(signal);
    let offset = 0;
    for (let mark = 0; ; mark = offset) {
      try {
        for await (const chunk of this.#blobFrom(digest, size, offset, signal)) {
          offset += chunk.length;
          yield chunk;
        }
        if (offset >= size) return;
        throw brokenOff(this.#connection.blobUrl(digest), where, offset, size);
      } catch (error) {
        if (offset - mark >= PROGRESS) attempts.progressed();
        await attempts.failed(error);
      }
    }
  }

  async *#blobFrom(digest: Digest, size: number, offset: number, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    const request: HttpRequest = {
      method: 'GET',
      url: this.#connection.blobUrl(digest),
      signal,
      ...(offset === 0 ? {} : { headers: { range: `bytes=${offset}-` } }),
    };
    const response = await this.#connection.expect(request, offset === 0 ? [200] : [200, 206, 416]);
    if (response.status === 416) throw await otherSize(response, `no more than ${offset}`, size);
    // A server may ignore the range: the bytes that are here already are passed over.
    let skip = response.status === 206 ? offset - rangeStart(response, offset) : offset;
    const length = totalLength(response);
    if (length !== undefined && length !== size) throw await otherSize(response, String(length), size);
    for await (const chunk of response.chunks()) {
      const rest = chunk.subarray(Math.min(skip, chunk.length));
      skip -= chunk.length - rest.length;
      if (rest.length > 0) yield rest;
    }
  }
}

// RFC 9110, 14.4: "bytes 1000-1999/2000"
function rangeStart(response: HttpResponse, wanted: number): number {
  const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.header('content-range') ?? '')?.[1];
  if (start !== undefined && Number(start) <= wanted) return Number(start);
  const facts = { method: response.method, url: printableUrl(response.url), status: response.status };
  throw new RegistryError(
    `${facts.method} ${facts.url} should continue at byte ${wanted}, but was answered with the range "${response.header('content-range') ?? ''}".`,
    facts,
  );
}

/** The whole blob's bytes, as the answer announces them. */
function totalLength(response: HttpResponse): number | undefined {
  const text =
    response.status === 206
      ? /\/(\d+)$/.exec(response.header('content-range') ?? '')?.[1]
      : response.header('content-length');
  return text === undefined ? undefined : Number(text);
}

// A blob of another size than the manifest's is found out before its bytes travel; no retry makes it longer.
async function otherSize(response: HttpResponse, actual: string, size: number): Promise<IntegrityError> {
  await response.discard();
  return new IntegrityError(`${printableUrl(response.url)} has ${actual} bytes, but the manifest says ${size}.`, {
    hint: 'The registry, or a proxy in front of it, serves other content under this name.',
  });
}

function brokenOff(url: URL, where: string, offset: number, size: number): TransportError {
  return new TransportError(`${where.charAt(0).toUpperCase()}${where.slice(1)} broke off after ${offset} of ${size} bytes.`, {
    method: 'GET',
    url: printableUrl(url),
    temporary: true,
  });
}
