import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from '@jest/globals';
import { digestOf } from '../../src/oci/format/digest.ts';
import { PLAIN, COLOURS } from '../../src/report/text/terminal-text.ts';
import { renderSummary } from '../../src/report/build/summary.ts';
import { renderTerminalSummary } from '../../src/report/build/terminal.ts';
import { resultOf } from '../../src/report/build/outputs.ts';
import { bar } from '../../src/report/parts/history.ts';
import { linksOf } from '../../src/report/build/links.ts';
import { CLOSURE, document, entry, pathOf, platform, report, withComplement } from './sample.ts';

test('the job summary of a small build, whole', () => {
  assert.equal(
    renderSummary(report()),
    `## my-tools 1.2.0 (amd64): Built

Ships 4 of 6 store paths: 6.00 MB of 36.4 MB (the base has 83%), 2.35 MB compressed.

[Base](<https://ghcr.io/org/bedrock>)

|  | amd64 |
| --- | --- |
| **Base** | \`ghcr.io/org/bedrock:latest@${digestOf('bedrock').slice(0, 19)}\` (612 store paths) |
| **Closure** | 6 paths, 36.4 MB |
| **In the base** | 2 paths, 30.4 MB (83%) |
| **Delta** | 4 paths, 6.00 MB |
| **Compressed** | 2.35 MB in 1 layer |
| **Output** | \`${pathOf('my-tools')}\` |
| **Manifest** | \`${digestOf('manifest amd64')}\` |
| **Time** | base 1.2 s, build 1 min 5 s |

Took 1 min 10 s.

### Largest new paths

| Path | Size | Of the delta |  |
| --- | ---: | ---: | --- |
| \`ripgrep-14\` | 5.00 MB | 83% | ████████████████████ |
| \`oniguruma-6.9\` | 600 kB | 10% | ██▍ |
| \`jq-1.7\` | 400 kB | 7% | █▋ |
| \`my-tools\` | 1.00 kB | <1% | ▏ |

### What to do next

Nothing was published. To publish the Feature, set push to true.

<details><summary>Dependency tree: + is new, = is in the base</summary>

\`\`\`text
+ my-tools  1.00 kB
├─ + jq-1.7  400 kB
│  ├─ + oniguruma-6.9  600 kB
│  │  └─ = glibc-2.38  30.0 MB
│  │     └─ = libidn2-2.3  360 kB
│  └─ = glibc-2.38  30.0 MB  (see above)
└─ + ripgrep-14  5.00 MB
   └─ = glibc-2.38  30.0 MB  (see above)
\`\`\`

</details>

<details><summary>1 layer</summary>

| Digest | Size | Type | Holds |
| --- | --- | --- | --- |
| \`${digestOf('layer').slice(7, 19)}\` | 2.35 MB | \`tar+gzip\` | 4 paths |

</details>

<details><summary>Inputs (1)</summary>

| Input | Value |
| --- | --- |
| \`base-image\` | \`ghcr.io/org/bedrock:latest\` |

</details>
`,
  );
});

test('the terminal summary of a small build, whole', () => {
  assert.equal(
    renderTerminalSummary(report(), PLAIN),
    `my-tools 1.2.0 (amd64): Built
Ships 4 of 6 store paths: 6.00 MB of 36.4 MB (the base has 83%), 2.35 MB compressed.

  closure      6 paths  36.4 MB
  in the base  2 paths  30.4 MB  83%
  to ship      4 paths  6.00 MB
  compressed   1 layer  2.35 MB
  base         ghcr.io/org/bedrock:latest (612 store paths)
  output       ${pathOf('my-tools')}
  manifest     ${digestOf('manifest amd64')}

Largest new paths
  5.00 MB  83%  ripgrep-14
   600 kB  10%  oniguruma-6.9
   400 kB   7%  jq-1.7
  1.00 kB  <1%  my-tools

What needs the new paths
  my-tools 1.00 kB
  ├─ jq-1.7 400 kB
  │  └─ oniguruma-6.9 600 kB
  └─ ripgrep-14 5.00 MB

What to do next
  The OCI image layout is in /repo/layout
  To see what ships and why, open /repo/layout/explorer.html in a browser.
  Nothing was published. To publish the Feature, name the layout, your registry and your namespace (or build with --push):
    nix-feature publish /repo/layout --registry ghcr.io --namespace org/features

Took 1 min 10 s.
`,
  );
});

test('colours change nothing but colours', () => {
  const coloured = renderTerminalSummary(report(), COLOURS);
  assert.ok(coloured.includes('\u001B[1m'));
  assert.equal(stripVTControlCharacters(coloured), renderTerminalSummary(report(), PLAIN));
});

test('the first line names all platforms and counts both', () => {
  const both = report({ platforms: [platform(), platform(document(CLOSURE, 'arm64'), 'arm64')] });
  const text = renderSummary(both);
  assert.match(text, /^## my-tools 1\.2\.0 \(amd64, arm64\): Built\n\nShips 8 of 12 store paths: 12\.0 MB of 72\.7 MB/);
  assert.match(text, /\|  \| amd64 \| arm64 \|/);
  assert.match(text, /### Largest new paths for arm64/);
});

test('a delta with nothing in it says that the base has everything', () => {
  const text = renderSummary(report({ platforms: [platform(document([entry('my-tools', 10, 'base')]))] }));
  assert.match(text, /^## my-tools 1\.2\.0 \(amd64\): Built\n\nThe base already has everything: 1 store path, 10 B\.\n/);
  assert.match(text, /\*\*Delta\*\* \| nothing/);
  assert.doesNotMatch(text, /Largest new paths/);
});

test('a build without a base ships everything, and says no share', () => {
  const text = renderSummary(report({ platforms: [platform({ ...document([entry('my-tools', 10, 'delta')]), bases: [] })] }));
  assert.match(text, /\nShips 1 store path: 10 B, 2\.35 MB compressed\.\n/);
  assert.match(text, /\*\*Base\*\* \| none \|/);
});

test('a run that was up to date says so and what to do', () => {
  const text = renderSummary(report({ upToDate: true, platforms: [], layout: undefined }));
  assert.match(text, /^## my-tools 1\.2\.0: Up to date\n/);
  assert.match(text, /raise the version/);
});

test('what comes next depends on what was published', () => {
  const repository = 'ghcr.io/org/repo/my-tools';
  const feature = renderSummary(report({ published: { what: 'feature', repository, tags: ['1', '1.2', '1.2.0'] } }));
  assert.match(feature, /"ghcr\.io\/org\/repo\/my-tools:1": \{\}/);
  assert.match(feature, /Published as `ghcr\.io\/org\/repo\/my-tools@sha256:[0-9a-f]{64}`\. Tags: `1`, `1\.2`, `1\.2\.0`\./);
  const patch = renderSummary(report({ published: { what: 'feature', repository, tags: ['1.2', '1.2.0'] } }));
  assert.match(patch, /my-tools:1\.2": \{\}/);
  assert.doesNotMatch(feature, /Nothing was published/);
  const layers = renderSummary(report({ published: { what: 'layers', repository, tags: [] } }));
  assert.match(layers, /without a tag/);
  const artifact = renderSummary(report({ artifact: { id: 7, name: 'feature-my-tools-amd64', size: 2_400_000 } }));
  assert.match(artifact, /gh run download --name feature-my-tools-amd64/);
});

test('Markdown and HTML in names, warnings and inputs stay text', () => {
  const text = renderSummary(
    report({
      warnings: [{ message: 'a | b <script> `x` *y*\nnext', location: { file: 'fl|ake.nix', line: 3 } }],
      given: [['nix-config', 'a = `1` | 2\n<b>']],
    }),
  );
  assert.match(text, /- a &#124; b &#60;script&#62; &#96;x&#96; &#42;y&#42; next \(<code>fl&#124;ake\.nix&#58;3<\/code>\)/);
  assert.match(text, /\| `nix-config` \| <code>a = &#96;1&#96; &#124; 2<\/code><br>`<b>` \|/);
});

test('thousands of paths and warnings leave the summary far below what GitHub takes', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `${'n'.repeat(150)}-${index}`);
  const closure = [entry('my-tools', 1, 'delta', names), ...names.map((name, index) => entry(name, index, 'delta'))];
  const warnings = Array.from({ length: 3_000 }, (_, index) => ({ message: `warning ${index}` }));
  const many = report({ platforms: [platform(document(closure)), platform(document(closure, 'arm64'), 'arm64')], warnings });
  const text = renderSummary(many);
  assert.ok(Buffer.byteLength(text) < 512 * 1024);
  assert.match(text, /- … and 2,980 more/);
  assert.match(text, /4,991 more/);
  assert.match(text, /paths further down left out/);
  assert.equal(text.split('<details>').length, text.split('</details>').length);
});

test('the summaries say how large a complement is, and what it is for', () => {
  const withOne = report({ platforms: [platform(withComplement())] });
  assert.match(renderSummary(withOne), /\| \*\*Complement\*\* \| 2 paths, 30\.4 MB; 9\.88 MB in 1 layer, used only where the base lacks paths \|/);
  assert.match(renderTerminalSummary(withOne, PLAIN), /\n  in the base  2 paths  30\.4 MB  83%\n/);
  assert.match(renderTerminalSummary(withOne, PLAIN), /\n  complement +1 layer  9\.88 MB  for other systems\n/);
  assert.doesNotMatch(renderSummary(report()), /complement/i);
  assert.doesNotMatch(renderTerminalSummary(report(), PLAIN), /complement/i);
});

test('the summary of a release leads to its package, its commit and its run, and says once what was sent', () => {
  const sent = { ...platform(), uploadedBytes: 6_000_000 };
  const published = { what: 'feature', repository: 'ghcr.io/org/features/my-tools', tags: ['1.2.0', '1'], uploadedBytes: 100_000 } as const;
  const job = { source: 'https://github.com/org/features', revision: 'a'.repeat(40), run: 'https://github.com/org/features/actions/runs/7' };
  const text = renderSummary(report({ published, platforms: [sent], stages: [{ title: 'test', duration: 20_000 }, { title: 'publish', duration: 4_000 }] }), job);
  assert.match(text, /^## my-tools 1\.2\.0 \(amd64\): Published\n/);
  assert.match(text, /Tags: `1\.2\.0`, `1`\. Sent 6\.10 MB: 6\.00 MB for amd64, 100 kB for the Feature\.\n/);
  assert.ok(text.includes(`[Package](<https://ghcr.io/org/features/my-tools>) · [Base](<https://ghcr.io/org/bedrock>) · [Commit aaaaaaa](<https://github.com/org/features/commit/${'a'.repeat(40)}>) · [Run](<${job.run}>)\n`));
  assert.match(text, /\nTook 1 min 10 s, of which test 20 s, publish 4\.0 s\.\n/);
  assert.equal(text.match(/6\.00 MB for amd64/g)?.length, 1);
});

const PAGES: Readonly<Record<string, string | undefined>> = {
  'ghcr.io/org/bedrock:1@sha256:ab': 'https://ghcr.io/org/bedrock',
  'docker.io/library/debian:12': 'https://hub.docker.com/_/debian',
  'docker.io/org/bedrock': 'https://hub.docker.com/r/org/bedrock',
  'quay.io/org/bedrock:1': 'https://quay.io/repository/org/bedrock',
  'mcr.microsoft.com/devcontainers/base:bookworm': 'https://mcr.microsoft.com/artifact/mar/devcontainers/base',
  'localhost:5000/bedrock': undefined,
  'registry.example.org/bedrock:1': undefined,
  'constructor/bedrock': undefined,
  'oci:layout': undefined,
  'ghcr.io/org/a>b': undefined,
};

test('a base leads to the page of its registry, if the registry has pages', () => {
  const found = Object.keys(PAGES).map((name) => {
    const doc = document();
    return [name, linksOf(report({ platforms: [platform({ ...doc, bases: doc.bases.map((base) => ({ ...base, name })) })] })).find(({ text }) => text === 'Base')?.url];
  });
  assert.deepEqual(Object.fromEntries(found), PAGES);
});

test('a release whose layers are embedded says what each release sends, and what the other delivery would', () => {
  const published = { what: 'feature', repository: 'ghcr.io/org/features/my-tools', tags: ['1.2.0'], delivery: 'embed' } as const;
  const both = { platforms: [platform(), platform(withComplement(document(CLOSURE, 'arm64')), 'arm64')] };
  assert.match(renderSummary(report({ published, ...both })), /The layers are embedded: each release sends all of them \(14\.6 MB\)\. With `delivery: layers`, it would send only the new ones\./);
  assert.doesNotMatch(renderSummary(report({ published: { ...published, delivery: 'layers' } })), /embedded/);
  assert.doesNotMatch(renderSummary(report({ published, upToDate: true })), /embedded/);
});

test('what is published already shows no new paths', () => {
  const text = renderSummary(report({ upToDate: true }));
  assert.match(text, /^## my-tools 1\.2\.0 \(amd64\): Up to date\n/);
  assert.doesNotMatch(text, /Largest new paths|Sent /);
});

test('the last releases are drawn as bars of text, the build itself last', () => {
  const history = [
    { version: '1.0.0', shipped: 5_000_000, compressed: 2_000_000, sent: undefined },
    { version: '1.1.0', shipped: 6_000_000, compressed: 2_400_000, sent: 300_000 },
    { version: '1.2.0', shipped: 6_000_000, compressed: 2_400_000, sent: 0 },
  ];
  const text = renderSummary(report({ history }));
  assert.ok(text.includes(`### The last releases

| Release | Ships | Compressed |  | New bytes |  |
| --- | ---: | ---: | --- | ---: | --- |
| 1.0.0 | 5.00 MB | 2.00 MB | ████████████████▋ |  |  |
| 1.1.0 | 6.00 MB | 2.40 MB | ████████████████████ | 300 kB | ██▌ |
| **1.2.0** | 6.00 MB | 2.40 MB | ████████████████████ | 0 B |  |
`));
  assert.doesNotMatch(renderSummary(report({ history: history.slice(2) })), /The last releases/);
  assert.deepEqual(resultOf(report({ history })).history[1], { version: '1.1.0', deltaSize: 6_000_000, compressedSize: 2_400_000, newBytes: 300_000 });
  assert.deepEqual([bar(0, 10), bar(-1, 10), bar(1, 0), bar(0.001, 10), bar(20, 10, 2), bar(5, 8, 1)], ['', '', '', '▏', '██', '▋']);
});

test('a build that changes nothing has no new paths', () => {
  assert.doesNotMatch(renderSummary(report({ platforms: [{ ...platform(), unchanged: true }] })), /Largest new paths/);
});
