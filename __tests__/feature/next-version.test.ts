import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { levelThatWrites, namedVersion, nextVersion, whyText, type Level, type Reason } from '../../src/feature/version/levels.ts';
import { metadataReasons } from '../../src/feature/version/metadata-reasons.ts';
import { writeVersion } from '../../src/feature/version/write-version.ts';
import { InputError } from '../../src/kit/errors.ts';
import { afterTest } from '../jest/after-test.ts';

const of = (level: Level): readonly Reason[] => [{ level, text: 'x' }];

test('a version is raised by what changed, past what is published; before 1.0.0 the number in the middle is for what breaks', () => {
  const cases: readonly (readonly [from: string, level: Level, to: string, taken?: readonly string[]])[] = [
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'major', '2.0.0'],
    ['0.2.3', 'patch', '0.2.4'],
    ['0.2.3', 'minor', '0.2.4'],
    ['0.2.3', 'major', '0.3.0'],
    ['2.0.0-rc.1', 'major', '2.0.0-rc.2'],
    ['2.0.0-dev', 'patch', '2.0.0-dev.1'],
    ['1.0.0', 'patch', '1.0.3', ['1.0.1', '1.0.2', 'latest']],
    ['1.0.0', 'major', '3.0.0', ['2.0.0']],
  ];
  for (const [from, level, to, taken = []] of cases) assert.equal(nextVersion(from, of(level), new Set(taken))?.to, to, `${from} ${level}`);
  assert.equal(nextVersion('1.0', [], new Set()), undefined);
  // Numbers that can't be counted with have none that follows.
  for (const [from, level] of [['1.0.9007199254740992', 'patch'], ['9007199254740991.0.0', 'major'], ['1.0.0-rc.9007199254740992', 'patch'], [`1.0.0-${'9'.repeat(40)}`, 'patch']] as const) assert.equal(nextVersion(from, of(level), new Set())?.to, undefined, from);
  assert.equal(namedVersion('1.0.9007199254740992', 'patch'), undefined);
  assert.equal(nextVersion('1.0.0', [], new Set())?.level, 'patch');
});

test('a level that somebody names is taken at its word, and a pre-release becomes its release', () => {
  const cases: readonly (readonly [from: string, level: Level, to: string])[] = [
    ['0.2.3', 'major', '1.0.0'],
    ['2.0.0-rc.1', 'patch', '2.0.0'],
    ['2.0.0-rc.1', 'minor', '2.0.0'],
    ['2.0.0-rc.1', 'major', '2.0.0'],
    ['2.1.0-rc.1', 'major', '3.0.0'],
    ['2.1.1-rc.1', 'minor', '2.2.0'],
  ];
  for (const [from, level, to] of cases) {
    assert.equal(namedVersion(from, level)?.to, to, `${from} ${level}`);
    assert.equal(namedVersion(from, levelThatWrites({ from, to }) ?? 'patch')?.to, to);
  }
  assert.equal(levelThatWrites({ from: '2.0.0-rc.1', to: '2.0.0-rc.2' }), undefined);
  assert.equal(levelThatWrites({ from: '1.0.0', to: '1.0.5' }), undefined);
});

test('three reasons are named, and the others counted', () => {
  assert.equal(whyText({ level: 'minor', reasons: ['a is new', 'b is new', 'c is new', 'd is new'] }), 'minor: a is new, b is new, c is new, and 1 more');
  assert.equal(whyText({ level: 'patch', reasons: [] }), 'patch');
});

/** Metadata with one option. */
function options(more: object): object {
  return { options: { mode: { type: 'string', enum: ['a', 'b'], default: 'a', ...more } } };
}

test('what changed in the metadata says how much it may break', () => {
  const cases: readonly (readonly [before: object, now: object, reasons: readonly string[]])[] = [
    [{ name: 'x', description: 'y' }, { name: 'z', keywords: ['k'], customizations: { a: 1 } }, []],
    [options({}), options({}), []],
    [options({}), options({ description: 'said better' }), []],
    [options({}), {}, ['major: the option "mode" is gone']],
    [{}, options({}), ['minor: the option "mode" is new']],
    [options({}), options({ type: 'boolean', enum: undefined }), ['major: the option "mode" has another type']],
    [options({}), options({ enum: ['b', 'c'] }), ['major: the option "mode" no longer takes a']],
    [options({ enum: undefined }), options({}), ['major: the option "mode" no longer takes all but some values']],
    [options({}), options({ enum: ['a', 'b', 'c'] }), ['minor: the option "mode" takes more values']],
    [options({}), options({ enum: undefined }), ['minor: the option "mode" takes more values']],
    [options({}), options({ enum: ['b', 'a'] }), []],
    [options({}), options({ default: 'b' }), ['minor: the option "mode" has another default']],
    [{ containerEnv: { A: '1', B: '2' } }, { containerEnv: { A: '3', C: '4' } }, ['major: the variable B is gone', 'minor: the variable C is new']],
    [{ privileged: false }, { privileged: true, mounts: [] }, ['minor: "mounts" changed', 'minor: "privileged" changed']],
  ];
  for (const [before, now, reasons] of cases) {
    assert.deepEqual(metadataReasons(JSON.stringify(before), JSON.stringify(now)).map(({ level, text }) => `${level}: ${text}`), reasons);
  }
});

test('a version is written in its place, and all else stays; what has no single version is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'write-version-'));
  afterTest(() => rm(folder, { recursive: true }));
  const file = join(folder, 'devcontainer-feature.json');
  const texts = ['{"version":"1.0.0"}', '// "version": "0.0.1"\n{\r\n\t"options": { "version": { "default": "9" } },\r\n\t"version" /* here */ : "1.0.0", // now\r\n}', '{ "id": "ü", "version": "1.0.0",, }'.replace(',,', ',')];
  for (const text of texts) {
    await writeFile(file, text);
    await writeVersion(file, '1.1.0');
    assert.equal(await readFile(file, 'utf8'), text.replace('"1.0.0"', '"1.1.0"'));
  }
  for (const [text, why] of [['{}', /it has none/], ['{"version": 1}', /it has none/], ['{"version":"1.0.0","version":"1.0.0"}', /"version" appears twice/]] as const) {
    await writeFile(file, text);
    await assert.rejects(writeVersion(file, '1.1.0'), (error) => error instanceof InputError && why.test(error.message));
    assert.equal(await readFile(file, 'utf8'), text);
  }
  const elsewhere = join(folder, 'elsewhere.json');
  await writeFile(elsewhere, '{"version":"1.0.0"}');
  await rm(file);
  await symlink(elsewhere, file);
  await assert.rejects(writeVersion(file, '1.1.0'), /the file is a symbolic link/);
  assert.equal(await readFile(elsewhere, 'utf8'), '{"version":"1.0.0"}');
  assert.deepEqual((await readdir(folder)).toSorted(), ['devcontainer-feature.json', 'elsewhere.json']);
});
