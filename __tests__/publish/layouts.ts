import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { platformManifest, platformTag } from '../../src/feature/manifest/platform-manifest.ts';
import type { ShippedFile } from '../../src/feature/files/shipped-files.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { REF_NAME } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import type { Arch } from '../../src/platform.ts';
import { writeLayoutFacts, type LayoutFacts } from '../../src/layout/layout-facts.ts';
import { document, withComplement } from '../report/sample.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'built-layouts-'));
afterAll(() => {
  rmSync(ROOT, { recursive: true, force: true });
});

export const FILES: readonly ShippedFile[] = [
  { name: 'lib/tool', executable: true, bytes: Buffer.from('a tool') },
  { name: 'test.sh', executable: true, bytes: Buffer.from('true\n') },
];

export interface LayoutVariant {
  readonly arches?: readonly Arch[];
  readonly facts?: Partial<Omit<LayoutFacts, 'schemaVersion' | 'files'>>;
  readonly files?: readonly ShippedFile[];
  /** With what the base has, in one more small blob. */
  readonly complement?: boolean;
  readonly change?: (document: DeltaDocument) => DeltaDocument;
}

/** A layout as a build writes it, with one small blob for a layer; it goes away after the tests of the file. */
export async function writeBuiltLayout({ arches = ['amd64'], facts = {}, files = FILES, complement = false, change = (same) => same }: LayoutVariant = {}): Promise<string> {
  const folder = await mkdtemp(join(ROOT, 'layout-'));
  const layout = join(folder, `layout-${arches.join('-')}`);
  await mkdir(layout);
  const writer = await LayoutWriter.create(layout);
  const feature = facts.feature ?? { id: 'my-tools', version: '1.2.0' };
  const manifests = [];
  for (const arch of arches) {
    const bytes = Buffer.from(`the layer for ${arch}`);
    const others = Buffer.from(`the complement for ${arch}`);
    const plain = document(undefined, arch);
    const layers = plain.layers.map((layer) => ({ ...layer, digest: digestOf(bytes), size: bytes.length }));
    const rest = withComplement(plain).complement?.map((layer) => ({ ...layer, digest: digestOf(others), size: others.length })) ?? [];
    const built = change({ ...plain, feature, layers, ...(complement ? { complement: rest } : {}) });
    for (const layer of built.layers) await writer.addBytes(bytes, layer.mediaType);
    for (const layer of built.complement ?? []) await writer.addBytes(others, layer.mediaType);
    const config = await writer.addBytes(Buffer.from(canonicalJson(built)), DELTA_CONFIG);
    const envPath = await writer.addBytes(Buffer.from(`${built.storePath}\n`), ENV_PATH);
    const manifest = await writer.addBytes(Buffer.from(canonicalJson(platformManifest(built, { config, envPath }, undefined))), IMAGE_MANIFEST);
    manifests.push({ ...manifest, artifactType: DELTA_ARTIFACT, annotations: { [REF_NAME]: platformTag(built) } });
  }
  await writer.finish(manifests);
  await writeFile(join(layout, 'delta.json'), '{}');
  await writeLayoutFacts(
    layout,
    { feature, metadata: JSON.stringify(feature), delivery: 'auto', ...(complement ? { complement } : {}), origin: { revision: '0123' }, ...facts },
    files,
  );
  return layout;
}
