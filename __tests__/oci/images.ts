import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { IMAGE_CONFIG, IMAGE_INDEX, IMAGE_MANIFEST, LAYER_TAR } from '../../src/oci/format/media-types.ts';
import { afterTest } from '../jest/after-test.ts';

/** A folder that ends with the test. */
export async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'images-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface LayerBytes {
  readonly bytes: Buffer;
  readonly mediaType?: string;
  /** The tar, where `bytes` are compressed. */
  readonly tar?: Buffer;
}

/** Writes an image with these layers into a layout. @returns its manifest's descriptor, with the platform */
export async function addImage(
  writer: LayoutWriter,
  platform: { architecture: string; os?: string; variant?: string },
  layers: readonly LayerBytes[] = [],
): Promise<Descriptor> {
  const { architecture, os = 'linux', variant } = platform;
  const diffIds = layers.map(({ bytes, tar }) => digestOf(tar ?? bytes));
  const config = { architecture, os, variant, config: { Env: ['A=b'], User: 'nobody' }, rootfs: { type: 'layers', diff_ids: diffIds } };
  const descriptors: Descriptor[] = [];
  for (const { bytes, mediaType = LAYER_TAR } of layers) descriptors.push(await writer.addBytes(bytes, mediaType));
  const manifest = {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    config: await writer.addBytes(Buffer.from(canonicalJson(config)), IMAGE_CONFIG),
    layers: descriptors,
  };
  const descriptor = await writer.addBytes(Buffer.from(canonicalJson(manifest)), IMAGE_MANIFEST);
  return { ...descriptor, platform: { architecture, os, ...(variant === undefined ? {} : { variant }) } };
}

export async function addIndex(writer: LayoutWriter, manifests: readonly Descriptor[]): Promise<Descriptor> {
  const index = { schemaVersion: 2, mediaType: IMAGE_INDEX, manifests };
  return writer.addBytes(Buffer.from(canonicalJson(index)), IMAGE_INDEX);
}
