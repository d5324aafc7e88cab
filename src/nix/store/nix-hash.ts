import { Failure } from '../../kit/errors.ts';
import { decodeNix32, encodeNix32 } from './nix32.ts';

/** A hash with its algorithm, from any of the notations that Nix has used. */
export interface NixHash {
  readonly algorithm: string;
  readonly bytes: Uint8Array;
}

const LENGTHS: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64, blake3: 32 };

/**
 * Reads `sha256-<base64>`, `sha256:<hex | Nix32 | base64>`, and the objects `{algorithm, format, hash}` that Nix 2.33
 * wrote for a while.
 * @throws Failure
 */
export function parseNixHash(value: unknown): NixHash {
  if (typeof value === 'string') return parseText(value);
  if (typeof value === 'object' && value !== null) {
    const { algorithm, hash } = value as { algorithm?: unknown; hash?: unknown };
    if (typeof algorithm === 'string' && typeof hash === 'string') {
      return parseText(/[:-]/.test(hash) ? hash : `${algorithm}:${hash}`);
    }
  }
  throw notAHash(JSON.stringify(value));
}

/** SHA-256 as `sriOf` gives it; of the last digit only four bits count. */
const SRI = /^sha256-[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Tells whether this is a SHA-256 as we write it: `sha256-<base64>`. */
export function isSha256Sri(text: string): boolean {
  return SRI.test(text);
}

/**
 * Converts any notation to `sha256-<base64>`: W3C Subresource Integrity, as Nix itself writes hashes today.
 * @throws Failure
 */
export function sriOf(value: unknown): string {
  // Not taken apart and put together again: there may be a hundred thousand of them.
  return typeof value === 'string' && isSha256Sri(value) ? value : toSri(parseNixHash(value));
}

function toSri({ algorithm, bytes }: NixHash): string {
  return `${algorithm}-${Buffer.from(bytes).toString('base64')}`;
}

/** Returns `sha256:<Nix32>`, as in content addresses and binary caches. */
export function toNix32({ algorithm, bytes }: NixHash): string {
  return `${algorithm}:${encodeNix32(bytes)}`;
}

function parseText(text: string): NixHash {
  const match = /^([a-z0-9]+)([:-])(.+)$/.exec(text);
  const algorithm = match?.[1] ?? '';
  const digits = match?.[3] ?? '';
  const length = LENGTHS[algorithm];
  if (match === null || length === undefined) throw notAHash(text);
  const bytes = match[2] === '-' ? fromBase64(digits) : decode(digits, length);
  if (bytes.length !== length) throw notAHash(text);
  return { algorithm, bytes };
}

/** The length tells the notations apart, as in Nix. */
function decode(digits: string, length: number): Uint8Array {
  if (digits.length === length * 2) return Buffer.from(digits, 'hex');
  if (digits.length === Math.ceil((length * 8) / 5)) return decodeNix32(digits);
  return fromBase64(digits);
}

function fromBase64(digits: string): Uint8Array {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) ? Buffer.from(digits, 'base64') : new Uint8Array();
}

function notAHash(text: string): Failure {
  return new Failure(`"${text}" is not a hash in any notation that Nix uses.`);
}
