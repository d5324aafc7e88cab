import { Readable } from 'node:stream';
import { adviceOf, RegistryError } from '../../kit/errors.ts';
import { wallClock, type WallClock } from '../http/clock.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { isLoopback, isPrivateAddress, isSameServer, printableUrl } from '../http/registry-host.ts';
import { TransportError } from '../http/transport-error.ts';
import type { HttpRequest, RequestBody, Transport } from '../http/transport.ts';
import { joinScopes, parseChallenge, type Challenge } from './challenge.ts';
import type { Credential, CredentialSource } from './credentials.ts';
import { explainRefusal, REFUSED } from './refusal.ts';

export interface AuthOptions {
  readonly transport: Transport;
  readonly credentials: CredentialSource;
  /** Host and port as in references: what credentials are looked up by. */
  readonly registry: string;
  /** For logins that are for a part of the registry. */
  readonly repository?: string;
  /** The registry's API. Nothing but requests to it is authorized. */
  readonly origin: URL;
  readonly clock?: WallClock;
  /** Called with each token the moment it exists, so that no log shows it. */
  readonly mask?: (secret: string) => void;
  /** Shared by those who ask the same registry. Without it each one asks unauthorized first. */
  readonly seen?: SeenChallenge;
}

/** What a registry was seen to ask for, in any of its repositories: it need not be asked again in each. */
export interface SeenChallenge {
  challenge?: Challenge;
}

interface Authorization {
  readonly header: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

const TOKEN_BODY_LIMIT = 1024 * 1024;
// Distribution specification, "Token Authentication": "If omitted, this defaults to 60 seconds."
const DEFAULT_LIFETIME = 60_000;
// A token that dies on the way is worth nothing: renewed this much earlier, or after nine tenths of a short life.
const MARGIN = 10_000;

/** Answers a registry's challenges, and remembers what it was given for each scope until shortly before it expires. */
export class Authenticator {
  readonly #options: AuthOptions;
  readonly #clock: WallClock;
  readonly #known = new Map<string, Authorization>();
  readonly #underway = new Map<string, Promise<Authorization | undefined>>();
  #credential: Promise<Credential | undefined> | undefined;

  constructor(options: AuthOptions) {
    this.#options = options;
    this.#clock = options.clock ?? wallClock;
  }

  /**
   * Sends a request to the registry, authorized for the scopes where it wants that.
   * @param scopes all that the caller will do with what it asks for: `repository:org/bedrock:pull`
   * @returns the answer; a 401 if the credentials don't suffice
   * @throws TransportError, RegistryError if a token can't be had, CancelledError
   */
  async send(request: HttpRequest, scopes: readonly string[]): Promise<HttpResponse> {
    if (!isSameServer(request.url, this.#options.origin)) return this.#options.transport.send(request);
    const key = scopes.join(' ');
    const known = this.#known.get(key);
    const usable = known !== undefined && known.expires > this.#clock.now() ? known : await this.#foreseen(key, known, scopes);
    const response = await this.#options.transport.send(authorized(request, usable?.header));
    // After a redirect to another host it is not the registry that asks, and it gets nothing.
    if (response.status !== 401 || !isSameServer(response.url, request.url)) return response;

    const challenge = parseChallenge(response.header('www-authenticate'));
    if (challenge !== undefined && this.#options.seen !== undefined) this.#options.seen.challenge = challenge;
    const authorization = challenge === undefined ? undefined : await this.#renewed(key, usable, challenge, scopes);
    // The same answer again would be refused again.
    if (authorization === undefined || authorization.header === usable?.header) return response;
    await response.discard();
    return this.#options.transport.send(authorized(request, authorization.header));
  }

  /** Answers the challenge that the registry is known to give; the scopes in it are those of somebody else's request. */
  async #foreseen(key: string, expired: Authorization | undefined, scopes: readonly string[]): Promise<Authorization | undefined> {
    const challenge = this.#options.seen?.challenge;
    if (challenge === undefined) return undefined;
    return this.#renewed(key, expired, challenge.scheme === 'bearer' ? { ...challenge, scopes: [] } : challenge, scopes);
  }

  // Several uploads find out at the same moment that they need a token; one fetches it for all.
  async #renewed(
    key: string,
    refused: Authorization | undefined,
    challenge: Challenge,
    scopes: readonly string[],
  ): Promise<Authorization | undefined> {
    const known = this.#known.get(key);
    if (known !== undefined && known.header !== refused?.header && known.expires > this.#clock.now()) return known;
    const underway = this.#underway.get(key);
    if (underway !== undefined) return underway;
    const answer = this.#answer(challenge, scopes).finally(() => this.#underway.delete(key));
    this.#underway.set(key, answer);
    const authorization = await answer;
    if (authorization !== undefined) this.#known.set(key, authorization);
    return authorization;
  }

  async #answer(challenge: Challenge, scopes: readonly string[]): Promise<Authorization | undefined> {
    const credential = await this.#findCredential();
    if (credential?.kind === 'token') return { header: `Bearer ${credential.token}`, expires: Infinity };
    if (challenge.scheme === 'bearer') return this.#fetchToken(challenge, scopes, credential);
    return credential?.kind === 'password' ? { header: basic(credential), expires: Infinity } : undefined;
  }

  async #fetchToken(
    challenge: Challenge & { scheme: 'bearer' },
    scopes: readonly string[],
    credential: Credential | undefined,
  ): Promise<Authorization> {
    const realm = checkedRealm(challenge.realm, this.#options.origin);
    const joined = joinScopes(scopes, challenge.scopes);
    const request =
      credential?.kind === 'identity'
        ? refreshRequest(realm, challenge.service, joined, credential.token)
        : tokenRequest(realm, challenge.service, joined, credential);
    const response = await this.#options.transport.send(request);
    if (response.status !== 200) throw await this.#refused(response, credential);
    const body = await response.bytes(TOKEN_BODY_LIMIT);
    const { token, lifetime } = parseToken(body, request.method, realm);
    this.#options.mask?.(token);
    const margin = Math.min(MARGIN, lifetime / 10);
    return { header: `Bearer ${token}`, expires: this.#clock.now() + lifetime - margin };
  }

  async #refused(response: HttpResponse, credential: Credential | undefined): Promise<Error> {
    const error = explainRefusal(await response.toError(this.#clock.now()), this.#options.registry, credential);
    if (!REFUSED.has(response.status) || error.temporary) return error;
    const whose = credential === undefined ? 'without credentials' : `with the credentials from ${credential.origin}`;
    return new RegistryError(
      `${this.#options.registry} refused a token ${whose}: ${error.message}`,
      { method: error.method, url: error.url, status: response.status, ...(error.code === undefined ? {} : { code: error.code }) },
      { cause: error, ...adviceOf(error) },
    );
  }

  /** What an answer that was not wanted is to a caller; a refusal tells which login was shown. */
  async failure(response: HttpResponse): Promise<TransportError> {
    const error = await response.toError(this.#clock.now());
    if (!REFUSED.has(response.status) || !isSameServer(response.url, this.#options.origin)) return error;
    return explainRefusal(error, this.#options.registry, await this.#findCredential());
  }

  /** Tells whether there is a login to send. */
  async hasLogin(): Promise<boolean> {
    return (await this.#findCredential()) !== undefined;
  }

  async #findCredential(): Promise<Credential | undefined> {
    this.#credential ??= this.#options.credentials.find(this.#options.registry, this.#options.repository);
    const credential = await this.#credential;
    if (credential !== undefined) this.#options.mask?.(credential.kind === 'password' ? credential.password : credential.token);
    return credential;
  }
}

function authorized(request: HttpRequest, authorization: string | undefined): HttpRequest {
  return authorization === undefined ? request : { ...request, authorization };
}

function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

// The realm is the registry's word alone, and gets the user's credentials: it must not lead to a plain line or into the
// network that this machine is in.
function checkedRealm(text: string, origin: URL): URL {
  const realm = URL.parse(text);
  const why =
    realm === null
      ? 'is not a URL'
      : isLoopback(origin) && isLoopback(realm)
        ? undefined
        : realm.protocol !== 'https:'
          ? 'is not https'
          : realm.hostname !== origin.hostname && isPrivateAddress(realm)
            ? 'is an address of a private network'
            : undefined;
  if (realm !== null && why === undefined) return realm;
  const url = printableUrl(origin);
  throw new TransportError(
    `The registry ${origin.host} names ${realm === null ? 'a token service' : printableUrl(realm)} for tokens, which ${why}; no credentials are sent there.`,
    { method: 'GET', url, temporary: false },
  );
}

function tokenRequest(
  realm: URL,
  service: string | undefined,
  scopes: readonly string[],
  credential: Credential | undefined,
): HttpRequest {
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.set('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  return credential?.kind === 'password'
    ? { method: 'GET', url, authorization: basic(credential) }
    : { method: 'GET', url };
}

// What `docker login` keeps for some registries is a refresh token (distribution, "OAuth2 Token Authentication").
function refreshRequest(realm: URL, service: string | undefined, scopes: readonly string[], token: string): HttpRequest {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'nix-feature-action',
    refresh_token: token,
    ...(service === undefined ? {} : { service }),
  });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url: realm, headers, body: secretBody(form.toString()) };
}

function secretBody(text: string): RequestBody {
  const bytes = Buffer.from(text, 'utf8');
  return { size: bytes.length, secret: true, open: (): Readable => Readable.from([bytes]) };
}

function parseToken(body: Buffer, method: string, realm: URL): { token: string; lifetime: number } {
  const refuse = (why: string, cause?: unknown): never => {
    const url = printableUrl(realm);
    throw new TransportError(`${method} ${url} gave no token: ${why}.`, { method, url, temporary: false }, { cause });
  };
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString('utf8'));
  } catch {
    // The cause is left out: JSON.parse quotes what it can't read, and that may be a token.
    return refuse('its answer is not JSON');
  }
  if (typeof answer !== 'object' || answer === null) return refuse('its answer is not a JSON object');
  const { token, access_token: accessToken, expires_in: seconds } = answer as Record<string, unknown>;
  const found = typeof token === 'string' && token !== '' ? token : accessToken;
  // A line break would end the header that it goes into.
  if (typeof found !== 'string' || !/^[\x21-\x7e]+$/.test(found)) return refuse('its answer has no token');
  const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : DEFAULT_LIFETIME;
  return { token: found, lifetime };
}
