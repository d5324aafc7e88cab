/** What the wsl action has besides the inputs that it shares with the main action. `inputs/wsl-inputs.ts` has their type. */
export const WSL_ONLY = [
  {
    name: 'tarball',
    group: 'What to build',
    kind: 'text',
    default: '',
    otherwise: 'the tarball is built',
    placeholder: 'file',
    description: 'A tarball that is there already: it is checked, and nothing is built.',
  },
  {
    name: 'max-size',
    group: 'Testing and limits',
    kind: 'size',
    default: '',
    otherwise: 'no limit',
    description: 'Fail if the tarball is larger than this (`1.5GB`, `800MiB`, or bytes).',
  },
  {
    name: 'skip-checks',
    group: 'Testing and limits',
    kind: 'lines',
    default: '',
    otherwise: 'every check counts',
    placeholder: 'check',
    description: 'Checks whose findings do not count, by their names, separated by spaces, commas or newlines (docs/team/wsl.md). They are shown in red all the same.',
  },
] as const;
