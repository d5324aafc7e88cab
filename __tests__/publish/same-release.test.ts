import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeltaDocument } from '../../src/delta/delta-document.ts';
import type { ShippedFile } from '../../src/feature/shipped-files.ts';
import { digestOf, type Digest } from '../../src/oci/digest.ts';
import { archOf, type Arch } from '../../src/platform.ts';
import type { PublishedFeature } from '../../src/publish/published.ts';
import { holdsTheSame, isOwnPart, keyOf, type Content } from '../../src/publish/same-release.ts';
import { CLOSURE, document, entry } from '../report/sample.ts';

const FILES: readonly ShippedFile[] = [{ name: 'test.sh', executable: true, bytes: Buffer.from('true\n') }];
const CONTENT: Content = { id: 'my-tools', metadata: { id: 'my-tools', version: '1.2.0' }, files: FILES, delivery: 'auto', documents: [document(), document(CLOSURE, 'arm64')] };

function published(key: Digest | undefined): PublishedFeature {
  return { name: 'r/o/my-tools:1.2.0', version: '1.2.0', key, digest: digestOf('feature'), bytes: Buffer.alloc(0), mediaType: 'x', platforms: new Map() };
}

function byArch(documents: readonly DeltaDocument[]): ReadonlyMap<Arch, DeltaDocument> {
  return new Map(documents.map((each) => [archOf(each.system), each]));
}

/** The same paths, in one layer for each of them. */
function splitUp(whole: DeltaDocument): DeltaDocument {
  const [layer] = whole.layers;
  assert.ok(layer !== undefined);
  return { ...whole, layers: layer.paths.map((path) => ({ ...layer, key: digestOf(path), digest: digestOf(`layer ${path}`), paths: [path] })) };
}

test('a release in other layers is another key and the same release', () => {
  const documents = CONTENT.documents.map(splitUp);
  const present = published(keyOf({ ...CONTENT, documents }));
  assert.notEqual(present.key, keyOf(CONTENT));
  assert.equal(holdsTheSame(present, byArch(documents), CONTENT), true);
});

test('a path with other content, in another place, or not there makes it another release', () => {
  const present = published(keyOf(CONTENT));
  const [first, ...others] = CLOSURE;
  assert.ok(first !== undefined);
  const closures = [
    [{ ...first, narHash: 'sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=' }, ...others],
    [{ ...first, in: 'base' as const }, ...others],
    others,
    [...CLOSURE, entry('pcre-10', 1, 'delta')],
  ];
  for (const closure of closures) {
    const documents = [document(closure), document(closure, 'arm64')];
    assert.equal(holdsTheSame(present, byArch(CONTENT.documents), { ...CONTENT, documents }), false);
  }
  assert.equal(holdsTheSame(present, byArch(CONTENT.documents), { ...CONTENT, documents: CONTENT.documents.slice(0, 1) }), false, 'a platform less');
  assert.equal(holdsTheSame(present, byArch(CONTENT.documents.slice(0, 1)), CONTENT), false, 'a platform more');
});

test('the order of the metadata’s fields makes no other release', () => {
  const { id, version } = CONTENT.metadata;
  assert.equal(keyOf({ ...CONTENT, metadata: { version, id } }), keyOf({ ...CONTENT, metadata: { id, version } }));
});

test('the Feature’s own files, metadata and delivery are told from what is published, whatever the closure is', () => {
  const present = published(keyOf(CONTENT));
  const documents = byArch(CONTENT.documents);
  assert.equal(isOwnPart(present, documents, CONTENT), true);
  assert.equal(isOwnPart(present, documents, { ...CONTENT, metadata: { version: '1.2.0', id: 'my-tools' } }), true, 'as the author ordered it');
  const parts: readonly Partial<Content>[] = [
    { files: [] },
    { files: [{ ...FILES[0]!, executable: false }] },
    { metadata: { ...CONTENT.metadata, name: 'Tools' } },
    { delivery: 'layers' },
  ];
  for (const part of parts) assert.equal(isOwnPart(present, documents, { ...CONTENT, ...part }), false, JSON.stringify(part));
  assert.equal(isOwnPart(present, documents, { ...CONTENT, delivery: 'embed' }), true, 'auto had come to embed');
  assert.equal(isOwnPart(published(undefined), documents, CONTENT), false, 'published by something else');
  assert.equal(isOwnPart(present, new Map(), CONTENT), false, 'no platform is known');
});
