import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { readJsonc } from '../../src/feature/metadata/jsonc.ts';
import { readFeatureMetadata } from '../../src/feature/metadata/metadata.ts';
import { indentedJson, itemsOf, membersOf, sortedJson, stringOf } from '../../src/feature/metadata/written-json.ts';
import { InputError } from '../../src/kit/errors.ts';
import { generator } from '../rig/random.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'nix-feature-metadata-'));
});
afterAll(async () => rm(root, { recursive: true, force: true }));

async function feature(text: string | Buffer, folder = 'tools'): Promise<string> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, 'devcontainer-feature.json'), text);
  return join(root, folder);
}

async function refusal(text: string | Buffer): Promise<InputError> {
  try {
    await readFeatureMetadata(await feature(text));
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error;
  }
  throw new Error(`taken: ${text.toString()}`);
}

test('comments, trailing commas and a byte order mark are taken', async () => {
  const metadata = await readFeatureMetadata(
    await feature(`\uFEFF// my tools
{
  "id": "tools", /* the name */
  "version": "1.2.0-rc.1",
  "name": "Tools",
  "options": { "mode": { "type": "string", }, },
  "x-own": [1,],
}
`),
  );
  assert.equal(metadata.id, 'tools');
  assert.equal(metadata.version, '1.2.0-rc.1');
  assert.equal(metadata.name, 'Tools');
  assert.equal(metadata.description, undefined);
  assert.equal(JSON.stringify(metadata.options), '{"mode":{"type":"string"}}');
  assert.equal(metadata.json, '{"id":"tools","version":"1.2.0-rc.1","name":"Tools","options":{"mode":{"type":"string"}},"x-own":[1]}');
  assert.deepEqual(metadata.warnings, []);
});

test('JSON that is nested too deeply is refused at its place, whatever is in it', async () => {
  for (const deep of ['['.repeat(3000), '{"a":'.repeat(3000), `${'['.repeat(65)}${']'.repeat(65)}`]) {
    const error = await refusal(`{\n  // [[[\n  "x": ${deep}\n}`);
    assert.match(error.message, /devcontainer-feature\.json is nested more than 64 levels deep\.$/);
    assert.equal(error.location?.line, 3);
  }
  const flat = await readFeatureMetadata(await feature(`{ "id": "tools", "version": "1.0.0", "name": "${'['.repeat(100)}", "x": ${'['.repeat(63)}${']'.repeat(63)} }`));
  assert.equal(flat.id, 'tools');
});

test('a fault in the JSON is shown at its line and column', async () => {
  const error = await refusal('{\n  "id": "tools"\n  "version": "1.0.0"\n}');
  assert.match(error.message, /devcontainer-feature\.json:3:3 is not JSON: a comma was expected/);
  assert.deepEqual(error.location, { file: join(root, 'tools', 'devcontainer-feature.json'), line: 3, column: 3 });
  assert.match((await refusal('')).message, /:1:1 is not JSON/);
  assert.match((await refusal('[1]')).message, /holds no object/);
  assert.match((await refusal(Buffer.from([0x7b, 0xff, 0x7d]))).message, /it is not UTF-8/);
  assert.match((await refusal(`{"id": "${'x'.repeat(1_100_000)}"}`)).message, /larger than 1 MiB/);
});

test('what is missing or of another type is named', async () => {
  assert.match((await refusal('{ "version": "1.0.0" }')).message, /"id" is missing/);
  assert.match((await refusal('{ "id": "tools" }')).message, /"version" is missing/);
  assert.match((await refusal('{ "id": "", "version": "1.0.0" }')).message, /"id" is empty/);
  const wrong = await refusal('{ "id": "tools",\n "version": 1 }');
  assert.match(wrong.message, /"version" must be a string in quotes/);
  assert.equal(wrong.location?.line, 2);
  assert.match((await refusal('{ "id": "tools", "version": "1.0.0", "options": [] }')).message, /"options" must be an object/);
});

test('an id must be a name that registries take', async () => {
  for (const id of ['Tools', 'my tools', '-a', 'a-', 'a__b', 'a/b', '..', 'ä']) {
    assert.match((await refusal(JSON.stringify({ id, version: '1.0.0' }))).message, /can't be the name of a Feature/, id);
  }
  assert.match((await refusal('{ "id": "Tools", "version": "1.0.0" }')).hint ?? '', /write "tools"/);
  for (const id of ['a', 'my-tools', 'my_tools', 'a.b', '7zip']) {
    assert.equal((await readFeatureMetadata(await feature(JSON.stringify({ id, version: '1.0.0' }), id))).id, id);
  }
});

test('a version must be a semantic one that is a tag as well', async () => {
  for (const version of ['1', '1.2', 'v1.2.3', '01.2.3', '1.2.3-', '1.2.3-01', 'latest', '1.2.3+build']) {
    assert.match((await refusal(JSON.stringify({ id: 'tools', version }))).message, /is not a semantic version/, version);
  }
  assert.match((await refusal('{ "id": "tools", "version": "v1.2.3" }')).hint ?? '', /"1\.2\.3"/);
  assert.match((await refusal('{ "id": "tools", "version": "1.2.3+b" }')).hint ?? '', /plus sign/);
});

test('a name that is there twice, and a folder of another name, are warned about at their place', async () => {
  const { warnings, version } = await readFeatureMetadata(
    await feature('{ "id": "tools",\n  "version": "1.0.0",\n  "version": "2.0.0" }', 'other'),
  );
  assert.equal(version, '2.0.0');
  assert.deepEqual(
    warnings.map(({ message, location }) => [message.slice(0, 60), location.line]),
    [
      ['devcontainer-feature.json: "version" appears twice; the last', 3],
      ['devcontainer-feature.json: the id "tools" differs from the n', 1],
    ],
  );
});

test('comments, blanks and trailing commas go, order and digits stay, and of two members the last one counts', () => {
  const text = '\uFEFF{ // a\n "b": [1.50, 12345678901234567890,],\n /* c */ "2": {"z": null, "a": "\\u00e9\\n"}, "1": true, "b": false }'.slice(1);
  assert.equal(readJsonc('feature', 'f', text).json, '{"b":false,"2":{"z":null,"a":"é\\n"},"1":true}');
});

test('what is no object has no members, and what is no list no items', () => {
  for (const json of ['[]', '1', '"{}"', '', 'null', undefined]) assert.equal(membersOf(json).size, 0, json);
  for (const json of ['{}', '1', '', undefined]) assert.equal(itemsOf(json), undefined, json);
  assert.equal(stringOf('1'), undefined);
  assert.equal(stringOf('"a\\"b"'), 'a"b');
});

test('sorting changes only the order of names', () => {
  assert.equal(sortedJson('{"b":[{"d":1,"c":2.0}],"a":{"10":1,"9":2}}'), '{"a":{"10":1,"9":2},"b":[{"c":2.0,"d":1}]}');
});

test('JSON of every shape comes back as JSON.parse has it, in lines or without', () => {
  const next = generator(20_240_611);
  const random = (limit: number): number => Math.floor(next() * limit);
  for (let round = 0; round < 300; round += 1) {
    const value = anyValue(random, 4);
    const text = JSON.stringify({ value }, undefined, random(3));
    const { json } = readJsonc('feature', 'f', text);
    assert.equal(json, JSON.stringify({ value }));
    assert.equal(indentedJson(json), JSON.stringify({ value }, undefined, 2));
    assert.deepEqual(JSON.parse(sortedJson(json)), { value });
  }
});

const WORDS = ['a', 'Zz', 'é', '/* no comment */', '// neither', 'a"', 'b\\', 'a b', '', '𝄞', ','];

function anyValue(random: (limit: number) => number, depth: number): unknown {
  const kind = random(depth > 0 ? 7 : 5);
  const word = (): string => WORDS[random(WORDS.length)] ?? '';
  if (kind < 5) return [null, true, random(1000) - 500, random(1000) / 8, word()][kind];
  const items = Array.from({ length: random(4) }, () => anyValue(random, depth - 1));
  return kind === 5 ? items : Object.fromEntries(items.map((item) => [word(), item]));
}
