import { advised, type TransportError } from '../http/transport-error.ts';
import type { Credential } from './credentials.ts';

/** The statuses of a refusal (RFC 9110, 15.5.2 and 15.5.4). */
export const REFUSED: ReadonlySet<number> = new Set([401, 403]);

/**
 * Adds to a refusal what can be done about it: a refused login and a missing one are different mistakes.
 * A reason that the registry gave says more, and stays.
 * @param shown the login that the registry was shown
 */
export function explainRefusal(error: TransportError, registry: string, shown: Credential | undefined): TransportError {
  if (!REFUSED.has(error.status ?? 0) || error.temporary || error.hint !== undefined) return error;
  if (shown !== undefined) {
    return advised(error, { hint: `The login from ${shown.origin} was refused: it is wrong, has expired, or may not do this. Check its user name and password (or token), and what they may do in this repository.` });
  }
  return advised(error, {
    hint:
      registry === 'ghcr.io'
        ? 'No login was sent, because none was found for ghcr.io. Give the job "permissions: packages: write" (to read private packages: "read") and its token as "password", or run docker/login-action before this step.'
        : `No login was sent, because none was found for ${registry}. Give "username" and "password" (or a token), or run docker/login-action before this step.`,
    inTerminal: `No login was sent, because none was found for ${registry}. Run docker login ${registry}, or give --username and NIX_FEATURE_PASSWORD.`,
  });
}
