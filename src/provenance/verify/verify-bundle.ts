import type { KeyObject } from 'node:crypto';
import { IntegrityError } from '../../kit/errors.ts';
import { type Bundle, parseBundle, signedBytes } from '../format/bundle.ts';
import { isSignedWith, keyFingerprint } from '../format/keys.ts';
import { parseStatement, STATEMENT_PAYLOAD } from '../format/statement.ts';
import { refused, type Refused, type Signer, type Trust, type Verification } from './verification.ts';

/**
 * Verifies a sigstore bundle, offline: its signature by a key, or its certificate by a trusted root and its identity and issuer. What the
 * statement is about is for the caller to compare: see `isAbout`.
 * @param bytes of the bundle, from anybody
 */
export async function verifyBundle(bytes: Uint8Array, trust: Trust): Promise<Verification> {
  let bundle: Bundle;
  try {
    bundle = parseBundle(bytes);
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
    return refused('format', error.message);
  }
  if (bundle.payloadType !== STATEMENT_PAYLOAD) return refused('statement', `The signed content is ${bundle.payloadType}, not a statement (${STATEMENT_PAYLOAD}).`);
  const signer = trust.by === 'key' ? byKey(bundle, trust.key) : await byIdentity(bundle, trust);
  if ('refusal' in signer) return signer;
  try {
    return { verified: true, statement: parseStatement(bundle.payload), signer };
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
    return refused('statement', error.message);
  }
}

function byKey({ signedBy, payloadType, payload, signature }: Bundle, key: KeyObject): Signer | Refused {
  if (signedBy !== 'key') return refused('kind', 'It was signed with a certificate, not with a key: verify it by identity and issuer.');
  if (!isSignedWith(key, signedBytes(payloadType, payload), signature)) return refused('signature', 'The signature was not made with this key, or the signed content has changed.');
  return { by: 'key', fingerprint: keyFingerprint(key) };
}

async function byIdentity(bundle: Bundle, { identity, issuer, roots }: Extract<Trust, { by: 'identity' }>): Promise<Signer | Refused> {
  if (bundle.signedBy !== 'certificate') return refused('kind', 'It was signed with a key, not with a certificate: verify it with that key.');
  // Loaded only when it is used, because it is large.
  const { certifiedSigner } = await import('./certified-signer.ts');
  const signer = certifiedSigner(bundle, roots);
  if ('refusal' in signer) return signer;
  if (signer.issuer !== issuer) return refused('issuer', `The identity was confirmed by ${signer.issuer}, not by ${issuer}.`);
  if (!matchesIdentity(identity, signer.identity)) return refused('identity', `It was signed by ${signer.identity}, not by ${identity}.`);
  return signer;
}

/** Longest text of either kind; the work is their product. */
const LONGEST = 2048;

/**
 * Tells whether an identity is of a pattern, all of it: `*` stands for anything within a part of a path, `**` for anything at all, every
 * other character for itself. `https://github.com/org/repo/*` is not `https://github.com/org/repo-evil/x`, nor `https://evil/https://...`.
 */
export function matchesIdentity(pattern: string, identity: string): boolean {
  if (pattern.length > LONGEST || identity.length > LONGEST) return false;
  const parts = pattern.match(/\*\*|[^]/g) ?? [];
  // After each part of the pattern: 1 for each length of the identity that may be used up.
  let reached = new Uint8Array(identity.length + 1);
  reached[0] = 1;
  for (const part of parts) {
    const next = new Uint8Array(reached.length);
    for (const [at, isReached] of reached.entries()) if (isReached === 1) markEnds(next, part, identity, at);
    reached = next;
  }
  return reached[identity.length] === 1;
}

/** Marks how far one part of a pattern may reach from `at` on. What another beginning has reached already is not walked again. */
function markEnds(ends: Uint8Array, part: string, identity: string, at: number): void {
  if (part !== '*' && part !== '**') {
    if (identity[at] === part) ends[at + 1] = 1;
    return;
  }
  const goesOn = (end: number): boolean => end < identity.length && (part === '**' || identity[end] !== '/');
  ends[at] = 1;
  for (let end = at; goesOn(end) && ends[end + 1] === 0; end += 1) ends[end + 1] = 1;
}
