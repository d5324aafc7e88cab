import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Returns the folder in which a machine keeps what can be fetched or made again. XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const told = env['NIX_FEATURE_CACHE'] ?? '';
  if (told !== '') return told;
  const xdg = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(xdg) ? xdg : join(env['HOME'] ?? homedir(), '.cache'), 'nix-feature');
}
