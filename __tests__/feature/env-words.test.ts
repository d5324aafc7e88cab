import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { expandEnv, namesIn } from '../../src/feature/environment/env-words.ts';
import { ENV_BEFORE, ENV_VALUES } from './env-words.ts';

for (const [value, becomes] of ENV_VALUES) {
  test(`as a value of containerEnv, ${JSON.stringify(value)} ${becomes === undefined ? 'is refused' : `becomes ${JSON.stringify(becomes)}`}`, () => {
    const word = expandEnv(value, (name) => ENV_BEFORE[name]);
    assert.equal(word.kind === 'value' ? word.value : undefined, becomes, JSON.stringify(word));
  });
}

test('the names in a value are those that it uses', () => {
  assert.deepEqual(namesIn('$A/${B}:${C:-d}$$ ${localEnv:E}'), ['A', 'B', 'C:-d', 'localEnv:E']);
});
