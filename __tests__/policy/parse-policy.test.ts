import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import { InputError } from '../../src/kit/errors.ts';
import { documented, fitsSchema, policy } from './policies.ts';

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
