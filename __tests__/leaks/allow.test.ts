import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { InputError } from '../../src/kit/errors.ts';
import { hasExpired, parseAllowList } from '../../src/leaks/allow.ts';
import { judge, type LeakFinding } from '../../src/leaks/finding.ts';
import { pathOf } from '../report/sample.ts';

const RULES = new Set(['private-key', 'identifier']);

function refusal(text: string): string {
  try {
    parseAllowList(text, 'allow.yml', RULES);
  } catch (error) {
    assert.ok(error instanceof InputError);
    return `${error.location?.line ?? 0}: ${error.message}`;
  }
  throw new Error(`nothing was refused in ${JSON.stringify(text)}`);
}

test('entries are read with the line where each is', () => {
  assert.ok(fitsSchema(parse('- { rule: private-key, path: libgnutls-*, reason: self-tests, until: "2026-01-31" }')));
  const text = '# known\n- rule: private-key\n  path: libgnutls-*\n  reason: self-tests\n\n- { rule: "*", file: share/doc/*, reason: examples, until: 2026-01-31 }\n';
  assert.deepEqual(parseAllowList(text, 'allow.yml', RULES), [
    { rule: 'private-key', path: 'libgnutls-*', reason: 'self-tests', location: { file: 'allow.yml', line: 2 } },
    { rule: '*', file: 'share/doc/*', reason: 'examples', until: '2026-01-31', location: { file: 'allow.yml', line: 6 } },
  ]);
  for (const empty of ['', '# nothing yet\n', '[]']) assert.deepEqual(parseAllowList(empty, 'allow.yml', RULES), []);
});

/** What the published schema says of a list. */
const fitsSchema = new Ajv().compile(JSON.parse(readFileSync(new URL('../../schemas/leaks-allow.schema.json', import.meta.url), 'utf8')) as object);

test('what is no such list is refused at its line, and by the schema', () => {
  const of = (entry: string): string => {
    assert.ok(/path: \w+, path:|"\*"|rule: other|-30/.test(entry) || !fitsSchema(parse(`- ${entry}\n`)), entry);
    return refusal(`# first\n- ${entry}\n`);
  };
  assert.match(refusal('rule: x\n'), /^1: .*it is not a list/);
  assert.match(refusal('- a\n- [b\n'), /^\d: .*can't be used/);
  assert.match(of('text'), /^2: .*entry 1 is not a map/);
  assert.match(of('{ rule: private-key, path: x }'), /^2: .*entry 1 has no "reason"/);
  assert.match(of('{ path: x, reason: y }'), /has no "rule"/);
  assert.match(of('{ rule: private-key, reason: y }'), /has neither "path" nor "file"/);
  assert.match(of('{ rule: other, path: x, reason: y }'), /names the rule "other", which does not exist/);
  assert.match(of('{ rule: private-key, path: x, reason: y, untill: z }'), /has "untill", which is not one of rule, path/);
  assert.match(of('{ rule: private-key, path: [x], reason: y }'), /has a "path" that is not a text/);
  assert.match(of('{ rule: private-key, path: x, reason: "" }'), /has a "reason" that is not a text/);
  assert.match(of('{ rule: private-key, path: x, path: z, reason: y }'), /^2: .*unique/);
  for (const day of ['2026-02-30', 'tomorrow', '2026-1-1', '20261231']) assert.match(of(`{ rule: private-key, path: x, reason: y, until: ${day} }`), /has an? "until" that is not a/, day);
  assert.match(refusal('- &a { rule: private-key, path: x, reason: y }\n- *a\n'), /it has an (?:alias|anchor)/);
  assert.match(refusal('- !!js/function x\n'), /can't be used/);
  assert.match(refusal(`# ${'x'.repeat(300_000)}`), /the limit is 262144/);
});

const KEY: LeakFinding = { rule: 'private-key', what: 'a private key', severity: 'high', hint: '', storePath: pathOf('gnutls-3.8'), file: 'lib/x.so', inName: false, inside: [], offset: 1, shown: '----' };

test('an entry allows what its rule, path and file fit, until its day is over', () => {
  const [entry] = parseAllowList('[{ rule: private-key, path: gnutls-*, file: lib/*, reason: r, until: 2026-05-31 }]', 'f', RULES);
  assert.ok(entry);
  const left = (finding: LeakFinding, today = '2026-05-31'): number => judge([finding], [entry], today).left.length;
  assert.equal(left(KEY), 0);
  assert.equal(left(KEY, '2026-06-01'), 1);
  assert.equal(left({ ...KEY, rule: 'identifier' }), 1);
  assert.equal(left({ ...KEY, file: 'share/x' }), 1);
  assert.equal(left({ ...KEY, storePath: pathOf('other') }), 1);
  assert.equal(left({ ...KEY, storePath: undefined }), 1);
  assert.ok(hasExpired(entry, '2026-06-01') && !hasExpired(entry, '2026-05-31'));
});

function allowed(path: string, finding: LeakFinding): number {
  return judge([finding], parseAllowList(JSON.stringify([{ rule: '*', path, reason: 'r' }]), 'f', RULES), '2026-01-01').allowed.length;
}

test("an entry may name a whole store path, or the Feature's own folder", () => {
  assert.equal(allowed(pathOf('gnutls-3.8'), KEY), 1);
  assert.equal(allowed('feature', { ...KEY, storePath: undefined, file: 'install.sh' }), 1);
  assert.equal(allowed('feature', KEY), 0);
});
