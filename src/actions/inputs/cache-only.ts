import type { InputSpec } from './inputs.ts';

/** What the cache action and `serve` have besides the inputs that they share with others. */
export const CACHE_ONLY = [
  {
    name: 'priority',
    group: 'Nix',
    kind: 'count',
    default: '10',
    min: 1,
    max: 1000,
    description: 'When Nix asks this cache: the lowest number is asked first, and cache.nixos.org has 40.',
  },
  {
    name: 'port',
    group: 'Nix',
    kind: 'count',
    default: '',
    otherwise: 'a free one',
    min: 1,
    max: 65_535,
    description: 'The port on 127.0.0.1 that is listened at.',
  },
] as const satisfies readonly InputSpec[];
