import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../__tests__/rig/command.ts';
import { startFaultProxy } from '../__tests__/rig/fault-proxy.ts';
import { buildFlake, closureOf, makeFlake } from '../__tests__/rig/flakes.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { startRegistry } from '../__tests__/rig/registry.ts';
import { formatBytes } from '../src/kit/format.ts';
import { measure, table, type Contender } from './measure.ts';
import { PACKAGES } from './pack.ts';

const ROUNDS = 3;
const ID = 'big-tools';
/** What the second release changes: nothing but the environment refers to it. */
const CHANGED = 'ripgrep';

interface Published {
  readonly upToDate: boolean;
  readonly uploadedBytes: number;
  readonly reusedLayers: number;
  readonly platforms: readonly { readonly layers: readonly { readonly size: number; readonly digest: string }[] }[];
}

/** Releases of a large Feature: the first one, one that changes a path, one that changes nothing. @returns Markdown */
export async function benchRelease(say: (line: string) => void): Promise<string> {
  await mkdir(join(RIG, 'bench'), { recursive: true });
  const folder = await mkdtemp(join(RIG, 'bench/release-'));
  const registry = await startRegistry();
  try {
    const flakes = await makeFlakes(folder);
    const features = { first: await writeFeature(folder, '1.0.0'), second: await writeFeature(folder, '1.1.0') };
    let namespaces = 0;
    const publish = async (feature: string, flake: string, namespace: string, host = registry.host): Promise<Published> => {
      const flags = [`--feature=${feature}`, `--flake=${flake}`, '--base-image=none', '--build-in=host', '--test=false', '--delivery=layers', '--push', `--registry=${host}`, `--namespace=${namespace}`, '--json'];
      const cli = join(PROJECT, 'dist/cli/index.js');
      return JSON.parse(await run([process.execPath, cli, 'build', ...flags], { env: { ...NIX_ENV, NIX_FEATURE_CACHE: join(folder, 'cache') } })) as Published;
    };
    const fresh = (): string => `bench/release-${(namespaces += 1)}`;
    const results = new Map<string, Published>();
    const contender = (name: string, work: () => Promise<Published>): Contender => ({
      name,
      run: async () => {
        const result = await work();
        results.set(name, result);
        return { bytes: result.uploadedBytes };
      },
    });
    let namespace = '';
    const evaluate: Contender = {
      name: 'nix eval of the flake, by itself',
      run: async () => {
        await run(['nix', 'eval', '--raw', `path:${flakes.touched}#default.outPath`], { env: NIX_ENV });
        return { bytes: 0 };
      },
    };
    const measured = await measure(
      [
        contender('the first release', () => publish(features.first, flakes.first, (namespace = fresh()))),
        contender(`1 path changed (${CHANGED})`, () => publish(features.second, flakes.second, namespace)),
        contender('nothing changed', () => publish(features.second, flakes.second, namespace)),
        contender('nothing changed but comments in the flake', () => publish(features.second, flakes.touched, namespace)),
        evaluate,
      ],
      ROUNDS,
      say,
    );
    const proxy = await startFaultProxy(registry.host);
    const requests = new Map<string, number>();
    try {
      for (const [name, flake] of [['nothing changed', flakes.second], ['nothing changed but comments in the flake', flakes.touched]] as const) {
        proxy.verbs.length = 0;
        await publish(features.second, flake, namespace, proxy.host);
        requests.set(name, proxy.verbs.length);
      }
    } finally {
      await proxy.stop();
    }
    const cold = measured[0]?.time ?? Number.NaN;
    const rows = measured.map(({ name, time, bytes }) => {
      const result = results.get(name);
      const layers = result?.platforms.flatMap((platform) => platform.layers) ?? [];
      const taken = result === undefined ? '' : result.upToDate ? 'up to date' : `${result.reusedLayers} of ${layers.length} layers taken over`;
      return [name, `${(time / 1000).toFixed(2)} s`, (time / cold).toFixed(2), taken, result === undefined ? '' : formatBytes(bytes), String(requests.get(name) ?? '')];
    });
    const before = new Set(results.get('the first release')?.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const second = results.get(`1 path changed (${CHANGED})`);
    const own = second?.platforms.flatMap(({ layers }) => layers).filter(({ digest }) => !before.has(digest)) ?? [];
    const due = own.reduce((sum, { size }) => sum + size, 0);
    return [
      `A Feature of ${flakes.paths} store paths; the median of ${ROUNDS} rounds. The layers that are new in the second release have ${formatBytes(due)} together: ${formatBytes((second?.uploadedBytes ?? 0) - due)} more were sent, manifests' configs and the Feature's own tar.`,
      '',
      table(['', 'time', '÷ the first release', 'layers', 'sent', 'requests'], rows),
    ].join('\n');
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Flakes {
  readonly first: string;
  /** With another version of one package. */
  readonly second: string;
  /** That, with a comment more. */
  readonly touched: string;
  readonly paths: number;
}

/** All of them built. As a flake has its sources elsewhere, the Debian packages are a locked input, and not in the folder. */
async function makeFlakes(folder: string): Promise<Flakes> {
  const whole = await makeFlake(ID, PACKAGES);
  const text = (await readFile(join(whole, 'flake.nix'), 'utf8'))
    .replace('outputs = { self }:', `inputs.debs = { url = "path:${whole}/debs"; flake = false; };\n  outputs = { self, debs }:`)
    .replace('./debs + "/${name}.deb"', '"${debs}/${name}.deb"');
  const changed = text.replace(new RegExp(`^( *"${CHANGED}" = deb "${CHANGED}" "[^"]+)"`, 'm'), '$1-patched"');
  if (changed === text) throw new Error(`${CHANGED} is not in ${whole}`);
  const [first, second, touched] = await Promise.all([
    thinFlake(whole, join(folder, 'first'), text),
    thinFlake(whole, join(folder, 'second'), changed),
    thinFlake(whole, join(folder, 'touched'), `# The same.\n${changed}`),
  ]);
  const { out } = await buildFlake(first);
  await buildFlake(second);
  return { first, second, touched, paths: (await closureOf(out)).length };
}

async function thinFlake(whole: string, folder: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of ['build-deb.sh', 'build-env.sh']) await cp(join(whole, name), join(folder, name));
  await writeFile(join(folder, 'flake.nix'), text);
  await run(['nix', 'flake', 'lock', `path:${folder}`], { env: NIX_ENV });
  return folder;
}

async function writeFeature(folder: string, version: string): Promise<string> {
  const feature = join(folder, version, ID);
  await mkdir(feature, { recursive: true });
  await writeFile(join(feature, 'devcontainer-feature.json'), JSON.stringify({ id: ID, version, name: ID }));
  return feature;
}
