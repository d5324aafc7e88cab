import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../__tests__/rig/command.ts';
import { startFaultProxy } from '../__tests__/rig/fault-proxy.ts';
import { PROJECT, RIG, searchPath } from '../__tests__/rig/paths.ts';
import { startRegistry } from '../__tests__/rig/registry.ts';
import { canonicalJson } from '../src/oci/format/canonical-json.ts';
import { digestOf } from '../src/oci/format/digest.ts';
import { REF_NAME } from '../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../src/oci/layout/layout-writer.ts';
import type { Descriptor } from '../src/oci/format/manifest.ts';
import { IMAGE_CONFIG, IMAGE_MANIFEST, LAYER_GZIP } from '../src/oci/format/media-types.ts';
import { formatBytes } from '../src/kit/format.ts';
import { median, table } from './measure.ts';

const LAYERS = 4;
const LAYER_SIZE = 64 * 1024 * 1024;
const ROUNDS = 3;

interface Layout {
  readonly folder: string;
  readonly layers: readonly { readonly content: Buffer; readonly descriptor: Descriptor }[];
}

interface Contender {
  readonly name: string;
  /** @param registry `localhost:PORT` @returns what it printed */
  push(layout: Layout, registry: string): Promise<string>;
}

interface Situation {
  readonly name: string;
  /** Brings a registry into it. */
  prepare(registry: string): Promise<void>;
}

/** As in the action, where Node runs already when the push begins. */
const WITHIN = 'ours, without the start of Node';
const TARGET = 'bench/tools';
const NEIGHBOUR = 'bench/neighbour';
const env = { ...process.env, PATH: searchPath() };
// What ships is a bundle without types; here they are stripped once, and not at each start.
const compiled = { ...env, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache') };

const ours = (layout: Layout, reference: string, ...mountFrom: readonly string[]): Promise<string> =>
  run([process.execPath, join(PROJECT, 'bench/push-once.ts'), layout.folder, reference, ...mountFrom], { env: compiled });

const CONTENDERS: readonly Contender[] = [
  { name: 'ours', push: (layout, registry) => ours(layout, `${registry}/${TARGET}:1`, NEIGHBOUR) },
  {
    name: 'skopeo copy',
    push: (layout, registry) => run(['skopeo', 'copy', '--quiet', '--dest-tls-verify=false', `oci:${layout.folder}:1`, `docker://${registry}/${TARGET}:1`], { env }),
  },
  {
    name: 'oras push',
    push: (layout, registry) => {
      const files = layout.layers.map(({ descriptor }) => `${descriptor.digest.slice('sha256:'.length)}:${descriptor.mediaType}`);
      return run(['oras', 'push', '--no-tty', '--plain-http', `${registry}/${TARGET}:1`, ...files], { env, cwd: join(layout.folder, 'blobs/sha256') });
    },
  },
];

/** Pushing the same layers to the same registry: ours, against other clients. @returns Markdown */
export async function benchPush(say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(RIG, 'bench-push-'));
  try {
    const last = await writeLayout(join(folder, 'last'), []);
    const next = await writeLayout(join(folder, 'next'), last.layers.slice(1));
    const situations: readonly Situation[] = [
      { name: 'nothing is there', prepare: () => Promise.resolve() },
      { name: `${LAYERS - 1} of ${LAYERS} layers are there`, prepare: async (registry) => void (await ours(last, `${registry}/${TARGET}:0`)) },
      { name: 'another repository has them all', prepare: async (registry) => void (await ours(next, `${registry}/${NEIGHBOUR}:0`)) },
    ];
    const rows: string[][] = [];
    for (const situation of situations) rows.push(...(await compare(situation, next, say)));
    return table(['pushing', 'time', 'against ours', 'bytes sent', 'against the layers that were missing'], rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(situation: Situation, layout: Layout, say: (line: string) => void): Promise<string[][]> {
  const times = new Map<string, number[]>([...CONTENDERS.map(({ name }) => name), WITHIN].map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const contender of CONTENDERS) {
      const { time, printed } = await timed(situation, layout, contender);
      if (round > 0) times.get(contender.name)?.push(time); // the first one warms caches
      if (round > 0 && contender.name === 'ours') times.get(WITHIN)?.push(Number(printed));
      say(`${situation.name}, round ${round}: ${contender.name}, ${(time / 1000).toFixed(2)} s`);
    }
  }
  const base = median(times.get('ours') ?? []);
  const missing = situation.name.startsWith('nothing') ? LAYERS : situation.name.startsWith('another') ? 0 : 1;
  const rows: string[][] = [];
  for (const contender of CONTENDERS) {
    const time = median(times.get(contender.name) ?? []);
    const bytes = await counted(situation, layout, contender);
    const share = missing === 0 ? (bytes < LAYER_SIZE ? 'none sent' : `${formatBytes(bytes)} too many`) : `${(bytes / (missing * LAYER_SIZE)).toFixed(2)} ×`;
    rows.push([`${contender.name}: ${situation.name}`, `${(time / 1000).toFixed(2)} s`, `${(time / base).toFixed(2)} ×`, formatBytes(bytes), share]);
  }
  const within = median(times.get(WITHIN) ?? []);
  rows.splice(1, 0, [`${WITHIN}: ${situation.name}`, `${(within / 1000).toFixed(2)} s`, `${(within / base).toFixed(2)} ×`, '', '']);
  return rows;
}

// A registry of its own each time: on another port no client remembers what it has pushed.
async function timed(situation: Situation, layout: Layout, contender: Contender): Promise<{ time: number; printed: string }> {
  const registry = await startRegistry();
  try {
    await situation.prepare(registry.host);
    const began = performance.now();
    const printed = await contender.push(layout, registry.host);
    return { time: performance.now() - began, printed };
  } finally {
    await registry.stop();
  }
}

async function counted(situation: Situation, layout: Layout, contender: Contender): Promise<number> {
  const registry = await startRegistry();
  const proxy = await startFaultProxy(registry.host);
  try {
    await situation.prepare(registry.host);
    await contender.push(layout, proxy.host);
    return proxy.bodyBytes();
  } finally {
    await proxy.stop();
    await registry.stop();
  }
}

/** An image that every client takes for one: layers that are gzip, and a config that fits them. */
async function writeLayout(folder: string, kept: Layout['layers']): Promise<Layout> {
  const writer = await LayoutWriter.create(folder);
  const layers = [...kept];
  const diffIds: string[] = [];
  while (layers.length < LAYERS) {
    const content = gzipSync(randomBytes(LAYER_SIZE), { level: 0 });
    layers.push({ content, descriptor: { mediaType: LAYER_GZIP, digest: digestOf(content), size: content.length } });
  }
  for (const { content, descriptor } of layers) {
    await writer.addBytes(content, descriptor.mediaType);
    diffIds.push(descriptor.digest);
  }
  const image = { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: diffIds } };
  const config = await writer.addBytes(Buffer.from(canonicalJson(image)), IMAGE_CONFIG);
  const descriptors = layers.map(({ descriptor }) => descriptor);
  const manifest = { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: descriptors };
  const descriptor = await writer.addBytes(Buffer.from(canonicalJson(manifest)), IMAGE_MANIFEST);
  await writer.finish([{ ...descriptor, annotations: { [REF_NAME]: '1' } }]);
  return { folder, layers };
}

if (import.meta.main) process.stdout.write(`${await benchPush((line) => process.stderr.write(`${line}\n`))}\n`);
