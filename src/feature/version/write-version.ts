import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { applyEdits, modify } from 'jsonc-parser';
import { InputError } from '../../kit/errors.ts';
import { METADATA_FILE, readMetadataFile } from '../metadata/metadata.ts';

/**
 * Writes a version into a Feature's metadata, at its place: comments, line ends and all else stay as they are. The file is replaced whole or not at
 * all. A link is refused: a proposed change could lead it out of the checkout.
 * @param file absolute
 * @throws InputError if the file can't be read, or has no version that could be replaced
 */
export async function writeVersion(file: string, version: string): Promise<void> {
  const document = await readMetadataFile(file);
  const twice = document.duplicates.find(({ name }) => name === 'version');
  if (typeof document.value['version'] !== 'string' || twice !== undefined) {
    throw new InputError('feature', `${METADATA_FILE}: the version can't be raised: ${twice === undefined ? 'it has none' : '"version" appears twice'}.`, { location: twice?.location ?? document.locationOf('version') });
  }
  const info = await lstat(file);
  if (info.isSymbolicLink()) {
    throw new InputError('feature', `${METADATA_FILE}: the version can't be raised: the file is a symbolic link.`, { location: { file }, hint: 'Put the file itself into the folder of the Feature.' });
  }
  const text = await readFile(file, 'utf8');
  const next = `${file}.next-${process.pid}`;
  try {
    await writeFile(next, applyEdits(text, modify(text, ['version'], version, {})), { mode: info.mode & 0o777, flag: 'wx' });
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
}
