import { createHash } from 'node:crypto';
import { grammar } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';

declare const brand: unique symbol;

/** `sha256:<64 hex digits>`, checked. Other algorithms are not in use in any registry that we know of. */
export type Digest = string & { readonly [brand]: 'Digest' };

const SHA256 = /^sha256:[0-9a-f]{64}$/;

export function isDigest(text: string): text is Digest {
  return SHA256.test(text);
}

export const DIGEST = grammar<Digest>('a digest (sha256:<64 hexadecimal digits>)', isDigest);

/** @throws Failure if `text` is no sha256 digest (OCI image specification, descriptor.md, "Digests") */
export function parseDigest(text: string): Digest {
  if (!isDigest(text)) throw new Failure(`"${text}" is not a digest: expected sha256:<64 hexadecimal digits>.`);
  return text;
}

/** Returns the digest of bytes in memory. */
export function digestOf(bytes: Uint8Array | string): Digest {
  return digestOfHex(createHash('sha256').update(bytes).digest('hex'));
}

/** Returns the digest of a SHA-256 that was computed in a stream. */
export function digestOfHex(hex: string): Digest {
  return `sha256:${hex}` as Digest;
}

export function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length);
}
