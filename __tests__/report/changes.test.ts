import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { changesBetween, compareSides, type FeatureChanges, type Side } from '../../src/delta/compare/changes.ts';
import { changesSection, changesLines, BRIEF, WHOLE } from '../../src/report/parts/changes-section.ts';
import { changesResult, changesHeadline } from '../../src/report/parts/changes.ts';
import { renderDiff } from '../../src/report/runs/diff.ts';
import { formatChange } from '../../src/kit/format.ts';
import { resultOf } from '../../src/report/build/outputs.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import { renderSummary } from '../../src/report/build/summary.ts';
import { renderTerminalSummary } from '../../src/report/build/terminal.ts';
import type { ClosureEntry } from '../../src/delta/document/delta-document.ts';
import { document, entry, pathOf, platform, report } from './sample.ts';

function changes(before: readonly ClosureEntry[], after: readonly ClosureEntry[]): FeatureChanges {
  return changesBetween({ ...document(before), feature: { id: 'my-tools', version: '1.1.0' } }, { ...document(after), storePath: pathOf('my-tools-2'), outputs: {} });
}

const BEFORE = [
  entry('my-tools-1', 1_000, 'delta', ['jq-1.7', 'tree-2.1', 'gcc-13-lib']),
  entry('jq-1.7', 400_000, 'delta', ['glibc-2.38']),
  entry('tree-2.1', 70_000, 'delta'),
  entry('gcc-13-lib', 9_000_000, 'delta'),
  entry('glibc-2.38', 30_000_000, 'base'),
];

const AFTER = [
  entry('my-tools-2', 1_000, 'delta', ['jq-1.7.1', 'ripgrep-14', 'gcc-13-lib']),
  entry('jq-1.7.1', 410_000, 'delta', ['oniguruma-6.9', 'glibc-2.39']),
  entry('oniguruma-6.9', 600_000, 'delta', ['glibc-2.39']),
  entry('ripgrep-14', 5_000_000, 'delta'),
  entry('gcc-13-lib', 9_000_000, 'base'),
  entry('glibc-2.39', 31_000_000, 'delta'),
];

const HEADLINE = '3 upgraded, 2 added, 1 removed, 1 moved, +6.54 MB';

test('what changed since the last release, for the job summary, whole', () => {
  assert.equal(
    changesSection(changes(BEFORE, AFTER), ''),
    `### Changed since 1.1.0: ${HEADLINE}

Shipped: 4 paths, 9.47 MB → 5 paths, 37.0 MB, 37.0 MB of it new. The closure: 5 paths, 39.5 MB → 6 paths, 46.0 MB.

| Package | Version | New | Size | In |
| --- | --- | ---: | ---: | --- |
| \`glibc\` | 2.38 → 2.39 | 31.0 MB | +1.00 MB | base → delta |
| \`ripgrep\` | added: 14 | 5.00 MB | +5.00 MB | delta |
| \`jq\` | 1.7 → 1.7.1 | 410 kB | +10.0 kB | delta |
| \`oniguruma\` | added: 6.9 | 600 kB | +600 kB | delta |
| \`tree\` | removed: 2.1 |  | −70.0 kB | delta |
| \`my-tools\` | 1 → 2 | 1.00 kB | ±0 B | delta |

Taken from the base now, shipped before (9.00 MB): \`gcc\`.

Shipped now, taken from the base before (31.0 MB): \`glibc\`.

<details><summary>What pulled the new packages in</summary>

\`\`\`text
my-tools-2 → jq-1.7.1 → glibc-2.39
my-tools-2 → ripgrep-14
my-tools-2 → jq-1.7.1
my-tools-2 → jq-1.7.1 → oniguruma-6.9
\`\`\`

</details>`,
  );
});

test('and for a terminal', () => {
  assert.equal(
    changesLines(changes(BEFORE, AFTER), BRIEF, PLAIN).join('\n'),
    `  Shipped: 4 paths, 9.47 MB → 5 paths, 37.0 MB, 37.0 MB of it new. The closure: 5 paths, 39.5 MB → 6 paths, 46.0 MB.
  glibc      2.38 → 2.39   31.0 MB new  +1.00 MB  base → delta
  ripgrep    added: 14     5.00 MB new  +5.00 MB  delta
  jq         1.7 → 1.7.1    410 kB new  +10.0 kB  delta
  oniguruma  added: 6.9     600 kB new   +600 kB  delta
  tree       removed: 2.1               −70.0 kB  delta
  my-tools   1 → 2         1.00 kB new      ±0 B  delta
  Taken from the base now, shipped before (9.00 MB): gcc
  Shipped now, taken from the base before (31.0 MB): glibc
  What pulled the new packages in:
    my-tools-2 → jq-1.7.1 → glibc-2.39
    my-tools-2 → ripgrep-14
    my-tools-2 → jq-1.7.1
    my-tools-2 → jq-1.7.1 → oniguruma-6.9`,
  );
});

test('both summaries have it for each platform that was released before, and none where nothing was', () => {
  const since = { ...platform(), changes: changes(BEFORE, AFTER) };
  assert.ok(renderSummary(report({ platforms: [since] })).includes(`\n\n### Changed since 1.1.0: ${HEADLINE}\n\n`));
  const both = renderSummary(report({ platforms: [since, { ...platform(document(undefined, 'arm64'), 'arm64') }] }));
  assert.deepEqual(both.match(/### Changed since.*?:/g), ['### Changed since 1.1.0 for amd64:']);
  assert.match(renderTerminalSummary(report({ platforms: [since] }), PLAIN), /\n\nChanged since 1\.1\.0: 3 upgraded/);
  assert.doesNotMatch(renderSummary(report()) + renderTerminalSummary(report(), PLAIN), /Changed since/);
});

test('where nothing changed it is said in one line', () => {
  const nothing = changes(AFTER, AFTER);
  assert.equal(changesSection(nothing, ' for arm64'), '### No store path changed since 1.1.0 for arm64');
  assert.deepEqual(changesLines(nothing, WHOLE, PLAIN), []);
});

/** The same name with another hash. */
function again(name: string): ClosureEntry {
  return { ...entry(name, 1_000, 'delta'), path: pathOf(name).replace(/store\/../, 'store/zz') as ClosureEntry['path'] };
}

test('many packages that were only built again are one line, or few where all are named', () => {
  const names = Array.from({ length: 40 }, (_, i) => `p${String(i).padStart(2, '0')}-1.0`);
  const rebuilt = changes(names.map((name) => entry(name, 1_000, 'delta')), names.map(again));
  const text = changesSection(rebuilt, '');
  assert.match(text, /^### Changed since 1\.1\.0: 40 rebuilt, ±0 B\n/);
  assert.match(text, /\nRebuilt with the same version \(40\.0 kB new\): `p00`, `p01`, .*`p19` and 20 more\.$/);
  assert.equal(changesLines(rebuilt, BRIEF, PLAIN).length, 2);
  const whole = changesLines(rebuilt, WHOLE, PLAIN).slice(1);
  assert.match(whole[0] ?? '', /^ {2}Rebuilt with the same version \(40\.0 kB new\): p00, .*,$/);
  assert.match(whole[1] ?? '', /^ {4}p\d\d, .*,$/);
  assert.match(whole.at(-1) ?? '', /p38, p39$/);
  assert.ok(whole.every((line) => line.length <= 100));
});

function manyPackages(version: number): ClosureEntry[] {
  return Array.from({ length: 5_000 }, (_, i) => entry(`package${i}with-a-long-name-${version}`, 1_000 + i, 'delta'));
}

test('a page stays small however much changed', () => {
  const much = changes(manyPackages(1), manyPackages(2));
  const text = changesSection(much, '');
  assert.ok(Buffer.byteLength(text) < 20_000, String(Buffer.byteLength(text)));
  assert.match(text, /\n\| 4,950 more \|/);
  assert.match(changesLines(much, BRIEF, PLAIN).join('\n'), /… and 4,985 more/);
  const json = JSON.stringify(resultOf(report({ platforms: [{ ...platform(), changes: much }] })));
  assert.ok(json.length < 100_000, String(json.length));
  assert.match(json, /"upgraded":5000/);
  assert.match(json, /"packagesLeftOut":4900/);
});

test('a chain of many steps is shown by its ends', () => {
  const names = ['my-tools-2', ...Array.from({ length: 11 }, (_, i) => `s${i + 1}-1`)];
  const chain = names.map((name, i) => entry(name, 1, 'delta', names.slice(i + 1, i + 2)));
  assert.ok(changesSection(changes([], chain), '').includes('my-tools-2 → s1-1 → s2-1 → … 6 more … → s9-1 → s10-1 → s11-1'));
});

/** What a base holds whose paths nobody counted. */
function base(...names: readonly string[]): Side {
  return { paths: names.map((name) => ({ path: pathOf(name), bytes: undefined })), roots: [] };
}

test('for machines there is everything, with null for what is not known', () => {
  const result = changesResult(changes(BEFORE, AFTER));
  assert.deepEqual(result.counts, { upgraded: 3, downgraded: 0, added: 2, removed: 1, rebuilt: 0, moved: 1 });
  assert.deepEqual(result.packages.find(({ name }) => name === 'oniguruma'), {
    name: 'oniguruma',
    kind: 'added',
    before: null,
    after: { versions: ['6.9'], paths: 1, bytes: 600_000, shippedPaths: 1, shippedBytes: 600_000 },
    new: { paths: 1, bytes: 600_000, shippedPaths: 1, shippedBytes: 600_000 },
    gone: { paths: 0, bytes: 0, shippedPaths: 0, shippedBytes: 0 },
    why: [pathOf('my-tools-2'), pathOf('jq-1.7.1'), pathOf('oniguruma-6.9')],
  });
  const bases = compareSides('base', base('a-1'), base('a-2', 'b'));
  assert.deepEqual(changesResult(bases).after, { paths: 2, bytes: null });
  assert.equal(changesHeadline(bases), '1 upgraded, 1 added');
  assert.deepEqual(changesLines(bases, WHOLE, PLAIN), ['  The store: 1 path → 2 paths.', '  a  1 → 2  1 path new', '  b  added  1 path new']);
});

test('the result of a build says since when, or null', () => {
  const [first] = resultOf(report({ platforms: [{ ...platform(), changes: changes(BEFORE, AFTER) }] })).platforms;
  assert.equal(first?.changes?.since, '1.1.0');
  assert.equal(resultOf(report()).platforms[0]?.changes, null);
});

test("a version that a registry tells can't write into the terminal", () => {
  const feature = { id: 'my-tools', version: '1.0\u001B[31m\n2' };
  const side = { name: 'a', feature };
  const text = renderDiff({ what: 'feature', shippedOnly: false, before: side, after: { name: 'b', feature: { id: 'my-tools', version: '2' } }, platforms: [{ arch: 'amd64', changes: changes([], []) }] }, PLAIN);
  assert.equal(text, 'my-tools 1.0 [31m 2 → 2 for amd64: no store path changed\n');
});

test('what came has a plus, what went a minus', () => {
  assert.deepEqual([1_234_567, -950, 0].map(formatChange), ['+1.23 MB', '−950 B', '±0 B']);
});
