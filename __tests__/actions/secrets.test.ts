import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import type { InputSpec } from '../../src/actions/inputs/rows/spec.ts';
import { secretsIn, secretsOf } from '../../src/actions/inputs/redact.ts';
import { InputError } from '../../src/kit/errors.ts';
import { maskLogins, redactUrls } from '../../src/kit/safe-text.ts';
import { COMPILED } from '../jest/compiled.ts';
import { CLI } from '../rig/programs.ts';
import { HERE, read, refusal, type Given } from './inputs-of.ts';

const spec = (name: string): InputSpec => INPUTS.find((input) => input.name === name) ?? assert.fail(name);
const SECRET = 'hunter2-hunter2';
const KEY = `cache-1:${'A'.repeat(43)}=`;

test('what is secret in an input is known, in each spelling, and what is not is no secret', () => {
  const cases: readonly (readonly [input: string, value: string, secrets: readonly string[]])[] = [
    ['password', ' s3cret ', ['s3cret']],
    ['substituters', 'https://user:p%40ssword@cache.example.org https://cache.nixos.org', ['p%40ssword', 'p@ssword']],
    ['substituters', 'https://0123456789abcdef@cache.example.org', ['0123456789abcdef']],
    ['substituters', 's3://bucket?region=eu-1&endpoint=x', []],
    ['flake', 'git+https://x-access-token:ghp_0123@github.com/o/r?ref=main#a', ['ghp_0123']],
    ['flake', 'git+ssh://deploying@host/r', []],
    ['flake', 'git+https://git@host/r', []],
    ['flake', 'https://host/x.tar.gz?private_token=glpat-0123456&rev=1', ['glpat-0123456']],
    ['flake', 'github:o/r/main#tools', []],
    ['builders', 'ssh://me:passw0rd@host x86_64-linux', ['passw0rd']],
    ['nix-config', 'cores = 2\naccess-tokens = github.com=ghp_a gitlab.com=PAT:glpat_b\nextra-access-tokens = c.d=OAuth2:e-secret', ['ghp_a', 'PAT:glpat_b', 'glpat_b', 'OAuth2:e-secret', 'e-secret']],
    ['nix-config', '# access-tokens = github.com=old_token', ['old_token']],
    ['nix-config', 'substituters = https://u:in-settings@h', ['in-settings']],
    ['feature', 'features/a@b', []],
  ];
  for (const [input, value, secrets] of cases) assert.deepEqual(secretsIn(spec(input), value), secrets, value);
  assert.deepEqual(secretsOf([], () => '', 'access-tokens = github.com=inherited'), ['inherited']);
});

test('addresses lose their logins and queries, whatever stands before them', () => {
  for (const login of ['u:p@', 'token@', 'u:p@ss@', ':p@']) {
    for (const before of ['https', '1https', 'git+ssh', '']) {
      assert.equal(redactUrls(`a ${before}://${login}host/x?token=t b`), `a ${before}://***@host/x b`);
      assert.equal(maskLogins(`a '${before}://${login}host/x?y=z' b`), `a '${before}://***@host/x?y=z' b`);
    }
  }
  assert.equal(redactUrls('https://host/a@b and c@d'), 'https://host/a@b and c@d');
});

/** Each is refused, and has a secret in it. */
const REFUSED: readonly Given[] = [
  { substituters: `cache.example.org ftp:x://u:${SECRET}@h` },
  { substituters: `https://u:${SECRET}@h#x` },
  { 'trusted-public-keys': `cache-1:${SECRET}${'A'.repeat(80)}` },
  { 'trusted-public-keys': SECRET },
  { builders: `ssh://u:${SECRET}@host # x` },
  { 'nix-config': `access-tokens=github.com=${SECRET}` },
  { 'nix-config': `access-tokens github.com=${SECRET}` },
  { 'nix-config': `accept-flake-config = ${SECRET}` },
  { 'nix-config': `a = b\n${SECRET}` },
  { flake: `foo://u:${SECRET}@host/x` },
  { flake: `git+https://u:${SECRET}@host/x y` },
  { flake: `git+file://host/x?token=${SECRET}` },
  { flake: `./nowhere?token=${SECRET}` },
  { flake: `a b?private_token=${SECRET}` },
  { 'base-image': `https://u:${SECRET}@ghcr.io/x` },
  { 'base-image': `u:${SECRET}@ghcr.io/x/y` },
  { registry: `https://u:${SECRET}@ghcr.io` },
];

test('no message about an input shows what is secret in it', () => {
  for (const given of REFUSED) {
    const text = refusal(given);
    assert.ok(!text.includes(SECRET), `${JSON.stringify(given)}: ${text}`);
  }
});

function run(given: Record<string, string>) {
  const argv = Object.entries({ feature: 'tools', 'base-image': 'none', 'build-in': 'host', ...given }).map(([name, value]) => `--${name}=${value}`);
  return spawnSync(process.execPath, [CLI, 'build', ...argv], { encoding: 'utf8', cwd: HERE, env: { ...COMPILED, PATH: '/nowhere', HOME: HERE, NIX_CONFIG: 'access-tokens = github.com=inherited-token', NIX_FEATURE_DEBUG: '1' } });
}

test('a terminal masks in every message and result what the action masks', () => {
  for (const given of [{ 'nix-config': `access-tokens=github.com=${SECRET}` }, { substituters: `https://u:${SECRET}@h`, 'share-with': SECRET.toUpperCase() }, { flake: `git+https://u:${SECRET}@host/x`, 'remote-user': `${SECRET} inherited-token` }]) {
    const { stdout, stderr, status } = run(given);
    assert.notEqual(status, 0);
    assert.ok(!`${stdout}${stderr}`.includes(SECRET) && !stderr.includes('inherited-token'), stderr);
  }
  const dashes = spawnSync(process.execPath, [CLI, 'build', '--password', `--${SECRET}`], { encoding: 'utf8', cwd: HERE });
  assert.ok(!dashes.stderr.includes(SECRET), dashes.stderr);
});

test('settings of Nix are checked where they are read, so that no part of them can begin another line', () => {
  const bad: readonly (readonly [Given, string, RegExp])[] = [
    [{ substituters: 'https://a#b' }, 'substituters', /is not a URL/],
    [{ substituters: 'cache.example.org' }, 'substituters', /is not a URL/],
    [{ 'trusted-public-keys': 'nokey' }, 'trusted-public-keys', /number 1 is not a public key/],
    [{ 'trusted-public-keys': `${KEY} a#b:${'A'.repeat(43)}=` }, 'trusted-public-keys', /"a#b:…" is not a public key/],
    [{ builders: 'ssh://a # x' }, 'builders', /is not a remote builder/],
    [{ builders: 'ssh://a\u0000' }, 'builders', /is not a remote builder/],
    [{ 'nix-config': 'nonsense' }, 'nix-config', /line 1 is not a line of nix\.conf/],
    [{ 'nix-config': 'max-jobs = 1\na=b' }, 'nix-config', /line 2 is not a line of nix\.conf\. \| .*spaces around/],
    [{ 'nix-config': 'Cores = 2' }, 'nix-config', /line 1 is not/],
    [{ 'nix-config': 'cores = 2\u0000' }, 'nix-config', /control character/],
    [{ 'nix-config': 'max-jobs = 1\n accept-flake-config = true' }, 'nix-config', /line 2 sets accept-flake-config, but the nixConfig of a flake is never accepted here/],
  ];
  for (const [given, input, message] of bad) {
    assert.match(refusal(given), message, JSON.stringify(given));
    assert.throws(() => read(given), (error) => error instanceof InputError && error.input === input);
  }
  assert.deepEqual(read({ substituters: 'configured https://a' }).nix, { substituters: ['https://a'], configured: true, trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto' });
  const good = read({ substituters: 'https://a s3://b?x=y /folder daemon local?root=/x', 'trusted-public-keys': KEY, builders: 'ssh://a x86_64-linux\t- 4 ; @/etc/nix/machines', 'nix-config': 'max-jobs = 2\r\n# none\nsubstituters =\n!include /x/y' }).nix;
  assert.deepEqual(good, {
    substituters: ['https://a', 's3://b?x=y', '/folder', 'daemon', 'local?root=/x'],
    trustedPublicKeys: [KEY],
    builders: ['ssh://a x86_64-linux\t- 4', '@/etc/nix/machines'],
    config: 'max-jobs = 2\n# none\nsubstituters =\n!include /x/y',
    sandbox: 'auto',
  });
});

test('secrets are known before anything is said', () => {
  assert.deepEqual(secretsIn(spec('password'), ' hunter2 '), ['hunter2']);
  assert.deepEqual(secretsIn(spec('password'), ''), []);
  assert.deepEqual(secretsIn(spec('username'), 'me'), []);
  assert.deepEqual(secretsIn(spec('nix-config'), 'cores = 1\nextra-access-tokens = a=b c=PAT:d\n'), ['b', 'PAT:d']);
});
