import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, write, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, snapshot, type InstallOptions, type Ran, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base-lib'), tree: { entries: { lib: 'of the base' } } };
const deep: TestPath = { path: storePath('d', 'deep'), tree: 'deep', references: [base.path] };
const lib: TestPath = { path: storePath('l', 'lib'), tree: { entries: { a: 'a' } }, references: [deep.path] };
const tool: TestPath = {
  path: storePath('a', 'tools'),
  tree: { entries: { bin: { entries: { hello: { executable: '#!/bin/sh\necho hello\n' } } } } },
  references: [lib.path],
};
const other: TestPath = { path: storePath('p', 'other'), tree: { entries: { bin: { entries: { bye: { executable: 'bye' } } } } }, references: [lib.path] };

const DOOR = 'usr/local/bin/nix-feature-ctl';

/** What holds of nix-feature-ctl in every shell. */
export function ctlScenarios(shell: Shell): void {
  const scratch = scratchFolder('ctl-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (content: Partial<FeatureContent> = {}): Promise<Feature> => writeFeature(fresh(), { added: [tool, lib, deep], required: [base], ...content });
  const second = (): Promise<Feature> => feature({ id: 'other', version: '2.0.0', added: [other, lib, deep] });
  const system = (): string => makeRoot(fresh(), [base]);
  const put = async (made: Feature, root: string, options?: InstallOptions): Promise<Ran> => {
    const ran = await install(shell, made, root, options);
    assert.equal(ran.code, 0, ran.said);
    return ran;
  };
  /** As a user has it, but for the root that the link's target is in. */
  const ctl = (root: string, ...args: string[]): Promise<Ran> => {
    const script = join(root, readlinkSync(join(root, DOOR)));
    assert.equal(lstatSync(script).mode & 0o111, 0o111, 'the command is executable');
    return install(shell, { folder: '' }, root, { script, args: ['--ctl', ...args] });
  };

  describe(`nix-feature-ctl under ${shell.name}`, () => {
    it.concurrent('is named by the line that an installation ends with, and removes the Feature without a trace', async () => {
      const root = system();
      const empty = snapshot(root, { skip: /profile\.d/ });
      const ran = await put(await feature(), root);
      assert.match(ran.stdout, /my-tools 1\.0\.0 is installed; "nix-feature-ctl remove my-tools" removes it\n$/);
      const removed = await ctl(root, 'remove', 'my-tools');
      assert.equal(removed.code, 0, removed.said);
      assert.deepEqual(snapshot(root, { skip: /profile\.d/ }), empty);
    });

    it.concurrent('is the recorded script where there is no /usr/local/bin, or another command of that name', async () => {
      const without = system();
      rmSync(join(without, 'usr'), { recursive: true });
      assert.match((await put(await feature(), without)).stdout, /"sh \/var\/lib\/nix-feature\/my-tools\/install\.sh --uninstall" removes it/);
      assert.equal(existsSync(join(without, 'usr')), false);
      const taken = system();
      writeFileSync(join(taken, DOOR), 'theirs');
      assert.match((await put(await feature(), taken)).stdout, /--uninstall/);
      assert.equal(readFileSync(join(taken, DOOR), 'utf8'), 'theirs');
    });

    it.concurrent('lists Features with version and mode, also one whose installation was interrupted', async () => {
      const root = system();
      await put(await feature(), root);
      await put(await second(), root);
      mkdirSync(join(root, 'var/lib/nix-feature/killed'));
      writeFileSync(join(root, 'var/lib/nix-feature/killed/pending'), '');
      const { stdout, code } = await ctl(root, 'list');
      assert.equal(code, 0);
      assert.deepEqual(stdout.trim().split('\n').map((line) => line.split(/\s+/)), [
        ['killed', '-', '-', '(interrupted)'],
        ['my-tools', '1.0.0', 'secure'],
        ['other', '2.0.0', 'secure'],
      ]);
      assert.equal((await ctl(root, 'remove', 'killed')).code, 0);
      assert.equal(existsSync(join(root, 'var/lib/nix-feature/killed')), false);
    });

    it.concurrent('says what a Feature brought, and what is wrong with it', async () => {
      const root = system();
      await put(await feature(), root);
      const whole = await ctl(root, 'status', 'my-tools');
      assert.equal(whole.code, 0, whole.said);
      assert.match(whole.stdout, /^my-tools 1\.0\.0\n {2}mode +secure\n[^]*output +\/nix\/store\/\S+-tools\n[^]*3 store paths of its own, of which it brought 3; it relies on 1 of the base\n[^]*state +in place\n/);
      rmSync(join(root, 'opt/nix-feature/my-tools'));
      const broken = await ctl(root, 'status');
      assert.equal(broken.code, 1);
      assert.match(broken.stdout, /state +\/opt\/nix-feature\/my-tools does not lead to/);
      removeTree(join(root, deep.path).replace(/deep$/, 'nothing'));
      rmSync(join(root, deep.path));
      assert.match((await ctl(root, 'status', 'my-tools')).stdout, /-deep is missing/);
    });

    it.concurrent('reads every byte again when it verifies, and changes nothing', async () => {
      const root = system();
      const made = await feature();
      await put(made, root);
      await put(await second(), root);
      const fine = await ctl(root, 'verify');
      assert.equal(fine.code, 0, fine.said);
      assert.match(fine.stdout, /my-tools 1\.0\.0: all of it is in place, 3 store paths read\n[^]*other 2\.0\.0: all/);
      const file = join(root, tool.path, 'bin/hello');
      chmodSync(file, 0o755);
      appendFileSync(file, 'echo more\n');
      const before = snapshot(root, { times: true });
      const ran = await ctl(root, 'verify');
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /my-tools: \/nix\/store\/\S+-tools is not what the Feature was built with/);
      assert.match(ran.stdout, /other 2\.0\.0: all of it/);
      assert.deepEqual(snapshot(root, { times: true }), before);
      await put(made, root);
      assert.equal((await ctl(root, 'verify', 'my-tools')).code, 0);
    });

    it.concurrent('says which Features need a store path, and by what', async () => {
      const root = system();
      await put(await feature(), root);
      await put(await second(), root);
      const { stdout, code } = await ctl(root, 'why', `${deep.path}/some/file`);
      assert.equal(code, 0);
      assert.deepEqual(stdout.split('\n'), [
        deep.path,
        '  my-tools 1.0.0 brought it',
        `    ${tool.path}`,
        `      ${lib.path}`,
        `        ${deep.path}`,
        '  other 2.0.0 needs it; it was here before',
        `    ${other.path}`,
        `      ${lib.path}`,
        `        ${deep.path}`,
        '',
      ]);
      assert.match((await ctl(root, 'why', base.path)).stdout, /my-tools 1\.0\.0 relies on it; it is of the base/);
      const unknown = await ctl(root, 'why', storePath('9', 'unknown'));
      assert.equal(unknown.code, 1);
      assert.match(unknown.stdout, /no Feature needs it/);
      assert.match((await ctl(root, 'why', '/etc/passwd')).stderr, /\/etc\/passwd is not in \/nix\/store/);
    });

    it.concurrent('has a log of what was done and what went wrong, which goes with the last Feature', async () => {
      const root = system();
      const made = await feature();
      await put(made, root);
      await put(made, root);
      await put(await second(), root);
      await put(await feature({ version: '1.1.0', added: [tool, lib] , required: [base, deep] }), root);
      const gone: TestPath = { path: storePath('9', 'gone'), tree: 'x' };
      assert.equal((await install(shell, await feature({ required: [base, gone] }), root)).code, 1);
      const lines = (await ctl(root, 'log')).stdout.trim().split('\n');
      assert.deepEqual(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /, '').replace(/relies on.*/, '…')), [
        'my-tools: installed 1.0.0 (secure): 3 of 3 store paths added',
        'other: installed 2.0.0 (secure): 1 of 3 store paths added',
        'my-tools: changed from 1.0.0 to 1.1.0 (secure): 0 of 2 store paths added',
        'my-tools: error: 1 of the 2 store paths that the Feature my-tools 1.0.0 …',
      ]);
      assert.equal((await ctl(root, 'log', 'other')).stdout.match(/\n/g)?.length, 1);
      for (const id of ['my-tools', 'other']) assert.equal((await ctl(root, 'remove', id)).code, 0);
      assert.equal(existsSync(join(root, 'var/lib/nix-feature')), false);
    });

    it.concurrent('goes on as long as there is a Feature, and is always the newest runtime', async () => {
      const root = system();
      const newest = await feature();
      const runtime = join(newest.folder, 'nix-feature/install.sh');
      writeFileSync(runtime, readFileSync(runtime, 'utf8').replace(/^nf_runtime=\d+$/m, 'nf_runtime=99'));
      await put(newest, root);
      await put(await second(), root);
      assert.equal(readlinkSync(join(root, DOOR)), '/var/lib/nix-feature/my-tools/install.sh');
      assert.equal((await ctl(root, 'remove', 'my-tools')).code, 0);
      assert.equal(readlinkSync(join(root, DOOR)), '/var/lib/nix-feature/other/install.sh');
      assert.equal((await ctl(root, 'remove', 'other')).code, 0);
      assert.throws(() => readlinkSync(join(root, DOOR)));
    });

    it.concurrent('knows what install-dev.sh installed, and forgets it when told', async () => {
      const root = makeRoot(fresh());
      const made = await feature();
      write(join(made.folder, 'install-dev.sh'), 'exit 0');
      const ran = await put(made, root);
      assert.match(ran.stdout, /"nix-feature-ctl remove my-tools" removes/);
      assert.match((await ctl(root, 'list')).stdout, /^my-tools +1\.0\.0 +dev\n$/);
      assert.equal((await ctl(root, 'status', 'my-tools')).code, 0);
      assert.equal((await ctl(root, 'verify')).code, 0);
      assert.match((await ctl(root, 'log')).stdout, /installed 1\.0\.0 \(dev: install-dev\.sh\)/);
      rmSync(join(root, 'nix'), { recursive: true });
      assert.equal((await ctl(root, 'remove', 'my-tools')).code, 0);
      assert.equal(existsSync(join(root, 'var/lib/nix-feature')), false);
      assert.equal(existsSync(join(root, 'nix')), false);
    });

    it.concurrent('leaves nothing behind when it registers with a Nix, whether that works or not', async () => {
      const root = system();
      await put(await feature(), root);
      const before = snapshot(root, { skip: /gcroots|registered$|nix\/var/ });
      for (const [status, text] of [[0, ''], [1, 'echo broken >&2; case $* in *--load-db*) exit 1 ;; *) printf "%s\\n" /nix/store/*-tools ;; esac']] as const) {
        const folder = fresh();
        write(join(folder, 'nix-store'), `#!/bin/sh\n${text}\n`);
        chmodSync(join(folder, 'nix-store'), 0o755);
        const script = join(root, readlinkSync(join(root, DOOR)));
        const ran = await install(shell, { folder: '' }, root, { script, args: ['--ctl', 'register'], env: { NIX_FEATURE_NIX: 'auto', PATH: `${folder}:${shell.path}` } });
        assert.equal(ran.code, status, ran.said);
        assert.deepEqual(snapshot(root, { skip: /gcroots|registered$|nix\/var/ }), before);
      }
    });

    it.concurrent('refuses what it does not know, and says what it does', async () => {
      const root = system();
      await put(await feature(), root);
      const none = await ctl(root);
      assert.equal(none.code, 2);
      assert.match(none.stderr, /Usage: nix-feature-ctl COMMAND/);
      assert.equal((await ctl(root, 'help')).code, 0);
      const unknown = await ctl(root, 'remove', 'nothing');
      assert.equal(unknown.code, 1);
      assert.match(unknown.stderr, /nothing is not installed here\.\n.*Installed: my-tools/);
      assert.match((await ctl(root, 'status', '../etc')).stderr, /can't be the id/);
      assert.match((await ctl(root, 'remove')).stderr, /needs the id of a Feature/);
      assert.doesNotMatch((await ctl(root, 'log')).stdout, /error/);
    });

    it.concurrent('is run by its link', async () => {
      const root = system();
      await put(await feature(), root);
      const folder = fresh();
      mkdirSync(folder);
      symlinkSync(join(root, 'var/lib/nix-feature/my-tools/install.sh'), join(folder, 'nix-feature-ctl'));
      assert.match((await install(shell, { folder }, root, { script: 'nix-feature-ctl', args: ['list'] })).stdout, /my-tools/);
    });
  });
}
