import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { StoreEntries } from '../../src/base/store-entries.ts';
import { BaseError } from '../../src/kit/errors.ts';
import { encodeNix32 } from '../../src/nix/store/nix32.ts';

test('a layer with more store paths than any image has is refused, with the figure', () => {
  const entries = new StoreEntries();
  const hash = Buffer.alloc(20);
  assert.throws(
    () => {
      for (let index = 0; index < 600_000; index++) {
        hash.writeUInt32LE(index);
        entries.see({ name: `nix/store/${encodeNix32(hash)}-x`, type: 'directory', mode: 0o555, uid: 0, gid: 0, said: [], size: 0, target: '' });
      }
    },
    (error) => error instanceof BaseError && /it has more than 500000 store paths/.test(error.message),
  );
});
