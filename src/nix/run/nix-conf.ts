import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Nix's own default (Nix manual, "nix.conf", "substituters"). */
export const DEFAULT_SUBSTITUTER = 'https://cache.nixos.org/';

/** Tells whether this is Nix's own default, however it is written. */
export function isDefaultSubstituter(url: string): boolean {
  return /^https:\/\/cache\.nixos\.org\/?$/.test(url);
}

/** `binary-caches` is what Nix 1 called them; both still count. */
const SUBSTITUTERS = /^\s*(extra-)?(?:substituters|binary-caches)\s*=([^#]*)/;

/** Returns the binary caches that Nix asks by a nix.conf: its default, unless the file takes it away. What the file includes is not looked at. */
export function namedSubstituters(text: string): readonly string[] {
  let named: readonly string[] = [DEFAULT_SUBSTITUTER];
  for (const line of text.split('\n')) {
    const [match, extra, urls = ''] = SUBSTITUTERS.exec(line) ?? [];
    if (match !== undefined) named = [...(extra === undefined ? [] : named), ...urls.split(/\s+/).filter((url) => url !== '')];
  }
  return [...new Set(named)];
}

/**
 * Returns the texts of the files that Nix on the host reads.
 * @param env says where they are (Nix manual, "nix.conf")
 */
export async function hostNixConf(env: Readonly<NodeJS.ProcessEnv>): Promise<string> {
  const { HOME = '/root', XDG_CONFIG_HOME = path.join(HOME, '.config'), NIX_CONF_DIR = '/etc/nix', NIX_USER_CONF_FILES } = env;
  const files = [path.join(NIX_CONF_DIR, 'nix.conf'), ...(NIX_USER_CONF_FILES?.split(':') ?? [path.join(XDG_CONFIG_HOME, 'nix/nix.conf')]).toReversed()];
  return (await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))).join('\n');
}
