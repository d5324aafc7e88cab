import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BUNDLE_FOLDER } from '../feature/files/bundle.ts';
import { unpackFeatureTar } from '../feature/files/unpack-feature-tar.ts';
import { IntegrityError } from '../kit/errors.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Job } from '../kit/host.ts';
import { inStage } from '../kit/stages.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { DELTA_ARTIFACT, IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import type { RawManifest } from '../oci/format/parse-manifest.ts';
import { REF_NAME } from '../oci/layout/layout-reader.ts';
import { LayoutWriter } from '../oci/layout/layout-writer.ts';
import type { PortableFeature } from './portable-feature.ts';

/** Says that a folder was made here, and of what: only such a folder is replaced. */
export const EXPORT_MARK = `${BUNDLE_FOLDER}/exported`;

/** The OCI image layout inside the folder. The runtime looks for layers in it before it asks a registry. */
export const LAYOUT_FOLDER = 'dist';

export interface FolderOptions {
  /** Put the layers into the folder; else install.sh fetches them. */
  readonly layers: boolean;
  readonly job: Job;
}

/**
 * Writes a Feature as a folder that the dev container tools take as `"./<id>": {}` (docs/make/portable.md). The same Feature
 * gives the same files.
 * @param folder new and empty
 * @returns the bytes of the layers in it
 * @throws RegistryError, IntegrityError, CancelledError
 */
export async function writePortableFolder(feature: PortableFeature, folder: string, { layers, job }: FolderOptions): Promise<number> {
  const { name, id, version, source, tar } = feature;
  await mkdir(folder, { recursive: true });
  // An author's own files may be in a folder of that name; only what the layout writes is ours.
  const ours = new RegExp(`^(?:${BUNDLE_FOLDER}/[^/]*/layers|${LAYOUT_FOLDER}/(?:oci-layout|index\\.json|blobs|\\.unfinished))(?:/|$)`);
  await unpackFeatureTar(source.blob(tar), folder, { where: `the tar of ${name}`, skip: (member) => layers && ours.test(member) });
  await writeFile(join(folder, EXPORT_MARK), `${id} ${version} ${feature.raw.digest}\n`, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST' && cause.code !== 'ENOENT') throw cause;
    throw new IntegrityError(`The tar of ${name} was not made by nix-feature.`, { cause });
  });
  return layers ? writeLayout(feature, join(folder, LAYOUT_FOLDER), job) : 0;
}

async function writeLayout(feature: PortableFeature, folder: string, job: Job): Promise<number> {
  const { platforms, source, attachments } = feature;
  const writer = await LayoutWriter.create(folder);
  const wanted = new Map([feature.config, feature.tar, ...platforms.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]), ...attachments.flatMap(({ config, payload }) => [config, payload])].map((blob) => [blob.digest, blob]));
  const total = [...wanted.values()].reduce((sum, { size }) => sum + size, 0);
  await inStage(job, 'Fetch the layers', { unit: 'bytes', total }, async (progress) => {
    let done = 0;
    for (const blob of wanted.values()) {
      const file = writer.newBlobFile();
      await pipeline(source.blob(blob), createWriteStream(file), { signal: job.signal });
      await writer.adoptFile(file, blob);
      progress.update((done += blob.size));
    }
    return [undefined, `${formatNumberOf(wanted.size, 'blob')}, ${formatBytes(total)}`];
  });
  const root = await addManifest(writer, feature.raw, { annotations: { [REF_NAME]: feature.version } });
  const own = [];
  for (const { raw } of platforms) own.push(await addManifest(writer, raw, { artifactType: DELTA_ARTIFACT }));
  for (const { raw, artifactType } of attachments) own.push(await addManifest(writer, raw, { artifactType }));
  await writer.finish([root, ...own]);
  return total;
}

async function addManifest(writer: LayoutWriter, { bytes }: RawManifest, facts: Pick<Descriptor, 'annotations' | 'artifactType'>): Promise<Descriptor> {
  return { ...(await writer.addBytes(bytes, IMAGE_MANIFEST)), ...facts };
}
