import path from 'node:path';
import type { Env } from './command.ts';
import { RIG, searchPath } from './paths.ts';

/**
 * The environment for the host's Nix: offline, no build users, no sandbox, and both systems, whose derivations here
 * are built by the host's own /bin/sh whatever they are called.
 */
export const NIX_ENV: Env = {
  ...process.env,
  PATH: searchPath(),
  HOME: path.join(RIG, 'home'),
  NIX_CONFIG: [
    'experimental-features = nix-command flakes',
    'build-users-group =',
    'sandbox = false',
    'substituters =',
    'extra-platforms = x86_64-linux aarch64-linux',
    'warn-dirty = false',
    process.env['NIX_CONFIG'] ?? '',
  ].join('\n'),
};
