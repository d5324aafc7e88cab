import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from '@jest/globals';
import { Failure } from '../../src/kit/errors.ts';
import { assemble } from '../../src/layout/assemble.ts';
import { readBuiltLayout } from '../../src/layout/built-layout.ts';
import { blobBytes } from '../../src/oci/format/blob-bytes.ts';
import { fallbackTag } from '../../src/oci/format/referrer.ts';
import { Registry } from '../../src/oci/pull/registry.ts';
import { BUNDLE_TYPE } from '../../src/provenance/format/bundle.ts';
import { BUILD_TYPE, readProvenance, SLSA_PROVENANCE } from '../../src/provenance/format/slsa.ts';
import { isAbout } from '../../src/provenance/format/statement.ts';
import type { Trust } from '../../src/provenance/verify/verification.ts';
import { verifyBundle } from '../../src/provenance/verify/verify-bundle.ts';
import { publishAssembly, type PublishedAssembly } from '../../src/publish/publish-assembly.ts';
import { Namespace } from '../../src/release/target.ts';
import type { ProvenanceRequest, Signing } from '../../src/request/provenance.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer, type Script, type UploadServer } from '../oci/upload-server.ts';
import { fakeSigstore, ISSUER, WORKFLOW } from '../provenance/fake-sigstore.ts';
import { writeBuiltLayout } from './layouts.ts';
import { NAMESPACE, REPOSITORY, tagsOf } from './registry.ts';
import { listeningHost } from './releases.ts';
import { buildRequest } from '../request.ts';

const NIXPKGS = { type: 'github', owner: 'NixOS', repo: 'nixpkgs', rev: 'c'.repeat(40), narHash: `sha256-${Buffer.alloc(32, 1).toString('base64')}` };
const REVISION = 'b'.repeat(40);
const RUN: ProvenanceRequest['run'] = {
  builder: WORKFLOW,
  workflow: { repository: 'https://github.com/org/tools', path: '.github/workflows/publish.yml', ref: 'refs/heads/main' },
  invocation: 'https://github.com/org/tools/actions/runs/7/attempts/1',
  event: 'push',
};

const refuseRead = (why: string): never => {
  throw new Error(why);
};

function signer(kind: 'ec' | 'ed25519' = 'ec'): { readonly signing: Signing; readonly trust: Trust } {
  const { publicKey, privateKey } = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return { signing: { by: 'key', key: privateKey }, trust: { by: 'key', key: publicKey } };
}

async function publish(server: UploadServer, signing: Signing | undefined, run = RUN): Promise<PublishedAssembly & { readonly said: string }> {
  const layout = await writeBuiltLayout({
    arches: ['amd64', 'arm64'],
    facts: { feature: { id: 'my-tools', version: '1.2.0' }, metadata: JSON.stringify({ id: 'my-tools', version: '1.2.0' }), origin: { source: 'https://github.com/org/tools', revision: REVISION }, nix: { amd64: 'Nix 2.31.2' } },
    change: (document) => ({ ...document, feature: { id: 'my-tools', version: '1.2.0' }, source: { ...document.source, locked: { nixpkgs: NIXPKGS } } }),
  });
  const assembly = assemble([await readBuiltLayout(layout)], ['amd64', 'arm64']);
  const { host, said } = listeningHost();
  const target = buildRequest({ registry: server.host, namespace: NAMESPACE });
  const namespace = new Namespace(target, host);
  const writer = namespace.writer('my-tools');
  try {
    const publication = await publishAssembly(assembly, { delivery: 'layers', releaseTag: undefined, sbom: undefined, provenance: { run, signing } }, { namespace, writer });
    return { ...publication, said: said() };
  } finally {
    writer.close();
  }
}

function registryServer({ api = false, script = {} }: { readonly api?: boolean; readonly script?: Script } = {}): Promise<UploadServer> {
  return uploadServer(script, { namesBlobs: true, apart: true, referrers: api });
}

/** The bundles that are attached to what was published. */
async function bundles({ host }: UploadServer, { digest }: PublishedAssembly): Promise<readonly Buffer[]> {
  const registry = new Registry({ registry: host, repository: REPOSITORY }, { env: {} });
  afterTest(() => registry.close());
  const { list } = await registry.referrers(digest, BUNDLE_TYPE);
  return Promise.all(list.flatMap(({ layers }) => layers).map((layer) => blobBytes(registry, layer)));
}

for (const api of [true, false]) {
  test(`provenance that a key signs is found in a registry ${api ? 'with' : 'without'} the referrers API, and says who built it of what`, async () => {
    const registry = await registryServer({ api });
    const { signing, trust } = signer();
    const published = await publish(registry, signing);
    const [bundle, ...others] = await bundles(registry, published);
    assert.ok(bundle !== undefined && others.length === 0);
    const verification = await verifyBundle(bundle, trust);
    assert.ok(verification.verified);
    const { statement } = verification;
    assert.ok(isAbout(statement, published.digest));
    assert.deepEqual([statement.predicateType, statement.subjects[0]?.name], [SLSA_PROVENANCE, `${registry.host}/${REPOSITORY}`]);
    assert.deepEqual(statement.predicate, published.predicate);
    const { buildType, builder, source, revision, dependencies } = readProvenance(statement.predicate, refuseRead);
    assert.deepEqual([buildType, builder, source, revision], [BUILD_TYPE, WORKFLOW, 'https://github.com/org/tools', REVISION]);
    assert.deepEqual([...new Set(dependencies.map(({ name }) => name))], ['source', 'base', 'input nixpkgs']);
    assert.deepEqual(published.predicate?.buildDefinition.internalParameters, { event: 'push', nix: { amd64: 'Nix 2.31.2' } });
  });
}

test('what is signed already is not signed again, and another signer adds their own', async () => {
  const registry = await registryServer();
  const [one, other] = [signer(), signer('ed25519')];
  const first = await publish(registry, one.signing);
  const again = await publish(registry, one.signing, { ...RUN, invocation: 'https://github.com/org/tools/actions/runs/8/attempts/1' });
  assert.match(again.said, /it is signed already/);
  assert.equal((await bundles(registry, first)).length, 1);
  assert.deepEqual(again.predicate?.buildDefinition.internalParameters, { event: 'push', nix: { amd64: 'Nix 2.31.2' }, publishedBefore: true });
  await publish(registry, other.signing);
  const verified = await Promise.all((await bundles(registry, first)).map(async (bundle) => (await verifyBundle(bundle, other.trust)).verified));
  assert.equal(verified.filter(Boolean).length, 1);
  assert.equal(verified.length, 2);
});

test('a bundle that somebody else attached, and junk, are no reason not to sign', async () => {
  const registry = await registryServer();
  const { signing } = signer();
  const first = await publish(registry, undefined);
  assert.deepEqual(await bundles(registry, first), []);
  const { RegistryWriter } = await import('../../src/oci/push/registry-writer.ts');
  const writer = new RegistryWriter({ registry: registry.host, repository: REPOSITORY }, { env: {} });
  afterTest(() => writer.close());
  const { descriptor } = await writer.reader.resolve(first.digest);
  await writer.pushReferrers(descriptor, [{ artifactType: BUNDLE_TYPE, payload: Buffer.from('{}') }]);
  await publish(registry, signing);
  assert.equal((await bundles(registry, first)).length, 2);
});

test('provenance that an identity signs is verified by identity, issuer and trusted root', async () => {
  const registry = await registryServer();
  const sigstore = await fakeSigstore();
  const token = sigstore.token();
  const signing: Signing = { by: 'identity', fulcio: sigstore.url, rekor: sigstore.url, env: { SIGSTORE_ID_TOKEN: token } };
  const published = await publish(registry, signing);
  const [bundle] = await bundles(registry, published);
  assert.ok(bundle);
  const verification = await verifyBundle(bundle, { by: 'identity', identity: WORKFLOW.replace('main', '*'), issuer: ISSUER, roots: [sigstore.root] });
  assert.ok(verification.verified && isAbout(verification.statement, published.digest), JSON.stringify(verification));
  const asked = sigstore.requests.length;
  assert.match((await publish(registry, signing)).said, /it is signed already/);
  assert.equal(sigstore.requests.length, asked);
  assert.ok(!published.said.includes(token));
});

test('a registry that stores nothing of what is attached fails the run, before any tag moves', async () => {
  const registry = await registryServer({
    script: {
      'put manifest': ({ body, name, response, proceed }) => {
        if (!name.startsWith('sha256:') || !body.toString().includes(BUNDLE_TYPE)) proceed();
        else response.writeHead(201, { 'docker-content-digest': name }).end();
      },
    },
  });
  const { signing } = signer();
  await assert.rejects(publish(registry, signing), (error: unknown) => error instanceof Failure && /lacks what it has just accepted/.test(error.message));
  assert.deepEqual(tagsOf(registry), ['1.2.0']);
});

test('a mirror that has the tag of the referrers has the provenance', async () => {
  const registry = await registryServer();
  const { signing, trust } = signer();
  const published = await publish(registry, signing);
  const mirror = await registryServer();
  for (const [key, bytes] of registry.manifests) mirror.manifests.set(key, bytes);
  for (const [key, bytes] of registry.blobs) mirror.blobs.set(key, bytes);
  assert.ok(mirror.manifests.has(`${REPOSITORY}/${fallbackTag(published.digest)}`));
  const [bundle] = await bundles(mirror, published);
  assert.ok(bundle && (await verifyBundle(bundle, trust)).verified);
});
