import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { EVERYTHING } from '../jest/everything.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature, type Feature } from './feature-folder.ts';
import { startStub, type Stub } from './registry-stub.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, runToEnd, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { random: randomBytes(300_000) } } };

async function stubFor(made: Feature, options: Parameters<typeof startStub>[1]): Promise<Stub> {
  const stub = await startStub(made.blobs, options);
  afterTest(() => {
    stub.close();
  });
  return stub;
}

/** What holds for a downloader: the one that is first in the shell's PATH. */
export function fetchScenarios(downloader: string, shell: Shell, tokens: boolean): void {
  const scratch = scratchFolder('fetch-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (): Promise<Feature> => writeFeature(fresh(), { added: [tool], delivery: 'layers' });
  const installFrom = async (made: Feature, stub: Stub, mirror = stub.host, env: Readonly<Record<string, string>> = {}): Promise<Ran & { readonly whole: boolean }> => {
    const root = makeRoot(fresh());
    const ran = await install(shell, made, root, { env: { NIX_FEATURE_MIRROR: mirror, NIX_FEATURE_ATTEMPTS: '4', NIX_FEATURE_RETRY_SECONDS: '0', ...env } });
    return { ...ran, whole: existsSync(join(root, tool.path, 'random')) };
  };

  describe(`layers by ${downloader}`, () => {
    it.concurrent('come from the registry by digest', async () => {
      const made = await feature();
      const ran = await installFrom(made, await stubFor(made, {}));
      assert.equal(ran.code, 0, ran.said);
      assert.ok(ran.whole);
    });

    it.concurrent('come from a mirror with a prefix', async () => {
      const made = await feature();
      const stub = await stubFor(made, { prefix: '/cache/of/it' });
      const ran = await installFrom(made, stub, `http://${stub.host}/cache/of/it/`);
      assert.equal(ran.code, 0, ran.said);
    });

    it.concurrent('go on where a broken connection left off', async () => {
      const made = await feature();
      const stub = await stubFor(made, { fault: { cutAfter: 120_000 } });
      const ran = await installFrom(made, stub);
      assert.equal(ran.code, 0, ran.said);
      assert.ok(stub.requests.some((line) => /bytes=[1-9]\d*-/.test(line)), stub.requests.join('\n'));
    });

    it.concurrent('are fetched anew where the bytes were wrong', async () => {
      const made = await feature();
      const ran = await installFrom(made, await stubFor(made, { fault: { corrupt: 1 } }));
      assert.equal(ran.code, 0, ran.said);
    });

    it.concurrent('are refused where the bytes stay wrong', async () => {
      const made = await feature();
      const ran = await installFrom(made, await stubFor(made, { fault: { corrupt: 99 } }));
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /downloading http:.* failed/);
      assert.equal(ran.whole, false);
    });

    it.concurrent('that are not there give a message that says so', async () => {
      const made = await feature();
      const ran = await installFrom(made, await stubFor(made, { fault: { status: 404 } }));
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /404.*\n.*does not have this layer/);
    });

    it.concurrent('behind a token and a redirect', async () => {
      const made = await feature();
      const stub = await stubFor(made, { token: true, redirect: true });
      const ran = await installFrom(made, stub);
      if (tokens) assert.equal(ran.code, 0, ran.said);
      else assert.match(ran.stderr, /BusyBox's wget can't ask a registry for a token: install curl/);
      assert.deepEqual(stub.leaks, []);
    });

    it.concurrent('come from a mirror with a login, which no message shows', async () => {
      const made = await feature();
      for (const fault of [{}, { status: 404 }, { status: 401 }, { corrupt: 99 }]) {
        const stub = await stubFor(made, { fault });
        const ran = await installFrom(made, stub, `http://me:s3cr3t%40x@${stub.host}`, { NIX_FEATURE_DEBUG: '1' });
        assert.equal(ran.code, 'status' in fault || 'corrupt' in fault ? 1 : 0, ran.said);
        assert.doesNotMatch(ran.said, /s3cr3t|me:/);
        assert.deepEqual([...new Set(stub.authorizations)], [`Basic ${Buffer.from('me:s3cr3t@x').toString('base64')}`]);
      }
    });

    it.concurrent('are not looked for in a file that the registry names', async () => {
      const made = await feature();
      const [file] = made.blobs.values();
      const ran = await installFrom(made, await stubFor(made, { redirect: `file://${file}` }));
      assert.equal(ran.code, 1, ran.said);
      assert.equal(ran.whole, false);
    });
    if (tokens) realmScenarios({ downloader, shell }, feature, installFrom);
  });
}

type InstallFrom = (made: Feature, stub: Stub) => Promise<Ran & { readonly whole: boolean }>;

/** A registry says where tokens come from, and gets what is there: it must not choose what only this machine can reach. */
function realmScenarios({ downloader, shell }: { readonly downloader: string; readonly shell: Shell }, feature: () => Promise<Feature>, installFrom: InstallFrom): void {
  const refused: readonly (readonly [realm: string, why: RegExp])[] = [
    ['file:///etc/hostname', /file:\/\/\/etc\/hostname, which is not https/],
    ['FILE:///etc/hostname', /is not https/],
    ['ftp://127.0.0.1/token', /is not https/],
    ['gopher://127.0.0.1/token', /is not https/],
    ['/etc/hostname', /is not https/],
    ['-K/etc/hostname', /is not https/],
    ['http://tokens.example/token', /is not https/],
    ['http://127.0.0.1.tokens.example/token', /is not https/],
    ['https://10.0.0.1/token', /an address of a private network/],
    ['https://169.254.169.254/latest/meta-data/', /an address of a private network/],
    ['https://2130706433/token', /an address of a private network/],
    ['https://0x7f000001/token', /an address of a private network/],
    ['https://0177.0.0.1/token', /an address of a private network/],
    ['https://10.0.0.1./token', /an address of a private network/],
    ['https://[fd00::1]/token', /an address of a private network/],
    ['https://printer.localhost/token', /an address of a private network/],
    ['https://tokens.example@10.0.0.1/token', /is not a plain address/],
    ['https://tokens.example/{a,b}', /is not a plain address/],
    ['https://tokens.example/$(id)', /is not a plain address/],
  ];
  it('are not asked for with a token of any realm that is refused', async () => {
    const { folder } = await feature();
    const [program = '', ...args] = shell.argv;
    const check = `. ${folder}/nix-feature/install.sh; nf_begin; nf_scheme=http; for realm; do nf_check_realm "$realm" && echo accepted || echo "$realm, which $nf_refusal"; done`;
    const ran = await runToEnd([program, ...args, '-c', check, 'sh', ...refused.map(([realm]) => realm)], { PATH: shell.path });
    const lines = ran.stdout.trimEnd().split('\n');
    assert.equal(lines.length, refused.length, ran.said);
    for (const [at, [realm, why]] of refused.entries()) assert.match(lines[at] ?? '', why, realm);
  });

  // One check reads them all, whoever downloads.
  for (const [realm, why] of EVERYTHING ? refused : refused.filter((_, at) => at % 5 === 0)) {
    it(`are not asked for with a token of ${realm}`, async () => {
      const made = await feature();
      const stub = await stubFor(made, { token: true, realm });
      const ran = await installFrom(made, stub);
      assert.equal(ran.code, 1, ran.said);
      assert.match(ran.stderr, why);
      assert.deepEqual(stub.authorizations, []);
    });
  }

  it('are not asked for with what a realm is redirected to', async () => {
    const made = await feature();
    const other = await stubFor(made, {});
    const stub = await stubFor(made, { token: true, tokenRedirect: `http://${other.host}/token` });
    const ran = await installFrom(made, stub);
    assert.equal(ran.code, 1, `${downloader}: ${ran.said}`);
    assert.deepEqual(other.requests, []);
    assert.deepEqual(stub.authorizations, []);
  });
}

