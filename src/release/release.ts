import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { levelThatWrites, whyText, type NextVersion } from '../feature/version/levels.ts';
import { Failure } from '../kit/errors.ts';
import { plainShellWord } from '../kit/text.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseManifest, type RawManifest } from '../oci/format/parse-manifest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Arch } from '../platform.ts';
import type { Delivery } from './content.ts';
import { findPublished, readDocuments, type PublishedFeature } from './published.ts';
import { contentDifference, keyOf, type Content } from './same-release.ts';

/** A version of a Feature as it is, or will be, in the registry. */
export interface Release {
  readonly version: string;
  readonly digest: Digest;
  /** The manifest. */
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** The platform manifests. */
  readonly platforms: ReadonlyMap<Arch, Digest>;
  /** Those of the platforms, as far as they are at hand. */
  readonly manifests?: readonly RawManifest[];
  /** This run has given the version its tag. */
  readonly isNew?: true;
}

/**
 * Finds the release of this version that is published already.
 * @param content what is to be published
 * @returns undefined if there is none
 * @throws Failure if it holds something else: a version that is published never changes
 */
export async function findRelease(reader: Registry, feature: { readonly id: string; readonly version: string }, content: Content): Promise<Release | undefined> {
  const published = await findPublished(reader, feature.version);
  if (published === undefined) return undefined;
  // Another key may be another split into layers, of the same paths.
  if (published.key !== keyOf(content)) {
    const documents = await documentsOf(reader, published);
    if (documents.size < published.platforms.size) throw otherContent(published, feature.id);
    const difference = contentDifference(published, documents, content);
    if (difference !== undefined) throw otherContent(published, feature.id, difference);
  }
  return releaseOf(published, feature.version);
}

export function releaseOf({ digest, bytes, mediaType, platforms }: PublishedFeature, version: string): Release {
  return { version, digest, bytes, mediaType, platforms: new Map([...platforms].map(([arch, platform]) => [arch, platform.digest])) };
}

/** Bytes of a Feature's tar, which its manifest names; 0 if it names none. */
export function tarSize({ bytes, mediaType, digest }: RawManifest): number {
  const parsed = parseManifest({ bytes, mediaType, digest }, digest);
  return parsed.kind === 'manifest' ? (parsed.manifest.layers[0]?.size ?? 0) : 0;
}

/** Returns how the layers of a release travel: a tar that is no smaller than all of them has them in it. */
export function deliveryOfRelease(release: RawManifest, documents: readonly DeltaDocument[]): Delivery {
  const layers = documents.flatMap(({ layers: own, complement = [] }) => [...own, ...complement]);
  return tarSize(release) >= layers.reduce((sum, { size }) => sum + size, 0) ? 'embed' : 'layers';
}

/** @param why what differs, as the end of a sentence, if it is known */
export function otherContent({ name, key, digest }: PublishedFeature, id: string, why?: string): Failure {
  const what = key === undefined ? 'by another tool than nix-feature' : 'with other content';
  return new Failure(`${name} is already published ${what} (${digest})${key === undefined || why === undefined ? '' : `: ${why}`}.`, {
    hint: `A published version never changes. Raise "version" in ${METADATA_FILE} of ${id}.`,
  });
}

/** What may be said of a version that is published with other content. */
interface TakenVersion {
  /** What differs, as the end of a sentence. */
  readonly why: string;
  /** Undefined if nobody can tell. */
  readonly next: NextVersion | undefined;
  /** Of the Feature, as a person at the root of the checkout names it. */
  readonly folder: string;
}

/** Returns what to say of a version that is published with other content, before anybody tries to publish it. */
export function versionTaken(id: string, version: string, { why, next, folder }: TakenVersion): { readonly message: string; readonly hint: string } {
  return { message: `${id} ${version} is already published with different content: ${why}.`, hint: `A published version never changes: raise "version"${next === undefined ? '' : ` to ${next.to} (${whyText(next)})`}.${commandText(next, folder)}` };
}

function commandText(next: NextVersion | undefined, folder: string): string {
  const level = next === undefined ? undefined : levelThatWrites(next);
  if (level === undefined) return '';
  const named = folder === '.' ? '' : ` ${plainShellWord(folder)}`;
  return ` This command writes it: nix-feature bump ${level}${named}`;
}

async function documentsOf(reader: Registry, published: PublishedFeature): Promise<ReadonlyMap<Arch, DeltaDocument>> {
  return published.key === undefined ? new Map() : readDocuments(reader, published, published.platforms.keys());
}
