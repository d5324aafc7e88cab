import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 6;

/** Checks that the last six characters of `<prefix>_<30 characters><checksum>` are the CRC-32 of the thirty, in base 62: tokens of GitHub and npm. */
export function hasBase62Checksum(text: string): boolean {
  const body = text.slice(text.lastIndexOf('_') + 1);
  return body.slice(-CHECKSUM) === base62(crc32(body.slice(0, -CHECKSUM)));
}

export function base62(value: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) digits = BASE62.charAt(rest % 62) + digits;
  return digits.padStart(CHECKSUM, '0');
}

/** Checks `<prefix>_<secret>_<checksum>`: the CRC-32 of all that is in front, in hexadecimal; tokens of Grafana. */
export function hasHexChecksum(text: string): boolean {
  const end = text.lastIndexOf('_');
  return text.slice(end + 1).toLowerCase() === crc32(text.slice(0, end)).toString(16).padStart(8, '0');
}

/** Of tokens of a fixed length. */
export const SELF_CHECKING: ReadonlySet<(text: string) => boolean> = new Set([hasBase62Checksum, hasHexChecksum]);

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Checks the checksum of secret keys of age (BIP 173, "Checksum"). */
export function hasBech32Checksum(text: string): boolean {
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf('1');
  const prefix = [...Buffer.from(lower.slice(0, split))];
  const data = Array.from(lower.slice(split + 1), (char) => BECH32.indexOf(char));
  return polymod([...prefix.map((byte) => byte >> 5), 0, ...prefix.map((byte) => byte & 31), ...data]) === 1;
}

export function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= generator;
  }
  return sum;
}

/** Tells whether a text is a JSON web token whose header names an algorithm, and that is not the one of the documentation (RFC 7515, 3). */
export function isSignedToken(text: string): boolean {
  const [header = '', payload = ''] = text.split('.');
  return /"alg"\s*:\s*"(?!none)/.test(decoded(header)) && !/John Doe|1234567890|"joe"|example/i.test(decoded(payload)) && decoded(payload).startsWith('{');
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('latin1');
}
