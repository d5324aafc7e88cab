import { Field } from '../../json/field.ts';
import { IntegrityError } from '../../kit/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { DIGEST, digestOf, hexOf, type Digest } from './digest.ts';
import type { Descriptor } from './manifest.ts';
import { IMAGE_MANIFEST } from './media-types.ts';
import { parseManifest, type RawManifest } from './parse-manifest.ts';

/** OCI image specification, manifest.md, "Guidance for an Empty Descriptor". */
export const EMPTY_JSON = 'application/vnd.oci.empty.v1+json';
export const EMPTY_BYTES = Buffer.from('{}');

/** A manifest that refers to another by its subject: a signature, an SBOM. It was read, and it names that subject. */
export interface Referrer {
  readonly digest: Digest;
  /** Bytes of its manifest. */
  readonly size: number;
  /** As its manifest says, or the type of its config if the manifest says none. */
  readonly artifactType: string;
  /** As somebody wrote them: not fit to be shown as they are. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The payloads; read one with `blobBytes`. Empty if the referrer is an index. */
  readonly layers: readonly Descriptor[];
  /** Which lists name it: the registry's own (`api`), the one under the fallback tag (`tag`), or both. */
  readonly listedBy: 'api' | 'tag' | 'both';
}

/** An entry of a list that leads to no referrer of the subject. */
export interface StaleReferrer {
  readonly digest: Digest;
  readonly listedBy: Referrer['listedBy'];
  /** The end of a sentence: "its manifest does not exist", "its subject is sha256:...". */
  readonly why: string;
}

export interface Referrers {
  readonly list: readonly Referrer[];
  /** What the lists name and what is no referrer of the subject (any more). */
  readonly stale: readonly StaleReferrer[];
}

/** What is to be attached to a manifest. */
export interface ReferrerContent {
  /** Also the media type of its one layer, unless `mediaType` is given. */
  readonly artifactType: string;
  readonly mediaType?: string;
  readonly payload: Buffer;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A referrer as it is pushed. The same content gives the same bytes. */
export interface ComposedReferrer {
  readonly bytes: Buffer;
  /** Of its manifest, with artifactType and annotations, as a list of referrers names it. */
  readonly descriptor: Descriptor;
  readonly config: Descriptor;
  readonly layer: Descriptor;
}

/** Returns the tag under which a registry without the API lists referrers (distribution specification, "Referrers Tag Schema"). */
export function fallbackTag(subject: Digest): string {
  return `sha256-${hexOf(subject)}`;
}

/** Composes the manifest of a referrer: the payload is its one layer, its config is empty. */
export function composeReferrer({ mediaType: subjectType, digest: subject, size }: Descriptor, content: ReferrerContent): ComposedReferrer {
  const { artifactType, mediaType = artifactType, payload, annotations } = content;
  const config: Descriptor = { mediaType: EMPTY_JSON, digest: digestOf(EMPTY_BYTES), size: EMPTY_BYTES.length };
  const layer: Descriptor = { mediaType, digest: digestOf(payload), size: payload.length };
  const described = { artifactType, ...(annotations === undefined ? {} : { annotations }) };
  const manifest = {
    schemaVersion: 2,
    mediaType: IMAGE_MANIFEST,
    config,
    layers: [layer],
    subject: { mediaType: subjectType, digest: subject, size },
    ...described,
  };
  const bytes = Buffer.from(canonicalJson(manifest));
  return { bytes, config, layer, descriptor: { mediaType: IMAGE_MANIFEST, digest: digestOf(bytes), size: bytes.length, ...described } };
}

/** The referrer's part of a manifest; `subject` is undefined if it is no referrer. */
export type ParsedReferrer = Pick<Referrer, 'artifactType' | 'annotations' | 'layers'> & { readonly subject: Digest | undefined };

const LONGEST_TYPE = 255;
const MOST_ANNOTATIONS = 1000;

/**
 * Parses a manifest or an index as a referrer.
 * @param where for messages
 * @throws IntegrityError
 */
export function parseReferrer(raw: RawManifest, where: string): ParsedReferrer {
  const parsed = parseManifest(raw, where);
  const refuse = (why: string): never => {
    throw new IntegrityError(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`);
  };
  const manifest = Field.of(parsed.kind === 'index' ? parsed.index : parsed.manifest, refuse);
  const ofConfig = parsed.kind === 'index' ? '' : parsed.manifest.config.mediaType;
  return {
    subject: manifest.get('subject').optional((subject) => subject.get('digest').as(DIGEST)),
    artifactType: manifest.get('artifactType').optional((type) => type.text(LONGEST_TYPE)) ?? ofConfig,
    annotations: Object.fromEntries(manifest.get('annotations').optional(readAnnotations) ?? []),
    layers: parsed.kind === 'index' ? [] : parsed.manifest.layers,
  };
}

function readAnnotations(annotations: Field): readonly (readonly [string, string])[] {
  return annotations.members(MOST_ANNOTATIONS).map(([name, member]) => [name, typeof member.value === 'string' ? member.value : member.refuseValue('a text')]);
}
