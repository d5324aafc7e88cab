import type { DeltaDocument } from '../delta/document/delta-document.ts';
import type { Licence } from '../nix/meta/package-meta.ts';
import { componentsOf, rootsOf, type Component, type SbomFacts } from './component.ts';
import { BASE, FLAKE, hexOfSri, LAYER, MAINTAINER, NAR_HASH, NAR_SIZE, PLACE, STORE_PATH, SYSTEM, timeOf, TOOL, uuidOf, withMember, packageUrl } from './names.ts';

interface Property {
  readonly name: string;
  readonly value: string;
}

/** Writes an SBOM in CycloneDX 1.6 (ECMA-424). The same facts give the same bytes. */
export function writeCycloneDx(facts: SbomFacts): string {
  const components = componentsOf(facts);
  const { document } = facts;
  const root = featureRef(document);
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: metadataOf(facts),
    components: components.map(componentOf),
    dependencies: [{ ref: root, dependsOn: rootsOf(document).toSorted() }, ...components.map(({ path, dependencies }) => ({ ref: path, dependsOn: dependencies }))],
  };
  const text = JSON.stringify(bom);
  return withMember(text, 'serialNumber', `urn:uuid:${uuidOf(text)}`);
}

function featureRef({ feature, system }: DeltaDocument): string {
  return `feature:${feature.id}@${feature.version}/${system}`;
}

function metadataOf({ document, created }: SbomFacts): object {
  const { feature, system, bases, source } = document;
  const properties: Property[] = [
    ...bases.map(({ name, digest }) => ({ name: BASE, value: digest === undefined || name.includes(digest) ? name : `${name}@${digest}` })),
    { name: FLAKE, value: source.flake },
    { name: SYSTEM, value: system },
  ];
  return {
    ...(created === undefined ? {} : { timestamp: timeOf(created) }),
    tools: { components: [{ type: 'application', name: TOOL }] },
    component: {
      type: 'application',
      'bom-ref': featureRef(document),
      name: feature.id,
      version: feature.version,
      purl: packageUrl({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } }),
      properties,
    },
  };
}

function componentOf(component: Component): object {
  const { path, name, version, meta, narHash } = component;
  const { description, homepage, cpe, licences } = meta;
  return {
    type: 'library',
    'bom-ref': path,
    name,
    ...(version === '' ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    hashes: [{ alg: 'SHA-256', content: hexOfSri(narHash) }],
    ...(licences.length === 0 ? {} : { licenses: licences.map(licenceOf) }),
    ...(cpe === undefined ? {} : { cpe }),
    purl: packageUrl(component),
    ...(homepage === undefined ? {} : { externalReferences: [{ type: 'website', url: homepage }] }),
    properties: propertiesOf(component),
  };
}

function licenceOf(licence: Licence): object {
  return { license: 'id' in licence ? { id: licence.id } : { name: licence.name } };
}

function propertiesOf({ path, narHash, narSize, place, layer, meta }: Component): readonly Property[] {
  return [
    { name: STORE_PATH, value: path },
    { name: NAR_HASH, value: narHash },
    { name: NAR_SIZE, value: String(narSize) },
    { name: PLACE, value: place },
    ...(layer === undefined ? [] : [{ name: LAYER, value: layer }]),
    ...meta.maintainers.map((value) => ({ name: MAINTAINER, value })),
  ];
}
