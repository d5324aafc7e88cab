import type { Closure, PathInfo } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import type { System } from '../../platform.ts';
import type { BaseEntry, ClosureEntry, DeltaDocument, LayerEntry } from './delta-document.ts';

export interface DocumentFacts {
  readonly feature: { readonly id: string; readonly version: string };
  readonly system: System;
  readonly storePath: StorePath;
  readonly outputs: Readonly<Record<string, StorePath>>;
  readonly bases: readonly BaseEntry[];
  readonly closure: Closure;
  /** What all of the bases hold. */
  readonly baseStore: ReadonlySet<StorePath>;
  readonly layers: readonly LayerEntry[];
  /** Like `layers`, for the paths that are required of the bases; empty unless a complement was requested. */
  readonly complement?: readonly LayerEntry[];
  /** Undefined: its programs in `bin`, and nothing else. */
  readonly env?: DeltaDocument['env'] | undefined;
  readonly source: DeltaDocument['source'];
}

/** Builds the delta document of one platform (docs/reference/formats.md). Only what it names is copied: no file, no folder. */
export function buildDocument(facts: DocumentFacts): DeltaDocument {
  const { feature, system, storePath, outputs, bases, source, complement = [] } = facts;
  return {
    schemaVersion: 1,
    feature: { id: feature.id, version: feature.version },
    system,
    storePath,
    outputs,
    bases,
    closure: [...facts.closure.values()].map((info) => closureEntry(info, facts.baseStore.has(info.path))),
    layers: facts.layers.map(layerEntry),
    // An empty complement is left out, so that nothing depends on whether it was requested.
    ...(complement.length === 0 ? {} : { complement: complement.map(layerEntry) }),
    env: facts.env ?? { PATH: ['bin'], variables: {} },
    source,
  };
}

function layerEntry({ key, digest, diffId, size, tarSize, mediaType, paths, frames }: LayerEntry): LayerEntry {
  return { key, digest, diffId, size, ...(tarSize === undefined ? {} : { tarSize }), mediaType, paths, ...(frames === undefined ? {} : { frames }) };
}

/**
 * Only what a path holds and needs. Who built it, and by which content address it was added, one store knows and another
 * doesn't (a base without database, a binary cache), and the document must be the same wherever it was made.
 */
function closureEntry({ path, narHash, narSize, references }: PathInfo, inBase: boolean): ClosureEntry {
  return { path, narHash, narSize, references, deriver: null, ca: null, in: inBase ? 'base' : 'delta' };
}
