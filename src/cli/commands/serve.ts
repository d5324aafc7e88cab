import { formatNumberOf } from '../../kit/format.ts';
import type { ServedCache } from '../../serve/request.ts';

/** What `nix-feature serve` prints once it answers. */
export function servedText(served: ServedCache, json: boolean): string {
  if (json) return `${JSON.stringify({ schemaVersion: 1, ...served })}\n`;
  const { url, publicKey, features, paths } = served;
  return [
    `${formatNumberOf(paths, 'store path')} of ${formatNumberOf(features, 'Feature')} at ${url}. For nix.conf, or as NIX_CONFIG:`,
    '',
    `extra-substituters = ${url}`,
    `extra-trusted-public-keys = ${publicKey}`,
    '',
  ].join('\n');
}
