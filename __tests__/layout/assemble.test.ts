import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { Failure, IntegrityError } from '../../src/kit/errors.ts';
import { digestOf, hexOf } from '../../src/oci/format/digest.ts';
import { assemble, type Assembly, prepare } from '../../src/layout/assemble.ts';
import { isOnDisk, readBuiltLayout, type LayoutPlatform } from '../../src/layout/built-layout.ts';
import { copyWithoutLayers } from '../../src/publish/publish-build.ts';
import type { Arch } from '../../src/platform.ts';
import { FILES, writeBuiltLayout, type LayoutVariant } from '../publish/layouts.ts';

const on = (base: string) => (document: DeltaDocument): DeltaDocument => ({ ...document, bases: [{ name: base, storePaths: 1 }] });

async function assembled(variants: readonly LayoutVariant[], arches: readonly Arch[] = []): Promise<Assembly> {
  const folders = await Promise.all(variants.map(writeBuiltLayout));
  return assemble(await Promise.all(folders.map(readBuiltLayout)), arches);
}

async function refusal(variants: readonly LayoutVariant[], arches: readonly Arch[] = []): Promise<Failure> {
  try {
    await assembled(variants, arches);
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return error;
  }
  return assert.fail('it was taken');
}

test('what jobs of a matrix built comes together, in whatever order', async () => {
  const { platforms, files, facts } = await assembled([{ arches: ['arm64'] }, { arches: ['amd64'] }], ['amd64', 'arm64']);
  assert.deepEqual(platforms.map(({ arch }) => arch), ['amd64', 'arm64']);
  assert.deepEqual(files, FILES);
  assert.deepEqual(facts.feature, { id: 'my-tools', version: '1.2.0' });
});

test('one layout with all platforms is as good', async () => {
  const { platforms } = await assembled([{ arches: ['amd64', 'arm64'] }]);
  assert.deepEqual(platforms.map(({ arch, layers }) => [arch, layers.length]), [['amd64', 1], ['arm64', 1]]);
});

test('what is not of one Feature, version, commit and base does not go together', async () => {
  const cases: readonly (readonly [string, LayoutVariant])[] = [
    ['their Feature differs: my-tools and other', { facts: { feature: { id: 'other', version: '1.2.0' } } }],
    ['their version differs: 1.2.0 and 1.3.0', { facts: { feature: { id: 'my-tools', version: '1.3.0' } } }],
    ['their revision differs: 0123 and 4567', { facts: { origin: { revision: '4567' } } }],
    ['their delivery differs: auto and embed', { facts: { delivery: 'embed' } }],
    ['their complement differs: false and true', { complement: true }],
    ['their metadata differs', { facts: { metadata: '{"id":"my-tools","version":"1.2.0","name":"Other"}' } }],
    ['their files of the Feature differs', { files: [] }],
    ['different base images, ghcr.io/org/bedrock:latest and other', { change: on('other') }],
  ];
  for (const [message, variant] of cases) {
    const error = await refusal([{ arches: ['amd64'] }, { arches: ['arm64'], ...variant }]);
    assert.ok(error.message.includes(message), `${error.message} should say: ${message}`);
    assert.match(error.message, /don't belong together/);
  }
});

function based(arch: Arch, digest: string): LayoutVariant {
  return { arches: [arch], facts: { bases: [{ name: 'ghcr.io/org/bedrock:1', digest }] } };
}

test('a base whose tag moved between two jobs is named, with both digests', async () => {
  const [one, other] = [digestOf('one'), digestOf('other')];
  const error = await refusal([based('amd64', one), based('arm64', other)]);
  assert.equal(error.message, `amd64 and arm64 don't belong together: the base image ghcr.io/org/bedrock:1 was ${one} for one, and ${other} for the other.`);
  assert.match(error.hint ?? '', /"Re-run all jobs"/);
  await assembled([based('amd64', one), based('arm64', one)]);
  await assembled([based('amd64', one), { arches: ['arm64'] }]);
});

test("base images that lie on a job's own machine may have names of their own", async () => {
  await assembled([{ arches: ['amd64'], change: on('oci:one') }, { arches: ['arm64'], change: on('oci:two') }]);
});

test('the layers of a complement come after env-path, without a name to be pulled by', async () => {
  const { platforms } = await assembled([{ complement: true, arches: ['amd64', 'arm64'] }]);
  for (const { manifest, layers, complement } of platforms) {
    const titles = manifest.layers.map(({ annotations }) => annotations?.['org.opencontainers.image.title']);
    assert.deepEqual(titles.slice(-2), ['env-path', undefined]);
    assert.deepEqual([manifest.layers[0], manifest.layers[2]], [layers[0], complement[0]]);
  }
});

test('embedding by itself is for what is small with its complement', async () => {
  const size = 2.5 * 1024 * 1024;
  const enlarge = (platform: LayoutPlatform): LayoutPlatform => {
    const { layers, complement = [] } = platform.document;
    const enlarged = (all: typeof layers) => all.map((layer) => ({ ...layer, size }));
    return { ...platform, document: { ...platform.document, layers: enlarged(layers), complement: enlarged(complement) } };
  };
  for (const [complement, delivery] of [[false, 'embed'], [true, 'layers']] as const) {
    const assembly = await assembled([{ complement }]);
    assert.equal(prepare({ ...assembly, platforms: assembly.platforms.map(enlarge) }, 'auto').delivery, delivery);
  }
});

test('a platform that is missing, or there twice, is named', async () => {
  assert.match((await refusal([{ arches: ['amd64'] }], ['amd64', 'arm64'])).message, /my-tools 1\.2\.0 is not published: arm64 is missing\. Only amd64 was built\./);
  assert.match((await refusal([{}, {}])).message, /^Several layouts are for amd64: .*layout-amd64 and .*layout-amd64/);
  assert.match((await refusal([])).message, /nothing to publish/);
});

test('a layout that was damaged, or is none of ours, is refused', async () => {
  const noFacts = await writeBuiltLayout();
  await rm(join(noFacts, 'feature.json'));
  await assert.rejects(readBuiltLayout(noFacts), /not the layout of a Feature's build/);

  const newer = await writeBuiltLayout();
  await writeFile(join(newer, 'feature.json'), (await readFile(join(newer, 'feature.json'), 'utf8')).replace('"schemaVersion":1', '"schemaVersion":2'));
  await assert.rejects(readBuiltLayout(newer), /schema version 2, and this version of nix-feature knows 1/);

  const changed = await writeBuiltLayout();
  await writeFile(join(changed, 'feature.tar'), 'x');
  await assert.rejects(readBuiltLayout(changed), (error) => error instanceof IntegrityError && error.message.includes('feature.tar'));

  const config = await writeBuiltLayout();
  const { platforms } = await readBuiltLayout(config);
  await writeFile(join(config, 'blobs/sha256', hexOf(platforms[0]!.manifest.config.digest)), 'x');
  await assert.rejects(readBuiltLayout(config), IntegrityError);

  const documentOfNewer = await writeBuiltLayout({ change: (document) => ({ ...document, schemaVersion: 9 as never }) });
  await assert.rejects(readBuiltLayout(documentOfNewer), /schema version is 9, and this version of nix-feature knows 1/);
});

test('a layout without its layers is still one that can be published', async () => {
  const folder = await writeBuiltLayout({ arches: ['amd64', 'arm64'], complement: true });
  const target = `${folder}-copy`;
  await copyWithoutLayers(folder, target);
  const { platforms, files } = await readBuiltLayout(target);
  for (const platform of platforms) {
    const layers = [...platform.layers, ...platform.complement];
    assert.deepEqual(await Promise.all(layers.map((layer) => isOnDisk(platform, layer))), [false, false]);
    assert.equal(await isOnDisk(platform, platform.manifest.config), true);
  }
  assert.deepEqual(files, FILES);
});
