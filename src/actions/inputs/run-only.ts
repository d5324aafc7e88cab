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
    otherwise: '`bash` if there is one, else `sh`; both end at the first command that fails',
    placeholder: 'command',
    githubOnly: true,
    description: 'What reads `run`: `bash`, `sh`, or a command in which `{0}` stands for the file: `python {0}`.',
  },
  {
    name: 'working-directory',
    group: 'What to run',
    kind: 'folder',
    default: '.',
    description: 'Where the command begins, and where a flake is looked for if none is named.',
  },
  {
    name: 'env',
    group: 'What to run',
    kind: 'block',
    default: '',
    otherwise: 'nothing more',
    placeholder: 'NAME=value',
    description: 'Further variables, one `NAME=value` a line. They come by a file that nobody else can read, and reports show their names only.',
  },
  {
    name: 'time-limit',
    group: 'Where to build it',
    kind: 'count',
    default: '',
    otherwise: 'as long as it takes',
    min: 1,
    max: 1_000_000,
    placeholder: 'seconds',
    description: 'How many seconds Nix may take to build or evaluate. The command itself is not counted: for that GitHub has `timeout-minutes`.',
  },
] as const satisfies readonly InputSpec[];
