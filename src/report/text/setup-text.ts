import type { SetupReport } from '../facts/setup-facts.ts';

/** Says in one line which Nix there is, and where it comes from. */
export function setupHeadline({ nix, wanted, from }: SetupReport): string {
  if (from === 'cached') return `${nix} was installed from the tool cache`;
  if (from === 'downloaded') return `${nix} was downloaded and installed`;
  return nix.endsWith(` ${wanted}`) ? `${nix} is there` : `${nix} is installed already and is used; ${wanted} was not needed`;
}
