import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature, type Feature } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, putTree, removeTree, snapshot, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { hello: 'hello' } } };
/** A base with every kind of path: empty ones are whole if they are meant to be empty. */
const KINDS: Readonly<Record<string, TestPath['tree']>> = {
  folder: { entries: { '.hidden': 'x' } },
  'empty-folder': { entries: {} },
  file: 'nine byte',
  'empty-file': '',
  program: { executable: '#!/bin/sh' },
  link: { link: '/nowhere/else' },
};
const required = Object.entries(KINDS).map(([name, tree]): TestPath => ({ path: storePath('k', name), tree }));

type Spoil = (place: string) => void;
const emptyFolder: Spoil = (place) => mkdirSync(place);
const emptyFile: Spoil = (place) => {
  writeFileSync(place, '');
};
const longer: Spoil = (place) => {
  writeFileSync(place, 'x'.repeat(100));
};
const otherLink: Spoil = (place) => {
  symlinkSync('/etc', place);
};

const SPOILED: readonly (readonly [kind: string, how: string, spoil: Spoil])[] = [
  ['folder', 'an empty folder', emptyFolder],
  ['folder', 'an empty file', emptyFile],
  ['file', 'an empty folder', emptyFolder],
  ['file', 'an empty file', emptyFile],
  ['file', 'a longer file', longer],
  ['program', 'an empty file', emptyFile],
  ['empty-file', 'a longer file', longer],
  ['link', 'an empty file', emptyFile],
  ['link', 'a link to another place', otherLink],
  ['file', 'a link to another place', otherLink],
];

function put(path: TestPath, place: string): void {
  if (typeof path.tree === 'object' && 'link' in path.tree) symlinkSync(path.tree.link, place);
  else putTree(place, path.tree);
}

/** What a Feature relies on is there only if it is whole. */
export function wholeScenarios(shell: Shell): void {
  const scratch = scratchFolder('whole-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const system = (without = 'none'): string => {
    const root = makeRoot(fresh());
    for (const path of required) if (path.path !== storePath('k', without)) put(path, join(root, path.path));
    return root;
  };
  const feature = (complement: boolean): Promise<Feature> => writeFeature(fresh(), { added: [tool], required, complement });
  const run = (made: Feature, root: string, env: Readonly<Record<string, string>> = {}, ...args: string[]): Promise<Ran> =>
    install(shell, made, root, { script: 'nix-feature/install.sh', args, env });

  describe(`what a Feature relies on, under ${shell.name},`, () => {
    it.concurrent('is there, whatever kind it is', async () => {
      const ran = await run(await feature(false), system(), { NIX_FEATURE_VERIFY: 'all' });
      assert.equal(ran.code, 0, ran.said);
    });

    for (const [kind, how, spoil] of SPOILED) {
      it.concurrent(`is not there if ${how} is in the place of ${kind}; a complement brings it, and a removal puts back what was there`, async () => {
        const root = system(kind);
        spoil(join(root, storePath('k', kind)));
        const before = snapshot(root);
        const refused = await run(await feature(false), root);
        assert.equal(refused.code, 1, refused.said);
        assert.match(refused.stderr, new RegExp(`1 of the 6 store paths .* are not here, or are emptied \\(1 of them\\)[\\s\\S]*-${kind}`));
        assert.deepEqual(snapshot(root), before);
        const made = await feature(true);
        const ran = await run(made, root);
        assert.equal(ran.code, 0, ran.said);
        assert.equal((await run(made, root, {}, '--uninstall')).code, 0);
        assert.deepEqual(snapshot(root, { skip: /^\.\/etc\/profile\.d$/ }), before);
      });
    }

    it.concurrent('is read to its last byte if that was asked for', async () => {
      const root = system('file');
      writeFileSync(join(root, storePath('k', 'file')), 'nine bits');
      assert.equal((await run(await feature(false), root)).code, 0);
      const ran = await run(await feature(false), root, { NIX_FEATURE_VERIFY: 'all' });
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /1 of the 6 store paths that the Feature my-tools relies on are not what it was built with:\n.*-file/);
    });
  });
}
