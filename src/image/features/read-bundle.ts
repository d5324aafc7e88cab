import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { BUNDLE_FOLDER, GENERATED_INSTALL } from '../../feature/files/bundle.ts';
import { unpackFeatureTar } from '../../feature/files/unpack-feature-tar.ts';
import { Failure, IntegrityError } from '../../kit/errors.ts';
import { readUpTo } from '../../kit/files.ts';
import { makeTemporary } from '../../kit/temporary.ts';
import type { ImageSource } from '../../oci/format/image-source.ts';
import type { Descriptor } from '../../oci/format/manifest.ts';
import { platformFilesOf } from '../layer/feature-items.ts';

/** Bytes of a list of the installer: as many paths as a delta document may have. */
const LIST_LIMIT = 256 * 1024 * 1024;
const INSTALL = 'install.sh';
const FEATURE_ENV = `${BUNDLE_FOLDER}/feature.env`;

/**
 * Reads a Feature's tar: it must be installed by our installer alone, which goes by lists that say what the delta documents say.
 * @param name of the Feature, for messages
 * @returns the text of feature.env
 * @throws Failure if it can't be installed without running its scripts; IntegrityError, CancelledError
 */
export async function readBundle(source: ImageSource, tar: Descriptor, name: string, documents: readonly DeltaDocument[]): Promise<string> {
  const lists = documents.flatMap((document) => platformFilesOf(document).map(([file, text]) => [`${BUNDLE_FOLDER}/${document.system}/${file}`, text] as const));
  const wanted = new Set([INSTALL, FEATURE_ENV, ...lists.map(([file]) => file)]);
  const folder = await makeTemporary('nix-feature-image');
  try {
    await unpackFeatureTar(source.blob(tar), folder, { where: `The tar of ${name}`, skip: (file) => !wanted.has(file) });
    const read = (file: string): Promise<string | undefined> => readUpTo(join(folder, file), LIST_LIMIT).then((bytes) => bytes.toString('utf8'), ifMissing);
    if ((await read(INSTALL)) !== GENERATED_INSTALL) {
      throw new Failure(`The Feature ${name} has an install.sh of its own, which can only be run.`, { hint: 'Leave it out, or build the image with the dev container tools, which run it.' });
    }
    for (const [file, text] of lists) {
      if ((await read(file)) !== text) throw new IntegrityError(`${file} in the tar of ${name} does not match its delta document.`, { hint: 'The Feature was changed, or an older nix-feature published it: publish a new version.' });
    }
    return checkEnv((await read(FEATURE_ENV)) ?? '', name, documents);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

function checkEnv(text: string, name: string, documents: readonly DeltaDocument[]): string {
  const values = new Map(text.split('\n').map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)] as const));
  if (values.get('schema') !== '1') throw new IntegrityError(`${FEATURE_ENV} in the tar of ${name} has a format that this version of nix-feature does not know.`);
  for (const { feature } of documents) {
    const odd = (['id', 'version'] as const).find((key) => values.get(key) !== feature[key]);
    if (odd !== undefined) throw new IntegrityError(`${FEATURE_ENV} in the tar of ${name} says that its ${odd} is ${JSON.stringify(values.get(odd) ?? '')}, and its delta document says ${feature[odd]}.`, { hint: 'The Feature was changed: publish a new version.' });
  }
  if (values.get('links') === 'true') {
    throw new Failure(`The Feature ${name} links its programs into the home of the user, who is known only where it is installed.`, { hint: 'Build the image with the dev container tools, which run install.sh.' });
  }
  return text;
}
