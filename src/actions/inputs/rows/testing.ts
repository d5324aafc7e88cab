import type { BuildInputSpec } from './spec.ts';

/** What a build is tested for, and what it must not exceed or hold. */
export const TESTING_ROWS = [
  {
    name: 'test',
    group: 'Testing and limits',
    fills: 'test',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    description:
      'Install the Feature into a fresh container of the base with the shipped installer, and run `test.sh`. Without a container engine `auto` warns and `true` fails; `false` does not test.',
  },
  {
    name: 'test-dev',
    group: 'Testing and limits',
    fills: 'testDev',
    kind: 'text',
    default: '',
    otherwise: 'development mode is not tested',
    placeholder: 'image',
    description:
      'A plain image, such as debian:12, for a second test: the Feature is installed there in development mode (`install-dev.sh`, or the complement), and `test.sh` runs. Written like `base-image`.',
  },
  {
    name: 'remote-user',
    group: 'Testing and limits',
    fills: 'remoteUser',
    kind: 'text',
    default: '',
    otherwise: 'the one that the base image names',
    placeholder: 'user',
    description:
      'The user of the base image that `test.sh` runs as, like `remoteUser` in devcontainer.json.',
  },
  {
    name: 'strict',
    group: 'Testing and limits',
    fills: 'strict',
    kind: 'boolean',
    default: 'false',
    description: "Treat as errors: warnings of the contract's checks (docs/make/contract.md), and a version that must be raised before publishing.",
  },
  {
    name: 'reproducible',
    group: 'Testing and limits',
    fills: 'reproducible',
    kind: 'choice',
    default: 'locked',
    values: ['off', 'locked', 'check'],
    description:
      'What is checked in a build (docs/verify/reproducible.md). `locked`: a flake whose inputs are not pinned needs a flake.lock. `check`: the same; also, everything that this run built is built and packed a second time, and a difference is an error. `off`: nothing.',
  },
  {
    name: 'max-delta-size',
    group: 'Testing and limits',
    fills: 'maxDeltaSize',
    kind: 'size',
    default: '',
    otherwise: 'no limit',
    description: "Fail if a platform's layers are larger than this (`40MB`, `32MiB`, or bytes), and say which paths grew.",
  },
  {
    name: 'policy',
    group: 'Testing and limits',
    fills: 'policy',
    kind: 'text',
    default: '',
    otherwise: 'no policy',
    placeholder: 'file',
    description:
      'A YAML file that says what may be published (docs/verify/policy.md): licences, forbidden packages, sizes, the age of nixpkgs, exceptions with a reason and an end date. A breach is an error before anything is published.',
  },
  {
    name: 'leaks',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'choice',
    default: 'warn',
    values: ['warn', 'fail', 'off'],
    description:
      'What to do about secrets and private names in packed files (docs/verify/leaks.md). `warn`: report each as an annotation and in the summary. `fail`: publish and keep nothing. `off`: do not search.',
  },
  {
    name: 'leaks-allow',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'text',
    default: '',
    placeholder: 'file',
    description: 'A YAML file of allowed findings: a list of `rule`, `path`, `file`, `reason` and `until` (docs/verify/leaks.md).',
  },
  {
    name: 'identifiers',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'lines',
    default: '',
    placeholder: 'name',
    description: "Names that must not be published, such as those of the team's people, machines and mail domains. Upper and lower case are treated alike.",
  },
  {
    name: 'leak-values',
    group: 'Testing and limits',
    fills: 'leaks',
    kind: 'secret',
    default: '',
    description:
      'Secret values that must not be packed, one per line, such as `${{ secrets.SIGNING_KEY }}`. The search finds them as plain text and in common encodings. Secret inputs and variables such as `…_TOKEN` are always searched for.',
  },
] as const satisfies readonly BuildInputSpec[];
