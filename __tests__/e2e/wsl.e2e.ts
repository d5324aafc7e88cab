import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { hexOf, parseDigest } from '../../src/oci/format/digest.ts';
import { verifyBundle } from '../../src/provenance/verify/verify-bundle.ts';
import { attempt, run, type CommandResult, type Env } from '../rig/command.ts';
import { REST_TOKEN, startGitHubServices } from '../rig/github-services.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { PROJECT } from '../rig/paths.ts';
import { runAction, type StepResult } from '../rig/runner.ts';
import { scratchFolder } from './nix-feature.ts';

/* A flake with nixosConfigurations, whose builder stands in for NixOS-WSL's: built by a real Nix, run as root, checked, uploaded and released. */
const scratch = await scratchFolder();
const workspace = path.join(scratch, 'machines');
await cp(path.join(PROJECT, '__tests__/rig/wsl'), workspace, { recursive: true });
await mkdir(path.join(workspace, 'clean/home/nixos/.config'), { recursive: true });
await writeFile(path.join(workspace, 'clean/home/nixos/.config/team'), 'welcome\n');
await mkdir(path.join(workspace, 'dirty/root/.ssh'), { recursive: true });
await writeFile(path.join(workspace, 'dirty/root/.ssh/authorized_keys'), 'ssh-ed25519 AAAA somebody\n');
await writeFile(path.join(workspace, 'dirty/root/.bash_history'), 'psql prod\n');

const services = await startGitHubServices();
afterAll(() => services.stop());
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SIGN = { sign: 'key', 'sign-key': privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
const TAG: Env = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0', GITHUB_REF: 'refs/tags/v1.0.0' };

function job(inputs: Readonly<Record<string, string>>, env: Env = {}): Promise<StepResult> {
  const nix = { HOME: NIX_ENV['HOME'] ?? '', NIX_CONFIG: NIX_ENV['NIX_CONFIG'] ?? '' };
  return runAction({ action: 'wsl', workspace, token: REST_TOKEN, inputs: { configuration: 'minimal', arches: 'amd64', ...inputs }, env: { ...services.job(), ...nix, ...TAG, ...env } });
}

function terminal(...argv: readonly string[]): Promise<CommandResult> {
  return attempt([process.execPath, path.join(PROJECT, 'src/cli/main.ts'), 'wsl', ...argv], { cwd: workspace, env: NIX_ENV });
}

const assets = (): readonly string[] => services.rest.releases.assets('v1.0.0').map(({ name }) => name);

test('a job for a tag builds a tarball, checks it, uploads it, and releases it with checksums, SBOM and provenance; a second run sends nothing again', async () => {
  const first = await job({ 'extra-files': 'clean', chown: '/home/nixos 1000:100', identifiers: 'somebody', 'max-size': '1MB', ...SIGN });
  assert.equal(first.code, 0, first.log);
  const { outputs } = first;
  const folder = path.join(workspace, 'wsl');
  const bytes = await readFile(path.join(folder, 'nixos-minimal.wsl'));
  assert.equal(outputs['outcome'], 'passed');
  assert.equal(outputs['path'], path.join(folder, 'nixos-minimal.wsl'));
  assert.equal(outputs['size'], String(bytes.length));
  assert.equal(outputs['digest'], `sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  const files = ['SHA256SUMS', 'nixos-minimal.cdx.json', 'nixos-minimal.wsl', 'nixos-minimal.wsl.sigstore.json'];
  assert.deepEqual((await readdir(folder)).sort(), files);
  assert.match(await run(['sha256sum', '--check', 'SHA256SUMS'], { cwd: folder }), /^nixos-minimal\.wsl: OK\n\S+: OK\n$/);
  assert.match(await run(['tar', '-tvf', 'nixos-minimal.wsl', '--numeric-owner', './home/nixos/.config/team'], { cwd: folder }), / 1000\/100 /);

  // The SBOM has what is in the tarball, and not what built it.
  const sbom = JSON.parse(await readFile(path.join(folder, 'nixos-minimal.cdx.json'), 'utf8')) as { readonly components: readonly { readonly name: string }[] };
  assert.deepEqual(sbom.components.map(({ name }) => name).filter((name) => name.startsWith('standin')).sort(), ['standin-nixos', 'standin-shell']);
  const verification = await verifyBundle(await readFile(path.join(folder, 'nixos-minimal.wsl.sigstore.json')), { by: 'key', key: publicKey });
  assert.ok(verification.verified);
  assert.deepEqual(verification.statement.subjects, [{ name: 'nixos-minimal.wsl', digest: { sha256: hexOf(parseDigest(outputs['digest'] ?? '')) } }]);
  assert.match(JSON.stringify(verification.statement.predicate), /#wsl-v1.*"configuration":"minimal"/);

  assert.deepEqual(services.artifacts().map(({ name }) => name), ['wsl-minimal-amd64']);
  assert.deepEqual([...assets()].sort(), ['nixos-minimal.SHA256SUMS', 'nixos-minimal.cdx.json', 'nixos-minimal.wsl', 'nixos-minimal.wsl.sigstore.json']);
  assert.ok(services.rest.releases.assets('v1.0.0').find(({ name }) => name === 'nixos-minimal.wsl')?.bytes.equals(bytes));
  const result = JSON.parse(outputs['json'] ?? '') as object;
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await readFile(path.join(PROJECT, 'schemas/wsl.schema.json'), 'utf8')) as object);
  assert.ok(validate(result), JSON.stringify(validate.errors));
  assert.match(first.summary, /^## nixos-minimal\.wsl \([^)]+\) passed 19 checks\n/);

  const sent = services.rest.releases.uploads.length;
  const second = await job({ 'extra-files': 'clean', chown: '/home/nixos 1000:100', 'upload-artifact': 'false', ...SIGN });
  assert.equal(second.code, 0, second.log);
  assert.equal(services.rest.releases.uploads.length, sent);
});

test('a tarball that does not pass is neither kept nor uploaded nor released, and a check that is skipped is shown in red', async () => {
  const [released, uploaded] = [assets().length, services.artifacts().length];
  const failed = await job({ 'extra-files': 'dirty', output: 'refused', 'skip-checks': 'history' });
  assert.equal(failed.code, 1);
  assert.deepEqual(await readdir(path.join(workspace, 'refused')), []);
  assert.equal(failed.outputs['failed'], 'authorized-keys');
  assert.equal(failed.outputs['path'], '');
  assert.match(failed.log, /Authorized keys: \/root\/\.ssh\/authorized_keys lets whoever has the key into every machine/);
  assert.match(failed.summary, /🔴 \*\*Findings do not count, because `skip-checks` names them: `history`/);
  assert.match(failed.summary, /\| History \| 🔴 \*\*skipped\*\* \| `\/root\/\.bash_history` records what somebody did \|/);
  assert.deepEqual([assets().length, services.artifacts().length], [released, uploaded]);
});

test('at a terminal: xz, another architecture, a shared password, and a configuration that is none', async () => {
  const xz = await terminal('build', 'minimal-arm64', '--arches', 'arm64', '--compression', 'xz', '--output', 'xz', '--sbom', 'both');
  assert.equal(xz.code, 0, xz.stderr);
  assert.deepEqual((await readdir(path.join(workspace, 'xz'))).sort(), ['SHA256SUMS', 'nixos-minimal-arm64.cdx.json', 'nixos-minimal-arm64.spdx.json', 'nixos-minimal-arm64.wsl']);
  await run(['xz', '--test', '--format=xz', '--stdout', path.join(workspace, 'xz/nixos-minimal-arm64.wsl')]);
  const wrong = await terminal('check', 'xz/nixos-minimal-arm64.wsl', '--arches', 'amd64');
  assert.equal(wrong.code, 1);
  assert.match(wrong.stdout, /\/bin\/sh is run by \S+\/bin\/bash, which leads to \S+, which is for arm64 and not for amd64/);

  const shared = await terminal('build', 'shared-password', '--arches', 'amd64', '--output', 'shared');
  assert.equal(shared.code, 1);
  assert.match(shared.stdout, /Passwords +FAILED\n +\/etc\/shadow has a password of root, which every machine would share/);
  const none = await terminal('build', 'nothing', '--arches', 'amd64');
  assert.equal(none.code, 1);
  assert.match(none.stderr, /nixosConfigurations\.nothing/);
  const empty = await terminal('build', 'empty', '--arches', 'amd64');
  assert.match(empty.stderr, /is not a builder as NixOS-WSL has it: \S+\/bin has 0 programs/);
});
