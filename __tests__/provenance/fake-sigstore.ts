import { createHash, generateKeyPairSync } from 'node:crypto';
import { fulcioHandler, initializeCA, initializeCTLog, initializeTLog, rekorHandler, type HandlerFn } from '@sigstore/mock';
import { collect, serve } from '../oci/serve.ts';
import type { TrustedRoot } from '../../src/provenance/verify/trusted-root.ts';

export interface FakeSigstore {
  /** Fulcio and Rekor. */
  readonly url: URL;
  readonly root: TrustedRoot;
  /** An identity token as GitHub gives them; the certificate names its `sub`. */
  readonly token: (claims?: Readonly<Record<string, string>>) => string;
  readonly requests: readonly string[];
}

export const ISSUER = 'https://token.actions.githubusercontent.com';
export const WORKFLOW = 'https://github.com/org/tools/.github/workflows/publish.yml@refs/heads/main';

/**
 * Sigstore's own fakes of Fulcio and Rekor on loopback, with a certificate log, and the trusted root that knows them. What they leave out: whether
 * a token was signed by anybody, and a log with more than one entry.
 */
export async function fakeSigstore(): Promise<FakeSigstore> {
  const [authority, certificateLog, log] = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ec', { namedCurve: 'P-256' })];
  const ctLog = await initializeCTLog(certificateLog);
  const ca = await initializeCA(authority, ctLog);
  let transparency: Awaited<ReturnType<typeof initializeTLog>> | undefined;
  const handle = async (path: string, body: string): ReturnType<HandlerFn> => {
    if (path === '/api/v2/signingCert') return fulcioHandler(ca).fn(body);
    transparency ??= await initializeTLog(served.url.href, log);
    return rekorHandler(transparency).fn(JSON.stringify(asLogged(JSON.parse(body) as ProposedEntry)));
  };
  const served = await serve((request, response) => {
    void collect(request)
      .then((body) => handle(request.url ?? '', body.toString()))
      .then(({ statusCode, response: answer, contentType = 'text/plain' }) => response.writeHead(statusCode, { 'content-type': contentType }).end(answer))
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
  const keyOf = ({ publicKey }: typeof log): Buffer => publicKey.export({ type: 'spki', format: 'der' });
  const known = (pair: typeof log): object => ({
    baseUrl: served.url.href,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: keyOf(pair).toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: { start: '2020-01-01T00:00:00Z' } },
    logId: { keyId: createHash('sha256').update(keyOf(pair)).digest('base64') },
  });
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [known(log)],
    ctlogs: [known(certificateLog)],
    timestampAuthorities: [],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: served.url.href,
        certChain: { certificates: [{ rawBytes: Buffer.from(ca.rootCertificate.buffer, ca.rootCertificate.byteOffset, ca.rootCertificate.byteLength).toString('base64') }] },
        validFor: { start: '2020-01-01T00:00:00Z' },
      },
    ],
  };
  return { url: served.url, root, requests: served.requests, token };
}

function token(claims: Readonly<Record<string, string>> = {}): string {
  return `${part({ alg: 'RS256' })}.${part({ iss: ISSUER, aud: 'sigstore', sub: WORKFLOW, repository: 'org/tools', sha: 'a'.repeat(40), ref: 'refs/heads/main', runner_environment: 'github-hosted', ...claims })}.c2ln`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

interface ProposedEntry {
  readonly kind: string;
  readonly apiVersion: string;
  readonly spec: { readonly proposedContent?: { readonly envelope: string; readonly verifiers: readonly string[] } };
}

/** Rekor keeps hashes and signatures of an envelope (its type `dsse` 0.0.1); the fake keeps what it is given. */
function asLogged(entry: ProposedEntry): object {
  const { proposedContent } = entry.spec;
  if (entry.kind !== 'dsse' || proposedContent === undefined) return entry;
  const { payload, signatures } = JSON.parse(proposedContent.envelope) as { payload: string; signatures: { sig: string }[] };
  return {
    kind: entry.kind,
    apiVersion: entry.apiVersion,
    spec: {
      envelopeHash: sha256(Buffer.from(proposedContent.envelope)),
      payloadHash: sha256(Buffer.from(payload, 'base64')),
      signatures: signatures.map(({ sig }) => ({ signature: sig, verifier: proposedContent.verifiers[0] })),
    },
  };
}

function sha256(bytes: Buffer): object {
  return { algorithm: 'sha256', value: createHash('sha256').update(bytes).digest('hex') };
}
