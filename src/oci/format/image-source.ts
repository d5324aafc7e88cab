import type { Readable } from 'node:stream';
import type { Digest } from './digest.ts';
import type { Descriptor } from './manifest.ts';
import type { RawManifest } from './parse-manifest.ts';

/** Where an image is read from: a repository of a registry, or a layout on disk. Everything is verified on the way. */
export interface ImageSource {
  /** As the user named it, for messages. */
  readonly name: string;
  /** The same for each image of one repository: what a cache is keyed by. */
  readonly repository: string;
  /** The manifest or index that the reference names. @throws Failure if there is none */
  root(): Promise<RawManifest>;
  /** A manifest or index by its digest. @throws Failure, IntegrityError */
  manifest(digest: Digest): Promise<RawManifest>;
  /** The bytes of a blob; the stream fails with an IntegrityError if they are not what the descriptor says. */
  blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Readable;
  /**
   * A part of a blob, which nothing checks; the stream fails if the source can't give parts. Absent if it never can.
   * @param part bytes
   */
  part?(descriptor: Pick<Descriptor, 'digest' | 'size'>, part: { readonly offset: number; readonly size: number }): Readable;
}

/** What a manifest or a config may weigh, in bytes; registries take 4 MiB. */
export const MANIFEST_LIMIT = 8 * 1024 * 1024;
