import { specOf, type InputName, type InputSpec } from './inputs.ts';

const READING: readonly InputName[] = ['username', 'password'];

/** Every flag of `nix-feature serve`, in its order; its words are the first. */
export const SERVE_INPUTS: readonly InputSpec[] = [
  {
    ...specOf('features'),
    group: 'What to serve',
    otherwise: 'none',
    placeholder: 'reference',
    description: 'Published Features (`registry/namespace/id[:version]`) and namespaces with a collection (`registry/namespace`), one per line.',
  },
  { ...specOf('arches'), otherwise: 'both', description: 'Which platforms, separated by commas: `amd64`, `arm64`. Store paths of other platforms are not served.' },
  specOf('port'),
  specOf('priority'),
  { ...specOf('registry'), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' },
  ...READING.map((name) => specOf(name)),
];
