import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, write, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, runToEnd, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } } };

/** What login shells find of several Features. */
export function loginScenarios(shell: Shell): void {
  const scratch = scratchFolder('login-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (id: string, content: Partial<FeatureContent> = {}): Promise<Feature> => writeFeature(fresh(), { id, added: [tool], ...content });
  const put = async (made: Feature, root: string): Promise<void> => {
    const ran = await install(shell, made, root);
    assert.equal(ran.code, 0, ran.said);
  };
  /** As /etc/profile does: one file after the other, by name. */
  const login = async (root: string, env: Readonly<Record<string, string>>, code: string): Promise<string> => {
    const folder = join(root, 'etc/profile.d');
    const texts = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('/opt/nix-feature/.path', `${root}/opt/nix-feature/.path`));
    write(join(root, 'profile'), texts.join(''));
    const ran = await runToEnd([...shell.argv, '-c', `set -eu; . "${root}/profile"; ${code}`], { ...env, PATH: shell.path });
    assert.equal(ran.stderr, '');
    return ran.stdout;
  };
  const pathOf = async (root: string): Promise<string> => (await login(root, {}, 'echo "$PATH"')).trim();

  describe(`login shells under ${shell.name}`, () => {
    for (const order of [['b', 'c', 'a'], ['a', 'b', 'c'], ['c', 'b', 'a'], ['b', 'a', 'c']]) {
      it.concurrent(`have the Features of ${order.join(', ')} in PATH as containerEnv puts them: the last one first`, async () => {
        const root = makeRoot(fresh());
        const plain: string[] = [shell.path];
        for (const id of order) {
          await put(await feature(id), root);
          plain.unshift(`/opt/nix-feature/${id}/bin`);
        }
        assert.equal(await pathOf(root), plain.join(':'));
        const [first = ''] = order;
        await put(await feature(first, { version: '2.0.0' }), root);
        assert.match(await pathOf(root), new RegExp(`^/opt/nix-feature/${first}/bin:`), 'a new version is the last one');
        for (const id of order) assert.equal((await install(shell, await feature(id), root, { script: 'nix-feature/install.sh', args: ['--uninstall'] })).code, 0);
        assert.equal(existsSync(join(root, 'opt/nix-feature')), false);
        assert.deepEqual(readdirSync(join(root, 'etc/profile.d')), []);
      });
    }

    it.concurrent('keep a PATH that has the folders already, and variables that are set', async () => {
      const root = makeRoot(fresh());
      await put(await feature('a', { variables: { MY_VALUE: 'of the Feature', OTHER: "it's" } }), root);
      const out = await login(root, { MY_VALUE: 'of the user' }, `. "${root}/profile"; echo "$PATH"; echo "$MY_VALUE, $OTHER"`);
      assert.equal(out, `/opt/nix-feature/a/bin:${shell.path}\nof the user, it's\n`);
    });

    it.concurrent('that are fish get a file of their own where fish is, and it goes with the Feature', async () => {
      const root = makeRoot(fresh());
      mkdirSync(join(root, 'etc/fish/conf.d'), { recursive: true });
      const made = await feature('a', { variables: { MY_VALUE: `it's a \\ "$HOME"` } });
      await put(made, root);
      const file = join(root, 'etc/fish/conf.d/nix-feature-a.fish');
      assert.match(readFileSync(file, 'utf8'), /^set -q MY_VALUE; or set -gx MY_VALUE 'it\\'s a \\\\ "\$HOME"'$/m);
      assert.match(readFileSync(file, 'utf8'), /contains -- '\/opt\/nix-feature\/a\/bin' \$PATH; or set -gx PATH/);
      assert.match((await install(shell, made, root)).stdout, /nothing to do/);
      assert.equal((await install(shell, made, root, { script: 'nix-feature/install.sh', args: ['--uninstall'] })).code, 0);
      assert.deepEqual(readdirSync(join(root, 'etc/fish/conf.d')), []);
    });
  });
}
