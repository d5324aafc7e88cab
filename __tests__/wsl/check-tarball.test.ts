import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { test } from '@jest/globals';
import { RULES } from '../../src/leaks/literals.ts';
import type { LeakRule } from '../../src/leaks/rules/rule.ts';
import type { AllowEntry } from '../../src/request/rules.ts';
import { WSL_CHECKS, type WslCheckName, type WslRow } from '../../src/report/runs/wsl.ts';
import { checkTarball, type CheckedTarball } from '../../src/wsl/check-tarball.ts';
import type { WslCheckRequest } from '../../src/wsl/request.ts';
import { sampleOf } from '../leaks/samples.ts';
import { BASH, CLEAN, elf, ENVIRONMENT, imageTar, imageTarball, SHIM, SYSTEMD, tarOf, WSL_CONF, type Member } from './image-tar.ts';

const sample = (id: string): string => sampleOf(RULES.find((rule) => rule.id === id) as LeakRule, 17);
const GITHUB_TOKEN = sample('github-personal-token');
const SECRET = 'correct horse battery staple';
const ALLOW: AllowEntry = { rule: 'known-value', file: 'srv/known', reason: 'test', location: { file: 'allow.yml' } };

const REQUEST: WslCheckRequest = {
  arch: 'amd64',
  leaks: { mode: 'fail', allow: [], search: { values: [{ name: 'the variable DEPLOY_TOKEN', value: SECRET }], identifiers: ['jdoe', 'corp.example'], folders: ['/home/jdoe/flake'] } },
  maxSize: 1024 * 1024,
  skipped: [],
};

async function check(bytes: Buffer, request: Partial<WslCheckRequest> = {}): Promise<CheckedTarball> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wsl-check-'));
  try {
    await writeFile(path.join(folder, 'nixos.wsl'), bytes);
    return await checkTarball(path.join(folder, 'nixos.wsl'), { ...REQUEST, ...request }, { signal: new AbortController().signal, now: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function failed(rows: readonly WslRow[]): readonly string[] {
  return rows.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}

const edit = (name: string, from: string | RegExp, to: string): Record<string, Member> => {
  const before = CLEAN[name] as Member & { text: string };
  const text = before.text.replace(from, to);
  assert.notEqual(text, before.text, `${name} has ${String(from)}`);
  return { [name]: { ...before, text } };
};
const home = (name: string, text = 'something'): Record<string, Member> => ({ [`home/nixos/${name}`]: { text, uid: 1000, mode: 0o600 } });

type Changes = Readonly<Record<string, Member | undefined>>;

/** Each row: what was planted, which check says so, of which file, and in which words. */
const PLANTED: readonly (readonly [what: string, changes: Changes, check: WslCheckName, file: string, says: RegExp])[] = [
  // members and modes
  ['a hard link', { 'etc/hard': { kind: 'hard link', to: 'etc/passwd' } }, 'members', '/etc/hard', /hard link.*--hard-dereference/],
  ['a device', { 'dev/null': { kind: 'device' } }, 'members', '/dev/null', /device/],
  ['a pipe', { 'run/pipe': { kind: 'pipe' } }, 'members', '/run/pipe', /pipe/],
  ['a name that leads out', { 'etc/../../evil': { text: 'x' } }, 'members', '/etc/../../evil', /leads out of the root/],
  ['a set-uid program', { 'bin/su': { text: 'x', mode: 0o4555 } }, 'modes', '/bin/su', /set-uid.*4555/],
  ['a file that everybody may change', { 'etc/open': { text: 'x', mode: 0o666 } }, 'modes', '/etc/open', /by everybody.*0666/],
  ['a store path of a user', { [`${BASH}/bin/bash`]: { text: elf(62), mode: 0o555, uid: 1000 } }, 'modes', `/${BASH}/bin/bash`, /belongs to 1000/],
  // configuration of WSL
  ['no wsl-distribution.conf', { 'etc/wsl-distribution.conf': undefined }, 'distribution-conf', '/etc/wsl-distribution.conf', /is missing/],
  ['an unknown key of wsl-distribution.conf', edit('etc/wsl-distribution.conf', '[oobe]', '[oobe]\ncolour=red'), 'distribution-conf', '/etc/wsl-distribution.conf', /line 2 the key "oobe.colour"/],
  ['a wsl-distribution.conf of a user', { 'etc/wsl-distribution.conf': { ...CLEAN['etc/wsl-distribution.conf'], uid: 1000 } }, 'distribution-conf', '/etc/wsl-distribution.conf', /belongs to 1000:0/],
  ['an executable wsl-distribution.conf', { 'etc/wsl-distribution.conf': { ...CLEAN['etc/wsl-distribution.conf'], mode: 0o755 } }, 'distribution-conf', '/etc/wsl-distribution.conf', /mode 0755 and not one of 0644/],
  ['an icon that is not there', edit('etc/wsl-distribution.conf', '/etc/nixos.ico', '/etc/other.ico'), 'distribution-conf', '/etc/other.ico', /shortcut.icon names/],
  ['an icon that is too large', { 'etc/nixos.ico': { text: 'x'.repeat(1024 * 1024 + 1) } }, 'distribution-conf', '/etc/nixos.ico', /1048577 bytes/],
  ['an oobe.command that is not there', edit('etc/wsl-distribution.conf', '[oobe]', '[oobe]\ncommand=/usr/lib/wsl/oobe'), 'distribution-conf', '/usr/lib/wsl/oobe', /oobe.command names/],
  ['a value that is no uid', edit('etc/wsl-distribution.conf', '[oobe]', '[oobe]\ndefaultUid=nixos'), 'distribution-conf', '/etc/wsl-distribution.conf', /not a whole number/],
  ['no wsl.conf', { 'etc/wsl.conf': undefined }, 'wsl-conf', '/etc/wsl.conf', /is missing/],
  ['a wsl.conf that leads nowhere', { [WSL_CONF]: undefined }, 'wsl-conf', '/etc/wsl.conf', /leads nowhere/],
  ['an unknown key of wsl.conf', edit(WSL_CONF, 'systemd=true', 'systemd=true\nsystmd=true'), 'wsl-conf', '/etc/wsl.conf', /"boot.systmd"/],
  ['a wsl.conf with a value that is neither true nor false', edit(WSL_CONF, 'systemd=true', 'systemd=yes'), 'wsl-conf', '/etc/wsl.conf', /not true or false/],
  ['a key outside of a section', edit(WSL_CONF, '[automount]', ''), 'wsl-conf', '/etc/wsl.conf', /neither a section/],
  // accounts
  ['no passwd', { 'etc/passwd': undefined }, 'accounts', '/etc/passwd', /is missing/],
  ['a second user with uid 0', edit('etc/passwd', /$/, 'toor:x:0:0::/root:/bin/sh\n'), 'accounts', '/etc/passwd', /root, toor/],
  ['no user with uid 0', edit('etc/passwd', 'root:x:0:', 'root:x:1:'), 'accounts', '/etc/passwd', /no user with uid 0/],
  ['a broken line of passwd', edit('etc/passwd', /$/, 'half:x:3\n'), 'accounts', '/etc/passwd', /line 4/],
  ['a uid that is there twice', edit('etc/passwd', /$/, 'other:x:1000:100::/home/o:/bin/sh\n'), 'accounts', '/etc/passwd', /uid 1000 more than once/],
  ['no shadow', { 'etc/shadow': undefined }, 'passwords', '/etc/shadow', /is missing/],
  ['a shadow that everybody may read', { 'etc/shadow': { ...CLEAN['etc/shadow'], mode: 0o644 } }, 'passwords', '/etc/shadow', /0644/],
  ['an empty password', edit('etc/shadow', 'nixos:!', 'nixos:'), 'passwords', '/etc/shadow', /lets nixos in/],
  ['a hash that all machines share', edit('etc/shadow', 'root:!', 'root:$6$salt$hash'), 'passwords', '/etc/shadow', /password of root/],
  ['a user without a line in shadow', edit('etc/shadow', /nobody.*\n/, ''), 'passwords', '/etc/shadow', /no line for nobody/],
  ['a default user that does not exist', edit(WSL_CONF, 'default=nixos', 'default=alice'), 'default-user', '/etc/wsl.conf', /alice, which is not in/],
  ['root as the default user', edit(WSL_CONF, 'default=nixos', 'default=root'), 'default-user', '/etc/wsl.conf', /root as the default user/],
  ['no default user', edit(WSL_CONF, 'default=nixos\n', ''), 'default-user', '/etc/wsl.conf', /no user.default/],
  ['a default user whose shell is not there', edit('etc/passwd', ':/bin/bash', ':/bin/fish'), 'default-user', '/bin/fish', /shell of nixos/],
  ['a home of root', { 'home/nixos': { kind: 'folder', mode: 0o700 } }, 'default-user', '/home/nixos', /belongs to 0/],
  // programs
  ['no /bin/sh', { 'bin/sh': undefined }, 'programs', '/bin/sh', /is missing/],
  ['a /bin/sh that leads nowhere', { 'bin/sh': { kind: 'link', to: '/nix/store/gone/bin/sh' } }, 'programs', '/bin/sh', /leads to nothing/],
  ['links that go round', { 'bin/sh': { kind: 'link', to: 'sh' } }, 'programs', '/bin/sh', /leads to nothing/],
  ['a /bin/sh whose interpreter is not there', { [SHIM]: { text: '#!/nix/store/gone/bin/bash\n', mode: 0o555 } }, 'programs', '/bin/sh', /gone\/bin\/bash, which is missing/],
  ['a shell of another architecture', { [`${BASH}/bin/bash`]: { text: elf(183), mode: 0o555 } }, 'programs', '/bin/sh', /for arm64 and not for amd64/],
  ['a 32-bit init', { [`${SYSTEMD}/bin/systemd-shim`]: { text: elf(3, 1), mode: 0o555 } }, 'programs', '/sbin/init', /32-bit/],
  ['an init that nobody may execute', { [`${SYSTEMD}/bin/systemd-shim`]: { text: elf(62), mode: 0o444 } }, 'programs', '/sbin/init', /not everybody may execute/],
  ['an init that is no program', { [`${SYSTEMD}/bin/systemd-shim`]: { text: 'hello', mode: 0o555 } }, 'programs', '/sbin/init', /neither an ELF/],
  // what is private
  ['a token in a file', { 'opt/app.json': { text: `{"token":"${GITHUB_TOKEN}"}` } }, 'secrets', '/opt/app.json', /github.*at byte 10/],
  ['a value of this job in a compressed file', { 'opt/log.gz': { text: gzipSync(`x ${SECRET} y`) } }, 'secrets', '/opt/log.gz', /DEPLOY_TOKEN.*inside of gzip/],
  ['a private key', { 'opt/key': { text: sample('private-key') } }, 'secrets', '/opt/key', /private-key/],
  ['a name of the team in a file', { 'opt/readme': { text: 'ask JDoe' } }, 'identifiers', '/opt/readme', /identifier/],
  ['a name of the team in a file name', { 'opt/jdoe.txt': { text: 'x' } }, 'identifiers', '/opt/jdoe.txt', /in its name/],
  ['a name of the team as a link', { 'opt/mail': { kind: 'link', to: '/mail/corp.example' } }, 'identifiers', '/opt/mail', /its target/],
  ['a name of the team as an owner', { 'opt/owned': { text: 'x', owner: 'jdoe' } }, 'identifiers', '/opt/owned', /its owner/],
  ['a private SSH key', home('.ssh/id_ed25519'), 'ssh-keys', '/home/nixos/.ssh/id_ed25519', /private SSH key/],
  ['a key of the host', { 'etc/ssh/ssh_host_ed25519_key': { text: 'x', mode: 0o600 } }, 'ssh-keys', '/etc/ssh/ssh_host_ed25519_key', /every machine would share/],
  ['known hosts', home('.ssh/known_hosts'), 'ssh-keys', '/home/nixos/.ssh/known_hosts', /hosts/],
  ['keys that may log in', home('.ssh/authorized_keys', 'ssh-ed25519 AAAA'), 'authorized-keys', '/home/nixos/.ssh/authorized_keys', /every machine/],
  ["keys of NixOS's own that may log in", { 'etc/ssh/authorized_keys.d/root': { text: 'ssh-ed25519 AAAA' } }, 'authorized-keys', '/etc/ssh/authorized_keys.d/root', /every machine/],
  ['an author of git', home('.config/git/config', '[user]\n\temail = a@b.example\n'), 'git-author', '/home/nixos/.config/git/config', /user.email/],
  ['a login of git', { 'etc/gitconfig': { text: '[url "x"]\n insteadOf = https://me:secret@git.example/\n' } }, 'git-author', '/etc/gitconfig', /with a login/],
  ['a history of a shell', home('.bash_history'), 'history', '/home/nixos/.bash_history', /what somebody did/],
  ['a history of an editor', { 'root/.viminfo': { text: 'x', mode: 0o600 } }, 'history', '/root/.viminfo', /what somebody did/],
  ['a git repository as configPath', { 'etc/nixos/.git/HEAD': { text: 'ref: refs/heads/main\n' } }, 'config-path', '/etc/nixos/.git/HEAD', /whole history/],
  ['a secret in configPath', { 'etc/nixos/secrets.yaml': { text: 'a: b' } }, 'config-path', '/etc/nixos/secrets.yaml', /name of a file with a secret/],
  ['a build result in configPath', { 'etc/nixos/result': { kind: 'link', to: '/nix/store/x' } }, 'config-path', '/etc/nixos/result', /build result/],
  ['a secret in the environment', { [ENVIRONMENT]: { text: 'export EDITOR=nano\nexport NPM_TOKEN="abc"\n' } }, 'environment', `/${ENVIRONMENT}`, /sets NPM_TOKEN/],
  ['a secret of a service', { 'etc/systemd/system/x.service': { text: '[Service]\nEnvironment="A=b" "API_KEY=abc"\n' } }, 'environment', '/etc/systemd/system/x.service', /sets API_KEY/],
  ['a secret in a profile', home('.profile', 'export PATH=$PATH:/x GITLAB_PASSWORD=abc\n'), 'environment', '/home/nixos/.profile', /GITLAB_PASSWORD/],
  ['the id of a machine', { 'etc/machine-id': { text: `${'0'.repeat(32)}\n` } }, 'machine', '/etc/machine-id', /id of one machine/],
  ['a random seed', { 'var/lib/systemd/random-seed': { text: 'x', mode: 0o600 } }, 'machine', '/var/lib/systemd/random-seed', /secret of one machine/],
];

test('a tarball as NixOS-WSL makes them passes every check, with gzip and with xz', async () => {
  const tar = imageTar();
  for (const bytes of [gzipSync(tar), execFileSync('xz', ['-0', '--stdout'], { input: tar })]) {
    const { rows, tarball } = await check(bytes);
    assert.deepEqual(rows.filter(({ outcome }) => outcome !== 'passed'), []);
    assert.deepEqual(rows.map(({ name }) => name), WSL_CHECKS.map(({ name }) => name));
    assert.equal(tarball.size, bytes.length);
    assert.equal(tarball.members, Object.keys(CLEAN).length);
    assert.match(tarball.digest, /^sha256:[0-9a-f]{64}$/);
  }
});

for (const [what, changes, name, file, says] of PLANTED) {
  test(`${what} is found, with the file and the reason`, async () => {
    const { rows } = await check(imageTarball(changes));
    const findings = rows.find((row) => row.name === name)?.findings ?? [];
    assert.ok(findings.some((finding) => finding.severity === 'fault' && finding.file === file && says.test(finding.says)), JSON.stringify(rows.filter(({ outcome }) => outcome !== 'passed'), undefined, 1));
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${SECRET}|${GITHUB_TOKEN}`));
  });
}

const damaged = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, 600, 640);
  return copy;
};

const ARCHIVES: readonly (readonly [what: string, bytes: Buffer, says: RegExp])[] = [
  ['a tar that is not compressed', imageTar(), /is not compressed/],
  ['zstd', zstdCompressSync(imageTar()), /compressed with zstd/],
  ['zstd in several frames, the tar behind the first', Buffer.concat([zstdCompressSync(imageTar().subarray(0, 1024)), zstdCompressSync(Buffer.concat([imageTar().subarray(1024), Buffer.from('hidden')]))]), /6 B behind the end of its tar/],
  ['bzip2', Buffer.from('BZh91AY&SY'), /compressed with bzip2/],
  ['a tarball that is cut short', imageTarball().subarray(0, 900), /can't be read to its end/],
  ['a tarball that is damaged', damaged(imageTarball()), /can't be read to its end/],
  ['a damaged xz', damaged(execFileSync('xz', ['-0', '--stdout'], { input: imageTar() })), /can't be read to its end/],
  ['a header with a wrong checksum', gzipSync(Buffer.concat([imageTar().subarray(0, -1024), Buffer.alloc(512, 'x')])), /checksum of a header/],
  ['something behind the end of the tar', gzipSync(Buffer.concat([imageTar(), Buffer.from('hidden')])), /6 B behind the end of its tar/],
  ['another gzip behind the first that is none', Buffer.concat([imageTarball(), Buffer.from('hidden')]), /can't be read to its end/],
  ['something behind the end of gzip', Buffer.concat([imageTarball(), Buffer.from('\0hidden')]), /behind the end of what is compressed/],
  ['an empty file', Buffer.alloc(0), /is empty/],
];

for (const [what, bytes, says] of ARCHIVES) {
  test(`${what} fails the archive, and nothing is said to be missing that was not reached`, async () => {
    const { rows } = await check(bytes);
    const archive = rows.find(({ name }) => name === 'archive');
    assert.ok(archive?.findings.some((finding) => says.test(finding.says)), JSON.stringify(archive));
    assert.equal(rows.some(({ findings }) => findings.some((finding) => finding.says === 'is missing')), false);
  });
}

test('a name that no system takes ends the reading', async () => {
  const { rows } = await check(gzipSync(tarOf({ [`opt/${'n'.repeat(5000)}`]: { text: '' } })));
  assert.match(JSON.stringify(rows.find(({ name }) => name === 'archive')), /name of more than 4096 bytes/);
});

test('a tarball that is larger than it may be fails', async () => {
  const { rows } = await check(imageTarball(), { maxSize: 100 });
  assert.deepEqual(failed(rows), ['size']);
});

test('a member that is there twice is found', async () => {
  const { rows } = await check(gzipSync(tarOf({ ...CLEAN }, tarOf({ 'etc/passwd': CLEAN['etc/passwd'] as Member }).subarray(0, -1024))));
  assert.match(JSON.stringify(rows.find(({ name }) => name === 'members')?.findings), /\/etc\/passwd.*more than once/);
});

test('a check that is skipped keeps its findings, and fails nothing', async () => {
  const changes = { ...home('.bash_history'), 'bin/su': { text: 'x', mode: 0o4555 } };
  const { rows } = await check(imageTarball(changes), { skipped: ['history'] });
  assert.deepEqual(failed(rows), ['modes']);
  assert.deepEqual(rows.find(({ name }) => name === 'history')?.outcome, 'skipped');
  assert.equal(rows.find(({ name }) => name === 'history')?.findings[0]?.file, '/home/nixos/.bash_history');
});

test('what leaks-allow allows is no fault', async () => {
  const tarball = imageTarball({ 'srv/known': { text: SECRET } });
  assert.deepEqual(failed((await check(tarball)).rows), ['secrets']);
  assert.deepEqual(failed((await check(tarball, { leaks: { ...REQUEST.leaks, allow: [ALLOW] } })).rows), []);
});

test('many findings of one check are counted, and faults come first', async () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`opt/${i}`, { kind: 'pipe' } as const]));
  const members = (await check(imageTarball(many))).rows.find(({ name }) => name === 'members');
  assert.equal(members?.findings.length, 50);
  assert.equal(members?.more, 30);
});

test('a file that is not there says what to name', async () => {
  await assert.rejects(checkTarball('/nonexistent/nixos.wsl', REQUEST, { signal: new AbortController().signal, now: 0 }), /\/nonexistent\/nixos\.wsl can't be read: it does not exist/);
});

test('each check of the table is described for readers', async () => {
  const page = await readFile(path.join(import.meta.dirname, '../../docs/team/wsl.md'), 'utf8');
  for (const { name, proves } of WSL_CHECKS) assert.ok(page.includes(`| \`${name}\` | ${proves.replaceAll('|', '\\|')} |`), name);
});
