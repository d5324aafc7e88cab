import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { IntegrityError, InputError } from '../../src/kit/errors.ts';
import { licenceOf } from '../../src/nix/meta/package-meta.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { SbomFacts } from '../../src/sbom/component.ts';
import { checkedSbom, FORMATS, SBOM_FORMATS, type SbomFormat } from '../../src/sbom/formats.ts';
import { mergeVex } from '../../src/sbom/merge-vex.ts';
import { document, entry, pathOf } from '../report/sample.ts';
import { METAS, sbomFacts } from './facts.ts';
import { cycloneDxValidator, knownLicences, spdxValidator } from './validators.ts';

type Json = Record<string, unknown>;

const VALIDATORS = { cyclonedx: cycloneDxValidator(), spdx: spdxValidator() };

function written(format: SbomFormat, facts: SbomFacts = sbomFacts()): Json {
  return JSON.parse(FORMATS[format].write(facts)) as Json;
}

function assertValid(format: SbomFormat, value: unknown): void {
  const validate = VALIDATORS[format];
  assert.ok(validate(value), JSON.stringify(validate.errors));
}

/** The only one whose member has this value. */
function find(list: unknown, member: string, value: unknown): Json {
  const found = (list as Json[]).filter((each) => each[member] === value);
  assert.equal(found.length, 1, `${member} ${String(value)}`);
  return found[0] ?? {};
}

function property(component: Json, name: string): unknown[] {
  return (component['properties'] as Json[]).filter((each) => each['name'] === name).map((each) => each['value']);
}

for (const format of SBOM_FORMATS) {
  describe(`an SBOM in ${format}`, () => {
    it('is valid, with all that a flake can say and with nothing', () => {
      assertValid(format, written(format));
      assertValid(format, written(format, { ...sbomFacts(), metas: new Map(), created: undefined }));
      assertValid(format, written(format, { document: document([entry('my-tools', 1, 'delta')]), metas: new Map(), created: undefined }));
    });

    it('is refused by its schema if it is wrong', () => {
      const right = written(format);
      const list = format === 'spdx' ? 'packages' : 'components';
      const [first, ...rest] = right[list] as Json[];
      for (const wrong of [
        { ...right, [list]: [{ ...first, name: 7 }, ...rest] },
        { ...right, [list]: 'none' },
        { ...right, [format === 'spdx' ? 'dataLicense' : 'bomFormat']: 'other' },
        { ...right, unheardOf: true },
      ]) {
        assert.equal(VALIDATORS[format](wrong), false);
      }
    });

    it('has the same bytes each time, whatever order the facts came in', () => {
      const facts = sbomFacts();
      const other = { ...facts, metas: new Map([...METAS].toReversed()) };
      assert.equal(FORMATS[format].write(facts), FORMATS[format].write(other));
      assert.equal(FORMATS[format].write(facts), FORMATS[format].write(structuredClone(facts)));
    });

    it('is another document when anything in it differs', () => {
      const identity = format === 'spdx' ? 'documentNamespace' : 'serialNumber';
      const others = [{ ...sbomFacts(), metas: new Map() }, { ...sbomFacts(), created: 1 }, { ...sbomFacts(), document: document() }];
      const identities = [sbomFacts(), ...others].map((facts) => written(format, facts)[identity]);
      assert.equal(new Set(identities).size, 4);
    });

    it('is taken from a layout only as a build writes it', () => {
      const facts = sbomFacts();
      const text = FORMATS[format].write(facts);
      const metas = checkedSbom(Buffer.from(text), format, facts, 'sbom.json');
      assert.deepEqual(metas.get(pathOf('jq-1.7')), METAS.get(pathOf('jq-1.7')));
      assert.deepEqual(metas.get(pathOf('ripgrep-14'))?.licences, METAS.get(pathOf('ripgrep-14'))?.licences);
      const hash = Buffer.alloc(32).toString('hex');
      for (const wrong of [
        text.replace(pathOf('oniguruma-6.9'), pathOf('another-6.9')),
        text.replace(hash, 'f'.repeat(64)),
        text.replace('"oniguruma"', '"openssl"'),
        text.replaceAll(digestOf('layer'), digestOf('other')),
        `${text} `,
        text.slice(0, -1),
        '[]',
        '',
      ]) {
        assert.notEqual(wrong, text);
        assert.throws(() => checkedSbom(Buffer.from(wrong), format, facts, 'sbom.json'), (error: unknown) => error instanceof IntegrityError && error.message.startsWith('sbom.json is not '));
      }
    });
  });
}

describe('CycloneDX', () => {
  const bom = written('cyclonedx');
  const components = bom['components'] as Json[];

  it('has a component for each path of the closure, shipped and relied upon told apart', () => {
    assert.deepEqual(components.map((each) => each['bom-ref']), sbomFacts().document.closure.map(({ path }) => path));
    assert.deepEqual(property(find(components, 'name', 'jq'), 'nix-feature:place'), ['shipped']);
    assert.deepEqual(property(find(components, 'name', 'glibc'), 'nix-feature:place'), ['relied-upon']);
    assert.deepEqual(property(find(components, 'name', 'jq'), 'nix-feature:layer'), [digestOf('layer')]);
    assert.deepEqual(property(find(components, 'name', 'glibc'), 'nix-feature:layer'), [digestOf('base layer')]);
  });

  it('says of a package what its flake says', () => {
    const { version, licenses, purl, cpe, externalReferences, ...jq } = find(components, 'name', 'jq');
    assert.equal(version, '1.7');
    assert.deepEqual(licenses, [{ license: { id: 'MIT' } }, { license: { id: 'CC-BY-3.0' } }]);
    assert.equal(purl, 'pkg:nix/NixOS/nixpkgs/jq@1.7');
    assert.equal(cpe, 'cpe:2.3:a:jqlang:jq:1.7:*:*:*:*:*:*:*');
    assert.deepEqual(externalReferences, [{ type: 'website', url: 'https://jqlang.github.io/jq/' }]);
    assert.deepEqual(property(jq, 'nix:maintainer'), ['Raf <raf@example.org>', 'Somebody']);
    assert.deepEqual(jq['hashes'], [{ alg: 'SHA-256', content: Buffer.alloc(32).toString('hex') }]);
  });

  it('guesses nothing of a package whose flake says nothing', () => {
    const { licenses, cpe, purl, version } = find(components, 'name', 'oniguruma');
    assert.deepEqual([licenses, cpe, purl, version], [undefined, undefined, 'pkg:generic/oniguruma@6.9', '6.9']);
  });

  it('knows licences by their SPDX identifiers, and others by their names', () => {
    assert.deepEqual(find(components, 'name', 'ripgrep')['licenses'], [{ license: { name: 'Our company, "in-house" <licence>' } }, { license: { id: 'MIT' } }, { license: { name: 'Unfree' } }]);
  });

  it("has each reference between paths as a dependency, without a path's reference to itself", () => {
    const dependencies = bom['dependencies'] as Json[];
    assert.equal(dependencies.length, components.length + 1);
    assert.deepEqual(find(dependencies, 'ref', pathOf('glibc-2.38'))['dependsOn'], [pathOf('libidn2-2.3')]);
    assert.deepEqual(find(dependencies, 'ref', 'feature:my-tools@1.2.0/x86_64-linux')['dependsOn'], [pathOf('my-tools')]);
  });

  it('knows of no licence that its schema does not know', () => {
    const known = knownLicences();
    assert.ok(known.size > 600);
    for (const id of ['MIT', 'gpl-2.0', 'GPL-3.0-or-later', 'Zlib']) assert.ok('id' in (licenceOf(id) ?? {}), id);
    const ours = [...known].map((id) => licenceOf(id)).flatMap((licence) => (licence !== undefined && 'id' in licence ? licence.id : []));
    assert.deepEqual(ours.filter((id) => !known.has(id)), []);
  });
});

describe('SPDX', () => {
  const spdx = written('spdx');
  const packages = spdx['packages'] as Json[];

  it('joins the licences of a package into an expression, and explains those that are not of the list', () => {
    assert.equal(find(packages, 'name', 'jq')['licenseDeclared'], 'MIT AND CC-BY-3.0');
    assert.match(String(find(packages, 'name', 'ripgrep')['licenseDeclared']), /^LicenseRef-Our-company-in-house-licence-[0-9a-f]{8} AND MIT AND LicenseRef-Unfree-[0-9a-f]{8}$/);
    assert.deepEqual((spdx['hasExtractedLicensingInfos'] as Json[]).map(({ name }) => name), ['Our company, "in-house" <licence>', 'Unfree']);
  });

  it('asserts nothing of what the flake does not say', () => {
    assert.equal(find(packages, 'name', 'oniguruma')['licenseDeclared'], 'NOASSERTION');
  });

  it('relates the Feature to what it ships and to what must be there', () => {
    const relationships = spdx['relationships'] as Json[];
    const types = (name: string): unknown[] => {
      const { SPDXID } = find(packages, 'name', name);
      return relationships.filter(({ spdxElementId, relatedSpdxElement }) => spdxElementId === 'SPDXRef-Feature' && relatedSpdxElement === SPDXID).map(({ relationshipType }) => relationshipType);
    };
    assert.deepEqual([types('jq'), types('glibc')], [['CONTAINS'], ['HAS_PREREQUISITE']]);
    assert.equal(find(relationships, 'relationshipType', 'DESCRIBES')['relatedSpdxElement'], 'SPDXRef-Feature');
    const names = new Set(['SPDXRef-DOCUMENT', ...packages.map(({ SPDXID }) => SPDXID)]);
    assert.deepEqual(relationships.filter(({ spdxElementId, relatedSpdxElement }) => !names.has(spdxElementId) || !names.has(relatedSpdxElement)), []);
  });
});

const SBOM = FORMATS.cyclonedx.write(sbomFacts());

function vex(...affected: readonly unknown[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    vulnerabilities: [{ id: 'CVE-2024-1', analysis: { state: 'not_affected', justification: 'code_not_reachable' }, affects: affected.map((ref) => ({ ref })) }],
  };
}

function merged(vexDocument: unknown): string {
  return mergeVex(SBOM, { file: 'vex.json', bytes: Buffer.from(JSON.stringify(vexDocument)) });
}

describe('a VEX document', () => {
  it('is put into the SBOM, which stays valid', () => {
    const text = merged(vex(pathOf('jq-1.7')));
    const bom = JSON.parse(text) as { readonly vulnerabilities: unknown; readonly serialNumber: string };
    const validate = cycloneDxValidator();
    assert.ok(validate(bom), JSON.stringify(validate.errors));
    assert.deepEqual(bom.vulnerabilities, [{ id: 'CVE-2024-1', analysis: { state: 'not_affected', justification: 'code_not_reachable' }, affects: [{ ref: pathOf('jq-1.7') }] }]);
    assert.notEqual(bom.serialNumber, (JSON.parse(SBOM) as { serialNumber: string }).serialNumber);
    assert.equal(text, merged(vex(pathOf('jq-1.7'))));
  });

  it('may name a package by its package URL, and affects all paths that have it', () => {
    const { vulnerabilities } = JSON.parse(merged(vex('pkg:nix/NixOS/nixpkgs/jq@1.7', 'pkg:generic/my-tools@1.2.0'))) as { readonly vulnerabilities: readonly { readonly affects: unknown }[] };
    assert.deepEqual(vulnerabilities[0]?.affects, [{ ref: pathOf('jq-1.7') }, { ref: 'feature:my-tools@1.2.0/x86_64-linux' }]);
  });

  for (const [what, wrong, message] of [
    ['names something else', vex('pkg:nix/NixOS/nixpkgs/jq@1.6'), /affects\[0\]\.ref is "pkg:nix\/NixOS\/nixpkgs\/jq@1\.6", which the SBOM does not have/],
    ['affects nothing that it names', vex(7), /affects\[0\]\.ref is 7, and should be a text/],
    ['is an OpenVEX document', { '@context': 'https://openvex.dev/ns/v0.2.0', statements: [] }, /bomFormat is missing/],
    ['has no vulnerabilities', { bomFormat: 'CycloneDX' }, /vulnerabilities is missing|should be a list/],
    ['is a list', [], /should be an object/],
  ] as const) {
    it(`is refused if it ${what}`, () => {
      assert.throws(() => merged(wrong), (error: unknown) => error instanceof InputError && message.test(error.message));
    });
  }
});
