import { layerKey, type ReusableLayer } from '../src/delta/layers/known-layers.ts';
import { planLayers } from '../src/delta/layers/plan-layers.ts';
import type { Closure } from '../src/nix/store/closure.ts';
import type { StorePath } from '../src/nix/store/store-path.ts';
import type { Digest } from '../src/oci/format/digest.ts';
import { formatBytes } from '../src/kit/format.ts';
import { realHistory, type History } from './history.ts';
import { median, table } from './measure.ts';
import { layersByPopularity } from './popularity.ts';

const MAX_LAYERS = 16;

/** A way to split closures, told about one release after the other. */
interface Layering {
  readonly name: string;
  readonly split: (closure: Closure) => readonly (readonly StorePath[])[];
}

/** Bytes that each release uploads, by way of layering, over a real history of closures. @returns Markdown */
export async function benchSimulate(say: (line: string) => void): Promise<string> {
  const history = await realHistory(say);
  const layerings = [
    { name: 'by hand: one tarball', split: (closure: Closure) => [[...closure.keys()]] },
    { name: `popularity, ${MAX_LAYERS} layers`, split: (closure: Closure) => layersByPopularity(closure, MAX_LAYERS) },
    { name: 'popularity, 100 layers', split: (closure: Closure) => layersByPopularity(closure, 100) },
    { name: `ours without history, ${MAX_LAYERS} layers`, split: (closure: Closure) => planned(closure, MAX_LAYERS, []) },
    ours(history, MAX_LAYERS),
    ours(history, 2 * MAX_LAYERS),
    { name: 'bound: changed paths alone', split: (closure: Closure) => [...closure.keys()].map((path) => [path]) },
  ].map((layering) => ({ name: layering.name, bytes: uploads(layering, history) }));
  const bound = layerings.at(-1)?.bytes ?? [];
  const rows = layerings.map(({ name, bytes }) => [
    name,
    formatBytes(bytes[0] ?? 0),
    formatBytes(sum(bytes.slice(1))),
    (sum(bytes.slice(1)) / sum(bound.slice(1))).toFixed(2),
    formatBytes(median(bytes.slice(1))),
    formatBytes(Math.max(...bytes.slice(1))),
  ]);
  const each = history.releases.map(({ what, closure }, i) => [
    `${i + 1}. ${what}`,
    String(closure.size),
    ...layerings.map(({ bytes }) => formatBytes(bytes[i] ?? 0)),
  ]);
  return [
    `${history.releases.length} releases of one Feature: ${history.releases[0]?.closure.size ?? 0} store paths at first, ${history.sizes.size} different ones in all.`,
    '',
    table(['', 'first release', 'all later ones', '÷ bound', 'median of them', 'largest'], rows),
    '',
    '<details><summary>Each release</summary>',
    '',
    table(['release', 'paths', ...layerings.map(({ name }) => name)], each),
    '',
    '</details>',
  ].join('\n');
}

/** Ours: each release is planned from the layers of the one before. */
function ours(history: History, maxLayers: number): Layering {
  let last: readonly ReusableLayer[] = [];
  return {
    name: `ours, ${maxLayers} layers`,
    split: (closure) => {
      const groups = planned(closure, maxLayers, last);
      last = groups.map((paths) => ({ key: layerKey(paths, closure), paths, size: sizeOf(paths, history) }));
      return groups;
    },
  };
}

function planned(closure: Closure, maxLayers: number, last: readonly ReusableLayer[]): readonly (readonly StorePath[])[] {
  const { layers } = planLayers([...closure.values()], maxLayers, last);
  return layers.map((each) => (each.kind === 'keep' ? each.layer.paths : each.paths));
}

/** Bytes of those layers of each release that no earlier one had: whatever was planned, the registry has these. */
function uploads({ split }: Layering, history: History): number[] {
  const there = new Set<Digest>();
  return history.releases.map(({ closure }) => {
    const sent = split(closure).filter((paths) => {
      const key = layerKey(paths, closure);
      if (there.has(key)) return false;
      there.add(key);
      return true;
    });
    return sum(sent.map((paths) => sizeOf(paths, history)));
  });
}

function sizeOf(paths: readonly StorePath[], { sizes }: History): number {
  return sum(paths.map((path) => sizes.get(path) ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
