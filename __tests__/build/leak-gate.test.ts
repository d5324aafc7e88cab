import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { LayerLeaks } from '../../src/archive/tar-parts.ts';
import { LeakGate } from '../../src/build/checks/leak-gate.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { LeakError } from '../../src/kit/errors.ts';
import type { Host } from '../../src/kit/host.ts';
import { RULES } from '../../src/leaks/literals.ts';
import { leaksResult, leaksSection, terminalLeaksSection } from '../../src/report/parts/leaks.ts';
import { PLAIN } from '../../src/report/text/terminal-text.ts';
import type { AllowEntry, LeakRequest } from '../../src/request/rules.ts';
import { sampleOf } from '../leaks/samples.ts';
import { document, pathOf } from '../report/sample.ts';
import { buildRequest } from '../request.ts';

const TOKEN = sampleOf(RULES.find(({ id }) => id === 'github-personal-token')!, 31);
const NOW = Date.parse('2026-05-31T12:00:00Z');
const VALUE = ['Swordf', 'ish-2026'].join('');

function hostOf(said: string[]): Host {
  const stream = { write: (text: string) => said.push(text) };
  return createTerminalHost({ stdout: stream, stderr: stream, env: {}, signal: new AbortController().signal });
}

function gateOf(request: Partial<LeakRequest>, said: string[] = [], policy: { readonly leaks?: 'fail' } = {}): LeakGate {
  const search = { values: [{ name: 'the variable X', value: VALUE }], identifiers: [], folders: [] };
  const gate = LeakGate.open({ leaks: { mode: 'warn', allow: [], search, ...request }, policy }, hostOf(said), NOW);
  assert.ok(gate);
  return gate;
}

const HIT = { rule: 'github-personal-token', what: 'a GitHub personal access token', severity: 'high', hint: 'Revoke it.', publicInTests: false, part: 1, offset: 42, inside: ['gzip'], shown: 'ghp_', inName: false } as const;

function leaksIn(name: string, file: string, hit: Partial<LayerLeaks['hits'][number]> = {}): LayerLeaks {
  return { hits: [{ ...HIT, member: `${pathOf(name).slice(1)}/${file}`, ...hit }], more: 2, lost: 0, closed: 1, bytes: 1000 };
}

const OURS = { arch: 'amd64', document: document(), leaks: [leaksIn('oniguruma-6.9', 'share/key.gz')] } as const;

function entry(more: Partial<AllowEntry>): AllowEntry {
  return { rule: 'github-personal-token', path: 'oniguruma-*', reason: 'upstream', location: { file: 'allow.yml', line: 1 }, ...more };
}

test('a finding says its rule, where it is, and what brings it in, and never the secret', () => {
  const said: string[] = [];
  const gate = gateOf({}, said);
  gate.checkFiles([{ name: 'install.sh', bytes: Buffer.from(`#!/bin/sh\ncurl -H "Authorization: ${TOKEN}" -u me:${VALUE}\n`), executable: true }], '/work/feature');
  gate.check(OURS);
  const report = gate.report();
  const all = [said.join(''), leaksSection(report), terminalLeaksSection(report, PLAIN), JSON.stringify(leaksResult(report))];
  for (const text of all) {
    assert.ok(text.includes('install.sh') && text.includes('share/key.gz') && text.includes('github-personal-token') && text.includes('known-value'), text);
    for (const secret of [TOKEN, TOKEN.slice(5), VALUE]) assert.ok(!text.includes(secret));
  }
  assert.match(said.join(''), /A GitHub personal access token \("ghp_…"\) in \/nix\/store\/\S+-oniguruma-6\.9\/share\/key\.gz › gzip at byte 42 \[github-personal-token\]\. It is shipped because of my-tools → jq-1\.7 → oniguruma-6\.9\. Revoke it/);
  assert.match(said.join(''), /The value of the variable X in install\.sh at byte \d+ \[known-value\]/);
  assert.deepEqual(report.found.map(({ via }) => via.length), [0, 0, 3]);
  assert.ok(report.bytes > 1000 && report.more === 2 && report.closed === 1);
});

test('with `fail` nothing is sent before all platforms have passed', () => {
  const sent: string[] = [];
  const gate = gateOf({ mode: 'fail' });
  gate.whenPassed(() => sent.push('clean'));
  gate.check({ ...OURS, leaks: [] });
  assert.equal(sent.length, 0, 'another platform is still to come');
  gate.whenPassed(() => sent.push('leaky'));
  assert.throws(() => gate.check(OURS), (error: unknown) => error instanceof LeakError && error.message.startsWith('leaks: 1 leak found. The first: A GitHub personal access token'));
  gate.release();
  assert.equal(sent.length, 0, 'nothing of it is ever sent');
  const passing = gateOf({ mode: 'fail' });
  passing.whenPassed(() => sent.push('clean'));
  passing.check({ ...OURS, leaks: [] });
  passing.release();
  assert.equal(sent.join(), 'clean');
});

test('a policy that demands no leaks is told each of them, and nothing is sent before it is asked', () => {
  const sent: string[] = [];
  const gate = gateOf({}, [], { leaks: 'fail' });
  gate.whenPassed(() => sent.push('layer'));
  gate.check(OURS);
  assert.equal(sent.length, 0);
  const [fact, ...others] = gate.facts.found;
  assert.deepEqual([others.length, fact?.severity, fact?.arch, fact?.why.length], [0, 'high', 'amd64', 3]);
  assert.match(fact?.message ?? '', /^A GitHub personal access token \("ghp_…"\) in \/nix\/store\/\S+\/share\/key\.gz › gzip at byte 42 \[github-personal-token\]$/);
  gate.release();
  assert.equal(sent.join(), 'layer');
});

function many(lost: number): LayerLeaks {
  return { ...leaksIn('jq-1.7', 'x'), hits: [], lost };
}

test('hits that are too many to be told are leaks all the same', () => {
  assert.throws(() => gateOf({ mode: 'fail' }).check({ ...OURS, leaks: [many(2), many(1)] }), /^LeakError: leaks: 3 leaks found that can't be listed/);
  gateOf({ mode: 'fail' }).check({ ...OURS, leaks: [many(0)] });
});

test('a secret in the name of a file, or of a member in it, is found and not shown; entries still allow it by its name', () => {
  const said: string[] = [];
  const names = [`etc/${TOKEN}.conf`, `etc/a-${VALUE}-b/c`];
  const hits = names.map((file) => leaksIn('jq-1.7', file, { inName: true, rule: file.includes(VALUE) ? 'known-value' : HIT.rule, inside: [`zip: ${TOKEN}/x`] }));
  const file = { name: `docs/${TOKEN}.md`, bytes: Buffer.from('nothing'), executable: false };
  const gate = gateOf({ allow: [entry({ rule: 'known-value', path: 'jq-1.7', file: `etc/a-${VALUE}-b/*` })] }, said);
  gate.checkFiles([file], '/work/feature');
  gate.check({ ...OURS, leaks: hits });
  const report = gate.report();
  assert.deepEqual(report.found.map((found) => found.file), ['docs/ghp_….md', 'etc/ghp_….conf']);
  assert.deepEqual(report.allowed.map(({ finding }) => finding.file), ['etc/…/c']);
  for (const text of [said.join(''), leaksSection(report), terminalLeaksSection(report, PLAIN), JSON.stringify(leaksResult(report)), JSON.stringify(gate.facts)]) {
    for (const secret of [TOKEN, TOKEN.slice(5), VALUE]) assert.ok(!text.includes(secret), text);
  }
});

test('what an SBOM would say of packages is searched, and names that are not ASCII are shown and allowed as they are', () => {
  const metas = new Map([[pathOf('jq-1.7'), { licences: [], maintainers: [], homepage: `https://bob:${VALUE}@git.corp.io/jq` }]]);
  assert.throws(() => gateOf({ mode: 'fail' }).check({ ...OURS, leaks: [], metas }), /in sbom\.json/);
  const member = Buffer.from('prüfung.txt').toString('latin1');
  const gate = gateOf({ mode: 'fail', allow: [entry({ path: 'jq-1.7', file: 'prüf*' })] });
  gate.check({ ...OURS, leaks: [leaksIn('jq-1.7', member)] });
  assert.deepEqual(gate.report().allowed.map(({ finding }) => finding.file), ['prüfung.txt']);
});

test('with `warn` layers are sent as soon as they are packed', () => {
  const sent: string[] = [];
  const gate = gateOf({});
  gate.whenPassed(() => sent.push('layer'));
  assert.equal(sent.join(), 'layer');
  gate.check(OURS);
  assert.equal(gate.report().found.length, 1);
});

test("with `fail` the Feature's own files are judged before anything is built", () => {
  const files = [{ name: 'notes.md', bytes: Buffer.from(TOKEN), executable: false }];
  assert.throws(() => gateOf({ mode: 'fail' }).checkFiles(files, '/work/feature'), LeakError);
  gateOf({ mode: 'fail', allow: [entry({ path: 'feature', file: 'notes.md' })] }).checkFiles(files, '/work/feature');
});

test('a secret in what the delta document says, such as the address of a flake, is found', () => {
  const source = { flake: `git+https://bob:${VALUE}@git.corp.io/x`, locked: null };
  assert.throws(() => gateOf({ mode: 'fail' }).check({ ...OURS, leaks: [], document: { ...document(), source } }), /An address with a password \("http…"\) in delta\.json/);
});

test('traces never fail a build', () => {
  const gate = gateOf({ mode: 'fail' });
  gate.check({ ...OURS, leaks: [leaksIn('jq-1.7', 'bin/jq', { rule: 'build-folder', severity: 'low', shown: '/bui' })] });
  assert.deepEqual(gate.report().found.map(({ rule }) => rule), ['build-folder']);
});

test('what is allowed passes; entries that have expired, and those that nothing needs, are said', () => {
  const said: string[] = [];
  const gate = gateOf({ mode: 'fail', allow: [entry({}), entry({ path: 'other', reason: 'of no use' }), entry({ until: '2026-05-30', reason: 'too old' })] }, said);
  gate.check(OURS);
  const report = gate.report();
  assert.deepEqual([report.found.length, report.allowed.length], [0, 1]);
  assert.match(leaksSection(report), /1 finding allowed by leaks-allow/);
  assert.match(said.join(''), /was valid until 2026-05-30 \("too old"\)/);
  assert.match(said.join(''), /the entry for github-personal-token matches nothing \("of no use"\)/);
  assert.equal((said.join('').match(/matches nothing/g) ?? []).length, 1);
  assert.throws(() => gateOf({ mode: 'fail', allow: [entry({ until: '2026-05-30' })] }).check(OURS), LeakError);
});

test('keys in the folders of tests and examples are no findings, tokens there are', () => {
  const gate = gateOf({});
  const key = { rule: 'private-key', publicInTests: true };
  gate.check({ ...OURS, leaks: [leaksIn('jq-1.7', 'lib/python3/test/cert.pem', key), leaksIn('jq-1.7', 'share/doc/x', key), leaksIn('jq-1.7', 'etc/key.pem', key), leaksIn('jq-1.7', 'tests/token')] });
  assert.deepEqual(gate.report().found.map(({ file }) => file), ['etc/key.pem', 'tests/token']);
});

test('nobody looks with `off`', () => {
  assert.equal(LeakGate.open(buildRequest({ leaks: { mode: 'off', allow: [], search: { values: [], identifiers: [], folders: [] } } }), hostOf([]), NOW), undefined);
});
