import { adviceOf, Failure, reasonOf, RegistryError, type FailureDetails } from '../../kit/errors.ts';
import { githubDenialHint } from '../quirks/github-denials.ts';
import { quirksOf } from '../quirks/hosts.ts';
import { RATE_LIMIT, TEMPORARY } from '../quirks/symptoms.ts';

export interface TransportFacts {
  readonly method: string;
  /** Printable: without query. */
  readonly url: string;
  readonly status?: number;
  readonly code?: string;
  /** The same request may succeed a little later. */
  readonly temporary: boolean;
  /** Milliseconds that the server asks us to wait. */
  readonly retryAfter?: number;
  /** How often it is worth repeating; without it as often as anything. */
  readonly retries?: number;
}

/** A request that failed, and whether it makes sense to repeat it. */
export class TransportError extends RegistryError {
  readonly temporary: boolean;
  readonly retryAfter: number | undefined;
  readonly retries: number | undefined;

  constructor(message: string, facts: TransportFacts, details: FailureDetails = {}) {
    super(message, facts, details);
    this.temporary = facts.temporary;
    this.retryAfter = facts.retryAfter;
    this.retries = facts.retries;
  }
}

/** Returns the same failure as one that another attempt may solve. */
export function asTemporary(error: TransportError): TransportError {
  return restated(error, error.message, true);
}

/** Returns a failure with another message, itself as its cause. */
export function restated(error: TransportError, message: string, temporary: boolean): TransportError {
  return new TransportError(message, { ...factsOf(error), temporary }, { cause: error, ...adviceOf(error) });
}

/** Returns the same failure, and what a caller knows can be done about it. */
export function advised(error: TransportError, advice: Pick<FailureDetails, 'hint' | 'inTerminal'>): TransportError {
  return new TransportError(error.message, { ...factsOf(error), ...(error.retries === undefined ? {} : { retries: error.retries }) }, { cause: error.cause, ...advice });
}

function factsOf(error: TransportError): TransportFacts {
  return {
    method: error.method,
    url: error.url,
    temporary: error.temporary,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
  };
}

// What a broken line looks like. Not among them: names that don't resolve, and certificates that don't verify; these
// are mistakes, and the user wants to hear of them at once.
const TEMPORARY_CODE = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Returns what a socket's failure is to a caller. An abort becomes a CancelledError. */
export function fromSocketError(
  error: unknown,
  request: { readonly method: string; readonly url: string },
  signal: AbortSignal | undefined,
): Error {
  if (signal?.aborted === true) return cancelled(signal);
  if (error instanceof Failure) return error;
  const { code, message, statusCode } = describe(error);
  if (code === 'ERR_PROXY_TUNNEL') return fromProxy(request, statusCode ?? 0, error);
  return new TransportError(
    `${request.method} ${request.url} failed: ${message}.`,
    { ...request, temporary: code !== undefined && (TEMPORARY_CODE.has(code) || code.startsWith('HPE_')) },
    { cause: error, ...hintFor(code) },
  );
}

/** A proxy that refused to connect us: most often it could not reach the host itself. */
function fromProxy(request: { readonly method: string; readonly url: string }, status: number, cause: unknown): TransportError {
  return new TransportError(
    `${request.method} ${request.url} failed: the proxy refused to connect (${status === 0 ? 'it gave no status' : status}).`,
    { ...request, temporary: status !== 407 && status !== 403 },
    { cause, hint: status === 407 ? 'The proxy wants a login: HTTPS_PROXY=http://user:password@host:port.' : 'Check HTTPS_PROXY and NO_PROXY, and which hosts the proxy allows.' },
  );
}

/** Returns why a request was cancelled: the failure that stopped it, if there was one. */
export function cancelled(signal: AbortSignal): Failure {
  return reasonOf(signal);
}

/**
 * Returns what an answer with an error status is to a caller.
 * @param body the beginning of the answer's body
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
export function fromStatus(
  request: { readonly method: string; readonly url: string },
  answer: { readonly status: number; readonly statusText: string; readonly retryAfter: string | undefined },
  body: string,
  now: number,
): TransportError {
  const said = specError(body);
  const retryAfter = parseRetryAfter(answer.retryAfter, now);
  const { bareDenialRetries: retries } = quirksOf(URL.parse(request.url)?.hostname ?? '');
  // Who is refused for good gets a reason.
  const isBare = answer.status === 403 && said === undefined && retries !== undefined && !isRateLimit(answer.status, retryAfter, body);
  const words = said === undefined ? '' : ` (${[said.code, said.message].filter((part) => part !== undefined).join(': ')})`;
  return new TransportError(
    `${request.method} ${request.url} was answered with ${`${answer.status} ${answer.statusText}`.trim()}${words}.`,
    {
      ...request,
      status: answer.status,
      ...(said?.code === undefined ? {} : { code: said.code }),
      temporary: TEMPORARY.statuses.includes(answer.status) || isRateLimit(answer.status, retryAfter, body) || isBare,
      ...(isBare ? { retries } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
    statusHint(answer.status, said?.message ?? ''),
  );
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3) in milliseconds from `now`; undefined if it is neither. */
export function parseRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text.trim()) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function isRateLimit(status: number, retryAfter: number | undefined, body: string): boolean {
  return status === 403 && (retryAfter !== undefined || RATE_LIMIT.says.test(body));
}

// OCI distribution specification, "Error Codes": {"errors": [{"code", "message", "detail"}]}
function specError(body: string): { code?: string; message?: string } | undefined {
  try {
    const { errors } = JSON.parse(body) as { errors?: unknown };
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    if (typeof first !== 'object' || first === null) return undefined;
    const { code, message } = first as { code?: unknown; message?: unknown };
    const shown = { ...textField('code', code), ...textField('message', message) };
    return Object.keys(shown).length === 0 ? undefined : shown;
  } catch {
    return undefined; // a proxy's HTML page says no more than the status
  }
}

function textField(name: 'code' | 'message', value: unknown): { code?: string; message?: string } {
  if (typeof value !== 'string' || value === '') return {};
  // oxlint-disable-next-line no-control-regex -- a server must not write into the terminal
  return { [name]: value.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 300) };
}

function statusHint(status: number, said: string): { readonly hint?: string | undefined } {
  // What else can be done about a refusal depends on the login that was shown: whoever knows it adds it.
  if (status === 401 || status === 403) return { hint: githubDenialHint(said) };
  if (status === 413) return { hint: 'The registry, or a proxy in front of it, rejects bodies of this size. Raise its limit, or make the layers smaller.' };
  return status === 404 ? { hint: 'Check the name. A registry may also give this answer if you have no access.' } : {};
}

function describe(error: unknown): { code: string | undefined; message: string; statusCode?: number | undefined } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  // Of several addresses tried, each has its own error, and the sum has no message.
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  const { code, statusCode } = error as NodeJS.ErrnoException & { readonly statusCode?: number };
  return { code, message: error.message === '' ? (code ?? error.name) : error.message, statusCode };
}

function hintFor(code: string | undefined): { hint?: string } {
  if (code === 'ENOTFOUND') return { hint: 'There is no such host: check the registry in the name, and that this machine has a network and its DNS answers.' };
  if (code === 'EAI_AGAIN') return { hint: "The name can't be looked up now: check that this machine has a network and its DNS answers." };
  if (code === 'ECONNREFUSED') return { hint: 'Nothing answers there: check the host and the port, and that the server runs.' };
  if (code !== undefined && /CERT|TLS|SSL|VERIFY|EPROTO/.test(code)) {
    return { hint: 'TLS failed. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file, or put it where docker expects it: /etc/docker/certs.d/<host>/ca.crt.' };
  }
  return {};
}
