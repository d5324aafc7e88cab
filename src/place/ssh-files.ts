import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporary, removeFolder, temporaryPlace } from '../kit/temporary.ts';
import { buildersWithKeys, sshFiles, sshOptions } from '../nix/run/ssh-access.ts';
import type { NixSettings } from '../request/nix.ts';

/** What of a place's Nix changes with access by ssh. */
export interface SshPlace {
  readonly settings: NixSettings;
  readonly env: Readonly<Record<string, string>>;
  /** The folders that have to be seen where Nix runs. */
  readonly folders: readonly string[];
}

/** A path that needs no quotes in NIX_SSHOPTS, in a line of nix.conf and in ssh's configuration, which all split at blanks. */
const PLAIN_PATH = /^[\w./-]+$/;

/**
 * Writes the key and the known hosts into files that only this user can read. They go when `cleanup` does; what a killed run
 * leaves is removed by the next one, and by the post step.
 * @param inherited NIX_SSHOPTS, if Nix sees it
 */
export async function provideSsh(settings: NixSettings, inherited: string, cleanup: AsyncDisposableStack): Promise<SshPlace> {
  const { ssh, builders } = settings;
  if (ssh === undefined) return { settings, env: {}, folders: [] };
  const place = temporaryPlace();
  const folder = await makeTemporary('nix-feature-ssh', PLAIN_PATH.test(place) ? place : '/tmp');
  cleanup.defer(() => removeFolder(folder));
  for (const [name, text] of sshFiles(ssh, builders, folder)) await writeFile(join(folder, name), text, { mode: 0o600 });
  return { settings: { ...settings, builders: buildersWithKeys(builders, ssh, folder) }, env: { NIX_SSHOPTS: sshOptions(folder, inherited) }, folders: [folder] };
}
