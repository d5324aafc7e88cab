import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { Host } from '../kit/host.ts';
import { stoppable } from '../kit/together.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import { LayerUploads } from '../publish/layer-uploads.ts';
import { readHistory, readLastDocuments, type History } from '../release/history.ts';
import { KnownLayers } from '../release/known-layers.ts';
import { openWriter, repositoryOf } from '../release/target.ts';
import type { BuildRequest } from '../request.ts';
import type { LayerStock } from './layer-stock.ts';

/** Of a build that publishes: the Feature's repository, and what is in it already. */
export class ReleaseTarget implements AsyncDisposable {
  readonly writer: RegistryWriter;
  readonly history: History;
  readonly #request: BuildRequest;
  readonly #host: Host;
  readonly #cleanup = new AsyncDisposableStack();
  #documents: Promise<ReadonlyMap<Arch, DeltaDocument>> | undefined;

  private constructor(writer: RegistryWriter, history: History, request: BuildRequest, host: Host) {
    this.writer = writer;
    this.history = history;
    this.#request = request;
    this.#host = host;
    this.#cleanup.defer(() => writer.close());
  }

  /** @throws RegistryError, IntegrityError, CancelledError */
  static async open(request: BuildRequest, { id, version }: { readonly id: string; readonly version: string }, host: Host): Promise<ReleaseTarget> {
    const writer = openWriter(request, repositoryOf(request, id), host);
    try {
      return new ReleaseTarget(writer, await readHistory(writer.reader, version), request, host);
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** The delta documents of the last release, of all its platforms; none if there is no release that can be read. */
  lastDocuments(): Promise<ReadonlyMap<Arch, DeltaDocument>> {
    this.#documents ??= readLastDocuments(this.writer.reader, this.history, this.#request.arches, this.#host);
    return this.#documents;
  }

  /**
   * Where a build's layers come from and go to. It reads what is known while the build goes on.
   * @param onFailure called when a layer can't be uploaded
   */
  stock(onFailure: (reason: unknown) => void): LayerStock {
    const { arches, shareWith } = this.#request;
    const { host, stop } = stoppable(this.#host);
    const known = this.lastDocuments().then((documents) => KnownLayers.read(this.writer, documents, shareWith, { target: this.#request, arches, host }));
    // Awaited when layers are planned; a build that fails before has another failure to tell, and waits for no sibling.
    known.catch(() => undefined);
    this.#cleanup.defer(async () => {
      stop.abort();
      (await known.catch(() => undefined))?.[Symbol.dispose]();
    });
    return { known, uploads: this.#cleanup.use(new LayerUploads(this.writer, this.#host, onFailure)), mends: this.history.published !== undefined };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cleanup.disposeAsync();
  }
}
