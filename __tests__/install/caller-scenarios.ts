import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { scratchFolder, writeFeature } from './feature-folder.ts';
import { it } from './sampled.ts';
import { makeRoot, removeTree, runToEnd, snapshot, type Shell } from './sandbox.ts';

const base: TestPath = { path: storePath('b', 'base'), tree: 'of the base' };
const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { bin: { entries: { hello: { executable: 'hello' } } } } }, references: [base.path] };

/** How a script may begin that sources the runtime. What a shell does not know, it leaves out. */
const CALLERS: Readonly<Record<string, string>> = {
  'set -eu': 'set -eu',
  'set -euo pipefail': 'set -eu\nif (set -o pipefail) 2> /dev/null; then set -o pipefail; fi',
  'a trap for errors that functions inherit': `[ -z "\${BASH_VERSION:-}" ] || { set -E && trap 'echo ended by the trap >&2; exit 9' ERR; }`,
  'traps for each command and each return': `[ -z "\${BASH_VERSION:-}" ] || { set -T && trap 'false; :' DEBUG && trap 'echo returned >&2' RETURN; }`,
};

/** What the caller of nix_feature_install set for itself does not change what it does. */
export function callerScenarios(shell: Shell): void {
  const scratch = scratchFolder('caller-test');
  afterAll(() => {
    removeTree(scratch);
  });

  describe(`a script that sources the runtime under ${shell.name}`, () => {
    for (const [index, [what, start]] of Object.entries(CALLERS).entries()) {
      it.concurrent(`installs, does nothing the second time, and removes: with ${what}`, async () => {
        const root = makeRoot(join(scratch, `${index}.root`), [base]);
        const before = snapshot(root);
        const made = await writeFeature(join(scratch, String(index)), { added: [tool], required: [base] });
        const folder = join(made.folder, 'nix-feature');
        const call = `nix_feature_install "${folder}"\n`;
        const ran = await runToEnd([...shell.argv, '-c', `${start}\n. "${folder}/install.sh"\n${call}${call}echo between\nnix_feature_uninstall "${folder}"\necho done\n`], {
          PATH: shell.path,
          NIX_FEATURE_ROOT: root,
          NIX_FEATURE_NIX: 'no',
        });
        assert.equal(ran.code, 0, ran.said);
        assert.match(ran.stdout, /my-tools 1\.0\.0 is installed;[^]*nothing to do\nbetween\n[^]*is removed\ndone\n$/);
        assert.doesNotMatch(ran.stderr, /error|ended by the trap/);
        assert.deepEqual(snapshot(root, { skip: /profile\.d/ }), before);
      });
    }
  });
}
