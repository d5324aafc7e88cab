import type { JsoncDocument } from './metadata/jsonc.ts';

/**
 * What a Feature should come after: the one installs no Nix if /nix exists already, the other makes the user that links
 * are for. Not added to what is published: the dev container tools look each name up in its registry, and end if it can't
 * be reached. Forms that need no registry (`owner/repository/id`, an address of a tarball) match no Feature of a registry.
 */
export const COMES_AFTER = ['ghcr.io/devcontainers/features/nix', 'ghcr.io/devcontainers/features/common-utils'] as const;

/**
 * Says what metadata that leaves the order open should name. It is advice and no finding: whether another Feature comes along, only a
 * devcontainer.json knows.
 * @returns undefined if the order is given; `[]` is an order
 */
export function adviceOnOrder({ value }: Pick<JsoncDocument, 'value'>): string | undefined {
  if (value['installsAfter'] !== undefined) return undefined;
  return `"installsAfter" is missing, so the Features nix and common-utils may be installed after this one: the nix Feature then installs no Nix, and the user that common-utils creates does not exist yet.
Write "installsAfter": ${JSON.stringify(COMES_AFTER).replaceAll(',', ', ')}. The dev container tools look these names up in their registry. If your network can't reach it, write "installsAfter": [].`;
}
