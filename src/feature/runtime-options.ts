import { optionVariable } from './option-environment.ts';
import { membersOf, objectJson, textOf } from './written-json.ts';

/** What tells an option of the install runtime from an author's own of the same name, in all versions. */
const MARK = 'For the installer: ';

/**
 * Options that the install runtime reads itself. They are declared in what is published, so that tools offer them; an
 * author's own option of such a name stays the author's, and the runtime does not read it.
 */
const RUNTIME_OPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mirror: { type: 'string', default: '', description: `${MARK}a registry to get layers from instead of the Feature's own, as [scheme://]host[/prefix].` },
    debug: { type: 'boolean', default: false, description: `${MARK}say more about each step.` },
    verify: {
      type: 'string',
      enum: ['full', 'quick'],
      default: 'full',
      description: `${MARK}full hashes store paths that are there already; quick takes them for whole.`,
    },
  }).map(([name, option]) => [name, JSON.stringify(option)]),
);

/** Adds the runtime's options to the author's, if none of theirs has the variable. @param options each as JSON */
export function withRuntimeOptions(options: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set([...options.keys()].map(optionVariable));
  return new Map([...options, ...[...RUNTIME_OPTIONS].filter(([name]) => !taken.has(optionVariable(name)))]);
}

/** The names of the runtime's options that are declared. @param metadata completed, as JSON */
export function runtimeOptionsOf(metadata: string): readonly string[] {
  return [...membersOf(membersOf(metadata).get('options'))].filter(([name, option]) => isRuntimeOption(name, option)).map(([name]) => name);
}

/** Options without those of the runtime, which are no content of a release. @param options as JSON */
export function withoutRuntimeOptions(options: string): string {
  return objectJson(new Map([...membersOf(options)].filter(([name, option]) => !isRuntimeOption(name, option))));
}

function isRuntimeOption(name: string, option: string): boolean {
  const members = membersOf(option);
  return RUNTIME_OPTIONS.has(name) && members.has('description') && (textOf(members.get('description')) ?? '').startsWith(MARK);
}
