import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { compareSides } from '../../src/delta/compare/changes.ts';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { figuresOf, largestNewPaths, totalsOf } from '../../src/report/build/facts.ts';
import { outputsOf, OUTPUTS, resultOf } from '../../src/report/build/outputs.ts';
import { renderSummary } from '../../src/report/build/summary.ts';
import { renderTerminalSummary } from '../../src/report/build/terminal.ts';
import { renderTestReport, hasFailed, type TestReport } from '../../src/report/parts/tests.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import { assertFollows } from '../schemas.ts';
import { CLOSURE, document, entry, platform, report, withComplement, pathOf } from './sample.ts';

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

interface Parsed {
  readonly truncated?: readonly string[];
  readonly warnings: readonly unknown[];
  readonly digest: string | null;
}

test('a report that is short is whole', () => {
  const parsed = JSON.parse(outputsOf(report()).json) as Parsed;
  assert.deepEqual(parsed, JSON.parse(JSON.stringify(resultOf(report()))));
  assert.equal(parsed.truncated, undefined);
});

test('whatever a report holds, its JSON follows the schema', () => {
  const finding = { rule: 'private-key', what: 'a private key', severity: 'high', hint: '', storePath: pathOf('gnutls-3.8'), file: 'lib/x.so', inName: false, inside: ['gzip'], offset: 1, shown: '----' } as const;
  const own = { ...finding, storePath: undefined, arch: undefined, via: [] };
  const sides = [[entry('jq-1.6', 1, 'delta')], CLOSURE].map((paths) => ({ paths: paths.map(({ path, narSize }) => ({ path, bytes: narSize })), roots: [pathOf('jq-1.6')] }));
  const changes = { since: '1.1.0', ...compareSides('feature', sides[0] ?? { paths: [], roots: [] }, sides[1] ?? { paths: [], roots: [] }) };
  const full = report({
    platforms: [{ ...platform(withComplement()), changes, reproduced: { derivations: 2, fetched: 1, layers: 1 } }, platform(document(CLOSURE, 'arm64'), 'arm64')],
    ships: [{ name: 'test.sh', size: 210 }],
    leaks: { mode: 'warn', rules: 1, bytes: 9, more: 0, closed: 0, found: [own], allowed: [{ finding, entry: { rule: '*', reason: 'self-tests', location: { file: 'allow.yml' } } }] },
    warnings: [{ message: 'x', location: { file: 'flake.nix', line: 3 } }, { message: 'y' }],
    tests: [{ arch: 'amd64', base: 'x', user: '', checks: [{ title: 'test.sh', outcome: 'failed', detail: 'd', log: ['l'], at: { file: 'test.sh', line: 3 } }], duration: 1 }],
    artifact: { id: 1, name: 'n', size: 2 },
  });
  for (const each of [full, report(), report({ upToDate: true, platforms: [], layout: undefined, digest: undefined })]) assertFollows('build', resultOf(each));
  assertFollows('build', JSON.parse(outputsOf({ ...full, warnings: Array.from({ length: 1_000 }, () => ({ message: 'x'.repeat(400) })) }).json));
});

for (const count of [1_000, 100_000]) {
  test(`json stays below its cap with ${count} warnings, and names what it lacks`, () => {
    const { json } = outputsOf({ ...report(), warnings: Array.from({ length: count }, (_, index) => ({ message: `${index} ${'x'.repeat(400)}` })) });
    assert.ok(json.length <= 256 * 1024, String(json.length));
    const parsed = JSON.parse(json) as Parsed;
    assert.ok(parsed.truncated?.includes('warnings'));
    assert.deepEqual(parsed.warnings, []);
  });
}

const TESTED: TestReport = {
  arch: 'amd64',
  base: 'ghcr.io/org/bedrock:1',
  user: 'dev',
  checks: [
    { title: 'install.sh installs', outcome: 'passed' },
    { title: 'test.sh passes', outcome: 'passed', detail: 'as dev | root' },
    { title: 'every added path verified by Nix', outcome: 'skipped', detail: 'the base has no Nix' },
  ],
  duration: 12_000,
};
const UNTESTED: TestReport = { arch: 'arm64', base: 'ghcr.io/org/bedrock:1', user: '', checks: [], skipped: 'no emulator', duration: 100 };

test('the summary says for each base what was tested, and folds the checks', () => {
  const summary = renderSummary(report({ tests: [TESTED, UNTESTED] }));
  assert.match(summary, /### Tested in its base\n/);
  assert.match(summary, /\| amd64 \| `ghcr\.io\/org\/bedrock:1` \| dev \| 2 checks passed, 1 not possible there \| 12 s \|/);
  assert.match(summary, /\| arm64 \| `ghcr\.io\/org\/bedrock:1` \| – \| not tested \(the warnings say why\) \| 0\.1 s \|/);
  assert.match(summary, /<summary>All checks<\/summary>[^]*\| test\.sh passes \| passed: as dev &#124; root \|/);
});

test('where nothing was tested, nothing is said of it', () => {
  for (const nothing of [report(), report({ tests: [] })]) {
    assert.doesNotMatch(renderSummary(nothing), /Tested in/);
    assert.doesNotMatch(renderTerminalSummary(nothing, PLAIN), /Tested in/);
    assert.deepEqual(resultOf(nothing).tests, []);
  }
});

test('a terminal gets a line for each base, and nix-feature test one for each check', () => {
  assert.match(renderTerminalSummary(report({ tests: [TESTED] }), PLAIN), /Tested in its base\n {2}amd64 in ghcr\.io\/org\/bedrock:1 as dev: 2 checks passed, 1 not possible there\n/);
  assert.equal(
    renderTestReport(report({ tests: [TESTED] }), PLAIN),
    `my-tools 1.2.0 for amd64 in ghcr.io/org/bedrock:1: 2 checks passed, 1 not possible there
  install.sh installs: passed
  test.sh passes: passed: as dev | root
  every added path verified by Nix: skipped: the base has no Nix
`,
  );
});

test('machines get every check', () => {
  assert.deepEqual(resultOf(report({ tests: [UNTESTED] })).tests, [{ arch: 'arm64', base: 'ghcr.io/org/bedrock:1', user: null, checks: [], skipped: 'no emulator' }]);
  assert.ok(!hasFailed(TESTED));
  assert.ok(hasFailed({ ...TESTED, checks: [{ title: 'x', outcome: 'failed' }] }));
});
