import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { FORMATS } from '../../src/sbom/formats.ts';
import { mergeVex } from '../../src/sbom/merge-vex.ts';
import { pathOf } from '../report/sample.ts';
import { sbomFacts } from './facts.ts';
import { cycloneDxValidator } from './validators.ts';

const SBOM = FORMATS.cyclonedx.write(sbomFacts());

function vex(...affected: readonly unknown[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    vulnerabilities: [{ id: 'CVE-2024-1', analysis: { state: 'not_affected', justification: 'code_not_reachable' }, affects: affected.map((ref) => ({ ref })) }],
  };
}

function merged(document: unknown): string {
  return mergeVex(SBOM, { file: 'vex.json', bytes: Buffer.from(JSON.stringify(document)) });
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

  for (const [what, document, message] of [
    ['names something else', vex('pkg:nix/NixOS/nixpkgs/jq@1.6'), /affects\[0\]\.ref is "pkg:nix\/NixOS\/nixpkgs\/jq@1\.6", which the SBOM does not have/],
    ['affects nothing that it names', vex(7), /affects\[0\]\.ref is 7, and should be a text/],
    ['is an OpenVEX document', { '@context': 'https://openvex.dev/ns/v0.2.0', statements: [] }, /bomFormat is missing/],
    ['has no vulnerabilities', { bomFormat: 'CycloneDX' }, /vulnerabilities is missing|should be a list/],
    ['is a list', [], /should be an object/],
  ] as const) {
    it(`is refused if it ${what}`, () => {
      assert.throws(() => merged(document), (error: unknown) => error instanceof InputError && message.test(error.message));
    });
  }
});
