import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@jest/globals';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { decidesContent } from '../../src/release/content.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What tsc says of a module beside the sources. It is written into the tree, as its imports are looked up from there. */
async function complaintsAbout(source: string): Promise<string> {
  const folder = await mkdtemp(join(ROOT, '__tests__/release/fixture-'));
  try {
    await writeFile(join(folder, 'fixture.ts'), source);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../../tsconfig.json', include: ['fixture.ts'] }));
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch((error: unknown) => error as { stdout: string });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a field of the request without a decision whether it is content does not compile', async () => {
  const fixture = `import '../../../src/release/content.ts';
declare module '../../../src/request/build.ts' { interface BuildRequest { readonly strip: boolean } }`;
  assert.match(await complaintsAbout(fixture), /src\/release\/content\.ts.*error TS\d+: .*[\s\S]*'strip' is missing/);
  assert.equal(await complaintsAbout(`import '../../../src/release/content.ts';`), '');
});

test('an input that fills no field of the request does not compile', async () => {
  const row = "{ name: 'strip', group: 'How to pack it', kind: 'boolean', default: 'false', description: 'Strip.' }";
  const fixture = `import type { BuildInputSpec } from '../../../src/actions/inputs/rows/spec.ts';
export const ROW = ${row} as const satisfies BuildInputSpec;`;
  assert.match(await complaintsAbout(fixture), /'fills' is missing/);
});

test('an input is content if what it says makes a release another one', () => {
  const content = INPUTS.filter(({ fills }) => decidesContent(fills)).map(({ name }) => name);
  assert.deepEqual(content, ['feature', 'flake', 'packages', 'nixpkgs', 'follow-base', 'dev-shell', 'shell-hook', 'direnv-hook', 'include', 'base-image', 'arches', 'delivery', 'complement']);
});
