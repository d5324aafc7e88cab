import type { FeatureMetadata } from './metadata.ts';
import { textOf, type Members } from './written-json.ts';

/** The variable that install.sh gets an option by (containers.dev, "Option resolution"). */
export function optionVariable(name: string): string {
  return name
    .replaceAll(/[^\w]/g, '_')
    .replace(/^[\d_]+/, '_')
    .toUpperCase();
}

/** The environment of install.sh where the user of the Feature gives no option. */
export function defaultOptions(options: FeatureMetadata['options']): Readonly<Record<string, string>> {
  const values = Object.entries(options ?? {}).map(([name, option]) => {
    const value = (option as { default?: unknown } | null)?.default;
    return [optionVariable(name), typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''] as const;
  });
  return Object.fromEntries(values);
}

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)/g;

/**
 * `containerEnv` as the dev container tools apply it: as ENV of the image, in order, where `${PATH}` is what was there
 * before (Dockerfile reference, "Environment replacement").
 * @param containerEnv each value as JSON
 * @param image the image's own variables
 */
export function containerEnvironment(containerEnv: Members, image: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const environment: Record<string, string> = { ...image };
  for (const [name, json] of containerEnv) {
    const value = textOf(json);
    if (value === undefined) continue;
    environment[name] = value.replaceAll(REFERENCE, (_, braced?: string, bare?: string) => environment[braced ?? bare ?? ''] ?? '');
  }
  return environment;
}
