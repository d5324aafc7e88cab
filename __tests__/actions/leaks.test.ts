import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { HERE, read, refusal } from './inputs-of.ts';

const KEY = ['c0ffee', 'deadline', '47Zq'].join('-');

test('what leaks are looked for comes from the inputs, the environment and the machine', () => {
  const request = read(
    { leaks: 'fail', identifiers: 'acme-corp.example\n\nBob Builder\n', 'leak-values': `${KEY}\n${KEY.toUpperCase()}`, password: 'Pa55-of-the-registry', username: 'me', substituters: 'https://bob:s3cret-Of-bob@cache.example.org' },
    { DEPLOY_TOKEN: 'tok-9f8e7d6c5b', NPM_TOKEN: 'short', SOME_TOKEN: '/run/secrets/token', DEBUG_SECRET: 'true', PLAIN: 'of no interest', HOME: '/home/alice', USER: 'alice', NIX_CONFIG: 'access-tokens = github.com=nixTok3n-123456' },
  );
  assert.equal(request.leaks?.mode, 'fail');
  assert.deepEqual(request.leaks.search.identifiers, ['acme-corp.example', 'Bob Builder']);
  assert.deepEqual(request.leaks.search.folders, [HERE, '/home/alice', '/Users/alice']);
  assert.deepEqual(
    request.leaks.search.values.map(({ name, value }) => `${name}: ${value}`),
    [
      'the input password: Pa55-of-the-registry',
      'the input substituters: s3cret-Of-bob',
      'a token in NIX_CONFIG: nixTok3n-123456',
      'the variable DEPLOY_TOKEN: tok-9f8e7d6c5b',
      `\`leak-values\`: ${KEY}`,
      `\`leak-values\`: ${KEY.toUpperCase()}`,
    ],
  );
  assert.deepEqual(request.given.find(([name]) => name === 'leak-values'), ['leak-values', '***']);
});

test('homes and users that every machine has are not looked for', () => {
  for (const env of [{ HOME: '/root', USER: 'root' }, { HOME: '/home/runner', USER: 'runner', RUNNER_TEMP: '/home/runner/work/_temp' }, { HOME: '/' }]) {
    assert.deepEqual(read({}, env).leaks?.search.folders.filter((folder) => !['/Users/root', '/Users/runner'].includes(folder)), [HERE]);
  }
});

test('a file of findings that may be there is read', () => {
  writeFileSync(join(HERE, 'allow.yml'), '- rule: private-key\n  path: libgnutls*\n  reason: keys of its self-tests\n  until: 2026-12-31\n');
  assert.deepEqual(read({ 'leaks-allow': 'allow.yml' }).leaks?.allow, [
    { rule: 'private-key', path: 'libgnutls*', reason: 'keys of its self-tests', until: '2026-12-31', location: { file: join(HERE, 'allow.yml'), line: 1 } },
  ]);
});

test("inputs about leaks that can't be used are refused", () => {
  writeFileSync(join(HERE, 'wrong.yml'), '- rule: no-such-rule\n  path: x\n  reason: y\n');
  assert.match(refusal({ leaks: 'maybe' }), /^leaks \| leaks: "maybe" is not one of warn, fail, off/);
  writeFileSync(join(HERE, 'no-leaks.yml'), 'leaks: fail\n');
  assert.match(refusal({ leaks: 'off', policy: 'no-leaks.yml' }), /^leaks \| leaks: is off, but the policy .*no-leaks\.yml requires that nothing leaks/);
  assert.match(refusal({ identifiers: 'abc' }), /^identifiers \| identifiers: "abc" has fewer than 4 characters/);
  assert.match(refusal({ 'leaks-allow': 'nowhere.yml' }), /^leaks-allow \| .*nowhere\.yml can't be read: it does not exist/);
  assert.match(refusal({ 'leaks-allow': 'tools' }), /^leaks-allow \| .*tools is not a file/);
  assert.match(refusal({ 'leaks-allow': 'wrong.yml' }), /^leaks-allow \| .*entry 1 names the rule "no-such-rule", which does not exist/);
});
