import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { BuildError, RegistryError } from '../../src/kit/errors.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { decide, isComparable } from '../../src/plan/decide.ts';
import type { Facts } from '../../src/plan/facts.ts';
import { CLOSURE, pathOf } from '../report/sample.ts';
import { ARCHES, FAILED, facts, foreign, OTHER, published, release, released, SAME, UNKNOWN } from './facts.ts';

const ASKED = { arches: ARCHES, complement: false, force: false };

function decided(known: Facts, asked: Partial<typeof ASKED> = {}): string {
  const decision = decide(known, { ...ASKED, ...asked });
  if (decision.kind === 'bases') return 'bases';
  return decision.kind === 'build' ? `${decision.why}: ${decision.reason}` : `up to date: ${decision.reason}`;
}

test('what is published with this content is not built', () => {
  assert.equal(decided(facts()), 'up to date: 1.2.0 is published with this content');
});

test('a version that is not published is built, whatever else is known', () => {
  const nothing = { last: undefined, evaluations: new Map(), bases: new Map() };
  assert.equal(decided(facts({ ...nothing, standing: { same: undefined, latest: undefined } })), 'new: it is not published yet');
  assert.equal(
    decided(facts({ ...nothing, version: '1.3.0', standing: { same: undefined, latest: published('1.2.0') } })),
    'new: 1.3.0 is not published; the newest release is 1.2.0',
  );
  assert.equal(
    decided(facts({ ...nothing, version: '1.1.9', standing: { same: undefined, latest: published('1.2.0') } })),
    'new: 1.1.9 is not published; the newest release is 1.2.0 and stays the newest',
  );
  assert.equal(decided(facts({ ...nothing, standing: { same: undefined, latest: foreign('1.0.0') } })), 'new: 1.2.0 is not published');
});

test('what the registry does not show is taken for not published', () => {
  const refused = new RegistryError('no', { method: 'GET', url: 'https://r/', status: 403 });
  assert.match(decided(facts({ standing: { same: undefined, latest: undefined, refused } })), /^new: the registry denies access to it \(403\)/);
});

test('a release that is not whole is built again', () => {
  const same = published('1.2.0');
  assert.equal(decided(facts({ standing: { same, latest: published('1.1.0') } })), 'unknown: the publishing of 1.2.0 was not finished: "latest" is 1.1.0');
  assert.match(decided(facts({ standing: { same, latest: published('1.3.0') } })), /^up to date/, 'an older one');
  const part = { platforms: new Map([['amd64', released('amd64')]] as const), isOwnPart: false, metadata: [] };
  assert.equal(decided(facts({ last: part })), "unknown: part of 1.2.0 is missing in the registry or can't be read");
  const early = published('2.0.0-rc.1');
  assert.match(decided(facts({ version: '2.0.0-rc.1', standing: { same: early, latest: published('1.2.0') } })), /^up to date/, 'which moves no latest');
});

test('everything is built where that is asked for', () => {
  assert.equal(decided(facts(), { force: true }), 'forced: everything must be built');
});

test('a version that something else published, or for other platforms, is another content', () => {
  const other = foreign('1.2.0');
  assert.equal(decided(facts({ standing: { same: other, latest: other } })), 'changed: 1.2.0 was not published by nix-feature');
  const one = published('1.2.0', ['amd64']);
  assert.equal(decided(facts({ standing: { same: one, latest: one } })), 'changed: 1.2.0 is published for amd64, but amd64 and arm64 is requested');
  assert.equal(decided(facts(), { arches: ['amd64'] }), 'changed: 1.2.0 is published for amd64 and arm64, but amd64 is requested');
});

test('only what is published as it is asked for is worth an evaluation', () => {
  const { standing } = facts();
  assert.equal(isComparable({ standing }, ASKED), true);
  assert.equal(isComparable({ standing }, { ...ASKED, force: true }), false);
  assert.equal(isComparable({ standing }, { ...ASKED, arches: ['arm64'] }), false);
  assert.equal(isComparable({ standing: { same: undefined, latest: published('1.1.0') } }, ASKED), false);
  assert.equal(isComparable({ standing: { same: foreign('1.2.0'), latest: undefined } }, ASKED), false);
});

test('other outputs of one platform are a reason, and say which', () => {
  assert.match(decided(facts({}, { arm64: OTHER })), /^changed: the output "out" for aarch64-linux was \S+-my-tools and is now \S+-my-tools-2$/);
});

test('other files are a reason, and what they lead to is said with it', () => {
  const last = release({}, false);
  assert.equal(decided(facts({ last })), 'changed: its files, metadata or delivery differ from 1.2.0');
  assert.match(decided(facts({ last }, { amd64: OTHER })), /differ from 1\.2\.0; the output "out" for x86_64-linux was/);
  assert.match(decided(facts({ last }, { amd64: UNKNOWN })), /^changed: /);
  assert.match(decided(facts({ last }, { amd64: FAILED })), /^failed: /);
});

test('a complement that is missing or not wanted is a reason, but not where there is nothing that it could hold', () => {
  assert.equal(decided(facts(), { complement: true }), 'changed: 1.2.0 has no complement, which is requested');
  assert.equal(decided(facts({ last: release({ hasComplement: true }) })), 'changed: 1.2.0 has a complement, which is not requested');
  const closure = CLOSURE.filter((entry) => entry.in === 'delta');
  assert.match(decided(facts({ last: release({ closure }) }), { complement: true }), /^up to date/);
});

test('a flake that fails, or that only a build can tell about, is built', () => {
  assert.equal(decided(facts({}, { arm64: FAILED })), "failed: its flake can't be evaluated for arm64: Evaluating ./my-tools#default failed: no semicolon");
  assert.equal(decided(facts({}, { amd64: UNKNOWN })), 'unknown: its content for amd64 is known only after a build: it is content-addressed');
  assert.match(decided(facts({}, { amd64: UNKNOWN, arm64: OTHER })), /^changed: /);
});

test('a reason is one line of bounded length', () => {
  const error = new BuildError(`error:\n       … while evaluating\n${'x'.repeat(1_000)}`, {});
  const decision = decide(facts({}, { amd64: { kind: 'failed', error } }), ASKED);
  assert.ok(decision.kind === 'build' && decision.reason.length === 500, JSON.stringify(decision));
  assert.match(decision.reason, /: error: … while evaluating x+…$/);
});

test('a base that is another image must be looked into, and is a reason only where it moves a path', () => {
  const rebuilt = [{ digest: digestOf('bedrock 2') }];
  const bases = new Map(ARCHES.map((arch) => [arch, rebuilt]));
  assert.equal(decided(facts({ bases })), 'bases');
  assert.match(decided(facts({ bases }, { arm64: OTHER })), /^changed: the output/, 'what is known to differ comes first');
  const sizes = new Map(CLOSURE.map(({ path, narSize }) => [path, narSize]));
  const narSizes = (names: readonly string[]) => new Map(names.map((name) => [pathOf(name), sizes.get(pathOf(name)) ?? 1]));
  const holding = (...names: string[]) => new Map(ARCHES.map((arch) => [arch, rebuilt.map((base) => ({ ...base, narSizes: narSizes(names) }))]));
  assert.match(decided(facts({ bases: holding('glibc-2.38', 'libidn2-2.3', 'bash-5') })), /^up to date/);
  assert.match(decided(facts({ bases: holding('glibc-2.38') })), /^changed: libidn2-2\.3 for x86_64-linux was in the base and no longer is$/);
  assert.match(decided(facts({ bases: holding('glibc-2.38', 'libidn2-2.3', 'jq-1.7') })), /^changed: jq-1\.7 for x86_64-linux was shipped and is now in the base$/);
});

test('platforms are compared each with its own release', () => {
  const last = { platforms: new Map([['amd64', released('amd64')], ['arm64', released('arm64', { outputs: { out: pathOf('my-tools-2') }, storePath: pathOf('my-tools-2') })]] as const), isOwnPart: true, metadata: [] };
  assert.match(decided(facts({ last }, { amd64: SAME, arm64: OTHER })), /^up to date/);
});
