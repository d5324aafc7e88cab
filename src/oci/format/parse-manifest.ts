import { isObject } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { IntegrityError, messageOf } from '../../kit/errors.ts';
import { isDigest, type Digest } from './digest.ts';
import { MANIFEST_LIMIT } from './image-source.ts';
import type { Descriptor, ImageIndex, ImageManifest } from './manifest.ts';
import { DOCKER_INDEX, DOCKER_MANIFEST, IMAGE_INDEX, IMAGE_MANIFEST } from './media-types.ts';

/** A manifest of either kind as its source gave it; `digest` is that of `bytes`. */
export interface RawManifest {
  readonly digest: Digest;
  /** As the source names it; empty if it doesn't. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export type ParsedManifest =
  | { readonly kind: 'index'; readonly index: ImageIndex }
  | { readonly kind: 'manifest'; readonly manifest: ImageManifest };

/**
 * @param where what is read, for messages
 * @throws IntegrityError if the bytes are no manifest that we know
 */
export function parseManifest(raw: RawManifest, where: string): ParsedManifest {
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`The manifest ${raw.digest} of ${where} can't be used: ${why}.`, { cause });
  };
  const json = parsedJson(raw.bytes, refuse, { bytes: MANIFEST_LIMIT });
  if (!isObject(json)) return refuse('it is not a JSON object');
  if (json['schemaVersion'] === 1) return refuse('it has the outdated format "schema 1"; push the image again with a recent tool');
  if (json['schemaVersion'] !== 2) return refuse(`its schemaVersion is ${JSON.stringify(json['schemaVersion'])}, not 2`);
  // One that is both can be read as either, by different tools (CVE-2021-41190).
  if ('manifests' in json && ('layers' in json || 'config' in json)) return refuse('it is both an index and an image');

  const kind = 'manifests' in json ? 'index' : 'manifest';
  const types = kind === 'index' ? [IMAGE_INDEX, DOCKER_INDEX] : [IMAGE_MANIFEST, DOCKER_MANIFEST];
  const mediaType = json['mediaType'] ?? (types.some((type) => type === raw.mediaType) ? raw.mediaType : types[0]);
  if (typeof mediaType !== 'string' || !types.some((type) => type === mediaType)) {
    return refuse(`its media type ${JSON.stringify(mediaType)} is not that of an ${kind === 'index' ? 'index' : 'image'}`);
  }
  try {
    return kind === 'index'
      ? { kind, index: { ...json, schemaVersion: 2, mediaType, manifests: descriptors(json['manifests'], 'manifests') } }
      : {
          kind,
          manifest: {
            ...json,
            schemaVersion: 2,
            mediaType,
            config: parseDescriptor(json['config'], 'config'),
            layers: descriptors(json['layers'], 'layers'),
          },
        };
  } catch (cause) {
    return refuse(messageOf(cause), cause);
  }
}

function descriptors(value: unknown, name: string): Descriptor[] {
  if (!Array.isArray(value)) throw new TypeError(`its "${name}" is not a list`);
  return value.map((item: unknown, i) => parseDescriptor(item, `${name}[${i}]`));
}

/** OCI image specification, descriptor.md. Unknown members are kept. */
function parseDescriptor(value: unknown, name: string): Descriptor {
  if (!isObject(value)) throw new TypeError(`its "${name}" is not a descriptor`);
  const { mediaType, digest, size, annotations, platform } = value;
  if (typeof mediaType !== 'string') throw new TypeError(`its "${name}" has no media type`);
  if (typeof digest !== 'string' || !isDigest(digest)) {
    throw new TypeError(`the digest ${JSON.stringify(digest)} of its "${name}" is not sha256`);
  }
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw new TypeError(`the size ${JSON.stringify(size)} of its "${name}" is not a number of bytes`);
  }
  if (annotations !== undefined && annotations !== null && !(isObject(annotations) && Object.values(annotations).every((text) => typeof text === 'string'))) {
    throw new TypeError(`the annotations of its "${name}" are not strings`);
  }
  if (platform !== undefined && platform !== null && !(isObject(platform) && typeof platform['architecture'] === 'string' && typeof platform['os'] === 'string')) {
    throw new TypeError(`the platform of its "${name}" has no architecture and os`);
  }
  const parsed = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  return { ...parsed, mediaType, digest, size };
}
