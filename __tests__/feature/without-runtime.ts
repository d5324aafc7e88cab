import { withoutAddedOptions } from '../../src/feature/environment/runtime-options.ts';
import { membersOf, objectJson } from '../../src/feature/metadata/written-json.ts';

/** Published metadata without the options that the runtime declares for itself. */
export function withoutRuntime(metadata: string): string {
  const members = membersOf(metadata);
  return objectJson(new Map([...members, ['options', withoutAddedOptions(members.get('options') ?? '{}')]]));
}
