import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { checkLock } from '../../src/feature/contract/contract.ts';
import { readContractFolder } from '../../src/feature/contract/feature-folder.ts';
import { featureFolder, GOOD, metadata } from './feature-folders.ts';

/** Findings as lines: severity, file:line, message, hint. */
async function findings(files: Readonly<Record<string, string | undefined>>, options: Parameters<typeof featureFolder>[1] = {}): Promise<string[]> {
  return linesOf(await featureFolder(files, options));
}

async function linesOf(folder: string, flake: 'here' | 'elsewhere' = 'here'): Promise<string[]> {
  const found = await checkFeature(folder, { flake });
  return found.map(({ severity, message, hint, location }) => {
    const place = location === undefined ? '' : `${path.basename(location.file)}:${location.line ?? '-'}`;
    return `${severity} ${place} ${message.replaceAll(folder, '<folder>')} | ${hint ?? ''}`;
  });
}

async function only(files: Readonly<Record<string, string | undefined>>, options: Parameters<typeof featureFolder>[1] = {}): Promise<string> {
  const found = await findings(files, options);
  assert.equal(found.length, 1, found.join('\n'));
  return found[0] ?? '';
}

function onlyOfPath(PATH: string): Promise<string> {
  return only({ 'devcontainer-feature.json': metadata({ containerEnv: { PATH } }) });
}

async function lockFindings(files: Readonly<Record<string, string>>): Promise<number> {
  return checkLock(await readContractFolder(await featureFolder(files))).length;
}

test('a good Feature has no findings', async () => {
  assert.deepEqual(await findings({}), []);
  assert.deepEqual(await findings({ 'install.sh': '#!/bin/sh\nset -eu\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n' }), []);
});

test('id and version are demanded, each in its line', async () => {
  assert.deepEqual(await findings({ 'devcontainer-feature.json': GOOD['devcontainer-feature.json'].replace('"1.2.0"', '"1.2"').replace('"id": "tools"', '"id": "To ols"') }), [
    `error devcontainer-feature.json:3 devcontainer-feature.json: the id "To ols" can't be the name of a Feature. | Use lower case letters and digits, with single dashes, underscores or dots between them, 128 at most.`,
    'error devcontainer-feature.json:4 devcontainer-feature.json: the version "1.2" is not a semantic version. | Expected three numbers, with or without a pre-release: "1.2.0".',
    'warning devcontainer-feature.json:3 devcontainer-feature.json: the id "To ols" differs from the name of its folder, "tools". Other dev container tools expect them to be equal. | ',
  ]);
  assert.match((await findings({ 'devcontainer-feature.json': '{}' })).join('\n'), /"id" is missing[^]*"version" is missing/);
});

test('JSON that is none is one error with its place', async () => {
  assert.match(await only({ 'devcontainer-feature.json': '{\n  "id": }\n' }), /^error devcontainer-feature\.json:2 .* is not JSON: a value was expected/);
});

test('what the build completes is a warning that says what comes', async () => {
  assert.deepEqual(await findings({ 'devcontainer-feature.json': metadata({ options: undefined, containerEnv: undefined }) }), [
    'warning devcontainer-feature.json:1 devcontainer-feature.json: there are no "options". The published Feature gets the option "mode" (auto, secure, dev, build). | Declare it, so that the file shows everything: "options": { "mode": { "type": "string", "enum": ["auto", "secure", "dev", "build"], "default": "auto" } }',
    'warning devcontainer-feature.json:1 devcontainer-feature.json: there is no "containerEnv". The published Feature gets PATH=/opt/nix-feature/tools/bin:${PATH}. | Declare it, so that the file shows everything: "containerEnv": { "PATH": "/opt/nix-feature/tools/bin:${PATH}" }',
  ]);
});

test("a PATH that loses the image's own is an error, one without the link a warning", async () => {
  assert.match(await onlyOfPath('/opt/nix-feature/tools/bin'), /^error .*drops the image's own PATH. \| Keep it/);
  assert.match(await onlyOfPath('/usr/local/bin:${PATH}'), /^warning .*does not have \/opt\/nix-feature\/tools\/bin/);
});

test('properties have their types, and unknown ones are warned about', async () => {
  const wrong = { privileged: 'yes', init: 1, capAdd: 'SYS_PTRACE', containerEnv: { PATH: '/opt/nix-feature/tools/bin:${PATH}', A: 1 }, installsAfter: [1], dependsOn: { 'ghcr.io/a/b': 1 }, legacyIds: ['My Id'], postCreateCommand: 5, mounts: [{ type: 'tmpfs', target: '/x', source: 'x' }, { type: 'bind' }, 'type=volume,source=x', { type: 'volume', target: '/a,b', readonly: true }], documentationURL: 'tools.md', colour: 'red' };
  const found = (await findings({ 'devcontainer-feature.json': metadata(wrong) })).map((line) => line.replace(/:\d+ devcontainer-feature\.json: /, ' ').replace(/ \|.*/, ''));
  assert.deepEqual(found.toSorted(), [
    'error devcontainer-feature.json "capAdd" must be a list in brackets.',
    'error devcontainer-feature.json "containerEnv.A" must be a string in quotes.',
    'error devcontainer-feature.json "dependsOn.ghcr.io/a/b" must be an object with the options of that Feature.',
    'error devcontainer-feature.json "init" must be true or false, without quotes.',
    'error devcontainer-feature.json "installsAfter.0" must be a string in quotes.',
    `error devcontainer-feature.json "legacyIds.0" is "My Id", which can't be the name of a Feature.`,
    'error devcontainer-feature.json "mounts.1" lacks source and target.',
    'error devcontainer-feature.json "mounts.2" is "type=volume,source=x", which has no target.',
    'error devcontainer-feature.json "mounts.3.target" has a comma, at which the engine ends it.',
    'error devcontainer-feature.json "postCreateCommand" must be a string, a list of strings, or an object of these.',
    'error devcontainer-feature.json "privileged" must be true or false, without quotes.',
    'warning devcontainer-feature.json "documentationURL" is "tools.md", which is not a URL.',
    'warning devcontainer-feature.json "mounts.0.type" must be bind or volume.',
    'warning devcontainer-feature.json a Feature has no property "colour"; dev container tools ignore it.',
    'warning devcontainer-feature.json a mount has no property "mounts.3.readonly"; dev container tools ignore it.',
  ]);
});

test('a property that is mistyped is guessed', async () => {
  assert.match(await only({ 'devcontainer-feature.json': metadata({ instalsAfter: [] }) }), /no property "instalsAfter".*Did you mean installsAfter\?/);
});

test('every property of the specification is known', async () => {
  const all = {
    keywords: ['a'], description: 'd', documentationURL: 'https://example.org', licenseURL: 'https://example.org', privileged: false, init: true,
    capAdd: ['A'], securityOpt: ['a'], entrypoint: '/x', customizations: { vscode: { extensions: [] } }, dependsOn: { 'ghcr.io/a/b:1': {} },
    installsAfter: ['ghcr.io/a/b'], legacyIds: ['a'], deprecated: false, mounts: [{ type: 'volume', source: 'a', target: '/a' }, 'type=bind,source=/a,target=/b'],
    onCreateCommand: 'a', updateContentCommand: ['a', 'b'], postCreateCommand: { a: 'b', c: ['d'] }, postStartCommand: 'a', postAttachCommand: 'a', $schema: 'x',
  };
  assert.deepEqual(await findings({ 'devcontainer-feature.json': metadata(all) }), []);
});

test('an option has a type, and a default that fits it', async () => {
  const mode = { type: 'string', default: 'auto' };
  const option = async (value: unknown, name = 'a'): Promise<string> => (await findings({ 'devcontainer-feature.json': metadata({ options: { mode, [name]: value } }) })).join('\n');
  assert.equal(await option({ type: 'string', default: 'x', proposals: ['y'], description: 'd' }), '');
  assert.equal(await option({ type: 'boolean', default: false }, 'userLinks'), '');
  assert.match(await option('x'), /"options\.a" must be an object/);
  assert.match(await option({ default: 'x' }), /"options\.a" has no type/);
  assert.match(await option({ type: 'number', default: 1 }), /"options\.a\.type" must be "boolean" or "string"/);
  assert.match(await option({ type: 'string' }), /"options\.a" has no default/);
  assert.match(await option({ type: 'boolean', default: 'true' }), /"options\.a\.default" must be true or false, without quotes/);
  assert.match(await option({ type: 'string', default: true }), /"options\.a\.default" must be a string/);
  assert.match(await option({ type: 'string', default: 'x', enum: ['y', 'z'] }), /"options\.a\.default" is "x", which is not in its enum \(y, z\)/);
  assert.match(await option({ type: 'string', default: 'x', enum: ['x'], proposals: ['x'] }), /both enum and proposals/);
  assert.match(await option({ type: 'boolean', default: true, enum: ['x'] }), /has no meaning for a boolean/);
  assert.match(await option({ type: 'string', default: 'x', enum: 'x' }), /"options\.a\.enum" must be a list of strings/);
  assert.match(await option({ type: 'string', default: 'x', required: true }), /^warning .*no property "options\.a\.required"/);
  assert.match(await option({ type: 'string', default: 'x' }, 'path'), /^error .*sets the variable PATH/);
  assert.match(await option({ type: 'string', default: 'x' }, 'uid'), /^warning .*sets the variable UID .* read by bash/);
  assert.match(await option({ type: 'string', default: 'x' }, 'userLinks'), /must be a boolean: the installer reads it/);
  assert.match(await option({ type: 'string', default: 'x' }, 'MODE'), /"mode" are both MODE[^]*knows only auto, secure, dev and build/);
});

test('a mode that the runtime does not know is mapped by install.sh, or an error', async () => {
  const mode = { type: 'string', enum: ['auto', 'secure', 'dev', 'nix', 'ubuntu'], default: 'auto' };
  const file = metadata({ options: { mode } });
  const call = '. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n';
  const found = async (install?: string): Promise<string> => (await findings({ 'devcontainer-feature.json': file, ...(install === undefined ? {} : { 'install.sh': install }) })).join('\n');
  assert.match(await found(), /the option "mode" can be "nix"[^]*can be "ubuntu"/);
  assert.match(await found(`#!/bin/sh\nset -e\n${call}case $MODE in nix) MODE=secure ;; ubuntu) MODE=dev ;; esac\n`), /can be "nix"/);
  const half = await found(`#!/bin/sh\nset -e\ncase $MODE in nix) MODE=secure ;; esac\n${call}`);
  assert.match(half, /can be "ubuntu"/);
  assert.doesNotMatch(half, /can be "nix"/);
  assert.equal(await found(`#!/bin/sh\nset -e\ncase $MODE in nix) MODE=secure ;; ubuntu) MODE=dev ;; esac\n${call}`), '');
});

test('scripts name their shell, have Unix line ends, can be run and stop at a failure', async () => {
  assert.match(await only({ 'test.sh': 'set -e\ntrue\n' }), /^warning test\.sh:1 .*has no "#!" line/);
  assert.match(await only({ 'test.sh': '#!/bin/sh\r\nset -e\r\n' }), /^error test\.sh:1 .*Windows line endings/);
  assert.match(await only({ 'test.sh': '#!/bin/sh\n# set -e\ntrue\n' }), /^warning test\.sh:1 .*has no "set -e"/);
  assert.match(await only({}, { plain: ['test.sh'] }), /^warning test\.sh:- .*is not executable/);
  for (const text of ['#!/bin/sh -e\n', '#!/bin/bash\nset -euo pipefail\n', '#!/bin/bash\nset -o errexit\n', '#!/usr/bin/env bash\nset -xe\n', '#!/bin/bash\nset -Eeuo pipefail\n', '#!/bin/bash\nset -uo pipefail -e\n', '#!/bin/bash\nset -u -o pipefail -o errexit\n', '#!/bin/sh\nset -e\ntr -d "\r"\n', '#!/bin/sh\n# why\nset -e # now\n']) {
    assert.deepEqual(await findings({ 'test.sh': text }), [], text);
  }
});

const CALLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'as the documentation has it': { 'install.sh': '#!/bin/sh\nset -e\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n' },
  'run as a program': { 'install.sh': '#!/bin/sh\nset -e\nsh "$(dirname "$0")/nix-feature/install.sh"\n' },
  'its path in a variable': { 'install.sh': '#!/bin/sh\nset -e\nd=nix-feature\n. "./$d/install.sh"\nif [ "$MODE" = auto ]; then nix_feature_install || exit 1; fi\n' },
  'by a script beside it': { 'install.sh': '#!/bin/sh\nset -e\n. ./install-nix.sh\n', 'install-nix.sh': '. ./nix-feature/install.sh && nix_feature_install || exit 1\n' },
};
for (const [how, files] of Object.entries(CALLS)) {
  test(`an install.sh that calls the installer has no finding: ${how}`, async () => assert.deepEqual(await findings(files), []));
}

const MISSES: Readonly<Record<string, readonly [script: string, message: RegExp]>> = {
  'one kept from before': ['apt-get install -y jq\n', /^error install\.sh:1 install\.sh never calls the installer, so nothing is installed\. \| Add the two lines '\. "\$\(dirname "\$0"\)\/nix-feature\/install\.sh"' and 'nix_feature_install \|\| exit 1'/],
  'one with the call in a comment': ['# nix_feature_install\ntrue\n', /^error install\.sh:1 .*never calls the installer/],
  'one that only sources it': ['. ./nix-feature/install.sh\n', /^error install\.sh:1 install\.sh reads the installer but never calls it.*the line 'nix_feature_install/],
};
for (const [what, [script, message]] of Object.entries(MISSES)) {
  test(`an install.sh that never calls the installer is an error: ${what}`, async () => assert.match(await only({ 'install.sh': `#!/bin/sh\nset -e\n${script}` }), message));
}

test('an install.sh that looks at the machine has to know both', async () => {
  const script = '#!/bin/sh\nset -e\n. ./nix-feature/install.sh\nnix_feature_install\n[ "$(uname -m)" = x86_64 ] || exit 1\n';
  assert.match(await only({ 'install.sh': script }), /^warning install\.sh:5 .*does not know aarch64/);
});

test('test.sh, README.md and both systems of the flake are asked for', async () => {
  assert.match(await only({ 'test.sh': undefined }), /^warning .*There is no test\.sh/);
  assert.match(await only({ 'README.md': undefined }), /^warning .*There is no README\.md/);
  assert.match(await only({ 'flake.nix': '{\n  outputs = _: { packages.x86_64-linux.default = 1; };\n}\n' }), /^warning flake\.nix:2 flake\.nix has x86_64-linux but not aarch64-linux/);
  assert.deepEqual(await findings({ 'flake.nix': '{ outputs = { flake-utils, ... }: flake-utils.lib.eachDefaultSystem (system: { }); }\n' }), []);
});

test('a flake.nix is needed unless the flake is elsewhere', async () => {
  const folder = await featureFolder({ 'flake.nix': undefined });
  assert.match((await linesOf(folder)).join('\n'), /^error .*There is no flake\.nix in <folder>/);
  assert.deepEqual(await linesOf(folder, 'elsewhere'), []);
});

test('inputs without a lock file are warned about', async () => {
  const flake = '{ inputs.nixpkgs.url = "x"; outputs = _: { }; }';
  assert.equal(await lockFindings({ 'flake.nix': flake }), 1);
  assert.equal(await lockFindings({ 'flake.nix': flake, 'flake.lock': '{}' }), 0);
  assert.equal(await lockFindings({}), 0);
});

test("files that can't be in a Feature are found", async () => {
  const folder = await featureFolder({});
  await mkdir(path.join(folder, 'nix-feature'));
  assert.match((await linesOf(folder)).join('\n'), /^error .*nix-feature has a name that is reserved/);
  const linked = await featureFolder({});
  await symlink('/etc/passwd', path.join(linked, 'x'));
  assert.match((await linesOf(linked)).join('\n'), /^error .*leads out of the Feature's folder/);
});

test('a lock that is no JSON, and a folder in the place of a file, are errors', async () => {
  for (const text of ['{', 'x', '[1', '{"nodes":}']) {
    const found = checkLock(await readContractFolder(await featureFolder({ 'flake.lock': text })));
    assert.deepEqual(found.map(({ severity, message }) => `${severity}: ${message}`), ['error: flake.lock is not JSON.'], text);
  }
  assert.deepEqual(checkLock(await readContractFolder(await featureFolder({ 'flake.lock': '{ "nodes": {}, "version": 7 }' }))), []);
  for (const name of ['install.sh', 'install-dev.sh', 'test.sh', 'flake.nix', 'README.md']) {
    const folder = await featureFolder({ [name]: undefined });
    await mkdir(path.join(folder, name));
    assert.deepEqual(await linesOf(folder), [`error ${name}:- <folder>/${name} is not a file. | Rename it: in a Feature, only a file may have this name.`]);
  }
});
