import { RegistryError } from '../../kit/errors.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { TransportError } from '../http/transport-error.ts';
import type { HttpRequest } from '../http/transport.ts';
import type { Authenticator } from './auth.ts';
import { REFUSED } from './refusal.ts';

/**
 * Reads with a login, and where that is refused tries it once without: what is public can be read by whom a stale login,
 * or one of another server, would keep from it. What a registry says without is not of interest if it is a refusal too.
 */
export class ReadingLogin {
  readonly #own: Authenticator;
  readonly #nobody: Authenticator;
  readonly #debug: (line: string) => void;
  #useless = false;

  /** @param nobody the same registry, asked without a login */
  constructor(own: Authenticator, nobody: Authenticator, debug: (line: string) => void) {
    this.#own = own;
    this.#nobody = nobody;
    this.#debug = debug;
  }

  /** As `Authenticator.send`. */
  async send(request: HttpRequest, scopes: readonly string[]): Promise<HttpResponse> {
    if (this.#useless) return this.#nobody.send(request, scopes);
    const answer = await this.#own.send(request, scopes).catch(refusal);
    const refused = answer instanceof RegistryError || REFUSED.has(answer.status);
    const open = refused && (await this.#own.hasLogin()) ? await this.#openly(request, scopes) : undefined;
    if (open === undefined) {
      if (answer instanceof RegistryError) throw answer;
      return answer;
    }
    if (!(answer instanceof RegistryError)) await answer.discard();
    this.#useless = true;
    this.#debug(`${request.method} ${request.url.origin}${request.url.pathname} was refused with the login but answered without it. The login is no longer used.`);
    return open;
  }

  /** As `Authenticator.failure`. */
  failure(response: HttpResponse): Promise<TransportError> {
    return (this.#useless ? this.#nobody : this.#own).failure(response);
  }

  async #openly(request: HttpRequest, scopes: readonly string[]): Promise<HttpResponse | undefined> {
    const answer = await this.#nobody.send(request, scopes).catch(refusal);
    if (answer instanceof RegistryError) return undefined;
    // Without a login many registries say 404 of what may not be seen.
    if (!REFUSED.has(answer.status) && answer.status !== 404) return answer;
    await answer.discard();
    return undefined;
  }
}

function refusal(error: unknown): RegistryError {
  const passes = error instanceof TransportError && error.temporary;
  if (error instanceof RegistryError && REFUSED.has(error.status ?? 0) && !passes) return error;
  throw error;
}
