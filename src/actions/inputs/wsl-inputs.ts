import { WSL_ONLY } from '../rows/wsl-only.ts';
import { specOf, type InputName, type InputSpec } from './inputs.ts';

const LEAKS: readonly InputName[] = ['identifiers', 'leaks-allow', 'leak-values'];
const SIGNING: readonly InputName[] = ['sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url'];
const NIX: readonly InputName[] = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'nix-config', 'sandbox'];

function rowsOf(group: string): readonly InputSpec[] {
  return WSL_ONLY.filter((row) => row.group === group);
}

/** Every input of wsl/action.yml, in its order. */
export const WSL_INPUTS: readonly InputSpec[] = [
  ...rowsOf('What to build'),
  {
    ...specOf('flake'),
    otherwise: 'the flake of the current folder',
    description: 'The flake with `nixosConfigurations`, without an attribute: `./machines`, `github:org/machines`.',
  },
  { ...specOf('arches'), description: 'The architecture that the tarball is for: `amd64` or `arm64`.' },
  { ...specOf('compression'), values: ['gzip', 'xz'], description: '`gzip`, as the builder writes it, or `xz`: smaller, and slower to make.' },
  ...rowsOf('Testing and limits'),
  ...LEAKS.map((name) => specOf(name)),
  ...rowsOf('Publishing'),
  { ...specOf('sbom'), description: 'A list of the store paths in the tarball, with versions and hashes, written beside it: CycloneDX 1.6, SPDX 2.3, `both` or `none`.' },
  ...SIGNING.map((name) => (name === 'sign' ? { ...specOf(name), description: 'Who signs the provenance of the tarball, which is written beside it: `key`, `keyless` (by the identity of the job; needs `permissions: id-token: write`), or `none`.' } : specOf(name))),
  { ...specOf('github-token'), description: 'The token that writes the release of the tag.' },
  ...NIX.map((name) => (name === 'nix-version' ? { ...specOf(name), description: specOf(name).description.replace(/^With `build-in: host`, the/, 'The') } : specOf(name))),
  { ...specOf('output'), otherwise: '`wsl` in the current folder', description: 'Where the tarball and the files beside it are written. What an earlier run wrote is replaced.' },
  { ...specOf('upload-artifact'), default: 'true', values: ['true', 'false'], description: 'Upload the files as the artifact `wsl-<configuration>-<arch>`.' },
  specOf('retention-days'),
  { ...specOf('summary'), description: 'Write the table of checks.' },
];
