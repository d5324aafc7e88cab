import type { LeakRule } from './rule.ts';
import { FORGES } from './token-rules.ts';

/** Tokens that can be told from chance once they are decoded: by a checksum, or by how much of them is fixed. */
const ENCODED: ReadonlySet<string> = new Set([
  'github-personal-token',
  'github-oauth-token',
  'github-user-token',
  'github-server-token',
  'github-fine-grained-token',
  'gitlab-personal-token',
  'npm-token',
]);
const RULES = FORGES.filter(({ id }) => ENCODED.has(id));

/** Characters that stand in front of what shows of an anchor: they hold bits of it. */
const BEFORE = 3;

/** Tokens that were put into base64 with what stands around them, as Kubernetes, headers and many settings have them. */
export const ENCODED_RULES: readonly LeakRule[] = [
  {
    id: 'token-base64',
    what: 'a token in base64',
    severity: 'high',
    anchors: [...new Set(RULES.flatMap(({ anchors }) => anchors.flatMap((anchor) => piecesInBase64(Buffer.from(anchor)))))],
    before: /[A-Za-z0-9+/_-]{0,3}$/,
    inWord: true,
    text: 26,
    after: /^[A-Za-z0-9+/_-]{26,400}/,
    check: (text) => Array.from({ length: BEFORE + 1 }, (_, cut) => Buffer.from(text.slice(cut), 'base64').toString('latin1')).some(hasToken),
    hint: 'Revoke it where it was issued, and keep it out of the build.',
  },
];

function hasToken(text: string): boolean {
  return RULES.some(({ anchors, after, check }) =>
    anchors.some((anchor) => {
      const at = text.indexOf(anchor);
      const body = at < 0 ? null : after.exec(text.slice(at + anchor.length));
      return body !== null && check?.(anchor + body[0]) !== false;
    }),
  );
}

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
