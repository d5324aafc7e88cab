import type { InputSpec } from './inputs.ts';

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
