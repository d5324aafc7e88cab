import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { fitsWildcard } from '../../src/kit/wildcard.ts';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { describeFinding, type PolicyFacts, type PolicyFinding } from '../../src/policy/policy-facts.ts';
import { attestedBy } from '../../src/release/enforce-policy.ts';
import { document, pathOf } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { policy } from './policies.ts';

function facts(changes: Partial<PolicyFacts> = {}, changed: Partial<DeltaDocument> = {}): PolicyFacts {
  return { platforms: [{ arch: 'amd64', document: { ...document(), ...changed }, metas: METAS }], attested: undefined, leaks: undefined, today: '2026-11-28', ...changes };
}

function check(text: string, given: PolicyFacts = facts()): readonly PolicyFinding[] {
  return checkPolicy(policy(text), given);
}

/** `error jq-1.7`: what a finding is about. */
function brief(findings: readonly PolicyFinding[]): readonly string[] {
  return findings.map(({ severity, path, rule }) => `${severity} ${path === undefined ? rule : nameOf(path)}`).toSorted();
}

describe('licences that may ship', () => {
  it('are named by identifier or name, with wildcards, in either case', () => {
    assert.deepEqual(check('licences: { allow: [mit, "CC-*", Unfree, "our company*"], unknown: allow }'), []);
  });

  it('are breached by a package with another one, with its path and what needs it', () => {
    const [finding, ...others] = check('licences: { allow: [MIT, Unfree, "Our*"], unknown: allow }');
    assert.deepEqual(others, []);
    assert.equal(finding?.path, pathOf('jq-1.7'));
    assert.deepEqual(finding.why, [pathOf('my-tools'), pathOf('jq-1.7')]);
    assert.equal(finding.message, 'jq 1.7: the licence CC-BY-3.0 is not in licences.allow');
  });

  it('are asked of what ships, and not of what the base has', () => {
    assert.deepEqual(brief(check('licences: { allow: ["*"], unknown: fail }')), ['error my-tools', 'error oniguruma-6.9']);
    assert.deepEqual(brief(check('licences: { allow: ["*"] }')), ['warning my-tools', 'warning oniguruma-6.9']);
  });

  it('can not be checked without an SBOM', () => {
    const platforms = facts().platforms.map((platform) => ({ ...platform, metas: undefined }));
    assert.deepEqual(brief(check('licences: { allow: [] }', facts({ platforms }))), ['unchecked licences']);
  });
});

describe('packages that are forbidden', () => {
  it('are found in the whole closure, by name and by version', () => {
    assert.deepEqual(brief(check('forbid: [{ package: "lib*" }, { package: jq, below: "1.7" }, { package: glibc, below: "2.39", reason: CVE }]')), ['error glibc-2.38', 'error libidn2-2.3']);
  });

  it('are forbidden below a version if their own is not known', () => {
    assert.deepEqual(brief(check('forbid: [{ package: my-tools, below: "1" }]')), ['error my-tools']);
  });
});

/** A policy with an exception for what it forbids. */
function forbiddenUntil(until: string): string {
  return `forbid: [{ package: jq }]\nexceptions:\n  - { rule: forbid, package: "j*", reason: soon gone, until: ${until} }`;
}

describe('an exception', () => {
  it('covers a breach up to its last day, and not after it', () => {
    assert.deepEqual(check(forbiddenUntil('2026-11-28')), []);
    const [finding] = check(forbiddenUntil('2026-11-27'));
    assert.deepEqual([finding?.severity, finding?.message], ['error', 'jq 1.7: is forbidden; its exception ended on 2026-11-27']);
  });

  it('is about its own rule alone', () => {
    assert.deepEqual(brief(check(`${forbiddenUntil('2027-01-01')}\nlicences: { allow: [], unknown: allow }`)), ['error jq-1.7', 'error ripgrep-14']);
  });

  it('that covers nothing is a warning with its line', () => {
    const [finding] = check('exceptions:\n  - { rule: licences, package: gone, reason: x, until: 2027-01-01 }\n');
    assert.deepEqual([finding?.severity, finding?.line, finding?.message], ['warning', 2, 'the exception for gone (licences) is no longer needed']);
  });
});

describe('an exception of a rule that could not be checked', () => {
  it('is not said to be needless', () => {
    assert.deepEqual(brief(check('attestation: required\nexceptions:\n  - { rule: attestation, reason: x, until: 2027-01-01 }')), ['unchecked attestation']);
  });
});

function leak(severity: 'high' | 'medium' | 'low'): NonNullable<PolicyFacts['leaks']>['found'][number] {
  return { arch: 'amd64', severity, message: 'A GitHub token in /nix/store/x/y at byte 3 [github-personal-token]', why: [pathOf('my-tools'), pathOf('jq-1.7')] };
}

describe('other rules', () => {
  it('limit the layers of all platforms together, and the closure of each', () => {
    const two = facts({ platforms: [...facts().platforms, { arch: 'arm64', document: document(undefined, 'arm64'), metas: METAS }] });
    assert.deepEqual(check('size: { delta: 4691356, closure: 40MB }', two), []);
    assert.deepEqual(check('size: { delta: 4691355, closure: 36MB }', two).map(({ arch, severity }) => [arch, severity]), [[undefined, 'error'], ['amd64', 'error'], ['arm64', 'error']]);
  });

  it('demand an attestation and no leaks, as far as anybody has looked', () => {
    const text = 'attestation: required\nleaks: fail';
    assert.deepEqual(brief(check(text)), ['unchecked attestation', 'unchecked leaks']);
    assert.deepEqual(brief(check(text, facts({ attested: false, leaks: { found: [leak('high'), leak('medium')], lost: 1 } }))), ['error attestation', 'error leaks', 'error leaks', 'error leaks']);
    assert.deepEqual(check(text, facts({ attested: true, leaks: { found: [leak('low')], lost: 0 } })), []);
  });

  it('hold for a run that signs what it publishes, and are open for one that does not', () => {
    const { publicKey: _, privateKey: key } = generateKeyPairSync('ed25519');
    const run = { builder: 'https://ci.example/1' };
    assert.deepEqual(attestedBy({ provenance: { run, signing: { by: 'key', key } } }), { attested: true });
    assert.equal(attestedBy({ provenance: { run, signing: { by: 'key', key } }, push: 'layers' }).attested, undefined);
    const [finding] = check('attestation: required', facts(attestedBy({ provenance: { run, signing: undefined } })));
    assert.deepEqual([finding?.severity, finding?.message], ['unchecked', 'this run signs nothing ("sign: none"), so that only verifying can tell whether somebody else does']);
  });

  it('say of each leak what it is, where it is and what needs it, and let an exception cover them', () => {
    const leaks = { found: [leak('high')], lost: 0 };
    const [finding] = check('leaks: fail', facts({ leaks }));
    assert.equal(describeFinding(finding!), 'A GitHub token in /nix/store/x/y at byte 3 [github-personal-token]. It is needed by my-tools.');
    assert.deepEqual(check('leaks: fail\nexceptions: [{ rule: leaks, reason: being revoked, until: 2026-11-28 }]', facts({ leaks })), []);
  });

  it('limit the age of nixpkgs by the lock file, whatever the input is called', () => {
    const locked = { nixpkgs: { lastModified: Date.parse('2026-11-18') / 1000 }, stable: { repo: 'nixpkgs', lastModified: Date.parse('2026-10-01') / 1000 }, other: { lastModified: 1 } };
    const found = check('nixpkgs: { max-age-days: 30 }', facts({}, { source: { flake: './x', locked } }));
    assert.deepEqual(found.map(({ message }) => message), ['the input stable is 58 days old, and nixpkgs.max-age-days allows 30']);
    assert.deepEqual(brief(check('nixpkgs: { max-age-days: 30 }', facts({}, { source: { flake: './x', locked: { nixpkgs: {} } } }))), ['unchecked nixpkgs']);
    for (const odd of [null, 7, 'x', { nixpkgs: null }]) check('nixpkgs: { max-age-days: 30 }', facts({}, { source: { flake: './x', locked: odd } }));
  });
});

describe('a wildcard', () => {
  it('stands for any characters, and nothing else has a meaning', () => {
    for (const [text, pattern] of [['GPL-3.0-only', 'GPL-*'], ['a', '*'], ['', '*'], ['abcabc', 'a*bc'], ['abc', 'a*b*c'], ['a.c', 'a.c'], ['aXbXc', '*X*X*']] as const) assert.ok(fitsWildcard(text, pattern), `${text} ${pattern}`);
    for (const [text, pattern] of [['abc', 'a.c'], ['ab', 'a*bb'], ['aba', 'ab*ba'], ['xGPL-3', 'GPL-*'], ['abc', ''], ['', 'a']] as const) assert.equal(fitsWildcard(text, pattern), false, `${text} ${pattern}`);
  });
});
