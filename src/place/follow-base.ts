import { Failure } from '../kit/errors.ts';
import type { Log } from '../kit/host.ts';
import { redactUrls } from '../kit/safe-text.ts';
import { withNixpkgs, type ResolvedFlake } from '../nix/flake/flake.ts';
import type { BuildRequest } from '../request/build.ts';

/** What of a request says which nixpkgs a flake is built with. */
type Following = Pick<BuildRequest, 'nixpkgs' | 'followBase' | 'bases'>;

/** Tells whether the base may decide which nixpkgs is used. */
function mayFollow(flake: ResolvedFlake, { nixpkgs, followBase }: Following): boolean {
  return nixpkgs === undefined && (followBase || flake.generated?.isFloating === true);
}

/**
 * Returns the flake with the nixpkgs that it is to be built with: the input's, or else the base's where the flake is to follow it, or is
 * generated and nothing else says which one it is.
 * @param ofBase asks the base
 * @throws Failure if the base is to be followed and does not say what it was made of
 */
export async function followed(flake: ResolvedFlake, request: Following, ofBase: () => Promise<string | undefined>, log: Pick<Log, 'info' | 'notice'>): Promise<ResolvedFlake> {
  if (request.nixpkgs !== undefined) return told(await withNixpkgs(flake, request.nixpkgs.reference), 'as the input "nixpkgs" says', log);
  if (!mayFollow(flake, request)) return flake;
  const nixpkgs = await ofBase();
  if (nixpkgs !== undefined) return told(await withNixpkgs(flake, nixpkgs), 'as the base image says', log);
  if (request.followBase) {
    throw new Failure(`follow-base: ${request.bases[0]?.text ?? 'no base image'} does not say which nixpkgs it was made of.`, {
      hint: 'Give the base image the label dev.nix-feature.nixpkgs with a revision of nixpkgs, or name the revision with "nixpkgs".',
    });
  }
  log.notice(
    'The packages come from today\'s newest nixpkgs. To pin it, name one with "nixpkgs", put a flake.lock with an input "nixpkgs" beside devcontainer-feature.json, or label the base image with dev.nix-feature.nixpkgs.',
  );
  return flake;
}

function told(flake: ResolvedFlake, why: string, log: Pick<Log, 'info'>): ResolvedFlake {
  log.info(`nixpkgs is ${redactUrls(flake.nixpkgs ?? '')}, ${why}.`);
  if (flake.generated !== undefined) log.info(`The flake that is built:\n${flake.generated.text}`);
  return flake;
}
