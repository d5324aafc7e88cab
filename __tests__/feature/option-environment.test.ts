import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containerEnvironment, defaultOptions, optionVariable } from '../../src/feature/option-environment.ts';
import { membersOf } from '../../src/feature/written-json.ts';

test('an option’s variable is its name in upper case, without what a variable can’t hold', () => {
  assert.equal(optionVariable('userLinks'), 'USERLINKS');
  assert.equal(optionVariable('node-version.x'), 'NODE_VERSION_X');
  assert.equal(optionVariable('9_lives'), '_LIVES');
});

test('defaults arrive as text', () => {
  const options = { version: { type: 'string', default: '1' }, userLinks: { type: 'boolean', default: true }, odd: { type: 'string' } };
  assert.deepEqual(defaultOptions(options), { VERSION: '1', USERLINKS: 'true', ODD: '' });
  assert.deepEqual(defaultOptions(undefined), {});
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
