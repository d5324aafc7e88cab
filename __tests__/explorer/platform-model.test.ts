import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { composeData } from '../../src/explorer/data/compose-data.ts';
import { COLUMNS, findPaths, PATH_FILTERS, sortPaths } from '../../src/explorer/model/find.ts';
import { PlatformModel } from '../../src/explorer/model/platform-model.ts';
import { GROUPINGS, readState, writeState, type ViewState } from '../../src/explorer/model/view-state.ts';
import { nearestTile } from '../../src/explorer/page/nearest-tile.ts';
import { CLOSURE, document, entry, pathOf } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { wideDocument } from './wide-closure.ts';

const BEFORE = { ...document([...CLOSURE.filter(({ path }) => path !== pathOf('jq-1.7')), entry('jq-1.6', 300_000, 'delta', ['glibc-2.38'])]), feature: { id: 'my-tools', version: '1.1.0' }, layers: [] };

function model(now = document(), before: DeltaDocument = BEFORE): PlatformModel {
  const [data] = composeData({ feature: { id: 'my-tools', version: '1.2.0' }, delivery: 'layers', platforms: [{ document: now, metas: METAS, before }] }).platforms;
  assert.ok(data !== undefined);
  return new PlatformModel(data);
}

function at(of: PlatformModel, name: string): number {
  const place = of.data.names.findIndex((each) => each.endsWith(`-${name}`));
  assert.ok(place >= 0, name);
  return place;
}

describe('a platform of an explorer', () => {
  it('says of each path its own, closure and retained size, of all bytes and of those that ship', () => {
    const sample = model();
    const sizes = (name: string, weighed: 'all' | 'shipped'): readonly (number | undefined)[] => {
      const { own, closure, retained } = sample.sizes(weighed);
      return [own, closure, retained].map((all) => all[at(sample, name)]);
    };
    assert.deepEqual(sizes('jq-1.7', 'all'), [400_000, 31_360_000, 1_000_000]);
    assert.deepEqual(sizes('jq-1.7', 'shipped'), [400_000, 1_000_000, 1_000_000]);
    assert.deepEqual(sizes('my-tools', 'all'), [1_000, 36_361_000, 36_361_000]);
    assert.deepEqual(sizes('glibc-2.38', 'shipped'), [0, 0, 0]);
  });

  it('says why a path is there, what keeps it alone, and what is built and sent again if it changes', () => {
    const sample = model();
    const names = (paths: Iterable<number>): readonly string[] => [...paths].map((path) => sample.packages[path]?.name ?? '').toSorted();
    assert.deepEqual(sample.chainTo(at(sample, 'oniguruma-6.9')).map((path) => sample.packages[path]?.name), ['my-tools', 'jq', 'oniguruma']);
    assert.equal(sample.keptBy(at(sample, 'oniguruma-6.9')), at(sample, 'jq-1.7'));
    assert.equal(sample.keptBy(at(sample, 'glibc-2.38')), at(sample, 'my-tools'));
    assert.deepEqual(names(sample.rebuiltWith(at(sample, 'oniguruma-6.9'))), ['jq', 'my-tools', 'oniguruma']);
    assert.deepEqual(names(sample.parents[at(sample, 'glibc-2.38')] ?? []), ['jq', 'oniguruma', 'ripgrep']);
    assert.equal(sample.resentBytes()[at(sample, 'glibc-2.38')], 2_345_678);
  });

  it('counts for each path the layers of all that needs it', () => {
    const wide = model(wideDocument({ paths: 400 }));
    const resent = wide.resentBytes();
    for (const path of [0, 10, 150, 399]) {
      const layers = new Set([...wide.rebuiltWith(path)].flatMap((each) => wide.layerOf[each] ?? []));
      assert.equal(resent[path], [...layers].reduce((sum, layer) => sum + (wide.data.layers[layer]?.size ?? 0), 0));
    }
  });

  it('knows what is new since an earlier release, and nothing of itself', () => {
    const sample = model();
    assert.deepEqual([...sample.fresh].map((path) => sample.storePath(path)), [pathOf('jq-1.7')]);
    assert.deepEqual(sample.data.since?.packages.map(({ name, kind, before, after }) => [name, kind, before, after]), [['jq', 'upgraded', ['1.6'], ['1.7']]]);
    assert.deepEqual(sample.data.layers.map(({ known }) => known), [false]);
    assert.equal(model(document(), document()).data.since, undefined);
    assert.deepEqual(model(document(), document()).data.layers.map(({ known }) => known), [true]);
  });

  it('finds paths by words of their name, hash and licence, among those that are shown', () => {
    const sample = model();
    const found = (shown: (typeof PATH_FILTERS)[number], query: string): readonly string[] => findPaths(sample, shown, query).map((path) => sample.packages[path]?.name ?? '').toSorted();
    assert.deepEqual(found('all', 'JQ 1.7'), ['jq']);
    assert.deepEqual(found('all', 'mit'), ['jq', 'ripgrep']);
    assert.deepEqual(found('base', ''), ['glibc', 'libidn2']);
    assert.deepEqual(found('shipped', 'g'), ['oniguruma', 'ripgrep']);
    assert.deepEqual(found('new', ''), ['jq']);
    assert.deepEqual(found('all', 'nothing of the kind'), []);
  });

  it('sorts by each column, up and down, and equal rows by name', () => {
    const sample = model();
    const sorted = (column: (typeof COLUMNS)[number], descending: boolean): readonly string[] =>
      sortPaths(sample, [...sample.data.names.keys()], { column, descending, weighed: 'all' }).map((path) => sample.packages[path]?.name ?? '');
    assert.deepEqual(sorted('own', true), ['glibc', 'ripgrep', 'oniguruma', 'jq', 'libidn2', 'my-tools']);
    assert.deepEqual(sorted('name', false), ['glibc', 'jq', 'libidn2', 'my-tools', 'oniguruma', 'ripgrep']);
    assert.deepEqual(sorted('retained', true).slice(0, 2), ['my-tools', 'glibc']);
    assert.deepEqual(sorted('place', true).slice(0, 2), ['jq', 'my-tools']);
    for (const column of COLUMNS) assert.equal(new Set([...sorted(column, true), ...sorted(column, false)]).size, 6, column);
  });
});

describe('the address of an explorer', () => {
  const STATES: fc.Arbitrary<ViewState> = fc.record({
    arch: fc.constantFrom('amd64', 'arm64'),
    path: fc.string({ unit: 'grapheme' }),
    query: fc.string({ unit: 'grapheme' }),
    shown: fc.constantFrom(...PATH_FILTERS),
    weighed: fc.constantFrom('all', 'shipped'),
    grouping: fc.constantFrom(...GROUPINGS),
    sort: fc.constantFrom(...COLUMNS),
    descending: fc.boolean(),
  }, { noNullPrototype: true });

  it('leads back to the same view', () => {
    fc.assert(fc.property(STATES, (state) => assert.deepEqual(readState(`#${writeState(state, ['amd64', 'arm64'])}`, ['amd64', 'arm64']), state)), { seed: 1 });
  });

  it('takes words that it does not know for the first view, which has an empty address', () => {
    const first = readState('', ['amd64', 'arm64']);
    assert.deepEqual(readState('#arch=riscv&show=%00&by=colour&sort=constructor&order=sideways&count=x', ['amd64', 'arm64']), first);
    assert.equal(writeState(first, ['amd64', 'arm64']), '');
  });
});

describe('the tiles of an explorer', () => {
  it('are walked in the direction of the arrow, and not beyond the edge', () => {
    const tiles = [[0, 0], [10, 0], [0, 10], [10, 10]].map(([x0 = 0, y0 = 0]) => ({ x0, y0, x1: x0 + 10, y1: y0 + 10 }));
    assert.deepEqual((['right', 'down', 'left', 'up'] as const).map((direction) => nearestTile(tiles, 0, direction)), [1, 2, 0, 0]);
    assert.deepEqual((['right', 'down', 'left', 'up'] as const).map((direction) => nearestTile(tiles, 3, direction)), [3, 3, 2, 1]);
  });
});
