import { VERSION } from '../../version.ts';
import type { Prepared } from '../../layout/prepare.ts';
import { composeSlsa } from '../../provenance/format/compose-slsa.ts';
import type { SlsaPredicate } from '../../provenance/format/slsa.ts';
import type { RunFacts } from '../../request.ts';

/**
 * Says of a release who built it, and of what.
 * @param isPublishedBefore this very content was published before the run
 */
export function releasePredicate({ assembly: { facts, platforms }, delivery }: Prepared, run: RunFacts, isPublishedBefore: boolean): SlsaPredicate {
  const nix = Object.fromEntries(platforms.flatMap((platform) => (platform.nix === undefined ? [] : [[platform.arch, platform.nix] as const])));
  const { feature, origin } = facts;
  return composeSlsa({ feature, delivery, documents: platforms.map(({ document }) => document), origin, nix, run, version: VERSION, isPublishedBefore });
}
