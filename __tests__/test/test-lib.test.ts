import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { TEST_LIB, TEST_LIB_NAME } from '../../src/test/test-lib.ts';

const folder = mkdtempSync(join(tmpdir(), 'test-lib-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(join(folder, TEST_LIB_NAME), TEST_LIB);

function run(shell: string, script: string) {
  const { stdout, status } = spawnSync(shell, ['-c', `set -e\n. ./${TEST_LIB_NAME}\n${script}\nreportResults\necho reported`], { cwd: folder, encoding: 'utf8' });
  return { stdout, status };
}

for (const shell of ['sh', 'bash']) {
  test(`${shell}: a test whose checks pass goes on behind its report`, () => {
    const { stdout, status } = run(shell, `check "it is true" true\ncheck "two words" test "a b" = "a b"\ncheckMultiple "one of two" 1 false "[ 1 = 1 ]"`);
    assert.equal(stdout, 'passed: it is true\npassed: two words\npassed: one of two\nevery check passed\nreported\n');
    assert.equal(status, 0);
  });

  test(`${shell}: each check that fails is named, the others run, and the report ends the test`, () => {
    const { stdout, status } = run(shell, `check "it is false" test 1 = 2\ncheckMultiple "both" 2 true false\ncheck "after" true`);
    assert.equal(stdout, 'FAILED: it is false: test 1 = 2\nFAILED: both: 1 of at least 2\npassed: after\nfailed:\n  it is false\n  both\n');
    assert.equal(status, 1);
  });
}
