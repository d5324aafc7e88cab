import { gunzipSync, gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import type { DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { bundleFiles } from '../../src/feature/files/bundle.ts';
import { featureTar } from '../../src/feature/files/feature-tar.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor, ImageIndex, ImageManifest } from '../../src/oci/format/manifest.ts';
import { IMAGE_INDEX, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { composeReferrer, EMPTY_BYTES, fallbackTag, type ReferrerContent } from '../../src/oci/format/referrer.ts';
import type { UploadServer } from '../oci/upload-server.ts';

/** What somebody does who may write to the registry, and makes all digests anew. Each is given what there is. */
export interface Tampering {
  /** The tar of the only layer. */
  readonly layer?: (tar: Buffer) => Buffer;
  readonly document?: (document: DeltaDocument) => DeltaDocument;
  /** The files of the Feature's tar, by their names. */
  readonly tar?: (files: Map<string, Buffer>) => void;
  readonly manifest?: (manifest: ImageManifest) => ImageManifest;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Replaces version 1.2.0 by a forged one of amd64, under all tags that named it. */
export async function forge({ blobs, manifests }: UploadServer, tampering: Tampering): Promise<void> {
  const bytes = manifests.get('1.2.0') ?? Buffer.alloc(0);
  const root = parse(bytes) as Writable<ImageManifest>;
  const platform = parse(manifests.get(root.annotations?.['dev.nix-feature.platform.amd64'] ?? '')) as Writable<ImageManifest>;
  const put = (content: Buffer): Pick<Descriptor, 'digest' | 'size'> => {
    const digest = digestOf(content);
    blobs.set(digest, content);
    return { digest, size: content.length };
  };
  const blobOf = ({ digest }: Pick<Descriptor, 'digest'>): Buffer => blobs.get(digest) ?? Buffer.alloc(0);

  const document = parse(blobOf(platform.config)) as Writable<DeltaDocument>;
  const files = await unpacked(blobOf(root.layers[0] as Descriptor));
  const [layer] = document.layers;
  if (tampering.layer !== undefined && layer !== undefined) {
    const tar = tampering.layer(gunzipSync(blobOf(layer)));
    const forged: LayerEntry = { ...layer, ...put(gzipSync(tar)), diffId: digestOf(tar), tarSize: tar.length };
    document.layers = [forged];
    const replace = (descriptor: Descriptor): Descriptor => (descriptor.digest === layer.digest ? { ...descriptor, digest: forged.digest, size: forged.size } : descriptor);
    platform.layers = platform.layers.map(replace);
    root.layers = root.layers.map(replace);
    for (const { name, text } of bundleFiles({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }])) {
      if (!name.endsWith('.env')) files.set(name, Buffer.from(text));
    }
  }
  const forged = tampering.document?.(document) ?? document;
  tampering.tar?.(files);
  const config = put(Buffer.from(JSON.stringify(forged)));
  platform.config = { ...platform.config, ...config };
  const platformBytes = Buffer.from(JSON.stringify(platform));
  manifests.set(digestOf(platformBytes), platformBytes).set('1.2.0_amd64', platformBytes);
  const tar = put(await buffer(Readable.from(featureTar([...files].map(([name, content]) => ({ name, bytes: content }))))));
  root.layers = root.layers.map((each, index) => (index === 0 ? { ...each, ...tar } : each));
  root.annotations = {
    ...root.annotations,
    'dev.nix-feature.platform.amd64': digestOf(platformBytes),
    'dev.nix-feature.document.amd64': `${config.digest} ${config.size}`,
  };
  const rootBytes = Buffer.from(JSON.stringify(tampering.manifest?.(root) ?? root));
  for (const [name, other] of manifests) if (other.equals(bytes)) manifests.set(name, rootBytes);
  manifests.set(digestOf(rootBytes), rootBytes);
}

/** Attaches something to version 1.2.0, as a client does whose registry has no referrers API. */
export function attach({ blobs, manifests }: UploadServer, content: ReferrerContent, subject = digestOf(manifests.get('1.2.0') ?? '')): Digest {
  const { bytes, descriptor, config, layer } = composeReferrer({ mediaType: IMAGE_MANIFEST, digest: subject, size: manifests.get(subject)?.length ?? 0 }, content);
  blobs.set(config.digest, EMPTY_BYTES).set(layer.digest, content.payload);
  manifests.set(descriptor.digest, bytes);
  const tag = fallbackTag(digestOf(manifests.get('1.2.0') ?? ''));
  const present = manifests.has(tag) ? (parse(manifests.get(tag)) as ImageIndex).manifests : [];
  manifests.set(tag, Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [...present, descriptor] })));
  return descriptor.digest;
}

/** The digest of the only layer of 1.2.0 for amd64. */
export function layerOf({ manifests }: UploadServer): Digest {
  return (parse(manifests.get('1.2.0')) as ImageManifest).layers[1]?.digest as Digest;
}

export function documentOf({ manifests }: UploadServer): Digest {
  return ((parse(manifests.get('1.2.0')) as ImageManifest).annotations?.['dev.nix-feature.document.amd64'] ?? '').split(' ')[0] as Digest;
}

/** Changes a tar's header in place, and its checksum. */
export function changeHeader(tar: Buffer, name: string, change: (header: Buffer) => void): Buffer {
  const at = tar.indexOf(`${name}\0`);
  const header = tar.subarray(at, at + 512);
  change(header);
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return tar;
}

async function unpacked(tar: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const members = extract();
  const reading = pipeline(Readable.from([tar]), members);
  for await (const member of members) {
    const content = await buffer(member);
    if (member.header.type === 'file') files.set(member.header.name.replace('./', ''), content);
  }
  await reading;
  return files;
}

function parse(bytes: Buffer | string | undefined): unknown {
  return JSON.parse(String(bytes)) as unknown;
}
