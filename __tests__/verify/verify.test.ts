import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { outcomeOf, type VerifyReport } from '../../src/report/runs/verify.ts';
import { LIBRARY, releasedFeature, TOOL } from './release.ts';
import { changeHeader, documentOf, forge, layerOf, type Tampering } from './tamper.ts';
import { onlyFailure, open, verified } from './verified.ts';

async function forged(tampering: Tampering): Promise<VerifyReport> {
  const release = await releasedFeature();
  await forge(release.server, tampering);
  return verified(release);
}

test('a Feature that was published is what it says, with its layers in the registry or in its tar, for each platform', async () => {
  for (const delivery of ['layers', 'embed'] as const) {
    const release = await releasedFeature({ arches: ['amd64', 'arm64'], delivery });
    for (const tag of ['1.2.0', '1.2', 'latest']) {
      const report = await verified(release, tag);
      assert.equal(outcomeOf(report), 'passed', JSON.stringify(report.checks, undefined, 2));
    }
    const report = await verified(release, '1.2.0', { arches: ['arm64'] });
    assert.deepEqual(report.arches, ['arm64']);
    assert.equal(outcomeOf(report), 'passed');
  }
});

test("the tests' own way to forge a release changes nothing by itself", async () => {
  assert.equal(outcomeOf(await forged({})), 'passed');
  assert.equal(outcomeOf(await forged({ layer: (tar) => tar })), 'passed');
});

test('a layer whose bytes were swapped is one failed check, and what depends on it could not be checked', async () => {
  const release = await releasedFeature();
  const digest = layerOf(release.server);
  const other = Buffer.from(release.server.blobs.get(digest) ?? '');
  other[other.length - 5]! ^= 1;
  release.server.blobs.set(digest, other);
  const report = await verified(release);
  assert.match(onlyFailure(report, 'layers amd64'), /does not match its digest/);
  assert.deepEqual(open(report, 'unchecked'), ['diff-ids amd64', 'members amd64', 'nar-hashes amd64']);
  release.server.blobs.set(digest, gzipSync('another'));
  assert.match(onlyFailure(await verified(release), 'layers amd64'), /bytes, but the manifest says/);
});

test('a blob that is missing is one failed check', async () => {
  const release = await releasedFeature();
  const digest = layerOf(release.server);
  release.server.blobs.delete(digest);
  assert.match(onlyFailure(await verified(release), 'layers amd64'), /404/);
});

test('a manifest that lists another layer is one failed check', async () => {
  const other = digestOf('other');
  const report = await forged({ manifest: (manifest) => ({ ...manifest, layers: manifest.layers.map((layer, index) => (index === 1 ? { ...layer, digest: other } : layer)) }) });
  assert.match(onlyFailure(report, 'manifest'), new RegExp(`^The layer 2 of the manifest is ${other} and should be sha256:`));
  const more = await forged({ manifest: (manifest) => ({ ...manifest, layers: [...manifest.layers, { ...manifest.layers[1]!, digest: other }] }) });
  assert.match(onlyFailure(more, 'manifest'), /lists 3 layers, but its tar and its platforms have 2/);
});

test('a changed document is one failed check, and the layers are held against the lists that the installer reads', async () => {
  const changes: readonly (readonly [(document: DeltaDocument) => DeltaDocument, RegExp])[] = [
    [(document) => ({ ...document, closure: document.closure.map((entry) => (entry.path === TOOL ? { ...entry, narHash: `sha256-${'B'.repeat(42)}A=` } : entry)) }), /key of the layer|The document says "ships/],
    [(document) => ({ ...document, closure: document.closure.map((entry) => ({ ...entry, references: [] })) }), /x86_64-linux\/registration in the Feature's tar does not match the document/],
    [(document) => ({ ...document, storePath: LIBRARY, outputs: { out: LIBRARY } }), /store path/],
  ];
  for (const [document, says] of changes) assert.match(onlyFailure(await forged({ document }), 'document amd64'), says);
});

test('a document whose bytes were changed is one failed check, and all else is checked without it', async () => {
  const release = await releasedFeature();
  const digest = documentOf(release.server);
  const bytes = Buffer.from(release.server.blobs.get(digest) ?? '');
  bytes[10]! ^= 1;
  release.server.blobs.set(digest, bytes);
  const report = await verified(release);
  assert.match(onlyFailure(report, 'document amd64'), /does not match its digest/);
  assert.deepEqual(open(report, 'unchecked'), []);
});

test('a set-uid bit, another mode, owner or time is one failed check: no hash of Nix covers them', async () => {
  const member = `nix/store/${TOOL.slice('/nix/store/'.length)}/bin/tool`;
  const changes: readonly (readonly [(header: Buffer) => void, RegExp])[] = [
    [(header) => header.write('0004555', 100), /bin\/tool" has the mode 4555: it is set-uid$/],
    [(header) => header.write('0006555', 100), /it is set-uid and set-gid$/],
    [(header) => header.write('0000755', 100), /has the mode 0755 instead of 0444 or 0555$/],
    [(header) => header.write('0001750', 108), /does not belong to root$/],
    [(header) => header.write('00000000002', 136), /has a time other than 1$/],
    [(header) => header.write('user', 265), /has a header that nix-feature would write differently$/],
  ];
  for (const [change, says] of changes) assert.match(onlyFailure(await forged({ layer: (tar) => changeHeader(tar, member, change) }), 'members amd64'), says);
});

test('a whiteout, a device, a link that leads nowhere and a path that is in no list are failed checks', async () => {
  const library = `nix/store/${LIBRARY.slice('/nix/store/'.length)}`;
  const rename = (from: string, to: string) => (tar: Buffer) => changeHeader(tar, `${library}/${from}`, (header) => header.fill(0, 0, 100).write(`${library}/${to}`));
  const whiteout = await forged({ layer: rename('lib/lib.so', 'lib/.wh.so') });
  assert.ok(open(whiteout, 'failed').includes('members amd64'));
  assert.match(JSON.stringify(whiteout.checks), /container engines read it as a whiteout/);
  const device = await forged({ layer: (tar) => changeHeader(tar, `${library}/a-link`, (header) => header.write('3', 156)) });
  assert.match(onlyFailure(device, 'members amd64'), /is a device$/);
  assert.deepEqual(open(device, 'unchecked'), ['nar-hashes amd64']);
  const link = await forged({ layer: (tar) => changeHeader(tar, `nix/store/${TOOL.slice('/nix/store/'.length)}/bin/tool-copy`, (header) => header.fill(0, 157, 257).write('nix/store/nowhere', 157)) });
  assert.match(onlyFailure(link, 'members amd64'), /is a hard link to "nix\/store\/nowhere", which is not a file before it$/);
  const foreign = await forged({ tar: (files) => files.set('nix-feature/x86_64-linux/paths', Buffer.from(String(files.get('nix-feature/x86_64-linux/paths')).replace(/^.*library.*\n/m, ''))) });
  assert.ok(open(foreign, 'failed').includes('members amd64'), 'the lists in the tar decide');
});

test('members in a foreign order are one failed check, and said so', async () => {
  const library = `nix/store/${LIBRARY.slice('/nix/store/'.length)}`;
  const report = await forged({ layer: (tar) => changeHeader(tar, `${library}/lib/empty`, (header) => header.fill(0, 0, 100).write(`${library}/lib/zero`)) });
  assert.match(onlyFailure(report, 'members amd64'), /lib\/lib\.so" is not in the order of its directory$/);
  assert.deepEqual(open(report, 'unchecked'), ['nar-hashes amd64']);
});

test('a changed byte in one file is found by the NAR hash of its path, whatever was made anew above it', async () => {
  const report = await forged({ layer: (tar) => Buffer.from(tar.toString('latin1').replace('machine code', 'machine c0de'), 'latin1') });
  const says = onlyFailure(report, 'nar-hashes amd64');
  assert.ok(says.startsWith(`${LIBRARY} hashes to sha256-`), says);
  assert.deepEqual(open(report, 'unchecked'), []);
});

test('a tar with something behind its end, or cut short, is one failed check', async () => {
  const longer = await forged({ layer: (tar) => Buffer.concat([tar, Buffer.alloc(512)]) });
  assert.match(onlyFailure(longer, 'members amd64'), /goes on after its end$/);
  const shorter = await forged({ layer: (tar) => tar.subarray(0, -512) });
  assert.match(onlyFailure(shorter, 'members amd64'), /is cut short$/);
});

test('other metadata is one failed check: in the annotation, in the tar, and in both', async () => {
  const metadata = '{"id":"tools","version":"1.2.0","name":"Mine"}';
  const annotation = await forged({ manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': metadata } }) });
  assert.match(onlyFailure(annotation, 'metadata'), /differs from the metadata in the Feature's tar$/);
  const both = await forged({
    tar: (files) => files.set('devcontainer-feature.json', Buffer.from(String(files.get('devcontainer-feature.json')).replace('"Tools"', '"Mine!"'))),
    manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': (manifest.annotations?.['dev.containers.metadata'] ?? '').replace('"Tools"', '"Mine!"') } }),
  });
  assert.match(onlyFailure(both, 'key'), /^The release key is sha256:.*, but what is published gives sha256:/);
});

test('another file of the author is found by the release key, and another installer can only be told', async () => {
  const file = await forged({ tar: (files) => files.set('test.sh', Buffer.from('false\n')) });
  assert.match(onlyFailure(file, 'key'), /release key/);
  const runtime = await forged({ tar: (files) => files.set('nix-feature/install.sh', Buffer.from('rm -rf /\n')) });
  assert.deepEqual([open(runtime, 'failed'), open(runtime, 'unchecked')], [[], ['runtime']]);
});

test('a platform that only the tar knows is one failed check: the installer would install it, and nobody has verified it', async () => {
  const hidden = await forged({ tar: (files) => files.set('nix-feature/aarch64-linux/manifest', Buffer.from('')) });
  assert.match(onlyFailure(hidden, 'tar'), /^The Feature's tar has lists for arm64, and the manifest names no such platform$/);
});

test('a tag that names another version, or one that is not the newest, is one failed check', async () => {
  const release = await releasedFeature();
  const { manifests } = release.server;
  const [old, platform] = [manifests.get('1.2.0')!, manifests.get('1.2.0_amd64')!];
  await release.publish('1.3.0');
  assert.equal(outcomeOf(await verified(release, 'latest')), 'passed');
  manifests.set('1.3.0', old);
  assert.match(onlyFailure(await verified(release, '1.3.0'), 'tags'), /^The tag 1\.3\.0 names version 1\.2\.0$/);
  manifests.set('latest', old);
  assert.match(onlyFailure(await verified(release, 'latest'), 'tags'), /^The tag latest names version 1\.2\.0, but 1\.3\.0 is published too$/);
  manifests.set('1.2.0_amd64', Buffer.from(`${platform.toString()} `));
  assert.match(onlyFailure(await verified(release, '1.2.0'), 'tags'), /^The tag 1\.2\.0_amd64 names/);
});

test("a copy without the platform's manifest and document is checked by the lists in the tar, and that is said", async () => {
  const release = await releasedFeature();
  const { server } = release;
  const document = documentOf(server);
  for (const [name, bytes] of server.manifests) if (bytes.includes(document) && bytes.includes('vnd.nix-feature.delta.v1')) server.manifests.delete(name);
  server.blobs.delete(document);
  const report = await verified(release);
  assert.deepEqual([open(report, 'failed'), open(report, 'unchecked')], [[], ['platform amd64', 'document amd64']]);
  assert.match(report.checks.find(({ name }) => name === 'document')?.says ?? '', /a copy may lack it/);
});

test('what is no Feature of ours, or not there at all, is one failed check and never a bug', async () => {
  const release = await releasedFeature();
  assert.match(onlyFailure(await verified(release, '9.9.9'), 'manifest'), /404/);
  assert.match(onlyFailure(await verified(release, '1.2.0_amd64'), 'manifest'), /is one platform of a Feature/);
  release.server.manifests.set('junk', Buffer.from('[]')).set('index', Buffer.from('{"schemaVersion":2,"manifests":[]}'));
  assert.match(onlyFailure(await verified(release, 'junk'), 'manifest'), /it is not a JSON object/);
  assert.match(onlyFailure(await verified(release, 'index'), 'manifest'), /is an index/);
  assert.match(onlyFailure(await forged({ manifest: (manifest) => ({ ...manifest, annotations: {} }) }), 'manifest'), /nix-feature did not publish/);
});

test("metadata that would end a parser's stack is a failed check", async () => {
  const deep = `{"id":${'['.repeat(100_000)}`;
  const report = await forged({ manifest: (manifest) => ({ ...manifest, annotations: { ...manifest.annotations, 'dev.containers.metadata': deep } }) });
  assert.match(onlyFailure(report, 'metadata'), /no annotation with valid metadata/);
});

test('a layer that unpacks to more than its document says is not unpacked any further', async () => {
  const report = await forged({ document: (document) => ({ ...document, layers: document.layers.map((layer) => ({ ...layer, tarSize: 1000 })) }) });
  assert.match(onlyFailure(report, 'diff-ids amd64'), /unpacks to more than 1000 bytes$/);
  assert.deepEqual(open(report, 'unchecked'), ['members amd64', 'nar-hashes amd64']);
});
