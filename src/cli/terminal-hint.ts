import type { Explanation } from '../report/text/explain.ts';
import { ALL_FLAGS } from './flags.ts';

const FLAG_NAMES: ReadonlySet<string> = new Set(ALL_FLAGS.map(({ name }) => name));

/**
 * Returns what somebody at a terminal can do about a failure: "build-in: host" in a hint becomes `--build-in host`.
 * @returns undefined if there is no hint
 */
export function terminalHint({ hint, inTerminal }: Pick<Explanation, 'hint' | 'inTerminal'>): string | undefined {
  return inTerminal ?? hint?.replaceAll(/"([a-z][a-z0-9-]*)(?:: ([^"]*))?"/g, (quoted, name: string, value: string | undefined) =>
    FLAG_NAMES.has(name) ? `--${name}${value === undefined ? '' : ` ${value}`}` : quoted,
  );
}
