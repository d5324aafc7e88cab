import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import type { JsoncDocument } from '../metadata/jsonc.ts';
import { METADATA_FILE, readMetadataFile } from '../metadata/metadata.ts';

/** A text file of the Feature's folder that the contract says something about. */
export interface ContractFile {
  readonly text: string;
  readonly executable: boolean;
}

/** What the checks look at; nothing else of the folder matters to them. */
export interface FeatureFolder {
  /** Absolute. */
  readonly folder: string;
  readonly metadata: JsoncDocument;
  /** By name: install.sh, install-dev.sh, test.sh, flake.nix, flake.lock, README.md, .envrc, as far as they are there. */
  readonly files: ReadonlyMap<string, ContractFile>;
}

/** The names of the files that the checks look at. */
const CONTRACT_FILES = ['install.sh', 'install-dev.sh', 'test.sh', 'flake.nix', 'flake.lock', 'README.md', '.envrc'] as const;

/** No script or flake of an author's is longer. */
const MAX_BYTES = 1024 * 1024;

/** @throws InputError if the metadata can't be read, or something else has the name of one of the files */
export async function readContractFolder(folder: string): Promise<FeatureFolder> {
  const metadata = await readMetadataFile(join(folder, METADATA_FILE));
  const files = new Map<string, ContractFile>();
  for (const name of CONTRACT_FILES) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) continue;
    if (!found.isFile()) throw new InputError('feature', `${file} is not a file.`, { hint: 'Rename it: in a Feature, only a file may have this name.', location: { file } });
    const text = found.size > MAX_BYTES ? '' : await readFile(file, 'utf8');
    files.set(name, { text, executable: (found.mode & 0o100) !== 0 });
  }
  return { folder, metadata, files };
}
