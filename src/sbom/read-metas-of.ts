import { Field } from '../json/field.ts';
import { parsedJson } from '../json/parse-json.ts';
import { IntegrityError } from '../kit/errors.ts';
import { packageMeta, type PackageMetas } from '../nix/meta/package-meta.ts';
import { isStorePath } from '../nix/store/store-path.ts';
import { MAINTAINER, STORE_PATH, namespaceOfUrl } from './names.ts';
import { CPE, MAINTAINER_LINE } from './write-spdx.ts';

/** Bytes of an SBOM: about 80,000 store paths. */
export const SBOM_LIMIT = 128 * 1024 * 1024;
const MOST_COMPONENTS = 200_000;
const MOST_ITEMS = 100;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what an SBOM in CycloneDX says of the packages in it. Components that are no store paths are passed over.
 * @param where for messages
 * @throws IntegrityError if it is no such document
 */
export function readCycloneDx(bytes: Uint8Array, where: string): PackageMetas {
  const field = parsed(bytes, where);
  field.get('bomFormat').is('CycloneDX');
  field.get('specVersion').oneOf(['1.4', '1.5', '1.6', '1.7']);
  return new Map(itemsOf(field.get('components'), MOST_COMPONENTS).flatMap((component) => {
    const properties = objectsOf(component['properties']);
    const path = properties.find(({ name }) => name === STORE_PATH)?.['value'];
    if (typeof path !== 'string' || !isStorePath(path)) return [];
    const licences = objectsOf(component['licenses']).map(({ license, expression }) => {
      const { id, name } = Object(license) as Json;
      return id ?? name ?? expression;
    });
    const meta = packageMeta({
      ...component,
      cpe: component['cpe'],
      homepage: objectsOf(component['externalReferences']).find(({ type }) => type === 'website')?.['url'],
      licences,
      maintainers: properties.filter(({ name }) => name === MAINTAINER).map(({ value }) => value),
      namespace: namespaceOfUrl(component['purl']),
    });
    return [[path, meta] as const];
  }));
}

/**
 * Reads what an SBOM in SPDX 2.3 says of the packages in it, as {@link readCycloneDx} does.
 * @throws IntegrityError if it is no such document
 */
export function readSpdx(bytes: Uint8Array, where: string): PackageMetas {
  const field = parsed(bytes, where);
  field.get('spdxVersion').oneOf(['SPDX-2.2', 'SPDX-2.3']);
  const names = new Map((field.get('hasExtractedLicensingInfos').optional((list) => itemsOf(list, MOST_COMPONENTS)) ?? []).map(({ licenseId, name }) => [licenseId, name]));
  return new Map(itemsOf(field.get('packages'), MOST_COMPONENTS).flatMap((each) => {
    const references = objectsOf(each['externalRefs']);
    const locator = (type: string): unknown => references.find(({ referenceType }) => referenceType === type)?.['referenceLocator'];
    const path = locator(STORE_PATH);
    if (typeof path !== 'string' || !isStorePath(path)) return [];
    const meta = packageMeta({
      name: each['name'],
      version: each['versionInfo'],
      description: each['summary'],
      homepage: each['homepage'],
      cpe: locator(CPE),
      licences: termsOf(each['licenseDeclared']).map((term) => names.get(term) ?? term),
      maintainers: maintainersOf(each['comment']),
      namespace: namespaceOfUrl(locator('purl')),
    });
    return [[path, meta] as const];
  }));
}

/** The licences of an expression, whatever joins them. */
function termsOf(expression: unknown): readonly string[] {
  if (typeof expression !== 'string' || /^(?:NOASSERTION|NONE)$/.test(expression)) return [];
  return expression.split(/[\s()]+/).filter((word) => word !== '' && !/^(?:AND|OR|WITH)$/.test(word));
}

function maintainersOf(comment: unknown): readonly string[] {
  if (typeof comment !== 'string') return [];
  return comment.split('\n').flatMap((line) => (line.startsWith(MAINTAINER_LINE) ? [line.slice(MAINTAINER_LINE.length)] : []));
}

function parsed(bytes: Uint8Array, where: string): Field {
  const refuse = (why: string, cause?: unknown): never => {
    throw new IntegrityError(`${where} is not a valid SBOM: ${why}.`, { cause });
  };
  return Field.of(parsedJson(bytes, refuse, { bytes: SBOM_LIMIT }), refuse);
}

function itemsOf(list: Field, most: number): readonly Json[] {
  const found: Json[] = [];
  list.each(most, (item) => found.push(item.object()));
  return found;
}

/** Returns the objects in a list of a component, and ignores anything else. */
function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS).filter((each): each is Json => typeof each === 'object' && each !== null) : [];
}
