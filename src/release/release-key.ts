import { withoutAddedOptions } from '../feature/environment/runtime-options.ts';
import { membersOf, objectJson, sortedJson } from '../feature/metadata/written-json.ts';
import { compareText } from '../nix/store/store-path.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import { keyLines, type KeyContent } from './content.ts';

/** Goes up whenever the same content would be published as something else. */
const FORMAT = 'nix-feature-release-v1';

/**
 * Returns what a release holds (docs/reference/formats.md, "The delta document"): two releases of one version with the same key are the
 * same, whatever codec packed them, and whatever the runtime's version is. What counts is listed in content.ts.
 */
export function releaseKey(content: KeyContent): Digest {
  return digestOf([FORMAT, ...keyLines(content)].map((line) => `${line}\n`).join(''));
}

/**
 * Returns metadata for the release key: the same text in whatever order its names are. Only `containerEnv` keeps its order, as a
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
