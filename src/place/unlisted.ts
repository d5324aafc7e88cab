import { CommandError } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { redactUrls } from '../kit/redact-urls.ts';
import { DEFAULT_SUBSTITUTER, hostNixConf, namedSubstituters } from '../nix/run/nix-conf.ts';
import { placeOf, type NixSite } from '../nix/run/site.ts';
import type { NixSettings } from '../request.ts';

/**
 * Says which binary caches the nix.conf of a place names and nobody has listed: they are not asked. Says nothing if the user's
 * own lines decide which ones are.
 * @param inherited NIX_CONFIG of the job, where it counts
 */
export async function tellUnlisted(site: NixSite, { substituters, configured, config }: NixSettings, inherited: string, host: Pick<Host, 'notice'>): Promise<void> {
  const own = `${inherited}\n${config}`;
  if (configured === true || /^\s*substituters\s*=/m.test(own)) return;
  const listed = new Set([DEFAULT_SUBSTITUTER, ...substituters, ...namedSubstituters(own)].map(withoutSlash));
  const unlisted = namedSubstituters(await nixConfOf(site)).filter((url) => !listed.has(withoutSlash(url)));
  if (unlisted.length === 0) return;
  host.notice(
    `The nix.conf ${placeOf(site)} names ${unlisted.map((url) => redactUrls(url)).join(' ')}, which Nix is not let ask: only cache.nixos.org and what "substituters" lists count. List it there, or write "substituters: configured" for all that nix.conf names.`,
  );
}

async function nixConfOf(site: NixSite): Promise<string> {
  if (site.storeIsHere) return hostNixConf(process.env);
  try {
    return await site.capture(['cat', '/etc/nix/nix.conf']);
  } catch (error) {
    if (error instanceof CommandError) return ''; // it has none
    throw error;
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
