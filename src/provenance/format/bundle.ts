import { IntegrityError } from '../../kit/errors.ts';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { canonicalJson } from '../../oci/format/canonical-json.ts';
import { STATEMENT_LIMIT } from './statement.ts';

/** The sigstore bundle format, version 0.3: artifact type and media type of what is attached. */
export const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** What others may have attached. */
const READ_TYPES = [BUNDLE_TYPE, 'application/vnd.dev.sigstore.bundle+json;version=0.3', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'application/vnd.dev.sigstore.bundle+json;version=0.1'] as const;

/** Bytes. The payload is in it as base64. */
export const BUNDLE_LIMIT = 2 * STATEMENT_LIMIT;
const LONGEST_SIGNATURE = 4096;
const MOST_ENTRIES = 32;

/** A bundle with one signed envelope. */
export interface Bundle {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** What the signature is checked with: a key that the reader has, or a certificate in the bundle. */
  readonly signedBy: 'key' | 'certificate';
  /** The whole of it, as it was parsed. */
  readonly json: unknown;
}

/** Parses a bundle: one DSSE envelope with one signature. @throws IntegrityError */
export function parseBundle(bytes: Uint8Array): Bundle {
  const json = parsedJson(bytes, refuse, { bytes: BUNDLE_LIMIT, values: 100_000 });
  const document = Field.of(json, refuse);
  document.get('mediaType').oneOf(READ_TYPES);
  const envelope = document.get('dsseEnvelope');
  const signatures: Buffer[] = [];
  envelope.get('signatures').each(MOST_ENTRIES, (signature) => signatures.push(base64(signature.get('sig'), LONGEST_SIGNATURE)));
  const [signature, ...others] = signatures;
  if (signature === undefined || others.length > 0) return refuse(`it has ${signatures.length} signatures instead of one`);
  const material = document.get('verificationMaterial');
  material.get('tlogEntries').optional((entries) => entries.each(MOST_ENTRIES, (entry) => entry.object()));
  const kinds = ['publicKey', 'certificate', 'x509CertificateChain'].filter((kind) => material.get(kind).value !== undefined);
  if (kinds.length !== 1) refuse(`it should name one of publicKey, certificate and x509CertificateChain, but names ${kinds.length}`);
  return {
    payloadType: envelope.get('payloadType').text(),
    payload: base64(envelope.get('payload'), BUNDLE_LIMIT),
    signature,
    signedBy: kinds[0] === 'publicKey' ? 'key' : 'certificate',
    json,
  };
}

/** Standard base64 only: Buffer would skip invalid characters. */
function base64(field: Field, most: number): Buffer {
  const { value } = field;
  if (typeof value !== 'string' || value === '' || value.length > most) return field.refuse('is not base64 of a reasonable length');
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString('base64') === value ? bytes : field.refuse('is not base64');
}

/** Writes a bundle of an envelope that was signed with a key. @param hint names the key; sigstore's clients only show it */
export function keyBundle(payloadType: string, payload: Uint8Array, signature: Uint8Array, hint: string): Buffer {
  return Buffer.from(
    canonicalJson({
      mediaType: BUNDLE_TYPE,
      verificationMaterial: { publicKey: { hint }, tlogEntries: [], timestampVerificationData: { rfc3161Timestamps: [] } },
      // A key id that is not empty makes cosign 3 fail.
      dsseEnvelope: { payloadType, payload: asBase64(payload), signatures: [{ sig: asBase64(signature), keyid: '' }] },
    }),
  );
}

function refuse(why: string): never {
  throw new IntegrityError(`The sigstore bundle can't be used: ${why}.`);
}

function asBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/**
 * Returns what is signed of an envelope (DSSE, "Protocol": pre-authentication encoding).
 * @param payloadType its media type
 */
export function signedBytes(payloadType: string, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}
