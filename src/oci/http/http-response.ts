import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { printableUrl } from './registry-host.ts';
import { fromSocketError, fromStatus, TransportError } from './transport-error.ts';

const ERROR_BODY_LIMIT = 64 * 1024;
/** Bytes in a second, on the whole: a byte now and then keeps a connection from being idle, and would never end. */
const LEAST_SPEED = 1024;

/** The answer to one request, of any status. Its body must be read or discarded. */
export class HttpResponse {
  readonly method: string;
  /** Where it came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingHttpHeaders;
  readonly #message: IncomingMessage;
  readonly #signal: AbortSignal | undefined;
  readonly #patience: number;

  /** @param patience milliseconds of waiting after which the speed of a body is looked at */
  constructor(method: string, url: URL, message: IncomingMessage, { signal, patience }: { readonly signal: AbortSignal | undefined; readonly patience: number }) {
    this.method = method;
    this.url = url;
    this.status = message.statusCode ?? 0;
    this.statusText = message.statusMessage ?? '';
    this.headers = message.headers;
    this.#message = message;
    this.#signal = signal;
    this.#patience = patience;
  }

  /** One value of a header; the first, should it have come more than once. */
  header(name: string): string | undefined {
    const value = this.headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  }

  /** The body as it comes; leaving the loop early closes the connection. @throws TransportError, CancelledError */
  async *chunks(): AsyncGenerator<Buffer, void, undefined> {
    try {
      // Only the time that is waited counts: whoever reads may be slow.
      let asked = performance.now();
      let waited = 0;
      let size = 0;
      for await (const chunk of this.#message) {
        waited += performance.now() - asked;
        size += (chunk as Buffer).length;
        if (waited > this.#patience && (size / waited) * 1000 < LEAST_SPEED) throw this.#tooSlow(size, waited);
        yield chunk as Buffer;
        asked = performance.now();
      }
    } catch (error) {
      throw fromSocketError(error, this.#request(), this.#signal);
    }
  }

  /** The whole body. @throws TransportError if it is longer than `limit` bytes */
  async bytes(limit: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.chunks()) {
      size += chunk.length;
      if (size > limit) {
        throw new TransportError(
          `${this.method} ${printableUrl(this.url)} was answered with more than ${limit} bytes; the answer is not read further.`,
          { ...this.#request(), status: this.status, temporary: false },
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** Closes what is left of the body. A short rest is read, so that the connection can be used again. */
  async discard(): Promise<void> {
    const length = Number(this.header('content-length') ?? Number.NaN);
    if (this.#message.readableEnded || this.#message.destroyed) return;
    // A HEAD announces what it does not send.
    if (this.method !== 'HEAD' && length > ERROR_BODY_LIMIT) {
      this.#message.on('error', () => {});
      this.#message.destroy();
      return;
    }
    let size = 0;
    for await (const chunk of this.chunks()) {
      size += chunk.length;
      if (size > ERROR_BODY_LIMIT) return;
    }
  }

  /** Reads the body's beginning and makes an error of this answer. @param now milliseconds since the epoch */
  async toError(now: number): Promise<TransportError> {
    const answer = { status: this.status, statusText: this.statusText, retryAfter: this.#retryAfter() };
    return fromStatus(this.#request(), answer, await this.#beginning(), now);
  }

  // GitHub's own headers, which GHCR may give in place of Retry-After: "If x-ratelimit-remaining is 0, wait until
  // x-ratelimit-reset", in seconds since the epoch (docs.github.com, "Rate limits for the REST API").
  #retryAfter(): string | undefined {
    const given = this.header('retry-after');
    if (given !== undefined || this.status < 400 || this.header('x-ratelimit-remaining') !== '0') return given;
    const reset = Number(this.header('x-ratelimit-reset') ?? Number.NaN);
    return Number.isSafeInteger(reset) ? new Date(reset * 1000).toUTCString() : '60';
  }

  async #beginning(): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of this.chunks()) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= ERROR_BODY_LIMIT) break;
      }
    } catch (error) {
      if (this.#signal?.aborted === true) throw error;
      // The status is known, and it is what matters: a body that breaks off must not hide it.
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #tooSlow(size: number, waited: number): TransportError {
    const request = this.#request();
    return new TransportError(
      `${request.method} ${request.url} was given up: only ${size} bytes arrived in ${Math.round(waited / 1000)} s; the minimum is ${LEAST_SPEED} bytes a second.`,
      { ...request, status: this.status, temporary: true },
    );
  }

  #request(): { method: string; url: string } {
    return { method: this.method, url: printableUrl(this.url) };
  }
}
