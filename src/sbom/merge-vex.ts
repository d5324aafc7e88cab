import { Field } from '../json/field.ts';
import { parsedJson } from '../json/parse-json.ts';
import { InputError } from '../kit/errors.ts';
import type { VexFile } from '../request/existing.ts';
import { uuidOf, withMember } from './names.ts';

/** Bytes of a VEX document. */
export const VEX_LIMIT = 16 * 1024 * 1024;
const MOST = 10_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * Puts the vulnerabilities of a VEX document in CycloneDX into an SBOM, where scanners look for them. Each must affect something of the SBOM,
 * named by its `bom-ref` or its package URL; one that names a package URL affects all paths that have it.
 * @param sbom in CycloneDX, as we write it
 * @throws InputError if the document is none, or is about something else
 */
export function mergeVex(sbom: string, { file, bytes }: VexFile): string {
  const refuse = (why: string): never => {
    throw new InputError('vex', `vex: ${file} can't be used: ${why}.`, { hint: 'It must be a CycloneDX document with "vulnerabilities" (docs/verify/sbom.md).', location: { file } });
  };
  const { serialNumber: _own, ...bom } = JSON.parse(sbom) as Json & { readonly components: readonly Json[] };
  const refs = refsOf(bom);
  const vulnerabilities = read(bytes, refuse).map((vulnerability) => {
    const affected = listOf(vulnerability.get('affects')).flatMap((each) => {
      const named = each.get('ref').text();
      const found = refs.get(named) ?? each.get('ref').refuse(`is "${named.slice(0, 200)}", which the SBOM does not have`);
      return found.map((ref) => ({ ...each.object(), ref }));
    });
    return { ...vulnerability.object(), affects: affected };
  });
  const text = JSON.stringify({ ...bom, vulnerabilities });
  return withMember(text, 'serialNumber', `urn:uuid:${uuidOf(text)}`);
}

/** What a component may be named by, and the references of those that are named so. */
function refsOf({ components, metadata }: { readonly components: readonly Json[] } & Json): ReadonlyMap<string, readonly string[]> {
  const refs = new Map<string, string[]>();
  for (const component of [...components, Object((Object(metadata) as Json)['component']) as Json]) {
    const ref = String(component['bom-ref']);
    for (const name of [ref, String(component['purl'])]) refs.set(name, [...(refs.get(name) ?? []), ref]);
  }
  return refs;
}

function read(bytes: Uint8Array, refuse: (why: string) => never): readonly Field[] {
  const json = parsedJson(bytes, refuse, { bytes: VEX_LIMIT });
  const field = Field.of(json, refuse);
  field.get('bomFormat').is('CycloneDX');
  return listOf(field.get('vulnerabilities'));
}

function listOf(field: Field): readonly Field[] {
  const items: Field[] = [];
  field.each(MOST, (item) => items.push(item));
  return items;
}
