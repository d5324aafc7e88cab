import { expandEnv } from '../../feature/environment/env-words.ts';
import { membersOf, stringOf } from '../../feature/metadata/written-json.ts';
import { Failure } from '../../kit/errors.ts';

/** What sets variables: a Feature by its `containerEnv`, and a devcontainer.json by its own. */
export interface EnvironmentSource {
  /** For messages: "The Feature ghcr.io/org/features/tool:1". */
  readonly name: string;
  /** `containerEnv` as JSON, in the author's order; undefined if there is none. */
  readonly containerEnv: string | undefined;
}

/** What engines search where an image sets no PATH. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What an ENV instruction takes. */
const NAME = /^[^\s="'\\$\p{Cc}]+$/u;
/** Bytes of all variables: Linux starts no program with more. */
const MOST = 2 * 1024 * 1024;

/**
 * Sets the variables of Features in the order of their installation, as the dev container tools do by ENV instructions: one
 * after the other, each with what is set before. A variable that is set already keeps its place.
 * @param image `NAME=value`, of the base
 * @throws Failure for a value that an engine would refuse
 */
export function mergeEnvironment(image: readonly string[], sources: readonly EnvironmentSource[]): readonly string[] {
  const environment = new Map(image.map((line) => [line.split('=', 1)[0] ?? '', line.split('=').slice(1).join('=')] as const));
  const known = (name: string): string | undefined => environment.get(name) ?? (name === 'PATH' ? DEFAULT_PATH : undefined);
  let size = 0;
  for (const { name: source, containerEnv } of sources) {
    for (const [name, json] of membersOf(containerEnv)) {
      const refuse = (why: string): never => {
        throw new Failure(`${source} sets ${JSON.stringify(name)} in "containerEnv", which ${why}.`, { hint: 'Have it published with a value that engines take (docs/make/contract.md).' });
      };
      const value = stringOf(json) ?? refuse('is not a text');
      if (!NAME.test(name)) refuse('is not the name of a variable');
      const word = expandEnv(value, known);
      if (word.kind === 'fault') return refuse(word.why);
      size += name.length + word.value.length;
      if (size > MOST) refuse(`is more than an image can have: all variables together are longer than ${MOST} bytes`);
      environment.set(name, word.value);
    }
  }
  return [...environment].map(([name, value]) => `${name}=${value}`);
}

/** Of a devcontainer.json's own variables those that stand for themselves, on one line: the tools set the others where a container is started. */
export function plainVariables(containerEnv: unknown): string | undefined {
  if (typeof containerEnv !== 'object' || containerEnv === null) return undefined;
  const plain = Object.entries(containerEnv).filter(([name, value]) => NAME.test(name) && typeof value === 'string' && !/[$\n\0]/.test(value));
  return plain.length === 0 ? undefined : JSON.stringify(Object.fromEntries(plain));
}
