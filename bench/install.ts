import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bedrockWith } from '../__tests__/rig/bedrock.ts';
import { run } from '../__tests__/rig/command.ts';
import { buildFlake, closureOf, machineArch, makeFlake } from '../__tests__/rig/flakes.ts';
import { RIG } from '../__tests__/rig/paths.ts';
import { realFeature, systemOver, type RealFeature } from '../__tests__/e2e/install-system.ts';
import { TALKING_INSTALL, timesOf, type Times } from '../__tests__/e2e/install-times.ts';
import { formatBytes } from '../src/kit/format.ts';
import type { Compression } from '../src/request/build.ts';
import { table } from './measure.ts';

/** Tools, a compiler and what plays films: many store paths, more than half a gigabyte. */
const PACKAGES = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl', 'nodejs', 'ffmpeg', 'gdb', 'rustc'];
const BASE = ['curl'];
const ROUNDS = 3;
const FOLDER = join(RIG, 'bench/install');

interface Contender {
  readonly name: string;
  readonly codec: Compression;
  /** Shell, run as root in a fresh Bedrock. */
  readonly script: string;
}

/** Installing with the runtime, against `tar -x` of the same layers on the same disk. Needs root. @returns Markdown */
export async function benchInstall(say: (line: string) => void): Promise<string> {
  await run(['rm', '-rf', FOLDER]);
  await mkdir(FOLDER, { recursive: true });
  const { out } = await buildFlake(await makeFlake('install-tools', PACKAGES));
  const base = (await buildFlake(await makeFlake('install-base', BASE))).out;
  const features = {
    gzip: await realFeature(join(FOLDER, 'gzip'), out, await closureOf(base), { compression: 'gzip' }),
    zstd: await realFeature(join(FOLDER, 'zstd'), out, await closureOf(base), { compression: 'zstd' }),
  };
  const lower = await bedrockWith({ arch: machineArch(), paths: [base], database: true });
  const contenders = (['gzip', 'zstd'] as const).flatMap((codec): Contender[] => [
    { name: `${codec} -dc \\| tar -x`, codec, script: byTar(codec) },
    { name: `ours, ${codec}, no Nix`, codec, script: `export NIX_FEATURE_NIX=no; ${TALKING_INSTALL}` },
    { name: `ours, ${codec}, into Nix's database`, codec, script: TALKING_INSTALL },
  ]);

  const times = new Map<string, Times[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, codec, script } of contenders) {
      const spent = await timed(lower, features[codec], script);
      // The first round warms the caches of the file system.
      if (round > 0) times.get(name)?.push(spent);
      say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${name}, ${seconds(spent.whole)}, without checks ${seconds(spent.apart)}`);
    }
  }
  await run(['rm', '-rf', FOLDER]);

  // Whatever else the machine does only adds to a time.
  const quickest = (name: string): Pick<Times, 'whole' | 'apart'> => {
    const all = times.get(name) ?? [];
    return { whole: Math.min(...all.map(({ whole }) => whole)), apart: Math.min(...all.map(({ apart }) => apart)) };
  };
  const rows = contenders.map(({ name, codec }) => {
    const { whole, apart } = quickest(name);
    const plain = quickest(`${codec} -dc \\| tar -x`).whole;
    return [name, seconds(apart), (apart / plain).toFixed(2), seconds(whole), (whole / plain).toFixed(2)];
  });
  return [
    `${describe(features.gzip)}; the quickest of ${ROUNDS} rounds.`,
    '',
    table(['', 'without checks', '÷ tar -x', 'with checks', '÷ tar -x'], rows),
  ].join('\n');
}

/** With the flags that the runtime gives to tar. */
function byTar(codec: Compression): string {
  const decompress = codec === 'gzip' ? 'gzip -dc' : 'zstd -dcq';
  return `mkdir /nix/plain; for f in /feature/nix-feature/*/layers/*; do ${decompress} < $f | tar -xpof - -C /nix/plain || exit 1; done`;
}

async function timed(lower: string, { folder }: RealFeature, script: string): Promise<Times> {
  const scratch = join(FOLDER, 'system');
  await run(['sync']); // what the one before wrote
  const times = await timesOf(systemOver(lower, scratch), script, { feature: folder });
  await run(['rm', '-rf', scratch]);
  return times;
}

function describe({ document }: RealFeature): string {
  const added = document.closure.filter((entry) => entry.in === 'delta');
  const nar = added.reduce((sum, { narSize }) => sum + narSize, 0);
  return `A delta of ${added.length} store paths, ${formatBytes(nar)} of NAR in ${document.layers.length} layers`;
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(2)} s`;
}
