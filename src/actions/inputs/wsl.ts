import { mainRow, type MainInput } from './main.ts';
import type { InputSpec } from './rows/spec.ts';

/** What the wsl action has besides the inputs that it shares with the main action. */
export const WSL_ONLY = [
  {
    name: 'configuration',
    group: 'What to build',
    kind: 'text',
    default: '',
    otherwise: 'none; a tarball must be named instead',
    placeholder: 'name',
    description: 'The name in `nixosConfigurations` whose tarball is built. It must import NixOS-WSL. The file is called `nixos-<name>.wsl`.',
  },
  {
    name: 'tarball',
    group: 'What to build',
    kind: 'text',
    default: '',
    otherwise: 'the tarball is built',
    placeholder: 'file',
    description: 'A tarball that is there already: it is checked, and nothing is built, written or released.',
  },
  {
    name: 'extra-files',
    group: 'What to build',
    kind: 'folder',
    default: '',
    otherwise: 'none',
    description: 'A folder whose files are put into the root of the machine, such as `home/nixos/.config/team`. They belong to root unless `chown` says otherwise.',
  },
  {
    name: 'chown',
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: 'none',
    placeholder: 'path uid:gid',
    description: 'Owners of paths of `extra-files`, one per line: `/home/nixos 1000:100`.',
  },
  {
    name: 'max-size',
    group: 'Testing and limits',
    kind: 'size',
    default: '',
    otherwise: 'no limit',
    description: 'Fail if the tarball is larger than this (`1.5GB`, `800MiB`, or bytes).',
  },
  {
    name: 'skip-checks',
    group: 'Testing and limits',
    kind: 'lines',
    default: '',
    otherwise: 'every check counts',
    placeholder: 'check',
    description: 'Checks whose findings do not count, by their names, separated by spaces, commas or newlines (docs/team/wsl.md). They are shown in red all the same.',
  },
  {
    name: 'release',
    group: 'Publishing',
    kind: 'choice',
    default: 'tag',
    values: ['tag', 'off'],
    githubOnly: true,
    description: '`tag`: in a run for a tag, put the files into the release of that tag, which is created if there is none. It needs `permissions: contents: write`. `off`: release nothing.',
  },
] as const satisfies readonly InputSpec[];

const LEAKS: readonly MainInput[] = ['identifiers', 'leaks-allow', 'leak-values'];
const SIGNING: readonly MainInput[] = ['sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url'];
const NIX: readonly MainInput[] = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];

function ownRows(group: string): readonly InputSpec[] {
  return WSL_ONLY.filter((row) => row.group === group);
}

/** Every input of wsl/action.yml, in its order. */
export const WSL_INPUTS: readonly InputSpec[] = [
  ...ownRows('What to build'),
  {
    ...mainRow('flake'),
    otherwise: 'the flake of the current folder',
    description: 'The flake with `nixosConfigurations`, without an attribute: `./machines`, `github:org/machines`.',
  },
  { ...mainRow('arches'), description: 'The architecture that the tarball is for: `amd64` or `arm64`.' },
  { ...mainRow('compression'), values: ['gzip', 'xz'], description: '`gzip`, as the builder writes it, or `xz`: smaller, and slower to make.' },
  ...ownRows('Testing and limits'),
  ...LEAKS.map(mainRow),
  ...ownRows('Publishing'),
  { ...mainRow('sbom'), description: 'A list of the store paths in the tarball, with versions and hashes, written beside it: CycloneDX 1.6, SPDX 2.3, `both` or `none`.' },
  ...SIGNING.map((name) => (name === 'sign' ? { ...mainRow(name), description: 'Who signs the provenance of the tarball, which is written beside it: `key`, `keyless` (by the identity of the job; needs `permissions: id-token: write`), or `none`.' } : mainRow(name))),
  { ...mainRow('github-token'), description: 'The token that writes the release of the tag.' },
  ...NIX.map((name) => (name === 'nix-version' ? { ...mainRow(name), description: mainRow(name).description.replace(/^With `build-in: host`, the/, 'The') } : mainRow(name))),
  { ...mainRow('output'), otherwise: '`wsl` in the current folder', description: 'Where the tarball and the files beside it are written. What an earlier run wrote is replaced.' },
  { ...mainRow('upload-artifact'), default: 'true', values: ['true', 'false'], description: 'Upload the files as the artifact `wsl-<configuration>-<arch>`.' },
  mainRow('retention-days'),
  { ...mainRow('summary'), description: 'Write the table of checks.' },
];
