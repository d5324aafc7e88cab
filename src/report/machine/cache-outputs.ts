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
export function servedResult({ url, publicKey, features, paths }: Served) {
  return { schemaVersion: 1, url, publicKey, features, paths };
}
