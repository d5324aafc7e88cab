import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { DeltaDocument, LayerEntry } from '../../src/delta/document/delta-document.ts';
import { bundleFiles, layerFileName } from '../../src/feature/files/bundle.ts';
import { parseDigest } from '../../src/oci/format/digest.ts';
import { storePath } from '../nix/nar-builder.ts';

const TOOL = storePath('a', 'tool');
const LIB = storePath('b', 'lib');
const BASE = storePath('c', 'base');
// The SHA-256 of nothing, in the three notations that Nix has used.
const HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SRI = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

const layer: LayerEntry = {
  key: parseDigest(`sha256:${'1'.repeat(64)}`),
  digest: parseDigest(`sha256:${'2'.repeat(64)}`),
  diffId: parseDigest(`sha256:${'3'.repeat(64)}`),
  size: 1234,
  tarSize: 9876,
  mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd',
  paths: [TOOL, LIB],
};

const document: DeltaDocument = {
  schemaVersion: 1,
  feature: { id: 'my-tools', version: '1.2.0' },
  system: 'x86_64-linux',
  storePath: TOOL,
  outputs: { out: TOOL },
  bases: [{ name: 'registry.example/bedrock:1', digest: parseDigest(`sha256:${'4'.repeat(64)}`), storePaths: 7 }],
  closure: [
    { path: TOOL, narHash: SRI, narSize: 10, references: [LIB, TOOL], deriver: storePath('d', 'tool.drv'), ca: null, in: 'delta' },
    { path: LIB, narHash: SRI, narSize: 20, references: [BASE], deriver: null, ca: null, in: 'delta' },
    { path: BASE, narHash: SRI, narSize: 30, references: [], deriver: null, ca: null, in: 'base' },
  ],
  layers: [layer],
  env: { PATH: ['bin', 'libexec/bin'], variables: { Z: '1', A: 'two words' } },
  source: { flake: 'path:.', locked: null },
};

const facts = { registry: 'registry.example', repository: 'org/my-tools', userLinks: false, options: ['debug'] };

function files(given: DeltaDocument = document): Record<string, string> {
  return Object.fromEntries(bundleFiles(facts, [{ document: given }]).map(({ name, text }) => [name.replace('nix-feature/x86_64-linux/', ''), text]));
}

test('feature.env names what was built of the flake in its folder, if that is not the default', () => {
  assert.doesNotMatch(files()['nix-feature/feature.env'] ?? '', /attribute/);
  const other = files({ ...document, source: { ...document.source, attribute: 'tools^out,man' } });
  assert.match(other['nix-feature/feature.env'] ?? '', /^attribute=tools\^out,man$/m);
});

test('the files of a bundle are these, sorted, whatever the order of platforms', () => {
  const arm: DeltaDocument = { ...document, system: 'aarch64-linux' };
  const one = bundleFiles(facts, [{ document }, { document: arm }]);
  const names = one.map(({ name }) => name);
  assert.deepEqual(names, names.toSorted());
  assert.deepEqual(
    names.filter((name) => !name.includes('aarch64')),
    ['feature.env', ...['env-path', 'environment', 'manifest', 'paths', 'registration', 'requires', 'requires-registration'].map((name) => `x86_64-linux/${name}`)].map(
      (name) => `nix-feature/${name}`,
    ),
  );
  assert.deepEqual(bundleFiles(facts, [{ document: arm }, { document }]), one);
});

test('feature.env says what the Feature is, where it is published, and the bases that it was built for', () => {
  assert.equal(
    files()['nix-feature/feature.env'],
    `schema=1\nid=my-tools\nversion=1.2.0\nregistry=registry.example\nrepository=org/my-tools\nbase=registry.example/bedrock:1 (sha256:${'4'.repeat(64)})\nlinks=false\noption=debug\n`,
  );
});

test('the manifest has a line for each layer', () => {
  assert.equal(
    files()['manifest'],
    `sha256:${'2'.repeat(64)} 1234 sha256:${'3'.repeat(64)} application/vnd.oci.image.layer.v1.tar+zstd ${'2'.repeat(32)}.tar.zst 9876\n`,
  );
});

test('a layer whose tar was not counted has a bound from its NAR sizes', () => {
  const { tarSize: _tarSize, ...uncounted } = layer;
  assert.match(files({ ...document, layers: [uncounted] })['manifest'] ?? '', / 13240\n$/);
});

test('paths have a hash in base 16, a size and their layer; required ones have no layer', () => {
  assert.equal(files()['paths'], [TOOL, LIB].map((path, n) => `${path} sha256:${HEX} ${(n + 1) * 10} ${layer.digest}\n`).join(''));
  assert.equal(files()['requires'], `${BASE} sha256:${HEX} 30\n`);
});

test('the registration is what nix-store --load-db reads', () => {
  assert.equal(files()['registration'], [TOOL, HEX, '10', storePath('d', 'tool.drv'), '2', LIB, TOOL, LIB, HEX, '20', '', '1', BASE, ''].join('\n'));
  assert.equal(files()['requires-registration'], [BASE, HEX, '30', '', '0', ''].join('\n'));
});

test("the environment has PATH's folders in order, then the variables by name", () => {
  assert.equal(files()['environment'], 'PATH=bin\nPATH=libexec/bin\nA=two words\nZ=1\n');
});

test('a delta with nothing in it gives empty files', () => {
  const empty: DeltaDocument = { ...document, closure: document.closure.map((entry) => ({ ...entry, in: 'base' })), layers: [] };
  assert.equal(files(empty)['manifest'], '');
  assert.equal(files(empty)['paths'], '');
  assert.equal(files(empty)['env-path'], `${TOOL}\n`);
});

test('a complement adds its own manifest and paths', () => {
  const complement: LayerEntry = { ...layer, digest: parseDigest(`sha256:${'5'.repeat(64)}`), mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', paths: [BASE] };
  const made = files({ ...document, complement: [complement] });
  assert.equal(made['complement-paths'], `${BASE} sha256:${HEX} 30 ${complement.digest}\n`);
  assert.match(made['complement-manifest'] ?? '', /\.tar\.gz /);
  assert.equal(layerFileName(complement), `${'5'.repeat(32)}.tar.gz`);
});

test('a path that no layer holds, and a value with a line break, are bugs that are not shipped', () => {
  assert.throws(() => files({ ...document, layers: [] }), /is in no layer/);
  assert.throws(() => files({ ...document, env: { PATH: [], variables: { A: 'b\nPATH=/evil' } } }), /line break/);
});
