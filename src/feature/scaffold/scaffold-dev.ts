/** Packages of the system: by apt, apk, dnf and zypper, if they are not called as in nixpkgs. */
interface SystemPackage {
  readonly kind: 'system';
  /** Everywhere, unless the next ones say otherwise. */
  readonly name: string;
  readonly apt?: string;
  readonly apk?: string;
  readonly dnf?: string;
  readonly zypper?: string;
  /** What Debian calls the program, if it is not the program's own name. */
  readonly link?: { readonly debian: string; readonly name: string };
}

/** A program of a release on GitHub, with checksums beside it. */
interface ReleasePackage {
  readonly kind: 'release';
  readonly repository: string;
  readonly asset: string;
  readonly sums: string;
  readonly bins: readonly string[];
}

type KnownPackage = SystemPackage | ReleasePackage;

const system = (name: string, others: Omit<SystemPackage, 'kind' | 'name'> = {}): SystemPackage => ({ kind: 'system', name, ...others });
const release = (repository: string, asset: string, sums: string, ...bins: readonly string[]): ReleasePackage => ({ kind: 'release', repository, asset, sums, bins });

/**
 * By attribute name of nixpkgs. Names of assets and of their checksums are those of each repository's own release
 * configuration (goreleaser, or the workflow that packs it); an entry that is not confirmed there has no place here.
 */
const KNOWN: ReadonlyMap<string, KnownPackage> = new Map<string, KnownPackage>([
  ...['cmake', 'curl', 'gawk', 'git', 'git-lfs', 'htop', 'jq', 'nano', 'ripgrep', 'rsync', 'tmux', 'tree', 'unzip', 'vim', 'wget', 'zip', 'zstd'].map((name) => [name, system(name)] as const),
  ['bat', system('bat', { link: { debian: 'batcat', name: 'bat' } })],
  ['fd', system('fd', { apt: 'fd-find', dnf: 'fd-find', link: { debian: 'fdfind', name: 'fd' } })],
  ['gnumake', system('make')],
  ['gnupg', system('gnupg', { dnf: 'gnupg2', zypper: 'gpg2' })],
  ['openssh', system('openssh-client', { dnf: 'openssh-clients', zypper: 'openssh-clients' })],
  ['python3', system('python3')],
  ['shellcheck', system('shellcheck', { dnf: 'ShellCheck', zypper: 'ShellCheck' })],
  ['sqlite', system('sqlite', { apt: 'sqlite3', zypper: 'sqlite3' })],
  ['actionlint', release('rhysd/actionlint', 'actionlint_{version}_linux_{arch}.tar.gz', 'actionlint_{version}_checksums.txt', 'actionlint')],
  ['fzf', release('junegunn/fzf', 'fzf-{version}-linux_{arch}.tar.gz', 'fzf_{version}_checksums.txt', 'fzf')],
  ['gh', release('cli/cli', 'gh_{version}_linux_{arch}.tar.gz', 'gh_{version}_checksums.txt', 'gh')],
  ['go-task', release('go-task/task', 'task_linux_{arch}.tar.gz', 'task_checksums.txt', 'task')],
  ['just', release('casey/just', 'just-{version}-{machine}-unknown-linux-musl.tar.gz', 'SHA256SUMS', 'just')],
  ['k9s', release('derailed/k9s', 'k9s_Linux_{arch}.tar.gz', 'checksums.sha256', 'k9s')],
  ['ruff', release('astral-sh/ruff', 'ruff-{machine}-unknown-linux-musl.tar.gz', '{asset}.sha256', 'ruff')],
  ['sops', release('getsops/sops', 'sops-{tag}.linux.{arch}', 'sops-{tag}.checksums.txt', 'sops')],
  ['starship', release('starship/starship', 'starship-{machine}-unknown-linux-musl.tar.gz', '{asset}.sha256', 'starship')],
  ['uv', release('astral-sh/uv', 'uv-{machine}-unknown-linux-musl.tar.gz', '{asset}.sha256', 'uv', 'uvx')],
]);

/** Returns the install-dev.sh of a new Feature; undefined if a package is not known: half of the tools is no Feature. */
export function scaffoldDev(packages: readonly string[]): string | undefined {
  const known = packages.map((name) => KNOWN.get(name));
  if (!known.every((each) => each !== undefined)) return undefined;
  const systems = known.filter((each) => each.kind === 'system');
  const releases = known.filter((each) => each.kind === 'release');
  const version = hasVersion(packages) ? '' : ' --version latest';
  return `#!/bin/sh
# Installs the tools on systems that are not the base, in mode dev. Runs as root, in the Feature's folder.
# What the functions do: docs/use/development-mode.md of nix-feature-action.
set -eu
. "$NIX_FEATURE_RUNTIME"

${[...(systems.length === 0 ? [] : systemLines(systems)), ...releases.map((each) => releaseLine(each, version))].join('\n')}
`;
}

/** Tells whether there is exactly one tool, so that its version can be chosen in development mode. */
export function hasVersion(packages: readonly string[]): boolean {
  const [only, other] = packages;
  return only !== undefined && other === undefined && KNOWN.get(only)?.kind === 'release';
}

function systemLines(packages: readonly SystemPackage[]): readonly string[] {
  const names = packages.map(({ name }) => name).join(' ');
  const others = (['apt', 'apk', 'dnf', 'zypper'] as const).flatMap((manager) => {
    const own = packages.map((each) => each[manager] ?? each.name).join(' ');
    return own === names ? [] : [` --${manager} '${own}'`];
  });
  const links = packages.flatMap(({ link }) =>
    link === undefined ? [] : [`command -v ${link.name} > /dev/null || nix_feature_link ${link.debian} ${link.name} # Debian's name for it`],
  );
  return [`nix_feature_packages ${names}${others.join('')}`, ...links];
}

function releaseLine({ repository, asset, sums, bins }: ReleasePackage, version: string): string {
  return `nix_feature_release ${repository}${version} --asset '${asset}' --sums '${sums}'${bins.map((bin) => ` --bin ${bin}`).join('')}`;
}
