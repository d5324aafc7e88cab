/**
 * What looking for leaks costs: packs the same store paths with and without, in turn, and prints the rate of the search
 * alone and its share of a zstd build.
 *
 *   node bench/leaks.ts <store path>[,<store path>...] [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packLayers } from '../src/archive/layers/pack-layers.ts';
import { planLayers } from '../src/delta/layers/plan-layers.ts';
import { formatBytes } from '../src/kit/format.ts';
import { Matcher } from '../src/leaks/matcher.ts';
import { LeakScanner } from '../src/leaks/scanner.ts';
import type { LeakSearch } from '../src/leaks/search.ts';
import { closureOf } from '../src/nix/store/path-info.ts';
import { HostSite } from '../src/nix/run/host-site.ts';
import { nameOf, parseStorePath } from '../src/nix/store/store-path.ts';

const [storePaths = '', rounds = '5'] = process.argv.slice(2);
const site = new HostSite({ system: 'x86_64-linux' });
const closure = await closureOf(site, storePaths.split(',').map(parseStorePath));
const groups = planLayers([...closure.values()], 16).layers.flatMap((layer) => (layer.kind === 'pack' ? [layer.paths] : []));
const search: LeakSearch = {
  values: Array.from({ length: 10 }, (_, i) => ({ name: `value ${i}`, value: `s3cret-Value-${i}-${'x'.repeat(i)}` })),
  identifiers: ['acme-corp.example', 'build-7.internal'],
  folders: ['/home/alice/work'],
  packages: [...closure.keys()].map(nameOf),
};

/** Milliseconds on the clock, and of all processors. */
interface Cost {
  readonly clock: number;
  readonly processor: number;
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - began, processor: (user + system) / 1000 };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

let bytes = 0;
let hits = 0;
async function pack(wanted?: LeakSearch): Promise<void> {
  const leaks = wanted === undefined ? undefined : { ...wanted, tables: new Matcher(wanted).tables };
  const folder = await mkdtemp(join(tmpdir(), 'nix-feature-bench-'));
  const layers = await packLayers(site, closure, groups, { folder, compression: 'zstd', jobs: availableParallelism(), leaks });
  bytes = layers.reduce((sum, { tarSize = 0 }) => sum + tarSize, 0);
  if (leaks !== undefined) hits = layers.reduce((sum, layer) => sum + (layer.leaks?.hits.length ?? 0), 0);
  await rm(folder, { recursive: true });
}

const without: Cost[] = [];
const withLeaks: Cost[] = [];
await pack();
for (let round = 0; round < Number(rounds); round++) {
  without.push(await costOf(() => pack()));
  withLeaks.push(await costOf(() => pack(search)));
}
const median = (costs: readonly Cost[], of: keyof Cost): number => costs.map((cost) => cost[of]).toSorted((a, b) => a - b)[costs.length >> 1] ?? Number.NaN;
const least = (costs: readonly Cost[], of: keyof Cost): number => Math.min(...costs.map((cost) => cost[of]));
const share = (part: number, whole: number): string => `${((100 * (part - whole)) / whole).toFixed(1)} %`;

const data = Buffer.from(await import('node:fs').then(({ readFileSync }) => readFileSync(process.execPath)));
const matcher = new Matcher(search);
const rates = [];
for (let round = 0; round < 5; round++) {
  const { processor } = await costOf(async () => {
    const scanner = new LeakScanner(matcher);
    scanner.begin(0);
    scanner.write(data);
    scanner.end();
  });
  rates.push(data.length / 1e3 / processor);
}

say(`${closure.size} store paths, ${formatBytes(bytes)} of tar, ${hits} hits`);
say(`the search alone, on one processor: ${Math.max(...rates).toFixed(0)} MB/s`);
// A machine that is never idle slows both of a pair: their ratio says more than times do.
const ratios = without.map(({ processor }, round) => (withLeaks[round]?.processor ?? Number.NaN) / processor).toSorted((a, b) => a - b);
say(`processor time with ÷ without, of ${ratios.length} pairs: median ${ratios[ratios.length >> 1]?.toFixed(3)} (${ratios[0]?.toFixed(3)} to ${ratios.at(-1)?.toFixed(3)})`);
for (const what of ['clock', 'processor'] as const) {
  say(`${what}: ${median(without, what).toFixed(0)} ms without, ${median(withLeaks, what).toFixed(0)} ms with: ${share(median(withLeaks, what), median(without, what))} (of the best rounds ${share(least(withLeaks, what), least(without, what))})`);
}
