import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayerLeaks } from '../archive/tar-parts.ts';
import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { platformManifest, platformTag } from '../feature/manifest/platform-manifest.ts';
import type { PackageMetas } from '../nix/meta/package-meta.ts';
import { canonicalJson } from '../oci/format/canonical-json.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH, IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import { REF_NAME } from '../oci/layout/layout-reader.ts';
import { LayoutWriter } from '../oci/layout/layout-writer.ts';
import type { Arch } from '../platform.ts';

/** One platform, as it is written. */
export interface PackedPlatform {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  readonly layers: readonly LayoutLayer[];
  readonly complement: readonly LayoutLayer[];
  /** The manifest as it was published; undefined if it must be made. */
  readonly manifest?: Buffer;
  /** What the flake says of the packages; absent if nobody asked. */
  readonly metas?: PackageMetas;
}

export interface LayoutLayer extends LayerEntry {
  /** Undefined if it was reused from a release: the registry has it. */
  readonly file: string | undefined;
  /** What was found in it; undefined if nobody looked, as in one that was reused. */
  readonly leaks?: LayerLeaks | undefined;
}

/**
 * Writes the image layout of a build: each platform's manifest and blobs, and its delta document as a file beside them
 * (`delta.json`, or `delta-<arch>.json` if there are several).
 *
 * @param created seconds since the epoch, or undefined
 * @returns the digest of each platform's manifest
 */
export async function writeLayout(
  folder: string,
  platforms: readonly PackedPlatform[],
  created: number | undefined,
): Promise<ReadonlyMap<Arch, Digest>> {
  const writer = await LayoutWriter.create(folder);
  const manifests: Descriptor[] = [];
  const digests = new Map<Arch, Digest>();
  for (const platform of platforms) {
    const descriptor = await writePlatform(writer, platform, created);
    manifests.push(descriptor);
    digests.set(platform.arch, descriptor.digest);
    const name = platforms.length === 1 ? 'delta.json' : `delta-${platform.arch}.json`;
    await writeFile(join(folder, name), canonicalJson(platform.document), { mode: 0o644 });
  }
  await writer.finish(manifests);
  return digests;
}

async function writePlatform(
  writer: LayoutWriter,
  { arch, document, layers, complement, manifest }: PackedPlatform,
  created: number | undefined,
): Promise<Descriptor> {
  // A layer that was reused is in the registry; a layout may lack blobs (OCI image-layout.md, "Blobs").
  for (const layer of [...layers, ...complement]) if (layer.file !== undefined) await writer.adoptFile(layer.file, layer);
  const config = await writer.addBytes(Buffer.from(canonicalJson(document)), DELTA_CONFIG);
  const envPath = await writer.addBytes(Buffer.from(`${document.storePath}\n`), ENV_PATH);
  const bytes = manifest ?? Buffer.from(canonicalJson(platformManifest(document, { config, envPath }, created)));
  const descriptor = await writer.addBytes(bytes, IMAGE_MANIFEST);
  return {
    ...descriptor,
    artifactType: DELTA_ARTIFACT,
    platform: { architecture: arch, os: 'linux' },
    annotations: { [REF_NAME]: platformTag(document) },
  };
}
