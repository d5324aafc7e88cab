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
  {
    name: 'rebuild',
    group: 'What to verify',
    kind: 'lines',
    default: '',
    otherwise: 'nothing is compared with a build',
    placeholder: 'folder',
    description: 'The layout of a build of the same sources and lock file, or several, one a line: what was built again has to be what is published, path by path. A build leaves its layout in the folder "output".',
  },
  {
    name: 'key',
    group: 'What to verify',
    kind: 'block',
    default: '',
    otherwise: 'no attestation is looked for',
    placeholder: 'key',
    description: 'The public key that has signed its provenance: PEM, or a file that holds it. ECDSA P-256 or Ed25519.',
  },
  {
    name: 'identity',
    group: 'What to verify',
    kind: 'text',
    default: '',
    otherwise: 'no attestation is looked for',
    description:
      'Who has signed its provenance without a key: `https://github.com/org/features/.github/workflows/*@refs/heads/main`. All of the identity is compared; `*` stands for anything but a slash, `**` for anything.',
  },
  {
    name: 'issuer',
    group: 'What to verify',
    kind: 'text',
    default: 'https://token.actions.githubusercontent.com',
    description: 'Who has confirmed `identity`.',
  },
  {
    name: 'trusted-root',
    group: 'What to verify',
    kind: 'text',
    default: '',
    placeholder: 'file',
    description: 'For `identity`: the file with the authorities and logs of sigstore that are believed (`gh attestation trusted-root`, `cosign trusted-root create`). Nothing is asked of a network.',
  },
] as const satisfies readonly InputSpec[];
