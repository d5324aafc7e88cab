import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { IMAGE_CONFIG, IMAGE_MANIFEST, LAYER_TAR } from '../../src/oci/format/media-types.ts';
import { LayoutWriter } from '../../src/oci/layout/layout-writer.ts';
import { BASE, releasedFeature, TOOL } from './release.ts';
import { onlyFailure, open, verified } from './verified.ts';

const root = mkdtempSync(path.join(tmpdir(), 'verify-base-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let count = 0;

/** An image with one layer, which has these files. */
async function image(files: Readonly<Record<string, string>>): Promise<{ readonly kind: 'layout'; readonly text: string; readonly folder: string; readonly ref: undefined }> {
  const [tree, folder] = ['tree', 'image'].map((name) => path.join(root, String((count += 1)), name));
  if (tree === undefined || folder === undefined) throw new Error('both are named');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), text);
  }
  mkdirSync(folder, { recursive: true });
  const tar = execFileSync('tar', ['-C', tree, '-cf', '-', '.']);
  const writer = await LayoutWriter.create(folder);
  const layer = await writer.addBytes(tar, LAYER_TAR);
  const config = await writer.addBytes(Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digestOf(tar)] } })), IMAGE_CONFIG);
  await writer.finish([await writer.addBytes(Buffer.from(canonicalJson({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [layer] })), IMAGE_MANIFEST)]);
  return { kind: 'layout', text: `oci:${folder}`, folder, ref: undefined };
}

// As a NAR of one file it has the 120 bytes that the release says of it.
const REQUIRED = { [BASE.slice(1)]: '12345678' };

test('what is required must be in the base, whole, and what is shipped must not', async () => {
  const release = await releasedFeature();
  const check = async (files: Readonly<Record<string, string>>): ReturnType<typeof verified> => verified(release, '1.2.0', { bases: [await image(files)] });
  const fine = await check(REQUIRED);
  assert.deepEqual([...open(fine, 'failed'), ...open(fine, 'unchecked')], [], JSON.stringify(fine.checks, undefined, 2));
  assert.match(onlyFailure(await check({ etc: 'x' }), 'base amd64'), new RegExp(`^${BASE} is required but not in oci:`));
  assert.match(onlyFailure(await check({ [BASE.slice(1)]: '' }), 'base amd64'), new RegExp(`^${BASE} is required but incomplete in oci:`));
  const tool = {
    [`${TOOL.slice(1)}/bin/tool`]: '',
  };
  // A path of that name and other contents is none that could have been used.
  assert.deepEqual(open(await check({ ...REQUIRED, ...tool }), 'failed'), []);
});

test("a base that can't be read keeps it from being checked, and is no failure of the Feature", async () => {
  const release = await releasedFeature();
  const base = await image(REQUIRED);
  rmSync(path.join(base.folder, 'blobs'), { recursive: true });
  const report = await verified(release, '1.2.0', { bases: [base] });
  assert.deepEqual([open(report, 'failed'), open(report, 'unchecked')], [[], ['base amd64']]);
});
