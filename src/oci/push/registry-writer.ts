import { adviceOf, Failure, RegistryError } from '../../kit/errors.ts';
import { Limiter } from '../../kit/parallel.ts';
import type { Digest } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import type { Reference } from '../format/reference.ts';
import type { ReferrerContent } from '../format/referrer.ts';
import { Connection, type RegistryOptions } from '../pull/connection.ts';
import { Registry } from '../pull/registry.ts';
import type { BlobContent } from './blob-content.ts';
import { BlobPush, type PushedBlob } from './push-blob.ts';
import { pushManifest, type PushedManifest, type PushManifestOptions } from './push-manifest.ts';
import { pushReferrers } from './push-referrers.ts';
import { UploadLimits, type UploadLimitOptions } from './upload-limits.ts';
import { UploadMeter } from './upload-meter.ts';
import { UploadSession } from './upload-session.ts';

export interface WriterOptions extends RegistryOptions {
  /** How many blobs are on their way at once; 4 unless told. */
  readonly concurrency?: number;
  /** In place of what is known of the registry's host. */
  readonly limits?: UploadLimitOptions;
  /** Manifests will be deleted, too, so that the token must be for that. */
  readonly deletes?: true;
}

export interface PushBlobOptions {
  /** A repository of the same registry that may have the blob: `org/bedrock`. */
  readonly mountFrom?: string;
  /** Told how many bytes of the blob are on their way; the number falls when some are sent again. */
  readonly onProgress?: (bytes: number) => void;
  /** Ends this push alone, and the registry's session with it. In place of the writer's own. */
  readonly signal?: AbortSignal;
  /** Asks for it first, though the repository seems to be empty, and takes no 404 of HEAD for an answer. */
  readonly ask?: boolean;
  /** Sends it whatever the registry says that it has, and mounts nothing. */
  readonly again?: boolean;
}

const CONCURRENCY = 4;

/** One repository of a registry, written to (OCI distribution specification, "Push"). */
export class RegistryWriter {
  /** `ghcr.io/org/my-tools` */
  readonly repository: string;
  /** The same repository, read over the same connections with the same tokens. */
  readonly reader: Registry;
  /** Ends all that this writer does. */
  readonly signal: AbortSignal | undefined;
  readonly #connection: Connection;
  readonly #limits: UploadLimits;
  readonly #limiter: Limiter;
  readonly #pushes = new Map<Digest, { readonly pushed: Promise<PushedBlob>; readonly signal: AbortSignal | undefined }>();

  /** @param reference its tag and digest matter only for `reader.root()` */
  constructor(reference: Reference, options: WriterOptions = {}) {
    this.#connection = new Connection(reference, options.deletes === true ? ['pull', 'push', 'delete'] : ['pull', 'push'], options);
    this.repository = this.#connection.repository;
    this.signal = options.signal;
    this.reader = new Registry(reference, options, this.#connection);
    this.#limits = new UploadLimits(this.#connection.origin.hostname, options.limits);
    this.#limiter = new Limiter(options.concurrency ?? CONCURRENCY);
  }

  /** Closes idle connections. */
  close(): void {
    this.#connection.close();
  }

  /**
   * Makes sure that the registry has a blob, and sends nothing that it has. The same blob twice at once goes once.
   * @throws RegistryError, IntegrityError if the content is not what the descriptor says, or the registry's isn't
   *   afterwards; CancelledError
   */
  async pushBlob(descriptor: Descriptor, content: BlobContent, options: PushBlobOptions = {}): Promise<PushedBlob> {
    // Google's registry refuses them, ECR too; nothing that we publish needs one.
    if (descriptor.size === 0) throw new Failure(`The blob ${descriptor.digest} is empty, which not every registry accepts.`);
    for (;;) {
      if (options.again === true) return this.#start(descriptor, content, options);
      const underway = this.#pushes.get(descriptor.digest);
      if (underway === undefined) return this.#start(descriptor, content, options);
      try {
        await underway.pushed;
        options.onProgress?.(descriptor.size);
        return { outcome: 'present', sent: 0 };
      } catch (error) {
        // The other one was told to stop, and we were not.
        if (underway.signal?.aborted !== true || (options.signal ?? this.signal)?.aborted === true) throw error;
      }
    }
  }

  /**
   * Opens an upload and ends it again: what may not be written is found out before hours of work, and not after them.
   * @throws RegistryError which names the repository, and what to do; CancelledError
   */
  async tryToWrite(): Promise<void> {
    try {
      const session = await this.#connection.retry.run(() => UploadSession.open(this.#connection, this.signal));
      await session.cancel();
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      const { method, url, status, code } = error;
      throw new RegistryError(
        `Nothing can be published as ${this.repository}: ${error.message}`,
        { method, url, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) },
        { cause: error, ...adviceOf(error) },
      );
    }
  }

  /**
   * Deletes a manifest, and with it every tag that names it (OCI distribution specification, "Content Management"). One that is gone is no error.
   * @throws RegistryError if the registry does not allow it (405), CancelledError
   */
  async deleteManifest(digest: Digest): Promise<void> {
    await this.#connection.retry.run(async () => {
      const response = await this.#connection.expect({ method: 'DELETE', url: this.#connection.manifestUrl(digest) }, [200, 202, 204, 404]);
      await response.discard();
    });
  }

  /** As `pushManifest` of push-manifest.ts. The blobs must be there. */
  pushManifest(bytes: Uint8Array, mediaType: string, tagOrDigest: string, options?: PushManifestOptions): Promise<PushedManifest> {
    return pushManifest(this.#connection, { bytes, mediaType }, tagOrDigest, options);
  }

  /** Attaches contents to a manifest of this repository: see `pushReferrers` of referrers/push-referrers.ts. */
  pushReferrers(subject: Descriptor, contents: readonly ReferrerContent[], signal = this.signal): Promise<readonly Descriptor[]> {
    return pushReferrers({ writer: this, connection: this.#connection, signal }, subject, contents);
  }

  #start(descriptor: Descriptor, content: BlobContent, options: PushBlobOptions): Promise<PushedBlob> {
    const meter = new UploadMeter(descriptor.size, options.onProgress);
    const { signal, again = false, ask = false } = options;
    const work = { connection: this.#connection, limits: this.#limits, descriptor, content, meter, signal, again, ask };
    const push = this.#limiter.run(() => new BlobPush(work, options.mountFrom).run());
    this.#pushes.set(descriptor.digest, { pushed: push, signal: signal ?? this.signal });
    push.catch(() => this.#pushes.delete(descriptor.digest));
    return push;
  }
}
