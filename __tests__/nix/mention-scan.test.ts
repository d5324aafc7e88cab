import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MentionScanner } from '../../src/nix/nar/mention-scan.ts';

const HASH = 'a1b2c3d4f5g6h7i8j9k0l1m2n3p4q5r6';
const OTHER = HASH.split('').toReversed().join('');

function scan(...chunks: readonly string[]): string[] {
  const scanner = new MentionScanner();
  for (const chunk of chunks) scanner.write(Buffer.from(chunk));
  return [...scanner.found];
}

describe('the scanner for names of store paths', () => {
  it('finds each name once, wherever two chunks meet', () => {
    const text = `#!/nix/store/${HASH}-bash/bin/sh\n/nix/store/${OTHER}-x:/nix/store/${HASH}-bash`;
    for (let cut = 0; cut <= text.length; cut++) {
      assert.deepEqual(scan(text.slice(0, cut), text.slice(cut)).sort(), [HASH, OTHER].sort(), `cut at ${cut}`);
    }
    assert.deepEqual(scan(...text.split('')).sort(), [HASH, OTHER].sort());
  });

  it('takes no name for one that is cut short, blanked out, or elsewhere', () => {
    const blanked = 'e'.repeat(32);
    assert.deepEqual(scan(`/nix/store/${HASH.slice(1)}-x /nix/store/${blanked}-x /nix/store/${HASH} ${HASH}-x /nix/store/`), []);
  });
});
