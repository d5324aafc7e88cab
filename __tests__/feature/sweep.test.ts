import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, test } from '@jest/globals';
import { checkFeature } from '../../src/feature/contract/check-feature.ts';
import { PUBLIC_STYLE, type PublicFeature } from './public-style.ts';

const CLI = path.join(import.meta.dirname, '../../node_modules/@devcontainers/cli/devcontainer.js');
const scratch = await mkdtemp(path.join(tmpdir(), 'sweep-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function write(root: string, { id, files }: PublicFeature): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, id, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    if (name.endsWith('.sh')) await chmod(file, 0o755);
  }
}

const source = path.join(scratch, 'src');
for (const feature of PUBLIC_STYLE) await write(source, feature);

test('the official packer takes every Feature of the sweep', async () => {
  const output = path.join(scratch, 'output');
  await promisify(execFile)(process.execPath, [CLI, 'features', 'package', source, '--output-folder', output], { env: { ...process.env, NODE_OPTIONS: '' } });
  const { features } = JSON.parse(await readFile(path.join(output, 'devcontainer-collection.json'), 'utf8')) as { features: { id: string }[] };
  assert.deepEqual(features.map(({ id }) => id).toSorted(), PUBLIC_STYLE.map(({ id }) => id).toSorted());
});

for (const { id } of PUBLIC_STYLE) {
  test(`a Feature in the style of public ones has no error: ${id}`, async () => {
    const findings = await checkFeature(path.join(source, id), { flake: 'here' });
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
  });
}
