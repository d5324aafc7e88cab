import { setMaxListeners } from 'node:events';
import type { LayerEntry } from '../delta/document/delta-document.ts';
import { CancelledError } from '../kit/errors.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import type { Job, Progress } from '../kit/host.ts';
import { fileContent, type BlobContent } from '../oci/push/blob-content.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';

/** Where the bytes of a layer are. */
export type LayerBytes = { readonly file: string } | { readonly repository: string; readonly content: BlobContent };

interface Upload {
  readonly arch: Arch;
  readonly size: number;
  /** Bytes on their way. */
  done: number;
}

/**
 * Brings layers to the registry as soon as each is packed, while others still are. They get no name there: what comes of
 * a build that fails later is cleaned away by the registry.
 */
export class LayerUploads implements AsyncDisposable {
  readonly #writer: RegistryWriter;
  readonly #job: Job;
  readonly #stop = new AbortController();
  readonly #uploads: Upload[] = [];
  readonly #ends: Promise<void>[] = [];
  readonly #sent = new Map<Arch, number>();
  #progress: Progress | undefined;
  readonly #onFailure: (reason: unknown) => void;
  #failure: { readonly reason: unknown } | undefined;

  /** @param onFailure called with the first fault: nobody needs the rest of the build then */
  constructor(writer: RegistryWriter, job: Job, onFailure: (reason: unknown) => void) {
    this.#writer = writer;
    this.#job = job;
    this.#onFailure = onFailure;
    setMaxListeners(0, this.#stop.signal);
  }

  /** The first fault, once there is one. What else fails afterwards fails because of it. */
  get failure(): { readonly reason: unknown } | undefined {
    return this.#failure;
  }

  add(arch: Arch, layer: LayerEntry, bytes: LayerBytes): void {
    this.#progress ??= this.#job.stage('Upload layers', { unit: 'bytes' });
    const upload: Upload = { arch, size: layer.size, done: 0 };
    this.#uploads.push(upload);
    this.#ends.push(
      this.#push(layer, bytes, upload).catch((reason: unknown) => {
        if (this.#stop.signal.aborted) return;
        this.#failure = { reason };
        this.#stop.abort(reason);
        this.#onFailure(reason);
      }),
    );
  }

  /**
   * Waits for all of them.
   * @returns bytes that were sent for each platform
   * @throws the first fault
   */
  async finish(): Promise<ReadonlyMap<Arch, number>> {
    await Promise.all(this.#ends);
    if (this.#failure !== undefined) throw this.#failure.reason;
    if (this.#uploads.length === 0) return this.#sent;
    const sent = [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.#end(`${formatNumberOf(this.#uploads.length, 'layer')}, ${sent === 0 ? 'the registry has them all' : `${formatBytes(sent)} sent`}`);
    return this.#sent;
  }

  /** Ends what is still on its way; that is no fault of it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#ends);
    this.#end(this.#failure === undefined || this.#failure.reason instanceof CancelledError ? 'stopped' : 'failed');
  }

  async #push(layer: LayerEntry, bytes: LayerBytes, upload: Upload): Promise<void> {
    const { digest, size, mediaType } = layer;
    const [content, mount] = 'file' in bytes ? [fileContent(bytes.file), {}] : [bytes.content, { mountFrom: bytes.repository }];
    const signal = AbortSignal.any([this.#job.signal, this.#stop.signal]);
    const { sent } = await this.#writer.pushBlob({ digest, size, mediaType }, content, {
      ...mount,
      signal,
      onProgress: (done) => {
        upload.done = done;
        this.#show();
      },
    });
    this.#sent.set(upload.arch, (this.#sent.get(upload.arch) ?? 0) + sent);
  }

  #show(): void {
    const total = (of: (upload: Upload) => number): number => this.#uploads.reduce((sum, upload) => sum + of(upload), 0);
    this.#progress?.update(total(({ done }) => done), undefined, total(({ size }) => size));
  }

  #end(result: string): void {
    this.#progress?.end(result);
    this.#progress = undefined;
  }
}
