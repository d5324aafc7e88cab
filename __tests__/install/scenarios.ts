import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { layerFileName } from '../../src/feature/files/bundle.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, SYSTEM, write, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, putTree, removeTree, runToEnd, snapshot, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base-lib'), tree: { entries: { lib: 'of the base' } } };
const lib: TestPath = {
  path: storePath('l', 'lib-2.0_rc+x?y=z'),
  tree: {
    entries: {
      '-dash': '1',
      '.dot': '2',
      '..two': '2',
      'with space': '3',
      'gr\u00c3\u00bcn': '4',
      empty: { entries: {} },
      link: { link: '/nowhere at all' },
      'new\nline': '5',
      ['long'.repeat(50)]: { entries: { ['deep'.repeat(50)]: 'deep' } },
      same: 'the same bytes',
    },
  },
};
const single: TestPath = { path: storePath('s', 'single-file'), tree: 'a store path that is one file' };
const dangling: TestPath = { path: storePath('d', 'dangling'), tree: { link: '/nowhere' } };
const tool: TestPath = {
  path: storePath('a', 'tools'),
  tree: { entries: { bin: { entries: { hello: { executable: '#!/bin/sh\necho hello\n' }, hallo: { link: 'hello' } } }, same: 'the same bytes' } },
  references: [base.path, lib.path],
};
const newer: TestPath = {
  path: storePath('n', 'tools-2'),
  tree: { entries: { bin: { entries: { hello: { executable: '#!/bin/sh\necho hello again\n' } } } } },
  references: [lib.path],
};

function inStore(root: string, path: TestPath): string {
  return join(root, path.path);
}

/** Everything, with times, but for /nix itself: where there is no flock, the lock is a folder in it. */
function contents(root: string): Record<string, string> {
  const { './nix': _nix, ...rest } = snapshot(root, { times: true });
  return rest;
}

/** What holds for every shell, with nothing but a folder as the system. */
export function installScenarios(shell: Shell): void {
  const scratch = scratchFolder('install-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (content: Partial<FeatureContent> = {}): Promise<Feature> =>
    writeFeature(fresh(), { added: [tool, lib, single, dangling], required: [base], ...content });
  const system = (): string => makeRoot(fresh(), [base]);

  describe(`the runtime under ${shell.name}`, () => {
    it.concurrent('installs the delta, a static link, a profile and a record, and nothing else', async () => {
      const root = system();
      const ran = await install(shell, await feature(), root);
      assert.equal(ran.code, 0, ran.said);
      assert.deepEqual(readdirSync(join(root, 'nix')), ['store']);
      assert.deepEqual(readdirSync(join(root, 'nix/store')), [tool, base, dangling, lib, single].map(({ path }) => path.slice(11)));
      assert.equal(readlinkSync(join(root, 'opt/nix-feature/my-tools')), tool.path);
      assert.equal(readFileSync(join(inStore(root, lib), 'new\nline'), 'utf8'), '5');
      assert.equal(lstatSync(inStore(root, lib)).mode & 0o7777, 0o555);
      assert.equal(lstatSync(inStore(root, lib)).mtimeMs, 1000);
      assert.equal(lstatSync(join(inStore(root, tool), 'bin/hello')).mode & 0o7777, 0o555);
      assert.equal(readlinkSync(inStore(root, dangling)), '/nowhere');
      const profile = await runToEnd(['sh', '-c', `. ${root}/etc/profile.d/nix-feature-my-tools.sh; . ${root}/etc/profile.d/nix-feature-my-tools.sh; echo "$PATH"`], { PATH: '/bin:/usr/bin' });
      assert.equal(profile.stdout, '/opt/nix-feature/my-tools/bin:/bin:/usr/bin\n');
      assert.deepEqual(readFileSync(join(root, 'var/lib/nix-feature/my-tools/owned'), 'utf8').trim().split('\n'), [tool, dangling, lib, single].map(({ path }) => path as string));
    });

    it.concurrent('does nothing the second time, and says so', async () => {
      const root = system();
      const made = await feature();
      assert.equal((await install(shell, made, root)).code, 0);
      const before = contents(root);
      const second = await install(shell, made, root);
      assert.equal(second.code, 0, second.said);
      assert.match(second.stdout, /installed already; nothing to do/);
      assert.deepEqual(contents(root), before);
    });

    it.concurrent('takes zstd and several layers, and leaves what is there already alone', async () => {
      const root = system();
      putTree(inStore(root, single), single.tree);
      const before = lstatSync(inStore(root, single)).ino;
      const made = await feature({ compression: 'zstd', groups: [[tool.path], [lib.path, dangling.path], [single.path]] });
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 0, ran.said);
      assert.match(ran.stdout, /3 of 4 store paths to add/);
      assert.doesNotMatch(ran.stdout, /layer 3/);
      assert.equal(lstatSync(inStore(root, single)).ino, before);
    });

    it.concurrent('installs a delta with nothing in it', async () => {
      const root = system();
      const ran = await install(shell, await feature({ added: [], required: [base] }), root);
      assert.equal(ran.code, 0, ran.said);
      assert.equal(readlinkSync(join(root, 'opt/nix-feature/my-tools')), base.path);
    });

    it.concurrent('names the base, how many required paths are missing, and the first few, and writes nothing', async () => {
      const root = makeRoot(fresh(), [base]);
      const gone = ['1', '2', '3', '4', '5'].map((letter): TestPath => ({ path: storePath(letter, 'gone'), tree: 'x' }));
      const made = await feature({ required: [base, ...gone] });
      const before = snapshot(root, { times: true });
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /5 of the 6 store paths .* are not here/);
      assert.match(ran.stderr, /registry\.example\/bedrock:1/);
      assert.equal(ran.stderr.match(/-gone/g)?.length, 3);
      assert.match(ran.stderr, /Use that base image/);
      assert.deepEqual(snapshot(root, { times: true }), before);
    });

    it.concurrent("runs the author's install-dev.sh on other systems, and only there unless told", async () => {
      const made = await feature();
      write(join(made.folder, 'install-dev.sh'), `echo "dev of $NIX_FEATURE_SYSTEM in $(pwd)" > "$OUT"`);
      const OUT = join(scratch, 'dev-out');
      const elsewhere = makeRoot(fresh());
      assert.equal((await install(shell, made, elsewhere, { env: { OUT } })).code, 0);
      assert.equal(readFileSync(OUT, 'utf8'), `dev of ${SYSTEM} in ${made.folder}\n`);
      assert.deepEqual(readdirSync(join(elsewhere, 'nix/store')), []);
      rmSync(OUT);
      assert.equal((await install(shell, made, system(), { env: { OUT } })).code, 0);
      assert.equal(existsSync(OUT), false);
      assert.equal((await install(shell, made, system(), { env: { OUT, MODE: 'dev' } })).code, 0);
      assert.equal(existsSync(OUT), true);
      const secure = await install(shell, made, elsewhere, { env: { OUT, MODE: 'secure' } });
      assert.equal(secure.code, 1);
      write(join(made.folder, 'install-dev.sh'), 'exit 3');
      const failed = await install(shell, made, elsewhere);
      assert.equal(failed.code, 1);
      assert.match(failed.stderr, /install-dev\.sh of my-tools failed/);
    });

    it.concurrent('installs the complement where required paths are missing and it was published', async () => {
      const root = makeRoot(fresh());
      const made = await feature({ complement: true });
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 0, ran.said);
      assert.ok(existsSync(inStore(root, base)));
      assert.match((await install(shell, made, root)).stdout, /nothing to do/);
      const refused = await install(shell, made, makeRoot(fresh()), { env: { NIX_FEATURE_MODE: 'secure' } });
      assert.equal(refused.code, 1);
    });

    it.concurrent('keeps what a complement brought through changes of version, mends it, and removes it in the end', async () => {
      const root = makeRoot(fresh());
      assert.equal((await install(shell, await feature({ complement: true }), root)).code, 0);
      for (const content of [{ complement: true }, {}]) {
        const next = await feature({ ...content, version: '2.0.0', added: [newer, lib] });
        const ran = await install(shell, next, root);
        assert.equal(ran.code, 0, ran.said);
        assert.ok(existsSync(inStore(root, base)));
        assert.equal(existsSync(inStore(root, tool)), false);
      }
      const made = await feature({ complement: true });
      assert.equal((await install(shell, made, root)).code, 0);
      const file = join(inStore(root, base), 'lib');
      chmodSync(file, 0o644);
      appendFileSync(file, 'x');
      assert.match((await install(shell, made, root)).stderr, /base-lib was there, but is not what the Feature was built with/);
      assert.equal(readFileSync(file, 'utf8'), 'of the base');
      assert.equal((await install(shell, made, root, { script: 'nix-feature/install.sh', args: ['--uninstall'] })).code, 0);
      assert.deepEqual(readdirSync(join(root, 'nix/store')), []);
    });

    it.concurrent('asks for those layers of a complement alone that hold a missing path', async () => {
      const other: TestPath = { path: storePath('f', 'other-lib'), tree: 'of another package' };
      const some = { required: [base, other], complement: true, delivery: 'layers' as const };
      const made = await feature(some);
      const [layer] = made.document.layers;
      assert.ok(layer);
      const dist = join(made.folder, 'dist');
      mkdirSync(dist);
      cpSync(made.blobs.get(layer.digest)!, join(dist, layerFileName(layer)));
      const whole = await install(shell, made, makeRoot(fresh(), [base, other]));
      assert.equal(whole.code, 0, whole.said);
      assert.equal(whole.stdout.match(/layer \d+: /g)?.length, 1);
      for (const entry of made.document.complement ?? []) cpSync(made.blobs.get(entry.digest)!, join(dist, layerFileName(entry)));
      const half = await install(shell, made, makeRoot(fresh(), [other]));
      assert.match(half.stdout, /1 of 2 store paths are not here/, half.said);
      assert.equal(half.stdout.match(/layer \d+: /g)?.length, 2);
    });

    it.concurrent('installs by its complement alone what adds nothing to its base', async () => {
      const root = makeRoot(fresh());
      const made = await feature({ added: [], complement: true });
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 0, ran.said);
      assert.equal(readFileSync(join(root, base.path, 'lib'), 'utf8'), 'of the base');
      assert.match((await install(shell, made, root)).stdout, /nothing to do/);
    });

    it.concurrent('refuses a mode, a format, a machine and a folder that it does not know', async () => {
      const root = system();
      const made = await feature();
      assert.match((await install(shell, made, root, { env: { MODE: 'fast' } })).stderr, /the mode is "fast": it must be auto, secure, dev or build/);
      const env = join(made.folder, 'nix-feature/feature.env');
      const text = readFileSync(env, 'utf8');
      writeFileSync(env, text.replace('schema=1', 'schema=7'));
      assert.match((await install(shell, made, root)).stderr, /is of format 7, this runtime knows format 1/);
      writeFileSync(env, text.replace('id=my-tools', 'id=../etc'));
      assert.match((await install(shell, made, root)).stderr, /can't be the id/);
      writeFileSync(env, `${text}later=yes\n`);
      renameSync(join(made.folder, 'nix-feature', SYSTEM), join(made.folder, 'nix-feature/riscv64-linux'));
      assert.match((await install(shell, made, root)).stderr, /nothing for this machine .*: it was built for riscv64-linux/);
      rmSync(join(made.folder, 'nix-feature/feature.env'));
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /there is no .*feature\.env/);
    });

    it.concurrent('refuses a symlinked store', async () => {
      const made = await feature();
      for (const place of ['nix', 'nix/store']) {
        const root = system();
        renameSync(join(root, place), join(root, 'elsewhere'));
        symlinkSync(join(root, 'elsewhere'), join(root, place));
        const ran = await install(shell, made, root);
        assert.equal(ran.code, 1);
        assert.match(ran.stderr, /is a symbolic link/);
      }
    });

    it.concurrent('moves a damaged path aside, puts a whole one there, and says so', async () => {
      const root = system();
      const made = await feature();
      assert.equal((await install(shell, made, root)).code, 0);
      const whole = snapshot(root);
      const file = join(inStore(root, tool), 'bin/hello');
      chmodSync(file, 0o755);
      appendFileSync(file, 'echo more\n');
      chmodSync(inStore(root, lib), 0o755);
      rmSync(join(inStore(root, lib), '.dot'));
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 0, ran.said);
      assert.equal(ran.stderr.match(/was there, but is not what the Feature was built with/g)?.length, 2);
      assert.deepEqual(snapshot(root, { skip: /damaged/ }), whole);
      assert.equal(readdirSync(join(root, 'nix/.nix-feature-damaged')).length, 2);
      assert.match((await install(shell, made, root)).stdout, /nothing to do/);
    });

    it.concurrent('goes to a newer version and back, and removes what is no longer needed', async () => {
      const root = system();
      const one = await feature({ userLinks: true });
      const two = await feature({ version: '2.0.0', added: [newer, lib], userLinks: true });
      const env = { _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/home' };
      mkdirSync(join(root, 'home'));
      assert.equal((await install(shell, one, root, { env })).code, 0);
      const first = snapshot(root);
      const up = await install(shell, two, root, { env });
      assert.equal(up.code, 0, up.said);
      assert.match(up.stdout, /changing my-tools from 1\.0\.0 to 2\.0\.0: 1 of 2/);
      assert.deepEqual(readdirSync(join(root, 'nix/store')), [base, lib, newer].map(({ path }) => path.slice(11)));
      assert.deepEqual(readdirSync(join(root, 'home/.local/bin')), ['hello']);
      const down = await install(shell, one, root, { env });
      assert.equal(down.code, 0, down.said);
      assert.deepEqual(snapshot(root), first);
    });

    it.concurrent('removes a Feature without a trace, but not what another one needs', async () => {
      const root = system();
      const empty = snapshot(root);
      const one = await feature();
      const two = await feature({ id: 'other', added: [newer, lib], required: [] });
      assert.equal((await install(shell, one, root)).code, 0);
      assert.equal((await install(shell, two, root)).code, 0);
      const removed = await install(shell, { folder: join(root, 'var/lib/nix-feature/my-tools') }, root, { args: ['--uninstall'] });
      assert.equal(removed.code, 0, removed.said);
      assert.deepEqual(readdirSync(join(root, 'nix/store')), [base, lib, newer].map(({ path }) => path.slice(11)));
      assert.match((await install(shell, two, root)).stdout, /nothing to do/);
      assert.equal((await install(shell, two, root, { script: 'nix-feature/install.sh', args: ['--uninstall'] })).code, 0);
      const again = await install(shell, two, root, { script: 'nix-feature/install.sh', args: ['--uninstall'] });
      assert.equal(again.code, 0);
      assert.match(again.stdout, /is not installed here/);
      rmSync(join(root, 'etc/profile.d'), { recursive: true });
      assert.deepEqual(snapshot(root), empty);
    });

    it.concurrent('gives the same modes whatever the umask is', async () => {
      const made = await feature();
      const one = system();
      const other = system();
      assert.equal((await install(shell, made, one)).code, 0);
      assert.equal((await install(shell, made, other, { umask: '077' })).code, 0);
      assert.deepEqual(snapshot(other), snapshot(one));
    });

    it.concurrent('leaves the state of a script that sources it as it was', async () => {
      const root = system();
      const made = await feature();
      write(
        join(made.folder, 'install.sh'),
        `set -euC\n[ -z "\${BASH_VERSION:-}" ] || shopt -s dotglob failglob nocasematch\ncd /\numask 027\nIFS=,\nname=mine\ntrap 'echo end of mine' EXIT\n. "${made.folder}/nix-feature/install.sh"\nnix_feature_install "${made.folder}/nix-feature"\necho "$(pwd) $(umask) $name $- $IFS" > "${root}/state"\nfor f in /et[c]; do echo "$f" >> "${root}/state"; done\n`,
      );
      const ran = await install(shell, made, root);
      assert.equal(ran.code, 0, ran.said);
      const [state = '', glob] = readFileSync(join(root, 'state'), 'utf8').split('\n');
      assert.match(state, /^\/ 0027 mine [a-zA-Z]*e[a-zA-Z]* ,$/);
      assert.equal(glob, '/etc');
      assert.match(ran.stdout, /end of mine\n$/);
      rmSync(join(made.folder, 'nix-feature', SYSTEM, 'layers'), { recursive: true });
      const failing = makeRoot(fresh());
      assert.equal((await install(shell, made, failing)).code, 1);
    });

    it.concurrent("exports the output's variables to login shells, whatever is in them", async () => {
      const root = system();
      const value = `it's "$HOME" \`id\` \\n 100%`;
      assert.equal((await install(shell, await feature({ variables: { MY_VALUE: value, 'BAD NAME': 'x' } }), root)).code, 0);
      const ran = await runToEnd(['sh', '-c', `. ${root}/etc/profile.d/nix-feature-my-tools.sh; printf '%s' "$MY_VALUE"`], { PATH: '/bin' });
      assert.equal(ran.stdout, value);
      assert.equal(ran.stderr, '');
    });

    it.concurrent('links programs for the remote user where asked, and overwrites nothing of theirs', async () => {
      const root = system();
      const made = await feature();
      mkdirSync(join(root, 'home/dev/.local/bin'), { recursive: true });
      writeFileSync(join(root, 'home/dev/.local/bin/hello'), 'mine');
      const env = { _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/home/dev', USERLINKS: 'true' };
      const ran = await install(shell, made, root, { env });
      assert.equal(ran.code, 0, ran.said);
      assert.equal(readlinkSync(join(root, 'home/dev/.local/bin/hallo')), '/opt/nix-feature/my-tools/bin/hallo');
      assert.equal(readFileSync(join(root, 'home/dev/.local/bin/hello'), 'utf8'), 'mine');
      assert.match(ran.stderr, /hello exists already and is left alone/);
      assert.match((await install(shell, made, root, { env })).stdout, /nothing to do/);
      assert.equal((await install(shell, made, root)).code, 0);
      assert.deepEqual(readdirSync(join(root, 'home/dev/.local/bin')), ['hello']);
      const homeless = { _REMOTE_USER: 'root', _REMOTE_USER_HOME: '/nowhere', USERLINKS: 'true' };
      assert.match((await install(shell, made, root, { env: homeless })).stderr, /home folder "\/nowhere" does not exist: none are made/);
      assert.match((await install(shell, made, root, { env: homeless })).stdout, /nothing to do/);
      assert.match((await install(shell, made, root, { env: { USERLINKS: 'yes' } })).stderr, /userLinks is "yes": it must be true or false/);
    });

    it.concurrent('prefers layers of a folder that was named, then of a local dist/, and uses none that is another', async () => {
      const made = await feature({ delivery: 'layers' });
      const [[digest, file] = ['', '']] = made.blobs;
      const hex = digest.slice('sha256:'.length);
      cpSync(file, join(made.folder, 'dist/blobs/sha256', hex), { recursive: true });
      const local = await install(shell, made, system());
      assert.equal(local.code, 0, local.said);
      assert.match(local.stdout, /dist\/blobs\/sha256/);
      cpSync(file, join(scratch, 'named/blobs/sha256', hex), { recursive: true });
      appendFileSync(join(made.folder, 'dist/blobs/sha256', hex), 'x');
      const named = await install(shell, made, system(), { env: { NIX_FEATURE_LAYERS: join(scratch, 'named') } });
      assert.match(named.stdout, /named\/blobs\/sha256/);
      const stale = await install(shell, made, system(), { env: { NIX_FEATURE_ATTEMPTS: '1', NIX_FEATURE_MIRROR: '127.0.0.1:9' } });
      assert.equal(stale.code, 1);
      assert.match(stale.stderr, /is not the layer that this version of my-tools needs/);
    });

    it.concurrent('lets one installation go after the other', async () => {
      const root = system();
      const one = await feature();
      const two = await feature({ id: 'other', added: [newer, lib], required: [] });
      const ran = await Promise.all([one, two, one, two].map((made) => install(shell, made, root)));
      for (const { code, said } of ran) assert.equal(code, 0, said);
      for (const made of [one, two]) assert.match((await install(shell, made, root)).stdout, /nothing to do/);
      assert.deepEqual(readdirSync(join(root, 'nix')), ['store']);
    });

    it.concurrent('says what it can do', async () => {
      const made = await feature();
      const help = await install(shell, made, system(), { script: 'nix-feature/install.sh', args: ['--help'] });
      assert.equal(help.code, 0);
      assert.match(help.stdout, /--uninstall/);
      assert.equal((await install(shell, made, system(), { script: 'nix-feature/install.sh', args: ['--what'] })).code, 1);
    });
  });
}
