import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { bundleFiles, GENERATED_INSTALL, layerFileName, type PlatformBundle } from '../../src/feature/files/bundle.ts';
import { readRuntime } from '../../src/feature/files/runtime.ts';
import type { StorePath } from '../../src/nix/store/store-path.ts';
import { systemOf, archOfNode, type System } from '../../src/platform.ts';
import type { Compression } from '../../src/request/build.ts';
import { packedOnce } from '../archive/packed-once.ts';
import { closureOfTrees, type TestPath } from '../nix/nar-builder.ts';

export const INSTALL_FOLDER = join(import.meta.dirname, '../../install');

/** The system of the machine that runs the tests. */
export const SYSTEM: System = systemOf(archOfNode(process.arch) ?? 'amd64');

export interface FeatureContent {
  readonly id?: string;
  readonly version?: string;
  /** What the delta ships; the first one is the output. */
  readonly added: readonly TestPath[];
  /** What it relies on. */
  readonly required?: readonly TestPath[];
  /** Several layers: the paths of each. One by default. */
  readonly groups?: readonly (readonly StorePath[])[];
  readonly compression?: Compression;
  /** Where the layers go: into the Feature, or only beside it (`<folder>.layers`, as a registry would hold them). */
  readonly delivery?: 'embed' | 'layers';
  readonly registry?: string;
  readonly userLinks?: boolean;
  /** Those that the runtime reads. */
  readonly options?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly complement?: boolean;
  /** Changes the document before it is written, to tell lies in it. */
  readonly lie?: (document: DeltaDocument) => DeltaDocument;
}

export interface Feature {
  readonly folder: string;
  readonly document: DeltaDocument;
  /** By digest. */
  readonly blobs: ReadonlyMap<string, string>;
}

/** Packs real layers and writes a whole Feature folder, as it is published. */
export async function writeFeature(folder: string, content: FeatureContent): Promise<Feature> {
  const { added, required = [], id = 'my-tools', version = '1.0.0', delivery = 'embed' } = content;
  const closure = closureOfTrees([...added, ...required]);
  const blobFolder = `${folder}.layers`;
  const layers = await pack(added, content.groups ?? (added.length === 0 ? [] : [added.map(({ path }) => path)]), blobFolder, content.compression);
  const complement = content.complement === true ? await pack(required, [required.map(({ path }) => path)], `${blobFolder}/base`, content.compression) : undefined;
  const isAdded = new Set(added.map(({ path }) => path));
  const output = (added[0] ?? required[0])?.path;
  if (output === undefined) throw new Error('a closure has at least one path');
  const document: DeltaDocument = {
    schemaVersion: 1,
    feature: { id, version },
    system: SYSTEM,
    storePath: output,
    outputs: { out: output },
    bases: [{ name: 'registry.example/bedrock:1', storePaths: required.length }],
    closure: [...closure.values()].map((info) => ({ ...info, in: isAdded.has(info.path) ? ('delta' as const) : ('base' as const) })),
    layers: layers.map(({ file: _file, ...layer }) => layer),
    ...(complement === undefined ? {} : { complement: complement.map(({ file: _file, ...layer }) => layer) }),
    env: { PATH: ['bin'], variables: content.variables ?? {} },
    source: { flake: 'path:.', locked: null },
  };
  const blobs = new Map([...layers, ...(complement ?? [])].map((layer) => [layer.digest as string, layer.file]));
  await writeBundle(folder, content, [{ document: content.lie?.(document) ?? document }]);
  if (delivery === 'embed') {
    for (const layer of [...layers, ...(complement ?? [])]) embed(folder, layer, layer.file);
  }
  return { folder, document, blobs };
}

/** Writes the text files and the runtime of a Feature. */
export async function writeBundle(folder: string, content: Partial<FeatureContent>, platforms: readonly PlatformBundle[]): Promise<void> {
  const facts = {
    registry: content.registry ?? 'registry.invalid',
    repository: `org/${content.id ?? 'my-tools'}`,
    userLinks: content.userLinks ?? false,
    options: content.options ?? ['mirror', 'debug', 'verify'],
  };
  for (const file of bundleFiles(facts, platforms)) write(join(folder, file.name), file.text);
  write(join(folder, 'nix-feature/install.sh'), await readRuntime(INSTALL_FOLDER));
  write(join(folder, 'install.sh'), GENERATED_INSTALL);
}

export function embed(folder: string, layer: LayerEntry, file: string): void {
  const place = join(folder, 'nix-feature', SYSTEM, 'layers', layerFileName(layer));
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(file, place);
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function scratchFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

async function pack(
  paths: readonly TestPath[],
  groups: readonly (readonly StorePath[])[],
  blobFolder: string,
  compression: Compression | undefined,
): Promise<(LayerEntry & { readonly file: string })[]> {
  mkdirSync(blobFolder, { recursive: true });
  return (await packedOnce(paths, groups, compression)).map(({ bytes, ...layer }) => {
    const file = join(blobFolder, layerFileName(layer));
    writeFileSync(file, bytes);
    return { ...layer, file };
  });
}
