import { mainRow, type MainInput } from './main.ts';
import { findRow, type InputSpec } from './rows/spec.ts';
import { TERMINAL_ONLY } from './terminal.ts';

/** What the run action has besides the inputs that it shares with the main action. */
export const RUN_ONLY = [
  {
    name: 'run',
    group: 'What to run',
    kind: 'block',
    default: '',
    placeholder: 'script',
    githubOnly: true,
    description: 'The commands, as in any step. Required.',
  },
  {
    name: 'shell',
    group: 'What to run',
    kind: 'text',
    default: '',
    otherwise: '`bash` if there is one, else `sh`; both stop at the first command that fails',
    placeholder: 'command',
    githubOnly: true,
    description: 'The program that runs the commands: `bash`, `sh`, or a command in which `{0}` stands for the file with them, such as `python {0}`.',
  },
  {
    name: 'working-directory',
    group: 'What to run',
    kind: 'folder',
    default: '.',
    description: 'The folder that the command starts in. If no flake is named, the flake of this folder is used.',
  },
  {
    name: 'env',
    group: 'What to run',
    kind: 'block',
    default: '',
    otherwise: 'none',
    placeholder: 'NAME=value',
    description: 'Additional variables for the command, one `NAME=value` per line. They are passed in a file that nobody else can read, and reports show only their names.',
  },
  {
    name: 'time-limit',
    group: 'Where to build it',
    kind: 'count',
    default: '',
    otherwise: 'no limit',
    min: 1,
    max: 1_000_000,
    placeholder: 'seconds',
    description: 'How many seconds Nix may take to build or evaluate. The time of the command itself does not count; GitHub has `timeout-minutes` for that.',
  },
] as const satisfies readonly InputSpec[];

const PLACE: readonly MainInput[] = ['container-engine', 'container-options'];
const NIX: readonly MainInput[] = ['substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];
const READING: readonly MainInput[] = ['username', 'password', 'github-token'];

/** Every input of run/action.yml, in its order. */
export const RUN_INPUTS: readonly InputSpec[] = [
  ...RUN_ONLY.filter(({ group }) => group === 'What to run'),
  { ...mainRow('shell-hook'), group: 'What to run', description: "Run the shell's own `shellHook` before the command, which needs bash. Otherwise only the shell's variables are set." },
  {
    ...mainRow('flake'),
    group: 'What to run',
    otherwise: "the shell `default` of the flake in `working-directory`",
    description: 'The flake whose development shell the command gets, as for `nix develop`: `.#ci`, `github:org/repo/<revision>#default`.',
  },
  {
    ...mainRow('packages'),
    group: 'What to run',
    otherwise: 'the shell of `flake`',
    description: 'Packages that the command finds first in PATH, instead of a shell: attribute names of nixpkgs (`jq`), or flake references with an attribute (`./tools#lint`), separated by spaces, commas or newlines.',
  },
  {
    ...mainRow('base-image'),
    group: 'Where to build it',
    default: 'none',
    description: 'The command runs in a container of this image: `registry/repo:tag[@digest]`, `oci:<layout folder>[:<name>]`, `daemon:<local image>`. `none`: the command runs on the machine itself.',
  },
  {
    ...mainRow('build-in'),
    default: '',
    otherwise: '`container` if a base image is named, else `host`',
    description: "`container`: Nix and the command run in a container of the base image, with the workspace mounted. `host`: they run on the machine itself, with its Nix.",
  },
  { ...mainRow('arches'), group: 'Where to build it', description: 'One platform: `amd64` or `arm64`.' },
  ...PLACE.map(mainRow),
  findRow(RUN_ONLY, 'time-limit'),
  { ...mainRow('registry'), description: 'The registry that `username` and `password` are for.' },
  ...READING.map(mainRow),
  ...NIX.map(mainRow),
  { ...mainRow('summary'), default: 'false', description: 'Write a summary of what was run, where, and how it ended. A command that fails is always in the summary.' },
];

/** Every flag of `nix-feature eval`. */
export const EVAL_INPUTS: readonly InputSpec[] = [
  findRow(TERMINAL_ONLY, 'expr'),
  ...RUN_INPUTS.filter(({ group, name }) => group !== 'What to run' && group !== 'Results' && name !== 'summary'),
];
