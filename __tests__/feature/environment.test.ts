import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { completeMetadata } from '../../src/feature/environment/complete-metadata.ts';
import { expandEnv, namesIn } from '../../src/feature/environment/env-words.ts';
import { containerEnvironment, optionValues, optionVariable } from '../../src/feature/environment/option-environment.ts';
import { runtimeOptionsOf } from '../../src/feature/environment/runtime-options.ts';
import { membersOf } from '../../src/feature/metadata/written-json.ts';
import { keyMetadata } from '../../src/release/release-key.ts';
import { ENV_BEFORE, ENV_VALUES } from './env-words.ts';
import { withoutRuntime } from './without-runtime.ts';

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

for (const [value, becomes] of ENV_VALUES) {
  test(`as a value of containerEnv, ${JSON.stringify(value)} ${becomes === undefined ? 'is refused' : `becomes ${JSON.stringify(becomes)}`}`, () => {
    const word = expandEnv(value, (name) => ENV_BEFORE[name]);
    assert.equal(word.kind === 'value' ? word.value : undefined, becomes, JSON.stringify(word));
  });
}

test('the names in a value are those that it uses', () => {
  assert.deepEqual(namesIn('$A/${B}:${C:-d}$$ ${localEnv:E}'), ['A', 'B', 'C:-d', 'localEnv:E']);
});

const ENV = { PATH: ['bin', 'sbin'], variables: { TOOL_HOME: '/x' } };

test('PATH and the option mode are added where the author has declared neither', () => {
  const metadata = completeMetadata('{"id":"tools","version":"1.0.0","options":{"version":{"type":"string"}},"containerEnv":{"A":"b"}}', 'tools', ENV);
  const { containerEnv, options } = JSON.parse(metadata) as Readonly<Record<string, object>>;
  assert.deepEqual(containerEnv, { TOOL_HOME: '/x', A: 'b', PATH: '/opt/nix-feature/tools/bin:/opt/nix-feature/tools/sbin:${PATH}' });
  assert.deepEqual(Object.keys(options ?? {}), ['version', 'mode', 'mirror', 'debug', 'verify']);
  assert.deepEqual([...membersOf(metadata).keys()], ['id', 'version', 'options', 'containerEnv']);
});

test("the runtime's options are declared, unless the author has one of that name: theirs is no option of the runtime", () => {
  const metadata = completeMetadata('{"options":{"Debug":{"type":"string","default":"theirs"},"mode":{}}}', 'tools', ENV);
  assert.deepEqual([...membersOf(membersOf(metadata).get('options')).keys()], ['Debug', 'mode', 'mirror', 'verify']);
  assert.deepEqual(runtimeOptionsOf(metadata), ['mirror', 'verify']);
  const theirs = '{"options":{"mirror":{"type":"string","default":""},"mode":{}}}';
  assert.deepEqual(runtimeOptionsOf(completeMetadata(theirs, 'tools', ENV)), ['debug', 'verify']);
});

test("the runtime's options make no other release", () => {
  const json = '{"options":{"mode":{"default":"auto"}},"containerEnv":{"PATH":"/x","TOOL_HOME":"/x"}}';
  assert.equal(keyMetadata(completeMetadata(json, 'tools', ENV)), keyMetadata(json));
});

const MODE = '"options":{"mode":{"type":"string","default":"dev"}}';
const DECLARED: Readonly<Record<string, string>> = {
  'a variable that others use': `{"id":"m",${MODE},"containerEnv":{"ZROOT":"/srv","PATH":"/m:\${ZROOT}/bin:\${PATH}","TOOL_HOME":"/y","ALIB":"\${ZROOT}/lib"}}`,
  'names that are numbers': `{"id":"m","options":{"10":{"type":"boolean","default":true},"9":{},"mode":{}},"containerEnv":{"PATH":"/m","2":"a","1":"b","TOOL_HOME":""}}`,
  'numbers that no float holds': `{"customizations":{"x":{"a":9007199254740993,"b":1.10,"c":-0,"d":1e400}},${MODE},"containerEnv":{"PATH":"/m","TOOL_HOME":""}}`,
  "a name of the language's own": `{"__proto__":{"constructor":1},${MODE},"containerEnv":{"PATH":"/m","TOOL_HOME":"","__proto__":"x"}}`,
};

for (const [what, json] of Object.entries(DECLARED)) {
  test(`what the author has declared stays, in its order: ${what}`, () => {
    assert.equal(withoutRuntime(completeMetadata(json, 'tools', ENV)), json);
  });
}

test('what the build adds comes before what the author says, and their PATH after what it uses', () => {
  const metadata = completeMetadata(`{${MODE},"containerEnv":{"Z":"\${TOOL_HOME}/z","A":"\${Z}/a"}}`, 'tools', ENV);
  assert.deepEqual([...membersOf(membersOf(metadata).get('containerEnv')).keys()], ['TOOL_HOME', 'Z', 'A', 'PATH']);
});
