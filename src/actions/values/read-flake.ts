import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { isPackageName } from '../../nix/flake/flake-text.ts';
import type { FlakeSource } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { defaultFlake, parseFlake } from './flake-reference.ts';
import { refuseDuplicates, refuseTogether, textOf, wordsOf } from './values.ts';

/** @throws InputError */
export function readFlake(read: InputReader, featureFolder: string, here: string): FlakeSource {
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

/** The names in `packages`, checked to be such. @throws InputError */
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
