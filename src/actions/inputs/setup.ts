import { DEFAULT_NIX } from '../../nix/install/nix-releases.ts';
import { mainRow, type MainInput } from './main.ts';
import type { InputSpec } from './rows/spec.ts';

const SETTINGS: readonly MainInput[] = ['trusted-public-keys', 'builders', 'nix-config', 'sandbox'];

/** Every input of setup/action.yml, in its order. */
export const SETUP_INPUTS: readonly InputSpec[] = [
  {
    ...mainRow('nix-version'),
    otherwise: DEFAULT_NIX,
    description: 'The release of Nix to install on a machine that has none. If Nix is installed already, it is used instead.',
  },
  mainRow('nix-sha256'),
  mainRow('nix-mirror'),
  { ...mainRow('substituters'), description: 'Binary caches that later steps use besides those that the machine is set up with, separated by spaces or newlines.' },
  ...SETTINGS.map(mainRow),
  { ...mainRow('summary'), description: 'Write a summary: which Nix is used, and where it comes from.' },
];
