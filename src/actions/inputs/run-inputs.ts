import { specOf, type InputName, type InputSpec } from './inputs.ts';
import { RUN_ONLY } from './run-only.ts';

const PLACE: readonly InputName[] = ['container-engine', 'container-options'];
const NIX: readonly InputName[] = ['substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
const READING: readonly InputName[] = ['username', 'password', 'github-token'];

/** Every input of run/action.yml, in its order. */
export const RUN_INPUTS: readonly InputSpec[] = [
  ...RUN_ONLY.filter(({ group }) => group === 'What to run'),
  { ...specOf('shell-hook'), group: 'What to run', description: "Run the shell's own `shellHook` before the command, which needs bash. Otherwise only the shell's variables are set." },
  {
    ...specOf('flake'),
    group: 'What to run',
    otherwise: "the shell `default` of the flake in `working-directory`",
    description: 'The flake whose development shell the command gets, as for `nix develop`: `.#ci`, `github:org/repo/<revision>#default`.',
  },
  {
    ...specOf('packages'),
    group: 'What to run',
    otherwise: 'the shell of `flake`',
    description: 'Packages that the command finds first in PATH, instead of a shell: attribute names of nixpkgs (`jq`), or flake references with an attribute (`./tools#lint`), separated by spaces, commas or newlines.',
  },
  {
    ...specOf('base-image'),
    group: 'Where to build it',
    default: 'none',
    description: 'The command runs in a container of this image: `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`. `none`: the command runs on the machine itself.',
  },
  {
    ...specOf('build-in'),
    default: '',
    otherwise: '`container` if a base image is named, else `host`',
    description: "`container`: Nix and the command run in a container of the base image, with the workspace mounted. `host`: they run on the machine itself, with its Nix.",
  },
  { ...specOf('arches'), group: 'Where to build it', description: 'One platform: `amd64` or `arm64`.' },
  ...PLACE.map((name) => specOf(name)),
  specOf('time-limit'),
  { ...specOf('registry'), description: 'The registry that `username` and `password` are for.' },
  ...READING.map((name) => specOf(name)),
  ...NIX.map((name) => specOf(name)),
  { ...specOf('summary'), default: 'false', description: 'Write a summary of what was run, where, and how it ended. A command that fails is always in the summary.' },
];

/** Every flag of `nix-feature eval`. */
export const EVAL_INPUTS: readonly InputSpec[] = [
  specOf('expr'),
  ...RUN_INPUTS.filter(({ group, name }) => group !== 'What to run' && group !== 'Results' && name !== 'summary'),
];
