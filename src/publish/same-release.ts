import type { DeltaDocument } from '../delta/delta-document.ts';
import { completeMetadata } from '../feature/complete-metadata.ts';
import { releaseKey, type Delivery } from '../feature/release-key.ts';
import type { ShippedFile } from '../feature/shipped-files.ts';
import { canonicalJson } from '../oci/canonical-json.ts';
import type { Digest } from '../oci/digest.ts';
import { archOf, type Arch } from '../platform.ts';
import { formatList } from '../report/format.ts';
import type { PublishedFeature } from './published.ts';

/** `auto` embeds up to this many bytes of layers, over all platforms. */
const EMBED_LIMIT = 32 * 1024 * 1024;

/** A Feature's own part: all of a release but what its platforms hold. */
export interface OwnPart {
  readonly id: string;
  /** As the author wrote it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The author's other files. */
  readonly files: readonly ShippedFile[];
  /** As it was asked for. */
  readonly delivery: 'auto' | Delivery;
}

/** All that a release holds. */
export interface Content extends OwnPart {
  /** One at least. */
  readonly documents: readonly DeltaDocument[];
}

/** How layers reach whoever installs: as was asked for, or by their size. */
export function deliveryOf({ delivery, documents }: Pick<Content, 'delivery' | 'documents'>): Delivery {
  if (delivery !== 'auto') return delivery;
  const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
  return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}

/** The author's metadata as it is published: completed, and in one order, however the file was put together. */
export function publishedMetadata({ id, metadata, documents }: Pick<Content, 'id' | 'metadata' | 'documents'>): Readonly<Record<string, unknown>> {
  const [first] = documents;
  if (first === undefined) throw new Error('a Feature has at least one platform');
  const ordered = JSON.parse(canonicalJson(metadata)) as Readonly<Record<string, unknown>>;
  return completeMetadata(ordered, id, first.env);
}

export function keyOf(content: Content): Digest {
  return releaseKey(JSON.stringify(publishedMetadata(content)), content.files, content.documents, deliveryOf(content));
}

/**
 * Is what is published made of this own part? Its key is made anew with the documents that are published: it comes out
 * the same where nothing else differs.
 */
export function isOwnPart({ key }: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, part: OwnPart): boolean {
  return documents.size > 0 && key === keyOf({ ...part, documents: [...documents.values()] });
}

/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'] as const;

/** Of this own part, what differs from what is published; as a part of a sentence. Undefined where nothing does. */
export function ownDifference(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, part: OwnPart): string | undefined {
  if (isOwnPart(published, documents, part)) return undefined;
  if (published.metadata !== JSON.stringify(publishedMetadata({ ...part, documents: [...documents.values()] }))) return 'its metadata are others';
  const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
  return delivery === undefined ? 'its files are others' : `it was published with delivery: ${delivery}`;
}

/**
 * Does what is published hold the same, in whatever layers? Layers come from what was published before, and that may
 * have been different for two builds of one content.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined where nothing does
 */
export function contentDifference(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, content: Content): string | undefined {
  const arches = content.documents.map(({ system }) => archOf(system));
  if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
    return `it was published for ${formatList([...documents.keys()])}, and is now for ${formatList(arches)}`;
  }
  return (
    ownDifference(published, documents, content) ??
    content.documents.map((document) => platformDifference(documents.get(archOf(document.system)), document)).find((difference) => difference !== undefined)
  );
}

function platformDifference(published: DeltaDocument | undefined, document: DeltaDocument): string | undefined {
  if (published === undefined || contentOf(published) === contentOf(document)) return undefined;
  const { storePath, system } = document;
  return published.storePath === storePath
    ? `what is shipped for ${system}, or required of the base, is other than it was`
    : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}

/** What a platform installs and relies upon, as a text to compare. */
function contentOf({ storePath, closure, complement = [] }: DeltaDocument): string {
  const lines = closure.map((entry) => `${entry.in} ${entry.path} ${entry.narHash}`);
  return [storePath, complement.length > 0 ? 'complement' : 'none', ...lines].join('\n');
}
