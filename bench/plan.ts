import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, run, type Env } from '../__tests__/rig/command.ts';
import { startFaultProxy } from '../__tests__/rig/fault-proxy.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG, searchPath } from '../__tests__/rig/paths.ts';
import { startRegistry } from '../__tests__/rig/registry.ts';
import type { ClosureEntry, DeltaDocument } from '../src/delta/document/delta-document.ts';
import { EMPTY_CONFIG, featureManifest } from '../src/feature/manifest/feature-manifest.ts';
import type { ShippedFile } from '../src/feature/files/shipped-files.ts';
import { evaluate } from '../src/nix/flake/evaluate.ts';
import { HostSite } from '../src/nix/run/host-site.ts';
import { inParallel } from '../src/kit/parallel.ts';
import { parseStorePath, type StorePath } from '../src/nix/store/store-path.ts';
import { bytesContent } from '../src/oci/push/blob-content.ts';
import { canonicalJson } from '../src/oci/format/canonical-json.ts';
import { digestOf } from '../src/oci/format/digest.ts';
import type { Descriptor } from '../src/oci/format/manifest.ts';
import { DELTA_CONFIG, DEVCONTAINER_CONFIG, DEVCONTAINER_LAYER, IMAGE_MANIFEST } from '../src/oci/format/media-types.ts';
import { RegistryWriter } from '../src/oci/push/registry-writer.ts';
import { archOf, ARCHES, systemOf, type Arch } from '../src/platform.ts';
import { keyOf, publishedMetadata } from '../src/release/same-release.ts';
import { formatBytes, formatCount } from '../src/kit/format.ts';
import { median, table } from './measure.ts';

const FEATURES = 1000;
/** Store paths of each closure; some are of that Feature alone, the others of many. */
const PATHS = 100;
const ROUNDS = 3;
const NAMESPACE = 'bench/mono';
/** Milliseconds that a registry far away takes longer for each answer. */
const FAR = 50;

interface Feature {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly ShippedFile[];
  readonly metadata: string;
}

/** Planning a repository of a thousand Features. @returns Markdown */
export async function benchPlan(say: (line: string) => void): Promise<string> {
  const root = await mkdtemp(join(RIG, 'bench-plan-'));
  const registry = await startRegistry();
  try {
    const features = await inParallel(16, numbers(FEATURES), (index) => writeFeature(root, `tool-${String(index).padStart(4, '0')}`, 'hello'));
    const rows = [await measured('nothing is published', root, registry.host, 0)];
    const bytes = await publishAll(features, registry.host);
    say(`${FEATURES} Features published, ${formatBytes(bytes)} of delta documents`);
    rows.push(await measured('nothing changed', root, registry.host, 0));
    rows.push(await measured(`nothing changed, a registry that takes ${FAR} ms longer to answer`, root, registry.host, FAR));
    await writeFeature(root, 'tool-0500', 'goodbye');
    rows.push(await measured('one flake changed', root, registry.host, 0));
    const head = ['of 1000 Features for two platforms', 'to build', 'time', 'processor time', 'requests', 'Nix evaluations', 'peak memory'];
    return table(head, rows);
  } finally {
    await registry.stop();
    await rm(root, { recursive: true, force: true });
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

async function writeFeature(root: string, id: string, content: string): Promise<Feature> {
  const folder = join(root, 'features', id);
  const derivation = (arch: Arch): string =>
    `packages.${systemOf(arch)}.default = derivation { name = "${id}"; system = "${systemOf(arch)}"; builder = "/bin/sh"; args = [ "-c" "echo ${content} > $out" ]; };`;
  const metadata = JSON.stringify({ description: `The Feature ${id}`, id, name: id, version: '1.0.0' });
  const flake = `{ outputs = _: {\n${ARCHES.map(derivation).join('\n')}\n}; }\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'flake.nix'), flake);
  await writeFile(join(folder, 'devcontainer-feature.json'), metadata);
  return { id, folder, metadata, files: [{ name: 'flake.nix', executable: false, bytes: Buffer.from(flake) }] };
}

/** Publishes what builds of all of them would have, without building them. @returns bytes of the delta documents */
async function publishAll(features: readonly Feature[], registry: string): Promise<number> {
  const site = new HostSite({ system: 'x86_64-linux', baseEnv: NIX_ENV });
  const questions = features.flatMap(({ id, folder }) => ARCHES.map((arch) => ({ id, folder, arch })));
  const evaluations = await evaluate(
    site,
    questions.map(({ id, folder, arch }) => ({ reference: `path:${folder}`, attribute: 'default', system: systemOf(arch), written: id, mounts: [], seen: folder, folder })),
  );
  const documents = new Map<string, DeltaDocument[]>();
  for (const [index, { id, arch }] of questions.entries()) {
    const evaluation = evaluations[index];
    if (evaluation?.kind !== 'outputs') throw new Error(`${id} does not evaluate`);
    documents.set(id, [...(documents.get(id) ?? []), deltaDocument(id, arch, evaluation.storePath)]);
  }
  const sizes = await inParallel(8, features, (feature) => publish(feature, documents.get(feature.id) ?? [], registry));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function publish({ id, files, metadata }: Feature, documents: readonly DeltaDocument[], registry: string): Promise<number> {
  const writer = new RegistryWriter({ registry, repository: `${NAMESPACE}/${id}` });
  try {
    const push = async (text: string, mediaType: string): Promise<Descriptor> => {
      const bytes = Buffer.from(text);
      const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
      await writer.pushBlob(descriptor, bytesContent(bytes));
      return descriptor;
    };
    const content = { id, metadata, files, delivery: 'auto', documents } as const;
    const configs = await Promise.all(documents.map((document) => push(canonicalJson(document), DELTA_CONFIG)));
    const platforms = documents.map((document, index) => {
      const config = configs[index] as Descriptor;
      return { arch: archOf(document.system), document, digest: config.digest, manifest: { config }, layers: [], complement: [] };
    });
    const manifest = featureManifest({
      feature: { id, version: '1.0.0' },
      metadata: publishedMetadata(content),
      key: keyOf(content),
      config: await push(EMPTY_CONFIG, DEVCONTAINER_CONFIG),
      tar: await push(`the tar of ${id}`, DEVCONTAINER_LAYER),
      platforms,
      origin: {},
      onGithub: false,
    });
    for (const tag of ['1.0.0', 'latest']) await writer.pushManifest(Buffer.from(canonicalJson(manifest)), IMAGE_MANIFEST, tag);
    return configs.reduce((sum, { size }) => sum + size, 0);
  } finally {
    writer.close();
  }
}

function deltaDocument(id: string, arch: Arch, storePath: StorePath): DeltaDocument {
  const others = numbers(PATHS - 1).map((index) => madeUpPath(index < PATHS / 4 ? `${id}-${arch}-${index}` : `library-${arch}-${index}`));
  return {
    schemaVersion: 1,
    feature: { id, version: '1.0.0' },
    system: systemOf(arch),
    storePath,
    outputs: { out: storePath },
    bases: [],
    closure: [storePath, ...others].toSorted().map((path) => entryOf(path, others)),
    layers: [],
    env: { PATH: ['bin'], variables: {} },
    source: { flake: `./${id}#default`, locked: {} },
  };
}

function madeUpPath(name: string): StorePath {
  const hash = [...Buffer.from(digestOf(name)).subarray(7, 39)].map((byte) => '0123456789abcdfghijklmnpqrsvwxyz'[byte % 32]);
  return parseStorePath(`/nix/store/${hash.join('')}-${name}`);
}

function entryOf(path: StorePath, others: readonly StorePath[]): ClosureEntry {
  return { path, narHash: `sha256-${'A'.repeat(43)}=`, narSize: 100_000, references: others.slice(0, 4).toSorted(), deriver: null, ca: null, in: 'delta' };
}

/** Timed against the registry itself where it is near; one run more, through a proxy, counts. */
async function measured(name: string, root: string, registry: string, delay: number): Promise<string[]> {
  const wait = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), delay));
  const proxy = await startFaultProxy(registry, delay === 0 ? undefined : wait);
  const nix = await countedNix(root);
  try {
    const rounds: PlanRun[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await planOnce(root, delay === 0 ? registry : proxy.host, {}));
    const seconds = (of: (round: PlanRun) => number): string => `${median(rounds.map(of)).toFixed(1)} s`;
    const before = proxy.verbs.length;
    const { pending, peak } = await planOnce(root, proxy.host, { PATH: `${nix.folder}:${searchPath()}` });
    const [requests, evaluations] = [proxy.verbs.length - before, await nix.evaluations()];
    return [name, formatCount(pending), seconds(({ time }) => time), seconds(({ cpu }) => cpu), formatCount(requests), String(evaluations), formatBytes(peak)];
  } finally {
    await proxy.stop();
    await nix.remove();
  }
}

/** Of one command. */
interface PlanRun {
  /** Seconds. */
  readonly time: number;
  /** Seconds, with those of Nix. */
  readonly cpu: number;
  readonly pending: number;
  /** Bytes. */
  readonly peak: number;
}

async function planOnce(root: string, registry: string, more: Env): Promise<PlanRun> {
  const argv = ['plan', `--registry=${registry}`, `--namespace=${NAMESPACE}`, '--base-image=none', '--build-in=host', '--json', '--quiet'];
  // What ships is a bundle without types; here they are stripped once, and not at each start.
  const env = { ...NIX_ENV, NODE_COMPILE_CACHE: join(RIG, 'bench/compile-cache'), ...more };
  const began = performance.now();
  const { code, stdout, stderr } = await attempt(['/usr/bin/time', '-f', 'used %U %S %M', process.execPath, join(PROJECT, 'src/cli/main.ts'), ...argv], { cwd: root, env });
  const time = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`the plan ended with ${code}: ${stderr}`);
  const { count, later } = JSON.parse(stdout) as { count: number; later: number };
  const [, user, system, peak] = /used ([\d.]+) ([\d.]+) (\d+)/.exec(stderr) ?? [];
  return { time, cpu: Number(user) + Number(system), pending: count + later, peak: Number(peak) * 1024 };
}

/** A Nix that counts how often it is asked to evaluate. */
async function countedNix(root: string): Promise<{ readonly folder: string; evaluations(): Promise<number>; remove(): Promise<void> }> {
  const folder = await mkdtemp(`${root}-bin-`);
  const log = join(folder, 'calls');
  const nix = (await run(['which', 'nix'], { env: NIX_ENV })).trim();
  await writeFile(log, '');
  await writeFile(join(folder, 'nix'), `#!/bin/sh\ncase "$*" in *eval*) echo . >> ${log};; esac\nexec ${nix} "$@"\n`);
  await chmod(join(folder, 'nix'), 0o755);
  return {
    folder,
    evaluations: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '').length,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
