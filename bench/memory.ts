import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../__tests__/rig/command.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { formatBytes } from '../src/kit/format.ts';
import { table } from './measure.ts';

const PATHS = 40;
/** Bytes in each store path: forty of them are 10 GB, four are 1 GB. */
const PATH_SIZE = 250_000_000;
/** Sizes of files, over and over; files of one size are held back until it is known whether they are the same. */
const FILE_SIZES = [33_554_432, 1_000_000, 20_000, 5_000_000, 300];
const PIECE = 4096;
/** Of each piece: the rest is zeros, so that the layers of 10 GB fit on a disk. */
const RANDOM = 512;

/** What users run is compiled. */
const compiled = { ...NIX_ENV, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache') };

interface Packed {
  readonly nar: number;
  readonly bytes: number;
  readonly peak: number;
}

/** The most memory that packing takes, for a delta and one ten times as large. @returns Markdown */
export async function benchMemory(say: (line: string) => void): Promise<string> {
  const folder = join(RIG, 'bench/memory');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const base = join(folder, 'base');
  await writeFile(base, '');
  const paths: string[] = [];
  try {
    for (let i = 0; i < PATHS; i++) paths.push(await addPath(folder, i));
    say(`made ${paths.length} store paths`);
    // Fills the cache: to compile takes memory too.
    await packed(paths.slice(0, 1), { base, codec: 'gzip', way: 'export' }, folder);
    const rows: string[][] = [];
    for (const [codec, way] of [['gzip', 'here'], ['gzip', 'export'], ['zstd', 'here'], ['zstd', 'export']] as const) {
      const name = `${codec}${way === 'here' ? '' : ', from an export stream'}`;
      const [small, large] = [await packed(paths.slice(0, PATHS / 10), { base, codec, way }, folder), await packed(paths, { base, codec, way }, folder)];
      say(`${name}: ${formatBytes(small.peak)}, then ${formatBytes(large.peak)}`);
      rows.push([name, formatBytes(small.peak), formatBytes(large.peak), (large.peak / small.peak).toFixed(2), formatBytes(large.bytes)]);
    }
    return table(['peak memory', '1 GB of NAR', '10 GB of NAR', 'ratio', '10 GB compressed'], rows);
  } finally {
    if (paths.length > 0) await run(['nix-store', '--delete', ...paths], { env: NIX_ENV });
    await rm(folder, { recursive: true, force: true });
  }
}

async function packed(paths: readonly string[], { base, codec, way }: { readonly base: string; readonly codec: string; readonly way: string }, folder: string): Promise<Packed> {
  const script = join(PROJECT, 'bench/pack-once.ts');
  const layers = join(folder, 'layers');
  const printed = await run([process.execPath, script, paths.join(','), base, codec, layers, way], { env: compiled });
  await rm(layers, { recursive: true, force: true });
  return JSON.parse(printed) as Packed;
}

/** A store path full of files that compress well and quickly. */
async function addPath(folder: string, index: number): Promise<string> {
  const made = join(folder, `memory-${index}`);
  await mkdir(made);
  for (let size = 0, i = 0; size < PATH_SIZE; i++) {
    const bytes = contents(FILE_SIZES[i % FILE_SIZES.length] ?? PIECE);
    await writeFile(join(made, String(i)), bytes);
    size += bytes.length;
  }
  const path = (await run(['nix-store', '--add', made], { env: NIX_ENV })).trim();
  await rm(made, { recursive: true });
  return path;
}

function contents(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += PIECE) randomBytes(Math.min(RANDOM, size - at)).copy(bytes, at);
  return bytes;
}
