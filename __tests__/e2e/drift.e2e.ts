import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { bedrockWith, type BedrockAge } from '../rig/bedrock.ts';
import { attempt, run } from '../rig/command.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import { buildFlake, closureOf, machineArch, makeFlake, writeFlake } from '../rig/flakes.ts';
import { writeImageLayout } from '../rig/image-layout.ts';
import { bedrockImage, engine } from '../rig/images.ts';
import { serveNixpkgs } from '../rig/nixpkgs.ts';
import { theRig } from '../rig/rig.ts';
import { LABEL, MACHINE, added, attemptBuild, build, buildHere, scratchFolder, writeFeature, type Flags } from './nix-feature.ts';

/* A base made of the first revision of the stand-in for nixpkgs, and flakes of the first and the second. */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const base = (await buildFlake(await makeFlake('base', ['curl', 'sqlite3']))).out;
const inBase = new Set((await closureOf(base)).map((store) => store.slice(44)));
const nixpkgs = await serveNixpkgs();
afterAll(() => nixpkgs.stop());

/** As a label has it. */
function pinned(revision: 1 | 2): string {
  const { url, narHash } = nixpkgs.locked[revision];
  return `${url}?narHash=${encodeURIComponent(narHash)}`;
}

const full = await bedrockWith({ arch, paths: [base], database: false });
const labelled = await writeImageLayout(path.join(scratch, 'labelled'), [
  { arch, layers: [{ folder: full, members: ['nix'] }], labels: { 'dev.nix-feature.nixpkgs': pinned(1) } },
]);
const plain = await writeFeature(path.join(scratch, 'plain'), 'plain');
const ON_HOST: Flags = { 'build-in': 'host', 'base-image': `oci:${labelled}`, 'nix-config': 'substituters =' };

async function nixFeature(...argv: readonly string[]) {
  return runCommandLineHere(argv, { env: MACHINE, cwd: scratch });
}

interface Drift {
  readonly paths: number;
  readonly bytes: number;
  readonly nixpkgs: string | null;
  readonly follows: boolean;
  readonly mend: string | null;
  readonly list: readonly { readonly path: string; readonly base: string }[];
}

test('packages are taken from the nixpkgs that the base was made of, and the flake for them is shown and kept with its lock', async () => {
  const following = await build(path.join(scratch, 'following'), { ...ON_HOST, feature: plain, packages: ['curl', 'sqlite', 'hello'] });
  // Of all that is in the base, nothing is shipped.
  assert.deepEqual(added(following.document).filter((name) => inBase.has(name)), []);
  assert.match(following.stderr, /nixpkgs is http:\/\/127\.0\.0\.1:\d+\/nixpkgs-1\.tar\.gz\S*, as the base image says\./);
  assert.doesNotMatch(following.stdout, /Shipped twice/);
  const text = await readFile(path.join(following.layout, 'flake.nix'), 'utf8');
  assert.ok(following.stderr.includes('inputs.nixpkgs.url = "http://127.0.0.1'));
  assert.match(text, /"x86_64-linux" "aarch64-linux"/);
  const lock = JSON.parse(await readFile(path.join(following.layout, 'flake.lock'), 'utf8')) as { nodes: { nixpkgs: { locked: { narHash: string } } } };
  assert.equal(lock.nodes.nixpkgs.locked.narHash, nixpkgs.locked[1].narHash);
  // Nix takes both as they are, and builds the same.
  const copy = await writeFlake(path.join(scratch, 'copy'), text);
  await writeFile(path.join(copy, 'flake.lock'), await readFile(path.join(following.layout, 'flake.lock')));
  const again = await run(['nix', 'build', '--json', '--no-link', '--no-update-lock-file', `path:${copy}`], { env: MACHINE });
  assert.equal((JSON.parse(again) as { outputs: { out: string } }[])[0]?.outputs.out, following.document.storePath);
});

test('what is shipped twice is reported by the build and by the command, with its cost and the line that mends it; and that line mends it', async () => {
  const flake = await writeFlake(
    path.join(scratch, 'tools'),
    `{ inputs.nixpkgs.url = "${nixpkgs.references[2]}"; outputs = { self, nixpkgs }: { packages.${systemOf(arch)}.default = with nixpkgs.legacyPackages.${systemOf(arch)}; buildEnv { name = "tools"; paths = [ curl hello ]; }; }; }`,
  );
  await run(['nix', 'flake', 'lock', `path:${flake}`], { env: MACHINE });
  const feature = await writeFeature(flake, 'tools');
  const flags = { ...ON_HOST, feature };
  const drifted = await build(path.join(scratch, 'drifted'), flags);
  const twice = added(drifted.document).filter((name) => inBase.has(name));
  assert.ok(twice.some((name) => name.startsWith('curl-')) && twice.some((name) => name.startsWith('zlib1g-')), twice.join());
  assert.match(drifted.stdout, new RegExp(`Shipped twice: ${twice.length} paths, .*\\n[\\s\\S]*follow-base: true`));

  const json = await nixFeature('drift', 'drifted', `oci:${labelled}`, '--json');
  assert.equal(json.code, 0, json.stderr);
  const { drift } = (JSON.parse(json.stdout) as { platforms: { drift: Drift }[] }).platforms[0] ?? {};
  assert.deepEqual(drift?.list.map((each) => each.path.slice(44)).sort(), twice);
  assert.ok(drift.list.every((each) => each.base.slice(44) === each.path.slice(44) && each.base !== each.path));
  const sizes = drifted.document.closure.filter(({ path: store }) => drift.list.some((each) => each.path === store)).map(({ narSize }) => narSize);
  assert.equal(drift.bytes, sizes.reduce((sum, size) => sum + size, 0));
  assert.deepEqual([drift.nixpkgs, drift.follows, drift.mend], [pinned(1), false, 'follow-base: true']);
  const wrong = await nixFeature('drift', `oci:${labelled}`, 'drifted');
  assert.match(wrong.stderr, /is a base image, but the first argument must be a Feature/);

  const mended = await build(path.join(scratch, 'mended'), { ...flags, 'follow-base': 'true' });
  assert.deepEqual(added(mended.document).filter((name) => inBase.has(name)), []);
  assert.equal((mended.document.source.locked as { nixpkgs: { narHash: string } }).nixpkgs.narHash, nixpkgs.locked[1].narHash);
  assert.equal((JSON.parse((await nixFeature('drift', 'mended', `oci:${labelled}`, '--json')).stdout) as { platforms: { drift: unknown }[] }).platforms[0]?.drift, null);

  // It is content: what was published so is up to date only for who follows.
  const target = { registry: rig.registries.none.host, namespace: `drift-${process.pid}` };
  const publishing = { ...flags, ...target, 'follow-base': 'true', push: 'true' };
  await build(path.join(scratch, 'published'), publishing);
  const again = await attemptBuild(publishing);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /Up to date/);
  const plan = ['plan', 'tools', `--base-image=oci:${labelled}`, '--build-in=host', '--nix-config=substituters =', `--registry=${target.registry}`, `--namespace=${target.namespace}`];
  assert.match((await nixFeature(...plan, '--follow-base')).stdout, /^Nothing to build/);
  assert.match((await nixFeature(...plan)).stdout, /^1 Feature to build/);
  // The user's files stay as they were.
  assert.match(await readFile(path.join(flake, 'flake.lock'), 'utf8'), /nixpkgs-2/);
});

test('what can not be followed is said, before anything is built', async () => {
  const none = await writeFeature(await writeFlake(path.join(scratch, 'none'), `{ outputs = { self }: { packages.${systemOf(arch)}.default = throw "never"; }; }`), 'none');
  const noInput = await attemptBuild({ ...ON_HOST, feature: none, 'follow-base': 'true' });
  assert.match(noInput.stderr, /follow-base: the flake \.\/none#default has no input "nixpkgs" that could be replaced\./);
  const unlabelled = await writeImageLayout(path.join(scratch, 'unlabelled'), [{ arch, layers: [{ folder: full, members: ['nix/store'] }] }]);
  const silent = await attemptBuild({ ...ON_HOST, feature: none, 'base-image': `oci:${unlabelled}`, 'follow-base': 'true' });
  assert.match(silent.stderr, /follow-base: oci:\S+ does not say which nixpkgs it was made of\.\n.*dev\.nix-feature\.nixpkgs/);

  // On the host the base's registry of flakes is read from its layers.
  const { url, narHash } = nixpkgs.locked[1];
  const etc = path.join(scratch, 'with-registry');
  await mkdir(path.join(etc, 'etc/nix'), { recursive: true });
  await writeFile(path.join(etc, 'etc/nix/registry.json'), JSON.stringify({ version: 2, flakes: [{ from: { type: 'indirect', id: 'nixpkgs' }, to: { type: 'tarball', url, narHash } }] }));
  const telling = await writeImageLayout(path.join(scratch, 'telling'), [{ arch, layers: [{ folder: full, members: ['nix/store'] }, { folder: etc, members: ['etc'] }] }]);
  const told = await attemptBuild({ ...ON_HOST, feature: none, 'base-image': `oci:${telling}`, 'follow-base': 'true' });
  assert.match(told.stderr, /nixpkgs is \S+nixpkgs-1\.tar\.gz, as the base image says[^]*has no input "nixpkgs"/);
});

for (const age of ['current', 'newest', 'old'] as const satisfies readonly BedrockAge[]) {
  test(`in a container whose Nix is the ${age} one, its registry of flakes or its label names the nixpkgs of the base`, async () => {
    const image = await bedrockImage(rig.docker, { arch, age, paths: [base], database: true });
    const { url, narHash } = nixpkgs.locked[1];
    const name = `localhost/drift-${process.pid}:${age}`;
    const container = `drift-${process.pid}-${age}`;
    await engine(rig.docker, 'create', '--name', container, image, 'sh');
    try {
      const registry = path.join(scratch, 'registry.json');
      await writeFile(registry, JSON.stringify({ version: 2, flakes: [{ from: { type: 'indirect', id: 'nixpkgs' }, to: { type: 'tarball', url, narHash } }] }));
      if (age === 'old') {
        await engine(rig.docker, 'commit', '--change', `LABEL dev.nix-feature.nixpkgs=${pinned(1)}`, container, name);
      } else {
        await run(['tar', '-C', scratch, '--transform=s,^,etc/nix/,', '--owner=0', '--group=0', '-cf', path.join(scratch, 'registry.tar'), 'registry.json']);
        await run(['sh', '-c', 'docker cp - "$0":/ < "$1"', container, path.join(scratch, 'registry.tar')], { env: { ...process.env, ...rig.docker.env } });
        await engine(rig.docker, 'commit', container, name);
      }
      const flags = { 'base-image': `daemon:${name}`, 'container-engine': 'docker', 'container-options': ['--network=host', LABEL], 'nix-config': 'substituters =' };
      const built = await build(path.join(scratch, `in-${age}`), { ...flags, feature: plain, packages: ['curl', 'hello'] });
      assert.deepEqual(added(built.document).filter((each) => inBase.has(each)), [], age);
      assert.match(built.stderr, /as the base image says/);
    } finally {
      await engine(rig.docker, 'rm', '--force', container);
      await attempt(['docker', 'rmi', '--force', name], { env: { ...process.env, ...rig.docker.env } });
    }
  });
}
