import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Failure, IntegrityError } from '../../src/kit/errors.ts';
import { digestOf, hexOf } from '../../src/oci/format/digest.ts';
import { LayoutReader, REF_NAME } from '../../src/oci/layout/layout-reader.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { IMAGE_INDEX } from '../../src/oci/format/media-types.ts';
import { afterTest } from '../jest/after-test.ts';
import { addImage, folderFor } from './images.ts';
import { collect } from './serve.ts';

/** Every file with its mode and content. */
async function snapshot(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return Promise.all(
    entries.sort().map(async (name) => {
      const info = await stat(join(folder, name));
      const content = info.isDirectory() ? 'folder' : digestOf(await readFile(join(folder, name)));
      return `${name} ${(info.mode & 0o7777).toString(8)} ${content}`;
    }),
  );
}

async function writeLayout(folder: string): Promise<LayoutWriter> {
  const writer = await LayoutWriter.create(folder);
  const image = await addImage(writer, { architecture: 'amd64' }, [{ bytes: Buffer.from('layer') }]);
  await writer.finish([image], { b: '2', a: '1' });
  return writer;
}

test('a layout that was written reads back, every blob verified', async () => {
  const folder = join(await folderFor(), 'deep', 'layout');
  await writeLayout(folder);
  const reader = await LayoutReader.open(folder);
  assert.equal(reader.name, `oci:${folder}`);
  const root = await reader.root();
  assert.equal(root.digest, digestOf(root.bytes));
  const { layers } = JSON.parse(root.bytes.toString()) as { layers: { digest: ReturnType<typeof digestOf>; size: number }[] };
  assert.ok(layers[0]);
  assert.equal((await collect(reader.blob(layers[0]))).toString(), 'layer');
});

test('the same input gives the same files and modes, whatever the umask and the order of keys', async () => {
  const folder = await folderFor();
  const before = process.umask(0o077);
  afterTest(() => process.umask(before));
  await writeLayout(join(folder, 'a'));
  process.umask(0);
  const writer = await LayoutWriter.create(join(folder, 'b'));
  const image = await addImage(writer, { architecture: 'amd64' }, [{ bytes: Buffer.from('layer') }]);
  const { platform, size, digest, mediaType } = image;
  await writer.finish([{ platform, size, digest, mediaType } as typeof image], { a: '1', b: '2' });
  const [a, b] = [await snapshot(join(folder, 'a')), await snapshot(join(folder, 'b'))];
  assert.deepEqual(a, b);
  assert.equal(a.length, 7);
  assert.ok(a.every((line) => /^\S+ (?:755 folder|644 sha256:\w+)$/.test(line)), a.join('\n'));
  assert.equal((await stat(join(folder, 'a'))).mode & 0o777, 0o755);
});

test('a file that was written by a stream is moved in under its digest', async () => {
  const writer = await LayoutWriter.create(join(await folderFor(), 'l'));
  const path = writer.newBlobFile();
  assert.notEqual(path, writer.newBlobFile());
  await writeFile(path, 'content', { mode: 0o600 });
  const descriptor = { digest: digestOf('content'), size: 7 };
  await writer.adoptFile(path, descriptor);
  await writer.finish([]);
  const blob = join(writer.blobsFolder, hexOf(descriptor.digest));
  assert.equal(await readFile(blob, 'utf8'), 'content');
  assert.equal((await stat(blob)).mode & 0o777, 0o644);
  assert.deepEqual((await readdir(writer.folder)).sort(), ['blobs', 'index.json', 'oci-layout']);
});

test("a file of another size than its descriptor's is not taken", async () => {
  const writer = await LayoutWriter.create(await folderFor());
  const path = writer.newBlobFile();
  await writeFile(path, 'content');
  await assert.rejects(writer.adoptFile(path, { digest: digestOf('content'), size: 8 }), IntegrityError);
});

test('until it is finished, a layout is none', async () => {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  await writer.addBytes(Buffer.from('x'), 'text/plain');
  await assert.rejects(LayoutReader.open(folder), /no file oci-layout/);
});

test('what is no layout is an error that says what is missing', async () => {
  const folder = await folderFor();
  await assert.rejects(LayoutReader.open(join(folder, 'nowhere')), /there is no such folder/);
  await assert.rejects(LayoutReader.open(folder), /no file oci-layout/);
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(LayoutReader.open(join(folder, 'file')), /not a folder/);
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"2.0.0"}');
  await assert.rejects(LayoutReader.open(folder), /version "2\.0\.0"/);
  await writeFile(join(folder, 'oci-layout'), '{');
  await assert.rejects(LayoutReader.open(folder), Failure);
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await assert.rejects(LayoutReader.open(folder), /no index\.json/);
  await writeFile(join(folder, 'index.json'), '[]');
  await assert.rejects(LayoutReader.open(folder), IntegrityError);
  await writeFile(join(folder, 'index.json'), '{"schemaVersion":2,"manifests":[]}');
  await assert.rejects((await LayoutReader.open(folder)).root(), /is empty/);
});

test('an image is found by its ref name; without one, several are an error that names them', async () => {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  const one = { ...(await addImage(writer, { architecture: 'amd64' })), annotations: { [REF_NAME]: 'one' } };
  const two = { ...(await addImage(writer, { architecture: 'arm64' })), annotations: { [REF_NAME]: 'two' } };
  await writer.finish([one, two]);
  assert.equal((await (await LayoutReader.open(folder, 'two')).root()).digest, two.digest);
  assert.equal((await (await LayoutReader.open(folder, one.digest)).root()).digest, one.digest);
  await assert.rejects((await LayoutReader.open(folder)).root(), /several images.*"one", "two"/);
  await assert.rejects(LayoutReader.open(folder, 'three'), /no image named "three"; it has "one", "two"/);
});

test('two names of one image are one image', async () => {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  const image = await addImage(writer, { architecture: 'amd64' });
  await writer.finish(['1.4.0', 'latest', 'org/bedrock:1.4'].map((name) => ({ ...image, annotations: { [REF_NAME]: name } })));
  assert.equal((await (await LayoutReader.open(folder)).root()).digest, image.digest);
  assert.equal((await (await LayoutReader.open(folder, 'org/bedrock:1.4')).root()).digest, image.digest);
});

test('every hint about several images can be followed', async () => {
  const cases: readonly (readonly (string | undefined)[])[] = [['one', 'two'], [undefined, undefined], ['one', undefined], ['one', 'one'], ['one:1', 'one:2']];
  for (const [at, names] of cases.entries()) {
    const folder = join(await folderFor(), String(at));
    const writer = await LayoutWriter.create(folder);
    const images = await Promise.all(names.map(async (name, i) => {
      const image = await addImage(writer, { architecture: 'amd64', variant: `v${i + 1}` });
      return { mediaType: image.mediaType, digest: image.digest, size: image.size, ...(name === undefined ? {} : { annotations: { [REF_NAME]: name } }) };
    }));
    await writer.finish(images);
    for (const ask of [async () => (await LayoutReader.open(folder)).root(), async () => (await LayoutReader.open(folder, 'other')).root()]) {
      await assert.rejects(ask(), (error: unknown) => {
        assert.ok(error instanceof Failure);
        const [, ref = ''] = /^Write oci:\S+?\/\d:(\S+), or name another/.exec(error.hint ?? '') ?? [];
        assert.notEqual(ref, '', error.hint);
        // Whatever has no name of its own is listed by its digest.
        for (const [i, name] of names.entries()) assert.ok(error.message.includes(name !== undefined && names.indexOf(name) === names.lastIndexOf(name) ? name : (images[i]?.digest ?? '?')), error.message);
        return true;
      });
    }
    const failure = (await (await LayoutReader.open(folder)).root().catch((error: unknown) => error)) as Failure;
    const [, ref = ''] = /^Write oci:\S+?\/\d:(\S+), or name another/.exec(failure.hint ?? '') ?? [];
    assert.equal((await (await LayoutReader.open(folder, ref)).root()).digest, images[0]?.digest, ref);
  }
});

test('one image for each of several platforms is an index of them', async () => {
  const folder = await folderFor();
  const writer = await LayoutWriter.create(folder);
  const images = [await addImage(writer, { architecture: 'amd64' }), await addImage(writer, { architecture: 'arm64' })];
  await writer.finish(images);
  const root = await (await LayoutReader.open(folder)).root();
  assert.equal(root.mediaType, IMAGE_INDEX);
  assert.equal((JSON.parse(root.bytes.toString()) as { manifests: unknown[] }).manifests.length, 2);
});

test('a blob that is missing, changed, cut or grown is an integrity error', async () => {
  const folder = await folderFor();
  await writeLayout(folder);
  const reader = await LayoutReader.open(folder);
  const descriptor = { digest: digestOf('layer'), size: 5 };
  const path = reader.blobPath(descriptor.digest);
  for (const [content, says] of [['LAYER', /does not match its digest/], ['lay', /too short: 3 bytes/], ['layer!', /longer than/]] as const) {
    await writeFile(path, content);
    await assert.rejects(collect(reader.blob(descriptor)), (error: Error) => error instanceof IntegrityError && says.test(error.message));
  }
  await rm(path);
  await assert.rejects(collect(reader.blob(descriptor)), (error: Error) => error instanceof IntegrityError && /lacks/.test(error.message));
  await assert.rejects(reader.manifest(digestOf('nothing')), IntegrityError);
  const { digest } = await reader.root();
  await writeFile(reader.blobPath(digest), '{}');
  await assert.rejects(reader.root(), /does not match its digest/);
});

test('a layout may be reached through a symbolic link', async () => {
  const folder = await folderFor();
  await writeLayout(join(folder, 'l'));
  await symlink('l', join(folder, 'link'));
  assert.ok((await (await LayoutReader.open(join(folder, 'link'))).root()).digest);
});
