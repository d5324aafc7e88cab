import type { SetupReport } from '../facts/setup-facts.ts';

/** Says in one line which Nix there is, and where it comes from. */
export function setupHeadline({ nix, wanted, from }: SetupReport): string {
  if (from === 'cached') return `${nix} was put in place out of the tool cache`;
  if (from === 'downloaded') return `${nix} was downloaded and put in place`;
  return nix.endsWith(` ${wanted}`) ? `${nix} is there` : `${nix} is there and is used; ${wanted} was not needed`;
}
