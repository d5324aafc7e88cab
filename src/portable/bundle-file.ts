import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { featureTar, type FeatureFile } from '../feature/files/feature-tar.ts';
import { tarFailure } from '../feature/files/unpack-feature-tar.ts';
import { Failure, InputError, IntegrityError } from '../kit/errors.ts';
import type { Digest } from '../oci/format/digest.ts';
import { DELTA_ARTIFACT } from '../oci/format/media-types.ts';
import { LayoutReader, REF_NAME } from '../oci/layout/layout-reader.ts';
import { LAYOUT_FOLDER } from './write-folder.ts';

/** The members of a bundle that are read: all else is unpacked out of them again. */
const LAYOUT_MEMBER = /^(?:\.\/)?dist\/(oci-layout|index\.json|blobs\/sha256\/[0-9a-f]{64})$/;

/** Bytes that oci-layout and index.json may have. */
const SMALL = 4 * 1024 * 1024;

/**
 * Writes a folder that `writePortableFolder` made into one tar (docs/make/portable.md). The same folder gives the same bytes.
 * @param file absolute; it is whole or not there
 * @throws InputError if another file has this name
 */
export async function writeBundle(folder: string, file: string): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(featureTar(await filesOf(folder, ''))), createWriteStream(temporary));
    await refuseOther(file, temporary);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function filesOf(folder: string, below: string): Promise<FeatureFile[]> {
  const files: FeatureFile[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesOf(folder, name)));
    else files.push({ name, file: join(folder, name), executable: ((await stat(join(folder, name))).mode & 0o100) !== 0 });
  }
  return files;
}

/** What is there stays, unless it is this very bundle. */
async function refuseOther(file: string, ours: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) return;
  if (there.isFile() && (await sha256Of(file)) === (await sha256Of(ours))) return;
  throw new InputError('output', `output: ${file} exists already and has other contents.`, { hint: 'Remove it, or name another file: "output".' });
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

export interface OpenedBundle {
  /** Its root is the Feature's manifest. */
  readonly reader: LayoutReader;
  /** A bundle may be of some platforms alone. */
  readonly holds: (manifest: Digest) => boolean;
  /** Manifests that are neither the Feature's nor a platform's. */
  readonly attached: () => Promise<readonly Digest[]>;
}

/**
 * Opens the Feature that a bundle, or a folder that was exported, holds.
 * @param place absolute
 * @param work an empty folder, on a disk with room for the layers
 * @throws Failure if it holds none; IntegrityError if it is damaged
 */
export async function openBundle(place: string, work: string): Promise<OpenedBundle> {
  const folder = (await stat(place)).isDirectory() ? join(place, LAYOUT_FOLDER) : await unpackLayout(place, work);
  const { manifests } = await LayoutReader.open(folder).catch((cause: unknown) => {
    throw new Failure(`${place} holds no Feature with its layers.`, {
      cause,
      inTerminal: 'Name a file that `nix-feature bundle` wrote, or a folder that `nix-feature export` wrote.',
    });
  });
  const beside = manifests.filter(({ artifactType }) => artifactType !== DELTA_ARTIFACT);
  const [root, ...further] = beside.filter(({ annotations }) => annotations?.[REF_NAME] !== undefined);
  if (root === undefined || further.length > 0) throw new IntegrityError(`${place} has to hold one Feature, but holds ${root === undefined ? 'none' : 'several'}.`);
  const digests = new Set(manifests.map(({ digest }) => digest));
  return { reader: await LayoutReader.open(folder, root.digest, place), holds: (digest) => digests.has(digest), attached: () => Promise.resolve(beside.filter((each) => each !== root).map(({ digest }) => digest)) };
}

async function unpackLayout(file: string, work: string): Promise<string> {
  const folder = join(work, LAYOUT_FOLDER);
  await mkdir(join(folder, 'blobs/sha256'), { recursive: true });
  const members = extract();
  const reading = pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), members);
  const unpacking = (async () => {
    for await (const member of members) {
      const { name, type, size } = member.header;
      const wanted = type === 'file' ? LAYOUT_MEMBER.exec(name)?.[1] : undefined;
      if (wanted === undefined) {
        member.resume();
        continue;
      }
      if (!wanted.startsWith('blobs/') && size > SMALL) throw new IntegrityError(`${name} in ${file} has ${size} bytes; the limit is ${SMALL}.`);
      await pipeline(Readable.from(member), createWriteStream(join(folder, wanted), { flags: 'wx' })).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause;
        throw new IntegrityError(`${file} has the member ${name} twice.`, { cause });
      });
    }
  })();
  await Promise.all([reading, unpacking]).catch((cause: unknown) => {
    throw tarFailure(file, cause);
  });
  return folder;
}
