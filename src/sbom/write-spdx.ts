import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { nameOf, hashPartOf, type StorePath } from '../nix/store/store-path.ts';
import { componentsOf, rootsOf, type Component, type SbomFacts } from './component.ts';
import { extractedLicences, licenceExpression, NOASSERTION } from './licence-expression.ts';
import { hexOfSri, LAYER, STORE_PATH, timeOf, TOOL, uuidOf, withMember, packageUrl } from './names.ts';

/** Begins each line of a package's comment that names a maintainer. */
export const MAINTAINER_LINE = 'Maintainer: ';

const DOCUMENT = 'SPDXRef-DOCUMENT';
const FEATURE = 'SPDXRef-Feature';
const PURL = 'purl';
export const CPE = 'cpe23Type';

interface ExternalReference {
  readonly referenceCategory: 'PACKAGE-MANAGER' | 'SECURITY' | 'OTHER';
  readonly referenceType: string;
  readonly referenceLocator: string;
}

/** Writes an SBOM in SPDX 2.3. The same facts give the same bytes; without a time it is 1970, as SPDX wants one. */
export function writeSpdx(facts: SbomFacts): string {
  const { document, created = 0 } = facts;
  const { feature, system } = document;
  const components = componentsOf(facts);
  const extracted = extractedLicences(components.map(({ meta }) => meta.licences));
  const name = `${feature.id}-${feature.version}-${system}`;
  const content = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: DOCUMENT,
    name,
    creationInfo: { created: timeOf(created), creators: [`Tool: ${TOOL}`] },
    packages: [featurePackage(document), ...components.map(packageOf)],
    relationships: relationshipsOf(document, components),
    ...(extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }),
  };
  const text = JSON.stringify(content);
  return withMember(text, 'documentNamespace', `https://spdx.org/spdxdocs/${encodeURIComponent(name)}-${uuidOf(text)}`);
}

/** An identifier has letters, digits, dots and dashes (SPDX 2.3, 7.2); the hash makes it one of a kind. */
function idOf(path: StorePath): string {
  return `SPDXRef-${hashPartOf(path)}-${nameOf(path).replaceAll(/[^A-Za-z0-9.-]/g, '-')}`;
}

/** What an SBOM of a build does not know; the fields are mandatory. */
const UNKNOWN = { downloadLocation: NOASSERTION, filesAnalyzed: false, copyrightText: NOASSERTION, licenseConcluded: NOASSERTION };

function featurePackage({ feature, source, bases }: DeltaDocument): object {
  const url = packageUrl({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } });
  return {
    ...UNKNOWN,
    SPDXID: FEATURE,
    name: feature.id,
    versionInfo: feature.version,
    licenseDeclared: NOASSERTION,
    primaryPackagePurpose: 'INSTALL',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: url }],
    comment: [`Flake: ${source.flake}`, ...bases.map(({ name, digest }) => `Base: ${name}${digest === undefined || name.includes(digest) ? '' : `@${digest}`}`)].join('\n'),
  };
}

function packageOf(component: Component): object {
  const { path, name, version, narHash, meta } = component;
  return {
    ...UNKNOWN,
    SPDXID: idOf(path),
    name,
    ...(version === '' ? {} : { versionInfo: version }),
    ...(meta.description === undefined ? {} : { summary: meta.description }),
    ...(meta.homepage === undefined ? {} : { homepage: meta.homepage }),
    licenseDeclared: licenceExpression(meta.licences),
    checksums: [{ algorithm: 'SHA256', checksumValue: hexOfSri(narHash) }],
    externalRefs: referencesOf(component),
    ...(meta.maintainers.length === 0 ? {} : { comment: meta.maintainers.map((each) => `${MAINTAINER_LINE}${each}`).join('\n') }),
  };
}

function referencesOf(component: Component): readonly ExternalReference[] {
  const { path, layer, meta } = component;
  return [
    { referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: packageUrl(component) },
    ...(meta.cpe === undefined ? [] : [{ referenceCategory: 'SECURITY' as const, referenceType: CPE, referenceLocator: meta.cpe }]),
    { referenceCategory: 'OTHER', referenceType: STORE_PATH, referenceLocator: path },
    ...(layer === undefined ? [] : [{ referenceCategory: 'OTHER' as const, referenceType: LAYER, referenceLocator: layer }]),
  ];
}

/** SPDX 2.3, 11.1: what is shipped is contained, what is relied upon must be there before. */
function relationshipsOf(document: DeltaDocument, components: readonly Component[]): readonly object[] {
  const ids = new Map(components.map(({ path }) => [path, idOf(path)] as const));
  const relate = (spdxElementId: string | undefined, relationshipType: string, related: StorePath): object => ({ spdxElementId, relationshipType, relatedSpdxElement: ids.get(related) });
  return [
    { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: FEATURE },
    ...rootsOf(document).map((root) => relate(FEATURE, 'DEPENDS_ON', root)),
    ...components.map(({ path, place }) => relate(FEATURE, place === 'shipped' ? 'CONTAINS' : 'HAS_PREREQUISITE', path)),
    ...components.flatMap(({ path, dependencies }) => dependencies.map((each) => relate(ids.get(path), 'DEPENDS_ON', each))),
  ];
}
