import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { DOCUMENT_LIMIT, parseDeltaDocument } from '../delta/document/parse-document.ts';
import { otherArchTag } from '../feature/metadata/versions.ts';
import { adviceOf, Failure, InputError, IntegrityError, RegistryError } from '../kit/errors.ts';
import { readUpTo, isThere } from '../kit/files.ts';
import { readBuiltLayout } from '../layout/built-layout.ts';
import { FACTS_FILE } from '../layout/layout-facts.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { ImageManifest } from '../oci/format/manifest.ts';
import { COLLECTION_LAYER, DELTA_ARTIFACT, DEVCONTAINER_CONFIG } from '../oci/format/media-types.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import { LayoutReader } from '../oci/layout/layout-reader.ts';
import { problemOf, takenForHub } from '../oci/pull/hub-name.ts';
import type { Registries } from '../oci/pull/registries.ts';
import { Registry } from '../oci/pull/registry.ts';
import { tagsThere } from '../oci/pull/tags-there.ts';
import { openBase } from '../place/open-base.ts';
import { archOf, type Arch } from '../platform.ts';
import { publishedAs, type PublishedFeature, readDocument, readDocuments } from '../release/published.ts';
import type { DiffReference, DiffRequest } from '../request/existing.ts';

/** Which of both sides. */
export type SideName = 'before' | 'after';

const NAME_A_BUILD = 'Name a folder that `nix-feature build` wrote with --output, an OCI image layout, or a delta.json.';

/** What a reference turned out to be; `name` is what the user wrote. */
export type DiffSide =
  | {
      readonly what: 'feature';
      readonly name: string;
      /** All platforms that there are. */
      readonly arches: readonly Arch[];
      /** Of the requested ones, or of all. */
      readonly documents: ReadonlyMap<Arch, DeltaDocument>;
    }
  /** Its store is yet to be read. */
  | { readonly what: 'base'; readonly name: string; readonly source: ImageSource };

/**
 * Finds out by its manifest, or by the files in its folder, what a reference names, and reads a Feature's documents.
 * @param cleanup ends the connections
 * @throws InputError for a file or folder that is neither; Failure, RegistryError, IntegrityError, CancelledError
 */
export async function readSide(input: SideName, request: DiffRequest, registries: Registries, cleanup: AsyncDisposableStack): Promise<DiffSide> {
  const reference: DiffReference = request[input];
  const { text: name } = reference;
  if (reference.kind === 'path') return readPath(input, name, reference.path, request.arches);
  // A build's layout has a manifest for each platform, and is compared whole unless one of them is named.
  if (reference.kind === 'layout' && reference.ref === undefined) return readPath(input, name, reference.folder, request.arches);
  const other = otherwise(reference);
  const read = async (named: typeof reference): Promise<DiffSide> => {
    const opened = await openBase(named, registries);
    cleanup.defer(() => opened.close());
    return readImage(name, opened.source, request.arches);
  };
  if (other === undefined) return read(reference);
  return read(reference).catch((error: unknown) => read(other).catch(() => Promise.reject(error)));
}

/** A platform by the name that earlier versions of this program gave it, or that this one gives it. */
function otherwise<T extends Exclude<DiffReference, { kind: 'path' }>>(reference: T): T | undefined {
  const text = otherArchTag(reference.text);
  if (text === undefined) return undefined;
  return reference.kind === 'layout' ? { ...reference, text, ref: otherArchTag(reference.ref ?? '') } : { ...reference, text };
}

async function readPath(input: SideName, name: string, path: string, arches: readonly Arch[]): Promise<DiffSide> {
  if (!(await stat(path)).isDirectory()) return featureOf(name, [await readDocumentFile(input, path)]);
  if (await isThere(join(path, FACTS_FILE))) {
    return featureOf(name, (await readBuiltLayout(path)).platforms.map(({ document }) => document));
  }
  if (await isThere(join(path, 'oci-layout'))) return readImage(name, await LayoutReader.open(path), arches);
  throw new InputError(input, `${path} holds neither the build of a Feature nor an image: it has neither ${FACTS_FILE} nor oci-layout.`, { hint: NAME_A_BUILD });
}

async function readDocumentFile(input: SideName, path: string): Promise<DeltaDocument> {
  try {
    return parseDeltaDocument(await readUpTo(path, DOCUMENT_LIMIT), path);
  } catch (cause) {
    if (!(cause instanceof IntegrityError)) throw cause;
    throw new InputError(input, cause.message, { cause, hint: NAME_A_BUILD });
  }
}

async function readImage(name: string, source: ImageSource, arches: readonly Arch[]): Promise<DiffSide> {
  const root = await rootOf(name, source);
  const parsed = parseManifest(root, name);
  if (parsed.kind === 'index') return { what: 'base', name, source };
  const { manifest } = parsed;
  if (manifest.artifactType === DELTA_ARTIFACT) return featureOf(name, [await platformDocument(name, source, manifest)]);
  if (manifest.config.mediaType !== DEVCONTAINER_CONFIG) return { what: 'base', name, source };
  refuseCollection(name, manifest);
  return readPublished(name, source, publishedAs(name, root), arches);
}

function refuseCollection(name: string, { layers }: ImageManifest): void {
  if (!layers.some(({ mediaType }) => mediaType === COLLECTION_LAYER)) return;
  throw new Failure(`${name} is a collection of Features; only single ones can be compared.`, { hint: `Name one of them: ${withoutTag(name)}/<id>.` });
}

async function readPublished(name: string, source: ImageSource, published: PublishedFeature, wanted: readonly Arch[]): Promise<DiffSide> {
  const arches = [...published.platforms.keys()];
  if (arches.length === 0) {
    throw new Failure(`${name} is a Feature that nix-feature did not publish, so its store paths are unknown.`);
  }
  return { what: 'feature', name, arches, documents: await readDocuments(source, published, wanted.length > 0 ? wanted : arches) };
}

function withoutTag(name: string): string {
  const [tagged = ''] = name.split('@', 1);
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
  return colon < 0 ? tagged : tagged.slice(0, colon);
}

async function platformDocument(name: string, source: ImageSource, { config }: ImageManifest): Promise<DeltaDocument> {
  return readDocument(source, config, `the delta document of ${name}`);
}

function featureOf(name: string, all: readonly DeltaDocument[]): DiffSide {
  const documents = new Map(all.map((document) => [archOf(document.system), document] as const));
  return { what: 'feature', name, arches: [...documents.keys()], documents };
}

async function rootOf(name: string, source: ImageSource): Promise<RawManifest> {
  try {
    return await source.root();
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const mistaken = takenForHub(name, source);
    if (error.status === undefined && mistaken === undefined) throw error;
    const meant = mistaken ?? (error.status === 404 && source instanceof Registry ? await tagsThere(source) : undefined);
    throw new Failure(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, ...(meant === undefined ? adviceOf(error) : { hint: meant }) });
  }
}
