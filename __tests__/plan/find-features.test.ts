import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { readFlake } from '../../src/actions/values/read-flake.ts';
import { readCandidates } from '../../src/plan/candidate.ts';
import { findFeatures, folderName } from '../../src/plan/find-features.ts';

const root = mkdtempSync(join(tmpdir(), 'find-features-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(file: string, text = ''): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

for (const id of ['jq', 'git', 'old']) {
  write(`mono/features/${id}/devcontainer-feature.json`, JSON.stringify({ id, version: '1.0.0' }));
  write(`mono/features/${id}/flake.nix`, '{ outputs = _: { }; }');
}
write('mono/tools/deep/er/fd/devcontainer-feature.json', '{ "id": "fd", "version": "1.0.0" }');
write('mono/tools/deep/er/fd/flake.nix', '{ outputs = _: { }; }');
write('mono/features/jq/tests/inner/devcontainer-feature.json');
write('mono/node_modules/x/devcontainer-feature.json');
write('mono/tools/node_modules/y/devcontainer-feature.json');
write('mono/.devcontainer/local/devcontainer-feature.json');
write('mono/.cache/copy/devcontainer-feature.json');
write('mono/layout/oci-layout');
write('mono/layout/copy/devcontainer-feature.json');
write('mono/exported/devcontainer-feature.json');
write('mono/exported/nix-feature/exported');
write('mono/README.md');
mkdirSync(join(root, 'nothing/src'), { recursive: true });
write('one/devcontainer-feature.json', '{}');
write('one/more/second/devcontainer-feature.json', '{}');

async function found(repository: string, ...lines: string[]): Promise<string[]> {
  const folder = join(root, repository);
  return (await findFeatures(folder, lines)).map((each) => folderName(folder, each));
}

test("every Feature of a repository is found, and none that is hidden, built, somebody else's or part of another", async () => {
  assert.deepEqual(await found('mono'), ['.devcontainer/local', 'features/git', 'features/jq', 'features/old', 'tools/deep/er/fd']);
});

test('a repository that is a Feature may hold more of them', async () => {
  assert.deepEqual(await found('one'), ['.', 'more/second']);
});

test('folders and patterns choose, and leave out again', async () => {
  assert.deepEqual(await found('mono', 'features/jq', './features/git/'), ['features/git', 'features/jq']);
  assert.deepEqual(await found('mono', 'features/*', '!features/o*'), ['features/git', 'features/jq']);
  assert.deepEqual(await found('mono', '!features/old'), ['.devcontainer/local', 'features/git', 'features/jq', 'tools/deep/er/fd']);
  assert.deepEqual(await found('mono', '{features,tools}/**', '!features/jq/**'), ['features/git', 'features/old', 'tools/deep/er/fd']);
  assert.deepEqual(await found('mono', '**'), ['features/git', 'features/jq', 'features/old', 'tools/deep/er/fd', 'layout/copy', 'exported'].toSorted());
  assert.deepEqual(await found('mono', '.devcontainer/*'), ['.devcontainer/local']);
  assert.deepEqual(await found('mono', join(root, 'mono/features/jq')), ['features/jq']);
});

async function refusal(repository: string, ...lines: string[]): Promise<string> {
  const error: unknown = await found(repository, ...lines).catch((reason: unknown) => reason);
  assert.ok(error instanceof InputError && error.input === 'features', String(error));
  return error.message;
}

test('a line that names no Feature is an error, and so is a repository without any', async () => {
  assert.match(await refusal('mono', 'features/jp'), /"features\/jp" names the folder \S+\/mono\/features\/jp, which has no devcontainer-feature\.json/);
  assert.match(await refusal('mono', 'feature/*'), /"feature\/\*" matches no folder with a devcontainer-feature\.json/);
  assert.match(await refusal('mono', 'features/jq', '!features/jq'), /there is no devcontainer-feature\.json below \S+ that the lines do not leave out/);
  assert.match(await refusal('nothing'), /there is no devcontainer-feature\.json below/);
});

/** As a build without inputs finds it. */
const flakeOf = (folder: string) => readFlake((name) => (name.endsWith('-hook') ? 'false' : ''), folder, folder);

test('a folder without a flake may have an .envrc or a devenv.nix, and is planned as it is built', async () => {
  for (const id of ['shell', 'devenv', 'direnv', 'lost']) write(`shells/${id}/devcontainer-feature.json`, `{ "id": "${id}", "version": "1.0.0" }`);
  write('shells/shell/flake.nix', '{ outputs = _: { }; }');
  write('shells/devenv/devenv.nix', '{ }');
  write('shells/direnv/.envrc', 'use flake ../shell#ci\n');
  write('shells/lost/.envrc', 'use flake ./nowhere\n');
  const here = join(root, 'shells');
  const { candidates, faults } = await readCandidates(here, await findFeatures(here, []), { flakeOf });
  assert.deepEqual(candidates.map(({ name, flake }) => [name, flake.kind, flake.kind === 'shell' ? [flake.of.kind, flake.of.attribute] : []]), [
    ['devenv', 'shell', ['devenv', 'default']],
    ['direnv', 'shell', ['folder', 'ci']],
    ['shell', 'folder', []],
  ]);
  assert.match(faults.map(({ message }) => message).join('\n'), /^\.envrc: "\.\/nowhere" names the folder \S+, which does not exist\.$/);
});

test('a folder that breaks the contract is told, and keeps no other out', async () => {
  write('broken/a/devcontainer-feature.json', '{ "id": "a", "version": "one" }');
  write('broken/a/flake.nix', '{ outputs = _: { }; }');
  write('broken/b/devcontainer-feature.json', '{ "id": "b", "version": "1.0.0" }');
  write('broken/c/devcontainer-feature.json', '{ "id": "c", "version": "1.0.0" }');
  write('broken/c/flake.nix', '{ outputs = _: { }; }');
  const here = join(root, 'broken');
  const { candidates, faults } = await readCandidates(here, await findFeatures(here, []), { flakeOf });
  assert.deepEqual(candidates.map(({ name, metadata }) => [name, metadata.id]), [['c', 'c']]);
  assert.match(faults.map(({ message }) => message).join('\n'), /"one" is not a semantic version[\s\S]*flake\.nix/);
  assert.equal(faults[0]?.location?.file, join(here, 'a/devcontainer-feature.json'));
});

test('Features of a collection that are only scripts are left alone, and those that forgot something are not', async () => {
  write('mixed/scripts/devcontainer-feature.json', '{ "id": "scripts", "version": "one, as it likes" }');
  write('mixed/scripts/install.sh', '#!/bin/sh\napt-get install -y jq\n');
  write('mixed/ours/devcontainer-feature.json', '{ "id": "ours", "version": "1.0.0" }');
  write('mixed/ours/flake.nix', '{ outputs = _: { }; }');
  write('mixed/forgot-the-flake/devcontainer-feature.json', '{ "id": "forgot-the-flake", "version": "1.0.0" }');
  write('mixed/forgot-the-flake/install.sh', '#!/bin/sh\n. ./nix-feature/install.sh\nnix_feature_install\n');
  write('mixed/forgot-both/devcontainer-feature.json', '{ "id": "forgot-both", "version": "1.0.0" }');
  const here = join(root, 'mixed');
  const { candidates, faults, onlyScripts } = await readCandidates(here, await findFeatures(here, []), { flakeOf });
  assert.deepEqual(onlyScripts, ['scripts']);
  assert.deepEqual(candidates.map(({ name }) => name), ['ours']);
  assert.deepEqual(faults.map(({ message }) => message.replace(here, '')), ['There is no flake.nix in /forgot-both.', 'There is no flake.nix in /forgot-the-flake.']);
});

test("metadata that can't be read is a fault, even of a Feature that is only scripts", async () => {
  for (const [name, text] of [['cut', '{ "id": "cut", '], ['list', '[]'], ['deep', `{ "x": ${'['.repeat(3000)} }`]] as const) {
    write(`unread/${name}/devcontainer-feature.json`, text);
    write(`unread/${name}/install.sh`, '#!/bin/sh\napt-get install -y jq\n');
  }
  const here = join(root, 'unread');
  const { candidates, faults, onlyScripts } = await readCandidates(here, await findFeatures(here, []), { flakeOf });
  assert.deepEqual([candidates, onlyScripts], [[], []]);
  assert.deepEqual(faults.map(({ severity, location }) => [severity, location?.file]), ['cut', 'deep', 'list'].map((name) => ['error', join(here, name, 'devcontainer-feature.json')]));
});

test('of two folders with one id none is planned, and both are named', async () => {
  write('twice/a/devcontainer-feature.json', '{ "id": "tool", "version": "1.0.0" }');
  write('twice/a/flake.nix', '{ outputs = _: { }; }');
  write('twice/b/devcontainer-feature.json', '{ "id": "tool", "version": "2.0.0" }');
  write('twice/b/flake.nix', '{ outputs = _: { }; }');
  const here = join(root, 'twice');
  const { candidates, faults } = await readCandidates(here, await findFeatures(here, []), { flakeOf });
  assert.deepEqual(candidates, []);
  assert.deepEqual(faults.map(({ message }) => message), ['devcontainer-feature.json: the id "tool" is used by a and b; none of them is planned.']);
  assert.deepEqual(faults[0]?.location, { file: join(here, 'a/devcontainer-feature.json'), line: 1, column: 9 });
});

test('where no Feature is found, those in hidden folders are named, or else the folders that were skipped', async () => {
  const hintOf = () => findFeatures(join(root, 'hides'), []).then(() => assert.fail('found'), (error: InputError) => `${error.message} | ${error.hint ?? ''}`);
  write('hides/.tools/README.md');
  write('hides/.git/features/old/devcontainer-feature.json');
  assert.match(await hintOf(), /Hidden folders were skipped \(\.tools\): name them in "features" if a Feature is there\.$/);
  write('hides/.tools/features/jq/devcontainer-feature.json');
  assert.match(await hintOf(), /apart from hidden folders, which are not searched\. \| Name these folders in "features": \.tools\/features\/jq\.$/);
  write('hides/.devcontainer/features/mine/devcontainer-feature.json');
  assert.deepEqual(await findFeatures(join(root, 'hides'), []), [join(root, 'hides/.devcontainer/features/mine')]);
});
