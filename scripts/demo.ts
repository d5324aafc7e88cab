/**
 * The whole way on real programs, with the embedded defaults: the host's Nix, a base given as an OCI image layout, a
 * layout as destination. No container engine, no registry, no GitHub. scripts/setup.sh demo comes first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRoot, runAsRoot } from '../__tests__/rig/as-root.ts';
import { copyInto } from '../__tests__/rig/bedrock.ts';
import { run } from '../__tests__/rig/command.ts';
import { buildFlake, closureOf, makeFlake } from '../__tests__/rig/flakes.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT, RIG } from '../__tests__/rig/paths.ts';
import { DELTA_ARTIFACT, ENV_PATH } from '../src/oci/format/media-types.ts';
import type { ImageIndex, ImageManifest } from '../src/oci/format/manifest.ts';
import { hexOf, type Digest } from '../src/oci/format/digest.ts';

const DEMO = path.join(RIG, 'demo');
const BASE = path.join(DEMO, 'base');
const FEATURE = path.join(DEMO, 'demo-tools');
const FLAKE = path.join(DEMO, 'flake');
const OUTPUT = path.join(DEMO, 'output');

const BASE_PACKAGES = ['curl', 'sqlite3'];
const FEATURE_PACKAGES = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl'];

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function step(title: string): void {
  say(process.stdout.isTTY ? `\n\u001B[1m${title}\u001B[0m` : `\n${title}`);
}

/** An image of the base's programs alone, as umoci makes one. */
async function makeBase(): Promise<void> {
  const { out } = await buildFlake(await makeFlake('demo-base', BASE_PACKAGES));
  const root = path.join(DEMO, 'base-root');
  await copyInto(root, [out]);
  await run(['umoci', 'init', '--layout', BASE]);
  await run(['umoci', 'new', '--image', `${BASE}:latest`]);
  await run(['umoci', 'insert', '--image', `${BASE}:latest`, path.join(root, 'nix'), '/nix']);
  await rm(root, { recursive: true });
  say(`  base     ${relative(BASE)}: an OCI image layout with ${BASE_PACKAGES.join(', ')} in ${(await closureOf(out)).length} store paths`);
}

/** What an author writes: metadata, a test, a README, and a flake. The flake is in a folder of its own: it has Debian's packages beside it, which are no part of the Feature. */
async function makeFeature(): Promise<void> {
  await cp(await makeFlake('demo-tools', FEATURE_PACKAGES), FLAKE, { recursive: true });
  const tools = FEATURE_PACKAGES.join(', ');
  const metadata = {
    id: 'demo-tools',
    version: '1.0.0',
    name: 'Demo tools',
    description: `${tools} from a flake`,
    options: { mode: { type: 'string', enum: ['auto', 'secure', 'dev'], default: 'auto', description: 'How it is installed' } },
    containerEnv: { PATH: '/opt/nix-feature/demo-tools/bin:${PATH}' },
  };
  await mkdir(FEATURE);
  await writeFile(path.join(FEATURE, 'devcontainer-feature.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  await writeFile(path.join(FEATURE, 'README.md'), `# Demo tools\n\n${tools}, on the PATH.\n\n| option | default | |\n| --- | --- | --- |\n| \`mode\` | \`auto\` | how it is installed |\n`);
  await writeFile(path.join(FEATURE, 'test.sh'), '#!/bin/sh\nset -eu\njq --version\nrg --version\n', { mode: 0o755 });
  say(`  feature  ${relative(FEATURE)}: metadata and a test`);
  say(`  flake    ${relative(FLAKE)}: ${tools}`);
}

/** Runs our command line as a user would, with this terminal. */
async function build(): Promise<void> {
  const argv = ['dist/cli/index.js', 'build', '--feature', relative(FEATURE), '--flake', `./${relative(FLAKE)}`, '--base-image', `oci:${relative(BASE)}:latest`];
  // The base is a store and nothing else, and no container engine is needed here.
  argv.push('--build-in', 'host', '--test', 'false', '--output', relative(OUTPUT));
  say(`  $ nix-feature ${argv.slice(1).join(' ')}\n`);
  const child = spawn(process.execPath, argv, { cwd: PROJECT, stdio: 'inherit', env: NIX_ENV });
  const [code] = (await once(child, 'close')) as [number | null];
  // It has said why.
  if (code !== 0) process.exit(code ?? 1);
}

interface Delta {
  readonly storePath: string;
  /** Files of the delta's layers, lowest first. */
  readonly layers: readonly string[];
}

/** Finds the delta in the layout that was built, as any OCI client could. */
async function readDelta(): Promise<Delta> {
  const blob = (digest: Digest): string => path.join(OUTPUT, 'blobs/sha256', hexOf(digest));
  const index = JSON.parse(await readFile(path.join(OUTPUT, 'index.json'), 'utf8')) as ImageIndex;
  for (const { digest } of index.manifests) {
    const manifest = JSON.parse(await readFile(blob(digest), 'utf8')) as ImageManifest;
    if (manifest.artifactType !== DELTA_ARTIFACT) continue;
    const pointer = manifest.layers.find((layer) => layer.mediaType === ENV_PATH);
    if (pointer === undefined) throw new Error(`the manifest ${digest} does not say which store path was built`);
    return {
      storePath: (await readFile(blob(pointer.digest), 'utf8')).trim(),
      layers: manifest.layers.filter((layer) => layer !== pointer).map((layer) => blob(layer.digest)),
    };
  }
  throw new Error(`${relative(OUTPUT)}/index.json has no manifest of type ${DELTA_ARTIFACT}`);
}

/** @returns the root folder: base and delta, and nothing else */
async function layOver(delta: Delta): Promise<string> {
  const bundle = path.join(DEMO, 'installed');
  await run(['umoci', 'unpack', '--image', `${BASE}:latest`, bundle]);
  const root = path.join(bundle, 'rootfs');
  for (const layer of delta.layers) await run(['tar', '-x', '-C', root, '-f', layer]);
  say(`  ${relative(root)}: the base, and ${delta.layers.length} layers of the delta over it; no /bin, no /lib`);
  return root;
}

async function tryOut(root: string, storePath: string): Promise<void> {
  const inside = async (tool: string, args: readonly string[], input?: string): Promise<string> => {
    const argv = ['chroot', root, `${storePath}/bin/${tool}`, ...args];
    return (await run(argv, input === undefined ? {} : { input })).trim();
  };
  const document = '{"delta":{"adds":["git","jq","ripgrep"]},"base":{"has":["curl","sqlite3"]}}';
  const answer = await inside('jq', ['-r', '.delta.adds | join(" + ")'], document);
  say(`  $ chroot … ${storePath}/bin/jq -r '.delta.adds | join(" + ")'`);
  say(`  ${answer}`);
  if (answer !== 'git + jq + ripgrep') throw new Error('jq from the delta gave another answer than expected');
  const [ripgrep = ''] = (await inside('rg', ['--version'])).split('\n');
  say(`  ${ripgrep}, from the delta`);
  say(`  sqlite ${await inside('sqlite3', [':memory:', 'select sqlite_version()'])}, from the base`);
}

function relative(file: string): string {
  return path.relative(PROJECT, file);
}

async function main(): Promise<void> {
  const start = performance.now();
  await rm(DEMO, { recursive: true, force: true });
  await mkdir(DEMO, { recursive: true });
  step('1. A base image and a Feature, made from Debian packages (this takes a while the first time)');
  await makeBase();
  await makeFeature();
  step('2. Build the delta');
  await build();
  step('3. Lay it over the base, and run its tools');
  const delta = await readDelta();
  await tryOut(await layOver(delta), delta.storePath);
  say(`\nThe demo works (${((performance.now() - start) / 1000).toFixed(0)} s). What it made is in ${relative(DEMO)}.`);
}

if (isRoot()) await main();
else process.exitCode = await runAsRoot(import.meta.filename, process.argv.slice(2));
