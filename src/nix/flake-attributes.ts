import { CommandError } from '../errors.ts';
import { failureOf } from './build-failure.ts';
import { diagnose } from './diagnose.ts';
import { nativeSystem } from './emulation.ts';
import type { ResolvedFlake } from './flake.ts';
import type { NixSite } from './site.ts';

/** The outputs that an attribute asks for by `^out,man` or `^*`; undefined: those that Nix takes by itself. */
export type OutputChoice = readonly string[] | '*' | undefined;

/**
 * Nix looks for an attribute among the packages of the system that it runs on. For another one the place is written out;
 * `--system` would make Nix believe that it is that system, and so build natively what it can't.
 */
function attributesOf({ attribute, system }: ResolvedFlake): string[] {
  if (system === nativeSystem()) return [attribute];
  const [path = ''] = attribute.split('^');
  // Whoever names the system means just that place.
  if (path.split('.').includes(system)) return [attribute];
  return [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`];
}

/**
 * Give Nix one after the other of the attributes that a flake's attribute may stand for, until there is one.
 * @throws Failure that says what is wrong with the flake; SetupError, CancelledError
 */
export async function withAttribute<T>(site: NixSite, flake: ResolvedFlake, attempt: (attribute: string) => Promise<T>): Promise<T> {
  let missing: CommandError | undefined;
  for (const attribute of attributesOf(flake)) {
    try {
      return await attempt(attribute);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (diagnose(error.stderr).kind !== 'attribute') throw await failureOf(error, site, flake);
      missing ??= error;
    }
  }
  if (missing === undefined) throw new Error('no attribute was tried');
  throw await failureOf(missing, site, flake);
}

/** `multi^man,bin` is the path `multi` and a choice of outputs. */
export function splitChoice(attribute: string): { readonly path: string; readonly choice: OutputChoice } {
  const [path = '', outputs] = attribute.split('^');
  return { path, choice: outputs === '*' ? '*' : outputs?.split(',') };
}

/**
 * Where Nix looks for an attribute in a flake's outputs, in its order; names from the outside in.
 * @returns undefined where only Nix itself can tell: names in quotes, or none between two dots
 */
export function attributePaths(flake: ResolvedFlake): string[][] | undefined {
  const native = nativeSystem() ?? flake.system;
  const places = attributesOf(flake).flatMap((attribute) => {
    const names = splitChoice(attribute).path.split('.');
    return [['packages', native, ...names], ['legacyPackages', native, ...names], names];
  });
  return places.flat().every((name) => /^[^"\s]+$/.test(name)) ? places : undefined;
}
