import { realpath } from 'node:fs/promises';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { ResolvedFlake } from '../nix/flake/flake.ts';
import { narHashOf } from '../nix/nar/nar-hash.ts';

/**
 * Tells whether a delta was built from this very flake, byte for byte. If so, it evaluates to the same, and no Nix is needed to know that: evaluation is pure, and the lock file names every input (nix/flake-metadata.ts). The time of its
 * files, which a flake may look at, is not counted: each checkout has another.
 * @param hashOf tells a folder's hash; for whoever asks about one folder several times
 */
export async function isBuiltFrom(
  { source }: Pick<DeltaDocument, 'source'>,
  { written, seen }: ResolvedFlake,
  hashOf: typeof folderHash = folderHash,
): Promise<boolean> {
  if (source.narHash === undefined || source.flake !== written || seen === undefined) return false;
  return (await hashOf(seen)) === source.narHash;
}

/** @returns undefined for a folder that can't be read: that is for Nix to complain about */
export async function folderHash(folder: string): Promise<string | undefined> {
  const hash = await narHashOf(await realpath(folder)).catch(() => undefined);
  return hash?.narHash;
}
