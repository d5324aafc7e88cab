import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runtimeOptionsOf } from '../feature/environment/runtime-options.ts';
import { BUNDLE_FOLDER, bundleFiles, GENERATED_INSTALL, layerFileName } from '../feature/files/bundle.ts';
import { featureTar, type FeatureFile } from '../feature/files/feature-tar.ts';
import { readRuntime } from '../feature/files/runtime.ts';
import { signedFiles, type SignBytes } from '../feature/files/signed-files.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { digestOfHex } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { DEVCONTAINER_LAYER } from '../oci/format/media-types.ts';
import { apiOrigin } from '../oci/http/registry-host.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Assembly } from './assemble.ts';
import { isOnDisk, type LayoutPlatform } from './built-layout.ts';

// Both src/publish and each folder of dist are two below the project's own.
const RUNTIME = join(import.meta.dirname, '../../install');

export interface FeatureLayerOptions {
  /** The completed metadata, as text. */
  readonly metadata: string;
  readonly delivery: 'layers' | 'embed';
  readonly registry: string;
  /** Without the registry. */
  readonly repository: string;
  /** Where layers are that the layouts lack; undefined if they lack none. */
  readonly reader?: Registry;
  /** A folder for work. */
  readonly work: string;
  /** Shows who made the files; undefined for nobody. */
  readonly sign?: SignBytes;
}

/**
 * Writes `layers[0]` of a Feature (docs/reference/formats.md): the author's files, the runtime and what it reads; and with
 * `delivery: embed` the layers of deltas and complements.
 * @returns the file, and its descriptor
 */
export async function writeFeatureLayer(assembly: Assembly, options: FeatureLayerOptions): Promise<{ file: string; descriptor: Descriptor }> {
  const { metadata, registry, repository, delivery, work, sign } = options;
  // The runtime knows no names that stand for others, as docker.io does.
  const facts = { registry: apiOrigin(registry).host, repository, userLinks: false, options: runtimeOptionsOf(metadata) };
  const files: FeatureFile[] = [
    { name: METADATA_FILE, bytes: metadata },
    ...assembly.files,
    ...(assembly.files.some(({ name }) => name === 'install.sh') ? [] : [{ name: 'install.sh', bytes: GENERATED_INSTALL }]),
    { name: `${BUNDLE_FOLDER}/install.sh`, bytes: await readRuntime(RUNTIME) },
    ...bundleFiles(facts, assembly.platforms).map(({ name, text }) => ({ name, bytes: text })),
    ...(delivery === 'embed' ? await embedded(assembly.platforms, options) : []),
  ];
  const file = join(work, 'feature-layer.tar');
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    Readable.from(featureTar(sign === undefined ? files : [...files, ...signedFiles(files, sign)])),
    async function* count(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  return { file, descriptor: { mediaType: DEVCONTAINER_LAYER, digest: digestOfHex(hash.digest('hex')), size } };
}

async function embedded(platforms: readonly LayoutPlatform[], { reader, work }: FeatureLayerOptions): Promise<FeatureFile[]> {
  const files: FeatureFile[] = [];
  for (const platform of platforms) {
    for (const layer of [...platform.layers, ...platform.complement]) {
      const name = `${BUNDLE_FOLDER}/${platform.document.system}/layers/${layerFileName(layer)}`;
      files.push({ name, file: await localFile(platform, layer, reader, work) });
    }
  }
  return files;
}

async function localFile(platform: LayoutPlatform, layer: Descriptor, reader: Registry | undefined, work: string): Promise<string> {
  if (await isOnDisk(platform, layer)) return platform.fileOf(layer);
  if (reader === undefined) throw new Error(`the layer ${layer.digest} is not on disk`);
  const file = join(work, 'layers', layerFileName(layer));
  await mkdir(join(work, 'layers'), { recursive: true });
  await pipeline(reader.blob(layer), createWriteStream(file));
  return file;
}
