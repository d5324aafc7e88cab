import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { containerEnvironment, optionValues, optionVariable } from '../../src/feature/environment/option-environment.ts';
import { membersOf } from '../../src/feature/metadata/written-json.ts';

test("an option's variable is its name in upper case, without what a variable can't hold", () => {
  assert.equal(optionVariable('userLinks'), 'USERLINKS');
  assert.equal(optionVariable('node-version.x'), 'NODE_VERSION_X');
  assert.equal(optionVariable('9_lives'), '_LIVES');
});

const METADATA = JSON.stringify({ options: { version: { type: 'string', default: '1' }, userLinks: { type: 'boolean', default: true }, odd: { type: 'string' } } });

test('defaults arrive as text, what is given in their place, and an option without a default not at all', () => {
  assert.deepEqual(optionValues(METADATA, {}), { VERSION: '1', USERLINKS: 'true' });
  assert.deepEqual(optionValues(METADATA, { userLinks: false, odd: 'x', 'never-declared': 7 }), { VERSION: '1', USERLINKS: 'false', ODD: 'x', NEVER_DECLARED: '7' });
  assert.deepEqual(optionValues('{}', {}), {});
});

test('one value is that of the option version, if there is one', () => {
  assert.deepEqual(optionValues(METADATA, 'latest'), { VERSION: 'latest', USERLINKS: 'true' });
  assert.deepEqual(optionValues('{"options":{"a":{"default":"b"}}}', 'latest'), { A: 'b' });
});

test('containerEnv refers to what was there before it', () => {
  const image = { PATH: '/usr/bin', A: 'a' };
  assert.deepEqual(containerEnvironment(membersOf('{"PATH":"/opt/x/bin:${PATH}","B":"$A-${A}${nothing}","C":1}'), image), {
    PATH: '/opt/x/bin:/usr/bin',
    A: 'a',
    B: 'a-a',
  });
  assert.deepEqual(containerEnvironment(new Map(), image), image);
});
