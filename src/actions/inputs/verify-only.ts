import type { InputSpec } from './inputs.ts';

/** What the verify action has besides the inputs that it shares with the main action. */
export const VERIFY_ONLY = [
  {
    name: 'ref',
    group: 'What to verify',
    kind: 'text',
    default: '',
    placeholder: 'reference',
    description:
      'The Feature: `registry/namespace/id[:version][@digest]`, `oci:<layout folder>[:<name>]`, or a file or folder (a bundle, what was exported, the layout of a build). Required.',
  },
  {
    name: 'base',
    group: 'What to verify',
    kind: 'lines',
    default: '',
    otherwise: 'the base image is not looked at',
    placeholder: 'image',
    description: 'A base image, or several, one a line: what the Feature relies upon has to be in each of them, and what it ships must not. `registry/repo:tag` or `oci:<layout folder>`.',
  },
] as const satisfies readonly InputSpec[];
