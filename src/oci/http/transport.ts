import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { Agents } from './agents.ts';
import { HttpResponse } from './http-response.ts';
import { speaksTls } from './loopback-tls.ts';
import { isLoopback, isSameServer, printableUrl, refusedTarget } from './registry-host.ts';
import { cancelled, fromSocketError, TransportError } from './transport-error.ts';
import { trustSystem } from './trust.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Authorization header. Apart from the others, because it is sent to the origin of `url` and to no other. */
  readonly authorization?: string;
  readonly body?: RequestBody;
  /** In place of the transport's own: what is cleaned up after an abort must still be sent. */
  readonly signal?: AbortSignal;
  /** Milliseconds beyond the idle limit that the answer may take once the body is sent: a registry hashes large blobs first. */
  readonly patience?: number;
}

/** A body that can be sent again: after a redirect, a renewed token, or a broken line. */
export interface RequestBody {
  /** Bytes. It is always announced: some registries refuse a body of unknown length. */
  readonly size: number;
  /** It holds a token, and goes to the origin of the request's address and to no other: as `authorization`. */
  readonly secret?: true;
  open(): Readable;
}

export interface TransportOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte in either direction after which a connection is given up. */
  readonly idleTimeout?: number;
  /** Where HTTPS_PROXY and NO_PROXY are looked up. */
  readonly env?: NodeJS.ProcessEnv;
  readonly debug?: (line: string) => void;
}

const IDLE_TIMEOUT = 60_000;
const MAX_REDIRECTS = 5;
const USER_AGENT = 'nix-feature-action';

/**
 * HTTP for registries: one attempt, redirects followed by hand.
 *
 * Not `fetch`: that unpacks a body whose Content-Encoding says gzip (a blob would then miss its digest), can't send a
 * stream of known length twice, and has fixed time limits.
 */
export class Transport {
  readonly #signal: AbortSignal | undefined;
  readonly #idleTimeout: number;
  readonly #debug: (line: string) => void;
  readonly #agents: Agents;
  /** Servers of this machine, by host and port: do they speak TLS? */
  readonly #loopbackTls = new Map<string, Promise<boolean>>();

  constructor(options: TransportOptions = {}) {
    this.#signal = options.signal;
    this.#idleTimeout = options.idleTimeout ?? IDLE_TIMEOUT;
    this.#debug = options.debug ?? (() => {});
    this.#agents = new Agents(options.env ?? process.env);
  }

  /**
   * @returns the answer, whatever its status, after at most five redirects
   * @throws TransportError if there is no answer, or a redirect must not be followed; CancelledError
   */
  async send(request: HttpRequest): Promise<HttpResponse> {
    let current = request;
    for (let hops = 0; ; hops++) {
      const response = await this.#once(current);
      this.#debug(`${current.method} ${printableUrl(current.url)}: ${response.status}`);
      const location = redirectOf(response);
      if (location === undefined) return response;
      await response.discard();
      if (hops === MAX_REDIRECTS) throw refusal(request, `it was redirected more than ${MAX_REDIRECTS} times`);
      current = follow(current, location);
    }
  }

  /** Closes idle connections. */
  close(): void {
    this.#agents.close();
  }

  /** One request without redirects. A server of this machine is asked in plain http first, unless it is known to speak TLS. */
  async #once(request: HttpRequest): Promise<HttpResponse> {
    const { url } = request;
    if (url.protocol !== 'http:' || !isLoopback(url)) return this.#trusting(request);
    if ((await this.#loopbackTls.get(url.host)) === true) return this.#trusting(secured(request));
    // A server that wants TLS says 400, or nothing that is HTTP.
    try {
      const response = await this.#attempt(request);
      if (response.status !== 400 || !(await this.#wantsTls(url))) return response;
      await response.discard();
    } catch (error) {
      if (!(error instanceof TransportError) || !WANTS_TLS.test(error.message) || !(await this.#wantsTls(url))) throw error;
    }
    return this.#trusting(secured(request));
  }

  /** Asks a server of this machine once whether it speaks TLS. */
  #wantsTls(url: URL): Promise<boolean> {
    const known = this.#loopbackTls.get(url.host) ?? speaksTls(url);
    this.#loopbackTls.set(url.host, known);
    return known;
  }

  /** With the system's authorities, if those that are known at first are not enough. */
  async #trusting(request: HttpRequest): Promise<HttpResponse> {
    try {
      return await this.#attempt(request);
    } catch (error) {
      if (!(error instanceof TransportError) || !trustSystem(error.cause)) throw error;
      this.#agents.renew();
      return this.#attempt(request);
    }
  }

  #attempt(request: HttpRequest): Promise<HttpResponse> {
    const { method, url, body } = request;
    const facts = { method, url: printableUrl(url) };
    const signal = request.signal ?? this.#signal;
    if (signal?.aborted === true) return Promise.reject(cancelled(signal));
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
      return Promise.reject(refusal(request, 'only https is allowed, and plain http only to this machine'));
    }
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => reject(fromSocketError(error, facts, signal));
      const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
        method,
        agent: this.#agents.for(url),
        headers: headersOf(request),
        // Given here, and not by setTimeout later, it covers the time of connecting too.
        timeout: this.#idleTimeout,
        ...(signal === undefined ? {} : { signal }),
      });
      let idle = this.#idleTimeout;
      let incoming: http.IncomingMessage | undefined;
      // An answer that comes before the body is sent (401, 413) counts more than the pipe that it breaks.
      outgoing.on('error', (error) => (body === undefined ? fail(error) : setImmediate(fail, error)));
      outgoing.on('response', (message) => {
        incoming = message;
        resolve(new HttpResponse(method, url, message, { signal, patience: this.#idleTimeout }));
      });
      outgoing.on('timeout', () => {
        // Bytes wait for a reader: it is we who are slow, not the line.
        if (incoming !== undefined && incoming.readableLength > 0) return;
        (incoming ?? outgoing).destroy(stalled(facts, idle));
      });
      if (body === undefined) outgoing.end();
      else sendBody(body, outgoing);
      outgoing.on('finish', () => {
        idle += request.patience ?? 0;
        outgoing.setTimeout(idle);
        if (incoming !== undefined) return;
        // The lines of an answer's head may come one byte at a time, and none of them is an answer.
        const deadline = setTimeout(() => outgoing.destroy(unanswered(facts, 2 * idle)), 2 * idle);
        for (const event of ['response', 'close']) outgoing.once(event, () => clearTimeout(deadline));
      });
    });
  }
}

const WANTS_TLS = /socket hang up|ECONNRESET|EPIPE|Parse Error/;

function secured(request: HttpRequest): HttpRequest {
  const url = new URL(request.url);
  url.port = url.port === '' ? '80' : url.port;
  return { ...request, url: new URL(url.href.replace(/^http:/, 'https:')) };
}

/** Sends a body until the end of it, or until an answer says that nobody wants the rest. */
function sendBody(body: RequestBody, outgoing: http.ClientRequest): void {
  const source = body.open();
  source.on('error', (error) => outgoing.destroy(error));
  outgoing.on('close', () => source.destroy());
  outgoing.on('response', (message) => {
    if (message.statusCode === undefined || message.statusCode < 300 || outgoing.writableFinished) return;
    source.unpipe(outgoing);
    source.destroy();
    // Half a request was sent on it: the connection is good for nothing but this answer.
    for (const event of ['end', 'close']) message.once(event, () => outgoing.destroy());
  });
  source.pipe(outgoing);
}

function headersOf({ headers, authorization, body }: HttpRequest): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    ...headers,
    ...(authorization === undefined ? {} : { authorization }),
    ...(body === undefined ? {} : { 'content-length': String(body.size) }),
  };
}

function redirectOf(response: HttpResponse): string | undefined {
  const reading = response.method === 'GET' || response.method === 'HEAD';
  // 301 to 303 may turn a POST into a GET; nobody who writes wants that, so only 307 and 308 are followed for it.
  const followed = reading ? [301, 302, 303, 307, 308] : [307, 308];
  return followed.includes(response.status) ? response.header('location') : undefined;
}

function follow(request: HttpRequest, location: string): HttpRequest {
  const url = URL.parse(location, request.url.href);
  if (url === null) throw refusal(request, 'it was redirected to something that is not a URL');
  const why = refusedTarget(request.url, url);
  if (why !== undefined) throw refusal(request, `it was redirected to ${printableUrl(url)}, ${why}`);
  const { authorization, ...rest } = request;
  const same = isSameServer(url, request.url);
  if (!same && request.body?.secret === true) throw refusal(request, `it was redirected to ${printableUrl(url)}, another server, which must not get the token in the URL`);
  return { ...rest, url, ...(same && authorization !== undefined ? { authorization } : {}) };
}

function refusal({ method, url }: HttpRequest, why: string): TransportError {
  const printable = printableUrl(url);
  return new TransportError(`${method} ${printable} was not sent: ${why}.`, { method, url: printable, temporary: false });
}

function stalled(facts: { method: string; url: string }, idle: number): TransportError {
  return new TransportError(`${facts.method} ${facts.url} stalled: no byte was sent or received for ${idle / 1000} s.`, {
    ...facts,
    temporary: true,
  });
}

function unanswered(facts: { method: string; url: string }, limit: number): TransportError {
  return new TransportError(`${facts.method} ${facts.url} stalled: there was no answer for ${limit / 1000} s.`, { ...facts, temporary: true });
}
