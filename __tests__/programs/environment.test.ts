import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@jest/globals';
import { findEngine } from '../../src/engine/find-engine.ts';
import type { SetupError } from '../../src/kit/errors.ts';
import { pullImage } from '../../src/engine/pull-image.ts';
import { environmentFor, gitSettings, type Purpose } from '../../src/programs/environment.ts';
import { HostSite, needsCloudKeys } from '../../src/nix/run/host-site.ts';
import { capture } from '../../src/programs/process.ts';
import { afterTest } from '../jest/after-test.ts';

/** All but a user's own step. */
type OwnPurpose = Exclude<Purpose, 'step'>;
const PURPOSES: readonly OwnPurpose[] = ['plain', 'git', 'nix', 'nix with cloud keys', 'engine', 'download', 'cache', 'server', 'login'];

/** What each program has to get so that what works in a shell works here. */
const NEEDED: Readonly<Record<OwnPurpose, readonly string[]>> = {
  plain: ['HOME', 'LANG', 'LC_CTYPE', 'TMPDIR', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'all_proxy', 'TZ', 'USER'],
  git: ['HOME', 'TMPDIR'],
  nix: ['NIX_CONFIG', 'NIX_REMOTE', 'NIX_SSL_CERT_FILE', 'NIX_STATE_DIR', 'NIX_SSHOPTS', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_KEY_0', 'SSL_CERT_FILE', 'XDG_CACHE_HOME', 'HTTPS_PROXY', 'GC_INITIAL_HEAP_SIZE', 'LOCALE_ARCHIVE'],
  'nix with cloud keys': ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'NIX_CONFIG', 'SSH_AUTH_SOCK'],
  engine: ['DOCKER_HOST', 'DOCKER_CONFIG', 'DOCKER_CONTEXT', 'DOCKER_TLS_VERIFY', 'CONTAINER_HOST', 'CONTAINERS_CONF', 'CONTAINERS_STORAGE_CONF', 'REGISTRY_AUTH_FILE', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'DBUS_SESSION_BUS_ADDRESS', 'SSH_AUTH_SOCK', 'SSL_CERT_DIR', 'HTTP_PROXY', 'PODMAN_USERNS', '_CONTAINERS_USERNS_CONFIGURED', 'container'],
  download: ['HOME', 'TMPDIR', 'HTTPS_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'RUNNER_DEBUG', 'SSL_CERT_FILE'],
  cache: ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_CACHE_MODE', 'ACTIONS_CACHE_SERVICE_V2', 'GITHUB_SERVER_URL', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY'],
  server: ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'DOCKER_CONFIG', 'HTTPS_PROXY', 'GNUPGHOME', 'AWS_PROFILE'],
  login: ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE', 'AWS_SECRET_ACCESS_KEY', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_CONFIG', 'GNUPGHOME', 'DBUS_SESSION_BUS_ADDRESS'],
};

/** What no program gets by being started: what loaders and interpreters obey, our inputs, the runner's own. */
const NEVER = [
  'LD_PRELOAD', 'LD_AUDIT', 'LD_LIBRARY_PATH', 'GCONV_PATH', 'GODEBUG', 'NODE_OPTIONS', 'BASH_ENV', 'ENV', 'PERL5OPT', 'PYTHONPATH', 'GLIBC_TUNABLES',
  'INPUT_PASSWORD', 'INPUT_NIX-CONFIG', 'INPUT_GITHUB-TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL', 'NIX_FEATURE_PASSWORD',
  'GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'GIT_TRACE', 'GIT_EXEC_PATH', 'NPM_TOKEN', 'MY_SECRET',
];

/** What only a credential helper gets. */
const SECRETS = ['AWS_SECRET_ACCESS_KEY', 'AZURE_CLIENT_SECRET', 'GOOGLE_APPLICATION_CREDENTIALS', 'GITHUB_TOKEN', 'GH_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

function job(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(['PATH', ...names].map((name) => [name, `/the/${name}`]));
}

for (const purpose of PURPOSES) {
  test(`a program for ${purpose} gets what it needs, and nothing that it would obey or give away`, () => {
    const given = job(...NEEDED[purpose], ...NEVER, ...SECRETS);
    const names = Object.keys(environmentFor(purpose, given));
    assert.deepEqual(NEEDED[purpose].filter((name) => !names.includes(name)), []);
    // The runner's own service, and nobody else, is spoken to with the runner's token.
    const runner = purpose === 'cache' || purpose === 'server' ? /^ACTIONS_/ : /^$/;
    assert.deepEqual(NEVER.filter((name) => names.includes(name) && !runner.test(name)), []);
    const mayHave = purpose === 'login' || purpose === 'server' ? SECRETS : purpose === 'nix with cloud keys' ? SECRETS.slice(0, 3) : [];
    assert.deepEqual(SECRETS.filter((name) => names.includes(name) && !mayHave.includes(name)), []);
  });
}

test("a user's own step has what the job has, but for our inputs, our state and the runner's tokens", () => {
  const ours = ['INPUT_PASSWORD', 'INPUT_NIX-CONFIG', 'STATE_container-amd64', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'NIX_FEATURE_PASSWORD'];
  const theirs = ['HOME', 'MY_SECRET', 'LD_LIBRARY_PATH', 'NIX_CONFIG', 'GITHUB_OUTPUT', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'INPUTS'];
  assert.deepEqual(Object.keys(environmentFor('step', job(...ours, ...theirs))).sort(), ['PATH', ...theirs].sort());
});

test('a program is never looked for in the folder that we stand in', async () => {
  for (const PATH of ['.:/usr/bin:/bin', ':/usr/bin:/bin', 'bin:/usr/bin:./x:/bin', '/usr/bin:/bin:']) {
    assert.equal(environmentFor('plain', { PATH })['PATH'], '/usr/bin:/bin');
  }
  const folder = await programs({ own: 'echo hostile' });
  await assert.rejects(capture(['own'], { cwd: folder, baseEnv: { PATH: `.:${process.env['PATH']}` } }));
});

test('a variable that the user names is handed on, whatever it is called', () => {
  assert.deepEqual(environmentFor('engine', job('MY_SECRET', 'OTHER'), ['MY_SECRET']), job('MY_SECRET'));
});

test('settings of git come behind those of the job, so that they win', async () => {
  const before = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: '/hostile' };
  const env = { ...before, ...gitSettings([['core.fsmonitor', 'false']], before) };
  assert.equal(await capture(['git', 'config', '--get', 'core.fsmonitor'], { env }), 'false\n');
  assert.equal(gitSettings([['a.b', 'c']], { GIT_CONFIG_COUNT: 'x' })['GIT_CONFIG_KEY_0'], 'a.b');
});

test('the git that Nix starts has the settings of the job, and neither hooks nor a monitor of a repository', async () => {
  const folder = await programs({ nix: 'git config --list --show-scope' });
  const baseEnv = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'url.https://t@x/.insteadOf', GIT_CONFIG_VALUE_0: 'https://x/' };
  const listed = await new HostSite({ system: 'x86_64-linux', baseEnv }).capture(['nix']);
  assert.match(listed, /^command\turl\.https:\/\/t@x\/\.insteadof=https:\/\/x\/$/m);
  assert.match(listed, /^command\tcore\.fsmonitor=false\ncommand\tcore\.hookspath=\/dev\/null$/m);
});

test('Nix gets cloud keys when a cache or a store of it is in S3', async () => {
  const folder = await programs({ nix: 'env' });
  const baseEnv = { PATH: `${folder}:${process.env['PATH']}`, AWS_ACCESS_KEY_ID: 'key', GITHUB_TOKEN: 'token' };
  const seen = (needsKeys: boolean): Promise<string> => new HostSite({ system: 'x86_64-linux', baseEnv, needsCloudKeys: needsKeys }).capture(['nix']);
  assert.match(await seen(true), /^AWS_ACCESS_KEY_ID=key$/m);
  assert.doesNotMatch(await seen(true), /GITHUB_TOKEN/);
  assert.doesNotMatch(await seen(false), /AWS_|GITHUB_TOKEN/);
  await writeFile(path.join(folder, 'nix.conf'), 'substituters = s3://bucket\n');
  const env = { HOME: '/nowhere', NIX_CONF_DIR: '/nowhere' };
  assert.equal(await needsCloudKeys('extra-substituters = https://x', env), false);
  assert.equal(await needsCloudKeys('extra-substituters = s3://bucket?region=x', env), true);
  assert.equal(await needsCloudKeys('', { ...env, NIX_CONF_DIR: folder }), true);
  assert.equal(await needsCloudKeys('', { ...env, NIX_USER_CONF_FILES: `/nowhere:${folder}/nix.conf` }), true);
});

test('the client of an engine gets cloud keys and tokens for a pull without a login of ours, which may start a helper, and for nothing else', async () => {
  const inspected = JSON.stringify([{ Id: 'sha256:0', Architecture: 'amd64', Os: 'linux' }]);
  const script = `case "$1 $2" in
    "--version "*) echo Docker version 1;;
    "version "*) echo 1;;
    "image inspect") test -e "$HOME/pull" && echo '${inspected}' || { echo "Error: No such image" >&2; exit 1; };;
    info*) env > "$HOME/info";;
    *) env > "$HOME/pull";;
  esac`;
  for (const [credentials, expected] of [[undefined, true], [{ username: 'u', password: 'p' }, false]] as const) {
    const folder = await programs({ docker: script });
    const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, DOCKER_HOST: 'unix:///x', XDG_RUNTIME_DIR: '/run/x', AWS_ACCESS_KEY_ID: 'key', INPUT_PASSWORD: 'no', LD_DEBUG_X: 'no' };
    const engine = await findEngine('docker', { env });
    await pullImage(engine, 'r.example/i@sha256:0', { arch: 'amd64', credentials });
    await engine.run(['info']);
    const seen = await readFile(path.join(folder, 'pull'), 'utf8');
    assert.equal(/^AWS_ACCESS_KEY_ID=key$/m.test(seen), expected);
    assert.match(seen, /^DOCKER_HOST=unix:\/\/\/x$/m);
    assert.match(seen, /^XDG_RUNTIME_DIR=\/run\/x$/m);
    assert.doesNotMatch(seen, /INPUT_|LD_DEBUG/);
    assert.doesNotMatch(await readFile(path.join(folder, 'info'), 'utf8'), /AWS_|INPUT_/);
  }
});

async function hintOf(asked: 'docker' | 'podman', there: Readonly<Record<string, string>>): Promise<string | undefined> {
  const folder = await programs(there);
  return findEngine(asked, { env: { PATH: folder, HOME: folder } }).then(() => undefined, (error: unknown) => (error as SetupError).hint);
}

test('who asks for an engine that is not here is told of the one that is', async () => {
  assert.equal(await hintOf('docker', { podman: 'echo 5.0' }), 'Podman is installed and works: leave "container-engine" out.');
  assert.equal(await hintOf('podman', { docker: 'echo 28.0' }), 'Docker is installed and works: leave "container-engine" out.');
  assert.equal(await hintOf('docker', { podman: 'exit 1' }), 'Install Docker or Podman.');
  assert.equal(await hintOf('docker', {}), 'Install Docker or Podman.');
});

/** A folder of programs in shell. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'environment-'));
  afterTest(() => rm(folder, { recursive: true }));
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, name), 0o755);
  }
  return folder;
}
