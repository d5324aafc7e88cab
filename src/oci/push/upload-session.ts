import { Failure } from '../../kit/errors.ts';
import type { Digest } from '../format/digest.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { printableUrl, refusedTarget } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import type { HttpRequest, RequestBody } from '../http/transport.ts';
import type { Connection } from '../pull/connection.ts';

// So long a session may keep a run that was told to stop from ending.
const CANCEL_TIME = 2000;
// Bytes that a registry hashes and stores in a millisecond, at worst: GHCR took 11 s over 700 MB.
const COMMIT_SPEED = 32 * 1024;

const BINARY = { 'content-type': 'application/octet-stream' };

/** An upload that a registry has opened for us (OCI distribution specification, "Pushing Blobs"). */
export class UploadSession {
  /** Bytes that each chunk but the last must have. */
  readonly leastChunk: number;
  readonly #connection: Connection;
  readonly #signal: AbortSignal | undefined;
  #location: URL;

  /** @param opened the 202 that opened it @throws TransportError if its Location must not be followed */
  constructor(connection: Connection, opened: HttpResponse, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.#signal = signal;
    this.#location = locationOf(opened);
    this.leastChunk = Number(/^\d+$/.exec(opened.header('oci-chunk-min-length') ?? '')?.[0] ?? 0);
  }

  /** @throws TransportError if the registry opens none, CancelledError */
  static async open(connection: Connection, signal: AbortSignal | undefined): Promise<UploadSession> {
    const request: HttpRequest = { method: 'POST', url: connection.uploadsUrl(), ...withSignal(signal) };
    const response = await connection.expect(request, [202]);
    await response.discard();
    return new UploadSession(connection, response, signal);
  }

  /** Ends the session: what was sent, together with `body`, becomes the blob. @returns the answer, of any status, read */
  async commit(digest: Digest, size: number, body?: RequestBody): Promise<HttpResponse> {
    const url = withDigest(this.#location, digest);
    const patience = size / COMMIT_SPEED;
    return this.#connection.send({
      method: 'PUT',
      url,
      headers: BINARY,
      patience,
      ...withSignal(this.#signal),
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Sends the bytes from `start` on. @returns the answer, of any status; the session's address is renewed from it */
  async patch(start: number, body: RequestBody): Promise<HttpResponse> {
    const headers = { ...BINARY, 'content-range': `${start}-${start + body.size - 1}` };
    const response = await this.#connection.send({ method: 'PATCH', url: this.#location, headers, body, ...withSignal(this.#signal) });
    // A 416 has one too, and with some registries only the newest address knows the right offset.
    if (response.status < 300 || response.status === 416) this.#moved(response);
    return response;
  }

  /**
   * How many bytes the registry has.
   * @returns undefined if the session is gone, or the registry doesn't say
   * @throws TransportError, CancelledError
   */
  async offset(): Promise<number | undefined> {
    const response = await this.#connection.send({ method: 'GET', url: this.#location, ...withSignal(this.#signal) });
    const gone = [400, 404, 405, 416].includes(response.status);
    if (response.status >= 300 && !gone) throw await this.#connection.failure(response);
    await response.discard();
    if (gone) return undefined;
    this.#moved(response);
    const last = /^(?:bytes[ =])?0-(\d+)$/.exec(response.header('range') ?? '')?.[1];
    if (last === undefined) return undefined;
    // "0-0" is what an empty session says too; taken for empty, the worst that comes of it is a 416.
    return last === '0' ? 0 : Number(last) + 1;
  }

  /** Tells the registry that nothing more will come, also after an abort. Never throws: an old session dies by itself. */
  async cancel(): Promise<void> {
    try {
      const signal = AbortSignal.timeout(CANCEL_TIME);
      const response = await this.#connection.send({ method: 'DELETE', url: this.#location, signal });
      await response.discard();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }

  #moved(response: HttpResponse): void {
    if (response.header('location') !== undefined) this.#location = locationOf(response);
  }
}

/** Returns how long a commit of so many bytes may go on in the registry after its answer was lost, in milliseconds. */
export function commitTime(size: number): number {
  return Math.min(60_000, size / COMMIT_SPEED);
}

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function locationOf(response: HttpResponse): URL {
  const text = response.header('location');
  const url = text === undefined ? null : URL.parse(text, response.url.href);
  const why = text === undefined ? 'without saying where it is' : url === null ? 'at something that is not a URL' : refusedTarget(response.url, url);
  if (url !== null && why === undefined) return url;
  const printable = printableUrl(response.url);
  throw new TransportError(
    `${response.method} ${printable} opened an upload ${url === null ? why : `at ${printableUrl(url)}, ${why}; nothing is sent there`}.`,
    { method: response.method, url: printable, status: response.status, temporary: false },
    { hint: 'Configure the registry behind the proxy with its public address, including https.' },
  );
}

// By hand: URLSearchParams would write the registry's own parameters, which are signed, in another way.
function withDigest(location: URL, digest: Digest): URL {
  const url = new URL(location);
  url.search = `${location.search}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
  return url;
}
