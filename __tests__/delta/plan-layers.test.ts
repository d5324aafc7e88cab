import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { type ReusableLayer, layerKey } from '../../src/delta/layers/known-layers.ts';
import { planLayers, type LayerPlan } from '../../src/delta/layers/plan-layers.ts';
import type { PathInfo } from '../../src/nix/store/closure.ts';
import { nameOf, parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { generator } from '../rig/random.ts';

const MB = 1024 * 1024;
const DIGITS = '0123456789abcdfghijklmnpqrsvwxyz';

/** The same for the same name, version and references; another version is another path of the same name. */
function info(name: string, narSize: number, version = 0, references: readonly StorePath[] = []): PathInfo {
  const bytes = Buffer.from(digestOf(`${name} ${version} ${references.join(' ')}`)).subarray(7, 39);
  const hash = [...bytes].map((byte) => DIGITS[byte % 32]).join('');
  return {
    path: parseStorePath(`/nix/store/${hash}-${name}-1.0`),
    narHash: `sha256-${hash}`,
    narSize,
    references: references.toSorted(),
    deriver: null,
    ca: null,
  };
}

function keysOf(plan: LayerPlan): string[] {
  return plan.layers.map((layer) => (layer.kind === 'keep' ? `keep ${layer.layer.key}` : `pack ${layer.paths.join(' ')}`));
}

function groupsOf(plan: LayerPlan): (readonly StorePath[])[] {
  return plan.layers.map((layer) => (layer.kind === 'keep' ? layer.layer.paths : layer.paths));
}

function packed(plan: LayerPlan): StorePath[] {
  return plan.layers.flatMap((layer) => (layer.kind === 'pack' ? layer.paths : []));
}

function layerOf(paths: readonly StorePath[], infos: readonly PathInfo[]): ReusableLayer {
  const all = new Map(infos.map((each) => [each.path, each]));
  return { key: layerKey(paths, all), paths, size: paths.reduce((sum, path) => sum + Math.ceil((all.get(path)?.narSize ?? 0) / 3), 0) };
}

/** What a plan becomes once it is published. */
function published(plan: LayerPlan, infos: readonly PathInfo[]): ReusableLayer[] {
  return groupsOf(plan).map((paths) => layerOf(paths, infos));
}

function check(infos: readonly PathInfo[], maxLayers: number, history: readonly ReusableLayer[] = []): LayerPlan {
  const plan = planLayers(infos, maxLayers, history);
  const groups = groupsOf(plan);
  assert.ok(groups.length <= maxLayers, `${groups.length} layers of at most ${maxLayers}`);
  assert.ok(groups.every((group) => group.length > 0));
  assert.deepEqual(groups.flat().sort(), infos.map(({ path }) => path).sort());
  return plan;
}

/** What a path is made of: Nix builds it again when what it needs changes. */
interface Source {
  readonly size: number;
  readonly version: number;
  readonly needs: readonly string[];
}

/** Many small ones, few large ones; each needs some of those before it. */
function sourcesOf(random: () => number, count: number): Map<string, Source> {
  const names = Array.from({ length: count }, (_, i) => `pkg${i}`);
  return new Map(
    names.map((name, i) => {
      const needs = Array.from({ length: Math.floor(random() * 4) }, () => names[Math.floor(random() * i)] ?? '').filter((need) => need !== name);
      return [name, { size: Math.ceil(1000 * 10 ** (random() * 4.7)), version: 0, needs: i === 0 ? [] : needs }];
    }),
  );
}

/** As Nix builds them; what a package needs comes before it. */
function built(sources: ReadonlyMap<string, Source>): PathInfo[] {
  const made = new Map<string, PathInfo>();
  for (const [name, { size, version, needs }] of sources) {
    made.set(name, info(name, size, version, [...new Set(needs.flatMap((need) => made.get(need)?.path ?? []))]));
  }
  return [...made.values()];
}

function namesOf(plan: LayerPlan): string[] {
  return groupsOf(plan).map((paths) => paths.map(nameOf).sort().join(' ')).sort();
}

test('every path is in one layer, and there are never more layers than asked for', () => {
  const plans = [[1], [20 * MB], [], Array<number>(40).fill(20 * MB), [50 * MB, 1, 2, 3], Array<number>(2000).fill(MB)];
  for (const sizes of plans) {
    for (const maxLayers of [1, 2, 3, 16, 100]) check(sizes.map((size, i) => info(`pkg${i}`, size)), maxLayers);
  }
});

test('large paths stand alone, small ones share', () => {
  const sizes = [1000, 40 * MB, 2000, 17 * MB, 3000];
  const groups = groupsOf(check(sizes.map((size, i) => info(`pkg${i}`, size)), 16));
  assert.deepEqual(groups.map((group) => group.length).sort((a, b) => a - b), [1, 1, 3]);
});

test('the order in which paths come does not matter', () => {
  const random = generator(1);
  const before = built(sourcesOf(random, 60));
  const history = published(planLayers(before, 8), before);
  const now = [...before.slice(5), info('pkg3', 5000, 1), info('other', MB)];
  const plan = keysOf(planLayers(now, 8, history));
  for (let i = 0; i < 5; i++) {
    const shuffled = now.map((each) => ({ each, at: random() })).sort((a, b) => a.at - b.at).map(({ each }) => each);
    assert.deepEqual(keysOf(planLayers(shuffled, 8, history)), plan);
  }
});

test('nothing is packed where nothing changed', () => {
  const random = generator(2);
  for (let round = 0; round < 20; round++) {
    const infos = built(sourcesOf(random, 1 + Math.floor(random() * 150)));
    const history = published(planLayers(infos, 16), infos);
    const plan = check(infos, 16, history);
    assert.deepEqual(plan.layers.map((layer) => layer.kind === 'keep' && layer.layer.key), history.map(({ key }) => key));
  }
});

test('only the layer of a path that changed is packed again', () => {
  const before = Array.from({ length: 12 }, (_, i) => info(`pkg${i}`, 20 * MB));
  const history = published(planLayers(before, 16), before);
  const after = [...before.slice(1), info('pkg0', 20 * MB, 1)];
  assert.deepEqual(packed(check(after, 16, history)), [after.at(-1)?.path]);
});

test('a path that the base has by now breaks its own layer alone, and only what is left of that is sent again', () => {
  const infos = Array.from({ length: 9 }, (_, i) => info(`pkg${i}`, 2 * MB));
  const [one, two, three] = [infos.slice(0, 3), infos.slice(3, 6), infos.slice(6)].map((group) => layerOf(group.map(({ path }) => path), infos)) as [ReusableLayer, ReusableLayer, ReusableLayer];
  const plan = check(infos.slice(1), 16, [one, two, three]);
  assert.deepEqual(keysOf(plan).filter((line) => line.startsWith('keep')), [`keep ${two.key}`, `keep ${three.key}`]);
  assert.deepEqual(packed(plan).toSorted(), one.paths.slice(1).toSorted());
});

test('a path that changed is parted from those that it was with, so that the next release packs it alone', () => {
  const quiet = Array.from({ length: 20 }, (_, i) => info(`quiet${i}`, MB));
  const release = (version: number): PathInfo[] => [...quiet, info('restless', 2 * MB, version)];
  const first = published(planLayers([...release(0)], 16), release(0));
  const second = published(check(release(1), 16, first), release(1));
  assert.deepEqual(packed(check(release(2), 16, second)), [release(2).at(-1)?.path]);
});

const fourPaths = (version: number): PathInfo[] => [info('a', 9 * MB), info('b', 9 * MB), info('c', 9 * MB, version), info('d', 9 * MB)];

test('where there is no layer left, what remains stays with what replaces its neighbour', () => {
  const [a, b, c, d] = fourPaths(0).map(({ path }) => path) as [StorePath, StorePath, StorePath, StorePath];
  const history = [layerOf([a, b], fourPaths(0)), layerOf([c, d], fourPaths(0))];
  const plan = check(fourPaths(1), 2, history);
  assert.deepEqual(plan.layers.map(({ kind }) => kind), ['keep', 'pack']);
  assert.deepEqual(new Set(packed(plan)), new Set([fourPaths(1)[2]?.path, d]));
});

test('a layer whose key is not that of what its paths hold today is not kept', () => {
  const [one, other] = [info('one', MB), info('other', MB)];
  const honest = layerOf([one.path], [one]);
  const rebuilt = layerOf([other.path], [{ ...other, narHash: 'sha256-as-another-machine-built-it' }]);
  const plan = check([one, other], 16, [rebuilt, honest]);
  assert.deepEqual(keysOf(plan), [`keep ${honest.key}`, `pack ${other.path}`]);
});

test('of two layers that hold the same path, the one that comes first is kept', () => {
  const infos = [info('a', MB), info('b', MB), info('c', MB)];
  const [a, b, c] = infos.map(({ path }) => path) as [StorePath, StorePath, StorePath];
  const [own, sibling] = [layerOf([a, b], infos), layerOf([b, c], infos)];
  assert.deepEqual(keysOf(check(infos, 16, [own, sibling])), [`keep ${own.key}`, `pack ${c}`]);
  assert.deepEqual(keysOf(check(infos, 16, [sibling, own])), [`keep ${sibling.key}`, `pack ${a}`]);
});

test('a layer that names a path twice, or none, is not kept', () => {
  const infos = [info('a', MB)];
  const [a] = infos.map(({ path }) => path) as [StorePath];
  assert.deepEqual(keysOf(check(infos, 16, [layerOf([], infos), layerOf([a, a], infos)])), [`pack ${a}`]);
});

test('where there are too many layers the smallest are given up', () => {
  const infos = Array.from({ length: 20 }, (_, i) => info(`pkg${i}`, (i + 1) * MB));
  const history = infos.map(({ path }) => layerOf([path], infos));
  const plan = check(infos, 16, history);
  assert.deepEqual(new Set(packed(plan)), new Set(infos.slice(0, packed(plan).length).map(({ path }) => path)));
  assert.ok(packed(plan).length <= 8, `${packed(plan).length} of 20 packed`);
});

test('more layers than can be weighed, of many siblings, are no obstacle', () => {
  const infos = Array.from({ length: 600 }, (_, i) => info(`pkg${i}`, 1000 * (i + 1)));
  const siblings = infos.slice(100).map(({ path }) => layerOf([path], infos));
  for (const maxLayers of [1, 16, 100]) check(infos, maxLayers, siblings);
});

test('when all is built again, paths come into the company that they were in', () => {
  const random = generator(6);
  const sources = sourcesOf(random, 90);
  const before = built(sources);
  const lowest = sources.get('pkg0') ?? { size: 1, version: 0, needs: [] };
  const everything = [...sources].map(([name, source]) => [name, { ...source, needs: ['pkg0', ...source.needs] }] as const);
  const again = (version: number): PathInfo[] => built(new Map([...everything, ['pkg0', { ...lowest, version }]]));
  assert.equal(again(1).filter(({ path }) => again(2).some((each) => each.path === path)).length, 0);
  assert.deepEqual(namesOf(check(again(2), 8, published(check(again(1), 8), again(1)))), namesOf(check(again(1), 8)));
  assert.equal(check(before, 8).layers.length, 8);
});

test('paths share a layer with what they are built again for, not with what is none of their business', () => {
  const library = info('library', 4 * MB);
  const program = info('program', 4 * MB, 0, [library.path]);
  const plugin = info('plugin', 4 * MB, 0, [library.path, program.path]);
  const related = new Set([library, program, plugin].map(({ path }) => path));
  const others = Array.from({ length: 7 }, (_, i) => info(`other${i}`, 4 * MB));
  for (const maxLayers of [8, 9]) {
    const shared = groupsOf(check([...others, library, program, plugin], maxLayers)).filter((paths) => paths.length > 1);
    assert.ok(shared.length > 0 && shared.flat().every((path) => related.has(path)));
  }
});

test('small layers that exist make room for what is large and new', () => {
  const small = Array.from({ length: 16 }, (_, i) => info(`small${i}`, 200_000));
  const history = small.map(({ path }) => layerOf([path], small));
  const large = Array.from({ length: 10 }, (_, i) => info(`large${i}`, 30 * MB));
  const groups = groupsOf(check([...small, ...large], 16, history));
  assert.equal(groups.filter((paths) => paths.some((path) => path.includes('-large'))).length, 10);
});

test('after a hundred random releases plans still hold, and send little more than what changed', () => {
  for (const seed of [3, 4, 5]) {
    const random = generator(seed);
    const sources = sourcesOf(random, 80);
    let history: ReusableLayer[] = [];
    let [sent, changed] = [0, 0];
    for (let release = 0; release < 100; release++) {
      const names = [...sources.keys()];
      const name = names[Math.floor(random() * names.length)] ?? '';
      const source = sources.get(name);
      if (source !== undefined) sources.set(name, { ...source, version: release });
      if (release % 9 === 8) sources.delete(names.at(-1) ?? '');
      if (release % 7 === 6) sources.set(`added${release}`, { size: Math.ceil(MB * random()), version: 0, needs: [name] });
      const infos = built(sources);
      const before = new Set(history.flatMap(({ paths }) => paths));
      const plan = check(infos, 16, history);
      const again = new Set(packed(plan));
      for (const { path, narSize } of release === 0 ? [] : infos) {
        if (again.has(path)) sent += narSize;
        if (!before.has(path)) changed += narSize;
      }
      history = published(plan, infos);
    }
    assert.ok(sent < 1.5 * changed, `seed ${seed}: ${sent} sent, ${changed} changed`);
  }
});
