import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFlake, closureOf, makeFlake } from '../__tests__/rig/flakes.ts';
import { run } from '../__tests__/rig/command.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { formatBytes } from '../src/kit/format.ts';
import { measure, pipeline, table, type Contender } from './measure.ts';

/** Compilers and tools: more than 250 store paths, more than 1 GB of NAR. */
export const PACKAGES = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl', 'g++', 'clang', 'gdb', 'cmake', 'ffmpeg', 'nodejs', 'golang-go', 'graphviz', 'openjdk-21-jdk-headless', 'rustc', 'emacs-nox', 'valgrind'];
/** What the base holds: little, so that nearly all of it has to be packed. */
const BASE = ['curl'];
const ROUNDS = 3;
/** What users run is compiled. */
const compiled = { ...NIX_ENV, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache') };

interface Packed {
  readonly paths: number;
  readonly nar: number;
  readonly bytes: number;
  readonly peak: number;
}

/** Packing one delta: ours, against the programs that people pack by hand with. @returns Markdown */
export async function benchPack(say: (line: string) => void): Promise<string> {
  const folder = join(RIG, 'bench');
  await mkdir(folder, { recursive: true });
  const { out } = await buildFlake(await makeFlake('big-tools', PACKAGES));
  const base = await closureOf((await buildFlake(await makeFlake('small-tools', BASE))).out);
  const baseList = join(folder, 'base');
  await writeFile(baseList, `${base.join('\n')}\n`);
  const delta = (await closureOf(out)).filter((path) => !base.includes(path));
  const list = join(folder, 'delta');
  await writeFile(list, `${delta.join('\n')}\n`);

  let packed: Packed | undefined;
  const ours = (compression: string, way: string): Contender => ({
    name: `ours, ${compression}${way === 'here' ? '' : ', from an export stream'}`,
    run: async () => {
      const script = join(PROJECT, 'bench/pack-once.ts');
      const printed = await run([process.execPath, script, out, baseList, compression, join(folder, 'layers'), way], { env: compiled });
      packed = JSON.parse(printed) as Packed;
      return packed;
    },
  });
  const tar = ['tar', '-cf', '-', '-P', '-T', list];
  const byTar = (name: string, ...compressor: readonly string[]): Contender => ({
    name,
    run: async () => {
      const file = join(folder, 'delta.tar.x');
      await pipeline(tar, compressor, ['dd', `of=${file}`, 'bs=1M', 'iflag=fullblock', 'status=none']);
      return { bytes: statSync(file).size };
    },
  });
  const byHand: Contender = {
    name: 'by hand (list, comm, tar \\| gzip)',
    run: async () => {
      const file = join(folder, 'by-hand.tar.gz');
      await run([join(PROJECT, 'bench/naive-delta/delta'), baseList, out, file], { env: NIX_ENV });
      return { bytes: statSync(file).size };
    },
  };

  const results = await measure(
    [
      ours('gzip', 'here'),
      ours('gzip', 'export'),
      byTar('tar \\| pigz', 'pigz'),
      byTar('tar \\| gzip', 'gzip'),
      byHand,
      ours('zstd', 'here'),
      ours('zstd', 'export'),
      byTar('tar \\| zstd -T0', 'zstd', '-T0', '-q'),
    ],
    ROUNDS,
    say,
  );
  const timeOf = (name: string): number => results.find((result) => result.name === name)?.time ?? Number.NaN;
  const against = ['tar \\| pigz', 'tar \\| zstd -T0', 'by hand (list, comm, tar \\| gzip)'];
  const rows = results.map(({ name, time, bytes, peak }) => [
    name,
    `${(time / 1000).toFixed(2)} s`,
    ...against.map((other) => (time / timeOf(other)).toFixed(2)),
    formatBytes(bytes),
    peak === undefined ? '' : formatBytes(peak),
  ]);
  const closure = createHash('sha256').update(delta.join('\n')).digest('hex').slice(0, 8);
  return [
    `A delta of ${packed?.paths ?? 0} store paths, ${formatBytes(packed?.nar ?? 0)} of NAR (${closure}); the median of ${ROUNDS} rounds.`,
    '',
    table(['', 'time', ...against.map((other) => `÷ ${other}`), 'compressed', 'peak memory'], rows),
  ].join('\n');
}
