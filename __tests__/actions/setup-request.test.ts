import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { readSetupRequest } from '../../src/actions/requests/read-setup-request.ts';
import { InputError, SetupError } from '../../src/kit/errors.ts';
import { terminalHint } from '../../src/cli/terminal-hint.ts';
import { HERE, read as requestOf, readerOf, type Given } from './inputs-of.ts';

const HASH = 'a'.repeat(64);

function setup(given: Given, arch = 'x64', platform = 'linux') {
  return readSetupRequest(readerOf(given), { folder: HERE, env: {}, platform, arch, cores: 2 });
}

test('setup has a default release, for the machine that it runs on', () => {
  assert.equal(setup({}).release.system, 'x86_64-linux');
  assert.equal(setup({}, 'arm64').release.url, 'https://releases.nixos.org/nix/nix-2.31.2/nix-2.31.2-aarch64-linux.tar.xz');
  assert.equal(setup({ 'nix-version': '2.35.1', 'nix-mirror': 'http://mirror.corp.example:8080/nix/' }).release.url, 'http://mirror.corp.example:8080/nix/nix-2.35.1/nix-2.35.1-x86_64-linux.tar.xz');
  assert.equal(setup({ 'nix-version': '2.30.0', 'nix-sha256': `sha256:${HASH.toUpperCase()}` }).release.sha256, HASH);
});

const REFUSED: readonly (readonly [given: Given, input: string, says: RegExp])[] = [
  [{ 'nix-version': 'latest' }, 'nix-version', /"latest" is not the version of a release/],
  [{ 'nix-version': '2.3.16' }, 'nix-version', /"2\.3\.16" is not the version/],
  [{ 'nix-version': '2.31.2/../x' }, 'nix-version', /is not the version/],
  [{ 'nix-version': '2.30.0' }, 'nix-sha256', /the SHA-256 of Nix 2\.30\.0 for x86_64-linux is not known; nix-feature knows the hashes of 2\.26\.3, /],
  [{ 'nix-sha256': 'abc' }, 'nix-sha256', /"abc" is not a SHA-256/],
  [{ 'nix-mirror': 'file:///x' }, 'nix-mirror', /is not the address of a server/],
  [{ 'nix-mirror': 'https://me:passw0rd@x/?q' }, 'nix-mirror', /^nix-mirror: "(?!.*passw0rd)/],
  [{ 'nix-mirror': 'https://me:passw0rd@mirror.example.org/nix' }, 'nix-mirror', /^nix-mirror: "(?!.*passw0rd).*contains a login/],
  [{ substituters: 'x y' }, 'substituters', /is not a URL/],
];

test('setup refuses what it could not use, before any work', () => {
  for (const [given, input, says] of REFUSED) {
    assert.throws(() => setup(given), (error) => error instanceof InputError && error.input === input && says.test(error.message), JSON.stringify(given));
  }
  assert.throws(() => setup({}, 'riscv64'), SetupError);
  assert.throws(() => setup({}, 'x64', 'darwin'), SetupError);
});

test('a build installs Nix only if it is told which, and only on the host', () => {
  assert.equal(requestOf({}).nix.install, undefined);
  assert.equal(requestOf({ 'build-in': 'host', 'nix-version': '2.35.1' }).nix.install?.version, '2.35.1');
  assert.throws(() => requestOf({ 'nix-version': '2.35.1' }), /nix-version: is about the Nix of the machine, and "build-in: container" runs the Nix of the base image\./);
  assert.throws(() => requestOf({ 'build-in': 'host', 'nix-sha256': HASH }), /is given, but no release is named/);
});

test('a terminal shows the flag of an input whose name has digits', () => {
  assert.equal(terminalHint({ hint: 'Give it as "nix-sha256".', inTerminal: undefined }), 'Give it as --nix-sha256.');
});
