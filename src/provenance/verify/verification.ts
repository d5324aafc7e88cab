import type { KeyObject } from 'node:crypto';
import type { Statement } from '../format/statement.ts';
import type { TrustedRoot } from './trusted-root.ts';

/** Who is trusted: the owner of a key, or somebody with an identity that an authority of the trusted root confirmed. */
export type Trust =
  | { readonly by: 'key'; readonly key: KeyObject }
  | {
      readonly by: 'identity';
      /** A pattern, anchored on both ends: see `matchesIdentity`. */
      readonly identity: string;
      /** Exact: `https://token.actions.githubusercontent.com`. */
      readonly issuer: string;
      /** One of them has to confirm the certificate. */
      readonly roots: readonly TrustedRoot[];
    };

/** What the authority wrote into a certificate of a workflow, as far as it is compared (Fulcio, "Extension OIDs"); each may be absent. */
export interface CertificateClaims {
  readonly sourceRepository?: string;
  readonly sourceRevision?: string;
}

export type Signer =
  | { readonly by: 'key'; readonly fingerprint: string }
  | { readonly by: 'identity'; readonly identity: string; readonly issuer: string; readonly claims: CertificateClaims };

/**
 * Why a bundle is refused: `format`: it is none; `kind`: signed by a key where a certificate is wanted, or the other way round;
 * `signature`: it does not fit what is signed; `certificate`: no trusted authority gave it, or not for that time; `log`: no trusted log or
 * time authority has it; `identity`, `issuer`: somebody else signed; `statement`: what is signed is no statement.
 */
export type Refusal = 'format' | 'kind' | 'signature' | 'certificate' | 'log' | 'identity' | 'issuer' | 'statement';

export type Verification =
  | { readonly verified: true; readonly statement: Statement; readonly signer: Signer }
  /** `why` is a sentence, and inert nowhere: it may quote the bundle. */
  | { readonly verified: false; readonly refusal: Refusal; readonly why: string };

export type Refused = Extract<Verification, { verified: false }>;

export function refused(refusal: Refusal, why: string): Refused {
  return { verified: false, refusal, why };
}
