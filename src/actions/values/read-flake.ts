import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { isPackageName } from '../../nix/flake/flake-text.ts';
import type { FlakeSource } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { envrcShell, isShellName } from './envrc.ts';
import { defaultFlake, parseFlake } from './flake-reference.ts';
import { booleanOf, refuseDuplicates, refuseTogether, textOf, wordsOf } from './values.ts';

/** @throws InputError */
export function readFlake(read: InputReader, featureFolder: string, here: string): FlakeSource {
  const shell = textOf(read, 'dev-shell');
  const hook = booleanOf(read, 'shell-hook');
  const named = textOf(read, 'flake') === '' && packageNames(read).length === 0 ? (envrcShell(featureFolder) ?? devenvShell(featureFolder)) : undefined;
  const direnv = booleanOf(read, 'direnv-hook') ? ({ direnv: true } as const) : {};
  const idle = hook ? 'shell-hook' : direnv.direnv ? 'direnv-hook' : undefined;
  if (named === undefined && shell === '' && idle !== undefined) throw new InputError(idle, `${idle}: is true, but no shell is named.`, { hint: 'Name it with "dev-shell".' });
  if (shell !== '' && !isShellName(shell)) throw new InputError('dev-shell', `dev-shell: "${shell}" is not the name of a shell.`, { hint: 'Write the name alone, as in devShells.<system>.<name>: default.' });
  if (named?.of.kind === 'devenv' && !['', 'default'].includes(shell)) throw new InputError('dev-shell', `dev-shell: ${featureFolder} is a folder of devenv, which has only the shell "default", and no "${shell}".`, { hint: 'Use "dev-shell: default", or leave it out.' });
  if (named !== undefined) return { ...named, of: shell === '' ? named.of : { ...named.of, attribute: shell }, hook, ...direnv };
  const source = readPackageFlake(read, featureFolder, here);
  if (shell === '') return source;
  if (source.kind === 'packages' || source.kind === 'shell') return refuseTogether('dev-shell', ['packages'], 'packages have no development shell.', 'Leave one of them out.');
  if (source.attribute !== 'default') throw new InputError('dev-shell', `dev-shell: is given, but flake already names #${source.attribute}.`, { hint: 'Leave the attribute out of "flake".' });
  return { kind: 'shell', of: { ...source, attribute: shell }, hook, ...direnv };
}

/** Returns the shell that devenv makes of a folder without a flake. @param folder absolute */
export function devenvShell(folder: string): Extract<FlakeSource, { kind: 'shell' }> | undefined {
  if (existsSync(join(folder, 'flake.nix')) || !existsSync(join(folder, 'devenv.nix'))) return undefined;
  return { kind: 'shell', of: { kind: 'devenv', folder, attribute: 'default' }, hook: false };
}

function readPackageFlake(read: InputReader, featureFolder: string, here: string): FlakeSource {
  const flake = textOf(read, 'flake');
  const packages = packageNames(read);
  if (packages.length === 0) {
    return flake === '' ? defaultFlake(featureFolder) : parseFlake(flake, { feature: featureFolder, here });
  }
  if (flake !== '') {
    refuseTogether('packages', ['flake'], 'packages generates a flake of its own.', 'Leave one of them out.');
  }
  if (existsSync(join(featureFolder, 'flake.nix'))) {
    throw new InputError('packages', `packages: ${featureFolder} has a flake.nix, which would not be used.`, {
      hint: 'Leave "packages" out and name the packages in flake.nix, or remove flake.nix.',
    });
  }
  return { kind: 'packages', packages };
}

/** Returns the names in `packages`, checked to be such. @throws InputError */
export function packageNames(read: InputReader): readonly string[] {
  const packages = wordsOf(read, 'packages', ',');
  const wrong = packages.find((name) => !isPackageName(name));
  if (wrong !== undefined) {
    throw new InputError('packages', `packages: "${wrong}" is not an attribute name of nixpkgs.`, {
      hint: wrong.includes('#')
        ? 'Write the name alone (jq), or use flake for a reference such as nixpkgs#jq.'
        : 'Expected names such as jq or python3Packages.black.',
    });
  }
  refuseDuplicates('packages', packages);
  return packages;
}
