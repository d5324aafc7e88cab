import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { envFile, readEnvFileValue } from '../../src/feature/environment/env-file.ts';
import type { Finding } from '../../src/feature/contract/finding.ts';
import { featureFolder, metadata } from './feature-folders.ts';

interface Case {
  readonly merge?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
}

const PATH = '/opt/nix-feature/tools/bin:${PATH}';
const MODE = { type: 'string', default: 'auto' };
const string = (value: string, more: object = {}): object => ({ type: 'string', default: value, ...more });
const env = (more: Readonly<Record<string, unknown>>): Case => ({ merge: { containerEnv: { PATH, ...more } } });
const options = (more: Readonly<Record<string, unknown>>): Case => ({ merge: { options: { mode: MODE, ...more } } });

async function findings({ merge = {}, files = {} }: Case): Promise<readonly Finding[]> {
  const folder = await featureFolder({ 'devcontainer-feature.json': metadata(merge), ...files });
  return checkFeature(folder, { flake: 'here' });
}

/** What the dev container tools, or our own packer, stop at, or lose without a word: how severe, and what names it. */
const FOUND: Readonly<Record<string, readonly [Case, Finding['severity'], RegExp]>> = {
  'a variable that only devcontainer.json has': [env({ X: '${localEnv:X}' }), 'error', /containerEnv\.X uses \$\{localEnv:X\}, which only devcontainer\.json has/],
  'one of the container': [env({ X: 'a:${containerEnv:HOME}' }), 'error', /uses \$\{containerEnv:HOME\}/],
  'the id of the dev container': [env({ X: '${devcontainerId}' }), 'error', /uses \$\{devcontainerId\}/],
  'the folder of the workspace': [env({ X: '${containerWorkspaceFolder}/bin' }), 'error', /uses \$\{containerWorkspaceFolder\}/],
  'an open bracket': [env({ X: 'a${unclosed' }), 'error', /containerEnv\.X has a "\$\{" that is not closed/],
  'a modifier that no engine has': [env({ X: '${A:1:2}' }), 'error', /containerEnv\.X has "\$\{A:1…\}"/],
  'a quote inside a default': [env({ X: "${A:-it's}" }), 'error', /containerEnv\.X has a quote/],
  'a line break in a value': [env({ X: 'a\nb' }), 'error', /containerEnv\.X has a line break/],
  'a blank in a name': [env({ 'A B': 'x' }), 'error', /a variable called "A B"/],
  'an empty name': [env({ '': 'x' }), 'error', /a variable called ""/],
  'an equals sign in a name': [env({ 'A=B': 'x' }), 'error', /a variable called "A=B"/],
  'a dependency that is no reference': [{ merge: { dependsOn: { 'not a ref': {} } } }, 'error', /"dependsOn\.not a ref" has no registry/],
  'a dependency without a host': [{ merge: { dependsOn: { 'a/b': {} } } }, 'error', /"dependsOn\.a\/b" begins with "a", which is not a registry's host name/],
  'a dependency with a blank': [{ merge: { dependsOn: { 'ghcr.io/a/b c': {} } } }, 'error', /has the path "a\/b c"/],
  'a dependency with a wrong tag': [{ merge: { dependsOn: { 'ghcr.io/a/b:1+2': {} } } }, 'error', /has the version "1\+2"/],
  'a dependency with a cut digest': [{ merge: { dependsOn: { 'ghcr.io/a/b@sha256:00': {} } } }, 'error', /has a digest that is not/],
  'a dependency with a list of options': [{ merge: { dependsOn: { 'ghcr.io/a/b': [] } } }, 'error', /must be an object with the options/],
  'a dependency that lies beside': [{ merge: { dependsOn: { './b': {} } } }, 'warning', /"dependsOn\.\.\/b" is a local path/],
  'an archive of another name': [{ merge: { dependsOn: { 'https://example.org/b.tgz': {} } } }, 'error', /is a URL whose file/],
  'something to come after that is no reference': [{ merge: { installsAfter: ['ghcr.io/a/b c'] } }, 'error', /"installsAfter\.0" is "ghcr\.io\/a\/b c", and that has the path/],
  'something to come after that has no registry': [{ merge: { installsAfter: ['common-utils'] } }, 'error', /has no registry/],
  'an old id that is none': [{ merge: { legacyIds: ['Old'] } }, 'error', /"legacyIds\.0" is "Old"/],
  'a version like the tag of a platform': [{ merge: { version: '1.2.3-amd64' } }, 'error', /version 1\.2\.3-amd64 can't be published/],
  'a version that is too long for a tag': [{ merge: { version: `1.2.3-${'x'.repeat(120)}` } }, 'error', /the version has 126 characters/],
  'an option that gzip reads': [options({ gzip: string('') }), 'error', /"options\.gzip" sets the variable GZIP/],
  'an option that the tools set': [options({ _remote_user: string('') }), 'error', /sets the variable _REMOTE_USER/],
  'an option that the loader reads': [options({ 'ld-preload': string('') }), 'error', /sets the variable LD_PRELOAD/],
  'two options of one variable': [options({ 'my-tool': string(''), my_tool: string('') }), 'error', /are both MY_TOOL/],
  'Mode beside mode': [options({ Mode: string('auto') }), 'error', /"options\.Mode" and "mode" are both MODE/],
  'a default with a quote': [options({ a: string('say "hi') }), 'error', /"options\.a\.default" is "say \\"hi", which breaks the file/],
  'a default that ends in a backslash': [options({ a: string('C:\\') }), 'error', /"options\.a\.default" is .* breaks the file/],
  'a proposal with a backtick': [options({ a: string('', { proposals: ['`'] }) }), 'error', /"options\.a\.proposals\.0" is "`", which breaks/],
  'a default with a variable': [options({ a: string('$HOME/x') }), 'warning', /"options\.a\.default" is "\$HOME\/x", part of which a shell evaluates/],
  'a default that is a list': [options({ a: { type: 'string', default: ['x'] } }), 'error', /"options\.a\.default" must be a string, or true or false/],
  'a mount without a target': [{ merge: { mounts: [{ type: 'volume', source: 'x' }] } }, 'error', /"mounts\.0" lacks target/],
  "a file's name that no tar holds": [{ files: { ['x'.repeat(130)]: 'x' } }, 'error', /"\.\/x{130}" is too long a name/],
  "a folder's name that no tar holds": [{ files: { [`${'x'.repeat(130)}/y`]: 'x' } }, 'error', /x{130}.* is too long a name/],
};

for (const [what, [one, severity, names]] of Object.entries(FOUND)) {
  test(`what the tools or our packer would stop at is found, with its place: ${what}`, async () => {
    const found = await findings(one);
    const named = found.filter(({ message }) => names.test(message));
    assert.deepEqual(named.map((each) => each.severity), [severity], JSON.stringify(found, undefined, 2));
    const location = named[0]?.location;
    assert.ok(location !== undefined && (one.files !== undefined || (location.line ?? 0) > 1), JSON.stringify(location));
  });
}

/** What works. */
const LEFT: Readonly<Record<string, Case>> = {
  'variables that are set before': env({ X: '${HOME}/x:${A_B}' }),
  'defaults of variables': env({ X: '${A:-b}', Y: '${X:+c}', Z: '${X-}' }),
  'signs that mean nothing to an engine': env({ X: '100$ `a` "b" \\c {d} it\'s #1' }),
  'names with dots and dashes': env({ 'npm_config_a.b-c': '1' }),
  'a pre-release': { merge: { version: '2.0.0-rc.1' } },
  'options called shell, user and env': options({ shell: string('zsh'), user: string('automatic'), env: string('x') }),
  'a default with signs': options({ a: string('https://example.org/?a=b&c=(d);e#f \' 100$ *') }),
  'a default whose signs are escaped': options({ a: string('\\n \\" \\$HOME \\` \\\\') }),
  'an option called like the version of Nix': options({ nix_version: string('2.28') }),
  'set -e among other letters': { files: { 'test.sh': '#!/bin/bash\nset -Eeuo pipefail\ntrue\n' } },
  'references of every kind': { merge: { installsAfter: ['ghcr.io/Devcontainers/features/node', 'node'], dependsOn: { 'localhost:5000/a/b:1': {}, 'ghcr.io/a/b/c': '1.2', [`ghcr.io/a/b@sha256:${'0a'.repeat(32)}`]: true, 'https://example.org/devcontainer-feature-a.tgz': {} } } },
  'mounts as objects and as text': { merge: { mounts: [{ type: 'volume', source: 'x-${devcontainerId}', target: '/x' }, { type: 'volume', target: '/x' }, 'src=/a,dst=/b,type=bind'] } },
  'a file whose name is as long as a tar holds': { files: { ['x'.repeat(98)]: 'x', [`${'x'.repeat(90)}/${'y'.repeat(90)}`]: 'x' } },
  'an old id': { merge: { legacyIds: ['old-tools'] } },
};

for (const [what, one] of Object.entries(LEFT)) {
  test(`what works has no finding: ${what}`, async () => {
    assert.deepEqual(await findings(one), []);
  });
}

test('an install.sh without a first line is at most a warning', async () => {
  const script = 'set -e\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n';
  assert.deepEqual((await findings({ files: { 'install.sh': script } })).map(({ severity }) => severity), ['warning']);
});

/** Metadata with a fault whose hint says what to write. */
const MENDED: readonly Readonly<Record<string, unknown>>[] = [
  ...['v1.2.3', '1.2', 'v1', '01.2.3', '1.2.3+build', 'v1.2+x', '1.2-rc.1'].map((version) => ({ version })),
  ...['/usr/bin', '', '/opt/nix-feature/tools/bin', '${PATH}', '/x:$PATH', '${PATH}:/x', '/opt/other/bin:', ':'].map((value) => ({ containerEnv: { PATH: value } })),
  { containerEnv: { PATH, X: '${containerEnv:HOME}' } },
  { containerEnv: undefined },
  { options: undefined },
];

for (const fault of MENDED) {
  test(`who does what the hint says has no finding any more: ${JSON.stringify(fault, (_, value: unknown) => value ?? null)}`, async () => {
    const changes: Record<string, unknown> = { ...fault };
    const before = await findings({ merge: changes });
    for (const { message, hint = '' } of before) {
      const [, version] = /: "(\d[^"]*)"\./.exec(hint) ?? [];
      const [, member] = /((?:"\w+": )+.*[}"])\.?$/.exec(hint) ?? [];
      const [, variable] = /write (\$\{\w+\})/.exec(hint) ?? [];
      if (version !== undefined) changes['version'] = version;
      else if (variable !== undefined) changes['containerEnv'] = { PATH, X: variable };
      else {
        const written = JSON.parse(`{${member}}`) as Record<string, unknown>;
        Object.assign(changes, 'PATH' in written && message.includes('containerEnv.PATH') ? { containerEnv: written } : written);
      }
    }
    assert.ok(before.length > 0 || JSON.stringify(fault).includes('opt/nix-feature'), 'there was a finding');
    assert.deepEqual(await findings({ merge: changes }), []);
  });
}

const folder = mkdtempSync(path.join(tmpdir(), 'env-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const VALUES = [
  'a', '', 'a b', '$HOME', '${HOME}', '${A:-${B}}', 'a"b', 'a"b"c', 'a" b "c', 'x\\', 'x\\\\', '`echo a`', '`echo', '$(echo "a b")', '$(echo $(echo x))', '$(echo', '100$', '\\n', 'a\\"b',
  '${HOME', '"', '""', "it's", 'a";true;"', 'a\nb', '$', '"$"', '\\$HOME', 'a"\'b\'"c', 'a"\'b"c', '[a-z]* ~ # !', 'a"&"b', 'a$"b', '$1', '$-', '{a,b}',
];

for (const value of VALUES) {
  test(`what is said of an option's value is what sh does with it: ${JSON.stringify(value)}`, () => {
    const file = path.join(folder, 'env');
    writeFileSync(file, envFile({ X: value, Y: 'last' }));
    const script = 'set -e; set -a; . "$0"; set +a; [ "$Y" = last ]; printf %s "$X"';
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script, file], { encoding: 'utf8', env: { HOME: '/home/dev', PATH: process.env['PATH'] ?? '' } });
    const real = status !== 0 || stderr !== '' ? 'broken' : stdout === value.replaceAll(/\\(["\\$`])/g, '$1') ? 'literal' : 'evaluated';
    assert.equal(readEnvFileValue(value), real, stderr);
  });
}
