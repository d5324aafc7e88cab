import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { messageOf } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import { archOf, type Arch } from '../platform.ts';
import { findPublished, readDocuments } from './published.ts';
import type { Namespace } from './target.ts';

/** Another Feature of the same namespace. */
export interface Sibling {
  /** Without the registry. */
  readonly repository: string;
  readonly reader: Registry;
}

/** A layer that a registry has: nobody needs to pack it. */
export interface KnownLayer extends LayerEntry {
  /** Where it is to be mounted from; undefined if it is in the Feature's own repository. */
  readonly sibling: Sibling | undefined;
}

type PlatformLayer = KnownLayer & { readonly arch: Arch };

/**
 * The layers of a Feature's last release, and those of its siblings' last releases. A layer's key identifies its contents, so any Feature with
 * these contents can use it.
 */
export class KnownLayers implements Disposable {
  readonly #layers: readonly PlatformLayer[];
  readonly #own: Registry;
  readonly #siblings: readonly Sibling[];
  readonly #job: Job;

  private constructor(own: Registry, siblings: readonly Sibling[], layers: readonly PlatformLayer[], job: Job) {
    this.#own = own;
    this.#siblings = siblings;
    this.#layers = layers;
    this.#job = job;
  }

  /**
   * @param documents of the last release
   * @param siblings ids of Features of the same namespace
   * @throws RegistryError, IntegrityError, CancelledError; a sibling that can't be read is left out, and a debug line says so
   */
  static async read(
    { reader }: RegistryWriter,
    documents: ReadonlyMap<Arch, DeltaDocument>,
    siblings: readonly string[],
    { namespace, arches }: { readonly namespace: Namespace; readonly arches: readonly Arch[] },
  ): Promise<KnownLayers> {
    const own = [...documents.values()].flatMap((document) => layersOf(document, undefined));
    const { job } = namespace;
    const opened = siblings.map((id) => ({ repository: namespace.repositoryOf(id), reader: namespace.reader(id) }));
    const theirs = await Promise.all(opened.map((sibling) => siblingLayers(sibling, arches, job)));
    return new KnownLayers(reader, opened, [...own, ...theirs.flat()], job);
  }

  /** Those of a platform, the Feature's own first, each content once. @param mediaType of the layers that are wanted */
  for(arch: Arch, mediaType: string): readonly KnownLayer[] {
    const fitting = this.#layers.filter((layer) => layer.arch === arch && layer.mediaType === mediaType);
    return [...new Map(fitting.toReversed().map((layer) => [layer.key, layer])).values()].toReversed();
  }

  /**
   * Those that are not where they should be: somebody has cleaned the registry. What a sibling does not let us see is not
   * there, either.
   * @throws RegistryError, CancelledError
   */
  async absent(layers: readonly KnownLayer[]): Promise<ReadonlySet<KnownLayer>> {
    const there = await Promise.all(layers.map((layer) => (layer.sibling === undefined ? this.#own.hasBlob(layer) : hasLayer(layer.sibling, layer, this.#job))));
    return new Set(layers.filter((_, index) => there[index] === false));
  }

  [Symbol.dispose](): void {
    for (const { reader } of this.#siblings) reader.close();
  }
}

async function siblingLayers(sibling: Sibling, arches: readonly Arch[], job: Job): Promise<readonly PlatformLayer[]> {
  try {
    const latest = await findPublished(sibling.reader, 'latest');
    if (latest === undefined) {
      job.notice(`share-with: ${sibling.repository} has no release, so no layers are shared with it.`);
      return [];
    }
    const documents = await readDocuments(sibling.reader, latest, arches);
    return [...documents.values()].flatMap((document) => layersOf(document, sibling));
  } catch (error) {
    return without(sibling, error, job, []);
  }
}

async function hasLayer(sibling: Sibling, layer: LayerEntry, job: Job): Promise<boolean> {
  try {
    return await sibling.reader.hasBlob(layer);
  } catch (error) {
    return without(sibling, error, job, false);
  }
}

/** What a sibling can't give would have spared some work, and nothing depends on it. */
function without<T>({ repository }: Sibling, error: unknown, job: Job, instead: T): T {
  if (job.signal.aborted) throw error;
  job.debug(`No layers are shared with ${repository}: ${messageOf(error)}`);
  return instead;
}

/** What was shipped before as a complement may must be shipped as a delta now, and the other way round. */
function layersOf({ system, layers, complement = [] }: DeltaDocument, sibling: Sibling | undefined): PlatformLayer[] {
  return [...layers, ...complement].map((layer) => ({ ...layer, sibling, arch: archOf(system) }));
}
