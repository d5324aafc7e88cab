import { DEFAULT_NIX } from '../../nix/install/nix-releases.ts';
import { specOf, type InputName, type InputSpec } from './inputs.ts';

const SETTINGS: readonly InputName[] = ['substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];

/** Every input of setup/action.yml, in its order. */
export const SETUP_INPUTS: readonly InputSpec[] = [
  {
    ...specOf('nix-version'),
    otherwise: DEFAULT_NIX,
    description: 'The release of Nix that is installed on a machine that has none. A Nix that is there is used.',
  },
  specOf('nix-sha256'),
  specOf('nix-mirror'),
  ...SETTINGS.map((name) => specOf(name)),
  { ...specOf('summary'), description: 'Write which Nix there is, and where it comes from.' },
];
