import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { checkGivenOptions } from '../../src/image/features/check-options.ts';
import { installOrder, type Ordered } from '../../src/image/features/install-order.ts';
import { checkFit } from '../../src/image/layer/check-fit.ts';
import { featureLayers } from '../../src/image/layer/feature-layers.ts';
import { BaseError, Failure } from '../../src/kit/errors.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { CLOSURE, document, entry, pathOf } from '../report/sample.ts';

function feature(text: string, properties: Ordered['properties'] = {}): Ordered {
  return { text, reference: parseReference(text), properties };
}

const after = (...names: readonly string[]): Ordered['properties'] => ({ installsAfter: names });
const needs = (...names: readonly string[]): Ordered['properties'] => ({ dependsOn: Object.fromEntries(names.map((name) => [name, {}])) });

test('Features are installed in the order of the dev container tools', () => {
  const cases: readonly (readonly [what: string, features: readonly Ordered[], override: readonly string[], expected: readonly string[]])[] = [
    ['by name', [feature('x.io/b/c'), feature('x.io/b/a:1'), feature('x.io/a/z')], [], ['x.io/a/z', 'x.io/b/a:1', 'x.io/b/c']],
    ['dependencies first', [feature('x.io/f/a', needs('x.io/f/z:1')), feature('x.io/f/z')], [], ['x.io/f/z', 'x.io/f/a']],
    ['what is installed after, whatever its version', [feature('x.io/f/a', after('x.io/f/b', 'x.io/f/absent')), feature('x.io/f/b:2')], [], ['x.io/f/b:2', 'x.io/f/a']],
    ['under an older name', [feature('x.io/f/a', after('x.io/f/old')), feature('x.io/f/new', { legacyIds: ['old'] })], [], ['x.io/f/new', 'x.io/f/a']],
    ['in rounds', [feature('x.io/f/a'), feature('x.io/f/b', after('x.io/f/a')), feature('x.io/f/c')], [], ['x.io/f/a', 'x.io/f/c', 'x.io/f/b']],
    ['as somebody says', [feature('x.io/f/a'), feature('x.io/f/b'), feature('x.io/f/c')], ['x.io/f/c', 'x.io/f/b'], ['x.io/f/c', 'x.io/f/b', 'x.io/f/a']],
    ['but never before what it needs', [feature('x.io/f/a'), feature('x.io/f/b', needs('x.io/f/a'))], ['x.io/f/b'], ['x.io/f/a', 'x.io/f/b']],
    ['metadata that is nonsense', [feature('x.io/f/b', { installsAfter: 'x', dependsOn: [] }), feature('x.io/f/a', { installsAfter: [5, 'http://x', ''] })], [], ['x.io/f/a', 'x.io/f/b']],
  ];
  for (const [what, features, override, expected] of cases) {
    assert.deepEqual(installOrder(features, override).map(({ text }) => text), expected, what);
    assert.deepEqual(installOrder(features.toReversed(), override).map(({ text }) => text), expected, `${what}, named the other way round`);
  }
});

test('Features that wait for each other are refused', () => {
  assert.throws(() => installOrder([feature('x.io/f/a', after('x.io/f/b')), feature('x.io/f/b', needs('x.io/f/a'))], []), /x\.io\/f\/a and x\.io\/f\/b wait for each other/);
  assert.throws(() => installOrder([feature('x.io/f/a', needs('x.io/f/b'))], []), Failure);
});

const METADATA = JSON.stringify({ id: 'tool', options: { mode: { type: 'string', default: 'auto' }, flavour: { type: 'string', default: 'plain' }, verify: { type: 'string', default: 'full' }, version: { type: 'string', default: 'latest' } } });

function check(options: Parameters<typeof checkGivenOptions>[0]['options'], metadata = METADATA): void {
  checkGivenOptions({ text: 'x.io/f/tool', options }, metadata);
}

test('options that ask for what an image gets are taken, and others are refused by name', () => {
  for (const fine of [{}, { mode: 'secure' }, { flavour: 'plain' }, { verify: 'all', debug: true, mirror: 'x' }, { userLinks: false }, 'latest', true, { version: 'latest' }]) check(fine);
  for (const [options, says] of [
    [{ flavour: 'sweet' }, /is given the option "flavour" with the value "sweet", and no option changes/],
    [{ unknown: 'x' }, /"unknown"/],
    [{ mode: 'dev' }, /in mode dev, which can only be run/],
    [{ userLinks: true }, /links its programs into the home/],
    ['1.2', /"version" with the value "1\.2"/],
    [{ version: '2' }, /"version" with the value "2"/],
  ] as const) {
    assert.throws(() => check(options), (error: unknown) => error instanceof Failure && says.test(error.message), JSON.stringify(options));
  }
  assert.throws(() => check({}, JSON.stringify({ options: { userLinks: { type: 'boolean', default: true } } })), /links its programs/);
  assert.throws(() => check({}, JSON.stringify({ options: { mode: { type: 'string', default: 'dev' } } })), /mode dev/);
});

const BASE = { paths: new Set([pathOf('glibc-2.38'), pathOf('libidn2-2.3')]), narSizes: new Map([[pathOf('glibc-2.38'), 30_000_000], [pathOf('libidn2-2.3'), 360_000]]) };

test('a Feature fits on a base that has what it relies on, and brings only what is not there', () => {
  const one = { text: 'one', document: document() };
  const shipped = CLOSURE.filter((each) => each.in === 'delta').map(({ path }) => path).toSorted();
  assert.deepEqual(checkFit(BASE, [one]), [shipped]);
  // A second Feature with the same paths owns none of them, and neither does one whose paths the base has.
  assert.deepEqual(checkFit(BASE, [one, { ...one, text: 'two' }]), [shipped, []]);
  const rich = { paths: new Set([...BASE.paths, pathOf('jq-1.7')]), narSizes: new Map([...BASE.narSizes, [pathOf('jq-1.7'), 400_000]]) };
  assert.deepEqual(checkFit(rich, [one]), [shipped.filter((path) => path !== pathOf('jq-1.7'))]);
  // What one Feature relies on may come with another one.
  const later = { text: 'later', document: document([entry('jq-1.7', 400_000, 'base', []), entry('my-tools', 5, 'delta', ['jq-1.7'])]) };
  assert.throws(() => checkFit(BASE, [later]), BaseError);
  assert.deepEqual(checkFit(BASE, [one, later]), [shipped, []]);
});

test('a Feature that was built for another base, or would lie on another build, is refused', () => {
  const one = { text: 'one', document: document() };
  assert.throws(() => checkFit({ paths: new Set(), narSizes: new Map() }, [one]), /^BaseError: 2 store paths that the Feature one relies on are not in it, or not complete, such as/);
  assert.throws(() => checkFit({ ...BASE, narSizes: new Map([...BASE.narSizes, [pathOf('glibc-2.38'), 5]]) }, [one]), /1 store path that the Feature one relies on is not in it, or not complete/);
  assert.throws(() => checkFit({ ...BASE, paths: new Set([...BASE.paths, pathOf('jq-1.7')]) }, [one]), /its .*-jq-1\.7 is not what the Feature one ships/);
  const other = { text: 'two', document: document(CLOSURE.map((each) => (each.path === pathOf('jq-1.7') ? { ...each, narHash: 'sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=' } : each))) };
  assert.throws(() => checkFit(BASE, [one, other]), /The Features one and two ship different builds of .*-jq-1\.7/);
  const clashing = { text: 'two', document: document([{ ...entry('jq-1.7', 400_000, 'base'), narHash: 'sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=' }, entry('my-tools', 5, 'delta', ['jq-1.7'])]) };
  const rich = { paths: new Set([...BASE.paths, pathOf('jq-1.7')]), narSizes: new Map([...BASE.narSizes, [pathOf('jq-1.7'), 400_000]]) };
  for (const both of [[one, clashing], [clashing, one]]) assert.throws(() => checkFit(rich, both), /The Features \w+ and \w+ rely on different builds of .*-jq-1\.7/);
});

test('a layer that the base has comes again if the base has lost what it holds', () => {
  const tools = { text: 'one', version: '1.0.0', document: document() };
  const layers = tools.document.layers.map(({ digest }) => digest);
  const paths = tools.document.layers.flatMap((layer) => layer.paths);
  const added = (below: Parameters<typeof featureLayers>[1]): readonly string[] => featureLayers([tools, tools], below).map(({ descriptor }) => descriptor.digest);
  assert.deepEqual(added({ layers: new Set(), paths: new Set(paths) }), layers);
  assert.deepEqual(added({ layers: new Set(layers), paths: new Set(paths) }), []);
  assert.deepEqual(added({ layers: new Set(layers), paths: new Set(paths.slice(1)) }), layers.slice(0, 1));
});
