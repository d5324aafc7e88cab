import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, write, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { startStub } from './registry-stub.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, runToEnd, snapshot, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools-1.7.1'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } } };

/** What downloaders write, and the line of it that gives the reason. */
const FAILURES: readonly (readonly [wrote: string, reason: string, final: boolean])[] = [
  [
    `curl: (60) SSL certificate problem: unable to get local issuer certificate
More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the webpage mentioned above.
`,
    'curl: (60) SSL certificate problem: unable to get local issuer certificate',
    true,
  ],
  ['curl: (6) Could not resolve host: r.example\n', 'curl: (6) Could not resolve host: r.example', false],
  ['curl: (22) The requested URL returned error: 404\nhead: something\n', 'curl: (22) The requested URL returned error: 404', true],
  ['curl: (22) The requested URL returned error: 503\n', 'curl: (22) The requested URL returned error: 503', false],
  ['  HTTP/1.1 404 Not Found\n  Date: today\r\n2026-01-01 10:00:00 ERROR 404: Not Found.\n', 'HTTP/1.1 404 Not Found', true],
  ["ERROR: cannot verify r.example's certificate, issued by 'CN=x':\n  Self-signed certificate encountered.\nTo connect to r.example insecurely, use `--no-check-certificate'.\n", "ERROR: cannot verify r.example's certificate, issued by 'CN=x':", true],
  ['Connecting to 127.0.0.1:9... failed: Connection refused.\n', 'Connecting to 127.0.0.1:9... failed: Connection refused.', false],
  ['wget: server returned error: HTTP/1.1 404 Not Found\n', 'wget: server returned error: HTTP/1.1 404 Not Found', true],
  ['ssl_client: r.example: TLS error: certificate verify failed\nwget: error getting response: Connection reset by peer\n', 'ssl_client: r.example: TLS error: certificate verify failed', true],
  [
    '--2026-01-01 10:00:00--  https://cdn.example/blob?X-Amz-Signature=SECRET\nResolving cdn.example... 192.0.2.1\n  HTTP/1.1 200 OK\n2026-01-01 10:00:01 (1 MB/s) - Read error at byte 100/200 (Connection reset by peer). Giving up.\n',
    '2026-01-01 10:00:01 (1 MB/s) - Read error at byte 100/200 (Connection reset by peer). Giving up.',
    false,
  ],
  ['  HTTP/1.1 200 OK\n2026-01-01 10:00:01 (1 MB/s) - Connection closed at byte 100. Giving up.\n', '2026-01-01 10:00:01 (1 MB/s) - Connection closed at byte 100. Giving up.', false],
  ['--2026-01-01 10:00:00--  https://cdn.example/blob?X-Amz-Signature=SECRET\n', 'the connection ended early, or the bytes were wrong', false],
  ['Location: https://cdn.example/blob?a=SECRET [following]\n', 'Location: https://cdn.example/blob [following]', false],
  ['curl: (1) "https://a.example/b?c=SECRET" and https://d.example/?SECRET, why?\n', 'curl: (1) "https://a.example/b" and https://d.example/ why?', false],
  ['', 'the connection ended early, or the bytes were wrong', false],
];

/** What the installer says when it can't go on. */
export function failureScenarios(shell: Shell): void {
  const scratch = scratchFolder('failure-test');
  afterAll(() => {
    removeTree(scratch);
  });
  let count = 0;
  const fresh = (): string => join(scratch, String((count += 1)));
  const feature = (content: Partial<FeatureContent> = {}): Promise<Feature> => writeFeature(fresh(), { added: [tool], ...content });
  /** Calls functions of the runtime. @param path where commands are; the shell itself is found anyway */
  const call = async (code: string, path = shell.path): Promise<Ran> => {
    const made = await feature();
    const [program = '', ...args] = shell.argv;
    const shellFile = ['', '/bin', '/usr/bin'].map((place) => join(place, program)).find(existsSync) ?? program;
    return runToEnd([shellFile, ...args, '-c', `. "${made.folder}/nix-feature/install.sh"; ${code}`], { PATH: path });
  };

  describe(`what goes wrong under ${shell.name}`, () => {
    it.concurrent("is said with the downloader's first reason, and tried again only if that may help", async () => {
      const folder = fresh();
      mkdirSync(folder);
      for (const [wrote, reason, final] of FAILURES) {
        writeFileSync(join(folder, 'failure'), wrote);
        const ran = await call(`nf_login=; nf_staging='${folder}'; nf_failure; if nf_is_final "$(nf_failure)"; then echo ' final'; else echo ' again'; fi`);
        assert.equal(ran.stdout, `${reason} ${final ? 'final' : 'again'}\n`);
        assert.equal(ran.stderr, '');
      }
    });

    it.concurrent('names a mirror that is none, and never its login', async () => {
      const made = await feature({ delivery: 'layers' });
      for (const mirror of ['https://me:s3c/r3t@r.example', 'docker://me:s3cr3t@r.example', 'me:s3cr3t@r.example/@', 'https://me:s3c?r3t@r.example', 'https:/me:s3cr3t@r.example', 'docker://r.example']) {
        const root = makeRoot(fresh());
        const ran = await install(shell, made, root, { env: { NIX_FEATURE_MIRROR: mirror } });
        assert.equal(ran.code, 1, ran.said);
        assert.match(ran.stderr, /is not the address of a registry|has characters that a URL can't have/, mirror);
        assert.match(ran.stderr, /%2F/);
        const log = join(root, 'var/lib/nix-feature/log');
        assert.doesNotMatch(`${ran.said}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`, /s3c|r3t|me:/, mirror);
      }
      // A scheme is the same in capitals.
      const stub = await startStub(made.blobs, {});
      const ran = await install(shell, made, makeRoot(fresh()), { env: { NIX_FEATURE_MIRROR: `HTTP://me:s3cr3t@${stub.host}` } });
      stub.close();
      assert.equal(ran.code, 0, ran.said);
      assert.doesNotMatch(ran.said, /s3cr3t/);
    });

    it.concurrent('is asked for once if it is not there', async () => {
      const made = await feature({ delivery: 'layers' });
      const stub = await startStub(made.blobs, { fault: { status: 404 } });
      afterTest(() => {
        stub.close();
      });
      const ran = await install(shell, made, makeRoot(fresh()), { env: { NIX_FEATURE_MIRROR: stub.host, NIX_FEATURE_ATTEMPTS: '5', NIX_FEATURE_RETRY_SECONDS: '1' } });
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /does not have this layer/);
      assert.equal(stub.requests.filter((line) => line.startsWith('GET')).length, 1, stub.requests.join('\n'));
    });

    it.concurrent('is reported while a silent server is waited for, and nothing is left running', async () => {
      const made = await feature({ delivery: 'layers' });
      const stub = await startStub(made.blobs, { fault: { delay: 2500 } });
      afterTest(() => {
        stub.close();
      });
      const ran = await install(shell, made, makeRoot(fresh()), { env: { NIX_FEATURE_MIRROR: stub.host, NIX_FEATURE_NOTICE_SECONDS: '1' } });
      assert.equal(ran.code, 0, ran.said);
      assert.match(ran.stdout, /still waiting for 127\.0\.0\.1:\d+, which has sent nothing for 1 s \(0 B of /);
    });

    it.concurrent('has a hint in the words of the package manager that is there, or of all four', async () => {
      const expected = {
        'apt-get': 'apt-get update && apt-get install -y xz-utils curl coreutils',
        apk: 'apk add xz curl coreutils',
        dnf: 'dnf install -y xz curl coreutils',
        microdnf: 'microdnf install -y xz curl coreutils',
        zypper: 'zypper install -y xz curl coreutils',
      };
      for (const [manager, line] of Object.entries(expected)) {
        const folder = fresh();
        mkdirSync(folder);
        writeFileSync(join(folder, manager), '', { mode: 0o755 });
        assert.equal((await call('nf_how_to_install xz curl sha256sum', folder)).stdout, line);
      }
      const none = fresh();
      mkdirSync(none);
      assert.equal((await call('nf_how_to_install curl', none)).stdout, 'Debian, Ubuntu: apt-get update && apt-get install -y curl; Alpine: apk add curl; Fedora, RHEL: dnf install -y curl; SUSE: zypper install -y curl');
    });

    it.concurrent('is found before any work: a user who does not exist, for whom links were asked', async () => {
      const made = await feature();
      const root = makeRoot(fresh());
      write(join(root, 'etc/passwd'), 'dev:x:1000:1000::/home/dev:/bin/sh\n');
      const before = snapshot(root, { times: true });
      const ran = await install(shell, made, root, { env: { USERLINKS: 'true', _REMOTE_USER: 'nobody-here', _REMOTE_USER_HOME: '/home' } });
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /the user nobody-here, for whom links were asked for \(userLinks\), does not exist here\.\n.*common-utils/);
      assert.deepEqual(snapshot(root, { times: true }), before);
      assert.equal((await install(shell, made, root, { env: { _REMOTE_USER: 'nobody-here' } })).code, 0, 'nobody needs the user without links');
    });

    it.concurrent('is said if the option version asks for what is not shipped', async () => {
      const made = await feature({ version: '3.1.0' });
      const put = (VERSION: string): Promise<Ran> => install(shell, made, makeRoot(fresh()), { env: { VERSION } });
      for (const fine of ['', 'latest', 'lts', '1', '1.7', '1.7.1', 'v1.7', '3.1.0', '3']) assert.doesNotMatch((await put(fine)).stderr, /the option version/, fine);
      for (const other of ['2', '1.6', '1.7.10', 'v1.8']) {
        const ran = await put(other);
        assert.equal(ran.code, 0, ran.said);
        assert.match(ran.stderr, new RegExp(`the option version is "${other}", and nothing of that version is in my-tools 3\\.1\\.0: mode secure installs .*tools-1\\.7\\.1`));
      }
    });
  });
}
