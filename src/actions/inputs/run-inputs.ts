import { specOf, type InputName, type InputSpec } from './inputs.ts';
import { RUN_ONLY } from './run-only.ts';

const PLACE: readonly InputName[] = ['container-engine', 'container-options'];
const NIX: readonly InputName[] = ['substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
const READING: readonly InputName[] = ['username', 'password', 'github-token'];

/** Every input of run/action.yml, in its order. */
export const RUN_INPUTS: readonly InputSpec[] = [
  ...RUN_ONLY.filter(({ group }) => group === 'What to run'),
  { ...specOf('shell-hook'), group: 'What to run', description: "Run the shell's own `shellHook` first, which needs bash. Else only its variables are set." },
  {
    ...specOf('flake'),
    group: 'What to run',
    otherwise: "the flake in `working-directory`, its shell `default`",
    description: 'Whose development shell the command gets: `.#ci`, `github:org/repo/<revision>#default`. What `nix develop` finds.',
  },
  {
    ...specOf('packages'),
    group: 'What to run',
    otherwise: 'the shell of `flake`',
    description: 'What the command finds first in PATH, in place of a shell: attribute names of nixpkgs (`jq`), or flake references with an attribute (`./tools#lint`), separated by spaces, commas or newlines.',
  },
  {
    ...specOf('base-image'),
    group: 'Where to build it',
    default: 'none',
    description: 'The image in whose container the command runs: `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`. `none`: on the machine itself.',
  },
  {
    ...specOf('build-in'),
    default: '',
    otherwise: '`container` if a base image is named, else `host`',
    description: "`container`: all of it happens in a container of the base image, and the workspace is there. `host`: on the machine itself, with its Nix.",
  },
  { ...specOf('arches'), group: 'Where to build it', description: 'One platform: `amd64` or `arm64`.' },
  ...PLACE.map((name) => specOf(name)),
  specOf('time-limit'),
  { ...specOf('registry'), description: 'The registry that `username` and `password` are for.' },
  ...READING.map((name) => specOf(name)),
  ...NIX.map((name) => specOf(name)),
  { ...specOf('summary'), default: 'false', description: 'Write what was run, where, and how it ended. A command that fails is in the summary anyway.' },
];

/** Every flag of `nix-feature eval`. */
export const EVAL_INPUTS: readonly InputSpec[] = [
  specOf('expr'),
  ...RUN_INPUTS.filter(({ group, name }) => group !== 'What to run' && group !== 'Results' && name !== 'summary'),
];
