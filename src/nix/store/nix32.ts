import { Failure } from '../../kit/errors.ts';

/** Nix manual, "Nix32 encoding": no e, o, t, u; the last character holds the first bits. */
export const NIX32_ALPHABET = '0123456789abcdfghijklmnpqrsvwxyz';

/** Bytes as Nix writes hashes: 32 characters for 20 bytes, 52 for a SHA-256. */
export function encodeNix32(bytes: Uint8Array): string {
  let text = '';
  for (let n = Math.ceil((bytes.length * 8) / 5) - 1; n >= 0; n--) {
    const index = (n * 5) >> 3;
    const shift = (n * 5) & 7;
    const value = ((bytes[index] ?? 0) >> shift) | ((bytes[index + 1] ?? 0) << (8 - shift));
    text += NIX32_ALPHABET.charAt(value & 31);
  }
  return text;
}

/** @throws Failure if `text` is no Nix32 of whole bytes */
export function decodeNix32(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 5) >> 3);
  for (let n = 0; n < text.length; n++) {
    const digit = NIX32_ALPHABET.indexOf(text.charAt(text.length - n - 1));
    if (digit < 0) throw new Failure(`"${text}" is not in Nix's base 32: ${NIX32_ALPHABET}.`);
    const index = (n * 5) >> 3;
    const shift = (n * 5) & 7;
    const value = digit << shift;
    const carry = value >> 8;
    bytes[index] = (bytes[index] ?? 0) | (value & 255);
    if (index + 1 < bytes.length) bytes[index + 1] = (bytes[index + 1] ?? 0) | carry;
    else if (carry !== 0) throw new Failure(`"${text}" is not a whole number of bytes in Nix's base 32.`);
  }
  return bytes;
}
