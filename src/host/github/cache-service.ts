/**
 * What an entry of GitHub's cache holds, relative to the folder that the client works in. The service takes it for a part
 * of the entry's key, as it is written: an absolute path would keep the jobs of a container from what those of the host saved.
 */
export const ENTRY = 'nix-feature-cache';

/*
 * What the cache's client says where the service has a limit (@actions/cache 6, cacheTwirpClient.ts and errors.ts): a refused
 * reading is a warning of it, a refused writing is in its debug lines alone.
 */
const RATE_LIMIT = /Rate limited: Failed request: \(429\)/;
const QUOTA = /Cache storage quota has been hit|insufficient usage|over the (?:10GB|data cap) limit/;

/** Returns a limit of the cache service in what its client wrote. @returns what to warn of; undefined: it met none */
export function cacheRefusal(said: string): string | undefined {
  if (RATE_LIMIT.test(said)) return "The Actions cache has reached its rate limit (HTTP 429). This job goes on without it: what it could have reused is done again, and what it did is not kept.";
  if (QUOTA.test(said)) return 'The storage of the Actions cache is used up. This job goes on: what it did is not kept. Delete old entries, or raise the limit in the settings of the repository.';
  return undefined;
}
