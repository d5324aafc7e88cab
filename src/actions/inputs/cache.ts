import { mainRow, type MainInput } from './main.ts';
import { PLAN_ONLY } from './plan.ts';
import { findRow, type InputSpec } from './rows/spec.ts';

/** What the cache action and `serve` have besides the inputs that they share with others. */
export const CACHE_ONLY = [
  {
    name: 'pack',
    group: 'Nix',
    kind: 'boolean',
    default: 'true',
    githubOnly: true,
    description: 'Keep what the job builds in the Actions cache, as one entry, for the next job with the same lock files (docs/use/cache.md).',
  },
  {
    name: 'budget',
    group: 'Nix',
    kind: 'size',
    default: '1GB',
    githubOnly: true,
    description: 'The maximum unpacked size of the pack. If it is larger, the paths that no job has used for the longest time are left out.',
  },
  {
    name: 'push-to',
    group: 'Nix',
    kind: 'text',
    default: '',
    otherwise: 'nothing is uploaded',
    placeholder: 'url',
    githubOnly: true,
    description: 'A binary cache to upload to when the job ends, with what the job built and the cache lacks: `https://…`, `s3://…`, `ssh://…`, `file:///…`. The steps after this one also read from it.',
  },
  {
    name: 'secret-key',
    group: 'Nix',
    kind: 'secret',
    default: '',
    otherwise: 'what is uploaded is not signed',
    githubOnly: true,
    description: 'The key that signs what is uploaded, from a secret, as `nix-store --generate-binary-cache-key` writes it. No program gets it as an argument or in its environment.',
  },
  {
    name: 'public-key',
    group: 'Nix',
    kind: 'text',
    default: '',
    otherwise: 'that of `secret-key`',
    placeholder: 'name:key',
    githubOnly: true,
    description: 'The public key that Nix checks the signatures of paths from `push-to` with.',
  },
  {
    name: 'priority',
    group: 'Nix',
    kind: 'count',
    default: '10',
    min: 1,
    max: 1000,
    description: 'The priority of this cache: Nix asks the cache with the lowest number first, and cache.nixos.org has 40.',
  },
  {
    name: 'port',
    group: 'Nix',
    kind: 'count',
    default: '',
    otherwise: 'a free one',
    min: 1,
    max: 65_535,
    description: 'The port on 127.0.0.1 that the server listens on.',
  },
] as const satisfies readonly InputSpec[];

const READING: readonly MainInput[] = ['registry', 'namespace', 'username', 'password', 'github-token'];

/** Every input of cache/action.yml, in its order. */
export const CACHE_INPUTS: readonly InputSpec[] = [
  {
    ...findRow(PLAN_ONLY, 'features'),
    group: 'What to serve',
    otherwise: 'the Features of `namespace`, if it has a collection',
    placeholder: 'reference',
    description: 'Published Features (`registry/namespace/id[:version]`) and namespaces (`registry/namespace`) whose store paths are served, one per line, or `none`.',
  },
  ...CACHE_ONLY.filter(({ name }) => name !== 'port'),
  { ...mainRow('substituters'), description: 'Additional binary caches that the steps after this one use, separated by spaces or newlines.' },
  mainRow('trusted-public-keys'),
  ...READING.map((name) => (name === 'registry' ? { ...mainRow(name), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' } : name === 'namespace' ? { ...mainRow(name), description: 'The namespace whose Features are served if `features` is empty.' } : mainRow(name))),
  { ...mainRow('summary'), description: 'Write a summary of the cache when the job ends.' },
];

/** Every flag of `nix-feature serve`, in its order; its words are the first. */
export const SERVE_INPUTS: readonly InputSpec[] = [
  {
    ...findRow(PLAN_ONLY, 'features'),
    group: 'What to serve',
    otherwise: 'none',
    placeholder: 'reference',
    description: 'Published Features (`registry/namespace/id[:version]`) and namespaces with a collection (`registry/namespace`), one per line.',
  },
  { ...mainRow('arches'), otherwise: 'both', description: 'Which platforms, separated by commas: `amd64`, `arm64`. Store paths of other platforms are not served.' },
  findRow(CACHE_ONLY, 'port'),
  findRow(CACHE_ONLY, 'priority'),
  { ...mainRow('registry'), description: 'The registry that `username` and `password` are for. Names without a host are in this registry.' },
  mainRow('username'),
  mainRow('password'),
];
