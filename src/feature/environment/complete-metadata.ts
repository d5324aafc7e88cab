import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { itemsOf, membersOf, objectJson, type Members } from '../metadata/written-json.ts';
import { withMode, withRuntimeOptions } from './runtime-options.ts';

/** Returns the folder that stays the same whatever is installed (docs/reference/formats.md, "On the installed system"). */
export function linkOf(id: string): string {
  return `/opt/nix-feature/${id}`;
}

/**
 * Adds to the author's metadata what every Feature of ours needs if they have not declared it: PATH in `containerEnv`,
 * the option `mode`, the options of the runtime, and `currentId` if it was renamed. What they wrote stays as it is, in their order: one variable of
 * `containerEnv` may use another that stands before it.
 * @param json the author's metadata, and what is returned: JSON without blanks
 */
export function completeMetadata(json: string, id: string, env: DeltaDocument['env']): string {
  const metadata = membersOf(json);
  return objectJson(
    new Map([
      ...metadata,
      ['options', objectJson(withRuntimeOptions(withMode(membersOf(metadata.get('options')))))],
      ['containerEnv', containerEnvOf(metadata.get('containerEnv'), id, env)],
      ...(isRenamed(metadata) ? [['currentId', JSON.stringify(id)] as const] : []),
    ]),
  );
}

/** Who installs it by an old id is told the new one by the tools. */
function isRenamed(metadata: Members): boolean {
  return (itemsOf(metadata.get('legacyIds')) ?? []).length > 0;
}

function containerEnvOf(json: string | undefined, id: string, env: DeltaDocument['env']): string {
  const own = membersOf(json);
  const built = Object.entries(env.variables).filter(([name]) => !own.has(name));
  const folders = env.PATH.map((folder) => `${linkOf(id)}/${folder}`);
  const path = own.has('PATH') || folders.length === 0 ? [] : [['PATH', JSON.stringify([...folders, '${PATH}'].join(':'))] as const];
  return objectJson(new Map([...built.map(([name, value]) => [name, JSON.stringify(value)] as const), ...own, ...path]));
}
