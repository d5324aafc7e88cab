import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot as SigstoreRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, VerificationError, Verifier, type SignedEntity, type Signer as SigstoreSigner, type TrustMaterial } from '@sigstore/verify';
import { messageOf } from '../../kit/errors.ts';
import type { Bundle } from '../format/bundle.ts';
import type { TrustedRoot } from './trusted-root.ts';
import { refused, type CertificateClaims, type Refusal, type Refused, type Signer } from './verification.ts';

/** Fulcio's extensions (oid-info.md of github.com/sigstore/fulcio). */
const CLAIMS: Readonly<Record<string, keyof CertificateClaims>> = {
  '1.3.6.1.4.1.57264.1.12': 'sourceRepository',
  '1.3.6.1.4.1.57264.1.13': 'sourceRevision',
};

const REFUSALS: Readonly<Record<string, Refusal>> = {
  SIGNATURE_ERROR: 'signature',
  CERTIFICATE_ERROR: 'certificate',
  PUBLIC_KEY_ERROR: 'certificate',
  TIMESTAMP_ERROR: 'log',
};

type CertifiedSigner = Extract<Signer, { by: 'identity' }>;

/**
 * Verifies a bundle that was signed with a certificate: its chain, the proofs of certificate and transparency logs and time authorities, and the
 * signature itself. A trusted root that knows no logs (GitHub's own, for private repositories) demands none; a time is always proved.
 * @returns who signed; not yet compared with anybody
 */
export function certifiedSigner(bundle: Bundle, roots: readonly TrustedRoot[]): CertifiedSigner | Refused {
  let entity: SignedEntity;
  try {
    entity = toSignedEntity(bundleFromJSON(bundle.json));
  } catch (error) {
    return refused('format', `The sigstore bundle can't be used: ${shortMessage(error)}.`);
  }
  let failure = refused('certificate', 'There is no trusted root.');
  for (const root of roots) {
    const signer = signerBy(entity, root);
    if (!('refusal' in signer)) return signer;
    failure = signer;
  }
  return failure;
}

function signerBy(entity: SignedEntity, root: TrustedRoot): CertifiedSigner | Refused {
  let material: TrustMaterial;
  try {
    material = toTrustMaterial(SigstoreRoot.fromJSON(root));
  } catch (error) {
    return refused('certificate', `The trusted root can't be used: ${shortMessage(error)}.`);
  }
  try {
    const verifier = new Verifier(material, { ctlogThreshold: material.ctlogs.length > 0 ? 1 : 0, tlogThreshold: material.tlogs.length > 0 ? 1 : 0, timestampThreshold: 1 });
    return describe(verifier.verify(entity));
  } catch (error) {
    const code = error instanceof VerificationError ? error.code : '';
    // The library throws errors of other kinds at bytes that are no certificate.
    return refused(REFUSALS[code] ?? (code === '' ? 'format' : 'log'), `It can't be verified with the trusted root: ${shortMessage(error)}.`);
  }
}

function describe({ identity }: SigstoreSigner): CertifiedSigner | Refused {
  const { subjectAlternativeName, extensions, oids = [] } = identity ?? {};
  if (subjectAlternativeName === undefined || extensions?.issuer === undefined) return refused('certificate', 'The certificate has no identity or no issuer.');
  const claims = Object.fromEntries(
    oids.flatMap(({ oid, value }) => {
      const name = CLAIMS[oid?.id.join('.') ?? ''];
      const text = name === undefined ? undefined : utf8String(value);
      return name === undefined || text === undefined ? [] : [[name, text]];
    }),
  );
  return { by: 'identity', identity: subjectAlternativeName, issuer: extensions.issuer, claims };
}

/** A UTF8String of DER (X.690, 8.1.3 and 8.23). */
function utf8String(der: Buffer): string | undefined {
  const [tag, first = 0] = der;
  if (tag !== 0x0c) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 2 || der.length < 2 + lengthBytes) return undefined;
  const length = lengthBytes === 0 ? first : der.readUIntBE(2, lengthBytes);
  const text = der.subarray(2 + lengthBytes);
  return text.length === length ? text.toString('utf8') : undefined;
}

function shortMessage(error: unknown): string {
  return messageOf(error).slice(0, 300);
}
