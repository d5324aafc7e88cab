import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { DOCUMENT_LIMIT, parseDeltaDocument } from '../../src/delta/document/parse-document.ts';
import { IntegrityError } from '../../src/kit/errors.ts';
import { document, pathOf, withComplement } from '../report/sample.ts';

type Json = Record<string, unknown>;

/** The sample, with another value at `closure.0.narHash` and the like; undefined takes it away. */
function changed(place: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(withComplement(document()))) as Json;
  const names = place.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Json>((object, name) => object[name] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(copy);
}

function refusal(text: string): string {
  try {
    parseDeltaDocument(text, 'The document');
  } catch (error) {
    assert.ok(error instanceof IntegrityError, String(error));
    assert.match(error.message, /^The document is not a valid delta document: /);
    return error.message;
  }
  return assert.fail(`it was taken: ${text.slice(0, 200)}`);
}

const FIRST = document().closure[0]!.path;
const [SHIPPED = FIRST, OTHER = FIRST] = document().layers[0]!.paths;
const BASE = document().closure.find((entry) => entry.in === 'base')!.path;

test('each part of a delta document is of its own grammar, and a message says which is not', () => {
  const cases: readonly (readonly [place: string, value: unknown, why: RegExp])[] = [
    ['schemaVersion', '1', /schema version is missing/],
    ['feature.id', '../../victim/pkg', /feature\.id is "\.\.\/\.\.\/victim\/pkg", and should be the id of a Feature/],
    ['feature.version', '1.0.0/../../x', /feature\.version is/],
    ['feature.version', 'latest', /feature\.version is "latest", and should be a semantic version/],
    ['system', 'riscv64-linux', /system is "riscv64-linux"/],
    ['storePath', '/nix/store/../etc', /storePath is/],
    ['storePath', pathOf('stranger'), /the output .*-stranger is not in its closure/],
    ['outputs', [], /outputs is a list, and should be an object/],
    ['outputs', { 'a/b': FIRST }, /is not the name of an output/],
    ['bases', null, /bases is null, and should be a list/],
    ['bases.0.name', 'base\u001b]0;x\u0007', /bases\[0\]\.name holds the character U\+001B/],
    ['bases.0.name', 'base\nfile=x', /bases\[0\]\.name holds the character U\+000A/],
    ['bases.0.name', 'a\u202eb', /holds the character U\+202E/],
    ['bases.0.digest', 'sha256:x', /bases\[0\]\.digest is "sha256:x", and should be a digest/],
    ['bases.0.storePaths', -1, /bases\[0\]\.storePaths is -1/],
    ['closure.0.narHash', 'sha512-AAAA', /closure\[0\]\.narHash is "sha512-AAAA", and should be the hash of a NAR/],
    ['closure.0.narHash', 'sha256:' + '0'.repeat(64), /closure\[0\]\.narHash/],
    ['closure.0.narSize', 1.5, /closure\[0\]\.narSize is 1\.5/],
    ['closure.0.references', {}, /closure\[0\]\.references is an object, and should be a list/],
    ['closure.0.references', [pathOf('stranger')], /refers to .*-stranger, which is not in the closure/],
    ['closure.0.references', [FIRST, FIRST], /the references of .* are not sorted/],
    ['closure.0.deriver', 'x', /closure\[0\]\.deriver/],
    ['closure.0.ca', 5, /closure\[0\]\.ca is 5, and should be a text/],
    ['closure.0.in', 'elsewhere', /closure\[0\]\.in is "elsewhere", and should be one of delta, base/],
    ['closure', document().closure.toReversed(), /its closure is not sorted/],
    ['layers.0.key', 'x', /layers\[0\]\.key/],
    ['layers.0.diffId', null, /layers\[0\]\.diffId is null/],
    ['layers.0.size', 0, /layers\[0\]\.size is 0, and should be a whole number from 1/],
    ['layers.0.tarSize', '5', /layers\[0\]\.tarSize is "5"/],
    ['layers.0.mediaType', 'text/plain x', /layers\[0\]\.mediaType is "text\/plain x"/],
    ['layers.0.mediaType', undefined, /layers\[0\]\.mediaType is missing/],
    ['layers.0.paths', [], /a layer holds no store path/],
    ['layers.0.paths', [SHIPPED], /is shipped but in none of its layers/],
    ['layers.0.paths', [...document().layers[0]!.paths, OTHER], /is in more than one layer/],
    ['layers.0.paths', [...document().layers[0]!.paths, BASE], /a layer holds .*, which is of the base/],
    ['layers', [], /is shipped but in none of its layers/],
    ['complement.0.digest', document().layers[0]!.digest, /two of its layers have the same digest/],
    ['complement', null, /complement is null, and should be a list/],
    ['env', undefined, /env is missing; it should be an object/],
    ['env.PATH', 'bin', /env\.PATH is "bin", and should be a list/],
    ['env.PATH', ['../../etc'], /env\.PATH\[0\] is "\.\.\/\.\.\/etc", and should be a folder inside the output/],
    ['env.PATH', ['bin\nx'], /env\.PATH\[0\]/],
    ['env.variables', { 'A B': 'x' }, /is not the name of an environment variable/],
    ['env.variables', { A: 'x\ny' }, /env\.variables\.A holds the character U\+000A/],
    ['source', null, /source is null, and should be an object/],
    ['source.flake', 7, /source\.flake is 7, and should be a text/],
    ['source.narHash', 'x', /source\.narHash/],
    ['source.attribute', 'tools\nlinks=true', /source\.attribute is "tools.*", and should be an attribute of a flake/],
  ];
  for (const [place, value, why] of cases) assert.match(refusal(changed(place, value)), why, `${place}: ${JSON.stringify(value)?.slice(0, 80)}`);
});

test('members that this version does not know are left as they are', () => {
  const text = changed('layers.0.frames', [[0, 0, 10]]);
  assert.deepEqual(parseDeltaDocument(text, 'it'), JSON.parse(text));
});

test('a delta document has a limit, and its message the figure', () => {
  assert.match(refusal(' '.repeat(DOCUMENT_LIMIT + 1)), new RegExp(`the limit is ${DOCUMENT_LIMIT}`));
  assert.match(refusal('['.repeat(100_000)), /nested more than 64 levels deep/);
});
