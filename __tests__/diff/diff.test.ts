import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { readDiffRequest } from '../../src/actions/requests/read-diff-request.ts';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { diff } from '../../src/app/diff.ts';
import { Failure, InputError } from '../../src/kit/errors.ts';
import { otherArchTag } from '../../src/feature/metadata/versions.ts';
import type { Host } from '../../src/kit/host.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf, type Digest } from '../../src/oci/format/digest.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { COLLECTION_LAYER, DEVCONTAINER_CONFIG, IMAGE_MANIFEST } from '../../src/oci/format/media-types.ts';
import { diffResult, renderDiff, type DiffReport } from '../../src/report/runs/diff.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import { assertFollows } from '../schemas.ts';
import { storeName, tarOf } from '../base/layer-tar.ts';
import { addImage, folderFor } from '../oci/images.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';
import { CLOSURE, document, entry, pathOf } from '../report/sample.ts';
import { Contents, serveContents } from './registry.ts';

/** A terminal that nobody looks at. */
function quietHost(): Host {
  const nowhere = { write: () => true };
  return createTerminalHost({ stdout: nowhere, stderr: nowhere, env: { NIX_FEATURE_CACHE: '/dev/null/no-cache' }, signal: new AbortController().signal });
}

function compare(before: string, after: string, arches = '', folder = '/'): Promise<DiffReport> {
  const where = { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 };
  return diff(readDiffRequest({ before, after }, (name) => (name === 'arches' ? arches : ''), where), quietHost());
}

/** The message, and the hint after a bar. */
async function refusal(report: Promise<unknown>): Promise<string> {
  const error = await report.then(() => assert.fail('was compared'), (reason: unknown) => reason);
  assert.ok(error instanceof Failure, String(error));
  return `${error.message} | ${error.hint ?? ''}`;
}

/** my-tools in another version: with a newer jq, and without ripgrep. */
function release(version: string, arch: 'amd64' | 'arm64' = 'amd64'): DeltaDocument {
  const closure = [
    entry(`my-tools-${version}`, 1_000, 'delta', [`jq-${version}`]),
    entry(`jq-${version}`, 400_000, 'delta', ['glibc-2.38']),
    ...(version === '1.1.0' ? [entry('ripgrep-14', 5_000_000, 'delta')] : []),
    entry('glibc-2.38', 30_000_000, 'base'),
  ];
  return { ...document(closure, arch), feature: { id: 'my-tools', version }, storePath: pathOf(`my-tools-${version}`), outputs: {} };
}

async function registryOf(): Promise<string> {
  const contents = new Contents();
  contents.publish('org/my-tools', [release('1.1.0'), release('1.1.0', 'arm64')]);
  contents.publish('org/my-tools', [release('1.2.0')]);
  const config = contents.add('{}', DEVCONTAINER_CONFIG);
  const manifest = { schemaVersion: 2, mediaType: IMAGE_MANIFEST, config };
  contents.addManifest('org:latest', { ...manifest, layers: [contents.add('[]', COLLECTION_LAYER)] });
  contents.addManifest('org/foreign:1.0.0', { ...manifest, layers: [] });
  const copied = release('1.3.0');
  contents.publish('org/copied', [copied]);
  contents.blobs.delete(digestOf(canonicalJson(copied)));
  return serveContents(contents);
}

test('two published versions are compared for the platforms that both have', async () => {
  const host = await registryOf();
  const report = await compare(`${host}/org/my-tools:1.1.0`, `${host}/org/my-tools:1.2.0`);
  assert.equal(
    renderDiff(report, PLAIN),
    `my-tools 1.1.0 → 1.2.0 for amd64: 2 upgraded, 1 removed, −5.00 MB
  Shipped: 3 paths, 5.40 MB → 2 paths, 401 kB, 401 kB of it new. The closure: 4 paths, 35.4 MB → 3 paths, 30.4 MB.
  ripgrep   removed: 14                 −5.00 MB  delta
  jq        1.1.0 → 1.2.0   400 kB new      ±0 B  delta
  my-tools  1.1.0 → 1.2.0  1.00 kB new      ±0 B  delta
  What pulled the new packages in:
    my-tools-1.2.0 → jq-1.2.0
`,
  );
  const result = diffResult(report);
  assertFollows('diff', result);
  assert.deepEqual(result.before, { name: `${host}/org/my-tools:1.1.0`, id: 'my-tools', version: '1.1.0' });
  assert.deepEqual(result.platforms.map(({ arch, counts }) => [arch, counts['upgraded'], counts['removed']]), [['amd64', 2, 1]]);
});

/** Both versions, and the platforms. */
async function versions(before: string, after: string): Promise<string[]> {
  const report = await compare(before, after);
  return [report.before.feature?.version ?? '', report.after.feature?.version ?? '', ...report.platforms.map(({ arch }) => arch)];
}

test("a platform's own tag, the layout of a build and a delta.json can each be one side", async () => {
  const host = await registryOf();
  const layout = await writeBuiltLayout({ arches: ['amd64', 'arm64'], facts: { feature: { id: 'my-tools', version: '1.3.0' } } });
  const file = join(await folderFor(), 'delta.json');
  await writeFile(file, JSON.stringify({ ...document(CLOSURE, 'arm64'), feature: { id: 'my-tools', version: '1.4.0' } }));
  assert.deepEqual(await versions(`${host}/org/my-tools:1.1.0_arm64`, layout), ['1.1.0', '1.3.0', 'arm64']);
  assert.deepEqual(await versions(`${host}/org/my-tools:1.1.0`, `oci:${layout}`), ['1.1.0', '1.3.0', 'amd64', 'arm64']);
  assert.deepEqual(await versions(layout, file), ['1.3.0', '1.4.0', 'arm64']);
});

test('a platform is found by the tag that earlier versions of this program gave it, or that this one gives it', async () => {
  const contents = new Contents();
  contents.publish('org/my-tools', [document(CLOSURE, 'arm64')]);
  const tags = ['org/my-tools:1.2.0_arm64', 'org/old-tools:1.2.0-arm64'] as const;
  contents.tags.set(tags[1], contents.tags.get(tags[0]) as Digest);
  const host = await serveContents(contents);
  const layout = await writeBuiltLayout({ arches: ['amd64', 'arm64'] });
  for (const tag of tags) {
    for (const written of [tag, otherArchTag(tag) ?? '']) assert.deepEqual(await versions(`${host}/${written}`, layout), ['1.2.0', '1.2.0', 'arm64'], written);
  }
  for (const written of ['1.2.0_arm64', '1.2.0-arm64']) assert.deepEqual(await versions(`oci:${layout}:${written}`, layout), ['1.2.0', '1.2.0', 'arm64']);
  assert.match(await refusal(compare(`${host}/org/my-tools:9.0.0-arm64`, layout)), /my-tools:9\.0\.0-arm64 does not exist/);
});

test('the same version twice is told apart by what the user wrote', async () => {
  const layout = await writeBuiltLayout();
  const text = renderDiff(await compare(layout, layout), PLAIN);
  assert.equal(text, `my-tools 1.2.0 (${layout} → ${layout}) for amd64: no store path changed\n`);
});

test('a platform that one side lacks is an error that says which there are', async () => {
  const host = await registryOf();
  const name = `${host}/org/my-tools`;
  assert.match(await refusal(compare(`${name}:1.1.0`, `${name}:1.2.0`, 'arm64')), /^arches: there is no arm64 of \S+:1\.2\.0: \S+:1\.2\.0 is for amd64\./);
  assert.match(await refusal(compare(`${name}:1.1.0_arm64`, `${name}:1.2.0`)), /There is no platform to compare: \S+_arm64 is for arm64, and \S+:1\.2\.0 is for amd64\./);
});

test('what is not there is named, and what is there', async () => {
  const host = await registryOf();
  const layout = await writeBuiltLayout();
  assert.match(await refusal(compare(`${host}/org/my-tools:9`, layout)), /org\/my-tools:9 does not exist: .*404.* \| \S+ has the tags 1\.1\.0, 1\.1\.0_amd64, 1\.1\.0_arm64, 1\.2\.0, 1\.2\.0_amd64\.$/);
  assert.match(await refusal(compare(layout, `${host}/org/nothing`)), /org\/nothing does not exist: .* \| Nothing was found in \S+\/org\/nothing/);
  assert.match(await refusal(compare(layout, `${host}/private/tools`)), /private\/tools is refused: .*403/);
});

test('a collection, and a Feature that somebody else published, say nothing of store paths', async () => {
  const host = await registryOf();
  const layout = await writeBuiltLayout();
  assert.match(await refusal(compare(layout, `${host}/org`)), /\/org is a collection of Features.* \| Name one of them: \S+\/org\/<id>\.$/);
  assert.match(await refusal(compare(layout, `${host}/org/foreign:1.0.0`)), /is a Feature that nix-feature did not publish/);
});

test('of a Feature that was copied without its delta documents nothing can be said', async () => {
  const host = await registryOf();
  const text = await refusal(compare(`${host}/org/my-tools:1.2.0`, `${host}/org/copied:1.3.0`));
  assert.match(text, /^The delta document of \S+\/org\/copied:1\.3\.0 for amd64 is not in its repository, .* \| A copy from another registry/);
});

async function writeBase(paths: readonly string[]): Promise<string> {
  const folder = join(await folderFor(), 'base');
  const writer = await LayoutWriter.create(folder);
  await writer.finish([await addImage(writer, { architecture: 'amd64' }, [{ bytes: await tarOf(paths.map((name) => `nix/store/${name}/file`), '0123456789') }])]);
  return folder;
}

test('two bases are compared by the names of their paths, with the bytes of their files', async () => {
  const before = await writeBase([storeName('a', 'bash-5.1'), storeName('b', 'same-1')]);
  const after = await writeBase([storeName('c', 'bash-5.2'), storeName('b', 'same-1'), storeName('d', 'curl-8.6.0')]);
  const report = await compare(`oci:${before}`, after);
  assert.equal(
    renderDiff(report, PLAIN),
    `oci:${before} → ${after} for amd64: 1 upgraded, 1 added, +10 B
  The store: 2 paths, 20 B → 3 paths, 30 B.
  bash  5.1 → 5.2     10 B new   ±0 B
  curl  added: 8.6.0  10 B new  +10 B
`,
  );
  assert.equal(diffResult(report).what, 'base');
  assertFollows('diff', diffResult(report));
  assert.match(await refusal(compare(before, after, 'arm64')), /has no image for linux\/arm64: it is available for linux\/amd64/);
});

test("a Feature and a base can't be compared", async () => {
  const base = await writeBase([storeName('a')]);
  const layout = await writeBuiltLayout();
  assert.match(await refusal(compare(layout, base)), /is a Feature, and \S+base is a base image: they can't be compared\. \| Name two Features, or two base images\.$/);
});

test('what is no reference, no folder of ours or spelt as elsewhere is refused before anything is read', async () => {
  const folder = await folderFor();
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'notes.txt'), 'no JSON');
  const refused = (text: string): Promise<string> => refusal(Promise.resolve().then(() => compare(text, text, '', folder)));
  assert.match(await refused('./nothing'), /^before: "\.\/nothing" names \S+\/nothing, which does not exist\./);
  assert.match(await refused('docker://ghcr.io/org/a'), /begins with docker:\/\/, which is not supported/);
  assert.match(await refused('daemon:bedrock'), /only images in registries and layouts can be compared/);
  assert.match(await refused('Bad Name'), /^before: "Bad Name" is not an image reference/);
  assert.match(await refused('oci:nothing'), /names the folder \S+\/nothing, which does not exist/);
  assert.match(await refused('empty'), /holds neither the build of a Feature nor an image/);
  assert.match(await refused('notes.txt'), /notes\.txt is not a valid delta document: it is not JSON\. \| Name a folder/);
  for (const text of ['empty', 'notes.txt']) await assert.rejects(compare(text, text, '', folder), InputError, text);
});

test('with --shipped, what comes from the base is left out, and what the base took over is removed', async () => {
  const folder = await folderFor();
  const before = document([entry('my-tools', 1_000, 'delta', ['jq-1.7']), entry('jq-1.7', 400_000, 'delta'), entry('oniguruma-6.9', 600_000, 'delta'), entry('glibc-2.38', 30_000_000, 'base')]);
  const after = document([entry('my-tools', 1_000, 'delta', ['jq-1.8']), entry('jq-1.8', 500_000, 'delta'), entry('oniguruma-6.9', 600_000, 'base'), entry('glibc-2.40', 31_000_000, 'base')]);
  await writeFile(join(folder, 'before.json'), JSON.stringify(before));
  await writeFile(join(folder, 'after.json'), JSON.stringify(after));
  const shipped = await diff(readDiffRequest({ before: 'before.json', after: 'after.json' }, (name) => (name === 'shipped' ? 'true' : ''), { folder, env: {}, platform: 'linux', arch: 'x64', cores: 1 }), quietHost());
  assert.equal(
    renderDiff(shipped, PLAIN),
    `my-tools 1.2.0 (before.json → after.json) for amd64: 1 upgraded, 1 removed, −500 kB
  Shipped: 3 paths, 1.00 MB → 2 paths, 501 kB, 500 kB of it new.
  jq         1.7 → 1.8     500 kB new  +100 kB  delta
  oniguruma  removed: 6.9              −600 kB  delta
`,
  );
  const { shippedOnly, platforms } = diffResult(shipped);
  assert.deepEqual([shippedOnly, platforms[0]?.packages.map(({ name, kind }) => `${name} ${kind}`)], [true, ['jq upgraded', 'oniguruma removed']]);
  const whole = diffResult(await compare('before.json', 'after.json', '', folder));
  assert.deepEqual([whole.shippedOnly, whole.platforms[0]?.packages.map(({ name, kind }) => `${name} ${kind}`)], [false, ['glibc upgraded', 'jq upgraded', 'oniguruma moved']]);
});
