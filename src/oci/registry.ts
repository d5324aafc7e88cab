import { Readable, pipeline } from 'node:stream';
import { IntegrityError, RegistryError } from '../errors.ts';
import { Authenticator } from './auth.ts';
import type { Clock } from './clock.ts';
import { anonymous, type CredentialSource } from './credentials.ts';
import { digestOf, isDigest, type Digest } from './digest.ts';
import type { HttpResponse } from './http-response.ts';
import { MANIFEST_LIMIT, type ImageSource } from './image-source.ts';
import type { Descriptor } from './manifest.ts';
import { MANIFEST_TYPES } from './media-types.ts';
import type { RawManifest } from './parse-manifest.ts';
import { formatReference, type Reference } from './reference.ts';
import { apiOrigin, printableUrl } from './registry-host.ts';
import { Retry, type RetryPolicy } from './retry.ts';
import { TransportError } from './transport-error.ts';
import { Transport, type HttpRequest } from './transport.ts';
import { verifyStream } from './verify-stream.ts';

export interface RegistryOptions {
  readonly credentials?: CredentialSource;
  readonly signal?: AbortSignal;
  readonly debug?: (line: string) => void;
  /** Called with each secret the moment it exists. */
  readonly mask?: (secret: string) => void;
  readonly policy?: Partial<RetryPolicy>;
  /** Milliseconds; see TransportOptions. */
  readonly idleTimeout?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly clock?: Clock;
  /** In [0, 1), as Math.random. */
  readonly random?: () => number;
}

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
  readonly #reference: Reference;
  readonly #origin: URL;
  readonly #transport: Transport;
  readonly #auth: Authenticator;
  readonly #retry: Retry;
  readonly #scopes: readonly string[];

  constructor(reference: Reference, options: RegistryOptions = {}) {
    this.name = formatReference(reference);
    this.repository = `${reference.registry}/${reference.repository}`;
    this.#reference = reference;
    this.#origin = apiOrigin(reference.registry);
    this.#transport = new Transport(options);
    this.#retry = new Retry(options);
    this.#scopes = [`repository:${reference.repository}:pull`];
    this.#auth = new Authenticator({
      transport: this.#transport,
      credentials: options.credentials ?? anonymous,
      registry: reference.registry,
      origin: this.#origin,
      clock: this.#retry.clock,
      ...(options.mask === undefined ? {} : { mask: options.mask }),
    });
  }

  /** Closes idle connections. */
  close(): void {
    this.#transport.close();
  }

  /** What the reference names: by digest where it has one, else by tag, else `latest`. */
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

  blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Readable {
    const where = `the blob ${descriptor.digest} of ${this.repository}`;
    const download = Readable.from(this.#download(descriptor, where), { objectMode: false });
    // The callback takes note of the error that the returned stream shows as well.
    return pipeline(download, verifyStream(descriptor, where), () => {});
  }

  #manifest(tagOrDigest: string): Promise<RawManifest> {
    return this.#retry.run(async () => {
      const request: HttpRequest = {
        method: 'GET',
        url: this.#url(`manifests/${tagOrDigest}`),
        headers: { accept: MANIFEST_TYPES.join(', ') },
      };
      const response = await this.#expect(request, [200]);
      const bytes = await response.bytes(MANIFEST_LIMIT);
      const digest = digestOf(bytes);
      const announced = response.header('docker-content-digest') ?? '';
      const expected = isDigest(tagOrDigest) ? tagOrDigest : isDigest(announced) ? announced : digest;
      if (digest !== expected) {
        throw new IntegrityError(
          `The manifest ${tagOrDigest} of ${this.repository} should have the digest ${expected}, and has ${digest}.`,
          { hint: 'Something between here and the registry alters or mixes up what it serves.' },
        );
      }
      const mediaType = (response.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
      return { digest, mediaType, bytes };
    });
  }

  // Where the connection breaks, the next attempt goes on behind the last byte that came.
  async *#download({ digest, size }: Pick<Descriptor, 'digest' | 'size'>, where: string): AsyncGenerator<Buffer, void, undefined> {
    const attempts = this.#retry.begin();
    let offset = 0;
    for (let mark = 0; ; mark = offset) {
      try {
        for await (const chunk of this.#blobFrom(digest, size, offset)) {
          offset += chunk.length;
          yield chunk;
        }
        if (offset >= size) return;
        throw brokenOff(this.#url(`blobs/${digest}`), where, offset, size);
      } catch (error) {
        if (offset - mark >= PROGRESS) attempts.progressed();
        await attempts.failed(error);
      }
    }
  }

  async *#blobFrom(digest: Digest, size: number, offset: number): AsyncGenerator<Buffer, void, undefined> {
    const request: HttpRequest = {
      method: 'GET',
      url: this.#url(`blobs/${digest}`),
      ...(offset === 0 ? {} : { headers: { range: `bytes=${offset}-` } }),
    };
    const response = await this.#expect(request, offset === 0 ? [200] : [200, 206, 416]);
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

  async #expect(request: HttpRequest, statuses: readonly number[]): Promise<HttpResponse> {
    const response = await this.#auth.send(request, this.#scopes);
    if (statuses.includes(response.status)) return response;
    throw await response.toError(this.#retry.clock.now());
  }

  #url(path: string): URL {
    return new URL(`v2/${this.#reference.repository}/${path}`, this.#origin);
  }
}

// RFC 9110, 14.4: “bytes 1000-1999/2000”
function rangeStart(response: HttpResponse, wanted: number): number {
  const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.header('content-range') ?? '')?.[1];
  if (start !== undefined && Number(start) <= wanted) return Number(start);
  const facts = { method: response.method, url: printableUrl(response.url), status: response.status };
  throw new RegistryError(
    `${facts.method} ${facts.url} was to go on at byte ${wanted}, and was answered with the range “${response.header('content-range') ?? ''}”.`,
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
  return new IntegrityError(`${printableUrl(response.url)} has ${actual} bytes, and the manifest says ${size}.`, {
    hint: 'The registry, or a proxy before it, serves other content under this name.',
  });
}

function brokenOff(url: URL, where: string, offset: number, size: number): TransportError {
  return new TransportError(`${where.charAt(0).toUpperCase()}${where.slice(1)} broke off after ${offset} of ${size} bytes.`, {
    method: 'GET',
    url: printableUrl(url),
    temporary: true,
  });
}
