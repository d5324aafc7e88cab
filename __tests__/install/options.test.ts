import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { afterTest } from '../jest/after-test.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature, type Feature, type FeatureContent } from './feature-folder.ts';
import { startStub } from './registry-stub.ts';
import { DASH, install, makeRoot, putTree, removeTree, type Ran } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { run: { executable: 'run' } } } } } };
const scratch = scratchFolder('options-test');
afterAll(() => {
  removeTree(scratch);
});
let count = 0;
const fresh = (): string => join(scratch, String((count += 1)));
const feature = (content: Partial<FeatureContent> = {}): Promise<Feature> => writeFeature(fresh(), { added: [tool], ...content });
const put = (made: Feature, env: Readonly<Record<string, string>>, root = makeRoot(fresh())): Promise<Ran> =>
  install(DASH, made, root, { env: { NIX_FEATURE_ATTEMPTS: '1', ...env } });

test('the option mirror is where layers come from, and a variable goes before it', async () => {
  const made = await feature({ delivery: 'layers' });
  const stub = await startStub(made.blobs);
  afterTest(() => {
    stub.close();
  });
  const ran = await put(made, { MIRROR: stub.host });
  assert.equal(ran.code, 0, ran.said);
  assert.match(ran.stdout, new RegExp(`from ${stub.host}`));
  assert.equal((await put(made, { MIRROR: '127.0.0.1:9', NIX_FEATURE_MIRROR: stub.host })).code, 0);
  assert.equal((await put(made, { MIRROR: '', NIX_FEATURE_MIRROR: stub.host })).code, 0, 'as the tools pass a default');
});

test('the options debug and verify are what their variables are', async () => {
  const made = await feature();
  assert.match((await put(made, { DEBUG: 'true' })).stderr, /debug: mode secure/);
  assert.doesNotMatch((await put(made, { DEBUG: 'false' })).stderr, /debug/);
  assert.match((await put(made, { VERIFY: 'never' })).stderr, /verify is "never": it must be full, quick or all/);
  const root = makeRoot(fresh());
  putTree(join(root, tool.path), 'something else');
  assert.match((await put(made, { VERIFY: 'quick' }, root)).stdout, /0 of 1 store paths to add/);
});

test("an author's own option of such a name is not read", async () => {
  const made = await feature({ options: [] });
  const ran = await put(made, { MIRROR: 'not an address', DEBUG: 'true', VERIFY: 'never' });
  assert.equal(ran.code, 0, ran.said);
  assert.doesNotMatch(ran.stderr, /debug/);
});
