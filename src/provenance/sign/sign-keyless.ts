import { bundleToJSON } from '@sigstore/bundle';
import { DSSEBundleBuilder, FulcioSigner, InternalError, RekorWitness } from '@sigstore/sign';
import { Failure } from '../../kit/errors.ts';
import { canonicalJson } from '../../oci/format/canonical-json.ts';
import { STATEMENT_PAYLOAD } from '../format/statement.ts';

export interface Services {
  /** The certificate authority; without a path. */
  readonly fulcio: URL;
  /** The transparency log. */
  readonly rekor: URL;
  /** Milliseconds that one request may take. The library's timer may go on when the answer is there. */
  readonly timeout?: number;
}

/** How often a request is tried again. */
const RETRY = 3;
const TIMEOUT = 30_000;

/**
 * Signs a statement without a key of one's own: Fulcio gives a certificate for the identity in a token, and Rekor notes the signature.
 * @param token OpenID Connect, for the audience `sigstore`; never in a message
 * @returns the bytes of a sigstore bundle
 * @throws Failure if a service refuses
 */
export async function signKeyless(statement: Buffer, token: string, { fulcio, rekor, timeout = TIMEOUT }: Services): Promise<Buffer> {
  const limits = { timeout, retry: RETRY };
  const signer = new FulcioSigner({ fulcioBaseURL: baseOf(fulcio), identityProvider: { getToken: () => Promise.resolve(token) }, ...limits });
  const witness = new RekorWitness({ rekorBaseURL: baseOf(rekor), ...limits });
  try {
    const bundle = await new DSSEBundleBuilder({ signer, witnesses: [witness] }).create({ data: statement, type: STATEMENT_PAYLOAD });
    return Buffer.from(canonicalJson(bundleToJSON(bundle)));
  } catch (error) {
    throw refusedBy(error, { fulcio, rekor });
  }
}

function baseOf(url: URL): string {
  return url.href.replace(/\/$/, '');
}

function refusedBy(error: unknown, { fulcio, rekor }: Services): unknown {
  if (!(error instanceof InternalError)) return error;
  const service = error.code.startsWith('TLOG') ? `The transparency log ${rekor.host}` : `The certificate authority ${fulcio.host}`;
  // Not its message: of a token that it can't read the library quotes the whole.
  const status = (error.cause as { readonly statusCode?: unknown } | undefined)?.statusCode;
  const why = typeof status === 'number' ? `it answered ${status}` : 'it did not answer';
  return new Failure(`${service} did not accept the signature: ${why} (${error.code}).`, {
    hint: 'The release is otherwise complete. Run again, or sign with a key: "sign: key".',
  });
}
