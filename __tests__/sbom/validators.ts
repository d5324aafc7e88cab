import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formatsPlugin from 'ajv-formats';

const require = createRequire(import.meta.url);
const addFormats = formatsPlugin as unknown as typeof formatsPlugin.default;

/** The official schemas of CycloneDX, as its library ships them. */
const CYCLONEDX = path.join(path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');

function official(name: string): object {
  return JSON.parse(readFileSync(path.join(CYCLONEDX, name), 'utf8')) as object;
}

function newAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true, addUsedSchema: false });
  addFormats(ajv);
  ajv.addFormat('idn-email', true);
  ajv.addFormat('iri-reference', { validate: (text: string) => !/[\s<>"{}|\\^`]/.test(text) });
  return ajv;
}

/** CycloneDX 1.6 by its official schema. */
export function cycloneDxValidator(): ValidateFunction {
  const ajv = newAjv();
  ajv.addSchema(official('jsf-0.82.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
  ajv.addSchema(official('spdx.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
  return ajv.compile(official('bom-1.6.SNAPSHOT.schema.json'));
}

/** Identifiers of licences that the official schema knows. */
export function knownLicences(): ReadonlySet<string> {
  return new Set((official('spdx.SNAPSHOT.schema.json') as { enum: string[] }).enum);
}

const text = { type: 'string', minLength: 1 };
const id = { type: 'string', pattern: '^SPDXRef-[A-Za-z0-9.-]+$' };
/** `NOASSERTION`, `NONE`, or an expression (SPDX 2.3, annex D). */
const term = String.raw`(?:[A-Za-z0-9.-]+\+?|LicenseRef-[A-Za-z0-9.-]+)`;
const expression = { type: 'string', pattern: `^${term}(?: (?:AND|OR|WITH) ${term})*$` };
const exactly = (required: readonly string[], properties: object): object => ({ type: 'object', required, properties, additionalProperties: false });

/**
 * SPDX 2.3 as its specification says it of the members that we write (clauses 6, 7, 10 and 11); no package for Node.js
 * ships the official schema. What is not here must not be written.
 */
const SPDX = exactly(['SPDXID', 'creationInfo', 'dataLicense', 'documentNamespace', 'name', 'packages', 'relationships', 'spdxVersion'], {
  SPDXID: { const: 'SPDXRef-DOCUMENT' },
  spdxVersion: { const: 'SPDX-2.3' },
  dataLicense: { const: 'CC0-1.0' },
  name: text,
  documentNamespace: { type: 'string', format: 'uri', pattern: '^[^#]+$' },
  creationInfo: exactly(['created', 'creators'], {
    created: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$` },
    creators: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(?:Tool|Person|Organization): .' } },
  }),
  packages: {
    type: 'array',
    minItems: 1,
    items: exactly(['SPDXID', 'name', 'downloadLocation', 'licenseDeclared', 'licenseConcluded', 'copyrightText', 'filesAnalyzed'], {
      SPDXID: id,
      name: text,
      versionInfo: text,
      summary: text,
      comment: text,
      homepage: { type: 'string', format: 'uri' },
      downloadLocation: { const: 'NOASSERTION' },
      copyrightText: { const: 'NOASSERTION' },
      filesAnalyzed: { const: false },
      licenseDeclared: expression,
      licenseConcluded: expression,
      primaryPackagePurpose: { enum: ['OTHER', 'INSTALL', 'ARCHIVE', 'FIRMWARE', 'APPLICATION', 'FRAMEWORK', 'LIBRARY', 'CONTAINER', 'SOURCE', 'DEVICE', 'OPERATING_SYSTEM', 'FILE'] },
      checksums: { type: 'array', items: exactly(['algorithm', 'checksumValue'], { algorithm: { const: 'SHA256' }, checksumValue: { type: 'string', pattern: '^[0-9a-f]{64}$' } }) },
      externalRefs: {
        type: 'array',
        items: exactly(['referenceCategory', 'referenceType', 'referenceLocator'], {
          referenceCategory: { enum: ['OTHER', 'PERSISTENT-ID', 'SECURITY', 'PACKAGE-MANAGER'] },
          referenceType: { type: 'string', pattern: String.raw`^\S+$` },
          referenceLocator: { type: 'string', pattern: String.raw`^\S+$` },
        }),
      },
    }),
  },
  relationships: {
    type: 'array',
    items: exactly(['spdxElementId', 'relationshipType', 'relatedSpdxElement'], { spdxElementId: id, relatedSpdxElement: id, relationshipType: { enum: ['DESCRIBES', 'CONTAINS', 'DEPENDS_ON', 'HAS_PREREQUISITE'] } }),
  },
  hasExtractedLicensingInfos: {
    type: 'array',
    items: exactly(['licenseId', 'extractedText', 'name'], { licenseId: { type: 'string', pattern: '^LicenseRef-[A-Za-z0-9.-]+$' }, extractedText: text, name: text }),
  },
});

export function spdxValidator(): ValidateFunction {
  return newAjv().compile(SPDX);
}
