import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Descriptor, ImageIndex } from '../../src/oci/format/manifest.ts';
import { IMAGE_INDEX } from '../../src/oci/format/media-types.ts';
import { fallbackTag } from '../../src/oci/format/referrer.ts';
import { BUNDLE_TYPE } from '../../src/provenance/format/bundle.ts';
import { BUILD_TYPE, SLSA_PROVENANCE } from '../../src/provenance/format/slsa.ts';
import { statementBytes } from '../../src/provenance/format/statement.ts';
import { signKeyless } from '../../src/provenance/sign/sign-keyless.ts';
import { signWithKey } from '../../src/provenance/sign/sign-statement.ts';
import type { Trust } from '../../src/provenance/verify/verification.ts';
import { ARCH_ANNOTATION } from '../../src/release/sbom-referrers.ts';
import { outcomeOf } from '../../src/report/runs/verify.ts';
import { FORMATS } from '../../src/sbom/formats.ts';
import type { UploadServer } from '../oci/upload-server.ts';
import { fakeSigstore, ISSUER, WORKFLOW } from '../provenance/fake-sigstore.ts';
import { releasedFeature, REVISION } from './release.ts';
import { attach, documentOf } from './tamper.ts';
import { onlyFailure, open, verified } from './verified.ts';

const KEYS = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const OTHER = generateKeyPairSync('ed25519');
const TRUST: Trust = { by: 'key', key: KEYS.publicKey };

function subjectOf({ manifests }: UploadServer): Digest {
  return digestOf(manifests.get('1.2.0') ?? '');
}

function statementOf(digest: Digest, { revision = REVISION, type = SLSA_PROVENANCE } = {}): Buffer {
  return statementBytes({ name: 'org/tools', digest }, type, {
    buildDefinition: { buildType: BUILD_TYPE, externalParameters: {}, resolvedDependencies: [{ name: 'source', uri: `git+https://github.com/org/tools@${revision}`, digest: { gitCommit: revision } }] },
    runDetails: { builder: { id: 'https://github.com/org/tools/.github/workflows/publish.yml@refs/heads/main' } },
  });
}

function attachSigned(server: UploadServer, statement: Buffer, key = KEYS.privateKey): void {
  attach(server, { artifactType: BUNDLE_TYPE, payload: signWithKey(statement, key) });
}

test('provenance that a key signed passes, with the builder and the source that it names, whatever else is attached', async () => {
  const release = await releasedFeature();
  const { server } = release;
  attachSigned(server, statementOf(subjectOf(server)), OTHER.privateKey);
  attach(server, { artifactType: BUNDLE_TYPE, payload: Buffer.from('junk') });
  attachSigned(server, statementOf(subjectOf(server)));
  const report = await verified(release, '1.2.0', { trust: TRUST });
  assert.equal(outcomeOf(report), 'passed', JSON.stringify(report.checks, undefined, 2));
  assert.match(report.checks.find(({ name }) => name === 'attestation')?.says ?? '', /^Signed by the key sha256:.*; built by https:\/\/github\.com\/org\/tools\/.*, of https:\/\/github\.com\/org\/tools at a{40}$/);
});

test('no provenance, that of another key, of another Feature, of another revision and of another type are one failed check each', async () => {
  const cases: readonly (readonly [string, (server: UploadServer) => void, RegExp])[] = [
    ['none', () => undefined, /^No attestation is attached/],
    ['another key', (server) => attachSigned(server, statementOf(subjectOf(server)), OTHER.privateKey), /signature was not made with this key/],
    ['another Feature', (server) => attachSigned(server, statementOf(digestOf('another'))), /it is about something else/],
    ['another revision', (server) => attachSigned(server, statementOf(subjectOf(server), { revision: 'b'.repeat(40) })), /its revision is b{40}, but the manifest names a{40}/],
    ['another type', (server) => attachSigned(server, statementOf(subjectOf(server), { type: 'https://example.org/x' })), /, not provenance/],
    ['junk', (server) => void attach(server, { artifactType: BUNDLE_TYPE, payload: Buffer.from('{}') }), /sigstore bundle can't be used/],
  ];
  for (const [what, put, says] of cases) {
    const release = await releasedFeature();
    put(release.server);
    assert.match(onlyFailure(await verified(release, '1.2.0', { trust: TRUST }), 'attestation'), says, what);
  }
});

test('an identity is compared as a whole, and so is its issuer', async () => {
  const release = await releasedFeature();
  const { server } = release;
  const sigstore = await fakeSigstore();
  const payload = await signKeyless(statementOf(subjectOf(server)), sigstore.token({ sha: REVISION }), { fulcio: sigstore.url, rekor: sigstore.url, timeout: 4000 });
  attach(server, { artifactType: BUNDLE_TYPE, payload });
  const trusting = (identity: string, issuer = ISSUER): Trust => ({ by: 'identity', identity, issuer, roots: [sigstore.root] });
  assert.equal(outcomeOf(await verified(release, '1.2.0', { trust: trusting(WORKFLOW) })), 'passed');
  assert.equal(outcomeOf(await verified(release, '1.2.0', { trust: trusting('https://github.com/org/tools/.github/workflows/*@refs/heads/main') })), 'passed');
  const wrong = [WORKFLOW.slice(0, -1), `${WORKFLOW}/x-evil`, 'https://github.com/org/tools', 'https://github.com/*'].map((identity) => trusting(identity));
  for (const trust of [...wrong, trusting(WORKFLOW, 'https://issuer.example')]) {
    assert.match(onlyFailure(await verified(release, '1.2.0', { trust }), 'attestation'), /It was signed by|was confirmed by/);
  }
});

test('a list under the fallback tag that is stale is one failed check', async () => {
  const release = await releasedFeature();
  const gone = attach(release.server, { artifactType: 'text/plain', payload: Buffer.from('gone') });
  release.server.manifests.delete(gone);
  assert.match(onlyFailure(await verified(release), 'attached'), new RegExp(`^The list under the fallback tag names ${gone}, which is not a referrer of the manifest: its manifest does not exist$`));
  const other = await releasedFeature();
  attach(other.server, { artifactType: 'text/plain', payload: Buffer.from('of another') }, digestOf('another'));
  assert.match(onlyFailure(await verified(other), 'attached'), /its subject is sha256:/);
});

test('what cannot be parsed, or has another size than its list says, is one failed check, and what else is attached still counts', async () => {
  const changes: readonly (readonly [(server: UploadServer) => void, RegExp])[] = [
    [(server) => putListed(server, Buffer.from('{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json"}')), /which is not a referrer of the manifest: .*can't be/],
    [(server) => putListed(server, Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: [], subject: 7 }))), /which is not a referrer of the manifest: .*subject/],
    [(server) => relist(server, (entry) => ({ ...entry, size: entry.size + 1 })), /its manifest has \d+ bytes, and the list says \d+/],
  ];
  for (const [change, says] of changes) {
    const release = await releasedFeature();
    const { server } = release;
    attach(server, { artifactType: 'text/plain', payload: Buffer.from('another') });
    change(server);
    attachSigned(server, statementOf(subjectOf(server)));
    assert.match(onlyFailure(await verified(release, '1.2.0', { trust: TRUST }), 'attached'), says);
  }
});

test('lists that somebody has filled up are read up to a limit, and that is a failed check', async () => {
  const many = await releasedFeature();
  const annotations = { [ARCH_ANNOTATION]: 'amd64' };
  for (let i = 0; i < 21; i++) attach(many.server, { artifactType: FORMATS.spdx.mediaType, payload: Buffer.from(`${i}`), annotations });
  assert.match(onlyFailure(await verified(many), 'sbom amd64'), /^21 SBOMs are attached, and no more than 20 are read/);
  const bundles = await releasedFeature();
  for (let i = 0; i < 101; i++) attach(bundles.server, { artifactType: BUNDLE_TYPE, payload: Buffer.from(`${i}`) });
  const { problems, says, more } = (await verified(bundles, '1.2.0', { trust: TRUST })).checks.find(({ name }) => name === 'attestation') ?? assert.fail();
  assert.deepEqual([says.startsWith('The attestation sha256:'), problems.length, more], [true, 9, 91], 'all of them and the limit');
  const large = await releasedFeature();
  for (let i = 0; i < 12; i++) {
    attach(large.server, { artifactType: 'text/plain', payload: Buffer.from(`${i}`), annotations: { large: 'x'.repeat(3 * 1024 * 1024) } });
    relist(large.server, ({ mediaType, digest, size }) => ({ mediaType, digest, size }));
  }
  const report = await verified(large, '1.2.0', { trust: TRUST });
  assert.match(report.checks.find(({ name }) => name === 'attached')?.says ?? '', /has manifests of more than \d+ bytes/);
  assert.notEqual(outcomeOf(report), 'passed');
});

/** Lists a manifest of these bytes under the fallback tag. */
function putListed(server: UploadServer, bytes: Buffer): void {
  const digest = digestOf(bytes);
  server.manifests.set(digest, bytes);
  relist(server, (entry) => ({ ...entry, digest, size: bytes.length }));
}

function relist({ manifests }: UploadServer, change: (entry: Descriptor) => Descriptor): void {
  const tag = fallbackTag(digestOf(manifests.get('1.2.0') ?? ''));
  const index = JSON.parse(String(manifests.get(tag))) as ImageIndex;
  manifests.set(tag, Buffer.from(JSON.stringify({ ...index, manifests: index.manifests.map(change) })));
}

test('an SBOM that names another hash than the document is one failed check', async () => {
  for (const format of ['cyclonedx', 'spdx'] as const) {
    const release = await releasedFeature();
    const { server } = release;
    const document = JSON.parse(String(server.blobs.get(documentOf(server)))) as DeltaDocument;
    const text = FORMATS[format].write({ document, metas: new Map(), created: undefined });
    const annotations = { [ARCH_ANNOTATION]: 'amd64' };
    attach(server, { artifactType: FORMATS[format].mediaType, payload: Buffer.from(text), annotations });
    const report = await verified(release);
    assert.equal(outcomeOf(report), 'passed', JSON.stringify(report.checks, undefined, 2));
    assert.deepEqual(open(report, 'unchecked'), []);
    assert.ok(report.checks.some(({ name }) => name === 'sbom'));
    attach(server, { artifactType: FORMATS[format].mediaType, payload: Buffer.from(text.replace(/[0-9a-f]{64}/, '0'.repeat(64))), annotations });
    assert.match(onlyFailure(await verified(release), 'sbom amd64'), /is not the SBOM of the build|can't be read/);
  }
});
