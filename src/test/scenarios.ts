import type { GivenOptions } from '../feature/environment/option-environment.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { readJsonc } from '../feature/metadata/jsonc.ts';
import { isObject } from '../json/field.ts';

/** The file that says with which options a Feature is tested besides its defaults, in the Feature's folder. */
export const SCENARIOS_FILE = 'test/scenarios.json';

/** One set of options, and the script that looks what came of them. */
export interface Scenario {
  readonly name: string;
  readonly options: GivenOptions;
  readonly remoteUser: string | undefined;
  /** In the Feature's folder. */
  readonly script: string;
  /** Why it can't be run; undefined if it can. */
  readonly fault: string | undefined;
}

/**
 * Reads the scenarios as the dev container CLI has them: a devcontainer.json for each name, and a script of that name. All
 * of them are run in the base; of each only the Feature's options and the remote user count.
 * @param files the Feature's own
 * @throws InputError if the file is not JSON
 */
export function readScenarios(id: string, files: readonly ShippedFile[]): readonly Scenario[] {
  const file = files.find(({ name }) => name === SCENARIOS_FILE);
  if (file === undefined) return [];
  const names = new Set(files.map(({ name }) => name));
  const { value } = readJsonc('feature', SCENARIOS_FILE, file.bytes.toString('utf8'));
  return Object.entries(value).map(([name, config]) => {
    const script = `test/${name}.sh`;
    const options = optionsOf(id, config);
    const remoteUser = isObject(config) && typeof config['remoteUser'] === 'string' ? config['remoteUser'] : undefined;
    const fault = options === undefined ? `${SCENARIOS_FILE} has no options of ${id} for it: "features": { "${id}": {} }` : names.has(script) ? undefined : `there is no ${script}`;
    return { name, options: options ?? {}, remoteUser, script, fault };
  });
}

/** What a devcontainer.json has for the Feature, by its id alone, as a folder or as it is published. */
function optionsOf(id: string, config: unknown): GivenOptions | undefined {
  const features = isObject(config) ? config['features'] : undefined;
  const entry = isObject(features) ? Object.entries(features).find(([name]) => idOf(name) === id) : undefined;
  const value = entry?.[1];
  return isObject(value) || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

/** `ghcr.io/org/my-tools:1` is my-tools. */
function idOf(name: string): string {
  return (name.split('/').at(-1) ?? '').replace(/[:@].*$/s, '');
}
