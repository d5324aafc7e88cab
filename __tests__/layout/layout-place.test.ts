import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { LayoutPlace } from '../../src/layout/layout-place.ts';
import { InputError, SetupError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { BaseReference } from '../../src/request/sources.ts';
import { afterTest } from '../jest/after-test.ts';

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'layout-place-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a build does: work, then put the layout in its place. */
async function build(output: string, content: string): Promise<string> {
  await using place = await LayoutPlace.claim(output);
  const layout = join(place.work, 'layout');
  await mkdir(layout);
  await writeFile(join(layout, 'index.json'), content);
  await writeFile(join(layout, 'feature.json'), MARK);
  return await place.put(layout);
}

/** What a build leaves, as far as it says whose it is. */
const MARK = JSON.stringify({ schemaVersion: 1, feature: { id: 'tools', version: '1.0.0' }, files: digestOf('') });

test('a new folder, and the folders above it, are made', async () => {
  const folder = await folderFor();
  const output = await build(join(folder, 'a/b'), 'one');
  assert.equal(await readFile(join(output, 'index.json'), 'utf8'), 'one');
  assert.deepEqual(await readdir(join(folder, 'a')), ['b'], 'nothing of the work is left');
});

test('a run that fails takes the folders that it made with it, but for those where something else is by then', async () => {
  const folder = await folderFor();
  await mkdir(join(folder, 'there'));
  {
    await using place = await LayoutPlace.claim(join(folder, 'there/a/b/c'));
    assert.deepEqual(await readdir(join(folder, 'there/a')), ['b'], place.work);
  }
  assert.deepEqual(await readdir(join(folder, 'there')), []);
  {
    await using place = await LayoutPlace.claim(join(folder, 'there/a/b/c'));
    await writeFile(join(folder, 'there/a/other'), place.work);
  }
  assert.deepEqual(await readdir(join(folder, 'there/a')), ['other']);
});

test("a place that can't be written to is refused before the work, and named", async () => {
  const file = join(await folderFor(), 'file');
  await writeFile(file, '');
  // Nobody can write there, not even root.
  for (const output of ['/proc/layout', join(file, 'below/layout')]) {
    await assert.rejects(LayoutPlace.claim(output), (error: unknown) => error instanceof InputError && error.message.includes(output));
  }
  await assert.rejects(LayoutPlace.claim('/proc'), /output: \/proc (?:is a mount point|holds things)/);
});

test('without a folder for temporary files the run says which one is missing', async () => {
  const before = process.env['RUNNER_TEMP'];
  afterTest(() => {
    if (before === undefined) delete process.env['RUNNER_TEMP'];
    else process.env['RUNNER_TEMP'] = before;
  });
  process.env['RUNNER_TEMP'] = join(await folderFor(), 'missing');
  await assert.rejects(LayoutPlace.claim(undefined), (error: unknown) => error instanceof SetupError && /folder for temporary files, .*missing, is not writable/.test(error.message));
});

test('an earlier layout is replaced as a whole', async () => {
  const output = join(await folderFor(), 'layout');
  await build(output, 'one');
  await writeFile(join(output, 'delta.json'), 'old');
  await build(output, 'two');
  assert.deepEqual((await readdir(output)).sort(), ['feature.json', 'index.json']);
  assert.equal(await readFile(join(output, 'index.json'), 'utf8'), 'two');
});

test('a run that fails leaves the earlier layout as it was, and nothing beside it', async () => {
  const folder = await folderFor();
  const output = join(folder, 'layout');
  await build(output, 'one');
  await assert.rejects(async () => {
    await using place = await LayoutPlace.claim(output);
    await writeFile(join(place.work, 'half'), '');
    throw new Error('the build failed');
  }, /the build failed/u);
  assert.equal(await readFile(join(output, 'index.json'), 'utf8'), 'one');
  assert.deepEqual(await readdir(folder), ['layout']);
});

test('a folder with other things in it, or a file, is refused and left alone', async () => {
  const folder = await folderFor();
  await writeFile(join(folder, 'mine.txt'), 'x');
  await assert.rejects(LayoutPlace.claim(folder), (error: unknown) => error instanceof InputError && /"mine\.txt"/u.test(error.message));
  await assert.rejects(LayoutPlace.claim(join(folder, 'mine.txt')), InputError);
  assert.deepEqual(await readdir(folder), ['mine.txt']);
});

/** An image layout as other tools write it. */
async function foreignLayout(folder: string): Promise<string> {
  await mkdir(join(folder, 'blobs/sha256'), { recursive: true });
  await writeFile(join(folder, 'blobs/sha256', 'a'.repeat(64)), 'a layer');
  await writeFile(join(folder, 'index.json'), '{}');
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return folder;
}

const marks: readonly (readonly [what: string, name: string, content: string, ours: boolean])[] = [
  ['without a mark', 'delta.json', '{}', false],
  ['with an empty mark', 'feature.json', '', false],
  ['with a mark of somebody else', 'feature.json', '{"feature":"tools"}', false],
  ['with a mark that is null', 'feature.json', 'null', false],
  ['with our mark', 'feature.json', MARK, true],
  ['with our mark, of a later version of ours', 'feature.json', JSON.stringify({ schemaVersion: 9, feature: { id: 'tools' }, files: digestOf('') }), true],
];

for (const [what, name, content, ours] of marks) {
  test(`an image layout ${what} is ${ours ? 'replaced' : 'refused, and left alone'}`, async () => {
    const output = await foreignLayout(join(await folderFor(), 'layout'));
    await writeFile(join(output, name), content);
    if (ours) {
      await build(output, 'new');
      return;
    }
    await assert.rejects(build(output, 'new'), (error: unknown) => error instanceof InputError && error.input === 'output' && /was not written by nix-feature/.test(error.message));
    assert.equal(await readFile(join(output, 'blobs/sha256', 'a'.repeat(64)), 'utf8'), 'a layer');
  });
}

test('a layout with our mark and things of others among its blobs is refused', async () => {
  const output = join(await folderFor(), 'layout');
  await build(output, 'one');
  await mkdir(join(output, 'blobs/sha256'), { recursive: true });
  await writeFile(join(output, 'blobs/sha256/notes.txt'), 'mine');
  await assert.rejects(build(output, 'two'), /such as "blobs\/sha256\/notes\.txt"/);
});

test('an output that is, holds or lies in the layout of a base is refused, by whatever name', async () => {
  const folder = await folderFor();
  const base = await foreignLayout(join(folder, 'images/base'));
  // Not even our mark makes a base ours.
  await writeFile(join(base, 'feature.json'), MARK);
  await symlink(join(folder, 'images'), join(folder, 'link'));
  const bases: readonly BaseReference[] = [{ kind: 'layout', text: 'oci:images/base', folder: base, ref: undefined }];
  const outputs = [base, join(folder, 'images'), folder, join(base, 'out'), join(base, 'blobs/new/deep'), join(folder, 'link/base'), join(folder, 'link/base/out'), join(folder, 'link')];
  for (const output of outputs) {
    await assert.rejects(LayoutPlace.claim(output, bases), (error: unknown) => error instanceof InputError && /(?: is| holds| lies in) the base image's layout/.test(error.message), output);
  }
  for (const output of [join(folder, 'images/base2'), join(folder, 'images/out'), join(folder, '..base')]) {
    await using place = await LayoutPlace.claim(output, bases);
    assert.ok(place.work.startsWith(folder));
  }
  assert.deepEqual((await readdir(base)).sort(), ['blobs', 'feature.json', 'index.json', 'oci-layout']);
});

test('an output that is a link to a folder stays one, and leads to the new layout', async () => {
  const folder = await folderFor();
  await build(join(folder, 'layout'), 'one');
  await symlink('layout', join(folder, 'latest'));
  await build(join(folder, 'latest'), 'two');
  assert.ok((await lstat(join(folder, 'latest'))).isSymbolicLink());
  assert.equal(await readFile(join(folder, 'layout/index.json'), 'utf8'), 'two');
});

test('without an output the layout stays in a temporary folder, unless the run fails', async () => {
  const temporary = await folderFor();
  const before = process.env['RUNNER_TEMP'];
  process.env['RUNNER_TEMP'] = temporary;
  afterTest(() => (before === undefined ? delete process.env['RUNNER_TEMP'] : (process.env['RUNNER_TEMP'] = before)));
  {
    await using place = await LayoutPlace.claim(undefined);
    await mkdir(place.work);
  }
  assert.deepEqual(await readdir(temporary), []);
  {
    // Publishing it failed, say.
    await using place = await LayoutPlace.claim(undefined);
    await mkdir(join(place.work, 'layout'), { recursive: true });
    await place.put(join(place.work, 'layout'));
  }
  assert.deepEqual(await readdir(temporary), []);
  let output = '';
  {
    await using place = await LayoutPlace.claim(undefined);
    await mkdir(join(place.work, 'layout'), { recursive: true });
    output = await place.put(join(place.work, 'layout'));
    place.keep();
  }
  // A mark beside it keeps a later run from sweeping it away.
  assert.deepEqual((await readdir(join(output, '..'))).sort(), ['kept', 'layout']);
});
