import assert from 'node:assert/strict';
import { describe, it, test } from '@jest/globals';
import { binfmtRuns } from '../../src/nix/run/emulation.ts';
import { namedSubstituters } from '../../src/nix/run/nix-conf.ts';
import { nixConfig, type SiteFacts } from '../../src/nix/run/settings.ts';
import type { NixSettings } from '../../src/request/nix.ts';

const NOTHING: NixSettings = { substituters: [], trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto' };
const HOST: SiteFacts = { place: 'host', privileged: false, emulated: undefined, inherited: '' };
const CONTAINER: SiteFacts = { ...HOST, place: 'container' };

describe('the settings for Nix', () => {
  it("leave the host's own sandbox and users alone", () => {
    assert.equal(nixConfig({ ...NOTHING, configured: true }, HOST), 'extra-experimental-features = nix-command flakes\naccept-flake-config = false\n');
  });

  it('go without sandbox and build users in a container, and with a sandbox in a privileged one', () => {
    assert.match(nixConfig(NOTHING, CONTAINER), /^build-users-group =\nsandbox = false$/m);
    assert.match(nixConfig(NOTHING, { ...CONTAINER, privileged: true }), /^sandbox = true$/m);
    assert.match(nixConfig({ ...NOTHING, sandbox: 'true' }, CONTAINER), /^sandbox = true$/m);
    assert.match(nixConfig({ ...NOTHING, sandbox: 'false' }, HOST), /^sandbox = false$/m);
  });

  it('go without system call filters under emulation', () => {
    assert.match(nixConfig(NOTHING, { ...HOST, emulated: 'aarch64-linux' }), /^filter-syscalls = false\nextra-extra-platforms = aarch64-linux$/m);
    assert.doesNotMatch(nixConfig(NOTHING, { ...CONTAINER, emulated: 'aarch64-linux' }), /platforms/);
  });

  it("put the environment's own first and the user's lines behind ours, as the last one wins, and what is added behind all", () => {
    const settings = { ...NOTHING, config: 'max-jobs = 2\r\n\n# none\nsubstituters =', substituters: ['https://a', 's3://b?x=y'], trustedPublicKeys: ['a-1:AAAA='] };
    const lines = nixConfig(settings, { ...HOST, inherited: 'cores = 1' }).split('\n');
    assert.deepEqual(lines.slice(0, 2), ['substituters = https://cache.nixos.org/', 'cores = 1']);
    assert.deepEqual(lines.slice(-6), [
      'max-jobs = 2',
      '# none',
      'substituters =',
      'extra-substituters = https://a s3://b?x=y',
      'extra-trusted-public-keys = a-1:AAAA=',
      '',
    ]);
    assert.ok(!nixConfig(settings, { ...CONTAINER, inherited: 'cores = 1' }).includes('cores'));
  });

  it("let Nix ask its default and what is listed, and the place's own caches only if they are asked for", () => {
    assert.match(nixConfig(NOTHING, CONTAINER), /^substituters = https:\/\/cache\.nixos\.org\/\n/);
    assert.doesNotMatch(nixConfig({ ...NOTHING, configured: true, substituters: ['https://a'] }, CONTAINER), /^substituters/m);
    // A machine without a way to the internet has taken the default away.
    for (const named of [[], ['https://mirror']]) assert.match(nixConfig(NOTHING, { ...HOST, named }), /^substituters =\n/);
    for (const named of [['https://cache.nixos.org'], ['https://mirror', 'https://cache.nixos.org/']]) assert.match(nixConfig(NOTHING, { ...HOST, named }), /^substituters = https:\/\/cache\.nixos\.org\/\n/);
  });

  it('join builders as nix.conf wants them', () => {
    assert.match(nixConfig({ ...NOTHING, builders: ['ssh://a aarch64-linux', '@/etc/nix/machines'] }, HOST), /^builders = ssh:\/\/a aarch64-linux ; @\/etc\/nix\/machines$/m);
  });
});

test('the caches that a nix.conf names are read as Nix reads them, the last line wins', () => {
  for (const [text, expected] of [
    ['', ['https://cache.nixos.org/']],
    ['substituters =', []],
    ['extra-substituters = https://a', ['https://cache.nixos.org/', 'https://a']],
    ['substituters = https://a  https://b # https://c\nsandbox = true', ['https://a', 'https://b']],
    ['substituters = https://a\nextra-substituters = https://b https://a', ['https://a', 'https://b']],
    ['extra-substituters = https://a\n  substituters = https://b', ['https://b']],
    ['binary-caches=https://a\n#substituters = https://b\nmy-substituters = c\ntrusted-substituters = https://d', ['https://a']],
  ] as const) assert.deepEqual(namedSubstituters(text), expected, text);
});

describe('an entry of binfmt_misc', () => {
  const entry = `enabled
interpreter /usr/libexec/qemu-binfmt/aarch64-binfmt-P
flags: POCF
offset 0
magic 7f454c460201010000000000000000000200b700
mask ffffffffffffff00fffffffffffffffffeffffff
`;
  it('runs programs of the machine that its magic names, while it is enabled', () => {
    assert.equal(binfmtRuns(entry, 'aarch64-linux'), true);
    assert.equal(binfmtRuns(entry, 'x86_64-linux'), false);
    assert.equal(binfmtRuns(entry.replace('enabled', 'disabled'), 'aarch64-linux'), false);
    assert.equal(binfmtRuns('enabled\ninterpreter /usr/bin/python\nextension .pyc\n', 'aarch64-linux'), false);
    assert.equal(binfmtRuns('', 'aarch64-linux'), false);
  });
});
