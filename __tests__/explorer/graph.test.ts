import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BY_NONE, dominatorsOf, UNREACHED } from '../../src/explorer/model/dominators.ts';
import { orderOf, parentsOf, reachedFrom, shortestChain, type References } from '../../src/explorer/model/graph.ts';
import { closureSizes, retainedSizes } from '../../src/explorer/model/sizes.ts';

interface Graph {
  readonly references: References;
  readonly roots: readonly number[];
  readonly weights: readonly number[];
}

/** Graphs of few places and many references, with cycles or without; some places are reached from no root. */
const GRAPHS: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    references: fc.tuple(fc.boolean(), fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }), { minLength: count, maxLength: count })).map(([mayCycle, all]) =>
      all.map((needs, place) => needs.filter((need) => (mayCycle ? need !== place : need > place)).toSorted((a, b) => a - b)),
    ),
    roots: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 3 }),
    weights: fc.array(fc.nat(1000), { minLength: count, maxLength: count }),
  }),
);

/** What the roots reach, if one place is taken away. */
function reached({ references, roots }: Graph, without?: number): ReadonlySet<number> {
  const found = new Set(roots.filter((root) => root !== without));
  for (const place of found) for (const need of references[place] ?? []) if (need !== without) found.add(need);
  return found;
}

function weigh(places: Iterable<number>, weights: readonly number[]): number {
  return [...places].reduce((sum, place) => sum + (weights[place] ?? 0), 0);
}

function each(check: (graph: Graph) => void): void {
  fc.assert(fc.property(GRAPHS, check), { numRuns: 400, seed: Number(process.env['NIX_FEATURE_TEST_SEED'] ?? 1) });
}

describe('the graph of an explorer', () => {
  it('knows what retains what: for any graph, what goes when a path is taken away', () => {
    each((graph) => {
      const all = reached(graph);
      const retained = retainedSizes(graph.references, graph.roots, graph.weights);
      for (const place of all) {
        assert.equal(retained[place], weigh(all, graph.weights) - weigh(reached(graph, place), graph.weights), JSON.stringify({ ...graph, place }));
      }
    });
  });

  it('knows for any graph the nearest path that all ways to another lead through', () => {
    each((graph) => {
      const all = reached(graph);
      const dominators = dominatorsOf(graph.references, graph.roots);
      for (const place of graph.references.keys()) {
        const over = [...all].filter((other) => other !== place && !reached(graph, other).has(place));
        const nearest = over.find((other) => over.every((further) => further === other || !reached(graph, further).has(other)));
        assert.equal(dominators[place], all.has(place) ? (nearest ?? BY_NONE) : UNREACHED, JSON.stringify({ ...graph, place }));
      }
    });
  });

  it('sums up for any graph all that each path needs, once', () => {
    each(({ references, weights }) => {
      const expected = [...references.keys()].map((place) => weigh(reachedFrom(place, references), weights));
      assert.deepEqual([...closureSizes(references, weights)], expected);
    });
  });

  it('sums up more paths than are looked at in one go', () => {
    const count = 2500;
    const references = Array.from({ length: count }, (_, place) => (place + 1 < count ? [place + 1] : []));
    assert.deepEqual([...closureSizes(references, references.map(() => 3))], Array.from({ length: count }, (_, place) => 3 * (count - place)));
  });

  it('finds for any graph a chain from a root, as short as any', () => {
    each((graph) => {
      const { references, roots } = graph;
      let level = new Set(roots);
      const distances = new Map<number, number>();
      for (let distance = 1; level.size > 0; distance++) {
        for (const place of level) distances.set(place, distance);
        level = new Set([...level].flatMap((place) => references[place] ?? []).filter((need) => !distances.has(need)));
      }
      for (const place of references.keys()) {
        const chain = shortestChain(references, roots, place);
        assert.equal(chain.length, distances.get(place) ?? 0);
        if (chain.length === 0) continue;
        assert.ok(roots.includes(chain[0] ?? -1) && chain.at(-1) === place);
        assert.ok(chain.every((step, at) => at === 0 || references[chain[at - 1] ?? -1]?.includes(step)));
      }
    });
  });

  it('puts each path after what it needs, and says if that can not be', () => {
    each(({ references }) => {
      const { neededFirst, hasCycle } = orderOf(references);
      assert.deepEqual(neededFirst.toSorted((a, b) => a - b), [...references.keys()]);
      const inCycle = [...references.keys()].some((place) => (references[place] ?? []).some((need) => reachedFrom(need, references).has(place)));
      assert.equal(hasCycle, inCycle);
      if (hasCycle) return;
      const rank = new Map(neededFirst.map((place, at) => [place, at]));
      for (const [place, needs] of references.entries()) for (const need of needs) assert.ok((rank.get(need) ?? 0) < (rank.get(place) ?? 0));
    });
  });

  it('turns references around', () => {
    each(({ references }) => {
      const parents = parentsOf(references);
      for (const [place, needs] of references.entries()) for (const need of needs) assert.ok(parents[need]?.includes(place));
      assert.equal(parents.flat().length, references.flat().length);
    });
  });
});
