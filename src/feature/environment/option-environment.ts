import type { FeatureMetadata } from '../metadata/metadata.ts';
import { stringOf, type Members } from '../metadata/written-json.ts';
import { expandEnv } from './env-words.ts';

/** Returns the variable that install.sh gets an option by (containers.dev, "Option resolution"). */
export function optionVariable(name: string): string {
  return name
    .replaceAll(/[^\w]/g, '_')
    .replace(/^[\d_]+/, '_')
    .toUpperCase();
}

/** What the user of a Feature gives: options, or one value for the option `version`, or nothing that counts. */
export type GivenOptions = Readonly<Record<string, unknown>> | string | boolean;

/**
 * Returns the options of install.sh by their variables: what is given, an option that was never declared too, and the defaults of
 * the others. An option without a default is not there.
 * @param metadata as JSON
 */
export function optionValues(metadata: string, given: GivenOptions): Readonly<Record<string, string>> {
  const { options = {} } = JSON.parse(metadata) as Pick<FeatureMetadata, 'options'>;
  const defaults = Object.entries(options).flatMap(([name, option]) => {
    const value = (option as { default?: unknown } | null)?.default;
    return value === undefined ? [] : [[name, value] as const];
  });
  const version = typeof given !== 'object' && 'version' in options ? [['version', given] as const] : [];
  const all = [...defaults, ...(typeof given === 'object' ? Object.entries(given) : version)];
  return Object.fromEntries(all.map(([name, value]) => [optionVariable(name), String(value)]));
}

/**
 * Returns `containerEnv` as the dev container tools apply it: as ENV of the image, one after the other.
 * @param containerEnv each value as JSON
 * @param image the image's own variables
 */
export function containerEnvironment(containerEnv: Members, image: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const environment: Record<string, string> = { ...image };
  for (const [name, json] of containerEnv) {
    const value = stringOf(json);
    const word = value === undefined ? undefined : expandEnv(value, (wanted) => environment[wanted]);
    if (word?.kind === 'value') environment[name] = word.value;
  }
  return environment;
}
