import { specOf, type InputName, type InputSpec } from './inputs.ts';

const READING: readonly InputName[] = ['registry', 'namespace', 'username', 'password', 'github-token'];

/** Every input of cache/action.yml, in its order. */
export const CACHE_INPUTS: readonly InputSpec[] = [
  {
    ...specOf('features'),
    group: 'What to serve',
    otherwise: 'the Features of `namespace`, if it has a collection',
    placeholder: 'reference',
    description: 'Published Features (`registry/namespace/id[:version]`) and namespaces (`registry/namespace`) whose store paths are served, one per line, or `none`.',
  },
  ...(['pack', 'budget', 'push-to', 'secret-key', 'public-key', 'priority'] as const).map((name) => specOf(name)),
  { ...specOf('substituters'), description: 'Additional binary caches that the steps after this one use, separated by spaces or newlines.' },
  specOf('trusted-public-keys'),
  ...READING.map((name) => (name === 'registry' ? { ...specOf(name), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' } : name === 'namespace' ? { ...specOf(name), description: 'The namespace whose Features are served if `features` is empty.' } : specOf(name))),
  { ...specOf('summary'), description: 'Write a summary of the cache when the job ends.' },
];
