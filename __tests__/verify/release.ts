import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import type { ClosureEntry, DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { platformManifest, platformTag } from '../../src/feature/manifest/platform-manifest.ts';
import { writeLayoutFacts } from '../../src/layout/layout-facts.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { REF_NAME } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { systemOf, type Arch } from '../../src/platform.ts';
import type { Compression } from '../../src/request/build.ts';
import { packedOnce } from '../archive/packed-once.ts';
import { closureOfTrees, storePath, type TestPath } from '../nix/nar-builder.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { publishing } from '../publish/publishing.ts';
import { document } from '../report/sample.ts';

/* A real release: store paths are packed by the packer, and published by publishing, into a registry in memory. */
const ROOT = mkdtempSync(path.join(tmpdir(), 'verify-test-'));
afterAll(() => {
  rmSync(ROOT, { recursive: true, force: true });
});

export const REVISION = 'a'.repeat(40);
export const LIBRARY = storePath('b', 'library');
export const TOOL = storePath('c', 'tool');
export const BASE = storePath('a', 'glibc');

const SCRIPT = { executable: '#!/bin/sh\necho hello\n' };
export const PATHS: readonly TestPath[] = [
  { path: LIBRARY, tree: { entries: { lib: { entries: { 'lib.so': 'machine code', empty: '' } }, 'a-link': { link: 'lib/lib.so' } } }, references: [BASE] },
  { path: TOOL, tree: { entries: { bin: { entries: { tool: SCRIPT, 'tool-copy': SCRIPT } }, [`a-name-${'x'.repeat(120)}`]: 'far' } }, references: [LIBRARY] },
];
const BASE_ENTRY: ClosureEntry = { path: BASE, narHash: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', narSize: 120, references: [], deriver: null, ca: null, in: 'base' };

interface LayoutChanges {
  readonly paths?: readonly TestPath[];
  readonly compression?: Compression;
  /** The text of test.sh. */
  readonly test?: string;
}

/** Writes the layout of a build. */
export async function writeLayout(arches: readonly Arch[], version: string, { paths = PATHS, compression, test = 'true\n' }: LayoutChanges = {}): Promise<string> {
  const layout = path.join(await mkdtemp(path.join(ROOT, 'layout-')), 'layout');
  await mkdir(layout);
  const writer = await LayoutWriter.create(layout);
  const closure = closureOfTrees(paths);
  const feature = { id: 'tools', version };
  const manifests = [];
  for (const arch of arches) {
    const packed = await packedOnce(paths, [[...closure.keys()]], compression);
    const layers = packed.map(({ key, digest, diffId, size, tarSize, mediaType, paths: own }): LayerEntry => ({ key, digest, diffId, size, mediaType, paths: own, ...(tarSize !== undefined && { tarSize }) }));
    const built: DeltaDocument = {
      ...document(undefined, arch),
      feature,
      storePath: TOOL,
      outputs: { out: TOOL },
      closure: [BASE_ENTRY, ...[...closure.values()].map((info): ClosureEntry => ({ ...info, in: 'delta' }))],
      layers,
    };
    for (const { bytes, mediaType } of packed) await writer.addBytes(bytes, mediaType);
    const config = await writer.addBytes(Buffer.from(canonicalJson(built)), DELTA_CONFIG);
    const envPath = await writer.addBytes(Buffer.from(`${TOOL}\n`), ENV_PATH);
    const manifest = await writer.addBytes(Buffer.from(canonicalJson(platformManifest(built, { config, envPath }, undefined))), IMAGE_MANIFEST);
    manifests.push({ ...manifest, artifactType: DELTA_ARTIFACT, annotations: { [REF_NAME]: platformTag(built) } });
  }
  await writer.finish(manifests);
  const files = [{ name: 'test.sh', executable: true, bytes: Buffer.from(test) }];
  const metadata = JSON.stringify({ ...feature, name: 'Tools' });
  await writeLayoutFacts(layout, { feature, metadata, delivery: 'auto', origin: { source: 'https://github.com/org/tools', revision: REVISION } }, files);
  return layout;
}

export interface Release {
  readonly server: UploadServer;
  /** `<host>/org/tools` */
  readonly repository: string;
  /** Publishes a further version into the same registry. */
  readonly publish: (version: string) => Promise<void>;
}

/** Publishes version 1.2.0 of a Feature whose layers are real. */
export async function releasedFeature({ arches = ['amd64'], delivery = 'layers' }: { readonly arches?: readonly Arch[]; readonly delivery?: 'layers' | 'embed' } = {}): Promise<Release> {
  const { server, publish } = await publishing();
  const release = {
    server,
    repository: `${server.host}/org/tools`,
    publish: async (version: string): Promise<void> => {
      await publish([await writeLayout(arches, version)], { delivery });
    },
  };
  await release.publish('1.2.0');
  return release;
}

/** The arch's name as the lists in the tar have it. */
export const SYSTEM = systemOf('amd64');
