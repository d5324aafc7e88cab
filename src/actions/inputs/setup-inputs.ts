import { DEFAULT_NIX } from '../../nix/install/nix-releases.ts';
import { specOf, type InputName, type InputSpec } from './inputs.ts';

const SETTINGS: readonly InputName[] = ['trusted-public-keys', 'builders', 'nix-config', 'sandbox'];

/** Every input of setup/action.yml, in its order. */
export const SETUP_INPUTS: readonly InputSpec[] = [
  {
    ...specOf('nix-version'),
    otherwise: DEFAULT_NIX,
    description: 'The release of Nix to install on a machine that has none. If Nix is installed already, it is used instead.',
  },
  specOf('nix-sha256'),
  specOf('nix-mirror'),
  { ...specOf('substituters'), description: 'Binary caches that later steps use besides those that the machine is set up with, separated by spaces or newlines.' },
  ...SETTINGS.map((name) => specOf(name)),
  { ...specOf('summary'), description: 'Write a summary: which Nix is used, and where it comes from.' },
];
