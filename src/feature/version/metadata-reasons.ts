import { membersOf, itemsOf, stringOf, type Members } from '../metadata/written-json.ts';
import type { Level, Reason } from './levels.ts';

/** What changes how a container is built or started. */
const BEHAVIOUR = ['dependsOn', 'mounts', 'privileged', 'init', 'capAdd', 'securityOpt', 'entrypoint', 'onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'] as const;

/**
 * Returns what changed in a Feature's metadata for those who use it. What only describes it (name, description, keywords …) is no reason.
 * @param before as JSON, of the release
 * @param now the same, of what is there now
 */
export function metadataReasons(before: string, now: string): readonly Reason[] {
  const [then, after] = [membersOf(before), membersOf(now)];
  return [
    ...optionReasons(membersOf(then.get('options')), membersOf(after.get('options'))),
    ...variableReasons(membersOf(then.get('containerEnv')), membersOf(after.get('containerEnv'))),
    ...BEHAVIOUR.filter((name) => then.get(name) !== after.get(name)).map((name) => reason('minor', `"${name}" changed`)),
  ];
}

function reason(level: Level, text: string): Reason {
  return { level, text };
}

function optionReasons(before: Members, now: Members): readonly Reason[] {
  const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => reason('major', `the option "${name}" is gone`));
  const added = [...now.keys()].filter((name) => !before.has(name)).map((name) => reason('minor', `the option "${name}" is new`));
  const both = [...before].flatMap(([name, option]) => optionChange(name, membersOf(option), membersOf(now.get(name) ?? option)));
  return [...gone, ...both, ...added];
}

function optionChange(name: string, before: Members, now: Members): readonly Reason[] {
  if (before.get('type') !== now.get('type')) return [reason('major', `the option "${name}" has another type`)];
  const [values, allowed] = [itemsOf(before.get('enum')), itemsOf(now.get('enum'))];
  const lost = allowed === undefined ? [] : values === undefined ? ['all but some values'] : values.filter((value) => !allowed.includes(value)).map((value) => stringOf(value) ?? value);
  if (lost.length > 0) return [reason('major', `the option "${name}" no longer takes ${lost.join(', ')}`)];
  if (values?.join() !== allowed?.join() && (allowed === undefined || allowed.some((value) => values?.includes(value) !== true))) return [reason('minor', `the option "${name}" takes more values`)];
  return before.get('default') === now.get('default') ? [] : [reason('minor', `the option "${name}" has another default`)];
}

function variableReasons(before: Members, now: Members): readonly Reason[] {
  return [
    ...[...before.keys()].filter((name) => !now.has(name)).map((name) => reason('major', `the variable ${name} is gone`)),
    ...[...now.keys()].filter((name) => !before.has(name)).map((name) => reason('minor', `the variable ${name} is new`)),
  ];
}
