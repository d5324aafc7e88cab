import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { isPackageName } from '../../nix/flake/flake-text.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { FlakeSource, BaseReference, NixpkgsChoice } from '../../request/sources.ts';
import { type InputReader, specOf } from '../inputs/inputs.ts';
import { secretsIn } from '../inputs/redact.ts';
import { envrcShell, isShellName } from './envrc.ts';
import { defaultFlake, parseFlake } from './flake-reference.ts';
import { booleanOf, refuseDuplicates, refuseTogether, textOf, wordsOf, byGrammarOf } from './values.ts';

/** What `dev-shell` and its hooks ask for. */
interface ShellWish {
  /** Empty: none is named. */
  readonly name: string;
  readonly hook: boolean;
  readonly direnv: boolean;
}

type ShellSource = Extract<FlakeSource, { kind: 'shell' }>;

/** Reads which flake output is built: a package, or a shell that is named or that files of the folder describe. @throws InputError */
export function readFlake(read: InputReader, featureFolder: string, here: string): FlakeSource {
  const name = textOf(read, 'dev-shell');
  const hook = booleanOf(read, 'shell-hook');
  const isNamed = textOf(read, 'flake') !== '' || packageNames(read).length > 0;
  const described = isNamed ? undefined : (envrcShell(featureFolder) ?? devenvShell(featureFolder));
  const wish: ShellWish = { name, hook, direnv: booleanOf(read, 'direnv-hook') };
  if (described === undefined) refuseIdleHook(wish);
  if (name !== '' && !isShellName(name)) throw new InputError('dev-shell', `dev-shell: "${name}" is not the name of a shell.`, { hint: 'Write the name alone, as in devShells.<system>.<name>: default.' });
  if (described !== undefined) return describedShell(described, wish, featureFolder);
  const source = readPackageFlake(read, featureFolder, here);
  return name === '' ? source : shellOf(source, wish);
}

function refuseIdleHook({ name, hook, direnv }: ShellWish): void {
  const idle = hook ? 'shell-hook' : direnv ? 'direnv-hook' : undefined;
  if (name === '' && idle !== undefined) throw new InputError(idle, `${idle}: is true, but no shell is named.`, { hint: 'Name it with "dev-shell".' });
}

/** The shell of a folder's .envrc or devenv.nix, or the one of that name beside it. */
function describedShell(shell: ShellSource, wish: ShellWish, featureFolder: string): ShellSource {
  const { name } = wish;
  if (shell.of.kind === 'devenv' && !['', 'default'].includes(name)) {
    throw new InputError('dev-shell', `dev-shell: ${featureFolder} is a folder of devenv, which has only the shell "default", and no "${name}".`, { hint: 'Use "dev-shell: default", or leave it out.' });
  }
  return { ...shell, of: name === '' ? shell.of : { ...shell.of, attribute: name }, ...hooksOf(wish) };
}

function shellOf(source: FlakeSource, wish: ShellWish): ShellSource {
  if (source.kind === 'packages' || source.kind === 'shell') return refuseTogether('dev-shell', ['packages'], 'packages have no development shell.', 'Leave one of them out.');
  if (source.attribute !== 'default') throw new InputError('dev-shell', `dev-shell: is given, but flake already names #${source.attribute}.`, { hint: 'Leave the attribute out of "flake".' });
  return { kind: 'shell', of: { ...source, attribute: wish.name }, ...hooksOf(wish) };
}

function hooksOf({ hook, direnv }: ShellWish): Pick<ShellSource, 'hook' | 'direnv'> {
  return { hook, ...(direnv && { direnv: true }) };
}

/** Returns the shell that devenv makes of a folder without a flake. @param folder absolute */
export function devenvShell(folder: string): ShellSource | undefined {
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

/** Reads which nixpkgs the flake is built with, if not its own. @param here what relative names start from @throws InputError */
export function readNixpkgs(read: InputReader, bases: readonly BaseReference[], here: string): Pick<BuildRequest, 'nixpkgs' | 'followBase'> {
  const text = textOf(read, 'nixpkgs');
  const followBase = booleanOf(read, 'follow-base');
  if (followBase && text !== '') {
    refuseTogether('follow-base', ['nixpkgs'], "the first takes the base image's nixpkgs, the second another.", 'Leave one of them out; for a base image that does not say what it was made of, name it with nixpkgs.');
  }
  if (followBase && bases.length === 0) throw new InputError('follow-base', 'follow-base: there is no base image to follow (base-image: none).', { hint: 'Name the nixpkgs with "nixpkgs".' });
  return { nixpkgs: text === '' ? undefined : choiceOf(text, here), followBase };
}

function choiceOf(text: string, here: string): NixpkgsChoice {
  if (/^[0-9a-f]{40}$/.test(text)) return { reference: `github:NixOS/nixpkgs/${text}` };
  if (text.includes('#')) throw new InputError('nixpkgs', `nixpkgs: "${text}" names an attribute, but a whole nixpkgs is expected.`, { hint: 'Leave out the # and what follows it.' });
  // It is in the flake that is generated, which the summary and the artifact show, and on Nix's command line.
  if (secretsIn(specOf('nixpkgs'), text).length > 0) {
    throw new InputError('nixpkgs', `nixpkgs: "${redactUrls(text)}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc, and tokens from "access-tokens" in "nix-config".' });
  }
  const source = byGrammarOf('flake', 'nixpkgs', () => parseFlake(text, { feature: here, here }));
  if (source.kind === 'folder') return { reference: `path:${source.folder}`, mount: source.folder };
  if (source.kind === 'reference') return { reference: source.reference, ...(source.mount !== undefined && { mount: source.mount }) };
  throw new Error('packages are not a flake reference');
}
