import { Failure } from '../../kit/errors.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';
import { Transport } from '../../oci/http/transport.ts';

const AUDIENCE = 'sigstore';
const ANSWER_LIMIT = 64 * 1024;
/** Milliseconds. */
const PATIENCE = 15_000;
/** JSON Web Token, compact: three parts of base64url (RFC 7515, 7.1). */
const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

export interface TokenSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mask: (secret: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the job's identity: SIGSTORE_ID_TOKEN, or what GitHub gives a job with `id-token: write`. It is masked before it is used.
 * @returns an OpenID Connect token for the audience `sigstore`
 * @throws Failure if there is none, or it names nobody
 */
export async function identityToken(source: TokenSource): Promise<string> {
  const given = source.env['SIGSTORE_ID_TOKEN']?.trim() ?? '';
  const token = given === '' ? await githubToken(source) : given;
  source.mask(token);
  checkToken(token);
  return token;
}

async function githubToken({ env, mask, signal }: TokenSource): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
  const url = URL.parse(address);
  if (url === null || bearer === '') {
    throw new Failure('sign: keyless needs an identity, and this job has none.', {
      hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere set SIGSTORE_ID_TOKEN to an OpenID Connect token for the audience "sigstore".',
    });
  }
  mask(bearer);
  url.searchParams.set('audience', AUDIENCE);
  const transport = new Transport({ signal, idleTimeout: PATIENCE });
  try {
    const response = await transport.send({ method: 'GET', url, headers: { accept: 'application/json' }, authorization: `Bearer ${bearer}` });
    const body = await response.bytes(ANSWER_LIMIT);
    if (response.status !== 200) throw new Failure(`GitHub gave the job no identity token: it answered ${response.status}.`, { hint: 'Run the job again.' });
    const { value } = Object(parseJson(body, { bytes: ANSWER_LIMIT })) as { readonly value?: unknown };
    return typeof value === 'string' ? value : '';
  } catch (error) {
    if (error instanceof JsonError) throw new Failure("GitHub gave the job no identity token: its answer can't be read.", { hint: 'Run the job again.' });
    throw error;
  } finally {
    transport.close();
  }
}

/** Nobody else's library shall find out, and quote it. */
function checkToken(token: string): void {
  const payload = TOKEN.exec(token)?.[1];
  if (payload === undefined) throw noToken();
  try {
    const { sub, email } = Object(parseJson(Buffer.from(payload, 'base64url'), { bytes: ANSWER_LIMIT })) as { readonly sub?: unknown; readonly email?: unknown };
    if (typeof sub !== 'string' && typeof email !== 'string') throw noToken();
  } catch (error) {
    throw error instanceof JsonError ? noToken() : error;
  }
}

function noToken(): Failure {
  return new Failure('The identity token is not a JSON Web Token with an identity.', { hint: 'Expected an OpenID Connect token for the audience "sigstore", with a subject.' });
}
