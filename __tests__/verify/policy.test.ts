import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { packageMeta, type PackageMetas } from '../../src/nix/meta/package-meta.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { BUNDLE_TYPE } from '../../src/provenance/format/bundle.ts';
import { ARCH_ANNOTATION } from '../../src/release/sbom-referrers.ts';
import { outcomeOf, type VerifyReport } from '../../src/report/runs/verify.ts';
import { FORMATS } from '../../src/sbom/formats.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { policy } from '../policy/policies.ts';
import { LIBRARY, releasedFeature, TOOL, writeLayout, type Release } from './release.ts';
import { attach, documentOf, forge } from './tamper.ts';
import { open, verified } from './verified.ts';

const METAS: PackageMetas = new Map([[TOOL, packageMeta({ name: 'tool', licences: ['MIT'] })], [LIBRARY, packageMeta({ name: 'library', licences: ['GPL-3.0-only'] })]]);

function attachSbom(server: UploadServer, metas = METAS): void {
  const document = JSON.parse(String(server.blobs.get(documentOf(server)))) as DeltaDocument;
  const { mediaType, write } = FORMATS.cyclonedx;
  attach(server, { artifactType: mediaType, payload: Buffer.from(write({ document, metas, created: undefined })), annotations: { [ARCH_ANNOTATION]: 'amd64' } });
}

async function released(): Promise<Release> {
  const release = await releasedFeature();
  attachSbom(release.server);
  return release;
}

/** Each row of the policy: `failed amd64 licences: …`. */
function rows({ checks }: VerifyReport): readonly string[] {
  return checks.filter(({ name }) => name === 'policy').map(({ outcome, arch, says }) => [outcome, ...(arch === undefined ? [] : [arch]), says].join(' '));
}

async function rowsFor(release: Release, text: string): Promise<readonly string[]> {
  return rows(await verified(release, '1.2.0', { policy: policy(text) }));
}

test('a policy that holds is one passed check for each of its rules, and none without a policy', async () => {
  const release = await released();
  const report = await verified(release, '1.2.0', { policy: policy('licences: { allow: [MIT, "GPL-*"] }\nforbid: [{ package: openssl }]\nsize: { delta: 1MB, closure: 1MB }') });
  assert.equal(outcomeOf(report), 'passed', JSON.stringify(report.checks, undefined, 2));
  assert.deepEqual(rows(report), ['passed size: the policy holds', 'passed amd64 licences: the policy holds', 'passed amd64 forbid: the policy holds', 'passed amd64 size: the policy holds']);
  assert.deepEqual(rows(await verified(release)), []);
});

test('each rule that is breached is a failed check, which names the package, its path and what needs it', async () => {
  const release = await released();
  const cases: readonly (readonly [string, RegExp])[] = [
    ['licences: { allow: [MIT] }', new RegExp(`^failed amd64 licences: library: the licence GPL-3\\.0-only is not in licences\\.allow\\. Path: ${LIBRARY}\\. It is needed by tool$`)],
    ['forbid: [{ package: glibc, reason: old }]', /^failed amd64 forbid: glibc: is forbidden: old\. Path: \S+-glibc\. It is needed by tool → library$/],
    ['size: { delta: 1 }', /^failed size: the layers have .*, and size\.delta allows 1 B$/],
    ['size: { closure: 1 }', /^failed amd64 size: the closure has .*, and size\.closure allows 1 B$/],
  ];
  for (const [text, says] of cases) {
    const [row = '', ...others] = await rowsFor(release, text);
    assert.match(row, says);
    assert.deepEqual(others, []);
  }
});

test('the age of nixpkgs is that of the delta document', async () => {
  const release = await releasedFeature();
  await forge(release.server, { document: (document) => ({ ...document, source: { flake: './x', locked: { nixpkgs: { lastModified: 1 }, other: {} } } }) });
  const [old = ''] = await rowsFor(release, 'nixpkgs: { max-age-days: 90 }');
  assert.match(old, /^failed amd64 nixpkgs: the input nixpkgs is [\d,]+ days old, and nixpkgs\.max-age-days allows 90$/);
  await forge(release.server, { document: (document) => ({ ...document, source: { flake: './x', locked: { nixpkgs: {} } } }) });
  assert.deepEqual(await rowsFor(release, 'nixpkgs: { max-age-days: 90 }'), ['unchecked amd64 nixpkgs: the lock file does not say how old the input nixpkgs is']);
});

test('a required attestation is one that the named signer made', async () => {
  const release = await releasedFeature();
  const { publicKey: key } = generateKeyPairSync('ed25519');
  const check = async (trust: NonNullable<Parameters<typeof verified>[2]>['trust']): Promise<VerifyReport> => verified(release, '1.2.0', { trust, policy: policy('attestation: required') });
  assert.deepEqual(rows(await check(undefined)), ['unchecked attestation: no signer was named: give key or identity']);
  attach(release.server, { artifactType: BUNDLE_TYPE, payload: Buffer.from('{}') });
  const wrong = await check({ by: 'key', key });
  assert.deepEqual([open(wrong, 'failed'), rows(wrong)], [['attestation', 'policy'], ['failed attestation: there is no valid attestation']]);
});

test('what is not known of a published Feature could not be checked, and the row says why', async () => {
  const release = await releasedFeature();
  assert.deepEqual(await rowsFor(release, 'licences: { allow: [MIT] }\nleaks: fail'), [
    'unchecked leaks: only the build searches for leaks: leave the rule out of a policy for verify',
    'unchecked amd64 licences: there is no SBOM that names the licences',
  ]);
  const layout = await writeLayout(['amd64'], '1.2.0');
  const onDisk = await verified(release, '1.2.0', { source: { kind: 'path', text: layout, path: layout }, policy: policy('licences: { allow: [MIT] }') });
  assert.deepEqual(rows(onDisk), ['unchecked amd64 licences: SBOMs could not be looked for: they are attached to a Feature in a registry']);
  const { server } = release;
  server.blobs.delete(documentOf(server));
  assert.deepEqual(await rowsFor(release, 'forbid: [{ package: x }]\nsize: { delta: 1MB }\nattestation: required'), [
    'unchecked size: the delta document for amd64 is missing',
    'unchecked attestation: no signer was named: give key or identity',
    'unchecked amd64 forbid: the delta document for amd64 is missing',
  ]);
});

test('an SBOM that is not that of the document names no licences', async () => {
  const release = await releasedFeature();
  const { server } = release;
  attach(server, { artifactType: FORMATS.cyclonedx.mediaType, payload: Buffer.from('{}'), annotations: { [ARCH_ANNOTATION]: 'amd64' } });
  const report = await verified(release, '1.2.0', { policy: policy('licences: { allow: ["*"], unknown: allow }') });
  assert.deepEqual([open(report, 'failed'), open(report, 'unchecked')], [['sbom amd64'], ['policy amd64']]);
  assert.equal(digestOf(server.manifests.get('1.2.0') ?? ''), report.digest);
});

test('exceptions count, and a licence that no flake names is a warning in the row', async () => {
  const release = await releasedFeature();
  attachSbom(release.server, new Map());
  const exceptions = 'exceptions:\n  - { rule: forbid, package: tool, reason: soon gone, until: 9999-12-31 }\n  - { rule: licences, package: gone, reason: x, until: 9999-12-31 }';
  assert.deepEqual(await rowsFor(release, `licences: { allow: [] }\nforbid: [{ package: tool }]\n${exceptions}`), [
    'passed amd64 licences: the policy holds; a warning: library: its flake names no licence (and 1 more)',
    'passed amd64 forbid: the policy holds',
  ]);
});

test('platforms that are left out count for the size of all layers alone', async () => {
  const release = await releasedFeature({ arches: ['amd64', 'arm64'] });
  const report = await verified(release, '1.2.0', { arches: ['arm64'], policy: policy('forbid: [{ package: tool }]\nsize: { delta: 1 }') });
  assert.deepEqual(rows(report).map((row) => row.split(':')[0]), ['failed size', 'failed arm64 forbid']);
});
