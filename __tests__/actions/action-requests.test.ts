import assert from 'node:assert/strict';
import path from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, afterAll } from '@jest/globals';
import type { InputReader } from '../../src/actions/inputs/inputs.ts';
import { shownValue } from '../../src/actions/inputs/redact.ts';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify.ts';
import { readPublishRequest } from '../../src/actions/requests/read-publish-request.ts';
import { readSetupRequest } from '../../src/actions/requests/read-setup-request.ts';
import { readVerifyRequest } from '../../src/actions/requests/read-verify-request.ts';
import { readWslRequest } from '../../src/actions/requests/read-wsl-request.ts';
import { terminalHint } from '../../src/cli/failures.ts';
import { InputError, SetupError } from '../../src/kit/errors.ts';
import type { PublishRequest } from '../../src/request/build.ts';
import type { VerifyRequest } from '../../src/verify/request.ts';
import type { WslRequest } from '../../src/wsl/request.ts';
import { HERE, read as readBuild, readerOf, type Given, read as requestOf } from './inputs-of.ts';

function publishRequest(given: Given, env: Record<string, string> = {}): PublishRequest {
  return readPublishRequest(readerOf(given), { folder: HERE, env: { GITHUB_REPOSITORY: 'Org/Repo', ...env }, platform: 'linux', arch: 'x64', cores: 4 });
}

test("without inputs the run's artifacts are published as the builds were told", () => {
  assert.deepEqual(publishRequest({}), {
    layouts: [],
    featureId: undefined,
    arches: [],
    delivery: undefined,
    registry: 'ghcr.io',
    namespace: 'org/repo',
    credentials: undefined,
    movingTags: true,
    collection: true,
    releaseTag: undefined,
    sbom: undefined,
    policy: undefined,
    provenance: { run: { builder: 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#elsewhere' }, signing: undefined },
    summary: true,
    given: [],
  });
});

test('inputs are read as the main action reads them', () => {
  const request = publishRequest({ layouts: 'layout', arches: 'amd64, arm64', delivery: 'layers', 'feature-id': 'tools', 'github-token': 'secret' }, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0', GITHUB_ACTOR: 'me', GITHUB_SERVER_URL: 'https://github.com' });
  assert.deepEqual(request.layouts, [join(HERE, 'layout')]);
  assert.deepEqual(request.arches, ['amd64', 'arm64']);
  assert.equal(request.delivery, 'layers');
  assert.equal(request.featureId, 'tools');
  assert.equal(request.releaseTag, 'v1.0.0');
  assert.deepEqual(request.credentials, { username: 'me', password: 'secret' });
  assert.deepEqual(request.given.map(([name]) => name), ['feature-id', 'layouts', 'arches', 'delivery']);
  assert.throws(() => publishRequest({ layouts: 'nowhere' }), (error) => error instanceof InputError && error.input === 'layouts');
  assert.throws(() => publishRequest({}, { GITHUB_REPOSITORY: '' }), /namespace: is missing/);
});

test('a build takes note of the commit, the repository and the git tag that it is for', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'Org/Repo', GITHUB_SHA: '0123', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'tools-v1.0.0' };
  const request = readBuild({}, env);
  assert.deepEqual(request.origin, { source: 'https://github.com/Org/Repo', revision: '0123' });
  assert.equal(request.releaseTag, 'tools-v1.0.0');
  assert.equal(readBuild({}, { ...env, GITHUB_REF_TYPE: 'branch' }).releaseTag, undefined);
});

const folder = mkdtempSync(path.join(tmpdir(), 'verify-request-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const REF = 'ghcr.io/org/tools:1.2.0';
writeFileSync(path.join(folder, 'team.pem'), PEM);
writeFileSync(path.join(folder, 'root.json'), JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', certificateAuthorities: [] }));
writeFileSync(path.join(folder, 'junk.json'), '[');

function verifyRequest(inputs: Readonly<Record<string, string>>): VerifyRequest {
  const reader: InputReader = (name) => inputs[name] ?? '';
  return readVerifyRequest(reader, { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 });
}

test('what is verified is a reference, a file, or a layout', () => {
  assert.deepEqual(verifyRequest({ ref: REF }).source, { kind: 'published', text: REF });
  assert.deepEqual(verifyRequest({ ref: 'team.pem' }).source, { kind: 'path', text: 'team.pem', path: path.join(folder, 'team.pem') });
  assert.equal(verifyRequest({ ref: `oci:${folder}:1.2.0` }).source.kind, 'layout');
  assert.deepEqual(verifyRequest({ ref: REF, base: 'ghcr.io/org/bedrock:1\nghcr.io/org/other:2' }).bases.map(({ text }) => text), ['ghcr.io/org/bedrock:1', 'ghcr.io/org/other:2']);
});

test('a key is PEM or a file that holds it, and an identity needs a trusted root', () => {
  for (const key of [PEM, 'team.pem']) assert.equal(verifyRequest({ ref: REF, key }).trust?.by, 'key');
  const trust = verifyRequest({ ref: REF, identity: 'https://github.com/org/**', 'trusted-root': 'root.json' }).trust;
  assert.ok(trust?.by === 'identity' && trust.issuer === 'https://token.actions.githubusercontent.com');
  assert.equal(verifyRequest({ ref: REF }).trust, undefined);
});

test('a policy is a file, named from the working folder', () => {
  writeFileSync(path.join(folder, 'policy.yml'), 'attestation: required\n');
  assert.equal(verifyRequest({ ref: REF, policy: 'policy.yml' }).policy?.attestation, 'required');
  assert.equal(verifyRequest({ ref: REF }).policy, undefined);
});

test('each refusal names its input and says what would be right', () => {
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cases: readonly (readonly [Readonly<Record<string, string>>, string, RegExp])[] = [
    [{}, 'ref', /^ref: is missing\.$/],
    [{ ref: './nowhere.tar' }, 'ref', /does not exist\.$/],
    [{ ref: REF, base: 'daemon:bedrock' }, 'base', /an image of a container engine/],
    [{ ref: REF, base: './layout' }, 'base', /^base: "\.\/layout" names \S+\/layout, which does not exist\.$/],
    [{ ref: REF, rebuild: 'nowhere' }, 'rebuild', /the folder .* does not exist/],
    [{ ref: REF, key: 'nowhere.pem' }, 'key', /can't be read: it does not exist/],
    [{ ref: REF, key: secret }, 'key', /is a private key/],
    [{ ref: REF, key: 'junk.json' }, 'key', /not a PEM/],
    [{ ref: REF, key: PEM, identity: 'x' }, 'key', /can't be given together/],
    [{ ref: REF, identity: 'x' }, 'trusted-root', /^trusted-root: is missing/],
    [{ ref: REF, identity: 'x', 'trusted-root': 'junk.json' }, 'trusted-root', /can't be used/],
    [{ ref: REF, 'trusted-root': 'root.json' }, 'trusted-root', /without identity/],
    [{ ref: REF, policy: 'nowhere.yml' }, 'policy', /can't be read: it does not exist/],
    [{ ref: REF, policy: 'junk.json' }, 'policy', /can't be used/],
  ];
  for (const [inputs, input, says] of cases) {
    assert.throws(() => verifyRequest(inputs), (error: unknown) => error instanceof InputError && error.input === input && says.test(error.message) && !error.message.includes('BEGIN'), JSON.stringify(inputs).slice(0, 100));
  }
});

test('a private key that somebody gives by mistake is in no report', () => {
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const spec = VERIFY_INPUTS.find(({ name }) => name === 'key');
  assert.ok(spec !== undefined && shownValue(spec, PEM).includes('BEGIN PUBLIC KEY'));
  assert.ok(!shownValue(spec, secret).includes('BEGIN'));
});

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

const REFUSED_RELEASES: readonly (readonly [given: Given, input: string, says: RegExp])[] = [
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
  for (const [given, input, says] of REFUSED_RELEASES) {
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

function wslRequest(given: Given, env: Record<string, string> = {}): WslRequest {
  return readWslRequest(readerOf(given), { folder: HERE, env, platform: 'linux', arch: 'x64', cores: 2 });
}

type Built = Extract<WslRequest['task'], { kind: 'build' }>;

function built(given: Given, env: Record<string, string> = {}): Built {
  const { task } = wslRequest({ configuration: 'dev-team', ...given }, env);
  assert.ok(task.kind === 'build');
  return task;
}

test('a configuration names what is built of the flake, and defaults are those of a job without a tag', () => {
  const { build, keep } = built({ flake: './with flake' });
  assert.deepEqual(build.flake, { kind: 'folder', folder: `${HERE}/with flake`, attribute: 'nixosConfigurations.dev-team.config.system.build.tarballBuilder' });
  assert.equal(build.compression, 'gzip');
  assert.deepEqual([keep.output, keep.releaseTag, keep.uploadArtifact, keep.sbom], [`${HERE}/wsl`, undefined, true, 'cyclonedx']);
  const { leaks, skipped } = wslRequest({ configuration: 'x', identifiers: 'corp.example', 'skip-checks': 'history, machine' });
  assert.equal(leaks.mode, 'fail');
  assert.deepEqual(leaks.search.identifiers, ['corp.example']);
  assert.deepEqual(skipped, ['history', 'machine']);
});

test('a run for a tag releases, unless it is told not to', () => {
  const tag = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' };
  assert.equal(built({}, tag).keep.releaseTag, 'v1');
  assert.equal(built({ release: 'off' }, tag).keep.releaseTag, undefined);
  assert.equal(built({}, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }).keep.releaseTag, undefined);
});

test('owners of files are paths of the machine and numbers', () => {
  assert.deepEqual(built({ chown: '/home/nixos 1000:100\nsrv/data 0:5' }).build.chown, [{ path: 'home/nixos', owner: '1000:100' }, { path: 'srv/data', owner: '0:5' }]);
  for (const chown of ['/home/nixos', '/home/nixos nixos:users', '../etc 0:0', '-R 0:0x', '/a b 0:0']) assert.throws(() => built({ chown }), /chown: ".*" is not a path of the machine and its owner/, chown);
});

const REFUSED_TARBALLS: readonly (readonly [given: Given, says: RegExp])[] = [
  [{}, /configuration: is missing/],
  [{ configuration: 'a"b' }, /configuration: "a"b" is not a name/],
  [{ configuration: 'x', tarball: 'nixos.wsl' }, /tarball and configuration can't be given together/],
  [{ configuration: 'x', flake: '.#other' }, /flake: ".#other" names an attribute/],
  [{ configuration: 'x', 'extra-files': 'gone' }, /extra-files: the folder \S+\/gone does not exist/],
  [{ configuration: 'x', compression: 'zstd' }, /compression: "zstd" is not one of gzip, xz/],
  [{ configuration: 'x', arches: 'amd64,arm64' }, /arches: a tarball is for one platform/],
  [{ configuration: 'x', 'max-size': '1G' }, /max-size: "1G" is not a size/],
  [{ configuration: 'x', release: 'always' }, /release: "always" is not one of tag, off/],
];

for (const [given, says] of REFUSED_TARBALLS) {
  test(`${JSON.stringify(given)} is refused before any work`, () => {
    assert.throws(() => wslRequest(given), says);
  });
}
