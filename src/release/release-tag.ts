import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { InputError } from '../kit/errors.ts';

interface TaggedVersion {
  /** Undefined if the tag is for whatever Feature there is. */
  readonly id: string | undefined;
  readonly version: string;
}

// v1.2.3, 1.2.3, my-tools-v1.2.3, my-tools-1.2.3, my-tools/v1.2.3, my-tools@1.2.3; feature_my-tools_1.2.3 is what the
// official action writes.
const TAG = /^(?:feature_(?<official>[a-z0-9]+(?:[._-][a-z0-9]+)*)_|(?<id>[a-z0-9]+(?:[._-][a-z0-9]+)*?)[-/@])?v?(?<version>\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;

/** Parses what a git tag releases. @returns undefined if it names no whole version (`v1`, `nightly`) */
export function parseReleaseTag(tag: string): TaggedVersion | undefined {
  const groups = TAG.exec(tag)?.groups;
  if (groups?.['version'] === undefined) return undefined;
  return { id: groups['id'] ?? groups['official'], version: groups['version'] };
}

/**
 * Checks that a git tag that names a version and the metadata agree.
 * @throws InputError if they differ, or the tag belongs to another Feature
 */
export function checkReleaseTag(tag: string, feature: { readonly id: string; readonly version: string }): void {
  const release = parseReleaseTag(tag);
  if (release === undefined) return;
  if (release.id !== undefined && release.id !== feature.id) {
    throw new InputError('feature', `The git tag ${tag} releases the Feature "${release.id}", but this is "${feature.id}".`, {
      hint: 'Let the workflow build only the Feature that the tag names.',
    });
  }
  if (release.version === feature.version) return;
  throw new InputError(
    'feature',
    `The git tag ${tag} says version ${release.version}, and ${METADATA_FILE} of ${feature.id} says ${feature.version}.`,
    { hint: `Set "version" in ${METADATA_FILE} to ${release.version}, or delete the tag and tag version ${feature.version}.` },
  );
}
