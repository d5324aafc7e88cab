import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BUNDLE_FOLDER } from '../../feature/files/bundle.ts';
import type { ShippedFile } from '../../feature/files/shipped-files.ts';
import { METADATA_FILE } from '../../feature/metadata/metadata.ts';
import { Failure, IntegrityError, RegistryError } from '../../kit/errors.ts';
import type { ImageSource } from '../../oci/format/image-source.ts';
import { parseManifest } from '../../oci/format/parse-manifest.ts';
import type { PublishedFeature } from '../published.ts';

/** Bytes of a Feature's tar: what embeds more is not read to name a file. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MEMBERS = 100_000;
const INSTALL_SCRIPT = 'install.sh';
/** How many files are named. */
const NAMED = 3;

/**
 * Returns which of a Feature's files are not as they were published, as a part of a sentence: `README.md, lib/tool is new`.
 * @returns empty if that can't be told: it only informs
 * @throws CancelledError
 */
export async function filesThatDiffer(source: ImageSource, published: PublishedFeature, files: readonly ShippedFile[]): Promise<string> {
  const before = await digestsOf(source, published).catch((error: unknown) => {
    if (error instanceof IntegrityError || error instanceof RegistryError) return undefined;
    throw error;
  });
  return before === undefined ? '' : differingText(before, new Map(files.map((file) => [file.name, digestOf(file)])));
}

/** Describes which files differ, from values that identify their contents. */
export function differingText(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string {
  const texts = [...new Set([...now.keys(), ...before.keys()])].toSorted().flatMap((name) => {
    const shown = JSON.stringify(name).slice(1, -1);
    if (!before.has(name)) return `${shown} is new`;
    // Of an author who has none, the one that is published is ours.
    if (!now.has(name)) return name === INSTALL_SCRIPT ? [] : `${shown} is gone`;
    return before.get(name) === now.get(name) ? [] : shown;
  });
  return `${texts.slice(0, NAMED).join(', ')}${texts.length > NAMED ? `, and ${texts.length - NAMED} more` : ''}`;
}

/** Of the author's files in `layers[0]`. */
async function digestsOf(source: ImageSource, { name, bytes, mediaType, digest }: PublishedFeature): Promise<ReadonlyMap<string, string> | undefined> {
  const parsed = parseManifest({ bytes, mediaType, digest }, name);
  const [tar] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
  if (tar === undefined || tar.size > MOST_BYTES) return undefined;
  const digests = new Map<string, string>();
  const members = extract();
  const looking = (async () => {
    let count = 0;
    for await (const member of members) {
      if ((count += 1) > MOST_MEMBERS) throw new IntegrityError(`The tar of ${name} has more than ${MOST_MEMBERS} members.`);
      const plain = member.header.name.replace(/^\.\//, '');
      if (member.header.type !== 'file' || plain === METADATA_FILE || plain.startsWith(`${BUNDLE_FOLDER}/`)) {
        member.resume();
        continue;
      }
      const hash = createHash('sha256');
      for await (const chunk of member as AsyncIterable<Buffer>) hash.update(chunk);
      digests.set(plain, `${isExecutable(member.header.mode)} ${hash.digest('hex')}`);
    }
  })();
  await Promise.all([pipeline(source.blob(tar), members), looking]).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    throw new IntegrityError(`The tar of ${name} can't be read.`, { cause });
  });
  return digests;
}

function digestOf({ executable, bytes }: ShippedFile): string {
  return `${executable} ${createHash('sha256').update(bytes).digest('hex')}`;
}

function isExecutable(mode: number | undefined): boolean {
  return ((mode ?? 0) & 0o100) !== 0;
}
