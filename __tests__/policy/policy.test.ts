import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { InputError } from '../../src/kit/errors.ts';
import { nameOf } from '../../src/nix/store/store-path.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { describeFinding, type PolicyFacts, type PolicyFinding } from '../../src/policy/policy-facts.ts';
import { attestedBy } from '../../src/release/enforce-policy.ts';
import { document, pathOf } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { policy, documented, fitsSchema } from './policies.ts';

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

/** Each is refused with this text, at this line. */
const WRONG: Readonly<Record<string, readonly [text: string, message: RegExp, line: number | undefined]>> = {
  'a rule that is misspelt': ['licenses:\n  allow: [MIT]\n', /licenses is none of licences, forbid/, 2],
  'a member that is misspelt': ['licences:\n  allow: [MIT]\n  unkown: fail\n', /licences\.unkown is none of allow, unknown/, 3],
  'a licence that is no text': ['licences:\n  allow:\n    - MIT\n    - 7\n', /licences\.allow\[1\] is 7, and should be a text/, 4],
  'no licences': ['licences:\n  unknown: fail\n', /licences\.allow is missing/, 2],
  'another choice': ['licences:\n  allow: []\n  unknown: ignore\n', /should be one of allow, warn, fail|is "ignore"/, 3],
  'no size': ['size:\n  delta: 20 lines\n', /size\.delta is "20 lines", and should be a size/, 2],
  'an age that is none': ['nixpkgs:\n  max-age-days: soon\n', /nixpkgs\["max-age-days"\] is "soon"/, 2],
  'an exception without an end': ['exceptions:\n  - rule: forbid\n    package: jq\n    reason: because\n', /exceptions\[0\]\.until is missing/, 2],
  'an exception without a reason': ['exceptions:\n  - { rule: forbid, package: jq, until: 2026-12-31 }\n', /exceptions\[0\]\.reason is missing/, 2],
  'an exception that ends on no day': ['exceptions:\n  - rule: forbid\n    package: jq\n    reason: x\n    until: 2026-02-30\n', /exceptions\[0\]\.until is "2026-02-30", and should be a day/, 5],
  'an exception for a package of a rule that has none': ['exceptions:\n  - { rule: size, package: jq, reason: x, until: 2026-12-31 }\n', /has no meaning for the rule size/, 2],
  'an alias': ['forbid:\n  - &a { package: jq }\n  - *a\n', /it has an a(?:nchor|lias)/, 2],
  'a tag': ['licences:\n  allow: !!set { MIT }\n', /tag|resolved/i, 2],
  'a name that is there twice': ['leaks: fail\nleaks: fail\n', /keys must be unique/, 2],
  'a list': ['- leaks\n', /it is a list, and should be an object/, 1],
  'two documents': ['leaks: fail\n---\nleaks: fail\n', /multiple documents/, 2],
  'no YAML': ['a: [\n', /flow|end/i, 2],
  'a control character': ['forbid:\n  - package: "a\\u001bb"\n', /U\+001B/, 2],
  'more than it may': [`# ${'x'.repeat(300_000)}`, /the limit is 262144/, undefined],
};

describe('a policy', () => {
  it('is read as its documentation has it, and fits its schema', () => {
    const text = documented();
    const read = policy(text);
    assert.deepEqual(Object.keys(read).toSorted(), ['attestation', 'exceptions', 'file', 'forbid', 'leaks', 'licences', 'nixpkgs', 'size']);
    assert.ok(fitsSchema(text));
    assert.equal(read.size?.delta, 200 * 2 ** 20);
    assert.equal(typeof read.exceptions[0]?.line, 'number');
  });

  it('demands nothing if it is empty', () => {
    for (const text of ['', '# nothing yet\n', '{}']) assert.deepEqual(policy(text), { file: 'policy.yml', forbid: [], exceptions: [] });
  });

  for (const [what, [text, message, line]] of Object.entries(WRONG)) {
    it(`is refused at its line if it has ${what}`, () => {
      assert.throws(() => policy(text), (error: unknown) => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, message);
        assert.match(error.message, /^policy: policy\.yml can't be used: /);
        assert.equal(error.location?.line, line);
        return true;
      });
    });
  }

  it('is refused by its schema for the same reasons', () => {
    const ofYaml = new Set(['an alias', 'a tag', 'a name that is there twice', 'two documents', 'no YAML', 'more than it may', 'an exception that ends on no day']);
    for (const [what, [text]] of Object.entries(WRONG)) if (!ofYaml.has(what)) assert.equal(fitsSchema(text), false, what);
  });

  it('is read or refused with an error of ours, whatever the file holds', () => {
    const piece = fc.oneof(fc.constantFrom('licences:', ' allow: ', '[', ']', '- ', '\n', '  ', 'rule', ': ', '&a', '*a', '!t ', '"', '{', '}', '---\n', '? '), fc.string({ maxLength: 5 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      try {
        policy(pieces.join(''));
      } catch (error) {
        assert.ok(error instanceof InputError, String(error));
      }
    }), { numRuns: 400 });
  });
});
