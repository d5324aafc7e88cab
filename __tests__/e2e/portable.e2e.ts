import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { attempt, run } from '../rig/command.ts';
import { theRig } from '../rig/rig.ts';
import { assertFollows } from '../schemas.ts';
import { MACHINE, scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature } from './publishing.ts';

/* Features that are carried away: folders, bundles, and other registries. */
const rig = await theRig();
const origin = rig.registries.none;
const mirror = rig.registries.htpasswd;
const scratch = await scratchFolder();
const namespace = ownNamespace('portable');
const elsewhere = ownNamespace('mirror');
const feature = await writeSmallFeature(path.join(scratch, 'sources', 'tool'), 'tool', '1.2.0');
const release = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', '--delivery=layers', '--push', ...targetFlags(origin, namespace)], origin);
const reference = `${origin.host}/${namespace}/tool:1.2.0`;
const bundle = path.join(scratch, 'tool.tar');

/** Installs a Feature's folder below a folder that stands for `/`, with no way to a registry. */
async function installed(folder: string, name: string): Promise<string> {
  const root = path.join(scratch, name);
  for (const below of ['etc', 'opt', 'var/lib', 'nix/store']) await mkdir(path.join(root, below), { recursive: true });
  const env = { ...MACHINE, NIX_FEATURE_ROOT: root, NIX_FEATURE_NIX: 'no', NIX_FEATURE_MIRROR: 'localhost:1', NIX_FEATURE_ATTEMPTS: '1' };
  const { code, stdout, stderr } = await attempt(['sh', path.join(folder, 'install.sh')], { env });
  assert.equal(code, 0, stdout + stderr);
  const [storePath = ''] = await readdir(path.join(root, 'nix/store'));
  return readFile(path.join(root, 'nix/store', storePath, 'bin/tool'), 'utf8');
}

test('a published Feature goes into one file, the same bytes each time, and a file that is another stays', async () => {
  const made = await nixFeature(['bundle', reference, `--output=${bundle}`, '--json'], origin);
  assert.equal(made.code, 0, made.stderr);
  const result = JSON.parse(made.stdout) as { digest: string; arches: string[] };
  assertFollows('export', result);
  assert.equal(result.digest, release.digest);
  assert.deepEqual(result.arches, ['amd64', 'arm64']);
  const bytes = await readFile(bundle);
  assert.equal((await nixFeature(['bundle', reference, `--output=${bundle}`], origin)).code, 0);
  assert.ok(bytes.equals(await readFile(bundle)));
  const other = path.join(scratch, 'mine.tar');
  await writeFile(other, 'mine');
  const refused = await nixFeature(['bundle', reference, `--output=${other}`], origin);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /mine\.tar exists already and has other contents/);
  assert.equal(await readFile(other, 'utf8'), 'mine');
});

test('a bundle is published elsewhere under the same digests, with all of its tags, and again without a byte', async () => {
  const load = ['load', bundle, ...targetFlags(mirror, elsewhere)];
  const loaded = await nixFeature([...load, '--json'], mirror);
  assert.equal(loaded.code, 0, loaded.stderr);
  assertFollows('export', JSON.parse(loaded.stdout));
  const reader = new Reader(mirror);
  assert.deepEqual(await reader.tags(`${elsewhere}/tool`), await new Reader(origin).tags(`${namespace}/tool`));
  for (const tag of ['latest', '1.2.0']) assert.equal(await reader.digest(`${elsewhere}/tool`, tag), release.digest);
  assert.equal((await reader.collection(elsewhere)).features.length, 1);
  // Its SBOMs went along.
  const verified = await nixFeature(['verify', `${mirror.host}/${elsewhere}/tool:1.2.0`, '--json', `--registry=${mirror.host}`, `--username=${mirror.credentials?.username ?? ''}`], mirror);
  assert.notEqual(verified.stdout, '', verified.stderr);
  const { checks } = JSON.parse(verified.stdout) as { checks: readonly { check: string; arch: string | null; outcome: string }[] };
  assert.deepEqual(checks.filter(({ check }) => check === 'sbom' || check === 'attached').map(({ outcome }) => outcome), ['passed', 'passed', 'passed'], verified.stdout + verified.stderr);
  const again = JSON.parse((await nixFeature([...load, '--json'], mirror)).stdout) as { bytes: number };
  assert.equal(again.bytes, 0);
});

test('a bundle that is unpacked by tar alone installs with no registry', async () => {
  const folder = path.join(scratch, 'unpacked');
  await mkdir(folder);
  await run(['tar', '-xf', bundle, '-C', folder]);
  assert.match(await installed(folder, 'root-tar'), /echo hello/);
});

test('what load unpacks is what export writes, and it installs with no registry', async () => {
  const [one, two] = [path.join(scratch, 'one', 'tool'), path.join(scratch, 'two', 'tool')];
  const loaded = await nixFeature(['load', bundle, `--output=${one}`]);
  assert.equal(loaded.code, 0, loaded.stderr);
  const exported = await nixFeature(['export', reference, `--output=${two}`], origin);
  assert.equal(exported.code, 0, exported.stderr);
  await run(['diff', '-r', one, two]);
  assert.match(await installed(one, 'root-load'), /echo hello/);
});

test('a bundle of one platform installs there, but is not published', async () => {
  const part = path.join(scratch, 'part.tar');
  assert.equal((await nixFeature(['bundle', reference, '--arches=amd64', `--output=${part}`], origin)).code, 0);
  const pushed = await nixFeature(['load', part, ...targetFlags(mirror, ownNamespace('part'))], mirror);
  assert.equal(pushed.code, 1);
  assert.match(pushed.stderr, /holds amd64 of a Feature for amd64 and arm64, so it can't be published/);
  assert.equal((await nixFeature(['load', part, `--output=${path.join(scratch, 'part', 'tool')}`])).code, 0);
});

test('an export without layers names them, and a folder of somebody else is left alone', async () => {
  const light = path.join(scratch, 'light', 'tool');
  const exported = await nixFeature(['export', reference, '--delivery=layers', `--output=${light}`], origin);
  assert.equal(exported.code, 0, exported.stderr);
  assert.ok(!(await readdir(light)).includes('dist'));
  assert.match(await readFile(path.join(light, 'nix-feature/feature.env'), 'utf8'), new RegExp(`^repository=${namespace}/tool$`, 'm'));
  const refused = await nixFeature(['export', reference, `--output=${feature}`], origin);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /holds files that no export wrote/);
  assert.ok((await readdir(feature)).includes('flake.nix'));
});

test('a bundle whose layer was changed is neither published nor unpacked, and nothing is left of it', async () => {
  const folder = path.join(scratch, 'changed');
  await mkdir(folder);
  await run(['tar', '-xf', bundle, '-C', folder]);
  const layers = (await readFile(path.join(folder, 'nix-feature/x86_64-linux/manifest'), 'utf8')).split(' ');
  const blob = path.join(folder, 'dist/blobs/sha256', (layers[0] ?? '').slice('sha256:'.length));
  const bytes = await readFile(blob);
  await rm(blob);
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(blob, bytes);
  const changed = path.join(scratch, 'changed.tar');
  await run(['tar', '-C', folder, '-cf', changed, '.']);
  const target = ownNamespace('changed');
  const pushed = await nixFeature(['load', changed, ...targetFlags(origin, target)], origin);
  assert.equal(pushed.code, 1);
  assert.match(pushed.stderr, /does not match its digest|its file has different content/);
  assert.deepEqual(await new Reader(origin).tags(`${target}/tool`), []);
  const output = path.join(scratch, 'changed-out', 'tool');
  assert.equal((await nixFeature(['load', changed, `--output=${output}`])).code, 1);
  assert.deepEqual(await readdir(path.dirname(output)), []);
});
