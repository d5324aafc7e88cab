import { mainRow, type MainInput } from './main.ts';
import type { InputSpec } from './rows/spec.ts';

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
    otherwise: 'the base image is not checked',
    placeholder: 'image',
    description: 'A base image, or several, one per line. Each must have all paths that the Feature requires of it; what is shipped must not be in it. `registry/repo:tag` or `oci:<layout folder>`.',
  },
  {
    name: 'rebuild',
    group: 'What to verify',
    kind: 'lines',
    default: '',
    otherwise: 'nothing is compared with a build',
    placeholder: 'folder',
    description: 'The layout of a build of the same sources and lock file, or several, one per line. The Feature must equal this build, path by path. A build writes its layout into the folder "output".',
  },
  {
    name: 'key',
    group: 'What to verify',
    kind: 'block',
    default: '',
    otherwise: 'no attestation is looked for',
    placeholder: 'key',
    description: 'The public key that must have signed its provenance: PEM, or a file that contains it. ECDSA P-256 or Ed25519.',
  },
  {
    name: 'identity',
    group: 'What to verify',
    kind: 'text',
    default: '',
    otherwise: 'no attestation is looked for',
    description:
      'The identity that must have signed its provenance without a key: `https://github.com/org/features/.github/workflows/*@refs/heads/main`. The whole identity is compared; `*` matches anything but a slash, `**` matches anything.',
  },
  {
    name: 'issuer',
    group: 'What to verify',
    kind: 'text',
    default: 'https://token.actions.githubusercontent.com',
    description: 'The issuer that must have confirmed `identity`.',
  },
  {
    name: 'trusted-root',
    group: 'What to verify',
    kind: 'text',
    default: '',
    placeholder: 'file',
    description: 'For `identity`: the file with the authorities and logs of sigstore that are trusted (`gh attestation trusted-root`, `cosign trusted-root create`). The network is not used.',
  },
] as const satisfies readonly InputSpec[];

const READING: readonly MainInput[] = ['registry', 'username', 'password', 'github-token'];

/** Every input of verify/action.yml, in its order. */
export const VERIFY_INPUTS: readonly InputSpec[] = [
  ...VERIFY_ONLY,
  { ...mainRow('arches'), otherwise: 'all platforms of the Feature', description: 'Which platforms to verify, separated by commas: `amd64`, `arm64`.' },
  {
    ...mainRow('policy'),
    group: 'What to verify',
    description: 'A YAML file that says what may be published (docs/verify/policy.md). Each of its rules is one check of what is published (docs/verify/verifying.md).',
  },
  ...READING.map((name) => (name === 'registry' ? { ...mainRow(name), description: 'The registry that `username` and `password` are for.' } : mainRow(name))),
  { ...mainRow('summary'), description: 'Write the table of checks.' },
];
