import { Authenticator, type SeenChallenge } from '../auth/auth.ts';
import { anonymous, type CredentialSource } from '../auth/credentials.ts';
import { ReadingLogin } from '../auth/login.ts';
import { parseDigest } from '../format/digest.ts';
import { checkName, checkTagOrDigest, type Reference } from '../format/reference.ts';
import type { WallClock } from '../http/clock.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { apiOrigin } from '../http/registry-host.ts';
import { Retry, type RetryPolicy } from '../http/retry.ts';
import { Transport, type HttpRequest } from '../http/transport.ts';

export interface RegistryOptions {
  readonly credentials?: CredentialSource;
  readonly signal?: AbortSignal;
  readonly debug?: (line: string) => void;
  /** Called with each secret the moment it exists. */
  readonly mask?: (secret: string) => void;
  readonly policy?: Partial<RetryPolicy>;
  /** Milliseconds; see TransportOptions. */
  readonly idleTimeout?: number;
  /** One for many repositories of a registry, whose connections they then share; whoever made it closes it. Signal, idle limit and proxy are its own. */
  readonly transport?: Transport;
  /** Shared in the same way. */
  readonly seen?: SeenChallenge;
  readonly env?: NodeJS.ProcessEnv;
  readonly clock?: WallClock;
  /** In [0, 1), as Math.random. */
  readonly random?: () => number;
}

/** What reading and writing one repository have in common: one transport, one set of tokens, one place for retries. */
export class Connection {
  /** `ghcr.io/org/bedrock` */
  readonly repository: string;
  /** The registry's API. */
  readonly origin: URL;
  readonly retry: Retry;
  readonly signal: AbortSignal | undefined;
  readonly #path: string;
  readonly #scopes: readonly string[];
  /** Undefined if it is somebody else's. */
  readonly #own: Transport | undefined;
  readonly #auth: Pick<Authenticator, 'send' | 'failure'>;
  #found: 'nothing' | 'something' | undefined;

  /**
   * @param actions all actions that will follow: one token for all of them is requested
   * @throws Failure if the reference's names are none
   */
  constructor(reference: Reference, actions: readonly ('pull' | 'push' | 'delete')[], options: RegistryOptions = {}) {
    checkName(reference);
    this.repository = `${reference.registry}/${reference.repository}`;
    this.origin = apiOrigin(reference.registry);
    this.retry = new Retry(options);
    this.signal = options.signal;
    this.#path = reference.repository;
    this.#scopes = [`repository:${reference.repository}:${actions.join(',')}`];
    const transport = options.transport ?? new Transport(options);
    this.#own = options.transport === undefined ? transport : undefined;
    const authenticate = (credentials: CredentialSource): Authenticator =>
      new Authenticator({
        transport,
        credentials,
        registry: reference.registry,
        repository: reference.repository,
        origin: this.origin,
        clock: this.retry.clock,
        ...(options.seen === undefined ? {} : { seen: options.seen }),
        ...(options.mask === undefined ? {} : { mask: options.mask }),
      });
    const own = authenticate(options.credentials ?? anonymous);
    this.#auth = actions.includes('push') ? own : new ReadingLogin(own, authenticate(anonymous), options.debug ?? (() => {}));
  }

  /** Closes idle connections, but those that are shared. */
  close(): void {
    this.#own?.close();
  }

  /** @throws Failure if the text is neither a tag nor a digest */
  manifestUrl(tagOrDigest: string): URL {
    return this.#url(`manifests/${checkTagOrDigest(tagOrDigest)}`);
  }

  /** @throws Failure if the text is no digest */
  blobUrl(digest: string): URL {
    return this.#url(`blobs/${parseDigest(digest)}`);
  }

  uploadsUrl(): URL {
    return this.#url('blobs/uploads/');
  }

  tagsUrl(): URL {
    return this.#url('tags/list');
  }

  /** @throws Failure if the text is no digest */
  referrersUrl(digest: string): URL {
    return this.#url(`referrers/${parseDigest(digest)}`);
  }

  #url(path: string): URL {
    return new URL(`v2/${this.#path}/${path}`, this.origin);
  }

  /**
   * Sends one request, authorized if it goes to the registry itself.
   * @param further scopes that this request needs beyond those of the repository
   * @throws TransportError, RegistryError if no token can be had, CancelledError
   */
  async send(request: HttpRequest, further: readonly string[] = []): Promise<HttpResponse> {
    const response = await this.#auth.send(request, [...this.#scopes, ...further]);
    if (/\/(?:manifests\/[^/]*|tags\/list)$/.test(request.url.pathname)) {
      if (response.status === 200) this.#found = 'something';
      else if (response.status === 404) this.#found ??= 'nothing';
    }
    return response;
  }

  /** No requested manifest or tag existed so far, so the repository is probably new. */
  get isEmpty(): boolean {
    return this.#found === 'nothing';
  }

  /** As `send`. @throws TransportError also if the status is none of `statuses` */
  async expect(request: HttpRequest, statuses: readonly number[]): Promise<HttpResponse> {
    const response = await this.send(request);
    if (statuses.includes(response.status)) return response;
    throw await this.failure(response);
  }

  /** What an answer that was not wanted is to a caller. */
  failure(response: HttpResponse): Promise<Error> {
    return this.#auth.failure(response);
  }
}
