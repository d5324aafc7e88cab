import { formatBytes, formatNumberOf } from '../../kit/format.ts';
import { joinSections, table } from '../text/markdown.ts';

/** What became of a job's binary cache. */
export interface CacheReport {
  /** Store paths that the job built. */
  readonly built: number;
  /** What was saved as a pack; undefined if nothing had to be, or could not be. */
  readonly packed: { readonly paths: number; readonly bytes: number } | undefined;
  /** Store paths that the job took from the last pack. */
  readonly unpacked: number;
  /** Store paths that were uploaded; undefined if nobody asked for it. */
  readonly pushed: number | undefined;
}

/** Every output of the cache action; cache/action.yml and docs/reference/inputs.md are made from this. */
export const CACHE_OUTPUTS = [
  { name: 'url', description: 'The address of the binary cache, on this machine and until the job ends.' },
  { name: 'public-key', description: 'The key that its paths are signed with, for `trusted-public-keys`. It is made for this job.' },
  { name: 'features', description: 'How many Features were read.' },
  { name: 'paths', description: 'How many store paths their layers hold.' },
  { name: 'json', description: 'The same as one JSON object (`schemas/serve.schema.json`).' },
] as const;

export type CacheOutputName = (typeof CACHE_OUTPUTS)[number]['name'];

interface Served {
  readonly url: string;
  readonly publicKey: string;
  readonly features: number;
  readonly paths: number;
}

export function cacheOutputsOf({ url, publicKey, features, paths }: Served): Readonly<Record<CacheOutputName, string>> {
  return { url, 'public-key': publicKey, features: String(features), paths: String(paths), json: JSON.stringify(servedResult({ url, publicKey, features, paths })) };
}

/** Returns what `nix-feature serve --json` prints. */
function servedResult({ url, publicKey, features, paths }: Served) {
  return { schemaVersion: 1, url, publicKey, features, paths };
}

/** Renders the job summary of a binary cache, in GitHub's Markdown. */
export function renderCacheSummary({ built, unpacked, packed, pushed }: CacheReport): string {
  const rows = [
    ['Built by this job', formatNumberOf(built, 'store path')],
    ['Taken from the pack', formatNumberOf(unpacked, 'store path')],
    ['Saved as a pack', packed === undefined ? 'nothing' : `${formatNumberOf(packed.paths, 'store path')}, ${formatBytes(packed.bytes)}`],
    ...(pushed === undefined ? [] : [['Uploaded', formatNumberOf(pushed, 'store path')]]),
  ];
  return joinSections(['## Binary cache of the job', table(['', ''], rows)]);
}

/** Returns what `nix-feature serve` prints once it answers. */
export function servedText(served: Served, settings: readonly string[], json: boolean): string {
  if (json) return `${JSON.stringify(servedResult(served))}\n`;
  const { url, features, paths } = served;
  return [
    `${formatNumberOf(paths, 'store path')} of ${formatNumberOf(features, 'Feature')} at ${url}. For nix.conf, or as NIX_CONFIG:`,
    '',
    ...settings,
    '',
  ].join('\n');
}
