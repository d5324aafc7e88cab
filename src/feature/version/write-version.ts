import { readFile, writeFile } from 'node:fs/promises';
import { applyEdits, modify } from 'jsonc-parser';
import { InputError } from '../../kit/errors.ts';
import { METADATA_FILE, readMetadataFile } from '../metadata/metadata.ts';

/**
 * Writes a version into a Feature's metadata, at its place: comments, line ends and all else stay as they are.
 * @param file absolute
 * @throws InputError if the file can't be read, or has no version that could be replaced
 */
export async function writeVersion(file: string, version: string): Promise<void> {
  const document = await readMetadataFile(file);
  const twice = document.duplicates.find(({ name }) => name === 'version');
  if (typeof document.value['version'] !== 'string' || twice !== undefined) {
    throw new InputError('feature', `${METADATA_FILE}: the version can't be raised: ${twice === undefined ? 'it has none' : '"version" appears twice'}.`, { location: twice?.location ?? document.locationOf('version') });
  }
  const text = await readFile(file, 'utf8');
  await writeFile(file, applyEdits(text, modify(text, ['version'], version, {})));
}
