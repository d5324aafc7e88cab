import { stat } from 'node:fs/promises';
import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { Failure, IntegrityError } from '../kit/errors.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Descriptor, ImageManifest } from '../oci/format/manifest.ts';
import { DELTA_ARTIFACT } from '../oci/format/media-types.ts';
import { parseManifest } from '../oci/format/parse-manifest.ts';
import { LayoutReader } from '../oci/layout/layout-reader.ts';
import { archOf, ARCHES, type Arch } from '../platform.ts';
import { readDocument } from '../release/published.ts';
import { checkPlatform } from './check-platform.ts';
import { readLayoutFacts, readLayoutFiles, type LayoutFacts } from './layout-facts.ts';
import { type BuiltSbom, readLayoutSbom } from './beside/layout-sboms.ts';
import { readLayoutTests } from './beside/layout-tests.ts';
import type { TestReport } from '../report/parts/tests.ts';

/** One platform of a build, as it lies in a layout. */
export interface LayoutPlatform {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  readonly digest: Digest;
  /** Of the platform manifest. */
  readonly bytes: Buffer;
  readonly manifest: ImageManifest;
  /** The delta's layers, as the manifest lists them. */
  readonly layers: readonly Descriptor[];
  /** And those of the complement; none if it was not packed. */
  readonly complement: readonly Descriptor[];
  /** Where a blob is on disk; it may have been left away, once it was pushed. */
  readonly fileOf: (blob: Descriptor) => string;
  /** The repository that has the layers already. */
  readonly pushed: LayoutFacts['pushed'];
  /** How many of the delta's layers were reused from a release. */
  readonly reusedLayers: number;
  /** Undefined if the build wrote none. */
  readonly sbom: BuiltSbom | undefined;
  /** Which Nix built it, if the job that did said so. */
  readonly nix?: string;
}

/** What one job built: one platform, or several. */
export interface BuiltLayout {
  readonly folder: string;
  readonly facts: LayoutFacts;
  readonly files: readonly ShippedFile[];
  readonly platforms: readonly LayoutPlatform[];
  /** What the build's tests showed; none if nothing was tested. */
  readonly tests: readonly TestReport[];
}

/** @throws Failure if the folder holds no build of a Feature; IntegrityError if it is damaged */
export async function readBuiltLayout(folder: string): Promise<BuiltLayout> {
  const facts = await readLayoutFacts(folder);
  const reader = await LayoutReader.open(folder);
  const platforms: LayoutPlatform[] = [];
  const listed = reader.manifests.filter(({ artifactType }) => artifactType === DELTA_ARTIFACT);
  if (listed.length > ARCHES.length) throw new IntegrityError(`The layout ${folder} holds ${listed.length} platforms, and there are ${ARCHES.length}.`);
  for (const { digest } of listed) platforms.push(await readPlatform(reader, digest, { facts, folder }));
  if (platforms.length === 0) throw new Failure(`The layout ${folder} holds no platform of a Feature.`);
  const tests = await readLayoutTests(folder, platforms.map(({ arch }) => arch));
  return { folder, facts, files: await readLayoutFiles(folder, facts), platforms, tests };
}

async function readPlatform(reader: LayoutReader, digest: Digest, { facts, folder }: Pick<BuiltLayout, 'facts' | 'folder'>): Promise<LayoutPlatform> {
  const raw = await reader.manifest(digest);
  const where = `the manifest ${digest} of ${reader.name}`;
  const parsed = parseManifest(raw, where);
  if (parsed.kind !== 'manifest') throw new IntegrityError(`${where} is an index.`);
  const { manifest } = parsed;
  const document = await readDocument(reader, manifest.config, `the config of ${where}`);
  checkPlatform(manifest, document, facts, where);
  const listed = ({ digest: wanted, size }: LayerEntry): Descriptor => {
    const found = manifest.layers.find((each) => each.digest === wanted && each.size === size);
    if (found === undefined) throw new IntegrityError(`${where} does not list the layer ${wanted} of its own delta document.`);
    return found;
  };
  const layers = document.layers.map(listed);
  const complement = (document.complement ?? []).map(listed);
  const fileOf = (blob: Descriptor): string => reader.blobPath(blob.digest);
  const arch = archOf(document.system);
  const { pushed, reused = {}, nix = {} } = facts;
  const sbom = await readLayoutSbom(folder, document, facts.created);
  return { arch, document, digest, bytes: raw.bytes, manifest, layers, complement, fileOf, pushed, reusedLayers: reused[arch] ?? 0, sbom, ...(nix[arch] === undefined ? {} : { nix: nix[arch] }) };
}

export async function isOnDisk(platform: LayoutPlatform, blob: Descriptor): Promise<boolean> {
  const found = await stat(platform.fileOf(blob)).catch(() => undefined);
  return found?.isFile() === true && found.size === blob.size;
}
