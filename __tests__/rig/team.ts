import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ARCHES } from '../../src/platform.ts';
import { nixpkgs } from './nixpkgs.ts';
import { PROJECT } from './paths.ts';

/** What Nix reads of this project. The rest of the checkout would only be copied into stores. */
const OF_THE_FLAKE = ['flake.nix', 'nix', 'package.json', 'docs/team', 'examples/team', 'dist/cli', 'dist/tools', 'dist/worker', '__tests__/rig/home-manager'];

/** Flakes of which one is ours, as folders; use each as `path:<folder>`. */
export interface TeamFlakes {
  readonly ours: string;
  /** For this machine's system, to build with. */
  readonly nixpkgs: string;
  /** For both systems, to evaluate: its packages' archives are empty, which is quicker to copy. */
  readonly evaluated: string;
  readonly homeManager: string;
  readonly flakeParts: string;
  readonly nixosWsl: string;
  /** The flags that put the stand-ins in place of what flakes name, to evaluate. */
  readonly overrides: readonly string[];
  /** Is Home Manager, and `lib`, a real one? */
  readonly real: boolean;
}

/** NixOS's part of what Home Manager imports of nixpkgs. */
const ASSERTIONS = `{ lib, ... }: {
  options.assertions = lib.mkOption { type = lib.types.listOf lib.types.unspecified; default = [ ]; };
  options.warnings = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; };
}
`;
const META = '{ lib, ... }: { options.meta = lib.mkOption { type = lib.types.attrsOf lib.types.anything; default = { }; }; }\n';

/**
 * This project's flake, and what its users have beside it: stand-ins, or the trees that NIX_FEATURE_TEST_LIB (the folder
 * `lib` of nixpkgs) and NIX_FEATURE_TEST_HOME_MANAGER name.
 */
export async function teamFlakes(folder: string): Promise<TeamFlakes> {
  const { NIX_FEATURE_TEST_LIB: lib, NIX_FEATURE_TEST_HOME_MANAGER: home } = process.env;
  if (home !== undefined && lib === undefined) throw new Error("NIX_FEATURE_TEST_HOME_MANAGER needs NIX_FEATURE_TEST_LIB: the tests' own lib has not what Home Manager uses");
  const at = (name: string): string => path.join(folder, name);
  for (const each of OF_THE_FLAKE) await cp(path.join(PROJECT, each), path.join(at('ours'), each), { recursive: true });
  await cp(await nixpkgs(), at('nixpkgs'), { recursive: true });
  await copyWithoutArchives(await nixpkgs({ arches: ARCHES }), at('evaluated'));
  for (const each of ['nixpkgs', 'evaluated'].map(at)) {
    if (lib !== undefined) await cp(lib, path.join(each, 'lib'), { recursive: true });
    const misc = path.join(each, 'nixos/modules/misc');
    await mkdir(misc, { recursive: true });
    await writeFile(path.join(misc, 'assertions.nix'), ASSERTIONS);
    await writeFile(path.join(misc, 'meta.nix'), META);
  }
  await cp(home ?? path.join(import.meta.dirname, 'home-manager'), at('home-manager'), { recursive: true });
  await cp(path.join(import.meta.dirname, 'flake-parts'), at('flake-parts'), { recursive: true });
  await cp(path.join(import.meta.dirname, 'nixos-wsl'), at('nixos-wsl'), { recursive: true });

  // `nix flake init` takes no --override-input, so here the address itself is another.
  const flake = await readFile(at('ours/flake.nix'), 'utf8');
  await writeFile(at('ours/flake.nix'), flake.replace(/(inputs\.nixpkgs\.url = )"[^"]*"/, `$1"path:${at('evaluated')}"`));

  const inputs = { nixpkgs: at('evaluated'), 'nix-feature': at('ours'), 'home-manager': at('home-manager'), 'flake-parts': at('flake-parts'), 'nixos-wsl': at('nixos-wsl') };
  return {
    ours: at('ours'),
    nixpkgs: at('nixpkgs'),
    evaluated: at('evaluated'),
    homeManager: at('home-manager'),
    flakeParts: at('flake-parts'),
    nixosWsl: at('nixos-wsl'),
    overrides: Object.entries(inputs).flatMap(([name, to]) => ['--override-input', name, `path:${to}`]),
    real: home !== undefined,
  };
}

async function copyWithoutArchives(from: string, to: string): Promise<void> {
  const archives: string[] = [];
  await cp(from, to, {
    recursive: true,
    filter: (file) => {
      if (!file.endsWith('.deb')) return true;
      archives.push(path.join(to, path.relative(from, file)));
      return false;
    },
  });
  for (const archive of archives) await writeFile(archive, '');
}
