/**
 * Writes docs/team/options.md from the modules of `nix/`. Needs Nix and the rig's stand-in for nixpkgs, whose words for
 * types are nixpkgs' own.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../__tests__/rig/command.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { teamFlakes } from '../__tests__/rig/team.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'team-options-'));
try {
  const { ours } = await teamFlakes(folder);
  const text = await run(['nix', 'eval', '--raw', '--no-write-lock-file', `path:${ours}#lib.optionsReference`], { env: NIX_ENV });
  await writeFile(path.join(PROJECT, 'docs/team/options.md'), text);
} finally {
  await rm(folder, { recursive: true, force: true });
}
