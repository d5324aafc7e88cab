import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from '../__tests__/rig/command.ts';
import { startFaultProxy } from '../__tests__/rig/fault-proxy.ts';
import { buildFlake, closureOf, makeFlake } from '../__tests__/rig/flakes.ts';
import { pushLayout } from '../__tests__/rig/image-layout.ts';
import { once } from '../__tests__/rig/once.ts';
import { PROJECT, RIG, searchPath } from '../__tests__/rig/paths.ts';
import { startRegistry } from '../__tests__/rig/registry.ts';
import { canonicalJson } from '../src/oci/format/canonical-json.ts';
import { digestOfHex, hexOf, type Digest } from '../src/oci/format/digest.ts';
import { REF_NAME } from '../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../src/oci/layout/layout-writer.ts';
import type { Descriptor } from '../src/oci/format/manifest.ts';
import { IMAGE_CONFIG, IMAGE_MANIFEST, LAYER_GZIP, LAYER_ZSTD } from '../src/oci/format/media-types.ts';
import { formatBytes } from '../src/kit/format.ts';
import { measure, table, type Contender } from './measure.ts';

/** Compilers and large programs: 2 GB of files in nearly 400 store paths. */
const PACKAGES = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl', 'g++', 'clang', 'gdb', 'cmake', 'ffmpeg', 'nodejs', 'golang-go', 'graphviz', 'openjdk-21-jdk-headless', 'rustc', 'emacs-nox', 'valgrind', 'ghc', 'libreoffice-core', 'postgresql', 'octave', 'r-base-core'];
const LAYERS = 10;
const ROUNDS = 3;
const REPOSITORY = 'bench/base';
const CODECS = [
  { codec: 'gzip', program: ['pigz', '-6'], mediaType: LAYER_GZIP },
  { codec: 'zstd', program: ['zstd', '-q', '-3', '-T0'], mediaType: LAYER_ZSTD },
] as const;

type Codec = (typeof CODECS)[number];

interface Layer {
  readonly descriptor: Descriptor;
  readonly diffId: Digest;
}

interface Read {
  readonly paths: number;
  readonly peak: number;
  readonly cpu: number;
}

const env = { ...process.env, PATH: searchPath() };
// What ships is a bundle without types; here they are stripped once, and not at each start.
const compiled = { ...env, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache') };

/** Finding out what a base holds: ours, against a copy of its layers. @returns Markdown */
export async function benchBase(say: (line: string) => void): Promise<string> {
  const { out } = await buildFlake(await makeFlake('big-base', PACKAGES));
  const groups = await groupsOf(await closureOf(out));
  const parts: string[] = [];
  for (const codec of CODECS) parts.push(await benchCodec(codec, await imagesOf(codec, groups), say));
  return parts.join('\n\n');
}

async function benchCodec({ codec }: Codec, layouts: string, say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(RIG, 'bench-base-'));
  const registry = await startRegistry();
  const before = `${registry.host}/${REPOSITORY}:before`;
  const after = `${registry.host}/${REPOSITORY}:after`;
  try {
    await pushLayout(join(layouts, 'before'), before);
    await pushLayout(join(layouts, 'after'), after);
    const [old, current, scratch, copied] = ['old', 'current', 'scratch', 'copied'].map((name) => join(folder, name)) as [string, string, string, string];
    await ours(before, old);
    await ours(after, current);

    let cold: Read | undefined;
    const [whole, rebuilt, known, copy] = ['ours: nothing is known', `ours: ${LAYERS - 1} of ${LAYERS} layers are known`, 'ours: all are known', 'skopeo copy to a folder'] as const;
    const from = (name: string, cache: string): Contender => ({
      name,
      run: async () => {
        await rm(scratch, { recursive: true, force: true });
        await cp(cache, scratch, { recursive: true });
        const { peak } = await ours(after, scratch);
        return { bytes: 0, peak };
      },
    });
    const results = await measure(
      [
        { name: whole, run: async () => ({ bytes: 0, peak: (cold = await ours(after)).peak }) },
        {
          name: copy,
          run: async () => {
            await rm(copied, { recursive: true, force: true });
            await run(['skopeo', '--insecure-policy', 'copy', '--quiet', '--src-tls-verify=false', `docker://${after}`, `dir:${copied}`], { env });
            return { bytes: await folderSize(copied) };
          },
        },
        from(rebuilt, old),
        from(known, current),
      ],
      ROUNDS,
      (line) => say(`${codec}, ${line}`),
    );

    const fetched = new Map<string, number>([
      [whole, await counted(registry.host, undefined)],
      [rebuilt, await counted(registry.host, 'before')],
      [known, await counted(registry.host, 'after')],
    ]);
    const sizes = await layerSizes(join(layouts, 'after'));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const copyTime = results.find(({ name }) => name === copy)?.time ?? Number.NaN;
    const rows = results.map(({ name, time, bytes, peak }) => [
      name,
      `${(time / 1000).toFixed(2)} s`,
      (time / copyTime).toFixed(2),
      formatBytes(fetched.get(name) ?? total),
      bytes === 0 ? 'none' : formatBytes(bytes),
      peak === undefined ? '' : formatBytes(peak),
    ]);
    return [
      `${LAYERS} layers of ${codec}, ${formatBytes(total)}, with ${cold?.paths ?? 0} store paths; the new one of ten has ${formatBytes(sizes.at(-1) ?? 0)}. The median of ${ROUNDS} rounds; ours, cold, takes ${((cold?.cpu ?? 0) / 1000).toFixed(1)} s of processor time.`,
      '',
      table([codec, 'time', '÷ skopeo copy', 'fetched', 'on disk', 'peak memory'], rows),
    ].join('\n');
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ours(reference: string, ...cache: readonly string[]): Promise<Read> {
  return JSON.parse(await run([process.execPath, join(PROJECT, 'bench/base-once.ts'), reference, ...cache], { env: compiled })) as Read;
}

/** Bytes that a read of the newer image takes from the registry, after one of `known` through the same proxy. */
async function counted(registry: string, known: string | undefined): Promise<number> {
  const proxy = await startFaultProxy(registry);
  const cache = await mkdtemp(join(RIG, 'bench-base-cache-'));
  try {
    if (known !== undefined) await ours(`${proxy.host}/${REPOSITORY}:${known}`, cache);
    const already = proxy.answerBytes();
    await ours(`${proxy.host}/${REPOSITORY}:after`, cache);
    return proxy.answerBytes() - already;
  } finally {
    await proxy.stop();
    await rm(cache, { recursive: true, force: true });
  }
}

/** Store paths in groups of about the same size: the largest first, each to the smallest group. */
async function groupsOf(paths: readonly string[]): Promise<string[][]> {
  const printed = await run(['du', '--summarize', '--bytes', ...paths]);
  const sized = printed.trim().split('\n').map((line) => line.split('\t')).map(([size, path = '']) => ({ size: Number(size), path }));
  const groups = Array.from({ length: LAYERS }, () => ({ size: 0, paths: [] as string[] }));
  for (const { size, path } of sized.toSorted((a, b) => b.size - a.size)) {
    const smallest = groups.reduce((a, b) => (b.size < a.size ? b : a));
    smallest.size += size;
    smallest.paths.push(path);
  }
  return groups.map((group) => group.paths.toSorted());
}

/** A folder with two layouts, `before` and `after`, which share all layers but the last; made once. */
async function imagesOf(codec: Codec, groups: readonly (readonly string[])[]): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify([codec, groups])).digest('hex').slice(0, 12);
  return once(`layouts/bench-base-${codec.codec}-${key}`, async (folder) => {
    const layers: Layer[] = [];
    const blobs = join(folder, 'blobs');
    for (const paths of groups) layers.push(await writeLayer(blobs, codec, paths));
    // The last layer of the image before had one path less.
    const older = await writeLayer(blobs, codec, groups.at(-1)?.slice(1) ?? []);
    await writeImage(join(folder, 'before'), blobs, [...layers.slice(0, -1), older]);
    await writeImage(join(folder, 'after'), blobs, layers);
  });
}

async function writeLayer(blobs: string, { program, mediaType }: Codec, paths: readonly string[]): Promise<Layer> {
  await run(['mkdir', '-p', blobs]);
  const tar = join(blobs, 'layer.tar');
  const fixed = ['--sort=name', '--mtime=@1', '--owner=0', '--group=0', '--numeric-owner'];
  await run(['tar', ...fixed, '-C', '/', '-cf', tar, ...paths.map((path) => path.slice(1))]);
  const diffId = await digestOfFile(tar);
  await run([...program, tar], { env });
  const packed = (await readdir(blobs)).find((name) => name.startsWith('layer.tar.')) ?? '';
  await rm(tar, { force: true });
  const digest = await digestOfFile(join(blobs, packed));
  const { size } = await stat(join(blobs, packed));
  await run(['mv', join(blobs, packed), join(blobs, hexOf(digest))]);
  return { descriptor: { mediaType, digest, size }, diffId };
}

async function writeImage(folder: string, blobs: string, layers: readonly Layer[]): Promise<void> {
  const writer = await LayoutWriter.create(folder);
  for (const { descriptor } of layers) {
    const name = hexOf(descriptor.digest);
    // Two images share most of them.
    await run(['ln', '-f', join(blobs, name), join(writer.blobsFolder, name)]);
  }
  const image = { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) } };
  const config = await writer.addBytes(Buffer.from(canonicalJson(image)), IMAGE_CONFIG);
  const manifest = { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: layers.map(({ descriptor }) => descriptor) };
  const descriptor = await writer.addBytes(Buffer.from(canonicalJson(manifest)), IMAGE_MANIFEST);
  await writer.finish([{ ...descriptor, annotations: { [REF_NAME]: 'latest' } }]);
  await writeFile(join(folder, 'layers.json'), JSON.stringify(layers.map((layer) => layer.descriptor.size)));
}

async function layerSizes(layout: string): Promise<number[]> {
  return JSON.parse(await run(['cat', join(layout, 'layers.json')])) as number[];
}

async function digestOfFile(file: string): Promise<Digest> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  return digestOfHex(hash.digest('hex'));
}

async function folderSize(folder: string): Promise<number> {
  const files = await readdir(folder);
  return (await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size))).reduce((sum, size) => sum + size, 0);
}

if (import.meta.main) process.stdout.write(`${await benchBase((line) => process.stderr.write(`${line}\n`))}\n`);
