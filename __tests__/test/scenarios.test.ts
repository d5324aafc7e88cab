import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { readScenarios } from '../../src/test/scenarios.ts';

function files(scenarios: unknown, ...names: readonly string[]) {
  const text = typeof scenarios === 'string' ? scenarios : JSON.stringify(scenarios);
  return [{ name: 'test/scenarios.json', executable: false, bytes: Buffer.from(text) }, ...names.map((name) => ({ name, executable: true, bytes: Buffer.from('true\n') }))];
}

test('a scenario has the options that it gives the Feature, by whichever name, and the script that is called like it', () => {
  const config = {
    plain: { image: 'debian:12', features: { m: {} } },
    local: { features: { './m': { flavour: 'sour' } }, remoteUser: 'dev' },
    published: { features: { 'ghcr.io/o/other:1': { a: 'b' }, 'ghcr.io/o/m:1.2': '1.2' } },
  };
  const found = readScenarios('m', files(config, 'test/plain.sh', 'test/local.sh', 'test/published.sh'));
  assert.deepEqual(JSON.parse(JSON.stringify(found)), [
    { name: 'plain', options: {}, script: 'test/plain.sh' },
    { name: 'local', options: { flavour: 'sour' }, remoteUser: 'dev', script: 'test/local.sh' },
    { name: 'published', options: '1.2', script: 'test/published.sh' },
  ]);
});

test("a scenario without a script, or without the Feature, can't be run", () => {
  const found = readScenarios('m', files('{ "a": { "features": { "m": {} } }, // none\n "b": { "features": { "other": {} } }, "c": 1 }', 'test/b.sh', 'test/c.sh'));
  assert.deepEqual(found.map(({ fault }) => fault?.replace(/:.*/, '')), ['there is no test/a.sh', 'test/scenarios.json has no options of m for it', 'test/scenarios.json has no options of m for it']);
});

test('no file has no scenarios, and one that is not JSON says where', () => {
  assert.deepEqual(readScenarios('m', []), []);
  assert.throws(() => readScenarios('m', files('{ "a": }')), (error) => error instanceof InputError && error.message.includes('test/scenarios.json:1:8 is not JSON'));
});
