/**
 * Returns what shows of bytes in base64, whatever stands around them. Base64 writes three bytes as four characters: what is in the middle of something
 * begins at any of the three.
 */
export function piecesInBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // Without characters that hold bits of what stands before or behind.
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
}
