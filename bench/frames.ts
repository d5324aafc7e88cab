/**
 * What one tool of a published Feature costs, by the frames of its paths and by the layers that hold them.
 *
 *   node bench/frames.ts <layout of a Feature with zstd layers>
 */
import { figuresOf } from '../src/report/build/facts.ts';
import { formatBytes, formatShare } from '../src/kit/format.ts';
import { readBuiltLayout } from '../src/layout/built-layout.ts';
import { nameOf, type StorePath } from '../src/nix/store/store-path.ts';
import { table } from './measure.ts';

const [folder = ''] = process.argv.slice(2);
const [platform] = (await readBuiltLayout(folder)).platforms;
if (platform === undefined) throw new Error('no platform');
const { document } = platform;
const entries = new Map(document.closure.map((entry) => [entry.path, entry]));

/** What a path needs of what is shipped, itself too. */
function shippedWith(path: StorePath): ReadonlySet<StorePath> {
  const found = new Set([path]);
  for (const each of found) for (const next of entries.get(each)?.references ?? []) if (entries.get(next)?.in === 'delta') found.add(next);
  return found;
}

function costOf(paths: ReadonlySet<StorePath>): { readonly frames: number; readonly layers: number } {
  const needed = document.layers.filter((layer) => layer.paths.some((path) => paths.has(path)));
  // Small neighbours share a frame: it is fetched once.
  const frames = needed.map(({ paths: own, size, frames: places }) =>
    places === undefined ? size : [...new Map(places.filter(([index]) => paths.has(own[index] as StorePath)).map(([, offset, bytes]) => [offset, bytes])).values()].reduce((sum, bytes) => sum + bytes, 0),
  );
  return { frames: frames.reduce((sum, bytes) => sum + bytes, 0), layers: needed.reduce((sum, { size }) => sum + size, 0) };
}

const tools = (entries.get(document.storePath)?.references ?? []).filter((path) => path !== document.storePath && entries.get(path)?.in === 'delta');
const rows = tools.map((path) => ({ path, ...costOf(shippedWith(path)) })).toSorted((a, b) => b.layers - a.layers);
process.stdout.write(
  `${table(['one tool, with what it needs', 'by frames', 'by layers', 'share'], rows.map(({ path, frames, layers }) => [nameOf(path), formatBytes(frames), formatBytes(layers), formatShare(frames / layers)]))}\nThe whole delta: ${formatBytes(figuresOf(document).compressed)} in ${document.layers.length} layers.\n`,
);
