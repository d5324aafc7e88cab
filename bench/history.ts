import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { attempt, run } from '../__tests__/rig/command.ts';
import { aptEnv } from '../__tests__/rig/debian.ts';
import { makeFlake } from '../__tests__/rig/flakes.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { RIG } from '../__tests__/rig/paths.ts';
import { packLayers } from '../src/archive/layers/pack-layers.ts';
import type { Closure, PathInfo } from '../src/nix/store/closure.ts';
import { HostSite } from '../src/nix/run/host-site.ts';
import { closureOf } from '../src/nix/store/path-info.ts';
import { parseStorePath, type StorePath } from '../src/nix/store/store-path.ts';
import { SUITES, releasesOf, type Package, type Release, type State } from './releases.ts';

/** What people ask for: small tools, a few large ones, and the libraries that they share. */
const TOOLS = ['git', 'jq', 'ripgrep', 'sqlite3', 'curl', 'nodejs', 'fd-find', 'fzf', 'bat', 'tmux', 'vim-nox', 'htop', 'strace', 'gdb', 'gh'];
/** What comes into the Feature at some time, or leaves it. */
const EXTRAS = ['tree', 'make', 'shellcheck', 'rsync', 'valgrind'];

const FOLDER = join(RIG, 'bench/history');

export interface History {
  readonly releases: readonly { readonly what: string; readonly closure: Closure }[];
  /** Bytes of each path as a layer of its own, packed by this project with gzip. */
  readonly sizes: ReadonlyMap<StorePath, number>;
}

/**
 * Successive versions of one Feature, really built by the host's Nix out of Debian packages in the versions of three
 * suites. What came of it is kept below `.rig/bench`.
 */
export async function realHistory(say: (line: string) => void): Promise<History> {
  const flake = await makeFlake('history', [...TOOLS, ...EXTRAS]);
  const packages = await packagesOf(flake);
  const releases = releasesOf(packages, TOOLS, EXTRAS);
  const nix = nixOf(packages, releases);
  const key = createHash('sha256').update(`${basename(flake)} ${RECIPE} ${nix}`).digest('hex').slice(0, 12);
  const file = `${FOLDER}-${key}.json`;
  if (!existsSync(file)) {
    await fetchPackages(packages, releases, flake, say);
    await writeFile(join(FOLDER, 'build-release.sh'), RECIPE);
    await writeFile(join(FOLDER, 'default.nix'), nix);
    const made = await build(releases, say);
    await writeFile(`${file}.unfinished`, JSON.stringify(made));
    await rename(`${file}.unfinished`, file);
  }
  const { closures, infos, sizes } = JSON.parse(await readFile(file, 'utf8')) as Made;
  const byPath = new Map(infos.map((info) => [info.path, info]));
  return {
    releases: releases.map(({ what }, i) => ({ what, closure: new Map((closures[i] ?? []).map((path) => [path, infoOf(byPath, path)])) })),
    sizes: new Map(sizes),
  };
}

/** As it is kept. */
interface Made {
  readonly closures: readonly (readonly StorePath[])[];
  readonly infos: readonly PathInfo[];
  readonly sizes: readonly (readonly [StorePath, number])[];
}

function infoOf(infos: ReadonlyMap<StorePath, PathInfo>, path: StorePath): PathInfo {
  const info = infos.get(path);
  if (info === undefined) throw new Error(`${path} is in no closure`);
  return info;
}

/** The packages of a flake that the rig made, with what other suites have of them. */
async function packagesOf(flake: string): Promise<Package[]> {
  const text = await readFile(join(flake, 'flake.nix'), 'utf8');
  const found = [...text.matchAll(/^ {6}"([^"]+)" = deb "[^"]+" "[^"]+" \[(.*)\];$/gm)].map(([, name = '', deps = '']) => ({
    name,
    deps: [...deps.matchAll(/pkgs\."([^"]+)"/g)].map(([, dep = '']) => dep),
  }));
  const versions = await Promise.all(SUITES.map((suite) => candidates(suite, found.map(({ name }) => name))));
  return found.map(({ name, deps }) => ({ name, deps, versions: versions.map((suite) => suite.get(name)) }));
}

async function candidates(suite: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await attempt(['apt-cache', 'policy', ...names], { env: { ...(await aptEnv(suite)), LC_ALL: 'C' } });
  const found = [...stdout.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (\S+)$/gm)];
  return new Map(found.filter(([, , version]) => version !== '(none)').map(([, name = '', version = '']) => [name, version]));
}

/** One file for each version that a release has, named by package and suite. */
async function fetchPackages(packages: readonly Package[], releases: readonly Release[], flake: string, say: (line: string) => void): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(join(flake, 'build-deb.sh'), join(FOLDER, 'build-deb.sh'));
  await cp(join(flake, 'build-env.sh'), join(FOLDER, 'build-env.sh'));
  for (const [i, suite] of SUITES.entries()) {
    const wanted = packages.filter(({ name }) => releases.some(({ states }) => states[name]?.suite === i));
    const folder = join(FOLDER, suite);
    await mkdir(folder);
    say(`history: ${wanted.length} packages of ${suite}`);
    const which = wanted.map(({ name, versions }) => `${name}=${versions[i] ?? ''}`);
    await run(['apt-get', '-q=2', 'download', ...which], { env: await aptEnv(suite), cwd: folder });
    for (const file of await readdir(folder)) await rename(join(folder, file), join(folder, `${file.split('_', 1)[0] ?? ''}.deb`));
  }
}

/** Builds all of the releases, asks for their closures, and packs each path by itself. */
async function build(releases: readonly Release[], say: (line: string) => void): Promise<Made> {
  say(`history: building ${releases.length} releases`);
  const jobs = String(availableParallelism());
  const outs = (await run(['nix-build', '--no-out-link', '--max-jobs', jobs, join(FOLDER, 'default.nix')], { env: NIX_ENV })).trim().split('\n');
  const site = new HostSite({ system: 'x86_64-linux', baseEnv: NIX_ENV });
  const closures: Closure[] = [];
  for (const out of outs) closures.push(await closureOf(site, [parseStorePath(out)]));
  const infos = new Map(closures.flatMap((closure) => [...closure]));
  say(`history: packing ${infos.size} store paths`);
  const folder = join(FOLDER, 'layers');
  await mkdir(folder);
  const groups = [...infos.keys()].map((path) => [path]);
  const layers = await packLayers(site, infos, groups, { folder, compression: 'gzip', jobs: availableParallelism() });
  await rm(FOLDER, { recursive: true, force: true });
  return {
    closures: closures.map((closure) => [...closure.keys()]),
    infos: [...infos.values()],
    sizes: layers.flatMap(({ paths, size }) => paths.map((path) => [path, size] as const)),
  };
}

/** Besides the package, a mark that makes a patched one another. */
const RECIPE = `set -eu
/bin/sh "$recipe"
export PATH=/usr/bin:/bin
if [ "$patch" != 0 ]; then mkdir -p "$out/share"; echo "$patch" > "$out/share/patched"; fi
`;

function debNix({ name, deps, versions }: Package, { suite, patch }: State): string {
  const version = (versions[suite] ?? '').replaceAll(/[:~]/g, '-');
  return `    "${name}" = deb "${name}-${version}" (./. + "/${SUITES[suite] ?? ''}/${name}.deb") "${patch}" [${deps.map((dep) => ` pkgs."${dep}"`).join('')} ];`;
}

/** A list of all releases. Names are Debian's: nothing in them means anything to Nix. */
function nixOf(packages: readonly Package[], releases: readonly Release[]): string {
  const release = ({ tools, states }: Release): string[] => [
    '  (let pkgs = {',
    ...packages.map((each) => debNix(each, states[each.name] ?? { suite: 0, patch: 0 })),
    `  }; in env [${tools.map((tool) => ` pkgs."${tool}"`).join('')} ])`,
  ];
  return [
    'let',
    '  system = "x86_64-linux";',
    '  recipe = ./build-deb.sh;',
    '  deb = name: src: patch: deps: derivation { inherit name system src patch deps recipe; builder = "/bin/sh"; args = [ ./build-release.sh ]; };',
    '  env = deps: derivation { inherit system deps; name = "my-tools"; builder = "/bin/sh"; args = [ ./build-env.sh ]; };',
    'in [',
    ...releases.flatMap(release),
    ']',
    '',
  ].join('\n');
}
