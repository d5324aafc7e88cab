import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { layerKey } from '../delta/layers/known-layers.ts';
import type { KeyedPlatform } from '../release/content.ts';
import type { NarFacts } from '../nix/nar/nar-hasher.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import { archOf, type Arch } from '../platform.ts';
import type { WantedLayer } from './layer/check-layer.ts';

/** What a platform ships and relies upon; of its delta document, or of the lists in the Feature's tar. */
export interface ComparedFacts {
  readonly arch: Arch;
  readonly system: DeltaDocument['system'];
  readonly storePath: StorePath;
  readonly layers: readonly WantedLayer[];
  readonly complement: readonly WantedLayer[] | undefined;
  readonly shipped: ReadonlyMap<StorePath, NarFacts>;
  readonly required: ReadonlyMap<StorePath, NarFacts>;
}

export function factsOfDocument(document: DeltaDocument): ComparedFacts {
  const { system, storePath, closure, layers, complement } = document;
  const nars = new Map(closure.map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
  const held = (where: 'delta' | 'base'): ReadonlyMap<StorePath, NarFacts> =>
    new Map(closure.filter((entry) => entry.in === where).map(({ path, narHash, narSize }) => [path, { narHash, narSize }]));
  const wanted = ({ digest, size, mediaType, diffId, tarSize, paths }: LayerEntry): WantedLayer => ({ digest, size, mediaType, diffId, tarSize, paths, nars, mostBytes: tarSize ?? largestTar(paths, nars) });
  return { arch: archOf(system), system, storePath, layers: layers.map(wanted), complement: complement?.map(wanted), shipped: held('delta'), required: held('base') };
}

/** Returns what the release key has of it. */
export function keyedOf({ system, storePath, layers, complement, shipped, required }: ComparedFacts): KeyedPlatform {
  const nars = new Map([...required, ...shipped]);
  const keyed = ({ paths }: WantedLayer): Pick<LayerEntry, 'key'> => ({ key: layerKey(paths, nars) });
  const closure = [...required].map(([path, { narHash }]) => ({ in: 'base' as const, path, narHash }));
  return { system, storePath, layers: layers.map(keyed), ...(complement !== undefined && { complement: complement.map(keyed) }), closure };
}

/** Returns the facts of a platform as lines, so that two records can be compared and their differences shown. */
export function factLines({ storePath, layers, complement, shipped, required }: ComparedFacts): readonly string[] {
  return [`store path ${storePath}`, ...layerLines('layer', layers), ...layerLines('complement', complement), ...narLines('ships', shipped), ...narLines('requires', required)];
}

function layerLines(kind: string, all: readonly WantedLayer[] = []): readonly string[] {
  return [
    ...all.map(({ digest, size, mediaType, diffId }, index) => `${kind} ${index + 1}: ${digest} ${size} ${mediaType} ${diffId}`),
    ...all.flatMap(({ digest, paths }) => paths.map((path) => `${path} in ${kind} ${digest}`)),
  ];
}

function narLines(kind: string, nars: ReadonlyMap<StorePath, NarFacts>): readonly string[] {
  return [...nars].map(([path, { narHash, narSize }]) => `${kind} ${path} ${narHash} ${narSize}`);
}

/**
 * A bound on the bytes of a tar that nobody counted. A node takes 112 bytes of NAR or more; in a tar, a header, an extended
 * header of up to two names of 4 KiB, and the padding of its contents: at most 100 times as much.
 */
function largestTar(paths: readonly StorePath[], nars: ReadonlyMap<StorePath, NarFacts>): number {
  return 10_240 + paths.reduce((sum, path) => sum + 100 * (nars.get(path)?.narSize ?? 0), 0);
}
