import { membersOf, objectJson, stringOf } from '../metadata/written-json.ts';
import { optionVariable } from './option-environment.ts';

/** What tells an option of the installer from an author's own of the same name, in all versions. */
const MARK = 'For the installer: ';

/**
 * Options that the installer reads itself. They are declared in what is published, so that tools offer them; an
 * author's own option of such a name stays the author's, and the runtime does not read it.
 */
const RUNTIME_OPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mirror: { type: 'string', default: '', description: `${MARK}a registry to get layers from instead of the Feature's own, as [scheme://]host[/prefix].` },
    debug: { type: 'boolean', default: false, description: `${MARK}say more about each step.` },
    verify: {
      type: 'string',
      enum: ['full', 'quick', 'all'],
      default: 'full',
      description: `${MARK}full hashes store paths of the Feature that are there already; quick takes them for whole; all hashes what it relies on too.`,
    },
  }).map(([name, option]) => [name, JSON.stringify(option)]),
);

/** The option that every Feature has; an author may declare it too, with values of their own. */
const MODE = {
  type: 'string',
  enum: ['auto', 'secure', 'dev', 'build'],
  default: 'auto',
  description: 'secure: install the pre-built store paths. dev: install what the Feature has for other systems. build: build the flake here. auto: whichever fits.',
};
/** What it was described by in what is published. */
const MODE_DESCRIPTIONS: ReadonlySet<string> = new Set([
  MODE.description,
  'secure: install the pre-built store paths. dev: install what the Feature has for other systems. auto: whichever fits.',
]);

/** Adds the option `mode`, if none of the author's has its variable. @param options each as JSON */
export function withMode(options: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const isDeclared = [...options.keys()].some((name) => optionVariable(name) === 'MODE');
  return isDeclared ? options : new Map([...options, ['mode', JSON.stringify(MODE)]]);
}

/** Adds the runtime's options to the author's, if none of theirs has the variable. @param options each as JSON */
export function withRuntimeOptions(options: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set([...options.keys()].map(optionVariable));
  return new Map([...options, ...[...RUNTIME_OPTIONS].filter(([name]) => !taken.has(optionVariable(name)))]);
}

/** Returns the names of the runtime's options that are declared. @param metadata completed, as JSON */
export function runtimeOptionsOf(metadata: string): readonly string[] {
  return [...membersOf(membersOf(metadata).get('options'))].filter(([name, option]) => isRuntimeOption(name, option)).map(([name]) => name);
}

/** Options without those that were added, which are no content of a release. @param options as JSON */
export function withoutAddedOptions(options: string): string {
  return objectJson(new Map([...membersOf(options)].filter(([name, option]) => !isAdded(name, option))));
}

function isAdded(name: string, option: string): boolean {
  return isRuntimeOption(name, option) || (name === 'mode' && MODE_DESCRIPTIONS.has(descriptionOf(option)));
}

function isRuntimeOption(name: string, option: string): boolean {
  return RUNTIME_OPTIONS.has(name) && descriptionOf(option).startsWith(MARK);
}

function descriptionOf(option: string): string {
  const description = membersOf(option).get('description');
  return stringOf(description) ?? '';
}
