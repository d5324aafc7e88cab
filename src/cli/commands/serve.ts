import { formatNumberOf } from '../../kit/format.ts';
import { servedResult } from '../../report/machine/cache-outputs.ts';
import type { ServedCache } from '../../serve/request.ts';

/** Returns what `nix-feature serve` prints once it answers. */
export function servedText(served: ServedCache, settings: readonly string[], json: boolean): string {
  if (json) return `${JSON.stringify(servedResult(served))}\n`;
  const { url, features, paths } = served;
  return [
    `${formatNumberOf(paths, 'store path')} of ${formatNumberOf(features, 'Feature')} at ${url}. For nix.conf, or as NIX_CONFIG:`,
    '',
    ...settings,
    '',
  ].join('\n');
}
