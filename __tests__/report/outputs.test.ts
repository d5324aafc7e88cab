import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { outputsOf, resultOf } from '../../src/report/machine/outputs.ts';
import { assertFollows } from '../schemas.ts';
import { compareSides } from '../../src/delta/compare/changes.ts';
import { CLOSURE, document, entry, pathOf, platform, report, withComplement } from './sample.ts';

interface Parsed {
  readonly truncated?: readonly string[];
  readonly warnings: readonly unknown[];
  readonly digest: string | null;
}

test('a report that is short is whole', () => {
  const parsed = JSON.parse(outputsOf(report()).json) as Parsed;
  assert.deepEqual(parsed, JSON.parse(JSON.stringify(resultOf(report()))));
  assert.equal(parsed.truncated, undefined);
});

test('whatever a report holds, its JSON follows the schema', () => {
  const finding = { rule: 'private-key', what: 'a private key', severity: 'high', hint: '', storePath: pathOf('gnutls-3.8'), file: 'lib/x.so', inName: false, inside: ['gzip'], offset: 1, shown: '----' } as const;
  const own = { ...finding, storePath: undefined, arch: undefined, via: [] };
  const sides = [[entry('jq-1.6', 1, 'delta')], CLOSURE].map((paths) => ({ paths: paths.map(({ path, narSize }) => ({ path, bytes: narSize })), roots: [pathOf('jq-1.6')] }));
  const changes = { since: '1.1.0', ...compareSides('feature', sides[0] ?? { paths: [], roots: [] }, sides[1] ?? { paths: [], roots: [] }) };
  const full = report({
    platforms: [{ ...platform(withComplement()), changes, reproduced: { derivations: 2, fetched: 1, layers: 1 } }, platform(document(CLOSURE, 'arm64'), 'arm64')],
    ships: [{ name: 'test.sh', size: 210 }],
    leaks: { mode: 'warn', rules: 1, bytes: 9, more: 0, closed: 0, found: [own], allowed: [{ finding, entry: { rule: '*', reason: 'self-tests', location: { file: 'allow.yml' } } }] },
    warnings: [{ message: 'x', location: { file: 'flake.nix', line: 3 } }, { message: 'y' }],
    tests: [{ arch: 'amd64', base: 'x', user: '', checks: [{ title: 'test.sh', outcome: 'failed', detail: 'd', log: ['l'], at: { file: 'test.sh', line: 3 } }], duration: 1 }],
    artifact: { id: 1, name: 'n', size: 2 },
  });
  for (const each of [full, report(), report({ upToDate: true, platforms: [], layout: undefined, digest: undefined })]) assertFollows('build', resultOf(each));
  assertFollows('build', JSON.parse(outputsOf({ ...full, warnings: Array.from({ length: 1_000 }, () => ({ message: 'x'.repeat(400) })) }).json));
});

for (const count of [1_000, 100_000]) {
  test(`json stays below its cap with ${count} warnings, and names what it lacks`, () => {
    const { json } = outputsOf({ ...report(), warnings: Array.from({ length: count }, (_, index) => ({ message: `${index} ${'x'.repeat(400)}` })) });
    assert.ok(json.length <= 256 * 1024, String(json.length));
    const parsed = JSON.parse(json) as Parsed;
    assert.ok(parsed.truncated?.includes('warnings'));
    assert.deepEqual(parsed.warnings, []);
  });
}
