/**
 * What an entry of GitHub's cache holds, relative to the folder that the client works in. The service takes it for a part
 * of the entry's key, as it is written: an absolute path would keep the jobs of a container from what those of the host saved.
 */
export const ENTRY = 'nix-feature-cache';
