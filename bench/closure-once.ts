/**
 * Takes one large closure from Nix's answer to a delta document and back, and prints what each step took: for
 * bench/closure.ts.
 *
 *   node bench/closure-once.ts <what "nix path-info --json" wrote>
 */
import { readFileSync, statSync } from 'node:fs';
import { buildDocument } from '../src/delta/document/build-document.ts';
import { deltaOf } from '../src/delta/delta.ts';
import { layerKey } from '../src/delta/layers/known-layers.ts';
import { parseDeltaDocument } from '../src/delta/document/parse-document.ts';
import { planLayers, type LayerPlan } from '../src/delta/layers/plan-layers.ts';
import { releaseKey } from '../src/release/release-key.ts';
import type { Closure, PathInfo } from '../src/nix/store/closure.ts';
import { parseClosure } from '../src/nix/store/path-info.ts';
import { dependencyTree } from '../src/report/parts/tree.ts';

export interface ClosureSteps {
  /** In milliseconds. */
  readonly times: readonly { readonly name: string; readonly time: number }[];
  /** Bytes of Nix's answer. */
  readonly text: number;
  /** Bytes of memory that the process had at most, once the plans were made and in all. */
  readonly planned: number;
  readonly peak: number;
}

const times: { name: string; time: number }[] = [];

function step<T>(name: string, body: () => T): T {
  const began = performance.now();
  const result = body();
  times.push({ name, time: performance.now() - began });
  return result;
}

/** Where nothing is packed, a layer's size is made up. */
function layersOf({ layers }: LayerPlan, closure: Closure) {
  return layers.map((each) => {
    const paths = each.kind === 'keep' ? each.layer.paths : each.paths;
    const key = layerKey(paths, closure);
    return { key, digest: key, diffId: key, size: 1_000_000, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', paths };
  });
}

/** Every hundredth path in another version. */
function nextRelease(add: readonly PathInfo[]): PathInfo[] {
  return add.map((info, i) => (i % 100 === 0 ? { ...info, narHash: `sha256-${'A'.repeat(43)}=` } : info));
}

const [file = ''] = process.argv.slice(2);
const closure = step('read and parse what Nix wrote', () => parseClosure(readFileSync(file, 'utf8'), 'the bench'));
const base = new Set([...closure.keys()].filter((_, i) => i % 2 === 0));
const delta = step('delta', () => deltaOf(closure, base));
const plan = step('plan, without history', () => planLayers(delta.add, 16));
const layers = step('keys of layers', () => layersOf(plan, closure));
step('plan, nothing changed', () => planLayers(delta.add, 16, layers));
step('plan, one path of a hundred changed', () => planLayers(nextRelease(delta.add), 16, layers));
const planned = process.resourceUsage().maxRSS * 1024;
const [storePath] = closure.keys();
if (storePath === undefined) throw new Error('the closure is empty');
const document = step('delta document', () =>
  buildDocument({
    feature: { id: 'bench', version: '1.0.0' },
    system: 'x86_64-linux',
    storePath,
    outputs: { out: storePath },
    bases: [],
    closure,
    baseStore: base,
    layers,
    source: { flake: '.', locked: {} },
  }),
);
const written = step('written as JSON', () => JSON.stringify(document));
const read = step('read and checked', () => parseDeltaDocument(written, 'the bench'));
step('key of the release', () => releaseKey({ metadata: '{}', files: [], documents: [read], delivery: 'layers' }));
step('tree of the summary', () => dependencyTree(document.closure, [storePath], { lines: 200, depth: 12, show: 'all' }));
const steps: ClosureSteps = { times, text: statSync(file).size, planned, peak: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(steps));
