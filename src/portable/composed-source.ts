import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { IntegrityError } from '../kit/errors.ts';
import type { Assembly } from '../layout/assemble.ts';
import type { ComposedFeature } from '../layout/compose-feature.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor } from '../oci/format/manifest.ts';
import { IMAGE_MANIFEST } from '../oci/format/media-types.ts';
import type { RawManifest } from '../oci/format/parse-manifest.ts';
import { verifyStream } from '../oci/format/verify-stream.ts';
import { fileContent } from '../oci/push/blob-content.ts';

/** A Feature that was built and not published, read as if it were. */
export class ComposedSource implements ImageSource {
  readonly name: string;
  readonly repository: string;
  readonly #composed: ComposedFeature;
  readonly #platforms: Assembly['platforms'];

  /** @param name of the layout, for messages */
  constructor(name: string, composed: ComposedFeature, { platforms }: Assembly) {
    this.name = name;
    this.repository = name;
    this.#composed = composed;
    this.#platforms = platforms;
  }

  root(): Promise<RawManifest> {
    const { bytes, digest } = this.#composed;
    return Promise.resolve({ digest, mediaType: IMAGE_MANIFEST, bytes });
  }

  manifest(digest: Digest): Promise<RawManifest> {
    const platform = this.#platforms.find((each) => each.digest === digest);
    if (platform === undefined) return this.root();
    return Promise.resolve({ digest, mediaType: IMAGE_MANIFEST, bytes: platform.bytes });
  }

  blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Readable {
    const { digest, size } = descriptor;
    const blobs = this.#platforms.flatMap((platform) => [platform.manifest.config, ...platform.manifest.layers].map((blob) => ({ blob, platform })));
    const found = blobs.find(({ blob }) => blob.digest === digest && blob.size === size);
    const content = found === undefined ? this.#composed.blobs(digest) : fileContent(found.platform.fileOf(found.blob));
    const where = `the blob ${digest} of ${this.name}`;
    const verified = verifyStream(descriptor, where);
    const bytes = content.open(0, size);
    bytes.on('error', (cause) => verified.destroy(new IntegrityError(`${where} can't be read: ${cause.message}.`, { cause })));
    return pipeline(bytes, verified, () => {});
  }
}
