import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { withoutAddedOptions } from '../feature/environment/runtime-options.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { membersOf, objectJson, sortedJson } from '../feature/metadata/written-json.ts';
import { compareText } from '../nix/store/store-path.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';

/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';

export type Delivery = 'layers' | 'embed';

/**
 * What a release holds (docs/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is.
 * @param metadata the completed metadata, in the form of {@link keyMetadata}
 */
export function releaseKey(
  metadata: string,
  files: readonly ShippedFile[],
  documents: readonly DeltaDocument[],
  delivery: Delivery,
): Digest {
  const lines = [
    FORMAT,
    `metadata ${digestOf(metadata)}`,
    ...files.toSorted((a, b) => compareText(a.name, b.name)).map(fileLine),
    `delivery ${delivery}`,
    ...documents.toSorted((a, b) => compareText(a.system, b.system)).flatMap(platformLines),
  ];
  return digestOf(lines.map((line) => `${line}\n`).join(''));
}

/**
 * Metadata as a release key has it: one text in whatever order its names are. Only `containerEnv` keeps its order, as a
 * variable there may use another that stands before it. The options that were added are left out, as the runtime is.
 * @param json the completed metadata
 */
export function keyMetadata(json: string): string {
  const members = [...membersOf(json)].map(([name, value]) => [name, keyMember(name, value)] as const);
  return objectJson(new Map(members.toSorted(([a], [b]) => compareText(a, b))));
}

function keyMember(name: string, value: string): string {
  if (name === 'containerEnv') return value;
  return sortedJson(name === 'options' ? withoutAddedOptions(value) : value);
}

function fileLine({ name, executable, bytes }: ShippedFile): string {
  return `file ${executable ? 'x' : '-'} ${digestOf(bytes)} ${JSON.stringify(name)}`;
}

function platformLines({ system, storePath, layers, complement = [], closure }: DeltaDocument): string[] {
  return [
    `system ${system} ${storePath}`,
    ...layers.map(({ key }) => `layer ${key}`).toSorted(compareText),
    ...complement.map(({ key }) => `complement ${key}`).toSorted(compareText),
    ...closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
  ];
}
