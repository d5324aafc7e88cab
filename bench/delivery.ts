import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bedrockWith } from '../__tests__/rig/bedrock.ts';
import { run } from '../__tests__/rig/command.ts';
import { aptEnv, suites } from '../__tests__/rig/debian.ts';
import { machineArch } from '../__tests__/rig/flakes.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { startRegistry } from '../__tests__/rig/registry.ts';
import { systemOver } from '../__tests__/e2e/install-system.ts';
import { formatBytes } from '../src/kit/format.ts';
import type { ImageManifest } from '../src/oci/format/manifest.ts';
import { systemOf } from '../src/platform.ts';
import { median, table } from './measure.ts';

const MIB = 1024 * 1024;
/** Of what nobody can compress. */
const SIZES = [MIB, 4 * MIB, 16 * MIB, 32 * MIB];
const ROUNDS = 5;
const DELIVERIES = ['embed', 'layers'] as const;

type Delivery = (typeof DELIVERIES)[number];

/**
 * Where the layers travel: what a release sends if one small path of a Feature changed, and how long an installation takes, from the tar's
 * download to its end. Registry and system are on this machine, so that no network is in the times. Needs root, and dist/.
 * @returns Markdown
 */
export async function benchDelivery(say: (line: string) => void): Promise<string> {
  await mkdir(join(RIG, 'bench'), { recursive: true });
  const folder = await mkdtemp(join(RIG, 'bench/delivery-'));
  const registry = await startRegistry();
  try {
    const lower = `${await curlOf(folder)}:${await bedrockWith({ arch: machineArch(), paths: [], database: true })}`;
    const rows: string[][] = [];
    for (const size of SIZES) {
      const sent = new Map<Delivery, number>();
      for (const delivery of DELIVERIES) {
        for (const version of ['1.0.0', '1.1.0']) sent.set(delivery, await publish(folder, { size, version, delivery, host: registry.host }));
      }
      const times = new Map<Delivery, number[]>(DELIVERIES.map((delivery) => [delivery, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const delivery of DELIVERIES) {
          const time = await installed(lower, join(folder, `system-${size}-${delivery}-${round}`), `http://${registry.host}/v2/${namespaceOf(size, delivery)}/noise`);
          times.get(delivery)?.push(time);
          say(`${formatBytes(size)}, ${delivery}, round ${round}: ${(time / 1000).toFixed(2)} s`);
        }
      }
      const [embed, layers] = DELIVERIES.map((delivery) => ({ sent: sent.get(delivery) ?? 0, time: median(times.get(delivery) ?? []) }));
      if (embed === undefined || layers === undefined) continue;
      rows.push([formatBytes(size), formatBytes(embed.sent), formatBytes(layers.sent), (embed.sent / layers.sent).toFixed(0), (layers.time / embed.time).toFixed(2)]);
    }
    return [
      `The second release of a Feature with one large path, and a small one that changed; for one platform. The median of ${ROUNDS} installations.`,
      '',
      table(['compressed size', 'embed sends', 'layers send', 'embed ÷ layers', 'installing: layers ÷ embed'], rows),
    ].join('\n');
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function namespaceOf(size: number, delivery: Delivery): string {
  return `bench/${delivery}-${size}`;
}

/** @returns the bytes that were sent */
async function publish(folder: string, { size, version, delivery, host }: { readonly size: number; readonly version: string; readonly delivery: Delivery; readonly host: string }): Promise<number> {
  const feature = join(folder, `${size}-${delivery}`, 'noise');
  await mkdir(feature, { recursive: true });
  const metadata = { id: 'noise', version, name: 'Noise', options: {} };
  await writeFile(join(feature, 'devcontainer-feature.json'), JSON.stringify(metadata));
  const system = systemOf(machineArch());
  const path = (name: string, script: string): string => `derivation { name = "${name}"; system = "${system}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; args = [ "-c" "${script}" ]; }`;
  await writeFile(
    join(feature, 'flake.nix'),
    `{ outputs = _: { packages.${system}.default = let
  large = ${path(`large-${size}`, `mkdir $out; openssl enc -aes-128-ctr -nosalt -pass pass:${size} < /dev/zero 2> /dev/null | head -c ${size} > $out/noise; true`)};
  small = ${path('small', `mkdir $out; echo ${version} > $out/version`)};
in derivation { name = "noise"; system = "${system}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; inherit large small; args = [ "-c" "mkdir -p $out/bin; ln -s $large $out/large; ln -s $small $out/small" ]; }; }; }\n`,
  );
  const flags = [`--feature=${feature}`, '--base-image=none', '--build-in=host', '--test=false', '--reproducible=off', `--delivery=${delivery}`, '--push', `--registry=${host}`, `--namespace=${namespaceOf(size, delivery)}`, '--json'];
  const printed = await run([process.execPath, join(PROJECT, 'dist/cli/index.js'), 'build', ...flags], { env: NIX_ENV });
  return (JSON.parse(printed) as { readonly uploadedBytes: number }).uploadedBytes;
}

/** A Bedrock has no program that downloads. @returns the folder of one */
async function curlOf(folder: string): Promise<string> {
  const curl = join(folder, 'curl');
  await mkdir(curl);
  const arch = machineArch();
  await run(['apt-get', '-q=2', '-o', `APT::Architecture=${arch}`, 'download', `curl:${arch}`], { env: await aptEnv((await suites()).bedrock), cwd: folder });
  await run(['dpkg-deb', '-x', join(folder, (await readdir(folder)).find((name) => name.endsWith('.deb')) ?? ''), curl]);
  return curl;
}

/** Does what the dev container tools do with a published Feature. @returns milliseconds */
async function installed(lower: string, scratch: string, repository: string): Promise<number> {
  const began = performance.now();
  const feature = join(scratch, 'feature');
  await mkdir(feature, { recursive: true });
  const accept = { accept: 'application/vnd.oci.image.manifest.v1+json' };
  const manifest = (await (await fetch(`${repository}/manifests/1.1.0`, { headers: accept })).json()) as ImageManifest;
  const tar = await fetch(`${repository}/blobs/${manifest.layers[0]?.digest ?? ''}`);
  await writeFile(`${feature}.tar`, Buffer.from(await tar.arrayBuffer()));
  await run(['tar', '-xf', `${feature}.tar`, '-C', feature]);
  const { code, said } = await systemOver(lower, scratch).run('sh /feature/install.sh', { feature });
  if (code !== 0) throw new Error(`the installation failed: ${said}`);
  const time = performance.now() - began;
  await rm(scratch, { recursive: true, force: true });
  return time;
}
