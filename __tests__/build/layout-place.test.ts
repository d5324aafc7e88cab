import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { LayoutPlace } from '../../src/build/layout-place.ts';
import { InputError, SetupError } from '../../src/errors.ts';

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'layout-place-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a build does: work, then put the layout in its place. */
async function build(output: string, content: string): Promise<string> {
  await using place = await LayoutPlace.claim(output);
  const layout = join(place.work, 'layout');
  await mkdir(layout);
  await writeFile(join(layout, 'index.json'), content);
  return await place.put(layout);
}

test('a new folder, and the folders above it, are made', async (t) => {
  const folder = await folderFor(t);
  const output = await build(join(folder, 'a/b'), 'one');
  assert.equal(await readFile(join(output, 'index.json'), 'utf8'), 'one');
  assert.deepEqual(await readdir(join(folder, 'a')), ['b'], 'nothing of the work is left');
});

test('a run that fails takes the folders that it made with it, but for those where something else is by then', async (t) => {
  const folder = await folderFor(t);
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

test('a place that can’t be written to is refused before the work, and named', async (t) => {
  const file = join(await folderFor(t), 'file');
  await writeFile(file, '');
  // Nobody can write there, not even root.
  for (const output of ['/proc/layout', join(file, 'below/layout')]) {
    await assert.rejects(LayoutPlace.claim(output), (error: unknown) => error instanceof InputError && error.message.includes(output));
  }
  await assert.rejects(LayoutPlace.claim('/proc'), /output: \/proc (?:is a mount point|holds other things)/);
});

test('without a folder for temporary files the run says which one is missing', async (t) => {
  const before = process.env['RUNNER_TEMP'];
  t.after(() => {
    if (before === undefined) delete process.env['RUNNER_TEMP'];
    else process.env['RUNNER_TEMP'] = before;
  });
  process.env['RUNNER_TEMP'] = join(await folderFor(t), 'missing');
  await assert.rejects(LayoutPlace.claim(undefined), (error: unknown) => error instanceof SetupError && error.message.includes('missing, the folder for temporary files'));
});

test('an earlier layout is replaced as a whole', async (t) => {
  const output = join(await folderFor(t), 'layout');
  await build(output, 'one');
  await writeFile(join(output, 'delta.json'), 'old');
  await build(output, 'two');
  assert.deepEqual(await readdir(output), ['index.json']);
  assert.equal(await readFile(join(output, 'index.json'), 'utf8'), 'two');
});

test('a run that fails leaves the earlier layout as it was, and nothing beside it', async (t) => {
  const folder = await folderFor(t);
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

test('a folder with other things in it, or a file, is refused and left alone', async (t) => {
  const folder = await folderFor(t);
  await writeFile(join(folder, 'mine.txt'), 'x');
  await assert.rejects(LayoutPlace.claim(folder), (error: unknown) => error instanceof InputError && /“mine\.txt”/u.test(error.message));
  await assert.rejects(LayoutPlace.claim(join(folder, 'mine.txt')), InputError);
  assert.deepEqual(await readdir(folder), ['mine.txt']);
});

test('without an output the layout stays in a temporary folder, unless the run fails', async (t) => {
  const temporary = await folderFor(t);
  const before = process.env['RUNNER_TEMP'];
  process.env['RUNNER_TEMP'] = temporary;
  t.after(() => (before === undefined ? delete process.env['RUNNER_TEMP'] : (process.env['RUNNER_TEMP'] = before)));
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
  assert.deepEqual(await readdir(join(output, '..')), ['layout']);
});
