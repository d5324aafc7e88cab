import { mainRow, type MainInput } from './main.ts';
import type { InputSpec } from './rows/spec.ts';

/** What the plan action has besides the inputs that it shares with the main action. */
export const PLAN_ONLY = [
  {
    name: 'features',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: 'every folder with a `devcontainer-feature.json`; `node_modules` and hidden folders other than `.devcontainer` are skipped',
    placeholder: 'folder',
    description: 'Folders of Features, or patterns for them, one per line: `features/*`, `tools/**`. `!features/old` leaves one out.',
  },
  {
    name: 'runners',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: '`amd64=ubuntu-24.04` and `arm64=ubuntu-24.04-arm`',
    placeholder: 'arch=label',
    description: 'The label of the runner for each platform, one per line: `arm64=my-arm-runner`.',
  },
  {
    name: 'force',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description: 'Build everything, whatever is published.',
  },
  {
    name: 'bump',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    description:
      "Raise versions that are published with other content, by what changed, in each `devcontainer-feature.json`. Commits nothing: the output `bumped` says whether there is something to commit (docs/keep/updates.md).",
  },
  {
    name: 'attest',
    group: 'What to build',
    kind: 'boolean',
    default: 'false',
    githubOnly: true,
    description:
      'Also plan what is published without an attestation on GitHub, so that the publishing job adds it. Needs `attestations: read`; if GitHub does not tell, nothing is added.',
  },
  {
    name: 'max-jobs',
    group: 'What to build',
    kind: 'count',
    default: '256',
    min: 1,
    max: 256,
    description: 'The maximum number of jobs in the matrix; GitHub allows 256. Features beyond that are left for the next run.',
  },
] as const satisfies readonly InputSpec[];

const NIX: readonly MainInput[] = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'ssh-key', 'known-hosts', 'nix-config', 'sandbox'];

/** Every input of plan/action.yml, in its order. */
export const PLAN_INPUTS: readonly InputSpec[] = [
  ...PLAN_ONLY,
  { ...mainRow('include'), description: `As in the builds: ${mainRow('include').description.replace(/^F/, 'f')}` },
  { ...mainRow('base-image'), description: `${mainRow('base-image').description.replace(/ Required\.$/, '')} The same for all Features. Required.` },
  ...(['dev-shell', 'shell-hook', 'direnv-hook'] as const).map((name) => ({ ...mainRow(name), description: `As in the builds: ${mainRow(name).description.replace(/^[AW]/, (first) => first.toLowerCase())}` })),
  ...(['nixpkgs', 'follow-base'] as const).map((name) => ({ ...mainRow(name), description: `As in the builds: ${mainRow(name).description.replace(/^[TB]/, (first) => first.toLowerCase())}` })),
  mainRow('arches'),
  { ...mainRow('build-in'), description: "`container`: Nix evaluates in one container of the (first) base image. `host`: Nix on the machine itself. Nothing is started if nothing must be evaluated." },
  ...(['container-engine', 'container-options'] as const).map(mainRow),
  { ...mainRow('delivery'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
  { ...mainRow('complement'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
  ...(['registry', 'namespace', 'username', 'password', 'github-token'] as const).map(mainRow),
  ...NIX.map(mainRow),
  { ...mainRow('summary'), description: 'Write the summary of what must be built, and why.' },
];
