import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { completeMetadata } from '../feature/environment/complete-metadata.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { membersOf } from '../feature/metadata/written-json.ts';
import { Failure } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Digest } from '../oci/format/digest.ts';
import { archOf, type Arch } from '../platform.ts';
import { holdSame, type Delivery } from './content.ts';
import type { PublishedFeature } from './published.ts';
import { keyMetadata, releaseKey } from './release-key.ts';

/**
 * `auto` embeds up to this many bytes of layers, over all platforms: from here on an installation takes no longer by layers, and what each
 * release sends again is many times what changed (docs/contributing/performance.md, "Where the layers travel").
 */
const EMBED_LIMIT = 4 * 1024 * 1024;

/** How layers can reach whoever installs. */
const DELIVERIES = ['layers', 'embed'] as const;

/** A Feature's own part: all of a release but what its platforms hold. */
export interface OwnPart {
  readonly id: string;
  /** As the author wrote it, as JSON without comments. */
  readonly metadata: string;
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

/** Returns how layers reach the users of a Feature: as requested, or by their size. */
export function deliveryOf({ delivery, documents }: Pick<Content, 'delivery' | 'documents'>): Delivery {
  if (delivery !== 'auto') return delivery;
  const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
  return layers.reduce((sum, { size }) => sum + size, 0) <= EMBED_LIMIT ? 'embed' : 'layers';
}

/** Returns the author's metadata as it is published, as JSON: completed, in their order. */
export function publishedMetadata({ id, metadata, documents }: Pick<Content, 'id' | 'metadata' | 'documents'>): string {
  const [first] = documents;
  if (first === undefined) throw new Error('a Feature has at least one platform');
  const other = documents.find(({ env }) => JSON.stringify(env.variables) !== JSON.stringify(first.env.variables));
  if (other !== undefined) throw new Failure(`The development shells for ${first.system} and ${other.system} set different variables, but a Feature has only one "containerEnv".`, { hint: 'Let the shell of each platform set the same variables; values with store paths may differ.' });
  return completeMetadata(metadata, id, first.env);
}

export function keyOf(content: Content): Digest {
  return releaseKey({ ...content, metadata: keyMetadata(publishedMetadata(content)), delivery: deliveryOf(content) });
}

/**
 * Tells whether a release was made from these files and metadata. Computes its key with the published documents: the key is the same if nothing
 * else differs. `auto` accepts either delivery of the release.
 */
export function isOwnPart(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, part: OwnPart): boolean {
  if (documents.size === 0) return false;
  const deliveries = part.delivery === 'auto' ? DELIVERIES : [part.delivery];
  return deliveries.some((delivery) => isMadeOf(published, { ...part, delivery, documents: [...documents.values()] }));
}

function isMadeOf(published: PublishedFeature, content: Content): boolean {
  const { key } = published;
  return key === keyOf(content) || (key === earlierKey(published, content) && differingMetadata(published, content).length === 0);
}

/** What earlier versions of this program took for the key: that of the metadata as it is published, in its own order. */
function earlierKey({ metadata }: PublishedFeature, content: Content): Digest | undefined {
  return metadata === undefined ? undefined : releaseKey({ ...content, metadata, delivery: deliveryOf(content) });
}

/** The names of the metadata's members that are not as they are published. */
function differingMetadata({ metadata = '{}' }: PublishedFeature, content: Content): readonly string[] {
  const [before, now] = [metadata, publishedMetadata(content)].map((json) => membersOf(keyMetadata(json)));
  return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter((name) => before?.get(name) !== now?.get(name));
}

/** What `ownDifference` says of files. */
export const FILES_DIFFER = 'its files differ';

/** Returns what differs in the files and metadata from the published ones, as a part of a sentence. Undefined if nothing does. */
export function ownDifference(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, part: OwnPart): string | undefined {
  if (isOwnPart(published, documents, part)) return undefined;
  const names = differingMetadata(published, { ...part, documents: [...documents.values()] });
  if (names.length > 0) return `its metadata differs (${names.join(', ')})`;
  const delivery = DELIVERIES.find((each) => isOwnPart(published, documents, { ...part, delivery: each }));
  return delivery === undefined ? FILES_DIFFER : `it was published with delivery: ${delivery}`;
}

/**
 * Compares the contents of a release, in whatever layers. Layers are reused from earlier releases, so two builds of the same content may have
 * different ones.
 * @param documents of all platforms that are published
 * @returns what differs, as a part of a sentence; undefined if nothing does
 */
export function contentDifference(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, content: Content): string | undefined {
  const arches = content.documents.map(({ system }) => archOf(system));
  if (documents.size !== arches.length || !arches.every((arch) => documents.has(arch))) {
    return `it was published for ${formatList([...documents.keys()])} and is now for ${formatList(arches)}`;
  }
  return (
    ownDifference(published, documents, content) ??
    content.documents.map((document) => platformDifference(documents.get(archOf(document.system)), document)).find((difference) => difference !== undefined)
  );
}

/** Returns what of one platform differs, as a part of a sentence; undefined if nothing does, or nothing is published. */
export function platformDifference(published: DeltaDocument | undefined, document: DeltaDocument): string | undefined {
  if (published === undefined || holdSame(published, document)) return undefined;
  const { storePath, system } = document;
  return published.storePath === storePath
    ? `what is shipped for ${system}, or required of the base, has changed`
    : `${published.storePath} was published for ${system}, and now it is ${storePath}`;
}
