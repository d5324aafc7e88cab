import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from '@jest/globals';

const PART = path.join(import.meta.dirname, '../../install/parts/watch.sh');

/** A caller with traps, as the runtime has them; a watcher that is ended as soon as it was begun may not have dropped them yet. */
const MANY = `. "$1"
nf_say() { :; }
nf_size() { :; }
trap 'echo end' EXIT
trap 'exit 143' TERM
i=0
while [ $i -lt 100 ]; do
  nf_watch /nowhere 10
  nf_unwatch
  i=$((i + 1))
done
echo "$i ended"
`;

for (const shell of ['dash', 'bash']) {
  test(`who watches a download is ended at once, whenever that is, and says nothing (${shell})`, () => {
    const { stdout, stderr, signal } = spawnSync(shell, ['-c', MANY, shell, PART], { encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' });
    assert.equal(signal, null, 'it waits for ever');
    assert.equal(stdout, '100 ended\nend\n');
    assert.equal(stderr, '');
  });
}
