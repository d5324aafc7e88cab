import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, write, writeFeature, type Feature } from './feature-folder.ts';
import { sha256, startGithub, type GithubStub } from './github-stub.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { hello: { executable: '#!/bin/sh\necho delta\n' } } } } } };
const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const ARCH = process.arch === 'arm64' ? 'arm64' : 'amd64';
const REPOSITORY = 'org/hello';
const TAGS = ['v1.2.3', 'v1.2.10', 'v1.10.0', 'v1.11.0-rc.1', 'v2.0.0', 'v2.1.0-beta', 'hello-0.9', 'hello-0.9.1', 'hello-0.10', 'hello-0.10.0.1', 'other-7.0.0', 'nightly', 'v10'];
const PROGRAM = Buffer.from('#!/bin/sh\necho hello of a release\n');

function bin(root: string): string {
  return join(root, 'opt/nix-feature/.dev/my-tools/bin');
}

/** What install-dev.sh can do with the functions of the runtime. @param follows whether the downloader shows where it is sent */
export function devScenarios(shell: Shell, follows: boolean): void {
  const scratch = scratchFolder('dev-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const archive = (): Buffer => {
    const folder = fresh();
    write(join(folder, 'hello-1.2.10/share/man/hello.1'), 'a page');
    write(join(folder, 'hello-1.2.10/bin/hello'), PROGRAM.toString());
    execFileSync('tar', ['-czf', join(folder, 'a.tar.gz'), '-C', folder, 'hello-1.2.10']);
    return readFileSync(join(folder, 'a.tar.gz'));
  };
  const github = async (change: (assets: Record<string, Buffer>) => void = () => undefined): Promise<GithubStub> => {
    const tar = archive();
    const assets: Record<string, Buffer> = { [`hello-1.2.10-${ARCH}.tar.gz`]: tar, [`hello-${ARCH}`]: PROGRAM };
    assets['sums.txt'] = Buffer.from(`${'0'.repeat(64)}  hello-other\n${sha256(tar)} *hello-1.2.10-${ARCH}.tar.gz\n${sha256(PROGRAM).toUpperCase()}  ./hello-${ARCH}\n`);
    assets[`hello-${ARCH}.sha256`] = Buffer.from(`${sha256(PROGRAM)}\n`);
    change(assets);
    const stub = await startGithub(REPOSITORY, [{ tag: 'v2.0.0', assets }, { tag: 'v1.2.10', assets }], TAGS);
    afterTest(() => {
      stub.close();
    });
    return stub;
  };
  const feature = async (script: string): Promise<Feature> => {
    const made = await writeFeature(fresh(), { added: [tool], required: [base] });
    write(join(made.folder, 'install-dev.sh'), `set -eu\n. "$NIX_FEATURE_RUNTIME"\n${script}\n`);
    return made;
  };
  const run = async (script: string, env: Readonly<Record<string, string>> = {}, root = makeRoot(fresh())): Promise<Ran & { root: string; made: Feature }> => {
    const made = await feature(script);
    return { ...(await install(shell, made, root, { env: { NIX_FEATURE_ATTEMPTS: '1', MODE: 'dev', ...env } })), root, made };
  };

  describe(`install-dev.sh under ${shell.name}`, () => {
    it.concurrent('resolves versions as tags say them', async () => {
      const stub = await github();
      const expected: Readonly<Record<string, string>> = { latest: follows ? 'v2.0.0' : 'v10', 1: 'v1.10.0', '1.2': 'v1.2.10', '1.2.3': 'v1.2.3', 'v1.2': 'v1.2.10', 2: 'v2.0.0', '2.1.0-beta': '', 'v2.1.0-beta': 'v2.1.0-beta', '0.9': 'hello-0.9.1', '0.9.1': 'hello-0.9.1', '0.10': 'hello-0.10.0.1', 0: 'hello-0.10.0.1', 'hello-0.9': 'hello-0.9', 10: 'v10', nightly: 'nightly', 3: '', 7: '' };
      const questions = Object.keys(expected).map((wanted, at) => `nix_feature_resolve ${REPOSITORY} ${wanted} > "$OUT.${at}" 2> "$OUT.${at}.said" || :`);
      const more = [`nix_feature_resolve ${REPOSITORY} > "$OUT.default"`, `nix_feature_resolve ${REPOSITORY} 7 other- > "$OUT.other"`];
      const ran = await run([...questions, ...more].join('\n'), { VERSION: '1.2', NIX_FEATURE_GITHUB: stub.url, OUT: join(scratch, 'tag') });
      assert.equal(ran.code, 0, ran.said);
      const answer = (name: string): string => readFileSync(join(scratch, `tag.${name}`), 'utf8').trim();
      for (const [at, [wanted, tag]] of Object.entries(expected).entries()) {
        assert.equal(answer(`${at}`), tag, `${wanted}: ${answer(`${at}.said`)}`);
        if (tag === '') assert.match(answer(`${at}.said`), new RegExp(`no release of org/hello is of version "${wanted}"`));
      }
      assert.deepEqual([answer('default'), answer('other')], ['v1.2.10', 'other-7.0.0']);
    });

    const RELEASES = {
      'a program in an archive, with a list of checksums': `--asset 'hello-{version}-{arch}.tar.gz' --sums sums.txt`,
      'a program alone, with a file that has its checksum': `--amd64 'hello-amd64' --arm64 'hello-arm64' --sums '{asset}.sha256'`,
      'a checksum with a folder in front of the name': `--asset 'hello-{arch}' --sums sums.txt`,
      'what GitHub says of an asset': `--asset 'hello-{arch}'`,
      'a checksum that the script has': `--asset 'hello-{arch}' --sha256 ${sha256(PROGRAM)}`,
      'a whole tree': `--asset 'hello-{version}-{arch}.tar.gz' --sums sums.txt --tree`,
    };
    for (const [what, options] of Object.entries(RELEASES)) {
      it.concurrent(`installs of a release ${what}; found as a delta's programs are, and removed with the Feature`, async () => {
        const stub = await github();
        const ran = await run(`nix_feature_release ${REPOSITORY} ${options} --bin hello`, { VERSION: '1.2', NIX_FEATURE_GITHUB: stub.url });
        assert.equal(ran.code, 0, ran.said);
        assert.match(ran.stdout, /org\/hello v1\.2\.10 is installed in .*whose checksum matches/);
        const { root, made } = ran;
        assert.equal(readFileSync(join(bin(root), 'hello'), 'utf8'), PROGRAM.toString());
        assert.equal(readlinkSync(join(root, 'opt/nix-feature/my-tools')), '/opt/nix-feature/.dev/my-tools');
        assert.equal(existsSync(join(bin(root), '../share/man/hello.1')), what === 'a whole tree');
        assert.match(readFileSync(join(root, 'etc/profile.d/nix-feature-my-tools.sh'), 'utf8'), /opt\/nix-feature\/my-tools\/bin/);
        const ctl = (...args: string[]): Promise<Ran> => install(shell, made, root, { script: 'nix-feature/install.sh', args: ['--ctl', ...args] });
        assert.match((await ctl('status', 'my-tools')).stdout, /release +org\/hello v1\.2\.10\n/);
        assert.equal((await ctl('remove', 'my-tools')).code, 0);
        assert.equal(existsSync(join(root, 'opt/nix-feature')), false);
        assert.deepEqual(readdirSync(join(root, 'etc/profile.d')), []);
      });
    }

    it.concurrent('takes nothing whose checksum does not fit, or that has none', async () => {
      const stub = await github((assets) => {
        assets[`hello-${ARCH}.sha256`] = Buffer.from(`${'1'.repeat(64)}  hello-${ARCH}\n`);
      });
      const other = await run(`nix_feature_release ${REPOSITORY} --asset 'hello-{arch}' --sums '{asset}.sha256' --bin hello`, { NIX_FEATURE_GITHUB: stub.url, VERSION: '1.2' });
      assert.equal(other.code, 1);
      assert.match(other.stderr, /hello-\S+ of org\/hello v1\.2\.10 is not what its checksum says[^]*install-dev\.sh of my-tools failed/);
      for (const place of ['opt/nix-feature', 'var/lib/nix-feature']) assert.equal(existsSync(join(other.root, place)), false, place);
      const none = await run(`nix_feature_release ${REPOSITORY} --asset 'hello-1.2.10-{arch}.tar.gz' --sums '{asset}.sha256'`, { NIX_FEATURE_GITHUB: stub.url, VERSION: '1.2' });
      assert.match(none.stderr, /404[^]*see the release's page/);
      const listed = await run(`nix_feature_release ${REPOSITORY} --asset 'hello-1.2.10-{arch}.tar.gz' --sums 'hello-${ARCH}.sha256'`, { NIX_FEATURE_GITHUB: stub.url, VERSION: '1.2' });
      assert.match(listed.stderr, /there is no checksum for hello-1\.2\.10/);
      assert.match((await run(`nix_feature_release ${REPOSITORY} --asset x`, { NIX_FEATURE_GITHUB: 'http://github.example' })).stderr, /http:\/\/github\.example is not https/);
    });

    it.concurrent('runs an installer with the prefix, if it is the one that was meant', async () => {
      const script = Buffer.from('#!/bin/sh\nset -e\nmkdir -p "$PREFIX/bin"\nprintf \'#!/bin/sh\\necho %s\\n\' "$1" > "$PREFIX/bin/hello"\n');
      const stub = await github((assets) => {
        assets['install.sh'] = script;
      });
      const url = `${stub.url}/${REPOSITORY}/releases/download/v2.0.0/install.sh`;
      const fine = await run(`nix_feature_installer ${url} --sha256 ${sha256(script)} 'two words'`);
      assert.equal(fine.code, 0, fine.said);
      assert.equal(readFileSync(join(bin(fine.root), 'hello'), 'utf8'), '#!/bin/sh\necho two words\n');
      assert.match((await run(`nix_feature_installer ${url}`)).stderr, /is run unchecked/);
      assert.match((await run(`nix_feature_installer ${url} --sha256 ${'2'.repeat(64)}`)).stderr, /is not what its checksum says/);
    });

    it.concurrent('takes the place of a delta, and a delta takes its place', async () => {
      const stub = await github();
      const root = makeRoot(fresh(), [base]);
      const made = await feature(`nix_feature_release ${REPOSITORY} --asset 'hello-{arch}' --bin hello`);
      const put = async (MODE: string): Promise<void> => {
        const ran = await install(shell, made, root, { env: { MODE, VERSION: '1.2', NIX_FEATURE_GITHUB: stub.url } });
        assert.equal(ran.code, 0, ran.said);
      };
      const store = (): string[] => readdirSync(join(root, 'nix/store'));
      for (const round of [1, 2]) {
        await put('secure');
        assert.equal(readlinkSync(join(root, 'opt/nix-feature/my-tools')), tool.path, String(round));
        assert.equal(existsSync(join(root, 'opt/nix-feature/.dev')), false);
        await put('dev');
        assert.deepEqual(store(), [base.path.slice('/nix/store/'.length)]);
        assert.equal(readlinkSync(join(root, 'opt/nix-feature/my-tools')), '/opt/nix-feature/.dev/my-tools');
      }
    });

    it.concurrent('that fails leaves the programs of the run before it in place', async () => {
      const root = makeRoot(fresh());
      const made = await feature('mkdir -p "$NIX_FEATURE_PREFIX/bin"; echo "$VERSION" > "$NIX_FEATURE_PREFIX/bin/hello"; [ "$VERSION" != bad ]');
      const put = (VERSION: string): Promise<Ran> => install(shell, made, root, { env: { MODE: 'dev', VERSION } });
      const ctl = (...args: string[]): Promise<Ran> => install(shell, made, root, { script: 'nix-feature/install.sh', args: ['--ctl', ...args] });
      const inPlace = async (version: string): Promise<void> => {
        assert.equal(readFileSync(join(bin(root), 'hello'), 'utf8'), `${version}\n`);
        assert.deepEqual(readdirSync(join(root, 'opt/nix-feature/.dev')), ['my-tools']);
        assert.equal((await ctl('status', 'my-tools')).code, 0);
      };
      assert.equal((await put('one')).code, 0);
      assert.equal((await put('bad')).code, 1);
      await inPlace('one');
      assert.equal((await put('two')).code, 0);
      await inPlace('two');
      for (const next of ['bad', 'three']) {
        // As a run leaves it that was killed in the middle.
        renameSync(join(root, 'opt/nix-feature/.dev/my-tools'), join(root, 'opt/nix-feature/.dev/.my-tools'));
        write(join(bin(root), 'half'), 'x');
        assert.match((await ctl('status', 'my-tools')).stdout, /state +an installation was interrupted/);
        assert.equal((await put(next)).code, next === 'bad' ? 1 : 0);
        await inPlace(next === 'bad' ? 'two' : 'three');
        assert.equal(existsSync(join(bin(root), 'half')), false);
      }
      renameSync(join(root, 'opt/nix-feature/.dev/my-tools'), join(root, 'opt/nix-feature/.dev/.my-tools'));
      assert.equal((await ctl('remove', 'my-tools')).code, 0);
      assert.equal(existsSync(join(root, 'opt/nix-feature')), false);
    });

    const MANAGERS: Readonly<Record<string, readonly string[]>> = {
      'apt-get': ['update -q', 'install -q -y --no-install-recommends jq fd-find', 'clean'],
      apk: ['add --no-cache jq fd'],
      dnf: ['install -y jq fd', 'clean all'],
      zypper: ['--non-interactive install --no-recommends jq fd', 'clean --all'],
    };
    for (const [manager, commands] of Object.entries(MANAGERS)) {
      it.concurrent(`installs packages by ${manager} that are missing, and cleans up`, async () => {
        const folder = fresh();
        mkdirSync(folder);
        const log = join(folder, 'log');
        for (const name of ['apt-get', 'apk', 'dnf', 'zypper', 'rpm', 'dpkg-query'].filter((each) => each === manager || ['rpm', 'dpkg-query'].includes(each))) {
          // Of the packages that are asked for, one is there.
          const text = name === 'rpm' || (name === 'apk' && manager === 'apk') ? 'case "$*" in *ripgrep) exit 0 ;; -q*|info*) exit 1 ;; esac' : name === 'dpkg-query' ? 'case "$*" in *ripgrep) echo "install ok installed" ;; esac; exit 0' : '';
          writeFileSync(join(folder, name), `#!/bin/sh\n${text}\necho "$*" >> ${log}\n`, { mode: 0o755 });
        }
        // Only this one: those of the machine that runs the test are hidden by the function that looks for commands.
        const only = `nf_have() { case $1 in ${Object.keys(MANAGERS).filter((each) => each !== manager).join(' | ')} | microdnf | yum) return 1 ;; esac; command -v "$1" > /dev/null 2>&1; }`;
        const ran = await run(`${only}\nnix_feature_packages jq fd ripgrep --apt 'jq fd-find ripgrep'`, { PATH: `${folder}:${shell.path}` });
        assert.equal(ran.code, 0, ran.said);
        assert.deepEqual(readFileSync(log, 'utf8').trim().split('\n').filter((line) => !/^(?:-W|-q|info) /.test(line)), commands);
        assert.match(readFileSync(join(ran.root, 'var/lib/nix-feature/my-tools/dev-notes'), 'utf8'), /^packages jq fd/);
        const removed = await install(shell, ran.made, ran.root, { script: 'nix-feature/install.sh', args: ['--uninstall'] });
        assert.match(removed.stdout, /packages of the system stay: jq fd/);
      });
    }
  });
}
