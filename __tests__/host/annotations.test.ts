import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { Annotations } from '../../src/host/github/annotations.ts';

function noting(): { readonly annotations: Annotations<string>; readonly shown: string[]; readonly logged: string[] } {
  const shown: string[] = [];
  const logged: string[] = [];
  const annotations = new Annotations<string>({ show: (kind, message, at) => void shown.push(`${kind} ${at}: ${message}`), log: (line) => void logged.push(line) });
  return { annotations, shown, logged };
}

test('the conclusion is the first error, and what led to it follows', () => {
  const { annotations, shown } = noting();
  annotations.fault('one', 'a:1');
  annotations.fault('two', 'a:2');
  assert.deepEqual(shown, []);
  annotations.conclude('why it failed', '');
  annotations.end('');
  assert.deepEqual(shown, ['error : why it failed', 'error a:1: one', 'error a:2: two']);
});

for (const count of [0, 1, 8, 9, 10, 11, 50]) {
  test(`of ${count} faults and a conclusion GitHub gets ten annotations at most, the conclusion first, and no message is lost`, () => {
    const { annotations, shown, logged } = noting();
    for (let index = 0; index < count; index += 1) annotations.fault(`fault ${index}.`, '');
    annotations.conclude('conclusion', '');
    annotations.end('');
    assert.ok(shown.length <= 10, String(shown.length));
    assert.equal(shown[0], 'error : conclusion');
    const all = [...shown, ...logged].join('\n');
    for (let index = 0; index < count; index += 1) assert.ok(all.includes(`fault ${index}.`));
    if (logged.length > 0) assert.equal(shown.at(-1), `error : ${logged.length === 1 ? 'One more of this kind is' : `${logged.length} more of this kind are`} in the log of this step.`);
  });
}

test('kinds are counted apart, and faults without a conclusion are shown in the end', () => {
  const { annotations, shown } = noting();
  for (let index = 0; index < 12; index += 1) annotations.add('warning', `w${index}`, '');
  annotations.add('notice', 'n', '');
  annotations.fault('f', '');
  annotations.end('');
  assert.equal(shown.filter((line) => line.startsWith('warning')).length, 10);
  assert.ok(shown.includes('notice : n'));
  assert.ok(shown.includes('error : f'));
});

test('what is said twice of one place is shown once, and a line of the log the second time', () => {
  const { annotations, shown, logged } = noting();
  for (const at of ['a:1', 'a:1', 'b:1']) annotations.add('warning', 'w', at);
  annotations.end('');
  assert.deepEqual(shown, ['warning a:1: w', 'warning b:1: w']);
  assert.deepEqual(logged, ['warning: w']);
});
