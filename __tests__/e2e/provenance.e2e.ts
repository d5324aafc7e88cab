import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { cosign, hasCosign } from '../rig/cosign.ts';
import { hasCrane, startCraneRegistry } from '../rig/crane-registry.ts';
import { theRig } from '../rig/rig.ts';
import { afterTest } from '../jest/after-test.ts';
import { scratchFolder } from './nix-feature.ts';
import { HOST_BUILD, nixFeature, ownNamespace, published, targetFlags, writeSmallFeature, type AnyRegistry } from './publishing.ts';

/* What we sign, read by cosign; what cosign signs, read by us; in registries of two projects, and in a copy. */
const rig = await theRig();
const scratch = await scratchFolder();
const namespace = ownNamespace('provenance');
const HTTP = ['--allow-http-registry', '--allow-insecure-registry'] as const;

interface Keys {
  readonly secret: string;
  readonly open: string;
}

async function newKeys(name: string): Promise<Keys> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = { secret: path.join(scratch, `${name}.key`), open: path.join(scratch, `${name}.pub`) };
  await writeFile(keys.secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await writeFile(keys.open, publicKey.export({ type: 'spki', format: 'pem' }));
  return keys;
}

const ours = await newKeys('ours');
const others = await newKeys('others');

/** @returns the reference of what was published, by digest */
async function publish(registry: AnyRegistry, into: string, sign: boolean): Promise<string> {
  const feature = await writeSmallFeature(path.join(scratch, into.replaceAll('/', '-'), 'tool'), 'tool', '1.0.0', into.replaceAll(/\W/g, '-'));
  const flags = ['build', `--feature=${feature}`, ...HOST_BUILD, '--arches=amd64,arm64', '--delivery=layers', '--push', ...targetFlags(registry, into)];
  const { digest } = await published([...flags, ...(sign ? ['--sign=key'] : [])], registry, sign ? { NIX_FEATURE_SIGN_KEY: await readFile(ours.secret, 'utf8') } : {});
  return `${registry.host}/${into}/tool@${digest}`;
}

async function attestationRows(reference: string, key: string): Promise<readonly string[]> {
  const { stdout, stderr } = await nixFeature(['verify', reference, `--key=${key}`, '--json']);
  assert.ok(stdout.startsWith('{'), stderr);
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly { readonly check: string; readonly outcome: string }[] };
  return checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
}

async function registries(): Promise<readonly AnyRegistry[]> {
  if (!hasCrane) return [rig.registries.none];
  const crane = await startCraneRegistry();
  afterTest(() => crane.stop());
  return [rig.registries.none, crane];
}

test('a released Feature that a key signed holds for that key and fails for another, and cosign says the same', async () => {
  for (const [number, registry] of (await registries()).entries()) {
    const reference = await publish(registry, `${namespace}/signed-${number}`, true);
    assert.deepEqual(await attestationRows(reference, ours.open), []);
    assert.notDeepEqual(await attestationRows(reference, others.open), []);
    if (!hasCosign) continue;
    const check = ['verify-attestation', '--insecure-ignore-tlog', '--type=slsaprovenance1', ...HTTP, reference];
    const good = await cosign(scratch, [...check, `--key=${ours.open}`]);
    assert.equal(good.code, 0, good.stderr);
    assert.match(good.stdout, /"payloadType":"application\/vnd\.in-toto\+json"/);
    assert.notEqual((await cosign(scratch, [...check, `--key=${others.open}`])).code, 0);
  }
});

test('what cosign attests with a key is verified by that key alone', async () => {
  // A machine without cosign has nothing to compare with; docs/contributing/status.md says so.
  if (!hasCosign) return;
  const predicate = path.join(scratch, 'predicate.json');
  await writeFile(predicate, JSON.stringify({ buildDefinition: { buildType: 'https://example.org/build', externalParameters: {} }, runDetails: { builder: { id: 'https://example.org/builder' } } }));
  await mkdir(path.join(scratch, 'cosign'), { recursive: true });
  const imported = await cosign(scratch, ['import-key-pair', `--key=${others.secret}`, `--output-key-prefix=${path.join(scratch, 'cosign/others')}`]);
  assert.equal(imported.code, 0, imported.stderr);
  // No log and no authority for time: nothing but the registry is asked.
  const services = path.join(scratch, 'signing-config.json');
  const configured = await cosign(scratch, ['signing-config', 'create', `--out=${services}`]);
  assert.equal(configured.code, 0, configured.stderr);
  for (const [number, registry] of (await registries()).entries()) {
    const reference = await publish(registry, `${namespace}/attested-${number}`, false);
    const attested = await cosign(scratch, ['attest', `--key=${path.join(scratch, 'cosign/others.key')}`, `--predicate=${predicate}`, '--type=slsaprovenance1', `--signing-config=${services}`, ...HTTP, reference]);
    assert.equal(attested.code, 0, attested.stderr);
    assert.deepEqual(await attestationRows(reference, others.open), [], attested.stderr);
    assert.notDeepEqual(await attestationRows(reference, ours.open), []);
  }
});
