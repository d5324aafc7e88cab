import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { asRoot } from '../../src/wsl/build/make-tarball.ts';

test('a builder runs as root: as it is, or by a sudo that asks for nothing, which hands on that there are no build users', () => {
  const command = ['/nix/store/x/bin/builder', '--chown', 'home/nixos', '1000:100', 'out'];
  assert.deepEqual(asRoot(command, { uid: 0, groups: 'root:x:0:\nnixbld:x:30000:a\n' }), { argv: command, env: {} });
  assert.deepEqual(asRoot(command, { uid: 0, groups: 'root:x:0:\n' }), { argv: command, env: { NIX_CONFIG: 'build-users-group =' } });
  assert.deepEqual(asRoot(command, { uid: 1001, groups: '' }).argv, ['sudo', '--non-interactive', '--preserve-env=NIX_CONFIG', '--', ...command]);
  assert.deepEqual(asRoot(command, { uid: 1001, groups: 'nixbld:x:30000:a' }).argv, ['sudo', '--non-interactive', '--', ...command]);
});
