import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import { buildFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { pushLayout } from '../rig/image-layout.ts';
import { bedrockLayout } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { assertFollows } from '../schemas.ts';
import { build, buildHere, scratchFolder, writeFeature } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, targetFlags, type AnyRegistry } from './publishing.ts';

/* Releases in registries, builds on disk and real bases, compared. */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();

/** A tool that needs a library, and maybe another one; each in the version that is asked for. */
async function writeVersioned(version: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(scratch, version);
  const make = (name: string, script: string): string =>
    `derivation { name = "${name}"; system = "${systemOf(arch)}"; builder = "/bin/sh"; PATH = "${process.env['PATH'] ?? ''}"; args = [ "-c" ''mkdir -p $out/bin; ${script}'' ]; }`;
  const library = (name: string): string => make(`${name}-${packages[name] ?? ''}`, `seq 1 20000 > $out/${name}`);
  const needed = Object.keys(packages).map((name) => `\${${library(name)}}`).join(' ');
  const tool = make('versioned', `printf '#!/bin/sh\\necho ${needed}\\n' > $out/bin/versioned; chmod +x $out/bin/versioned`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'flake.nix'), `{ outputs = _: { packages.${systemOf(arch)}.default = ${tool}; }; }\n`);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id: 'versioned', version, name: 'versioned', description: 'A tool' }));
  await writeFile(path.join(folder, 'test.sh'), '#!/bin/sh\nversioned\n');
  return folder;
}

interface Diffed {
  readonly before: { readonly id: string | null; readonly version: string | null };
  readonly after: { readonly id: string | null; readonly version: string | null };
  readonly platforms: readonly {
    readonly arch: string;
    readonly packages: readonly { readonly name: string; readonly kind: string; readonly new: { readonly bytes: number | null }; readonly why: readonly string[] }[];
  }[];
}

async function diffed(before: string, later: string, registry?: AnyRegistry, ...flags: readonly string[]): Promise<Diffed> {
  const run = await nixFeature(['diff', before, later, '--json', ...flags], registry);
  assert.equal(run.code, 0, run.stderr);
  assertFollows('diff', JSON.parse(run.stdout));
  return JSON.parse(run.stdout) as Diffed;
}

function kindsOf({ platforms }: Diffed): Readonly<Record<string, string>> {
  return Object.fromEntries(platforms.flatMap(({ packages }) => packages.map(({ name, kind }) => [name, kind] as const)));
}

const registry = rig.registries.htpasswd;
const namespace = ownNamespace('diff');
const repository = `${registry.host}/${namespace}/versioned`;
const login = [`--registry=${registry.host}`, `--username=${registry.credentials?.username ?? ''}`];

test('two releases in a registry with passwords are told apart by package, with what pulled the new ones in', async () => {
  for (const [version, packages] of [['1.0.0', { alpha: '1.0', beta: '2.0' }], ['1.1.0', { alpha: '1.1', gamma: '0.3' }]] as const) {
    const folder = await writeVersioned(version, packages);
    await published(['build', `--feature=${folder}`, ...HOST_BUILD, '--push', ...targetFlags(registry, namespace)], registry);
  }
  const result = await diffed(`${repository}:1.0.0`, repository, registry, ...login);
  assert.deepEqual([result.before.version, result.after.version], ['1.0.0', '1.1.0'], 'without a version the latest is meant');
  assert.deepEqual(kindsOf(result), { alpha: 'upgraded', beta: 'removed', gamma: 'added', versioned: 'rebuilt' });
  const gamma = result.platforms[0]?.packages.find(({ name }) => name === 'gamma');
  assert.ok((gamma?.new.bytes ?? 0) > 100_000);
  assert.deepEqual(gamma?.why.map((each) => each.replace(/^.{44}/, '')), ['versioned', 'gamma-0.3']);

  const platform = await diffed(`${repository}:1.1.0-${arch}`, `${repository}:1.0.0`, registry, ...login);
  assert.deepEqual(kindsOf(platform), { alpha: 'downgraded', beta: 'added', gamma: 'removed', versioned: 'rebuilt' });

  const { stdout } = await nixFeature(['diff', `${repository}:1`, `${repository}:1.0`, ...login], registry);
  assert.match(stdout, /^versioned 1\.1\.0 → 1\.0\.0 for /);
});

test("without a login the registry's refusal is shown, with what to do", async () => {
  const { code, stderr, stdout } = await nixFeature(['diff', `${repository}:1.0.0`, repository]);
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /versioned:1\.0\.0 is refused: .*401/);
  assert.match(stderr, /docker login/);
});

test('a version that is not there is an error that lists those that are', async () => {
  const { code, stderr } = await nixFeature(['diff', `${repository}:3.0.0`, repository, ...login], registry);
  assert.equal(code, 1);
  assert.match(stderr, /versioned:3\.0\.0 does not exist: /);
  assert.match(stderr, /has the tags .*1\.0\.0, .*1\.1\.0/);
});

const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const base = await bedrockLayout([{ arch, paths: [(await buildFlake(await makeFlake('base', ['curl', 'sqlite3']))).out], database: true }]);

test('what a base brings is no longer shipped, and the closure stays', async () => {
  const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);
  const alone = await build(path.join(scratch, 'alone'), { feature, 'base-image': 'none', 'build-in': 'host' });
  const based = await build(path.join(scratch, 'based'), { feature, 'base-image': `oci:${base}`, 'build-in': 'host' });
  const { stdout, code } = await nixFeature(['diff', alone.layout, based.layout]);
  assert.equal(code, 0);
  assert.match(stdout, /: \d+ moved, ±0 B\n/);
  assert.match(stdout, /nothing of it new/);
  assert.match(stdout, /Taken from the base now, shipped before \([\d.]+ MB\): [^:]*\bcurl\b/);
});

test('two real bases are compared by what their layers list, from a registry and from a layout', async () => {
  const larger = await bedrockLayout([{ arch, paths: [(await buildFlake(toolsFlake)).out], database: true }]);
  const name = `${rig.registries.none.host}/${namespace}/bedrock:1`;
  await pushLayout(base, name);
  const result = await diffed(name, `oci:${larger}`);
  const kinds = kindsOf(result);
  assert.equal(kinds['jq'], 'added');
  assert.equal(kinds['curl'], undefined, 'what both have is not listed');
  assert.ok(result.platforms[0]?.packages.every((change) => change.new.bytes !== null && change.why.length === 0));
  assert.ok((result.platforms[0]?.packages.find((change) => change.name === 'jq')?.new.bytes ?? 0) > 10_000);

  const mixed = await nixFeature(['diff', name, path.join(scratch, 'based')]);
  assert.equal(mixed.code, 2);
  assert.match(mixed.stderr, /is a base image, and \S+ is a Feature: they can't be compared/);
});
