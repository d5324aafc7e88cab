import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { BaseError, IntegrityError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { LayoutReader } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import type { Descriptor } from '../../src/oci/format/manifest.ts';
import { IMAGE_CONFIG, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { parseManifest } from '../../src/oci/format/parse-manifest.ts';
import { selectPlatform } from '../../src/oci/format/select-platform.ts';
import { addImage, addIndex, folderFor } from './images.ts';

async function layoutWith(make: (writer: LayoutWriter) => Promise<Descriptor>): Promise<LayoutReader> {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  await writer.finish([await make(writer)]);
  return LayoutReader.open(folder);
}

test('a plain image fits the platform that its config names', async () => {
  const source = await layoutWith((writer) => addImage(writer, { architecture: 'amd64' }, [{ bytes: Buffer.from('x') }]));
  const image = await selectPlatform(source, 'amd64');
  assert.deepEqual(image.config, { architecture: 'amd64', os: 'linux', variant: undefined, diffIds: [digestOf('x')], env: ['A=b'], labels: {}, user: 'nobody' });
  await assert.rejects(selectPlatform(source, 'arm64'), (error: Error) => error instanceof BaseError && /no image for linux\/arm64: it is available for linux\/amd64\./.test(error.message));
});

test('of an index, the image of the platform is taken, with or without its usual variant', async () => {
  for (const variant of [{}, { variant: 'v8' }]) {
    let arm: Descriptor | undefined;
    const source = await layoutWith(async (writer) => {
      arm = await addImage(writer, { architecture: 'arm64', ...variant });
      return addIndex(writer, [await addImage(writer, { architecture: 'amd64' }), arm]);
    });
    const image = await selectPlatform(source, 'arm64');
    assert.equal(image.manifestDigest, arm?.digest);
  }
});

test('an error lists the platforms that are there, without attestations', async () => {
  const source = await layoutWith(async (writer) => {
    const image = await addImage(writer, { architecture: 'amd64' });
    return addIndex(writer, [
      await addImage(writer, { architecture: 'arm', variant: 'v7' }),
      await addImage(writer, { architecture: 'amd64', os: 'windows' }),
      await addImage(writer, { architecture: 'arm64', variant: 'v9' }),
      { ...image, platform: { architecture: 'unknown', os: 'unknown' } },
    ]);
  });
  await assert.rejects(selectPlatform(source, 'arm64'), /available for linux\/arm\/v7, linux\/arm64\/v9, windows\/amd64\./);
});

test('an index inside an index is followed', async () => {
  let wanted: Descriptor | undefined;
  const source = await layoutWith(async (writer) => {
    wanted = await addImage(writer, { architecture: 'amd64' });
    return addIndex(writer, [await addIndex(writer, [await addImage(writer, { architecture: 'arm64' })]), await addIndex(writer, [wanted])]);
  });
  assert.equal((await selectPlatform(source, 'amd64')).manifestDigest, wanted?.digest);
});

test('an image that an index lists without a platform is judged by its config', async () => {
  let wanted: Descriptor | undefined;
  const source = await layoutWith(async (writer) => {
    const { platform: _arm, ...other } = await addImage(writer, { architecture: 'arm64' });
    const { platform: _amd, ...image } = await addImage(writer, { architecture: 'amd64' });
    wanted = image;
    return addIndex(writer, [other, image]);
  });
  assert.equal((await selectPlatform(source, 'amd64')).manifestDigest, wanted?.digest);
});

test('an artifact that is no image is no base', async () => {
  const source = await layoutWith(async (writer) => {
    const config = await writer.addBytes(Buffer.from('{}'), 'application/vnd.devcontainers');
    return writer.addBytes(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [] })), IMAGE_MANIFEST);
  });
  await assert.rejects(selectPlatform(source, 'amd64'), /not a container image: its config is of the type application\/vnd\.devcontainers/);
});

for (const [what, config] of [
  ['is not JSON', 'x'],
  ['names no platform', '{"rootfs":{"diff_ids":[]}}'],
  ['has digests that are none', '{"architecture":"amd64","os":"linux","rootfs":{"diff_ids":["abc"]}}'],
  ['lists another number of layers', `{"architecture":"amd64","os":"linux","rootfs":{"diff_ids":["${digestOf('x')}"]}}`],
] as const) {
  test(`a config that ${what} is an integrity error`, async () => {
    const source = await layoutWith(async (writer) => {
      const descriptor = await writer.addBytes(Buffer.from(config), IMAGE_CONFIG);
      return writer.addBytes(Buffer.from(JSON.stringify({ schemaVersion: 2, config: descriptor, layers: [] })), IMAGE_MANIFEST);
    });
    await assert.rejects(selectPlatform(source, 'amd64'), IntegrityError);
  });
}

const D = digestOf('x');
const config = { mediaType: IMAGE_CONFIG, digest: D, size: 1 };
for (const [what, json] of [
  ['no object', '[]'],
  ['of schema 1', { schemaVersion: 1, fsLayers: [] }],
  ['of a later schema', { schemaVersion: 3, config, layers: [] }],
  ['an index and an image at once', { schemaVersion: 2, config, layers: [], manifests: [] }],
  ['one with a media type that does not fit', { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', config, layers: [] }],
  ['one without a config', { schemaVersion: 2, layers: [] }],
  ['one whose layers are no list', { schemaVersion: 2, config, layers: {} }],
  ['one with a digest of another kind', { schemaVersion: 2, config, layers: [{ ...config, digest: 'sha512:abc' }] }],
  ['one with a path for a digest', { schemaVersion: 2, config, layers: [{ ...config, digest: '../../etc/passwd' }] }],
  ['one with a negative size', { schemaVersion: 2, config, layers: [{ ...config, size: -1 }] }],
  ['one with a size beyond exact numbers', { schemaVersion: 2, config, layers: [{ ...config, size: 1e300 }] }],
] as const) {
  test(`a manifest that is ${what} is refused`, () => {
    const bytes = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
    assert.throws(() => parseManifest({ digest: digestOf(bytes), mediaType: '', bytes }, 'a test'), IntegrityError);
  });
}

test('members of a manifest that we do not know are kept', () => {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, config: { ...config, data: 'e30=' }, layers: [], subject: config }));
  const parsed = parseManifest({ digest: digestOf(bytes), mediaType: IMAGE_MANIFEST, bytes }, 'a test');
  assert.deepEqual(parsed, { kind: 'manifest', manifest: { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config: { ...config, data: 'e30=' }, layers: [], subject: config } });
});
