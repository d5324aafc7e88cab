import { WSL_ONLY } from '../rows/wsl-only.ts';
import { specOf, type InputName, type InputSpec } from './inputs.ts';

const LEAKS: readonly InputName[] = ['identifiers', 'leaks-allow', 'leak-values'];

/** Every input of wsl/action.yml, in its order. */
export const WSL_INPUTS: readonly InputSpec[] = [
  ...WSL_ONLY.filter(({ group }) => group === 'What to build'),
  { ...specOf('arches'), description: 'The architecture that the tarball is for: `amd64` or `arm64`.' },
  ...WSL_ONLY.filter(({ group }) => group === 'Testing and limits'),
  ...LEAKS.map((name) => specOf(name)),
  { ...specOf('summary'), description: 'Write the table of checks.' },
];
