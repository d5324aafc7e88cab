import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { Job } from '../kit/host.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { Arch } from '../platform.ts';
import { LayerUploads } from '../publish/layer-uploads.ts';
import { readHistory, readLastDocuments, type History } from '../release/history.ts';
import { KnownLayers } from '../release/known-layers.ts';
import { Namespace, type Publisher } from '../release/target.ts';
import type { BuildRequest } from '../request/build.ts';
import type { LayerStock } from './layer-stock.ts';

/** Of a build that publishes: the Feature's repository, and what is in it already. */
export class ReleaseTarget implements AsyncDisposable, Publisher {
  readonly namespace: Namespace<BuildRequest>;
  readonly writer: RegistryWriter;
  readonly history: History;
  readonly #cleanup = new AsyncDisposableStack();
  #documents: Promise<ReadonlyMap<Arch, DeltaDocument>> | undefined;

  private constructor(namespace: Namespace<BuildRequest>, writer: RegistryWriter, history: History) {
    this.namespace = namespace;
    this.writer = writer;
    this.history = history;
    this.#cleanup.defer(() => writer.close());
  }

  /** @throws RegistryError, IntegrityError, CancelledError */
  static async open(request: BuildRequest, { id, version }: { readonly id: string; readonly version: string }, job: Job): Promise<ReleaseTarget> {
    const namespace = new Namespace(request, job);
    const writer = namespace.writer(id);
    try {
      return new ReleaseTarget(namespace, writer, await readHistory(writer.reader, version));
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** The delta documents of the last release, of all its platforms; none if there is no release that can be read. */
  lastDocuments(): Promise<ReadonlyMap<Arch, DeltaDocument>> {
    const { target, job } = this.namespace;
    this.#documents ??= readLastDocuments(this.writer.reader, this.history, target.arches, job);
    return this.#documents;
  }

  /**
   * Where a build's layers come from and go to. It reads what is known while the build goes on.
   * @param onFailure called when a layer can't be uploaded
   */
  stock(onFailure: (reason: unknown) => void): LayerStock {
    const { arches, shareWith } = this.namespace.target;
    const { namespace, stop } = this.namespace.stoppable();
    const known = this.lastDocuments().then((documents) => KnownLayers.read(this.writer, documents, shareWith, { namespace, arches }));
    // Awaited when layers are planned; a build that fails before has another failure to tell, and waits for no sibling.
    known.catch(() => undefined);
    this.#cleanup.defer(async () => {
      stop.abort();
      (await known.catch(() => undefined))?.[Symbol.dispose]();
    });
    return { known, uploads: this.#cleanup.use(new LayerUploads(this.writer, this.namespace.job, onFailure)), mends: this.history.published !== undefined };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cleanup.disposeAsync();
  }
}
