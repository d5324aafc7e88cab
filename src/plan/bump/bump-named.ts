import { namedVersion, type Level, type NextVersion } from '../../feature/version/levels.ts';
import { METADATA_FILE, readFeatureMetadata } from '../../feature/metadata/metadata.ts';
import { writeVersion } from '../../feature/version/write-version.ts';
import { InputError } from '../../kit/errors.ts';
import { findFeatures, folderName } from '../find-features.ts';

/** Which versions are to be raised by a level that somebody named. */
export interface NamedBump {
  /** Absolute. */
  readonly root: string;
  /** Folders and patterns, as of a plan. */
  readonly features: readonly string[];
  readonly level: Level;
}

export interface Bumped extends NextVersion {
  readonly folder: string;
  readonly id: string;
}

/**
 * Raises the versions of Features in their files, whatever is published.
 * @throws InputError if none or several are found and nobody named them, or a file can't be read or written to
 */
export async function bumpNamed({ root, features, level }: NamedBump): Promise<readonly Bumped[]> {
  const folders = await findFeatures(root, features);
  if (features.length === 0 && folders.length > 1) {
    throw new InputError('features', `features: there are ${folders.length} Features below ${root}, and each has a version of its own.`, { hint: `Name those to raise (nix-feature bump ${level} ${folderName(root, folders[0] ?? root)}), or let what changed decide: nix-feature bump auto.` });
  }
  // All are read before one is written.
  const wanted = [];
  for (const folder of folders) wanted.push({ folder, metadata: await readFeatureMetadata(folder) });
  const bumps = wanted.map(({ folder, metadata: { id, version, file } }) => {
    const next = namedVersion(version, level);
    if (next === undefined) throw new InputError('feature', `${METADATA_FILE}: the version "${version}" can't be raised: a number of it is too large.`, { location: { file } });
    return { file, bumped: { folder: folderName(root, folder), id, ...next } };
  });
  for (const { file, bumped } of bumps) await writeVersion(file, bumped.to);
  return bumps.map(({ bumped }) => bumped);
}
