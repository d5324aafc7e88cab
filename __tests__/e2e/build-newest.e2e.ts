import assert from 'node:assert/strict';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { parseNixVersion, type NixVersion } from '../../src/nix/run/version.ts';
import { bedrockRoot, type BedrockAge } from '../rig/bedrock.ts';
import { serveBinaryCache } from '../rig/binary-cache.ts';
import { suites } from '../rig/debian.ts';
import { buildFlake, closureOf, kindsFlake, machineArch, makeFlake } from '../rig/flakes.ts';
import { bedrockImage, bedrockLayout, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { systemOver } from './install-system.ts';
import { LABEL, build, buildHere, containersLeft, scratchFolder, writeFeature, type Built, type Flags } from './nix-feature.ts';

/*
 * The newest Nix that Debian has, and the old one, in the base: what they build, fetch and adopt is what the host's does, and
 * the current one (build-bases.e2e.ts). Outputs by name: nix-evaluate.e2e.ts. (Where the mirror has no sid, the rig's newest is its
 * current one.)
 */
buildHere();
const rig = await theRig();
const arch = machineArch();
const scratch = await scratchFolder();
const base = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
const baseClosure = await closureOf(base.out);
const toolsFlake = await makeFlake('tools', ['jq', 'curl', 'sqlite3']);
const tools = await buildFlake(toolsFlake);
const missing = (await closureOf(tools.out)).filter((name) => !baseClosure.includes(name));
const feature = await writeFeature(path.join(scratch, 'tools'), 'tools', toolsFlake);
const kinds = await writeFeature(await kindsFlake(path.join(scratch, 'kinds')), 'kinds');
const cache = await serveBinaryCache([tools.out]);
afterAll(() => cache.stop());
const CACHE: Flags = { substituters: cache.url, 'trusted-public-keys': cache.publicKey };

let outputs = 0;
const output = (): string => path.join(scratch, `out-${outputs++}`);

async function inBedrock(by: Engine, age: BedrockAge, database: boolean): Promise<Built> {
  const image = await bedrockImage(by, { arch, age, paths: [base.out], database });
  return build(output(), { feature, 'base-image': `daemon:${image}`, ...inContainer(by), ...CACHE });
}

function inContainer(by: Engine): Flags {
  return { 'container-engine': by.program, 'container-options': ['--network=host', LABEL], 'nix-config': 'substituters =' };
}

/** The layers are the files; the closure is what they are registered as. */
const packed = ({ document }: Built): unknown => ({ layers: document.layers, closure: document.closure });

const usual = await build(output(), { feature, 'base-image': `oci:${await bedrockLayout([{ arch, paths: [base.out], database: true }])}`, 'build-in': 'host' });

test('the newest Nix of the rig is newer than the current one, where the mirror has it', async () => {
  const { bedrock, newest: suite } = await suites();
  const [newest, current] = [await versionIn('newest'), await versionIn('current')];
  if (suite === bedrock) assert.deepEqual(newest, current);
  else assert.ok(newest.major > current.major || (newest.major === current.major && newest.minor > current.minor), `${newest.text}, ${current.text}`);
});

async function versionIn(age: BedrockAge): Promise<NixVersion> {
  const { stdout, said } = await systemOver(await bedrockRoot(arch, age), path.join(scratch, age)).run('nix --version');
  const version = parseNixVersion(stdout);
  assert.ok(version, said);
  return version;
}

for (const [by, age, database] of [[rig.docker, 'newest', false], [rig.podman, 'newest', true], [rig.podman, 'old', true]] as const) {
  test(`with ${by.program} and the ${age} Nix in a base with${database ? '' : 'out'} database the layers are the usual ones, byte for byte, and only what it lacks is fetched`, async () => {
    const from = cache.fetched.length;
    const built = await inBedrock(by, age, database);
    assert.deepEqual(packed(built), packed(usual));
    assert.deepEqual(fetchedSince(from), missing);
    assert.doesNotMatch(built.stderr, /building '\/nix\/store/);
    assert.doesNotMatch(built.stderr, /--json-format/); // 2.34 warns without it
    if (!database) assert.match(built.stderr, new RegExp(`${baseClosure.length} store paths adopted`));
    assert.deepEqual(await containersLeft(by), []);
  });
}

test('the newest Nix builds every kind of store path from nothing, as the host does', async () => {
  const flags: Flags = { feature: kinds, flake: '#everything', 'nix-config': 'substituters =', compression: 'zstd' };
  const image = await bedrockImage(rig.podman, { arch, age: 'newest', paths: [], database: false });
  const host = await build(output(), { ...flags, 'base-image': 'none', 'build-in': 'host' });
  const built = await build(output(), { ...flags, 'base-image': `daemon:${image}`, ...inContainer(rig.podman) });
  assert.deepEqual(packed(built), packed(host));
});

/** Which of the missing paths were fetched from the binary cache since. */
function fetchedSince(from: number): string[] {
  const hashes = new Set(cache.fetched.slice(from));
  return [...baseClosure, ...missing].filter((name) => hashes.has(name.slice('/nix/store/'.length, '/nix/store/'.length + 32)));
}
