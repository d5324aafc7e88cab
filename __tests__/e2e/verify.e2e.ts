import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import type { VerifyReport } from '../../src/report/runs/verify.ts';
import { afterTest } from '../jest/after-test.ts';
import { run } from '../rig/command.ts';
import { hasCrane, startCraneRegistry } from '../rig/crane-registry.ts';
import { startRegistry } from '../rig/registry.ts';
import { theRig } from '../rig/rig.ts';
import { runAction, runActionHere } from '../rig/runner.ts';
import { scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, Reader, targetFlags, writeSmallFeature, type AnyRegistry } from './publishing.ts';

/* Features of real registries, verified from the outside: as they were published, as others copied them, and after harm was done. */
const rig = await theRig();
// Of this file alone: its storage is harmed.
const registry = await startRegistry();
afterAll(() => registry.stop());
const scratch = await scratchFolder();
const namespace = ownNamespace('verify');
const repository = `${namespace}/tool`;
const reference = `${registry.host}/${repository}`;
const reader = new Reader(registry);

async function publish(version: string, to: AnyRegistry = registry, into = namespace): Promise<void> {
  const feature = await writeSmallFeature(path.join(scratch, version, 'tool'), 'tool', version, version);
  await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', '--delivery=layers', '--push', ...targetFlags(to, into)], to);
}

interface Verified {
  readonly code: number | null;
  readonly failed: readonly string[];
  readonly unchecked: readonly string[];
  readonly says: string;
}

async function verify(ref: string, ...flags: readonly string[]): Promise<Verified> {
  const { code, stdout, stderr } = await nixFeature(['verify', ref, '--json', ...flags]);
  assert.ok(stdout.startsWith('{'), stderr);
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly { check: string; arch: string | null; outcome: VerifyReport['checks'][number]['outcome']; says: string }[] };
  const of = (outcome: string): string[] => checks.filter((check) => check.outcome === outcome).map(({ check, arch }) => (arch === null ? check : `${check} ${arch}`));
  return { code, failed: of('failed'), unchecked: of('unchecked'), says: checks.filter(({ outcome }) => outcome === 'failed').map(({ says }) => says).join('; ') };
}

const PASSED = { code: 0, failed: [], unchecked: [], says: '' };

/** Where the distribution project's registry keeps a blob. */
function blobFile(digest: string): string {
  const hex = digest.slice('sha256:'.length);
  return path.join(registry.folder, 'docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data');
}

await publish('1.2.0');

test('what was published is what it claims to be: in a registry, in a bundle, and in the layout of a build', async () => {
  for (const ref of [`${reference}:1.2.0`, `${reference}:1`, `${reference}@${(await reader.digest(repository, '1.2.0')) ?? ''}`, reference]) assert.deepEqual(await verify(ref), PASSED, ref);
  const bundle = path.join(scratch, 'tool.tar');
  assert.equal((await nixFeature(['bundle', `${reference}:1.2.0`, `--output=${bundle}`])).code, 0);
  assert.deepEqual(await verify(bundle), PASSED);
  const layout = path.join(scratch, 'layout');
  assert.equal((await nixFeature(['build', `--feature=${path.join(scratch, '1.2.0/tool')}`, ...HOST_BUILD, `--output=${layout}`])).code, 0);
  assert.deepEqual(await verify(layout), PASSED);
  const shown = await nixFeature(['verify', `${reference}:1.2.0`]);
  assert.match(shown.stdout, /^\S+ is what it claims to be: \d+ checks passed\n/);
  assert.match(shown.stdout, /\n {2}NAR hashes \(arm64\) +passed +Recomputed for 1 store path\n/);
});

test('a copy by skopeo is checked by the lists in its tar, and the exit code tells that not all could be', async () => {
  const mirror = rig.registries.htpasswd;
  const copy = `${mirror.host}/${repository}`;
  const { username = '', password = '' } = mirror.credentials ?? {};
  const skopeo = (to: string): Promise<string> =>
    run(['skopeo', '--insecure-policy', 'copy', '--quiet', '--src-tls-verify=false', '--dest-tls-verify=false', `--dest-creds=${username}:${password}`, `docker://${reference}:1.2.0`, to]);
  await skopeo(`docker://${copy}:1.2.0`);
  const folder = path.join(scratch, 'copied');
  await skopeo(`oci:${folder}:1.2.0`);
  const open = ['platform amd64', 'platform arm64', 'document amd64', 'document arm64'];
  const remote = await nixFeature(['verify', `${copy}:1.2.0`, `--registry=${mirror.host}`, `--username=${username}`, '--json'], mirror);
  assert.equal(remote.code, 4, remote.stderr);
  assert.match(remote.stderr, /No check of .* failed, but 4 of \d+ checks could not be made/);
  assert.deepEqual(await verify(`oci:${folder}:1.2.0`), { code: 4, failed: [], unchecked: open, says: '' });
});

test('a registry without a login for it is no failure of the Feature', async () => {
  const { code, failed, unchecked } = await verify(`${rig.registries.htpasswd.host}/${repository}:1.2.0`);
  assert.deepEqual({ code, failed, unchecked }, { code: 4, failed: [], unchecked: ['manifest'] });
});

/* The action, as it is committed. */

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('the action verifies a release by its signer and a policy: outputs and summary say so, and nothing is annotated', async () => {
  const feature = await writeSmallFeature(path.join(scratch, 'signed', 'tool'), 'tool', '1.0.0', 'signed');
  const { digest } = await published(['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', '--delivery=layers', '--push', '--sign=key', ...targetFlags(registry, `${namespace}/signed`)], registry, { NIX_FEATURE_SIGN_KEY: secret });
  const ref = `${registry.host}/${namespace}/signed/tool:1.0.0`;
  const workspace = path.join(scratch, 'checkout');
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'policy.yml'), 'attestation: required\nforbid: [{ package: openssl }]\nlicences: { allow: [], unknown: warn }\n');
  const fine = await runAction({ action: 'verify', workspace, inputs: { ref, key: pem, policy: 'policy.yml' } });
  assert.equal(fine.code, 0, fine.log);
  const { json = '', ...outputs } = fine.outputs;
  assert.deepEqual(outputs, { outcome: 'passed', digest, failed: '' });
  assert.deepEqual(fine.annotations, []);
  assert.match(fine.summary, /^## .* is what it claims to be: \d+ checks passed\n/);
  assert.match(fine.summary, /\| Policy \(arm64\) \| ✓ passed \|/);
  const { checks } = JSON.parse(json) as { readonly checks: readonly { readonly check: string; readonly outcome: string }[] };
  assert.deepEqual(checks.filter(({ check }) => check === 'policy' || check === 'attestation').map(({ outcome }) => outcome), Array(6).fill('passed'));

  await writeFile(path.join(workspace, 'policy.yml'), 'attestation: required\nforbid: [{ package: tool, reason: no longer used }]\n');
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const wrong = await runActionHere({ action: 'verify', workspace, inputs: { ref, key: other, policy: 'policy.yml' } });
  assert.equal(wrong.code, 1, wrong.log);
  assert.deepEqual([wrong.outputs['outcome'], wrong.outputs['failed']], ['failed', 'attestation,policy']);
  const [whole, attestation, ...others] = wrong.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  assert.match(attestation ?? '', /: Attestation: The attestation sha256:\S+: .*signature was not made with this key/);
  assert.deepEqual(others.map((message) => /: (Policy.*)\.$/.exec(message)?.[1]?.replace(/ Path: .*/, '')), [
    'Policy: attestation: there is no valid attestation',
    'Policy (amd64): forbid: tool: is forbidden: no longer used.',
    'Policy (arm64): forbid: tool: is forbidden: no longer used.',
  ]);
  assert.match(whole ?? '', /is not what it claims to be: 4 of \d+ checks failed/);
  assert.match(wrong.summary, /\| Policy \(amd64\) \| ✗ \*\*failed\*\* \|/);
});

test('the action logs in by its inputs, masks the password, and without them fails with warnings: nothing could be checked', async () => {
  const { host, credentials } = rig.registries.htpasswd;
  await publish('1.2.0', rig.registries.htpasswd, `${namespace}/private`);
  const ref = `${host}/${namespace}/private/tool:1.2.0`;
  const { username = '', password = '' } = credentials ?? {};
  const fine = await runAction({ action: 'verify', inputs: { ref, registry: host, username, password } });
  assert.deepEqual([fine.code, fine.outputs['outcome']], [0, 'passed'], fine.log);
  assert.ok(fine.masks.includes(password));
  assert.ok(!(fine.summary + JSON.stringify(fine.outputs)).includes(password));
  const refused = await runActionHere({ action: 'verify', inputs: { ref } });
  assert.deepEqual([refused.code, refused.outputs['outcome'], refused.outputs['digest'], refused.outputs['failed']], [1, 'unchecked', '', '']);
  assert.deepEqual(refused.annotations.map(({ level }) => level), ['warning', 'error']);
  assert.match(refused.annotations[0]?.message ?? '', /^Could not be checked: .*: Manifest: /);
});

test("the action refuses inputs that can't be used before it reads anything, and repeats no secret", async () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{}, /^ref: is missing\./],
    [{ ref: `${reference}:1.2.0`, key: secret }, /^key: .* is a private key/],
    [{ ref: `${reference}:1.2.0`, policy: 'nowhere.yml' }, /^policy: .*nowhere\.yml can't be read/],
    [{ ref: `${reference}:1.2.0`, arches: 'riscv64' }, /^arches: /],
    [{ ref: `${reference}:1.2.0`, identity: 'https://github.com/org/**' }, /^trusted-root: is missing/],
    [{ ref: `${reference}:1.2.0`, base: 'daemon:bedrock' }, /^base: /],
  ];
  for (const [inputs, says] of cases) {
    const { code, annotations, outputs, log } = await runActionHere({ action: 'verify', inputs });
    assert.equal(code, 1, log);
    assert.deepEqual(outputs, {});
    assert.match(annotations.find(({ level }) => level === 'error')?.message ?? '', says);
    assert.ok(!log.includes(secret.split('\n')[1] ?? ''));
  }
});

test('a tag that was moved to another version is one failed check', async () => {
  await publish('1.3.0');
  const headers = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
  const old = await (await fetch(`http://${registry.host}/v2/${repository}/manifests/1.2.0`, { headers: { accept: headers['content-type'] } })).text();
  assert.ok((await fetch(`http://${registry.host}/v2/${repository}/manifests/1.3.0`, { method: 'PUT', headers, body: old })).ok);
  const { code, failed, says } = await verify(`${reference}:1.3.0`);
  assert.deepEqual([code, failed, says], [1, ['tags'], 'The tag 1.3.0 names version 1.2.0']);
});

test("a layer that was swapped in the registry's storage, or deleted, is one failed check", async () => {
  const { layers } = await reader.manifest(repository, '1.2.0');
  const file = blobFile(layers[1]?.digest ?? '');
  const bytes = await readFile(file);
  const swapped = Buffer.from(bytes);
  swapped[swapped.length - 6]! ^= 1;
  await writeFile(file, swapped);
  const swap = await verify(`${reference}:1.2.0`);
  assert.deepEqual([swap.code, swap.failed], [1, ['layers amd64']], swap.says);
  await writeFile(file, bytes);
  assert.deepEqual(await verify(`${reference}:1.2.0`), PASSED);
  assert.ok((await fetch(`http://${registry.host}/v2/${repository}/blobs/${layers[1]?.digest ?? ''}`, { method: 'DELETE' })).ok);
  const lost = await verify(`${reference}:1.2.0`);
  assert.deepEqual([lost.code, lost.failed], [1, ['layers amd64']], JSON.stringify(lost));
});

test('a folder that is no Feature is a mistake, and says so', async () => {
  await mkdir(path.join(scratch, 'empty'), { recursive: true });
  const { code, stderr } = await nixFeature(['verify', path.join(scratch, 'empty')]);
  assert.equal(code, 1);
  assert.match(stderr, /holds no Feature with its layers/);
});

if (hasCrane) {
  test('a Feature of a registry with a referrers API is what it says, with its SBOM', async () => {
    const other = await startCraneRegistry();
    afterTest(() => other.stop());
    await publish('1.2.0', other);
    const { code, stdout, stderr } = await nixFeature(['verify', `${other.host}/${repository}:1.2.0`]);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /\n {2}SBOM \(amd64\) +passed /);
  });
}
