import { CommandError } from '../../kit/errors.ts';
import { nativeSystem } from '../run/emulation.ts';
import type { NixSite } from '../run/site.ts';
import { failureOf } from './build-failure.ts';
import { diagnose } from './diagnose.ts';
import { flakeArguments, type ResolvedFlake } from './flake.ts';
import { splitChoice } from './split-choice.ts';

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
 * Gives Nix one after the other of the attributes that a flake's attribute may stand for, until there is one.
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
  if (flake.system !== nativeSystem() && isWrittenOut(flake) && !(await isNative(site, flake))) return attemptBare(site, flake, attempt, missing);
  if (missing === undefined) throw new Error('no attribute was tried');
  throw await failureOf(missing, site, flake);
}

/** A path of several names, which may begin at the flake's outputs themselves: `hydraJobs.tool`. */
function isWrittenOut({ attribute, system }: ResolvedFlake): boolean {
  const names = splitChoice(attribute).path.split('.');
  return names.length > 1 && !names.includes(system);
}

/** Tells whether Nix would find the attribute among the packages of its own system. It must not be passed as it is written then. */
async function isNative(site: NixSite, flake: ResolvedFlake): Promise<boolean> {
  const { reference, attribute } = flake;
  const places = ['packages', 'legacyPackages'].map((set) => `${reference}#${set}.${nativeSystem() ?? ''}.${splitChoice(attribute).path}`);
  for (const place of places) {
    const there = await site.capture(['nix', 'eval', '--json', ...flakeArguments(flake), place, '--apply', '_: true']).then(
      () => true,
      (error: unknown) => !(error instanceof CommandError && diagnose(error.stderr).kind === 'attribute'),
    );
    if (there) return true;
  }
  return false;
}

async function attemptBare<T>(site: NixSite, flake: ResolvedFlake, attempt: (attribute: string) => Promise<T>, missing: CommandError | undefined): Promise<T> {
  try {
    return await attempt(flake.attribute);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw await failureOf(diagnose(error.stderr).kind === 'attribute' ? (missing ?? error) : error, site, flake);
  }
}

/**
 * Returns where Nix looks for an attribute in a flake's outputs, in its order; names from the outside in.
 * @returns undefined if only Nix itself can tell: names in quotes, or none between two dots
 */
export function attributePaths(flake: ResolvedFlake): string[][] | undefined {
  const native = nativeSystem() ?? flake.system;
  const places = attributesOf(flake).flatMap((attribute) => {
    const names = splitChoice(attribute).path.split('.');
    return [['packages', native, ...names], ['legacyPackages', native, ...names], names];
  });
  if (flake.system !== native && isWrittenOut(flake)) places.push(splitChoice(flake.attribute).path.split('.'));
  return places.flat().every((name) => /^[^"\s]+$/.test(name)) ? places : undefined;
}
