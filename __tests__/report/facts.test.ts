import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { figuresOf, largestNewPaths, totalsOf } from '../../src/report/facts/facts.ts';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { outputsOf, OUTPUTS } from '../../src/report/machine/outputs.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { CLOSURE, document, entry, platform, report, withComplement } from './sample.ts';

test('figures tell what is shipped from what the base has', () => {
  const figures = figuresOf(document());
  assert.deepEqual(figures.closure, { paths: 6, bytes: 36_361_000 });
  assert.deepEqual(figures.delta, { paths: 4, bytes: 6_001_000 });
  assert.deepEqual(figures.base, { paths: 2, bytes: 30_360_000 });
  assert.equal(figures.layers, 1);
  assert.equal(figures.compressed, 2_345_678);
  assert.ok(Math.abs(figures.baseShare - 0.835) < 0.001);
});

test('a complement is counted apart from the delta, for all platforms together', () => {
  const plain = figuresOf(document());
  assert.deepEqual(plain.complement, { paths: 0, bytes: 0, layers: 0, compressed: 0 });
  const complement = { paths: 2, bytes: 30_360_000, layers: 1, compressed: 9_876_543 };
  assert.deepEqual(figuresOf(withComplement()), { ...plain, complement });
  const outputs = outputsOf(report({ platforms: [platform(withComplement()), platform(withComplement(document(CLOSURE, 'arm64')), 'arm64')] }));
  assert.equal(outputs['complement-size'], String(2 * 9_876_543));
  assert.equal(outputs['compressed-size'], String(2 * 2_345_678));
});

test('an empty closure has no share, rather than one that is not a number', () => {
  assert.equal(figuresOf(document([])).baseShare, 0);
});

test('the totals of several platforms count what each of them ships', () => {
  const totals = totalsOf(report({ platforms: [platform(), platform(document(CLOSURE, 'arm64'), 'arm64')] }));
  assert.equal(totals.delta.paths, 8);
  assert.equal(totals.compressed, 2 * 2_345_678);
});

test('the largest new paths are sorted by size, then by name, and leave out what the base has', () => {
  const doc = document([entry('b', 10, 'delta'), entry('a', 10, 'delta'), entry('c', 99, 'base'), entry('d', 11, 'delta')]);
  assert.deepEqual(
    largestNewPaths(doc, 2).map(({ path }) => nameOf(path)),
    ['d', 'a'],
  );
});

test('every output of the table is set, and json holds the same figures per platform', () => {
  const outputs = outputsOf(report());
  assert.deepEqual(Object.keys(outputs), OUTPUTS.map(({ name }) => name));
  assert.equal(outputs['feature-id'], 'my-tools');
  assert.equal(outputs['up-to-date'], 'false');
  assert.equal(outputs['delta-paths'], '4');
  assert.equal(outputs['closure-size'], '36361000');
  assert.equal(outputs['subject-name'], '');
  assert.equal(outputs.tags, '');
  const json = JSON.parse(outputs.json) as { platforms: { arch: string; deltaPaths: number; layers: { paths: number }[] }[] };
  assert.equal(json.platforms[0]?.arch, 'amd64');
  assert.equal(json.platforms[0]?.deltaPaths, 4);
  assert.equal(json.platforms[0]?.layers[0]?.paths, 4);
});

test('what was published is a subject to attest, with its tags one a line', () => {
  const published = { what: 'feature', repository: 'ghcr.io/org/repo/my-tools', tags: ['1', '1.2', '1.2.0'] } as const;
  const outputs = outputsOf(report({ published, digest: digestOf('feature') }));
  assert.equal(outputs['subject-name'], 'ghcr.io/org/repo/my-tools');
  assert.equal(outputs['subject-digest'], digestOf('feature'));
  assert.equal(outputs.tags, '1\n1.2\n1.2.0');
});

test('a run that was up to date has outputs too, with nothing in them', () => {
  const outputs = outputsOf(report({ upToDate: true, platforms: [], layout: undefined, digest: undefined }));
  assert.equal(outputs['up-to-date'], 'true');
  assert.equal(outputs['store-path'], '');
  assert.equal(outputs.layout, '');
  assert.equal(outputs['closure-paths'], '0');
});
