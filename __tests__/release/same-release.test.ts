import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { releaseKey } from '../../src/release/release-key.ts';
import type { ShippedFile } from '../../src/feature/files/shipped-files.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import { archOf, type Arch } from '../../src/platform.ts';
import type { PublishedFeature } from '../../src/release/published.ts';
import { contentDifference, deliveryOf, isOwnPart, keyOf, ownDifference, publishedMetadata, type Content } from '../../src/release/same-release.ts';
import { CLOSURE, document, entry, pathOf } from '../report/sample.ts';

const FILES: readonly ShippedFile[] = [{ name: 'test.sh', executable: true, bytes: Buffer.from('true\n') }];
const CONTENT: Content = { id: 'my-tools', metadata: '{"id":"my-tools","version":"1.2.0"}', files: FILES, delivery: 'auto', documents: [small(document()), small(document(CLOSURE, 'arm64'))] };

/** With layers that `auto` embeds. */
function small(whole: DeltaDocument): DeltaDocument {
  return { ...whole, layers: whole.layers.map((layer) => ({ ...layer, size: 1000 })) };
}

function published(key: Digest | undefined): PublishedFeature {
  return { name: 'r/o/my-tools:1.2.0', version: '1.2.0', key, metadata: publishedMetadata(CONTENT), digest: digestOf('feature'), bytes: Buffer.alloc(0), mediaType: 'x', platforms: new Map() };
}

function metadata(more: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ id: 'my-tools', version: '1.2.0', ...more });
}

function keyWith(json: string): Digest {
  return keyOf({ ...CONTENT, metadata: json });
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
  assert.equal(contentDifference(present, byArch(documents), CONTENT), undefined);
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
    assert.equal(contentDifference(present, byArch(CONTENT.documents), { ...CONTENT, documents }), 'what is shipped for x86_64-linux, or required of the base, has changed');
  }
  const one = CONTENT.documents.slice(0, 1);
  assert.equal(contentDifference(present, byArch(CONTENT.documents), { ...CONTENT, documents: one }), 'it was published for amd64 and arm64 and is now for amd64');
  assert.equal(contentDifference(present, byArch(one), CONTENT), 'it was published for amd64 and is now for amd64 and arm64');
  const moved = CONTENT.documents.map((each) => ({ ...each, storePath: pathOf('elsewhere') }));
  assert.match(contentDifference(present, byArch(CONTENT.documents), { ...CONTENT, documents: moved }) ?? '', /^\/nix\/store\/.*-my-tools was published for x86_64-linux, and now it is .*-elsewhere$/);
});

test("what differs of the Feature's own part is named", () => {
  const present = published(keyOf(CONTENT));
  const documents = byArch(CONTENT.documents);
  const difference = (part: Partial<Content>): string | undefined => ownDifference(present, documents, { ...CONTENT, ...part });
  assert.equal(difference({}), undefined);
  assert.equal(difference({ files: [] }), 'its files differ');
  assert.equal(difference({ metadata: metadata({ name: 'Tools' }) }), 'its metadata differs (name)');
  assert.equal(difference({ delivery: 'layers' }), 'it was published with delivery: embed');
});

test('of the metadata only the order of containerEnv makes another release', () => {
  const same = ['{"id":"t","options":{"a":{"type":"string","default":""},"b":{}}}', '{"options":{"b":{},"a":{"default":"","type":"string"}},"id":"t"}'];
  assert.equal(new Set(same.map(keyWith)).size, 1);
  const others = ['{"containerEnv":{"A":"/a","B":"${A}/b"}}', '{"containerEnv":{"B":"${A}/b","A":"/a"}}', '{"capAdd":["A","B"]}', '{"capAdd":["B","A"]}', '{"customizations":{"x":9007199254740993}}', '{"customizations":{"x":9007199254740992}}'];
  assert.equal(new Set(others.map(keyWith)).size, others.length);
});

test("a release of an earlier version of this program, whose key is of its metadata's own text, is the same release", () => {
  const text = publishedMetadata({ ...CONTENT, metadata: '{"version":"1.2.0","id":"my-tools"}' });
  const earlier = { ...published(releaseKey({ metadata: text, files: FILES, documents: CONTENT.documents, delivery: 'embed' })), metadata: text };
  const documents = byArch(CONTENT.documents);
  assert.notEqual(earlier.key, keyOf(CONTENT));
  assert.equal(isOwnPart(earlier, documents, CONTENT), true);
  const sorted = publishedMetadata({ ...CONTENT, metadata: '{"id":"my-tools","version":"1.2.0","containerEnv":{"A":"${B}","B":"b"}}' });
  const lost = { ...published(releaseKey({ metadata: sorted, files: FILES, documents: CONTENT.documents, delivery: 'embed' })), metadata: sorted };
  assert.equal(ownDifference(lost, documents, { ...CONTENT, metadata: '{"id":"my-tools","version":"1.2.0","containerEnv":{"B":"b","A":"${B}"}}' }), 'its metadata differs (containerEnv)');
});

test("the Feature's own files, metadata and delivery are told from what is published, whatever the closure is", () => {
  const present = published(keyOf(CONTENT));
  const documents = byArch(CONTENT.documents);
  assert.equal(isOwnPart(present, documents, CONTENT), true);
  assert.equal(isOwnPart(present, documents, { ...CONTENT, metadata: '{"version":"1.2.0","id":"my-tools"}' }), true, 'as the author ordered it');
  const parts: readonly Partial<Content>[] = [
    { files: [] },
    { files: [{ ...FILES[0]!, executable: false }] },
    { metadata: metadata({ name: 'Tools' }) },
    { delivery: 'layers' },
  ];
  for (const part of parts) assert.equal(isOwnPart(present, documents, { ...CONTENT, ...part }), false, JSON.stringify(part));
  assert.equal(isOwnPart(present, documents, { ...CONTENT, delivery: 'embed' }), true, 'auto had come to embed');
  assert.equal(isOwnPart(published(keyOf({ ...CONTENT, delivery: 'layers' })), documents, CONTENT), true, 'auto is content with what is published');
  assert.equal(isOwnPart(published(undefined), documents, CONTENT), false, 'published by something else');
  assert.equal(isOwnPart(present, new Map(), CONTENT), false, 'no platform is known');
});

/** Documents whose only layers have these sizes. */
function sized(...sizes: readonly number[]): readonly DeltaDocument[] {
  return sizes.map((size) => ({ ...document(), layers: document().layers.slice(0, 1).map((layer) => ({ ...layer, size })) }));
}

test('auto embeds what is small, over all platforms, and lets the rest travel as layers', () => {
  const half = 2 * 1024 * 1024;
  for (const [documents, expected] of [[sized(half), 'embed'], [sized(half, half), 'embed'], [sized(half, half + 1), 'layers']] as const) {
    assert.equal(deliveryOf({ delivery: 'auto', documents }), expected);
    for (const delivery of ['embed', 'layers'] as const) assert.equal(deliveryOf({ delivery, documents }), delivery);
  }
});
