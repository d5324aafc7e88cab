import { specOf, type InputName, type InputSpec } from './inputs.ts';
import { VERIFY_ONLY } from './verify-only.ts';

const READING: readonly InputName[] = ['registry', 'username', 'password', 'github-token'];

/** Every input of verify/action.yml, in its order. */
export const VERIFY_INPUTS: readonly InputSpec[] = [
  ...VERIFY_ONLY,
  { ...specOf('arches'), otherwise: 'all platforms of the Feature', description: 'Which platforms to verify, separated by commas: `amd64`, `arm64`.' },
  {
    ...specOf('policy'),
    group: 'What to verify',
    description: 'A YAML file that says what may be published (docs/verify/policy.md). Each of its rules is one check of what is published (docs/verify/verifying.md).',
  },
  ...READING.map((name) => (name === 'registry' ? { ...specOf(name), description: 'The registry that `username` and `password` are for.' } : specOf(name))),
  { ...specOf('summary'), description: 'Write the table of checks.' },
];
