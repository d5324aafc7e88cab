import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { failureScenarios } from './failure-scenarios.ts';
import { scratchFolder, writeFeature, type Feature } from './feature-folder.ts';
import { DASH, install, makeRoot, removeTree, type Shell } from './sandbox.ts';

// With bash and BusyBox: __tests__/e2e/install-{bash,shells}.e2e.ts
failureScenarios(DASH);

const lib: TestPath = { path: storePath('l', 'lib'), tree: { entries: { '100%d': { entries: { 'new\nline': { entries: { 'gr\u00fcn \\x': { entries: { a: 'a' } } } } } } } } };
const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } } };
const scratch = scratchFolder('rights-test');
afterAll(() => {
  removeTree(scratch);
});

/** Root as some containers have it; whoever else runs the tests has no such right anyway. */
const WEAK: Shell =
  process.getuid?.() === 0
    ? { ...DASH, argv: ['setpriv', '--bounding-set', '-dac_override,-dac_read_search', '--inh-caps', '-dac_override,-dac_read_search', ...DASH.argv] }
    : DASH;

test('root without the right to write everywhere installs, upgrades and removes', async () => {
  const feature = (version: string, added: readonly TestPath[]): Promise<Feature> => writeFeature(join(scratch, version), { version, added });
  const root = makeRoot(join(scratch, 'root'));
  const one = await feature('1.0.0', [tool, lib]);
  for (const made of [one, await feature('2.0.0', [lib])]) {
    const ran = await install(WEAK, made, root);
    assert.equal(ran.code, 0, ran.said);
  }
  assert.deepEqual(readdirSync(join(root, 'nix/store')), [lib.path.slice('/nix/store/'.length)]);
  const removed = await install(WEAK, one, root, { script: 'nix-feature/install.sh', args: ['--uninstall'] });
  assert.equal(removed.code, 0, removed.said);
  assert.deepEqual(readdirSync(join(root, 'nix')), ['store']);
});
