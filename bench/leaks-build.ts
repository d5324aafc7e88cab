/**
 * What looking for leaks costs a whole build by the command line: the same Feature with zstd, in turn with and without the search.
 *
 *   node bench/leaks-build.ts [rounds]
 *
 * Needs dist/, and what `scripts/setup.sh bench` sets up.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFlake } from '../__tests__/rig/flakes.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { median, timed } from './measure.ts';

const rounds = Number(process.argv[2] ?? '15');
const folder = await mkdtemp(join(tmpdir(), 'nix-feature-bench-'));
const feature = join(folder, 'demo');
await mkdir(feature);
await writeFile(join(feature, 'devcontainer-feature.json'), JSON.stringify({ id: 'demo', version: '1.0.0', name: 'Demo', options: {} }));
const flake = await makeFlake('leaks-tools', ['git', 'jq', 'ripgrep', 'sqlite3', 'curl']);

/** @returns milliseconds of processor time */
async function build(leaks: 'off' | 'warn'): Promise<number> {
  const output = join(folder, 'layout');
  const flags = [`--feature=${feature}`, `--flake=path:${flake}`, '--base-image=none', '--build-in=host', '--test=false', '--compression=zstd', `--leaks=${leaks}`, `--output=${output}`];
  const { processor } = await timed([process.execPath, join(PROJECT, 'dist/cli/index.js'), 'build', ...flags], { ...NIX_ENV, NIX_FEATURE_CACHE: join(folder, 'cache') });
  await rm(output, { recursive: true });
  return processor;
}

await build('warn');
const without: number[] = [];
const ratios: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const alone = await build('off');
  without.push(alone);
  ratios.push((await build('warn')) / alone);
}
await rm(folder, { recursive: true });
const sorted = ratios.toSorted((a, b) => a - b);
process.stdout.write(`a build with zstd, processor time with the search ÷ without, of ${rounds} pairs: median ${median(ratios).toFixed(3)} (${sorted[0]?.toFixed(3)} to ${sorted.at(-1)?.toFixed(3)}); without it ${(median(without) / 1000).toFixed(2)} s\n`);
