import type { Log } from '../kit/host.ts';
import { redactUrls } from '../kit/safe-text.ts';
import { isDefaultSubstituter, namedSubstituters } from '../nix/run/nix-conf.ts';
import { placeOf, type NixSite } from '../nix/run/site.ts';
import type { NixSettings } from '../request/nix.ts';

/** How many are named: a base's nix.conf may have any number. */
const NAMED = 10;

/**
 * Says which binary caches the nix.conf of a place names and nobody has listed: they are not asked. Says nothing if the user's
 * own lines decide which ones are.
 * @param named what that nix.conf names
 * @param inherited NIX_CONFIG of the job, if it counts
 */
export function tellUnlisted({ site, named }: { readonly site: NixSite; readonly named: readonly string[] }, { substituters, configured, config }: NixSettings, inherited: string, log: Pick<Log, 'notice'>): void {
  const own = `${inherited}\n${config}`;
  if (configured === true || /^[ \t]*substituters[ \t]*=/m.test(own)) return;
  const listed = new Set([...substituters, ...namedSubstituters(own)].map(withoutSlash));
  const unlisted = named.filter((url) => !isDefaultSubstituter(url) && !listed.has(withoutSlash(url)));
  if (unlisted.length === 0) return;
  const more = unlisted.length > NAMED ? ` and ${unlisted.length - NAMED} more` : '';
  log.notice(
    `The nix.conf ${placeOf(site)} names ${unlisted.slice(0, NAMED).map((url) => redactUrls(url)).join(' ')}${more}, but Nix does not ask there: only ${named.some(isDefaultSubstituter) ? 'cache.nixos.org and ' : ''}the caches in "substituters" count. List it there, or write "substituters: configured" to use all that nix.conf names.`,
  );
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
